<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Anneal</source>
        <translation>Anneal के बारे में</translation>
    </message>
    <message>
        <source>Speech to text by diffusion: random words settle into yours, step by step.</source>
        <translation>डिफ़्यूज़न से आवाज़ का टेक्स्ट: बेतरतीब शब्द कदम-दर-कदम आपके शब्द बन जाते हैं।</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>कोई मॉडल लोड नहीं है।</translation>
    </message>
    <message>
        <source>Model in use: {model} on {device}, {precision}</source>
        <translation>चालू मॉडल: {model}, {device} पर, {precision}</translation>
    </message>
    <message>
        <source>Describe this computer and the installation for a bug report; it contains no personal data</source>
        <translation>त्रुटि रिपोर्ट के लिए इस कंप्यूटर और इंस्टॉलेशन का वर्णन करें; इसमें कोई निजी डेटा नहीं</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>लाइसेंस</translation>
    </message>
    <message>
        <source>Components and licences</source>
        <translation>घटक और लाइसेंस</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>लाइसेंस</translation>
    </message>
    <message>
        <source>The licences of everything that is shipped</source>
        <translation>साथ दी गई हर चीज़ के लाइसेंस</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>कॉपी हुआ</translation>
    </message>
    <message>
        <source>Checking this computer…</source>
        <translation>इस कंप्यूटर की जाँच हो रही है…</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>डायग्नोस्टिक्स कॉपी करें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open files…</source>
        <translation>फ़ाइलें खोलें…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>फ़ोल्डर खोलें…</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>नमूना आज़माएँ</translation>
    </message>
    <message>
        <source>Record or stop</source>
        <translation>रिकॉर्ड करें या रोकें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>फिर से ट्रांसक्राइब करें</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>सूची से हटाएँ</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>ऊपर ले जाएँ</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>नीचे ले जाएँ</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>टेक्स्ट कॉपी करें</translation>
    </message>
    <message>
        <source>Copy with times</source>
        <translation>समय सहित कॉपी करें</translation>
    </message>
    <message>
        <source>Copy as subtitles (SRT)</source>
        <translation>उपशीर्षक के रूप में कॉपी करें (SRT)</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdown के रूप में कॉपी करें</translation>
    </message>
    <message>
        <source>Check the next word</source>
        <translation>अगला शब्द जाँचें</translation>
    </message>
    <message>
        <source>Listen and edit</source>
        <translation>सुनें और संपादित करें</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>निर्यात करें…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>फ़ोल्डर में दिखाएँ</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>नाम बदलें…</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>पूरी हुई हटाएँ</translation>
    </message>
    <message>
        <source>Replay this segment</source>
        <translation>यह खंड फिर से चलाएँ</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>लाइव पर वापस जाएँ</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>लाइब्रेरी</translation>
    </message>
    <message>
        <source>Choose the language</source>
        <translation>भाषा चुनें</translation>
    </message>
    <message>
        <source>Choose the steps</source>
        <translation>चरण चुनें</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>मेनू</translation>
    </message>
    <message>
        <source>Show the recordings folder</source>
        <translation>रिकॉर्डिंग का फ़ोल्डर दिखाएँ</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>मॉडल…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>सेटिंग…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>कीबोर्ड शॉर्टकट</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>डायग्नोस्टिक्स कॉपी करें</translation>
    </message>
    <message>
        <source>About Anneal</source>
        <translation>Anneal के बारे में</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>बाहर निकलें</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>एंटर</translation>
    </message>
</context>
<context>
    <name>AlternativesPopover</name>
    <message>
        <source>Instead of “{word}”</source>
        <translation>“{word}” की जगह</translation>
    </message>
    <message>
        <source>The steps of this segment are no longer stored, so there are no suggestions.</source>
        <translation>इस खंड के चरण अब संग्रहीत नहीं हैं, इसलिए कोई सुझाव नहीं।</translation>
    </message>
    <message>
        <source>There are no suggestions for this word.</source>
        <translation>इस शब्द के लिए कोई सुझाव नहीं।</translation>
    </message>
    <message>
        <source>What the model considered at the last step, and how likely each word was</source>
        <translation>आख़िरी चरण में मॉडल ने क्या सोचा, और हर शब्द कितना संभव था</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>सुझाव</translation>
    </message>
    <message>
        <source>Listen again with this word</source>
        <translation>इस शब्द के साथ फिर सुनें</translation>
    </message>
    <message>
        <source>own word</source>
        <translation>अपना शब्द</translation>
    </message>
    <message>
        <source>Type another word</source>
        <translation>कोई और शब्द लिखें</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Put this word into the text</source>
        <translation>यह शब्द पाठ में रखें</translation>
    </message>
    <message>
        <source>Keep this word; the model listens to the rest of the segment again</source>
        <translation>यह शब्द रखें; मॉडल खंड का बाकी हिस्सा फिर से सुनता है</translation>
    </message>
</context>
<context>
    <name>AppearanceSettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>दिखावट</translation>
    </message>
    <message>
        <source>Match system</source>
        <translation>सिस्टम जैसा</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>हल्का</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरा</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>कम</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>इंटरफ़ेस की भाषा</translation>
    </message>
    <message>
        <source>The language of menus and messages</source>
        <translation>मेन्यू और संदेशों की भाषा</translation>
    </message>
    <message>
        <source>Animation speed</source>
        <translation>ऐनिमेशन की गति</translation>
    </message>
    <message>
        <source>How fast the canvas shows the steps</source>
        <translation>चरण कितनी तेज़ी से दिखाए जाते हैं</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>हल्का या गहरा</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>थीम</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>गति</translation>
    </message>
    <message>
        <source>Whether the canvas moves between two steps</source>
        <translation>दो चरणों के बीच कैनवस हिलता-डुलता दिखे या नहीं</translation>
    </message>
    <message>
        <source>Reduced: steps follow each other without movement.</source>
        <translation>कम: चरण बिना हिले-डुले एक के बाद एक दिखते हैं।</translation>
    </message>
    <message>
        <source>The transcription itself is never slowed down.</source>
        <translation>ट्रांसक्रिप्शन ख़ुद कभी धीमा नहीं होता।</translation>
    </message>
</context>
<context>
    <name>AudioTrackMenu</name>
    <message>
        <source>Audio track</source>
        <translation>ऑडियो ट्रैक</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>अपने-आप</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Dismiss this message</source>
        <translation>यह संदेश हटाएँ</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>हटाएँ</translation>
    </message>
</context>
<context>
    <name>CanvasWidget</name>
    <message>
        <source>Token canvas</source>
        <translation>टोकन कैनवस</translation>
    </message>
    <message>
        <source>Empty. It shows how noise turns into text while audio is transcribed.</source>
        <translation>खाली। ट्रांसक्रिप्शन के दौरान यह दिखाता है कि शोर कैसे टेक्स्ट बनता है।</translation>
    </message>
    <message>
        <source>Listening to the sound…</source>
        <translation>आवाज़ सुनी जा रही है…</translation>
    </message>
    <message>
        <source>The model is loading. The file starts automatically afterwards.</source>
        <translation>मॉडल लोड हो रहा है। फिर फ़ाइल अपने-आप शुरू होगी।</translation>
    </message>
    <message>
        <source>end</source>
        <translation>अंत</translation>
    </message>
    <message>
        <source>Noise turns into text here.</source>
        <translation>यहाँ शोर से टेक्स्ट बनता है।</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>A recording is running.</source>
        <translation>रिकॉर्डिंग चल रही है।</translation>
    </message>
    <message>
        <source>Anneal is still working.</source>
        <translation>Anneal अभी काम कर रहा है।</translation>
    </message>
    <message>
        <source>If you close now, the recording so far stays in the recordings folder.</source>
        <translation>अभी बंद करने पर अब तक की रिकॉर्डिंग रिकॉर्डिंग फ़ोल्डर में रहती है।</translation>
    </message>
    <message>
        <source>%n file(s) are unfinished. You can resume them next time.</source>
        <translation>%n फ़ाइल अधूरी है। आप इसे अगली बार जारी रख सकते हैं।</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>रोकें और बंद करें</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>काम जारी रखें</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>No steps yet</source>
        <translation>अभी कोई चरण नहीं</translation>
    </message>
    <message>
        <source>Start: noise</source>
        <translation>आरंभ: शोर</translation>
    </message>
    <message>
        <source>Settled at step {step}, checked until {last}</source>
        <translation>चरण {step} पर स्थिर, {last} तक जाँचा गया</translation>
    </message>
    <message numerus="yes">
        <source>Result after %n step(s)</source>
        <translation>
            <numerusform>%n चरण के बाद परिणाम</numerusform>
            <numerusform>%n चरणों के बाद परिणाम</numerusform>
        </translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>चरण {step} / {steps}</translation>
    </message>
    <message>
        <source>Start: noise and draft</source>
        <translation>शुरुआत: शोर और मसौदा</translation>
    </message>
    <message>
        <source>Start: draft</source>
        <translation>शुरुआत: मसौदा</translation>
    </message>
    <message>
        <source>Draft, as heard</source>
        <translation>मसौदा, जैसा सुना गया</translation>
    </message>
    <message>
        <source>The text did not fit</source>
        <translation>पाठ पूरा नहीं समाया</translation>
    </message>
    <message numerus="yes">
        <source>All %n step(s) used</source>
        <translation>
            <numerusform>%n चरण पूरा हुआ</numerusform>
            <numerusform>सभी %n चरण पूरे हुए</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Settled after %n step(s)</source>
        <translation>
            <numerusform>%n चरण के बाद स्थिर</numerusform>
            <numerusform>%n चरणों के बाद स्थिर</numerusform>
        </translation>
    </message>
    <message>
        <source>{ms} ms · {share} settled</source>
        <translation>{ms} ms · {share} स्थिर</translation>
    </message>
    <message>
        <source>Measured: the time of this step, and the share of the text that was settled at it</source>
        <translation>मापा गया: इस चरण का समय और पाठ का वह भाग जो तब स्थिर था</translation>
    </message>
    <message>
        <source>Watch it anneal again</source>
        <translation>बनते हुए फिर से देखें</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>संकेत</translation>
    </message>
    <message>
        <source>What the grounds and strokes on the canvas mean</source>
        <translation>कैनवस पर पृष्ठभूमि और रेखाओं का अर्थ</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>समेटें</translation>
    </message>
    <message>
        <source>Fold the canvas; the transcript takes its place</source>
        <translation>कैनवस समेटें; उसकी जगह प्रतिलेख लेता है</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>लाइव</translation>
    </message>
    <message>
        <source>Follow the running transcription again</source>
        <translation>चालू ट्रांसक्रिप्शन को फिर से देखें</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>सहेजें…</translation>
    </message>
    <message>
        <source>Save the annealing as a film, or as a page to step through</source>
        <translation>बनने की प्रक्रिया को फ़िल्म या चरण-दर-चरण पेज के रूप में सहेजें</translation>
    </message>
    <message>
        <source>Animation speed</source>
        <translation>ऐनिमेशन की गति</translation>
    </message>
    <message>
        <source>How fast the steps are shown. The transcription itself is never slowed down.</source>
        <translation>चरण कितनी तेज़ी से दिखाए जाएँ। ट्रांसक्रिप्शन ख़ुद कभी धीमा नहीं होता।</translation>
    </message>
    <message>
        <source>Text where it has settled, the given noise elsewhere (L changes)</source>
        <translation>जहाँ पाठ स्थिर है वहाँ पाठ, बाकी जगह दिया गया शोर (L बदलता है)</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>अनुमान</translation>
    </message>
    <message>
        <source>The tokens the model was given at this step (L changes)</source>
        <translation>इस चरण में मॉडल को दिए गए टोकन (बदलने के लिए L)</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>शोर</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>दोनों</translation>
    </message>
    <message>
        <source>The most probable token everywhere: the text so far (L changes)</source>
        <translation>हर जगह सबसे संभावित टोकन: अब तक का टेक्स्ट (बदलने के लिए L)</translation>
    </message>
</context>
<context>
    <name>DetailsPage</name>
    <message>
        <source>A small model that comes with Anneal. Treat what it writes as a draft.</source>
        <translation>Anneal के साथ आने वाला छोटा मॉडल। जो यह लिखे, उसे मसौदा मानें।</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>अधूरा</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>अभी इस्तेमाल करें</translation>
    </message>
    <message>
        <source>Transcribe with this model from now on</source>
        <translation>अब से इसी मॉडल से लिखें</translation>
    </message>
    <message>
        <source>Download again…</source>
        <translation>फिर से डाउनलोड करें…</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>डाउनलोड करें…</translation>
    </message>
    <message>
        <source>First you see what it takes; nothing is fetched before you agree</source>
        <translation>पहले आप देखते हैं कि क्या चाहिए; सहमति से पहले कुछ नहीं लाया जाता</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <source>Compare every file with its checksum</source>
        <translation>हर फ़ाइल को उसके चेकसम से मिलाएँ</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>फ़ोल्डर दिखाएँ</translation>
    </message>
    <message>
        <source>Show its folder in the file manager</source>
        <translation>इसका फ़ोल्डर फ़ाइल मैनेजर में दिखाएँ</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>मॉडल कार्ड</translation>
    </message>
    <message>
        <source>What its makers say and measured</source>
        <translation>बनाने वालों ने क्या कहा और नापा</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>छोड़ दें…</translation>
    </message>
    <message>
        <source>Delete what has come of it so far</source>
        <translation>अब तक जो आया है उसे हटाएँ</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>हटाएँ…</translation>
    </message>
    <message>
        <source>Delete the model from this computer</source>
        <translation>मॉडल को इस कंप्यूटर से हटाएँ</translation>
    </message>
    <message>
        <source>It is in use: to delete it, choose another model first.</source>
        <translation>यह इस्तेमाल में है: हटाने से पहले कोई दूसरा मॉडल चुनें।</translation>
    </message>
    <message>
        <source>It cannot be used: {reason}.</source>
        <translation>इसका इस्तेमाल नहीं हो सकता: {reason}।</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>समस्या</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>इस्तेमाल में</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>मॉडल लोड हो रहा है…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>Every value that the model is decoded with, and where it was read</source>
        <translation>हर मान जिससे मॉडल डिकोड होता है, और वह कहाँ से पढ़ा गया</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>मान्यताएँ</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>खोजा जा रहा है…</translation>
    </message>
    <message>
        <source>But the settings say CPU: choose the automatic device there.</source>
        <translation>पर सेटिंग में CPU चुना है: वहाँ स्वचालित डिवाइस चुनें।</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>इस कंप्यूटर पर</translation>
    </message>
    <message>
        <source>Resume download</source>
        <translation>डाउनलोड जारी रखें</translation>
    </message>
    <message>
        <source>Here so far</source>
        <translation>अब तक यहाँ</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>डाउनलोड करना है</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>डिस्क पर</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>फ़ाइलें</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>भाषाएँ</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>ज़रूरत</translation>
    </message>
    <message>
        <source>Long speech</source>
        <translation>लंबी रिकॉर्डिंग</translation>
    </message>
    <message>
        <source>As its authors published it; not measured here.</source>
        <translation>जैसा बनाने वालों ने प्रकाशित किया; यहाँ नापा नहीं गया।</translation>
    </message>
    <message>
        <source>Published errors</source>
        <translation>प्रकाशित त्रुटियाँ</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>इनसे बना</translation>
    </message>
    <message>
        <source>Its authors&apos;, on a card of theirs; other figures of theirs disagree.</source>
        <translation>लेखकों के आँकड़े, उनके अपने कार्ड पर; उनके दूसरे आँकड़े इनसे मेल नहीं खाते।</translation>
    </message>
    <message>
        <source>Published speed</source>
        <translation>प्रकाशित रफ़्तार</translation>
    </message>
    <message>
        <source>For a second opinion: {name}</source>
        <translation>दूसरी राय के लिए: {name}</translation>
    </message>
    <message>
        <source>There is a much larger model: {name}</source>
        <translation>एक कहीं बड़ा मॉडल है: {name}</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>यह क्या है</translation>
    </message>
    <message>
        <source>How often the small one errs is in its model card.</source>
        <translation>छोटा मॉडल कितनी ग़लती करता है, यह उसके मॉडल कार्ड में है।</translation>
    </message>
    <message>
        <source>It needs</source>
        <translation>इसे चाहिए</translation>
    </message>
    <message>
        <source>Would it run here?</source>
        <translation>क्या यह यहाँ चलेगा?</translation>
    </message>
    <message>
        <source>See what it is, what it takes, and how it would run on this computer</source>
        <translation>देखें कि यह क्या है, इसे क्या चाहिए, और इस कंप्यूटर पर कैसे चलेगा</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Checking this computer…</source>
        <translation>इस कंप्यूटर की जाँच हो रही है…</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. They contain no personal data.</source>
        <translation>निदान क्लिपबोर्ड पर है। इसमें कोई निजी डेटा नहीं है।</translation>
    </message>
</context>
<context>
    <name>DictationController</name>
    <message>
        <source>Start or stop dictation</source>
        <translation>श्रुतलेख शुरू करें या रोकें</translation>
    </message>
    <message>
        <source>Recording. {shortcut} stops it.</source>
        <translation>रिकॉर्डिंग चल रही है। {shortcut} से रुकेगी।</translation>
    </message>
    <message>
        <source>The recording was discarded.</source>
        <translation>रिकॉर्डिंग हटा दी गई।</translation>
    </message>
    <message>
        <source>The transcription was cancelled.</source>
        <translation>ट्रांसक्रिप्शन रद्द किया गया।</translation>
    </message>
    <message>
        <source>Nothing was heard.</source>
        <translation>कुछ सुनाई नहीं दिया।</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>पाठ क्लिपबोर्ड पर है।</translation>
    </message>
    <message>
        <source>Typed, and copied to the clipboard.</source>
        <translation>टाइप किया गया और क्लिपबोर्ड में कॉपी किया गया।</translation>
    </message>
    <message>
        <source>Nothing was typed.</source>
        <translation>कुछ भी टाइप नहीं किया गया।</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>श्रुतलेख</translation>
    </message>
</context>
<context>
    <name>DictationSettingsPage</name>
    <message>
        <source>Press the shortcut in any program and speak; press it again, and the text is on the clipboard.</source>
        <translation>किसी भी प्रोग्राम में शॉर्टकट दबाकर बोलें; फिर से दबाएँ, और पाठ क्लिपबोर्ड पर होगा।</translation>
    </message>
    <message>
        <source>Your desktop has set it to {key}.</source>
        <translation>आपके डेस्कटॉप ने इसे {key} रखा है।</translation>
    </message>
    <message>
        <source>{key} works in every program now.</source>
        <translation>{key} अब हर प्रोग्राम में काम करता है।</translation>
    </message>
    <message>
        <source>Asking your desktop for the shortcut…</source>
        <translation>डेस्कटॉप से शॉर्टकट माँगा जा रहा है…</translation>
    </message>
    <message>
        <source>Where the cursor is, once the text is final. It is in the library as well.</source>
        <translation>जहाँ कर्सर है, पाठ पूरा होने पर। वह लाइब्रेरी में भी रहता है।</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>श्रुतलेख</translation>
    </message>
    <message>
        <source>Dictate anywhere</source>
        <translation>कहीं भी बोलकर लिखें</translation>
    </message>
    <message>
        <source>Record from any program</source>
        <translation>किसी भी प्रोग्राम से रिकॉर्ड करें</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>शॉर्टकट</translation>
    </message>
    <message>
        <source>Click, then press the keys</source>
        <translation>क्लिक करें, फिर कुंजियाँ दबाएँ</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>टाइप करना</translation>
    </message>
    <message>
        <source>Type the text into the program in front</source>
        <translation>सामने वाले प्रोग्राम में पाठ टाइप करें</translation>
    </message>
    <message>
        <source>A shortcut starts and stops recording</source>
        <translation>शॉर्टकट रिकॉर्डिंग शुरू और बंद करता है</translation>
    </message>
    <message>
        <source>Also type the text</source>
        <translation>पाठ टाइप भी करें</translation>
    </message>
