import type { Translation } from '../compile.ts';
import type { rules as english } from '../en/rules.ts';

export const rules: Translation<typeof english> = {
  commands: {
    rules: 'Reglas que denuncian u ocultan comentarios antes que las personas',
    list: 'Mostrar las reglas',
    addWords: 'Vigilar palabras en los comentarios',
    words:
      'Palabras enteras, sin distinguir mayúsculas; * vale por letras: idiota*, moneda* gratis',
    addLink: 'Vigilar los enlaces a un dominio',
    domain: 'El dominio, como coins.example; sus subdominios también cuentan',
    action: 'Qué hacer con ese comentario (por defecto: denunciarlo)',
    remove: 'Dejar de vigilar palabras o un dominio',
    pattern: 'Como en la lista',
    try: 'Mostrar qué reglas infringiría un texto',
    text: 'El texto de un comentario',
    firstComment: 'Qué hacer con el primer comentario de un autor',
    repeat: 'Qué hacer con comentarios de autores que ya infringieron las normas',
    what: 'Qué hacer',
    upheld: 'Tras cuántos casos confirmados sobre sus comentarios (por defecto: 3)',
    days: 'En cuántos días (por defecto: 30)',
  },
  choices: {
    report: 'Denunciarlo a la moderación; todos lo ven',
    hide: 'Ocultarlo hasta que lo lea la moderación',
    off: 'Nada',
  },
  actions: { report: 'se denuncia', hide: 'se oculta hasta su revisión' },
  intro:
    'Estas reglas valen para los comentarios de los sitios de las noticias, cuando llegan y cuando se editan:',
  membersUnread:
    '-# Lo que los miembros escriben en Discord no se lee: hace falta el intent Message Content. Quien opera Wirethread lo activa en el portal de desarrolladores de Discord (Bot → Message Content Intent) y pone READ_MEMBER_MESSAGES=true. Hasta entonces, usa allí el AutoMod de Discord.',
  membersRead:
    '-# También miran lo que los miembros escriben en los hilos de los debates, y lo denuncian. Wirethread nunca borra por una regla el mensaje de un miembro: lo que una regla ocultaría va primero en la cola. Los mensajes de la moderación y los demás canales quedan fuera.',
  none: 'Aún no hay reglas. Añade alguna con `/rules add-words`, `/rules add-link`, `/rules first-comment` y `/rules repeat-offender`.',
  wordsLine: 'palabras «{pattern}»: {action}',
  linkLine: 'enlaces a {pattern}: {action}',
  firstLine: 'el primer comentario de un autor: {action}',
  repeatLine: {
    one: 'un autor con {count} caso confirmado en {days}: {action}',
    other: 'un autor con {count} casos confirmados en {days}: {action}',
  },
  added: 'A partir de ahora, un comentario con las palabras «{pattern}» {action}.',
  addedLink: 'A partir de ahora, un comentario con un enlace a {pattern} {action}.',
  changed: '«{pattern}» ya se vigilaba. A partir de ahora, un comentario así {action}.',
  removed: '«{pattern}» ya no se vigila. Los casos que abrió se quedan como están.',
  firstSet:
    'A partir de ahora, el primer comentario de un autor {action}. No cuentan los anteriores al seguimiento de un debate.',
  firstOff: 'El primer comentario de un autor se trata como cualquier otro.',
  repeatSet: {
    one: 'A partir de ahora, un comentario {action} cuando su autor tiene {count} caso confirmado en {days}.',
    other:
      'A partir de ahora, un comentario {action} cuando su autor tiene {count} casos confirmados en {days}.',
  },
  repeatOff: 'A los autores que ya infringieron las normas se les trata como a los demás.',
  tried: 'Con este texto, un comentario {action}, según estas reglas:',
  triedNone: 'Ninguna palabra ni dominio vigilado coincide con este texto.',
  fired: {
    words: 'palabras vigiladas «{pattern}»',
    link: 'un enlace a {pattern}',
    first: 'el primer comentario del autor',
    repeat: {
      one: 'el autor tiene {count} caso confirmado en {days}',
      other: 'el autor tiene {count} casos confirmados en {days}',
    },
  },
  refusals: {
    empty: 'Escribe al menos una palabra.',
    'too-long': 'Es demasiado largo: 100 caracteres como mucho.',
    'too-general': 'Coincidiría con demasiados textos: escribe al menos dos letras.',
    'inner-star': 'En una escritura sin espacios, * solo puede estar al principio o al final.',
    'no-domain': 'Esto no es un dominio. Escribe uno como coins.example o pega una dirección.',
    unknown: '«{pattern}» no se vigila. `/rules list` muestra lo que se vigila.',
    tooMany: {
      one: 'Este servidor vigila {count} patrón, que es el máximo. Quita antes uno.',
      other: 'Este servidor vigila {count} patrones, que es el máximo. Quita antes uno.',
    },
  },
};
