import { reachOf, samplePeople } from '@docket/identity';

/** What the roles of a person let them do to anything: as their roles are today, whatever day is asked about. */
export const mayDo = (person: string): Readonly<{ judgesCriteria: boolean; closesAnything: boolean }> => {
  const roles = samplePeople.find(({ id }) => id === person)?.roles ?? [];
  return {
    judgesCriteria: reachOf(roles, 'judge-gate-criterion') === 'anything',
    closesAnything: reachOf(roles, 'close-project') === 'anything',
  };
};
