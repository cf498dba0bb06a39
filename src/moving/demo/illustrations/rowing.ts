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
  rect,
  times,
  WIDTH,
} from './shapes.ts';

/** The eight on the river at first light, from the height of a gull. */
export function rowing(): string {
  const defs =
    gradient(
      'river',
      [
        [0, '#e3b48d'],
        [0.3, '#8fa09b'],
        [0.62, '#56767c'],
        [1, '#35525c'],
      ],
      { x2: 0.7, y2: 1 },
    ) +
    gradient(
      'bank',
      [
        [0, '#8a8f60'],
        [1, palette.moss],
      ],
      { x2: 1, y2: 1 },
    );
  const content = [
    rect(0, 0, WIDTH, 1000, 'url(#river)'),
    current(),
    sunOnWater(),
    farBank(),
    nearBank(),
    `<g transform="translate(790 520) rotate(-24)">${wake()}${shell()}</g>`,
    gulls(),
  ].join('');
  return picture(defs, content);
}

/** Long level ripples that bend with the river. */
function current(): string {
  const random = hand(71);
  return times(120, () => {
    const x = random() * WIDTH;
    const y = random() * 1000;
    const l = 50 + random() * 170;
    return line(
      `M${n(x)} ${n(y)}q${n(l / 2)} ${n(-l * 0.34)} ${n(l)} ${n(-l * 0.44)}`,
      random() > 0.5 ? '#f4dcb8' : '#2d4751',
      2.5,
      `opacity="${(0.1 + random() * 0.22).toFixed(2)}"`,
    );
  });
}

function sunOnWater(): string {
  const random = hand(72);
  return times(18, (i) => {
    const spread = 210 - i * 8;
    const y = 6 + i * 21;
    const x = 420 + i * 8;
    const half = spread * (0.55 + random() * 0.5);
    return line(
      `M${n(x - half)} ${n(y + 10)}q${n(half)} ${n(-18)} ${n(half * 2)} ${n(-6)}`,
      '#fff0d2',
      9 - i * 0.3,
      `opacity="${(0.8 - i * 0.042).toFixed(2)}"`,
    );
  });
}

function canopy(
  x: number,
  y: number,
  r: number,
  tone: string,
  light: string,
  seed: number,
): string {
  const random = hand(seed);
  return (
    ellipse(x - r * 0.34, y + r * 0.4, r * 1.04, r * 0.98, '#22363c', 'opacity=".4"') +
    times(9, (i) => {
      const a = (i / 9) * Math.PI * 2;
      return circle(x + Math.cos(a) * r * 0.62, y + Math.sin(a) * r * 0.62, r * 0.46, tone);
    }) +
    circle(x, y, r * 0.7, tone) +
    times(16, () => {
      const a = random() * Math.PI * 2;
      const d = r * 0.75 * Math.sqrt(random());
      return circle(
        x + r * 0.1 + Math.cos(a) * d,
        y - r * 0.12 + Math.sin(a) * d,
        r * (0.08 + random() * 0.12),
        light,
        'opacity=".7"',
      );
    })
  );
}

function farBank(): string {
  const trees: readonly (readonly [number, number, number])[] = [
    [60, 60, 74],
    [30, 196, 60],
    [150, 30, 52],
    [40, 320, 70],
    [120, 236, 40],
  ];
  return (
    path('M-20 -20H300C240 70 250 160 190 250C150 320 130 400 -20 470Z', '#d9b789') +
    path('M-20 -20H262C206 70 216 150 160 236C124 300 100 370 -20 430Z', 'url(#bank)') +
    trees
      .map(([x, y, r], i) => canopy(x, y, r, i % 2 ? '#626b43' : '#737a4c', '#949662', 80 + i))
      .join('')
  );
}

/** The near bank, with the club's landing stage. */
function nearBank(): string {
  const trees: readonly (readonly [number, number, number])[] = [
    [1560, 640, 92],
    [1470, 800, 84],
    [1590, 900, 96],
    [1390, 950, 70],
    [1250, 990, 60],
  ];
  const planks = times(14, (i) => rect(i * 20, 0, 17, 76, i % 3 ? '#b98a55' : '#c99a64'));
  return (
    path('M1620 470C1520 560 1430 660 1370 760C1310 850 1180 900 1080 1020H1620Z', '#cfa877') +
    path('M1620 520C1540 600 1462 690 1402 786C1344 872 1230 930 1140 1020H1620Z', 'url(#bank)') +
    `<g transform="translate(1120 742) rotate(26)">${rect(-6, 10, 300, 80, '#22363c', 'opacity=".4"')}${planks}${rect(-4, -4, 290, 8, '#8a6236')}${rect(-4, 72, 290, 8, '#8a6236')}${circle(4, -2, 8, palette.night)}${circle(4, 78, 8, palette.night)}</g>` +
    trees
      .map(([x, y, r], i) => canopy(x, y, r, i % 2 ? '#4d5638' : palette.moss, '#7d8257', 90 + i))
      .join('')
  );
}

