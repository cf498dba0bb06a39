import {
  circle,
  glints,
  gradient,
  hand,
  line,
  n,
  palette,
  path,
  picture,
  rect,
  times,
  WIDTH,
} from './shapes.ts';

const WATER = 640;
const SUN = { x: 1010, y: 352 };

/** A stone bridge at dusk: five arches, the sun in one of them, people walking on top. */
export function bridge(): string {
  const defs =
    gradient('sky', [
      [0, '#5f7c82'],
      [0.34, '#c9b79c'],
      [0.62, palette.sand],
      [1, palette.clay],
    ]) +
    gradient('water', [
      [0, '#a9776b'],
      [0.25, '#5d6f73'],
      [1, palette.night],
    ]) +
    `<clipPath id="river"><rect x="0" y="${WATER}" width="${WIDTH}" height="360"/></clipPath>`;
  const content = [
    rect(0, 0, WIDTH, WATER, 'url(#sky)'),
    clouds(),
    circle(SUN.x, SUN.y, 300, palette.cream, 'opacity=".16"'),
    circle(SUN.x, SUN.y, 226, palette.cream, 'opacity=".24"'),
    circle(SUN.x, SUN.y, 158, '#fdf3de'),
    farTown(),
    rect(0, WATER, WIDTH, 360, 'url(#water)'),
    `<g clip-path="url(#river)">${mirror(stone('#2b333a'), 0.62)}${sunTrack()}</g>`,
    glints({ x: 0, y: WATER + 16, width: WIDTH, height: 330 }, 90, palette.sand, 11, 0.28),
    stone('#54413f'),
    stoneLight(),
    walkers(),
    reeds(),
  ].join('');
  return picture(defs, content);
}

/** The road over the bridge rises to the middle of the river. */
function deckY(x: number): number {
  return 470 - 78 * Math.sin(Math.PI * (x / WIDTH));
}

const arches = [
  { x: 150, half: 92 },
  { x: 420, half: 126 },
  { x: 760, half: 150 },
  { x: 1100, half: 142 },
  { x: 1404, half: 112 },
];

function stone(fill: string): string {
  const top = times(41, (i) => `${i ? 'L' : 'M'}${n(i * 40)} ${n(deckY(i * 40))}`);
  const openings = arches
    .map(({ x, half }) => {
      const spring = WATER - 20;
      return `M${x - half} ${WATER}V${spring}A${half} ${half * 0.98} 0 0 1 ${x + half} ${spring}V${WATER}Z`;
    })
    .join('');
  return path(`${top}L${WIDTH} ${WATER}L0 ${WATER}Z${openings}`, fill, 'fill-rule="evenodd"');
}

function stoneLight(): string {
  const random = hand(3);
  const ring = arches
    .map(({ x, half }) => {
      const r = half + 13;
      return (
        line(
          `M${x - r} ${WATER - 20}A${r} ${r * 0.98} 0 0 1 ${x + r} ${WATER - 20}`,
          '#6b5350',
          15,
          'stroke-dasharray="22 5" style="stroke-linecap:butt"',
        ) +
        // The inner face that looks to the sun.
        path(
          x < 1010
            ? `M${x - half} ${WATER}V${WATER - 20}A${half} ${half * 0.98} 0 0 1 ${x} ${n(WATER - 20 - half * 0.98)}Q${n(x - half * 0.86)} ${n(WATER - half * 0.8)} ${x - half + 14} ${WATER}Z`
            : `M${x + half} ${WATER}V${WATER - 20}A${half} ${half * 0.98} 0 0 0 ${x} ${n(WATER - 20 - half * 0.98)}Q${n(x + half * 0.86)} ${n(WATER - half * 0.8)} ${x + half - 14} ${WATER}Z`,
          palette.clay,
          'opacity=".75"',
        )
      );
    })
    .join('');
  const courses = times(3, (course) =>
    times(34, (i) => {
      const x = i * 48 + (course % 2) * 24;
      const y = deckY(x) + 22 + course * 19;
      const inArch = arches.some(
        (a) => Math.hypot(x + 18 - a.x, (y - WATER + 20) / 0.98) < a.half + 38,
      );
      return inArch || random() > 0.62 ? '' : rect(x, y, 40, 13, '#65504d', 'rx="2" opacity=".6"');
    }),
  );
  const rail = times(81, (i) => rect(i * 20 - 2, deckY(i * 20) - 20, 4, 22, '#43322f'));
  const railTop = times(41, (i) => `${i ? 'L' : 'M'}${n(i * 40)} ${n(deckY(i * 40) - 21)}`);
  const road = times(41, (i) => `${i ? 'L' : 'M'}${n(i * 40)} ${n(deckY(i * 40) + 3)}`);
  const lamps = times(7, (i) => {
    const x = 110 + i * 230;
    const y = deckY(x);
    return (
      line(`M${x} ${n(y)}v-92`, '#3a2c2b', 5) +
      circle(x, y - 100, 34, palette.sand, 'opacity=".25"') +
      circle(x, y - 100, 11, '#fff3d6')
    );
  });
  return courses + ring + line(road, '#7a5f58', 9) + rail + line(railTop, '#43322f', 5) + lamps;
}