</context>
<context>
    <name>DiffPanel</name>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>चरण {step}/{steps}</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>तैयारी हो रही है…</translation>
    </message>
    <message>
        <source>Listening again…</source>
        <translation>फिर से सुन रहा है…</translation>
    </message>
    <message>
        <source>The model finishes the current segment first.</source>
        <translation>मॉडल पहले मौजूदा खंड पूरा करता है।</translation>
    </message>
    <message>
        <source>The current file is finished first.</source>
        <translation>पहले मौजूदा फ़ाइल पूरी होती है।</translation>
    </message>
    <message>
        <source>The result is the same.</source>
        <translation>परिणाम वही है।</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n अंतर</numerusform>
            <numerusform>%n अंतर</numerusform>
        </translation>
    </message>
    <message>
        <source>← → to hear them</source>
        <translation>← → सुनने के लिए</translation>
    </message>
    <message>
        <source>Old and new, word by word</source>
        <translation>पुराना और नया, शब्द दर शब्द</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Listen again, starting from other noise</source>
        <translation>दूसरे शोर से शुरू करके फिर सुनें</translation>
    </message>
    <message>
        <source>Use the new words; you can undo this</source>
        <translation>नए शब्द लें; इसे वापस लिया जा सकता है</translation>
    </message>
    <message>
        <source>Keep original</source>
        <translation>मूल रखें</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>स्वीकार करें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop to transcribe</source>
        <translation>ट्रांसक्राइब करने के लिए यहाँ छोड़ें</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Checked</source>
        <translation>जाँचा गया</translation>
    </message>
    <message>
        <source>You corrected “{wrong}” to “{right}” twice.</source>
        <translation>आपने “{wrong}” को दो बार “{right}” किया।</translation>
    </message>
    <message>
        <source>Always write it so</source>
        <translation>हमेशा ऐसे ही लिखें</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>पाठ क्लिपबोर्ड पर है।</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>लाइब्रेरी</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>लाइब्रेरी पर वापस</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>खोजें और बदलें</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>पाठ कॉपी करें</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>निर्यात करें…</translation>
    </message>
    <message>
        <source>Export this transcript</source>
        <translation>यह प्रतिलेख निर्यात करें</translation>
    </message>
    <message>
        <source>Close the replay</source>
        <translation>रीप्ले बंद करें</translation>
    </message>
    <message>
        <source>Split here</source>
        <translation>यहाँ बाँटें</translation>
    </message>
    <message>
        <source>Join with the next segment</source>
        <translation>अगले खंड से जोड़ें</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>यह खंड हटाएँ</translation>
    </message>
    <message>
        <source>Watch it anneal again</source>
        <translation>इसे फिर से बनते देखें</translation>
    </message>
    <message>
        <source>Save the annealing…</source>
        <translation>बनने की प्रक्रिया सहेजें…</translation>
    </message>
    <message>
        <source>Check the next word</source>
        <translation>अगला शब्द जाँचें</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>दूसरा शब्द…</translation>
    </message>
    <message>
        <source>Listen again…</source>
        <translation>फिर सुनें…</translation>
    </message>
    <message>
        <source>Wave, spectrogram or both</source>
        <translation>तरंग, स्पेक्ट्रोग्राम या दोनों</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>यह खंड दोहराएँ</translation>
    </message>
    <message>
        <source>Underline words to check</source>
        <translation>जाँचने के शब्द रेखांकित करें</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>पूर्ववत करें</translation>
    </message>
    <message>
        <source>{file} has moved or was deleted. You can correct the text, but not play it.</source>
        <translation>{file} हट गई या मिटा दी गई। आप पाठ सुधार सकते हैं, पर चला नहीं सकते।</translation>
    </message>
    <message>
        <source>Locate file…</source>
        <translation>फ़ाइल ढूँढें…</translation>
    </message>
    <message>
        <source>The steps of this segment are no longer stored.</source>
        <translation>इस खंड के चरण अब संग्रहीत नहीं हैं।</translation>
    </message>
    <message>
        <source>Use the raw text of the canvas</source>
        <translation>कैनवस का कच्चा पाठ लें</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>फिर से करें</translation>
    </message>
    <message>
        <source>Copy with times</source>
        <translation>समय सहित कॉपी करें</translation>
    </message>
</context>
<context>
    <name>EditorWaveform</name>
    <message>
        <source>Computing the spectrogram… {time}</source>
        <translation>स्पेक्ट्रोग्राम बन रहा है… {time}</translation>
    </message>
    <message>
        <source>{time}: click to play, wheel to zoom</source>
        <translation>{time}: चलाने के लिए क्लिक करें, ज़ूम के लिए पहिया घुमाएँ</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>तरंगरूप</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>बड़ा करें</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>छोटा करें</translation>
    </message>
