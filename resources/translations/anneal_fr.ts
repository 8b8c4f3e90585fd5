<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Anneal</source>
        <translation>À propos d’Anneal</translation>
    </message>
    <message>
        <source>Speech to text by diffusion: random words settle into yours, step by step.</source>
        <translation>De la parole au texte par diffusion&#xa0;: des mots tirés au hasard deviennent les vôtres, étape par étape.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Aucun modèle n’est chargé.</translation>
    </message>
    <message>
        <source>Model in use: {model} on {device}, {precision}</source>
        <translation>Modèle utilisé&#xa0;: {model} sur {device}, {precision}</translation>
    </message>
    <message>
        <source>Describe this computer and the installation for a bug report; it contains no personal data</source>
        <translation>Décrire cet ordinateur et l’installation pour un rapport de bogue&#xa0;; sans données personnelles</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Components and licences</source>
        <translation>Composants et licences</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>The licences of everything that is shipped</source>
        <translation>Les licences de tout ce qui est fourni</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Checking this computer…</source>
        <translation>Examen de cet ordinateur…</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open files…</source>
        <translation>Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Essayer un exemple</translation>
    </message>
    <message>
        <source>Record or stop</source>
        <translation>Enregistrer ou arrêter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>Transcrire à nouveau</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Copy with times</source>
        <translation>Copier avec les temps</translation>
    </message>
    <message>
        <source>Copy as subtitles (SRT)</source>
        <translation>Copier en sous-titres (SRT)</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copier en Markdown</translation>
    </message>
    <message>
        <source>Check the next word</source>
        <translation>Vérifier le mot suivant</translation>
    </message>
    <message>
        <source>Listen and edit</source>
        <translation>Écouter et corriger</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Retirer les terminés</translation>
    </message>
    <message>
        <source>Replay this segment</source>
        <translation>Revoir ce segment</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Revenir au direct</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Choose the language</source>
        <translation>Choisir la langue</translation>
    </message>
    <message>
        <source>Choose the steps</source>
        <translation>Choisir les étapes</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Show the recordings folder</source>
        <translation>Afficher le dossier des enregistrements</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <source>About Anneal</source>
        <translation>À propos d’Anneal</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
</context>
<context>
    <name>AlternativesPopover</name>
    <message>
        <source>Instead of “{word}”</source>
        <translation>Au lieu de «&#xa0;{word}&#xa0;»</translation>
    </message>
    <message>
        <source>The steps of this segment are no longer stored, so there are no suggestions.</source>
        <translation>Les étapes de ce segment ne sont plus enregistrées&#xa0;: il n’y a pas de proposition.</translation>
    </message>
    <message>
        <source>There are no suggestions for this word.</source>
        <translation>Il n’y a pas de proposition pour ce mot.</translation>
    </message>
    <message>
        <source>What the model considered at the last step, and how likely each word was</source>
        <translation>Ce que le modèle envisageait à la dernière étape, et la probabilité de chaque mot</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <source>Listen again with this word</source>
        <translation>Réécouter avec ce mot</translation>
    </message>
    <message>
        <source>own word</source>
        <translation>mot personnel</translation>
    </message>
    <message>
        <source>Type another word</source>
        <translation>Saisir un autre mot</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Put this word into the text</source>
        <translation>Mettre ce mot dans le texte</translation>
    </message>
    <message>
        <source>Keep this word; the model listens to the rest of the segment again</source>
        <translation>Garder ce mot&#xa0;; le modèle réécoute le reste du segment</translation>
    </message>
</context>
<context>
    <name>AppearanceSettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Match system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Complètes</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Réduites</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>Langue de l’interface</translation>
    </message>
    <message>
        <source>The language of menus and messages</source>
        <translation>La langue des menus et des messages</translation>
    </message>
    <message>
        <source>Animation speed</source>
        <translation>Vitesse de l’animation</translation>
    </message>
    <message>
        <source>How fast the canvas shows the steps</source>
        <translation>À quelle vitesse les étapes sont montrées</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Animations</translation>
    </message>
    <message>
        <source>Whether the canvas moves between two steps</source>
        <translation>Si le canevas s’anime entre deux étapes</translation>
    </message>
    <message>
        <source>Reduced: steps follow each other without movement.</source>
        <translation>Réduites&#xa0;: les étapes se succèdent sans mouvement.</translation>
    </message>
    <message>
        <source>The transcription itself is never slowed down.</source>
        <translation>La transcription elle-même n’est jamais ralentie.</translation>
    </message>
</context>
<context>
    <name>AudioTrackMenu</name>
    <message>
        <source>Audio track</source>
        <translation>Piste audio</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>CanvasWidget</name>
    <message>
        <source>Token canvas</source>
        <translation>Canevas de tokens</translation>
    </message>
    <message>
        <source>Empty. It shows how noise turns into text while audio is transcribed.</source>
        <translation>Vide. Il montre comment le bruit devient du texte pendant la transcription.</translation>
    </message>
    <message>
        <source>Listening to the sound…</source>
        <translation>Écoute du son…</translation>
    </message>
    <message>
        <source>The model is loading. The file starts automatically afterwards.</source>
        <translation>Le modèle se charge. Le fichier commencera ensuite automatiquement.</translation>
    </message>
    <message>
        <source>end</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>Noise turns into text here.</source>
        <translation>Ici, le bruit devient du texte.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A recording is running.</source>
        <translation>Un enregistrement est en cours.</translation>
    </message>
    <message>
        <source>Anneal is still working.</source>
        <translation>Anneal travaille encore.</translation>
    </message>
    <message>
        <source>If you close now, the recording so far stays in the recordings folder.</source>
        <translation>Si vous fermez maintenant, l’enregistrement reste dans le dossier des enregistrements.</translation>
    </message>
    <message>
        <source>%n file(s) are unfinished. You can resume them next time.</source>
        <translation>%n fichier n’est pas terminé. Vous pourrez le reprendre la prochaine fois.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>No steps yet</source>
        <translation>Pas encore d’étapes</translation>
    </message>
    <message>
        <source>Start: noise</source>
        <translation>Départ&#xa0;: bruit</translation>
    </message>
    <message>
        <source>Settled at step {step}, checked until {last}</source>
        <translation>Stable à l’étape {step}, vérifié jusqu’à {last}</translation>
    </message>
    <message numerus="yes">
        <source>Result after %n step(s)</source>
        <translation>
            <numerusform>Résultat après %n étape</numerusform>
            <numerusform>Résultat après %n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Étape {step} sur {steps}</translation>
    </message>
    <message>
        <source>Start: noise and draft</source>
        <translation>Départ&#xa0;: bruit et brouillon</translation>
    </message>
    <message>
        <source>Start: draft</source>
        <translation>Départ&#xa0;: brouillon</translation>
    </message>
    <message>
        <source>Draft, as heard</source>
        <translation>Brouillon, tel qu’entendu</translation>
    </message>
    <message>
        <source>The text did not fit</source>
        <translation>Le texte n’a pas tenu</translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s) used</source>
        <translation>
            <numerusform>%n étape utilisée</numerusform>
            <numerusform>Les %n étapes utilisées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settled after %n step(s)</source>
        <translation>
            <numerusform>Stabilisé après %n étape</numerusform>
            <numerusform>Stabilisé après %n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>{ms} ms · {share} settled</source>
        <translation>{ms} ms · {share} stable</translation>
    </message>
    <message>
        <source>Measured: the time of this step, and the share of the text that was settled at it</source>
        <translation>Mesuré&#xa0;: la durée de cette étape et la part du texte alors stable</translation>
    </message>
    <message>
        <source>Watch it anneal again</source>
        <translation>Revoir le texte se former</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>What the grounds and strokes on the canvas mean</source>
        <translation>Ce que signifient les fonds et les traits sur le canevas</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Replier</translation>
    </message>
    <message>
        <source>Fold the canvas; the transcript takes its place</source>
        <translation>Replier le canevas&#xa0;; la transcription prend sa place</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>Follow the running transcription again</source>
        <translation>Suivre de nouveau la transcription en cours</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Save the annealing as a film, or as a page to step through</source>
        <translation>Enregistrer la formation du texte comme film, ou comme page à parcourir</translation>
    </message>
    <message>
        <source>Animation speed</source>
        <translation>Vitesse de l’animation</translation>
    </message>
    <message>
        <source>How fast the steps are shown. The transcription itself is never slowed down.</source>
        <translation>La vitesse à laquelle les étapes s’affichent. La transcription elle-même n’est jamais ralentie.</translation>
    </message>
    <message>
        <source>Text where it has settled, the given noise elsewhere (L changes)</source>
        <translation>Le texte là où il est stable, ailleurs le bruit donné (L change)</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>Hypothèse</translation>
    </message>
    <message>
        <source>The tokens the model was given at this step (L changes)</source>
        <translation>Les tokens donnés au modèle à cette étape (L pour changer)</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Bruit</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>The most probable token everywhere: the text so far (L changes)</source>
        <translation>Partout le token le plus probable&#xa0;: le texte à ce stade (L pour changer)</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>A small model that comes with Anneal. Treat what it writes as a draft.</source>
        <translation>Un petit modèle livré avec Anneal. Prenez ce qu’il écrit comme un brouillon.</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>inachevé</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>L’utiliser maintenant</translation>
    </message>
    <message>
        <source>Transcribe with this model from now on</source>
        <translation>Transcrire désormais avec ce modèle</translation>
    </message>
    <message>
        <source>Download again…</source>
        <translation>Télécharger de nouveau…</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Télécharger…</translation>
    </message>
    <message>
        <source>First you see what it takes; nothing is fetched before you agree</source>
        <translation>Vous voyez d’abord ce qu’il faut&#x202f;; rien n’est récupéré avant votre accord</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Compare every file with its checksum</source>
        <translation>Comparer chaque fichier à sa somme de contrôle</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Show its folder in the file manager</source>
        <translation>Afficher son dossier dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>What its makers say and measured</source>
        <translation>Ce que ses auteurs disent et ont mesuré</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Abandonner…</translation>
    </message>
    <message>
        <source>Delete what has come of it so far</source>
        <translation>Supprimer ce qui en est déjà arrivé</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Delete the model from this computer</source>
        <translation>Supprimer le modèle de cet ordinateur</translation>
    </message>
    <message>
        <source>It is in use: to delete it, choose another model first.</source>
        <translation>Il est en service&#xa0;: pour le supprimer, choisissez d’abord un autre modèle.</translation>
    </message>
    <message>
        <source>It cannot be used: {reason}.</source>
        <translation>Utilisation impossible&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Every value that the model is decoded with, and where it was read</source>
        <translation>Chaque valeur avec laquelle le modèle est décodé, et où elle a été lue</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Hypothèses</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>But the settings say CPU: choose the automatic device there.</source>
        <translation>Mais les réglages disent processeur&#xa0;: choisissez-y l’appareil automatique.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Resume download</source>
        <translation>Reprendre le téléchargement</translation>
    </message>
    <message>
        <source>Here so far</source>
        <translation>Déjà là</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>À télécharger</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>Sur le disque</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Exige</translation>
    </message>
    <message>
        <source>Long speech</source>
        <translation>Enregistrements longs</translation>
    </message>
    <message>
        <source>As its authors published it; not measured here.</source>
        <translation>Selon la publication de ses auteurs&#x202f;; non mesuré ici.</translation>
    </message>
    <message>
        <source>Published errors</source>
        <translation>Erreurs publiées</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>Composé de</translation>
    </message>
    <message>
        <source>Its authors&apos;, on a card of theirs; other figures of theirs disagree.</source>
        <translation>Selon ses auteurs, sur une de leurs cartes&#x202f;; d’autres chiffres des mêmes auteurs divergent.</translation>
    </message>
    <message>
        <source>Published speed</source>
        <translation>Vitesse publiée</translation>
    </message>
    <message>
        <source>For a second opinion: {name}</source>
        <translation>Pour un second avis&#xa0;: {name}</translation>
    </message>
    <message>
        <source>There is a much larger model: {name}</source>
        <translation>Il existe un modèle bien plus grand&#xa0;: {name}</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c’est</translation>
    </message>
    <message>
        <source>How often the small one errs is in its model card.</source>
        <translation>Les erreurs du petit sont dans sa fiche.</translation>
    </message>
    <message>
        <source>It needs</source>
        <translation>Il exige</translation>
    </message>
    <message>
        <source>Would it run here?</source>
        <translation>Marcherait-il ici&#x202f;?</translation>
    </message>
    <message>
        <source>See what it is, what it takes, and how it would run on this computer</source>
        <translation>Voir ce que c’est, ce qu’il faut, et comment il marcherait sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Checking this computer…</source>
        <translation>Examen de cet ordinateur…</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. They contain no personal data.</source>
        <translation>Le diagnostic est dans le presse-papiers. Il ne contient aucune donnée personnelle.</translation>
    </message>
</context>
<context>
    <name>DictationController</name>
    <message>
        <source>Start or stop dictation</source>
        <translation>Démarrer ou arrêter la dictée</translation>
    </message>
    <message>
        <source>Recording. {shortcut} stops it.</source>
        <translation>Enregistrement en cours. {shortcut} l’arrête.</translation>
    </message>
    <message>
        <source>The recording was discarded.</source>
        <translation>L’enregistrement a été supprimé.</translation>
    </message>
    <message>
        <source>The transcription was cancelled.</source>
        <translation>La transcription a été annulée.</translation>
    </message>
    <message>
        <source>Nothing was heard.</source>
        <translation>Rien n’a été entendu.</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>Le texte est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Typed, and copied to the clipboard.</source>
        <translation>Saisi et copié dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>Rien n’a été saisi.</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Dictée</translation>
    </message>
</context>
<context>
    <name>DictationSettingsPage</name>
    <message>
        <source>Press the shortcut in any program and speak; press it again, and the text is on the clipboard.</source>
        <translation>Appuyez sur le raccourci dans n’importe quel programme et parlez&#x202f;; appuyez de nouveau, et le texte est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Your desktop has set it to {key}.</source>
        <translation>Votre bureau l’a fixé à {key}.</translation>
    </message>
    <message>
        <source>{key} works in every program now.</source>
        <translation>{key} fonctionne maintenant dans tous les programmes.</translation>
    </message>
    <message>
        <source>Asking your desktop for the shortcut…</source>
        <translation>Demande du raccourci au bureau…</translation>
    </message>
    <message>
        <source>Where the cursor is, once the text is final. It is in the library as well.</source>
        <translation>À l’endroit du curseur, une fois le texte définitif. Il est aussi dans la bibliothèque.</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Dictée</translation>
    </message>
    <message>
        <source>Dictate anywhere</source>
        <translation>Dicter partout</translation>
    </message>
    <message>
        <source>Record from any program</source>
        <translation>Enregistrer depuis n’importe quel programme</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Raccourci</translation>
    </message>
    <message>
        <source>Click, then press the keys</source>
        <translation>Cliquez, puis appuyez sur les touches</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Saisie</translation>
    </message>
    <message>
        <source>Type the text into the program in front</source>
        <translation>Saisir le texte dans le programme au premier plan</translation>
    </message>
    <message>
        <source>A shortcut starts and stops recording</source>
        <translation>Un raccourci démarre et arrête l’enregistrement</translation>
    </message>
    <message>
        <source>Also type the text</source>
        <translation>Saisir aussi le texte</translation>
    </message>
</context>
<context>
    <name>DiffPanel</name>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Étape {step} sur {steps}</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Listening again…</source>
        <translation>Nouvelle écoute…</translation>
    </message>
    <message>
        <source>The model finishes the current segment first.</source>
        <translation>Le modèle termine d’abord le segment en cours.</translation>
    </message>
    <message>
        <source>The current file is finished first.</source>
        <translation>Le fichier en cours est terminé d’abord.</translation>
    </message>
    <message>
        <source>The result is the same.</source>
        <translation>Le résultat est le même.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n différence</numerusform>
            <numerusform>%n différences</numerusform>
        </translation>
    </message>
    <message>
        <source>← → to hear them</source>
        <translation>← → pour les écouter</translation>
    </message>
    <message>
        <source>Old and new, word by word</source>
        <translation>Ancien et nouveau, mot à mot</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Listen again, starting from other noise</source>
        <translation>Réécouter à partir d’un autre bruit</translation>
    </message>
    <message>
        <source>Use the new words; you can undo this</source>
        <translation>Utiliser les nouveaux mots&#xa0;; vous pourrez annuler</translation>
    </message>
    <message>
        <source>Keep original</source>
        <translation>Garder l’original</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to transcribe</source>
        <translation>Déposez pour transcrire</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Checked</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>You corrected “{wrong}” to “{right}” twice.</source>
        <translation>Vous avez corrigé deux fois «&#xa0;{wrong}&#xa0;» en «&#xa0;{right}&#xa0;».</translation>
    </message>
    <message>
        <source>Always write it so</source>
        <translation>Toujours l’écrire ainsi</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>Le texte est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Retour à la bibliothèque</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Rechercher et remplacer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export this transcript</source>
        <translation>Exporter cette transcription</translation>
    </message>
    <message>
        <source>Close the replay</source>
        <translation>Fermer la relecture</translation>
    </message>
    <message>
        <source>Split here</source>
        <translation>Couper ici</translation>
    </message>
    <message>
        <source>Join with the next segment</source>
        <translation>Joindre au segment suivant</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>Supprimer ce segment</translation>
    </message>
    <message>
        <source>Watch it anneal again</source>
        <translation>Revoir le texte se former</translation>
    </message>
    <message>
        <source>Save the annealing…</source>
        <translation>Enregistrer la formation du texte…</translation>
    </message>
    <message>
        <source>Check the next word</source>
        <translation>Vérifier le mot suivant</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>Un autre mot…</translation>
    </message>
    <message>
        <source>Listen again…</source>
        <translation>Réécouter…</translation>
    </message>
    <message>
        <source>Wave, spectrogram or both</source>
        <translation>Onde, spectrogramme ou les deux</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>Répéter ce segment</translation>
    </message>
    <message>
        <source>Underline words to check</source>
        <translation>Souligner les mots à vérifier</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{file} has moved or was deleted. You can correct the text, but not play it.</source>
        <translation>{file} a été déplacé ou supprimé. Vous pouvez corriger le texte, mais pas l’écouter.</translation>
    </message>
    <message>
        <source>Locate file…</source>
        <translation>Localiser le fichier…</translation>
    </message>
    <message>
        <source>The steps of this segment are no longer stored.</source>
        <translation>Les étapes de ce segment ne sont plus enregistrées.</translation>
    </message>
    <message>
        <source>Use the raw text of the canvas</source>
        <translation>Utiliser le texte brut du canevas</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Copy with times</source>
        <translation>Copier avec les temps</translation>
    </message>
