import {
  ellipse,
  gradient,
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

const SHELF = 742;

/** A still life: bottles and boxes on a dry shelf, and the light that stops before it reaches them. */
export function medicine(): string {
  const defs =
    gradient('wall', [
      [0, '#8fa39f'],
      [1, '#a9b5a8'],
    ]) +
    gradient('shelf', [
      [0, '#c89a6a'],
      [1, '#a87849'],
    ]) +
    gradient(
      'amber',
      [
        [0, '#c9873f'],
        [0.5, '#a55f2c'],
        [1, '#7c4222'],
      ],
      { x2: 1, y2: 0 },
    ) +
    gradient(
      'red',
      [
        [0, '#c24552'],
        [0.5, palette.accent],
        [1, '#6d1826'],
      ],
      { x2: 1, y2: 0 },
    ) +
    gradient(
      'blue',
      [
        [0, '#7fa0a5'],
        [0.5, palette.teal],
        [1, palette.night],
      ],
      { x2: 1, y2: 0 },
    ) +
    gradient(
      'glass',
      [
        [0, '#e9efe6'],
        [1, '#b9c4bf'],
      ],
      { x2: 1, y2: 0 },
    );
  const content = [
    rect(0, 0, WIDTH, SHELF, 'url(#wall)'),
    sunlight(),
    tiles(),
    shadows(),
    rect(0, SHELF, WIDTH, 62, 'url(#shelf)'),
    rect(0, SHELF, WIDTH, 8, '#e3bd8d'),
    times(9, (i) =>
      line(
        `M${60 + i * 180} ${SHELF + 26 + (i % 3) * 9}h${90 + (i % 4) * 30}`,
        '#8f6238',
        2.5,
        'opacity=".5"',
      ),
    ),
    rect(0, SHELF + 62, WIDTH, 210, '#7f9490'),
    polygon(
      [
        [0, SHELF + 62],
        [WIDTH, SHELF + 62],
        [WIDTH, SHELF + 124],
        [0, SHELF + 92],
      ],
      palette.ink,
      'opacity=".28"',
    ),
    bracket(240),
    bracket(1300),
    jar(210, 'url(#glass)', 190, 250),
    bottle(470, 120, 330, 'url(#blue)', palette.cream),
    box(612, 158, 236, palette.paper, palette.olive),
    bottle(830, 150, 400, 'url(#red)', palette.sand),
    dropper(1036),
    box(1110, 200, 120, palette.sand, palette.terracotta),
    bottle(1352, 128, 290, 'url(#amber)', palette.cream),
    blister(1092, SHELF - 130),
    key(1160),
  ].join('');
  return picture(defs, content);
}

/** The window's light lies on the wall and ends short of the shelf. */
function sunlight(): string {
  const pane = (x: number, y: number) =>
    polygon(
      [
        [x, y],
        [x + 190, y],
        [x + 268, y + 176],
        [x + 78, y + 176],
      ],
      '#f8e3b6',
      'opacity=".85"',
    );
  return pane(420, 40) + pane(634, 40) + pane(508, 238) + pane(722, 238);
}

function tiles(): string {
  return (
    times(13, (i) => rect(i * 130 + 14, 0, 2, SHELF, '#7f938e', 'opacity=".45"')) +
    times(7, (i) => rect(0, i * 118 + 30, WIDTH, 2, '#7f938e', 'opacity=".45"'))
  );
}

function shadows(): string {
  const cast = (x: number, w: number, h: number) =>
    polygon(
      [
        [x, SHELF],
        [x + h * 0.5, SHELF - h * 0.92],
        [x + h * 0.5 + w, SHELF - h * 0.92],
        [x + w, SHELF],
      ],
      '#5d716e',
      'opacity=".38"',
    );
  return (
    cast(214, 186, 250) +
    cast(474, 116, 300) +
    cast(616, 158, 236) +
    cast(836, 146, 380) +
    cast(1114, 200, 120) +
    cast(1356, 124, 270)
  );
}

function bottle(x: number, width: number, height: number, fill: string, label: string): string {
  const top = SHELF - height;
  const neck = width * 0.34;
  const cx = x + width / 2;
  const shoulder = top + height * 0.32;
  return [
    path(
      `M${n(cx - neck)} ${n(top + 40)}V${n(shoulder - 40)}C${n(cx - neck)} ${n(shoulder)} ${x} ${n(shoulder - 6)} ${x} ${n(shoulder + 44)}V${SHELF - 14}q0 14 14 14H${x + width - 14}q14 0 14 -14V${n(shoulder + 44)}C${x + width} ${n(shoulder - 6)} ${n(cx + neck)} ${n(shoulder)} ${n(cx + neck)} ${n(shoulder - 40)}V${n(top + 40)}Z`,
      fill,
    ),
    rect(cx - neck - 7, top, neck * 2 + 14, 52, palette.cream, 'rx="7"'),
    times(7, (i) => rect(cx - neck - 2 + (i * (neck * 2 + 4)) / 7, top + 8, 3, 36, '#cbbda0')),
    rect(x, shoulder + 74, width, height * 0.32, label),
    rect(
      x + width * 0.72,
      shoulder + 74,
      width * 0.28,
      height * 0.32,
      palette.ink,
      'opacity=".12"',
    ),
    // A leaf for a label: the picture speaks no language.
    path(
      `M${n(cx)} ${n(shoulder + 92)}q${n(width * 0.3)} ${n(height * 0.1)} 0 ${n(height * 0.22)}q${n(-width * 0.3)} ${n(-height * 0.12)} 0 ${n(-height * 0.22)}Z`,
      palette.olive,
    ),
    line(`M${n(cx)} ${n(shoulder + 104)}v${n(height * 0.22)}`, palette.moss, 3),
    rect(x + 12, shoulder + 48, 11, height * 0.54, palette.paper, 'rx="5" opacity=".5"'),
  ].join('');
}

function jar(x: number, fill: string, width: number, height: number): string {
  const top = SHELF - height;
  const pills: readonly string[] = [
    palette.cream,
    palette.terracotta,
    palette.honey,
    palette.paper,
  ];
  return [
    rect(x, top + 36, width, height - 36, fill, 'rx="26" opacity=".9"'),
    times(39, (i) => {
      const row = Math.floor(i / 6);
      const px = x + 28 + (i % 6) * 27 + (row % 2) * 6;
      const py = SHELF - 16 - row * 19;
      return `<rect x="${n(px - 13)}" y="${n(py - 7)}" width="27" height="14" rx="7" fill="${pills[(i * 7) % 4]}" stroke="#a99f8d" stroke-width="1.5" transform="rotate(${((i * 37) % 60) - 30} ${n(px)} ${n(py)})"/>`;
    }),
    rect(x + 16, top + 64, 14, height - 100, palette.paper, 'rx="7" opacity=".8"'),
    rect(x - 6, top, width + 12, 46, palette.teal, 'rx="10"'),
    rect(x - 6, top + 30, width + 12, 8, palette.night, 'opacity=".5"'),
  ].join('');
}

function box(x: number, width: number, height: number, fill: string, band: string): string {
  const top = SHELF - height;
  return (
    rect(x, top, width, height, fill) +
    polygon(
      [
        [x + width, top],
        [x + width + 34, top - 18],
        [x + width + 34, SHELF - 12],
        [x + width, SHELF],
      ],
      '#b7a98d',
    ) +
    polygon(
      [
        [x, top],
        [x + 34, top - 18],
        [x + width + 34, top - 18],
        [x + width, top],
      ],
      palette.cream,
    ) +
    rect(x, top + height * 0.6, width, height * 0.22, band) +
    times(4, (i) => rect(x + 20, top + 22 + i * 16, width * (0.62 - (i % 2) * 0.2), 6, '#c9bfa9'))
  );
}

function dropper(x: number): string {
  return [
    rect(x - 30, SHELF - 96, 60, 96, 'url(#amber)', 'rx="12"'),
    rect(x - 30, SHELF - 62, 60, 36, palette.cream),
    rect(x - 16, SHELF - 122, 32, 30, palette.night, 'rx="5"'),
    path(
      `M${x - 13} ${SHELF - 120}C${x - 20} ${SHELF - 180} ${x + 20} ${SHELF - 180} ${x + 13} ${SHELF - 120}Z`,
      palette.terracotta,
    ),
    rect(x - 22, SHELF - 86, 7, 72, palette.paper, 'opacity=".5" rx="3"'),
  ].join('');
}

function blister(x: number, y: number): string {
  return (
    `<g transform="rotate(-7 ${x + 100} ${y})">` +
    rect(x + 16, y - 62, 180, 78, palette.mist, 'rx="8"') +
    times(10, (i) => {
      const cx = x + 42 + (i % 5) * 32;
      const cy = y - 42 + Math.floor(i / 5) * 36;
      return (
        ellipse(cx, cy, 12, 13, i === 3 ? '#8b9894' : palette.paper) +
        ellipse(cx - 3, cy - 4, 4, 4, '#fff')
      );
    }) +
    '</g>'
  );
}

/** The cupboard has a key, and the key hangs where no child reaches. */
function key(x: number): string {
  return (
    line(`M${x} 318v40`, palette.night, 5) +
    rect(x - 20, 306, 40, 14, palette.brick, 'rx="7"') +
    `<circle cx="${x}" cy="388" r="26" fill="none" stroke="${palette.honey}" stroke-width="12"/>` +
    rect(x - 6, 412, 12, 110, palette.honey) +
    rect(x + 4, 478, 26, 11, palette.honey) +
    rect(x + 4, 504, 20, 11, palette.honey) +
    line(`M${x + 44} 398l14 110`, '#5d716e', 9, 'opacity=".35"')
  );
}

function bracket(x: number): string {
  return path(
    `M${x} ${SHELF + 62}h26v120h-26ZM${x + 26} ${SHELF + 62}h90L${x + 26} ${SHELF + 150}Z`,
    '#9c6f43',
  );
}
