/** Something that happened, in the words of its context. Past tense; `data` is plain JSON. */
export type Event<Type extends string = string, Data extends object = object> = Readonly<{
  type: Type;
  data: Readonly<Data>;
}>;

/** What somebody asks an aggregate to do, facts from other streams included. */
export type Command<Type extends string = string, Data extends object = object> = Readonly<{
  type: Type;
  data: Readonly<Data>;
}>;

/** Why a command was not carried out. `code` is public: it reaches the HTTP body. */
export type Refusal<Code extends string = string> = Readonly<{
  code: Code;
  /** What is so, and what would help: a sentence for the person who asked. */
  message: string;
}>;