</context>
<context>
    <name>EditorWaveform</name>
    <message>
        <source>Computing the spectrogram… {time}</source>
        <translation>Calcul du spectrogramme… {time}</translation>
    </message>
    <message>
        <source>{time}: click to play, wheel to zoom</source>
        <translation>{time}&#xa0;: cliquer pour écouter, molette pour zoomer</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Forme d’onde</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>transcription en cours</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrompue</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulée</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transcriptions</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>Pas encore de texte</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A recording is running.</source>
        <translation>Un enregistrement est en cours.</translation>
    </message>
    <message>
        <source>A small matrix product came out wrong there.</source>
        <translation>Un petit produit de matrices y donne un résultat faux.</translation>
    </message>
    <message>
        <source>A small matrix product came out wrong.</source>
        <translation>Un petit produit de matrices donne un résultat faux.</translation>
    </message>
    <message>
        <source>A transcript could not be deleted.</source>
        <translation>Une transcription n’a pas pu être supprimée.</translation>
    </message>
    <message>
        <source>Allow microphone access in the system&apos;s privacy settings.</source>
        <translation>Autorisez l’accès au micro dans les réglages de confidentialité du système.</translation>
    </message>
    <message>
        <source>Anneal may not use the microphone.</source>
        <translation>Anneal n’a pas le droit d’utiliser le micro.</translation>
    </message>
    <message>
        <source>Another program holds it.</source>
        <translation>Un autre programme l’occupe.</translation>
    </message>
    <message>
        <source>Another program keeps it locked</source>
        <translation>Un autre programme la verrouille</translation>
    </message>
    <message>
        <source>Ask its owner for read permission, or copy it to a folder of your own.</source>
        <translation>Demandez le droit de lecture à son propriétaire, ou copiez-le dans un dossier à vous.</translation>
    </message>
    <message>
        <source>At step {step} the model computed something that is no number. Its weights are damaged, or too large for this device.</source>
        <translation>À l’étape {step}, le modèle a calculé quelque chose qui n’est pas un nombre. Ses poids sont endommagés, ou trop grands pour cet appareil.</translation>
    </message>
    <message>
        <source>Check its repository and revision.</source>
        <translation>Vérifiez le dépôt et la révision.</translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together, and install them again.</source>
        <translation>Vérifiez que l’adaptateur et le modèle de base vont ensemble, puis réinstallez-les.</translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together.</source>
        <translation>Vérifiez que l’adaptateur et le modèle de base vont ensemble.</translation>
    </message>
    <message>
        <source>Check that it is plugged in, or choose another microphone.</source>
        <translation>Vérifiez qu’il est branché, ou choisissez un autre micro.</translation>
    </message>
    <message>
        <source>Check that it is plugged in, then play again.</source>
        <translation>Vérifiez qu’elle est branchée, puis relancez la lecture.</translation>
    </message>
    <message>
        <source>Check that it is the right repository and revision, or use the adapter&apos;s own code (reference runner).</source>
        <translation>Vérifiez que le dépôt et la révision sont les bons, ou utilisez le code propre à l’adaptateur (exécution de référence).</translation>
    </message>
    <message>
        <source>Check that its disk is still connected, or copy the file to another folder.</source>
        <translation>Vérifiez que son disque est toujours connecté, ou copiez le fichier dans un autre dossier.</translation>
    </message>
    <message>
        <source>Check that the right microphone or audio track was used and was not muted, then try again.</source>
        <translation>Vérifiez que le bon micro ou la bonne piste audio a été utilisé et n’était pas coupé, puis réessayez.</translation>
    </message>
    <message>
        <source>Check the model&apos;s files, or choose another device.</source>
        <translation>Vérifiez les fichiers du modèle, ou choisissez un autre appareil.</translation>
    </message>
    <message>
        <source>Check the name and the folder, or choose the file again.</source>
        <translation>Vérifiez le nom et le dossier, ou choisissez de nouveau le fichier.</translation>
    </message>
    <message>
        <source>Check the network and go on: what was downloaded is kept.</source>
        <translation>Vérifiez le réseau et continuez&#xa0;: ce qui a été téléchargé est conservé.</translation>
    </message>
    <message>
        <source>Check the variables HTTPS_PROXY and NO_PROXY.</source>
        <translation>Vérifiez les variables HTTPS_PROXY et NO_PROXY.</translation>
    </message>
    <message>
        <source>Check which encoder and backbone the adapter names.</source>
        <translation>Vérifiez quel encodeur et quel modèle de base l’adaptateur indique.</translation>
    </message>
    <message>
        <source>Choose a model that denoises.</source>
        <translation>Choisissez un modèle qui débruite.</translation>
    </message>
    <message>
        <source>Choose a model&apos;s own folder.</source>
        <translation>Choisissez le dossier d’un modèle.</translation>
    </message>
    <message>
        <source>Choose a video with sound.</source>
        <translation>Choisissez une vidéo avec du son.</translation>
    </message>
    <message>
        <source>Choose an audio or video file, such as wav, mp3, m4a, flac, ogg, mp4 or mkv.</source>
        <translation>Choisissez un fichier audio ou vidéo, par exemple wav, mp3, m4a, flac, ogg, mp4 ou mkv.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room. Your library is not touched.</source>
        <translation>Choisissez un autre dossier ou libérez de la place. Votre bibliothèque reste intacte.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another language, or a model that knows this one.</source>
        <translation>Choisissez une autre langue, ou un modèle qui connaît celle-ci.</translation>
    </message>
    <message>
        <source>Choose another microphone when it has ended.</source>
        <translation>Choisissez un autre micro quand il sera terminé.</translation>
    </message>
    <message>
        <source>Choose another model in the settings.</source>
        <translation>Choisissez un autre modèle dans les réglages.</translation>
    </message>
    <message>
        <source>Choose another place, or make room. What is kept of it in your library is not touched.</source>
        <translation>Choisissez un autre endroit ou libérez de la place. Ce que votre bibliothèque en conserve reste intact.</translation>
    </message>
    <message>
        <source>Choose auto, cpu or cuda.</source>
        <translation>Choisissez auto, cpu ou cuda.</translation>
    </message>
    <message>
        <source>Choose one of the tracks it has.</source>
        <translation>Choisissez l’une des pistes existantes.</translation>
    </message>
    <message>
        <source>Choose that model again, or transcribe it from the start.</source>
        <translation>Choisissez de nouveau ce modèle, ou transcrivez depuis le début.</translation>
    </message>
    <message>
        <source>Choose the device cpu, or auto.</source>
        <translation>Choisissez le processeur cpu, ou auto.</translation>
    </message>
    <message>
        <source>Choose the files inside it.</source>
        <translation>Choisissez les fichiers qu’il contient.</translation>
    </message>
    <message>
        <source>Choose the folder of the revision you agreed to.</source>
        <translation>Choisissez le dossier de la révision que vous avez acceptée.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>Close other programs next time.</source>
        <translation>Fermez d’autres programmes la prochaine fois.</translation>
    </message>
    <message>
        <source>Close other programs, transcribe fewer segments at a time, or choose another device.</source>
        <translation>Fermez d’autres programmes, transcrivez moins de segments à la fois ou choisissez un autre processeur.</translation>
    </message>
    <message>
        <source>Close that program, or choose another microphone.</source>
        <translation>Fermez ce programme, ou choisissez un autre micro.</translation>
    </message>
    <message>
        <source>Convert it to wav, flac, mp3 or m4a with the program that made it.</source>
        <translation>Convertissez-le en wav, flac, mp3 ou m4a avec le programme qui l’a créé.</translation>
    </message>
    <message>
        <source>Copy or download it again, or convert it with the program that made it.</source>
        <translation>Copiez-le ou téléchargez-le de nouveau, ou convertissez-le avec le programme qui l’a créé.</translation>
    </message>
    <message>
        <source>Copy or download it again; if this is the original, a repair tool for MP4 files may help.</source>
        <translation>Copiez-le ou téléchargez-le de nouveau&#xa0;; s’il s’agit de l’original, un outil de réparation de fichiers MP4 peut aider.</translation>
    </message>
    <message>
        <source>Copy the folder again from where it came, or download the model.</source>
        <translation>Copiez de nouveau le dossier depuis sa source, ou téléchargez le modèle.</translation>
    </message>
    <message>
        <source>Damaged sound was left out at {time}.</source>
        <translation>Un passage sonore endommagé a été omis à {time}.</translation>
    </message>
    <message>
        <source>Damaged sound was left out in {count} places, the first at {time}.</source>
        <translation>Le son endommagé a été omis à {count} endroits, le premier à {time}.</translation>
    </message>
    <message>
        <source>Delete the model and import it again.</source>
        <translation>Supprimez le modèle et importez-le de nouveau.</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>devanagari</translation>
    </message>
    <message>
        <source>Download it again, or trust whoever gave it to you.</source>
        <translation>Téléchargez-le de nouveau, ou faites confiance à la personne qui vous l’a donné.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>Download it with `hf download {download}`, or put its folder beside the model.</source>
        <translation>Téléchargez-le avec `hf download {download}`, ou placez son dossier à côté du modèle.</translation>
    </message>
    <message>
        <source>Download the adapter again at an exact revision.</source>
        <translation>Téléchargez de nouveau l’adaptateur à une révision exacte.</translation>
    </message>
    <message>
        <source>Download the model again: only what is wrong is fetched.</source>
        <translation>Téléchargez de nouveau le modèle&#xa0;: seul ce qui est faux est récupéré.</translation>
    </message>
    <message>
        <source>Downloads are switched off.</source>
        <translation>Les téléchargements sont désactivés.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>Free some space and go on: what was downloaded is kept.</source>
        <translation>Libérez de la place et continuez&#xa0;: ce qui a été téléchargé est conservé.</translation>
    </message>
    <message>
        <source>Free some space or check the folder. What was written until then is kept.</source>
        <translation>Libérez de l’espace ou vérifiez le dossier. Ce qui était déjà écrit est conservé.</translation>
    </message>
    <message>
        <source>Free some space, or set HF_HOME to a folder on a larger disk.</source>
        <translation>Libérez de la place, ou faites pointer HF_HOME vers un dossier d’un disque plus grand.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Libérez de la place.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>German</source>
        <translation>allemand</translation>
    </message>
    <message>
        <source>Go on in some minutes; with an access token the limit is higher. What was downloaded is kept.</source>
        <translation>Continuez dans quelques minutes&#x202f;; avec un jeton d’accès, la limite est plus haute. Ce qui a été téléchargé est conservé.</translation>
    </message>
    <message>
        <source>Go on later: what was downloaded is kept.</source>
        <translation>Continuez plus tard&#xa0;: ce qui a été téléchargé est conservé.</translation>
    </message>
    <message>
        <source>Han</source>
        <translation>chinoises</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Hold on a little longer next time.</source>
        <translation>Attendez un peu plus longtemps la prochaine fois.</translation>
    </message>
    <message>
        <source>Install Anneal again, or choose a model&apos;s own folder.</source>
        <translation>Réinstallez Anneal, ou choisissez le dossier d’un modèle.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the adapter, DiffusionGemma and Whisper, each in a folder of its own; or that of a whole Whisper.</source>
        <translation>Choisissez le dossier qui contient l’adaptateur, DiffusionGemma et Whisper, chacun dans son propre dossier, ou celui d’un Whisper entier.</translation>
    </message>
    <message>
        <source>A key such as Ctrl or Alt was held down.</source>
        <translation>Une touche comme Ctrl ou Alt était maintenue.</translation>
    </message>
    <message>
        <source>Anneal does not know this key.</source>
        <translation>Anneal ne connaît pas cette touche.</translation>
    </message>
    <message>
        <source>Another program uses it.</source>
        <translation>Un autre programme l’utilise.</translation>
    </message>
    <message>
        <source>Another window came to the front.</source>
        <translation>Une autre fenêtre est passée au premier plan.</translation>
    </message>
    <message>
        <source>Audio track {track} of {count} contains only silence, noise or music.</source>
        <translation>La piste audio {track} sur {count} ne contient que du silence, du bruit ou de la musique.</translation>
    </message>
    <message>
        <source>Change fewer words at a time, or choose words with more sound.</source>
        <translation>Modifiez moins de mots à la fois, ou choisissez des mots avec plus de son.</translation>
    </message>
    <message>
        <source>Choose a text file.</source>
        <translation>Choisissez un fichier texte.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Delete {file} if it stays so; only the voices are lost.</source>
        <translation>Supprimez {file} si cela persiste&#xa0;; seules les voix seront perdues.</translation>
    </message>
    <message>
        <source>Dictation by a shortcut is offered on Linux only.</source>
        <translation>La dictée par raccourci n’existe que sous Linux.</translation>
    </message>
    <message>
        <source>In {folder} there is no whole Whisper, with config.json, tokenizer.json and the weights of its decoder.</source>
        <translation>Dans {folder}, il n’y a pas de Whisper entier, avec config.json, tokenizer.json et les poids de son décodeur.</translation>
    </message>
    <message>
        <source>Install Anneal again.</source>
        <translation>Réinstallez Anneal.</translation>
    </message>
    <message>
        <source>Install a newer driver and restart: `{command}`.</source>
        <translation>Installez un pilote plus récent et redémarrez&#xa0;: `{command}`.</translation>
    </message>
    <message>
        <source>Install it (on Debian and Ubuntu: libportaudio2) and start Anneal again.</source>
        <translation>Installez-la (sous Debian et Ubuntu&#xa0;: libportaudio2) et redémarrez Anneal.</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Réinstallez-le.</translation>
    </message>
    <message>
        <source>Install one in the models window, or with `anneal models install {name}`.</source>
        <translation>Installez-en une dans la fenêtre des modèles, ou avec `anneal models install {name}`.</translation>
    </message>
    <message>
        <source>Install the build for CUDA: `{command}`.</source>
        <translation>Installez la version pour CUDA&#xa0;: `{command}`.</translation>
    </message>
    <message>
        <source>Install the model again.</source>
        <translation>Réinstallez le modèle.</translation>
    </message>
    <message>
        <source>It answered 401.</source>
        <translation>Il a répondu 401.</translation>
    </message>
    <message>
        <source>It answered 429: too many requests from this network.</source>
        <translation>Il a répondu 429&#xa0;: trop de requêtes depuis ce réseau.</translation>
    </message>
    <message>
        <source>It answered {status} for {repository}.</source>
        <translation>Il a répondu {status} pour {repository}.</translation>
    </message>
    <message>
        <source>It answered {status} several times.</source>
        <translation>Il a répondu {status} plusieurs fois.</translation>
    </message>
    <message>
        <source>It cannot be opened</source>
        <translation>Impossible de l’ouvrir</translation>
    </message>
    <message>
        <source>It contains only silence, noise or music.</source>
        <translation>Il ne contient que du silence, du bruit ou de la musique.</translation>
    </message>
    <message>
        <source>It gave {kind}.</source>
        <translation>Il a donné {kind}.</translation>
    </message>
    <message>
        <source>It has compute capability {has}, and torch {torch} was built for {least} to {most}.</source>
        <translation>Sa compute capability est {has}, et torch {torch} a été compilé pour {least} à {most}.</translation>
    </message>
    <message>
        <source>It has one audio track.</source>
        <translation>Il a une seule piste audio.</translation>
    </message>
    <message>
        <source>It has version {version}, this Anneal knows {newest}.</source>
        <translation>Elle est en version {version}, cet Anneal connaît la {newest}.</translation>
    </message>
    <message>
        <source>It has {count} audio tracks.</source>
        <translation>Il a {count} pistes audio.</translation>
    </message>
    <message>
        <source>It holds Python objects besides weights, which could run code: {reason}</source>
        <translation>Il contient, outre les poids, des objets Python qui pourraient exécuter du code&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>It is a recording of zero length.</source>
        <translation>C’est un enregistrement de durée nulle.</translation>
    </message>
    <message>
        <source>It is a video without an audio track.</source>
        <translation>C’est une vidéo sans piste audio.</translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation>Elle est endommagée</translation>
    </message>
    <message>
        <source>It is in your library, and can be exported from there.</source>
        <translation>Il est dans votre bibliothèque et peut être exporté de là.</translation>
    </message>
    <message>
        <source>It is not what was imported.</source>
        <translation>Il n’est pas tel qu’il a été importé.</translation>
    </message>
    <message>
        <source>It is not what {repository} holds.</source>
        <translation>Il n’est pas tel que dans {repository}.</translation>
    </message>
    <message>
        <source>It is on the clipboard: paste it.</source>
        <translation>Il est dans le presse-papiers&#xa0;: collez-le.</translation>
    </message>
    <message>
        <source>It is read-only</source>
        <translation>Elle est en lecture seule</translation>
    </message>
    <message>
        <source>It is revision {revision}, and you agreed to {agreed}.</source>
        <translation>Il s’agit de la révision {revision}, et vous avez accepté {agreed}.</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>Une nouvelle tentative est en cours.</translation>
    </message>
    <message>
        <source>It lacks {tokens}.</source>
        <translation>Il y manque&#xa0;: {tokens}.</translation>
    </message>
    <message>
        <source>It needs {needed} GB there, with some margin and room to keep packed weights; {free} GB are free.</source>
        <translation>Il y faut {needed} Go, avec une marge et de la place pour les poids compactés&#x202f;; {free} Go sont libres.</translation>
    </message>
    <message>
        <source>It takes {needed} tokens; the model&apos;s canvas has {longest}.</source>
        <translation>Il lui faut {needed} tokens&#x202f;; le canevas du modèle en compte {longest}.</translation>
    </message>
    <message>
        <source>It takes {needed} tokens; the sound has room for {longest}.</source>
        <translation>Il faut {needed} jetons&#xa0;; le son a de la place pour {longest}.</translation>
    </message>
    <message>
        <source>It was begun with {before}.</source>
        <translation>Elle a été commencée avec {before}.</translation>
    </message>
    <message>
        <source>It was deleted meanwhile.</source>
        <translation>Elle a été supprimée entre-temps.</translation>
    </message>
    <message>
        <source>It was made again from the journals, nothing is missing. The old one was kept as {file}.</source>
        <translation>Elle a été reconstruite à partir des journaux, rien ne manque. L’ancienne a été conservée sous le nom {file}.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its name is misspelt.</source>
        <translation>Il a été déplacé, renommé ou supprimé, ou son nom est mal écrit.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted.</source>
        <translation>Il a été déplacé, renommé ou supprimé.</translation>
    </message>
    <message>
        <source>It writes from left to right.</source>
        <translation>Il écrit de gauche à droite.</translation>
    </message>
    <message>
        <source>Its authors ask everybody to agree to their terms first.</source>
        <translation>Ses auteurs demandent à chacun d’accepter d’abord leurs conditions.</translation>
    </message>
    <message>
        <source>Its authors want to know who downloads it, and no access token was given.</source>
        <translation>Ses auteurs veulent savoir qui le télécharge, et aucun jeton d’accès n’a été donné.</translation>
    </message>
    <message>
        <source>Its checksum is compared.</source>
        <translation>Sa somme de contrôle est comparée.</translation>
    </message>
    <message>
        <source>Its checksum is not the one that the hub&apos;s cache promises.</source>
        <translation>Sa somme de contrôle n’est pas celle que promet le cache du hub.</translation>
    </message>
    <message>
        <source>Its checksum is not the one that {repository} promises, twice in a row.</source>
        <translation>Sa somme de contrôle n’est pas celle que promet {repository}, deux fois de suite.</translation>
    </message>
    <message>
        <source>Its driver does not answer: it is not loaded, or it was updated and the machine was not restarted since.</source>
        <translation>Son pilote ne répond pas&#xa0;: il n’est pas chargé, ou il a été mis à jour sans que la machine soit redémarrée.</translation>
    </message>
    <message>
        <source>Its driver {driver} answers, but torch {torch} for CUDA {needs} finds no card.</source>
        <translation>Son pilote {driver} répond, mais torch {torch} pour CUDA {needs} ne trouve aucune carte.</translation>
    </message>
    <message>
        <source>Its driver {driver} supports CUDA up to {has}, and the installed torch needs {needs}.</source>
        <translation>Son pilote {driver} prend en charge CUDA jusqu’à {has}, et le torch installé exige {needs}.</translation>
    </message>
    <message>
        <source>Its encoder and projector turn silence into values that are no numbers. Weights that are none: {weights}.</source>
        <translation>Son encodeur et son projecteur tirent du silence des valeurs qui ne sont pas des nombres. Poids qui n’en sont pas&#xa0;: {weights}.</translation>
    </message>
    <message>
        <source>Its format is unknown here, or the file is damaged at its very start.</source>
        <translation>Son format est inconnu ici, ou le fichier est endommagé dès le début.</translation>
    </message>
    <message>
        <source>Its index is missing, which recorders and cameras write last, so nothing in it can be found.</source>
        <translation>Il manque son index, que les enregistreurs et caméras écrivent en dernier&#xa0;; rien n’y est donc accessible.</translation>
    </message>
    <message>
        <source>Its parts are not all here.</source>
        <translation>Il manque certains de ses éléments.</translation>
    </message>
    <message>
        <source>Its portal has no remote keyboard.</source>
        <translation>Son portail n’a pas de clavier distant.</translation>
    </message>
    <message>
        <source>Its projector leads from {width_in} to {width_out}, but the encoder&apos;s frames are {frame_width} wide and the backbone&apos;s tokens {token_width}.</source>
        <translation>Son projecteur va de {width_in} à {width_out}, mais les trames de l’encodeur ont une largeur de {frame_width} et les tokens du modèle de base de {token_width}.</translation>
    </message>
    <message>
        <source>Its revision is not exact: {revision} is no full commit hash.</source>
        <translation>Sa révision n’est pas exacte&#xa0;: {revision} n’est pas un hash de commit complet.</translation>
    </message>
    <message>
        <source>Its shape is {shape}; one channel at 16 kHz, of one sample or more, is needed.</source>
        <translation>Sa forme est {shape}&#xa0;; il faut un seul canal à 16 kHz, d’au moins un échantillon.</translation>
    </message>
    <message>
        <source>Its sound could not be decoded, or memory ran out.</source>
        <translation>Le son n’a pas pu être décodé, ou la mémoire n’a pas suffi.</translation>
    </message>
    <message>
        <source>Its sound could not be decoded.</source>
        <translation>Le son n’a pas pu être décodé.</translation>
    </message>
    <message>
        <source>Its sound is encrypted (DRM) and can be decoded only by the player it was bought for.</source>
        <translation>Le son est chiffré (DRM) et ne peut être lu que par le lecteur pour lequel il a été acheté.</translation>
    </message>
    <message>
        <source>Its text is kept. Make room on the disk, or keep fewer replays.</source>
        <translation>Son texte est conservé. Libérez de l’espace sur le disque ou gardez moins de replays.</translation>
    </message>
    <message>
        <source>Its vocabulary has no {script} letters.</source>
        <translation>Son vocabulaire n’a pas de lettres {script}.</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>latines</translation>
    </message>
    <message>
        <source>Loading it needs {needs} GB of main memory, and {free} GB are free.</source>
        <translation>Son chargement exige {needs} Go de mémoire vive, et {free} Go sont libres.</translation>
    </message>
    <message>
        <source>Look at {link}, or update Anneal.</source>
        <translation>Voyez {link}, ou mettez Anneal à jour.</translation>
    </message>
    <message>
        <source>Make a new token at huggingface.co, under Settings, Access Tokens, and enter it here.</source>
        <translation>Créez un nouveau jeton sur huggingface.co, sous Settings, Access Tokens, et saisissez-le ici.</translation>
    </message>
    <message>
        <source>Make it readable or choose another one in the settings; Anneal goes on trying.</source>
        <translation>Rendez-le lisible ou choisissez-en un autre dans les réglages&#x202f;; Anneal continue d’essayer.</translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation>Libérez de l’espace sur le disque et réessayez.</translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable, then start Anneal again.</source>
        <translation>Libérez de l’espace sur le disque ou rendez le dossier accessible en écriture, puis redémarrez Anneal.</translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable; what is on screen can be exported or copied.</source>
        <translation>Libérez de l’espace sur le disque ou rendez le dossier accessible en écriture&#xa0;; ce qui est à l’écran peut être exporté ou copié.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Libérez de la place sur le disque, puis réessayez.</translation>
    </message>
    <message>
        <source>Make the folder {folder} readable.</source>
        <translation>Rendez le dossier {folder} accessible en lecture.</translation>
    </message>
    <message>
        <source>Make the library&apos;s folder writable.</source>
        <translation>Rendez le dossier de la bibliothèque accessible en écriture.</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>mandarin</translation>
    </message>
    <message>
        <source>Missing: {missing}. Unknown: {unknown}.</source>
        <translation>Manquant&#xa0;: {missing}. Inconnu&#xa0;: {unknown}.</translation>
    </message>
    <message>
        <source>Mix the channels down and resample first, or pass a file.</source>
        <translation>Mixez d’abord les canaux et rééchantillonnez, ou fournissez un fichier.</translation>
    </message>
    <message>
        <source>Neither checkpoint nor sources tell it, and the backbone&apos;s vocabulary has none of {texts}.</source>
        <translation>Ni le checkpoint ni le code source ne l’indiquent, et le vocabulaire du modèle de base n’a aucun de {texts}.</translation>
    </message>
    <message>
        <source>No CUDA card can be used.</source>
        <translation>Aucune carte CUDA n’est utilisable.</translation>
    </message>
    <message>
        <source>No adapter in {folder}.</source>
        <translation>Pas d’adaptateur dans {folder}.</translation>
    </message>
    <message>
        <source>No key of this keyboard layout gives it.</source>
        <translation>Aucune touche de cette disposition de clavier ne le donne.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>Aucun micro n’a été trouvé.</translation>
    </message>
    <message>
        <source>No model in {folder}.</source>
        <translation>Pas de modèle dans {folder}.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>Aucun modèle n’est installé.</translation>
    </message>
    <message>
        <source>No session bus answers.</source>
        <translation>Aucun bus de session ne répond.</translation>
    </message>
    <message>
        <source>None of its sizes is installed.</source>
        <translation>Aucune de ses tailles n’est installée.</translation>
    </message>
    <message>
        <source>Not found: {missing}.</source>
        <translation>Introuvable&#xa0;: {missing}.</translation>
    </message>
    <message>
        <source>Not understood: {names}.</source>
        <translation>Non compris&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Nothing can be played yet.</source>
        <translation>Aucune lecture n’est encore possible.</translation>
    </message>
    <message>
        <source>Nothing can be played.</source>
        <translation>Aucune lecture n’est possible.</translation>
    </message>
    <message>
        <source>Nothing in it could be recognised as sound, or it is damaged from its start.</source>
        <translation>Rien n’y est reconnaissable comme du son, ou il est endommagé dès le début.</translation>
    </message>
    <message>
        <source>Nothing is known about where its files came from.</source>
        <translation>On ignore d’où viennent ses fichiers.</translation>
    </message>
    <message>
        <source>Nothing of {repository} came for a while, in several tries.</source>
        <translation>Rien n’est venu de {repository} pendant un moment, en plusieurs essais.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>On the processor alone, which takes minutes for seconds of sound, it needs {needs} GB of main memory, of which {free} GB are free.</source>
        <translation>Sur le seul processeur, qui met des minutes pour quelques secondes de son, il exige {needs} Go de mémoire vive, dont {free} Go sont libres.</translation>
    </message>
    <message>
        <source>Only files can be transcribed.</source>
        <translation>Seuls des fichiers peuvent être transcrits.</translation>
    </message>
    <message>
        <source>Open {link}, agree, and try again. Some authors answer only after a while.</source>
        <translation>Ouvrez {link}, acceptez, et réessayez. Certains auteurs ne répondent qu’après un moment.</translation>
    </message>
    <message>
        <source>Perhaps it was stopped as soon as it was started; record it again or choose another file.</source>
        <translation>Il a peut-être été arrêté dès son démarrage&#xa0;; enregistrez de nouveau ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Play it when the recording has ended.</source>
        <translation>Relancez la lecture une fois l’enregistrement terminé.</translation>
    </message>
    <message>
        <source>Please look for the speakers again.</source>
        <translation>Veuillez rechercher à nouveau les locuteurs.</translation>
    </message>
    <message>
        <source>Please open the transcript again and repeat it.</source>
        <translation>Rouvrez la transcription et recommencez.</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>Merci de le signaler.</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>Veuillez réessayer.</translation>
    </message>
    <message>
        <source>Please update Anneal. Nothing was changed.</source>
        <translation>Veuillez mettre Anneal à jour. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Plug in headphones or loudspeakers, or choose an output in the system&apos;s sound settings.</source>
        <translation>Branchez un casque ou des haut-parleurs, ou choisissez une sortie dans les réglages audio du système.</translation>
    </message>
    <message>
        <source>Plug one in and press Record again, or open a file instead.</source>
        <translation>Branchez-en un et appuyez de nouveau sur Enregistrer, ou ouvrez plutôt un fichier.</translation>
    </message>
    <message>
        <source>Read the code of this revision and agree to it, or leave the reference runner off.</source>
        <translation>Lisez le code de cette révision et acceptez-le, ou laissez l’exécution de référence désactivée.</translation>
    </message>
    <message>
        <source>Record in the window instead.</source>
        <translation>Enregistrez plutôt dans la fenêtre.</translation>
    </message>
    <message>
        <source>Record the microphone, or install them (on Debian and Ubuntu: pulseaudio-utils).</source>
        <translation>Enregistrez le microphone, ou installez-les (sous Debian et Ubuntu&#xa0;: pulseaudio-utils).</translation>
    </message>
    <message>
        <source>Record, copy or download it again.</source>
        <translation>Enregistrez-le, copiez-le ou téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>Recording is not possible yet.</source>
        <translation>L’enregistrement n’est pas encore possible.</translation>
    </message>
    <message>
        <source>Recording stopped before any sound arrived.</source>
        <translation>L’enregistrement s’est arrêté avant l’arrivée du moindre son.</translation>
    </message>
    <message>
        <source>Reinstall torch, and test the machine&apos;s memory.</source>
        <translation>Réinstallez torch et testez la mémoire de la machine.</translation>
    </message>
    <message>
        <source>Remove it first.</source>
        <translation>Retirez-le d’abord.</translation>
    </message>
    <message>
        <source>Report this to its authors.</source>
        <translation>Signalez-le à ses auteurs.</translation>
    </message>
    <message>
        <source>Restart the machine. If that does not help, install the driver again: `{command}`.</source>
        <translation>Redémarrez la machine. Si cela ne suffit pas, réinstallez le pilote&#xa0;: `{command}`.</translation>
    </message>
    <message>
        <source>See at {link} whether you must agree to something, and whether your token may read gated repositories.</source>
        <translation>Voyez sur {link} s’il faut accepter quelque chose, et si votre jeton peut lire les dépôts à accès restreint.</translation>
    </message>
    <message>
        <source>See that CUDA_VISIBLE_DEVICES is not empty and that you may open /dev/nvidia0, then ask `nvidia-smi`.</source>
        <translation>Vérifiez que CUDA_VISIBLE_DEVICES n’est pas vide et que vous pouvez ouvrir /dev/nvidia0, puis lancez `nvidia-smi`.</translation>
    </message>
    <message>
        <source>See that the clock is right. Where a company inspects its traffic, set SSL_CERT_FILE to its certificate.</source>
        <translation>Assurez-vous que l’horloge est à l’heure. Si une entreprise inspecte son trafic, faites pointer SSL_CERT_FILE vers son certificat.</translation>
    </message>
    <message>
        <source>See that the folder can be written to.</source>
        <translation>Assurez-vous que l’on peut écrire dans le dossier.</translation>
    </message>
    <message>
        <source>Show where it is now; the text is kept in any case.</source>
        <translation>Indiquez où il se trouve&#x202f;; le texte est conservé dans tous les cas.</translation>
    </message>
    <message>
        <source>Show where the recording is now; the text is kept in any case.</source>
        <translation>Indiquez où se trouve l’enregistrement&#x202f;; le texte est conservé dans tous les cas.</translation>
    </message>
    <message>
        <source>Sign in at {link}, agree there, make a token under Settings, Access Tokens, and enter it here.</source>
        <translation>Connectez-vous sur {link}, acceptez-y les conditions, créez un jeton sous Settings, Access Tokens, et saisissez-le ici.</translation>
    </message>
    <message>
        <source>Some settings made no sense.</source>
        <translation>Certains réglages n’avaient pas de sens.</translation>
    </message>
    <message>
        <source>Something could not be read or written.</source>
        <translation>Quelque chose n’a pas pu être lu ou écrit.</translation>
    </message>
    <message>
        <source>Something went wrong that Anneal did not expect.</source>
        <translation>Une erreur qu’Anneal n’avait pas prévue s’est produite.</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <source>Split the segment first, or change fewer words at a time.</source>
        <translation>Scindez d’abord le segment, ou changez moins de mots à la fois.</translation>
    </message>
    <message>
        <source>Switch dictation off and on again.</source>
        <translation>Désactivez puis réactivez la dictée.</translation>
    </message>
    <message>
        <source>Switch it off and on to be asked again.</source>
        <translation>Désactivez puis réactivez pour que la question soit posée de nouveau.</translation>
    </message>
    <message>
        <source>That needs PulseAudio or PipeWire, and their programs pactl and parec.</source>
        <translation>Il faut pour cela PulseAudio ou PipeWire, et leurs programmes pactl et parec.</translation>
    </message>
    <message>
        <source>The CPU computes wrong results.</source>
        <translation>Le processeur donne des résultats faux.</translation>
    </message>
    <message>
        <source>The X server cannot be used for dictation.</source>
        <translation>Le serveur X ne peut pas servir à la dictée.</translation>
    </message>
    <message>
        <source>The access token could not be kept.</source>
        <translation>Le jeton d’accès n’a pas pu être conservé.</translation>
    </message>
    <message>
        <source>The adapter cannot be loaded by its own code.</source>
        <translation>L’adaptateur ne peut pas être chargé par son propre code.</translation>
    </message>
    <message>
        <source>The adapter failed in its own code.</source>
        <translation>L’adaptateur a échoué dans son propre code.</translation>
    </message>
    <message>
        <source>The adapter in {folder} contradicts itself.</source>
        <translation>L’adaptateur dans {folder} se contredit.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is incomplete.</source>
        <translation>L’adaptateur dans {folder} est incomplet.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is not laid out in a way Anneal knows.</source>
        <translation>La structure de l’adaptateur dans {folder} n’est pas connue d’Anneal.</translation>
    </message>
    <message>
        <source>The adapter&apos;s LoRA does not fit the backbone.</source>
        <translation>Le LoRA de l’adaptateur ne convient pas au modèle de base.</translation>
    </message>
    <message>
        <source>The adapter&apos;s own code gave no text.</source>
        <translation>Le code propre à l’adaptateur n’a donné aucun texte.</translation>
    </message>
    <message>
        <source>The adapter&apos;s own code is not run.</source>
        <translation>Le code propre à l’adaptateur n’est pas exécuté.</translation>
    </message>
    <message>
        <source>The adapter&apos;s {part} is unknown.</source>
        <translation>Inconnu dans l’adaptateur&#xa0;: {part}.</translation>
    </message>
    <message>
        <source>The annealing could not be written to {file}.</source>
        <translation>La formation du texte n’a pas pu être écrite dans {file}.</translation>
    </message>
    <message>
        <source>The backbone in {folder} cannot be read.</source>
        <translation>Le modèle de base dans {folder} est illisible.</translation>
    </message>
    <message>
        <source>The backbone in {folder} does not fit its configuration.</source>
        <translation>Le modèle de base dans {folder} ne correspond pas à sa configuration.</translation>
    </message>
    <message>
        <source>The card {card} cannot compute in bf16, which begins with compute capability 8.0.</source>
        <translation>La carte {card} ne peut pas calculer en bf16, qui exige une compute capability d’au moins 8.0.</translation>
    </message>
    <message>
        <source>The card {card} does not work.</source>
        <translation>La carte {card} ne fonctionne pas.</translation>
    </message>
    <message>
        <source>The card {card} is not used.</source>
        <translation>La carte {card} n’est pas utilisée.</translation>
    </message>
    <message>
        <source>The computer was too busy to keep up.</source>
        <translation>L’ordinateur était trop occupé pour suivre.</translation>
    </message>
    <message>
        <source>The copy needs {needed} GB with some margin, and {free} GB are free.</source>
        <translation>La copie exige {needed} Go avec une marge, et {free} Go sont libres.</translation>
    </message>
    <message>
        <source>The decoded sound could not be kept in a temporary file.</source>
        <translation>Le son décodé n’a pas pu être conservé dans un fichier temporaire.</translation>
    </message>
    <message>
        <source>The desktop cannot be asked.</source>
        <translation>Le bureau ne peut pas être interrogé.</translation>
    </message>
    <message>
        <source>The desktop did not allow it.</source>
        <translation>Le bureau ne l’a pas autorisé.</translation>
    </message>
    <message>
        <source>The desktop has taken the shortcut for dictation back.</source>
        <translation>Le bureau a repris le raccourci de la dictée.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal does not answer</source>
        <translation>Le portail du bureau ne répond pas</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>The download could not be written.</source>
        <translation>Le téléchargement n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>The download stands still.</source>
        <translation>Le téléchargement n’avance plus.</translation>
    </message>
    <message>
        <source>The export could not be written.</source>
        <translation>L’exportation n’a pas pu être écrite.</translation>
    </message>
    <message>
        <source>The file has a size of zero bytes: a recording, copy or download was interrupted.</source>
        <translation>Le fichier fait zéro octet&#xa0;: un enregistrement, une copie ou un téléchargement a été interrompu.</translation>
    </message>
    <message>
        <source>The file has no sound for {length} from {time} on; silence stands there.</source>
        <translation>Le fichier ne contient aucun son pendant {length} à partir de {time}&#x202f;; un silence en tient lieu.</translation>
    </message>
    <message>
        <source>The file has no sound in {count} places, for {length} in all, the first at {time}.</source>
        <translation>Le fichier ne contient aucun son à {count} endroits, {length} en tout, le premier à {time}.</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>Le fichier est endommagé</translation>
    </message>
    <message>
        <source>The file is damaged, or is something else under the name of an audio file.</source>
        <translation>Le fichier est endommagé, ou c’est autre chose sous le nom d’un fichier audio.</translation>
    </message>
    <message>
        <source>The file seems to end early, after {heard}.</source>
        <translation>Le fichier semble se terminer trop tôt, après {heard}.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation>Le fichier {file} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The folder holds revision {held}, not {revision}.</source>
        <translation>Le dossier contient la révision {held}, et non {revision}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used.</source>
        <translation>Le dossier {folder} ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>The hub answered 403.</source>
        <translation>Le hub a répondu 403.</translation>
    </message>
    <message>
        <source>The hub answered 404.</source>
        <translation>Le hub a répondu 404.</translation>
    </message>
    <message>
        <source>The hub answered {status}: it was moved, renamed or taken down.</source>
        <translation>Le hub a répondu {status}&#xa0;: il a été déplacé, renommé ou retiré.</translation>
    </message>
    <message>
        <source>The hub asks to slow down.</source>
        <translation>Le hub demande de ralentir.</translation>
    </message>
    <message>
        <source>The hub cannot be reached.</source>
        <translation>Le hub est injoignable.</translation>
    </message>
    <message>
        <source>The hub does not know this access token.</source>
        <translation>Le hub ne connaît pas ce jeton d’accès.</translation>
    </message>
    <message>
        <source>The hub has a problem of its own.</source>
        <translation>Le hub a lui-même un problème.</translation>
    </message>
    <message>
        <source>The hub refused.</source>
        <translation>Le hub a refusé.</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate was not accepted.</source>
        <translation>Le certificat du hub n’a pas été accepté.</translation>
    </message>
    <message>
        <source>The installed torch has no code for the card {card}.</source>
        <translation>Le torch installé n’a pas de code pour la carte {card}.</translation>
    </message>
    <message>
        <source>The installed torch was built for the CPU only.</source>
        <translation>Le torch installé a été compilé pour le processeur seulement.</translation>
    </message>
    <message>
        <source>The keyboard layout lacks letters of it, and has no free key to put them on.</source>
        <translation>La disposition du clavier n’a pas toutes ses lettres, ni de touche libre pour les y mettre.</translation>
    </message>
    <message>
        <source>The language models {file} cannot be read.</source>
        <translation>Les modèles de langue {file} ne peuvent pas être lus.</translation>
    </message>
    <message>
        <source>The microphone could not be opened.</source>
        <translation>Le micro n’a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>The microphone is in use.</source>
        <translation>Le micro est utilisé.</translation>
    </message>
    <message>
        <source>The microphone stopped sending sound.</source>
        <translation>Le micro a cessé d’envoyer du son.</translation>
    </message>
    <message>
        <source>The microphone was recorded to the end.</source>
        <translation>Le microphone a été enregistré jusqu’au bout.</translation>
    </message>
    <message>
        <source>The model and this recording do not fit beside what else is in use.</source>
        <translation>Le modèle et cet enregistrement ne tiennent pas à côté de ce qui est déjà utilisé.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be read.</source>
        <translation>Le modèle dans {folder} est illisible.</translation>
    </message>
    <message>
        <source>The model in {folder} has layout version {version}.</source>
        <translation>Le modèle dans {folder} est au format de version {version}.</translation>
    </message>
    <message>
        <source>The model in {folder} is incomplete.</source>
        <translation>Le modèle dans {folder} est incomplet.</translation>
    </message>
    <message>
        <source>The model sent no result.</source>
        <translation>Le modèle n’a renvoyé aucun résultat.</translation>
    </message>
    <message>
        <source>The model {name} is no longer there.</source>
        <translation>Le modèle {name} n’est plus là.</translation>
    </message>
    <message>
        <source>The new words were not put in.</source>
        <translation>Les nouveaux mots n’ont pas été insérés.</translation>
    </message>
    <message>
        <source>The old file could not be set aside. Anneal uses its defaults.</source>
        <translation>L’ancien fichier n’a pas pu être mis de côté. Anneal utilise ses réglages par défaut.</translation>
    </message>
    <message>
        <source>The old file was kept as {file}. Anneal uses its defaults.</source>
        <translation>L’ancien fichier a été conservé sous le nom {file}. Anneal utilise ses réglages par défaut.</translation>
    </message>
    <message>
        <source>The parts of {model} do not belong together.</source>
        <translation>Les éléments de {model} ne vont pas ensemble.</translation>
    </message>
    <message>
        <source>The playback stopped.</source>
        <translation>La lecture s’est arrêtée.</translation>
    </message>
    <message>
        <source>The projector of {model} does not fit its description.</source>
        <translation>Le projecteur de {model} ne correspond pas à sa description.</translation>
    </message>
    <message>
        <source>The proxy did not let the download through.</source>
        <translation>Le proxy n’a pas laissé passer le téléchargement.</translation>
    </message>
    <message>
        <source>The recording could not be read while it was made.</source>
        <translation>L’enregistrement n’a pas pu être lu pendant qu’il se faisait.</translation>
    </message>
    <message>
        <source>The recording could not be written.</source>
        <translation>L’enregistrement n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>The recording ended early.</source>
        <translation>L’enregistrement s’est terminé trop tôt.</translation>
    </message>
    <message>
        <source>The recording has gaps.</source>
        <translation>L’enregistrement a des trous.</translation>
    </message>
    <message>
        <source>The remembered voices cannot be read.</source>
        <translation>Les voix mémorisées ne peuvent pas être lues.</translation>
    </message>
    <message>
        <source>The request was declined.</source>
        <translation>La demande a été refusée.</translation>
    </message>
    <message>
        <source>The segment was changed meanwhile.</source>
        <translation>Le segment a été modifié entre-temps.</translation>
    </message>
    <message>
        <source>The shortcut {shortcut} cannot be used.</source>
        <translation>Le raccourci {shortcut} ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>The shortcut {shortcut} is taken.</source>
        <translation>Le raccourci {shortcut} est déjà pris.</translation>
    </message>
    <message>
        <source>The sound ends early: there are {heard} of {promised}.</source>
        <translation>Le son se termine trop tôt&#xa0;: {heard} sur {promised} sont présents.</translation>
    </message>
    <message>
        <source>The sound from {start} s to {end} s could not be read.</source>
        <translation>Le son de {start} s à {end} s n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>The sound in {file} cannot be decoded.</source>
        <translation>Le son de {file} ne peut pas être décodé.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing.</source>
        <translation>La bibliothèque audio PortAudio est absente.</translation>
    </message>
    <message>
        <source>The sound of the computer is missing from some moment on.</source>
        <translation>Le son de l’ordinateur manque à partir d’un certain moment.</translation>
    </message>
    <message>
        <source>The sound of this computer cannot be recorded.</source>
        <translation>Le son de cet ordinateur ne peut pas être enregistré.</translation>
    </message>
    <message>
        <source>The sound output is gone.</source>
        <translation>La sortie audio a disparu.</translation>
    </message>
    <message>
        <source>The sound server stopped sending it.</source>
        <translation>Le serveur de son a cessé de l’envoyer.</translation>
    </message>
    <message>
        <source>The sound system did not accept it.</source>
        <translation>Le système audio ne l’a pas accepté.</translation>
    </message>
    <message>
        <source>The spectrogram of {file} could not be computed.</source>
        <translation>Le spectrogramme de {file} n’a pas pu être calculé.</translation>
    </message>
    <message>
        <source>The speech encoder in {folder} cannot be read.</source>
        <translation>L’encodeur de parole dans {folder} est illisible.</translation>
    </message>
    <message>
        <source>The steps of a segment could not be kept for a replay.</source>
        <translation>Les étapes d’un segment n’ont pas pu être conservées pour être revues.</translation>
    </message>
    <message>
        <source>The system does not allow it.</source>
        <translation>Le système ne l’autorise pas.</translation>
    </message>
    <message>
        <source>The system has no sound output that works.</source>
        <translation>Le système n’a aucune sortie audio qui fonctionne.</translation>
    </message>
    <message>
        <source>The system lists no sound input.</source>
        <translation>Le système n’indique aucune entrée audio.</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>Le système indique&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The text goes to the clipboard: paste it.</source>
        <translation>Le texte va dans le presse-papiers&#xa0;: collez-le.</translation>
    </message>
    <message>
        <source>The text is kept.</source>
        <translation>Le texte est conservé.</translation>
    </message>
    <message>
        <source>The text was changed in another window meanwhile.</source>
        <translation>Le texte a été modifié entre-temps dans une autre fenêtre.</translation>
    </message>
    <message>
        <source>The text was changed meanwhile.</source>
        <translation>Le texte a été modifié entre-temps.</translation>
    </message>
    <message>
        <source>The text was not typed to its end.</source>
        <translation>Le texte n’a pas été saisi jusqu’au bout.</translation>
    </message>
    <message>
        <source>The text was not typed.</source>
        <translation>Le texte n’a pas été saisi.</translation>
    </message>
    <message>
        <source>The transcription ended early.</source>
        <translation>La transcription s’est terminée trop tôt.</translation>
    </message>
    <message>
        <source>The variable HF_HUB_OFFLINE is set.</source>
        <translation>La variable HF_HUB_OFFLINE est définie.</translation>
    </message>
    <message>
        <source>The vocabulary of {model} is another model&apos;s.</source>
        <translation>Le vocabulaire de {model} est celui d’un autre modèle.</translation>
    </message>
    <message>
        <source>The voice could not be remembered.</source>
        <translation>La voix n’a pas pu être mémorisée.</translation>
    </message>
    <message>
        <source>The voice encoder {file} cannot be read.</source>
        <translation>L’encodeur de voix {file} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The waveform is shown in its place.</source>
        <translation>La forme d’onde est affichée à sa place.</translation>
    </message>
    <message>
        <source>This desktop lets no program type.</source>
        <translation>Ce bureau ne laisse aucun programme saisir du texte.</translation>
    </message>
    <message>
        <source>This desktop offers no global shortcuts.</source>
        <translation>Ce bureau n’offre pas de raccourcis globaux.</translation>
    </message>
    <message>
        <source>This is too much text for the sound.</source>
        <translation>C&apos;est trop de texte pour ce son.</translation>
    </message>
    <message>
        <source>Under Wayland only the desktop itself can give them, by its portal, and this one does not.</source>
        <translation>Sous Wayland, seul le bureau peut en donner, par son portail, et celui-ci ne le fait pas.</translation>
    </message>
    <message>
        <source>Use KDE Plasma, GNOME 48 or newer, or a session on X11.</source>
        <translation>Utilisez KDE Plasma, GNOME 48 ou plus récent, ou une session X11.</translation>
    </message>
    <message>
        <source>What was said is in the file: open {file} to transcribe it.</source>
        <translation>Ce qui a été dit est dans le fichier&#xa0;: ouvrez {file} pour le transcrire.</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>Whisper</translation>
    </message>
    <message>
        <source>{shortcut} cannot be a global shortcut.</source>
        <translation>{shortcut} ne peut pas être un raccourci global.</translation>
    </message>
    <message>
        <source>The vocabulary {file} cannot be read.</source>
        <translation>Le vocabulaire {file} est illisible.</translation>
    </message>
    <message>
        <source>Choose a line of text and listen to that again.</source>
        <translation>Choisissez une ligne de texte et réécoutez-la.</translation>
    </message>
    <message>
        <source>No speech found in {file}.</source>
        <translation>Aucune parole trouvée dans {file}.</translation>
    </message>
    <message>
        <source>Please listen to it again.</source>
        <translation>Veuillez le réécouter.</translation>
    </message>
    <message>
        <source>The text of {file} could not be written to {folder}.</source>
        <translation>Le texte de {file} n’a pas pu être écrit dans {folder}.</translation>
    </message>
    <message>
        <source>The watched folder {folder} cannot be read.</source>
        <translation>Le dossier surveillé {folder} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The weights of {model} cannot be read.</source>
        <translation>Les poids de {model} sont illisibles.</translation>
    </message>
    <message>
        <source>The weights of {model} do not fit its adapter.json.</source>
        <translation>Les poids de {model} ne correspondent pas à son adapter.json.</translation>
    </message>
    <message>
        <source>The whole model in bf16 needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation>Le modèle entier en bf16 exige {needs} Go, et {card} a {free} Go libres sur {total}.</translation>
    </message>
    <message>
        <source>The {part} that {model} needs is not here.</source>
        <translation>Il manque un élément dont {model} a besoin&#xa0;: {part}.</translation>
    </message>
    <message>
        <source>There is a folder {folder}.</source>
        <translation>Il existe déjà un dossier {folder}.</translation>
    </message>
    <message>
        <source>There is no CUDA card that can be used.</source>
        <translation>Il n’y a pas de carte CUDA utilisable.</translation>
    </message>
    <message>
        <source>There is no NVIDIA card in this machine.</source>
        <translation>Il n’y a pas de carte NVIDIA dans cette machine.</translation>
    </message>
    <message>
        <source>There is no adapter.json in it.</source>
        <translation>Il ne contient pas d’adapter.json.</translation>
    </message>
    <message>
        <source>There is no adapter.safetensors in {folder}.</source>
        <translation>Il n’y a pas d’adapter.safetensors dans {folder}.</translation>
    </message>
    <message>
        <source>There is no device called {device}.</source>
        <translation>Il n’existe pas de processeur nommé {device}.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Le fichier {file} n’existe pas.</translation>
    </message>
    <message>
        <source>There is no folder of that name among the models.</source>
        <translation>Aucun dossier de ce nom parmi les modèles.</translation>
    </message>
    <message>
        <source>There is no sound in {file}.</source>
        <translation>Il n’y a pas de son dans {file}.</translation>
    </message>
    <message>
        <source>There is no speech here.</source>
        <translation>Il n’y a pas de parole ici.</translation>
    </message>
    <message>
        <source>There is no whole model in {folder}.</source>
        <translation>Il n’y a pas de modèle complet dans {folder}.</translation>
    </message>
    <message>
        <source>There is no {file} in it.</source>
        <translation>Il ne contient pas de fichier {file}.</translation>
    </message>
    <message>
        <source>There is no {file}.</source>
        <translation>Il n’y a pas de fichier {file}.</translation>
    </message>
    <message>
        <source>There is none in {folder}.</source>
        <translation>Il n’y en a pas dans {folder}.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for {model}.</source>
        <translation>Il n’y a pas assez de place sur le disque pour {model}.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>Il n’y a pas assez de place sur le disque.</translation>
    </message>
    <message>
        <source>There was no room for the rest of {repository}.</source>
        <translation>Il n’y avait plus de place pour le reste de {repository}.</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>La mémoire était insuffisante.</translation>
    </message>
    <message>
        <source>This array is not a recording.</source>
        <translation>Ce tableau n’est pas un enregistrement.</translation>
    </message>
    <message>
        <source>This cannot be played now.</source>
        <translation>La lecture est impossible pour l’instant.</translation>
    </message>
    <message>
        <source>This correction could not be kept.</source>
        <translation>Cette correction n’a pas pu être conservée.</translation>
    </message>
    <message>
        <source>This could not be kept in your library.</source>
        <translation>Ceci n’a pas pu être conservé dans votre bibliothèque.</translation>
    </message>
    <message>
        <source>This is a pause.</source>
        <translation>C’est une pause.</translation>
    </message>
    <message>
        <source>This is the text of audio track {track} of {count}.</source>
        <translation>Ceci est le texte de la piste audio {track} sur {count}.</translation>
    </message>
    <message>
        <source>This is too much text for one canvas.</source>
        <translation>C’est trop de texte pour un seul canevas.</translation>
    </message>
    <message>
        <source>This place could not be heard again.</source>
        <translation>Cet endroit n’a pas pu être réécouté.</translation>
    </message>
    <message>
        <source>This system has no keyring that is open: {reason}.</source>
        <translation>Ce système n’a pas de trousseau de clés ouvert&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>This transcript is no longer in your library.</source>
        <translation>Cette transcription n’est plus dans votre bibliothèque.</translation>
    </message>
    <message>
        <source>This transcript&apos;s journal could not be read.</source>
        <translation>Le journal de cette transcription n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>This transcription cannot go on with {model}.</source>
        <translation>Cette transcription ne peut pas continuer avec {model}.</translation>
    </message>
    <message>
        <source>This version of Anneal reads version {known}.</source>
        <translation>Cette version d’Anneal lit la version {known}.</translation>
    </message>
    <message>
        <source>Those are back at their defaults.</source>
        <translation>Ils ont repris leur valeur par défaut.</translation>
    </message>
    <message>
        <source>Track {track} cannot be decoded and was passed over.</source>
        <translation>La piste {track} ne peut pas être décodée et a été ignorée.</translation>
    </message>
    <message>
        <source>Track {track} contains no speech and was skipped.</source>
        <translation>La piste {track} ne contient aucune parole et a été ignorée.</translation>
    </message>
    <message>
        <source>Try another network: something on the way may change what is downloaded.</source>
        <translation>Essayez un autre réseau&#xa0;: quelque chose en chemin modifie peut-être ce qui est téléchargé.</translation>
    </message>
    <message>
        <source>Unlock it, or run `hf auth login` in a terminal: Anneal uses that token as well.</source>
        <translation>Déverrouillez-le, ou lancez `hf auth login` dans un terminal&#xa0;: Anneal utilise aussi ce jeton.</translation>
    </message>
    <message>
        <source>Unset it and start again, or import the model from a folder.</source>
        <translation>Supprimez-la et redémarrez, ou importez le modèle d’un dossier.</translation>
    </message>
    <message>
        <source>Update Anneal or the model.</source>
        <translation>Mettez à jour Anneal ou le modèle.</translation>
    </message>
    <message>
        <source>Update Anneal, which may know a newer one.</source>
        <translation>Mettez à jour Anneal, qui en connaît peut-être une plus récente.</translation>
    </message>
    <message>
        <source>Use a machine with an NVIDIA card of at least 24 GB, or the bundled model.</source>
        <translation>Utilisez une machine dotée d’une carte NVIDIA d’au moins 24 Go, ou le modèle fourni.</translation>
    </message>
    <message>
        <source>Use a revision that holds weights and plain values only, or the adapter&apos;s own code (reference runner).</source>
        <translation>Utilisez une révision qui ne contient que des poids et des valeurs simples, ou le code propre à l’adaptateur (exécution de référence).</translation>
    </message>
    <message>
        <source>Use a version without copy protection, or your own recording.</source>
        <translation>Utilisez une version sans protection contre la copie, ou votre propre enregistrement.</translation>
    </message>
    <message>
        <source>Use another card, or the CPU. A newer card may need a newer torch: `{command}`.</source>
        <translation>Utilisez une autre carte, ou le processeur. Une carte plus récente peut exiger un torch plus récent&#xa0;: `{command}`.</translation>
    </message>
    <message>
        <source>Use the adapter without the reference runner, or report this to its authors.</source>
        <translation>Utilisez l’adaptateur sans l’exécution de référence, ou signalez-le à ses auteurs.</translation>
    </message>
    <message>
        <source>What was finished is safe in its journal and will be there at the next start.</source>
        <translation>Ce qui était terminé est à l’abri dans son journal et sera là au prochain démarrage.</translation>
    </message>
    <message>
        <source>What was said until then is kept.</source>
        <translation>Ce qui a été dit jusque-là est conservé.</translation>
    </message>
    <message>
        <source>Whisper in {folder} cannot be read.</source>
        <translation>Whisper dans {folder} ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Whisper is not here.</source>
        <translation>Whisper n’est pas là.</translation>
    </message>
    <message>
        <source>Who speaks was not written down.</source>
        <translation>Les locuteurs n’ont pas été notés.</translation>
    </message>
    <message>
        <source>With 4-bit experts it needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation>Avec des experts en 4 bits, il exige {needs} Go, et {card} a {free} Go libres sur {total}.</translation>
    </message>
    <message>
        <source>With the experts in main memory, which is slow, it needs {needs} GB of {card}, which has {free} GB free, and {memory} GB of main memory, of which {free_memory} GB are free.</source>
        <translation>Avec les experts en mémoire vive, ce qui est lent, il exige {needs} Go sur {card}, qui a {free} Go libres, et {memory} Go de mémoire vive, dont {free_memory} Go sont libres.</translation>
    </message>
    <message>
        <source>Without Ctrl, Alt or the Super key it could not be typed any more.</source>
        <translation>Sans Ctrl, Alt ou la touche Super, on ne pourrait plus la taper.</translation>
    </message>
    <message>
        <source>Your account has no permission to open it.</source>
        <translation>Votre compte n’a pas le droit de l’ouvrir.</translation>
    </message>
    <message>
        <source>Your library can be read but not changed.</source>
        <translation>Votre bibliothèque peut être lue mais pas modifiée.</translation>
    </message>
    <message>
        <source>Your library could not be read.</source>
        <translation>Votre bibliothèque n’a pas pu être lue.</translation>
    </message>
    <message>
        <source>Your library was written by a newer version of Anneal.</source>
        <translation>Votre bibliothèque a été écrite par une version plus récente d’Anneal.</translation>
    </message>
    <message>
        <source>Your library&apos;s database could not be used.</source>
        <translation>La base de données de votre bibliothèque n’a pas pu être utilisée.</translation>
    </message>
    <message>
        <source>Your library&apos;s journals could not be read.</source>
        <translation>Les journaux de votre bibliothèque n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>Your settings could not be read.</source>
        <translation>Vos réglages n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>un dossier</translation>
    </message>
    <message>
        <source>adapter.json: {problems}.</source>
        <translation>adapter.json&#xa0;: {problems}.</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>modèle de base</translation>
    </message>
    <message>
        <source>copy-protected</source>
        <translation>protégé contre la copie</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>tronqué</translation>
    </message>
    <message>
        <source>damaged or unknown format</source>
        <translation>endommagé ou format inconnu</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>encodeur</translation>
    </message>
    <message>
        <source>no permission to read it</source>
        <translation>lecture non autorisée</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>aucune raison donnée</translation>
    </message>
    <message>
        <source>no sound in it</source>
        <translation>aucun son</translation>
    </message>
    <message>
        <source>no speech in it</source>
        <translation>aucune parole</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>pas un fichier</translation>
    </message>
    <message>
        <source>not audio or video</source>
        <translation>ni audio ni vidéo</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>il n’y en a pas</translation>
    </message>
    <message>
        <source>{card} computes wrong results.</source>
        <translation>{card} donne des résultats faux.</translation>
    </message>
    <message>
        <source>{device} ran out of memory.</source>
        <translation>{device} n’a plus de mémoire.</translation>
    </message>
    <message>
        <source>{file} arrives damaged.</source>
        <translation>{file} arrive endommagé.</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} est illisible.</translation>
    </message>
    <message>
        <source>{file} could not be played.</source>
        <translation>{file} n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>{file} could not be read.</source>
        <translation>{file} n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>{file} has no audio track {track}.</source>
        <translation>{file} n’a pas de piste audio {track}.</translation>
    </message>
    <message>
        <source>{file} has no sound.</source>
        <translation>{file} n’a pas de son.</translation>
    </message>
    <message>
        <source>{file} holds no weights.</source>
        <translation>{file} ne contient pas de poids.</translation>
    </message>
    <message>
        <source>{file} is a device or a pipe, not a file.</source>
        <translation>{file} est un périphérique ou un tube, pas un fichier.</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} est un dossier.</translation>
    </message>
    <message>
        <source>{file} is damaged or gone.</source>
        <translation>{file} est endommagé ou a disparu.</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file} est endommagé.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} est vide.</translation>
    </message>
    <message>
        <source>{file} is not an audio or video file.</source>
        <translation>{file} n’est pas un fichier audio ou vidéo.</translation>
    </message>
    <message>
        <source>{file} is not opened, for your safety.</source>
        <translation>{file} n’est pas ouvert, pour votre sécurité.</translation>
    </message>
    <message>
        <source>{file} is protected against copying.</source>
        <translation>{file} est protégé contre la copie.</translation>
    </message>
    <message>
        <source>{file} is shorter than it was.</source>
        <translation>{file} est plus court qu’avant.</translation>
    </message>
    <message>
        <source>{file} may not be read.</source>
        <translation>La lecture de {file} n’est pas autorisée.</translation>
    </message>
    <message>
        <source>{file} was cut off before it was finished.</source>
        <translation>{file} a été coupé avant la fin.</translation>
    </message>
    <message>
        <source>{folder} cannot be verified.</source>
        <translation>{folder} ne peut pas être vérifié.</translation>
    </message>
    <message>
        <source>{kind}: {reason}.</source>
        <translation>{kind}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{model} cannot hear.</source>
        <translation>{model} n’entend pas.</translation>
    </message>
    <message>
        <source>{model} cannot run on this machine.</source>
        <translation>{model} ne peut pas fonctionner sur cette machine.</translation>
    </message>
    <message>
        <source>{model} cannot write {language}.</source>
        <translation>{model} ne peut pas écrire en {language}.</translation>
    </message>
    <message>
        <source>{model} does not know {language}.</source>
        <translation>{model} ne connaît pas cette langue&#xa0;: {language}.</translation>
    </message>
    <message>
        <source>{model} has no canvas.</source>
        <translation>{model} n’a pas de canevas.</translation>
    </message>
    <message>
        <source>{model} has no weights.</source>
        <translation>{model} n’a pas de poids.</translation>
    </message>
    <message>
        <source>{model} is incomplete.</source>
        <translation>{model} est incomplet.</translation>
    </message>
    <message>
        <source>{model} is installed already.</source>
        <translation>{model} est déjà installé.</translation>
    </message>
    <message>
        <source>{model} is not complete.</source>
        <translation>{model} n’est pas complet.</translation>
    </message>
    <message>
        <source>{problems}.</source>
        <translation>{problems}.</translation>
    </message>
    <message>
        <source>{reasons}</source>
        <translation>{reasons}</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{reason} ({folder}).</source>
        <translation>{reason} ({folder}).</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation>{reason}.</translation>
    </message>
    <message>
        <source>{reason}: {folder}.</source>
        <translation>{reason}&#xa0;: {folder}.</translation>
    </message>
    <message>
        <source>{reason}{place}.</source>
        <translation>{reason}{place}.</translation>
    </message>
    <message>
        <source>{repository} asks who you are.</source>
        <translation>{repository} demande qui vous êtes.</translation>
    </message>
    <message>
        <source>{repository} at {revision} was not downloaded: there is no folder “{name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation>{repository} à la révision {revision} n’a pas été téléchargé&#xa0;: il n’y a pas de dossier «&#xa0;{name}&#xa0;» dans {folder} ni à côté, et il n’est pas dans {cache}.</translation>
    </message>
    <message>
        <source>{repository} has no such revision.</source>
        <translation>{repository} n’a pas cette révision.</translation>
    </message>
    <message>
        <source>{repository} is not open to your account yet.</source>
        <translation>{repository} n’est pas encore ouvert à votre compte.</translation>
    </message>
    <message>
        <source>{repository} may not be downloaded with this account.</source>
        <translation>{repository} ne peut pas être téléchargé avec ce compte.</translation>
    </message>
    <message>
        <source>{repository} was not downloaded: there is no folder “{name}” or “{other_name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation>{repository} n’a pas été téléchargé&#xa0;: il n’y a pas de dossier «&#xa0;{name}&#xa0;» ou «&#xa0;{other_name}&#xa0;» dans {folder} ni à côté, et il n’est pas dans {cache}.</translation>
    </message>
    <message>
        <source>{repository} was not found.</source>
        <translation>{repository} est introuvable.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«&#xa0;{name}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to</source>
        <translation>Exporter vers</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n fichier écrit.</numerusform>
            <numerusform>%n fichiers écrits.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message numerus="yes">
        <source>Export %n transcript(s)</source>
        <translation>
            <numerusform>Exporter %n transcription</numerusform>
            <numerusform>Exporter %n transcriptions</numerusform>
        </translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>Text (.txt)</source>
        <translation>Texte (.txt)</translation>
    </message>
    <message>
        <source>Subtitles, SubRip (.srt)</source>
        <translation>Sous-titres SubRip (.srt)</translation>
    </message>
    <message>
        <source>Subtitles, WebVTT (.vtt)</source>
        <translation>Sous-titres WebVTT (.vtt)</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>Tableau (.csv)</translation>
    </message>
    <message>
        <source>Word document (.docx)</source>
        <translation>Document Word (.docx)</translation>
    </message>
    <message>
        <source>In text, Markdown and Word documents; subtitles always have them</source>
        <translation>Dans les textes, Markdown et documents Word&#x202f;; les sous-titres les ont toujours</translation>
    </message>
    <message>
        <source>In WebVTT; JSON always has them</source>
        <translation>Dans WebVTT&#x202f;; JSON les a toujours</translation>
    </message>
    <message>
        <source>Tables as spreadsheets on this system read them</source>
        <translation>Tableaux tels que les tableurs de ce système les lisent</translation>
    </message>
    <message>
        <source>Marked as Unicode for Excel where letters are not plain English, and with semicolons where numbers have a decimal comma; off: plain CSV for other programs</source>
        <translation>Marqués comme Unicode pour Excel si les lettres ne sont pas purement anglaises, et avec des points-virgules là où les nombres ont une virgule décimale&#x202f;; décoché&#xa0;: CSV simple pour d’autres programmes</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Inclure</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Enregistrer dans</translation>
    </message>
    <message>
        <source>Full data (.json)</source>
        <translation>Données complètes (.json)</translation>
    </message>
    <message>
        <source>Paragraph timestamps</source>
        <translation>Horodatage des paragraphes</translation>
    </message>
    <message>
        <source>Word timestamps</source>
        <translation>Horodatage des mots</translation>
    </message>
    <message>
        <source>Speaker names</source>
        <translation>Noms des locuteurs</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Choisir le dossier</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ExportSettingsPage</name>
    <message>
        <source>Beside the file</source>
        <translation>À côté du fichier</translation>
    </message>
    <message>
        <source>Every transcript is written in these formats as soon as it is done.</source>
        <translation>Chaque transcription est écrite dans ces formats dès qu’elle est terminée.</translation>
    </message>
    <message>
        <source>Nothing is written but the library; files of the watched folder get a text.</source>
        <translation>Rien n’est écrit hors de la bibliothèque&#xa0;; les fichiers du dossier surveillé reçoivent un texte.</translation>
    </message>
    <message>
        <source>No file is ever overwritten: a name that is taken gets a number.</source>
        <translation>Aucun fichier n’est jamais écrasé&#xa0;: un nom déjà pris reçoit un numéro.</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exports</translation>
    </message>
    <message>
        <source>When a file is done</source>
        <translation>Quand un fichier est terminé</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Enregistrer dans</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>Sous-titres (SRT)</translation>
    </message>
    <message>
        <source>Subtitles (WebVTT)</source>
        <translation>Sous-titres (WebVTT)</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tableau (CSV)</translation>
    </message>
    <message>
        <source>Full data (JSON)</source>
        <translation>Données complètes (JSON)</translation>
    </message>
    <message>
        <source>Write every finished transcript like this</source>
        <translation>Écrire ainsi chaque transcription terminée</translation>
    </message>
    <message>
        <source>How the files are named</source>
        <translation>Comment les fichiers sont nommés</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>cours</translation>
    </message>
</context>
<context>
    <name>FileHeader</name>
    <message numerus="yes">
        <source>Check %n word(s)</source>
        <translation>
            <numerusform>Vérifier %n mot</numerusform>
            <numerusform>Vérifier %n mots</numerusform>
        </translation>
    </message>
    <message>
        <source>Listen to the words that are most likely wrong, one after the other</source>
        <translation>Écouter un à un les mots qui sont le plus probablement faux</translation>
    </message>
    <message>
        <source>Listen and edit</source>
        <translation>Écouter et corriger</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Listen to this transcript and correct it</source>
        <translation>Écouter cette transcription et la corriger</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Copy in another form</source>
        <translation>Copier sous une autre forme</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Text with times</source>
        <translation>Texte avec les temps</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>Sous-titres (SRT)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export this transcript</source>
        <translation>Exporter cette transcription</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Title of this transcript; the file keeps its name</source>
        <translation>Titre de cette transcription&#xa0;; le fichier garde son nom</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>Audio and video ({patterns});;All files (*)</source>
        <translation>Audio et vidéo ({patterns});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open audio or video</source>
        <translation>Ouvrir de l’audio ou de la vidéo</translation>
    </message>
    <message>
        <source>Open a folder of audio or video</source>
        <translation>Ouvrir un dossier d’audio ou de vidéo</translation>
    </message>
    <message>
        <source>Links cannot be transcribed: {names}. Save the file on this computer, then drop it here.</source>
        <translation>Les liens ne peuvent pas être transcrits&#xa0;: {names}. Enregistrez le fichier sur cet ordinateur, puis déposez-le ici.</translation>
    </message>
    <message>
        <source>Not audio or video, skipped: {names}.</source>
        <translation>Ni audio ni vidéo, ignoré&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>No audio or video in: {names}.</source>
        <translation>Ni audio ni vidéo dans&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} et {count} de plus</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All languages</source>
        <translation>Toutes les langues</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Toute langue</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Tous les modèles</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Toutes les étiquettes</translation>
    </message>
    <message>
        <source>Search in all transcripts</source>
        <translation>Rechercher dans toutes les transcriptions</translation>
    </message>
    <message>
        <source>Words in any order, matched by their beginnings; “quoted words” match as a phrase</source>
        <translation>Mots dans n’importe quel ordre, d’après leur début&#xa0;; les «&#xa0;mots entre guillemets&#xa0;» forment une expression</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Toute date</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récentes d’abord</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Les plus anciennes d’abord</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>Dernières modifiées d’abord</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Par titre</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Les plus longues d’abord</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>Not a valid pattern</source>
        <translation>Motif non valide</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Mots entiers seulement</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show this folder in the file manager</source>
        <translation>Afficher ce dossier dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Choisir un autre dossier</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Back to the default folder</source>
        <translation>Revenir au dossier par défaut</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Language of the speech</source>
        <translation>Langue parlée</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>{status}: model, device and precision in use</source>
        <translation>{status}&#xa0;: modèle, appareil et précision utilisés</translation>
    </message>
    <message>
        <source>Spoken:</source>
        <translation>Langue parlée&#xa0;:</translation>
    </message>
    <message>
        <source>settled after {steps}, of up to {limit}</source>
        <translation>stabilisé après {steps}, sur {limit} au plus</translation>
    </message>
    <message>
        <source>up to {limit}, stops when settled</source>
        <translation>{limit} au plus, s’arrête une fois stable</translation>
    </message>
    <message>
        <source>about {time} per minute of sound</source>
        <translation>environ {time} par minute de son</translation>
    </message>
    <message>
        <source>Measured on this computer, if all steps are used</source>
        <translation>Mesuré sur cet ordinateur, si toutes les étapes servent</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Denoising steps</source>
        <translation>Étapes de débruitage</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modèle et processeur</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>{name} · untrained</source>
        <translation>{name} · non entraîné</translation>
    </message>
    <message>
        <source>This model was not trained for {name}.</source>
        <translation>Ce modèle n’a pas été entraîné pour {name}.</translation>
    </message>
    <message>
        <source>More steps give the canvas more time to settle: slower, often better</source>
        <translation>Plus d’étapes laissent au canevas le temps de se stabiliser&#xa0;: plus lent, souvent meilleur</translation>
    </message>
    <message>
        <source>The model&apos;s own number: {steps}</source>
        <translation>Nombre propre au modèle&#xa0;: {steps}</translation>
    </message>
</context>
<context>
    <name>HeardCard</name>
    <message>
        <source>by the sound alone: {share}</source>
        <translation>d’après le son seul&#xa0;: {share}</translation>
    </message>
    <message>
        <source>What was heard</source>
        <translation>Ce qui a été entendu</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>A sample settling out of noise</source>
        <translation>Un exemple qui émerge du bruit</translation>
    </message>
    <message>
        <source>How a model settled one of the samples, step by step. Click to see it again.</source>
        <translation>Comment un modèle a stabilisé un des exemples, étape par étape. Cliquez pour le revoir.</translation>
    </message>
</context>
<context>
    <name>ItemMessage</name>
    <message>
        <source>Start next</source>
        <translation>Passer devant</translation>
    </message>
    <message>
        <source>Transcribe this file before the others that wait</source>
        <translation>Transcrire ce fichier avant les autres en attente</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) come before {file}.</source>
        <translation>
            <numerusform>%n fichier passe avant {file}.</numerusform>
            <numerusform>%n fichiers passent avant {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>No speech found</source>
        <translation>Aucune parole trouvée</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Match system</source>
        <translation>Comme le système</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend: {states}</source>
        <translation>Légende&#xa0;: {states}</translation>
    </message>
    <message>
        <source>Settling: written at this step. Settled: written before and kept. Open: not sure, becomes noise again, or what the draft says where the canvas keeps one. Taken back: had been written, and is open again.</source>
        <translation>Se stabilise&#xa0;: écrit à cette étape. Stable&#xa0;: écrit avant et gardé. Ouvert&#xa0;: incertain, redevient du bruit, ou ce que dit le brouillon là où le canevas en garde un. Retiré&#xa0;: avait été écrit et redevient ouvert.</translation>
    </message>
    <message>
        <source>settling</source>
        <translation>se stabilise</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>stable</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message numerus="yes">
        <source>%n transcription(s) were interrupted.</source>
        <translation>
            <numerusform>%n transcription a été interrompue.</numerusform>
            <numerusform>%n transcriptions ont été interrompues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Where is {file}?</source>
        <translation>Où est {file}&#x202f;?</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n transcript(s) deleted.</source>
        <translation>
            <numerusform>%n transcription supprimée.</numerusform>
            <numerusform>%n transcriptions supprimées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Tags of “{title}”, separated by commas:</source>
        <translation>Étiquettes de «&#xa0;{title}&#xa0;», séparées par des virgules&#xa0;:</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s)</source>
        <translation>
            <numerusform>%n transcription</numerusform>
            <numerusform>%n transcriptions</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export the selected transcripts</source>
        <translation>Exporter les transcriptions sélectionnées</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Your transcripts are stored here.</source>
        <translation>Vos transcriptions sont enregistrées ici.</translation>
    </message>
    <message>
        <source>Record something or drop a file. You can search, play and correct it later.</source>
        <translation>Enregistrez quelque chose ou déposez un fichier. Vous pourrez y chercher, l’écouter et le corriger.</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Try fewer words or another filter.</source>
        <translation>Essayez moins de mots ou un autre filtre.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Étiquettes…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>LicencePage</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Download {model}</source>
        <translation>Télécharger {model}</translation>
    </message>
    <message>
        <source>Asking the hub what there is to fetch…</source>
        <translation>Le hub est interrogé sur ce qu’il faut récupérer…</translation>
    </message>
    <message>
        <source>It has changed since you agreed. Please look again: what has come and still fits is used.</source>
        <translation>Il y a eu des changements depuis votre accord. Merci de vérifier&#xa0;: ce qui est déjà arrivé et convient encore est utilisé.</translation>
    </message>
    <message>
        <source>This is what would be fetched, and from whom. Nothing is fetched before you agree.</source>
        <translation>Voici ce qui serait récupéré, et chez qui. Rien n’est récupéré avant votre accord.</translation>
    </message>
    <message>
        <source>I agree to these licences</source>
        <translation>J’accepte ces licences</translation>
    </message>
    <message>
        <source>Each can be read above</source>
        <translation>Chacune peut être lue ci-dessus</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>Télécharger {size}</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>Begin the download</source>
        <translation>Commencer le téléchargement</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Fetch nothing</source>
        <translation>Ne rien récupérer</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>{needed} are needed, with some margin and room for packed weights; {free} are free.</source>
        <translation>Il faut {needed}, avec une marge et de la place pour les poids compactés&#x202f;; {free} sont libres.</translation>
    </message>
    <message>
        <source>Free some space, or set HF_HOME to a folder on a larger disk.</source>
        <translation>Libérez de la place, ou faites pointer HF_HOME vers un dossier d’un disque plus grand.</translation>
    </message>
    <message>
        <source>{folder}, where all programs that use the hub look</source>
        <translation>{folder}, où regardent tous les programmes qui utilisent le hub</translation>
    </message>
    <message>
        <source>It holds Python files. Anneal reads them for what they say about the model, and never runs them.</source>
        <translation>Il contient des fichiers Python. Anneal y lit ce qu’ils disent du modèle, et ne les exécute jamais.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>An access token tells the hub who you are. The system&apos;s keyring keeps it, and Anneal nowhere else.</source>
        <translation>Un jeton d’accès dit au hub qui vous êtes. Le trousseau du système le conserve, et Anneal nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>It begins with hf_ and is made at huggingface.co, under Settings, Access Tokens</source>
        <translation>Il commence par hf_ et se crée sur huggingface.co, sous Settings, Access Tokens</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>L’utiliser</translation>
    </message>
    <message>
        <source>Keep this token and ask the hub again</source>
        <translation>Conserver ce jeton et interroger le hub de nouveau</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>After you agreed on a page of the hub</source>
        <translation>Après avoir donné votre accord sur une page du hub</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>L’oublier</translation>
    </message>
    <message>
        <source>Delete the token from the keyring</source>
        <translation>Supprimer le jeton du trousseau</translation>
    </message>
    <message>
        <source>Until Anneal is closed, the token is used all the same.</source>
        <translation>Jusqu’à la fermeture d’Anneal, le jeton est tout de même utilisé.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Sample, {language}</source>
        <translation>Exemple, {language}</translation>
    </message>
    <message>
        <source>Recording, {time}</source>
        <translation>Enregistrement, {time}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>A recording was interrupted, but nothing is lost: {length}.</source>
        <translation>Un enregistrement a été interrompu, mais rien n’est perdu&#xa0;: {length}.</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transcrire</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Aucun modèle</translation>
    </message>
</context>
<context>
    <name>MicrophoneMenu</name>
    <message>
        <source>Record from</source>
        <translation>Enregistrer depuis</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micro</translation>
    </message>
    <message>
        <source>Computer sound</source>
        <translation>Son de l’ordinateur</translation>
    </message>
    <message>
        <source>Microphone and computer sound</source>
        <translation>Microphone et son de l’ordinateur</translation>
    </message>
    <message>
        <source>Text while recording</source>
        <translation>Texte pendant l’enregistrement</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Valeur du système</translation>
    </message>
    <message>
        <source>No microphone was found</source>
        <translation>Aucun micro trouvé</translation>
    </message>
</context>
<context>
    <name>MicrophoneTest</name>
    <message>
        <source>Level of the microphone</source>
        <translation>Niveau du micro</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>See how loud the microphone is; nothing is kept</source>
        <translation>Montre le niveau du micro&#x202f;; rien n’est conservé</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>importing</source>
        <translation>importation</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>téléchargement</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>interrompu</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en service</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>non installé</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installé</translation>
    </message>
    <message>
        <source>The published model: Whisper small&apos;s encoder, a trained adapter, and DiffusionGemma with 26 billion parameters.</source>
        <translation>Le modèle publié&#xa0;: l’encodeur de Whisper small, un adaptateur entraîné et DiffusionGemma avec 26 milliards de paramètres.</translation>
    </message>
    <message>
        <source>OpenAI&apos;s Whisper, for a second opinion. It writes from left to right: there is no canvas to watch.</source>
        <translation>Whisper d’OpenAI, pour un second avis. Il écrit de gauche à droite&#xa0;: il n’y a pas de canevas à regarder.</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>encodeur</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>modèle de base</translation>
    </message>
    <message>
        <source>subsampling</source>
        <translation>sous-échantillonnage</translation>
    </message>
    <message>
        <source>projector activation</source>
        <translation>activation du projecteur</translation>
    </message>
    <message>
        <source>projector norm</source>
        <translation>norme du projecteur</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>invite</translation>
    </message>
    <message>
        <source>audio token</source>
        <translation>jeton audio</translation>
    </message>
    <message>
        <source>begin-of-audio token</source>
        <translation>jeton de début d’audio</translation>
    </message>
    <message>
        <source>end-of-audio token</source>
        <translation>jeton de fin d’audio</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>rang LoRA</translation>
    </message>
    <message>
        <source>LoRA alpha</source>
        <translation>alpha LoRA</translation>
    </message>
    <message>
        <source>canvas length</source>
        <translation>longueur du canevas</translation>
    </message>
    <message>
        <source>canvas holds</source>
        <translation>contenu du canevas</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>étapes</translation>
    </message>
    <message>
        <source>canvas starts from</source>
        <translation>départ du canevas</translation>
    </message>
    <message>
        <source>entropy bound</source>
        <translation>borne d’entropie</translation>
    </message>
    <message>
        <source>first temperature</source>
        <translation>première température</translation>
    </message>
    <message>
        <source>last temperature</source>
        <translation>dernière température</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>guidage</translation>
    </message>
    <message>
        <source>acceptance</source>
        <translation>règle d’acceptation</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>candidats</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>stabilité</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>confiance</translation>
    </message>
    <message>
        <source>tail trained</source>
        <translation>fin entraînée</translation>
    </message>
    <message>
        <source>end tokens</source>
        <translation>jetons de fin</translation>
    </message>
    <message>
        <source>CTC blank</source>
        <translation>blanc CTC</translation>
    </message>
    <message>
        <source>CTC softcap</source>
        <translation>plafond souple de CTC</translation>
    </message>
    <message>
        <source>repetitions removed</source>
        <translation>répétitions supprimées</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>langues</translation>
    </message>
    <message>
        <source>seconds clips are padded to</source>
        <translation>secondes jusqu’auxquelles les extraits sont complétés</translation>
    </message>
    <message>
        <source>seconds of a segment</source>
        <translation>secondes d’un segment</translation>
    </message>
    <message>
        <source>seconds of the window of a cut</source>
        <translation>secondes de la fenêtre de coupe</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>bruit</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>supposé</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>point de contrôle</translation>
    </message>
    <message>
        <source>files</source>
        <translation>fichiers</translation>
    </message>
    <message>
        <source>source</source>
        <translation>code source</translation>
    </message>
    <message>
        <source>It is small and runs on any computer.</source>
        <translation>Il est petit et marche sur tout ordinateur.</translation>
    </message>
    <message>
        <source>It runs here whole, in bf16, on {card}: the fastest way.</source>
        <translation>Il marche ici en entier, en bf16, sur {card}&#xa0;: la façon la plus rapide.</translation>
    </message>
    <message>
        <source>It runs here with its experts in 4 bits, on {card}.</source>
        <translation>Il marche ici avec ses experts en 4 bits, sur {card}.</translation>
    </message>
    <message>
        <source>It runs here, but slowly: {card} is too small for all of it.</source>
        <translation>Il marche ici, mais lentement&#xa0;: {card} est trop petite pour le tout.</translation>
    </message>
    <message>
        <source>It runs here only on the processor, far too slowly for daily use.</source>
        <translation>Il ne marche ici que sur le processeur, bien trop lentement pour l’usage courant.</translation>
    </message>
    <message>
        <source>It runs here on {card}, with about {needed} of its memory.</source>
        <translation>Il tourne ici sur {card}, avec environ {needed} de sa mémoire.</translation>
    </message>
    <message>
        <source>It runs here on the processor, with about {needed} of memory.</source>
        <translation>Il tourne ici sur le processeur, avec environ {needed} de mémoire.</translation>
    </message>
    <message>
        <source>It needs about {needed} of memory, and {free} are free.</source>
        <translation>Il lui faut environ {needed} de mémoire, et {free} sont libres.</translation>
    </message>
    <message>
        <source>It cannot run on this computer.</source>
        <translation>Il ne peut pas marcher sur cet ordinateur.</translation>
    </message>
    <message>
        <source>It needs a machine with an NVIDIA card of at least 24 GB.</source>
        <translation>Il exige une machine dotée d’une carte NVIDIA d’au moins 24 Go.</translation>
    </message>
    <message>
        <source>{whole} on a card in bf16, or {packed} with its experts in 4 bits: NVIDIA cards with 24 GB or more.</source>
        <translation>{whole} sur une carte en bf16, ou {packed} avec ses experts en 4 bits&#xa0;: cartes NVIDIA de 24 Go ou plus.</translation>
    </message>
    <message>
        <source>about {size}; parts you already have are skipped</source>
        <translation>environ {size}&#xa0;; les parties déjà présentes sont ignorées</translation>
    </message>
    <message>
        <source>{set}, {language}: {percent} {metric} on {clips} utterances, {steps} steps</source>
        <translation>{set}, {language}&#xa0;: {percent} {metric} sur {clips} énoncés, {steps} étapes</translation>
    </message>
    <message>
        <source>{languages}: never evaluated by its authors</source>
        <translation>{languages}&#xa0;: jamais évalués par ses auteurs</translation>
    </message>
    <message>
        <source>{speed}× real time at {steps} steps</source>
        <translation>{speed}× temps réel à {steps} étapes</translation>
    </message>
    <message>
        <source>Cut at the quietest moment in a window of {window} s around {length} s; each part is padded to {padded} s.</source>
        <translation>Coupés au moment le plus calme d’une fenêtre de {window} s autour de {length} s&#x202f;; chaque partie est complétée par du silence jusqu’à {padded} s.</translation>
    </message>
    <message>
        <source>revision {name}</source>
        <translation>révision {name}</translation>
    </message>
    <message>
        <source>asks for your contact details</source>
        <translation>demande vos coordonnées</translation>
    </message>
    <message>
        <source>It comes with Anneal.</source>
        <translation>Il est livré avec Anneal.</translation>
    </message>
    <message>
        <source>Not verified: nothing is known of where its files came from.</source>
        <translation>Non vérifié&#xa0;: on ne sait pas d’où viennent ses fichiers.</translation>
    </message>
    <message>
        <source>Not verified. Compare every file with its checksum: press Verify.</source>
        <translation>Non vérifié. Pour comparer chaque fichier à sa somme de contrôle, appuyez sur Vérifier.</translation>
    </message>
    <message>
        <source>Verified on {date}: every file is as it was fetched.</source>
        <translation>Vérifié le {date}&#xa0;: chaque fichier est tel qu’il a été récupéré.</translation>
    </message>
    <message>
        <source>Verified on {date}: every file is as it was imported.</source>
        <translation>Vérifié le {date}&#xa0;: chaque fichier est tel qu’il a été importé.</translation>
    </message>
    <message>
        <source>{device} ({precision}), tested</source>
        <translation>{device} ({precision}), testé</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>The download of {model} is not finished: {share} are here.</source>
        <translation>Le téléchargement de {model} n’est pas terminé&#xa0;: {share} sont là.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>{model} is here, and every file is what it should be.</source>
        <translation>{model} est là, et chaque fichier est conforme.</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>L’utiliser maintenant</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Discard the download of {model}?</source>
        <translation>Abandonner le téléchargement de {model}&#x202f;?</translation>
    </message>
    <message>
        <source>What has come of it is deleted. To go on later, pause it instead.</source>
        <translation>Ce qui en est arrivé est supprimé. Pour continuer plus tard, mettez-le plutôt en pause.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>What has come of it is deleted.</source>
        <translation>Ce qui en est arrivé est supprimé.</translation>
    </message>
    <message>
        <source>Delete {model}?</source>
        <translation>Supprimer {model}&#x202f;?</translation>
    </message>
    <message>
        <source>{folder} is deleted, and what was downloaded for this model alone.</source>
        <translation>{folder} est supprimé, ainsi que ce qui n’a été téléchargé que pour ce modèle.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Import a model from a folder</source>
        <translation>Importer un modèle d’un dossier</translation>
    </message>
    <message>
        <source>It is here, and every file is what it should be.</source>
        <translation>Il est là, et chaque fichier est conforme.</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>L’utiliser maintenant</translation>
    </message>
    <message>
        <source>Every file was compared with its checksum: all are right.</source>
        <translation>Chaque fichier a été comparé à sa somme de contrôle&#xa0;: tous sont justes.</translation>
    </message>
    <message>
        <source>Download {model} all the same?</source>
        <translation>Télécharger {model} malgré tout&#xa0;?</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Télécharger…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{model} is deleted: {size} are free again.</source>
        <translation>{model} est supprimé&#xa0;: {size} sont de nouveau libres.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Import from a folder…</source>
        <translation>Importer d’un dossier…</translation>
    </message>
    <message>
        <source>For a computer without network: copy a model from a disk or a stick</source>
        <translation>Pour un ordinateur sans réseau&#xa0;: copier un modèle d’un disque ou d’une clé</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>OwnWordsSettingsPage</name>
    <message>
        <source>Own words</source>
        <translation>Mots personnels</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are too long or too many and do not count.</source>
        <translation>
            <numerusform>%n ligne est trop longue ou en trop et ne compte pas.</numerusform>
            <numerusform>%n lignes sont trop longues ou en trop et ne comptent pas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) that the model prefers</source>
        <translation>
            <numerusform>%n mot que le modèle préfère</numerusform>
            <numerusform>%n mots que le modèle préfère</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n règle</numerusform>
            <numerusform>%n règles</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not tell apart</source>
        <translation>Ne pas distinguer</translation>
    </message>
    <message>
        <source>Tell apart, estimate their number</source>
        <translation>Distinguer, estimer leur nombre</translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n locuteur</numerusform>
            <numerusform>%n locuteurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Words and speakers</source>
        <translation>Mots et locuteurs</translation>
    </message>
    <message>
        <source>Names, terms and phrases that the model should prefer, one a line. “wrong -&gt; right” always replaces.</source>
        <translation>Noms, termes et expressions que le modèle doit préférer, un par ligne. «&#xa0;faux -&gt; juste&#xa0;» remplace toujours.</translation>
    </message>
    <message>
        <source>One name, term or phrase a line.
