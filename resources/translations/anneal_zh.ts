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
        <source>Describe this computer and the installation for a bug report; it contains no personal data</source>
        <translation>为错误报告描述此电脑和安装情况；不含个人数据</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Components and licences</source>
        <translation>组件和许可证</translation>
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
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Checking this computer…</source>
        <translation>正在检查此电脑…</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
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
        <source>Copy with times</source>
        <translation>连同时间一起复制</translation>
    </message>
    <message>
        <source>Copy as subtitles (SRT)</source>
        <translation>复制为字幕 (SRT)</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Check the next word</source>
        <translation>核对下一个词</translation>
    </message>
    <message>
        <source>Listen and edit</source>
        <translation>收听并编辑</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成</translation>
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
        <source>Library</source>
        <translation>资料库</translation>
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
        <source>Models…</source>
        <translation>模型…</translation>
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
    <message>
        <source>Return</source>
        <translation>回车</translation>
    </message>
</context>
<context>
    <name>AlternativesPopover</name>
    <message>
        <source>Instead of “{word}”</source>
        <translation>替换“{word}”</translation>
    </message>
    <message>
        <source>The steps of this segment are no longer stored, so there are no suggestions.</source>
        <translation>此片段的步骤已不再保存，因此没有建议。</translation>
    </message>
    <message>
        <source>There are no suggestions for this word.</source>
        <translation>这个词没有建议。</translation>
    </message>
    <message>
        <source>What the model considered at the last step, and how likely each word was</source>
        <translation>模型在最后一步考虑过的词及其可能性</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>备选词</translation>
    </message>
    <message>
        <source>Listen again with this word</source>
        <translation>以这个词重新识别</translation>
    </message>
    <message>
        <source>own word</source>
        <translation>自定义词</translation>
    </message>
    <message>
        <source>Type another word</source>
        <translation>输入其他词</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Put this word into the text</source>
        <translation>将这个词放入文本</translation>
    </message>
    <message>
        <source>Keep this word; the model listens to the rest of the segment again</source>
        <translation>保留这个词；模型重新聆听该段其余部分</translation>
    </message>
</context>
<context>
    <name>AppearanceSettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Match system</source>
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
        <source>Interface language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>The language of menus and messages</source>
        <translation>菜单和消息的语言</translation>
    </message>
    <message>
        <source>Animation speed</source>
        <translation>动画速度</translation>
    </message>
    <message>
        <source>How fast the canvas shows the steps</source>
        <translation>画布显示步骤的快慢</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
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
        <source>Reduced: steps follow each other without movement.</source>
        <translation>减弱：各步直接切换，没有动画。</translation>
    </message>
    <message>
        <source>The transcription itself is never slowed down.</source>
        <translation>转写本身绝不会因此变慢。</translation>
    </message>
</context>
<context>
    <name>AudioTrackMenu</name>
    <message>
        <source>Audio track</source>
        <translation>音轨</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
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
        <source>Listening to the sound…</source>
        <translation>正在聆听…</translation>
    </message>
    <message>
        <source>The model is loading. The file starts automatically afterwards.</source>
        <translation>模型正在加载。之后文件会自动开始。</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Noise turns into text here.</source>
        <translation>噪声将在这里变成文字。</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A recording is running.</source>
        <translation>正在录音。</translation>
    </message>
    <message>
        <source>Anneal is still working.</source>
        <translation>Anneal 仍在工作。</translation>
    </message>
    <message>
        <source>If you close now, the recording so far stays in the recordings folder.</source>
        <translation>现在关闭，已录内容会保留在录音文件夹中。</translation>
    </message>
    <message>
        <source>%n file(s) are unfinished. You can resume them next time.</source>
        <translation>有 %n 个文件未完成。下次可以继续。</translation>
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
    <name>ControlBar</name>
    <message>
        <source>No steps yet</source>
        <translation>尚无步骤</translation>
    </message>
    <message>
        <source>Start: noise</source>
        <translation>起点：噪声</translation>
    </message>
    <message>
        <source>Settled at step {step}, checked until {last}</source>
        <translation>第 {step} 步已稳定，检查到第 {last} 步</translation>
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
        <source>Start: noise and draft</source>
        <translation>起点：噪声与草稿</translation>
    </message>
    <message>
        <source>Start: draft</source>
        <translation>起点：草稿</translation>
    </message>
    <message>
        <source>Draft, as heard</source>
        <translation>草稿（初听结果）</translation>
    </message>
    <message>
        <source>The text did not fit</source>
        <translation>文本放不下</translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s) used</source>
        <translation>
            <numerusform>%n 步全部用完</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settled after %n step(s)</source>
        <translation>
            <numerusform>%n 步后稳定</numerusform>
        </translation>
    </message>
    <message>
        <source>{ms} ms · {share} settled</source>
        <translation>{ms} 毫秒 · {share} 已稳定</translation>
    </message>
    <message>
        <source>Measured: the time of this step, and the share of the text that was settled at it</source>
        <translation>实测：此步所用时间，以及此时已稳定的文本比例</translation>
    </message>
    <message>
        <source>Watch it anneal again</source>
        <translation>再看一次成形过程</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>What the grounds and strokes on the canvas mean</source>
        <translation>画布上底色和线条的含义</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Fold the canvas; the transcript takes its place</source>
        <translation>收起画布，由转写文本占用其空间</translation>
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
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the annealing as a film, or as a page to step through</source>
        <translation>将生成过程保存为影片，或可逐步查看的网页</translation>
    </message>
    <message>
        <source>Animation speed</source>
        <translation>动画速度</translation>
    </message>
    <message>
        <source>How fast the steps are shown. The transcription itself is never slowed down.</source>
        <translation>显示各步的快慢。转写本身绝不会因此变慢。</translation>
    </message>
    <message>
        <source>Text where it has settled, the given noise elsewhere (L changes)</source>
        <translation>已稳定处显示文本，其余显示输入的噪声（L 切换）</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>猜测</translation>
    </message>
    <message>
        <source>The tokens the model was given at this step (L changes)</source>
        <translation>这一步输入模型的词元（按 L 切换）</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>The most probable token everywhere: the text so far (L changes)</source>
        <translation>每个位置最可能的词元：目前的文本（按 L 切换）</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>A small model that comes with Anneal. Treat what it writes as a draft.</source>
        <translation>Anneal 自带的小模型。请将它写出的内容视为草稿。</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>立即使用</translation>
    </message>
    <message>
        <source>Transcribe with this model from now on</source>
        <translation>从现在起用此模型转写</translation>
    </message>
    <message>
        <source>Download again…</source>
        <translation>重新下载…</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>First you see what it takes; nothing is fetched before you agree</source>
        <translation>先查看所需条件；在您同意之前不会下载任何内容</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Compare every file with its checksum</source>
        <translation>将每个文件与其校验和比对</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Show its folder in the file manager</source>
        <translation>在文件管理器中显示其文件夹</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>模型说明</translation>
    </message>
    <message>
        <source>What its makers say and measured</source>
        <translation>作者的说明和实测结果</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Delete what has come of it so far</source>
        <translation>删除目前已下载的部分</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete the model from this computer</source>
        <translation>从这台电脑上删除该模型</translation>
    </message>
    <message>
        <source>It is in use: to delete it, choose another model first.</source>
        <translation>它正在使用：要删除它，请先选择其他模型。</translation>
    </message>
    <message>
        <source>It cannot be used: {reason}.</source>
        <translation>无法使用：{reason}。</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Every value that the model is decoded with, and where it was read</source>
        <translation>模型解码所用的每个值，以及它的出处</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>But the settings say CPU: choose the automatic device there.</source>
        <translation>但设置中选择的是 CPU：请在那里选择自动设备。</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>Resume download</source>
        <translation>继续下载</translation>
    </message>
    <message>
        <source>Here so far</source>
        <translation>目前已有</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>需下载</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Long speech</source>
        <translation>长语音</translation>
    </message>
    <message>
        <source>As its authors published it; not measured here.</source>
        <translation>由作者公布；未在此实测。</translation>
    </message>
    <message>
        <source>Published errors</source>
        <translation>公布的错误率</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>组成</translation>
    </message>
    <message>
        <source>Its authors&apos;, on a card of theirs; other figures of theirs disagree.</source>
        <translation>作者在其自己的显卡上测得；作者给出的其他数字与此不一致。</translation>
    </message>
    <message>
        <source>Published speed</source>
        <translation>公布的速度</translation>
    </message>
    <message>
        <source>For a second opinion: {name}</source>
        <translation>用于第二意见：{name}</translation>
    </message>
    <message>
        <source>There is a much larger model: {name}</source>
        <translation>还有一个大得多的模型：{name}</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>它是什么</translation>
    </message>
    <message>
        <source>How often the small one errs is in its model card.</source>
        <translation>小模型的错误率见其模型说明。</translation>
    </message>
    <message>
        <source>It needs</source>
        <translation>它需要</translation>
    </message>
    <message>
        <source>Would it run here?</source>
        <translation>能在这里运行吗？</translation>
    </message>
    <message>
        <source>See what it is, what it takes, and how it would run on this computer</source>
        <translation>查看它是什么、需要什么，以及在这台电脑上会如何运行</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Checking this computer…</source>
        <translation>正在检查此电脑…</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. They contain no personal data.</source>
        <translation>诊断信息已在剪贴板中，不含个人数据。</translation>
    </message>
</context>
<context>
    <name>DictationController</name>
    <message>
        <source>Start or stop dictation</source>
        <translation>开始或停止听写</translation>
    </message>
    <message>
        <source>Recording. {shortcut} stops it.</source>
        <translation>正在录音。按 {shortcut} 停止。</translation>
    </message>
    <message>
        <source>The recording was discarded.</source>
        <translation>录音已丢弃。</translation>
    </message>
    <message>
        <source>The transcription was cancelled.</source>
        <translation>转写已取消。</translation>
    </message>
    <message>
        <source>Nothing was heard.</source>
        <translation>没有听到任何声音。</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>文本已在剪贴板中。</translation>
    </message>
    <message>
        <source>Typed, and copied to the clipboard.</source>
        <translation>已输入，并已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>没有输入任何内容。</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>听写</translation>
    </message>
</context>
<context>
    <name>DictationSettingsPage</name>
    <message>
        <source>Press the shortcut in any program and speak; press it again, and the text is on the clipboard.</source>
        <translation>在任何程序中按下快捷键并说话；再按一次，文本就在剪贴板中。</translation>
    </message>
    <message>
        <source>Your desktop has set it to {key}.</source>
        <translation>您的桌面已将其设为 {key}。</translation>
    </message>
    <message>
        <source>{key} works in every program now.</source>
        <translation>{key} 现在在所有程序中有效。</translation>
    </message>
    <message>
        <source>Asking your desktop for the shortcut…</source>
        <translation>正在向桌面请求快捷键…</translation>
    </message>
    <message>
        <source>Where the cursor is, once the text is final. It is in the library as well.</source>
        <translation>在文本完成后输入到光标处。文本也保存在资料库中。</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>听写</translation>
    </message>
    <message>
        <source>Dictate anywhere</source>
        <translation>随处听写</translation>
    </message>
    <message>
        <source>Record from any program</source>
        <translation>在任何程序中录音</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Click, then press the keys</source>
        <translation>单击，然后按下按键</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Type the text into the program in front</source>
        <translation>将文本输入到前台程序</translation>
    </message>
    <message>
        <source>A shortcut starts and stops recording</source>
        <translation>用快捷键开始和停止录音</translation>
    </message>
    <message>
        <source>Also type the text</source>
        <translation>同时输入文本</translation>
    </message>
</context>
<context>
    <name>DiffPanel</name>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>准备中…</translation>
    </message>
    <message>
        <source>Listening again…</source>
        <translation>正在重新识别…</translation>
    </message>
    <message>
        <source>The model finishes the current segment first.</source>
        <translation>模型先完成当前片段。</translation>
    </message>
    <message>
        <source>The current file is finished first.</source>
        <translation>先完成当前文件。</translation>
    </message>
    <message>
        <source>The result is the same.</source>
        <translation>结果相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处不同</numerusform>
        </translation>
    </message>
    <message>
        <source>← → to hear them</source>
        <translation>← → 逐个试听</translation>
    </message>
    <message>
        <source>Old and new, word by word</source>
        <translation>新旧逐词对比</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Listen again, starting from other noise</source>
        <translation>从另一份噪声开始重新识别</translation>
    </message>
    <message>
        <source>Use the new words; you can undo this</source>
        <translation>使用新词；可以撤销</translation>
    </message>
    <message>
        <source>Keep original</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
    <name>EditorPage</name>
    <message>
        <source>Checked</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>You corrected “{wrong}” to “{right}” twice.</source>
        <translation>您已两次把“{wrong}”改为“{right}”。</translation>
    </message>
    <message>
        <source>Always write it so</source>
        <translation>总是这样写</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>文字已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>返回资料库</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export this transcript</source>
        <translation>导出此转录</translation>
    </message>
    <message>
        <source>Close the replay</source>
        <translation>关闭回放</translation>
    </message>
    <message>
        <source>Split here</source>
        <translation>在此拆分</translation>
    </message>
    <message>
        <source>Join with the next segment</source>
        <translation>与下一片段合并</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>删除此片段</translation>
    </message>
    <message>
        <source>Watch it anneal again</source>
        <translation>重新观看生成过程</translation>
    </message>
    <message>
        <source>Save the annealing…</source>
        <translation>保存生成过程…</translation>
    </message>
    <message>
        <source>Check the next word</source>
        <translation>核对下一个词</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>换一个词…</translation>
    </message>
    <message>
        <source>Listen again…</source>
        <translation>重新识别…</translation>
    </message>
    <message>
        <source>Wave, spectrogram or both</source>
        <translation>波形、频谱图或两者</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>重复播放此片段</translation>
    </message>
    <message>
        <source>Underline words to check</source>
        <translation>为待核对的词加下划线</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{file} has moved or was deleted. You can correct the text, but not play it.</source>
        <translation>{file} 已移动或删除。可以校正文本，但无法播放。</translation>
    </message>
    <message>
        <source>Locate file…</source>
        <translation>查找文件…</translation>
    </message>
    <message>
        <source>The steps of this segment are no longer stored.</source>
        <translation>此片段的步骤已不再保存。</translation>
    </message>
    <message>
        <source>Use the raw text of the canvas</source>
        <translation>使用画布的原始文本</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy with times</source>
        <translation>连同时间一起复制</translation>
    </message>
