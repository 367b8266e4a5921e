import type { CreditLanguage } from './language.ts';

export const french: CreditLanguage = {
  by: 'par de',
  signed: 'par|propos recueillis par|recueilli par|un article de|une enquête de|un reportage de',
  and: 'et ainsi',
  with: 'avec',
  in: 'à en au aux depuis dans',
  for: 'pour',
  more: 'complémentaire complémentaires supplémentaire additionnel autres',
  works: {
    byline: 'auteur|auteure|autrice|auteurs|signé',
    reporting:
      'reportage|reportages|enquête|reporter|journaliste|journalistes|propos recueillis|interview|reportages complémentaires',
    additionalReporting:
      'contribution|contributions|avec la contribution|avec la collaboration|avec l’aide|avec la participation|collaboration',
    writing: 'texte|textes|rédaction|rédigé|écrit|récit',
    editing:
      'édité|éditée|édition|relu|relecture|secrétariat de rédaction|service français édité|mise en forme|sous la direction',
    compiling: 'compilé|synthèse',
    photography: 'photo|photos|photographie|photographies|crédit photo|crédits photo|photographe',
    research: 'recherche|recherches|documentation|documentaliste',
    graphics: 'infographie|infographies|graphisme|cartographie|carte|cartes|graphique',
    illustration: 'illustration|illustrations|dessin|dessins|illustré',
    video: 'vidéo|vidéos|montage|images|caméra',
    translation:
      'traduction|traduit|traduite|traduit de l’anglais|version française|traduit en français',
    other: 'mise en page|production|réalisation|coordination|infogr.',
  },
  bare: {
    reporting: 'reportage',
    editing: 'édité par|édition',
    translation: 'version française|traduction',
    writing: 'texte|textes|rédaction',
    photography: 'photo|photos',
    graphics: 'infographie',
  },
  whole: {
    additionalReporting: 'avec l’aide de|avec la collaboration de|avec la contribution de|avec',
  },
  verbs: {
    additionalReporting:
      'a contribué|ont contribué|a participé|ont participé|a collaboré|ont collaboré|contribue',
  },
  objects: 'à ce cet cette article reportage la au rédaction récit enquête de l’article',
};

export const spanish: CreditLanguage = {
  by: 'por de',
  signed: 'por|un reportaje de|una crónica de',
  and: 'y e',
  with: 'con',
  in: 'en desde',
  for: 'para',
  more: 'adicional adicionales',
  works: {
    byline: 'autor|autora|autores|firma|redactor|redactora|corresponsal',
    reporting:
      'información|informe|reporte|reportaje|cobertura|reportado|reportero|reportera|reporteros|entrevista|informes|reportes',
    additionalReporting:
      'colaboración|colaboraciones|contribución|contribuciones|con la colaboración|con información|con aportes|con la contribución|colaboró|colaboraron|aportes|con reportes',
    writing: 'escrito|escrita|redacción|redactado|texto|textos|crónica',
    editing:
      'editado|editada|edición|editor|editora|editores|edición en español|revisado|revisión|corrección',
    compiling: 'compilado|recopilado|recopilación',
    photography: 'foto|fotos|fotografía|fotografías|fotógrafo|fotógrafa|imágenes|imagen',
    research: 'investigación|documentación',
    graphics: 'gráficos|gráfico|infografía|infografías|mapas',
    illustration: 'ilustración|ilustraciones|ilustrado|dibujos',
    video: 'vídeo|vídeos|cámara|edición de vídeo|edición de video',
    translation: 'traducido|traducida|traducción|traductor|traductora|traducido al español',
    other: 'producción|diseño|maquetación|datos|verificación',
  },
  bare: { writing: 'texto|textos', photography: 'foto|fotos' },
  whole: {
    additionalReporting:
      'con la colaboración de|con información de|con reportes de|con aportes de|colaboró|colaboraron|con la ayuda de',
  },
  verbs: {
    additionalReporting:
      'contribuyó|contribuyeron|colaboró|colaboraron|contribuyó con este|contribuyeron con este',
    reporting: 'informó|informaron|reportó|reportaron',
  },
  objects:
    'a con para en este esta informe reportaje artículo historia despacho nota información la',
};

