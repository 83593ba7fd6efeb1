/** What a terminal would obey instead of show: control characters but the line end, and marks that turn the direction of writing. */
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text for a terminal, in which no name or reason that somebody recorded can move its cursor or rewrite its lines. */
export const visible = (text: string): string => text.replace(OBEYED, '\ufffd');
