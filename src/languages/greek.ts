import type { Language } from './language.ts';

export const greek = {
  called: ['greek'],
  credits: {
    and: ['και', 'κι'],
    with: ['με'],
    in: ['στο', 'στη', 'στην', 'από'],
    anywhere: { and: ['και'] },
    works: {
      byline: ['συντάκτης', 'συντάκτρια'],
      reporting: ['ρεπορτάζ', 'ανταπόκριση', 'συνέντευξη'],
      writing: ['κείμενο', 'γράφει', 'κείμενα'],
      editing: ['επιμέλεια', 'σύνταξη'],
      photography: ['φωτογραφία', 'φωτογραφίες', 'φωτό', 'φωτο'],
      translation: ['μετάφραση', 'απόδοση'],
      video: ['βίντεο', 'κάμερα'],
    },
    bare: { writing: ['γράφει ο', 'γράφει η', 'γράφουν οι'] },
  },
  photos: { pictures: ['φωτογραφία', 'φωτό'] },
  names: { cities: ['αθήνα', 'λονδίνο'] },
  datelines: { labels: ['ΕΚΤΑΚΤΟ'] },
  sentences: { titles: ['δρ'], prose: ['κ'] },
  boilerplate: { invitations: ['διαβάστε περισσότερα', 'διαβάστε επίσης'] },
} satisfies Language;