</context>
<context>
    <name>EntriesView</name>
    <message>
        <source>waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>प्रतिलेखन जारी</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>बाधित</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>प्रतिलेख</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>अभी कोई पाठ नहीं</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>शीर्षक</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A recording is running.</source>
        <translation>रिकॉर्डिंग चल रही है।</translation>
    </message>
    <message>
        <source>A small matrix product came out wrong there.</source>
        <translation>वहाँ एक छोटे मैट्रिक्स गुणनफल का नतीजा ग़लत आया।</translation>
    </message>
    <message>
        <source>A small matrix product came out wrong.</source>
        <translation>एक छोटे मैट्रिक्स गुणनफल का नतीजा ग़लत आया।</translation>
    </message>
    <message>
        <source>A transcript could not be deleted.</source>
        <translation>एक ट्रांसक्रिप्ट नहीं हटाई जा सकी।</translation>
    </message>
    <message>
        <source>Allow microphone access in the system&apos;s privacy settings.</source>
        <translation>सिस्टम की गोपनीयता सेटिंग में माइक्रोफ़ोन की अनुमति दें।</translation>
    </message>
    <message>
        <source>Anneal may not use the microphone.</source>
        <translation>Anneal को माइक्रोफ़ोन इस्तेमाल करने की अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>Another program holds it.</source>
        <translation>कोई दूसरा प्रोग्राम इसे इस्तेमाल कर रहा है।</translation>
    </message>
    <message>
        <source>Another program keeps it locked</source>
        <translation>कोई दूसरा प्रोग्राम इसे लॉक किए हुए है</translation>
    </message>
    <message>
        <source>Ask its owner for read permission, or copy it to a folder of your own.</source>
        <translation>इसके मालिक से पढ़ने की अनुमति लें, या इसे अपने फ़ोल्डर में कॉपी करें।</translation>
    </message>
    <message>
        <source>At step {step} the model computed something that is no number. Its weights are damaged, or too large for this device.</source>
        <translation>चरण {step} में मॉडल ने कुछ ऐसा निकाला जो संख्या नहीं है। इसके वेट ख़राब हैं, या इस डिवाइस के लिए बहुत बड़े हैं।</translation>
    </message>
    <message>
        <source>Check its repository and revision.</source>
        <translation>इसकी रिपॉज़िटरी और रिविज़न जाँचें।</translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together, and install them again.</source>
        <translation>जाँचें कि एडाप्टर और बैकबोन एक-दूसरे के हैं, और उन्हें फिर से इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>Check that adapter and backbone belong together.</source>
        <translation>जाँचें कि एडाप्टर और बैकबोन एक-दूसरे के हैं।</translation>
    </message>
    <message>
        <source>Check that it is plugged in, or choose another microphone.</source>
        <translation>जाँचें कि वह जुड़ा है, या कोई दूसरा माइक्रोफ़ोन चुनें।</translation>
    </message>
    <message>
        <source>Check that it is plugged in, then play again.</source>
        <translation>जाँचें कि वह जुड़ा है, फिर दोबारा चलाएँ।</translation>
    </message>
    <message>
        <source>Check that it is the right repository and revision, or use the adapter&apos;s own code (reference runner).</source>
        <translation>जाँचें कि रिपॉज़िटरी और रिविज़न सही हैं, या एडाप्टर का अपना कोड (रेफ़रेंस रनर) इस्तेमाल करें।</translation>
    </message>
    <message>
        <source>Check that its disk is still connected, or copy the file to another folder.</source>
        <translation>जाँचें कि इसकी डिस्क अब भी जुड़ी है, या फ़ाइल को दूसरे फ़ोल्डर में कॉपी करें।</translation>
    </message>
    <message>
        <source>Check that the right microphone or audio track was used and was not muted, then try again.</source>
        <translation>जाँचें कि सही माइक्रोफ़ोन या ऑडियो ट्रैक चुना गया था और म्यूट नहीं था, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>Check the model&apos;s files, or choose another device.</source>
        <translation>मॉडल की फ़ाइलें जाँचें, या कोई दूसरा डिवाइस चुनें।</translation>
    </message>
    <message>
        <source>Check the name and the folder, or choose the file again.</source>
        <translation>नाम और फ़ोल्डर जाँचें, या फ़ाइल फिर से चुनें।</translation>
    </message>
    <message>
        <source>Check the network and go on: what was downloaded is kept.</source>
        <translation>नेटवर्क जाँचें और जारी रखें: जो डाउनलोड हुआ वह रखा गया है।</translation>
    </message>
    <message>
        <source>Check the variables HTTPS_PROXY and NO_PROXY.</source>
        <translation>HTTPS_PROXY और NO_PROXY वेरिएबल जाँचें।</translation>
    </message>
    <message>
        <source>Check which encoder and backbone the adapter names.</source>
        <translation>जाँचें कि एडाप्टर में कौन-सा एनकोडर और बैकबोन लिखा है।</translation>
    </message>
    <message>
        <source>Choose a model that denoises.</source>
        <translation>कोई ऐसा मॉडल चुनें जो शोर हटाता हो।</translation>
    </message>
    <message>
        <source>Choose a model&apos;s own folder.</source>
        <translation>किसी मॉडल का अपना फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>Choose a video with sound.</source>
        <translation>आवाज़ वाला कोई वीडियो चुनें।</translation>
    </message>
    <message>
        <source>Choose an audio or video file, such as wav, mp3, m4a, flac, ogg, mp4 or mkv.</source>
        <translation>कोई ऑडियो या वीडियो फ़ाइल चुनें, जैसे wav, mp3, m4a, flac, ogg, mp4 या mkv।</translation>
    </message>
    <message>
        <source>Choose another folder, or make room. Your library is not touched.</source>
        <translation>कोई दूसरा फ़ोल्डर चुनें या जगह बनाएँ। आपकी लाइब्रेरी वैसी ही है।</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>कोई दूसरा फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>Choose another language, or a model that knows this one.</source>
        <translation>कोई दूसरी भाषा चुनें, या ऐसा मॉडल जो यह भाषा जानता हो।</translation>
    </message>
    <message>
        <source>Choose another microphone when it has ended.</source>
        <translation>इसके ख़त्म होने पर दूसरा माइक्रोफ़ोन चुनें।</translation>
    </message>
    <message>
        <source>Choose another model in the settings.</source>
        <translation>सेटिंग में कोई दूसरा मॉडल चुनें।</translation>
    </message>
    <message>
        <source>Choose another place, or make room. What is kept of it in your library is not touched.</source>
        <translation>कोई दूसरी जगह चुनें या जगह बनाएँ। आपकी लाइब्रेरी में जो सहेजा है, वह वैसा ही है।</translation>
    </message>
    <message>
        <source>Choose auto, cpu or cuda.</source>
        <translation>auto, cpu या cuda चुनें।</translation>
    </message>
    <message>
        <source>Choose one of the tracks it has.</source>
        <translation>इसमें मौजूद ट्रैक में से कोई चुनें।</translation>
    </message>
    <message>
        <source>Choose that model again, or transcribe it from the start.</source>
        <translation>वही मॉडल फिर चुनें, या शुरू से ट्रांसक्राइब करें।</translation>
    </message>
    <message>
        <source>Choose the device cpu, or auto.</source>
        <translation>डिवाइस cpu या auto चुनें।</translation>
    </message>
    <message>
        <source>Choose the files inside it.</source>
        <translation>इसके अंदर की फ़ाइलें चुनें।</translation>
    </message>
    <message>
        <source>Choose the folder of the revision you agreed to.</source>
        <translation>उस रिविज़न का फ़ोल्डर चुनें जिसकी आपने सहमति दी थी।</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>दूसरे प्रोग्राम बंद करें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Close other programs next time.</source>
        <translation>अगली बार दूसरे प्रोग्राम बंद कर दें।</translation>
    </message>
    <message>
        <source>Close other programs, transcribe fewer segments at a time, or choose another device.</source>
        <translation>दूसरे प्रोग्राम बंद करें, एक बार में कम खंड ट्रांसक्राइब करें, या कोई दूसरा डिवाइस चुनें।</translation>
    </message>
    <message>
        <source>Close that program, or choose another microphone.</source>
        <translation>वह प्रोग्राम बंद करें, या कोई दूसरा माइक्रोफ़ोन चुनें।</translation>
    </message>
    <message>
        <source>Convert it to wav, flac, mp3 or m4a with the program that made it.</source>
        <translation>जिस प्रोग्राम से यह बनी है उसी से इसे wav, flac, mp3 या m4a में बदलें।</translation>
    </message>
    <message>
        <source>Copy or download it again, or convert it with the program that made it.</source>
        <translation>इसे फिर से कॉपी या डाउनलोड करें, या जिस प्रोग्राम से बनी है उसी से बदलें।</translation>
    </message>
    <message>
        <source>Copy or download it again; if this is the original, a repair tool for MP4 files may help.</source>
        <translation>इसे फिर से कॉपी या डाउनलोड करें; अगर यही मूल फ़ाइल है, तो MP4 सुधारने वाला कोई टूल मदद कर सकता है।</translation>
    </message>
    <message>
        <source>Copy the folder again from where it came, or download the model.</source>
        <translation>फ़ोल्डर को जहाँ से आया था वहाँ से फिर कॉपी करें, या मॉडल डाउनलोड करें।</translation>
    </message>
    <message>
        <source>Damaged sound was left out at {time}.</source>
        <translation>{time} पर ख़राब ध्वनि छोड़ दी गई।</translation>
    </message>
    <message>
        <source>Damaged sound was left out in {count} places, the first at {time}.</source>
        <translation>{count} जगहों पर ख़राब ध्वनि छोड़ दी गई, पहली {time} पर।</translation>
    </message>
    <message>
        <source>Delete the model and import it again.</source>
        <translation>मॉडल हटाएँ और फिर से इम्पोर्ट करें।</translation>
    </message>
    <message>
        <source>Devanagari</source>
        <translation>देवनागरी</translation>
    </message>
    <message>
        <source>Download it again, or trust whoever gave it to you.</source>
        <translation>इसे फिर से डाउनलोड करें, या जिसने दिया है उस पर भरोसा करें।</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>इसे फिर से डाउनलोड करें।</translation>
    </message>
    <message>
        <source>Download it with `hf download {download}`, or put its folder beside the model.</source>
        <translation>इसे `hf download {download}` से डाउनलोड करें, या इसका फ़ोल्डर मॉडल के पास रखें।</translation>
    </message>
    <message>
        <source>Download the adapter again at an exact revision.</source>
        <translation>एडाप्टर को किसी सटीक रिविज़न पर फिर से डाउनलोड करें।</translation>
    </message>
    <message>
        <source>Download the model again: only what is wrong is fetched.</source>
        <translation>मॉडल फिर से डाउनलोड करें: केवल जो ग़लत है वही लाया जाता है।</translation>
    </message>
    <message>
        <source>Downloads are switched off.</source>
        <translation>डाउनलोड बंद हैं।</translation>
    </message>
    <message>
        <source>English</source>
        <translation>अंग्रेज़ी</translation>
    </message>
    <message>
        <source>Free some space and go on: what was downloaded is kept.</source>
        <translation>थोड़ी जगह ख़ाली करें और जारी रखें: जो डाउनलोड हुआ वह रखा गया है।</translation>
    </message>
    <message>
        <source>Free some space or check the folder. What was written until then is kept.</source>
        <translation>जगह ख़ाली करें या फ़ोल्डर जाँचें। तब तक लिखा गया सब सुरक्षित है।</translation>
    </message>
    <message>
        <source>Free some space, or set HF_HOME to a folder on a larger disk.</source>
        <translation>थोड़ी जगह ख़ाली करें, या HF_HOME को किसी बड़ी डिस्क के फ़ोल्डर पर लगाएँ।</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>थोड़ी जगह ख़ाली करें।</translation>
    </message>
    <message>
        <source>French</source>
        <translation>फ़्रेंच</translation>
    </message>
    <message>
        <source>German</source>
        <translation>जर्मन</translation>
    </message>
    <message>
        <source>Go on in some minutes; with an access token the limit is higher. What was downloaded is kept.</source>
        <translation>कुछ मिनट बाद जारी रखें; ऐक्सेस टोकन के साथ सीमा ज़्यादा है। जो डाउनलोड हुआ वह रखा गया है।</translation>
    </message>
    <message>
        <source>Go on later: what was downloaded is kept.</source>
        <translation>बाद में जारी रखें: जो डाउनलोड हुआ वह रखा गया है।</translation>
    </message>
    <message>
        <source>Han</source>
        <translation>चीनी</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>हिन्दी</translation>
    </message>
    <message>
        <source>Hold on a little longer next time.</source>
        <translation>अगली बार थोड़ा और रुकें।</translation>
    </message>
    <message>
        <source>Install Anneal again, or choose a model&apos;s own folder.</source>
        <translation>Anneal फिर से इंस्टॉल करें, या किसी मॉडल का अपना फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>Choose the folder that holds the adapter, DiffusionGemma and Whisper, each in a folder of its own; or that of a whole Whisper.</source>
        <translation>वह फ़ोल्डर चुनें जिसमें अडैप्टर, DiffusionGemma और Whisper अपने-अपने फ़ोल्डर में हों, या पूरे Whisper का फ़ोल्डर।</translation>
    </message>
    <message>
        <source>A key such as Ctrl or Alt was held down.</source>
        <translation>Ctrl या Alt जैसी कुंजी दबी हुई थी।</translation>
    </message>
    <message>
        <source>Anneal does not know this key.</source>
        <translation>Anneal इस कुंजी को नहीं जानता।</translation>
    </message>
    <message>
        <source>Another program uses it.</source>
        <translation>दूसरा प्रोग्राम उसका उपयोग करता है।</translation>
    </message>
    <message>
        <source>Another window came to the front.</source>
        <translation>दूसरी विंडो सामने आ गई।</translation>
    </message>
    <message>
        <source>Audio track {track} of {count} contains only silence, noise or music.</source>
        <translation>{count} में से ऑडियो ट्रैक {track} में केवल ख़ामोशी, शोर या संगीत है।</translation>
    </message>
    <message>
        <source>Change fewer words at a time, or choose words with more sound.</source>
        <translation>एक बार में कम शब्द बदलें, या ज़्यादा आवाज़ वाले शब्द चुनें।</translation>
    </message>
    <message>
        <source>Choose a text file.</source>
        <translation>कोई टेक्स्ट फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>कोई दूसरा चुनें।</translation>
    </message>
    <message>
        <source>Delete {file} if it stays so; only the voices are lost.</source>
        <translation>यदि ऐसा ही रहे तो {file} हटा दें; केवल आवाज़ें खो जाएँगी।</translation>
    </message>
    <message>
        <source>Dictation by a shortcut is offered on Linux only.</source>
        <translation>शॉर्टकट से श्रुतलेख केवल Linux पर मिलता है।</translation>
    </message>
    <message>
        <source>In {folder} there is no whole Whisper, with config.json, tokenizer.json and the weights of its decoder.</source>
        <translation>{folder} में पूरा Whisper नहीं है: config.json, tokenizer.json और उसके डिकोडर के भार सहित।</translation>
    </message>
    <message>
        <source>Install Anneal again.</source>
        <translation>Anneal फिर से इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>Install a newer driver and restart: `{command}`.</source>
        <translation>नया ड्राइवर इंस्टॉल करें और रीस्टार्ट करें: `{command}`।</translation>
    </message>
    <message>
        <source>Install it (on Debian and Ubuntu: libportaudio2) and start Anneal again.</source>
        <translation>इसे इंस्टॉल करें (Debian और Ubuntu पर: libportaudio2) और Anneal फिर से शुरू करें।</translation>
    </message>
    <message>
        <source>Install it again.</source>
        <translation>इसे फिर से इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>Install one in the models window, or with `anneal models install {name}`.</source>
        <translation>मॉडल की खिड़की में, या `anneal models install {name}` से, कोई एक इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>Install the build for CUDA: `{command}`.</source>
        <translation>CUDA वाला संस्करण इंस्टॉल करें: `{command}`।</translation>
    </message>
    <message>
        <source>Install the model again.</source>
        <translation>मॉडल फिर से इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>It answered 401.</source>
        <translation>उसने 401 जवाब दिया।</translation>
    </message>
    <message>
        <source>It answered 429: too many requests from this network.</source>
        <translation>उसने 429 जवाब दिया: इस नेटवर्क से बहुत ज़्यादा अनुरोध।</translation>
    </message>
    <message>
        <source>It answered {status} for {repository}.</source>
        <translation>उसने {repository} के लिए {status} जवाब दिया।</translation>
    </message>
    <message>
        <source>It answered {status} several times.</source>
        <translation>उसने कई बार {status} जवाब दिया।</translation>
    </message>
    <message>
        <source>It cannot be opened</source>
        <translation>यह खुल नहीं रहा</translation>
    </message>
    <message>
        <source>It contains only silence, noise or music.</source>
        <translation>इसमें केवल ख़ामोशी, शोर या संगीत है।</translation>
    </message>
    <message>
        <source>It gave {kind}.</source>
        <translation>इसने {kind} दिया।</translation>
    </message>
    <message>
        <source>It has compute capability {has}, and torch {torch} was built for {least} to {most}.</source>
        <translation>इसकी कंप्यूट कैपेबिलिटी {has} है, और torch {torch} {least} से {most} के लिए बना है।</translation>
    </message>
    <message>
        <source>It has one audio track.</source>
        <translation>इसमें एक ऑडियो ट्रैक है।</translation>
    </message>
    <message>
        <source>It has version {version}, this Anneal knows {newest}.</source>
        <translation>इसका संस्करण {version} है, यह Anneal {newest} तक जानता है।</translation>
    </message>
    <message>
        <source>It has {count} audio tracks.</source>
        <translation>इसमें {count} ऑडियो ट्रैक हैं।</translation>
    </message>
    <message>
        <source>It holds Python objects besides weights, which could run code: {reason}</source>
        <translation>इसमें वेट के अलावा Python ऑब्जेक्ट हैं, जो कोड चला सकते हैं: {reason}</translation>
    </message>
    <message>
        <source>It is a recording of zero length.</source>
        <translation>यह शून्य लंबाई की रिकॉर्डिंग है।</translation>
    </message>
    <message>
        <source>It is a video without an audio track.</source>
        <translation>यह बिना ऑडियो ट्रैक का वीडियो है।</translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation>यह ख़राब है</translation>
    </message>
    <message>
        <source>It is in your library, and can be exported from there.</source>
        <translation>वह आपकी लाइब्रेरी में है और वहाँ से निर्यात किया जा सकता है।</translation>
    </message>
    <message>
        <source>It is not what was imported.</source>
        <translation>यह वह नहीं है जो इम्पोर्ट हुआ था।</translation>
    </message>
    <message>
        <source>It is not what {repository} holds.</source>
        <translation>यह वह नहीं है जो {repository} में है।</translation>
    </message>
    <message>
        <source>It is on the clipboard: paste it.</source>
        <translation>वह क्लिपबोर्ड पर है: उसे चिपकाएँ।</translation>
    </message>
    <message>
        <source>It is read-only</source>
        <translation>यह केवल पढ़ने के लिए है</translation>
    </message>
    <message>
        <source>It is revision {revision}, and you agreed to {agreed}.</source>
        <translation>यह रिविज़न {revision} है, और आपकी सहमति {agreed} के लिए थी।</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>फिर से कोशिश हो रही है।</translation>
    </message>
    <message>
        <source>It lacks {tokens}.</source>
        <translation>उसमें ये नहीं हैं: {tokens}।</translation>
    </message>
    <message>
        <source>It needs {needed} GB there, with some margin and room to keep packed weights; {free} GB are free.</source>
        <translation>इसे वहाँ {needed} GB चाहिए, कुछ गुंजाइश और पैक किए भारों की जगह समेत; {free} GB ख़ाली है।</translation>
    </message>
    <message>
        <source>It takes {needed} tokens; the model&apos;s canvas has {longest}.</source>
        <translation>इसे {needed} टोकन चाहिए; मॉडल के कैनवस में {longest} हैं।</translation>
    </message>
    <message>
        <source>It takes {needed} tokens; the sound has room for {longest}.</source>
        <translation>इसमें {needed} टोकन लगते हैं; आवाज़ में {longest} की जगह है।</translation>
    </message>
    <message>
        <source>It was begun with {before}.</source>
        <translation>इसे {before} से शुरू किया गया था।</translation>
    </message>
    <message>
        <source>It was deleted meanwhile.</source>
        <translation>इसे इस बीच हटा दिया गया।</translation>
    </message>
    <message>
        <source>It was made again from the journals, nothing is missing. The old one was kept as {file}.</source>
        <translation>इसे जर्नल से फिर बना लिया गया है, कुछ भी गुम नहीं है। पुराना {file} नाम से रखा गया है।</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted, or its name is misspelt.</source>
        <translation>इसे कहीं और ले जाया गया, नाम बदला गया, हटाया गया, या नाम ग़लत लिखा है।</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted.</source>
        <translation>उसे हटाया, मिटाया या उसका नाम बदला गया है।</translation>
    </message>
    <message>
        <source>It writes from left to right.</source>
        <translation>यह बाएँ से दाएँ लिखता है।</translation>
    </message>
    <message>
        <source>Its authors ask everybody to agree to their terms first.</source>
        <translation>इसके लेखक सबसे पहले अपनी शर्तों पर सहमति माँगते हैं।</translation>
    </message>
    <message>
        <source>Its authors want to know who downloads it, and no access token was given.</source>
        <translation>इसके लेखक जानना चाहते हैं कि कौन डाउनलोड करता है, और कोई ऐक्सेस टोकन नहीं दिया गया।</translation>
    </message>
    <message>
        <source>Its checksum is compared.</source>
        <translation>इसका चेकसम मिलाया जा रहा है।</translation>
    </message>
    <message>
        <source>Its checksum is not the one that the hub&apos;s cache promises.</source>
        <translation>इसका चेकसम वह नहीं है जो हब का कैश बताता है।</translation>
    </message>
    <message>
        <source>Its checksum is not the one that {repository} promises, twice in a row.</source>
        <translation>इसका चेकसम लगातार दो बार वह नहीं निकला जो {repository} बताता है।</translation>
    </message>
    <message>
        <source>Its driver does not answer: it is not loaded, or it was updated and the machine was not restarted since.</source>
        <translation>इसका ड्राइवर जवाब नहीं देता: वह लोड नहीं है, या अपडेट के बाद मशीन रीस्टार्ट नहीं हुई।</translation>
    </message>
    <message>
        <source>Its driver {driver} answers, but torch {torch} for CUDA {needs} finds no card.</source>
        <translation>इसका ड्राइवर {driver} जवाब देता है, पर CUDA {needs} वाले torch {torch} को कोई कार्ड नहीं मिलता।</translation>
    </message>
    <message>
        <source>Its driver {driver} supports CUDA up to {has}, and the installed torch needs {needs}.</source>
        <translation>इसका ड्राइवर {driver} CUDA {has} तक चलाता है, और इंस्टॉल किए गए torch को {needs} चाहिए।</translation>
    </message>
    <message>
        <source>Its encoder and projector turn silence into values that are no numbers. Weights that are none: {weights}.</source>
        <translation>इसके एन्कोडर और प्रोजेक्टर मौन से ऐसे मान बनाते हैं जो संख्याएँ नहीं हैं। जो भार संख्या नहीं हैं: {weights}।</translation>
    </message>
    <message>
        <source>Its format is unknown here, or the file is damaged at its very start.</source>
        <translation>इसका फ़ॉर्मैट यहाँ अनजान है, या फ़ाइल शुरू से ही ख़राब है।</translation>
    </message>
    <message>
        <source>Its index is missing, which recorders and cameras write last, so nothing in it can be found.</source>
        <translation>इसकी अनुक्रमणिका नहीं है, जिसे रिकॉर्डर और कैमरे आख़िर में लिखते हैं, इसलिए इसमें कुछ नहीं मिल सकता।</translation>
    </message>
    <message>
        <source>Its parts are not all here.</source>
        <translation>इसके सभी हिस्से यहाँ नहीं हैं।</translation>
    </message>
    <message>
        <source>Its portal has no remote keyboard.</source>
        <translation>उसके पोर्टल में रिमोट कीबोर्ड नहीं है।</translation>
    </message>
    <message>
        <source>Its projector leads from {width_in} to {width_out}, but the encoder&apos;s frames are {frame_width} wide and the backbone&apos;s tokens {token_width}.</source>
        <translation>इसका प्रोजेक्टर {width_in} से {width_out} तक जाता है, पर एनकोडर के फ़्रेम {frame_width} और बैकबोन के टोकन {token_width} चौड़े हैं।</translation>
    </message>
    <message>
        <source>Its revision is not exact: {revision} is no full commit hash.</source>
        <translation>इसका रिविज़न सटीक नहीं है: {revision} पूरा कमिट हैश नहीं है।</translation>
    </message>
    <message>
        <source>Its shape is {shape}; one channel at 16 kHz, of one sample or more, is needed.</source>
        <translation>इसका आकार {shape} है; 16 kHz का एक चैनल चाहिए, जिसमें कम से कम एक सैंपल हो।</translation>
    </message>
    <message>
        <source>Its sound could not be decoded, or memory ran out.</source>
        <translation>इसकी ध्वनि डिकोड नहीं हो सकी, या मेमोरी कम पड़ गई।</translation>
    </message>
    <message>
        <source>Its sound could not be decoded.</source>
        <translation>उसकी ध्वनि डिकोड नहीं हो सकी।</translation>
    </message>
    <message>
        <source>Its sound is encrypted (DRM) and can be decoded only by the player it was bought for.</source>
        <translation>इसकी आवाज़ एन्क्रिप्टेड (DRM) है और सिर्फ़ उसी प्लेयर से चल सकती है जिसके लिए ख़रीदी गई थी।</translation>
    </message>
    <message>
        <source>Its text is kept. Make room on the disk, or keep fewer replays.</source>
        <translation>इसका टेक्स्ट सुरक्षित है। डिस्क पर जगह बनाएँ, या कम रीप्ले रखें।</translation>
    </message>
    <message>
        <source>Its vocabulary has no {script} letters.</source>
        <translation>इसकी शब्दावली में {script} अक्षर नहीं हैं।</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>लैटिन</translation>
    </message>
    <message>
        <source>Loading it needs {needs} GB of main memory, and {free} GB are free.</source>
        <translation>इसे लोड करने के लिए {needs} GB मुख्य मेमोरी चाहिए, और {free} GB ख़ाली है।</translation>
    </message>
    <message>
        <source>Look at {link}, or update Anneal.</source>
        <translation>{link} देखें, या Anneal अपडेट करें।</translation>
    </message>
    <message>
        <source>Make a new token at huggingface.co, under Settings, Access Tokens, and enter it here.</source>
        <translation>huggingface.co पर Settings, Access Tokens में नया टोकन बनाएँ और यहाँ डालें।</translation>
    </message>
    <message>
        <source>Make it readable or choose another one in the settings; Anneal goes on trying.</source>
        <translation>उसे पढ़ने योग्य बनाएँ या सेटिंग में दूसरा चुनें; Anneal कोशिश जारी रखता है।</translation>
    </message>
    <message>
        <source>Make room on the disk and try again.</source>
        <translation>डिस्क पर जगह बनाएँ और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable, then start Anneal again.</source>
        <translation>डिस्क पर जगह बनाएँ या फ़ोल्डर में लिखने की अनुमति दें, फिर Anneal दोबारा शुरू करें।</translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable; what is on screen can be exported or copied.</source>
        <translation>डिस्क पर जगह बनाएँ या फ़ोल्डर में लिखने की अनुमति दें; जो स्क्रीन पर है उसे एक्सपोर्ट या कॉपी किया जा सकता है।</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>डिस्क पर जगह बनाएँ, फिर दोबारा कोशिश करें।</translation>
    </message>
    <message>
        <source>Make the folder {folder} readable.</source>
        <translation>फ़ोल्डर {folder} पढ़ने की अनुमति दें।</translation>
    </message>
    <message>
        <source>Make the library&apos;s folder writable.</source>
        <translation>लाइब्रेरी के फ़ोल्डर में लिखने की अनुमति दें।</translation>
    </message>
    <message>
        <source>Mandarin</source>
        <translation>मंदारिन</translation>
    </message>
    <message>
        <source>Missing: {missing}. Unknown: {unknown}.</source>
        <translation>नहीं मिला: {missing}। अनजान: {unknown}।</translation>
    </message>
    <message>
        <source>Mix the channels down and resample first, or pass a file.</source>
        <translation>पहले चैनल मिलाएँ और रीसैंपल करें, या कोई फ़ाइल दें।</translation>
    </message>
    <message>
        <source>Neither checkpoint nor sources tell it, and the backbone&apos;s vocabulary has none of {texts}.</source>
        <translation>न चेकपॉइंट बताता है न सोर्स, और बैकबोन की शब्दावली में {texts} में से कोई नहीं है।</translation>
    </message>
    <message>
        <source>No CUDA card can be used.</source>
        <translation>कोई CUDA कार्ड इस्तेमाल नहीं हो सकता।</translation>
    </message>
    <message>
        <source>No adapter in {folder}.</source>
        <translation>{folder} में कोई एडाप्टर नहीं है।</translation>
    </message>
    <message>
        <source>No key of this keyboard layout gives it.</source>
        <translation>इस कीबोर्ड लेआउट की कोई कुंजी उसे नहीं देती।</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>कोई माइक्रोफ़ोन नहीं मिला।</translation>
    </message>
    <message>
        <source>No model in {folder}.</source>
        <translation>{folder} में कोई मॉडल नहीं है।</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>कोई मॉडल इंस्टॉल नहीं है।</translation>
    </message>
    <message>
        <source>No session bus answers.</source>
        <translation>कोई सत्र बस उत्तर नहीं देती।</translation>
    </message>
    <message>
        <source>None of its sizes is installed.</source>
        <translation>इसका कोई भी आकार इंस्टॉल नहीं है।</translation>
    </message>
    <message>
        <source>Not found: {missing}.</source>
        <translation>नहीं मिला: {missing}।</translation>
    </message>
    <message>
        <source>Not understood: {names}.</source>
        <translation>समझ में नहीं आया: {names}।</translation>
    </message>
    <message>
        <source>Nothing can be played yet.</source>
        <translation>अभी कुछ भी चलाया नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Nothing can be played.</source>
        <translation>कुछ भी चलाया नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Nothing in it could be recognised as sound, or it is damaged from its start.</source>
        <translation>इसमें आवाज़ जैसा कुछ नहीं पहचाना गया, या यह शुरू से ही ख़राब है।</translation>
    </message>
    <message>
        <source>Nothing is known about where its files came from.</source>
        <translation>इसकी फ़ाइलें कहाँ से आईं, यह पता नहीं है।</translation>
    </message>
    <message>
        <source>Nothing of {repository} came for a while, in several tries.</source>
        <translation>कई कोशिशों में {repository} से कुछ देर तक कुछ नहीं आया।</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>कुछ रिकॉर्ड नहीं हुआ।</translation>
    </message>
    <message>
        <source>On the processor alone, which takes minutes for seconds of sound, it needs {needs} GB of main memory, of which {free} GB are free.</source>
        <translation>केवल प्रोसेसर पर, जो कुछ सेकंड की आवाज़ में मिनटों लेता है, {needs} GB मुख्य मेमोरी चाहिए, जिसमें से {free} GB ख़ाली है।</translation>
    </message>
    <message>
        <source>Only files can be transcribed.</source>
        <translation>केवल फ़ाइलें ट्रांसक्राइब हो सकती हैं।</translation>
    </message>
    <message>
        <source>Open {link}, agree, and try again. Some authors answer only after a while.</source>
        <translation>{link} खोलें, सहमति दें और फिर कोशिश करें। कुछ लेखक थोड़ी देर बाद ही जवाब देते हैं।</translation>
    </message>
    <message>
        <source>Perhaps it was stopped as soon as it was started; record it again or choose another file.</source>
        <translation>शायद शुरू होते ही इसे रोक दिया गया; फिर से रिकॉर्ड करें या कोई दूसरी फ़ाइल चुनें।</translation>
    </message>
    <message>
        <source>Play it when the recording has ended.</source>
        <translation>रिकॉर्डिंग समाप्त होने पर इसे चलाएँ।</translation>
    </message>
    <message>
        <source>Please look for the speakers again.</source>
        <translation>कृपया वक्ताओं को फिर से खोजें।</translation>
    </message>
    <message>
        <source>Please open the transcript again and repeat it.</source>
        <translation>ट्रांसक्रिप्ट फिर से खोलें और दोहराएँ।</translation>
    </message>
    <message>
        <source>Please report it.</source>
        <translation>कृपया इसकी सूचना दें।</translation>
    </message>
    <message>
        <source>Please try again.</source>
        <translation>कृपया फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>Please update Anneal. Nothing was changed.</source>
        <translation>कृपया Anneal अपडेट करें। कुछ भी बदला नहीं गया।</translation>
    </message>
    <message>
        <source>Plug in headphones or loudspeakers, or choose an output in the system&apos;s sound settings.</source>
        <translation>हेडफ़ोन या स्पीकर लगाएँ, या सिस्टम की ध्वनि सेटिंग में कोई आउटपुट चुनें।</translation>
    </message>
    <message>
        <source>Plug one in and press Record again, or open a file instead.</source>
        <translation>कोई माइक्रोफ़ोन लगाएँ और फिर “रिकॉर्ड करें” दबाएँ, या इसके बजाय कोई फ़ाइल खोलें।</translation>
    </message>
    <message>
        <source>Read the code of this revision and agree to it, or leave the reference runner off.</source>
        <translation>इस रिविज़न का कोड पढ़कर सहमति दें, या रेफ़रेंस रनर बंद रहने दें।</translation>
    </message>
    <message>
        <source>Record in the window instead.</source>
        <translation>इसके बजाय विंडो में रिकॉर्ड करें।</translation>
    </message>
    <message>
        <source>Record the microphone, or install them (on Debian and Ubuntu: pulseaudio-utils).</source>
        <translation>माइक्रोफ़ोन रिकॉर्ड करें, या इन्हें इंस्टॉल करें (Debian और Ubuntu पर: pulseaudio-utils)।</translation>
    </message>
    <message>
        <source>Record, copy or download it again.</source>
        <translation>इसे फिर से रिकॉर्ड, कॉपी या डाउनलोड करें।</translation>
    </message>
    <message>
        <source>Recording is not possible yet.</source>
        <translation>अभी रिकॉर्ड करना संभव नहीं है।</translation>
    </message>
    <message>
        <source>Recording stopped before any sound arrived.</source>
        <translation>कोई आवाज़ आने से पहले ही रिकॉर्डिंग रुक गई।</translation>
    </message>
    <message>
        <source>Reinstall torch, and test the machine&apos;s memory.</source>
        <translation>torch फिर से इंस्टॉल करें, और मशीन की मेमोरी जाँचें।</translation>
    </message>
    <message>
        <source>Remove it first.</source>
        <translation>पहले इसे हटाएँ।</translation>
    </message>
    <message>
        <source>Report this to its authors.</source>
        <translation>इसकी सूचना इसके लेखकों को दें।</translation>
    </message>
    <message>
        <source>Restart the machine. If that does not help, install the driver again: `{command}`.</source>
        <translation>मशीन रीस्टार्ट करें। काम न बने तो ड्राइवर फिर से इंस्टॉल करें: `{command}`।</translation>
    </message>
    <message>
        <source>See at {link} whether you must agree to something, and whether your token may read gated repositories.</source>
        <translation>{link} पर देखें कि क्या किसी बात पर सहमति देनी है, और क्या आपका टोकन सीमित रिपॉज़िटरी पढ़ सकता है।</translation>
    </message>
    <message>
        <source>See that CUDA_VISIBLE_DEVICES is not empty and that you may open /dev/nvidia0, then ask `nvidia-smi`.</source>
        <translation>देखें कि CUDA_VISIBLE_DEVICES ख़ाली नहीं है और आप /dev/nvidia0 खोल सकते हैं, फिर `nvidia-smi` चलाएँ।</translation>
    </message>
    <message>
        <source>See that the clock is right. Where a company inspects its traffic, set SSL_CERT_FILE to its certificate.</source>
        <translation>देखें कि घड़ी सही है। जहाँ कंपनी अपना ट्रैफ़िक जाँचती है, वहाँ SSL_CERT_FILE को उसके सर्टिफ़िकेट पर लगाएँ।</translation>
    </message>
    <message>
        <source>See that the folder can be written to.</source>
        <translation>देखें कि फ़ोल्डर में लिखा जा सकता है।</translation>
    </message>
    <message>
        <source>Show where it is now; the text is kept in any case.</source>
        <translation>बताएँ कि वह अब कहाँ है; पाठ हर हाल में सुरक्षित है।</translation>
    </message>
    <message>
        <source>Show where the recording is now; the text is kept in any case.</source>
        <translation>बताएँ कि रिकॉर्डिंग अब कहाँ है; पाठ हर हाल में सुरक्षित है।</translation>
    </message>
    <message>
        <source>Sign in at {link}, agree there, make a token under Settings, Access Tokens, and enter it here.</source>
        <translation>{link} पर साइन इन करें, वहाँ सहमति दें, Settings, Access Tokens में टोकन बनाएँ और यहाँ डालें।</translation>
    </message>
    <message>
        <source>Some settings made no sense.</source>
        <translation>कुछ सेटिंग का कोई मतलब नहीं निकला।</translation>
    </message>
    <message>
        <source>Something could not be read or written.</source>
        <translation>कुछ पढ़ा या लिखा नहीं जा सका।</translation>
    </message>
    <message>
        <source>Something went wrong that Anneal did not expect.</source>
        <translation>ऐसी गड़बड़ी हुई जिसकी Anneal को उम्मीद नहीं थी।</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>स्पैनिश</translation>
    </message>
    <message>
        <source>Split the segment first, or change fewer words at a time.</source>
        <translation>पहले खंड को बाँटें, या एक बार में कम शब्द बदलें।</translation>
    </message>
    <message>
        <source>Switch dictation off and on again.</source>
        <translation>श्रुतलेख बंद करके फिर चालू करें।</translation>
    </message>
    <message>
        <source>Switch it off and on to be asked again.</source>
        <translation>फिर से पूछे जाने के लिए इसे बंद करके चालू करें।</translation>
    </message>
    <message>
        <source>That needs PulseAudio or PipeWire, and their programs pactl and parec.</source>
        <translation>इसके लिए PulseAudio या PipeWire और उनके प्रोग्राम pactl और parec चाहिए।</translation>
    </message>
    <message>
        <source>The CPU computes wrong results.</source>
        <translation>CPU ग़लत नतीजे दे रहा है।</translation>
    </message>
    <message>
        <source>The X server cannot be used for dictation.</source>
        <translation>श्रुतलेख के लिए X सर्वर का उपयोग नहीं हो सकता।</translation>
    </message>
    <message>
        <source>The access token could not be kept.</source>
        <translation>ऐक्सेस टोकन सहेजा नहीं जा सका।</translation>
    </message>
    <message>
        <source>The adapter cannot be loaded by its own code.</source>
        <translation>एडाप्टर अपने ही कोड से लोड नहीं हो पा रहा।</translation>
    </message>
    <message>
        <source>The adapter failed in its own code.</source>
        <translation>एडाप्टर अपने ही कोड में विफल हुआ।</translation>
    </message>
    <message>
        <source>The adapter in {folder} contradicts itself.</source>
        <translation>{folder} का एडाप्टर ख़ुद से मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>The adapter in {folder} is incomplete.</source>
        <translation>{folder} का एडाप्टर अधूरा है।</translation>
    </message>
    <message>
        <source>The adapter in {folder} is not laid out in a way Anneal knows.</source>
        <translation>{folder} के एडाप्टर की बनावट Anneal नहीं पहचानता।</translation>
    </message>
    <message>
        <source>The adapter&apos;s LoRA does not fit the backbone.</source>
        <translation>एडाप्टर का LoRA बैकबोन से मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>The adapter&apos;s own code gave no text.</source>
        <translation>एडाप्टर के अपने कोड ने कोई टेक्स्ट नहीं दिया।</translation>
    </message>
    <message>
        <source>The adapter&apos;s own code is not run.</source>
        <translation>एडाप्टर का अपना कोड नहीं चलाया जाता।</translation>
    </message>
    <message>
        <source>The adapter&apos;s {part} is unknown.</source>
        <translation>एडाप्टर में यह अनजान है: {part}।</translation>
    </message>
    <message>
        <source>The annealing could not be written to {file}.</source>
        <translation>बनने की प्रक्रिया {file} में लिखी नहीं जा सकी।</translation>
    </message>
    <message>
        <source>The backbone in {folder} cannot be read.</source>
        <translation>{folder} का बैकबोन पढ़ा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The backbone in {folder} does not fit its configuration.</source>
        <translation>{folder} का बैकबोन अपने कॉन्फ़िगरेशन से मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>The card {card} cannot compute in bf16, which begins with compute capability 8.0.</source>
        <translation>कार्ड {card} bf16 में गणना नहीं कर सकता, जो कंप्यूट कैपेबिलिटी 8.0 से शुरू होता है।</translation>
    </message>
    <message>
        <source>The card {card} does not work.</source>
        <translation>कार्ड {card} काम नहीं कर रहा।</translation>
    </message>
    <message>
        <source>The card {card} is not used.</source>
        <translation>कार्ड {card} इस्तेमाल नहीं हो रहा।</translation>
    </message>
    <message>
        <source>The computer was too busy to keep up.</source>
        <translation>कंप्यूटर बहुत व्यस्त था और साथ नहीं दे पाया।</translation>
    </message>
    <message>
        <source>The copy needs {needed} GB with some margin, and {free} GB are free.</source>
        <translation>कॉपी को कुछ गुंजाइश समेत {needed} GB चाहिए, और {free} GB ख़ाली है।</translation>
    </message>
    <message>
        <source>The decoded sound could not be kept in a temporary file.</source>
        <translation>डिकोड की गई आवाज़ अस्थायी फ़ाइल में नहीं रखी जा सकी।</translation>
    </message>
    <message>
        <source>The desktop cannot be asked.</source>
        <translation>डेस्कटॉप से पूछा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The desktop did not allow it.</source>
        <translation>डेस्कटॉप ने इसकी अनुमति नहीं दी।</translation>
    </message>
    <message>
        <source>The desktop has taken the shortcut for dictation back.</source>
        <translation>डेस्कटॉप ने श्रुतलेख का शॉर्टकट वापस ले लिया।</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal does not answer</source>
        <translation>डेस्कटॉप का पोर्टल उत्तर नहीं देता</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>डिस्क भर गई है</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>डिस्क भर गई है।</translation>
    </message>
    <message>
        <source>The download could not be written.</source>
        <translation>डाउनलोड लिखा नहीं जा सका।</translation>
    </message>
    <message>
        <source>The download stands still.</source>
        <translation>डाउनलोड रुका हुआ है।</translation>
    </message>
    <message>
        <source>The export could not be written.</source>
        <translation>निर्यात लिखा नहीं जा सका।</translation>
    </message>
    <message>
        <source>The file has a size of zero bytes: a recording, copy or download was interrupted.</source>
        <translation>फ़ाइल का आकार शून्य बाइट है: रिकॉर्डिंग, कॉपी या डाउनलोड बीच में रुक गया।</translation>
    </message>
    <message>
        <source>The file has no sound for {length} from {time} on; silence stands there.</source>
        <translation>फ़ाइल में {time} से {length} तक कोई ध्वनि नहीं है; वहाँ सन्नाटा रखा गया।</translation>
    </message>
    <message>
        <source>The file has no sound in {count} places, for {length} in all, the first at {time}.</source>
        <translation>फ़ाइल में {count} जगहों पर, कुल {length}, कोई ध्वनि नहीं है; पहली जगह {time} पर।</translation>
    </message>
    <message>
        <source>The file is damaged</source>
        <translation>फ़ाइल ख़राब है</translation>
    </message>
    <message>
        <source>The file is damaged, or is something else under the name of an audio file.</source>
        <translation>फ़ाइल ख़राब है, या ऑडियो फ़ाइल के नाम पर कुछ और है।</translation>
    </message>
    <message>
        <source>The file seems to end early, after {heard}.</source>
        <translation>लगता है कि फ़ाइल {heard} के बाद समय से पहले ही समाप्त हो जाती है।</translation>
    </message>
    <message>
        <source>The file {file} cannot be read.</source>
        <translation>फ़ाइल {file} पढ़ी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>The folder holds revision {held}, not {revision}.</source>
        <translation>फ़ोल्डर में रिविज़न {held} है, {revision} नहीं।</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used.</source>
        <translation>फ़ोल्डर {folder} इस्तेमाल नहीं हो सकता।</translation>
    </message>
    <message>
        <source>The hub answered 403.</source>
        <translation>हब ने 403 जवाब दिया।</translation>
    </message>
    <message>
        <source>The hub answered 404.</source>
        <translation>हब ने 404 जवाब दिया।</translation>
    </message>
    <message>
        <source>The hub answered {status}: it was moved, renamed or taken down.</source>
        <translation>हब ने {status} जवाब दिया: यह कहीं और ले जाया गया, नाम बदला गया या हटाया गया।</translation>
    </message>
    <message>
        <source>The hub asks to slow down.</source>
        <translation>हब धीमे चलने को कहता है।</translation>
    </message>
    <message>
        <source>The hub cannot be reached.</source>
        <translation>हब तक पहुँचा नहीं जा सका।</translation>
    </message>
    <message>
        <source>The hub does not know this access token.</source>
        <translation>हब यह ऐक्सेस टोकन नहीं पहचानता।</translation>
    </message>
    <message>
        <source>The hub has a problem of its own.</source>
        <translation>हब में ख़ुद कोई समस्या है।</translation>
    </message>
    <message>
        <source>The hub refused.</source>
        <translation>हब ने मना कर दिया।</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate was not accepted.</source>
        <translation>हब का सर्टिफ़िकेट स्वीकार नहीं हुआ।</translation>
    </message>
    <message>
        <source>The installed torch has no code for the card {card}.</source>
        <translation>इंस्टॉल किए गए torch में कार्ड {card} के लिए कोड नहीं है।</translation>
    </message>
    <message>
        <source>The installed torch was built for the CPU only.</source>
        <translation>इंस्टॉल किया गया torch सिर्फ़ CPU के लिए बना है।</translation>
    </message>
    <message>
        <source>The keyboard layout lacks letters of it, and has no free key to put them on.</source>
        <translation>कीबोर्ड लेआउट में इसके कुछ अक्षर नहीं हैं, और उनके लिए कोई खाली कुंजी नहीं है।</translation>
    </message>
    <message>
        <source>The language models {file} cannot be read.</source>
        <translation>भाषा मॉडल {file} पढ़े नहीं जा सकते।</translation>
    </message>
    <message>
        <source>The microphone could not be opened.</source>
        <translation>माइक्रोफ़ोन नहीं खुल सका।</translation>
    </message>
    <message>
        <source>The microphone is in use.</source>
        <translation>माइक्रोफ़ोन इस्तेमाल में है।</translation>
    </message>
    <message>
        <source>The microphone stopped sending sound.</source>
        <translation>माइक्रोफ़ोन ने आवाज़ भेजना बंद कर दिया।</translation>
    </message>
    <message>
        <source>The microphone was recorded to the end.</source>
        <translation>माइक्रोफ़ोन अंत तक रिकॉर्ड हुआ।</translation>
    </message>
    <message>
        <source>The model and this recording do not fit beside what else is in use.</source>
        <translation>बाकी चल रही चीज़ों के साथ मॉडल और यह रिकॉर्डिंग मेमोरी में नहीं समाते।</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be read.</source>
        <translation>{folder} का मॉडल पढ़ा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The model in {folder} has layout version {version}.</source>
        <translation>{folder} के मॉडल का लेआउट संस्करण {version} है।</translation>
    </message>
    <message>
        <source>The model in {folder} is incomplete.</source>
        <translation>{folder} का मॉडल अधूरा है।</translation>
    </message>
    <message>
        <source>The model sent no result.</source>
        <translation>मॉडल ने कोई नतीजा नहीं दिया।</translation>
    </message>
    <message>
        <source>The model {name} is no longer there.</source>
        <translation>मॉडल {name} अब वहाँ नहीं है।</translation>
    </message>
    <message>
        <source>The new words were not put in.</source>
        <translation>नए शब्द नहीं डाले गए।</translation>
    </message>
    <message>
        <source>The old file could not be set aside. Anneal uses its defaults.</source>
        <translation>पुरानी फ़ाइल अलग नहीं रखी जा सकी। Anneal डिफ़ॉल्ट सेटिंग इस्तेमाल करता है।</translation>
    </message>
    <message>
        <source>The old file was kept as {file}. Anneal uses its defaults.</source>
        <translation>पुरानी फ़ाइल {file} नाम से रखी गई है। Anneal डिफ़ॉल्ट सेटिंग इस्तेमाल करता है।</translation>
    </message>
    <message>
        <source>The parts of {model} do not belong together.</source>
        <translation>{model} के हिस्से एक-दूसरे के नहीं हैं।</translation>
    </message>
    <message>
        <source>The playback stopped.</source>
        <translation>प्लेबैक रुक गया।</translation>
    </message>
    <message>
        <source>The projector of {model} does not fit its description.</source>
        <translation>{model} का प्रोजेक्टर अपने विवरण से मेल नहीं खाता।</translation>
    </message>
    <message>
        <source>The proxy did not let the download through.</source>
        <translation>प्रॉक्सी ने डाउनलोड को आगे नहीं जाने दिया।</translation>
    </message>
    <message>
        <source>The recording could not be read while it was made.</source>
        <translation>रिकॉर्ड होते समय रिकॉर्डिंग पढ़ी नहीं जा सकी।</translation>
    </message>
    <message>
        <source>The recording could not be written.</source>
        <translation>रिकॉर्डिंग लिखी नहीं जा सकी।</translation>
    </message>
    <message>
        <source>The recording ended early.</source>
        <translation>रिकॉर्डिंग समय से पहले ख़त्म हो गई।</translation>
    </message>
    <message>
        <source>The recording has gaps.</source>
        <translation>रिकॉर्डिंग में बीच-बीच में कमी है।</translation>
    </message>
    <message>
        <source>The remembered voices cannot be read.</source>
        <translation>याद रखी गई आवाज़ें पढ़ी नहीं जा सकतीं।</translation>
    </message>
    <message>
        <source>The request was declined.</source>
        <translation>अनुरोध अस्वीकार किया गया।</translation>
    </message>
    <message>
        <source>The segment was changed meanwhile.</source>
        <translation>इस बीच खंड बदल दिया गया।</translation>
    </message>
    <message>
        <source>The shortcut {shortcut} cannot be used.</source>
        <translation>शॉर्टकट {shortcut} का उपयोग नहीं हो सकता।</translation>
    </message>
    <message>
        <source>The shortcut {shortcut} is taken.</source>
        <translation>शॉर्टकट {shortcut} पहले से लिया हुआ है।</translation>
    </message>
    <message>
        <source>The sound ends early: there are {heard} of {promised}.</source>
        <translation>ध्वनि समय से पहले ख़त्म होती है: {promised} में से {heard} मौजूद है।</translation>
    </message>
    <message>
        <source>The sound from {start} s to {end} s could not be read.</source>
        <translation>{start} s से {end} s तक की ध्वनि पढ़ी नहीं जा सकी।</translation>
    </message>
    <message>
        <source>The sound in {file} cannot be decoded.</source>
        <translation>{file} की आवाज़ डिकोड नहीं हो सकती।</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing.</source>
        <translation>साउंड लाइब्रेरी PortAudio नहीं है।</translation>
    </message>
    <message>
        <source>The sound of the computer is missing from some moment on.</source>
        <translation>कंप्यूटर की आवाज़ एक समय के बाद नहीं है।</translation>
    </message>
    <message>
        <source>The sound of this computer cannot be recorded.</source>
        <translation>इस कंप्यूटर की आवाज़ रिकॉर्ड नहीं की जा सकती।</translation>
    </message>
    <message>
        <source>The sound output is gone.</source>
        <translation>ध्वनि आउटपुट अब उपलब्ध नहीं है।</translation>
    </message>
    <message>
        <source>The sound server stopped sending it.</source>
        <translation>साउंड सर्वर ने उसे भेजना बंद कर दिया।</translation>
    </message>
    <message>
        <source>The sound system did not accept it.</source>
        <translation>साउंड सिस्टम ने इसे स्वीकार नहीं किया।</translation>
    </message>
    <message>
        <source>The spectrogram of {file} could not be computed.</source>
        <translation>{file} का स्पेक्ट्रोग्राम नहीं बन सका।</translation>
    </message>
    <message>
        <source>The speech encoder in {folder} cannot be read.</source>
        <translation>{folder} का स्पीच एनकोडर पढ़ा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The steps of a segment could not be kept for a replay.</source>
        <translation>एक खंड के चरण रीप्ले के लिए नहीं रखे जा सके।</translation>
    </message>
    <message>
        <source>The system does not allow it.</source>
        <translation>सिस्टम इसकी अनुमति नहीं देता।</translation>
    </message>
    <message>
        <source>The system has no sound output that works.</source>
        <translation>सिस्टम में कोई चालू ध्वनि आउटपुट नहीं है।</translation>
    </message>
    <message>
        <source>The system lists no sound input.</source>
        <translation>सिस्टम में कोई साउंड इनपुट नहीं दिखता।</translation>
    </message>
    <message>
        <source>The system says: {reason}.</source>
        <translation>सिस्टम का कहना है: {reason}।</translation>
    </message>
    <message>
        <source>The text goes to the clipboard: paste it.</source>
        <translation>पाठ क्लिपबोर्ड में जाता है: उसे चिपकाएँ।</translation>
    </message>
    <message>
        <source>The text is kept.</source>
        <translation>पाठ सुरक्षित है।</translation>
    </message>
    <message>
        <source>The text was changed in another window meanwhile.</source>
        <translation>इस बीच टेक्स्ट दूसरी विंडो में बदल दिया गया।</translation>
    </message>
    <message>
        <source>The text was changed meanwhile.</source>
        <translation>इस बीच पाठ बदल दिया गया।</translation>
    </message>
    <message>
        <source>The text was not typed to its end.</source>
        <translation>पाठ अंत तक टाइप नहीं किया गया।</translation>
    </message>
    <message>
        <source>The text was not typed.</source>
        <translation>पाठ टाइप नहीं किया गया।</translation>
    </message>
    <message>
        <source>The transcription ended early.</source>
        <translation>ट्रांसक्रिप्शन समय से पहले ख़त्म हो गया।</translation>
    </message>
    <message>
        <source>The variable HF_HUB_OFFLINE is set.</source>
        <translation>HF_HUB_OFFLINE वेरिएबल लगा हुआ है।</translation>
    </message>
    <message>
        <source>The vocabulary of {model} is another model&apos;s.</source>
        <translation>{model} की शब्दावली किसी दूसरे मॉडल की है।</translation>
    </message>
    <message>
        <source>The voice could not be remembered.</source>
        <translation>आवाज़ याद नहीं रखी जा सकी।</translation>
    </message>
    <message>
        <source>The voice encoder {file} cannot be read.</source>
        <translation>आवाज़ एनकोडर {file} पढ़ा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The waveform is shown in its place.</source>
        <translation>उसकी जगह तरंगरूप दिखाया गया है।</translation>
    </message>
    <message>
        <source>This desktop lets no program type.</source>
        <translation>यह डेस्कटॉप किसी प्रोग्राम को टाइप नहीं करने देता।</translation>
    </message>
    <message>
        <source>This desktop offers no global shortcuts.</source>
        <translation>यह डेस्कटॉप हर जगह के शॉर्टकट नहीं देता।</translation>
    </message>
    <message>
        <source>This is too much text for the sound.</source>
        <translation>इस आवाज़ के लिए यह पाठ बहुत ज़्यादा है।</translation>
    </message>
    <message>
        <source>Under Wayland only the desktop itself can give them, by its portal, and this one does not.</source>
        <translation>Wayland में केवल डेस्कटॉप ही अपने पोर्टल से उन्हें दे सकता है, और यह नहीं देता।</translation>
    </message>
    <message>
        <source>Use KDE Plasma, GNOME 48 or newer, or a session on X11.</source>
        <translation>KDE Plasma, GNOME 48 या नया, या X11 सत्र का उपयोग करें।</translation>
    </message>
    <message>
        <source>What was said is in the file: open {file} to transcribe it.</source>
        <translation>जो कहा गया वह फ़ाइल में है: लिखने के लिए {file} खोलें।</translation>
    </message>
    <message>
        <source>Whisper</source>
        <translation>Whisper</translation>
    </message>
    <message>
        <source>{shortcut} cannot be a global shortcut.</source>
        <translation>{shortcut} हर जगह का शॉर्टकट नहीं हो सकता।</translation>
    </message>
    <message>
        <source>The vocabulary {file} cannot be read.</source>
        <translation>शब्दावली {file} पढ़ी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>Choose a line of text and listen to that again.</source>
        <translation>पाठ की कोई पंक्ति चुनें और उसे फिर सुनें।</translation>
    </message>
    <message>
        <source>No speech found in {file}.</source>
        <translation>{file} में कोई बोली नहीं मिली।</translation>
    </message>
    <message>
        <source>Please listen to it again.</source>
        <translation>कृपया इसे फिर से सुनें।</translation>
    </message>
    <message>
        <source>The text of {file} could not be written to {folder}.</source>
        <translation>{file} का पाठ {folder} में नहीं लिखा जा सका।</translation>
    </message>
    <message>
        <source>The watched folder {folder} cannot be read.</source>
        <translation>निगरानी वाला फ़ोल्डर {folder} पढ़ा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>The weights of {model} cannot be read.</source>
        <translation>{model} के वेट पढ़े नहीं जा सकते।</translation>
    </message>
    <message>
        <source>The weights of {model} do not fit its adapter.json.</source>
        <translation>{model} के वेट उसके adapter.json से मेल नहीं खाते।</translation>
    </message>
    <message>
        <source>The whole model in bf16 needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation>bf16 में पूरे मॉडल को {needs} GB चाहिए, और {card} में {total} में से {free} GB ख़ाली है।</translation>
    </message>
    <message>
        <source>The {part} that {model} needs is not here.</source>
        <translation>{model} को जो हिस्सा चाहिए वह यहाँ नहीं है: {part}।</translation>
    </message>
    <message>
        <source>There is a folder {folder}.</source>
        <translation>फ़ोल्डर {folder} पहले से है।</translation>
    </message>
    <message>
        <source>There is no CUDA card that can be used.</source>
        <translation>इस्तेमाल के लायक कोई CUDA कार्ड नहीं है।</translation>
    </message>
    <message>
        <source>There is no NVIDIA card in this machine.</source>
        <translation>इस मशीन में कोई NVIDIA कार्ड नहीं है।</translation>
    </message>
    <message>
        <source>There is no adapter.json in it.</source>
        <translation>इसमें adapter.json नहीं है।</translation>
    </message>
    <message>
        <source>There is no adapter.safetensors in {folder}.</source>
        <translation>{folder} में adapter.safetensors नहीं है।</translation>
    </message>
    <message>
        <source>There is no device called {device}.</source>
        <translation>{device} नाम का कोई डिवाइस नहीं है।</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>{file} नाम की कोई फ़ाइल नहीं है।</translation>
    </message>
    <message>
        <source>There is no folder of that name among the models.</source>
        <translation>मॉडलों में इस नाम का कोई फ़ोल्डर नहीं है।</translation>
    </message>
    <message>
        <source>There is no sound in {file}.</source>
        <translation>{file} में कोई आवाज़ नहीं है।</translation>
    </message>
    <message>
        <source>There is no speech here.</source>
        <translation>यहाँ कोई बोली नहीं है।</translation>
    </message>
    <message>
        <source>There is no whole model in {folder}.</source>
        <translation>{folder} में कोई पूरा मॉडल नहीं है।</translation>
    </message>
    <message>
        <source>There is no {file} in it.</source>
        <translation>इसमें {file} नहीं है।</translation>
    </message>
    <message>
        <source>There is no {file}.</source>
        <translation>{file} नहीं है।</translation>
    </message>
    <message>
        <source>There is none in {folder}.</source>
        <translation>{folder} में कोई नहीं है।</translation>
    </message>
    <message>
        <source>There is not enough room on the disk for {model}.</source>
        <translation>डिस्क पर {model} के लिए काफ़ी जगह नहीं है।</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>डिस्क पर काफ़ी जगह नहीं है।</translation>
    </message>
    <message>
        <source>There was no room for the rest of {repository}.</source>
        <translation>{repository} के बाक़ी हिस्से के लिए जगह नहीं थी।</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>मेमोरी काफ़ी नहीं थी।</translation>
    </message>
    <message>
        <source>This array is not a recording.</source>
        <translation>यह ऐरे कोई रिकॉर्डिंग नहीं है।</translation>
    </message>
    <message>
        <source>This cannot be played now.</source>
        <translation>इसे अभी चलाया नहीं जा सकता।</translation>
    </message>
    <message>
        <source>This correction could not be kept.</source>
        <translation>यह सुधार सहेजा नहीं जा सका।</translation>
    </message>
    <message>
        <source>This could not be kept in your library.</source>
        <translation>यह आपकी लाइब्रेरी में सहेजा नहीं जा सका।</translation>
    </message>
    <message>
        <source>This is a pause.</source>
        <translation>यह एक विराम है।</translation>
    </message>
    <message>
        <source>This is the text of audio track {track} of {count}.</source>
        <translation>यह {count} में से ऑडियो ट्रैक {track} का पाठ है।</translation>
    </message>
    <message>
        <source>This is too much text for one canvas.</source>
        <translation>एक कैनवस के लिए यह पाठ बहुत लंबा है।</translation>
    </message>
    <message>
        <source>This place could not be heard again.</source>
        <translation>यह जगह दोबारा नहीं सुनी जा सकी।</translation>
    </message>
    <message>
        <source>This system has no keyring that is open: {reason}.</source>
        <translation>इस सिस्टम में कोई खुला कीरिंग नहीं है: {reason}।</translation>
    </message>
    <message>
        <source>This transcript is no longer in your library.</source>
        <translation>यह ट्रांसक्रिप्ट अब आपकी लाइब्रेरी में नहीं है।</translation>
    </message>
    <message>
        <source>This transcript&apos;s journal could not be read.</source>
        <translation>इस ट्रांसक्रिप्ट का जर्नल पढ़ा नहीं जा सका।</translation>
    </message>
    <message>
        <source>This transcription cannot go on with {model}.</source>
        <translation>यह ट्रांसक्रिप्शन {model} के साथ आगे नहीं बढ़ सकता।</translation>
    </message>
    <message>
        <source>This version of Anneal reads version {known}.</source>
        <translation>Anneal का यह संस्करण {known} पढ़ता है।</translation>
    </message>
    <message>
        <source>Those are back at their defaults.</source>
        <translation>वे फिर डिफ़ॉल्ट पर हैं।</translation>
    </message>
    <message>
        <source>Track {track} cannot be decoded and was passed over.</source>
        <translation>ट्रैक {track} डिकोड नहीं हो सका और छोड़ दिया गया।</translation>
    </message>
    <message>
        <source>Track {track} contains no speech and was skipped.</source>
        <translation>ट्रैक {track} में कोई बोली नहीं है, इसलिए उसे छोड़ दिया गया।</translation>
    </message>
    <message>
        <source>Try another network: something on the way may change what is downloaded.</source>
        <translation>कोई दूसरा नेटवर्क आज़माएँ: शायद रास्ते में कुछ डाउनलोड को बदल रहा है।</translation>
    </message>
    <message>
        <source>Unlock it, or run `hf auth login` in a terminal: Anneal uses that token as well.</source>
        <translation>इसे अनलॉक करें, या टर्मिनल में `hf auth login` चलाएँ: Anneal वह टोकन भी इस्तेमाल करता है।</translation>
    </message>
    <message>
        <source>Unset it and start again, or import the model from a folder.</source>
        <translation>उसे हटाकर फिर शुरू करें, या मॉडल फ़ोल्डर से इम्पोर्ट करें।</translation>
    </message>
    <message>
        <source>Update Anneal or the model.</source>
        <translation>Anneal या मॉडल अपडेट करें।</translation>
    </message>
    <message>
        <source>Update Anneal, which may know a newer one.</source>
        <translation>Anneal अपडेट करें, शायद वह कोई नई जानता हो।</translation>
    </message>
    <message>
        <source>Use a machine with an NVIDIA card of at least 24 GB, or the bundled model.</source>
        <translation>कम से कम 24 GB के NVIDIA कार्ड वाली मशीन इस्तेमाल करें, या साथ आया मॉडल।</translation>
    </message>
    <message>
        <source>Use a revision that holds weights and plain values only, or the adapter&apos;s own code (reference runner).</source>
        <translation>ऐसा रिविज़न लें जिसमें सिर्फ़ वेट और सादे मान हों, या एडाप्टर का अपना कोड (रेफ़रेंस रनर) इस्तेमाल करें।</translation>
    </message>
    <message>
        <source>Use a version without copy protection, or your own recording.</source>
        <translation>बिना कॉपी-सुरक्षा वाला संस्करण या अपनी रिकॉर्डिंग इस्तेमाल करें।</translation>
    </message>
    <message>
        <source>Use another card, or the CPU. A newer card may need a newer torch: `{command}`.</source>
        <translation>कोई दूसरा कार्ड या CPU इस्तेमाल करें। नए कार्ड को नया torch चाहिए हो सकता है: `{command}`।</translation>
    </message>
    <message>
        <source>Use the adapter without the reference runner, or report this to its authors.</source>
        <translation>एडाप्टर को रेफ़रेंस रनर के बिना इस्तेमाल करें, या इसकी सूचना इसके लेखकों को दें।</translation>
    </message>
    <message>
        <source>What was finished is safe in its journal and will be there at the next start.</source>
        <translation>जो पूरा हो चुका था वह जर्नल में सुरक्षित है और अगली बार शुरू करने पर मिलेगा।</translation>
    </message>
    <message>
        <source>What was said until then is kept.</source>
        <translation>तब तक कही गई बात सुरक्षित है।</translation>
    </message>
    <message>
        <source>Whisper in {folder} cannot be read.</source>
        <translation>{folder} में Whisper पढ़ा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Whisper is not here.</source>
        <translation>Whisper यहाँ नहीं है।</translation>
    </message>
    <message>
        <source>Who speaks was not written down.</source>
        <translation>कौन बोल रहा है, यह दर्ज नहीं हुआ।</translation>
    </message>
    <message>
        <source>With 4-bit experts it needs {needs} GB, and {card} has {free} of {total} GB free.</source>
        <translation>4-बिट एक्सपर्ट के साथ इसे {needs} GB चाहिए, और {card} में {total} में से {free} GB ख़ाली है।</translation>
    </message>
    <message>
        <source>With the experts in main memory, which is slow, it needs {needs} GB of {card}, which has {free} GB free, and {memory} GB of main memory, of which {free_memory} GB are free.</source>
        <translation>एक्सपर्ट मुख्य मेमोरी में रखने पर, जो धीमा है, {card} पर {needs} GB चाहिए, जहाँ {free} GB ख़ाली है, और {memory} GB मुख्य मेमोरी, जिसमें से {free_memory} GB ख़ाली है।</translation>
    </message>
    <message>
        <source>Without Ctrl, Alt or the Super key it could not be typed any more.</source>
        <translation>Ctrl, Alt या Super कुंजी के बिना उसे फिर टाइप नहीं किया जा सकेगा।</translation>
    </message>
    <message>
        <source>Your account has no permission to open it.</source>
        <translation>आपके अकाउंट को इसे खोलने की अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>Your library can be read but not changed.</source>
        <translation>आपकी लाइब्रेरी पढ़ी जा सकती है पर बदली नहीं जा सकती।</translation>
    </message>
    <message>
        <source>Your library could not be read.</source>
        <translation>आपकी लाइब्रेरी पढ़ी नहीं जा सकी।</translation>
    </message>
    <message>
        <source>Your library was written by a newer version of Anneal.</source>
        <translation>आपकी लाइब्रेरी Anneal के नए संस्करण ने लिखी है।</translation>
    </message>
    <message>
        <source>Your library&apos;s database could not be used.</source>
        <translation>आपकी लाइब्रेरी का डेटाबेस इस्तेमाल नहीं हो सका।</translation>
    </message>
    <message>
        <source>Your library&apos;s journals could not be read.</source>
        <translation>आपकी लाइब्रेरी के जर्नल पढ़े नहीं जा सके।</translation>
    </message>
    <message>
        <source>Your settings could not be read.</source>
        <translation>आपकी सेटिंग पढ़ी नहीं जा सकीं।</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>फ़ोल्डर है</translation>
    </message>
    <message>
        <source>adapter.json: {problems}.</source>
        <translation>adapter.json: {problems}।</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>बैकबोन</translation>
    </message>
    <message>
        <source>copy-protected</source>
        <translation>कॉपी-सुरक्षित</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>पढ़ी नहीं जा सकी</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>अधूरी</translation>
    </message>
    <message>
        <source>damaged or unknown format</source>
        <translation>ख़राब या अज्ञात प्रारूप</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>खाली</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>एनकोडर</translation>
    </message>
    <message>
        <source>no permission to read it</source>
        <translation>पढ़ने की अनुमति नहीं</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>कोई कारण नहीं बताया गया</translation>
    </message>
    <message>
        <source>no sound in it</source>
        <translation>कोई ध्वनि नहीं</translation>
    </message>
    <message>
        <source>no speech in it</source>
        <translation>कोई बोली नहीं</translation>
    </message>
    <message>
        <source>none</source>
        <translation>किसी के लिए नहीं</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>फ़ाइल नहीं</translation>
    </message>
    <message>
        <source>not audio or video</source>
        <translation>ऑडियो या वीडियो नहीं</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>नहीं मिली</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>कुछ नहीं</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>कोई नहीं है</translation>
    </message>
    <message>
        <source>{card} computes wrong results.</source>
        <translation>{card} ग़लत नतीजे दे रहा है।</translation>
    </message>
    <message>
        <source>{device} ran out of memory.</source>
        <translation>{device} की मेमोरी ख़त्म हो गई।</translation>
    </message>
    <message>
        <source>{file} arrives damaged.</source>
        <translation>{file} ख़राब होकर आती है।</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>{file} पढ़ी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>{file} could not be played.</source>
        <translation>{file} चलाई नहीं जा सकी।</translation>
    </message>
    <message>
        <source>{file} could not be read.</source>
        <translation>{file} पढ़ी नहीं जा सकी।</translation>
    </message>
    <message>
        <source>{file} has no audio track {track}.</source>
        <translation>{file} में ऑडियो ट्रैक {track} नहीं है।</translation>
    </message>
    <message>
        <source>{file} has no sound.</source>
        <translation>{file} में आवाज़ नहीं है।</translation>
    </message>
    <message>
        <source>{file} holds no weights.</source>
        <translation>{file} में कोई वेट नहीं है।</translation>
    </message>
    <message>
        <source>{file} is a device or a pipe, not a file.</source>
        <translation>{file} कोई डिवाइस या पाइप है, फ़ाइल नहीं।</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} एक फ़ोल्डर है।</translation>
    </message>
    <message>
        <source>{file} is damaged or gone.</source>
        <translation>{file} ख़राब है या ग़ायब है।</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file} ख़राब है।</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} ख़ाली है।</translation>
    </message>
    <message>
        <source>{file} is not an audio or video file.</source>
        <translation>{file} ऑडियो या वीडियो फ़ाइल नहीं है।</translation>
    </message>
    <message>
        <source>{file} is not opened, for your safety.</source>
        <translation>आपकी सुरक्षा के लिए {file} नहीं खोली गई।</translation>
    </message>
    <message>
        <source>{file} is protected against copying.</source>
        <translation>{file} कॉपी से सुरक्षित है।</translation>
    </message>
    <message>
        <source>{file} is shorter than it was.</source>
        <translation>{file} पहले से छोटी है।</translation>
    </message>
    <message>
        <source>{file} may not be read.</source>
        <translation>{file} पढ़ने की अनुमति नहीं है।</translation>
    </message>
    <message>
        <source>{file} was cut off before it was finished.</source>
        <translation>{file} पूरी होने से पहले ही कट गई।</translation>
    </message>
    <message>
        <source>{folder} cannot be verified.</source>
        <translation>{folder} सत्यापित नहीं हो सकता।</translation>
    </message>
    <message>
        <source>{kind}: {reason}.</source>
        <translation>{kind}: {reason}।</translation>
    </message>
    <message>
        <source>{model} cannot hear.</source>
        <translation>{model} सुन नहीं सकता।</translation>
    </message>
    <message>
        <source>{model} cannot run on this machine.</source>
        <translation>{model} इस मशीन पर नहीं चल सकता।</translation>
    </message>
    <message>
        <source>{model} cannot write {language}.</source>
        <translation>{model} {language} नहीं लिख सकता।</translation>
    </message>
    <message>
        <source>{model} does not know {language}.</source>
        <translation>{model} {language} नहीं जानता।</translation>
    </message>
    <message>
        <source>{model} has no canvas.</source>
        <translation>{model} का कोई कैनवस नहीं है।</translation>
    </message>
    <message>
        <source>{model} has no weights.</source>
        <translation>{model} के वेट नहीं हैं।</translation>
    </message>
    <message>
        <source>{model} is incomplete.</source>
        <translation>{model} अधूरा है।</translation>
    </message>
    <message>
        <source>{model} is installed already.</source>
        <translation>{model} पहले से इंस्टॉल है।</translation>
    </message>
    <message>
        <source>{model} is not complete.</source>
        <translation>{model} पूरा नहीं है।</translation>
    </message>
    <message>
        <source>{problems}.</source>
        <translation>{problems}।</translation>
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
        <translation>{reason} ({folder})।</translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation>{reason}।</translation>
    </message>
    <message>
        <source>{reason}: {folder}.</source>
        <translation>{reason}: {folder}।</translation>
    </message>
    <message>
        <source>{reason}{place}.</source>
        <translation>{reason}{place}।</translation>
    </message>
    <message>
        <source>{repository} asks who you are.</source>
        <translation>{repository} पूछता है कि आप कौन हैं।</translation>
    </message>
    <message>
        <source>{repository} at {revision} was not downloaded: there is no folder “{name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation>{repository}, रिविज़न {revision}, डाउनलोड नहीं हुआ: {folder} में या उसके पास “{name}” फ़ोल्डर नहीं है, और {cache} में भी नहीं है।</translation>
    </message>
    <message>
        <source>{repository} has no such revision.</source>
        <translation>{repository} में ऐसा कोई रिविज़न नहीं है।</translation>
    </message>
    <message>
        <source>{repository} is not open to your account yet.</source>
        <translation>{repository} अभी आपके खाते के लिए खुला नहीं है।</translation>
    </message>
    <message>
        <source>{repository} may not be downloaded with this account.</source>
        <translation>{repository} को इस खाते से डाउनलोड नहीं किया जा सकता।</translation>
    </message>
    <message>
        <source>{repository} was not downloaded: there is no folder “{name}” or “{other_name}” in or beside {folder}, and it is not in {cache}.</source>
        <translation>{repository} डाउनलोड नहीं हुआ: {folder} में या उसके पास “{name}” या “{other_name}” फ़ोल्डर नहीं है, और {cache} में भी नहीं है।</translation>
    </message>
    <message>
        <source>{repository} was not found.</source>
        <translation>{repository} नहीं मिला।</translation>
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
        <translation>यहाँ निर्यात करें</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n फ़ाइल लिखी गई।</numerusform>
            <numerusform>%n फ़ाइलें लिखी गईं।</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>फ़ोल्डर खोलें</translation>
    </message>
    <message numerus="yes">
        <source>Export %n transcript(s)</source>
        <translation>
            <numerusform>%n प्रतिलेख निर्यात करें</numerusform>
            <numerusform>%n प्रतिलेख निर्यात करें</numerusform>
        </translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>प्रारूप</translation>
    </message>
    <message>
        <source>Text (.txt)</source>
        <translation>पाठ (.txt)</translation>
    </message>
    <message>
        <source>Subtitles, SubRip (.srt)</source>
        <translation>उपशीर्षक, SubRip (.srt)</translation>
    </message>
    <message>
        <source>Subtitles, WebVTT (.vtt)</source>
        <translation>उपशीर्षक, WebVTT (.vtt)</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>तालिका (.csv)</translation>
    </message>
    <message>
        <source>Word document (.docx)</source>
        <translation>Word दस्तावेज़ (.docx)</translation>
    </message>
    <message>
        <source>In text, Markdown and Word documents; subtitles always have them</source>
        <translation>पाठ, Markdown और Word दस्तावेज़ों में; उपशीर्षकों में वे हमेशा होते हैं</translation>
    </message>
    <message>
        <source>In WebVTT; JSON always has them</source>
        <translation>WebVTT में; JSON में वे हमेशा होते हैं</translation>
    </message>
    <message>
        <source>Tables as spreadsheets on this system read them</source>
        <translation>तालिकाएँ, जैसे इस सिस्टम के स्प्रेडशीट प्रोग्राम उन्हें पढ़ते हैं</translation>
    </message>
    <message>
        <source>Marked as Unicode for Excel where letters are not plain English, and with semicolons where numbers have a decimal comma; off: plain CSV for other programs</source>
        <translation>जहाँ अक्षर केवल अंग्रेज़ी के नहीं हैं वहाँ Excel के लिए यूनिकोड चिह्न के साथ, और जहाँ संख्याओं में दशमलव अल्पविराम होता है वहाँ अर्धविराम के साथ; न चुनने पर दूसरे प्रोग्रामों के लिए सादा CSV</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>शामिल करें</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>यहाँ सहेजें</translation>
    </message>
    <message>
        <source>Full data (.json)</source>
        <translation>पूरा डेटा (.json)</translation>
    </message>
    <message>
        <source>Paragraph timestamps</source>
        <translation>हर अनुच्छेद का समय</translation>
    </message>
    <message>
        <source>Word timestamps</source>
        <translation>हर शब्द का समय</translation>
    </message>
    <message>
        <source>Speaker names</source>
        <translation>वक्ताओं के नाम</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>चुनें…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>फ़ोल्डर चुनें</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>निर्यात करें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
</context>
<context>
    <name>ExportSettingsPage</name>
    <message>
        <source>Beside the file</source>
        <translation>फ़ाइल के पास</translation>
    </message>
    <message>
        <source>Every transcript is written in these formats as soon as it is done.</source>
        <translation>हर प्रतिलेख पूरा होते ही इन प्रारूपों में लिखा जाता है।</translation>
    </message>
    <message>
        <source>Nothing is written but the library; files of the watched folder get a text.</source>
        <translation>पुस्तकालय के सिवा कुछ नहीं लिखा जाता; निगरानी वाले फ़ोल्डर की फ़ाइलों को पाठ मिलता है।</translation>
    </message>
    <message>
        <source>No file is ever overwritten: a name that is taken gets a number.</source>
        <translation>कोई फ़ाइल कभी नहीं मिटाई जाती: लिए जा चुके नाम को एक संख्या मिलती है।</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>निर्यात</translation>
    </message>
    <message>
        <source>When a file is done</source>
        <translation>फ़ाइल पूरी होने पर</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>यहाँ सहेजें</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>पाठ</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>उपशीर्षक (SRT)</translation>
    </message>
    <message>
        <source>Subtitles (WebVTT)</source>
        <translation>उपशीर्षक (WebVTT)</translation>
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
        <translation>तालिका (CSV)</translation>
    </message>
    <message>
        <source>Full data (JSON)</source>
        <translation>पूरा डेटा (JSON)</translation>
    </message>
    <message>
        <source>Write every finished transcript like this</source>
        <translation>हर पूरे प्रतिलेख को ऐसे लिखें</translation>
    </message>
    <message>
        <source>How the files are named</source>
        <translation>फ़ाइलों के नाम कैसे रखे जाएँ</translation>
    </message>
    <message>
        <source>lecture</source>
        <translation>व्याख्यान</translation>
    </message>
</context>
<context>
    <name>FileHeader</name>
    <message numerus="yes">
        <source>Check %n word(s)</source>
        <translation>
            <numerusform>%n शब्द जाँचें</numerusform>
            <numerusform>%n शब्द जाँचें</numerusform>
        </translation>
    </message>
    <message>
        <source>Listen to the words that are most likely wrong, one after the other</source>
        <translation>जो शब्द सबसे ज़्यादा ग़लत हो सकते हैं, उन्हें एक-एक करके सुनें</translation>
    </message>
    <message>
        <source>Listen and edit</source>
        <translation>सुनें और संपादित करें</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>संपादित करें</translation>
    </message>
    <message>
        <source>Listen to this transcript and correct it</source>
        <translation>यह प्रतिलेख सुनें और सुधारें</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>कॉपी हुआ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>टेक्स्ट कॉपी करें</translation>
    </message>
    <message>
        <source>Copy in another form</source>
        <translation>दूसरे रूप में कॉपी करें</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>पाठ</translation>
    </message>
    <message>
        <source>Text with times</source>
        <translation>समय के साथ पाठ</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>उपशीर्षक (SRT)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>निर्यात करें…</translation>
    </message>
    <message>
        <source>Export this transcript</source>
        <translation>यह प्रतिलेख निर्यात करें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>Rename</source>
        <translation>नाम बदलें</translation>
    </message>
    <message>
        <source>Title of this transcript; the file keeps its name</source>
        <translation>इस प्रतिलेख का शीर्षक; फ़ाइल का नाम वही रहता है</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>Audio and video ({patterns});;All files (*)</source>
        <translation>ऑडियो और वीडियो ({patterns});;सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>Open audio or video</source>
        <translation>ऑडियो या वीडियो खोलें</translation>
    </message>
    <message>
        <source>Open a folder of audio or video</source>
        <translation>ऑडियो या वीडियो का फ़ोल्डर खोलें</translation>
    </message>
    <message>
        <source>Links cannot be transcribed: {names}. Save the file on this computer, then drop it here.</source>
        <translation>लिंक का प्रतिलेखन नहीं हो सकता: {names}। फ़ाइल को इस कंप्यूटर पर सहेजें, फिर यहाँ छोड़ें।</translation>
    </message>
    <message>
        <source>Not audio or video, skipped: {names}.</source>
        <translation>ऑडियो या वीडियो नहीं, छोड़ दिया: {names}।</translation>
    </message>
    <message>
        <source>No audio or video in: {names}.</source>
        <translation>इनमें कोई ऑडियो या वीडियो नहीं: {names}।</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} और {count} अन्य</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>All languages</source>
        <translation>सभी भाषाएँ</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>कोई भी भाषा</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>सभी मॉडल</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>सभी टैग</translation>
    </message>
    <message>
        <source>Search in all transcripts</source>
        <translation>सभी प्रतिलेखों में खोजें</translation>
    </message>
    <message>
        <source>Words in any order, matched by their beginnings; “quoted words” match as a phrase</source>
        <translation>किसी भी क्रम में शब्द, उनकी शुरुआत से मिलाए गए; “उद्धृत शब्द” एक वाक्यांश की तरह</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>तारीख़</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>टैग</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>क्रम</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>कभी भी</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>पिछले 7 दिन</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>पिछले 30 दिन</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>इस वर्ष</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>नए पहले</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>पुराने पहले</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>हाल में बदले पहले</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>शीर्षक से</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>लंबे पहले</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Replace</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>सभी बदलें</translation>
    </message>
    <message>
        <source>Not a valid pattern</source>
        <translation>पैटर्न मान्य नहीं</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>नहीं मिला</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{count} में से {number}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>इससे बदलें</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>शब्द</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>बड़े-छोटे अक्षर मिलाएँ</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>पिछला</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>अगला</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>केवल पूरे शब्द</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>रेगुलर एक्सप्रेशन</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Choose a folder</source>
        <translation>फ़ोल्डर चुनें</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>Show this folder in the file manager</source>
        <translation>यह फ़ोल्डर फ़ाइल मैनेजर में दिखाएँ</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>चुनें…</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>कोई दूसरा फ़ोल्डर चुनें</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>रीसेट करें</translation>
    </message>
    <message>
        <source>Back to the default folder</source>
        <translation>मानक फ़ोल्डर पर लौटें</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Language of the speech</source>
        <translation>बोली जाने वाली भाषा</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>ऑटो</translation>
    </message>
    <message>
        <source>{status}: model, device and precision in use</source>
        <translation>{status}: उपयोग में मॉडल, डिवाइस और परिशुद्धता</translation>
    </message>
    <message>
        <source>Spoken:</source>
        <translation>बोली:</translation>
    </message>
    <message>
        <source>settled after {steps}, of up to {limit}</source>
        <translation>{steps} के बाद स्थिर, अधिकतम {limit}</translation>
    </message>
    <message>
        <source>up to {limit}, stops when settled</source>
        <translation>अधिकतम {limit}, स्थिर होते ही रुकता है</translation>
    </message>
    <message>
        <source>about {time} per minute of sound</source>
        <translation>प्रति मिनट ध्वनि लगभग {time}</translation>
    </message>
    <message>
        <source>Measured on this computer, if all steps are used</source>
        <translation>इसी कंप्यूटर पर मापा गया, यदि सभी चरण लगें</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>Denoising steps</source>
        <translation>डीनॉइज़िंग चरण</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>मॉडल और डिवाइस</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>मेनू</translation>
    </message>
    <message>
        <source>{name} · untrained</source>
        <translation>{name} · अप्रशिक्षित</translation>
    </message>
    <message>
        <source>This model was not trained for {name}.</source>
        <translation>यह मॉडल {name} के लिए प्रशिक्षित नहीं है।</translation>
    </message>
    <message>
        <source>More steps give the canvas more time to settle: slower, often better</source>
        <translation>ज़्यादा चरणों से कैनवस को ठहरने का ज़्यादा समय मिलता है: धीमा, पर अक्सर बेहतर</translation>
    </message>
    <message>
        <source>The model&apos;s own number: {steps}</source>
        <translation>मॉडल की अपनी संख्या: {steps}</translation>
    </message>
