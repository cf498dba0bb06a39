/** What the illustrations share: one palette, one grain, and a hand that repeats shapes evenly unevenly. */

export const WIDTH = 1600;
export const HEIGHT = 1000;

export const palette = {
  paper: '#fdfbf7',
  cream: '#f8ecd6',
  sand: '#f3d9b1',
  honey: '#e9bd84',
  clay: '#d89a78',
  terracotta: '#b5655a',
  brick: '#8a4a44',
  accent: '#9b2335',
  olive: '#7d8257',
  moss: '#565d40',
  mist: '#b9c4bf',
  sea: '#6d8a8e',
  teal: '#3f5a63',
  night: '#263b45',
  ink: '#1c1a17',
} as const;

/** A number as SVG needs it, without a tail of decimals. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Repeatable random numbers in [0, 1) (mulberry32, public domain): a picture is the same every time. */
export function hand(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `make` called for 0 … count − 1, joined. */
export function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more = '',
): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}" ${more}/>`;
}

export function circle(x: number, y: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`;
}

export function ellipse(
  x: number,
  y: number,
  rx: number,
  ry: number,
  fill: string,
  more = '',
): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`;
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

/** An open line with round ends. */
export function line(d: string, stroke: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

export type Point = readonly [x: number, y: number];

export function polygon(points: readonly Point[], fill: string, more = ''): string {
  return `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="${fill}" ${more}/>`;
}

/** A linear gradient for `<defs>`; stops as [offset, colour, opacity]. Downwards unless `x2`, `y2` say otherwise. */
export function gradient(
  id: string,
  stops: readonly (readonly [offset: number, colour: string, opacity?: number])[],
  direction: { x2: number; y2: number } = { x2: 0, y2: 1 },
): string {
  const marks = stops
    .map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('');
  return `<linearGradient id="${id}" x1="0" y1="0" x2="${direction.x2}" y2="${direction.y2}">${marks}</linearGradient>`;
}

/** Short level strokes scattered over a rectangle, closer together towards `y`: light on water. */
export function glints(
  area: { x: number; y: number; width: number; height: number },
  count: number,
  colour: string,
  seed: number,
  opacity = 0.5,
): string {
  const random = hand(seed);
  return times(count, () => {
    const depth = random() ** 1.5;
    const length = 20 + depth * 120 * (0.4 + random());
    const x = area.x + random() * area.width - length / 2;
    const y = area.y + depth * area.height;
    return line(
      `M${n(x)} ${n(y)}h${n(length)}`,
      colour,
      1.5 + depth * 3.5,
      `opacity="${(opacity * (0.4 + random() * 0.6)).toFixed(2)}"`,
    );
  });
}

/** The speckle of printed paper, dark and light, as one pattern. */
function grain(): string {
  const random = hand(7);
  const specks = times(420, (index) =>
    circle(
      random() * 320,
      random() * 320,
      0.5 + random() * 0.9,
      index % 2 ? palette.ink : palette.paper,
      `opacity="${(0.05 + random() * 0.12).toFixed(2)}"`,
    ),
  );
  return `<pattern id="grain" width="320" height="320" patternUnits="userSpaceOnUse">${specks}</pattern>`;
}

/** A whole picture: definitions, content, and the grain over all of it. */
export function picture(defs: string, content: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
    `<defs>${grain()}${defs}</defs>${content}` +
    `${rect(0, 0, WIDTH, HEIGHT, 'url(#grain)')}</svg>`
  );
}
