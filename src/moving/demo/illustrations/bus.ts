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

const ROAD = 812;

/** The first bus of the morning: low sun along the street, long shadows, shutters half open. */
export function bus(): string {
  const defs =
    gradient('sky', [
      [0, '#a9bdbb'],
      [0.6, '#ecd9b5'],
      [1, '#f4cf9f'],
    ]) +
    gradient('road', [
      [0, '#8d8577'],
      [1, '#5f6361'],
    ]) +
    gradient(
      'beam',
      [
        [0, '#fff1d0', 0.75],
        [1, '#fff1d0', 0],
      ],
      { x2: 1, y2: 0.25 },
    );
  const content = [
    rect(0, 0, WIDTH, 1000, 'url(#sky)'),
    circle(168, 420, 250, '#fff1d0', 'opacity=".35"'),
    circle(168, 420, 112, '#fff6e2'),
    hills(),
    terrace(),
    palms(),
    rect(0, ROAD - 62, WIDTH, 62, '#d9c3a0'),
    times(27, (i) => rect(i * 62 - 10, ROAD - 60, 3, 46, '#c2aa88')),
    rect(0, ROAD - 14, WIDTH, 14, '#b79f80'),
    rect(0, ROAD, WIDTH, 200, 'url(#road)'),
    times(9, (i) =>
      polygon(
        [
          [i * 200 - 40, 926],
          [i * 200 + 66, 926],
          [i * 200 + 58, 938],
          [i * 200 - 48, 938],
        ],
        '#f0dfbd',
        'opacity=".75"',
      ),
    ),
    stop(1240),
    polygon(
      [
        [392, ROAD + 30],
        [1098, ROAD + 30],
        [1560, ROAD + 78],
        [560, ROAD + 78],
      ],
      '#30383a',
      'opacity=".4"',
    ),
    coach(380, 540),
    polygon(
      [
        [0, 330],
        [1600, 560],
        [1600, 1000],
        [0, 640],
      ],
      'url(#beam)',
      'opacity=".24"',
    ),
  ].join('');
  return picture(defs, content);
}

function hills(): string {
  return (
    path('M-20 560C200 470 420 520 640 470C900 410 1180 460 1620 360V800H-20Z', '#c6b694') +
    path('M-20 620C260 560 520 600 820 540C1120 486 1360 540 1620 470V800H-20Z', '#a9a583')
  );
}

/** Houses that climb the slope, each with its own shutters. */
function terrace(): string {
  const houses: readonly (readonly [number, number, number, string, string])[] = [
    [300, 500, 170, '#e7c8a0', palette.teal],
    [470, 420, 210, '#d9a184', palette.moss],
    [680, 470, 160, '#f0dcb8', palette.accent],
    [840, 366, 230, '#cf8f74', palette.night],
    [1070, 430, 180, '#e9cfa8', palette.olive],
    [1250, 330, 210, '#bf7a66', palette.teal],
    [1460, 400, 180, '#e2bd92', palette.brick],
  ];
  const random = hand(12);
  return houses
    .map(([x, y, width, wall, shutter]) => {
      const parts = [
        rect(x, y, width, ROAD - y, wall),
        rect(x + width - 30, y, 30, ROAD - y, palette.ink, 'opacity=".12"'),
        rect(x - 8, y - 14, width + 16, 20, '#8f5a4d'),
        times(Math.floor(width / 18) + 1, (i) => circle(x - 2 + i * 18, y + 5, 9, '#8f5a4d')),
      ];
      const columns = Math.floor((width - 30) / 68);
      const gap = (width - 30) / columns;
      for (let row = 0; row < 3; row++)
        for (let c = 0; c < columns; c++) {
          const wx = x + gap * (c + 0.5) - 17;
          const wy = y + 42 + row * 104;
          if (wy > ROAD - 150) continue;
          const open = random() > 0.45;
          parts.push(
            rect(wx, wy, 34, 56, open ? '#40535a' : shutter),
            open
              ? rect(wx - 18, wy, 17, 56, shutter) + rect(wx + 35, wy, 17, 56, shutter)
              : times(6, (i) => rect(wx, wy + 6 + i * 9, 34, 2.5, palette.ink, 'opacity=".22"')),
            rect(wx - 6, wy + 56, 46, 6, palette.cream, 'opacity=".8"'),
          );
          if (open && random() > 0.5)
            parts.push(
              times(5, (i) =>
                circle(
                  wx + 1 + i * 8,
                  wy + 51 + (i % 2) * 4,
                  6,
                  i % 2 ? palette.olive : palette.terracotta,
                ),
              ),
            );
        }
      return parts.join('');
    })
    .join('');
}

function palms(): string {
  const trees: readonly (readonly [number, number, number])[] = [
    [72, 330, 1.15],
    [232, 470, 0.8],
    [1540, 300, 1.2],
  ];
  return trees
    .map(([x, top, s]) => {
      const trunk = path(
        `M${n(x - 12 * s)} ${ROAD - 50}Q${n(x + 8 * s)} ${(top + ROAD) / 2} ${n(x - 5 * s)} ${top}h${n(12 * s)}Q${n(x + 26 * s)} ${(top + ROAD) / 2} ${n(x + 14 * s)} ${ROAD - 50}Z`,
        '#6d5a48',
      );
      const leaves = times(9, (i) => {
        const angle = -200 + i * 27.5;
        return `<path d="M0 0Q${n(62 * s)} ${n(-46 * s)} ${n(140 * s)} ${n(14 * s)}Q${n(66 * s)} ${n(-14 * s)} 0 0Z" fill="${i % 2 ? '#5d6a48' : palette.moss}" transform="translate(${n(x)} ${top}) rotate(${n(angle)})${angle < -90 ? ' scale(1 -1)' : ''}"/>`;
      });
      return trunk + leaves;
    })
    .join('');
}

