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

const GROUND = 730;

/** A bench in the shade of one tree, on a pavement that is otherwise all sun. */
export function bench(): string {
  const defs =
    gradient('wall', [
      [0, '#f6e2bd'],
      [1, '#eccb9b'],
    ]) +
    gradient('pavement', [
      [0, '#e6c795'],
      [1, '#d5ad78'],
    ]) +
    `<clipPath id="ground"><rect x="0" y="${GROUND}" width="${WIDTH}" height="280"/></clipPath>` +
    `<clipPath id="onwall"><rect x="0" y="0" width="${WIDTH}" height="${GROUND}"/></clipPath>`;
  const content = [
    rect(0, 0, WIDTH, GROUND, 'url(#wall)'),
    wall(),
    rect(0, GROUND, WIDTH, 280, 'url(#pavement)'),
    tiles(),
    `<g clip-path="url(#onwall)" opacity=".55">${crown(1040, 330, 1, ['#d2ab78'], 2)}</g>`,
    `<g clip-path="url(#ground)">${shade()}</g>`,
    trunk(),
    seat(),
    crown(880, 250, 1.06, ['#454d35', '#5a6342', '#6d774c', '#868c5e'], 5),
    fruit(),
    cat(),
  ].join('');
  return picture(defs, content);
}

function wall(): string {
  const random = hand(40);
  const stones = times(46, () => {
    const x = random() * WIDTH;
    const y = 40 + Math.floor(random() * 16) * 38;
    return rect(x, y, 50 + random() * 60, 22, '#dbb684', 'rx="3" opacity=".5"');
  });
  return (
    stones +
    rect(0, GROUND - 70, WIDTH, 70, '#d9b07d') +
    rect(0, GROUND - 76, WIDTH, 8, '#c79a68') +
    // A door of the quarter, and the shadow of its own arch.
    path('M150 730V420a112 112 0 0 1 224 0V730Z', '#c79a68') +
    path('M172 730V424a90 90 0 0 1 180 0V730Z', palette.teal) +
    path(
      'M172 730V424a90 90 0 0 1 180 0q-60 -50 -120 0q-22 40 -22 120V730Z',
      palette.night,
      'opacity=".5"',
    ) +
    times(5, (i) => rect(190 + i * 32, 440, 3, 290, palette.night, 'opacity=".5"')) +
    circle(332, 590, 9, palette.honey) +
    rect(132, 714, 260, 18, '#e9d3ab')
  );
}

function tiles(): string {
  const down = times(21, (i) => {
    const x = 800 + (i - 10) * 130;
    const foot = 800 + (i - 10) * 250;
    return line(`M${n(x)} ${GROUND}L${n(foot)} 1000`, '#b98d5b', 2.5, 'opacity=".55"');
  });
  const across = [GROUND + 34, GROUND + 84, GROUND + 154, GROUND + 236];
  return (
    down + across.map((y) => line(`M0 ${y}H${WIDTH}`, '#b98d5b', 2.5, 'opacity=".55"')).join('')
  );
}

/** Leaves by the hundred, dark ones below and behind, light ones where the sun comes from. */
function crown(
  cx: number,
  cy: number,
  scale: number,
  tones: readonly string[],
  seed: number,
): string {
  const random = hand(seed);
  const lobes: readonly (readonly [number, number, number])[] = [
    [-260, 30, 150],
    [-120, -60, 170],
    [40, -110, 180],
    [190, -40, 165],
    [290, 50, 130],
    [60, 40, 190],
    [-120, 60, 160],
    [180, 80, 130],
  ];
  const mass = lobes
    .map(([x, y, r]) => circle(cx + x * scale, cy + y * scale, r * scale, tones[0] ?? ''))
    .join('');
  if (tones.length === 1) return mass;
  const leaves = times(900, () => {
    const lobe = lobes[Math.floor(random() * lobes.length)] ?? lobes[0];
    const [lx, ly, lr] = lobe ?? [0, 0, 100];
    const a = random() * Math.PI * 2;
    const r = lr * Math.sqrt(random()) * 1.05;
    const x = lx + Math.cos(a) * r;
    const y = ly + Math.sin(a) * r;
    const light = (-x * 0.42 - y) / 300 + 0.18 + (random() - 0.5) * 0.9;
    const tone = light > 0.5 ? 3 : light > 0.05 ? 2 : light > -0.55 ? 1 : 0;
    return ellipse(
      cx + x * scale,
      cy + y * scale,
      21,
      9,
      tones[tone] ?? palette.olive,
      `transform="rotate(${n(random() * 180)} ${n(cx + x * scale)} ${n(cy + y * scale)})"`,
    );
  });
  return mass + leaves;
}

