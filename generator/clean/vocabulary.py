"""Words that web pages share, whatever they are about. Data: nothing here knows a certain text or site.

Compared without case and signs (see `Unit.key`). English first, then other large languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model import Role


def phrases(table: Mapping[Role, str]) -> dict[str, Role]:
    """Each phrase of a table, as `Unit.key` writes it, with its role."""
    return {phrase: role for role, block in table.items() for phrase in _phrases(block)}


def _phrases(block: str) -> Iterator[str]:
    for phrase in block.replace("\n", "|").split("|"):
        words = "".join(letter if letter.isalnum() else " " for letter in phrase.replace("'", "")).casefold()
        if words.strip():
            yield " ".join(words.split())


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


WHOLE: dict[Role, str] = {
    Role.NAVIGATION: """
        accessibility links | from wikipedia the free encyclopedia | skip to content | skip to main content | skip to navigation | skip navigation | jump to content | jump to navigation | jump to search
        breaking news | home | menu | search | log in | login | sign in | sign up | register | my account | subscribe now
        news | sport | sports | business | politics | culture | opinion | world | video | videos | photos | podcasts | archive
        top stories | latest news | latest | live | all news | back to top | go back | next | previous
        sections | categories | close | more | open menu | toggle navigation | main menu | contact | contact us | about | about us
        zum inhalt springen | zum inhalt | startseite | menü | suche | anmelden | nachrichten | kontakt | über uns | nach oben
        aller au contenu | aller au contenu principal | accueil | rechercher | connexion | actualités | se connecter | contactez nous
        ir al contenido | saltar al contenido | inicio | buscar | iniciar sesión | noticias | contacto | menú | última hora
        pular para o conteúdo | entrar | notícias | início | vai al contenuto | cerca | accedi | notizie | contatti
        перейти к содержанию | главная | поиск | войти | новости | меню | контакты | о нас | наверх
        anasayfa | ana sayfa | giriş | haberler | ara | iletişim
        الرئيسية | بحث | تسجيل الدخول | أخبار | اتصل بنا | القائمة
        首页 | 搜索 | 登录 | 注册 | 导航 | 新闻 | 返回顶部 | ホーム | 検索 | ログイン | メニュー | ニュース | トップページ
        דף הבית | חדשות | חיפוש | תפריט | תרבות | ספורט | 홈 | 뉴스 | 검색 | 로그인 | 메뉴 | หน้าแรก | ข่าว | ค้นหา | กีฬา | เมนู | เข้าสู่ระบบ
    """,
    Role.MEDIA: """
        please wait | no media source currently available | embed | pop out player | auto | download | play | pause | mute
        watch live | listen live | play video | video player | audio player | loading | loading player | media player
        the code has been copied to your clipboard | the url has been copied to your clipboard | direct link
        video abspielen | bitte warten | lire la vidéo | veuillez patienter | reproducir vídeo | espere por favor
        подождите пожалуйста | пожалуйста подождите | смотреть видео | يرجى الانتظار | 请稍候 | 播放 | 再生
        image | photo | picture | toggle caption | hide caption | show caption | enlarge this image | play audio | your browser does not support the video tag
    """,
    Role.SHARE: """
        share | share this | share this article | share this story | share this page | share on facebook | share on twitter
        share on x | share on linkedin | share on whatsapp | facebook | twitter | x | linkedin | whatsapp | telegram | instagram
        youtube | email | e mail | copy link | link copied | pinterest | reddit | tumblr | pocket | tweet | like | save | bookmark
        send to a friend | email this article | follow us | follow us on facebook | follow us on twitter | messenger | viber
        teilen | artikel teilen | per e mail teilen | merken | drucken | partager | partager cet article | imprimer | suivez nous
        compartir | compartir en facebook | compartir este artículo | síguenos | compartilhar | compartilhe | condividi | seguici
        поделиться | поделитесь | подписаться | вконтакте | одноклассники | paylaş | takip et | مشاركة | شارك | 分享 | 分享到 | シェア | シェアする | ツイート
        print | print this page | partilhar | imprimer cet article | שתף | שתפו | 공유 | 공유하기 | แชร์
        print this article | comments | view comments | 0 comments
    """,
    Role.ADVERT: """
        advertisement | advertisements | advert | ad | ads | sponsored | sponsored content | promoted | promoted content | paid content
        article continues below | story continues below | article continues below advertisement | story continues below advertisement
        continue reading below | continue reading | continue reading the main story | scroll to continue | advertisement scroll to continue
        anzeige | werbung | publicité | annonce | publicidad | anuncio | pubblicità | publicidade | continua após a publicidade
        реклама | reklam | إعلان | 广告 | 廣告 | 広告 | スポンサーリンク
    """,
    Role.LEGAL: """
        all rights reserved | terms of use | terms of service | terms and conditions | privacy policy | privacy | cookie policy
        cookies | cookie settings | accept | accept all | alle akzeptieren | cookie einstellungen | tout accepter | aceptar todo | reject all | manage preferences | legal notice | imprint | disclaimer
        impressum | datenschutz | agb | alle rechte vorbehalten | mentions légales | tous droits réservés | politique de confidentialité
        aviso legal | todos los derechos reservados | política de privacidad | todos os direitos reservados | tutti i diritti riservati
        все права защищены | политика конфиденциальности | tüm hakları saklıdır | جميع الحقوق محفوظة | 版权所有 | 隐私政策
        プライバシーポリシー | 利用規約 | 著作権
        כל הזכויות שמורות | תנאי שימוש | 무단 전재 및 재배포 금지 | 이용약관 | 개인정보처리방침 | สงวนลิขสิทธิ์
    """,
}
"""Lines that are nothing but one of these."""

BEGINNINGS: dict[Role, str] = {
    Role.MEDIA: """
        watch | listen | video | see also video | regarder | écouter | ver video | смотрите | شاهد
    """,
    Role.RELATED: """
        read more | read also | also read | see also | more on this | related | related article | related story | recommended
        don't miss | you may also like | you might also like | in case you missed it | more from | also on
        lesen sie auch | mehr zum thema | siehe auch | lire aussi | à lire aussi | voir aussi | lea también | lee también | ver también
        leia também | leia mais | veja também | leggi anche | vedi anche | читайте также | смотрите также | ayrıca okuyun | اقرأ أيضا | 相关阅读 | 延伸阅读 | あわせて読みたい
    """,
    Role.ADVERT: """
        subscribe to our | sign up for our | sign up to our | sign up for the | get our newsletter | join our newsletter
        support our journalism | become a member | donate | download our app | get the app | this article is for subscribers
        newsletter abonnieren | jetzt abonnieren | abonnez vous | inscrivez vous à | suscríbete | suscribirse | assine | iscriviti alla
        подпишитесь на | подписывайтесь
    """,
    Role.LEGAL: """
        copyright | © | (c) | this site uses cookies | this website uses cookies | we use cookies | by continuing to use | by using this site
        reproduction in whole or in part | no part of this | diese website verwendet cookies | wir verwenden cookies | ce site utilise des cookies
        este sitio utiliza cookies | utilizamos cookies | questo sito utilizza | мы используем | 本网站使用
    """,
    Role.SHARE: "share this | share on | follow us on | follow us | teilen auf | partager sur | compartir en | поделиться в | 分享到",
}
"""Short lines that begin with one of these, and with a colon, a dash or a further word behind it."""

ENDINGS: dict[Role, str] = {
    Role.RELATED: """
        related | related articles | related stories | related content | related news | related posts | related topics | related links
        more stories | more news | more on this story | more on this topic | more from this author | more like this | read next | up next
        recommended | recommended for you | recommended reading | recommended stories | you may also like | you might also like
        you may also be interested in | most read | most popular | most viewed | popular | popular posts | trending | trending now
        editors picks | editor s picks | latest stories | latest posts | recent posts | recent articles | top stories | from around the web
        around the web | promoted stories | more in | further reading from | also in the news | what to read next | explore more | in this series
        mehr zum thema | ähnliche artikel | verwandte artikel | das könnte sie auch interessieren | meistgelesen | weitere artikel | auch interessant
        articles similaires | à lire aussi | sur le même sujet | les plus lus | articles liés | dans la même rubrique
        artículos relacionados | noticias relacionadas | relacionados | lo más leído | también te puede interesar | más noticias | te puede interesar
        notícias relacionadas | leia também | mais lidas | veja também | artigos relacionados | articoli correlati | potrebbe interessarti | i più letti | leggi anche
        читайте также | по теме | материалы по теме | другие новости | самое читаемое | похожие статьи | популярное | ещё по теме
        ilgili haberler | benzer haberler | مواضيع ذات صلة | اقرأ أيضا | الأكثر قراءة | مقالات ذات صلة
        相关新闻 | 相关阅读 | 推荐阅读 | 相关文章 | 热门文章 | 延伸阅读 | 猜你喜欢 | 関連記事 | おすすめ記事 | あわせて読みたい | 人気記事 | 関連ニュース
        כתבות נוספות | עוד בנושא | 관련 기사 | 관련기사 | 많이 본 뉴스 | ข่าวที่เกี่ยวข้อง | อ่านเพิ่มเติม
    """,
    Role.COMMENT: """
        comments | leave a comment | leave a reply | post a comment | add a comment | join the conversation | join the discussion | your comment
        view comments | show comments | reader comments | comments are closed | reply | write a comment | have your say
        kommentare | kommentar schreiben | kommentar verfassen | schreibe einen kommentar | ihr kommentar | commentaires | laisser un commentaire
        comentarios | deja un comentario | dejar un comentario | comentários | deixe um comentário | commenti | lascia un commento
        комментарии | оставить комментарий | добавить комментарий | yorumlar | yorum yap | التعليقات | اترك تعليقا | 评论 | 发表评论 | コメント | コメントを残す
        תגובות | הוסף תגובה | 댓글 | ความคิดเห็น
    """,
    Role.AUTHOR_BIO: """
        about the author | about the authors | about the writer | about author | author bio | contributor | contributors
        über den autor | über die autorin | à propos de l'auteur | sobre el autor | sobre la autora | sobre o autor | об авторе | عن الكاتب | 作者简介 | 著者について | この記事を書いた人
    """,
    Role.OTHER_BOILERPLATE: """
        tags | topics | filed under | tagged | categories | keywords | in this article | themen | schlagwörter | mots clés | etiquetas | temas | метки | теги | 标签 | タグ
    """,
}
"""Headings under which nothing of the article stands, as whole lines."""


NOTICES: dict[Role, str] = {
    Role.ADVERT: """
        we may earn | we may receive | we earn a | may earn us | we may get a | earn affiliate commissions | contains affiliate links
        receive compensation | independently selected by our | independently reviewed by our | affiliate advertising program
        sign up for our | sign up to our | sign up for the | subscribe to our | subscribe to the newsletter | delivered to your inbox
        straight to your inbox | right to your inbox | to our newsletter | free newsletter | breaking news alerts | download our app
        support our journalism | support our work | support independent journalism | help keep news free | become a subscriber
        create a free account | log in to your account | already a subscriber | unlimited access to | start your free trial
        unseren newsletter | unserem newsletter | abonnieren sie | jetzt abonnieren | notre newsletter | abonnez vous
        nuestro boletín | nuestra newsletter | suscríbete a | suscríbase a | nossa newsletter | assine a newsletter | nostra newsletter
        iscriviti alla | подпишитесь на | подписывайтесь на наш | bültenimize | 订阅我们 | 关注我们的 | 扫描二维码 | 扫一扫
    """,
    Role.LEGAL: """
        uses cookies | use cookies | use of cookies | our cookie policy | our privacy policy | our terms | agree to the terms
        google privacy policy | protected by recaptcha
        targeting cookies | necessary cookies | these cookies | all cookies | accept cookies | cookie list | sale of personal data
        premoderated | comments are moderated
        may not be published broadcast | may not be reproduced | without written permission | without prior permission
        do not necessarily reflect | does not necessarily reflect | not responsible for the content of external
        verwendet cookies | verwenden cookies | datenschutzerklärung | utilise des cookies | utilisons des cookies | utiliza cookies
        utilizamos cookies | utilizza cookies | utilizza i cookie | использует файлы cookie | используем cookie | çerez kullan
        politique de confidentialité | política de privacidad | política de privacidade | политика конфиденциальности
        未经授权 | 不代表本网 | 仅代表作者 | 转载请注明 | 侵权 | 無断転載
    """,
    Role.MEDIA: """
        your browser does not support | javascript is disabled | enable javascript | please enable javascript | javascript aktivieren
        activer javascript | включите javascript
    """,
    Role.COMMENT: """
        required fields are marked | your email address will not be published | for the next time i comment | you must be logged in
        log in to comment | sign in to comment | powered by disqus | comment data is processed
        wird nicht veröffentlicht | ne sera pas publiée | no será publicada | не будет опубликован
    """,
}
"""Words that make a short paragraph a notice to visitors wherever they stand in it."""

APPENDICES = frozenset(
    _phrases("""
    references | notes | footnotes | endnotes | sources | bibliography | works cited | external links | further reading
    einzelnachweise | anmerkungen | quellen | literatur | weblinks | références | notes et références | bibliographie | sources
    referencias | bibliografía | notas | fuentes | referências | note | fonti | bibliografia | примечания | литература | источники
    kaynakça | kaynaklar | المراجع | مصادر | 参考文献 | 参考资料 | 注释 | 脚注 | 出典

