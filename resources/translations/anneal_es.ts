<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Anneal</source>
        <translation>Acerca de Anneal</translation>
    </message>
    <message>
        <source>Speech to text by diffusion: random words settle into yours, step by step.</source>
        <translation>De la voz al texto por difusión: palabras al azar se convierten, paso a paso, en las que se dijeron.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>No hay ningún modelo cargado.</translation>
    </message>
    <message>
        <source>Model in use: {model} on {device}, {precision}</source>
        <translation>Modelo en uso: {model} en {device}, {precision}</translation>
    </message>
    <message>
        <source>Describe this computer and the installation for a bug report; it contains no personal data</source>
        <translation>Describir este equipo y la instalación para informar de un error; no contiene datos personales</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Components and licences</source>
        <translation>Componentes y licencias</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>The licences of everything that is shipped</source>
        <translation>Las licencias de todo lo que se incluye</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Checking this computer…</source>
        <translation>Comprobando este equipo…</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open files…</source>
        <translation>Abrir archivos…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Abrir carpeta…</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Probar un ejemplo</translation>
    </message>
    <message>
        <source>Record or stop</source>
        <translation>Grabar o detener</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>Transcribir de nuevo</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Copy with times</source>
        <translation>Copiar con tiempos</translation>
    </message>
    <message>
        <source>Copy as subtitles (SRT)</source>
        <translation>Copiar como subtítulos (SRT)</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copiar como Markdown</translation>
    </message>
    <message>
        <source>Check the next word</source>
        <translation>Revisar la palabra siguiente</translation>
    </message>
    <message>
        <source>Listen and edit</source>
        <translation>Escuchar y editar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Quitar los terminados</translation>
    </message>
    <message>
        <source>Replay this segment</source>
        <translation>Reproducir este segmento</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Volver al directo</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Choose the language</source>
        <translation>Elegir el idioma</translation>
    </message>
    <message>
        <source>Choose the steps</source>
        <translation>Elegir los pasos</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Show the recordings folder</source>
        <translation>Mostrar la carpeta de grabaciones</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <source>About Anneal</source>
        <translation>Acerca de Anneal</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Intro</translation>
    </message>
</context>
<context>
    <name>AlternativesPopover</name>
    <message>
        <source>Instead of “{word}”</source>
        <translation>En lugar de «{word}»</translation>
    </message>
    <message>
        <source>The steps of this segment are no longer stored, so there are no suggestions.</source>
        <translation>Los pasos de este segmento ya no están guardados, así que no hay sugerencias.</translation>
    </message>
    <message>
        <source>There are no suggestions for this word.</source>
        <translation>No hay sugerencias para esta palabra.</translation>
    </message>
    <message>
        <source>What the model considered at the last step, and how likely each word was</source>
        <translation>Lo que el modelo consideró en el último paso y la probabilidad de cada palabra</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
    <message>
        <source>Listen again with this word</source>
        <translation>Volver a escuchar con esta palabra</translation>
    </message>
    <message>
        <source>own word</source>
        <translation>palabra propia</translation>
    </message>
    <message>
        <source>Type another word</source>
        <translation>Escribir otra palabra</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Put this word into the text</source>
        <translation>Poner esta palabra en el texto</translation>
    </message>
    <message>
        <source>Keep this word; the model listens to the rest of the segment again</source>
        <translation>Mantener esta palabra; el modelo vuelve a escuchar el resto del segmento</translation>
    </message>
</context>
<context>
    <name>AppearanceSettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Match system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Completo</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reducido</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>Idioma de la interfaz</translation>
    </message>
    <message>
        <source>The language of menus and messages</source>
        <translation>El idioma de los menús y mensajes</translation>
    </message>
    <message>
        <source>Animation speed</source>
        <translation>Velocidad de la animación</translation>
    </message>
    <message>
        <source>How fast the canvas shows the steps</source>
        <translation>Con qué rapidez se muestran los pasos</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>Whether the canvas moves between two steps</source>
        <translation>Si el lienzo se anima entre dos pasos</translation>
    </message>
    <message>
        <source>Reduced: steps follow each other without movement.</source>
        <translation>Reducido: los pasos se suceden sin movimiento.</translation>
    </message>
    <message>
        <source>The transcription itself is never slowed down.</source>
        <translation>La transcripción en sí nunca se ralentiza.</translation>
    </message>
</context>
<context>
    <name>AudioTrackMenu</name>
    <message>
        <source>Audio track</source>
        <translation>Pista de audio</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>CanvasWidget</name>
    <message>
        <source>Token canvas</source>
        <translation>Lienzo de tokens</translation>
    </message>
    <message>
        <source>Empty. It shows how noise turns into text while audio is transcribed.</source>
        <translation>Vacío. Muestra cómo el ruido se convierte en texto mientras se transcribe.</translation>
    </message>
    <message>
        <source>Listening to the sound…</source>
        <translation>Escuchando el sonido…</translation>
    </message>
    <message>
        <source>The model is loading. The file starts automatically afterwards.</source>
        <translation>El modelo se está cargando. Después el archivo empieza automáticamente.</translation>
    </message>
    <message>
        <source>end</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>Noise turns into text here.</source>
        <translation>Aquí el ruido se convierte en texto.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A recording is running.</source>
        <translation>Hay una grabación en curso.</translation>
    </message>
    <message>
        <source>Anneal is still working.</source>
        <translation>Anneal sigue trabajando.</translation>
    </message>
    <message>
        <source>If you close now, the recording so far stays in the recordings folder.</source>
        <translation>Si cierra ahora, lo grabado hasta aquí queda en la carpeta de grabaciones.</translation>
    </message>
    <message>
        <source>%n file(s) are unfinished. You can resume them next time.</source>
        <translation>%n archivo está sin terminar. Podrá reanudarlo la próxima vez.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Detener y cerrar</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Seguir trabajando</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>No steps yet</source>
        <translation>Aún no hay pasos</translation>
    </message>
    <message>
        <source>Start: noise</source>
        <translation>Inicio: ruido</translation>
    </message>
    <message>
        <source>Settled at step {step}, checked until {last}</source>
        <translation>Asentado en el paso {step}, comprobado hasta {last}</translation>
    </message>
    <message numerus="yes">
        <source>Result after %n step(s)</source>
        <translation>
            <numerusform>Resultado tras %n paso</numerusform>
            <numerusform>Resultado tras %n pasos</numerusform>
        </translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Paso {step} de {steps}</translation>
    </message>
    <message>
        <source>Start: noise and draft</source>
        <translation>Inicio: ruido y borrador</translation>
    </message>
    <message>
        <source>Start: draft</source>
        <translation>Inicio: borrador</translation>
    </message>
    <message>
        <source>Draft, as heard</source>
        <translation>Borrador, como se oyó</translation>
    </message>
    <message>
        <source>The text did not fit</source>
        <translation>El texto no cupo</translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s) used</source>
        <translation>
            <numerusform>%n paso usado</numerusform>
            <numerusform>Los %n pasos usados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settled after %n step(s)</source>
        <translation>
            <numerusform>Asentado tras %n paso</numerusform>
            <numerusform>Asentado tras %n pasos</numerusform>
        </translation>
    </message>
    <message>
        <source>{ms} ms · {share} settled</source>
        <translation>{ms} ms · {share} asentado</translation>
    </message>
    <message>
        <source>Measured: the time of this step, and the share of the text that was settled at it</source>
        <translation>Medido: el tiempo de este paso y la parte del texto que ya estaba asentada</translation>
    </message>
    <message>
        <source>Watch it anneal again</source>
        <translation>Ver otra vez cómo se forma</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Leyenda</translation>
    </message>
    <message>
        <source>What the grounds and strokes on the canvas mean</source>
        <translation>Qué significan los fondos y los trazos del lienzo</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Plegar</translation>
    </message>
    <message>
        <source>Fold the canvas; the transcript takes its place</source>
        <translation>Plegar el lienzo; la transcripción ocupa su lugar</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En directo</translation>
    </message>
    <message>
        <source>Follow the running transcription again</source>
        <translation>Volver a seguir la transcripción en curso</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Save the annealing as a film, or as a page to step through</source>
        <translation>Guardar cómo se formó, como película o como página para recorrer</translation>
    </message>
    <message>
        <source>Animation speed</source>
        <translation>Velocidad de la animación</translation>
    </message>
    <message>
        <source>How fast the steps are shown. The transcription itself is never slowed down.</source>
        <translation>Con qué rapidez se muestran los pasos. La transcripción en sí nunca se ralentiza.</translation>
    </message>
    <message>
        <source>Text where it has settled, the given noise elsewhere (L changes)</source>
        <translation>El texto donde ya se asentó; en lo demás, el ruido dado (L cambia)</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>Conjetura</translation>
    </message>
    <message>
        <source>The tokens the model was given at this step (L changes)</source>
        <translation>Los tokens que recibió el modelo en este paso (L cambia)</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>The most probable token everywhere: the text so far (L changes)</source>
        <translation>El token más probable en cada posición: el texto hasta ahora (L cambia)</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>A small model that comes with Anneal. Treat what it writes as a draft.</source>
        <translation>Un modelo pequeño que viene con Anneal. Lo que escribe es un borrador.</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>sin terminar</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>Usarlo ahora</translation>
    </message>
    <message>
        <source>Transcribe with this model from now on</source>
        <translation>Transcribir con este modelo a partir de ahora</translation>
    </message>
    <message>
        <source>Download again…</source>
        <translation>Descargar de nuevo…</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Descargar…</translation>
    </message>
    <message>
        <source>First you see what it takes; nothing is fetched before you agree</source>
        <translation>Primero se ve lo que hace falta; no se trae nada antes de aceptar</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Compare every file with its checksum</source>
        <translation>Comparar cada archivo con su suma de control</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
    <message>
        <source>Show its folder in the file manager</source>
        <translation>Mostrar su carpeta en el gestor de archivos</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>What its makers say and measured</source>
        <translation>Lo que dicen y midieron sus autores</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>Delete what has come of it so far</source>
        <translation>Eliminar lo que ha llegado hasta ahora</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Delete the model from this computer</source>
        <translation>Eliminar el modelo de este equipo</translation>
    </message>
    <message>
        <source>It is in use: to delete it, choose another model first.</source>
        <translation>Está en uso: para eliminarlo, elegir antes otro modelo.</translation>
    </message>
    <message>
        <source>It cannot be used: {reason}.</source>
        <translation>No se puede usar: {reason}.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Every value that the model is decoded with, and where it was read</source>
        <translation>Cada valor con el que se decodifica el modelo, y dónde se leyó</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Suposiciones</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>But the settings say CPU: choose the automatic device there.</source>
        <translation>Pero los ajustes dicen CPU: elegir allí el dispositivo automático.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Resume download</source>
        <translation>Reanudar la descarga</translation>
    </message>
    <message>
        <source>Here so far</source>
        <translation>Ya aquí</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Por descargar</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>En el disco</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesita</translation>
    </message>
    <message>
        <source>Long speech</source>
        <translation>Grabaciones largas</translation>
    </message>
    <message>
        <source>As its authors published it; not measured here.</source>
        <translation>Según publicaron sus autores; no medido aquí.</translation>
    </message>
    <message>
        <source>Published errors</source>
        <translation>Errores publicados</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>Se compone de</translation>
    </message>
    <message>
        <source>Its authors&apos;, on a card of theirs; other figures of theirs disagree.</source>
        <translation>Según sus autores, en una tarjeta suya; otras cifras suyas no coinciden.</translation>
    </message>
    <message>
        <source>Published speed</source>
        <translation>Velocidad publicada</translation>
    </message>
    <message>
        <source>For a second opinion: {name}</source>
        <translation>Para una segunda opinión: {name}</translation>
    </message>
    <message>
        <source>There is a much larger model: {name}</source>
        <translation>Hay un modelo mucho mayor: {name}</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>How often the small one errs is in its model card.</source>
        <translation>Cuánto se equivoca el pequeño está en su ficha.</translation>
    </message>
    <message>
        <source>It needs</source>
        <translation>Necesita</translation>
    </message>
    <message>
        <source>Would it run here?</source>
        <translation>¿Funcionaría aquí?</translation>
    </message>
    <message>
        <source>See what it is, what it takes, and how it would run on this computer</source>
        <translation>Ver qué es, qué hace falta y cómo funcionaría en este equipo</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Checking this computer…</source>
        <translation>Comprobando este equipo…</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. They contain no personal data.</source>
        <translation>El diagnóstico está en el portapapeles. No contiene datos personales.</translation>
    </message>
</context>
<context>
    <name>DictationController</name>
    <message>
        <source>Start or stop dictation</source>
        <translation>Iniciar o detener el dictado</translation>
    </message>
    <message>
        <source>Recording. {shortcut} stops it.</source>
        <translation>Grabando. {shortcut} la detiene.</translation>
    </message>
    <message>
        <source>The recording was discarded.</source>
        <translation>La grabación se descartó.</translation>
    </message>
    <message>
        <source>The transcription was cancelled.</source>
        <translation>La transcripción se canceló.</translation>
    </message>
    <message>
        <source>Nothing was heard.</source>
        <translation>No se oyó nada.</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>El texto está en el portapapeles.</translation>
    </message>
    <message>
        <source>Typed, and copied to the clipboard.</source>
        <translation>Escrito y copiado al portapapeles.</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>No se escribió nada.</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Dictado</translation>
    </message>
</context>
<context>
    <name>DictationSettingsPage</name>
    <message>
        <source>Press the shortcut in any program and speak; press it again, and the text is on the clipboard.</source>
        <translation>Pulse el atajo en cualquier programa y hable; púlselo otra vez y el texto estará en el portapapeles.</translation>
    </message>
    <message>
        <source>Your desktop has set it to {key}.</source>
        <translation>Su escritorio lo ha fijado en {key}.</translation>
    </message>
    <message>
        <source>{key} works in every program now.</source>
        <translation>{key} funciona ahora en todos los programas.</translation>
    </message>
    <message>
        <source>Asking your desktop for the shortcut…</source>
        <translation>Pidiendo el atajo al escritorio…</translation>
    </message>
    <message>
        <source>Where the cursor is, once the text is final. It is in the library as well.</source>
        <translation>Donde está el cursor, cuando el texto es definitivo. También está en la biblioteca.</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Dictado</translation>
    </message>
    <message>
        <source>Dictate anywhere</source>
        <translation>Dictar en cualquier lugar</translation>
    </message>
    <message>
        <source>Record from any program</source>
        <translation>Grabar desde cualquier programa</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Atajo</translation>
    </message>
    <message>
        <source>Click, then press the keys</source>
        <translation>Haga clic y pulse las teclas</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Escritura</translation>
    </message>
    <message>
        <source>Type the text into the program in front</source>
        <translation>Escribir el texto en el programa que está delante</translation>
    </message>
    <message>
        <source>A shortcut starts and stops recording</source>
        <translation>Un atajo inicia y detiene la grabación</translation>
    </message>
    <message>
        <source>Also type the text</source>
        <translation>Escribir también el texto</translation>
    </message>
</context>
<context>
    <name>DiffPanel</name>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Paso {step} de {steps}</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>Listening again…</source>
        <translation>Escuchando de nuevo…</translation>
    </message>
    <message>
        <source>The model finishes the current segment first.</source>
        <translation>El modelo termina primero el segmento actual.</translation>
    </message>
    <message>
        <source>The current file is finished first.</source>
        <translation>Primero se termina el archivo actual.</translation>
    </message>
    <message>
        <source>The result is the same.</source>
        <translation>El resultado es el mismo.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n diferencia</numerusform>
            <numerusform>%n diferencias</numerusform>
        </translation>
    </message>
    <message>
        <source>← → to hear them</source>
        <translation>← → para oírlas</translation>
    </message>
    <message>
        <source>Old and new, word by word</source>
        <translation>Lo antiguo y lo nuevo, palabra por palabra</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Listen again, starting from other noise</source>
        <translation>Volver a escuchar desde otro ruido</translation>
    </message>
    <message>
        <source>Use the new words; you can undo this</source>
        <translation>Usar las palabras nuevas; se puede deshacer</translation>
    </message>
    <message>
        <source>Keep original</source>
        <translation>Mantener el original</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to transcribe</source>
        <translation>Soltar para transcribir</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Checked</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>You corrected “{wrong}” to “{right}” twice.</source>
        <translation>Ha corregido dos veces «{wrong}» por «{right}».</translation>
    </message>
    <message>
        <source>Always write it so</source>
        <translation>Escribirlo siempre así</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>El texto está en el portapapeles.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Volver a la biblioteca</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Buscar y reemplazar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export this transcript</source>
        <translation>Exportar esta transcripción</translation>
    </message>
    <message>
        <source>Close the replay</source>
        <translation>Cerrar la repetición</translation>
    </message>
    <message>
        <source>Split here</source>
        <translation>Dividir aquí</translation>
    </message>
    <message>
        <source>Join with the next segment</source>
        <translation>Unir con el segmento siguiente</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>Eliminar este segmento</translation>
    </message>
    <message>
        <source>Watch it anneal again</source>
        <translation>Ver otra vez cómo se forma</translation>
    </message>
    <message>
        <source>Save the annealing…</source>
        <translation>Guardar cómo se formó…</translation>
    </message>
    <message>
        <source>Check the next word</source>
        <translation>Revisar la palabra siguiente</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>Otra palabra…</translation>
    </message>
    <message>
        <source>Listen again…</source>
        <translation>Volver a escuchar…</translation>
    </message>
    <message>
        <source>Wave, spectrogram or both</source>
        <translation>Onda, espectrograma o ambos</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>Repetir este segmento</translation>
    </message>
    <message>
        <source>Underline words to check</source>
        <translation>Subrayar las palabras por revisar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{file} has moved or was deleted. You can correct the text, but not play it.</source>
        <translation>{file} se movió o se eliminó. Puede corregir el texto, pero no reproducirlo.</translation>
    </message>
    <message>
        <source>Locate file…</source>
        <translation>Buscar el archivo…</translation>
    </message>
    <message>
        <source>The steps of this segment are no longer stored.</source>
        <translation>Los pasos de este segmento ya no están guardados.</translation>
    </message>
    <message>
        <source>Use the raw text of the canvas</source>
        <translation>Usar el texto sin procesar del lienzo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Copy with times</source>
        <translation>Copiar con tiempos</translation>
    </message>
