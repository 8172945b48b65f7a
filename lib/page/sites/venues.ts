/** Other conferences and journals of computer science. */
import type { Site } from './site.ts';

const slug = "[\\p{L}\\p{N}_.,~()'’+-]+";
const year = '(?:19|20)\\d\\d';

export const venues: readonly Site[] = [
  {
    name: 'acl-anthology',
    hosts: [
      'aclanthology.org',
      'www.aclanthology.org',
      'aclweb.org',
      'www.aclweb.org',
      'aclanthology.info',
      'www.aclanthology.info',
      'aclanthology.coli.uni-saarland.de',
      'preview.aclanthology.org',
      'anthology.aclweb.org',
      'www.anthology.aclweb.org',
    ],
    ids: {
      paper: `(?:W\\d\\d-(?!\\d\\d00)\\d{4}|[A-VX-Z]\\d\\d-(?!\\d000)\\d{4,5}|${year}\\.[a-z0-9_]+-[a-z0-9_]+\\.[1-9]\\d{0,4})`,
      revision: '(?:v[1-9])?',
      lower: '[a-z]\\d\\d-\\d{4,5}',
      letter: '[A-Z]',
      folder: '[A-Z]\\d\\d',
    },
    papers: {
      abstract: [
        '/{paper}',
        '/anthology|papers/{paper}',
        '/papers/{paper}/{lower}',
        '/papers/{letter}/{folder}/{paper}',
        '/anthology/papers/{letter}/{folder}/{paper}',
      ],
      pdf: [
        '/{paper}{revision}.pdf',
        '/anthology|papers/{paper}{revision}.pdf',
        '/anthology|anthology-new/{letter}/{folder}/{paper}.pdf',
        '/{letter}/{folder}/{paper}.pdf',
      ],
      other: [
        '/{paper}.bib',
        '/{paper}.xml',
        '/{paper}.html',
        '/anthology|anthology-new/{letter}/{folder}/{paper}',
      ],
    },
    listings: [
      '/volumes/**',
      '/events/**',
      '/venues/**',
      '/people/**',
      '/search',
      '/search/**',
      '/sigs/**',
      '/anthology/volumes/**',
      '/anthology/events/**',
      '/anthology/people/**',
    ],
    example: 'https://aclanthology.org/P19-1001/',
    reason: 'Two id forms; number 0 of a volume is its front matter.',
  },
  {
    name: 'ijcai',
    hosts: ['www.ijcai.org', 'ijcai.org', 'static.ijcai.org'],
    ids: {
      recent: '20(?:1[7-9]|[2-9]\\d)',
      paper: '[1-9]\\d{0,3}',
      padded: '\\d{4}',
      short: '\\d\\d',
    },
    papers: {
      abstract: ['/proceedings|Proceedings/{recent}/{paper}', '/Abstract/{short}/{number}'],
      pdf: [
        '/proceedings/{recent}/{padded}.pdf',
        '/proceedings-{recent}/{padded}.pdf',
        '/Proceedings/{short}/Papers/{short}-{number}.pdf',
        '/Proceedings/{short}/Papers/{padded}.pdf',
        '/Proceedings/{short}/Papers/{paper}.pdf',
      ],
    },
    dois: ['10.24963/ijcai.{recent}/{paper}'],
    listings: ['/proceedings/{year}', '/past/proceedings', '/all_proceedings', '/proceedings'],
    example: 'https://www.ijcai.org/proceedings/2019/123',
    reason: 'Its DOIs follow from the address since 2017.',
  },
  {
    name: 'aaai',
    hosts: ['ojs.aaai.org', 'aaai.org', 'www.aaai.org', 'cdn.aaai.org'],
    ids: { journal: '[\\w-]+', slug: `\\d*-?${slug}`, file: '[\\w.-]+' },
    papers: {
      abstract: [
        '/index.php/{journal}/article/view/{number}',
        '/ojs/index.php/{journal}/article/view/{number}',
        '/ocs/index.php/{journal}/*/paper/view|viewPaper/{number}',
        '/papers/{slug}',
        '/Library/{journal}/{year}/*.php',
      ],
      pdf: [
        '/index.php/{journal}/article/view|download|viewFile/{number}/**',
        '/ojs/index.php/{journal}/article/view|download/{number}/**',
        '/ocs/index.php/{journal}/*/paper/download|viewFile/{number}/**',
        '/Papers/{journal}/{year}/{file}.pdf',
        '/ojs/{number}/{file}.pdf',
        '/{journal}/{number}/{file}.pdf',
      ],
    },
    listings: [
      '/index.php/{journal}/issue/**',
      '/index.php/{journal}/search/**',
      '/index.php/{journal}',
      '/proceeding/**',
      '/aaai-publications/**',
      '/ojs/index.php/{journal}/issue/**',
    ],
    example: 'https://ojs.aaai.org/index.php/AAAI/article/view/17325',
    reason: 'Open Journal Systems; older proceedings on the association’s own site.',
  },
  {
    name: 'isca-archive',
    hosts: ['www.isca-archive.org', 'isca-archive.org', 'www.isca-speech.org', 'isca-speech.org'],
    ids: {
      meeting: '[A-Za-z][\\w-]*_\\d{4}[a-z]?',
      paper: '[a-z][a-z0-9_-]*\\d\\d[a-z]{0,2}_[a-z0-9-]+',
      file: '[\\w.-]+',
    },
    papers: {
      abstract: [
        '/{meeting}/{paper}.html',
        '/archive/{meeting}/{paper}.html',
        '/archive/{meeting}/abstracts/{file}.html',
        '/archive/pdfs/{meeting}/{paper}.html',
      ],
      pdf: [
        '/{meeting}/{paper}.pdf',
        '/archive/pdfs/{meeting}/{paper}.pdf',
        '/archive/{meeting}/pdfs/{file}.pdf',
        '/pdfs/{meeting}/{paper}.pdf',
      ],
    },
    listings: [
      '/{meeting}',
      '/{meeting}/index.html',
      '/archive/{meeting}',
      '/archive/{meeting}/index.html',
    ],
    example: 'https://www.isca-archive.org/interspeech_2020/gulati20_interspeech.html',
    reason: 'Interspeech and its workshops; moved between two hosts.',
  },
  {
    name: 'usenix',
    hosts: ['www.usenix.org', 'usenix.org'],
    ids: {
      meeting: '[\\w-]+',
      talk: '[\\w-]+',
      file: '(?!.*(?:slides|proceedings|errata|interior|contents))[\\w.-]+',
    },
    papers: {
      abstract: [
        '/conference/{meeting}/presentation/{talk}',
        '/conference/{meeting}/technical-sessions/presentation/{talk}',
      ],
      pdf: [
        '/system/files/{file}.pdf',
        '/system/files/conference/{meeting}/{file}.pdf',
        '/legacy/event|events/{meeting}/tech/full_papers/{file}/{file}.pdf',
      ],
    },
    listings: [
      '/conference/{meeting}',
      '/conference/{meeting}/technical-sessions',
      '/conference/{meeting}/*-sessions',
      '/conference/{meeting}/*accepted-papers',
      '/publications/**',
      '/conferences/**',
    ],
    example: 'https://www.usenix.org/conference/nsdi22/presentation/goyal',
    reason: 'Its abstract is in no meta tag.',
  },
  {
    name: 'jair',
    hosts: ['www.jair.org', 'jair.org'],
    papers: {
      abstract: ['/index.php/jair/article/view/{number}'],
      pdf: ['/index.php/jair/article/view|download/{number}/**'],
    },
    listings: ['/index.php/jair/issue/**', '/index.php/jair', '/index.php/jair/search/**'],
    example: 'https://www.jair.org/index.php/jair/article/view/11222',
    reason: 'Open Journal Systems.',
  },
  {
    name: 'rss-proceedings',
    hosts: ['www.roboticsproceedings.org', 'roboticsproceedings.org'],
    ids: { meeting: 'rss\\d\\d', paper: 'p\\d{1,3}' },
    papers: { abstract: ['/{meeting}/{paper}.html'], pdf: ['/{meeting}/{paper}.pdf'] },
    listings: ['/{meeting}', '/{meeting}/index.html'],
    example: 'https://www.roboticsproceedings.org/rss16/p001.html',
    reason: 'Robotics: Science and Systems.',
  },
  {
    name: 'ieee-computer-society',
    hosts: ['www.computer.org', 'csdl.computer.org', 'doi.ieeecomputersociety.org'],
    ids: { slug: '[\\w.-]+', issue: '[\\w-]+' },
    papers: {
      abstract: [
        '/csdl/proceedings-article/{slug}/{year}/{issue}/{slug}',
        '/csdl/journal|magazine/{slug}/{year}/{issue}/{issue}/{slug}',
        '/csdl/proceedings-article/{slug}/{year}/{issue}/{slug}/*',
        '/{doi}',
      ],
    },
    listings: [
      '/csdl/proceedings/**',
      '/csdl/journals/**',
      '/csdl/magazines/**',
      '/csdl/search/**',
    ],
    example: 'https://www.computer.org/csdl/proceedings-article/cvpr/2020/716800a123/1m3nxyz',
    reason: 'Its library, separate from IEEE Xplore.',
  },
  {
    name: 'dagstuhl',
    hosts: ['drops.dagstuhl.de'],
    papers: {
      abstract: ['/entities/document/{doi}', '/document/{doi}', '/opus/volltexte/{year}/{number}'],
      pdf: ['/storage/**'],
    },
    listings: ['/entities/**', '/search'],
    example: 'https://drops.dagstuhl.de/entities/document/10.4230/LIPIcs.ITCS.2020.1',
    reason: 'LIPIcs, OASIcs and other series of theory.',
  },
];
