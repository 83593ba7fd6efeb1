import { dayOf } from '@docket/kernel';
import { PARTS, stands, type Part, type ProjectDetail } from '@docket/project';
import { html, type Html } from '../html';
import { person } from '../people';
import type { Section } from '../table.view';

type Parts = Pick<ProjectDetail, 'id' | 'proposer' | 'status' | 'sponsor' | 'manager' | 'declined'>;

/** Who has a part; who declined it, when and why, where it is vacant. Null of work that never had anybody in it. */
export const partInWords = (project: Parts, part: Part, timeZone: string): string | null => {
  if (project[part] !== null) return person(project[part]);
  const last = project.declined.findLast((one) => one.part === part);
  return last ? `declined by ${person(last.personId)} on ${dayOf(last.at, timeZone)}: ${last.reason}` : null;
};

const route = (id: string, act: string): string => `POST /api/v1/projects/${id}/parts/${act}`;

const mayDecline = (part: Part, id: string): Html =>
  html`<p>
    You are named as ${part}, so that you neither assess this nor vote on it. If you do not want the part,
    decline it with your reason: <code>${route(id, 'decline')}</code> with
    <code>{"part": "${part}", "reason": "…"}</code>.
  </p>`;

const mayTakeUp = (part: Part, id: string): Html =>
  html`<p>
    You declined to be ${part}, and nobody names you again in this. If you want the part after all:
    <code>${route(id, 'take-up')}</code> with <code>{"part": "${part}"}</code>.
  </p>`;

/** What somebody who is named in a project, or declined to be, may do about it; of work that still stands. */
export const yourPartSection = (project: Parts, reader: string | undefined): readonly Section[] => {
  const { id, proposer, status, declined } = project;
  if (reader === undefined || reader === proposer || !stands(status)) return [];
  const told = PARTS.flatMap((part) => {
    if (project[part] === reader) return [mayDecline(part, id)];
    const hasDeclined = declined.some((one) => one.part === part && one.personId === reader);
    return hasDeclined ? [mayTakeUp(part, id)] : [];
  });
  return told.length === 0 ? [] : [{ id: 'your-part', title: 'Your part in it', body: html`${told}` }];
};
