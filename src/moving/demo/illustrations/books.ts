import {
  circle,
  ellipse,
  gradient,
  hand,
  line,
  n,
  palette,
  path,
  picture,
  polygon,
  rect,
  times,
  WIDTH,
} from './shapes.ts';

const spines = [
  palette.accent,
  palette.teal,
  palette.terracotta,
  palette.olive,
  palette.honey,
  palette.night,
  palette.sand,
  palette.brick,
  palette.sea,
  palette.cream,
];

/** A book fair inside an old grain silo: light from the roof, a winding stair, shelves along the wall. */
export function books(): string {
  const defs =
    gradient(
      'stone',
      [
        [0, '#b98f68'],
        [0.28, '#dcb98a'],
        [0.62, '#e8cb9d'],
        [1, '#a37b58'],
      ],
      { x2: 1, y2: 0 },
    ) +
    gradient('dark', [
      [0, palette.ink, 0.5],
      [0.5, palette.ink, 0.08],
      [1, palette.ink, 0.25],
    ]) +
    gradient('beam', [
      [0, '#fff6de', 0.95],
      [1, '#fff0cc', 0.05],
    ]) +
    gradient('floor', [
      [0, '#8f6d50'],
      [1, '#6a4f3e'],
    ]);
  const content = [
    rect(0, 0, WIDTH, 1000, 'url(#stone)'),
    courses(),
    rect(0, 0, WIDTH, 1000, 'url(#dark)'),
    ellipse(800, -20, 470, 120, '#fff6de'),
    ellipse(800, -34, 520, 130, '#fff6de', 'opacity=".4"'),
    polygon(
      [
        [470, 30],
        [1130, 30],
        [1290, 880],
        [420, 880],
      ],
      'url(#beam)',
      'opacity=".62"',
    ),
    shelves(),
    stair(),
    path('M0 860Q800 780 1600 860V1000H0Z', 'url(#floor)'),
    ellipse(830, 882, 480, 50, '#fbe6b8', 'opacity=".45"'),
    readers(),
    stack(120, 930, 9, 5, 1.35),
    stack(350, 968, 5, 8, 1.15),
    stack(1360, 946, 10, 13, 1.3),
    stack(1160, 980, 4, 21, 1.1),
    openBook(806, 858),
    dust(),
  ].join('');
  return picture(defs, content);
}

/** Rings of stone: each course bends upwards at the sides, as inside a tower. */
function courses(): string {
  const random = hand(33);
  const rings = times(17, (i) => {
    const y = 30 + i * 56;
    const bend = (y - 470) * 0.16;
    return line(
      `M0 ${n(y - bend)}Q800 ${n(y + bend)} 1600 ${n(y - bend)}`,
      '#8f6a49',
      2.5,
      'opacity=".5"',
    );
  });
  const joints = times(120, () => {
    const x = random() * WIDTH;
    const row = Math.floor(random() * 16);
    const y = 30 + row * 56;
    const bend = (y - 470) * 0.16;
    const t = x / 800 - 1;
    const at = y + bend * (0 - t * t) * 1 + bend * 0.5 * (1 - t * t) + bend * 0.5 * (t * t) * 0;
    return rect(x, at, 2.5, 54, '#8f6a49', 'opacity=".38"');
  });
  // The marks that porters made with charcoal: strokes in fives.
  const tallies = [
    [150, 250],
    [240, 250],
    [1320, 180],
    [1400, 180],
  ]
    .map(([x = 0, y = 0]) =>
      line(
        `M${x} ${y}v40M${x + 14} ${y + 2}v40M${x + 28} ${y}v40M${x + 42} ${y + 1}v40M${x - 8} ${y + 34}l60 -26`,
        palette.ink,
        3.5,
        'opacity=".5"',
      ),
    )
    .join('');
  return rings + joints + tallies;
}

function shelves(): string {
  const shelf = (x: number, y: number, width: number, seed: number, tilt: number) => {
    const random = hand(seed);
    let at = 6;
    let row = '';
    while (at < width - 34) {
      const w = 15 + random() * 20;
      const h = 74 + random() * 44;
      const colour = spines[Math.floor(random() * spines.length)] ?? palette.teal;
      const lean = random() > 0.92 ? -9 : 0;
      row +=
        `<g transform="translate(${n(x + at)} ${n(y)}) rotate(${lean})">` +
        rect(0, -h, w, h, colour, 'rx="2"') +
        rect(w - 4, -h, 4, h, palette.ink, 'opacity=".18"') +
        rect(0, -h + 14, w, 5, palette.cream, 'opacity=".55"') +
        rect(0, -26, w, 4, palette.cream, 'opacity=".4"') +
        '</g>';
      at += w + 2 + (lean ? 14 : 0);
    }
    return `<g transform="rotate(${tilt} ${x + width / 2} ${y})">${rect(x, y - 132, width, 132, '#4a3529', 'opacity=".55"')}${row}${rect(x - 10, y, width + 20, 13, '#7b5639')}${rect(x - 10, y + 11, width + 20, 6, palette.ink, 'opacity=".3"')}</g>`;
  };
  return (
    [0, 1, 2].map((i) => shelf(-30, 500 + i * 152, 400, 101 + i, 3 - i)).join('') +
    [0, 1, 2].map((i) => shelf(1230, 500 + i * 152, 400, 111 + i, -3 + i)).join('')
  );
}

