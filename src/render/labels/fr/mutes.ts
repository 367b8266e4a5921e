import type { Translation } from '../compile.ts';
import type { mutes as english } from '../en/mutes.ts';

export const mutes: Translation<typeof english> = {
  muted: '**{name}** est masqué dans ce serveur. {known}',
  already: '**{name}** est déjà masqué, par <@{by}> le {time}. {known}',
  byProfile: 'Wirethread reconnaît cet auteur à son profil {profile}.',
  byName:
    'Wirethread ne reconnaît cet auteur qu’à son nom sur {site} : tous ceux qui l’y utilisent sont masqués.',
  hidden: {
    one: '{count} commentaire est caché à sa place. Les prochains ne sont pas publiés.',
    other: '{count} commentaires sont cachés à leur place. Les prochains ne sont pas publiés.',
  },
  undo: 'Pour revenir dessus : `/discussion unmute`.',
  unmuted: '**{name}** n’est plus masqué.',
  shown: {
    one: '{count} commentaire est de nouveau montré.',
    other: '{count} commentaires sont de nouveau montrés.',
  },
  none: 'Personne n’est masqué dans ce serveur. Masquez un auteur avec `/discussion mute`, ou clic droit sur un commentaire → Applications → **Mute this author**.',
  heading: {
    one: '{count} auteur est masqué dans ce serveur :',
    other: '{count} auteurs sont masqués dans ce serveur :',
  },
  line: '- **{name}** sur {site}, par <@{by}> le {time}',
  unknownSite: 'un site inconnu',
  remedy: '`/discussion unmute` les propose tous.',
  oneOption: 'Donnez une des options : `comment`, le lien d’un commentaire, ou `author`, un nom.',
  notLink:
    'Ce n’est pas le lien d’un message de ce serveur. Clic droit sur le commentaire, « Copier le lien du message », puis collez-le.',
  noComment:
    'Ce message n’est pas un commentaire d’un site, ou Wirethread ne le garde plus. Choisissez un commentaire dans une discussion.',
  manyComments:
    'Ce message contient plusieurs commentaires. Utilisez `/discussion mute` avec le nom voulu dans l’option `author`.',
  noAuthor:
    'Aucun commentaire de ce serveur n’est de « {name} ». Tapez le début d’un nom et choisissez dans la liste, ou donnez le lien d’un de ses commentaires.',
  severalAuthors:
    'Plusieurs auteurs s’appellent « {name} ». Choisissez dans la liste de l’option :',
  notMuted:
    'Personne du nom de « {name} » n’est masqué ici. `/discussion muted` liste ceux qui le sont.',
  expired:
    'Wirethread ne garde plus ce commentaire : sa discussion est finie depuis longtemps. Utilisez `/discussion mute` sur un commentaire plus récent du même auteur.',
  nameless:
    'Ce commentaire n’a pas de nom d’auteur : il n’y a personne à masquer. Signalez le commentaire pour qu’il soit retiré.',
  tooMany:
    'Ce serveur masque {number} auteurs, le maximum. Avec `/discussion unmute`, cessez d’en masquer un qui n’a plus besoin de l’être.',
  commands: {
    mute: 'Ne montrer aucun commentaire d’un auteur dans ce serveur',
    comment: 'Lien d’un de ses commentaires (clic droit → Copier le lien du message)',
    author: 'Le nom de l’auteur : tapez-en le début',
    unmute: 'Montrer de nouveau les commentaires d’un auteur masqué',
    mutedAuthor: 'L’auteur masqué',
    muted: 'Lister les auteurs que ce serveur ne montre pas',
  },
};