function stop(x: number): string {
  return (
    rect(x, 560, 10, ROAD - 574, palette.night) +
    rect(x + 210, 560, 10, ROAD - 574, palette.night) +
    polygon(
      [
        [x - 30, 548],
        [x + 250, 530],
        [x + 250, 552],
        [x - 30, 570],
      ],
      palette.accent,
    ) +
    rect(x + 30, 726, 160, 12, palette.brick) +
    rect(x + 44, 738, 10, 48, palette.night) +
    rect(x + 166, 738, 10, 48, palette.night) +
    traveller(x + 78, 730, palette.teal) +
    traveller(x + 152, 734, palette.honey) +
    polygon(
      [
        [x + 2, ROAD - 14],
        [x + 12, ROAD - 14],
        [x + 160, ROAD + 26],
        [x + 140, ROAD + 26],
      ],
      '#30383a',
      'opacity=".3"',
    )
  );
}

/** Somebody who sits and waits, seen as one coat and one bag. */
function traveller(x: number, seat: number, coat: string): string {
  return (
    path(
      `M${x - 20} ${seat}C${x - 24} ${seat - 60} ${x - 14} ${seat - 78} ${x} ${seat - 78}C${x + 14} ${seat - 78} ${x + 24} ${seat - 60} ${x + 20} ${seat}Z`,
      coat,
    ) +
    path(`M${x - 18} ${seat - 4}h36l4 60h-12l-6 -42h-8l-6 42h-12Z`, palette.ink) +
    circle(x, seat - 96, 16, '#6b4436') +
    path(`M${x - 17} ${seat - 96}a17 17 0 0 1 34 0q-16 -8 -34 0Z`, palette.ink)
  );
}

function coach(x: number, y: number): string {
  const windows = times(5, (i) => {
    const wx = x + 38 + i * 118;
    return (
      rect(wx, y + 44, 102, 92, '#33474f', 'rx="8"') +
      polygon(
        [
          [wx + 18, y + 44],
          [wx + 52, y + 44],
          [wx + 22, y + 136],
          [wx + 0, y + 136],
          [wx, y + 100],
        ],
        '#f6e3bd',
        'opacity=".38"',
      ) +
      (i === 1 || i === 2 || i === 4
        ? circle(wx + 62, y + 92, 17, '#1f2d33') +
          path(`M${wx + 34} ${y + 136}q28 -44 56 0Z`, '#1f2d33')
        : '')
    );
  });
  const wheel = (wx: number) =>
    circle(wx, y + 270, 50, '#232a2c') +
    circle(wx, y + 270, 28, '#b9ad98') +
    circle(wx, y + 270, 10, '#5f5a50') +
    times(6, (i) => {
      const a = (i * Math.PI) / 3;
      return circle(wx + Math.cos(a) * 19, y + 270 + Math.sin(a) * 19, 3, '#5f5a50');
    });
  return [
    ellipse(x + 360, y + 318, 370, 16, palette.ink, 'opacity=".35"'),
    path(
      `M${x} ${y + 40}Q${x} ${y} ${x + 40} ${y}H${x + 668}Q${x + 716} ${y} ${x + 726} ${y + 60}L${x + 740} ${y + 170}V${y + 268}Q${x + 740} ${y + 282} ${x + 726} ${y + 282}H${x + 14}Q${x} ${y + 282} ${x} ${y + 268}Z`,
      palette.accent,
    ),
    rect(x, y + 158, 738, 34, palette.cream),
    rect(x, y + 200, 740, 6, palette.cream, 'opacity=".6"'),
    path(
      `M${x + 40} ${y}H${x + 668}Q${x + 700} ${y} ${x + 714} ${y + 24}H${x + 6}Q${x + 14} ${y} ${x + 40} ${y}Z`,
      '#f3e2c2',
    ),
    windows,
    path(
      `M${x + 634} ${y + 44}H${x + 700}Q${x + 712} ${y + 46} ${x + 716} ${y + 66}L${x + 728} ${y + 150}H${x + 634}Z`,
      '#33474f',
    ),
    polygon(
      [
        [x + 650, y + 44],
        [x + 684, y + 44],
        [x + 664, y + 150],
        [x + 640, y + 150],
      ],
      '#f6e3bd',
      'opacity=".38"',
    ),
    circle(x + 726, y + 228, 13, '#fff1c9'),
    rect(x - 8, y + 214, 14, 30, '#e2a05a', 'rx="4"'),
    line(`M${x + 740} ${y + 70}h22v44`, palette.night, 6),
    rect(x + 752, y + 96, 16, 44, palette.night, 'rx="6"'),
    path(
      `M${x + 90} ${y + 282}a66 66 0 0 1 132 0ZM${x + 540} ${y + 282}a66 66 0 0 1 132 0Z`,
      '#3a1219',
    ),
    wheel(x + 156),
    wheel(x + 606),
    rect(x, y + 24, 10, 240, '#fff1d0', 'rx="5" opacity=".55"'),
  ].join('');
}