export const italian: CreditLanguage = {
  by: 'di da',
  signed: 'di|a cura di|dal nostro inviato|dalla nostra inviata|dal nostro corrispondente',
  and: 'e ed',
  with: 'con',
  in: 'a da in',
  for: 'per',
  more: 'aggiuntivo aggiuntiva ulteriore',
  works: {
    byline: 'autore|autrice|autori|firma',
    reporting: 'servizio|cronaca|reportage|inchiesta|intervista|inviato|inviata|corrispondente',
    additionalReporting:
      'ha collaborato|hanno collaborato|collaborazione|con la collaborazione|con il contributo|contributi',
    writing: 'testo|testi|scritto|scritti|redatto',
    editing: 'montaggio testo|redazione|a cura|in redazione|revisione|editing',
    compiling: 'raccolto',
    photography: 'foto|fotografia|fotografie|fotografo|immagini',
    research: 'ricerca|ricerche',
    graphics: 'grafica|grafici|infografica|infografiche',
    illustration: 'illustrazione|illustrazioni|disegni|disegno',
    video: 'riprese|montaggio',
    translation: 'traduzione|tradotto|tradotta|tradotto da|versione italiana',
    other: 'produzione|impaginazione',
  },
  bare: {
    editing: 'editing|in redazione a roma|in redazione a milano|in redazione',
    writing: 'testo|testi',
    photography: 'foto',
    translation: 'tradotto da',
  },
  whole: {
    additionalReporting:
      'ha collaborato|hanno collaborato|con la collaborazione di|con il contributo di',
    translation: 'tradotto da',
  },
};

export const portuguese: CreditLanguage = {
  by: 'por de',
  signed: 'por|uma reportagem de',
  and: 'e',
  with: 'com',
  in: 'em de no na',
  for: 'para',
  more: 'adicional adicionais',
  works: {
    byline: 'autor|autora|autores|repórter|correspondente',
    reporting: 'reportagem|reportagens|informações|apuração|entrevista|cobertura',
    additionalReporting:
      'colaboração|colaborou|colaboraram|com colaboração|com a colaboração|contribuição|contribuições|com informações',
    writing: 'texto|textos|escrito|escrita|redação|redigido',
    editing: 'edição|editado|editada|editor|editora|revisão|edição de texto',
    compiling: 'compilado',
    photography: 'foto|fotos|fotografia|fotografias|imagens|imagem|fotógrafo',
    research: 'pesquisa|investigação',
    graphics: 'infografia|infográficos|infográfico|gráficos|arte',
    illustration: 'ilustração|ilustrações',
    video: 'vídeo|vídeos|edição de vídeo|câmera',
    translation: 'tradução|traduzido|traduzida|tradutor',
    other: 'produção|design|diagramação|checagem',
  },
  bare: { translation: 'tradução', writing: 'texto|textos', photography: 'foto|fotos' },
  whole: {
    additionalReporting: 'colaborou|colaboraram|com a colaboração de|com informações de',
  },
  verbs: { additionalReporting: 'contribuiu|contribuíram|colaborou|colaboraram' },
  objects: 'para com esta este reportagem artigo texto matéria nesta neste a',
};

export const romanian: CreditLanguage = {
  by: 'de',
  signed: 'de',
  and: 'și şi',
  with: 'cu',
  in: 'din la în',
  works: {
    byline: 'autor|autoare|autori|corespondent',
    reporting: 'reportaj|reporter',
    writing: 'text|redactat|scris',
    editing: 'editat|editor|redactor|redactare',
    photography: 'foto|fotografii|fotografie',
    translation: 'traducere|traducerea|tradus',
    video: 'video',
  },
};