const seats = [-322, -240, -158, -76, 6, 88, 170, 252];

/** Rings where the blades came out, and the line the hull leaves. */
function wake(): string {
  return (
    path(
      'M-480 0C-700 -26 -900 -60 -1100 -110V110C-900 60 -700 26 -480 0Z',
      '#f4dcb8',
      'opacity=".16"',
    ) +
    line(
      'M-470 -4C-660 -22 -840 -46 -1020 -78M-470 4C-660 22 -840 46 -1020 78',
      '#fbe9cd',
      3,
      'opacity=".5"',
    ) +
    seats
      .map((x, i) => {
        const side = i % 2 ? 1 : -1;
        return [0, 1]
          .map((k) => {
            const rx = x - 150 - k * 168;
            return (
              `<ellipse cx="${rx}" cy="${side * 232}" rx="${30 - k * 4}" ry="${16 - k * 2}" fill="none" stroke="#fbe9cd" stroke-width="3.5" opacity="${0.62 - k * 0.26}"/>` +
              `<ellipse cx="${rx}" cy="${side * 232}" rx="${14 - k * 2}" ry="${7 - k}" fill="none" stroke="#fbe9cd" stroke-width="3" opacity="${0.55 - k * 0.24}"/>`
            );
          })
          .join('');
      })
      .join('')
  );
}

function shell(): string {
  const hull =
    'M-490 0C-380 -34 -180 -42 40 -42C260 -42 420 -30 520 0C420 30 260 42 40 42C-180 42 -380 34 -490 0Z';
  const oars = seats.map((x, i) => {
    const side = i % 2 ? 1 : -1;
    const gate = [x + 6, side * 58] as const;
    const blade = [x - 66, side * 232] as const;
    return (
      line(
        `M${x + 4} ${side * 14}L${gate[0]} ${gate[1]}L${blade[0]} ${blade[1]}`,
        palette.cream,
        6,
      ) +
      line(
        `M${x - 20} ${side * 38}L${gate[0]} ${gate[1]}L${x + 32} ${side * 38}`,
        palette.night,
        3.5,
      ) +
      `<path d="M0 -9H54Q62 0 54 9H0Z" fill="${palette.accent}" transform="translate(${blade[0]} ${blade[1]}) rotate(${side > 0 ? 112 : -112})"/>` +
      `<path d="M30 -9H54Q62 0 54 9H30Z" fill="${palette.cream}" transform="translate(${blade[0]} ${blade[1]}) rotate(${side > 0 ? 112 : -112})"/>`
    );
  });
  const shirts = [palette.teal, palette.cream, palette.terracotta, palette.honey];
  const scarves = [
    '#2d211c',
    palette.honey,
    '#3a2924',
    palette.olive,
    palette.accent,
    '#2d211c',
    palette.cream,
    '#4a342a',
  ];
  const rowers = seats.map((x, i) => {
    const side = i % 2 ? 1 : -1;
    return (
      line(
        `M${x - 4} -16L${x + 26} ${side * 12}M${x - 4} 16L${x + 26} ${side * 14}`,
        '#c58f6c',
        9,
      ) +
      line(
        `M${x - 2} 10L${x + 44} 13M${x - 2} -10L${x + 44} -13`,
        palette.night,
        9,
        'opacity=".75"',
      ) +
      ellipse(x - 4, 0, 15, 27, shirts[i % 4] ?? palette.teal) +
      circle(x + 2, 0, 12.5, scarves[i] ?? palette.ink)
    );
  });
  return [
    `<g transform="translate(-26 40)" opacity=".35">${path(hull, palette.ink)}</g>`,
    ...oars,
    path(hull, '#f6e4c0'),
    path(
      'M-440 0C-360 -22 -180 -28 40 -28C250 -28 380 -20 450 0C380 20 250 28 40 28C-180 28 -360 22 -440 0Z',
      '#b07a4c',
    ),
    path('M-440 0C-360 22 -180 28 40 28C250 28 380 20 450 0Z', '#9a6740'),
    ...rowers,
    // The cox faces them and counts.
    ellipse(364, 0, 14, 22, palette.accent),
    circle(358, 0, 12, palette.ink),
    line('M370 -16L420 -6M370 16L420 6', palette.night, 3),
    circle(516, 0, 7, palette.accent),
  ].join('');
}

function gulls(): string {
  return [
    [1180, 120, 1],
    [1400, 190, 0.8],
    [1330, 90, 0.6],
  ]
    .map(
      ([x = 0, y = 0, s = 1]) =>
        `<g transform="translate(${x} ${y}) scale(${s})">${path('M60 70C40 50 10 60 0 78C-10 60 -40 50 -60 70C-30 68 -14 82 0 100C14 82 30 68 60 70Z', palette.ink, 'opacity=".22"')}${path('M62 -6C40 -30 12 -20 0 0C-12 -20 -40 -30 -62 -6C-34 -14 -14 0 -4 22H4C14 0 34 -14 62 -6Z', palette.paper)}</g>`,
    )
    .join('');
}
