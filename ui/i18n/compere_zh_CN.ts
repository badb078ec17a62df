<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message>
        <source>ARM</source>
        <translation>备播</translation>
    </message>
    <message>
        <source>DISARM</source>
        <translation>取消备播</translation>
    </message>
    <message>
        <source>GO LIVE</source>
        <translation>开始播出</translation>
    </message>
    <message>
        <source>BACK TO LIVE</source>
        <translation>恢复播出</translation>
    </message>
    <message>
        <source>END SHOW</source>
        <translation>结束演出</translation>
    </message>
    <message>
        <source>INTERRUPT</source>
        <translation>打断</translation>
    </message>
    <message>
        <source>HOLD</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>PANIC</source>
        <translation>紧急黑场</translation>
    </message>
    <message>
        <source>LEAVE PANIC</source>
        <translation>解除紧急</translation>
    </message>
    <message>
        <source>hold Ctrl+Enter</source>
        <translation>按住 Ctrl+Enter</translation>
    </message>
    <message>
        <source>hold 1 s</source>
        <translation>按住 1 秒</translation>
    </message>
    <message>
        <source>hold F12</source>
        <translation>按住 F12</translation>
    </message>
    <message>
        <source>hold {keys}</source>
        <translation>按住 {keys}</translation>
    </message>
    <message>
        <source>, held {seconds} s</source>
        <translation>，按住 {seconds} 秒</translation>
    </message>
    <message>
        <source>Puts on {words}</source>
        <translation>上场：{words}</translation>
    </message>
    <message>
        <source>END REHEARSAL</source>
        <translation>结束彩排</translation>
    </message>
    <message>
        <source>GO ON</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>REHEARSAL</source>
        <translation>彩排</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>Who is asked, in this order</source>
        <translation>依序询问</translation>
    </message>
    <message>
        <source>GROQ</source>
        <translation>GROQ</translation>
    </message>
    <message>
        <source>Groq&apos;s Whisper hears: needs its key</source>
        <translation>由 Groq 的 Whisper 听写：需要密钥</translation>
    </message>
    <message>
        <source>SERVER</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Your own server hears: SETTINGS, ANSWERS</source>
        <translation>由您自己的服务器听写：见“设置”›“问答”</translation>
    </message>
    <message>
        <source>Whisper on this machine hears: SETTINGS, HEARING</source>
        <translation>由本机的 Whisper 听写：见“设置”›“听写”</translation>
    </message>
    <message>
        <source>LOCAL</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Heard by</source>
        <translation>听写者</translation>
    </message>
    <message>
        <source>FACTS</source>
        <translation>参考资料</translation>
    </message>
    <message>
        <source>The sheet below answers: at once, and with no network</source>
        <translation>由下方的参考资料回答：立即，且不需网络</translation>
    </message>
    <message>
        <source>Groq&apos;s language model answers: needs its key</source>
        <translation>由 Groq 的语言模型回答：需要密钥</translation>
    </message>
    <message>
        <source>Your own server answers: SETTINGS, ANSWERS</source>
        <translation>由您自己的服务器回答：见“设置”›“问答”</translation>
    </message>
    <message>
        <source>Answers when it is set up</source>
        <translation>设置好之后就会回答</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>回答者</translation>
    </message>
    <message>
        <source>What it answers</source>
        <translation>回答什么</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>参考资料</translation>
    </message>
    <message>
        <source>More facts</source>
        <translation>补充资料</translation>
    </message>
    <message>
        <source>Markdown: “## a question”, and its answer below</source>
        <translation>Markdown：“## 问题”，下面写答案</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>角色设置</translation>
    </message>
    <message>
        <source>who the avatar is when it answers</source>
        <translation>数字人回答时的身份</translation>
    </message>
    <message>
        <source>that of the question</source>
        <translation>与提问相同</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Mandarin, Taiwan</source>
        <translation>国语（台湾）</translation>
    </message>
    <message>
        <source>Mandarin, mainland</source>
        <translation>普通话（中国大陆）</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>What it answers in, and what questions by voice are expected in</source>
        <translation>回答所用的语言，也是语音提问预期的语言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>The longest answer, as it is spoken</source>
        <translation>说出来的回答最长多久</translation>
    </message>
    <message>
        <source>Before the hall hears it</source>
        <translation>现场听到之前</translation>
    </message>
    <message>
        <source>AUTO</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>What the word lists let through is spoken at once</source>
        <translation>通过词表检查的就直接说出</translation>
    </message>
    <message>
        <source>FIRST</source>
        <translation>先通过</translation>
    </message>
    <message>
        <source>Nothing is spoken before you approve it</source>
        <translation>未经您通过，一句都不说</translation>
    </message>
    <message>
        <source>Each sentence waits for a press of its own</source>
        <translation>每一句都要按一次才说</translation>
    </message>
    <message>
        <source>EACH</source>
        <translation>逐句通过</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>通过方式</translation>
    </message>
    <message>
        <source>IT WAITS</source>
        <translation>继续等</translation>
    </message>
    <message>
        <source>It waits until you come</source>
        <translation>一直等到您处理</translation>
    </message>
    <message>
        <source>SAFE LINE</source>
        <translation>安全句</translation>
    </message>
    <message>
        <source>The safe line is spoken in its place</source>
        <translation>改说安全句</translation>
    </message>
    <message>
        <source>DROP</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>It is rejected</source>
        <translation>直接退回</translation>
    </message>
    <message>
        <source>If no hand comes</source>
        <translation>无人处理时</translation>
    </message>
    <message>
        <source>How long an answer waits for your hand; while you write it waits on</source>
        <translation>回答等您多久；您在输入时会继续等</translation>
    </message>
    <message>
        <source>… after</source>
        <translation>… 等候</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>禁用词表</translation>
    </message>
    <message>
        <source>Never said</source>
        <translation>不可说出</translation>
    </message>
    <message>
        <source>names that must not be said, one on a line</source>
        <translation>不可说出的名字，一行一个</translation>
    </message>
    <message>
        <source>Always at hand</source>
        <translation>随时可用</translation>
    </message>
    <message>
        <source>Safe line</source>
        <translation>安全句</translation>
    </message>
    <message>
        <source>what may always be said in place of an answer</source>
        <translation>随时可用来代替回答的话</translation>
    </message>
    <message>
        <source>Stand-by line</source>
        <translation>垫场句</translation>
    </message>
    <message>
        <source>said while the answer is being made</source>
        <translation>准备回答时说的话</translation>
    </message>
</context>
<context>
    <name>AudioPart</name>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Momentary loudness</source>
        <translation>瞬时响度</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>话筒静音</translation>
    </message>
    <message>
        <source>Mute the avatar&apos;s voice</source>
        <translation>数字人声音静音</translation>
    </message>
    <message>
        <source>MC mic</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>数字人</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>Peak in dBFS, loudness as the thin bar; press to take the clip light back</source>
        <translation>峰值（dBFS），细条为响度；按一下可熄灭削波灯</translation>
    </message>
    <message>
        <source>MUTED</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>MISSING</source>
        <translation>断线</translation>
    </message>
    <message>
        <source>mic {mic} · hall {hall} LUFS</source>
        <translation>麦 {mic} · 现场 {hall} LUFS</translation>
    </message>
    <message>
        <source>MUTE</source>
        <translation>静音</translation>
    </message>
</context>
<context>
    <name>AvatarButton</name>
    <message>
        <source>Avatar {name}</source>
        <translation>数字人 {name}</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>未就绪</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
</context>
<context>
    <name>AvatarsPage</name>
    <message>
        <source>Add an avatar folder…</source>
        <translation>加入数字人文件夹…</translation>
    </message>
    <message>
        <source>It is checked, and copied to your own avatars; a bad one is refused with a reason</source>
        <translation>会先检查，再复制到您自己的数字人文件夹；不合格的会说明原因并拒绝</translation>
    </message>
    <message>
        <source>From a video…</source>
        <translation>用视频制作…</translation>
    </message>
    <message>
        <source>Make a host of a video or a photo; needs the neural driver&apos;s files</source>
        <translation>用视频或照片制作主持人；需要神经驱动的文件</translation>
    </message>
    <message>
        <source>CLEAR OLD HOSTS</source>
        <translation>清除旧数字人</translation>
    </message>
    <message>
        <source>Prepared hosts take {size}; besides, {old} of them are old and take {more}.</source>
        <translation>已准备的数字人占用 {size}；另有 {old} 份旧数据，占用 {more}。</translation>
    </message>
    <message>
        <source>Prepared hosts take {size} on the disk.</source>
        <translation>已准备的数字人占用磁盘 {size}。</translation>
    </message>
</context>
<context>
    <name>BookRow</name>
    <message>
        <source>Listen to this name</source>
        <translation>试听这个名字</translation>
    </message>
    <message>
        <source>Take this name out</source>
        <translation>移除这个名字</translation>
    </message>
</context>
<context>
    <name>BoxView</name>
    <message>
        <source>Face box</source>
        <translation>脸框</translation>
    </message>
    <message>
        <source>Drag the box: from the brow to just below the chin, cheek to cheek</source>
        <translation>拖动方框：上到额头，下到下巴，左右到脸颊</translation>
    </message>
</context>
<context>
    <name>BuildPage</name>
    <message>
        <source>MAKE</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Prepare every picture; goes on where it was stopped</source>
        <translation>准备每个画面；会从停下处继续</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; the next time goes on from there</source>
        <translation>停止；下次从那里继续</translation>
    </message>
    <message>
        <source>CLOSE</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Back to the avatars</source>
        <translation>回到数字人</translation>
    </message>
    <message>
        <source>No face was found on the first picture: draw the box by hand.</source>
        <translation>第一个画面找不到人脸：请手动画框。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>what the operator reads</source>
        <translation>操作员看到的名字</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>under which the clip may be shown, as CC-BY-4.0</source>
        <translation>视频可依何种授权播放，例如 CC-BY-4.0</translation>
    </message>
    <message>
        <source>Mask width</source>
        <translation>遮罩宽度</translation>
    </message>
    <message>
        <source>Of the jaw, as a part of the box&apos;s width</source>
        <translation>下颌宽度，占框宽的比例</translation>
    </message>
    <message>
        <source>Mask height</source>
        <translation>遮罩高度</translation>
    </message>
    <message>
        <source>From the box&apos;s lower edge up</source>
        <translation>从框的下沿往上</translation>
    </message>
    <message>
        <source>Chin</source>
        <translation>下巴</translation>
    </message>
    <message>
        <source>How far down the mask reaches</source>
        <translation>遮罩往下延伸多少</translation>
    </message>
    <message>
        <source>Soft rim</source>
        <translation>柔边</translation>
    </message>
    <message>
        <source>Width of the rim in which old and new are mixed</source>
        <translation>新旧画面混合的边缘宽度</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Which one, counted from the left; 0 when there is only one</source>
        <translation>从左数第几张；只有一张时填 0</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Begin of the piece of the clip</source>
        <translation>片段的开头</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Its end; 0 is the clip&apos;s</source>
        <translation>片段的结尾；0 表示到视频结尾</translation>
    </message>
</context>
<context>
    <name>ChannelPicker</name>
    <message>
        <source>While it is lit, a press adds a channel to those that are heard, or takes it away</source>
        <translation>亮着时，按一下就加上一个通道，或把它去掉</translation>
    </message>
    <message>
        <source>ADD</source>
        <translation>加选</translation>
    </message>
    <message>
        <source>Channel {n}</source>
        <translation>通道 {n}</translation>
    </message>
    <message>
        <source>Channel {n} is chosen, and this device has {count}</source>
        <translation>选的是通道 {n}，但这个设备只有 {count} 个</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>no colour</source>
        <translation>无颜色</translation>
    </message>
</context>
<context>
    <name>DeviceSettings</name>
    <message>
        <source>Microphone</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>The MC&apos;s microphone</source>
        <translation>主持人的话筒</translation>
    </message>
    <message>
        <source>All {n} channels are mixed: press the one that the MC is on</source>
        <translation>全部 {n} 个通道混在一起：请按主持人所在的那一个</translation>
    </message>
    <message>
        <source>MC on channel {n}</source>
        <translation>主持人在通道 {n}</translation>
    </message>
    <message>
        <source>MC on channels {list}, added together</source>
        <translation>主持人在通道 {list}，相加</translation>
    </message>
    <message>
        <source>MIX OF ALL</source>
        <translation>全部混合</translation>
    </message>
    <message>
        <source>All channels at once, as the system mixes them</source>
        <translation>所有通道一起，由系统混合</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>音箱</translation>
    </message>
    <message>
        <source>Where the program&apos;s sound goes</source>
        <translation>节目声音送往哪里</translation>
    </message>
    <message>
        <source>The hall in stereo, as the system maps it</source>
        <translation>会场走立体声，由系统分配</translation>
    </message>
    <message>
        <source>The hall on channel {n}</source>
        <translation>会场在通道 {n}</translation>
    </message>
    <message>
        <source>The hall on channels {list}</source>
        <translation>会场在通道 {list}</translation>
    </message>
    <message>
        <source>SYSTEM&apos;S STEREO</source>
        <translation>系统立体声</translation>
    </message>
    <message>
        <source>The system puts the hall&apos;s sound where it puts all stereo</source>
        <translation>系统把会场声音放在一般立体声的位置</translation>
    </message>
    <message>
        <source>No feed: press the channel for in-ear monitors, a recorder or the press</source>
        <translation>没有辅助输出：给耳返、录音或媒体，请按通道</translation>
    </message>
    <message>
        <source>The feed on channel {n}</source>
        <translation>辅助输出在通道 {n}</translation>
    </message>
    <message>
        <source>The feed on channels {list}</source>
        <translation>辅助输出在通道 {list}</translation>
    </message>
    <message>
        <source>NO FEED</source>
        <translation>不用辅助输出</translation>
    </message>
    <message>
        <source>No second sound on this device</source>
        <translation>这个设备不送第二路声音</translation>
    </message>
    <message>
        <source>Hall screen</source>
        <translation>现场大屏</translation>
    </message>
    <message>
        <source>The screen that the hall sees</source>
        <translation>现场观众看到的屏幕</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>magenta</source>
        <translation>品红</translation>
    </message>
    <message>
        <source>Settings: {name}</source>
        <translation>设置：{name}</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
</context>
<context>
    <name>DraftPart</name>
    <message>
        <source>held</source>
        <translation>拦下</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待通过</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>已播出</translation>
    </message>
    <message>
        <source>Other words for this sentence</source>
        <translation>改写这一句</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>说话中</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>撰写中</translation>
    </message>
    <message>
        <source>RELEASE</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Speak this held sentence all the same</source>
        <translation>仍然说出这句被拦下的话</translation>
    </message>
    <message>
        <source>Do not speak this sentence</source>
        <translation>不说这一句</translation>
    </message>
    <message>
        <source>Drafted answer</source>
        <translation>拟好的回答</translation>
    </message>
</context>
<context>
    <name>EditPanel</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>PRESET</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>The fields of one preset</source>
        <translation>单一预设的各字段</translation>
    </message>
    <message>
        <source>ANSWERS</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>Who answers in this preset, from what, and when</source>
        <translation>该预设由谁回答、依据什么、何时放行</translation>
    </message>
    <message>
        <source>VOICES</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Who speaks, and how names are said</source>
        <translation>由谁说话，名字怎么念</translation>
    </message>
    <message>
        <source>SHOW</source>
        <translation>演出</translation>
    </message>
    <message>
        <source>The whole show: its name, its file, its table</source>
        <translation>整场演出：名称、文件、表格</translation>
    </message>
    <message>
        <source>AVATARS</source>
        <translation>数字人</translation>
    </message>
    <message>
        <source>Who can be on screen</source>
        <translation>可以上画面的人物</translation>
    </message>
    <message>
        <source>MODELS</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The neural driver&apos;s files</source>
        <translation>神经网络驱动的文件</translation>
    </message>
    <message>
        <source>KEYS</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Which key does what</source>
        <translation>哪个按键做什么</translation>
    </message>
    <message>
        <source>SETTINGS</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Languages, devices, delays, storage</source>
        <translation>语言、设备、延迟、存储</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>ON STAGE</source>
        <translation>台上</translation>
    </message>
    <message>
        <source>Who is on screen, what drives them, what is heard</source>
        <translation>谁在画面上、由什么驱动、听到什么</translation>
    </message>
    <message>
        <source>UNDO</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>撤回上一个变更</translation>
    </message>
    <message>
        <source>REDO</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>再做一次</translation>
    </message>
    <message>
        <source>RENDER</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Make films offline</source>
        <translation>离线制作视频</translation>
    </message>
</context>
<context>
    <name>EngineSettings</name>
    <message>
        <source>the card with the most free memory</source>
        <translation>可用显存最多的显卡</translation>
    </message>
    <message>
        <source>the processor, to try it out: far too slow for a hall</source>
        <translation>处理器，仅供试用：对现场演出太慢</translation>
    </message>
    <message>
        <source>SMALL is approximate: the mouth is less sharp than as published, and HEALTH says so. A film in exact mode never uses it.</source>
        <translation>“小型”为近似结果：嘴部不如原始版本清晰，“系统状态”会标明。精确模式的视频绝不使用。</translation>
    </message>
    <message>
        <source>All three hold at once: the engine loads its filmed hosts again, and they idle until it has. A host of the light driver stays as it is.</source>
        <translation>三项都立即生效：引擎会重新加载实拍数字人，加载前保持待机动作。轻量驱动的数字人不受影响。</translation>
    </message>
    <message>
        <source>It hears all, and draws when the first one fails. ON and OFF hold within seconds.</source>
        <translation>它同步收听一切，第一引擎失效时接手绘制。“开”与“关”数秒内生效。</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Nobody has looked for a graphics card yet.</source>
        <translation>尚未查找显卡。</translation>
    </message>
</context>
<context>
    <name>EventStep</name>
    <message>
        <source>What is the event?</source>
        <translation>这是什么活动？</translation>
    </message>
    <message>
        <source>The hall sees its slate while nobody is on air: the name, or a picture of your own.</source>
        <translation>没有人播出时，现场看到的是垫片：活动名称，或您自己的图片。</translation>
    </message>
    <message>
        <source>The event&apos;s name, on the slate and in this window; Enter or Esc leaves the field</source>
        <translation>活动名称，显示在垫片与本窗口上；按 Enter 或 Esc 离开输入框</translation>
    </message>
    <message>
        <source>Welcome: the event&apos;s name</source>
        <translation>欢迎：活动名称</translation>
    </message>
    <message>
        <source>The event&apos;s name…</source>
        <translation>活动名称…</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The show&apos;s name on a plain ground</source>
        <translation>纯色底上的节目名称</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A picture of your own</source>
        <translation>自选的图片</translation>
    </message>
    <message>
        <source>BLACK</source>
        <translation>黑场</translation>
    </message>
    <message>
        <source>Nothing at all</source>
        <translation>什么都不显示</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>垫片</translation>
    </message>
    <message>
        <source>✓ The hall sees your picture.</source>
        <translation>✓ 现场看到您的图片。</translation>
    </message>
    <message>
        <source>The hall sees black.</source>
        <translation>现场看到黑画面。</translation>
    </message>
    <message>
        <source>✓ The hall reads “{name}”.</source>
        <translation>✓ 现场看到“{name}”。</translation>
    </message>
    <message>
        <source>Without a name the slate is a plain ground.</source>
        <translation>没有名称时，垫片只是纯色底。</translation>
    </message>
