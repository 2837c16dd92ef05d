/** A control character that is no tab and ends no line; a terminal obeys some, a screen shows none. */
const CONTROL = /[^\P{Cc}\t\n\r]|\r(?!\n)/u;

/** What turns the direction of a text around, unseen: the words would read otherwise than they are stored. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

/** Whether columns, screens and files can carry a text: no control characters but tabs and line ends, none that turn it around, no lone surrogates. */
export const isStorable = (text: string): boolean => !CONTROL.test(text) && !TURNING.test(text) && text.isWellFormed();
