import type { Translation } from '../compile.ts';
import type { health as english } from '../en/health.ts';

export const health: Translation<typeof english> = {
  fine: 'Tout va bien : permissions, flux, salons et fils de ce serveur ont été vérifiés.',
  heading: {
    one: '{count} point demande votre attention :',
    other: '{count} points demandent votre attention :',
  },
  permissions:
    'Dans {channel}, il manque au bot des permissions : {permissions}. Donnez-les à son rôle dans les paramètres du salon, sous « Permissions ».',
  noChannel:
    'Le salon {channel} a été supprimé, ou le bot ne le voit pas. Donnez-lui « Voir le salon », ou utilisez `/feed edit` ou `/feed remove` pour ses flux.',
  noModeratorsChannel:
    'Aucun salon des modérateurs n’est choisi : personne ne reçoit les alertes et les signalements. Utilisez `/settings set moderators-channel:`.',
  channelPaused:
    'Rien n’est publié dans {channel} depuis {time}, car Discord le refuse : {reason}. Corrigez cela, et les messages en attente suivront d’eux-mêmes.',
  feedFailing:
    'Le flux {feed} échoue depuis {time} : {reason}. D’autres essais suivent. `/feed show` en dit plus.',
  feedPaused:
    'Le flux {feed} n’est plus lu : {reason}. Relancez-le avec `/feed retry`, ou utilisez `/feed remove`.',
  manyThreads: {
    one: '{count} fil est actif, sur {most} au plus. Archivez des fils, ou raccourcissez la période des commentaires avec `/feed edit`.',
    other:
      '{count} fils sont actifs, sur {most} au plus. Archivez des fils, ou raccourcissez la période des commentaires avec `/feed edit`.',
  },
  commands: { description: 'Vérifier permissions, flux, salons et fils, et dire quoi faire' },
};
