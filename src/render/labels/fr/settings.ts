import type { Translation } from '../compile.ts';
import type { settings as english } from '../en/settings.ts';

export const settings: Translation<typeof english> = {
  noChannel:
    'Dossiers et alertes : pas encore de salon. Choisissez-en un : `/settings set moderators-channel:#…`',
  channel: 'Dossiers et alertes : {channel}',
  waiting: {
    one: '{count} alerte attend que vous choisissiez un salon',
    other: '{count} alertes attendent que vous choisissiez un salon',
  },
  trouble: 'Rien ne peut y être publié : {reason}',
  moderators: 'Modération : les membres avec « Gérer les messages »',
  moderatorsOr: 'Modération : les membres avec « Gérer les messages » ou {role}',
  seniors: 'Dossiers transmis : les membres avec « Gérer le serveur »',
  seniorsOr: 'Dossiers transmis : les membres avec « Gérer le serveur » ou {role}',
  noAlertRole:
    'Les dossiers urgents ne notifient personne. Choisissez un rôle : `/settings set alert-role:@…`',
  alertRole: {
    one: 'Les dossiers urgents ou transmis notifient {role}, au plus une fois par {count} minute',
    other: 'Les dossiers urgents ou transmis notifient {role}, au plus une fois en {count} minutes',
  },
  language: 'Langue des fiches, alertes et avis : {language}',
  neverHides: 'Les signalements ne masquent aucun commentaire',
  hides: {
    one: 'Après {count} signalement, un commentaire est masqué jusqu’à une décision',
    other: 'Après {count} signalements, un commentaire est masqué jusqu’à une décision',
  },
  reportsPerHour: {
    one: 'Un membre peut signaler {count} message par heure',
    other: 'Un membre peut signaler {count} messages par heure',
  },
  evidence: {
    one: 'Le texte d’un dossier clos est supprimé après {count} jour',
    other: 'Le texte d’un dossier clos est supprimé après {count} jours',
  },
  summary: 'Un bilan de chaque mois est publié dans {channel}, selon le calendrier de {zone}',
  noSummary:
    'Pas de bilan mensuel public. Pour l’activer : `/settings set transparency-channel:#…`',
  badZone:
    '`time-zone` ne peut pas être « {zone} » : écrivez le nom d’un lieu, par exemple Europe/Paris, America/Sao_Paulo ou UTC.',
  unknown: 'Ce réglage n’existe pas. Choisissez-en un dans la liste.',
  nothing: 'Vous n’avez rien donné à changer. Remplissez au moins une option.',
  hiddenCommands:
    'Discord ne montre `/rules`, `/discussion` et `/audit` qu’aux membres avec « Gérer les messages ». Autorisez-les pour {role} dans Paramètres du serveur → Intégrations → Wirethread.',
  openChannel:
    'Tout le monde peut lire {channel} : les fiches y montrent les messages signalés et nomment qui les a signalés. Retirez « Voir le salon » à @everyone dans les permissions du salon, ou choisissez-en un autre.',
};