</context>
<context>
    <name>HeardCard</name>
    <message>
        <source>by the sound alone: {share}</source>
        <translation>केवल ध्वनि से: {share}</translation>
    </message>
    <message>
        <source>What was heard</source>
        <translation>क्या सुना गया</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>A sample settling out of noise</source>
        <translation>शोर से उभरता एक नमूना</translation>
    </message>
    <message>
        <source>How a model settled one of the samples, step by step. Click to see it again.</source>
        <translation>मॉडल ने एक नमूने को कदम-दर-कदम कैसे स्थिर किया। फिर से देखने के लिए क्लिक करें।</translation>
    </message>
</context>
<context>
    <name>ItemMessage</name>
    <message>
        <source>Start next</source>
        <translation>अगला यही करें</translation>
    </message>
    <message>
        <source>Transcribe this file before the others that wait</source>
        <translation>इंतज़ार कर रही बाकी फ़ाइलों से पहले इसे लिप्यंतरित करें</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>फ़ोल्डर में दिखाएँ</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द किया गया</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) come before {file}.</source>
        <translation>
            <numerusform>{file} से पहले %n फ़ाइल है।</numerusform>
            <numerusform>{file} से पहले %n फ़ाइलें हैं।</numerusform>
        </translation>
    </message>
    <message>
        <source>No speech found</source>
        <translation>कोई बोली नहीं मिली</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Match system</source>
        <translation>सिस्टम जैसा</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend: {states}</source>
        <translation>संकेत: {states}</translation>
    </message>
    <message>
        <source>Settling: written at this step. Settled: written before and kept. Open: not sure, becomes noise again, or what the draft says where the canvas keeps one. Taken back: had been written, and is open again.</source>
        <translation>स्थिर हो रहा: इसी चरण में लिखा गया। स्थिर: पहले लिखा और रखा गया। अनिश्चित: फिर शोर बनता है, या जहाँ कैनवस मसौदा रखता है वहाँ मसौदे का शब्द। वापस लिया: लिखा गया था और फिर अनिश्चित है।</translation>
    </message>
    <message>
        <source>settling</source>
        <translation>स्थिर हो रहा</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>स्थिर</translation>
    </message>
    <message>
        <source>open</source>
        <translation>अनिश्चित</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>वापस लिया</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>अआ</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>Replace</source>
        <translation>बदलें</translation>
    </message>
    <message numerus="yes">
        <source>%n transcription(s) were interrupted.</source>
        <translation>
            <numerusform>%n लिप्यंतरण बीच में रुक गया।</numerusform>
            <numerusform>%n लिप्यंतरण बीच में रुक गए।</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>जारी रखें</translation>
    </message>
    <message>
        <source>Where is {file}?</source>
        <translation>{file} कहाँ है?</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n transcript(s) deleted.</source>
        <translation>
            <numerusform>%n प्रतिलेख हटाया गया।</numerusform>
            <numerusform>%n प्रतिलेख हटाए गए।</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>पूर्ववत करें</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>टैग</translation>
    </message>
    <message>
        <source>Tags of “{title}”, separated by commas:</source>
        <translation>“{title}” के टैग, अल्पविराम से अलग:</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>लाइब्रेरी</translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s)</source>
        <translation>
            <numerusform>%n प्रतिलेख</numerusform>
            <numerusform>%n प्रतिलेख</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>निर्यात करें…</translation>
    </message>
    <message>
        <source>Export the selected transcripts</source>
        <translation>चुने हुए प्रतिलेख निर्यात करें</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>जारी रखें</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>फ़ोल्डर में दिखाएँ</translation>
    </message>
    <message>
        <source>Your transcripts are stored here.</source>
        <translation>आपके प्रतिलेख यहाँ रखे जाते हैं।</translation>
    </message>
    <message>
        <source>Record something or drop a file. You can search, play and correct it later.</source>
        <translation>कुछ रिकॉर्ड करें या फ़ाइल छोड़ें। बाद में आप उसे खोज, चला और सुधार सकते हैं।</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>कोई परिणाम नहीं</translation>
    </message>
    <message>
        <source>Try fewer words or another filter.</source>
        <translation>कम शब्द या दूसरा फ़िल्टर आज़माएँ।</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>सब दिखाएँ</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>नाम बदलें</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>टैग…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>हटाएँ</translation>
    </message>