</context>
<context>
    <name>EditorWaveform</name>
    <message>
        <source>Computing the spectrogram… {time}</source>
        <translation>正在计算频谱图… {time}</translation>
    </message>
    <message>
        <source>{time}: click to play, wheel to zoom</source>
        <translation>{time}：点击播放，滚轮缩放</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>正在转录</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>转录</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>尚无文字</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
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
        <translation>一次小型矩阵乘法在其上得出了错误结果。</translation>
    </message>
    <message>
        <source>A small matrix product came out wrong.</source>
        <translation>一次小型矩阵乘法得出了错误结果。</translation>
    </message>
    <message>
        <source>A transcript could not be deleted.</source>
        <translation>无法删除一份转写文本。</translation>
    </message>
    <message>
        <source>Allow microphone access in the system&apos;s privacy settings.</source>
        <translation>请在系统的隐私设置中允许使用麦克风。</translation>
    </message>
    <message>
        <source>Anneal may not use the microphone.</source>
        <translation>Anneal 无权使用麦克风。</translation>
    </message>
    <message>
        <source>Another program holds it.</source>
        <translation>另一个程序正在占用它。</translation>
    </message>
    <message>
        <source>Another program keeps it locked</source>
        <translation>另一个程序将其锁定</translation>
    </message>
    <message>
        <source>Ask its owner for read permission, or copy it to a folder of your own.</source>
        <translation>请向其所有者申请读取权限，或将其复制到自己的文件夹。</translation>
    </message>
    <message>
        <source>At step {step} the model computed something that is no number. Its weights are damaged, or too large for this device.</source>
        <translation>在第 {step} 步，模型算出了不是数字的结果。它的权重已损坏，或者对此设备来说过大。</translation>
    </message>
    <message>
        <source>Check its repository and revision.</source>
        <translation>请检查其仓库和修订版本。</translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together, and install them again.</source>
        <translation>请检查适配器与主干模型是否配套，并重新安装。</translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together.</source>
        <translation>请检查适配器与主干模型是否配套。</translation>
    </message>
    <message>
        <source>Check that it is plugged in, or choose another microphone.</source>
        <translation>请检查是否已接好，或选择其他麦克风。</translation>
    </message>
    <message>
        <source>Check that it is plugged in, then play again.</source>
        <translation>请检查是否已接好，然后重新播放。</translation>
    </message>
    <message>
        <source>Check that it is the right repository and revision, or use the adapter&apos;s own code (reference runner).</source>
        <translation>请检查仓库和修订版本是否正确，或使用适配器自带的代码（参考运行器）。</translation>
    </message>
    <message>
        <source>Check that its disk is still connected, or copy the file to another folder.</source>
        <translation>请检查其所在磁盘是否仍然连接，或将文件复制到其他文件夹。</translation>
    </message>
    <message>
        <source>Check that the right microphone or audio track was used and was not muted, then try again.</source>
        <translation>请检查所用麦克风或音轨是否正确且未静音，然后重试。</translation>
    </message>
    <message>
        <source>Check the model&apos;s files, or choose another device.</source>
        <translation>请校验模型的文件，或选择其他设备。</translation>
    </message>
    <message>
        <source>Check the name and the folder, or choose the file again.</source>
        <translation>请检查名称和文件夹，或重新选择文件。</translation>
    </message>
    <message>
        <source>Check the network and go on: what was downloaded is kept.</source>
        <translation>请检查网络后继续：已下载的部分会保留。</translation>
    </message>
    <message>
        <source>Check the variables HTTPS_PROXY and NO_PROXY.</source>
        <translation>请检查变量 HTTPS_PROXY 和 NO_PROXY。</translation>
    </message>
    <message>
        <source>Check which encoder and backbone the adapter names.</source>
        <translation>请检查适配器指定了哪个编码器和主干模型。</translation>
    </message>
    <message>
        <source>Choose a model that denoises.</source>
        <translation>请选择一个去噪的模型。</translation>
    </message>
    <message>
        <source>Choose a model&apos;s own folder.</source>
        <translation>请选择某个模型自己的文件夹。</translation>
    </message>
    <message>
        <source>Choose a video with sound.</source>
        <translation>请选择有声音的视频。</translation>
    </message>
    <message>
        <source>Choose an audio or video file, such as wav, mp3, m4a, flac, ogg, mp4 or mkv.</source>
        <translation>请选择音频或视频文件，例如 wav、mp3、m4a、flac、ogg、mp4 或 mkv。</translation>
    </message>
    <message>
        <source>Choose another folder, or make room. Your library is not touched.</source>
        <translation>请选择其他文件夹或腾出空间。您的资料库不受影响。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another language, or a model that knows this one.</source>
        <translation>请选择其他语言，或支持此语言的模型。</translation>
    </message>
    <message>
        <source>Choose another microphone when it has ended.</source>
        <translation>请在录音结束后再选择其他麦克风。</translation>
    </message>
    <message>
        <source>Choose another model in the settings.</source>
        <translation>请在设置中选择其他模型。</translation>
    </message>
    <message>
        <source>Choose another place, or make room. What is kept of it in your library is not touched.</source>
        <translation>请选择其他位置或腾出空间。资料库中保留的内容不受影响。</translation>
    </message>
    <message>
        <source>Choose auto, cpu or cuda.</source>
        <translation>请选择 auto、cpu 或 cuda。</translation>
    </message>
    <message>
        <source>Choose one of the tracks it has.</source>
        <translation>请选择其中已有的音轨。</translation>
    </message>
    <message>
        <source>Choose that model again, or transcribe it from the start.</source>
        <translation>请重新选择该模型，或从头开始转写。</translation>
    </message>
    <message>
        <source>Choose the device cpu, or auto.</source>
        <translation>请将设备选为 cpu 或 auto。</translation>
    </message>
    <message>
        <source>Choose the files inside it.</source>
        <translation>请选择其中的文件。</translation>
    </message>
    <message>
        <source>Choose the folder of the revision you agreed to.</source>
        <translation>请选择您已同意的修订版本的文件夹。</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Close other programs next time.</source>
        <translation>下次请先关闭其他程序。</translation>
    </message>
    <message>
        <source>Close other programs, transcribe fewer segments at a time, or choose another device.</source>
        <translation>请关闭其他程序，减少同时转写的片段数，或选择其他设备。</translation>
    </message>
    <message>
        <source>Close that program, or choose another microphone.</source>
        <translation>请关闭该程序，或选择其他麦克风。</translation>
    </message>
    <message>
        <source>Convert it to wav, flac, mp3 or m4a with the program that made it.</source>
        <translation>请用生成它的程序将其转换为 wav、flac、mp3 或 m4a。</translation>
    </message>
    <message>
        <source>Copy or download it again, or convert it with the program that made it.</source>
        <translation>请重新复制或下载，或用生成它的程序进行转换。</translation>
    </message>
    <message>
        <source>Copy or download it again; if this is the original, a repair tool for MP4 files may help.</source>
        <translation>请重新复制或下载；如果这就是原文件，可尝试使用 MP4 修复工具。</translation>
    </message>
    <message>
        <source>Copy the folder again from where it came, or download the model.</source>
        <translation>请从来源重新复制该文件夹，或下载该模型。</translation>
    </message>
    <message>
        <source>Damaged sound was left out at {time}.</source>
        <translation>{time} 处的声音已损坏，被略去。</translation>
    </message>
    <message>
        <source>Damaged sound was left out in {count} places, the first at {time}.</source>
        <translation>有 {count} 处声音已损坏，被略去，第一处在 {time}。</translation>
    </message>
    <message>
        <source>Delete the model and import it again.</source>
        <translation>请删除该模型并重新导入。</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>天城文</translation>
    </message>
    <message>
        <source>Download it again, or trust whoever gave it to you.</source>
        <translation>请重新下载，或信任提供它的人。</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>请重新下载。</translation>
    </message>
    <message>
        <source>Download it with `hf download {download}`, or put its folder beside the model.</source>
        <translation>请用 `hf download {download}` 下载，或将其文件夹放在模型旁边。</translation>
    </message>
    <message>
        <source>Download the adapter again at an exact revision.</source>
        <translation>请按确切的修订版本重新下载适配器。</translation>
    </message>
    <message>
        <source>Download the model again: only what is wrong is fetched.</source>
        <translation>请重新下载该模型：只会获取有误的部分。</translation>
    </message>
    <message>
        <source>Downloads are switched off.</source>
        <translation>下载已被关闭。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Free some space and go on: what was downloaded is kept.</source>
        <translation>请释放一些空间后继续：已下载的部分会保留。</translation>
    </message>
    <message>
        <source>Free some space or check the folder. What was written until then is kept.</source>
        <translation>请腾出空间或检查文件夹。此前已写入的内容会保留。</translation>
    </message>
    <message>
        <source>Free some space, or set HF_HOME to a folder on a larger disk.</source>
        <translation>请释放一些空间，或将 HF_HOME 设为更大磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>请释放一些空间。</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Go on in some minutes; with an access token the limit is higher. What was downloaded is kept.</source>
        <translation>请几分钟后继续；使用访问令牌时限额更高。已下载的部分会保留。</translation>
    </message>
    <message>
        <source>Go on later: what was downloaded is kept.</source>
        <translation>请稍后继续：已下载的部分会保留。</translation>
    </message>
    <message>
        <source>Han</source>
        <translation>汉字</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>印地语</translation>
    </message>
    <message>
        <source>Hold on a little longer next time.</source>
        <translation>下次请稍等片刻再停止。</translation>
    </message>
    <message>
        <source>Install Anneal again, or choose a model&apos;s own folder.</source>
        <translation>请重新安装 Anneal，或选择某个模型自己的文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder that holds the adapter, DiffusionGemma and Whisper, each in a folder of its own; or that of a whole Whisper.</source>
        <translation>请选择包含适配器、DiffusionGemma 和 Whisper（各在自己的文件夹中）的文件夹，或一个完整 Whisper 的文件夹。</translation>
    </message>
    <message>
        <source>A key such as Ctrl or Alt was held down.</source>
        <translation>Ctrl 或 Alt 之类的键一直被按住。</translation>
    </message>
    <message>
        <source>Anneal does not know this key.</source>
        <translation>Anneal 不认识这个键。</translation>
    </message>
    <message>
        <source>Another program uses it.</source>
        <translation>另一个程序正在使用它。</translation>
    </message>
    <message>
        <source>Another window came to the front.</source>
        <translation>另一个窗口到了前台。</translation>
    </message>
    <message>
        <source>Audio track {track} of {count} contains only silence, noise or music.</source>
        <translation>第 {track} 条音轨（共 {count} 条）只有静音、噪声或音乐。</translation>
    </message>
    <message>
        <source>Change fewer words at a time, or choose words with more sound.</source>
        <translation>每次少改几个词，或选择声音更长的词。</translation>
    </message>
    <message>
        <source>Choose a text file.</source>
        <translation>请选择文本文件。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请另选一个。</translation>
    </message>
    <message>
        <source>Delete {file} if it stays so; only the voices are lost.</source>
        <translation>如果一直如此，请删除 {file}；只会失去记住的声音。</translation>
    </message>
    <message>
        <source>Dictation by a shortcut is offered on Linux only.</source>
        <translation>快捷键听写仅在 Linux 上提供。</translation>
    </message>
    <message>
        <source>In {folder} there is no whole Whisper, with config.json, tokenizer.json and the weights of its decoder.</source>
        <translation>{folder} 中没有完整的 Whisper：config.json、tokenizer.json 及其解码器的权重。</translation>
    </message>
    <message>
        <source>Install Anneal again.</source>
        <translation>请重新安装 Anneal。</translation>
    </message>
    <message>
        <source>Install a newer driver and restart: `{command}`.</source>
        <translation>请安装较新的驱动程序并重启：`{command}`。</translation>
    </message>
    <message>
        <source>Install it (on Debian and Ubuntu: libportaudio2) and start Anneal again.</source>
        <translation>请安装它（Debian 和 Ubuntu：libportaudio2），然后重新启动 Anneal。</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>请重新安装。</translation>
    </message>
    <message>
        <source>Install one in the models window, or with `anneal models install {name}`.</source>
        <translation>请在模型窗口中安装一个，或运行 `anneal models install {name}`。</translation>
    </message>
    <message>
        <source>Install the build for CUDA: `{command}`.</source>
        <translation>请安装 CUDA 版本：`{command}`。</translation>
    </message>
    <message>
        <source>Install the model again.</source>
        <translation>请重新安装模型。</translation>
    </message>
    <message>
        <source>It answered 401.</source>
        <translation>其应答为 401。</translation>
    </message>
    <message>
        <source>It answered 429: too many requests from this network.</source>
        <translation>其应答为 429：来自此网络的请求过多。</translation>
    </message>
    <message>
        <source>It answered {status} for {repository}.</source>
        <translation>对 {repository} 的应答为 {status}。</translation>
    </message>
    <message>
        <source>It answered {status} several times.</source>
        <translation>多次应答 {status}。</translation>
    </message>
    <message>
        <source>It cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>It contains only silence, noise or music.</source>
        <translation>其中只有静音、噪声或音乐。</translation>
    </message>
    <message>
        <source>It gave {kind}.</source>
        <translation>它返回了 {kind}。</translation>
    </message>
    <message>
        <source>It has compute capability {has}, and torch {torch} was built for {least} to {most}.</source>
        <translation>其计算能力为 {has}，而 torch {torch} 面向 {least} 至 {most} 构建。</translation>
    </message>
    <message>
        <source>It has one audio track.</source>
        <translation>它只有一条音轨。</translation>
    </message>
    <message>
        <source>It has version {version}, this Anneal knows {newest}.</source>
        <translation>其版本为 {version}，而此 Anneal 最高支持 {newest}。</translation>
    </message>
    <message>
        <source>It has {count} audio tracks.</source>
        <translation>它有 {count} 条音轨。</translation>
    </message>
    <message>
        <source>It holds Python objects besides weights, which could run code: {reason}</source>
        <translation>除权重外，它还含有可能执行代码的 Python 对象：{reason}</translation>
    </message>
    <message>
        <source>It is a recording of zero length.</source>
        <translation>这是一段长度为零的录音。</translation>
    </message>
    <message>
        <source>It is a video without an audio track.</source>
        <translation>这是没有音轨的视频。</translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation>它已损坏</translation>
    </message>
    <message>
        <source>It is in your library, and can be exported from there.</source>
        <translation>它在您的资料库中，可以从那里导出。</translation>
    </message>
    <message>
        <source>It is not what was imported.</source>
        <translation>与导入时的内容不一致。</translation>
    </message>
    <message>
        <source>It is not what {repository} holds.</source>
        <translation>与 {repository} 中的内容不一致。</translation>
    </message>
    <message>
        <source>It is on the clipboard: paste it.</source>
        <translation>它在剪贴板中：请粘贴。</translation>
    </message>
    <message>
        <source>It is read-only</source>
        <translation>它是只读的</translation>
    </message>
    <message>
        <source>It is revision {revision}, and you agreed to {agreed}.</source>
        <translation>这是修订版本 {revision}，而您同意的是 {agreed}。</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>正在重试。</translation>
    </message>
    <message>
        <source>It lacks {tokens}.</source>
        <translation>其中缺少：{tokens}。</translation>
    </message>
    <message>
        <source>It needs {needed} GB there, with some margin and room to keep packed weights; {free} GB are free.</source>
        <translation>那里需要 {needed} GB，包括余量和存放压缩权重的空间；可用 {free} GB。</translation>
    </message>
    <message>
        <source>It takes {needed} tokens; the model&apos;s canvas has {longest}.</source>
        <translation>它需要 {needed} 个词元；模型的画布只有 {longest} 个。</translation>
    </message>
    <message>
        <source>It takes {needed} tokens; the sound has room for {longest}.</source>
        <translation>需要 {needed} 个词元，这段声音只容得下 {longest} 个。</translation>
    </message>
    <message>
        <source>It was begun with {before}.</source>
        <translation>它是用 {before} 开始的。</translation>
    </message>
    <message>
        <source>It was deleted meanwhile.</source>
        <translation>它已在此期间被删除。</translation>
    </message>
    <message>
        <source>It was made again from the journals, nothing is missing. The old one was kept as {file}.</source>
        <translation>已根据日志重建，没有任何缺失。旧数据库保留为 {file}。</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its name is misspelt.</source>
        <translation>它已被移动、重命名或删除，或者名称有误。</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted.</source>
        <translation>它被移动、重命名或删除了。</translation>
    </message>
    <message>
        <source>It writes from left to right.</source>
        <translation>它从左到右书写。</translation>
    </message>
    <message>
        <source>Its authors ask everybody to agree to their terms first.</source>
        <translation>其作者要求所有人先同意其条款。</translation>
    </message>
    <message>
        <source>Its authors want to know who downloads it, and no access token was given.</source>
        <translation>其作者希望知道由谁下载，而您没有提供访问令牌。</translation>
    </message>
    <message>
        <source>Its checksum is compared.</source>
        <translation>正在比对其校验和。</translation>
    </message>
    <message>
        <source>Its checksum is not the one that the hub&apos;s cache promises.</source>
        <translation>其校验和与模型站缓存所示不符。</translation>
    </message>
    <message>
        <source>Its checksum is not the one that {repository} promises, twice in a row.</source>
        <translation>其校验和连续两次与 {repository} 所示不符。</translation>
    </message>
    <message>
        <source>Its driver does not answer: it is not loaded, or it was updated and the machine was not restarted since.</source>
        <translation>其驱动程序没有响应：可能未加载，或更新后尚未重启。</translation>
    </message>
    <message>
        <source>Its driver {driver} answers, but torch {torch} for CUDA {needs} finds no card.</source>
        <translation>其驱动程序 {driver} 有响应，但面向 CUDA {needs} 的 torch {torch} 找不到显卡。</translation>
    </message>
    <message>
        <source>Its driver {driver} supports CUDA up to {has}, and the installed torch needs {needs}.</source>
        <translation>其驱动程序 {driver} 最高支持 CUDA {has}，而已安装的 torch 需要 {needs}。</translation>
    </message>
    <message>
        <source>Its encoder and projector turn silence into values that are no numbers. Weights that are none: {weights}.</source>
        <translation>它的编码器和投影器把静音变成了不是数字的值。不是数字的权重：{weights}。</translation>
    </message>
    <message>
        <source>Its format is unknown here, or the file is damaged at its very start.</source>
        <translation>无法识别其格式，或文件开头已损坏。</translation>
    </message>
    <message>
        <source>Its index is missing, which recorders and cameras write last, so nothing in it can be found.</source>
        <translation>缺少录音机和相机最后才写入的索引，因此无法定位其中的内容。</translation>
    </message>
    <message>
        <source>Its parts are not all here.</source>
        <translation>它的各部分不齐全。</translation>
    </message>
    <message>
        <source>Its portal has no remote keyboard.</source>
        <translation>它的门户没有远程键盘。</translation>
    </message>
    <message>
        <source>Its projector leads from {width_in} to {width_out}, but the encoder&apos;s frames are {frame_width} wide and the backbone&apos;s tokens {token_width}.</source>
        <translation>其投影器由 {width_in} 映射到 {width_out}，但编码器的帧宽为 {frame_width}，主干模型的词元宽为 {token_width}。</translation>
    </message>
    <message>
        <source>Its revision is not exact: {revision} is no full commit hash.</source>
        <translation>其修订版本不确切：{revision} 不是完整的提交哈希。</translation>
    </message>
    <message>
        <source>Its shape is {shape}; one channel at 16 kHz, of one sample or more, is needed.</source>
        <translation>其形状为 {shape}；需要 16 kHz 单声道，且至少一个采样点。</translation>
    </message>
    <message>
        <source>Its sound could not be decoded, or memory ran out.</source>
        <translation>其声音无法解码，或内存不足。</translation>
    </message>
    <message>
        <source>Its sound could not be decoded.</source>
        <translation>无法解码其中的声音。</translation>
    </message>
    <message>
        <source>Its sound is encrypted (DRM) and can be decoded only by the player it was bought for.</source>
        <translation>其声音已加密 (DRM)，只能由购买时对应的播放器解码。</translation>
    </message>
    <message>
        <source>Its text is kept. Make room on the disk, or keep fewer replays.</source>
        <translation>其文本已保留。请腾出磁盘空间，或减少保留的重播。</translation>
    </message>
    <message>
        <source>Its vocabulary has no {script} letters.</source>
        <translation>其词表中没有{script}字符。</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁</translation>
    </message>
    <message>
        <source>Loading it needs {needs} GB of main memory, and {free} GB are free.</source>
        <translation>加载它需要 {needs} GB 内存，目前可用 {free} GB。</translation>
    </message>
    <message>
        <source>Look at {link}, or update Anneal.</source>
        <translation>请查看 {link}，或更新 Anneal。</translation>
    </message>
    <message>
        <source>Make a new token at huggingface.co, under Settings, Access Tokens, and enter it here.</source>
        <translation>请在 huggingface.co 的 Settings、Access Tokens 中创建新令牌，并在此输入。</translation>
    </message>
    <message>
        <source>Make it readable or choose another one in the settings; Anneal goes on trying.</source>
        <translation>请使其可读，或在设置中另选一个；Anneal 会继续尝试。</translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation>请腾出磁盘空间后重试。</translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable, then start Anneal again.</source>
        <translation>请腾出磁盘空间或使该文件夹可写，然后重新启动 Anneal。</translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable; what is on screen can be exported or copied.</source>
        <translation>请腾出磁盘空间或使该文件夹可写；屏幕上的内容可以导出或复制。</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>请腾出磁盘空间，然后重试。</translation>
    </message>
    <message>
        <source>Make the folder {folder} readable.</source>
        <translation>请使文件夹 {folder} 可读。</translation>
    </message>
    <message>
        <source>Make the library&apos;s folder writable.</source>
        <translation>请使资料库文件夹可写。</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>普通话</translation>
    </message>
    <message>
        <source>Missing: {missing}. Unknown: {unknown}.</source>
        <translation>缺少：{missing}。未知：{unknown}。</translation>
    </message>
    <message>
        <source>Mix the channels down and resample first, or pass a file.</source>
        <translation>请先混合声道并重采样，或传入文件。</translation>
    </message>
    <message>
        <source>Neither checkpoint nor sources tell it, and the backbone&apos;s vocabulary has none of {texts}.</source>
        <translation>检查点和源码中都没有说明，主干模型的词表中也没有 {texts} 中的任何一个。</translation>
    </message>
    <message>
        <source>No CUDA card can be used.</source>
        <translation>没有可用的 CUDA 显卡。</translation>
    </message>
    <message>
        <source>No adapter in {folder}.</source>
        <translation>{folder} 中没有适配器。</translation>
    </message>
    <message>
        <source>No key of this keyboard layout gives it.</source>
        <translation>当前键盘布局中没有对应的键。</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>未找到麦克风。</translation>
    </message>
    <message>
        <source>No model in {folder}.</source>
        <translation>{folder} 中没有模型。</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>未安装模型。</translation>
    </message>
    <message>
        <source>No session bus answers.</source>
        <translation>没有会话总线响应。</translation>
    </message>
    <message>
        <source>None of its sizes is installed.</source>
        <translation>没有安装任何规格。</translation>
    </message>
    <message>
        <source>Not found: {missing}.</source>
        <translation>未找到：{missing}。</translation>
    </message>
    <message>
        <source>Not understood: {names}.</source>
        <translation>无法理解：{names}。</translation>
    </message>
    <message>
        <source>Nothing can be played yet.</source>
        <translation>目前还无法播放。</translation>
    </message>
    <message>
        <source>Nothing can be played.</source>
        <translation>无法播放。</translation>
    </message>
    <message>
        <source>Nothing in it could be recognised as sound, or it is damaged from its start.</source>
        <translation>其中没有可识别的声音，或从开头就已损坏。</translation>
    </message>
    <message>
        <source>Nothing is known about where its files came from.</source>
        <translation>不清楚其文件的来源。</translation>
    </message>
    <message>
        <source>Nothing of {repository} came for a while, in several tries.</source>
        <translation>多次尝试，{repository} 都有一段时间没有任何数据。</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>没有录到任何内容。</translation>
    </message>
    <message>
        <source>On the processor alone, which takes minutes for seconds of sound, it needs {needs} GB of main memory, of which {free} GB are free.</source>
        <translation>仅用处理器（几秒声音需要数分钟）时，它需要 {needs} GB 内存，目前可用 {free} GB。</translation>
    </message>
    <message>
        <source>Only files can be transcribed.</source>
        <translation>只能转写文件。</translation>
    </message>
    <message>
        <source>Open {link}, agree, and try again. Some authors answer only after a while.</source>
        <translation>请打开 {link}，同意后重试。有些作者要过一段时间才会答复。</translation>
    </message>
    <message>
        <source>Perhaps it was stopped as soon as it was started; record it again or choose another file.</source>
        <translation>可能刚开始就被停止；请重新录音或选择其他文件。</translation>
    </message>
    <message>
        <source>Play it when the recording has ended.</source>
        <translation>请在录音结束后再播放。</translation>
    </message>
    <message>
        <source>Please look for the speakers again.</source>
        <translation>请重新查找说话人。</translation>
    </message>
    <message>
        <source>Please open the transcript again and repeat it.</source>
        <translation>请重新打开转写文本，再修改一次。</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>请报告此问题。</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>Please update Anneal. Nothing was changed.</source>
        <translation>请更新 Anneal。未作任何更改。</translation>
    </message>
    <message>
        <source>Plug in headphones or loudspeakers, or choose an output in the system&apos;s sound settings.</source>
        <translation>请接上耳机或扬声器，或在系统声音设置中选择输出设备。</translation>
    </message>
    <message>
        <source>Plug one in and press Record again, or open a file instead.</source>
        <translation>请接入麦克风后再按“录音”，或改为打开文件。</translation>
    </message>
    <message>
        <source>Read the code of this revision and agree to it, or leave the reference runner off.</source>
        <translation>请阅读此修订版本的代码并表示同意，或保持参考运行器关闭。</translation>
    </message>
    <message>
        <source>Record in the window instead.</source>
        <translation>请改为在窗口中录音。</translation>
    </message>
    <message>
        <source>Record the microphone, or install them (on Debian and Ubuntu: pulseaudio-utils).</source>
        <translation>请改录麦克风，或安装它们（Debian 和 Ubuntu：pulseaudio-utils）。</translation>
    </message>
    <message>
        <source>Record, copy or download it again.</source>
        <translation>请重新录制、复制或下载。</translation>
    </message>
    <message>
        <source>Recording is not possible yet.</source>
        <translation>目前还无法录音。</translation>
    </message>
    <message>
        <source>Recording stopped before any sound arrived.</source>
        <translation>在收到声音之前录音就停止了。</translation>
    </message>
    <message>
        <source>Reinstall torch, and test the machine&apos;s memory.</source>
        <translation>请重新安装 torch，并检测本机内存。</translation>
    </message>
    <message>
        <source>Remove it first.</source>
        <translation>请先将其移除。</translation>
    </message>
    <message>
        <source>Report this to its authors.</source>
        <translation>请向其作者报告。</translation>
    </message>
    <message>
        <source>Restart the machine. If that does not help, install the driver again: `{command}`.</source>
        <translation>请重启电脑。如果无效，请重新安装驱动程序：`{command}`。</translation>
    </message>
    <message>
        <source>See at {link} whether you must agree to something, and whether your token may read gated repositories.</source>
        <translation>请在 {link} 查看是否需要同意某些条款，以及您的令牌能否读取受限仓库。</translation>
    </message>
    <message>
        <source>See that CUDA_VISIBLE_DEVICES is not empty and that you may open /dev/nvidia0, then ask `nvidia-smi`.</source>
        <translation>请确认 CUDA_VISIBLE_DEVICES 不为空且您有权打开 /dev/nvidia0，然后运行 `nvidia-smi`。</translation>
    </message>
    <message>
        <source>See that the clock is right. Where a company inspects its traffic, set SSL_CERT_FILE to its certificate.</source>
        <translation>请确认时钟正确。如果公司会检查网络流量，请将 SSL_CERT_FILE 设为其证书。</translation>
    </message>
    <message>
        <source>See that the folder can be written to.</source>
        <translation>请确认该文件夹可以写入。</translation>
    </message>
    <message>
        <source>Show where it is now; the text is kept in any case.</source>
        <translation>请指出它现在的位置；文字无论如何都会保留。</translation>
    </message>
    <message>
        <source>Show where the recording is now; the text is kept in any case.</source>
        <translation>请指出录音现在的位置；文字无论如何都会保留。</translation>
    </message>
    <message>
        <source>Sign in at {link}, agree there, make a token under Settings, Access Tokens, and enter it here.</source>
        <translation>请在 {link} 登录并同意，在 Settings、Access Tokens 中创建令牌，然后在此输入。</translation>
    </message>
    <message>
        <source>Some settings made no sense.</source>
        <translation>有些设置无效。</translation>
    </message>
    <message>
        <source>Something could not be read or written.</source>
        <translation>有内容无法读取或写入。</translation>
    </message>
    <message>
        <source>Something went wrong that Anneal did not expect.</source>
        <translation>发生了 Anneal 未预料到的错误。</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>Split the segment first, or change fewer words at a time.</source>
        <translation>请先拆分片段，或一次少改几个词。</translation>
    </message>
    <message>
        <source>Switch dictation off and on again.</source>
        <translation>请关闭听写后再打开。</translation>
    </message>
    <message>
        <source>Switch it off and on to be asked again.</source>
        <translation>关闭后再打开，即可重新询问。</translation>
    </message>
    <message>
        <source>That needs PulseAudio or PipeWire, and their programs pactl and parec.</source>
        <translation>这需要 PulseAudio 或 PipeWire，以及它们的程序 pactl 和 parec。</translation>
    </message>
    <message>
        <source>The CPU computes wrong results.</source>
        <translation>CPU 计算结果错误。</translation>
    </message>
    <message>
        <source>The X server cannot be used for dictation.</source>
        <translation>无法使用 X 服务器进行听写。</translation>
    </message>
    <message>
        <source>The access token could not be kept.</source>
        <translation>无法保存访问令牌。</translation>
    </message>
    <message>
        <source>The adapter cannot be loaded by its own code.</source>
        <translation>适配器无法用其自带代码加载。</translation>
    </message>
    <message>
        <source>The adapter failed in its own code.</source>
        <translation>适配器在其自带代码中出错。</translation>
    </message>
    <message>
        <source>The adapter in {folder} contradicts itself.</source>
        <translation>{folder} 中的适配器自相矛盾。</translation>
    </message>
    <message>
        <source>The adapter in {folder} is incomplete.</source>
        <translation>{folder} 中的适配器不完整。</translation>
    </message>
    <message>
        <source>The adapter in {folder} is not laid out in a way Anneal knows.</source>
        <translation>Anneal 不认识 {folder} 中适配器的结构。</translation>
    </message>
    <message>
        <source>The adapter&apos;s LoRA does not fit the backbone.</source>
        <translation>适配器的 LoRA 与主干模型不匹配。</translation>
    </message>
    <message>
        <source>The adapter&apos;s own code gave no text.</source>
        <translation>适配器自带代码没有返回文本。</translation>
    </message>
    <message>
        <source>The adapter&apos;s own code is not run.</source>
        <translation>未运行适配器自带代码。</translation>
    </message>
    <message>
        <source>The adapter&apos;s {part} is unknown.</source>
        <translation>适配器中此项未知：{part}。</translation>
    </message>
    <message>
        <source>The annealing could not be written to {file}.</source>
        <translation>无法将生成过程写入 {file}。</translation>
    </message>
    <message>
        <source>The backbone in {folder} cannot be read.</source>
        <translation>无法读取 {folder} 中的主干模型。</translation>
    </message>
    <message>
        <source>The backbone in {folder} does not fit its configuration.</source>
        <translation>{folder} 中的主干模型与其配置不符。</translation>
    </message>
    <message>
        <source>The card {card} cannot compute in bf16, which begins with compute capability 8.0.</source>
        <translation>显卡 {card} 无法以 bf16 计算，bf16 需要计算能力 8.0 以上。</translation>
    </message>
    <message>
        <source>The card {card} does not work.</source>
        <translation>显卡 {card} 无法工作。</translation>
    </message>
    <message>
        <source>The card {card} is not used.</source>
        <translation>未使用显卡 {card}。</translation>
    </message>
    <message>
        <source>The computer was too busy to keep up.</source>
        <translation>电脑过于繁忙，未能跟上。</translation>
    </message>
    <message>
        <source>The copy needs {needed} GB with some margin, and {free} GB are free.</source>
        <translation>复制需要 {needed} GB（含余量），可用 {free} GB。</translation>
    </message>
    <message>
        <source>The decoded sound could not be kept in a temporary file.</source>
        <translation>解码后的声音无法存入临时文件。</translation>
    </message>
    <message>
        <source>The desktop cannot be asked.</source>
        <translation>无法询问桌面。</translation>
    </message>
    <message>
        <source>The desktop did not allow it.</source>
        <translation>桌面不允许这样做。</translation>
    </message>
    <message>
        <source>The desktop has taken the shortcut for dictation back.</source>
        <translation>桌面已收回听写快捷键。</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal does not answer</source>
        <translation>桌面门户没有响应</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The download could not be written.</source>
        <translation>无法写入下载内容。</translation>
    </message>
    <message>
        <source>The download stands still.</source>
        <translation>下载停滞不前。</translation>
    </message>
    <message>
        <source>The export could not be written.</source>
        <translation>无法写入导出文件。</translation>
    </message>
    <message>
        <source>The file has a size of zero bytes: a recording, copy or download was interrupted.</source>
        <translation>文件大小为零字节：录音、复制或下载曾被中断。</translation>
    </message>
    <message>
        <source>The file has no sound for {length} from {time} on; silence stands there.</source>
        <translation>文件从 {time} 起有 {length} 没有声音，以静音代替。</translation>
    </message>
    <message>
        <source>The file has no sound in {count} places, for {length} in all, the first at {time}.</source>
        <translation>文件有 {count} 处没有声音，共 {length}，第一处在 {time}。</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>The file is damaged, or is something else under the name of an audio file.</source>
        <translation>文件已损坏，或只是以音频文件命名的其他内容。</translation>
    </message>
    <message>
        <source>The file seems to end early, after {heard}.</source>
        <translation>文件似乎在 {heard} 后提前结束。</translation>
    </message>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation>无法读取文件 {file}。</translation>
    </message>
    <message>
        <source>The folder holds revision {held}, not {revision}.</source>
        <translation>文件夹中是修订版本 {held}，而不是 {revision}。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used.</source>
        <translation>无法使用文件夹 {folder}。</translation>
    </message>
    <message>
        <source>The hub answered 403.</source>
        <translation>模型站应答 403。</translation>
    </message>
    <message>
        <source>The hub answered 404.</source>
        <translation>模型站应答 404。</translation>
    </message>
    <message>
        <source>The hub answered {status}: it was moved, renamed or taken down.</source>
        <translation>模型站应答 {status}：它已被移动、改名或撤下。</translation>
    </message>
    <message>
        <source>The hub asks to slow down.</source>
        <translation>模型站要求放慢速度。</translation>
    </message>
    <message>
        <source>The hub cannot be reached.</source>
        <translation>无法连接模型站。</translation>
    </message>
    <message>
        <source>The hub does not know this access token.</source>
        <translation>模型站不认识此访问令牌。</translation>
    </message>
    <message>
        <source>The hub has a problem of its own.</source>
        <translation>模型站自身出现了问题。</translation>
    </message>
    <message>
        <source>The hub refused.</source>
        <translation>模型站拒绝了请求。</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate was not accepted.</source>
        <translation>模型站的证书未被接受。</translation>
    </message>
    <message>
        <source>The installed torch has no code for the card {card}.</source>
        <translation>已安装的 torch 没有面向显卡 {card} 的代码。</translation>
    </message>
    <message>
        <source>The installed torch was built for the CPU only.</source>
        <translation>已安装的 torch 仅支持 CPU。</translation>
    </message>
    <message>
        <source>The keyboard layout lacks letters of it, and has no free key to put them on.</source>
        <translation>键盘布局缺少其中的一些字符，也没有空闲的键可用。</translation>
    </message>
    <message>
        <source>The language models {file} cannot be read.</source>
        <translation>无法读取语言模型 {file}。</translation>
    </message>
    <message>
        <source>The microphone could not be opened.</source>
        <translation>无法打开麦克风。</translation>
    </message>
    <message>
        <source>The microphone is in use.</source>
        <translation>麦克风正被占用。</translation>
    </message>
    <message>
        <source>The microphone stopped sending sound.</source>
        <translation>麦克风停止了传送声音。</translation>
    </message>
    <message>
        <source>The microphone was recorded to the end.</source>
        <translation>麦克风的声音已完整录下。</translation>
    </message>
    <message>
        <source>The model and this recording do not fit beside what else is in use.</source>
        <translation>在其他占用之外，容不下模型和这段录音。</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be read.</source>
        <translation>无法读取 {folder} 中的模型。</translation>
    </message>
    <message>
        <source>The model in {folder} has layout version {version}.</source>
        <translation>{folder} 中模型的格式版本为 {version}。</translation>
    </message>
    <message>
        <source>The model in {folder} is incomplete.</source>
        <translation>{folder} 中的模型不完整。</translation>
    </message>
    <message>
        <source>The model sent no result.</source>
        <translation>模型没有返回结果。</translation>
    </message>
    <message>
        <source>The model {name} is no longer there.</source>
        <translation>模型 {name} 已不存在。</translation>
    </message>
    <message>
        <source>The new words were not put in.</source>
        <translation>未放入新词。</translation>
    </message>
    <message>
        <source>The old file could not be set aside. Anneal uses its defaults.</source>
        <translation>无法移开旧文件。Anneal 使用默认设置。</translation>
    </message>
    <message>
        <source>The old file was kept as {file}. Anneal uses its defaults.</source>
        <translation>旧文件保留为 {file}。Anneal 使用默认设置。</translation>
    </message>
    <message>
        <source>The parts of {model} do not belong together.</source>
        <translation>{model} 的各部分不配套。</translation>
    </message>
    <message>
        <source>The playback stopped.</source>
        <translation>播放已停止。</translation>
    </message>
    <message>
        <source>The projector of {model} does not fit its description.</source>
        <translation>{model} 的投影器与其描述不符。</translation>
    </message>
    <message>
        <source>The proxy did not let the download through.</source>
        <translation>代理服务器未放行下载。</translation>
    </message>
    <message>
        <source>The recording could not be read while it was made.</source>
        <translation>录音过程中无法读取录音文件。</translation>
    </message>
    <message>
        <source>The recording could not be written.</source>
        <translation>无法写入录音。</translation>
    </message>
    <message>
        <source>The recording ended early.</source>
        <translation>录音提前结束。</translation>
    </message>
    <message>
        <source>The recording has gaps.</source>
        <translation>录音中有缺失。</translation>
    </message>
    <message>
        <source>The remembered voices cannot be read.</source>
        <translation>无法读取记住的声音。</translation>
    </message>
    <message>
        <source>The request was declined.</source>
        <translation>请求被拒绝。</translation>
    </message>
    <message>
        <source>The segment was changed meanwhile.</source>
        <translation>该片段在此期间被更改了。</translation>
    </message>
    <message>
        <source>The shortcut {shortcut} cannot be used.</source>
        <translation>快捷键 {shortcut} 无法使用。</translation>
    </message>
    <message>
        <source>The shortcut {shortcut} is taken.</source>
        <translation>快捷键 {shortcut} 已被占用。</translation>
    </message>
    <message>
        <source>The sound ends early: there are {heard} of {promised}.</source>
        <translation>声音提前结束：共 {promised}，仅有 {heard}。</translation>
    </message>
    <message>
        <source>The sound from {start} s to {end} s could not be read.</source>
        <translation>无法识别 {start} 秒到 {end} 秒的声音。</translation>
    </message>
    <message>
        <source>The sound in {file} cannot be decoded.</source>
        <translation>无法解码 {file} 中的声音。</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing.</source>
        <translation>缺少声音库 PortAudio。</translation>
    </message>
    <message>
        <source>The sound of the computer is missing from some moment on.</source>
        <translation>从某一刻起缺少电脑的声音。</translation>
    </message>
    <message>
        <source>The sound of this computer cannot be recorded.</source>
        <translation>无法录制这台电脑的声音。</translation>
    </message>
    <message>
        <source>The sound output is gone.</source>
        <translation>声音输出设备已断开。</translation>
    </message>
    <message>
        <source>The sound server stopped sending it.</source>
        <translation>声音服务器不再发送。</translation>
    </message>
    <message>
        <source>The sound system did not accept it.</source>
        <translation>声音系统没有接受它。</translation>
    </message>
    <message>
        <source>The spectrogram of {file} could not be computed.</source>
        <translation>无法计算 {file} 的频谱图。</translation>
    </message>
    <message>
        <source>The speech encoder in {folder} cannot be read.</source>
        <translation>无法读取 {folder} 中的语音编码器。</translation>
    </message>
    <message>
        <source>The steps of a segment could not be kept for a replay.</source>
        <translation>无法保留某个片段的步骤以供重播。</translation>
    </message>
    <message>
        <source>The system does not allow it.</source>
        <translation>系统不允许。</translation>
    </message>
    <message>
        <source>The system has no sound output that works.</source>
        <translation>系统没有可用的声音输出设备。</translation>
    </message>
    <message>
        <source>The system lists no sound input.</source>
        <translation>系统没有列出任何声音输入设备。</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>系统提示：{reason}。</translation>
    </message>
    <message>
        <source>The text goes to the clipboard: paste it.</source>
        <translation>文本会进入剪贴板：请粘贴。</translation>
    </message>
    <message>
        <source>The text is kept.</source>
        <translation>文字已保留。</translation>
    </message>
    <message>
        <source>The text was changed in another window meanwhile.</source>
        <translation>文本已在另一个窗口中被修改。</translation>
    </message>
    <message>
        <source>The text was changed meanwhile.</source>
        <translation>文本在此期间被修改了。</translation>
    </message>
    <message>
        <source>The text was not typed to its end.</source>
        <translation>文本没有输入完。</translation>
    </message>
    <message>
        <source>The text was not typed.</source>
        <translation>文本没有输入。</translation>
    </message>
    <message>
        <source>The transcription ended early.</source>
        <translation>转写提前结束。</translation>
    </message>
    <message>
        <source>The variable HF_HUB_OFFLINE is set.</source>
        <translation>已设置变量 HF_HUB_OFFLINE。</translation>
    </message>
    <message>
        <source>The vocabulary of {model} is another model&apos;s.</source>
        <translation>{model} 的词表属于另一个模型。</translation>
    </message>
    <message>
        <source>The voice could not be remembered.</source>
        <translation>无法记住这个声音。</translation>
    </message>
    <message>
        <source>The voice encoder {file} cannot be read.</source>
        <translation>无法读取声音编码器 {file}。</translation>
    </message>
    <message>
        <source>The waveform is shown in its place.</source>
        <translation>改为显示波形。</translation>
    </message>
    <message>
        <source>This desktop lets no program type.</source>
        <translation>此桌面不允许程序输入文本。</translation>
    </message>
    <message>
        <source>This desktop offers no global shortcuts.</source>
        <translation>此桌面不提供全局快捷键。</translation>
    </message>
    <message>
        <source>This is too much text for the sound.</source>
        <translation>对这段声音来说文字太多。</translation>
    </message>
    <message>
        <source>Under Wayland only the desktop itself can give them, by its portal, and this one does not.</source>
        <translation>在 Wayland 下只有桌面本身能通过其门户提供，而此桌面没有提供。</translation>
    </message>
    <message>
        <source>Use KDE Plasma, GNOME 48 or newer, or a session on X11.</source>
        <translation>请使用 KDE Plasma、GNOME 48 或更新版本，或 X11 会话。</translation>
    </message>
    <message>
        <source>What was said is in the file: open {file} to transcribe it.</source>
        <translation>说过的话都在文件里：打开 {file} 即可转写。</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>Whisper</translation>
    </message>
    <message>
        <source>{shortcut} cannot be a global shortcut.</source>
        <translation>{shortcut} 不能用作全局快捷键。</translation>
    </message>
    <message>
        <source>The vocabulary {file} cannot be read.</source>
        <translation>无法读取词表 {file}。</translation>
    </message>
    <message>
        <source>Choose a line of text and listen to that again.</source>
        <translation>请选择一行文本再重新识别。</translation>
    </message>
    <message>
        <source>No speech found in {file}.</source>
        <translation>在 {file} 中未找到语音。</translation>
    </message>
    <message>
        <source>Please listen to it again.</source>
        <translation>请重新识别。</translation>
    </message>
    <message>
        <source>The text of {file} could not be written to {folder}.</source>
        <translation>无法将 {file} 的文本写入 {folder}。</translation>
    </message>
    <message>
        <source>The watched folder {folder} cannot be read.</source>
        <translation>无法读取监视的文件夹 {folder}。</translation>
    </message>
    <message>
        <source>The weights of {model} cannot be read.</source>
        <translation>无法读取 {model} 的权重。</translation>
    </message>
    <message>
        <source>The weights of {model} do not fit its adapter.json.</source>
        <translation>{model} 的权重与其 adapter.json 不符。</translation>
    </message>
    <message>
        <source>The whole model in bf16 needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation>完整的 bf16 模型需要 {needs} GB，而 {card} 共 {total} GB，可用 {free} GB。</translation>
    </message>
    <message>
        <source>The {part} that {model} needs is not here.</source>
        <translation>缺少 {model} 所需的部分：{part}。</translation>
    </message>
    <message>
        <source>There is a folder {folder}.</source>
        <translation>已有文件夹 {folder}。</translation>
    </message>
    <message>
        <source>There is no CUDA card that can be used.</source>
        <translation>没有可用的 CUDA 显卡。</translation>
    </message>
    <message>
        <source>There is no NVIDIA card in this machine.</source>
        <translation>本机没有 NVIDIA 显卡。</translation>
    </message>
    <message>
        <source>There is no adapter.json in it.</source>
        <translation>其中没有 adapter.json。</translation>
    </message>
    <message>
        <source>There is no adapter.safetensors in {folder}.</source>
        <translation>{folder} 中没有 adapter.safetensors。</translation>
    </message>
    <message>
        <source>There is no device called {device}.</source>
        <translation>没有名为 {device} 的设备。</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>文件 {file} 不存在。</translation>
    </message>
    <message>
        <source>There is no folder of that name among the models.</source>
        <translation>模型中没有该名称的文件夹。</translation>
    </message>
    <message>
        <source>There is no sound in {file}.</source>
        <translation>{file} 中没有声音。</translation>
    </message>
    <message>
        <source>There is no speech here.</source>
        <translation>此处没有语音。</translation>
    </message>
    <message>
        <source>There is no whole model in {folder}.</source>
        <translation>{folder} 中没有完整的模型。</translation>
    </message>
    <message>
        <source>There is no {file} in it.</source>
        <translation>其中没有 {file}。</translation>
    </message>
    <message>
        <source>There is no {file}.</source>
        <translation>没有 {file}。</translation>
    </message>
    <message>
        <source>There is none in {folder}.</source>
        <translation>{folder} 中一个也没有。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for {model}.</source>
        <translation>磁盘上没有足够空间存放 {model}。</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>磁盘空间不足。</translation>
    </message>
    <message>
        <source>There was no room for the rest of {repository}.</source>
        <translation>没有空间存放 {repository} 的其余部分。</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>This array is not a recording.</source>
        <translation>此数组不是录音。</translation>
    </message>
    <message>
        <source>This cannot be played now.</source>
        <translation>现在无法播放。</translation>
    </message>
    <message>
        <source>This correction could not be kept.</source>
        <translation>无法保留这次修改。</translation>
    </message>
    <message>
        <source>This could not be kept in your library.</source>
        <translation>无法将其保存到您的资料库。</translation>
    </message>
    <message>
        <source>This is a pause.</source>
        <translation>这是停顿。</translation>
    </message>
    <message>
        <source>This is the text of audio track {track} of {count}.</source>
        <translation>这是 {count} 条音轨中第 {track} 条的文本。</translation>
    </message>
    <message>
        <source>This is too much text for one canvas.</source>
        <translation>这段文字超出了一个画布的容量。</translation>
    </message>
    <message>
        <source>This place could not be heard again.</source>
        <translation>此处无法重新听写。</translation>
    </message>
    <message>
        <source>This system has no keyring that is open: {reason}.</source>
        <translation>此系统没有已解锁的密钥环：{reason}。</translation>
    </message>
    <message>
        <source>This transcript is no longer in your library.</source>
        <translation>此转写文本已不在您的资料库中。</translation>
    </message>
    <message>
        <source>This transcript&apos;s journal could not be read.</source>
        <translation>无法读取此转写文本的日志。</translation>
    </message>
    <message>
        <source>This transcription cannot go on with {model}.</source>
        <translation>此转写无法用 {model} 继续。</translation>
    </message>
    <message>
        <source>This version of Anneal reads version {known}.</source>
        <translation>此版本的 Anneal 可读取版本 {known}。</translation>
    </message>
    <message>
        <source>Those are back at their defaults.</source>
        <translation>这些设置已恢复为默认值。</translation>
    </message>
    <message>
        <source>Track {track} cannot be decoded and was passed over.</source>
        <translation>音轨 {track} 无法解码，已跳过。</translation>
    </message>
    <message>
        <source>Track {track} contains no speech and was skipped.</source>
        <translation>音轨 {track} 没有语音，已跳过。</translation>
    </message>
    <message>
        <source>Try another network: something on the way may change what is downloaded.</source>
        <translation>请换一个网络：途中可能有什么在改动下载内容。</translation>
    </message>
    <message>
        <source>Unlock it, or run `hf auth login` in a terminal: Anneal uses that token as well.</source>
        <translation>请将其解锁，或在终端运行 `hf auth login`：Anneal 也会使用该令牌。</translation>
    </message>
    <message>
        <source>Unset it and start again, or import the model from a folder.</source>
        <translation>请取消该变量后重新启动，或从文件夹导入模型。</translation>
    </message>
    <message>
        <source>Update Anneal or the model.</source>
        <translation>请更新 Anneal 或模型。</translation>
    </message>
    <message>
        <source>Update Anneal, which may know a newer one.</source>
        <translation>请更新 Anneal，它可能知道更新的版本。</translation>
    </message>
    <message>
        <source>Use a machine with an NVIDIA card of at least 24 GB, or the bundled model.</source>
        <translation>请使用配有至少 24 GB NVIDIA 显卡的电脑，或使用自带模型。</translation>
    </message>
    <message>
        <source>Use a revision that holds weights and plain values only, or the adapter&apos;s own code (reference runner).</source>
        <translation>请使用只含权重和普通数值的修订版本，或适配器自带的代码（参考运行器）。</translation>
    </message>
    <message>
        <source>Use a version without copy protection, or your own recording.</source>
        <translation>请使用没有版权保护的版本，或自己的录音。</translation>
    </message>
    <message>
        <source>Use another card, or the CPU. A newer card may need a newer torch: `{command}`.</source>
        <translation>请使用其他显卡或 CPU。较新的显卡可能需要较新的 torch：`{command}`。</translation>
    </message>
    <message>
        <source>Use the adapter without the reference runner, or report this to its authors.</source>
        <translation>请在不使用参考运行器的情况下使用适配器，或向其作者报告。</translation>
    </message>
    <message>
        <source>What was finished is safe in its journal and will be there at the next start.</source>
        <translation>已完成的内容安全地保存在日志中，下次启动时会恢复。</translation>
    </message>
    <message>
        <source>What was said until then is kept.</source>
        <translation>此前所说的内容已保留。</translation>
    </message>
    <message>
        <source>Whisper in {folder} cannot be read.</source>
        <translation>无法读取 {folder} 中的 Whisper。</translation>
    </message>
    <message>
        <source>Whisper is not here.</source>
        <translation>这里没有 Whisper。</translation>
    </message>
    <message>
        <source>Who speaks was not written down.</source>
        <translation>没有记下说话人。</translation>
    </message>
    <message>
        <source>With 4-bit experts it needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation>使用 4 位专家时需要 {needs} GB，而 {card} 共 {total} GB，可用 {free} GB。</translation>
    </message>
    <message>
        <source>With the experts in main memory, which is slow, it needs {needs} GB of {card}, which has {free} GB free, and {memory} GB of main memory, of which {free_memory} GB are free.</source>
        <translation>将专家放在内存中（速度较慢）时，需要 {card} 上的 {needs} GB（可用 {free} GB）以及 {memory} GB 内存（可用 {free_memory} GB）。</translation>
    </message>
    <message>
        <source>Without Ctrl, Alt or the Super key it could not be typed any more.</source>
        <translation>如果没有 Ctrl、Alt 或 Super 键，就无法再输入它。</translation>
    </message>
    <message>
        <source>Your account has no permission to open it.</source>
        <translation>您的帐户无权打开它。</translation>
    </message>
    <message>
        <source>Your library can be read but not changed.</source>
        <translation>您的资料库可以读取，但无法更改。</translation>
    </message>
    <message>
        <source>Your library could not be read.</source>
        <translation>无法读取您的资料库。</translation>
    </message>
    <message>
        <source>Your library was written by a newer version of Anneal.</source>
        <translation>您的资料库由较新版本的 Anneal 写入。</translation>
    </message>
    <message>
        <source>Your library&apos;s database could not be used.</source>
        <translation>无法使用您资料库的数据库。</translation>
    </message>
    <message>
        <source>Your library&apos;s journals could not be read.</source>
        <translation>无法读取您资料库的日志。</translation>
    </message>
    <message>
        <source>Your settings could not be read.</source>
        <translation>无法读取您的设置。</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>adapter.json: {problems}.</source>
        <translation>adapter.json：{problems}。</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>主干模型</translation>
    </message>
    <message>
        <source>copy-protected</source>
        <translation>受复制保护</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>damaged or unknown format</source>
        <translation>已损坏或格式未知</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>no permission to read it</source>
        <translation>无读取权限</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <source>no sound in it</source>
        <translation>没有声音</translation>
    </message>
    <message>
        <source>no speech in it</source>
        <translation>没有语音</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>not audio or video</source>
        <translation>不是音频或视频</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>{card} computes wrong results.</source>
        <translation>{card} 计算结果错误。</translation>
    </message>
    <message>
        <source>{device} ran out of memory.</source>
        <translation>{device} 内存不足。</translation>
    </message>
    <message>
        <source>{file} arrives damaged.</source>
        <translation>{file} 收到时已损坏。</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>无法读取 {file}。</translation>
    </message>
    <message>
        <source>{file} could not be played.</source>
        <translation>无法播放 {file}。</translation>
    </message>
    <message>
        <source>{file} could not be read.</source>
        <translation>未能读取 {file}。</translation>
    </message>
    <message>
        <source>{file} has no audio track {track}.</source>
        <translation>{file} 没有音轨 {track}。</translation>
    </message>
    <message>
        <source>{file} has no sound.</source>
        <translation>{file} 没有声音。</translation>
    </message>
    <message>
        <source>{file} holds no weights.</source>
        <translation>{file} 中没有权重。</translation>
    </message>
    <message>
        <source>{file} is a device or a pipe, not a file.</source>
        <translation>{file} 是设备或管道，不是文件。</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} 是文件夹。</translation>
    </message>
    <message>
        <source>{file} is damaged or gone.</source>
        <translation>{file} 已损坏或丢失。</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file} 已损坏。</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} 是空的。</translation>
    </message>
    <message>
        <source>{file} is not an audio or video file.</source>
        <translation>{file} 不是音频或视频文件。</translation>
    </message>
    <message>
        <source>{file} is not opened, for your safety.</source>
        <translation>为了您的安全，未打开 {file}。</translation>
    </message>
    <message>
        <source>{file} is protected against copying.</source>
        <translation>{file} 有版权保护。</translation>
    </message>
    <message>
        <source>{file} is shorter than it was.</source>
        <translation>{file} 比之前短。</translation>
    </message>
    <message>
        <source>{file} may not be read.</source>
        <translation>无权读取 {file}。</translation>
    </message>
    <message>
        <source>{file} was cut off before it was finished.</source>
        <translation>{file} 在完成之前被截断。</translation>
    </message>
    <message>
        <source>{folder} cannot be verified.</source>
        <translation>无法验证 {folder}。</translation>
    </message>
    <message>
        <source>{kind}: {reason}.</source>
        <translation>{kind}：{reason}。</translation>
    </message>
    <message>
        <source>{model} cannot hear.</source>
        <translation>{model} 听不见。</translation>
    </message>
    <message>
        <source>{model} cannot run on this machine.</source>
        <translation>{model} 无法在本机上运行。</translation>
    </message>
    <message>
        <source>{model} cannot write {language}.</source>
        <translation>{model} 无法书写{language}。</translation>
    </message>
    <message>
        <source>{model} does not know {language}.</source>
        <translation>{model} 不会{language}。</translation>
    </message>
    <message>
        <source>{model} has no canvas.</source>
        <translation>{model} 没有画布。</translation>
    </message>
    <message>
        <source>{model} has no weights.</source>
        <translation>{model} 没有权重。</translation>
    </message>
    <message>
        <source>{model} is incomplete.</source>
        <translation>{model} 不完整。</translation>
    </message>
    <message>
        <source>{model} is installed already.</source>
        <translation>{model} 已安装。</translation>
    </message>
    <message>
        <source>{model} is not complete.</source>
        <translation>{model} 不完整。</translation>
    </message>
    <message>
        <source>{problems}.</source>
        <translation>{problems}。</translation>
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
        <translation>{reason}（{folder}）。</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation>{reason}。</translation>
    </message>
    <message>
        <source>{reason}: {folder}.</source>
        <translation>{reason}：{folder}。</translation>
    </message>
    <message>
        <source>{reason}{place}.</source>
        <translation>{reason}{place}。</translation>
    </message>
    <message>
        <source>{repository} asks who you are.</source>
        <translation>{repository} 询问您是谁。</translation>
    </message>
    <message>
        <source>{repository} at {revision} was not downloaded: there is no folder “{name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation>尚未下载 {repository} 的 {revision} 版本：{folder} 内或旁边没有文件夹“{name}”，{cache} 中也没有。</translation>
    </message>
    <message>
        <source>{repository} has no such revision.</source>
        <translation>{repository} 没有这个修订版本。</translation>
    </message>
    <message>
        <source>{repository} is not open to your account yet.</source>
        <translation>{repository} 尚未对您的账户开放。</translation>
    </message>
    <message>
        <source>{repository} may not be downloaded with this account.</source>
        <translation>不能用此账户下载 {repository}。</translation>
    </message>
    <message>
        <source>{repository} was not downloaded: there is no folder “{name}” or “{other_name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation>尚未下载 {repository}：{folder} 内或旁边没有文件夹“{name}”或“{other_name}”，{cache} 中也没有。</translation>
    </message>
    <message>
        <source>{repository} was not found.</source>
        <translation>找不到 {repository}。</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已写入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message numerus="yes">
        <source>Export %n transcript(s)</source>
        <translation>
            <numerusform>导出 %n 个转录</numerusform>
        </translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Text (.txt)</source>
        <translation>纯文本 (.txt)</translation>
    </message>
    <message>
        <source>Subtitles, SubRip (.srt)</source>
        <translation>SubRip 字幕 (.srt)</translation>
    </message>
    <message>
        <source>Subtitles, WebVTT (.vtt)</source>
        <translation>WebVTT 字幕 (.vtt)</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>表格 (.csv)</translation>
    </message>
    <message>
        <source>Word document (.docx)</source>
        <translation>Word 文档 (.docx)</translation>
    </message>
    <message>
        <source>In text, Markdown and Word documents; subtitles always have them</source>
        <translation>用于纯文本、Markdown 和 Word 文档；字幕始终带有时间</translation>
    </message>
    <message>
        <source>In WebVTT; JSON always has them</source>
        <translation>用于 WebVTT；JSON 始终包含</translation>
    </message>
    <message>
        <source>Tables as spreadsheets on this system read them</source>
        <translation>表格采用本系统电子表格软件的格式</translation>
    </message>
    <message>
        <source>Marked as Unicode for Excel where letters are not plain English, and with semicolons where numbers have a decimal comma; off: plain CSV for other programs</source>
        <translation>若含非英文字母，则为 Excel 加上 Unicode 标记；若系统数字用逗号作小数点，则用分号分隔；不勾选时为适合其他程序的普通 CSV</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>Full data (.json)</source>
        <translation>完整数据 (.json)</translation>
    </message>
    <message>
        <source>Paragraph timestamps</source>
        <translation>段落时间戳</translation>
    </message>
    <message>
        <source>Word timestamps</source>
        <translation>逐词时间戳</translation>
    </message>
    <message>
        <source>Speaker names</source>
        <translation>说话人姓名</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ExportSettingsPage</name>
    <message>
        <source>Beside the file</source>
        <translation>与文件同一文件夹</translation>
    </message>
    <message>
        <source>Every transcript is written in these formats as soon as it is done.</source>
        <translation>每份转录一完成就以这些格式写出。</translation>
    </message>
    <message>
        <source>Nothing is written but the library; files of the watched folder get a text.</source>
        <translation>除资料库外不写任何文件；被监视文件夹中的文件会得到一份文本。</translation>
    </message>
    <message>
        <source>No file is ever overwritten: a name that is taken gets a number.</source>
        <translation>绝不覆盖任何文件：名称已被占用时会加上编号。</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>When a file is done</source>
        <translation>文件完成时</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>字幕 (SRT)</translation>
    </message>
    <message>
        <source>Subtitles (WebVTT)</source>
        <translation>字幕（WebVTT）</translation>
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
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>Full data (JSON)</source>
        <translation>完整数据（JSON）</translation>
    </message>
    <message>
        <source>Write every finished transcript like this</source>
        <translation>以此格式写出每份完成的转录</translation>
    </message>
    <message>
        <source>How the files are named</source>
        <translation>文件如何命名</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>讲座</translation>
    </message>
</context>
<context>
    <name>FileHeader</name>
    <message numerus="yes">
        <source>Check %n word(s)</source>
        <translation>
            <numerusform>核对 %n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>Listen to the words that are most likely wrong, one after the other</source>
        <translation>逐个收听最可能有误的词</translation>
    </message>
    <message>
        <source>Listen and edit</source>
        <translation>收听并编辑</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Listen to this transcript and correct it</source>
        <translation>收听此转录并修改</translation>
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
        <source>Copy in another form</source>
        <translation>以其他形式复制</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text with times</source>
        <translation>带时间的文本</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>字幕 (SRT)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export this transcript</source>
        <translation>导出此转录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Title of this transcript; the file keeps its name</source>
        <translation>此转录的标题；文件名不变</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
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
        <source>Links cannot be transcribed: {names}. Save the file on this computer, then drop it here.</source>
        <translation>无法转写链接：{names}。请先将文件保存到这台电脑上，再拖放到这里。</translation>
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
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All languages</source>
        <translation>所有语言</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>任意语言</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>Search in all transcripts</source>
        <translation>在所有转录中搜索</translation>
    </message>
    <message>
        <source>Words in any order, matched by their beginnings; “quoted words” match as a phrase</source>
        <translation>词语顺序不限，按词首匹配；“引号内的词”按短语匹配</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最旧的在前</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>最近修改的在前</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>最长的在前</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Not a valid pattern</source>
        <translation>模式无效</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>整词</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>仅匹配整词</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
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
        <source>Back to the default folder</source>
        <translation>恢复默认文件夹</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Language of the speech</source>
        <translation>语音的语言</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>{status}: model, device and precision in use</source>
        <translation>{status}：正在使用的模型、设备和精度</translation>
    </message>
    <message>
        <source>Spoken:</source>
        <translation>语音：</translation>
    </message>
    <message>
        <source>settled after {steps}, of up to {limit}</source>
        <translation>{steps} 步后稳定，最多 {limit} 步</translation>
    </message>
    <message>
        <source>up to {limit}, stops when settled</source>
        <translation>最多 {limit} 步，稳定即停</translation>
    </message>
    <message>
        <source>about {time} per minute of sound</source>
        <translation>每分钟声音约 {time}</translation>
    </message>
    <message>
        <source>Measured on this computer, if all steps are used</source>
        <translation>在本机测得，按用满全部步数计</translation>
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
        <source>Model and device</source>
        <translation>模型和设备</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
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
        <source>More steps give the canvas more time to settle: slower, often better</source>
        <translation>步数越多，画布越有时间稳定：更慢，但往往更好</translation>
    </message>
    <message>
        <source>The model&apos;s own number: {steps}</source>
        <translation>模型自身的步数：{steps}</translation>
    </message>
</context>
<context>
    <name>HeardCard</name>
    <message>
        <source>by the sound alone: {share}</source>
        <translation>仅凭声音：{share}</translation>
    </message>
    <message>
        <source>What was heard</source>
        <translation>听到的内容</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>A sample settling out of noise</source>
        <translation>从噪声中成形的示例</translation>
    </message>
    <message>
        <source>How a model settled one of the samples, step by step. Click to see it again.</source>
        <translation>模型如何一步步让一个示例稳定下来。点击可再看一次。</translation>
    </message>
</context>
<context>
    <name>ItemMessage</name>
    <message>
        <source>Start next</source>
        <translation>下一个转录</translation>
    </message>
    <message>
        <source>Transcribe this file before the others that wait</source>
        <translation>先于其他等待中的文件转录</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) come before {file}.</source>
        <translation>
            <numerusform>{file} 之前还有 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>No speech found</source>
        <translation>未找到语音</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Match system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend: {states}</source>
        <translation>图例：{states}</translation>
    </message>
    <message>
        <source>Settling: written at this step. Settled: written before and kept. Open: not sure, becomes noise again, or what the draft says where the canvas keeps one. Taken back: had been written, and is open again.</source>
        <translation>正在稳定：此步写下。已稳定：先前写下并保留。未定：不确定，重新变成噪声；画布保留草稿时，变成草稿中的内容。已收回：曾写下，现在又未定。</translation>
    </message>
    <message>
        <source>settling</source>
        <translation>正在稳定</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已稳定</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message numerus="yes">
        <source>%n transcription(s) were interrupted.</source>
        <translation>
            <numerusform>%n 个转录被中断。</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Where is {file}?</source>
        <translation>{file} 在哪里？</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n transcript(s) deleted.</source>
        <translation>
            <numerusform>已删除 %n 个转录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags of “{title}”, separated by commas:</source>
        <translation>“{title}”的标签，以逗号分隔：</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s)</source>
        <translation>
            <numerusform>%n 个转录</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the selected transcripts</source>
        <translation>导出所选转录</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Your transcripts are stored here.</source>
        <translation>您的转录存放在此处。</translation>
    </message>
    <message>
        <source>Record something or drop a file. You can search, play and correct it later.</source>
        <translation>录音或拖入文件。之后可以搜索、播放和校正。</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>Try fewer words or another filter.</source>
        <translation>请减少词语或更换筛选条件。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>LicencePage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Download {model}</source>
        <translation>下载 {model}</translation>
    </message>
    <message>
        <source>Asking the hub what there is to fetch…</source>
        <translation>正在向模型站询问需要下载的内容…</translation>
    </message>
    <message>
        <source>It has changed since you agreed. Please look again: what has come and still fits is used.</source>
        <translation>自您同意后内容已有变化。请再看一遍：已下载且仍适用的部分会继续使用。</translation>
    </message>
    <message>
        <source>This is what would be fetched, and from whom. Nothing is fetched before you agree.</source>
        <translation>以下是将要下载的内容及其来源。在您同意之前不会下载任何内容。</translation>
    </message>
    <message>
        <source>I agree to these licences</source>
        <translation>我同意这些许可证</translation>
    </message>
    <message>
        <source>Each can be read above</source>
        <translation>每一项都可在上方阅读</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>下载 {size}</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Begin the download</source>
        <translation>开始下载</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Fetch nothing</source>
        <translation>不下载任何内容</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>{needed} are needed, with some margin and room for packed weights; {free} are free.</source>
        <translation>需要 {needed}，包括余量和压缩权重所需的空间；可用 {free}。</translation>
    </message>
    <message>
        <source>Free some space, or set HF_HOME to a folder on a larger disk.</source>
        <translation>请释放一些空间，或将 HF_HOME 设为更大磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>{folder}, where all programs that use the hub look</source>
        <translation>{folder}，所有使用该模型站的程序都会在此查找</translation>
    </message>
    <message>
        <source>It holds Python files. Anneal reads them for what they say about the model, and never runs them.</source>
        <translation>其中含有 Python 文件。Anneal 只读取其中关于模型的说明，从不运行它们。</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>An access token tells the hub who you are. The system&apos;s keyring keeps it, and Anneal nowhere else.</source>
        <translation>访问令牌会告诉模型站您是谁。它由系统密钥环保管，Anneal 不会存放在其他任何地方。</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>访问令牌</translation>
    </message>
    <message>
        <source>It begins with hf_ and is made at huggingface.co, under Settings, Access Tokens</source>
        <translation>以 hf_ 开头，可在 huggingface.co 的 Settings、Access Tokens 中创建</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Keep this token and ask the hub again</source>
        <translation>保存此令牌并重新询问模型站</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新询问</translation>
    </message>
    <message>
        <source>After you agreed on a page of the hub</source>
        <translation>在模型站页面上同意之后</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Delete the token from the keyring</source>
        <translation>从密钥环中删除令牌</translation>
    </message>
    <message>
        <source>Until Anneal is closed, the token is used all the same.</source>
        <translation>在关闭 Anneal 之前，仍会使用该令牌。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>Sample, {language}</source>
        <translation>示例，{language}</translation>
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
        <source>A recording was interrupted, but nothing is lost: {length}.</source>
        <translation>一段录音被中断，但没有丢失：{length}。</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>转录</translation>
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
        <source>Record from</source>
        <translation>录音来源</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Computer sound</source>
        <translation>电脑声音</translation>
    </message>
    <message>
        <source>Microphone and computer sound</source>
        <translation>麦克风和电脑声音</translation>
    </message>
    <message>
        <source>Text while recording</source>
        <translation>边录边转写</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>No microphone was found</source>
        <translation>未找到麦克风</translation>
    </message>