“wrong -&gt; right” always writes the right side.</source>
        <translation>Un nom, un terme ou une expression par ligne.
«&#xa0;faux -&gt; juste&#xa0;» écrit toujours le côté droit.</translation>
    </message>
    <message>
        <source>Add from a file…</source>
        <translation>Ajouter depuis un fichier…</translation>
    </message>
    <message>
        <source>Add the lines of a text file to the list</source>
        <translation>Ajouter les lignes d’un fichier texte à la liste</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Locuteurs</translation>
    </message>
    <message>
        <source>Whether voices are told apart when the text is done</source>
        <translation>Si les voix sont distinguées quand le texte est terminé</translation>
    </message>
</context>
<context>
    <name>Pauses</name>
    <message>
        <source>{time} of silence</source>
        <translation>{time} de silence</translation>
    </message>
    <message>
        <source>{seconds} s of silence</source>
        <translation>{seconds} s de silence</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Pause the sound</source>
        <translation>Mettre le son en pause</translation>
    </message>
    <message>
        <source>Play the sound</source>
        <translation>Écouter le son</translation>
    </message>
    <message>
        <source>Pause the canvas</source>
        <translation>Mettre le canevas en pause</translation>
    </message>
    <message>
        <source>Play the canvas</source>
        <translation>Lire le canevas</translation>
    </message>
    <message>
        <source>Pause (K)</source>
        <translation>Pause (K)</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>Lecture (K)</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>about {time} left</source>
        <translation>encore {time} environ</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>comparaison</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Resume where it stopped</source>
        <translation>Reprendre où il s’est arrêté</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop for now: what has come is kept</source>
        <translation>Arrêter pour l’instant&#xa0;: ce qui est arrivé est conservé</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Abandonner…</translation>
    </message>
    <message>
        <source>Delete what has come of it so far</source>
        <translation>Supprimer ce qui en est déjà arrivé</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>L’arrêter</translation>
    </message>
    <message>
        <source>This window may be closed, and Anneal too: the download goes on where it stopped.</source>
        <translation>Cette fenêtre peut être fermée, et Anneal aussi&#xa0;: le téléchargement reprend là où il s’est arrêté.</translation>
    </message>
    <message>
        <source>This window may be closed meanwhile.</source>
        <translation>Cette fenêtre peut être fermée entre-temps.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