</context>
<context>
    <name>LicencePage</name>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Download {model}</source>
        <translation>{model} डाउनलोड करें</translation>
    </message>
    <message>
        <source>Asking the hub what there is to fetch…</source>
        <translation>हब से पूछा जा रहा है कि क्या लाना है…</translation>
    </message>
    <message>
        <source>It has changed since you agreed. Please look again: what has come and still fits is used.</source>
        <translation>आपकी सहमति के बाद यह बदल गया है। कृपया फिर देखें: जो आ चुका है और अब भी ठीक है, वह काम आएगा।</translation>
    </message>
    <message>
        <source>This is what would be fetched, and from whom. Nothing is fetched before you agree.</source>
        <translation>यह लाया जाएगा, और यहाँ से। आपकी सहमति से पहले कुछ नहीं लाया जाता।</translation>
    </message>
    <message>
        <source>I agree to these licences</source>
        <translation>मैं इन लाइसेंसों से सहमत हूँ</translation>
    </message>
    <message>
        <source>Each can be read above</source>
        <translation>हर एक ऊपर पढ़ा जा सकता है</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>{size} डाउनलोड करें</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>इंस्टॉल करें</translation>
    </message>
    <message>
        <source>Begin the download</source>
        <translation>डाउनलोड शुरू करें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Fetch nothing</source>
        <translation>कुछ न लाएँ</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>लाइसेंस</translation>
    </message>
    <message>
        <source>{needed} are needed, with some margin and room for packed weights; {free} are free.</source>
        <translation>{needed} चाहिए, कुछ गुंजाइश और पैक किए भारों की जगह समेत; {free} ख़ाली है।</translation>
    </message>
    <message>
        <source>Free some space, or set HF_HOME to a folder on a larger disk.</source>
        <translation>थोड़ी जगह ख़ाली करें, या HF_HOME को किसी बड़ी डिस्क के फ़ोल्डर पर लगाएँ।</translation>
    </message>
    <message>
        <source>{folder}, where all programs that use the hub look</source>
        <translation>{folder}, जहाँ हब इस्तेमाल करने वाले सारे प्रोग्राम देखते हैं</translation>
    </message>
    <message>
        <source>It holds Python files. Anneal reads them for what they say about the model, and never runs them.</source>
        <translation>इसमें Python फ़ाइलें हैं। Anneal उनमें मॉडल के बारे में लिखी बातें पढ़ता है, उन्हें कभी नहीं चलाता।</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>डिस्क</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>यहाँ जाएगा</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>कोड</translation>
    </message>
    <message>
        <source>An access token tells the hub who you are. The system&apos;s keyring keeps it, and Anneal nowhere else.</source>
        <translation>ऐक्सेस टोकन हब को बताता है कि आप कौन हैं। उसे सिस्टम का की-रिंग रखता है, Anneal और कहीं नहीं रखता।</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>ऐक्सेस टोकन</translation>
    </message>
    <message>
        <source>It begins with hf_ and is made at huggingface.co, under Settings, Access Tokens</source>
        <translation>यह hf_ से शुरू होता है और huggingface.co पर Settings, Access Tokens में बनता है</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>इस्तेमाल करें</translation>
    </message>
    <message>
        <source>Keep this token and ask the hub again</source>
        <translation>यह टोकन रखें और हब से फिर पूछें</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>फिर पूछें</translation>
    </message>
    <message>
        <source>After you agreed on a page of the hub</source>
        <translation>हब के किसी पन्ने पर सहमति देने के बाद</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>भूल जाएँ</translation>
    </message>
    <message>
        <source>Delete the token from the keyring</source>
        <translation>टोकन को की-रिंग से हटाएँ</translation>
    </message>
    <message>
        <source>Until Anneal is closed, the token is used all the same.</source>
        <translation>Anneal बंद होने तक टोकन फिर भी इस्तेमाल होता है।</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Starting…</source>
        <translation>शुरू हो रहा है…</translation>
    </message>
    <message>
        <source>Sample, {language}</source>
        <translation>नमूना, {language}</translation>
    </message>
    <message>
        <source>Recording, {time}</source>
        <translation>रिकॉर्डिंग, {time}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>A recording was interrupted, but nothing is lost: {length}.</source>
        <translation>एक रिकॉर्डिंग बीच में रुक गई, पर कुछ खोया नहीं: {length}।</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>लिप्यंतरित करें</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>मॉडल लोड हो रहा है…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>कोई मॉडल नहीं</translation>
    </message>
