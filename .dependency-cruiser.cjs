/** Arrows point down only (docs/guide/where-code-lives.md). */
const mayUse = {
  arabic: [],
  copydesk: ['arabic'],
  sourcing: ['arabic'],
  store: ['arabic'],
  newsroom: ['store', 'copydesk', 'sourcing', 'arabic'],
  press: ['newsroom', 'store', 'copydesk', 'sourcing', 'arabic'],
  api: ['newsroom', 'store', 'copydesk', 'sourcing', 'arabic'],
  moving: ['newsroom', 'store', 'copydesk', 'sourcing', 'arabic'],
  desk: ['copydesk', 'sourcing', 'arabic'],
  server: ['press', 'api', 'moving', 'newsroom', 'store', 'copydesk', 'sourcing', 'arabic'],
  cli: ['server', 'press', 'api', 'moving', 'newsroom', 'store', 'copydesk', 'sourcing', 'arabic'],
};
const rooms = Object.keys(mayUse);

module.exports = {
  forbidden: [
    ...rooms.map((room) => ({
      name: `${room}-imports-down-only`,
      severity: 'error',
      // The desk may import types of the API, nothing else of the server.
      from: { path: `^src/${room}/` },
      to: {
        path: `^src/(${rooms.filter((other) => other !== room && !mayUse[room].includes(other)).join('|') || '-'})/`,
        ...(room === 'desk' ? { dependencyTypesNot: ['type-only'] } : {}),
      },
    })),
    {
      name: 'pure-rooms-do-no-io',
      severity: 'error',
      from: { path: '^src/(arabic|copydesk|sourcing)/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-development-parts-in-the-program',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$|/testing/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