</context>
<context>
    <name>EditorWaveform</name>
    <message>
        <source>Computing the spectrogram… {time}</source>
        <translation>Calculando el espectrograma… {time}</translation>
    </message>
    <message>
        <source>{time}: click to play, wheel to zoom</source>
        <translation>{time}: clic para reproducir, rueda para ampliar</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Forma de onda</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reducir</translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>transcribiendo</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpida</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>Transcripciones</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>Aún no hay texto</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A recording is running.</source>
        <translation>Hay una grabación en curso.</translation>
    </message>
    <message>
        <source>A small matrix product came out wrong there.</source>
        <translation>Un pequeño producto de matrices dio allí un resultado erróneo.</translation>
    </message>
    <message>
        <source>A small matrix product came out wrong.</source>
        <translation>Un pequeño producto de matrices dio un resultado erróneo.</translation>
    </message>
    <message>
        <source>A transcript could not be deleted.</source>
        <translation>No se ha podido eliminar una transcripción.</translation>
    </message>
    <message>
        <source>Allow microphone access in the system&apos;s privacy settings.</source>
        <translation>Permitir el acceso al micrófono en los ajustes de privacidad del sistema.</translation>
    </message>
    <message>
        <source>Anneal may not use the microphone.</source>
        <translation>Anneal no tiene permiso para usar el micrófono.</translation>
    </message>
    <message>
        <source>Another program holds it.</source>
        <translation>Otro programa lo está usando.</translation>
    </message>
    <message>
        <source>Another program keeps it locked</source>
        <translation>Otro programa la mantiene bloqueada</translation>
    </message>
    <message>
        <source>Ask its owner for read permission, or copy it to a folder of your own.</source>
        <translation>Pedir permiso de lectura a su propietario o copiarlo a una carpeta propia.</translation>
    </message>
    <message>
        <source>At step {step} the model computed something that is no number. Its weights are damaged, or too large for this device.</source>
        <translation>En el paso {step} el modelo ha calculado algo que no es un número. Sus pesos están dañados o son demasiado grandes para este dispositivo.</translation>
    </message>
    <message>
        <source>Check its repository and revision.</source>
        <translation>Comprobar el repositorio y la revisión.</translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together, and install them again.</source>
        <translation>Comprobar que el adaptador y el modelo base se corresponden e instalarlos de nuevo.</translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together.</source>
        <translation>Comprobar que el adaptador y el modelo base se corresponden.</translation>
    </message>
    <message>
        <source>Check that it is plugged in, or choose another microphone.</source>
        <translation>Comprobar que está conectado o elegir otro micrófono.</translation>
    </message>
    <message>
        <source>Check that it is plugged in, then play again.</source>
        <translation>Compruebe que está conectada y vuelva a reproducir.</translation>
    </message>
    <message>
        <source>Check that it is the right repository and revision, or use the adapter&apos;s own code (reference runner).</source>
        <translation>Comprobar que el repositorio y la revisión son correctos, o usar el código propio del adaptador (ejecución de referencia).</translation>
    </message>
    <message>
        <source>Check that its disk is still connected, or copy the file to another folder.</source>
        <translation>Comprobar que el disco sigue conectado o copiar el archivo a otra carpeta.</translation>
    </message>
    <message>
        <source>Check that the right microphone or audio track was used and was not muted, then try again.</source>
        <translation>Comprobar que se usó el micrófono o la pista correcta y que no estaba silenciado, y volver a intentarlo.</translation>
    </message>
    <message>
        <source>Check the model&apos;s files, or choose another device.</source>
        <translation>Compruebe los archivos del modelo o elija otro dispositivo.</translation>
    </message>
    <message>
        <source>Check the name and the folder, or choose the file again.</source>
        <translation>Comprobar el nombre y la carpeta, o elegir de nuevo el archivo.</translation>
    </message>
    <message>
        <source>Check the network and go on: what was downloaded is kept.</source>
        <translation>Comprobar la red y seguir: lo descargado se conserva.</translation>
    </message>
    <message>
        <source>Check the variables HTTPS_PROXY and NO_PROXY.</source>
        <translation>Comprobar las variables HTTPS_PROXY y NO_PROXY.</translation>
    </message>
    <message>
        <source>Check which encoder and backbone the adapter names.</source>
        <translation>Comprobar qué codificador y qué modelo base indica el adaptador.</translation>
    </message>
    <message>
        <source>Choose a model that denoises.</source>
        <translation>Elija un modelo que elimine el ruido.</translation>
    </message>
    <message>
        <source>Choose a model&apos;s own folder.</source>
        <translation>Elegir la carpeta de un modelo.</translation>
    </message>
    <message>
        <source>Choose a video with sound.</source>
        <translation>Elegir un vídeo con sonido.</translation>
    </message>
    <message>
        <source>Choose an audio or video file, such as wav, mp3, m4a, flac, ogg, mp4 or mkv.</source>
        <translation>Elegir un archivo de audio o vídeo, como wav, mp3, m4a, flac, ogg, mp4 o mkv.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room. Your library is not touched.</source>
        <translation>Elija otra carpeta o libere espacio. Su biblioteca queda intacta.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elegir otra carpeta.</translation>
    </message>
    <message>
        <source>Choose another language, or a model that knows this one.</source>
        <translation>Elegir otro idioma o un modelo que conozca este.</translation>
    </message>
    <message>
        <source>Choose another microphone when it has ended.</source>
        <translation>Elegir otro micrófono cuando haya terminado.</translation>
    </message>
    <message>
        <source>Choose another model in the settings.</source>
        <translation>Elegir otro modelo en los ajustes.</translation>
    </message>
    <message>
        <source>Choose another place, or make room. What is kept of it in your library is not touched.</source>
        <translation>Elija otro lugar o libere espacio. Lo que su biblioteca conserva queda intacto.</translation>
    </message>
    <message>
        <source>Choose auto, cpu or cuda.</source>
        <translation>Elegir auto, cpu o cuda.</translation>
    </message>
    <message>
        <source>Choose one of the tracks it has.</source>
        <translation>Elegir una de las pistas que tiene.</translation>
    </message>
    <message>
        <source>Choose that model again, or transcribe it from the start.</source>
        <translation>Elegir de nuevo ese modelo o transcribir desde el principio.</translation>
    </message>
    <message>
        <source>Choose the device cpu, or auto.</source>
        <translation>Elegir el dispositivo cpu o auto.</translation>
    </message>
    <message>
        <source>Choose the files inside it.</source>
        <translation>Elegir los archivos que contiene.</translation>
    </message>
    <message>
        <source>Choose the folder of the revision you agreed to.</source>
        <translation>Elegir la carpeta de la revisión aceptada.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Cerrar otros programas e intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>Close other programs next time.</source>
        <translation>Cerrar otros programas la próxima vez.</translation>
    </message>
    <message>
        <source>Close other programs, transcribe fewer segments at a time, or choose another device.</source>
        <translation>Cerrar otros programas, transcribir menos segmentos a la vez o elegir otro dispositivo.</translation>
    </message>
    <message>
        <source>Close that program, or choose another microphone.</source>
        <translation>Cerrar ese programa o elegir otro micrófono.</translation>
    </message>
    <message>
        <source>Convert it to wav, flac, mp3 or m4a with the program that made it.</source>
        <translation>Convertirlo a wav, flac, mp3 o m4a con el programa que lo creó.</translation>
    </message>
    <message>
        <source>Copy or download it again, or convert it with the program that made it.</source>
        <translation>Copiarlo o descargarlo de nuevo, o convertirlo con el programa que lo creó.</translation>
    </message>
    <message>
        <source>Copy or download it again; if this is the original, a repair tool for MP4 files may help.</source>
        <translation>Copiarlo o descargarlo de nuevo; si es el original, puede servir una herramienta de reparación de archivos MP4.</translation>
    </message>
    <message>
        <source>Copy the folder again from where it came, or download the model.</source>
        <translation>Copiar de nuevo la carpeta desde su origen, o descargar el modelo.</translation>
    </message>
    <message>
        <source>Damaged sound was left out at {time}.</source>
        <translation>Se ha omitido sonido dañado en {time}.</translation>
    </message>
    <message>
        <source>Damaged sound was left out in {count} places, the first at {time}.</source>
        <translation>Se ha omitido sonido dañado en {count} lugares, el primero en {time}.</translation>
    </message>
    <message>
        <source>Delete the model and import it again.</source>
        <translation>Eliminar el modelo e importarlo de nuevo.</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>devanagari</translation>
    </message>
    <message>
        <source>Download it again, or trust whoever gave it to you.</source>
        <translation>Descargarlo de nuevo o confiar en quien lo proporcionó.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Descargarlo de nuevo.</translation>
    </message>
    <message>
        <source>Download it with `hf download {download}`, or put its folder beside the model.</source>
        <translation>Descargarlo con `hf download {download}` o poner su carpeta junto al modelo.</translation>
    </message>
    <message>
        <source>Download the adapter again at an exact revision.</source>
        <translation>Descargar de nuevo el adaptador en una revisión exacta.</translation>
    </message>
    <message>
        <source>Download the model again: only what is wrong is fetched.</source>
        <translation>Descargar el modelo de nuevo: solo se trae lo que está mal.</translation>
    </message>
    <message>
        <source>Downloads are switched off.</source>
        <translation>Las descargas están desactivadas.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>Free some space and go on: what was downloaded is kept.</source>
        <translation>Liberar espacio y seguir: lo descargado se conserva.</translation>
    </message>
    <message>
        <source>Free some space or check the folder. What was written until then is kept.</source>
        <translation>Liberar espacio o comprobar la carpeta. Lo escrito hasta entonces se conserva.</translation>
    </message>
    <message>
        <source>Free some space, or set HF_HOME to a folder on a larger disk.</source>
        <translation>Liberar espacio, o apuntar HF_HOME a una carpeta de un disco mayor.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Liberar espacio.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>francés</translation>
    </message>
    <message>
        <source>German</source>
        <translation>alemán</translation>
    </message>
    <message>
        <source>Go on in some minutes; with an access token the limit is higher. What was downloaded is kept.</source>
        <translation>Seguir dentro de unos minutos; con un token de acceso el límite es mayor. Lo descargado se conserva.</translation>
    </message>
    <message>
        <source>Go on later: what was downloaded is kept.</source>
        <translation>Seguir más tarde: lo descargado se conserva.</translation>
    </message>
    <message>
        <source>Han</source>
        <translation>chinas</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Hold on a little longer next time.</source>
        <translation>Esperar un poco más la próxima vez.</translation>
    </message>
    <message>
        <source>Install Anneal again, or choose a model&apos;s own folder.</source>
        <translation>Instalar Anneal de nuevo o elegir la carpeta de un modelo.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the adapter, DiffusionGemma and Whisper, each in a folder of its own; or that of a whole Whisper.</source>
        <translation>Elija la carpeta que contiene el adaptador, DiffusionGemma y Whisper, cada uno en su propia carpeta, o la de un Whisper entero.</translation>
    </message>
    <message>
        <source>A key such as Ctrl or Alt was held down.</source>
        <translation>Una tecla como Ctrl o Alt estaba pulsada.</translation>
    </message>
    <message>
        <source>Anneal does not know this key.</source>
        <translation>Anneal no conoce esta tecla.</translation>
    </message>
    <message>
        <source>Another program uses it.</source>
        <translation>Otro programa lo usa.</translation>
    </message>
    <message>
        <source>Another window came to the front.</source>
        <translation>Otra ventana pasó al frente.</translation>
    </message>
    <message>
        <source>Audio track {track} of {count} contains only silence, noise or music.</source>
        <translation>La pista de audio {track} de {count} solo contiene silencio, ruido o música.</translation>
    </message>
    <message>
        <source>Change fewer words at a time, or choose words with more sound.</source>
        <translation>Cambie menos palabras a la vez, o elija palabras con más sonido.</translation>
    </message>
    <message>
        <source>Choose a text file.</source>
        <translation>Elija un archivo de texto.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Elija otro.</translation>
    </message>
    <message>
        <source>Delete {file} if it stays so; only the voices are lost.</source>
        <translation>Borre {file} si sigue así; solo se pierden las voces.</translation>
    </message>
    <message>
        <source>Dictation by a shortcut is offered on Linux only.</source>
        <translation>El dictado por atajo solo existe en Linux.</translation>
    </message>
    <message>
        <source>In {folder} there is no whole Whisper, with config.json, tokenizer.json and the weights of its decoder.</source>
        <translation>En {folder} no hay un Whisper entero, con config.json, tokenizer.json y los pesos de su decodificador.</translation>
    </message>
    <message>
        <source>Install Anneal again.</source>
        <translation>Vuelva a instalar Anneal.</translation>
    </message>
    <message>
        <source>Install a newer driver and restart: `{command}`.</source>
        <translation>Instalar un controlador más reciente y reiniciar: `{command}`.</translation>
    </message>
    <message>
        <source>Install it (on Debian and Ubuntu: libportaudio2) and start Anneal again.</source>
        <translation>Instalarla (en Debian y Ubuntu: libportaudio2) e iniciar Anneal de nuevo.</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>Instalarlo de nuevo.</translation>
    </message>
    <message>
        <source>Install one in the models window, or with `anneal models install {name}`.</source>
        <translation>Instale uno en la ventana de modelos, o con `anneal models install {name}`.</translation>
    </message>
    <message>
        <source>Install the build for CUDA: `{command}`.</source>
        <translation>Instalar la versión para CUDA: `{command}`.</translation>
    </message>
    <message>
        <source>Install the model again.</source>
        <translation>Instalar el modelo de nuevo.</translation>
    </message>
    <message>
        <source>It answered 401.</source>
        <translation>Respondió 401.</translation>
    </message>
    <message>
        <source>It answered 429: too many requests from this network.</source>
        <translation>Respondió 429: demasiadas peticiones desde esta red.</translation>
    </message>
    <message>
        <source>It answered {status} for {repository}.</source>
        <translation>Respondió {status} para {repository}.</translation>
    </message>
    <message>
        <source>It answered {status} several times.</source>
        <translation>Respondió {status} varias veces.</translation>
    </message>
    <message>
        <source>It cannot be opened</source>
        <translation>No se puede abrir</translation>
    </message>
    <message>
        <source>It contains only silence, noise or music.</source>
        <translation>Solo contiene silencio, ruido o música.</translation>
    </message>
    <message>
        <source>It gave {kind}.</source>
        <translation>Devolvió {kind}.</translation>
    </message>
    <message>
        <source>It has compute capability {has}, and torch {torch} was built for {least} to {most}.</source>
        <translation>Su capacidad de cómputo es {has}, y torch {torch} se compiló para {least} a {most}.</translation>
    </message>
    <message>
        <source>It has one audio track.</source>
        <translation>Tiene una pista de audio.</translation>
    </message>
    <message>
        <source>It has version {version}, this Anneal knows {newest}.</source>
        <translation>Tiene la versión {version}; este Anneal conoce la {newest}.</translation>
    </message>
    <message>
        <source>It has {count} audio tracks.</source>
        <translation>Tiene {count} pistas de audio.</translation>
    </message>
    <message>
        <source>It holds Python objects besides weights, which could run code: {reason}</source>
        <translation>Además de pesos contiene objetos de Python que podrían ejecutar código: {reason}</translation>
    </message>
    <message>
        <source>It is a recording of zero length.</source>
        <translation>Es una grabación de duración cero.</translation>
    </message>
    <message>
        <source>It is a video without an audio track.</source>
        <translation>Es un vídeo sin pista de audio.</translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation>Está dañada</translation>
    </message>
    <message>
        <source>It is in your library, and can be exported from there.</source>
        <translation>Está en su biblioteca y puede exportarse desde allí.</translation>
    </message>
    <message>
        <source>It is not what was imported.</source>
        <translation>No es lo que se importó.</translation>
    </message>
    <message>
        <source>It is not what {repository} holds.</source>
        <translation>No es lo que contiene {repository}.</translation>
    </message>
    <message>
        <source>It is on the clipboard: paste it.</source>
        <translation>Está en el portapapeles: péguelo.</translation>
    </message>
    <message>
        <source>It is read-only</source>
        <translation>Es de solo lectura</translation>
    </message>
    <message>
        <source>It is revision {revision}, and you agreed to {agreed}.</source>
        <translation>Es la revisión {revision}, y se aceptó {agreed}.</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>Se está intentando de nuevo.</translation>
    </message>
    <message>
        <source>It lacks {tokens}.</source>
        <translation>Le faltan: {tokens}.</translation>
    </message>
    <message>
        <source>It needs {needed} GB there, with some margin and room to keep packed weights; {free} GB are free.</source>
        <translation>Ahí necesita {needed} GB, con un margen y sitio para los pesos comprimidos; hay {free} GB libres.</translation>
    </message>
    <message>
        <source>It takes {needed} tokens; the model&apos;s canvas has {longest}.</source>
        <translation>Necesita {needed} tokens; el lienzo del modelo tiene {longest}.</translation>
    </message>
    <message>
        <source>It takes {needed} tokens; the sound has room for {longest}.</source>
        <translation>Necesita {needed} tokens; el sonido tiene sitio para {longest}.</translation>
    </message>
    <message>
        <source>It was begun with {before}.</source>
        <translation>Se empezó con {before}.</translation>
    </message>
    <message>
        <source>It was deleted meanwhile.</source>
        <translation>Se ha eliminado entretanto.</translation>
    </message>
    <message>
        <source>It was made again from the journals, nothing is missing. The old one was kept as {file}.</source>
        <translation>Se ha reconstruido a partir de los diarios y no falta nada. La anterior se conserva como {file}.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its name is misspelt.</source>
        <translation>Se ha movido, renombrado o eliminado, o su nombre está mal escrito.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted.</source>
        <translation>Se movió, se renombró o se eliminó.</translation>
    </message>
    <message>
        <source>It writes from left to right.</source>
        <translation>Escribe de izquierda a derecha.</translation>
    </message>
    <message>
        <source>Its authors ask everybody to agree to their terms first.</source>
        <translation>Sus autores piden a todos que acepten antes sus condiciones.</translation>
    </message>
    <message>
        <source>Its authors want to know who downloads it, and no access token was given.</source>
        <translation>Sus autores quieren saber quién lo descarga, y no se ha dado ningún token de acceso.</translation>
    </message>
    <message>
        <source>Its checksum is compared.</source>
        <translation>Se compara su suma de comprobación.</translation>
    </message>
    <message>
        <source>Its checksum is not the one that the hub&apos;s cache promises.</source>
        <translation>Su suma de control no es la que promete la caché del hub.</translation>
    </message>
    <message>
        <source>Its checksum is not the one that {repository} promises, twice in a row.</source>
        <translation>Su suma de control no es la que promete {repository}, dos veces seguidas.</translation>
    </message>
    <message>
        <source>Its driver does not answer: it is not loaded, or it was updated and the machine was not restarted since.</source>
        <translation>Su controlador no responde: no está cargado, o se actualizó y el equipo no se ha reiniciado desde entonces.</translation>
    </message>
    <message>
        <source>Its driver {driver} answers, but torch {torch} for CUDA {needs} finds no card.</source>
        <translation>Su controlador {driver} responde, pero torch {torch} para CUDA {needs} no encuentra ninguna tarjeta.</translation>
    </message>
    <message>
        <source>Its driver {driver} supports CUDA up to {has}, and the installed torch needs {needs}.</source>
        <translation>Su controlador {driver} admite CUDA hasta {has}, y el torch instalado necesita {needs}.</translation>
    </message>
    <message>
        <source>Its encoder and projector turn silence into values that are no numbers. Weights that are none: {weights}.</source>
        <translation>Su codificador y su proyector convierten el silencio en valores que no son números. Pesos que no lo son: {weights}.</translation>
    </message>
    <message>
        <source>Its format is unknown here, or the file is damaged at its very start.</source>
        <translation>Su formato no se conoce aquí, o el archivo está dañado desde el principio.</translation>
    </message>
    <message>
        <source>Its index is missing, which recorders and cameras write last, so nothing in it can be found.</source>
        <translation>Falta su índice, que las grabadoras y cámaras escriben al final, así que no se puede encontrar nada en él.</translation>
    </message>
    <message>
        <source>Its parts are not all here.</source>
        <translation>No están todas sus partes.</translation>
    </message>
    <message>
        <source>Its portal has no remote keyboard.</source>
        <translation>Su portal no tiene teclado remoto.</translation>
    </message>
    <message>
        <source>Its projector leads from {width_in} to {width_out}, but the encoder&apos;s frames are {frame_width} wide and the backbone&apos;s tokens {token_width}.</source>
        <translation>Su proyector va de {width_in} a {width_out}, pero las tramas del codificador miden {frame_width} y los tokens del modelo base {token_width}.</translation>
    </message>
    <message>
        <source>Its revision is not exact: {revision} is no full commit hash.</source>
        <translation>Su revisión no es exacta: {revision} no es un hash de commit completo.</translation>
    </message>
    <message>
        <source>Its shape is {shape}; one channel at 16 kHz, of one sample or more, is needed.</source>
        <translation>Su forma es {shape}; se necesita un canal a 16 kHz con al menos una muestra.</translation>
    </message>
    <message>
        <source>Its sound could not be decoded, or memory ran out.</source>
        <translation>No se pudo decodificar el sonido, o faltó memoria.</translation>
    </message>
    <message>
        <source>Its sound could not be decoded.</source>
        <translation>No se pudo decodificar su sonido.</translation>
    </message>
    <message>
        <source>Its sound is encrypted (DRM) and can be decoded only by the player it was bought for.</source>
        <translation>Su sonido está cifrado (DRM) y solo puede leerlo el reproductor para el que se compró.</translation>
    </message>
    <message>
        <source>Its text is kept. Make room on the disk, or keep fewer replays.</source>
        <translation>Su texto se conserva. Liberar espacio en el disco o guardar menos repeticiones.</translation>
    </message>
    <message>
        <source>Its vocabulary has no {script} letters.</source>
        <translation>Su vocabulario no tiene letras {script}.</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>latinas</translation>
    </message>
    <message>
        <source>Loading it needs {needs} GB of main memory, and {free} GB are free.</source>
        <translation>Cargarlo requiere {needs} GB de memoria principal y hay {free} GB libres.</translation>
    </message>
    <message>
        <source>Look at {link}, or update Anneal.</source>
        <translation>Mirar en {link} o actualizar Anneal.</translation>
    </message>
    <message>
        <source>Make a new token at huggingface.co, under Settings, Access Tokens, and enter it here.</source>
        <translation>Crear un token nuevo en huggingface.co, en Settings, Access Tokens, e introducirlo aquí.</translation>
    </message>
    <message>
        <source>Make it readable or choose another one in the settings; Anneal goes on trying.</source>
        <translation>Hágala legible o elija otra en los ajustes; Anneal lo sigue intentando.</translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation>Liberar espacio en el disco e intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable, then start Anneal again.</source>
        <translation>Liberar espacio en el disco o permitir la escritura en la carpeta, y después iniciar Anneal de nuevo.</translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable; what is on screen can be exported or copied.</source>
        <translation>Liberar espacio en el disco o permitir la escritura en la carpeta; lo que está en pantalla se puede exportar o copiar.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Haga sitio en el disco y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Make the folder {folder} readable.</source>
        <translation>Permitir la lectura de la carpeta {folder}.</translation>
    </message>
    <message>
        <source>Make the library&apos;s folder writable.</source>
        <translation>Permitir la escritura en la carpeta de la biblioteca.</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>mandarín</translation>
    </message>
    <message>
        <source>Missing: {missing}. Unknown: {unknown}.</source>
        <translation>Falta: {missing}. Desconocido: {unknown}.</translation>
    </message>
    <message>
        <source>Mix the channels down and resample first, or pass a file.</source>
        <translation>Mezclar antes los canales y remuestrear, o usar un archivo.</translation>
    </message>
    <message>
        <source>Neither checkpoint nor sources tell it, and the backbone&apos;s vocabulary has none of {texts}.</source>
        <translation>Ni el checkpoint ni el código fuente lo indican, y el vocabulario del modelo base no tiene ninguno de {texts}.</translation>
    </message>
    <message>
        <source>No CUDA card can be used.</source>
        <translation>No se puede usar ninguna tarjeta CUDA.</translation>
    </message>
    <message>
        <source>No adapter in {folder}.</source>
        <translation>No hay ningún adaptador en {folder}.</translation>
    </message>
    <message>
        <source>No key of this keyboard layout gives it.</source>
        <translation>Ninguna tecla de esta distribución lo produce.</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>No se ha encontrado ningún micrófono.</translation>
    </message>
    <message>
        <source>No model in {folder}.</source>
        <translation>No hay ningún modelo en {folder}.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>No hay ningún modelo instalado.</translation>
    </message>
    <message>
        <source>No session bus answers.</source>
        <translation>Ningún bus de sesión responde.</translation>
    </message>
    <message>
        <source>None of its sizes is installed.</source>
        <translation>No está instalado ninguno de sus tamaños.</translation>
    </message>
    <message>
        <source>Not found: {missing}.</source>
        <translation>No encontrado: {missing}.</translation>
    </message>
    <message>
        <source>Not understood: {names}.</source>
        <translation>No se entiende: {names}.</translation>
    </message>
    <message>
        <source>Nothing can be played yet.</source>
        <translation>Todavía no se puede reproducir nada.</translation>
    </message>
    <message>
        <source>Nothing can be played.</source>
        <translation>No se puede reproducir nada.</translation>
    </message>
    <message>
        <source>Nothing in it could be recognised as sound, or it is damaged from its start.</source>
        <translation>No se reconoce ningún sonido en él, o está dañado desde el principio.</translation>
    </message>
    <message>
        <source>Nothing is known about where its files came from.</source>
        <translation>No se sabe de dónde proceden sus archivos.</translation>
    </message>
    <message>
        <source>Nothing of {repository} came for a while, in several tries.</source>
        <translation>Durante un rato no llegó nada de {repository}, en varios intentos.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>No se ha grabado nada.</translation>
    </message>
    <message>
        <source>On the processor alone, which takes minutes for seconds of sound, it needs {needs} GB of main memory, of which {free} GB are free.</source>
        <translation>Solo con el procesador, que tarda minutos por cada pocos segundos de sonido, necesita {needs} GB de memoria principal, de los que hay {free} GB libres.</translation>
    </message>
    <message>
        <source>Only files can be transcribed.</source>
        <translation>Solo se pueden transcribir archivos.</translation>
    </message>
    <message>
        <source>Open {link}, agree, and try again. Some authors answer only after a while.</source>
        <translation>Abrir {link}, aceptar y volver a intentarlo. Algunos autores tardan en responder.</translation>
    </message>
    <message>
        <source>Perhaps it was stopped as soon as it was started; record it again or choose another file.</source>
        <translation>Quizá se detuvo nada más empezar; grabar de nuevo o elegir otro archivo.</translation>
    </message>
    <message>
        <source>Play it when the recording has ended.</source>
        <translation>Reprodúzcalo cuando termine la grabación.</translation>
    </message>
    <message>
        <source>Please look for the speakers again.</source>
        <translation>Busque de nuevo a los hablantes.</translation>
    </message>
    <message>
        <source>Please open the transcript again and repeat it.</source>
        <translation>Abrir de nuevo la transcripción y repetirla.</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>Conviene informar de ello.</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>Inténtese de nuevo.</translation>
    </message>
    <message>
        <source>Please update Anneal. Nothing was changed.</source>
        <translation>Hay que actualizar Anneal. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Plug in headphones or loudspeakers, or choose an output in the system&apos;s sound settings.</source>
        <translation>Conecte auriculares o altavoces, o elija una salida en los ajustes de sonido del sistema.</translation>
    </message>
    <message>
        <source>Plug one in and press Record again, or open a file instead.</source>
        <translation>Conectar uno y pulsar Grabar de nuevo, o abrir un archivo en su lugar.</translation>
    </message>
    <message>
        <source>Read the code of this revision and agree to it, or leave the reference runner off.</source>
        <translation>Leer el código de esta revisión y aceptarlo, o dejar desactivada la ejecución de referencia.</translation>
    </message>
    <message>
        <source>Record in the window instead.</source>
        <translation>Grabe en la ventana en su lugar.</translation>
    </message>
    <message>
        <source>Record the microphone, or install them (on Debian and Ubuntu: pulseaudio-utils).</source>
        <translation>Grabe el micrófono, o instálelos (en Debian y Ubuntu: pulseaudio-utils).</translation>
    </message>
    <message>
        <source>Record, copy or download it again.</source>
        <translation>Grabarlo, copiarlo o descargarlo de nuevo.</translation>
    </message>
    <message>
        <source>Recording is not possible yet.</source>
        <translation>Aún no es posible grabar.</translation>
    </message>
    <message>
        <source>Recording stopped before any sound arrived.</source>
        <translation>La grabación se detuvo antes de que llegara sonido.</translation>
    </message>
    <message>
        <source>Reinstall torch, and test the machine&apos;s memory.</source>
        <translation>Reinstalar torch y comprobar la memoria del equipo.</translation>
    </message>
    <message>
        <source>Remove it first.</source>
        <translation>Quitarlo antes.</translation>
    </message>
    <message>
        <source>Report this to its authors.</source>
        <translation>Comunicarlo a sus autores.</translation>
    </message>
    <message>
        <source>Restart the machine. If that does not help, install the driver again: `{command}`.</source>
        <translation>Reiniciar el equipo. Si no basta, instalar de nuevo el controlador: `{command}`.</translation>
    </message>
    <message>
        <source>See at {link} whether you must agree to something, and whether your token may read gated repositories.</source>
        <translation>Mirar en {link} si hay que aceptar algo y si el token puede leer repositorios restringidos.</translation>
    </message>
    <message>
        <source>See that CUDA_VISIBLE_DEVICES is not empty and that you may open /dev/nvidia0, then ask `nvidia-smi`.</source>
        <translation>Comprobar que CUDA_VISIBLE_DEVICES no está vacía y que se puede abrir /dev/nvidia0, y consultar `nvidia-smi`.</translation>
    </message>
    <message>
        <source>See that the clock is right. Where a company inspects its traffic, set SSL_CERT_FILE to its certificate.</source>
        <translation>Comprobar que el reloj está en hora. Si una empresa inspecciona su tráfico, apuntar SSL_CERT_FILE a su certificado.</translation>
    </message>
    <message>
        <source>See that the folder can be written to.</source>
        <translation>Comprobar que se puede escribir en la carpeta.</translation>
    </message>
    <message>
        <source>Show where it is now; the text is kept in any case.</source>
        <translation>Indique dónde está ahora; el texto se conserva en todo caso.</translation>
    </message>
    <message>
        <source>Show where the recording is now; the text is kept in any case.</source>
        <translation>Indique dónde está ahora la grabación; el texto se conserva en todo caso.</translation>
    </message>
    <message>
        <source>Sign in at {link}, agree there, make a token under Settings, Access Tokens, and enter it here.</source>
        <translation>Iniciar sesión en {link}, aceptar allí, crear un token en Settings, Access Tokens, e introducirlo aquí.</translation>
    </message>
    <message>
        <source>Some settings made no sense.</source>
        <translation>Algunos ajustes no tenían sentido.</translation>
    </message>
    <message>
        <source>Something could not be read or written.</source>
        <translation>Algo no se ha podido leer o escribir.</translation>
    </message>
    <message>
        <source>Something went wrong that Anneal did not expect.</source>
        <translation>Algo ha ido mal que Anneal no esperaba.</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>Split the segment first, or change fewer words at a time.</source>
        <translation>Divida primero el segmento o cambie menos palabras a la vez.</translation>
    </message>
    <message>
        <source>Switch dictation off and on again.</source>
        <translation>Desactive el dictado y vuelva a activarlo.</translation>
    </message>
    <message>
        <source>Switch it off and on to be asked again.</source>
        <translation>Desactívelo y actívelo para que se le pregunte otra vez.</translation>
    </message>
    <message>
        <source>That needs PulseAudio or PipeWire, and their programs pactl and parec.</source>
        <translation>Hace falta PulseAudio o PipeWire, y sus programas pactl y parec.</translation>
    </message>
    <message>
        <source>The CPU computes wrong results.</source>
        <translation>La CPU calcula resultados erróneos.</translation>
    </message>
    <message>
        <source>The X server cannot be used for dictation.</source>
        <translation>El servidor X no se puede usar para el dictado.</translation>
    </message>
    <message>
        <source>The access token could not be kept.</source>
        <translation>No se ha podido guardar el token de acceso.</translation>
    </message>
    <message>
        <source>The adapter cannot be loaded by its own code.</source>
        <translation>El adaptador no se puede cargar con su propio código.</translation>
    </message>
    <message>
        <source>The adapter failed in its own code.</source>
        <translation>El adaptador ha fallado en su propio código.</translation>
    </message>
    <message>
        <source>The adapter in {folder} contradicts itself.</source>
        <translation>El adaptador de {folder} se contradice.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is incomplete.</source>
        <translation>El adaptador de {folder} está incompleto.</translation>
    </message>
    <message>
        <source>The adapter in {folder} is not laid out in a way Anneal knows.</source>
        <translation>La estructura del adaptador de {folder} no es una que Anneal conozca.</translation>
    </message>
    <message>
        <source>The adapter&apos;s LoRA does not fit the backbone.</source>
        <translation>El LoRA del adaptador no encaja con el modelo base.</translation>
    </message>
    <message>
        <source>The adapter&apos;s own code gave no text.</source>
        <translation>El código propio del adaptador no devolvió texto.</translation>
    </message>
    <message>
        <source>The adapter&apos;s own code is not run.</source>
        <translation>El código propio del adaptador no se ejecuta.</translation>
    </message>
    <message>
        <source>The adapter&apos;s {part} is unknown.</source>
        <translation>Desconocido en el adaptador: {part}.</translation>
    </message>
    <message>
        <source>The annealing could not be written to {file}.</source>
        <translation>No se pudo escribir en {file} cómo se formó.</translation>
    </message>
    <message>
        <source>The backbone in {folder} cannot be read.</source>
        <translation>El modelo base de {folder} no se puede leer.</translation>
    </message>
    <message>
        <source>The backbone in {folder} does not fit its configuration.</source>
        <translation>El modelo base de {folder} no encaja con su configuración.</translation>
    </message>
    <message>
        <source>The card {card} cannot compute in bf16, which begins with compute capability 8.0.</source>
        <translation>La tarjeta {card} no puede calcular en bf16, que requiere capacidad de cómputo 8.0 o superior.</translation>
    </message>
    <message>
        <source>The card {card} does not work.</source>
        <translation>La tarjeta {card} no funciona.</translation>
    </message>
    <message>
        <source>The card {card} is not used.</source>
        <translation>La tarjeta {card} no se usa.</translation>
    </message>
    <message>
        <source>The computer was too busy to keep up.</source>
        <translation>El equipo estaba demasiado ocupado para seguir el ritmo.</translation>
    </message>
    <message>
        <source>The copy needs {needed} GB with some margin, and {free} GB are free.</source>
        <translation>La copia necesita {needed} GB con un margen, y hay {free} GB libres.</translation>
    </message>
    <message>
        <source>The decoded sound could not be kept in a temporary file.</source>
        <translation>El sonido descodificado no se ha podido guardar en un archivo temporal.</translation>
    </message>
    <message>
        <source>The desktop cannot be asked.</source>
        <translation>No se puede preguntar al escritorio.</translation>
    </message>
    <message>
        <source>The desktop did not allow it.</source>
        <translation>El escritorio no lo permitió.</translation>
    </message>
    <message>
        <source>The desktop has taken the shortcut for dictation back.</source>
        <translation>El escritorio ha retirado el atajo del dictado.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal does not answer</source>
        <translation>El portal del escritorio no responde</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>The download could not be written.</source>
        <translation>No se ha podido escribir la descarga.</translation>
    </message>
    <message>
        <source>The download stands still.</source>
        <translation>La descarga está parada.</translation>
    </message>
    <message>
        <source>The export could not be written.</source>
        <translation>No se pudo escribir la exportación.</translation>
    </message>
    <message>
        <source>The file has a size of zero bytes: a recording, copy or download was interrupted.</source>
        <translation>El archivo tiene cero bytes: se interrumpió una grabación, copia o descarga.</translation>
    </message>
    <message>
        <source>The file has no sound for {length} from {time} on; silence stands there.</source>
        <translation>El archivo no tiene sonido durante {length} a partir de {time}; en su lugar hay silencio.</translation>
    </message>
    <message>
        <source>The file has no sound in {count} places, for {length} in all, the first at {time}.</source>
        <translation>El archivo no tiene sonido en {count} lugares, {length} en total, el primero en {time}.</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>El archivo está dañado</translation>
    </message>
    <message>
        <source>The file is damaged, or is something else under the name of an audio file.</source>
        <translation>El archivo está dañado o es otra cosa con nombre de archivo de audio.</translation>
    </message>
    <message>
        <source>The file seems to end early, after {heard}.</source>
        <translation>El archivo parece terminar antes de tiempo, tras {heard}.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation>No se puede leer el archivo {file}.</translation>
    </message>
    <message>
        <source>The folder holds revision {held}, not {revision}.</source>
        <translation>La carpeta contiene la revisión {held}, no {revision}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used.</source>
        <translation>La carpeta {folder} no se puede usar.</translation>
    </message>
    <message>
        <source>The hub answered 403.</source>
        <translation>El hub respondió 403.</translation>
    </message>
    <message>
        <source>The hub answered 404.</source>
        <translation>El hub respondió 404.</translation>
    </message>
    <message>
        <source>The hub answered {status}: it was moved, renamed or taken down.</source>
        <translation>El hub respondió {status}: se ha movido, renombrado o retirado.</translation>
    </message>
    <message>
        <source>The hub asks to slow down.</source>
        <translation>El hub pide ir más despacio.</translation>
    </message>
    <message>
        <source>The hub cannot be reached.</source>
        <translation>No se puede acceder al hub.</translation>
    </message>
    <message>
        <source>The hub does not know this access token.</source>
        <translation>El hub no conoce este token de acceso.</translation>
    </message>
    <message>
        <source>The hub has a problem of its own.</source>
        <translation>El hub tiene un problema propio.</translation>
    </message>
    <message>
        <source>The hub refused.</source>
        <translation>El hub se ha negado.</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate was not accepted.</source>
        <translation>No se ha aceptado el certificado del hub.</translation>
    </message>
    <message>
        <source>The installed torch has no code for the card {card}.</source>
        <translation>El torch instalado no tiene código para la tarjeta {card}.</translation>
    </message>
    <message>
        <source>The installed torch was built for the CPU only.</source>
        <translation>El torch instalado se compiló solo para la CPU.</translation>
    </message>
    <message>
        <source>The keyboard layout lacks letters of it, and has no free key to put them on.</source>
        <translation>A la distribución del teclado le faltan letras del texto, y no tiene ninguna tecla libre para ellas.</translation>
    </message>
    <message>
        <source>The language models {file} cannot be read.</source>
        <translation>No se pueden leer los modelos de lenguaje {file}.</translation>
    </message>
    <message>
        <source>The microphone could not be opened.</source>
        <translation>No se ha podido abrir el micrófono.</translation>
    </message>
    <message>
        <source>The microphone is in use.</source>
        <translation>El micrófono está en uso.</translation>
    </message>
    <message>
        <source>The microphone stopped sending sound.</source>
        <translation>El micrófono dejó de enviar sonido.</translation>
    </message>
    <message>
        <source>The microphone was recorded to the end.</source>
        <translation>El micrófono se grabó hasta el final.</translation>
    </message>
    <message>
        <source>The model and this recording do not fit beside what else is in use.</source>
        <translation>El modelo y esta grabación no caben junto a lo que ya está en uso.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be read.</source>
        <translation>El modelo de {folder} no se puede leer.</translation>
    </message>
    <message>
        <source>The model in {folder} has layout version {version}.</source>
        <translation>El modelo de {folder} tiene la versión de formato {version}.</translation>
    </message>
    <message>
        <source>The model in {folder} is incomplete.</source>
        <translation>El modelo de {folder} está incompleto.</translation>
    </message>
    <message>
        <source>The model sent no result.</source>
        <translation>El modelo no envió ningún resultado.</translation>
    </message>
    <message>
        <source>The model {name} is no longer there.</source>
        <translation>El modelo {name} ya no está.</translation>
    </message>
    <message>
        <source>The new words were not put in.</source>
        <translation>Las palabras nuevas no se insertaron.</translation>
    </message>
    <message>
        <source>The old file could not be set aside. Anneal uses its defaults.</source>
        <translation>El archivo anterior no se ha podido apartar. Anneal usa los valores predeterminados.</translation>
    </message>
    <message>
        <source>The old file was kept as {file}. Anneal uses its defaults.</source>
        <translation>El archivo anterior se conserva como {file}. Anneal usa los valores predeterminados.</translation>
    </message>
    <message>
        <source>The parts of {model} do not belong together.</source>
        <translation>Las partes de {model} no se corresponden.</translation>
    </message>
    <message>
        <source>The playback stopped.</source>
        <translation>La reproducción se detuvo.</translation>
    </message>
    <message>
        <source>The projector of {model} does not fit its description.</source>
        <translation>El proyector de {model} no encaja con su descripción.</translation>
    </message>
    <message>
        <source>The proxy did not let the download through.</source>
        <translation>El proxy no dejó pasar la descarga.</translation>
    </message>
    <message>
        <source>The recording could not be read while it was made.</source>
        <translation>No se pudo leer la grabación mientras se hacía.</translation>
    </message>
    <message>
        <source>The recording could not be written.</source>
        <translation>No se ha podido escribir la grabación.</translation>
    </message>
    <message>
        <source>The recording ended early.</source>
        <translation>La grabación terminó antes de tiempo.</translation>
    </message>
    <message>
        <source>The recording has gaps.</source>
        <translation>La grabación tiene huecos.</translation>
    </message>
    <message>
        <source>The remembered voices cannot be read.</source>
        <translation>No se pueden leer las voces recordadas.</translation>
    </message>
    <message>
        <source>The request was declined.</source>
        <translation>La petición se rechazó.</translation>
    </message>
    <message>
        <source>The segment was changed meanwhile.</source>
        <translation>El segmento se modificó entretanto.</translation>
    </message>
    <message>
        <source>The shortcut {shortcut} cannot be used.</source>
        <translation>El atajo {shortcut} no se puede usar.</translation>
    </message>
    <message>
        <source>The shortcut {shortcut} is taken.</source>
        <translation>El atajo {shortcut} está ocupado.</translation>
    </message>
    <message>
        <source>The sound ends early: there are {heard} of {promised}.</source>
        <translation>El sonido termina antes de tiempo: hay {heard} de {promised}.</translation>
    </message>
    <message>
        <source>The sound from {start} s to {end} s could not be read.</source>
        <translation>No se ha podido leer el sonido de {start} s a {end} s.</translation>
    </message>
    <message>
        <source>The sound in {file} cannot be decoded.</source>
        <translation>El sonido de {file} no se puede descodificar.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing.</source>
        <translation>Falta la biblioteca de sonido PortAudio.</translation>
    </message>
    <message>
        <source>The sound of the computer is missing from some moment on.</source>
        <translation>El sonido del equipo falta a partir de cierto momento.</translation>
    </message>
    <message>
        <source>The sound of this computer cannot be recorded.</source>
        <translation>No se puede grabar el sonido de este equipo.</translation>
    </message>
    <message>
        <source>The sound output is gone.</source>
        <translation>La salida de sonido ya no está.</translation>
    </message>
    <message>
        <source>The sound server stopped sending it.</source>
        <translation>El servidor de sonido dejó de enviarlo.</translation>
    </message>
    <message>
        <source>The sound system did not accept it.</source>
        <translation>El sistema de sonido no lo aceptó.</translation>
    </message>
    <message>
        <source>The spectrogram of {file} could not be computed.</source>
        <translation>No se pudo calcular el espectrograma de {file}.</translation>
    </message>
    <message>
        <source>The speech encoder in {folder} cannot be read.</source>
        <translation>El codificador de voz de {folder} no se puede leer.</translation>
    </message>
    <message>
        <source>The steps of a segment could not be kept for a replay.</source>
        <translation>Los pasos de un segmento no se han podido guardar para repetirlos.</translation>
    </message>
    <message>
        <source>The system does not allow it.</source>
        <translation>El sistema no lo permite.</translation>
    </message>
    <message>
        <source>The system has no sound output that works.</source>
        <translation>El sistema no tiene ninguna salida de sonido que funcione.</translation>
    </message>
    <message>
        <source>The system lists no sound input.</source>
        <translation>El sistema no muestra ninguna entrada de sonido.</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>El sistema dice: {reason}.</translation>
    </message>
    <message>
        <source>The text goes to the clipboard: paste it.</source>
        <translation>El texto va al portapapeles: péguelo.</translation>
    </message>
    <message>
        <source>The text is kept.</source>
        <translation>El texto se conserva.</translation>
    </message>
    <message>
        <source>The text was changed in another window meanwhile.</source>
        <translation>El texto se ha cambiado entretanto en otra ventana.</translation>
    </message>
    <message>
        <source>The text was changed meanwhile.</source>
        <translation>El texto se cambió entretanto.</translation>
    </message>
    <message>
        <source>The text was not typed to its end.</source>
        <translation>El texto no se escribió hasta el final.</translation>
    </message>
    <message>
        <source>The text was not typed.</source>
        <translation>El texto no se escribió.</translation>
    </message>
    <message>
        <source>The transcription ended early.</source>
        <translation>La transcripción terminó antes de tiempo.</translation>
    </message>
    <message>
        <source>The variable HF_HUB_OFFLINE is set.</source>
        <translation>La variable HF_HUB_OFFLINE está definida.</translation>
    </message>
    <message>
        <source>The vocabulary of {model} is another model&apos;s.</source>
        <translation>El vocabulario de {model} es de otro modelo.</translation>
    </message>
    <message>
        <source>The voice could not be remembered.</source>
        <translation>No se pudo recordar la voz.</translation>
    </message>
    <message>
        <source>The voice encoder {file} cannot be read.</source>
        <translation>No se puede leer el codificador de voces {file}.</translation>
    </message>
    <message>
        <source>The waveform is shown in its place.</source>
        <translation>En su lugar se muestra la forma de onda.</translation>
    </message>
    <message>
        <source>This desktop lets no program type.</source>
        <translation>Este escritorio no deja escribir a ningún programa.</translation>
    </message>
    <message>
        <source>This desktop offers no global shortcuts.</source>
        <translation>Este escritorio no ofrece atajos globales.</translation>
    </message>
    <message>
        <source>This is too much text for the sound.</source>
        <translation>Es demasiado texto para el sonido.</translation>
    </message>
    <message>
        <source>Under Wayland only the desktop itself can give them, by its portal, and this one does not.</source>
        <translation>Con Wayland solo el propio escritorio puede darlos, por su portal, y este no lo hace.</translation>
    </message>
    <message>
        <source>Use KDE Plasma, GNOME 48 or newer, or a session on X11.</source>
        <translation>Use KDE Plasma, GNOME 48 o posterior, o una sesión de X11.</translation>
    </message>
    <message>
        <source>What was said is in the file: open {file} to transcribe it.</source>
        <translation>Lo que se dijo está en el archivo: abra {file} para transcribirlo.</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>Whisper</translation>
    </message>
    <message>
        <source>{shortcut} cannot be a global shortcut.</source>
        <translation>{shortcut} no puede ser un atajo global.</translation>
    </message>
    <message>
        <source>The vocabulary {file} cannot be read.</source>
        <translation>El vocabulario {file} no se puede leer.</translation>
    </message>
    <message>
        <source>Choose a line of text and listen to that again.</source>
        <translation>Elija una línea de texto y vuelva a escucharla.</translation>
    </message>
    <message>
        <source>No speech found in {file}.</source>
        <translation>No se encontró habla en {file}.</translation>
    </message>
    <message>
        <source>Please listen to it again.</source>
        <translation>Vuelva a escucharlo.</translation>
    </message>
    <message>
        <source>The text of {file} could not be written to {folder}.</source>
        <translation>El texto de {file} no se pudo escribir en {folder}.</translation>
    </message>
    <message>
        <source>The watched folder {folder} cannot be read.</source>
        <translation>No se puede leer la carpeta vigilada {folder}.</translation>
    </message>
    <message>
        <source>The weights of {model} cannot be read.</source>
        <translation>Los pesos de {model} no se pueden leer.</translation>
    </message>
    <message>
        <source>The weights of {model} do not fit its adapter.json.</source>
        <translation>Los pesos de {model} no encajan con su adapter.json.</translation>
    </message>
    <message>
        <source>The whole model in bf16 needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation>El modelo completo en bf16 necesita {needs} GB, y {card} tiene libres {free} de {total} GB.</translation>
    </message>
    <message>
        <source>The {part} that {model} needs is not here.</source>
        <translation>Falta una parte que {model} necesita: {part}.</translation>
    </message>
    <message>
        <source>There is a folder {folder}.</source>
        <translation>Ya hay una carpeta {folder}.</translation>
    </message>
    <message>
        <source>There is no CUDA card that can be used.</source>
        <translation>No hay ninguna tarjeta CUDA que se pueda usar.</translation>
    </message>
    <message>
        <source>There is no NVIDIA card in this machine.</source>
        <translation>Este equipo no tiene tarjeta NVIDIA.</translation>
    </message>
    <message>
        <source>There is no adapter.json in it.</source>
        <translation>No contiene ningún adapter.json.</translation>
    </message>
    <message>
        <source>There is no adapter.safetensors in {folder}.</source>
        <translation>No hay ningún adapter.safetensors en {folder}.</translation>
    </message>
    <message>
        <source>There is no device called {device}.</source>
        <translation>No hay ningún dispositivo llamado {device}.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>No existe el archivo {file}.</translation>
    </message>
    <message>
        <source>There is no folder of that name among the models.</source>
        <translation>No hay ninguna carpeta con ese nombre entre los modelos.</translation>
    </message>
    <message>
        <source>There is no sound in {file}.</source>
        <translation>No hay sonido en {file}.</translation>
    </message>
    <message>
        <source>There is no speech here.</source>
        <translation>Aquí no hay habla.</translation>
    </message>
    <message>
        <source>There is no whole model in {folder}.</source>
        <translation>No hay ningún modelo completo en {folder}.</translation>
    </message>
    <message>
        <source>There is no {file} in it.</source>
        <translation>No contiene ningún archivo {file}.</translation>
    </message>
    <message>
        <source>There is no {file}.</source>
        <translation>No hay ningún archivo {file}.</translation>
    </message>
    <message>
        <source>There is none in {folder}.</source>
        <translation>No hay ninguno en {folder}.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for {model}.</source>
        <translation>No hay bastante sitio en el disco para {model}.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>No hay bastante sitio en el disco.</translation>
    </message>
    <message>
        <source>There was no room for the rest of {repository}.</source>
        <translation>No había sitio para el resto de {repository}.</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>No había memoria suficiente.</translation>
    </message>
    <message>
        <source>This array is not a recording.</source>
        <translation>Esta matriz no es una grabación.</translation>
    </message>
    <message>
        <source>This cannot be played now.</source>
        <translation>Esto no se puede reproducir ahora.</translation>
    </message>
    <message>
        <source>This correction could not be kept.</source>
        <translation>Esta corrección no se ha podido guardar.</translation>
    </message>
    <message>
        <source>This could not be kept in your library.</source>
        <translation>Esto no se ha podido guardar en la biblioteca.</translation>
    </message>
    <message>
        <source>This is a pause.</source>
        <translation>Es una pausa.</translation>
    </message>
    <message>
        <source>This is the text of audio track {track} of {count}.</source>
        <translation>Este es el texto de la pista de audio {track} de {count}.</translation>
    </message>
    <message>
        <source>This is too much text for one canvas.</source>
        <translation>Es demasiado texto para un solo lienzo.</translation>
    </message>
    <message>
        <source>This place could not be heard again.</source>
        <translation>Este lugar no se pudo volver a escuchar.</translation>
    </message>
    <message>
        <source>This system has no keyring that is open: {reason}.</source>
        <translation>Este sistema no tiene ningún depósito de claves abierto: {reason}.</translation>
    </message>
    <message>
        <source>This transcript is no longer in your library.</source>
        <translation>Esta transcripción ya no está en la biblioteca.</translation>
    </message>
    <message>
        <source>This transcript&apos;s journal could not be read.</source>
        <translation>No se ha podido leer el diario de esta transcripción.</translation>
    </message>
    <message>
        <source>This transcription cannot go on with {model}.</source>
        <translation>Esta transcripción no puede continuar con {model}.</translation>
    </message>
    <message>
        <source>This version of Anneal reads version {known}.</source>
        <translation>Esta versión de Anneal lee la versión {known}.</translation>
    </message>
    <message>
        <source>Those are back at their defaults.</source>
        <translation>Vuelven a sus valores predeterminados.</translation>
    </message>
    <message>
        <source>Track {track} cannot be decoded and was passed over.</source>
        <translation>La pista {track} no se puede decodificar y se ha omitido.</translation>
    </message>
    <message>
        <source>Track {track} contains no speech and was skipped.</source>
        <translation>La pista {track} no contiene habla y se omitió.</translation>
    </message>
    <message>
        <source>Try another network: something on the way may change what is downloaded.</source>
        <translation>Probar otra red: puede que algo en el camino altere lo que se descarga.</translation>
    </message>
    <message>
        <source>Unlock it, or run `hf auth login` in a terminal: Anneal uses that token as well.</source>
        <translation>Desbloquearlo o ejecutar `hf auth login` en un terminal: Anneal también usa ese token.</translation>
    </message>
    <message>
        <source>Unset it and start again, or import the model from a folder.</source>
        <translation>Quitarla y volver a empezar, o importar el modelo de una carpeta.</translation>
    </message>
    <message>
        <source>Update Anneal or the model.</source>
        <translation>Actualizar Anneal o el modelo.</translation>
    </message>
    <message>
        <source>Update Anneal, which may know a newer one.</source>
        <translation>Actualizar Anneal, que quizá conozca una más nueva.</translation>
    </message>
    <message>
        <source>Use a machine with an NVIDIA card of at least 24 GB, or the bundled model.</source>
        <translation>Usar un equipo con una tarjeta NVIDIA de al menos 24 GB, o el modelo incluido.</translation>
    </message>
    <message>
        <source>Use a revision that holds weights and plain values only, or the adapter&apos;s own code (reference runner).</source>
        <translation>Usar una revisión que solo contenga pesos y valores simples, o el código propio del adaptador (ejecución de referencia).</translation>
    </message>
    <message>
        <source>Use a version without copy protection, or your own recording.</source>
        <translation>Usar una versión sin protección anticopia o una grabación propia.</translation>
    </message>
    <message>
        <source>Use another card, or the CPU. A newer card may need a newer torch: `{command}`.</source>
        <translation>Usar otra tarjeta o la CPU. Una tarjeta más nueva puede necesitar un torch más reciente: `{command}`.</translation>
    </message>
    <message>
        <source>Use the adapter without the reference runner, or report this to its authors.</source>
        <translation>Usar el adaptador sin la ejecución de referencia o comunicarlo a sus autores.</translation>
    </message>
    <message>
        <source>What was finished is safe in its journal and will be there at the next start.</source>
        <translation>Lo terminado está a salvo en su diario y aparecerá en el próximo inicio.</translation>
    </message>
    <message>
        <source>What was said until then is kept.</source>
        <translation>Lo dicho hasta entonces se conserva.</translation>
    </message>
    <message>
        <source>Whisper in {folder} cannot be read.</source>
        <translation>No se puede leer Whisper en {folder}.</translation>
    </message>
    <message>
        <source>Whisper is not here.</source>
        <translation>Whisper no está aquí.</translation>
    </message>
    <message>
        <source>Who speaks was not written down.</source>
        <translation>No se anotó quién habla.</translation>
    </message>
    <message>
        <source>With 4-bit experts it needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation>Con expertos de 4 bits necesita {needs} GB, y {card} tiene libres {free} de {total} GB.</translation>
    </message>
    <message>
        <source>With the experts in main memory, which is slow, it needs {needs} GB of {card}, which has {free} GB free, and {memory} GB of main memory, of which {free_memory} GB are free.</source>
        <translation>Con los expertos en la memoria principal, lo que es lento, necesita {needs} GB en {card}, que tiene {free} GB libres, y {memory} GB de memoria principal, de los que hay {free_memory} GB libres.</translation>
    </message>
    <message>
        <source>Without Ctrl, Alt or the Super key it could not be typed any more.</source>
        <translation>Sin Ctrl, Alt o la tecla Súper ya no se podría escribir.</translation>
    </message>
    <message>
        <source>Your account has no permission to open it.</source>
        <translation>La cuenta no tiene permiso para abrirlo.</translation>
    </message>
    <message>
        <source>Your library can be read but not changed.</source>
        <translation>La biblioteca se puede leer pero no modificar.</translation>
    </message>
    <message>
        <source>Your library could not be read.</source>
        <translation>No se ha podido leer la biblioteca.</translation>
    </message>
    <message>
        <source>Your library was written by a newer version of Anneal.</source>
        <translation>La biblioteca la escribió una versión más reciente de Anneal.</translation>
    </message>
    <message>
        <source>Your library&apos;s database could not be used.</source>
        <translation>No se ha podido usar la base de datos de la biblioteca.</translation>
    </message>
    <message>
        <source>Your library&apos;s journals could not be read.</source>
        <translation>No se han podido leer los diarios de la biblioteca.</translation>
    </message>
    <message>
        <source>Your settings could not be read.</source>
        <translation>No se han podido leer los ajustes.</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>una carpeta</translation>
    </message>
    <message>
        <source>adapter.json: {problems}.</source>
        <translation>adapter.json: {problems}.</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>modelo base</translation>
    </message>
    <message>
        <source>copy-protected</source>
        <translation>protegido contra copia</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>no se pudo leer</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>incompleto</translation>
    </message>
    <message>
        <source>damaged or unknown format</source>
        <translation>dañado o formato desconocido</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>codificador</translation>
    </message>
    <message>
        <source>no permission to read it</source>
        <translation>sin permiso de lectura</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sin motivo indicado</translation>
    </message>
    <message>
        <source>no sound in it</source>
        <translation>sin sonido</translation>
    </message>
    <message>
        <source>no speech in it</source>
        <translation>sin habla</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>not audio or video</source>
        <translation>no es audio ni vídeo</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no encontrado</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>no hay ninguno</translation>
    </message>
    <message>
        <source>{card} computes wrong results.</source>
        <translation>{card} calcula resultados erróneos.</translation>
    </message>
    <message>
        <source>{device} ran out of memory.</source>
        <translation>{device} se ha quedado sin memoria.</translation>
    </message>
    <message>
        <source>{file} arrives damaged.</source>
        <translation>{file} llega dañado.</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} no se puede leer.</translation>
    </message>
    <message>
        <source>{file} could not be played.</source>
        <translation>No se pudo reproducir {file}.</translation>
    </message>
    <message>
        <source>{file} could not be read.</source>
        <translation>No se ha podido leer {file}.</translation>
    </message>
    <message>
        <source>{file} has no audio track {track}.</source>
        <translation>{file} no tiene pista de audio {track}.</translation>
    </message>
    <message>
        <source>{file} has no sound.</source>
        <translation>{file} no tiene sonido.</translation>
    </message>
    <message>
        <source>{file} holds no weights.</source>
        <translation>{file} no contiene pesos.</translation>
    </message>
    <message>
        <source>{file} is a device or a pipe, not a file.</source>
        <translation>{file} es un dispositivo o una tubería, no un archivo.</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} es una carpeta.</translation>
    </message>
    <message>
        <source>{file} is damaged or gone.</source>
        <translation>{file} está dañado o ha desaparecido.</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file} está dañado.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} está vacío.</translation>
    </message>
    <message>
        <source>{file} is not an audio or video file.</source>
        <translation>{file} no es un archivo de audio o vídeo.</translation>
    </message>
    <message>
        <source>{file} is not opened, for your safety.</source>
        <translation>{file} no se abre, por seguridad.</translation>
    </message>
    <message>
        <source>{file} is protected against copying.</source>
        <translation>{file} está protegido contra copia.</translation>
    </message>
    <message>
        <source>{file} is shorter than it was.</source>
        <translation>{file} es más corto que antes.</translation>
    </message>
    <message>
        <source>{file} may not be read.</source>
        <translation>No hay permiso para leer {file}.</translation>
    </message>
    <message>
        <source>{file} was cut off before it was finished.</source>
        <translation>{file} se cortó antes de terminar.</translation>
    </message>
    <message>
        <source>{folder} cannot be verified.</source>
        <translation>No se puede verificar {folder}.</translation>
    </message>
    <message>
        <source>{kind}: {reason}.</source>
        <translation>{kind}: {reason}.</translation>
    </message>
    <message>
        <source>{model} cannot hear.</source>
        <translation>{model} no puede oír.</translation>
    </message>
    <message>
        <source>{model} cannot run on this machine.</source>
        <translation>{model} no puede ejecutarse en este equipo.</translation>
    </message>
    <message>
        <source>{model} cannot write {language}.</source>
        <translation>{model} no puede escribir en {language}.</translation>
    </message>
    <message>
        <source>{model} does not know {language}.</source>
        <translation>{model} no conoce este idioma: {language}.</translation>
    </message>
    <message>
        <source>{model} has no canvas.</source>
        <translation>{model} no tiene lienzo.</translation>
    </message>
    <message>
        <source>{model} has no weights.</source>
        <translation>{model} no tiene pesos.</translation>
    </message>
    <message>
        <source>{model} is incomplete.</source>
        <translation>{model} está incompleto.</translation>
    </message>
    <message>
        <source>{model} is installed already.</source>
        <translation>{model} ya está instalado.</translation>
    </message>
    <message>
        <source>{model} is not complete.</source>
        <translation>{model} no está completo.</translation>
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
        <translation>{reason}: {folder}.</translation>
    </message>
    <message>
        <source>{reason}{place}.</source>
        <translation>{reason}{place}.</translation>
    </message>
    <message>
        <source>{repository} asks who you are.</source>
        <translation>{repository} pregunta quién es usted.</translation>
    </message>
    <message>
        <source>{repository} at {revision} was not downloaded: there is no folder “{name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation>{repository} en la revisión {revision} no se ha descargado: no hay carpeta «{name}» en {folder} ni al lado, y tampoco está en {cache}.</translation>
    </message>
    <message>
        <source>{repository} has no such revision.</source>
        <translation>{repository} no tiene esa revisión.</translation>
    </message>
    <message>
        <source>{repository} is not open to your account yet.</source>
        <translation>{repository} aún no está abierto para su cuenta.</translation>
    </message>
    <message>
        <source>{repository} may not be downloaded with this account.</source>
        <translation>{repository} no se puede descargar con esta cuenta.</translation>
    </message>
    <message>
        <source>{repository} was not downloaded: there is no folder “{name}” or “{other_name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation>{repository} no se ha descargado: no hay carpeta «{name}» ni «{other_name}» en {folder} ni al lado, y tampoco está en {cache}.</translation>
    </message>
    <message>
        <source>{repository} was not found.</source>
        <translation>No se ha encontrado {repository}.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«{name}»</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n archivo escrito.</numerusform>
            <numerusform>%n archivos escritos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message numerus="yes">
        <source>Export %n transcript(s)</source>
        <translation>
            <numerusform>Exportar %n transcripción</numerusform>
            <numerusform>Exportar %n transcripciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formatos</translation>
    </message>
    <message>
        <source>Text (.txt)</source>
        <translation>Texto (.txt)</translation>
    </message>
    <message>
        <source>Subtitles, SubRip (.srt)</source>
        <translation>Subtítulos, SubRip (.srt)</translation>
    </message>
    <message>
        <source>Subtitles, WebVTT (.vtt)</source>
        <translation>Subtítulos, WebVTT (.vtt)</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>Tabla (.csv)</translation>
    </message>
    <message>
        <source>Word document (.docx)</source>
        <translation>Documento de Word (.docx)</translation>
    </message>
    <message>
        <source>In text, Markdown and Word documents; subtitles always have them</source>
        <translation>En texto, Markdown y documentos de Word; los subtítulos siempre los tienen</translation>
    </message>
    <message>
        <source>In WebVTT; JSON always has them</source>
        <translation>En WebVTT; JSON siempre los tiene</translation>
    </message>
    <message>
        <source>Tables as spreadsheets on this system read them</source>
        <translation>Tablas como las leen las hojas de cálculo de este sistema</translation>
    </message>
    <message>
        <source>Marked as Unicode for Excel where letters are not plain English, and with semicolons where numbers have a decimal comma; off: plain CSV for other programs</source>
        <translation>Marcadas como Unicode para Excel si hay letras que no son del inglés, y con punto y coma donde los números llevan coma decimal; sin marcar: CSV simple para otros programas</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Incluir</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Guardar en</translation>
    </message>
    <message>
        <source>Full data (.json)</source>
        <translation>Datos completos (.json)</translation>
    </message>
    <message>
        <source>Paragraph timestamps</source>
        <translation>Marcas de tiempo por párrafo</translation>
    </message>
    <message>
        <source>Word timestamps</source>
        <translation>Marcas de tiempo por palabra</translation>
    </message>
    <message>
        <source>Speaker names</source>
        <translation>Nombres de los hablantes</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ExportSettingsPage</name>
    <message>
        <source>Beside the file</source>
        <translation>Junto al archivo</translation>
    </message>
    <message>
        <source>Every transcript is written in these formats as soon as it is done.</source>
        <translation>Cada transcripción se escribe en estos formatos en cuanto está lista.</translation>
    </message>
    <message>
        <source>Nothing is written but the library; files of the watched folder get a text.</source>
        <translation>No se escribe nada fuera de la biblioteca; los archivos de la carpeta vigilada reciben un texto.</translation>
    </message>
    <message>
        <source>No file is ever overwritten: a name that is taken gets a number.</source>
        <translation>Nunca se sobrescribe un archivo: un nombre ocupado recibe un número.</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>When a file is done</source>
        <translation>Cuando un archivo está listo</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Guardar en</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>Subtítulos (SRT)</translation>
    </message>
    <message>
        <source>Subtitles (WebVTT)</source>
        <translation>Subtítulos (WebVTT)</translation>
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
        <translation>Tabla (CSV)</translation>
    </message>
    <message>
        <source>Full data (JSON)</source>
        <translation>Datos completos (JSON)</translation>
    </message>
    <message>
        <source>Write every finished transcript like this</source>
        <translation>Escribir así cada transcripción lista</translation>
    </message>
    <message>
        <source>How the files are named</source>
        <translation>Cómo se llaman los archivos</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>clase</translation>
    </message>
</context>
<context>
    <name>FileHeader</name>
    <message numerus="yes">
        <source>Check %n word(s)</source>
        <translation>
            <numerusform>Revisar %n palabra</numerusform>
            <numerusform>Revisar %n palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>Listen to the words that are most likely wrong, one after the other</source>
        <translation>Escuchar una a una las palabras que más probablemente estén mal</translation>
    </message>
    <message>
        <source>Listen and edit</source>
        <translation>Escuchar y editar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Listen to this transcript and correct it</source>
        <translation>Escuchar esta transcripción y corregirla</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copiar el texto</translation>
    </message>
    <message>
        <source>Copy in another form</source>
        <translation>Copiar en otra forma</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text with times</source>
        <translation>Texto con tiempos</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>Subtítulos (SRT)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export this transcript</source>
        <translation>Exportar esta transcripción</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Title of this transcript; the file keeps its name</source>
        <translation>Título de esta transcripción; el archivo conserva su nombre</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>Audio and video ({patterns});;All files (*)</source>
        <translation>Audio y vídeo ({patterns});;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open audio or video</source>
        <translation>Abrir audio o vídeo</translation>
    </message>
    <message>
        <source>Open a folder of audio or video</source>
        <translation>Abrir una carpeta de audio o vídeo</translation>
    </message>
    <message>
        <source>Links cannot be transcribed: {names}. Save the file on this computer, then drop it here.</source>
        <translation>Los enlaces no se pueden transcribir: {names}. Guarde el archivo en este equipo y suéltelo aquí.</translation>
    </message>
    <message>
        <source>Not audio or video, skipped: {names}.</source>
        <translation>No es audio ni vídeo y se ha omitido: {names}.</translation>
    </message>
    <message>
        <source>No audio or video in: {names}.</source>
        <translation>No hay audio ni vídeo en: {names}.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} y {count} más</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All languages</source>
        <translation>Todos los idiomas</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Cualquier idioma</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Todos los modelos</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Todas las etiquetas</translation>
    </message>
    <message>
        <source>Search in all transcripts</source>
        <translation>Buscar en todas las transcripciones</translation>
    </message>
    <message>
        <source>Words in any order, matched by their beginnings; “quoted words” match as a phrase</source>
        <translation>Palabras en cualquier orden, por su comienzo; las «palabras entre comillas» forman una frase</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier fecha</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Primero las más recientes</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Primero las más antiguas</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>Primero las últimas modificadas</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Por título</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Primero las más largas</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Reemplazar todo</translation>
    </message>
    <message>
        <source>Not a valid pattern</source>
        <translation>Patrón no válido</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Reemplazar por</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Distinguir mayúsculas</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Solo palabras completas</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expresión regular</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show this folder in the file manager</source>
        <translation>Mostrar esta carpeta en el gestor de archivos</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Elegir otra carpeta</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Back to the default folder</source>
        <translation>Volver a la carpeta predeterminada</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Language of the speech</source>
        <translation>Idioma hablado</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>{status}: model, device and precision in use</source>
        <translation>{status}: modelo, dispositivo y precisión en uso</translation>
    </message>
    <message>
        <source>Spoken:</source>
        <translation>Hablado:</translation>
    </message>
    <message>
        <source>settled after {steps}, of up to {limit}</source>
        <translation>asentado tras {steps}, de {limit} como máximo</translation>
    </message>
    <message>
        <source>up to {limit}, stops when settled</source>
        <translation>hasta {limit}, para al asentarse</translation>
    </message>
    <message>
        <source>about {time} per minute of sound</source>
        <translation>unos {time} por minuto de sonido</translation>
    </message>
    <message>
        <source>Measured on this computer, if all steps are used</source>
        <translation>Medido en este equipo, si se usan todos los pasos</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Denoising steps</source>
        <translation>Pasos de eliminación de ruido</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modelo y dispositivo</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>{name} · untrained</source>
        <translation>{name} · sin entrenar</translation>
    </message>
    <message>
        <source>This model was not trained for {name}.</source>
        <translation>Este modelo no se ha entrenado para {name}.</translation>
    </message>
    <message>
        <source>More steps give the canvas more time to settle: slower, often better</source>
        <translation>Con más pasos, el lienzo tiene más tiempo para asentarse: más lento, a menudo mejor</translation>
    </message>
    <message>
        <source>The model&apos;s own number: {steps}</source>
        <translation>Número propio del modelo: {steps}</translation>
    </message>
</context>
<context>
    <name>HeardCard</name>
    <message>
        <source>by the sound alone: {share}</source>
        <translation>solo por el sonido: {share}</translation>
    </message>
    <message>
        <source>What was heard</source>
        <translation>Lo que se oyó</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>A sample settling out of noise</source>
        <translation>Un ejemplo que surge del ruido</translation>
    </message>
    <message>
        <source>How a model settled one of the samples, step by step. Click to see it again.</source>
        <translation>Cómo un modelo estabilizó uno de los ejemplos, paso a paso. Haga clic para verlo de nuevo.</translation>
    </message>
</context>
<context>
    <name>ItemMessage</name>
    <message>
        <source>Start next</source>
        <translation>Transcribir a continuación</translation>
    </message>
    <message>
        <source>Transcribe this file before the others that wait</source>
        <translation>Transcribir este archivo antes que los demás en espera</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) come before {file}.</source>
        <translation>
            <numerusform>%n archivo va antes que {file}.</numerusform>
            <numerusform>%n archivos van antes que {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>No speech found</source>
        <translation>No se encontró habla</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Match system</source>
        <translation>Como el sistema</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend: {states}</source>
        <translation>Leyenda: {states}</translation>
    </message>
    <message>
        <source>Settling: written at this step. Settled: written before and kept. Open: not sure, becomes noise again, or what the draft says where the canvas keeps one. Taken back: had been written, and is open again.</source>
        <translation>Se asienta: escrito en este paso. Asentado: escrito antes y conservado. Abierto: inseguro, vuelve a ser ruido, o lo que dice el borrador donde el lienzo conserva uno. Retirado: estaba escrito y vuelve a estar abierto.</translation>
    </message>
    <message>
        <source>settling</source>
        <translation>se asienta</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>asentado</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retirado</translation>
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
        <translation>Reemplazar</translation>
    </message>
    <message numerus="yes">
        <source>%n transcription(s) were interrupted.</source>
        <translation>
            <numerusform>%n transcripción se interrumpió.</numerusform>
            <numerusform>%n transcripciones se interrumpieron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Where is {file}?</source>
        <translation>¿Dónde está {file}?</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n transcript(s) deleted.</source>
        <translation>
            <numerusform>%n transcripción eliminada.</numerusform>
            <numerusform>%n transcripciones eliminadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Tags of “{title}”, separated by commas:</source>
        <translation>Etiquetas de «{title}», separadas por comas:</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s)</source>
        <translation>
            <numerusform>%n transcripción</numerusform>
            <numerusform>%n transcripciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export the selected transcripts</source>
        <translation>Exportar las transcripciones seleccionadas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Your transcripts are stored here.</source>
        <translation>Sus transcripciones se guardan aquí.</translation>
    </message>
    <message>
        <source>Record something or drop a file. You can search, play and correct it later.</source>
        <translation>Grabe algo o suelte un archivo. Después podrá buscar en él, reproducirlo y corregirlo.</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>Try fewer words or another filter.</source>
        <translation>Pruebe con menos palabras u otro filtro.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Etiquetas…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>LicencePage</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Download {model}</source>
        <translation>Descargar {model}</translation>
    </message>
    <message>
        <source>Asking the hub what there is to fetch…</source>
        <translation>Preguntando al hub qué hay que traer…</translation>
    </message>
    <message>
        <source>It has changed since you agreed. Please look again: what has come and still fits is used.</source>
        <translation>Ha cambiado desde que se aceptó. Conviene mirar de nuevo: se usa lo que ya ha llegado y aún sirve.</translation>
    </message>
    <message>
        <source>This is what would be fetched, and from whom. Nothing is fetched before you agree.</source>
        <translation>Esto es lo que se traería, y de quién. No se trae nada antes de aceptar.</translation>
    </message>
    <message>
        <source>I agree to these licences</source>
        <translation>Acepto estas licencias</translation>
    </message>
    <message>
        <source>Each can be read above</source>
        <translation>Cada una se puede leer arriba</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>Descargar {size}</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Begin the download</source>
        <translation>Comenzar la descarga</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Fetch nothing</source>
        <translation>No traer nada</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>{needed} are needed, with some margin and room for packed weights; {free} are free.</source>
        <translation>Hacen falta {needed}, con un margen y sitio para los pesos comprimidos; hay {free} libres.</translation>
    </message>
    <message>
        <source>Free some space, or set HF_HOME to a folder on a larger disk.</source>
        <translation>Liberar espacio, o apuntar HF_HOME a una carpeta de un disco mayor.</translation>
    </message>
    <message>
        <source>{folder}, where all programs that use the hub look</source>
        <translation>{folder}, donde miran todos los programas que usan el hub</translation>
    </message>
    <message>
        <source>It holds Python files. Anneal reads them for what they say about the model, and never runs them.</source>
        <translation>Contiene archivos de Python. Anneal lee en ellos lo que dicen del modelo y nunca los ejecuta.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Destino</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>An access token tells the hub who you are. The system&apos;s keyring keeps it, and Anneal nowhere else.</source>
        <translation>Un token de acceso le dice al hub quién es usted. Lo guarda el llavero del sistema, y Anneal en ningún otro sitio.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>It begins with hf_ and is made at huggingface.co, under Settings, Access Tokens</source>
        <translation>Empieza por hf_ y se crea en huggingface.co, en Settings, Access Tokens</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarlo</translation>
    </message>
    <message>
        <source>Keep this token and ask the hub again</source>
        <translation>Guardar este token y preguntar al hub de nuevo</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>After you agreed on a page of the hub</source>
        <translation>Después de aceptar en una página del hub</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Olvidarlo</translation>
    </message>
    <message>
        <source>Delete the token from the keyring</source>
        <translation>Eliminar el token del llavero</translation>
    </message>
    <message>
        <source>Until Anneal is closed, the token is used all the same.</source>
        <translation>Hasta que se cierre Anneal, el token se usa de todos modos.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Sample, {language}</source>
        <translation>Muestra, {language}</translation>
    </message>
    <message>
        <source>Recording, {time}</source>
        <translation>Grabación, {time}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>A recording was interrupted, but nothing is lost: {length}.</source>
        <translation>Una grabación se interrumpió, pero no se perdió nada: {length}.</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transcribir</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Sin modelo</translation>
    </message>