</context>
<context>
    <name>QueueHeading</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore {time} environ</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Retirer les terminés</translation>
    </message>
    <message>
        <source>Remove the finished files from this list; the library keeps their text</source>
        <translation>Retirer de cette liste les fichiers terminés&#xa0;; la bibliothèque garde leur texte</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>getting ready…</source>
        <translation>préparation…</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>enregistrement</translation>
    </message>
    <message>
        <source>{position} of {length}</source>
        <translation>{position} sur {length}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore {time} environ</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n à vérifier</numerusform>
            <numerusform>%n à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>{position} of {length} kept</source>
        <translation>{position} sur {length} conservés</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>The text in paragraphs, without times</source>
        <translation>Le texte en paragraphes, sans les temps</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Read: {title}</source>
        <translation>Lire&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Lettres plus petites</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Lettres plus grandes</translation>
    </message>
    <message>
        <source>The transcript</source>
        <translation>La transcription</translation>
    </message>
</context>
<context>
    <name>RecentTranscripts</name>
    <message>
        <source>Recent transcripts</source>
        <translation>Transcriptions récentes</translation>
    </message>
</context>
<context>
    <name>RecordButton</name>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Ouverture du micro…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Sauvegarde…</translation>
    </message>
    <message>
        <source>Stop and transcribe</source>
        <translation>Arrêter et transcrire</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
