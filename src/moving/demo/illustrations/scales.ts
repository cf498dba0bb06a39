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

/** A market under striped awnings; in the middle, on a stone table, the public scale. */
export function scales(): string {
  const defs =
    gradient('back', [
      [0, '#4a4a45'],
      [1, '#7b6a58'],
    ]) +
    gradient(
      'shaft',
      [
        [0, '#ffeec4', 0.8],
        [1, '#ffeec4', 0],
      ],
      { x2: 0.2, y2: 1 },
    ) +
    `<pattern id="weave" width="16" height="12" patternUnits="userSpaceOnUse"><path d="M0 3h8M8 9h8" stroke="#8a6236" stroke-width="3"/></pattern>`;
  const content = [
    rect(0, 0, WIDTH, 1000, 'url(#back)'),
    lane(),
    stalls(),
    polygon(
      [
        [700, -10],
        [960, -10],
        [1230, 960],
        [560, 960],
      ],
      'url(#shaft)',
      'opacity=".5"',
    ),
    rect(0, 880, WIDTH, 130, '#a78f70'),
    paving(),
    table(),
    dial(),
    basket(548, 752),
    awnings(),
  ].join('');
  return picture(defs, content);
}

function lane(): string {
  return (
    path('M610 900V360A200 210 0 0 1 1010 360V900Z', '#d8bb8d') +
    path('M660 900V380A150 160 0 0 1 960 380V900Z', '#efd9ae') +
    path('M716 900V410A94 104 0 0 1 904 410V900Z', '#faecca') +
    times(3, (i) => rect(752 + i * 44, 470 + i * 26, 30, 120, '#d3b07c', 'opacity=".55" rx="14"'))
  );
}

function crate(
  x: number,
  y: number,
  columns: number,
  fruit: (x: number, y: number, i: number) => string,
): string {
  const width = columns * 46 + 14;
  return (
    times(3, (row) =>
      times(columns - (row === 0 ? 1 : 0), (i) =>
        fruit(x + 30 + i * 46 + (row === 0 ? 23 : 0), y - 34 + row * 26, row * 9 + i),
      ),
    ) +
    rect(x, y + 24, width, 26, '#b98a55') +
    rect(x, y + 54, width, 26, '#a97a48') +
    rect(x, y + 24, 10, 60, '#8a6236') +
    rect(x + width - 10, y + 24, 10, 60, '#8a6236')
  );
}

function round(colour: string, shade: string, r = 24) {
  return (x: number, y: number, i: number) =>
    circle(x, y, r, i % 3 === 0 ? shade : colour) +
    path(
      `M${n(x - r * 0.6)} ${n(y - r * 0.3)}a${n(r * 0.7)} ${n(r * 0.7)} 0 0 1 ${n(r * 0.6)} ${n(-r * 0.45)}`,
      'none',
      `stroke="${palette.cream}" stroke-width="4" stroke-linecap="round" opacity=".55"`,
    );
}

function leafy(x: number, y: number, i: number): string {
  return times(5, (k) =>
    ellipse(
      x + (k - 2) * 9,
      y - Math.abs(k - 2) * -4,
      10,
      22,
      (i + k) % 2 ? palette.olive : palette.moss,
      `transform="rotate(${(k - 2) * 18} ${n(x)} ${n(y + 20)})"`,
    ),
  );
}

function long(colour: string) {
  return (x: number, y: number, i: number) =>
    path(
      `M${n(x - 22)} ${n(y + 16)}C${n(x - 26)} ${n(y - 14)} ${n(x + 8)} ${n(y - 26)} ${n(x + 22)} ${n(y - 8)}C${n(x + 26)} ${n(y + 12)} ${n(x)} ${n(y + 26)} ${n(x - 22)} ${n(y + 16)}Z`,
      colour,
    ) + path(`M${n(x + 14)} ${n(y - 18)}q8 -6 16 -2l-6 12Z`, i % 2 ? palette.olive : palette.moss);
}

function stalls(): string {
  const left = [
    crate(-20, 520, 5, leafy),
    crate(250, 520, 6, round('#b23a36', '#9b2335')),
    crate(-40, 664, 6, round('#e2b64f', '#d6a23c', 23)),
    crate(280, 664, 5, long('#5a3f52')),
    crate(-30, 812, 7, round(palette.olive, palette.moss, 22)),
    crate(340, 812, 4, leafy),
  ];
  const right = [
    crate(1050, 520, 6, long('#c9803f')),
    crate(1350, 520, 6, leafy),
    crate(1064, 664, 5, round('#d9b06c', '#c99b55')),
    crate(1320, 664, 6, round('#b23a36', '#c44d40')),
    crate(1090, 812, 5, round('#e8c35c', '#dba848', 23)),
    crate(1350, 812, 6, long('#5a3f52')),
  ];
  return (
    rect(0, 440, 610, 460, '#3b3630', 'opacity=".55"') +
    rect(1010, 440, 600, 460, '#3b3630', 'opacity=".55"') +
    left.join('') +
    right.join('')
  );
}

