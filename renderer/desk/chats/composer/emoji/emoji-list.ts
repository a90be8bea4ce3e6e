export interface Emoji {
  readonly sign: string
  readonly en: string
  readonly zhCN: string
}

/** What is said in a conversation with a customer, and no more; one on each line with its words in both languages. */
const lines = `
😀|grinning happy|开心 笑
😃|smiling joy|高兴 笑
😄|laughing eyes|大笑 笑
😁|beaming grin|露齿笑
😆|laughing squint|笑得眯眼
😅|sweat smile relief|尴尬 汗 笑
😂|tears of joy|笑哭
🙂|slight smile|微笑
🙃|upside down|倒脸
😉|wink|眨眼
😊|blush smile|害羞 微笑
😇|angel halo|天使
🥰|love hearts|爱 喜欢
😍|heart eyes|色 爱慕
😘|kiss|飞吻
😋|yummy tasty|好吃
😜|wink tongue|调皮
🤗|hug|拥抱
🤭|oops giggle|捂嘴笑
🤫|quiet hush|安静 嘘
🤔|thinking|思考 想
🤐|zipper mouth|闭嘴
😐|neutral|中性 无语
😑|expressionless|面无表情
😶|no mouth speechless|沉默
😏|smirk|得意
😒|unamused|不高兴
🙄|eye roll|翻白眼
😬|grimace awkward|尴尬
😌|relieved calm|放心
😔|sad pensive|失落
😴|sleep|睡觉
😷|mask ill|口罩 生病
🤒|thermometer fever|发烧
🤕|hurt bandage|受伤
🥳|party celebrate|庆祝
😎|cool sunglasses|酷 墨镜
🤓|nerd glasses|书呆子
😕|confused|困惑
😟|worried|担心
🙁|frown|难过
😮|surprised open mouth|惊讶
😲|astonished|震惊
😳|flushed|脸红
🥺|pleading|恳求 可怜
😨|fearful|害怕
😰|anxious sweat|紧张
😥|sad relieved|难过
😢|cry tear|哭
😭|sob loud cry|大哭
😱|scream|尖叫
😣|persevere|坚持
😓|cold sweat|冷汗
😫|tired|累
🥱|yawn|哈欠
😤|huff steam|哼
😡|angry red|生气
😠|angry|愤怒
👍|thumbs up yes good|赞 好
👎|thumbs down no|差 不好
👌|ok perfect|好的 可以
✌️|victory peace|胜利
🤞|fingers crossed luck|祝好运
🤝|handshake deal|握手 合作
👏|clap applause|鼓掌
🙌|hooray hands|欢呼
🙏|please thanks pray|谢谢 拜托 请
💪|strong muscle|加油 强
👋|wave hello bye|你好 再见 挥手
👉|point right|右
👇|point down|下
☝️|point up one|注意 一
✋|stop hand|停
🤙|call me|打电话
🙋|raise hand|举手
🙇|bow sorry|鞠躬 抱歉
🤷|shrug|不知道 耸肩
🤦|facepalm|捂脸
❤️|heart love|爱心
🧡|orange heart|橙心
💛|yellow heart|黄心
💚|green heart|绿心
💙|blue heart|蓝心
💜|purple heart|紫心
💔|broken heart|心碎
💯|hundred perfect|满分
✨|sparkles|闪亮
⭐|star|星
🌟|glowing star|闪星
🔥|fire hot|火
🎉|party popper congratulations|祝贺 庆祝
🎊|confetti|彩球
🎁|gift present|礼物
🎂|birthday cake|生日 蛋糕
🎈|balloon|气球
🏆|trophy winner|奖杯
🥇|gold medal first|金牌
🌹|rose|玫瑰
🌸|cherry blossom|樱花
💐|bouquet flowers|鲜花
🌞|sun face|太阳
☀️|sunny|晴
🌧️|rain|雨
❄️|snow cold|雪 冷
🌈|rainbow|彩虹
☕|coffee|咖啡
🍵|tea|茶
🍺|beer|啤酒
🍜|noodles|面条
🍚|rice|米饭
🥟|dumpling|饺子
🥮|moon cake|月饼
🧧|red envelope lucky money|红包
🏮|lantern|灯笼
🧨|firecracker new year|鞭炮 新年
🚗|car|汽车
✈️|plane flight|飞机
🚄|train|高铁 火车
🚚|delivery truck|货车 送货
📦|parcel package|包裹 快递
🏠|home house|家
🏢|office building|公司 大楼
🏦|bank|银行
🏥|hospital|医院
📞|phone call|电话
📱|mobile phone|手机
💻|laptop computer|电脑
🖨️|printer|打印机
📷|camera photo|相机 照片
🎧|headphones support|耳机 客服
📧|e-mail|邮件
📨|incoming mail|来信
📄|document page|文件
📎|paper clip attachment|附件
📝|note write|记录
📅|calendar date|日历 日期
⏰|alarm clock time|闹钟 时间
⏳|hourglass wait|等待 沙漏
💳|card payment|银行卡 支付
💰|money bag|钱
💵|cash dollar|现金
🧾|receipt invoice|发票 收据
🛒|shopping cart|购物车
🔑|key|钥匙
🔒|lock secure|锁 安全
🔓|unlock open|解锁
🔍|search magnifier|搜索 查找
🔧|wrench repair|维修
⚙️|settings gear|设置
🔗|link|链接
📌|pin|图钉 位置
📍|location place|位置 地点
💡|idea light bulb|主意 想法
🔔|bell reminder|提醒
📣|announcement|通知 喇叭
✅|check done yes|完成 对
❌|cross no wrong|错 不
❓|question|问号 问题
❗|exclamation important|感叹号 重要
⚠️|warning|警告
ℹ️|information|信息
🚫|forbidden no|禁止
♻️|recycle|回收
🆗|ok button|可以
🆕|new|新
🔄|refresh again|刷新 重新
➡️|arrow right next|右箭头 下一步
⬅️|arrow left back|左箭头 返回
⬆️|arrow up|上箭头
⬇️|arrow down|下箭头
1️⃣|one first|一 第一
2️⃣|two second|二 第二
3️⃣|three third|三 第三
4️⃣|four|四
5️⃣|five|五
`

export const emojis: readonly Emoji[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [sign = '', en = '', zhCN = ''] = line.split('|')
    return { sign, en, zhCN }
  })

/** Found by a word of either language, whatever the desk speaks. */
export function findEmojis(query: string): readonly Emoji[] {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return emojis.filter(({ sign, en, zhCN }) => words.every((word) => sign === word || `${en} ${zhCN}`.includes(word)))
}