</context>
<context>
    <name>MicrophoneMenu</name>
    <message>
        <source>Record from</source>
        <translation>Grabar desde</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Computer sound</source>
        <translation>Sonido del equipo</translation>
    </message>
    <message>
        <source>Microphone and computer sound</source>
        <translation>Micrófono y sonido del equipo</translation>
    </message>
    <message>
        <source>Text while recording</source>
        <translation>Texto al grabar</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Predeterminado del sistema</translation>
    </message>
    <message>
        <source>No microphone was found</source>
        <translation>No se ha encontrado ningún micrófono</translation>
    </message>
</context>
<context>
    <name>MicrophoneTest</name>
    <message>
        <source>Level of the microphone</source>
        <translation>Nivel del micrófono</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>See how loud the microphone is; nothing is kept</source>
        <translation>Muestra el nivel del micrófono; no se guarda nada</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>importing</source>
        <translation>importando</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>descargando</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>no instalado</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <source>The published model: Whisper small&apos;s encoder, a trained adapter, and DiffusionGemma with 26 billion parameters.</source>
        <translation>El modelo publicado: el codificador de Whisper small, un adaptador entrenado y DiffusionGemma con 26 000 millones de parámetros.</translation>
    </message>
    <message>
        <source>OpenAI&apos;s Whisper, for a second opinion. It writes from left to right: there is no canvas to watch.</source>
        <translation>Whisper de OpenAI, para una segunda opinión. Escribe de izquierda a derecha: no hay lienzo que mirar.</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>codificador</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>modelo base</translation>
    </message>
    <message>
        <source>subsampling</source>
        <translation>submuestreo</translation>
    </message>
    <message>
        <source>projector activation</source>
        <translation>activación del proyector</translation>
    </message>
    <message>
        <source>projector norm</source>
        <translation>norma del proyector</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>instrucción (prompt)</translation>
    </message>
    <message>
        <source>audio token</source>
        <translation>token de audio</translation>
    </message>
    <message>
        <source>begin-of-audio token</source>
        <translation>token de inicio de audio</translation>
    </message>
    <message>
        <source>end-of-audio token</source>
        <translation>token de fin de audio</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>rango LoRA</translation>
    </message>
    <message>
        <source>LoRA alpha</source>
        <translation>alfa LoRA</translation>
    </message>
    <message>
        <source>canvas length</source>
        <translation>longitud del lienzo</translation>
    </message>
    <message>
        <source>canvas holds</source>
        <translation>contenido del lienzo</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pasos</translation>
    </message>
    <message>
        <source>canvas starts from</source>
        <translation>el lienzo parte de</translation>
    </message>
    <message>
        <source>entropy bound</source>
        <translation>límite de entropía</translation>
    </message>
    <message>
        <source>first temperature</source>
        <translation>primera temperatura</translation>
    </message>
    <message>
        <source>last temperature</source>
        <translation>última temperatura</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>guía</translation>
    </message>
    <message>
        <source>acceptance</source>
        <translation>regla de aceptación</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>candidatos</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>estabilidad</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>confianza</translation>
    </message>
    <message>
        <source>tail trained</source>
        <translation>final entrenado</translation>
    </message>
    <message>
        <source>end tokens</source>
        <translation>tokens de fin</translation>
    </message>
    <message>
        <source>CTC blank</source>
        <translation>blanco de CTC</translation>
    </message>
    <message>
        <source>CTC softcap</source>
        <translation>límite suave de CTC</translation>
    </message>
    <message>
        <source>repetitions removed</source>
        <translation>repeticiones eliminadas</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>idiomas</translation>
    </message>
    <message>
        <source>seconds clips are padded to</source>
        <translation>segundos hasta los que se rellenan los clips</translation>
    </message>
    <message>
        <source>seconds of a segment</source>
        <translation>segundos de un segmento</translation>
    </message>
    <message>
        <source>seconds of the window of a cut</source>
        <translation>segundos de la ventana de corte</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>no indicado</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>ruido</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>supuesto</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>punto de control</translation>
    </message>
    <message>
        <source>files</source>
        <translation>archivos</translation>
    </message>
    <message>
        <source>source</source>
        <translation>código fuente</translation>
    </message>
    <message>
        <source>It is small and runs on any computer.</source>
        <translation>Es pequeño y funciona en cualquier equipo.</translation>
    </message>
    <message>
        <source>It runs here whole, in bf16, on {card}: the fastest way.</source>
        <translation>Funciona aquí entero, en bf16, en {card}: la forma más rápida.</translation>
    </message>
    <message>
        <source>It runs here with its experts in 4 bits, on {card}.</source>
        <translation>Funciona aquí con sus expertos en 4 bits, en {card}.</translation>
    </message>
    <message>
        <source>It runs here, but slowly: {card} is too small for all of it.</source>
        <translation>Funciona aquí, pero despacio: {card} es demasiado pequeña para todo.</translation>
    </message>
    <message>
        <source>It runs here only on the processor, far too slowly for daily use.</source>
        <translation>Aquí solo funciona en el procesador, demasiado despacio para el uso diario.</translation>
    </message>
    <message>
        <source>It runs here on {card}, with about {needed} of its memory.</source>
        <translation>Aquí funciona en {card}, con unos {needed} de su memoria.</translation>
    </message>
    <message>
        <source>It runs here on the processor, with about {needed} of memory.</source>
        <translation>Aquí funciona en el procesador, con unos {needed} de memoria.</translation>
    </message>
    <message>
        <source>It needs about {needed} of memory, and {free} are free.</source>
        <translation>Necesita unos {needed} de memoria y hay {free} libres.</translation>
    </message>
    <message>
        <source>It cannot run on this computer.</source>
        <translation>No puede funcionar en este equipo.</translation>
    </message>
    <message>
        <source>It needs a machine with an NVIDIA card of at least 24 GB.</source>
        <translation>Necesita una máquina con una tarjeta NVIDIA de al menos 24 GB.</translation>
    </message>
    <message>
        <source>{whole} on a card in bf16, or {packed} with its experts in 4 bits: NVIDIA cards with 24 GB or more.</source>
        <translation>{whole} en una tarjeta en bf16, o {packed} con sus expertos en 4 bits: tarjetas NVIDIA de 24 GB o más.</translation>
    </message>
    <message>
        <source>about {size}; parts you already have are skipped</source>
        <translation>unos {size}; se omiten las partes que ya tiene</translation>
    </message>
    <message>
        <source>{set}, {language}: {percent} {metric} on {clips} utterances, {steps} steps</source>
        <translation>{set}, {language}: {percent} {metric} en {clips} enunciados, {steps} pasos</translation>
    </message>
    <message>
        <source>{languages}: never evaluated by its authors</source>
        <translation>{languages}: nunca evaluados por sus autores</translation>
    </message>
    <message>
        <source>{speed}× real time at {steps} steps</source>
        <translation>{speed}× tiempo real con {steps} pasos</translation>
    </message>
    <message>
        <source>Cut at the quietest moment in a window of {window} s around {length} s; each part is padded to {padded} s.</source>
        <translation>Se cortan en el momento más silencioso de una ventana de {window} s alrededor de {length} s; cada parte se completa con silencio hasta {padded} s.</translation>
    </message>
    <message>
        <source>revision {name}</source>
        <translation>revisión {name}</translation>
    </message>
    <message>
        <source>asks for your contact details</source>
        <translation>pide sus datos de contacto</translation>
    </message>
    <message>
        <source>It comes with Anneal.</source>
        <translation>Viene con Anneal.</translation>
    </message>
    <message>
        <source>Not verified: nothing is known of where its files came from.</source>
        <translation>Sin comprobar: no se sabe de dónde vienen sus archivos.</translation>
    </message>
    <message>
        <source>Not verified. Compare every file with its checksum: press Verify.</source>
        <translation>Sin comprobar. Para comparar cada archivo con su suma de control, pulsar Comprobar.</translation>
    </message>
    <message>
        <source>Verified on {date}: every file is as it was fetched.</source>
        <translation>Comprobado el {date}: cada archivo está como se trajo.</translation>
    </message>
    <message>
        <source>Verified on {date}: every file is as it was imported.</source>
        <translation>Comprobado el {date}: cada archivo está como se importó.</translation>
    </message>
    <message>
        <source>{device} ({precision}), tested</source>
        <translation>{device} ({precision}), probado</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>The download of {model} is not finished: {share} are here.</source>
        <translation>La descarga de {model} no ha terminado: han llegado {share}.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>{model} is here, and every file is what it should be.</source>
        <translation>{model} ya está aquí, y cada archivo es el que debe ser.</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>Usarlo ahora</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Discard the download of {model}?</source>
        <translation>¿Descartar la descarga de {model}?</translation>
    </message>
    <message>
        <source>What has come of it is deleted. To go on later, pause it instead.</source>
        <translation>Se elimina lo que ha llegado. Para seguir más tarde, es mejor pausarla.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>What has come of it is deleted.</source>
        <translation>Se elimina lo que ha llegado.</translation>
    </message>
    <message>
        <source>Delete {model}?</source>
        <translation>¿Eliminar {model}?</translation>
    </message>
    <message>
        <source>{folder} is deleted, and what was downloaded for this model alone.</source>
        <translation>Se elimina {folder} y lo que se descargó solo para este modelo.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Import a model from a folder</source>
        <translation>Importar un modelo de una carpeta</translation>
    </message>
    <message>
        <source>It is here, and every file is what it should be.</source>
        <translation>Ya está aquí, y cada archivo es el que debe ser.</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>Usarlo ahora</translation>
    </message>
    <message>
        <source>Every file was compared with its checksum: all are right.</source>
        <translation>Cada archivo se comparó con su suma de control: todos están bien.</translation>
    </message>
    <message>
        <source>Download {model} all the same?</source>
        <translation>¿Descargar {model} de todos modos?</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Descargar…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{model} is deleted: {size} are free again.</source>
        <translation>Se ha eliminado {model}: vuelven a estar libres {size}.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Import from a folder…</source>
        <translation>Importar de una carpeta…</translation>
    </message>
    <message>
        <source>For a computer without network: copy a model from a disk or a stick</source>
        <translation>Para un equipo sin red: copiar un modelo de un disco o una memoria</translation>
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
        <translation>Palabras propias</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are too long or too many and do not count.</source>
        <translation>
            <numerusform>%n línea es demasiado larga o sobra y no cuenta.</numerusform>
            <numerusform>%n líneas son demasiado largas o sobran y no cuentan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) that the model prefers</source>
        <translation>
            <numerusform>%n palabra que el modelo prefiere</numerusform>
            <numerusform>%n palabras que el modelo prefiere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n regla</numerusform>
            <numerusform>%n reglas</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not tell apart</source>
        <translation>No distinguir</translation>
    </message>
    <message>
        <source>Tell apart, estimate their number</source>
        <translation>Distinguir, estimar su número</translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n hablante</numerusform>
            <numerusform>%n hablantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Words and speakers</source>
        <translation>Palabras y hablantes</translation>
    </message>
    <message>
        <source>Names, terms and phrases that the model should prefer, one a line. “wrong -&gt; right” always replaces.</source>
        <translation>Nombres, términos y frases que el modelo debe preferir, uno por línea. «mal -&gt; bien» siempre sustituye.</translation>
    </message>
    <message>
        <source>One name, term or phrase a line.
