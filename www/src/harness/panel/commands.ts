/** Messages that are for the panel and not for the other side. */
import { folded } from './view.js';
import type { Right, Tab } from './strings.js';

export type Command = { readonly tab: Tab; readonly right?: Right };

/** By what they open; all languages at once, since nobody changes the language to ask for help. Without case and accents. */
const COMMANDS: readonly (readonly [Command, string])[] = [
  [{ tab: 'shared' }, 'privacy my-data privacidad mis-datos приватность мои-данные datenschutz meine-daten confidentialite mes-donnees vie-privee privacidade os-meus-dados meus-dados riservatezza miei-dati i-miei-dati'],
  [{ tab: 'permissions' }, 'permissions consents permisos consentimientos разрешения согласия erlaubnisse einwilligungen autorisations consentements autorizacoes permissoes permessi consensi'],
  [{ tab: 'stored' }, 'forget olvidar забыть vergessen oublier esquecer dimentica'],
  [{ tab: 'about' }, 'notice aviso уведомление hinweis avis informativa'],
  [{ tab: 'rights', right: 'access' }, 'access acceso доступ auskunft acces acesso accesso'],
  [{ tab: 'rights', right: 'rectify' }, 'rectify correct rectificar corregir исправить berichtigen rectifier corriger retificar corrigir rettifica correggi'],
  [{ tab: 'rights', right: 'erase' }, 'erase delete borrar suprimir удалить loschen effacer supprimer apagar eliminar cancella'],
  [{ tab: 'rights', right: 'restrict' }, 'restrict limitar ограничить einschranken limiter limita'],
  [{ tab: 'rights', right: 'object' }, 'object oponerme возразить widersprechen opposition opor opposizione'],
  [{ tab: 'rights', right: 'port' }, 'portability portabilidad перенос mitnehmen portabilite portabilidade portabilita'],
];

/** What a message such as `/privacy` opens; nothing where it is not one of ours. */
export function commandOf(message: string): Command | undefined {
  const [, name] = /^\/(\S{3,30})$/.exec(folded(message.trim())) ?? [];
  // Folding takes the breve off й.
  return name === undefined ? undefined : COMMANDS.find(([, names]) => folded(names).split(' ').includes(name))?.[0];
}
