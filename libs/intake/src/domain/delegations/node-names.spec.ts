import { bodyLabel, namesOfNodes, type NamedNode } from './node-names';

const id = (n: number) => `00000000-0000-8000-8000-00000000000${n}`;
const node = (n: number, name: string, parent: number | null = null, isOpen = true): NamedNode => ({
  ...{ nodeId: id(n), name, isOpen },
  parent: parent === null ? null : id(parent),
});

const names = namesOfNodes([
  node(1, 'Roads'),
  node(2, 'Bridges', 1),
  node(3, 'Rail'),
  node(4, 'Bridges', 3),
  node(5, 'Harbour; docks'),
  node(6, 'Trams', null, false),
  node(7, 'Rail / Bridges'),
  node(8, '=1+1'),
  node(9, 'All'),
]);
const find = (text: string) => {
  const cell = names.find(text);
  return 'value' in cell ? cell.value : cell.reason;
};

describe('a node in a spreadsheet', () => {
  it('is found by its name, whatever the capitals, by the path to it, and by its id', () => {
    expect([find('roads'), find('Roads / Bridges'), find('roads/bridges'), find(id(6))]).toEqual([
      ...[id(1), id(2), id(2), id(6)],
    ]);
  });

  it('is not guessed where several have the name, and the paths are said', () =>
    expect(find('Bridges')).toBe(
      'Several nodes have this name. Write the path to the one: "Roads / Bridges", "Rail / Bridges".',
    ));

  it.each(['Canals', 'Trams', 'Roads / Rail', ''])('that is not there, or closed, is not found: %j', (text) =>
    expect(find(text)).toContain(`The portfolio has no open node "${text}".`),
  );

  it('is written by the shortest that leads back to it: its name, its path, else its id', () =>
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => names.labelOf(id(n)))).toEqual([
      ...['Roads', 'Roads / Bridges', 'Rail', id(4), id(5), id(6), 'Rail / Bridges', id(8), id(9)],
    ]));
});

describe('a body in a spreadsheet', () => {
  it.each([
    ['Board', 'Board'],
    ['Portfolio', id(1)],
    ['the portfolio', id(1)],
    ['=SUM(A1)', id(1)],
    ['@all', id(1)],
    ['A; B', 'A; B'],
    [id(2), id(1)],
  ])('named %j is written as %j', (name, label) => expect(bodyLabel(id(1), name)).toBe(label));
});
