/**
 * What is not seen: control characters; half a character; what Unicode says to draw nothing for (fillers, empty spaces, marks
 * that turn the direction: a name must not read as another), but what shapes the letter beside it (joiners, variations).
 */
const HIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u2800\ufff9-\ufffb]|(?![\p{VS}\p{Join_C}])\p{DI}/u;

/** Whether a text of one line holds what its readers would not see. */
export const hidesSomething = (text: string): boolean => HIDDEN.test(text);