“wrong -&gt; right” always writes the right side.</source>
        <translation>Un nombre, término o frase por línea.
«mal -&gt; bien» escribe siempre el lado derecho.</translation>
    </message>
    <message>
        <source>Add from a file…</source>
        <translation>Añadir de un archivo…</translation>
    </message>
    <message>
        <source>Add the lines of a text file to the list</source>
        <translation>Añadir a la lista las líneas de un archivo de texto</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Hablantes</translation>
    </message>
    <message>
        <source>Whether voices are told apart when the text is done</source>
        <translation>Si se distinguen las voces cuando el texto está listo</translation>
    </message>
</context>
<context>
    <name>Pauses</name>
    <message>
        <source>{time} of silence</source>
        <translation>{time} de silencio</translation>
    </message>
    <message>
        <source>{seconds} s of silence</source>
        <translation>{seconds} s de silencio</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Pause the sound</source>
        <translation>Pausar el sonido</translation>
    </message>
    <message>
        <source>Play the sound</source>
        <translation>Reproducir el sonido</translation>
    </message>
    <message>
        <source>Pause the canvas</source>
        <translation>Pausar el lienzo</translation>
    </message>
    <message>
        <source>Play the canvas</source>
        <translation>Reproducir el lienzo</translation>
    </message>
    <message>
        <source>Pause (K)</source>
        <translation>Pausa (K)</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>Reproducir (K)</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>about {time} left</source>
        <translation>quedan unos {time}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>comparando</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Resume where it stopped</source>
        <translation>Reanudar donde se detuvo</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Stop for now: what has come is kept</source>
        <translation>Parar por ahora: se conserva lo que ha llegado</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>Delete what has come of it so far</source>
        <translation>Eliminar lo que ha llegado hasta ahora</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Detenerlo</translation>
    </message>
    <message>
        <source>This window may be closed, and Anneal too: the download goes on where it stopped.</source>
        <translation>Se puede cerrar esta ventana, y también Anneal: la descarga sigue donde se detuvo.</translation>
    </message>
    <message>
        <source>This window may be closed meanwhile.</source>
        <translation>Mientras tanto se puede cerrar esta ventana.</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Preparando…</translation>
    </message>
