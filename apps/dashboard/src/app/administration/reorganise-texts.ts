/** What the page of a reorganisation says. */
export const REORGANISE_TEXTS = {
  heading: $localize`:@@reorganise.heading:Omorganisation`,
  back: $localize`:@@reorganise.back:Alla aktörer`,
  what: $localize`:@@reorganise.what:Vad ska hända?`,
  name: $localize`:@@reorganise.name:Nytt namn`,
  nameEn: $localize`:@@reorganise.name-en:Nytt namn på engelska (kan vänta)`,
  into: $localize`:@@reorganise.into:Slås ihop med`,
  intoSplit: $localize`:@@reorganise.into-split:Delas till`,
  from: $localize`:@@reorganise.from:Gäller från`,
  fromHint: $localize`:@@reorganise.from-hint:Med dagens datum eller ett tidigare genomförs omorganisationen direkt. Med ett senare datum planeras den, och genomförs av sig själv strax efter midnatt den dagen.`,
  decision: $localize`:@@reorganise.decision:Beslut`,
  decisionHint: $localize`:@@reorganise.decision-hint:Organ, datum, paragraf och diarienummer, till exempel KF 2026-11-16 § 112, dnr 2026/301.`,
  reason: $localize`:@@reorganise.reason:Varför?`,
  follows: $localize`:@@reorganise.follows:Det här följer med`,
  followsNone: $localize`:@@reorganise.follows-none:Inget pekar på aktören nu.`,
  followsRename: $localize`:@@reorganise.follows-rename:Allt som hör till aktören ligger kvar. Det som redan är publicerat behåller det gamla namnet i historiken.`,
  followsThen: $localize`:@@reorganise.follows-then:Så ser det ut nu. Det som tillkommer till dess följer också med.`,
  followsClosed: $localize`:@@reorganise.follows-closed:Det här behöver flyttas till någon annan före dagen. Annars går det inte att avveckla aktören.`,
  rest: $localize`:@@reorganise.rest:Det som inte väljs i listan går till`,
  restPlanned: $localize`:@@reorganise.rest-planned:Det som inte väljs i listan, och det som tillkommer till dess, går till`,
  restMissing: $localize`:@@reorganise.rest-missing:Välj vem som tar över det som tillkommer till dess.`,
  sharesMissing: $localize`:@@reorganise.shares-missing:Välj vem som tar över allt i listan.`,
  to: $localize`:@@reorganise.to:Till`,
  button: $localize`:@@reorganise.button:Genomför`,
  plan: $localize`:@@reorganise.plan:Planera`,
  isPlanned: $localize`:@@reorganise.is-planned:Omorganisationen är planerad. Fram till dagen går det att ta tillbaka den.`,
  sure: $localize`:@@reorganise.sure:Omorganisationen genomförs nu, med allt som följer med, och går inte att ångra. Vill du gå vidare?`,
  done: $localize`:@@reorganise.done:Omorganisationen är genomförd.`,
  ended: $localize`:@@reorganise.ended:Aktören har upphört.`,
  nameMissing: $localize`:@@reorganise.name-missing:Skriv det nya namnet.`,
  oneMissing: $localize`:@@reorganise.one-missing:Välj vem som tar över.`,
  twoMissing: $localize`:@@reorganise.two-missing:Välj minst två som tar över.`,
  fromMissing: $localize`:@@reorganise.from-missing:Välj en dag.`,
  decisionMissing: $localize`:@@reorganise.decision-missing:Skriv vilket beslut det gäller.`,
  reasonMissing: $localize`:@@reorganise.reason-missing:Skriv varför.`,
  choose: $localize`:@@reorganise.choose:Välj aktör`,
};

/** What can be done with an actor. */
export const KIND_TEXTS = {
  rename: $localize`:@@reorganise.kind-rename:Byt namn`,
  merge: $localize`:@@reorganise.kind-merge:Slå ihop med en annan`,
  split: $localize`:@@reorganise.kind-split:Dela`,
  close: $localize`:@@reorganise.kind-close:Avveckla`,
};

/** What follows, by its kind. */
export const FOLLOWER_TEXTS = {
  role: $localize`:@@reorganise.follower-role:Roller i målen`,
  indicator: $localize`:@@reorganise.follower-indicator:Indikatorer, med utkast och uppgifter`,
  child: $localize`:@@reorganise.follower-child:Aktörer som hör hit`,
  action: $localize`:@@reorganise.follower-action:Åtgärder`,
  account: $localize`:@@reorganise.follower-account:Behörigheter`,
  draft: $localize`:@@reorganise.follower-draft:Utkast till strategi`,
};
