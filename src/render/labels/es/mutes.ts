import type { Translation } from '../compile.ts';
import type { mutes as english } from '../en/mutes.ts';

export const mutes: Translation<typeof english> = {
  muted: '**{name}** está silenciado en este servidor. {known}',
  already: '**{name}** ya está silenciado, por <@{by}> el {time}. {known}',
  byProfile: 'Wirethread reconoce a este autor por el perfil {profile}.',
  byName:
    'Wirethread solo reconoce a este autor por su nombre en {site}: todos los que lo usan allí quedan silenciados.',
  hidden: {
    one: '{count} comentario queda oculto en su lugar. Los nuevos no se publican.',
    other: '{count} comentarios quedan ocultos en su lugar. Los nuevos no se publican.',
  },
  undo: 'Deshazlo con `/discussion unmute`.',
  unmuted: '**{name}** ya no está silenciado.',
  shown: {
    one: '{count} comentario se muestra de nuevo.',
    other: '{count} comentarios se muestran de nuevo.',
  },
  none: 'En este servidor no hay nadie silenciado. Silencia a un autor con `/discussion mute`, o clic derecho en un comentario → Aplicaciones → **Mute this author**.',
  heading: {
    one: '{count} autor está silenciado en este servidor:',
    other: '{count} autores están silenciados en este servidor:',
  },
  line: '- **{name}** en {site}, por <@{by}> el {time}',
  unknownSite: 'un sitio desconocido',
  remedy: '`/discussion unmute` los sugiere todos.',
  oneOption:
    'Da una de las opciones: `comment`, el enlace de un comentario, o `author`, un nombre.',
  notLink:
    'Esto no es un enlace a un mensaje de este servidor. Haz clic derecho en el comentario, elige «Copiar enlace del mensaje» y pégalo.',
  noComment:
    'Este mensaje no es un comentario de un sitio, o Wirethread ya no lo guarda. Elige un comentario de un debate.',
  manyComments:
    'Este mensaje tiene muchos comentarios. Usa `/discussion mute` con el nombre en la opción `author`.',
  noAuthor:
    'Ningún comentario de este servidor es de «{name}». Escribe el principio de un nombre y elige de la lista, o da el enlace de uno de sus comentarios.',
  severalAuthors: 'Varios autores se llaman «{name}». Elige uno de la lista de la opción:',
  notMuted:
    'Aquí no hay nadie silenciado con el nombre «{name}». `/discussion muted` lista a quienes lo están.',
  expired:
    'Wirethread ya no guarda este comentario: su debate acabó hace mucho. Usa `/discussion mute` en un comentario más nuevo de este autor.',
  nameless:
    'Este comentario no tiene nombre de autor, así que no hay a quién silenciar. Denuncia el comentario para que se retire.',
  tooMany:
    'Este servidor tiene {number} autores silenciados, que es el máximo. Usa `/discussion unmute` con uno que ya no haga falta silenciar.',
  commands: {
    mute: 'No mostrar comentarios de un autor en este servidor',
    comment: 'Enlace a uno de sus comentarios (clic derecho → Copiar enlace del mensaje)',
    author: 'El nombre del autor: escribe el principio',
    unmute: 'Mostrar de nuevo los comentarios de un autor silenciado',
    mutedAuthor: 'El autor silenciado',
    muted: 'Listar los autores que este servidor no muestra',
  },
};