</context>
<context>
    <name>RecordingController</name>
    <message>
        <source>Discard this recording?</source>
        <translation>Supprimer cet enregistrement&#x202f;?</translation>
    </message>
    <message>
        <source>Its sound and its text are deleted. This cannot be undone.</source>
        <translation>Le son et le texte seront effacés. C’est définitif.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Continuer l’enregistrement</translation>
    </message>
</context>
<context>
    <name>RecordingSettingsPage</name>
    <message>
        <source>No microphone was found. Plug one in: it appears here.</source>
        <translation>Aucun micro trouvé. Branchez-en un&#xa0;: il apparaîtra ici.</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Valeur du système</translation>
    </message>
    <message>
        <source>Speak now.</source>
        <translation>Parlez maintenant.</translation>
    </message>
    <message>
        <source>The microphone hears you.</source>
        <translation>Le micro vous entend.</translation>
    </message>
    <message>
        <source>Nothing heard so far. Is the microphone muted?</source>
        <translation>Rien entendu pour l’instant. Le micro est-il coupé&#xa0;?</translation>
    </message>
    <message>
        <source>Too loud: it is cut off. Lower its level in the system&apos;s settings.</source>
        <translation>Trop fort&#xa0;: le son est écrêté. Baissez le niveau dans les réglages du système.</translation>
    </message>
    <message>
        <source>Computer sound</source>
        <translation>Son de l’ordinateur</translation>
    </message>
    <message>
        <source>Microphone and computer sound</source>
        <translation>Microphone et son de l’ordinateur</translation>
    </message>
    <message>
        <source>Each is kept in a channel of its own: left the microphone, right the computer.</source>
        <translation>Chacun garde son propre canal&#xa0;: à gauche le microphone, à droite l’ordinateur.</translation>
    </message>
    <message>
        <source>{name} · not connected</source>
        <translation>{name} · non connecté</translation>
    </message>
    <message>
        <source>Until it is plugged in, the system default is used.</source>
        <translation>Tant qu’il n’est pas branché, celui du système est utilisé.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micro</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>What the Record button records</source>
        <translation>Ce que le bouton Enregistrer enregistre</translation>
    </message>
    <message>
        <source>Text while recording</source>
        <translation>Texte pendant l’enregistrement</translation>
    </message>
    <message>
        <source>Transcribe each phrase as soon as it ends</source>
        <translation>Transcrire chaque phrase dès qu’elle se termine</translation>
    </message>
    <message>
        <source>The text appears while you speak; the recording itself stays as it is</source>
        <translation>Le texte apparaît pendant que vous parlez&#x202f;; l’enregistrement lui-même reste tel quel</translation>
    </message>
    <message>
        <source>The microphone that the Record button uses</source>
        <translation>Le microphone du bouton d’enregistrement</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
