import { html, type Html } from './html';
import { linkTo, type Kept } from './kept';

/** An event by its number, leading to all that is recorded of it. */
export const eventLink = (number: number, kept: Kept, label = `event ${number}`): Html =>
  html`<a href="${linkTo(`/events/${number}`, kept)}">${label}</a>`;
