import { useQuery } from '@tanstack/react-query';
import { placeChoices } from '../setting-choices';

/** What a stock place is called; its id until that is known, or where nobody has named it. */
export function usePlaceName(): (place: string) => string {
  const places = useQuery(placeChoices);
  return (place) => places.data?.items.find((one) => one.place === place)?.name ?? place;
}