</context>
<context>
    <name>RecordingView</name>
    <message>
        <source>Computer sound</source>
        <translation>Son de l’ordinateur</translation>
    </message>
    <message>
        <source>{device} and computer sound</source>
        <translation>{device} et son de l’ordinateur</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Ouverture du micro…</translation>
    </message>
    <message>
        <source>Speak now. Space stops and transcribes.</source>
        <translation>Parlez. La barre d’espace arrête et lance la transcription.</translation>
    </message>
    <message>
        <source>Nothing heard so far. Is the microphone muted?</source>
        <translation>Rien entendu pour l’instant. Le micro est-il coupé&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing heard for a moment. Space stops and transcribes.</source>
        <translation>Rien n’est entendu depuis un moment. La barre d’espace arrête et lance la transcription.</translation>
    </message>
    <message>
        <source>{before} is gone. The recording goes on with {device}.</source>
        <translation>{before} n’est plus là. L’enregistrement continue avec {device}.</translation>
    </message>
    <message>
        <source>Too loud: speak a little further away.</source>
        <translation>Trop fort&#xa0;: parlez d’un peu plus loin.</translation>
    </message>
    <message>
        <source>This model is slower than speech on this computer. The text follows when you stop.</source>
        <translation>Sur cet ordinateur, ce modèle est plus lent que la parole. Le texte suivra à l’arrêt.</translation>
    </message>
    <message>
        <source>Nothing heard so far. Does the computer play anything?</source>
        <translation>Rien entendu pour l’instant. L’ordinateur joue-t-il quelque chose&#x202f;?</translation>
    </message>
    <message>
        <source>Speak now. Each phrase becomes text when you pause. Space stops.</source>
        <translation>Parlez. Chaque phrase devient du texte dès que vous faites une pause. Espace arrête.</translation>
    </message>
    <message>
        <source>Paused: nothing is recorded.</source>
        <translation>En pause&#xa0;: rien n’est enregistré.</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Niveau du micro</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Continuer l’enregistrement</translation>
    </message>
    <message>
        <source>Record nothing until you continue</source>
        <translation>Ne rien enregistrer jusqu’à la reprise</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>End the recording and delete it</source>
        <translation>Terminer l’enregistrement et le supprimer</translation>
    </message>