</context>
<context>
    <name>EventsOverlay</name>
    <message>
        <source>Alarms and log</source>
        <translation>告警与日志</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Close alarms and log</source>
        <translation>关闭告警与日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Show of the log</source>
        <translation>日志显示</translation>
    </message>
    <message>
        <source>ALL</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Everything that happened</source>
        <translation>发生过的一切</translation>
    </message>
    <message>
        <source>DONE</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What hands did</source>
        <translation>人做了什么</translation>
    </message>
    <message>
        <source>REFUSED</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>What was refused, and why</source>
        <translation>被拒的操作与原因</translation>
    </message>
    <message>
        <source>FAULTS</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>What broke, and what was over</source>
        <translation>出了什么问题、何时恢复</translation>
    </message>
    <message>
        <source>Only lines with these words; Enter or Esc leaves the field</source>
        <translation>只显示含这些字的条目；按 Enter 或 Esc 离开输入框</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message numerus="yes">
        <source>%n alarms</source>
        <translation>
            <numerusform>%n 个告警</numerusform>
        </translation>
    </message>
    <message>
        <source>No alarm</source>
        <translation>没有告警</translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>已 {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Nothing of that kind has happened.</source>
        <translation>没有这类条目。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚无任何日志。</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>not required</source>
        <translation>非必需</translation>
    </message>
    <message>
        <source>good</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>foreign</source>
        <translation>不是这个文件</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>损坏</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Say a sound file</source>
        <translation>播放声音文件</translation>
    </message>
    <message>
        <source>Choose the slate&apos;s picture</source>
        <translation>选择垫片画面的图片</translation>
    </message>
    <message>
        <source>Choose the folder of the Whisper model</source>
        <translation>选择 Whisper 模型的文件夹</translation>
    </message>
    <message>
        <source>Choose the folder of recordings</source>
        <translation>选择录制的文件夹</translation>
    </message>
    <message>
        <source>Choose the second folder of recordings</source>
        <translation>选择录制的第二个文件夹</translation>
    </message>
    <message>
        <source>Texts (*.md *.txt)</source>
        <translation>文本 (*.md *.txt)</translation>
    </message>
    <message>
        <source>Choose a file for the preset</source>
        <translation>为预设选择文件</translation>
    </message>
    <message>
        <source>Shows (*.compere)</source>
        <translation>演出文件 (*.compere)</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Open a show</source>
        <translation>打开演出</translation>
    </message>
    <message>
        <source>Save the show as</source>
        <translation>另存演出</translation>
    </message>
    <message>
        <source>Read a table</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Write a table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Add an avatar folder</source>
        <translation>加入数字人文件夹</translation>
    </message>
    <message>
        <source>Import models from a folder</source>
        <translation>从文件夹导入模型</translation>
    </message>
    <message>
        <source>Choose a video or a photo</source>
        <translation>选择视频或照片</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>{name}: choose a file</source>
        <translation>{name}：选择文件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>{name}: no file</source>
        <translation>{name}：不用文件</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>不用文件</translation>
    </message>
</context>
<context>
    <name>FilmCard</name>
    <message>
        <source>approximate</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{far} · {left} left</source>
        <translation>{far}·剩余 {left}</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>CANCEL</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>AGAIN</source>
        <translation>再做一次</translation>
    </message>
    <message>
        <source>Nothing of it is left</source>
        <translation>不留下任何文件</translation>
    </message>
    <message>
        <source>Put it into the queue again</source>
        <translation>再放进队列</translation>
    </message>
    <message>
        <source>OPEN FILM</source>
        <translation>打开视频</translation>
    </message>
    <message>
        <source>Show it in the system&apos;s own player</source>
        <translation>用系统的播放器打开</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>OFF</source>
        <translation>关</translation>
    </message>
    <message>
        <source>ON</source>
        <translation>开</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不在</translation>
    </message>
</context>
<context>
    <name>HallStep</name>
    <message>
        <source>Screen and loudspeaker</source>
        <translation>屏幕与音箱</translation>
    </message>
    <message>
        <source>Choose the projector or the LED wall. With one screen only, a window will do to try things out.</source>
        <translation>请选择投影仪或 LED 大屏。只有一个屏幕时，先用窗口试试也可以。</translation>
    </message>
    <message>
        <source>Choose the hall&apos;s screen</source>
        <translation>选择现场大屏</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Welcome: hall screen</source>
        <translation>欢迎：现场大屏</translation>
    </message>
    <message>
        <source>The screen that the hall sees</source>
        <translation>现场观众看到的屏幕</translation>
    </message>
    <message>
        <source>SHOW ITS NAME ON IT</source>
        <translation>在该屏幕显示名称</translation>
    </message>
    <message>
        <source>Welcome: {words}</source>
        <translation>欢迎：{words}</translation>
    </message>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>选择音箱</translation>
    </message>
    <message>
        <source>Welcome: loudspeaker</source>
        <translation>欢迎：音箱</translation>
    </message>
    <message>
        <source>Where the program&apos;s sound goes</source>
        <translation>节目声音送往哪里</translation>
    </message>
    <message>
        <source>TEST SOUND</source>
        <translation>测试音</translation>
    </message>
    <message>
        <source>Welcome: test sound</source>
        <translation>欢迎：测试音</translation>
    </message>
    <message>
        <source>A beep a second out of the loudspeaker, and a flash on the screen; once more ends it</source>
        <translation>音箱每秒发出一声哔声，屏幕同时闪一下；再按一次即停止</translation>
    </message>
    <message>
        <source>HEARD IT</source>
        <translation>听到了</translation>
    </message>
    <message>
        <source>Welcome: heard it</source>
        <translation>欢迎：听到了</translation>
    </message>
    <message>
        <source>The beeps are heard in the hall: end them</source>
        <translation>现场听得到哔声：停止播放</translation>
    </message>
    <message>
        <source>Level to the hall</source>
        <translation>送往现场的电平</translation>
    </message>
    <message>
        <source>✓ The program is there.</source>
        <translation>✓ 节目画面已经送到。</translation>
    </message>
    <message>
        <source>That screen is not there: plug it in, or choose another.</source>
        <translation>这个屏幕不在：请接上，或选择别的。</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>Not chosen yet.</source>
        <translation>尚未选择。</translation>
    </message>
    <message>
        <source>That loudspeaker is not there: plug it in, or choose another.</source>
        <translation>找不到这个音箱：请接上，或选择另一个。</translation>
    </message>
    <message>
        <source>Choose what feeds the hall&apos;s mixer.</source>
        <translation>请选择送往现场调音台的输出。</translation>
    </message>
    <message>
        <source>Heard in the hall? If not: mixer, fader, volume.</source>
        <translation>现场听到了吗？没有的话检查调音台、推子、音量。</translation>
    </message>
    <message>
        <source>✓ Heard in the hall.</source>
        <translation>✓ 现场听得到。</translation>
    </message>
    <message>
        <source>Nobody has heard it yet: press TEST SOUND, and listen in the hall.</source>
        <translation>还没有人听过：按“测试音”，到现场听听看。</translation>
    </message>
</context>
<context>
    <name>HallWords</name>
    <message>
        <source>as the hall sees it</source>
        <translation>与现场所见相同</translation>
    </message>
    <message>
        <source>in a window on this screen</source>
        <translation>在本屏幕的窗口中</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>the hall does not see this</source>
        <translation>现场看到的不是这个</translation>
    </message>
    <message>
        <source>Nobody sees or hears anything.</source>
        <translation>没有人看到或听到任何东西。</translation>
    </message>
    <message>
        <source>The mixer gets the ground without the host; nothing is heard.</source>
        <translation>切换台只收到背景，没有数字人，也没有声音。</translation>
    </message>
    <message>
        <source>The hall sees black, and hears nothing.</source>
        <translation>现场看到黑场，没有声音。</translation>
    </message>
    <message>
        <source>The hall sees the backup slate, and hears nothing.</source>
        <translation>现场看到备用垫片画面，没有声音。</translation>
    </message>
    <message>
        <source>Playout is started again by itself, in the state you are in.</source>
        <translation>播出程序会自动重新启动，并回到当前状态。</translation>
    </message>
    <message>
        <source>PLAYOUT IS GONE</source>
        <translation>播出程序中断</translation>
    </message>
    <message>
        <source>The hall sees nothing of Compere. Switch the projector on, look at its cable.</source>
        <translation>现场完全看不到 Compere 的画面。请打开投影机并检查线缆。</translation>
    </message>
    <message>
        <source>SCREEN MISSING</source>
        <translation>现场大屏断线</translation>
    </message>
    <message>
        <source>The hall has seen this picture for {time}. Playout is started again by itself.</source>
        <translation>现场停在这个画面已 {time}。播出程序会自动重新启动。</translation>
    </message>
    <message>
        <source>PICTURE FROZEN</source>
        <translation>画面定格</translation>
    </message>
    <message>
        <source>nothing is keyed: black is the mixer&apos;s FTB</source>
        <translation>Key 已清空：要黑场请用切换台的 FTB</translation>
    </message>
    <message>
        <source>nothing is keyed: the mixer&apos;s picture is seen</source>
        <translation>Key 已清空：现场看到的是切换台的画面</translation>
    </message>
    <message>
        <source>the screen has it on a colour</source>
        <translation>现场大屏为纯色背景</translation>
    </message>
    <message>
        <source>the screen has fill and key</source>
        <translation>现场大屏输出 Fill 与 Key</translation>
    </message>
    <message>
        <source>No screen is chosen for the hall: choose it in OUTPUTS.</source>
        <translation>尚未选择现场大屏：请在“输出”中选择。</translation>
    </message>
    <message>
        <source>NOBODY SEES THIS</source>
        <translation>没有人看得到这个</translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>Health</source>
        <translation>系统状态</translation>
    </message>
    <message>
        <source>Lip delay over the last minute</source>
        <translation>过去一分钟的口型延迟</translation>
    </message>
    <message>
        <source>Frame rate over the last minute</source>
        <translation>过去一分钟的帧率</translation>
    </message>
    <message>
        <source>Sound minus picture</source>
        <translation>声音减画面的时间差</translation>
    </message>
    <message>
        <source>Lip delay</source>
        <translation>口型延迟</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>A/V skew</source>
        <translation>音画偏移</translation>
    </message>
    <message>
        <source>Late frames</source>
        <translation>迟到帧</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重启次数</translation>
    </message>
    <message>
        <source>DEFAULT</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>The lip delay that fits most machines</source>
        <translation>适合大多数电脑的口型延迟</translation>
    </message>
    <message>
        <source>EXPRESS</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>The short lip delay, for a fast machine</source>
        <translation>较短的口型延迟，适合快的电脑</translation>
    </message>
    <message>
        <source>of {rate}</source>
        <translation>目标 {rate}</translation>
    </message>
    <message>
        <source>{delay}, fixed</source>
        <translation>{delay}，已固定</translation>
    </message>
    <message>
        <source>set at ARM</source>
        <translation>备播时设置</translation>
    </message>
    <message>
        <source>● engine not there</source>
        <translation>● 引擎不在</translation>
    </message>
    <message>
        <source>● engine up {time}</source>
        <translation>● 引擎已运作 {time}</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>second starts</source>
        <translation>第二引擎启动中</translation>
    </message>
    <message>
        <source>second ready</source>
        <translation>第二引擎待命</translation>
    </message>
    <message>
        <source>second draws</source>
        <translation>第二引擎接管中</translation>
    </message>
    <message>
        <source>{used} of {total} GB on the card</source>
        <translation>显存 {used} / {total} GB</translation>
    </message>
    <message>
        <source>{count} faces came out wrong and were not shown</source>
        <translation>{count} 张脸部画面有误，未显示</translation>
    </message>
    <message>
        <source>sound late</source>
        <translation>声音较晚</translation>
    </message>
    <message>
        <source>sound early</source>
        <translation>声音较早</translation>
    </message>
</context>
<context>
    <name>HearingSettings</name>
    <message>
        <source>All of it holds at once. Who hears, and in which order, each preset says in ANSWERS.</source>
        <translation>以上立即生效。由谁听写、按什么顺序，请在各预设的“问答”设置。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>A faster-whisper model (CTranslate2): a folder with model.bin, config.json and tokenizer.json. A change holds with the next question; TEST loads the model now.</source>
        <translation>faster-whisper 模型（CTranslate2）：包含 model.bin、config.json 与 tokenizer.json 的文件夹。更改从下一个提问起生效；按“测试”会立即加载模型。</translation>
    </message>
</context>
<context>
    <name>HostStep</name>
    <message>
        <source>Who speaks?</source>
        <translation>由谁上场？</translation>
    </message>
    <message>
        <source>The hall still sees the slate: nothing of this is on air until you ARM and GO LIVE.</source>
        <translation>现场看到的仍是垫片画面：在您按“备播”并“开始播出”之前，什么都不会播出。</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>话筒电平</translation>
    </message>
    <message>
        <source>✓ That was the demo MC; with your microphone it is you.</source>
        <translation>✓ 刚才是演示主持人；接上您的话筒就是您。</translation>
    </message>
    <message>
        <source>✓ That was you. Compere is ready.</source>
        <translation>✓ 刚才那就是您。Compere 准备好了。</translation>
    </message>
    <message>
        <source>Choose who it is.</source>
        <translation>请选择由谁上场。</translation>
    </message>
    <message>
        <source>Now speak, and look at NEXT at the right: its lips follow you.  ▶</source>
        <translation>请说话，并看右边的“下一段”：口型会跟着您。  ▶</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>No preset yet: NEW makes one.</source>
        <translation>还没有预设，请按“新增”。</translation>
    </message>
    <message>
        <source>This preset is on: what you change holds when it is taken again.</source>
        <translation>该预设正在播出：更改在下次切播时生效。</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press, then press the new key</source>
        <translation>按一下，再按新的按键</translation>
    </message>
    <message>
        <source>press a key…</source>
        <translation>请按一个键…</translation>
    </message>
</context>
<context>
    <name>KeyMapOverlay</name>
    <message>
        <source>On air</source>
        <translation>播出</translation>
    </message>
    <message>
        <source>Rundown</source>
        <translation>流程单</translation>
    </message>
    <message>
        <source>Sound and picture</source>
        <translation>声音与画面</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Key map</source>
        <translation>按键表</translation>
    </message>
    <message>
        <source>Close the key map</source>
        <translation>关闭按键表</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Tab, arrows</source>
        <translation>Tab、方向键</translation>
    </message>
    <message>
        <source>walk through the window</source>
        <translation>在窗口中移动</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>hold {keys}</source>
        <translation>按住 {keys}</translation>
    </message>
    <message>
        <source>next one on</source>
        <translation>下一段往后移</translation>
    </message>
    <message>
        <source>next one back</source>
        <translation>下一段往前移</translation>
    </message>
    <message>
        <source>choose NEXT</source>
        <translation>选择下一段</translation>
    </message>
    <message>
        <source>press what has the ring</source>
        <translation>按下有外框的控件</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>{name}: a new key</source>
        <translation>{name}：新的密钥</translation>
    </message>
    <message>
        <source>enter a key; never shown again</source>
        <translation>输入密钥；之后不再显示</translation>
    </message>
    <message>
        <source>{name}: take the key out of the keyring</source>
        <translation>{name}：从密钥环移除密钥</translation>
    </message>
    <message>
        <source>Take the key out of the system&apos;s keyring</source>
        <translation>从系统密钥环移除密钥</translation>
    </message>
    <message>
        <source>from the environment</source>
        <translation>来自环境变量</translation>
    </message>
    <message>
        <source>in the system&apos;s keyring</source>
        <translation>在系统密钥环</translation>
    </message>
    <message>
        <source>until Compere is closed: this system has no keyring</source>
        <translation>到 Compere 关闭为止：这个系统没有密钥环</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>{key} does nothing now: it is {action}, at another time of the show.</source>
        <translation>{key} 现在不起作用：它是“{action}”，要在节目的其他阶段才有效。</translation>
    </message>
    <message>
        <source>You are writing: press Esc, then {key} is {action}.</source>
        <translation>您正在输入文字：先按 Esc，{key} 才是“{action}”。</translation>
    </message>
    <message>
        <source>{key} does it at once.</source>
        <translation>按 {key} 立即生效。</translation>
    </message>
    <message>
        <source>{key} twice: the first handed over what you wrote. Press it again for {action}.</source>
        <translation>连按了两次 {key}：第一次已送出您写的内容。要“{action}”请再按一次。</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Press a key&apos;s button, then the new key. None can mean two things at once.</source>
        <translation>先按要改的按键，再按新的键。同一个键不能有两种含义。</translation>
    </message>
    <message>
        <source>{words} · hold</source>
        <translation>{words} · 按住</translation>
    </message>
    <message>
        <source>{words} · twice</source>
        <translation>{words} · 按两下</translation>
    </message>
    <message>
        <source>Key of {words}</source>
        <translation>“{words}”的按键</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>默认键</translation>
    </message>
    <message>
        <source>The usual key of {words}</source>
        <translation>“{words}”的默认键</translation>
    </message>
    <message>
        <source>The usual key again</source>
        <translation>恢复默认键</translation>
    </message>
</context>
<context>
    <name>LastAnswer</name>
    <message>
        <source>Last answer</source>
        <translation>上次回答</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>thought</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>voiced</source>
        <translation>配音</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>上屏</translation>
    </message>
    <message>
        <source>From the end of the question to the hall, in ms, without the time until you approved</source>
        <translation>从提问结束到现场，单位毫秒，不含等您通过的时间</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>{ms} to the first word</source>
        <translation>{ms} 到第一个字</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>not spoken</source>
        <translation>未说出</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Say line {n}</source>
        <translation>说第 {n} 句</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>not ready yet: it is spoken as it is made</source>
        <translation>尚未就绪：会边产生边说</translation>
    </message>
    <message>
        <source>Listen to line {n}</source>
        <translation>试听第 {n} 句</translation>
    </message>
    <message>
        <source>A sound file</source>
        <translation>声音文件</translation>
    </message>
    <message>
        <source>Hear it yourself; the hall hears nothing</source>
        <translation>只有您听得到，现场听不到</translation>
    </message>
</context>
<context>
    <name>LockVeil</name>
    <message>
        <source>LOCKED</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚无任何日志。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open alarms and log</source>
        <translation>打开告警与日志</translation>
    </message>
</context>
<context>
    <name>MeterBar</name>
    <message>
        <source>CLIP</source>
        <translation>削波</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>无信号</translation>
    </message>
    <message>
        <source>LOW</source>
        <translation>过小</translation>
    </message>
</context>
<context>
    <name>ModePart</name>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>MIRROR</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>The MC&apos;s live voice drives the avatar</source>
        <translation>主持人的现场声音带动数字人</translation>
    </message>
    <message>
        <source>the MC speaks</source>
        <translation>主持人说话</translation>
    </message>
    <message>
        <source>ANSWER</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>The avatar answers questions</source>
        <translation>数字人回答提问</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>数字人回答</translation>
    </message>
    <message>
        <source>SAY</source>
        <translation>预录</translation>
    </message>
    <message>
        <source>The avatar says prepared lines</source>
        <translation>数字人说预备好的台词</translation>
    </message>
    <message>
        <source>prepared lines</source>
        <translation>预备台词</translation>
    </message>
    <message>
        <source>PA</source>
        <translation>扩声</translation>
    </message>
    <message>
        <source>THROUGH</source>
        <translation>经 Compere</translation>
    </message>
    <message>
        <source>The hall hears the MC from Compere, delayed to fit the lips</source>
        <translation>现场经由 Compere 听到主持人，延后到与口型一致</translation>
    </message>
    <message>
        <source>DIRECT</source>
        <translation>直送</translation>
    </message>
    <message>
        <source>The hall hears the MC from its own desk, at once; the lips trail</source>
        <translation>现场从自己的调音台直接听到主持人；口型会落后</translation>
    </message>
    <message>
        <source>Sound file</source>
        <translation>声音文件</translation>
    </message>
    <message>
        <source>Say a file…</source>
        <translation>播一个文件…</translation>
    </message>
    <message>
        <source>Choose a sound file for the avatar to say</source>
        <translation>选择要让数字人说的声音文件</translation>
    </message>
    <message>
        <source>The avatar speaks it as soon as it is chosen; only when LIVE</source>
        <translation>选好立刻说出；仅限播出中</translation>
    </message>
    <message>
        <source>Nothing is being said</source>
        <translation>目前没有在说话</translation>
    </message>
    <message>
        <source>demo MC is speaking</source>
        <translation>演示主持人说话中</translation>
    </message>
    <message>
        <source>microphone OK</source>
        <translation>话筒正常</translation>
    </message>
    <message>
        <source>MIC MISSING</source>
        <translation>话筒断线</translation>
    </message>
    <message>
        <source>MIC FAILED</source>
        <translation>话筒故障</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>no microphone chosen</source>
        <translation>未选话筒</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>MIC</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>The MC&apos;s own microphone</source>
        <translation>主持人自己的话筒</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>A bundled recording stands in for the microphone</source>
        <translation>以内附录音代替话筒</translation>
    </message>
    <message>
        <source>Choose the MC&apos;s microphone</source>
        <translation>选择主持人的话筒</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>The MC&apos;s microphone; Compere never takes another by itself</source>
        <translation>主持人的话筒；Compere 绝不自行改用别的</translation>
    </message>
    <message>
        <source>The hall hears the MC together with the lips.</source>
        <translation>现场听到的主持人与口型同步。</translation>
    </message>
    <message>
        <source>The hall hears the MC at once; the lips trail.</source>
        <translation>现场立刻听到主持人；口型会落后。</translation>
    </message>
    <message>
        <source>Voice and lips together, {delay} after the MC.</source>
        <translation>声音与口型同步，比主持人晚 {delay}。</translation>
    </message>
    <message>
        <source>Lips trail by {delay}: more than 90 ms disturbs (BT.1359).</source>
        <translation>口型落后 {delay}：超过 90 ms 会干扰观众（BT.1359）。</translation>
    </message>
    <message>
        <source>Lips trail by {delay}: more than 45 ms is noticed (BT.1359).</source>
        <translation>口型落后 {delay}：超过 45 ms 会被察觉（BT.1359）。</translation>
    </message>
    <message>
        <source>Lips trail by {delay}: not noticed.</source>
        <translation>口型落后 {delay}：不会被察觉。</translation>
    </message>
    <message>
        <source>MIC MUTED</source>
        <translation>话筒已静音</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>无信号</translation>
    </message>
    <message>
        <source>MIC LOW</source>
        <translation>话筒音量过低</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message>
        <source>Fetch {size}…</source>
        <translation>下载 {size}…</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>下载…</translation>
    </message>
    <message>
        <source>Nobody has looked at the files yet.</source>
        <translation>还没有检查过文件。</translation>
    </message>
    <message>
        <source>Fetch {size} from {source} into {folder}? What is cut off goes on later; nothing else is sent.</source>
        <translation>要从 {source} 下载 {size} 到 {folder} 吗？中断后可以续传；不会送出其他任何数据。</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; the next time goes on from there</source>
        <translation>停止；下次从这里继续</translation>
    </message>
    <message>
        <source>FETCH</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Fetch the files now</source>
        <translation>现在下载文件</translation>
    </message>
    <message>
        <source>NOT NOW</source>
        <translation>先不要</translation>
    </message>
    <message>
        <source>Fetch nothing</source>
        <translation>什么都不下载</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>从文件夹导入…</translation>
    </message>
    <message>
        <source>From a folder or a USB stick; nothing is fetched</source>
        <translation>从文件夹或 U 盘；不会下载任何东西</translation>
    </message>
    <message>
        <source>From the public hub or a mirror; you are asked first</source>
        <translation>从公开的模型库或镜像站；会先问您</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>全部检查</translation>
    </message>
    <message>
        <source>Read every file to its end and compare checksums</source>
        <translation>把每个文件读完并比对校验码</translation>
    </message>
</context>
<context>
    <name>NextPanel</name>
    <message>
        <source>Next</source>
        <translation>下一段</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>数字人</translation>
    </message>
    <message>
        <source>TAKE</source>
        <translation>切播</translation>
    </message>
    <message>
        <source>Nothing is next</source>
        <translation>没有下一段</translation>
    </message>
    <message>
        <source>Put NEXT on: its avatar, mode and sound</source>
        <translation>切播下一段：数字人、模式与声音</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No preset yet. EDIT makes one.</source>
        <translation>还没有预设，请到“编辑”新增。</translation>
    </message>
    <message>
        <source>The rundown is at its end. Choose with 1 to 9, or PgUp.</source>
        <translation>流程单已到最后。请按 1 到 9 或 PgUp 选择。</translation>
    </message>
    <message>
        <source>The avatar {name} is not there.</source>
        <translation>找不到数字人 {name}。</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>加载中</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>预录</translation>
    </message>
    <message>
        <source>Answer · approve</source>
        <translation>问答 · 需通过</translation>
    </message>
    <message>
        <source>MC&apos;s microphone</source>
        <translation>主持人话筒</translation>
    </message>
    <message>
        <source>the avatar&apos;s own</source>
        <translation>数字人自己的</translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n 个就绪</numerusform>
        </translation>
    </message>
    <message>
        <source>No avatar was found.</source>
        <translation>找不到任何数字人。</translation>
    </message>
    <message numerus="yes">
        <source>%n preparing</source>
        <translation>
            <numerusform>%n 个准备中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotHeardBanner</name>
    <message>
        <source>MC NOT HEARD</source>
        <translation>现场听不到主持人</translation>
    </message>
    <message>
        <source>{key}: the hall hears the MC again</source>
        <translation>{key}：让现场再听到主持人</translation>
    </message>
    <message>
        <source>MIRROR</source>
        <translation>跟随</translation>
    </message>
</context>
<context>
    <name>OperatorWindow</name>
    <message>
        <source>Compere</source>
        <translation>Compere</translation>
    </message>
    <message>
        <source>Questions are typed in ANSWER: press {key} first.</source>
        <translation>提问要在“问答”模式输入：请先按 {key}。</translation>
    </message>
    <message>
        <source>Lines are typed in SAY: press {key} first.</source>
        <translation>台词要在“预录”模式输入：请先按 {key}。</translation>
    </message>
</context>
<context>
    <name>OutcomeLine</name>
    <message>
        <source>Put this message away</source>
        <translation>收起这条消息</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>我已读过</translation>
    </message>
</context>
<context>
    <name>OutputBadge</name>
    <message>
        <source>REC</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>STREAM</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>断线</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>OutputNotice</name>
    <message>
        <source>What is wrong with the outputs</source>
        <translation>输出的问题</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>收起这条消息</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>我已读过</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Stream {numbers}: {sentence}</source>
        <translation>推流 {numbers}：{sentence}</translation>
    </message>
</context>
<context>
    <name>OutputSettings</name>
    <message>
        <source>While a stream runs, what the hall sees and hears goes to its server. A key lies in the system&apos;s keyring: in no show, log or report.</source>
        <translation>推流期间，现场看到与听到的都会送往该推流的服务器。密钥存在系统的密钥环，不在任何演出文件、日志或报告里。</translation>
    </message>
    <message>
        <source>Even when the power fails the file can be played, all but its last second.</source>
        <translation>即使突然断电，文件仍可播放，最多少了最后一秒。</translation>
    </message>
    <message>
        <source>none: unless the address holds it</source>
        <translation>没有；除非已写在地址里</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>another server</source>
        <translation>其他服务器</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{stream}: platform</source>
        <translation>{stream}：平台</translation>
    </message>
    <message>
        <source>Writes the platform&apos;s address below; Douyin and others give one of their own each time</source>
        <translation>在下方填入平台的地址；抖音等平台每次都会给不同的地址</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
</context>
<context>
    <name>OutputsPanel</name>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Choose the hall&apos;s screen</source>
        <translation>选择现场大屏</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Hall screen</source>
        <translation>现场大屏</translation>
    </message>
    <message>
        <source>The screen that the hall sees</source>
        <translation>现场观众看到的屏幕</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>选择音箱</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>音箱</translation>
    </message>
    <message>
        <source>Where the program&apos;s sound goes</source>
        <translation>节目声音送往哪里</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>垫片</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A picture of your own</source>
        <translation>自选的图片</translation>
    </message>
    <message>
        <source>BLACK</source>
        <translation>黑场</translation>
    </message>
    <message>
        <source>Nothing at all</source>
        <translation>什么都不显示</translation>
    </message>
    <message>
        <source>Card on</source>
        <translation>测试图开</translation>
    </message>
    <message>
        <source>Beep on</source>
        <translation>哔声开</translation>
    </message>
    <message>
        <source>Test card</source>
        <translation>测试图</translation>
    </message>
    <message>
        <source>NO KEY</source>
        <translation>无 KEY</translation>
    </message>
    <message>
        <source>COLOUR</source>
        <translation>纯色</translation>
    </message>
    <message>
        <source>FILL + KEY</source>
        <translation>Fill＋Key</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>MISSING</source>
        <translation>断线</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Identify</source>
        <translation>识别屏幕</translation>
    </message>
    <message>
        <source>Re-place</source>
        <translation>重新放置</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>演前检查</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The show&apos;s name on a plain ground</source>
        <translation>纯色底上的节目名称</translation>
    </message>
</context>
<context>
    <name>PreflightCell</name>
    <message>
        <source>WAIVE</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>waived by you</source>
        <translation>已由您放行</translation>
    </message>
    <message>
        <source>Go on although this is red; it is logged by name. {cure}</source>
        <translation>虽为红灯仍继续；会记名写入日志。{cure}</translation>
    </message>
    <message>
        <source>Waive {name}</source>
        <translation>放行“{name}”</translation>
    </message>
</context>
<context>
    <name>PreflightStrip</name>
    <message>
        <source>CLOSE</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close preflight</source>
        <translation>关闭演前检查</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>演前检查</translation>
    </message>
    <message numerus="yes">
        <source>%n not ready</source>
        <translation>
            <numerusform>%n 项未就绪</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Close the preflight strip</source>
        <translation>关闭演前检查</translation>
    </message>
</context>
<context>
    <name>PresetForm</name>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>粉红</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>维持现状</translation>
    </message>
    <message>
        <source>NEW</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>A new preset behind this one</source>
        <translation>在这一组后面新增预设</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再来一份相同的</translation>
    </message>
    <message>
        <source>Move it towards the beginning</source>
        <translation>往前移</translation>
    </message>
    <message>
        <source>Move it towards the end</source>
        <translation>往后移</translation>
    </message>
    <message>
        <source>DELETE</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take it away; UNDO brings it back</source>
        <translation>移除；按“撤销”可找回</translation>
    </message>
    <message>
        <source>On stage</source>
        <translation>台上</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>on the preset&apos;s key</source>
        <translation>显示在预设按键上</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>a cue for you, as “after the choir sits”</source>
        <translation>给您自己的提示，例如“合唱团坐定后”</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>数字人</translation>
    </message>
    <message>
        <source>Who is on screen</source>
        <translation>谁在画面上</translation>
    </message>
    <message>
        <source>MIRROR</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>The MC&apos;s live voice drives the avatar</source>
        <translation>主持人的现场声音带动数字人</translation>
    </message>
    <message>
        <source>ANSWER</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>SAY</source>
        <translation>预录</translation>
    </message>
    <message>
        <source>The avatar says prepared lines</source>
        <translation>数字人说预备好的台词</translation>
    </message>
    <message>
        <source>Microphone and loudspeaker</source>
        <translation>话筒与扬声器</translation>
    </message>
    <message>
        <source>The hall reads what is heard</source>
        <translation>现场看得到说出的内容</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Who may be put on with B while the avatar&apos;s engine is out</source>
        <translation>引擎停摆时按 B 换上谁</translation>
    </message>
    <message>
        <source>Stand-in</source>
        <translation>替身</translation>
    </message>
    <message>
        <source>The avatar answers questions</source>
        <translation>数字人回答提问</translation>
    </message>
    <message>
        <source>what may be said at Shift+1 to 9, one a row; “text | other language”, “sound: file”</source>
        <translation>按 Shift+1 到 9 说出的台词，一行一句；“台词 | 另一种语言”、“sound: 文件名”</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>台词</translation>
    </message>
    <message>
        <source>Sound file</source>
        <translation>声音文件</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>Whose voice; “as it is” leaves the one that is chosen</source>
        <translation>用谁的声音；“维持现状”表示沿用目前所选</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Added to the microphone&apos;s own gain</source>
        <translation>加在话筒本身的增益上</translation>
    </message>
    <message>
        <source>THROUGH</source>
        <translation>经 Compere</translation>
    </message>
    <message>
        <source>The hall hears the MC from Compere, with the lips</source>
        <translation>现场经由 Compere 听到主持人，与口型同步</translation>
    </message>
    <message>
        <source>DIRECT</source>
        <translation>直送</translation>
    </message>
    <message>
        <source>The hall hears the MC from its own desk; the lips trail</source>
        <translation>现场从自己的调音台听到主持人；口型会落后</translation>
    </message>
    <message>
        <source>PA</source>
        <translation>扩声</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>音箱</translation>
    </message>
    <message>
        <source>Where the sound goes; “as it is” leaves the one that is chosen</source>
        <translation>声音送往哪里；“维持现状”表示沿用目前所选</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A picture of your own</source>
        <translation>自选的图片</translation>
    </message>
    <message>
        <source>BLACK</source>
        <translation>黑场</translation>
    </message>
    <message>
        <source>Nothing at all</source>
        <translation>什么都不显示</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>垫片</translation>
    </message>
    <message>
        <source>Slate picture</source>
        <translation>垫片图片</translation>
    </message>
    <message>
        <source>No captions</source>
        <translation>不上字幕</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>字幕</translation>
    </message>
    <message>
        <source>In MIRROR the hall reads the MC&apos;s words, a moment later</source>
        <translation>在“跟随”模式，现场稍后即可读到主持人的话</translation>
    </message>
    <message>
        <source>MC&apos;s words</source>
        <translation>主持人的话</translation>
    </message>
    <message>
        <source>Only what the host says by itself is read</source>
        <translation>只显示数字人自己说的话</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Mandarin, Taiwan</source>
        <translation>国语（台湾）</translation>
    </message>
    <message>
        <source>Mandarin, mainland</source>
        <translation>普通话（中国大陆）</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粤语</translation>
    </message>
    <message>
        <source>Those who answer translate it, for a second line; the facts cannot</source>
        <translation>由回答者翻译成第二行；参考资料无法翻译</translation>
    </message>
    <message>
        <source>Second line</source>
        <translation>第二行</translation>
    </message>
    <message>
        <source>BELOW</source>
        <translation>下方</translation>
    </message>
    <message>
        <source>At the picture&apos;s lower edge</source>
        <translation>画面下缘</translation>
    </message>
    <message>
        <source>ABOVE</source>
        <translation>上方</translation>
    </message>
    <message>
        <source>At the picture&apos;s upper edge</source>
        <translation>画面上缘</translation>
    </message>
    <message>
        <source>Their place</source>
        <translation>字幕位置</translation>
    </message>
    <message>
        <source>Their size</source>
        <translation>字幕大小</translation>
    </message>
    <message>
        <source>How high a line of captions is</source>
        <translation>一行字幕的高度</translation>
    </message>
    <message>
        <source>Their margin</source>
        <translation>字幕边距</translation>
    </message>
    <message>
        <source>The safe area around captions</source>
        <translation>字幕四周的安全范围</translation>
    </message>
    <message>
        <source>Their ground</source>
        <translation>字幕底色</translation>
    </message>
    <message>
        <source>How dark it is behind the letters</source>
        <translation>文字后方的深浅</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Beside the hall</source>
        <translation>现场以外的输出</translation>
    </message>
    <message>
        <source>NOTHING</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Streams and the recording may be off</source>
        <translation>推流与录制都可以关着</translation>
    </message>
    <message>
        <source>STREAM</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>A stream must be on air</source>
        <translation>至少要有一路推流在直播</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>The recording must be running</source>
        <translation>必须正在录制</translation>
    </message>
    <message>
        <source>BOTH</source>
        <translation>两者都要</translation>
    </message>
    <message>
        <source>A stream and the recording</source>
        <translation>推流与录制</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Preset: {words}</source>
        <translation>预设：{words}</translation>
    </message>
    <message>
        <source>the avatar&apos;s own</source>
        <translation>数字人自己的</translation>
    </message>
    <message>
        <source>Who speaks; VOICES lets you hear them, and puts several in an order</source>
        <translation>由谁说话；可在“语音”页试听，并排定多个语音的先后</translation>
    </message>
    <message>
        <source>COME BACK</source>
        <translation>回到原来</translation>
    </message>
    <message>
        <source>The MC is heard again, or questions are answered</source>
        <translation>现场再听到主持人，或继续回答问题</translation>
    </message>
    <message>
        <source>STAY</source>
        <translation>停留</translation>
    </message>
    <message>
        <source>SAY stays, for the next line; the hall does not hear the MC</source>
        <translation>停留在“预录”等下一句；现场听不到主持人</translation>
    </message>
    <message>
        <source>After lines</source>
        <translation>念完之后</translation>
    </message>
    <message>
        <source>EVENT&apos;S</source>
        <translation>沿用整场</translation>
    </message>
    <message>
        <source>The PA stays as it is chosen for the event</source>
        <translation>扩声方式沿用整场活动所选的</translation>
    </message>
    <message>
        <source>The slate stays as it is chosen for the event</source>
        <translation>垫片画面沿用整场活动所选的</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The show&apos;s name on a plain ground</source>
        <translation>纯色底上的节目名称</translation>
    </message>
</context>
<context>
    <name>PresetTile</name>
    <message>
        <source>New preset</source>
        <translation>新增预设</translation>
    </message>
    <message>
        <source>Empty place</source>
        <translation>空位</translation>
    </message>
    <message>
        <source>on now</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>next</source>
        <translation>下一段</translation>
    </message>
    <message>
        <source>Preset {words}</source>
        <translation>预设 {words}</translation>
    </message>
    <message>
        <source>Press to make it NEXT; the hall sees nothing of it{key}</source>
        <translation>按一下设为下一段；现场看不到{key}</translation>
    </message>
    <message>
        <source>ON</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>下一段</translation>
    </message>
</context>
<context>
    <name>PresetsPanel</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Earlier presets of the rundown</source>
        <translation>流程单较前面的预设</translation>
    </message>
    <message>
        <source>Later presets of the rundown</source>
        <translation>流程单较后面的预设</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>say</source>
        <translation>预录</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>问答</translation>
    </message>
</context>
<context>
    <name>ProgramPanel</name>
    <message>
        <source>Hall now</source>
        <translation>现场画面</translation>
    </message>
    <message>
        <source>No program yet: playout is starting</source>
        <translation>尚无节目画面：播出程序启动中</translation>
    </message>
    <message>
        <source>HALL NOW</source>
        <translation>现场画面</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>fps</translation>
    </message>
    <message>
        <source>age</source>
        <translation>距今</translation>
    </message>
    <message>
        <source>{host}, waiting for {other}</source>
        <translation>{host}，正在等 {other}</translation>
    </message>
</context>
<context>
    <name>ProgramSettings</name>
    <message>
        <source>{size} GB free</source>
        <translation>可用 {size} GB</translation>
    </message>
    <message>
        <source>Settings: {name}</source>
        <translation>设置：{name}</translation>
    </message>
    <message>
        <source>Welcome once more…</source>
        <translation>再看一次欢迎向导…</translation>
    </message>
    <message>
        <source>Open the welcome again</source>
        <translation>再次打开欢迎向导</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Nothing leaves this machine but what is said beside each provider in ANSWERS and HEARING, and of streams in OUTPUTS, and nothing is counted. The log and the reports lie in your own folders; keys are in none of them.</source>
        <translation>除了“问答”与“听写”各服务旁、以及“输出”推流所注明的内容，没有任何数据离开本机，也不做任何统计。日志与报告都在您自己的文件夹里，里面没有密钥。</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A picture of your own</source>
        <translation>自选的图片</translation>
    </message>
    <message>
        <source>BLACK</source>
        <translation>黑场</translation>
    </message>
    <message>
        <source>Nothing at all</source>
        <translation>什么都不显示</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>垫片</translation>
    </message>
    <message>
        <source>Storage and privacy</source>
        <translation>存储与隐私</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>The show&apos;s name on a plain ground</source>
        <translation>纯色底上的节目名称</translation>
    </message>
</context>
<context>
    <name>ProviderTest</name>
    <message>
        <source>TEST</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test {name}</source>
        <translation>测试 {name}</translation>
    </message>
    <message>
        <source>Does it answer, how fast, and if not, why</source>
        <translation>有没有回应、多快，没有的话为什么</translation>
    </message>
    <message>
        <source>is being asked …</source>
        <translation>询问中…</translation>
    </message>
</context>
<context>
    <name>ProvidersPart</name>
    <message>
        <source>none; many need none</source>
        <translation>没有；许多服务器不需要</translation>
    </message>
    <message>
        <source>Built-in voice</source>
        <translation>内置语音</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>Question {n}: {question}</source>
        <translation>提问 {n}：{question}</translation>
    </message>
    <message>
        <source>held</source>
        <translation>拦下</translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message>
        <source>Questions</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>none waiting</source>
        <translation>无待答</translation>
    </message>
    <message>
        <source>Your own answer</source>
        <translation>您自己的回答</translation>
    </message>
    <message>
        <source>Ctrl+Enter puts it on the desk, Esc leaves the answer as it was</source>
        <translation>Ctrl+Enter 采用，Esc 离开并保留原回答</translation>
    </message>
    <message>
        <source>decided without you in {n} s</source>
        <translation>{n} 秒后自动处理</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 题等候</numerusform>
        </translation>
    </message>
    <message>
        <source>That answer is over. Your words are kept here: Esc leaves them.</source>
        <translation>这个回答已经结束。您写的内容仍在这里：按 Esc 离开。</translation>
    </message>
    <message>
        <source>Your own words: Ctrl+Enter uses them, Esc leaves</source>
        <translation>自己写：Ctrl+Enter 采用，Esc 离开</translation>
    </message>
    <message>
        <source>“{question}”</source>
        <translation>“{question}”</translation>
    </message>
    <message>
        <source>thinking…</source>
        <translation>思考中…</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有回答</translation>
    </message>
    <message>
        <source>Last: “{question}”</source>
        <translation>上一题：“{question}”</translation>
    </message>
    <message>
        <source>That sentence is decided. Your words are kept here: Esc leaves them.</source>
        <translation>这一句已经决定。您写的内容仍在这里：按 Esc 离开。</translation>
    </message>
    <message>
        <source>Sentence {n} in your own words: Ctrl+Enter uses it, Esc leaves</source>
        <translation>自己写第 {n} 句：Ctrl+Enter 采用，Esc 离开</translation>
    </message>
    <message>
        <source>Nobody can answer. {fault}</source>
        <translation>目前无法回答。{fault}</translation>
    </message>
    <message>
        <source>Whoever answers is being made ready.</source>
        <translation>正在准备回答功能。</translation>
    </message>
    <message>
        <source>INTERRUPT has stopped the answers. ANSWER NEXT goes on with the queue.</source>
        <translation>回答已被“打断”停止。按“答下一题”继续处理等候的提问。</translation>
    </message>
    <message>
        <source>A question is heard: “{words}…”</source>
        <translation>正在听提问：“{words}…”</translation>
    </message>
    <message>
        <source>The questions that wait are held: read them, and let them through or drop them.</source>
        <translation>等候的提问都被拦下：请看过后放行或移除。</translation>
    </message>
    <message>
        <source>{n} s left</source>
        <translation>剩 {n} 秒</translation>
    </message>
    <message>
        <source>“{words}…”</source>
        <translation>“{words}…”</translation>
    </message>
    <message>
        <source>Heard by {names}</source>
        <translation>听写：{names}</translation>
    </message>
    <message>
        <source>The desk is free. Type a question with {key}, or let the hall ask.</source>
        <translation>目前没有提问。按 {key} 输入问题，或让现场观众提问。</translation>
    </message>
    <message>
        <source>The desk is free. Type a question, or let the hall ask.</source>
        <translation>目前没有提问。可输入问题，或让现场观众提问。</translation>
    </message>
    <message>
        <source>Answers are spoken at once: nobody approves them.</source>
        <translation>回答会直接说出，不经人员通过。</translation>
    </message>
    <message>
        <source>Nothing is spoken before you approve it.</source>
        <translation>未经您通过，不会说出口。</translation>
    </message>
    <message>
        <source>Each sentence is spoken when you approve it.</source>
        <translation>每一句经您通过才会说出口。</translation>
    </message>
    <message>
        <source>The words of the question are being found…</source>
        <translation>正在把提问转成文字…</translation>
    </message>
    <message>
        <source>A question is heard… {n} s</source>
        <translation>正在听提问… {n} 秒</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>ear off</source>
        <translation>收听关闭</translation>
    </message>
    <message>
        <source>ear ready</source>
        <translation>可收听</translation>
    </message>
    <message>
        <source>HEARING</source>
        <translation>收听中</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>识别中</translation>
    </message>
    <message>
        <source>The ear</source>
        <translation>收听状态</translation>
    </message>
    <message>
        <source>How loud the question is</source>
        <translation>提问的音量</translation>
    </message>
    <message>
        <source>In ANSWER, questions from the hall wait here with their drafted answers. Nothing is spoken before you approve it.</source>
        <translation>在“问答”模式，现场的提问与拟好的回答会在这里等候。未经您通过，数字人不会说出口。</translation>
    </message>
    <message>
        <source>Answer next</source>
        <translation>答下一题</translation>
    </message>
    <message>
        <source>Take the next waiting question on the desk</source>
        <translation>处理下一个等候的提问</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重拟</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Stand by</source>
        <translation>垫场</translation>
    </message>
    <message>
        <source>Safe line</source>
        <translation>安全句</translation>
    </message>
    <message>
        <source>nobody hears</source>
        <translation>无人听写</translation>
    </message>
</context>
<context>
    <name>QueuePart</name>
    <message>
        <source>typed</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>听到</translation>
    </message>
    <message>
        <source>Questions that wait</source>
        <translation>等候的提问</translation>
    </message>
    <message>
        <source>A question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Ask…</source>
        <translation>提问…</translation>
    </message>
    <message>
        <source>Type a question: Enter asks it, Esc leaves</source>
        <translation>输入问题：Enter 提交，Esc 离开</translation>
    </message>
    <message>
        <source>Ask…  [{key}]</source>
        <translation>提问…  [{key}]</translation>
    </message>
    <message>
        <source>cannot answer</source>
        <translation>无法回答</translation>
    </message>
    <message>
        <source>being made ready</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Whoever answers is being made ready.</source>
        <translation>正在准备回答功能。</translation>
    </message>
    <message>
        <source>Answered by {names} · {rule}</source>
        <translation>由 {names} 回答 · {rule}</translation>
    </message>
    <message>
        <source>Nothing leaves this machine.</source>
        <translation>没有数据离开这台电脑。</translation>
    </message>
    <message>
        <source>spoken at once</source>
        <translation>直接说出</translation>
    </message>
    <message>
        <source>approve first</source>
        <translation>先通过</translation>
    </message>
    <message>
        <source>approve each</source>
        <translation>逐句通过</translation>
    </message>
    <message>
        <source>listening…</source>
        <translation>收听中…</translation>
    </message>
    <message>
        <source>hearing</source>
        <translation>收听中</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>识别中</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Answer the chosen question earlier</source>
        <translation>让所选提问提前</translation>
    </message>
    <message>
        <source>Answer the chosen question later</source>
        <translation>让所选提问延后</translation>
    </message>
</context>
<context>
    <name>RecordRow</name>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>starting again</source>
        <translation>重新启动中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>丢 %n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} h left</source>
        <translation>还有 {n} 小时</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>还有 {n} 分</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures dropped: the disk is too slow</source>
        <translation>
            <numerusform>已丢弃 %n 帧画面：磁盘太慢</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: this computer is too slow</source>
        <translation>
            <numerusform>跳过 %n 帧：这台电脑太慢</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderPage</name>
    <message>
        <source>MAKE THE FILM</source>
        <translation>制作视频</translation>
    </message>
    <message>
        <source>Put it into the queue</source>
        <translation>放进队列</translation>
    </message>
    <message>
        <source>REPLACE THE FILE</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>The file is there already: overwrite it</source>
        <translation>文件已存在：覆盖它</translation>
    </message>
    <message>
        <source>CLEAR THE LIST</source>
        <translation>清除列表</translation>
    </message>
    <message>
        <source>Forget those that are over; the files stay</source>
        <translation>清除已结束的条目；文件会保留</translation>
    </message>
    <message>
        <source>who speaks</source>
        <translation>由谁说话</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>any card</source>
        <translation>任一显卡</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>每秒 {rate} 帧</translation>
    </message>
    <message>
        <source>size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>chosen by hand</source>
        <translation>手动指定</translation>
    </message>
    <message>
        <source>SMALL</source>
        <translation>小</translation>
    </message>
    <message>
        <source>A small file, for a look</source>
        <translation>小文件，先看效果</translation>
    </message>
    <message>
        <source>GOOD</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>For most uses</source>
        <translation>适合多数用途</translation>
    </message>
    <message>
        <source>BEST</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>A large file, to go on working with</source>
        <translation>大文件，供后期制作</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>EXACT</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>The same bits each time; of the neural driver only</source>
        <translation>每次结果逐位相同；仅限神经网络驱动</translation>
    </message>
    <message>
        <source>FAST</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Half precision, on a graphics card</source>
        <translation>半精度，使用显卡</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>数字人</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>all {count} cards</source>
        <translation>全部 {count} 张显卡</translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Several take turns; what one leaves undone, another draws</source>
        <translation>多张轮流绘制；一张没完成的，由另一张补画</translation>
    </message>
    <message>
        <source>Sounds and videos (*.wav *.flac *.mp3 *.ogg *.opus *.m4a *.mp4 *.mov *.mkv *.webm)</source>
        <translation>声音与视频 (*.wav *.flac *.mp3 *.ogg *.opus *.m4a *.mp4 *.mov *.mkv *.webm)</translation>
    </message>
    <message>
        <source>The sound of the film</source>
        <translation>视频的声音</translation>
    </message>
    <message>
        <source>Films (*.mp4 *.mov *.mkv *.webm)</source>
        <translation>视频 (*.mp4 *.mov *.mkv *.webm)</translation>
    </message>
    <message>
        <source>The film&apos;s file</source>
        <translation>视频文件</translation>
    </message>
    <message>
        <source>Films have low priority, so they may be made on air; a graphics card that draws the show is better left alone.</source>
        <translation>制作视频的优先级较低，演出进行中也能制作；但正在绘制演出的显卡最好别占用。</translation>
    </message>
    <message>
        <source>frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>the host&apos;s own</source>
        <translation>数字人自身的</translation>
    </message>
</context>
<context>
    <name>SayPart</name>
    <message>
        <source>No prepared lines: write some in EDIT, or type one.</source>
        <translation>没有预备台词：请到“编辑”填写，或直接输入。</translation>
    </message>
    <message>
        <source>A line to say</source>
        <translation>要说的台词</translation>
    </message>
    <message>
        <source>Type a line; Enter says it</source>
        <translation>输入台词，按 Enter 说出</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>Listen to what is typed</source>
        <translation>试听输入的台词</translation>
    </message>
    <message>
        <source>Hear it yourself; the hall hears nothing</source>
        <translation>只有您听得到，现场听不到</translation>
    </message>
    <message>
        <source>Say a file…</source>
        <translation>播放文件…</translation>
    </message>
    <message>
        <source>Say a sound file</source>
        <translation>播放声音文件</translation>
    </message>
    <message>
        <source>The avatar speaks it as soon as it is chosen; only when LIVE</source>
        <translation>选好后数字人立即说出；仅限播出中</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 句等候</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is being said</source>
        <translation>目前没有在说话</translation>
    </message>
    <message>
        <source>{name}: its lines can be said when it was taken.</source>
        <translation>{name}：切入后才能说它的台词。</translation>
    </message>
    <message>
        <source>{name}, by {voice}</source>
        <translation>{name}，语音 {voice}</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Settings: {name}</source>
        <translation>设置：{name}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings can be read now, and changed in STANDBY.</source>
        <translation>现在可以查看设置，待命时才能变更。</translation>
    </message>
    <message>
        <source>Every change is kept at once.</source>
        <translation>每项变更立即保存。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>PROGRAM</source>
        <translation>节目</translation>
    </message>
    <message>
        <source>The window, the program and where things are kept</source>
        <translation>窗口、节目与存放位置</translation>
    </message>
    <message>
        <source>DEVICES</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Microphone, loudspeaker, screen, lip delay</source>
        <translation>话筒、扬声器、屏幕、口型延迟</translation>
    </message>
    <message>
        <source>ANSWERS</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>Who may be asked for answers and voices, with keys</source>
        <translation>可询问的回答与语音服务，以及密钥</translation>
    </message>
    <message>
        <source>HEARING</source>
        <translation>听写</translation>
    </message>
    <message>
        <source>Questions by voice</source>
        <translation>语音提问</translation>
    </message>
    <message>
        <source>OUTPUTS</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Streams and the recording</source>
        <translation>推流与录制</translation>
    </message>
    <message>
        <source>ENGINE</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>The graphics card, and a second engine</source>
        <translation>显卡与第二引擎</translation>
    </message>
    <message>
        <source>The new rate and size hold when playout starts again. The hall sees the slate for a second.</source>
        <translation>新的帧率与尺寸要重启播出程序才生效。现场会看到垫片画面约一秒。</translation>
    </message>
    <message>
        <source>RESTART PLAYOUT</source>
        <translation>重启播出程序</translation>
    </message>
    <message>
        <source>Restart playout</source>
        <translation>重启播出程序</translation>
    </message>
</context>
<context>
    <name>ShowPage</name>
    <message>
        <source>Name of the show</source>
        <translation>演出名称</translation>
    </message>
    <message>
        <source>on the state strip</source>
        <translation>显示在状态栏</translation>
    </message>
    <message>
        <source>Open a show…</source>
        <translation>打开演出…</translation>
    </message>
    <message>
        <source>In place of this one; what was there is kept aside</source>
        <translation>取代目前这场；原有内容会另外保留</translation>
    </message>
    <message>
        <source>Save the show as…</source>
        <translation>另存演出…</translation>
    </message>
    <message>
        <source>Presets, avatars, pictures and sounds in one file</source>
        <translation>预设、数字人、图片与声音存成一个文件</translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>A rundown from a spreadsheet (CSV)</source>
        <translation>从电子表格导入流程单（CSV）</translation>
    </message>
    <message>
        <source>Write a table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>The rundown for a spreadsheet (CSV)</source>
        <translation>将流程单导出到电子表格（CSV）</translation>
    </message>
    <message>
        <source>A .compere file carries the whole show to the venue&apos;s machine: presets, the avatars that they name, slates and sounds. A table has one line a preset; save it as CSV in your spreadsheet. UNDO takes a table back that was the wrong one.</source>
        <translation>一个 .compere 文件可将整场演出带到现场的电脑：预设、用到的数字人、垫片画面与声音。表格一行一个预设，请在电子表格中存成 CSV。读错表格时，按“撤销”即可找回。</translation>
    </message>
</context>
<context>
    <name>StateStrip</name>
    <message>
        <source>Show state</source>
        <translation>演出状态</translation>
    </message>
    <message>
        <source>The show&apos;s state, the time on air, and alarms</source>
        <translation>演出状态、播出时间与告警</translation>
    </message>
    <message>
        <source>LOCKED</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>hold {keys}</source>
        <translation>按住 {keys}</translation>
    </message>
    <message>
        <source>LOCK</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>RUN</source>
        <translation>演出</translation>
    </message>
    <message>
        <source>EDIT</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Nothing can be changed by a slip of the hand</source>
        <translation>误触也不会改到任何东西</translation>
    </message>
    <message>
        <source>Change presets, keys and settings</source>
        <translation>变更预设、按键与设置</translation>
    </message>
    <message>
        <source>UNLOCK</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Hold for one second: all keys and buttons work again</source>
        <translation>按住一秒：所有按键与按钮恢复作用</translation>
    </message>
    <message>
        <source>Only INTERRUPT, HOLD and PANIC work until it is unlocked</source>
        <translation>解锁前只有“打断”、“暂停”与“紧急黑场”有作用</translation>
    </message>
    <message>
        <source>No alarm</source>
        <translation>没有告警</translation>
    </message>
    <message numerus="yes">
        <source>  +%n more</source>
        <translation>
            <numerusform>  另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>no alarm</source>
        <translation>无告警</translation>
    </message>
    <message>
        <source>OFFLINE</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>STANDBY</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>ARMED</source>
        <translation>已备播</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>播出中</translation>
    </message>
    <message>
        <source>HOLD</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>PANIC</source>
        <translation>紧急黑场</translation>
    </message>
    <message>
        <source>GO LIVE puts on {words}</source>
        <translation>开始播出时上场：{words}</translation>
    </message>
    <message>
        <source>REHEARSAL, not on air</source>
        <translation>彩排，未播出</translation>
    </message>
    <message>
        <source>REHEARSAL</source>
        <translation>彩排</translation>
    </message>
