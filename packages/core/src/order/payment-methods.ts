/** Whether every payment is made by one of the wanted methods; with none wanted, any will do. */
export const paidOnlyBy = (wanted: readonly string[], methods: readonly string[]): boolean =>
  wanted.length === 0 || (methods.length > 0 && methods.every((method) => wanted.includes(method)));
