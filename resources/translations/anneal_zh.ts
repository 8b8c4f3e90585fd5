<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Anneal</source>
        <translation>关于 Anneal</translation>
    </message>
    <message>
        <source>Speech to text by diffusion: random words settle into yours, step by step.</source>
        <translation>以扩散方式将语音转为文字：随机的词一步步变成您说的话。</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>尚未加载模型。</translation>
    </message>
    <message>
        <source>Model in use: {model} on {device}, {precision}</source>
        <translation>当前模型：{model}，运行于 {device}，{precision}</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>所含组件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>The licences of everything that is shipped</source>
        <translation>所有随附组件的许可证</translation>
    </message>
    <message>
        <source>Looking at this computer…</source>
        <translation>正在检查此电脑…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Describe this computer and the installation for a bug report: nothing of yours is in it</source>
        <translation>为错误报告描述此电脑和安装情况，不含您的任何个人内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>试用示例</translation>
    </message>
    <message>
        <source>Record or stop</source>
        <translation>录音或停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>重新转写</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Replay this segment</source>
        <translation>重播此片段</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>返回实时画面</translation>
    </message>
    <message>
        <source>Choose the language</source>
        <translation>选择语言</translation>
    </message>
    <message>
        <source>Choose the steps</source>
        <translation>选择步数</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Show the recordings folder</source>
        <translation>显示录音文件夹</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>About Anneal</source>
        <translation>关于 Anneal</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>减弱</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>The language of these texts</source>
        <translation>这些文字所用的语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动效</translation>
    </message>
    <message>
        <source>Whether the canvas moves between two steps</source>
        <translation>画布在两步之间是否有动画</translation>
    </message>
    <message>
        <source>Speed of the canvas</source>
        <translation>画布速度</translation>
    </message>
    <message>
        <source>How fast the steps are shown</source>
        <translation>显示各步的快慢</translation>
    </message>
    <message>
        <source>Reduced: steps follow each other without movement.</source>
        <translation>减弱：各步直接切换，没有动画。</translation>
    </message>
    <message>
        <source>The transcription itself is never slowed down.</source>
        <translation>转写本身绝不会因此变慢。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CanvasWidget</name>
    <message>
        <source>Token canvas</source>
        <translation>词元画布</translation>
    </message>
    <message>
        <source>Empty. It shows how noise turns into text while audio is transcribed.</source>
        <translation>空白。转写音频时，这里显示噪声如何变成文字。</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Noise turns into text here.</source>
        <translation>噪声将在这里变成文字。</translation>
    </message>
    <message>
        <source>Listening to the sound …</source>
        <translation>正在聆听…</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A recording is running.</source>
        <translation>正在录音。</translation>
    </message>
    <message>
        <source>If you close now, what was said so far is kept in the recordings folder.</source>
        <translation>如果现在关闭，到目前为止的录音会保留在录音文件夹中。</translation>
    </message>
    <message>
        <source>Anneal is still working.</source>
        <translation>Anneal 仍在工作。</translation>
    </message>
    <message>
        <source>Files that are not finished: {count}. Close anyway?</source>
        <translation>尚未完成的文件：{count} 个。仍要关闭吗？</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>继续工作</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Looking at this computer…</source>
        <translation>正在检查此电脑…</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. They describe this computer and nothing of yours.</source>
        <translation>诊断信息已复制到剪贴板。它只描述此电脑，不含您的任何内容。</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to transcribe</source>
        <translation>松开即可转写</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A recording is running.</source>
        <translation>正在录音。</translation>
    </message>
    <message>
        <source>A small matrix product came out wrong there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small matrix product came out wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A transcript could not be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it is silence or steady noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow microphone access in the system&apos;s privacy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anneal may not use the microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps it locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its owner for read permission, or copy it to a folder of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its repository and revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together, and install them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is plugged in, or choose another microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is the right repository and revision, or use the adapter&apos;s own code (reference runner).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its disk is still connected, or copy the file to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the right microphone or audio track was used and was not muted, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the folder, or choose the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check which encoder and backbone the adapter names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model&apos;s own folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a video with sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an audio or video file, such as wav, mp3, m4a, flac, ogg, mp4 or mkv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another language, or a model that knows this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another microphone when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose auto, cpu or cuda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the tracks it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose that model again, or transcribe it from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the device cpu, or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the files inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of the revision you agreed to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, transcribe fewer segments at a time, or choose another device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program, or choose another microphone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert it to wav, flac, mp3 or m4a with the program that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or download it again, or convert it with the program that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or download it again; if this is the original, a repair tool for MP4 files may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it with `hf download {download}`, or put its folder beside the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the adapter again at an exact revision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or check the folder. What was written until then is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Han</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold on a little longer next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Anneal again, or choose a model&apos;s own folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a newer driver and restart: `{command}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it (on Debian and Ubuntu: libportaudio2) and start Anneal again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the build for CUDA: `{command}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gave {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has compute capability {has}, and torch {torch} was built for {least} to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has one audio track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has version {version}, this Anneal knows {newest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {count} audio tracks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds Python objects besides weights, which could run code: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a recording of zero length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a video without an audio track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is revision {revision}, and you agreed to {agreed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was begun with {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was deleted meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made again from the journals, nothing is missing. The old one was kept as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its name is misspelt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its driver does not answer: it is not loaded, or it was updated and the machine was not restarted since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its driver does not work with the CUDA version of the installed torch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its driver {driver} answers, but torch {torch} for CUDA {needs} finds no card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its driver {driver} supports CUDA up to {has}, and the installed torch needs {needs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its format is unknown here, or the file is damaged at its very start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its index is missing, which recorders and cameras write last, so nothing in it can be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its projector leads from {width_in} to {width_out}, but the encoder&apos;s frames are {frame_width} wide and the backbone&apos;s tokens {token_width}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its revision is not exact: {revision} is no full commit hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shape is {shape}; one channel at 16 kHz, of one sample or more, is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its sound is encrypted (DRM) and can be decoded only by the player it was bought for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text is kept. Make room on the disk, or keep fewer replays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its vocabulary has no {script} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading it needs {needs} GB of main memory, and {free} GB are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable, then start Anneal again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable; what is on screen can be exported or copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the folder {folder} readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the library&apos;s folder writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: {missing}. Unknown: {unknown}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix the channels down and resample first, or pass a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither checkpoint nor sources tell it, and the backbone&apos;s vocabulary has none of {texts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No CUDA card can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No adapter in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody speaks in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in it could be recognised as sound, or it is damaged from its start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the processor alone, which takes minutes for seconds of sound, it needs {needs} GB of main memory, of which {free} GB are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only files can be transcribed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps it was stopped as soon as it was started; record it again or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please open the transcript again and repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please update Anneal. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug one in and press Record again, or open a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the code of this revision and agree to it, or leave the reference runner off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record, copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording is not possible yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording stopped before any sound arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinstall torch, and test the machine&apos;s memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report this to its authors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the machine. If that does not help, install the driver again: `{command}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See that CUDA_VISIBLE_DEVICES is not empty and that you may open /dev/nvidia0, then ask `nvidia-smi`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some settings made no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that Anneal did not expect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CPU computes wrong results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter cannot be loaded by its own code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter failed in its own code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter in {folder} contradicts itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter in {folder} is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter in {folder} is not laid out in a way Anneal knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter&apos;s LoRA does not fit the backbone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter&apos;s own code gave no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter&apos;s own code is not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter&apos;s {part} is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backbone in {folder} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backbone in {folder} does not fit its configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card {card} cannot compute in bf16, which begins with compute capability 8.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card {card} does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card {card} is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer was too busy to keep up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoded sound could not be kept in a temporary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has a size of zero bytes: a recording, copy or download was interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged, or is something else under the name of an audio file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds revision {held}, not {revision}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installed torch has no code for the card {card}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installed torch was built for the CPU only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone stopped sending sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model and this recording do not fit beside what else is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} has layout version {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {folder} is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model sent no result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old file could not be set aside. Anneal uses its defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old file was kept as {file}. Anneal uses its defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts of {model} do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The projector of {model} does not fit its description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording ended early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording has gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound in {file} cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound system did not accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speech encoder in {folder} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps of a segment could not be kept for a replay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system lists no sound input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was changed in another window meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transcription ended early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vocabulary {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {model} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {model} do not fit its adapter.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole model in bf16 needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {part} that {model} needs is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no CUDA card that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no NVIDIA card in this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no adapter.json in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no adapter.safetensors in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device called {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder of that name among the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {file} in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This array is not a recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This correction could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be kept in your library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This transcript is no longer in your library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This transcript&apos;s journal could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This transcription cannot go on with {model}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of Anneal reads version {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those are back at their defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Anneal or the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a machine with an NVIDIA card of at least 24 GB, or the bundled model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a revision that holds weights and plain values only, or the adapter&apos;s own code (reference runner).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a version without copy protection, or your own recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another card, or the CPU. A newer card may need a newer torch: `{command}`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the adapter without the reference runner, or report this to its authors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was finished is safe in its journal and will be there at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said until then is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With 4-bit experts it needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the experts in main memory, which is slow, it needs {needs} GB of {card}, which has {free} GB free, and {memory} GB of main memory, of which {free_memory} GB are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account has no permission to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library can be read but not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library was written by a newer version of Anneal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library&apos;s database could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library&apos;s journals could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your settings could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adapter.json: {problems}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{card} computes wrong results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device} ran out of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no audio track {track}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a device or a pipe, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an audio or video file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not opened, for your safety.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is protected against copying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} may not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was cut off before it was finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} cannot run on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} cannot write {language}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} has no weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problems}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} ({folder}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}: {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}{place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{repository} at {revision} was not downloaded: there is no folder “{name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{repository} was not downloaded: there is no folder “{name}” or “{other_name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Language of the speech</source>
        <translation>语音的语言</translation>
    </message>
    <message>
        <source>Language of the speech (Alt+L)</source>
        <translation>语音的语言 (Alt+L)</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Denoising steps</source>
        <translation>去噪步数</translation>
    </message>
    <message>
        <source>More steps give the canvas more time to settle: slower, often better (Alt+S)</source>
        <translation>步数越多，画布越有时间稳定：更慢，但往往更好 (Alt+S)</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>模型和设备</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Menu (Alt+M)</source>
        <translation>菜单 (Alt+M)</translation>
    </message>
    <message>
        <source>{speed}× real time</source>
        <translation>{speed}× 实时</translation>
    </message>
    <message>
        <source>{status}: model, device and precision in use; speed as measured here</source>
        <translation>{status}：正在使用的模型、设备和精度；速度为本机实测</translation>
    </message>
    <message>
        <source>{name} · untrained</source>
        <translation>{name} · 未训练</translation>
    </message>
    <message>
        <source>This model was not trained for {name}.</source>
        <translation>此模型未针对{name}训练。</translation>
    </message>
    <message>
        <source>about {time} for 10 s</source>
        <translation>10 秒音频约需 {time}</translation>
    </message>
    <message>
        <source>Measured on this computer</source>
        <translation>在此电脑上实测</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Token details</source>
        <translation>词元详情</translation>
    </message>
    <message>
        <source>Still changing at the last step</source>
        <translation>最后一步仍在变化</translation>
    </message>
    <message>
        <source>Belief unchanged since step {step}</source>
        <translation>自第 {step} 步起预测未变</translation>
    </message>
    <message>
        <source>renoised</source>
        <translation>重新加噪</translation>
    </message>
    <message>
        <source>held</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>accepted now</source>
        <translation>刚被接受</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>position {position} · step {step} · {state}</source>
        <translation>位置 {position} · 第 {step} 步 · {state}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend: {states}</source>
        <translation>图例：{states}</translation>
    </message>
    <message>
        <source>Accepted now: written at this step. Held: written before and kept. Renoised: not sure, gets a fresh random token. Revoked: had been written, and is taken back.</source>
        <translation>刚被接受：在这一步写下。保持：之前写下并保留。重新加噪：尚不确定，换成新的随机词元。已撤回：曾经写下，现在收回。</translation>
    </message>
    <message>
        <source>accepted now</source>
        <translation>刚被接受</translation>
    </message>
    <message>
        <source>held</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>renoised</source>
        <translation>重新加噪</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Opening the microphone…</source>
        <translation>正在打开麦克风…</translation>
    </message>
    <message>
        <source>Speak now. Space stops and transcribes.</source>
        <translation>请讲话。按空格键停止并转写。</translation>
    </message>
    <message>
        <source>Nothing heard so far. Is the microphone muted?</source>
        <translation>还没有听到声音。麦克风是否已静音？</translation>
    </message>
    <message>
        <source>Too loud: speak a little further away.</source>
        <translation>声音太大：请离麦克风稍远一些。</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>麦克风音量</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Audio and video ({patterns});;All files (*)</source>
        <translation>音频和视频 ({patterns});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open audio or video</source>
        <translation>打开音频或视频</translation>
    </message>
    <message>
        <source>Open a folder of audio or video</source>
        <translation>打开音频或视频文件夹</translation>
    </message>
    <message>
        <source>Not audio or video, skipped: {names}.</source>
        <translation>不是音频或视频，已跳过：{names}。</translation>
    </message>
    <message>
        <source>No audio or video in: {names}.</source>
        <translation>其中没有音频或视频：{names}。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 等另外 {count} 个</translation>
    </message>
    <message>
        <source>Recording, {time}</source>
        <translation>录音，{time}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>A recording that was cut short last time is safe: {length}.</source>
        <translation>上次中断的录音已妥善保存：{length}。</translation>
    </message>
    <message>
        <source>Transcribe it</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>没有模型</translation>
    </message>
</context>
<context>
    <name>MicrophoneMenu</name>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Chosen by the system</source>
        <translation>由系统选择</translation>
    </message>
    <message>
        <source>No microphone was found</source>
        <translation>未找到麦克风</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show this folder in the file manager</source>
        <translation>在文件管理器中显示此文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>选择其他文件夹</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the folder that Anneal takes by itself</source>
        <translation>恢复为 Anneal 默认使用的文件夹</translation>
    </message>
</context>
<context>
    <name>PlacesPage</name>
    <message>
        <source>New recordings go there; older ones stay where they are.</source>
        <translation>新录音保存在这里；旧录音留在原处。</translation>
    </message>
    <message>
        <source>Put a folder with an adapter there, and it can be chosen as a model.</source>
        <translation>将含有适配器的文件夹放入其中，即可选作模型。</translation>
    </message>
    <message>
        <source>What Anneal keeps for you lies there.</source>
        <translation>Anneal 为您保存的内容都在这里。</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>其他内容</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Pause the canvas</source>
        <translation>暂停画布</translation>
    </message>
    <message>
        <source>Play the canvas</source>
        <translation>播放画布</translation>
    </message>
    <message>
        <source>Pause (K)</source>
        <translation>暂停 (K)</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>播放 (K)</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>segment {number} of {count}</source>
        <translation>片段 {number}/{count}</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n segment(s) kept</source>
        <translation>
            <numerusform>已保留 {count}/%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>Raster</name>
    <message>
        <source>Bars: share of accepted positions. Line: mean entropy, at most {nats} nats.</source>
        <translation>条形：已接受位置的比例。曲线：平均熵，最高 {nats} nats。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>各步</translation>
    </message>
    <message>
        <source>Steps of the segment from top to bottom. The arrow keys step through them.</source>
        <translation>片段的各步，自上而下。用方向键逐步查看。</translation>
    </message>
    <message>
        <source>Steps downwards, positions across: the stronger the colour, the surer the model; orange was revoked. Click, drag or use the arrow keys (also , and .) to step.</source>
        <translation>纵向为各步，横向为位置：颜色越深，模型越确定；橙色表示已撤回。点击、拖动或用方向键（也可用 , 和 .）逐步查看。</translation>
    </message>
</context>
<context>
    <name>RecordButton</name>
    <message>
        <source>Record</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>正在打开麦克风…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Stop and transcribe</source>
        <translation>停止并转写</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>RecordingPage</name>
    <message>
        <source>Chosen by the system</source>
        <translation>由系统选择</translation>
    </message>
    <message>
        <source>{name} · not plugged in</source>
        <translation>{name} · 未连接</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in: it appears here.</source>
        <translation>未找到麦克风。接入后会显示在这里。</translation>
    </message>
    <message>
        <source>Until it is plugged in, the system&apos;s choice is recorded.</source>
        <translation>在接入之前，将使用系统选择的麦克风录音。</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>What the record button listens to</source>
        <translation>录音按钮所用的输入设备</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>设置的各个分区</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录音</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>No steps yet</source>
        <translation>尚无步骤</translation>
    </message>
    <message numerus="yes">
        <source>Result after %n step(s)</source>
        <translation>
            <numerusform>%n 步后的结果</numerusform>
        </translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>{ms} ms · {share} accepted · {nats} nats</source>
        <translation>{ms} 毫秒 · 已接受 {share} · {nats} nats</translation>
    </message>
    <message>
        <source>Measured: the time of this step, the share of positions accepted at it, and the mean entropy of its predictions. 0 nats is certain.</source>
        <translation>实测：这一步所用的时间、被接受位置的比例，以及预测的平均熵。0 nats 表示完全确定。</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Follow the running transcription again</source>
        <translation>重新跟随正在进行的转写</translation>
    </message>
    <message>
        <source>Speed of the canvas</source>
        <translation>画布速度</translation>
    </message>
    <message>
        <source>How fast the steps are shown. The transcription itself is never slowed down.</source>
        <translation>显示各步的快慢。转写本身绝不会因此变慢。</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>The tokens the model was given at this step (L changes)</source>
        <translation>这一步输入模型的词元（按 L 切换）</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Text where it is accepted, the given noise elsewhere (L changes)</source>
        <translation>已接受处显示文字，其余显示输入的噪声（按 L 切换）</translation>
    </message>
    <message>
        <source>Belief</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>The most probable token everywhere: the text so far (L changes)</source>
        <translation>每个位置最可能的词元：目前的文本（按 L 切换）</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>(no speech)</source>
        <translation>（无语音）</translation>
    </message>
    <message>
        <source>annealing…</source>
        <translation>正在成形…</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>转写文本</translation>
    </message>
    <message>
        <source>Replay this segment</source>
        <translation>重播此片段</translation>
    </message>
</context>
<context>
    <name>TranscriptionPage</name>
    <message>
        <source>{name} · not found</source>
        <translation>{name} · 未找到</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>It cannot be used: {reason}.</source>
        <translation>无法使用：{reason}。</translation>
    </message>
    <message>
        <source>Trained for {languages}</source>
        <translation>训练语言：{languages}</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>In use, verified by computing there: {device}, {precision}</source>
        <translation>正在使用，已通过实际计算验证：{device}，{precision}</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What turns speech into text</source>
        <translation>用于把语音变成文字</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the model computes</source>
        <translation>模型在哪里运算</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the speech</source>
        <translation>语音的语言</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>More steps: slower, often better</source>
        <translation>步数越多越慢，但往往更好</translation>
    </message>
    <message>
        <source>When done</source>
        <translation>完成后</translation>
    </message>
    <message>
        <source>Copy the text when done</source>
        <translation>完成后复制文本</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>将文本复制到剪贴板</translation>
    </message>
</context>
<context>
    <name>TranscriptionQueue</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>正在转写</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>{times}: click to replay</source>
        <translation>{times}：点击重播</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Speech, out of noise</source>
        <translation>从噪声中浮现话语</translation>
    </message>
    <message>
        <source>Press Record and speak, or drop audio or video anywhere here.
Random words settle into yours, step by step.</source>
        <translation>按“录音”并讲话，或将音频、视频拖放到此处任意位置。
随机的词会一步步变成您说的话。</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>试用示例</translation>
    </message>
    <message>
        <source>Transcribe a short clip that comes with Anneal</source>
        <translation>转写 Anneal 自带的一段短音频</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Letters settling into a word</source>
        <translation>字母逐渐组成一个词</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>_DropZone</name>
    <message>
        <source>Drop audio or video here</source>
        <translation>将音频或视频拖到此处</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
</context>
<context>
    <name>_RowDelegate</name>
    <message>
        <source>Transcribe again</source>
        <translation>重新转写</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
</context>
</TS>