/** The winding stair: steps turn round one pole, wide in front, narrow behind. */
function stair(): string {
  const cx = 1050;
  const steps = Array.from({ length: 26 }, (_, i) => {
    const a = i * 0.42 + 0.5;
    return { i, a, depth: Math.sin(a), y: 868 - i * 33, reach: Math.cos(a) * 150 };
  });
  const draw = ({ a, depth, y, reach }: (typeof steps)[number]) => {
    const next = Math.cos(a + 0.42) * 150;
    const sink = depth * 22;
    const front = depth > 0;
    return (
      polygon(
        [
          [cx, y],
          [cx + reach, y + sink],
          [cx + next, y + Math.sin(a + 0.42) * 22],
        ],
        front ? '#8a5b43' : '#5b4234',
      ) +
      polygon(
        [
          [cx + reach, y + sink],
          [cx + next, y + Math.sin(a + 0.42) * 22],
          [cx + next, y + Math.sin(a + 0.42) * 22 + 12],
          [cx + reach, y + sink + 12],
        ],
        front ? palette.terracotta : '#6b4a3a',
      ) +
      line(`M${n(cx + reach)} ${n(y + sink)}v-78`, front ? palette.night : '#4a4a46', 3.5)
    );
  };
  const rail = (front: boolean) =>
    steps
      .filter(({ depth }) => depth > 0 === front)
      .map(({ a, y, reach, depth }) => {
        const next = Math.cos(a + 0.42) * 150;
        return line(
          `M${n(reach + cx)} ${n(y + depth * 22 - 78)}L${n(next + cx)} ${n(y - 33 + Math.sin(a + 0.42) * 22 - 78)}`,
          front ? palette.night : '#4a4a46',
          6,
        );
      })
      .join('');
  return (
    steps
      .filter(({ depth }) => depth <= 0)
      .map(draw)
      .join('') +
    rail(false) +
    rect(cx - 11, -20, 22, 900, palette.night) +
    rect(cx - 11, -20, 7, 900, '#5f7c82') +
    steps
      .filter(({ depth }) => depth > 0)
      .map(draw)
      .join('') +
    rail(true)
  );
}

function readers(): string {
  const person = (x: number, ground: number, h: number, coat: string, hair: string) =>
    ellipse(x + 20, ground + 2, h * 0.3, 8, palette.ink, 'opacity=".3"') +
    line(
      `M${x - 8} ${ground}V${n(ground - h * 0.4)}M${x + 9} ${ground}V${n(ground - h * 0.4)}`,
      palette.ink,
      11,
    ) +
    path(
      `M${n(x - h * 0.17)} ${n(ground - h * 0.28)}C${n(x - h * 0.19)} ${n(ground - h * 0.7)} ${n(x - h * 0.12)} ${n(ground - h * 0.82)} ${x} ${n(ground - h * 0.82)}C${n(x + h * 0.12)} ${n(ground - h * 0.82)} ${n(x + h * 0.19)} ${n(ground - h * 0.7)} ${n(x + h * 0.17)} ${n(ground - h * 0.28)}Z`,
      coat,
    ) +
    circle(x, ground - h * 0.91, h * 0.085, hair) +
    polygon(
      [
        [x + h * 0.1, ground - h * 0.58],
        [x + h * 0.28, ground - h * 0.63],
        [x + h * 0.28, ground - h * 0.51],
        [x + h * 0.1, ground - h * 0.46],
      ],
      palette.paper,
    );
  return (
    person(540, 856, 178, palette.accent, '#2d211c') +
    person(606, 862, 112, palette.honey, '#4a342a') +
    person(700, 846, 168, palette.teal, palette.ink)
  );
}

function stack(x: number, base: number, count: number, seed: number, scale: number): string {
  const random = hand(seed);
  let y = base;
  const shadow = ellipse(x + 20, base + 4, 130 * scale, 16, palette.ink, 'opacity=".35"');
  return (
    shadow +
    times(count, () => {
      const h = (20 + random() * 16) * scale;
      const w = (150 + random() * 60) * scale;
      const dx = (random() - 0.5) * 26 * scale;
      const colour = spines[Math.floor(random() * spines.length)] ?? palette.teal;
      y -= h;
      return (
        rect(x - w / 2 + dx, y, w, h - 1.5, colour, 'rx="4"') +
        rect(x - w / 2 + dx + 4, y + h * 0.2, w * 0.06, h * 0.58, palette.paper, 'opacity=".7"') +
        rect(x + w * 0.3 + dx, y, 7, h - 1.5, palette.cream, 'opacity=".5"') +
        rect(x - w / 2 + dx, y + h * 0.72, w, h * 0.26, palette.ink, 'opacity=".18"')
      );
    })
  );
}

function openBook(x: number, y: number): string {
  return (
    ellipse(x, y + 66, 130, 14, palette.ink, 'opacity=".3"') +
    rect(x - 90, y + 14, 180, 54, '#7b5639', 'rx="3"') +
    rect(x - 104, y + 6, 208, 14, '#9a6d47') +
    path(
      `M${x} ${y}C${x - 26} ${y - 22} ${x - 70} ${y - 22} ${x - 96} ${y - 8}V${y + 6}C${x - 66} ${y - 6} ${x - 26} ${y - 6} ${x} ${y + 10}C${x + 26} ${y - 6} ${x + 66} ${y - 6} ${x + 96} ${y + 6}V${y - 8}C${x + 70} ${y - 22} ${x + 26} ${y - 22} ${x} ${y}Z`,
      palette.paper,
    ) +
    line(`M${x} ${y}v10`, '#b7a98d', 3)
  );
}

function dust(): string {
  const random = hand(44);
  return times(70, () =>
    circle(
      480 + random() * 700,
      80 + random() * 720,
      1.2 + random() * 2.6,
      '#fffaf0',
      `opacity="${(0.25 + random() * 0.5).toFixed(2)}"`,
    ),
  );
}