</context>
<context>
    <name>MicrophoneMenu</name>
    <message>
        <source>Record from</source>
        <translation>इससे रिकॉर्ड करें</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>माइक्रोफ़ोन</translation>
    </message>
    <message>
        <source>Computer sound</source>
        <translation>कंप्यूटर की आवाज़</translation>
    </message>
    <message>
        <source>Microphone and computer sound</source>
        <translation>माइक्रोफ़ोन और कंप्यूटर की आवाज़</translation>
    </message>
    <message>
        <source>Text while recording</source>
        <translation>रिकॉर्डिंग के साथ पाठ</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>सिस्टम का मानक</translation>
    </message>
    <message>
        <source>No microphone was found</source>
        <translation>कोई माइक्रोफ़ोन नहीं मिला</translation>
    </message>
</context>
<context>
    <name>MicrophoneTest</name>
    <message>
        <source>Level of the microphone</source>
        <translation>माइक्रोफ़ोन का स्तर</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <source>See how loud the microphone is; nothing is kept</source>
        <translation>देखें कि माइक्रोफ़ोन कितना तेज़ है; कुछ भी रखा नहीं जाता</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>importing</source>
        <translation>इम्पोर्ट हो रहा है</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>डाउनलोड हो रहा है</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>रुका हुआ</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>रुक गया</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>इस्तेमाल में</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>चुना हुआ</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>इंस्टॉल नहीं</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>इंस्टॉल है</translation>
    </message>
    <message>
        <source>The published model: Whisper small&apos;s encoder, a trained adapter, and DiffusionGemma with 26 billion parameters.</source>
        <translation>प्रकाशित मॉडल: Whisper small का एनकोडर, एक प्रशिक्षित एडाप्टर, और 26 अरब पैरामीटर वाला DiffusionGemma।</translation>
    </message>
    <message>
        <source>OpenAI&apos;s Whisper, for a second opinion. It writes from left to right: there is no canvas to watch.</source>
        <translation>OpenAI का Whisper, दूसरी राय के लिए। यह बाएँ से दाएँ लिखता है: देखने के लिए कोई कैनवस नहीं है।</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>एन्कोडर</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>बैकबोन</translation>
    </message>
    <message>
        <source>subsampling</source>
        <translation>सबसैम्पलिंग</translation>
    </message>
    <message>
        <source>projector activation</source>
        <translation>प्रोजेक्टर का एक्टिवेशन</translation>
    </message>
    <message>
        <source>projector norm</source>
        <translation>प्रोजेक्टर का नॉर्म</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>प्रॉम्प्ट</translation>
    </message>
    <message>
        <source>audio token</source>
        <translation>ऑडियो टोकन</translation>
    </message>
    <message>
        <source>begin-of-audio token</source>
        <translation>ऑडियो-आरंभ टोकन</translation>
    </message>
    <message>
        <source>end-of-audio token</source>
        <translation>ऑडियो-अंत टोकन</translation>
    </message>
    <message>
        <source>LoRA rank</source>
        <translation>LoRA रैंक</translation>
    </message>
    <message>
        <source>LoRA alpha</source>
        <translation>LoRA अल्फ़ा</translation>
    </message>
    <message>
        <source>canvas length</source>
        <translation>कैनवस की लंबाई</translation>
    </message>
    <message>
        <source>canvas holds</source>
        <translation>कैनवस की सामग्री</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>canvas starts from</source>
        <translation>कैनवस का आरंभ</translation>
    </message>
    <message>
        <source>entropy bound</source>
        <translation>एन्ट्रॉपी सीमा</translation>
    </message>
    <message>
        <source>first temperature</source>
        <translation>पहला तापमान</translation>
    </message>
    <message>
        <source>last temperature</source>
        <translation>अंतिम तापमान</translation>
    </message>
    <message>
        <source>guidance</source>
        <translation>मार्गदर्शन</translation>
    </message>
    <message>
        <source>acceptance</source>
        <translation>स्वीकृति</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>उम्मीदवार</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>स्थिरता</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>विश्वास</translation>
    </message>
    <message>
        <source>tail trained</source>
        <translation>पिछला भाग प्रशिक्षित</translation>
    </message>
    <message>
        <source>end tokens</source>
        <translation>अंत टोकन</translation>
    </message>
    <message>
        <source>CTC blank</source>
        <translation>CTC रिक्त</translation>
    </message>
    <message>
        <source>CTC softcap</source>
        <translation>CTC सॉफ़्टकैप</translation>
    </message>
    <message>
        <source>repetitions removed</source>
        <translation>दोहराव हटाए गए</translation>
    </message>
    <message>
        <source>languages</source>
        <translation>भाषाएँ</translation>
    </message>
    <message>
        <source>seconds clips are padded to</source>
        <translation>क्लिप कितने सेकंड तक भरे जाते हैं</translation>
    </message>
    <message>
        <source>seconds of a segment</source>
        <translation>एक खंड के सेकंड</translation>
    </message>
    <message>
        <source>seconds of the window of a cut</source>
        <translation>काट की खिड़की के सेकंड</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>no</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>कुछ नहीं</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>नहीं बताया गया</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>शोर</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>मसौदा</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>माना गया</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>चेकपॉइंट</translation>
    </message>
    <message>
        <source>files</source>
        <translation>फ़ाइलें</translation>
    </message>
    <message>
        <source>source</source>
        <translation>स्रोत कोड</translation>
    </message>
    <message>
        <source>It is small and runs on any computer.</source>
        <translation>यह छोटा है और किसी भी कंप्यूटर पर चलता है।</translation>
    </message>
    <message>
        <source>It runs here whole, in bf16, on {card}: the fastest way.</source>
        <translation>यह यहाँ पूरा, bf16 में, {card} पर चलता है: सबसे तेज़ तरीक़ा।</translation>
    </message>
    <message>
        <source>It runs here with its experts in 4 bits, on {card}.</source>
        <translation>यह यहाँ 4-बिट एक्सपर्ट के साथ {card} पर चलता है।</translation>
    </message>
    <message>
        <source>It runs here, but slowly: {card} is too small for all of it.</source>
        <translation>यह यहाँ चलता है, पर धीरे: पूरे के लिए {card} छोटा है।</translation>
    </message>
    <message>
        <source>It runs here only on the processor, far too slowly for daily use.</source>
        <translation>यह यहाँ केवल प्रोसेसर पर चलता है, रोज़ के काम के लिए बहुत धीरे।</translation>
    </message>
    <message>
        <source>It runs here on {card}, with about {needed} of its memory.</source>
        <translation>यह यहाँ {card} पर चलता है और उसकी लगभग {needed} मेमोरी लेता है।</translation>
    </message>
    <message>
        <source>It runs here on the processor, with about {needed} of memory.</source>
        <translation>यह यहाँ प्रोसेसर पर चलता है और लगभग {needed} मेमोरी लेता है।</translation>
    </message>
    <message>
        <source>It needs about {needed} of memory, and {free} are free.</source>
        <translation>इसे लगभग {needed} मेमोरी चाहिए, और {free} खाली है।</translation>
    </message>
    <message>
        <source>It cannot run on this computer.</source>
        <translation>यह इस कंप्यूटर पर नहीं चल सकता।</translation>
    </message>
    <message>
        <source>It needs a machine with an NVIDIA card of at least 24 GB.</source>
        <translation>इसे कम से कम 24 GB के NVIDIA कार्ड वाली मशीन चाहिए।</translation>
    </message>
    <message>
        <source>{whole} on a card in bf16, or {packed} with its experts in 4 bits: NVIDIA cards with 24 GB or more.</source>
        <translation>कार्ड पर bf16 में {whole}, या 4 बिट विशेषज्ञों के साथ {packed}: 24 GB या अधिक वाले NVIDIA कार्ड।</translation>
    </message>
    <message>
        <source>about {size}; parts you already have are skipped</source>
        <translation>लगभग {size}; जो हिस्से पहले से हैं वे छोड़ दिए जाते हैं</translation>
    </message>
    <message>
        <source>{set}, {language}: {percent} {metric} on {clips} utterances, {steps} steps</source>
        <translation>{set}, {language}: {clips} वाक्यों पर {percent} {metric}, {steps} चरण</translation>
    </message>
    <message>
        <source>{languages}: never evaluated by its authors</source>
        <translation>{languages}: लेखकों ने कभी मूल्यांकन नहीं किया</translation>
    </message>
    <message>
        <source>{speed}× real time at {steps} steps</source>
        <translation>{steps} चरणों पर वास्तविक समय से {speed} गुना</translation>
    </message>
    <message>
        <source>Cut at the quietest moment in a window of {window} s around {length} s; each part is padded to {padded} s.</source>
        <translation>{length} सेकंड के आसपास {window} सेकंड की खिड़की में सबसे शांत जगह पर काटा जाता है; हर हिस्से को मौन से {padded} सेकंड तक भरा जाता है।</translation>
    </message>
    <message>
        <source>revision {name}</source>
        <translation>रिविज़न {name}</translation>
    </message>
    <message>
        <source>asks for your contact details</source>
        <translation>आपका संपर्क पूछता है</translation>
    </message>
    <message>
        <source>It comes with Anneal.</source>
        <translation>यह Anneal के साथ आता है।</translation>
    </message>
    <message>
        <source>Not verified: nothing is known of where its files came from.</source>
        <translation>जाँचा नहीं गया: पता नहीं कि इसकी फ़ाइलें कहाँ से आईं।</translation>
    </message>
    <message>
        <source>Not verified. Compare every file with its checksum: press Verify.</source>
        <translation>जाँचा नहीं गया। हर फ़ाइल को चेकसम से मिलाने के लिए “जाँचें” दबाएँ।</translation>
    </message>
    <message>
        <source>Verified on {date}: every file is as it was fetched.</source>
        <translation>{date} को जाँचा गया: हर फ़ाइल वैसी है जैसी लाई गई थी।</translation>
    </message>
    <message>
        <source>Verified on {date}: every file is as it was imported.</source>
        <translation>{date} को जाँचा गया: हर फ़ाइल वैसी है जैसी इम्पोर्ट हुई थी।</translation>
    </message>
    <message>
        <source>{device} ({precision}), tested</source>
        <translation>{device} ({precision}), परखा हुआ</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total} में से {done}</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>The download of {model} is not finished: {share} are here.</source>
        <translation>{model} का डाउनलोड अधूरा है: {share} यहाँ है।</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>जारी रखें</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>{model} is here, and every file is what it should be.</source>
        <translation>{model} आ गया है, और हर फ़ाइल सही है।</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>अभी इस्तेमाल करें</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Discard the download of {model}?</source>
        <translation>{model} का डाउनलोड छोड़ दें?</translation>
    </message>
    <message>
        <source>What has come of it is deleted. To go on later, pause it instead.</source>
        <translation>जो आया है वह हटाया जाता है। बाद में जारी रखने के लिए इसे रोकें।</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>छोड़ दें</translation>
    </message>
    <message>
        <source>What has come of it is deleted.</source>
        <translation>जो आया है वह हटाया जाता है।</translation>
    </message>
    <message>
        <source>Delete {model}?</source>
        <translation>{model} को हटाएँ?</translation>
    </message>
    <message>
        <source>{folder} is deleted, and what was downloaded for this model alone.</source>
        <translation>{folder} और केवल इसी मॉडल के लिए डाउनलोड की गई फ़ाइलें हटाई जाती हैं।</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>रखें</translation>
    </message>
    <message>
        <source>Import a model from a folder</source>
        <translation>फ़ोल्डर से मॉडल इम्पोर्ट करें</translation>
    </message>
    <message>
        <source>It is here, and every file is what it should be.</source>
        <translation>यह आ गया है, और हर फ़ाइल सही है।</translation>
    </message>
    <message>
        <source>Use it now</source>
        <translation>अभी इस्तेमाल करें</translation>
    </message>
    <message>
        <source>Every file was compared with its checksum: all are right.</source>
        <translation>हर फ़ाइल चेकसम से मिलाई गई: सब सही हैं।</translation>
    </message>
    <message>
        <source>Download {model} all the same?</source>
        <translation>फिर भी {model} डाउनलोड करें?</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>डाउनलोड…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>{model} is deleted: {size} are free again.</source>
        <translation>{model} हटा दिया गया: {size} फिर ख़ाली है।</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>Import from a folder…</source>
        <translation>फ़ोल्डर से इम्पोर्ट करें…</translation>
    </message>
    <message>
        <source>For a computer without network: copy a model from a disk or a stick</source>
        <translation>बिना नेटवर्क के कंप्यूटर के लिए: डिस्क या पेन ड्राइव से मॉडल कॉपी करें</translation>
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
        <translation>अपने शब्द</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are too long or too many and do not count.</source>
        <translation>
            <numerusform>%n पंक्ति बहुत लंबी या अतिरिक्त है और गिनी नहीं जाती।</numerusform>
            <numerusform>%n पंक्तियाँ बहुत लंबी या अतिरिक्त हैं और गिनी नहीं जातीं।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) that the model prefers</source>
        <translation>
            <numerusform>%n शब्द जिसे मॉडल वरीयता देता है</numerusform>
            <numerusform>%n शब्द जिन्हें मॉडल वरीयता देता है</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n नियम</numerusform>
            <numerusform>%n नियम</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not tell apart</source>
        <translation>अलग न करें</translation>
    </message>
    <message>
        <source>Tell apart, estimate their number</source>
        <translation>अलग करें, संख्या का अनुमान लगाएँ</translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n वक्ता</numerusform>
            <numerusform>%n वक्ता</numerusform>
        </translation>
    </message>
    <message>
        <source>Words and speakers</source>
        <translation>शब्द और वक्ता</translation>
    </message>
    <message>
        <source>Names, terms and phrases that the model should prefer, one a line. “wrong -&gt; right” always replaces.</source>
        <translation>नाम, पद और वाक्यांश जिन्हें मॉडल वरीयता दे, हर पंक्ति में एक। “ग़लत -&gt; सही” हमेशा बदलता है।</translation>
    </message>
    <message>
        <source>One name, term or phrase a line.
