import type { Edge } from './workflow-table.js';

/** Where everything of a picture stands, in pixels from its left upper corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Left upper corners of the boxes. */
  readonly boxes: ReadonlyMap<string, Point>;
  readonly edges: readonly DrawnEdge[];
}

interface DrawnEdge extends Edge {
  /** The `d` of an SVG path, which ends at its target. */
  readonly path: string;
  /** Against the direction of the layers, round the side. */
  readonly isBack: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export const BOX = { width: 156, height: 52 } as const;
const GAP = { x: 24, y: 64 } as const;
/** What an edge takes that passes a layer, and lines that run beside each other round the side. */
const LINE = { width: 14, side: 12 } as const;
const MARGIN = 16;

interface Node {
  readonly id: string;
  readonly layer: number;
  /** False: a place in which an edge passes a layer. */
  readonly isBox: boolean;
  /** Its middle. */
  x: number;
}

/**
 * Boxes in layers from the start on, each as deep as its longest way (Sugiyama's method): edges that would go up are found
 * by a walk and routed round the side; long ones pass the layers between in places of their own, shared by all that lead to
 * the same box; layers are ordered by the middle of their neighbours, and then set as near to these as their order lets.
 */
export function layeredLayout(names: readonly string[], start: string, edges: readonly Edge[]): Layout {
  const back = backEdges(names, start, edges);
  const forward = edges.filter((edge) => !back.has(edge));
  const layerOf = longestWays(names, forward);
  const nodes = new Map<string, Node>();
  for (const id of names) nodes.set(id, { id, layer: layerOf.get(id) ?? 0, isBox: true, x: 0 });
  const ways = forward.map((edge) => ({ edge, way: wayOf(edge, nodes) }));
  const links = unique(ways.flatMap(({ way }) => way.slice(1).map((to, place) => [way[place] ?? to, to] as const)));
  const layers = layersOf(nodes);
  order(layers, links);
  place(layers, links);

  const middles = [...nodes.values()].map(({ x, isBox }) => [x, isBox ? BOX.width / 2 : 0] as const);
  const left = Math.min(...middles.map(([x, half]) => x - half));
  const right = Math.max(...middles.map(([x, half]) => x + half));
  const sides = sidesOf([...back], nodes, (left + right) / 2);
  const shift = MARGIN - left + sides.left.length * LINE.side + (sides.left.length > 0 ? GAP.x / 2 : 0);
  for (const node of nodes.values()) node.x += shift;
  const at = (id: string): Point & { readonly isBox: boolean } => {
    const node = nodes.get(id);
    if (node === undefined) throw new Error(`nothing stands at ${id}`);
    return { x: node.x, y: MARGIN + node.layer * (BOX.height + GAP.y), isBox: node.isBox };
  };
  const lanes = { left: left + shift - GAP.x / 2, right: right + shift + GAP.x / 2 };
  return {
    width: lanes.right + Math.max(0, sides.right.length) * LINE.side + MARGIN - GAP.x / 2,
    height: 2 * MARGIN + layers.length * (BOX.height + GAP.y) - GAP.y + (back.size > 0 ? GAP.y / 2 : 0),
    boxes: new Map(names.map((id) => [id, { x: at(id).x - BOX.width / 2, y: at(id).y }])),
    edges: [
      ...ways.map(({ edge, way }) => ({ ...edge, isBack: false, path: downwards(way.map(at)) })),
      ...[...back].map((edge) => {
        const onLeft = sides.left.indexOf(edge.to);
        const lane = sides.isLeft(edge)
          ? lanes.left - onLeft * LINE.side
          : lanes.right + sides.right.indexOf(edge.to) * LINE.side;
        return { ...edge, isBack: true, path: roundTheSide(at(edge.from), at(edge.to), lane) };
      }),
    ],
  };
}

/** Edges to a box that the walk from the start has not left yet. */
function backEdges(names: readonly string[], start: string, edges: readonly Edge[]): ReadonlySet<Edge> {
  const found = new Set<Edge>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string): void => {
    state.set(name, 'open');
    for (const edge of edges) {
      if (edge.from !== name) continue;
      if (state.get(edge.to) === 'open') found.add(edge);
      else if (!state.has(edge.to)) visit(edge.to);
    }
    state.set(name, 'done');
  };
  for (const name of [start, ...names]) if (names.includes(name) && !state.has(name)) visit(name);
  return found;
}