</context>
<context>
    <name>RedecodeController</name>
    <message>
        <source>Listen again</source>
        <translation>Réécouter</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
</context>
<context>
    <name>RedecodeOptionsPopover</name>
    <message>
        <source>Again: “{span}”</source>
        <translation>À nouveau&#xa0;: «&#xa0;{span}&#xa0;»</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Départ</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>The one in use</source>
        <translation>Celui en service</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>Réécouter</translation>
    </message>
    <message>
        <source>What comes out is compared before anything is changed</source>
        <translation>Le résultat est comparé avant toute modification</translation>
    </message>
</context>
<context>
    <name>ReplayExportDialog</name>
    <message>
        <source>Save the annealing</source>
        <translation>Enregistrer la formation du texte</translation>
    </message>
    <message>
        <source>{share} done</source>
        <translation>{share} terminé</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{seconds} long, {frames} fps; the finished text stays for a moment.</source>
        <translation>Durée {seconds}, {frames} images/s&#xa0;; le texte final reste un instant.</translation>
    </message>
    <message>
        <source>One file that any browser shows, without a network: to play, to step through and to see what else each word could have been.</source>
        <translation>Un seul fichier que tout navigateur affiche, même sans réseau&#xa0;: lire, avancer pas à pas et voir ce que chaque mot aurait pu être.</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Étape {step} sur {steps}</translation>
    </message>
    <message>
        <source>end</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>{seconds} long, {frames} fps: it anneals while the voice begins, then the spoken word is lit.</source>
        <translation>{seconds}, {frames} images/s&#xa0;: le texte se forme quand la voix commence, puis le mot prononcé s’éclaire.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Bruit</translation>
    </message>
    <message>
        <source>{ms} ms · {share} % settled · {nats} nats</source>
        <translation>{ms} ms · {share}&#x202f;% stable · {nats} nats</translation>
    </message>
    <message>
        <source>Position {position} · {nats} nats</source>
        <translation>Position {position} · {nats} nats</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Une étape en arrière</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>Une étape en avant</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>The canvas. The arrow keys go from token to token.</source>
        <translation>Le canevas. Les flèches vont d’un token à l’autre.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Steps downwards, positions across. Drag, or use the arrow keys, to step.</source>
        <translation>Étapes vers le bas, positions en largeur. Faites glisser ou utilisez les flèches pour avancer pas à pas.</translation>
    </message>
    <message>
        <source>How a diffusion decoder wrote this, step by step, as Anneal kept it. Point at a word to see what else it could have been.</source>
        <translation>Comment un décodeur à diffusion a écrit ceci, étape par étape, tel qu’Anneal l’a conservé. Pointez un mot pour voir ce qu’il aurait pu être d’autre.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer en</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>GIF, plays anywhere</source>
        <translation>GIF, lisible partout</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>Vidéo MP4</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>Vidéo WebM</translation>
    </message>
    <message>
        <source>Web page to step through</source>
        <translation>Page web à parcourir pas à pas</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>With the sound</source>
        <translation>Avec le son</translation>
    </message>
</context>
<context>
    <name>RepositoryView</name>
    <message>
        <source>The text of this licence ({name}) could not be shown here. Read it at {link}.</source>
        <translation>Le texte de cette licence ({name}) n’a pas pu être affiché ici. Lisez-le sur {link}.</translation>
    </message>
    <message>
        <source>{size} to fetch</source>
        <translation>{size} à récupérer</translation>
    </message>
    <message>
        <source>is here already</source>
        <translation>déjà là</translation>
    </message>
    <message>
        <source>revision {name}</source>
        <translation>révision {name}</translation>
    </message>
    <message>
        <source>its authors see who you are</source>
        <translation>ses auteurs voient qui vous êtes</translation>
    </message>
    <message>
        <source>Licence: {name}</source>
        <translation>Licence&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Read this licence</source>
        <translation>Lire cette licence</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Words to check</source>
        <translation>Mots à vérifier</translation>
    </message>
    <message>
        <source>{checked} of {total} checked</source>
        <translation>{checked} sur {total} vérifiés</translation>
    </message>
    <message>
        <source>The words that are most likely wrong, judged by how they settled</source>
        <translation>Les mots les plus probablement faux, d’après la façon dont ils se sont fixés</translation>
    </message>
    <message>
        <source>All are right</source>
        <translation>Tous sont justes</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>C’est juste</translation>
    </message>
    <message>
        <source>Take it off the list and go on</source>
        <translation>Le retirer de la liste et continuer</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>Un autre mot…</translation>
    </message>
    <message>
        <source>What the word could be instead</source>
        <translation>Ce que le mot pourrait être</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Lire le suivant</translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>Try a sample</source>
        <translation>Essayer un exemple</translation>
    </message>
