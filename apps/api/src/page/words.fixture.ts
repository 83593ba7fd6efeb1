import type { Html } from './html';

/** A view as a person reads it: the text, without markup. */
export const wordsOf = (view: Html | readonly Readonly<{ title: string; body: Html }>[]): string => {
  const markup =
    'text' in view ? view.text : view.map(({ title, body }) => `${title} ${body.text}`).join(' ');
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:;)])/g, '$1')
    .replace(/\( /g, '(')
    .trim();
};