“wrong -&gt; right” always writes the right side.</source>
        <translation>हर पंक्ति में एक नाम, पद या वाक्यांश।
“ग़लत -&gt; सही” हमेशा दायाँ भाग लिखता है।</translation>
    </message>
    <message>
        <source>Add from a file…</source>
        <translation>फ़ाइल से जोड़ें…</translation>
    </message>
    <message>
        <source>Add the lines of a text file to the list</source>
        <translation>किसी टेक्स्ट फ़ाइल की पंक्तियाँ सूची में जोड़ें</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>वक्ता</translation>
    </message>
    <message>
        <source>Whether voices are told apart when the text is done</source>
        <translation>पाठ पूरा होने पर आवाज़ें अलग पहचानी जाएँ या नहीं</translation>
    </message>
</context>
<context>
    <name>Pauses</name>
    <message>
        <source>{time} of silence</source>
        <translation>{time} ख़ामोशी</translation>
    </message>
    <message>
        <source>{seconds} s of silence</source>
        <translation>{seconds} से॰ ख़ामोशी</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Pause the sound</source>
        <translation>ध्वनि रोकें</translation>
    </message>
    <message>
        <source>Play the sound</source>
        <translation>ध्वनि चलाएँ</translation>
    </message>
    <message>
        <source>Pause the canvas</source>
        <translation>कैनवस रोकें</translation>
    </message>
    <message>
        <source>Play the canvas</source>
        <translation>कैनवस चलाएँ</translation>
    </message>
    <message>
        <source>Pause (K)</source>
        <translation>रोकें (K)</translation>
    </message>
    <message>
        <source>Play (K)</source>
        <translation>चलाएँ (K)</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>about {time} left</source>
        <translation>लगभग {time} बाक़ी</translation>
    </message>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>फ़ाइलें</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>प्रगति</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>मिलान हो रहा है</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>जारी रखें</translation>
    </message>
    <message>
        <source>Resume where it stopped</source>
        <translation>जहाँ रुका था वहाँ से जारी रखें</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Stop for now: what has come is kept</source>
        <translation>अभी रोकें: जो आया है वह रखा जाता है</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>छोड़ दें…</translation>
    </message>
    <message>
        <source>Delete what has come of it so far</source>
        <translation>अब तक जो आया है उसे हटाएँ</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>इसे रोकें</translation>
    </message>
    <message>
        <source>This window may be closed, and Anneal too: the download goes on where it stopped.</source>
        <translation>यह खिड़की बंद की जा सकती है, और Anneal भी: डाउनलोड वहीं से आगे बढ़ता है जहाँ रुका था।</translation>
    </message>
    <message>
        <source>This window may be closed meanwhile.</source>
        <translation>इस बीच यह खिड़की बंद की जा सकती है।</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>तैयारी हो रही है…</translation>
    </message>
</context>
<context>
    <name>QueueHeading</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n फ़ाइल</numerusform>
            <numerusform>%n फ़ाइलें</numerusform>
        </translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>लगभग {time} बाकी</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>पूरी हुई हटाएँ</translation>
    </message>
    <message>
        <source>Remove the finished files from this list; the library keeps their text</source>
        <translation>पूरी हुई फ़ाइलें इस सूची से हटाएँ; उनका पाठ लाइब्रेरी में रहता है</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>Files</source>
        <translation>फ़ाइलें</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>getting ready…</source>
        <translation>तैयारी हो रही है…</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>रिकॉर्डिंग चालू</translation>
    </message>
    <message>
        <source>{position} of {length}</source>
        <translation>{length} में से {position}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>लगभग {time} बाकी</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n जाँचने को</numerusform>
            <numerusform>%n जाँचने को</numerusform>
        </translation>
    </message>
    <message>
        <source>{position} of {length} kept</source>
        <translation>{length} में से {position} रखा गया</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>done</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>विफल</translation>
    </message>
</context>
<context>
    <name>ReadingController</name>
    <message>
        <source>Read</source>
        <translation>पढ़ें</translation>
    </message>
    <message>
        <source>The text in paragraphs, without times</source>
        <translation>पाठ अनुच्छेदों में, बिना समय के</translation>
    </message>
</context>
<context>
    <name>ReadingView</name>
    <message>
        <source>Read: {title}</source>
        <translation>पढ़ें: {title}</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>छोटे अक्षर</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>बड़े अक्षर</translation>
    </message>
    <message>
        <source>The transcript</source>
        <translation>प्रतिलेख</translation>
    </message>
</context>
<context>
    <name>RecentTranscripts</name>
    <message>
        <source>Recent transcripts</source>
        <translation>हाल के प्रतिलेख</translation>
    </message>
</context>
<context>
    <name>RecordButton</name>
    <message>
        <source>Record</source>
        <translation>रिकॉर्ड करें</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>माइक्रोफ़ोन खुल रहा है…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>सहेजा जा रहा है…</translation>
    </message>
    <message>
        <source>Stop and transcribe</source>
        <translation>रोकें और ट्रांसक्राइब करें</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>स्पेस</translation>
    </message>
</context>
<context>
    <name>RecordingController</name>
    <message>
        <source>Discard this recording?</source>
        <translation>यह रिकॉर्डिंग हटाएँ?</translation>
    </message>
    <message>
        <source>Its sound and its text are deleted. This cannot be undone.</source>
        <translation>इसकी आवाज़ और पाठ मिटा दिए जाएँगे। यह वापस नहीं हो सकता।</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>रिकॉर्डिंग जारी रखें</translation>
    </message>
</context>
<context>
    <name>RecordingSettingsPage</name>
    <message>
        <source>No microphone was found. Plug one in: it appears here.</source>
        <translation>कोई माइक्रोफ़ोन नहीं मिला। लगाते ही वह यहाँ दिखेगा।</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>सिस्टम का मानक</translation>
    </message>
    <message>
        <source>Speak now.</source>
        <translation>अब बोलें।</translation>
    </message>
    <message>
        <source>The microphone hears you.</source>
        <translation>माइक्रोफ़ोन आपको सुन रहा है।</translation>
    </message>
    <message>
        <source>Nothing heard so far. Is the microphone muted?</source>
        <translation>अब तक कुछ सुनाई नहीं दिया। क्या माइक्रोफ़ोन म्यूट है?</translation>
    </message>
    <message>
        <source>Too loud: it is cut off. Lower its level in the system&apos;s settings.</source>
        <translation>आवाज़ बहुत तेज़ है और कट रही है। सिस्टम सेटिंग में स्तर कम करें।</translation>
    </message>
    <message>
        <source>Computer sound</source>
        <translation>कंप्यूटर की आवाज़</translation>
    </message>
    <message>
        <source>Microphone and computer sound</source>
        <translation>माइक्रोफ़ोन और कंप्यूटर की आवाज़</translation>
    </message>
    <message>
        <source>Each is kept in a channel of its own: left the microphone, right the computer.</source>
        <translation>दोनों अलग-अलग चैनल में रहते हैं: बाएँ माइक्रोफ़ोन, दाएँ कंप्यूटर।</translation>
    </message>
    <message>
        <source>{name} · not connected</source>
        <translation>{name} · जुड़ा नहीं</translation>
    </message>
    <message>
        <source>Until it is plugged in, the system default is used.</source>
        <translation>जब तक यह जुड़ता नहीं, सिस्टम का मानक उपयोग होता है।</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>रिकॉर्डिंग</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>माइक्रोफ़ोन</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>रिकॉर्ड करें</translation>
    </message>
    <message>
        <source>What the Record button records</source>
        <translation>रिकॉर्ड बटन क्या रिकॉर्ड करता है</translation>
    </message>
    <message>
        <source>Text while recording</source>
        <translation>रिकॉर्डिंग के साथ पाठ</translation>
    </message>
    <message>
        <source>Transcribe each phrase as soon as it ends</source>
        <translation>हर वाक्य पूरा होते ही उसे लिखें</translation>
    </message>
    <message>
        <source>The text appears while you speak; the recording itself stays as it is</source>
        <translation>बोलते समय ही पाठ दिखता है; रिकॉर्डिंग जैसी है वैसी रहती है</translation>
    </message>
    <message>
        <source>The microphone that the Record button uses</source>
        <translation>रिकॉर्ड बटन का माइक्रोफ़ोन</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>स्तर</translation>
    </message>
</context>
<context>
    <name>RecordingView</name>
    <message>
        <source>Computer sound</source>
        <translation>कंप्यूटर की आवाज़</translation>
    </message>
    <message>
        <source>{device} and computer sound</source>
        <translation>{device} और कंप्यूटर की आवाज़</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>माइक्रोफ़ोन खुल रहा है…</translation>
    </message>
    <message>
        <source>Speak now. Space stops and transcribes.</source>
        <translation>अब बोलें। स्पेस दबाने पर रिकॉर्डिंग रुकेगी और ट्रांसक्राइब होगी।</translation>
    </message>
    <message>
        <source>Nothing heard so far. Is the microphone muted?</source>
        <translation>अब तक कुछ सुनाई नहीं दिया। क्या माइक्रोफ़ोन म्यूट है?</translation>
    </message>
    <message>
        <source>Nothing heard for a moment. Space stops and transcribes.</source>
        <translation>कुछ देर से कुछ सुनाई नहीं दिया। स्पेस दबाने पर रिकॉर्डिंग रुकेगी और ट्रांसक्राइब होगी।</translation>
    </message>
    <message>
        <source>{before} is gone. The recording goes on with {device}.</source>
        <translation>{before} अब उपलब्ध नहीं है। रिकॉर्डिंग {device} से जारी है।</translation>
    </message>
    <message>
        <source>Too loud: speak a little further away.</source>
        <translation>आवाज़ बहुत तेज़ है: थोड़ा दूर से बोलें।</translation>
    </message>
    <message>
        <source>This model is slower than speech on this computer. The text follows when you stop.</source>
        <translation>इस कंप्यूटर पर यह मॉडल बोलने की गति से धीमा है। पाठ रिकॉर्डिंग रोकने पर आएगा।</translation>
    </message>
    <message>
        <source>Nothing heard so far. Does the computer play anything?</source>
        <translation>अब तक कुछ सुनाई नहीं दिया। क्या कंप्यूटर पर कुछ चल रहा है?</translation>
    </message>
    <message>
        <source>Speak now. Each phrase becomes text when you pause. Space stops.</source>
        <translation>बोलिए। रुकते ही हर वाक्य पाठ बन जाता है। स्पेस दबाने से रिकॉर्डिंग रुकती है।</translation>
    </message>
    <message>
        <source>Paused: nothing is recorded.</source>
        <translation>रुका हुआ: कुछ भी रिकॉर्ड नहीं हो रहा।</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>माइक्रोफ़ोन का स्तर</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>जारी रखें</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>रिकॉर्डिंग जारी रखें</translation>
    </message>
    <message>
        <source>Record nothing until you continue</source>
        <translation>जारी रखने तक कुछ रिकॉर्ड न करें</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>हटाएँ…</translation>
    </message>
    <message>
        <source>End the recording and delete it</source>
        <translation>रिकॉर्डिंग समाप्त करें और मिटाएँ</translation>
    </message>
</context>
<context>
    <name>RedecodeController</name>
    <message>
        <source>Listen again</source>
        <translation>फिर सुनें</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>बदलें</translation>
    </message>
</context>
<context>
    <name>RedecodeOptionsPopover</name>
    <message>
        <source>Again: “{span}”</source>
        <translation>फिर से: “{span}”</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>आरंभ</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>स्वचालित</translation>
    </message>
    <message>
        <source>The one in use</source>
        <translation>जो उपयोग में है</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>फिर सुनें</translation>
    </message>
    <message>
        <source>What comes out is compared before anything is changed</source>
        <translation>कुछ भी बदलने से पहले परिणाम की तुलना की जाती है</translation>
    </message>
</context>
<context>
    <name>ReplayExportDialog</name>
    <message>
        <source>Save the annealing</source>
        <translation>बनने की प्रक्रिया सहेजें</translation>
    </message>
    <message>
        <source>{share} done</source>
        <translation>{share} पूरा</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>{file} के नाम से सहेजा गया।</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>{seconds} long, {frames} fps; the finished text stays for a moment.</source>
        <translation>{seconds} लंबा, {frames} fps; पूरा पाठ थोड़ी देर रहता है।</translation>
    </message>
    <message>
        <source>One file that any browser shows, without a network: to play, to step through and to see what else each word could have been.</source>
        <translation>एक ही फ़ाइल, जिसे कोई भी ब्राउज़र बिना नेटवर्क दिखाता है: चलाएँ, चरण-दर-चरण देखें और जानें कि हर शब्द और क्या हो सकता था।</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>चरण {step}/{steps}</translation>
    </message>
    <message>
        <source>end</source>
        <translation>अंत</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>{seconds} long, {frames} fps: it anneals while the voice begins, then the spoken word is lit.</source>
        <translation>{seconds} लंबा, {frames} fps: आवाज़ शुरू होते ही पाठ बनता है, फिर बोला गया शब्द चमकता है।</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>मसौदा</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>शोर</translation>
    </message>
    <message>
        <source>{ms} ms · {share} % settled · {nats} nats</source>
        <translation>{ms} ms · {share} % स्थिर · {nats} nats</translation>
    </message>
    <message>
        <source>Position {position} · {nats} nats</source>
        <translation>स्थान {position} · {nats} nats</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>चलाएँ</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>एक चरण पीछे</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>एक चरण आगे</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>रफ़्तार</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>खंड</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>हल्का या गहरा</translation>
    </message>
    <message>
        <source>The canvas. The arrow keys go from token to token.</source>
        <translation>कैनवस। तीर कुंजियाँ एक टोकन से दूसरे टोकन पर ले जाती हैं।</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>Steps downwards, positions across. Drag, or use the arrow keys, to step.</source>
        <translation>चरण नीचे की ओर, स्थान आड़े। खींचकर या तीर कुंजियों से आगे-पीछे जाएँ।</translation>
    </message>
    <message>
        <source>How a diffusion decoder wrote this, step by step, as Anneal kept it. Point at a word to see what else it could have been.</source>
        <translation>एक डिफ़्यूज़न डिकोडर ने यह चरण-दर-चरण कैसे लिखा, जैसा Anneal ने सहेजा। किसी शब्द पर इंगित करें और देखें कि वह और क्या हो सकता था।</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>इस रूप में सहेजें</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>रंग</translation>
    </message>
    <message>
        <source>GIF, plays anywhere</source>
        <translation>GIF, हर जगह चलता है</translation>
    </message>
    <message>
        <source>MP4 video</source>
        <translation>MP4 वीडियो</translation>
    </message>
    <message>
        <source>WebM video</source>
        <translation>WebM वीडियो</translation>
    </message>
    <message>
        <source>Web page to step through</source>
        <translation>चरण-दर-चरण देखने का वेब पेज</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>हल्का</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरा</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>सहेजें…</translation>
    </message>
    <message>
        <source>With the sound</source>
        <translation>ध्वनि के साथ</translation>
    </message>
</context>
<context>
    <name>RepositoryView</name>
    <message>
        <source>The text of this licence ({name}) could not be shown here. Read it at {link}.</source>
        <translation>इस लाइसेंस ({name}) का पाठ यहाँ नहीं दिखाया जा सका। इसे {link} पर पढ़ें।</translation>
    </message>
    <message>
        <source>{size} to fetch</source>
        <translation>{size} लाना है</translation>
    </message>
    <message>
        <source>is here already</source>
        <translation>पहले से यहाँ है</translation>
    </message>
    <message>
        <source>revision {name}</source>
        <translation>रिविज़न {name}</translation>
    </message>
    <message>
        <source>its authors see who you are</source>
        <translation>बनाने वाले देखते हैं कि आप कौन हैं</translation>
    </message>
    <message>
        <source>Licence: {name}</source>
        <translation>लाइसेंस: {name}</translation>
    </message>
    <message>
        <source>Read this licence</source>
        <translation>यह लाइसेंस पढ़ें</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Words to check</source>
        <translation>जाँचने के शब्द</translation>
    </message>
    <message>
        <source>{checked} of {total} checked</source>
        <translation>{total} में से {checked} जाँचे गए</translation>
    </message>
    <message>
        <source>The words that are most likely wrong, judged by how they settled</source>
        <translation>वे शब्द जो सबसे ज़्यादा ग़लत हो सकते हैं, उनके ठहरने के ढंग से आँके गए</translation>
    </message>
    <message>
        <source>All are right</source>
        <translation>सब सही हैं</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>यह सही है</translation>
    </message>
    <message>
        <source>Take it off the list and go on</source>
        <translation>इसे सूची से हटाएँ और आगे बढ़ें</translation>
    </message>
    <message>
        <source>Another word…</source>
        <translation>दूसरा शब्द…</translation>
    </message>
    <message>
        <source>What the word could be instead</source>
        <translation>यह शब्द और क्या हो सकता है</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>अगला चलाएँ</translation>
    </message>
</context>
<context>
    <name>SampleMenu</name>
    <message>
        <source>Try a sample</source>
        <translation>नमूना आज़माएँ</translation>
    </message>
</context>
<context>
    <name>SecondOpinionController</name>
    <message>
        <source>Ask for a second opinion</source>
        <translation>दूसरी राय लें</translation>
    </message>
    <message>
        <source>Another engine hears all of it; words on which both differ are the first to check</source>
        <translation>दूसरा इंजन सब कुछ सुनता है; जिन शब्दों पर दोनों अलग हैं, उन्हें सबसे पहले जाँचें</translation>
    </message>
    <message>
        <source>second opinion</source>
        <translation>दूसरी राय</translation>
    </message>
    <message>
        <source>{model} hears {differing} of {words} words differently. They are the first to check.</source>
        <translation>{model} को {words} में से {differing} शब्द अलग सुनाई देते हैं। उन्हें सबसे पहले जाँचें।</translation>
    </message>
    <message>
        <source>{model} hears the same words.</source>
        <translation>{model} को वही शब्द सुनाई देते हैं।</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>{model} is listening: {share}</source>
        <translation>{model} सुन रहा है: {share}</translation>
    </message>
    <message>
        <source>The second engine is getting ready…</source>
        <translation>दूसरा इंजन तैयार हो रहा है…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>अनुभाग</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>सेटिंग के अनुभाग</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>ट्रांसक्रिप्शन</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>रिकॉर्डिंग</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>श्रुतलेख</translation>
    </message>
    <message>
        <source>Words and speakers</source>
        <translation>शब्द और वक्ता</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>दिखावट</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>निर्यात</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>फ़ोल्डर</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Play or pause</source>
        <translation>चलाएँ या रोकें</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>एक चरण पीछे</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>एक चरण आगे</translation>
    </message>
    <message>
        <source>Noise, both or guess</source>
        <translation>शोर, दोनों या अनुमान</translation>
    </message>
    <message>
        <source>From token to token</source>
        <translation>एक टोकन से दूसरे टोकन पर</translation>
    </message>
    <message>
        <source>First or last token</source>
        <translation>पहला या आख़िरी टोकन</translation>
    </message>
    <message>
        <source>Another word for the token</source>
        <translation>टोकन के लिए दूसरा शब्द</translation>
    </message>
    <message>
        <source>Leave the token</source>
        <translation>टोकन से हटें</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Open the transcript</source>
        <translation>प्रतिलेख खोलें</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>नाम बदलें</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>टैग</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>निर्यात करें</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>फ़ोल्डर में दिखाएँ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Edit the text; stop editing</source>
        <translation>टेक्स्ट संपादित करें; संपादन समाप्त करें</translation>
    </message>
    <message>
        <source>Play or pause while editing</source>
        <translation>संपादन के दौरान चलाएँ या रोकें</translation>
    </message>
    <message>
        <source>Wave, spectrogram or both</source>
        <translation>तरंग, स्पेक्ट्रोग्राम या दोनों</translation>
    </message>
    <message>
        <source>Take a suggestion</source>
        <translation>कोई सुझाव लें</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>पूर्ववत करें</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>फिर से करें</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>खोजें और बदलें</translation>
    </message>
    <message>
        <source>Join with the next segment</source>
        <translation>अगले खंड से जोड़ें</translation>
    </message>
    <message>
        <source>Delete this segment</source>
        <translation>यह खंड हटाएँ</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>यह खंड दोहराएँ</translation>
    </message>
    <message>
        <source>Set the speaker</source>
        <translation>वक्ता चुनें</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>लाइब्रेरी पर वापस</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>अगला शब्द</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>यह सही है</translation>
    </message>
    <message>
        <source>Another word</source>
        <translation>दूसरा शब्द</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>फिर सुनें</translation>
    </message>
    <message>
        <source>Listen again with another word</source>
        <translation>दूसरे शब्द के साथ फिर सुनें</translation>
    </message>
    <message>
        <source>Play the differences</source>
        <translation>अंतर सुनें</translation>
    </message>
    <message>
        <source>Use the new words; keep the original</source>
        <translation>नए शब्द लें; मूल रखें</translation>
    </message>
    <message>
        <source>Larger or smaller letters</source>
        <translation>बड़े या छोटे अक्षर</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>कीबोर्ड शॉर्टकट</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>कहीं भी</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>कैनवस पर</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>लाइब्रेरी में</translation>
    </message>
    <message>
        <source>In the reading view</source>
        <translation>पढ़ने के दृश्य में</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>संपादक में</translation>
    </message>
    <message>
        <source>Checking words</source>
        <translation>शब्द जाँचना</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Library</source>
        <translation>लाइब्रेरी</translation>
    </message>
    <message>
        <source>All your transcripts</source>
        <translation>आपके सभी प्रतिलेख</translation>
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
        <translation>{size}/से॰</translation>
    </message>