</context>
<context>
    <name>SecondOpinionController</name>
    <message>
        <source>Ask for a second opinion</source>
        <translation>Demander un second avis</translation>
    </message>
    <message>
        <source>Another engine hears all of it; words on which both differ are the first to check</source>
        <translation>Un autre moteur écoute le tout&#xa0;; les mots sur lesquels les deux diffèrent sont les premiers à vérifier</translation>
    </message>
    <message>
        <source>second opinion</source>
        <translation>second avis</translation>
    </message>
    <message>
        <source>{model} hears {differing} of {words} words differently. They are the first to check.</source>
        <translation>{model} entend {differing} mots sur {words} autrement. Ce sont les premiers à vérifier.</translation>
    </message>
    <message>
        <source>{model} hears the same words.</source>
        <translation>{model} entend les mêmes mots.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>{model} is listening: {share}</source>
        <translation>{model} écoute&#xa0;: {share}</translation>
    </message>
    <message>
        <source>The second engine is getting ready…</source>
        <translation>Le second moteur se prépare…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Sections des réglages</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Dictée</translation>
    </message>
    <message>
        <source>Words and speakers</source>
        <translation>Mots et locuteurs</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exports</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Play or pause</source>
        <translation>Lecture ou pause</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Une étape en arrière</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>Une étape en avant</translation>
    </message>
    <message>
        <source>Noise, both or guess</source>
        <translation>Bruit, les deux ou hypothèse</translation>
    </message>
    <message>
        <source>From token to token</source>
        <translation>D’un token à l’autre</translation>
    </message>
    <message>
        <source>First or last token</source>
        <translation>Premier ou dernier token</translation>
    </message>
    <message>
        <source>Another word for the token</source>
        <translation>Autre mot pour le token</translation>
    </message>
    <message>
        <source>Leave the token</source>
        <translation>Quitter le token</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Open the transcript</source>
        <translation>Ouvrir la transcription</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Edit the text; stop editing</source>
        <translation>Corriger le texte&#xa0;; terminer</translation>
    </message>
    <message>
        <source>Play or pause while editing</source>
        <translation>Lire ou suspendre pendant la correction</translation>
    </message>
    <message>
        <source>Wave, spectrogram or both</source>
        <translation>Onde, spectrogramme ou les deux</translation>
    </message>
    <message>
        <source>Take a suggestion</source>
        <translation>Prendre une proposition</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Rechercher et remplacer</translation>
    </message>
    <message>
        <source>Join with the next segment</source>
        <translation>Joindre au segment suivant</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>Supprimer ce segment</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>Répéter ce segment</translation>
    </message>
    <message>
        <source>Set the speaker</source>
        <translation>Choisir le locuteur</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Retour à la bibliothèque</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>Mot suivant</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>C’est juste</translation>
    </message>
    <message>
        <source>Another word</source>
        <translation>Un autre mot</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>Réécouter</translation>
    </message>
    <message>
        <source>Listen again with another word</source>
        <translation>Réécouter avec un autre mot</translation>
    </message>
    <message>
        <source>Play the differences</source>
        <translation>Écouter les différences</translation>
    </message>
    <message>
        <source>Use the new words; keep the original</source>
        <translation>Prendre les nouveaux mots&#xa0;; garder l’original</translation>
    </message>
    <message>
        <source>Larger or smaller letters</source>
        <translation>Lettres plus grandes ou plus petites</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>Sur le canevas</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>Dans la bibliothèque</translation>
    </message>
    <message>
        <source>In the reading view</source>
        <translation>Dans la vue de lecture</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>Dans l’éditeur</translation>
    </message>
    <message>
        <source>Checking words</source>
        <translation>Vérifier des mots</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>All your transcripts</source>
        <translation>Toutes vos transcriptions</translation>
    </message>
</context>
<context>
    <name>Sizes</name>
    <message>
        <source>{number} GB</source>
        <translation>{number} Go</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} Mo</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} ko</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>{size}/s</translation>
    </message>
</context>
<context>
    <name>SpeakersMenu</name>
    <message>
        <source>Speaker {number}</source>
        <translation>Locuteur {number}</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Listening to the voices: {share}</source>
        <translation>Écoute des voix&#xa0;: {share}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The voice of {name} is remembered on this machine, and named in later files.</source>
        <translation>La voix de {name} est mémorisée sur cette machine et sera nommée dans les prochains fichiers.</translation>
    </message>
    <message>
        <source>Only one voice was found.</source>
        <translation>Une seule voix a été trouvée.</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Qui parle</translation>
    </message>
    <message>
        <source>Find who speaks</source>
        <translation>Trouver qui parle</translation>
    </message>
    <message>
        <source>This is said by</source>
        <translation>C’est dit par</translation>
    </message>
    <message>
        <source>Remember this voice</source>
        <translation>Mémoriser cette voix</translation>
    </message>
    <message>
        <source>Forget a voice</source>
        <translation>Oublier une voix</translation>
    </message>
</context>
<context>
    <name>SpectrogramLane</name>
    <message>
        <source>what the model hears</source>
        <translation>ce que le modèle entend</translation>
    </message>
    <message>
        <source>Spectrogram of the segment</source>
        <translation>Spectrogramme du segment</translation>
    </message>
    <message>
        <source>What the model hears; click to play</source>
        <translation>Ce que le modèle entend&#xa0;; cliquez pour écouter</translation>
    </message>
</context>
<context>
    <name>SpokenLanguageMenu</name>
    <message>
        <source>Spoken language</source>
        <translation>Langue parlée</translation>
    </message>
    <message>
        <source>As for all files</source>
        <translation>Comme pour tous les fichiers</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
</context>
<context>
    <name>StartDropdown</name>
    <message>
        <source>The model&apos;s own way</source>
        <translation>Celui du modèle</translation>
    </message>
    <message>
        <source>Noise alone</source>
        <translation>Bruit seul</translation>
    </message>
    <message>
        <source>With a draft</source>
        <translation>Avec brouillon</translation>
    </message>
    <message>
        <source>Noise: random tokens and nothing else, the published way. The denoiser alone hears and writes.</source>
        <translation>Bruit&#xa0;: des tokens au hasard et rien d’autre, comme dans la publication. Le débruiteur seul écoute et écrit.</translation>
    </message>
    <message>
        <source>Draft: the denoiser sees a first reading of the sound, made without it, and corrects it.</source>
        <translation>Brouillon&#xa0;: le débruiteur voit une première lecture du son, faite sans lui, et la corrige.</translation>
    </message>
    <message>
        <source>What the canvas starts from</source>
        <translation>Ce dont part le canevas</translation>
    </message>
</context>
<context>
    <name>StepHeatmap</name>
    <message>
        <source>The noise that the first step was given</source>
        <translation>Le bruit donné à la première étape</translation>
    </message>
    <message>
        <source>The draft: a first reading of the sound, which every step sees and may change.</source>
        <translation>Le brouillon&#xa0;: une première lecture du son, que chaque étape voit et peut changer.</translation>
    </message>
    <message>
        <source>Step {step} took {count} of {all} tokens, the surest first, until its budget of doubt was spent.</source>
        <translation>L’étape {step} a retenu {count} tokens sur {all}, les plus sûrs d’abord, jusqu’à épuiser son budget de doute.</translation>
    </message>
    <message>
        <source>Step {step} took {count} of {all} tokens: all that were sure enough.</source>
        <translation>L’étape {step} a retenu {count} tokens sur {all}&#xa0;: tous ceux qui étaient assez sûrs.</translation>
    </message>
    <message>
        <source>It ended here: the text had settled, and the model was sure.</source>
        <translation>Fin ici&#xa0;: le texte était stabilisé et le modèle sûr.</translation>
    </message>
    <message>
        <source>It ended here: no more steps were allowed.</source>
        <translation>Terminé ici&#xa0;: plus aucune étape n’était permise.</translation>
    </message>
    <message>
        <source>It ended here: the text did not fit on the canvas.</source>
        <translation>Fin ici&#xa0;: le texte ne tenait pas sur le canevas.</translation>
    </message>
    <message>
        <source>What the first step was given: the draft with noise in it</source>
        <translation>Ce que la première étape a reçu&#xa0;: le brouillon mêlé de bruit</translation>
    </message>
    <message>
        <source>The draft, a first reading of the sound, which the first step was given</source>
        <translation>Le brouillon, une première lecture du son, que la première étape a reçu</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Steps of the segment from top to bottom. The arrow keys step through them.</source>
        <translation>Les étapes du segment de haut en bas. Les touches fléchées les parcourent.</translation>
    </message>
    <message>
        <source>Steps downwards, positions across: the stronger the colour, the surer the model; orange was taken back. Click, drag or use the arrow keys (also , and .) to step.</source>
        <translation>Étapes vers le bas, positions en travers&#xa0;: plus la couleur est forte, plus le modèle est sûr&#xa0;; orange a été retiré. Cliquez, faites glisser ou utilisez les flèches (aussi , et .) pour avancer.</translation>
    </message>
</context>
<context>
    <name>StepsSlider</name>
    <message>
        <source>Quick</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Minutieux</translation>
    </message>
</context>
<context>
    <name>StorageSettingsPage</name>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>New recordings go there; older ones stay where they are.</source>
        <translation>Les nouveaux enregistrements y vont&#xa0;; les anciens restent où ils sont.</translation>
    </message>
    <message>
        <source>Put a folder with an adapter there, and it can be chosen as a model.</source>
        <translation>Placez-y un dossier contenant un adaptateur&#xa0;: il pourra être choisi comme modèle.</translation>
    </message>
    <message>
        <source>New files here are transcribed automatically, and written as Exports says: as text, if nothing else.</source>
        <translation>Les nouveaux fichiers d’ici sont transcrits automatiquement et écrits comme l’indique Exports&#xa0;: en texte, à défaut.</translation>
    </message>
    <message>
        <source>Your library is stored here.</source>
        <translation>Votre bibliothèque est enregistrée ici.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Tout le reste</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Dossier surveillé</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{number} s</source>
        <translation>{number}&#xa0;s</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>TokenInspector</name>
    <message>
        <source>Token details</source>
        <translation>Détails du token</translation>
    </message>
    <message>
        <source>taken: {token} · guess: {guess} {share}</source>
        <translation>retenu&#xa0;: {token} · hypothèse&#xa0;: {guess} {share}</translation>
    </message>
    <message>
        <source>Still changing at the last step</source>
        <translation>Change encore à la dernière étape</translation>
    </message>
    <message>
        <source>Guess unchanged since step {step}</source>
        <translation>Hypothèse inchangée depuis l’étape {step}</translation>
    </message>
    <message>
        <source>now: {token} · guess: {guess} {share}</source>
        <translation>là&#xa0;: {token} · hypothèse&#xa0;: {guess} {share}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>stable</translation>
    </message>
    <message>
        <source>settling</source>
        <translation>se stabilise</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>position {position} · step {step} · {state} · {nats} nats</source>
        <translation>position {position} · étape {step} · {state} · {nats} nats</translation>
    </message>
    <message>
        <source>ended: settled, and sure ({nats} nats a token)</source>
        <translation>fin&#xa0;: stabilisé et sûr ({nats} nats par token)</translation>
    </message>
    <message>
        <source>step took {count} tokens · {nats} nats</source>
        <translation>étape&#xa0;: {count} tokens retenus · {nats} nats</translation>
    </message>
    <message>
        <source>step took {count} tokens · {nats} nats, budget {budget}</source>
        <translation>étape&#xa0;: {count} tokens · {nats} nats, budget {budget}</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Typing</source>
        <translation>Saisie</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Joindre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Text of the transcript</source>
        <translation>Texte de la transcription</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>annealing…</source>
        <translation>le texte se forme…</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>écrit…</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Replay this segment</source>
        <translation>Revoir ce segment</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Dernière ligne</translation>
    </message>
    <message>
        <source>Go to the newest line, and stay there</source>
        <translation>Aller à la dernière ligne et y rester</translation>
    </message>
</context>
<context>
    <name>TranscriptionPage</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>TranscriptionQueue</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>enregistrement</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>préparation</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>transcription</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
</context>
<context>
    <name>TranscriptionSettingsPage</name>
    <message>
        <source>{name} · not found</source>
        <translation>{name} · introuvable</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>The model&apos;s own way</source>
        <translation>Comme le fait le modèle</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>This model writes from left to right: it takes no steps, and starts from nothing.</source>
        <translation>Ce modèle écrit de gauche à droite&#xa0;: il ne fait pas d’étapes et ne part de rien.</translation>
    </message>
    <message>
        <source>It cannot be used: {reason}.</source>
        <translation>Utilisation impossible&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Trained for {languages}</source>
        <translation>Entraîné pour {languages}</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <source>Running on: {device} ({precision}), tested</source>
        <translation>S’exécute sur&#xa0;: {device} ({precision}), testé</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Départ</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>What turns speech into text</source>
        <translation>Ce qui transforme la parole en texte</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Where the model computes</source>
        <translation>Là où le modèle calcule</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the speech</source>
        <translation>Langue parlée</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>More steps: slower, often better</source>
        <translation>Plus d’étapes&#xa0;: plus lent, souvent meilleur</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidage</translation>
    </message>
    <message>
        <source>How much more the sound counts than what would be written without it. Takes twice the work</source>
        <translation>De combien le son compte plus que ce qui serait écrit sans lui. Demande deux fois plus de travail</translation>
    </message>
    <message>
        <source>Repeated phrases</source>
        <translation>Répétitions</translation>
    </message>
    <message>
        <source>Phrases that the model repeats to fill the canvas</source>
        <translation>Les expressions que le modèle répète pour remplir le canevas</translation>
    </message>
    <message>
        <source>When done</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>Copy the text when done</source>
        <translation>Copier le texte à la fin</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>Download, verify, import and delete models</source>
        <translation>Télécharger, vérifier, importer et supprimer des modèles</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>Copier le texte dans le presse-papiers</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Undo: {what}</source>
        <translation>Annuler&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Rétablir&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>Répéter ce segment</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Who speaks here. A new name counts everywhere; the name of another speaker, or Ctrl+1 to 9, for this turn</source>
        <translation>Qui parle ici. Un nouveau nom vaut partout&#xa0;; le nom d’un autre locuteur, ou Ctrl+1 à 9, pour cette prise de parole</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Edit the text; Esc goes back to listening</source>
        <translation>Corriger le texte&#x202f;; Échap revient à l’écoute</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>What the model hears</source>
        <translation>Ce que le modèle entend</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Waveform</source>
        <translation>Forme d’onde</translation>
    </message>
    <message>
        <source>The arrow keys choose a finished segment</source>
        <translation>Les flèches choisissent un segment terminé</translation>
    </message>
    <message>
        <source>{times}: click to show it</source>
        <translation>{times}&#xa0;: cliquez pour l’afficher</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Speech, out of noise</source>
        <translation>Du bruit naît la parole</translation>
    </message>
    <message>
        <source>Press Record and speak, or drop audio or video anywhere here.
Random words settle into yours, step by step.</source>
        <translation>Appuyez sur Enregistrer et parlez, ou déposez de l’audio ou de la vidéo n’importe où ici.
Des mots tirés au hasard deviennent les vôtres, étape par étape.</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Essayer un exemple</translation>
    </message>
    <message>
        <source>Transcribe a short clip that comes with Anneal</source>
        <translation>Transcrire un court extrait fourni avec Anneal</translation>
    </message>
    <message>
        <source>Try it:</source>
        <translation>Essayer&#xa0;:</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Ouvrir des fichiers</translation>
    </message>
</context>
<context>
    <name>WhisperCompareController</name>
    <message>
        <source>Compare with Whisper…</source>
        <translation>Comparer avec Whisper…</translation>
    </message>
    <message>
        <source>The segment at the cursor, denoised and written token by token, on one clock</source>
        <translation>Le segment au curseur, débruité et écrit token par token, sur une même horloge</translation>
    </message>
    <message>
        <source>{model} is not here: {size}, {licence}.</source>
        <translation>{model} n’est pas là&#xa0;: {size}, {licence}.</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Télécharger…</translation>
    </message>
</context>
<context>
    <name>WhisperCompareDialog</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Measured: the decoders alone, without the encoder; Anneal&apos;s steps when this was transcribed.</source>
        <translation>Mesuré&#x202f;: les décodeurs seuls, sans l’encodeur&#x202f;; les étapes d’Anneal lors de la transcription.</translation>
    </message>
    <message>
        <source>{share} of the words are the same</source>
        <translation>{share} des mots sont identiques</translation>
    </message>
    <message>
        <source>struck through: only Anneal · underlined: only Whisper</source>
        <translation>barré&#x202f;: seulement Anneal · souligné&#x202f;: seulement Whisper</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n step(s)</source>
        <translation>
            <numerusform>{ms}&#xa0;ms · %n étape</numerusform>
            <numerusform>{ms}&#xa0;ms · %n étapes</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>The model finishes a segment first.</source>
        <translation>Le modèle termine d’abord un segment.</translation>
    </message>
    <message>
        <source>Loading Whisper…</source>
        <translation>Chargement de Whisper…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lecture du fichier…</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Écoute…</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n token(s)</source>
        <translation>
            <numerusform>{ms}&#xa0;ms · %n token</numerusform>
            <numerusform>{ms}&#xa0;ms · %n tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with Whisper: {title}</source>
        <translation>Comparer avec Whisper&#x202f;: {title}</translation>
    </message>
    <message>
        <source>Anneal, all words at once</source>
        <translation>Anneal, tous les mots à la fois</translation>
    </message>
    <message>
        <source>Whisper, token by token</source>
        <translation>Whisper, token par token</translation>
    </message>
    <message>
        <source>Anneal and Whisper, word by word</source>
        <translation>Anneal et Whisper, mot à mot</translation>
    </message>
    <message>
        <source>Play both again</source>
        <translation>Rejouer les deux</translation>
    </message>
    <message>
        <source>Let Whisper write again</source>
        <translation>Faire réécrire Whisper</translation>
    </message>
    <message>
        <source>Measure it once more, now that it is loaded</source>
        <translation>Mesurer encore une fois, maintenant qu’il est chargé</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>1× is as fast as it really was</source>
        <translation>1× correspond à la vitesse réelle</translation>
    </message>
</context>
<context>
    <name>WorkStatus</name>
    <message numerus="yes">
        <source>%n file(s) transcribed</source>
        <translation>
            <numerusform>%n fichier transcrit</numerusform>
            <numerusform>%n fichiers transcrits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be transcribed</source>
        <translation>
            <numerusform>%n fichier n’a pas pu être transcrit</numerusform>
            <numerusform>%n fichiers n’ont pas pu être transcrits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WrittenText</name>
    <message>
        <source>{model} writes from left to right: there is no canvas to watch.</source>
        <translation>{model} écrit de gauche à droite&#xa0;: il n’y a pas de canevas à regarder.</translation>
    </message>
</context>
<context>
    <name>_DropZone</name>
    <message>
        <source>Drop audio or video here</source>
        <translation>Déposez de l’audio ou de la vidéo ici</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Ouvrir des fichiers</translation>
    </message>
</context>
<context>
    <name>_Handle</name>
    <message>
        <source>Border between canvas and transcript</source>
        <translation>Limite entre canevas et transcription</translation>
    </message>
    <message>
        <source>Drag to share the room between canvas and transcript</source>
        <translation>Faites glisser pour répartir la place entre canevas et transcription</translation>
    </message>
</context>
<context>
    <name>_PlayPauseButton</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
</context>
<context>
    <name>_RowDelegate</name>
    <message>
        <source>Transcribe again</source>
        <translation>Transcrire à nouveau</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Retirer de la liste</translation>
    </message>
</context>
</TS>