/** Strollers, bicycles and a child, no bigger than a stroke of the brush. */
function walkers(): string {
  const people: readonly (readonly [x: number, height: number, coat: string])[] = [
    [240, 50, palette.ink],
    [262, 46, palette.accent],
    [520, 52, palette.teal],
    [545, 32, palette.honey],
    [566, 49, palette.ink],
    [742, 51, palette.ink],
    [876, 48, palette.sea],
    [898, 51, palette.brick],
    [1152, 50, palette.teal],
    [1290, 47, palette.ink],
    [1311, 50, palette.olive],
    [1480, 50, palette.accent],
  ];
  return people
    .map(([x, height, coat]) => {
      const ground = deckY(x) - 2;
      const w = height * 0.2;
      return (
        line(
          `M${n(x - 3)} ${n(ground)}L${n(x)} ${n(ground - height * 0.45)}L${n(x + 6)} ${n(ground)}`,
          palette.ink,
          5,
        ) +
        path(
          `M${n(x - w)} ${n(ground - height * 0.34)}Q${n(x - w * 0.7)} ${n(ground - height * 0.82)} ${x} ${n(ground - height * 0.82)}Q${n(x + w * 0.7)} ${n(ground - height * 0.82)} ${n(x + w)} ${n(ground - height * 0.34)}Z`,
          coat,
        ) +
        circle(x, ground - height * 0.92, height * 0.11, '#3a2924')
      );
    })
    .join('');
}

function clouds(): string {
  const bars: readonly (readonly [number, number, number, number])[] = [
    [120, 150, 420, 14],
    [260, 182, 520, 9],
    [980, 112, 380, 12],
    [1120, 142, 460, 16],
    [640, 246, 300, 8],
    [1240, 300, 320, 9],
    [60, 318, 300, 9],
  ];
  return bars
    .map(([x, y, w, h]) => rect(x, y, w, h, palette.cream, `rx="${h / 2}" opacity=".38"`))
    .join('');
}

function farTown(): string {
  const random = hand(21);
  const row = (base: number, colour: string, low: number, high: number) => {
    let x = -20;
    let houses = '';
    while (x < WIDTH) {
      const w = 34 + random() * 62;
      const h = low + random() * (high - low);
      houses += rect(x, base - h, w + 2, h + 4, colour);
      if (random() > 0.8)
        houses += path(
          `M${n(x + w * 0.2)} ${n(base - h)}a${n(w * 0.3)} ${n(w * 0.3)} 0 0 1 ${n(w * 0.6)} 0Z`,
          colour,
        );
      x += w;
    }
    return houses;
  };
  return `${row(WATER, '#cf9d84', 50, 120)}${row(WATER, '#b27d6e', 16, 66)}`;
}

/** The bridge upside down in the water, a little shorter than itself. */
function mirror(shape: string, opacity: number): string {
  return `<g transform="translate(0 ${WATER * 2}) scale(1 -1)" opacity="${opacity}">${shape}</g>`;
}

function sunTrack(): string {
  const random = hand(5);
  return times(34, (i) => {
    const y = WATER + 14 + i * 10;
    const half = 120 - i * 1.2 + (random() - 0.5) * 90;
    const x = 1010 + (random() - 0.5) * 50;
    return line(
      `M${n(x - half)} ${n(y)}H${n(x + half)}`,
      i < 12 ? '#fbe8c6' : palette.honey,
      4.5,
      `opacity="${(0.72 - i * 0.017).toFixed(2)}"`,
    );
  });
}

function reeds(): string {
  const random = hand(31);
  return times(46, () => {
    const x = random() ** 2 * 420 - 20;
    const h = 120 + random() * 210;
    const lean = 20 + random() * 70;
    return (
      line(
        `M${n(x)} 1010Q${n(x + lean * 0.2)} ${n(1000 - h * 0.6)} ${n(x + lean)} ${n(1000 - h)}`,
        random() > 0.5 ? '#1d2b31' : '#2a3c3f',
        5,
      ) + (random() > 0.62 ? reedHead(x + lean, 1000 - h) : '')
    );
  });
}

function reedHead(x: number, y: number): string {
  return `<rect x="${n(x - 5)}" y="${n(y - 34)}" width="10" height="40" rx="5" fill="${palette.brick}" transform="rotate(12 ${n(x)} ${n(y)})"/>`;
}