function paving(): string {
  return (
    times(14, (i) =>
      line(
        `M${n(810 + (i - 6.5) * 90)} 880L${n(810 + (i - 6.5) * 190)} 1000`,
        '#8d7659',
        3,
        'opacity=".6"',
      ),
    ) + line('M0 918H1600M0 966H1600', '#8d7659', 3, 'opacity=".6"')
  );
}

function table(): string {
  return (
    ellipse(810, 960, 330, 26, palette.ink, 'opacity=".35"') +
    rect(600, 800, 76, 160, '#cbbca1') +
    rect(944, 800, 76, 160, '#a89a82') +
    rect(676, 810, 268, 140, '#8b7d68') +
    rect(520, 762, 580, 46, '#efe3cb') +
    rect(520, 796, 580, 16, '#c2b397') +
    times(16, (i) => rect(545 + i * 34, 776 + (i % 3) * 5, 9, 3, '#b7a98d', 'opacity=".8"'))
  );
}

/** The scale has two faces; we see the one that looks to the street. */
function dial(): string {
  const ticks = times(40, (i) => {
    const a = (i / 40) * Math.PI * 2 - Math.PI / 2;
    const long = i % 5 === 0;
    const r = long ? 102 : 112;
    return line(
      `M${n(870 + Math.cos(a) * r)} ${n(470 + Math.sin(a) * r)}L${n(870 + Math.cos(a) * 122)} ${n(470 + Math.sin(a) * 122)}`,
      palette.ink,
      long ? 6 : 3,
    );
  });
  return [
    path('M790 762L820 640H920L950 762Z', palette.night),
    path('M880 640h40l30 122h-46Z', '#1c2d35'),
    rect(776, 744, 188, 20, palette.teal, 'rx="6"'),
    circle(870, 470, 178, palette.night),
    circle(870, 470, 166, palette.teal),
    circle(870, 470, 142, palette.paper),
    path('M870 328A142 142 0 0 1 970 571L870 470Z', '#f1e2c4'),
    ticks,
    line('M870 470L938 392', palette.accent, 10),
    line('M870 470L846 498', palette.accent, 12),
    circle(870, 470, 17, palette.ink),
    path(
      'M760 360A156 156 0 0 1 846 316',
      'none',
      `stroke="${palette.mist}" stroke-width="7" stroke-linecap="round" opacity=".6"`,
    ),
    rect(858, 256, 24, 40, palette.night),
    rect(696, 238, 348, 22, palette.teal, 'rx="10"'),
    path('M712 238Q870 300 1028 238Z', palette.mist),
    ...pile(),
  ].join('');
}

/** Bitter oranges on the pan, the town's own fruit. */
function pile(): string[] {
  const fruit: readonly (readonly [number, number])[] = [
    [770, 214],
    [826, 218],
    [884, 216],
    [942, 218],
    [980, 216],
    [800, 172],
    [858, 168],
    [916, 172],
    [860, 122],
  ];
  return fruit.map(
    ([x, y], i) =>
      circle(x, y, 31, i % 2 ? '#d98a3d' : '#e39a49') +
      path(
        `M${x - 18} ${y - 12}a24 24 0 0 1 20 -12`,
        'none',
        'stroke="#fbe3b4" stroke-width="5" stroke-linecap="round" opacity=".8"',
      ) +
      (i % 3 === 2 ? path(`M${x} ${y - 28}q26 -26 46 -6q-22 16 -46 6Z`, palette.moss) : ''),
  );
}

function basket(x: number, y: number): string {
  const random = hand(4);
  return (
    times(9, (i) =>
      circle(x + 18 + i * 15, y - 74 - random() * 16, 19, i % 2 ? palette.olive : '#8f9a63'),
    ) +
    path(`M${x} ${y - 70}H${x + 160}L${x + 138} ${y + 10}H${x + 22}Z`, '#c08f52') +
    path(`M${x} ${y - 70}H${x + 160}L${x + 138} ${y + 10}H${x + 22}Z`, 'url(#weave)') +
    line(
      `M${x + 8} ${y - 70}C${x + 20} ${y - 190} ${x + 140} ${y - 190} ${x + 152} ${y - 70}`,
      '#8a6236',
      9,
    )
  );
}

function awnings(): string {
  const cloth = (x: number, width: number, drop: number, a: string, b: string) => {
    const stripe = 58;
    const count = Math.ceil(width / stripe);
    return times(count, (i) => {
      const left = x + i * stripe;
      const fill = i % 2 ? b : a;
      return (
        path(
          `M${n(left)} -10H${n(left + stripe)}V${drop}a${stripe / 2} ${stripe / 2} 0 0 1 ${-stripe} 0Z`,
          fill,
        ) +
        path(
          `M${n(left)} ${drop - 34}H${n(left + stripe)}V${drop}a${stripe / 2} ${stripe / 2} 0 0 1 ${-stripe} 0Z`,
          palette.ink,
          'opacity=".12"',
        )
      );
    });
  };
  return (
    rect(0, 330, 660, 46, palette.ink, 'opacity=".22"') +
    rect(980, 300, 640, 46, palette.ink, 'opacity=".22"') +
    cloth(-30, 640, 300, palette.terracotta, palette.cream) +
    cloth(1070, 580, 270, palette.teal, palette.cream)
  );
}
