<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>ActionRow</name>
    <message>
        <source>ARM</source>
        <translation>備妥</translation>
    </message>
    <message>
        <source>DISARM</source>
        <translation>解除備妥</translation>
    </message>
    <message>
        <source>GO LIVE</source>
        <translation>開始播出</translation>
    </message>
    <message>
        <source>BACK TO LIVE</source>
        <translation>恢復播出</translation>
    </message>
    <message>
        <source>END SHOW</source>
        <translation>結束演出</translation>
    </message>
    <message>
        <source>INTERRUPT</source>
        <translation>打斷</translation>
    </message>
    <message>
        <source>HOLD</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>PANIC</source>
        <translation>緊急切黑</translation>
    </message>
    <message>
        <source>LEAVE PANIC</source>
        <translation>解除緊急</translation>
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
        <translation>上場：{words}</translation>
    </message>
    <message>
        <source>END REHEARSAL</source>
        <translation>結束彩排</translation>
    </message>
    <message>
        <source>GO ON</source>
        <translation>繼續</translation>
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
        <translation>依序詢問</translation>
    </message>
    <message>
        <source>GROQ</source>
        <translation>GROQ</translation>
    </message>
    <message>
        <source>Groq&apos;s Whisper hears: needs its key</source>
        <translation>由 Groq 的 Whisper 聽寫：需要金鑰</translation>
    </message>
    <message>
        <source>SERVER</source>
        <translation>伺服器</translation>
    </message>
    <message>
        <source>Your own server hears: SETTINGS, ANSWERS</source>
        <translation>由您自己的伺服器聽寫：見「設定」›「問答」</translation>
    </message>
    <message>
        <source>Whisper on this machine hears: SETTINGS, HEARING</source>
        <translation>由本機的 Whisper 聽寫：見「設定」›「聽寫」</translation>
    </message>
    <message>
        <source>LOCAL</source>
        <translation>本機</translation>
    </message>
    <message>
        <source>Heard by</source>
        <translation>聽寫者</translation>
    </message>
    <message>
        <source>FACTS</source>
        <translation>參考資料</translation>
    </message>
    <message>
        <source>The sheet below answers: at once, and with no network</source>
        <translation>由下方的參考資料回答：立即，且不需網路</translation>
    </message>
    <message>
        <source>Groq&apos;s language model answers: needs its key</source>
        <translation>由 Groq 的語言模型回答：需要金鑰</translation>
    </message>
    <message>
        <source>Your own server answers: SETTINGS, ANSWERS</source>
        <translation>由您自己的伺服器回答：見「設定」›「問答」</translation>
    </message>
    <message>
        <source>Answers when it is set up</source>
        <translation>設定好之後就會回答</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>回答者</translation>
    </message>
    <message>
        <source>What it answers</source>
        <translation>回答什麼</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>參考資料</translation>
    </message>
    <message>
        <source>More facts</source>
        <translation>補充資料</translation>
    </message>
    <message>
        <source>Markdown: “## a question”, and its answer below</source>
        <translation>Markdown：「## 問題」，下面寫答案</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>角色設定</translation>
    </message>
    <message>
        <source>who the avatar is when it answers</source>
        <translation>虛擬人回答時的身分</translation>
    </message>
    <message>
        <source>that of the question</source>
        <translation>與提問相同</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Mandarin, Taiwan</source>
        <translation>國語（台灣）</translation>
    </message>
    <message>
        <source>Mandarin, mainland</source>
        <translation>普通話（中國大陸）</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粵語</translation>
    </message>
    <message>
        <source>What it answers in, and what questions by voice are expected in</source>
        <translation>回答所用的語言，也是語音提問預期的語言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最長</translation>
    </message>
    <message>
        <source>The longest answer, as it is spoken</source>
        <translation>說出來的回答最長多久</translation>
    </message>
    <message>
        <source>Before the hall hears it</source>
        <translation>會場聽到之前</translation>
    </message>
    <message>
        <source>AUTO</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>What the word lists let through is spoken at once</source>
        <translation>通過字詞表檢查的就直接說出</translation>
    </message>
    <message>
        <source>FIRST</source>
        <translation>先通過</translation>
    </message>
    <message>
        <source>Nothing is spoken before you approve it</source>
        <translation>未經您通過，一句都不說</translation>
    </message>
    <message>
        <source>Each sentence waits for a press of its own</source>
        <translation>每一句都要按一次才說</translation>
    </message>
    <message>
        <source>EACH</source>
        <translation>逐句通過</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>通過方式</translation>
    </message>
    <message>
        <source>IT WAITS</source>
        <translation>繼續等</translation>
    </message>
    <message>
        <source>It waits until you come</source>
        <translation>一直等到您處理</translation>
    </message>
    <message>
        <source>SAFE LINE</source>
        <translation>安全句</translation>
    </message>
    <message>
        <source>The safe line is spoken in its place</source>
        <translation>改說安全句</translation>
    </message>
    <message>
        <source>DROP</source>
        <translation>捨棄</translation>
    </message>
    <message>
        <source>It is rejected</source>
        <translation>直接退回</translation>
    </message>
    <message>
        <source>If no hand comes</source>
        <translation>無人處理時</translation>
    </message>
    <message>
        <source>How long an answer waits for your hand; while you write it waits on</source>
        <translation>回答等您多久；您在輸入時會繼續等</translation>
    </message>
    <message>
        <source>… after</source>
        <translation>… 等候</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>禁用字詞表</translation>
    </message>
    <message>
        <source>Never said</source>
        <translation>不可說出</translation>
    </message>
    <message>
        <source>names that must not be said, one on a line</source>
        <translation>不可說出的名字，一行一個</translation>
    </message>
    <message>
        <source>Always at hand</source>
        <translation>隨時可用</translation>
    </message>
    <message>
        <source>Safe line</source>
        <translation>安全句</translation>
    </message>
    <message>
        <source>what may always be said in place of an answer</source>
        <translation>隨時可用來代替回答的話</translation>
    </message>
    <message>
        <source>Stand-by line</source>
        <translation>墊場句</translation>
    </message>
    <message>
        <source>said while the answer is being made</source>
        <translation>準備回答時說的話</translation>
    </message>
</context>
<context>
    <name>AudioPart</name>
    <message>
        <source>Audio</source>
        <translation>音訊</translation>
    </message>
    <message>
        <source>Momentary loudness</source>
        <translation>瞬時響度</translation>
    </message>
    <message>
        <source>Mute the microphone</source>
        <translation>麥克風靜音</translation>
    </message>
    <message>
        <source>Mute the avatar&apos;s voice</source>
        <translation>虛擬人聲音靜音</translation>
    </message>
    <message>
        <source>MC mic</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>虛擬人</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>會場</translation>
    </message>
    <message>
        <source>Peak in dBFS, loudness as the thin bar; press to take the clip light back</source>
        <translation>峰值（dBFS），細條為響度；按一下可熄滅爆音燈</translation>
    </message>
    <message>
        <source>MUTED</source>
        <translation>已靜音</translation>
    </message>
    <message>
        <source>MISSING</source>
        <translation>斷線</translation>
    </message>
    <message>
        <source>mic {mic} · hall {hall} LUFS</source>
        <translation>麥 {mic} · 會場 {hall} LUFS</translation>
    </message>
    <message>
        <source>MUTE</source>
        <translation>靜音</translation>
    </message>
</context>
<context>
    <name>AvatarButton</name>
    <message>
        <source>Avatar {name}</source>
        <translation>虛擬人 {name}</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>未就緒</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>準備中</translation>
    </message>
</context>
<context>
    <name>AvatarsPage</name>
    <message>
        <source>Add an avatar folder…</source>
        <translation>加入虛擬人資料夾…</translation>
    </message>
    <message>
        <source>It is checked, and copied to your own avatars; a bad one is refused with a reason</source>
        <translation>會先檢查，再複製到您自己的虛擬人資料夾；不合格的會說明原因並拒絕</translation>
    </message>
    <message>
        <source>From a video…</source>
        <translation>用影片製作…</translation>
    </message>
    <message>
        <source>Make a host of a video or a photo; needs the neural driver&apos;s files</source>
        <translation>用影片或照片製作主持人；需要神經驅動的檔案</translation>
    </message>
    <message>
        <source>CLEAR OLD HOSTS</source>
        <translation>清除舊虛擬人</translation>
    </message>
    <message>
        <source>Prepared hosts take {size}; besides, {old} of them are old and take {more}.</source>
        <translation>已準備的虛擬人佔用 {size}；另有 {old} 份舊資料，佔用 {more}。</translation>
    </message>
    <message>
        <source>Prepared hosts take {size} on the disk.</source>
        <translation>已準備的虛擬人佔用磁碟 {size}。</translation>
    </message>
</context>
<context>
    <name>BookRow</name>
    <message>
        <source>Listen to this name</source>
        <translation>試聽這個名字</translation>
    </message>
    <message>
        <source>Take this name out</source>
        <translation>移除這個名字</translation>
    </message>
</context>
<context>
    <name>BoxView</name>
    <message>
        <source>Face box</source>
        <translation>臉框</translation>
    </message>
    <message>
        <source>Drag the box: from the brow to just below the chin, cheek to cheek</source>
        <translation>拖曳方框：上到額頭，下到下巴，左右到臉頰</translation>
    </message>
</context>
<context>
    <name>BuildPage</name>
    <message>
        <source>MAKE</source>
        <translation>製作</translation>
    </message>
    <message>
        <source>Prepare every picture; goes on where it was stopped</source>
        <translation>準備每個畫面；會從停下處繼續</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; the next time goes on from there</source>
        <translation>停止；下次從那裡繼續</translation>
    </message>
    <message>
        <source>CLOSE</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Back to the avatars</source>
        <translation>回到虛擬人</translation>
    </message>
    <message>
        <source>No face was found on the first picture: draw the box by hand.</source>
        <translation>第一個畫面找不到臉：請手動畫框。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>what the operator reads</source>
        <translation>操作員看到的名字</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>under which the clip may be shown, as CC-BY-4.0</source>
        <translation>影片可依何種授權播放，例如 CC-BY-4.0</translation>
    </message>
    <message>
        <source>Mask width</source>
        <translation>遮罩寬度</translation>
    </message>
    <message>
        <source>Of the jaw, as a part of the box&apos;s width</source>
        <translation>下顎寬度，佔框寬的比例</translation>
    </message>
    <message>
        <source>Mask height</source>
        <translation>遮罩高度</translation>
    </message>
    <message>
        <source>From the box&apos;s lower edge up</source>
        <translation>從框的下緣往上</translation>
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
        <translation>柔邊</translation>
    </message>
    <message>
        <source>Width of the rim in which old and new are mixed</source>
        <translation>新舊畫面混合的邊緣寬度</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>臉</translation>
    </message>
    <message>
        <source>Which one, counted from the left; 0 when there is only one</source>
        <translation>從左數第幾張；只有一張時填 0</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Begin of the piece of the clip</source>
        <translation>片段的開頭</translation>
    </message>
    <message>
        <source>To</source>
        <translation>迄</translation>
    </message>
    <message>
        <source>Its end; 0 is the clip&apos;s</source>
        <translation>片段的結尾；0 表示到影片結尾</translation>
    </message>
</context>
<context>
    <name>ChannelPicker</name>
    <message>
        <source>While it is lit, a press adds a channel to those that are heard, or takes it away</source>
        <translation>亮著時，按一下就加上一個聲道，或把它拿掉</translation>
    </message>
    <message>
        <source>ADD</source>
        <translation>加選</translation>
    </message>
    <message>
        <source>Channel {n}</source>
        <translation>聲道 {n}</translation>
    </message>
    <message>
        <source>Channel {n} is chosen, and this device has {count}</source>
        <translation>選的是聲道 {n}，但這個裝置只有 {count} 個</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>no colour</source>
        <translation>無顏色</translation>
    </message>
</context>
<context>
    <name>DeviceSettings</name>
    <message>
        <source>Microphone</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>The MC&apos;s microphone</source>
        <translation>主持人的麥克風</translation>
    </message>
    <message>
        <source>All {n} channels are mixed: press the one that the MC is on</source>
        <translation>全部 {n} 個聲道混在一起：請按主持人所在的那一個</translation>
    </message>
    <message>
        <source>MC on channel {n}</source>
        <translation>主持人在聲道 {n}</translation>
    </message>
    <message>
        <source>MC on channels {list}, added together</source>
        <translation>主持人在聲道 {list}，相加</translation>
    </message>
    <message>
        <source>MIX OF ALL</source>
        <translation>全部混合</translation>
    </message>
    <message>
        <source>All channels at once, as the system mixes them</source>
        <translation>所有聲道一起，由系統混合</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>喇叭</translation>
    </message>
    <message>
        <source>Where the program&apos;s sound goes</source>
        <translation>節目聲音送往哪裡</translation>
    </message>
    <message>
        <source>The hall in stereo, as the system maps it</source>
        <translation>會場走立體聲，由系統分配</translation>
    </message>
    <message>
        <source>The hall on channel {n}</source>
        <translation>會場在聲道 {n}</translation>
    </message>
    <message>
        <source>The hall on channels {list}</source>
        <translation>會場在聲道 {list}</translation>
    </message>
    <message>
        <source>SYSTEM&apos;S STEREO</source>
        <translation>系統立體聲</translation>
    </message>
    <message>
        <source>The system puts the hall&apos;s sound where it puts all stereo</source>
        <translation>系統把會場聲音放在一般立體聲的位置</translation>
    </message>
    <message>
        <source>No feed: press the channel for in-ear monitors, a recorder or the press</source>
        <translation>沒有輔助輸出：給耳內監聽、錄音或媒體，請按聲道</translation>
    </message>
    <message>
        <source>The feed on channel {n}</source>
        <translation>輔助輸出在聲道 {n}</translation>
    </message>
    <message>
        <source>The feed on channels {list}</source>
        <translation>輔助輸出在聲道 {list}</translation>
    </message>
    <message>
        <source>NO FEED</source>
        <translation>不用輔助輸出</translation>
    </message>
    <message>
        <source>No second sound on this device</source>
        <translation>這個裝置不送第二路聲音</translation>
    </message>
    <message>
        <source>Hall screen</source>
        <translation>會場螢幕</translation>
    </message>
    <message>
        <source>The screen that the hall sees</source>
        <translation>會場觀眾看到的螢幕</translation>
    </message>
    <message>
        <source>green</source>
        <translation>綠</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>藍</translation>
    </message>
    <message>
        <source>magenta</source>
        <translation>洋紅</translation>
    </message>
    <message>
        <source>Settings: {name}</source>
        <translation>設定：{name}</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未選擇</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未連接</translation>
    </message>
</context>
<context>
    <name>DraftPart</name>
    <message>
        <source>held</source>
        <translation>攔下</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待通過</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已通過</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>已播出</translation>
    </message>
    <message>
        <source>Other words for this sentence</source>
        <translation>改寫這一句</translation>
    </message>
    <message>
        <source>speaking</source>
        <translation>說話中</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>撰寫中</translation>
    </message>
    <message>
        <source>RELEASE</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Speak this held sentence all the same</source>
        <translation>仍然說出這句被攔下的話</translation>
    </message>
    <message>
        <source>Do not speak this sentence</source>
        <translation>不說這一句</translation>
    </message>
    <message>
        <source>Drafted answer</source>
        <translation>擬好的回答</translation>
    </message>
</context>
<context>
    <name>EditPanel</name>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>PRESET</source>
        <translation>預設組</translation>
    </message>
    <message>
        <source>The fields of one preset</source>
        <translation>單一預設組的各欄位</translation>
    </message>
    <message>
        <source>ANSWERS</source>
        <translation>問答</translation>
    </message>
    <message>
        <source>Who answers in this preset, from what, and when</source>
        <translation>這組預設由誰回答、依據什麼、何時放行</translation>
    </message>
    <message>
        <source>VOICES</source>
        <translation>語音</translation>
    </message>
    <message>
        <source>Who speaks, and how names are said</source>
        <translation>由誰說話，名字怎麼唸</translation>
    </message>
    <message>
        <source>SHOW</source>
        <translation>演出</translation>
    </message>
    <message>
        <source>The whole show: its name, its file, its table</source>
        <translation>整場演出：名稱、檔案、表格</translation>
    </message>
    <message>
        <source>AVATARS</source>
        <translation>虛擬人</translation>
    </message>
    <message>
        <source>Who can be on screen</source>
        <translation>可以上畫面的人物</translation>
    </message>
    <message>
        <source>MODELS</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The neural driver&apos;s files</source>
        <translation>神經網路驅動的檔案</translation>
    </message>
    <message>
        <source>KEYS</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Which key does what</source>
        <translation>哪個按鍵做什麼</translation>
    </message>
    <message>
        <source>SETTINGS</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Languages, devices, delays, storage</source>
        <translation>語言、裝置、延遲、儲存</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>預設組</translation>
    </message>
    <message>
        <source>ON STAGE</source>
        <translation>台上</translation>
    </message>
    <message>
        <source>Who is on screen, what drives them, what is heard</source>
        <translation>誰在畫面上、由什麼驅動、聽到什麼</translation>
    </message>
    <message>
        <source>UNDO</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>收回上一個變更</translation>
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
        <translation>算圖</translation>
    </message>
    <message>
        <source>Make films offline</source>
        <translation>離線製作影片</translation>
    </message>
</context>
<context>
    <name>EngineSettings</name>
    <message>
        <source>the card with the most free memory</source>
        <translation>可用記憶體最多的顯示卡</translation>
    </message>
    <message>
        <source>the processor, to try it out: far too slow for a hall</source>
        <translation>處理器，僅供試用：對現場演出太慢</translation>
    </message>
    <message>
        <source>SMALL is approximate: the mouth is less sharp than as published, and HEALTH says so. A film in exact mode never uses it.</source>
        <translation>「小型」為近似結果：嘴部不如原始版本清晰，「系統狀態」會標明。精確模式的影片絕不使用。</translation>
    </message>
    <message>
        <source>All three hold at once: the engine loads its filmed hosts again, and they idle until it has. A host of the light driver stays as it is.</source>
        <translation>三項都立即生效：引擎會重新載入實拍虛擬人，載入前保持待機動作。輕量驅動的虛擬人不受影響。</translation>
    </message>
    <message>
        <source>It hears all, and draws when the first one fails. ON and OFF hold within seconds.</source>
        <translation>它同步收聽一切，第一引擎失效時接手繪製。「開」與「關」數秒內生效。</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本機</translation>
    </message>
    <message>
        <source>Nobody has looked for a graphics card yet.</source>
        <translation>尚未尋找顯示卡。</translation>
    </message>
</context>
<context>
    <name>EventStep</name>
    <message>
        <source>What is the event?</source>
        <translation>這是什麼活動？</translation>
    </message>
    <message>
        <source>The hall sees its slate while nobody is on air: the name, or a picture of your own.</source>
        <translation>沒有人播出時，會場看到的是墊檔畫面：活動名稱，或您自己的圖片。</translation>
    </message>
    <message>
        <source>The event&apos;s name, on the slate and in this window; Enter or Esc leaves the field</source>
        <translation>活動名稱，顯示在墊檔畫面與本視窗上；按 Enter 或 Esc 離開欄位</translation>
    </message>
    <message>
        <source>Welcome: the event&apos;s name</source>
        <translation>歡迎：活動名稱</translation>
    </message>
    <message>
        <source>The event&apos;s name…</source>
        <translation>活動名稱…</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>The show&apos;s name on a plain ground</source>
        <translation>素色底上的節目名稱</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>A picture of your own</source>
        <translation>自選的圖片</translation>
    </message>
    <message>
        <source>BLACK</source>
        <translation>全黑</translation>
    </message>
    <message>
        <source>Nothing at all</source>
        <translation>什麼都不顯示</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>墊檔</translation>
    </message>
    <message>
        <source>✓ The hall sees your picture.</source>
        <translation>✓ 會場看到您的圖片。</translation>
    </message>
    <message>
        <source>The hall sees black.</source>
        <translation>會場看到黑畫面。</translation>
    </message>
    <message>
        <source>✓ The hall reads “{name}”.</source>
        <translation>✓ 會場看到「{name}」。</translation>
    </message>
    <message>
        <source>Without a name the slate is a plain ground.</source>
        <translation>沒有名稱時，墊檔畫面只是素色底。</translation>
    </message>
</context>
<context>
    <name>EventsOverlay</name>
    <message>
        <source>Alarms and log</source>
        <translation>警示與紀錄</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>警示</translation>
    </message>
    <message>
        <source>Close alarms and log</source>
        <translation>關閉警示與紀錄</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Show of the log</source>
        <translation>紀錄顯示</translation>
    </message>
    <message>
        <source>ALL</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Everything that happened</source>
        <translation>發生過的一切</translation>
    </message>
    <message>
        <source>DONE</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What hands did</source>
        <translation>人做了什麼</translation>
    </message>
    <message>
        <source>REFUSED</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>What was refused, and why</source>
        <translation>被拒的操作與原因</translation>
    </message>
    <message>
        <source>FAULTS</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>What broke, and what was over</source>
        <translation>出了什麼問題、何時恢復</translation>
    </message>
    <message>
        <source>Only lines with these words; Enter or Esc leaves the field</source>
        <translation>只顯示含這些字的項目；按 Enter 或 Esc 離開欄位</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在紀錄中尋找</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>尋找…</translation>
    </message>
    <message numerus="yes">
        <source>%n alarms</source>
        <translation>
            <numerusform>%n 個警示</numerusform>
        </translation>
    </message>
    <message>
        <source>No alarm</source>
        <translation>沒有警示</translation>
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
        <translation>沒有這類項目。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚無任何紀錄。</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>not required</source>
        <translation>非必要</translation>
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
        <translation>不是這個檔案</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>損壞</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Say a sound file</source>
        <translation>播放聲音檔</translation>
    </message>
    <message>
        <source>Choose the slate&apos;s picture</source>
        <translation>選擇墊檔畫面的圖片</translation>
    </message>
    <message>
        <source>Choose the folder of the Whisper model</source>
        <translation>選擇 Whisper 模型的資料夾</translation>
    </message>
    <message>
        <source>Choose the folder of recordings</source>
        <translation>選擇錄影的資料夾</translation>
    </message>
    <message>
        <source>Choose the second folder of recordings</source>
        <translation>選擇錄影的第二個資料夾</translation>
    </message>
    <message>
        <source>Texts (*.md *.txt)</source>
        <translation>文字檔 (*.md *.txt)</translation>
    </message>
    <message>
        <source>Choose a file for the preset</source>
        <translation>為預設組選擇檔案</translation>
    </message>
    <message>
        <source>Shows (*.compere)</source>
        <translation>演出檔 (*.compere)</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Open a show</source>
        <translation>開啟演出</translation>
    </message>
    <message>
        <source>Save the show as</source>
        <translation>另存演出</translation>
    </message>
    <message>
        <source>Read a table</source>
        <translation>讀入表格</translation>
    </message>
    <message>
        <source>Write a table</source>
        <translation>匯出表格</translation>
    </message>
    <message>
        <source>Add an avatar folder</source>
        <translation>加入虛擬人資料夾</translation>
    </message>
    <message>
        <source>Import models from a folder</source>
        <translation>從資料夾匯入模型</translation>
    </message>
    <message>
        <source>Choose a video or a photo</source>
        <translation>選擇影片或照片</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>{name}: choose a file</source>
        <translation>{name}：選擇檔案</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>{name}: no file</source>
        <translation>{name}：不用檔案</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>不用檔案</translation>
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
        <translation>{far}．剩餘 {left}</translation>
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
        <translation>不留下任何檔案</translation>
    </message>
    <message>
        <source>Put it into the queue again</source>
        <translation>再放進佇列</translation>
    </message>
    <message>
        <source>OPEN FILM</source>
        <translation>開啟影片</translation>
    </message>
    <message>
        <source>Show it in the system&apos;s own player</source>
        <translation>用系統的播放程式開啟</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>OFF</source>
        <translation>關</translation>
    </message>
    <message>
        <source>ON</source>
        <translation>開</translation>
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
        <translation>螢幕與喇叭</translation>
    </message>
    <message>
        <source>Choose the projector or the LED wall. With one screen only, a window will do to try things out.</source>
        <translation>請選擇投影機或 LED 牆。只有一個螢幕時，先用視窗試試也可以。</translation>
    </message>
    <message>
        <source>Choose the hall&apos;s screen</source>
        <translation>選擇會場螢幕</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未連接</translation>
    </message>
    <message>
        <source>Welcome: hall screen</source>
        <translation>歡迎：會場螢幕</translation>
    </message>
    <message>
        <source>The screen that the hall sees</source>
        <translation>會場觀眾看到的螢幕</translation>
    </message>
    <message>
        <source>SHOW ITS NAME ON IT</source>
        <translation>在該螢幕顯示名稱</translation>
    </message>
    <message>
        <source>Welcome: {words}</source>
        <translation>歡迎：{words}</translation>
    </message>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>選擇喇叭</translation>
    </message>
    <message>
        <source>Welcome: loudspeaker</source>
        <translation>歡迎：喇叭</translation>
    </message>
    <message>
        <source>Where the program&apos;s sound goes</source>
        <translation>節目聲音送往哪裡</translation>
    </message>
    <message>
        <source>TEST SOUND</source>
        <translation>測試音</translation>
    </message>
    <message>
        <source>Welcome: test sound</source>
        <translation>歡迎：測試音</translation>
    </message>
    <message>
        <source>A beep a second out of the loudspeaker, and a flash on the screen; once more ends it</source>
        <translation>喇叭每秒發出一聲嗶聲，螢幕同時閃一下；再按一次即停止</translation>
    </message>
    <message>
        <source>HEARD IT</source>
        <translation>聽到了</translation>
    </message>
    <message>
        <source>Welcome: heard it</source>
        <translation>歡迎：聽到了</translation>
    </message>
    <message>
        <source>The beeps are heard in the hall: end them</source>
        <translation>會場聽得到嗶聲：停止播放</translation>
    </message>
    <message>
        <source>Level to the hall</source>
        <translation>送往會場的音量</translation>
    </message>
    <message>
        <source>✓ The program is there.</source>
        <translation>✓ 節目畫面已經送到。</translation>
    </message>
    <message>
        <source>That screen is not there: plug it in, or choose another.</source>
        <translation>這個螢幕不在：請接上，或選擇別的。</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>Not chosen yet.</source>
        <translation>尚未選擇。</translation>
    </message>
    <message>
        <source>That loudspeaker is not there: plug it in, or choose another.</source>
        <translation>找不到這個喇叭：請接上，或選擇另一個。</translation>
    </message>
    <message>
        <source>Choose what feeds the hall&apos;s mixer.</source>
        <translation>請選擇送往會場混音器的輸出。</translation>
    </message>
    <message>
        <source>Heard in the hall? If not: mixer, fader, volume.</source>
        <translation>會場聽到了嗎？沒有的話檢查混音器、推桿、音量。</translation>
    </message>
    <message>
        <source>✓ Heard in the hall.</source>
        <translation>✓ 會場聽得到。</translation>
    </message>
    <message>
        <source>Nobody has heard it yet: press TEST SOUND, and listen in the hall.</source>
        <translation>還沒有人聽過：按「測試音」，到會場聽聽看。</translation>
    </message>
</context>
<context>
    <name>HallWords</name>
    <message>
        <source>as the hall sees it</source>
        <translation>與會場所見相同</translation>
    </message>
    <message>
        <source>in a window on this screen</source>
        <translation>在本螢幕的視窗中</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>the hall does not see this</source>
        <translation>會場看到的不是這個</translation>
    </message>
    <message>
        <source>Nobody sees or hears anything.</source>
        <translation>沒有人看到或聽到任何東西。</translation>
    </message>
    <message>
        <source>The mixer gets the ground without the host; nothing is heard.</source>
        <translation>導播機只收到背景，沒有虛擬人，也沒有聲音。</translation>
    </message>
    <message>
        <source>The hall sees black, and hears nothing.</source>
        <translation>會場看到黑畫面，沒有聲音。</translation>
    </message>
    <message>
        <source>The hall sees the backup slate, and hears nothing.</source>
        <translation>會場看到備用墊檔畫面，沒有聲音。</translation>
    </message>
    <message>
        <source>Playout is started again by itself, in the state you are in.</source>
        <translation>播出程式會自動重新啟動，並回到目前的狀態。</translation>
    </message>
    <message>
        <source>PLAYOUT IS GONE</source>
        <translation>播出程式中斷</translation>
    </message>
    <message>
        <source>The hall sees nothing of Compere. Switch the projector on, look at its cable.</source>
        <translation>會場完全看不到 Compere 的畫面。請打開投影機並檢查線路。</translation>
    </message>
    <message>
        <source>SCREEN MISSING</source>
        <translation>會場螢幕斷線</translation>
    </message>
    <message>
        <source>The hall has seen this picture for {time}. Playout is started again by itself.</source>
        <translation>會場停在這個畫面已 {time}。播出程式會自動重新啟動。</translation>
    </message>
    <message>
        <source>PICTURE FROZEN</source>
        <translation>畫面停格</translation>
    </message>
    <message>
        <source>nothing is keyed: black is the mixer&apos;s FTB</source>
        <translation>Key 已清空：要黑場請用切換台的 FTB</translation>
    </message>
    <message>
        <source>nothing is keyed: the mixer&apos;s picture is seen</source>
        <translation>Key 已清空：會場看到的是切換台的畫面</translation>
    </message>
    <message>
        <source>the screen has it on a colour</source>
        <translation>會場螢幕為純色背景</translation>
    </message>
    <message>
        <source>the screen has fill and key</source>
        <translation>會場螢幕輸出 Fill 與 Key</translation>
    </message>
    <message>
        <source>No screen is chosen for the hall: choose it in OUTPUTS.</source>
        <translation>尚未選擇會場螢幕：請在「輸出」中選擇。</translation>
    </message>
    <message>
        <source>NOBODY SEES THIS</source>
        <translation>沒有人看得到這個</translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>Health</source>
        <translation>系統狀態</translation>
    </message>
    <message>
        <source>Lip delay over the last minute</source>
        <translation>過去一分鐘的對嘴延遲</translation>
    </message>
    <message>
        <source>Frame rate over the last minute</source>
        <translation>過去一分鐘的影格率</translation>
    </message>
    <message>
        <source>Sound minus picture</source>
        <translation>聲音減畫面的時間差</translation>
    </message>
    <message>
        <source>Lip delay</source>
        <translation>對嘴延遲</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>影格率</translation>
    </message>
    <message>
        <source>A/V skew</source>
        <translation>影音偏移</translation>
    </message>
    <message>
        <source>Late frames</source>
        <translation>遲到影格</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>重啟次數</translation>
    </message>
    <message>
        <source>DEFAULT</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>The lip delay that fits most machines</source>
        <translation>適合大多數電腦的對嘴延遲</translation>
    </message>
    <message>
        <source>EXPRESS</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>The short lip delay, for a fast machine</source>
        <translation>較短的對嘴延遲，適合快的電腦</translation>
    </message>
    <message>
        <source>of {rate}</source>
        <translation>目標 {rate}</translation>
    </message>
    <message>
        <source>{delay}, fixed</source>
        <translation>{delay}，已固定</translation>
    </message>
    <message>
        <source>set at ARM</source>
        <translation>備妥時設定</translation>
    </message>
    <message>
        <source>● engine not there</source>
        <translation>● 引擎不在</translation>
    </message>
    <message>
        <source>● engine up {time}</source>
        <translation>● 引擎已運作 {time}</translation>
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
        <translation>未選擇</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>second starts</source>
        <translation>第二引擎啟動中</translation>
    </message>
    <message>
        <source>second ready</source>
        <translation>第二引擎待命</translation>
    </message>
    <message>
        <source>second draws</source>
        <translation>第二引擎接手中</translation>
    </message>
    <message>
        <source>{used} of {total} GB on the card</source>
        <translation>顯示卡記憶體 {used} / {total} GB</translation>
    </message>
    <message>
        <source>{count} faces came out wrong and were not shown</source>
        <translation>{count} 張臉部畫面有誤，未顯示</translation>
    </message>
    <message>
        <source>sound late</source>
        <translation>聲音較晚</translation>
    </message>
    <message>
        <source>sound early</source>
        <translation>聲音較早</translation>
    </message>
</context>
<context>
    <name>HearingSettings</name>
    <message>
        <source>All of it holds at once. Who hears, and in which order, each preset says in ANSWERS.</source>
        <translation>以上立即生效。由誰聽寫、依什麼順序，請在各預設組的「問答」設定。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>A faster-whisper model (CTranslate2): a folder with model.bin, config.json and tokenizer.json. A change holds with the next question; TEST loads the model now.</source>
        <translation>faster-whisper 模型（CTranslate2）：含 model.bin、config.json 與 tokenizer.json 的資料夾。變更自下一個提問起生效；按「測試」會立即載入模型。</translation>
    </message>
</context>
<context>
    <name>HostStep</name>
    <message>
        <source>Who speaks?</source>
        <translation>由誰上場？</translation>
    </message>
    <message>
        <source>The hall still sees the slate: nothing of this is on air until you ARM and GO LIVE.</source>
        <translation>會場看到的仍是墊檔畫面：在您按「備妥」並「開始播出」之前，什麼都不會播出。</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>麥克風音量</translation>
    </message>
    <message>
        <source>✓ That was the demo MC; with your microphone it is you.</source>
        <translation>✓ 剛才是示範主持人；接上您的麥克風就是您。</translation>
    </message>
    <message>
        <source>✓ That was you. Compere is ready.</source>
        <translation>✓ 剛才那就是您。Compere 準備好了。</translation>
    </message>
    <message>
        <source>Choose who it is.</source>
        <translation>請選擇由誰上場。</translation>
    </message>
    <message>
        <source>Now speak, and look at NEXT at the right: its lips follow you.  ▶</source>
        <translation>請說話，並看右邊的「下一段」：嘴型會跟著您。  ▶</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>No preset yet: NEW makes one.</source>
        <translation>還沒有預設組，請按「新增」。</translation>
    </message>
    <message>
        <source>This preset is on: what you change holds when it is taken again.</source>
        <translation>這組預設正在播出：變更在下次切入時生效。</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press, then press the new key</source>
        <translation>按一下，再按新的按鍵</translation>
    </message>
    <message>
        <source>press a key…</source>
        <translation>請按一個鍵…</translation>
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
        <translation>流程表</translation>
    </message>
    <message>
        <source>Sound and picture</source>
        <translation>聲音與畫面</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>問答</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Key map</source>
        <translation>按鍵表</translation>
    </message>
    <message>
        <source>Close the key map</source>
        <translation>關閉按鍵表</translation>
    </message>
    <message>
        <source>More</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Tab, arrows</source>
        <translation>Tab、方向鍵</translation>
    </message>
    <message>
        <source>walk through the window</source>
        <translation>在視窗中移動</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>hold {keys}</source>
        <translation>按住 {keys}</translation>
    </message>
    <message>
        <source>next one on</source>
        <translation>下一段往後移</translation>
    </message>
    <message>
        <source>next one back</source>
        <translation>下一段往前移</translation>
    </message>
    <message>
        <source>choose NEXT</source>
        <translation>選擇下一段</translation>
    </message>
    <message>
        <source>press what has the ring</source>
        <translation>按下有外框的控制項</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>{name}: a new key</source>
        <translation>{name}：新的金鑰</translation>
    </message>
    <message>
        <source>enter a key; never shown again</source>
        <translation>輸入金鑰；之後不再顯示</translation>
    </message>
    <message>
        <source>{name}: take the key out of the keyring</source>
        <translation>{name}：從金鑰圈移除金鑰</translation>
    </message>
    <message>
        <source>Take the key out of the system&apos;s keyring</source>
        <translation>從系統金鑰圈移除金鑰</translation>
    </message>
    <message>
        <source>from the environment</source>
        <translation>來自環境變數</translation>
    </message>
    <message>
        <source>in the system&apos;s keyring</source>
        <translation>在系統金鑰圈</translation>
    </message>
    <message>
        <source>until Compere is closed: this system has no keyring</source>
        <translation>到 Compere 關閉為止：這個系統沒有金鑰圈</translation>
    </message>
    <message>
        <source>none</source>
        <translation>沒有</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>{key} does nothing now: it is {action}, at another time of the show.</source>
        <translation>{key} 現在沒有作用：它是「{action}」，要在節目的其他階段才有效。</translation>
    </message>
    <message>
        <source>You are writing: press Esc, then {key} is {action}.</source>
        <translation>您正在輸入文字：先按 Esc，{key} 才是「{action}」。</translation>
    </message>
    <message>
        <source>{key} does it at once.</source>
        <translation>按 {key} 立即生效。</translation>
    </message>
    <message>
        <source>{key} twice: the first handed over what you wrote. Press it again for {action}.</source>
        <translation>連按了兩次 {key}：第一次已送出您寫的內容。要「{action}」請再按一次。</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Press a key&apos;s button, then the new key. None can mean two things at once.</source>
        <translation>先按要改的按鍵，再按新的鍵。同一個鍵不能有兩種意思。</translation>
    </message>
    <message>
        <source>{words} · hold</source>
        <translation>{words} · 按住</translation>
    </message>
    <message>
        <source>{words} · twice</source>
        <translation>{words} · 按兩下</translation>
    </message>
    <message>
        <source>Key of {words}</source>
        <translation>「{words}」的按鍵</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>預設鍵</translation>
    </message>
    <message>
        <source>The usual key of {words}</source>
        <translation>「{words}」的預設鍵</translation>
    </message>
    <message>
        <source>The usual key again</source>
        <translation>恢復預設鍵</translation>
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
        <translation>辨識</translation>
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
        <translation>從提問結束到會場，單位毫秒，不含等您通過的時間</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚無</translation>
    </message>
    <message>
        <source>{ms} to the first word</source>
        <translation>{ms} 到第一個字</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>not spoken</source>
        <translation>未說出</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Say line {n}</source>
        <translation>說第 {n} 句</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>not ready yet: it is spoken as it is made</source>
        <translation>尚未就緒：會邊產生邊說</translation>
    </message>
    <message>
        <source>Listen to line {n}</source>
        <translation>試聽第 {n} 句</translation>
    </message>
    <message>
        <source>A sound file</source>
        <translation>聲音檔</translation>
    </message>
    <message>
        <source>Hear it yourself; the hall hears nothing</source>
        <translation>只有您聽得到，會場聽不到</translation>
    </message>
</context>
<context>
    <name>LockVeil</name>
    <message>
        <source>LOCKED</source>
        <translation>已鎖定</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Log</source>
        <translation>紀錄</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚無任何紀錄。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open alarms and log</source>
        <translation>打開警示與紀錄</translation>
    </message>