</context>
<context>
    <name>StreamRow</name>
    <message>
        <source>Streams</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>no address:</source>
        <translation>尚无地址：</translation>
    </message>
    <message>
        <source>EDIT, SETTINGS</source>
        <translation>编辑 › 设置</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>on air, slow net</source>
        <translation>直播中，网络慢</translation>
    </message>
    <message>
        <source>{percent} % dropped</source>
        <translation>丢帧 {percent} %</translation>
    </message>
    <message numerus="yes">
        <source>%n on air</source>
        <translation>
            <numerusform>%n 路直播中</numerusform>
        </translation>
    </message>
    <message>
        <source>attempt {number} in {seconds} s</source>
        <translation>{seconds} 秒后第 {number} 次</translation>
    </message>
    <message numerus="yes">
        <source>%n streams</source>
        <translation>
            <numerusform>%n 路推流</numerusform>
        </translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>重新连接中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stream {number}: {state}</source>
        <translation>推流 {number}：{state}</translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: this computer is too slow</source>
        <translation>
            <numerusform>跳过 %n 帧：这台电脑太慢</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times reconnected</source>
        <translation>
            <numerusform>已重连 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoiceStep</name>
    <message>
        <source>Whose voice?</source>
        <translation>用谁的声音？</translation>
    </message>
    <message>
        <source>Choose the microphone of the one who speaks tonight. Compere never takes another by itself.</source>
        <translation>请选择今晚说话的人所用的话筒。Compere 绝不自行改用别的。</translation>
    </message>
    <message>
        <source>Choose the MC&apos;s microphone</source>
        <translation>选择主持人的话筒</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Welcome: microphone</source>
        <translation>欢迎：话筒</translation>
    </message>
    <message>
        <source>The MC&apos;s microphone; Compere never takes another by itself</source>
        <translation>主持人的话筒；Compere 绝不自行改用别的</translation>
    </message>
    <message>
        <source>MICROPHONE</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>The MC&apos;s own microphone</source>
        <translation>主持人自己的话筒</translation>
    </message>
    <message>
        <source>DEMO MC</source>
        <translation>演示主持人</translation>
    </message>
    <message>
        <source>A bundled recording stands in for the microphone</source>
        <translation>以内附录音代替话筒</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>话筒电平</translation>
    </message>
    <message>
        <source>THROUGH</source>
        <translation>经 Compere</translation>
    </message>
    <message>
        <source>The hall hears the MC from Compere, delayed to fit the lips</source>
        <translation>现场经由 Compere 听到主持人，延后到与口型一致</translation>
    </message>
    <message>
        <source>DIRECT</source>
        <translation>直送</translation>
    </message>
    <message>
        <source>The hall hears the MC from its own desk, at once; the lips trail</source>
        <translation>现场从自己的调音台直接听到主持人；口型会落后</translation>
    </message>
    <message>
        <source>PA</source>
        <translation>扩声</translation>
    </message>
    <message>
        <source>✓ A voice is heard.</source>
        <translation>✓ 听到声音了。</translation>
    </message>
    <message>
        <source>Say a few words: the bar must pass the mark.</source>
        <translation>请说几句话：电平条要超过标记。</translation>
    </message>
    <message>
        <source>No microphone yet: choose one, or let the demo MC speak.</source>
        <translation>还没有话筒：请选一支，或让演示主持人说话。</translation>
    </message>
</context>
<context>
    <name>VoicesPage</name>
    <message>
        <source>Voice of the preset</source>
        <translation>预设的语音</translation>
    </message>
    <message>
        <source>choose a voice</source>
        <translation>选择语音</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>不在列表中</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Hear one, then give it to the preset</source>
        <translation>先试听，再交给预设</translation>
    </message>
    <message>
        <source>What the voice says</source>
        <translation>语音要说的话</translation>
    </message>
    <message>
        <source>what you want to hear; empty is a greeting</source>
        <translation>想听的内容；留空则说问候语</translation>
    </message>
    <message>
        <source>LISTEN</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>Hear this voice yourself</source>
        <translation>自己先听这个语音</translation>
    </message>
    <message>
        <source>USE</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>The preset speaks with this voice first</source>
        <translation>预设优先用这个语音</translation>
    </message>
    <message>
        <source>AND THEN</source>
        <translation>备援</translation>
    </message>
    <message>
        <source>When the others fail, this one speaks</source>
        <translation>其他语音失败时由它接手</translation>
    </message>
    <message>
        <source>NONE</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>The avatar&apos;s own voice again</source>
        <translation>改回数字人自己的语音</translation>
    </message>
    <message>
        <source>How names are said</source>
        <translation>名字怎么念</translation>
    </message>
    <message>
        <source>the avatar&apos;s own</source>
        <translation>数字人自己的</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>as it is written</source>
        <translation>文字写法</translation>
    </message>
    <message>
        <source>Say as</source>
        <translation>念法</translation>
    </message>
    <message>
        <source>as it is said; [[IPA]] for the built-in voice</source>
        <translation>怎么念；[[IPA]] 给内置语音</translation>
    </message>
    <message>
        <source>in every language</source>
        <translation>所有语言</translation>
    </message>
    <message>
        <source>Language of the name</source>
        <translation>名字的语言</translation>
    </message>
    <message>
        <source>In which language it is said so</source>
        <translation>在哪种语言里这样念</translation>
    </message>
    <message>
        <source>every</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Listen to how it would be said</source>
        <translation>试听这样的念法</translation>
    </message>
    <message>
        <source>KEEP</source>
        <translation>存入</translation>
    </message>
    <message>
        <source>Say this name so from now on</source>
        <translation>从现在起这样念</translation>
    </message>
</context>
<context>
    <name>WelcomePanel</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>DONE</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>NEXT STEP</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Welcome to Compere</source>
        <translation>欢迎使用 Compere</translation>
    </message>
    <message>
        <source>1  Event</source>
        <translation>1  活动</translation>
    </message>
    <message>
        <source>2  Voice</source>
        <translation>2  声音</translation>
    </message>
    <message>
        <source>3  Hall</source>
        <translation>3  现场</translation>
    </message>
    <message>
        <source>4  Avatar</source>
        <translation>4  数字人</translation>
    </message>
    <message>
        <source>SKIP</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Close the welcome; EDIT, settings opens it again</source>
        <translation>关闭欢迎向导；之后可从“编辑”的设置再次打开</translation>
    </message>
    <message>
        <source>BACK</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>回到上一步</translation>
    </message>
    <message>
        <source>On to the next step, or done</source>
        <translation>前往下一步，或完成</translation>
    </message>
    <message>
        <source>Welcome: {words}</source>
        <translation>欢迎：{words}</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>REBUILD</source>
        <translation>重新制作</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What is done is kept</source>
        <translation>已完成的部分会保留</translation>
    </message>
    <message>
        <source>Build it again from its clip; the show goes on</source>
        <translation>用原视频重新制作；演出照常进行</translation>
    </message>
    <message>
        <source>being built again, {percent} %</source>
        <translation>重新制作中，{percent} %</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>未就绪</translation>
    </message>
    <message>
        <source>can be keyed</source>
        <translation>可抠像</translation>
    </message>
    <message>
        <source>cannot be keyed</source>
        <translation>无法抠像</translation>
    </message>
    <message>
        <source>{size} prepared</source>
        <translation>已准备 {size}</translation>
    </message>
</context>
<context>
    <name>_OutputRow</name>
    <message>
        <source>hold {n} s</source>
        <translation>按住 {n} 秒</translation>
    </message>
    <message>
        <source>{what}: hold</source>
        <translation>{what}：按住</translation>
    </message>
</context>
<context>
    <name>_Progress</name>
    <message>
        <source>How much has been said</source>
        <translation>已说完多少</translation>
    </message>
</context>
<context>
    <name>_Still</name>
    <message>
        <source>Picture of what comes next</source>
        <translation>下一段的画面</translation>
    </message>
