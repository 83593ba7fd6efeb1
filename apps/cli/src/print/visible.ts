/** What a terminal would obey instead of show: control characters but the line end, and marks that turn the direction of writing. */
const OBEYED = /[^\P{Cc}\n]|\p{Bidi_Control}/gu;

/** Text for a terminal, in which no name or reason that somebody recorded can move its cursor or rewrite its lines. */
export const visible = (text: string): string => text.replace(OBEYED, '\ufffd');
