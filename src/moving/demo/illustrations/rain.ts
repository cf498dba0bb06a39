import {
  circle,
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

/** A front passes over flat roofs: rain on one half of the sky, light still on the other. */
export function rain(): string {
  const defs =
    gradient('sky', [
      [0, '#d9c39d'],
      [0.5, palette.sand],
      [1, '#f0cfa4'],
    ]) +
    gradient('cloud', [
      [0, '#2d444e'],
      [1, '#55717a'],
    ]) +
    `<pattern id="rainfall" width="64" height="96" patternUnits="userSpaceOnUse" patternTransform="rotate(18)">${line('M12 8v38', palette.mist, 3, 'opacity=".55"')}${line('M44 54v32', palette.mist, 2.4, 'opacity=".4"')}</pattern>` +
    `<clipPath id="wet"><path d="${shower}"/></clipPath>`;
  const content = [
    rect(0, 0, WIDTH, 1000, 'url(#sky)'),
    circle(1330, 300, 108, '#fdf1d8'),
    circle(1330, 300, 190, palette.cream, 'opacity=".3"'),
    birds(),
    path(shower, '#5f7a82', 'opacity=".82"'),
    cloudBank(),
    roofs(),
    `<g clip-path="url(#wet)">${rect(0, 0, WIDTH, 1000, 'url(#rainfall)')}</g>`,
    umbrella(806, 712),
    washing(1180, 700, 1350, 716),
  ].join('');
  return picture(defs, content);
}

/** The edge of the shower, from the foot of the cloud to the street. */
const shower = 'M-20 200H1010C980 420 900 640 770 1010H-20Z';

function cloudBank(): string {
  const back =
    'M-40 -20H1240C1290 60 1230 128 1150 132C1136 214 1030 250 950 214C900 296 770 300 716 236C640 310 500 300 458 226C380 292 240 284 204 210C130 260 20 240 -40 180Z';
  const front =
    'M-40 -20H1010C1040 40 1000 96 930 100C900 166 800 182 744 138C690 206 570 208 524 146C460 208 340 204 300 138C230 186 110 176 78 118C40 140 -10 136 -40 110Z';
  return (
    path(back, 'url(#cloud)') +
    path(front, palette.night, 'opacity=".72"') +
    line('M1250 92C1240 118 1200 132 1156 134', palette.cream, 6, 'opacity=".8"') +
    line('M1148 152C1124 214 1030 246 954 216', palette.cream, 5, 'opacity=".55"')
  );
}

function birds(): string {
  const flock: readonly (readonly [number, number, number])[] = [
    [1160, 420, 1],
    [1214, 396, 0.8],
    [1250, 440, 0.7],
    [1480, 210, 0.9],
    [1520, 236, 0.7],
  ];
  return flock
    .map(([x, y, s]) =>
      line(
        `M${n(x - 26 * s)} ${n(y - 8 * s)}q${n(14 * s)} ${n(-8 * s)} ${n(26 * s)} ${n(8 * s)}q${n(12 * s)} ${n(-16 * s)} ${n(26 * s)} ${n(-8 * s)}`,
        '#6b5a4e',
        4 * s,
      ),
    )
    .join('');
}

interface House {
  x: number;
  y: number;
  width: number;
  wall: string;
  side: string;
  lit?: number;
}

const far: readonly House[] = [
  { x: -30, y: 560, width: 190, wall: '#6f858a', side: '#60777d' },
  { x: 150, y: 520, width: 150, wall: '#788d90', side: '#667d82' },
  { x: 310, y: 574, width: 210, wall: '#6b8287', side: '#5d747a' },
  { x: 530, y: 530, width: 170, wall: '#7b8e90', side: '#6a8084' },
  { x: 712, y: 568, width: 160, wall: '#97998c', side: '#81877f' },
  { x: 884, y: 520, width: 190, wall: '#c7a98a', side: '#b1937a' },
  { x: 1086, y: 566, width: 170, wall: '#d8b592', side: '#c09a7e' },
  { x: 1268, y: 532, width: 160, wall: '#cfa98a', side: '#b89078' },
  { x: 1440, y: 574, width: 200, wall: '#dcbb96', side: '#c5a082' },
];

const near: readonly House[] = [
  { x: -20, y: 712, width: 250, wall: '#4c646b', side: '#3f565e', lit: 1 },
  { x: 214, y: 660, width: 210, wall: '#5d6c6c', side: '#4d5d5f' },
  { x: 410, y: 738, width: 260, wall: '#54595b', side: '#474d50', lit: 2 },
  { x: 654, y: 760, width: 300, wall: '#7b6660', side: '#695650' },
  { x: 940, y: 678, width: 220, wall: '#b9836c', side: '#9f6d5b', lit: 0 },
  { x: 1146, y: 742, width: 240, wall: '#c9987a', side: '#b08066' },
  { x: 1372, y: 690, width: 260, wall: '#b5735f', side: '#99604f', lit: 1 },
];

function roofs(): string {
  const random = hand(9);
  const street = rect(0, 820, WIDTH, 200, '#39474b');
  return (
    far.map((h) => house(h, random, 0.7)).join('') +
    street +
    near.map((h) => house(h, random, 1)).join('')
  );
}

function house(
  { x, y, width, wall, side, lit }: House,
  random: () => number,
  scale: number,
): string {
  const parts = [
    rect(x, y, width, 1000 - y, wall),
    polygon(
      [
        [x + width, y],
        [x + width - 36 * scale, y + 0],
        [x + width - 36 * scale, 1000],
        [x + width, 1000],
      ],
      side,
    ),
    rect(x - 6, y - 10 * scale, width + 12, 16 * scale, side),
  ];
  const columns = Math.floor((width - 60) / (72 * scale));
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < columns; column++) {
      const wx = x + 26 + column * 72 * scale;
      const wy = y + 42 * scale + row * 92 * scale;
      const isLit = row === 0 && column === lit;
      parts.push(
        rect(
          wx,
          wy,
          30 * scale,
          48 * scale,
          isLit ? '#f8d999' : '#2c3f47',
          `rx="${n(15 * scale)}" ${isLit ? '' : 'opacity=".6"'}`,
        ),
        rect(wx - 4, wy + 46 * scale, 38 * scale, 5 * scale, side),
      );
    }
  parts.push(onRoof(x, y - 8 * scale, width, random, scale, side));
  return parts.join('');
}