</context>
<context>
    <name>MicrophoneTest</name>
    <message>
        <source>Level of the microphone</source>
        <translation>麦克风音量</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>See how loud the microphone is; nothing is kept</source>
        <translation>查看麦克风的音量，不会保留任何录音</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>The published model: Whisper small&apos;s encoder, a trained adapter, and DiffusionGemma with 26 billion parameters.</source>
        <translation>已公布的模型：Whisper small 的编码器、一个训练好的适配器，以及拥有 260 亿参数的 DiffusionGemma。</translation>
    </message>
    <message>
        <source>OpenAI&apos;s Whisper, for a second opinion. It writes from left to right: there is no canvas to watch.</source>
        <translation>OpenAI 的 Whisper，用来给出第二意见。它从左到右书写：没有画布可看。</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>主干模型</translation>
    </message>
    <message>
        <source>subsampling</source>
        <translation>下采样</translation>
    </message>
    <message>
        <source>projector activation</source>
        <translation>投影器激活函数</translation>
    </message>
    <message>
        <source>projector norm</source>
        <translation>投影器归一化</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>audio token</source>
        <translation>音频词元</translation>
    </message>
    <message>
        <source>begin-of-audio token</source>
        <translation>音频起始词元</translation>
    </message>
    <message>
        <source>end-of-audio token</source>
        <translation>音频结束词元</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA 秩</translation>
    </message>
    <message>
        <source>LoRA alpha</source>
        <translation>LoRA 的 alpha</translation>
    </message>
    <message>
        <source>canvas length</source>
        <translation>画布长度</translation>
    </message>
    <message>
        <source>canvas holds</source>
        <translation>画布内容</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>canvas starts from</source>
        <translation>画布起点</translation>
    </message>
    <message>
        <source>entropy bound</source>
        <translation>熵上限</translation>
    </message>
    <message>
        <source>first temperature</source>
        <translation>初始温度</translation>
    </message>
    <message>
        <source>last temperature</source>
        <translation>最终温度</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>acceptance</source>
        <translation>接受规则</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>tail trained</source>
        <translation>尾部已训练</translation>
    </message>
    <message>
        <source>end tokens</source>
        <translation>结束词元</translation>
    </message>
    <message>
        <source>CTC blank</source>
        <translation>CTC 空白</translation>
    </message>
    <message>
        <source>CTC softcap</source>
        <translation>CTC 软上限</translation>
    </message>
    <message>
        <source>repetitions removed</source>
        <translation>移除重复</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>seconds clips are padded to</source>
        <translation>音频片段填充到的秒数</translation>
    </message>
    <message>
        <source>seconds of a segment</source>
        <translation>片段秒数</translation>
    </message>
    <message>
        <source>seconds of the window of a cut</source>
        <translation>切分窗口秒数</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>source</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>It is small and runs on any computer.</source>
        <translation>它很小，任何电脑都能运行。</translation>
    </message>
    <message>
        <source>It runs here whole, in bf16, on {card}: the fastest way.</source>
        <translation>它可在此以 bf16 完整运行于 {card}：最快的方式。</translation>
    </message>
    <message>
        <source>It runs here with its experts in 4 bits, on {card}.</source>
        <translation>它可在此以 4 位专家运行于 {card}。</translation>
    </message>
    <message>
        <source>It runs here, but slowly: {card} is too small for all of it.</source>
        <translation>它可在此运行，但很慢：{card} 容纳不下全部。</translation>
    </message>
    <message>
        <source>It runs here only on the processor, far too slowly for daily use.</source>
        <translation>它在此只能用处理器运行，日常使用太慢。</translation>
    </message>
    <message>
        <source>It runs here on {card}, with about {needed} of its memory.</source>
        <translation>它可在这里的 {card} 上运行，约占其 {needed} 显存。</translation>
    </message>
    <message>
        <source>It runs here on the processor, with about {needed} of memory.</source>
        <translation>它可在这里的处理器上运行，约占 {needed} 内存。</translation>
    </message>
    <message>
        <source>It needs about {needed} of memory, and {free} are free.</source>
        <translation>它约需 {needed} 内存，而可用的只有 {free}。</translation>
    </message>
    <message>
        <source>It cannot run on this computer.</source>
        <translation>它无法在这台电脑上运行。</translation>
    </message>
    <message>
        <source>It needs a machine with an NVIDIA card of at least 24 GB.</source>
        <translation>它需要配有至少 24 GB 显存的 NVIDIA 显卡的机器。</translation>
    </message>
    <message>
        <source>{whole} on a card in bf16, or {packed} with its experts in 4 bits: NVIDIA cards with 24 GB or more.</source>
        <translation>显卡以 bf16 需 {whole}，专家用 4 位则需 {packed}：24 GB 或以上的 NVIDIA 显卡。</translation>
    </message>
    <message>
        <source>about {size}; parts you already have are skipped</source>
        <translation>约 {size}；已有的部分会跳过</translation>
    </message>
    <message>
        <source>{set}, {language}: {percent} {metric} on {clips} utterances, {steps} steps</source>
        <translation>{set}，{language}：{clips} 句，{steps} 步，{metric} {percent}</translation>
    </message>
    <message>
        <source>{languages}: never evaluated by its authors</source>
        <translation>{languages}：作者从未评测</translation>
    </message>
    <message>
        <source>{speed}× real time at {steps} steps</source>
        <translation>{steps} 步时为实时的 {speed} 倍</translation>
    </message>
    <message>
        <source>Cut at the quietest moment in a window of {window} s around {length} s; each part is padded to {padded} s.</source>
        <translation>在 {length} 秒前后 {window} 秒窗口内最安静处切分；每段用静音补到 {padded} 秒。</translation>
    </message>
    <message>
        <source>revision {name}</source>
        <translation>修订版本 {name}</translation>
    </message>
    <message>
        <source>asks for your contact details</source>
        <translation>要求提供联系方式</translation>
    </message>
    <message>
        <source>It comes with Anneal.</source>
        <translation>随 Anneal 提供。</translation>
    </message>
    <message>
        <source>Not verified: nothing is known of where its files came from.</source>
        <translation>未校验：不清楚其文件的来源。</translation>
    </message>
    <message>
        <source>Not verified. Compare every file with its checksum: press Verify.</source>
        <translation>未校验。要将每个文件与校验和比对，请按“校验”。</translation>
    </message>
    <message>
        <source>Verified on {date}: every file is as it was fetched.</source>
        <translation>已于 {date} 校验：每个文件都与下载时一致。</translation>
    </message>
    <message>
        <source>Verified on {date}: every file is as it was imported.</source>
        <translation>已于 {date} 校验：每个文件都与导入时一致。</translation>
    </message>
    <message>
        <source>{device} ({precision}), tested</source>
        <translation>{device}（{precision}），已测试</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / 共 {total}</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>The download of {model} is not finished: {share} are here.</source>
        <translation>{model} 的下载尚未完成：已有 {share}。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>{model} is here, and every file is what it should be.</source>
        <translation>{model} 已就绪，每个文件都正确无误。</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>立即使用</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Discard the download of {model}?</source>
        <translation>放弃下载 {model} 吗？</translation>
    </message>
    <message>
        <source>What has come of it is deleted. To go on later, pause it instead.</source>
        <translation>已下载的部分会被删除。如想稍后继续，请改为暂停。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>What has come of it is deleted.</source>
        <translation>已下载的部分会被删除。</translation>
    </message>
    <message>
        <source>Delete {model}?</source>
        <translation>删除 {model} 吗？</translation>
    </message>
    <message>
        <source>{folder} is deleted, and what was downloaded for this model alone.</source>
        <translation>将删除 {folder}，以及仅为此模型下载的内容。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Import a model from a folder</source>
        <translation>从文件夹导入模型</translation>
    </message>
    <message>
        <source>It is here, and every file is what it should be.</source>
        <translation>已就绪，每个文件都正确无误。</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>立即使用</translation>
    </message>
    <message>
        <source>Every file was compared with its checksum: all are right.</source>
        <translation>每个文件都已与校验和比对：全部正确。</translation>
    </message>
    <message>
        <source>Download {model} all the same?</source>
        <translation>仍要下载 {model} 吗？</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{model} is deleted: {size} are free again.</source>
        <translation>已删除 {model}：释放了 {size}。</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Import from a folder…</source>
        <translation>从文件夹导入…</translation>
    </message>
    <message>
        <source>For a computer without network: copy a model from a disk or a stick</source>
        <translation>适用于没有网络的电脑：从磁盘或 U 盘复制模型</translation>
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
    <name>OwnWordsSettingsPage</name>
    <message>
        <source>Own words</source>
        <translation>自定义词语</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are too long or too many and do not count.</source>
        <translation>
            <numerusform>%n 行过长或超出数量，不计入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) that the model prefers</source>
        <translation>
            <numerusform>模型优先使用 %n 个词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not tell apart</source>
        <translation>不区分</translation>
    </message>
    <message>
        <source>Tell apart, estimate their number</source>
        <translation>区分，并估计人数</translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n 位说话人</numerusform>
        </translation>
    </message>
    <message>
        <source>Words and speakers</source>
        <translation>词语与说话人</translation>
    </message>
    <message>
        <source>Names, terms and phrases that the model should prefer, one a line. “wrong -&gt; right” always replaces.</source>
        <translation>模型应优先使用的姓名、术语和短语，每行一个。“错 -&gt; 对”表示总是替换。</translation>
    </message>
    <message>
        <source>One name, term or phrase a line.
