/**
 * What the sample papers are about: for each field the words its abstracts are made of. Papers of
 * one field share words, papers of two fields hardly any, so what is related to what is known.
 */

export interface Field {
  name: string;
  category: string;
  /** Method names, one a paper. */
  methods: string[];
  /** What is done, for titles: "<method>: <work>". */
  works: string[];
  /** The problem, as openings of abstracts. */
  openings: string[];
  /** Sentences on the method; `{m}` is its name. */
  ideas: string[];
  /** Sentences on what was found. */
  findings: string[];
  keywords: string[];
}

export const fields: Field[] = [
  {
    name: 'next-scale image generation',
    category: 'cs.CV',
    methods: [
      'ScaleStep',
      'PyraGen',
      'TokenLadder',
      'CoarseFine',
      'VisAR-2',
      'Residuo',
      'MipToken',
      'StairAR',
      'Zoomer',
      'HiVAR',
    ],
    works: [
      'Visual Autoregressive Modelling by Next-Scale Prediction',
      'Faster Next-Scale Prediction for Image Generation',
      'Multi-Scale Tokenizers for Visual Autoregressive Generation',
      'Scaling Laws of Visual Autoregressive Image Generators',
      'Continuous Tokens for Next-Scale Image Synthesis',
    ],
    openings: [
      'Visual autoregressive models generate an image by next-scale prediction, from coarse token maps to fine ones.',
      'Autoregressive image generation in raster order is slow and ignores the spatial structure of pictures.',
      'Next-scale prediction has closed the gap between autoregressive image generators and diffusion transformers.',
    ],
    ideas: [
      '{m} trains a multi-scale visual tokenizer whose residual token maps are predicted scale by scale.',
      '{m} lets every scale of the image attend to all coarser scales, so that tokens of one scale are sampled in parallel.',
      '{m} reuses the coarse token maps of a visual autoregressive transformer while the fine scales are refined.',
    ],
    findings: [
      'On class-conditional ImageNet at 256 and 512 pixels it lowers the Fréchet inception distance while sampling images several times faster than raster-order generation.',
      'The visual autoregressive transformer follows clear scaling laws, and zero-shot inpainting and editing of images emerge.',
    ],
    keywords: [
      'next-scale prediction',
      'visual autoregressive models',
      'visual tokenizer',
      'image generation',
    ],
  },
  {
    name: 'reasoning by reinforcement learning',
    category: 'cs.CL',
    methods: [
      'ProofStep',
      'VeriThink',
      'LongChain',
      'RewardTrace',
      'StepCredit',
      'ThinkLess',
      'CritiqueRL',
      'SelfCheck',
      'Curricula',
      'RolloutMix',
    ],
    works: [
      'Reinforcement Learning with Verifiable Rewards for Mathematical Reasoning',
      'Process Rewards for Long Chains of Thought',
      'Credit Assignment in Reasoning Traces of Language Models',
      'Shorter Chains of Thought without Losing Accuracy',
      'Policy Optimisation for Step-by-Step Reasoning',
    ],
    openings: [
      'Reinforcement learning with verifiable rewards has become the way to make language models reason step by step.',
      'Long chains of thought let language models solve competition mathematics, at the price of many tokens.',
      'Outcome rewards say whether an answer is right, not which reasoning step made it so.',
    ],
    ideas: [
      '{m} assigns credit to single reasoning steps by comparing rollouts that share a prefix of the chain of thought.',
      '{m} trains a process reward model on verified traces and uses it in group-relative policy optimisation.',
      '{m} lowers the entropy collapse of policy optimisation by mixing rollouts of several difficulties.',
    ],
    findings: [
      'On AIME and MATH the reasoning accuracy of a seven-billion-parameter policy rises by eleven points with half the rollouts.',
      'Chains of thought become a third shorter, and verifiable rewards transfer from mathematics to logic puzzles.',
    ],
    keywords: [
      'reinforcement learning',
      'verifiable rewards',
      'chain of thought',
      'process reward model',
    ],
  },
  {
    name: 'key-value cache compression',
    category: 'cs.LG',
    methods: [
      'SlimCache',
      'EvictKV',
      'PageFold',
      'HeadPrune',
      'QuantCache',
      'LazyKV',
      'CacheBlend',
      'StreamKeep',
      'KVault',
      'Prefixer',
    ],
    works: [
      'Compressing the Key-Value Cache of Long-Context Language Models',
      'Key-Value Cache Eviction by Attention Heads',
      'Two-Bit Quantisation of the Key-Value Cache',
      'Serving Long Contexts with Shared Prefix Caches',
      'Speculative Decoding with a Compressed Key-Value Cache',
    ],
    openings: [
      'The key-value cache grows with the context and dominates the memory of serving a language model.',
      'Long-context inference is bound by the bandwidth of reading the key-value cache at each decoding step.',
      'Evicting entries of the key-value cache saves memory but loses tokens that later queries need.',
    ],
    ideas: [
      '{m} keeps the entries of the key-value cache that retrieval heads attend to and quantises the remaining ones to two bits.',
      '{m} merges cached keys that decoding steps rarely distinguish, page by page, without training.',
      '{m} predicts from the prompt which cached tokens the decoder will attend to and evicts the others at prefill.',
    ],
    findings: [
      'Memory of the key-value cache falls eightfold and decoding throughput on one accelerator rises 3.4 times with no loss on needle retrieval.',
      'At contexts of 128 thousand tokens prefill latency halves, and serving batches grow fourfold.',
    ],
    keywords: ['key-value cache', 'cache eviction', 'long-context inference', 'quantisation'],
  },
  {
    name: 'retrieval-augmented generation',
    category: 'cs.IR',
    methods: [
      'GraphFetch',
      'HopRAG',
      'ReRank-T',
      'CiteWell',
      'DenseMix',
      'QueryLoom',
      'PassageNet',
      'Grounder',
      'AskTwice',
      'DocWeave',
    ],
    works: [
      'Multi-Hop Retrieval-Augmented Generation over Document Graphs',
      'Learning When to Retrieve in Retrieval-Augmented Generation',
      'Citations that Hold in Retrieval-Augmented Question Answering',
      'Dense Passage Retrievers without Annotated Queries',
      'Reranking Passages for Grounded Question Answering',
    ],
    openings: [
      'Retrieval-augmented generation grounds the answers of a language model in retrieved passages.',
      'Dense passage retrievers miss the second hop of questions that need two documents.',
      'Answers of retrieval-augmented systems cite passages that do not support them.',
    ],
    ideas: [
      '{m} builds a graph over passages and lets the retriever walk it, one hop for each unanswered part of the question.',
      '{m} rewrites the query after reading the first passages and retrieves again until the evidence suffices.',
      '{m} trains a passage reranker from the generator’s own citations, with no annotated relevance.',
    ],
    findings: [
      'On HotpotQA and MuSiQue exact match of question answering rises by nine points with fewer retrieved passages.',
      'Citation precision of grounded answers rises from 61 to 83 per cent over a corpus of Wikipedia passages.',
    ],
    keywords: [
      'retrieval-augmented generation',
      'dense retrieval',
      'question answering',
      'reranking',
    ],
  },
  {
    name: 'robot manipulation',
    category: 'cs.RO',
    methods: [
      'GraspFlow',
      'HandOver',
      'TactileVLA',
      'BiArm',
      'SimReach',
      'PushPull',
      'ActChunk',
      'WristCam',
      'DexPolicy',
      'ToolBench-R',
    ],
    works: [
      'Vision-Language-Action Policies for Dexterous Robot Manipulation',
      'Bimanual Robot Manipulation from Human Demonstrations',
      'Tactile Feedback in Vision-Language-Action Models',
      'Simulation to Reality for Contact-Rich Grasping',
      'Action Chunking for Real-Time Robot Policies',
    ],
    openings: [
      'Vision-language-action policies let a robot follow instructions, but fail at contact-rich manipulation.',
      'Collecting teleoperated demonstrations of dexterous grasping is slow and wears out the gripper.',
      'Robot policies trained in simulation meet friction and slip that the simulator does not have.',
    ],
    ideas: [
      '{m} adds tactile tokens of the gripper to a vision-language-action policy and predicts chunks of actions.',
      '{m} retargets videos of human hands to a bimanual robot and fine-tunes the manipulation policy on few demonstrations.',
      '{m} randomises friction and contact in simulation and distils the grasping policy to wrist-camera input.',
    ],
    findings: [
      'On twelve real tabletop tasks the robot succeeds in 78 per cent of trials with fifty demonstrations a task.',
      'The manipulation policy runs at 50 Hz on board and recovers from slipped grasps.',
    ],
    keywords: [
      'robot manipulation',
      'vision-language-action',
      'dexterous grasping',
      'demonstrations',
    ],
  },
  {
    name: 'speech synthesis',
    category: 'eess.AS',
    methods: [
      'VoxFlow',
      'ProsodyNet',
      'WhisperBack',
      'CodecTalk',
      'LipRead-S',
      'Dialectic',
      'ToneShift',
      'StreamTTS',
      'Vocalise',
      'PhonePrior',
    ],
    works: [
      'Zero-Shot Text-to-Speech with Neural Audio Codecs',
      'Prosody Control in Streaming Speech Synthesis',
      'Speaker Similarity in Zero-Shot Voice Cloning',
      'Low-Latency Spoken Dialogue without Transcripts',
      'Text-to-Speech for Dialects with Little Data',
    ],
    openings: [
      'Zero-shot text-to-speech clones a speaker from three seconds of audio but flattens prosody.',
      'Spoken dialogue systems wait for a transcript before they synthesise speech.',
      'Neural audio codecs turn a waveform into tokens at a rate that text-to-speech models struggle with.',
    ],
    ideas: [
      '{m} models prosody and timbre of the speaker in separate codec token streams joined by flow matching.',
      '{m} synthesises speech while listening, from partial phonemes, with a streaming vocoder.',
      '{m} lowers the frame rate of the audio codec to twelve tokens a second by semantic distillation.',
    ],
    findings: [
      'Listeners prefer its speech in 64 per cent of pairs, and the word error rate of synthesised audio falls to 2.1 per cent.',
      'First audio is heard after 160 milliseconds, with speaker similarity equal to offline text-to-speech.',
    ],
    keywords: ['text-to-speech', 'audio codec', 'prosody', 'voice cloning'],
  },
  {
    name: 'software engineering agents',
    category: 'cs.SE',
    methods: [
      'PatchPilot',
      'IssueMender',
      'RepoScout',
      'TestFirst',
      'DiffMind',
      'BugTrail',
      'CommitCraft',
      'LintLoop',
      'Refactory',
      'StackTracer',
    ],
    works: [
      'Software Engineering Agents that Write Their Own Tests',
      'Repairing Repository Issues with Language Agents',
      'Navigation of Large Repositories by Coding Agents',
      'Training Coding Agents in Executable Environments',
      'Reviewing Patches of Software Engineering Agents',
    ],
    openings: [
      'Software engineering agents edit repositories to resolve issues, yet most of their patches break other tests.',
      'Coding agents spend most of their budget on finding the files that a bug touches.',
      'Executable environments for training coding agents are few and drawn from the same repositories.',
    ],
    ideas: [
      '{m} makes the agent write a failing unit test from the issue before it edits the repository.',
      '{m} builds containers for pull requests of 4,000 repositories and trains the agent on executed patches.',
      '{m} ranks candidate patches by the behaviour of the program under generated unit tests.',
    ],
    findings: [
      'On SWE-bench Verified the coding agent resolves 52 per cent of issues at a third of the tokens.',
      'Regressions in unit tests of the repository fall by half, and reviewers accept more patches.',
    ],
    keywords: ['software engineering agents', 'program repair', 'unit tests', 'repositories'],
  },
  {
    name: 'Gaussian splatting',
    category: 'cs.GR',
    methods: [
      'SplatFlow',
      'SurfelFit',
      'MeshSplat',
      'SparseView-GS',
      'RelightGS',
      'DynaSplat',
      'CompactGS',
      'StreetSplat',
      'Densify',
      'SkyDome',
    ],
    works: [
      'Gaussian Splatting from Sparse Unposed Views',
      'Dynamic Scenes with Deformable Gaussian Splatting',
      'Compact Gaussian Splatting for Mobile Rendering',
      'Relightable Surfaces from Gaussian Splatting',
      'Street-Scale Novel View Synthesis with 3D Gaussians',
    ],
    openings: [
      'Gaussian splatting renders novel views of a scene in real time but needs dense posed photographs.',
      'Scenes of 3D Gaussians take hundreds of megabytes, too much for a telephone.',
      'Splatted Gaussians bake the light of the capture into their colours.',
    ],
    ideas: [
      '{m} predicts 3D Gaussians and camera poses of sparse views in one feed-forward pass.',
      '{m} regularises splats to lie on surfaces and recovers normals, albedo and visibility for relighting.',
      '{m} prunes and clusters Gaussians by their contribution to rendered rays and stores them as codes.',
    ],
    findings: [
      'Novel view synthesis on Mip-NeRF 360 gains 1.2 dB with three input photographs and renders at 140 frames a second.',
      'Scenes shrink forty-fold, and rendering of Gaussians on a telephone stays above sixty frames a second.',
    ],
    keywords: ['Gaussian splatting', 'novel view synthesis', '3D reconstruction', 'rendering'],
  },
  {
    name: 'protein design',
    category: 'q-bio.BM',
    methods: [
      'FoldLoom',
      'BinderGen',
      'EnzymeWalk',
      'LigandDock',
      'SeqStruct',
      'HelixLM',
      'MutaScan',
      'PepFlow',
      'AntiBind',
      'CatSite',
    ],
    works: [
      'Protein Binder Design with Structure Diffusion',
      'Language Models of Protein Sequences that Respect Folding',
      'Designing Enzymes around an Active Site',
      'Predicting the Effect of Mutations without Alignments',
      'Flow Matching for Peptide Docking',
    ],
    openings: [
      'Protein binder design proposes backbones whose sequences often fail to fold in the laboratory.',
      'Protein language models see sequences alone and miss contacts between distant residues.',
      'Active sites of enzymes constrain few residues, and the scaffold around them must be invented.',
    ],
    ideas: [
      '{m} diffuses backbone and side chains jointly and redesigns residues whose predicted folding disagrees.',
      '{m} conditions a protein language model on contact maps and scores mutations by likelihood.',
      '{m} samples scaffolds around catalytic residues by flow matching on rigid frames.',
    ],
    findings: [
      'Of 96 designed proteins tested in the wet laboratory 31 bind their target with nanomolar affinity.',
      'Mutation effects on ProteinGym correlate at 0.54 with assays, without multiple sequence alignments.',
    ],
    keywords: ['protein design', 'protein language models', 'binder design', 'enzymes'],
  },
  {
    name: 'object hallucination',
    category: 'cs.MM',
    methods: [
      'SeeSure',
      'GazeFix',
      'VisualDoubt',
      'ObjectAudit',
      'ContraView',
      'LookBack',
      'GroundTruther',
      'PixelProof',
      'NoMirage',
      'CaptionCheck',
    ],
    works: [
      'Object Hallucination in Multimodal Language Models',
      'Contrastive Decoding against Hallucinated Objects',
      'Measuring Hallucination of Long Image Captions',
      'Preference Data for Faithful Visual Descriptions',
      'Visual Attention and Hallucination in Captioning',
    ],
    openings: [
      'Multimodal language models describe objects that are not in the picture.',
      'Object hallucination grows with the length of a caption, as visual attention decays.',
      'Benchmarks of hallucination ask yes-or-no questions that a blind model can answer.',
    ],
    ideas: [
      '{m} contrasts the decoder’s logits with those under a blurred picture and penalises hallucinated objects.',
      '{m} restores visual attention in late caption tokens by re-reading the regions a sentence names.',
      '{m} makes preference pairs of faithful and hallucinated captions by removing objects from pictures.',
    ],
    findings: [
      'Hallucinated objects in captions on CHAIR fall by 38 per cent with no loss of detail.',
      'On POPE the multimodal model answers faithfully in 91 per cent of adversarial questions.',
    ],
    keywords: [
      'object hallucination',
      'multimodal language models',
      'contrastive decoding',
      'captioning',
    ],
  },
  {
    name: 'state space models',
    category: 'cs.NE',
    methods: [
      'SelectScan',
      'HybridSSM',
      'StateHop',
      'LinearRecall',
      'GatedDelta-X',
      'ConvState',
      'RecurMix',
      'ChunkScan',
      'DualForm',
      'MemState',
    ],
    works: [
      'Selective State Space Models with Exact Recall',
      'Hybrids of State Space Models and Attention',
      'Linear Recurrence at the Speed of the Hardware',
      'Length Extrapolation of Selective State Space Models',
      'Distilling Transformers into Linear Recurrences',
    ],
    openings: [
      'Selective state space models run in linear time but forget tokens that attention recalls.',
      'Linear recurrences compress a sequence into a state of fixed size.',
      'Hybrids of attention and state space layers are built by guesswork.',
    ],
    ideas: [
      '{m} enlarges the recurrent state with a gated delta rule computed in chunks.',
      '{m} distils the attention matrices of a transformer into a selective scan, layer by layer.',
      '{m} searches where in a hybrid an attention layer restores associative recall.',
    ],
    findings: [
      'The state space model matches a transformer of equal size in perplexity and extrapolates to sequences sixteen times longer.',
      'Associative recall reaches 97 per cent, and the selective scan is twice as fast as before.',
    ],
    keywords: ['state space models', 'linear recurrence', 'selective scan', 'associative recall'],
  },
  {
    name: 'weather forecasting',
    category: 'physics.ao-ph',
    methods: [
      'NowRain',
      'StormEnsemble',
      'GlobeCast',
      'MonsoonNet',
      'CycloneTrack',
      'HumidFlow',
      'SeasonAhead',
      'DownScale-W',
      'RadarFill',
      'JetStream-ML',
    ],
    works: [
      'Probabilistic Weather Forecasting with Learned Ensembles',
      'Nowcasting of Rain from Radar',
      'Tropical Cyclone Tracks in Learned Weather Models',
      'Downscaling Global Forecasts of Precipitation',
      'Seasonal Forecasts beyond Numerical Weather Prediction',
    ],
    openings: [
      'Learned weather forecasting rivals numerical weather prediction in the mean but blurs storms.',
      'Nowcasting of precipitation from radar fails where convection starts.',
      'Ensembles of learned weather models are too narrow to warn of extremes.',
    ],
    ideas: [
      '{m} samples an ensemble of forecasts on the sphere by perturbing a latent of the atmosphere.',
      '{m} learns the growth of convection from radar and satellite and rolls precipitation forward.',
      '{m} corrects the bias of seasonal forecasts with ocean temperature from reanalysis.',
    ],
    findings: [
      'Forecasts of cyclone tracks gain a day of lead time over the operational ensemble.',
      'The continuous ranked probability score of precipitation falls by 14 per cent at ten days.',
    ],
    keywords: ['weather forecasting', 'precipitation', 'ensembles', 'nowcasting'],
  },
];