/** Water tanks, aerials and a line of washing that somebody forgot. */
function onRoof(
  x: number,
  y: number,
  width: number,
  random: () => number,
  scale: number,
  colour: string,
): string {
  const tank = x + 30 + random() * (width - 130) * 0.4;
  const w = 54 * scale;
  const aerial = x + width - 50 * scale;
  return (
    line(
      `M${n(tank + 6)} ${n(y)}v${n(-16 * scale)}M${n(tank + w - 6)} ${n(y)}v${n(-16 * scale)}`,
      colour,
      5 * scale,
    ) +
    rect(tank, y - 58 * scale, w, 44 * scale, '#31474f', `rx="${n(8 * scale)}" opacity=".9"`) +
    rect(tank, y - 48 * scale, w, 4 * scale, palette.mist, 'opacity=".35"') +
    line(
      `M${n(aerial)} ${n(y)}v${n(-84 * scale)}M${n(aerial - 22 * scale)} ${n(y - 76 * scale)}h${n(44 * scale)}M${n(aerial - 15 * scale)} ${n(y - 60 * scale)}h${n(30 * scale)}`,
      '#2c3f47',
      3.4 * scale,
    )
  );
}

function umbrella(x: number, y: number): string {
  const scallops = times(4, () => 'q-21 -16 -42 0');
  return (
    path(
      `M${x - 26} ${y + 48}C${x - 30} ${y - 4} ${x - 20} ${y - 26} ${x - 4} ${y - 26}C${x + 14} ${y - 26} ${x + 24} ${y - 4} ${x + 22} ${y + 48}Z`,
      palette.night,
    ) +
    path(
      `M${x + 2} ${y - 26}C${x + 14} ${y - 24} ${x + 24} ${y - 4} ${x + 22} ${y + 48}h-12Z`,
      '#365260',
    ) +
    circle(x - 4, y - 44, 15, '#3a2924') +
    line(`M${x + 16} ${y + 2}L${x} ${y - 90}`, palette.ink, 4) +
    path(
      `M${x - 84} ${y - 36}C${x - 80} ${y - 112} ${x + 80} ${y - 112} ${x + 84} ${y - 36}${scallops}Z`,
      palette.accent,
    ) +
    path(
      `M${x} ${y - 93}C${x + 44} ${y - 92} ${x + 82} ${y - 76} ${x + 84} ${y - 36}q-21 -16 -42 0C${x + 40} ${y - 66} ${x + 20} ${y - 86} ${x} ${y - 93}Z`,
      '#b8404c',
    ) +
    line(`M${x} ${y - 93}v-12`, palette.ink, 5)
  );
}

/** Left out on the dry side of town. */
function washing(x1: number, y1: number, x2: number, y2: number): string {
  const clothes = [palette.cream, palette.accent, palette.paper, palette.honey];
  const cord = `M${x1} ${y1}Q${(x1 + x2) / 2} ${Math.max(y1, y2) + 20} ${x2} ${y2}`;
  return (
    line(`M${x1} ${y1 - 6}V${y1 + 42}M${x2} ${y2 - 6}V${y2 + 26}`, '#6b4a40', 5) +
    line(cord, '#6b4a40', 2.5) +
    clothes
      .map((colour, i) => {
        const x = x1 + 22 + i * 35;
        return path(`M${x} ${y1 + 10 + i}h27l2 ${i % 2 ? 26 : 32}q-14 5 -30 0Z`, colour);
      })
      .join('')
  );
}