</context>
<context>
    <name>declared</name>
    <message>
        <source>Stream 1</source>
        <translation>推流 1</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>as rtmp://host/app, or srt://host:port</source>
        <translation>例如 rtmp://主机/应用，或 srt://主机:端口</translation>
    </message>
    <message>
        <source>Stream 2</source>
        <translation>推流 2</translation>
    </message>
    <message>
        <source>Stream 3</source>
        <translation>推流 3</translation>
    </message>
    <message>
        <source>Streams&apos; size</source>
        <translation>推流尺寸</translation>
    </message>
    <message>
        <source>720p</source>
        <translation>720p</translation>
    </message>
    <message>
        <source>What most platforms and networks take</source>
        <translation>多数平台与网络都能接受</translation>
    </message>
    <message>
        <source>1080p</source>
        <translation>1080p</translation>
    </message>
    <message>
        <source>Twice the work for this computer</source>
        <translation>这台电脑的工作量加倍</translation>
    </message>
    <message>
        <source>PROGRAM</source>
        <translation>节目</translation>
    </message>
    <message>
        <source>As the hall&apos;s screen has it</source>
        <translation>与现场屏幕相同</translation>
    </message>
    <message>
        <source>Streams&apos; bit rate</source>
        <translation>推流码率</translation>
    </message>
    <message>
        <source>Of the picture; less than the network can carry upwards</source>
        <translation>画面的码率；须低于网络的上传速度</translation>
    </message>
    <message>
        <source>kb/s</source>
        <translation>kb/s</translation>
    </message>
    <message>
        <source>In a slow network</source>
        <translation>网络慢时</translation>
    </message>
    <message>
        <source>Fewer bits for a while: a softer picture</source>
        <translation>暂时降低码率：画面较柔</translation>
    </message>
    <message>
        <source>Pictures are dropped: it stutters</source>
        <translation>丢弃画面：会卡顿</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Empty: with the reports</source>
        <translation>留空：与报告放在一起</translation>
    </message>
    <message>
        <source>Second folder</source>
        <translation>第二个文件夹</translation>
    </message>
    <message>
        <source>On another disk: the recording goes on there when the first is full</source>
        <translation>在另一块磁盘上：第一个满了就接着录到这里</translation>
    </message>
    <message>
        <source>Recording&apos;s size</source>
        <translation>录制尺寸</translation>
    </message>
    <message>
        <source>Small files, little work</source>
        <translation>文件小，负担轻</translation>
    </message>
    <message>
        <source>For editing</source>
        <translation>供后期剪辑</translation>
    </message>
    <message>
        <source>Recording&apos;s bit rate</source>
        <translation>录制码率</translation>
    </message>
    <message>
        <source>Of the picture: 12,000 kb/s is 5.5 GB an hour</source>
        <translation>画面的码率：12,000 kb/s 约每小时 5.5 GB</translation>
    </message>
    <message>
        <source>New file after</source>
        <translation>分割文件</translation>
    </message>
    <message>
        <source>0 is never; no frame is lost between two files</source>
        <translation>0 为不分割；两个文件之间不会少任何一帧</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>With the show</source>
        <translation>随演出</translation>
    </message>
    <message>
        <source>GO LIVE starts it, END closes it</source>
        <translation>“开始播出”开始录，“结束演出”停止</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>只用手动</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Ground of the hall&apos;s picture</source>
        <translation>现场画面的背景</translation>
    </message>
    <message>
        <source>AS DRAWN</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>The host before their own scenery</source>
        <translation>数字人站在自己的场景前</translation>
    </message>
    <message>
        <source>COLOUR</source>
        <translation>纯色</translation>
    </message>
    <message>
        <source>The host on one colour, for a chroma key</source>
        <translation>数字人放在单一颜色上，供色键抠像</translation>
    </message>
    <message>
        <source>KEY BESIDE</source>
        <translation>并排 KEY</translation>
    </message>
    <message>
        <source>One picture twice as wide: fill at the left, key at the right</source>
        <translation>一个两倍宽的画面：左边 Fill，右边 Key</translation>
    </message>
    <message>
        <source>KEY SCREEN</source>
        <translation>独立 KEY</translation>
    </message>
    <message>
        <source>The fill on the hall&apos;s screen, the key on another one</source>
        <translation>Fill 在现场大屏，Key 在另一个屏幕</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>as #00b140</source>
        <translation>例如 #00b140</translation>
    </message>
    <message>
        <source>Colour of the ground</source>
        <translation>背景颜色</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充 (Fill)</translation>
    </message>
    <message>
        <source>PREMULTIPLIED</source>
        <translation>预乘</translation>
    </message>
    <message>
        <source>Edges are dark already: the mixer only adds. Also called shaped</source>
        <translation>边缘已乘以 Key：切换台只需相加，也称 Shaped</translation>
    </message>
    <message>
        <source>STRAIGHT</source>
        <translation>非预乘</translation>
    </message>
    <message>
        <source>Edges have their whole colour: the mixer multiplies by the key</source>
        <translation>边缘保留完整颜色：由切换台乘以 Key</translation>
    </message>
    <message>
        <source>Key on</source>
        <translation>Key 输出到</translation>
    </message>
    <message>
        <source>The screen that gets the key: white where the host is, black elsewhere</source>
        <translation>输出 Key 的屏幕：数字人处为白，其余为黑</translation>
    </message>
    <message>
        <source>Screen of the key</source>
        <translation>Key 屏幕</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Of this window; the log file stays English</source>
        <translation>此窗口的语言；日志文件一律为英文</translation>
    </message>
    <message>
        <source>the system&apos;s language</source>
        <translation>依系统语言</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>NORMAL</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>As much as possible is seen at once</source>
        <translation>一眼看到最多内容</translation>
    </message>
    <message>
        <source>LARGE</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>As large as the window has room for, up to half as large again</source>
        <translation>窗口放得下多大就多大，最多放大到一倍半</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Quiet, for a dark hall</source>
        <translation>柔和，适合暗场</translation>
    </message>
    <message>
        <source>HIGH</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Greys and edges stand out, at 7 to 1 or more</source>
        <translation>灰字与边框更清楚，对比度 7:1 以上</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>The host of NEXT moves, the text cursor blinks</source>
        <translation>“下一个”的主持人会动，文本光标会闪</translation>
    </message>
    <message>
        <source>CALM</source>
        <translation>静</translation>
    </message>
    <message>
        <source>Nothing moves but the hall&apos;s picture, levels and times</source>
        <translation>除了场内画面、电平和时间，什么都不动</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>when the show has none of its own</source>
        <translation>演出没有自己的名称时使用</translation>
    </message>
    <message>
        <source>Name on the state strip</source>
        <translation>状态栏上的名称</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>节目</translation>
    </message>
    <message>
        <source>Program frames a second; what the screen or the stream asks for</source>
        <translation>节目每秒帧数；依屏幕或推流的要求</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Of the program, in pixels</source>
        <translation>节目画面的尺寸（像素）</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Headphones</source>
        <translation>耳机</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where you listen to lines and voices; never the hall&apos;s loudspeaker</source>
        <translation>您试听台词与语音的地方；绝不会是现场音箱</translation>
    </message>
    <message>
        <source>the system&apos;s own output</source>
        <translation>系统默认输出</translation>
    </message>
    <message>
        <source>Mic gain</source>
        <translation>话筒增益</translation>
    </message>
    <message>
        <source>Added to the microphone</source>
        <translation>加在话筒上</translation>
    </message>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Lip delay and limits</source>
        <translation>口型延迟与阈值</translation>
    </message>
    <message>
        <source>The lip delay before it is calibrated</source>
        <translation>校准之前的口型延迟</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>The hall&apos;s sound</source>
        <translation>会场声音</translation>
    </message>
    <message>
        <source>Added to the hall&apos;s sound</source>
        <translation>加在会场声音上</translation>
    </message>
    <message>
        <source>Gain of the hall&apos;s sound</source>
        <translation>会场声音的增益</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延时</translation>
    </message>
    <message>
        <source>How much later than its picture the hall&apos;s sound goes out</source>
        <translation>会场声音比画面晚多少送出</translation>
    </message>
    <message>
        <source>Delay of the hall&apos;s sound</source>
        <translation>会场声音的延时</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>混音</translation>
    </message>
    <message>
        <source>The feed: in-ear monitors, a recorder, the press</source>
        <translation>辅助输出：耳返、录音、媒体</translation>
    </message>
    <message>
        <source>Mix of the feed</source>
        <translation>辅助输出的混音</translation>
    </message>
    <message>
        <source>BOTH</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>The MC and the host, however the PA is</source>
        <translation>主持人与数字人，不受 PA 设置影响</translation>
    </message>
    <message>
        <source>HOST</source>
        <translation>数字人</translation>
    </message>
    <message>
        <source>Only what the host says by itself</source>
        <translation>只有数字人自己说的话</translation>
    </message>
    <message>
        <source>MC</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>Only the MC, as long as the MC drives the host</source>
        <translation>只有主持人，在主持人带动数字人时</translation>
    </message>
    <message>
        <source>Added to the feed</source>
        <translation>加在辅助输出上</translation>
    </message>
    <message>
        <source>Gain of the feed</source>
        <translation>辅助输出的增益</translation>
    </message>
    <message>
        <source>How much later than its picture the feed goes out</source>
        <translation>辅助输出比画面晚多少送出</translation>
    </message>
    <message>
        <source>Delay of the feed</source>
        <translation>辅助输出的延时</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>The short lip delay, for a fast machine</source>
        <translation>较短的口型延迟，适合快的电脑</translation>
    </message>
    <message>
        <source>Limit, default</source>
        <translation>阈值（标准）</translation>
    </message>
    <message>
        <source>HEALTH turns amber when the measured delay (p95) is above this</source>
        <translation>实测延迟（p95）超过此值时，系统状态转为黄色</translation>
    </message>
    <message>
        <source>Limit, express</source>
        <translation>阈值（快速）</translation>
    </message>
    <message>
        <source>LOW below</source>
        <translation>过小阈值</translation>
    </message>
    <message>
        <source>A microphone below this for five seconds is LOW</source>
        <translation>话筒连续五秒低于此值即为过小</translation>
    </message>
    <message>
        <source>dBFS</source>
        <translation>dBFS</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>响度</translation>
    </message>
    <message>
        <source>What speech and sound files are levelled to; EBU R128 asks -23</source>
        <translation>语音与声音文件调整到的响度；EBU R128 为 -23</translation>
    </message>
    <message>
        <source>LUFS</source>
        <translation>LUFS</translation>
    </message>
    <message>
        <source>Fetched from</source>
        <translation>下载来源</translation>
    </message>
    <message>
        <source>the public hub, or a mirror of it</source>
        <translation>公开的模型库或其镜像站</translation>
    </message>
    <message>
        <source>May be asked</source>
        <translation>可以使用</translation>
    </message>
    <message>
        <source>Groq</source>
        <translation>Groq</translation>
    </message>
    <message>
        <source>Never asked</source>
        <translation>一律不用</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>the model&apos;s name</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>Hears</source>
        <translation>听</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>说</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>of a proxy; empty is Groq itself</source>
        <translation>代理服务器；留空即 Groq 本身</translation>
    </message>
    <message>
        <source>A server of yours</source>
        <translation>自己的服务器</translation>
    </message>
    <message>
        <source>as http://127.0.0.1:11434/v1, Ollama&apos;s</source>
        <translation>例如 Ollama 的 http://127.0.0.1:11434/v1</translation>
    </message>
    <message>
        <source>Edge voices</source>
        <translation>Edge 语音</translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>免按键</translation>
    </message>
    <message>
        <source>The microphone for questions</source>
        <translation>提问用的话筒</translation>
    </message>
    <message>
        <source>In ANSWER the microphone is open: a question ends with a pause</source>
        <translation>在“问答”模式话筒常开：停顿即视为问完</translation>
    </message>
    <message>
        <source>Only while the key is held</source>
        <translation>只在按住按键时</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>停顿</translation>
    </message>
    <message>
        <source>The silence that ends a question, hands-free</source>
        <translation>免按键时，静默多久算问完</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Host&apos;s own voice</source>
        <translation>数字人自己的声音</translation>
    </message>
    <message>
        <source>GATE</source>
        <translation>关闭收音</translation>
    </message>
    <message>
        <source>The microphone is shut while the host speaks</source>
        <translation>数字人说话时关闭话筒</translation>
    </message>
    <message>
        <source>CANCEL</source>
        <translation>消除</translation>
    </message>
    <message>
        <source>The host&apos;s voice is taken out: one may ask over it</source>
        <translation>从收音中去除数字人的声音：可以打断它提问</translation>
    </message>
    <message>
        <source>Model&apos;s folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Whisper on this machine</source>
        <translation>本机的 Whisper</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>运行于</translation>
    </message>
    <message>
        <source>PROCESSOR</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Works on every machine</source>
        <translation>任何电脑都能用</translation>
    </message>
    <message>
        <source>GRAPHICS CARD</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Faster; shares the card with a filmed host</source>
        <translation>较快；与实拍数字人共用显卡</translation>
    </message>
    <message>
        <source>Calculates in</source>
        <translation>计算精度</translation>
    </message>
    <message>
        <source>INT8</source>
        <translation>INT8</translation>
    </message>
    <message>
        <source>Fastest on a processor, and smallest</source>
        <translation>在处理器上最快，也最省空间</translation>
    </message>
    <message>
        <source>INT8+16</source>
        <translation>INT8+16</translation>
    </message>
    <message>
        <source>Small and fast on a card</source>
        <translation>在显卡上又小又快</translation>
    </message>
    <message>
        <source>FP16</source>
        <translation>FP16</translation>
    </message>
    <message>
        <source>Half precision: on a card only</source>
        <translation>半精度：仅限显卡</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Full precision: slowest, and largest</source>
        <translation>全精度：最慢，也最占空间</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>What draws filmed hosts</source>
        <translation>绘制实拍数字人</translation>
    </message>
    <message>
        <source>Which graphics card the neural driver works on; the light driver needs none</source>
        <translation>神经网络驱动使用哪张显卡；轻量驱动不需要</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>AUTO</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Half precision on a card, full precision on the processor</source>
        <translation>显卡用半精度，处理器用全精度</translation>
    </message>
    <message>
        <source>Half precision</source>
        <translation>半精度</translation>
    </message>
    <message>
        <source>BF16</source>
        <translation>BF16</translation>
    </message>
    <message>
        <source>Half precision with a wide range, on newer cards</source>
        <translation>数值范围较大的半精度，适用较新的显卡</translation>
    </message>
    <message>
        <source>Full precision: twice the memory, half the speed</source>
        <translation>全精度：内存加倍，速度减半</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>FULL</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>与原始发布版本相同</translation>
    </message>
    <message>
        <source>SMALL</source>
        <translation>小型</translation>
    </message>
    <message>
        <source>Approximate, and many times quicker: `compere models distil`</source>
        <translation>近似结果，速度快许多倍：`compere models distil`</translation>
    </message>
    <message>
        <source>Stands by</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>The second engine</source>
        <translation>第二引擎</translation>
    </message>
    <message>
        <source>With a filmed host, where the card has room for two</source>
        <translation>有实拍数字人且显卡容得下两份时</translation>
    </message>
    <message>
        <source>ON</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Always: it takes its memory once more</source>
        <translation>始终启用：内存需要再一份</translation>
    </message>
    <message>
        <source>OFF</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Never: while the engine starts again, the host idles</source>
        <translation>始终不用：引擎重新启动时，数字人保持待机动作</translation>
    </message>
    <message>
        <source>% of the picture</source>
        <translation>% 画面</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>ARM</source>
        <translation>备播</translation>
    </message>
    <message>
        <source>Check and get ready; GO LIVE works for the next sixty seconds</source>
        <translation>检查并备播；接下来六十秒内可以开始播出</translation>
    </message>
    <message>
        <source>DISARM</source>
        <translation>取消备播</translation>
    </message>
    <message>
        <source>Back to STANDBY</source>
        <translation>回到待命</translation>
    </message>
    <message>
        <source>GO LIVE</source>
        <translation>开始播出</translation>
    </message>
    <message>
        <source>HOLD</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Fade to the slate and mute; back to LIVE with one press</source>
        <translation>淡到垫片画面并静音；按一下即恢复播出</translation>
    </message>
    <message>
        <source>BACK TO LIVE</source>
        <translation>恢复播出</translation>
    </message>
    <message>
        <source>From HOLD back on the air</source>
        <translation>从暂停恢复播出</translation>
    </message>
    <message>
        <source>PANIC</source>
        <translation>紧急黑场</translation>
    </message>
    <message>
        <source>Black and silence at once</source>
        <translation>立刻黑场并静音</translation>
    </message>
    <message>
        <source>LEAVE PANIC</source>
        <translation>解除紧急</translation>
    </message>
    <message>
        <source>Back to HOLD when the show was on air, else to STANDBY</source>
        <translation>原本播出中则回到暂停，否则回到待命</translation>
    </message>
    <message>
        <source>INTERRUPT</source>
        <translation>打断</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech at once; it listens again</source>
        <translation>立刻停止数字人说话；它会继续聆听</translation>
    </message>
    <message>
        <source>END SHOW</source>
        <translation>结束演出</translation>
    </message>
    <message>
        <source>Off the air, back to STANDBY</source>
        <translation>停止播出，回到待命</translation>
    </message>
    <message>
        <source>MODE</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>What drives the avatar: mirror (the MC&apos;s live voice), say (a sound file) or answer</source>
        <translation>由什么带动数字人：跟随（主持人的现场声音）、预录（声音文件）或问答</translation>
    </message>
    <message>
        <source>AVATAR</source>
        <translation>数字人</translation>
    </message>
    <message>
        <source>Who is on screen</source>
        <translation>谁在画面上</translation>
    </message>
    <message>
        <source>MICROPHONE</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>The MC&apos;s microphone</source>
        <translation>主持人的话筒</translation>
    </message>
    <message>
        <source>MIC CHANNELS</source>
        <translation>话筒通道</translation>
    </message>
    <message>
        <source>The channels of the microphone&apos;s device that the MC is on</source>
        <translation>主持人在话筒设备的哪几个通道</translation>
    </message>
    <message>
        <source>LOUDSPEAKER</source>
        <translation>音箱</translation>
    </message>
    <message>
        <source>Where the program&apos;s sound goes</source>
        <translation>节目声音送往哪里</translation>
    </message>
    <message>
        <source>HALL CHANNELS</source>
        <translation>会场通道</translation>
    </message>
    <message>
        <source>The channels of the loudspeaker&apos;s device that the hall hears</source>
        <translation>会场听到的是音箱设备的哪几个通道</translation>
    </message>
    <message>
        <source>FEED CHANNELS</source>
        <translation>辅助输出通道</translation>
    </message>
    <message>
        <source>The channels of the loudspeaker&apos;s device that carry the feed</source>
        <translation>辅助输出走音箱设备的哪几个通道</translation>
    </message>
    <message>
        <source>SCREEN</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>The hall&apos;s screen</source>
        <translation>现场的大屏</translation>
    </message>
    <message>
        <source>PA</source>
        <translation>扩声</translation>
    </message>
    <message>
        <source>The MC&apos;s voice through Compere (in sync) or direct (lips trail)</source>
        <translation>主持人声音经 Compere（同步）或直送（口型落后）</translation>
    </message>
    <message>
        <source>SAY</source>
        <translation>预录</translation>
    </message>
    <message>
        <source>Speak a sound file</source>
        <translation>说出一个声音文件</translation>
    </message>
    <message>
        <source>DEMO MC</source>
        <translation>演示主持人</translation>
    </message>
    <message>
        <source>A bundled recording stands in for the microphone</source>
        <translation>以内附录音代替话筒</translation>
    </message>
    <message>
        <source>SLATE</source>
        <translation>垫片</translation>
    </message>
    <message>
        <source>MUTE MIC</source>
        <translation>话筒静音</translation>
    </message>
    <message>
        <source>Silence instead of the microphone</source>
        <translation>以静音代替话筒</translation>
    </message>
    <message>
        <source>MUTE AVATAR</source>
        <translation>数字人静音</translation>
    </message>
    <message>
        <source>Keep the avatar&apos;s voice out of the hall</source>
        <translation>不让数字人的声音进入现场</translation>
    </message>
    <message>
        <source>EXPRESS</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>The short lip delay, for a fast machine</source>
        <translation>较短的口型延迟，适合快的电脑</translation>
    </message>
    <message>
        <source>QUIT</source>
        <translation>结束程序</translation>
    </message>
    <message>
        <source>Close the console and what it started</source>
        <translation>关闭控制台与它启动的程序</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>下一段</translation>
    </message>
    <message>
        <source>Choose what comes next; the hall sees nothing of it</source>
        <translation>选择接下来的内容；现场看不到</translation>
    </message>
    <message>
        <source>NEXT ONE ON</source>
        <translation>移动下一段</translation>
    </message>
    <message>
        <source>The next preset of the rundown, or the one before</source>
        <translation>流程单的后一段或前一段</translation>
    </message>
    <message>
        <source>NEXT AVATAR</source>
        <translation>更换下一段数字人</translation>
    </message>
    <message>
        <source>Another avatar for what comes next; the hall sees nothing of it</source>
        <translation>接下来改用别的数字人；现场看不到</translation>
    </message>
    <message>
        <source>TAKE</source>
        <translation>切播</translation>
    </message>
    <message>
        <source>Put NEXT on: its avatar, mode and sound</source>
        <translation>切播下一段：数字人、模式与声音</translation>
    </message>
    <message>
        <source>LOCK</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Only INTERRUPT, HOLD and PANIC work until it is unlocked</source>
        <translation>解锁前只有“打断”、“暂停”与“紧急黑场”有作用</translation>
    </message>
    <message>
        <source>UNLOCK</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>STAND-IN</source>
        <translation>替身</translation>
    </message>
    <message>
        <source>STAND-IN ON</source>
        <translation>换上替身</translation>
    </message>
    <message>
        <source>STAND-IN OFF</source>
        <translation>换回本尊</translation>
    </message>
    <message>
        <source>Put the preset&apos;s stand-in on screen while its own avatar&apos;s engine is out, or its avatar again</source>
        <translation>主持人引擎停摆时换上这个预设的替身，或换回本尊</translation>
    </message>
    <message>
        <source>All keys and buttons work again</source>
        <translation>所有按键与按钮恢复作用</translation>
    </message>
    <message>
        <source>EDIT</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Change presets, keys and settings; the hall sees nothing of it</source>
        <translation>变更预设、按键与设置；现场看不到</translation>
    </message>
    <message>
        <source>KEY MAP</source>
        <translation>按键表</translation>
    </message>
    <message>
        <source>All keys at a glance</source>
        <translation>所有按键一览</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Change the rundown, in EDIT</source>
        <translation>在“编辑”中变更流程单</translation>
    </message>
    <message>
        <source>KEY</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Give an action another key, in EDIT</source>
        <translation>在“编辑”中为动作换一个按键</translation>
    </message>
    <message>
        <source>OPEN SHOW</source>
        <translation>打开演出</translation>
    </message>
    <message>
        <source>Bring in a whole show</source>
        <translation>导入整场演出</translation>
    </message>
    <message>
        <source>SAVE SHOW</source>
        <translation>保存演出</translation>
    </message>
    <message>
        <source>Presets, avatars and pictures in one file</source>
        <translation>预设、数字人与图片存成一个文件</translation>
    </message>
    <message>
        <source>READ TABLE</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>A rundown from a CSV table</source>
        <translation>从 CSV 表格导入流程单</translation>
    </message>
    <message>
        <source>WRITE TABLE</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>The rundown as a CSV table</source>
        <translation>将流程单导出成 CSV 表格</translation>
    </message>
    <message>
        <source>ADD AVATAR</source>
        <translation>加入数字人</translation>
    </message>
    <message>
        <source>Bring in an avatar folder</source>
        <translation>导入一个数字人文件夹</translation>
    </message>
    <message>
        <source>APPROVE</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Speak the drafted answer</source>
        <translation>说出拟好的回答</translation>
    </message>
    <message>
        <source>EDIT ANSWER</source>
        <translation>修改回答</translation>
    </message>
    <message>
        <source>AGAIN</source>
        <translation>重拟</translation>
    </message>
    <message>
        <source>Draft another answer</source>
        <translation>重新拟一个回答</translation>
    </message>
    <message>
        <source>REJECT</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>PREFLIGHT</source>
        <translation>演前检查</translation>
    </message>
    <message>
        <source>Look the hall over: what is ready, what is not, and what was waived</source>
        <translation>巡视全场：哪些就绪、哪些未就绪、哪些已放行</translation>
    </message>
    <message>
        <source>WAIVE</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Go on although this item of preflight is red; it is logged by name</source>
        <translation>演前检查这一项虽为红灯仍继续；会记名写入日志</translation>
    </message>
    <message>
        <source>IDENTIFY</source>
        <translation>识别屏幕</translation>
    </message>
    <message>
        <source>Show the hall&apos;s screen its own name and number for six seconds</source>
        <translation>在现场大屏显示它的名称与编号六秒</translation>
    </message>
    <message>
        <source>TEST PATTERN</source>
        <translation>测试图</translation>
    </message>
    <message>
        <source>Grid, circles and colour bars on the hall&apos;s screen; beep adds the lip-sync test</source>
        <translation>现场大屏显示格线、圆与彩条；哔声可测试音画同步</translation>
    </message>
    <message>
        <source>RE-PLACE</source>
        <translation>重新放置</translation>
    </message>
    <message>
        <source>Place the hall window again on its screen</source>
        <translation>将现场窗口重新放到它的屏幕上</translation>
    </message>
    <message>
        <source>SETTINGS</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Change settings, in STANDBY</source>
        <translation>变更设置（待命时）</translation>
    </message>
    <message>
        <source>RESTART PLAYOUT</source>
        <translation>重启播出程序</translation>
    </message>
    <message>
        <source>Start playout again, so that the new program rate and size hold; the hall sees the slate meanwhile</source>
        <translation>重新启动播出程序，让新的帧率与尺寸生效；期间现场看到垫片画面</translation>
    </message>
    <message>
        <source>CHECK MODELS</source>
        <translation>检查模型</translation>
    </message>
    <message>
        <source>Look at the neural driver&apos;s files and at the graphics card; `whole` reads every file to its end</source>
        <translation>检查神经网络驱动的文件与显卡；`whole` 会把每个文件读完</translation>
    </message>
    <message>
        <source>IMPORT MODELS</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Bring the neural driver&apos;s files in from a folder or a USB stick</source>
        <translation>从文件夹或 U 盘导入神经网络驱动的文件</translation>
    </message>
    <message>
        <source>FETCH MODELS</source>
        <translation>下载模型</translation>
    </message>
    <message>
        <source>Fetch what is missing of the neural driver&apos;s files over the network</source>
        <translation>从网络下载神经网络驱动所缺的文件</translation>
    </message>
    <message>
        <source>STOP MODELS</source>
        <translation>停止获取模型</translation>
    </message>
    <message>
        <source>Stop bringing models in; the next time goes on from there</source>
        <translation>停止获取模型；下次从这里继续</translation>
    </message>
    <message>
        <source>HOST FROM A VIDEO</source>
        <translation>用视频制作主持人</translation>
    </message>
    <message>
        <source>Make a host of a video or a photo: see its first picture, and the faces on it</source>
        <translation>用视频或照片制作主持人：先看第一个画面与其中的人脸</translation>
    </message>
    <message>
        <source>PLAN THE HOST</source>
        <translation>主持人方案</translation>
    </message>
    <message>
        <source>Name, licence, face box and mask of the host that is being made</source>
        <translation>制作中主持人的名字、授权、脸框与遮罩</translation>
    </message>
    <message>
        <source>MAKE THE HOST</source>
        <translation>制作主持人</translation>
    </message>
    <message>
        <source>Prepare every picture of the clip; goes on where it was stopped</source>
        <translation>准备视频的每个画面；会从停下处继续</translation>
    </message>
    <message>
        <source>STOP MAKING</source>
        <translation>停止制作</translation>
    </message>
    <message>
        <source>Stop making the host; the next time goes on from there</source>
        <translation>停止制作主持人；下次从那里继续</translation>
    </message>
    <message>
        <source>PUT AWAY</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Put the plan of a host away</source>
        <translation>收起主持人方案</translation>
    </message>
    <message>
        <source>LOOK FOR CARDS</source>
        <translation>查找显卡</translation>
    </message>
    <message>
        <source>See which graphics cards could draw a film</source>
        <translation>查看有哪些显卡可以绘制视频</translation>
    </message>
    <message>
        <source>WELCOME</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Four short steps: event, voice, hall, avatar</source>
        <translation>四个简短步骤：活动、声音、现场、数字人</translation>
    </message>
    <message>
        <source>OFFLINE</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>STANDBY</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>ARMED</source>
        <translation>已备播</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>播出中</translation>
    </message>
    <message>
        <source>Playout is not running yet: wait for STANDBY.</source>
        <translation>播出程序尚未就绪：请等到“待命”。</translation>
    </message>
    <message>
        <source>The show is in PANIC: hold {keys} for one second to leave it.</source>
        <translation>目前是紧急黑场：按住 {keys} 一秒可解除。</translation>
    </message>
    <message>
        <source>The show is on air already.</source>
        <translation>已经在播出了。</translation>
    </message>
    <message>
        <source>The show is on air: END is the way off.</source>
        <translation>播出中：要离开请用“结束演出”。</translation>
    </message>
    <message>
        <source>Nothing is on air.</source>
        <translation>目前没有播出。</translation>
    </message>
    <message>
        <source>The show is not armed: press ARM first.</source>
        <translation>尚未备播：请先按“备播”。</translation>
    </message>
    <message>
        <source>Nothing is being said: the avatar speaks only when LIVE.</source>
        <translation>目前没有在说话：数字人只在播出中说话。</translation>
    </message>
    <message>
        <source>ARMED ran out after sixty seconds.</source>
        <translation>已备播超过六十秒，回到待命。</translation>
    </message>
    <message>
        <source>There is nothing to go back to: the show is not in HOLD.</source>
        <translation>没有可恢复的播出：目前不是暂停。</translation>
    </message>
    <message>
        <source>The avatar speaks only when LIVE.</source>
        <translation>数字人只在播出中说话。</translation>
    </message>
    <message>
        <source>The lip delay stays as it is from ARM to END: change it in STANDBY.</source>
        <translation>从备播到结束，口型延迟不再变动：请在待命时变更。</translation>
    </message>
    <message>
        <source>The show is on air: END it first.</source>
        <translation>播出中：请先结束演出。</translation>
    </message>
    <message>
        <source>The show is on air: a test pattern is shown only in STANDBY and ARMED.</source>
        <translation>播出中：测试图只能在待命或已备播时显示。</translation>
    </message>
    <message>
        <source>The welcome would hide HALL NOW: it is opened in STANDBY only.</source>
        <translation>欢迎向导会挡住现场画面：只能在待命时打开。</translation>
    </message>
    <message>
        <source>Nothing can be taken now: leave PANIC, or wait until playout is there.</source>
        <translation>现在无法切播：请先解除紧急黑场，或等播出程序就绪。</translation>
    </message>
    <message>
        <source>The console is locked: hold {keys} for one second to unlock it.</source>
        <translation>控制台已锁定：按住 {keys} 一秒可解锁。</translation>
    </message>
    <message>
        <source>Pressed twice within 0.3 s: only the first press counts.</source>
        <translation>0.3 秒内按了两次：只算第一次。</translation>
    </message>
    <message>
        <source>The action failed inside Compere ({fault}): report it, and use another.</source>
        <translation>此动作在 Compere 内部失败（{fault}）：请反馈，并改用其他方式。</translation>
    </message>
    <message>
        <source>There is no action named {name}.</source>
        <translation>没有名为 {name} 的动作。</translation>
    </message>
    <message>
        <source>There is no such mode: choose mirror, say or answer.</source>
        <translation>没有这种模式：请选 mirror、say 或 answer。</translation>
    </message>
    <message>
        <source>There is no such PA mode: choose through or direct.</source>
        <translation>没有这种扩声方式：请选 through 或 direct。</translation>
    </message>
    <message>
        <source>Choose the picture&apos;s file for the slate.</source>
        <translation>请选择垫片画面的图片文件。</translation>
    </message>
    <message>
        <source>There is no such test pattern: choose card, beep or off.</source>
        <translation>没有这种测试图：请选 card、beep 或 off。</translation>
    </message>
    <message>
        <source>No {what} was named.</source>
        <translation>没有指定{what}。</translation>
    </message>
    <message>
        <source>Say on or off.</source>
        <translation>请指定 on 或 off。</translation>
    </message>
    <message>
        <source>Say on or back.</source>
        <translation>请指定 on 或 back。</translation>
    </message>
    <message>
        <source>That is no change of the rundown: use the EDIT panel.</source>
        <translation>这不是流程单的变更：请使用“编辑”面板。</translation>
    </message>
    <message>
        <source>Say which action, which of its keys, and the new key.</source>
        <translation>请指定动作、它的哪一个按键，以及新的按键。</translation>
    </message>
    <message>
        <source>Say which setting, and its new value.</source>
        <translation>请指定哪一项设置与新的值。</translation>
    </message>
    <message>
        <source>That is changed in EDIT only: open it first.</source>
        <translation>只能在“编辑”中变更：请先打开。</translation>
    </message>
    <message>
        <source>Settings are changed in STANDBY only: END the show first.</source>
        <translation>设置只能在待命时变更：请先结束演出。</translation>
    </message>
    <message>
        <source>There is no setting {name}.</source>
        <translation>没有名为 {name} 的设置。</translation>
    </message>
    <message>
        <source>That setting cannot be used.</source>
        <translation>此设置无法使用。</translation>
    </message>
    <message>
        <source>The express lip delay must not be longer than the default one.</source>
        <translation>快速的口型延迟不可比标准的长。</translation>
    </message>
    <message>
        <source>The program&apos;s width and height must be even, for the recording&apos;s sake.</source>
        <translation>节目的宽与高必须是偶数，录像才能进行。</translation>
    </message>
    <message>
        <source>There is no such language: choose English, 繁體中文, 简体中文 or the system&apos;s.</source>
        <translation>没有这种语言：请选 English、繁体中文、简体中文，或依系统语言。</translation>
    </message>
    <message>
        <source>The program rate must be 25, 30, 50 or 60 frames a second.</source>
        <translation>节目帧率必须是每秒 25、30、50 或 60 帧。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read ({fault}): defaults are used.</source>
        <translation>无法读取 {path} 的设置（{fault}）：改用默认值。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be used ({fault}): defaults are used, the file is kept.</source>
        <translation>无法使用 {path} 的设置（{fault}）：改用默认值，文件保留不动。</translation>
    </message>
    <message>
        <source>The settings cannot be saved in {path} ({fault}).</source>
        <translation>设置无法存到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>There is no key {n} of {name} to change.</source>
        <translation>{name} 没有第 {n} 个按键可改。</translation>
    </message>
    <message>
        <source>That is no key: press one key, with Ctrl, Shift or Alt if you like.</source>
        <translation>这不是按键：请按一个键，需要时可加 Ctrl、Shift 或 Alt。</translation>
    </message>
    <message>
        <source>{keys} walks through the window: choose another key.</source>
        <translation>{keys} 用来在窗口中移动：请选别的键。</translation>
    </message>
    <message>
        <source>{keys} is {words} already: choose another key.</source>
        <translation>{keys} 已经是“{words}”：请选别的键。</translation>
    </message>
    <message>
        <source>The keys in {path} are from a newer Compere: the usual ones are used.</source>
        <translation>{path} 的按键来自较新的 Compere：改用默认键。</translation>
    </message>
    <message>
        <source>In {path} the keys of {name} cannot be used: the usual ones are.</source>
        <translation>{path} 中 {name} 的按键无法使用：改用默认键。</translation>
    </message>
    <message>
        <source>The keys in {path} cannot be read ({fault}): the usual ones are used.</source>
        <translation>无法读取 {path} 的按键（{fault}）：改用默认键。</translation>
    </message>
    <message>
        <source>The keys in {path} cannot be used ({fault}): the usual ones are used.</source>
        <translation>无法使用 {path} 的按键（{fault}）：改用默认键。</translation>
    </message>
    <message>
        <source>The keys cannot be saved in {path} ({fault}).</source>
        <translation>按键无法存到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>There is no preset {name} in the rundown.</source>
        <translation>流程单中没有预设 {name}。</translation>
    </message>
    <message>
        <source>There is no preset {name} in the rundown any more.</source>
        <translation>流程单中已经没有预设 {name}。</translation>
    </message>
    <message>
        <source>The rundown is empty: make a preset in EDIT.</source>
        <translation>流程单是空的：请到“编辑”新增预设。</translation>
    </message>
    <message>
        <source>Nothing is next: choose a preset with 1 to 9.</source>
        <translation>没有下一段：请按 1 到 9 选择预设。</translation>
    </message>
    <message>
        <source>There is no avatar {name}.</source>
        <translation>没有数字人 {name}。</translation>
    </message>
    <message>
        <source>There is no avatar {name}: choose another one for NEXT, or add it in EDIT.</source>
        <translation>没有数字人 {name}：请为下一段选择别的，或到“编辑”加入。</translation>
    </message>
    <message>
        <source>There is no sound file {path}: choose another one.</source>
        <translation>没有声音文件 {path}：请选择别的。</translation>
    </message>
    <message>
        <source>{name} cannot be taken: {why}.</source>
        <translation>无法切播 {name}：{why}。</translation>
    </message>
    <message>
        <source>{name}: there is no file {path}: the take went on without it.</source>
        <translation>{name}：没有文件 {path}，切播时跳过它。</translation>
    </message>
    <message>
        <source>the avatar {name} is not there</source>
        <translation>找不到数字人 {name}</translation>
    </message>
    <message>
        <source>its file {path} is not there</source>
        <translation>找不到文件 {path}</translation>
    </message>
    <message>
        <source>its slate is a picture, so name slate_picture</source>
        <translation>垫片画面设为图片，请指定图片文件</translation>
    </message>
    <message>
        <source>its mode is say, so name the sound file in say</source>
        <translation>模式为“预录”，请指定声音文件</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的变更。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的变更。</translation>
    </message>
    <message>
        <source>A rundown has {n} presets at most.</source>
        <translation>流程单最多 {n} 个预设。</translation>
    </message>
    <message>
        <source>A preset has no field {name}.</source>
        <translation>预设没有字段 {name}。</translation>
    </message>
    <message>
        <source>Preset {path} cannot be used: {fault}.</source>
        <translation>预设 {path} 无法使用：{fault}。</translation>
    </message>
    <message>
        <source>Preset {path} cannot be read ({fault}).</source>
        <translation>无法读取预设 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>Preset {path} was written by a newer Compere (format {n}): update this one.</source>
        <translation>预设 {path} 由较新的 Compere 写成（格式 {n}）：请更新本程序。</translation>
    </message>
    <message>
        <source>Preset {path} is not used: name its file with lower-case letters, digits and hyphens.</source>
        <translation>未使用预设 {path}：文件名请用小写字母、数字与连字符。</translation>
    </message>
    <message>
        <source>The presets cannot be saved in {path} ({fault}).</source>
        <translation>预设无法存到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>The rundown {path} cannot be read ({fault}): the presets come by name.</source>
        <translation>无法读取流程单 {path}（{fault}）：预设依名称排列。</translation>
    </message>
    <message>
        <source>The rundown {path} cannot be used ({fault}): the presets come by name.</source>
        <translation>无法使用流程单 {path}（{fault}）：预设依名称排列。</translation>
    </message>
    <message>
        <source>The rundown {path} was written by a newer Compere (format {n}): the presets come by name; update this one.</source>
        <translation>流程单 {path} 由较新的 Compere 写成（格式 {n}）：预设依名称排列，请更新本程序。</translation>
    </message>
    <message>
        <source>Something is being moved already: wait until it is done.</source>
        <translation>正在移动其他内容：请等它完成。</translation>
    </message>
    <message>
        <source>That failed inside Compere ({fault}): the log has more.</source>
        <translation>在 Compere 内部失败（{fault}）：详情见日志。</translation>
    </message>
    <message>
        <source>bringing in {path}</source>
        <translation>正在导入 {path}</translation>
    </message>
    <message>
        <source>opening {path}</source>
        <translation>正在打开 {path}</translation>
    </message>
    <message>
        <source>saving {path}</source>
        <translation>正在保存 {path}</translation>
    </message>
    <message>
        <source>{n} presets read from {path}; UNDO takes it back</source>
        <translation>从 {path} 导入 {n} 个预设；按“撤销”可撤回</translation>
    </message>
    <message>
        <source>the rundown was written to {path}</source>
        <translation>流程单已导出到 {path}</translation>
    </message>
    <message>
        <source>the avatar {name} is there</source>
        <translation>数字人 {name} 已加入</translation>
    </message>
    <message>
        <source>{path} was opened: {n} presets; the earlier show is in {aside}</source>
        <translation>已打开 {path}：{n} 个预设；先前的演出在 {aside}</translation>
    </message>
    <message>
        <source>the show was saved as {path}</source>
        <translation>演出已存成 {path}</translation>
    </message>
    <message>
        <source>{path} is too large to be a show.</source>
        <translation>{path} 太大，不可能是演出文件。</translation>
    </message>
    <message>
        <source>{path} is too large to be an avatar.</source>
        <translation>{path} 太大，不可能是数字人。</translation>
    </message>
    <message>
        <source>{path} is not in UTF-8: save it as “CSV UTF-8”.</source>
        <translation>{path} 不是 UTF-8：请另存为“CSV UTF-8”。</translation>
    </message>
    <message>
        <source>The table cannot be read or written ({fault}).</source>
        <translation>表格无法读写（{fault}）。</translation>
    </message>
    <message>
        <source>The table cannot be read as CSV ({fault}).</source>
        <translation>表格无法当作 CSV 读取（{fault}）。</translation>
    </message>
    <message>
        <source>The table cannot be used: its first line must name the columns, and one must be “name”.</source>
        <translation>表格无法使用：第一行必须是列名，其中要有“name”。</translation>
    </message>
    <message>
        <source>The table has no lines below its headings.</source>
        <translation>表格在标题之下没有任何一行。</translation>
    </message>
    <message>
        <source>The table has too many lines: a rundown has {n} presets at most.</source>
        <translation>表格行数太多：流程单最多 {n} 个预设。</translation>
    </message>
    <message>
        <source>The id {name} in line {n} must be lower-case letters, digits and hyphens.</source>
        <translation>第 {n} 行的标识 {name} 必须是小写字母、数字与连字符。</translation>
    </message>
    <message>
        <source>The id {name} in line {n} is there twice: give each line its own.</source>
        <translation>第 {n} 行的标识 {name} 重复：每行请用自己的标识。</translation>
    </message>
    <message>
        <source>The {what} {value} in line {n} is not a number.</source>
        <translation>第 {n} 行的{what} {value} 不是数字。</translation>
    </message>
    <message>
        <source>The {name} in line {n} must be yes or no, not {value}.</source>
        <translation>第 {n} 行的 {name} 必须是 yes 或 no，不是 {value}。</translation>
    </message>
    <message>
        <source>There is an avatar “{name}” already ({other}): give the new one another id in its {file}.</source>
        <translation>已经有数字人“{name}”（{other}）：请在新的 {file} 里改用别的标识。</translation>
    </message>
    <message>
        <source>{path} is no avatar: there is no {file} in it.</source>
        <translation>{path} 不是数字人：里面没有 {file}。</translation>
    </message>
    <message>
        <source>The avatar was refused. {fault}</source>
        <translation>未接受此数字人。{fault}</translation>
    </message>
    <message>
        <source>The avatar {name} cannot be copied to {path} ({fault}).</source>
        <translation>数字人 {name} 无法复制到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>The show cannot be saved as {path} ({fault}).</source>
        <translation>演出无法存成 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>The show cannot be saved: {name} names {path}, which is not there.</source>
        <translation>演出无法保存：{name} 用到 {path}，但找不到它。</translation>
    </message>
    <message>
        <source>The show {path} cannot be opened ({fault}).</source>
        <translation>演出 {path} 无法打开（{fault}）。</translation>
    </message>
    <message>
        <source>The show {path} was refused. {fault}</source>
        <translation>未接受演出 {path}。{fault}</translation>
    </message>
    <message>
        <source>The show {path} was refused: its avatar {folder} calls itself {name}.</source>
        <translation>未接受演出 {path}：它的数字人 {folder} 自称 {name}。</translation>
    </message>
    <message>
        <source>The show {path} holds no preset.</source>
        <translation>演出 {path} 里没有预设。</translation>
    </message>
    <message>
        <source>{path} is no show of Compere&apos;s: its {file} names no format.</source>
        <translation>{path} 不是 Compere 的演出文件：它的 {file} 没有写明格式。</translation>
    </message>
    <message>
        <source>{path} is no show of Compere&apos;s: its {file} cannot be read.</source>
        <translation>{path} 不是 Compere 的演出文件：无法读取它的 {file}。</translation>
    </message>
    <message>
        <source>{path} is no show of Compere&apos;s: there is no {file} in it.</source>
        <translation>{path} 不是 Compere 的演出文件：里面没有 {file}。</translation>
    </message>
    <message>
        <source>{path} is no show of Compere&apos;s, or is damaged: copy it again.</source>
        <translation>{path} 不是 Compere 的演出文件，或已损坏：请重新复制。</translation>
    </message>
    <message>
        <source>{path} was written by a newer Compere (format {n}): update this one.</source>
        <translation>{path} 由较新的 Compere 写成（格式 {n}）：请更新本程序。</translation>
    </message>
    <message>
        <source>{path} was refused: it wants to write “{file}”.</source>
        <translation>未接受 {path}：它想写入“{file}”。</translation>
    </message>
    <message>
        <source>{path} was refused: it holds more than it says.</source>
        <translation>未接受 {path}：内容比它宣称的多。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Avatar and presets</source>
        <translation>数字人与预设</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>Hall screen</source>
        <translation>现场大屏</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>音箱</translation>
    </message>
    <message>
        <source>Lip delay</source>
        <translation>口型延迟</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Sleep held off</source>
        <translation>防止睡眠</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>已预热</translation>
    </message>
    <message>
        <source>warm, {name}</source>
        <translation>已预热，{name}</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>断线</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>未就绪</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>打开中</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>low</source>
        <translation>过小</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>有信号</translation>
    </message>
    <message>
        <source>demo MC</source>
        <translation>演示主持人</translation>
    </message>
    <message>
        <source>no avatar</source>
        <translation>没有数字人</translation>
    </message>
    <message>
        <source>no signal yet</source>
        <translation>尚无信号</translation>
    </message>
    <message>
        <source>no frame yet</source>
        <translation>尚无画面</translation>
    </message>
    <message>
        <source>frames come</source>
        <translation>画面正常</translation>
    </message>
    <message>
        <source>not needed in this mode</source>
        <translation>此模式不需要</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>no hall window yet</source>
        <translation>尚无现场窗口</translation>
    </message>
    <message>
        <source>cannot be looked at</source>
        <translation>无法查看</translation>
    </message>
    <message>
        <source>screen saver and sleep</source>
        <translation>屏幕保护程序与睡眠</translation>
    </message>
    <message>
        <source>screen saver</source>
        <translation>屏幕保护程序</translation>
    </message>
    <message>
        <source>sleep</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>{what} cannot be held off</source>
        <translation>无法阻止{what}</translation>
    </message>
    <message>
        <source>Turn {what} off in the system&apos;s settings, then waive this.</source>
        <translation>请在系统设置中关闭{what}，再放行此项。</translation>
    </message>
    <message>
        <source>It is held off as soon as there is one.</source>
        <translation>一有现场窗口就会阻止。</translation>
    </message>
    <message>
        <source>{name} is being loaded</source>
        <translation>正在加载 {name}</translation>
    </message>
    <message>
        <source>preset {name}</source>
        <translation>预设 {name}</translation>
    </message>
    <message>
        <source>preset {name} and {n} more</source>
        <translation>预设 {name} 与另外 {n} 个</translation>
    </message>
    <message>
        <source>{name}, {n} presets</source>
        <translation>{name}，{n} 个预设</translation>
    </message>
    <message>
        <source>frame {n} s old</source>
        <translation>画面已旧 {n} 秒</translation>
    </message>
    <message>
        <source>{n} ms, p95 {ms}</source>
        <translation>{n} ms，p95 {ms}</translation>
    </message>
    <message>
        <source>{n} ms, nothing measured yet</source>
        <translation>{n} ms，尚无实测值</translation>
    </message>
    <message>
        <source>Wait a moment: it starts by itself.</source>
        <translation>请稍候：它会自行启动。</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>Wait a moment: the program has just started.</source>
        <translation>请稍候：节目刚开始。</translation>
    </message>
    <message>
        <source>Wait until it is ready, or choose another avatar.</source>
        <translation>请等它就绪，或选择别的数字人。</translation>
    </message>
    <message>
        <source>Wait for playout.</source>
        <translation>请等播出程序就绪。</translation>
    </message>
    <message>
        <source>See the log; the avatar idles until the engine is back.</source>
        <translation>详情见日志；引擎恢复前数字人保持待机动作。</translation>
    </message>
    <message>
        <source>Choose an avatar.</source>
        <translation>请选择数字人。</translation>
    </message>
    <message>
        <source>Choose {what}.</source>
        <translation>请选择{what}。</translation>
    </message>
    <message>
        <source>It cannot be taken as it is: put it right in EDIT.</source>
        <translation>目前无法切播：请到“编辑”修正。</translation>
    </message>
    <message>
        <source>MIRROR would need a microphone.</source>
        <translation>“跟随”模式需要话筒。</translation>
    </message>
    <message>
        <source>Open it with {keys}.</source>
        <translation>按 {keys} 打开。</translation>
    </message>
    <message>
        <source>Let the MC say a word.</source>
        <translation>请主持人说句话。</translation>
    </message>
    <message>
        <source>Raise the microphone&apos;s gain.</source>
        <translation>请调高话筒增益。</translation>
    </message>
    <message>
        <source>The program stands still: wait, or place it again with {keys}.</source>
        <translation>节目画面停住了：请稍候，或按 {keys} 重新放置。</translation>
    </message>
    <message>
        <source>It is measured as soon as sound comes.</source>
        <translation>一有声音就会实测。</translation>
    </message>
    <message>
        <source>Plug {what} in again: it comes back by itself.</source>
        <translation>请重新接上{what}：它会自行恢复。</translation>
    </message>
    <message>
        <source>the microphone</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>the hall&apos;s screen</source>
        <translation>现场大屏</translation>
    </message>
    <message>
        <source>a loudspeaker</source>
        <translation>音箱</translation>
    </message>
    <message>
        <source>There is no preflight item {name}: it is one of {list}.</source>
        <translation>演前检查没有 {name} 这一项：可用的有 {list}。</translation>
    </message>
    <message>
        <source>{what} is not red: there is nothing to waive.</source>
        <translation>“{what}”不是红灯：不需要放行。</translation>
    </message>
    <message>
        <source>Not ready: {items}. Put it right, or waive it by name.</source>
        <translation>尚未就绪：{items}。请修正，或逐项放行。</translation>
    </message>
    <message>
        <source>{n} GB free</source>
        <translation>可用 {n} GB</translation>
    </message>
    <message>
        <source>{n} MB free</source>
        <translation>可用 {n} MB</translation>
    </message>
    <message>
        <source>Free 2 GB: logs, reports and idle loops need room.</source>
        <translation>请腾出 2 GB：日志、报告与待机动作需要空间。</translation>
    </message>
    <message>
        <source>Free 2 GB: the show&apos;s log needs room too.</source>
        <translation>请腾出 2 GB：演出日志也需要空间。</translation>
    </message>
    <message>
        <source>idle loops: {n} of {limit}</source>
        <translation>待机动作：{n}/{limit}</translation>
    </message>
    <message>
        <source>They are made once, and take the processor for some minutes: wait, if you can. On air they are held.</source>
        <translation>只需制作一次，会占用处理器数分钟：可以的话请等一下。播出期间会暂停。</translation>
    </message>
    <message>
        <source>Playout was lost and is starting again ({why}).</source>
        <translation>播出程序中断，正在重新启动（{why}）。</translation>
    </message>
    <message>
        <source>The engine was lost and is starting again; the avatar idles ({why}).</source>
        <translation>引擎中断，正在重新启动；数字人保持待机动作（{why}）。</translation>
    </message>
    <message>
        <source>The engine was lost and is starting again; the second one draws ({why}).</source>
        <translation>引擎中断，正在重新启动；第二引擎已接管（{why}）。</translation>
    </message>
    <message>
        <source>the second engine has stepped in</source>
        <translation>第二引擎已接管</translation>
    </message>
    <message>
        <source>the first engine draws again</source>
        <translation>第一引擎恢复绘制</translation>
    </message>
    <message>
        <source>second engine: {sentence}</source>
        <translation>第二引擎：{sentence}</translation>
    </message>
    <message>
        <source>The drawn faces come out wrong, so the mouth stays as filmed: try bf16 or fp32.</source>
        <translation>神经驱动生成的脸部画面有误，嘴部保持原视频：请改用 bf16 或 fp32。</translation>
    </message>
    <message>
        <source>There is no NVIDIA card that PyTorch can use: choose a host of the light driver.</source>
        <translation>没有 PyTorch 可用的 NVIDIA 显卡：请选择轻量驱动的主持人。</translation>
    </message>
    <message>
        <source>it ended at once with code {code}: {last}</source>
        <translation>一启动就结束，代码 {code}：{last}</translation>
    </message>
    <message>
        <source>it ended with code {code}: {last}</source>
        <translation>已结束，代码 {code}：{last}</translation>
    </message>
    <message>
        <source>it was not ready within {n} s</source>
        <translation>{n} 秒内未就绪</translation>
    </message>
    <message>
        <source>it did not answer for {n} s and was killed</source>
        <translation>{n} 秒没有回应，已强制结束</translation>
    </message>
    <message>
        <source>its link broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>no words</source>
        <translation>没有消息</translation>
    </message>
    <message>
        <source>There is no avatar: install Compere again, or add an avatar folder.</source>
        <translation>没有任何数字人：请重新安装 Compere，或加入数字人文件夹。</translation>
    </message>
    <message>
        <source>That is the operator&apos;s own screen: choose the hall&apos;s, or the window.</source>
        <translation>这是操作员自己的屏幕：请选现场的大屏，或用窗口。</translation>
    </message>
    <message>
        <source>The hall&apos;s screen is gone: plug it in again; the program comes back by itself.</source>
        <translation>现场大屏不见了：请重新接上，节目画面会自行恢复。</translation>
    </message>
    <message>
        <source>Window on this screen</source>
        <translation>此屏幕上的窗口</translation>
    </message>
    <message>
        <source>The microphone {name} cannot be used: {why}. Plug it in again; it comes back by itself.</source>
        <translation>无法使用话筒 {name}：{why}。请重新接上，它会自行恢复。</translation>
    </message>
    <message>
        <source>The loudspeaker {name} cannot be used: {why}. Plug it in again; it comes back by itself.</source>
        <translation>无法使用音箱 {name}：{why}。请重新接上，它会自行恢复。</translation>
    </message>
    <message>
        <source>The microphone {name} cannot be used: this computer&apos;s sound service is gone. It comes back with it.</source>
        <translation>话筒 {name} 无法使用：这台电脑的音频服务已停止。服务恢复后，话筒会自行恢复。</translation>
    </message>
    <message>
        <source>The loudspeaker {name} cannot be used: this computer&apos;s sound service is gone. It comes back with it.</source>
        <translation>扬声器 {name} 无法使用：这台电脑的音频服务已停止。服务恢复后，扬声器会自行恢复。</translation>
    </message>
    <message>
        <source>the system does not open it</source>
        <translation>系统无法打开它</translation>
    </message>
    <message>
        <source>it is not plugged in</source>
        <translation>未接上</translation>
    </message>
    <message>
        <source>another was chosen</source>
        <translation>改选了别的设备</translation>
    </message>
    <message>
        <source>the sound server went away</source>
        <translation>音频服务器消失</translation>
    </message>
    <message>
        <source>no sound came any more</source>
        <translation>不再有声音进来</translation>
    </message>
    <message>
        <source>the sound server moved it to {name}</source>
        <translation>音频服务器把它移到 {name}</translation>
    </message>
    <message>
        <source>the sound server&apos;s door for ALSA (libasound2-plugins) is not there</source>
        <translation>缺少音频服务器的 ALSA 插件（libasound2-plugins）</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>{path} holds no sound: choose another file.</source>
        <translation>{path} 里没有声音：请选择别的文件。</translation>
    </message>
    <message>
        <source>{path} is longer than an hour: cut it into shorter lines.</source>
        <translation>{path} 超过一小时：请剪成较短的段落。</translation>
    </message>
    <message>
        <source>Playout could not carry out {name}: {fault}</source>
        <translation>播出程序无法执行 {name}：{fault}</translation>
    </message>
    <message>
        <source>The lip delay is fixed while the show is on air: END first.</source>
        <translation>播出中口型延迟固定不变：请先结束演出。</translation>
    </message>
    <message>
        <source>The avatar in {path} could not be loaded ({fault}): choose another one.</source>
        <translation>无法加载 {path} 的数字人（{fault}）：请选择别的。</translation>
    </message>
    <message>
        <source>The avatar could not be drawn: {fault}</source>
        <translation>无法绘制数字人：{fault}</translation>
    </message>
    <message>
        <source>The idle loop of {name} could not be prepared: {fault}</source>
        <translation>无法准备 {name} 的待机动作：{fault}</translation>
    </message>
    <message>
        <source>its idle loop could not be prepared: {fault}</source>
        <translation>无法准备它的待机动作：{fault}</translation>
    </message>
    <message>
        <source>preparing its idle loop, {n} %</source>
        <translation>正在准备待机动作，{n} %</translation>
    </message>
    <message>
        <source>its idle loop waits until the show is over, {n} %</source>
        <translation>待机动作等演出结束后再制作，{n} %</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>话筒</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>音箱</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>playout</source>
        <translation>播出程序</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>驱动</translation>
    </message>
    <message>
        <source>presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>垫片</translation>
    </message>
    <message>
        <source>delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>待机动作</translation>
    </message>
    <message>
        <source>on now: {n} {name}</source>
        <translation>目前：{n} {name}</translation>
    </message>
    <message>
        <source>rejoined: {why}</source>
        <translation>重新接回演出：{why}</translation>
    </message>
    <message>
        <source>nothing was on air</source>
        <translation>当时没有播出</translation>
    </message>
    <message>
        <source>was {what} {ago} ago</source>
        <translation>{ago}前是“{what}”</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>Rejoin: {why}. BACK TO LIVE goes on, END closes the show.</source>
        <translation>接回演出：{why}。按“恢复播出”继续，按“结束演出”收场。</translation>
    </message>
    <message>
        <source>report: {path}</source>
        <translation>报告：{path}</translation>
    </message>
    <message>
        <source>There is no show in the log: nothing was on air.</source>
        <translation>日志里没有演出：当时没有播出。</translation>
    </message>
    <message>
        <source>The report cannot be written to {path} ({fault}): the log has it all.</source>
        <translation>报告无法写入 {path}（{fault}）：日志里都有。</translation>
    </message>
    <message>
        <source>The report could not be made ({fault}): the log has it all.</source>
        <translation>报告无法产生（{fault}）：日志里都有。</translation>
    </message>
    <message>
        <source>key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>osc</source>
        <translation>OSC</translation>
    </message>
    <message>
        <source>http</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>midi</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>rehearse</source>
        <translation>排练</translation>
    </message>
    <message>
        <source>console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>next one on</source>
        <translation>下一段往后移</translation>
    </message>
    <message>
        <source>next one back</source>
        <translation>下一段往前移</translation>
    </message>
    <message>
        <source>True</source>
        <translation>开</translation>
    </message>
    <message>
        <source>False</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>say</source>
        <translation>预录</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>through</source>
        <translation>经 Compere</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>直送</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黑场</translation>
    </message>
    <message>
        <source>card</source>
        <translation>测试图</translation>
    </message>
    <message>
        <source>beep</source>
        <translation>哔声</translation>
    </message>
    <message>
        <source>sound file</source>
        <translation>声音文件</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>avatar</source>
        <translation>数字人</translation>
    </message>
    <message>
        <source>avatar {name}</source>
        <translation>数字人 {name}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>not_ready</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>tick</source>
        <translation>时间到</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>PA mode</source>
        <translation>扩声方式</translation>
    </message>
    <message>
        <source>test pattern</source>
        <translation>测试图</translation>
    </message>
    <message>
        <source>preflight item</source>
        <translation>演前检查项目</translation>
    </message>
    <message>
        <source>{words} ({source})</source>
        <translation>{words}（{source}）</translation>
    </message>
    <message>
        <source>{words} ({source}) refused: {reason}</source>
        <translation>{words}（{source}）被拒：{reason}</translation>
    </message>
    <message>
        <source>{before} → {after} by {words} ({source})</source>
        <translation>{before} → {after}：{words}（{source}）</translation>
    </message>
    <message>
        <source>{words}: nothing to be done</source>
        <translation>{words}：无需操作</translation>
    </message>
    <message>
        <source>{words} ({found})</source>
        <translation>{words}（{found}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Draws the mouth</source>
        <translation>绘制嘴部</translation>
    </message>
    <message>
        <source>How the network that draws the mouth is built</source>
        <translation>绘制嘴部的网络如何构成</translation>
    </message>
    <message>
        <source>Turns what was drawn into a picture</source>
        <translation>把绘制的结果变成图像</translation>
    </message>
    <message>
        <source>How the picture network is built</source>
        <translation>图像网络如何构成</translation>
    </message>
    <message>
        <source>Listens to the voice</source>
        <translation>聆听人声</translation>
    </message>
    <message>
        <source>How the listening network is built</source>
        <translation>聆听网络如何构成</translation>
    </message>
    <message>
        <source>How sound is prepared for listening</source>
        <translation>声音在聆听前如何处理</translation>
    </message>
    <message>
        <source>Finds the edge of the jaw, when an avatar is prepared</source>
        <translation>准备数字人时找出下巴的边缘</translation>
    </message>
    <message>
        <source>MIT; weights for any purpose</source>
        <translation>MIT；权重可作任何用途</translation>
    </message>
    <message>
        <source>MIT; trained on CelebAMask-HQ, which is for research</source>
        <translation>MIT；以仅供研究的 CelebAMask-HQ 训练</translation>
    </message>
    <message>
        <source>{file} is missing.</source>
        <translation>缺少 {file}。</translation>
    </message>
    <message>
        <source>{file} cannot be read ({fault}).</source>
        <translation>无法读取 {file}（{fault}）。</translation>
    </message>
    <message>
        <source>{file} is truncated: {why}; copy it again.</source>
        <translation>{file} 不完整：{why}；请重新复制。</translation>
    </message>
    <message>
        <source>{file} is damaged: {why}; copy it again.</source>
        <translation>{file} 已损坏：{why}；请重新复制。</translation>
    </message>
    <message>
        <source>{file} is foreign: {why}.</source>
        <translation>{file} 不是所要的文件：{why}。</translation>
    </message>
    <message>
        <source>{file} is another edition than the published one; its content fits.</source>
        <translation>{file} 与公开的版本不同，但内容相符。</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>是空的</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>缺少结尾</translation>
    </message>
    <message>
        <source>{size} of {whole} are there</source>
        <translation>只有 {size}，应为 {whole}</translation>
    </message>
    <message>
        <source>there is more in it than it says</source>
        <translation>内容比所记载的多</translation>
    </message>
    <message>
        <source>its check sums do not fit</source>
        <translation>校验码不符</translation>
    </message>
    <message>
        <source>its size is not the one that was recorded</source>
        <translation>大小与导入时的记录不同</translation>
    </message>
    <message>
        <source>its checksum is not the one that was published or recorded</source>
        <translation>校验码与公开或记录的不同</translation>
    </message>
    <message>
        <source>its checksum is not the published one</source>
        <translation>校验码与公开的不同</translation>
    </message>
    <message>
        <source>the numbers of its tensor {name} are missing</source>
        <translation>缺少张量 {name} 的数值</translation>
    </message>
    <message>
        <source>it is no PyTorch file</source>
        <translation>这不是 PyTorch 文件</translation>
    </message>
    <message>
        <source>it is no safetensors file</source>
        <translation>这不是 safetensors 文件</translation>
    </message>
    <message>
        <source>it is no JSON</source>
        <translation>这不是 JSON</translation>
    </message>
    <message>
        <source>it is no list of tensors</source>
        <translation>里面不是张量列表</translation>
    </message>
    <message>
        <source>it is a web page</source>
        <translation>这是网页</translation>
    </message>
    <message>
        <source>it is a Git LFS pointer and not the file itself</source>
        <translation>这是 Git LFS 指针，不是文件本身</translation>
    </message>
    <message>
        <source>it asks to run {name}</source>
        <translation>它要求执行 {name}</translation>
    </message>
    <message>
        <source>it has no field {name}</source>
        <translation>没有字段 {name}</translation>
    </message>
    <message>
        <source>its {name} is {value} and not {other}</source>
        <translation>{name} 是 {value}，应为 {other}</translation>
    </message>
    <message>
        <source>it has no tensor {name}</source>
        <translation>没有张量 {name}</translation>
    </message>
    <message>
        <source>its tensor {name} is {value} and not {other}</source>
        <translation>张量 {name} 是 {value}，应为 {other}</translation>
    </message>
    <message>
        <source>{size} of {whole} have been brought in; it goes on from there.</source>
        <translation>已获取 {size}，共 {whole}；下次从这里继续。</translation>
    </message>
    <message>
        <source>{file} was brought in.</source>
        <translation>已导入 {file}。</translation>
    </message>
    <message>
        <source>{file} was fetched.</source>
        <translation>已下载 {file}。</translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation>{file} 已经在了。</translation>
    </message>
    <message>
        <source>{file} could not be fetched from {host} ({why}): try again later, what came is kept.</source>
        <translation>无法从 {host} 下载 {file}（{why}）：请稍后再试，已下载的部分会保留。</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>超时没有响应</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>连不上</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>it answers {code}</source>
        <translation>响应 {code}</translation>
    </message>
    <message>
        <source>it cannot go on from there</source>
        <translation>无法从这里继续</translation>
    </message>
    <message>
        <source>{host} does not give {file} away ({code}): choose another source.</source>
        <translation>{host} 不提供 {file}（{code}）：请改用别的来源。</translation>
    </message>
    <message>
        <source>{host} does not have {file} ({code}): check the address of the source.</source>
        <translation>{host} 没有 {file}（{code}）：请检查下载来源的网址。</translation>
    </message>
    <message>
        <source>{host} has another {file}: {size} and not {whole}; choose another source.</source>
        <translation>{host} 上的 {file} 不同：{size}，应为 {whole}；请改用别的来源。</translation>
    </message>
    <message>
        <source>{path} is no address to fetch from: it begins with https:// and names a host.</source>
        <translation>{path} 不是下载网址：应以 https:// 开头并写明主机。</translation>
    </message>
    <message>
        <source>The source of models must be an address that begins with https:// and names a host.</source>
        <translation>模型的下载来源必须是以 https:// 开头并写明主机的网址。</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>没有文件夹 {path}。</translation>
    </message>
    <message>
        <source>{path} is Compere&apos;s own folder of models: choose the one that the files come from.</source>
        <translation>{path} 是 Compere 自己的模型文件夹：请选择文件所在的来源文件夹。</translation>
    </message>
    <message>
        <source>There is not enough room in {path}: {size} are needed, {free} are free.</source>
        <translation>{path} 的空间不足：需要 {size}，只剩 {free}。</translation>
    </message>
    <message>
        <source>Models cannot be written to {path} ({fault}).</source>
        <translation>无法把模型写入 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>Models are being seen to already: wait until it is done, or stop it.</source>
        <translation>模型正在处理中：请等它完成，或先停止。</translation>
    </message>
    <message>
        <source>Models are brought in in STANDBY only: END the show first.</source>
        <translation>只有待命时才能获取模型：请先结束演出。</translation>
    </message>
    <message>
        <source>looking at the models</source>
        <translation>正在检查模型</translation>
    </message>
    <message>
        <source>bringing in models from {path}</source>
        <translation>正在从 {path} 导入模型</translation>
    </message>
    <message>
        <source>fetching models from {path}</source>
        <translation>正在从 {path} 下载模型</translation>
    </message>
    <message>
        <source>{n} files were brought in: all that is needed is there.</source>
        <translation>获取了 {n} 个文件：所需的都齐了。</translation>
    </message>
    <message>
        <source>{n} files were brought in; {left} are still missing or not good.</source>
        <translation>获取了 {n} 个文件；还有 {left} 个缺少或不完好。</translation>
    </message>
    <message>
        <source>Stopped: what came is kept, and the next time goes on from there.</source>
        <translation>已停止：获取的部分会保留，下次从这里继续。</translation>
    </message>
    <message>
        <source>The show goes on air, so no more models were brought in: ask again afterwards, and it goes on from there.</source>
        <translation>演出要开始播出，因此停止获取模型：之后再试一次，会从这里继续。</translation>
    </message>
    <message>
        <source>An NVIDIA driver is installed and does not answer ({why}): the light driver draws the face on the processor.</source>
        <translation>已安装 NVIDIA 驱动程序，但没有响应（{why}）：由轻量驱动用处理器绘制面部。</translation>
    </message>
    <message>
        <source>it ended with code {code}</source>
        <translation>已结束，代码 {code}</translation>
    </message>
    <message>
        <source>no answer within {n} s</source>
        <translation>{n} 秒内没有响应</translation>
    </message>
    <message>
        <source>Run `nvidia-smi` by hand to see why; a restart after a driver update often helps.</source>
        <translation>请手动运行 `nvidia-smi` 查看原因；更新驱动程序后重启通常有用。</translation>
    </message>
    <message>
        <source>There is no NVIDIA graphics card: the light driver draws the face on the processor.</source>
        <translation>没有 NVIDIA 显卡：由轻量驱动用处理器绘制面部。</translation>
    </message>
    <message>
        <source>The NVIDIA driver {version} is too old for CUDA {cuda}: {n} or newer is needed.</source>
        <translation>NVIDIA 驱动程序 {version} 对 CUDA {cuda} 来说太旧：需要 {n} 或更新的版本。</translation>
    </message>
    <message>
        <source>Update the driver, then start this computer again.</source>
        <translation>请更新驱动程序，然后重启电脑。</translation>
    </message>
    <message>
        <source>PyTorch is not installed: the neural driver needs it.</source>
        <translation>尚未安装 PyTorch：神经网络驱动需要它。</translation>
    </message>
    <message>
        <source>Run `python3 packaging/bootstrap.py run --neural`.</source>
        <translation>请运行 `python3 packaging/bootstrap.py run --neural`。</translation>
    </message>
    <message>
        <source>PyTorch {version} was built for the processor only and cannot use the card.</source>
        <translation>PyTorch {version} 只供处理器使用，无法使用显卡。</translation>
    </message>
    <message>
        <source>Install the build for CUDA that pytorch.org names for this system.</source>
        <translation>请安装 pytorch.org 上适合这个系统的 CUDA 版本。</translation>
    </message>
    <message>
        <source>Files of the neural driver are missing or not good: {list}.</source>
        <translation>神经网络驱动的文件缺少或不完好：{list}。</translation>
    </message>
    <message>
        <source>Files of the neural driver are missing or not good: {list} and {n} more.</source>
        <translation>神经网络驱动的文件缺少或不完好：{list} 与另外 {n} 个。</translation>
    </message>
    <message>
        <source>Bring them in by `compere models import`, `compere models fetch` or EDIT, MODELS.</source>
        <translation>请用 `compere models import`、`compere models fetch` 或“编辑”的“模型”获取。</translation>
    </message>
    <message>
        <source>{name} has {free} of {whole} GB free, and the neural driver needs {n} GB.</source>
        <translation>{name} 共 {whole} GB，只剩 {free} GB；神经网络驱动需要 {n} GB。</translation>
    </message>
    <message>
        <source>Take the light driver, or a larger card.</source>
        <translation>请改用轻量驱动，或更大的显卡。</translation>
    </message>
    <message>
        <source>Close other programs that use the card.</source>
        <translation>请关闭其他使用显卡的程序。</translation>
    </message>
    <message>
        <source>{name} has {free} of {whole} GB free, and two engines of the neural driver need {n} GB.</source>
        <translation>{name} 的 {whole} GB 中可用 {free} GB，而神经驱动的两个引擎需要 {n} GB。</translation>
    </message>
    <message>
        <source>Set the second engine to off or auto, or close other programs that use the card.</source>
        <translation>请把第二引擎设为关闭或自动，或关闭其他使用显卡的程序。</translation>
    </message>
    <message>
        <source>The neural driver can work: {name}, {free} of {whole} GB free, driver {version}.</source>
        <translation>神经网络驱动可以工作：{name}，{whole} GB 中剩 {free} GB，驱动程序 {version}。</translation>
    </message>
    <message>
        <source>The pronunciation book {path} cannot be read ({fault}).</source>
        <translation>发音表 {path} 无法读取（{fault}）。</translation>
    </message>
    <message>
        <source>The pronunciation book {path} cannot be used ({fault}).</source>
        <translation>发音表 {path} 无法使用（{fault}）。</translation>
    </message>
    <message>
        <source>The pronunciation book {path} cannot be saved ({fault}).</source>
        <translation>发音表 {path} 无法保存（{fault}）。</translation>
    </message>
    <message>
        <source>The pronunciation book cannot be changed ({fault}).</source>
        <translation>发音表无法修改（{fault}）。</translation>
    </message>
    <message>
        <source>The pronunciation book {path} has more than {n} names: the rest is left out.</source>
        <translation>发音表 {path} 超过 {n} 个名称：其余略过。</translation>
    </message>
    <message>
        <source>In the pronunciation book {path}, “{name}” is in no table: put it below [say].</source>
        <translation>发音表 {path} 中的“{name}”不在任何表格内：请放到 [say] 之下。</translation>
    </message>
    <message>
        <source>“{name}” is no name for the pronunciation book: write it as it stands in texts.</source>
        <translation>“{name}”不能用作发音表的名称：请按文稿里的写法填写。</translation>
    </message>
    <message>
        <source>“{name}” has no pronunciation: write how it is said, in quotes.</source>
        <translation>“{name}”没有读音：请在引号内写下怎么读。</translation>
    </message>
    <message>
        <source>The pronunciation of “{name}” cannot be used: {why}.</source>
        <translation>“{name}”的读音无法使用：{why}。</translation>
    </message>
    <message>
        <source>the sign {name} is not one of English</source>
        <translation>音标 {name} 不属于英语</translation>
    </message>
    <message>
        <source>there is no sound in it</source>
        <translation>里面没有音</translation>
    </message>
    <message>
        <source>Nothing leaves this machine.</source>
        <translation>数据不会离开这台电脑。</translation>
    </message>
    <message>
        <source>The text to be spoken goes to {name}.</source>
        <translation>要朗读的文字会发送给 {name}。</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Woman {n}</source>
        <translation>女声 {n}</translation>
    </message>
    <message>
        <source>Man {n}</source>
        <translation>男声 {n}</translation>
    </message>
    <message>
        <source>The built-in voice is not installed ({fault}): install Compere again.</source>
        <translation>内置语音未安装（{fault}）：请重新安装 Compere。</translation>
    </message>
    <message>
        <source>The built-in voice cannot find its data: install Compere again.</source>
        <translation>内置语音找不到数据：请重新安装 Compere。</translation>
    </message>
    <message>
        <source>The built-in voice has no {name}: choose another.</source>
        <translation>内置语音没有 {name}：请选择别的。</translation>
    </message>
    <message>
        <source>The built-in voice could not speak (code {code}): say it again.</source>
        <translation>内置语音无法朗读（代码 {code}）：请再说一次。</translation>
    </message>
    <message>
        <source>The voice process does not start: the log says why.</source>
        <translation>语音进程无法启动：原因请看日志。</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>The voice was ended with Compere.</source>
        <translation>语音已随 Compere 结束。</translation>
    </message>
    <message>
        <source>The voice {name} did not load within {n} s.</source>
        <translation>语音 {name} 在 {n} 秒内没有加载。</translation>
    </message>
    <message>
        <source>The voice {name} gave no sound for {n} s and was ended.</source>
        <translation>语音 {name} 已 {n} 秒没有声音，已将其结束。</translation>
    </message>
    <message>
        <source>The voice failed inside Compere ({fault}): choose another.</source>
        <translation>语音在 Compere 内部失败（{fault}）：请改用别的。</translation>
    </message>
    <message>
        <source>The line is longer than {n} minutes: cut it into sentences.</source>
        <translation>这句台词超过 {n} 分钟：请分成短句。</translation>
    </message>
    <message>
        <source>There is no voice model {name}.</source>
        <translation>没有语音模型 {name}。</translation>
    </message>
    <message>
        <source>There is no voice {name}: it is one of {known}.</source>
        <translation>没有名为“{name}”的语音：可用的有 {known}。</translation>
    </message>
    <message>
        <source>There is no voice file {path}: copy it there, or choose another voice.</source>
        <translation>没有语音文件 {path}：请复制到该处，或改用别的语音。</translation>
    </message>
    <message>
        <source>The voice file {path} cannot be read ({fault}): copy it again.</source>
        <translation>语音文件 {path} 无法读取（{fault}）：请重新复制。</translation>
    </message>
    <message>
        <source>The voice {name} needs {path}: copy it there, or choose another voice.</source>
        <translation>语音 {name} 需要 {path}：请复制到该处，或改用别的语音。</translation>
    </message>
    <message>
        <source>The voice {name} cannot speak this line ({fault}).</source>
        <translation>语音 {name} 无法朗读这句台词（{fault}）。</translation>
    </message>
    <message>
        <source>Piper is not installed: run `python3 packaging/bootstrap.py run --piper`, or choose another voice.</source>
        <translation>Piper 未安装：请运行 `python3 packaging/bootstrap.py run --piper`，或改用别的语音。</translation>
    </message>
    <message>
        <source>There is no key for {name}: enter one in SETTINGS, or choose another voice.</source>
        <translation>没有 {name} 的密钥：请到“设置”输入，或改用别的语音。</translation>
    </message>
    <message>
        <source>{name} refused the key: enter it again in SETTINGS.</source>
        <translation>{name} 不接受这个密钥：请到“设置”重新输入。</translation>
    </message>
    <message>
        <source>{name} is asked too often: wait a minute.</source>
        <translation>对 {name} 的请求太频繁：请稍等一分钟。</translation>
    </message>
    <message>
        <source>{name} cannot speak this line with this model and voice ({code}): check their names.</source>
        <translation>{name} 无法用这个模型和语音朗读这句台词（{code}）：请检查名称。</translation>
    </message>
    <message>
        <source>{name} answered with an error ({fault}).</source>
        <translation>{name} 返回错误（{fault}）。</translation>
    </message>
    <message>
        <source>{name} cannot be reached: is the network there?</source>
        <translation>连不上 {name}：网络通吗？</translation>
    </message>
    <message>
        <source>{name} did not answer in time.</source>
        <translation>{name} 没有及时响应。</translation>
    </message>
    <message>
        <source>{name} stopped in the middle of the line.</source>
        <translation>{name} 在台词中途停了。</translation>
    </message>
    <message>
        <source>{name} sent something that is no sound.</source>
        <translation>{name} 发来的不是声音。</translation>
    </message>
    <message>
        <source>{name} sent no sound for this line.</source>
        <translation>{name} 没有为这句台词发来声音。</translation>
    </message>
    <message>
        <source>{name} gave no sound for this line.</source>
        <translation>{name} 没有为这句台词发出声音。</translation>
    </message>
    <message>
        <source>{name} gave no sound for {n} s.</source>
        <translation>{name} 已 {n} 秒没有声音。</translation>
    </message>
    <message>
        <source>{name} has no voice for {language}: name one in the preset.</source>
        <translation>{name} 没有 {language} 的语音：请在预设中指定一个。</translation>
    </message>
    <message>
        <source>{name} has no such voice ({fault}).</source>
        <translation>{name} 没有这个语音（{fault}）。</translation>
    </message>
    <message>
        <source>{name} refuses to serve ({code}): it has changed, so use another voice for now.</source>
        <translation>{name} 拒绝服务（{code}）：对方已有变动，请先改用别的语音。</translation>
    </message>
    <message>
        <source>{name} is not available now ({code}).</source>
        <translation>{name} 目前不可用（{code}）。</translation>
    </message>
    <message>
        <source>The voice {name} fell silent: {other} speaks on. {why}</source>
        <translation>语音 {name} 中断：改由 {other} 接续。{why}</translation>
    </message>
    <message>
        <source>The voice {name} fell silent, and there is no other. {why}</source>
        <translation>语音 {name} 中断，而且没有其他语音。{why}</translation>
    </message>
    <message>
        <source>The line cannot be kept in {path} ({fault}).</source>
        <translation>台词无法存到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>That answer is over already: nothing was changed.</source>
        <translation>这个回答已经结束，未作更改。</translation>
    </message>
    <message>
        <source>There is no such sentence in the answer any more.</source>
        <translation>回答里已经没有这一句。</translation>
    </message>
    <message>
        <source>It is being spoken already: INTERRUPT stops it.</source>
        <translation>已经在说了：按“打断”可以停止。</translation>
    </message>
    <message>
        <source>Nothing waits for approval yet.</source>
        <translation>目前没有等待批准的句子。</translation>
    </message>
    <message>
        <source>There is no answer on the desk.</source>
        <translation>目前没有回答。</translation>
    </message>
    <message>
        <source>This answer was thought for the preset before: read it, or press AGAIN.</source>
        <translation>这个回答是为上一个预设拟的：请先读过，或按“重拟”。</translation>
    </message>
    <message>
        <source>No question is waiting.</source>
        <translation>没有等待中的问题。</translation>
    </message>
    <message>
        <source>That sentence is not held.</source>
        <translation>这一句没有被拦下。</translation>
    </message>
    <message>
        <source>That sentence is held: edit it, release it, or use the safe line.</source>
        <translation>这一句被拦下：请修改、放行，或改说安全句。</translation>
    </message>
    <message>
        <source>This preset has no safe line: write one in EDIT.</source>
        <translation>这个预设没有安全句：请到“编辑”填写。</translation>
    </message>
    <message>
        <source>This preset has no stand-by line: write one in EDIT.</source>
        <translation>这个预设没有垫场句：请到“编辑”填写。</translation>
    </message>
    <message>
        <source>The avatar is speaking already.</source>
        <translation>数字人已经在说话。</translation>
    </message>
    <message>
        <source>That question is not waiting any more.</source>
        <translation>这个问题已经不在等待中。</translation>
    </message>
    <message>
        <source>Nothing was asked: type a question, or hold the key and speak.</source>
        <translation>没有问题内容：请输入，或按住按键说话。</translation>
    </message>
    <message>
        <source>{n} questions are waiting already: answer or drop some first.</source>
        <translation>已有 {n} 个问题在等：请先回答或移除一些。</translation>
    </message>
    <message>
        <source>A question needs words: drop it instead.</source>
        <translation>问题不能为空：不要的话请移除。</translation>
    </message>
    <message>
        <source>Choose two questions or more to merge them.</source>
        <translation>请选两个以上的问题再合并。</translation>
    </message>
    <message>
        <source>“{name}” is on the list of words that must not be said.</source>
        <translation>“{name}”在禁用词表上。</translation>
    </message>
    <message>
        <source>“{name}” is a name that must not be said.</source>
        <translation>“{name}”是不可提到的名字。</translation>
    </message>
    <message>
        <source>“{name}” is a link or an address: it cannot be spoken.</source>
        <translation>“{name}”是网址或邮箱，不能念出来。</translation>
    </message>
    <message>
        <source>“{name}” is not for speaking: it is markup or code.</source>
        <translation>“{name}”是标记或代码，不能念出来。</translation>
    </message>
    <message>
        <source>This sentence takes {n} s to say: the preset allows {limit} s.</source>
        <translation>这一句要说 {n} 秒：该预设最多 {limit} 秒。</translation>
    </message>
    <message>
        <source>This sentence is not in the language of the preset.</source>
        <translation>这一句不是该预设的语言。</translation>
    </message>
    <message>
        <source>This question tries to give the host orders (“{name}”): read it before it is answered.</source>
        <translation>这个问题想对主持人下指令（“{name}”）：回答前请先看过。</translation>
    </message>
    <message>
        <source>The list {path} cannot be used: it has more than {n} entries.</source>
        <translation>词表 {path} 无法使用：超过 {n} 条。</translation>
    </message>
    <message>
        <source>The list {path} cannot be used: line {n} must be {words}.</source>
        <translation>词表 {path} 无法使用：第 {n} 行必须是 {words}。</translation>
    </message>
    <message>
        <source>The list {path} cannot be used: line {n} has an entry that is too long.</source>
        <translation>词表 {path} 无法使用：第 {n} 行有过长的条目。</translation>
    </message>
    <message>
        <source>The list {path} cannot be used: line {n} has no letters in it.</source>
        <translation>词表 {path} 无法使用：第 {n} 行没有文字。</translation>
    </message>
    <message>
        <source>The facts in {path} cannot be used: they are too long.</source>
        <translation>参考资料 {path} 无法使用：内容太长。</translation>
    </message>
    <message>
        <source>The facts do not say.</source>
        <translation>参考资料里没有提到。</translation>
    </message>
    <message>
        <source>There is no key for {name}: store one in the settings, or set {words}.</source>
        <translation>没有 {name} 的密钥：请在设置中存入，或设置环境变量 {words}。</translation>
    </message>
    <message>
        <source>That is no key: copy it again, without spaces.</source>
        <translation>这不是密钥：请重新复制，不要有空格。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be read ({fault}): unlock it.</source>
        <translation>无法读取系统的密钥环（{fault}）：请先解锁。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be written ({fault}): unlock it.</source>
        <translation>无法写入系统的密钥环（{fault}）：请先解锁。</translation>
    </message>
    <message>
        <source>Nothing leaves this machine: the server runs on it.</source>
        <translation>没有数据离开这台电脑：服务器就在这台电脑上。</translation>
    </message>
    <message>
        <source>The question, the persona, the facts that fit and what was said go to {name}.</source>
        <translation>问题、角色设定、相关资料与先前说过的话会发送到 {name}。</translation>
    </message>
    <message>
        <source>No server for answers is set: write its address and its model in the settings.</source>
        <translation>还没有设置回答用的服务器：请在设置中填写地址与模型。</translation>
    </message>
    <message>
        <source>Nobody could answer: ask again, write an answer, or use the safe line.</source>
        <translation>没有人答得出来：请再问一次、自己写，或改说安全句。</translation>
    </message>
    <message>
        <source>The answer broke off, and nobody could go on with it.</source>
        <translation>回答中断，也没有人能接下去。</translation>
    </message>
    <message>
        <source>{why} {name} is asked.</source>
        <translation>{why}改问 {name}。</translation>
    </message>
    <message>
        <source>{name} answered after {n} ms.</source>
        <translation>{name} 在 {n} 毫秒后回答。</translation>
    </message>
    <message>
        <source>{name} does not answer in time.</source>
        <translation>{name} 没有及时回答。</translation>
    </message>
    <message>
        <source>{name} takes too long: its answer was stopped.</source>
        <translation>{name} 用时太长：已停止它的回答。</translation>
    </message>
    <message>
        <source>{name} failed inside Compere ({fault}).</source>
        <translation>{name} 在 Compere 内部出错（{fault}）。</translation>
    </message>
    <message>
        <source>{name} sent an empty answer.</source>
        <translation>{name} 返回了空白的回答。</translation>
    </message>
    <message>
        <source>{name} sent something that is no answer: look at its address.</source>
        <translation>{name} 返回的不是回答：请检查地址。</translation>
    </message>
    <message>
        <source>{name} refused the question ({code}).</source>
        <translation>{name} 拒绝了这个问题（{code}）。</translation>
    </message>
    <message>
        <source>The pronunciation book has “{name}” sound like “{words}”, which must not be said.</source>
        <translation>发音表里“{name}”读起来像“{words}”，那是不能说的。</translation>
    </message>
    <message>
        <source>{name} sent its thoughts, and no answer.</source>
        <translation>{name} 只发来思考过程，没有回答。</translation>
    </message>
    <message>
        <source>{name} broke off in the middle of its answer.</source>
        <translation>{name} 回答到一半中断。</translation>
    </message>
    <message>
        <source>{name} cannot be reached: look at the network.</source>
        <translation>连不到 {name}：请检查网络。</translation>
    </message>
    <message>
        <source>{name} closed the connection before it answered.</source>
        <translation>{name} 还没回答就断开了连接。</translation>
    </message>
    <message>
        <source>{name} reported a fault in the middle of its answer.</source>
        <translation>{name} 回答到一半报告了错误。</translation>
    </message>
    <message>
        <source>{name} refused the key: set another one.</source>
        <translation>{name} 不接受这个密钥：请换一个。</translation>
    </message>
    <message>
        <source>{name} does not know the model or the address: look at both.</source>
        <translation>{name} 找不到模型或地址：请检查两者。</translation>
    </message>
    <message>
        <source>{name} has had too many requests: wait, or use another.</source>
        <translation>{name} 的请求太多：请稍候，或改用别的。</translation>
    </message>
    <message>
        <source>{name} has a fault of its own ({code}).</source>
        <translation>{name} 自身出了问题（{code}）。</translation>
    </message>
    <message>
        <source>{name} went on without end: its answer was cut.</source>
        <translation>{name} 说个不停：已截断它的回答。</translation>
    </message>
    <message>
        <source>there is no {name} in its think: it takes {list}</source>
        <translation>think 里没有 {name} 这一项，可用的是 {list}</translation>
    </message>
    <message>
        <source>its mode is answer, so name who answers in think</source>
        <translation>模式为“问答”，请在 think 指定由谁回答</translation>
    </message>
    <message>
        <source>only its facts answer, so name their file in facts</source>
        <translation>仅用参考资料回答，请在 facts 指定文件</translation>
    </message>
    <message>
        <source>it falls back to its safe line, so write safe_line</source>
        <translation>无人处理时改说安全句，请填写 safe_line</translation>
    </message>
    <message>
        <source>The {what} {path} cannot be read ({fault}).</source>
        <translation>无法读取{what} {path}（{fault}）。</translation>
    </message>
    <message>
        <source>The {what} {path} cannot be used: save it as UTF-8.</source>
        <translation>{what} {path} 无法使用：请存为 UTF-8。</translation>
    </message>
    <message>
        <source>Say {name} as a number.</source>
        <translation>{name} 请用数字。</translation>
    </message>
    <message>
        <source>Say which question.</source>
        <translation>请指定是哪个提问。</translation>
    </message>
    <message>
        <source>Write what is to be said instead.</source>
        <translation>请写下要改说的内容。</translation>
    </message>
    <message>
        <source>Nobody can answer yet: the preset is being made ready.</source>
        <translation>还不能回答：这个预设正在准备。</translation>
    </message>
    <message>
        <source>Nothing can check this sentence now, see the preset&apos;s alarm: read it, then release it.</source>
        <translation>目前无法检查这一句，请看这个预设的告警：看过再放行。</translation>
    </message>
    <message>
        <source>The avatar answers in ANSWER only: choose it first.</source>
        <translation>只有“问答”模式才会回答：请先切到该模式。</translation>
    </message>
    <message>
        <source>The answer failed inside Compere: ask again.</source>
        <translation>Compere 内部出错，回答没有完成：请再问一次。</translation>
    </message>
    <message>
        <source>This preset cannot answer by itself: see its alarm, or write an answer.</source>
        <translation>这个预设无法自行回答：请看它的告警，或自己写回答。</translation>
    </message>
    <message>
        <source>Playout is not there: the host cannot speak now.</source>
        <translation>播出程序不在：主持人目前无法说话。</translation>
    </message>
    <message>
        <source>Nothing can be said yet: Compere is still starting.</source>
        <translation>还不能说话：Compere 仍在启动。</translation>
    </message>
    <message>
        <source>No preset is on: TAKE one, then its stand-in can be put on.</source>
        <translation>当前没有预设在播：先 TAKE 一个，才能换上它的替身。</translation>
    </message>
    <message>
        <source>{name} names no stand-in: choose one in EDIT.</source>
        <translation>{name} 没有设定替身：请在 EDIT 选一个。</translation>
    </message>
    <message>
        <source>The question&apos;s sound goes to Groq&apos;s servers.</source>
        <translation>提问的声音会传到 Groq 的服务器。</translation>
    </message>
    <message>
        <source>The question&apos;s sound goes to {address}.</source>
        <translation>提问的声音会传到 {address}。</translation>
    </message>
    <message>
        <source>There is no microphone to hear a question with: choose one, or type the question.</source>
        <translation>没有可以听提问的话筒：请选一支，或输入提问。</translation>
    </message>
    <message>
        <source>The microphone is muted: open it, then ask.</source>
        <translation>话筒已静音：请先打开，再提问。</translation>
    </message>
    <message>
        <source>The avatar is speaking, and would hear itself: INTERRUPT it first, or wait.</source>
        <translation>主持人正在说话，会听到自己：请先 INTERRUPT，或稍候。</translation>
    </message>
    <message>
        <source>The question could not be heard: ask again, or type it.</source>
        <translation>没能听到提问：请再问一次，或改用输入。</translation>
    </message>
    <message>
        <source>{name} sent something that is no text: look at its address.</source>
        <translation>{name} 返回的不是文字：请检查它的地址。</translation>
    </message>
    <message>
        <source>Nothing was understood: hold the key while the question is asked, or type it.</source>
        <translation>没有听懂：提问时请按住按键，或改用输入。</translation>
    </message>
    <message>
        <source>Nobody can hear questions: enter a key for Groq in SETTINGS, or type the question.</source>
        <translation>没有可用的听写：请到“设置”输入 Groq 密钥，或输入提问。</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>参考资料</translation>
    </message>
    <message>
        <source>list</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>There is nobody called {name} who could answer: name others in think.</source>
        <translation>没有叫 {name} 的回答者：请在 think 指定别的。</translation>
    </message>
    <message>
        <source>A server&apos;s address must begin with https:// or http:// and name a host.</source>
        <translation>服务器地址必须以 https:// 或 http:// 开头并写明主机。</translation>
    </message>
    <message>
        <source>looking at the clip</source>
        <translation>正在查看视频</translation>
    </message>
    <message>
        <source>looking for the face</source>
        <translation>正在查找人脸</translation>
    </message>
    <message>
        <source>preparing the pictures</source>
        <translation>正在准备画面</translation>
    </message>
    <message>
        <source>Stopped: what is done is kept, and MAKE goes on from there.</source>
        <translation>已停止：完成的部分已保留，按“制作”会从那里继续。</translation>
    </message>
    <message>
        <source>The show goes on air, so the making was stopped: MAKE goes on from there afterwards.</source>
        <translation>节目要播出了，制作已停止：之后按“制作”会从那里继续。</translation>
    </message>
    <message>
        <source>A host is being made: wait until it is done, or stop it.</source>
        <translation>正在制作主持人：请等它完成，或先停止。</translation>
    </message>
    <message>
        <source>Choose a video or a photo first.</source>
        <translation>请先选择视频或照片。</translation>
    </message>
    <message>
        <source>The host needs a name.</source>
        <translation>主持人需要一个名字。</translation>
    </message>
    <message>
        <source>Say under which licence the clip may be shown.</source>
        <translation>请填写这段视频可依哪种授权播放。</translation>
    </message>
    <message>
        <source>The host {name} is there.</source>
        <translation>主持人 {name} 已完成。</translation>
    </message>
    <message>
        <source>The making ended without a word (code {code}): the log has more.</source>
        <translation>制作无故结束（代码 {code}）：详情请看日志。</translation>
    </message>
    <message>
        <source>making a host of {file}</source>
        <translation>正在用 {file} 制作主持人</translation>
    </message>
    <message>
        <source>Hosts are made in STANDBY only: END the show first.</source>
        <translation>只能在待命状态制作主持人：请先结束节目。</translation>
    </message>
    <message>
        <source>Say which field of the plan becomes what.</source>
        <translation>请说明方案的哪一栏要改成什么。</translation>
    </message>
    <message>
        <source>The plan cannot have {field} like that.</source>
        <translation>方案的 {field} 不能是这个值。</translation>
    </message>
    <message>
        <source>{file} is damaged: export it again, as an MP4 file.</source>
        <translation>{file} 已损坏：请重新导出为 MP4 文件。</translation>
    </message>
    <message>
        <source>{file} is empty: copy it again.</source>
        <translation>{file} 是空的：请重新复制。</translation>
    </message>
    <message>
        <source>{file} cannot be read: choose another file.</source>
        <translation>无法读取 {file}：请选择其他文件。</translation>
    </message>
    <message>
        <source>{file} is not a file: choose a video or a photo.</source>
        <translation>{file} 不是文件：请选择视频或照片。</translation>
    </message>
    <message>
        <source>{file} is not a video or a photo that can be read: export it as MP4 or JPEG.</source>
        <translation>{file} 不是可读取的视频或照片：请导出为 MP4 或 JPEG。</translation>
    </message>
    <message>
        <source>There is no picture in {file}, only sound: choose a video or a photo.</source>
        <translation>{file} 只有声音没有画面：请选择视频或照片。</translation>
    </message>
    <message>
        <source>There is no picture in {file} from {n} s on: choose another piece.</source>
        <translation>{file} 从 {n} 秒起没有画面：请选择其他片段。</translation>
    </message>
    <message>
        <source>{file} gives {n} s: take one of {limit} s or more, or a photo.</source>
        <translation>{file} 只有 {n} 秒：请用 {limit} 秒以上的视频，或照片。</translation>
    </message>
    <message>
        <source>{file} has {size} pixels, too few for a face: film it larger.</source>
        <translation>{file} 只有 {size} 像素，人脸太小：请用更大的画面拍摄。</translation>
    </message>
    <message>
        <source>{file} lasts only {n} s: choose an earlier piece.</source>
        <translation>{file} 只有 {n} 秒：请选择靠前的片段。</translation>
    </message>
    <message>
        <source>{file} lasts {n} s: at most {limit} s can be used, so choose a piece (from, to).</source>
        <translation>{file} 长 {n} 秒：最多可用 {limit} 秒，请选择片段（起、止）。</translation>
    </message>
    <message>
        <source>{file} is too long: at most {limit} s can be used, so choose a piece (from, to).</source>
        <translation>{file} 太长：最多可用 {limit} 秒，请选择片段（起、止）。</translation>
    </message>
    <message>
        <source>{file} did not give the same frames twice: export it again, as an MP4 file.</source>
        <translation>{file} 两次读出的画面不同：请重新导出为 MP4 文件。</translation>
    </message>
    <message>
        <source>A face is seen in only {some} of {n} frames: film it from the front, or draw the box by hand.</source>
        <translation>{n} 个画面中只有 {some} 个看得到人脸：请正面拍摄，或手动画框。</translation>
    </message>
    <message>
        <source>There is no face in the clip: film it from the front and larger, or draw the box by hand.</source>
        <translation>视频中没有人脸：请正面、放大拍摄，或手动画框。</translation>
    </message>
    <message>
        <source>There is no face {n} in the clip: {code} can be seen, counted from the left.</source>
        <translation>视频中没有第 {n} 张脸：从左数起共有 {code} 张。</translation>
    </message>
    <message>
        <source>There are {n} faces in the clip: say which one speaks, 1 (the left one) to {limit}.</source>
        <translation>视频中有 {n} 张脸：请指定说话的是第几张，1（最左）到 {limit}。</translation>
    </message>
    <message>
        <source>The face is not to be seen from {a} s to {b} s: use the piece from {c} s to {d} s, or film it again.</source>
        <translation>{a} 秒到 {b} 秒看不到人脸：请用 {c} 秒到 {d} 秒的片段，或重新拍摄。</translation>
    </message>
    <message>
        <source>The face leaves the picture at {n} s: use another piece, or film with room around it.</source>
        <translation>人脸在 {n} 秒离开画面：请用其他片段，或拍摄时四周留空间。</translation>
    </message>
    <message>
        <source>The face is {n} pixels wide: film closer, {limit} or more look sharp.</source>
        <translation>人脸宽 {n} 像素：请拍近一点，{limit} 以上才清晰。</translation>
    </message>
    <message>
        <source>The face is {n} pixels wide: film from further away, the mouth is drawn with 256.</source>
        <translation>人脸宽 {n} 像素：请拍远一点，嘴部只以 256 像素绘制。</translation>
    </message>
    <message>
        <source>The face is blurred: check the focus and the light.</source>
        <translation>人脸模糊：请检查对焦与灯光。</translation>
    </message>
    <message>
        <source>The head moves quickly: ask for calm, small movements.</source>
        <translation>头部动得太快：请保持平稳、小幅动作。</translation>
    </message>
    <message>
        <source>The mouth moves in the clip, and will while nobody speaks: film it closed.</source>
        <translation>视频中嘴在动，没人说话时也会动：请闭嘴拍摄。</translation>
    </message>
    <message>
        <source>The face was not seen in {some} of {n} frames: more light, and no hands before it.</source>
        <translation>{n} 个画面中有 {some} 个看不到人脸：请加强灯光，手不要挡住脸。</translation>
    </message>
    <message>
        <source>The end of the loop can be seen: begin and end the clip in the same pose.</source>
        <translation>循环接缝看得出来：视频开头与结尾请用同一姿势。</translation>
    </message>
    <message>
        <source>There is an avatar {id} in {folder} already: choose another name.</source>
        <translation>{folder} 中已有数字人 {id}：请换一个名字。</translation>
    </message>
    <message>
        <source>The disk of {folder} has {n} GB left and {limit} GB are needed: make room.</source>
        <translation>{folder} 所在磁盘剩 {n} GB，需要 {limit} GB：请腾出空间。</translation>
    </message>
    <message>
        <source>The neural driver&apos;s libraries are not installed ({name}): install Compere with them.</source>
        <translation>神经驱动的程序库未安装（{name}）：请安装含此部分的 Compere。</translation>
    </message>
    <message>
        <source>{folder}: {files} is missing; fetch or import the models again.</source>
        <translation>{folder}：缺少 {files}；请重新下载或导入模型。</translation>
    </message>
    <message>
        <source>{name} has not been built on this computer yet: build it.</source>
        <translation>{name} 尚未在这台电脑上制作：请先制作。</translation>
    </message>
    <message>
        <source>{name} was built with other weights: build it again.</source>
        <translation>{name} 是用其他权重制作的：请重新制作。</translation>
    </message>
    <message>
        <source>{name}&apos;s clip or settings have changed since it was built: build it again.</source>
        <translation>{name} 的视频或设置在制作后有变动：请重新制作。</translation>
    </message>
    <message>
        <source>PLAN THE FILM</source>
        <translation>规划视频</translation>
    </message>
    <message>
        <source>Avatar, sound, file, rate, size and quality of the next film</source>
        <translation>下一部视频的数字人、声音、文件、帧率、尺寸与质量</translation>
    </message>
    <message>
        <source>MAKE A FILM</source>
        <translation>制作视频</translation>
    </message>
    <message>
        <source>Put the planned film into the queue; `replace` replaces a file that is there</source>
        <translation>把规划好的视频放进队列；`replace` 会替换已有文件</translation>
    </message>
    <message>
        <source>CANCEL THE FILM</source>
        <translation>取消视频</translation>
    </message>
    <message>
        <source>Make a film of the queue not, or not to its end; nothing of it is left</source>
        <translation>不制作队列中的某部视频，或中途停止；不留下任何文件</translation>
    </message>
    <message>
        <source>FILM AGAIN</source>
        <translation>重新制作视频</translation>
    </message>
    <message>
        <source>Put a film that failed or was cancelled into the queue again</source>
        <translation>把失败或已取消的视频再放进队列</translation>
    </message>
    <message>
        <source>CLEAR FILMS</source>
        <translation>清除视频列表</translation>
    </message>
    <message>
        <source>Forget the films that are done, failed or cancelled; their files stay</source>
        <translation>清除已完成、失败或取消的视频条目；文件会保留</translation>
    </message>
    <message>
        <source>making the film {file}</source>
        <translation>正在制作视频 {file}</translation>
    </message>
    <message>
        <source>the film {file} is there</source>
        <translation>视频 {file} 已完成</translation>
    </message>
    <message>
        <source>Films are still being made ({n}) and would be given up: QUIT again within ten seconds to end Compere.</source>
        <translation>仍有视频在制作（{n}），退出会放弃：十秒内再按一次“结束程序”即关闭 Compere。</translation>
    </message>
    <message>
        <source>There is no film {n} in the queue.</source>
        <translation>队列中没有编号为 {n} 的视频。</translation>
    </message>
    <message>
        <source>Only a film that failed or was cancelled is made again.</source>
        <translation>只有失败或已取消的视频才能重新制作。</translation>
    </message>
    <message>
        <source>{file} is in the queue already: choose another name.</source>
        <translation>{file} 已在队列中：请换一个文件名。</translation>
    </message>
    <message>
        <source>The making of the film ended without a word (code {code}): the log has more.</source>
        <translation>视频制作无预警中断（代码 {code}）：详见日志。</translation>
    </message>
    <message>
        <source>Choose the sound that is to be spoken first.</source>
        <translation>请先选择要说的声音文件。</translation>
    </message>
    <message>
        <source>Choose the film&apos;s file first.</source>
        <translation>请先选择视频的文件名。</translation>
    </message>
    <message>
        <source>Choose who speaks in the film: {names}.</source>
        <translation>请选择视频由谁说话：{names}。</translation>
    </message>
    <message>
        <source>There is no avatar {word}; those that there are: {names}.</source>
        <translation>没有名为 {word} 的数字人；现有：{names}。</translation>
    </message>
    <message>
        <source>Say which field of the film becomes what.</source>
        <translation>请指明视频的哪一个字段要改成什么。</translation>
    </message>
    <message>
        <source>A film cannot have {field} like that.</source>
        <translation>视频的 {field} 不能这样设置。</translation>
    </message>
    <message>
        <source>Say the number of the film.</source>
        <translation>请指明视频的编号。</translation>
    </message>
    <message>
        <source>A film has {low} to {high} frames a second, like 25 or 29.97; {text} is not possible.</source>
        <translation>视频每秒为 {low} 到 {high} 帧，例如 25 或 29.97；{text} 不可行。</translation>
    </message>
    <message>
        <source>The quality is {names}, or a number from {low} (best) to {high}; {text} is not possible.</source>
        <translation>质量为 {names}，或 {low}（最佳）到 {high} 的数字；{text} 不可行。</translation>
    </message>
    <message>
        <source>Cards are numbers like 0 or 0,1, or {name}; {text} is not possible.</source>
        <translation>显卡以 0 或 0,1 这样的编号，或 {name} 表示；{text} 不可行。</translation>
    </message>
    <message>
        <source>{file}: the film&apos;s name must end with one of {names}.</source>
        <translation>{file}：视频文件名必须以 {names} 之一结尾。</translation>
    </message>
    <message>
        <source>A film&apos;s sides are even numbers of pixels from {low} to {high}; {size} is not possible.</source>
        <translation>视频的宽与高须为 {low} 到 {high} 的偶数像素；{size} 不可行。</translation>
    </message>
    <message>
        <source>There is no folder {path} for the film: make it first, or choose another.</source>
        <translation>没有存放视频的文件夹 {path}：请先建立，或另选一个。</translation>
    </message>
    <message>
        <source>{path} is a folder: give the film another name.</source>
        <translation>{path} 是文件夹：请给视频另一个文件名。</translation>
    </message>
    <message>
        <source>{path} is there already: choose another name, or let it be replaced.</source>
        <translation>{path} 已存在：请换一个文件名，或允许替换。</translation>
    </message>
    <message>
        <source>{path} is the sound itself: give the film another name.</source>
        <translation>{path} 就是声音文件本身：请给视频另一个文件名。</translation>
    </message>
    <message>
        <source>Nothing can be written to {path}: choose another folder.</source>
        <translation>无法写入 {path}：请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path} has {size} MB left, and the film may need {whole} MB: make room, or choose another folder.</source>
        <translation>{path} 只剩 {size} MB，视频可能需要 {whole} MB：请清出空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is no sound file {path}.</source>
        <translation>没有声音文件 {path}。</translation>
    </message>
    <message>
        <source>{file} has no sound in it: choose another file.</source>
        <translation>{file} 里没有声音：请选择其他文件。</translation>
    </message>
    <message>
        <source>{file} is longer than {n} hours: cut it into pieces.</source>
        <translation>{file} 超过 {n} 小时：请先分段。</translation>
    </message>
    <message>
        <source>{file} holds samples that are no numbers: write the file again.</source>
        <translation>{file} 含有无效的采样值：请重新输出文件。</translation>
    </message>
    <message>
        <source>{file} is damaged after {n} seconds: bring the file again.</source>
        <translation>{file} 在 {n} 秒之后损坏：请重新获取文件。</translation>
    </message>
    <message>
        <source>{file} cannot be read as sound: it is damaged, or of an unknown kind.</source>
        <translation>{file} 无法当作声音读取：文件已损坏，或格式不明。</translation>
    </message>
    <message>
        <source>{file} is empty: there is no sound in it.</source>
        <translation>{file} 是空的：里面没有声音。</translation>
    </message>
    <message>
        <source>{path} has appeared meanwhile: choose another name, or let it be replaced.</source>
        <translation>{path} 在此期间出现：请换一个文件名，或允许替换。</translation>
    </message>
    <message>
        <source>The disk of {path} is full: make room, or choose another folder.</source>
        <translation>{path} 所在的磁盘已满：请清出空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The film cannot be written to {path} ({fault}).</source>
        <translation>视频无法写入 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>The film came out too short inside Compere: the log has more.</source>
        <translation>Compere 内部出错，视频太短：详见日志。</translation>
    </message>
    <message>
        <source>{name} needs the neural driver&apos;s files: bring them in first.</source>
        <translation>{name} 需要神经网络驱动的文件：请先导入。</translation>
    </message>
    <message>
        <source>{name} needs the neural driver, which is not installed ({word} is missing).</source>
        <translation>{name} 需要神经网络驱动，但尚未安装（缺少 {word}）。</translation>
    </message>
    <message>
        <source>The neural driver&apos;s files in {path} cannot be read ({fault}).</source>
        <translation>无法读取 {path} 中的神经网络驱动文件（{fault}）。</translation>
    </message>
    <message>
        <source>The graphics card has too little free memory: close other programs.</source>
        <translation>显卡的可用显存不足：请关闭其他程序。</translation>
    </message>
    <message>
        <source>The graphics card ran out of memory: close other programs.</source>
        <translation>显卡显存用尽：请关闭其他程序。</translation>
    </message>
    <message>
        <source>The faces come out wrong in fp16: make this film in exact mode.</source>
        <translation>以 fp16 绘制的脸不正确：请用精确模式制作这部视频。</translation>
    </message>
    <message>
        <source>The painter on card {name} ended unexpectedly (code {code}): try fewer cards.</source>
        <translation>显卡 {name} 上的绘制进程意外结束（代码 {code}）：请减少显卡。</translation>
    </message>
    <message>
        <source>The film goes on without card {name}: {why}</source>
        <translation>视频改由其他显卡继续，不再使用 {name} 号：{why}</translation>
    </message>
    <message>
        <source>A graphics card cannot draw in step with the processor: name cards only, or cpu only.</source>
        <translation>显卡无法与处理器同步绘制：请只填显卡，或只填 cpu。</translation>
    </message>
    <message>
        <source>A size is two numbers of pixels like 1280x720; {text} is not possible.</source>
        <translation>尺寸为两个像素数，例如 1280x720；{text} 不可行。</translation>
    </message>
    <message>
        <source>Cancelled: nothing was left behind.</source>
        <translation>已取消：没有留下任何文件。</translation>
    </message>
    <message>
        <source>SAY LINE</source>
        <translation>说台词</translation>
    </message>
    <message>
        <source>Speak a prepared line of the preset that is on</source>
        <translation>说出目前预设的一句预备台词</translation>
    </message>
    <message>
        <source>SAY TEXT</source>
        <translation>说文字</translation>
    </message>
    <message>
        <source>Speak what was typed</source>
        <translation>说出输入的文字</translation>
    </message>
    <message>
        <source>TYPE A LINE</source>
        <translation>输入台词</translation>
    </message>
    <message>
        <source>Write a line: Enter says it, Esc leaves</source>
        <translation>写下台词：Enter 说出，Esc 离开</translation>
    </message>
    <message>
        <source>LISTEN</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>Hear it on your own headphones; the hall hears nothing</source>
        <translation>在您自己的耳机试听；现场听不到</translation>
    </message>
    <message>
        <source>PRONOUNCE</source>
        <translation>念法</translation>
    </message>
    <message>
        <source>Say how a name is spoken in this show</source>
        <translation>设置名字在这场演出怎么念</translation>
    </message>
    <message>
        <source>KEEP KEY</source>
        <translation>存入密钥</translation>
    </message>
    <message>
        <source>Keep a provider&apos;s key in the system&apos;s keyring</source>
        <translation>把服务的密钥存入系统密钥环</translation>
    </message>
    <message>
        <source>FORGET KEY</source>
        <translation>移除密钥</translation>
    </message>
    <message>
        <source>Take a provider&apos;s key out of the system&apos;s keyring</source>
        <translation>从系统密钥环移除服务的密钥</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Ask a provider for one word: does it answer, how fast, and if not, why</source>
        <translation>向服务要一个字：有没有回应、多快，没有的话为什么</translation>
    </message>
    <message>
        <source>No text was named.</source>
        <translation>没有指定文字。</translation>
    </message>
    <message>
        <source>No provider was named.</source>
        <translation>没有指定服务。</translation>
    </message>
    <message>
        <source>Say which line: 1 to {n}.</source>
        <translation>请指定第几句：1 到 {n}。</translation>
    </message>
    <message>
        <source>That is too long: {n} characters are the most.</source>
        <translation>太长了：最多 {n} 个字符。</translation>
    </message>
    <message>
        <source>Say what you want to hear.</source>
        <translation>请说明要试听什么。</translation>
    </message>
    <message>
        <source>Say which name, and how it is said.</source>
        <translation>请指定名字与念法。</translation>
    </message>
    <message>
        <source>Enter the key in the window: it is not taken from anywhere else.</source>
        <translation>请在窗口里输入密钥：不接受其他来源。</translation>
    </message>
    <message>
        <source>No preset is on: TAKE one, then its lines can be said.</source>
        <translation>目前没有预设：请先切入一个，才能说它的台词。</translation>
    </message>
    <message>
        <source>{name} has no line {n}: write it in EDIT.</source>
        <translation>{name} 没有第 {n} 句：请到“编辑”填写。</translation>
    </message>
    <message>
        <source>{n} lines are waiting to be said already: INTERRUPT stops them.</source>
        <translation>已有 {n} 句在等：按“打断”可全部停止。</translation>
    </message>
    <message>
        <source>The line failed inside Compere ({fault}): report it.</source>
        <translation>台词在 Compere 内部失败（{fault}）：请反馈。</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>{name} 不在</translation>
    </message>
    <message>
        <source>it has {n} lines, and {limit} are the most</source>
        <translation>共有 {n} 句台词，最多 {limit} 句</translation>
    </message>
    <message>
        <source>its line {n} is longer than {limit} characters</source>
        <translation>第 {n} 句超过 {limit} 个字符</translation>
    </message>
    <message>
        <source>its line {n} has no words</source>
        <translation>第 {n} 句没有文字</translation>
    </message>
    <message>
        <source>its mode is say, so write lines, or name the sound file in say</source>
        <translation>模式为“预录”，请填写台词或指定声音文件</translation>
    </message>
    <message>
        <source>The voice cannot keep up: choose another one.</source>
        <translation>语音跟不上：请换别的声音。</translation>
    </message>
    <message>
        <source>the pace of the voice</source>
        <translation>语音速度</translation>
    </message>
    <message>
        <source>That cannot be heard ({fault}): report it.</source>
        <translation>无法试听（{fault}）：请反馈。</translation>
    </message>
    <message>
        <source>That would be heard in the hall: choose headphones in SETTINGS that are not the hall&apos;s loudspeaker.</source>
        <translation>这样现场会听到：请到“设置”选择不是现场音箱的耳机。</translation>
    </message>
    <message>
        <source>Your own output cannot be opened ({fault}): choose headphones in SETTINGS.</source>
        <translation>无法打开您的输出（{fault}）：请到“设置”选择耳机。</translation>
    </message>
    <message>
        <source>The headphones {name} are not there: plug them in, or choose others.</source>
        <translation>耳机 {name} 不在：请接上，或改选别的。</translation>
    </message>
    <message>
        <source>This system has no output to listen on.</source>
        <translation>这个系统没有可试听的输出。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>台词</translation>
    </message>
    <message>
        <source>none to say</source>
        <translation>没有台词</translation>
    </message>
    <message>
        <source>{n} ready</source>
        <translation>{n} 句就绪</translation>
    </message>
    <message>
        <source>{n} of {limit} ready</source>
        <translation>{n}／{limit} 句就绪</translation>
    </message>
    <message>
        <source>They are being made; a line that is not ready is spoken all the same, if its voice is there.</source>
        <translation>正在产生；只要语音可用，尚未就绪的台词照样能说。</translation>
    </message>
    <message>
        <source>All who would answer are switched off: switch one on in SETTINGS, or name others in think.</source>
        <translation>负责回答的都关闭了：请到“设置”打开，或在 think 改用其他的。</translation>
    </message>
    <message>
        <source>There is no provider {name}: it is one of {list}.</source>
        <translation>没有服务 {name}：请从 {list} 中选择。</translation>
    </message>
    <message>
        <source>{name} needs no key.</source>
        <translation>{name} 不需要密钥。</translation>
    </message>
    <message>
        <source>The key is kept.</source>
        <translation>密钥已存入。</translation>
    </message>
    <message>
        <source>The key is taken out.</source>
        <translation>密钥已移除。</translation>
    </message>
    <message>
        <source>{name} gave no sound.</source>
        <translation>{name} 没有发出声音。</translation>
    </message>
    <message>
        <source>No server is set: write its address and its model.</source>
        <translation>尚未设置服务器：请填写地址与模型。</translation>
    </message>
    <message>
        <source>The question, as sound or as text, the persona, the facts that fit and what was said go to Groq; with its voices the text to be spoken too.</source>
        <translation>问题（声音或文字）、角色设置、相关数据与先前说过的话会送到 Groq；使用它的语音时，要说的文字也会送出。</translation>
    </message>
    <message>
        <source>ASK</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Put a typed question on the desk</source>
        <translation>提交输入的提问</translation>
    </message>
    <message>
        <source>PUSH TO ASK</source>
        <translation>按住提问</translation>
    </message>
    <message>
        <source>Hold the key while the question is asked</source>
        <translation>提问时按住此键</translation>
    </message>
    <message>
        <source>TYPE A QUESTION</source>
        <translation>输入提问</translation>
    </message>
    <message>
        <source>Write a question: Enter asks it, Esc leaves</source>
        <translation>写下提问：Enter 提交，Esc 离开</translation>
    </message>
    <message>
        <source>Other words for the drafted answer</source>
        <translation>改写拟好的回答</translation>
    </message>
    <message>
        <source>Drop the answer</source>
        <translation>舍弃这个回答</translation>
    </message>
    <message>
        <source>STAND BY</source>
        <translation>垫场</translation>
    </message>
    <message>
        <source>Speak the preset&apos;s stand-by line while the answer is being made</source>
        <translation>准备回答时，先说预设的垫场句</translation>
    </message>
    <message>
        <source>SAFE LINE</source>
        <translation>安全句</translation>
    </message>
    <message>
        <source>Speak the preset&apos;s safe line in place of the answer</source>
        <translation>改说预设的安全句来代替回答</translation>
    </message>
    <message>
        <source>EDIT SENTENCE</source>
        <translation>修改句子</translation>
    </message>
    <message>
        <source>Other words for one sentence</source>
        <translation>改写其中一句</translation>
    </message>
    <message>
        <source>LEAVE OUT</source>
        <translation>略过这句</translation>
    </message>
    <message>
        <source>Do not speak one sentence</source>
        <translation>不说其中一句</translation>
    </message>
    <message>
        <source>RELEASE</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Speak a held sentence all the same</source>
        <translation>仍然说出被拦下的一句</translation>
    </message>
    <message>
        <source>ANSWER QUESTION</source>
        <translation>回答提问</translation>
    </message>
    <message>
        <source>Take a waiting question on the desk</source>
        <translation>处理一个等候的提问</translation>
    </message>
    <message>
        <source>DROP QUESTION</source>
        <translation>移除提问</translation>
    </message>
    <message>
        <source>Do not answer a question</source>
        <translation>不回答这个提问</translation>
    </message>
    <message>
        <source>MOVE QUESTION</source>
        <translation>移动提问</translation>
    </message>
    <message>
        <source>Answer a question earlier or later</source>
        <translation>提前或延后回答某个提问</translation>
    </message>
    <message>
        <source>MERGE QUESTIONS</source>
        <translation>合并提问</translation>
    </message>
    <message>
        <source>Make one question of several</source>
        <translation>把多个提问合成一个</translation>
    </message>
    <message>
        <source>REWORD QUESTION</source>
        <translation>改写提问</translation>
    </message>
    <message>
        <source>Other words for a question</source>
        <translation>改写某个提问</translation>
    </message>
    <message>
        <source>LET QUESTION</source>
        <translation>放行提问</translation>
    </message>
    <message>
        <source>Answer a held question all the same</source>
        <translation>仍然回答被拦下的提问</translation>
    </message>
    <message>
        <source>The {name} process does not start: the log says why.</source>
        <translation>{name}进程无法启动：原因见日志。</translation>
    </message>
    <message>
        <source>The {name} process was lost and starts again ({why}).</source>
        <translation>{name}进程中断，正在重新启动（{why}）。</translation>
    </message>
    <message>
        <source>The {name} was ended with Compere.</source>
        <translation>{name}已随 Compere 结束。</translation>
    </message>
    <message>
        <source>hearing</source>
        <translation>听写</translation>
    </message>
    <message>
        <source>No Whisper model is chosen: choose its folder in SETTINGS.</source>
        <translation>尚未选择 Whisper 模型：请在“设置”中选择它的文件夹。</translation>
    </message>
    <message>
        <source>No Whisper model is loaded: choose its folder in SETTINGS.</source>
        <translation>尚未加载 Whisper 模型：请在“设置”中选择它的文件夹。</translation>
    </message>
    <message>
        <source>There is no folder {folder}: copy the Whisper model there, or choose another.</source>
        <translation>没有文件夹 {folder}：请把 Whisper 模型复制过去，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} is not a folder: choose the folder in which the Whisper model lies.</source>
        <translation>{folder} 不是文件夹：请选择 Whisper 模型所在的文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({fault}): choose another.</source>
        <translation>无法读取文件夹 {folder}（{fault}）：请选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is no model.bin in {folder}: choose the folder of a Whisper model for CTranslate2.</source>
        <translation>{folder} 里没有 model.bin：请选择 CTranslate2 用的 Whisper 模型文件夹。</translation>
    </message>
    <message>
        <source>The Whisper model in {folder} is not made for CTranslate2: convert it, or choose another.</source>
        <translation>{folder} 里的 Whisper 模型不是 CTranslate2 格式：请转换，或选择其他模型。</translation>
    </message>
    <message>
        <source>The Whisper model in {folder} lacks {name}: copy it again.</source>
        <translation>{folder} 里的 Whisper 模型缺少 {name}：请重新复制。</translation>
    </message>
    <message>
        <source>Whisper is not installed ({fault}): install Compere again.</source>
        <translation>未安装 Whisper（{fault}）：请重新安装 Compere。</translation>
    </message>
    <message>
        <source>The Whisper model {folder} cannot be loaded ({fault}): choose another.</source>
        <translation>无法加载 Whisper 模型 {folder}（{fault}）：请选择其他模型。</translation>
    </message>
    <message>
        <source>The Whisper model {folder} did not load within {limit} s: choose a smaller one.</source>
        <translation>Whisper 模型 {folder} 未能在 {limit} 秒内加载：请选择较小的模型。</translation>
    </message>
    <message>
        <source>Whisper gave no text for {limit} s and was ended: ask again.</source>
        <translation>Whisper 在 {limit} 秒内没有给出文字，已结束：请再问一次。</translation>
    </message>
    <message>
        <source>Whisper could not hear this ({fault}): ask again.</source>
        <translation>Whisper 听不出这一段（{fault}）：请再问一次。</translation>
    </message>
    <message>
        <source>Whisper does not know the language {language}: choose another.</source>
        <translation>Whisper 不认得语言 {language}：请选择其他语言。</translation>
    </message>
    <message>
        <source>This Whisper model knows English only: choose one without “.en” in its name.</source>
        <translation>这个 Whisper 模型只懂英文：请选择名称中没有“.en”的模型。</translation>
    </message>
    <message>
        <source>The question is longer than {limit} s: ask a shorter one.</source>
        <translation>提问超过 {limit} 秒：请问得短一些。</translation>
    </message>
    <message>
        <source>Hearing failed inside Compere: ask again.</source>
        <translation>Compere 内部听写出错：请再问一次。</translation>
    </message>
    <message>
        <source>Hearing failed inside Compere ({fault}: {detail}): ask again.</source>
        <translation>Compere 内部听写出错（{fault}：{detail}）：请再问一次。</translation>
    </message>
    <message>
        <source>The search for speech failed inside Compere ({fault}: {detail}).</source>
        <translation>Compere 内部的人声检测出错（{fault}：{detail}）。</translation>
    </message>
    <message>
        <source>The search for speech is not installed ({fault}): install Compere again.</source>
        <translation>未安装人声检测（{fault}）：请重新安装 Compere。</translation>
    </message>
    <message>
        <source>Hands-free listening has stopped: hold the key to ask, or type.</source>
        <translation>免按键收听已停止：请按住按键提问，或改用输入。</translation>
    </message>
    <message>
        <source>More questions at once than can be heard: the newest was left out.</source>
        <translation>同时的提问太多，听不过来：最新的一条已略过。</translation>
    </message>
    <message>
        <source>Echo cancellation is not installed: run `python3 packaging/bootstrap.py run --echo`, or leave it off.</source>
        <translation>未安装回声消除：请运行 `python3 packaging/bootstrap.py run --echo`，或保持关闭。</translation>
    </message>
    <message>
        <source>Echo cancellation failed inside Compere ({fault}): choose gate in SETTINGS.</source>
        <translation>回声消除在 Compere 内部失败（{fault}）：请在“设置”改选闸门。</translation>
    </message>
    <message>
        <source>There is no such way to keep the host from hearing itself: choose gate or cancel.</source>
        <translation>没有这种防止主持人听到自己的方式：请选闸门或消除。</translation>
    </message>
    <message>
        <source>echo</source>
        <translation>回声</translation>
    </message>
    <message>
        <source>there is no {name} in its hear: it takes {list}</source>
        <translation>hear 里没有 {name} 这一项，可用的是 {list}</translation>
    </message>
    <message>
        <source>{why} The captions of the MC have stopped; the show goes on.</source>
        <translation>{why}司仪的实时字幕已停止，演出照常进行。</translation>
    </message>
    <message>
        <source>The captions of the MC wait: nothing can check their words now, see the preset&apos;s alarm.</source>
        <translation>司仪的实时字幕暂停：目前无法检查用词，请看这个预设的告警。</translation>
    </message>
    <message>
        <source>Nobody can hear the MC for the captions: enter a key for Groq in SETTINGS, or choose a Whisper folder.</source>
        <translation>没有人能听写司仪的话：请在“设置”输入 Groq 密钥，或选择 Whisper 文件夹。</translation>
    </message>
    <message>
        <source>{why} The captions go on in the first language only.</source>
        <translation>{why}字幕只保留第一种语言。</translation>
    </message>
    <message>
        <source>A translated caption is not shown: {why}</source>
        <translation>有一句翻译字幕没有显示：{why}</translation>
    </message>
    <message>
        <source>{name} sent no translation of a caption.</source>
        <translation>{name} 没有返回字幕的翻译。</translation>
    </message>
    <message>
        <source>Nobody can translate the captions: name groq or server in the preset&apos;s think.</source>
        <translation>没有人能翻译字幕：请在这个预设的 think 填入 groq 或 server。</translation>
    </message>
    <message>
        <source>A processor cannot hear in half precision: choose int8 or float32, or the graphics card.</source>
        <translation>处理器无法以半精度听写：请选 int8 或 float32，或改用显卡。</translation>
    </message>
    <message>
        <source>Whisper runs on the processor (cpu) or on a graphics card (cuda).</source>
        <translation>Whisper 在处理器（cpu）或显卡（cuda）上运行。</translation>
    </message>
    <message>
        <source>Whisper calculates in int8, int8_float16, float16 or float32.</source>
        <translation>Whisper 的计算精度为 int8、int8_float16、float16 或 float32。</translation>
    </message>
    <message>
        <source>The engine&apos;s card is auto, cpu, or one as cuda:0.</source>
        <translation>引擎的显卡为 auto、cpu，或如 cuda:0。</translation>
    </message>
    <message>
        <source>The decoder is full, or small, which is approximate.</source>
        <translation>解码器为 full，或 small（近似）。</translation>
    </message>
    <message>
        <source>The engine calculates in auto, fp16, bf16 or fp32.</source>
        <translation>引擎的精度为 auto、fp16、bf16 或 fp32。</translation>
    </message>
    <message>
        <source>A stream&apos;s address is as rtmp://host/app, rtmps://host/app or srt://host:port.</source>
        <translation>推流地址的格式是 rtmp://主机/应用、rtmps://主机/应用，或 srt://主机:端口。</translation>
    </message>
    <message>
        <source>The name may have at most {longest} characters.</source>
        <translation>名称最多 {longest} 个字。</translation>
    </message>
    <message>
        <source>The program must be between {least} and {most} pixels wide.</source>
        <translation>节目宽度必须在 {least} 到 {most} 像素之间。</translation>
    </message>
    <message>
        <source>The program must be between {least} and {most} pixels high.</source>
        <translation>节目高度必须在 {least} 到 {most} 像素之间。</translation>
    </message>
    <message>
        <source>This may have at most {longest} characters.</source>
        <translation>最多 {longest} 个字符。</translation>
    </message>
    <message>
        <source>This must be between {least} and {most} {unit}.</source>
        <translation>必须在 {least} 到 {most} {unit} 之间。</translation>
    </message>
    <message>
        <source>The streams&apos; size is 720, 1080 or program.</source>
        <translation>推流尺寸只能是 720、1080 或 program。</translation>
    </message>
    <message>
        <source>The streams&apos; bit rate must be between {least} and {most} kb/s.</source>
        <translation>推流码率须在 {least} 到 {most} kb/s 之间。</translation>
    </message>
    <message>
        <source>The recording&apos;s size is 720, 1080 or program.</source>
        <translation>录制尺寸只能是 720、1080 或 program。</translation>
    </message>
    <message>
        <source>The recording&apos;s bit rate must be between {least} and {most} kb/s.</source>
        <translation>录制码率须在 {least} 到 {most} kb/s 之间。</translation>
    </message>
    <message>
        <source>A new file begins after between {least} and {most} minutes; 0 is never.</source>
        <translation>可在 {least} 到 {most} 分钟后另起新文件；0 为不分割。</translation>
    </message>
    <message>
        <source>The ground is drawn, colour, beside or screens.</source>
        <translation>背景只能是 drawn、colour、beside 或 screens。</translation>
    </message>
    <message>
        <source>A colour is written as # and six digits, like #00b140.</source>
        <translation>颜色请写成 # 加六位数，例如 #00b140。</translation>
    </message>
    <message>
        <source>The fill is premultiplied or straight.</source>
        <translation>Fill 只能是 premultiplied（预乘）或 straight（非预乘）。</translation>
    </message>
    <message>
        <source>The microphone&apos;s gain must be between {least} and {most} dB.</source>
        <translation>话筒增益必须在 {least} 到 {most} dB 之间。</translation>
    </message>
    <message>
        <source>A gain of the hall&apos;s sound or of the feed must be between {least} and {most} dB.</source>
        <translation>会场声音或辅助输出的增益必须在 {least} 到 {most} dB 之间。</translation>
    </message>
    <message>
        <source>A delay of the hall&apos;s sound or of the feed must be between {least} and {most} ms.</source>
        <translation>会场声音或辅助输出的延时必须在 {least} 到 {most} ms 之间。</translation>
    </message>
    <message>
        <source>The feed carries both, host or mc.</source>
        <translation>辅助输出只能是 both、host 或 mc。</translation>
    </message>
    <message>
        <source>A lip delay must be between {least} and {most} ms.</source>
        <translation>口型延迟必须在 {least} 到 {most} ms 之间。</translation>
    </message>
    <message>
        <source>A limit of the lip delay must be between {least} and {most} ms.</source>
        <translation>口型延迟的阈值必须在 {least} 到 {most} ms 之间。</translation>
    </message>
    <message>
        <source>The level of LOW must be between {least} and {most} dBFS.</source>
        <translation>“过小”的阈值必须在 {least} 到 {most} dBFS 之间。</translation>
    </message>
    <message>
        <source>The loudness of sound files must be between {least} and {most} LUFS.</source>
        <translation>声音文件的响度必须在 {least} 到 {most} LUFS 之间。</translation>
    </message>
    <message>
        <source>A model&apos;s name has no spaces, and at most {longest} characters.</source>
        <translation>模型名称不能有空格，最多 {longest} 个字符。</translation>
    </message>
    <message>
        <source>The pause that ends a question must be between {least} and {most} s.</source>
        <translation>结束提问的停顿必须在 {least} 到 {most} 秒之间。</translation>
    </message>
    <message>
        <source>A folder&apos;s name may have at most {longest} characters.</source>
        <translation>文件夹名称最多 {longest} 个字符。</translation>
    </message>
    <message>
        <source>The second engine is auto, on or off.</source>
        <translation>第二引擎为 auto、on 或 off。</translation>
    </message>
    <message>
        <source>There is no key for Groq: enter one in SETTINGS.</source>
        <translation>没有 Groq 密钥：请在“设置”输入。</translation>
    </message>
    <message>
        <source>No server that hears is set: write its address and its model in SETTINGS.</source>
        <translation>尚未设置听写服务器：请在“设置”填入地址与模型。</translation>
    </message>
    <message>
        <source>Whisper on this machine</source>
        <translation>本机的 Whisper</translation>
    </message>
    <message>
        <source>A preset needs a name: write one.</source>
        <translation>预设需要名称：请填写。</translation>
    </message>
    <message>
        <source>That is longer than {limit} characters: make it shorter, or put it into a file.</source>
        <translation>超过 {limit} 个字符：请缩短，或改存成文件。</translation>
    </message>
    <message>
        <source>There is no file {path}: choose another one.</source>
        <translation>没有文件 {path}：请选择其他文件。</translation>
    </message>
    <message>
        <source>The slate is a picture: choose its file.</source>
        <translation>垫片为图片：请选择文件。</translation>
    </message>
    <message>
        <source>It has {n} lines, and {limit} are the most.</source>
        <translation>共有 {n} 行，最多 {limit} 行。</translation>
    </message>
    <message>
        <source>Its line {n} is longer than {limit} characters.</source>
        <translation>第 {n} 行超过 {limit} 个字符。</translation>
    </message>
    <message>
        <source>Its line {n} has no words.</source>
        <translation>第 {n} 行没有文字。</translation>
    </message>
    <message>
        <source>The mode is SAY: write lines, or choose a sound file.</source>
        <translation>模式为“预录”：请填写台词，或选择声音文件。</translation>
    </message>
    <message>
        <source>There is nobody called {name} who could hear: press one of these.</source>
        <translation>没有名为 {name} 的听写者：请按下其中一个。</translation>
    </message>
    <message>
        <source>There is nobody called {name} who could answer: press one of these.</source>
        <translation>没有名为 {name} 的回答者：请按下其中一个。</translation>
    </message>
    <message>
        <source>The mode is ANSWER: press who answers.</source>
        <translation>模式为“问答”：请按下由谁回答。</translation>
    </message>
    <message>
        <source>Only the facts answer: choose their file, or write some below.</source>
        <translation>只由参考资料回答：请选择文件，或在下方填写。</translation>
    </message>
    <message>
        <source>It is said when no hand comes: write it.</source>
        <translation>无人处理时会说这一句：请填写。</translation>
    </message>
    <message>
        <source>{name} is drawn, not filmed: there is nothing to build.</source>
        <translation>{name} 是绘制的，不是实拍：没有需要制作的内容。</translation>
    </message>
    <message>
        <source>{name} is being built again already.</source>
        <translation>{name} 已在重新制作中。</translation>
    </message>
    <message>
        <source>The prepared hosts are being looked at: try again in a moment.</source>
        <translation>正在检查已准备的数字人：请稍后再试。</translation>
    </message>
    <message>
        <source>There is nothing old to clear away.</source>
        <translation>没有旧数据需要清除。</translation>
    </message>
    <message>
        <source>{n} old prepared hosts were deleted, {size}.</source>
        <translation>已删除 {n} 份旧的数字人数据，共 {size}。</translation>
    </message>
    <message>
        <source>There is no small decoder in {path}: run `compere models distil`, or set the decoder to full.</source>
        <translation>{path} 里没有小型解码器：请运行 `compere models distil`，或把解码器设为完整。</translation>
    </message>
    <message>
        <source>The small decoder was made for other weights: run `compere models distil`, or set the decoder to full.</source>
        <translation>小型解码器是为其他权重制作的：请运行 `compere models distil`，或把解码器设为完整。</translation>
    </message>
    <message>
        <source>{file} is missing: run `compere models distil`, or set the decoder to full.</source>
        <translation>缺少 {file}：请运行 `compere models distil`，或把解码器设为完整。</translation>
    </message>
    <message>
        <source>building {name} again</source>
        <translation>正在重新制作 {name}</translation>
    </message>
    <message>
        <source>{name} is built again</source>
        <translation>{name} 已重新制作完成</translation>
    </message>
    <message>
        <source>{name}: stopped</source>
        <translation>{name}：已停止</translation>
    </message>
    <message>
        <source>{name} was built by another version of Compere: build it again.</source>
        <translation>{name} 是由其他版本的 Compere 制作的：请重新制作。</translation>
    </message>
    <message>
        <source>What was prepared of {name} is damaged: build it again.</source>
        <translation>{name} 已准备的数据损坏：请重新制作。</translation>
    </message>
    <message>
        <source>{name} must be built again, and its clip {file} is gone: bring the avatar in again.</source>
        <translation>{name} 需要重新制作，但视频 {file} 已不在：请重新导入这个数字人。</translation>
    </message>
    <message>
        <source>LOOK AT THE HOSTS</source>
        <translation>检查数字人</translation>
    </message>
    <message>
        <source>See what is prepared of each filmed host, and whether it can still be read</source>
        <translation>查看每个实拍数字人已准备的数据，以及是否仍可读取</translation>
    </message>
    <message>
        <source>REBUILD</source>
        <translation>重新制作</translation>
    </message>
    <message>
        <source>Build a filmed host again from its clip, beside the show; goes on where it was stopped</source>
        <translation>用视频重新制作实拍数字人，不影响演出；会从停止处继续</translation>
    </message>
    <message>
        <source>STOP REBUILDING</source>
        <translation>停止重新制作</translation>
    </message>
    <message>
        <source>Stop building the host again; the next time goes on from there</source>
        <translation>停止重新制作这个数字人；下次从这里继续</translation>
    </message>
    <message>
        <source>CLEAR OLD HOSTS</source>
        <translation>清除旧数字人</translation>
    </message>
    <message>
        <source>Delete prepared hosts that nobody wants any more; the ones in use are never touched</source>
        <translation>删除已无用的数字人数据；使用中的绝不改动</translation>
    </message>
    <message>
        <source>OPEN THE FILM</source>
        <translation>打开视频</translation>
    </message>
    <message>
        <source>Show a film that is done in the system&apos;s own player</source>
        <translation>用系统的播放器打开已完成的视频</translation>
    </message>
    <message>
        <source>That film is not done yet.</source>
        <translation>这个视频还没有完成。</translation>
    </message>
    <message>
        <source>There is no film {path} any more.</source>
        <translation>视频 {path} 已经不在了。</translation>
    </message>
    <message>
        <source>No program here shows {file}: it lies in {path}.</source>
        <translation>这台电脑没有程序可以打开 {file}：文件在 {path}。</translation>
    </message>
    <message>
        <source>A player could be seen and heard in the hall: films are opened in STANDBY.</source>
        <translation>播放器可能被现场看到、听到：请在“待命”时打开视频。</translation>
    </message>
    <message>
        <source>There is no file {path}: bring it, or change its line.</source>
        <translation>没有文件 {path}：请放入该文件，或修改那一句台词。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>这不是普通文件</translation>
    </message>
    <message>
        <source>its name cannot be used</source>
        <translation>文件名无法使用</translation>
    </message>
    <message>
        <source>its disk does not answer</source>
        <translation>磁盘没有响应</translation>
    </message>
    <message>
        <source>it lies outside {folder}</source>
        <translation>它在 {folder} 之外</translation>
    </message>
    <message>
        <source>it is larger than {n}</source>
        <translation>超过 {n}</translation>
    </message>
    <message>
        <source>nested too deep</source>
        <translation>嵌套层数过深</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>其中有数字过大</translation>
    </message>
    <message>
        <source>it has more than {n} lines</source>
        <translation>超过 {n} 行</translation>
    </message>
    <message>
        <source>it has more than {n} values</source>
        <translation>超过 {n} 个值</translation>
    </message>
    <message>
        <source>{path} cannot be used: {fault}.</source>
        <translation>{path} 无法使用：{fault}。</translation>
    </message>
    <message>
        <source>it has too many parts: save it again as PNG or JPEG</source>
        <translation>包含的部分过多：请重新存为 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>There is no room for {name}: it takes {n} MB, {left} MB must stay free, and {free} MB are free.</source>
        <translation>磁盘空间放不下 {name}：需要 {n} MB，另须保留 {left} MB，目前只剩 {free} MB。</translation>
    </message>
    <message>
        <source>{path} is locked with a password: zip it again without one.</source>
        <translation>{path} 有密码保护：请不设密码重新压缩。</translation>
    </message>
    <message>
        <source>{path} is packed in an unusual way: zip it again as the system does it.</source>
        <translation>{path} 的压缩方式不常见：请用系统自带的压缩功能重新压缩。</translation>
    </message>
    <message>
        <source>The show {path} was refused: its preset {name} names the file “{file}”, which does not lie in the show.</source>
        <translation>未接受演出 {path}：其中的预设 {name} 指定了文件“{file}”，而这个文件不在演出之内。</translation>
    </message>
    <message>
        <source>{path} is a link or no regular file: put the file itself there.</source>
        <translation>{path} 是链接，或不是普通文件：请放入文件本身。</translation>
    </message>
    <message>
        <source>The avatar {name} was refused: its {file} cannot be changed.</source>
        <translation>未接受数字人 {name}：无法修改其中的 {file}。</translation>
    </message>
    <message>
        <source>The id {name} in line {n} is the name of another file: give the line another id.</source>
        <translation>第 {n} 行的代号 {name} 是另一个文件的名称：请换一个代号。</translation>
    </message>
    <message>
        <source>The file {path} in line {n} is refused: it does not lie in the show&apos;s folder.</source>
        <translation>未接受第 {n} 行的文件 {path}：它不在演出的文件夹里。</translation>
    </message>
    <message>
        <source>The log in {folder} cannot be written ({why}): make room there. The show goes on; what happens meanwhile is missing from its report.</source>
        <translation>无法写入 {folder} 的日志（{why}）：请在该处腾出空间。演出照常进行；这段时间发生的事不会出现在报告中。</translation>
    </message>
    <message>
        <source>The drawn mouth comes out wrong, so it stays shut: another avatar may do better.</source>
        <translation>画出的口型不正确，因此保持闭合：换一位虚拟人也许能解决。</translation>
    </message>
    <message>
        <source>The picture came out empty.</source>
        <translation>画面是空的。</translation>
    </message>
    <message>
        <source>The shared memory {name} cannot be opened ({why}): it is tried again.</source>
        <translation>无法打开共享内存 {name}（{why}）：将再次尝试。</translation>
    </message>
    <message>
        <source>The shared memory {name} is too small ({size} bytes), so not a ring: restart playout.</source>
        <translation>共享内存 {name} 太小（{size} 字节），无法使用：请重新启动播出程序。</translation>
    </message>
    <message>
        <source>The shared memory {name} is cut off or damaged: restart playout.</source>
        <translation>共享内存 {name} 不完整或已损坏：请重新启动播出程序。</translation>
    </message>
    <message>
        <source>The disk that holds {folder} is nearly full: make room there.</source>
        <translation>{folder} 所在的磁盘快满了：请腾出空间。</translation>
    </message>
    <message>
        <source>The runtime folder {folder} cannot be written: make room there, or set XDG_RUNTIME_DIR.</source>
        <translation>无法写入运行时文件夹 {folder}：请腾出空间，或设置 XDG_RUNTIME_DIR。</translation>
    </message>
    <message>
        <source>{screen} shows the same as this window&apos;s screen (mirrored): set the computer&apos;s displays to extend, not to duplicate; the program comes by itself.</source>
        <translation>{screen} 与本窗口所在屏幕显示相同画面（镜像）：请把电脑的显示设置改为“扩展”，不要“复制”；节目画面会自动出现。</translation>
    </message>
    <message>
        <source>This window is on the hall&apos;s screen, and no other is there: connect the operator&apos;s screen, or choose the window.</source>
        <translation>本窗口在现场大屏上，而且没有其他屏幕：请接上操作员的屏幕，或改选窗口。</translation>
    </message>
    <message>
        <source>The hall&apos;s screen is gone, or mirrored: plug it in, or set the computer&apos;s displays to extend, not to duplicate; the program comes back by itself.</source>
        <translation>现场大屏不见了，或被设成镜像：请接上它，或把电脑的显示设置改为“扩展”，不要“复制”；节目画面会自动恢复。</translation>
    </message>
    <message>
        <source>That is the only screen for the operator&apos;s window: connect another one, or choose the window.</source>
        <translation>操作员的窗口只有这个屏幕可用：请再接一个屏幕，或改选窗口。</translation>
    </message>
    <message>
        <source>{name} (this window goes to another)</source>
        <translation>{name}（本窗口会移到另一个屏幕）</translation>
    </message>
    <message>
        <source>The window is back on its own screen: the other one is the hall&apos;s.</source>
        <translation>窗口已回到自己的屏幕：另一个是现场大屏。</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有 Key</translation>
    </message>
    <message>
        <source>No screen is chosen for the key: choose one in EDIT, SETTINGS, DEVICES.</source>
        <translation>尚未选择 Key 的屏幕：请到“编辑”›“设置”›“设备”选择。</translation>
    </message>
    <message>
        <source>The key&apos;s screen is gone: plug it in again; the key comes back by itself.</source>
        <translation>Key 屏幕不见了：请重新接上，Key 会自行恢复。</translation>
    </message>
    <message>
        <source>The key&apos;s screen is the operator&apos;s own: choose another one in EDIT, SETTINGS, DEVICES.</source>
        <translation>Key 选到了操作员自己的屏幕：请到“编辑”›“设置”›“设备”另选一个。</translation>
    </message>
    <message>
        <source>The key&apos;s screen is the hall&apos;s, which has the fill: choose another one in EDIT, SETTINGS, DEVICES.</source>
        <translation>Key 选到了输出 Fill 的现场大屏：请到“编辑”›“设置”›“设备”另选一个。</translation>
    </message>
    <message>
        <source>{name} cannot be keyed</source>
        <translation>{name} 无法抠像</translation>
    </message>
    <message>
        <source>its host {name} cannot be keyed</source>
        <translation>数字人 {name} 无法抠像</translation>
    </message>
    <message>
        <source>{name} is filmed, and a filmed host&apos;s ground cannot be taken away: choose a drawn host, or the ground AS DRAWN in EDIT, SETTINGS, DEVICES.</source>
        <translation>{name} 是实拍数字人，背景无法去除：请选绘制的数字人，或到“编辑”›“设置”›“设备”把背景改为“原样”。</translation>
    </message>
    <message>
        <source>The microphone {name} has {n} channels, and channel {channel} is chosen: connect the device that has it, or choose another channel in SETTINGS.</source>
        <translation>话筒 {name} 只有 {n} 个通道，但选的是通道 {channel}：请接上有这个通道的设备，或在“设置”里另选通道。</translation>
    </message>
    <message>
        <source>The microphone {name} has {n} channels: there is no channel {channel}.</source>
        <translation>话筒 {name} 只有 {n} 个通道：没有通道 {channel}。</translation>
    </message>
    <message>
        <source>Choose the microphone first, then its channels.</source>
        <translation>请先选话筒，再选通道。</translation>
    </message>
    <message>
        <source>Name channels by their numbers, 1 to {limit}, as 3, or 1 + 2 for both.</source>
        <translation>请用编号指定通道（1 到 {limit}），例如 3；两个一起就写 1 + 2。</translation>
    </message>
    <message>
        <source>{name} · channel {channel}</source>
        <translation>{name} · 通道 {channel}</translation>
    </message>
    <message>
        <source>{name} · channels {channels}</source>
        <translation>{name} · 通道 {channels}</translation>
    </message>
    <message>
        <source>no channel {channel}</source>
        <translation>没有通道 {channel}</translation>
    </message>
    <message>
        <source>The device has {n} channels: choose another in SETTINGS.</source>
        <translation>这个设备只有 {n} 个通道：请在“设置”里另选。</translation>
    </message>
    <message>
        <source>all {n} channels</source>
        <translation>全部 {n} 个通道</translation>
    </message>
    <message>
        <source>They are mixed: choose the MC&apos;s channel in SETTINGS.</source>
        <translation>现在全部混在一起：请在“设置”里选主持人的通道。</translation>
    </message>
    <message>
        <source>the sound server does not tell its channels apart</source>
        <translation>声音服务器分不清它的通道</translation>
    </message>
    <message>
        <source>this computer has no room for another open file</source>
        <translation>这台电脑无法再打开更多文件</translation>
    </message>
    <message>
        <source>The loudspeaker {name} has {n} channels, and channel {channel} is chosen: connect the device that has it, or choose another channel in SETTINGS.</source>
        <translation>音箱 {name} 只有 {n} 个通道，但选的是通道 {channel}：请接上有这个通道的设备，或在“设置”里另选通道。</translation>
    </message>
    <message>
        <source>The loudspeaker {name} has {n} channels: there is no channel {channel}.</source>
        <translation>音箱 {name} 只有 {n} 个通道：没有通道 {channel}。</translation>
    </message>
    <message>
        <source>Choose the loudspeaker first, then its channels.</source>
        <translation>请先选音箱，再选通道。</translation>
    </message>
    <message>
        <source>The hall is on channel {channel}: choose another one for the feed.</source>
        <translation>会场用的是通道 {channel}：辅助输出请另选通道。</translation>
    </message>
    <message>
        <source>“{name}” is not for speaking: it is a table, a formula or code.</source>
        <translation>“{name}”不是用来说的：它是表格、公式或代码。</translation>
    </message>
    <message>
        <source>This sounds like what a model thinks, and not like an answer: read it.</source>
        <translation>这听起来像模型的思考，不像回答：请先看过。</translation>
    </message>
    <message>
        <source>emergency key</source>
        <translation>紧急按键</translation>
    </message>
    <message>
        <source>This X server has no XInput 2: while the window hangs, no key reaches the hall.</source>
        <translation>此 X 服务器没有 XInput 2：窗口卡死时，按键无法送达会场。</translation>
    </message>
    <message>
        <source>The keys of X cannot be read: while the window hangs, no key reaches the hall.</source>
        <translation>无法读取 X 的按键：窗口卡死时，按键无法送达会场。</translation>
    </message>
    <message>
        <source>Windows lets no program see its keys: a hanging window then has no emergency keys.</source>
        <translation>Windows 不允许程序读取按键：窗口卡死时没有紧急按键可用。</translation>
    </message>
    <message>
        <source>Emergency keys need X11 or Windows: while the window hangs, no key reaches the hall.</source>
        <translation>紧急按键需要 X11 或 Windows：窗口卡死时，按键无法送达会场。</translation>
    </message>
    <message>
        <source>ALARMS AND LOG</source>
        <translation>告警与日志</translation>
    </message>
    <message>
        <source>Every alarm with its cure, and all that happened</source>
        <translation>每个告警与处置方法，以及发生过的一切</translation>
    </message>
    <message>
        <source>Over: {what}</source>
        <translation>已恢复：{what}</translation>
    </message>
    <message>
        <source>MC NOT HEARD</source>
        <translation>听不到主持人</translation>
    </message>
    <message>
        <source>PLAYOUT RESTARTING</source>
        <translation>播出程序重启中</translation>
    </message>
    <message>
        <source>Wait: it comes back in seconds, in the state you are in.</source>
        <translation>请稍候：数秒内会回到当前状态。</translation>
    </message>
    <message>
        <source>SCREEN MISSING</source>
        <translation>现场大屏断线</translation>
    </message>
    <message>
        <source>KEY MISSING</source>
        <translation>Key 屏幕断线</translation>
    </message>
    <message>
        <source>NOT KEYED</source>
        <translation>无法抠像</translation>
    </message>
    <message>
        <source>PICTURE FROZEN</source>
        <translation>画面定格</translation>
    </message>
    <message>
        <source>Wait two seconds: it is started again by itself.</source>
        <translation>请等两秒：会自动重新启动。</translation>
    </message>
    <message>
        <source>MIC MISSING</source>
        <translation>话筒断线</translation>
    </message>
    <message>
        <source>Plug it in again: it comes back by itself; or choose another.</source>
        <translation>请重新接上，会自动恢复；或选择另一个。</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>无信号</translation>
    </message>
    <message>
        <source>Look at the mixer&apos;s channel, the USB send, and the microphone&apos;s own switch.</source>
        <translation>请检查调音台的通道、USB 发送，以及话筒本身的开关。</translation>
    </message>
    <message>
        <source>LOUDSPEAKER MISSING</source>
        <translation>音箱断线</translation>
    </message>
    <message>
        <source>Plug it in again; until then let the mixer carry the MC directly.</source>
        <translation>请重新接上；在那之前由调音台直接送主持人的声音。</translation>
    </message>
    <message>
        <source>MIC MUTED</source>
        <translation>话筒已静音</translation>
    </message>
    <message>
        <source>AVATAR MUTED</source>
        <translation>数字人已静音</translation>
    </message>
    <message>
        <source>LATE FRAMES</source>
        <translation>迟到帧</translation>
    </message>
    <message>
        <source>Leave EXPRESS after the show, close other programs, plug in the charger.</source>
        <translation>演出后改回默认口型延迟；关闭其他程序，接上电源。</translation>
    </message>
    <message>
        <source>FRAME RATE LOW</source>
        <translation>帧率过低</translation>
    </message>
    <message>
        <source>Close other programs and plug in the charger.</source>
        <translation>请关闭其他程序并接上电源。</translation>
    </message>
    <message>
        <source>LIP DELAY HIGH</source>
        <translation>口型延迟过高</translation>
    </message>
    <message>
        <source>Close other programs; END and ARM measure the delay again.</source>
        <translation>请关闭其他程序；“结束演出”后再“备播”会重新测量延迟。</translation>
    </message>
    <message>
        <source>Stop a stream or the recording, close other programs; END and ARM measure the delay again.</source>
        <translation>请停止推流或录制、关闭其他程序；“结束演出”后再“备妥”会重新测量延迟。</translation>
    </message>
    <message>
        <source>SOUND AND PICTURE APART</source>
        <translation>声画不同步</translation>
    </message>
    <message>
        <source>END and ARM set the lip delay again.</source>
        <translation>“结束演出”后再“备播”会重新设定口型延迟。</translation>
    </message>
    <message>
        <source>ENGINE RESTARTING</source>
        <translation>引擎重启中</translation>
    </message>
    <message>
        <source>Wait. When it comes again and again, take another avatar in a pause.</source>
        <translation>请稍候。若一再发生，请在间歇换另一位数字人。</translation>
    </message>
    <message>
        <source>AVATAR NOT DRAWN</source>
        <translation>数字人无法绘制</translation>
    </message>
    <message>
        <source>Take another avatar in a pause.</source>
        <translation>请在间歇换另一位数字人。</translation>
    </message>
    <message>
        <source>FACES WENT WRONG</source>
        <translation>脸部画面出错</translation>
    </message>
    <message>
        <source>ENGINE NOT ATTACHED</source>
        <translation>引擎未连上</translation>
    </message>
    <message>
        <source>Wait: the engine is attached again by itself.</source>
        <translation>请稍候：引擎会自动重新连上。</translation>
    </message>
    <message>
        <source>VOICE TOO SLOW</source>
        <translation>语音太慢</translation>
    </message>
    <message>
        <source>NO VOICE</source>
        <translation>没有语音</translation>
    </message>
    <message>
        <source>NO ANSWERS</source>
        <translation>无法回答</translation>
    </message>
    <message>
        <source>ECHO</source>
        <translation>回声</translation>
    </message>
    <message>
        <source>LINE NOT SAID</source>
        <translation>台词没有说出</translation>
    </message>
    <message>
        <source>Take the line out of the preset, or choose its file again in EDIT.</source>
        <translation>请把这句台词从预设拿掉，或在“编辑”中重新选择文件。</translation>
    </message>
    <message>
        <source>REJOINED</source>
        <translation>已接回演出</translation>
    </message>
    <message>
        <source>IDLE LOOP</source>
        <translation>待机动作</translation>
    </message>
    <message>
        <source>PRESETS NOT SAVED</source>
        <translation>预设未保存</translation>
    </message>
    <message>
        <source>REPORT NOT WRITTEN</source>
        <translation>报告未写出</translation>
    </message>
    <message>
        <source>ALARM</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>The hall&apos;s picture stands still: playout does not answer.</source>
        <translation>现场画面停住了：播出程序没有回应。</translation>
    </message>
    <message>
        <source>The hall&apos;s picture comes too slowly: the frame rate is red.</source>
        <translation>现场画面太慢：帧率已亮红。</translation>
    </message>
    <message>
        <source>Too many frames come late: the machine is too slow now.</source>
        <translation>迟到的帧太多：这台电脑现在太慢。</translation>
    </message>
    <message>
        <source>The lips come too late: the lip delay is far over its limit.</source>
        <translation>口型太慢：口型延迟远超上限。</translation>
    </message>
    <message>
        <source>Sound and picture are so far apart that the hall notices.</source>
        <translation>声音与画面差得太多，现场看得出来。</translation>
    </message>
    <message>
        <source>The microphone is muted: the host does not follow the MC.</source>
        <translation>话筒已静音：数字人没有跟随主持人。</translation>
    </message>
    <message>
        <source>Nothing comes from the microphone: it is there, and silent.</source>
        <translation>话筒没有声音：设备在，但没有信号。</translation>
    </message>
    <message>
        <source>The host&apos;s voice is muted: the hall does not hear it.</source>
        <translation>数字人的声音已静音：现场听不到。</translation>
    </message>
    <message>
        <source>new preset</source>
        <translation>新预设</translation>
    </message>
    <message>
        <source>copy of {name}</source>
        <translation>{name} 的副本</translation>
    </message>
    <message>
        <source>{name} later</source>
        <translation>{name} 后移</translation>
    </message>
    <message>
        <source>{name} earlier</source>
        <translation>{name} 前移</translation>
    </message>
    <message>
        <source>{name} taken out</source>
        <translation>已移除 {name}</translation>
    </message>
    <message>
        <source>show&apos;s name “{name}”</source>
        <translation>演出名称“{name}”</translation>
    </message>
    <message>
        <source>another rundown</source>
        <translation>另一份流程表</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Nothing goes there: it has no key.</source>
        <translation>不会送出任何数据：没有密钥。</translation>
    </message>
    <message>
        <source>Nothing goes there: it is switched off.</source>
        <translation>不会送出任何数据：已关闭。</translation>
    </message>
    <message>
        <source>{why} It goes through the proxy {address}.</source>
        <translation>{why}经由代理服务器 {address}。</translation>
    </message>
    <message>
        <source>{name} cannot speak this line with this model and voice ({code}: {reason}): check their names.</source>
        <translation>{name} 无法用这个模型和声音说这一句（{code}：{reason}）：请检查名称。</translation>
    </message>
    <message>
        <source>Edge cannot be asked through the proxy of this machine: set HTTPS_PROXY to an HTTP proxy.</source>
        <translation>无法通过这台电脑的代理服务器连到 Edge：请把 HTTPS_PROXY 设为 HTTP 代理。</translation>
    </message>
    <message>
        <source>{name} refused the question ({code}: {reason}).</source>
        <translation>{name} 拒绝了这个问题（{code}：{reason}）。</translation>
    </message>
    <message>
        <source>{name} refused the key, or this place ({reason}): set another key, or use another.</source>
        <translation>{name} 拒绝了密钥，或不服务这个地区（{reason}）：换一个密钥，或改用别家。</translation>
    </message>
    <message>
        <source>{name} does not know the model or the address ({reason}): look at both.</source>
        <translation>{name} 不认识这个模型或地址（{reason}）：请检查两者。</translation>
    </message>
    <message>
        <source>{name} has had too many requests ({reason}): wait, or use another.</source>
        <translation>{name} 的请求太多了（{reason}）：请稍候，或改用别家。</translation>
    </message>
    <message>
        <source>{name} has a fault of its own ({code}: {reason}).</source>
        <translation>{name} 自己出了问题（{code}：{reason}）。</translation>
    </message>
    <message>
        <source>{name} reported a fault in the middle of its answer ({reason}).</source>
        <translation>{name} 答到一半报告了错误（{reason}）。</translation>
    </message>
    <message>
        <source>{name} does not speak https at this address: write http:// instead.</source>
        <translation>{name} 在这个地址不使用 https：请改写成 http://。</translation>
    </message>
    <message>
        <source>{name} is refused by the proxy ({reason}).</source>
        <translation>代理服务器拒绝了对 {name} 的连接（{reason}）。</translation>
    </message>
    <message>
        <source>{name} cannot be reached: start it, or look at its address.</source>
        <translation>连不上 {name}：请启动它，或检查它的地址。</translation>
    </message>
    <message>
        <source>{name} is still loading its model: ask again in a moment.</source>
        <translation>{name} 还在加载模型：请稍后再问一次。</translation>
    </message>
    <message>
        <source>The key for {name} has signs that no key has: copy it again.</source>
        <translation>{name} 的密钥里有密钥不会有的字符：请重新复制。</translation>
    </message>
    <message>
        <source>The address of {name} cannot be used: look at it in SETTINGS.</source>
        <translation>{name} 的地址无法使用：请到设置里检查。</translation>
    </message>
    <message>
        <source>{name} shows a certificate that this machine does not believe ({reason}): look at its address, or name the certificate&apos;s file in SSL_CERT_FILE.</source>
        <translation>{name} 出示的证书不受这台电脑信任（{reason}）：请检查地址，或用 SSL_CERT_FILE 指定证书文件。</translation>
    </message>
    <message>
        <source>{name} cannot be asked through the proxy {address}: set HTTPS_PROXY to an HTTP proxy, or NO_PROXY to {host}.</source>
        <translation>无法通过代理服务器 {address} 连到 {name}：请把 HTTPS_PROXY 设为 HTTP 代理，或把 NO_PROXY 设为 {host}。</translation>
    </message>
    <message>
        <source>“{name}” is on the list of words that must not be said: it lies across two sentences.</source>
        <translation>“{name}”在禁用词表上：它横跨两个句子。</translation>
    </message>
    <message>
        <source>This system has no keyring: the key holds until Compere is closed. Set {words} in the environment.</source>
        <translation>这个系统没有密钥环：密钥只保留到 Compere 关闭为止。请在环境变量设置 {words}。</translation>
    </message>
    <message>
        <source>“{name}” is a name that must not be said: it lies across two sentences.</source>
        <translation>“{name}”是不可提到的名字：它横跨两个句子。</translation>
    </message>
    <message>
        <source>The pronunciation book has “{name}” said as “{words}”, which must not be said.</source>
        <translation>发音表把“{name}”读成“{words}”，那是不能说的。</translation>
    </message>
    <message>
        <source>Line {n}: {why}</source>
        <translation>第 {n} 行：{why}</translation>
    </message>
    <message>
        <source>{name}&apos;s answer was cut at the most words it may have: its end is missing.</source>
        <translation>{name} 的回答到字数上限就断了：少了结尾。</translation>
    </message>
    <message>
        <source>The answer was cut before it was known to be one: read it, then release it.</source>
        <translation>还不确定是不是回答就被截断了：请先看过，再放行。</translation>
    </message>
    <message>
        <source>This sentence was cut in the middle: finish it, or leave it out.</source>
        <translation>这句话说到一半就断了：请补完，或略过。</translation>
    </message>
    <message>
        <source>its file {path} cannot be used</source>
        <translation>其文件 {path} 无法使用</translation>
    </message>
    <message>
        <source>{file} cannot be tried ({fault}).</source>
        <translation>无法试读 {file}（{fault}）。</translation>
    </message>
    <message>
        <source>{file} is no sound file that can be read ({fault}).</source>
        <translation>{file} 不是可读取的声音文件（{fault}）。</translation>
    </message>
    <message>
        <source>{file} takes too much memory to be read: choose another file.</source>
        <translation>读取 {file} 需要过多内存：请换一个文件。</translation>
    </message>
    <message>
        <source>{file} takes too long to be read: choose another file.</source>
        <translation>读取 {file} 耗时过长：请换一个文件。</translation>
    </message>
    <message>
        <source>The picture {path} cannot be shown ({fault}).</source>
        <translation>无法显示图片 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>it is no picture: save it as PNG or JPEG</source>
        <translation>这不是图片：请另存为 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>it takes too long to be read</source>
        <translation>读取时间过长</translation>
    </message>
    <message>
        <source>it has more than {n} million pixels</source>
        <translation>超过 {n} 百万像素</translation>
    </message>
    <message>
        <source>Put NEXT on the hall&apos;s screen and its voice in the hall</source>
        <translation>把“下一段”送上会场屏幕，声音送进会场</translation>
    </message>
    <message>
        <source>There is no avatar {name}: choose another one in EDIT.</source>
        <translation>没有虚拟人 {name}：请到“编辑”选择别的。</translation>
    </message>
    <message>
        <source>The show is on air: END it, then bring in another one.</source>
        <translation>节目正在播出：请先结束，再打开另一场。</translation>
    </message>
    <message>
        <source>{name} is being loaded: wait a moment, then GO LIVE.</source>
        <translation>{name} 正在加载：请稍候，再开始播出。</translation>
    </message>
    <message>
        <source>{name} is on air: TAKE another preset first.</source>
        <translation>{name} 正在播出：请先切入另一个预设。</translation>
    </message>
    <message>
        <source>GO LIVE puts on {words}</source>
        <translation>开始播出时上场：{words}</translation>
    </message>
    <message>
        <source>{name} names it: it is opened at GO LIVE.</source>
        <translation>{name} 指定了它：开始播出时才会打开。</translation>
    </message>
    <message>
        <source>{name} names it: plug it in, or choose another one in EDIT.</source>
        <translation>{name} 指定了它：请接上，或在“编辑”中另选一个。</translation>
    </message>
    <message>
        <source>{name}, not tried yet</source>
        <translation>{name}，尚未试过</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} 不在</translation>
    </message>
    <message>
        <source>there is no avatar {name}</source>
        <translation>没有数字人 {name}</translation>
    </message>
    <message>
        <source>Choose another avatar for NEXT.</source>
        <translation>请为“下一段”另选数字人。</translation>
    </message>
    <message>
        <source>MC NOT HEARD: {reason}.</source>
        <translation>现场听不到主持人：{reason}。</translation>
    </message>
    <message>
        <source>the show is in HOLD</source>
        <translation>节目在“暂停”中</translation>
    </message>
    <message>
        <source>the microphone is muted</source>
        <translation>话筒已静音</translation>
    </message>
    <message>
        <source>the host is in SAY</source>
        <translation>目前是“预录”</translation>
    </message>
    <message>
        <source>the host is in ANSWER</source>
        <translation>目前是“问答”</translation>
    </message>
    <message>
        <source>the avatar&apos;s voice is muted</source>
        <translation>数字人的声音已静音</translation>
    </message>
    <message>
        <source>the hall&apos;s loudspeaker is not there</source>
        <translation>现场的音箱不在</translation>
    </message>
    <message>
        <source>The preset&apos;s words that must not be said are being read: this is checked when they are there.</source>
        <translation>正在读入此预设的禁用词：读好后才会检查这一句。</translation>
    </message>
    <message>
        <source>The safe picture: the show&apos;s title, a picture or black</source>
        <translation>安全画面：节目标题、图片或黑场</translation>
    </message>
    <message>
        <source>There is no such slate: choose title, picture or black.</source>
        <translation>没有这种垫片画面：请选 title、picture 或 black。</translation>
    </message>
    <message>
        <source>More than {n} ms. Close other programs, then ARM again.</source>
        <translation>超过 {n} ms。请关闭其他程序，再按“备播”。</translation>
    </message>
    <message>
        <source>The slate picture {path} cannot be shown ({why}): the title is shown instead.</source>
        <translation>垫片图片 {path} 无法显示（{why}）：改为显示标题。</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Nobody can hear questions: enter a key for Groq, or choose a Whisper model in SETTINGS; or type the question.</source>
        <translation>目前没有谁能听写问题：请在“设置”中输入 Groq 密钥，或选择 Whisper 模型；也可以直接打字提问。</translation>
    </message>
    <message>
        <source>Nobody can answer: enter a key for Groq in SETTINGS, or give the preset facts.</source>
        <translation>目前没有谁能回答：请在“设置”中输入 Groq 密钥，或给预设一份资料。</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问答</translation>
    </message>
    <message>
        <source>{name} cannot answer</source>
        <translation>{name} 无法回答</translation>
    </message>
    <message>
        <source>typed only</source>
        <translation>只能打字提问</translation>
    </message>
    <message>
        <source>{name}: typed only</source>
        <translation>{name}：只能打字提问</translation>
    </message>
    <message>
        <source>{n} presets answer</source>
        <translation>{n} 个预设可回答</translation>
    </message>
    <message>
        <source>none to be asked</source>
        <translation>没有要问答的</translation>
    </message>
    <message>
        <source>What is chosen as the microphone gives back what this computer plays (a loopback), and would feed the hall&apos;s sound to the hall: choose the MC&apos;s microphone.</source>
        <translation>所选的话筒其实是本机播放声音的回送（loopback），会把现场的声音再送进现场：请选择主持人的话筒。</translation>
    </message>
    <message>
        <source>Feedback: what the hall plays came back into the microphone, so the hall does not hear the MC any more. Turn the microphone or the loudspeakers down, or choose another microphone; then press THROUGH.</source>
        <translation>啸叫：现场播出的声音又进了话筒，因此现场已听不到主持人。请调低话筒或音箱音量，或换一支话筒，然后按“经 Compere”。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>演出</translation>
    </message>
    <message>
        <source>Holds and panics</source>
        <translation>暂停与紧急黑场</translation>
    </message>
    <message>
        <source>Answers and lines</source>
        <translation>回答与台词</translation>
    </message>
    <message>
        <source>Streams and recording</source>
        <translation>推流与录制</translation>
    </message>
    <message>
        <source>{output}: {how}</source>
        <translation>{output}：{how}</translation>
    </message>
    <message>
        <source>stream {number} to {place}</source>
        <translation>推流 {number} 到 {place}</translation>
    </message>
    <message>
        <source>stream {n}</source>
        <translation>推流 {n}</translation>
    </message>
    <message>
        <source>recording {path}</source>
        <translation>录制 {path}</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>lost: {why}</source>
        <translation>中断：{why}</translation>
    </message>
    <message>
        <source>{output} was lost: {why}</source>
        <translation>{output} 中断：{why}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>to the end of the show</source>
        <translation>到节目结束</translation>
    </message>
    <message>
        <source>{words}; {kbps} kb/s on average</source>
        <translation>{words}；平均 {kbps} kb/s</translation>
    </message>
    <message>
        <source>{words}; {n} pictures not taken</source>
        <translation>{words}；{n} 个画面未送出</translation>
    </message>
    <message>
        <source>Fell back</source>
        <translation>改用备用</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝的操作</translation>
    </message>
    <message>
        <source>Waived at ARM</source>
        <translation>备播时放行</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>切播</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>None was spoken.</source>
        <translation>没有说话。</translation>
    </message>
    <message>
        <source>{share} % of all</source>
        <translation>占全部 {share} %</translation>
    </message>
    <message>
        <source>of {length}</source>
        <translation>全长 {length}</translation>
    </message>
    <message>
        <source>and PANIC: {count}</source>
        <translation>紧急黑场：{count}</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>播出时间</translation>
    </message>
    <message>
        <source>takes</source>
        <translation>切播</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>answers, lines</source>
        <translation>回答、台词</translation>
    </message>
    <message>
        <source>faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>late frames</source>
        <translation>迟到帧</translation>
    </message>
    <message>
        <source>{count} to questions</source>
        <translation>回答问题：{count}</translation>
    </message>
    <message>
        <source>{count} interrupted</source>
        <translation>被打断：{count}</translation>
    </message>
    <message>
        <source>question, and what was heard</source>
        <translation>问题与现场听到的内容</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>nothing was heard</source>
        <translation>没有听到任何内容</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>回答：{count}</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 of 100</source>
        <translation>95 百分位</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>直到结束</translation>
    </message>
    <message>
        <source>From a question&apos;s end to its answer</source>
        <translation>从问题结束到回答</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>听懂</translation>
    </message>
    <message>
        <source>the question&apos;s words were there</source>
        <translation>问题的文字已出现</translation>
    </message>
    <message>
        <source>thought</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>the first word of the answer</source>
        <translation>回答的第一个字</translation>
    </message>
    <message>
        <source>drafted</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>its first sentence</source>
        <translation>回答的第一句</translation>
    </message>
    <message>
        <source>let out</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>the first sentence let out</source>
        <translation>第一句获放行</translation>
    </message>
    <message>
        <source>voiced</source>
        <translation>配音</translation>
    </message>
    <message>
        <source>the first sound of the voice</source>
        <translation>语音的第一个声音</translation>
    </message>
    <message>
        <source>hall</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>heard in the hall</source>
        <translation>现场听到</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自身</translation>
    </message>
    <message>
        <source>heard in the hall, without the time until it was let out</source>
        <translation>现场听到，不含等待放行的时间</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>interrupted, {length} s in all</source>
        <translation>被打断，全长 {length} 秒</translation>
    </message>
    <message>
        <source>whole; {length} s of gaps in it: the voice was slower than speech</source>
        <translation>完整；其中有 {length} 秒的空隙：语音合成比说话慢</translation>
    </message>
    <message>
        <source>interrupted, {length} s in all; {gaps} s of gaps in it: the voice was slower than speech</source>
        <translation>被打断，全长 {length} 秒；其中有 {gaps} 秒的空隙：语音合成比说话慢</translation>
    </message>
    <message>
        <source>{child} was lost: {why}</source>
        <translation>{child} 中断了：{why}</translation>
    </message>
    <message>
        <source>The hall&apos;s screen was gone.</source>
        <translation>现场大屏曾经不见。</translation>
    </message>
    <message>
        <source>Milliseconds after the question&apos;s end.</source>
        <translation>问题结束后的毫秒数。</translation>
    </message>
    <message>
        <source>Nothing was measured: no microphone drove the avatar.</source>
        <translation>没有测量数据：没有话筒驱动数字人。</translation>
    </message>
    <message>
        <source>Nothing was taken: the show stayed with what it began with.</source>
        <translation>没有切播：演出一直保持开始时的内容。</translation>
    </message>
    <message>
        <source>Median {median} ms, highest p95 {worst} ms, budget {budget} ms (dashed). Dark: median of ten seconds; light: p95; red ticks: faults.</source>
        <translation>中位数 {median} ms，最高 p95 {worst} ms，上限 {budget} ms（虚线）。深色：十秒中位数；浅色：p95；红色刻度：故障。</translation>
    </message>
    <message>
        <source>Made by Compere at the end of the show, from its log. The lines are in the .jsonl file beside this page.</source>
        <translation>演出结束时由 Compere 根据日志生成。原始记录在本页旁的 .jsonl 文件中。</translation>
    </message>
    <message>
        <source>{words} ({found}): {why}</source>
        <translation>{words}（{found}）：{why}</translation>
    </message>
    <message>
        <source>screen {number}</source>
        <translation>屏幕 {number}</translation>
    </message>
    <message>
        <source>{size} at {rate}</source>
        <translation>{size}，每秒 {rate} 帧</translation>
    </message>
    <message>
        <source>The text size is normal or large.</source>
        <translation>文字大小为标准或放大。</translation>
    </message>
    <message>
        <source>The contrast is normal or high.</source>
        <translation>对比度为标准或高。</translation>
    </message>
    <message>
        <source>Animations are normal or calm.</source>
        <translation>动画为标准或静。</translation>
    </message>
    <message>
        <source>Rehearsal: {name}</source>
        <translation>彩排：{name}</translation>
    </message>
    <message>
        <source>rehearsed, not on air</source>
        <translation>彩排，未播出</translation>
    </message>
    <message>
        <source>REHEARSAL</source>
        <translation>彩排</translation>
    </message>
    <message>
        <source>The host on the hall&apos;s screen and its voice in the hall, marked as a rehearsal; END leaves it</source>
        <translation>将数字人送上会场屏幕，声音送进会场，并标示为彩排；用“结束彩排”退出</translation>
    </message>
    <message>
        <source>The show is armed: DISARM it first, then rehearse.</source>
        <translation>已备播：请先“取消备播”，再彩排。</translation>
    </message>
    <message>
        <source>This is a rehearsal, and nothing is on air: END it, then ARM and GO LIVE.</source>
        <translation>这是彩排，并未播出：请先结束彩排，再按“备播”并“开始播出”。</translation>
    </message>
    <message>
        <source>{what} in a rehearsal</source>
        <translation>彩排中的{what}</translation>
    </message>
    <message>
        <source>rehearsal: {words}</source>
        <translation>彩排：{words}</translation>
    </message>
    <message>
        <source>still looking</source>
        <translation>仍在查看</translation>
    </message>
    <message>
        <source>The files that it answers by are being read: it is judged again at once.</source>
        <translation>正在读取它作答所依据的文件：读完立即重新判定。</translation>
    </message>
    <message>
        <source>{name} waits for {host}, who is still being loaded.</source>
        <translation>“{name}”正在等 {host} 载入。</translation>
    </message>
    <message>
        <source>the hall sees {name} now</source>
        <translation>现场现在看到 {name}</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Puts a talking host on the big screen of a hall.</source>
        <translation>让会说话的主持人站上会场的大屏幕。</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>显示这份说明后退出</translation>
    </message>
    <message>
        <source>speak this language instead of the settings&apos; own</source>
        <translation>改说这种语言，不用设置里的</translation>
    </message>
    <message>
        <source>let the bundled demo MC stand in for the microphone</source>
        <translation>用附带的演示主持人代替话筒</translation>
    </message>
    <message>
        <source>open the operator&apos;s console (also without a command)</source>
        <translation>打开操作台（不带命令也一样）</translation>
    </message>
    <message>
        <source>run the whole show unattended and report</source>
        <translation>无人操作跑完整场演出并报告</translation>
    </message>
    <message>
        <source>check this machine and say what to do</source>
        <translation>检查这台电脑，并说明该怎么做</translation>
    </message>
    <message>
        <source>the neural driver&apos;s files: list, fetch, import, verify</source>
        <translation>神经驱动的文件：列出、下载、导入、校验</translation>
    </message>
    <message>
        <source>make a film offline: an avatar speaks a sound file</source>
        <translation>离线制作视频：由数字人说出音频文件</translation>
    </message>
    <message>
        <source>make a host of a video or a photo</source>
        <translation>用视频或照片制作主持人</translation>
    </message>
    <message>
        <source>end the console, playout and engine</source>
        <translation>结束操作台、播出与绘图进程</translation>
    </message>
    <message>
        <source>measure, and write docs/MEASURED.md</source>
        <translation>测量，并写入 docs/MEASURED.md</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>同上</translation>
    </message>
    <message>
        <source>a preset file, or the name of a bundled one</source>
        <translation>预设文件，或附带预设的名称</translation>
    </message>
    <message>
        <source>a microphone&apos;s name, or a sound file fed as one in real time</source>
        <translation>话筒名称，或按实际速度充当话筒的音频文件</translation>
    </message>
    <message>
        <source>a loudspeaker&apos;s name</source>
        <translation>扬声器名称</translation>
    </message>
    <message>
        <source>the hall&apos;s screen: its connector or its whole key</source>
        <translation>会场屏幕：接口名称或完整标识</translation>
    </message>
    <message>
        <source>show the program in a window</source>
        <translation>在窗口里显示节目画面</translation>
    </message>
    <message>
        <source>push the program there; its key may stand in COMPERE_STREAM_1_KEY</source>
        <translation>将节目推流到此；密钥可放在 COMPERE_STREAM_1_KEY</translation>
    </message>
    <message>
        <source>record the program there</source>
        <translation>将节目录制保存到此处</translation>
    </message>
    <message>
        <source>how long to be LIVE</source>
        <translation>播出多少秒</translation>
    </message>
    <message>
        <source>program frames a second</source>
        <translation>节目每秒帧数</translation>
    </message>
    <message>
        <source>program size, as 1920x1080</source>
        <translation>节目画面大小，如 1920x1080</translation>
    </message>
    <message>
        <source>an avatar&apos;s id</source>
        <translation>数字人的代号</translation>
    </message>
    <message>
        <source>how the MC&apos;s voice reaches the hall</source>
        <translation>主持人的声音如何送到会场</translation>
    </message>
    <message>
        <source>the short lip delay</source>
        <translation>较短的口型延迟</translation>
    </message>
    <message>
        <source>as &quot;3.0 interrupt; 8.0 hold; 9.0 live; 10 say line.wav&quot;</source>
        <translation>例如 &quot;3.0 interrupt; 8.0 hold; 9.0 live; 10 say line.wav&quot;</translation>
    </message>
    <message>
        <source>write the figures here as JSON</source>
        <translation>把数据以 JSON 写到这里</translation>
    </message>
    <message>
        <source>as JSON</source>
        <translation>以 JSON 输出（英文）</translation>
    </message>
    <message>
        <source>what each file is for, its size, licence and source, and how it is</source>
        <translation>每个文件的用途、大小、许可、来源与状态</translation>
    </message>
    <message>
        <source>fetch what is missing; goes on where it was cut off</source>
        <translation>下载缺少的文件；中断处可续传</translation>
    </message>
    <message>
        <source>bring them in from a folder or a USB stick; nothing is fetched</source>
        <translation>从文件夹或 U 盘导入；不会联网下载</translation>
    </message>
    <message>
        <source>read every file to its end and compare its checksum</source>
        <translation>完整读过每个文件并比对校验码</translation>
    </message>
    <message>
        <source>make the small, approximate decoder from your own hosts</source>
        <translation>用自己的主持人制作小型的近似解码器</translation>
    </message>
    <message>
        <source>a mirror of the public hub</source>
        <translation>公开模型库的镜像站</translation>
    </message>
    <message>
        <source>also what the driver can do without</source>
        <translation>连可有可无的文件也下载</translation>
    </message>
    <message>
        <source>do not ask</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>of the training; more are better and take longer</source>
        <translation>训练步数；越多越好，也越久</translation>
    </message>
    <message>
        <source>learn from no face at all: for trying out</source>
        <translation>不用任何人脸来学：仅供试用</translation>
    </message>
    <message>
        <source>who speaks: an avatar&apos;s name or id</source>
        <translation>由谁来说：数字人的名称或代号</translation>
    </message>
    <message>
        <source>any sound file, or a video&apos;s sound</source>
        <translation>任何音频文件，或视频的声音</translation>
    </message>
    <message>
        <source>the film: .mp4, .mov, .mkv or .webm</source>
        <translation>视频文件：.mp4、.mov、.mkv 或 .webm</translation>
    </message>
    <message>
        <source>frames a second, 10 to 60, as 25 or 29.97; the avatar&apos;s own without</source>
        <translation>每秒帧数，10 到 60，如 25 或 29.97；不填则用数字人自己的</translation>
    </message>
    <message>
        <source>as 1280x720; the avatar&apos;s own without</source>
        <translation>例如 1280x720；不填则用数字人自己的</translation>
    </message>
    <message>
        <source>small, good, best, or a constant rate factor from 1 to 40</source>
        <translation>small、good、best，或 1 到 40 的固定质量系数</translation>
    </message>
    <message>
        <source>half precision; without it two runs give the same bits</source>
        <translation>半精度；不加时两次结果逐位相同</translation>
    </message>
    <message>
        <source>small is approximate, for --fast only</source>
        <translation>small 为近似，只能配合 --fast</translation>
    </message>
    <message>
        <source>graphics cards that take turns, as 0,1; cpu for the processor</source>
        <translation>轮流使用的显卡，如 0,1；cpu 表示用处理器</translation>
    </message>
    <message>
        <source>replace a film that is there</source>
        <translation>替换已有的视频</translation>
    </message>
    <message>
        <source>prepare a clip; goes on where it was stopped</source>
        <translation>准备一段视频；停下处可继续</translation>
    </message>
    <message>
        <source>prepare an avatar again, after other weights or an emptied cache</source>
        <translation>重新准备数字人，在换过权重或清空缓存之后</translation>
    </message>
    <message>
        <source>list prepared hosts that nobody wants any more, and delete them</source>
        <translation>列出不再需要的已备好主持人并删除</translation>
    </message>
    <message>
        <source>a video of up to a minute, or a photo</source>
        <translation>一分钟以内的视频，或一张照片</translation>
    </message>
    <message>
        <source>what the operator reads</source>
        <translation>操作员看到的名字</translation>
    </message>
    <message>
        <source>short name in presets; made of the name without</source>
        <translation>预设里的短代号；不填则由名称生成</translation>
    </message>
    <message>
        <source>under which the clip may be shown; asked for without</source>
        <translation>这段视频可公开播放的许可；不填则会询问</translation>
    </message>
    <message>
        <source>who made it; may be given more than once</source>
        <translation>制作者；可填多次</translation>
    </message>
    <message>
        <source>leave the clip where it is instead of copying it</source>
        <translation>视频留在原处，不复制</translation>
    </message>
    <message>
        <source>begin of the piece to use</source>
        <translation>取用片段的起点</translation>
    </message>
    <message>
        <source>end of the piece to use</source>
        <translation>取用片段的终点</translation>
    </message>
    <message>
        <source>which face, counted from the left</source>
        <translation>第几张脸，从左数起</translation>
    </message>
    <message>
        <source>the face box on the first frame, by hand</source>
        <translation>手动指定第一帧上的脸部框</translation>
    </message>
    <message>
        <source>cascade (always there), s3fd, rtmlib or mediapipe</source>
        <translation>cascade（一定有）、s3fd、rtmlib 或 mediapipe</translation>
    </message>
    <message>
        <source>auto, there-and-back or round</source>
        <translation>auto、there-and-back（来回）或 round（循环）</translation>
    </message>
    <message>
        <source>auto, drawn, or parsed (needs the parser&apos;s weights)</source>
        <translation>auto、drawn（描绘）或 parsed（需要解析模型）</translation>
    </message>
    <message>
        <source>of the drawn mask; see docs/AVATARS.md</source>
        <translation>描绘遮罩的数值；见 docs/AVATARS.md</translation>
    </message>
    <message>
        <source>another folder of models</source>
        <translation>另一个模型文件夹</translation>
    </message>
    <message>
        <source>the avatar&apos;s id</source>
        <translation>数字人的代号</translation>
    </message>
    <message>
        <source>which benches; all without</source>
        <translation>哪些测量；不填则全部</translation>
    </message>
    <message>
        <source>how long each live measurement lasts</source>
        <translation>每项播出测量多久</translation>
    </message>
    <message>
        <source>put the figures into docs/MEASURED.md</source>
        <translation>把数据写入 docs/MEASURED.md</translation>
    </message>
    <message>
        <source>error: the following arguments are required: {names}</source>
        <translation>错误：缺少必填的参数：{names}</translation>
    </message>
    <message>
        <source>error: argument {name}: invalid choice: {value} (choose from {choices})</source>
        <translation>错误：{name}：没有 {value} 这个选择（可选 {choices}）</translation>
    </message>
    <message>
        <source>error: argument {name}: invalid float value: {value}</source>
        <translation>错误：{name}：{value} 不是数字</translation>
    </message>
    <message>
        <source>error: argument {name}: invalid int value: {value}</source>
        <translation>错误：{name}：{value} 不是整数</translation>
    </message>
    <message>
        <source>error: argument {name}: expected one argument</source>
        <translation>错误：{name}：后面要有一个值</translation>
    </message>
    <message>
        <source>error: argument {name}: ignored explicit argument {value}</source>
        <translation>错误：{name}：不接受值 {value}</translation>
    </message>
    <message>
        <source>error: unrecognized arguments: {names}</source>
        <translation>错误：不认识的参数：{names}</translation>
    </message>
    <message>
        <source>error: ambiguous option: {name} could match {choices}</source>
        <translation>错误：{name} 不明确，可能是 {choices}</translation>
    </message>
    <message>
        <source>The output cannot be written ({fault}).</source>
        <translation>无法写出结果（{fault}）。</translation>
    </message>
    <message>
        <source>There is no display: log in to a desktop, or try the whole show unattended by `compere rehearse`.</source>
        <translation>没有显示环境：请登录桌面，或用 `compere rehearse` 无人操作试跑整场演出。</translation>
    </message>
    <message>
        <source>Ended: {parts}.</source>
        <translation>已结束：{parts}。</translation>
    </message>
    <message>
        <source>Compere is not running.</source>
        <translation>Compere 没有在运行。</translation>
    </message>
    <message>
        <source>understudy</source>
        <translation>备用绘图进程</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>紧急按键</translation>
    </message>
    <message>
        <source>The benches come with the source: run `compere bench` in a checkout of Compere.</source>
        <translation>测量程序随源代码提供：请在 Compere 的源代码文件夹里运行 `compere bench`。</translation>
    </message>
    <message>
        <source>The card is measured by itself: run `compere bench card` alone.</source>
        <translation>显卡要单独测量：请只运行 `compere bench card`。</translation>
    </message>
    <message>
        <source>&apos;{part}&apos; does not begin with a time in seconds: write &apos;3.0 interrupt&apos;.</source>
        <translation>“{part}”开头不是秒数：请写成 &apos;3.0 interrupt&apos;。</translation>
    </message>
    <message>
        <source>There is no action &apos;{name}&apos; in &apos;{part}&apos;: the actions are {names}.</source>
        <translation>“{part}”里没有“{name}”这个动作：可用的动作有 {names}。</translation>
    </message>
    <message>
        <source>There is no preset {name}: give a file, or one of the names in {path}.</source>
        <translation>没有预设 {name}：请给文件，或 {path} 里的名称。</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a size: write 1920x1080.</source>
        <translation>“{value}”不是画面大小：请写成 1920x1080。</translation>
    </message>
    <message>
        <source>There is one screen only, so the program is not shown: name it by --screen, or say --windowed.</source>
        <translation>只有一个屏幕，因此不显示节目画面：请用 --screen 指定，或加上 --windowed。</translation>
    </message>
    <message>
        <source>A Compere console is running already: end it with `compere stop` first.</source>
        <translation>已有一个 Compere 操作台在运行：请先用 `compere stop` 结束。</translation>
    </message>
    <message>
        <source>A show is running already: end it with `compere stop` first.</source>
        <translation>已有一场演出在进行：请先用 `compere stop` 结束。</translation>
    </message>
    <message>
        <source>A Compere console is running already: use that one, or end it with `compere stop`.</source>
        <translation>已有一个 Compere 操作台在运行：请用那一个，或用 `compere stop` 结束它。</translation>
    </message>
    <message>
        <source>The report cannot be written to {path} ({fault}).</source>
        <translation>报告无法写到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>Not ready in time:</source>
        <translation>未能及时就绪：</translation>
    </message>
    <message>
        <source>{rate} fps, {percent} % on time ({count} late)</source>
        <translation>每秒 {rate} 帧，{percent} % 准时（迟到 {count} 帧）</translation>
    </message>
    <message>
        <source>lip delay {lips}, skew {skew}, interval {interval}</source>
        <translation>口型延迟 {lips}，声画偏差 {skew}，间隔 {interval}</translation>
    </message>
    <message>
        <source>{at} s {name}: sound {sound}, picture {picture} ms</source>
        <translation>{at} 秒 {name}：声音 {sound}，画面 {picture} 毫秒</translation>
    </message>
    <message>
        <source>Models in {path}</source>
        <translation>{path} 里的模型</translation>
    </message>
    <message>
        <source>{what}. Licence: {found}.</source>
        <translation>{what}。许可：{found}。</translation>
    </message>
    <message>
        <source>{what} (not required). Licence: {found}.</source>
        <translation>{what}（非必需）。许可：{found}。</translation>
    </message>
    <message>
        <source>GOOD</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>ABSENT</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>TRUNCATED</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>DAMAGED</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>FOREIGN</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>Source: {path}</source>
        <translation>来源：{path}</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>非必需</translation>
    </message>
    <message>
        <source>{file} is good.</source>
        <translation>{file} 正常。</translation>
    </message>
    <message>
        <source>{size} of {whole}</source>
        <translation>{whole} 中的 {size}</translation>
    </message>
    <message>
        <source>Nothing is missing: all files of the neural driver are there.</source>
        <translation>没有缺少：神经驱动的文件都在。</translation>
    </message>
    <message>
        <source>Fetch {size} from {host} into {path}?</source>
        <translation>要从 {host} 下载 {size} 到 {path} 吗？</translation>
    </message>
    <message>
        <source>Say --yes to do it: nothing was fetched.</source>
        <translation>要下载请加上 --yes：尚未下载任何东西。</translation>
    </message>
    <message>
        <source>Stopped: the decoder is as it was before.</source>
        <translation>已停止：解码器保持原样。</translation>
    </message>
    <message>
        <source>The making ended without a word (code {code}): run `compere doctor`.</source>
        <translation>制作无故结束（代码 {code}）：请运行 `compere doctor`。</translation>
    </message>
    <message>
        <source>The small decoder is there. It is approximate: set decoder = &quot;small&quot; to use it, &quot;full&quot; to leave it.</source>
        <translation>小型解码器已备好。它是近似的：设置 decoder = &quot;small&quot; 使用它，&quot;full&quot; 则不用。</translation>
    </message>
    <message>
        <source>{name}: {level} dB against the whole decoder</source>
        <translation>{name}：与完整解码器相比 {level} dB</translation>
    </message>
    <message>
        <source>There is no avatar {name}: `compere avatar build` makes one.</source>
        <translation>没有数字人 {name}：可用 `compere avatar build` 制作。</translation>
    </message>
    <message>
        <source>Say by --licence under which licence the clip may be shown: nothing was built.</source>
        <translation>请用 --licence 说明这段视频以何种许可播放：尚未制作任何东西。</translation>
    </message>
    <message>
        <source>Under which licence may this clip be shown (as CC-BY-4.0, or &apos;only by us&apos;)?</source>
        <translation>这段视频以何种许可播放（如 CC-BY-4.0，或“仅限我们”）？</translation>
    </message>
    <message>
        <source>Delete {size}?</source>
        <translation>要删除 {size} 吗？</translation>
    </message>
    <message>
        <source>Say --yes to do it: nothing was deleted.</source>
        <translation>要删除请加上 --yes：尚未删除任何东西。</translation>
    </message>
    <message>
        <source>{count} of {whole} were deleted.</source>
        <translation>{whole} 项中删除了 {count} 项。</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Stopped: what is done is kept, and the same command goes on from there.</source>
        <translation>已停止：做好的都保留，同一命令会从那里继续。</translation>
    </message>
    <message>
        <source>The build ended without a word (code {code}): run `compere doctor`.</source>
        <translation>制作无故结束（代码 {code}）：请运行 `compere doctor`。</translation>
    </message>
    <message>
        <source>The avatar is in {path} (it was prepared already).</source>
        <translation>数字人在 {path}（先前已准备好）。</translation>
    </message>
    <message>
        <source>The avatar is in {path}.</source>
        <translation>数字人在 {path}。</translation>
    </message>
    <message>
        <source>{count} of {whole} frames in the loop, {order}; the face is {size} pixels wide, mask {mask}.</source>
        <translation>循环用了 {whole} 帧中的 {count} 帧，{order}；脸宽 {size} 像素，遮罩 {mask}。</translation>
    </message>
    <message>
        <source>With the small decoder the mouth is approximate: {level} dB against the whole one.</source>
        <translation>使用小型解码器时嘴部为近似：与完整的相比 {level} dB。</translation>
    </message>
    <message>
        <source>{path} (approximate: the small decoder)</source>
        <translation>{path}（近似：小型解码器）</translation>
    </message>
    <message>
        <source>picture {count} of {whole}</source>
        <translation>第 {count} 帧，共 {whole} 帧</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还要 {time}</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>WARN</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>FAIL</source>
        <translation>不行</translation>
    </message>
    <message>
        <source>Python and Qt</source>
        <translation>Python 与 Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Sound server</source>
        <translation>声音服务</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Avatars</source>
        <translation>数字人</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A show cannot run yet: see what is marked FAIL above ({n}).</source>
        <translation>还不能演出：请看上面标为“不行”的项目（{n} 项）。</translation>
    </message>
    <message>
        <source>A show can run; have a look at what is marked WARN above ({n}).</source>
        <translation>可以演出；请看一下上面标为“注意”的项目（{n} 项）。</translation>
    </message>
    <message>
        <source>Ready for a show.</source>
        <translation>可以演出了。</translation>
    </message>
    <message>
        <source>This could not be examined ({fault}).</source>
        <translation>这一项无法检查（{fault}）。</translation>
    </message>
    <message>
        <source>The rest of the report holds; please report this line.</source>
        <translation>其余的报告仍然有效；请上报这一行。</translation>
    </message>
    <message>
        <source>Python {version} is too old.</source>
        <translation>Python {version} 太旧。</translation>
    </message>
    <message>
        <source>Install Python 3.11 or newer and set up again with it.</source>
        <translation>请安装 Python 3.11 以上版本，再重新安装 Compere。</translation>
    </message>
    <message>
        <source>Python {version} lacks {names}.</source>
        <translation>Python {version} 缺少 {names}。</translation>
    </message>
    <message>
        <source>Run `python3 packaging/bootstrap.py run` once more.</source>
        <translation>请再运行一次 `python3 packaging/bootstrap.py run`。</translation>
    </message>
    <message>
        <source>Qt {version} loses references on Python {other} and aborts within seconds.</source>
        <translation>Qt {version} 在 Python {other} 上会在几秒内中止。</translation>
    </message>
    <message>
        <source>Run `python3 packaging/bootstrap.py run` once more. It takes 6.11.</source>
        <translation>请再运行一次 `python3 packaging/bootstrap.py run`，它会安装 6.11。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>没有缺少。</translation>
    </message>
    <message>
        <source>Then start Compere again.</source>
        <translation>然后重新启动 Compere。</translation>
    </message>
    <message>
        <source>Missing: {items}.</source>
        <translation>缺少：{items}。</translation>
    </message>
    <message>
        <source>Qt&apos;s drawing</source>
        <translation>Qt 绘图</translation>
    </message>
    <message>
        <source>the keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>finding fonts</source>
        <translation>查找字体</translation>
    </message>
    <message>
        <source>X windows</source>
        <translation>X 窗口</translation>
    </message>
    <message>
        <source>the keyboard under X</source>
        <translation>X 下的键盘</translation>
    </message>
    <message>
        <source>microphone and loudspeaker</source>
        <translation>话筒与扬声器</translation>
    </message>
    <message>
        <source>watching the sound server</source>
        <translation>监看声音服务</translation>
    </message>
    <message>
        <source>sound through PulseAudio or PipeWire</source>
        <translation>经 PulseAudio 或 PipeWire 的声音</translation>
    </message>
    <message>
        <source>Run: {command}</source>
        <translation>请运行：{command}</translation>
    </message>
    <message>
        <source>Install the packages that have them.</source>
        <translation>请安装含有它们的软件包。</translation>
    </message>
    <message>
        <source>All libraries that Qt and PortAudio load are there.</source>
        <translation>Qt 与 PortAudio 需要的库都在。</translation>
    </message>
    <message>
        <source>No Chinese, Japanese or Korean font: Chinese and Japanese come in the plain one that Compere brings, Korean captions would be empty boxes.</source>
        <translation>没有中日韩字体：中文与日文用 Compere 附带的朴素字体，韩文字幕会变成空框。</translation>
    </message>
    <message>
        <source>Install Noto Sans CJK.</source>
        <translation>请安装 Noto Sans CJK。</translation>
    </message>
    <message>
        <source>Chinese, Japanese and Korean captions can be drawn.</source>
        <translation>可以显示中文、日文与韩文字幕。</translation>
    </message>
    <message>
        <source>{size} MB free at {path}.</source>
        <translation>{path} 只有 {size} MB 可用。</translation>
    </message>
    <message>
        <source>{size} GB free at {path}.</source>
        <translation>{path} 有 {size} GB 可用。</translation>
    </message>
    <message>
        <source>{why} It takes {version}.</source>
        <translation>{why}需要 {version}。</translation>
    </message>
    <message>
        <source>The Microsoft Visual C++ runtime is missing: install &apos;vc_redist.x64.exe&apos; from {path} and run the same command again.</source>
        <translation>缺少 Microsoft Visual C++ 运行库：请从 {path} 安装 &apos;vc_redist.x64.exe&apos;，再运行同一命令。</translation>
    </message>
    <message>
        <source>Compere needs macOS 13 or newer; this is {version}.</source>
        <translation>Compere 需要 macOS 13 以上；目前是 {version}。</translation>
    </message>
    <message>
        <source>Mend the file, or choose again in the window: the old file is kept beside it.</source>
        <translation>请修正文件，或在窗口里重新选择：旧文件会留在旁边。</translation>
    </message>
    <message>
        <source>{path} is good.</source>
        <translation>{path} 正常。</translation>
    </message>
    <message>
        <source>None yet; defaults are used until something is chosen ({path}).</source>
        <translation>还没有；选择之前使用默认值（{path}）。</translation>
    </message>
    <message>
        <source>{n}: {names}.</source>
        <translation>{n} 个：{names}。</translation>
    </message>
    <message>
        <source>None that can be used in {path}.</source>
        <translation>{path} 里没有可用的。</translation>
    </message>
    <message>
        <source>Install Compere again: two come with it.</source>
        <translation>请重新安装 Compere：附带两个。</translation>
    </message>
    <message>
        <source>Mend the folder or take it away; the others are not touched by it.</source>
        <translation>请修正或移走那个文件夹；其他的不受影响。</translation>
    </message>
    <message>
        <source>The settings name “{name}”, which is not there.</source>
        <translation>设置里指定的“{name}”不在。</translation>
    </message>
    <message>
        <source>Choose another in the window.</source>
        <translation>请在窗口里另选一个。</translation>
    </message>
    <message>
        <source>Mend {path}, or take it away; the others are not touched by it.</source>
        <translation>请修正或移走 {path}；其他的不受影响。</translation>
    </message>
    <message>
        <source>Preset {name} names {file}, which is not in {path}.</source>
        <translation>预设 {name} 用到的 {file} 不在 {path} 里。</translation>
    </message>
    <message>
        <source>Preset {name} names the avatar “{avatar}”, which is not there.</source>
        <translation>预设 {name} 用到的数字人“{avatar}”不在。</translation>
    </message>
    <message>
        <source>{n} in {path}: {names}.</source>
        <translation>{path} 里有 {n} 个：{names}。</translation>
    </message>
    <message>
        <source>None: the window&apos;s own choices make the show.</source>
        <translation>没有：演出用窗口里的选择。</translation>
    </message>
    <message>
        <source>No PulseAudio or PipeWire answers: sound goes straight through ALSA, which one program can use at a time.</source>
        <translation>PulseAudio 与 PipeWire 都没有响应：声音直接走 ALSA，一次只能给一个程序用。</translation>
    </message>
    <message>
        <source>Log in to a desktop session, or start PipeWire; then run `compere doctor` again.</source>
        <translation>请登录桌面，或启动 PipeWire；再运行一次 `compere doctor`。</translation>
    </message>
    <message>
        <source>None is there.</source>
        <translation>一个都没有。</translation>
    </message>
    <message>
        <source>Plug in the microphone or the mixer&apos;s USB cable; until then the bundled demo MC can stand in.</source>
        <translation>请接上话筒或调音台的 USB 线；在那之前可用附带的演示主持人代替。</translation>
    </message>
    <message>
        <source>Plug in the microphone or the mixer&apos;s USB cable, or choose another in the window. Compere takes no other by itself.</source>
        <translation>请接上话筒或调音台的 USB 线，或在窗口里另选一个。Compere 不会自己换别的。</translation>
    </message>
    <message>
        <source>Plug in the sound card that feeds the hall; until then nothing is heard.</source>
        <translation>请接上送往会场的声卡；在那之前不会有声音。</translation>
    </message>
    <message>
        <source>Plug in the sound card that feeds the hall, or choose another in the window. Compere takes no other by itself.</source>
        <translation>请接上送往会场的声卡，或在窗口里另选一个。Compere 不会自己换别的。</translation>
    </message>
    <message>
        <source>“{name}”, which the settings name, is missing. There are {names}.</source>
        <translation>设置里指定的“{name}”不在。现有 {names}。</translation>
    </message>
    <message>
        <source>{names}; “{name}” is chosen.</source>
        <translation>{names}；已选择“{name}”。</translation>
    </message>
    <message>
        <source>“{name}”, which the settings name, has {n} channels, and channel {channel} is chosen.</source>
        <translation>设置指定的“{name}”只有 {n} 个通道，但选的是通道 {channel}。</translation>
    </message>
    <message>
        <source>Connect the device that has it, or choose another channel in SETTINGS. Compere takes no other by itself.</source>
        <translation>请接上有这个通道的设备，或在“设置”里另选通道。Compere 不会自己换别的。</translation>
    </message>
    <message>
        <source>{names}; the system&apos;s own choice is “{name}”.</source>
        <translation>{names}；系统默认是“{name}”。</translation>
    </message>
    <message>
        <source>{name} at {rate} Hz</source>
        <translation>{name}，{rate} Hz</translation>
    </message>
    <message>
        <source>{name} at {rate} Hz, the main one</source>
        <translation>{name}，{rate} Hz，主屏幕</translation>
    </message>
    <message>
        <source>{name} at {rate} Hz.</source>
        <translation>{name}，{rate} Hz。</translation>
    </message>
    <message>
        <source>{name} at {rate} Hz, the main one.</source>
        <translation>{name}，{rate} Hz，主屏幕。</translation>
    </message>
    <message>
        <source>Qt sees none.</source>
        <translation>Qt 找不到屏幕。</translation>
    </message>
    <message>
        <source>Connect a screen and log in to a desktop.</source>
        <translation>请接上屏幕并登录桌面。</translation>
    </message>
    <message>
        <source>There is only this one: the hall&apos;s picture needs a screen of its own.</source>
        <translation>只有这一个：会场的画面需要自己的屏幕。</translation>
    </message>
    <message>
        <source>Connect the projector as an extended, not a mirrored, display; or choose the window as the screen, to try things out.</source>
        <translation>请把投影机接成扩展（而非镜像）显示；试用时也可选择窗口当屏幕。</translation>
    </message>
    <message>
        <source>{what} is small for a hall.</source>
        <translation>{what} 对会场来说太小。</translation>
    </message>
    <message>
        <source>Set the projector&apos;s own resolution in the system&apos;s display settings.</source>
        <translation>请在系统的显示设置里选投影机的原生分辨率。</translation>
    </message>
    <message>
        <source>PortAudio gives no answer: {why}.</source>
        <translation>PortAudio 没有响应：{why}。</translation>
    </message>
    <message>
        <source>Run `python3 packaging/bootstrap.py run` once, which sees to the libraries; then restart the sound server or this computer.</source>
        <translation>请运行一次 `python3 packaging/bootstrap.py run` 来补齐库；再重新启动声音服务或这台电脑。</translation>
    </message>
    <message>
        <source>There is no display: this session has no desktop.</source>
        <translation>没有显示环境：这个会话没有桌面。</translation>
    </message>
    <message>
        <source>Log in to a desktop on this machine; `compere rehearse` runs a show without one.</source>
        <translation>请在这台电脑登录桌面；`compere rehearse` 不需桌面也能试跑。</translation>
    </message>
    <message>
        <source>Qt cannot open the display: {why}.</source>
        <translation>Qt 无法打开显示：{why}。</translation>
    </message>
    <message>
        <source>Log in to a desktop on this machine, and run `python3 packaging/bootstrap.py run` once, which sees to the libraries.</source>
        <translation>请在这台电脑登录桌面，并运行一次 `python3 packaging/bootstrap.py run` 来补齐库。</translation>
    </message>
    <message>
        <source>it could not be asked: {fault}</source>
        <translation>无法询问：{fault}</translation>
    </message>
    <message>
        <source>could not connect to display</source>
        <translation>连不上显示环境</translation>
    </message>
    <message>
        <source>could not connect to display {name}</source>
        <translation>连不上显示环境 {name}</translation>
    </message>
    <message>
        <source>PortAudio cannot be loaded ({fault})</source>
        <translation>PortAudio 无法加载（{fault}）</translation>
    </message>
    <message>
        <source>it crashed with signal {n}</source>
        <translation>崩溃了（信号 {n}）</translation>
    </message>
    <message>
        <source>it crashed with signal {n}: {last}</source>
        <translation>崩溃了（信号 {n}）：{last}</translation>
    </message>
    <message>
        <source>Run `compere models import` or `compere models fetch` again.</source>
        <translation>请再运行一次 `compere models import` 或 `compere models fetch`。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>no stream</source>
        <translation>没有推流</translation>
    </message>
    <message>
        <source>no recording</source>
        <translation>没有录制</translation>
    </message>
    <message>
        <source>{name} needs a stream, and none is on air: start it in OUTPUTS.</source>
        <translation>“{name}”需要推流，但目前没有任何一路在直播：请在“输出”开始。</translation>
    </message>
    <message>
        <source>{name} needs the recording, and it is not running: start it in OUTPUTS.</source>
        <translation>“{name}”需要录制，但目前没有在录：请在“输出”开始。</translation>
    </message>
    <message>
        <source>{name} needs it: start it in OUTPUTS.</source>
        <translation>“{name}”需要：请在“输出”开始。</translation>
    </message>
    <message>
        <source>neither runs</source>
        <translation>两者都没有</translation>
    </message>
    <message>
        <source>{name} needs a stream and the recording, and neither is on air: start them in OUTPUTS.</source>
        <translation>“{name}”需要推流与录制，但两者都没有开始：请在“输出”开始。</translation>
    </message>
    <message>
        <source>This computer is too slow for it: {percent} % of the pictures are missing. Stop another output, or choose a smaller size in STANDBY.</source>
        <translation>这台电脑跟不上：缺少 {percent} % 的画面。请停止其他输出，或在 STANDBY 时选较小的尺寸。</translation>
    </message>
    <message>
        <source>not as it should be</source>
        <translation>状态不正常</translation>
    </message>
    <message>
        <source>room for {n} min of recording</source>
        <translation>还能录 {n} 分钟</translation>
    </message>
    <message>
        <source>Make room on the disk, or choose another folder in EDIT, SETTINGS.</source>
        <translation>请清理磁盘空间，或在“编辑”›“设置”选择其他文件夹。</translation>
    </message>
    <message>
        <source>{n} on air, recording</source>
        <translation>{n} 路直播中，录制中</translation>
    </message>
    <message>
        <source>{n} on air</source>
        <translation>{n} 路直播中</translation>
    </message>
    <message>
        <source>none started</source>
        <translation>都未启动</translation>
    </message>
    <message>
        <source>half its size</source>
        <translation>只有一半大</translation>
    </message>
    <message>
        <source>KEY BESIDE fills a screen twice as wide, as 3840×1080: set the card so.</source>
        <translation>“并排 KEY”需要两倍宽的屏幕，例如 3840×1080：请在显卡里设置。</translation>
    </message>
    <message>
        <source>folder is not there</source>
        <translation>文件夹不在</translation>
    </message>
    <message>
        <source>Plug in the disk of the recordings, or choose another folder in EDIT, SETTINGS.</source>
        <translation>请接上录制用的磁盘，或在“编辑”›“设置”选择其他文件夹。</translation>
    </message>
    <message>
        <source>slow network</source>
        <translation>网络太慢</translation>
    </message>
    <message>
        <source>The server takes less than is sent: free the network, or lower the bit rate.</source>
        <translation>服务器收得比送得少：请让出网络，或调低码率。</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>Wait until it is on air.</source>
        <translation>请等它开始直播。</translation>
    </message>
    <message>
        <source>Encoding failed inside Compere ({fault}): press Retry.</source>
        <translation>Compere 内部编码失败（{fault}）：请按“重试”。</translation>
    </message>
    <message>
        <source>SRT knows no {name} here: behind the ? may stand {list}.</source>
        <translation>SRT 在这里不认得 {name}：? 之后可以写 {list}。</translation>
    </message>
    <message>
        <source>There are streams 1 to {most}: name one of them, or none for all.</source>
        <translation>推流编号为 1 到 {most}：请指定一路，不指定即为全部。</translation>
    </message>
    <message>
        <source>Stream {number} has no address: EDIT, SETTINGS, Streams.</source>
        <translation>推流 {number} 没有地址：请到“编辑”›“设置”›“推流”输入。</translation>
    </message>
    <message>
        <source>There is no stream with an address: EDIT, SETTINGS, Streams.</source>
        <translation>没有任何一路推流设了地址：请到“编辑”›“设置”›“推流”输入。</translation>
    </message>
    <message>
        <source>No stream is waiting.</source>
        <translation>没有推流在等待重试。</translation>
    </message>
    <message>
        <source>Playout is not running.</source>
        <translation>播出程序没有在运行。</translation>
    </message>
    <message>
        <source>{platform} takes at most {most} kb/s of picture, and {set} are set: lower the streams&apos; bit rate.</source>
        <translation>{platform} 的画面最多 {most} kb/s，目前设为 {set}：请调低推流码率。</translation>
    </message>
    <message>
        <source>Stream {number} has no key, and its address has none either: EDIT, SETTINGS, Streams.</source>
        <translation>推流 {number} 没有推流密钥，地址里也没有：请到“编辑”›“设置”›“推流”输入。</translation>
    </message>
    <message>
        <source>This is not a stream&apos;s address: it is as rtmp://host/app, rtmps://host/app or srt://host:port.</source>
        <translation>这不是推流地址：格式是 rtmp://主机/应用、rtmps://主机/应用，或 srt://主机:端口。</translation>
    </message>
    <message>
        <source>An SRT passphrase has {least} to {most} characters.</source>
        <translation>SRT 口令须有 {least} 到 {most} 个字符。</translation>
    </message>
    <message>
        <source>SRT needs the program ffmpeg with SRT in it, and this computer has none: install it, or use RTMP.</source>
        <translation>SRT 需要支持 SRT 的 ffmpeg 程序，而这台电脑没有：请安装，或改用 RTMP。</translation>
    </message>
    <message>
        <source>Nobody answers at {host} by SRT: is the receiver listening, and is its port right?</source>
        <translation>{host} 没有 SRT 应答：接收端是否在监听、端口是否正确？</translation>
    </message>
    <message>
        <source>The receiver does not accept the passphrase: it must be the same here and there.</source>
        <translation>接收端不接受这个口令：两边必须相同。</translation>
    </message>
    <message>
        <source>The server {host} cannot be found: is the network up, and is its name right?</source>
        <translation>找不到服务器 {host}：网络通吗？名称对吗？</translation>
    </message>
    <message>
        <source>The server {host} refuses the connection: is it running?</source>
        <translation>服务器 {host} 拒绝连接：它在运行吗？</translation>
    </message>
    <message>
        <source>The server {host} does not answer.</source>
        <translation>服务器 {host} 没有响应。</translation>
    </message>
    <message>
        <source>The server {host} does not speak TLS as it should ({fault}).</source>
        <translation>服务器 {host} 的 TLS 不符规定（{fault}）。</translation>
    </message>
    <message>
        <source>The server {host} closes the connection: is it an RTMP server?</source>
        <translation>服务器 {host} 断开了连接：它是 RTMP 服务器吗？</translation>
    </message>
    <message>
        <source>The server {host} takes the connection and says nothing.</source>
        <translation>服务器 {host} 接受了连接，却没有任何响应。</translation>
    </message>
    <message>
        <source>The server closes the connection: is the stream&apos;s key right, and is the stream open there?</source>
        <translation>服务器断开了连接：推流密钥对吗？平台上的直播开了吗？</translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>与服务器的连接中断了。</translation>
    </message>
    <message>
        <source>The server takes nothing any more.</source>
        <translation>服务器不再接收任何数据。</translation>
    </message>
    <message>
        <source>This computer has no encoder that works: {fault}.</source>
        <translation>这台电脑没有可用的编码器：{fault}。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({fault}): the recording goes on in {following}.</source>
        <translation>无法写入文件夹 {folder}（{fault}）：录制改存到 {following}。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({fault}): choose another in EDIT, SETTINGS, Recording.</source>
        <translation>无法写入文件夹 {folder}（{fault}）：请到“编辑”›“设置”›“录制”另选。</translation>
    </message>
    <message>
        <source>The disk of the recording is full: it goes on in {folder}.</source>
        <translation>录制的磁盘满了：接着录到 {folder}。</translation>
    </message>
    <message>
        <source>The disk of the recording is full: free some space, or choose a second folder in EDIT, SETTINGS, Recording.</source>
        <translation>录制的磁盘满了：请腾出空间，或到“编辑”›“设置”›“录制”选第二个文件夹。</translation>
    </message>
    <message>
        <source>The disk of the recording is full in {minutes} minutes.</source>
        <translation>录制的磁盘 {minutes} 分钟后就满了。</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>STREAM LOST</source>
        <translation>推流中断</translation>
    </message>
    <message>
        <source>Wait: it is tried again without end; or press RETRY NOW.</source>
        <translation>请稍候：会一直重试；或按“立即重试”。</translation>
    </message>
    <message>
        <source>stream {number} on air: {place}</source>
        <translation>推流 {number} 直播中：{place}</translation>
    </message>
    <message>
        <source>stream {number} stopped</source>
        <translation>推流 {number} 已停止</translation>
    </message>
    <message>
        <source>stream {number} lost: {why}</source>
        <translation>推流 {number} 中断：{why}</translation>
    </message>
    <message>
        <source>recording: {path}</source>
        <translation>录制：{path}</translation>
    </message>
    <message>
        <source>recording closed: {path}</source>
        <translation>录制已保存：{path}</translation>
    </message>
    <message>
        <source>STREAM</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>Push the program to the stream&apos;s server; the hall does not notice</source>
        <translation>把节目推到直播服务器；现场不受影响</translation>
    </message>
    <message>
        <source>STOP STREAM</source>
        <translation>停止推流</translation>
    </message>
    <message>
        <source>End the stream; the hall goes on</source>
        <translation>结束推流；现场照常</translation>
    </message>
    <message>
        <source>RETRY NOW</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Do not wait for the next attempt to reach the stream&apos;s server</source>
        <translation>不等下一次，立刻重新连接直播服务器</translation>
    </message>
    <message>
        <source>RECORD</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Record the program, as the hall sees and hears it</source>
        <translation>录下节目，与现场看到、听到的相同</translation>
    </message>
    <message>
        <source>STOP RECORDING</source>
        <translation>停止录制</translation>
    </message>
    <message>
        <source>Close the recording&apos;s file; the hall goes on</source>
        <translation>关闭录制文件；现场照常</translation>
    </message>
</context>
</TS>