“wrong -&gt; right” always writes the right side.</source>
        <translation>每行一个姓名、术语或短语。
“错 -&gt; 对”总是写成右边。</translation>
    </message>
    <message>
        <source>Add from a file…</source>
        <translation>从文件添加…</translation>
    </message>
    <message>
        <source>Add the lines of a text file to the list</source>
        <translation>把文本文件中的各行添加到列表</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Whether voices are told apart when the text is done</source>
        <translation>文本完成后是否区分不同的声音</translation>
    </message>
</context>
<context>
    <name>Pauses</name>
    <message>
        <source>{time} of silence</source>
        <translation>静音 {time}</translation>
    </message>
    <message>
        <source>{seconds} s of silence</source>
        <translation>静音 {seconds} 秒</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Pause the sound</source>
        <translation>暂停声音</translation>
    </message>
    <message>
        <source>Play the sound</source>
        <translation>播放声音</translation>
    </message>
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
    <name>ProgressPage</name>
    <message>
        <source>about {time} left</source>
        <translation>还需约 {time}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>正在比对</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Resume where it stopped</source>
        <translation>从停止处继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop for now: what has come is kept</source>
        <translation>暂时停止：已下载的部分会保留</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Delete what has come of it so far</source>
        <translation>删除目前已下载的部分</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>This window may be closed, and Anneal too: the download goes on where it stopped.</source>
        <translation>可以关闭此窗口，也可以关闭 Anneal：下载会从中断处继续。</translation>
    </message>
    <message>
        <source>This window may be closed meanwhile.</source>
        <translation>期间可以关闭此窗口。</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>准备中…</translation>
    </message>