function longestWays(names: readonly string[], forward: readonly Edge[]): ReadonlyMap<string, number> {
  const layers = new Map<string, number>();
  const layerOf = (name: string): number => {
    const known = layers.get(name);
    if (known !== undefined) return known;
    const into = forward.filter(({ to }) => to === name);
    const layer = into.length === 0 ? 0 : 1 + Math.max(...into.map(({ from }) => layerOf(from)));
    layers.set(name, layer);
    return layer;
  };
  for (const name of names) layerOf(name);
  return layers;
}

/** The places from one box to the other; those between are made here, once for each target and layer. */
function wayOf({ from, to }: Edge, nodes: Map<string, Node>): readonly string[] {
  const first = nodes.get(from)?.layer ?? 0;
  const last = nodes.get(to)?.layer ?? 0;
  const between = Array.from({ length: Math.max(0, last - first - 1) }, (_, place) => {
    const layer = first + 1 + place;
    const id = `${layer}\n${to}`;
    if (!nodes.has(id)) nodes.set(id, { id, layer, isBox: false, x: 0 });
    return id;
  });
  return [from, ...between, to];
}

const unique = (links: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] => [
  ...new Map(links.map((link) => [link.join('\r'), link])).values(),
];

function layersOf(nodes: ReadonlyMap<string, Node>): Node[][] {
  const layers: Node[][] = [];
  for (const node of nodes.values()) (layers[node.layer] ??= []).push(node);
  return Array.from(layers, (layer: Node[] | undefined) => layer ?? []);
}

type Links = readonly (readonly [string, string])[];
const SWEEPS = 12;

/** Neighbours of every node in the layer above and below. */
function neighbours(links: Links): { above: ReadonlyMap<string, string[]>; below: ReadonlyMap<string, string[]> } {
  const above = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  for (const [from, to] of links) {
    below.set(from, [...(below.get(from) ?? []), to]);
    above.set(to, [...(above.get(to) ?? []), from]);
  }
  return { above, below };
}

/** Fewer crossings: every node goes to the middle of its neighbours, from layer to layer, down and up in turn. */
function order(layers: Node[][], links: Links): void {
  const { above, below } = neighbours(links);
  const rank = new Map<string, number>();
  const remember = (layer: readonly Node[]): void =>
    layer.forEach(({ id }, place) => rank.set(id, place - (layer.length - 1) / 2));
  layers.forEach(remember);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const down = sweep % 2 === 0;
    for (const layer of down ? layers : layers.toReversed()) {
      const middle = new Map(
        layer.map(({ id }) => [id, mean((down ? above : below).get(id), rank) ?? rank.get(id) ?? 0]),
      );
      layer.sort((a, b) => (middle.get(a.id) ?? 0) - (middle.get(b.id) ?? 0));
      remember(layer);
    }
  }
}

function mean(ids: readonly string[] | undefined, of: ReadonlyMap<string, number>): number | null {
  if (ids === undefined || ids.length === 0) return null;
  return ids.reduce((sum, id) => sum + (of.get(id) ?? 0), 0) / ids.length;
}

/** Sets every layer as near to the middle of its neighbours as its order and the gaps let. */
function place(layers: readonly (readonly Node[])[], links: Links): void {
  const { above, below } = neighbours(links);
  const x = new Map<string, number>();
  for (const layer of layers)
    spread(
      layer,
      layer.map(() => 0),
      x,
    );
  for (let sweep = 0; sweep < SWEEPS * 2; sweep += 1) {
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed()) {
      const wanted = layer.map(
        ({ id }) => mean([...(above.get(id) ?? []), ...(below.get(id) ?? [])], x) ?? x.get(id) ?? 0,
      );
      spread(layer, wanted, x);
    }
  }
}

