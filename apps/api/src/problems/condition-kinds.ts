import { kinds } from './kinds';

/** What can stand in the way of the conditions of a decision, and of what is said of one. */
export const conditionKinds = {
  ...kinds(403, {
    'not-the-owner': 'Not the owner',
    'own-condition': 'Own condition',
    'own-evidence': 'Own evidence',
  }),
  ...kinds(404, {
    'condition-unknown': 'No such condition',
  }),
  ...kinds(409, {
    'condition-not-decided': 'Condition not decided',
    'condition-not-open': 'Condition not open',
    'condition-over': 'Condition over',
    'condition-still-running': 'Condition still running',
    'evidence-not-given': 'Evidence not given',
  }),
  ...kinds(422, {
    'conditions-missing': 'Conditions missing',
    'conditions-do-not-fit': 'Conditions do not fit',
    'too-many-conditions': 'Too many conditions',
    'condition-text-missing': 'Condition says nothing',
    'condition-owner-missing': 'Owner missing',
    'condition-due-in-the-past': 'Due in the past',
    'evidence-missing': 'Evidence missing',
    'finding-missing': 'Finding missing',
  }),
};