function fruit(): string {
  const random = hand(14);
  return times(22, () => {
    const x = 600 + random() * 560;
    const y = 170 + random() * 220;
    return circle(x, y, 14, '#d98a3d') + circle(x - 4, y - 5, 4, '#f6d59a');
  });
}

function trunk(): string {
  return (
    path(
      'M842 960C858 800 850 640 838 470L790 380L822 366L866 440L890 330H926L914 450L986 372L1010 392L930 500C926 640 930 800 962 960Z',
      '#6a4e3d',
    ) +
    path('M930 500C926 640 930 800 962 960H918C904 800 900 640 902 500Z', '#523a2e') +
    ellipse(900, 962, 120, 16, '#a3774a') +
    ellipse(900, 958, 96, 12, '#7d5a3a')
  );
}

function shade(): string {
  const random = hand(6);
  return (
    ellipse(990, 880, 520, 96, '#9b7a5c', 'opacity=".72"') +
    ellipse(760, 850, 240, 60, '#9b7a5c', 'opacity=".5"') +
    times(46, () => {
      const a = random() * Math.PI * 2;
      const r = Math.sqrt(random());
      return ellipse(
        990 + Math.cos(a) * r * 480,
        882 + Math.sin(a) * r * 84,
        10 + random() * 26,
        4 + random() * 7,
        '#efd3a2',
        'opacity=".75"',
      );
    })
  );
}

function seat(): string {
  const x = 960;
  const y = 700;
  return [
    ellipse(x + 240, 912, 300, 20, palette.ink, 'opacity=".22"'),
    ...[x + 30, x + 430].map(
      (leg) =>
        path(`M${leg} ${y + 100}h22l16 110h-24Z`, palette.night) +
        path(`M${leg - 6} ${y - 80}h18l14 200h-20Z`, palette.night) +
        line(`M${leg - 8} ${y + 40}q40 -14 70 6v58`, palette.night, 12),
    ),
    ...[0, 1, 2, 3].map((i) =>
      rect(x - 20 + i * 3, y - 84 + i * 34, 510, 22, i % 2 ? '#8a3a3c' : palette.accent, 'rx="5"'),
    ),
    ...[0, 1, 2].map((i) =>
      rect(x - 8 + i * 4, y + 70 + i * 16, 514, 13, i % 2 ? palette.accent : '#b33b47', 'rx="5"'),
    ),
    // A bag of oranges that somebody put down to rest.
    path(
      `M${x + 330} ${y + 74}C${x + 310} ${y + 10} ${x + 330} ${y - 30} ${x + 352} ${y - 36}H${x + 400}C${x + 424} ${y - 30} ${x + 440} ${y + 10} ${x + 424} ${y + 74}Z`,
      palette.cream,
    ),
    path(
      `M${x + 400} ${y - 36}C${x + 424} ${y - 30} ${x + 440} ${y + 10} ${x + 424} ${y + 74}H${x + 396}C${x + 410} ${y + 10} ${x + 404} ${y - 20} ${x + 392} ${y - 36}Z`,
      palette.sand,
    ),
    circle(x + 362, y - 40, 20, '#d98a3d'),
    circle(x + 394, y - 44, 20, '#e39a49'),
    line(`M${x + 346} ${y - 30}q8 -66 30 -66t30 66`, '#c9a877', 6),
    polygon(
      [
        [x + 30, y + 66],
        [x + 170, y + 66],
        [x + 156, y + 44],
        [x + 44, y + 44],
      ],
      palette.paper,
    ),
    polygon(
      [
        [x + 100, y + 66],
        [x + 170, y + 66],
        [x + 156, y + 44],
        [x + 98, y + 44],
      ],
      '#e6dcc6',
    ),
    ...[0, 1, 2].map((i) =>
      line(`M${x + 52 + i * 2} ${y + 50 + i * 5}h36M${x + 108} ${y + 50 + i * 5}h40`, '#8f8676', 2),
    ),
  ].join('');
}

function cat(): string {
  return (
    path(
      'M690 906C676 860 700 822 730 818C744 800 748 786 744 772l14 12h18l14 -12C794 800 788 814 780 824C800 850 802 880 796 906Z',
      palette.ink,
    ) +
    line('M694 900C650 904 640 872 660 856', palette.ink, 10) +
    ellipse(744, 910, 70, 9, palette.ink, 'opacity=".3"')
  );
}
