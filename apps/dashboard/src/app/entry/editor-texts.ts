/** What the form of a figure says besides its fields. */
export const editorTexts = () => ({
  returned: $localize`:@@editor.returned:Skickad tillbaka av granskaren:`,
  restored: $localize`:@@editor.restored:Det här skrev du förra gången, men det hann inte sparas.`,
  drop: $localize`:@@editor.drop:Ta bort det`,
  locked: $localize`:@@editor.locked:Omgången är låst. Det går fortfarande att lämna in, men du behöver skriva varför värdet kommer nu.`,
  more: $localize`:@@editor.more:Länk, felmarginal och antal svarande`,
  asLastTime: $localize`:@@editor.as-last-time:Kommentar och källa som förra gången`,
  asBefore: $localize`:@@editor.as-before:Ångra kopieringen`,
  copied: (period: string | number) => $localize`:@@editor.copied:Kopierat från ${period}:period:.`,
  refused: $localize`:@@editor.not-submitted:Inte inlämnad.`,
  unanswered: $localize`:@@editor.submission-unanswered:Servern har inte svarat på inlämningen än. Den skickas igen av sig själv tills svaret kommer.`,
  submit: $localize`:@@editor.submit:Lämna in för granskning`,
  discard: $localize`:@@editor.discard:Kasta utkastet`,
  readOnly: $localize`:@@editor.read-only:Du kan läsa men inte ändra den här inmatningen.`,
  discardQuestion: $localize`:@@editor.discard-question:Vill du kasta utkastet? Det du har skrivit försvinner från formuläret.`,
  leaveQuestion: $localize`:@@entry.leave:Det sista du skrev är inte sparat än. Vill du lämna sidan ändå? Texten finns kvar i den här webbläsaren till nästa gång.`,
  unansweredQuestion: $localize`:@@entry.leave-unanswered:Servern har inte svarat på inlämningen än. Vill du lämna sidan ändå? Det du har skrivit finns kvar som utkast, och du kan lämna in det igen.`,
});