</context>
<context>
    <name>SpeakersMenu</name>
    <message>
        <source>Speaker {number}</source>
        <translation>वक्ता {number}</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>वक्ता</translation>
    </message>
    <message>
        <source>Listening to the voices: {share}</source>
        <translation>आवाज़ें सुनी जा रही हैं: {share}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>The voice of {name} is remembered on this machine, and named in later files.</source>
        <translation>{name} की आवाज़ इस मशीन पर याद है और आगे की फ़ाइलों में नाम से दिखेगी।</translation>
    </message>
    <message>
        <source>Only one voice was found.</source>
        <translation>केवल एक आवाज़ मिली।</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>कौन बोल रहा है</translation>
    </message>
    <message>
        <source>Find who speaks</source>
        <translation>पता करें कौन बोल रहा है</translation>
    </message>
    <message>
        <source>This is said by</source>
        <translation>यह कहता है</translation>
    </message>
    <message>
        <source>Remember this voice</source>
        <translation>यह आवाज़ याद रखें</translation>
    </message>
    <message>
        <source>Forget a voice</source>
        <translation>एक आवाज़ भूलें</translation>
    </message>
</context>
<context>
    <name>SpectrogramLane</name>
    <message>
        <source>what the model hears</source>
        <translation>मॉडल क्या सुनता है</translation>
    </message>
    <message>
        <source>Spectrogram of the segment</source>
        <translation>खंड का स्पेक्ट्रोग्राम</translation>
    </message>
    <message>
        <source>What the model hears; click to play</source>
        <translation>मॉडल क्या सुनता है; चलाने के लिए क्लिक करें</translation>
    </message>
</context>
<context>
    <name>SpokenLanguageMenu</name>
    <message>
        <source>Spoken language</source>
        <translation>बोली जाने वाली भाषा</translation>
    </message>
    <message>
        <source>As for all files</source>
        <translation>जैसी सभी फ़ाइलों के लिए</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>स्वचालित</translation>
    </message>
</context>
<context>
    <name>StartDropdown</name>
    <message>
        <source>The model&apos;s own way</source>
        <translation>मॉडल का अपना तरीका</translation>
    </message>
    <message>
        <source>Noise alone</source>
        <translation>केवल शोर</translation>
    </message>
    <message>
        <source>With a draft</source>
        <translation>मसौदे के साथ</translation>
    </message>
    <message>
        <source>Noise: random tokens and nothing else, the published way. The denoiser alone hears and writes.</source>
        <translation>शोर: केवल बेतरतीब टोकन, जैसा प्रकाशित किया गया है। सुनने और लिखने का काम डीनॉइज़र अकेले करता है।</translation>
    </message>
    <message>
        <source>Draft: the denoiser sees a first reading of the sound, made without it, and corrects it.</source>
        <translation>मसौदा: डीनॉइज़र ध्वनि का पहला पाठ देखता है, जो उसके बिना बना है, और उसे सुधारता है।</translation>
    </message>
    <message>
        <source>What the canvas starts from</source>
        <translation>कैनवस किससे आरंभ होता है</translation>
    </message>
</context>
<context>
    <name>StepHeatmap</name>
    <message>
        <source>The noise that the first step was given</source>
        <translation>वह शोर जो पहले चरण को दिया गया</translation>
    </message>
    <message>
        <source>The draft: a first reading of the sound, which every step sees and may change.</source>
        <translation>मसौदा: ध्वनि का पहला पाठ, जिसे हर चरण देखता है और बदल सकता है।</translation>
    </message>
    <message>
        <source>Step {step} took {count} of {all} tokens, the surest first, until its budget of doubt was spent.</source>
        <translation>चरण {step} ने {all} में से {count} टोकन स्वीकार किए, सबसे पक्के पहले, जब तक संदेह की सीमा पूरी नहीं हुई।</translation>
    </message>
    <message>
        <source>Step {step} took {count} of {all} tokens: all that were sure enough.</source>
        <translation>चरण {step} ने {all} में से {count} टोकन स्वीकार किए: वे सभी जो पर्याप्त पक्के थे।</translation>
    </message>
    <message>
        <source>It ended here: the text had settled, and the model was sure.</source>
        <translation>यहाँ समाप्त हुआ: पाठ स्थिर हो गया था और मॉडल आश्वस्त था।</translation>
    </message>
    <message>
        <source>It ended here: no more steps were allowed.</source>
        <translation>यहाँ समाप्त: और चरणों की अनुमति नहीं थी।</translation>
    </message>
    <message>
        <source>It ended here: the text did not fit on the canvas.</source>
        <translation>यहाँ समाप्त हुआ: पाठ कैनवस पर नहीं समाया।</translation>
    </message>
    <message>
        <source>What the first step was given: the draft with noise in it</source>
        <translation>पहले चरण को जो मिला: शोर मिला मसौदा</translation>
    </message>
    <message>
        <source>The draft, a first reading of the sound, which the first step was given</source>
        <translation>मसौदा, ध्वनि का पहला पाठ, जो पहले चरण को मिला</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>Steps of the segment from top to bottom. The arrow keys step through them.</source>
        <translation>खंड के चरण, ऊपर से नीचे। तीर कुंजियों से एक-एक चरण देखें।</translation>
    </message>
    <message>
        <source>Steps downwards, positions across: the stronger the colour, the surer the model; orange was taken back. Click, drag or use the arrow keys (also , and .) to step.</source>
        <translation>चरण नीचे की ओर, स्थान आड़े: रंग जितना गहरा, मॉडल उतना पक्का; नारंगी वापस लिया गया। चलने के लिए क्लिक करें, खींचें या तीर कुंजियाँ ( , और . भी) दबाएँ।</translation>
    </message>
</context>
<context>
    <name>StepsSlider</name>
    <message>
        <source>Quick</source>
        <translation>तेज़</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>गहन</translation>
    </message>
</context>
<context>
    <name>StorageSettingsPage</name>
    <message>
        <source>None</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>New recordings go there; older ones stay where they are.</source>
        <translation>नई रिकॉर्डिंग वहाँ जाएँगी; पुरानी जहाँ हैं वहीं रहेंगी।</translation>
    </message>
    <message>
        <source>Put a folder with an adapter there, and it can be chosen as a model.</source>
        <translation>वहाँ एडाप्टर वाला फ़ोल्डर रखें, फिर उसे मॉडल के रूप में चुना जा सकता है।</translation>
    </message>
    <message>
        <source>New files here are transcribed automatically, and written as Exports says: as text, if nothing else.</source>
        <translation>यहाँ की नई फ़ाइलें अपने आप लिखी जाती हैं और “निर्यात” के अनुसार सहेजी जाती हैं: और कुछ नहीं तो पाठ के रूप में।</translation>
    </message>
    <message>
        <source>Your library is stored here.</source>
        <translation>आपकी लाइब्रेरी यहाँ रखी है।</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>फ़ोल्डर</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>रिकॉर्डिंग</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>बाकी सब</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>निगरानी वाला फ़ोल्डर</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{number} s</source>
        <translation>{number} से॰</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} घं॰ {minutes} मि॰</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} मि॰</translation>
    </message>
</context>
<context>
    <name>TokenInspector</name>
    <message>
        <source>Token details</source>
        <translation>टोकन का ब्योरा</translation>
    </message>
    <message>
        <source>taken: {token} · guess: {guess} {share}</source>
        <translation>स्वीकृत: {token} · अनुमान: {guess} {share}</translation>
    </message>
    <message>
        <source>Still changing at the last step</source>
        <translation>आख़िरी चरण तक बदलता रहा</translation>
    </message>
    <message>
        <source>Guess unchanged since step {step}</source>
        <translation>चरण {step} से अनुमान अपरिवर्तित</translation>
    </message>
    <message>
        <source>now: {token} · guess: {guess} {share}</source>
        <translation>अभी: {token} · अनुमान: {guess} {share}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>अनिश्चित</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>स्थिर</translation>
    </message>
    <message>
        <source>settling</source>
        <translation>स्थिर हो रहा</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>वापस लिया</translation>
    </message>
    <message>
        <source>position {position} · step {step} · {state} · {nats} nats</source>
        <translation>स्थान {position} · चरण {step} · {state} · {nats} नैट</translation>
    </message>
    <message>
        <source>ended: settled, and sure ({nats} nats a token)</source>
        <translation>अंत: स्थिर और पक्का ({nats} नैट प्रति टोकन)</translation>
    </message>
    <message>
        <source>step took {count} tokens · {nats} nats</source>
        <translation>चरण ने {count} टोकन लिए · {nats} नैट</translation>
    </message>
    <message>
        <source>step took {count} tokens · {nats} nats, budget {budget}</source>
        <translation>चरण: {count} टोकन · {nats} नैट, सीमा {budget}</translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Typing</source>
        <translation>टाइपिंग</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>बाँटना</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>जोड़ना</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Raw text</source>
        <translation>मूल पाठ</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>वक्ता</translation>
    </message>
    <message>
        <source>Text of the transcript</source>
        <translation>प्रतिलेख का पाठ</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>annealing…</source>
        <translation>टेक्स्ट बन रहा है…</translation>
    </message>
    <message>
        <source>writing…</source>
        <translation>लिख रहा है…</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>ट्रांसक्रिप्ट</translation>
    </message>
    <message>
        <source>Replay this segment</source>
        <translation>यह खंड फिर से चलाएँ</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>नवीनतम</translation>
    </message>
    <message>
        <source>Go to the newest line, and stay there</source>
        <translation>नवीनतम पंक्ति पर जाएँ और वहीं रहें</translation>
    </message>
</context>
<context>
    <name>TranscriptionPage</name>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
</context>
<context>
    <name>TranscriptionQueue</name>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>प्रगति</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>रफ़्तार</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>रिकॉर्डिंग चालू</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>getting ready</source>
        <translation>तैयारी</translation>
    </message>
    <message>
        <source>transcribing</source>
        <translation>ट्रांसक्राइब हो रहा है</translation>
    </message>
    <message>
        <source>done</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>रद्द</translation>
    </message>
</context>
<context>
    <name>TranscriptionSettingsPage</name>
    <message>
        <source>{name} · not found</source>
        <translation>{name} · नहीं मिला</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>खोजा जा रहा है…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>अपने-आप</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>ऑटो</translation>
    </message>
    <message>
        <source>The model&apos;s own way</source>
        <translation>मॉडल का अपना तरीका</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>रखें</translation>
    </message>
    <message>
        <source>This model writes from left to right: it takes no steps, and starts from nothing.</source>
        <translation>यह मॉडल बाएँ से दाएँ लिखता है: इसमें न चरण हैं, न कोई शुरुआती पाठ।</translation>
    </message>
    <message>
        <source>It cannot be used: {reason}.</source>
        <translation>इसका इस्तेमाल नहीं हो सकता: {reason}।</translation>
    </message>
    <message>
        <source>Trained for {languages}</source>
        <translation>इनके लिए प्रशिक्षित: {languages}</translation>
    </message>
    <message>
        <source>Loading model…</source>
        <translation>मॉडल लोड हो रहा है…</translation>
    </message>
    <message>
        <source>Running on: {device} ({precision}), tested</source>
        <translation>इस पर चल रहा है: {device} ({precision}), परखा हुआ</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>ट्रांसक्रिप्शन</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>आरंभ</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>उन्नत</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>What turns speech into text</source>
        <translation>जो आवाज़ को टेक्स्ट में बदलता है</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>डिवाइस</translation>
    </message>
    <message>
        <source>Where the model computes</source>
        <translation>मॉडल कहाँ गणना करता है</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Language of the speech</source>
        <translation>बोली जाने वाली भाषा</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>चरण</translation>
    </message>
    <message>
        <source>More steps: slower, often better</source>
        <translation>ज़्यादा चरण: धीमा, पर अक्सर बेहतर</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>मार्गदर्शन</translation>
    </message>
    <message>
        <source>How much more the sound counts than what would be written without it. Takes twice the work</source>
        <translation>ध्वनि उस टेक्स्ट से कितनी अधिक गिनी जाए जो उसके बिना लिखा जाता। इसमें दोगुना काम लगता है</translation>
    </message>
    <message>
        <source>Repeated phrases</source>
        <translation>दोहराए गए वाक्यांश</translation>
    </message>
    <message>
        <source>Phrases that the model repeats to fill the canvas</source>
        <translation>वे वाक्यांश जिन्हें मॉडल कैनवस भरने के लिए दोहराता है</translation>
    </message>
    <message>
        <source>When done</source>
        <translation>पूरा होने पर</translation>
    </message>
    <message>
        <source>Copy the text when done</source>
        <translation>पूरा होने पर टेक्स्ट कॉपी करें</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>मॉडल…</translation>
    </message>
    <message>
        <source>Download, verify, import and delete models</source>
        <translation>मॉडल डाउनलोड करें, जाँचें, इम्पोर्ट करें और हटाएँ</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>टेक्स्ट क्लिपबोर्ड पर कॉपी करें</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Undo: {what}</source>
        <translation>पूर्ववत करें: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>पूर्ववत करें</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>फिर से करें: {what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>फिर से करें</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>गति</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>दोहराएँ</translation>
    </message>
    <message>
        <source>Repeat this segment</source>
        <translation>यह खंड दोहराएँ</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>वक्ता</translation>
    </message>
    <message>
        <source>Who speaks here. A new name counts everywhere; the name of another speaker, or Ctrl+1 to 9, for this turn</source>
        <translation>यहाँ कौन बोल रहा है। नया नाम हर जगह लागू होता है; किसी दूसरे वक्ता का नाम, या Ctrl+1 से 9, केवल इस बारी पर</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>संपादित करें</translation>
    </message>
    <message>
        <source>Edit the text; Esc goes back to listening</source>
        <translation>पाठ संपादित करें; Esc से वापस सुनने पर</translation>
    </message>
    <message>
        <source>More</source>
        <translation>और</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>View</source>
        <translation>दृश्य</translation>
    </message>
    <message>
        <source>What the model hears</source>
        <translation>मॉडल क्या सुनता है</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Waveform</source>
        <translation>तरंग-रूप</translation>
    </message>
    <message>
        <source>The arrow keys choose a finished segment</source>
        <translation>तीर कुंजियाँ कोई पूरा हुआ खंड चुनती हैं</translation>
    </message>
    <message>
        <source>{times}: click to show it</source>
        <translation>{times}: दिखाने के लिए क्लिक करें</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Speech, out of noise</source>
        <translation>शोर से उभरते शब्द</translation>
    </message>
    <message>
        <source>Press Record and speak, or drop audio or video anywhere here.
Random words settle into yours, step by step.</source>
        <translation>“रिकॉर्ड करें” दबाएँ और बोलें, या ऑडियो या वीडियो यहाँ कहीं भी छोड़ें।
बेतरतीब शब्द कदम-दर-कदम आपके शब्द बन जाते हैं।</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>नमूना आज़माएँ</translation>
    </message>
    <message>
        <source>Transcribe a short clip that comes with Anneal</source>
        <translation>Anneal के साथ आई एक छोटी क्लिप ट्रांसक्राइब करें</translation>
    </message>
    <message>
        <source>Try it:</source>
        <translation>आज़माएँ:</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>फ़ाइलें खोलें…</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>फ़ाइलें खोलें</translation>
    </message>
</context>
<context>
    <name>WhisperCompareController</name>
    <message>
        <source>Compare with Whisper…</source>
        <translation>Whisper से तुलना करें…</translation>
    </message>
    <message>
        <source>The segment at the cursor, denoised and written token by token, on one clock</source>
        <translation>कर्सर पर का खंड, डीनॉइज़ किया हुआ और टोकन-दर-टोकन लिखा हुआ, एक ही घड़ी पर</translation>
    </message>
    <message>
        <source>{model} is not here: {size}, {licence}.</source>
        <translation>{model} यहाँ नहीं है: {size}, {licence}।</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>डाउनलोड…</translation>
    </message>
</context>
<context>
    <name>WhisperCompareDialog</name>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Measured: the decoders alone, without the encoder; Anneal&apos;s steps when this was transcribed.</source>
        <translation>मापा गया: केवल डिकोडर, एनकोडर के बिना; Anneal के चरण ट्रांसक्राइब करते समय।</translation>
    </message>
    <message>
        <source>{share} of the words are the same</source>
        <translation>{share} शब्द एक जैसे हैं</translation>
    </message>
    <message>
        <source>struck through: only Anneal · underlined: only Whisper</source>
        <translation>कटा हुआ: केवल Anneal · रेखांकित: केवल Whisper</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n step(s)</source>
        <translation>
            <numerusform>{ms}&#xa0;ms · %n चरण</numerusform>
            <numerusform>{ms}&#xa0;ms · %n चरण</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>तैयारी हो रही है…</translation>
    </message>
    <message>
        <source>The model finishes a segment first.</source>
        <translation>मॉडल पहले एक खंड पूरा कर रहा है।</translation>
    </message>
    <message>
        <source>Loading Whisper…</source>
        <translation>Whisper लोड हो रहा है…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>फ़ाइल पढ़ी जा रही है…</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>सुन रहा है…</translation>
    </message>
    <message numerus="yes">
        <source>{ms} ms · %n token(s)</source>
        <translation>
            <numerusform>{ms}&#xa0;ms · %n टोकन</numerusform>
            <numerusform>{ms}&#xa0;ms · %n टोकन</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with Whisper: {title}</source>
        <translation>Whisper से तुलना: {title}</translation>
    </message>
    <message>
        <source>Anneal, all words at once</source>
        <translation>Anneal, सब शब्द एक साथ</translation>
    </message>
    <message>
        <source>Whisper, token by token</source>
        <translation>Whisper, टोकन-दर-टोकन</translation>
    </message>
    <message>
        <source>Anneal and Whisper, word by word</source>
        <translation>Anneal और Whisper, शब्द-दर-शब्द</translation>
    </message>
    <message>
        <source>Play both again</source>
        <translation>दोनों फिर से चलाएँ</translation>
    </message>
    <message>
        <source>Let Whisper write again</source>
        <translation>Whisper से फिर लिखवाएँ</translation>
    </message>
    <message>
        <source>Measure it once more, now that it is loaded</source>
        <translation>अब जब यह लोड है, फिर से मापें</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>रफ़्तार</translation>
    </message>
    <message>
        <source>1× is as fast as it really was</source>
        <translation>1× वही गति है जो वास्तव में थी</translation>
    </message>
</context>
<context>
    <name>WorkStatus</name>
    <message numerus="yes">
        <source>%n file(s) transcribed</source>
        <translation>
            <numerusform>%n फ़ाइल लिप्यंतरित</numerusform>
            <numerusform>%n फ़ाइलें लिप्यंतरित</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be transcribed</source>
        <translation>
            <numerusform>%n फ़ाइल लिप्यंतरित नहीं हो सकी</numerusform>
            <numerusform>%n फ़ाइलें लिप्यंतरित नहीं हो सकीं</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WrittenText</name>
    <message>
        <source>{model} writes from left to right: there is no canvas to watch.</source>
        <translation>{model} बाएँ से दाएँ लिखता है: देखने के लिए कोई कैनवस नहीं है।</translation>
    </message>
</context>
<context>
    <name>_DropZone</name>
    <message>
        <source>Drop audio or video here</source>
        <translation>ऑडियो या वीडियो यहाँ छोड़ें</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>फ़ाइलें खोलें…</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>फ़ाइलें खोलें</translation>
    </message>
</context>
<context>
    <name>_Handle</name>
    <message>
        <source>Border between canvas and transcript</source>
        <translation>कैनवस और प्रतिलेख के बीच की सीमा</translation>
    </message>
    <message>
        <source>Drag to share the room between canvas and transcript</source>
        <translation>कैनवस और प्रतिलेख के बीच जगह बाँटने के लिए खींचें</translation>
    </message>
</context>
<context>
    <name>_PlayPauseButton</name>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>चलाएँ</translation>
    </message>
</context>
<context>
    <name>_RowDelegate</name>
    <message>
        <source>Transcribe again</source>
        <translation>फिर से ट्रांसक्राइब करें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>सूची से हटाएँ</translation>
    </message>
</context>
</TS>
