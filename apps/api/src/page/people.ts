import { namesBeside, samplePeople } from '@docket/identity';

const named = namesBeside(samplePeople);

/** A person by name and id, or by the id alone where no name is known; people within a sentence likewise; a dash for nobody. */
export const person = (idOrSentence: string | null | undefined): string =>
  idOrSentence ? named(idOrSentence) : '–';

/** A sentence with the people in it by name and id. */
export const inNames = (sentence: string): string => named(sentence);
