import { namesBeside, samplePeople } from '@docket/identity';

/** What works without a person, as a page says it. */
const processes = [
  { id: 'process:ballot-clock', name: "the ballot's clock" },
  { id: 'process:condition-clock', name: "the condition's clock" },
  { id: 'process:condition-follow-up', name: 'the follow-up of conditions' },
  { id: 'process:decision-follow-up', name: 'the follow-up of decisions' },
  { id: 'process:abandoned-claims', name: 'the look for abandoned claims' },
];

const named = namesBeside([...samplePeople, ...processes]);

/** A person by name and id, or by the id alone where no name is known; people within a sentence likewise; a dash for nobody. */
export const person = (idOrSentence: string | null | undefined): string =>
  idOrSentence ? named(idOrSentence) : '–';

/** A sentence with the people in it by name and id. */
export const inNames = (sentence: string): string => named(sentence);