</context>
<context>
    <name>MeterBar</name>
    <message>
        <source>CLIP</source>
        <translation>爆音</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>無訊號</translation>
    </message>
    <message>
        <source>LOW</source>
        <translation>過小</translation>
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
        <translation>跟隨</translation>
    </message>
    <message>
        <source>The MC&apos;s live voice drives the avatar</source>
        <translation>主持人的現場聲音帶動虛擬人</translation>
    </message>
    <message>
        <source>the MC speaks</source>
        <translation>主持人說話</translation>
    </message>
    <message>
        <source>ANSWER</source>
        <translation>問答</translation>
    </message>
    <message>
        <source>The avatar answers questions</source>
        <translation>虛擬人回答提問</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>虛擬人回答</translation>
    </message>
    <message>
        <source>SAY</source>
        <translation>預錄</translation>
    </message>
    <message>
        <source>The avatar says prepared lines</source>
        <translation>虛擬人說預備好的台詞</translation>
    </message>
    <message>
        <source>prepared lines</source>
        <translation>預備台詞</translation>
    </message>
    <message>
        <source>PA</source>
        <translation>擴聲</translation>
    </message>
    <message>
        <source>THROUGH</source>
        <translation>經 Compere</translation>
    </message>
    <message>
        <source>The hall hears the MC from Compere, delayed to fit the lips</source>
        <translation>會場經由 Compere 聽到主持人，延後到與嘴型一致</translation>
    </message>
    <message>
        <source>DIRECT</source>
        <translation>直送</translation>
    </message>
    <message>
        <source>The hall hears the MC from its own desk, at once; the lips trail</source>
        <translation>會場從自己的混音台直接聽到主持人；嘴型會落後</translation>
    </message>
    <message>
        <source>Sound file</source>
        <translation>聲音檔</translation>
    </message>
    <message>
        <source>Say a file…</source>
        <translation>播一個檔案…</translation>
    </message>
    <message>
        <source>Choose a sound file for the avatar to say</source>
        <translation>選擇要讓虛擬人說的聲音檔</translation>
    </message>
    <message>
        <source>The avatar speaks it as soon as it is chosen; only when LIVE</source>
        <translation>選好立刻說出；僅限播出中</translation>
    </message>
    <message>
        <source>Nothing is being said</source>
        <translation>目前沒有在說話</translation>
    </message>
    <message>
        <source>demo MC is speaking</source>
        <translation>示範主持人說話中</translation>
    </message>
    <message>
        <source>microphone OK</source>
        <translation>麥克風正常</translation>
    </message>
    <message>
        <source>MIC MISSING</source>
        <translation>麥克風斷線</translation>
    </message>
    <message>
        <source>MIC FAILED</source>
        <translation>麥克風故障</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>no microphone chosen</source>
        <translation>未選麥克風</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>MIC</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>The MC&apos;s own microphone</source>
        <translation>主持人自己的麥克風</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>示範</translation>
    </message>
    <message>
        <source>A bundled recording stands in for the microphone</source>
        <translation>以內附錄音代替麥克風</translation>
    </message>
    <message>
        <source>Choose the MC&apos;s microphone</source>
        <translation>選擇主持人的麥克風</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未連接</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>The MC&apos;s microphone; Compere never takes another by itself</source>
        <translation>主持人的麥克風；Compere 絕不自行改用別支</translation>
    </message>
    <message>
        <source>The hall hears the MC together with the lips.</source>
        <translation>會場聽到的主持人與嘴型同步。</translation>
    </message>
    <message>
        <source>The hall hears the MC at once; the lips trail.</source>
        <translation>會場立刻聽到主持人；嘴型會落後。</translation>
    </message>
    <message>
        <source>Voice and lips together, {delay} after the MC.</source>
        <translation>聲音與嘴型同步，比主持人晚 {delay}。</translation>
    </message>
    <message>
        <source>Lips trail by {delay}: more than 90 ms disturbs (BT.1359).</source>
        <translation>嘴型落後 {delay}：超過 90 ms 會干擾觀眾（BT.1359）。</translation>
    </message>
    <message>
        <source>Lips trail by {delay}: more than 45 ms is noticed (BT.1359).</source>
        <translation>嘴型落後 {delay}：超過 45 ms 會被察覺（BT.1359）。</translation>
    </message>
    <message>
        <source>Lips trail by {delay}: not noticed.</source>
        <translation>嘴型落後 {delay}：不會被察覺。</translation>
    </message>
    <message>
        <source>MIC MUTED</source>
        <translation>麥克風已靜音</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>無訊號</translation>
    </message>
    <message>
        <source>MIC LOW</source>
        <translation>麥克風音量過低</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}／{total}</translation>
    </message>
    <message>
        <source>Fetch {size}…</source>
        <translation>下載 {size}…</translation>
    </message>
    <message>
        <source>Fetch…</source>
        <translation>下載…</translation>
    </message>
    <message>
        <source>Nobody has looked at the files yet.</source>
        <translation>還沒有檢查過檔案。</translation>
    </message>
    <message>
        <source>Fetch {size} from {source} into {folder}? What is cut off goes on later; nothing else is sent.</source>
        <translation>要從 {source} 下載 {size} 到 {folder} 嗎？中斷後可以接續；不會送出其他任何資料。</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; the next time goes on from there</source>
        <translation>停止；下次從這裡接續</translation>
    </message>
    <message>
        <source>FETCH</source>
        <translation>下載</translation>
    </message>
    <message>
        <source>Fetch the files now</source>
        <translation>現在下載檔案</translation>
    </message>
    <message>
        <source>NOT NOW</source>
        <translation>先不要</translation>
    </message>
    <message>
        <source>Fetch nothing</source>
        <translation>什麼都不下載</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>從資料夾匯入…</translation>
    </message>
    <message>
        <source>From a folder or a USB stick; nothing is fetched</source>
        <translation>從資料夾或隨身碟；不會下載任何東西</translation>
    </message>
    <message>
        <source>From the public hub or a mirror; you are asked first</source>
        <translation>從公開的模型庫或鏡像站；會先問您</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>全部檢查</translation>
    </message>
    <message>
        <source>Read every file to its end and compare checksums</source>
        <translation>把每個檔案讀完並比對校驗碼</translation>
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
        <translation>聲音</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>虛擬人</translation>
    </message>
    <message>
        <source>TAKE</source>
        <translation>切入</translation>
    </message>
    <message>
        <source>Nothing is next</source>
        <translation>沒有下一段</translation>
    </message>
    <message>
        <source>Put NEXT on: its avatar, mode and sound</source>
        <translation>切入下一段：虛擬人、模式與聲音</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>No preset yet. EDIT makes one.</source>
        <translation>還沒有預設組，請到「編輯」新增。</translation>
    </message>
    <message>
        <source>The rundown is at its end. Choose with 1 to 9, or PgUp.</source>
        <translation>流程表已到最後。請按 1 到 9 或 PgUp 選擇。</translation>
    </message>
    <message>
        <source>The avatar {name} is not there.</source>
        <translation>找不到虛擬人 {name}。</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>載入中</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>跟隨</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>預錄</translation>
    </message>
    <message>
        <source>Answer · approve</source>
        <translation>問答 · 需通過</translation>
    </message>
    <message>
        <source>MC&apos;s microphone</source>
        <translation>主持人麥克風</translation>
    </message>
    <message>
        <source>the avatar&apos;s own</source>
        <translation>虛擬人自己的</translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n 個就緒</numerusform>
        </translation>
    </message>
    <message>
        <source>No avatar was found.</source>
        <translation>找不到任何虛擬人。</translation>
    </message>
    <message numerus="yes">
        <source>%n preparing</source>
        <translation>
            <numerusform>%n 個準備中</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotHeardBanner</name>
    <message>
        <source>MC NOT HEARD</source>
        <translation>會場聽不到主持人</translation>
    </message>
    <message>
        <source>{key}: the hall hears the MC again</source>
        <translation>{key}：讓會場再聽到主持人</translation>
    </message>
    <message>
        <source>MIRROR</source>
        <translation>跟隨</translation>
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
        <translation>提問要在「問答」模式輸入：請先按 {key}。</translation>
    </message>
    <message>
        <source>Lines are typed in SAY: press {key} first.</source>
        <translation>台詞要在「預錄」模式輸入：請先按 {key}。</translation>
    </message>
</context>
<context>
    <name>OutcomeLine</name>
    <message>
        <source>Put this message away</source>
        <translation>收起這則訊息</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>我已讀過</translation>
    </message>
</context>
<context>
    <name>OutputBadge</name>
    <message>
        <source>REC</source>
        <translation>錄影</translation>
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
        <translation>連線中</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>斷線</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
</context>
<context>
    <name>OutputNotice</name>
    <message>
        <source>What is wrong with the outputs</source>
        <translation>輸出的問題</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>收起這則訊息</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>我已讀過</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>另有 %n 項</numerusform>
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
        <translation>推流期間，會場看到與聽到的都會送往該推流的伺服器。金鑰存在系統的金鑰圈，不在任何演出檔、紀錄或報告裡。</translation>
    </message>
    <message>
        <source>Even when the power fails the file can be played, all but its last second.</source>
        <translation>即使突然斷電，檔案仍可播放，最多少了最後一秒。</translation>
    </message>
    <message>
        <source>none: unless the address holds it</source>
        <translation>沒有；除非已寫在網址裡</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>another server</source>
        <translation>其他伺服器</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不在</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>{stream}: platform</source>
        <translation>{stream}：平台</translation>
    </message>
    <message>
        <source>Writes the platform&apos;s address below; Douyin and others give one of their own each time</source>
        <translation>在下方填入平台的網址；抖音等平台每次都會給不同的網址</translation>
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
        <translation>輸出</translation>
    </message>
    <message>
        <source>Choose the hall&apos;s screen</source>
        <translation>選擇會場螢幕</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未連接</translation>
    </message>
    <message>
        <source>Hall screen</source>
        <translation>會場螢幕</translation>
    </message>
    <message>
        <source>The screen that the hall sees</source>
        <translation>會場觀眾看到的螢幕</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>螢幕</translation>
    </message>
    <message>
        <source>Choose the loudspeaker</source>
        <translation>選擇喇叭</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>喇叭</translation>
    </message>
    <message>
        <source>Where the program&apos;s sound goes</source>
        <translation>節目聲音送往哪裡</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>錄影</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>墊檔</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>A picture of your own</source>
        <translation>自選的圖片</translation>
    </message>
    <message>
        <source>BLACK</source>
        <translation>全黑</translation>
    </message>
    <message>
        <source>Nothing at all</source>
        <translation>什麼都不顯示</translation>
    </message>
    <message>
        <source>Card on</source>
        <translation>測試圖開</translation>
    </message>
    <message>
        <source>Beep on</source>
        <translation>嗶聲開</translation>
    </message>
    <message>
        <source>Test card</source>
        <translation>測試圖</translation>
    </message>
    <message>
        <source>NO KEY</source>
        <translation>無 KEY</translation>
    </message>
    <message>
        <source>COLOUR</source>
        <translation>純色</translation>
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
        <translation>斷線</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未選擇</translation>
    </message>
    <message>
        <source>Identify</source>
        <translation>辨識螢幕</translation>
    </message>
    <message>
        <source>Re-place</source>
        <translation>重新放置</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>演前檢查</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>The show&apos;s name on a plain ground</source>
        <translation>素色底上的節目名稱</translation>
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
        <translation>雖為紅燈仍繼續；會記名留存紀錄。{cure}</translation>
    </message>
    <message>
        <source>Waive {name}</source>
        <translation>放行「{name}」</translation>
    </message>
</context>
<context>
    <name>PreflightStrip</name>
    <message>
        <source>CLOSE</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close preflight</source>
        <translation>關閉演前檢查</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>演前檢查</translation>
    </message>
    <message numerus="yes">
        <source>%n not ready</source>
        <translation>
            <numerusform>%n 項未就緒</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>Close the preflight strip</source>
        <translation>關閉演前檢查</translation>
    </message>
</context>
<context>
    <name>PresetForm</name>
    <message>
        <source>red</source>
        <translation>紅</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>橙</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>黃</translation>
    </message>
    <message>
        <source>green</source>
        <translation>綠</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>藍綠</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>藍</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>粉紅</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>維持現狀</translation>
    </message>
    <message>
        <source>NEW</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>A new preset behind this one</source>
        <translation>在這一組後面新增預設組</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再來一份相同的</translation>
    </message>
    <message>
        <source>Move it towards the beginning</source>
        <translation>往前移</translation>
    </message>
    <message>
        <source>Move it towards the end</source>
        <translation>往後移</translation>
    </message>
    <message>
        <source>DELETE</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Take it away; UNDO brings it back</source>
        <translation>移除；按「復原」可找回</translation>
    </message>
    <message>
        <source>On stage</source>
        <translation>台上</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>on the preset&apos;s key</source>
        <translation>顯示在預設組按鍵上</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>a cue for you, as “after the choir sits”</source>
        <translation>給您自己的提示，例如「合唱團坐定後」</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>虛擬人</translation>
    </message>
    <message>
        <source>Who is on screen</source>
        <translation>誰在畫面上</translation>
    </message>
    <message>
        <source>MIRROR</source>
        <translation>跟隨</translation>
    </message>
    <message>
        <source>The MC&apos;s live voice drives the avatar</source>
        <translation>主持人的現場聲音帶動虛擬人</translation>
    </message>
    <message>
        <source>ANSWER</source>
        <translation>問答</translation>
    </message>
    <message>
        <source>SAY</source>
        <translation>預錄</translation>
    </message>
    <message>
        <source>The avatar says prepared lines</source>
        <translation>虛擬人說預備好的台詞</translation>
    </message>
    <message>
        <source>Microphone and loudspeaker</source>
        <translation>麥克風與喇叭</translation>
    </message>
    <message>
        <source>The hall reads what is heard</source>
        <translation>會場看得到說出的內容</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Who may be put on with B while the avatar&apos;s engine is out</source>
        <translation>引擎停擺時按 B 換上誰</translation>
    </message>
    <message>
        <source>Stand-in</source>
        <translation>替身</translation>
    </message>
    <message>
        <source>The avatar answers questions</source>
        <translation>虛擬人回答提問</translation>
    </message>
    <message>
        <source>what may be said at Shift+1 to 9, one a row; “text | other language”, “sound: file”</source>
        <translation>按 Shift+1 到 9 說出的台詞，一行一句；「台詞 | 另一種語言」、「sound: 檔名」</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>台詞</translation>
    </message>
    <message>
        <source>Sound file</source>
        <translation>聲音檔</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>Whose voice; “as it is” leaves the one that is chosen</source>
        <translation>用誰的聲音；「維持現狀」表示沿用目前所選</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Added to the microphone&apos;s own gain</source>
        <translation>加在麥克風本身的增益上</translation>
    </message>
    <message>
        <source>THROUGH</source>
        <translation>經 Compere</translation>
    </message>
    <message>
        <source>The hall hears the MC from Compere, with the lips</source>
        <translation>會場經由 Compere 聽到主持人，與嘴型同步</translation>
    </message>
    <message>
        <source>DIRECT</source>
        <translation>直送</translation>
    </message>
    <message>
        <source>The hall hears the MC from its own desk; the lips trail</source>
        <translation>會場從自己的混音台聽到主持人；嘴型會落後</translation>
    </message>
    <message>
        <source>PA</source>
        <translation>擴聲</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>喇叭</translation>
    </message>
    <message>
        <source>Where the sound goes; “as it is” leaves the one that is chosen</source>
        <translation>聲音送往哪裡；「維持現狀」表示沿用目前所選</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>A picture of your own</source>
        <translation>自選的圖片</translation>
    </message>
    <message>
        <source>BLACK</source>
        <translation>全黑</translation>
    </message>
    <message>
        <source>Nothing at all</source>
        <translation>什麼都不顯示</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>墊檔</translation>
    </message>
    <message>
        <source>Slate picture</source>
        <translation>墊檔圖片</translation>
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
        <translation>在「跟隨」模式，會場稍後即可讀到主持人的話</translation>
    </message>
    <message>
        <source>MC&apos;s words</source>
        <translation>主持人的話</translation>
    </message>
    <message>
        <source>Only what the host says by itself is read</source>
        <translation>只顯示虛擬人自己說的話</translation>
    </message>
    <message>
        <source>none</source>
        <translation>沒有</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>Mandarin, Taiwan</source>
        <translation>國語（台灣）</translation>
    </message>
    <message>
        <source>Mandarin, mainland</source>
        <translation>普通話（中國大陸）</translation>
    </message>
    <message>
        <source>Cantonese</source>
        <translation>粵語</translation>
    </message>
    <message>
        <source>Those who answer translate it, for a second line; the facts cannot</source>
        <translation>由回答者翻譯成第二行；參考資料無法翻譯</translation>
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
        <translation>畫面下緣</translation>
    </message>
    <message>
        <source>ABOVE</source>
        <translation>上方</translation>
    </message>
    <message>
        <source>At the picture&apos;s upper edge</source>
        <translation>畫面上緣</translation>
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
        <translation>字幕邊距</translation>
    </message>
    <message>
        <source>The safe area around captions</source>
        <translation>字幕四周的安全範圍</translation>
    </message>
    <message>
        <source>Their ground</source>
        <translation>字幕底色</translation>
    </message>
    <message>
        <source>How dark it is behind the letters</source>
        <translation>文字後方的深淺</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>Beside the hall</source>
        <translation>會場以外的輸出</translation>
    </message>
    <message>
        <source>NOTHING</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>Streams and the recording may be off</source>
        <translation>推流與錄影都可以關著</translation>
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
        <translation>錄影</translation>
    </message>
    <message>
        <source>The recording must be running</source>
        <translation>必須正在錄影</translation>
    </message>
    <message>
        <source>BOTH</source>
        <translation>兩者都要</translation>
    </message>
    <message>
        <source>A stream and the recording</source>
        <translation>推流與錄影</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>需要</translation>
    </message>
    <message>
        <source>Preset: {words}</source>
        <translation>預設組：{words}</translation>
    </message>
    <message>
        <source>the avatar&apos;s own</source>
        <translation>虛擬人自己的</translation>
    </message>
    <message>
        <source>Who speaks; VOICES lets you hear them, and puts several in an order</source>
        <translation>由誰說話；可在「語音」頁試聽，並排定多個語音的先後</translation>
    </message>
    <message>
        <source>COME BACK</source>
        <translation>回到原來</translation>
    </message>
    <message>
        <source>The MC is heard again, or questions are answered</source>
        <translation>會場再聽到主持人，或繼續回答問題</translation>
    </message>
    <message>
        <source>STAY</source>
        <translation>停留</translation>
    </message>
    <message>
        <source>SAY stays, for the next line; the hall does not hear the MC</source>
        <translation>停留在「預錄」等下一句；會場聽不到主持人</translation>
    </message>
    <message>
        <source>After lines</source>
        <translation>念完之後</translation>
    </message>
    <message>
        <source>EVENT&apos;S</source>
        <translation>沿用整場</translation>
    </message>
    <message>
        <source>The PA stays as it is chosen for the event</source>
        <translation>擴音方式沿用整場活動所選的</translation>
    </message>
    <message>
        <source>The slate stays as it is chosen for the event</source>
        <translation>墊檔畫面沿用整場活動所選的</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>The show&apos;s name on a plain ground</source>
        <translation>素色底上的節目名稱</translation>
    </message>
</context>
<context>
    <name>PresetTile</name>
    <message>
        <source>New preset</source>
        <translation>新增預設組</translation>
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
        <translation>預設組 {words}</translation>
    </message>
    <message>
        <source>Press to make it NEXT; the hall sees nothing of it{key}</source>
        <translation>按一下設為下一段；會場看不到{key}</translation>
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
        <translation>預設組</translation>
    </message>
    <message>
        <source>Earlier presets of the rundown</source>
        <translation>流程表較前面的預設組</translation>
    </message>
    <message>
        <source>Later presets of the rundown</source>
        <translation>流程表較後面的預設組</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>跟隨</translation>
    </message>
    <message>
        <source>say</source>
        <translation>預錄</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>問答</translation>
    </message>
</context>
<context>
    <name>ProgramPanel</name>
    <message>
        <source>Hall now</source>
        <translation>會場現況</translation>
    </message>
    <message>
        <source>No program yet: playout is starting</source>
        <translation>尚無節目畫面：播出程式啟動中</translation>
    </message>
    <message>
        <source>HALL NOW</source>
        <translation>會場現況</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>影格</translation>
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
        <translation>設定：{name}</translation>
    </message>
    <message>
        <source>Welcome once more…</source>
        <translation>再看一次歡迎步驟…</translation>
    </message>
    <message>
        <source>Open the welcome again</source>
        <translation>再次開啟歡迎步驟</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入門</translation>
    </message>
    <message>
        <source>Nothing leaves this machine but what is said beside each provider in ANSWERS and HEARING, and of streams in OUTPUTS, and nothing is counted. The log and the reports lie in your own folders; keys are in none of them.</source>
        <translation>除了「問答」與「聽寫」各服務旁、以及「輸出」推流所註明的內容，沒有任何資料離開本機，也不做任何統計。紀錄與報告都在您自己的資料夾裡，裡面沒有金鑰。</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未選擇</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未連接</translation>
    </message>
    <message>
        <source>PICTURE</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>A picture of your own</source>
        <translation>自選的圖片</translation>
    </message>
    <message>
        <source>BLACK</source>
        <translation>全黑</translation>
    </message>
    <message>
        <source>Nothing at all</source>
        <translation>什麼都不顯示</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>墊檔</translation>
    </message>
    <message>
        <source>Storage and privacy</source>
        <translation>儲存與隱私</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>The show&apos;s name on a plain ground</source>
        <translation>素色底上的節目名稱</translation>
    </message>
</context>
<context>
    <name>ProviderTest</name>
    <message>
        <source>TEST</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Test {name}</source>
        <translation>測試 {name}</translation>
    </message>
    <message>
        <source>Does it answer, how fast, and if not, why</source>
        <translation>有沒有回應、多快，沒有的話為什麼</translation>
    </message>
    <message>
        <source>is being asked …</source>
        <translation>詢問中…</translation>
    </message>
</context>
<context>
    <name>ProvidersPart</name>
    <message>
        <source>none; many need none</source>
        <translation>沒有；許多伺服器不需要</translation>
    </message>
    <message>
        <source>Built-in voice</source>
        <translation>內建語音</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>金鑰</translation>
    </message>
</context>
<context>
    <name>QuestionRow</name>
    <message>
        <source>Question {n}: {question}</source>
        <translation>提問 {n}：{question}</translation>
    </message>
    <message>
        <source>held</source>
        <translation>攔下</translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message>
        <source>Questions</source>
        <translation>提問</translation>
    </message>
    <message>
        <source>none waiting</source>
        <translation>無待答</translation>
    </message>
    <message>
        <source>Your own answer</source>
        <translation>您自己的回答</translation>
    </message>
    <message>
        <source>Ctrl+Enter puts it on the desk, Esc leaves the answer as it was</source>
        <translation>Ctrl+Enter 採用，Esc 離開並保留原回答</translation>
    </message>
    <message>
        <source>decided without you in {n} s</source>
        <translation>{n} 秒後自動處理</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 題等候</numerusform>
        </translation>
    </message>
    <message>
        <source>That answer is over. Your words are kept here: Esc leaves them.</source>
        <translation>這個回答已經結束。您寫的內容仍在這裡：按 Esc 離開。</translation>
    </message>
    <message>
        <source>Your own words: Ctrl+Enter uses them, Esc leaves</source>
        <translation>自己寫：Ctrl+Enter 採用，Esc 離開</translation>
    </message>
    <message>
        <source>“{question}”</source>
        <translation>「{question}」</translation>
    </message>
    <message>
        <source>thinking…</source>
        <translation>思考中…</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>沒有回答</translation>
    </message>
    <message>
        <source>Last: “{question}”</source>
        <translation>上一題：「{question}」</translation>
    </message>
    <message>
        <source>That sentence is decided. Your words are kept here: Esc leaves them.</source>
        <translation>這一句已經決定。您寫的內容仍在這裡：按 Esc 離開。</translation>
    </message>
    <message>
        <source>Sentence {n} in your own words: Ctrl+Enter uses it, Esc leaves</source>
        <translation>自己寫第 {n} 句：Ctrl+Enter 採用，Esc 離開</translation>
    </message>
    <message>
        <source>Nobody can answer. {fault}</source>
        <translation>目前無法回答。{fault}</translation>
    </message>
    <message>
        <source>Whoever answers is being made ready.</source>
        <translation>正在準備回答功能。</translation>
    </message>
    <message>
        <source>INTERRUPT has stopped the answers. ANSWER NEXT goes on with the queue.</source>
        <translation>回答已被「打斷」停止。按「答下一題」繼續處理等候的提問。</translation>
    </message>
    <message>
        <source>A question is heard: “{words}…”</source>
        <translation>正在聽提問：「{words}…」</translation>
    </message>
    <message>
        <source>The questions that wait are held: read them, and let them through or drop them.</source>
        <translation>等候的提問都被攔下：請看過後放行或移除。</translation>
    </message>
    <message>
        <source>{n} s left</source>
        <translation>剩 {n} 秒</translation>
    </message>
    <message>
        <source>“{words}…”</source>
        <translation>「{words}…」</translation>
    </message>
    <message>
        <source>Heard by {names}</source>
        <translation>聽寫：{names}</translation>
    </message>
    <message>
        <source>The desk is free. Type a question with {key}, or let the hall ask.</source>
        <translation>目前沒有提問。按 {key} 輸入問題，或讓現場觀眾發問。</translation>
    </message>
    <message>
        <source>The desk is free. Type a question, or let the hall ask.</source>
        <translation>目前沒有提問。可輸入問題，或讓現場觀眾發問。</translation>
    </message>
    <message>
        <source>Answers are spoken at once: nobody approves them.</source>
        <translation>回答會直接說出，不經人員通過。</translation>
    </message>
    <message>
        <source>Nothing is spoken before you approve it.</source>
        <translation>未經您通過，不會說出口。</translation>
    </message>
    <message>
        <source>Each sentence is spoken when you approve it.</source>
        <translation>每一句經您通過才會說出口。</translation>
    </message>
    <message>
        <source>The words of the question are being found…</source>
        <translation>正在把提問轉成文字…</translation>
    </message>
    <message>
        <source>A question is heard… {n} s</source>
        <translation>正在聽提問… {n} 秒</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>ear off</source>
        <translation>收聽關閉</translation>
    </message>
    <message>
        <source>ear ready</source>
        <translation>可收聽</translation>
    </message>
    <message>
        <source>HEARING</source>
        <translation>收聽中</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>辨識中</translation>
    </message>
    <message>
        <source>The ear</source>
        <translation>收聽狀態</translation>
    </message>
    <message>
        <source>How loud the question is</source>
        <translation>提問的音量</translation>
    </message>
    <message>
        <source>In ANSWER, questions from the hall wait here with their drafted answers. Nothing is spoken before you approve it.</source>
        <translation>在「問答」模式，會場的提問與擬好的回答會在這裡等候。未經您通過，虛擬人不會說出口。</translation>
    </message>
    <message>
        <source>Answer next</source>
        <translation>答下一題</translation>
    </message>
    <message>
        <source>Take the next waiting question on the desk</source>
        <translation>處理下一個等候的提問</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>通過</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重擬</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Stand by</source>
        <translation>墊場</translation>
    </message>
    <message>
        <source>Safe line</source>
        <translation>安全句</translation>
    </message>
    <message>
        <source>nobody hears</source>
        <translation>無人聽寫</translation>
    </message>
</context>
<context>
    <name>QueuePart</name>
    <message>
        <source>typed</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>聽到</translation>
    </message>
    <message>
        <source>Questions that wait</source>
        <translation>等候的提問</translation>
    </message>
    <message>
        <source>A question</source>
        <translation>提問</translation>
    </message>
    <message>
        <source>Ask…</source>
        <translation>提問…</translation>
    </message>
    <message>
        <source>Type a question: Enter asks it, Esc leaves</source>
        <translation>輸入問題：Enter 送出，Esc 離開</translation>
    </message>
    <message>
        <source>Ask…  [{key}]</source>
        <translation>提問…  [{key}]</translation>
    </message>
    <message>
        <source>cannot answer</source>
        <translation>無法回答</translation>
    </message>
    <message>
        <source>being made ready</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Whoever answers is being made ready.</source>
        <translation>正在準備回答功能。</translation>
    </message>
    <message>
        <source>Answered by {names} · {rule}</source>
        <translation>由 {names} 回答 · {rule}</translation>
    </message>
    <message>
        <source>Nothing leaves this machine.</source>
        <translation>沒有資料離開這台電腦。</translation>
    </message>
    <message>
        <source>spoken at once</source>
        <translation>直接說出</translation>
    </message>
    <message>
        <source>approve first</source>
        <translation>先通過</translation>
    </message>
    <message>
        <source>approve each</source>
        <translation>逐句通過</translation>
    </message>
    <message>
        <source>listening…</source>
        <translation>收聽中…</translation>
    </message>
    <message>
        <source>hearing</source>
        <translation>收聽中</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>辨識中</translation>
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
        <translation>合併</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Answer the chosen question earlier</source>
        <translation>讓所選提問提前</translation>
    </message>
    <message>
        <source>Answer the chosen question later</source>
        <translation>讓所選提問延後</translation>
    </message>
</context>
<context>
    <name>RecordRow</name>
    <message>
        <source>Recording</source>
        <translation>錄影</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>starting again</source>
        <translation>重新啟動中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>立即重試</translation>
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
            <numerusform>丟 %n 格</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} h left</source>
        <translation>還有 {n} 小時</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>還有 {n} 分</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures dropped: the disk is too slow</source>
        <translation>
            <numerusform>已丟棄 %n 格畫面：磁碟太慢</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: this computer is too slow</source>
        <translation>
            <numerusform>略過 %n 格：這部電腦太慢</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenderPage</name>
    <message>
        <source>MAKE THE FILM</source>
        <translation>製作影片</translation>
    </message>
    <message>
        <source>Put it into the queue</source>
        <translation>放進佇列</translation>
    </message>
    <message>
        <source>REPLACE THE FILE</source>
        <translation>取代檔案</translation>
    </message>
    <message>
        <source>The file is there already: overwrite it</source>
        <translation>檔案已存在：覆寫它</translation>
    </message>
    <message>
        <source>CLEAR THE LIST</source>
        <translation>清除清單</translation>
    </message>
    <message>
        <source>Forget those that are over; the files stay</source>
        <translation>清除已結束的項目；檔案會保留</translation>
    </message>
    <message>
        <source>who speaks</source>
        <translation>由誰說話</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>聲音</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>any card</source>
        <translation>任一顯示卡</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒影格數</translation>
    </message>
    <message>
        <source>{rate} frames a second</source>
        <translation>每秒 {rate} 影格</translation>
    </message>
    <message>
        <source>size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>chosen by hand</source>
        <translation>手動指定</translation>
    </message>
    <message>
        <source>SMALL</source>
        <translation>小</translation>
    </message>
    <message>
        <source>A small file, for a look</source>
        <translation>小檔案，先看效果</translation>
    </message>
    <message>
        <source>GOOD</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>For most uses</source>
        <translation>適合多數用途</translation>
    </message>
    <message>
        <source>BEST</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>A large file, to go on working with</source>
        <translation>大檔案，供後續製作</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>EXACT</source>
        <translation>精確</translation>
    </message>
    <message>
        <source>The same bits each time; of the neural driver only</source>
        <translation>每次結果逐位元相同；僅限神經網路驅動</translation>
    </message>
    <message>
        <source>FAST</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Half precision, on a graphics card</source>
        <translation>半精度，使用顯示卡</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>虛擬人</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>all {count} cards</source>
        <translation>全部 {count} 張顯示卡</translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation>顯示卡</translation>
    </message>
    <message>
        <source>Several take turns; what one leaves undone, another draws</source>
        <translation>多張輪流繪製；一張沒完成的，由另一張補畫</translation>
    </message>
    <message>
        <source>Sounds and videos (*.wav *.flac *.mp3 *.ogg *.opus *.m4a *.mp4 *.mov *.mkv *.webm)</source>
        <translation>聲音與視訊 (*.wav *.flac *.mp3 *.ogg *.opus *.m4a *.mp4 *.mov *.mkv *.webm)</translation>
    </message>
    <message>
        <source>The sound of the film</source>
        <translation>影片的聲音</translation>
    </message>
    <message>
        <source>Films (*.mp4 *.mov *.mkv *.webm)</source>
        <translation>影片 (*.mp4 *.mov *.mkv *.webm)</translation>
    </message>
    <message>
        <source>The film&apos;s file</source>
        <translation>影片檔案</translation>
    </message>
    <message>
        <source>Films have low priority, so they may be made on air; a graphics card that draws the show is better left alone.</source>
        <translation>製作影片的優先順序較低，演出進行中也能製作；但正在繪製演出的顯示卡最好別動用。</translation>
    </message>
    <message>
        <source>frames a second</source>
        <translation>每秒影格數</translation>
    </message>
    <message>
        <source>the host&apos;s own</source>
        <translation>虛擬人本身的</translation>
    </message>
</context>
<context>
    <name>SayPart</name>
    <message>
        <source>No prepared lines: write some in EDIT, or type one.</source>
        <translation>沒有預備台詞：請到「編輯」填寫，或直接輸入。</translation>
    </message>
    <message>
        <source>A line to say</source>
        <translation>要說的台詞</translation>
    </message>
    <message>
        <source>Type a line; Enter says it</source>
        <translation>輸入台詞，按 Enter 說出</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>試聽</translation>
    </message>
    <message>
        <source>Listen to what is typed</source>
        <translation>試聽輸入的台詞</translation>
    </message>
    <message>
        <source>Hear it yourself; the hall hears nothing</source>
        <translation>只有您聽得到，會場聽不到</translation>
    </message>
    <message>
        <source>Say a file…</source>
        <translation>播放檔案…</translation>
    </message>
    <message>
        <source>Say a sound file</source>
        <translation>播放聲音檔</translation>
    </message>
    <message>
        <source>The avatar speaks it as soon as it is chosen; only when LIVE</source>
        <translation>選好後虛擬人立即說出；僅限播出中</translation>
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
        <translation>目前沒有在說話</translation>
    </message>
    <message>
        <source>{name}: its lines can be said when it was taken.</source>
        <translation>{name}：切入後才能說它的台詞。</translation>
    </message>
    <message>
        <source>{name}, by {voice}</source>
        <translation>{name}，語音 {voice}</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Settings: {name}</source>
        <translation>設定：{name}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings can be read now, and changed in STANDBY.</source>
        <translation>現在可以查看設定，待命時才能變更。</translation>
    </message>
    <message>
        <source>Every change is kept at once.</source>
        <translation>每項變更立即儲存。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>PROGRAM</source>
        <translation>節目</translation>
    </message>
    <message>
        <source>The window, the program and where things are kept</source>
        <translation>視窗、節目與存放位置</translation>
    </message>
    <message>
        <source>DEVICES</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Microphone, loudspeaker, screen, lip delay</source>
        <translation>麥克風、喇叭、螢幕、對嘴延遲</translation>
    </message>
    <message>
        <source>ANSWERS</source>
        <translation>問答</translation>
    </message>
    <message>
        <source>Who may be asked for answers and voices, with keys</source>
        <translation>可詢問的回答與語音服務，以及金鑰</translation>
    </message>
    <message>
        <source>HEARING</source>
        <translation>聽寫</translation>
    </message>
    <message>
        <source>Questions by voice</source>
        <translation>語音提問</translation>
    </message>
    <message>
        <source>OUTPUTS</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>Streams and the recording</source>
        <translation>推流與錄影</translation>
    </message>
    <message>
        <source>ENGINE</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>The graphics card, and a second engine</source>
        <translation>顯示卡與第二引擎</translation>
    </message>
    <message>
        <source>The new rate and size hold when playout starts again. The hall sees the slate for a second.</source>
        <translation>新的影格率與尺寸要重啟播出程式才生效。會場會看到墊檔畫面約一秒。</translation>
    </message>
    <message>
        <source>RESTART PLAYOUT</source>
        <translation>重啟播出程式</translation>
    </message>
    <message>
        <source>Restart playout</source>
        <translation>重啟播出程式</translation>
    </message>
</context>
<context>
    <name>ShowPage</name>
    <message>
        <source>Name of the show</source>
        <translation>演出名稱</translation>
    </message>
    <message>
        <source>on the state strip</source>
        <translation>顯示在狀態列</translation>
    </message>
    <message>
        <source>Open a show…</source>
        <translation>開啟演出…</translation>
    </message>
    <message>
        <source>In place of this one; what was there is kept aside</source>
        <translation>取代目前這場；原有內容會另外保留</translation>
    </message>
    <message>
        <source>Save the show as…</source>
        <translation>另存演出…</translation>
    </message>
    <message>
        <source>Presets, avatars, pictures and sounds in one file</source>
        <translation>預設組、虛擬人、圖片與聲音存成一個檔案</translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation>讀入表格…</translation>
    </message>
    <message>
        <source>A rundown from a spreadsheet (CSV)</source>
        <translation>從試算表讀入流程表（CSV）</translation>
    </message>
    <message>
        <source>Write a table…</source>
        <translation>匯出表格…</translation>
    </message>
    <message>
        <source>The rundown for a spreadsheet (CSV)</source>
        <translation>將流程表匯出到試算表（CSV）</translation>
    </message>
    <message>
        <source>A .compere file carries the whole show to the venue&apos;s machine: presets, the avatars that they name, slates and sounds. A table has one line a preset; save it as CSV in your spreadsheet. UNDO takes a table back that was the wrong one.</source>
        <translation>一個 .compere 檔可將整場演出帶到會場的電腦：預設組、用到的虛擬人、墊檔畫面與聲音。表格一行一個預設組，請在試算表中存成 CSV。讀錯表格時，按「復原」即可找回。</translation>
    </message>