""")
)
"""Headings of what a scholar's text has at its end, and what is still part of it."""

UNFINISHED = _words("""
    a an the of to by in on at for with from and or as that than into about called named is are was were has
    have had der die das den dem des ein eine einen einem einer von vom und oder mit für im am zum zur auf bei
    durch nach über le la les l un une du de des d et ou au aux à en dans par pour sur avec que qu el los las
    una del y o con por para se do da dos das no na nos nas ao com em um uma il lo gli i della del dei nel di e
    per che и в на с по от из для о к у не что как the ve ile bir
""")
"""Words with which no line ends that has come to its end."""

MORE = _words("""
    more latest recent related similar popular trending other top featured recommended sponsored suggested
    further newest weitere ähnliche neueste aktuelle beliebte articles autres derniers dernières últimas últimos
    más otras mais altri ultime другие последние похожие свежие популярные diğer son ilgili
""")
PIECES = _words("""
    articles stories posts news reading links content videos headlines topics coverage picks reads updates
    episodes artikel beiträge nachrichten meldungen articles actualités artículos noticias historias artigos
    notícias articoli notizie новости статьи материалы публикации haberler yazılar
""")
"""A line of a few words that begins with one of MORE and ends with one of PIECES heads a list of other texts."""

COMMENTS = _words("""
    comment comments replies responses kommentar kommentare commentaire commentaires comentario comentarios
    comentário comentários commenti reacties комментарий комментарии комментариев комментария yorum yorumlar
    التعليقات تعليقات تعليق
""")
"""Words that head the comments when they begin or end a line of a few words: "12 comments", "Top rated comments"."""
