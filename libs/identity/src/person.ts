import type { Role } from './rights';

/** A person is an id in every fact; the name lives in `Records`, where it can be erased. */
export type Person = Readonly<{ id: string; name: string; roles: readonly Role[] }>;

/** Named people of the local profile, until single sign-on comes: anybody on this machine may act as one of them. */
export const samplePeople: readonly Person[] = [
  { id: 'p-maya', name: 'Maya Okafor', roles: ['portfolio-manager'] },
  { id: 'p-otto', name: 'Otto Lindqvist', roles: ['pmo'] },
  { id: 'p-lena', name: 'Lena Brandt', roles: ['pmo'] },
  { id: 'p-priya', name: 'Priya Raman', roles: ['project-manager'] },
  { id: 'p-sam', name: 'Sam Whitlock', roles: ['project-manager', 'board-member'] },
  { id: 'p-chen', name: 'Chen Wei', roles: ['chair'] },
  { id: 'p-bea', name: 'Bea Novak', roles: ['board-member', 'assessor'] },
  { id: 'p-carl', name: 'Carl Mbeki', roles: ['board-member', 'assessor'] },
  { id: 'p-dina', name: 'Dina Farouk', roles: ['board-member', 'assessor'] },
  { id: 'p-sven', name: 'Sven Aalto', roles: ['secretary'] },
  { id: 'p-anna', name: 'Anna Keller', roles: ['auditor'] },
];

/** Whoever opened no session: may read. */
export const visitor: Person = { id: 'visitor', name: 'Visitor', roles: ['reader'] };

/** Who acts through the owner's secret of a data folder: the person at the machine's command line. */
export const operator: Person = { id: 'operator', name: 'Operator', roles: ['operator'] };

/** Whether somebody has this id: who is seated, sponsors or manages must be one of the people there are. */
export const isPerson = (id: string): boolean => samplePeople.some((person) => person.id === id);