</context>
<context>
    <name>StateStrip</name>
    <message>
        <source>Show state</source>
        <translation>演出狀態</translation>
    </message>
    <message>
        <source>The show&apos;s state, the time on air, and alarms</source>
        <translation>演出狀態、播出時間與警示</translation>
    </message>
    <message>
        <source>LOCKED</source>
        <translation>已鎖定</translation>
    </message>
    <message>
        <source>hold {keys}</source>
        <translation>按住 {keys}</translation>
    </message>
    <message>
        <source>LOCK</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>RUN</source>
        <translation>演出</translation>
    </message>
    <message>
        <source>EDIT</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Nothing can be changed by a slip of the hand</source>
        <translation>手滑也不會改到任何東西</translation>
    </message>
    <message>
        <source>Change presets, keys and settings</source>
        <translation>變更預設組、按鍵與設定</translation>
    </message>
    <message>
        <source>UNLOCK</source>
        <translation>解鎖</translation>
    </message>
    <message>
        <source>Hold for one second: all keys and buttons work again</source>
        <translation>按住一秒：所有按鍵與按鈕恢復作用</translation>
    </message>
    <message>
        <source>Only INTERRUPT, HOLD and PANIC work until it is unlocked</source>
        <translation>解鎖前只有「打斷」、「暫停」與「緊急切黑」有作用</translation>
    </message>
    <message>
        <source>No alarm</source>
        <translation>沒有警示</translation>
    </message>
    <message numerus="yes">
        <source>  +%n more</source>
        <translation>
            <numerusform>  另有 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>no alarm</source>
        <translation>無警示</translation>
    </message>
    <message>
        <source>OFFLINE</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>STANDBY</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>ARMED</source>
        <translation>已備妥</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>播出中</translation>
    </message>
    <message>
        <source>HOLD</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>PANIC</source>
        <translation>緊急切黑</translation>
    </message>
    <message>
        <source>GO LIVE puts on {words}</source>
        <translation>開始播出時上場：{words}</translation>
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
        <translation>尚無網址：</translation>
    </message>
    <message>
        <source>EDIT, SETTINGS</source>
        <translation>編輯 › 設定</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>on air, slow net</source>
        <translation>直播中，網路慢</translation>
    </message>
    <message>
        <source>{percent} % dropped</source>
        <translation>丟格 {percent} %</translation>
    </message>
    <message numerus="yes">
        <source>%n on air</source>
        <translation>
            <numerusform>%n 路直播中</numerusform>
        </translation>
    </message>
    <message>
        <source>attempt {number} in {seconds} s</source>
        <translation>{seconds} 秒後第 {number} 次</translation>
    </message>
    <message numerus="yes">
        <source>%n streams</source>
        <translation>
            <numerusform>%n 路推流</numerusform>
        </translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>連線中</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>reconnecting</source>
        <translation>重新連線中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Stream {number}: {state}</source>
        <translation>推流 {number}：{state}</translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: this computer is too slow</source>
        <translation>
            <numerusform>略過 %n 格：這部電腦太慢</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times reconnected</source>
        <translation>
            <numerusform>已重連 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoiceStep</name>
    <message>
        <source>Whose voice?</source>
        <translation>用誰的聲音？</translation>
    </message>
    <message>
        <source>Choose the microphone of the one who speaks tonight. Compere never takes another by itself.</source>
        <translation>請選擇今晚說話的人所用的麥克風。Compere 絕不自行改用別支。</translation>
    </message>
    <message>
        <source>Choose the MC&apos;s microphone</source>
        <translation>選擇主持人的麥克風</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未連接</translation>
    </message>
    <message>
        <source>Welcome: microphone</source>
        <translation>歡迎：麥克風</translation>
    </message>
    <message>
        <source>The MC&apos;s microphone; Compere never takes another by itself</source>
        <translation>主持人的麥克風；Compere 絕不自行改用別支</translation>
    </message>
    <message>
        <source>MICROPHONE</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>The MC&apos;s own microphone</source>
        <translation>主持人自己的麥克風</translation>
    </message>
    <message>
        <source>DEMO MC</source>
        <translation>示範主持人</translation>
    </message>
    <message>
        <source>A bundled recording stands in for the microphone</source>
        <translation>以內附錄音代替麥克風</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>麥克風音量</translation>
    </message>
    <message>
        <source>THROUGH</source>
        <translation>經 Compere</translation>
    </message>
    <message>
        <source>The hall hears the MC from Compere, delayed to fit the lips</source>
        <translation>會場經由 Compere 聽到主持人，延後到與嘴型一致</translation>
    </message>
    <message>
        <source>DIRECT</source>
        <translation>直送</translation>
    </message>
    <message>
        <source>The hall hears the MC from its own desk, at once; the lips trail</source>
        <translation>會場從自己的混音台直接聽到主持人；嘴型會落後</translation>
    </message>
    <message>
        <source>PA</source>
        <translation>擴聲</translation>
    </message>
    <message>
        <source>✓ A voice is heard.</source>
        <translation>✓ 聽到聲音了。</translation>
    </message>
    <message>
        <source>Say a few words: the bar must pass the mark.</source>
        <translation>請說幾句話：音量條要超過標記。</translation>
    </message>
    <message>
        <source>No microphone yet: choose one, or let the demo MC speak.</source>
        <translation>還沒有麥克風：請選一支，或讓示範主持人說話。</translation>
    </message>
</context>
<context>
    <name>VoicesPage</name>
    <message>
        <source>Voice of the preset</source>
        <translation>預設組的語音</translation>
    </message>
    <message>
        <source>choose a voice</source>
        <translation>選擇語音</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>不在清單中</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>語音</translation>
    </message>
    <message>
        <source>Hear one, then give it to the preset</source>
        <translation>先試聽，再交給預設組</translation>
    </message>
    <message>
        <source>What the voice says</source>
        <translation>語音要說的話</translation>
    </message>
    <message>
        <source>what you want to hear; empty is a greeting</source>
        <translation>想聽的內容；留空則說問候語</translation>
    </message>
    <message>
        <source>LISTEN</source>
        <translation>試聽</translation>
    </message>
    <message>
        <source>Hear this voice yourself</source>
        <translation>自己先聽這個語音</translation>
    </message>
    <message>
        <source>USE</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>The preset speaks with this voice first</source>
        <translation>預設組優先用這個語音</translation>
    </message>
    <message>
        <source>AND THEN</source>
        <translation>備援</translation>
    </message>
    <message>
        <source>When the others fail, this one speaks</source>
        <translation>其他語音失敗時由它接手</translation>
    </message>
    <message>
        <source>NONE</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>The avatar&apos;s own voice again</source>
        <translation>改回虛擬人自己的語音</translation>
    </message>
    <message>
        <source>How names are said</source>
        <translation>名字怎麼唸</translation>
    </message>
    <message>
        <source>the avatar&apos;s own</source>
        <translation>虛擬人自己的</translation>
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
        <translation>文字寫法</translation>
    </message>
    <message>
        <source>Say as</source>
        <translation>唸法</translation>
    </message>
    <message>
        <source>as it is said; [[IPA]] for the built-in voice</source>
        <translation>怎麼唸；[[IPA]] 給內建語音</translation>
    </message>
    <message>
        <source>in every language</source>
        <translation>所有語言</translation>
    </message>
    <message>
        <source>Language of the name</source>
        <translation>名字的語言</translation>
    </message>
    <message>
        <source>In which language it is said so</source>
        <translation>在哪種語言裡這樣唸</translation>
    </message>
    <message>
        <source>every</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Listen to how it would be said</source>
        <translation>試聽這樣的唸法</translation>
    </message>
    <message>
        <source>KEEP</source>
        <translation>存入</translation>
    </message>
    <message>
        <source>Say this name so from now on</source>
        <translation>從現在起這樣唸</translation>
    </message>
</context>
<context>
    <name>WelcomePanel</name>
    <message>
        <source>Welcome</source>
        <translation>歡迎</translation>
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
        <translation>歡迎使用 Compere</translation>
    </message>
    <message>
        <source>1  Event</source>
        <translation>1  活動</translation>
    </message>
    <message>
        <source>2  Voice</source>
        <translation>2  聲音</translation>
    </message>
    <message>
        <source>3  Hall</source>
        <translation>3  會場</translation>
    </message>
    <message>
        <source>4  Avatar</source>
        <translation>4  虛擬人</translation>
    </message>
    <message>
        <source>SKIP</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Close the welcome; EDIT, settings opens it again</source>
        <translation>關閉歡迎步驟；之後可從「編輯」的設定再次開啟</translation>
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
        <translation>歡迎：{words}</translation>
    </message>
</context>
<context>
    <name>_Card</name>
    <message>
        <source>REBUILD</source>
        <translation>重新製作</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What is done is kept</source>
        <translation>已完成的部分會保留</translation>
    </message>
    <message>
        <source>Build it again from its clip; the show goes on</source>
        <translation>用原影片重新製作；演出照常進行</translation>
    </message>
    <message>
        <source>being built again, {percent} %</source>
        <translation>重新製作中，{percent} %</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>未就緒</translation>
    </message>
    <message>
        <source>can be keyed</source>
        <translation>可去背</translation>
    </message>
    <message>
        <source>cannot be keyed</source>
        <translation>無法去背</translation>
    </message>
    <message>
        <source>{size} prepared</source>
        <translation>已準備 {size}</translation>
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
        <translation>已說完多少</translation>
    </message>
