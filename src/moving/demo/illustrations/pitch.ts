import {
  circle,
  ellipse,
  hand,
  line,
  n,
  palette,
  path,
  picture,
  polygon,
  rect,
  times,
} from './shapes.ts';

/** The corner from above, late in the match: eleven long shadows and one ball in the air. */
export function pitch(): string {
  const defs = `<clipPath id="field"><rect x="-120" y="60" width="1500" height="1200"/></clipPath>`;
  const content = [
    rect(0, 0, 1600, 1000, '#a66a55'),
    `<g transform="translate(-30 46) rotate(-11 800 500)">`,
    stand(),
    rect(-200, -20, 1640, 1400, '#c07f64'),
    rect(-120, 60, 1500, 1300, palette.moss),
    `<g clip-path="url(#field)">${mowing()}${markings()}</g>`,
    players(),
    `</g>`,
  ].join('');
  return picture(defs, content);
}

function mowing(): string {
  return (
    times(13, (i) => (i % 2 ? rect(-120 + i * 120, 60, 120, 1300, '#69714a') : '')) +
    times(11, (i) => (i % 2 ? rect(-120, 60 + i * 120, 1500, 120, '#7d8257', 'opacity=".32"') : ''))
  );
}

const chalk = '#f3ead2';

function markings(): string {
  const stroke = `fill="none" stroke="${chalk}" stroke-width="7"`;
  return [
    `<rect x="-400" y="110" width="1730" height="1400" ${stroke}/>`,
    // The goal and its areas on the right-hand line.
    `<rect x="930" y="250" width="400" height="620" ${stroke}/>`,
    `<rect x="1170" y="400" width="160" height="320" ${stroke}/>`,
    circle(1050, 560, 7, chalk),
    `<path d="M930 450A150 150 0 0 0 930 670" ${stroke}/>`,
    `<path d="M1284 110A46 46 0 0 0 1330 156" ${stroke}/>`,
    `<path d="M130 1300A330 330 0 0 1 130 640" ${stroke} opacity=".9"/>`,
    line('M130 110V1400', chalk, 7),
  ].join('');
}

function net(): string {
  return (
    rect(1330, 478, 62, 164, palette.paper, 'opacity=".28"') +
    times(9, (i) => line(`M1330 ${478 + i * 20.5}h62`, palette.paper, 2, 'opacity=".8"')) +
    times(5, (i) => line(`M${1334 + i * 14.5} 478v164`, palette.paper, 2, 'opacity=".8"')) +
    line('M1392 478h-62M1330 642h62', palette.paper, 7) +
    line('M1330 478v164', palette.paper, 10)
  );
}

/** Seen from above a player is shoulders, a head and, at this hour, mostly a shadow. */
function player(x: number, y: number, shirt: string, turn: number, reach = 1): string {
  return (
    polygon(
      [
        [x - 8, y + 12],
        [x + 12, y - 8],
        [x - 128 * reach, y + 100 * reach],
        [x - 150 * reach, y + 92 * reach],
      ],
      palette.ink,
      'opacity=".3"',
    ) +
    ellipse(x - 146 * reach, y + 104 * reach, 17, 13, palette.ink, 'opacity=".3"') +
    `<g transform="translate(${x} ${y}) rotate(${turn})">` +
    ellipse(-4, 20, 8, 14, '#d2a07d') +
    ellipse(8, -20, 8, 14, '#d2a07d') +
    ellipse(0, 0, 17, 29, shirt) +
    ellipse(-6, 0, 6, 22, palette.paper, 'opacity=".16"') +
    circle(3, 0, 12, '#2d211c') +
    `</g>`
  );
}

function players(): string {
  const red = palette.accent;
  const cream = palette.cream;
  const others: readonly (readonly [number, number, string, number, number?])[] = [
    [1302, 132, red, 100],
    [1118, 380, cream, 20],
    [1030, 448, red, -20],
    [1100, 520, cream, 40],
    [1010, 640, cream, -40],
    [1084, 720, red, -60],
    [880, 560, red, 10],
    [800, 420, cream, 30],
    [640, 690, cream, 0],
    [560, 380, red, 14],
    [300, 560, cream, -10],
  ];
  const scorer = player(1150, 588, red, -26, 1.25);
  return [
    net(),
    ...others.map(([x, y, shirt, turn, reach]) => player(x, y, shirt, turn, reach)),
    player(1312, 566, palette.honey, 92),
    player(742, 250, palette.night, 40),
    scorer,
    // From the corner, over everybody, to one head, to the far post.
    path(
      'M1298 152C1300 300 1250 460 1164 562',
      'none',
      `stroke="${palette.paper}" stroke-width="5" stroke-dasharray="3 16" stroke-linecap="round" opacity=".95"`,
    ),
    path(
      'M1176 596C1240 640 1290 640 1352 618',
      'none',
      `stroke="${palette.paper}" stroke-width="5" stroke-dasharray="3 16" stroke-linecap="round" opacity=".95"`,
    ),
    ball(1244, 632),
    flag(),
  ].join('');
}

function ball(x: number, y: number): string {
  return (
    ellipse(x - 44, y + 40, 12, 9, palette.ink, 'opacity=".35"') +
    circle(x, y, 15, palette.paper) +
    circle(x + 1, y + 1, 5, palette.ink) +
    times(5, (i) => {
      const a = (i * Math.PI * 2) / 5;
      return circle(x + Math.cos(a) * 12, y + Math.sin(a) * 12, 2.6, palette.ink);
    })
  );
}

function flag(): string {
  return (
    line('M1330 110l-84 66', palette.ink, 5, 'opacity=".3"') +
    circle(1330, 110, 7, palette.honey) +
    polygon(
      [
        [1330, 110],
        [1380, 86],
        [1366, 126],
      ],
      palette.honey,
    )
  );
}

/** The crowd on two sides: dots in rows, with gaps where somebody went for tea. */
function stand(): string {
  const random = hand(61);
  const coats = [
    palette.cream,
    palette.accent,
    palette.teal,
    palette.honey,
    palette.night,
    palette.clay,
    '#6d3a34',
  ];
  const seat = (x: number, y: number) =>
    random() > 0.16
      ? circle(
          x + (random() - 0.5) * 5,
          y + (random() - 0.5) * 5,
          11.5,
          coats[Math.floor(random() * coats.length)] ?? '',
        ) +
        circle(x + (random() - 0.5) * 4, y + (random() - 0.5) * 4, 5.5, '#2d211c', 'opacity=".85"')
      : '';
  const top = times(
    5,
    (row) =>
      rect(-240, -176 + row * 32, 2000, 30, row % 2 ? '#d8b48d' : '#cfa881') +
      times(56, (i) => seat(-220 + i * 30 + (row % 2) * 15, -161 + row * 32)),
  );
  const side = times(
    8,
    (row) =>
      rect(1458 + row * 32, -180, 30, 1500, row % 2 ? '#d8b48d' : '#cfa881') +
      times(44, (i) =>
        n(i % 15) === '9' ? '' : seat(1473 + row * 32, -10 + i * 30 + (row % 2) * 15),
      ),
  );
  return top + side;
}