</context>
<context>
    <name>QueueHeading</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>约剩 {time}</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成</translation>
    </message>
    <message>
        <source>Remove the finished files from this list; the library keeps their text</source>
        <translation>从列表中移除已完成的文件；文本仍保留在资料库中</translation>
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
        <source>recording</source>
        <translation>正在录音</translation>
    </message>
    <message>
        <source>{position} of {length}</source>
        <translation>{position} / {length}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>约剩 {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n 处待核对</numerusform>
        </translation>
    </message>
    <message>
        <source>{position} of {length} kept</source>
        <translation>已保留 {position} / {length}</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
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
    <name>ReadingController</name>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>The text in paragraphs, without times</source>
        <translation>按段落显示文本，不带时间</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Read: {title}</source>
        <translation>阅读：{title}</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>缩小字号</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>放大字号</translation>
    </message>
    <message>
        <source>The transcript</source>
        <translation>转录文本</translation>
    </message>
</context>
<context>
    <name>RecentTranscripts</name>
    <message>
        <source>Recent transcripts</source>
        <translation>最近的转录</translation>
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
    <name>RecordingController</name>
    <message>
        <source>Discard this recording?</source>
        <translation>丢弃这段录音？</translation>
    </message>
    <message>
        <source>Its sound and its text are deleted. This cannot be undone.</source>
        <translation>声音和文字都会被删除，无法恢复。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>继续录音</translation>
    </message>
</context>
<context>
    <name>RecordingSettingsPage</name>
    <message>
        <source>No microphone was found. Plug one in: it appears here.</source>
        <translation>未找到麦克风。接入后会显示在这里。</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>Speak now.</source>
        <translation>现在请说话。</translation>
    </message>
    <message>
        <source>The microphone hears you.</source>
        <translation>麦克风能听到您的声音。</translation>
    </message>
    <message>
        <source>Nothing heard so far. Is the microphone muted?</source>
        <translation>还没有听到声音。麦克风是否已静音？</translation>
    </message>
    <message>
        <source>Too loud: it is cut off. Lower its level in the system&apos;s settings.</source>
        <translation>声音过大，已失真。请在系统设置中调低音量。</translation>
    </message>
    <message>
        <source>Computer sound</source>
        <translation>电脑声音</translation>
    </message>
    <message>
        <source>Microphone and computer sound</source>
        <translation>麦克风和电脑声音</translation>
    </message>
    <message>
        <source>Each is kept in a channel of its own: left the microphone, right the computer.</source>
        <translation>两者各占一个声道：左边是麦克风，右边是电脑。</translation>
    </message>
    <message>
        <source>{name} · not connected</source>
        <translation>{name} · 未连接</translation>
    </message>
    <message>
        <source>Until it is plugged in, the system default is used.</source>
        <translation>接入之前使用系统默认设备。</translation>
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
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>What the Record button records</source>
        <translation>录音按钮录制的内容</translation>
    </message>
    <message>
        <source>Text while recording</source>
        <translation>边录边转写</translation>
    </message>
    <message>
        <source>Transcribe each phrase as soon as it ends</source>
        <translation>每句话说完就立即转写</translation>
    </message>
    <message>
        <source>The text appears while you speak; the recording itself stays as it is</source>
        <translation>说话时文字随即出现；录音本身保持不变</translation>
    </message>
    <message>
        <source>The microphone that the Record button uses</source>
        <translation>录音按钮使用的麦克风</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>音量</translation>
    </message>
</context>
<context>
    <name>RecordingView</name>
    <message>
        <source>Computer sound</source>
        <translation>电脑声音</translation>
    </message>
    <message>
        <source>{device} and computer sound</source>
        <translation>{device} 和电脑声音</translation>
    </message>
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
        <source>Nothing heard for a moment. Space stops and transcribes.</source>
        <translation>已有一会儿没有声音。按空格键停止并转写。</translation>
    </message>
    <message>
        <source>{before} is gone. The recording goes on with {device}.</source>
        <translation>{before} 已断开。正在用 {device} 继续录音。</translation>
    </message>
    <message>
        <source>Too loud: speak a little further away.</source>
        <translation>声音太大：请离麦克风稍远一些。</translation>
    </message>
    <message>
        <source>This model is slower than speech on this computer. The text follows when you stop.</source>
        <translation>在这台电脑上，此模型比说话慢。停止录音后才会出现文字。</translation>
    </message>
    <message>
        <source>Nothing heard so far. Does the computer play anything?</source>
        <translation>目前没有听到声音。电脑正在播放内容吗？</translation>
    </message>
    <message>
        <source>Speak now. Each phrase becomes text when you pause. Space stops.</source>
        <translation>请讲话。每说完一句稍停，就会变成文字。按空格键停止。</translation>
    </message>
    <message>
        <source>Paused: nothing is recorded.</source>
        <translation>已暂停：现在不录音。</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>麦克风音量</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>继续录音</translation>
    </message>
    <message>
        <source>Record nothing until you continue</source>
        <translation>在继续之前不录音</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>丢弃…</translation>
    </message>
    <message>
        <source>End the recording and delete it</source>
        <translation>结束录音并删除</translation>
    </message>
</context>
<context>
    <name>RedecodeController</name>
    <message>
        <source>Listen again</source>
        <translation>重新识别</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>RedecodeOptionsPopover</name>
    <message>
        <source>Again: “{span}”</source>
        <translation>重做：“{span}”</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>The one in use</source>
        <translation>正在使用的模型</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>重新识别</translation>
    </message>
    <message>
        <source>What comes out is compared before anything is changed</source>
        <translation>在做任何更改之前先比较结果</translation>
    </message>
</context>
<context>
    <name>ReplayExportDialog</name>
    <message>
        <source>Save the annealing</source>
        <translation>保存生成过程</translation>
    </message>
    <message>
        <source>{share} done</source>
        <translation>已完成 {share}</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已保存为 {file}。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{seconds} long, {frames} fps; the finished text stays for a moment.</source>
        <translation>时长 {seconds}，{frames} fps；完成的文本会停留片刻。</translation>
    </message>
    <message>
        <source>One file that any browser shows, without a network: to play, to step through and to see what else each word could have been.</source>
        <translation>单个文件，任何浏览器无需联网即可显示：可播放、逐步查看，并可看到每个词还可能是什么。</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>{seconds} long, {frames} fps: it anneals while the voice begins, then the spoken word is lit.</source>
        <translation>时长 {seconds}，{frames} fps：声音开始时文本成形，随后点亮正在说的词。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>{ms} ms · {share} % settled · {nats} nats</source>
        <translation>{ms} 毫秒 · 已稳定 {share}% · {nats} nats</translation>
    </message>
    <message>
        <source>Position {position} · {nats} nats</source>
        <translation>位置 {position} · {nats} nats</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>The canvas. The arrow keys go from token to token.</source>
        <translation>画布。方向键可在词元之间移动。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps downwards, positions across. Drag, or use the arrow keys, to step.</source>
        <translation>纵向为各步，横向为位置。拖动或用方向键逐步查看。</translation>
    </message>
    <message>
        <source>How a diffusion decoder wrote this, step by step, as Anneal kept it. Point at a word to see what else it could have been.</source>
        <translation>扩散解码器逐步写出这段文字的过程，由 Anneal 保存。指向某个词，可看到它还可能是什么。</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>保存为</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>GIF, plays anywhere</source>
        <translation>GIF，随处可播放</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4 视频</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>WebM 视频</translation>
    </message>
    <message>
        <source>Web page to step through</source>
        <translation>可逐步查看的网页</translation>
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
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>With the sound</source>
        <translation>带声音</translation>
    </message>
</context>
<context>
    <name>RepositoryView</name>
    <message>
        <source>The text of this licence ({name}) could not be shown here. Read it at {link}.</source>
        <translation>无法在此显示该许可证（{name}）的文本。请在 {link} 阅读。</translation>
    </message>
    <message>
        <source>{size} to fetch</source>
        <translation>需下载 {size}</translation>
    </message>
    <message>
        <source>is here already</source>
        <translation>已在本机</translation>
    </message>
    <message>
        <source>revision {name}</source>
        <translation>修订版本 {name}</translation>
    </message>
    <message>
        <source>its authors see who you are</source>
        <translation>作者会看到您的身份</translation>
    </message>
    <message>
        <source>Licence: {name}</source>
        <translation>许可证：{name}</translation>
    </message>
    <message>
        <source>Read this licence</source>
        <translation>阅读此许可证</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Words to check</source>
        <translation>待核对的词</translation>
    </message>
    <message>
        <source>{checked} of {total} checked</source>
        <translation>已核对 {checked} / {total}</translation>
    </message>
    <message>
        <source>The words that are most likely wrong, judged by how they settled</source>
        <translation>根据定形过程判断最可能有误的词</translation>
    </message>
    <message>
        <source>All are right</source>
        <translation>全部正确</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Take it off the list and go on</source>
        <translation>从列表移除并继续</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>换一个词…</translation>
    </message>
    <message>
        <source>What the word could be instead</source>
        <translation>这个词还可能是什么</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>播放下一个</translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>Try a sample</source>
        <translation>试用示例</translation>
    </message>
</context>
<context>
    <name>SecondOpinionController</name>
    <message>
        <source>Ask for a second opinion</source>
        <translation>征求第二意见</translation>
    </message>
    <message>
        <source>Another engine hears all of it; words on which both differ are the first to check</source>
        <translation>由另一个引擎重听全部；两者不同的词最先检查</translation>
    </message>
    <message>
        <source>second opinion</source>
        <translation>第二意见</translation>
    </message>
    <message>
        <source>{model} hears {differing} of {words} words differently. They are the first to check.</source>
        <translation>{words} 个词中，{model} 有 {differing} 个听得不同。请最先检查它们。</translation>
    </message>
    <message>
        <source>{model} hears the same words.</source>
        <translation>{model} 听到的词相同。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{model} is listening: {share}</source>
        <translation>{model} 正在听：{share}</translation>
    </message>
    <message>
        <source>The second engine is getting ready…</source>
        <translation>第二个引擎正在准备……</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
        <source>Dictation</source>
        <translation>听写</translation>
    </message>
    <message>
        <source>Words and speakers</source>
        <translation>词语与说话人</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Noise, both or guess</source>
        <translation>噪声、两者或猜测</translation>
    </message>
    <message>
        <source>From token to token</source>
        <translation>在词元之间移动</translation>
    </message>
    <message>
        <source>First or last token</source>
        <translation>第一个或最后一个词元</translation>
    </message>
    <message>
        <source>Another word for the token</source>
        <translation>为该词元换一个词</translation>
    </message>
    <message>
        <source>Leave the token</source>
        <translation>离开词元</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Open the transcript</source>
        <translation>打开转录</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Edit the text; stop editing</source>
        <translation>编辑文本；结束编辑</translation>
    </message>
    <message>
        <source>Play or pause while editing</source>
        <translation>编辑时播放或暂停</translation>
    </message>
    <message>
        <source>Wave, spectrogram or both</source>
        <translation>波形、频谱图或两者</translation>
    </message>
    <message>
        <source>Take a suggestion</source>
        <translation>采用备选词</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Join with the next segment</source>
        <translation>与下一片段合并</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>删除此片段</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>重复播放此片段</translation>
    </message>
    <message>
        <source>Set the speaker</source>
        <translation>指定说话人</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>返回资料库</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Another word</source>
        <translation>换一个词</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>重新识别</translation>
    </message>
    <message>
        <source>Listen again with another word</source>
        <translation>以另一个词重新识别</translation>
    </message>
    <message>
        <source>Play the differences</source>
        <translation>播放差异处</translation>
    </message>
    <message>
        <source>Use the new words; keep the original</source>
        <translation>采用新词；保留原文</translation>
    </message>
    <message>
        <source>Larger or smaller letters</source>
        <translation>放大或缩小文字</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任意位置</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>在画布上</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>在资料库中</translation>
    </message>
    <message>
        <source>In the reading view</source>
        <translation>阅读视图中</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>在编辑器中</translation>
    </message>
    <message>
        <source>Checking words</source>
        <translation>核对词语</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>All your transcripts</source>
        <translation>您的全部转录</translation>
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
        <translation>{size}/秒</translation>
    </message>
</context>
<context>
    <name>SpeakersMenu</name>
    <message>
        <source>Speaker {number}</source>
        <translation>说话人 {number}</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Listening to the voices: {share}</source>
        <translation>正在辨听声音：{share}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The voice of {name} is remembered on this machine, and named in later files.</source>
        <translation>{name} 的声音已记在本机上，以后的文件中会标出姓名。</translation>
    </message>
    <message>
        <source>Only one voice was found.</source>
        <translation>只找到一个声音。</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>谁在说话</translation>
    </message>
    <message>
        <source>Find who speaks</source>
        <translation>查找说话人</translation>
    </message>
    <message>
        <source>This is said by</source>
        <translation>这句话出自</translation>
    </message>
    <message>
        <source>Remember this voice</source>
        <translation>记住这个声音</translation>
    </message>
    <message>
        <source>Forget a voice</source>
        <translation>忘记某个声音</translation>
    </message>
</context>
<context>
    <name>SpectrogramLane</name>
    <message>
        <source>what the model hears</source>
        <translation>模型听到的声音</translation>
    </message>
    <message>
        <source>Spectrogram of the segment</source>
        <translation>片段的频谱图</translation>
    </message>
    <message>
        <source>What the model hears; click to play</source>
        <translation>模型听到的声音；点击播放</translation>
    </message>
</context>
<context>
    <name>SpokenLanguageMenu</name>
    <message>
        <source>Spoken language</source>
        <translation>所说语言</translation>
    </message>
    <message>
        <source>As for all files</source>
        <translation>与所有文件相同</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>StartDropdown</name>
    <message>
        <source>The model&apos;s own way</source>
        <translation>按模型自身方式</translation>
    </message>
    <message>
        <source>Noise alone</source>
        <translation>仅噪声</translation>
    </message>
    <message>
        <source>With a draft</source>
        <translation>带草稿</translation>
    </message>
    <message>
        <source>Noise: random tokens and nothing else, the published way. The denoiser alone hears and writes.</source>
        <translation>噪声：只有随机词元，即论文发布的方式。由去噪器独自聆听和书写。</translation>
    </message>
    <message>
        <source>Draft: the denoiser sees a first reading of the sound, made without it, and corrects it.</source>
        <translation>草稿：去噪器会看到一份不由它生成的初步识别结果，并加以修正。</translation>
    </message>
    <message>
        <source>What the canvas starts from</source>
        <translation>画布的起点</translation>
    </message>
</context>
<context>
    <name>StepHeatmap</name>
    <message>
        <source>The noise that the first step was given</source>
        <translation>给第一步的噪声</translation>
    </message>
    <message>
        <source>The draft: a first reading of the sound, which every step sees and may change.</source>
        <translation>草稿：对声音的初步识别，每一步都能看到并可修改。</translation>
    </message>
    <message>
        <source>Step {step} took {count} of {all} tokens, the surest first, until its budget of doubt was spent.</source>
        <translation>第 {step} 步采纳了 {all} 个词元中的 {count} 个，最有把握的在先，直到用完不确定度预算。</translation>
    </message>
    <message>
        <source>Step {step} took {count} of {all} tokens: all that were sure enough.</source>
        <translation>第 {step} 步采纳了 {all} 个词元中的 {count} 个：所有足够有把握的。</translation>
    </message>
    <message>
        <source>It ended here: the text had settled, and the model was sure.</source>
        <translation>到此结束：文本已稳定，模型有把握。</translation>
    </message>
    <message>
        <source>It ended here: no more steps were allowed.</source>
        <translation>在此结束：不允许更多步。</translation>
    </message>
    <message>
        <source>It ended here: the text did not fit on the canvas.</source>
        <translation>到此结束：画布放不下文本。</translation>
    </message>
    <message>
        <source>What the first step was given: the draft with noise in it</source>
        <translation>第一步得到的内容：掺有噪声的草稿</translation>
    </message>
    <message>
        <source>The draft, a first reading of the sound, which the first step was given</source>
        <translation>草稿，即对声音的初步识别，作为第一步的输入</translation>
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
        <source>Steps downwards, positions across: the stronger the colour, the surer the model; orange was taken back. Click, drag or use the arrow keys (also , and .) to step.</source>
        <translation>步骤向下，位置横向：颜色越深，模型越确定；橙色为已收回。单击、拖动或用方向键（也可用 , 和 .）逐步查看。</translation>
    </message>
</context>
<context>
    <name>StepsSlider</name>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>细致</translation>
    </message>
</context>
<context>
    <name>StorageSettingsPage</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>New recordings go there; older ones stay where they are.</source>
        <translation>新录音保存在这里；旧录音留在原处。</translation>
    </message>
    <message>
        <source>Put a folder with an adapter there, and it can be chosen as a model.</source>
        <translation>将含有适配器的文件夹放入其中，即可选作模型。</translation>
    </message>
    <message>
        <source>New files here are transcribed automatically, and written as Exports says: as text, if nothing else.</source>
        <translation>此处的新文件会自动转录，并按“导出”中的设置写出；未设置时写为文本。</translation>
    </message>
    <message>
        <source>Your library is stored here.</source>
        <translation>您的资料库存放在此处。</translation>
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
    <message>
        <source>Watched folder</source>
        <translation>监视的文件夹</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>TokenInspector</name>
    <message>
        <source>Token details</source>
        <translation>词元详情</translation>
    </message>
    <message>
        <source>taken: {token} · guess: {guess} {share}</source>
        <translation>已采纳：{token} · 猜测：{guess} {share}</translation>
    </message>
    <message>
        <source>Still changing at the last step</source>
        <translation>最后一步仍在变化</translation>
    </message>
    <message>
        <source>Guess unchanged since step {step}</source>
        <translation>自第 {step} 步起猜测未变</translation>
    </message>
    <message>
        <source>now: {token} · guess: {guess} {share}</source>
        <translation>现在：{token} · 猜测：{guess} {share}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已稳定</translation>
    </message>
    <message>
        <source>settling</source>
        <translation>正在稳定</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>position {position} · step {step} · {state} · {nats} nats</source>
        <translation>位置 {position} · 第 {step} 步 · {state} · {nats} 奈特</translation>
    </message>
    <message>
        <source>ended: settled, and sure ({nats} nats a token)</source>
        <translation>结束：已稳定且有把握（每词元 {nats} 奈特）</translation>
    </message>
    <message>
        <source>step took {count} tokens · {nats} nats</source>
        <translation>本步采纳 {count} 个词元 · {nats} 奈特</translation>
    </message>
    <message>
        <source>step took {count} tokens · {nats} nats, budget {budget}</source>
        <translation>本步采纳 {count} 个 · {nats} 奈特，预算 {budget}</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>原始文本</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Text of the transcript</source>
        <translation>转录文字</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>annealing…</source>
        <translation>正在成形…</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>正在书写…</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>转写文本</translation>
    </message>
    <message>
        <source>Replay this segment</source>
        <translation>重播此片段</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Go to the newest line, and stay there</source>
        <translation>跳到最新一行并停留在那里</translation>
    </message>
</context>
<context>
    <name>TranscriptionPage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
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
        <source>recording</source>
        <translation>正在录音</translation>
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
    <name>TranscriptionSettingsPage</name>
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
        <source>The model&apos;s own way</source>
        <translation>按模型自身方式</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>This model writes from left to right: it takes no steps, and starts from nothing.</source>
        <translation>此模型从左到右书写：没有步数，也没有起始文本。</translation>
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
        <source>Running on: {device} ({precision}), tested</source>
        <translation>运行于：{device}（{precision}），已测试</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
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
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>How much more the sound counts than what would be written without it. Takes twice the work</source>
        <translation>声音相对于没有声音时会写出的文字，权重要大多少。计算量加倍</translation>
    </message>
    <message>
        <source>Repeated phrases</source>
        <translation>重复的短语</translation>
    </message>
    <message>
        <source>Phrases that the model repeats to fill the canvas</source>
        <translation>模型为填满画布而重复的短语</translation>
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
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Download, verify, import and delete models</source>
        <translation>下载、校验、导入和删除模型</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>将文本复制到剪贴板</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>重做：{what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>重复播放此片段</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Who speaks here. A new name counts everywhere; the name of another speaker, or Ctrl+1 to 9, for this turn</source>
        <translation>这里是谁在说话。新名字全文生效；另一位说话人的名字或 Ctrl+1 至 9 只改这一段</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the text; Esc goes back to listening</source>
        <translation>编辑文字；按 Esc 返回收听</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>What the model hears</source>
        <translation>模型听到的声音</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>The arrow keys choose a finished segment</source>
        <translation>方向键可选择已完成的片段</translation>
    </message>
    <message>
        <source>{times}: click to show it</source>
        <translation>{times}：点击显示</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
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
        <source>Try it:</source>
        <translation>试一试：</translation>
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
    <name>WhisperCompareController</name>
    <message>
        <source>Compare with Whisper…</source>
        <translation>与 Whisper 比较…</translation>
    </message>
    <message>
        <source>The segment at the cursor, denoised and written token by token, on one clock</source>
        <translation>光标处的片段：去噪与逐词元书写，同一时钟</translation>
    </message>
    <message>
        <source>{model} is not here: {size}, {licence}.</source>
        <translation>这里没有 {model}：{size}，{licence}。</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>下载…</translation>
    </message>
</context>
<context>
    <name>WhisperCompareDialog</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Measured: the decoders alone, without the encoder; Anneal&apos;s steps when this was transcribed.</source>
        <translation>实测：仅解码器，不含编码器；Anneal 的步骤为转写时所测。</translation>
    </message>
    <message>
        <source>{share} of the words are the same</source>
        <translation>{share} 的词相同</translation>
    </message>
    <message>
        <source>struck through: only Anneal · underlined: only Whisper</source>
        <translation>删除线：仅 Anneal · 下划线：仅 Whisper</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n step(s)</source>
        <translation>
            <numerusform>{ms} 毫秒 · %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>准备中…</translation>
    </message>
    <message>
        <source>The model finishes a segment first.</source>
        <translation>模型先完成一个片段。</translation>
    </message>
    <message>
        <source>Loading Whisper…</source>
        <translation>正在加载 Whisper…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>正在听…</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n token(s)</source>
        <translation>
            <numerusform>{ms} 毫秒 · %n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with Whisper: {title}</source>
        <translation>与 Whisper 比较：{title}</translation>
    </message>
    <message>
        <source>Anneal, all words at once</source>
        <translation>Anneal：所有词同时</translation>
    </message>
    <message>
        <source>Whisper, token by token</source>
        <translation>Whisper：逐个词元</translation>
    </message>
    <message>
        <source>Anneal and Whisper, word by word</source>
        <translation>Anneal 与 Whisper，逐词对照</translation>
    </message>
    <message>
        <source>Play both again</source>
        <translation>重新播放两者</translation>
    </message>
    <message>
        <source>Let Whisper write again</source>
        <translation>让 Whisper 再写一次</translation>
    </message>
    <message>
        <source>Measure it once more, now that it is loaded</source>
        <translation>现已加载，再测一次</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>1× is as fast as it really was</source>
        <translation>1× 即真实速度</translation>
    </message>
</context>
<context>
    <name>WorkStatus</name>
    <message numerus="yes">
        <source>%n file(s) transcribed</source>
        <translation>
            <numerusform>已转写 %n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be transcribed</source>
        <translation>
            <numerusform>%n 个文件无法转写</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WrittenText</name>
    <message>
        <source>{model} writes from left to right: there is no canvas to watch.</source>
        <translation>{model} 从左到右书写：没有画布可看。</translation>
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
    <name>_Handle</name>
    <message>
        <source>Border between canvas and transcript</source>
        <translation>画布与转写文本的分界</translation>
    </message>
    <message>
        <source>Drag to share the room between canvas and transcript</source>
        <translation>拖动以分配画布与转写文本的空间</translation>
    </message>
</context>
<context>
    <name>_PlayPauseButton</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
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