</context>
<context>
    <name>_Still</name>
    <message>
        <source>Picture of what comes next</source>
        <translation>下一段的畫面</translation>
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
        <translation>例如 rtmp://主機/應用，或 srt://主機:連接埠</translation>
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
        <translation>多數平台與網路都能接受</translation>
    </message>
    <message>
        <source>1080p</source>
        <translation>1080p</translation>
    </message>
    <message>
        <source>Twice the work for this computer</source>
        <translation>這部電腦的工作量加倍</translation>
    </message>
    <message>
        <source>PROGRAM</source>
        <translation>節目</translation>
    </message>
    <message>
        <source>As the hall&apos;s screen has it</source>
        <translation>與會場螢幕相同</translation>
    </message>
    <message>
        <source>Streams&apos; bit rate</source>
        <translation>推流位元率</translation>
    </message>
    <message>
        <source>Of the picture; less than the network can carry upwards</source>
        <translation>畫面的位元率；須低於網路的上傳速度</translation>
    </message>
    <message>
        <source>kb/s</source>
        <translation>kb/s</translation>
    </message>
    <message>
        <source>In a slow network</source>
        <translation>網路慢時</translation>
    </message>
    <message>
        <source>Fewer bits for a while: a softer picture</source>
        <translation>暫時降低位元率：畫面較柔</translation>
    </message>
    <message>
        <source>Pictures are dropped: it stutters</source>
        <translation>丟棄畫面：會卡頓</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>錄影</translation>
    </message>
    <message>
        <source>Empty: with the reports</source>
        <translation>留空：與報告放在一起</translation>
    </message>
    <message>
        <source>Second folder</source>
        <translation>第二個資料夾</translation>
    </message>
    <message>
        <source>On another disk: the recording goes on there when the first is full</source>
        <translation>在另一顆磁碟上：第一個滿了就接著錄到這裡</translation>
    </message>
    <message>
        <source>Recording&apos;s size</source>
        <translation>錄影尺寸</translation>
    </message>
    <message>
        <source>Small files, little work</source>
        <translation>檔案小，負擔輕</translation>
    </message>
    <message>
        <source>For editing</source>
        <translation>供後製剪接</translation>
    </message>
    <message>
        <source>Recording&apos;s bit rate</source>
        <translation>錄影位元率</translation>
    </message>
    <message>
        <source>Of the picture: 12,000 kb/s is 5.5 GB an hour</source>
        <translation>畫面的位元率：12,000 kb/s 約每小時 5.5 GB</translation>
    </message>
    <message>
        <source>New file after</source>
        <translation>分割檔案</translation>
    </message>
    <message>
        <source>0 is never; no frame is lost between two files</source>
        <translation>0 為不分割；兩個檔案之間不會少任何一格</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分</translation>
    </message>
    <message>
        <source>With the show</source>
        <translation>隨演出</translation>
    </message>
    <message>
        <source>GO LIVE starts it, END closes it</source>
        <translation>「開始播出」開始錄，「結束演出」停止</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>只用手動</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Ground of the hall&apos;s picture</source>
        <translation>會場畫面的背景</translation>
    </message>
    <message>
        <source>AS DRAWN</source>
        <translation>原樣</translation>
    </message>
    <message>
        <source>The host before their own scenery</source>
        <translation>虛擬人站在自己的場景前</translation>
    </message>
    <message>
        <source>COLOUR</source>
        <translation>純色</translation>
    </message>
    <message>
        <source>The host on one colour, for a chroma key</source>
        <translation>虛擬人放在單一顏色上，供色鍵去背</translation>
    </message>
    <message>
        <source>KEY BESIDE</source>
        <translation>並排 KEY</translation>
    </message>
    <message>
        <source>One picture twice as wide: fill at the left, key at the right</source>
        <translation>一個兩倍寬的畫面：左邊 Fill，右邊 Key</translation>
    </message>
    <message>
        <source>KEY SCREEN</source>
        <translation>獨立 KEY</translation>
    </message>
    <message>
        <source>The fill on the hall&apos;s screen, the key on another one</source>
        <translation>Fill 在會場螢幕，Key 在另一個螢幕</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>as #00b140</source>
        <translation>例如 #00b140</translation>
    </message>
    <message>
        <source>Colour of the ground</source>
        <translation>背景顏色</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填色 (Fill)</translation>
    </message>
    <message>
        <source>PREMULTIPLIED</source>
        <translation>預乘</translation>
    </message>
    <message>
        <source>Edges are dark already: the mixer only adds. Also called shaped</source>
        <translation>邊緣已乘上 Key：導播機只需相加，也稱 Shaped</translation>
    </message>
    <message>
        <source>STRAIGHT</source>
        <translation>非預乘</translation>
    </message>
    <message>
        <source>Edges have their whole colour: the mixer multiplies by the key</source>
        <translation>邊緣保留完整顏色：由導播機乘上 Key</translation>
    </message>
    <message>
        <source>Key on</source>
        <translation>Key 輸出到</translation>
    </message>
    <message>
        <source>The screen that gets the key: white where the host is, black elsewhere</source>
        <translation>輸出 Key 的螢幕：虛擬人處為白，其餘為黑</translation>
    </message>
    <message>
        <source>Screen of the key</source>
        <translation>Key 螢幕</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Of this window; the log file stays English</source>
        <translation>此視窗的語言；紀錄檔一律為英文</translation>
    </message>
    <message>
        <source>the system&apos;s language</source>
        <translation>依系統語言</translation>
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
        <translation>標準</translation>
    </message>
    <message>
        <source>As much as possible is seen at once</source>
        <translation>一眼看到最多內容</translation>
    </message>
    <message>
        <source>LARGE</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>As large as the window has room for, up to half as large again</source>
        <translation>視窗放得下多大就多大，最多放大到一倍半</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>對比</translation>
    </message>
    <message>
        <source>Quiet, for a dark hall</source>
        <translation>柔和，適合暗場</translation>
    </message>
    <message>
        <source>HIGH</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Greys and edges stand out, at 7 to 1 or more</source>
        <translation>灰字與框線更清楚，對比 7:1 以上</translation>
    </message>
    <message>
        <source>Animations</source>
        <translation>動畫</translation>
    </message>
    <message>
        <source>The host of NEXT moves, the text cursor blinks</source>
        <translation>「下一個」的主持人會動，文字游標會閃</translation>
    </message>
    <message>
        <source>CALM</source>
        <translation>靜</translation>
    </message>
    <message>
        <source>Nothing moves but the hall&apos;s picture, levels and times</source>
        <translation>除了場內畫面、電平與時間，什麼都不動</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>when the show has none of its own</source>
        <translation>演出沒有自己的名稱時使用</translation>
    </message>
    <message>
        <source>Name on the state strip</source>
        <translation>狀態列上的名稱</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒影格數</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>節目</translation>
    </message>
    <message>
        <source>Program frames a second; what the screen or the stream asks for</source>
        <translation>節目每秒影格數；依螢幕或串流的要求</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Of the program, in pixels</source>
        <translation>節目畫面的尺寸（像素）</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Headphones</source>
        <translation>耳機</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Where you listen to lines and voices; never the hall&apos;s loudspeaker</source>
        <translation>您試聽台詞與語音的地方；絕不會是會場喇叭</translation>
    </message>
    <message>
        <source>the system&apos;s own output</source>
        <translation>系統預設輸出</translation>
    </message>
    <message>
        <source>Mic gain</source>
        <translation>麥克風增益</translation>
    </message>
    <message>
        <source>Added to the microphone</source>
        <translation>加在麥克風上</translation>
    </message>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Lip delay and limits</source>
        <translation>對嘴延遲與門檻</translation>
    </message>
    <message>
        <source>The lip delay before it is calibrated</source>
        <translation>校正之前的對嘴延遲</translation>
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
        <translation>會場聲音</translation>
    </message>
    <message>
        <source>Added to the hall&apos;s sound</source>
        <translation>加在會場聲音上</translation>
    </message>
    <message>
        <source>Gain of the hall&apos;s sound</source>
        <translation>會場聲音的增益</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>How much later than its picture the hall&apos;s sound goes out</source>
        <translation>會場聲音比畫面晚多少送出</translation>
    </message>
    <message>
        <source>Delay of the hall&apos;s sound</source>
        <translation>會場聲音的延遲</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>混音</translation>
    </message>
    <message>
        <source>The feed: in-ear monitors, a recorder, the press</source>
        <translation>輔助輸出：耳內監聽、錄音、媒體</translation>
    </message>
    <message>
        <source>Mix of the feed</source>
        <translation>輔助輸出的混音</translation>
    </message>
    <message>
        <source>BOTH</source>
        <translation>兩者</translation>
    </message>
    <message>
        <source>The MC and the host, however the PA is</source>
        <translation>主持人與虛擬人，不受 PA 設定影響</translation>
    </message>
    <message>
        <source>HOST</source>
        <translation>虛擬人</translation>
    </message>
    <message>
        <source>Only what the host says by itself</source>
        <translation>只有虛擬人自己說的話</translation>
    </message>
    <message>
        <source>MC</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>Only the MC, as long as the MC drives the host</source>
        <translation>只有主持人，在主持人帶動虛擬人時</translation>
    </message>
    <message>
        <source>Added to the feed</source>
        <translation>加在輔助輸出上</translation>
    </message>
    <message>
        <source>Gain of the feed</source>
        <translation>輔助輸出的增益</translation>
    </message>
    <message>
        <source>How much later than its picture the feed goes out</source>
        <translation>輔助輸出比畫面晚多少送出</translation>
    </message>
    <message>
        <source>Delay of the feed</source>
        <translation>輔助輸出的延遲</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>The short lip delay, for a fast machine</source>
        <translation>較短的對嘴延遲，適合快的電腦</translation>
    </message>
    <message>
        <source>Limit, default</source>
        <translation>門檻（標準）</translation>
    </message>
    <message>
        <source>HEALTH turns amber when the measured delay (p95) is above this</source>
        <translation>實測延遲（p95）超過此值時，系統狀態轉為黃色</translation>
    </message>
    <message>
        <source>Limit, express</source>
        <translation>門檻（快速）</translation>
    </message>
    <message>
        <source>LOW below</source>
        <translation>過小門檻</translation>
    </message>
    <message>
        <source>A microphone below this for five seconds is LOW</source>
        <translation>麥克風連續五秒低於此值即為過小</translation>
    </message>
    <message>
        <source>dBFS</source>
        <translation>dBFS</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>響度</translation>
    </message>
    <message>
        <source>What speech and sound files are levelled to; EBU R128 asks -23</source>
        <translation>語音與聲音檔調整到的響度；EBU R128 為 -23</translation>
    </message>
    <message>
        <source>LUFS</source>
        <translation>LUFS</translation>
    </message>
    <message>
        <source>Fetched from</source>
        <translation>下載來源</translation>
    </message>
    <message>
        <source>the public hub, or a mirror of it</source>
        <translation>公開的模型庫或其鏡像站</translation>
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
        <translation>模型名稱</translation>
    </message>
    <message>
        <source>Hears</source>
        <translation>聽</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>說</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>of a proxy; empty is Groq itself</source>
        <translation>代理伺服器；留空即 Groq 本身</translation>
    </message>
    <message>
        <source>A server of yours</source>
        <translation>自己的伺服器</translation>
    </message>
    <message>
        <source>as http://127.0.0.1:11434/v1, Ollama&apos;s</source>
        <translation>例如 Ollama 的 http://127.0.0.1:11434/v1</translation>
    </message>
    <message>
        <source>Edge voices</source>
        <translation>Edge 語音</translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>免按鍵</translation>
    </message>
    <message>
        <source>The microphone for questions</source>
        <translation>提問用的麥克風</translation>
    </message>
    <message>
        <source>In ANSWER the microphone is open: a question ends with a pause</source>
        <translation>在「問答」模式麥克風常開：停頓即視為問完</translation>
    </message>
    <message>
        <source>Only while the key is held</source>
        <translation>只在按住按鍵時</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>停頓</translation>
    </message>
    <message>
        <source>The silence that ends a question, hands-free</source>
        <translation>免按鍵時，靜默多久算問完</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Host&apos;s own voice</source>
        <translation>虛擬人自己的聲音</translation>
    </message>
    <message>
        <source>GATE</source>
        <translation>關閉收音</translation>
    </message>
    <message>
        <source>The microphone is shut while the host speaks</source>
        <translation>虛擬人說話時關閉麥克風</translation>
    </message>
    <message>
        <source>CANCEL</source>
        <translation>消除</translation>
    </message>
    <message>
        <source>The host&apos;s voice is taken out: one may ask over it</source>
        <translation>從收音中去除虛擬人的聲音：可以打斷它提問</translation>
    </message>
    <message>
        <source>Model&apos;s folder</source>
        <translation>模型資料夾</translation>
    </message>
    <message>
        <source>Whisper on this machine</source>
        <translation>本機的 Whisper</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>運作於</translation>
    </message>
    <message>
        <source>PROCESSOR</source>
        <translation>處理器</translation>
    </message>
    <message>
        <source>Works on every machine</source>
        <translation>任何電腦都能用</translation>
    </message>
    <message>
        <source>GRAPHICS CARD</source>
        <translation>顯示卡</translation>
    </message>
    <message>
        <source>Faster; shares the card with a filmed host</source>
        <translation>較快；與實拍虛擬人共用顯示卡</translation>
    </message>
    <message>
        <source>Calculates in</source>
        <translation>計算精度</translation>
    </message>
    <message>
        <source>INT8</source>
        <translation>INT8</translation>
    </message>
    <message>
        <source>Fastest on a processor, and smallest</source>
        <translation>在處理器上最快，也最省空間</translation>
    </message>
    <message>
        <source>INT8+16</source>
        <translation>INT8+16</translation>
    </message>
    <message>
        <source>Small and fast on a card</source>
        <translation>在顯示卡上又小又快</translation>
    </message>
    <message>
        <source>FP16</source>
        <translation>FP16</translation>
    </message>
    <message>
        <source>Half precision: on a card only</source>
        <translation>半精度：僅限顯示卡</translation>
    </message>
    <message>
        <source>FP32</source>
        <translation>FP32</translation>
    </message>
    <message>
        <source>Full precision: slowest, and largest</source>
        <translation>全精度：最慢，也最占空間</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>顯示卡</translation>
    </message>
    <message>
        <source>What draws filmed hosts</source>
        <translation>繪製實拍虛擬人</translation>
    </message>
    <message>
        <source>Which graphics card the neural driver works on; the light driver needs none</source>
        <translation>神經網路驅動使用哪張顯示卡；輕量驅動不需要</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未選擇</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>AUTO</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Half precision on a card, full precision on the processor</source>
        <translation>顯示卡用半精度，處理器用全精度</translation>
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
        <translation>數值範圍較大的半精度，適用較新的顯示卡</translation>
    </message>
    <message>
        <source>Full precision: twice the memory, half the speed</source>
        <translation>全精度：記憶體加倍，速度減半</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解碼器</translation>
    </message>
    <message>
        <source>FULL</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>與原始發布版本相同</translation>
    </message>
    <message>
        <source>SMALL</source>
        <translation>小型</translation>
    </message>
    <message>
        <source>Approximate, and many times quicker: `compere models distil`</source>
        <translation>近似結果，速度快許多倍：`compere models distil`</translation>
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
        <translation>有實拍虛擬人且顯示卡容得下兩份時</translation>
    </message>
    <message>
        <source>ON</source>
        <translation>開</translation>
    </message>
    <message>
        <source>Always: it takes its memory once more</source>
        <translation>一律啟用：記憶體需要再一份</translation>
    </message>
    <message>
        <source>OFF</source>
        <translation>關</translation>
    </message>
    <message>
        <source>Never: while the engine starts again, the host idles</source>
        <translation>一律不用：引擎重新啟動時，虛擬人保持待機動作</translation>
    </message>
    <message>
        <source>% of the picture</source>
        <translation>% 畫面</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>ARM</source>
        <translation>備妥</translation>
    </message>
    <message>
        <source>Check and get ready; GO LIVE works for the next sixty seconds</source>
        <translation>檢查並備妥；接下來六十秒內可以開始播出</translation>
    </message>
    <message>
        <source>DISARM</source>
        <translation>解除備妥</translation>
    </message>
    <message>
        <source>Back to STANDBY</source>
        <translation>回到待命</translation>
    </message>
    <message>
        <source>GO LIVE</source>
        <translation>開始播出</translation>
    </message>
    <message>
        <source>HOLD</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Fade to the slate and mute; back to LIVE with one press</source>
        <translation>淡到墊檔畫面並靜音；按一下即恢復播出</translation>
    </message>
    <message>
        <source>BACK TO LIVE</source>
        <translation>恢復播出</translation>
    </message>
    <message>
        <source>From HOLD back on the air</source>
        <translation>從暫停恢復播出</translation>
    </message>
    <message>
        <source>PANIC</source>
        <translation>緊急切黑</translation>
    </message>
    <message>
        <source>Black and silence at once</source>
        <translation>立刻全黑並靜音</translation>
    </message>
    <message>
        <source>LEAVE PANIC</source>
        <translation>解除緊急</translation>
    </message>
    <message>
        <source>Back to HOLD when the show was on air, else to STANDBY</source>
        <translation>原本播出中則回到暫停，否則回到待命</translation>
    </message>
    <message>
        <source>INTERRUPT</source>
        <translation>打斷</translation>
    </message>
    <message>
        <source>Stop the avatar&apos;s speech at once; it listens again</source>
        <translation>立刻停止虛擬人說話；它會繼續聆聽</translation>
    </message>
    <message>
        <source>END SHOW</source>
        <translation>結束演出</translation>
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
        <translation>由什麼帶動虛擬人：跟隨（主持人的現場聲音）、預錄（聲音檔）或問答</translation>
    </message>
    <message>
        <source>AVATAR</source>
        <translation>虛擬人</translation>
    </message>
    <message>
        <source>Who is on screen</source>
        <translation>誰在畫面上</translation>
    </message>
    <message>
        <source>MICROPHONE</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>The MC&apos;s microphone</source>
        <translation>主持人的麥克風</translation>
    </message>
    <message>
        <source>MIC CHANNELS</source>
        <translation>麥克風聲道</translation>
    </message>
    <message>
        <source>The channels of the microphone&apos;s device that the MC is on</source>
        <translation>主持人在麥克風裝置的哪幾個聲道</translation>
    </message>
    <message>
        <source>LOUDSPEAKER</source>
        <translation>喇叭</translation>
    </message>
    <message>
        <source>Where the program&apos;s sound goes</source>
        <translation>節目聲音送往哪裡</translation>
    </message>
    <message>
        <source>HALL CHANNELS</source>
        <translation>會場聲道</translation>
    </message>
    <message>
        <source>The channels of the loudspeaker&apos;s device that the hall hears</source>
        <translation>會場聽到的是喇叭裝置的哪幾個聲道</translation>
    </message>
    <message>
        <source>FEED CHANNELS</source>
        <translation>輔助輸出聲道</translation>
    </message>
    <message>
        <source>The channels of the loudspeaker&apos;s device that carry the feed</source>
        <translation>輔助輸出走喇叭裝置的哪幾個聲道</translation>
    </message>
    <message>
        <source>SCREEN</source>
        <translation>螢幕</translation>
    </message>
    <message>
        <source>The hall&apos;s screen</source>
        <translation>會場的螢幕</translation>
    </message>
    <message>
        <source>PA</source>
        <translation>擴聲</translation>
    </message>
    <message>
        <source>The MC&apos;s voice through Compere (in sync) or direct (lips trail)</source>
        <translation>主持人聲音經 Compere（同步）或直送（嘴型落後）</translation>
    </message>
    <message>
        <source>SAY</source>
        <translation>預錄</translation>
    </message>
    <message>
        <source>Speak a sound file</source>
        <translation>說出一個聲音檔</translation>
    </message>
    <message>
        <source>DEMO MC</source>
        <translation>示範主持人</translation>
    </message>
    <message>
        <source>A bundled recording stands in for the microphone</source>
        <translation>以內附錄音代替麥克風</translation>
    </message>
    <message>
        <source>SLATE</source>
        <translation>墊檔</translation>
    </message>
    <message>
        <source>MUTE MIC</source>
        <translation>麥克風靜音</translation>
    </message>
    <message>
        <source>Silence instead of the microphone</source>
        <translation>以靜音代替麥克風</translation>
    </message>
    <message>
        <source>MUTE AVATAR</source>
        <translation>虛擬人靜音</translation>
    </message>
    <message>
        <source>Keep the avatar&apos;s voice out of the hall</source>
        <translation>不讓虛擬人的聲音進入會場</translation>
    </message>
    <message>
        <source>EXPRESS</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>The short lip delay, for a fast machine</source>
        <translation>較短的對嘴延遲，適合快的電腦</translation>
    </message>
    <message>
        <source>QUIT</source>
        <translation>結束程式</translation>
    </message>
    <message>
        <source>Close the console and what it started</source>
        <translation>關閉控制台與它啟動的程式</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>下一段</translation>
    </message>
    <message>
        <source>Choose what comes next; the hall sees nothing of it</source>
        <translation>選擇接下來的內容；會場看不到</translation>
    </message>
    <message>
        <source>NEXT ONE ON</source>
        <translation>移動下一段</translation>
    </message>
    <message>
        <source>The next preset of the rundown, or the one before</source>
        <translation>流程表的後一段或前一段</translation>
    </message>
    <message>
        <source>NEXT AVATAR</source>
        <translation>更換下一段虛擬人</translation>
    </message>
    <message>
        <source>Another avatar for what comes next; the hall sees nothing of it</source>
        <translation>接下來改用別的虛擬人；會場看不到</translation>
    </message>
    <message>
        <source>TAKE</source>
        <translation>切入</translation>
    </message>
    <message>
        <source>Put NEXT on: its avatar, mode and sound</source>
        <translation>切入下一段：虛擬人、模式與聲音</translation>
    </message>
    <message>
        <source>LOCK</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Only INTERRUPT, HOLD and PANIC work until it is unlocked</source>
        <translation>解鎖前只有「打斷」、「暫停」與「緊急切黑」有作用</translation>
    </message>
    <message>
        <source>UNLOCK</source>
        <translation>解鎖</translation>
    </message>
    <message>
        <source>STAND-IN</source>
        <translation>替身</translation>
    </message>
    <message>
        <source>STAND-IN ON</source>
        <translation>換上替身</translation>
    </message>
    <message>
        <source>STAND-IN OFF</source>
        <translation>換回本尊</translation>
    </message>
    <message>
        <source>Put the preset&apos;s stand-in on screen while its own avatar&apos;s engine is out, or its avatar again</source>
        <translation>主持人引擎停擺時換上這個預設的替身，或換回本尊</translation>
    </message>
    <message>
        <source>All keys and buttons work again</source>
        <translation>所有按鍵與按鈕恢復作用</translation>
    </message>
    <message>
        <source>EDIT</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Change presets, keys and settings; the hall sees nothing of it</source>
        <translation>變更預設組、按鍵與設定；會場看不到</translation>
    </message>
    <message>
        <source>KEY MAP</source>
        <translation>按鍵表</translation>
    </message>
    <message>
        <source>All keys at a glance</source>
        <translation>所有按鍵一覽</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>Change the rundown, in EDIT</source>
        <translation>在「編輯」中變更流程表</translation>
    </message>
    <message>
        <source>KEY</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Give an action another key, in EDIT</source>
        <translation>在「編輯」中為動作換一個按鍵</translation>
    </message>
    <message>
        <source>OPEN SHOW</source>
        <translation>開啟演出</translation>
    </message>
    <message>
        <source>Bring in a whole show</source>
        <translation>帶入整場演出</translation>
    </message>
    <message>
        <source>SAVE SHOW</source>
        <translation>儲存演出</translation>
    </message>
    <message>
        <source>Presets, avatars and pictures in one file</source>
        <translation>預設組、虛擬人與圖片存成一個檔案</translation>
    </message>
    <message>
        <source>READ TABLE</source>
        <translation>讀入表格</translation>
    </message>
    <message>
        <source>A rundown from a CSV table</source>
        <translation>從 CSV 表格讀入流程表</translation>
    </message>
    <message>
        <source>WRITE TABLE</source>
        <translation>匯出表格</translation>
    </message>
    <message>
        <source>The rundown as a CSV table</source>
        <translation>將流程表匯出成 CSV 表格</translation>
    </message>
    <message>
        <source>ADD AVATAR</source>
        <translation>加入虛擬人</translation>
    </message>
    <message>
        <source>Bring in an avatar folder</source>
        <translation>帶入一個虛擬人資料夾</translation>
    </message>
    <message>
        <source>APPROVE</source>
        <translation>通過</translation>
    </message>
    <message>
        <source>Speak the drafted answer</source>
        <translation>說出擬好的回答</translation>
    </message>
    <message>
        <source>EDIT ANSWER</source>
        <translation>修改回答</translation>
    </message>
    <message>
        <source>AGAIN</source>
        <translation>重擬</translation>
    </message>
    <message>
        <source>Draft another answer</source>
        <translation>重新擬一個回答</translation>
    </message>
    <message>
        <source>REJECT</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>PREFLIGHT</source>
        <translation>演前檢查</translation>
    </message>
    <message>
        <source>Look the hall over: what is ready, what is not, and what was waived</source>
        <translation>巡視全場：哪些就緒、哪些未就緒、哪些已放行</translation>
    </message>
    <message>
        <source>WAIVE</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Go on although this item of preflight is red; it is logged by name</source>
        <translation>演前檢查這一項雖為紅燈仍繼續；會記名留存紀錄</translation>
    </message>
    <message>
        <source>IDENTIFY</source>
        <translation>辨識螢幕</translation>
    </message>
    <message>
        <source>Show the hall&apos;s screen its own name and number for six seconds</source>
        <translation>在會場螢幕顯示它的名稱與編號六秒</translation>
    </message>
    <message>
        <source>TEST PATTERN</source>
        <translation>測試圖</translation>
    </message>
    <message>
        <source>Grid, circles and colour bars on the hall&apos;s screen; beep adds the lip-sync test</source>
        <translation>會場螢幕顯示格線、圓與色條；嗶聲可測試影音同步</translation>
    </message>
    <message>
        <source>RE-PLACE</source>
        <translation>重新放置</translation>
    </message>
    <message>
        <source>Place the hall window again on its screen</source>
        <translation>將會場視窗重新放到它的螢幕上</translation>
    </message>
    <message>
        <source>SETTINGS</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Change settings, in STANDBY</source>
        <translation>變更設定（待命時）</translation>
    </message>
    <message>
        <source>RESTART PLAYOUT</source>
        <translation>重啟播出程式</translation>
    </message>
    <message>
        <source>Start playout again, so that the new program rate and size hold; the hall sees the slate meanwhile</source>
        <translation>重新啟動播出程式，讓新的影格率與尺寸生效；期間會場看到墊檔畫面</translation>
    </message>
    <message>
        <source>CHECK MODELS</source>
        <translation>檢查模型</translation>
    </message>
    <message>
        <source>Look at the neural driver&apos;s files and at the graphics card; `whole` reads every file to its end</source>
        <translation>檢查神經網路驅動的檔案與顯示卡；`whole` 會把每個檔案讀完</translation>
    </message>
    <message>
        <source>IMPORT MODELS</source>
        <translation>匯入模型</translation>
    </message>
    <message>
        <source>Bring the neural driver&apos;s files in from a folder or a USB stick</source>
        <translation>從資料夾或隨身碟匯入神經網路驅動的檔案</translation>
    </message>
    <message>
        <source>FETCH MODELS</source>
        <translation>下載模型</translation>
    </message>
    <message>
        <source>Fetch what is missing of the neural driver&apos;s files over the network</source>
        <translation>從網路下載神經網路驅動所缺的檔案</translation>
    </message>
    <message>
        <source>STOP MODELS</source>
        <translation>停止取得模型</translation>
    </message>
    <message>
        <source>Stop bringing models in; the next time goes on from there</source>
        <translation>停止取得模型；下次從這裡接續</translation>
    </message>
    <message>
        <source>HOST FROM A VIDEO</source>
        <translation>用影片製作主持人</translation>
    </message>
    <message>
        <source>Make a host of a video or a photo: see its first picture, and the faces on it</source>
        <translation>用影片或照片製作主持人：先看第一個畫面與其中的臉</translation>
    </message>
    <message>
        <source>PLAN THE HOST</source>
        <translation>主持人計畫</translation>
    </message>
    <message>
        <source>Name, licence, face box and mask of the host that is being made</source>
        <translation>製作中主持人的名字、授權、臉框與遮罩</translation>
    </message>
    <message>
        <source>MAKE THE HOST</source>
        <translation>製作主持人</translation>
    </message>
    <message>
        <source>Prepare every picture of the clip; goes on where it was stopped</source>
        <translation>準備影片的每個畫面；會從停下處繼續</translation>
    </message>
    <message>
        <source>STOP MAKING</source>
        <translation>停止製作</translation>
    </message>
    <message>
        <source>Stop making the host; the next time goes on from there</source>
        <translation>停止製作主持人；下次從那裡繼續</translation>
    </message>
    <message>
        <source>PUT AWAY</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Put the plan of a host away</source>
        <translation>收起主持人計畫</translation>
    </message>
    <message>
        <source>LOOK FOR CARDS</source>
        <translation>尋找顯示卡</translation>
    </message>
    <message>
        <source>See which graphics cards could draw a film</source>
        <translation>查看有哪些顯示卡可以繪製影片</translation>
    </message>
    <message>
        <source>WELCOME</source>
        <translation>歡迎</translation>
    </message>
    <message>
        <source>Four short steps: event, voice, hall, avatar</source>
        <translation>四個簡短步驟：活動、聲音、會場、虛擬人</translation>
    </message>
    <message>
        <source>OFFLINE</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>STANDBY</source>
        <translation>待命</translation>
    </message>
    <message>
        <source>ARMED</source>
        <translation>已備妥</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>播出中</translation>
    </message>
    <message>
        <source>Playout is not running yet: wait for STANDBY.</source>
        <translation>播出程式尚未就緒：請等到「待命」。</translation>
    </message>
    <message>
        <source>The show is in PANIC: hold {keys} for one second to leave it.</source>
        <translation>目前是緊急切黑：按住 {keys} 一秒可解除。</translation>
    </message>
    <message>
        <source>The show is on air already.</source>
        <translation>已經在播出了。</translation>
    </message>
    <message>
        <source>The show is on air: END is the way off.</source>
        <translation>播出中：要離開請用「結束演出」。</translation>
    </message>
    <message>
        <source>Nothing is on air.</source>
        <translation>目前沒有播出。</translation>
    </message>
    <message>
        <source>The show is not armed: press ARM first.</source>
        <translation>尚未備妥：請先按「備妥」。</translation>
    </message>
    <message>
        <source>Nothing is being said: the avatar speaks only when LIVE.</source>
        <translation>目前沒有在說話：虛擬人只在播出中說話。</translation>
    </message>
    <message>
        <source>ARMED ran out after sixty seconds.</source>
        <translation>已備妥超過六十秒，回到待命。</translation>
    </message>
    <message>
        <source>There is nothing to go back to: the show is not in HOLD.</source>
        <translation>沒有可恢復的播出：目前不是暫停。</translation>
    </message>
    <message>
        <source>The avatar speaks only when LIVE.</source>
        <translation>虛擬人只在播出中說話。</translation>
    </message>
    <message>
        <source>The lip delay stays as it is from ARM to END: change it in STANDBY.</source>
        <translation>從備妥到結束，對嘴延遲不再變動：請在待命時變更。</translation>
    </message>
    <message>
        <source>The show is on air: END it first.</source>
        <translation>播出中：請先結束演出。</translation>
    </message>
    <message>
        <source>The show is on air: a test pattern is shown only in STANDBY and ARMED.</source>
        <translation>播出中：測試圖只能在待命或已備妥時顯示。</translation>
    </message>
    <message>
        <source>The welcome would hide HALL NOW: it is opened in STANDBY only.</source>
        <translation>歡迎步驟會擋住會場現況：只能在待命時打開。</translation>
    </message>
    <message>
        <source>Nothing can be taken now: leave PANIC, or wait until playout is there.</source>
        <translation>現在無法切入：請先解除緊急切黑，或等播出程式就緒。</translation>
    </message>
    <message>
        <source>The console is locked: hold {keys} for one second to unlock it.</source>
        <translation>控制台已鎖定：按住 {keys} 一秒可解鎖。</translation>
    </message>
    <message>
        <source>Pressed twice within 0.3 s: only the first press counts.</source>
        <translation>0.3 秒內按了兩次：只算第一次。</translation>
    </message>
    <message>
        <source>The action failed inside Compere ({fault}): report it, and use another.</source>
        <translation>此動作在 Compere 內部失敗（{fault}）：請回報，並改用其他方式。</translation>
    </message>
    <message>
        <source>There is no action named {name}.</source>
        <translation>沒有名為 {name} 的動作。</translation>
    </message>
    <message>
        <source>There is no such mode: choose mirror, say or answer.</source>
        <translation>沒有這種模式：請選 mirror、say 或 answer。</translation>
    </message>
    <message>
        <source>There is no such PA mode: choose through or direct.</source>
        <translation>沒有這種擴聲方式：請選 through 或 direct。</translation>
    </message>
    <message>
        <source>Choose the picture&apos;s file for the slate.</source>
        <translation>請選擇墊檔畫面的圖片檔。</translation>
    </message>
    <message>
        <source>There is no such test pattern: choose card, beep or off.</source>
        <translation>沒有這種測試圖：請選 card、beep 或 off。</translation>
    </message>
    <message>
        <source>No {what} was named.</source>
        <translation>沒有指定{what}。</translation>
    </message>
    <message>
        <source>Say on or off.</source>
        <translation>請指定 on 或 off。</translation>
    </message>
    <message>
        <source>Say on or back.</source>
        <translation>請指定 on 或 back。</translation>
    </message>
    <message>
        <source>That is no change of the rundown: use the EDIT panel.</source>
        <translation>這不是流程表的變更：請使用「編輯」面板。</translation>
    </message>
    <message>
        <source>Say which action, which of its keys, and the new key.</source>
        <translation>請指定動作、它的哪一個按鍵，以及新的按鍵。</translation>
    </message>
    <message>
        <source>Say which setting, and its new value.</source>
        <translation>請指定哪一項設定與新的值。</translation>
    </message>
    <message>
        <source>That is changed in EDIT only: open it first.</source>
        <translation>只能在「編輯」中變更：請先開啟。</translation>
    </message>
    <message>
        <source>Settings are changed in STANDBY only: END the show first.</source>
        <translation>設定只能在待命時變更：請先結束演出。</translation>
    </message>
    <message>
        <source>There is no setting {name}.</source>
        <translation>沒有名為 {name} 的設定。</translation>
    </message>
    <message>
        <source>That setting cannot be used.</source>
        <translation>此設定無法使用。</translation>
    </message>
    <message>
        <source>The express lip delay must not be longer than the default one.</source>
        <translation>快速的對嘴延遲不可比標準的長。</translation>
    </message>
    <message>
        <source>The program&apos;s width and height must be even, for the recording&apos;s sake.</source>
        <translation>節目的寬與高必須是偶數，錄影才能進行。</translation>
    </message>
    <message>
        <source>There is no such language: choose English, 繁體中文, 简体中文 or the system&apos;s.</source>
        <translation>沒有這種語言：請選 English、繁體中文、简体中文，或依系統語言。</translation>
    </message>
    <message>
        <source>The program rate must be 25, 30, 50 or 60 frames a second.</source>
        <translation>節目影格率必須是每秒 25、30、50 或 60 格。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read ({fault}): defaults are used.</source>
        <translation>無法讀取 {path} 的設定（{fault}）：改用預設值。</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be used ({fault}): defaults are used, the file is kept.</source>
        <translation>無法使用 {path} 的設定（{fault}）：改用預設值，檔案保留不動。</translation>
    </message>
    <message>
        <source>The settings cannot be saved in {path} ({fault}).</source>
        <translation>設定無法存到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>已儲存 {time}</translation>
    </message>
    <message>
        <source>There is no key {n} of {name} to change.</source>
        <translation>{name} 沒有第 {n} 個按鍵可改。</translation>
    </message>
    <message>
        <source>That is no key: press one key, with Ctrl, Shift or Alt if you like.</source>
        <translation>這不是按鍵：請按一個鍵，需要時可加 Ctrl、Shift 或 Alt。</translation>
    </message>
    <message>
        <source>{keys} walks through the window: choose another key.</source>
        <translation>{keys} 用來在視窗中移動：請選別的鍵。</translation>
    </message>
    <message>
        <source>{keys} is {words} already: choose another key.</source>
        <translation>{keys} 已經是「{words}」：請選別的鍵。</translation>
    </message>
    <message>
        <source>The keys in {path} are from a newer Compere: the usual ones are used.</source>
        <translation>{path} 的按鍵來自較新的 Compere：改用預設鍵。</translation>
    </message>
    <message>
        <source>In {path} the keys of {name} cannot be used: the usual ones are.</source>
        <translation>{path} 中 {name} 的按鍵無法使用：改用預設鍵。</translation>
    </message>
    <message>
        <source>The keys in {path} cannot be read ({fault}): the usual ones are used.</source>
        <translation>無法讀取 {path} 的按鍵（{fault}）：改用預設鍵。</translation>
    </message>
    <message>
        <source>The keys in {path} cannot be used ({fault}): the usual ones are used.</source>
        <translation>無法使用 {path} 的按鍵（{fault}）：改用預設鍵。</translation>
    </message>
    <message>
        <source>The keys cannot be saved in {path} ({fault}).</source>
        <translation>按鍵無法存到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>There is no preset {name} in the rundown.</source>
        <translation>流程表中沒有預設組 {name}。</translation>
    </message>
    <message>
        <source>There is no preset {name} in the rundown any more.</source>
        <translation>流程表中已經沒有預設組 {name}。</translation>
    </message>
    <message>
        <source>The rundown is empty: make a preset in EDIT.</source>
        <translation>流程表是空的：請到「編輯」新增預設組。</translation>
    </message>
    <message>
        <source>Nothing is next: choose a preset with 1 to 9.</source>
        <translation>沒有下一段：請按 1 到 9 選擇預設組。</translation>
    </message>
    <message>
        <source>There is no avatar {name}.</source>
        <translation>沒有虛擬人 {name}。</translation>
    </message>
    <message>
        <source>There is no avatar {name}: choose another one for NEXT, or add it in EDIT.</source>
        <translation>沒有虛擬人 {name}：請為下一段選擇別的，或到「編輯」加入。</translation>
    </message>
    <message>
        <source>There is no sound file {path}: choose another one.</source>
        <translation>沒有聲音檔 {path}：請選擇別的。</translation>
    </message>
    <message>
        <source>{name} cannot be taken: {why}.</source>
        <translation>無法切入 {name}：{why}。</translation>
    </message>
    <message>
        <source>{name}: there is no file {path}: the take went on without it.</source>
        <translation>{name}：沒有檔案 {path}，切入時略過它。</translation>
    </message>
    <message>
        <source>the avatar {name} is not there</source>
        <translation>找不到虛擬人 {name}</translation>
    </message>
    <message>
        <source>its file {path} is not there</source>
        <translation>找不到檔案 {path}</translation>
    </message>
    <message>
        <source>its slate is a picture, so name slate_picture</source>
        <translation>墊檔畫面設為圖片，請指定圖片檔</translation>
    </message>
    <message>
        <source>its mode is say, so name the sound file in say</source>
        <translation>模式為「預錄」，請指定聲音檔</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>沒有可復原的變更。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>沒有可重做的變更。</translation>
    </message>
    <message>
        <source>A rundown has {n} presets at most.</source>
        <translation>流程表最多 {n} 個預設組。</translation>
    </message>
    <message>
        <source>A preset has no field {name}.</source>
        <translation>預設組沒有欄位 {name}。</translation>
    </message>
    <message>
        <source>Preset {path} cannot be used: {fault}.</source>
        <translation>預設組 {path} 無法使用：{fault}。</translation>
    </message>
    <message>
        <source>Preset {path} cannot be read ({fault}).</source>
        <translation>無法讀取預設組 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>Preset {path} was written by a newer Compere (format {n}): update this one.</source>
        <translation>預設組 {path} 由較新的 Compere 寫成（格式 {n}）：請更新本程式。</translation>
    </message>
    <message>
        <source>Preset {path} is not used: name its file with lower-case letters, digits and hyphens.</source>
        <translation>未使用預設組 {path}：檔名請用小寫字母、數字與連字號。</translation>
    </message>
    <message>
        <source>The presets cannot be saved in {path} ({fault}).</source>
        <translation>預設組無法存到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>The rundown {path} cannot be read ({fault}): the presets come by name.</source>
        <translation>無法讀取流程表 {path}（{fault}）：預設組依名稱排列。</translation>
    </message>
    <message>
        <source>The rundown {path} cannot be used ({fault}): the presets come by name.</source>
        <translation>無法使用流程表 {path}（{fault}）：預設組依名稱排列。</translation>
    </message>
    <message>
        <source>The rundown {path} was written by a newer Compere (format {n}): the presets come by name; update this one.</source>
        <translation>流程表 {path} 由較新的 Compere 寫成（格式 {n}）：預設組依名稱排列，請更新本程式。</translation>
    </message>
    <message>
        <source>Something is being moved already: wait until it is done.</source>
        <translation>正在搬移其他內容：請等它完成。</translation>
    </message>
    <message>
        <source>That failed inside Compere ({fault}): the log has more.</source>
        <translation>在 Compere 內部失敗（{fault}）：詳情見紀錄。</translation>
    </message>
    <message>
        <source>bringing in {path}</source>
        <translation>正在帶入 {path}</translation>
    </message>
    <message>
        <source>opening {path}</source>
        <translation>正在開啟 {path}</translation>
    </message>
    <message>
        <source>saving {path}</source>
        <translation>正在儲存 {path}</translation>
    </message>
    <message>
        <source>{n} presets read from {path}; UNDO takes it back</source>
        <translation>從 {path} 讀入 {n} 個預設組；按「復原」可收回</translation>
    </message>
    <message>
        <source>the rundown was written to {path}</source>
        <translation>流程表已匯出到 {path}</translation>
    </message>
    <message>
        <source>the avatar {name} is there</source>
        <translation>虛擬人 {name} 已加入</translation>
    </message>
    <message>
        <source>{path} was opened: {n} presets; the earlier show is in {aside}</source>
        <translation>已開啟 {path}：{n} 個預設組；先前的演出在 {aside}</translation>
    </message>
    <message>
        <source>the show was saved as {path}</source>
        <translation>演出已存成 {path}</translation>
    </message>
    <message>
        <source>{path} is too large to be a show.</source>
        <translation>{path} 太大，不可能是演出檔。</translation>
    </message>
    <message>
        <source>{path} is too large to be an avatar.</source>
        <translation>{path} 太大，不可能是虛擬人。</translation>
    </message>
    <message>
        <source>{path} is not in UTF-8: save it as “CSV UTF-8”.</source>
        <translation>{path} 不是 UTF-8：請另存為「CSV UTF-8」。</translation>
    </message>
    <message>
        <source>The table cannot be read or written ({fault}).</source>
        <translation>表格無法讀寫（{fault}）。</translation>
    </message>
    <message>
        <source>The table cannot be read as CSV ({fault}).</source>
        <translation>表格無法當作 CSV 讀取（{fault}）。</translation>
    </message>
    <message>
        <source>The table cannot be used: its first line must name the columns, and one must be “name”.</source>
        <translation>表格無法使用：第一行必須是欄位名稱，其中要有「name」。</translation>
    </message>
    <message>
        <source>The table has no lines below its headings.</source>
        <translation>表格在標題之下沒有任何一行。</translation>
    </message>
    <message>
        <source>The table has too many lines: a rundown has {n} presets at most.</source>
        <translation>表格行數太多：流程表最多 {n} 個預設組。</translation>
    </message>
    <message>
        <source>The id {name} in line {n} must be lower-case letters, digits and hyphens.</source>
        <translation>第 {n} 行的代號 {name} 必須是小寫字母、數字與連字號。</translation>
    </message>
    <message>
        <source>The id {name} in line {n} is there twice: give each line its own.</source>
        <translation>第 {n} 行的代號 {name} 重複：每行請用自己的代號。</translation>
    </message>
    <message>
        <source>The {what} {value} in line {n} is not a number.</source>
        <translation>第 {n} 行的{what} {value} 不是數字。</translation>
    </message>
    <message>
        <source>The {name} in line {n} must be yes or no, not {value}.</source>
        <translation>第 {n} 行的 {name} 必須是 yes 或 no，不是 {value}。</translation>
    </message>
    <message>
        <source>There is an avatar “{name}” already ({other}): give the new one another id in its {file}.</source>
        <translation>已經有虛擬人「{name}」（{other}）：請在新的 {file} 裡改用別的代號。</translation>
    </message>
    <message>
        <source>{path} is no avatar: there is no {file} in it.</source>
        <translation>{path} 不是虛擬人：裡面沒有 {file}。</translation>
    </message>
    <message>
        <source>The avatar was refused. {fault}</source>
        <translation>未接受此虛擬人。{fault}</translation>
    </message>
    <message>
        <source>The avatar {name} cannot be copied to {path} ({fault}).</source>
        <translation>虛擬人 {name} 無法複製到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>The show cannot be saved as {path} ({fault}).</source>
        <translation>演出無法存成 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>The show cannot be saved: {name} names {path}, which is not there.</source>
        <translation>演出無法儲存：{name} 用到 {path}，但找不到它。</translation>
    </message>
    <message>
        <source>The show {path} cannot be opened ({fault}).</source>
        <translation>演出 {path} 無法開啟（{fault}）。</translation>
    </message>
    <message>
        <source>The show {path} was refused. {fault}</source>
        <translation>未接受演出 {path}。{fault}</translation>
    </message>
    <message>
        <source>The show {path} was refused: its avatar {folder} calls itself {name}.</source>
        <translation>未接受演出 {path}：它的虛擬人 {folder} 自稱 {name}。</translation>
    </message>
    <message>
        <source>The show {path} holds no preset.</source>
        <translation>演出 {path} 裡沒有預設組。</translation>
    </message>
    <message>
        <source>{path} is no show of Compere&apos;s: its {file} names no format.</source>
        <translation>{path} 不是 Compere 的演出檔：它的 {file} 沒有寫明格式。</translation>
    </message>
    <message>
        <source>{path} is no show of Compere&apos;s: its {file} cannot be read.</source>
        <translation>{path} 不是 Compere 的演出檔：無法讀取它的 {file}。</translation>
    </message>
    <message>
        <source>{path} is no show of Compere&apos;s: there is no {file} in it.</source>
        <translation>{path} 不是 Compere 的演出檔：裡面沒有 {file}。</translation>
    </message>
    <message>
        <source>{path} is no show of Compere&apos;s, or is damaged: copy it again.</source>
        <translation>{path} 不是 Compere 的演出檔，或已損壞：請重新複製。</translation>
    </message>
    <message>
        <source>{path} was written by a newer Compere (format {n}): update this one.</source>
        <translation>{path} 由較新的 Compere 寫成（格式 {n}）：請更新本程式。</translation>
    </message>
    <message>
        <source>{path} was refused: it wants to write “{file}”.</source>
        <translation>未接受 {path}：它想寫入「{file}」。</translation>
    </message>
    <message>
        <source>{path} was refused: it holds more than it says.</source>
        <translation>未接受 {path}：內容比它宣稱的多。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Avatar and presets</source>
        <translation>虛擬人與預設組</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>Hall screen</source>
        <translation>會場螢幕</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>喇叭</translation>
    </message>
    <message>
        <source>Lip delay</source>
        <translation>對嘴延遲</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁碟</translation>
    </message>
    <message>
        <source>Sleep held off</source>
        <translation>防止睡眠</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>已暖機</translation>
    </message>
    <message>
        <source>warm, {name}</source>
        <translation>已暖機，{name}</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>斷線</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未選擇</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>未就緒</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>開啟中</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已靜音</translation>
    </message>
    <message>
        <source>low</source>
        <translation>過小</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>有訊號</translation>
    </message>
    <message>
        <source>demo MC</source>
        <translation>示範主持人</translation>
    </message>
    <message>
        <source>no avatar</source>
        <translation>沒有虛擬人</translation>
    </message>
    <message>
        <source>no signal yet</source>
        <translation>尚無訊號</translation>
    </message>
    <message>
        <source>no frame yet</source>
        <translation>尚無影格</translation>
    </message>
    <message>
        <source>frames come</source>
        <translation>影格正常</translation>
    </message>
    <message>
        <source>not needed in this mode</source>
        <translation>此模式不需要</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未檢視</translation>
    </message>
    <message>
        <source>no hall window yet</source>
        <translation>尚無會場視窗</translation>
    </message>
    <message>
        <source>cannot be looked at</source>
        <translation>無法檢視</translation>
    </message>
    <message>
        <source>screen saver and sleep</source>
        <translation>螢幕保護程式與睡眠</translation>
    </message>
    <message>
        <source>screen saver</source>
        <translation>螢幕保護程式</translation>
    </message>
    <message>
        <source>sleep</source>
        <translation>睡眠</translation>
    </message>
    <message>
        <source>{what} cannot be held off</source>
        <translation>無法阻止{what}</translation>
    </message>
    <message>
        <source>Turn {what} off in the system&apos;s settings, then waive this.</source>
        <translation>請在系統設定中關閉{what}，再放行此項。</translation>
    </message>
    <message>
        <source>It is held off as soon as there is one.</source>
        <translation>一有會場視窗就會阻止。</translation>
    </message>
    <message>
        <source>{name} is being loaded</source>
        <translation>正在載入 {name}</translation>
    </message>
    <message>
        <source>preset {name}</source>
        <translation>預設組 {name}</translation>
    </message>
    <message>
        <source>preset {name} and {n} more</source>
        <translation>預設組 {name} 與另外 {n} 個</translation>
    </message>
    <message>
        <source>{name}, {n} presets</source>
        <translation>{name}，{n} 個預設組</translation>
    </message>
    <message>
        <source>frame {n} s old</source>
        <translation>影格已舊 {n} 秒</translation>
    </message>
    <message>
        <source>{n} ms, p95 {ms}</source>
        <translation>{n} ms，p95 {ms}</translation>
    </message>
    <message>
        <source>{n} ms, nothing measured yet</source>
        <translation>{n} ms，尚無實測值</translation>
    </message>
    <message>
        <source>Wait a moment: it starts by itself.</source>
        <translation>請稍候：它會自行啟動。</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>請稍候。</translation>
    </message>
    <message>
        <source>Wait a moment: the program has just started.</source>
        <translation>請稍候：節目剛開始。</translation>
    </message>
    <message>
        <source>Wait until it is ready, or choose another avatar.</source>
        <translation>請等它就緒，或選擇別的虛擬人。</translation>
    </message>
    <message>
        <source>Wait for playout.</source>
        <translation>請等播出程式就緒。</translation>
    </message>
    <message>
        <source>See the log; the avatar idles until the engine is back.</source>
        <translation>詳情見紀錄；引擎恢復前虛擬人保持待機動作。</translation>
    </message>
    <message>
        <source>Choose an avatar.</source>
        <translation>請選擇虛擬人。</translation>
    </message>
    <message>
        <source>Choose {what}.</source>
        <translation>請選擇{what}。</translation>
    </message>
    <message>
        <source>It cannot be taken as it is: put it right in EDIT.</source>
        <translation>目前無法切入：請到「編輯」修正。</translation>
    </message>
    <message>
        <source>MIRROR would need a microphone.</source>
        <translation>「跟隨」模式需要麥克風。</translation>
    </message>
    <message>
        <source>Open it with {keys}.</source>
        <translation>按 {keys} 開啟。</translation>
    </message>
    <message>
        <source>Let the MC say a word.</source>
        <translation>請主持人說句話。</translation>
    </message>
    <message>
        <source>Raise the microphone&apos;s gain.</source>
        <translation>請調高麥克風增益。</translation>
    </message>
    <message>
        <source>The program stands still: wait, or place it again with {keys}.</source>
        <translation>節目畫面停住了：請稍候，或按 {keys} 重新放置。</translation>
    </message>
    <message>
        <source>It is measured as soon as sound comes.</source>
        <translation>一有聲音就會實測。</translation>
    </message>
    <message>
        <source>Plug {what} in again: it comes back by itself.</source>
        <translation>請重新接上{what}：它會自行恢復。</translation>
    </message>
    <message>
        <source>the microphone</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>the hall&apos;s screen</source>
        <translation>會場螢幕</translation>
    </message>
    <message>
        <source>a loudspeaker</source>
        <translation>喇叭</translation>
    </message>
    <message>
        <source>There is no preflight item {name}: it is one of {list}.</source>
        <translation>演前檢查沒有 {name} 這一項：可用的有 {list}。</translation>
    </message>
    <message>
        <source>{what} is not red: there is nothing to waive.</source>
        <translation>「{what}」不是紅燈：不需要放行。</translation>
    </message>
    <message>
        <source>Not ready: {items}. Put it right, or waive it by name.</source>
        <translation>尚未就緒：{items}。請修正，或逐項放行。</translation>
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
        <translation>請騰出 2 GB：紀錄、報告與待機動作需要空間。</translation>
    </message>
    <message>
        <source>Free 2 GB: the show&apos;s log needs room too.</source>
        <translation>請騰出 2 GB：演出紀錄也需要空間。</translation>
    </message>
    <message>
        <source>idle loops: {n} of {limit}</source>
        <translation>待機動作：{n}／{limit}</translation>
    </message>
    <message>
        <source>They are made once, and take the processor for some minutes: wait, if you can. On air they are held.</source>
        <translation>只需製作一次，會佔用處理器數分鐘：可以的話請等一下。播出期間會暫停。</translation>
    </message>
    <message>
        <source>Playout was lost and is starting again ({why}).</source>
        <translation>播出程式中斷，正在重新啟動（{why}）。</translation>
    </message>
    <message>
        <source>The engine was lost and is starting again; the avatar idles ({why}).</source>
        <translation>引擎中斷，正在重新啟動；虛擬人保持待機動作（{why}）。</translation>
    </message>
    <message>
        <source>The engine was lost and is starting again; the second one draws ({why}).</source>
        <translation>引擎中斷，正在重新啟動；第二引擎已接手（{why}）。</translation>
    </message>
    <message>
        <source>the second engine has stepped in</source>
        <translation>第二引擎已接手</translation>
    </message>
    <message>
        <source>the first engine draws again</source>
        <translation>第一引擎恢復繪製</translation>
    </message>
    <message>
        <source>second engine: {sentence}</source>
        <translation>第二引擎：{sentence}</translation>
    </message>
    <message>
        <source>The drawn faces come out wrong, so the mouth stays as filmed: try bf16 or fp32.</source>
        <translation>神經驅動產生的臉部畫面有誤，嘴部維持原影片：請改用 bf16 或 fp32。</translation>
    </message>
    <message>
        <source>There is no NVIDIA card that PyTorch can use: choose a host of the light driver.</source>
        <translation>沒有 PyTorch 可用的 NVIDIA 顯示卡：請選擇輕量驅動的主持人。</translation>
    </message>
    <message>
        <source>it ended at once with code {code}: {last}</source>
        <translation>一啟動就結束，代碼 {code}：{last}</translation>
    </message>
    <message>
        <source>it ended with code {code}: {last}</source>
        <translation>已結束，代碼 {code}：{last}</translation>
    </message>
    <message>
        <source>it was not ready within {n} s</source>
        <translation>{n} 秒內未就緒</translation>
    </message>
    <message>
        <source>it did not answer for {n} s and was killed</source>
        <translation>{n} 秒沒有回應，已強制結束</translation>
    </message>
    <message>
        <source>its link broke</source>
        <translation>連線中斷</translation>
    </message>
    <message>
        <source>no words</source>
        <translation>沒有訊息</translation>
    </message>
    <message>
        <source>There is no avatar: install Compere again, or add an avatar folder.</source>
        <translation>沒有任何虛擬人：請重新安裝 Compere，或加入虛擬人資料夾。</translation>
    </message>
    <message>
        <source>That is the operator&apos;s own screen: choose the hall&apos;s, or the window.</source>
        <translation>這是操作員自己的螢幕：請選會場的螢幕，或用視窗。</translation>
    </message>
    <message>
        <source>The hall&apos;s screen is gone: plug it in again; the program comes back by itself.</source>
        <translation>會場螢幕不見了：請重新接上，節目畫面會自行恢復。</translation>
    </message>
    <message>
        <source>Window on this screen</source>
        <translation>此螢幕上的視窗</translation>
    </message>
    <message>
        <source>The microphone {name} cannot be used: {why}. Plug it in again; it comes back by itself.</source>
        <translation>無法使用麥克風 {name}：{why}。請重新接上，它會自行恢復。</translation>
    </message>
    <message>
        <source>The loudspeaker {name} cannot be used: {why}. Plug it in again; it comes back by itself.</source>
        <translation>無法使用喇叭 {name}：{why}。請重新接上，它會自行恢復。</translation>
    </message>
    <message>
        <source>The microphone {name} cannot be used: this computer&apos;s sound service is gone. It comes back with it.</source>
        <translation>麥克風 {name} 無法使用：這台電腦的音訊服務已停止。服務恢復後，麥克風會自行恢復。</translation>
    </message>
    <message>
        <source>The loudspeaker {name} cannot be used: this computer&apos;s sound service is gone. It comes back with it.</source>
        <translation>喇叭 {name} 無法使用：這台電腦的音訊服務已停止。服務恢復後，喇叭會自行恢復。</translation>
    </message>
    <message>
        <source>the system does not open it</source>
        <translation>系統無法開啟它</translation>
    </message>
    <message>
        <source>it is not plugged in</source>
        <translation>未接上</translation>
    </message>
    <message>
        <source>another was chosen</source>
        <translation>改選了別的裝置</translation>
    </message>
    <message>
        <source>the sound server went away</source>
        <translation>音訊伺服器消失</translation>
    </message>
    <message>
        <source>no sound came any more</source>
        <translation>不再有聲音進來</translation>
    </message>
    <message>
        <source>the sound server moved it to {name}</source>
        <translation>音訊伺服器把它移到 {name}</translation>
    </message>
    <message>
        <source>the sound server&apos;s door for ALSA (libasound2-plugins) is not there</source>
        <translation>缺少音訊伺服器的 ALSA 外掛（libasound2-plugins）</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>沒有這個檔案</translation>
    </message>
    <message>
        <source>{path} holds no sound: choose another file.</source>
        <translation>{path} 裡沒有聲音：請選擇別的檔案。</translation>
    </message>
    <message>
        <source>{path} is longer than an hour: cut it into shorter lines.</source>
        <translation>{path} 超過一小時：請剪成較短的段落。</translation>
    </message>
    <message>
        <source>Playout could not carry out {name}: {fault}</source>
        <translation>播出程式無法執行 {name}：{fault}</translation>
    </message>
    <message>
        <source>The lip delay is fixed while the show is on air: END first.</source>
        <translation>播出中對嘴延遲固定不變：請先結束演出。</translation>
    </message>
    <message>
        <source>The avatar in {path} could not be loaded ({fault}): choose another one.</source>
        <translation>無法載入 {path} 的虛擬人（{fault}）：請選擇別的。</translation>
    </message>
    <message>
        <source>The avatar could not be drawn: {fault}</source>
        <translation>無法繪製虛擬人：{fault}</translation>
    </message>
    <message>
        <source>The idle loop of {name} could not be prepared: {fault}</source>
        <translation>無法準備 {name} 的待機動作：{fault}</translation>
    </message>
    <message>
        <source>its idle loop could not be prepared: {fault}</source>
        <translation>無法準備它的待機動作：{fault}</translation>
    </message>
    <message>
        <source>preparing its idle loop, {n} %</source>
        <translation>正在準備待機動作，{n} %</translation>
    </message>
    <message>
        <source>its idle loop waits until the show is over, {n} %</source>
        <translation>待機動作等演出結束後再製作，{n} %</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>麥克風</translation>
    </message>
    <message>
        <source>loudspeaker</source>
        <translation>喇叭</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>螢幕</translation>
    </message>
    <message>
        <source>playout</source>
        <translation>播出程式</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>driver</source>
        <translation>驅動方式</translation>
    </message>
    <message>
        <source>presets</source>
        <translation>預設組</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>墊檔</translation>
    </message>
    <message>
        <source>delay</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>待機動作</translation>
    </message>
    <message>
        <source>on now: {n} {name}</source>
        <translation>目前：{n} {name}</translation>
    </message>
    <message>
        <source>rejoined: {why}</source>
        <translation>重新接上演出：{why}</translation>
    </message>
    <message>
        <source>nothing was on air</source>
        <translation>當時沒有播出</translation>
    </message>
    <message>
        <source>was {what} {ago} ago</source>
        <translation>{ago}前是「{what}」</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分鐘</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小時</translation>
    </message>
    <message>
        <source>Rejoin: {why}. BACK TO LIVE goes on, END closes the show.</source>
        <translation>接回演出：{why}。按「恢復播出」繼續，按「結束演出」收場。</translation>
    </message>
    <message>
        <source>report: {path}</source>
        <translation>報告：{path}</translation>
    </message>
    <message>
        <source>There is no show in the log: nothing was on air.</source>
        <translation>紀錄裡沒有演出：當時沒有播出。</translation>
    </message>
    <message>
        <source>The report cannot be written to {path} ({fault}): the log has it all.</source>
        <translation>報告無法寫入 {path}（{fault}）：紀錄裡都有。</translation>
    </message>
    <message>
        <source>The report could not be made ({fault}): the log has it all.</source>
        <translation>報告無法產生（{fault}）：紀錄裡都有。</translation>
    </message>
    <message>
        <source>key</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>mouse</source>
        <translation>滑鼠</translation>
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
        <translation>指令列</translation>
    </message>
    <message>
        <source>rehearse</source>
        <translation>排練</translation>
    </message>
    <message>
        <source>console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>next one on</source>
        <translation>下一段往後移</translation>
    </message>
    <message>
        <source>next one back</source>
        <translation>下一段往前移</translation>
    </message>
    <message>
        <source>True</source>
        <translation>開</translation>
    </message>
    <message>
        <source>False</source>
        <translation>關</translation>
    </message>
    <message>
        <source>on</source>
        <translation>開</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>跟隨</translation>
    </message>
    <message>
        <source>say</source>
        <translation>預錄</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>問答</translation>
    </message>
    <message>
        <source>through</source>
        <translation>經 Compere</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>直送</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>black</source>
        <translation>全黑</translation>
    </message>
    <message>
        <source>card</source>
        <translation>測試圖</translation>
    </message>
    <message>
        <source>beep</source>
        <translation>嗶聲</translation>
    </message>
    <message>
        <source>sound file</source>
        <translation>聲音檔</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>預設組</translation>
    </message>
    <message>
        <source>avatar</source>
        <translation>虛擬人</translation>
    </message>
    <message>
        <source>avatar {name}</source>
        <translation>虛擬人 {name}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>not_ready</source>
        <translation>中斷</translation>
    </message>
    <message>
        <source>tick</source>
        <translation>時間到</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>PA mode</source>
        <translation>擴聲方式</translation>
    </message>
    <message>
        <source>test pattern</source>
        <translation>測試圖</translation>
    </message>
    <message>
        <source>preflight item</source>
        <translation>演前檢查項目</translation>
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
        <translation>{words}：無需動作</translation>
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
        <translation>繪製嘴部</translation>
    </message>
    <message>
        <source>How the network that draws the mouth is built</source>
        <translation>繪製嘴部的網路如何構成</translation>
    </message>
    <message>
        <source>Turns what was drawn into a picture</source>
        <translation>把繪製的結果變成影像</translation>
    </message>
    <message>
        <source>How the picture network is built</source>
        <translation>影像網路如何構成</translation>
    </message>
    <message>
        <source>Listens to the voice</source>
        <translation>聆聽人聲</translation>
    </message>
    <message>
        <source>How the listening network is built</source>
        <translation>聆聽網路如何構成</translation>
    </message>
    <message>
        <source>How sound is prepared for listening</source>
        <translation>聲音在聆聽前如何處理</translation>
    </message>
    <message>
        <source>Finds the edge of the jaw, when an avatar is prepared</source>
        <translation>準備虛擬人時找出下巴的邊緣</translation>
    </message>
    <message>
        <source>MIT; weights for any purpose</source>
        <translation>MIT；權重可作任何用途</translation>
    </message>
    <message>
        <source>MIT; trained on CelebAMask-HQ, which is for research</source>
        <translation>MIT；以僅供研究的 CelebAMask-HQ 訓練</translation>
    </message>
    <message>
        <source>{file} is missing.</source>
        <translation>缺少 {file}。</translation>
    </message>
    <message>
        <source>{file} cannot be read ({fault}).</source>
        <translation>無法讀取 {file}（{fault}）。</translation>
    </message>
    <message>
        <source>{file} is truncated: {why}; copy it again.</source>
        <translation>{file} 不完整：{why}；請重新複製。</translation>
    </message>
    <message>
        <source>{file} is damaged: {why}; copy it again.</source>
        <translation>{file} 已損壞：{why}；請重新複製。</translation>
    </message>
    <message>
        <source>{file} is foreign: {why}.</source>
        <translation>{file} 不是所要的檔案：{why}。</translation>
    </message>
    <message>
        <source>{file} is another edition than the published one; its content fits.</source>
        <translation>{file} 與公開的版本不同，但內容相符。</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>是空的</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>缺少結尾</translation>
    </message>
    <message>
        <source>{size} of {whole} are there</source>
        <translation>只有 {size}，應為 {whole}</translation>
    </message>
    <message>
        <source>there is more in it than it says</source>
        <translation>內容比所記載的多</translation>
    </message>
    <message>
        <source>its check sums do not fit</source>
        <translation>校驗碼不符</translation>
    </message>
    <message>
        <source>its size is not the one that was recorded</source>
        <translation>大小與匯入時的紀錄不同</translation>
    </message>
    <message>
        <source>its checksum is not the one that was published or recorded</source>
        <translation>校驗碼與公開或紀錄的不同</translation>
    </message>
    <message>
        <source>its checksum is not the published one</source>
        <translation>校驗碼與公開的不同</translation>
    </message>
    <message>
        <source>the numbers of its tensor {name} are missing</source>
        <translation>缺少張量 {name} 的數值</translation>
    </message>
    <message>
        <source>it is no PyTorch file</source>
        <translation>這不是 PyTorch 檔案</translation>
    </message>
    <message>
        <source>it is no safetensors file</source>
        <translation>這不是 safetensors 檔案</translation>
    </message>
    <message>
        <source>it is no JSON</source>
        <translation>這不是 JSON</translation>
    </message>
    <message>
        <source>it is no list of tensors</source>
        <translation>裡面不是張量清單</translation>
    </message>
    <message>
        <source>it is a web page</source>
        <translation>這是網頁</translation>
    </message>
    <message>
        <source>it is a Git LFS pointer and not the file itself</source>
        <translation>這是 Git LFS 指標，不是檔案本身</translation>
    </message>
    <message>
        <source>it asks to run {name}</source>
        <translation>它要求執行 {name}</translation>
    </message>
    <message>
        <source>it has no field {name}</source>
        <translation>沒有欄位 {name}</translation>
    </message>
    <message>
        <source>its {name} is {value} and not {other}</source>
        <translation>{name} 是 {value}，應為 {other}</translation>
    </message>
    <message>
        <source>it has no tensor {name}</source>
        <translation>沒有張量 {name}</translation>
    </message>
    <message>
        <source>its tensor {name} is {value} and not {other}</source>
        <translation>張量 {name} 是 {value}，應為 {other}</translation>
    </message>
    <message>
        <source>{size} of {whole} have been brought in; it goes on from there.</source>
        <translation>已取得 {size}，共 {whole}；下次從這裡接續。</translation>
    </message>
    <message>
        <source>{file} was brought in.</source>
        <translation>已匯入 {file}。</translation>
    </message>
    <message>
        <source>{file} was fetched.</source>
        <translation>已下載 {file}。</translation>
    </message>
    <message>
        <source>{file} is there already.</source>
        <translation>{file} 已經在了。</translation>
    </message>
    <message>
        <source>{file} could not be fetched from {host} ({why}): try again later, what came is kept.</source>
        <translation>無法從 {host} 下載 {file}（{why}）：請稍後再試，已下載的部分會保留。</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>逾時沒有回應</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>連不上</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>連線中斷</translation>
    </message>
    <message>
        <source>it answers {code}</source>
        <translation>回應 {code}</translation>
    </message>
    <message>
        <source>it cannot go on from there</source>
        <translation>無法從這裡接續</translation>
    </message>
    <message>
        <source>{host} does not give {file} away ({code}): choose another source.</source>
        <translation>{host} 不提供 {file}（{code}）：請改用別的來源。</translation>
    </message>
    <message>
        <source>{host} does not have {file} ({code}): check the address of the source.</source>
        <translation>{host} 沒有 {file}（{code}）：請檢查下載來源的網址。</translation>
    </message>
    <message>
        <source>{host} has another {file}: {size} and not {whole}; choose another source.</source>
        <translation>{host} 上的 {file} 不同：{size}，應為 {whole}；請改用別的來源。</translation>
    </message>
    <message>
        <source>{path} is no address to fetch from: it begins with https:// and names a host.</source>
        <translation>{path} 不是下載網址：應以 https:// 開頭並寫明主機。</translation>
    </message>
    <message>
        <source>The source of models must be an address that begins with https:// and names a host.</source>
        <translation>模型的下載來源必須是以 https:// 開頭並寫明主機的網址。</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>沒有資料夾 {path}。</translation>
    </message>
    <message>
        <source>{path} is Compere&apos;s own folder of models: choose the one that the files come from.</source>
        <translation>{path} 是 Compere 自己的模型資料夾：請選擇檔案所在的來源資料夾。</translation>
    </message>
    <message>
        <source>There is not enough room in {path}: {size} are needed, {free} are free.</source>
        <translation>{path} 的空間不足：需要 {size}，只剩 {free}。</translation>
    </message>
    <message>
        <source>Models cannot be written to {path} ({fault}).</source>
        <translation>無法把模型寫入 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>Models are being seen to already: wait until it is done, or stop it.</source>
        <translation>模型正在處理中：請等它完成，或先停止。</translation>
    </message>
    <message>
        <source>Models are brought in in STANDBY only: END the show first.</source>
        <translation>只有待命時才能取得模型：請先結束演出。</translation>
    </message>
    <message>
        <source>looking at the models</source>
        <translation>正在檢查模型</translation>
    </message>
    <message>
        <source>bringing in models from {path}</source>
        <translation>正在從 {path} 匯入模型</translation>
    </message>
    <message>
        <source>fetching models from {path}</source>
        <translation>正在從 {path} 下載模型</translation>
    </message>
    <message>
        <source>{n} files were brought in: all that is needed is there.</source>
        <translation>取得了 {n} 個檔案：所需的都齊了。</translation>
    </message>
    <message>
        <source>{n} files were brought in; {left} are still missing or not good.</source>
        <translation>取得了 {n} 個檔案；還有 {left} 個缺少或不完好。</translation>
    </message>
    <message>
        <source>Stopped: what came is kept, and the next time goes on from there.</source>
        <translation>已停止：取得的部分會保留，下次從這裡接續。</translation>
    </message>
    <message>
        <source>The show goes on air, so no more models were brought in: ask again afterwards, and it goes on from there.</source>
        <translation>演出要開始播出，因此停止取得模型：之後再試一次，會從這裡接續。</translation>
    </message>
    <message>
        <source>An NVIDIA driver is installed and does not answer ({why}): the light driver draws the face on the processor.</source>
        <translation>已安裝 NVIDIA 驅動程式，但沒有回應（{why}）：由輕量驅動以處理器繪製臉部。</translation>
    </message>
    <message>
        <source>it ended with code {code}</source>
        <translation>已結束，代碼 {code}</translation>
    </message>
    <message>
        <source>no answer within {n} s</source>
        <translation>{n} 秒內沒有回應</translation>
    </message>
    <message>
        <source>Run `nvidia-smi` by hand to see why; a restart after a driver update often helps.</source>
        <translation>請手動執行 `nvidia-smi` 查看原因；更新驅動程式後重新開機通常有用。</translation>
    </message>
    <message>
        <source>There is no NVIDIA graphics card: the light driver draws the face on the processor.</source>
        <translation>沒有 NVIDIA 顯示卡：由輕量驅動以處理器繪製臉部。</translation>
    </message>
    <message>
        <source>The NVIDIA driver {version} is too old for CUDA {cuda}: {n} or newer is needed.</source>
        <translation>NVIDIA 驅動程式 {version} 對 CUDA {cuda} 來說太舊：需要 {n} 或更新的版本。</translation>
    </message>
    <message>
        <source>Update the driver, then start this computer again.</source>
        <translation>請更新驅動程式，然後重新開機。</translation>
    </message>
    <message>
        <source>PyTorch is not installed: the neural driver needs it.</source>
        <translation>尚未安裝 PyTorch：神經網路驅動需要它。</translation>
    </message>
    <message>
        <source>Run `python3 packaging/bootstrap.py run --neural`.</source>
        <translation>請執行 `python3 packaging/bootstrap.py run --neural`。</translation>
    </message>
    <message>
        <source>PyTorch {version} was built for the processor only and cannot use the card.</source>
        <translation>PyTorch {version} 只供處理器使用，無法使用顯示卡。</translation>
    </message>
    <message>
        <source>Install the build for CUDA that pytorch.org names for this system.</source>
        <translation>請安裝 pytorch.org 上適合這個系統的 CUDA 版本。</translation>
    </message>
    <message>
        <source>Files of the neural driver are missing or not good: {list}.</source>
        <translation>神經網路驅動的檔案缺少或不完好：{list}。</translation>
    </message>
    <message>
        <source>Files of the neural driver are missing or not good: {list} and {n} more.</source>
        <translation>神經網路驅動的檔案缺少或不完好：{list} 與另外 {n} 個。</translation>
    </message>
    <message>
        <source>Bring them in by `compere models import`, `compere models fetch` or EDIT, MODELS.</source>
        <translation>請用 `compere models import`、`compere models fetch` 或「編輯」的「模型」取得。</translation>
    </message>
    <message>
        <source>{name} has {free} of {whole} GB free, and the neural driver needs {n} GB.</source>
        <translation>{name} 共 {whole} GB，只剩 {free} GB；神經網路驅動需要 {n} GB。</translation>
    </message>
    <message>
        <source>Take the light driver, or a larger card.</source>
        <translation>請改用輕量驅動，或更大的顯示卡。</translation>
    </message>
    <message>
        <source>Close other programs that use the card.</source>
        <translation>請關閉其他使用顯示卡的程式。</translation>
    </message>
    <message>
        <source>{name} has {free} of {whole} GB free, and two engines of the neural driver need {n} GB.</source>
        <translation>{name} 的 {whole} GB 中可用 {free} GB，而神經驅動的兩個引擎需要 {n} GB。</translation>
    </message>
    <message>
        <source>Set the second engine to off or auto, or close other programs that use the card.</source>
        <translation>請把第二引擎設為關閉或自動，或關閉其他使用顯示卡的程式。</translation>
    </message>
    <message>
        <source>The neural driver can work: {name}, {free} of {whole} GB free, driver {version}.</source>
        <translation>神經網路驅動可以運作：{name}，{whole} GB 中剩 {free} GB，驅動程式 {version}。</translation>
    </message>
    <message>
        <source>The pronunciation book {path} cannot be read ({fault}).</source>
        <translation>發音表 {path} 無法讀取（{fault}）。</translation>
    </message>
    <message>
        <source>The pronunciation book {path} cannot be used ({fault}).</source>
        <translation>發音表 {path} 無法使用（{fault}）。</translation>
    </message>
    <message>
        <source>The pronunciation book {path} cannot be saved ({fault}).</source>
        <translation>發音表 {path} 無法儲存（{fault}）。</translation>
    </message>
    <message>
        <source>The pronunciation book cannot be changed ({fault}).</source>
        <translation>發音表無法修改（{fault}）。</translation>
    </message>
    <message>
        <source>The pronunciation book {path} has more than {n} names: the rest is left out.</source>
        <translation>發音表 {path} 超過 {n} 個名稱：其餘略過。</translation>
    </message>
    <message>
        <source>In the pronunciation book {path}, “{name}” is in no table: put it below [say].</source>
        <translation>發音表 {path} 中的「{name}」不在任何表格內：請放到 [say] 之下。</translation>
    </message>
    <message>
        <source>“{name}” is no name for the pronunciation book: write it as it stands in texts.</source>
        <translation>「{name}」不能當發音表的名稱：請照文稿裡的寫法填寫。</translation>
    </message>
    <message>
        <source>“{name}” has no pronunciation: write how it is said, in quotes.</source>
        <translation>「{name}」沒有讀音：請在引號內寫下怎麼唸。</translation>
    </message>
    <message>
        <source>The pronunciation of “{name}” cannot be used: {why}.</source>
        <translation>「{name}」的讀音無法使用：{why}。</translation>
    </message>
    <message>
        <source>the sign {name} is not one of English</source>
        <translation>音標 {name} 不屬於英語</translation>
    </message>
    <message>
        <source>there is no sound in it</source>
        <translation>裡面沒有音</translation>
    </message>
    <message>
        <source>Nothing leaves this machine.</source>
        <translation>資料不會離開這台電腦。</translation>
    </message>
    <message>
        <source>The text to be spoken goes to {name}.</source>
        <translation>要唸的文字會傳給 {name}。</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Woman {n}</source>
        <translation>女聲 {n}</translation>
    </message>
    <message>
        <source>Man {n}</source>
        <translation>男聲 {n}</translation>
    </message>
    <message>
        <source>The built-in voice is not installed ({fault}): install Compere again.</source>
        <translation>內建語音未安裝（{fault}）：請重新安裝 Compere。</translation>
    </message>
    <message>
        <source>The built-in voice cannot find its data: install Compere again.</source>
        <translation>內建語音找不到資料：請重新安裝 Compere。</translation>
    </message>
    <message>
        <source>The built-in voice has no {name}: choose another.</source>
        <translation>內建語音沒有 {name}：請選擇別的。</translation>
    </message>
    <message>
        <source>The built-in voice could not speak (code {code}): say it again.</source>
        <translation>內建語音唸不出來（代碼 {code}）：請再說一次。</translation>
    </message>
    <message>
        <source>The voice process does not start: the log says why.</source>
        <translation>語音程序無法啟動：原因請看記錄檔。</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>語音</translation>
    </message>
    <message>
        <source>The voice was ended with Compere.</source>
        <translation>語音已隨 Compere 結束。</translation>
    </message>
    <message>
        <source>The voice {name} did not load within {n} s.</source>
        <translation>語音 {name} 在 {n} 秒內沒有載入。</translation>
    </message>
    <message>
        <source>The voice {name} gave no sound for {n} s and was ended.</source>
        <translation>語音 {name} 已 {n} 秒沒有聲音，已將其結束。</translation>
    </message>
    <message>
        <source>The voice failed inside Compere ({fault}): choose another.</source>
        <translation>語音在 Compere 內部失敗（{fault}）：請改用別的。</translation>
    </message>
    <message>
        <source>The line is longer than {n} minutes: cut it into sentences.</source>
        <translation>這句台詞超過 {n} 分鐘：請分成短句。</translation>
    </message>
    <message>
        <source>There is no voice model {name}.</source>
        <translation>沒有語音模型 {name}。</translation>
    </message>
    <message>
        <source>There is no voice {name}: it is one of {known}.</source>
        <translation>沒有名為「{name}」的語音：可用的有 {known}。</translation>
    </message>
    <message>
        <source>There is no voice file {path}: copy it there, or choose another voice.</source>
        <translation>沒有語音檔 {path}：請複製到該處，或改用別的語音。</translation>
    </message>
    <message>
        <source>The voice file {path} cannot be read ({fault}): copy it again.</source>
        <translation>語音檔 {path} 無法讀取（{fault}）：請重新複製。</translation>
    </message>
    <message>
        <source>The voice {name} needs {path}: copy it there, or choose another voice.</source>
        <translation>語音 {name} 需要 {path}：請複製到該處，或改用別的語音。</translation>
    </message>
    <message>
        <source>The voice {name} cannot speak this line ({fault}).</source>
        <translation>語音 {name} 唸不出這句台詞（{fault}）。</translation>
    </message>
    <message>
        <source>Piper is not installed: run `python3 packaging/bootstrap.py run --piper`, or choose another voice.</source>
        <translation>Piper 未安裝：請執行 `python3 packaging/bootstrap.py run --piper`，或改用別的語音。</translation>
    </message>
    <message>
        <source>There is no key for {name}: enter one in SETTINGS, or choose another voice.</source>
        <translation>沒有 {name} 的金鑰：請到「設定」輸入，或改用別的語音。</translation>
    </message>
    <message>
        <source>{name} refused the key: enter it again in SETTINGS.</source>
        <translation>{name} 不接受這組金鑰：請到「設定」重新輸入。</translation>
    </message>
    <message>
        <source>{name} is asked too often: wait a minute.</source>
        <translation>對 {name} 的請求太頻繁：請稍等一分鐘。</translation>
    </message>
    <message>
        <source>{name} cannot speak this line with this model and voice ({code}): check their names.</source>
        <translation>{name} 無法用這個模型與語音唸這句台詞（{code}）：請檢查名稱。</translation>
    </message>
    <message>
        <source>{name} answered with an error ({fault}).</source>
        <translation>{name} 回覆錯誤（{fault}）。</translation>
    </message>
    <message>
        <source>{name} cannot be reached: is the network there?</source>
        <translation>連不上 {name}：網路通嗎？</translation>
    </message>
    <message>
        <source>{name} did not answer in time.</source>
        <translation>{name} 沒有及時回應。</translation>
    </message>
    <message>
        <source>{name} stopped in the middle of the line.</source>
        <translation>{name} 在台詞中途停了。</translation>
    </message>
    <message>
        <source>{name} sent something that is no sound.</source>
        <translation>{name} 傳來的不是聲音。</translation>
    </message>
    <message>
        <source>{name} sent no sound for this line.</source>
        <translation>{name} 沒有為這句台詞傳來聲音。</translation>
    </message>
    <message>
        <source>{name} gave no sound for this line.</source>
        <translation>{name} 沒有為這句台詞發出聲音。</translation>
    </message>
    <message>
        <source>{name} gave no sound for {n} s.</source>
        <translation>{name} 已 {n} 秒沒有聲音。</translation>
    </message>
    <message>
        <source>{name} has no voice for {language}: name one in the preset.</source>
        <translation>{name} 沒有 {language} 的語音：請在預設組中指定一個。</translation>
    </message>
    <message>
        <source>{name} has no such voice ({fault}).</source>
        <translation>{name} 沒有這個語音（{fault}）。</translation>
    </message>
    <message>
        <source>{name} refuses to serve ({code}): it has changed, so use another voice for now.</source>
        <translation>{name} 拒絕服務（{code}）：對方已有變動，請先改用別的語音。</translation>
    </message>
    <message>
        <source>{name} is not available now ({code}).</source>
        <translation>{name} 目前無法使用（{code}）。</translation>
    </message>
    <message>
        <source>The voice {name} fell silent: {other} speaks on. {why}</source>
        <translation>語音 {name} 中斷：改由 {other} 接續。{why}</translation>
    </message>
    <message>
        <source>The voice {name} fell silent, and there is no other. {why}</source>
        <translation>語音 {name} 中斷，而且沒有其他語音。{why}</translation>
    </message>
    <message>
        <source>The line cannot be kept in {path} ({fault}).</source>
        <translation>台詞無法存到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>That answer is over already: nothing was changed.</source>
        <translation>這個回答已經結束，沒有變更。</translation>
    </message>
    <message>
        <source>There is no such sentence in the answer any more.</source>
        <translation>回答裡已經沒有這一句。</translation>
    </message>
    <message>
        <source>It is being spoken already: INTERRUPT stops it.</source>
        <translation>已經在說了：按「打斷」可以停止。</translation>
    </message>
    <message>
        <source>Nothing waits for approval yet.</source>
        <translation>目前沒有等待核准的句子。</translation>
    </message>
    <message>
        <source>There is no answer on the desk.</source>
        <translation>目前沒有回答。</translation>
    </message>
    <message>
        <source>This answer was thought for the preset before: read it, or press AGAIN.</source>
        <translation>這個回答是為前一個預設組擬的：請先讀過，或按「重擬」。</translation>
    </message>
    <message>
        <source>No question is waiting.</source>
        <translation>沒有等待中的問題。</translation>
    </message>
    <message>
        <source>That sentence is not held.</source>
        <translation>這一句沒有被攔下。</translation>
    </message>
    <message>
        <source>That sentence is held: edit it, release it, or use the safe line.</source>
        <translation>這一句被攔下：請修改、放行，或改說安全句。</translation>
    </message>
    <message>
        <source>This preset has no safe line: write one in EDIT.</source>
        <translation>這組預設沒有安全句：請到「編輯」填寫。</translation>
    </message>
    <message>
        <source>This preset has no stand-by line: write one in EDIT.</source>
        <translation>這組預設沒有墊場句：請到「編輯」填寫。</translation>
    </message>
    <message>
        <source>The avatar is speaking already.</source>
        <translation>虛擬人已經在說話。</translation>
    </message>
    <message>
        <source>That question is not waiting any more.</source>
        <translation>這個問題已經不在等待中。</translation>
    </message>
    <message>
        <source>Nothing was asked: type a question, or hold the key and speak.</source>
        <translation>沒有問題內容：請輸入，或按住按鍵說話。</translation>
    </message>
    <message>
        <source>{n} questions are waiting already: answer or drop some first.</source>
        <translation>已有 {n} 個問題在等：請先回答或移除一些。</translation>
    </message>
    <message>
        <source>A question needs words: drop it instead.</source>
        <translation>問題不能是空的：不要的話請移除。</translation>
    </message>
    <message>
        <source>Choose two questions or more to merge them.</source>
        <translation>請選兩個以上的問題再合併。</translation>
    </message>
    <message>
        <source>“{name}” is on the list of words that must not be said.</source>
        <translation>「{name}」在不可說的字詞表上。</translation>
    </message>
    <message>
        <source>“{name}” is a name that must not be said.</source>
        <translation>「{name}」是不可提到的名字。</translation>
    </message>
    <message>
        <source>“{name}” is a link or an address: it cannot be spoken.</source>
        <translation>「{name}」是網址或信箱，不能唸出來。</translation>
    </message>
    <message>
        <source>“{name}” is not for speaking: it is markup or code.</source>
        <translation>「{name}」是標記或程式碼，不能唸出來。</translation>
    </message>
    <message>
        <source>This sentence takes {n} s to say: the preset allows {limit} s.</source>
        <translation>這一句要說 {n} 秒：這組預設最多 {limit} 秒。</translation>
    </message>
    <message>
        <source>This sentence is not in the language of the preset.</source>
        <translation>這一句不是這組預設的語言。</translation>
    </message>
    <message>
        <source>This question tries to give the host orders (“{name}”): read it before it is answered.</source>
        <translation>這個問題想對主持人下指令（「{name}」）：回答前請先看過。</translation>
    </message>
    <message>
        <source>The list {path} cannot be used: it has more than {n} entries.</source>
        <translation>字詞表 {path} 無法使用：超過 {n} 條。</translation>
    </message>
    <message>
        <source>The list {path} cannot be used: line {n} must be {words}.</source>
        <translation>字詞表 {path} 無法使用：第 {n} 行必須是 {words}。</translation>
    </message>
    <message>
        <source>The list {path} cannot be used: line {n} has an entry that is too long.</source>
        <translation>字詞表 {path} 無法使用：第 {n} 行有太長的條目。</translation>
    </message>
    <message>
        <source>The list {path} cannot be used: line {n} has no letters in it.</source>
        <translation>字詞表 {path} 無法使用：第 {n} 行沒有文字。</translation>
    </message>
    <message>
        <source>The facts in {path} cannot be used: they are too long.</source>
        <translation>參考資料 {path} 無法使用：內容太長。</translation>
    </message>
    <message>
        <source>The facts do not say.</source>
        <translation>參考資料裡沒有提到。</translation>
    </message>
    <message>
        <source>There is no key for {name}: store one in the settings, or set {words}.</source>
        <translation>沒有 {name} 的金鑰：請在設定中存入，或設定環境變數 {words}。</translation>
    </message>
    <message>
        <source>That is no key: copy it again, without spaces.</source>
        <translation>這不是金鑰：請重新複製，不要有空格。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be read ({fault}): unlock it.</source>
        <translation>無法讀取系統的金鑰圈（{fault}）：請先解鎖。</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be written ({fault}): unlock it.</source>
        <translation>無法寫入系統的金鑰圈（{fault}）：請先解鎖。</translation>
    </message>
    <message>
        <source>Nothing leaves this machine: the server runs on it.</source>
        <translation>沒有資料離開這台電腦：伺服器就在這台電腦上。</translation>
    </message>
    <message>
        <source>The question, the persona, the facts that fit and what was said go to {name}.</source>
        <translation>問題、角色設定、相關資料與先前說過的話會送到 {name}。</translation>
    </message>
    <message>
        <source>No server for answers is set: write its address and its model in the settings.</source>
        <translation>還沒有設定回答用的伺服器：請在設定中填寫位址與模型。</translation>
    </message>
    <message>
        <source>Nobody could answer: ask again, write an answer, or use the safe line.</source>
        <translation>沒有人答得出來：請再問一次、自己寫，或改說安全句。</translation>
    </message>
    <message>
        <source>The answer broke off, and nobody could go on with it.</source>
        <translation>回答中斷，也沒有人能接下去。</translation>
    </message>
    <message>
        <source>{why} {name} is asked.</source>
        <translation>{why}改問 {name}。</translation>
    </message>
    <message>
        <source>{name} answered after {n} ms.</source>
        <translation>{name} 在 {n} 毫秒後回答。</translation>
    </message>
    <message>
        <source>{name} does not answer in time.</source>
        <translation>{name} 沒有及時回答。</translation>
    </message>
    <message>
        <source>{name} takes too long: its answer was stopped.</source>
        <translation>{name} 花太久時間：已停止它的回答。</translation>
    </message>
    <message>
        <source>{name} failed inside Compere ({fault}).</source>
        <translation>{name} 在 Compere 內部出錯（{fault}）。</translation>
    </message>
    <message>
        <source>{name} sent an empty answer.</source>
        <translation>{name} 送回空白的回答。</translation>
    </message>
    <message>
        <source>{name} sent something that is no answer: look at its address.</source>
        <translation>{name} 送回的不是回答：請檢查位址。</translation>
    </message>
    <message>
        <source>{name} refused the question ({code}).</source>
        <translation>{name} 拒絕了這個問題（{code}）。</translation>
    </message>
    <message>
        <source>The pronunciation book has “{name}” sound like “{words}”, which must not be said.</source>
        <translation>發音表裡「{name}」唸起來像「{words}」，那是不可說的。</translation>
    </message>
    <message>
        <source>{name} sent its thoughts, and no answer.</source>
        <translation>{name} 只送來思考過程，沒有回答。</translation>
    </message>
    <message>
        <source>{name} broke off in the middle of its answer.</source>
        <translation>{name} 回答到一半中斷。</translation>
    </message>
    <message>
        <source>{name} cannot be reached: look at the network.</source>
        <translation>連不到 {name}：請檢查網路。</translation>
    </message>
    <message>
        <source>{name} closed the connection before it answered.</source>
        <translation>{name} 還沒回答就斷線。</translation>
    </message>
    <message>
        <source>{name} reported a fault in the middle of its answer.</source>
        <translation>{name} 回答到一半回報錯誤。</translation>
    </message>
    <message>
        <source>{name} refused the key: set another one.</source>
        <translation>{name} 不接受這把金鑰：請換一把。</translation>
    </message>
    <message>
        <source>{name} does not know the model or the address: look at both.</source>
        <translation>{name} 找不到模型或位址：請檢查兩者。</translation>
    </message>
    <message>
        <source>{name} has had too many requests: wait, or use another.</source>
        <translation>{name} 的請求太多：請稍候，或改用別的。</translation>
    </message>
    <message>
        <source>{name} has a fault of its own ({code}).</source>
        <translation>{name} 自己出了問題（{code}）。</translation>
    </message>
    <message>
        <source>{name} went on without end: its answer was cut.</source>
        <translation>{name} 說個不停：已截斷它的回答。</translation>
    </message>
    <message>
        <source>there is no {name} in its think: it takes {list}</source>
        <translation>think 裡沒有 {name} 這一項，可用的是 {list}</translation>
    </message>
    <message>
        <source>its mode is answer, so name who answers in think</source>
        <translation>模式為「問答」，請在 think 指定由誰回答</translation>
    </message>
    <message>
        <source>only its facts answer, so name their file in facts</source>
        <translation>只用參考資料回答，請在 facts 指定檔案</translation>
    </message>
    <message>
        <source>it falls back to its safe line, so write safe_line</source>
        <translation>無人處理時改說安全句，請填寫 safe_line</translation>
    </message>
    <message>
        <source>The {what} {path} cannot be read ({fault}).</source>
        <translation>無法讀取{what} {path}（{fault}）。</translation>
    </message>
    <message>
        <source>The {what} {path} cannot be used: save it as UTF-8.</source>
        <translation>{what} {path} 無法使用：請存成 UTF-8。</translation>
    </message>
    <message>
        <source>Say {name} as a number.</source>
        <translation>{name} 請用數字。</translation>
    </message>
    <message>
        <source>Say which question.</source>
        <translation>請指定是哪個提問。</translation>
    </message>
    <message>
        <source>Write what is to be said instead.</source>
        <translation>請寫下要改說的內容。</translation>
    </message>
    <message>
        <source>Nobody can answer yet: the preset is being made ready.</source>
        <translation>還不能回答：這組預設正在準備。</translation>
    </message>
    <message>
        <source>Nothing can check this sentence now, see the preset&apos;s alarm: read it, then release it.</source>
        <translation>目前無法檢查這一句，請看這組預設的警示：看過再放行。</translation>
    </message>
    <message>
        <source>The avatar answers in ANSWER only: choose it first.</source>
        <translation>只有「問答」模式才會回答：請先切到該模式。</translation>
    </message>
    <message>
        <source>The answer failed inside Compere: ask again.</source>
        <translation>Compere 內部出錯，回答沒有完成：請再問一次。</translation>
    </message>
    <message>
        <source>This preset cannot answer by itself: see its alarm, or write an answer.</source>
        <translation>這組預設無法自行回答：請看它的警示，或自己寫回答。</translation>
    </message>
    <message>
        <source>Playout is not there: the host cannot speak now.</source>
        <translation>播出程式不在：主持人目前無法說話。</translation>
    </message>
    <message>
        <source>Nothing can be said yet: Compere is still starting.</source>
        <translation>還不能說話：Compere 仍在啟動。</translation>
    </message>
    <message>
        <source>No preset is on: TAKE one, then its stand-in can be put on.</source>
        <translation>目前沒有預設在播：先 TAKE 一個，才能換上它的替身。</translation>
    </message>
    <message>
        <source>{name} names no stand-in: choose one in EDIT.</source>
        <translation>{name} 沒有設定替身：請在 EDIT 選一個。</translation>
    </message>
    <message>
        <source>The question&apos;s sound goes to Groq&apos;s servers.</source>
        <translation>提問的聲音會傳到 Groq 的伺服器。</translation>
    </message>
    <message>
        <source>The question&apos;s sound goes to {address}.</source>
        <translation>提問的聲音會傳到 {address}。</translation>
    </message>
    <message>
        <source>There is no microphone to hear a question with: choose one, or type the question.</source>
        <translation>沒有可以聽提問的麥克風：請選一支，或輸入提問。</translation>
    </message>
    <message>
        <source>The microphone is muted: open it, then ask.</source>
        <translation>麥克風已靜音：請先打開，再提問。</translation>
    </message>
    <message>
        <source>The avatar is speaking, and would hear itself: INTERRUPT it first, or wait.</source>
        <translation>主持人正在說話，會聽到自己：請先 INTERRUPT，或稍候。</translation>
    </message>
    <message>
        <source>The question could not be heard: ask again, or type it.</source>
        <translation>聽不到提問：請再問一次，或用輸入的。</translation>
    </message>
    <message>
        <source>{name} sent something that is no text: look at its address.</source>
        <translation>{name} 傳回的不是文字：請檢查它的位址。</translation>
    </message>
    <message>
        <source>Nothing was understood: hold the key while the question is asked, or type it.</source>
        <translation>沒有聽懂：提問時請按住按鍵，或用輸入的。</translation>
    </message>
    <message>
        <source>Nobody can hear questions: enter a key for Groq in SETTINGS, or type the question.</source>
        <translation>沒有可用的聽寫：請到「設定」輸入 Groq 金鑰，或輸入提問。</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>參考資料</translation>
    </message>
    <message>
        <source>list</source>
        <translation>字詞表</translation>
    </message>
    <message>
        <source>There is nobody called {name} who could answer: name others in think.</source>
        <translation>沒有叫 {name} 的回答者：請在 think 指定別的。</translation>
    </message>
    <message>
        <source>A server&apos;s address must begin with https:// or http:// and name a host.</source>
        <translation>伺服器位址必須以 https:// 或 http:// 開頭並寫明主機。</translation>
    </message>
    <message>
        <source>looking at the clip</source>
        <translation>正在查看影片</translation>
    </message>
    <message>
        <source>looking for the face</source>
        <translation>正在尋找臉部</translation>
    </message>
    <message>
        <source>preparing the pictures</source>
        <translation>正在準備畫面</translation>
    </message>
    <message>
        <source>Stopped: what is done is kept, and MAKE goes on from there.</source>
        <translation>已停止：完成的部分已保留，按「製作」會從那裡繼續。</translation>
    </message>
    <message>
        <source>The show goes on air, so the making was stopped: MAKE goes on from there afterwards.</source>
        <translation>節目要上線了，製作已停止：之後按「製作」會從那裡繼續。</translation>
    </message>
    <message>
        <source>A host is being made: wait until it is done, or stop it.</source>
        <translation>正在製作主持人：請等它完成，或先停止。</translation>
    </message>
    <message>
        <source>Choose a video or a photo first.</source>
        <translation>請先選擇影片或照片。</translation>
    </message>
    <message>
        <source>The host needs a name.</source>
        <translation>主持人需要一個名字。</translation>
    </message>
    <message>
        <source>Say under which licence the clip may be shown.</source>
        <translation>請填寫這段影片可依哪種授權播放。</translation>
    </message>
    <message>
        <source>The host {name} is there.</source>
        <translation>主持人 {name} 已完成。</translation>
    </message>
    <message>
        <source>The making ended without a word (code {code}): the log has more.</source>
        <translation>製作無故結束（代碼 {code}）：詳情請看記錄。</translation>
    </message>
    <message>
        <source>making a host of {file}</source>
        <translation>正在用 {file} 製作主持人</translation>
    </message>
    <message>
        <source>Hosts are made in STANDBY only: END the show first.</source>
        <translation>只能在待命狀態製作主持人：請先結束節目。</translation>
    </message>
    <message>
        <source>Say which field of the plan becomes what.</source>
        <translation>請說明計畫的哪一欄要改成什麼。</translation>
    </message>
    <message>
        <source>The plan cannot have {field} like that.</source>
        <translation>計畫的 {field} 不能是這個值。</translation>
    </message>
    <message>
        <source>{file} is damaged: export it again, as an MP4 file.</source>
        <translation>{file} 已損壞：請重新匯出成 MP4 檔。</translation>
    </message>
    <message>
        <source>{file} is empty: copy it again.</source>
        <translation>{file} 是空的：請重新複製。</translation>
    </message>
    <message>
        <source>{file} cannot be read: choose another file.</source>
        <translation>無法讀取 {file}：請選擇其他檔案。</translation>
    </message>
    <message>
        <source>{file} is not a file: choose a video or a photo.</source>
        <translation>{file} 不是檔案：請選擇影片或照片。</translation>
    </message>
    <message>
        <source>{file} is not a video or a photo that can be read: export it as MP4 or JPEG.</source>
        <translation>{file} 不是可讀取的影片或照片：請匯出成 MP4 或 JPEG。</translation>
    </message>
    <message>
        <source>There is no picture in {file}, only sound: choose a video or a photo.</source>
        <translation>{file} 只有聲音沒有畫面：請選擇影片或照片。</translation>
    </message>
    <message>
        <source>There is no picture in {file} from {n} s on: choose another piece.</source>
        <translation>{file} 從 {n} 秒起沒有畫面：請選擇其他片段。</translation>
    </message>
    <message>
        <source>{file} gives {n} s: take one of {limit} s or more, or a photo.</source>
        <translation>{file} 只有 {n} 秒：請用 {limit} 秒以上的影片，或照片。</translation>
    </message>
    <message>
        <source>{file} has {size} pixels, too few for a face: film it larger.</source>
        <translation>{file} 只有 {size} 像素，臉部太小：請用更大的畫面拍攝。</translation>
    </message>
    <message>
        <source>{file} lasts only {n} s: choose an earlier piece.</source>
        <translation>{file} 只有 {n} 秒：請選擇較前面的片段。</translation>
    </message>
    <message>
        <source>{file} lasts {n} s: at most {limit} s can be used, so choose a piece (from, to).</source>
        <translation>{file} 長 {n} 秒：最多可用 {limit} 秒，請選擇片段（起、迄）。</translation>
    </message>
    <message>
        <source>{file} is too long: at most {limit} s can be used, so choose a piece (from, to).</source>
        <translation>{file} 太長：最多可用 {limit} 秒，請選擇片段（起、迄）。</translation>
    </message>
    <message>
        <source>{file} did not give the same frames twice: export it again, as an MP4 file.</source>
        <translation>{file} 兩次讀出的畫面不同：請重新匯出成 MP4 檔。</translation>
    </message>
    <message>
        <source>A face is seen in only {some} of {n} frames: film it from the front, or draw the box by hand.</source>
        <translation>{n} 個畫面中只有 {some} 個看得到臉：請正面拍攝，或手動畫框。</translation>
    </message>
    <message>
        <source>There is no face in the clip: film it from the front and larger, or draw the box by hand.</source>
        <translation>影片中沒有臉：請正面、放大拍攝，或手動畫框。</translation>
    </message>
    <message>
        <source>There is no face {n} in the clip: {code} can be seen, counted from the left.</source>
        <translation>影片中沒有第 {n} 張臉：從左數起共有 {code} 張。</translation>
    </message>
    <message>
        <source>There are {n} faces in the clip: say which one speaks, 1 (the left one) to {limit}.</source>
        <translation>影片中有 {n} 張臉：請指定說話的是第幾張，1（最左）到 {limit}。</translation>
    </message>
    <message>
        <source>The face is not to be seen from {a} s to {b} s: use the piece from {c} s to {d} s, or film it again.</source>
        <translation>{a} 秒到 {b} 秒看不到臉：請用 {c} 秒到 {d} 秒的片段，或重新拍攝。</translation>
    </message>
    <message>
        <source>The face leaves the picture at {n} s: use another piece, or film with room around it.</source>
        <translation>臉在 {n} 秒離開畫面：請用其他片段，或拍攝時四周留空間。</translation>
    </message>
    <message>
        <source>The face is {n} pixels wide: film closer, {limit} or more look sharp.</source>
        <translation>臉寬 {n} 像素：請拍近一點，{limit} 以上才清晰。</translation>
    </message>
    <message>
        <source>The face is {n} pixels wide: film from further away, the mouth is drawn with 256.</source>
        <translation>臉寬 {n} 像素：請拍遠一點，嘴部只以 256 像素繪製。</translation>
    </message>
    <message>
        <source>The face is blurred: check the focus and the light.</source>
        <translation>臉部模糊：請檢查對焦與燈光。</translation>
    </message>
    <message>
        <source>The head moves quickly: ask for calm, small movements.</source>
        <translation>頭部動得太快：請保持平穩、小幅動作。</translation>
    </message>
    <message>
        <source>The mouth moves in the clip, and will while nobody speaks: film it closed.</source>
        <translation>影片中嘴在動，沒人說話時也會動：請閉嘴拍攝。</translation>
    </message>
    <message>
        <source>The face was not seen in {some} of {n} frames: more light, and no hands before it.</source>
        <translation>{n} 個畫面中有 {some} 個看不到臉：請加強燈光，手不要擋住臉。</translation>
    </message>
    <message>
        <source>The end of the loop can be seen: begin and end the clip in the same pose.</source>
        <translation>循環接縫看得出來：影片開頭與結尾請用同一姿勢。</translation>
    </message>
    <message>
        <source>There is an avatar {id} in {folder} already: choose another name.</source>
        <translation>{folder} 中已有虛擬人 {id}：請換一個名字。</translation>
    </message>
    <message>
        <source>The disk of {folder} has {n} GB left and {limit} GB are needed: make room.</source>
        <translation>{folder} 所在磁碟剩 {n} GB，需要 {limit} GB：請清出空間。</translation>
    </message>
    <message>
        <source>The neural driver&apos;s libraries are not installed ({name}): install Compere with them.</source>
        <translation>神經驅動的程式庫未安裝（{name}）：請安裝含此部分的 Compere。</translation>
    </message>
    <message>
        <source>{folder}: {files} is missing; fetch or import the models again.</source>
        <translation>{folder}：缺少 {files}；請重新下載或匯入模型。</translation>
    </message>
    <message>
        <source>{name} has not been built on this computer yet: build it.</source>
        <translation>{name} 尚未在這台電腦上製作：請先製作。</translation>
    </message>
    <message>
        <source>{name} was built with other weights: build it again.</source>
        <translation>{name} 是用其他權重製作的：請重新製作。</translation>
    </message>
    <message>
        <source>{name}&apos;s clip or settings have changed since it was built: build it again.</source>
        <translation>{name} 的影片或設定在製作後有變動：請重新製作。</translation>
    </message>
    <message>
        <source>PLAN THE FILM</source>
        <translation>規劃影片</translation>
    </message>
    <message>
        <source>Avatar, sound, file, rate, size and quality of the next film</source>
        <translation>下一部影片的虛擬人、聲音、檔案、影格率、尺寸與品質</translation>
    </message>
    <message>
        <source>MAKE A FILM</source>
        <translation>製作影片</translation>
    </message>
    <message>
        <source>Put the planned film into the queue; `replace` replaces a file that is there</source>
        <translation>把規劃好的影片放進佇列；`replace` 會取代既有檔案</translation>
    </message>
    <message>
        <source>CANCEL THE FILM</source>
        <translation>取消影片</translation>
    </message>
    <message>
        <source>Make a film of the queue not, or not to its end; nothing of it is left</source>
        <translation>不製作佇列中的某部影片，或中途停止；不留下任何檔案</translation>
    </message>
    <message>
        <source>FILM AGAIN</source>
        <translation>重新製作影片</translation>
    </message>
    <message>
        <source>Put a film that failed or was cancelled into the queue again</source>
        <translation>把失敗或已取消的影片再放進佇列</translation>
    </message>
    <message>
        <source>CLEAR FILMS</source>
        <translation>清除影片清單</translation>
    </message>
    <message>
        <source>Forget the films that are done, failed or cancelled; their files stay</source>
        <translation>清除已完成、失敗或取消的影片項目；檔案會保留</translation>
    </message>
    <message>
        <source>making the film {file}</source>
        <translation>正在製作影片 {file}</translation>
    </message>
    <message>
        <source>the film {file} is there</source>
        <translation>影片 {file} 已完成</translation>
    </message>
    <message>
        <source>Films are still being made ({n}) and would be given up: QUIT again within ten seconds to end Compere.</source>
        <translation>仍有影片在製作（{n}），離開會放棄：十秒內再按一次「結束程式」即關閉 Compere。</translation>
    </message>
    <message>
        <source>There is no film {n} in the queue.</source>
        <translation>佇列中沒有編號 {n} 的影片。</translation>
    </message>
    <message>
        <source>Only a film that failed or was cancelled is made again.</source>
        <translation>只有失敗或已取消的影片才能重新製作。</translation>
    </message>
    <message>
        <source>{file} is in the queue already: choose another name.</source>
        <translation>{file} 已在佇列中：請換一個檔名。</translation>
    </message>
    <message>
        <source>The making of the film ended without a word (code {code}): the log has more.</source>
        <translation>影片製作無預警中斷（代碼 {code}）：詳見記錄。</translation>
    </message>
    <message>
        <source>Choose the sound that is to be spoken first.</source>
        <translation>請先選擇要說的聲音檔。</translation>
    </message>
    <message>
        <source>Choose the film&apos;s file first.</source>
        <translation>請先選擇影片的檔名。</translation>
    </message>
    <message>
        <source>Choose who speaks in the film: {names}.</source>
        <translation>請選擇影片由誰說話：{names}。</translation>
    </message>
    <message>
        <source>There is no avatar {word}; those that there are: {names}.</source>
        <translation>沒有名為 {word} 的虛擬人；現有：{names}。</translation>
    </message>
    <message>
        <source>Say which field of the film becomes what.</source>
        <translation>請指明影片的哪一個欄位要改成什麼。</translation>
    </message>
    <message>
        <source>A film cannot have {field} like that.</source>
        <translation>影片的 {field} 不能這樣設定。</translation>
    </message>
    <message>
        <source>Say the number of the film.</source>
        <translation>請指明影片的編號。</translation>
    </message>
    <message>
        <source>A film has {low} to {high} frames a second, like 25 or 29.97; {text} is not possible.</source>
        <translation>影片每秒為 {low} 到 {high} 格，例如 25 或 29.97；{text} 不可行。</translation>
    </message>
    <message>
        <source>The quality is {names}, or a number from {low} (best) to {high}; {text} is not possible.</source>
        <translation>品質為 {names}，或 {low}（最佳）到 {high} 的數字；{text} 不可行。</translation>
    </message>
    <message>
        <source>Cards are numbers like 0 or 0,1, or {name}; {text} is not possible.</source>
        <translation>顯示卡以 0 或 0,1 這樣的編號，或 {name} 表示；{text} 不可行。</translation>
    </message>
    <message>
        <source>{file}: the film&apos;s name must end with one of {names}.</source>
        <translation>{file}：影片檔名必須以 {names} 其中之一結尾。</translation>
    </message>
    <message>
        <source>A film&apos;s sides are even numbers of pixels from {low} to {high}; {size} is not possible.</source>
        <translation>影片的寬與高須為 {low} 到 {high} 的偶數像素；{size} 不可行。</translation>
    </message>
    <message>
        <source>There is no folder {path} for the film: make it first, or choose another.</source>
        <translation>沒有存放影片的資料夾 {path}：請先建立，或另選一個。</translation>
    </message>
    <message>
        <source>{path} is a folder: give the film another name.</source>
        <translation>{path} 是資料夾：請給影片另一個檔名。</translation>
    </message>
    <message>
        <source>{path} is there already: choose another name, or let it be replaced.</source>
        <translation>{path} 已存在：請換一個檔名，或允許取代。</translation>
    </message>
    <message>
        <source>{path} is the sound itself: give the film another name.</source>
        <translation>{path} 就是聲音檔本身：請給影片另一個檔名。</translation>
    </message>
    <message>
        <source>Nothing can be written to {path}: choose another folder.</source>
        <translation>無法寫入 {path}：請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>{path} has {size} MB left, and the film may need {whole} MB: make room, or choose another folder.</source>
        <translation>{path} 只剩 {size} MB，影片可能需要 {whole} MB：請清出空間，或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>There is no sound file {path}.</source>
        <translation>沒有聲音檔 {path}。</translation>
    </message>
    <message>
        <source>{file} has no sound in it: choose another file.</source>
        <translation>{file} 裡沒有聲音：請選擇其他檔案。</translation>
    </message>
    <message>
        <source>{file} is longer than {n} hours: cut it into pieces.</source>
        <translation>{file} 超過 {n} 小時：請先分段。</translation>
    </message>
    <message>
        <source>{file} holds samples that are no numbers: write the file again.</source>
        <translation>{file} 含有無效的取樣值：請重新輸出檔案。</translation>
    </message>
    <message>
        <source>{file} is damaged after {n} seconds: bring the file again.</source>
        <translation>{file} 在 {n} 秒之後損毀：請重新取得檔案。</translation>
    </message>
    <message>
        <source>{file} cannot be read as sound: it is damaged, or of an unknown kind.</source>
        <translation>{file} 無法當作聲音讀取：檔案已損毀，或格式不明。</translation>
    </message>
    <message>
        <source>{file} is empty: there is no sound in it.</source>
        <translation>{file} 是空的：裡面沒有聲音。</translation>
    </message>
    <message>
        <source>{path} has appeared meanwhile: choose another name, or let it be replaced.</source>
        <translation>{path} 在此期間出現：請換一個檔名，或允許取代。</translation>
    </message>
    <message>
        <source>The disk of {path} is full: make room, or choose another folder.</source>
        <translation>{path} 所在的磁碟已滿：請清出空間，或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>The film cannot be written to {path} ({fault}).</source>
        <translation>影片無法寫入 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>The film came out too short inside Compere: the log has more.</source>
        <translation>Compere 內部出錯，影片太短：詳見記錄。</translation>
    </message>
    <message>
        <source>{name} needs the neural driver&apos;s files: bring them in first.</source>
        <translation>{name} 需要神經網路驅動的檔案：請先匯入。</translation>
    </message>
    <message>
        <source>{name} needs the neural driver, which is not installed ({word} is missing).</source>
        <translation>{name} 需要神經網路驅動，但尚未安裝（缺少 {word}）。</translation>
    </message>
    <message>
        <source>The neural driver&apos;s files in {path} cannot be read ({fault}).</source>
        <translation>無法讀取 {path} 中的神經網路驅動檔案（{fault}）。</translation>
    </message>
    <message>
        <source>The graphics card has too little free memory: close other programs.</source>
        <translation>顯示卡的可用記憶體不足：請關閉其他程式。</translation>
    </message>
    <message>
        <source>The graphics card ran out of memory: close other programs.</source>
        <translation>顯示卡記憶體用盡：請關閉其他程式。</translation>
    </message>
    <message>
        <source>The faces come out wrong in fp16: make this film in exact mode.</source>
        <translation>以 fp16 繪製的臉不正確：請用精確模式製作這部影片。</translation>
    </message>
    <message>
        <source>The painter on card {name} ended unexpectedly (code {code}): try fewer cards.</source>
        <translation>顯示卡 {name} 上的繪製程序意外結束（代碼 {code}）：請減少顯示卡。</translation>
    </message>
    <message>
        <source>The film goes on without card {name}: {why}</source>
        <translation>影片改由其他顯示卡繼續，不再使用 {name} 號：{why}</translation>
    </message>
    <message>
        <source>A graphics card cannot draw in step with the processor: name cards only, or cpu only.</source>
        <translation>顯示卡無法與處理器同步繪製：請只填顯示卡，或只填 cpu。</translation>
    </message>
    <message>
        <source>A size is two numbers of pixels like 1280x720; {text} is not possible.</source>
        <translation>尺寸為兩個像素數，例如 1280x720；{text} 不可行。</translation>
    </message>
    <message>
        <source>Cancelled: nothing was left behind.</source>
        <translation>已取消：沒有留下任何檔案。</translation>
    </message>
    <message>
        <source>SAY LINE</source>
        <translation>說台詞</translation>
    </message>
    <message>
        <source>Speak a prepared line of the preset that is on</source>
        <translation>說出目前預設組的一句預備台詞</translation>
    </message>
    <message>
        <source>SAY TEXT</source>
        <translation>說文字</translation>
    </message>
    <message>
        <source>Speak what was typed</source>
        <translation>說出輸入的文字</translation>
    </message>
    <message>
        <source>TYPE A LINE</source>
        <translation>輸入台詞</translation>
    </message>
    <message>
        <source>Write a line: Enter says it, Esc leaves</source>
        <translation>寫下台詞：Enter 說出，Esc 離開</translation>
    </message>
    <message>
        <source>LISTEN</source>
        <translation>試聽</translation>
    </message>
    <message>
        <source>Hear it on your own headphones; the hall hears nothing</source>
        <translation>在您自己的耳機試聽；會場聽不到</translation>
    </message>
    <message>
        <source>PRONOUNCE</source>
        <translation>唸法</translation>
    </message>
    <message>
        <source>Say how a name is spoken in this show</source>
        <translation>設定名字在這場演出怎麼唸</translation>
    </message>
    <message>
        <source>KEEP KEY</source>
        <translation>存入金鑰</translation>
    </message>
    <message>
        <source>Keep a provider&apos;s key in the system&apos;s keyring</source>
        <translation>把服務的金鑰存入系統金鑰圈</translation>
    </message>
    <message>
        <source>FORGET KEY</source>
        <translation>移除金鑰</translation>
    </message>
    <message>
        <source>Take a provider&apos;s key out of the system&apos;s keyring</source>
        <translation>從系統金鑰圈移除服務的金鑰</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Ask a provider for one word: does it answer, how fast, and if not, why</source>
        <translation>向服務要一個字：有沒有回應、多快，沒有的話為什麼</translation>
    </message>
    <message>
        <source>No text was named.</source>
        <translation>沒有指定文字。</translation>
    </message>
    <message>
        <source>No provider was named.</source>
        <translation>沒有指定服務。</translation>
    </message>
    <message>
        <source>Say which line: 1 to {n}.</source>
        <translation>請指定第幾句：1 到 {n}。</translation>
    </message>
    <message>
        <source>That is too long: {n} characters are the most.</source>
        <translation>太長了：最多 {n} 個字元。</translation>
    </message>
    <message>
        <source>Say what you want to hear.</source>
        <translation>請說明要試聽什麼。</translation>
    </message>
    <message>
        <source>Say which name, and how it is said.</source>
        <translation>請指定名字與唸法。</translation>
    </message>
    <message>
        <source>Enter the key in the window: it is not taken from anywhere else.</source>
        <translation>請在視窗裡輸入金鑰：不接受其他來源。</translation>
    </message>
    <message>
        <source>No preset is on: TAKE one, then its lines can be said.</source>
        <translation>目前沒有預設組：請先切入一個，才能說它的台詞。</translation>
    </message>
    <message>
        <source>{name} has no line {n}: write it in EDIT.</source>
        <translation>{name} 沒有第 {n} 句：請到「編輯」填寫。</translation>
    </message>
    <message>
        <source>{n} lines are waiting to be said already: INTERRUPT stops them.</source>
        <translation>已有 {n} 句在等：按「打斷」可全部停止。</translation>
    </message>
    <message>
        <source>The line failed inside Compere ({fault}): report it.</source>
        <translation>台詞在 Compere 內部失敗（{fault}）：請回報。</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>{name} 不在</translation>
    </message>
    <message>
        <source>it has {n} lines, and {limit} are the most</source>
        <translation>共有 {n} 句台詞，最多 {limit} 句</translation>
    </message>
    <message>
        <source>its line {n} is longer than {limit} characters</source>
        <translation>第 {n} 句超過 {limit} 個字元</translation>
    </message>
    <message>
        <source>its line {n} has no words</source>
        <translation>第 {n} 句沒有文字</translation>
    </message>
    <message>
        <source>its mode is say, so write lines, or name the sound file in say</source>
        <translation>模式為「預錄」，請填寫台詞或指定聲音檔</translation>
    </message>
    <message>
        <source>The voice cannot keep up: choose another one.</source>
        <translation>語音跟不上：請換別的聲音。</translation>
    </message>
    <message>
        <source>the pace of the voice</source>
        <translation>語音速度</translation>
    </message>
    <message>
        <source>That cannot be heard ({fault}): report it.</source>
        <translation>無法試聽（{fault}）：請回報。</translation>
    </message>
    <message>
        <source>That would be heard in the hall: choose headphones in SETTINGS that are not the hall&apos;s loudspeaker.</source>
        <translation>這樣會場會聽到：請到「設定」選擇不是會場喇叭的耳機。</translation>
    </message>
    <message>
        <source>Your own output cannot be opened ({fault}): choose headphones in SETTINGS.</source>
        <translation>無法開啟您的輸出（{fault}）：請到「設定」選擇耳機。</translation>
    </message>
    <message>
        <source>The headphones {name} are not there: plug them in, or choose others.</source>
        <translation>耳機 {name} 不在：請接上，或改選別的。</translation>
    </message>
    <message>
        <source>This system has no output to listen on.</source>
        <translation>這個系統沒有可試聽的輸出。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>台詞</translation>
    </message>
    <message>
        <source>none to say</source>
        <translation>沒有台詞</translation>
    </message>
    <message>
        <source>{n} ready</source>
        <translation>{n} 句就緒</translation>
    </message>
    <message>
        <source>{n} of {limit} ready</source>
        <translation>{n}／{limit} 句就緒</translation>
    </message>
    <message>
        <source>They are being made; a line that is not ready is spoken all the same, if its voice is there.</source>
        <translation>正在產生；只要語音可用，尚未就緒的台詞照樣能說。</translation>
    </message>
    <message>
        <source>All who would answer are switched off: switch one on in SETTINGS, or name others in think.</source>
        <translation>負責回答的都關閉了：請到「設定」開啟，或在 think 改用其他的。</translation>
    </message>
    <message>
        <source>There is no provider {name}: it is one of {list}.</source>
        <translation>沒有服務 {name}：請從 {list} 中選擇。</translation>
    </message>
    <message>
        <source>{name} needs no key.</source>
        <translation>{name} 不需要金鑰。</translation>
    </message>
    <message>
        <source>The key is kept.</source>
        <translation>金鑰已存入。</translation>
    </message>
    <message>
        <source>The key is taken out.</source>
        <translation>金鑰已移除。</translation>
    </message>
    <message>
        <source>{name} gave no sound.</source>
        <translation>{name} 沒有發出聲音。</translation>
    </message>
    <message>
        <source>No server is set: write its address and its model.</source>
        <translation>尚未設定伺服器：請填寫位址與模型。</translation>
    </message>
    <message>
        <source>The question, as sound or as text, the persona, the facts that fit and what was said go to Groq; with its voices the text to be spoken too.</source>
        <translation>問題（聲音或文字）、角色設定、相關資料與先前說過的話會送到 Groq；使用它的語音時，要說的文字也會送出。</translation>
    </message>
    <message>
        <source>ASK</source>
        <translation>提問</translation>
    </message>
    <message>
        <source>Put a typed question on the desk</source>
        <translation>送出輸入的提問</translation>
    </message>
    <message>
        <source>PUSH TO ASK</source>
        <translation>按住提問</translation>
    </message>
    <message>
        <source>Hold the key while the question is asked</source>
        <translation>提問時按住這個鍵</translation>
    </message>
    <message>
        <source>TYPE A QUESTION</source>
        <translation>輸入提問</translation>
    </message>
    <message>
        <source>Write a question: Enter asks it, Esc leaves</source>
        <translation>寫下提問：Enter 送出，Esc 離開</translation>
    </message>
    <message>
        <source>Other words for the drafted answer</source>
        <translation>改寫擬好的回答</translation>
    </message>
    <message>
        <source>Drop the answer</source>
        <translation>捨棄這個回答</translation>
    </message>
    <message>
        <source>STAND BY</source>
        <translation>墊場</translation>
    </message>
    <message>
        <source>Speak the preset&apos;s stand-by line while the answer is being made</source>
        <translation>準備回答時，先說預設的墊場句</translation>
    </message>
    <message>
        <source>SAFE LINE</source>
        <translation>安全句</translation>
    </message>
    <message>
        <source>Speak the preset&apos;s safe line in place of the answer</source>
        <translation>改說預設的安全句來代替回答</translation>
    </message>
    <message>
        <source>EDIT SENTENCE</source>
        <translation>修改句子</translation>
    </message>
    <message>
        <source>Other words for one sentence</source>
        <translation>改寫其中一句</translation>
    </message>
    <message>
        <source>LEAVE OUT</source>
        <translation>略過這句</translation>
    </message>
    <message>
        <source>Do not speak one sentence</source>
        <translation>不說其中一句</translation>
    </message>
    <message>
        <source>RELEASE</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Speak a held sentence all the same</source>
        <translation>仍然說出被攔下的一句</translation>
    </message>
    <message>
        <source>ANSWER QUESTION</source>
        <translation>回答提問</translation>
    </message>
    <message>
        <source>Take a waiting question on the desk</source>
        <translation>處理一個等候的提問</translation>
    </message>
    <message>
        <source>DROP QUESTION</source>
        <translation>移除提問</translation>
    </message>
    <message>
        <source>Do not answer a question</source>
        <translation>不回答這個提問</translation>
    </message>
    <message>
        <source>MOVE QUESTION</source>
        <translation>移動提問</translation>
    </message>
    <message>
        <source>Answer a question earlier or later</source>
        <translation>提前或延後回答某個提問</translation>
    </message>
    <message>
        <source>MERGE QUESTIONS</source>
        <translation>合併提問</translation>
    </message>
    <message>
        <source>Make one question of several</source>
        <translation>把數個提問合成一個</translation>
    </message>
    <message>
        <source>REWORD QUESTION</source>
        <translation>改寫提問</translation>
    </message>
    <message>
        <source>Other words for a question</source>
        <translation>改寫某個提問</translation>
    </message>
    <message>
        <source>LET QUESTION</source>
        <translation>放行提問</translation>
    </message>
    <message>
        <source>Answer a held question all the same</source>
        <translation>仍然回答被攔下的提問</translation>
    </message>
    <message>
        <source>The {name} process does not start: the log says why.</source>
        <translation>{name}程序無法啟動：原因在記錄中。</translation>
    </message>
    <message>
        <source>The {name} process was lost and starts again ({why}).</source>
        <translation>{name}程序中斷，正在重新啟動（{why}）。</translation>
    </message>
    <message>
        <source>The {name} was ended with Compere.</source>
        <translation>{name}已隨 Compere 結束。</translation>
    </message>
    <message>
        <source>hearing</source>
        <translation>聽寫</translation>
    </message>
    <message>
        <source>No Whisper model is chosen: choose its folder in SETTINGS.</source>
        <translation>尚未選擇 Whisper 模型：請在「設定」中選擇它的資料夾。</translation>
    </message>
    <message>
        <source>No Whisper model is loaded: choose its folder in SETTINGS.</source>
        <translation>尚未載入 Whisper 模型：請在「設定」中選擇它的資料夾。</translation>
    </message>
    <message>
        <source>There is no folder {folder}: copy the Whisper model there, or choose another.</source>
        <translation>沒有資料夾 {folder}：請把 Whisper 模型複製過去，或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>{folder} is not a folder: choose the folder in which the Whisper model lies.</source>
        <translation>{folder} 不是資料夾：請選擇 Whisper 模型所在的資料夾。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({fault}): choose another.</source>
        <translation>無法讀取資料夾 {folder}（{fault}）：請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>There is no model.bin in {folder}: choose the folder of a Whisper model for CTranslate2.</source>
        <translation>{folder} 裡沒有 model.bin：請選擇 CTranslate2 用的 Whisper 模型資料夾。</translation>
    </message>
    <message>
        <source>The Whisper model in {folder} is not made for CTranslate2: convert it, or choose another.</source>
        <translation>{folder} 裡的 Whisper 模型不是 CTranslate2 格式：請轉換，或選擇其他模型。</translation>
    </message>
    <message>
        <source>The Whisper model in {folder} lacks {name}: copy it again.</source>
        <translation>{folder} 裡的 Whisper 模型缺少 {name}：請重新複製。</translation>
    </message>
    <message>
        <source>Whisper is not installed ({fault}): install Compere again.</source>
        <translation>未安裝 Whisper（{fault}）：請重新安裝 Compere。</translation>
    </message>
    <message>
        <source>The Whisper model {folder} cannot be loaded ({fault}): choose another.</source>
        <translation>無法載入 Whisper 模型 {folder}（{fault}）：請選擇其他模型。</translation>
    </message>
    <message>
        <source>The Whisper model {folder} did not load within {limit} s: choose a smaller one.</source>
        <translation>Whisper 模型 {folder} 未能在 {limit} 秒內載入：請選擇較小的模型。</translation>
    </message>
    <message>
        <source>Whisper gave no text for {limit} s and was ended: ask again.</source>
        <translation>Whisper 在 {limit} 秒內沒有給出文字，已結束：請再問一次。</translation>
    </message>
    <message>
        <source>Whisper could not hear this ({fault}): ask again.</source>
        <translation>Whisper 聽不出這一段（{fault}）：請再問一次。</translation>
    </message>
    <message>
        <source>Whisper does not know the language {language}: choose another.</source>
        <translation>Whisper 不認得語言 {language}：請選擇其他語言。</translation>
    </message>
    <message>
        <source>This Whisper model knows English only: choose one without “.en” in its name.</source>
        <translation>這個 Whisper 模型只懂英文：請選擇名稱中沒有「.en」的模型。</translation>
    </message>
    <message>
        <source>The question is longer than {limit} s: ask a shorter one.</source>
        <translation>提問超過 {limit} 秒：請問得短一些。</translation>
    </message>
    <message>
        <source>Hearing failed inside Compere: ask again.</source>
        <translation>Compere 內部聽寫出錯：請再問一次。</translation>
    </message>
    <message>
        <source>Hearing failed inside Compere ({fault}: {detail}): ask again.</source>
        <translation>Compere 內部聽寫出錯（{fault}：{detail}）：請再問一次。</translation>
    </message>
    <message>
        <source>The search for speech failed inside Compere ({fault}: {detail}).</source>
        <translation>Compere 內部的人聲偵測出錯（{fault}：{detail}）。</translation>
    </message>
    <message>
        <source>The search for speech is not installed ({fault}): install Compere again.</source>
        <translation>未安裝人聲偵測（{fault}）：請重新安裝 Compere。</translation>
    </message>
    <message>
        <source>Hands-free listening has stopped: hold the key to ask, or type.</source>
        <translation>免按鍵收聽已停止：請按住按鍵提問，或用輸入的。</translation>
    </message>
    <message>
        <source>More questions at once than can be heard: the newest was left out.</source>
        <translation>同時的提問太多，聽不過來：最新的一則已略過。</translation>
    </message>
    <message>
        <source>Echo cancellation is not installed: run `python3 packaging/bootstrap.py run --echo`, or leave it off.</source>
        <translation>未安裝回音消除：請執行 `python3 packaging/bootstrap.py run --echo`，或保持關閉。</translation>
    </message>
    <message>
        <source>Echo cancellation failed inside Compere ({fault}): choose gate in SETTINGS.</source>
        <translation>回音消除在 Compere 內部失敗（{fault}）：請在「設定」改選閘門。</translation>
    </message>
    <message>
        <source>There is no such way to keep the host from hearing itself: choose gate or cancel.</source>
        <translation>沒有這種防止主持人聽到自己的方式：請選閘門或消除。</translation>
    </message>
    <message>
        <source>echo</source>
        <translation>回音</translation>
    </message>
    <message>
        <source>there is no {name} in its hear: it takes {list}</source>
        <translation>hear 裡沒有 {name} 這一項，可用的是 {list}</translation>
    </message>
    <message>
        <source>{why} The captions of the MC have stopped; the show goes on.</source>
        <translation>{why}司儀的即時字幕已停止，演出照常進行。</translation>
    </message>
    <message>
        <source>The captions of the MC wait: nothing can check their words now, see the preset&apos;s alarm.</source>
        <translation>司儀的即時字幕暫停：目前無法檢查用詞，請看這組預設的警示。</translation>
    </message>
    <message>
        <source>Nobody can hear the MC for the captions: enter a key for Groq in SETTINGS, or choose a Whisper folder.</source>
        <translation>沒有人能聽寫司儀的話：請在「設定」輸入 Groq 金鑰，或選擇 Whisper 資料夾。</translation>
    </message>
    <message>
        <source>{why} The captions go on in the first language only.</source>
        <translation>{why}字幕只保留第一種語言。</translation>
    </message>
    <message>
        <source>A translated caption is not shown: {why}</source>
        <translation>有一句翻譯字幕沒有顯示：{why}</translation>
    </message>
    <message>
        <source>{name} sent no translation of a caption.</source>
        <translation>{name} 沒有傳回字幕的翻譯。</translation>
    </message>
    <message>
        <source>Nobody can translate the captions: name groq or server in the preset&apos;s think.</source>
        <translation>沒有人能翻譯字幕：請在這組預設的 think 填入 groq 或 server。</translation>
    </message>
    <message>
        <source>A processor cannot hear in half precision: choose int8 or float32, or the graphics card.</source>
        <translation>處理器無法以半精度聽寫：請選 int8 或 float32，或改用顯示卡。</translation>
    </message>
    <message>
        <source>Whisper runs on the processor (cpu) or on a graphics card (cuda).</source>
        <translation>Whisper 在處理器（cpu）或顯示卡（cuda）上運作。</translation>
    </message>
    <message>
        <source>Whisper calculates in int8, int8_float16, float16 or float32.</source>
        <translation>Whisper 的計算精度為 int8、int8_float16、float16 或 float32。</translation>
    </message>
    <message>
        <source>The engine&apos;s card is auto, cpu, or one as cuda:0.</source>
        <translation>引擎的顯示卡為 auto、cpu，或如 cuda:0。</translation>
    </message>
    <message>
        <source>The decoder is full, or small, which is approximate.</source>
        <translation>解碼器為 full，或 small（近似）。</translation>
    </message>
    <message>
        <source>The engine calculates in auto, fp16, bf16 or fp32.</source>
        <translation>引擎的精度為 auto、fp16、bf16 或 fp32。</translation>
    </message>
    <message>
        <source>A stream&apos;s address is as rtmp://host/app, rtmps://host/app or srt://host:port.</source>
        <translation>推流網址的格式是 rtmp://主機/應用、rtmps://主機/應用，或 srt://主機:連接埠。</translation>
    </message>
    <message>
        <source>The name may have at most {longest} characters.</source>
        <translation>名稱最多 {longest} 個字。</translation>
    </message>
    <message>
        <source>The program must be between {least} and {most} pixels wide.</source>
        <translation>節目寬度必須在 {least} 到 {most} 像素之間。</translation>
    </message>
    <message>
        <source>The program must be between {least} and {most} pixels high.</source>
        <translation>節目高度必須在 {least} 到 {most} 像素之間。</translation>
    </message>
    <message>
        <source>This may have at most {longest} characters.</source>
        <translation>最多 {longest} 個字元。</translation>
    </message>
    <message>
        <source>This must be between {least} and {most} {unit}.</source>
        <translation>必須在 {least} 到 {most} {unit} 之間。</translation>
    </message>
    <message>
        <source>The streams&apos; size is 720, 1080 or program.</source>
        <translation>推流尺寸只能是 720、1080 或 program。</translation>
    </message>
    <message>
        <source>The streams&apos; bit rate must be between {least} and {most} kb/s.</source>
        <translation>推流位元率須在 {least} 到 {most} kb/s 之間。</translation>
    </message>
    <message>
        <source>The recording&apos;s size is 720, 1080 or program.</source>
        <translation>錄影尺寸只能是 720、1080 或 program。</translation>
    </message>
    <message>
        <source>The recording&apos;s bit rate must be between {least} and {most} kb/s.</source>
        <translation>錄影位元率須在 {least} 到 {most} kb/s 之間。</translation>
    </message>
    <message>
        <source>A new file begins after between {least} and {most} minutes; 0 is never.</source>
        <translation>可在 {least} 到 {most} 分鐘後另起新檔；0 為不分割。</translation>
    </message>
    <message>
        <source>The ground is drawn, colour, beside or screens.</source>
        <translation>背景只能是 drawn、colour、beside 或 screens。</translation>
    </message>
    <message>
        <source>A colour is written as # and six digits, like #00b140.</source>
        <translation>顏色請寫成 # 加六位數，例如 #00b140。</translation>
    </message>
    <message>
        <source>The fill is premultiplied or straight.</source>
        <translation>Fill 只能是 premultiplied（預乘）或 straight（非預乘）。</translation>
    </message>
    <message>
        <source>The microphone&apos;s gain must be between {least} and {most} dB.</source>
        <translation>麥克風增益必須在 {least} 到 {most} dB 之間。</translation>
    </message>
    <message>
        <source>A gain of the hall&apos;s sound or of the feed must be between {least} and {most} dB.</source>
        <translation>會場聲音或輔助輸出的增益必須在 {least} 到 {most} dB 之間。</translation>
    </message>
    <message>
        <source>A delay of the hall&apos;s sound or of the feed must be between {least} and {most} ms.</source>
        <translation>會場聲音或輔助輸出的延遲必須在 {least} 到 {most} ms 之間。</translation>
    </message>
    <message>
        <source>The feed carries both, host or mc.</source>
        <translation>輔助輸出只能是 both、host 或 mc。</translation>
    </message>
    <message>
        <source>A lip delay must be between {least} and {most} ms.</source>
        <translation>對嘴延遲必須在 {least} 到 {most} ms 之間。</translation>
    </message>
    <message>
        <source>A limit of the lip delay must be between {least} and {most} ms.</source>
        <translation>對嘴延遲的門檻必須在 {least} 到 {most} ms 之間。</translation>
    </message>
    <message>
        <source>The level of LOW must be between {least} and {most} dBFS.</source>
        <translation>「過小」的門檻必須在 {least} 到 {most} dBFS 之間。</translation>
    </message>
    <message>
        <source>The loudness of sound files must be between {least} and {most} LUFS.</source>
        <translation>聲音檔的響度必須在 {least} 到 {most} LUFS 之間。</translation>
    </message>
    <message>
        <source>A model&apos;s name has no spaces, and at most {longest} characters.</source>
        <translation>模型名稱不能有空格，最多 {longest} 個字元。</translation>
    </message>
    <message>
        <source>The pause that ends a question must be between {least} and {most} s.</source>
        <translation>結束提問的停頓必須在 {least} 到 {most} 秒之間。</translation>
    </message>
    <message>
        <source>A folder&apos;s name may have at most {longest} characters.</source>
        <translation>資料夾名稱最多 {longest} 個字元。</translation>
    </message>
    <message>
        <source>The second engine is auto, on or off.</source>
        <translation>第二引擎為 auto、on 或 off。</translation>
    </message>
    <message>
        <source>There is no key for Groq: enter one in SETTINGS.</source>
        <translation>沒有 Groq 金鑰：請在「設定」輸入。</translation>
    </message>
    <message>
        <source>No server that hears is set: write its address and its model in SETTINGS.</source>
        <translation>尚未設定聽寫伺服器：請在「設定」填入位址與模型。</translation>
    </message>
    <message>
        <source>Whisper on this machine</source>
        <translation>本機的 Whisper</translation>
    </message>
    <message>
        <source>A preset needs a name: write one.</source>
        <translation>預設組需要名稱：請填寫。</translation>
    </message>
    <message>
        <source>That is longer than {limit} characters: make it shorter, or put it into a file.</source>
        <translation>超過 {limit} 個字元：請縮短，或改存成檔案。</translation>
    </message>
    <message>
        <source>There is no file {path}: choose another one.</source>
        <translation>沒有檔案 {path}：請選擇其他檔案。</translation>
    </message>
    <message>
        <source>The slate is a picture: choose its file.</source>
        <translation>墊檔為圖片：請選擇檔案。</translation>
    </message>
    <message>
        <source>It has {n} lines, and {limit} are the most.</source>
        <translation>共有 {n} 行，最多 {limit} 行。</translation>
    </message>
    <message>
        <source>Its line {n} is longer than {limit} characters.</source>
        <translation>第 {n} 行超過 {limit} 個字元。</translation>
    </message>
    <message>
        <source>Its line {n} has no words.</source>
        <translation>第 {n} 行沒有文字。</translation>
    </message>
    <message>
        <source>The mode is SAY: write lines, or choose a sound file.</source>
        <translation>模式為「預錄」：請填寫台詞，或選擇聲音檔。</translation>
    </message>
    <message>
        <source>There is nobody called {name} who could hear: press one of these.</source>
        <translation>沒有名為 {name} 的聽寫者：請按下其中一個。</translation>
    </message>
    <message>
        <source>There is nobody called {name} who could answer: press one of these.</source>
        <translation>沒有名為 {name} 的回答者：請按下其中一個。</translation>
    </message>
    <message>
        <source>The mode is ANSWER: press who answers.</source>
        <translation>模式為「問答」：請按下由誰回答。</translation>
    </message>
    <message>
        <source>Only the facts answer: choose their file, or write some below.</source>
        <translation>只由參考資料回答：請選擇檔案，或在下方填寫。</translation>
    </message>
    <message>
        <source>It is said when no hand comes: write it.</source>
        <translation>無人處理時會說這一句：請填寫。</translation>
    </message>
    <message>
        <source>{name} is drawn, not filmed: there is nothing to build.</source>
        <translation>{name} 是繪製的，不是實拍：沒有需要製作的內容。</translation>
    </message>
    <message>
        <source>{name} is being built again already.</source>
        <translation>{name} 已在重新製作中。</translation>
    </message>
    <message>
        <source>The prepared hosts are being looked at: try again in a moment.</source>
        <translation>正在檢查已準備的虛擬人：請稍後再試。</translation>
    </message>
    <message>
        <source>There is nothing old to clear away.</source>
        <translation>沒有舊資料需要清除。</translation>
    </message>
    <message>
        <source>{n} old prepared hosts were deleted, {size}.</source>
        <translation>已刪除 {n} 份舊的虛擬人資料，共 {size}。</translation>
    </message>
    <message>
        <source>There is no small decoder in {path}: run `compere models distil`, or set the decoder to full.</source>
        <translation>{path} 裡沒有小型解碼器：請執行 `compere models distil`，或把解碼器設為完整。</translation>
    </message>
    <message>
        <source>The small decoder was made for other weights: run `compere models distil`, or set the decoder to full.</source>
        <translation>小型解碼器是為其他權重製作的：請執行 `compere models distil`，或把解碼器設為完整。</translation>
    </message>
    <message>
        <source>{file} is missing: run `compere models distil`, or set the decoder to full.</source>
        <translation>缺少 {file}：請執行 `compere models distil`，或把解碼器設為完整。</translation>
    </message>
    <message>
        <source>building {name} again</source>
        <translation>正在重新製作 {name}</translation>
    </message>
    <message>
        <source>{name} is built again</source>
        <translation>{name} 已重新製作完成</translation>
    </message>
    <message>
        <source>{name}: stopped</source>
        <translation>{name}：已停止</translation>
    </message>
    <message>
        <source>{name} was built by another version of Compere: build it again.</source>
        <translation>{name} 是由其他版本的 Compere 製作的：請重新製作。</translation>
    </message>
    <message>
        <source>What was prepared of {name} is damaged: build it again.</source>
        <translation>{name} 已準備的資料損壞：請重新製作。</translation>
    </message>
    <message>
        <source>{name} must be built again, and its clip {file} is gone: bring the avatar in again.</source>
        <translation>{name} 需要重新製作，但影片 {file} 已不在：請重新匯入這個虛擬人。</translation>
    </message>
    <message>
        <source>LOOK AT THE HOSTS</source>
        <translation>檢查虛擬人</translation>
    </message>
    <message>
        <source>See what is prepared of each filmed host, and whether it can still be read</source>
        <translation>查看每個實拍虛擬人已準備的資料，以及是否仍可讀取</translation>
    </message>
    <message>
        <source>REBUILD</source>
        <translation>重新製作</translation>
    </message>
    <message>
        <source>Build a filmed host again from its clip, beside the show; goes on where it was stopped</source>
        <translation>用影片重新製作實拍虛擬人，不影響演出；會從停止處繼續</translation>
    </message>
    <message>
        <source>STOP REBUILDING</source>
        <translation>停止重新製作</translation>
    </message>
    <message>
        <source>Stop building the host again; the next time goes on from there</source>
        <translation>停止重新製作這個虛擬人；下次從這裡繼續</translation>
    </message>
    <message>
        <source>CLEAR OLD HOSTS</source>
        <translation>清除舊虛擬人</translation>
    </message>
    <message>
        <source>Delete prepared hosts that nobody wants any more; the ones in use are never touched</source>
        <translation>刪除已無用的虛擬人資料；使用中的絕不更動</translation>
    </message>
    <message>
        <source>OPEN THE FILM</source>
        <translation>開啟影片</translation>
    </message>
    <message>
        <source>Show a film that is done in the system&apos;s own player</source>
        <translation>用系統的播放程式開啟已完成的影片</translation>
    </message>
    <message>
        <source>That film is not done yet.</source>
        <translation>這部影片還沒有完成。</translation>
    </message>
    <message>
        <source>There is no film {path} any more.</source>
        <translation>影片 {path} 已經不在了。</translation>
    </message>
    <message>
        <source>No program here shows {file}: it lies in {path}.</source>
        <translation>這台電腦沒有程式可開啟 {file}：檔案在 {path}。</translation>
    </message>
    <message>
        <source>A player could be seen and heard in the hall: films are opened in STANDBY.</source>
        <translation>播放程式可能被會場看到、聽到：請在「待命」時開啟影片。</translation>
    </message>
    <message>
        <source>There is no file {path}: bring it, or change its line.</source>
        <translation>沒有檔案 {path}：請放入該檔案，或修改那一句台詞。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>這是一個資料夾</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>這不是一般檔案</translation>
    </message>
    <message>
        <source>its name cannot be used</source>
        <translation>檔名無法使用</translation>
    </message>
    <message>
        <source>its disk does not answer</source>
        <translation>磁碟沒有回應</translation>
    </message>
    <message>
        <source>it lies outside {folder}</source>
        <translation>它在 {folder} 之外</translation>
    </message>
    <message>
        <source>it is larger than {n}</source>
        <translation>超過 {n}</translation>
    </message>
    <message>
        <source>nested too deep</source>
        <translation>巢狀層數過深</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>其中有數字過大</translation>
    </message>
    <message>
        <source>it has more than {n} lines</source>
        <translation>超過 {n} 行</translation>
    </message>
    <message>
        <source>it has more than {n} values</source>
        <translation>超過 {n} 個值</translation>
    </message>
    <message>
        <source>{path} cannot be used: {fault}.</source>
        <translation>{path} 無法使用：{fault}。</translation>
    </message>
    <message>
        <source>it has too many parts: save it again as PNG or JPEG</source>
        <translation>內含的部分過多：請重新存成 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>There is no room for {name}: it takes {n} MB, {left} MB must stay free, and {free} MB are free.</source>
        <translation>磁碟空間放不下 {name}：需要 {n} MB，另須保留 {left} MB，目前只剩 {free} MB。</translation>
    </message>
    <message>
        <source>{path} is locked with a password: zip it again without one.</source>
        <translation>{path} 有密碼保護：請不設密碼重新壓縮。</translation>
    </message>
    <message>
        <source>{path} is packed in an unusual way: zip it again as the system does it.</source>
        <translation>{path} 的壓縮方式不常見：請用系統內建的壓縮功能重新壓縮。</translation>
    </message>
    <message>
        <source>The show {path} was refused: its preset {name} names the file “{file}”, which does not lie in the show.</source>
        <translation>未接受演出 {path}：其中的預設組 {name} 指定了檔案「{file}」，而這個檔案不在演出之內。</translation>
    </message>
    <message>
        <source>{path} is a link or no regular file: put the file itself there.</source>
        <translation>{path} 是連結，或不是一般檔案：請放入檔案本身。</translation>
    </message>
    <message>
        <source>The avatar {name} was refused: its {file} cannot be changed.</source>
        <translation>未接受虛擬人 {name}：無法修改其中的 {file}。</translation>
    </message>
    <message>
        <source>The id {name} in line {n} is the name of another file: give the line another id.</source>
        <translation>第 {n} 行的代號 {name} 是另一個檔案的名稱：請換一個代號。</translation>
    </message>
    <message>
        <source>The file {path} in line {n} is refused: it does not lie in the show&apos;s folder.</source>
        <translation>未接受第 {n} 行的檔案 {path}：它不在演出的資料夾裡。</translation>
    </message>
    <message>
        <source>The log in {folder} cannot be written ({why}): make room there. The show goes on; what happens meanwhile is missing from its report.</source>
        <translation>無法寫入 {folder} 的記錄檔（{why}）：請在該處騰出空間。演出照常進行；這段期間發生的事不會出現在報告中。</translation>
    </message>
    <message>
        <source>The drawn mouth comes out wrong, so it stays shut: another avatar may do better.</source>
        <translation>畫出的嘴型不正確，因此保持閉合：改用另一位虛擬人也許能解決。</translation>
    </message>
    <message>
        <source>The picture came out empty.</source>
        <translation>畫面是空的。</translation>
    </message>
    <message>
        <source>The shared memory {name} cannot be opened ({why}): it is tried again.</source>
        <translation>無法開啟共用記憶體 {name}（{why}）：將再次嘗試。</translation>
    </message>
    <message>
        <source>The shared memory {name} is too small ({size} bytes), so not a ring: restart playout.</source>
        <translation>共用記憶體 {name} 太小（{size} 位元組），無法使用：請重新啟動播出程式。</translation>
    </message>
    <message>
        <source>The shared memory {name} is cut off or damaged: restart playout.</source>
        <translation>共用記憶體 {name} 不完整或已損壞：請重新啟動播出程式。</translation>
    </message>
    <message>
        <source>The disk that holds {folder} is nearly full: make room there.</source>
        <translation>{folder} 所在的磁碟快滿了：請騰出空間。</translation>
    </message>
    <message>
        <source>The runtime folder {folder} cannot be written: make room there, or set XDG_RUNTIME_DIR.</source>
        <translation>無法寫入執行期資料夾 {folder}：請騰出空間，或設定 XDG_RUNTIME_DIR。</translation>
    </message>
    <message>
        <source>{screen} shows the same as this window&apos;s screen (mirrored): set the computer&apos;s displays to extend, not to duplicate; the program comes by itself.</source>
        <translation>{screen} 與這個視窗的螢幕顯示相同畫面（鏡像）：請把電腦的顯示設定改為「延伸」，不要「同步顯示」；節目畫面會自動出現。</translation>
    </message>
    <message>
        <source>This window is on the hall&apos;s screen, and no other is there: connect the operator&apos;s screen, or choose the window.</source>
        <translation>這個視窗在會場螢幕上，而且沒有其他螢幕：請接上操作者的螢幕，或改選視窗。</translation>
    </message>
    <message>
        <source>The hall&apos;s screen is gone, or mirrored: plug it in, or set the computer&apos;s displays to extend, not to duplicate; the program comes back by itself.</source>
        <translation>會場螢幕不見了，或被設成鏡像：請接上它，或把電腦的顯示設定改為「延伸」，不要「同步顯示」；節目畫面會自動恢復。</translation>
    </message>
    <message>
        <source>That is the only screen for the operator&apos;s window: connect another one, or choose the window.</source>
        <translation>操作者的視窗只有這個螢幕可用：請再接一個螢幕，或改選視窗。</translation>
    </message>
    <message>
        <source>{name} (this window goes to another)</source>
        <translation>{name}（這個視窗會移到另一個螢幕）</translation>
    </message>
    <message>
        <source>The window is back on its own screen: the other one is the hall&apos;s.</source>
        <translation>視窗已回到自己的螢幕：另一個是會場螢幕。</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>無法使用</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>沒有 Key</translation>
    </message>
    <message>
        <source>No screen is chosen for the key: choose one in EDIT, SETTINGS, DEVICES.</source>
        <translation>尚未選擇 Key 的螢幕：請到「編輯」›「設定」›「裝置」選擇。</translation>
    </message>
    <message>
        <source>The key&apos;s screen is gone: plug it in again; the key comes back by itself.</source>
        <translation>Key 螢幕不見了：請重新接上，Key 會自行恢復。</translation>
    </message>
    <message>
        <source>The key&apos;s screen is the operator&apos;s own: choose another one in EDIT, SETTINGS, DEVICES.</source>
        <translation>Key 選到了操作員自己的螢幕：請到「編輯」›「設定」›「裝置」另選一個。</translation>
    </message>
    <message>
        <source>The key&apos;s screen is the hall&apos;s, which has the fill: choose another one in EDIT, SETTINGS, DEVICES.</source>
        <translation>Key 選到了輸出 Fill 的會場螢幕：請到「編輯」›「設定」›「裝置」另選一個。</translation>
    </message>
    <message>
        <source>{name} cannot be keyed</source>
        <translation>{name} 無法去背</translation>
    </message>
    <message>
        <source>its host {name} cannot be keyed</source>
        <translation>虛擬人 {name} 無法去背</translation>
    </message>
    <message>
        <source>{name} is filmed, and a filmed host&apos;s ground cannot be taken away: choose a drawn host, or the ground AS DRAWN in EDIT, SETTINGS, DEVICES.</source>
        <translation>{name} 是實拍虛擬人，背景無法去除：請選繪製的虛擬人，或到「編輯」›「設定」›「裝置」把背景改為「原樣」。</translation>
    </message>
    <message>
        <source>The microphone {name} has {n} channels, and channel {channel} is chosen: connect the device that has it, or choose another channel in SETTINGS.</source>
        <translation>麥克風 {name} 只有 {n} 個聲道，但選的是聲道 {channel}：請接上有這個聲道的裝置，或在「設定」裡另選聲道。</translation>
    </message>
    <message>
        <source>The microphone {name} has {n} channels: there is no channel {channel}.</source>
        <translation>麥克風 {name} 只有 {n} 個聲道：沒有聲道 {channel}。</translation>
    </message>
    <message>
        <source>Choose the microphone first, then its channels.</source>
        <translation>請先選麥克風，再選聲道。</translation>
    </message>
    <message>
        <source>Name channels by their numbers, 1 to {limit}, as 3, or 1 + 2 for both.</source>
        <translation>請用編號指定聲道（1 到 {limit}），例如 3；兩個一起就寫 1 + 2。</translation>
    </message>
    <message>
        <source>{name} · channel {channel}</source>
        <translation>{name} · 聲道 {channel}</translation>
    </message>
    <message>
        <source>{name} · channels {channels}</source>
        <translation>{name} · 聲道 {channels}</translation>
    </message>
    <message>
        <source>no channel {channel}</source>
        <translation>沒有聲道 {channel}</translation>
    </message>
    <message>
        <source>The device has {n} channels: choose another in SETTINGS.</source>
        <translation>這個裝置只有 {n} 個聲道：請在「設定」裡另選。</translation>
    </message>
    <message>
        <source>all {n} channels</source>
        <translation>全部 {n} 個聲道</translation>
    </message>
    <message>
        <source>They are mixed: choose the MC&apos;s channel in SETTINGS.</source>
        <translation>現在全部混在一起：請在「設定」裡選主持人的聲道。</translation>
    </message>
    <message>
        <source>the sound server does not tell its channels apart</source>
        <translation>音效伺服器分不清它的聲道</translation>
    </message>
    <message>
        <source>this computer has no room for another open file</source>
        <translation>這台電腦無法再開啟更多檔案</translation>
    </message>
    <message>
        <source>The loudspeaker {name} has {n} channels, and channel {channel} is chosen: connect the device that has it, or choose another channel in SETTINGS.</source>
        <translation>喇叭 {name} 只有 {n} 個聲道，但選的是聲道 {channel}：請接上有這個聲道的裝置，或在「設定」裡另選聲道。</translation>
    </message>
    <message>
        <source>The loudspeaker {name} has {n} channels: there is no channel {channel}.</source>
        <translation>喇叭 {name} 只有 {n} 個聲道：沒有聲道 {channel}。</translation>
    </message>
    <message>
        <source>Choose the loudspeaker first, then its channels.</source>
        <translation>請先選喇叭，再選聲道。</translation>
    </message>
    <message>
        <source>The hall is on channel {channel}: choose another one for the feed.</source>
        <translation>會場用的是聲道 {channel}：輔助輸出請另選聲道。</translation>
    </message>
    <message>
        <source>“{name}” is not for speaking: it is a table, a formula or code.</source>
        <translation>「{name}」不是用來說的：它是表格、算式或程式碼。</translation>
    </message>
    <message>
        <source>This sounds like what a model thinks, and not like an answer: read it.</source>
        <translation>這聽起來像模型的思考，不像回答：請先看過。</translation>
    </message>
    <message>
        <source>emergency key</source>
        <translation>緊急按鍵</translation>
    </message>
    <message>
        <source>This X server has no XInput 2: while the window hangs, no key reaches the hall.</source>
        <translation>這個 X 伺服器沒有 XInput 2：視窗卡住時，按鍵無法送到會場。</translation>
    </message>
    <message>
        <source>The keys of X cannot be read: while the window hangs, no key reaches the hall.</source>
        <translation>無法讀取 X 的按鍵：視窗卡住時，按鍵無法送到會場。</translation>
    </message>
    <message>
        <source>Windows lets no program see its keys: a hanging window then has no emergency keys.</source>
        <translation>Windows 不允許程式讀取按鍵：視窗卡住時沒有緊急按鍵可用。</translation>
    </message>
    <message>
        <source>Emergency keys need X11 or Windows: while the window hangs, no key reaches the hall.</source>
        <translation>緊急按鍵需要 X11 或 Windows：視窗卡住時，按鍵無法送到會場。</translation>
    </message>
    <message>
        <source>ALARMS AND LOG</source>
        <translation>警示與紀錄</translation>
    </message>
    <message>
        <source>Every alarm with its cure, and all that happened</source>
        <translation>每個警示與處置方法，以及發生過的一切</translation>
    </message>
    <message>
        <source>Over: {what}</source>
        <translation>已恢復：{what}</translation>
    </message>
    <message>
        <source>MC NOT HEARD</source>
        <translation>聽不到主持人</translation>
    </message>
    <message>
        <source>PLAYOUT RESTARTING</source>
        <translation>播出程式重啟中</translation>
    </message>
    <message>
        <source>Wait: it comes back in seconds, in the state you are in.</source>
        <translation>請稍候：數秒內會回到目前的狀態。</translation>
    </message>
    <message>
        <source>SCREEN MISSING</source>
        <translation>會場螢幕斷線</translation>
    </message>
    <message>
        <source>KEY MISSING</source>
        <translation>Key 螢幕斷線</translation>
    </message>
    <message>
        <source>NOT KEYED</source>
        <translation>無法去背</translation>
    </message>
    <message>
        <source>PICTURE FROZEN</source>
        <translation>畫面停格</translation>
    </message>
    <message>
        <source>Wait two seconds: it is started again by itself.</source>
        <translation>請等兩秒：會自動重新啟動。</translation>
    </message>
    <message>
        <source>MIC MISSING</source>
        <translation>麥克風斷線</translation>
    </message>
    <message>
        <source>Plug it in again: it comes back by itself; or choose another.</source>
        <translation>請重新接上，會自動恢復；或選擇另一個。</translation>
    </message>
    <message>
        <source>NO SIGNAL</source>
        <translation>無訊號</translation>
    </message>
    <message>
        <source>Look at the mixer&apos;s channel, the USB send, and the microphone&apos;s own switch.</source>
        <translation>請檢查混音器的聲道、USB 送出，以及麥克風本身的開關。</translation>
    </message>
    <message>
        <source>LOUDSPEAKER MISSING</source>
        <translation>喇叭斷線</translation>
    </message>
    <message>
        <source>Plug it in again; until then let the mixer carry the MC directly.</source>
        <translation>請重新接上；在那之前由混音器直接送主持人的聲音。</translation>
    </message>
    <message>
        <source>MIC MUTED</source>
        <translation>麥克風已靜音</translation>
    </message>
    <message>
        <source>AVATAR MUTED</source>
        <translation>虛擬人已靜音</translation>
    </message>
    <message>
        <source>LATE FRAMES</source>
        <translation>遲到影格</translation>
    </message>
    <message>
        <source>Leave EXPRESS after the show, close other programs, plug in the charger.</source>
        <translation>演出後改回預設對嘴延遲；關閉其他程式，接上電源。</translation>
    </message>
    <message>
        <source>FRAME RATE LOW</source>
        <translation>影格率過低</translation>
    </message>
    <message>
        <source>Close other programs and plug in the charger.</source>
        <translation>請關閉其他程式並接上電源。</translation>
    </message>
    <message>
        <source>LIP DELAY HIGH</source>
        <translation>對嘴延遲過高</translation>
    </message>
    <message>
        <source>Close other programs; END and ARM measure the delay again.</source>
        <translation>請關閉其他程式；「結束演出」後再「備妥」會重新量測延遲。</translation>
    </message>
    <message>
        <source>Stop a stream or the recording, close other programs; END and ARM measure the delay again.</source>
        <translation>請停止推流或錄影、關閉其他程式；「結束演出」後再「備妥」會重新量測延遲。</translation>
    </message>
    <message>
        <source>SOUND AND PICTURE APART</source>
        <translation>聲畫不同步</translation>
    </message>
    <message>
        <source>END and ARM set the lip delay again.</source>
        <translation>「結束演出」後再「備妥」會重新設定對嘴延遲。</translation>
    </message>
    <message>
        <source>ENGINE RESTARTING</source>
        <translation>引擎重啟中</translation>
    </message>
    <message>
        <source>Wait. When it comes again and again, take another avatar in a pause.</source>
        <translation>請稍候。若一再發生，請在空檔換另一位虛擬人。</translation>
    </message>
    <message>
        <source>AVATAR NOT DRAWN</source>
        <translation>虛擬人無法繪製</translation>
    </message>
    <message>
        <source>Take another avatar in a pause.</source>
        <translation>請在空檔換另一位虛擬人。</translation>
    </message>
    <message>
        <source>FACES WENT WRONG</source>
        <translation>臉部畫面出錯</translation>
    </message>
    <message>
        <source>ENGINE NOT ATTACHED</source>
        <translation>引擎未連上</translation>
    </message>
    <message>
        <source>Wait: the engine is attached again by itself.</source>
        <translation>請稍候：引擎會自動重新連上。</translation>
    </message>
    <message>
        <source>VOICE TOO SLOW</source>
        <translation>語音太慢</translation>
    </message>
    <message>
        <source>NO VOICE</source>
        <translation>沒有語音</translation>
    </message>
    <message>
        <source>NO ANSWERS</source>
        <translation>無法回答</translation>
    </message>
    <message>
        <source>ECHO</source>
        <translation>回音</translation>
    </message>
    <message>
        <source>LINE NOT SAID</source>
        <translation>台詞沒有說出</translation>
    </message>
    <message>
        <source>Take the line out of the preset, or choose its file again in EDIT.</source>
        <translation>請把這句台詞從預設組拿掉，或在「編輯」中重新選擇檔案。</translation>
    </message>
    <message>
        <source>REJOINED</source>
        <translation>已接回演出</translation>
    </message>
    <message>
        <source>IDLE LOOP</source>
        <translation>待機動作</translation>
    </message>
    <message>
        <source>PRESETS NOT SAVED</source>
        <translation>預設組未儲存</translation>
    </message>
    <message>
        <source>REPORT NOT WRITTEN</source>
        <translation>報告未寫出</translation>
    </message>
    <message>
        <source>ALARM</source>
        <translation>警示</translation>
    </message>
    <message>
        <source>The hall&apos;s picture stands still: playout does not answer.</source>
        <translation>會場畫面停住了：播出程式沒有回應。</translation>
    </message>
    <message>
        <source>The hall&apos;s picture comes too slowly: the frame rate is red.</source>
        <translation>會場畫面太慢：影格率已亮紅。</translation>
    </message>
    <message>
        <source>Too many frames come late: the machine is too slow now.</source>
        <translation>遲到的影格太多：這台電腦現在太慢。</translation>
    </message>
    <message>
        <source>The lips come too late: the lip delay is far over its limit.</source>
        <translation>嘴型太慢：對嘴延遲遠超過上限。</translation>
    </message>
    <message>
        <source>Sound and picture are so far apart that the hall notices.</source>
        <translation>聲音與畫面差得太多，會場看得出來。</translation>
    </message>
    <message>
        <source>The microphone is muted: the host does not follow the MC.</source>
        <translation>麥克風已靜音：虛擬人沒有跟隨主持人。</translation>
    </message>
    <message>
        <source>Nothing comes from the microphone: it is there, and silent.</source>
        <translation>麥克風沒有聲音：裝置在，但沒有訊號。</translation>
    </message>
    <message>
        <source>The host&apos;s voice is muted: the hall does not hear it.</source>
        <translation>虛擬人的聲音已靜音：會場聽不到。</translation>
    </message>
    <message>
        <source>new preset</source>
        <translation>新預設組</translation>
    </message>
    <message>
        <source>copy of {name}</source>
        <translation>{name} 的副本</translation>
    </message>
    <message>
        <source>{name} later</source>
        <translation>{name} 往後移</translation>
    </message>
    <message>
        <source>{name} earlier</source>
        <translation>{name} 往前移</translation>
    </message>
    <message>
        <source>{name} taken out</source>
        <translation>已移除 {name}</translation>
    </message>
    <message>
        <source>show&apos;s name “{name}”</source>
        <translation>演出名稱「{name}」</translation>
    </message>
    <message>
        <source>another rundown</source>
        <translation>另一份流程表</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Nothing goes there: it has no key.</source>
        <translation>不會送出任何資料：沒有金鑰。</translation>
    </message>
    <message>
        <source>Nothing goes there: it is switched off.</source>
        <translation>不會送出任何資料：已關閉。</translation>
    </message>
    <message>
        <source>{why} It goes through the proxy {address}.</source>
        <translation>{why}經由代理伺服器 {address}。</translation>
    </message>
    <message>
        <source>{name} cannot speak this line with this model and voice ({code}: {reason}): check their names.</source>
        <translation>{name} 無法用這個模型和聲音說這一句（{code}：{reason}）：請檢查名稱。</translation>
    </message>
    <message>
        <source>Edge cannot be asked through the proxy of this machine: set HTTPS_PROXY to an HTTP proxy.</source>
        <translation>無法經由這台電腦的代理伺服器連到 Edge：請把 HTTPS_PROXY 設成 HTTP 代理。</translation>
    </message>
    <message>
        <source>{name} refused the question ({code}: {reason}).</source>
        <translation>{name} 拒絕了這個問題（{code}：{reason}）。</translation>
    </message>
    <message>
        <source>{name} refused the key, or this place ({reason}): set another key, or use another.</source>
        <translation>{name} 拒絕了金鑰，或不服務這個地區（{reason}）：換一把金鑰，或改用別家。</translation>
    </message>
    <message>
        <source>{name} does not know the model or the address ({reason}): look at both.</source>
        <translation>{name} 不認得這個模型或位址（{reason}）：請檢查兩者。</translation>
    </message>
    <message>
        <source>{name} has had too many requests ({reason}): wait, or use another.</source>
        <translation>{name} 的請求太多了（{reason}）：請稍候，或改用別家。</translation>
    </message>
    <message>
        <source>{name} has a fault of its own ({code}: {reason}).</source>
        <translation>{name} 自己出了問題（{code}：{reason}）。</translation>
    </message>
    <message>
        <source>{name} reported a fault in the middle of its answer ({reason}).</source>
        <translation>{name} 答到一半回報了錯誤（{reason}）。</translation>
    </message>
    <message>
        <source>{name} does not speak https at this address: write http:// instead.</source>
        <translation>{name} 在這個位址不使用 https：請改寫成 http://。</translation>
    </message>
    <message>
        <source>{name} is refused by the proxy ({reason}).</source>
        <translation>代理伺服器拒絕了對 {name} 的連線（{reason}）。</translation>
    </message>
    <message>
        <source>{name} cannot be reached: start it, or look at its address.</source>
        <translation>連不上 {name}：請啟動它，或檢查它的位址。</translation>
    </message>
    <message>
        <source>{name} is still loading its model: ask again in a moment.</source>
        <translation>{name} 還在載入模型：請稍後再問一次。</translation>
    </message>
    <message>
        <source>The key for {name} has signs that no key has: copy it again.</source>
        <translation>{name} 的金鑰裡有金鑰不會有的字元：請重新複製。</translation>
    </message>
    <message>
        <source>The address of {name} cannot be used: look at it in SETTINGS.</source>
        <translation>{name} 的位址無法使用：請到設定裡檢查。</translation>
    </message>
    <message>
        <source>{name} shows a certificate that this machine does not believe ({reason}): look at its address, or name the certificate&apos;s file in SSL_CERT_FILE.</source>
        <translation>{name} 出示的憑證不受這台電腦信任（{reason}）：請檢查位址，或用 SSL_CERT_FILE 指定憑證檔。</translation>
    </message>
    <message>
        <source>{name} cannot be asked through the proxy {address}: set HTTPS_PROXY to an HTTP proxy, or NO_PROXY to {host}.</source>
        <translation>無法經由代理伺服器 {address} 連到 {name}：請把 HTTPS_PROXY 設成 HTTP 代理，或把 NO_PROXY 設成 {host}。</translation>
    </message>
    <message>
        <source>“{name}” is on the list of words that must not be said: it lies across two sentences.</source>
        <translation>「{name}」在不可說的字詞表上：它橫跨兩個句子。</translation>
    </message>
    <message>
        <source>This system has no keyring: the key holds until Compere is closed. Set {words} in the environment.</source>
        <translation>這個系統沒有金鑰圈：金鑰只保留到 Compere 關閉為止。請在環境變數設定 {words}。</translation>
    </message>
    <message>
        <source>“{name}” is a name that must not be said: it lies across two sentences.</source>
        <translation>「{name}」是不可提到的名字：它橫跨兩個句子。</translation>
    </message>
    <message>
        <source>The pronunciation book has “{name}” said as “{words}”, which must not be said.</source>
        <translation>發音表把「{name}」唸成「{words}」，那是不可說的。</translation>
    </message>
    <message>
        <source>Line {n}: {why}</source>
        <translation>第 {n} 行：{why}</translation>
    </message>
    <message>
        <source>{name}&apos;s answer was cut at the most words it may have: its end is missing.</source>
        <translation>{name} 的回答到字數上限就斷了：少了結尾。</translation>
    </message>
    <message>
        <source>The answer was cut before it was known to be one: read it, then release it.</source>
        <translation>還不確定是不是回答就被截斷了：請先看過，再放行。</translation>
    </message>
    <message>
        <source>This sentence was cut in the middle: finish it, or leave it out.</source>
        <translation>這句話說到一半就斷了：請補完，或略過。</translation>
    </message>
    <message>
        <source>its file {path} cannot be used</source>
        <translation>其檔案 {path} 無法使用</translation>
    </message>
    <message>
        <source>{file} cannot be tried ({fault}).</source>
        <translation>無法試讀 {file}（{fault}）。</translation>
    </message>
    <message>
        <source>{file} is no sound file that can be read ({fault}).</source>
        <translation>{file} 不是可讀取的聲音檔（{fault}）。</translation>
    </message>
    <message>
        <source>{file} takes too much memory to be read: choose another file.</source>
        <translation>讀取 {file} 需要過多記憶體：請換一個檔案。</translation>
    </message>
    <message>
        <source>{file} takes too long to be read: choose another file.</source>
        <translation>讀取 {file} 花費時間過久：請換一個檔案。</translation>
    </message>
    <message>
        <source>The picture {path} cannot be shown ({fault}).</source>
        <translation>無法顯示圖片 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>it is no picture: save it as PNG or JPEG</source>
        <translation>這不是圖片：請另存為 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>檔案已損壞</translation>
    </message>
    <message>
        <source>it takes too long to be read</source>
        <translation>讀取時間過久</translation>
    </message>
    <message>
        <source>it has more than {n} million pixels</source>
        <translation>超過 {n} 百萬像素</translation>
    </message>
    <message>
        <source>Put NEXT on the hall&apos;s screen and its voice in the hall</source>
        <translation>把「下一段」送上會場螢幕，聲音送進會場</translation>
    </message>
    <message>
        <source>There is no avatar {name}: choose another one in EDIT.</source>
        <translation>沒有虛擬人 {name}：請到「編輯」選擇別的。</translation>
    </message>
    <message>
        <source>The show is on air: END it, then bring in another one.</source>
        <translation>節目正在播出：請先結束，再開啟另一場。</translation>
    </message>
    <message>
        <source>{name} is being loaded: wait a moment, then GO LIVE.</source>
        <translation>{name} 正在載入：請稍候，再開始播出。</translation>
    </message>
    <message>
        <source>{name} is on air: TAKE another preset first.</source>
        <translation>{name} 正在播出：請先切入另一個預設組。</translation>
    </message>
    <message>
        <source>GO LIVE puts on {words}</source>
        <translation>開始播出時上場：{words}</translation>
    </message>
    <message>
        <source>{name} names it: it is opened at GO LIVE.</source>
        <translation>{name} 指定了它：開始播出時才會開啟。</translation>
    </message>
    <message>
        <source>{name} names it: plug it in, or choose another one in EDIT.</source>
        <translation>{name} 指定了它：請接上，或在「編輯」中另選一個。</translation>
    </message>
    <message>
        <source>{name}, not tried yet</source>
        <translation>{name}，尚未試過</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} 不在</translation>
    </message>
    <message>
        <source>there is no avatar {name}</source>
        <translation>沒有虛擬人 {name}</translation>
    </message>
    <message>
        <source>Choose another avatar for NEXT.</source>
        <translation>請為「下一段」另選虛擬人。</translation>
    </message>
    <message>
        <source>MC NOT HEARD: {reason}.</source>
        <translation>會場聽不到主持人：{reason}。</translation>
    </message>
    <message>
        <source>the show is in HOLD</source>
        <translation>節目在「暫停」中</translation>
    </message>
    <message>
        <source>the microphone is muted</source>
        <translation>麥克風已靜音</translation>
    </message>
    <message>
        <source>the host is in SAY</source>
        <translation>目前是「預錄」</translation>
    </message>
    <message>
        <source>the host is in ANSWER</source>
        <translation>目前是「問答」</translation>
    </message>
    <message>
        <source>the avatar&apos;s voice is muted</source>
        <translation>虛擬人的聲音已靜音</translation>
    </message>
    <message>
        <source>the hall&apos;s loudspeaker is not there</source>
        <translation>會場的喇叭不在</translation>
    </message>
    <message>
        <source>The preset&apos;s words that must not be said are being read: this is checked when they are there.</source>
        <translation>正在讀入此預設組的禁用詞：讀好後才會檢查這一句。</translation>
    </message>
    <message>
        <source>The safe picture: the show&apos;s title, a picture or black</source>
        <translation>墊檔畫面：節目標題、圖片或黑場</translation>
    </message>
    <message>
        <source>There is no such slate: choose title, picture or black.</source>
        <translation>沒有這種墊檔畫面：請選 title、picture 或 black。</translation>
    </message>
    <message>
        <source>More than {n} ms. Close other programs, then ARM again.</source>
        <translation>超過 {n} ms。請關閉其他程式，再按「備妥」。</translation>
    </message>
    <message>
        <source>The slate picture {path} cannot be shown ({why}): the title is shown instead.</source>
        <translation>墊檔圖片 {path} 無法顯示（{why}）：改為顯示標題。</translation>
    </message>
    <message>
        <source>title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Nobody can hear questions: enter a key for Groq, or choose a Whisper model in SETTINGS; or type the question.</source>
        <translation>目前沒有人能聽寫問題：請在「設定」輸入 Groq 金鑰，或選擇 Whisper 模型；也可以直接打字提問。</translation>
    </message>
    <message>
        <source>Nobody can answer: enter a key for Groq in SETTINGS, or give the preset facts.</source>
        <translation>目前沒有人能回答：請在「設定」輸入 Groq 金鑰，或給預設組一份資料。</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>問答</translation>
    </message>
    <message>
        <source>{name} cannot answer</source>
        <translation>{name} 無法回答</translation>
    </message>
    <message>
        <source>typed only</source>
        <translation>只能打字提問</translation>
    </message>
    <message>
        <source>{name}: typed only</source>
        <translation>{name}：只能打字提問</translation>
    </message>
    <message>
        <source>{n} presets answer</source>
        <translation>{n} 個預設組可回答</translation>
    </message>
    <message>
        <source>none to be asked</source>
        <translation>沒有要問答的</translation>
    </message>
    <message>
        <source>What is chosen as the microphone gives back what this computer plays (a loopback), and would feed the hall&apos;s sound to the hall: choose the MC&apos;s microphone.</source>
        <translation>所選的麥克風其實是這台電腦播放聲音的回送（loopback），會把會場的聲音再送進會場：請選擇主持人的麥克風。</translation>
    </message>
    <message>
        <source>Feedback: what the hall plays came back into the microphone, so the hall does not hear the MC any more. Turn the microphone or the loudspeakers down, or choose another microphone; then press THROUGH.</source>
        <translation>迴授：會場播出的聲音又進了麥克風，因此會場已聽不到主持人。請調低麥克風或喇叭音量，或換一支麥克風，然後按「經 Compere」。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>節目</translation>
    </message>
    <message>
        <source>Holds and panics</source>
        <translation>暫停與緊急切黑</translation>
    </message>
    <message>
        <source>Answers and lines</source>
        <translation>回答與台詞</translation>
    </message>
    <message>
        <source>Streams and recording</source>
        <translation>推流與錄影</translation>
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
        <translation>錄影 {path}</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>錄影</translation>
    </message>
    <message>
        <source>lost: {why}</source>
        <translation>中斷：{why}</translation>
    </message>
    <message>
        <source>{output} was lost: {why}</source>
        <translation>{output} 中斷：{why}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>to the end of the show</source>
        <translation>到節目結束</translation>
    </message>
    <message>
        <source>{words}; {kbps} kb/s on average</source>
        <translation>{words}；平均 {kbps} kb/s</translation>
    </message>
    <message>
        <source>{words}; {n} pictures not taken</source>
        <translation>{words}；{n} 個畫面未送出</translation>
    </message>
    <message>
        <source>Fell back</source>
        <translation>改用備援</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>遭拒的操作</translation>
    </message>
    <message>
        <source>Waived at ARM</source>
        <translation>備妥時放行</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>切入</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>無。</translation>
    </message>
    <message>
        <source>None was spoken.</source>
        <translation>沒有說話。</translation>
    </message>
    <message>
        <source>{share} % of all</source>
        <translation>占全部 {share} %</translation>
    </message>
    <message>
        <source>of {length}</source>
        <translation>全長 {length}</translation>
    </message>
    <message>
        <source>and PANIC: {count}</source>
        <translation>緊急切黑：{count}</translation>
    </message>
    <message>
        <source>on air</source>
        <translation>播出時間</translation>
    </message>
    <message>
        <source>takes</source>
        <translation>切入</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>answers, lines</source>
        <translation>回答、台詞</translation>
    </message>
    <message>
        <source>faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>late frames</source>
        <translation>遲到影格</translation>
    </message>
    <message>
        <source>{count} to questions</source>
        <translation>回答問題：{count}</translation>
    </message>
    <message>
        <source>{count} interrupted</source>
        <translation>被打斷：{count}</translation>
    </message>
    <message>
        <source>question, and what was heard</source>
        <translation>問題與現場聽到的內容</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>nothing was heard</source>
        <translation>沒有聽到任何內容</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>中斷</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>回答：{count}</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位數</translation>
    </message>
    <message>
        <source>95 of 100</source>
        <translation>95 百分位</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>直到結束</translation>
    </message>
    <message>
        <source>From a question&apos;s end to its answer</source>
        <translation>從問題結束到回答</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>聽懂</translation>
    </message>
    <message>
        <source>the question&apos;s words were there</source>
        <translation>問題的文字已出現</translation>
    </message>
    <message>
        <source>thought</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>the first word of the answer</source>
        <translation>回答的第一個字</translation>
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
        <translation>第一句獲放行</translation>
    </message>
    <message>
        <source>voiced</source>
        <translation>配音</translation>
    </message>
    <message>
        <source>the first sound of the voice</source>
        <translation>語音的第一個聲音</translation>
    </message>
    <message>
        <source>hall</source>
        <translation>會場</translation>
    </message>
    <message>
        <source>heard in the hall</source>
        <translation>會場聽到</translation>
    </message>
    <message>
        <source>own</source>
        <translation>自身</translation>
    </message>
    <message>
        <source>heard in the hall, without the time until it was let out</source>
        <translation>會場聽到，不含等待放行的時間</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>interrupted, {length} s in all</source>
        <translation>被打斷，全長 {length} 秒</translation>
    </message>
    <message>
        <source>whole; {length} s of gaps in it: the voice was slower than speech</source>
        <translation>完整；其中有 {length} 秒的空隙：語音合成比說話慢</translation>
    </message>
    <message>
        <source>interrupted, {length} s in all; {gaps} s of gaps in it: the voice was slower than speech</source>
        <translation>被打斷，全長 {length} 秒；其中有 {gaps} 秒的空隙：語音合成比說話慢</translation>
    </message>
    <message>
        <source>{child} was lost: {why}</source>
        <translation>{child} 中斷了：{why}</translation>
    </message>
    <message>
        <source>The hall&apos;s screen was gone.</source>
        <translation>會場螢幕曾經不見。</translation>
    </message>
    <message>
        <source>Milliseconds after the question&apos;s end.</source>
        <translation>問題結束後的毫秒數。</translation>
    </message>
    <message>
        <source>Nothing was measured: no microphone drove the avatar.</source>
        <translation>沒有測量資料：沒有麥克風驅動虛擬人。</translation>
    </message>
    <message>
        <source>Nothing was taken: the show stayed with what it began with.</source>
        <translation>沒有切入：節目一直維持開始時的內容。</translation>
    </message>
    <message>
        <source>Median {median} ms, highest p95 {worst} ms, budget {budget} ms (dashed). Dark: median of ten seconds; light: p95; red ticks: faults.</source>
        <translation>中位數 {median} ms，最高 p95 {worst} ms，上限 {budget} ms（虛線）。深色：十秒中位數；淺色：p95；紅色刻度：故障。</translation>
    </message>
    <message>
        <source>Made by Compere at the end of the show, from its log. The lines are in the .jsonl file beside this page.</source>
        <translation>節目結束時由 Compere 依記錄檔產生。原始記錄在本頁旁的 .jsonl 檔。</translation>
    </message>
    <message>
        <source>{words} ({found}): {why}</source>
        <translation>{words}（{found}）：{why}</translation>
    </message>
    <message>
        <source>screen {number}</source>
        <translation>螢幕 {number}</translation>
    </message>
    <message>
        <source>{size} at {rate}</source>
        <translation>{size}，每秒 {rate} 格</translation>
    </message>
    <message>
        <source>The text size is normal or large.</source>
        <translation>文字大小是標準或放大。</translation>
    </message>
    <message>
        <source>The contrast is normal or high.</source>
        <translation>對比是標準或高。</translation>
    </message>
    <message>
        <source>Animations are normal or calm.</source>
        <translation>動畫是標準或靜。</translation>
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
        <translation>將虛擬人送上會場螢幕，聲音送進會場，並標示為彩排；以「結束彩排」離開</translation>
    </message>
    <message>
        <source>The show is armed: DISARM it first, then rehearse.</source>
        <translation>已備妥：請先「解除備妥」，再彩排。</translation>
    </message>
    <message>
        <source>This is a rehearsal, and nothing is on air: END it, then ARM and GO LIVE.</source>
        <translation>這是彩排，並未播出：請先結束彩排，再按「備妥」並「開始播出」。</translation>
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
        <translation>正在讀取它作答所依據的檔案：讀完立即重新判定。</translation>
    </message>
    <message>
        <source>{name} waits for {host}, who is still being loaded.</source>
        <translation>「{name}」正在等 {host} 載入。</translation>
    </message>
    <message>
        <source>the hall sees {name} now</source>
        <translation>現場現在看到 {name}</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>Puts a talking host on the big screen of a hall.</source>
        <translation>讓會說話的主持人站上會場的大螢幕。</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>顯示這份說明後結束</translation>
    </message>
    <message>
        <source>speak this language instead of the settings&apos; own</source>
        <translation>改說這種語言，不用設定裡的</translation>
    </message>
    <message>
        <source>let the bundled demo MC stand in for the microphone</source>
        <translation>以附帶的示範主持人代替麥克風</translation>
    </message>
    <message>
        <source>open the operator&apos;s console (also without a command)</source>
        <translation>開啟操作台（不下指令也一樣）</translation>
    </message>
    <message>
        <source>run the whole show unattended and report</source>
        <translation>無人操作跑完整場演出並報告</translation>
    </message>
    <message>
        <source>check this machine and say what to do</source>
        <translation>檢查這台電腦，並說明該怎麼做</translation>
    </message>
    <message>
        <source>the neural driver&apos;s files: list, fetch, import, verify</source>
        <translation>神經驅動的檔案：列出、下載、匯入、驗證</translation>
    </message>
    <message>
        <source>make a film offline: an avatar speaks a sound file</source>
        <translation>離線製作影片：由虛擬人說出音檔</translation>
    </message>
    <message>
        <source>make a host of a video or a photo</source>
        <translation>用影片或照片製作主持人</translation>
    </message>
    <message>
        <source>end the console, playout and engine</source>
        <translation>結束操作台、播出與繪圖程式</translation>
    </message>
    <message>
        <source>measure, and write docs/MEASURED.md</source>
        <translation>測量，並寫入 docs/MEASURED.md</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>同上</translation>
    </message>
    <message>
        <source>a preset file, or the name of a bundled one</source>
        <translation>預設組檔案，或附帶預設組的名稱</translation>
    </message>
    <message>
        <source>a microphone&apos;s name, or a sound file fed as one in real time</source>
        <translation>麥克風名稱，或以實際速度充當麥克風的音檔</translation>
    </message>
    <message>
        <source>a loudspeaker&apos;s name</source>
        <translation>喇叭名稱</translation>
    </message>
    <message>
        <source>the hall&apos;s screen: its connector or its whole key</source>
        <translation>會場螢幕：接頭名稱或完整識別碼</translation>
    </message>
    <message>
        <source>show the program in a window</source>
        <translation>在視窗裡顯示節目畫面</translation>
    </message>
    <message>
        <source>push the program there; its key may stand in COMPERE_STREAM_1_KEY</source>
        <translation>將節目推流至此；金鑰可放在 COMPERE_STREAM_1_KEY</translation>
    </message>
    <message>
        <source>record the program there</source>
        <translation>將節目錄影存到此處</translation>
    </message>
    <message>
        <source>how long to be LIVE</source>
        <translation>播出多少秒</translation>
    </message>
    <message>
        <source>program frames a second</source>
        <translation>節目每秒張數</translation>
    </message>
    <message>
        <source>program size, as 1920x1080</source>
        <translation>節目畫面大小，如 1920x1080</translation>
    </message>
    <message>
        <source>an avatar&apos;s id</source>
        <translation>虛擬人的代號</translation>
    </message>
    <message>
        <source>how the MC&apos;s voice reaches the hall</source>
        <translation>主持人的聲音如何送到會場</translation>
    </message>
    <message>
        <source>the short lip delay</source>
        <translation>較短的對嘴延遲</translation>
    </message>
    <message>
        <source>as &quot;3.0 interrupt; 8.0 hold; 9.0 live; 10 say line.wav&quot;</source>
        <translation>例如 &quot;3.0 interrupt; 8.0 hold; 9.0 live; 10 say line.wav&quot;</translation>
    </message>
    <message>
        <source>write the figures here as JSON</source>
        <translation>把數據以 JSON 寫到這裡</translation>
    </message>
    <message>
        <source>as JSON</source>
        <translation>以 JSON 輸出（英文）</translation>
    </message>
    <message>
        <source>what each file is for, its size, licence and source, and how it is</source>
        <translation>每個檔案的用途、大小、授權、來源與狀態</translation>
    </message>
    <message>
        <source>fetch what is missing; goes on where it was cut off</source>
        <translation>下載缺少的檔案；中斷處可接續</translation>
    </message>
    <message>
        <source>bring them in from a folder or a USB stick; nothing is fetched</source>
        <translation>從資料夾或隨身碟匯入；不會連線下載</translation>
    </message>
    <message>
        <source>read every file to its end and compare its checksum</source>
        <translation>完整讀過每個檔案並比對校驗碼</translation>
    </message>
    <message>
        <source>make the small, approximate decoder from your own hosts</source>
        <translation>用自己的主持人製作小型的近似解碼器</translation>
    </message>
    <message>
        <source>a mirror of the public hub</source>
        <translation>公開模型庫的鏡像站</translation>
    </message>
    <message>
        <source>also what the driver can do without</source>
        <translation>連可有可無的檔案也下載</translation>
    </message>
    <message>
        <source>do not ask</source>
        <translation>不再詢問</translation>
    </message>
    <message>
        <source>of the training; more are better and take longer</source>
        <translation>訓練步數；越多越好，也越久</translation>
    </message>
    <message>
        <source>learn from no face at all: for trying out</source>
        <translation>不用任何人臉來學：僅供試用</translation>
    </message>
    <message>
        <source>who speaks: an avatar&apos;s name or id</source>
        <translation>由誰來說：虛擬人的名稱或代號</translation>
    </message>
    <message>
        <source>any sound file, or a video&apos;s sound</source>
        <translation>任何音檔，或影片的聲音</translation>
    </message>
    <message>
        <source>the film: .mp4, .mov, .mkv or .webm</source>
        <translation>影片檔：.mp4、.mov、.mkv 或 .webm</translation>
    </message>
    <message>
        <source>frames a second, 10 to 60, as 25 or 29.97; the avatar&apos;s own without</source>
        <translation>每秒張數，10 到 60，如 25 或 29.97；不填則用虛擬人自己的</translation>
    </message>
    <message>
        <source>as 1280x720; the avatar&apos;s own without</source>
        <translation>例如 1280x720；不填則用虛擬人自己的</translation>
    </message>
    <message>
        <source>small, good, best, or a constant rate factor from 1 to 40</source>
        <translation>small、good、best，或 1 到 40 的固定品質係數</translation>
    </message>
    <message>
        <source>half precision; without it two runs give the same bits</source>
        <translation>半精度；不加時兩次結果逐位元相同</translation>
    </message>
    <message>
        <source>small is approximate, for --fast only</source>
        <translation>small 為近似，只能配合 --fast</translation>
    </message>
    <message>
        <source>graphics cards that take turns, as 0,1; cpu for the processor</source>
        <translation>輪流使用的顯示卡，如 0,1；cpu 表示用處理器</translation>
    </message>
    <message>
        <source>replace a film that is there</source>
        <translation>取代已有的影片</translation>
    </message>
    <message>
        <source>prepare a clip; goes on where it was stopped</source>
        <translation>準備一段影片；停下處可接續</translation>
    </message>
    <message>
        <source>prepare an avatar again, after other weights or an emptied cache</source>
        <translation>重新準備虛擬人，在換過權重或清空快取之後</translation>
    </message>
    <message>
        <source>list prepared hosts that nobody wants any more, and delete them</source>
        <translation>列出不再需要的已備妥主持人並刪除</translation>
    </message>
    <message>
        <source>a video of up to a minute, or a photo</source>
        <translation>一分鐘以內的影片，或一張照片</translation>
    </message>
    <message>
        <source>what the operator reads</source>
        <translation>操作員看到的名字</translation>
    </message>
    <message>
        <source>short name in presets; made of the name without</source>
        <translation>預設組裡的短代號；不填則由名稱產生</translation>
    </message>
    <message>
        <source>under which the clip may be shown; asked for without</source>
        <translation>這段影片可公開播放的授權；不填則會詢問</translation>
    </message>
    <message>
        <source>who made it; may be given more than once</source>
        <translation>製作者；可填多次</translation>
    </message>
    <message>
        <source>leave the clip where it is instead of copying it</source>
        <translation>影片留在原處，不複製</translation>
    </message>
    <message>
        <source>begin of the piece to use</source>
        <translation>取用片段的起點</translation>
    </message>
    <message>
        <source>end of the piece to use</source>
        <translation>取用片段的終點</translation>
    </message>
    <message>
        <source>which face, counted from the left</source>
        <translation>第幾張臉，從左數起</translation>
    </message>
    <message>
        <source>the face box on the first frame, by hand</source>
        <translation>手動指定第一張畫面上的臉部框</translation>
    </message>
    <message>
        <source>cascade (always there), s3fd, rtmlib or mediapipe</source>
        <translation>cascade（一定有）、s3fd、rtmlib 或 mediapipe</translation>
    </message>
    <message>
        <source>auto, there-and-back or round</source>
        <translation>auto、there-and-back（來回）或 round（循環）</translation>
    </message>
    <message>
        <source>auto, drawn, or parsed (needs the parser&apos;s weights)</source>
        <translation>auto、drawn（描繪）或 parsed（需要解析模型）</translation>
    </message>
    <message>
        <source>of the drawn mask; see docs/AVATARS.md</source>
        <translation>描繪遮罩的數值；見 docs/AVATARS.md</translation>
    </message>
    <message>
        <source>another folder of models</source>
        <translation>另一個模型資料夾</translation>
    </message>
    <message>
        <source>the avatar&apos;s id</source>
        <translation>虛擬人的代號</translation>
    </message>
    <message>
        <source>which benches; all without</source>
        <translation>哪些測量；不填則全部</translation>
    </message>
    <message>
        <source>how long each live measurement lasts</source>
        <translation>每項播出測量多久</translation>
    </message>
    <message>
        <source>put the figures into docs/MEASURED.md</source>
        <translation>把數據寫入 docs/MEASURED.md</translation>
    </message>
    <message>
        <source>error: the following arguments are required: {names}</source>
        <translation>錯誤：缺少必填的參數：{names}</translation>
    </message>
    <message>
        <source>error: argument {name}: invalid choice: {value} (choose from {choices})</source>
        <translation>錯誤：{name}：沒有 {value} 這個選擇（可選 {choices}）</translation>
    </message>
    <message>
        <source>error: argument {name}: invalid float value: {value}</source>
        <translation>錯誤：{name}：{value} 不是數字</translation>
    </message>
    <message>
        <source>error: argument {name}: invalid int value: {value}</source>
        <translation>錯誤：{name}：{value} 不是整數</translation>
    </message>
    <message>
        <source>error: argument {name}: expected one argument</source>
        <translation>錯誤：{name}：後面要有一個值</translation>
    </message>
    <message>
        <source>error: argument {name}: ignored explicit argument {value}</source>
        <translation>錯誤：{name}：不接受值 {value}</translation>
    </message>
    <message>
        <source>error: unrecognized arguments: {names}</source>
        <translation>錯誤：不認得的參數：{names}</translation>
    </message>
    <message>
        <source>error: ambiguous option: {name} could match {choices}</source>
        <translation>錯誤：{name} 不明確，可能是 {choices}</translation>
    </message>
    <message>
        <source>The output cannot be written ({fault}).</source>
        <translation>無法寫出結果（{fault}）。</translation>
    </message>
    <message>
        <source>There is no display: log in to a desktop, or try the whole show unattended by `compere rehearse`.</source>
        <translation>沒有顯示環境：請登入桌面，或用 `compere rehearse` 無人操作試跑整場演出。</translation>
    </message>
    <message>
        <source>Ended: {parts}.</source>
        <translation>已結束：{parts}。</translation>
    </message>
    <message>
        <source>Compere is not running.</source>
        <translation>Compere 沒有在執行。</translation>
    </message>
    <message>
        <source>understudy</source>
        <translation>備援繪圖程式</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>緊急按鍵</translation>
    </message>
    <message>
        <source>The benches come with the source: run `compere bench` in a checkout of Compere.</source>
        <translation>測量程式隨原始碼提供：請在 Compere 的原始碼資料夾裡執行 `compere bench`。</translation>
    </message>
    <message>
        <source>The card is measured by itself: run `compere bench card` alone.</source>
        <translation>顯示卡要單獨測量：請只執行 `compere bench card`。</translation>
    </message>
    <message>
        <source>&apos;{part}&apos; does not begin with a time in seconds: write &apos;3.0 interrupt&apos;.</source>
        <translation>「{part}」開頭不是秒數：請寫成 &apos;3.0 interrupt&apos;。</translation>
    </message>
    <message>
        <source>There is no action &apos;{name}&apos; in &apos;{part}&apos;: the actions are {names}.</source>
        <translation>「{part}」裡沒有「{name}」這個動作：可用的動作有 {names}。</translation>
    </message>
    <message>
        <source>There is no preset {name}: give a file, or one of the names in {path}.</source>
        <translation>沒有預設組 {name}：請給檔案，或 {path} 裡的名稱。</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a size: write 1920x1080.</source>
        <translation>「{value}」不是畫面大小：請寫成 1920x1080。</translation>
    </message>
    <message>
        <source>There is one screen only, so the program is not shown: name it by --screen, or say --windowed.</source>
        <translation>只有一個螢幕，因此不顯示節目畫面：請用 --screen 指定，或加上 --windowed。</translation>
    </message>
    <message>
        <source>A Compere console is running already: end it with `compere stop` first.</source>
        <translation>已有一個 Compere 操作台在執行：請先用 `compere stop` 結束。</translation>
    </message>
    <message>
        <source>A show is running already: end it with `compere stop` first.</source>
        <translation>已有一場演出在進行：請先用 `compere stop` 結束。</translation>
    </message>
    <message>
        <source>A Compere console is running already: use that one, or end it with `compere stop`.</source>
        <translation>已有一個 Compere 操作台在執行：請用那一個，或以 `compere stop` 結束它。</translation>
    </message>
    <message>
        <source>The report cannot be written to {path} ({fault}).</source>
        <translation>報告無法寫到 {path}（{fault}）。</translation>
    </message>
    <message>
        <source>Not ready in time:</source>
        <translation>未能及時就緒：</translation>
    </message>
    <message>
        <source>{rate} fps, {percent} % on time ({count} late)</source>
        <translation>每秒 {rate} 張，{percent} % 準時（遲到 {count} 張）</translation>
    </message>
    <message>
        <source>lip delay {lips}, skew {skew}, interval {interval}</source>
        <translation>對嘴延遲 {lips}，聲畫偏差 {skew}，間隔 {interval}</translation>
    </message>
    <message>
        <source>{at} s {name}: sound {sound}, picture {picture} ms</source>
        <translation>{at} 秒 {name}：聲音 {sound}，畫面 {picture} 毫秒</translation>
    </message>
    <message>
        <source>Models in {path}</source>
        <translation>{path} 裡的模型</translation>
    </message>
    <message>
        <source>{what}. Licence: {found}.</source>
        <translation>{what}。授權：{found}。</translation>
    </message>
    <message>
        <source>{what} (not required). Licence: {found}.</source>
        <translation>{what}（非必需）。授權：{found}。</translation>
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
        <translation>損壞</translation>
    </message>
    <message>
        <source>FOREIGN</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>Source: {path}</source>
        <translation>來源：{path}</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>非必要</translation>
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
        <translation>沒有缺少：神經驅動的檔案都在。</translation>
    </message>
    <message>
        <source>Fetch {size} from {host} into {path}?</source>
        <translation>要從 {host} 下載 {size} 到 {path} 嗎？</translation>
    </message>
    <message>
        <source>Say --yes to do it: nothing was fetched.</source>
        <translation>要下載請加上 --yes：尚未下載任何東西。</translation>
    </message>
    <message>
        <source>Stopped: the decoder is as it was before.</source>
        <translation>已停止：解碼器維持原樣。</translation>
    </message>
    <message>
        <source>The making ended without a word (code {code}): run `compere doctor`.</source>
        <translation>製作無故結束（代碼 {code}）：請執行 `compere doctor`。</translation>
    </message>
    <message>
        <source>The small decoder is there. It is approximate: set decoder = &quot;small&quot; to use it, &quot;full&quot; to leave it.</source>
        <translation>小型解碼器已備妥。它是近似的：設定 decoder = &quot;small&quot; 使用它，&quot;full&quot; 則不用。</translation>
    </message>
    <message>
        <source>{name}: {level} dB against the whole decoder</source>
        <translation>{name}：與完整解碼器相比 {level} dB</translation>
    </message>
    <message>
        <source>There is no avatar {name}: `compere avatar build` makes one.</source>
        <translation>沒有虛擬人 {name}：可用 `compere avatar build` 製作。</translation>
    </message>
    <message>
        <source>Say by --licence under which licence the clip may be shown: nothing was built.</source>
        <translation>請用 --licence 說明這段影片以何種授權播放：尚未製作任何東西。</translation>
    </message>
    <message>
        <source>Under which licence may this clip be shown (as CC-BY-4.0, or &apos;only by us&apos;)?</source>
        <translation>這段影片以何種授權播放（如 CC-BY-4.0，或「僅限我們」）？</translation>
    </message>
    <message>
        <source>Delete {size}?</source>
        <translation>要刪除 {size} 嗎？</translation>
    </message>
    <message>
        <source>Say --yes to do it: nothing was deleted.</source>
        <translation>要刪除請加上 --yes：尚未刪除任何東西。</translation>
    </message>
    <message>
        <source>{count} of {whole} were deleted.</source>
        <translation>{whole} 項中刪除了 {count} 項。</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Stopped: what is done is kept, and the same command goes on from there.</source>
        <translation>已停止：做好的都留著，同一指令會從那裡接續。</translation>
    </message>
    <message>
        <source>The build ended without a word (code {code}): run `compere doctor`.</source>
        <translation>製作無故結束（代碼 {code}）：請執行 `compere doctor`。</translation>
    </message>
    <message>
        <source>The avatar is in {path} (it was prepared already).</source>
        <translation>虛擬人在 {path}（先前已準備好）。</translation>
    </message>
    <message>
        <source>The avatar is in {path}.</source>
        <translation>虛擬人在 {path}。</translation>
    </message>
    <message>
        <source>{count} of {whole} frames in the loop, {order}; the face is {size} pixels wide, mask {mask}.</source>
        <translation>循環用了 {whole} 張中的 {count} 張，{order}；臉寬 {size} 像素，遮罩 {mask}。</translation>
    </message>
    <message>
        <source>With the small decoder the mouth is approximate: {level} dB against the whole one.</source>
        <translation>使用小型解碼器時嘴部為近似：與完整的相比 {level} dB。</translation>
    </message>
    <message>
        <source>{path} (approximate: the small decoder)</source>
        <translation>{path}（近似：小型解碼器）</translation>
    </message>
    <message>
        <source>picture {count} of {whole}</source>
        <translation>第 {count} 張，共 {whole} 張</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>還要 {time}</translation>
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
        <translation>Python 與 Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>Sound server</source>
        <translation>音效服務</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>螢幕</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Avatars</source>
        <translation>虛擬人</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>預設組</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>顯示卡</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A show cannot run yet: see what is marked FAIL above ({n}).</source>
        <translation>還不能演出：請看上面標示「不行」的項目（{n} 項）。</translation>
    </message>
    <message>
        <source>A show can run; have a look at what is marked WARN above ({n}).</source>
        <translation>可以演出；請看一下上面標示「注意」的項目（{n} 項）。</translation>
    </message>
    <message>
        <source>Ready for a show.</source>
        <translation>可以演出了。</translation>
    </message>
    <message>
        <source>This could not be examined ({fault}).</source>
        <translation>這一項無法檢查（{fault}）。</translation>
    </message>
    <message>
        <source>The rest of the report holds; please report this line.</source>
        <translation>其餘的報告仍然有效；請回報這一行。</translation>
    </message>
    <message>
        <source>Python {version} is too old.</source>
        <translation>Python {version} 太舊。</translation>
    </message>
    <message>
        <source>Install Python 3.11 or newer and set up again with it.</source>
        <translation>請安裝 Python 3.11 以上版本，再重新安裝 Compere。</translation>
    </message>
    <message>
        <source>Python {version} lacks {names}.</source>
        <translation>Python {version} 缺少 {names}。</translation>
    </message>
    <message>
        <source>Run `python3 packaging/bootstrap.py run` once more.</source>
        <translation>請再執行一次 `python3 packaging/bootstrap.py run`。</translation>
    </message>
    <message>
        <source>Qt {version} loses references on Python {other} and aborts within seconds.</source>
        <translation>Qt {version} 在 Python {other} 上會在幾秒內中止。</translation>
    </message>
    <message>
        <source>Run `python3 packaging/bootstrap.py run` once more. It takes 6.11.</source>
        <translation>請再執行一次 `python3 packaging/bootstrap.py run`，它會安裝 6.11。</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>沒有缺少。</translation>
    </message>
    <message>
        <source>Then start Compere again.</source>
        <translation>然後重新啟動 Compere。</translation>
    </message>
    <message>
        <source>Missing: {items}.</source>
        <translation>缺少：{items}。</translation>
    </message>
    <message>
        <source>Qt&apos;s drawing</source>
        <translation>Qt 繪圖</translation>
    </message>
    <message>
        <source>the keyboard</source>
        <translation>鍵盤</translation>
    </message>
    <message>
        <source>finding fonts</source>
        <translation>尋找字型</translation>
    </message>
    <message>
        <source>X windows</source>
        <translation>X 視窗</translation>
    </message>
    <message>
        <source>the keyboard under X</source>
        <translation>X 下的鍵盤</translation>
    </message>
    <message>
        <source>microphone and loudspeaker</source>
        <translation>麥克風與喇叭</translation>
    </message>
    <message>
        <source>watching the sound server</source>
        <translation>監看音效服務</translation>
    </message>
    <message>
        <source>sound through PulseAudio or PipeWire</source>
        <translation>經 PulseAudio 或 PipeWire 的聲音</translation>
    </message>
    <message>
        <source>Run: {command}</source>
        <translation>請執行：{command}</translation>
    </message>
    <message>
        <source>Install the packages that have them.</source>
        <translation>請安裝含有它們的套件。</translation>
    </message>
    <message>
        <source>All libraries that Qt and PortAudio load are there.</source>
        <translation>Qt 與 PortAudio 需要的函式庫都在。</translation>
    </message>
    <message>
        <source>No Chinese, Japanese or Korean font: Chinese and Japanese come in the plain one that Compere brings, Korean captions would be empty boxes.</source>
        <translation>沒有中日韓字型：中文與日文用 Compere 附帶的樸素字型，韓文字幕會變成空框。</translation>
    </message>
    <message>
        <source>Install Noto Sans CJK.</source>
        <translation>請安裝 Noto Sans CJK。</translation>
    </message>
    <message>
        <source>Chinese, Japanese and Korean captions can be drawn.</source>
        <translation>可以顯示中文、日文與韓文字幕。</translation>
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
        <translation>缺少 Microsoft Visual C++ 執行階段：請從 {path} 安裝 &apos;vc_redist.x64.exe&apos;，再執行同一指令。</translation>
    </message>
    <message>
        <source>Compere needs macOS 13 or newer; this is {version}.</source>
        <translation>Compere 需要 macOS 13 以上；目前是 {version}。</translation>
    </message>
    <message>
        <source>Mend the file, or choose again in the window: the old file is kept beside it.</source>
        <translation>請修正檔案，或在視窗裡重新選擇：舊檔會留在旁邊。</translation>
    </message>
    <message>
        <source>{path} is good.</source>
        <translation>{path} 正常。</translation>
    </message>
    <message>
        <source>None yet; defaults are used until something is chosen ({path}).</source>
        <translation>還沒有；選擇之前使用預設值（{path}）。</translation>
    </message>
    <message>
        <source>{n}: {names}.</source>
        <translation>{n} 個：{names}。</translation>
    </message>
    <message>
        <source>None that can be used in {path}.</source>
        <translation>{path} 裡沒有可用的。</translation>
    </message>
    <message>
        <source>Install Compere again: two come with it.</source>
        <translation>請重新安裝 Compere：附帶兩個。</translation>
    </message>
    <message>
        <source>Mend the folder or take it away; the others are not touched by it.</source>
        <translation>請修正或移走那個資料夾；其他的不受影響。</translation>
    </message>
    <message>
        <source>The settings name “{name}”, which is not there.</source>
        <translation>設定裡指定的「{name}」不在。</translation>
    </message>
    <message>
        <source>Choose another in the window.</source>
        <translation>請在視窗裡另選一個。</translation>
    </message>
    <message>
        <source>Mend {path}, or take it away; the others are not touched by it.</source>
        <translation>請修正或移走 {path}；其他的不受影響。</translation>
    </message>
    <message>
        <source>Preset {name} names {file}, which is not in {path}.</source>
        <translation>預設組 {name} 用到的 {file} 不在 {path} 裡。</translation>
    </message>
    <message>
        <source>Preset {name} names the avatar “{avatar}”, which is not there.</source>
        <translation>預設組 {name} 用到的虛擬人「{avatar}」不在。</translation>
    </message>
    <message>
        <source>{n} in {path}: {names}.</source>
        <translation>{path} 裡有 {n} 個：{names}。</translation>
    </message>
    <message>
        <source>None: the window&apos;s own choices make the show.</source>
        <translation>沒有：演出用視窗裡的選擇。</translation>
    </message>
    <message>
        <source>No PulseAudio or PipeWire answers: sound goes straight through ALSA, which one program can use at a time.</source>
        <translation>PulseAudio 與 PipeWire 都沒有回應：聲音直接走 ALSA，一次只能給一個程式用。</translation>
    </message>
    <message>
        <source>Log in to a desktop session, or start PipeWire; then run `compere doctor` again.</source>
        <translation>請登入桌面，或啟動 PipeWire；再執行一次 `compere doctor`。</translation>
    </message>
    <message>
        <source>None is there.</source>
        <translation>一個都沒有。</translation>
    </message>
    <message>
        <source>Plug in the microphone or the mixer&apos;s USB cable; until then the bundled demo MC can stand in.</source>
        <translation>請接上麥克風或混音器的 USB 線；在那之前可用附帶的示範主持人代替。</translation>
    </message>
    <message>
        <source>Plug in the microphone or the mixer&apos;s USB cable, or choose another in the window. Compere takes no other by itself.</source>
        <translation>請接上麥克風或混音器的 USB 線，或在視窗裡另選一個。Compere 不會自己換別的。</translation>
    </message>
    <message>
        <source>Plug in the sound card that feeds the hall; until then nothing is heard.</source>
        <translation>請接上送往會場的音效卡；在那之前不會有聲音。</translation>
    </message>
    <message>
        <source>Plug in the sound card that feeds the hall, or choose another in the window. Compere takes no other by itself.</source>
        <translation>請接上送往會場的音效卡，或在視窗裡另選一個。Compere 不會自己換別的。</translation>
    </message>
    <message>
        <source>“{name}”, which the settings name, is missing. There are {names}.</source>
        <translation>設定裡指定的「{name}」不在。現有 {names}。</translation>
    </message>
    <message>
        <source>{names}; “{name}” is chosen.</source>
        <translation>{names}；已選擇「{name}」。</translation>
    </message>
    <message>
        <source>“{name}”, which the settings name, has {n} channels, and channel {channel} is chosen.</source>
        <translation>設定指定的「{name}」只有 {n} 個聲道，但選的是聲道 {channel}。</translation>
    </message>
    <message>
        <source>Connect the device that has it, or choose another channel in SETTINGS. Compere takes no other by itself.</source>
        <translation>請接上有這個聲道的裝置，或在「設定」裡另選聲道。Compere 不會自己換別的。</translation>
    </message>
    <message>
        <source>{names}; the system&apos;s own choice is “{name}”.</source>
        <translation>{names}；系統預設是「{name}」。</translation>
    </message>
    <message>
        <source>{name} at {rate} Hz</source>
        <translation>{name}，{rate} Hz</translation>
    </message>
    <message>
        <source>{name} at {rate} Hz, the main one</source>
        <translation>{name}，{rate} Hz，主螢幕</translation>
    </message>
    <message>
        <source>{name} at {rate} Hz.</source>
        <translation>{name}，{rate} Hz。</translation>
    </message>
    <message>
        <source>{name} at {rate} Hz, the main one.</source>
        <translation>{name}，{rate} Hz，主螢幕。</translation>
    </message>
    <message>
        <source>Qt sees none.</source>
        <translation>Qt 找不到螢幕。</translation>
    </message>
    <message>
        <source>Connect a screen and log in to a desktop.</source>
        <translation>請接上螢幕並登入桌面。</translation>
    </message>
    <message>
        <source>There is only this one: the hall&apos;s picture needs a screen of its own.</source>
        <translation>只有這一個：會場的畫面需要自己的螢幕。</translation>
    </message>
    <message>
        <source>Connect the projector as an extended, not a mirrored, display; or choose the window as the screen, to try things out.</source>
        <translation>請把投影機接成延伸（而非鏡像）顯示；試用時也可選擇視窗當螢幕。</translation>
    </message>
    <message>
        <source>{what} is small for a hall.</source>
        <translation>{what} 對會場來說太小。</translation>
    </message>
    <message>
        <source>Set the projector&apos;s own resolution in the system&apos;s display settings.</source>
        <translation>請在系統的顯示設定裡選投影機的原生解析度。</translation>
    </message>
    <message>
        <source>PortAudio gives no answer: {why}.</source>
        <translation>PortAudio 沒有回應：{why}。</translation>
    </message>
    <message>
        <source>Run `python3 packaging/bootstrap.py run` once, which sees to the libraries; then restart the sound server or this computer.</source>
        <translation>請執行一次 `python3 packaging/bootstrap.py run` 來補齊函式庫；再重新啟動音效服務或這台電腦。</translation>
    </message>
    <message>
        <source>There is no display: this session has no desktop.</source>
        <translation>沒有顯示環境：這個工作階段沒有桌面。</translation>
    </message>
    <message>
        <source>Log in to a desktop on this machine; `compere rehearse` runs a show without one.</source>
        <translation>請在這台電腦登入桌面；`compere rehearse` 不需桌面也能試跑。</translation>
    </message>
    <message>
        <source>Qt cannot open the display: {why}.</source>
        <translation>Qt 無法開啟顯示：{why}。</translation>
    </message>
    <message>
        <source>Log in to a desktop on this machine, and run `python3 packaging/bootstrap.py run` once, which sees to the libraries.</source>
        <translation>請在這台電腦登入桌面，並執行一次 `python3 packaging/bootstrap.py run` 來補齊函式庫。</translation>
    </message>
    <message>
        <source>it could not be asked: {fault}</source>
        <translation>無法詢問：{fault}</translation>
    </message>
    <message>
        <source>could not connect to display</source>
        <translation>連不上顯示環境</translation>
    </message>
    <message>
        <source>could not connect to display {name}</source>
        <translation>連不上顯示環境 {name}</translation>
    </message>
    <message>
        <source>PortAudio cannot be loaded ({fault})</source>
        <translation>PortAudio 無法載入（{fault}）</translation>
    </message>
    <message>
        <source>it crashed with signal {n}</source>
        <translation>當掉了（訊號 {n}）</translation>
    </message>
    <message>
        <source>it crashed with signal {n}: {last}</source>
        <translation>當掉了（訊號 {n}）：{last}</translation>
    </message>
    <message>
        <source>Run `compere models import` or `compere models fetch` again.</source>
        <translation>請再執行一次 `compere models import` 或 `compere models fetch`。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>no stream</source>
        <translation>沒有推流</translation>
    </message>
    <message>
        <source>no recording</source>
        <translation>沒有錄影</translation>
    </message>
    <message>
        <source>{name} needs a stream, and none is on air: start it in OUTPUTS.</source>
        <translation>「{name}」需要推流，但目前沒有任何一路在直播：請在「輸出」開始。</translation>
    </message>
    <message>
        <source>{name} needs the recording, and it is not running: start it in OUTPUTS.</source>
        <translation>「{name}」需要錄影，但目前沒有在錄：請在「輸出」開始。</translation>
    </message>
    <message>
        <source>{name} needs it: start it in OUTPUTS.</source>
        <translation>「{name}」需要：請在「輸出」開始。</translation>
    </message>
    <message>
        <source>neither runs</source>
        <translation>兩者都沒有</translation>
    </message>
    <message>
        <source>{name} needs a stream and the recording, and neither is on air: start them in OUTPUTS.</source>
        <translation>「{name}」需要推流與錄影，但兩者都沒有開始：請在「輸出」開始。</translation>
    </message>
    <message>
        <source>This computer is too slow for it: {percent} % of the pictures are missing. Stop another output, or choose a smaller size in STANDBY.</source>
        <translation>這台電腦跟不上：缺少 {percent} % 的畫面。請停止其他輸出，或在 STANDBY 時選較小的尺寸。</translation>
    </message>
    <message>
        <source>not as it should be</source>
        <translation>狀況不正常</translation>
    </message>
    <message>
        <source>room for {n} min of recording</source>
        <translation>還能錄 {n} 分鐘</translation>
    </message>
    <message>
        <source>Make room on the disk, or choose another folder in EDIT, SETTINGS.</source>
        <translation>請清出磁碟空間，或在「編輯」›「設定」選擇其他資料夾。</translation>
    </message>
    <message>
        <source>{n} on air, recording</source>
        <translation>{n} 路直播中，錄影中</translation>
    </message>
    <message>
        <source>{n} on air</source>
        <translation>{n} 路直播中</translation>
    </message>
    <message>
        <source>none started</source>
        <translation>都未啟動</translation>
    </message>
    <message>
        <source>half its size</source>
        <translation>只有一半大</translation>
    </message>
    <message>
        <source>KEY BESIDE fills a screen twice as wide, as 3840×1080: set the card so.</source>
        <translation>「並排 KEY」需要兩倍寬的螢幕，例如 3840×1080：請在顯示卡設定。</translation>
    </message>
    <message>
        <source>folder is not there</source>
        <translation>資料夾不在</translation>
    </message>
    <message>
        <source>Plug in the disk of the recordings, or choose another folder in EDIT, SETTINGS.</source>
        <translation>請接上錄影用的磁碟，或在「編輯」›「設定」選擇其他資料夾。</translation>
    </message>
    <message>
        <source>slow network</source>
        <translation>網路太慢</translation>
    </message>
    <message>
        <source>The server takes less than is sent: free the network, or lower the bit rate.</source>
        <translation>伺服器收得比送得少：請讓出網路，或調低位元率。</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>連線中</translation>
    </message>
    <message>
        <source>Wait until it is on air.</source>
        <translation>請等它開始直播。</translation>
    </message>
    <message>
        <source>Encoding failed inside Compere ({fault}): press Retry.</source>
        <translation>Compere 內部編碼失敗（{fault}）：請按「重試」。</translation>
    </message>
    <message>
        <source>SRT knows no {name} here: behind the ? may stand {list}.</source>
        <translation>SRT 在這裡不認得 {name}：? 之後可以寫 {list}。</translation>
    </message>
    <message>
        <source>There are streams 1 to {most}: name one of them, or none for all.</source>
        <translation>推流編號為 1 到 {most}：請指定一路，不指定即為全部。</translation>
    </message>
    <message>
        <source>Stream {number} has no address: EDIT, SETTINGS, Streams.</source>
        <translation>推流 {number} 沒有網址：請到「編輯」›「設定」›「推流」輸入。</translation>
    </message>
    <message>
        <source>There is no stream with an address: EDIT, SETTINGS, Streams.</source>
        <translation>沒有任何一路推流設了網址：請到「編輯」›「設定」›「推流」輸入。</translation>
    </message>
    <message>
        <source>No stream is waiting.</source>
        <translation>沒有推流在等待重試。</translation>
    </message>
    <message>
        <source>Playout is not running.</source>
        <translation>播出程式沒有在執行。</translation>
    </message>
    <message>
        <source>{platform} takes at most {most} kb/s of picture, and {set} are set: lower the streams&apos; bit rate.</source>
        <translation>{platform} 的畫面最多 {most} kb/s，目前設為 {set}：請調低推流位元率。</translation>
    </message>
    <message>
        <source>Stream {number} has no key, and its address has none either: EDIT, SETTINGS, Streams.</source>
        <translation>推流 {number} 沒有串流金鑰，網址裡也沒有：請到「編輯」›「設定」›「推流」輸入。</translation>
    </message>
    <message>
        <source>This is not a stream&apos;s address: it is as rtmp://host/app, rtmps://host/app or srt://host:port.</source>
        <translation>這不是推流網址：格式是 rtmp://主機/應用、rtmps://主機/應用，或 srt://主機:連接埠。</translation>
    </message>
    <message>
        <source>An SRT passphrase has {least} to {most} characters.</source>
        <translation>SRT 密語須有 {least} 到 {most} 個字元。</translation>
    </message>
    <message>
        <source>SRT needs the program ffmpeg with SRT in it, and this computer has none: install it, or use RTMP.</source>
        <translation>SRT 需要支援 SRT 的 ffmpeg 程式，而這台電腦沒有：請安裝，或改用 RTMP。</translation>
    </message>
    <message>
        <source>Nobody answers at {host} by SRT: is the receiver listening, and is its port right?</source>
        <translation>{host} 沒有 SRT 回應：接收端是否在監聽、連接埠是否正確？</translation>
    </message>
    <message>
        <source>The receiver does not accept the passphrase: it must be the same here and there.</source>
        <translation>接收端不接受這個密語：兩邊必須相同。</translation>
    </message>
    <message>
        <source>The server {host} cannot be found: is the network up, and is its name right?</source>
        <translation>找不到伺服器 {host}：網路通嗎？名稱對嗎？</translation>
    </message>
    <message>
        <source>The server {host} refuses the connection: is it running?</source>
        <translation>伺服器 {host} 拒絕連線：它在執行嗎？</translation>
    </message>
    <message>
        <source>The server {host} does not answer.</source>
        <translation>伺服器 {host} 沒有回應。</translation>
    </message>
    <message>
        <source>The server {host} does not speak TLS as it should ({fault}).</source>
        <translation>伺服器 {host} 的 TLS 不符規定（{fault}）。</translation>
    </message>
    <message>
        <source>The server {host} closes the connection: is it an RTMP server?</source>
        <translation>伺服器 {host} 關閉了連線：它是 RTMP 伺服器嗎？</translation>
    </message>
    <message>
        <source>The server {host} takes the connection and says nothing.</source>
        <translation>伺服器 {host} 接受了連線，卻沒有任何回應。</translation>
    </message>
    <message>
        <source>The server closes the connection: is the stream&apos;s key right, and is the stream open there?</source>
        <translation>伺服器關閉了連線：串流金鑰對嗎？平台上的直播開了嗎？</translation>
    </message>
    <message>
        <source>The connection to the server was lost.</source>
        <translation>與伺服器的連線中斷了。</translation>
    </message>
    <message>
        <source>The server takes nothing any more.</source>
        <translation>伺服器不再接收任何資料。</translation>
    </message>
    <message>
        <source>This computer has no encoder that works: {fault}.</source>
        <translation>這部電腦沒有可用的編碼器：{fault}。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({fault}): the recording goes on in {following}.</source>
        <translation>無法寫入資料夾 {folder}（{fault}）：錄影改存到 {following}。</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({fault}): choose another in EDIT, SETTINGS, Recording.</source>
        <translation>無法寫入資料夾 {folder}（{fault}）：請到「編輯」›「設定」›「錄影」另選。</translation>
    </message>
    <message>
        <source>The disk of the recording is full: it goes on in {folder}.</source>
        <translation>錄影的磁碟滿了：接著錄到 {folder}。</translation>
    </message>
    <message>
        <source>The disk of the recording is full: free some space, or choose a second folder in EDIT, SETTINGS, Recording.</source>
        <translation>錄影的磁碟滿了：請騰出空間，或到「編輯」›「設定」›「錄影」選第二個資料夾。</translation>
    </message>
    <message>
        <source>The disk of the recording is full in {minutes} minutes.</source>
        <translation>錄影的磁碟 {minutes} 分鐘後就滿了。</translation>
    </message>
    <message>
        <source>RECORDING</source>
        <translation>錄影</translation>
    </message>
    <message>
        <source>STREAM LOST</source>
        <translation>推流中斷</translation>
    </message>
    <message>
        <source>Wait: it is tried again without end; or press RETRY NOW.</source>
        <translation>請稍候：會一直重試；或按「立即重試」。</translation>
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
        <translation>推流 {number} 中斷：{why}</translation>
    </message>
    <message>
        <source>recording: {path}</source>
        <translation>錄影：{path}</translation>
    </message>
    <message>
        <source>recording closed: {path}</source>
        <translation>錄影已存檔：{path}</translation>
    </message>
    <message>
        <source>STREAM</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>Push the program to the stream&apos;s server; the hall does not notice</source>
        <translation>把節目推到直播伺服器；會場不受影響</translation>
    </message>
    <message>
        <source>STOP STREAM</source>
        <translation>停止推流</translation>
    </message>
    <message>
        <source>End the stream; the hall goes on</source>
        <translation>結束推流；會場照常</translation>
    </message>
    <message>
        <source>RETRY NOW</source>
        <translation>立即重試</translation>
    </message>
    <message>
        <source>Do not wait for the next attempt to reach the stream&apos;s server</source>
        <translation>不等下一次，立刻重新連線到直播伺服器</translation>
    </message>
    <message>
        <source>RECORD</source>
        <translation>錄影</translation>
    </message>
    <message>
        <source>Record the program, as the hall sees and hears it</source>
        <translation>錄下節目，與會場看到、聽到的相同</translation>
    </message>
    <message>
        <source>STOP RECORDING</source>
        <translation>停止錄影</translation>
    </message>
    <message>
        <source>Close the recording&apos;s file; the hall goes on</source>
        <translation>關閉錄影檔；會場照常</translation>
    </message>
</context>
</TS>
