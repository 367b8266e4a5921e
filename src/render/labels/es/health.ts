import type { Translation } from '../compile.ts';
import type { health as english } from '../en/health.ts';

export const health: Translation<typeof english> = {
  fine: 'Todo está bien: se revisaron permisos, fuentes, canales e hilos de este servidor.',
  heading: {
    one: '{count} cosa necesita tu atención:',
    other: '{count} cosas necesitan tu atención:',
  },
  permissions:
    'En {channel} al bot le faltan permisos: {permissions}. Dáselos a su rol en los ajustes del canal, en «Permisos».',
  noChannel:
    'El canal {channel} se eliminó, o el bot no lo ve. Dale «Ver canal», o usa `/feed edit` o `/feed remove` para sus fuentes.',
  noModeratorsChannel:
    'No hay canal de moderadores, así que nadie recibe avisos ni denuncias. Usa `/settings set moderators-channel:`.',
  channelPaused:
    'En {channel} no se publica nada desde {time}, porque Discord lo rechaza: {reason}. Corrígelo, y los mensajes en espera saldrán solos.',
  feedFailing:
    'La fuente {feed} falla desde {time}: {reason}. Se sigue intentando. `/feed show` dice más.',
  feedPaused:
    'La fuente {feed} ya no se lee: {reason}. Reanúdala con `/feed retry`, o usa `/feed remove`.',
  manyThreads: {
    one: '{count} hilo está activo, de {most} como máximo. Archiva hilos, o acorta el plazo de comentarios con `/feed edit`.',
    other:
      '{count} hilos están activos, de {most} como máximo. Archiva hilos, o acorta el plazo de comentarios con `/feed edit`.',
  },
  commands: { description: 'Revisar permisos, fuentes, canales e hilos, y decir qué hacer' },
};