</context>
<context>
    <name>QueueHeading</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>quedan unos {time}</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Quitar los terminados</translation>
    </message>
    <message>
        <source>Remove the finished files from this list; the library keeps their text</source>
        <translation>Quitar de esta lista los archivos terminados; la biblioteca conserva su texto</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>getting ready…</source>
        <translation>preparando…</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>grabando</translation>
    </message>
    <message>
        <source>{position} of {length}</source>
        <translation>{position} de {length}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>quedan unos {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n por revisar</numerusform>
            <numerusform>%n por revisar</numerusform>
        </translation>
    </message>
    <message>
        <source>{position} of {length} kept</source>
        <translation>{position} de {length} conservados</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>leyendo…</translation>
    </message>
    <message>
        <source>done</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>error</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>The text in paragraphs, without times</source>
        <translation>El texto en párrafos, sin tiempos</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Read: {title}</source>
        <translation>Leer: {title}</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Letra más pequeña</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Letra más grande</translation>
    </message>
    <message>
        <source>The transcript</source>
        <translation>La transcripción</translation>
    </message>
</context>
<context>
    <name>RecentTranscripts</name>
    <message>
        <source>Recent transcripts</source>
        <translation>Transcripciones recientes</translation>
    </message>
</context>
<context>
    <name>RecordButton</name>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Abriendo el micrófono…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Stop and transcribe</source>
        <translation>Detener y transcribir</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
</context>
<context>
    <name>RecordingController</name>
    <message>
        <source>Discard this recording?</source>
        <translation>¿Descartar esta grabación?</translation>
    </message>
    <message>
        <source>Its sound and its text are deleted. This cannot be undone.</source>
        <translation>Se borrarán el sonido y el texto. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Seguir grabando</translation>
    </message>
</context>
<context>
    <name>RecordingSettingsPage</name>
    <message>
        <source>No microphone was found. Plug one in: it appears here.</source>
        <translation>No se ha encontrado ningún micrófono. Al conectar uno, aparecerá aquí.</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Predeterminado del sistema</translation>
    </message>
    <message>
        <source>Speak now.</source>
        <translation>Hable ahora.</translation>
    </message>
    <message>
        <source>The microphone hears you.</source>
        <translation>El micrófono le oye.</translation>
    </message>
    <message>
        <source>Nothing heard so far. Is the microphone muted?</source>
        <translation>Aún no se oye nada. ¿Está silenciado el micrófono?</translation>
    </message>
    <message>
        <source>Too loud: it is cut off. Lower its level in the system&apos;s settings.</source>
        <translation>Demasiado alto: el sonido se recorta. Baje el nivel en los ajustes del sistema.</translation>
    </message>
    <message>
        <source>Computer sound</source>
        <translation>Sonido del equipo</translation>
    </message>
    <message>
        <source>Microphone and computer sound</source>
        <translation>Micrófono y sonido del equipo</translation>
    </message>
    <message>
        <source>Each is kept in a channel of its own: left the microphone, right the computer.</source>
        <translation>Cada uno queda en su propio canal: a la izquierda el micrófono, a la derecha el equipo.</translation>
    </message>
    <message>
        <source>{name} · not connected</source>
        <translation>{name} · no conectado</translation>
    </message>
    <message>
        <source>Until it is plugged in, the system default is used.</source>
        <translation>Hasta que se conecte, se usa el predeterminado del sistema.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <source>What the Record button records</source>
        <translation>Lo que graba el botón Grabar</translation>
    </message>
    <message>
        <source>Text while recording</source>
        <translation>Texto al grabar</translation>
    </message>
    <message>
        <source>Transcribe each phrase as soon as it ends</source>
        <translation>Transcribir cada frase en cuanto termina</translation>
    </message>
    <message>
        <source>The text appears while you speak; the recording itself stays as it is</source>
        <translation>El texto aparece mientras habla; la grabación en sí queda como está</translation>
    </message>
    <message>
        <source>The microphone that the Record button uses</source>
        <translation>El micrófono que usa el botón de grabar</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
</context>
<context>
    <name>RecordingView</name>
    <message>
        <source>Computer sound</source>
        <translation>Sonido del equipo</translation>
    </message>
    <message>
        <source>{device} and computer sound</source>
        <translation>{device} y sonido del equipo</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Abriendo el micrófono…</translation>
    </message>
    <message>
        <source>Speak now. Space stops and transcribes.</source>
        <translation>Ya se puede hablar. La barra espaciadora detiene y transcribe.</translation>
    </message>
    <message>
        <source>Nothing heard so far. Is the microphone muted?</source>
        <translation>Aún no se oye nada. ¿Está silenciado el micrófono?</translation>
    </message>
    <message>
        <source>Nothing heard for a moment. Space stops and transcribes.</source>
        <translation>Hace un momento que no se oye nada. La barra espaciadora detiene y transcribe.</translation>
    </message>
    <message>
        <source>{before} is gone. The recording goes on with {device}.</source>
        <translation>{before} ya no está. La grabación continúa con {device}.</translation>
    </message>
    <message>
        <source>Too loud: speak a little further away.</source>
        <translation>Demasiado alto: conviene hablar desde un poco más lejos.</translation>
    </message>
    <message>
        <source>This model is slower than speech on this computer. The text follows when you stop.</source>
        <translation>En este equipo, este modelo es más lento que el habla. El texto llegará cuando detenga la grabación.</translation>
    </message>
    <message>
        <source>Nothing heard so far. Does the computer play anything?</source>
        <translation>Nada oído hasta ahora. ¿Está reproduciendo algo el equipo?</translation>
    </message>
    <message>
        <source>Speak now. Each phrase becomes text when you pause. Space stops.</source>
        <translation>Hable. Cada frase se convierte en texto cuando hace una pausa. Espacio detiene.</translation>
    </message>
    <message>
        <source>Paused: nothing is recorded.</source>
        <translation>En pausa: no se graba nada.</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Nivel del micrófono</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Seguir grabando</translation>
    </message>
    <message>
        <source>Record nothing until you continue</source>
        <translation>No grabar nada hasta que continúe</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>End the recording and delete it</source>
        <translation>Terminar la grabación y borrarla</translation>
    </message>
</context>
<context>
    <name>RedecodeController</name>
    <message>
        <source>Listen again</source>
        <translation>Volver a escuchar</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
</context>
<context>
    <name>RedecodeOptionsPopover</name>
    <message>
        <source>Again: “{span}”</source>
        <translation>De nuevo: «{span}»</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>The one in use</source>
        <translation>El que está en uso</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>Volver a escuchar</translation>
    </message>
    <message>
        <source>What comes out is compared before anything is changed</source>
        <translation>El resultado se compara antes de cambiar nada</translation>
    </message>
</context>
<context>
    <name>ReplayExportDialog</name>
    <message>
        <source>Save the annealing</source>
        <translation>Guardar cómo se formó</translation>
    </message>
    <message>
        <source>{share} done</source>
        <translation>{share} hecho</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Guardado como {file}.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{seconds} long, {frames} fps; the finished text stays for a moment.</source>
        <translation>Dura {seconds}, {frames} fps; el texto final permanece un momento.</translation>
    </message>
    <message>
        <source>One file that any browser shows, without a network: to play, to step through and to see what else each word could have been.</source>
        <translation>Un solo archivo que cualquier navegador muestra, sin red: reproducir, avanzar paso a paso y ver qué otra cosa pudo ser cada palabra.</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Paso {step} de {steps}</translation>
    </message>
    <message>
        <source>end</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>{seconds} long, {frames} fps: it anneals while the voice begins, then the spoken word is lit.</source>
        <translation>{seconds}, {frames} fps: se forma mientras empieza la voz, luego se ilumina la palabra dicha.</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>{ms} ms · {share} % settled · {nats} nats</source>
        <translation>{ms} ms · {share} % asentado · {nats} nats</translation>
    </message>
    <message>
        <source>Position {position} · {nats} nats</source>
        <translation>Posición {position} · {nats} nats</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Un paso atrás</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>Un paso adelante</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmento</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>The canvas. The arrow keys go from token to token.</source>
        <translation>El lienzo. Las teclas de flecha van de un token a otro.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Steps downwards, positions across. Drag, or use the arrow keys, to step.</source>
        <translation>Pasos hacia abajo, posiciones a lo ancho. Arrastre o use las teclas de flecha para avanzar paso a paso.</translation>
    </message>
    <message>
        <source>How a diffusion decoder wrote this, step by step, as Anneal kept it. Point at a word to see what else it could have been.</source>
        <translation>Cómo un decodificador de difusión escribió esto, paso a paso, tal como lo conservó Anneal. Señale una palabra para ver qué otra cosa pudo ser.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>GIF, plays anywhere</source>
        <translation>GIF, se reproduce en cualquier lugar</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>Vídeo MP4</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>Vídeo WebM</translation>
    </message>
    <message>
        <source>Web page to step through</source>
        <translation>Página web para recorrer paso a paso</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>With the sound</source>
        <translation>Con el sonido</translation>
    </message>
</context>
<context>
    <name>RepositoryView</name>
    <message>
        <source>The text of this licence ({name}) could not be shown here. Read it at {link}.</source>
        <translation>El texto de esta licencia ({name}) no se ha podido mostrar aquí. Se puede leer en {link}.</translation>
    </message>
    <message>
        <source>{size} to fetch</source>
        <translation>{size} por traer</translation>
    </message>
    <message>
        <source>is here already</source>
        <translation>ya está aquí</translation>
    </message>
    <message>
        <source>revision {name}</source>
        <translation>revisión {name}</translation>
    </message>
    <message>
        <source>its authors see who you are</source>
        <translation>sus autores ven quién es usted</translation>
    </message>
    <message>
        <source>Licence: {name}</source>
        <translation>Licencia: {name}</translation>
    </message>
    <message>
        <source>Read this licence</source>
        <translation>Leer esta licencia</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Words to check</source>
        <translation>Palabras por revisar</translation>
    </message>
    <message>
        <source>{checked} of {total} checked</source>
        <translation>{checked} de {total} revisadas</translation>
    </message>
    <message>
        <source>The words that are most likely wrong, judged by how they settled</source>
        <translation>Las palabras que más probablemente estén mal, según cómo se asentaron</translation>
    </message>
    <message>
        <source>All are right</source>
        <translation>Todas son correctas</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Es correcta</translation>
    </message>
    <message>
        <source>Take it off the list and go on</source>
        <translation>Quitarla de la lista y seguir</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>Otra palabra…</translation>
    </message>
    <message>
        <source>What the word could be instead</source>
        <translation>Qué otra palabra podría ser</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Reproducir la siguiente</translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>Try a sample</source>
        <translation>Probar un ejemplo</translation>
    </message>
</context>
<context>
    <name>SecondOpinionController</name>
    <message>
        <source>Ask for a second opinion</source>
        <translation>Pedir una segunda opinión</translation>
    </message>
    <message>
        <source>Another engine hears all of it; words on which both differ are the first to check</source>
        <translation>Otro motor lo escucha todo; las palabras en que ambos difieren son las primeras que hay que revisar</translation>
    </message>
    <message>
        <source>second opinion</source>
        <translation>segunda opinión</translation>
    </message>
    <message>
        <source>{model} hears {differing} of {words} words differently. They are the first to check.</source>
        <translation>{model} oye de otro modo {differing} de {words} palabras. Son las primeras que hay que revisar.</translation>
    </message>
    <message>
        <source>{model} hears the same words.</source>
        <translation>{model} oye las mismas palabras.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>{model} is listening: {share}</source>
        <translation>{model} está escuchando: {share}</translation>
    </message>
    <message>
        <source>The second engine is getting ready…</source>
        <translation>El segundo motor se está preparando…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Secciones de los ajustes</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Dictado</translation>
    </message>
    <message>
        <source>Words and speakers</source>
        <translation>Palabras y hablantes</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausar</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Un paso atrás</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>Un paso adelante</translation>
    </message>
    <message>
        <source>Noise, both or guess</source>
        <translation>Ruido, ambos o conjetura</translation>
    </message>
    <message>
        <source>From token to token</source>
        <translation>De un token a otro</translation>
    </message>
    <message>
        <source>First or last token</source>
        <translation>Primer o último token</translation>
    </message>
    <message>
        <source>Another word for the token</source>
        <translation>Otra palabra para el token</translation>
    </message>
    <message>
        <source>Leave the token</source>
        <translation>Salir del token</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Open the transcript</source>
        <translation>Abrir la transcripción</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Edit the text; stop editing</source>
        <translation>Editar el texto; terminar</translation>
    </message>
    <message>
        <source>Play or pause while editing</source>
        <translation>Reproducir o pausar al editar</translation>
    </message>
    <message>
        <source>Wave, spectrogram or both</source>
        <translation>Onda, espectrograma o ambos</translation>
    </message>
    <message>
        <source>Take a suggestion</source>
        <translation>Tomar una sugerencia</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Buscar y reemplazar</translation>
    </message>
    <message>
        <source>Join with the next segment</source>
        <translation>Unir con el segmento siguiente</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>Eliminar este segmento</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>Repetir este segmento</translation>
    </message>
    <message>
        <source>Set the speaker</source>
        <translation>Elegir el hablante</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Volver a la biblioteca</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>Palabra siguiente</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>Es correcta</translation>
    </message>
    <message>
        <source>Another word</source>
        <translation>Otra palabra</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>Volver a escuchar</translation>
    </message>
    <message>
        <source>Listen again with another word</source>
        <translation>Volver a escuchar con otra palabra</translation>
    </message>
    <message>
        <source>Play the differences</source>
        <translation>Reproducir las diferencias</translation>
    </message>
    <message>
        <source>Use the new words; keep the original</source>
        <translation>Usar las palabras nuevas; conservar las originales</translation>
    </message>
    <message>
        <source>Larger or smaller letters</source>
        <translation>Letras más grandes o más pequeñas</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>En cualquier lugar</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>En el lienzo</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>En la biblioteca</translation>
    </message>
    <message>
        <source>In the reading view</source>
        <translation>En la vista de lectura</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>En el editor</translation>
    </message>
    <message>
        <source>Checking words</source>
        <translation>Revisar palabras</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>All your transcripts</source>
        <translation>Todas sus transcripciones</translation>
    </message>
</context>
<context>
    <name>Sizes</name>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
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
        <translation>Hablante {number}</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>Listening to the voices: {share}</source>
        <translation>Escuchando las voces: {share}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The voice of {name} is remembered on this machine, and named in later files.</source>
        <translation>La voz de {name} queda recordada en este equipo y se nombrará en archivos posteriores.</translation>
    </message>
    <message>
        <source>Only one voice was found.</source>
        <translation>Solo se encontró una voz.</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Quién habla</translation>
    </message>
    <message>
        <source>Find who speaks</source>
        <translation>Averiguar quién habla</translation>
    </message>
    <message>
        <source>This is said by</source>
        <translation>Esto lo dice</translation>
    </message>
    <message>
        <source>Remember this voice</source>
        <translation>Recordar esta voz</translation>
    </message>
    <message>
        <source>Forget a voice</source>
        <translation>Olvidar una voz</translation>
    </message>
</context>
<context>
    <name>SpectrogramLane</name>
    <message>
        <source>what the model hears</source>
        <translation>lo que oye el modelo</translation>
    </message>
    <message>
        <source>Spectrogram of the segment</source>
        <translation>Espectrograma del segmento</translation>
    </message>
    <message>
        <source>What the model hears; click to play</source>
        <translation>Lo que oye el modelo; clic para escuchar</translation>
    </message>
</context>
<context>
    <name>SpokenLanguageMenu</name>
    <message>
        <source>Spoken language</source>
        <translation>Idioma hablado</translation>
    </message>
    <message>
        <source>As for all files</source>
        <translation>Como para todos los archivos</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
</context>
<context>
    <name>StartDropdown</name>
    <message>
        <source>The model&apos;s own way</source>
        <translation>El propio del modelo</translation>
    </message>
    <message>
        <source>Noise alone</source>
        <translation>Solo ruido</translation>
    </message>
    <message>
        <source>With a draft</source>
        <translation>Con borrador</translation>
    </message>
    <message>
        <source>Noise: random tokens and nothing else, the published way. The denoiser alone hears and writes.</source>
        <translation>Ruido: tokens al azar y nada más, como en la publicación. Solo el eliminador de ruido oye y escribe.</translation>
    </message>
    <message>
        <source>Draft: the denoiser sees a first reading of the sound, made without it, and corrects it.</source>
        <translation>Borrador: el eliminador de ruido ve una primera lectura del sonido, hecha sin él, y la corrige.</translation>
    </message>
    <message>
        <source>What the canvas starts from</source>
        <translation>De qué parte el lienzo</translation>
    </message>
</context>
<context>
    <name>StepHeatmap</name>
    <message>
        <source>The noise that the first step was given</source>
        <translation>El ruido que recibió el primer paso</translation>
    </message>
    <message>
        <source>The draft: a first reading of the sound, which every step sees and may change.</source>
        <translation>El borrador: una primera lectura del sonido, que cada paso ve y puede cambiar.</translation>
    </message>
    <message>
        <source>Step {step} took {count} of {all} tokens, the surest first, until its budget of doubt was spent.</source>
        <translation>El paso {step} aceptó {count} de {all} tokens, los más seguros primero, hasta agotar su presupuesto de duda.</translation>
    </message>
    <message>
        <source>Step {step} took {count} of {all} tokens: all that were sure enough.</source>
        <translation>El paso {step} aceptó {count} de {all} tokens: todos los bastante seguros.</translation>
    </message>
    <message>
        <source>It ended here: the text had settled, and the model was sure.</source>
        <translation>Terminó aquí: el texto estaba asentado y el modelo seguro.</translation>
    </message>
    <message>
        <source>It ended here: no more steps were allowed.</source>
        <translation>Terminó aquí: no se permitían más pasos.</translation>
    </message>
    <message>
        <source>It ended here: the text did not fit on the canvas.</source>
        <translation>Terminó aquí: el texto no cabía en el lienzo.</translation>
    </message>
    <message>
        <source>What the first step was given: the draft with noise in it</source>
        <translation>Lo que recibió el primer paso: el borrador con ruido</translation>
    </message>
    <message>
        <source>The draft, a first reading of the sound, which the first step was given</source>
        <translation>El borrador, una primera lectura del sonido, que recibió el primer paso</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Steps of the segment from top to bottom. The arrow keys step through them.</source>
        <translation>Los pasos del segmento de arriba abajo. Las teclas de flecha los recorren.</translation>
    </message>
    <message>
        <source>Steps downwards, positions across: the stronger the colour, the surer the model; orange was taken back. Click, drag or use the arrow keys (also , and .) to step.</source>
        <translation>Pasos hacia abajo, posiciones a lo ancho: cuanto más fuerte el color, más seguro el modelo; el naranja fue retirado. Haga clic, arrastre o use las flechas (también , y .) para avanzar.</translation>
    </message>
</context>
<context>
    <name>StepsSlider</name>
    <message>
        <source>Quick</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>A fondo</translation>
    </message>
</context>
<context>
    <name>StorageSettingsPage</name>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>New recordings go there; older ones stay where they are.</source>
        <translation>Las grabaciones nuevas van ahí; las anteriores se quedan donde están.</translation>
    </message>
    <message>
        <source>Put a folder with an adapter there, and it can be chosen as a model.</source>
        <translation>Al poner ahí una carpeta con un adaptador, se puede elegir como modelo.</translation>
    </message>
    <message>
        <source>New files here are transcribed automatically, and written as Exports says: as text, if nothing else.</source>
        <translation>Los archivos nuevos de aquí se transcriben automáticamente y se escriben como diga Exportaciones: como texto, si no dice nada.</translation>
    </message>
    <message>
        <source>Your library is stored here.</source>
        <translation>Su biblioteca se guarda aquí.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Todo lo demás</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Carpeta vigilada</translation>
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
        <translation>Detalles del token</translation>
    </message>
    <message>
        <source>taken: {token} · guess: {guess} {share}</source>
        <translation>aceptado: {token} · conjetura: {guess} {share}</translation>
    </message>
    <message>
        <source>Still changing at the last step</source>
        <translation>Aún cambia en el último paso</translation>
    </message>
    <message>
        <source>Guess unchanged since step {step}</source>
        <translation>Conjetura sin cambios desde el paso {step}</translation>
    </message>
    <message>
        <source>now: {token} · guess: {guess} {share}</source>
        <translation>ahora: {token} · conjetura: {guess} {share}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>asentado</translation>
    </message>
    <message>
        <source>settling</source>
        <translation>se asienta</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>position {position} · step {step} · {state} · {nats} nats</source>
        <translation>posición {position} · paso {step} · {state} · {nats} nats</translation>
    </message>
    <message>
        <source>ended: settled, and sure ({nats} nats a token)</source>
        <translation>fin: asentado y seguro ({nats} nats por token)</translation>
    </message>
    <message>
        <source>step took {count} tokens · {nats} nats</source>
        <translation>el paso aceptó {count} tokens · {nats} nats</translation>
    </message>
    <message>
        <source>step took {count} tokens · {nats} nats, budget {budget}</source>
        <translation>paso: {count} tokens · {nats} nats, presupuesto {budget}</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Typing</source>
        <translation>Escritura</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividir</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>Texto bruto</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>Text of the transcript</source>
        <translation>Texto de la transcripción</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>annealing…</source>
        <translation>formándose…</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>escribiendo…</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Replay this segment</source>
        <translation>Reproducir este segmento</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Última línea</translation>
    </message>
    <message>
        <source>Go to the newest line, and stay there</source>
        <translation>Ir a la última línea y quedarse ahí</translation>
    </message>
</context>
<context>
    <name>TranscriptionPage</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>TranscriptionQueue</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>grabando</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>preparando</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>transcribiendo</translation>
    </message>
    <message>
        <source>done</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>error</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
</context>
<context>
    <name>TranscriptionSettingsPage</name>
    <message>
        <source>{name} · not found</source>
        <translation>{name} · no encontrado</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
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
        <translation>Como lo hace el modelo</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>This model writes from left to right: it takes no steps, and starts from nothing.</source>
        <translation>Este modelo escribe de izquierda a derecha: no da pasos y parte de cero.</translation>
    </message>
    <message>
        <source>It cannot be used: {reason}.</source>
        <translation>No se puede usar: {reason}.</translation>
    </message>
    <message>
        <source>Trained for {languages}</source>
        <translation>Entrenado para {languages}</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <source>Running on: {device} ({precision}), tested</source>
        <translation>Se ejecuta en: {device} ({precision}), probado</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>What turns speech into text</source>
        <translation>Lo que convierte la voz en texto</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Where the model computes</source>
        <translation>Dónde calcula el modelo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of the speech</source>
        <translation>Idioma hablado</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>More steps: slower, often better</source>
        <translation>Más pasos: más lento, a menudo mejor</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>How much more the sound counts than what would be written without it. Takes twice the work</source>
        <translation>Cuánto más cuenta el sonido que lo que se escribiría sin él. Requiere el doble de trabajo</translation>
    </message>
    <message>
        <source>Repeated phrases</source>
        <translation>Repeticiones</translation>
    </message>
    <message>
        <source>Phrases that the model repeats to fill the canvas</source>
        <translation>Frases que el modelo repite para llenar el lienzo</translation>
    </message>
    <message>
        <source>When done</source>
        <translation>Al terminar</translation>
    </message>
    <message>
        <source>Copy the text when done</source>
        <translation>Copiar el texto al terminar</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Download, verify, import and delete models</source>
        <translation>Descargar, comprobar, importar y eliminar modelos</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>Copiar el texto al portapapeles</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Undo: {what}</source>
        <translation>Deshacer: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Rehacer: {what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>Repetir este segmento</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Hablante</translation>
    </message>
    <message>
        <source>Who speaks here. A new name counts everywhere; the name of another speaker, or Ctrl+1 to 9, for this turn</source>
        <translation>Quién habla aquí. Un nombre nuevo vale en todas partes; el de otro hablante, o Ctrl+1 a 9, solo en este turno</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the text; Esc goes back to listening</source>
        <translation>Editar el texto; Esc vuelve a la escucha</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>What the model hears</source>
        <translation>Lo que oye el modelo</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Waveform</source>
        <translation>Forma de onda</translation>
    </message>
    <message>
        <source>The arrow keys choose a finished segment</source>
        <translation>Las flechas eligen un segmento terminado</translation>
    </message>
    <message>
        <source>{times}: click to show it</source>
        <translation>{times}: clic para mostrarlo</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Speech, out of noise</source>
        <translation>Del ruido, la palabra</translation>
    </message>
    <message>
        <source>Press Record and speak, or drop audio or video anywhere here.
Random words settle into yours, step by step.</source>
        <translation>Basta con pulsar Grabar y hablar, o soltar audio o vídeo en cualquier lugar de la ventana.
Palabras al azar se convierten, paso a paso, en las que se dijeron.</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Probar un ejemplo</translation>
    </message>
    <message>
        <source>Transcribe a short clip that comes with Anneal</source>
        <translation>Transcribir un breve clip incluido en Anneal</translation>
    </message>
    <message>
        <source>Try it:</source>
        <translation>Probar:</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Abrir archivos…</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Abrir archivos</translation>
    </message>
</context>
<context>
    <name>WhisperCompareController</name>
    <message>
        <source>Compare with Whisper…</source>
        <translation>Comparar con Whisper…</translation>
    </message>
    <message>
        <source>The segment at the cursor, denoised and written token by token, on one clock</source>
        <translation>El segmento del cursor, por eliminación de ruido y escrito token a token, con un mismo reloj</translation>
    </message>
    <message>
        <source>{model} is not here: {size}, {licence}.</source>
        <translation>{model} no está aquí: {size}, {licence}.</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Descargar…</translation>
    </message>
</context>
<context>
    <name>WhisperCompareDialog</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Measured: the decoders alone, without the encoder; Anneal&apos;s steps when this was transcribed.</source>
        <translation>Medido: solo los decodificadores, sin el codificador; los pasos de Anneal, al transcribir.</translation>
    </message>
    <message>
        <source>{share} of the words are the same</source>
        <translation>El {share} de las palabras coincide</translation>
    </message>
    <message>
        <source>struck through: only Anneal · underlined: only Whisper</source>
        <translation>tachado: solo Anneal · subrayado: solo Whisper</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n step(s)</source>
        <translation>
            <numerusform>{ms}&#xa0;ms · %n paso</numerusform>
            <numerusform>{ms}&#xa0;ms · %n pasos</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>The model finishes a segment first.</source>
        <translation>El modelo termina primero un segmento.</translation>
    </message>
    <message>
        <source>Loading Whisper…</source>
        <translation>Cargando Whisper…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Leyendo el archivo…</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Escuchando…</translation>
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
        <translation>Comparar con Whisper: {title}</translation>
    </message>
    <message>
        <source>Anneal, all words at once</source>
        <translation>Anneal, todas las palabras a la vez</translation>
    </message>
    <message>
        <source>Whisper, token by token</source>
        <translation>Whisper, token a token</translation>
    </message>
    <message>
        <source>Anneal and Whisper, word by word</source>
        <translation>Anneal y Whisper, palabra por palabra</translation>
    </message>
    <message>
        <source>Play both again</source>
        <translation>Reproducir ambos de nuevo</translation>
    </message>
    <message>
        <source>Let Whisper write again</source>
        <translation>Que Whisper escriba de nuevo</translation>
    </message>
    <message>
        <source>Measure it once more, now that it is loaded</source>
        <translation>Medirlo otra vez, ahora que está cargado</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>1× is as fast as it really was</source>
        <translation>1× es la velocidad que tuvo en realidad</translation>
    </message>
</context>
<context>
    <name>WorkStatus</name>
    <message numerus="yes">
        <source>%n file(s) transcribed</source>
        <translation>
            <numerusform>%n archivo transcrito</numerusform>
            <numerusform>%n archivos transcritos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be transcribed</source>
        <translation>
            <numerusform>%n archivo no se pudo transcribir</numerusform>
            <numerusform>%n archivos no se pudieron transcribir</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WrittenText</name>
    <message>
        <source>{model} writes from left to right: there is no canvas to watch.</source>
        <translation>{model} escribe de izquierda a derecha: no hay lienzo que mirar.</translation>
    </message>
</context>
<context>
    <name>_DropZone</name>
    <message>
        <source>Drop audio or video here</source>
        <translation>Soltar audio o vídeo aquí</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Abrir archivos…</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Abrir archivos</translation>
    </message>
</context>
<context>
    <name>_Handle</name>
    <message>
        <source>Border between canvas and transcript</source>
        <translation>Límite entre lienzo y transcripción</translation>
    </message>
    <message>
        <source>Drag to share the room between canvas and transcript</source>
        <translation>Arrastre para repartir el espacio entre lienzo y transcripción</translation>
    </message>
</context>
<context>
    <name>_PlayPauseButton</name>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
</context>
<context>
    <name>_RowDelegate</name>
    <message>
        <source>Transcribe again</source>
        <translation>Transcribir de nuevo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
</context>
</TS>