/** The places nearest to the wanted ones that keep order and gaps: neighbours that want the same place share its middle. */
function spread(layer: readonly Node[], wanted: readonly number[], x: Map<string, number>): void {
  const offsets: number[] = [];
  layer.forEach((node, index) => {
    const before = layer[index - 1];
    offsets.push(before === undefined ? 0 : (offsets[index - 1] ?? 0) + (widthOf(before) + widthOf(node)) / 2 + GAP.x);
  });
  const blocks: { sum: number; count: number }[] = [];
  wanted.forEach((place, index) => {
    blocks.push({ sum: place - (offsets[index] ?? 0), count: 1 });
    for (;;) {
      const [before, last] = blocks.slice(-2);
      if (before === undefined || last === undefined || before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  let index = 0;
  for (const { sum, count } of blocks) {
    for (let of = 0; of < count; of += 1, index += 1) {
      const node = layer[index];
      if (node === undefined) continue;
      node.x = sum / count + (offsets[index] ?? 0);
      x.set(node.id, node.x);
    }
  }
}

const widthOf = ({ isBox }: Node): number => (isBox ? BOX.width : LINE.width);

/** On which side edges go back, a line for each box that they lead to. */
function sidesOf(back: readonly Edge[], nodes: ReadonlyMap<string, Node>, middle: number) {
  const isLeft = ({ from, to }: Edge): boolean => ((nodes.get(from)?.x ?? 0) + (nodes.get(to)?.x ?? 0)) / 2 < leftmost;
  const leftmost = middle - BOX.width / 4;
  const targets = (left: boolean): string[] => [
    ...new Set(back.filter((edge) => isLeft(edge) === left).map(({ to }) => to)),
  ];
  const of = { left: targets(true), right: targets(false) };
  // Placed by where nodes stood before they were shifted, so it is kept.
  const kept = new Set(back.filter(isLeft));
  return { ...of, isLeft: (edge: Edge) => kept.has(edge) };
}

function downwards(way: readonly (Point & { readonly isBox: boolean })[]): string {
  let path = '';
  way.forEach(({ x, y, isBox }, index) => {
    const before = way[index - 1];
    if (before === undefined) {
      path = `M${x} ${y + BOX.height}`;
      return;
    }
    const from = before.y + BOX.height;
    const bend = (from + y) / 2;
    path += ` C${before.x} ${bend} ${x} ${bend} ${x} ${y}`;
    if (!isBox) path += ` V${y + BOX.height}`;
  });
  return path;
}

const CORNER = 8;

/** Out below, along the gap to the side, up, and along the gap above the target into it. */
function roundTheSide(from: Point, to: Point, lane: number): string {
  const side = Math.sign(lane - from.x) || 1;
  const sideOfTarget = Math.sign(lane - to.x) || 1;
  const leave = from.x + side * (BOX.width / 4);
  const enter = to.x + sideOfTarget * (BOX.width / 4);
  const below = from.y + BOX.height + GAP.y / 4;
  const above = to.y - GAP.y / 4;
  return [
    `M${leave} ${from.y + BOX.height}`,
    `V${below - CORNER}`,
    `Q${leave} ${below} ${leave + side * CORNER} ${below}`,
    `H${lane - side * CORNER}`,
    `Q${lane} ${below} ${lane} ${below - CORNER}`,
    `V${above + CORNER}`,
    `Q${lane} ${above} ${lane - sideOfTarget * CORNER} ${above}`,
    `H${enter + sideOfTarget * CORNER}`,
    `Q${enter} ${above} ${enter} ${above + CORNER}`,
    `V${to.y}`,
  ].join(' ');
}
