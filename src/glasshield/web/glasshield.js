/*!
Glasshield, Copyright 2026 the Glasshield authors, Apache-2.0. It holds code of:

----

d3-array 3.2.5 (ISC)

Copyright 2010-2026 Mike Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose
with or without fee is hereby granted, provided that the above copyright notice
and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.

----

d3-geo 3.1.1 (ISC)

Copyright 2010-2024 Mike Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose
with or without fee is hereby granted, provided that the above copyright notice
and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.

This license applies to GeographicLib, versions 1.12 and later.

Copyright 2008-2012 Charles Karney

Permission is hereby granted, free of charge, to any person obtaining a copy of
this software and associated documentation files (the "Software"), to deal in
the Software without restriction, including without limitation the rights to
use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of
the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS
FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT.  IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER
IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

----

three 0.187.0 (MIT)

The MIT License

Copyright © 2010-2026 three.js authors

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.

----

topojson-client 3.1.0 (ISC)

Copyright 2012-2019 Michael Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose
with or without fee is hereby granted, provided that the above copyright notice
and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.
*/
var DS="glasshield-view/1",wi=class extends Error{constructor(t,i){super(`the document cannot be shown: ${t}: ${i}`);this.fault=t;this.detail=i}fault;detail;name="DocumentError"},OS={title:"table",mark:"text",names:"table",phases:"list",sensors:"list",batteries:"list",places:"list",flights:"list",sees:"table",reaches:"table",meets:"table",defends:"table",cells:"table",claims:"list",arguments:"list",plans:"list",assumptions:"list",sources:"list",disclaimer:"table"},FS=["phases","sensors","batteries","places","flights","claims","plans","sources"];function Qg(n){let e=Wd(n);if(!e_(e))throw new wi("not-a-view","no object");if(e.form!==DS)throw new wi("other-form",BS(e.form));let t=Object.entries(OS).find(([i,r])=>t_(e[i])!==r);if(t!==void 0)throw new wi("not-a-view",t[0]);for(let i of FS){let r=e[i].findIndex(s=>!US(s));if(r>=0)throw new wi("not-a-view",`${i}[${r}]`)}return e}function Wd(n){try{return JSON.parse(n)}catch(e){throw new wi("not-json",e instanceof Error?e.message:"")}}function e_(n){return t_(n)==="table"}function US(n){return e_(n)&&typeof n.id=="string"}function t_(n){return typeof n=="string"?"text":Array.isArray(n)?"list":typeof n=="object"&&n!==null?"table":null}function BS(n){return typeof n=="string"?n.slice(0,100):""}var Wi=.0033528106647474805;var Xi=6378137*(1-Wi),wr=Wi*(2-Wi),Je=(2*6378137+Xi)/3,zS=wr/(1-wr),VS=3;function Ce(n){return n*(Math.PI/180)}function ye(n){return n*(180/Math.PI)}function $i(n){let e=n%(2*Math.PI);return e<0?e+2*Math.PI:e}function jr(n){return $i(n+Math.PI)-Math.PI}function cn(n,e,t){let i=Math.sin(n),r=6378137/Math.sqrt(1-wr*i**2),s=(r+t)*Math.cos(n),o=(r*(1-wr)+t)*i;return[s*Math.cos(e),s*Math.sin(e),o]}function Ft([n,e,t]){let i=Math.hypot(n,e),[r,s]=Xd(t,i*(1-Wi)),o=t,a=i;for(let h=0;h<VS;h++)o=t+zS*Xi*r**3,a=i-wr*6378137*s**3,[r,s]=Xd((1-Wi)*o,a);let[l,c]=Xd(o,a),u=i*c+t*l-6378137*Math.sqrt(1-wr*l**2);return{lat_rad:Math.atan2(o,a),lon_rad:Math.atan2(e,n),height_m:u}}function Si(n,e){let[t,i]=[Math.sin(n),Math.cos(n)],[r,s]=[Math.sin(e),Math.cos(e)];return[[-r,s,0],[-t*s,-t*r,i],[i*s,i*r,t]]}function yl([n,e,t],[i,r,s]){return[n[0]*i+e[0]*r+t[0]*s,n[1]*i+e[1]*r+t[1]*s,n[2]*i+e[2]*r+t[2]*s]}function Mt(n,e){return n[0]*e[0]+n[1]*e[1]+n[2]*e[2]}function Sr(n,e){return[n[1]*e[2]-n[2]*e[1],n[2]*e[0]-n[0]*e[2],n[0]*e[1]-n[1]*e[0]]}function yt(n,e){return[n[0]+e[0],n[1]+e[1],n[2]+e[2]]}function Mi(n,e){return[n[0]-e[0],n[1]-e[1],n[2]-e[2]]}function ct(n,e){return[n[0]*e,n[1]*e,n[2]*e]}function fn(n){return Math.hypot(n[0],n[1],n[2])}function Xd(n,e){let t=Math.hypot(n,e);return[n/t,e/t]}function ht(n,e,t=e.setting){let i=n.phases.findIndex(r=>r.id===t.phase);return i>=0?i:0}function Gt(n,e,t){return xl(e,n.names[t])??t}function Ms(n,e,t){return xl(e,n.short[t]??n.names[t])??t}function xl(n,e){return e===void 0?null:e[n.language]}function Es(n,e){let t=n.phases[ht(n,e)]?.id??"",{parties:i,sensors:r}=e.filters;return n.sensors.filter(s=>s.phases.includes(t)&&!i.includes(s.party)&&!r.includes(s.id))}function Jr(n,e){let t=n.phases[ht(n,e)]?.id??"";return n.batteries.filter(i=>i.deployed.some(r=>r.phase===t&&r.count>0)&&!e.filters.parties.includes(i.party))}function i_(n,e){return n.claims.find(t=>t.id===e.claim)??null}function On(n,e){let t=i_(n,e),i=n.flights.filter(s=>s.role==="disputed");if(t===null)return i;let r=new Set(t.flights.map(s=>Mr(s.id)));return i.filter(s=>r.has(s.id))}function Fn(n,e){let t=ht(n,e),i=new Set(n.cells.layers.filter(r=>r.phase===t).map(r=>`${r.launch}.${r.missile}`));return n.flights.filter(r=>r.role==="threat"&&i.has(`${r.launch}.${r.missile}`))}function Mr(n){let[e="",t="",i=""]=n.split(":");return`${t}.${i}.${e}`}function qi(n,e,t){if(t!==null)return t;let i=WS(n,e);if(i!==null)return i;let r=ht(n,e),o=[...new Set(n.reaches.by.filter((l,c)=>n.reaches.phase[c]===r))].map(l=>GS(n,r,l)),a={};return n.flights.forEach((l,c)=>{if(l.role!=="disputed")return;let u=new Set(o.map(d=>d.get(c)??"no")),[h="no"]=u;a[l.id]=u.size>1?"depends":h}),a}function GS(n,e,t){let{reaches:i}=n,r=i.phase.flatMap((l,c)=>l===e?[c]:[]),s=new Set(r.filter(l=>i.by[l]===t).map(l=>i.battery[l])),o=new Map,a=new Set;for(let l of r){let[c,u]=[i.flight[l],i.battery[l]],h=`${c}/${u}`;(s.has(u)?i.by[l]!==t:a.has(h))||(a.add(h),o.set(c,HS(o.get(c)??"no",i.verdict[l])))}return o}var n_=["yes","depends","no"];function HS(n,e){return n_.indexOf(n)<=n_.indexOf(e)?n:e}function WS(n,e){let t=i_(n,e),{party:i}=e.setting;if(t===null||i===null)return null;let r=t.verdicts.find(l=>l.assumptions===i||l.party===i);if(r===void 0)return null;let[s,o]=t.denied?["yes","no"]:["no","yes"],a={holds:s,fails:o,undecided:"depends"};return Object.fromEntries(t.flights.map(l=>{let c=l.verdict[r.assumptions]??"undecided";return[Mr(l.id),a[c]]}))}function Qr(n,e,t=e.setting){let i=ht(n,e,t),r=n.cells.layers.filter(a=>a.phase===i),s=n.flights.find(a=>a.id===e.flight),o=r.filter(a=>a.launch===s?.launch&&a.missile===s.missile);return o.length>0?o:r}function es(n,e){let t=new Uint8Array(e);for(let i of n)for(let r=0;r<e;r++){let s=i.state.charCodeAt(r)-48;s>0&&(t[r]=t[r]===0?s:Math.min(t[r],s))}return t}function Er(n){return n.cells.bands.reduce((e,{count:t})=>e+t.reduce((i,r)=>i+r,0),0)}function pn(n,e,t){return n.selected?.kind===e&&n.selected.id===t}function lt(n,e){return{kind:n,id:e}}function vl(n,e){let t=n.time_s,i=t.findIndex(l=>l>=e);if(i<=0)return bl(n,i<0?t.length-1:0);let[r,s]=[t[i-1],t[i]],o=(e-r)/(s-r),a=ct(bl(n,i-1),1-o);return yt(a,ct(bl(n,i),o))}function Vo(n,e,t){let i=n.time_s.flatMap((r,s)=>r>e&&r<t?[s]:[]);return $d([vl(n,e),...i.map(r=>bl(n,r)),vl(n,t)])}function $d(n){let e=n.map(Ft);return{lon_deg:Float64Array.from(e,t=>ye(t.lon_rad)),lat_deg:Float64Array.from(e,t=>ye(t.lat_rad)),height_m:Float64Array.from(e,t=>t.height_m)}}function qd(n,e=0){return{lon_deg:Float64Array.from(n,t=>ye(t.lon_rad)),lat_deg:Float64Array.from(n,t=>ye(t.lat_rad)),height_m:new Float64Array(n.length).fill(e)}}function wl(n){return{lon_deg:Float64Array.from(n,e=>e[0]??0),lat_deg:Float64Array.from(n,e=>e[1]??0),height_m:new Float64Array(n.length)}}function Yi(n){return n.map(e=>[ye(e.lon_rad),ye(e.lat_rad)])}function Go(n,e){return{lat_rad:Ce(n),lon_rad:Ce(e)}}function bl(n,e){return cn(Ce(n.lat_deg[e]),Ce(n.lon_deg[e]),1e3*n.height_km[e])}var r_={"legend.cell_depends":{en:"defended or not, depending on uncertain values",ru:"прикрыто или нет — зависит от неопределённых значений"},"legend.cell_no":{en:"within the missile’s range, not defended",ru:"в пределах дальности ракеты, не прикрыто"},"legend.cell_yes":{en:"defended at both ends of the uncertain values",ru:"прикрыто при любых из неопределённых значений"},"legend.circle":{en:"greatest ground range counted for the interceptor",ru:"наибольшая учтённая дальность перехватчика"},"legend.dot_depends":{en:"reached at one stated speed, or too close to call",ru:"возможен лишь при одной из скоростей или на грани"},"legend.dot_no":{en:"reached at none",ru:"невозможен ни при одной"},"legend.dot_yes":{en:"reached at every stated speed",ru:"перехват возможен при любой из названных скоростей"},"legend.fan":{en:"radar coverage",ru:"зона обзора РЛС"},"legend.flight_depends":{en:"depends on a disputed or uncertain value",ru:"зависит от спорного или неопределённого значения"},"legend.flight_no":{en:"not reached",ru:"перехват невозможен"},"legend.flight_yes":{en:"reached",ru:"перехват возможен"},"legend.launch":{en:"launch area",ru:"район пуска"},"legend.radar":{en:"radar",ru:"РЛС"},"legend.seen":{en:"flight, seen by a radar",ru:"траектория, видимая РЛС"},"legend.site":{en:"interceptors",ru:"перехватчики"},"legend.target":{en:"aim",ru:"цель"},"legend.unseen":{en:"flight, not seen by a radar",ru:"траектория, не видимая РЛС"},"page.mark":{en:"Analysis · simulated from published figures",ru:"Анализ · расчёт по опубликованным данным"},"page.mark_full":{en:"Analysis. Everything here was computed from published figures; nothing was measured, and nothing commands any hardware.",ru:"Анализ. Всё приведённое рассчитано по опубликованным данным; ничто не измерено, и никакой техникой программа не управляет."},"page.mark_short":{en:"ANALYSIS · SIMULATED",ru:"АНАЛИЗ · РАСЧЁТ"},"plot.boost":{en:"boost",ru:"активный участок"},"plot.coast":{en:"coast",ru:"пассивный участок"},"plot.entry":{en:"entry",ru:"вход в атмосферу"},"release.class.ICBM":{en:"ICBM",ru:"МБР"},"release.class.IRBM":{en:"IRBM",ru:"БР промежуточной дальности"},"release.class.MRBM":{en:"MRBM",ru:"БР средней дальности"},"release.class.SRBM":{en:"SRBM",ru:"БР малой дальности"},"release.class.orbital":{en:"an object in orbit",ru:"объект на орбите"},"release.class.unknown":{en:"an object of unknown class",ru:"объект неизвестного класса"},"release.event.confirmed":{en:"confirmed by a second sensor",ru:"подтверждено вторым средством"},"release.event.ended":{en:"ended",ru:"завершён"},"release.event.impact-predicted":{en:"impact predicted",ru:"предсказано место падения"},"release.event.inside-notice":{en:"as its notice says",ru:"соответствует уведомлению"},"release.event.launch-detected":{en:"launch detected",ru:"обнаружен пуск"},"release.event.lost":{en:"lost",ru:"потерян"},"release.event.outside-notice":{en:"outside its notice",ru:"не соответствует уведомлению"},"rule.commit_delay":{en:"it would have to start before the decision to launch",ru:"пуск потребовался бы раньше решения на пуск"},"rule.latest_intercept":{en:"the target would be met too late before its re-entry",ru:"встреча слишком поздно, перед самым входом в атмосферу"},"rule.launch_in_boost":{en:"it would have to start before the target’s burnout",ru:"пуск потребовался бы до конца активного участка цели"},"rule.max_ground_range":{en:"the target stays beyond the greatest ground range",ru:"цель остаётся дальше наибольшей дальности"},"rule.max_intercept_height":{en:"the target flies above the greatest intercept height",ru:"цель летит выше наибольшей высоты перехвата"},"rule.min_intercept_height":{en:"the target never flies above the least intercept height",ru:"цель не поднимается выше наименьшей высоты перехвата"},"rule.not-seen":{en:"no sensor gives the cue",ru:"нет обнаружения, по которому начинают перехват"},"rule.out-of-reach":{en:"the interceptor cannot reach the target’s path in time",ru:"перехватчик не успевает к траектории цели"},"rule.sensor_at_intercept":{en:"no sensor sees the target where it could be met",ru:"там, где возможна встреча, цель не видит ни одно средство"},"status.assumed":{en:"assumed",ru:"принято"},"status.computed":{en:"computed",ru:"рассчитано"},"status.disputed":{en:"disputed",ru:"спорно"},"status.general":{en:"general knowledge",ru:"общеизвестно"},"status.read":{en:"read in the source",ru:"прочитано в источнике"},"status.second-hand":{en:"second-hand",ru:"из вторых рук"},"unseen.below-clouds":{en:"the motor stops below the clouds",ru:"двигатель отработал ниже облаков"},"unseen.below-horizon":{en:"below the horizon",ru:"ниже горизонта"},"unseen.beyond-range":{en:"beyond range",ru:"дальше дальности обнаружения"},"unseen.not-cued":{en:"not pointed there by another sensor",ru:"нет целеуказания от другого средства"},"unseen.outside-sector":{en:"outside the sector",ru:"вне сектора обзора"},"verdict.depends":{en:"depends",ru:"зависит"},"verdict.no":{en:"no",ru:"нет"},"verdict.yes":{en:"yes",ru:"да"},"warning.open-sea":{en:"open sea",ru:"открытое море"},"warning.sea-off":{en:"sea off {country}",ru:"море у берегов: {country}"},"web.address.bad_value":{en:"The link gives {key} a value that cannot be, and it was left out: {value}.",ru:"Недопустимое значение {key} в ссылке, оно пропущено: {value}."},"web.address.other_version":{en:"This link was made by another version ({version}). What it says is not shown; you see the beginning.",ru:"Эта ссылка создана другой версией ({version}). Её содержание не показано: вы видите начальный вид."},"web.address.unknown_key":{en:"The link names something that this version does not know, and it was left out: {key}.",ru:"В ссылке есть то, чего эта версия не знает; это пропущено: {key}."},"web.answers.defends":{en:"It defends",ru:"Прикрывает"},"web.answers.defends_text":{en:"{share} of the people in range, depending on the missile and on uncertain values ({region})",ru:"{share} населения в пределах дальности ракет, смотря по ракете и неопределённым значениям ({region})"},"web.answers.open_text":{en:"; {open} more depend on disputed or uncertain values",ru:"; ещё {open} – смотря по спорным или неопределённым значениям"},"web.answers.reaches":{en:"It reaches",ru:"Достаёт"},"web.answers.reaches_text":{en:"{n} of {all} disputed flights",ru:"{n} из {all} спорных траекторий"},"web.answers.sees":{en:"It sees",ru:"Видит"},"web.answers.sees_text":{en:"{n} of {all} flights against which it is built, by radar",ru:"{n} из {all} траекторий, против которых создан (РЛС)"},"web.argument.assumptions":{en:"Assumptions side by side",ru:"Допущения сторон рядом"},"web.argument.back":{en:"All claims",ru:"Все утверждения"},"web.argument.found":{en:"What the assessment found",ru:"Что установила оценка"},"web.argument.none":{en:"This claim hangs on no speed, delay or range that could be moved here.",ru:"Это утверждение не зависит от скорости, задержки или дальности, которые можно менять здесь."},"web.argument.other_phase":{en:"What is argued is {phase}, whichever phase the map shows.",ru:"Спор идёт о варианте «{phase}», какой бы этап ни был на карте."},"web.argument.title":{en:"The argument",ru:"Спор"},"web.argument.whose":{en:"Under whose assumptions?",ru:"При чьих допущениях?"},"web.argument.wording":{en:"In their words",ru:"Их словами"},"web.cell.unthreatened":{en:"not within the missile’s range",ru:"вне дальности ракеты"},"web.changed.more":{en:{one:"and {n} more",other:"and {n} more"},ru:{one:"и ещё {n}",few:"и ещё {n}",many:"и ещё {n}"}},"web.changed.title":{en:{one:"{n} flight of {all} changes",other:"{n} flights of {all} change"},ru:{one:"{n} полёт из {all} меняется",few:"{n} полёта из {all} меняются",many:"{n} полётов из {all} меняются"}},"web.changed.to":{en:"becomes",ru:"становится"},"web.claims.lead":{en:"Each claim was judged under each side’s assumptions. Open one to argue over it.",ru:"Каждое утверждение проверено при допущениях каждой стороны. Откройте одно, чтобы спорить о нём."},"web.claims.title":{en:"What the parties claim",ru:"Что утверждают стороны"},"web.column.apogee":{en:"Apogee",ru:"Апогей"},"web.column.area":{en:"Area",ru:"Площадь"},"web.column.at_height":{en:"At height",ru:"На высоте"},"web.column.at_least":{en:"At least",ru:"Не менее"},"web.column.at_most":{en:"At most",ru:"Не более"},"web.column.battery":{en:"Battery",ru:"Батарея"},"web.column.begins":{en:"Begins",ru:"Начало"},"web.column.best":{en:"Among the best",ru:"Среди лучших"},"web.column.burnout":{en:"Burnout",ru:"Конец активного участка"},"web.column.by":{en:"Stated by",ru:"Кем названо"},"web.column.class":{en:"Class",ru:"Класс"},"web.column.closes":{en:"Window closes",ru:"Окно закрывается"},"web.column.coasted":{en:"Coasted",ru:"По прогнозу"},"web.column.contributors":{en:"Contributors",ru:"Источники данных"},"web.column.count":{en:"Number",ru:"Число"},"web.column.defended":{en:"Defended",ru:"Прикрыто"},"web.column.ends":{en:"Ends",ru:"Конец"},"web.column.first_seen":{en:"First seen",ru:"Впервые видна"},"web.column.flight":{en:"Flight",ru:"Траектория"},"web.column.flight_phase":{en:"Phase of flight",ru:"Участок полёта"},"web.column.flight_time":{en:"Flight time",ru:"Время полёта"},"web.column.ground_range":{en:"Ground range",ru:"Дальность по земле"},"web.column.height":{en:"Height",ru:"Высота"},"web.column.interceptor":{en:"Interceptor",ru:"Перехватчик"},"web.column.last_seen":{en:"Last seen",ru:"Видна до"},"web.column.lat":{en:"Latitude",ru:"Широта"},"web.column.launch":{en:"Launch area",ru:"Район пуска"},"web.column.least_speed":{en:"Least speed needed",ru:"Наименьшая нужная скорость"},"web.column.lon":{en:"Longitude",ru:"Долгота"},"web.column.missile":{en:"Missile",ru:"Ракета"},"web.column.name":{en:"Name",ru:"Название"},"web.column.notice_area":{en:"Area",ru:"Район"},"web.column.notice_time":{en:"When",ru:"Когда"},"web.column.number":{en:"Track",ru:"Трасса"},"web.column.observer":{en:"Observer",ru:"Наблюдатель"},"web.column.opens":{en:"Window opens",ru:"Окно открывается"},"web.column.party":{en:"Party",ru:"Сторона"},"web.column.people":{en:"People",ru:"Население"},"web.column.power":{en:"Power of the test",ru:"Мощность критерия"},"web.column.radius":{en:"Radius",ru:"Радиус"},"web.column.range":{en:"Range",ru:"Дальность"},"web.column.reached":{en:"Reached",ru:"Перехват возможен"},"web.column.reentry":{en:"Re-entry",ru:"Вход в атмосферу"},"web.column.reference":{en:"Notice",ru:"Уведомление"},"web.column.region":{en:"Region",ru:"Район"},"web.column.role":{en:"Role",ru:"Роль"},"web.column.sensor":{en:"Sensor",ru:"Датчик"},"web.column.sigma":{en:"Burnout speed known within",ru:"Скорость в конце разгона известна с точностью"},"web.column.site":{en:"Site",ru:"Объект"},"web.column.source":{en:"Source",ru:"Источник"},"web.column.speed":{en:"Speed",ru:"Скорость"},"web.column.speed_to":{en:"Burnout speed, up to",ru:"Скорость в конце разгона, до"},"web.column.status":{en:"Status",ru:"Статус"},"web.column.target":{en:"Aim",ru:"Цель"},"web.column.visible":{en:"Sees the flight for",ru:"Видит полёт"},"web.column.why_not":{en:"Why not",ru:"Почему нет"},"web.compare.area":{en:"Defended area",ru:"Прикрытая территория"},"web.compare.better":{en:"better in the second: {area}",ru:"лучше во втором: {area}"},"web.compare.close":{en:"End",ru:"Завершить"},"web.compare.first":{en:"First",ru:"Первый"},"web.compare.flights":{en:{one:"{n} flight of {all} differs",other:"{n} flights of {all} differ"},ru:{one:"{n} полёт из {all} различается",few:"{n} полёта из {all} различаются",many:"{n} полётов из {all} различаются"}},"web.compare.open":{en:"Compare with another setting",ru:"Сравнить с другим вариантом"},"web.compare.party":{en:"Assumptions of the second setting",ru:"Допущения второго варианта"},"web.compare.phase":{en:"Phase of the second setting",ru:"Этап второго варианта"},"web.compare.same":{en:"no difference: {area}",ru:"без различий: {area}"},"web.compare.second":{en:"Second",ru:"Второй"},"web.compare.swap":{en:"Exchange the two",ru:"Поменять местами"},"web.compare.title":{en:"Two settings compared",ru:"Сравнение двух вариантов"},"web.compare.worse":{en:"worse in the second: {area}",ru:"хуже во втором: {area}"},"web.crux.above":{en:"It turns at {value} of {name}: above that a flight comes within reach.",ru:"Поворот: {name} {value}; если больше, полёт становится досягаемым."},"web.crux.below":{en:"It turns at {value} of {name}: below that a flight comes within reach.",ru:"Поворот: {name} {value}; если меньше, полёт становится досягаемым."},"web.crux.between":{en:"a value between {low} and {high}",ru:"между {low} и {high}"},"web.crux.cap":{en:"greatest ground range",ru:"наибольшая дальность"},"web.crux.delay":{en:"delay until launch",ru:"задержка до пуска"},"web.crux.how":{en:"One number moved at a time, all others as they are set. Within {band} of the border nothing is called decided.",ru:"Меняется одно число, остальные – как заданы. Ближе {band} к границе вывод не считается определённым."},"web.crux.never":{en:"No {name} from {low} to {high} turns it.",ru:"Не меняет вывода: {name} от {low} до {high}."},"web.crux.speed":{en:"burnout speed",ru:"скорость в конце активного участка"},"web.crux.title":{en:"On what it hangs",ru:"От чего это зависит"},"web.disclaimer":{en:"Borders in the United Nations’ view; no endorsement implied.",ru:"Границы в представлении ООН; не означает одобрения."},"web.document.inside":{en:"its parts are not of the form that it names",ru:"её части не той формы, которая в ней названа"},"web.document.not_a_view":{en:"The document on this page is no assessment that can be shown: {detail}.",ru:"Документ на этой странице – не оценка, которую можно показать: {detail}."},"web.document.not_json":{en:"The document on this page is damaged: {detail}.",ru:"Документ на этой странице повреждён: {detail}."},"web.document.other_form":{en:"The document was written by another version ({detail}). Make it again with this one.",ru:"Документ записан другой версией ({detail}). Создайте его заново этой версией."},"web.event.apogee":{en:"highest point",ru:"вершина"},"web.event.burnout":{en:"burnout",ru:"конец активного участка"},"web.event.first-seen":{en:"first seen by",ru:"впервые видит"},"web.event.impact":{en:"impact",ru:"падение"},"web.event.last-seen":{en:"last seen by",ru:"последний раз видит"},"web.event.launch":{en:"launch",ru:"пуск"},"web.event.launch-window-closes":{en:"too late to leave",ru:"пускать поздно"},"web.event.launch-window-opens":{en:"interceptor may leave",ru:"пуск перехватчика возможен"},"web.event.meeting":{en:"a meeting could be here",ru:"возможная встреча"},"web.event.reentry":{en:"re-entry",ru:"вход в атмосферу"},"web.event.window-closes":{en:"window closes",ru:"окно закрывается"},"web.event.window-opens":{en:"window opens",ru:"окно открывается"},"web.explain.argued":{en:"As the argument is set",ru:"Как задано в споре"},"web.explain.at_sea":{en:"at sea",ru:"в море"},"web.explain.away":{en:"{distance} away",ru:"в {distance} отсюда"},"web.explain.battery":{en:"Interceptors",ru:"Перехватчики"},"web.explain.best":{en:"Where most is learned",ru:"Где узнать больше всего"},"web.explain.cell":{en:"Piece of ground",ru:"Участок земли"},"web.explain.close":{en:"Close",ru:"Закрыть"},"web.explain.could_meet":{en:"Who could meet it",ru:"Кто мог бы его встретить"},"web.explain.defended_against":{en:"Defended against",ru:"Прикрыто от"},"web.explain.defended_by":{en:"What stands there in this phase",ru:"Что для этого стоит на этом этапе"},"web.explain.disputed":{en:"Disputed flight",ru:"Спорный полёт"},"web.explain.event":{en:"Event of a flight",ru:"Событие полёта"},"web.explain.flights":{en:"Flights",ru:"Полёты"},"web.explain.in_hazard":{en:"inside an area of the notice: nobody is told to stand there",ru:"внутри района из уведомления: вставать здесь не предлагается"},"web.explain.in_orbit":{en:"in orbit",ru:"на орбите"},"web.explain.infrared":{en:"Infrared sensors in orbit",ru:"Инфракрасные датчики на орбите"},"web.explain.live_hint":{en:"Click a track, an alarm or an area: what it is, who sees it, since when, and under which rules it is shown.",ru:"Нажмите на трассу, тревогу или область: что это, кто это видит, с какого времени и по каким правилам показано."},"web.explain.moved":{en:"with numbers moved",ru:"с изменёнными числами"},"web.explain.observer":{en:"Place for an observer",ru:"Место для наблюдателя"},"web.explain.plan":{en:"Announced flight test",ru:"Объявленное лётное испытание"},"web.explain.radar":{en:"Radar",ru:"РЛС"},"web.explain.range_of":{en:"{range} for {area} m²",ru:"{range} для {area} м²"},"web.explain.reaches":{en:"Disputed flights in this phase",ru:"Спорные полёты на этом этапе"},"web.explain.sector":{en:"azimuth {azimuth}, elevation {elevation}",ru:"азимут {azimuth}, угол места {elevation}"},"web.explain.seen":{en:"Who sees it",ru:"Кто его видит"},"web.explain.seen_from":{en:"from {from} to {to}",ru:"с {from} до {to}"},"web.explain.sees":{en:"What it sees in this phase",ru:"Что видит на этом этапе"},"web.explain.shots":{en:{one:"{n} attempt",other:"{n} attempts"},ru:{one:"{n} попытка",few:"{n} попытки",many:"{n} попыток"}},"web.explain.speed_margin":{en:"speed to spare: {margin}",ru:"запас скорости: {margin}"},"web.explain.speeds":{en:"Burnout speed, and who states it",ru:"Скорость и кто её называет"},"web.explain.threat":{en:"Flight against which the phase is built",ru:"Полёт, против которого создан этап"},"web.explain.title":{en:"What was chosen",ru:"Что выбрано"},"web.explain.told":{en:"Who says so",ru:"Кто это говорит"},"web.explain.unknown":{en:"Nothing is known of this here",ru:"Об этом здесь ничего не известно"},"web.explain.warnings":{en:"To be heeded",ru:"На что обратить внимание"},"web.explain.window":{en:"window from {from} to {to}",ru:"окно с {from} до {to}"},"web.fact.apogee":{en:"Highest point",ru:"Вершина"},"web.fact.burnout":{en:"Burnout",ru:"Конец активного участка"},"web.fact.by":{en:"By",ru:"Кем"},"web.fact.cap":{en:"Greatest ground range",ru:"Наибольшая дальность"},"web.fact.cells":{en:"Size",ru:"Размер"},"web.fact.count":{en:"Count",ru:"Число"},"web.fact.duration":{en:"Duration",ru:"Длительность"},"web.fact.ground":{en:"Ground range",ru:"Дальность"},"web.fact.heights":{en:"Heights",ru:"Высоты"},"web.fact.interceptor":{en:"Interceptor",ru:"Перехватчик"},"web.fact.missile":{en:"Missile",ru:"Ракета"},"web.fact.note":{en:"Note",ru:"Примечание"},"web.fact.party":{en:"Party",ru:"Сторона"},"web.fact.phases":{en:"Phase",ru:"Этап"},"web.fact.place":{en:"Place",ru:"Место"},"web.fact.power":{en:"Power",ru:"Мощность критерия"},"web.fact.range":{en:"Range",ru:"Дальность"},"web.fact.search":{en:"Search",ru:"Поиск"},"web.fact.sectors":{en:"Sector",ru:"Сектор"},"web.fact.shown":{en:"On the map",ru:"На карте"},"web.fact.sigma":{en:"Accuracy of the speed",ru:"Точность скорости"},"web.fact.time":{en:"Time",ru:"Время"},"web.fact.visible":{en:"Seen for",ru:"Видно в течение"},"web.figure.failed":{en:"The figure could not be made: nothing is drawn, or this browser gives no canvas.",ru:"Рисунок не создан: ничего не показано или браузер не даёт холста."},"web.figure.png":{en:"Figure PNG",ru:"Рисунок PNG"},"web.figure.svg":{en:"SVG",ru:"SVG"},"web.keys.close":{en:"Close",ru:"Закрыть"},"web.keys.escape":{en:"close what was chosen",ru:"закрыть выбранное"},"web.keys.events":{en:"event before, next event",ru:"предыдущее и следующее событие"},"web.keys.globe":{en:"to the globe",ru:"к глобусу"},"web.keys.help":{en:"this list",ru:"этот список"},"web.keys.home":{en:"where it began",ru:"к началу"},"web.keys.move":{en:"move the globe (when it has the focus)",ru:"двигать глобус (когда он в фокусе)"},"web.keys.on":{en:"Single keys do this anywhere on the globe’s page",ru:"Одиночные клавиши действуют на всей странице глобуса"},"web.keys.phases":{en:"choose a phase",ru:"выбрать этап"},"web.keys.play":{en:"let time run or stop",ru:"запустить или остановить время"},"web.keys.tables":{en:"open or close the tables",ru:"открыть или закрыть таблицы"},"web.keys.title":{en:"Keys",ru:"Клавиши"},"web.keys.turn":{en:"turn and tilt it",ru:"повернуть и наклонить"},"web.keys.zoom":{en:"nearer, farther",ru:"ближе, дальше"},"web.knob.cap":{en:"Greatest ground range",ru:"Наибольшая дальность"},"web.knob.delay":{en:"Delay until launch",ru:"Задержка до пуска"},"web.knob.reset":{en:"back",ru:"вернуть"},"web.knob.speed":{en:"Burnout speed",ru:"Скорость в конце активного участка"},"web.lane.flight":{en:"Flight",ru:"Полёт"},"web.lane.launch-window":{en:"interceptor may leave",ru:"возможен пуск перехватчика"},"web.lane.seen":{en:"seen",ru:"видит"},"web.lane.window":{en:"could meet it",ru:"возможна встреча"},"web.layer.borders":{en:"Coasts and borders",ru:"Берега и границы"},"web.layer.covariances":{en:"Where tracks may be",ru:"Где могут быть цели"},"web.layer.defended":{en:"Defended area",ru:"Прикрытая территория"},"web.layer.disputed":{en:"Disputed flights",ru:"Спорные полёты"},"web.layer.fans":{en:"What radars see",ru:"Что видят РЛС"},"web.layer.flights":{en:"Flights against which it is built",ru:"Полёты, против которых он создан"},"web.layer.graticule":{en:"Grid",ru:"Сетка"},"web.layer.impacts":{en:"Predicted areas",ru:"Предсказанные районы"},"web.layer.labels":{en:"Names",ru:"Названия"},"web.layer.notices":{en:"Announced launches",ru:"Объявленные пуски"},"web.layer.observers":{en:"Places for observers",ru:"Места для наблюдателей"},"web.layer.reach":{en:"Interceptor reach",ru:"Досягаемость перехватчиков"},"web.layer.sites":{en:"Sites and ships",ru:"Объекты и корабли"},"web.layer.tracks":{en:"Tracks",ru:"Трассы"},"web.layer.trails":{en:"Trails",ru:"Следы"},"web.layers.title":{en:"What is shown",ru:"Что показано"},"web.lead":{en:"A missile shield in Europe, computed from published figures. Choose a phase, let a flight run, or move an assumption and see whether the answer turns.",ru:"Европейская ПРО, рассчитанная по опубликованным данным. Выберите этап, запустите полёт или измените допущение – и посмотрите, изменится ли ответ."},"web.least.more":{en:"from more than {speed} km/s",ru:"при скорости больше {speed} км/с"},"web.least.never":{en:"no speed up to 12 km/s",ru:"ни при какой скорости до 12 км/с"},"web.least.value":{en:"from {speed} km/s",ru:"от {speed} км/с"},"web.legend.border":{en:"border",ru:"граница"},"web.legend.cell_better":{en:"better defended in the second",ru:"лучше прикрыто во втором"},"web.legend.cell_same":{en:"no difference",ru:"без различий"},"web.legend.cell_worse":{en:"worse defended in the second",ru:"хуже прикрыто во втором"},"web.legend.contested":{en:"contested or undetermined border",ru:"спорная или неопределённая граница"},"web.legend.covariance":{en:"where it is with 95 % probability",ru:"где она с вероятностью 95 %"},"web.legend.hazard":{en:"area of the notice",ru:"район уведомления"},"web.legend.impact":{en:"predicted impact, 95 %",ru:"предсказанное падение, 95 %"},"web.legend.launch_area":{en:"estimated launch, 95 %",ru:"оценка места пуска, 95 %"},"web.legend.missile":{en:"where the missile is",ru:"где находится ракета"},"web.legend.notice_impact":{en:"announced impact",ru:"объявленное падение"},"web.legend.notice_launch":{en:"announced launch",ru:"объявленный пуск"},"web.legend.observer":{en:"other places",ru:"другие места"},"web.legend.observer_best":{en:"best places together",ru:"лучшие места вместе"},"web.legend.place_least":{en:"less well",ru:"хуже"},"web.legend.place_most":{en:"speed known there to within twice the least deviation",ru:"СКО скорости там не более двух наименьших"},"web.legend.place_none":{en:"nothing learned there",ru:"там ничего не узнать"},"web.legend.place_some":{en:"to within five times",ru:"не более пяти наименьших"},"web.legend.reach":{en:"how high and far an interceptor reaches",ru:"высота и дальность полёта перехватчика"},"web.legend.ship":{en:"interceptors on a ship",ru:"перехватчики на корабле"},"web.legend.special":{en:"other line of separation",ru:"иная линия разделения"},"web.legend.trail":{en:"the last two minutes",ru:"последние две минуты"},"web.legend.unknown":{en:"phase not known",ru:"участок неизвестен"},"web.link.copied":{en:"Copied",ru:"Скопировано"},"web.link.copy":{en:"Copy link",ru:"Ссылка"},"web.link.in_address":{en:"The link stands in the address",ru:"Ссылка – в адресной строке"},"web.live.age.lost":{en:"what is seen is {age} old",ru:"показанному {age}"},"web.live.age.none":{en:"no picture yet: no rule grants one, or nobody sends",ru:"картины ещё нет: ни одно правило её не даёт или никто не передаёт данных"},"web.live.age.now":{en:"the picture is of now",ru:"картина на настоящий момент"},"web.live.age.old":{en:"nothing new for {age}",ru:"нет изменений {age}"},"web.live.alarms.about":{en:"notice {notice}",ru:"уведомление {notice}"},"web.live.alarms.after":{en:"{latency} after the first detection",ru:"через {latency} после первой отметки"},"web.live.alarms.again":{en:"found once more",ru:"найдено повторно"},"web.live.alarms.alarm":{en:"ALARM",ru:"ТРЕВОГА"},"web.live.alarms.more":{en:"All events",ru:"Все события"},"web.live.alarms.newest":{en:"Newest alarm",ru:"Последняя тревога"},"web.live.alarms.none":{en:"Nothing has happened.",ru:"Ничего не произошло."},"web.live.alarms.title":{en:"Alarms and events",ru:"Тревоги и события"},"web.live.behind.behind":{en:"BEHIND LIVE by {age}",ru:"ОТСТАЁТ на {age}"},"web.live.behind.nothing":{en:"The last minutes are kept while the picture comes.",ru:"Последние минуты хранятся, пока картина поступает."},"web.live.behind.now":{en:"Live",ru:"Сейчас"},"web.live.behind.return":{en:"Return to live",ru:"Вернуться к настоящему"},"web.live.behind.slider":{en:"Time, back to {from}",ru:"Время, назад до {from}"},"web.live.behind.title":{en:"Time of the picture",ru:"Время картины"},"web.live.event.against":{en:"Contradicts",ru:"Противоречит"},"web.live.event.detections":{en:"Detections",ru:"Отметок"},"web.live.event.ellipse":{en:"Ellipse, 95 %",ru:"Эллипс, 95 %"},"web.live.event.expected":{en:"Expected",ru:"Ожидается"},"web.live.event.kind":{en:"Event of the live picture",ru:"Событие картины"},"web.live.event.latency":{en:"After the first detection",ru:"После первой отметки"},"web.live.event.notice":{en:"Notice",ru:"Уведомление"},"web.live.event.object":{en:"Object",ru:"Объект"},"web.live.event.place":{en:"Where",ru:"Где"},"web.live.event.region":{en:"Region",ru:"Район"},"web.live.event.time":{en:"When",ru:"Когда"},"web.live.event.told":{en:"Told",ru:"Сообщено"},"web.live.filters.all":{en:"Show everything",ru:"Показать всё"},"web.live.filters.classes":{en:"Classes",ru:"Классы"},"web.live.filters.help":{en:"What is not ticked is left out. A track stays as long as somebody who is ticked has seen it.",ru:"Не отмеченное не показывается. Трасса видна, пока её видел кто-либо из отмеченных."},"web.live.filters.parties":{en:"Parties",ru:"Стороны"},"web.live.filters.sensors":{en:"Sensors",ru:"Средства"},"web.live.filters.title":{en:"What is left out",ru:"Что не показано"},"web.live.link.live":{en:"Live",ru:"На связи"},"web.live.link.lost":{en:"Not live",ru:"Нет связи"},"web.live.link.off":{en:"No centre is asked yet",ru:"Центр ещё не запрошен"},"web.live.link.opening":{en:"Opening the line",ru:"Соединение открывается"},"web.live.link.refused":{en:"Refused",ru:"Отказано"},"web.live.lost.again":{en:"The next attempt is in {wait}.",ru:"Следующая попытка через {wait}."},"web.live.lost.away":{en:"The centre does not answer.",ru:"Центр не отвечает."},"web.live.lost.broken":{en:"What came was no picture.",ru:"Пришло то, что не является картиной."},"web.live.lost.busy":{en:"The centre has more to do than it can.",ru:"Центр перегружен."},"web.live.lost.ended":{en:"The centre ended the line.",ru:"Центр закрыл соединение."},"web.live.lost.retry":{en:"Try now",ru:"Попробовать сейчас"},"web.live.lost.silent":{en:"Nothing comes any more, and the centre does not answer.",ru:"Данных больше нет, и центр не отвечает."},"web.live.lost.unopened":{en:"The centre answers, but opens no line for this page. Perhaps it is of another version: load the page anew.",ru:"Центр отвечает, но не открывает линию для этой страницы. Возможно, у него другая версия: загрузите страницу заново."},"web.live.notices.by":{en:"by {party}, received {time}",ru:"от {party}, принято {time}"},"web.live.notices.none":{en:"Nobody has announced a launch.",ru:"О пусках никто не уведомлял."},"web.live.notices.title":{en:"Notices of launches",ru:"Уведомления о пусках"},"web.live.notices.window":{en:"from {begin} to {end}",ru:"с {begin} до {end}"},"web.live.objects":{en:{one:"{n} object",other:"{n} objects"},ru:{one:"{n} объект",few:"{n} объекта",many:"{n} объектов"}},"web.live.picture.all":{en:"All of them at once",ru:"Все сразу"},"web.live.picture.best":{en:"The earliest and finest (now {number})",ru:"Самая ранняя и точная (сейчас {number})"},"web.live.picture.down":{en:"This picture rests after a failure: nothing is in it, whatever flies.",ru:"Эта картина остановлена после сбоя: в ней ничего нет, что бы ни летело."},"web.live.picture.none":{en:"none",ru:"нет"},"web.live.picture.one":{en:"{number}: {parties}",ru:"{number}: {parties}"},"web.live.picture.title":{en:"Which picture",ru:"Какая картина"},"web.live.place.first-seen":{en:"first seen",ru:"впервые обнаружен"},"web.live.place.impact":{en:"impact",ru:"падение"},"web.live.place.last-seen":{en:"last seen",ru:"последний раз обнаружен"},"web.live.place.launch":{en:"launch",ru:"пуск"},"web.live.place.none":{en:"no place",ru:"место неизвестно"},"web.live.refused.not-allowed":{en:"Whoever has this token is shown no picture.",ru:"Владельцу этого токена картина не показывается."},"web.live.refused.not-known":{en:"The centre does not know this token, or it has ended.",ru:"Центр не знает этого токена, или его срок истёк."},"web.live.rules.ask":{en:"Add",ru:"Добавить"},"web.live.rules.asking":{en:"The centre is asked.",ru:"Запрос к центру."},"web.live.rules.failed":{en:"The centre did not say.",ru:"Центр не ответил."},"web.live.rules.name":{en:"Another party or viewer",ru:"Другая сторона или зритель"},"web.live.rules.not-allowed":{en:"Only a party is told what others would see of its own data.",ru:"Только стороне сообщается, что другие увидели бы из её собственных данных."},"web.live.rules.other":{en:"What {party} would see of it",ru:"Что от него увидела бы сторона {party}"},"web.live.rules.own":{en:"Why this picture shows it",ru:"Почему он есть в этой картине"},"web.live.rules.title":{en:"Under which rules",ru:"По каким правилам"},"web.live.rules.unnamed":{en:"The terms do not name the sensors, so that nobody can be asked about them.",ru:"Условия не называют средства, поэтому о них нельзя спросить."},"web.live.served.no_view":{en:"The assessment did not come from the server.",ru:"Сервер не передал оценку."},"web.live.served.no_world":{en:"Land and borders did not come from the server.",ru:"Сервер не передал сушу и границы."},"web.live.terms.at_once":{en:"at once",ru:"сразу"},"web.live.terms.classes":{en:"only while taken for {classes}",ru:"только пока принят за: {classes}"},"web.live.terms.delay":{en:"{delay} after arrival",ru:"через {delay} после приёма"},"web.live.terms.exact":{en:"numbers as they are",ru:"без округления"},"web.live.terms.factor":{en:"covariances times {factor}",ru:"ковариации, умноженные на {factor}"},"web.live.terms.position":{en:"positions to {step}",ru:"положения до {step}"},"web.live.terms.time":{en:"times to {step}",ru:"моменты времени до {step}"},"web.live.terms.unnamed":{en:"sensors not named",ru:"без названия средств"},"web.live.terms.velocity":{en:"velocities to {step}",ru:"скорости до {step}"},"web.live.time":{en:"{time} UTC",ru:"{time} всемирного времени"},"web.live.title":{en:"The picture of a centre",ru:"Картина центра"},"web.live.token.add":{en:"Another viewer’s token",ru:"Токен другого зрителя"},"web.live.token.bad":{en:"This can be no token: tokens are letters, digits and signs without spaces.",ru:"Это не может быть токеном: токен состоит из букв, цифр и знаков без пробелов."},"web.live.token.help":{en:"From the operator of the centre. It stays in this page and never stands in an address.",ru:"Его выдаёт оператор центра. Он остаётся на этой странице и никогда не стоит в адресе."},"web.live.token.keep":{en:"Keep it until this tab is closed",ru:"Хранить, пока открыта эта вкладка"},"web.live.token.label":{en:"Token",ru:"Токен"},"web.live.token.leave":{en:"Forget this token",ru:"Забыть этот токен"},"web.live.token.open":{en:"Show the picture",ru:"Показать картину"},"web.live.token.wanted":{en:"This link shows the picture of {viewer}: it needs that viewer’s token.",ru:"Эта ссылка показывает картину для {viewer}: нужен токен этого зрителя."},"web.live.track.ago":{en:"{time}, {age} ago",ru:"{time}, {age} назад"},"web.live.track.axes":{en:"± {longer} along, ± {shorter} across",ru:"± {longer} вдоль, ± {shorter} поперёк"},"web.live.track.by":{en:"Who has seen it",ru:"Кто его обнаружил"},"web.live.track.class":{en:"Taken for",ru:"Принят за"},"web.live.track.coasted":{en:"Coasted",ru:"Сопровождение"},"web.live.track.coasted_since":{en:"not found since {time} ({age}): where it is was computed",ru:"не обнаружен с {time} ({age}): положение рассчитано"},"web.live.track.first_seen":{en:"First seen",ru:"Впервые обнаружен"},"web.live.track.gone":{en:"This object is no longer in the picture.",ru:"Этого объекта в картине больше нет."},"web.live.track.height":{en:"Height",ru:"Высота"},"web.live.track.kind":{en:"Track",ru:"Трасса"},"web.live.track.last_seen":{en:"Last seen",ru:"Последний раз обнаружен"},"web.live.track.phase":{en:"Phase",ru:"Участок"},"web.live.track.phases":{en:"boost {boost}, coast {coast}, entry {entry}",ru:"активный {boost}, пассивный {coast}, вход {entry}"},"web.live.track.place":{en:"Above",ru:"Над"},"web.live.track.speed":{en:"Speed",ru:"Скорость"},"web.live.track.terms":{en:"Released",ru:"Выдаётся"},"web.live.track.title":{en:"Object {number} of picture {picture}",ru:"Объект {number} картины {picture}"},"web.live.track.uncertainty":{en:"Where it is, 95 %",ru:"Где находится, 95 %"},"web.live.track.unnamed":{en:"sensor not named",ru:"средство не названо"},"web.live.track.waiting":{en:"Who has seen it and how well is asked for.",ru:"Кто и насколько точно его обнаружил, запрашивается."},"web.live.viewer":{en:"Whose picture",ru:"Чья картина"},"web.live_lead":{en:"What the parties’ sensors see together, as their rules release it to you. Nothing is commanded from here.",ru:"Что датчики сторон видят вместе – в том виде, в каком правила сторон это вам открывают. Отсюда ничем не управляют."},"web.live_title":{en:"A joint centre: the picture of now",ru:"Совместный центр: картина на сейчас"},"web.margin.counts":{en:"Of {all} flights {reached} can be reached and {open} are too close to call.",ru:"Полётов: {all}; досягаемы: {reached}; на грани: {open}."},"web.margin.ends":{en:"By how much the nearest flight stays out of reach is uncertain: {ends} of burnout speed.",ru:"Насколько недосягаем ближайший полёт, не определено: {ends} по скорости."},"web.margin.from":{en:"from {low}, without an upper end",ru:"от {low}, сверху не ограничена"},"web.margin.in":{en:"The nearest flight is within reach by {margin} of burnout speed (uncertainty: {ends}).",ru:"Ближайший полёт досягаем с запасом {margin} по скорости (неопределённость: {ends})."},"web.margin.never":{en:"No speed up to 12 km/s would reach any of the flights.",ru:"Ни при какой скорости до 12 км/с не достижим ни один полёт."},"web.margin.out":{en:"The nearest flight stays out of reach by {margin} of burnout speed (uncertainty: {ends}).",ru:"Ближайшему полёту до досягаемости не хватает {margin} скорости (неопределённость: {ends})."},"web.margin.up_to":{en:"up to {high}, without a lower end",ru:"до {high}, снизу не ограничена"},"web.mark.exercise":{en:"EXERCISE",ru:"УЧЕНИЕ"},"web.mark.live":{en:"LIVE PICTURE",ru:"ТЕКУЩАЯ КАРТИНА"},"web.mark.simulated":{en:"SIMULATED",ru:"МОДЕЛИРОВАНИЕ"},"web.missing.parts":{en:"Nothing is drawn: this bundle holds no globe and no map.",ru:"Ничего не показано: в этой сборке нет ни глобуса, ни карты."},"web.missing.view":{en:"There is no assessment on this page.",ru:"На этой странице нет оценки."},"web.notice.areas":{en:"Areas",ru:"Районы"},"web.notice.azimuth":{en:"Direction",ru:"Направление"},"web.notice.azimuth_text":{en:"{value} ({low} to {high})",ru:"{value} (от {low} до {high})"},"web.notice.circle":{en:"{radius} around {place}",ru:"{radius} вокруг {place}"},"web.notice.class":{en:"Class",ru:"Класс"},"web.notice.close":{en:"Put this notice away",ru:"Убрать это сообщение"},"web.notice.events":{en:"What flew against it",ru:"Что летело и как оно с ним сходится"},"web.notice.failed":{en:"A part of this page could not be shown: an error of the program or of the document. The rest goes on.",ru:"Часть страницы не удалось показать: ошибка программы или документа. Остальное работает."},"web.notice.impact_time":{en:"Impact expected",ru:"Ожидаемое падение"},"web.notice.kind":{en:"Notice of a launch",ru:"Уведомление о пуске"},"web.notice.party":{en:"Given by",ru:"Уведомила"},"web.notice.polygon":{en:"polygon around {place}",ru:"многоугольник вокруг {place}"},"web.notice.received":{en:"Received",ru:"Принято"},"web.notice.role.hazard":{en:"danger",ru:"опасный"},"web.notice.role.impact":{en:"impact",ru:"падение"},"web.notice.role.launch":{en:"launch",ru:"пуск"},"web.notice.standing":{en:"Standing",ru:"Статус"},"web.notice.stands.exercise":{en:"exercise",ru:"учебное"},"web.notice.stands.genuine":{en:"genuine",ru:"действительное"},"web.notice.time.open":{en:"its time runs",ru:"время идёт"},"web.notice.time.over":{en:"over",ru:"прошло"},"web.notice.time.to-come":{en:"to come",ru:"предстоит"},"web.notice.when":{en:"When",ru:"Когда"},"web.notice.window":{en:"Window",ru:"Окно"},"web.phase.unknown":{en:"not known",ru:"неизвестно"},"web.phases.title":{en:"The shield, phase by phase",ru:"Щит по этапам"},"web.picture.assessment":{en:"The Earth with sensors, interceptors, flights and what is defended; phase: {phase}. The tables below hold the same.",ru:"Земля с датчиками, перехватчиками, траекториями и прикрытой территорией; этап: {phase}. Таблицы ниже содержат то же."},"web.picture.live":{en:"The Earth with the tracks of the centre. The table below holds the same.",ru:"Земля с трассами центра. Таблица ниже содержит то же."},"web.picture.no_webgl":{en:"This browser shows no WebGL here, so that a map is drawn instead of the globe.",ru:"В этом браузере нет WebGL, поэтому вместо глобуса показана карта."},"web.picture.plan":{en:"The Earth with the places from which a flight test could be watched, the areas of its notice and its announced path: {test}. The tables below hold the same.",ru:"Земля с местами, откуда можно наблюдать испытательный пуск, районами из уведомления и объявленной трассой: {test}. Таблицы ниже содержат то же."},"web.reached.depends":{en:"too close to call",ru:"на грани"},"web.reached.no":{en:"out of reach",ru:"недосягаем"},"web.reached.yes":{en:"can be reached",ru:"досягаем"},"web.region.all":{en:"All that is to be defended",ru:"Всё, что должно быть прикрыто"},"web.role.disputed":{en:"disputed",ru:"спорная"},"web.role.threat":{en:"threat",ru:"угроза"},"web.search.cued":{en:"pointed by another sensor",ru:"по целеуказанию"},"web.search.fence":{en:"searches a fence",ru:"ищет в барьерной зоне"},"web.search.volume":{en:"searches by itself",ru:"ищет самостоятельно"},"web.sides.caption":{en:"What each side states; where it states nothing, the catalogue counts.",ru:"Что заявляет каждая сторона; где она молчит, действует каталог."},"web.sides.catalogue":{en:"as in the catalogue",ru:"как в каталоге"},"web.sides.parameter":{en:"Number or rule",ru:"Число или правило"},"web.source.general-knowledge":{en:"general knowledge",ru:"общеизвестно"},"web.source.glasshield":{en:"chosen or computed by this program",ru:"выбрано или рассчитано этой программой"},"web.subject.assessment":{en:"Assessment",ru:"Оценка"},"web.subject.live":{en:"Live",ru:"Сейчас"},"web.table.batteries":{en:"Interceptors",ru:"Перехватчики"},"web.table.cells":{en:"Cells of the map",ru:"Ячейки карты"},"web.table.flights":{en:"Flights",ru:"Полёты"},"web.table.notices":{en:"Announced launches",ru:"Объявленные пуски"},"web.table.observers":{en:"Places for observers",ru:"Места наблюдателей"},"web.table.reached":{en:"Who reaches what",ru:"Досягаемость"},"web.table.seen":{en:"Who sees what",ru:"Видимость"},"web.table.sensors":{en:"Radars and sensors",ru:"РЛС и датчики"},"web.table.shares":{en:"How much is defended",ru:"Прикрытие"},"web.table.tracks":{en:"Tracks",ru:"Трассы"},"web.tables.csv":{en:"The open table as it is sorted",ru:"Открытая таблица, как она отсортирована"},"web.tables.more":{en:"More rows",ru:"Ещё строки"},"web.tables.picture_file":{en:"What the picture shows",ru:"То, что показано на картинке"},"web.tables.rows":{en:{one:"{n} row",other:"{n} rows"},ru:{one:"{n} строка",few:"{n} строки",many:"{n} строк"}},"web.tables.save":{en:"Save:",ru:"Сохранить:"},"web.tables.title":{en:"Tables",ru:"Таблицы"},"web.theme.auto":{en:"Colours: auto",ru:"Цвета: авто"},"web.theme.dark":{en:"Colours: dark",ru:"Цвета: тёмные"},"web.theme.light":{en:"Colours: light",ru:"Цвета: светлые"},"web.theme.title":{en:"Colours",ru:"Цвета"},"web.time.back":{en:"Event before",ru:"Предыдущее событие"},"web.time.on":{en:"Next event",ru:"Следующее событие"},"web.time.pause":{en:"Stop time",ru:"Остановить время"},"web.time.play":{en:"Let time run",ru:"Запустить время"},"web.time.rate":{en:"How fast time runs",ru:"Скорость времени"},"web.time.slider":{en:"Time since launch",ru:"Время с пуска"},"web.time.title":{en:"Time of the flight",ru:"Время полёта"},"web.title":{en:"Glasshield: the globe",ru:"Glasshield: глобус"},"web.verdict.as_stated":{en:"All numbers are as the party states them.",ru:"Все числа – как заявляет сторона."},"web.verdict.fails":{en:"the claim fails",ru:"утверждение неверно"},"web.verdict.holds":{en:"the claim holds",ru:"утверждение верно"},"web.verdict.undecided":{en:"undecided",ru:"не определено"},"web.verdict.was":{en:"As the party states it: {verdict}.",ru:"Как заявляет сторона: {verdict}."},"web.view.flat":{en:"Flat map",ru:"Плоская карта"},"web.view.globe":{en:"Globe",ru:"Глобус"},"web.view.map":{en:"Map as a globe",ru:"Карта-глобус"},"web.view.polar":{en:"Polar map",ru:"Полярная карта"},"web.view.title":{en:"How the Earth is drawn",ru:"Как показана Земля"}},s_={en:{m:"m",km:"km",km2:"km²",m2:"m²","km/s":"km/s","m/s":"m/s","m/s2":"m/s²",s:"s",min:"min",h:"h",d:"d",deg:"°",kg:"kg",t:"t",Hz:"Hz","%":"%",1:""},ru:{m:"м",km:"км",km2:"км²",m2:"м²","km/s":"км/с","m/s":"м/с","m/s2":"м/с²",s:"с",min:"мин",h:"ч",d:"сут",deg:"°",kg:"кг",t:"т",Hz:"Гц","%":"%",1:""}};var oi=" ",Yd=" ",Ho="−",XS="–",Kd=25,$S=`5${"0".repeat(Kd-1)}`,qS=s_;function Ut(n,e,t=0){let i=jd(Math.abs(e),t),r=Number(i)===0,s=e<0&&!r?Ho:"",[o="",a]=i.split("."),l=Number(i)>=1e4?o.replace(/\B(?=(\d{3})+$)/g,Yd):o;return s+(a===void 0?l:l+(n==="ru"?",":".")+a)}function o_(n,e){let t=e.replaceAll("-",Ho);return n==="ru"?t.replaceAll(".",","):t}function Zd(n,e){return qS[n][e]??e}function rt(n,e,t,i=0){return Ts(n,Ut(n,e,i),t)}function Ki(n,e,t,i="1",r=0){let[s,o]=[Ut(n,e,r),Ut(n,t,r)];if(s===o)return Ts(n,s,i);let a=(s+o).includes(Ho)?" … ":XS;return Ts(n,s+a+o,i)}function As(n,e){let t=100*e;return t>0&&t<.5?`<${Yd}1${oi}%`:t>=99.5&&t<100?`>${Yd}99${oi}%`:`${Ut(n,t)}${oi}%`}function ts(n,e){let t=Number(jd(Math.abs(e),0)),i=e<0&&t>0?Ho:"",[r,s]=[Math.floor(t/60),t%60];if(r===0)return i+Ts(n,String(s),"s");let o=Ts(n,String(s).padStart(2,"0"),"s");return i+Ts(n,String(r),"min")+oi+o}function Sn(n){let e=Number(jd(Math.abs(n),0));return`${n<0&&e>0?Ho:""}${Math.floor(e/60)}:${String(e%60).padStart(2,"0")}`}function Un(n,e,t){let[i,r,s,o]=n==="ru"?[`с.${oi}ш.`,`ю.${oi}ш.`,`в.${oi}д.`,`з.${oi}д.`]:["N","S","E","W"],a=`${Ut(n,Math.abs(e),2)}°${oi}${e>=0?i:r}`,l=`${Ut(n,Math.abs(t),2)}°${oi}${t>=0?s:o}`;return`${a}, ${l}`}function Ts(n,e,t){let i=Zd(n,t);return i===""?e:e+(i.startsWith("°")?"":oi)+i}function jd(n,e){let t=n.toFixed(e+Kd);if(!t.endsWith($S))return n.toFixed(e);let i=t.slice(0,-Kd).replace(/\.$/,"");return Number(i.at(-1))%2===0?i:n.toFixed(e)}var a_=r_;function Kt(n,e,t={}){let i=a_[e][n],r=typeof i=="string"?i:i[KS(n,t)];if(r===void 0)throw new RangeError(`${e} has no form for ${String(t.n)}`);return r.replace(/\{(\w+)\}|\{\{|\}\}/g,(s,o)=>o===void 0?s.charAt(0):YS(n,e,o,t))}function kn(n){return Object.hasOwn(a_,n)}function YS(n,e,t,i){let r=i[t];if(r===void 0)throw new RangeError(`${e} needs ${t}`);return typeof r=="string"?r:o_(n,String(r))}function KS(n,e){let t=Number(e.n);if(n==="en")return t===1?"one":"other";let[i,r]=[t%10,t%100];return i===1&&r!==11?"one":i>=2&&i<=4&&!(r>=12&&r<=14)?"few":"many"}function c_(n,e){return Fn(n,e).flatMap(t=>h_(t,e,"flights",null))}function u_(n,e,t){let i=qi(n,e,t);return On(n,e).flatMap(r=>h_(r,e,"disputed",`disputed-${i[r.id]??"no"}`))}function h_(n,e,t,i){let r=n.flight_time_s,s=n.burnout_s??0,o=n.reentry_s??r,a=t==="flights"?"threat":"disputed",l=[[`${a}-boost`,0,s],[i??"threat-coast",s,o],[`${a}-entry`,o,r]],c={shape:"line",layer:t,target:lt("flight",n.id),strength:ZS(n,e)};return l.filter(([,u,h])=>h>u).map(([u,h,d])=>({...c,look:u,courses:[Vo(n,h,d)]}))}function ZS(n,e){let t=e.flight??(e.selected?.kind==="flight"?e.selected.id:null);return n.id===t||pn(e,"flight",n.id)?"strong":t===null?"normal":"faint"}function d_(n,e,t){let i=t==="flights"?Fn(n,e):On(n,e),r=new Set(i.flatMap(s=>[s.launch,s.target]));return n.places.filter(s=>r.has(s.id)).map(s=>({shape:"mark",layer:t,target:lt("place",s.id),look:s.kind,glyph:s.kind,strength:pn(e,"place",s.id)?"strong":"normal",lon_deg:s.lon_deg,lat_deg:s.lat_deg,height_m:0,label:Ms(n,e,s.id),weight:s.kind==="launch"?60:40}))}function f_(n,e,t){let i=t==="flights"?Fn(n,e):On(n,e),{time_s:r}=e,s=i.find(l=>l.id===e.flight),o=e.flight===null?i:s===void 0?[]:[s];return[...(r===null?[]:o.filter(l=>r>=0&&r<=l.flight_time_s)).map(l=>g_(l,r??0,t,"missile",e)),...s===void 0?[]:jS(n,e,s,t)]}function p_(n,e,t){let r=(t==="flights"?Fn(n,e):On(n,e)).find(a=>a.id===e.flight);if(r===void 0)return[];let s=ht(n,e),o=n.flights.indexOf(r);return[n.meets,n.reaches].flatMap(a=>a.phase.flatMap((l,c)=>{let[u,h]=[a.opens_s[c],a.closes_s[c]];return l!==s||a.flight[c]!==o||u==null?[]:[{shape:"line",layer:t,target:lt("flight",r.id),look:"window",strength:"normal",courses:[Vo(r,u,h??u)]}]}))}function jS(n,e,t,i){return is(n,e,t.id).filter(r=>r.glyph!==null).map(r=>({...g_(t,r.time_s,i,r.glyph??"missile",e),target:lt("event",`${t.id}@${r.kind}@${r.by}`),strength:"normal",label:r.glyph==="first-seen"?JS(n,e,r.by):null,weight:30}))}function JS(n,e,t){return`${Kt(e.language,"web.event.first-seen")} ${Ms(n,e,t)}`}function is(n,e,t){let i=n.flights.findIndex(c=>c.id===t),r=n.flights[i];if(r===void 0)return[];let s=ht(n,e),o=r.events.map(({event:c,time_s:u})=>m_(c,u,"")),a=l_(n,n.meets,s,i),l=l_(n,n.reaches,s,i);return[...o,...QS(n,s,i),...a,...l,...eM(n,s,i)].sort((c,u)=>c.time_s-u.time_s)}function QS({sees:n,sensors:e},t,i){return n.phase.flatMap((r,s)=>{if(r!==t||n.flight[s]!==i)return[];let o=e[n.sensor[s]]?.id??"";return[...ns("first-seen",n.first_seen_s[s],o,"first-seen"),...ns("last-seen",n.last_seen_s[s],o)]})}function l_({batteries:n},e,t,i){return e.phase.flatMap((r,s)=>{if(r!==t||e.flight[s]!==i)return[];let o=n[e.battery[s]]?.id??"";return[...ns("launch-window-opens",e.launch_opens_s[s],o),...ns("launch-window-closes",e.launch_closes_s[s],o),...ns("window-opens",e.opens_s[s],o),...ns("window-closes",e.closes_s[s],o)]})}function eM({reaches:n,batteries:e},t,i){return n.phase.flatMap((r,s)=>r!==t||n.flight[s]!==i?[]:ns("meeting",n.meeting_s[s],e[n.battery[s]]?.id??"","meeting"))}function ns(n,e,t,i=null){return e==null?[]:[m_(n,e,t,i)]}function m_(n,e,t,i=null){return{kind:n,time_s:e,by:t,glyph:i}}function g_(n,e,t,i,r){let{lat_rad:s,lon_rad:o,height_m:a}=Ft(vl(n,e));return{shape:"mark",layer:t,target:lt("flight",n.id),look:i,glyph:i,strength:r.flight===n.id?"strong":"normal",lon_deg:ye(o),lat_deg:ye(s),height_m:a,label:null,weight:20}}function y_(n,e){let t=n.stations.flatMap((s,o)=>s.observer===e?[o]:[]),i=tM(n,t);if(t.length<16||i.length*2>t.length)return null;let r=.5*__(i.map(([s])=>s*.001));return i.flatMap(([,s])=>{let o=.5*__(s.map(a=>n.stations[a].lon_deg));return s.map(a=>{let{lon_deg:l,lat_deg:c}=n.stations[a],[u,h]=[c-r,c+r];return{number:a,bounds_deg:[l-o,u,l+o,h]}})})}function tM(n,e){let t=new Map;for(let i of e){let r=Math.round(n.stations[i].lat_deg/.001);t.set(r,[...t.get(r)??[],i])}return[...t].sort(([i],[r])=>i-r).map(([i,r])=>[i,r.sort((s,o)=>n.stations[s].lon_deg-n.stations[o].lon_deg)])}function __(n){let e=n.slice(1).map((t,i)=>t-n[i]);return e.length===0?.25:Math.min(...e)}function Bn({lat_rad:n,lon_rad:e}){let t=Math.cos(n);return[t*Math.cos(e),t*Math.sin(e),Math.sin(n)]}function jn([n,e,t]){return{lat_rad:Math.atan2(t,Math.hypot(n,e)),lon_rad:Math.atan2(e,n)}}function Cs(n,e){return Sl(Bn(n),Bn(e))}function Sl(n,e){return Math.atan2(fn(Sr(n,e)),Mt(n,e))}function Wo(n,e,t){let[i,r]=[Math.sin(n.lat_rad),Math.cos(n.lat_rad)],[s,o]=[Math.sin(t),Math.cos(t)],a=r*o-i*s*Math.cos(e),l=s*Math.sin(e),c=i*o+r*s*Math.cos(e);return{lat_rad:Math.atan2(c,Math.hypot(a,l)),lon_rad:jr(n.lon_rad+Math.atan2(l,a))}}function x_(n,e,t){let i=Sl(n,e);if(i<1e-9)return n;let r=Math.sin(i);return yt(ct(n,Math.sin((1-t)*i)/r),ct(e,Math.sin(t*i)/r))}var iM=2.7,rM=12e5;function b_(n,e){return n.plans.flatMap(t=>[...t.areas.map(i=>fM(t,i)),...t.paths.map(i=>pM(t,i)),...sM(n,t,e),dM(t,e)])}function sM(n,e,t){let i=y_(e,aM(e,t)),r=e.stations.flatMap((s,o)=>i===null||Ps(e,s)||oM(e,o,t)?[hM(n,e,s,o,t)]:[]);return i===null?r:[...uM(e,i),...r]}function oM(n,e,t){return pn(t,"observer",Rs(n,e))}function aM(n,{selected:e}){let i=e?.kind==="observer"&&e.id.startsWith(`${n.id}/`)?Number(e.id.slice(n.id.length+1)):-1;return(n.stations[i]??n.stations[lM(n)])?.observer??""}function lM(n){let[e]=n.best;return n.stations.findIndex(t=>e!==void 0&&w_(e,t))}var cM=["place-most","place-some","place-least","place-none"];function uM(n,e){let t=s=>n.stations[s].burnout_speed_sigma_m_s,i=e.reduce((s,o)=>Math.min(s,t(o.number)??s),1/0),r=s=>{let o=(t(s)??1/0)/i;return Number.isFinite(o)?o<=2?"place-most":o<=5?"place-some":"place-least":"place-none"};return cM.flatMap(s=>{let o=e.filter(a=>r(a.number)===s);return o.length===0?[]:[{shape:"cells",layer:"observers",target:lt("observer",n.id),look:s,strength:"normal",bounds_deg:Float64Array.from(o.flatMap(a=>[...a.bounds_deg])),indices:Uint32Array.from(o.map(a=>a.number))}]})}function v_(n){return Jd([{lat_rad:Ce(n.site_lat_deg),lon_rad:Ce(n.site_lon_deg)},...n.stations.map(e=>({lat_rad:Ce(e.lat_deg),lon_rad:Ce(e.lon_deg)}))])}function Jd(n){let e=n.map(Bn).reduce(yt,[0,0,0]),t=jn(e),i=n.reduce((s,o)=>Math.max(s,Cs(t,o)),0),r=iM*i*Je;return{...t,range_m:Math.max(r,rM)}}function Rs(n,e){return`${n.id}/${e}`}function Ps(n,e){let t=n.best.at(-1);return t!==void 0&&w_(t,e)}function w_({observer:n,lat_deg:e,lon_deg:t},i){return n.some((r,s)=>r===i.observer&&e[s]===i.lat_deg&&t[s]===i.lon_deg)}function hM(n,e,t,i,r){let s=Rs(e,i),o=Ps(e,t);return{shape:"mark",layer:"observers",target:lt("observer",s),look:o?"observer-best":"observer",glyph:"observer",strength:pn(r,"observer",s)?"strong":o?"normal":"faint",lon_deg:t.lon_deg,lat_deg:t.lat_deg,height_m:0,label:o?Gt(n,r,t.observer):null,weight:o?70:10}}function dM(n,e){return{shape:"mark",layer:"observers",target:lt("plan",n.id),look:"launch",glyph:"launch",strength:pn(e,"plan",n.id)?"strong":"normal",lon_deg:n.site_lon_deg,lat_deg:n.site_lat_deg,height_m:0,label:xl(e,n.name),weight:75}}function fM(n,e){let t=e.lon_deg.map((s,o)=>[s,e.lat_deg[o]??0]),[i]=t,r=i===void 0?[]:Qd([...t,i]);return{shape:"area",layer:"observers",target:lt("area",`${n.id}/${e.id}`),look:"hazard-area",strength:"normal",polygons:[[r]]}}function pM(n,e){let t=e.time_s[e.time_s.length-1]??0;return{shape:"line",layer:"observers",target:lt("path",`${n.id}/${e.id}`),look:"announced",strength:"normal",courses:[Vo(e,e.time_s[0]??0,t)]}}function Qd(n){let e=0;for(let t=0;t+1<n.length;t++){let[[i,r],[s,o]]=[n[t],n[t+1]],a=((s-i)%360+540)%360-180;e+=a*(r+o)}return e>=0?[...n]:[...n].reverse()}var rs=["en","ru"],Xo=["auto","light","dark"],S_=["auto","webgl","canvas"],M_=["globe","polar","flat"],E_=["assessment","live"],Ei=["borders","graticule","labels","sites","fans","reach","flights","defended","disputed","tracks","trails","covariances","impacts","notices","observers"],Ls={phase:null,party:null,speed_m_s:null,delay_s:null,cap_m:null},$o={parties:[],sensors:[],classes:[]},ss={lat_rad:55*Math.PI/180,lon_rad:30*Math.PI/180,range_m:12e6,tilt_rad:0,heading_rad:0},Ti={language:"en",theme:"auto",renderer:"auto",projection:"globe",subject:"assessment",camera:ss,hidden:[],claim:null,setting:Ls,compared:null,flight:null,time_s:null,rate:1,playing:!1,selected:null,table:null,filters:$o,viewer:null,picture:null};function Ml(n,e){return n==null||e==null?NaN:n<e?-1:n>e?1:n>=e?0:NaN}function mM(n,e){return n==null||e==null?NaN:e<n?-1:e>n?1:e>=n?0:NaN}function T_(n){let e,t,i;n.length!==2?(e=Ml,t=(a,l)=>Ml(n(a),l),i=(a,l)=>n(a)-l):(e=n===Ml||n===mM?n:gM,t=n,i=n);function r(a,l,c=0,u=a.length){if(c<u){if(e(l,l)!==0)return u;do{let h=c+u>>>1;t(a[h],l)<0?c=h+1:u=h}while(c<u)}return c}function s(a,l,c=0,u=a.length){if(c<u){if(e(l,l)!==0)return u;do{let h=c+u>>>1;t(a[h],l)<=0?c=h+1:u=h}while(c<u)}return c}function o(a,l,c=0,u=a.length){let h=r(a,l,c,u-1);return h>c&&i(a[h-1],l)>-i(a[h],l)?h-1:h}return{left:r,center:o,right:s}}function gM(){return 0}function _M(n){return n===null?NaN:+n}var A_=T_(Ml),ID=A_.right,ND=A_.left,kD=T_(_M).center;var DD=C_(R_),OD=C_(yM);function C_(n){return function(e,t,i=t){if(!((t=+t)>=0))throw new RangeError("invalid rx");if(!((i=+i)>=0))throw new RangeError("invalid ry");let{data:r,width:s,height:o}=e;if(!((s=Math.floor(s))>=0))throw new RangeError("invalid width");if(!((o=Math.floor(o!==void 0?o:r.length/s))>=0))throw new RangeError("invalid height");if(!s||!o||!t&&!i)return e;let a=t&&n(t),l=i&&n(i),c=r.slice();return a&&l?(Is(a,c,r,s,o),Is(a,r,c,s,o),Is(a,c,r,s,o),Ns(l,r,c,s,o),Ns(l,c,r,s,o),Ns(l,r,c,s,o)):a?(Is(a,r,c,s,o),Is(a,c,r,s,o),Is(a,r,c,s,o)):l&&(Ns(l,r,c,s,o),Ns(l,c,r,s,o),Ns(l,r,c,s,o)),e}}function Is(n,e,t,i,r){for(let s=0,o=i*r;s<o;)n(e,t,s,s+=i,1)}function Ns(n,e,t,i,r){for(let s=0,o=i*r;s<i;++s)n(e,t,s,s+o,i)}function yM(n){let e=R_(n);return(t,i,r,s,o)=>{r<<=2,s<<=2,o<<=2,e(t,i,r+0,s+0,o),e(t,i,r+1,s+1,o),e(t,i,r+2,s+2,o),e(t,i,r+3,s+3,o)}}function R_(n){let e=Math.floor(n);if(e===n)return xM(n);let t=n-e,i=2*n+1;return(r,s,o,a,l)=>{if(!((a-=l)>=o))return;let c=e*s[o],u=l*e,h=u+l;for(let d=o,f=o+u;d<f;d+=l)c+=s[Math.min(a,d)];for(let d=o,f=a;d<=f;d+=l)c+=s[Math.min(a,d+u)],r[d]=(c+t*(s[Math.max(o,d-h)]+s[Math.min(a,d+h)]))/i,c-=s[Math.max(o,d-u)]}}function xM(n){let e=2*n+1;return(t,i,r,s,o)=>{if(!((s-=o)>=r))return;let a=n*i[r],l=o*n;for(let c=r,u=r+l;c<u;c+=o)a+=i[Math.min(s,c)];for(let c=r,u=s;c<=u;c+=o)a+=i[Math.min(s,c+l)],t[c]=a/e,a-=i[Math.max(r,c-l)]}}var Zt=class{constructor(){this._partials=new Float64Array(32),this._n=0}add(e){let t=this._partials,i=0;for(let r=0;r<this._n&&r<32;r++){let s=t[r],o=e+s,a=Math.abs(e)<Math.abs(s)?e-(o-s):s-(o-e);a&&(t[i++]=a),e=o}return t[i]=e,this._n=i+1,this}valueOf(){let e=this._partials,t=this._n,i,r,s,o=0;if(t>0){for(o=e[--t];t>0&&(i=o,r=e[--t],o=i+r,s=r-(o-i),!s););t>0&&(s<0&&e[t-1]<0||s>0&&e[t-1]>0)&&(r=s*2,i=o+r,r==i-o&&(o=i))}return o}};var bM=Array.prototype,FD=bM.slice;var UD=Math.sqrt(50),BD=Math.sqrt(10),zD=Math.sqrt(2);function*vM(n){for(let e of n)yield*e}function El(n){return Array.from(vM(n))}var VD=wM(Math.random);function wM(n){return function(t,i=0,r=t.length){let s=r-(i=+i);for(;s;){let o=n()*s--|0,a=t[s+i];t[s+i]=t[o+i],t[o+i]=a}return t}}var $e=1e-6,Tl=1e-12,qe=Math.PI,Mn=qe/2,ks=qe/4,jt=qe*2,Jn=180/qe,dt=qe/180,tt=Math.abs,P_=Math.atan,En=Math.atan2,Ge=Math.cos;var Xe=Math.sin,L_=Math.sign||function(n){return n>0?1:n<0?-1:0},Jt=Math.sqrt;function I_(n){return n>1?0:n<-1?qe:Math.acos(n)}function zn(n){return n>1?Mn:n<-1?-Mn:Math.asin(n)}function ft(){}function Al(n,e){n&&k_.hasOwnProperty(n.type)&&k_[n.type](n,e)}var N_={Feature:function(n,e){Al(n.geometry,e)},FeatureCollection:function(n,e){for(var t=n.features,i=-1,r=t.length;++i<r;)Al(t[i].geometry,e)}},k_={Sphere:function(n,e){e.sphere()},Point:function(n,e){n=n.coordinates,e.point(n[0],n[1],n[2])},MultiPoint:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)n=t[i],e.point(n[0],n[1],n[2])},LineString:function(n,e){ef(n.coordinates,e,0)},MultiLineString:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)ef(t[i],e,0)},Polygon:function(n,e){D_(n.coordinates,e)},MultiPolygon:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)D_(t[i],e)},GeometryCollection:function(n,e){for(var t=n.geometries,i=-1,r=t.length;++i<r;)Al(t[i],e)}};function ef(n,e,t){var i=-1,r=n.length-t,s;for(e.lineStart();++i<r;)s=n[i],e.point(s[0],s[1],s[2]);e.lineEnd()}function D_(n,e){var t=-1,i=n.length;for(e.polygonStart();++t<i;)ef(n[t],e,1);e.polygonEnd()}function Qn(n,e){n&&N_.hasOwnProperty(n.type)?N_[n.type](n,e):Al(n,e)}var tf=new Zt,Cl=new Zt,O_,F_,nf,rf,sf,qo={point:ft,lineStart:ft,lineEnd:ft,polygonStart:function(){tf=new Zt,qo.lineStart=SM,qo.lineEnd=MM},polygonEnd:function(){var n=+tf;Cl.add(n<0?jt+n:n),this.lineStart=this.lineEnd=this.point=ft},sphere:function(){Cl.add(jt)}};function SM(){qo.point=EM}function MM(){U_(O_,F_)}function EM(n,e){qo.point=U_,O_=n,F_=e,n*=dt,e*=dt,nf=n,rf=Ge(e=e/2+ks),sf=Xe(e)}function U_(n,e){n*=dt,e*=dt,e=e/2+ks;var t=n-nf,i=t>=0?1:-1,r=i*t,s=Ge(e),o=Xe(e),a=sf*o,l=rf*s+a*Ge(r),c=a*i*Xe(r);tf.add(En(c,l)),nf=n,rf=s,sf=o}function of(n){return Cl=new Zt,Qn(n,qo),Cl*2}function Yo(n){return[En(n[1],n[0]),zn(n[2])]}function Ai(n){var e=n[0],t=n[1],i=Ge(t);return[i*Ge(e),i*Xe(e),Xe(t)]}function Ko(n,e){return n[0]*e[0]+n[1]*e[1]+n[2]*e[2]}function Ds(n,e){return[n[1]*e[2]-n[2]*e[1],n[2]*e[0]-n[0]*e[2],n[0]*e[1]-n[1]*e[0]]}function Rl(n,e){n[0]+=e[0],n[1]+=e[1],n[2]+=e[2]}function Zo(n,e){return[n[0]*e,n[1]*e,n[2]*e]}function jo(n){var e=Jt(n[0]*n[0]+n[1]*n[1]+n[2]*n[2]);n[0]/=e,n[1]/=e,n[2]/=e}function Jo(n,e){function t(i,r){return i=n(i,r),e(i[0],i[1])}return n.invert&&e.invert&&(t.invert=function(i,r){return i=e.invert(i,r),i&&n.invert(i[0],i[1])}),t}function af(n,e){return tt(n)>qe&&(n-=Math.round(n/jt)*jt),[n,e]}af.invert=af;function G_(n,e,t){return(n%=jt)?e||t?Jo(z_(n),V_(e,t)):z_(n):e||t?V_(e,t):af}function B_(n){return function(e,t){return e+=n,tt(e)>qe&&(e-=Math.round(e/jt)*jt),[e,t]}}function z_(n){var e=B_(n);return e.invert=B_(-n),e}function V_(n,e){var t=Ge(n),i=Xe(n),r=Ge(e),s=Xe(e);function o(a,l){var c=Ge(l),u=Ge(a)*c,h=Xe(a)*c,d=Xe(l),f=d*t+u*i;return[En(h*r-f*s,u*t-d*i),zn(f*r+h*s)]}return o.invert=function(a,l){var c=Ge(l),u=Ge(a)*c,h=Xe(a)*c,d=Xe(l),f=d*r-h*s;return[En(h*r+d*s,u*t+f*i),zn(f*t-u*i)]},o}function W_(n,e,t,i,r,s){if(t){var o=Ge(e),a=Xe(e),l=i*t;r==null?(r=e+i*jt,s=e-l/2):(r=H_(o,r),s=H_(o,s),(i>0?r<s:r>s)&&(r+=i*jt));for(var c,u=r;i>0?u>s:u<s;u-=l)c=Yo([o,-a*Ge(u),-a*Xe(u)]),n.point(c[0],c[1])}}function H_(n,e){e=Ai(e),e[0]-=n,jo(e);var t=I_(-e[1]);return((-e[2]<0?-t:t)+jt-$e)%jt}function Pl(){var n=[],e;return{point:function(t,i,r){e.push([t,i,r])},lineStart:function(){n.push(e=[])},lineEnd:ft,rejoin:function(){n.length>1&&n.push(n.pop().concat(n.shift()))},result:function(){var t=n;return n=[],e=null,t}}}function Os(n,e){return tt(n[0]-e[0])<$e&&tt(n[1]-e[1])<$e}function Ll(n,e,t,i){this.x=n,this.z=e,this.o=t,this.e=i,this.v=!1,this.n=this.p=null}function Il(n,e,t,i,r){var s=[],o=[],a,l;if(n.forEach(function(m){if(!((y=m.length-1)<=0)){var y,p=m[0],g=m[y],w;if(Os(p,g)){if(!p[2]&&!g[2]){for(r.lineStart(),a=0;a<y;++a)r.point((p=m[a])[0],p[1]);r.lineEnd();return}g[0]+=2*$e}s.push(w=new Ll(p,m,null,!0)),o.push(w.o=new Ll(p,null,w,!1)),s.push(w=new Ll(g,m,null,!1)),o.push(w.o=new Ll(g,null,w,!0))}}),!!s.length){for(o.sort(e),X_(s),X_(o),a=0,l=o.length;a<l;++a)o[a].e=t=!t;for(var c=s[0],u,h;;){for(var d=c,f=!0;d.v;)if((d=d.n)===c)return;u=d.z,r.lineStart();do{if(d.v=d.o.v=!0,d.e){if(f)for(a=0,l=u.length;a<l;++a)r.point((h=u[a])[0],h[1]);else i(d.x,d.n.x,1,r);d=d.n}else{if(f)for(u=d.p.z,a=u.length-1;a>=0;--a)r.point((h=u[a])[0],h[1]);else i(d.x,d.p.x,-1,r);d=d.p}d=d.o,u=d.z,f=!f}while(!d.v);r.lineEnd()}}}function X_(n){if(e=n.length){for(var e,t=0,i=n[0],r;++t<e;)i.n=r=n[t],r.p=i,i=r;i.n=r=n[0],r.p=i}}function lf(n){return tt(n[0])<=qe?n[0]:L_(n[0])*((tt(n[0])+qe)%jt-qe)}function Nl(n,e){var t=lf(e),i=e[1],r=Xe(i),s=[Xe(t),-Ge(t),0],o=0,a=0,l=new Zt;r===1?i=Mn+$e:r===-1&&(i=-Mn-$e);for(var c=0,u=n.length;c<u;++c)if(d=(h=n[c]).length)for(var h,d,f=h[d-1],m=lf(f),y=f[1]/2+ks,p=Xe(y),g=Ge(y),w=0;w<d;++w,m=v,p=T,g=_,f=M){var M=h[w],v=lf(M),C=M[1]/2+ks,T=Xe(C),_=Ge(C),S=v-m,D=S>=0?1:-1,I=D*S,N=I>qe,V=p*T;if(l.add(En(V*D*Xe(I),g*_+V*Ge(I))),o+=N?S+D*jt:S,N^m>=t^v>=t){var W=Ds(Ai(f),Ai(M));jo(W);var R=Ds(s,W);jo(R);var L=(N^S>=0?-1:1)*zn(R[2]);(i>L||i===L&&(W[0]||W[1]))&&(a+=N^S>=0?1:-1)}}return(o<-$e||o<$e&&l<-Tl)^a&1}function kl(n,e,t,i){return function(r){var s=e(r),o=Pl(),a=e(o),l=!1,c,u,h,d={point:f,lineStart:y,lineEnd:p,polygonStart:function(){d.point=g,d.lineStart=w,d.lineEnd=M,u=[],c=[]},polygonEnd:function(){d.point=f,d.lineStart=y,d.lineEnd=p,u=El(u);var v=Nl(c,i);u.length?(l||(r.polygonStart(),l=!0),Il(u,AM,v,t,r)):v&&(l||(r.polygonStart(),l=!0),r.lineStart(),t(null,null,1,r),r.lineEnd()),l&&(r.polygonEnd(),l=!1),u=c=null},sphere:function(){r.polygonStart(),r.lineStart(),t(null,null,1,r),r.lineEnd(),r.polygonEnd()}};function f(v,C){n(v,C)&&r.point(v,C)}function m(v,C){s.point(v,C)}function y(){d.point=m,s.lineStart()}function p(){d.point=f,s.lineEnd()}function g(v,C){h.push([v,C]),a.point(v,C)}function w(){a.lineStart(),h=[]}function M(){g(h[0][0],h[0][1]),a.lineEnd();var v=a.clean(),C=o.result(),T,_=C.length,S,D,I;if(h.pop(),c.push(h),h=null,!!_){if(v&1){if(D=C[0],(S=D.length-1)>0){for(l||(r.polygonStart(),l=!0),r.lineStart(),T=0;T<S;++T)r.point((I=D[T])[0],I[1]);r.lineEnd()}return}_>1&&v&2&&C.push(C.pop().concat(C.shift())),u.push(C.filter(TM))}}return d}}function TM(n){return n.length>1}function AM(n,e){return((n=n.x)[0]<0?n[1]-Mn-$e:Mn-n[1])-((e=e.x)[0]<0?e[1]-Mn-$e:Mn-e[1])}var cf=kl(function(){return!0},CM,PM,[-qe,-Mn]);function CM(n){var e=NaN,t=NaN,i=NaN,r;return{lineStart:function(){n.lineStart(),r=1},point:function(s,o){var a=s>0?qe:-qe,l=tt(s-e);tt(l-qe)<$e?(n.point(e,t=(t+o)/2>0?Mn:-Mn),n.point(i,t),n.lineEnd(),n.lineStart(),n.point(a,t),n.point(s,t),r=0):i!==a&&l>=qe&&(tt(e-i)<$e&&(e-=i*$e),tt(s-a)<$e&&(s-=a*$e),t=RM(e,t,s,o),n.point(i,t),n.lineEnd(),n.lineStart(),n.point(a,t),r=0),n.point(e=s,t=o),i=a},lineEnd:function(){n.lineEnd(),e=t=NaN},clean:function(){return 2-r}}}function RM(n,e,t,i){var r,s,o=Xe(n-t);return tt(o)>$e?P_((Xe(e)*(s=Ge(i))*Xe(t)-Xe(i)*(r=Ge(e))*Xe(n))/(r*s*o)):(e+i)/2}function PM(n,e,t,i){var r;if(n==null)r=t*Mn,i.point(-qe,r),i.point(0,r),i.point(qe,r),i.point(qe,0),i.point(qe,-r),i.point(0,-r),i.point(-qe,-r),i.point(-qe,0),i.point(-qe,r);else if(tt(n[0]-e[0])>$e){var s=n[0]<e[0]?qe:-qe;r=t*s/2,i.point(-s,r),i.point(0,r),i.point(s,r)}else i.point(e[0],e[1])}function $_(n){var e=Ge(n),t=2*dt,i=e>0,r=tt(e)>$e;function s(u,h,d,f){W_(f,n,t,d,u,h)}function o(u,h){return Ge(u)*Ge(h)>e}function a(u){var h,d,f,m,y;return{lineStart:function(){m=f=!1,y=1},point:function(p,g){var w=[p,g],M,v=o(p,g),C=i?v?0:c(p,g):v?c(p+(p<0?qe:-qe),g):0;if(!h&&(m=f=v)&&u.lineStart(),v!==f&&(M=l(h,w),(!M||Os(h,M)||Os(w,M))&&(w[2]=1)),v!==f)y=0,v?(u.lineStart(),M=l(w,h),u.point(M[0],M[1])):(M=l(h,w),u.point(M[0],M[1],2),u.lineEnd()),h=M;else if(r&&h&&i^v){var T;!(C&d)&&(T=l(w,h,!0))&&(y=0,i?(u.lineStart(),u.point(T[0][0],T[0][1]),u.point(T[1][0],T[1][1]),u.lineEnd()):(u.point(T[1][0],T[1][1]),u.lineEnd(),u.lineStart(),u.point(T[0][0],T[0][1],3)))}v&&(!h||!Os(h,w))&&u.point(w[0],w[1]),h=w,f=v,d=C},lineEnd:function(){f&&u.lineEnd(),h=null},clean:function(){return y|(m&&f)<<1}}}function l(u,h,d){var f=Ai(u),m=Ai(h),y=[1,0,0],p=Ds(f,m),g=Ko(p,p),w=p[0],M=g-w*w;if(!M)return!d&&u;var v=e*g/M,C=-e*w/M,T=Ds(y,p),_=Zo(y,v),S=Zo(p,C);Rl(_,S);var D=T,I=Ko(_,D),N=Ko(D,D),V=I*I-N*(Ko(_,_)-1);if(!(V<0)){var W=Jt(V),R=Zo(D,(-I-W)/N);if(Rl(R,_),R=Yo(R),!d)return R;var L=u[0],G=h[0],z=u[1],te=h[1],X;G<L&&(X=L,L=G,G=X);var Q=G-L,ee=tt(Q-qe)<$e,xe=ee||Q<$e;if(!ee&&te<z&&(X=z,z=te,te=X),xe?ee?z+te>0^R[1]<(tt(R[0]-L)<$e?z:te):z<=R[1]&&R[1]<=te:Q>qe^(L<=R[0]&&R[0]<=G)){var Re=Zo(D,(-I+W)/N);return Rl(Re,_),[R,Yo(Re)]}}}function c(u,h){var d=i?n:qe-n,f=0;return u<-d?f|=1:u>d&&(f|=2),h<-d?f|=4:h>d&&(f|=8),f}return kl(o,a,s,i?[0,-n]:[-qe,n-qe])}function q_(n,e,t,i,r,s){var o=n[0],a=n[1],l=e[0],c=e[1],u=0,h=1,d=l-o,f=c-a,m;if(m=t-o,!(!d&&m>0)){if(m/=d,d<0){if(m<u)return;m<h&&(h=m)}else if(d>0){if(m>h)return;m>u&&(u=m)}if(m=r-o,!(!d&&m<0)){if(m/=d,d<0){if(m>h)return;m>u&&(u=m)}else if(d>0){if(m<u)return;m<h&&(h=m)}if(m=i-a,!(!f&&m>0)){if(m/=f,f<0){if(m<u)return;m<h&&(h=m)}else if(f>0){if(m>h)return;m>u&&(u=m)}if(m=s-a,!(!f&&m<0)){if(m/=f,f<0){if(m>h)return;m>u&&(u=m)}else if(f>0){if(m<u)return;m<h&&(h=m)}return u>0&&(n[0]=o+u*d,n[1]=a+u*f),h<1&&(e[0]=o+h*d,e[1]=a+h*f),!0}}}}}var Qo=1e9,Dl=-Qo;function uf(n,e,t,i){function r(c,u){return n<=c&&c<=t&&e<=u&&u<=i}function s(c,u,h,d){var f=0,m=0;if(c==null||(f=o(c,h))!==(m=o(u,h))||l(c,u)<0^h>0)do d.point(f===0||f===3?n:t,f>1?i:e);while((f=(f+h+4)%4)!==m);else d.point(u[0],u[1])}function o(c,u){return tt(c[0]-n)<$e?u>0?0:3:tt(c[0]-t)<$e?u>0?2:1:tt(c[1]-e)<$e?u>0?1:0:u>0?3:2}function a(c,u){return l(c.x,u.x)}function l(c,u){var h=o(c,1),d=o(u,1);return h!==d?h-d:h===0?u[1]-c[1]:h===1?c[0]-u[0]:h===2?c[1]-u[1]:u[0]-c[0]}return function(c){var u=c,h=Pl(),d,f,m,y,p,g,w,M,v,C,T,_={point:S,lineStart:V,lineEnd:W,polygonStart:I,polygonEnd:N};function S(L,G){r(L,G)&&u.point(L,G)}function D(){for(var L=0,G=0,z=f.length;G<z;++G)for(var te=f[G],X=1,Q=te.length,ee=te[0],xe,Re,Y=ee[0],ue=ee[1];X<Q;++X)xe=Y,Re=ue,ee=te[X],Y=ee[0],ue=ee[1],Re<=i?ue>i&&(Y-xe)*(i-Re)>(ue-Re)*(n-xe)&&++L:ue<=i&&(Y-xe)*(i-Re)<(ue-Re)*(n-xe)&&--L;return L}function I(){u=h,d=[],f=[],T=!0}function N(){var L=D(),G=T&&L,z=(d=El(d)).length;(G||z)&&(c.polygonStart(),G&&(c.lineStart(),s(null,null,1,c),c.lineEnd()),z&&Il(d,a,L,s,c),c.polygonEnd()),u=c,d=f=m=null}function V(){_.point=R,f&&f.push(m=[]),C=!0,v=!1,w=M=NaN}function W(){d&&(R(y,p),g&&v&&h.rejoin(),d.push(h.result())),_.point=S,v&&u.lineEnd()}function R(L,G){var z=r(L,G);if(f&&m.push([L,G]),C)y=L,p=G,g=z,C=!1,z&&(u.lineStart(),u.point(L,G));else if(z&&v)u.point(L,G);else{var te=[w=Math.max(Dl,Math.min(Qo,w)),M=Math.max(Dl,Math.min(Qo,M))],X=[L=Math.max(Dl,Math.min(Qo,L)),G=Math.max(Dl,Math.min(Qo,G))];q_(te,X,n,e,t,i)?(v||(u.lineStart(),u.point(te[0],te[1])),u.point(X[0],X[1]),z||u.lineEnd(),T=!1):z&&(u.lineStart(),u.point(L,G),T=!1)}w=L,M=G,v=z}return _}}var hf,df,Ol,Fl,Fs={sphere:ft,point:ft,lineStart:LM,lineEnd:ft,polygonStart:ft,polygonEnd:ft};function LM(){Fs.point=NM,Fs.lineEnd=IM}function IM(){Fs.point=Fs.lineEnd=ft}function NM(n,e){n*=dt,e*=dt,df=n,Ol=Xe(e),Fl=Ge(e),Fs.point=kM}function kM(n,e){n*=dt,e*=dt;var t=Xe(e),i=Ge(e),r=tt(n-df),s=Ge(r),o=Xe(r),a=i*o,l=Fl*t-Ol*i*s,c=Ol*t+Fl*i*s;hf.add(En(Jt(a*a+l*l),c)),df=n,Ol=t,Fl=i}function Y_(n){return hf=new Zt,Qn(n,Fs),+hf}var ff=[null,null],DM={type:"LineString",coordinates:ff};function Ul(n,e){return ff[0]=n,ff[1]=e,Y_(DM)}var K_={Feature:function(n,e){return Bl(n.geometry,e)},FeatureCollection:function(n,e){for(var t=n.features,i=-1,r=t.length;++i<r;)if(Bl(t[i].geometry,e))return!0;return!1}},Z_={Sphere:function(){return!0},Point:function(n,e){return j_(n.coordinates,e)},MultiPoint:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)if(j_(t[i],e))return!0;return!1},LineString:function(n,e){return J_(n.coordinates,e)},MultiLineString:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)if(J_(t[i],e))return!0;return!1},Polygon:function(n,e){return Q_(n.coordinates,e)},MultiPolygon:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)if(Q_(t[i],e))return!0;return!1},GeometryCollection:function(n,e){for(var t=n.geometries,i=-1,r=t.length;++i<r;)if(Bl(t[i],e))return!0;return!1}};function Bl(n,e){return n&&Z_.hasOwnProperty(n.type)?Z_[n.type](n,e):!1}function j_(n,e){return Ul(n,e)===0}function J_(n,e){for(var t,i,r,s=0,o=n.length;s<o;s++){if(i=Ul(n[s],e),i===0||s>0&&(r=Ul(n[s],n[s-1]),r>0&&t<=r&&i<=r&&(t+i-r)*(1-Math.pow((t-i)/r,2))<Tl*r))return!0;t=i}return!1}function Q_(n,e){return!!Nl(n.map(OM),ey(e))}function OM(n){return n=n.map(ey),n.pop(),n}function ey(n){return[n[0]*dt,n[1]*dt]}function pf(n,e){return(n&&K_.hasOwnProperty(n.type)?K_[n.type]:Bl)(n,e)}var ea=n=>n;var mf=new Zt,gf=new Zt,ty,ny,_f,yf,Tr={point:ft,lineStart:ft,lineEnd:ft,polygonStart:function(){Tr.lineStart=FM,Tr.lineEnd=BM},polygonEnd:function(){Tr.lineStart=Tr.lineEnd=Tr.point=ft,mf.add(tt(gf)),gf=new Zt},result:function(){var n=mf/2;return mf=new Zt,n}};function FM(){Tr.point=UM}function UM(n,e){Tr.point=iy,ty=_f=n,ny=yf=e}function iy(n,e){gf.add(yf*n-_f*e),_f=n,yf=e}function BM(){iy(ty,ny)}var xf=Tr;var Us=1/0,zl=Us,ta=-Us,Vl=ta,zM={point:VM,lineStart:ft,lineEnd:ft,polygonStart:ft,polygonEnd:ft,result:function(){var n=[[Us,zl],[ta,Vl]];return ta=Vl=-(zl=Us=1/0),n}};function VM(n,e){n<Us&&(Us=n),n>ta&&(ta=n),e<zl&&(zl=e),e>Vl&&(Vl=e)}var Bs=zM;var bf=0,vf=0,na=0,Gl=0,Hl=0,zs=0,wf=0,Sf=0,ia=0,oy,ay,Ci,Ri,ai={point:os,lineStart:ry,lineEnd:sy,polygonStart:function(){ai.lineStart=WM,ai.lineEnd=XM},polygonEnd:function(){ai.point=os,ai.lineStart=ry,ai.lineEnd=sy},result:function(){var n=ia?[wf/ia,Sf/ia]:zs?[Gl/zs,Hl/zs]:na?[bf/na,vf/na]:[NaN,NaN];return bf=vf=na=Gl=Hl=zs=wf=Sf=ia=0,n}};function os(n,e){bf+=n,vf+=e,++na}function ry(){ai.point=GM}function GM(n,e){ai.point=HM,os(Ci=n,Ri=e)}function HM(n,e){var t=n-Ci,i=e-Ri,r=Jt(t*t+i*i);Gl+=r*(Ci+n)/2,Hl+=r*(Ri+e)/2,zs+=r,os(Ci=n,Ri=e)}function sy(){ai.point=os}function WM(){ai.point=$M}function XM(){ly(oy,ay)}function $M(n,e){ai.point=ly,os(oy=Ci=n,ay=Ri=e)}function ly(n,e){var t=n-Ci,i=e-Ri,r=Jt(t*t+i*i);Gl+=r*(Ci+n)/2,Hl+=r*(Ri+e)/2,zs+=r,r=Ri*n-Ci*e,wf+=r*(Ci+n),Sf+=r*(Ri+e),ia+=r*3,os(Ci=n,Ri=e)}var Mf=ai;function Wl(n){this._context=n}Wl.prototype={_radius:4.5,pointRadius:function(n){return this._radius=n,this},polygonStart:function(){this._line=0},polygonEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){this._line===0&&this._context.closePath(),this._point=NaN},point:function(n,e){switch(this._point){case 0:{this._context.moveTo(n,e),this._point=1;break}case 1:{this._context.lineTo(n,e);break}default:{this._context.moveTo(n+this._radius,e),this._context.arc(n,e,this._radius,0,jt);break}}},result:ft};var Tf=new Zt,Ef,cy,uy,ra,sa,Xl={point:ft,lineStart:function(){Xl.point=qM},lineEnd:function(){Ef&&hy(cy,uy),Xl.point=ft},polygonStart:function(){Ef=!0},polygonEnd:function(){Ef=null},result:function(){var n=+Tf;return Tf=new Zt,n}};function qM(n,e){Xl.point=hy,cy=ra=n,uy=sa=e}function hy(n,e){ra-=n,sa-=e,Tf.add(Jt(ra*ra+sa*sa)),ra=n,sa=e}var Af=Xl;var dy,$l,fy,py,Vs=class{constructor(e){this._append=e==null?my:YM(e),this._radius=4.5,this._=""}pointRadius(e){return this._radius=+e,this}polygonStart(){this._line=0}polygonEnd(){this._line=NaN}lineStart(){this._point=0}lineEnd(){this._line===0&&(this._+="Z"),this._point=NaN}point(e,t){switch(this._point){case 0:{this._append`M${e},${t}`,this._point=1;break}case 1:{this._append`L${e},${t}`;break}default:{if(this._append`M${e},${t}`,this._radius!==fy||this._append!==$l){let i=this._radius,r=this._;this._="",this._append`m0,${i}a${i},${i} 0 1,1 0,${-2*i}a${i},${i} 0 1,1 0,${2*i}z`,fy=i,$l=this._append,py=this._,this._=r}this._+=py;break}}}result(){let e=this._;return this._="",e.length?e:null}};function my(n){let e=1;this._+=n[0];for(let t=n.length;e<t;++e)this._+=arguments[e]+n[e]}function YM(n){let e=Math.floor(n);if(!(e>=0))throw new RangeError(`invalid digits: ${n}`);if(e>15)return my;if(e!==dy){let t=10**e;dy=e,$l=function(r){let s=1;this._+=r[0];for(let o=r.length;s<o;++s)this._+=Math.round(arguments[s]*t)/t+r[s]}}return $l}function oa(n,e){let t=3,i=4.5,r,s;function o(a){return a&&(typeof i=="function"&&s.pointRadius(+i.apply(this,arguments)),Qn(a,r(s))),s.result()}return o.area=function(a){return Qn(a,r(xf)),xf.result()},o.measure=function(a){return Qn(a,r(Af)),Af.result()},o.bounds=function(a){return Qn(a,r(Bs)),Bs.result()},o.centroid=function(a){return Qn(a,r(Mf)),Mf.result()},o.projection=function(a){return arguments.length?(r=a==null?(n=null,ea):(n=a).stream,o):n},o.context=function(a){return arguments.length?(s=a==null?(e=null,new Vs(t)):new Wl(e=a),typeof i!="function"&&s.pointRadius(i),o):e},o.pointRadius=function(a){return arguments.length?(i=typeof a=="function"?a:(s.pointRadius(+a),+a),o):i},o.digits=function(a){if(!arguments.length)return t;if(a==null)t=null;else{let l=Math.floor(a);if(!(l>=0))throw new RangeError(`invalid digits: ${a}`);t=l}return e===null&&(s=new Vs(t)),o},o.projection(n).digits(t).context(e)}function aa(n){return function(e){var t=new Cf;for(var i in n)t[i]=n[i];return t.stream=e,t}}function Cf(){}Cf.prototype={constructor:Cf,point:function(n,e){this.stream.point(n,e)},sphere:function(){this.stream.sphere()},lineStart:function(){this.stream.lineStart()},lineEnd:function(){this.stream.lineEnd()},polygonStart:function(){this.stream.polygonStart()},polygonEnd:function(){this.stream.polygonEnd()}};function Rf(n,e,t){var i=n.clipExtent&&n.clipExtent();return n.scale(150).translate([0,0]),i!=null&&n.clipExtent(null),Qn(t,n.stream(Bs)),e(Bs.result()),i!=null&&n.clipExtent(i),n}function Pf(n,e,t){return Rf(n,function(i){var r=e[1][0]-e[0][0],s=e[1][1]-e[0][1],o=Math.min(r/(i[1][0]-i[0][0]),s/(i[1][1]-i[0][1])),a=+e[0][0]+(r-o*(i[1][0]+i[0][0]))/2,l=+e[0][1]+(s-o*(i[1][1]+i[0][1]))/2;n.scale(150*o).translate([a,l])},t)}function gy(n,e,t){return Pf(n,[[0,0],e],t)}function _y(n,e,t){return Rf(n,function(i){var r=+e,s=r/(i[1][0]-i[0][0]),o=(r-s*(i[1][0]+i[0][0]))/2,a=-s*i[0][1];n.scale(150*s).translate([o,a])},t)}function yy(n,e,t){return Rf(n,function(i){var r=+e,s=r/(i[1][1]-i[0][1]),o=-s*i[0][0],a=(r-s*(i[1][1]+i[0][1]))/2;n.scale(150*s).translate([o,a])},t)}var xy=16,KM=Ge(30*dt);function Lf(n,e){return+e?jM(n,e):ZM(n)}function ZM(n){return aa({point:function(e,t){e=n(e,t),this.stream.point(e[0],e[1])}})}function jM(n,e){function t(i,r,s,o,a,l,c,u,h,d,f,m,y,p){var g=c-i,w=u-r,M=g*g+w*w;if(M>4*e&&y--){var v=o+d,C=a+f,T=l+m,_=Jt(v*v+C*C+T*T),S=zn(T/=_),D=tt(tt(T)-1)<$e||tt(s-h)<$e?(s+h)/2:En(C,v),I=n(D,S),N=I[0],V=I[1],W=N-i,R=V-r,L=w*W-g*R;(L*L/M>e||tt((g*W+w*R)/M-.5)>.3||o*d+a*f+l*m<KM)&&(t(i,r,s,o,a,l,N,V,D,v/=_,C/=_,T,y,p),p.point(N,V),t(N,V,D,v,C,T,c,u,h,d,f,m,y,p))}}return function(i){var r,s,o,a,l,c,u,h,d,f,m,y,p={point:g,lineStart:w,lineEnd:v,polygonStart:function(){i.polygonStart(),p.lineStart=C},polygonEnd:function(){i.polygonEnd(),p.lineStart=w}};function g(S,D){S=n(S,D),i.point(S[0],S[1])}function w(){h=NaN,p.point=M,i.lineStart()}function M(S,D){var I=Ai([S,D]),N=n(S,D);t(h,d,u,f,m,y,h=N[0],d=N[1],u=S,f=I[0],m=I[1],y=I[2],xy,i),i.point(h,d)}function v(){p.point=g,i.lineEnd()}function C(){w(),p.point=T,p.lineEnd=_}function T(S,D){M(r=S,D),s=h,o=d,a=f,l=m,c=y,p.point=M}function _(){t(h,d,u,f,m,y,s,o,r,a,l,c,xy,i),p.lineEnd=v,v()}return p}}var JM=aa({point:function(n,e){this.stream.point(n*dt,e*dt)}});function QM(n){return aa({point:function(e,t){var i=n(e,t);return this.stream.point(i[0],i[1])}})}function eE(n,e,t,i,r){function s(o,a){return o*=i,a*=r,[e+n*o,t-n*a]}return s.invert=function(o,a){return[(o-e)/n*i,(t-a)/n*r]},s}function by(n,e,t,i,r,s){if(!s)return eE(n,e,t,i,r);var o=Ge(s),a=Xe(s),l=o*n,c=a*n,u=o/n,h=a/n,d=(a*t-o*e)/n,f=(a*e+o*t)/n;function m(y,p){return y*=i,p*=r,[l*y-c*p+e,t-c*y-l*p]}return m.invert=function(y,p){return[i*(u*y-h*p+d),r*(f-h*y-u*p)]},m}function Ar(n){return vy(function(){return n})()}function vy(n){var e,t=150,i=480,r=250,s=0,o=0,a=0,l=0,c=0,u,h=0,d=1,f=1,m=null,y=cf,p=null,g,w,M,v=ea,C=.5,T,_,S,D,I;function N(L){return S(L[0]*dt,L[1]*dt)}function V(L){return L=S.invert(L[0],L[1]),L&&[L[0]*Jn,L[1]*Jn]}N.stream=function(L){return D&&I===L?D:D=JM(QM(u)(y(T(v(I=L)))))},N.preclip=function(L){return arguments.length?(y=L,m=void 0,R()):y},N.postclip=function(L){return arguments.length?(v=L,p=g=w=M=null,R()):v},N.clipAngle=function(L){return arguments.length?(y=+L?$_(m=L*dt):(m=null,cf),R()):m*Jn},N.clipExtent=function(L){return arguments.length?(v=L==null?(p=g=w=M=null,ea):uf(p=+L[0][0],g=+L[0][1],w=+L[1][0],M=+L[1][1]),R()):p==null?null:[[p,g],[w,M]]},N.scale=function(L){return arguments.length?(t=+L,W()):t},N.translate=function(L){return arguments.length?(i=+L[0],r=+L[1],W()):[i,r]},N.center=function(L){return arguments.length?(s=L[0]%360*dt,o=L[1]%360*dt,W()):[s*Jn,o*Jn]},N.rotate=function(L){return arguments.length?(a=L[0]%360*dt,l=L[1]%360*dt,c=L.length>2?L[2]%360*dt:0,W()):[a*Jn,l*Jn,c*Jn]},N.angle=function(L){return arguments.length?(h=L%360*dt,W()):h*Jn},N.reflectX=function(L){return arguments.length?(d=L?-1:1,W()):d<0},N.reflectY=function(L){return arguments.length?(f=L?-1:1,W()):f<0},N.precision=function(L){return arguments.length?(T=Lf(_,C=L*L),R()):Jt(C)},N.fitExtent=function(L,G){return Pf(N,L,G)},N.fitSize=function(L,G){return gy(N,L,G)},N.fitWidth=function(L,G){return _y(N,L,G)},N.fitHeight=function(L,G){return yy(N,L,G)};function W(){var L=by(t,0,0,d,f,h).apply(null,e(s,o)),G=by(t,i-L[0],r-L[1],d,f,h);return u=G_(a,l,c),_=Jo(e,G),S=Jo(u,_),T=Lf(_,C),R()}function R(){return D=I=null,N}return function(){return e=n.apply(this,arguments),N.invert=e.invert&&V,W()}}function wy(n){return function(e,t){var i=Ge(e),r=Ge(t),s=n(i*r);return s===1/0?[2,0]:[s*r*Xe(e),s*Xe(t)]}}function Sy(n){return function(e,t){var i=Jt(e*e+t*t),r=n(i),s=Xe(r),o=Ge(r);return[En(e*s,i*o),zn(i&&t*s/i)]}}var If=wy(function(n){return Jt(2/(1+n))});If.invert=Sy(function(n){return 2*zn(n/2)});function Nf(){return Ar(If).scale(124.75).clipAngle(180-.001)}function kf(n,e){var t=e*e,i=t*t;return[n*(.8707-.131979*t+i*(-.013791+i*(.003971*t-.001529*i))),e*(1.007226+t*(.015085+i*(-.044475+.028874*t-.005916*i)))]}kf.invert=function(n,e){var t=e,i=25,r;do{var s=t*t,o=s*s;t-=r=(t*(1.007226+s*(.015085+o*(-.044475+.028874*s-.005916*o)))-e)/(1.007226+s*(.015085*3+o*(-.044475*7+.028874*9*s-.005916*11*o)))}while(tt(r)>$e&&--i>0);return[n/(.8707+(s=t*t)*(-.131979+s*(-.013791+s*s*s*(.003971-.001529*s)))),t]};function Df(){return Ar(kf).scale(175.295)}function Of(n){return n}function ql(n){if(n==null)return Of;var e,t,i=n.scale[0],r=n.scale[1],s=n.translate[0],o=n.translate[1];return function(a,l){l||(e=t=0);var c=2,u=a.length,h=new Array(u);for(h[0]=(e+=a[0])*i+s,h[1]=(t+=a[1])*r+o;c<u;)h[c]=a[c],++c;return h}}function My(n,e){for(var t,i=n.length,r=i-e;r<--i;)t=n[r],n[r++]=n[i],n[i]=t}function Ff(n,e){return typeof e=="string"&&(e=n.objects[e]),e.type==="GeometryCollection"?{type:"FeatureCollection",features:e.geometries.map(function(t){return Ey(n,t)})}:Ey(n,e)}function Ey(n,e){var t=e.id,i=e.bbox,r=e.properties==null?{}:e.properties,s=la(n,e);return t==null&&i==null?{type:"Feature",properties:r,geometry:s}:i==null?{type:"Feature",id:t,properties:r,geometry:s}:{type:"Feature",id:t,bbox:i,properties:r,geometry:s}}function la(n,e){var t=ql(n.transform),i=n.arcs;function r(u,h){h.length&&h.pop();for(var d=i[u<0?~u:u],f=0,m=d.length;f<m;++f)h.push(t(d[f],f));u<0&&My(h,m)}function s(u){return t(u)}function o(u){for(var h=[],d=0,f=u.length;d<f;++d)r(u[d],h);return h.length<2&&h.push(h[0]),h}function a(u){for(var h=o(u);h.length<4;)h.push(h[0]);return h}function l(u){return u.map(a)}function c(u){var h=u.type,d;switch(h){case"GeometryCollection":return{type:h,geometries:u.geometries.map(c)};case"Point":d=s(u.coordinates);break;case"MultiPoint":d=u.coordinates.map(s);break;case"LineString":d=o(u.arcs);break;case"MultiLineString":d=u.arcs.map(o);break;case"Polygon":d=l(u.arcs);break;case"MultiPolygon":d=u.arcs.map(l);break;default:return null}return{type:h,coordinates:d}}return c(e)}function Uf(n,e){var t={},i={},r={},s=[],o=-1;e.forEach(function(c,u){var h=n.arcs[c<0?~c:c],d;h.length<3&&!h[1][0]&&!h[1][1]&&(d=e[++o],e[o]=c,e[u]=d)}),e.forEach(function(c){var u=a(c),h=u[0],d=u[1],f,m;if(f=r[h])if(delete r[f.end],f.push(c),f.end=d,m=i[d]){delete i[m.start];var y=m===f?f:f.concat(m);i[y.start=f.start]=r[y.end=m.end]=y}else i[f.start]=r[f.end]=f;else if(f=i[d])if(delete i[f.start],f.unshift(c),f.start=h,m=r[h]){delete r[m.end];var p=m===f?f:m.concat(f);i[p.start=m.start]=r[p.end=f.end]=p}else i[f.start]=r[f.end]=f;else f=[c],i[f.start=h]=r[f.end=d]=f});function a(c){var u=n.arcs[c<0?~c:c],h=u[0],d;return n.transform?(d=[0,0],u.forEach(function(f){d[0]+=f[0],d[1]+=f[1]})):d=u[u.length-1],c<0?[d,h]:[h,d]}function l(c,u){for(var h in c){var d=c[h];delete u[d.start],delete d.start,delete d.end,d.forEach(function(f){t[f<0?~f:f]=1}),s.push(d)}}return l(r,i),l(i,r),e.forEach(function(c){t[c<0?~c:c]||s.push([c])}),s}function tE(n){for(var e=-1,t=n.length,i,r=n[t-1],s=0;++e<t;)i=r,r=n[e],s+=i[0]*r[1]-i[1]*r[0];return Math.abs(s)}function Bf(n){return la(n,Ty.apply(this,arguments))}function Ty(n,e){var t={},i=[],r=[];e.forEach(s);function s(l){switch(l.type){case"GeometryCollection":l.geometries.forEach(s);break;case"Polygon":o(l.arcs);break;case"MultiPolygon":l.arcs.forEach(o);break}}function o(l){l.forEach(function(c){c.forEach(function(u){(t[u=u<0?~u:u]||(t[u]=[])).push(l)})}),i.push(l)}function a(l){return tE(la(n,{type:"Polygon",arcs:[l]}).coordinates[0])}return i.forEach(function(l){if(!l._){var c=[],u=[l];for(l._=1,r.push(c);l=u.pop();)c.push(l),l.forEach(function(h){h.forEach(function(d){t[d<0?~d:d].forEach(function(f){f._||(f._=1,u.push(f))})})})}}),i.forEach(function(l){delete l._}),{type:"MultiPolygon",arcs:r.map(function(l){var c=[],u;if(l.forEach(function(y){y.forEach(function(p){p.forEach(function(g){t[g<0?~g:g].length<2&&c.push(g)})})}),c=Uf(n,c),(u=c.length)>1)for(var h=1,d=a(c[0]),f,m;h<u;++h)(f=a(c[h]))>d&&(m=c[0],c[0]=c[h],c[h]=m,d=f);return c}).filter(function(l){return l.length>0})}}var rE={coastline:"solid",international:"solid",undetermined:"dashed",special:"dotted"},Ay=["countries","international","undetermined","coastline","special","lakes"];function Cy(n){if(!lE(n))throw new TypeError(`not the packaged borders: a topology with ${Ay.join(", ")} is expected`);let{objects:e}=n,t=e.special.geometries;return{countries:e.countries.geometries.map(i=>sE(n,i)),land:zf(Bf(n,e.countries.geometries.filter(aE))),lakes:Ry(n,e.lakes),borders:[Yl("coastline",Kl(n,e.coastline).coordinates),Yl("international",Kl(n,e.international).coordinates),Yl("undetermined",Kl(n,e.undetermined).coordinates),Yl("special",t.flatMap(i=>Kl(n,i).coordinates))]}}function Yl(n,e){return{kind:n,stroke:rE[n],lines:e}}function sE(n,e){return{code:String(e.id),polygons:Ry(n,e).coordinates}}function Ry(n,e){let t=Py(n,e);if(t.type==="MultiPolygon")return zf(t);if(t.type==="Polygon")return zf({type:"MultiPolygon",coordinates:[t.coordinates]});throw new TypeError(`an area of the packaged borders is a ${t.type}`)}function zf({coordinates:n}){return{type:"MultiPolygon",coordinates:n.flatMap(t=>{let i=of({type:"Polygon",coordinates:t});return i<oE?[]:i>2*Math.PI?[t.map(r=>[...r].reverse())]:[t]})}}var oE=1e-12;function Kl(n,e){let t=Py(n,e);if(t.type==="MultiLineString")return t;if(t.type==="LineString")return{type:"MultiLineString",coordinates:[t.coordinates]};throw new TypeError(`a line of the packaged borders is a ${t.type}`)}function Py(n,e){let t=Ff(n,e);if(t.type==="Feature")return t.geometry;throw new TypeError("a shape of the packaged borders is a collection")}function aE(n){return n.type==="Polygon"||n.type==="MultiPolygon"}function lE(n){if(typeof n!="object"||n===null)return!1;let{type:e,objects:t}=n;return e!=="Topology"||typeof t!="object"||t===null?!1:Ay.every(i=>i in t)}var Ny="1";function as(n){return`#${new URLSearchParams([["v",Ny],...cE(n).map(i=>[...i])]).toString().replaceAll("%2C",",").replaceAll("%3A",":").replaceAll("%2F","/")}`}function ky(n,e=Ti){let t=new URLSearchParams(n.replace(/^#/,""));if([...t.keys()].length===0)return{state:e,notes:[]};let i=t.get("v")??"";if(i!==Ny)return{state:e,notes:[{kind:"other-version",version:i}]};let r=new Vf(t);return{state:hE(r,e),notes:r.notes()}}function cE(n){let e=(t,i,r)=>i===null||i===r?[]:[[t,i]];return[...e("lang",n.language,null),...e("theme",n.theme,Ti.theme),...e("draw",n.renderer,Ti.renderer),...e("view",n.projection,Ti.projection),...e("show",n.subject,Ti.subject),...e("at",Iy(n.camera),Iy(ss)),...n.hidden.map(t=>["hide",t]),...e("claim",n.claim,null),...Ly("",n.setting),...n.compared===null?[]:[["compare","1"]],...n.compared===null?[]:Ly("c-",n.compared),...e("flight",n.flight,null),...e("t",ei(n.time_s,1),null),...e("rate",ei(n.rate,3),ei(Ti.rate,3)),...n.selected===null?[]:[["sel",`${n.selected.kind}:${n.selected.id}`]],...uE(n.table),...n.filters.parties.map(t=>["no-party",t]),...n.filters.sensors.map(t=>["no-sensor",t]),...n.filters.classes.map(t=>["no-class",t]),...e("viewer",n.viewer,null),...e("picture",ei(n.picture,0),null)]}function Ly(n,e){return[["phase",e.phase],["party",e.party],["speed",ei(Zl(e.speed_m_s,1e3),3)],["delay",ei(e.delay_s,1)],["cap",ei(Zl(e.cap_m,1e3),1)]].flatMap(([i,r])=>r===null?[]:[[n+i,r]])}function uE(n){if(n===null)return[];let e=n.sort===null?[]:[["sort",n.sort]];return[["table",n.name],...e,...n.descending?[["desc","1"]]:[]]}function Iy({lat_rad:n,lon_rad:e,range_m:t,tilt_rad:i,heading_rad:r}){let s=[ei(ye(n),3),ei(ye(e),3),ei(t/1e3,1),ei(ye(i),1),ei(ye(r),1)];for(;s.length>3&&s.at(-1)==="0";)s.pop();return s.join(",")}function hE(n,e){return{...e,language:n.among("lang",rs)??e.language,theme:n.among("theme",Xo)??e.theme,renderer:n.among("draw",S_)??e.renderer,projection:n.among("view",M_)??e.projection,subject:n.among("show",E_)??e.subject,camera:n.taken("at",xE)??e.camera,hidden:n.every("hide",gE),claim:n.taken("claim",li),setting:Dy(n,""),compared:dE(n),flight:n.taken("flight",li),time_s:n.taken("t",Pi(-1e6,1e11)),rate:n.taken("rate",Pi(.1,60))??e.rate,playing:!1,selected:n.taken("sel",_E),table:fE(n),filters:pE(n),viewer:n.taken("viewer",li),picture:n.taken("picture",yE)}}function Dy(n,e){let t=n.taken(`${e}speed`,Pi(0,20)),i=n.taken(`${e}cap`,Pi(0,20100));return{phase:n.taken(`${e}phase`,li),party:n.taken(`${e}party`,li),speed_m_s:Zl(t,.001),delay_s:n.taken(`${e}delay`,Pi(0,3600)),cap_m:Zl(i,.001)}}function dE(n){return n.taken("compare",Oy)===!0?Dy(n,"c-"):null}function fE(n){let e=n.taken("table",li);if(e===null)return null;let t=n.taken("desc",Oy)??!1;return{name:e,sort:n.taken("sort",li),descending:t}}function pE(n){return{parties:n.every("no-party",li),sensors:n.every("no-sensor",li),classes:n.every("no-class",li)}}var Vf=class{#e;#t=new Set(["v"]);#n=[];constructor(e){this.#e=e}taken(e,t){return this.every(e,t)[0]??null}among(e,t){return this.taken(e,i=>t.find(r=>r===i)??null)}every(e,t){return this.#t.add(e),[...new Set(this.#e.getAll(e))].flatMap(i=>{let r=t(i);return r===null&&this.#n.push({kind:"bad-value",key:e,value:i}),r===null?[]:[r]})}notes(){let e=[...new Set(this.#e.keys())].filter(t=>!this.#t.has(t));return[...this.#n,...e.map(t=>({kind:"unknown-key",key:t}))]}},mE=200;function li(n){return n!==""&&n.length<=mE&&!/\p{Cc}/u.test(n)?n:null}function gE(n){return Ei.find(e=>e===n)??null}function Oy(n){return n==="1"?!0:null}function _E(n){let[,e,t]=/^([a-z-]+):(.+)$/s.exec(n)??[];return e===void 0||t===void 0||li(t)===null?null:{kind:e,id:t}}function yE(n){return/^\d{1,9}$/.test(n)?Number(n):null}function Pi(n,e){return t=>{let i=/^-?\d+(\.\d+)?$/.test(t)?Number(t):Number.NaN;return i>=n&&i<=e?i:null}}function xE(n){let[e,t,i,r="0",s="0",...o]=n.split(",");if(e===void 0||t===void 0||i===void 0||o.length>0)return null;let a=[Pi(-90,90)(e),Pi(-180,180)(t),Pi(1,4e5)(i),Pi(0,90)(r),Pi(-360,360)(s)],[l,c,u,h,d]=a.map(f=>f??Number.NaN);return a.includes(null)?null:{lat_rad:Ce(l),lon_rad:Ce(c),range_m:u*1e3,tilt_rad:Ce(h),heading_rad:Ce(d)}}function Zl(n,e){return n===null?null:n/e}function ei(n,e){if(n===null)return null;let t=n.toFixed(e).replace(/(\.\d*?)0+$/,"$1").replace(/\.$/,"");return t==="-0"?"0":t}var Gf={value_m_s:1/0,low_m_s:1/0,high_m_s:1/0};function ca(n,e,t,i){if(n===null)return Gf;let[r,s]=[Fy(e.delay_s,t),Fy(e.cap_km,i)],o=e.cap_km.length,a=(d,f)=>n[d*o+f]??1/0,[l,c]=[a(r.before,s.after),a(r.after,s.before)];if(l===c)return{value_m_s:l,low_m_s:l,high_m_s:c};if(c===1/0)return{value_m_s:null,low_m_s:l,high_m_s:c};let u=d=>Uy(a(d,s.before),a(d,s.after),s.share);return{value_m_s:Uy(u(r.before),u(r.after),r.share),low_m_s:l,high_m_s:c}}function Fy(n,e){let t=n.findIndex(s=>s>=e);if(t<0)return{before:n.length-1,after:n.length-1,share:0};if(t===0||n[t]===e)return{before:t,after:t,share:0};let[i,r]=[n[t-1],n[t]];return{before:t-1,after:t,share:(e-i)/(r-i)}}function Uy(n,e,t){return t===0?n:n+t*(e-n)}var jl=["speed","delay","cap"],Zi=1e3,bE=20;function Jl(n,e){return n.sides.find(i=>i.assumptions===e||i.party===e)??n.sides[0]}function Wf(n){let e=n.sides.flatMap(t=>t.interceptors);return(e.find(t=>t.speed.own)??e[0])?.interceptor??""}function Gs(n,e){if(e==="delay")return zy(n.delay_s);let t=n.caps.find(i=>i.interceptor===Wf(n));return t===void 0?[0,0]:e==="cap"?zy(t.cap_km):t.speed_km_s}function Ql(n,e,t){if(t==="delay")return e.delay;let i=Wf(n),r=e.interceptors.find(s=>s.interceptor===i);return r===void 0?null:t==="speed"?r.speed:r.ground_range}function Xf(n,e,t){let{speed_m_s:i,delay_s:r,cap_m:s}=e,o={speed:Vy(i,Zi),delay:r,cap:Vy(s,Zi)}[t];if(o===null)return null;let[a,l]=Gs(n,t);return Math.min(Math.max(o,a),l)}function $f(n,e,t){if(e==="delay")return{...n,delay_s:t};let i=t===null?null:t*Zi;return e==="speed"?{...n,speed_m_s:i}:{...n,cap_m:i}}function Gy(n,e){let t=Jl(n,e.party),i=n.flights.map((o,a)=>wE(n,t,e,o,a)),r=i.map(o=>o.margin).reduce(Ky,qy),s=n.band_km_s*Zi;return{side:t,verdict:Yy(r,s),margin:r,flights:i}}function ec(n,e){let t=new Map(e.flights.map(i=>[i.id,i]));return n.flights.flatMap(i=>{let r=t.get(i.id);return r===void 0||r.verdict===i.verdict?[]:[[i,r]]})}function Hy(n,e,t){let[i,r]=Gs(n,t),s=Jl(n,e.party),o=p=>vE(n,s,$f(e,t,p)),[a,l]=[o(i),o(r)];if(a===l&&a!==null)return null;let c=t!=="delay",[u,h]=c?[i,r]:[r,i],[d,f]=c?[a,l]:[l,a],m=d===!1?By(u,h,p=>o(p)===!1):u,y=f===!0?By(h,u,p=>o(p)===!0):h;return{from:Math.min(m,y),to:Math.max(m,y),reached_above:c}}function Wy(n){return{holds:"fails",fails:"holds",undecided:"undecided"}[n]}function vE(n,e,t){let i=!1;for(let[r,s]of e.batteries.entries()){let o=qf(n,e,s,t,"speed").value*Zi;for(let a=0;a<n.flights.length;a++){let l=Xy(n,e,r,t,a);if(!((l.value_m_s??l.low_m_s)>o)){if(l.value_m_s!==null||l.high_m_s<=o)return!0;i=!0}}}return i?null:!1}function wE(n,e,t,i,r){let s=qy,o=Gf,a=null;for(let l of e.batteries.keys()){let c=SE(n,e,l,t,r);(c.low_m_s<s.low_m_s||(c.value_m_s??1/0)<Hf(s))&&([o,a]=[Xy(n,e,l,t,r),l]),s=Ky(s,c)}return{id:i,verdict:Yy(s,n.band_km_s*Zi),margin:s,least:o,battery:a}}function SE(n,e,t,i,r){let s=e.batteries[t],o=m=>qf(n,e,s,i,m),[a,l,c]=[o("speed"),o("delay"),o("cap")],u=$y(n,s),h=ca(s.optimistic[r]??null,u,l.low,c.high),d=ca(s.pessimistic[r]??null,u,l.high,c.low),f=ca(s.stated[r]??null,u,l.value,c.value);return{value_m_s:f.value_m_s===null?null:f.value_m_s-a.value*Zi,low_m_s:h.low_m_s-a.high*Zi,high_m_s:d.high_m_s-a.low*Zi}}function Xy(n,e,t,i,r){let s=e.batteries[t],o=l=>qf(n,e,s,i,l).value,a=s.stated[r]??null;return ca(a,$y(n,s),o("delay"),o("cap"))}function qf(n,e,t,i,r){let o=r==="delay"||t.interceptor===Wf(n)?Xf(n,i,r):null;if(o!==null)return{value:o,low:o,high:o};if(r==="delay")return e.delay;let a=e.interceptors.find(l=>l.interceptor===t.interceptor);return a===void 0?{value:0,low:0,high:0}:r==="speed"?a.speed:a.ground_range}function $y(n,e){let t=n.caps.find(i=>i.interceptor===e.interceptor);return{delay_s:n.delay_s,cap_km:t?.cap_km??[]}}var qy={value_m_s:1/0,low_m_s:1/0,high_m_s:1/0};function Yy(n,e){return n.low_m_s>e?"holds":n.high_m_s<-e?"fails":"undecided"}function Ky(n,e){return{value_m_s:n.value_m_s!==null&&e.value_m_s!==null?Math.min(Hf(n),Hf(e)):null,low_m_s:Math.min(n.low_m_s,e.low_m_s),high_m_s:Math.min(n.high_m_s,e.high_m_s)}}function Hf(n){return n.value_m_s??1/0}function By(n,e,t){if(t(e))return e;let[i,r]=[n,e];for(let s=0;s<bE;s++){let o=.5*(i+r);t(o)?i=o:r=o}return i}function zy(n){return[n[0]??0,n.at(-1)??0]}function Vy(n,e){return n===null?null:n/e}var ME=8,Hs={holds:"no",fails:"yes",undecided:"depends"},tc=class{#e;#t=new Map;#n=new WeakMap;constructor(e){this.#e=e}argument(e){let t=this.#e?.claims.find(i=>i.id===e.claim);return t===void 0||t.argument===null?null:this.#e?.arguments.find(i=>i.claim===t.argument)??null}finding(e,t){let{party:i,speed_m_s:r,delay_s:s,cap_m:o}=t,a=JSON.stringify([e.claim,i,r,s,o]),l=this.#t.get(a);if(l!==void 0)return l;let c=Gy(e,t);return this.#t.size>=ME&&this.#t.delete(this.#t.keys().next().value??""),this.#t.set(a,c),c}unmoved(e,t){return this.finding(e,{...Ls,party:t.party})}changes(e,t){return ec(this.finding(e,t),this.unmoved(e,t))}verdicts(e){let t=this.argument(e);if(t===null)return null;let i=this.finding(t,e.setting),r=this.#n.get(i);if(r!==void 0)return r;let s={};for(let{id:o,verdict:a}of i.flights)s[Mr(o)]=Hs[a];return this.#n.set(i,s),s}};function ua({speed_m_s:n,delay_s:e,cap_m:t}){return n!==null||e!==null||t!==null}var Yf={paper:"#ffffff",panel:"#f5f4f0",ink:"#16202a",soft:"#4d5863",rule:"#d8d5cc",hair:"#e8e6df",sea:"#e9eef1",land:"#fbfaf7",coast:"#97a1a8",border:"#b4babd",grid:"#d5dde2",sees:"#1f5fa8","sees-wash":"#1f5fa8",defends:"#0b7568","defends-wash":"#7fc0b4",reaches:"#b23c17",depends:"#8a6100","depends-wash":"#f0d58c",unseen:"#8b939a",threatened:"#d9cfc3",halo:"#ffffff"},Zy={paper:"#11171d",panel:"#1a222a",ink:"#e9ecee",soft:"#a9b3bc",rule:"#36414b",hair:"#28323b",sea:"#18222b",land:"#28313a",coast:"#5b6873",border:"#46515b",grid:"#24303a",sees:"#7db4f0","sees-wash":"#5c9be0",defends:"#52c3b0","defends-wash":"#2f7d72",reaches:"#f08a62",depends:"#e2b64a","depends-wash":"#7a611f",unseen:"#7d8892",threatened:"#4a4640",halo:"#11171d"},jy={sea:{fill:"sea"},land:{fill:"land",rule:"evenodd"},coast:{fill:null,stroke:"coast",width:.6,join:"round"},border:{fill:null,stroke:"border",width:.5},contested:{fill:null,stroke:"border",width:.6,dash:[2,1.6]},special:{fill:null,stroke:"border",width:.7,dash:[.6,1.4],cap:"round"},grid:{fill:null,stroke:"grid",width:.5},frame:{fill:null,stroke:"coast",width:.8},fan:{fill:"sees-wash",fillOpacity:.09,stroke:"sees",width:.7,strokeOpacity:.75},seen:{fill:null,stroke:"sees",width:1.4,cap:"round"},band:{fill:"sees-wash",fillOpacity:.2},unseen:{fill:null,stroke:"unseen",width:1,dash:[2.5,2]},"cell-yes":{fill:"defends",fillOpacity:.72,rule:"evenodd"},"cell-depends":{fill:"hatch",rule:"evenodd"},"hatch-ground":{fill:"defends-wash",fillOpacity:.35},"hatch-line":{stroke:"defends",width:1.1},"cell-no":{fill:"threatened",fillOpacity:.85,rule:"evenodd"},"flight-yes":{fill:null,stroke:"reaches",width:1.6,cap:"round"},"flight-depends":{fill:null,stroke:"depends",width:1.1,dash:[5,3]},"flight-no":{fill:null,stroke:"unseen",width:.8,dash:[1.5,2.5]},"flight-holds":{fill:null,stroke:"defends",width:1.4,cap:"round"},"flight-disputed":{fill:null,stroke:"reaches",width:1.8,dash:[9,3]},"flight-disputed-2":{fill:null,stroke:"depends",width:1.5,dash:[5,3]},"flight-disputed-3":{fill:null,stroke:"sees",width:1.2,dash:[2.5,2.5]},"flight-disputed-4":{fill:null,stroke:"defends",width:1.1,dash:[7,2,1,2]},"flight-disputed-5":{fill:null,stroke:"soft",width:1,dash:[1,2.5]},circle:{fill:null,stroke:"soft",width:.8,dash:[4,2.5]},site:{fill:"ink",stroke:"halo",width:1},radar:{fill:"sees",stroke:"halo",width:1},launch:{fill:"reaches",stroke:"halo",width:1},target:{fill:"halo",stroke:"ink",width:1.1},halo:{fill:null,stroke:"halo",width:2.6,join:"round"},axis:{fill:null,stroke:"coast",width:1},rule:{fill:null,stroke:"hair",width:1},curve:{fill:null,stroke:"ink",width:1.8,join:"round"},"under-curve":{fill:"panel"},"bar-sees":{fill:"sees"},"bar-defends":{fill:"defends"},"bar-reaches":{fill:"reaches"},"bar-soft":{fill:"unseen"},"wash-defends":{fill:"defends-wash",fillOpacity:.55},"wash-holds":{fill:"defends-wash",fillOpacity:.16},"wash-band":{fill:"soft",fillOpacity:.14},"wash-depends":{fill:"depends-wash",fillOpacity:.6},"wash-reaches":{fill:"reaches",fillOpacity:.13},"line-declared":{fill:null,stroke:"ink",width:1.6},"line-rival":{fill:null,stroke:"reaches",width:1.6,dash:[5,3]},"line-third":{fill:null,stroke:"sees",width:1.6,dash:[2,2]},"line-fourth":{fill:null,stroke:"depends",width:1.6,dash:[9,2,2,2]},"line-margin":{fill:null,stroke:"soft",width:2.4,cap:"round",strokeOpacity:.55},"line-event":{fill:null,stroke:"soft",width:.8,dash:[2,2]},"dot-yes":{fill:"reaches",stroke:"reaches",width:1.4},"dot-depends":{fill:"depends-wash",stroke:"depends",width:1.6},"dot-half":{fill:"depends"},"dot-holds":{fill:"defends",stroke:"defends",width:1.4},"dot-no":{fill:"paper",stroke:"soft",width:1.4},dot:{fill:"ink",stroke:"paper",width:1.2},track:{fill:"hair"},"ellipse-impact":{fill:"reaches",fillOpacity:.18,stroke:"reaches",width:1.2},"ellipse-launch":{fill:"depends-wash",fillOpacity:.5,stroke:"depends",width:1.2},"learned-1":{fill:"sees",fillOpacity:.85},"learned-2":{fill:"sees",fillOpacity:.62},"learned-3":{fill:"sees",fillOpacity:.43},"learned-4":{fill:"sees",fillOpacity:.27},"learned-5":{fill:"sees",fillOpacity:.14},"learned-nothing":{fill:"unseen",fillOpacity:.22},"learned-edge":{fill:null,stroke:"ink",width:1,dash:[1.5,2],cap:"round"},hazard:{fill:"reaches",fillOpacity:.12,stroke:"reaches",width:1,dash:[6,2.5]},"impact-area":{fill:"depends-wash",fillOpacity:.45,stroke:"depends",width:1},text:{fill:"ink"},"text-soft":{fill:"soft"},"text-sees":{fill:"sees"},"text-defends":{fill:"defends"},"text-reaches":{fill:"reaches"},"text-halo":{fill:"halo",stroke:"halo",width:3,join:"round"}},Jy={assumed:[{element:"path",d:"M6 .9L11.1 6L6 11.1L.9 6Z",fill:"none",stroke:"ink","stroke-width":"1.1"}],computed:[{element:"path",d:"M6 1.6L10.8 10.2H1.2Z",fill:"none",stroke:"ink","stroke-width":"1.1"}],depends:[{element:"circle",cx:"6",cy:"6",r:"4.4",fill:"none",stroke:"ink","stroke-width":"1.2"},{element:"path",d:"M6 1.6A4.4 4.4 0 0 1 6 10.4Z",fill:"ink"}],disputed:[{element:"path",d:"M1 4.2H9.4M7 1.8L9.6 4.2L7 6.6M11 8.4H2.6M5 6L2.4 8.4L5 10.8",fill:"none",stroke:"ink","stroke-width":"1.1"}],general:[{element:"rect",x:"2",y:"2",width:"8",height:"8",fill:"none",stroke:"ink"}],no:[{element:"circle",cx:"6",cy:"6",r:"4.4",fill:"none",stroke:"ink","stroke-width":"1.2"}],read:[{element:"rect",x:"1.5",y:"1.5",width:"9",height:"9",fill:"ink"}],"second-hand":[{element:"rect",x:"2",y:"2",width:"8",height:"8",fill:"none",stroke:"ink"},{element:"rect",x:"2",y:"2",width:"4",height:"8",fill:"ink"}],yes:[{element:"circle",cx:"6",cy:"6",r:"5",fill:"ink"}]};var EE={light:Yf,dark:Zy},TE=jy,AE=Object.keys(Yf);function st(n,e){return EE[n][e]}function Qt(n){let e=Number.parseInt(n.slice(1),16);return[(e>>16)/255,(e>>8&255)/255,(e&255)/255]}function Qy(n,e){let{fill:t,stroke:i,...r}=TE[e];return{fill:t==="hatch"||t==null?t??null:st(n,t),fill_opacity:r.fillOpacity??1,stroke:i==null?null:st(n,i),stroke_opacity:r.strokeOpacity??1,width_px:r.width??1,dash_px:r.dash??[],is_round:r.cap==="round"||r.join==="round"}}function e0(n){return Jy[n].map(({element:e,...t})=>({element:e,attributes:t}))}function t0(n){return AE.map(e=>[`--${e}`,st(n,e)])}var nc=class{#e;#t;#n=new Set;#i=!1;constructor(e){this.#e=e,this.#t=e}get state(){return this.#e}set(e){let t=typeof e=="function"?e(this.#e):e;Object.keys(t).every(r=>Object.is(t[r],this.#e[r]))||(this.#e={...this.#e,...t},this.#r())}subscribe(e){return this.#n.add(e),()=>this.#n.delete(e)}watch(e,t){return this.subscribe((i,r)=>{let[s,o]=[e(i),e(r)];Object.is(s,o)||t(s,o)})}#r(){if(this.#i)return;this.#i=!0;let e=[];for(;this.#t!==this.#e;){let[t,i]=[this.#t,this.#e];this.#t=i;for(let r of[...this.#n])CE(()=>r(i,t),e)}if(this.#i=!1,e.length>0)throw new AggregateError(e,"a listener of the state failed")}};function CE(n,e){try{n()}catch(t){e.push(t)}}var n0={sea:{of:"sea"},land:{of:"land"},lake:{of:"sea"},coastline:{of:"coast",width_px:1},international:{of:"border",width_px:1},undetermined:{of:"contested",width_px:1,dash_px:[4,3]},special:{of:"special",width_px:1.3,dash_px:[1.3,2.8]},graticule:{of:"grid",stroke:"coast",stroke_opacity:.3,width_px:1},fan:{of:"fan",width_px:1.2},"fan-cued":{of:"fan",width_px:1.2,dash_px:[6,3]},reach:{of:"circle",fill:"defends",fill_opacity:.03,stroke:"defends",width_px:1.2},"reach-limit":{of:"circle",stroke:"defends",width_px:1.4,dash_px:[5,3]},"threat-boost":{of:"flight-yes",width_px:3},"threat-coast":{of:"curve",width_px:1.5,stroke_opacity:.75},"threat-entry":{of:"flight-yes",stroke:"depends",width_px:2.4},"disputed-boost":{of:"flight-yes",width_px:3},"disputed-yes":{of:"flight-yes",width_px:2.2},"disputed-depends":{of:"flight-depends",width_px:1.5,dash_px:[8,5],stroke_opacity:.8},"disputed-no":{of:"flight-no",width_px:1.3,dash_px:[2,4],stroke_opacity:.8},"disputed-entry":{of:"flight-yes",stroke:"depends",width_px:2.4},window:{of:"flight-holds",width_px:8,stroke_opacity:.45},announced:{of:"line-declared",width_px:1.8,dash_px:[7,3,2,3]},"cell-chosen":{of:"curve",stroke:"ink",width_px:2.5},"cell-yes":{of:"cell-yes",fill_opacity:.62,pattern:"plain"},"cell-depends":{of:"hatch-ground",fill_opacity:.45,stroke:"defends",pattern:"rising"},"cell-no":{of:"cell-no",fill_opacity:.8,stroke:"unseen",pattern:"dotted"},"cell-better":{of:"cell-yes",fill_opacity:.62,stroke:"paper",pattern:"crossed"},"cell-worse":{of:"dot-yes",fill_opacity:.4,pattern:"falling"},"cell-same":{of:"cell-no",fill_opacity:.5,pattern:"plain"},radar:{of:"radar"},interceptors:{of:"site",fill:"defends"},ship:{of:"site",fill:"defends"},launch:{of:"launch"},target:{of:"target",width_px:1.4},missile:{of:"dot-yes",stroke:"halo",width_px:1.4},meeting:{of:"dot-holds",stroke:"halo",width_px:1.2},"first-seen":{of:"radar"},observer:{of:"dot-depends",width_px:1.6},"observer-best":{of:"dot-half",stroke:"halo",width_px:1.4},"place-most":{of:"cell-yes",fill:"depends",fill_opacity:.75,pattern:"plain"},"place-some":{of:"cell-yes",fill:"depends",fill_opacity:.45,pattern:"plain"},"place-least":{of:"cell-yes",fill:"depends",fill_opacity:.2,pattern:"plain"},"place-none":{of:"cell-no",fill_opacity:.6,stroke:"unseen",pattern:"dotted"},"hazard-area":{of:"hazard",width_px:1.2,pattern:"plain"},"ellipse-impact":{of:"ellipse-impact",width_px:1.6,pattern:"plain"},"ellipse-launch":{of:"ellipse-launch",width_px:1.6,pattern:"plain"},"ellipse-track":{of:"band",stroke:"sees",width_px:1.3,pattern:"plain"},"track-boost":{of:"dot-yes",stroke:"halo",width_px:1},"track-coast":{of:"dot",stroke:"halo",width_px:1},"track-entry":{of:"dot-half",stroke:"halo",width_px:1},"track-unknown":{of:"bar-soft",stroke:"halo",width_px:1},trail:{of:"curve",stroke:"soft",width_px:1,stroke_opacity:.8}},RE=n0,sB=Object.keys(n0);function pt(n,e){let{of:t,fill:i,stroke:r,pattern:s,...o}=RE[e];return{...Qy(n,t),...o,...i===void 0?{}:{fill:st(n,i)},...r===void 0?{}:{stroke:st(n,r)},pattern:s??"plain"}}var ha={radar:"M2 2H10V10H2Z",interceptors:"M6 .6L11.2 10H.8Z",ship:"M6 .2V6.2M6 .6L10 6H6ZM.6 7H11.4L9.4 11H2.6Z",launch:"M6 .8L11.2 6L6 11.2L.8 6Z",target:"M6 1.8A4.2 4.2 0 1 1 6 10.2A4.2 4.2 0 1 1 6 1.8Z",missile:"M6 1A5 5 0 1 1 6 11A5 5 0 1 1 6 1Z",meeting:"M4.4 1H7.6V4.4H11V7.6H7.6V11H4.4V7.6H1V4.4H4.4Z","first-seen":"M.8 6L6 2L11.2 6L6 10Z",observer:"M6 .8L7.6 4.4L11.4 4.8L8.6 7.4L9.4 11.2L6 9.3L2.6 11.2L3.4 7.4L.6 4.8L4.4 4.4Z"};var PE="http://www.w3.org/2000/svg";function E(n,e={},...t){return i0(document.createElement(n),e,t)}function Ht(n,e={},...t){return i0(document.createElementNS(PE,n),e,t)}function Ae(n,e,...t){let i=E("button",{type:"button",...n},...t);return i.addEventListener("click",e),i}function ti(n,e,t,i){let r=e.map(({value:o,label:a})=>E("option",{value:o},a)),s=E("select",n,...r);return s.value=t,s.addEventListener("change",()=>i(s.value)),s}function be(n,e,t){if(t===null||t===!1)n.removeAttribute(e);else{let i=t===!0?"":String(t);n.getAttribute(e)!==i&&n.setAttribute(e,i)}}function xt(n,e){n.textContent!==e&&(n.textContent=e)}function Qe(n,...e){let t=Kf(n),i=n.scrollTop;n.replaceChildren(...e.filter(r=>r!==null)),n.scrollTop=i,Zf(n,t)}function Kf(n){let e=n.ownerDocument.activeElement;return e!==null&&n.contains(e)?e.getAttribute("data-key"):null}function Zf(n,e){if(e===null)return;let t=n.querySelector(`[data-key="${CSS.escape(e)}"]`);t instanceof HTMLElement&&t.focus({preventScroll:!0})}var Ws=class{#e=[];add(e){this.#e.push(e)}listen(e,t,i){let r=i;e.addEventListener(t,r),this.add(()=>e.removeEventListener(t,r))}undo(){for(let e of this.#e.splice(0).reverse())e()}};function ic(...n){return Ht("svg",{viewBox:"0 0 12 12",class:"gs-sign","aria-hidden":"true"},...n)}function i0(n,e,t){for(let[i,r]of Object.entries(e))be(n,i,r);return n.append(...t.filter(i=>i!==null)),n}function rc(n,e){let t=n.phases.filter(r=>r.architecture===e.architecture);return(t.find(({id:r,number:s})=>e.phases.includes(r)||e.phases.includes(String(s??1)))??t[0])?.id??null}var r0={speed:.05,delay:5,cap:50},LE={speed:"km/s",delay:"s",cap:"km"},s0={speed:2,delay:0,cap:0};function ni(n,e,t){return rt(n.language,t,LE[e],s0[e])}var sc=class{root;#e;#t;#n;#i;#r=E("output",{});#s;constructor(e,t,i){[this.#e,this.#t,this.#n]=[e,t,i];let[r,s]=IE(Gs(t,i),r0[i]),o=`gs-knob-${i}`;this.#i=E("input",{type:"range",id:o,min:r,max:s,"data-key":o}),this.#i.step=String(r0[i]),this.#i.addEventListener("input",()=>this.#o()),this.#s=Ae({class:"gs-quiet","data-key":`${o}-reset`},()=>this.#a(null),e.text("web.knob.reset")),this.root=E("div",{class:"gs-knob"},E("div",{class:"gs-knob-head"},E("label",{for:o},e.text(`web.knob.${i}`)),this.#r,this.#s),E("div",{class:"gs-knob-track"},E("span",{class:"gs-knob-marks","aria-hidden":"true"},...this.#l(r,s)),this.#i),E("ul",{class:"gs-knob-sides"},...this.#c()))}update(e){let t=Xf(this.#t,e.setting,this.#n),i=Jl(this.#t,e.setting.party),r=Ql(this.#t,i,this.#n),s=t??r?.value??0;Number(this.#i.value)!==s&&(this.#i.value=String(s));let o=ni(this.#e,this.#n,s);xt(this.#r,o),be(this.#i,"aria-valuetext",o),be(this.root,"data-moved",t!==null),be(this.#s,"hidden",t===null)}#o(){let e=s0[this.#n];this.#a(Number(Number(this.#i.value).toFixed(e)))}#a(e){e===null&&this.#i.focus({preventScroll:!0});let t=this.#n;this.#e.store.set(({setting:i})=>({setting:$f(i,t,e)}))}#l(e,t){return this.#t.sides.flatMap((i,r)=>{let s=Ql(this.#t,i,this.#n);if(s===null)return[];let o=E("span",{class:"gs-mark-at","data-side":r});o.style.left=jf(s.value,e,t);let a=E("span",{class:"gs-mark-span","data-side":r});return a.style.left=jf(s.low,e,t),a.style.right=jf(t-s.high+e,e,t),[a,o]})}#c(){return this.#t.sides.flatMap((e,t)=>{let i=Ql(this.#t,e,this.#n);if(i===null)return[];let r=ni(this.#e,this.#n,i.value);return[E("li",{"data-side":t},this.#u(e,t,i.value,r))]})}#u(e,t,i,r){let s=this.#e.short(e.assumptions);return Ae({class:"gs-quiet","data-key":`gs-knob-${this.#n}-side-${t}`},()=>this.#a(i),`${s}: `,E("b",{},r))}};function IE([n,e],t){let i=r=>Number((r*t).toFixed(6));return[i(Math.floor(n/t+1e-9)),i(Math.ceil(e/t-1e-9))]}function jf(n,e,t){return`${100*(n-e)/(t-e||1)}%`}var NE={holds:"yes",fails:"no",undecided:"depends"},kE=["read","second-hand","general","computed","assumed"];function Cr(n,e,t=!1){let i=t?Wy(e):e;return Jf(NE[i],i,n.text(`web.verdict.${i}`))}function ji(n,e){return Jf(e,e,n.text(`web.reached.${e}`))}function o0(n,e){let t=`status.${e}`,i=kn(t)?n.text(t):e,r=kE.find(s=>s===e);return Jf(r??null,"status",i)}function Jf(n,e,t){let i=n===null?[]:e0(n).map(DE);return E("span",{class:"gs-chip","data-kind":e},ic(...i),t)}function DE({element:n,attributes:e}){let t=Object.entries(e).map(([r,s])=>[r,s==="ink"?"currentColor":s]),i=Object.fromEntries(t);return n==="circle"?Ht("circle",i):n==="rect"?Ht("rect",i):Ht("path",i)}var da=1e3,OE=.001,FE=12;function a0(n,e,t,i){let r=n.arguing.finding(t,i.setting),s=n.arguing.unmoved(t,i.setting),o=ua(i.setting)?n.text("web.verdict.was",{verdict:UE(n,e,s)}):n.text("web.verdict.as_stated");return[E("p",{class:"gs-verdict-now"},Cr(n,r.verdict,e.denied)),E("p",{},BE(n,r.margin)," ",zE(n,r)),E("p",{class:"gs-soft"},o),...oc(n,e,i)]}function oc(n,e,{setting:t}){let{view:i}=n,r=i===null?null:rc(i,e);if(i===null||r===null||r===(t.phase??i.phases[0]?.id))return[];let s=i.phases.find(a=>a.id===r),o={phase:n.said(s?.short)};return[E("p",{class:"gs-soft"},n.text("web.argument.other_phase",o))]}function UE(n,e,t){return Cr(n,t.verdict,e.denied).textContent??""}function BE(n,{value_m_s:e,low_m_s:t,high_m_s:i}){if(t===1/0)return n.text("web.margin.never");if(e===null||e===1/0)return n.text("web.margin.ends",{ends:Qf(n,t,i)});let r=rt(n.language,Math.abs(e)/da,"km/s",2),s=e>0,o=s?Qf(n,t,i):Qf(n,-i,-t);return n.text(s?"web.margin.out":"web.margin.in",{margin:r,ends:o})}function Qf(n,e,t){let{language:i}=n,r=s=>rt(i,s/da,"km/s",2);return t===1/0?n.text("web.margin.from",{low:r(e)}):e===-1/0?n.text("web.margin.up_to",{high:r(t)}):Ki(i,e/da,t/da,"km/s",2)}function zE(n,e){let t=i=>e.flights.filter(r=>r.verdict===i).length;return n.text("web.margin.counts",{all:e.flights.length,reached:t("fails"),open:t("undecided")})}function l0(n,e,t){let i=jl.map(r=>E("li",{},GE(n,e,t,r)));return[E("h4",{},n.text("web.crux.title")),E("ul",{},...i),E("p",{class:"gs-soft"},n.text("web.crux.how",VE(n,e)))]}function VE(n,e){return{band:rt(n.language,e.band_km_s,"km/s",1)}}function GE(n,e,t,i){let r=Hy(e,t.setting,i),[s,o]=Gs(e,i),a=n.text(`web.crux.${i}`);if(r===null){let u={low:ni(n,i,s),high:ni(n,i,o)};return n.text("web.crux.never",{name:a,...u})}let l=HE(n,i,r,o-s),c=r.reached_above?"web.crux.above":"web.crux.below";return n.text(c,{name:a,value:l})}function HE(n,e,{from:t,to:i},r){if(i-t<=OE*r)return ni(n,e,.5*(t+i));let o={low:ni(n,e,t),high:ni(n,e,i)};return n.text("web.crux.between",o)}function c0(n,e,t){if(!ua(t.setting))return[];let i=n.arguing.changes(e,t.setting),r=n.text("web.changed.title",{n:i.length,all:e.flights.length});return[E("h4",{},r),tp(n,i.map(ep(n)))]}function ep(n){return([e,t])=>({id:e.id,from:Hs[t.verdict],to:Hs[e.verdict],soft:WE(n,e)})}function tp(n,e){let t=e.slice(0,FE).map(({id:s,from:o,to:a,soft:l})=>E("li",{},XE(n,s),E("span",{class:"gs-from-to"},ji(n,o),E("span",{role:"img","aria-label":n.text("web.changed.to")},"→"),ji(n,a)),E("span",{class:"gs-soft"},l))),i=e.length-t.length,r=i>0?E("li",{},n.text("web.changed.more",{n:i})):null;return E("ul",{},...t,r)}function WE(n,{least:e}){let{value_m_s:t,low_m_s:i}=e;if(i===1/0)return n.text("web.least.never");let r=t??i,s=t===null?"web.least.more":"web.least.value";return n.text(s,{speed:Ut(n.language,r/da,2)})}function XE(n,e){let t=Mr(e),[i="",r="",s=""]=e.split(":"),o=`${n.short(r)} → ${n.short(s)}`;return n.view?.flights.some(l=>l.id===t)??!1?Ae({class:"gs-quiet","data-key":`flight-${e}`,title:n.name(i)},()=>n.store.set({flight:t,selected:{kind:"flight",id:t}}),o):E("span",{},o)}function Xs(n,{source:e,status:t,note:i,by:r}){let s=[];t!==void 0&&t!==""&&s.push(o0(n,t)),r!==void 0&&r!==""&&s.push(E("span",{},n.name(r)));let o=(e??[]).map(a=>$E(n,a));return o.length>0&&s.push(E("span",{},o.join("; "))),i!==void 0&&i!==""&&s.push(E("span",{lang:"en"},i)),s.length===0?null:E("p",{class:"gs-provenance"},...qE(s))}function $E(n,e){if(e==="glasshield"||e==="general-knowledge")return n.text(`web.source.${e}`);let t=n.view?.sources.find(i=>i.id===e);return t===void 0?n.name(e):`${t.title} (${t.where})`}function qE(n){return n.flatMap((e,t)=>t===0?[e]:[" · ",e])}function u0(n,e){let t=e.verdicts.map(l=>l.assumptions),i=[...new Set(e.held.map(l=>l.parameter))],r=t.map(l=>E("th",{scope:"col"},n.short(l))),s=i.map(l=>{let c=e.held.filter(d=>d.parameter===l),u=t.map(d=>YE(n,c,d)),h=E("th",{scope:"row"},n.said(c[0]?.name));return E("tr",{},h,...u)}),o=E("caption",{},n.text("web.sides.caption")),a=E("th",{scope:"col"},n.text("web.sides.parameter"));return E("div",{class:"gs-scroll",tabindex:0,role:"region","aria-label":o.textContent},E("table",{class:"gs-table"},o,E("thead",{},E("tr",{},a,...r)),E("tbody",{},...s)))}function YE(n,e,t){let i=e.find(o=>o.assumptions===t);if(i!==void 0)return E("td",{},i.states,Xs(n,i));let r=e[0]?.catalogue??"",s=E("p",{class:"gs-provenance"},n.text("web.sides.catalogue"));return E("td",{class:"gs-soft"},r,s)}var ac=class{root;#e;constructor(e){this.#e=e;let t=e.view?.claims??[];this.root=E("section",{class:"gs-part gs-claims","aria-label":e.text("web.claims.title")},E("h3",{},e.text("web.claims.title")),E("p",{class:"gs-soft"},e.text("web.claims.lead")),E("ul",{},...t.map(i=>this.#t(i))))}update(e){let t=(this.#e.view?.claims.length??0)>0;be(this.root,"hidden",!t||e.claim!==null||e.subject==="live")}dispose(){this.root.remove()}#t(e){let t=this.#e,i=e.verdicts.map(s=>E("li",{},E("span",{class:"gs-soft"},t.short(s.assumptions)),Cr(t,s.verdict))),r=Ae({class:"gs-claim","data-key":`claim-${e.id}`},()=>this.#n(e),E("b",{},t.said(e.name)),E("span",{class:"gs-soft"},np(t,e)));return E("li",{},r,E("ul",{class:"gs-verdicts"},...i))}#n(e){let{store:t,view:i}=this.#e,r=i===null?null:rc(i,e);t.set(({setting:s})=>({claim:e.id,setting:{phase:r??s.phase,party:e.verdicts[0]?.assumptions??null,speed_m_s:null,delay_s:null,cap_m:null}}))}};function np(n,e){return[...e.by.map(t=>n.name(t)),e.date].join(" · ")}var lc=class{root;#e;#t=E("div",{class:"gs-verdict",role:"status"});#n=E("div",{class:"gs-crux"});#i=E("div",{class:"gs-changed"});#r=null;#s=null;#o=[];#a=[];constructor(e){this.#e=e,this.root=E("section",{class:"gs-part gs-argument","aria-label":e.text("web.argument.title")})}update(e){let t=this.#e.view?.claims.find(i=>i.id===e.claim)??null;if(be(this.root,"hidden",t===null||e.subject==="live"),t!==this.#r&&this.#c(t,e),t!==null){for(let[i,r]of this.#o.entries()){let s=t.verdicts[i]?.assumptions===this.#l(e,t);be(r,"aria-pressed",String(s))}for(let i of this.#a)i.update(e);e.setting!==this.#s&&(this.#s=e.setting,this.#u(t,e))}}dispose(){this.root.remove()}#l(e,t){let{party:i}=e.setting;return(t.verdicts.find(s=>s.assumptions===i||s.party===i)??t.verdicts[0])?.assumptions??null}#c(e,t){if([this.#r,this.#s]=[e,null],[this.#o,this.#a]=[[],[]],e===null)return this.root.replaceChildren();let i=this.#e,r=i.arguing.argument(t);this.#o=e.verdicts.map((s,o)=>this.#p(e,o)),r!==null&&(this.#a=jl.map(s=>new sc(i,r,s))),Qe(this.root,this.#h(),E("h3",{},i.said(e.name)),E("p",{class:"gs-soft"},np(i,e)),E("h4",{},i.text("web.argument.whose")),E("div",{class:"gs-sides",role:"group"},...this.#o),this.#t,...r===null?[this.#f()]:this.#a.map(s=>s.root),this.#n,this.#i,this.#_("web.argument.wording",this.#m(e)),this.#_("web.argument.found",E("p",{},i.said(e.answer))),this.#_("web.argument.assumptions",u0(i,e)),...e.comment.map(s=>E("p",{class:"gs-soft"},i.said(s))))}#u(e,t){let i=this.#e.arguing.argument(t);if(i===null){let r=e.verdicts.find(o=>o.assumptions===this.#l(t,e)),s=r===void 0?null:Cr(this.#e,r.verdict);return Qe(this.#t,s)}Qe(this.#t,...a0(this.#e,e,i,t)),Qe(this.#n,...l0(this.#e,i,t)),Qe(this.#i,...c0(this.#e,i,t))}#h(){let{store:e}=this.#e;return Ae({class:"gs-quiet gs-back","data-key":"claim-back"},()=>{e.set(({setting:t})=>({claim:null,compared:null,setting:{...Ls,phase:t.phase}}))},"← ",this.#e.text("web.argument.back"))}#p(e,t){let i=this.#e,{assumptions:r,verdict:s}=e.verdicts[t];return Ae({class:"gs-side","data-key":`side-${r}`,"data-side":t},()=>i.store.set(({setting:o})=>({setting:{...Ls,phase:o.phase,party:r}})),E("span",{},i.short(r)),Cr(i,s))}#m(e){let t=e.wording.flatMap(i=>[E("blockquote",{},this.#e.said(i.text)),Xs(this.#e,i)]);return E("div",{class:"gs-wording"},...t)}#f(){return E("p",{class:"gs-soft"},this.#e.text("web.argument.none"))}#_(e,t){let i=E("summary",{"data-key":e},this.#e.text(e));return E("details",{},i,t)}};var KE=[-60,-30,0,30,60],ZE=Array.from({length:12},(n,e)=>30*e-180),h0=2,d0=80;function m0(n){let e=n.borders.map(t=>{let i={coastline:"coastline",international:"international",undetermined:"undetermined",special:"special"},r=t.lines.map(wl);return{...pa,shape:"line",layer:"borders",look:i[t.kind],courses:r}});return[f0("land",n.land.coordinates),f0("lake",n.lakes.coordinates),...e]}function g0(){let n=ZE.map(i=>p0(-d0,d0).map(r=>[i,r])),e=KE.map(i=>p0(-180,180).map(r=>[r,i])),t=[...n,...e].map(wl);return[{...pa,shape:"line",layer:"graticule",look:"graticule",courses:t}]}function cc(n,e){let t=Er(n),i=es(Qr(n,e),t),r=e.compared===null?null:es(Qr(n,e,e.compared),t),s=new Map;for(let c=0;c<t;c++){let u=r===null?JE[i[c]]:QE(i[c],r[c]);if(u==null)continue;let h=s.get(u);h===void 0?s.set(u,[c]):h.push(c)}let o=fa(n.cells.bands,t),a=ip(e),l=a===null||a>=t?[]:[jE(o,a)];return[...[...s].map(([c,u])=>eT(c,u,o)),...l]}function ip({selected:n}){let e=n?.kind==="cell"?Number(n.id):NaN;return Number.isInteger(e)&&e>=0?e:null}function jE(n,e){let[t,i,r,s]=n.subarray(4*e,4*e+4),a=[wl([[t,i],[r,i],[r,s],[t,s],[t,i]])];return{...pa,shape:"line",layer:"defended",look:"cell-chosen",courses:a}}function fa(n,e){let t=new Float64Array(4*e),i=0;for(let r of n)r.count.forEach((s,o)=>{let[a,l]=[r.west_deg[o],r.east_deg[o]],c=(l<a?l+360-a:l-a)/s;for(let u=0;u<s;u++)t.set([a+u*c,r.south_deg,a+(u+1)*c,r.north_deg],4*i++)});return t}var pa={target:null,strength:"normal"},JE=[null,"cell-no","cell-depends","cell-yes"];function QE(n,e){if(n===0&&e===0)return null;let[t,i]=[n===0?3:n,e===0?3:e];return t===i?"cell-same":i>t?"cell-better":"cell-worse"}function eT(n,e,t){let i=new Float64Array(4*e.length);return e.forEach((r,s)=>i.set(t.subarray(4*r,4*r+4),4*s)),{...pa,shape:"cells",layer:"defended",look:n,bounds_deg:i,indices:Uint32Array.from(e)}}function f0(n,e){return{...pa,shape:"area",layer:"borders",look:n,polygons:e}}function p0(n,e){let t=Math.round((e-n)/h0);return Array.from({length:t+1},(i,r)=>n+r*h0)}function _0(n,e){if(e.compared===null)return null;let t=cc(n,e),i=r=>t.filter(s=>s.shape==="cells"&&s.look===r).reduce((s,o)=>s+(o.shape==="cells"?o.indices.length:0),0)*n.cells.cell_km**2;return{better_km2:i("cell-better"),worse_km2:i("cell-worse"),same_km2:i("cell-same")}}var uc=class{root;#e;#t;#n=E("div",{});#i=[];constructor(e){this.#e=e,this.#t=Ae({"data-key":"compare"},()=>e.store.set(t=>({compared:iT(e,t)})),e.text("web.compare.open")),this.root=E("section",{class:"gs-part gs-compare","aria-label":e.text("web.compare.title")},E("h3",{},e.text("web.compare.title")),this.#t,this.#n)}update(e){let t=(this.#e.view?.phases.length??0)>0;be(this.root,"hidden",!t||e.subject==="live"),be(this.#t,"hidden",e.compared!==null);let i=[e.setting,e.compared,e.claim,e.flight];i.every((r,s)=>Object.is(r,this.#i[s]))&&this.#i.length>0||(this.#i=i,Qe(this.#n,...e.compared===null?[]:this.#r(e,e.compared)))}dispose(){this.root.remove()}#r(e,t){let i=this.#e;return[E("dl",{class:"gs-facts"},...this.#s("web.compare.first",e.setting),...this.#s("web.compare.second",t)),this.#o(e,t),...this.#a(e),...this.#l(e,t),E("div",{class:"gs-row"},Ae({"data-key":"compare-swap"},()=>i.store.set({setting:t,compared:e.setting}),i.text("web.compare.swap")),Ae({"data-key":"compare-close"},()=>i.store.set({compared:null}),i.text("web.compare.close")))]}#s(e,t){let i=this.#e;return[E("dt",{},i.text(e)),E("dd",{},rp(i,t))]}#o(e,t){let i=this.#e,{store:r,view:s}=i,o=(s?.phases??[]).map(f=>({value:f.id,label:i.said(f.short)})),l=(i.arguing.argument(e)?.sides??[]).map(f=>({value:f.assumptions,label:i.short(f.assumptions)})),c=f=>r.set({compared:{...t,...f}}),u=f=>i.text(f),h=ti({"data-key":"compare-phase","aria-label":u("web.compare.phase")},o,t.phase??o[0]?.value??"",f=>c({phase:f})),d=ti({"data-key":"compare-party","aria-label":u("web.compare.party")},l,t.party??l[0]?.value??"",f=>c({party:f,speed_m_s:null,delay_s:null,cap_m:null}));return E("div",{class:"gs-row"},h,l.length>0?d:null)}#a(e){let t=this.#e,i=t.view===null?null:_0(t.view,e);if(i===null)return[];let r=c=>rt(t.language,Math.round(c/1e3)*1e3,"km2"),{better_km2:s,worse_km2:o,same_km2:a}=i,l=[t.text("web.compare.better",{area:r(s)}),t.text("web.compare.worse",{area:r(o)}),t.text("web.compare.same",{area:r(a)})];return[E("h4",{},t.text("web.compare.area")),E("ul",{},...l.map(c=>E("li",{},c)))]}#l(e,t){let i=this.#e,r=i.arguing.argument(e),s=i.view?.claims.find(c=>c.id===e.claim),{changes:o,all:a}=r===null?nT(i,e,t):tT(i,r,e,t);if(a===0)return[];let l={n:o.length,all:a};return[E("h4",{},i.text("web.compare.flights",l)),...s===void 0||r===null?[]:this.#c(s,e,t),tp(i,o)]}#c(e,t,i){let r={...t,setting:i},s=oc(this.#e,e,t);return s.length>0?s:oc(this.#e,e,r)}};function tT(n,e,t,i){let r=n.arguing.finding(e,t.setting);return{changes:ec(n.arguing.finding(e,i),r).map(ep(n)),all:e.flights.length}}function nT({view:n},e,t){if(n===null)return{changes:[],all:0};let i=On(n,e),r=qi(n,e,null),s=qi(n,{...e,setting:t},null);return{changes:i.flatMap(({id:a,missile:l,launch:c,target:u})=>{let[h,d]=[r[a]??"no",s[a]??"no"];return h===d?[]:[{id:`${l}:${c}:${u}`,from:h,to:d,soft:""}]}),all:i.length}}function rp(n,e){let{view:t}=n,i=t?.phases.find(l=>l.id===e.phase)??t?.phases[0],{speed_m_s:r,delay_s:s,cap_m:o}=e;return[n.said(i?.short),e.party===null?"":n.short(e.party),r===null?"":ni(n,"speed",r/1e3),s===null?"":ni(n,"delay",s),o===null?"":ni(n,"cap",o/1e3)].filter(l=>l!=="").join(" · ")}function iT({view:n,arguing:e},t){let i=e.argument(t);if(i!==null){let o=i.sides.findIndex(c=>c.assumptions===t.setting.party),a=i.sides[(o+1)%i.sides.length],l={speed_m_s:null,delay_s:null,cap_m:null};return{...t.setting,...l,party:a?.assumptions??null}}let r=n?.phases??[],s=Math.max(0,r.findIndex(o=>o.id===t.setting.phase));return{...t.setting,phase:r[(s+1)%r.length]?.id??null}}var rT=40;function y0(n,e){let{kind:t,title:i,facts:r,lists:s,told:o}=e,a=r.flatMap(({term:l,text:c})=>[E("dt",{},l),E("dd",{},c)]);return[E("p",{class:"gs-kicker"},t),E("h3",{},i),a.length>0?E("dl",{class:"gs-facts"},...a):null,...s.flatMap(l=>oT(n,l)),...sT(n,o)]}function sT(n,e){let t=e.map(i=>Xs(n,i)).filter(i=>i!==null);return t.length===0?[]:[E("h4",{},n.text("web.explain.told")),...t]}function oT(n,{heading:e,entries:t}){if(t.length===0)return[];let i=t.slice(0,rT).map((r,s)=>aT(n,e,r,s));return[E("h4",{},e),E("ul",{},...i)]}function aT(n,e,t,i){let{text:r,chip:s=null,soft:o,target:a}=t,l=a===void 0?r===""?null:E("span",{},r):Ae({class:"gs-quiet","data-key":`explain-${e}-${i}`},()=>n.store.set(ls(a)),r),c=o===void 0?null:E("span",{class:"gs-soft"},o);return E("li",{"data-more":r===""},l,s,c)}function ls(n){return n.kind==="flight"?{selected:n,flight:n.id}:{selected:n}}function x0(n,e,t){let i=n.view,r=i?.sensors.find(s=>s.id===t);return i==null||r===void 0?null:{kind:n.text(`web.explain.${r.kind}`),title:n.name(t),facts:lT(n,r),lists:[{heading:n.text("web.explain.sees"),entries:uT(n,i,e,t)}],told:[r,...r.sectors]}}function lT(n,e){let{language:t}=n,i=e.range_km===null?null:n.text("web.explain.range_of",{range:rt(t,e.range_km,"km"),area:Ut(t,e.reference_cross_section_m2??1,2)}),r=e.sectors.map(s=>n.text("web.explain.sector",{azimuth:Ki(t,s.azimuth_from_deg,s.azimuth_to_deg,"deg"),elevation:Ki(t,s.elevation_min_deg,s.elevation_max_deg,"deg")}));return Li(n,[["party",n.name(e.party)],["place",S0(n,e)],["range",i],["sectors",r.join("; ")],["search",e.search===null?null:cT(n,e.search)],["phases",e.phases.map(s=>b0(n,s)).join(", ")]])}function b0(n,e){let t=n.view?.phases.find(i=>i.id===e);return n.said(t?.short)||n.short(e)}function cT(n,e){let t=`web.search.${e}`;return kn(t)?n.text(t):e}function uT(n,{sees:e,sensors:t,flights:i},r,s){let o=n.view===null?0:ht(n.view,r),a=t.findIndex(h=>h.id===s),l=e.phase.flatMap((h,d)=>h===o&&e.sensor[d]===a?[d]:[]),c=l.filter(h=>e.first_seen_s[h]!=null);c.sort((h,d)=>(e.first_seen_s[h]??0)-(e.first_seen_s[d]??0));let u=l.filter(h=>e.first_seen_s[h]==null);return[...c,...u].map(h=>({...op(n,i[e.flight[h]]),soft:sp(n,e.first_seen_s[h],e.last_seen_s[h],e.why_not[h])}))}function sp(n,e,t,i){if(e==null)return hc(n,"unseen",i);let r={from:Sn(e),to:Sn(t??e)};return n.text("web.explain.seen_from",r)}function hc(n,e,t){if(t==null)return"";let i=`${e}.${t}`;return kn(i)?n.text(i):t}function v0(n,e,t){let i=n.view,r=i?.batteries.find(s=>s.id===t);return i==null||r===void 0?null:{kind:n.text("web.explain.battery"),title:n.name(t),facts:hT(n,r),lists:[{heading:n.text("web.explain.speeds"),entries:dT(n,r)},{heading:n.text("web.explain.reaches"),entries:fT(n,i,e,t)}],told:[r,...r.speeds.map(s=>({...s,by:s.by}))]}}function hT(n,e){let{language:t}=n,{ground_range_km:i,min_height_km:r,max_height_km:s}=e,o=r===null||s===null?null:Ki(t,r,s,"km"),a=e.deployed.map(l=>`${b0(n,l.phase)}: ${Ut(t,l.count)}`);return Li(n,[["party",n.name(e.party)],["interceptor",n.name(e.interceptor)],["place",S0(n,e)],["count",a.join("; ")],["cap",i===null?null:rt(t,i,"km")],["heights",o]])}function dT(n,{speeds:e}){return e.map(({by:t,value_km_s:i,low_km_s:r,high_km_s:s})=>({text:n.name(t),soft:r===s?rt(n.language,i,"km/s",1):`${rt(n.language,i,"km/s",1)} (${Ki(n.language,r,s,"km/s",1)})`}))}function fT(n,e,t,i){let{reaches:r,batteries:s,flights:o}=e,a=ht(e,t),l=s.findIndex(u=>u.id===i),c=r.phase.flatMap((u,h)=>u===a&&r.battery[h]===l?[h]:[]);return c.map((u,h)=>({...r.flight[c[h-1]??-1]===r.flight[u]?{text:""}:op(n,o[r.flight[u]]),chip:ji(n,r.verdict[u]),soft:[n.short(r.by[u]),rt(n.language,r.burnout_speed_km_s[u],"km/s",1),hc(n,"rule",r.why_not[u])].filter(d=>d!=="").join(" · ")}))}function w0(n,e,t){let i=n.view?.places.find(s=>s.id===t);if(i===void 0)return null;let r=(n.view?.flights??[]).filter(s=>s.launch===t||s.target===t);return{kind:n.text(i.kind==="launch"?"legend.launch":"legend.target"),title:n.name(t),facts:Li(n,[["place",Un(n.language,i.lat_deg,i.lon_deg)]]),lists:[{heading:n.text("web.explain.flights"),entries:r.map(s=>op(n,s))}],told:[]}}function op(n,e){return e===void 0?{text:""}:{text:$s(n,e),target:{kind:"flight",id:e.id}}}function $s(n,{launch:e,target:t,missile:i}){return`${n.short(e)} → ${n.short(t)}, ${n.short(i)}`}function Li(n,e){return e.flatMap(([t,i])=>i===null||i===""?[]:[{term:n.text(`web.fact.${t}`),text:i}])}function S0(n,{lat_deg:e,lon_deg:t,at_sea:i}){if(e===null||t===null)return n.text("web.explain.in_orbit");let r=Un(n.language,e,t);return i?`${r} (${n.text("web.explain.at_sea")})`:r}function lp(n,e,t){let i=n.view,r=i?.flights.findIndex(a=>a.id===t)??-1,s=i?.flights[r];if(i==null||s===void 0)return null;let{language:o}=n;return{kind:n.text(`web.explain.${s.role}`),title:$s(n,s),facts:Li(n,[["missile",n.name(s.missile)],["ground",s.range_km===null?null:rt(o,s.range_km,"km")],["apogee",rt(o,s.apogee_km,"km")],["burnout",s.burnout_s===null?null:Sn(s.burnout_s)],["duration",ts(o,s.flight_time_s)]]),lists:[...pT(n,e,s),{heading:n.text("web.explain.seen"),entries:mT(n,i,e,r)},{heading:n.text("web.explain.could_meet"),entries:gT(n,i,e,r)}],told:[{status:"computed",note:"",source:["glasshield"]}]}}function pT(n,e,t){let i=n.arguing.argument(e);if(i===null)return[];let r=n.arguing.finding(i,e.setting),s=r.flights.find(f=>Mr(f.id)===t.id);if(s===void 0)return[];let{value_m_s:o,low_m_s:a}=s.least,l=Ut(n.language,(o??a)/1e3,2),c=a===1/0?n.text("web.least.never"):n.text(o===null?"web.least.more":"web.least.value",{speed:l}),u=ji(n,Hs[s.verdict]),h=n.short(r.side.assumptions),d=ua(e.setting)?` · ${n.text("web.explain.moved")}`:"";return[{heading:n.text("web.explain.argued"),entries:[{text:h,chip:u,soft:`${c}${d}`}]}]}function mT(n,{sees:e,sensors:t},i,r){let s=ap(n,i,e,r),o=a=>e.first_seen_s[a]??1/0;return s.sort((a,l)=>o(a)===o(l)?a-l:o(a)-o(l)),s.map(a=>{let l=t[e.sensor[a]]?.id??"",c=sp(n,e.first_seen_s[a],e.last_seen_s[a],e.why_not[a]);return{text:n.short(l),soft:c,target:{kind:"sensor",id:l}}})}function gT(n,e,t,i){let{reaches:r,meets:s,batteries:o}=e,a=ap(n,t,r,i).map(c=>{let u=rt(n.language,r.burnout_speed_km_s[c],"km/s",1);return{...E0(n,o[r.battery[c]]?.id??""),chip:ji(n,r.verdict[c]),soft:T0([`${n.short(r.by[c])}, ${u}`,M0(n,r,c),_T(n,r.speed_margin_km_s[c]??null)])}});return[...ap(n,t,s,i).map(c=>({...E0(n,o[s.battery[c]]?.id??""),chip:ji(n,s.opens_s[c]==null?"no":"yes"),soft:T0([M0(n,s,c),yT(n,s.shots[c]??0)])})),...a]}function M0(n,e,t){let[i,r]=[e.opens_s[t],e.closes_s[t]];if(i==null||r==null)return hc(n,"rule",e.why_not[t]);let s={from:Sn(i),to:Sn(r)};return n.text("web.explain.window",s)}function _T(n,e){if(e===null)return"";let t=rt(n.language,e,"km/s",2);return n.text("web.explain.speed_margin",{margin:t})}function yT(n,e){return e>0?n.text("web.explain.shots",{n:e}):""}function E0(n,e){return{text:n.short(e),target:{kind:"battery",id:e}}}function ap(n,e,t,i){let r=n.view===null?0:ht(n.view,e);return t.phase.flatMap((s,o)=>s===r&&t.flight[o]===i?[o]:[])}function A0(n,e,t){let[i="",r="",s=""]=t.split("@"),o=n.view,a=o?.flights.find(u=>u.id===i);if(o==null||a===void 0)return null;let l=is(o,e,i).find(u=>u.kind===r&&u.by===s);if(l===void 0)return null;let c=lp(n,e,i);return{kind:n.text("web.explain.event"),title:n.text(`web.event.${l.kind}`),facts:Li(n,[["time",`T+${Sn(l.time_s)}`],["by",s===""?null:n.name(s)]]),lists:[{heading:n.text("web.explain.flights"),entries:[{text:$s(n,a),target:{kind:"flight",id:i}}]},...c?.lists??[]],told:c?.told??[]}}function T0(n){return n.filter(e=>e!=="").join(" · ")}var[fc,dc]=[26,12];function C0(n,e){let{stroke:t,stroke_opacity:i,width_px:r,dash_px:s}=pt(n,e),o=Ht("line",{x1:0,y1:dc/2,x2:fc,y2:dc/2,stroke:t??"none","stroke-opacity":i,"stroke-width":r,"stroke-dasharray":s.length>0?s.join(" "):null});return cp(o)}function pc(n,e){let t=pt(n,e),i=Ht("rect",{x:.5,y:.5,width:fc-1,height:dc-1,fill:t.fill==="hatch"?"none":t.fill??"none","fill-opacity":t.fill_opacity,stroke:t.stroke??t.fill??"none","stroke-width":1});return cp(i,...bT(t))}function R0(n,e,t){let{fill:i,stroke:r,width_px:s}=pt(n,e),o=Ht("path",{d:ha[t],transform:`translate(${(fc-12)/2} 0)`,fill:i===null||i==="hatch"?"none":i,stroke:r??"none","stroke-width":s});return cp(o)}var xT={plain:"",rising:"M0 12L12 0M7 12L19 0M14 12L26 0",falling:"M0 0L12 12M7 0L19 12M14 0L26 12",crossed:"M0 12L12 0M7 12L19 0M14 12L26 0M0 0L12 12M7 0L19 12M14 0L26 12",dotted:"M4 4h1M10 4h1M16 4h1M22 4h1M7 8h1M13 8h1M19 8h1"};function bT({pattern:n,stroke:e,fill:t}){return n==="plain"?[]:[Ht("path",{d:xT[n],stroke:e??t??"none",fill:"none"})]}function cp(...n){let e={viewBox:`0 0 ${fc} ${dc}`,class:"gs-swatch","aria-hidden":"true"};return Ht("svg",e,...n)}var P0=["web.cell.unthreatened","legend.cell_no","legend.cell_depends","legend.cell_yes"],vT=[null,"cell-no","cell-depends","cell-yes"],wT=35;function L0(n,e,t){let i=n.view,r=Number(t);if(i===null||!Number.isInteger(r)||r<0||r>=Er(i))return null;let s=i.cells.layers.filter(l=>l.phase===ht(i,e)),o=Qr(i,e),a=AT(i,r);return{kind:n.text("web.explain.cell"),title:Un(n.language,a.lat_deg,a.lon_deg),facts:Li(n,[["shown",n.text(I0(es(o,Er(i))[r]))],["cells",rt(n.language,i.cells.cell_km,"km")],["phases",n.said(i.phases[ht(i,e)]?.name)]]),lists:[{heading:n.text("web.explain.defended_against"),entries:ST(s,o,r).map(l=>MT(n,e,l,{cell:r,...a}))},{heading:n.text("web.explain.defended_by"),entries:Jr(i,e).map(l=>TT(n,e,l,a))}],told:[{status:"computed",source:["glasshield"]}]}}function ST(n,e,t){let i=s=>s.state[t]==="0"?1:0;return[...[...e].sort((s,o)=>i(s)-i(o)),...n.filter(s=>!e.includes(s))]}function I0(n){return P0[n??0]??P0[0]}function MT(n,e,{missile:t,launch:i,state:r,shots:s},{cell:o,...a}){let l=r.charCodeAt(o)-48,c=Number.parseInt(s.charAt(o),36),u=c>0?` · ${n.text("web.explain.shots",{n:Math.min(c,wT)})}`:"",h=vT[l]??null,d=ET(n,e,{missile:t,launch:i},a);return{text:`${n.short(t)}, ${n.short(i)}`,...h===null?{}:{chip:E("span",{},pc(n.shade,h))},soft:`${n.text(I0(l))}${u}`,...d===null?{}:{target:{kind:"flight",id:d}}}}function ET({view:n},e,{missile:t,launch:i},r){if(n===null)return null;let s=a=>{let l=n.places.find(c=>c.id===a);return l===void 0?1/0:Cs(mc(r),mc(l))};return Fn(n,e).filter(a=>a.missile===t&&a.launch===i).sort((a,l)=>s(a.target)-s(l.target))[0]?.id??null}function TT(n,e,t,i){let{view:r,language:s}=n,o=r===null?void 0:r.phases[ht(r,e)]?.id,a=t.deployed.find(u=>u.phase===o)?.count??0,l=Je*Cs(mc(i),mc(t)),c=rt(s,l/1e3,"km");return{text:n.short(t.site),soft:[`${n.short(t.interceptor)} × ${Ut(s,a)}`,n.text("web.explain.away",{distance:c})].join(" · "),target:{kind:"battery",id:t.id}}}function mc({lat_deg:n,lon_deg:e}){return{lat_rad:Ce(n),lon_rad:Ce(e)}}function AT(n,e){let t=fa(n.cells.bands,Er(n)),[i=0,r=0,s=0,o=0]=t.subarray(4*e,4*e+4),a=.5*(i+s);return{lat_deg:.5*(r+o),lon_deg:a>180?a-360:a}}function N0(n,e,t){let[i,r]=[t.slice(0,t.lastIndexOf("/")),Number(t.slice(t.lastIndexOf("/")+1))],s=n.view?.plans.find(c=>c.id===i),o=s?.stations[r];if(s===void 0||o===void 0)return null;let{language:a}=n,l=o.burnout_speed_sigma_m_s;return{kind:n.text("web.explain.observer"),title:n.name(o.observer),facts:Li(n,[["place",Un(a,o.lat_deg,o.lon_deg)],["visible",ts(a,o.visible_s)],["sigma",l===null?null:rt(a,l,"m/s",1)],["power",As(a,o.power)],["note",o.in_hazard_area?n.text("web.explain.in_hazard"):null]]),lists:[k0(n,s)],told:[{status:"computed",source:["glasshield"]}]}}function up(n,e,t){let i=n.view?.plans.find(r=>r.id===t.split("/")[0]);return i===void 0?null:{kind:n.text("web.explain.plan"),title:n.said(i.name),facts:Li(n,[["party",n.name(i.host)],["place",Un(n.language,i.site_lat_deg,i.site_lon_deg)]]),lists:[CT(n,i),k0(n,i)],told:[]}}function CT(n,e){let t=e.stations.flatMap((i,r)=>{if(!Ps(e,i))return[];let s={kind:"observer",id:Rs(e,r)},o=Un(n.language,i.lat_deg,i.lon_deg);return[{text:n.name(i.observer),soft:o,target:s}]});return{heading:n.text("web.explain.best"),entries:t}}function k0(n,e){let t=e.warnings.map(i=>({text:n.said(i)}));return{heading:n.text("web.explain.warnings"),entries:t}}var D0={sensor:x0,battery:v0,place:w0,flight:lp,event:A0,cell:L0,observer:N0,plan:up,area:up},gc=class{root;#e;#t;#n=E("div",{role:"status"});#i;#r=[];constructor(e,t={}){[this.#e,this.#t]=[e,t],this.#i=Ae({class:"gs-quiet gs-close","data-key":"explain-close","aria-label":e.text("web.explain.close")},()=>e.store.set({selected:null}),"✕"),this.root=E("section",{class:"gs-part gs-explain","aria-label":e.text("web.explain.title")},this.#i,this.#n)}update(e){let t=e.selected===null&&e.subject==="live";be(this.root,"hidden",e.selected===null&&!t),be(this.#i,"hidden",t);let i=[e.selected,e.setting,e.claim,e.flight,e.subject];this.#r.length>0&&i.every((r,s)=>Object.is(r,this.#r[s]))||(this.refresh(e),this.#r=i)}refresh(e){let{selected:t}=e;if(t===null)return Qe(this.#n,...this.#s(e));let{kind:i,id:r}=t,s=Object.hasOwn(this.#t,i)?this.#t[i]:void 0,o=Object.hasOwn(D0,i)?D0[i]:void 0,a=s?.(this.#e,e,r)??o?.(this.#e,e,r)??this.#o(i,r);Qe(this.#n,...y0(this.#e,a))}#s({subject:e}){return e!=="live"?[]:[E("p",{class:"gs-soft"},this.#e.text("web.explain.live_hint"))]}dispose(){this.root.remove()}#o(e,t){return{...{kind:e,title:t,facts:[],lists:[],told:[]},kind:this.#e.text("web.explain.unknown")}}};function O0(n){let e=[],t=[],i=0;for(let{name:l,bytes:c}of n){let u=new TextEncoder().encode(l),h=RT(u,c),d=_c([qs([67324752,4]),h,u,c]);t.push(_c([qs([33639248,4],[20,2]),h,qs([0,2],[0,2],[0,2],[0,4],[i,4]),u])),e.push(d),i+=d.length}let r=_c(t),s=n.length,o=qs([101010256,4],[0,2],[0,2],[s,2],[s,2]),a=qs([r.length,4],[i,4],[0,2]);return _c([...e,r,o,a])}function hp(n){let e=4294967295;for(let t of n){e^=t;for(let i=0;i<8;i++)e=e>>>1^(e&1?3988292384:0)}return(e^4294967295)>>>0}function RT(n,e){let t=e.length,i=hp(e);return qs([20,2],[0,2],[0,2],[0,2],[33,2],[i,4],[t,4],[t,4],[n.length,2],[0,2])}function qs(...n){let e=n.flatMap(([t,i])=>Array.from({length:i},(r,s)=>t>>>8*s&255));return Uint8Array.from(e)}function _c(n){let e=new Uint8Array(n.reduce((i,r)=>i+r.length,0)),t=0;for(let i of n)e.set(i,t),t+=i.length;return e}var yc=33;function F0(n,e,t){let i=new TextEncoder,[r,s]=[i.encode(e),i.encode(t)],o=new Uint8Array(r.length+5+s.length);o.set(r),o.set(s,r.length+5);let a=PT("iTXt",o),l=new Uint8Array(n.length+a.length);return l.set(n.subarray(0,yc)),l.set(a,yc),l.set(n.subarray(yc),yc+a.length),l}function PT(n,e){let t=new Uint8Array(12+e.length),i=new DataView(t.buffer);return i.setUint32(0,e.length),t.set(new TextEncoder().encode(n),4),t.set(e,8),i.setUint32(8+e.length,hp(t.subarray(4,8+e.length))),t}var LT=/^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)?(Z|[+-]\d{2}:?\d{2})$/;function Vn(n){let e=LT.exec(n.trim());if(e===null)throw new RangeError(`${n} is not a date and time in ISO 8601 with a zone`);let[,t,i,r,s,o,a="0",l="",c="Z"]=e,u=Date.UTC(Number(t),Number(i)-1,Number(r)),h=new Date(u),d=h.getUTCMonth()+1===Number(i)&&h.getUTCDate()===Number(r),f=Number(s)<24&&Number(o)<60&&Number(a)<60;if(!d||!f)throw new RangeError(`${n} is a date and time that there is not`);let m=(Number(s)*60+Number(o))*60+Number(a);return u*1e3+m*1e6+Number(l.padEnd(6,"0"))-IT(c)*60*1e6}function U0(n){let[e,t]=B0(n,1e6),i=new Date(e/1e3).toISOString().slice(0,19);return t===0?`${i}Z`:`${i}.${String(t).padStart(6,"0")}Z`}function Ji(n){let e=Math.floor(B0(n,864e8)[1]/1e6);return[e/3600,e/60%60,e%60].map(t=>String(Math.floor(t)).padStart(2,"0")).join(":")}function Ys(n){return n/1e6}function Qi(n){return Math.round(n*1e6)}function IT(n){return n==="Z"?0:(n.startsWith("-")?-1:1)*(Number(n.slice(1,3))*60+Number(n.slice(-2)))}function B0(n,e){let t=(n%e+e)%e;return[n-t,t]}function Rr(n,e,t){let i=URL.createObjectURL(new Blob([t],{type:e})),r=document.createElement("a");r.href=i,r.download=n,r.click(),setTimeout(()=>URL.revokeObjectURL(i),3e4)}function dp(n,e){let t=n.liveMark();return e.subject==="live"&&t!==null?[...t.is_exercise?["exercise"]:[],...t.is_simulated?["simulated"]:[]]:[n.view?.mark??"analysis"]}function fp(n,e){return n.text(e==="analysis"?"page.mark_short":`web.mark.${e}`)}function pp(n,e){return dp(n,e).map(t=>fp(n,t)).join(" · ")}function NT(n,e){let[t=""]=n.split(". ",1),i=e.toLowerCase().startsWith(t.toLowerCase());return t!==""&&i?n.slice(t.length+2):n}var xc=class{root=E("p",{class:"gs-mark"});#e;#t=E("b",{});#n=E("span",{});constructor(e){this.#e=e,this.root.append(this.#t," ",this.#n)}update(e){let t=pp(this.#e,e);xt(this.#t,t);let r=e.subject==="assessment"?this.#e.said(this.#e.view?.mark_text):"";xt(this.#n,NT(r,t)),this.root.hidden=t===""}dispose(){this.root.remove()}};function Ks(n,e){let{view:t}=n,i=e.subject==="live",r=pp(n,e),s=t===null||i?"":` ${n.said(t.mark_text)}`;return{title:i?n.text("web.live.title"):kT(n),mark:r===""?n.text("web.mark.live"):`${r}.${s}`,disclaimer:n.said(t?.disclaimer),link:mp(e),nameOf:o=>DT(n,o)}}function kT(n){return n.view===null?n.text("web.title"):n.said(n.view.title)}function bc(n,e){let{view:t}=n;if(e.subject==="live")return n.text("web.picture.live");if(t!==null&&t.phases.length===0&&t.plans.length>0)return n.text("web.picture.plan",{test:n.said(t.plans[0]?.name)});let i=t?.phases.find(s=>s.id===e.setting.phase),r=n.said((i??t?.phases[0])?.name);return n.text("web.picture.assessment",{phase:r})}function mp(n){return`${location.href.split("#")[0]??""}${as(n)}`}function DT(n,{kind:e,id:t}){let i=e==="flight"?n.view?.flights.find(r=>r.id===t):null;return i==null?n.name(t):$s(n,i)}var z0="'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",[er,vc,OT]=[16,20,28],FT="glasshield-figure",UT="glasshield-figure/1";async function V0(n,e,t,i,r=null){let s=VT(n,e,await createImageBitmap(t)),o=BT(n,e,s.height,r),a=zT(n,e,o);if(i==="svg"){let u=await WT(s,o,a,n.shade);return Rr("glasshield-figure.svg","image/svg+xml",u)}let l=await X0(GT(s,a,n.shade)),c=new Uint8Array(await l.arrayBuffer());Rr("glasshield-figure.png","image/png",F0(c,FT,JSON.stringify(o)))}function BT(n,e,t,i){let{view:r}=n,s=e.subject==="live",o=r?.claims.find(c=>c.id===e.claim),a=s?[e.viewer??"",i===null?"":U0(i)]:[n.said(o?.name),rp(n,e.setting)],l=s?null:r;return{form:UT,language:n.language,marks:G0(n,e),title:Ks(n,e).title,setting:a.filter(c=>c!=="").join(" · "),shown:bc(n,e),link:as(e),disclaimer:n.said(r?.disclaimer),picture_height_px:t,document:l===null?null:{title:n.said(l.title),program:l.program.name,version:l.program.version,input_hash:l.program.input_hash}}}function G0(n,e){let t=dp(n,e);return t.length===0?["live"]:t}function zT(n,e,t){let{mark:i,link:r}=Ks(n,e);return[{text:i,size:13,is_bold:!0},{text:t.title,size:15,is_bold:!0},{text:t.setting,size:13,is_bold:!1},{text:t.disclaimer,size:11,is_bold:!1},{text:r,size:11,is_bold:!1}].filter(s=>s.text!=="")}function VT(n,e,t){let i=H0(t.width),r=Math.round(OT*i),[s,o]=gp(t.width,t.height+r);o.fillStyle=st(n.shade,"ink"),o.fillRect(0,0,s.width,r),o.drawImage(t,0,r),o.fillStyle=st(n.shade,"paper"),o.font=_p({text:"",size:14*i,is_bold:!0}),o.textBaseline="middle";let a=G0(n,e).map(l=>fp(n,l));return o.fillText(a.join(" · "),er*i,r/2),s}function H0(n){return Math.max(1,n/1e3)}function gp(n,e){let t=document.createElement("canvas");[t.width,t.height]=[n,e];let i=t.getContext("2d");if(i===null)throw new Error("this browser gives no canvas to draw a figure on");return[t,i]}function GT(n,e,t){let{width:i,height:r}=n,s=H0(i),o=W0(e,i/s-2*er),[a,l]=gp(i,r+Math.ceil(s*(o.length*vc+2*er)));return l.fillStyle=st(t,"paper"),l.fillRect(0,0,a.width,a.height),l.drawImage(n,0,0),l.fillStyle=st(t,"ink"),l.setTransform(s,0,0,s,0,r),o.forEach((c,u)=>{l.font=_p(c),l.fillText(c.text,er,er+vc*(u+.7))}),a}function W0(n,e){let[,t]=gp(1,1);return n.flatMap(i=>HT(t,i,e))}function HT(n,e,t){n.font=_p(e);let i=[];for(let r of e.text.split(" ")){let s=i.length===0?r:`${i.at(-1)} ${r}`;i.length>0&&n.measureText(s).width<=t?i[i.length-1]=s:i.push(r)}return i.map(r=>({...e,text:r}))}function _p({size:n,is_bold:e}){return`${e?600:400} ${n}px ${z0}`}function X0(n){return new Promise((e,t)=>{n.toBlob(i=>{i===null?t(new Error("this browser could not write the figure")):e(i)},"image/png")})}async function WT(n,e,t,i){let r=Math.min(n.width,1e3),s=Math.round(n.height*r/n.width),o=W0(t,r-2*er),a=s+o.length*vc+2*er,l=o.map((u,h)=>Ht("text",{x:er,y:s+er+vc*(h+.7),"font-size":u.size,"font-weight":u.is_bold?600:400,"font-family":z0,fill:st(i,"ink")},u.text)),c=Ht("svg",{viewBox:`0 0 ${r} ${a}`,width:r,height:a,role:"img"},Ht("title",{},e.title),Ht("metadata",{},JSON.stringify(e)),Ht("rect",{width:r,height:a,fill:st(i,"paper")}),Ht("image",{href:await XT(await X0(n)),width:r,height:s}),...l);return new XMLSerializer().serializeToString(c)}function XT(n){return new Promise((e,t)=>{let i=new FileReader;i.onload=()=>e(String(i.result)),i.onerror=()=>t(new Error("the picture could not be read")),i.readAsDataURL(n)})}var wc=class{root;constructor(e){let{view:t}=e,{name:i,version:r,input_hash:s}=t?.program??{name:"glasshield",version:"",input_hash:""},o=`${i} ${r}`.trim(),a=s===""?"":` · ${s.slice(0,12)}`;this.root=E("div",{class:"gs-footer"},E("span",{},t===null?e.text("web.disclaimer"):e.said(t.disclaimer)),E("span",{class:"gs-made"},o+a))}update(e){}dispose(){this.root.remove()}};var $T=2e7,qT=27e6,YT=Ce(10);function $0(n,e){let t={...ss,lon_rad:e.lon_rad},i=e.lat_rad<0?-Math.PI/2:Math.PI/2;switch(n){case"polar":return{...t,lat_rad:i,range_m:$T};case"flat":return{...t,lat_rad:YT,range_m:qT};default:return t}}var KT={en:"English",ru:"Русский"},q0=["globe","map","polar","flat"],Sc=class{root;#e;#t;#n;#i=E("p",{class:"gs-lead"});#r;#s;#o;#a;#l=E("span",{role:"status",class:"gs-soft"});constructor(e,t){this.#e=e,this.#t=t.owns_page,this.#n=E(t.owns_page?"h1":"p",{class:"gs-name"}),this.#r=rs.map(i=>this.#u(i)),this.#s=this.#h(),this.#o=this.#p(),this.#a=["assessment","live"].map(i=>Ae({class:"gs-tab","data-key":`subject-${i}`},()=>e.store.set({subject:i,playing:!1,time_s:null}),e.text(`web.subject.${i}`))),this.root=E("header",{class:"gs-header"},this.#n,E("div",{class:"gs-row gs-controls"},...t.has_live?this.#a:[],this.#o,this.#s,E("span",{class:"gs-joined"},...this.#r),...this.#m(t),this.#l),this.#i)}update(e){this.#c(e),this.#r.forEach((t,i)=>{be(t,"aria-pressed",String(rs[i]===e.language))}),this.#s.value=e.theme,this.#o.value=ZT(e),this.#a.forEach((t,i)=>{be(t,"aria-pressed",String(i===1==(e.subject==="live")))})}dispose(){this.root.remove()}#c(e){let t=this.#e,{view:i}=t,r=e.subject==="live",s=i===null?t.text("web.title"):t.said(i.title),o=r?t.text("web.live_title"):s;xt(this.#n,o);let l=i===null||i.phases.length>0?t.text("web.lead"):t.said(i.subtitle);xt(this.#i,r?t.text("web.live_lead"):l),be(this.#i,"hidden",i===null&&!r),this.#t&&(document.title=`${o} – Glasshield`)}#u(e){return Ae({class:"gs-tab",lang:e,"data-key":`language-${e}`},()=>this.#e.store.set({language:e}),KT[e])}#h(){let{store:e}=this.#e,t=Xo.map(r=>({value:r,label:this.#e.text(`web.theme.${r}`)})),i={"data-key":"theme","aria-label":this.#e.text("web.theme.title")};return ti(i,t,"auto",r=>{let s=Xo.find(o=>o===r)??"auto";e.set({theme:s})})}#p(){let{store:e}=this.#e,t=q0.map(r=>({value:r,label:this.#e.text(`web.view.${r}`)})),i={"data-key":"view","aria-label":this.#e.text("web.view.title")};return ti(i,t,"globe",r=>{let s=q0.find(a=>a===r)??"globe",o=s==="map"?"globe":s;e.set(a=>({projection:o,renderer:s==="globe"?"auto":"canvas",camera:o===a.projection?a.camera:$0(o,a.camera)}))})}#m({save:e,help:t,is_addressed:i}){let r=this.#e;return[...i?[Ae({"data-key":"link"},()=>this.#f(),r.text("web.link.copy"))]:[],E("span",{class:"gs-joined"},Ae({"data-key":"png"},()=>e("png"),r.text("web.figure.png")),Ae({"data-key":"svg"},()=>e("svg"),r.text("web.figure.svg"))),Ae({"data-key":"help","aria-label":r.text("web.keys.title")},t,"?")]}#f(){let e=mp(this.#e.store.state);(navigator.clipboard?.writeText(e)??Promise.reject(new Error("none"))).then(()=>xt(this.#l,this.#e.text("web.link.copied")),()=>xt(this.#l,this.#e.text("web.link.in_address")))}};function ZT({projection:n,renderer:e}){return n!=="globe"?n:e==="canvas"?"map":"globe"}var jT=[Tn("flights","assessment",[["line","threat-boost","plot.boost"],["line","threat-coast","plot.coast"],["line","threat-entry","plot.entry"],["launch","launch","legend.launch"],["target","target","legend.target"],["missile","missile","web.legend.missile"]]),Tn("disputed","assessment",[["line","disputed-yes","legend.flight_yes"],["line","disputed-depends","legend.flight_depends"],["line","disputed-no","legend.flight_no"]]),Tn("sites","both",[["radar","radar","legend.radar"],["interceptors","interceptors","legend.site"],["ship","ship","web.legend.ship"]]),Tn("fans","both",[["area","fan","legend.fan"]]),Tn("reach","assessment",[["area","reach","web.legend.reach"],["line","reach-limit","legend.circle"]]),Tn("defended","assessment",[["area","cell-yes","legend.cell_yes"],["area","cell-depends","legend.cell_depends"],["area","cell-no","legend.cell_no"]]),Tn("observers","assessment",[["observer","observer-best","web.legend.observer_best"],["observer","observer","web.legend.observer"],["area","place-most","web.legend.place_most"],["area","place-some","web.legend.place_some"],["area","place-least","web.legend.place_least"],["area","place-none","web.legend.place_none"],["area","hazard-area","web.legend.hazard"]]),Tn("tracks","live",[["missile","track-boost","plot.boost"],["missile","track-coast","plot.coast"],["missile","track-entry","plot.entry"],["missile","track-unknown","web.legend.unknown"]]),Tn("trails","live",[["line","trail","web.legend.trail"]]),Tn("covariances","live",[["area","ellipse-track","web.legend.covariance"]]),Tn("impacts","live",[["area","ellipse-impact","web.legend.impact"],["area","ellipse-launch","web.legend.launch_area"]]),Tn("notices","live",[["area","hazard-area","web.legend.hazard"],["launch","launch","web.legend.notice_launch"],["target","target","web.legend.notice_impact"]]),Tn("borders","both",[["line","international","web.legend.border"],["line","undetermined","web.legend.contested"],["line","special","web.legend.special"]]),Tn("graticule","both",[]),Tn("labels","both",[])],JT={flights:n=>n.flights.some(e=>e.role==="threat"),disputed:n=>n.flights.some(e=>e.role==="disputed"),sites:n=>n.sensors.length+n.batteries.length>0,fans:n=>n.sensors.length>0,reach:n=>n.batteries.length>0,defended:n=>n.cells.layers.length>0,observers:n=>n.plans.length>0},QT=[["area","cell-better","web.legend.cell_better"],["area","cell-worse","web.legend.cell_worse"],["area","cell-same","web.legend.cell_same"]],Mc=class{root;#e;#t;#n=!1;constructor(e){this.#e=e,this.#t=jT.filter(t=>this.#i(t.name)).map(t=>this.#r(t)),this.root=E("section",{class:"gs-part gs-layers","aria-label":e.text("web.layers.title")},E("h3",{},e.text("web.layers.title")),E("ul",{},...this.#t.map(t=>t.root)))}update(e){for(let{layer:r,root:s,box:o}of this.#t)be(s,"hidden",r.of!=="both"&&r.of!==e.subject),o.checked=!e.hidden.includes(r.name);let t=e.compared!==null;if(t===this.#n)return;this.#n=t;let i=this.#t.find(r=>r.layer.name==="defended");i?.samples.replaceChildren(...this.#s(t?QT:i.layer.samples))}dispose(){this.root.remove()}#i(e){let{view:t}=this.#e;return t===null?e!=="observers":JT[e]?.(t)??!0}#r(e){let t=E("input",{type:"checkbox","data-key":`layer-${e.name}`});t.addEventListener("change",()=>this.#o(e.name,t.checked));let i=E("label",{},t,this.#e.text(e.text)),r=E("ul",{class:"gs-samples"},...this.#s(e.samples)),s=E("li",{},i,e.samples.length>0?r:null);return{layer:e,root:s,box:t,samples:r}}#s(e){let{shade:t}=this.#e;return e.map(([i,r,s])=>{let o=i==="line"?C0(t,r):i==="area"?pc(t,r):R0(t,r,i);return E("li",{},o,E("span",{},this.#e.text(s)))})}#o(e,t){this.#e.store.set(({hidden:i})=>({hidden:t?i.filter(r=>r!==e):[...i,e]}))}};function Tn(n,e,t){return{name:n,text:`web.layer.${n}`,samples:t,of:e}}var Ec=class{#e=new Map;#t=()=>{};put(e,t){t===null?this.#e.delete(e):this.#e.set(e,t),this.#t()}get all(){return[...this.#e]}shownBy(e){this.#t=e}},Tc=class{root=E("div",{class:"gs-notices",role:"alert"});#e;#t;constructor(e,t){[this.#e,this.#t]=[e,t],t.shownBy(()=>this.#n()),this.#n()}update(e){}dispose(){this.#t.shownBy(()=>{}),this.root.remove()}#n(){let e=this.#e,t=this.#t.all.map(([i,r])=>E("p",{},r(e)," ",Ae({class:"gs-quiet","data-key":`notice-${i}`,"aria-label":e.text("web.notice.close")},()=>this.#t.put(i,null),"✕")));Qe(this.root,...t)}};var Ac=class{constructor(e,t,i,r,s=()=>null){this.view=e;this.store=t;this.arguing=i;this.shade=r;this.liveMark=s;this.language=t.state.language}view;store;arguing;shade;liveMark;language;text(e,t={}){return eA(Kt(this.language,e,t))}said(e){return e?.[this.language]??""}name(e){return this.said(Y0(this.view?.names,e))||e}short(e){return this.said(Y0(this.view?.short,e))||this.name(e)}};function eA(n){return n.replace(/(км|km|м|m)\/(?=[сs](?![\p{L}]))/gu,"$1/⁠")}function Y0(n,e){return n!==void 0&&Object.hasOwn(n,e)?n[e]:void 0}function K0(n,e,t){let i=Fn(n,e),r=On(n,e),s=qi(n,e,t),o=a=>r.filter(l=>(s[l.id]??"no")===a).length;return{threats:i.length,seen:tA(n,ht(n,e),i),people:nA(n,ht(n,e)),disputed:r.length,reached:o("yes"),open:o("depends")}}function tA({sees:n,sensors:e,flights:t},i,r){let s=new Set;return n.phase.forEach((o,a)=>{let l=e[n.sensor[a]]?.kind==="radar";o===i&&l&&n.first_seen_s[a]!=null&&s.add(t[n.flight[a]])}),r.filter(o=>s.has(o)).length}function nA({defends:n,phases:e},t){let i=e[t]?.defended[0],r=n.phase.flatMap((s,o)=>s===t&&n.region[o]===i?[o]:[]);return i===void 0||r.length===0?null:{region:i,low:Math.min(...r.map(s=>n.population_low[s])),high:Math.max(...r.map(s=>n.population_high[s]))}}var Cc=class{root;#e;#t;#n=E("dl",{class:"gs-answers"});#i=[];#r=E("p",{});#s=E("p",{class:"gs-soft"});constructor(e){this.#e=e;let t=e.view?.phases??[];this.#t=t.map(r=>this.#l(r));let i=this.#t.map(r=>E("li",{},r));this.root=E("section",{class:"gs-part gs-phases","aria-label":e.text("web.phases.title")},E("h3",{},e.text("web.phases.title")),E("ol",{},...i),this.#n,this.#r,this.#s)}update(e){let{view:t}=this.#e,i=t===null||t.phases.length===0;if(be(this.root,"hidden",i||e.subject==="live"),t===null)return;let r=ht(t,e);this.#t.forEach((o,a)=>{be(o,"aria-current",a===r?"step":null)}),this.#o(t,e);let s=t.phases[r];xt(this.#r,this.#e.said(s?.planned)),xt(this.#s,this.#e.said(s?.outcome))}dispose(){this.root.remove()}#o(e,t){let i=[t.setting,t.claim,t.filters];i.every((s,o)=>Object.is(s,this.#i[o]))&&this.#i.length>0||(this.#i=i,Qe(this.#n,...this.#a(e,t)))}#a(e,t){let i=this.#e,{threats:r,seen:s,people:o,disputed:a,reached:l,open:c}=K0(e,t,i.arguing.verdicts(t)),u=o===null?"":i.text("web.answers.defends_text",{share:Ki(i.language,100*o.low,100*o.high,"%"),region:i.short(o.region)});return[["sees",r===0?"":i.text("web.answers.sees_text",{n:s,all:r})],["defends",u],["reaches",a===0?"":i.text("web.answers.reaches_text",{n:l,all:a})+(c===0?"":i.text("web.answers.open_text",{open:c}))]].flatMap(([d,f])=>f===""?[]:[E("dt",{"data-kind":d},i.text(`web.answers.${d}`)),E("dd",{},f)])}#l(e){let{store:t}=this.#e;return Ae({"data-key":`phase-${e.id}`},()=>t.set(({setting:i})=>({setting:{...i,phase:e.id}})),E("span",{},this.#e.said(e.short)),E("span",{class:"gs-soft"},e.date))}};function Rc(n){return Math.sqrt(-2*Math.log1p(-n))}function Z0(n){let[e,t,i,,,,r,s,,,,o]=n;if(n.length!==21||e===void 0||t===void 0||i===void 0)throw new RangeError(`a covariance has 21 numbers, not ${n.length}`);if(r===void 0||s===void 0||o===void 0)throw new RangeError("not 21 numbers");return[[e,t,i],[t,r,s],[i,s,o]]}function Pc(n,e){let[t,i]=Si(e.lat_rad,e.lon_rad);return{east_m2:yp(n,t,t),mixed_m2:yp(n,t,i),north_m2:yp(n,i,i)}}function ma({east_m2:n,mixed_m2:e,north_m2:t},i){let r=.5*(n+t),s=Math.hypot(.5*(t-n),e),o=.5*Math.atan2(2*e,t-n);return{longer_m:i*Math.sqrt(r+s),shorter_m:i*Math.sqrt(Math.max(r-s,0)),azimuth_rad:o<0?o+Math.PI:o}}function xp(n,e,t=72){let i=Si(n.lat_rad,n.lon_rad),[r,s]=[Math.sin(e.azimuth_rad),Math.cos(e.azimuth_rad)];return Array.from({length:t},(o,a)=>{let l=2*Math.PI*a/(t-1),c=e.longer_m*Math.cos(l),u=e.shorter_m*Math.sin(l);return iA(n,i,c*r+u*s,c*s-u*r)})}function iA(n,e,t,i){let r=Math.hypot(t,i),s=ct(yl(e,[t,i,0]),1/Math.max(r,1e-9)),o=r/Je,a=cn(n.lat_rad,n.lon_rad,0),l=yt(a,ct(s,Je*Math.sin(o))),c=ct(e[2],Je*(1-Math.cos(o))),{lat_rad:u,lon_rad:h}=Ft(Mi(l,c));return{lat_rad:u,lon_rad:h}}function yp(n,e,t){return Mt(e,[Mt(n[0],t),Mt(n[1],t),Mt(n[2],t)])}var j0="glasshield.frames.v1",J0="glasshield.bearer.",Ii=["SRBM","MRBM","IRBM","ICBM","orbital","unknown"],ga=["boost","coast","entry","unknown"],tr=class extends Error{constructor(t,i){super(`this is no frame of a picture: byte ${i}: expected ${t}`);this.expected=t;this.at=i}expected;at;name="FrameError"},rA=826692423,bp=24,vp=16,sA=31,oA=253402300799e6,[aA,lA]=[1,2],[cA,uA,hA,dA,fA]=[7,3,3,5,6];function Lc(n){let e=new DataView(n),t=[],i=0;for(;i<e.byteLength;){let r=pA(e,i);t.push(r),i+=bp+vp*r.count}return t}function pA(n,e){if(n.byteLength-e<bp)throw new tr("the end of its header",e);let[t,i]=[n.getUint8(e+5),n.getUint8(e+6)];if(!(n.getUint32(e,!0)===rA)||Math.max(t,i)>sA)throw new tr("GSF1 and steps",e);let s=Number(n.getBigInt64(e+8,!0));if(s<0||s>oA)throw new tr("a time of this age",e+8);let o=n.getUint32(e+20,!0),a=e+bp;if(n.byteLength-a<vp*o)throw new tr(`${o} tracks`,e);let l={is_exercise:(n.getUint8(e+4)&aA)!==0,is_simulated:(n.getUint8(e+4)&lA)!==0,time_us:s,picture:n.getUint32(e+16,!0),count:o,number:new Uint32Array(o),position_ecef_m:new Float64Array(3*o),velocity_ecef_m_s:new Float64Array(3*o),class_index:new Uint8Array(o),phase:new Uint8Array(o),is_coasted:new Uint8Array(o),is_shared:new Uint8Array(o)};return mA(l,n,a,2**t,2**i),l}function mA(n,e,t,i,r){for(let s=0;s<n.count;s++){let o=t+vp*s,a=e.getUint32(o,!0),l=a>>>24,c=l&cA;if(c>=Ii.length)throw new tr("classes of objects",o);n.number[s]=a&16777215,n.class_index[s]=c,n.phase[s]=l>>>uA&hA,n.is_coasted[s]=l>>>dA&1,n.is_shared[s]=l>>>fA&1;for(let u=0;u<3;u++){let h=e.getInt32(o+4+4*u,!0);n.position_ecef_m[3*s+u]=(h<<8>>8)*i,n.velocity_ecef_m_s[3*s+u]=(h>>24)*r}}}var Bt=24;function An(n,e){return`${n}/${e}`}var Pr=class{constructor(e,t=5e6){this.capacity=e;this.trail_interval_us=t;this.is_alive=new Uint8Array(e),this.is_hidden=new Uint8Array(e),this.picture=new Uint32Array(e),this.number=new Uint32Array(e),this.position_ecef_m=new Float64Array(3*e),this.velocity_ecef_m_s=new Float64Array(3*e),this.class_index=new Uint8Array(e),this.phase=new Uint8Array(e),this.is_coasted=new Uint8Array(e),this.is_shared=new Uint8Array(e),this.trail_ecef_m=new Float32Array(3*e*Bt),this.trail_length=new Uint8Array(e),this.#n=new Uint32Array(e)}capacity;trail_interval_us;is_alive;is_hidden;picture;number;position_ecef_m;velocity_ecef_m_s;class_index;phase;is_coasted;is_shared;trail_ecef_m;trail_length;covariances=new Map;contributors=new Map;rows=0;count=0;time_us=0;is_exercise=!1;is_simulated=!1;trail_step=0;#e=new Map;#t=[];#n;#i=0;#r=Number.NEGATIVE_INFINITY;apply(e){this.#i+=1,this.time_us=Math.max(this.time_us,e.time_us),this.is_exercise=e.is_exercise,this.is_simulated=e.is_simulated;for(let t=0;t<e.count;t++)this.#s(e.picture,e.number[t]);this.#l(e.picture);for(let t=0;t<e.count;t++)this.#a(this.#o(e,t),e,t);this.time_us-this.#r>=this.trail_interval_us&&this.#c()}drop(e){this.#i+=1,this.#l(e)}setCovariance(e,t){t===null?this.covariances.delete(e):this.covariances.set(e,Z0(t))}rowOf(e,t){return this.#e.get(Ic(e,t))??null}#s(e,t){let i=this.#e.get(Ic(e,t));i!==void 0&&(this.#n[i]=this.#i)}#o(e,t){let i=Ic(e.picture,e.number[t]),r=this.#e.get(i);if(r!==void 0)return r;let s=this.#t.pop()??this.rows;if(s>=this.capacity)throw new RangeError(`more than ${this.capacity} tracks`);return this.rows=Math.max(this.rows,s+1),this.count+=1,this.#e.set(i,s),this.is_alive[s]=1,this.is_hidden[s]=0,this.picture[s]=e.picture,this.number[s]=e.number[t],this.trail_length[s]=0,s}#a(e,t,i){this.#n[e]=this.#i;for(let r=0;r<3;r++)this.position_ecef_m[3*e+r]=t.position_ecef_m[3*i+r],this.velocity_ecef_m_s[3*e+r]=t.velocity_ecef_m_s[3*i+r];this.class_index[e]=t.class_index[i],this.phase[e]=t.phase[i],this.is_coasted[e]=t.is_coasted[i],this.is_shared[e]=t.is_shared[i]}#l(e){for(let t=0;t<this.rows;t++){if(this.is_alive[t]===0||this.picture[t]!==e||this.#n[t]===this.#i)continue;let i=An(e,this.number[t]);this.#e.delete(Ic(e,this.number[t])),this.covariances.delete(i),this.contributors.delete(i),this.is_alive[t]=0,this.#t.push(t),this.count-=1}}#c(){this.#r=this.time_us,this.trail_step=(this.trail_step+1)%Bt;let e=3*this.trail_step*this.capacity;for(let t=0;t<3*this.rows;t++)this.trail_ecef_m[e+t]=this.position_ecef_m[t];for(let t=0;t<this.rows;t++)this.trail_length[t]=Math.min(this.trail_length[t]+1,Bt)}};function _a(n,e){let t=An(n.picture[e],n.number[e]);return{id:t,number:n.number[e],position_ecef_m:Q0(n.position_ecef_m,e),velocity_ecef_m_s:Q0(n.velocity_ecef_m_s,e),object_class:Ii[n.class_index[e]],phase:ga[n.phase[e]],is_coasted:n.is_coasted[e]===1,is_shared:n.is_shared[e]===1,contributors:n.contributors.get(t)??[]}}function Nc(n){let e=[];for(let t=0;t<n.rows;t++)n.is_alive[t]===1&&n.is_hidden[t]===0&&e.push(_a(n,t));return e}function Q0(n,e){return[n[3*e],n[3*e+1],n[3*e+2]]}function Ic(n,e){return n*2**24+e}var gA=.95;function ex(n,e){let t=[];for(let i=0;i<n.rows;i++){if(n.is_alive[i]===0||n.is_hidden[i]===1)continue;let r=An(n.picture[i],n.number[i]),s=n.covariances.get(r);if(s===void 0)continue;let o=Ft(_a(n,i).position_ecef_m),a=ma(Pc(s,o),Rc(gA));t.push({shape:"area",layer:"covariances",target:lt("track",r),look:"ellipse-track",strength:pn(e,"track",r)?"strong":"normal",polygons:[[Yi(xp(o,a))]]})}return t}function tx(n,e){return n.flatMap(t=>[...yA(t,e),xA(t,e)])}function nx(n,e){return n.filter(t=>t.time!=="over").flatMap(t=>t.areas.flatMap(i=>[{shape:"area",layer:"notices",target:lt("notice",t.id),look:"hazard-area",strength:ix(t,e),polygons:[[i.ring]]},..._A(t,i,e)]))}function ix({id:n,time:e},t){return pn(t,"notice",n)?"strong":e==="open"?"normal":"faint"}function _A(n,{role:e,middle:t},i){if(e==="hazard")return[];let r=e==="launch"?"launch":"target";return[{shape:"mark",layer:"notices",target:lt("notice",n.id),look:r,glyph:r,strength:ix(n,i),lon_deg:ye(t.lon_rad),lat_deg:ye(t.lat_rad),height_m:0,label:e==="launch"?n.reference:null,weight:60}]}function yA(n,e){let{covariance:t,place:i,radius:r}=n;return t===null?[]:[{shape:"area",layer:"impacts",target:lt("event",n.id),look:n.kind==="impact"?"ellipse-impact":"ellipse-launch",strength:pn(e,"event",n.id)?"strong":"normal",polygons:[[Yi(xp(i,ma(t,r)))]]}]}function xA(n,e){let t=n.kind==="impact"?"target":"launch";return{shape:"mark",layer:"impacts",target:lt("event",n.id),look:t,glyph:t,strength:pn(e,"event",n.id)?"strong":"normal",lon_deg:ye(n.place.lon_rad),lat_deg:ye(n.place.lat_rad),height_m:0,label:n.label,weight:65}}var wp=4/3,bA=313e-6,Sp=bA*Je/(1-1/wp);function vA(n,e,t){let i=wp*Je,r=Math.max(e,Sp),s=Math.min(Math.max(t,e),r),[o,a]=rx(n,i+e,i+s),[l]=rx(a,Je+s,Je+t);return wp*o+l}function Zs(n,e,t){let i=Math.max(t,e+.001),r=vA(n,e,i),[s,o]=[Je+e,Je+i];return[o*Math.sin(r),o*Math.cos(r)-s]}function rx(n,e,t){let i=e/t*Math.cos(n),r=Math.atan2(Math.sqrt(Math.max(1-i**2,0)),i);return[r-n,r]}var sx=Math.PI/2-1e-9;var cx=Math.PI/60,ox=6,wA=60,SA=2*Math.PI-1e-9;function ux({site:n,sector:e,range_m:t}){let i=kc(e.elevation_min_rad,n.height_m,t),r=Ap(e)?[[0,t]]:kc(e.elevation_max_rad,n.height_m,t),[s,o]=[lx(ya(i)),lx(ya(r))],a=Math.max(1,Math.ceil((o-s)/cx)),l=Array.from({length:a-1},(c,u)=>{let h=s+(o-s)*(u+1)/a;return[t*Math.cos(h),t*Math.sin(h)]});return[[0,0],...i,...l,...r.reverse(),[0,0]]}function kc(n,e,t){let i=MA(n,e,t),r=Math.min(i,Math.max(Sp,e))-e,s=[];for(let o=1;o<=ox;o++){let a=e+r*(o/ox)**2;a>e&&a<i&&s.push(Zs(n,e,a))}return[...s,Zs(n,e,i)]}function hx(n){let e=ux(n),t=Ep(n.sector),i=t.flatMap(r=>fx(n.site,e,r)).flat();return{positions_ecef_m:Float64Array.from(i),triangles:Uint32Array.from(AA(e.length,t.length,Cp(n.sector)))}}function dx(n){let e=ux(n),t=Ep(n.sector),i=Cp(n.sector)?[]:[t[0],ya(t)],r=TA(n).map(s=>t.map(o=>Tp(n.site,s,o)));return[...i.map(s=>fx(n.site,e,s)),...r]}function Mp(n,e){let{site:t,sector:i,range_m:r}=n;if(e<=t.height_m||e-t.height_m>r)return[];let s=Zs(i.elevation_min_rad,t.height_m,e),o=EA(s,n,e),a=Ap(i)?null:Zs(i.elevation_max_rad,t.height_m,e);if(a!==null&&a[0]>=o[0])return[];let l=Ep(i),c=l.map(d=>ax(t,o,d)),u=a===null?[]:l.map(d=>ax(t,a,d)).reverse();if(Cp(i))return u.length>0?[c,u]:[c];let h=u.length>0?u:[{lat_rad:t.lat_rad,lon_rad:t.lon_rad}];return[[...c,...h,c[0]]]}function MA(n,e,t){let[i,r]=[e,e+t];for(let s=0;s<wA;s++){let o=.5*(i+r),[a,l]=Zs(n,e,o);Math.hypot(a,l)<t?i=o:r=o}return .5*(i+r)}function EA(n,{site:e,range_m:t},i){if(Math.hypot(...n)<=t)return n;let[r,s]=[Je+e.height_m,Je+i],o=Math.sqrt((t**2-(s-r)**2)/(4*r*s)),a=2*Math.asin(Math.min(o,1));return[s*Math.sin(a),s*Math.cos(a)-r]}function TA({site:n,sector:e,range_m:t}){let i=ya(kc(e.elevation_min_rad,n.height_m,t));return Ap(e)?[i]:[i,ya(kc(e.elevation_max_rad,n.height_m,t))]}function Ep({azimuth_from_rad:n,azimuth_width_rad:e}){let t=Math.max(1,Math.ceil(e/cx));return Array.from({length:t+1},(i,r)=>n+e*r/t)}function fx(n,e,t){return e.map(i=>Tp(n,i,t))}function Tp(n,[e,t],i){let r=Si(n.lat_rad,n.lon_rad),s=[e*Math.sin(i),e*Math.cos(i),t];return yt(cn(n.lat_rad,n.lon_rad,n.height_m),yl(r,s))}function ax(n,e,t){let{lat_rad:i,lon_rad:r}=Ft(Tp(n,e,t));return{lat_rad:i,lon_rad:r}}function AA(n,e,t){let i=[];for(let s=0;s+1<e;s++)for(let o=0;o+1<n;o++){let[a,l]=[s*n+o,(s+1)*n+o];i.push(a,l+1,l,a,a+1,l+1)}if(t)return i;let r=(e-1)*n;for(let s=1;s+2<n;s++)i.push(0,s+1,s,r,r+s,r+s+1);return i}function Ap(n){return n.elevation_max_rad>=sx}function Cp(n){return n.azimuth_width_rad>=SA}function lx([n,e]){return Math.atan2(e,n)}function ya(n){return n[n.length-1]}var cs=72,Rp=16;function mx(n,e){let[t]=n.reach;if(t===void 0||e===null)return t??null;let i=r=>Math.abs(1e3*r.burnout_speed_km_s-e);return n.reach.reduce((r,s)=>i(s)<i(r)?s:r,t)}function gx(n,e,t){let{low:i,high:r,share:s}=bx(n,e),o=a=>RA(n,a)*1e3;return Math.min(t.cap_m,(1-s)*o(i)+s*o(r))}function _x(n,e,t){return Array.from({length:cs+1},(i,r)=>{let s=2*Math.PI*(r%cs)/cs;return Wo(e,s,gx(n,s,t)/Je)})}function yx(n,e,t){let i=[];for(let o=0;o<=cs;o++){let a=2*Math.PI*(o%cs)/cs,l=gx(n,a,t);for(let c=0;c<=Rp;c++)i.push(CA(n,e,a,l*c/Rp,t));i.push(xx(e,a,l,t.floor_m))}let r=Rp+2,s=[];for(let o=0;o<cs;o++)for(let a=0;a+1<r;a++){let[l,c]=[o*r+a,(o+1)*r+a];s.push(l,l+1,c,l+1,c+1,c)}return{positions_ecef_m:Float64Array.from(i.flat()),triangles:Uint32Array.from(s)}}function CA(n,e,t,i,r){let{low:s,high:o,share:a}=bx(n,t),l=(1-a)*px(n,s,i)+a*px(n,o,i),c=Math.max(r.floor_m,Math.min(r.top_m,l));return xx(e,t,i,c)}function xx(n,e,t,i){let{lat_rad:r,lon_rad:s}=Wo(n,e,t/Je);return cn(r,s,i)}function px(n,e,t){let i=n.top_km[e],r=n.ground_km.findIndex(l=>1e3*l>=t);if(r<=0)return r<0?0:1e3*(i[0]??0);let[s,o]=[1e3*n.ground_km[r-1],1e3*n.ground_km[r]],a=(t-s)/(o-s);return 1e3*((1-a)*(i[r-1]??0)+a*(i[r]??0))}function RA(n,e){let t=n.top_km[e],i=t.findIndex(r=>r===null);return n.ground_km[i<0?t.length-1:Math.max(0,i-1)]}function bx(n,e){let t=n.bearing_deg.length,i=$i(e-Ce(n.bearing_deg[0]))/(2*Math.PI/t),r=Math.floor(i)%t;return{low:r,high:(r+1)%t,share:i-Math.floor(i)}}var PA=3e5,LA=1.1,IA=4e5;function vx(n){let e=Math.max(0,...n.flights.map(t=>t.apogee_km));return Math.max(IA,LA*1e3*e)}function wx(n,e){let t=Jr(n,e),i=new Set(t.map(s=>s.site));return[...Es(n,e).flatMap(s=>NA(n,e,s,i)),...DA(t).map(s=>kA(n,e,s))]}function NA(n,e,t,i){let{lat_deg:r,lon_deg:s,height_m:o}=t;if(r===null||s===null)return[];let a=t.site===null||!i.has(t.site);return[{shape:"mark",layer:"sites",target:lt("sensor",t.id),look:"radar",glyph:"radar",strength:pn(e,"sensor",t.id)?"strong":"normal",lon_deg:s,lat_deg:r,height_m:o??0,label:a?Ms(n,e,t.site??t.id):null,weight:80}]}function kA(n,e,t){return{shape:"mark",layer:"sites",target:lt("battery",t.id),look:t.at_sea?"ship":"interceptors",glyph:t.at_sea?"ship":"interceptors",strength:pn(e,"battery",t.id)?"strong":"normal",lon_deg:t.lon_deg,lat_deg:t.lat_deg,height_m:t.height_m,label:Ms(n,e,t.site),weight:90}}function DA(n){let e=new Set;return n.filter(({site:t})=>!e.has(t)&&e.add(t))}function Sx(n,e){let t=vx(n);return Es(n,e).flatMap(i=>OA(i,Pp(n,e,i)).map(r=>UA(r,i,t,Ex(e,"sensor",i.id))))}function Pp(n,e,t){let[i,r]=[ht(n,e),n.flights.findIndex(c=>c.id===e.flight)],s=n.sensors.indexOf(t),{sees:o}=n,a=o.sensor.findIndex((c,u)=>c===s&&o.phase[u]===i&&o.flight[u]===r),l=o.detection_range_km[a]??t.range_km;return l===null?null:1e3*l}function OA(n,e){let{lat_deg:t,lon_deg:i,height_m:r}=n;if(t===null||i===null||e===null)return[];let s={...Go(t,i),height_m:r??0};return n.sectors.map(o=>({site:s,range_m:e,sector:{azimuth_from_rad:Ce(o.azimuth_from_deg),azimuth_width_rad:Ce(FA(o.azimuth_from_deg,o.azimuth_to_deg)),elevation_min_rad:Ce(o.elevation_min_deg),elevation_max_rad:Ce(o.elevation_max_deg)}}))}function FA(n,e){let t=e-n;return t>0?t:t+360}function UA(n,e,t,i){let{positions_ecef_m:r,triangles:s}=hx(n),[o]=Mp(n,t),a=o===void 0?[]:[qd(o,t)];return{shape:"surface",layer:"fans",target:lt("sensor",e.id),look:e.search==="cued"?"fan-cued":"fan",strength:i,positions_ecef_m:r,triangles:s,ceiling_m:t,edges:[...dx(n).flatMap(l=>BA(l,t)),...a],ground:[Mp(n,Math.min(PA,t)).map(Yi)].filter(l=>l.length>0)}}function BA(n,e){let t=[[]];for(let i of n)fn(i)<=Je+e?t[t.length-1].push(i):t[t.length-1].length>0&&t.push([]);return t.filter(i=>i.length>1).map($d)}function Mx(n,e){let t=vx(n);return Jr(n,e).flatMap(i=>zA(i,e,t))}function zA(n,e,t){let i=mx(n,e.setting.speed_m_s);if(i===null)return[];let{cap_m:r}=e.setting,s={cap_m:r??1e3*(n.ground_range_km??Number.POSITIVE_INFINITY),floor_m:1e3*(n.min_height_km??0),top_m:Math.min(1e3*(n.max_height_km??Number.POSITIVE_INFINITY),t)},o=Go(n.lat_deg,n.lon_deg),a=_x(i,o,s),l={layer:"reach",target:lt("battery",n.id),strength:Ex(e,"battery",n.id)};return[{...l,shape:"line",look:"reach-limit",courses:[qd(a)]},{...l,shape:"surface",look:"reach",...yx(i,o,s),ceiling_m:Number.POSITIVE_INFINITY,edges:[],ground:[[Yi(a)]]}]}function Ex(n,e,t){return pn(n,e,t)?"strong":n.selected?.kind===e?"faint":"normal"}var VA={verdicts:null,live:null,live_version:0,predicted:[],notices:[]},xa=[],GA=new Set(["reach","flights","defended","disputed","observers"]),HA=new Set(["tracks","trails","covariances","impacts","notices"]),Dc=class{#e;#t;#n=new Map;constructor(e,t){this.#e=e,this.#t=t}drawn(e,t=VA){let i=Ei.map(r=>[r,this.#i(r,e,t)]);return Object.fromEntries(i)}#i(e,t,i){if((t.subject==="live"?GA.has(e):HA.has(e))||t.hidden.includes(e))return xa;let s=!t.hidden.includes("labels"),o=this.#r(e,t,i);return s?o:this.#l(`${e} unnamed`,[o],()=>o.map(XA))}#r(e,t,i){let r=this.#t;switch(e){case"borders":return r===null?xa:this.#l(e,[r],()=>m0(r));case"graticule":return this.#l(e,[],g0);case"covariances":return this.#a(t,i);case"impacts":return this.#l(e,[i.predicted,t.selected],()=>tx(i.predicted,t));case"notices":return this.#l(e,[i.notices,t.selected],()=>nx(i.notices,t));default:return this.#e===null?xa:this.#s(e,this.#e,t,i)}}#s(e,t,i,r){let{selected:s,flight:o,setting:a,filters:l,language:c,compared:u,claim:h}=i,d=a.phase;switch(e){case"sites":return this.#l(e,[d,l,c,s],()=>wx(t,i));case"fans":return this.#l(e,[d,l,o,s],()=>Sx(t,i));case"reach":return this.#l(e,[d,l,a.speed_m_s,a.cap_m,s],()=>Mx(t,i));case"defended":return this.#l(e,[d,u?.phase,u===null,o,ip(i)],()=>cc(t,i));case"observers":return this.#l(e,[c,s],()=>b_(t,i));case"flights":return this.#o(e,t,i,[d,o,s],()=>c_(t,i));case"disputed":return this.#o(e,t,i,[d,o,s,h,a.party,r.verdicts],()=>u_(t,i,r.verdicts));default:return xa}}#o(e,t,i,r,s){let{language:o,time_s:a}=i,l=this.#l(`${e} arcs`,r,()=>[...p_(t,i,e),...s()]),c=this.#l(`${e} ends`,[...r,o],()=>d_(t,i,e));return this.#l(e,[l,c,a],()=>[...l,...c,...f_(t,i,e)])}#a(e,{live:t,live_version:i}){return t===null?xa:this.#l("covariances",[t,i,e.selected],()=>ex(t,e))}#l(e,t,i){let r=this.#n.get(e);if(r!==void 0&&WA(r.inputs,t))return r.drawables;let s=i();return this.#n.set(e,{inputs:t,drawables:s}),s}};function WA(n,e){return n.length===e.length&&n.every((t,i)=>Object.is(t,e[i]))}function XA(n){return n.shape==="mark"?{...n,label:null}:n}var Lr=class{canvas;context;is_stale=!0;constructor(){this.canvas=document.createElement("canvas");let e=this.canvas.getContext("2d");if(e===null)throw new Error("this browser draws on no canvas");this.context=e}resize(e,t,i){this.canvas.width=Math.max(1,Math.round(e*i)),this.canvas.height=Math.max(1,Math.round(t*i)),this.context.setTransform(i,0,0,i,0,0),this.is_stale=!0}clear(){let{width:e,height:t}=this.canvas;this.context.save(),this.context.setTransform(1,0,0,1,0,0),this.context.clearRect(0,0,e,t),this.context.restore()}dispose(){Ni(this.canvas)}};function Ni(n){n.remove(),[n.width,n.height]=[0,0]}function Oc(n){let e=new Lr;e.resize(n[0]?.width??1,n[0]?.height??1,1);for(let t of n)e.context.drawImage(t,0,0);return e.canvas}async function Fc(n){try{return await $A(n)}finally{Ni(n)}}function $A(n){return new Promise((e,t)=>{n.toBlob(i=>{i===null?t(new Error("the picture cannot be written")):e(i)},"image/png")})}var Tx={picture:null,version:0,predicted:[],notices:[]},Uc=class{root=E("div",{class:"gs-picture"});#e;#t;#n=null;#i=null;#r=!1;#s=null;#o=null;#a=[];constructor(e){this.#e=e,this.#t=new Dc(e.view,e.world)}update(e,t,i){this.#c(e,t,i);let r=this.#n;r!==null&&(r.shade!==t&&(r.shade=t),r.description!==i&&(r.description=i),r.projection!==e.projection&&(r.projection=e.projection),e.camera!==this.#o&&(r.camera=e.camera),this.#o=e.camera,r.selected!==e.selected&&(r.selected=e.selected),r.show(this.drawn()),this.#l(e,r))}moved(e){let{state:t}=this.#e.store;this.#n===null||t.subject!=="live"||(e==="changed"&&this.#n.show(this.drawn()),this.#l(t,this.#n),this.#n.moved())}beside(){let{store:e,arguing:t,live:i}=this.#e,{picture:r,version:s,predicted:o,notices:a}=i();return{verdicts:t.verdicts(e.state),live:r,live_version:s,predicted:o,notices:a}}drawn(){return this.#t.drawn(this.#e.store.state,this.beside())}snapshot(){return this.#n===null?Promise.reject(new Error("nothing is drawn")):this.#n.snapshot()}printed(e){this.#s!==null&&Ni(this.#s),this.#s=e?this.#n?.sheet()??null:null,this.#s!==null&&(this.#s.className="gs-sheet",this.root.append(this.#s))}focus(){this.root.querySelector("[tabindex]")?.focus()}resize(){this.#n?.resize()}dispose(){this.#n?.dispose(),this.#n=null,this.root.remove()}#l(e,t){let{picture:i}=this.#e.live(),s=e.subject==="live"&&!e.hidden.includes("tracks")?i:null,o=[s,e.filters,e.hidden];o.every((a,l)=>Object.is(a,this.#a[l]))||(this.#a=o,t.showTracks(s,!e.hidden.includes("trails")))}#c(e,t,i){let s=e.projection!=="globe"||e.renderer==="canvas"||this.#r&&e.renderer!=="webgl"?"canvas":"webgl";if(s===this.#i)return;this.#i=s,this.#n?.dispose(),[this.#n,this.#a]=[null,[]];let{renderers:o,onFallBack:a}=this.#e,l=this.#u(e,t,i),c=o[s](this.root,l),u=c.renderer===null&&s==="webgl",h=u?o.canvas(this.root,l):c;this.#n=h.renderer,a(u?c.reason:h.reason)}#u(e,t,i){let{store:r}=this.#e;return{shade:t,description:i,camera:e.camera,projection:e.projection,onCamera:s=>r.set({camera:s}),onSelect:s=>r.set(s===null?{selected:null}:ls(s)),onLost:()=>this.#h()}}#h(){this.#r=!0,this.#i=null;let{store:e,onFallBack:t}=this.#e;t("lost"),e.set({renderer:"auto",camera:{...e.state.camera}})}};function Bc(n,e){let t=e.flight??n.timeline?.flight??null;return n.flights.find(i=>i.id===t)??n.flights[0]??null}function Px(n,e,t){let i=n.flights.indexOf(t),r=ht(n,e),{sensors:s}=e.filters,o=qA(n,r,i).filter(a=>!s.includes(a.id));return[...Rx(o),...Rx(YA(n,r,i))]}function qA({sees:n,sensors:e},t,i){return n.phase.flatMap((r,s)=>{let[o,a]=[n.first_seen_s[s],n.last_seen_s[s]];return r!==t||n.flight[s]!==i||o==null?[]:[{kind:"sensor",id:e[n.sensor[s]]?.id??"",by:"",spans:[{kind:"seen",from_s:o,to_s:a??o}]}]})}function YA(n,e,t){let{meets:i,reaches:r}=n,s=Ax(n,i,e,t,()=>"");return s.length>0?s:Ax(n,r,e,t,o=>r.by[o]??"")}function Ax({batteries:n},e,t,i,r){return e.phase.flatMap((s,o)=>{if(s!==t||e.flight[o]!==i)return[];let[a,l]=[n[e.battery[o]]?.id??"",r(o)],c=[...Cx("window",e.opens_s[o],e.closes_s[o]),...Cx("launch-window",e.launch_opens_s[o],e.launch_closes_s[o])];return c.length===0?[]:[{kind:"battery",id:a,by:l,spans:c}]})}function Cx(n,e,t){return e==null||t==null?[]:[{kind:n,from_s:e,to_s:t}]}function Rx(n){let e=({spans:t})=>Math.min(...t.map(i=>i.from_s));return[...n].sort((t,i)=>e(t)-e(i))}var KA=.25,zc=class{#e;#t;#n;#i=null;#r=null;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=t.watch(i=>i.playing,()=>this.#s())}dispose(){this.#n(),this.#a()}#s(){let{playing:e,subject:t}=this.#t.state;!e||t==="live"?this.#a():this.#i===null&&this.#o()}#o(){this.#i=requestAnimationFrame(e=>this.#l(e))}#a(){this.#i!==null&&cancelAnimationFrame(this.#i),[this.#i,this.#r]=[null,null]}#l(e){let{state:t}=this.#t,{playing:i,rate:r,time_s:s,subject:o}=t;if(this.#i=null,!i||o==="live")return;let a=Math.min((e-(this.#r??e))/1e3,KA);this.#r=e;let l=Bc(this.#e,t)?.flight_time_s??0,u=(s===null||s>=l?0:s)+a*r;if(u>=l)return this.#t.set({time_s:l,playing:!1});this.#t.set({time_s:u}),this.#o()}};var ZA=[["p","web.keys.play"],[", .","web.keys.events"],["1 … 9","web.keys.phases"],["t","web.keys.tables"],["g","web.keys.globe"],["← → ↑ ↓","web.keys.move"],["Shift + ← → ↑ ↓","web.keys.turn"],["+ −","web.keys.zoom"],["Home","web.keys.home"],["Esc","web.keys.escape"],["?","web.keys.help"]],Vc=class{root;#e;#t;#n;#i=new Ws;constructor(e,t,i,r){[this.#e,this.#t,this.#n]=[e,i,r];let s=E("input",{type:"checkbox","data-key":"keys-on"});s.checked=r.are_on,s.addEventListener("change",()=>r.are_on=s.checked);let o=e.text("web.keys.title");this.root=E("dialog",{class:"gs-dialog","aria-label":o},E("h3",{},o),E("dl",{class:"gs-facts"},...this.#r()),E("label",{},s,e.text("web.keys.on")),Ae({"data-key":"keys-close"},()=>this.root.close(),e.text("web.keys.close"))),this.#i.listen(t,"keydown",a=>this.#s(a))}update(e){}open(){this.root.open||this.root.showModal()}dispose(){this.#i.undo(),this.root.remove()}#r(){return ZA.flatMap(([e,t])=>[E("dt",{},E("kbd",{},e)),E("dd",{},this.#e.text(t))])}#s(e){if(!(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey)&&!(this.root.open||jA(e.target))){if(e.key==="Escape")return this.#o();!this.#n.are_on||!this.#a(e.key)||e.preventDefault()}}#o(){let{store:e}=this.#e;e.state.selected!==null&&e.set({selected:null})}#a(e){let{store:t,view:i}=this.#e,r=/^[1-9]$/.test(e)?i?.phases[Number(e)-1]:void 0;if(r!==void 0)return t.set(({setting:o})=>({setting:{...o,phase:r.id}})),!0;let s={p:()=>t.set(({playing:o})=>({playing:!o})),",":()=>this.#t.stepEvent(-1),".":()=>this.#t.stepEvent(1),t:()=>this.#l(),g:()=>this.#t.toGlobe(),"?":()=>this.open()}[e];return s?.(),s!==void 0}#l(){let e={name:"flights",sort:null,descending:!1};this.#e.store.set(({table:t})=>({table:t===null?e:null}))}};function jA(n){return n instanceof HTMLElement?n instanceof HTMLSelectElement||n.isContentEditable||n instanceof HTMLTextAreaElement?!0:n instanceof HTMLInputElement&&!["range","checkbox","radio"].includes(n.type):!1}var Gc="2000-01-01T00:00:00Z",JA=Date.UTC(2e3,0,1),QA=60;function Lx(n,e,t,i){let r=[...Fn(n,e).map(l=>[l,"ink"]),...On(n,e).map(l=>[l,"depends"])],s=Math.max(QA,...r.map(([l])=>l.flight_time_s)),o=t.flatMap((l,c)=>t1(l,c,i));return`[
${[e1(s,i),...o,...r.map(([l,c])=>n1(l,c,s,i))].map(l=>JSON.stringify(l)).join(`,
`)}
]
`}function e1(n,{title:e,mark:t,disclaimer:i,link:r}){return{id:"document",version:"1.0",name:`${e} – ${t}`,description:`${t} ${i} ${r}`,clock:{interval:`${Gc}/${Ix(n)}`,currentTime:Gc,multiplier:30,range:"LOOP_STOP",step:"SYSTEM_CLOCK_MULTIPLIER"}}}function t1(n,e,t){let{geometry:i,target:r,label:s}=n;if(i.type!=="Point"||r===null||n.layer==="flights")return[];let{fill:o,stroke:a}=pt("light",n.look),l=o===null||o==="hatch"?a:o;return[{id:`${r.kind}.${r.id}.${e}`,name:s??t.nameOf(r),description:t.mark,properties:{mark:t.mark,kind:r.kind},position:{cartographicDegrees:i.coordinates},point:{pixelSize:9,color:Lp(l??st("light","ink"),255)}}]}function n1(n,e,t,i){let r=n.time_s.flatMap((o,a)=>[o,n.lon_deg[a],n.lat_deg[a],Number((1e3*n.height_km[a]).toFixed(1))]),s=st("light",e);return{id:n.id,name:i.nameOf({kind:"flight",id:n.id}),description:i.mark,availability:`${Gc}/${Ix(t)}`,properties:{mark:i.mark,role:n.role,missile:n.missile},position:{epoch:Gc,interpolationAlgorithm:"LAGRANGE",interpolationDegree:3,forwardExtrapolationType:"HOLD",cartographicDegrees:r},point:{pixelSize:7,color:Lp(s,255)},path:{width:2,resolution:10,leadTime:t,trailTime:t,material:{solidColor:{color:Lp(s,200)}}}}}function Ix(n){return new Date(JA+1e3*Math.round(n)).toISOString().replace(".000Z","Z")}function Lp(n,e){return{rgba:[...Qt(n).map(t=>Math.round(255*t)),e]}}function Fx(n,e,{mark:t,link:i}){let r=[...n,"mark","link"].map(o=>Nx(o)),s=e.map((o,a)=>[...o,t,a===0?i:""].map(Nx).join(","));return`\uFEFF${[r.join(","),...s].join(`\r
`)}\r
`}function Nx(n){if(n===null)return"";if(typeof n=="number")return Number.isFinite(n)?String(n):"";let e=/^[=+\-@\t\r]/.test(n)?`'${n}`:n;return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function Ux(n,e){let t=n.map(a=>({type:"Feature",properties:{layer:a.layer,sign:a.look,kind:a.target?.kind??null,id:a.target?.id??null,name:zx(a,e),mark:e.mark},geometry:a.geometry})),{title:i,mark:r,disclaimer:s,link:o}=e;return JSON.stringify({type:"FeatureCollection",title:i,mark:r,disclaimer:s,link:o,features:t})}function Bx(n,e){let t=new TextEncoder().encode(i1(n,e));return O0([{name:"doc.kml",bytes:t}])}function i1(n,e){let t=[...new Set(n.map(c=>c.look))],r=[...new Set(n.map(c=>c.layer))].map(c=>{let h=n.filter(d=>d.layer===c).map(d=>s1(d,e)).join("");return Et("Folder",Et("name",ba(c))+h)}),s=Et("name",ba(`${e.title} – ${e.mark}`)),o=Et("description",ba(`${e.mark}
${e.disclaimer}
${e.link}`)),a=[s,o,...t.map(a1),...r].join("");return`<?xml version="1.0" encoding="UTF-8"?>
${Et("kml",Et("Document",a),` xmlns="${r1}"`)}
`}var r1="http://www.opengis.net/kml/2.2",kx=Et("altitudeMode","absolute");function Et(n,e,t=""){return`<${n}${t}>${e}</${n}>`}function s1(n,e){let t=zx(n,e),i=[t===null?"":Et("name",ba(t)),Et("description",ba(e.mark)),Et("styleUrl",`#${n.look}`),o1(n.geometry)];return Et("Placemark",i.join(""))}function o1(n){if(n.type==="Point")return Et("Point",kx+Ip([n.coordinates]));if(n.type==="MultiLineString"){let t=n.coordinates.map(i=>Et("LineString",kx+Ip(i)));return Et("MultiGeometry",t.join(""))}let e=n.coordinates.map(([t=[],...i])=>{let r=i.map(s=>Et("innerBoundaryIs",Dx(s)));return Et("Polygon",Et("outerBoundaryIs",Dx(t))+r.join(""))});return Et("MultiGeometry",e.join(""))}function Dx(n){return Et("LinearRing",Ip(n))}function Ip(n){return Et("coordinates",n.map(e=>e.join(",")).join(" "))}function a1(n){let{stroke:e,stroke_opacity:t,width_px:i,fill:r,fill_opacity:s}=pt("light",n),o=r===null||r==="hatch"?e??st("light","soft"):r,a=Et("color",Ox(e??o,t))+Et("width",String(i)),l=Et("color",Ox(o,s));return Et("Style",Et("LineStyle",a)+Et("PolyStyle",l),` id="${n}"`)}function Ox(n,e){let[t,i,r]=Qt(n),s=o=>Math.round(255*o).toString(16).padStart(2,"0");return s(e)+s(r)+s(i)+s(t)}function zx({label:n,target:e},t){return n??(e===null?null:t.nameOf(e))}function ba(n){return n.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"").replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}var l1=new Set(["borders","graticule","trails"]);function Gx(n){return Object.entries(n).filter(([t])=>!l1.has(t)).flatMap(([,t])=>t.map(c1)).filter(t=>t.geometry.coordinates.length>0)}function c1(n){let{layer:e,look:t,target:i}=n,r=n.shape==="mark"?n.label:null;return{layer:e,look:t,target:i,label:r,geometry:u1(n)}}function u1(n){switch(n.shape){case"mark":{let{lon_deg:e,lat_deg:t,height_m:i}=n;return{type:"Point",coordinates:js([e,t,i])}}case"line":return{type:"MultiLineString",coordinates:n.courses.flatMap(h1)};case"area":return{type:"MultiPolygon",coordinates:n.polygons.map(Vx)};case"surface":return{type:"MultiPolygon",coordinates:n.ground.map(Vx)};case"cells":return{type:"MultiPolygon",coordinates:p1(n)}}}function h1({lon_deg:n,lat_deg:e,height_m:t}){let i=[],r=[];for(let s=0;s<n.length;s++){let o=[m1(n[s]),e[s],t[s]],a=r.at(-1);if(a!==void 0&&Math.abs(o[0]-a[0])>180){let[l,c]=d1(a,o);i.push([...r,l]),r=[c]}r.push(js(o))}return[...i,r].filter(s=>s.length>1)}function d1(n,e){let t=n[0]>0?180:-180,i=360-Math.abs(e[0]-n[0]),r=i===0?0:Math.abs(t-n[0])/i,s=[1,2].map(o=>n[o]+r*(e[o]-n[o]));return[js([t,...s]),js([-t,...s])]}function Vx(n){return n.map(e=>[...f1(e)].reverse().map(([t,i])=>js([t,i])))}function f1(n){let[e,t]=[n[0],n.at(-1)];return e===void 0||t===void 0||e[0]===t[0]&&e[1]===t[1]?n:[...n,e]}function p1({bounds_deg:n,indices:e}){return Array.from(e,(t,i)=>{let[r=0,s=0,o=0,a=0]=n.subarray(4*i,4*i+4);return[[[r,s],[o,s],[o,a],[r,a],[r,s]].map(([c,u])=>js([c,u]))]})}function m1(n){return n>180?n-360:n<-180?n+360:n}function js([n=0,e=0,t]){let i=[Number(n.toFixed(5)),Number(e.toFixed(5))];return t===void 0?i:[...i,Number(t.toFixed(1))]}function Np({columns:n,rows:e},t,i,r){let s=n.findIndex(l=>l.key===i);if(s<0)return e;let o=new Intl.Collator(t,{numeric:!0}),a=r?-1:1;return[...e].sort((l,c)=>{let[u,h]=[l.values[s]??null,c.values[s]??null];return u===null||h===null?+(u===null)-+(h===null):a*g1(u,h,o)})}function g1(n,e,t){return typeof n=="number"&&typeof e=="number"?n-e:t.compare(String(n),String(e))}var va=Wi,_1=100,y1=1e-13;function x1(n,e,t){let i=b1(n.lat_rad),[r,s]=[Math.sin(e),Math.cos(e)],o=Math.atan2(i.sin,i.cos*s),a=i.cos*r,l=1-a**2,c=w1(l),u=t/(Xi*c.a),h=u;for(let w=0;w<_1;w++){let M=u+S1(c.b,h,Math.cos(2*o+h)),v=Math.abs(M-h)<y1;if(h=M,v)break}let[d,f]=[Math.sin(h),Math.cos(h)],m=i.sin*d-i.cos*f*s,y=Math.atan2(d*r,i.cos*f-i.sin*d*s),p=Math.cos(2*o+h),g=v1({sin_sigma:d,cos_sigma:f,sigma:h,sin_alpha:a,cos2_alpha:l,cos_2m:p});return{lat_rad:Math.atan2(i.sin*f+i.cos*d*s,(1-va)*Math.hypot(a,m)),lon_rad:jr(n.lon_rad+y-g),azimuth_rad:$i(Math.atan2(a,-m))}}function Hx(n,e,t=73){return Array.from({length:t},(i,r)=>x1(n,2*Math.PI*(r%(t-1))/(t-1),e))}function b1(n){let[e,t]=[(1-va)*Math.sin(n),Math.cos(n)],i=Math.hypot(e,t);return{sin:e/i,cos:t/i}}function v1({sin_sigma:n,cos_sigma:e,sigma:t,sin_alpha:i,cos2_alpha:r,cos_2m:s}){let o=va/16*r*(4+va*(4-3*r)),a=s+o*e*(2*s**2-1);return(1-o)*va*i*(t+o*n*a)}function w1(n){let e=n*((6378137/Xi)**2-1),t=(Math.sqrt(1+e)-1)/(Math.sqrt(1+e)+1);return{a:(1+t**2/4)/(1-t),b:t*(1-3/8*t**2)}}function S1(n,e,t){let[i,r]=[Math.sin(e),Math.cos(e)],s=n/6*t*(4*i**2-3)*(4*t**2-3);return n*i*(t+n/4*(r*(2*t**2-1)-s))}var M1=["launch","impact","hazard"],E1={km:1e3,nmi:1852},T1=1e7,A1=864e8;function Xx(n){let e=new Map;for(let t of n){let i=R1(t);e.delete(i.id),e.set(i.id,i)}return[...e.values()]}function $x(n,e){return n.map(t=>({...t,time:C1(t,e)}))}function C1({windows:n},e){let t=n.flatMap(({begin:i,end:r})=>{let[s,o]=[kp(i),kp(r)];return s===null||o===null?[]:[[s,o]]});return t.length===0||e<Math.min(...t.map(([i])=>i))?"to-come":e<=Math.max(...t.map(([,i])=>i))?"open":"over"}function kp(n){try{return Vn(n)}catch(e){if(e instanceof RangeError)return null;throw e}}function R1({party:n,received:e,notice:t}){let i=o=>wa(t[o]),r=Dp(t.azimuth_deg),s=[r.value,r.low,r.high];return{id:`${n}/${i("reference")}`,party:n,reference:i("reference"),missile_class:i("missile_class"),standing:i("standing"),received:e,windows:P1(t),areas:Wc(t.areas).flatMap(o=>L1(Dp(o))),azimuth_deg:s.every(Op)?s:null,impact_time:i("impact_time")}}function P1(n){let e=Wc(n.windows).flatMap(r=>{let{begin:s,end:o}=Dp(r);return typeof s=="string"&&typeof o=="string"?[{begin:s,end:o}]:[]}),t=kp(`${wa(n.planned_date)}T00:00:00Z`);if(e.length>0||t===null)return e;let i=new Date((t+A1)/1e3).toISOString();return[{begin:`${wa(n.planned_date)}T00:00:00Z`,end:`${i.slice(0,19)}Z`}]}function L1(n){let e=M1.find(c=>c===n.role),t=wa(n.id);if(e===void 0)return[];let i=Wx(n.centre_deg),r=Number(n.radius)*(E1[wa(n.radius_unit)]??Number.NaN);if(i!==null&&r>0&&r<=T1)return[{id:t,role:e,middle:i,radius_m:r,ring:Yi(Hx(i,r))}];let s=Wc(n.polygon_deg).map(Wx);if(s.length<3||s.some(c=>c===null))return[];let o=s,a=o.map(Bn).reduce(yt,[0,0,0]),l=Qd(Yi([...o,o[0]]));return[{id:t,role:e,middle:jn(a),radius_m:null,ring:l}]}function Wx(n){let[e,t]=Wc(n);return!Op(e)||!Op(t)||Math.abs(e)>90||Math.abs(t)>360?null:Go(e,t)}function Hc({lat_rad:n,lon_rad:e}){return[ye(n),ye(e)]}function Dp(n){return typeof n=="object"&&n!==null?n:{}}function Wc(n){return Array.isArray(n)?n:[]}function wa(n){return typeof n=="string"?n:""}function Op(n){return typeof n=="number"&&Number.isFinite(n)}var Up=["sensors","batteries","flights","seen","reached","shares","cells","observers","tracks","notices"];function Bp(n){return n.subject==="live"?["tracks","notices","sensors"]:Up.filter(e=>e!=="tracks"&&e!=="notices")}function zp(n,e,t,i){return n==="tracks"?G1(t,i):n==="notices"?V1(t,i):e===null?ci(n,"sites",[],[],()=>null):I1(n,e,t,i)}function I1(n,e,t,i){switch(n){case"sensors":return N1(e,t);case"batteries":return k1(e,t);case"flights":return D1(e,t,i);case"seen":return O1(e,t);case"reached":return F1(e,t);case"shares":return U1(e,t);case"cells":return B1(e,t);default:return z1(e,t)}}function N1(n,e){let t=[nt("name","web.column.name",i=>Gt(n,e,i.id)),nt("party","web.column.party",i=>Gt(n,e,i.party)),ze("lat_deg","web.column.lat","deg",2,i=>i.lat_deg),ze("lon_deg","web.column.lon","deg",2,i=>i.lon_deg),ze("range_km","web.column.range","km",0,i=>Kx(Pp(n,e,i))),...qx(n,e)];return ci("sensors","fans",Es(n,e),t,i=>lt("sensor",i.id))}function k1(n,e){let t=n.phases[ht(n,e)]?.id,i=o=>o.deployed.find(a=>a.phase===t)?.count??null,r=o=>o.speeds.length===0?null:Math.max(...o.speeds.map(a=>a.value_km_s)),s=[nt("name","web.column.site",o=>Gt(n,e,o.site)),nt("interceptor","web.column.interceptor",o=>Gt(n,e,o.interceptor)),nt("party","web.column.party",o=>Gt(n,e,o.party)),ze("lat_deg","web.column.lat","deg",2,o=>o.lat_deg),ze("lon_deg","web.column.lon","deg",2,o=>o.lon_deg),ze("count","web.column.count","1",0,i),ze("speed_km_s","web.column.speed_to","km/s",2,r),ze("ground_range_km","web.column.ground_range","km",0,o=>o.ground_range_km),...qx(n,e)];return ci("batteries","sites",Jr(n,e),s,o=>lt("battery",o.id))}function D1(n,e,t){let i=qi(n,e,t.verdicts),r=[nt("launch","web.column.launch",s=>Gt(n,e,s.launch)),nt("target","web.column.target",s=>Gt(n,e,s.target)),nt("missile","web.column.missile",s=>Gt(n,e,s.missile)),nt("role","web.column.role",s=>Kt(e.language,`web.role.${s.role}`)),nt("reached","web.column.reached",s=>s.role==="disputed"?Kt(e.language,`verdict.${i[s.id]??"no"}`):null),ze("range_km","web.column.range","km",0,s=>s.range_km),ze("apogee_km","web.column.apogee","km",0,s=>s.apogee_km),ze("burnout_s","web.column.burnout","s",0,s=>s.burnout_s),ze("reentry_s","web.column.reentry","s",0,s=>s.reentry_s),ze("flight_time_s","web.column.flight_time","s",0,s=>s.flight_time_s)];return ci("flights","flights",Vp(n,e),r,s=>lt("flight",s.id))}function Vp(n,e){let t=e.hidden.includes("flights")?[]:Fn(n,e),i=e.hidden.includes("disputed")?[]:On(n,e);return[...t,...i]}function O1(n,e){let{sees:t}=n,[i,r]=[ht(n,e),Fp(n.flights,Vp(n,e))],s=Fp(n.sensors,Es(n,e)),o=t.phase.flatMap((l,c)=>l===i&&r.has(t.flight[c])&&s.has(t.sensor[c])?[c]:[]),a=[nt("flight","web.column.flight",l=>Yx(n,e,n.flights[t.flight[l]])),nt("sensor","web.column.sensor",l=>$1(n,e,t.sensor[l])),ze("first_seen_s","web.column.first_seen","s",0,l=>t.first_seen_s[l]),ze("height_km","web.column.at_height","km",0,l=>t.first_seen_height_km[l]),ze("last_seen_s","web.column.last_seen","s",0,l=>t.last_seen_s[l]),nt("why_not","web.column.why_not",l=>Gp(e,"unseen",t.why_not[l]))];return ci("seen","fans",o,a,l=>lt("flight",n.flights[t.flight[l]]?.id??""))}function F1(n,e){let{reaches:t}=n,[i,r]=[ht(n,e),Fp(n.flights,Vp(n,e))],s=t.phase.flatMap((a,l)=>a===i&&r.has(t.flight[l])?[l]:[]),o=[nt("flight","web.column.flight",a=>Yx(n,e,n.flights[t.flight[a]])),nt("battery","web.column.battery",a=>Gt(n,e,n.batteries[t.battery[a]]?.id??"")),ze("speed_km_s","web.column.speed","km/s",2,a=>t.burnout_speed_km_s[a]),nt("by","web.column.by",a=>Gt(n,e,t.by[a])),nt("reached","web.column.reached",a=>Kt(e.language,`verdict.${t.verdict[a]}`)),ze("opens_s","web.column.opens","s",0,a=>t.opens_s[a]),ze("closes_s","web.column.closes","s",0,a=>t.closes_s[a]),ze("least_km_s","web.column.least_speed","km/s",2,a=>t.least_speed_km_s[a]),nt("why_not","web.column.why_not",a=>Gp(e,"rule",t.why_not[a]))];return ci("reached","disputed",s,o,a=>lt("flight",n.flights[t.flight[a]]?.id??""))}function U1(n,e){let{defends:t}=n,i=ht(n,e),r=t.phase.flatMap((a,l)=>a===i?[l]:[]),s=a=>l=>100*a[l],o=[nt("missile","web.column.missile",a=>Gt(n,e,t.missile[a])),nt("launch","web.column.launch",a=>Gt(n,e,t.launch[a])),nt("region","web.column.region",a=>X1(n,e,t.region[a])),ze("area_percent","web.column.area","%",0,s(t.area)),ze("area_low_percent","web.column.at_least","%",0,s(t.area_low)),ze("area_high_percent","web.column.at_most","%",0,s(t.area_high)),ze("people_percent","web.column.people","%",0,s(t.population)),ze("people_low_percent","web.column.at_least","%",0,s(t.population_low)),ze("people_high_percent","web.column.at_most","%",0,s(t.population_high))];return ci("shares","defended",r,o,()=>null)}function B1(n,e){let t=Er(n),i=es(Qr(n,e),t),r=fa(n.cells.bands,t),s=Array.from(i.keys()).filter(c=>i[c]!==0),o=(c,u)=>.5*(r[4*c+u]+r[4*c+u+2]),a=["","legend.cell_no","legend.cell_depends","legend.cell_yes"],l=[ze("lat_deg","web.column.lat","deg",2,c=>o(c,1)),ze("lon_deg","web.column.lon","deg",2,c=>o(c,0)),nt("defended","web.column.defended",c=>{let u=a[i[c]]??"";return u===""?null:Kt(e.language,u)})];return ci("cells","defended",s,l,c=>lt("cell",String(c)))}function z1(n,e){let t=n.plans.flatMap(r=>r.stations.map((s,o)=>({plan:r,station:s,number:o}))),i=[nt("observer","web.column.observer",({station:r})=>Gt(n,e,r.observer)),ze("lat_deg","web.column.lat","deg",2,({station:r})=>r.lat_deg),ze("lon_deg","web.column.lon","deg",2,({station:r})=>r.lon_deg),ze("visible_s","web.column.visible","s",0,({station:r})=>r.visible_s),ze("sigma_m_s","web.column.sigma","m/s",0,r=>r.station.burnout_speed_sigma_m_s),ze("power","web.column.power","1",2,({station:r})=>r.power),ze("best","web.column.best","1",0,({plan:r,station:s})=>Ps(r,s)?1:0)];return ci("observers","observers",t,i,({plan:r,number:s})=>lt("observer",Rs(r,s)))}function V1(n,{notices:e}){let t=e.filter(s=>s.time!=="over").flatMap(s=>s.areas.length===0?[{notice:s,area:null}]:s.areas.map(o=>({notice:s,area:o}))),i=({area:s},o)=>s===null?null:Hc(s.middle)[o],r=[nt("reference","web.column.reference",({notice:s})=>s.reference||s.party),nt("party","web.column.party",({notice:s})=>s.party),nt("class","web.column.class",({notice:s})=>s.missile_class),nt("time","web.column.notice_time",({notice:s})=>Kt(n.language,`web.notice.time.${s.time}`)),nt("begins","web.column.begins",({notice:s})=>s.windows[0]?.begin??null),nt("ends","web.column.ends",({notice:s})=>s.windows.at(-1)?.end??null),nt("area","web.column.notice_area",({area:s})=>s===null?null:Kt(n.language,`web.notice.role.${s.role}`)),ze("lat_deg","web.column.lat","deg",2,s=>i(s,0)),ze("lon_deg","web.column.lon","deg",2,s=>i(s,1)),ze("radius_km","web.column.radius","km",0,({area:s})=>Kx(s?.radius_m??null))];return ci("notices","notices",t,r,({notice:s})=>lt("notice",s.id))}function G1(n,{live:e}){let t=s=>Ft(s.position_ecef_m),i=[ze("number","web.column.number","1",0,s=>s.number),nt("class","web.column.class",s=>s.object_class),nt("phase","web.column.flight_phase",s=>W1(n,s.phase)),ze("lat_deg","web.column.lat","deg",2,s=>ye(t(s).lat_rad)),ze("lon_deg","web.column.lon","deg",2,s=>ye(t(s).lon_rad)),ze("height_km","web.column.height","km",0,s=>t(s).height_m/1e3),ze("speed_km_s","web.column.speed","km/s",2,s=>fn(s.velocity_ecef_m_s)/1e3),ze("coasted","web.column.coasted","1",0,s=>s.is_coasted?1:0),nt("contributors","web.column.contributors",s=>s.contributors.join(", "))],r=e===null?[]:Nc(e);return ci("tracks","tracks",r,i,s=>lt("track",s.id))}function ci(n,e,t,i,r){return{name:n,title:`web.table.${n}`,layer:e,columns:i.map(({key:s,title:o,unit:a,decimals:l})=>({key:s,title:o,unit:a,decimals:l})),rows:t.map(s=>({target:r(s),values:i.map(o=>o.of(s))}))}}function nt(n,e,t){return{key:n,title:e,unit:"",decimals:0,of:t}}function ze(n,e,t,i,r){return{key:n,title:e,unit:t,decimals:i,of:r}}function qx(n,e){return[nt("status","web.column.status",({status:t=""})=>Gp(e,"status",t)),nt("source","web.column.source",({source:t=[]})=>t.map(i=>H1(n,e,i)).join("; "))]}function H1(n,e,t){let i=`web.source.${t}`;return kn(i)?Kt(e.language,i):n.sources.find(r=>r.id===t)?.title??Gt(n,e,t)}function Gp(n,e,t){if(t==null||t==="")return null;let i=`${e}.${t}`;return kn(i)?Kt(n.language,i):t}function W1(n,e){return Kt(n.language,e==="unknown"?"web.phase.unknown":`plot.${e}`)}function X1(n,e,t){return t==="all"?Kt(e.language,"web.region.all"):Gt(n,e,t)}function $1(n,e,t){return Gt(n,e,n.sensors[t]?.id??"")}function Yx(n,e,t){if(t===void 0)return"";let[i,r,s]=[t.launch,t.target,t.missile].map(o=>Gt(n,e,o));return`${i} – ${r}, ${s}`}function Kx(n){return n===null?null:n/1e3}function Fp(n,e){return new Set(e.map(t=>n.indexOf(t)))}var Hp=150,Xc=class{root;#e;#t;#n;#i=E("div",{class:"gs-table-box"});#r=[];#s=null;#o=Hp;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=new Map(Up.map(r=>[r,this.#c(r)]));let i=e.text("web.tables.title");this.root=E("section",{class:"gs-tables","aria-label":i},E("div",{class:"gs-row"},E("h3",{},i),...this.#n.values(),E("span",{class:"gs-push"}),E("span",{class:"gs-row gs-saves"},...this.#y())),this.#i)}update(e){let t=Bp(e),i=t.find(p=>p===e.table?.name)??null;for(let[p,g]of this.#n)be(g,"hidden",!t.includes(p)||this.#l(p)),be(g,"aria-expanded",String(p===i));if(be(this.#i,"hidden",i===null),i===null||e.table===null)return this.#a();let r=this.#t.beside(),{setting:s,compared:o,claim:a,flight:l,filters:c,hidden:u,selected:h,table:d,subject:f}=e,y=[...[s,o,a,l,c,u,h,d,f],r.verdicts,r.live_version];this.#r.length>0&&y.every((p,g)=>Object.is(p,this.#r[g]))||(this.#s!==d&&(this.#o=Hp),[this.#r,this.#s]=[y,d],this.#u(zp(i,this.#e.view,e,r),e,e.table))}refresh(e){this.#r=[],this.update(e)}dispose(){this.root.remove()}#a(){this.#r=[],this.#i.replaceChildren()}#l(e){let{view:t}=this.#e,{phases:i,plans:r}=t??{phases:[],plans:[]};return e==="observers"?r.length===0:e!=="tracks"&&e!=="notices"&&i.length===0&&r.length>0}#c(e){let{store:t}=this.#e;return Ae({class:"gs-tab","data-key":`table-${e}`},()=>{t.set(({table:i})=>({table:i?.name===e?null:{name:e,sort:null,descending:!1}}))},this.#e.text(`web.table.${e}`))}#u(e,t,i){let{language:r}=this.#e,s=Np(e,r,i.sort,i.descending),o=e.columns.map(m=>this.#p(m,i)),a=s.slice(0,this.#o).map((m,y)=>this.#m(e,m,y,t)),l=this.#e.text(e.title),c=this.#e.text("web.tables.rows",{n:s.length}),u=E("caption",{},E("b",{},l),` · ${c}`),h=E("table",{class:"gs-table"},u,E("thead",{},E("tr",{},...o)),E("tbody",{},...a)),d=E("div",{class:"gs-scroll",tabindex:0,role:"region","aria-label":l,"data-key":"rows"},h,s.length>this.#o?this.#h(t):null),f=this.#i.firstElementChild?.scrollTop??0;Qe(this.#i,d),d.scrollTop=f}#h(e){return Ae({"data-key":"more-rows"},()=>{this.#o+=10*Hp,this.refresh(e)},this.#e.text("web.tables.more"))}#p({key:e,title:t,unit:i},r){let{store:s,language:o}=this.#e,a=r.sort===e,l=r.descending?"descending":"ascending",c=Ae({class:"gs-quiet","data-key":`sort-${e}`},()=>{s.set({table:{...r,sort:e,descending:a&&!r.descending}})},this.#e.text(t)),u=Zd(o,i),h=u===""||Zx(i)?null:E("span",{class:"gs-soft"},` ${u}`),f=E("th",{scope:"col","aria-sort":a?l:null},c,h);return be(f,"class",i===""?null:"gs-right"),f}#m(e,{target:t,values:i},r,s){let o=t!==null&&s.selected?.kind===t.kind&&s.selected.id===t.id,a=i.map((l,c)=>{let u=e.columns[c],h=this.#_(l,u);return c===0?E("th",{scope:"row"},this.#f(h,t,r)):E("td",{class:u.unit===""?null:"gs-right"},h)});return E("tr",{"aria-current":o?"true":null},...a)}#f(e,t,i){let{store:r}=this.#e;if(t===null)return document.createTextNode(e);let s=`row-${t.kind}-${t.id}-${i}`;return Ae({class:"gs-quiet","data-key":s},()=>r.set(ls(t)),e)}#_(e,{unit:t,decimals:i}){return e===null?"–":typeof e=="string"?e:Zx(t)?Sn(e):Ut(this.#e.language,e,i)}#y(){let e=(i,r,s)=>Ae({class:"gs-tab","data-key":`export-${i}`,title:r},s,i),t=this.#e.text("web.tables.picture_file");return[E("span",{class:"gs-soft"},this.#e.text("web.tables.save")),e("CSV",this.#e.text("web.tables.csv"),()=>this.#d()),e("GeoJSON",t,()=>this.#v("geojson")),e("CZML",t,()=>this.#v("czml")),e("KMZ",t,()=>this.#v("kmz"))]}#d(){let{store:e,view:t,language:i}=this.#e,{state:r}=e,s=Bp(r).find(h=>h===r.table?.name)??"flights",o=zp(s,t,r,this.#t.beside()),a=r.table??{sort:null,descending:!1},l=Np(o,i,a.sort,a.descending),c=o.columns.map(h=>h.key),u=l.map(h=>h.values);Rr(`glasshield-${s}.csv`,"text/csv",Fx(c,u,Ks(this.#e,r)))}#v(e){let{store:t,view:i}=this.#e,r=Ks(this.#e,t.state),s=Gx(this.#t.drawn());if(e==="geojson")Rr("glasshield.geojson","application/geo+json",Ux(s,r));else if(e==="kmz")Rr("glasshield.kmz","application/vnd.google-earth.kmz",Bx(s,r));else if(i!==null){let o=Lx(i,t.state,s,r);Rr("glasshield.czml","application/json",o)}}};function Zx(n){return n==="s"}var jx=[1,2,5,10,30,60],$c=class{root;#e;#t;#n;#i=E("output",{class:"gs-clock"});#r;#s=E("span",{});#o=E("div",{class:"gs-lanes"});#a=E("ol",{class:"gs-events"});#l=E("span",{class:"gs-cursor"});#c=[];#u=[];#h=0;#p=null;constructor(e){this.#e=e,this.#t=Ae({class:"gs-play","data-key":"play"},()=>this.#m()),this.#n=this.#f(),this.#r=this.#_();let t=(i,r,s)=>Ae({"data-key":`event-${i}`,"aria-label":e.text(`web.time.${i}`)},()=>this.stepEvent(r),Jx(s));this.root=E("section",{class:"gs-timeline","aria-label":e.text("web.time.title")},E("div",{class:"gs-row gs-time-head"},this.#t,t("back",-1,"M3 2V10M10 2L4.5 6L10 10Z"),t("on",1,"M9 2V10M2 2L7.5 6L2 10Z"),this.#r,this.#i,this.#s),E("div",{class:"gs-time-track"},this.#o,this.#n),this.#a)}update(e){let{view:t}=this.#e,i=t===null?null:Bc(t,e);if(be(this.root,"hidden",i===null||e.subject==="live"),t===null||i===null)return;let r=[i,e.setting.phase,e.filters];(!r.every((s,o)=>Object.is(s,this.#c[o]))||this.#c.length===0)&&(this.#c=r,this.#y(e,i)),this.#d(e)}dispose(){this.root.remove()}stepEvent(e){let t=this.#e.store.state.time_s??this.#h,i=e>0?this.#u.find(r=>r>t+.05):this.#u.filter(r=>r<t-.05).at(-1);i!==void 0&&this.#e.store.set({time_s:i,playing:!1})}#m(){this.#e.store.set(({playing:e})=>({playing:!e}))}#f(){let e=this.#e.text("web.time.slider"),t=E("input",{type:"range",min:0,"data-key":"time"});return t.setAttribute("aria-label",e),t.addEventListener("input",()=>{this.#e.store.set({time_s:Number(t.value),playing:!1})}),t}#_(){let e=jx.map(i=>({value:String(i),label:`${i}×`})),t={"data-key":"rate","aria-label":this.#e.text("web.time.rate")};return ti(t,e,"1",i=>{this.#e.store.set({rate:Number(i)})})}#y(e,t){let{view:i}=this.#e;if(i===null)return;this.#h=t.flight_time_s,this.#n.max=String(Math.ceil(this.#h)),xt(this.#s,this.#w(t));let r=Px(i,e,t);Qe(this.#o,this.#x(t),...r.map(o=>this.#S(o)));let s=is(i,e,t.id);this.#u=s.map(o=>o.time_s),Qe(this.#a,...s.map((o,a)=>this.#A(o,a)))}#d({time_s:e,playing:t,rate:i}){let r=e??this.#h,s=Sn(r);Number(this.#n.value)!==Math.round(r)&&(this.#n.value=String(r)),be(this.#n,"aria-valuetext",s),xt(this.#i,`T+${s}`),t!==this.#p&&this.#v(t),this.#l.style.left=`${100*r/this.#h}%`,this.#r.value=String(jx.find(a=>a>=i)??60);let o=this.#u.filter(a=>a<=r+.05).length-1;for(let[a,l]of[...this.#a.children].entries())be(l,"data-past",a<=o)}#v(e){this.#p=e,this.#t.replaceChildren(Jx(e?"M2.5 2H5V10H2.5ZM7 2H9.5V10H7Z":"M3 1.5L10.5 6L3 10.5Z"));let t=this.#e.text(e?"web.time.pause":"web.time.play");be(this.#t,"aria-label",t)}#w({missile:e,launch:t,target:i}){let r=this.#e;return`${r.short(e)}: ${r.short(t)} → ${r.short(i)}`}#x({burnout_s:e,reentry_s:t,flight_time_s:i}){let r=this.#e,[s,o]=[e??0,t??i],a=[this.#g("boost",0,s,r.text("plot.boost")),this.#g("coast",s,o,r.text("plot.coast")),this.#g("entry",o,i,r.text("plot.entry"))],l=E("span",{class:"gs-lane-name"},r.text("web.lane.flight")),c=E("span",{class:"gs-lane-bars"},...a,this.#l);return E("div",{class:"gs-lane"},l,c)}#S({kind:e,id:t,by:i,spans:r}){let s=this.#e,o=`${s.short(t)}${i===""?"":` (${s.short(i)})`}`,a=r.map(h=>{let d=`${Sn(h.from_s)}–${Sn(h.to_s)}`;return`${s.text(`web.lane.${h.kind}`)} ${d}`}),l=r.map((h,d)=>this.#g(h.kind,h.from_s,h.to_s,a[d])),c=Ae({class:"gs-quiet gs-lane-name","data-key":`lane-${t}-${i}`,title:`${o}: ${a.join("; ")}`},()=>s.store.set({selected:{kind:e,id:t}}),o,E("span",{class:"gs-hidden"},`: ${a.join("; ")}`)),u=E("span",{class:"gs-lane-bars"},...l);return E("div",{class:"gs-lane"},c,u)}#g(e,t,i,r){let s=E("span",{class:"gs-bar","data-kind":e,title:r});return s.style.left=`${100*t/this.#h}%`,s.style.width=`${100*Math.max(i-t,0)/this.#h}%`,s}#A({kind:e,time_s:t,by:i},r){let s=this.#e,o=i===""?null:E("span",{class:"gs-soft"},s.short(i)),a=Ae({class:"gs-quiet","data-key":`event-${r}`},()=>s.store.set({time_s:t,playing:!1}),E("span",{class:"gs-clock"},Sn(t)),E("span",{},s.text(`web.event.${e}`)),o);return E("li",{},a)}};function Jx(n){return ic(Ht("path",{d:n,fill:"currentColor",stroke:"currentColor"}))}var q1=300,Y1=1e3,qc=class{store;#e;#t;#n;#i=new Ec;#r={are_on:!0};#s;#o;#a;#l=new Ws;#c=matchMedia("(prefers-color-scheme: dark)");#u=null;#h=!1;#p=!1;#m=!1;#f=!1;#_=null;#y=null;#d=null;constructor(e,t){[this.#e,this.#t]=[e,t];let{state:i,notes:r}=this.#I();this.store=new nc(i),this.#n=new tc(t.view),this.#o=this.#v(),this.#a=t.view===null?null:new zc(t.view,this.store),this.#s=t.live?.(this.store)??null,this.#P(r),e.classList.add("gs");try{this.#g();for(let s of this.#u?.panels??[])s.update(i)}catch(s){throw this.dispose(),s}this.#w(),this.#C()}dispose(){this.#l.undo();for(let e of[this.#_,this.#y])e!==null&&clearTimeout(e);this.#d!==null&&cancelAnimationFrame(this.#d),this.#a?.dispose();for(let e of this.#u?.panels??[])e.dispose();this.#o.dispose(),this.#s?.dispose(),this.#e.classList.remove("gs"),this.#e.replaceChildren()}#v(){let{view:e,world:t,renderers:i}=this.#t;return new Uc({view:e,world:t,renderers:i,store:this.store,arguing:this.#n,live:()=>this.#s?.input()??Tx,onFallBack:r=>this.#O(r)})}#w(){this.#l.add(this.store.subscribe((i,r)=>this.#M(i,r)));let e=()=>this.#S();this.#c.addEventListener("change",e),this.#l.add(()=>this.#c.removeEventListener("change",e)),this.#l.listen(window,"beforeprint",()=>this.#z(!0)),this.#l.listen(window,"afterprint",()=>this.#z(!1)),this.#t.is_addressed&&this.#l.listen(window,"hashchange",()=>this.#V());let t=this.#s?.subscribe(i=>this.#U(i));t!==void 0&&this.#l.add(t)}#x(){if(this.#h)return"light";let{theme:e}=this.store.state;return e!=="auto"?e:this.#c.matches?"dark":"light"}#S(){try{this.#g()}catch(e){this.#t.onUnreadable(e);return}this.#E(this.store.state)}#g(){let e=Kf(this.#e);for(let s of this.#u?.panels??[])s.dispose();let t=this.#x(),{state:i}=this.store;for(let[s,o]of t0(t))this.#e.style.setProperty(s,o);this.#e.style.colorScheme=t,this.#e.dataset.shade=t,this.#e.lang=i.language,this.#t.owns_page&&(document.documentElement.lang=i.language);let r=new Ac(this.#t.view,this.store,this.#n,t,()=>this.#s?.mark()??null);this.#u=this.#A(r),Zf(this.#e,e)}#A(e){let{view:t}=e,i=new Sc(e,{save:p=>this.#D(p),help:()=>s.open(),has_live:this.#s!==null&&t!==null,is_addressed:this.#t.is_addressed,owns_page:this.#t.owns_page}),r=new $c(e),s=new Vc(e,this.#t.owns_page?document.body:this.#e,{stepEvent:p=>r.stepEvent(p),toGlobe:()=>this.#o.focus()},this.#r),o=new xc(e),a=new Tc(e,this.#i),l=new Xc(e,{beside:()=>this.#o.beside(),drawn:()=>this.#o.drawn()}),c=new gc(e,this.#s?.explainers??{}),u=[...this.#s===null?[]:[this.#s.panel(e)],new Cc(e),new Mc(e)],h=[r,...this.#s===null?[]:[this.#s.timeline(e)]],d=[c,new ac(e),new lc(e),new uc(e)],f=new wc(e);this.#T([o,i,a],{left:u,right:d,middle:h},[l,f,s]);let y=[...[o,i,a,l,f,s],...u,...h,...d];return{context:e,panels:y,timeline:r,tables:l,explain:c,mark:o}}#T(e,t,i){let r=s=>s.map(o=>o.root);Qe(this.#e,E("div",{class:"gs-grid"},...r(e),E("div",{class:"gs-left"},...r(t.left)),E("div",{class:"gs-middle"},this.#o.root,...r(t.middle)),E("div",{class:"gs-right"},...r(t.right)),...r(i)))}#M(e,t){e.language!==t.language||e.theme!==t.theme?this.#S():this.#E(e),this.#t.is_addressed&&!e.playing&&this.#N()}#E(e){let t=this.#u;if(t!==null){for(let i of t.panels)this.#b(()=>i.update(e));this.#C()}}#b(e){try{e()}catch(t){this.#i.put("failed",i=>i.text("web.notice.failed")),this.#f||console.error(t),this.#f=!0}}#C(){this.#d??=requestAnimationFrame(()=>this.#L())}#L(){if(this.#p)return this.#R();this.#p=!0,this.#d=requestAnimationFrame(()=>this.#R())}#R(){this.#d!==null&&cancelAnimationFrame(this.#d),this.#d=null;let{context:e}=this.#u??{};if(e===void 0)return;let{state:t}=this.store;if(!this.#F())return;let i=bc(e,t);this.#b(()=>this.#o.update(t,e.shade,i))}#F(){if(this.#m)return!0;try{this.#o.drawn(),this.#m=!0}catch(e){this.#t.onUnreadable(e)}return this.#m}#U(e){this.#b(()=>this.#o.moved(e)),e==="changed"?this.#B():this.#y??=window.setTimeout(()=>this.#B(),Y1)}#B(){this.#y!==null&&clearTimeout(this.#y),this.#y=null;let{state:e}=this.store;if(e.subject!=="live")return;let{mark:t,tables:i,explain:r}=this.#u??{};this.#b(()=>t?.update(e)),this.#b(()=>i?.refresh(e)),e.selected!==null&&this.#b(()=>r?.refresh(e))}#z(e){this.#h=e,this.#S(),this.#R(),this.#b(()=>this.#o.printed(e))}#D(e){let{context:t}=this.#u??{};t!==void 0&&this.#o.snapshot().then(i=>{let r=this.#s?.input().picture?.time_us??null;return V0(t,this.store.state,i,e,r)}).catch(()=>this.#i.put("figure",i=>i.text("web.figure.failed")))}#O(e){let t=e===null?null:i=>i.text("web.picture.no_webgl");this.#i.put("webgl",t)}#I(){let{initial:e,is_addressed:t}=this.#t;return t&&new URLSearchParams(location.hash.slice(1)).has("v")?ky(location.hash,e):{state:e,notes:[]}}#V(){if(location.hash===as(this.store.state))return;let{state:e,notes:t}=this.#I();this.#P(t),!t.some(i=>i.kind==="other-version")&&(this.store.set(e),this.#t.owns_page||this.#e.scrollIntoView())}#N(){this.#_!==null&&clearTimeout(this.#_),this.#_=window.setTimeout(()=>{this.#_=null;let e=as(this.store.state);location.hash!==e&&history.replaceState(history.state,"",e)},q1)}#P(e){for(let t of e){let i=t.kind==="other-version"?t.kind:`${t.kind}-${t.key}`;this.#i.put(i,r=>K1(r,t))}}};function K1(n,e){switch(e.kind){case"other-version":return n.text("web.address.other_version",{version:e.version});case"unknown-key":return n.text("web.address.unknown_key",{key:e.key});case"bad-value":return n.text("web.address.bad_value",{key:e.key,value:e.value})}}async function Qx({dataset:n}){let e=["view","world"].filter(r=>n[r]!==void 0),t=await Promise.all(e.map(r=>Z1(n[r]??""))),i=e.map((r,s)=>[r,t[s]??null]);return{documents:Object.fromEntries(i.filter(([,r])=>r!==null)),failed:i.filter(([,r])=>r===null).map(([r])=>r)}}async function Z1(n){try{let e=await fetch(n,{credentials:"omit",redirect:"error"});return e.ok?await e.text():null}catch{return null}}var ki=class extends Error{name="MessageError"};function eb(n){let e=rr(Wp(n),"a message");switch(e.type){case"hello":for(let t of["mode","run","viewer","notice"])Sa(e,t);break;case"events":for(let t of ui(e,"events"))sb(t);break;case"gone":for(let t of ui(e,"pictures"))mn(ir(t),"numbers of pictures");break;case"goodbye":Sa(e,"why");break;default:throw new ki("this is no message of a live picture in frames")}return e}function tb(n){let e=Kc(n,"glasshield-pictures/1");for(let t of ui(e,"pictures"))j1(t);return e}function nb(n){let e=Kc(n,"glasshield-events/1");for(let t of ui(e,"events"))sb(t);return e}function ib(n){let e=Kc(n,"glasshield-notices/1");for(let t of ui(e,"notices")){let i=rr(t,"a notice");Sa(i,"party"),Yc(i,"received"),rr(i.notice,"what a notice says")}return e.notices}function rb(n){let e=Kc(n,"glasshield-explanation/1");Sa(e,"to");for(let t of ui(e,"text"))mn(typeof t=="string","lines of text");return e}function Wp(n){try{return JSON.parse(n)}catch{throw new ki("this is no JSON")}}function sb(n){let e=rr(n,"an event");for(let r of["number","picture","object"])mn(ir(e[r]),r);for(let r of["kind","object_class","place","region","notice"])Sa(e,r);for(let r of["time","at"])Yc(e,r);e.expected!==null&&Yc(e,"expected");for(let r of["lat_rad","lon_rad","latency_s"])mn(e[r]===null||ir(e[r]),r);ob(e);for(let r of ui(e,"against"))mn(typeof r=="string","against");let t=ui(e,"radii");mn(t.length===2&&t.every(ir),"two radii");let i=e.covariance_m2;mn(i===null||Q1(i),"a covariance in the plane")}function j1(n){let e=rr(n,"a picture");mn(ir(e.picture),"the number of a picture");for(let r of["at","epoch"])Yc(e,r);let t=rr(e.terms,"terms");for(let r of["delay_s","position_m","velocity_m_s","time_s","covariance_factor"])mn(ir(t[r]),r);let i=ob(e);for(let r of ui(e,"tracks"))J1(r,i)}function J1(n,e){let t=rr(n,"a track");mn(ir(t.number),"the number of a track");let i=t.covariance,r=Array.isArray(i)&&i.length===21;mn(i===null||r,"a covariance");for(let s of ui(t,"contributors"))mn(ir(s)&&s>=0&&s<e,"places of contributors")}function ob(n){let e=ui(n,"contributors");for(let t of e){let{party:i,sensor:r}=rr(t,"a contributor");mn(typeof i=="string"&&typeof r=="string","party and sensor")}return e.length}function Kc(n,e){let t=rr(n,e);return mn(t.schema===e,e),t}function rr(n,e){return mn(typeof n=="object"&&n!==null&&!Array.isArray(n),e),n}function ui(n,e){let t=n[e];if(!Array.isArray(t))throw new ki(`expected a list: ${e}`);return t}function Sa(n,e){mn(typeof n[e]=="string",e)}function Yc(n,e){let t=n[e];if(typeof t!="string")throw new ki(`expected an instant: ${e}`);try{Vn(t)}catch{throw new ki(`expected an instant: ${e}`)}}function ir(n){return typeof n=="number"&&Number.isFinite(n)}function Q1(n){let e=t=>Array.isArray(t)&&t.length===2&&t.every(ir);return Array.isArray(n)&&n.length===2&&n.every(e)}function mn(n,e){if(!n)throw new ki(`expected ${e}`)}var hi=class extends Error{constructor(t,i=0){super(t);this.fault=t;this.retry_after_s=i}fault;retry_after_s;name="AskError"},eC=8e3;function ab(n){return async e=>{let i={headers:{Authorization:`Bearer ${n}`},cache:"no-store",credentials:"omit",redirect:"error",signal:AbortSignal.timeout(eC)},r=await fetch(e,i).catch(()=>{throw new hi("away")}),s=await r.text().catch(()=>{throw new hi("away")});if(!r.ok)throw new hi(tC(r.status),Number(r.headers.get("Retry-After"))||0);return Wp(s)}}function tC(n){switch(n){case 401:return"not-known";case 403:return"not-allowed";case 404:return"not-found";case 429:case 503:return"busy";default:return"broken"}}var lb="/v1/live",nC=500,iC=15e3,cb=1e4,Zc=class{#e;#t;#n;#i={kind:"off"};#r=null;#s=0;#o=0;#a=0;#l=null;#c=0;constructor(e,t,i){[this.#e,this.#t,this.#n]=[e,t,i]}get link(){return this.#i}open(){this.#S();let e=++this.#c;this.#s=this.#t.now_ms(),this.#i.kind!=="lost"&&this.#g({kind:"opening"});let t=i=>()=>{e===this.#c&&i()};this.#r=this.#t.open(this.#u(),this.#h(),{text:i=>t(()=>this.#p(i))(),bytes:i=>t(()=>this.#m(i))(),closed:t(()=>this.#_())}),this.#y()}close(){this.#S(),this.#c+=1,this.#g({kind:"off"})}#u(){let{run:e,event:t}=this.#n.known();return e===""?lb:`${lb}?after=${t}&run=${encodeURIComponent(e)}`}#h(){return[j0,J0+this.#e]}#p(e){this.#s=this.#t.now_ms(),this.#f(()=>{let t=eb(e);switch(t.type){case"hello":return this.#n.hello(t),this.#g({kind:"live"});case"events":return this.#n.events(t.events);case"gone":return this.#n.gone(t.pictures);case"goodbye":return this.#w("ended");case"pictures":return}})}#m(e){this.#s=this.#t.now_ms(),this.#f(()=>{this.#n.frames(Lc(e),e),this.#a=0})}#f(e){try{e()}catch(t){if(!(t instanceof ki||t instanceof tr))throw t;this.#w("broken")}}#_(){this.#r=null,this.#i.kind==="live"?this.#w("away"):this.#d("unopened")}#y(){let e=this.#s+cb-this.#t.now_ms();this.#x(Math.max(e,1e3),()=>{this.#t.now_ms()-this.#s>=cb?this.#d("silent"):this.#y()})}async#d(e){let t=this.#c,i=await this.#t.probe().then(()=>null,r=>r instanceof hi?r.fault:"broken");t===this.#c&&(i==="not-known"||i==="not-allowed"?this.#v(i):i===null&&e==="silent"&&this.#r!==null?(this.#s=this.#t.now_ms(),this.#a=0,this.#y()):this.#w(rC(i,e)))}#v(e){this.#S(),this.#c+=1,this.#g({kind:"refused",why:e})}#w(e){this.#S(),this.#c+=1;let t=this.#t.now_ms();this.#i.kind!=="lost"&&(this.#o=t);let i=Math.min(nC*2**this.#a,iC);this.#a+=1;let r=i*(.75+.5*this.#t.chance());this.#g({kind:"lost",why:e,since_ms:this.#o,again_ms:t+r}),this.#x(r,()=>this.open())}#x(e,t){this.#l?.(),this.#l=this.#t.later(e,t)}#S(){this.#l?.(),this.#l=null;let e=this.#r;this.#r=null,e?.close()}#g(e){this.#i=e,this.#n.link(e)}};function rC(n,e){return n==="busy"||n==="broken"?n:n!==null&&e==="unopened"?"away":e}function ub(n){return{open:(e,t,i)=>sC(e,t,i),probe:n,now_ms:()=>performance.now(),later:(e,t)=>{let i=setTimeout(t,e);return()=>clearTimeout(i)},chance:()=>Math.random()}}function sC(n,e,t){let i=new URL(n,location.href);i.protocol=i.protocol==="https:"?"wss:":"ws:",i.hash="";let r=new WebSocket(i,[...e]);return r.binaryType="arraybuffer",r.addEventListener("message",({data:s})=>{typeof s=="string"?t.text(s):s instanceof ArrayBuffer&&t.bytes(s)}),r.addEventListener("close",()=>t.closed()),{close:()=>r.close()}}var Xp=24,db=16,$p=1e6,oC=64,aC=120*$p,lC={keep_s:300,every_s:1,most_bytes:48<<20},jc=class{#e;#t=new Map;#n=[];#i=0;#r=0;#s=null;#o=-1;constructor(e=lC){this.#e=e}get span_us(){let[e,t]=[this.#n[0],this.#n.at(-1)];return e===void 0||t===void 0?null:[e.time_us,t.time_us]}take(e,t){for(let[s,o]of uC(e))this.#t.set(s,o),this.#r+=o.byteLength;let i=this.#n.at(-1);t-(i?.time_us??Number.NEGATIVE_INFINITY)<this.#e.every_s*$p||(this.#n.push({time_us:t,frames:[...this.#t.values()],bytes:this.#r}),this.#i+=this.#r,this.#r=0,this.#c(t))}drop(e){this.#t.delete(e)}clear(){this.#t.clear(),[this.#n,this.#i,this.#r]=[[],0,0],[this.#s,this.#o]=[null,-1]}at(e){let t=this.#a(e);if(t<0)return null;let r=2*hb(this.#n[t])>(this.#s?.capacity??0)||t<this.#o?this.#l(t):this.#s;for(;r!==null&&this.#o<t;)this.#o+=1,cC(r,this.#n[this.#o]);return r}#a(e){let t=this.#n.findIndex(i=>i.time_us>e);return t<0?this.#n.length-1:Math.max(t-1,0)}#l(e){let t=this.#n.reduce((r,s)=>Math.max(r,hb(s)),0);this.#s=new Pr(Math.max(2*t,oC));let i=this.#n[e].time_us-aC;return this.#o=this.#n.findIndex(r=>r.time_us>=i)-1,this.#s}#c(e){let t=e-this.#e.keep_s*$p,i=0;for(let{time_us:r,bytes:s}of this.#n.slice(0,-1)){if(r>=t&&this.#i<=this.#e.most_bytes)break;this.#i-=s,i+=1}i!==0&&(this.#n=this.#n.slice(i),this.#o-=i,this.#o<-1&&([this.#s,this.#o]=[null,-1]))}};function cC(n,{frames:e}){let t=e.flatMap(Lc),i=new Set(t.map(r=>r.picture));for(let r=0;r<n.rows;r++){let s=n.picture[r];n.is_alive[r]===1&&!i.has(s)&&n.drop(s)}for(let r of t)n.apply(r)}function uC(n){let e=new DataView(n),t=[],i=0;for(;i+Xp<=e.byteLength;){let r=i+Xp+db*e.getUint32(i+20,!0);t.push([e.getUint32(i+16,!0),n.slice(i,r)]),i=r}return t}function hb({frames:n}){return n.reduce((e,t)=>e+Math.floor((t.byteLength-Xp)/db),0)}var qp={at_us:0,pictures:new Map,tracks:new Map};function fb(n){let e=new Map,t=new Map;for(let i of n.pictures){let r=hC(i);e.set(r.number,r);let s=Vn(i.epoch);for(let o of i.tracks){let a=dC(o,r,s);t.set(a.id,a)}}return{at_us:Vn(n.at),pictures:e,tracks:t}}function hC(n){return{number:n.picture,terms:n.terms,contributors:n.contributors,is_simulated:n.simulated,is_down:n.is_down??!1,tracks:n.tracks.length}}function dC(n,e,t){let i=r=>r===null?null:t+Qi(r);return{id:An(e.number,n.number),picture:e,object_class:n.object_class,phases:n.phases,covariance:n.covariance,first_seen_us:i(n.first_seen_s),last_seen_us:i(n.last_seen_s),is_coasted:n.is_coasted,contributors:n.contributors.map(r=>e.contributors[r])}}function pb(n){let e=[...n].map(t=>[fC(t),t.number]);return e.sort(([t],[i])=>t.reduce((r,s,o)=>r||s-i[o],0)),e[0]?.[1]??null}function fC({is_down:n,terms:e,contributors:t,number:i}){let r=new Set(t.map(s=>s.party)).size;return[n?1:0,e.delay_s,e.position_m,-r,i]}function Ir({party:n,sensor:e}){return e===""?n:`${n}/${e}`}var pC=["launch-detected","impact-predicted","outside-notice"];function Js(n){return pC.includes(n.kind)}function us({number:n}){return`live-${n}`}function mb(n,e){let t=new Map;for(let r of n){let s=An(r.picture,r.object),o=t.get(s)??new Map;t.set(s,o),r.kind==="ended"?o.clear():Js(r)&&(e.size===0||e.has(r.picture))&&o.set(r.kind,r)}return[...t.values()].flatMap(r=>[...r.values()]).sort((r,s)=>s.number-r.number)}var gb=4096,mC=1<<17,Yp=1e3,gC=1e4,_C=5e3,yC=["inside-notice","outside-notice"],xC=2**53-1;async function _b(n){nb(await n(`/v1/events?after=${xC}`))}var Jc=class{behind=new jc;#e;#t;#n=new Pr(gb);#i=new Map;#r=null;#s=qp;#o=[];#a=[];#l=null;#c=0;#u=[];#h=!1;#p=!1;#m=0;#f=0;constructor(e){this.#e=e,this.#t=new Zc(e.token,e.around,this.#_())}get link(){return this.#t.link}get picture(){return this.#n}get viewer(){return this.#r?.viewer??null}get mode(){return this.#r?.mode??null}get details(){return this.#s}get events(){return this.#o}get notices(){return this.#a}get version(){return this.#c}age_s(){return this.#l===null?null:(this.#e.around.now_ms()-this.#l)/1e3}open(){this.#t.open(),this.#g()}close(){for(let e of this.#u.splice(0))e();this.#t.close()}retry(){this.#t.open()}#_(){return{hello:e=>this.#y(e),frames:(e,t)=>this.#d(e,t),events:e=>this.#v(e),gone:e=>{for(let t of e)this.#x(t);this.#e.told("changed")},link:()=>this.#e.told("changed"),known:()=>({run:this.#r?.run??"",event:this.#o.at(-1)?.number??0})}}#y(e){this.#r!==null&&this.#r.run!==e.run&&this.#w(),this.#r=e,this.#p=!0,this.#f=0,this.#T()}#d(e,t){this.#l=this.#e.around.now_ms();for(let i of e)this.#i.set(i.picture,i),this.#s.pictures.has(i.picture)||(this.#p=!0),this.#S(i);this.behind.take(t,this.#n.time_us),this.#p&&this.#T(),this.#e.told("moved")}#v(e){let t=this.#o.at(-1)?.number??0,i=e.filter(r=>r.number>t);this.#o=[...this.#o,...i].slice(-_C),i.some(r=>yC.includes(r.kind))&&(this.#f=0),this.#e.told("changed")}#w(){this.#n=new Pr(gb),this.#i=new Map,[this.#s,this.#o,this.#c]=[qp,[],this.#c+1],this.behind.clear()}#x(e){this.#i.delete(e),this.#n.drop(e),this.behind.drop(e)}#S(e){for(;this.#n.count+e.count>this.#n.capacity;){if(2*this.#n.capacity>mC)return;let t=new Pr(2*this.#n.capacity);for(let i of this.#i.values())i!==e&&t.apply(i);this.#n=t,this.#c+=1}this.#n.apply(e)}#g(){this.#A(Yp,()=>{this.#T(),this.#g()})}#A(e,t){let i=this.#e.around.later(e,()=>{this.#u=this.#u.filter(r=>r!==i),t()});this.#u.push(i)}#T(){if(this.#h||this.link.kind==="lost"||this.link.kind==="refused"||this.#r===null)return;let e=this.#e.around.now_ms(),t=e>=this.#m;this.#p&&t?this.#M(()=>this.#E()):e>=this.#f?this.#M(()=>this.#C()):this.#e.needed()&&t&&this.#M(()=>this.#E())}async#M(e){this.#h=!0;try{await e(),this.#e.told("changed")}catch(t){let i=t instanceof hi?t.retry_after_s:0,r=this.#e.around.now_ms()+Math.max(1e3*i,2*Yp);this.#m=Math.max(this.#m,r),this.#f=Math.max(this.#f,r)}finally{this.#h=!1}}async#E(){let e=this.#r,t=this.#e.around.now_ms(),i=tb(await this.#e.ask("/v1/pictures")),r=this.#e.around.now_ms()-t;if(this.#m=t+Math.max(.9*Yp,4*r),!(e!==this.#r||i.run!==e?.run)){this.#p=!1,this.#s=fb(i);for(let s of[...this.#i.keys()])this.#s.pictures.has(s)||this.#x(s);this.#b()}}#b(){let e=this.#n;for(let[t,i]of this.#s.tracks){let[r,s]=t.split("/").map(Number);e.rowOf(r,s)!==null&&(e.setCovariance(t,i.covariance),e.contributors.set(t,i.contributors.map(Ir)))}this.#c+=1}async#C(){this.#f=this.#e.around.now_ms()+gC,this.#a=ib(await this.#e.ask("/v1/notices"))}};function yb(n,{picture:e,filters:t}){let i=Ii.map(o=>t.classes.includes(o)),r=t.parties.length>0||t.sensors.length>0,s=!1;for(let o=0;o<n.rows;o++){if(n.is_alive[o]===0)continue;let l=e!==null&&n.picture[o]!==e||i[n.class_index[o]]===!0||r&&bC(n,o,t)?1:0;s||=n.is_hidden[o]!==l,n.is_hidden[o]=l}return s}function bC(n,e,{parties:t,sensors:i}){let r=n.contributors.get(An(n.picture[e],n.number[e]))??[];return r.length===0?!1:r.every(s=>{let o=s.split("/",1)[0]??s;return t.includes(o)||i.includes(s)})}var Kp="glasshield-tokens",vC=/^[A-Za-z0-9._~-]{8,512}$/;function Zp(n){let e=n.trim().replace(/^Bearer\s+/i,"");return vC.test(e)?e:null}var Qc=class{#e;#t=new Map;#n=new Set;constructor(e){this.#e=e;for(let[t,i]of wC(e.read()))this.#t.set(t,i),this.#n.add(t)}get viewers(){return[...this.#t.keys()]}of(e){return this.#t.get(e)??null}put(e,t,i){this.#t.set(e,t),i?this.#n.add(e):this.#n.delete(e),this.#i()}forget(e){this.#t.delete(e),this.#n.delete(e),this.#i()}#i(){let e=[...this.#t].filter(([t])=>this.#n.has(t));this.#e.write(e.length===0?null:JSON.stringify(e))}};function wC(n){let e=null;try{e=JSON.parse(n??"null")}catch{return[]}return Array.isArray(e)?e.slice(0,16).flatMap(t=>{if(!Array.isArray(t))return[];let[i,r]=t;return typeof i=="string"&&typeof r=="string"&&Zp(r)===r?[[i,r]]:[]}):[]}function bb(){return{read:()=>xb(()=>sessionStorage.getItem(Kp)),write:n=>{xb(()=>(n===null?sessionStorage.removeItem(Kp):sessionStorage.setItem(Kp,n),null))}}}function xb(n){try{return n()}catch(e){if(e instanceof DOMException)return null;throw e}}var jp={kept:bb(),ask:ab,around:n=>ub(()=>_b(n)),is_seen:()=>!document.hidden},eu=class{#e;#t;#n;#i=new Set;#r=null;#s="";#o=null;#a=0;#l=[];#c=[];#u=[];constructor(e,t=jp){[this.#t,this.#e]=[e,t],this.#n=new Qc(t.kept)}get feed(){return this.#r}get ask(){return this.#s===""?null:this.#e.ask(this.#s)}get link(){return this.#r?.link??{kind:"off"}}get viewers(){return this.#n.viewers}get viewer(){return this.#r?.viewer??null}get version(){return this.#a+(this.#r?.version??0)}subscribe(e){return this.#i.add(e),()=>this.#i.delete(e)}enter(e,t){let i=Zp(e);return i===null?!1:(this.#o={token:i,is_for_tab:t},this.#h(i),!0)}choose(e){let t=this.#n.of(e);t===null||t===this.#s&&this.link.kind!=="refused"||(this.#o=null,this.#h(t))}leave(){let{viewer:e}=this;e!==null&&this.#n.forget(e),this.#p(),this.#f("changed")}retry(){this.#r?.retry()}dispose(){this.#p(),this.#i.clear()}shown(e){let t=this.#r;if(t===null)return null;let i=e.time_s===null?null:Qi(e.time_s),r=i===null?t.picture:t.behind.at(i);if(r===null)return t.picture;i!==null&&EC(t.picture,r);let s={picture:this.pictureOf(e),filters:e.filters};return yb(r,s)&&(this.#a+=1),r}pictureOf({picture:e}){return e===0?null:e??pb(this.#r?.details.pictures.values()??[])}predicted(e){let t=e.time_s===null?1/0:Qi(e.time_s),i=(this.#r?.events??[]).filter(s=>Vn(s.at)<=t),r=this.pictureOf(e);return SC(i.filter(s=>r===null||s.picture===r))}notices(e){let{notices:t=[],picture:i}=this.#r??{},r=e.time_s===null?i?.time_us:Qi(e.time_s);t!==this.#l&&(this.#c=Xx(t));let s=$x(this.#c,r??0),o=t===this.#l&&s.every((a,l)=>a.time===this.#u[l]?.time);return this.#l=t,o||(this.#u=s),this.#u}#h(e){this.#p();let t=this.#e.ask(e);this.#s=e,this.#r=new Jc({token:e,ask:t,around:this.#e.around(t),told:i=>this.#m(i),needed:()=>this.#_()}),this.#r.open()}#p(){let e=this.#r;[this.#r,this.#s]=[null,""],e?.close(),this.#a+=1+(e?.version??0)}#m(e){let t=this.viewer;t!==null&&this.#o!==null&&(this.#n.put(t,this.#o.token,this.#o.is_for_tab),this.#o=null),this.#f(e)}#f(e){for(let t of[...this.#i])t(e)}#_(){let{subject:e,selected:t,hidden:i,filters:r,table:s}=this.#t();return e!=="live"||!this.#e.is_seen()?!1:!i.includes("covariances")||t?.kind==="track"||r.parties.length+r.sensors.length>0||s!==null}};function SC(n){let e=new Map;for(let t of n){let i=`${t.picture}/${t.object}`,r=e.get(i)??new Map;e.set(i,r);let{place:s}=t;t.kind==="ended"?r.clear():(s==="launch"||s==="impact")&&MC(r,s,t)}return[...e.values()].flatMap(t=>[...t.values()])}function MC(n,e,t){let{lat_rad:i,lon_rad:r,covariance_m2:s,radii:o}=t;i===null||r===null||n.set(e,{id:us(t),kind:e,place:{lat_rad:i,lon_rad:r},covariance:s===null?null:{east_m2:s[0][0],mixed_m2:s[0][1],north_m2:s[1][1]},radius:o[1],label:null})}function EC(n,e){let t=e.contributors;for(let[i,r]of n.contributors)t.set(i,r)}var Jp={ABW:["Aruba","Аруба"],AFG:["Afghanistan","Афганистан"],AGO:["Angola","Ангола"],AIA:["Anguilla","Ангилья"],ALA:["Åland Islands","Аландские о-ва"],ALB:["Albania","Албания"],AND:["Andorra","Андорра"],ARE:["United Arab Emirates","ОАЭ"],ARG:["Argentina","Аргентина"],ARM:["Armenia","Армения"],ASM:["American Samoa","Американское Самоа"],ATA:["Antarctica","Антарктида"],ATF:["French Southern Territories","Французские Южные территории"],ATG:["Antigua and Barbuda","Антигуа и Барбуда"],AUS:["Australia","Австралия"],AUT:["Austria","Австрия"],AZE:["Azerbaijan","Азербайджан"],BDI:["Burundi","Бурунди"],BEL:["Belgium","Бельгия"],BEN:["Benin","Бенин"],BES:["Caribbean Netherlands","Бонэйр, Синт-Эстатиус и Саба"],BFA:["Burkina Faso","Буркина-Фасо"],BGD:["Bangladesh","Бангладеш"],BGR:["Bulgaria","Болгария"],BHR:["Bahrain","Бахрейн"],BHS:["Bahamas","Багамы"],BIH:["Bosnia and Herzegovina","Босния и Герцеговина"],BLM:["St. Barthélemy","Сен-Бартелеми"],BLR:["Belarus","Беларусь"],BLZ:["Belize","Белиз"],BMU:["Bermuda","Бермудские о-ва"],BOL:["Bolivia","Боливия"],BRA:["Brazil","Бразилия"],BRB:["Barbados","Барбадос"],BRN:["Brunei","Бруней"],BTN:["Bhutan","Бутан"],BVT:["Bouvet Island","о-в Буве"],BWA:["Botswana","Ботсвана"],CAF:["Central African Republic","Центрально-Африканская Республика"],CAN:["Canada","Канада"],CCK:["Cocos (Keeling) Islands","Кокосовые о-ва"],CHE:["Switzerland","Швейцария"],CHL:["Chile","Чили"],CHN:["China","Китай"],CIV:["Côte d’Ivoire","Кот-д’Ивуар"],CMR:["Cameroon","Камерун"],COD:["Democratic Republic of the Congo","Демократическая Республика Конго"],COG:["Congo","Конго"],COK:["Cook Islands","о-ва Кука"],COL:["Colombia","Колумбия"],COM:["Comoros","Коморы"],CPV:["Cape Verde","Кабо-Верде"],CRI:["Costa Rica","Коста-Рика"],CUB:["Cuba","Куба"],CUW:["Curaçao","Кюрасао"],CXR:["Christmas Island","о-в Рождества"],CYM:["Cayman Islands","о-ва Кайман"],CYP:["Cyprus","Кипр"],CZE:["Czechia","Чехия"],DEU:["Germany","Германия"],DJI:["Djibouti","Джибути"],DMA:["Dominica","Доминика"],DNK:["Denmark","Дания"],DOM:["Dominican Republic","Доминиканская Республика"],DZA:["Algeria","Алжир"],ECU:["Ecuador","Эквадор"],EGY:["Egypt","Египет"],ERI:["Eritrea","Эритрея"],ESH:["Western Sahara","Западная Сахара"],ESP:["Spain","Испания"],EST:["Estonia","Эстония"],ETH:["Ethiopia","Эфиопия"],FIN:["Finland","Финляндия"],FJI:["Fiji","Фиджи"],FLK:["Falkland Islands (Malvinas)","Фолклендские (Мальвинские) острова"],FRA:["France","Франция"],FRO:["Faroe Islands","Фарерские о-ва"],FSM:["Micronesia","Федеративные Штаты Микронезии"],GAB:["Gabon","Габон"],GBR:["United Kingdom","Великобритания"],GEO:["Georgia","Грузия"],GGY:["Guernsey","Гернси"],GHA:["Ghana","Гана"],GIB:["Gibraltar","Гибралтар"],GIN:["Guinea","Гвинея"],GLP:["Guadeloupe","Гваделупа"],GMB:["Gambia","Гамбия"],GNB:["Guinea-Bissau","Гвинея-Бисау"],GNQ:["Equatorial Guinea","Экваториальная Гвинея"],GRC:["Greece","Греция"],GRD:["Grenada","Гренада"],GRL:["Greenland","Гренландия"],GTM:["Guatemala","Гватемала"],GUF:["French Guiana","Французская Гвиана"],GUM:["Guam","Гуам"],GUY:["Guyana","Гайана"],HKG:["Hong Kong","Гонконг"],HMD:["Heard and McDonald Islands","о-ва Херд и Макдональд"],HND:["Honduras","Гондурас"],HRV:["Croatia","Хорватия"],HTI:["Haiti","Гаити"],HUN:["Hungary","Венгрия"],IDN:["Indonesia","Индонезия"],IMN:["Isle of Man","о-в Мэн"],IND:["India","Индия"],IRL:["Ireland","Ирландия"],IRN:["Iran","Иран"],IRQ:["Iraq","Ирак"],ISL:["Iceland","Исландия"],ISR:["Israel","Израиль"],ITA:["Italy","Италия"],JAM:["Jamaica","Ямайка"],JEY:["Jersey","Джерси"],JOR:["Jordan","Иордания"],JPN:["Japan","Япония"],KAZ:["Kazakhstan","Казахстан"],KEN:["Kenya","Кения"],KGZ:["Kyrgyzstan","Киргизия"],KHM:["Cambodia","Камбоджа"],KIR:["Kiribati","Кирибати"],KNA:["St. Kitts and Nevis","Сент-Китс и Невис"],KOR:["South Korea","Республика Корея"],KWT:["Kuwait","Кувейт"],LAO:["Laos","Лаос"],LBN:["Lebanon","Ливан"],LBR:["Liberia","Либерия"],LBY:["Libya","Ливия"],LCA:["St. Lucia","Сент-Люсия"],LIE:["Liechtenstein","Лихтенштейн"],LKA:["Sri Lanka","Шри-Ланка"],LSO:["Lesotho","Лесото"],LTU:["Lithuania","Литва"],LUX:["Luxembourg","Люксембург"],LVA:["Latvia","Латвия"],MAC:["Macao","Макао"],MAF:["St. Martin","Сен-Мартен"],MAR:["Morocco","Марокко"],MCO:["Monaco","Монако"],MDA:["Moldova","Молдова"],MDG:["Madagascar","Мадагаскар"],MDV:["Maldives","Мальдивы"],MEX:["Mexico","Мексика"],MHL:["Marshall Islands","Маршалловы о-ва"],MKD:["North Macedonia","Северная Македония"],MLI:["Mali","Мали"],MLT:["Malta","Мальта"],MMR:["Myanmar (Burma)","Мьянма (Бирма)"],MNE:["Montenegro","Черногория"],MNG:["Mongolia","Монголия"],MNP:["Northern Mariana Islands","Северные Марианские о-ва"],MOZ:["Mozambique","Мозамбик"],MRT:["Mauritania","Мавритания"],MSR:["Montserrat","Монтсеррат"],MTQ:["Martinique","Мартиника"],MUS:["Mauritius","Маврикий"],MWI:["Malawi","Малави"],MYS:["Malaysia","Малайзия"],MYT:["Mayotte","Майотта"],NAM:["Namibia","Намибия"],NCL:["New Caledonia","Новая Каледония"],NER:["Niger","Нигер"],NFK:["Norfolk Island","о-в Норфолк"],NGA:["Nigeria","Нигерия"],NIC:["Nicaragua","Никарагуа"],NIU:["Niue","Ниуэ"],NLD:["Netherlands","Нидерланды"],NOR:["Norway","Норвегия"],NPL:["Nepal","Непал"],NRU:["Nauru","Науру"],NZL:["New Zealand","Новая Зеландия"],OMN:["Oman","Оман"],PAK:["Pakistan","Пакистан"],PAN:["Panama","Панама"],PCN:["Pitcairn Islands","о-ва Питкэрн"],PER:["Peru","Перу"],PHL:["Philippines","Филиппины"],PLW:["Palau","Палау"],PNG:["Papua New Guinea","Папуа — Новая Гвинея"],POL:["Poland","Польша"],PRI:["Puerto Rico","Пуэрто-Рико"],PRK:["North Korea","КНДР"],PRT:["Portugal","Португалия"],PRY:["Paraguay","Парагвай"],PSE:["State of Palestine","Государство Палестина"],PYF:["French Polynesia","Французская Полинезия"],QAT:["Qatar","Катар"],REU:["Réunion","Реюньон"],ROU:["Romania","Румыния"],RUS:["Russia","Россия"],RWA:["Rwanda","Руанда"],SAU:["Saudi Arabia","Саудовская Аравия"],SDN:["Sudan","Судан"],SEN:["Senegal","Сенегал"],SGP:["Singapore","Сингапур"],SGS:["South Georgia and South Sandwich Islands","Южная Георгия и Южные Сандвичевы о-ва"],SHN:["St. Helena","о-в Св. Елены"],SJM:["Svalbard and Jan Mayen","Шпицберген и Ян-Майен"],SLB:["Solomon Islands","Соломоновы о-ва"],SLE:["Sierra Leone","Сьерра-Леоне"],SLV:["El Salvador","Сальвадор"],SMR:["San Marino","Сан-Марино"],SOM:["Somalia","Сомали"],SPM:["St. Pierre and Miquelon","Сен-Пьер и Микелон"],SRB:["Serbia","Сербия"],SSD:["South Sudan","Южный Судан"],STP:["São Tomé and Príncipe","Сан-Томе и Принсипи"],SUR:["Suriname","Суринам"],SVK:["Slovakia","Словакия"],SVN:["Slovenia","Словения"],SWE:["Sweden","Швеция"],SWZ:["Eswatini","Эсватини"],SXM:["Sint Maarten","Синт-Мартен"],SYC:["Seychelles","Сейшельские о-ва"],SYR:["Syria","Сирия"],TCA:["Turks and Caicos Islands","Тёркс и Кайкос"],TCD:["Chad","Чад"],TGO:["Togo","Того"],THA:["Thailand","Таиланд"],TJK:["Tajikistan","Таджикистан"],TKL:["Tokelau","Токелау"],TKM:["Turkmenistan","Туркменистан"],TLS:["Timor-Leste","Восточный Тимор"],TON:["Tonga","Тонга"],TTO:["Trinidad and Tobago","Тринидад и Тобаго"],TUN:["Tunisia","Тунис"],TUR:["Türkiye","Турция"],TUV:["Tuvalu","Тувалу"],TWN:["Taiwan Province of China","Тайвань (провинция Китая)"],TZA:["Tanzania","Танзания"],UGA:["Uganda","Уганда"],UKR:["Ukraine","Украина"],URY:["Uruguay","Уругвай"],USA:["United States","Соединенные Штаты"],UZB:["Uzbekistan","Узбекистан"],VCT:["St. Vincent and Grenadines","Сент-Винсент и Гренадины"],VEN:["Venezuela","Венесуэла"],VGB:["British Virgin Islands","Виргинские о-ва (Великобритания)"],VIR:["U.S. Virgin Islands","Виргинские о-ва (США)"],VNM:["Vietnam","Вьетнам"],VUT:["Vanuatu","Вануату"],WSM:["Samoa","Самоа"],XAC:["Aksai Chin","Аксайчин"],XAP:["Arunachal Pradesh","Аруначал-Прадеш"],XBT:["Bir Tawil","Бир-Тавиль"],XHT:["Halaib Triangle","Халаибский треугольник"],XIT:["Ilemi Triangle","Треугольник Илеми"],XJK:["Jammu and Kashmir","Джамму и Кашмир"],YEM:["Yemen","Йемен"],ZAF:["South Africa","Южно-Африканская Республика"],ZMB:["Zambia","Замбия"],ZWE:["Zimbabwe","Зимбабве"]};var TC=.95;function tu(n,e){let{language:t}=n,{delay_s:i,position_m:r,velocity_m_s:s,time_s:o,covariance_factor:a,classes:l}=e,c=r+s+o===0&&a===1;return[i>0?n.text("web.live.terms.delay",{delay:ts(t,i)}):n.text("web.live.terms.at_once"),c?n.text("web.live.terms.exact"):"",r>0?n.text("web.live.terms.position",{step:Qs(n,r)}):"",s>0?n.text("web.live.terms.velocity",{step:rt(t,s,"m/s")}):"",o>0?n.text("web.live.terms.time",{step:rt(t,o,"s",1)}):"",a!==1?n.text("web.live.terms.factor",{factor:Ut(t,a,1)}):"",l!==null?n.text("web.live.terms.classes",{classes:l.map(h=>Nr(n,h)).join(", ")}):"",e.names_sensors?"":n.text("web.live.terms.unnamed")].filter(h=>h!=="").join(", ")}function Nr(n,e){let t=`release.class.${e}`;return kn(t)?n.text(t):e}function Ma(n,e){let t=`release.event.${e}`;return kn(t)?n.text(t):e}function Qs({language:n},e){return e<1e3?rt(n,e,"m"):rt(n,e/1e3,"km",e<1e4?1:0)}function vb(n,{contributors:e}){let t=[...new Set(e.map(i=>i.party))];return t.length>0?t.join(", "):n.text("web.live.picture.none")}function Di(n){return Ji(Vn(n))}function nu(n,e){let{lat_rad:t,lon_rad:i,region:r,place:s}=e;if(t===null||i===null)return"";let o=`web.live.place.${s}`,a=kn(o)?`${n.text(o)}: `:"",l=Un(n.language,ye(t),ye(i));return`${a}${l}${r===""?"":` (${AC(n,r)})`}`}function AC(n,e){if(e==="sea")return n.text("warning.open-sea");let t=CC(n,e.slice(e.lastIndexOf("/")+1));return e.startsWith("sea/")?n.text("warning.sea-off",{country:t}):t}function CC({language:n},e){return(Object.hasOwn(Jp,e)?Jp[e]:void 0)?.[n==="ru"?1:0]??e}function wb({contributors:n}){return n.map(Ir).join(", ")}function Qp(n,e,t){let{longer_m:i,shorter_m:r}=ma(e,t);return!Number.isFinite(i)||!Number.isFinite(r)?null:n.text("web.live.track.axes",{longer:Qs(n,i),shorter:Qs(n,r)})}function Sb(n,e,t){return Qp(n,Pc(e,t),Rc(TC))}function hs({language:n},e){return ts(n,Math.max(Math.round(e),0))}var RC=1e6,PC={boost:"plot.boost",coast:"plot.coast",entry:"plot.entry",unknown:"web.phase.unknown"};function Eb(n,e){return{track:(t,i,r)=>LC(t,i,r,n,e),event:(t,i,r)=>OC(t,r,n),notice:(t,i,r)=>UC(t,i,r,n)}}function LC(n,e,t,i,r){let{feed:s}=i,[o,a]=t.split("/").map(Number);if(s===null||o===void 0||a===void 0)return null;let l=i.shown(e)??s.picture,c=VC(l,o,a),u=s.details.tracks.get(t)??null,h=c===null?null:_a(l,c),d={number:String(a),picture:String(o)};return{kind:n.text("web.live.track.kind"),title:n.text("web.live.track.title",d),facts:[...h===null?[{term:"",text:n.text("web.live.track.gone")}]:IC(n,h,u),...u===null?[]:NC(n,u,l,h)],lists:[{heading:n.text("web.live.track.by"),entries:u===null?[{text:n.text("web.live.track.waiting")}]:kC(n,u)},...u===null||h===null?[]:r.lists(n,u,h.position_ecef_m)],told:[]}}function IC(n,e,t){let{language:i}=n,{lat_rad:r,lon_rad:s,height_m:o}=Ft(e.position_ecef_m),a=GC(e.velocity_ecef_m_s)/1e3,l=n.text(PC[e.phase]),c=t?.phases??null;return iu(n,[["web.live.track.class",Nr(n,e.object_class)],["web.live.track.phase",c===null?l:`${l} (${DC(n,c)})`],["web.live.track.place",Un(i,ye(r),ye(s))],["web.live.track.height",Qs(n,o)],["web.live.track.speed",rt(i,a,"km/s",2)]])}function NC(n,e,t,i){let r=t.covariances.get(e.id),s=i===null?null:Ft(i.position_ecef_m),a=r!==void 0&&s!==null?Sb(n,r,s):null,l=h=>h===null?null:n.text("web.live.track.ago",Mb(n,t.time_us,h)),{last_seen_us:c}=e,u=e.is_coasted&&c!==null?n.text("web.live.track.coasted_since",Mb(n,t.time_us,c)):null;return iu(n,[["web.live.track.uncertainty",a],["web.live.track.first_seen",l(e.first_seen_us)],["web.live.track.last_seen",l(c)],["web.live.track.coasted",u],["web.live.track.terms",tu(n,e.picture.terms)]])}function Mb(n,e,t){let i=(e-t)/RC;return{time:Ji(t),age:hs(n,i)}}function kC(n,{contributors:e}){return e.map(({party:t,sensor:i})=>({text:t,soft:` ${i===""?n.text("web.live.track.unnamed"):i}`}))}function DC(n,{boost:e,coast:t,entry:i}){let{language:r}=n;return n.text("web.live.track.phases",{boost:As(r,e),coast:As(r,t),entry:As(r,i)})}function OC(n,e,{feed:t}){let i=t?.events.find(o=>us(o)===e);if(i===void 0)return null;let r={kind:"track",id:`${i.picture}/${i.object}`},s={text:`${i.picture}/${i.object}`,target:r};return{kind:n.text("web.live.event.kind"),title:Ma(n,i.kind),facts:FC(n,i),lists:[{heading:n.text("web.live.event.object"),entries:[s]},{heading:n.text("web.live.track.by"),entries:i.contributors.map(o=>({text:Ir(o)}))}],told:[]}}function FC(n,e){let{language:t}=n,{covariance_m2:i,radii:r,latency_s:s,detections:o,expected:a}=e,l=i===null?null:Qp(n,{east_m2:i[0][0],mixed_m2:i[0][1],north_m2:i[1][1]},r[1]);return iu(n,[["web.live.track.class",Nr(n,e.object_class)],["web.live.event.time",Di(e.time)],["web.live.event.told",Di(e.at)],["web.live.event.place",nu(n,e)],["web.live.event.ellipse",l],["web.live.event.expected",a===null?null:Di(a)],["web.live.event.latency",s===null?null:rt(t,s,"s",1)],["web.live.event.detections",o===null?null:Ut(t,o)],["web.live.event.notice",e.notice],["web.live.event.against",e.against.join(", ")]])}function UC(n,e,t,i){let r=i.notices(e).find(f=>f.id===t);if(r===void 0)return null;let{reference:s,party:o,missile_class:a,standing:l,time:c,azimuth_deg:u}=r,h=`web.notice.stands.${l}`,d=i.feed?.events.filter(f=>s!==""&&f.notice===s);return{kind:n.text("web.notice.kind"),title:s||o,facts:iu(n,[["web.notice.party",o],["web.notice.standing",kn(h)?n.text(h):l],["web.notice.class",a],["web.notice.when",n.text(`web.notice.time.${c}`)],...r.windows.map(f=>["web.notice.window",n.text("web.live.notices.window",{...f})]),["web.notice.azimuth",u===null?null:BC(n,u)],["web.notice.impact_time",r.impact_time],["web.notice.received",Di(r.received)]]),lists:[{heading:n.text("web.notice.areas"),entries:r.areas.map(f=>zC(n,f))},{heading:n.text("web.notice.events"),entries:(d??[]).map(f=>({text:Ma(n,f.kind),soft:` ${Di(f.time)}`,target:{kind:"event",id:us(f)}}))}],told:[]}}function BC(n,[e,t,i]){let r=o=>rt(n.language,o,"deg"),s={value:r(e),low:r(t),high:r(i)};return t===i?s.value:n.text("web.notice.azimuth_text",s)}function zC(n,{role:e,middle:t,radius_m:i}){let r=Un(n.language,...Hc(t)),s=i===null?n.text("web.notice.polygon",{place:r}):n.text("web.notice.circle",{place:r,radius:Qs(n,i)});return{text:n.text(`web.notice.role.${e}`),soft:` ${s}`}}function iu(n,e){return e.flatMap(([t,i])=>i===null||i===""?[]:[{term:n.text(t),text:i}])}function VC(n,e,t){for(let i=0;i<n.rows;i++){let r=n.picture[i]===e&&n.number[i]===t;if(n.is_alive[i]===1&&r)return i}return null}function GC(n){return Math.hypot(...n)}var HC=60,WC=5e6,ru=class{newest=E("div",{class:"gs-alarm",role:"alert",hidden:!0});root;#e;#t;#n;#i=E("ol",{class:"gs-live-events"});#r=null;#s="";#o=-1;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=E("p",{class:"gs-soft"},e.text("web.live.alarms.none")),this.root=E("div",{},E("h4",{},e.text("web.live.alarms.title")),this.#n,this.#i)}get has_alarm(){return!this.newest.hidden}show(e){let t=this.#t.feed?.events??[];be(this.root,"hidden",e.subject!=="live"||this.#t.feed===null);let i=this.#t.feed?.details.pictures??new Map,r=[...i.keys()].join();if(t===this.#r&&r===this.#s)return;[this.#r,this.#s]=[t,r];let s=mb(t,i);this.#a(s[0]??null),be(this.#n,"hidden",t.length>0);let o=new Set(s.map(l=>l.number)),a=[...t].reverse().slice(0,HC);Qe(this.#i,...a.map(l=>this.#l(l,o.has(l.number))))}#a(e){be(this.newest,"hidden",e===null),!(e===null||e.number===this.#o)&&(this.#o=e.number,Qe(this.newest,E("span",{class:"gs-alarm-sign","aria-hidden":"true"},"▲"),E("b",{},this.#e.text("web.live.alarms.alarm"))," ",...this.#c(e,"newest")))}#l(e,t){let i=Js(e)?E("b",{class:"gs-alarm-word"},`▲ ${this.#e.text("web.live.alarms.alarm")} `):null;return E("li",{"data-alarm":Js(e),"data-held":t},i,...this.#c(e,"event"))}#c(e,t){let i=this.#e,r=`${e.picture}/${e.object}`,s=[Nr(i,e.object_class),r,nu(i,e),wb(e),e.latency_s===null||e.again?"":i.text("web.live.alarms.after",{latency:rt(i.language,e.latency_s,"s",1)}),e.again?i.text("web.live.alarms.again"):"",e.notice===""?"":i.text("web.live.alarms.about",{notice:e.notice})].filter(o=>o!=="");return[E("time",{datetime:e.time},Di(e.time))," ",Ae({class:"gs-quiet","data-key":`live-${t}-${e.number}`},()=>this.#u(e),Ma(i,e.kind)),E("span",{class:"gs-soft"},` ${s.join(" · ")}`)]}#u(e){let{lat_rad:t,lon_rad:i}=e,r={kind:"event",id:us(e)},s="live";if(t===null||i===null)return this.#e.store.set({selected:r,subject:s});this.#e.store.set(({camera:o})=>({selected:r,subject:s,camera:{...o,lat_rad:t,lon_rad:i,range_m:Math.min(o.range_m,WC)}}))}};var XC=3,su=class{root;#e;#t;#n=E("b",{});#i=E("span",{class:"gs-link-sign","aria-hidden":"true"});#r=E("p",{role:"status"});#s=E("p",{class:"gs-soft gs-live-age"});#o;#a=E("div",{});#l;#c;#u;#h=E("p",{class:"gs-live-bad",role:"alert",hidden:!0});#p=[];constructor(e,t){[this.#e,this.#t]=[e,t],this.#o=Ae({"data-key":"live-retry"},()=>t.retry(),e.text("web.live.lost.retry")),this.#u=E("input",{type:"password",id:"gs-live-token","data-key":"live-token",autocomplete:"off",spellcheck:"false","aria-describedby":"gs-live-token-help"}),this.#l=this.#d(),this.#c=E("details",{},E("summary",{"data-key":"live-add"},e.text("web.live.token.add"))),this.root=E("div",{class:"gs-live-entrance"},E("p",{class:"gs-live-link"},this.#i," ",this.#n),this.#r,this.#s,this.#o,this.#a,this.#c)}show(e){let{link:t,viewers:i,viewer:r}=this.#t;be(this.root,"data-link",t.kind),xt(this.#n,this.#e.text(`web.live.link.${t.kind}`)),xt(this.#r,this.#f(e)),be(this.#r,"hidden",this.#r.textContent===""),be(this.#o,"hidden",t.kind!=="lost"),this.#y(i.length>0);let s=[r,i.join(`
`)];s.some((o,a)=>o!==this.#p[a])&&this.#_(i,r),this.#p=s,this.tick()}tick(){let{link:e,feed:t}=this.#t;xt(this.#i,{off:"○",opening:"◌",live:"●",lost:"✕",refused:"✕"}[e.kind]),xt(this.#s,this.#m()),be(this.#s,"hidden",t===null),e.kind==="lost"&&xt(this.#r,this.#f(null))}#m(){let{link:e,feed:t}=this.#t;if(t===null)return"";let i=t.age_s(),r=e.kind==="live";if(i===null)return r?this.#e.text("web.live.age.none"):"";let s=this.#e.text("web.live.time",{time:Ji(t.picture.time_us)}),o=hs(this.#e,i);if(!r)return`${s}: ${this.#e.text("web.live.age.lost",{age:o})}`;let l=i<XC?this.#e.text("web.live.age.now"):this.#e.text("web.live.age.old",{age:o});return`${s}: ${l}`}#f(e){let t=this.#e,{link:i,viewers:r}=this.#t;if(i.kind==="refused")return t.text(`web.live.refused.${i.why}`);if(i.kind==="lost"){let a=hs(t,Math.max((i.again_ms-performance.now())/1e3,0)),l=t.text("web.live.lost.again",{wait:a});return`${t.text(`web.live.lost.${i.why}`)} ${l}`}let s=e?.viewer??null;return s!==null&&!r.includes(s)&&i.kind==="off"?t.text("web.live.token.wanted",{viewer:s}):""}#_(e,t){let i=this.#e;if(e.length===0)return Qe(this.#a);let r=e.map(a=>({value:a,label:a})),s=t??e[0]??"",o=ti({"data-key":"live-viewer",id:"gs-live-viewer"},r,s,a=>this.#t.choose(a));Qe(this.#a,E("label",{for:"gs-live-viewer"},i.text("web.live.viewer")),E("div",{class:"gs-row"},o,Ae({class:"gs-quiet","data-key":"live-leave"},()=>this.#t.leave(),i.text("web.live.token.leave"))))}#y(e){be(this.#c,"hidden",!e);let t=e?this.#c:this.root;this.#l.parentElement!==t&&t.append(this.#l)}#d(){let e=this.#e,t=E("input",{type:"checkbox","data-key":"live-keep"}),i=E("button",{type:"submit","data-key":"live-open"},e.text("web.live.token.open")),r=E("form",{class:"gs-live-form"},E("label",{for:"gs-live-token"},e.text("web.live.token.label")),this.#u,E("p",{class:"gs-soft",id:"gs-live-token-help"},e.text("web.live.token.help")),E("label",{class:"gs-check"},t," ",e.text("web.live.token.keep")),this.#h,i);return r.addEventListener("submit",s=>{s.preventDefault(),this.#v(t.checked)}),r}#v(e){let t=this.#t.enter(this.#u.value,e);xt(this.#h,t?"":this.#e.text("web.live.token.bad")),be(this.#h,"hidden",t),be(this.#u,"aria-invalid",t?null:"true"),t&&(this.#u.value="",this.#c.open=!1)}};var $C=["classes","parties","sensors"],ou=class{root;#e;#t;#n=E("div",{});#i="";constructor(e,t){[this.#e,this.#t]=[e,t],this.root=E("details",{class:"gs-live-filters"},E("summary",{"data-key":"live-filters"},e.text("web.live.filters.title")),this.#n)}show(e){be(this.root,"hidden",this.#t.feed===null);let t=this.#r(e.filters),i=JSON.stringify([e.filters,t]);if(i===this.#i)return;this.#i=i;let r=this.#e;Qe(this.#n,E("p",{class:"gs-soft"},r.text("web.live.filters.help")),...$C.filter(s=>t[s].length>0).map(s=>this.#s(s,t[s],e.filters)),Ae({"data-key":"live-unfiltered"},()=>r.store.set({filters:$o}),r.text("web.live.filters.all")))}#r(e){let i=[...this.#t.feed?.details.pictures.values()??[]].flatMap(s=>s.contributors),r=s=>[...new Set(s)].sort();return{classes:[...Ii],parties:r([...e.parties,...i.map(s=>s.party)]),sensors:r([...e.sensors,...i.filter(s=>s.sensor!=="").map(Ir)])}}#s(e,t,i){let r=this.#e,s=t.map(o=>{let a=E("input",{type:"checkbox","data-key":`live-no-${e}-${o}`});a.checked=!i[e].includes(o),a.addEventListener("change",()=>this.#o(e,o,a.checked));let l=e==="classes"?Nr(r,o):o;return E("label",{class:"gs-check"},a," ",l)});return E("fieldset",{},E("legend",{},r.text(`web.live.filters.${e}`)),...s)}#o(e,t,i){this.#e.store.set(({filters:r})=>{let s=r[e].filter(o=>o!==t);return{filters:{...r,[e]:i?s:[...s,t]}}})}};var qC=20,au=class{root;#e;#t;#n=E("div",{});#i=null;constructor(e,t){[this.#e,this.#t]=[e,t],this.root=E("details",{class:"gs-live-notices"},E("summary",{"data-key":"live-notices"},e.text("web.live.notices.title")),this.#n)}show(){be(this.root,"hidden",this.#t.feed===null);let e=this.#t.notices(this.#e.store.state);if(e===this.#i)return;this.#i=e;let t=E("p",{class:"gs-soft"},this.#e.text("web.live.notices.none")),i=[...e].reverse().slice(0,qC),r=E("ul",{},...i.map(s=>this.#r(s)));Qe(this.#n,e.length===0?t:r)}#r(e){let t=this.#e,{party:i,reference:r,missile_class:s,received:o}=e,a=[r||i,s].filter(l=>l!=="").join(" · ");return E("li",{},Ae({class:"gs-quiet","data-key":`notice-${e.id}`},()=>this.#s(e),a),E("b",{},` ${t.text(`web.notice.time.${e.time}`)}`),...e.windows.map(l=>E("span",{},` ${t.text("web.live.notices.window",{...l})}`)),E("span",{class:"gs-soft"},` ${t.text("web.live.notices.by",{party:i,time:Di(o)})}`))}#s({id:e,areas:t}){let{store:i}=this.#e,r=t.map(s=>s.middle);i.set(s=>({...ls({kind:"notice",id:e}),...t.length===0?{}:{camera:{...s.camera,...Jd(r)}}}))}};var em="best",lu=class{root=E("div",{class:"gs-live-pictures"});#e;#t;#n="";constructor(e,t){[this.#e,this.#t]=[e,t]}show(e){let t=[...this.#t.feed?.details.pictures.values()??[]];be(this.root,"hidden",t.length===0);let i=this.#t.pictureOf(e),r=JSON.stringify([e.picture,i,t]);r!==this.#n&&(this.#n=r,Qe(this.root,E("label",{for:"gs-live-picture"},this.#e.text("web.live.picture.title")),this.#i(e,i,t),...this.#r(i,t)))}#i(e,t,i){let r=this.#e,s=[{value:em,label:r.text("web.live.picture.best",{number:e.picture===0?"–":String(t??"–")})},...i.map(l=>({value:String(l.number),label:r.text("web.live.picture.one",{number:String(l.number),parties:vb(r,l)})})),{value:"0",label:r.text("web.live.picture.all")}],o=e.picture===null?em:String(e.picture);return ti({"data-key":"live-picture",id:"gs-live-picture"},s,o,l=>r.store.set({picture:l===em?null:Number(l)}))}#r(e,t){let i=this.#e;return t.filter(r=>e===null||r.number===e).map(r=>{let s=i.text("web.live.objects",{n:r.tracks}),o=r.is_down?` ${i.text("web.live.picture.down")}`:"",a=`${r.number}: ${tu(i,r.terms)}; ${s}.${o}`;return E("p",{class:"gs-soft gs-live-terms"},a)})}};var YC=1e3,cu=class{root;#e;#t;#n;#i;#r;#s;#o;#a;constructor(e,t,i){this.#e=new ru(e,t),this.#t=new su(e,t),this.#n=new lu(e,t),this.#i=new ou(e,t),this.#r=new au(e,t),this.#s=E("div",{class:"gs-live-rest"},this.#t.root,this.#n.root,this.#i.root,this.#e.root,this.#r.root),this.root=E("section",{class:"gs-part gs-live","aria-label":e.text("web.live.title")},E("h3",{},e.text("web.live.title")),...i.map(r=>E("p",{class:"gs-live-bad"},e.text(`web.live.served.no_${r}`))),this.#e.newest,this.#s),this.#o=t.subscribe(r=>{r==="changed"&&this.update(e.store.state)}),this.#a=window.setInterval(()=>this.#t.tick(),YC)}update(e){let t=e.subject==="live";this.#e.show(e),be(this.root,"hidden",!t&&!this.#e.has_alarm),be(this.#s,"hidden",!t),t&&(this.#t.show(e),this.#n.show(e),this.#i.show(e),this.#r.show())}dispose(){clearInterval(this.#a),this.#o(),this.root.remove()}};var KC=40,uu=class{#e;#t;#n=new Map;#i=new Map;#r="";constructor(e,t){[this.#e,this.#t]=[e,t]}lists(e,t,i){let r=e.text("web.live.rules.title");if(!t.contributors.some(o=>o.sensor!==""))return[{heading:r,entries:[{text:e.text("web.live.rules.unnamed")}]}];let s=this.#o(t).flatMap(o=>{let a=o===""?e.text("web.live.rules.own"):e.text("web.live.rules.other",{party:o}),l=[t.id,o,e.language].join(`
`);return[{text:"",chip:Ae({class:"gs-quiet","data-key":`live-rules-${o}`},()=>{this.#l(e,l,t,i,o)},a)},...this.#a(e,l).map(u=>({text:u}))]});return[{heading:r,entries:[...s,{text:"",chip:this.#s(e,t)}]}]}#s(e,t){let i=E("input",{type:"text",maxlength:64,value:this.#r,"data-key":"live-rules-name","aria-label":e.text("web.live.rules.name"),placeholder:e.text("web.live.rules.name")}),r=E("form",{class:"gs-row gs-live-asker"},i);return r.append(E("button",{type:"submit","data-key":"live-rules-more"},e.text("web.live.rules.ask"))),i.addEventListener("input",()=>this.#r=i.value),r.addEventListener("submit",s=>{s.preventDefault();let o=i.value.trim();o!==""&&this.#i.set(t.id,new Set([...this.#i.get(t.id)??[],o])),this.#r="",this.#t()}),r}#o({id:e,picture:t}){let{feed:i,viewer:r}=this.#e,o=[...i?.details.pictures.values()??[t]].flatMap(u=>u.contributors.map(({party:h})=>h)),a=this.#i.get(e)??[],c=[...o,...this.#e.viewers,...a].filter(u=>u!==r);return["",...new Set(c.sort())]}#a(e,t){let i=this.#n.get(t);switch(i?.kind){case void 0:return[];case"asking":return[e.text("web.live.rules.asking")];case"lines":return i.lines;case"not-allowed":return[e.text("web.live.rules.not-allowed")];case"failed":return[e.text("web.live.rules.failed")]}}async#l(e,t,i,r,s){let o=this.#e.ask;if(o===null)return;this.#c(t,{kind:"asking"});let a=`/v1/rules/explain?${ZC(i,r,s,e.language)}`,l=await o(a).then(c=>({kind:"lines",lines:rb(c).text}),c=>({kind:c instanceof hi&&c.fault==="not-allowed"?"not-allowed":"failed"}));this.#c(t,l)}#c(e,t){this.#n.delete(e),this.#n.set(e,t);let[i]=this.#n.keys();this.#n.size>KC&&i!==void 0&&this.#n.delete(i),this.#t()}};function ZC(n,e,t,i){let{lat_rad:r,lon_rad:s}=Ft(e),o=n.contributors.filter(a=>a.sensor!=="");return new URLSearchParams({seen:o.map(a=>`${a.party}/${a.sensor}`).join(","),...t===""?{}:{to:t},lat_deg:ye(r).toFixed(4),lon_deg:ye(s).toFixed(4),object_class:n.object_class,lang:i}).toString()}var Tb=200,jC=1e3,hu=class{root;#e;#t;#n;#i;#r;#s=E("output",{class:"gs-clock"});#o=E("b",{role:"status"});#a=E("div",{class:"gs-behind-marks","aria-hidden":"true"});#l;#c;#u=null;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=Ae({class:"gs-play","data-key":"live-play"},()=>this.#f()),this.#i=Ae({"data-key":"live-return"},()=>e.store.set({time_s:null,playing:!1}),e.text("web.live.behind.return")),this.#r=this.#d(),this.root=E("section",{class:"gs-timeline gs-behind","aria-label":e.text("web.live.behind.title")},E("div",{class:"gs-row gs-time-head"},this.#n,this.#s,this.#o,this.#i),E("div",{class:"gs-behind-track"},this.#a,this.#r)),this.#l=t.subscribe(i=>{i==="changed"&&this.update(e.store.state)}),this.#c=window.setInterval(()=>this.#h(e.store.state),jC)}update(e){be(this.root,"hidden",e.subject!=="live"||this.#t.feed===null),this.#h(e),this.#_(e)}dispose(){clearInterval(this.#c),this.#u!==null&&clearInterval(this.#u),this.#l(),this.root.remove()}#h(e){if(this.root.hidden)return;let t=this.#t.feed?.behind.span_us??null;if(be(this.#r,"disabled",t===null),be(this.#n,"disabled",t===null),t===null)return xt(this.#o,this.#e.text("web.live.behind.nothing"));let[i,r]=t.map(Ys),s=Math.min(Math.max(e.time_s??r,i),r);be(this.#r,"min",Math.floor(i)),be(this.#r,"max",Math.ceil(r)),this.#r.value=String(e.time_s===null?Math.ceil(r):s),this.#p(e,i,r,s),this.#m(i,r)}#p(e,t,i,r){let s=this.#e,o=Ji(Qi(r)),a=e.time_s===null;xt(this.#s,s.text("web.live.time",{time:o}));let l=s.text("web.live.behind.behind",{age:hs(s,i-r)});xt(this.#o,a?s.text("web.live.behind.now"):l),be(this.root,"data-behind",!a),be(this.#i,"hidden",a);let c=Ji(Qi(t));be(this.#r,"aria-label",s.text("web.live.behind.slider",{from:c})),be(this.#r,"aria-valuetext",`${o}, ${this.#o.textContent??""}`);let u=a||e.playing;xt(this.#n,u?"❚❚":"▶");let h=u?"web.time.pause":"web.time.play";be(this.#n,"aria-label",s.text(h))}#m(e,t){let r=(this.#t.feed?.events??[]).filter(Js).map(s=>(Ys(Vn(s.at))-e)/Math.max(t-e,1)).filter(s=>s>=0&&s<=1);Qe(this.#a,...r.map(s=>{let o=E("span",{},"▲");return o.style.left=`${100*s}%`,o}))}#f(){let{store:e}=this.#e,{time_s:t,playing:i}=e.state,r=this.#t.feed?.behind.span_us;r!=null&&(t===null?e.set({time_s:Ys(r[1]),playing:!1}):e.set({playing:!i}))}#_({subject:e,playing:t,time_s:i}){e==="live"&&t&&i!==null?this.#u??=window.setInterval(()=>this.#y(),Tb):this.#u!==null&&(clearInterval(this.#u),this.#u=null)}#y(){let{store:e}=this.#e,{time_s:t,rate:i}=e.state,r=this.#t.feed?.behind.span_us??null;if(t===null||r===null)return;let s=Math.max(t,Ys(r[0]))+i*Tb/1e3,o=s>=Ys(r[1]);e.set(o?{time_s:null,playing:!1}:{time_s:s})}#d(){let e=E("input",{type:"range",step:1,"data-key":"live-time"});return e.addEventListener("input",()=>{let i=Number(e.value)>=Number(e.max)?null:Number(e.value);this.#e.store.set({time_s:i,playing:!1})}),e}};function Ab(n=[],e=jp){return t=>JC(t,new eu(()=>t.state,e),n)}function JC(n,e,t){let i=new Set,r=a=>{for(let l of[...i])l(a)},s=new uu(e,()=>r("changed")),o=[e.subscribe(a=>{nR(n,e),r(a)}),n.watch(a=>a.viewer,a=>a!==null&&e.choose(a)),n.subscribe((a,l)=>{["filters","picture","time_s","subject"].some(u=>a[u]!==l[u])&&r("changed")})];return QC(n,e),o.push(eR(n,e)),{panel:a=>new cu(a,e,t),timeline:a=>new hu(a,e),explainers:Eb(e,s),input:()=>({picture:e.shown(n.state),version:e.version,predicted:e.predicted(n.state),notices:e.notices(n.state)}),mark:()=>iR(e),subscribe:a=>(i.add(a),()=>i.delete(a)),dispose:()=>{for(let a of o)a();e.dispose()}}}function QC({state:n},e){let[t]=e.viewers,i=n.viewer??t;i!==void 0&&e.viewers.includes(i)&&e.choose(i)}function eR(n,e){let{camera:t}=n.state;if(new URLSearchParams(location.hash.slice(1)).has("at"))return()=>{};let r=e.subscribe(()=>{let{state:s}=n;if(s.subject!=="live")return;let o=tR(e.shown(s));o!==null&&(r(),s.camera===t&&n.set({camera:{...t,...o}}))});return r}function tR(n){let e=n===null?[]:Nc(n);if(e.length===0)return null;let t=e.reduce((s,o)=>yt(s,o.position_ecef_m),[0,0,0]),{lat_rad:i,lon_rad:r}=Ft(t);return{lat_rad:i,lon_rad:r}}function nR(n,e){let{viewer:t}=e;if(t===null||t===n.state.viewer)return;let r=n.state.viewer===null?{}:{filters:$o,picture:null,selected:null,time_s:null};n.set({viewer:t,...r})}function iR(n){let{feed:e}=n;if(e===null||e.mode===null)return null;let{is_simulated:t}=e.picture;return{is_exercise:e.mode==="exercise",is_simulated:t}}var eo=45*Math.PI/180,rR=6e4,sR=6e7,oR=80*Math.PI/180,aR=6378137/Xi;function Pb(n){let{lat_rad:e,lon_rad:t,range_m:i,tilt_rad:r,heading_rad:s}=n,[o,a,l]=Si(e,t),c=cn(e,t,0),u=yt(ct(o,Math.sin(s)),ct(a,Math.cos(s))),h=Mi(ct(l,Math.cos(r)),ct(u,Math.sin(r)));return{position_ecef_m:yt(c,ct(h,i)),middle_ecef_m:c,up:yt(ct(u,Math.cos(r)),ct(l,Math.sin(r)))}}function gn(n){let e=Math.PI/2;return{lat_rad:tm(n.lat_rad,-e,e),lon_rad:jr(n.lon_rad),range_m:tm(n.range_m,rR,sR),tilt_rad:tm(n.tilt_rad,0,oR),heading_rad:$i(n.heading_rad)}}function Ea(n,e){return 2*n.range_m*Math.tan(eo/2)/Math.max(e,1)}function du(n,e,t,i){let r=Math.hypot(e,t)*Ea(n,i);if(r===0)return n;let s=Math.atan2(-e,t)+n.heading_rad,{lat_rad:o,lon_rad:a}=Wo(n,s,r/Je);return gn({...n,lat_rad:o,lon_rad:a})}function fu(n,e,t){return gn({...n,heading_rad:n.heading_rad+e,tilt_rad:n.tilt_rad+t})}function kr(n,e){return gn({...n,range_m:n.range_m*e})}function Lb(n,e,t){let i=t*t*(3-2*t),[r,s]=[Bn(n),Bn(e)],{lat_rad:o,lon_rad:a}=jn(x_(r,s,i)),l=Sl(r,s)*Je,c=Math.exp(Rb(Math.log(n.range_m),Math.log(e.range_m),i)),u=jr(e.heading_rad-n.heading_rad);return gn({lat_rad:o,lon_rad:a,range_m:c+.5*l*Math.sin(Math.PI*i),tilt_rad:Rb(n.tilt_rad,e.tilt_rad,i),heading_rad:n.heading_rad+u*i})}function pu(n,e){return n.lat_rad===e.lat_rad&&n.lon_rad===e.lon_rad&&n.range_m===e.range_m&&n.tilt_rad===e.tilt_rad&&n.heading_rad===e.heading_rad}function nm(n,e){let[t,i]=[Cb(n),Cb(e)],r=Mt(i,i),s=Mt(t,i),o=Mt(t,t)-6378137**2,a=s*s-r*o;if(a<0)return null;let l=(-s-Math.sqrt(a))/r;return l>0?yt(n,ct(e,l)):null}function Ib(n,e){let t=Mi(e,n),i=nm(n,t);if(i===null)return!1;let[r,s]=[Mi(i,n),t];return Mt(r,r)<Mt(s,s)*lR}var lR=.998;function Cb([n,e,t]){return[n,e,t*aR]}function Rb(n,e,t){return n+(e-n)*t}function tm(n,e,t){return Math.min(Math.max(n,e),t)}var cR=4,uR=.0011,hR=18,Nb=60,im=1.25,gu=Math.PI/24,kb=.005,to=class{#e;#t;#n=new AbortController;#i=new Map;#r=0;constructor(e,t){this.#e=e,this.#t=t;let{signal:i}=this.#n;e.addEventListener("pointerdown",r=>this.#s(r),{signal:i}),e.addEventListener("pointermove",r=>this.#o(r),{signal:i}),e.addEventListener("pointerup",r=>this.#a(r,!0),{signal:i}),e.addEventListener("pointercancel",r=>this.#a(r,!1),{signal:i}),e.addEventListener("wheel",r=>this.#h(r),{signal:i,passive:!1}),e.addEventListener("keydown",r=>this.#m(r),{signal:i}),e.addEventListener("contextmenu",r=>r.preventDefault(),{signal:i}),e.style.touchAction="none"}dispose(){this.#n.abort(),this.#i.clear()}#s(e){this.#i.size===0&&(this.#r=0),this.#i.set(e.pointerId,Db(e)),this.#e.setPointerCapture(e.pointerId),this.#e.focus({preventScroll:!0})}#o(e){let t=this.#i.get(e.pointerId);if(t===void 0)return;let i=Db(e),[r,s]=[i.x_px-t.x_px,i.y_px-t.y_px];this.#r+=Math.hypot(r,s),this.#i.size>1?this.#u(e.pointerId,t,i):e.shiftKey||(e.buttons&2)!==0?this.#c(r,s):this.#l(r,s),this.#i.set(e.pointerId,i)}#a(e,t){let i=this.#i.get(e.pointerId);if(this.#i.delete(e.pointerId),!(i===void 0||!t||this.#r>cR)&&this.#i.size===0&&e.button===0){let r=this.#e.getBoundingClientRect();this.#t.clicked(e.clientX-r.left,e.clientY-r.top)}}#l(e,t){let{camera:i}=this.#t;this.#t.moved(this.#t.dragged(i,e,t))}#c(e,t){let[i,r]=[e*kb,-t*kb],{camera:s}=this.#t;this.#t.moved(this.#t.turned(s,i,r))}#u(e,t,i){let[,r]=[...this.#i].find(([a])=>a!==e)??[];if(r===void 0)return;let s=a=>Math.max(Math.hypot(a.x_px-r.x_px,a.y_px-r.y_px),1),o={x_px:.5*(i.x_px+r.x_px),y_px:.5*(i.y_px+r.y_px)};this.#p(s(t)/s(i),o)}#h(e){e.preventDefault();let t=e.deltaMode===WheelEvent.DOM_DELTA_PIXEL?1:hR,i={x_px:e.clientX,y_px:e.clientY};this.#p(Math.exp(e.deltaY*t*uR),i)}#p(e,{x_px:t,y_px:i}){let r=this.#e.getBoundingClientRect(),[s,o]=[t-r.left,i-r.top];this.#t.moved(this.#t.zoomed(this.#t.camera,e,s,o))}#m(e){if(e.ctrlKey||e.metaKey||e.altKey)return;if(e.key==="Home"){e.preventDefault(),this.#t.home();return}let t=dR[e.key];t!==void 0&&(e.preventDefault(),this.#t.moved(t(this.#t,e.shiftKey)))}};function mu(n,e){return(t,i)=>i?t.turned(t.camera,n*gu,-e*gu):t.dragged(t.camera,-n*Nb,-e*Nb)}var dR={ArrowLeft:mu(-1,0),ArrowRight:mu(1,0),ArrowUp:mu(0,-1),ArrowDown:mu(0,1),"+":({camera:n})=>kr(n,1/im),"=":({camera:n})=>kr(n,1/im),"-":({camera:n})=>kr(n,im),PageUp:n=>n.turned(n.camera,0,gu),PageDown:n=>n.turned(n.camera,0,-gu)};function Db(n){return{x_px:n.clientX,y_px:n.clientY}}var fR=900,no=class{constructor(e,t,i){this.from=e;this.to=t;this.since_ms=i}from;to;since_ms;at(e){let t=Math.min(Math.max((e-this.since_ms)/fR,0),1);return t>=1?{camera:this.to,is_there:!0}:{camera:Lb(this.from,this.to,t),is_there:!1}}};function _u(){return matchMedia("(prefers-reduced-motion: reduce)").matches}function Ob(n,e){let t=n.map(({pixel:i,half_px:r})=>mR(i,r));return n.map((i,r)=>{let s=pR(i,e.font_px).find(o=>o.left>0&&o.right<e.width_px&&t.every((a,l)=>l===r||!gR(o,a)));return s===void 0?null:(t.push(s),s)})}function pR({pixel:[n,e],half_px:t,name_px:i},r){if(i===null)return[];let s=t+4,o=.6*r,a=(l,c)=>({left:l,top:c-o,right:l+i,bottom:c+o});return[a(n+s,e),a(n-s-i,e),a(n-.5*i,e+s+o),a(n-.5*i,e-s-o),a(n+.7*s,e+s+.4*o),a(n+.7*s,e-s-.4*o)]}function mR([n,e],t){return{left:n-t,top:e-t,right:n+t,bottom:e+t}}function gR(n,e){return n.left<e.right&&e.left<n.right&&n.top<e.bottom&&e.top<n.bottom}var _R='"IBM Plex Sans", "Segoe UI", system-ui, sans-serif',Fb=12.5,rm=12,yR=15,xR=10,bR=1.35,vR=3.5,wR=11,yu=20,SR=2e3,io=class{canvas;#e;#t=new Map;#n=new Map;#i=[];constructor(){this.canvas=document.createElement("canvas");let e=this.canvas.getContext("2d");if(e===null)throw new Error("this browser draws on no canvas");this.#e=e;for(let[t,i]of Object.entries(ha))this.#t.set(t,new Path2D(i))}get placed(){return this.#i}resize(e,t,i){this.canvas.width=Math.max(1,Math.round(e*i)),this.canvas.height=Math.max(1,Math.round(t*i)),this.#e.setTransform(i,0,0,i,0,0)}draw(e,t,i,r){let s=this.#e;s.clearRect(0,0,t.width_px,t.height_px),this.#i=MR(e,t);for(let o of[...this.#i].reverse())this.#o(o,i);r!==null&&xu(s,r,i),this.#r(t,i)}#r({width_px:e},t){this.#e.font=`500 ${Fb}px ${_R}`,this.#e.textBaseline="middle";let i=this.#i.map(({mark:r,pixel:s})=>({pixel:s,half_px:Bb(r),name_px:r.label===null?null:this.#a(r.label)}));Ob(i,{width_px:e,font_px:Fb}).forEach((r,s)=>{r!==null&&this.#s(this.#i[s].mark,r,t)})}#s({label:e,weight:t},{left:i,top:r,bottom:s},o){let a=this.#e,l=.5*(r+s);a.lineJoin="round",a.strokeStyle=st(o,"halo"),a.lineWidth=vR,a.strokeText(e??"",i,l),a.fillStyle=st(o,t>=60?"ink":"soft"),a.fillText(e??"",i,l)}#o({mark:e,pixel:[t,i]},r){let s=this.#e,{fill:o,stroke:a,width_px:l}=pt(r,e.look),c=this.#t.get(e.glyph);if(c===void 0)return;let u=2*Bb(e)/rm;s.save(),s.translate(t-.5*rm*u,i-.5*rm*u),s.scale(u,u),s.globalAlpha=e.strength==="faint"?.55:1,s.lineJoin="round",a!==null&&(s.strokeStyle=a,s.lineWidth=2*l,s.stroke(c)),o!==null&&(s.fillStyle=o,s.fill(c)),s.restore(),e.strength==="strong"&&xu(s,[t,i],r)}#a(e){let t=this.#n.get(e);if(t!==void 0)return t;this.#n.size>SR&&this.#n.clear();let{width:i}=this.#e.measureText(e);return this.#n.set(e,i),i}};function xu(n,[e,t],i){n.beginPath(),n.arc(e,t,wR,0,2*Math.PI),n.strokeStyle=st(i,"ink"),n.lineWidth=2,n.stroke()}function MR(n,e){let t=[];for(let i of n){let r=e.visibleAt(i.lon_deg,i.lat_deg,i.height_m);r!==null&&ER(r,e)&&t.push({mark:i,pixel:r})}return t.sort((i,r)=>Ub(r.mark)-Ub(i.mark))}function Ub(n){return n.weight+(n.strength==="strong"?1e3:0)}function Bb(n){return .5*(n.glyph==="missile"&&n.strength!=="strong"?xR:yR)*(n.strength==="strong"?bR:1)}function ER([n,e],{width_px:t,height_px:i}){return n>-yu&&e>-yu&&n<t+yu&&e<i+yu}function ro([n,e],[t,i]){return Math.hypot(n-t,e-i)}var zb=13,TR=8;function bu(n,e){let t=n.sight.place(...e),i=Object.values(n.drawn).flat();return AR(n.placed,e)??CR(n,e)??RR(i,n,e)??(t===null?null:IR(i,t)??NR(i,t))}function AR(n,e){let[t,i]=[null,zb];for(let{mark:r,pixel:s}of n){let o=ro(s,e);r.target!==null&&o<i&&([t,i]=[r.target,o])}return t}function CR({live:n,sight:e},t){if(n===null)return null;let[i,r]=[null,zb];for(let s=0;s<n.rows;s++){if(n.is_alive[s]===0||n.is_hidden[s]===1)continue;let o=e.visible(DR(n,s)),a=o===null?Number.POSITIVE_INFINITY:ro(o,t);a<r&&([i,r]=[s,a])}return i===null?null:{kind:"track",id:An(n.picture[i],n.number[i])}}function RR(n,e,t){let[i,r]=[null,TR];for(let s of n)if(s.target!==null)for(let o of e.coursesOf(s)){let a=PR(o,e,t);a<r&&([i,r]=[s.target,a])}return i}function PR(n,{sight:e,torn_px:t},i){let r=Number.POSITIVE_INFINITY,s=null;for(let o=0;o<n.lon_deg.length;o++){let a=e.visibleAt(n.lon_deg[o],n.lat_deg[o],n.height_m[o]);a!==null&&s!==null&&ro(s,a)<t&&(r=Math.min(r,LR(i,s,a))),s=a}return r}function LR([n,e],[t,i],[r,s]){let[o,a]=[r-t,s-i],l=o*o+a*a,c=l===0?0:((n-t)*o+(e-i)*a)/l,u=Math.min(Math.max(c,0),1);return Math.hypot(n-t-u*o,e-i-u*a)}function IR(n,e){let t=[ye(e.lon_rad),ye(e.lat_rad)],i=s=>pf({type:"MultiPolygon",coordinates:s.polygons},t);return n.filter(s=>s.shape==="area"&&s.target!==null&&i(s)).at(-1)?.target??null}function NR(n,e){for(let t of[...n].reverse()){if(t.shape!=="cells")continue;let i=kR(t,ye(e.lon_rad),ye(e.lat_rad));if(i!==null)return t.target===null?{kind:"cell",id:String(i)}:{kind:t.target.kind,id:`${t.target.id}/${i}`}}return null}function kR(n,e,t){let i=n.bounds_deg;for(let r=0;r<n.indices.length;r++){let[s,o,a,l]=i.subarray(4*r,4*r+4);if(t<o||t>=l)continue;if(((e-s)%360+360)%360<a-s)return n.indices[r]}return null}function DR(n,e){let t=n.position_ecef_m;return[t[3*e],t[3*e+1],t[3*e+2]]}var vu=40,so=.6;function oo(n,{height_px:e}){return Je/Ea(n,e)}function ao({width_px:n,height_px:e}){return[[-vu,-vu],[n+vu,e+vu]]}function wu(n,e){return fu(n,e,0)}function Su(n,[e,t]){return gn({...n,lon_rad:Ce(e),lat_rad:Ce(t)})}function lo(n){let[e,t,i]=n,r=fn(n),s=wr*6378137/r,o=i/(1-s),a=Math.hypot(e,t,o),l=o/a,c=6378137*(1-Wi*l*l);return{unit:[e/a,t/a,l],height_m:r-c}}var Vb=85,Mu=class{has_heights=!1;torn_px;geo;width_px;height_px;#e;#t;constructor(e,t){this.#e=e,this.width_px=t.width_px,this.height_px=t.height_px;let i=oo(e,t),r=()=>Df().scale(i).translate([0,0]).precision(so);this.#t=r();let[,s]=this.#t([0,ye(e.lat_rad)])??[0,0],[o]=this.#t([180,0])??[0,0];this.torn_px=o,this.#t.translate([.5*t.width_px,.5*t.height_px-s]),this.geo=r().rotate([-ye(e.lon_rad),0]).translate(this.#t.translate()).clipExtent(ao(t))}visible(e){let{lat_rad:t,lon_rad:i}=jn(lo(e).unit);return this.visibleAt(ye(i),ye(t))}visibleAt(e,t){return this.geo([e,t])}place(e,t){let i=this.#t.invert?.([e,t])??null;if(i===null||Math.abs(i[0])>180||Math.abs(i[1])>90)return null;let s=this.#e.lon_rad+Ce(i[0]);return{lon_rad:Math.atan2(Math.sin(s),Math.cos(s)),lat_rad:Ce(i[1])}}dragged(e,t){let i=[.5*this.width_px,.5*this.height_px-t],[,r]=this.#t.invert?.(i)??[0,ye(this.#e.lat_rad)],s=Math.min(Math.max(r,-Vb),Vb),[o=0]=this.#t([1,s])??[],a=o-.5*this.width_px;return Su(this.#e,[ye(this.#e.lon_rad)-e/a,s])}turned(){return this.#e}};var OR=1e-4,Eu=class{has_heights=!0;torn_px=Number.POSITIVE_INFINITY;geo;width_px;height_px;#e;#t;#n;#i;#r;#s;#o;constructor(e,t){let{lat_rad:i,lon_rad:r,heading_rad:s,range_m:o}=e;this.#e=e,this.width_px=t.width_px,this.height_px=t.height_px,this.#t=1+o/Je,this.#n=oo(e,t),this.#i=this.#n*Math.sqrt((this.#t-1)/(this.#t+1));let[a,l,c]=Si(i,r),[u,h]=[Math.sin(s),Math.cos(s)];this.#r=c,this.#s=yt(ct(a,h),ct(l,-u)),this.#o=yt(ct(a,u),ct(l,h)),this.geo=Ar(FR(this.#t)).rotate([-ye(r),-ye(i),ye(s)]).scale(this.#n).translate([.5*t.width_px,.5*t.height_px]).clipAngle(ye(Math.acos(1/this.#t))-OR).clipExtent(ao(t)).precision(so)}visible(e){let{unit:t,height_m:i}=lo(e);return this.#a(t,i)}visibleAt(e,t,i){return this.#a(Bn({lat_rad:Ce(t),lon_rad:Ce(e)}),i)}place(e,t){let r=Math.hypot(e-.5*this.width_px,t-.5*this.height_px)<this.#i?this.geo.invert?.([e,t]):null;return r==null?null:{lon_rad:Ce(r[0]),lat_rad:Ce(r[1])}}dragged(e,t){return du(this.#e,e,t,this.height_px)}turned(e){return wu(this.#e,e)}#a(e,t){let i=1+t/Je,r=i*Mt(e,this.#r);if(r>=this.#t)return null;let s=i*this.#n*(this.#t-1)/(this.#t-r),[o,a]=[Mt(e,this.#s)*s,Mt(e,this.#o)*s];return r<1/this.#t&&Math.hypot(o,a)<this.#i?null:[.5*this.width_px+o,.5*this.height_px-a]}};function FR(n){return Object.assign((i,r)=>{let s=Math.cos(r),o=(n-1)/(n-s*Math.cos(i));return[o*s*Math.sin(i),o*Math.sin(r)]},{invert:(i,r)=>{let s=Math.hypot(i,r);if(s===0)return[0,0];let o=Math.sqrt(1-s*s*(n+1)/(n-1)),a=(n-o)/((n-1)/s+s/(n-1)),l=Math.sqrt(1-a*a);return[Math.atan2(i*a,s*l),Math.asin(r*a/s)]}})}var sm=140,Tu=class{has_heights=!1;torn_px=Number.POSITIVE_INFINITY;geo;width_px;height_px;#e;#t;#n;#i;constructor(e,t){let{lat_rad:i,lon_rad:r,heading_rad:s}=e;this.#e=e,this.width_px=t.width_px,this.height_px=t.height_px,this.#t=i>=0,this.#n=this.#t?r-s:r+s;let o=oo(e,t);this.#i=2*Math.sin(Ce(sm)/2)*o,this.geo=Nf().rotate([-ye(this.#n),this.#t?-90:90]).scale(o).translate([0,0]).clipAngle(sm).precision(so);let[a,l]=this.geo([ye(r),ye(i)])??[0,0];this.geo.translate([.5*t.width_px-a,.5*t.height_px-l]).clipExtent(ao(t))}visible(e){let{lat_rad:t,lon_rad:i}=jn(lo(e).unit);return this.visibleAt(ye(i),ye(t))}visibleAt(e,t){return(this.#t?90-t:90+t)>sm?null:this.geo([e,t])}place(e,t){let[i,r]=this.geo.translate();if(Math.hypot(e-i,t-r)>this.#i)return null;let s=this.geo.invert?.([e,t])??null;return s===null?null:{lon_rad:Ce(s[0]),lat_rad:Ce(s[1])}}dragged(e,t){let i=this.place(.5*this.width_px-e,.5*this.height_px-t);if(i===null||i.lat_rad>=0!==this.#t)return this.#e;let r=i.lon_rad-this.#n,s=Su(this.#e,[ye(i.lon_rad),ye(i.lat_rad)]);return gn({...s,heading_rad:this.#t?r:-r})}turned(e){return wu(this.#e,e)}};function om(n,e,t){switch(n){case"globe":return new Eu(e,t);case"polar":return new Tu(e,t);case"flat":return new Mu(e,t)}}var Au=[],Cu=class{#e=new Map;#t=new Map;#n=new Map;#i=null;get drawn(){return this.#i}take(e){this.#i=e;let t=new Set,i=!1;for(let r of Ei){if(e[r]===this.#e.get(r))continue;this.#e.set(r,e[r]);let s=e[r].filter(a=>a.shape==="mark");i=!Gb(s,this.#n.get(r)??Au)||i,this.#n.set(r,s);let o=e[r].filter(a=>a.shape!=="mark");Gb(o,this.#t.get(r)??Au)||t.add(r),this.#t.set(r,o)}return{solid:t,has_marks:i}}solid(e){return this.#t.get(e)??Au}get marks(){return Ei.flatMap(e=>this.#n.get(e)??Au)}};function Gb(n,e){return n.length===e.length&&n.every((t,i)=>t===e[i])}var Pu=class{#e=new Map;of(e,t,i,r){if(t==="plain")return null;let s=`${t} ${i} ${r}`,o=this.#e.get(s);if(o!==void 0)return o;let a=UR(e,t,i,r);return this.#e.set(s,a),a}};function UR(n,e,t,i){let r=document.createElement("canvas"),s=Math.round(8*i);[r.width,r.height]=[s,s];let o=r.getContext("2d");if(o===null)return null;o.scale(s/8,s/8),[o.strokeStyle,o.fillStyle,o.lineWidth]=[t,t,1.3],BR[e](o);let a=n.createPattern(r,"repeat");return a?.setTransform(new DOMMatrix().scale(8/s)),[r.width,r.height]=[0,0],a}var BR={rising:n=>Ru(n,-1),falling:n=>Ru(n,1),crossed:n=>{Ru(n,1),Ru(n,-1)},dotted:n=>{for(let e of[.25*8,.75*8])zR(n,e,e)}};function Ru(n,e){let t=e>0?0:8;n.beginPath();for(let i of[-8,0,8])n.moveTo(-8+i,t-e*8),n.lineTo(16+i,t+e*2*8);n.stroke()}function zR(n,e,t){n.beginPath(),n.arc(e,t,1.1,0,2*Math.PI),n.fill()}var Hb=new WeakMap;function am(n){let e=Hb.get(n);if(e!==void 0)return e;let t=VR(n);return Hb.set(n,t),t}var Wb=new WeakMap;function Yb(n,e){let t=2**Math.ceil(Math.log2(e)),i=Wb.get(n);if(i?.[0]===t)return i[1];let r=cm($R(n,t));return Wb.set(n,[t,r]),r}function Kb(n){return n.shape==="line"?n.courses:n.shape==="surface"&&Zb(n)?XR(n):[]}function VR(n){switch(n.shape){case"line":return GR(n);case"area":return HR(n);case"surface":return WR(n);default:return lm}}var Xb={type:"MultiLineString",coordinates:[]},lm={polygons:null,ground:Xb,tracks:Xb,aloft:[]};function GR({courses:n}){let e=n.filter($b),t=n.filter(i=>!$b(i));return{polygons:null,ground:qb(t),tracks:qb(e),aloft:e}}function HR({polygons:n}){let e=n,t={type:"MultiLineString",coordinates:e.flat()};return{...lm,polygons:cm(e),ground:t}}function WR(n){let e=n.ground,t=Zb(n)?e.flat():[];return{...lm,polygons:cm(e),ground:{type:"MultiLineString",coordinates:t}}}function Zb(n){return n.edges.length>0}function $b({height_m:n}){for(let e=0;e<n.length;e++)if(n[e]>1e3)return!0;return!1}function cm(n){return{type:"MultiPolygon",coordinates:n}}function qb(n){return{type:"MultiLineString",coordinates:n.map(({lon_deg:t,lat_deg:i})=>Array.from(t,(r,s)=>[r,i[s]]))}}function XR(n){return n.ground.flat().map(e=>({lon_deg:e.map(([t])=>t),lat_deg:e.map(([,t])=>t),height_m:e.map(()=>0)}))}function $R({bounds_deg:n,indices:e},t){let i=[];for(let r=0;r<e.length;){let s=r+1;for(;s<e.length&&qR(n,s);)s+=1;i.push([YR(n,r,s,t)]),r=s}return i}function qR(n,e){let[t,i]=[n[4*e],n[4*e+1]];return i===n[4*e-3]&&Math.abs(t-n[4*e-2])<1e-9}function YR(n,e,t,i){let[r,s]=[n[4*e],n[4*e+1]],o=Math.min(90,n[4*e+3]+i),a=Array.from({length:t-e},(c,u)=>n[4*(e+u)+2]),l=[r,...a];return[[r,s],...l.map(c=>[c,o]),...l.reverse().map(c=>[c,s])]}var jb={faint:0,normal:1,strong:2},Qb={faint:.4,normal:1,strong:1},KR={faint:.8,normal:1,strong:1.9},ZR={faint:.4,normal:1,strong:2},jR=.5,Lu=class{#e=new Pu;ground({sheet:{context:e},chart:t,shade:i}){e.fillStyle=st(i,"paper"),e.fillRect(0,0,t.width_px,t.height_px),e.beginPath(),oa(t.geo,e)({type:"Sphere"}),e.fillStyle=pt(i,"sea").fill??st(i,"sea"),e.fill(),e.strokeStyle=st(i,"coast"),e.lineWidth=1,e.setLineDash([]),e.stroke()}paint(e,t){this.areas(e,t),this.lines(e,t)}areas(e,t){for(let i of Jb(e))this.#t(i,t)}lines(e,t){for(let i of Jb(e))QR(i,t);t.sheet.context.setLineDash([])}#t(e,{sheet:{context:t},chart:i,shade:r,ratio:s}){let o=JR(e,i),a=pt(r,e.look);if(o===null||a.fill===null)return;t.beginPath(),oa(i.geo,t)(o),t.globalAlpha=Math.min(1,a.fill_opacity*ZR[e.strength]),t.fillStyle=a.fill,t.fill();let{pattern:l,stroke:c,fill:u}=a,h=this.#e.of(t,l,c??u,s);t.globalAlpha=a.stroke_opacity*Qb[e.strength],h!==null&&(t.fillStyle=h,t.fill()),t.globalAlpha=1}};function JR(n,e){return n.shape!=="cells"?am(n).polygons:Yb(n,ye(jR/e.geo.scale()))}function QR(n,{sheet:{context:e},chart:t,shade:i}){let r=pt(i,n.look);if(n.shape==="cells"||r.stroke===null)return;let{ground:s,tracks:o,aloft:a}=am(n),l=oa(t.geo,e);if(e.beginPath(),l(s),t.has_heights)for(let c of a)tP(e,t,c);else l(o);eP(e,r,n.strength),e.stroke(),e.globalAlpha=1}function eP(n,e,t){n.strokeStyle=e.stroke??"transparent",n.globalAlpha=e.stroke_opacity*Qb[t],n.lineWidth=e.width_px*KR[t],n.lineCap=e.is_round&&e.dash_px.length===0?"round":"butt",n.lineJoin="round",n.setLineDash([...e.dash_px])}function tP(n,e,t){let i=null;for(let r=0;r<t.lon_deg.length;r++){let s=e.visibleAt(t.lon_deg[r],t.lat_deg[r],t.height_m[r]);s!==null&&(i===null?n.moveTo(...s):n.lineTo(...s)),i=s}}function Jb(n){return[...n].sort((e,t)=>jb[e.strength]-jb[t.strength])}var co=14,ev=4.6,nP=1.2,tv=.5,iP=1500,rP=.66,sP=["track-boost","track-coast","track-entry","track-unknown"],um=4,oP=.75,Iu=class{#e=null;#t=[];points(e,t){let{sheet:{context:i},chart:r,ratio:s}=t,o=Math.ceil(co*s*(e.count>iP?rP:1)),a=this.#n(o,t.shade),l=o/s,c=u=>Math.round(u*s)/s;for(let u=0;u<e.rows;u++){if(e.is_alive[u]===0||e.is_hidden[u]===1)continue;let h=r.visible(nv(e.position_ecef_m,3*u));if(h===null||!dP(h,t))continue;let d=o*(2*e.phase[u]+e.is_coasted[u]),f=o*e.class_index[u],[m,y]=[c(h[0]-l/2),c(h[1]-l/2)];i.drawImage(a,d,f,o,o,m,y,l,l)}}trails(e,{sheet:{context:t},chart:i,shade:r}){let{stroke:s,stroke_opacity:o,width_px:a}=pt(r,"trail");t.strokeStyle=s??st(r,"soft"),t.lineWidth=a;for(let l=0;l<Bt-1;l+=um){let c=Math.min(l+um,Bt-1),u=1-(l+.5*um)/Bt;t.beginPath();for(let h=0;h<e.rows;h++){if(e.is_alive[h]===0||e.is_hidden[h]===1)continue;let d=Math.min(c,e.trail_length[h]-1);d>l&&hP(t,i,e,h,[l,d])}t.globalAlpha=Math.min(1,oP*o*u),t.stroke()}t.globalAlpha=1}dispose(){this.#e!==null&&Ni(this.#e),this.#e=null,this.#t=[]}#n(e,t){let i=[e,t];if(this.#e!==null&&i.every((o,a)=>o===this.#t[a]))return this.#e;this.dispose();let r=document.createElement("canvas");[r.width,r.height]=[2*ga.length*e,Ii.length*e];let s=r.getContext("2d");return s!==null&&aP(s,e,t),[this.#e,this.#t]=[r,i],r}};function aP(n,e,t){for(let i=0;i<Ii.length;i++)for(let r=0;r<2*ga.length;r++){let s=pt(t,sP[r>>1]).fill??st(t,"ink"),o=e/co;n.setTransform(o,0,0,o,(r+.5)*e,(i+.5)*e),lP(n,i,s,st(t,"halo"),r%2===1)}}function lP(n,e,t,i,r){let s=cP(e);n.lineJoin="round",[n.strokeStyle,n.lineWidth,n.fillStyle]=[i,2*nP,t],n.stroke(s),n.fill(s),r&&(n.scale(tv,tv),n.fillStyle=i,n.fill(s))}function cP(n){let e=new Path2D,[t,i]=[.62*ev,ev],s=[[[-t,-t],[t,-t],[t,t],[-t,t]],[[0,-i],[i,.7*i],[-i,.7*i]],[[0,-i],[i,0],[0,i],[-i,0]],[],uP(i,.32*i),[[0,i],[i,-.7*i],[-i,-.7*i]]][n]??[];return s.length===0&&e.arc(0,0,.8*i,0,2*Math.PI),s.forEach(([o,a],l)=>l===0?e.moveTo(o,a):e.lineTo(o,a)),e.closePath(),e}function uP(n,e){return[[-e,-n],[e,-n],[e,-e],[n,-e],[n,e],[e,e],[e,n],[-e,n],[-e,e],[-n,e],[-n,-e],[-e,-e]]}function hP(n,e,t,i,[r,s]){let o=null;for(let a=r;a<=s;a++){let l=(t.trail_step-a+Bt)%Bt,c=e.visible(nv(t.trail_ecef_m,3*(l*t.capacity+i)));c!==null&&(o===null||ro(o,c)>e.torn_px?n.moveTo(...c):n.lineTo(...c)),o=c}}function dP([n,e],{chart:{width_px:t,height_px:i}}){return n>-co&&e>-co&&n<t+co&&e<i+co}function nv(n,e){return[n[e],n[e+1],n[e+2]]}var fP=2,pP=2e4,mP=180,gP=["borders","graticule","defended"],iv=["reach","fans","observers","notices","impacts","covariances","disputed","flights"];function sv(n,e){try{return{renderer:new hm(n,e),reason:null}}catch(t){return{renderer:null,reason:t instanceof Error?t.message:String(t)}}}var hm=class{kind="canvas";#e;#t;#n=new Lu;#i=new Iu;#r=new Cu;#s=new Lr;#o=new Lr;#a=new Lr;#l=new Lr;#c=new io;#u;#h;#p=new AbortController;#m=!0;#f=null;#_=!0;#y=-1;#d;#v;#w;#x=null;#S=null;#g=1;#A=1;#T=1;#M=null;#E=null;#b=null;#C=!0;#L=!1;constructor(e,t){this.#e=e,this.#t=t,this.#d=gn(t.camera),this.#v=t.projection,this.#w=t.shade,this.#H(),this.#u=new to(this.#c.canvas,this.#W()),this.#h=new ResizeObserver(()=>this.resize()),this.#h.observe(e);let{signal:i}=this.#p;for(let{canvas:r}of this.#k())r.addEventListener("contextrestored",()=>this.#N(),{signal:i});this.resize()}get camera(){return this.#d}set camera(e){pu(e,this.#d)||(this.#b=null,this.#I(gn(e)))}get projection(){return this.#v}set projection(e){e!==this.#v&&(this.#v=e,this.#N())}get shade(){return this.#w}set shade(e){e!==this.#w&&(this.#w=e,this.#N())}get selected(){return this.#x}set selected(e){this.#x=e,this.#l.is_stale=!0,this.invalidate()}get description(){return this.#c.canvas.getAttribute("aria-label")??""}set description(e){this.#c.canvas.setAttribute("aria-label",e)}show(e){let{solid:t,has_marks:i}=this.#r.take(e);gP.some(r=>t.has(r))&&(this.#s.is_stale=!0),iv.some(r=>t.has(r))&&(this.#o.is_stale=!0),i&&(this.#m=!0),(t.size>0||i)&&this.invalidate()}showTracks(e,t=!0){[this.#f,this.#_]=[e,t],[this.#l.is_stale,this.#a.is_stale]=[!0,!0],this.invalidate()}moved(){this.#l.is_stale=!0,this.#f?.trail_step!==this.#y&&(this.#a.is_stale=!0),this.invalidate()}flyTo(e){let t=gn(e);this.#C=!1,_u()?this.#I(t):this.#b=new no(this.#d,t,performance.now()),this.invalidate()}pick(e,t){let{drawn:i}=this.#r;if(i===null)return null;let r=this.#P(),{placed:s}=this.#c,o={sight:r,drawn:i,placed:s,live:this.#f,coursesOf:Kb,torn_px:r.torn_px};return bu(o,[e,t])}placeAt(e,t){return this.#P().place(e,t)}pixelOf({lon_rad:e,lat_rad:t},i){return this.#P().visibleAt(ye(e),ye(t),i)}resize(){let{clientWidth:e,clientHeight:t}=this.#e;this.#g=Math.max(1,e),this.#A=Math.max(1,t),this.#T=rv();for(let i of[...this.#k(),this.#c])i.resize(this.#g,this.#A,this.#T);this.#N()}invalidate(){this.#M!==null||this.#L||(this.#M=requestAnimationFrame(e=>{this.#M=null,this.#R(e)}))}sheet(){return this.#R(performance.now()),Oc([...this.#k().map(({canvas:e})=>e),this.#c.canvas])}snapshot(){return Fc(this.sheet())}dispose(){if(!this.#L){this.#L=!0,this.#M!==null&&cancelAnimationFrame(this.#M),this.#E!==null&&clearTimeout(this.#E),this.#h.disconnect(),this.#p.abort(),this.#u.dispose(),this.#i.dispose();for(let e of this.#k())e.dispose();Ni(this.#c.canvas),this.#f=null}}#R(e){this.#T!==rv()&&this.resize(),this.#O(e);let t=this.#P();this.#s.is_stale&&this.#F(this.#D(this.#s,t)),this.#o.is_stale&&this.#U(this.#D(this.#o,t)),this.#a.is_stale&&this.#B(this.#D(this.#a,t)),this.#l.is_stale&&this.#z(this.#D(this.#l,t)),this.#m&&this.#c.draw(this.#r.marks,t,this.#w,null),this.#m=!1,this.#C||(this.#C=this.#b===null,this.#t.onCamera(this.#d))}#F(e){this.#s.is_stale=!1;let t=this.#r.solid("borders");this.#n.ground(e),this.#n.areas(t,e),this.#n.paint(this.#r.solid("graticule"),e),this.#n.paint(this.#r.solid("defended"),e),this.#n.lines(t,e)}#U(e){this.#o.is_stale=!1,this.#o.clear();for(let t of iv)this.#n.paint(this.#r.solid(t),e)}#B(e){this.#a.is_stale=!1,this.#a.clear();let t=this.#_?this.#f:null;this.#y=this.#f?.trail_step??-1,t!==null&&this.#E===null&&this.#i.trails(t,e)}#z(e){if(this.#l.is_stale=!1,this.#l.clear(),this.#f===null)return;this.#i.points(this.#f,e);let t=this.#G(e.chart);t!==null&&xu(e.sheet.context,t,this.#w)}#D(e,t){return{sheet:e,chart:t,shade:this.#w,ratio:this.#T}}#O(e){if(this.#b===null)return;let{camera:t,is_there:i}=this.#b.at(e);this.#I(t),i?this.#b=null:this.invalidate()}#I(e){this.#d=e;let{count:t=0,trail_length:i}=this.#f??{};this.#_&&t*(i?.[0]??0)>pP&&this.#V(),this.#N()}#V(){this.#E!==null&&clearTimeout(this.#E),this.#E=setTimeout(()=>{this.#E=null,this.#a.is_stale=!0,this.invalidate()},mP)}#N(){this.#S=null;for(let e of this.#k())e.is_stale=!0;this.#m=!0,this.invalidate()}#P(){let e={width_px:this.#g,height_px:this.#A};return this.#S??=om(this.#v,this.#d,e),this.#S}#G(e){let t=this.#f;if(t===null||this.#x?.kind!=="track")return null;for(let i=0;i<t.rows;i++){if(t.is_alive[i]===0||An(t.picture[i],t.number[i])!==this.#x.id)continue;let r=t.position_ecef_m.subarray(3*i,3*i+3);return e.visible(r)}return null}#k(){return[this.#s,this.#o,this.#a,this.#l]}#H(){let{canvas:e}=this.#c;getComputedStyle(this.#e).position==="static"&&(this.#e.style.position="relative");for(let t of[...this.#k(),this.#c]){let{canvas:i}=t;Object.assign(i.style,{position:"absolute",inset:"0",width:"100%",height:"100%"}),i!==e&&i.setAttribute("aria-hidden","true"),this.#e.append(i)}e.setAttribute("role","img"),e.setAttribute("aria-label",this.#t.description),e.tabIndex=0}#W(){let e=this,t=i=>om(e.#v,i,{width_px:e.#g,height_px:e.#A});return{get camera(){return e.#b?.to??e.#d},dragged:(i,r,s)=>t(i).dragged(r,s),turned:(i,r)=>t(i).turned(r),zoomed(i,r,s,o){let a=kr(i,r),l=1-i.range_m/a.range_m,[c,u]=[s-.5*e.#g,o-.5*e.#A];return t(a).dragged(c*l,u*l)},moved(i){e.#b=null,e.#C=!1,e.#I(i)},clicked:(i,r)=>e.#t.onSelect(e.pick(i,r)),home:()=>e.flyTo(e.#t.camera)}}};function rv(){return Math.min(devicePixelRatio,fP)}var Ov=0,Wm=1,Fv=2;var nl=1,Uv=2,No=3,gi=0,In=1,xn=2,xs=0,ko=1,Xm=2,$m=3,qm=4,Bv=5;var bs=100,zv=101,Vv=102,Gv=103,Hv=104,Wv=200,Xv=201,$v=202,qv=203,Ym=204,Km=205,Yv=206,Kv=207,Zv=208,jv=209,Jv=210,Qv=211,ew=212,tw=213,nw=214,ah=0,lh=1,ch=2,Eo=3,uh=4,hh=5,dh=6,fh=7,Zm=0,iw=1,rw=2,zi=0,jm=1,Jm=2,Qm=3,eg=4,tg=5,ng=6,ig=7;var rg=300,vs=301,Do=302,Wh=303,Xh=304,ph=1e3,Fi=1001,mh=1002,Xt=1003,sw=1004;var il=1005;var Pn=1006,$h=1007;var _r=1008;var $n=1009,sg=1010,og=1011,Oo=1012,qh=1013,_i=1014,yi=1015,xi=1016,Yh=1017,Kh=1018,ws=1020,ag=35902,lg=35899,cg=1021,ug=1022,bi=1023,dr=1026,yr=1027,hg=1028,Zh=1029,qr=1030,jh=1031;var Jh=1033,rl=33776,sl=33777,ol=33778,al=33779,Qh=35840,ed=35841,td=35842,nd=35843,id=36196,rd=37492,sd=37496,od=37488,ad=37489,ll=37490,ld=37491,cd=37808,ud=37809,hd=37810,dd=37811,fd=37812,pd=37813,md=37814,gd=37815,_d=37816,yd=37817,xd=37818,bd=37819,vd=37820,wd=37821,Sd=36492,Md=36494,Ed=36495,Td=36283,Ad=36284,cl=36285,Cd=36286;var Na=2300,gh=2301,sh=2302,km=2303,Dm=2400,Om=2401,Fm=2402;var ow=3200;var dg=0,aw=1,xr="",Cn="srgb",ka="srgb-linear",Da="linear",mt="srgb";var oh=7680;var lw=519,cw=512,uw=513,hw=514,fg=515,dw=516,fw=517,pg=518,mg=519,pw=35044,gg=35048;var bn="300 es",ri=2e3,Oa=2001;function _P(n){for(let e=n.length-1;e>=0;--e)if(n[e]>=65535)return!0;return!1}function yP(n){return ArrayBuffer.isView(n)&&!(n instanceof DataView)}function Fa(n){return document.createElementNS("http://www.w3.org/1999/xhtml",n)}function mw(){let n=Fa("canvas");return n.style.display="block",n}var ov={},To=null;function _g(...n){let e="THREE."+n.shift();To?To("log",e,...n):console.log(e,...n)}function gw(n){let e=n[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=n[1];t&&t.isStackTrace?n[0]+=" "+t.getLocation():n[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return n}function Ne(...n){n=gw(n);let e="THREE."+n.shift();if(To)To("warn",e,...n);else{let t=n[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...n)}}function De(...n){n=gw(n);let e="THREE."+n.shift();if(To)To("error",e,...n);else{let t=n[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...n)}}function Ia(...n){let e=n.join(" ");e in ov||(ov[e]=!0,Ne(...n))}function _w(n,e,t){return new Promise(function(i,r){function s(){switch(n.clientWaitSync(e,n.SYNC_FLUSH_COMMANDS_BIT,0)){case n.WAIT_FAILED:r();break;case n.TIMEOUT_EXPIRED:setTimeout(s,t);break;default:i()}}setTimeout(s,t)})}var yw={[ah]:ah,[ch]:dh,[uh]:uh,[Eo]:hh,[lh]:lh,[dh]:ch,[fh]:fh,[hh]:Eo},Ui=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let i=this._listeners;i[e]===void 0&&(i[e]=[]),i[e].indexOf(t)===-1&&i[e].push(t)}hasEventListener(e,t){let i=this._listeners;return i===void 0?!1:i[e]!==void 0&&i[e].indexOf(t)!==-1}removeEventListener(e,t){let i=this._listeners;if(i===void 0)return;let r=i[e];if(r!==void 0){let s=r.indexOf(t);s!==-1&&r.splice(s,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let i=t[e.type];if(i!==void 0){e.target=this;let r=i.slice(0);for(let s=0,o=r.length;s<o;s++)r[s].call(this,e);e.target=null}}},_n=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var dm=Math.PI/180,_h=180/Math.PI;function ul(){let n=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,i=Math.random()*4294967295|0;return(_n[n&255]+_n[n>>8&255]+_n[n>>16&255]+_n[n>>24&255]+"-"+_n[e&255]+_n[e>>8&255]+"-"+_n[e>>16&15|64]+_n[e>>24&255]+"-"+_n[t&63|128]+_n[t>>8&255]+"-"+_n[t>>16&255]+_n[t>>24&255]+_n[i&255]+_n[i>>8&255]+_n[i>>16&255]+_n[i>>24&255]).toLowerCase()}function it(n,e,t){return Math.max(e,Math.min(t,n))}function xP(n,e){return(n%e+e)%e}function fm(n,e,t){return(1-t)*n+t*e}function xw(n){return Math.pow(2,Math.floor(Math.log(n)/Math.LN2))}function yg(n){switch(n.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function bP(n,e){if(e.constructor===Float32Array)return n;let t=yg(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(n/t,-1)}function vP(n,e){if(e.constructor===Float32Array)return n;let t=yg(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(n*t)}var ot=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,i=this.y,r=e.elements;return this.x=r[0]*t+r[3]*i+r[6],this.y=r[1]*t+r[4]*i+r[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=it(this.x,e.x,t.x),this.y=it(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=it(this.x,e,t),this.y=it(this.y,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(it(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let i=this.dot(e)/t;return Math.acos(it(i,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,i=this.y-e.y;return t*t+i*i}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let i=Math.cos(t),r=Math.sin(t),s=this.x-e.x,o=this.y-e.y;return this.x=s*i-o*r+e.x,this.y=s*r+o*i+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},Bi=class{constructor(e=0,t=0,i=0,r=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=i,this._w=r}static slerpFlat(e,t,i,r,s,o,a){let l=i[r+0],c=i[r+1],u=i[r+2],h=i[r+3],d=s[o+0],f=s[o+1],m=s[o+2],y=s[o+3];if(h!==y||l!==d||c!==f||u!==m){let p=l*d+c*f+u*m+h*y;p<0&&(d=-d,f=-f,m=-m,y=-y,p=-p);let g=1-a;if(p<.9995){let w=Math.acos(p),M=Math.sin(w);g=Math.sin(g*w)/M,a=Math.sin(a*w)/M,l=l*g+d*a,c=c*g+f*a,u=u*g+m*a,h=h*g+y*a}else{l=l*g+d*a,c=c*g+f*a,u=u*g+m*a,h=h*g+y*a;let w=1/Math.sqrt(l*l+c*c+u*u+h*h);l*=w,c*=w,u*=w,h*=w}}e[t]=l,e[t+1]=c,e[t+2]=u,e[t+3]=h}static multiplyQuaternionsFlat(e,t,i,r,s,o){let a=i[r],l=i[r+1],c=i[r+2],u=i[r+3],h=s[o],d=s[o+1],f=s[o+2],m=s[o+3];return e[t]=a*m+u*h+l*f-c*d,e[t+1]=l*m+u*d+c*h-a*f,e[t+2]=c*m+u*f+a*d-l*h,e[t+3]=u*m-a*h-l*d-c*f,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,i,r){return this._x=e,this._y=t,this._z=i,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let i=e._x,r=e._y,s=e._z,o=e._order,a=Math.cos,l=Math.sin,c=a(i/2),u=a(r/2),h=a(s/2),d=l(i/2),f=l(r/2),m=l(s/2);switch(o){case"XYZ":this._x=d*u*h+c*f*m,this._y=c*f*h-d*u*m,this._z=c*u*m+d*f*h,this._w=c*u*h-d*f*m;break;case"YXZ":this._x=d*u*h+c*f*m,this._y=c*f*h-d*u*m,this._z=c*u*m-d*f*h,this._w=c*u*h+d*f*m;break;case"ZXY":this._x=d*u*h-c*f*m,this._y=c*f*h+d*u*m,this._z=c*u*m+d*f*h,this._w=c*u*h-d*f*m;break;case"ZYX":this._x=d*u*h-c*f*m,this._y=c*f*h+d*u*m,this._z=c*u*m-d*f*h,this._w=c*u*h+d*f*m;break;case"YZX":this._x=d*u*h+c*f*m,this._y=c*f*h+d*u*m,this._z=c*u*m-d*f*h,this._w=c*u*h-d*f*m;break;case"XZY":this._x=d*u*h-c*f*m,this._y=c*f*h-d*u*m,this._z=c*u*m+d*f*h,this._w=c*u*h+d*f*m;break;default:Ne("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let i=t/2,r=Math.sin(i);return this._x=e.x*r,this._y=e.y*r,this._z=e.z*r,this._w=Math.cos(i),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,i=t[0],r=t[4],s=t[8],o=t[1],a=t[5],l=t[9],c=t[2],u=t[6],h=t[10],d=i+a+h;if(d>0){let f=.5/Math.sqrt(d+1);this._w=.25/f,this._x=(u-l)*f,this._y=(s-c)*f,this._z=(o-r)*f}else if(i>a&&i>h){let f=2*Math.sqrt(1+i-a-h);this._w=(u-l)/f,this._x=.25*f,this._y=(r+o)/f,this._z=(s+c)/f}else if(a>h){let f=2*Math.sqrt(1+a-i-h);this._w=(s-c)/f,this._x=(r+o)/f,this._y=.25*f,this._z=(l+u)/f}else{let f=2*Math.sqrt(1+h-i-a);this._w=(o-r)/f,this._x=(s+c)/f,this._y=(l+u)/f,this._z=.25*f}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let i=e.dot(t)+1;return i<1e-8?(i=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=i):(this._x=0,this._y=-e.z,this._z=e.y,this._w=i)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=i),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(it(this.dot(e),-1,1)))}rotateTowards(e,t){let i=this.angleTo(e);if(i===0)return this;let r=Math.min(1,t/i);return this.slerp(e,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let i=e._x,r=e._y,s=e._z,o=e._w,a=t._x,l=t._y,c=t._z,u=t._w;return this._x=i*u+o*a+r*c-s*l,this._y=r*u+o*l+s*a-i*c,this._z=s*u+o*c+i*l-r*a,this._w=o*u-i*a-r*l-s*c,this._onChangeCallback(),this}slerp(e,t){let i=e._x,r=e._y,s=e._z,o=e._w,a=this.dot(e);a<0&&(i=-i,r=-r,s=-s,o=-o,a=-a);let l=1-t;if(a<.9995){let c=Math.acos(a),u=Math.sin(c);l=Math.sin(l*c)/u,t=Math.sin(t*c)/u,this._x=this._x*l+i*t,this._y=this._y*l+r*t,this._z=this._z*l+s*t,this._w=this._w*l+o*t,this._onChangeCallback()}else this._x=this._x*l+i*t,this._y=this._y*l+r*t,this._z=this._z*l+s*t,this._w=this._w*l+o*t,this.normalize();return this}slerpQuaternions(e,t,i){return this.copy(e).slerp(t,i)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),i=Math.random(),r=Math.sqrt(1-i),s=Math.sqrt(i);return this.set(r*Math.sin(e),r*Math.cos(e),s*Math.sin(t),s*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},H=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,i=0){this.x=e,this.y=t,this.z=i}set(e,t,i){return i===void 0&&(i=this.z),this.x=e,this.y=t,this.z=i,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(av.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(av.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,i=this.y,r=this.z,s=e.elements;return this.x=s[0]*t+s[3]*i+s[6]*r,this.y=s[1]*t+s[4]*i+s[7]*r,this.z=s[2]*t+s[5]*i+s[8]*r,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,i=this.y,r=this.z,s=e.elements,o=1/(s[3]*t+s[7]*i+s[11]*r+s[15]);return this.x=(s[0]*t+s[4]*i+s[8]*r+s[12])*o,this.y=(s[1]*t+s[5]*i+s[9]*r+s[13])*o,this.z=(s[2]*t+s[6]*i+s[10]*r+s[14])*o,this}applyQuaternion(e){let t=this.x,i=this.y,r=this.z,s=e.x,o=e.y,a=e.z,l=e.w,c=2*(o*r-a*i),u=2*(a*t-s*r),h=2*(s*i-o*t);return this.x=t+l*c+o*h-a*u,this.y=i+l*u+a*c-s*h,this.z=r+l*h+s*u-o*c,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,i=this.y,r=this.z,s=e.elements;return this.x=s[0]*t+s[4]*i+s[8]*r,this.y=s[1]*t+s[5]*i+s[9]*r,this.z=s[2]*t+s[6]*i+s[10]*r,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=it(this.x,e.x,t.x),this.y=it(this.y,e.y,t.y),this.z=it(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=it(this.x,e,t),this.y=it(this.y,e,t),this.z=it(this.z,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(it(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this.z=e.z+(t.z-e.z)*i,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let i=e.x,r=e.y,s=e.z,o=t.x,a=t.y,l=t.z;return this.x=r*l-s*a,this.y=s*o-i*l,this.z=i*a-r*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let i=e.dot(this)/t;return this.copy(e).multiplyScalar(i)}projectOnPlane(e){return pm.copy(this).projectOnVector(e),this.sub(pm)}reflect(e){return this.sub(pm.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let i=this.dot(e)/t;return Math.acos(it(i,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,i=this.y-e.y,r=this.z-e.z;return t*t+i*i+r*r}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,i){let r=Math.sin(t)*e;return this.x=r*Math.sin(i),this.y=Math.cos(t)*e,this.z=r*Math.cos(i),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,i){return this.x=e*Math.sin(t),this.y=i,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),i=this.setFromMatrixColumn(e,1).length(),r=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=i,this.z=r,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,i=Math.sqrt(1-t*t);return this.x=i*Math.cos(e),this.y=t,this.z=i*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},pm=new H,av=new Bi,Oe=class{static{this.prototype.isMatrix3=!0}constructor(e,t,i,r,s,o,a,l,c){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,i,r,s,o,a,l,c)}set(e,t,i,r,s,o,a,l,c){let u=this.elements;return u[0]=e,u[1]=r,u[2]=a,u[3]=t,u[4]=s,u[5]=l,u[6]=i,u[7]=o,u[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,i=e.elements;return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],this}extractBasis(e,t,i){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),i.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let i=e.elements,r=t.elements,s=this.elements,o=i[0],a=i[3],l=i[6],c=i[1],u=i[4],h=i[7],d=i[2],f=i[5],m=i[8],y=r[0],p=r[3],g=r[6],w=r[1],M=r[4],v=r[7],C=r[2],T=r[5],_=r[8];return s[0]=o*y+a*w+l*C,s[3]=o*p+a*M+l*T,s[6]=o*g+a*v+l*_,s[1]=c*y+u*w+h*C,s[4]=c*p+u*M+h*T,s[7]=c*g+u*v+h*_,s[2]=d*y+f*w+m*C,s[5]=d*p+f*M+m*T,s[8]=d*g+f*v+m*_,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],i=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],u=e[8];return t*o*u-t*a*c-i*s*u+i*a*l+r*s*c-r*o*l}invert(){let e=this.elements,t=e[0],i=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],u=e[8],h=u*o-a*c,d=a*l-u*s,f=c*s-o*l,m=t*h+i*d+r*f;if(m===0)return this.set(0,0,0,0,0,0,0,0,0);let y=1/m;return e[0]=h*y,e[1]=(r*c-u*i)*y,e[2]=(a*i-r*o)*y,e[3]=d*y,e[4]=(u*t-r*l)*y,e[5]=(r*s-a*t)*y,e[6]=f*y,e[7]=(i*l-c*t)*y,e[8]=(o*t-i*s)*y,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,i,r,s,o,a){let l=Math.cos(s),c=Math.sin(s);return this.set(i*l,i*c,-i*(l*o+c*a)+o+e,-r*c,r*l,-r*(-c*o+l*a)+a+t,0,0,1),this}scale(e,t){return Ia("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(mm.makeScale(e,t)),this}rotate(e){return Ia("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(mm.makeRotation(-e)),this}translate(e,t){return Ia("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(mm.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,-i,0,i,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,i=e.elements;for(let r=0;r<9;r++)if(t[r]!==i[r])return!1;return!0}fromArray(e,t=0){for(let i=0;i<9;i++)this.elements[i]=e[i+t];return this}toArray(e=[],t=0){let i=this.elements;return e[t]=i[0],e[t+1]=i[1],e[t+2]=i[2],e[t+3]=i[3],e[t+4]=i[4],e[t+5]=i[5],e[t+6]=i[6],e[t+7]=i[7],e[t+8]=i[8],e}clone(){return new this.constructor().fromArray(this.elements)}},mm=new Oe,lv=new Oe().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),cv=new Oe().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function wP(){let n={enabled:!0,workingColorSpace:ka,spaces:{},convert:function(r,s,o){return this.enabled===!1||s===o||!s||!o||(this.spaces[s].transfer===mt&&(r.r=hr(r.r),r.g=hr(r.g),r.b=hr(r.b)),this.spaces[s].primaries!==this.spaces[o].primaries&&(r.applyMatrix3(this.spaces[s].toXYZ),r.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===mt&&(r.r=Mo(r.r),r.g=Mo(r.g),r.b=Mo(r.b))),r},workingToColorSpace:function(r,s){return this.convert(r,this.workingColorSpace,s)},colorSpaceToWorking:function(r,s){return this.convert(r,s,this.workingColorSpace)},getPrimaries:function(r){return this.spaces[r].primaries},getTransfer:function(r){return r===xr?Da:this.spaces[r].transfer},getToneMappingMode:function(r){return this.spaces[r].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(r,s=this.workingColorSpace){return r.fromArray(this.spaces[s].luminanceCoefficients)},define:function(r){Object.assign(this.spaces,r)},_getMatrix:function(r,s,o){return r.copy(this.spaces[o].fromXYZ).multiply(this.spaces[s].toXYZ)},_getDrawingBufferColorSpace:function(r){return this.spaces[r].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(r=this.workingColorSpace){return this.spaces[r].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],i=[.3127,.329];return n.define({[ka]:{primaries:e,whitePoint:i,transfer:Da,toXYZ:lv,fromXYZ:cv,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:Cn},outputColorSpaceConfig:{drawingBufferColorSpace:Cn}},[Cn]:{primaries:e,whitePoint:i,transfer:mt,toXYZ:lv,fromXYZ:cv,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:Cn}}}),n}var et=wP();function hr(n){return n<.04045?n*.0773993808:Math.pow(n*.9478672986+.0521327014,2.4)}function Mo(n){return n<.0031308?n*12.92:1.055*Math.pow(n,.41666)-.055}var uo,yh=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let i;if(e instanceof HTMLCanvasElement)i=e;else{uo===void 0&&(uo=Fa("canvas")),uo.width=e.width,uo.height=e.height;let r=uo.getContext("2d");e instanceof ImageData?r.putImageData(e,0,0):r.drawImage(e,0,0,e.width,e.height),i=uo}return i.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=Fa("canvas");t.width=e.width,t.height=e.height;let i=t.getContext("2d");i.drawImage(e,0,0,e.width,e.height);let r=i.getImageData(0,0,e.width,e.height),s=r.data;for(let o=0;o<s.length;o++)s[o]=hr(s[o]/255)*255;return i.putImageData(r,0,0),t}else if(e.data){let t=e.data.slice(0);for(let i=0;i<t.length;i++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[i]=Math.floor(hr(t[i]/255)*255):t[i]=hr(t[i]);return{data:t,width:e.width,height:e.height}}else return Ne("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},SP=0,gs=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:SP++}),this.uuid=ul(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let i={uuid:this.uuid,url:""},r=this.data;if(r!==null){let s;if(Array.isArray(r)){s=[];for(let o=0,a=r.length;o<a;o++)r[o].isDataTexture?s.push(gm(r[o].image)):s.push(gm(r[o]))}else s=gm(r);i.url=s}return t||(e.images[this.uuid]=i),i}};function gm(n){return typeof HTMLImageElement<"u"&&n instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&n instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&n instanceof ImageBitmap?yh.getDataURL(n):n.data?{data:Array.from(n.data),width:n.width,height:n.height,type:n.data.constructor.name}:(Ne("Texture: Unable to serialize Texture."),{})}var MP=0,_m=new H,Ln=class n extends Ui{constructor(e=n.DEFAULT_IMAGE,t=n.DEFAULT_MAPPING,i=Fi,r=Fi,s=Pn,o=_r,a=bi,l=$n,c=n.DEFAULT_ANISOTROPY,u=xr){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:MP++}),this.uuid=ul(),this.name="",this.source=new gs(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=i,this.wrapT=r,this.magFilter=s,this.minFilter=o,this.anisotropy=c,this.format=a,this.internalFormat=null,this.type=l,this.offset=new ot(0,0),this.repeat=new ot(1,1),this.center=new ot(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new Oe,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=u,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(_m).x}get height(){return this.source.getSize(_m).y}get depth(){return this.source.getSize(_m).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let i=e[t];if(i===void 0){Ne(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){Ne(`Texture.setValues(): property '${t}' does not exist.`);continue}r&&i&&r.isVector2&&i.isVector2||r&&i&&r.isVector3&&i.isVector3||r&&i&&r.isMatrix3&&i.isMatrix3?r.copy(i):this[t]=i}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let i={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(i.userData=this.userData),t||(e.textures[this.uuid]=i),i}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==rg)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case ph:e.x=e.x-Math.floor(e.x);break;case Fi:e.x=e.x<0?0:1;break;case mh:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case ph:e.y=e.y-Math.floor(e.y);break;case Fi:e.y=e.y<0?0:1;break;case mh:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};Ln.DEFAULT_IMAGE=null;Ln.DEFAULT_MAPPING=rg;Ln.DEFAULT_ANISOTROPY=1;var kt=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,i=0,r=1){this.x=e,this.y=t,this.z=i,this.w=r}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,i,r){return this.x=e,this.y=t,this.z=i,this.w=r,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,i=this.y,r=this.z,s=this.w,o=e.elements;return this.x=o[0]*t+o[4]*i+o[8]*r+o[12]*s,this.y=o[1]*t+o[5]*i+o[9]*r+o[13]*s,this.z=o[2]*t+o[6]*i+o[10]*r+o[14]*s,this.w=o[3]*t+o[7]*i+o[11]*r+o[15]*s,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,i,r,s,l=e.elements,c=l[0],u=l[4],h=l[8],d=l[1],f=l[5],m=l[9],y=l[2],p=l[6],g=l[10];if(Math.abs(u-d)<.01&&Math.abs(h-y)<.01&&Math.abs(m-p)<.01){if(Math.abs(u+d)<.1&&Math.abs(h+y)<.1&&Math.abs(m+p)<.1&&Math.abs(c+f+g-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let M=(c+1)/2,v=(f+1)/2,C=(g+1)/2,T=(u+d)/4,_=(h+y)/4,S=(m+p)/4;return M>v&&M>C?M<.01?(i=0,r=.707106781,s=.707106781):(i=Math.sqrt(M),r=T/i,s=_/i):v>C?v<.01?(i=.707106781,r=0,s=.707106781):(r=Math.sqrt(v),i=T/r,s=S/r):C<.01?(i=.707106781,r=.707106781,s=0):(s=Math.sqrt(C),i=_/s,r=S/s),this.set(i,r,s,t),this}let w=Math.sqrt((p-m)*(p-m)+(h-y)*(h-y)+(d-u)*(d-u));return Math.abs(w)<.001&&(w=1),this.x=(p-m)/w,this.y=(h-y)/w,this.z=(d-u)/w,this.w=Math.acos((c+f+g-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=it(this.x,e.x,t.x),this.y=it(this.y,e.y,t.y),this.z=it(this.z,e.z,t.z),this.w=it(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=it(this.x,e,t),this.y=it(this.y,e,t),this.z=it(this.z,e,t),this.w=it(this.w,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(it(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this.z=e.z+(t.z-e.z)*i,this.w=e.w+(t.w-e.w)*i,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},xh=class extends Ui{constructor(e=1,t=1,i={}){super(),i=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Pn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},i),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=i.depth,this.scissor=new kt(0,0,e,t),this.scissorTest=!1,this.viewport=new kt(0,0,e,t),this.textures=[];let r=i.count;for(let s=0;s<r;s++)this.textures[s]=new Ln({width:e,height:t,depth:i.depth}),this.textures[s].isRenderTargetTexture=!0,this.textures[s].renderTarget=this;this._setTextureOptions(i),this.depthBuffer=i.depthBuffer,this.stencilBuffer=i.stencilBuffer,this.resolveColorBuffer=i.resolveColorBuffer,this.resolveDepthBuffer=i.resolveDepthBuffer,this.resolveStencilBuffer=i.resolveStencilBuffer,this.storeMultisampledColorBuffer=i.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=i.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=i.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=i.depthTexture,this.samples=i.samples,this.multiview=i.multiview,this.useArrayDepthTexture=i.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:Pn,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let i=0;i<this.textures.length;i++)this.textures[i].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,i=1){if(this.width!==e||this.height!==t||this.depth!==i){this.width=e,this.height=t,this.depth=i;for(let r=0,s=this.textures.length;r<s;r++)this.textures[r].image.width=e,this.textures[r].image.height=t,this.textures[r].image.depth=i,this.textures[r].isData3DTexture!==!0&&(this.textures[r].isArrayTexture=this.textures[r].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,i=e.textures.length;t<i;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let r=Object.assign({},e.textures[t].image);this.textures[t].source=new gs(r)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Wn=class extends xh{constructor(e=1,t=1,i={}){super(e,t,i),this.isWebGLRenderTarget=!0}},Ua=class extends Ln{constructor(e=null,t=1,i=1,r=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:i,depth:r},this.magFilter=Xt,this.minFilter=Xt,this.wrapR=Fi,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var bh=class extends Ln{constructor(e=null,t=1,i=1,r=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:i,depth:r},this.magFilter=Xt,this.minFilter=Xt,this.wrapR=Fi,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var Rt=class n{static{this.prototype.isMatrix4=!0}constructor(e,t,i,r,s,o,a,l,c,u,h,d,f,m,y,p){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,i,r,s,o,a,l,c,u,h,d,f,m,y,p)}set(e,t,i,r,s,o,a,l,c,u,h,d,f,m,y,p){let g=this.elements;return g[0]=e,g[4]=t,g[8]=i,g[12]=r,g[1]=s,g[5]=o,g[9]=a,g[13]=l,g[2]=c,g[6]=u,g[10]=h,g[14]=d,g[3]=f,g[7]=m,g[11]=y,g[15]=p,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new n().fromArray(this.elements)}copy(e){let t=this.elements,i=e.elements;return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],t[9]=i[9],t[10]=i[10],t[11]=i[11],t[12]=i[12],t[13]=i[13],t[14]=i[14],t[15]=i[15],this}copyPosition(e){let t=this.elements,i=e.elements;return t[12]=i[12],t[13]=i[13],t[14]=i[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,i){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),i.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),i.setFromMatrixColumn(this,2),this)}makeBasis(e,t,i){return this.set(e.x,t.x,i.x,0,e.y,t.y,i.y,0,e.z,t.z,i.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,i=e.elements,r=1/ho.setFromMatrixColumn(e,0).length(),s=1/ho.setFromMatrixColumn(e,1).length(),o=1/ho.setFromMatrixColumn(e,2).length();return t[0]=i[0]*r,t[1]=i[1]*r,t[2]=i[2]*r,t[3]=0,t[4]=i[4]*s,t[5]=i[5]*s,t[6]=i[6]*s,t[7]=0,t[8]=i[8]*o,t[9]=i[9]*o,t[10]=i[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,i=e.x,r=e.y,s=e.z,o=Math.cos(i),a=Math.sin(i),l=Math.cos(r),c=Math.sin(r),u=Math.cos(s),h=Math.sin(s);if(e.order==="XYZ"){let d=o*u,f=o*h,m=a*u,y=a*h;t[0]=l*u,t[4]=-l*h,t[8]=c,t[1]=f+m*c,t[5]=d-y*c,t[9]=-a*l,t[2]=y-d*c,t[6]=m+f*c,t[10]=o*l}else if(e.order==="YXZ"){let d=l*u,f=l*h,m=c*u,y=c*h;t[0]=d+y*a,t[4]=m*a-f,t[8]=o*c,t[1]=o*h,t[5]=o*u,t[9]=-a,t[2]=f*a-m,t[6]=y+d*a,t[10]=o*l}else if(e.order==="ZXY"){let d=l*u,f=l*h,m=c*u,y=c*h;t[0]=d-y*a,t[4]=-o*h,t[8]=m+f*a,t[1]=f+m*a,t[5]=o*u,t[9]=y-d*a,t[2]=-o*c,t[6]=a,t[10]=o*l}else if(e.order==="ZYX"){let d=o*u,f=o*h,m=a*u,y=a*h;t[0]=l*u,t[4]=m*c-f,t[8]=d*c+y,t[1]=l*h,t[5]=y*c+d,t[9]=f*c-m,t[2]=-c,t[6]=a*l,t[10]=o*l}else if(e.order==="YZX"){let d=o*l,f=o*c,m=a*l,y=a*c;t[0]=l*u,t[4]=y-d*h,t[8]=m*h+f,t[1]=h,t[5]=o*u,t[9]=-a*u,t[2]=-c*u,t[6]=f*h+m,t[10]=d-y*h}else if(e.order==="XZY"){let d=o*l,f=o*c,m=a*l,y=a*c;t[0]=l*u,t[4]=-h,t[8]=c*u,t[1]=d*h+y,t[5]=o*u,t[9]=f*h-m,t[2]=m*h-f,t[6]=a*u,t[10]=y*h+d}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(EP,e,TP)}lookAt(e,t,i){let r=this.elements;return Gn.subVectors(e,t),Gn.lengthSq()===0&&(Gn.z=1),Gn.normalize(),Dr.crossVectors(i,Gn),Dr.lengthSq()===0&&(Math.abs(i.z)===1?Gn.x+=1e-4:Gn.z+=1e-4,Gn.normalize(),Dr.crossVectors(i,Gn)),Dr.normalize(),Nu.crossVectors(Gn,Dr),r[0]=Dr.x,r[4]=Nu.x,r[8]=Gn.x,r[1]=Dr.y,r[5]=Nu.y,r[9]=Gn.y,r[2]=Dr.z,r[6]=Nu.z,r[10]=Gn.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let i=e.elements,r=t.elements,s=this.elements,o=i[0],a=i[4],l=i[8],c=i[12],u=i[1],h=i[5],d=i[9],f=i[13],m=i[2],y=i[6],p=i[10],g=i[14],w=i[3],M=i[7],v=i[11],C=i[15],T=r[0],_=r[4],S=r[8],D=r[12],I=r[1],N=r[5],V=r[9],W=r[13],R=r[2],L=r[6],G=r[10],z=r[14],te=r[3],X=r[7],Q=r[11],ee=r[15];return s[0]=o*T+a*I+l*R+c*te,s[4]=o*_+a*N+l*L+c*X,s[8]=o*S+a*V+l*G+c*Q,s[12]=o*D+a*W+l*z+c*ee,s[1]=u*T+h*I+d*R+f*te,s[5]=u*_+h*N+d*L+f*X,s[9]=u*S+h*V+d*G+f*Q,s[13]=u*D+h*W+d*z+f*ee,s[2]=m*T+y*I+p*R+g*te,s[6]=m*_+y*N+p*L+g*X,s[10]=m*S+y*V+p*G+g*Q,s[14]=m*D+y*W+p*z+g*ee,s[3]=w*T+M*I+v*R+C*te,s[7]=w*_+M*N+v*L+C*X,s[11]=w*S+M*V+v*G+C*Q,s[15]=w*D+M*W+v*z+C*ee,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],i=e[4],r=e[8],s=e[12],o=e[1],a=e[5],l=e[9],c=e[13],u=e[2],h=e[6],d=e[10],f=e[14],m=e[3],y=e[7],p=e[11],g=e[15],w=l*f-c*d,M=a*f-c*h,v=a*d-l*h,C=o*f-c*u,T=o*d-l*u,_=o*h-a*u;return t*(y*w-p*M+g*v)-i*(m*w-p*C+g*T)+r*(m*M-y*C+g*_)-s*(m*v-y*T+p*_)}determinantAffine(){let e=this.elements,t=e[0],i=e[4],r=e[8],s=e[1],o=e[5],a=e[9],l=e[2],c=e[6],u=e[10];return t*(o*u-a*c)-i*(s*u-a*l)+r*(s*c-o*l)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,i){let r=this.elements;return e.isVector3?(r[12]=e.x,r[13]=e.y,r[14]=e.z):(r[12]=e,r[13]=t,r[14]=i),this}invert(){let e=this.elements,t=e[0],i=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],u=e[8],h=e[9],d=e[10],f=e[11],m=e[12],y=e[13],p=e[14],g=e[15],w=t*a-i*o,M=t*l-r*o,v=t*c-s*o,C=i*l-r*a,T=i*c-s*a,_=r*c-s*l,S=u*y-h*m,D=u*p-d*m,I=u*g-f*m,N=h*p-d*y,V=h*g-f*y,W=d*g-f*p,R=w*W-M*V+v*N+C*I-T*D+_*S;if(R===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let L=1/R;return e[0]=(a*W-l*V+c*N)*L,e[1]=(r*V-i*W-s*N)*L,e[2]=(y*_-p*T+g*C)*L,e[3]=(d*T-h*_-f*C)*L,e[4]=(l*I-o*W-c*D)*L,e[5]=(t*W-r*I+s*D)*L,e[6]=(p*v-m*_-g*M)*L,e[7]=(u*_-d*v+f*M)*L,e[8]=(o*V-a*I+c*S)*L,e[9]=(i*I-t*V-s*S)*L,e[10]=(m*T-y*v+g*w)*L,e[11]=(h*v-u*T-f*w)*L,e[12]=(a*D-o*N-l*S)*L,e[13]=(t*N-i*D+r*S)*L,e[14]=(y*M-m*C-p*w)*L,e[15]=(u*C-h*M+d*w)*L,this}scale(e){let t=this.elements,i=e.x,r=e.y,s=e.z;return t[0]*=i,t[4]*=r,t[8]*=s,t[1]*=i,t[5]*=r,t[9]*=s,t[2]*=i,t[6]*=r,t[10]*=s,t[3]*=i,t[7]*=r,t[11]*=s,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],i=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],r=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,i,r))}makeTranslation(e,t,i){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,i,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),i=Math.sin(e);return this.set(1,0,0,0,0,t,-i,0,0,i,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,0,i,0,0,1,0,0,-i,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,-i,0,0,i,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let i=Math.cos(t),r=Math.sin(t),s=1-i,o=e.x,a=e.y,l=e.z,c=s*o,u=s*a;return this.set(c*o+i,c*a-r*l,c*l+r*a,0,c*a+r*l,u*a+i,u*l-r*o,0,c*l-r*a,u*l+r*o,s*l*l+i,0,0,0,0,1),this}makeScale(e,t,i){return this.set(e,0,0,0,0,t,0,0,0,0,i,0,0,0,0,1),this}makeShear(e,t,i,r,s,o){return this.set(1,i,s,0,e,1,o,0,t,r,1,0,0,0,0,1),this}compose(e,t,i){let r=this.elements,s=t._x,o=t._y,a=t._z,l=t._w,c=s+s,u=o+o,h=a+a,d=s*c,f=s*u,m=s*h,y=o*u,p=o*h,g=a*h,w=l*c,M=l*u,v=l*h,C=i.x,T=i.y,_=i.z;return r[0]=(1-(y+g))*C,r[1]=(f+v)*C,r[2]=(m-M)*C,r[3]=0,r[4]=(f-v)*T,r[5]=(1-(d+g))*T,r[6]=(p+w)*T,r[7]=0,r[8]=(m+M)*_,r[9]=(p-w)*_,r[10]=(1-(d+y))*_,r[11]=0,r[12]=e.x,r[13]=e.y,r[14]=e.z,r[15]=1,this}decompose(e,t,i){let r=this.elements;e.x=r[12],e.y=r[13],e.z=r[14];let s=this.determinantAffine();if(s===0)return i.set(1,1,1),t.identity(),this;let o=ho.set(r[0],r[1],r[2]).length(),a=ho.set(r[4],r[5],r[6]).length(),l=ho.set(r[8],r[9],r[10]).length();s<0&&(o=-o),di.copy(this);let c=1/o,u=1/a,h=1/l;return di.elements[0]*=c,di.elements[1]*=c,di.elements[2]*=c,di.elements[4]*=u,di.elements[5]*=u,di.elements[6]*=u,di.elements[8]*=h,di.elements[9]*=h,di.elements[10]*=h,t.setFromRotationMatrix(di),i.x=o,i.y=a,i.z=l,this}makePerspective(e,t,i,r,s,o,a=ri,l=!1){let c=this.elements,u=2*s/(t-e),h=2*s/(i-r),d=(t+e)/(t-e),f=(i+r)/(i-r),m,y;if(l)m=s/(o-s),y=o*s/(o-s);else if(a===ri)m=-(o+s)/(o-s),y=-2*o*s/(o-s);else if(a===Oa)m=-o/(o-s),y=-o*s/(o-s);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return c[0]=u,c[4]=0,c[8]=d,c[12]=0,c[1]=0,c[5]=h,c[9]=f,c[13]=0,c[2]=0,c[6]=0,c[10]=m,c[14]=y,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(e,t,i,r,s,o,a=ri,l=!1){let c=this.elements,u=2/(t-e),h=2/(i-r),d=-(t+e)/(t-e),f=-(i+r)/(i-r),m,y;if(l)m=1/(o-s),y=o/(o-s);else if(a===ri)m=-2/(o-s),y=-(o+s)/(o-s);else if(a===Oa)m=-1/(o-s),y=-s/(o-s);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return c[0]=u,c[4]=0,c[8]=0,c[12]=d,c[1]=0,c[5]=h,c[9]=0,c[13]=f,c[2]=0,c[6]=0,c[10]=m,c[14]=y,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(e){let t=this.elements,i=e.elements;for(let r=0;r<16;r++)if(t[r]!==i[r])return!1;return!0}fromArray(e,t=0){for(let i=0;i<16;i++)this.elements[i]=e[i+t];return this}toArray(e=[],t=0){let i=this.elements;return e[t]=i[0],e[t+1]=i[1],e[t+2]=i[2],e[t+3]=i[3],e[t+4]=i[4],e[t+5]=i[5],e[t+6]=i[6],e[t+7]=i[7],e[t+8]=i[8],e[t+9]=i[9],e[t+10]=i[10],e[t+11]=i[11],e[t+12]=i[12],e[t+13]=i[13],e[t+14]=i[14],e[t+15]=i[15],e}},ho=new H,di=new Rt,EP=new H(0,0,0),TP=new H(1,1,1),Dr=new H,Nu=new H,Gn=new H,uv=new Rt,hv=new Bi,Vr=class n{constructor(e=0,t=0,i=0,r=n.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=i,this._order=r}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,i,r=this._order){return this._x=e,this._y=t,this._z=i,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,i=!0){let r=e.elements,s=r[0],o=r[4],a=r[8],l=r[1],c=r[5],u=r[9],h=r[2],d=r[6],f=r[10];switch(t){case"XYZ":this._y=Math.asin(it(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-u,f),this._z=Math.atan2(-o,s)):(this._x=Math.atan2(d,c),this._z=0);break;case"YXZ":this._x=Math.asin(-it(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(a,f),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-h,s),this._z=0);break;case"ZXY":this._x=Math.asin(it(d,-1,1)),Math.abs(d)<.9999999?(this._y=Math.atan2(-h,f),this._z=Math.atan2(-o,c)):(this._y=0,this._z=Math.atan2(l,s));break;case"ZYX":this._y=Math.asin(-it(h,-1,1)),Math.abs(h)<.9999999?(this._x=Math.atan2(d,f),this._z=Math.atan2(l,s)):(this._x=0,this._z=Math.atan2(-o,c));break;case"YZX":this._z=Math.asin(it(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-u,c),this._y=Math.atan2(-h,s)):(this._x=0,this._y=Math.atan2(a,f));break;case"XZY":this._z=Math.asin(-it(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(d,c),this._y=Math.atan2(a,s)):(this._x=Math.atan2(-u,f),this._y=0);break;default:Ne("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,i===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,i){return uv.makeRotationFromQuaternion(e),this.setFromRotationMatrix(uv,t,i)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return hv.setFromEuler(this),this.setFromQuaternion(hv,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Vr.DEFAULT_ORDER="XYZ";var Ba=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},AP=0,dv=new H,fo=new Bi,sr=new Rt,ku=new H,Ta=new H,CP=new H,RP=new Bi,fv=new H(1,0,0),pv=new H(0,1,0),mv=new H(0,0,1),gv={type:"added"},PP={type:"removed"},po={type:"childadded",child:null},ym={type:"childremoved",child:null},Dn=class n extends Ui{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:AP++}),this.uuid=ul(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=n.DEFAULT_UP.clone();let e=new H,t=new Vr,i=new Bi,r=new H(1,1,1);function s(){i.setFromEuler(t,!1)}function o(){t.setFromQuaternion(i,void 0,!1)}t._onChange(s),i._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:i},scale:{configurable:!0,enumerable:!0,value:r},modelViewMatrix:{value:new Rt},normalMatrix:{value:new Oe}}),this.matrix=new Rt,this.matrixWorld=new Rt,this.matrixAutoUpdate=n.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=n.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new Ba,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return fo.setFromAxisAngle(e,t),this.quaternion.multiply(fo),this}rotateOnWorldAxis(e,t){return fo.setFromAxisAngle(e,t),this.quaternion.premultiply(fo),this}rotateX(e){return this.rotateOnAxis(fv,e)}rotateY(e){return this.rotateOnAxis(pv,e)}rotateZ(e){return this.rotateOnAxis(mv,e)}translateOnAxis(e,t){return dv.copy(e).applyQuaternion(this.quaternion),this.position.add(dv.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(fv,e)}translateY(e){return this.translateOnAxis(pv,e)}translateZ(e){return this.translateOnAxis(mv,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(sr.copy(this.matrixWorld).invert())}lookAt(e,t,i){e.isVector3?ku.copy(e):ku.set(e,t,i);let r=this.parent;this.updateWorldMatrix(!0,!1),Ta.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?sr.lookAt(Ta,ku,this.up):sr.lookAt(ku,Ta,this.up),this.quaternion.setFromRotationMatrix(sr),r&&(sr.extractRotation(r.matrixWorld),fo.setFromRotationMatrix(sr),this.quaternion.premultiply(fo.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(De("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(gv),po.child=e,this.dispatchEvent(po),po.child=null):De("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let i=0;i<arguments.length;i++)this.remove(arguments[i]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(PP),ym.child=e,this.dispatchEvent(ym),ym.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),sr.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),sr.multiply(e.parent.matrixWorld)),e.applyMatrix4(sr),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(gv),po.child=e,this.dispatchEvent(po),po.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let i=0,r=this.children.length;i<r;i++){let o=this.children[i].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,i=[]){this[e]===t&&i.push(this);let r=this.children;for(let s=0,o=r.length;s<o;s++)r[s].getObjectsByProperty(e,t,i);return i}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Ta,e,CP),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Ta,RP,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let i=0,r=t.length;i<r;i++)t[i].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let i=0,r=t.length;i<r;i++)t[i].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,i=e.y,r=e.z,s=this.matrix.elements;s[12]+=t-s[0]*t-s[4]*i-s[8]*r,s[13]+=i-s[1]*t-s[5]*i-s[9]*r,s[14]+=r-s[2]*t-s[6]*i-s[10]*r}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let i=0,r=t.length;i<r;i++)t[i].updateMatrixWorld(e)}updateWorldMatrix(e,t,i=!1){let r=this.parent;if(e===!0&&r!==null&&r.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||i)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,i=!0),t===!0){let s=this.children;for(let o=0,a=s.length;o<a;o++)s[o].updateWorldMatrix(!1,!0,i)}}toJSON(e){let t=e===void 0||typeof e=="string",i={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},i.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let r={};r.uuid=this.uuid,r.type=this.type,r.name=this.name,r.castShadow=this.castShadow,r.receiveShadow=this.receiveShadow,r.visible=this.visible,r.frustumCulled=this.frustumCulled,r.renderOrder=this.renderOrder,r.static=this.static,r.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.pivot!==null&&(r.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(r.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(r.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(r.type="InstancedMesh",r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type="BatchedMesh",r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(a=>({...a})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(e),r.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function s(a,l){return a[l.uuid]===void 0&&(a[l.uuid]=l.toJSON(e)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=s(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let l=a.shapes;if(Array.isArray(l))for(let c=0,u=l.length;c<u;c++){let h=l[c];s(e.shapes,h)}else s(e.shapes,l)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(s(e.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let l=0,c=this.material.length;l<c;l++)a.push(s(e.materials,this.material[l]));r.material=a}else r.material=s(e.materials,this.material);if(this.children.length>0){r.children=[];for(let a=0;a<this.children.length;a++)r.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){r.animations=[];for(let a=0;a<this.animations.length;a++){let l=this.animations[a];r.animations.push(s(e.animations,l))}}if(t){let a=o(e.geometries),l=o(e.materials),c=o(e.textures),u=o(e.images),h=o(e.shapes),d=o(e.skeletons),f=o(e.animations),m=o(e.nodes);a.length>0&&(i.geometries=a),l.length>0&&(i.materials=l),c.length>0&&(i.textures=c),u.length>0&&(i.images=u),h.length>0&&(i.shapes=h),d.length>0&&(i.skeletons=d),f.length>0&&(i.animations=f),m.length>0&&(i.nodes=m)}return i.object=r,i;function o(a){let l=[];for(let c in a){let u=a[c];delete u.metadata,l.push(u)}return l}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let i=0;i<e.children.length;i++){let r=e.children[i];this.add(r.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};Dn.DEFAULT_UP=new H(0,1,0);Dn.DEFAULT_MATRIX_AUTO_UPDATE=!0;Dn.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var ur=class extends Dn{constructor(){super(),this.isGroup=!0,this.type="Group"}},LP={type:"move"},Ao=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new ur,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new ur,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new H,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new H),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new ur,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new H,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new H,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let i of e.hand.values())this._getHandJoint(t,i)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,i){let r=null,s=null,o=null,a=this._targetRay,l=this._grip,c=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(c&&e.hand){o=!0;for(let y of e.hand.values()){let p=t.getJointPose(y,i),g=this._getHandJoint(c,y);p!==null&&(g.matrix.fromArray(p.transform.matrix),g.matrix.decompose(g.position,g.quaternion,g.scale),g.matrixWorldNeedsUpdate=!0,g.jointRadius=p.radius),g.visible=p!==null}let u=c.joints["index-finger-tip"],h=c.joints["thumb-tip"],d=u.position.distanceTo(h.position),f=.02,m=.005;c.inputState.pinching&&d>f+m?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!c.inputState.pinching&&d<=f-m&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else l!==null&&e.gripSpace&&(s=t.getPose(e.gripSpace,i),s!==null&&(l.matrix.fromArray(s.transform.matrix),l.matrix.decompose(l.position,l.quaternion,l.scale),l.matrixWorldNeedsUpdate=!0,s.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(s.linearVelocity)):l.hasLinearVelocity=!1,s.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(s.angularVelocity)):l.hasAngularVelocity=!1,l.eventsEnabled&&l.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(r=t.getPose(e.targetRaySpace,i),r===null&&s!==null&&(r=s),r!==null&&(a.matrix.fromArray(r.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,r.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(r.linearVelocity)):a.hasLinearVelocity=!1,r.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(r.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(LP)))}return a!==null&&(a.visible=r!==null),l!==null&&(l.visible=s!==null),c!==null&&(c.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let i=new ur;i.matrixAutoUpdate=!1,i.visible=!1,e.joints[t.jointName]=i,e.add(i)}return e.joints[t.jointName]}},bw={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Or={h:0,s:0,l:0},Du={h:0,s:0,l:0};function xm(n,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?n+(e-n)*6*t:t<1/2?e:t<2/3?n+(e-n)*6*(2/3-t):n}var Ye=class{constructor(e,t,i){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,i)}set(e,t,i){if(t===void 0&&i===void 0){let r=e;r&&r.isColor?this.copy(r):typeof r=="number"?this.setHex(r):typeof r=="string"&&this.setStyle(r)}else this.setRGB(e,t,i);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=Cn){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,et.colorSpaceToWorking(this,t),this}setRGB(e,t,i,r=et.workingColorSpace){return this.r=e,this.g=t,this.b=i,et.colorSpaceToWorking(this,r),this}setHSL(e,t,i,r=et.workingColorSpace){if(e=xP(e,1),t=it(t,0,1),i=it(i,0,1),t===0)this.r=this.g=this.b=i;else{let s=i<=.5?i*(1+t):i+t-i*t,o=2*i-s;this.r=xm(o,s,e+1/3),this.g=xm(o,s,e),this.b=xm(o,s,e-1/3)}return et.colorSpaceToWorking(this,r),this}setStyle(e,t=Cn){function i(s){s!==void 0&&parseFloat(s)<1&&Ne("Color: Alpha component of "+e+" will be ignored.")}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(e)){let s,o=r[1],a=r[2];switch(o){case"rgb":case"rgba":if(s=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(255,parseInt(s[1],10))/255,Math.min(255,parseInt(s[2],10))/255,Math.min(255,parseInt(s[3],10))/255,t);if(s=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(100,parseFloat(s[1]))/100,Math.min(100,parseFloat(s[2]))/100,Math.min(100,parseFloat(s[3]))/100,t);break;case"hsl":case"hsla":if(s=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setHSL(parseFloat(s[1])/360,parseFloat(s[2])/100,parseFloat(s[3])/100,t);break;default:Ne("Color: Unknown color model "+e)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(e)){let s=r[1],o=s.length;if(o===3)return this.setRGB(parseInt(s.charAt(0),16)/15,parseInt(s.charAt(1),16)/15,parseInt(s.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(s,16),t);Ne("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=Cn){let i=bw[e.toLowerCase()];return i!==void 0?this.setHex(i,t):Ne("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=hr(e.r),this.g=hr(e.g),this.b=hr(e.b),this}copyLinearToSRGB(e){return this.r=Mo(e.r),this.g=Mo(e.g),this.b=Mo(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=Cn){return et.workingToColorSpace(yn.copy(this),e),Math.round(it(yn.r*255,0,255))*65536+Math.round(it(yn.g*255,0,255))*256+Math.round(it(yn.b*255,0,255))}getHexString(e=Cn){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=et.workingColorSpace){et.workingToColorSpace(yn.copy(this),t);let i=yn.r,r=yn.g,s=yn.b,o=Math.max(i,r,s),a=Math.min(i,r,s),l,c,u=(a+o)/2;if(a===o)l=0,c=0;else{let h=o-a;switch(c=u<=.5?h/(o+a):h/(2-o-a),o){case i:l=(r-s)/h+(r<s?6:0);break;case r:l=(s-i)/h+2;break;case s:l=(i-r)/h+4;break}l/=6}return e.h=l,e.s=c,e.l=u,e}getRGB(e,t=et.workingColorSpace){return et.workingToColorSpace(yn.copy(this),t),e.r=yn.r,e.g=yn.g,e.b=yn.b,e}getStyle(e=Cn){et.workingToColorSpace(yn.copy(this),e);let t=yn.r,i=yn.g,r=yn.b;return e!==Cn?`color(${e} ${t.toFixed(3)} ${i.toFixed(3)} ${r.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(i*255)},${Math.round(r*255)})`}offsetHSL(e,t,i){return this.getHSL(Or),this.setHSL(Or.h+e,Or.s+t,Or.l+i)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,i){return this.r=e.r+(t.r-e.r)*i,this.g=e.g+(t.g-e.g)*i,this.b=e.b+(t.b-e.b)*i,this}lerpHSL(e,t){this.getHSL(Or),e.getHSL(Du);let i=fm(Or.h,Du.h,t),r=fm(Or.s,Du.s,t),s=fm(Or.l,Du.l,t);return this.setHSL(i,r,s),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,i=this.g,r=this.b,s=e.elements;return this.r=s[0]*t+s[3]*i+s[6]*r,this.g=s[1]*t+s[4]*i+s[7]*r,this.b=s[2]*t+s[5]*i+s[8]*r,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},yn=new Ye;Ye.NAMES=bw;var Co=class extends Dn{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Vr,this.environmentIntensity=1,this.environmentRotation=new Vr,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},fi=new H,or=new H,bm=new H,ar=new H,mo=new H,go=new H,_v=new H,vm=new H,wm=new H,Sm=new H,Mm=new kt,Em=new kt,Tm=new kt,zr=class n{constructor(e=new H,t=new H,i=new H){this.a=e,this.b=t,this.c=i}static getNormal(e,t,i,r){r.subVectors(i,t),fi.subVectors(e,t),r.cross(fi);let s=r.lengthSq();return s>0?r.multiplyScalar(1/Math.sqrt(s)):r.set(0,0,0)}static getBarycoord(e,t,i,r,s){fi.subVectors(r,t),or.subVectors(i,t),bm.subVectors(e,t);let o=fi.dot(fi),a=fi.dot(or),l=fi.dot(bm),c=or.dot(or),u=or.dot(bm),h=o*c-a*a;if(h===0)return s.set(0,0,0),null;let d=1/h,f=(c*l-a*u)*d,m=(o*u-a*l)*d;return s.set(1-f-m,m,f)}static containsPoint(e,t,i,r){return this.getBarycoord(e,t,i,r,ar)===null?!1:ar.x>=0&&ar.y>=0&&ar.x+ar.y<=1}static getInterpolation(e,t,i,r,s,o,a,l){return this.getBarycoord(e,t,i,r,ar)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(s,ar.x),l.addScaledVector(o,ar.y),l.addScaledVector(a,ar.z),l)}static getInterpolatedAttribute(e,t,i,r,s,o){return Mm.setScalar(0),Em.setScalar(0),Tm.setScalar(0),Mm.fromBufferAttribute(e,t),Em.fromBufferAttribute(e,i),Tm.fromBufferAttribute(e,r),o.setScalar(0),o.addScaledVector(Mm,s.x),o.addScaledVector(Em,s.y),o.addScaledVector(Tm,s.z),o}static isFrontFacing(e,t,i,r){return fi.subVectors(i,t),or.subVectors(e,t),fi.cross(or).dot(r)<0}set(e,t,i){return this.a.copy(e),this.b.copy(t),this.c.copy(i),this}setFromPointsAndIndices(e,t,i,r){return this.a.copy(e[t]),this.b.copy(e[i]),this.c.copy(e[r]),this}setFromAttributeAndIndices(e,t,i,r){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,i),this.c.fromBufferAttribute(e,r),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return fi.subVectors(this.c,this.b),or.subVectors(this.a,this.b),fi.cross(or).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return n.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return n.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,i,r,s){return n.getInterpolation(e,this.a,this.b,this.c,t,i,r,s)}containsPoint(e){return n.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return n.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let i=this.a,r=this.b,s=this.c,o,a;mo.subVectors(r,i),go.subVectors(s,i),vm.subVectors(e,i);let l=mo.dot(vm),c=go.dot(vm);if(l<=0&&c<=0)return t.copy(i);wm.subVectors(e,r);let u=mo.dot(wm),h=go.dot(wm);if(u>=0&&h<=u)return t.copy(r);let d=l*h-u*c;if(d<=0&&l>=0&&u<=0&&l-u>0)return o=l/(l-u),t.copy(i).addScaledVector(mo,o);Sm.subVectors(e,s);let f=mo.dot(Sm),m=go.dot(Sm);if(m>=0&&f<=m)return t.copy(s);let y=f*c-l*m;if(y<=0&&c>=0&&m<=0)return a=c/(c-m),t.copy(i).addScaledVector(go,a);let p=u*m-f*h;if(p<=0&&h-u>=0&&f-m>=0)return _v.subVectors(s,r),a=(h-u)/(h-u+(f-m)),t.copy(r).addScaledVector(_v,a);let g=1/(p+y+d);return o=y*g,a=d*g,t.copy(i).addScaledVector(mo,o).addScaledVector(go,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},Gr=class{constructor(e=new H(1/0,1/0,1/0),t=new H(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,i=e.length;t<i;t+=3)this.expandByPoint(pi.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,i=e.count;t<i;t++)this.expandByPoint(pi.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,i=e.length;t<i;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let i=pi.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(i),this.max.copy(e).add(i),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let i=e.geometry;if(i!==void 0){let s=i.getAttribute("position");if(t===!0&&s!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=s.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,pi):pi.fromBufferAttribute(s,o),pi.applyMatrix4(e.matrixWorld),this.expandByPoint(pi);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),Ou.copy(e.boundingBox)):(i.boundingBox===null&&i.computeBoundingBox(),Ou.copy(i.boundingBox)),Ou.applyMatrix4(e.matrixWorld),this.union(Ou)}let r=e.children;for(let s=0,o=r.length;s<o;s++)this.expandByObject(r[s],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,pi),pi.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,i;return e.normal.x>0?(t=e.normal.x*this.min.x,i=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,i=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,i+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,i+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,i+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,i+=e.normal.z*this.min.z),t<=-e.constant&&i>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(Aa),Fu.subVectors(this.max,Aa),_o.subVectors(e.a,Aa),yo.subVectors(e.b,Aa),xo.subVectors(e.c,Aa),Fr.subVectors(yo,_o),Ur.subVectors(xo,yo),ds.subVectors(_o,xo);let t=[0,-Fr.z,Fr.y,0,-Ur.z,Ur.y,0,-ds.z,ds.y,Fr.z,0,-Fr.x,Ur.z,0,-Ur.x,ds.z,0,-ds.x,-Fr.y,Fr.x,0,-Ur.y,Ur.x,0,-ds.y,ds.x,0];return!Am(t,_o,yo,xo,Fu)||(t=[1,0,0,0,1,0,0,0,1],!Am(t,_o,yo,xo,Fu))?!1:(Uu.crossVectors(Fr,Ur),t=[Uu.x,Uu.y,Uu.z],Am(t,_o,yo,xo,Fu))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,pi).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(pi).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(lr[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),lr[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),lr[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),lr[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),lr[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),lr[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),lr[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),lr[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(lr),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},lr=[new H,new H,new H,new H,new H,new H,new H,new H],pi=new H,Ou=new Gr,_o=new H,yo=new H,xo=new H,Fr=new H,Ur=new H,ds=new H,Aa=new H,Fu=new H,Uu=new H,fs=new H;function Am(n,e,t,i,r){for(let s=0,o=n.length-3;s<=o;s+=3){fs.fromArray(n,s);let a=r.x*Math.abs(fs.x)+r.y*Math.abs(fs.y)+r.z*Math.abs(fs.z),l=e.dot(fs),c=t.dot(fs),u=i.dot(fs);if(Math.max(-Math.max(l,c,u),Math.min(l,c,u))>a)return!1}return!0}var Wt=new H,Bu=new ot,IP=0,wt=class extends Ui{constructor(e,t,i=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:IP++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=i,this.usage=pw,this.updateRanges=[],this.gpuType=yi,this.version=0,this._normalizationScale=e!==void 0?yg(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,i){e*=this.itemSize,i*=t.itemSize;for(let r=0,s=this.itemSize;r<s;r++)this.array[e+r]=t.array[i+r];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,i=this.count;t<i;t++)Bu.fromBufferAttribute(this,t),Bu.applyMatrix3(e),this.setXY(t,Bu.x,Bu.y);else if(this.itemSize===3)for(let t=0,i=this.count;t<i;t++)Wt.fromBufferAttribute(this,t),Wt.applyMatrix3(e),this.setXYZ(t,Wt.x,Wt.y,Wt.z);return this}applyMatrix4(e){for(let t=0,i=this.count;t<i;t++)Wt.fromBufferAttribute(this,t),Wt.applyMatrix4(e),this.setXYZ(t,Wt.x,Wt.y,Wt.z);return this}applyNormalMatrix(e){for(let t=0,i=this.count;t<i;t++)Wt.fromBufferAttribute(this,t),Wt.applyNormalMatrix(e),this.setXYZ(t,Wt.x,Wt.y,Wt.z);return this}transformDirection(e){for(let t=0,i=this.count;t<i;t++)Wt.fromBufferAttribute(this,t),Wt.transformDirection(e),this.setXYZ(t,Wt.x,Wt.y,Wt.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let i=this.array[e*this.itemSize+t];return this.normalized&&(i=this._denormalize(i)),i}setComponent(e,t,i){return this.normalized&&(i=this._normalize(i)),this.array[e*this.itemSize+t]=i,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,i){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i)),this.array[e+0]=t,this.array[e+1]=i,this}setXYZ(e,t,i,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=i,this.array[e+2]=r,this}setXYZW(e,t,i,r,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i),r=this._normalize(r),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=i,this.array[e+2]=r,this.array[e+3]=s,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):bP(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):vP(e,this.array)}};var za=class extends wt{constructor(e,t,i){super(new Uint16Array(e),t,i)}};var Va=class extends wt{constructor(e,t,i){super(new Uint32Array(e),t,i)}};var un=class extends wt{constructor(e,t,i){super(new Float32Array(e),t,i)}},NP=new Gr,Ca=new H,Cm=new H,Hr=class{constructor(e=new H,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let i=this.center;t!==void 0?i.copy(t):NP.setFromPoints(e).getCenter(i);let r=0;for(let s=0,o=e.length;s<o;s++)r=Math.max(r,i.distanceToSquared(e[s]));return this.radius=Math.sqrt(r),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let i=this.center.distanceToSquared(e);return t.copy(e),i>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;Ca.subVectors(e,this.center);let t=Ca.lengthSq();if(t>this.radius*this.radius){let i=Math.sqrt(t),r=(i-this.radius)*.5;this.center.addScaledVector(Ca,r/i),this.radius+=r}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(Cm.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(Ca.copy(e.center).add(Cm)),this.expandByPoint(Ca.copy(e.center).sub(Cm))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},kP=0,ii=new Rt,Rm=new Dn,bo=new H,Hn=new Gr,Ra=new Gr,on=new H,Dt=class n extends Ui{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:kP++}),this.uuid=ul(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(_P(e)?Va:za)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,i=0){this.groups.push({start:e,count:t,materialIndex:i})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let i=this.attributes.normal;if(i!==void 0){let s=new Oe().getNormalMatrix(e);i.applyNormalMatrix(s),i.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(e),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return ii.makeRotationFromQuaternion(e),this.applyMatrix4(ii),this}rotateX(e){return ii.makeRotationX(e),this.applyMatrix4(ii),this}rotateY(e){return ii.makeRotationY(e),this.applyMatrix4(ii),this}rotateZ(e){return ii.makeRotationZ(e),this.applyMatrix4(ii),this}translate(e,t,i){return ii.makeTranslation(e,t,i),this.applyMatrix4(ii),this}scale(e,t,i){return ii.makeScale(e,t,i),this.applyMatrix4(ii),this}lookAt(e){return Rm.lookAt(e),Rm.updateMatrix(),this.applyMatrix4(Rm.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(bo).negate(),this.translate(bo.x,bo.y,bo.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let i=[];for(let r=0,s=e.length;r<s;r++){let o=e[r];i.push(o.x,o.y,o.z||0)}this.setAttribute("position",new un(i,3))}else{let i=Math.min(e.length,t.count);for(let r=0;r<i;r++){let s=e[r];t.setXYZ(r,s.x,s.y,s.z||0)}e.length>t.count&&Ne("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new Gr);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){De("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new H(-1/0,-1/0,-1/0),new H(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let i=0,r=t.length;i<r;i++){let s=t[i];Hn.setFromBufferAttribute(s),this.morphTargetsRelative?(on.addVectors(this.boundingBox.min,Hn.min),this.boundingBox.expandByPoint(on),on.addVectors(this.boundingBox.max,Hn.max),this.boundingBox.expandByPoint(on)):(this.boundingBox.expandByPoint(Hn.min),this.boundingBox.expandByPoint(Hn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&De('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Hr);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){De("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new H,1/0);return}if(e){let i=this.boundingSphere.center;if(Hn.setFromBufferAttribute(e),t)for(let s=0,o=t.length;s<o;s++){let a=t[s];Ra.setFromBufferAttribute(a),this.morphTargetsRelative?(on.addVectors(Hn.min,Ra.min),Hn.expandByPoint(on),on.addVectors(Hn.max,Ra.max),Hn.expandByPoint(on)):(Hn.expandByPoint(Ra.min),Hn.expandByPoint(Ra.max))}Hn.getCenter(i);let r=0;for(let s=0,o=e.count;s<o;s++)on.fromBufferAttribute(e,s),r=Math.max(r,i.distanceToSquared(on));if(t)for(let s=0,o=t.length;s<o;s++){let a=t[s],l=this.morphTargetsRelative;for(let c=0,u=a.count;c<u;c++)on.fromBufferAttribute(a,c),l&&(bo.fromBufferAttribute(e,c),on.add(bo)),r=Math.max(r,i.distanceToSquared(on))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&De('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){De("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let i=t.position,r=t.normal,s=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==i.count)&&(o=new wt(new Float32Array(4*i.count),4),this.setAttribute("tangent",o));let a=[],l=[],c=new Uint8Array(i.count);for(let D=0;D<i.count;D++)a[D]=new H,l[D]=new H;let u=new H,h=new H,d=new H,f=new ot,m=new ot,y=new ot,p=new H,g=new H;function w(D,I,N){c[D]=c[I]=c[N]=1,u.fromBufferAttribute(i,D),h.fromBufferAttribute(i,I),d.fromBufferAttribute(i,N),f.fromBufferAttribute(s,D),m.fromBufferAttribute(s,I),y.fromBufferAttribute(s,N),h.sub(u),d.sub(u),m.sub(f),y.sub(f);let V=1/(m.x*y.y-y.x*m.y);isFinite(V)&&(p.copy(h).multiplyScalar(y.y).addScaledVector(d,-m.y).multiplyScalar(V),g.copy(d).multiplyScalar(m.x).addScaledVector(h,-y.x).multiplyScalar(V),a[D].add(p),a[I].add(p),a[N].add(p),l[D].add(g),l[I].add(g),l[N].add(g))}let M=this.groups;M.length===0&&(M=[{start:0,count:e.count}]);for(let D=0,I=M.length;D<I;++D){let N=M[D],V=N.start,W=N.count;for(let R=V,L=V+W;R<L;R+=3)w(e.getX(R+0),e.getX(R+1),e.getX(R+2))}let v=new H,C=new H,T=new H,_=new H;function S(D){T.fromBufferAttribute(r,D),_.copy(T);let I=a[D];v.copy(I),v.sub(T.multiplyScalar(T.dot(I))).normalize(),C.crossVectors(_,I);let V=C.dot(l[D])<0?-1:1;o.setXYZW(D,v.x,v.y,v.z,V)}for(let D=0,I=i.count;D<I;++D)c[D]&&S(D);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let i=this.getAttribute("normal");if(i===void 0||i.count!==t.count)i=new wt(new Float32Array(t.count*3),3),this.setAttribute("normal",i);else for(let d=0,f=i.count;d<f;d++)i.setXYZ(d,0,0,0);let r=new H,s=new H,o=new H,a=new H,l=new H,c=new H,u=new H,h=new H;if(e)for(let d=0,f=e.count;d<f;d+=3){let m=e.getX(d+0),y=e.getX(d+1),p=e.getX(d+2);r.fromBufferAttribute(t,m),s.fromBufferAttribute(t,y),o.fromBufferAttribute(t,p),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),a.fromBufferAttribute(i,m),l.fromBufferAttribute(i,y),c.fromBufferAttribute(i,p),a.add(u),l.add(u),c.add(u),i.setXYZ(m,a.x,a.y,a.z),i.setXYZ(y,l.x,l.y,l.z),i.setXYZ(p,c.x,c.y,c.z)}else for(let d=0,f=t.count;d<f;d+=3)r.fromBufferAttribute(t,d+0),s.fromBufferAttribute(t,d+1),o.fromBufferAttribute(t,d+2),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),i.setXYZ(d+0,u.x,u.y,u.z),i.setXYZ(d+1,u.x,u.y,u.z),i.setXYZ(d+2,u.x,u.y,u.z);this.normalizeNormals(),i.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,i=e.count;t<i;t++)on.fromBufferAttribute(e,t),on.normalize(),e.setXYZ(t,on.x,on.y,on.z)}toNonIndexed(){function e(a,l){let c=a.array,u=a.itemSize,h=a.normalized,d=new c.constructor(l.length*u),f=0,m=0;for(let y=0,p=l.length;y<p;y++){a.isInterleavedBufferAttribute?f=l[y]*a.data.stride+a.offset:f=l[y]*u;for(let g=0;g<u;g++)d[m++]=c[f++]}return new wt(d,u,h)}if(this.index===null)return Ne("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new n,i=this.index.array,r=this.attributes;for(let a in r){let l=r[a],c=e(l,i);t.setAttribute(a,c)}let s=this.morphAttributes;for(let a in s){let l=[],c=s[a];for(let u=0,h=c.length;u<h;u++){let d=c[u],f=e(d,i);l.push(f)}t.morphAttributes[a]=l}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,l=o.length;a<l;a++){let c=o[a];t.addGroup(c.start,c.count,c.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(e[c]=l[c]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let i=this.attributes;for(let l in i){let c=i[l];e.data.attributes[l]=c.toJSON(e.data)}let r={},s=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],u=[];for(let h=0,d=c.length;h<d;h++){let f=c[h];u.push(f.toJSON(e.data))}u.length>0&&(r[l]=u,s=!0)}s&&(e.data.morphAttributes=r,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let i=e.index;i!==null&&this.setIndex(i.clone());let r=e.attributes;for(let c in r){let u=r[c];this.setAttribute(c,u.clone(t))}let s=e.morphAttributes;for(let c in s){let u=[],h=s[c];for(let d=0,f=h.length;d<f;d++)u.push(h[d].clone(t));this.morphAttributes[c]=u}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let c=0,u=o.length;c<u;c++){let h=o[c];this.addGroup(h.start,h.count,h.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let l=e.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var Pm=new H,DP=new H,OP=new Oe,mi=class{constructor(e=new H(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,i,r){return this.normal.set(e,t,i),this.constant=r,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,i){let r=Pm.subVectors(i,t).cross(DP.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(r,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,i=!0){let r=e.delta(Pm),s=this.normal.dot(r);if(s===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/s;return i===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(r,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),i=this.distanceToPoint(e.end);return t<0&&i>0||i<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let i=t||OP.getNormalMatrix(e),r=this.coplanarPoint(Pm).applyMatrix4(e),s=this.normal.applyMatrix3(i).normalize();return this.constant=-r.dot(s),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},FP=0,fr=class extends Ui{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:FP++}),this.uuid=ul(),this.name="",this.type="Material",this.blending=ko,this.side=gi,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=Ym,this.blendDst=Km,this.blendEquation=bs,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new Ye(0,0,0),this.blendAlpha=0,this.depthFunc=Eo,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=lw,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=oh,this.stencilZFail=oh,this.stencilZPass=oh,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let i=e[t];if(i===void 0){Ne(`Material: parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){Ne(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}r&&r.isColor?r.set(i):r&&r.isVector2&&i&&i.isVector2||r&&r.isEuler&&i&&i.isEuler||r&&r.isVector3&&i&&i.isVector3?r.copy(i):this[t]=i}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let i={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};i.uuid=this.uuid,i.type=this.type,i.blending=this.blending,i.side=this.side,i.shadowSide=this.shadowSide,i.vertexColors=this.vertexColors,i.opacity=this.opacity,i.transparent=this.transparent,i.blendSrc=this.blendSrc,i.blendDst=this.blendDst,i.blendEquation=this.blendEquation,i.blendSrcAlpha=this.blendSrcAlpha,i.blendDstAlpha=this.blendDstAlpha,i.blendEquationAlpha=this.blendEquationAlpha,i.blendColor=this.blendColor.getHex(),i.blendAlpha=this.blendAlpha,i.depthFunc=this.depthFunc,i.depthTest=this.depthTest,i.depthWrite=this.depthWrite,i.colorWrite=this.colorWrite,i.clipIntersection=this.clipIntersection,i.clipShadows=this.clipShadows,i.stencilWriteMask=this.stencilWriteMask,i.stencilFunc=this.stencilFunc,i.stencilRef=this.stencilRef,i.stencilFuncMask=this.stencilFuncMask,i.stencilFail=this.stencilFail,i.stencilZFail=this.stencilZFail,i.stencilZPass=this.stencilZPass,i.stencilWrite=this.stencilWrite,i.polygonOffset=this.polygonOffset,i.polygonOffsetFactor=this.polygonOffsetFactor,i.polygonOffsetUnits=this.polygonOffsetUnits,i.dithering=this.dithering,i.alphaTest=this.alphaTest,i.alphaHash=this.alphaHash,i.alphaToCoverage=this.alphaToCoverage,i.premultipliedAlpha=this.premultipliedAlpha,i.forceSinglePass=this.forceSinglePass,i.allowOverride=this.allowOverride,i.visible=this.visible,i.toneMapped=this.toneMapped,i.name=this.name,this.color&&this.color.isColor&&(i.color=this.color.getHex()),this.roughness!==void 0&&(i.roughness=this.roughness),this.metalness!==void 0&&(i.metalness=this.metalness),this.sheen!==void 0&&(i.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(i.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(i.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(i.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(i.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(i.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(i.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(i.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(i.shininess=this.shininess),this.clearcoat!==void 0&&(i.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(i.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(i.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(i.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(i.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(i.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(i.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,i.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(i.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(i.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(i.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(i.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(i.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(i.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(i.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(i.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(i.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(i.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(i.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(i.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(i.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(i.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(i.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(i.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(i.lightMap=this.lightMap.toJSON(e).uuid,i.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(i.aoMap=this.aoMap.toJSON(e).uuid,i.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(i.bumpMap=this.bumpMap.toJSON(e).uuid,i.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(i.normalMap=this.normalMap.toJSON(e).uuid,i.normalMapType=this.normalMapType,i.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(i.displacementMap=this.displacementMap.toJSON(e).uuid,i.displacementScale=this.displacementScale,i.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(i.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(i.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(i.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(i.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(i.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(i.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(i.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(i.combine=this.combine)),this.envMapRotation!==void 0&&(i.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(i.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(i.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(i.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(i.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(i.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(i.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(i.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(i.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(i.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(i.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(i.size=this.size),this.sizeAttenuation!==void 0&&(i.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(i.clippingPlanes=this.clippingPlanes.map(s=>s.toJSON())),this.rotation!==void 0&&(i.rotation=this.rotation),this.depthPacking!==void 0&&(i.depthPacking=this.depthPacking),this.linewidth!==void 0&&(i.linewidth=this.linewidth),this.linecap!==void 0&&(i.linecap=this.linecap),this.linejoin!==void 0&&(i.linejoin=this.linejoin),this.dashSize!==void 0&&(i.dashSize=this.dashSize),this.gapSize!==void 0&&(i.gapSize=this.gapSize),this.scale!==void 0&&(i.scale=this.scale),this.wireframe!==void 0&&(i.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(i.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(i.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(i.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(i.flatShading=this.flatShading),this.fog!==void 0&&(i.fog=this.fog),Object.keys(this.userData).length>0&&(i.userData=this.userData);function r(s){let o=[];for(let a in s){let l=s[a];delete l.metadata,o.push(l)}return o}if(t){let s=r(e.textures),o=r(e.images);s.length>0&&(i.textures=s),o.length>0&&(i.images=o)}return i}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new Ye().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(i=>new mi().fromJSON(i))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let i=e.normalScale;Array.isArray(i)===!1&&(i=[i,i]),this.normalScale=new ot().fromArray(i)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new ot().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,i=null;if(t!==null){let r=t.length;i=new Array(r);for(let s=0;s!==r;++s)i[s]=t[s].clone()}return this.clippingPlanes=i,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var cr=new H,Lm=new H,zu=new H,Vu=new H,Ro=class{constructor(e=new H,t=new H(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,cr)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let i=t.dot(this.direction);return i<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,i)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=cr.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(cr.copy(this.origin).addScaledVector(this.direction,t),cr.distanceToSquared(e))}distanceSqToSegment(e,t,i,r){Lm.copy(e).add(t).multiplyScalar(.5),zu.copy(t).sub(e).normalize(),Vu.copy(this.origin).sub(Lm);let s=e.distanceTo(t)*.5,o=-this.direction.dot(zu),a=Vu.dot(this.direction),l=-Vu.dot(zu),c=Vu.lengthSq(),u=Math.abs(1-o*o),h,d,f,m;if(u>0)if(h=o*l-a,d=o*a-l,m=s*u,h>=0)if(d>=-m)if(d<=m){let y=1/u;h*=y,d*=y,f=h*(h+o*d+2*a)+d*(o*h+d+2*l)+c}else d=s,h=Math.max(0,-(o*d+a)),f=-h*h+d*(d+2*l)+c;else d=-s,h=Math.max(0,-(o*d+a)),f=-h*h+d*(d+2*l)+c;else d<=-m?(h=Math.max(0,-(-o*s+a)),d=h>0?-s:Math.min(Math.max(-s,-l),s),f=-h*h+d*(d+2*l)+c):d<=m?(h=0,d=Math.min(Math.max(-s,-l),s),f=d*(d+2*l)+c):(h=Math.max(0,-(o*s+a)),d=h>0?s:Math.min(Math.max(-s,-l),s),f=-h*h+d*(d+2*l)+c);else d=o>0?-s:s,h=Math.max(0,-(o*d+a)),f=-h*h+d*(d+2*l)+c;return i&&i.copy(this.origin).addScaledVector(this.direction,h),r&&r.copy(Lm).addScaledVector(zu,d),f}intersectSphere(e,t){if(e.radius<0)return null;cr.subVectors(e.center,this.origin);let i=cr.dot(this.direction),r=cr.dot(cr)-i*i,s=e.radius*e.radius;if(r>s)return null;let o=Math.sqrt(s-r),a=i-o,l=i+o;return l<0?null:a<0?this.at(l,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let i=-(this.origin.dot(e.normal)+e.constant)/t;return i>=0?i:null}intersectPlane(e,t){let i=this.distanceToPlane(e);return i===null?null:this.at(i,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let i,r,s,o,a,l,c=1/this.direction.x,u=1/this.direction.y,h=1/this.direction.z,d=this.origin;return c>=0?(i=(e.min.x-d.x)*c,r=(e.max.x-d.x)*c):(i=(e.max.x-d.x)*c,r=(e.min.x-d.x)*c),u>=0?(s=(e.min.y-d.y)*u,o=(e.max.y-d.y)*u):(s=(e.max.y-d.y)*u,o=(e.min.y-d.y)*u),i>o||s>r||((s>i||isNaN(i))&&(i=s),(o<r||isNaN(r))&&(r=o),h>=0?(a=(e.min.z-d.z)*h,l=(e.max.z-d.z)*h):(a=(e.max.z-d.z)*h,l=(e.min.z-d.z)*h),i>l||a>r)||((a>i||i!==i)&&(i=a),(l<r||r!==r)&&(r=l),r<0)?null:this.at(i>=0?i:r,t)}intersectsBox(e){return this.intersectBox(e,cr)!==null}intersectTriangle(e,t,i,r,s){let o=this.origin,a=this.direction,l=a.x,c=a.y,u=a.z,h=e.x-o.x,d=e.y-o.y,f=e.z-o.z,m=t.x-o.x,y=t.y-o.y,p=t.z-o.z,g=i.x-o.x,w=i.y-o.y,M=i.z-o.z,v=Math.abs(l),C=Math.abs(c),T=Math.abs(u),_,S,D,I,N,V,W,R,L,G,z,te;if(v>=C&&v>=T?(D=l,V=h,L=m,te=g,l>=0?(_=c,S=u,I=d,N=f,W=y,R=p,G=w,z=M):(_=u,S=c,I=f,N=d,W=p,R=y,G=M,z=w)):C>=T?(D=c,V=d,L=y,te=w,c>=0?(_=u,S=l,I=f,N=h,W=p,R=m,G=M,z=g):(_=l,S=u,I=h,N=f,W=m,R=p,G=g,z=M)):(D=u,V=f,L=p,te=M,u>=0?(_=l,S=c,I=h,N=d,W=m,R=y,G=g,z=w):(_=c,S=l,I=d,N=h,W=y,R=m,G=w,z=g)),D===0)return null;let X=_/D,Q=S/D,ee=1/D,xe=I-X*V,Re=N-Q*V,Y=W-X*L,ue=R-Q*L,we=G-X*te,Le=z-Q*te,ge=we*ue-Le*Y,Be=xe*Le-Re*we,zt=Y*Re-ue*xe;if(r){if(ge<0||Be<0||zt<0)return null}else if((ge<0||Be<0||zt<0)&&(ge>0||Be>0||zt>0))return null;let ke=ge+Be+zt;if(ke===0)return null;let gt=ee*(ge*V+Be*L+zt*te);return(ke>0?gt<0:gt>0)?null:this.at(gt/ke,s)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},vh=class extends fr{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new Ye(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Vr,this.combine=Zm,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},yv=new Rt,ps=new Ro,Gu=new Hr,xv=new H,Hu=new H,Wu=new H,Xu=new H,Im=new H,$u=new H,bv=new H,qu=new H,Pt=class extends Dn{constructor(e=new Dt,t=new vh){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let r=t[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}getVertexPosition(e,t){let i=this.geometry,r=i.attributes.position,s=i.morphAttributes.position,o=i.morphTargetsRelative;t.fromBufferAttribute(r,e);let a=this.morphTargetInfluences;if(s&&a){$u.set(0,0,0);for(let l=0,c=s.length;l<c;l++){let u=a[l],h=s[l];u!==0&&(Im.fromBufferAttribute(h,e),o?$u.addScaledVector(Im,u):$u.addScaledVector(Im.sub(t),u))}t.add($u)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,r=this.material,s=this.matrixWorld;r!==void 0&&(i.boundingSphere===null&&i.computeBoundingSphere(),Gu.copy(i.boundingSphere),Gu.applyMatrix4(s),ps.copy(e.ray).recast(e.near),!(Gu.containsPoint(ps.origin)===!1&&(ps.intersectSphere(Gu,xv)===null||ps.origin.distanceToSquared(xv)>(e.far-e.near)**2))&&(yv.copy(s).invert(),ps.copy(e.ray).applyMatrix4(yv),!(i.boundingBox!==null&&ps.intersectsBox(i.boundingBox)===!1)&&this._computeIntersections(e,t,ps)))}_computeIntersections(e,t,i){let r,s=this.geometry,o=this.material,a=s.index,l=s.attributes.position,c=s.attributes.uv,u=s.attributes.uv1,h=s.attributes.normal,d=s.groups,f=s.drawRange;if(a!==null)if(Array.isArray(o))for(let m=0,y=d.length;m<y;m++){let p=d[m],g=o[p.materialIndex],w=Math.max(p.start,f.start),M=Math.min(a.count,Math.min(p.start+p.count,f.start+f.count));for(let v=w,C=M;v<C;v+=3){let T=a.getX(v),_=a.getX(v+1),S=a.getX(v+2);r=Yu(this,g,e,i,c,u,h,T,_,S),r&&(r.faceIndex=Math.floor(v/3),r.face.materialIndex=p.materialIndex,t.push(r))}}else{let m=Math.max(0,f.start),y=Math.min(a.count,f.start+f.count);for(let p=m,g=y;p<g;p+=3){let w=a.getX(p),M=a.getX(p+1),v=a.getX(p+2);r=Yu(this,o,e,i,c,u,h,w,M,v),r&&(r.faceIndex=Math.floor(p/3),t.push(r))}}else if(l!==void 0)if(Array.isArray(o))for(let m=0,y=d.length;m<y;m++){let p=d[m],g=o[p.materialIndex],w=Math.max(p.start,f.start),M=Math.min(l.count,Math.min(p.start+p.count,f.start+f.count));for(let v=w,C=M;v<C;v+=3){let T=v,_=v+1,S=v+2;r=Yu(this,g,e,i,c,u,h,T,_,S),r&&(r.faceIndex=Math.floor(v/3),r.face.materialIndex=p.materialIndex,t.push(r))}}else{let m=Math.max(0,f.start),y=Math.min(l.count,f.start+f.count);for(let p=m,g=y;p<g;p+=3){let w=p,M=p+1,v=p+2;r=Yu(this,o,e,i,c,u,h,w,M,v),r&&(r.faceIndex=Math.floor(p/3),t.push(r))}}}};function UP(n,e,t,i,r,s,o,a){let l;if(e.side===In?l=i.intersectTriangle(o,s,r,!0,a):l=i.intersectTriangle(r,s,o,e.side===gi,a),l===null)return null;qu.copy(a),qu.applyMatrix4(n.matrixWorld);let c=t.ray.origin.distanceTo(qu);return c<t.near||c>t.far?null:{distance:c,point:qu.clone(),object:n}}function Yu(n,e,t,i,r,s,o,a,l,c){n.getVertexPosition(a,Hu),n.getVertexPosition(l,Wu),n.getVertexPosition(c,Xu);let u=UP(n,e,t,i,Hu,Wu,Xu,bv);if(u){let h=new H;zr.getBarycoord(bv,Hu,Wu,Xu,h),r&&(u.uv=zr.getInterpolatedAttribute(r,a,l,c,h,new ot)),s&&(u.uv1=zr.getInterpolatedAttribute(s,a,l,c,h,new ot)),o&&(u.normal=zr.getInterpolatedAttribute(o,a,l,c,h,new H),u.normal.dot(i.direction)>0&&u.normal.multiplyScalar(-1));let d={a,b:l,c,normal:new H,materialIndex:0};zr.getNormal(Hu,Wu,Xu,d.normal),u.face=d,u.barycoord=h}return u}var wh=class extends Ln{constructor(e=null,t=1,i=1,r,s,o,a,l,c=Xt,u=Xt,h,d){super(null,o,a,l,c,u,r,s,h,d),this.isDataTexture=!0,this.image={data:e,width:t,height:i},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var pr=class extends wt{constructor(e,t,i,r=1){super(e,t,i),this.isInstancedBufferAttribute=!0,this.meshPerAttribute=r}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}toJSON(){let e=super.toJSON();return e.meshPerAttribute=this.meshPerAttribute,e.isInstancedBufferAttribute=!0,e}};var ms=new Hr,BP=new ot(.5,.5),Ku=new H,_s=class{constructor(e=new mi,t=new mi,i=new mi,r=new mi,s=new mi,o=new mi){this.planes=[e,t,i,r,s,o]}set(e,t,i,r,s,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(i),a[3].copy(r),a[4].copy(s),a[5].copy(o),this}copy(e){let t=this.planes;for(let i=0;i<6;i++)t[i].copy(e.planes[i]);return this}setFromProjectionMatrix(e,t=ri,i=!1){let r=this.planes,s=e.elements,o=s[0],a=s[1],l=s[2],c=s[3],u=s[4],h=s[5],d=s[6],f=s[7],m=s[8],y=s[9],p=s[10],g=s[11],w=s[12],M=s[13],v=s[14],C=s[15];if(r[0].setComponents(c-o,f-u,g-m,C-w).normalize(),r[1].setComponents(c+o,f+u,g+m,C+w).normalize(),r[2].setComponents(c+a,f+h,g+y,C+M).normalize(),r[3].setComponents(c-a,f-h,g-y,C-M).normalize(),i)r[4].setComponents(l,d,p,v).normalize(),r[5].setComponents(c-l,f-d,g-p,C-v).normalize();else if(r[4].setComponents(c-l,f-d,g-p,C-v).normalize(),t===ri)r[5].setComponents(c+l,f+d,g+p,C+v).normalize();else if(t===Oa)r[5].setComponents(l,d,p,v).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),ms.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),ms.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(ms)}intersectsSprite(e){ms.center.set(0,0,0);let t=BP.distanceTo(e.center);return ms.radius=.7071067811865476+t,ms.applyMatrix4(e.matrixWorld),this.intersectsSphere(ms)}intersectsSphere(e){let t=this.planes,i=e.center,r=-e.radius;for(let s=0;s<6;s++)if(t[s].distanceToPoint(i)<r)return!1;return!0}intersectsBox(e){let t=this.planes;for(let i=0;i<6;i++){let r=t[i];if(Ku.x=r.normal.x>0?e.max.x:e.min.x,Ku.y=r.normal.y>0?e.max.y:e.min.y,Ku.z=r.normal.z>0?e.max.z:e.min.z,r.distanceToPoint(Ku)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let i=0;i<6;i++)if(t[i].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},vv=new Rt,Sh=class n{constructor(){this.coordinateSystem=ri,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,i=this._frustums;for(let r=0;r<t.length;r++){let s=t[r];vv.multiplyMatrices(s.projectionMatrix,s.matrixWorldInverse),i[r]===void 0&&(i[r]=new _s),i[r].setFromProjectionMatrix(vv,s.coordinateSystem,s.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,i=e._frustums;for(let r=0;r<e._count;r++)t[r]===void 0&&(t[r]=new _s),t[r].copy(i[r]);return this._count=e._count,this}clone(){return new n().copy(this)}};var Mh=class extends fr{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new Ye(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},Eh=new H,Th=new H,wv=new Rt,Pa=new Ro,Zu=new Hr,Nm=new H,Sv=new H,Ah=class extends Dn{constructor(e=new Dt,t=new Mh){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,i=[0];for(let r=1,s=t.count;r<s;r++)Eh.fromBufferAttribute(t,r-1),Th.fromBufferAttribute(t,r),i[r]=i[r-1],i[r]+=Eh.distanceTo(Th);e.setAttribute("lineDistance",new un(i,1))}else Ne("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,r=this.matrixWorld,s=e.params.Line.threshold,o=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),Zu.copy(i.boundingSphere),Zu.applyMatrix4(r),Zu.radius+=s,e.ray.intersectsSphere(Zu)===!1)return;wv.copy(r).invert(),Pa.copy(e.ray).applyMatrix4(wv);let a=s/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=this.isLineSegments?2:1,u=i.index,d=i.attributes.position;if(u!==null){let f=Math.max(0,o.start),m=Math.min(u.count,o.start+o.count);for(let y=f,p=m-1;y<p;y+=c){let g=u.getX(y),w=u.getX(y+1),M=ju(this,e,Pa,l,g,w,y);M&&t.push(M)}if(this.isLineLoop){let y=u.getX(m-1),p=u.getX(f),g=ju(this,e,Pa,l,y,p,m-1);g&&t.push(g)}}else{let f=Math.max(0,o.start),m=Math.min(d.count,o.start+o.count);for(let y=f,p=m-1;y<p;y+=c){let g=ju(this,e,Pa,l,y,y+1,y);g&&t.push(g)}if(this.isLineLoop){let y=ju(this,e,Pa,l,m-1,f,m-1);y&&t.push(y)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let r=t[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}};function ju(n,e,t,i,r,s,o){let a=n.geometry.attributes.position;if(Eh.fromBufferAttribute(a,r),Th.fromBufferAttribute(a,s),t.distanceSqToSegment(Eh,Th,Nm,Sv)>i)return;Nm.applyMatrix4(n.matrixWorld);let c=e.ray.origin.distanceTo(Nm);if(!(c<e.near||c>e.far))return{distance:c,point:Sv.clone().applyMatrix4(n.matrixWorld),index:o,face:null,faceIndex:null,barycoord:null,object:n}}var Mv=new H,Ev=new H,mr=class extends Ah{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,i=[];for(let r=0,s=t.count;r<s;r+=2)Mv.fromBufferAttribute(t,r),Ev.fromBufferAttribute(t,r+1),i[r]=r===0?0:i[r-1],i[r+1]=i[r]+Mv.distanceTo(Ev);e.setAttribute("lineDistance",new un(i,1))}else Ne("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var Ch=class extends fr{constructor(e){super(),this.isPointsMaterial=!0,this.type="PointsMaterial",this.color=new Ye(16777215),this.map=null,this.alphaMap=null,this.size=1,this.sizeAttenuation=!0,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.alphaMap=e.alphaMap,this.size=e.size,this.sizeAttenuation=e.sizeAttenuation,this.fog=e.fog,this}},Tv=new Rt,Um=new Ro,Ju=new Hr,Qu=new H,Ga=class extends Dn{constructor(e=new Dt,t=new Ch){super(),this.isPoints=!0,this.type="Points",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,r=this.matrixWorld,s=e.params.Points.threshold,o=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),Ju.copy(i.boundingSphere),Ju.applyMatrix4(r),Ju.radius+=s,e.ray.intersectsSphere(Ju)===!1)return;Tv.copy(r).invert(),Um.copy(e.ray).applyMatrix4(Tv);let a=s/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=i.index,h=i.attributes.position;if(c!==null){let d=Math.max(0,o.start),f=Math.min(c.count,o.start+o.count);for(let m=d,y=f;m<y;m++){let p=c.getX(m);Qu.fromBufferAttribute(h,p),Av(Qu,p,l,r,e,t,this)}}else{let d=Math.max(0,o.start),f=Math.min(h.count,o.start+o.count);for(let m=d,y=f;m<y;m++)Qu.fromBufferAttribute(h,m),Av(Qu,m,l,r,e,t,this)}}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let r=t[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}};function Av(n,e,t,i,r,s,o){let a=Um.distanceSqToPoint(n);if(a<t){let l=new H;Um.closestPointToPoint(n,l),l.applyMatrix4(i);let c=r.ray.origin.distanceTo(l);if(c<r.near||c>r.far)return;s.push({distance:c,distanceToRay:Math.sqrt(a),point:l,index:e,face:null,faceIndex:null,barycoord:null,object:o})}}var Ha=class extends Ln{constructor(e,t){super({width:e,height:t}),this.isFramebufferTexture=!0,this.magFilter=Xt,this.minFilter=Xt,this.generateMipmaps=!1,this.needsUpdate=!0}copy(e){return super.copy(e),this.source=new gs(Object.assign({},e.image)),this}};var Wa=class extends Ln{constructor(e=[],t=vs,i,r,s,o,a,l,c,u){super(e,t,i,r,s,o,a,l,c,u),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var gr=class extends Ln{constructor(e,t,i=_i,r,s,o,a=Xt,l=Xt,c,u=dr,h=1){if(u!==dr&&u!==yr)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let d={width:e,height:t,depth:h};super(d,r,s,o,a,l,u,i,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new gs(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},Xa=class extends gr{constructor(e,t=_i,i=vs,r,s,o=Xt,a=Xt,l,c=dr){let u={width:e,height:e,depth:1},h=[u,u,u,u,u,u];super(e,e,t,i,r,s,o,a,l,c),this.image=h,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},$a=class extends Ln{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},Po=class n extends Dt{constructor(e=1,t=1,i=1,r=1,s=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:i,widthSegments:r,heightSegments:s,depthSegments:o};let a=this;r=Math.floor(r),s=Math.floor(s),o=Math.floor(o);let l=[],c=[],u=[],h=[],d=0,f=0;m("z","y","x",-1,-1,i,t,e,o,s,0),m("z","y","x",1,-1,i,t,-e,o,s,1),m("x","z","y",1,1,e,i,t,r,o,2),m("x","z","y",1,-1,e,i,-t,r,o,3),m("x","y","z",1,-1,e,t,i,r,s,4),m("x","y","z",-1,-1,e,t,-i,r,s,5),this.setIndex(l),this.setAttribute("position",new un(c,3)),this.setAttribute("normal",new un(u,3)),this.setAttribute("uv",new un(h,2));function m(y,p,g,w,M,v,C,T,_,S,D){let I=v/_,N=C/S,V=v/2,W=C/2,R=T/2,L=_+1,G=S+1,z=0,te=0,X=new H;for(let Q=0;Q<G;Q++){let ee=Q*N-W;for(let xe=0;xe<L;xe++){let Re=xe*I-V;X[y]=Re*w,X[p]=ee*M,X[g]=R,c.push(X.x,X.y,X.z),X[y]=0,X[p]=0,X[g]=T>0?1:-1,u.push(X.x,X.y,X.z),h.push(xe/_),h.push(1-Q/S),z+=1}}for(let Q=0;Q<S;Q++)for(let ee=0;ee<_;ee++){let xe=d+ee+L*Q,Re=d+ee+L*(Q+1),Y=d+(ee+1)+L*(Q+1),ue=d+(ee+1)+L*Q;l.push(xe,Re,ue),l.push(Re,Y,ue),te+=6}a.addGroup(f,te,D),f+=te,d+=z}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};function zP(n,e,t=2){let i=e&&e.length,r=i?e[0]*t:n.length,s=vw(n,0,r,t,!0),o=[];if(!s||s.next===s.prev)return o;let a,l,c;if(i&&(s=XP(n,e,s,t)),n.length>80*t){a=n[0],l=n[1];let u=a,h=l;for(let d=t;d<r;d+=t){let f=n[d],m=n[d+1];f<a&&(a=f),m<l&&(l=m),f>u&&(u=f),m>h&&(h=m)}c=Math.max(u-a,h-l),c=c!==0?32767/c:0}return qa(s,o,t,a,l,c,0),o}function vw(n,e,t,i,r){let s;if(r===nL(n,e,t,i)>0)for(let o=e;o<t;o+=i)s=Cv(o/i|0,n[o],n[o+1],s);else for(let o=t-i;o>=e;o-=i)s=Cv(o/i|0,n[o],n[o+1],s);return s&&Lo(s,s.next)&&(Ka(s),s=s.next),s}function ys(n,e){if(!n)return n;e||(e=n);let t=n,i;do if(i=!1,!t.steiner&&(Lo(t,t.next)||Nt(t.prev,t,t.next)===0)){if(Ka(t),t=e=t.prev,t===t.next)break;i=!0}else t=t.next;while(i||t!==e);return e}function qa(n,e,t,i,r,s,o){if(!n)return;!o&&s&&ZP(n,i,r,s);let a=n;for(;n.prev!==n.next;){let l=n.prev,c=n.next;if(s?GP(n,i,r,s):VP(n)){e.push(l.i,n.i,c.i),Ka(n),n=c.next,a=c.next;continue}if(n=c,n===a){o?o===1?(n=HP(ys(n),e),qa(n,e,t,i,r,s,2)):o===2&&WP(n,e,t,i,r,s):qa(ys(n),e,t,i,r,s,1);break}}}function VP(n){let e=n.prev,t=n,i=n.next;if(Nt(e,t,i)>=0)return!1;let r=e.x,s=t.x,o=i.x,a=e.y,l=t.y,c=i.y,u=Math.min(r,s,o),h=Math.min(a,l,c),d=Math.max(r,s,o),f=Math.max(a,l,c),m=i.next;for(;m!==e;){if(m.x>=u&&m.x<=d&&m.y>=h&&m.y<=f&&La(r,a,s,l,o,c,m.x,m.y)&&Nt(m.prev,m,m.next)>=0)return!1;m=m.next}return!0}function GP(n,e,t,i){let r=n.prev,s=n,o=n.next;if(Nt(r,s,o)>=0)return!1;let a=r.x,l=s.x,c=o.x,u=r.y,h=s.y,d=o.y,f=Math.min(a,l,c),m=Math.min(u,h,d),y=Math.max(a,l,c),p=Math.max(u,h,d),g=Bm(f,m,e,t,i),w=Bm(y,p,e,t,i),M=n.prevZ,v=n.nextZ;for(;M&&M.z>=g&&v&&v.z<=w;){if(M.x>=f&&M.x<=y&&M.y>=m&&M.y<=p&&M!==r&&M!==o&&La(a,u,l,h,c,d,M.x,M.y)&&Nt(M.prev,M,M.next)>=0||(M=M.prevZ,v.x>=f&&v.x<=y&&v.y>=m&&v.y<=p&&v!==r&&v!==o&&La(a,u,l,h,c,d,v.x,v.y)&&Nt(v.prev,v,v.next)>=0))return!1;v=v.nextZ}for(;M&&M.z>=g;){if(M.x>=f&&M.x<=y&&M.y>=m&&M.y<=p&&M!==r&&M!==o&&La(a,u,l,h,c,d,M.x,M.y)&&Nt(M.prev,M,M.next)>=0)return!1;M=M.prevZ}for(;v&&v.z<=w;){if(v.x>=f&&v.x<=y&&v.y>=m&&v.y<=p&&v!==r&&v!==o&&La(a,u,l,h,c,d,v.x,v.y)&&Nt(v.prev,v,v.next)>=0)return!1;v=v.nextZ}return!0}function HP(n,e){let t=n;do{let i=t.prev,r=t.next.next;!Lo(i,r)&&Sw(i,t,t.next,r)&&Ya(i,r)&&Ya(r,i)&&(e.push(i.i,t.i,r.i),Ka(t),Ka(t.next),t=n=r),t=t.next}while(t!==n);return ys(t)}function WP(n,e,t,i,r,s){let o=n;do{let a=o.next.next;for(;a!==o.prev;){if(o.i!==a.i&&QP(o,a)){let l=Mw(o,a);o=ys(o,o.next),l=ys(l,l.next),qa(o,e,t,i,r,s,0),qa(l,e,t,i,r,s,0);return}a=a.next}o=o.next}while(o!==n)}function XP(n,e,t,i){let r=[];for(let s=0,o=e.length;s<o;s++){let a=e[s]*i,l=s<o-1?e[s+1]*i:n.length,c=vw(n,a,l,i,!1);c===c.next&&(c.steiner=!0),r.push(JP(c))}r.sort($P);for(let s=0;s<r.length;s++)t=qP(r[s],t);return t}function $P(n,e){let t=n.x-e.x;if(t===0&&(t=n.y-e.y,t===0)){let i=(n.next.y-n.y)/(n.next.x-n.x),r=(e.next.y-e.y)/(e.next.x-e.x);t=i-r}return t}function qP(n,e){let t=YP(n,e);if(!t)return e;let i=Mw(t,n);return ys(i,i.next),ys(t,t.next)}function YP(n,e){let t=e,i=n.x,r=n.y,s=-1/0,o;if(Lo(n,t))return t;do{if(Lo(n,t.next))return t.next;if(r<=t.y&&r>=t.next.y&&t.next.y!==t.y){let h=t.x+(r-t.y)*(t.next.x-t.x)/(t.next.y-t.y);if(h<=i&&h>s&&(s=h,o=t.x<t.next.x?t:t.next,h===i))return o}t=t.next}while(t!==e);if(!o)return null;let a=o,l=o.x,c=o.y,u=1/0;t=o;do{if(i>=t.x&&t.x>=l&&i!==t.x&&ww(r<c?i:s,r,l,c,r<c?s:i,r,t.x,t.y)){let h=Math.abs(r-t.y)/(i-t.x);Ya(t,n)&&(h<u||h===u&&(t.x>o.x||t.x===o.x&&KP(o,t)))&&(o=t,u=h)}t=t.next}while(t!==a);return o}function KP(n,e){return Nt(n.prev,n,e.prev)<0&&Nt(e.next,n,n.next)<0}function ZP(n,e,t,i){let r=n;do r.z===0&&(r.z=Bm(r.x,r.y,e,t,i)),r.prevZ=r.prev,r.nextZ=r.next,r=r.next;while(r!==n);r.prevZ.nextZ=null,r.prevZ=null,jP(r)}function jP(n){let e,t=1;do{let i=n,r;n=null;let s=null;for(e=0;i;){e++;let o=i,a=0;for(let c=0;c<t&&(a++,o=o.nextZ,!!o);c++);let l=t;for(;a>0||l>0&&o;)a!==0&&(l===0||!o||i.z<=o.z)?(r=i,i=i.nextZ,a--):(r=o,o=o.nextZ,l--),s?s.nextZ=r:n=r,r.prevZ=s,s=r;i=o}s.nextZ=null,t*=2}while(e>1);return n}function Bm(n,e,t,i,r){return n=(n-t)*r|0,e=(e-i)*r|0,n=(n|n<<8)&16711935,n=(n|n<<4)&252645135,n=(n|n<<2)&858993459,n=(n|n<<1)&1431655765,e=(e|e<<8)&16711935,e=(e|e<<4)&252645135,e=(e|e<<2)&858993459,e=(e|e<<1)&1431655765,n|e<<1}function JP(n){let e=n,t=n;do(e.x<t.x||e.x===t.x&&e.y<t.y)&&(t=e),e=e.next;while(e!==n);return t}function ww(n,e,t,i,r,s,o,a){return(r-o)*(e-a)>=(n-o)*(s-a)&&(n-o)*(i-a)>=(t-o)*(e-a)&&(t-o)*(s-a)>=(r-o)*(i-a)}function La(n,e,t,i,r,s,o,a){return!(n===o&&e===a)&&ww(n,e,t,i,r,s,o,a)}function QP(n,e){return n.next.i!==e.i&&n.prev.i!==e.i&&!eL(n,e)&&(Ya(n,e)&&Ya(e,n)&&tL(n,e)&&(Nt(n.prev,n,e.prev)||Nt(n,e.prev,e))||Lo(n,e)&&Nt(n.prev,n,n.next)>0&&Nt(e.prev,e,e.next)>0)}function Nt(n,e,t){return(e.y-n.y)*(t.x-e.x)-(e.x-n.x)*(t.y-e.y)}function Lo(n,e){return n.x===e.x&&n.y===e.y}function Sw(n,e,t,i){let r=th(Nt(n,e,t)),s=th(Nt(n,e,i)),o=th(Nt(t,i,n)),a=th(Nt(t,i,e));return!!(r!==s&&o!==a||r===0&&eh(n,t,e)||s===0&&eh(n,i,e)||o===0&&eh(t,n,i)||a===0&&eh(t,e,i))}function eh(n,e,t){return e.x<=Math.max(n.x,t.x)&&e.x>=Math.min(n.x,t.x)&&e.y<=Math.max(n.y,t.y)&&e.y>=Math.min(n.y,t.y)}function th(n){return n>0?1:n<0?-1:0}function eL(n,e){let t=n;do{if(t.i!==n.i&&t.next.i!==n.i&&t.i!==e.i&&t.next.i!==e.i&&Sw(t,t.next,n,e))return!0;t=t.next}while(t!==n);return!1}function Ya(n,e){return Nt(n.prev,n,n.next)<0?Nt(n,e,n.next)>=0&&Nt(n,n.prev,e)>=0:Nt(n,e,n.prev)<0||Nt(n,n.next,e)<0}function tL(n,e){let t=n,i=!1,r=(n.x+e.x)/2,s=(n.y+e.y)/2;do t.y>s!=t.next.y>s&&t.next.y!==t.y&&r<(t.next.x-t.x)*(s-t.y)/(t.next.y-t.y)+t.x&&(i=!i),t=t.next;while(t!==n);return i}function Mw(n,e){let t=zm(n.i,n.x,n.y),i=zm(e.i,e.x,e.y),r=n.next,s=e.prev;return n.next=e,e.prev=n,t.next=r,r.prev=t,i.next=t,t.prev=i,s.next=i,i.prev=s,i}function Cv(n,e,t,i){let r=zm(n,e,t);return i?(r.next=i.next,r.prev=i,i.next.prev=r,i.next=r):(r.prev=r,r.next=r),r}function Ka(n){n.next.prev=n.prev,n.prev.next=n.next,n.prevZ&&(n.prevZ.nextZ=n.nextZ),n.nextZ&&(n.nextZ.prevZ=n.prevZ)}function zm(n,e,t){return{i:n,x:e,y:t,prev:null,next:null,z:0,prevZ:null,nextZ:null,steiner:!1}}function nL(n,e,t,i){let r=0;for(let s=e,o=t-i;s<t;s+=i)r+=(n[o]-n[s])*(n[s+1]+n[o+1]),o=s;return r}var Vm=class{static triangulate(e,t,i=2){return zP(e,t,i)}},Za=class n{static area(e){let t=e.length,i=0;for(let r=t-1,s=0;s<t;r=s++)i+=e[r].x*e[s].y-e[s].x*e[r].y;return i*.5}static isClockWise(e){return n.area(e)<0}static triangulateShape(e,t){let i=[],r=[],s=[];Rv(e),Pv(i,e);let o=e.length;t.forEach(Rv);for(let l=0;l<t.length;l++)r.push(o),o+=t[l].length,Pv(i,t[l]);let a=Vm.triangulate(i,r);for(let l=0;l<a.length;l+=3)s.push(a.slice(l,l+3));return s}};function Rv(n){let e=n.length;e>2&&n[e-1].equals(n[0])&&n.pop()}function Pv(n,e){for(let t=0;t<e.length;t++)n.push(e[t].x),n.push(e[t].y)}var ja=class n extends Dt{constructor(e=1,t=1,i=1,r=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:i,heightSegments:r};let s=e/2,o=t/2,a=Math.floor(i),l=Math.floor(r),c=a+1,u=l+1,h=e/a,d=t/l,f=[],m=[],y=[],p=[];for(let g=0;g<u;g++){let w=g*d-o;for(let M=0;M<c;M++){let v=M*h-s;m.push(v,-w,0),y.push(0,0,1),p.push(M/a),p.push(1-g/l)}}for(let g=0;g<l;g++)for(let w=0;w<a;w++){let M=w+c*g,v=w+c*(g+1),C=w+1+c*(g+1),T=w+1+c*g;f.push(M,v,T),f.push(v,C,T)}this.setIndex(f),this.setAttribute("position",new un(m,3)),this.setAttribute("normal",new un(y,3)),this.setAttribute("uv",new un(p,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.width,e.height,e.widthSegments,e.heightSegments)}};var Ja=class n extends Dt{constructor(e=1,t=32,i=16,r=0,s=Math.PI*2,o=0,a=Math.PI){super(),this.type="SphereGeometry",this.parameters={radius:e,widthSegments:t,heightSegments:i,phiStart:r,phiLength:s,thetaStart:o,thetaLength:a},t=Math.max(3,Math.floor(t)),i=Math.max(2,Math.floor(i));let l=Math.min(o+a,Math.PI),c=0,u=[],h=new H,d=new H,f=[],m=[],y=[],p=[];for(let g=0;g<=i;g++){let w=[],M=g/i,v=o+M*a,C=e*Math.cos(v),T=Math.sqrt(e*e-C*C),_=0;g===0&&o===0?_=.5/t:g===i&&l===Math.PI&&(_=-.5/t);for(let S=0;S<=t;S++){let D=S/t,I=r+D*s;h.x=-T*Math.cos(I),h.y=C,h.z=T*Math.sin(I),m.push(h.x,h.y,h.z),d.copy(h).normalize(),y.push(d.x,d.y,d.z),p.push(D+_,1-M),w.push(c++)}u.push(w)}for(let g=0;g<i;g++)for(let w=0;w<t;w++){let M=u[g][w+1],v=u[g][w],C=u[g+1][w],T=u[g+1][w+1];(g!==0||o>0)&&f.push(M,v,T),(g!==i-1||l<Math.PI)&&f.push(v,C,T)}this.setIndex(f),this.setAttribute("position",new un(m,3)),this.setAttribute("normal",new un(y,3)),this.setAttribute("uv",new un(p,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.radius,e.widthSegments,e.heightSegments,e.phiStart,e.phiLength,e.thetaStart,e.thetaLength)}};function Ss(n){let e={};for(let t in n){e[t]={};for(let i in n[t]){let r=n[t][i];if(Lv(r))r.isRenderTargetTexture?(Ne("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][i]=null):e[t][i]=r.clone();else if(Array.isArray(r))if(Lv(r[0])){let s=[];for(let o=0,a=r.length;o<a;o++)s[o]=r[o].clone();e[t][i]=s}else e[t][i]=r.slice();else e[t][i]=r}}return e}function vn(n){let e={};for(let t=0;t<n.length;t++){let i=Ss(n[t]);for(let r in i)e[r]=i[r]}return e}function Lv(n){return n&&(n.isColor||n.isMatrix3||n.isMatrix4||n.isVector2||n.isVector3||n.isVector4||n.isTexture||n.isQuaternion)}function iL(n){let e=[];for(let t=0;t<n.length;t++)e.push(n[t].clone());return e}function xg(n){let e=n.getRenderTarget();return e===null?n.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:et.workingColorSpace}var Ew={clone:Ss,merge:vn},rL=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,sL=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,Ot=class extends fr{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=rL,this.fragmentShader=sL,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=Ss(e.uniforms),this.uniformsGroups=iL(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let r in this.uniforms){let o=this.uniforms[r].value;o&&o.isTexture?t.uniforms[r]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[r]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[r]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[r]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[r]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[r]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[r]={type:"m4",value:o.toArray()}:t.uniforms[r]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let i={};for(let r in this.extensions)this.extensions[r]===!0&&(i[r]=!0);return Object.keys(i).length>0&&(t.extensions=i),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let i in e.uniforms){let r=e.uniforms[i];switch(this.uniforms[i]={},r.type){case"t":this.uniforms[i].value=t[r.value]||null;break;case"c":this.uniforms[i].value=new Ye().setHex(r.value);break;case"v2":this.uniforms[i].value=new ot().fromArray(r.value);break;case"v3":this.uniforms[i].value=new H().fromArray(r.value);break;case"v4":this.uniforms[i].value=new kt().fromArray(r.value);break;case"m3":this.uniforms[i].value=new Oe().fromArray(r.value);break;case"m4":this.uniforms[i].value=new Rt().fromArray(r.value);break;default:this.uniforms[i].value=r.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let i in e.extensions)this.extensions[i]=e.extensions[i];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},Rh=class extends Ot{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var Ph=class extends fr{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=ow,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Lh=class extends fr{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function vo(n,e){return!n||n.constructor===e?n:typeof e.BYTES_PER_ELEMENT=="number"?new e(n):Array.prototype.slice.call(n)}function nh(n){return n!==void 0&&n.inTangents!==void 0&&n.outTangents!==void 0}var Wr=class{constructor(e,t,i,r){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=r!==void 0?r:new t.constructor(i),this.sampleValues=t,this.valueSize=i,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,i=this._cachedIndex,r=t[i],s=t[i-1];n:{e:{let o;t:{i:if(!(e<r)){for(let a=i+2;;){if(r===void 0){if(e<s)break i;return i=t.length,this._cachedIndex=i,this.copySampleValue_(i-1)}if(i===a)break;if(s=r,r=t[++i],e<r)break e}o=t.length;break t}if(!(e>=s)){let a=t[1];e<a&&(i=2,s=a);for(let l=i-2;;){if(s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(i===l)break;if(r=s,s=t[--i-1],e>=s)break e}o=i,i=0;break t}break n}for(;i<o;){let a=i+o>>>1;e<t[a]?o=a:i=a+1}if(r=t[i],s=t[i-1],s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return i=t.length,this._cachedIndex=i,this.copySampleValue_(i-1)}this._cachedIndex=i,this.intervalChanged_(i,s,r)}return this.interpolate_(i,s,e,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,i=this.sampleValues,r=this.valueSize,s=e*r;for(let o=0;o!==r;++o)t[o]=i[s+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},Ih=class extends Wr{constructor(e,t,i,r){super(e,t,i,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:Dm,endingEnd:Dm}}intervalChanged_(e,t,i){let r=this.parameterPositions,s=e-2,o=e+1,a=r[s],l=r[o];if(a===void 0)switch(this.getSettings_().endingStart){case Om:s=e,a=2*t-i;break;case Fm:s=r.length-2,a=t+r[s]-r[s+1];break;default:s=e,a=i}if(l===void 0)switch(this.getSettings_().endingEnd){case Om:o=e,l=2*i-t;break;case Fm:o=1,l=i+r[1]-r[0];break;default:o=e-1,l=t}let c=(i-t)*.5,u=this.valueSize;this._weightPrev=c/(t-a),this._weightNext=c/(l-i),this._offsetPrev=s*u,this._offsetNext=o*u}interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,u=this._offsetPrev,h=this._offsetNext,d=this._weightPrev,f=this._weightNext,m=(i-t)/(r-t),y=m*m,p=y*m,g=-d*p+2*d*y-d*m,w=(1+d)*p+(-1.5-2*d)*y+(-.5+d)*m+1,M=(-1-f)*p+(1.5+f)*y+.5*m,v=f*p-f*y;for(let C=0;C!==a;++C)s[C]=g*o[u+C]+w*o[c+C]+M*o[l+C]+v*o[h+C];return s}},Nh=class extends Wr{constructor(e,t,i,r){super(e,t,i,r)}interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,u=(i-t)/(r-t),h=1-u;for(let d=0;d!==a;++d)s[d]=o[c+d]*h+o[l+d]*u;return s}},kh=class extends Wr{constructor(e,t,i,r){super(e,t,i,r)}interpolate_(e){return this.copySampleValue_(e-1)}},Dh=class extends Wr{interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,u=this.inTangents,h=this.outTangents;if(!u||!h){let m=(i-t)/(r-t),y=1-m;for(let p=0;p!==a;++p)s[p]=o[c+p]*y+o[l+p]*m;return s}let d=a*2,f=e-1;for(let m=0;m!==a;++m){let y=o[c+m],p=o[l+m],g=f*d+m*2,w=h[g],M=h[g+1],v=e*d+m*2,C=u[v],T=u[v+1],_=aL(i,t,w,C,r);s[m]=Tw(_,y,M,T,p)}return s}};function Tw(n,e,t,i,r){let s=1-n;return s*s*s*e+3*s*s*n*t+3*s*n*n*i+n*n*n*r}function oL(n,e,t,i,r){let s=1-n;return 3*s*s*(t-e)+6*s*n*(i-t)+3*n*n*(r-i)}function aL(n,e,t,i,r){let s=(n-e)/(r-e);for(let o=0;o<8;o++){let a=Tw(s,e,t,i,r)-n;if(Math.abs(a)<1e-10)break;let l=oL(s,e,t,i,r);if(Math.abs(l)<1e-10)break;s=Math.max(0,Math.min(1,s-a/l))}return s}var Xn=class{constructor(e,t,i,r){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=vo(t,this.TimeBufferType),this.values=vo(i,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,i;if(t.toJSON!==this.toJSON)i=t.toJSON(e);else{i={name:e.name,times:vo(e.times,Array),values:vo(e.values,Array)};let r=e.getInterpolation();r!==e.DefaultInterpolation&&(i.interpolation=r),nh(e.settings)&&(i.settings={inTangents:vo(e.settings.inTangents,Array),outTangents:vo(e.settings.outTangents,Array)})}return i.type=e.ValueTypeName,i}InterpolantFactoryMethodDiscrete(e){return new kh(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new Nh(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new Ih(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new Dh(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case Na:t=this.InterpolantFactoryMethodDiscrete;break;case gh:t=this.InterpolantFactoryMethodLinear;break;case sh:t=this.InterpolantFactoryMethodSmooth;break;case km:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let i="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(i);return Ne("KeyframeTrack:",i),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return Na;case this.InterpolantFactoryMethodLinear:return gh;case this.InterpolantFactoryMethodSmooth:return sh;case this.InterpolantFactoryMethodBezier:return km}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let i=0,r=t.length;i!==r;++i)t[i]+=e;nh(this.settings)&&(Iv(this.settings.inTangents,e),Iv(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let i=0,r=t.length;i!==r;++i)t[i]*=e;nh(this.settings)&&(Nv(this.settings.inTangents,e),Nv(this.settings.outTangents,e))}return this}trim(e,t){let i=this.times,r=i.length,s=0,o=r-1;for(;s!==r&&i[s]<e;)++s;for(;o!==-1&&i[o]>t;)--o;if(++o,s!==0||o!==r){s>=o&&(o=Math.max(o,1),s=o-1);let a=this.getValueSize();this.times=i.slice(s,o),this.values=this.values.slice(s*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(De("KeyframeTrack: Invalid value size in track.",this),e=!1);let i=this.times,r=this.values,s=i.length;s===0&&(De("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==s;a++){let l=i[a];if(typeof l=="number"&&isNaN(l)){De("KeyframeTrack: Time is not a valid number.",this,a,l),e=!1;break}if(o!==null&&o>l){De("KeyframeTrack: Out of order keys.",this,a,l,o),e=!1;break}o=l}if(r!==void 0&&yP(r))for(let a=0,l=r.length;a!==l;++a){let c=r[a];if(isNaN(c)){De("KeyframeTrack: Value is not a valid number.",this,a,c),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),i=this.getValueSize(),r=this.getInterpolation()===sh,s=e.length-1,o=1;for(let a=1;a<s;++a){let l=!1,c=e[a],u=e[a+1];if(c!==u&&(a!==1||c!==e[0]))if(r)l=!0;else{let h=a*i,d=h-i,f=h+i;for(let m=0;m!==i;++m){let y=t[h+m];if(y!==t[d+m]||y!==t[f+m]){l=!0;break}}}if(l){if(a!==o){e[o]=e[a];let h=a*i,d=o*i;for(let f=0;f!==i;++f)t[d+f]=t[h+f]}++o}}if(s>0){e[o]=e[s];for(let a=s*i,l=o*i,c=0;c!==i;++c)t[l+c]=t[a+c];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*i)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),i=this.constructor,r=new i(this.name,e,t);return r.createInterpolant=this.createInterpolant,nh(this.settings)&&(r.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),r}};function Iv(n,e){for(let t=0,i=n.length;t!==i;t+=2)n[t]+=e}function Nv(n,e){for(let t=0,i=n.length;t!==i;t+=2)n[t]*=e}Xn.prototype.ValueTypeName="";Xn.prototype.TimeBufferType=Float32Array;Xn.prototype.ValueBufferType=Float32Array;Xn.prototype.DefaultInterpolation=gh;var Xr=class extends Xn{constructor(e,t,i){super(e,t,i)}};Xr.prototype.ValueTypeName="bool";Xr.prototype.ValueBufferType=Array;Xr.prototype.DefaultInterpolation=Na;Xr.prototype.InterpolantFactoryMethodLinear=void 0;Xr.prototype.InterpolantFactoryMethodSmooth=void 0;var Oh=class extends Xn{constructor(e,t,i,r){super(e,t,i,r)}};Oh.prototype.ValueTypeName="color";var Fh=class extends Xn{constructor(e,t,i,r){super(e,t,i,r)}};Fh.prototype.ValueTypeName="number";var Uh=class extends Wr{constructor(e,t,i,r){super(e,t,i,r)}interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=(i-t)/(r-t),c=e*a;for(let u=c+a;c!==u;c+=4)Bi.slerpFlat(s,0,o,c-a,o,c,l);return s}},Qa=class extends Xn{constructor(e,t,i,r){super(e,t,i,r)}InterpolantFactoryMethodLinear(e){return new Uh(this.times,this.values,this.getValueSize(),e)}};Qa.prototype.ValueTypeName="quaternion";Qa.prototype.InterpolantFactoryMethodSmooth=void 0;var $r=class extends Xn{constructor(e,t,i){super(e,t,i)}};$r.prototype.ValueTypeName="string";$r.prototype.ValueBufferType=Array;$r.prototype.DefaultInterpolation=Na;$r.prototype.InterpolantFactoryMethodLinear=void 0;$r.prototype.InterpolantFactoryMethodSmooth=void 0;var Bh=class extends Xn{constructor(e,t,i,r){super(e,t,i,r)}};Bh.prototype.ValueTypeName="vector";var zh=class{constructor(e,t,i){let r=this,s=!1,o=0,a=0,l,c=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=i,this._abortController=null,this.itemStart=function(u){a++,s===!1&&r.onStart!==void 0&&r.onStart(u,o,a),s=!0},this.itemEnd=function(u){o++,r.onProgress!==void 0&&r.onProgress(u,o,a),o===a&&(s=!1,r.onLoad!==void 0&&r.onLoad())},this.itemError=function(u){r.onError!==void 0&&r.onError(u)},this.resolveURL=function(u){return u=u.normalize("NFC"),l?l(u):u},this.setURLModifier=function(u){return l=u,this},this.addHandler=function(u,h){return c.push(u,h),this},this.removeHandler=function(u){let h=c.indexOf(u);return h!==-1&&c.splice(h,2),this},this.getHandler=function(u){for(let h=0,d=c.length;h<d;h+=2){let f=c[h],m=c[h+1];if(f.global&&(f.lastIndex=0),f.test(u))return m}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},Aw=new zh,Vh=class{constructor(e){this.manager=e!==void 0?e:Aw,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let i=this;return new Promise(function(r,s){i.load(e,r,t,s)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};Vh.DEFAULT_MATERIAL_NAME="__DEFAULT";var ih=new H,rh=new Bi,Oi=new H,el=class extends Dn{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new Rt,this.projectionMatrix=new Rt,this.projectionMatrixInverse=new Rt,this.coordinateSystem=ri,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(ih,rh,Oi),Oi.x===1&&Oi.y===1&&Oi.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(ih,rh,Oi.set(1,1,1)).invert()}updateWorldMatrix(e,t,i=!1){super.updateWorldMatrix(e,t,i),this.matrixWorld.decompose(ih,rh,Oi),Oi.x===1&&Oi.y===1&&Oi.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(ih,rh,Oi.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},Br=new H,kv=new ot,Dv=new ot,Rn=class extends el{constructor(e=50,t=1,i=.1,r=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=i,this.far=r,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=_h*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(dm*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return _h*2*Math.atan(Math.tan(dm*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,i){Br.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(Br.x,Br.y).multiplyScalar(-e/Br.z),Br.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),i.set(Br.x,Br.y).multiplyScalar(-e/Br.z)}getViewSize(e,t){return this.getViewBounds(e,kv,Dv),t.subVectors(Dv,kv)}setViewOffset(e,t,i,r,s,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(dm*.5*this.fov)/this.zoom,i=2*t,r=this.aspect*i,s=-.5*r,o=this.view;if(this.view!==null&&this.view.enabled){let l=o.fullWidth,c=o.fullHeight;s+=o.offsetX*r/l,t-=o.offsetY*i/c,r*=o.width/l,i*=o.height/c}let a=this.filmOffset;a!==0&&(s+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(s,s+r,t,t-i,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var Gh=class extends el{constructor(e=-1,t=1,i=1,r=-1,s=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=i,this.bottom=r,this.near=s,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,i,r,s,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),i=(this.right+this.left)/2,r=(this.top+this.bottom)/2,s=i-e,o=i+e,a=r+t,l=r-t;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,u=(this.top-this.bottom)/this.view.fullHeight/this.zoom;s+=c*this.view.offsetX,o=s+c*this.view.width,a-=u*this.view.offsetY,l=a-u*this.view.height}this.projectionMatrix.makeOrthographic(s,o,a,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}};var tl=class extends Dt{constructor(){super(),this.isInstancedBufferGeometry=!0,this.type="InstancedBufferGeometry",this.instanceCount=1/0}copy(e){return super.copy(e),this.instanceCount=e.instanceCount,this}toJSON(){let e=super.toJSON();return e.instanceCount=this.instanceCount,e.isInstancedBufferGeometry=!0,e}};var wo=-90,So=1,Io=class extends Dn{constructor(e,t,i){super(),this.type="CubeCamera",this.renderTarget=i,this.coordinateSystem=null,this.activeMipmapLevel=0;let r=new Rn(wo,So,e,t);r.layers=this.layers,this.add(r);let s=new Rn(wo,So,e,t);s.layers=this.layers,this.add(s);let o=new Rn(wo,So,e,t);o.layers=this.layers,this.add(o);let a=new Rn(wo,So,e,t);a.layers=this.layers,this.add(a);let l=new Rn(wo,So,e,t);l.layers=this.layers,this.add(l);let c=new Rn(wo,So,e,t);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[i,r,s,o,a,l]=t;for(let c of t)this.remove(c);if(e===ri)i.up.set(0,1,0),i.lookAt(1,0,0),r.up.set(0,1,0),r.lookAt(-1,0,0),s.up.set(0,0,-1),s.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(e===Oa)i.up.set(0,-1,0),i.lookAt(-1,0,0),r.up.set(0,-1,0),r.lookAt(1,0,0),s.up.set(0,0,1),s.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let c of t)this.add(c),c.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:i,activeMipmapLevel:r}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[s,o,a,l,c,u]=this.children,h=e.getRenderTarget(),d=e.getActiveCubeFace(),f=e.getActiveMipmapLevel(),m=e.xr.enabled;e.xr.enabled=!1;let y=i.texture.mipmapsAutoUpdate;i.texture.mipmapsAutoUpdate=!1;let p=!1;e.isWebGLRenderer===!0?p=e.state.buffers.depth.getReversed():p=e.reversedDepthBuffer,e.setRenderTarget(i,0,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,s),e.setRenderTarget(i,1,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(i,2,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(i,3,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(i,4,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),i.texture.mipmapsAutoUpdate=y,e.setRenderTarget(i,5,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,u),e.setRenderTarget(h,d,f),e.xr.enabled=m,i.texture.needsPMREMUpdate=!0}},Hh=class extends Rn{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var bg="\\[\\]\\.:\\/",lL=new RegExp("["+bg+"]","g"),vg="[^"+bg+"]",cL="[^"+bg.replace("\\.","")+"]",uL=/((?:WC+[\/:])*)/.source.replace("WC",vg),hL=/(WCOD+)?/.source.replace("WCOD",cL),dL=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",vg),fL=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",vg),pL=new RegExp("^"+uL+hL+dL+fL+"$"),mL=["material","materials","bones","map"],Gm=class{constructor(e,t,i){let r=i||Tt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,r)}getValue(e,t){this.bind();let i=this._targetGroup.nCachedObjects_,r=this._bindings[i];r!==void 0&&r.getValue(e,t)}setValue(e,t){let i=this._bindings;for(let r=this._targetGroup.nCachedObjects_,s=i.length;r!==s;++r)i[r].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,i=e.length;t!==i;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,i=e.length;t!==i;++t)e[t].unbind()}},Tt=class n{constructor(e,t,i){this.path=t,this.parsedPath=i||n.parseTrackName(t),this.node=n.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,i){return e&&e.isAnimationObjectGroup?new n.Composite(e,t,i):new n(e,t,i)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(lL,"")}static parseTrackName(e){let t=pL.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let i={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},r=i.nodeName&&i.nodeName.lastIndexOf(".");if(r!==void 0&&r!==-1){let s=i.nodeName.substring(r+1);mL.indexOf(s)!==-1&&(i.nodeName=i.nodeName.substring(0,r),i.objectName=s)}if(i.propertyName===null||i.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return i}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let i=e.skeleton.getBoneByName(t);if(i!==void 0)return i}if(e.children){let i=function(s){for(let o=0;o<s.length;o++){let a=s[o];if(a.name===t||a.uuid===t)return a;let l=i(a.children);if(l)return l}return null},r=i(e.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)e[t++]=i[r]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,i=t.objectName,r=t.propertyName,s=t.propertyIndex;if(e||(e=n.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Ne("PropertyBinding: No target node found for track: "+this.path+".");return}if(i){let c=t.objectIndex;switch(i){case"materials":if(!e.material){De("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){De("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){De("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let u=0;u<e.length;u++)if(e[u].name===c){c=u;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){De("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){De("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[i]===void 0){De("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[i]}if(c!==void 0){if(e[c]===void 0){De("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[c]}}let o=e[r];if(o===void 0){let c=t.nodeName;De("PropertyBinding: Trying to update property for track: "+c+"."+r+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(s!==void 0){if(r==="morphTargetInfluences"){if(!e.geometry){De("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){De("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[s]!==void 0&&(s=e.morphTargetDictionary[s])}l=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=s}else o.fromArray!==void 0&&o.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(l=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=r;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};Tt.Composite=Gm;Tt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};Tt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};Tt.prototype.GetterByBindingType=[Tt.prototype._getValue_direct,Tt.prototype._getValue_array,Tt.prototype._getValue_arrayElement,Tt.prototype._getValue_toArray];Tt.prototype.SetterByBindingTypeAndVersioning=[[Tt.prototype._setValue_direct,Tt.prototype._setValue_direct_setNeedsUpdate,Tt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[Tt.prototype._setValue_array,Tt.prototype._setValue_array_setNeedsUpdate,Tt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[Tt.prototype._setValue_arrayElement,Tt.prototype._setValue_arrayElement_setNeedsUpdate,Tt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[Tt.prototype._setValue_fromArray,Tt.prototype._setValue_fromArray_setNeedsUpdate,Tt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var o6=new Float32Array(1);var Hm=class{static{this.prototype.isMatrix2=!0}constructor(e,t,i,r){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,i,r)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let i=0;i<4;i++)this.elements[i]=e[i+t];return this}set(e,t,i,r){let s=this.elements;return s[0]=e,s[2]=t,s[1]=i,s[3]=r,this}};function wg(n,e,t,i){let r=gL(i);switch(t){case cg:return n*e;case hg:return n*e/r.components*r.byteLength;case Zh:return n*e/r.components*r.byteLength;case qr:return n*e*2/r.components*r.byteLength;case jh:return n*e*2/r.components*r.byteLength;case ug:return n*e*3/r.components*r.byteLength;case bi:return n*e*4/r.components*r.byteLength;case Jh:return n*e*4/r.components*r.byteLength;case rl:case sl:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*8;case ol:case al:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case ed:case nd:return Math.max(n,16)*Math.max(e,8)/4;case Qh:case td:return Math.max(n,8)*Math.max(e,8)/2;case id:case rd:case od:case ad:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*8;case sd:case ll:case ld:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case cd:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case ud:return Math.floor((n+4)/5)*Math.floor((e+3)/4)*16;case hd:return Math.floor((n+4)/5)*Math.floor((e+4)/5)*16;case dd:return Math.floor((n+5)/6)*Math.floor((e+4)/5)*16;case fd:return Math.floor((n+5)/6)*Math.floor((e+5)/6)*16;case pd:return Math.floor((n+7)/8)*Math.floor((e+4)/5)*16;case md:return Math.floor((n+7)/8)*Math.floor((e+5)/6)*16;case gd:return Math.floor((n+7)/8)*Math.floor((e+7)/8)*16;case _d:return Math.floor((n+9)/10)*Math.floor((e+4)/5)*16;case yd:return Math.floor((n+9)/10)*Math.floor((e+5)/6)*16;case xd:return Math.floor((n+9)/10)*Math.floor((e+7)/8)*16;case bd:return Math.floor((n+9)/10)*Math.floor((e+9)/10)*16;case vd:return Math.floor((n+11)/12)*Math.floor((e+9)/10)*16;case wd:return Math.floor((n+11)/12)*Math.floor((e+11)/12)*16;case Sd:case Md:case Ed:return Math.ceil(n/4)*Math.ceil(e/4)*16;case Td:case Ad:return Math.ceil(n/4)*Math.ceil(e/4)*8;case cl:case Cd:return Math.ceil(n/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function gL(n){switch(n){case $n:case sg:return{byteLength:1,components:1};case Oo:case og:case xi:return{byteLength:2,components:1};case Yh:case Kh:return{byteLength:2,components:4};case _i:case qh:case yi:return{byteLength:4,components:1};case ag:case lg:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${n}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ne("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function Kw(){let n=null,e=!1,t=null,i=null;function r(s,o){i=n.requestAnimationFrame(r),t(s,o)}return{start:function(){e!==!0&&t!==null&&n!==null&&(i=n.requestAnimationFrame(r),e=!0)},stop:function(){n!==null&&n.cancelAnimationFrame(i),e=!1},setAnimationLoop:function(s){t=s},setContext:function(s){n=s}}}function yL(n){let e=new WeakMap;function t(a,l){let c=a.array,u=a.usage,h=c.byteLength,d=n.createBuffer();n.bindBuffer(l,d),n.bufferData(l,c,u),a.onUploadCallback();let f;if(c instanceof Float32Array)f=n.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)f=n.HALF_FLOAT;else if(c instanceof Uint16Array)a.isFloat16BufferAttribute?f=n.HALF_FLOAT:f=n.UNSIGNED_SHORT;else if(c instanceof Int16Array)f=n.SHORT;else if(c instanceof Uint32Array)f=n.UNSIGNED_INT;else if(c instanceof Int32Array)f=n.INT;else if(c instanceof Int8Array)f=n.BYTE;else if(c instanceof Uint8Array)f=n.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)f=n.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:d,type:f,bytesPerElement:c.BYTES_PER_ELEMENT,version:a.version,size:h}}function i(a,l,c){let u=l.array,h=l.updateRanges;if(n.bindBuffer(c,a),h.length===0)n.bufferSubData(c,0,u);else{h.sort((f,m)=>f.start-m.start);let d=0;for(let f=1;f<h.length;f++){let m=h[d],y=h[f];y.start<=m.start+m.count+1?m.count=Math.max(m.count,y.start+y.count-m.start):(++d,h[d]=y)}h.length=d+1;for(let f=0,m=h.length;f<m;f++){let y=h[f];n.bufferSubData(c,y.start*u.BYTES_PER_ELEMENT,u,y.start,y.count)}l.clearUpdateRanges()}l.onUploadCallback()}function r(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function s(a){a.isInterleavedBufferAttribute&&(a=a.data);let l=e.get(a);l&&(n.deleteBuffer(l.buffer),e.delete(a))}function o(a,l){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let u=e.get(a);(!u||u.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let c=e.get(a);if(c===void 0)e.set(a,t(a,l));else if(c.version<a.version){if(c.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");i(c.buffer,a,l),c.version=a.version}}return{get:r,remove:s,update:o}}var xL=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,bL=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,vL=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,wL=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,SL=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,ML=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,EL=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,TL=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,AL=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,CL=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,RL=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,PL=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,LL=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,IL=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,NL=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,kL=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,DL=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,OL=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,FL=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,UL=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,BL=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,zL=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,VL=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,GL=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,HL=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,WL=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,XL=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,$L=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,qL=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,YL="gl_FragColor = linearToOutputTexel( gl_FragColor );",KL=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,ZL=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,jL=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,JL=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,QL=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,eI=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,tI=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,nI=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,iI=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,rI=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,sI=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,oI=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,aI=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,lI=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,cI=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,uI=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,hI=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,dI=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,fI=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,pI=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,mI=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,gI=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,_I=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,yI=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,xI=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,bI=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,vI=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,wI=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,SI=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,MI=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,EI=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,TI=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,AI=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,CI=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,RI=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,PI=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,LI=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,II=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,NI=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,kI=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,DI=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,OI=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,FI=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,UI=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,BI=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,zI=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,VI=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,GI=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,HI=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,WI=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,XI=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,$I=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,qI=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,YI=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,KI=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,ZI=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,jI=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,JI=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,QI=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,eN=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,tN=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,nN=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,iN=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,rN=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,sN=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,oN=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,aN=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,lN=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,cN=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,uN=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,hN=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,dN=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,fN=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,pN=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,mN=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,gN=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,_N=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,yN=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,xN=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,bN=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,vN=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,wN=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,SN=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,MN=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,EN=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,TN=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,AN=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,CN=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,RN=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,PN=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,LN=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,IN=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,NN=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,kN=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,DN=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,ON=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,FN=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,UN=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,BN=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,zN=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,VN=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,GN=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,HN=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,WN=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,XN=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,$N=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,qN=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,YN=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,KN=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,ZN=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,jN=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,We={alphahash_fragment:xL,alphahash_pars_fragment:bL,alphamap_fragment:vL,alphamap_pars_fragment:wL,alphatest_fragment:SL,alphatest_pars_fragment:ML,aomap_fragment:EL,aomap_pars_fragment:TL,batching_pars_vertex:AL,batching_vertex:CL,begin_vertex:RL,beginnormal_vertex:PL,bsdfs:LL,iridescence_fragment:IL,bumpmap_pars_fragment:NL,clipping_planes_fragment:kL,clipping_planes_pars_fragment:DL,clipping_planes_pars_vertex:OL,clipping_planes_vertex:FL,color_fragment:UL,color_pars_fragment:BL,color_pars_vertex:zL,color_vertex:VL,common:GL,defaultnormal_vertex:HL,displacementmap_pars_vertex:WL,displacementmap_vertex:XL,emissivemap_fragment:$L,emissivemap_pars_fragment:qL,colorspace_fragment:YL,colorspace_pars_fragment:KL,envmap_fragment:ZL,envmap_common_pars_fragment:jL,envmap_pars_fragment:JL,envmap_pars_vertex:QL,envmap_physical_pars_fragment:uI,envmap_vertex:eI,fog_vertex:tI,fog_pars_vertex:nI,fog_fragment:iI,fog_pars_fragment:rI,gradientmap_pars_fragment:sI,lightmap_pars_fragment:oI,lights_lambert_fragment:aI,lights_lambert_pars_fragment:lI,lights_pars_begin:cI,lights_toon_fragment:hI,lights_toon_pars_fragment:dI,lights_phong_fragment:fI,lights_phong_pars_fragment:pI,lights_physical_fragment:mI,lights_physical_pars_fragment:gI,lights_fragment_begin:_I,lights_fragment_maps:yI,lights_fragment_end:xI,lightprobes_pars_fragment:bI,logdepthbuf_fragment:vI,logdepthbuf_pars_fragment:wI,logdepthbuf_pars_vertex:SI,logdepthbuf_vertex:MI,map_fragment:EI,map_pars_fragment:TI,map_particle_fragment:AI,map_particle_pars_fragment:CI,metalnessmap_fragment:RI,metalnessmap_pars_fragment:PI,morphinstance_vertex:LI,morphcolor_vertex:II,morphnormal_vertex:NI,morphtarget_pars_vertex:kI,morphtarget_vertex:DI,normal_fragment_begin:OI,normal_fragment_maps:FI,normal_pars_fragment:UI,normal_pars_vertex:BI,normal_vertex:zI,normalmap_pars_fragment:VI,clearcoat_normal_fragment_begin:GI,clearcoat_normal_fragment_maps:HI,clearcoat_pars_fragment:WI,iridescence_pars_fragment:XI,opaque_fragment:$I,packing:qI,premultiplied_alpha_fragment:YI,project_vertex:KI,dithering_fragment:ZI,dithering_pars_fragment:jI,roughnessmap_fragment:JI,roughnessmap_pars_fragment:QI,shadowmap_pars_fragment:eN,shadowmap_pars_vertex:tN,shadowmap_vertex:nN,shadowmask_pars_fragment:iN,skinbase_vertex:rN,skinning_pars_vertex:sN,skinning_vertex:oN,skinnormal_vertex:aN,specularmap_fragment:lN,specularmap_pars_fragment:cN,tonemapping_fragment:uN,tonemapping_pars_fragment:hN,transmission_fragment:dN,transmission_pars_fragment:fN,uv_pars_fragment:pN,uv_pars_vertex:mN,uv_vertex:gN,worldpos_vertex:_N,background_vert:yN,background_frag:xN,backgroundCube_vert:bN,backgroundCube_frag:vN,cube_vert:wN,cube_frag:SN,depth_vert:MN,depth_frag:EN,distance_vert:TN,distance_frag:AN,equirect_vert:CN,equirect_frag:RN,linedashed_vert:PN,linedashed_frag:LN,meshbasic_vert:IN,meshbasic_frag:NN,meshlambert_vert:kN,meshlambert_frag:DN,meshmatcap_vert:ON,meshmatcap_frag:FN,meshnormal_vert:UN,meshnormal_frag:BN,meshphong_vert:zN,meshphong_frag:VN,meshphysical_vert:GN,meshphysical_frag:HN,meshtoon_vert:WN,meshtoon_frag:XN,points_vert:$N,points_frag:qN,shadow_vert:YN,shadow_frag:KN,sprite_vert:ZN,sprite_frag:jN},me={common:{diffuse:{value:new Ye(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new Oe},alphaMap:{value:null},alphaMapTransform:{value:new Oe},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new Oe}},envmap:{envMap:{value:null},envMapRotation:{value:new Oe},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new Oe}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new Oe}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new Oe},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new Oe},normalScale:{value:new ot(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new Oe},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new Oe}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new Oe}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new Oe}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new Ye(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new Ye(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new Oe},alphaTest:{value:0},uvTransform:{value:new Oe}},sprite:{diffuse:{value:new Ye(16777215)},opacity:{value:1},center:{value:new ot(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new Oe},alphaMap:{value:null},alphaMapTransform:{value:new Oe},alphaTest:{value:0}}},Gi={basic:{uniforms:vn([me.common,me.specularmap,me.envmap,me.aomap,me.lightmap,me.fog]),vertexShader:We.meshbasic_vert,fragmentShader:We.meshbasic_frag},lambert:{uniforms:vn([me.common,me.specularmap,me.envmap,me.aomap,me.lightmap,me.emissivemap,me.bumpmap,me.normalmap,me.displacementmap,me.fog,me.lights,{emissive:{value:new Ye(0)},envMapIntensity:{value:1}}]),vertexShader:We.meshlambert_vert,fragmentShader:We.meshlambert_frag},phong:{uniforms:vn([me.common,me.specularmap,me.envmap,me.aomap,me.lightmap,me.emissivemap,me.bumpmap,me.normalmap,me.displacementmap,me.fog,me.lights,{emissive:{value:new Ye(0)},specular:{value:new Ye(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:We.meshphong_vert,fragmentShader:We.meshphong_frag},standard:{uniforms:vn([me.common,me.envmap,me.aomap,me.lightmap,me.emissivemap,me.bumpmap,me.normalmap,me.displacementmap,me.roughnessmap,me.metalnessmap,me.fog,me.lights,{emissive:{value:new Ye(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:We.meshphysical_vert,fragmentShader:We.meshphysical_frag},toon:{uniforms:vn([me.common,me.aomap,me.lightmap,me.emissivemap,me.bumpmap,me.normalmap,me.displacementmap,me.gradientmap,me.fog,me.lights,{emissive:{value:new Ye(0)}}]),vertexShader:We.meshtoon_vert,fragmentShader:We.meshtoon_frag},matcap:{uniforms:vn([me.common,me.bumpmap,me.normalmap,me.displacementmap,me.fog,{matcap:{value:null}}]),vertexShader:We.meshmatcap_vert,fragmentShader:We.meshmatcap_frag},points:{uniforms:vn([me.points,me.fog]),vertexShader:We.points_vert,fragmentShader:We.points_frag},dashed:{uniforms:vn([me.common,me.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:We.linedashed_vert,fragmentShader:We.linedashed_frag},depth:{uniforms:vn([me.common,me.displacementmap]),vertexShader:We.depth_vert,fragmentShader:We.depth_frag},normal:{uniforms:vn([me.common,me.bumpmap,me.normalmap,me.displacementmap,{opacity:{value:1}}]),vertexShader:We.meshnormal_vert,fragmentShader:We.meshnormal_frag},sprite:{uniforms:vn([me.sprite,me.fog]),vertexShader:We.sprite_vert,fragmentShader:We.sprite_frag},background:{uniforms:{uvTransform:{value:new Oe},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:We.background_vert,fragmentShader:We.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new Oe}},vertexShader:We.backgroundCube_vert,fragmentShader:We.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:We.cube_vert,fragmentShader:We.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:We.equirect_vert,fragmentShader:We.equirect_frag},distance:{uniforms:vn([me.common,me.displacementmap,{referencePosition:{value:new H},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:We.distance_vert,fragmentShader:We.distance_frag},shadow:{uniforms:vn([me.lights,me.fog,{color:{value:new Ye(0)},opacity:{value:1}}]),vertexShader:We.shadow_vert,fragmentShader:We.shadow_frag}};Gi.physical={uniforms:vn([Gi.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new Oe},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new Oe},clearcoatNormalScale:{value:new ot(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new Oe},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new Oe},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new Oe},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new Oe},sheen:{value:0},sheenColor:{value:new Ye(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new Oe},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new Oe},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new Oe},transmissionSamplerSize:{value:new ot},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new Oe},attenuationDistance:{value:0},attenuationColor:{value:new Ye(0)},specularColor:{value:new Ye(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new Oe},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new Oe},anisotropyVector:{value:new ot},anisotropyMap:{value:null},anisotropyMapTransform:{value:new Oe}}]),vertexShader:We.meshphysical_vert,fragmentShader:We.meshphysical_frag};var Rd={r:0,b:0,g:0},JN=new Rt,Zw=new Oe;Zw.set(-1,0,0,0,1,0,0,0,1);function QN(n,e,t,i,r,s){let o=new Ye(0),a=r===!0?0:1,l,c,u=null,h=0,d=null;function f(w){let M=w.isScene===!0?w.background:null;if(M&&M.isTexture){let v=w.backgroundBlurriness>0;M=e.get(M,v)}return M}function m(w){let M=!1,v=f(w);v===null?p(o,a):v&&v.isColor&&(p(v,1),M=!0);let C=n.xr.getEnvironmentBlendMode();C==="additive"?t.buffers.color.setClear(0,0,0,1,s):C==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,s),(n.autoClear||M)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),n.clear(n.autoClearColor,n.autoClearDepth,n.autoClearStencil))}function y(w,M){let v=f(M);v&&v.isCubeTexture?(c===void 0&&(c=new Pt(new Po(1,1,1),new Ot({name:"BackgroundCubeMaterial",uniforms:Ss(Gi.backgroundCube.uniforms),vertexShader:Gi.backgroundCube.vertexShader,fragmentShader:Gi.backgroundCube.fragmentShader,side:In,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),c.geometry.deleteAttribute("uv"),c.onBeforeRender=function(C,T,_){this.matrixWorld.copyPosition(_.matrixWorld)},Object.defineProperty(c.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),i.update(c)),c.material.uniforms.envMap.value=v,c.material.uniforms.backgroundBlurriness.value=M.backgroundBlurriness,c.material.uniforms.backgroundIntensity.value=M.backgroundIntensity,c.material.uniforms.backgroundRotation.value.setFromMatrix4(JN.makeRotationFromEuler(M.backgroundRotation)).transpose(),v.isRenderTargetTexture===!1&&c.material.uniforms.backgroundRotation.value.premultiply(Zw),c.material.toneMapped=et.getTransfer(v.colorSpace)!==mt,(u!==v||h!==v.version||d!==n.toneMapping)&&(c.material.needsUpdate=!0,u=v,h=v.version,d=n.toneMapping),c.layers.enableAll(),w.unshift(c,c.geometry,c.material,0,0,null)):v&&v.isTexture&&(l===void 0&&(l=new Pt(new ja(2,2),new Ot({name:"BackgroundMaterial",uniforms:Ss(Gi.background.uniforms),vertexShader:Gi.background.vertexShader,fragmentShader:Gi.background.fragmentShader,side:gi,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),Object.defineProperty(l.material,"map",{get:function(){return this.uniforms.t2D.value}}),i.update(l)),l.material.uniforms.t2D.value=v,l.material.uniforms.backgroundIntensity.value=M.backgroundIntensity,l.material.toneMapped=et.getTransfer(v.colorSpace)!==mt,v.matrixAutoUpdate===!0&&v.updateMatrix(),l.material.uniforms.uvTransform.value.copy(v.matrix),(u!==v||h!==v.version||d!==n.toneMapping)&&(l.material.needsUpdate=!0,u=v,h=v.version,d=n.toneMapping),l.layers.enableAll(),w.unshift(l,l.geometry,l.material,0,0,null))}function p(w,M){w.getRGB(Rd,xg(n)),t.buffers.color.setClear(Rd.r,Rd.g,Rd.b,M,s)}function g(){c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0),l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0)}return{getClearColor:function(){return o},setClearColor:function(w,M=1){o.set(w),a=M,p(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(w){a=w,p(o,a)},render:m,addToRenderList:y,dispose:g}}function e2(n,e){let t=n.getParameter(n.MAX_VERTEX_ATTRIBS),i={},r=d(null),s=r,o=!1;function a(N,V,W,R,L){let G=!1,z=h(N,R,W,V);s!==z&&(s=z,c(s.object)),G=f(N,R,W,L),G&&m(N,R,W,L),L!==null&&e.update(L,n.ELEMENT_ARRAY_BUFFER),(G||o)&&(o=!1,v(N,V,W,R),L!==null&&n.bindBuffer(n.ELEMENT_ARRAY_BUFFER,e.get(L).buffer))}function l(){return n.createVertexArray()}function c(N){return n.bindVertexArray(N)}function u(N){return n.deleteVertexArray(N)}function h(N,V,W,R){let L=R.wireframe===!0,G=i[V.id];G===void 0&&(G={},i[V.id]=G);let z=N.isInstancedMesh===!0?N.id:0,te=G[z];te===void 0&&(te={},G[z]=te);let X=te[W.id];X===void 0&&(X={},te[W.id]=X);let Q=X[L];return Q===void 0&&(Q=d(l()),X[L]=Q),Q}function d(N){let V=[],W=[],R=[];for(let L=0;L<t;L++)V[L]=0,W[L]=0,R[L]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:V,enabledAttributes:W,attributeDivisors:R,object:N,attributes:{},index:null}}function f(N,V,W,R){let L=s.attributes,G=V.attributes,z=0,te=W.getAttributes();for(let X in te)if(te[X].location>=0){let ee=L[X],xe=G[X];if(xe===void 0&&(X==="instanceMatrix"&&N.instanceMatrix&&(xe=N.instanceMatrix),X==="instanceColor"&&N.instanceColor&&(xe=N.instanceColor)),ee===void 0||ee.attribute!==xe||xe&&ee.data!==xe.data)return!0;z++}return s.attributesNum!==z||s.index!==R}function m(N,V,W,R){let L={},G=V.attributes,z=0,te=W.getAttributes();for(let X in te)if(te[X].location>=0){let ee=G[X];ee===void 0&&(X==="instanceMatrix"&&N.instanceMatrix&&(ee=N.instanceMatrix),X==="instanceColor"&&N.instanceColor&&(ee=N.instanceColor));let xe={};xe.attribute=ee,ee&&ee.data&&(xe.data=ee.data),L[X]=xe,z++}s.attributes=L,s.attributesNum=z,s.index=R}function y(){let N=s.newAttributes;for(let V=0,W=N.length;V<W;V++)N[V]=0}function p(N){g(N,0)}function g(N,V){let W=s.newAttributes,R=s.enabledAttributes,L=s.attributeDivisors;W[N]=1,R[N]===0&&(n.enableVertexAttribArray(N),R[N]=1),L[N]!==V&&(n.vertexAttribDivisor(N,V),L[N]=V)}function w(){let N=s.newAttributes,V=s.enabledAttributes;for(let W=0,R=V.length;W<R;W++)V[W]!==N[W]&&(n.disableVertexAttribArray(W),V[W]=0)}function M(N,V,W,R,L,G,z){z===!0?n.vertexAttribIPointer(N,V,W,L,G):n.vertexAttribPointer(N,V,W,R,L,G)}function v(N,V,W,R){y();let L=R.attributes,G=W.getAttributes(),z=V.defaultAttributeValues;for(let te in G){let X=G[te];if(X.location>=0){let Q=L[te];if(Q===void 0&&(te==="instanceMatrix"&&N.instanceMatrix&&(Q=N.instanceMatrix),te==="instanceColor"&&N.instanceColor&&(Q=N.instanceColor)),Q!==void 0){let ee=Q.normalized,xe=Q.itemSize,Re=e.get(Q);if(Re===void 0)continue;let Y=Re.buffer,ue=Re.type,we=Re.bytesPerElement,Le=ue===n.INT||ue===n.UNSIGNED_INT||Q.gpuType===qh;if(Q.isInterleavedBufferAttribute){let ge=Q.data,Be=ge.isInterleavedBuffer===!0?ge.stride:ge.itemSize,zt=Q.offset;if(ge.isInstancedInterleavedBuffer||ge.isInstancedBufferAttribute){for(let ke=0;ke<X.locationSize;ke++)g(X.location+ke,ge.meshPerAttribute);N.isInstancedMesh!==!0&&R._maxInstanceCount===void 0&&(R._maxInstanceCount=ge.meshPerAttribute*ge.count)}else for(let ke=0;ke<X.locationSize;ke++)p(X.location+ke);n.bindBuffer(n.ARRAY_BUFFER,Y);for(let ke=0;ke<X.locationSize;ke++)M(X.location+ke,xe/X.locationSize,ue,ee,Be*we,(zt+xe/X.locationSize*ke)*we,Le)}else{if(Q.isInstancedBufferAttribute){for(let ge=0;ge<X.locationSize;ge++)g(X.location+ge,Q.meshPerAttribute);N.isInstancedMesh!==!0&&R._maxInstanceCount===void 0&&(R._maxInstanceCount=Q.meshPerAttribute*Q.count)}else for(let ge=0;ge<X.locationSize;ge++)p(X.location+ge);n.bindBuffer(n.ARRAY_BUFFER,Y);for(let ge=0;ge<X.locationSize;ge++)M(X.location+ge,xe/X.locationSize,ue,ee,xe*we,xe/X.locationSize*ge*we,Le)}}else if(z!==void 0){let ee=z[te];if(ee!==void 0)switch(ee.length){case 2:n.vertexAttrib2fv(X.location,ee);break;case 3:n.vertexAttrib3fv(X.location,ee);break;case 4:n.vertexAttrib4fv(X.location,ee);break;default:n.vertexAttrib1fv(X.location,ee)}}}}w()}function C(){D();for(let N in i){let V=i[N];for(let W in V){let R=V[W];for(let L in R){let G=R[L];for(let z in G)u(G[z].object),delete G[z];delete R[L]}}delete i[N]}}function T(N){if(i[N.id]===void 0)return;let V=i[N.id];for(let W in V){let R=V[W];for(let L in R){let G=R[L];for(let z in G)u(G[z].object),delete G[z];delete R[L]}}delete i[N.id]}function _(N){for(let V in i){let W=i[V];for(let R in W){let L=W[R];if(L[N.id]===void 0)continue;let G=L[N.id];for(let z in G)u(G[z].object),delete G[z];delete L[N.id]}}}function S(N){for(let V in i){let W=i[V],R=N.isInstancedMesh===!0?N.id:0,L=W[R];if(L!==void 0){for(let G in L){let z=L[G];for(let te in z)u(z[te].object),delete z[te];delete L[G]}delete W[R],Object.keys(W).length===0&&delete i[V]}}}function D(){I(),o=!0,s!==r&&(s=r,c(s.object))}function I(){r.geometry=null,r.program=null,r.wireframe=!1}return{setup:a,reset:D,resetDefaultState:I,dispose:C,releaseStatesOfGeometry:T,releaseStatesOfObject:S,releaseStatesOfProgram:_,initAttributes:y,enableAttribute:p,disableUnusedAttributes:w}}function t2(n,e,t){let i;function r(l){i=l}function s(l,c){n.drawArrays(i,l,c),t.update(c,i,1)}function o(l,c,u){u!==0&&(n.drawArraysInstanced(i,l,c,u),t.update(c,i,u))}function a(l,c,u){if(u===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(i,l,0,c,0,u);let d=0;for(let f=0;f<u;f++)d+=c[f];t.update(d,i,1)}this.setMode=r,this.render=s,this.renderInstances=o,this.renderMultiDraw=a}function n2(n,e,t,i){let r;function s(){if(r!==void 0)return r;if(e.has("EXT_texture_filter_anisotropic")===!0){let _=e.get("EXT_texture_filter_anisotropic");r=n.getParameter(_.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else r=0;return r}function o(_){return!(_!==bi&&i.convert(_)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(_){let S=_===xi&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(_!==$n&&_!==yi&&!S&&i.convert(_)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_TYPE))}function l(_){if(_==="highp"){if(n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.HIGH_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.HIGH_FLOAT).precision>0)return"highp";_="mediump"}return _==="mediump"&&n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.MEDIUM_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=t.precision!==void 0?t.precision:"highp",u=l(c);u!==c&&(Ne("WebGLRenderer:",c,"not supported, using",u,"instead."),c=u);let h=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),d=t.logarithmicDepthBuffer===!0&&h===!1;t.reversedDepthBuffer===!0&&h===!1&&Ne("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&h===!0&&Ne("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let f=n.getParameter(n.MAX_TEXTURE_IMAGE_UNITS),m=n.getParameter(n.MAX_VERTEX_TEXTURE_IMAGE_UNITS),y=n.getParameter(n.MAX_TEXTURE_SIZE),p=n.getParameter(n.MAX_CUBE_MAP_TEXTURE_SIZE),g=n.getParameter(n.MAX_VERTEX_ATTRIBS),w=n.getParameter(n.MAX_VERTEX_UNIFORM_VECTORS),M=n.getParameter(n.MAX_VARYING_VECTORS),v=n.getParameter(n.MAX_FRAGMENT_UNIFORM_VECTORS),C=n.getParameter(n.MAX_SAMPLES),T=n.getParameter(n.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:s,getMaxPrecision:l,textureFormatReadable:o,textureTypeReadable:a,precision:c,logarithmicDepthBuffer:d,reversedDepthBuffer:h,maxTextures:f,maxVertexTextures:m,maxTextureSize:y,maxCubemapSize:p,maxAttributes:g,maxVertexUniforms:w,maxVaryings:M,maxFragmentUniforms:v,maxSamples:C,samples:T}}function i2(n){let e=this,t=null,i=0,r=!1,s=!1,o=new mi,a=new Oe,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(h,d){let f=h.length!==0||d||i!==0||r;return r=d,i=h.length,f},this.beginShadows=function(){s=!0,u(null)},this.endShadows=function(){s=!1},this.setGlobalState=function(h,d){t=u(h,d,0)},this.setState=function(h,d,f){let m=h.clippingPlanes,y=h.clipIntersection,p=h.clipShadows,g=n.get(h);if(!r||m===null||m.length===0||s&&!p)s?u(null):c();else{let w=s?0:i,M=w*4,v=g.clippingState||null;l.value=v,v=u(m,d,M,f);for(let C=0;C!==M;++C)v[C]=t[C];g.clippingState=v,this.numIntersection=y?this.numPlanes:0,this.numPlanes+=w}};function c(){l.value!==t&&(l.value=t,l.needsUpdate=i>0),e.numPlanes=i,e.numIntersection=0}function u(h,d,f,m){let y=h!==null?h.length:0,p=null;if(y!==0){if(p=l.value,m!==!0||p===null){let g=f+y*4,w=d.matrixWorldInverse;a.getNormalMatrix(w),(p===null||p.length<g)&&(p=new Float32Array(g));for(let M=0,v=f;M!==y;++M,v+=4)o.copy(h[M]).applyMatrix4(w,a),o.normal.toArray(p,v),p[v+3]=o.constant}l.value=p,l.needsUpdate=!0}return e.numPlanes=y,e.numIntersection=0,p}}var fl=class extends Wn{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let i={width:e,height:e,depth:1},r=[i,i,i,i,i,i];this.texture=new Wa(r),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let i={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},r=new Po(5,5,5),s=new Ot({name:"CubemapFromEquirect",uniforms:Ss(i.uniforms),vertexShader:i.vertexShader,fragmentShader:i.fragmentShader,side:In,blending:xs});s.uniforms.tEquirect.value=t;let o=new Pt(r,s),a=t.minFilter;return t.minFilter===_r&&(t.minFilter=Pn),new Io(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,i=!0,r=!0){let s=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,i,r);e.setRenderTarget(s)}},Cw=256,r2=3,s2=20,jw=256,Jw=16,o2=3,a2=new H,l2=new Ye,Ld=class n{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new Io(1,10,null),this._boxMesh=new Pt(new Po(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,i=.1,r=100,s={}){let{size:o=256,position:a=a2}=s,l=this._renderer;this._setSize(o);let c=this._allocateTarget(),u=this._getSourceTarget(!0);t>0&&(u.texture.mipmapsAutoUpdate=!1);let h=l.autoClear,d=l.autoClearColor,f=l.autoClearDepth,m=l.autoClearStencil,y=e.background;l.autoClear=!0,l.autoClearColor=!0,l.autoClearDepth=!0,l.autoClearStencil=!0,y===null&&(e.background=l.getClearColor(l2));let p=new Io(i,r,u);return p.position.copy(a),p.update(l,e),l.autoClear=h,l.autoClearColor=d,l.autoClearDepth=f,l.autoClearStencil=m,e.background=y,t>0&&(u.texture.mipmapsAutoUpdate=!0,this._blur(c,t)),this._applyPMREM(c),c}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=Lw(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=Pw(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(Cw,xw(e))}_fromTexture(e,t){e.mapping===vs||e.mapping===Do?this._setSize(e.image.length===0?Cw:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let i=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(i),i}_allocateTarget(){let e=this._cubeSize,t=Rw(e,!1,!1),i=Math.log2(e)-r2;for(let r=0;r<=i;r++)t.texture.mipmaps.push({width:e>>r,height:e>>r});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,i=this._sourceTarget;return(i===null||i.width!==t||e&&i.depthBuffer===!1)&&(i!==null&&i.dispose(),this._sourceTarget=Rw(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,i){let r=this._boxMesh,s=this._cubeCamera;r.material=i,s.renderTarget=e,s.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),s.update(this._renderer,r),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===vs||e.mapping===Do?(this._cubemapMaterial===null&&(this._cubemapMaterial=Lw()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=Pw()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=c2(),this._integrationMaterial=u2());let t=this._cubeSize,i=e.texture.mipmaps.length-1,r=this._ggxMaterial.uniforms;r.envMap.value=this._sourceTarget.texture;let s=this._integrationMaterial.uniforms;s.envMap.value=this._sourceTarget.texture,s.sourceLod.value=Math.log2(t/Jw);for(let o=0;o<=i;o++){let a=n.lodToRoughness(o,i);if(o>i-o2)s.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let l=a>0?Math.log2(t)+.5*Math.log2(6/(jw*Math.pow(a,4)))+.5:0;r.roughness.value=a,r.lodBias.value=l,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=h2());let i=this._blurMaterial,r=i.uniforms,s=this._sourceTarget;r.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,r.envMap.value=s.texture,this._renderCube(e,0,i),r.envMap.value=e.texture,this._renderCube(s,0,i)}};function Rw(n,e,t){return new fl(n,{minFilter:_r,generateMipmaps:e,type:xi,colorSpace:ka,depthBuffer:t})}function pl(n,e,t){return new Ot({name:n,uniforms:e,vertexShader:We.cube_vert,fragmentShader:t,side:In,blending:xs,depthTest:!1,depthWrite:!1})}function c2(){return pl("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${jw}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function u2(){return pl("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:Jw}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function h2(){return pl("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${s2}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function Pw(){return pl("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function Lw(){return pl("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function d2(n){let e=new WeakMap,t=new WeakMap,i=null;function r(d,f=!1){return d==null?null:f?o(d):s(d)}function s(d){if(d&&d.isTexture){let f=d.mapping;if(f===Wh||f===Xh)if(e.has(d)){let m=e.get(d).texture;return a(m,d.mapping)}else{let m=d.image;if(m&&m.height>0){let y=new fl(m.height);return y.fromEquirectangularTexture(n,d),e.set(d,y),d.addEventListener("dispose",c),a(y.texture,d.mapping)}else return null}}return d}function o(d){if(d&&d.isTexture&&d.isPMREMTexture!==!0){let f=d.mapping,m=f===Wh||f===Xh,y=f===vs||f===Do;if(m||y){let p=t.get(d),g=p!==void 0?p.texture.pmremVersion:0;if(d.isRenderTargetTexture&&d.pmremVersion!==g)return i===null&&(i=new Ld(n)),p=m?i.fromEquirectangular(d,p):i.fromCubemap(d,p),p.texture.pmremVersion=d.pmremVersion,t.set(d,p),p.texture;if(p!==void 0)return p.texture;{let w=d.image;return m&&w&&w.height>0||y&&w&&l(w)?(i===null&&(i=new Ld(n)),p=m?i.fromEquirectangular(d):i.fromCubemap(d),p.texture.pmremVersion=d.pmremVersion,t.set(d,p),d.addEventListener("dispose",u),p.texture):null}}}return d}function a(d,f){return f===Wh?d.mapping=vs:f===Xh&&(d.mapping=Do),d}function l(d){let f=0,m=6;for(let y=0;y<m;y++)d[y]!==void 0&&f++;return f===m}function c(d){let f=d.target;f.removeEventListener("dispose",c);let m=e.get(f);m!==void 0&&(e.delete(f),m.dispose())}function u(d){let f=d.target;f.removeEventListener("dispose",u);let m=t.get(f);m!==void 0&&(t.delete(f),m.dispose())}function h(){e=new WeakMap,t=new WeakMap,i!==null&&(i.dispose(),i=null)}return{get:r,dispose:h}}function f2(n){let e={};function t(i){if(e[i]!==void 0)return e[i];let r=n.getExtension(i);return e[i]=r,r}return{has:function(i){return t(i)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(i){let r=t(i);return r===null&&Ia("WebGLRenderer: "+i+" extension not supported."),r}}}function p2(n,e,t,i){let r={},s=new WeakMap,o=new FinalizationRegistry(m=>delete r[m]);function a(m){l(m.target)}function l(m){m.index!==null&&e.remove(m.index);for(let p in m.attributes)e.remove(m.attributes[p]);m.removeEventListener("dispose",a),delete r[m.id],o.unregister(m);let y=s.get(m);y&&(e.remove(y),s.delete(m)),i.releaseStatesOfGeometry(m),m.isInstancedBufferGeometry===!0&&delete m._maxInstanceCount,t.memory.geometries--}function c(m,y){return r[y.id]!==void 0||(y.addEventListener("dispose",a),r[y.id]=new WeakRef(y),o.register(y,y.id,y),t.memory.geometries++),y}function u(m){let y=m.attributes;for(let p in y)e.update(y[p],n.ARRAY_BUFFER)}function h(m){let y=m.index,p=m.attributes.position,g=0;if(p===void 0)return;let w=y!==null?y.array.length:p.array.length/3-1,M=p.count>=65535?Va:za,v=new M(Math.ceil(w/3)*6,1),C=v.array;if(y!==null){let _=y.array;g=y.version;for(let S=0,D=0;S<w;S+=3){let I=_[S+0],N=_[S+1],V=_[S+2];C[D++]=I,C[D++]=N,C[D++]=N,C[D++]=V,C[D++]=V,C[D++]=I}}else{g=p.version;for(let _=0,S=0;_<w;_+=3){let D=_+0,I=_+1,N=_+2;C[S++]=D,C[S++]=I,C[S++]=I,C[S++]=N,C[S++]=N,C[S++]=D}}v.version=g;let T=s.get(m);T&&e.remove(T),s.set(m,v)}function d(m){let y=s.get(m);if(y){let p=m.index;p!==null&&y.version<p.version&&h(m)}else h(m);return s.get(m)}function f(){for(let m in r){let y=r[m].deref();y!==void 0&&l(y)}}return{get:c,update:u,getWireframeAttribute:d,dispose:f}}function m2(n,e,t){let i;function r(h){i=h}let s,o;function a(h){s=h.type,o=h.bytesPerElement}function l(h,d){n.drawElements(i,d,s,h*o),t.update(d,i,1)}function c(h,d,f){f!==0&&(n.drawElementsInstanced(i,d,s,h*o,f),t.update(d,i,f))}function u(h,d,f){if(f===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(i,d,0,s,h,0,f);let y=0;for(let p=0;p<f;p++)y+=d[p];t.update(y,i,1)}this.setMode=r,this.setIndex=a,this.render=l,this.renderInstances=c,this.renderMultiDraw=u}function g2(n){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function i(s,o,a){switch(t.calls++,o){case n.TRIANGLES:t.triangles+=a*(s/3);break;case n.LINES:t.lines+=a*(s/2);break;case n.LINE_STRIP:t.lines+=a*(s-1);break;case n.LINE_LOOP:t.lines+=a*s;break;case n.POINTS:t.points+=a*s;break;default:De("WebGLInfo: Unknown draw mode:",o);break}}function r(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:r,update:i}}function _2(n,e,t){let i=new WeakMap,r=new kt;function s(o,a,l){let c=o.morphTargetInfluences,u=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,h=u!==void 0?u.length:0,d=i.get(a);if(d===void 0||d.count!==h){let D=function(){_.dispose(),i.delete(a),a.removeEventListener("dispose",D)};d!==void 0&&d.texture.dispose();let f=a.morphAttributes.position!==void 0,m=a.morphAttributes.normal!==void 0,y=a.morphAttributes.color!==void 0,p=a.morphAttributes.position||[],g=a.morphAttributes.normal||[],w=a.morphAttributes.color||[],M=0;f===!0&&(M=1),m===!0&&(M=2),y===!0&&(M=3);let v=a.attributes.position.count*M,C=1;v>e.maxTextureSize&&(C=Math.ceil(v/e.maxTextureSize),v=e.maxTextureSize);let T=new Float32Array(v*C*4*h),_=new Ua(T,v,C,h);_.type=yi,_.needsUpdate=!0;let S=M*4;for(let I=0;I<h;I++){let N=p[I],V=g[I],W=w[I],R=v*C*4*I;for(let L=0;L<N.count;L++){let G=L*S;f===!0&&(r.fromBufferAttribute(N,L),T[R+G+0]=r.x,T[R+G+1]=r.y,T[R+G+2]=r.z,T[R+G+3]=0),m===!0&&(r.fromBufferAttribute(V,L),T[R+G+4]=r.x,T[R+G+5]=r.y,T[R+G+6]=r.z,T[R+G+7]=0),y===!0&&(r.fromBufferAttribute(W,L),T[R+G+8]=r.x,T[R+G+9]=r.y,T[R+G+10]=r.z,T[R+G+11]=W.itemSize===4?r.w:1)}}d={count:h,texture:_,size:new ot(v,C)},i.set(a,d),a.addEventListener("dispose",D)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)l.getUniforms().setValue(n,"morphTexture",o.morphTexture,t);else{let f=0;for(let y=0;y<c.length;y++)f+=c[y];let m=a.morphTargetsRelative?1:1-f;l.getUniforms().setValue(n,"morphTargetBaseInfluence",m),l.getUniforms().setValue(n,"morphTargetInfluences",c)}l.getUniforms().setValue(n,"morphTargetsTexture",d.texture,t),l.getUniforms().setValue(n,"morphTargetsTextureSize",d.size)}return{update:s}}function y2(n,e,t,i,r){let s=new WeakMap;function o(c){let u=r.render.frame,h=c.geometry,d=e.get(c,h);if(s.get(d)!==u&&(e.update(d),s.set(d,u)),c.isInstancedMesh&&(c.hasEventListener("dispose",l)===!1&&c.addEventListener("dispose",l),s.get(c)!==u&&(t.update(c.instanceMatrix,n.ARRAY_BUFFER),c.instanceColor!==null&&t.update(c.instanceColor,n.ARRAY_BUFFER),s.set(c,u))),c.isSkinnedMesh){let f=c.skeleton;s.get(f)!==u&&(f.update(),s.set(f,u))}return d}function a(){s=new WeakMap}function l(c){let u=c.target;u.removeEventListener("dispose",l),i.releaseStatesOfObject(u),t.remove(u.instanceMatrix),u.instanceColor!==null&&t.remove(u.instanceColor)}return{update:o,dispose:a}}var x2={[jm]:"LINEAR_TONE_MAPPING",[Jm]:"REINHARD_TONE_MAPPING",[Qm]:"CINEON_TONE_MAPPING",[eg]:"ACES_FILMIC_TONE_MAPPING",[ng]:"AGX_TONE_MAPPING",[ig]:"NEUTRAL_TONE_MAPPING",[tg]:"CUSTOM_TONE_MAPPING"};function b2(n,e,t,i,r,s){let o=new Wn(e,t,{type:n,depthBuffer:r,stencilBuffer:s,samples:i?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,l=null,c=null,u=new Dt;u.setAttribute("position",new un([-1,3,0,-1,-1,0,3,-1,0],3)),u.setAttribute("uv",new un([0,2,0,0,2,0],2));let h=new Rh({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),d=new Pt(u,h),f=new Gh(-1,1,1,-1,0,1),m=null,y=null,p=!1,g,w=null,M=[],v=!1;this.setSize=function(C,T){o.setSize(C,T),a!==null&&a.setSize(C,T),l!==null&&l.setSize(C,T);for(let _=0;_<M.length;_++){let S=M[_];S.setSize&&S.setSize(C,T)}},this.setEffects=function(C){M=C,v=M.length>0&&M[0].isRenderPass===!0;let T=o.width,_=o.height;M.length>0&&a===null&&(a=new Wn(T,_,{type:xi,depthBuffer:!1,stencilBuffer:!1}),l=new Wn(T,_,{type:xi,depthBuffer:!1,stencilBuffer:!1}));let S=r===!0&&M.some(D=>D.needsDepthTexture===!0);S!==(o.depthTexture!==null)&&(S===!0&&c===null&&(c=new gr(T,_),s===!0&&(c.format=yr,c.type=ws)),o.dispose(),o.depthTexture=S?c:null,o.resolveDepthBuffer=S,o.storeMultisampledDepthBuffer=S);for(let D=0;D<M.length;D++){let I=M[D];I.setSize&&I.setSize(T,_),S&&I.needsDepthTexture===!0&&I.setDepthTexture&&I.setDepthTexture(c)}},this.begin=function(C,T){if(p||C.toneMapping===zi&&M.length===0)return!1;if(w=T,T!==null){let _=T.width,S=T.height;(o.width!==_||o.height!==S)&&this.setSize(_,S)}return v===!1&&C.setRenderTarget(o),g=C.toneMapping,C.toneMapping=zi,!0},this.hasRenderPass=function(){return v},this.end=function(C,T){C.toneMapping=g,p=!0;let _=o,S=a;for(let D=0;D<M.length;D++){let I=M[D];I.enabled!==!1&&(I.render(C,S,_,T),I.needsSwap!==!1&&(_=S,S=S===a?l:a))}if(m!==C.outputColorSpace||y!==C.toneMapping){m=C.outputColorSpace,y=C.toneMapping,h.defines={},et.getTransfer(m)===mt&&(h.defines.SRGB_TRANSFER="");let D=x2[y];D&&(h.defines[D]=""),h.needsUpdate=!0}h.uniforms.tDiffuse.value=_.texture,C.setRenderTarget(w),C.render(d,f),w=null,p=!1},this.isCompositing=function(){return p},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),l!==null&&l.dispose(),u.dispose(),h.dispose()}}var Qw=new Ln,eS=new gr(1,1),tS=new Xa(1),nS=new Ua,iS=new bh,rS=new Wa,Iw=[],Nw=[],kw=new Float32Array(16),Dw=new Float32Array(9),Ow=new Float32Array(4);function Uo(n,e,t){let i=n[0];if(i<=0||i>0)return n;let r=e*t,s=Iw[r];if(s===void 0&&(s=new Float32Array(r),Iw[r]=s),e!==0){i.toArray(s,0);for(let o=1,a=0;o!==e;++o)a+=t,n[o].toArray(s,a)}return s}function en(n,e){if(n.length!==e.length)return!1;for(let t=0,i=n.length;t<i;t++)if(n[t]!==e[t])return!1;return!0}function tn(n,e){for(let t=0,i=e.length;t<i;t++)n[t]=e[t]}function Nd(n,e){let t=Nw[e];t===void 0&&(t=new Int32Array(e),Nw[e]=t);for(let i=0;i!==e;++i)t[i]=n.allocateTextureUnit();return t}function v2(n,e){let t=this.cache;t[0]!==e&&(n.uniform1f(this.addr,e),t[0]=e)}function w2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(en(t,e))return;n.uniform2fv(this.addr,e),tn(t,e)}}function S2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(n.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(en(t,e))return;n.uniform3fv(this.addr,e),tn(t,e)}}function M2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(en(t,e))return;n.uniform4fv(this.addr,e),tn(t,e)}}function E2(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(en(t,e))return;n.uniformMatrix2fv(this.addr,!1,e),tn(t,e)}else{if(en(t,i))return;Ow.set(i),n.uniformMatrix2fv(this.addr,!1,Ow),tn(t,i)}}function T2(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(en(t,e))return;n.uniformMatrix3fv(this.addr,!1,e),tn(t,e)}else{if(en(t,i))return;Dw.set(i),n.uniformMatrix3fv(this.addr,!1,Dw),tn(t,i)}}function A2(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(en(t,e))return;n.uniformMatrix4fv(this.addr,!1,e),tn(t,e)}else{if(en(t,i))return;kw.set(i),n.uniformMatrix4fv(this.addr,!1,kw),tn(t,i)}}function C2(n,e){let t=this.cache;t[0]!==e&&(n.uniform1i(this.addr,e),t[0]=e)}function R2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(en(t,e))return;n.uniform2iv(this.addr,e),tn(t,e)}}function P2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(en(t,e))return;n.uniform3iv(this.addr,e),tn(t,e)}}function L2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(en(t,e))return;n.uniform4iv(this.addr,e),tn(t,e)}}function I2(n,e){let t=this.cache;t[0]!==e&&(n.uniform1ui(this.addr,e),t[0]=e)}function N2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(en(t,e))return;n.uniform2uiv(this.addr,e),tn(t,e)}}function k2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(en(t,e))return;n.uniform3uiv(this.addr,e),tn(t,e)}}function D2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(en(t,e))return;n.uniform4uiv(this.addr,e),tn(t,e)}}function kd(n){return n.version===0&&(n.compareFunction=mg,n.needsUpdate=!0),n}function O2(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r);let s;this.type===n.SAMPLER_2D_SHADOW?s=kd(eS):s=Qw,t.setTexture2D(e||s,r)}function F2(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r),t.setTexture3D(e||iS,r)}function U2(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r);let s;this.type===n.SAMPLER_CUBE_SHADOW?s=kd(tS):s=rS,t.setTextureCube(e||s,r)}function B2(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r),t.setTexture2DArray(e||nS,r)}function z2(n){switch(n){case 5126:return v2;case 35664:return w2;case 35665:return S2;case 35666:return M2;case 35674:return E2;case 35675:return T2;case 35676:return A2;case 5124:case 35670:return C2;case 35667:case 35671:return R2;case 35668:case 35672:return P2;case 35669:case 35673:return L2;case 5125:return I2;case 36294:return N2;case 36295:return k2;case 36296:return D2;case 35678:case 36198:case 36298:case 36306:case 35682:return O2;case 35679:case 36299:case 36307:return F2;case 35680:case 36300:case 36308:case 36293:return U2;case 36289:case 36303:case 36311:case 36292:return B2}}function V2(n,e){n.uniform1fv(this.addr,e)}function G2(n,e){let t=Uo(e,this.size,2);n.uniform2fv(this.addr,t)}function H2(n,e){let t=Uo(e,this.size,3);n.uniform3fv(this.addr,t)}function W2(n,e){let t=Uo(e,this.size,4);n.uniform4fv(this.addr,t)}function X2(n,e){let t=Uo(e,this.size,4);n.uniformMatrix2fv(this.addr,!1,t)}function $2(n,e){let t=Uo(e,this.size,9);n.uniformMatrix3fv(this.addr,!1,t)}function q2(n,e){let t=Uo(e,this.size,16);n.uniformMatrix4fv(this.addr,!1,t)}function Y2(n,e){n.uniform1iv(this.addr,e)}function K2(n,e){n.uniform2iv(this.addr,e)}function Z2(n,e){n.uniform3iv(this.addr,e)}function j2(n,e){n.uniform4iv(this.addr,e)}function J2(n,e){n.uniform1uiv(this.addr,e)}function Q2(n,e){n.uniform2uiv(this.addr,e)}function e3(n,e){n.uniform3uiv(this.addr,e)}function t3(n,e){n.uniform4uiv(this.addr,e)}function n3(n,e,t){let i=this.cache,r=e.length,s=Nd(t,r);en(i,s)||(n.uniform1iv(this.addr,s),tn(i,s));let o;this.type===n.SAMPLER_2D_SHADOW?o=kd(eS):o=Qw;for(let a=0;a!==r;++a)t.setTexture2D(e[a]||o,s[a])}function i3(n,e,t){let i=this.cache,r=e.length,s=Nd(t,r);en(i,s)||(n.uniform1iv(this.addr,s),tn(i,s));for(let o=0;o!==r;++o)t.setTexture3D(e[o]||iS,s[o])}function r3(n,e,t){let i=this.cache,r=e.length,s=Nd(t,r);en(i,s)||(n.uniform1iv(this.addr,s),tn(i,s));let o;this.type===n.SAMPLER_CUBE_SHADOW?o=kd(tS):o=rS;for(let a=0;a!==r;++a)t.setTextureCube(e[a]||o,s[a])}function s3(n,e,t){let i=this.cache,r=e.length,s=Nd(t,r);en(i,s)||(n.uniform1iv(this.addr,s),tn(i,s));for(let o=0;o!==r;++o)t.setTexture2DArray(e[o]||nS,s[o])}function o3(n){switch(n){case 5126:return V2;case 35664:return G2;case 35665:return H2;case 35666:return W2;case 35674:return X2;case 35675:return $2;case 35676:return q2;case 5124:case 35670:return Y2;case 35667:case 35671:return K2;case 35668:case 35672:return Z2;case 35669:case 35673:return j2;case 5125:return J2;case 36294:return Q2;case 36295:return e3;case 36296:return t3;case 35678:case 36198:case 36298:case 36306:case 35682:return n3;case 35679:case 36299:case 36307:return i3;case 35680:case 36300:case 36308:case 36293:return r3;case 36289:case 36303:case 36311:case 36292:return s3}}var Eg=class{constructor(e,t,i){this.id=e,this.addr=i,this.cache=[],this.type=t.type,this.setValue=z2(t.type)}},Tg=class{constructor(e,t,i){this.id=e,this.addr=i,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=o3(t.type)}},Ag=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,i){let r=this.seq;for(let s=0,o=r.length;s!==o;++s){let a=r[s];a.setValue(e,t[a.id],i)}}},Sg=/(\w+)(\])?(\[|\.)?/g;function Fw(n,e){n.seq.push(e),n.map[e.id]=e}function a3(n,e,t){let i=n.name,r=i.length;for(Sg.lastIndex=0;;){let s=Sg.exec(i),o=Sg.lastIndex,a=s[1],l=s[2]==="]",c=s[3];if(l&&(a=a|0),c===void 0||c==="["&&o+2===r){Fw(t,c===void 0?new Eg(a,n,e):new Tg(a,n,e));break}else{let h=t.map[a];h===void 0&&(h=new Ag(a),Fw(t,h)),t=h}}}var Fo=class{constructor(e,t){this.seq=[],this.map={};let i=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<i;++o){let a=e.getActiveUniform(t,o),l=e.getUniformLocation(t,a.name);a3(a,l,this)}let r=[],s=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?r.push(o):s.push(o);r.length>0&&(this.seq=r.concat(s))}setValue(e,t,i,r){let s=this.map[t];s!==void 0&&s.setValue(e,i,r)}setOptional(e,t,i){let r=t[i];r!==void 0&&this.setValue(e,i,r)}static upload(e,t,i,r){for(let s=0,o=t.length;s!==o;++s){let a=t[s],l=i[a.id];l.needsUpdate!==!1&&a.setValue(e,l.value,r)}}static seqWithValue(e,t){let i=[];for(let r=0,s=e.length;r!==s;++r){let o=e[r];o.id in t&&i.push(o)}return i}};function Uw(n,e,t){let i=n.createShader(e);return n.shaderSource(i,t),n.compileShader(i),i}var l3=37297,c3=0;function u3(n,e){let t=n.split(`
`),i=[],r=Math.max(e-6,0),s=Math.min(e+6,t.length);for(let o=r;o<s;o++){let a=o+1;i.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return i.join(`
`)}var Bw=new Oe;function h3(n){et._getMatrix(Bw,et.workingColorSpace,n);let e=`mat3( ${Bw.elements.map(t=>t.toFixed(4))} )`;switch(et.getTransfer(n)){case Da:return[e,"LinearTransferOETF"];case mt:return[e,"sRGBTransferOETF"];default:return Ne("WebGLProgram: Unsupported color space: ",n),[e,"LinearTransferOETF"]}}function zw(n,e,t){let i=n.getShaderParameter(e,n.COMPILE_STATUS),s=(n.getShaderInfoLog(e)||"").trim();if(i&&s==="")return"";let o=/ERROR: 0:(\d+)/.exec(s);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+s+`

`+u3(n.getShaderSource(e),a)}else return s}function d3(n,e){let t=h3(e);return[`vec4 ${n}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var f3={[jm]:"Linear",[Jm]:"Reinhard",[Qm]:"Cineon",[eg]:"ACESFilmic",[ng]:"AgX",[ig]:"Neutral",[tg]:"Custom"};function p3(n,e){let t=f3[e];return t===void 0?(Ne("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+n+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+n+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var Pd=new H;function m3(){et.getLuminanceCoefficients(Pd);let n=Pd.x.toFixed(4),e=Pd.y.toFixed(4),t=Pd.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${n}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function g3(n){return[n.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",n.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(dl).join(`
`)}function _3(n){let e=[];for(let t in n){let i=n[t];i!==!1&&e.push("#define "+t+" "+i)}return e.join(`
`)}function y3(n,e){let t={},i=n.getProgramParameter(e,n.ACTIVE_ATTRIBUTES);for(let r=0;r<i;r++){let s=n.getActiveAttrib(e,r),o=s.name,a=1;s.type===n.FLOAT_MAT2&&(a=2),s.type===n.FLOAT_MAT3&&(a=3),s.type===n.FLOAT_MAT4&&(a=4),t[o]={type:s.type,location:n.getAttribLocation(e,o),locationSize:a}}return t}function dl(n){return n!==""}function Vw(n,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return n.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function Gw(n,e){return n.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var x3=/^[ \t]*#include +<([\w\d./]+)>/gm;function Cg(n){return n.replace(x3,b3)}function b3(n,e){let t=We[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return Cg(t)}var v3=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function Hw(n){return n.replace(v3,w3)}function w3(n,e,t,i){let r="";for(let s=parseInt(e);s<parseInt(t);s++)r+=i.replace(/\[\s*i\s*\]/g,"[ "+s+" ]").replace(/UNROLLED_LOOP_INDEX/g,s);return r}function Ww(n){let e=`precision ${n.precision} float;
	precision ${n.precision} int;
	precision ${n.precision} sampler2D;
	precision ${n.precision} samplerCube;
	precision ${n.precision} sampler3D;
	precision ${n.precision} sampler2DArray;
	precision ${n.precision} sampler2DShadow;
	precision ${n.precision} samplerCubeShadow;
	precision ${n.precision} sampler2DArrayShadow;
	precision ${n.precision} isampler2D;
	precision ${n.precision} isampler3D;
	precision ${n.precision} isamplerCube;
	precision ${n.precision} isampler2DArray;
	precision ${n.precision} usampler2D;
	precision ${n.precision} usampler3D;
	precision ${n.precision} usamplerCube;
	precision ${n.precision} usampler2DArray;
	`;return n.precision==="highp"?e+=`
#define HIGH_PRECISION`:n.precision==="mediump"?e+=`
#define MEDIUM_PRECISION`:n.precision==="lowp"&&(e+=`
#define LOW_PRECISION`),e}var S3={[nl]:"SHADOWMAP_TYPE_PCF",[No]:"SHADOWMAP_TYPE_VSM"};function M3(n){return S3[n.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var E3={[Do]:"ENVMAP_MODE_REFRACTION"};function T3(n){return n.envMap===!1?"ENVMAP_MODE_REFLECTION":E3[n.envMapMode]||"ENVMAP_MODE_REFLECTION"}var A3={[Zm]:"ENVMAP_BLENDING_MULTIPLY",[iw]:"ENVMAP_BLENDING_MIX",[rw]:"ENVMAP_BLENDING_ADD"};function C3(n){return n.envMap===!1?"ENVMAP_BLENDING_NONE":A3[n.combine]||"ENVMAP_BLENDING_NONE"}function R3(n,e,t,i){let r=n.getContext(),s=t.defines,o=t.vertexShader,a=t.fragmentShader,l=M3(t),c=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",u=T3(t),h=C3(t),d=g3(t),f=_3(s),m=r.createProgram(),y,p,g=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(y=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(dl).join(`
`),y.length>0&&(y+=`
`),p=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(dl).join(`
`),p.length>0&&(p+=`
`)):(y=[Ww(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+u:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(dl).join(`
`),p=[Ww(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+c:"",t.envMap?"#define "+u:"",t.envMap?"#define "+h:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==zi?"#define TONE_MAPPING":"",t.toneMapping!==zi?We.tonemapping_pars_fragment:"",t.toneMapping!==zi?p3("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",We.colorspace_pars_fragment,d3("linearToOutputTexel",t.outputColorSpace),m3(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(dl).join(`
`)),o=Cg(o),o=Vw(o,t),o=Gw(o,t),a=Cg(a),a=Vw(a,t),a=Gw(a,t),o=Hw(o),a=Hw(a),t.isRawShaderMaterial!==!0&&(g=`#version 300 es
`,y=[d,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+y,p=["#define varying in",t.glslVersion===bn?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===bn?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+p);let w=g+y+o,M=g+p+a,v=Uw(r,r.VERTEX_SHADER,w),C=Uw(r,r.FRAGMENT_SHADER,M);r.attachShader(m,v),r.attachShader(m,C),t.index0AttributeName!==void 0?r.bindAttribLocation(m,0,t.index0AttributeName):t.hasPositionAttribute===!0&&r.bindAttribLocation(m,0,"position"),r.linkProgram(m);function T(I){if(n.debug.checkShaderErrors){let N=r.getProgramInfoLog(m)||"",V=r.getShaderInfoLog(v)||"",W=r.getShaderInfoLog(C)||"",R=N.trim(),L=V.trim(),G=W.trim(),z=!0,te=!0;if(r.getProgramParameter(m,r.LINK_STATUS)===!1)if(z=!1,typeof n.debug.onShaderError=="function")n.debug.onShaderError(r,m,v,C);else{let X=zw(r,v,"vertex"),Q=zw(r,C,"fragment");De("WebGLProgram: Shader Error "+r.getError()+" - VALIDATE_STATUS "+r.getProgramParameter(m,r.VALIDATE_STATUS)+`

Material Name: `+I.name+`
Material Type: `+I.type+`

Program Info Log: `+R+`
`+X+`
`+Q)}else R!==""?Ne("WebGLProgram: Program Info Log:",R):(L===""||G==="")&&(te=!1);te&&(I.diagnostics={runnable:z,programLog:R,vertexShader:{log:L,prefix:y},fragmentShader:{log:G,prefix:p}})}r.deleteShader(v),r.deleteShader(C),_=new Fo(r,m),S=y3(r,m)}let _;this.getUniforms=function(){return _===void 0&&T(this),_};let S;this.getAttributes=function(){return S===void 0&&T(this),S};let D=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return D===!1&&(D=r.getProgramParameter(m,l3)),D},this.destroy=function(){i.releaseStatesOfProgram(this),r.deleteProgram(m),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=c3++,this.cacheKey=e,this.usedTimes=1,this.program=m,this.vertexShader=v,this.fragmentShader=C,this}var P3=0,Rg=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,i){let r=this._getShaderCacheForMaterial(e);return r.has(t)===!1&&(r.add(t),t.usedTimes++),r.has(i)===!1&&(r.add(i),i.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let i of t)i.usedTimes--,i.usedTimes===0&&this.shaderCache.delete(i.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,i=t.get(e);return i===void 0&&(i=new Set,t.set(e,i)),i}_getShaderStage(e){let t=this.shaderCache,i=t.get(e);return i===void 0&&(i=new Pg(e),t.set(e,i)),i}},Pg=class{constructor(e){this.id=P3++,this.code=e,this.usedTimes=0}};function L3(n){return n===qr||n===ll||n===cl}function I3(n,e,t,i,r,s){let o=new Ba,a=new Rg,l=new Set,c=[],u=new Map,h=i.logarithmicDepthBuffer,d={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function f(_){return l.add(_),_===0?"uv":`uv${_}`}function m(_,S,D,I,N,V){let W=I.fog,R=N.geometry,L=_.isMeshStandardMaterial||_.isMeshLambertMaterial||_.isMeshPhongMaterial?I.environment:null,G=_.isMeshStandardMaterial||_.isMeshLambertMaterial&&!_.envMap||_.isMeshPhongMaterial&&!_.envMap,z=e.get(_.envMap||L,G),te=d[_.type],X=i.precision;_.precision!==null&&(X=i.getMaxPrecision(_.precision),X!==_.precision&&Ne("WebGLProgram.getParameters:",_.precision,"not supported, using",X,"instead."));let Q=R.morphAttributes.position||R.morphAttributes.normal||R.morphAttributes.color,ee=Q!==void 0?Q.length:0,xe=0;R.morphAttributes.position!==void 0&&(xe=1),R.morphAttributes.normal!==void 0&&(xe=2),R.morphAttributes.color!==void 0&&(xe=3);let Re,Y,ue,we;if(te){let pe=Gi[te];Re=pe.vertexShader,Y=pe.fragmentShader}else{Re=_.vertexShader,Y=_.fragmentShader;let pe=a.getVertexShaderStage(_),_t=a.getFragmentShaderStage(_);a.update(_,pe,_t),ue=pe.id,we=_t.id}let Le=n.getRenderTarget(),ge=n.state.buffers.depth.getReversed(),Be=N.isInstancedMesh===!0,zt=N.isBatchedMesh===!0,ke=!!_.map,gt=!!_.matcap,bt=!!z,Ke=bt&&z.isPMREMTexture===!0,an=!!_.aoMap,qt=!!_.lightMap,Nn=!!_.bumpMap&&_.wireframe===!1,Lt=!!_.normalMap,vi=!!_.displacementMap,nn=!!_.emissiveMap,qn=!!_.metalnessMap,Yn=!!_.roughnessMap,Kn=_.anisotropy>0,O=_.clearcoat>0,Zn=_.diffuseRoughness>0,At=_.dispersion>0,Ct=_.retroreflectivity>0,fe=_.iridescence>0,Yt=_.sheen>0,Ie=_.transmission>0,Fe=Kn&&!!_.anisotropyMap,A=O&&!!_.clearcoatMap,x=O&&!!_.clearcoatNormalMap,U=O&&!!_.clearcoatRoughnessMap,ne=Zn&&!!_.diffuseRoughnessMap,J=fe&&!!_.iridescenceMap,se=fe&&!!_.iridescenceThicknessMap,he=Yt&&!!_.sheenColorMap,K=Yt&&!!_.sheenRoughnessMap,Z=!!_.specularMap,ae=!!_.specularColorMap,P=!!_.specularIntensityMap,j=Ie&&!!_.transmissionMap,q=Ie&&!!_.thicknessMap,le=!!_.gradientMap,re=!!_.alphaMap,oe=_.alphaTest>0,Te=!!_.alphaHash,He=!!_.extensions,ie=zi;_.toneMapped&&(Le===null||Le.isXRRenderTarget===!0)&&(ie=n.toneMapping);let Pe=Ke?z.isCompressedCubeTexture?z.image[0].mipmaps:z.mipmaps:null,Ve={shaderID:te,shaderType:_.type,shaderName:_.name,vertexShader:Re,fragmentShader:Y,defines:_.defines,customVertexShaderID:ue,customFragmentShaderID:we,isRawShaderMaterial:_.isRawShaderMaterial===!0,glslVersion:_.glslVersion,precision:X,batching:zt,batchingColor:zt&&N._colorsTexture!==null,instancing:Be,instancingColor:Be&&N.instanceColor!==null,instancingMorph:Be&&N.morphTexture!==null,outputColorSpace:Le===null?n.outputColorSpace:Le.isXRRenderTarget===!0?Le.texture.colorSpace:et.workingColorSpace,alphaToCoverage:!!_.alphaToCoverage,map:ke,matcap:gt,envMap:bt,envMapMode:bt&&z.mapping,envMapPMREM:Ke,envMapMaxLod:Ke?Pe.length-1:null,envMapSize:Ke?Pe[0].width:null,aoMap:an,lightMap:qt,bumpMap:Nn,normalMap:Lt,displacementMap:vi,emissiveMap:nn,normalMapObjectSpace:Lt&&_.normalMapType===aw,normalMapTangentSpace:Lt&&_.normalMapType===dg,packedNormalMap:Lt&&_.normalMapType===dg&&L3(_.normalMap.format),metalnessMap:qn,roughnessMap:Yn,anisotropy:Kn,anisotropyMap:Fe,clearcoat:O,clearcoatMap:A,clearcoatNormalMap:x,clearcoatRoughnessMap:U,diffuseRoughness:Zn,diffuseRoughnessMap:ne,dispersion:At,retroreflection:Ct,iridescence:fe,iridescenceMap:J,iridescenceThicknessMap:se,sheen:Yt,sheenColorMap:he,sheenRoughnessMap:K,specularMap:Z,specularColorMap:ae,specularIntensityMap:P,transmission:Ie,transmissionMap:j,thicknessMap:q,gradientMap:le,opaque:_.transparent===!1&&_.blending===ko&&_.alphaToCoverage===!1,alphaMap:re,alphaTest:oe,alphaHash:Te,combine:_.combine,mapUv:ke&&f(_.map.channel),aoMapUv:an&&f(_.aoMap.channel),lightMapUv:qt&&f(_.lightMap.channel),bumpMapUv:Nn&&f(_.bumpMap.channel),normalMapUv:Lt&&f(_.normalMap.channel),displacementMapUv:vi&&f(_.displacementMap.channel),emissiveMapUv:nn&&f(_.emissiveMap.channel),metalnessMapUv:qn&&f(_.metalnessMap.channel),roughnessMapUv:Yn&&f(_.roughnessMap.channel),anisotropyMapUv:Fe&&f(_.anisotropyMap.channel),clearcoatMapUv:A&&f(_.clearcoatMap.channel),clearcoatNormalMapUv:x&&f(_.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:U&&f(_.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:ne&&f(_.diffuseRoughnessMap.channel),iridescenceMapUv:J&&f(_.iridescenceMap.channel),iridescenceThicknessMapUv:se&&f(_.iridescenceThicknessMap.channel),sheenColorMapUv:he&&f(_.sheenColorMap.channel),sheenRoughnessMapUv:K&&f(_.sheenRoughnessMap.channel),specularMapUv:Z&&f(_.specularMap.channel),specularColorMapUv:ae&&f(_.specularColorMap.channel),specularIntensityMapUv:P&&f(_.specularIntensityMap.channel),transmissionMapUv:j&&f(_.transmissionMap.channel),thicknessMapUv:q&&f(_.thicknessMap.channel),alphaMapUv:re&&f(_.alphaMap.channel),vertexTangents:!!R.attributes.tangent&&(Lt||Kn),vertexNormals:!!R.attributes.normal,vertexColors:_.vertexColors,vertexAlphas:_.vertexColors===!0&&!!R.attributes.color&&R.attributes.color.itemSize===4,pointsUvs:N.isPoints===!0&&!!R.attributes.uv&&(ke||re),fog:!!W,useFog:_.fog===!0,fogExp2:!!W&&W.isFogExp2,flatShading:_.wireframe===!1&&(_.flatShading===!0||R.attributes.normal===void 0&&Lt===!1&&(_.isMeshLambertMaterial||_.isMeshPhongMaterial||_.isMeshStandardMaterial||_.isMeshPhysicalMaterial)),sizeAttenuation:_.sizeAttenuation===!0,logarithmicDepthBuffer:h,reversedDepthBuffer:ge,skinning:N.isSkinnedMesh===!0,hasPositionAttribute:R.attributes.position!==void 0,morphTargets:R.morphAttributes.position!==void 0,morphNormals:R.morphAttributes.normal!==void 0,morphColors:R.morphAttributes.color!==void 0,morphTargetsCount:ee,morphTextureStride:xe,numSunLights:S.sun.length,numDirLights:S.directional.length,numPointLights:S.point.length,numSpotLights:S.spot.length,numSpotLightMaps:S.spotLightMap.length,numRectAreaLights:S.rectArea.length,numHemiLights:S.hemi.length,numSunLightShadows:S.sunShadowMap.length,numDirLightShadows:S.directionalShadowMap.length,numPointLightShadows:S.pointShadowMap.length,numSpotLightShadows:S.spotShadowMap.length,numSpotLightShadowsWithMaps:S.numSpotLightShadowsWithMaps,numLightProbes:S.numLightProbes,numLightProbeGrids:V.filter(pe=>pe.texture!==null).length,numClippingPlanes:s.numPlanes,numClipIntersection:s.numIntersection,dithering:_.dithering,shadowMapEnabled:n.shadowMap.enabled&&D.length>0,shadowMapType:n.shadowMap.type,toneMapping:ie,decodeVideoTexture:ke&&_.map.isVideoTexture===!0&&et.getTransfer(_.map.colorSpace)===mt,decodeVideoTextureEmissive:nn&&_.emissiveMap.isVideoTexture===!0&&et.getTransfer(_.emissiveMap.colorSpace)===mt,premultipliedAlpha:_.premultipliedAlpha,doubleSided:_.side===xn,flipSided:_.side===In,useDepthPacking:_.depthPacking>=0,depthPacking:_.depthPacking||0,index0AttributeName:_.index0AttributeName,extensionClipCullDistance:He&&_.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(He&&_.extensions.multiDraw===!0||zt)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:_.customProgramCacheKey()};return Ve.vertexUv1s=l.has(1),Ve.vertexUv2s=l.has(2),Ve.vertexUv3s=l.has(3),l.clear(),Ve}function y(_){let S=[];if(_.shaderID?S.push(_.shaderID):(S.push(_.customVertexShaderID),S.push(_.customFragmentShaderID)),_.defines!==void 0)for(let D in _.defines)S.push(D),S.push(_.defines[D]);return _.isRawShaderMaterial===!1&&(p(S,_),g(S,_),S.push(n.outputColorSpace)),S.push(_.customProgramCacheKey),S.join()}function p(_,S){_.push(S.precision),_.push(S.outputColorSpace),_.push(S.envMapMode),_.push(S.envMapPMREM),_.push(S.envMapMaxLod),_.push(S.envMapSize),_.push(S.mapUv),_.push(S.alphaMapUv),_.push(S.lightMapUv),_.push(S.aoMapUv),_.push(S.bumpMapUv),_.push(S.normalMapUv),_.push(S.displacementMapUv),_.push(S.emissiveMapUv),_.push(S.metalnessMapUv),_.push(S.roughnessMapUv),_.push(S.anisotropyMapUv),_.push(S.clearcoatMapUv),_.push(S.clearcoatNormalMapUv),_.push(S.clearcoatRoughnessMapUv),_.push(S.diffuseRoughnessMapUv),_.push(S.iridescenceMapUv),_.push(S.iridescenceThicknessMapUv),_.push(S.sheenColorMapUv),_.push(S.sheenRoughnessMapUv),_.push(S.specularMapUv),_.push(S.specularColorMapUv),_.push(S.specularIntensityMapUv),_.push(S.transmissionMapUv),_.push(S.thicknessMapUv),_.push(S.combine),_.push(S.fogExp2),_.push(S.sizeAttenuation),_.push(S.morphTargetsCount),_.push(S.numSunLights),_.push(S.numDirLights),_.push(S.numPointLights),_.push(S.numSpotLights),_.push(S.numSpotLightMaps),_.push(S.numHemiLights),_.push(S.numRectAreaLights),_.push(S.numSunLightShadows),_.push(S.numDirLightShadows),_.push(S.numPointLightShadows),_.push(S.numSpotLightShadows),_.push(S.numSpotLightShadowsWithMaps),_.push(S.numLightProbes),_.push(S.numLightProbeGrids),_.push(S.shadowMapType),_.push(S.toneMapping),_.push(S.numClippingPlanes),_.push(S.numClipIntersection),_.push(S.depthPacking)}function g(_,S){o.disableAll(),S.instancing&&o.enable(0),S.instancingColor&&o.enable(1),S.instancingMorph&&o.enable(2),S.matcap&&o.enable(3),S.envMap&&o.enable(4),S.normalMapObjectSpace&&o.enable(5),S.normalMapTangentSpace&&o.enable(6),S.clearcoat&&o.enable(7),S.iridescence&&o.enable(8),S.alphaTest&&o.enable(9),S.vertexColors&&o.enable(10),S.vertexAlphas&&o.enable(11),S.vertexUv1s&&o.enable(12),S.vertexUv2s&&o.enable(13),S.vertexUv3s&&o.enable(14),S.vertexTangents&&o.enable(15),S.anisotropy&&o.enable(16),S.alphaHash&&o.enable(17),S.batching&&o.enable(18),S.dispersion&&o.enable(19),S.retroreflection&&o.enable(24),S.diffuseRoughness&&o.enable(25),S.batchingColor&&o.enable(20),S.gradientMap&&o.enable(21),S.packedNormalMap&&o.enable(22),S.vertexNormals&&o.enable(23),_.push(o.mask),o.disableAll(),S.fog&&o.enable(0),S.useFog&&o.enable(1),S.flatShading&&o.enable(2),S.logarithmicDepthBuffer&&o.enable(3),S.reversedDepthBuffer&&o.enable(4),S.skinning&&o.enable(5),S.morphTargets&&o.enable(6),S.morphNormals&&o.enable(7),S.morphColors&&o.enable(8),S.premultipliedAlpha&&o.enable(9),S.shadowMapEnabled&&o.enable(10),S.doubleSided&&o.enable(11),S.flipSided&&o.enable(12),S.useDepthPacking&&o.enable(13),S.dithering&&o.enable(14),S.transmission&&o.enable(15),S.sheen&&o.enable(16),S.opaque&&o.enable(17),S.pointsUvs&&o.enable(18),S.decodeVideoTexture&&o.enable(19),S.decodeVideoTextureEmissive&&o.enable(20),S.alphaToCoverage&&o.enable(21),S.numLightProbeGrids>0&&o.enable(22),S.hasPositionAttribute&&o.enable(23),_.push(o.mask)}function w(_){let S=d[_.type],D;if(S){let I=Gi[S];D=Ew.clone(I.uniforms)}else D=_.uniforms;return D}function M(_,S){let D=u.get(S);return D!==void 0?++D.usedTimes:(D=new R3(n,S,_,r),c.push(D),u.set(S,D)),D}function v(_){if(--_.usedTimes===0){let S=c.indexOf(_);c[S]=c[c.length-1],c.pop(),u.delete(_.cacheKey),_.destroy()}}function C(_){a.remove(_)}function T(){a.dispose()}return{getParameters:m,getProgramCacheKey:y,getUniforms:w,acquireProgram:M,releaseProgram:v,releaseShaderCache:C,programs:c,dispose:T}}function N3(){let n=new WeakMap;function e(o){return n.has(o)}function t(o){let a=n.get(o);return a===void 0&&(a={},n.set(o,a)),a}function i(o){n.delete(o)}function r(o,a,l){n.get(o)[a]=l}function s(){n=new WeakMap}return{has:e,get:t,remove:i,update:r,dispose:s}}function k3(n,e){return n.groupOrder!==e.groupOrder?n.groupOrder-e.groupOrder:n.renderOrder!==e.renderOrder?n.renderOrder-e.renderOrder:n.material.id!==e.material.id?n.material.id-e.material.id:n.materialVariant!==e.materialVariant?n.materialVariant-e.materialVariant:n.z!==e.z?n.z-e.z:n.id-e.id}function Xw(n,e){return n.groupOrder!==e.groupOrder?n.groupOrder-e.groupOrder:n.renderOrder!==e.renderOrder?n.renderOrder-e.renderOrder:n.z!==e.z?e.z-n.z:n.id-e.id}function $w(){let n=[],e=0,t=[],i=[],r=[];function s(){e=0,t.length=0,i.length=0,r.length=0}function o(d){let f=0;return d.isInstancedMesh&&(f+=2),d.isSkinnedMesh&&(f+=1),f}function a(d,f,m,y,p,g){let w=n[e];return w===void 0?(w={id:d.id,object:d,geometry:f,material:m,materialVariant:o(d),groupOrder:y,renderOrder:d.renderOrder,z:p,group:g},n[e]=w):(w.id=d.id,w.object=d,w.geometry=f,w.material=m,w.materialVariant=o(d),w.groupOrder=y,w.renderOrder=d.renderOrder,w.z=p,w.group=g),e++,w}function l(d,f,m,y,p,g,w){w.reversedDepth===!0&&(p=-p);let M=a(d,f,m,y,p,g);m.transmission>0?i.push(M):m.transparent===!0?r.push(M):t.push(M)}function c(d,f,m,y,p,g){let w=a(d,f,m,y,p,g);m.transmission>0?i.unshift(w):m.transparent===!0?r.unshift(w):t.unshift(w)}function u(d,f){t.length>1&&t.sort(d||k3),i.length>1&&i.sort(f||Xw),r.length>1&&r.sort(f||Xw)}function h(){for(let d=e,f=n.length;d<f;d++){let m=n[d];if(m.id===null)break;m.id=null,m.object=null,m.geometry=null,m.material=null,m.group=null}}return{opaque:t,transmissive:i,transparent:r,init:s,push:l,unshift:c,finish:h,sort:u}}function D3(){let n=new WeakMap;function e(i,r){let s=n.get(i),o;return s===void 0?(o=new $w,n.set(i,[o])):r>=s.length?(o=new $w,s.push(o)):o=s[r],o}function t(){n=new WeakMap}return{get:e,dispose:t}}function O3(){let n={};return{get:function(e){if(n[e.id]!==void 0)return n[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new H,color:new Ye};break;case"SpotLight":t={position:new H,direction:new H,color:new Ye,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new H,color:new Ye,distance:0,decay:0};break;case"HemisphereLight":t={direction:new H,skyColor:new Ye,groundColor:new Ye};break;case"RectAreaLight":t={color:new Ye,position:new H,halfWidth:new H,halfHeight:new H};break}return n[e.id]=t,t}}}function F3(){let n={};return{get:function(e){if(n[e.id]!==void 0)return n[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new ot};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new ot};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new ot,shadowCameraNear:1,shadowCameraFar:1e3};break}return n[e.id]=t,t}}}var U3=0;function B3(n,e){return(e.castShadow?2:0)-(n.castShadow?2:0)+(e.map?1:0)-(n.map?1:0)}function z3(n){let e=new O3,t=F3(),i={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)i.probe.push(new H);let r=new H,s=new Rt,o=new Rt;function a(c){let u=0,h=0,d=0;for(let V=0;V<9;V++)i.probe[V].set(0,0,0);let f=0,m=0,y=0,p=0,g=0,w=0,M=0,v=0,C=0,T=0,_=0,S=0,D=0,I=0;c.sort(B3);for(let V=0,W=c.length;V<W;V++){let R=c[V],L=R.color,G=R.intensity,z=R.distance,te=null;if(R.shadow&&R.shadow.map&&(R.shadow.map.texture.format===qr?te=R.shadow.map.texture:te=R.shadow.map.depthTexture||R.shadow.map.texture),R.isAmbientLight)u+=L.r*G,h+=L.g*G,d+=L.b*G;else if(R.isLightProbe){for(let X=0;X<9;X++)i.probe[X].addScaledVector(R.sh.coefficients[X],G);I++}else if(R.isSunLight){let X=e.get(R);if(X.color.copy(R.color).multiplyScalar(R.intensity),R.castShadow){let Q=R.shadow,ee=t.get(R);ee.shadowIntensity=Q.intensity,ee.shadowBias=Q.bias,ee.shadowNormalBias=Q.normalBias,ee.shadowRadius=Q.radius,ee.shadowMapSize.copy(Q.mapSize).multiply(Q.getFrameExtents()),i.sunShadow[m]=ee,i.sunShadowMap[m]=te;let xe=Q.getViewportCount();for(let Re=0;Re<xe;Re++)i.sunShadowMatrix[y+Re]=Q.getMatrix(Re),i.sunShadowCascade[y+Re]=Q._cascadeData[Re];y+=xe,m++}i.sun[f]=X,f++}else if(R.isDirectionalLight){let X=e.get(R);if(X.color.copy(R.color).multiplyScalar(R.intensity),R.castShadow){let Q=R.shadow,ee=t.get(R);ee.shadowIntensity=Q.intensity,ee.shadowBias=Q.bias,ee.shadowNormalBias=Q.normalBias,ee.shadowRadius=Q.radius,ee.shadowMapSize=Q.mapSize,i.directionalShadow[p]=ee,i.directionalShadowMap[p]=te,i.directionalShadowMatrix[p]=R.shadow.matrix,C++}i.directional[p]=X,p++}else if(R.isSpotLight){let X=e.get(R);X.position.setFromMatrixPosition(R.matrixWorld),X.color.copy(L).multiplyScalar(G),X.distance=z,X.coneCos=Math.cos(R.angle),X.penumbraCos=Math.cos(R.angle*(1-R.penumbra)),X.decay=R.decay,i.spot[w]=X;let Q=R.shadow;if(R.map&&(i.spotLightMap[S]=R.map,S++,Q.updateMatrices(R),R.castShadow&&D++),i.spotLightMatrix[w]=Q.matrix,R.castShadow){let ee=t.get(R);ee.shadowIntensity=Q.intensity,ee.shadowBias=Q.bias,ee.shadowNormalBias=Q.normalBias,ee.shadowRadius=Q.radius,ee.shadowMapSize=Q.mapSize,i.spotShadow[w]=ee,i.spotShadowMap[w]=te,_++}w++}else if(R.isRectAreaLight){let X=e.get(R);X.color.copy(L).multiplyScalar(G),X.halfWidth.set(R.width*.5,0,0),X.halfHeight.set(0,R.height*.5,0),i.rectArea[M]=X,M++}else if(R.isPointLight){let X=e.get(R);if(X.color.copy(R.color).multiplyScalar(R.intensity),X.distance=R.distance,X.decay=R.decay,R.castShadow){let Q=R.shadow,ee=t.get(R);ee.shadowIntensity=Q.intensity,ee.shadowBias=Q.bias,ee.shadowNormalBias=Q.normalBias,ee.shadowRadius=Q.radius,ee.shadowMapSize=Q.mapSize,ee.shadowCameraNear=Q.camera.near,ee.shadowCameraFar=Q.camera.far,i.pointShadow[g]=ee,i.pointShadowMap[g]=te,i.pointShadowMatrix[g]=R.shadow.matrix,T++}i.point[g]=X,g++}else if(R.isHemisphereLight){let X=e.get(R);X.skyColor.copy(R.color).multiplyScalar(G),X.groundColor.copy(R.groundColor).multiplyScalar(G),i.hemi[v]=X,v++}}M>0&&(n.has("OES_texture_float_linear")===!0?(i.rectAreaLTC1=me.LTC_FLOAT_1,i.rectAreaLTC2=me.LTC_FLOAT_2):(i.rectAreaLTC1=me.LTC_HALF_1,i.rectAreaLTC2=me.LTC_HALF_2)),i.ambient[0]=u,i.ambient[1]=h,i.ambient[2]=d;let N=i.hash;(N.sunLength!==f||N.directionalLength!==p||N.pointLength!==g||N.spotLength!==w||N.rectAreaLength!==M||N.hemiLength!==v||N.numSunShadows!==m||N.numDirectionalShadows!==C||N.numPointShadows!==T||N.numSpotShadows!==_||N.numSpotMaps!==S||N.numLightProbes!==I)&&(i.sun.length=f,i.directional.length=p,i.spot.length=w,i.rectArea.length=M,i.point.length=g,i.hemi.length=v,i.sunShadow.length=m,i.sunShadowMap.length=m,i.sunShadowMatrix.length=y,i.sunShadowCascade.length=y,i.directionalShadow.length=C,i.directionalShadowMap.length=C,i.directionalShadowMatrix.length=C,i.pointShadow.length=T,i.pointShadowMap.length=T,i.pointShadowMatrix.length=T,i.spotShadow.length=_,i.spotShadowMap.length=_,i.spotLightMatrix.length=_+S-D,i.spotLightMap.length=S,i.numSpotLightShadowsWithMaps=D,i.numLightProbes=I,N.sunLength=f,N.directionalLength=p,N.pointLength=g,N.spotLength=w,N.rectAreaLength=M,N.hemiLength=v,N.numSunShadows=m,N.numDirectionalShadows=C,N.numPointShadows=T,N.numSpotShadows=_,N.numSpotMaps=S,N.numLightProbes=I,i.version=U3++)}function l(c,u){let h=0,d=0,f=0,m=0,y=0,p=0,g=u.matrixWorldInverse;for(let w=0,M=c.length;w<M;w++){let v=c[w];if(v.isSunLight){let C=i.sun[h];C.direction.setFromMatrixPosition(v.matrixWorld),C.direction.transformDirection(g),h++}else if(v.isDirectionalLight){let C=i.directional[d];C.direction.setFromMatrixPosition(v.matrixWorld),r.setFromMatrixPosition(v.target.matrixWorld),C.direction.sub(r),C.direction.transformDirection(g),d++}else if(v.isSpotLight){let C=i.spot[m];C.position.setFromMatrixPosition(v.matrixWorld),C.position.applyMatrix4(g),C.direction.setFromMatrixPosition(v.matrixWorld),r.setFromMatrixPosition(v.target.matrixWorld),C.direction.sub(r),C.direction.transformDirection(g),m++}else if(v.isRectAreaLight){let C=i.rectArea[y];C.position.setFromMatrixPosition(v.matrixWorld),C.position.applyMatrix4(g),o.identity(),s.copy(v.matrixWorld),s.premultiply(g),o.extractRotation(s),C.halfWidth.set(v.width*.5,0,0),C.halfHeight.set(0,v.height*.5,0),C.halfWidth.applyMatrix4(o),C.halfHeight.applyMatrix4(o),y++}else if(v.isPointLight){let C=i.point[f];C.position.setFromMatrixPosition(v.matrixWorld),C.position.applyMatrix4(g),f++}else if(v.isHemisphereLight){let C=i.hemi[p];C.direction.setFromMatrixPosition(v.matrixWorld),C.direction.transformDirection(g),p++}}}return{setup:a,setupView:l,state:i}}function qw(n){let e=new z3(n),t=[],i=[],r=[];function s(h){u.camera=h,t.length=0,i.length=0,r.length=0}function o(h){h.isLightProbeGrid?r.push(h):t.push(h)}function a(h){i.push(h)}function l(){e.setup(t),r.sort((h,d)=>h.priority-d.priority||h.id-d.id)}function c(h){e.setupView(t,h)}let u={lightsArray:t,shadowsArray:i,lightProbeGridArray:r,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:s,state:u,setupLights:l,setupLightsView:c,pushLight:o,pushShadow:a}}function V3(n){let e=new WeakMap;function t(r,s=0){let o=e.get(r),a;return o===void 0?(a=new qw(n),e.set(r,[a])):s>=o.length?(a=new qw(n),o.push(a)):a=o[s],a}function i(){e=new WeakMap}return{get:t,dispose:i}}var G3=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,H3=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,W3=[new H(1,0,0),new H(-1,0,0),new H(0,1,0),new H(0,-1,0),new H(0,0,1),new H(0,0,-1)],X3=[new H(0,-1,0),new H(0,-1,0),new H(0,0,1),new H(0,0,-1),new H(0,-1,0),new H(0,-1,0)],Yw=new Rt,hl=new H,Mg=new H;function $3(n,e,t){let i=new _s,r=new ot,s=new ot,o=new kt,a=new Ph,l=new Lh,c={},u=t.maxTextureSize,h={[gi]:In,[In]:gi,[xn]:xn},d=new Ot({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new ot},radius:{value:4}},vertexShader:G3,fragmentShader:H3}),f=d.clone();f.defines.HORIZONTAL_PASS=1;let m=new Dt;m.setAttribute("position",new wt(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let y=new Pt(m,d),p=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=nl;let g=this.type;this.render=function(T,_,S){if(p.enabled===!1||p.autoUpdate===!1&&p.needsUpdate===!1||T.length===0)return;this.type===Uv&&(Ne("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=nl);let D=n.getRenderTarget(),I=n.getActiveCubeFace(),N=n.getActiveMipmapLevel(),V=n.state;V.setBlending(xs),V.buffers.depth.getReversed()===!0?V.buffers.color.setClear(0,0,0,0):V.buffers.color.setClear(1,1,1,1),V.buffers.depth.setTest(!0),V.setScissorTest(!1);let W=g!==this.type;W&&_.traverse(function(R){R.material&&(Array.isArray(R.material)?R.material.forEach(L=>L.needsUpdate=!0):R.material.needsUpdate=!0)});for(let R=0,L=T.length;R<L;R++){let G=T[R],z=G.shadow;if(z===void 0){Ne("WebGLShadowMap:",G,"has no shadow.");continue}if(z.autoUpdate===!1&&z.needsUpdate===!1)continue;r.copy(z.mapSize);let te=z.getFrameExtents();r.multiply(te),s.copy(z.mapSize),(r.x>u||r.y>u)&&(r.x>u&&(s.x=Math.floor(u/te.x),r.x=s.x*te.x,z.mapSize.x=s.x),r.y>u&&(s.y=Math.floor(u/te.y),r.y=s.y*te.y,z.mapSize.y=s.y));let X=n.state.buffers.depth.getReversed();if(z.camera._reversedDepth=X,z.map===null||W===!0){if(z.map!==null&&(z.map.depthTexture!==null&&(z.map.depthTexture.dispose(),z.map.depthTexture=null),z.map.dispose()),this.type===No){if(G.isPointLight){Ne("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}z.map=new Wn(r.x,r.y,{format:qr,type:xi,minFilter:Pn,magFilter:Pn,generateMipmaps:!1}),z.map.texture.name=G.name+".shadowMap",z.map.depthTexture=new gr(r.x,r.y,yi),z.map.depthTexture.name=G.name+".shadowMapDepth",z.map.depthTexture.format=dr,z.map.depthTexture.compareFunction=null,z.map.depthTexture.minFilter=Xt,z.map.depthTexture.magFilter=Xt}else G.isPointLight?(z.map=new fl(r.x),z.map.depthTexture=new Xa(r.x,_i)):(z.map=new Wn(r.x,r.y),z.map.depthTexture=new gr(r.x,r.y,_i)),z.map.depthTexture.name=G.name+".shadowMap",z.map.depthTexture.format=dr,this.type===nl?(z.map.depthTexture.compareFunction=X?pg:fg,z.map.depthTexture.minFilter=Pn,z.map.depthTexture.magFilter=Pn):(z.map.depthTexture.compareFunction=null,z.map.depthTexture.minFilter=Xt,z.map.depthTexture.magFilter=Xt);z.camera.updateProjectionMatrix()}z.map.isWebGLCubeRenderTarget!==!0&&(z.map.width!==r.x||z.map.height!==r.y)&&z.map.setSize(r.x,r.y);let Q=z.map.isWebGLCubeRenderTarget?6:z.getViewportCount();G.isPointLight!==!0&&z.updateMatrices(G,S);let ee=(z.camera.layers.mask&4294967294)!==0?z.camera.layers:S.layers;for(let xe=0;xe<Q;xe++){let Re=z.getCamera(xe);if(G.isPointLight){let Y=z.camera,ue=z.matrix,we=G.distance||Y.far;we!==Y.far&&(Y.far=we,Y.updateProjectionMatrix()),hl.setFromMatrixPosition(G.matrixWorld),Y.position.copy(hl),Mg.copy(Y.position),Mg.add(W3[xe]),Y.up.copy(X3[xe]),Y.lookAt(Mg),Y.updateMatrixWorld(),ue.makeTranslation(-hl.x,-hl.y,-hl.z),Yw.multiplyMatrices(Y.projectionMatrix,Y.matrixWorldInverse),z._frustum.setFromProjectionMatrix(Yw,Y.coordinateSystem,Y.reversedDepth)}if(z.map.isWebGLCubeRenderTarget)n.setRenderTarget(z.map,xe),n.clear();else{xe===0&&(n.setRenderTarget(z.map),n.clear());let Y=z.getViewport(xe);o.set(s.x*Y.x,s.y*Y.y,s.x*Y.z,s.y*Y.w),V.viewport(o)}i=z.getFrustum(xe),v(_,S,Re,G,ee,this.type)}z.isPointLightShadow!==!0&&this.type===No&&w(z,S),z.needsUpdate=!1}g=this.type,p.needsUpdate=!1,n.setRenderTarget(D,I,N)};function w(T,_){let S=e.update(y);d.defines.VSM_SAMPLES!==T.blurSamples&&(d.defines.VSM_SAMPLES=T.blurSamples,f.defines.VSM_SAMPLES=T.blurSamples,d.needsUpdate=!0,f.needsUpdate=!0),T.mapPass===null?T.mapPass=new Wn(r.x,r.y,{format:qr,type:xi}):(T.mapPass.width!==T.map.width||T.mapPass.height!==T.map.height)&&T.mapPass.setSize(T.map.width,T.map.height),d.uniforms.shadow_pass.value=T.map.depthTexture,d.uniforms.resolution.value.set(T.map.width,T.map.height),d.uniforms.radius.value=T.radius,n.setRenderTarget(T.mapPass),n.clear(),n.renderBufferDirect(_,null,S,d,y,null),f.uniforms.shadow_pass.value=T.mapPass.texture,f.uniforms.resolution.value.set(T.map.width,T.map.height),f.uniforms.radius.value=T.radius,n.setRenderTarget(T.map),n.clear(),n.renderBufferDirect(_,null,S,f,y,null)}function M(T,_,S,D){let I=null,N=S.isPointLight===!0?T.customDistanceMaterial:T.customDepthMaterial;if(N!==void 0)I=N;else if(I=S.isPointLight===!0?l:a,n.localClippingEnabled&&_.clipShadows===!0&&Array.isArray(_.clippingPlanes)&&_.clippingPlanes.length!==0||_.displacementMap&&_.displacementScale!==0||_.alphaMap&&_.alphaTest>0||_.map&&_.alphaTest>0||_.alphaToCoverage===!0){let V=I.uuid,W=_.uuid,R=c[V];R===void 0&&(R={},c[V]=R);let L=R[W];L===void 0&&(L=I.clone(),R[W]=L,_.addEventListener("dispose",C)),I=L}if(I.visible=_.visible,I.wireframe=_.wireframe,D===No?I.side=_.shadowSide!==null?_.shadowSide:_.side:I.side=_.shadowSide!==null?_.shadowSide:h[_.side],I.alphaMap=_.alphaMap,I.alphaTest=_.alphaToCoverage===!0?.5:_.alphaTest,I.map=_.map,I.clipShadows=_.clipShadows,I.clippingPlanes=_.clippingPlanes,I.clipIntersection=_.clipIntersection,I.displacementMap=_.displacementMap,I.displacementScale=_.displacementScale,I.displacementBias=_.displacementBias,I.wireframeLinewidth=_.wireframeLinewidth,I.linewidth=_.linewidth,S.isPointLight===!0&&I.isMeshDistanceMaterial===!0){let V=n.properties.get(I);V.light=S}return I}function v(T,_,S,D,I,N){if(T.visible===!1)return;if(T.layers.test(I)&&(T.isMesh||T.isLine||T.isPoints)&&(T.castShadow||T.receiveShadow&&N===No)&&(!T.frustumCulled||T.intersectsFrustum(i))){T.modelViewMatrix.multiplyMatrices(S.matrixWorldInverse,T.matrixWorld);let R=e.update(T),L=T.material;if(Array.isArray(L)){let G=R.groups;for(let z=0,te=G.length;z<te;z++){let X=G[z],Q=L[X.materialIndex];if(Q&&Q.visible){let ee=M(T,Q,D,N);T.onBeforeShadow(n,T,_,S,R,ee,X),n.renderBufferDirect(S,null,R,ee,T,X),T.onAfterShadow(n,T,_,S,R,ee,X)}}}else if(L.visible){let G=M(T,L,D,N);T.onBeforeShadow(n,T,_,S,R,G,null),n.renderBufferDirect(S,null,R,G,T,null),T.onAfterShadow(n,T,_,S,R,G,null)}}let W=T.children;for(let R=0,L=W.length;R<L;R++)v(W[R],_,S,D,I,N)}function C(T){T.target.removeEventListener("dispose",C);for(let S in c){let D=c[S],I=T.target.uuid;I in D&&(D[I].dispose(),delete D[I])}}}function q3(n,e){function t(){let P=!1,j=new kt,q=null,le=new kt(0,0,0,0);return{setMask:function(re){q!==re&&!P&&(n.colorMask(re,re,re,re),q=re)},setLocked:function(re){P=re},setClear:function(re,oe,Te,He,ie){ie===!0&&(re*=He,oe*=He,Te*=He),j.set(re,oe,Te,He),le.equals(j)===!1&&(n.clearColor(re,oe,Te,He),le.copy(j))},reset:function(){P=!1,q=null,le.set(-1,0,0,0)}}}function i(){let P=!1,j=!1,q=null,le=null,re=null;return{setReversed:function(oe){if(j!==oe){let Te=e.get("EXT_clip_control");oe?Te.clipControlEXT(Te.LOWER_LEFT_EXT,Te.ZERO_TO_ONE_EXT):Te.clipControlEXT(Te.LOWER_LEFT_EXT,Te.NEGATIVE_ONE_TO_ONE_EXT),j=oe;let He=re;re=null,this.setClear(He)}},getReversed:function(){return j},setTest:function(oe){oe?ge(n.DEPTH_TEST):Be(n.DEPTH_TEST)},setMask:function(oe){q!==oe&&!P&&(n.depthMask(oe),q=oe)},setFunc:function(oe){if(j&&(oe=yw[oe]),le!==oe){switch(oe){case ah:n.depthFunc(n.NEVER);break;case lh:n.depthFunc(n.ALWAYS);break;case ch:n.depthFunc(n.LESS);break;case Eo:n.depthFunc(n.LEQUAL);break;case uh:n.depthFunc(n.EQUAL);break;case hh:n.depthFunc(n.GEQUAL);break;case dh:n.depthFunc(n.GREATER);break;case fh:n.depthFunc(n.NOTEQUAL);break;default:n.depthFunc(n.LEQUAL)}le=oe}},setLocked:function(oe){P=oe},setClear:function(oe){re!==oe&&(re=oe,j&&(oe=1-oe),n.clearDepth(oe))},reset:function(){P=!1,q=null,le=null,re=null,j=!1}}}function r(){let P=!1,j=null,q=null,le=null,re=null,oe=null,Te=null,He=null,ie=null;return{setTest:function(Pe){P||(Pe?ge(n.STENCIL_TEST):Be(n.STENCIL_TEST))},setMask:function(Pe){j!==Pe&&!P&&(n.stencilMask(Pe),j=Pe)},setFunc:function(Pe,Ve,pe){(q!==Pe||le!==Ve||re!==pe)&&(n.stencilFunc(Pe,Ve,pe),q=Pe,le=Ve,re=pe)},setOp:function(Pe,Ve,pe){(oe!==Pe||Te!==Ve||He!==pe)&&(n.stencilOp(Pe,Ve,pe),oe=Pe,Te=Ve,He=pe)},setLocked:function(Pe){P=Pe},setClear:function(Pe){ie!==Pe&&(n.clearStencil(Pe),ie=Pe)},reset:function(){P=!1,j=null,q=null,le=null,re=null,oe=null,Te=null,He=null,ie=null}}}let s=new t,o=new i,a=new r,l={},c=new WeakMap,u={},h={},d={},f=new WeakMap,m=[],y=null,p=!1,g=null,w=null,M=null,v=null,C=null,T=null,_=null,S=new Ye(0,0,0),D=0,I=!1,N=null,V=null,W=null,R=null,L=null,G=n.getParameter(n.MAX_COMBINED_TEXTURE_IMAGE_UNITS),z=!1,te=0,X=n.getParameter(n.VERSION);X.indexOf("WebGL")!==-1?(te=parseFloat(/^WebGL (\d)/.exec(X)[1]),z=te>=1):X.indexOf("OpenGL ES")!==-1&&(te=parseFloat(/^OpenGL ES (\d)/.exec(X)[1]),z=te>=2);let Q=null,ee={},xe=n.getParameter(n.SCISSOR_BOX),Re=n.getParameter(n.VIEWPORT),Y=new kt().fromArray(xe),ue=new kt().fromArray(Re);function we(P,j,q,le){let re=new Uint8Array(4),oe=n.createTexture();n.bindTexture(P,oe),n.texParameteri(P,n.TEXTURE_MIN_FILTER,n.NEAREST),n.texParameteri(P,n.TEXTURE_MAG_FILTER,n.NEAREST);for(let Te=0;Te<q;Te++)P===n.TEXTURE_3D||P===n.TEXTURE_2D_ARRAY?n.texImage3D(j,0,n.RGBA,1,1,le,0,n.RGBA,n.UNSIGNED_BYTE,re):n.texImage2D(j+Te,0,n.RGBA,1,1,0,n.RGBA,n.UNSIGNED_BYTE,re);return oe}let Le={};Le[n.TEXTURE_2D]=we(n.TEXTURE_2D,n.TEXTURE_2D,1),Le[n.TEXTURE_CUBE_MAP]=we(n.TEXTURE_CUBE_MAP,n.TEXTURE_CUBE_MAP_POSITIVE_X,6),Le[n.TEXTURE_2D_ARRAY]=we(n.TEXTURE_2D_ARRAY,n.TEXTURE_2D_ARRAY,1,1),Le[n.TEXTURE_3D]=we(n.TEXTURE_3D,n.TEXTURE_3D,1,1),s.setClear(0,0,0,1),o.setClear(1),a.setClear(0),ge(n.DEPTH_TEST),o.setFunc(Eo),Nn(!1),Lt(Wm),ge(n.CULL_FACE),an(xs);function ge(P){u[P]!==!0&&(n.enable(P),u[P]=!0)}function Be(P){u[P]!==!1&&(n.disable(P),u[P]=!1)}function zt(P,j){return d[P]!==j?(n.bindFramebuffer(P,j),d[P]=j,P===n.DRAW_FRAMEBUFFER&&(d[n.FRAMEBUFFER]=j),P===n.FRAMEBUFFER&&(d[n.DRAW_FRAMEBUFFER]=j),!0):!1}function ke(P,j){let q=m,le=!1;if(P){q=f.get(j),q===void 0&&(q=[],f.set(j,q));let re=P.textures;if(q.length!==re.length||q[0]!==n.COLOR_ATTACHMENT0){for(let oe=0,Te=re.length;oe<Te;oe++)q[oe]=n.COLOR_ATTACHMENT0+oe;q.length=re.length,le=!0}}else q[0]!==n.BACK&&(q[0]=n.BACK,le=!0);le&&n.drawBuffers(q)}function gt(P){return y!==P?(n.useProgram(P),y=P,!0):!1}let bt={[bs]:n.FUNC_ADD,[zv]:n.FUNC_SUBTRACT,[Vv]:n.FUNC_REVERSE_SUBTRACT};bt[Gv]=n.MIN,bt[Hv]=n.MAX;let Ke={[Wv]:n.ZERO,[Xv]:n.ONE,[$v]:n.SRC_COLOR,[Ym]:n.SRC_ALPHA,[Jv]:n.SRC_ALPHA_SATURATE,[Zv]:n.DST_COLOR,[Yv]:n.DST_ALPHA,[qv]:n.ONE_MINUS_SRC_COLOR,[Km]:n.ONE_MINUS_SRC_ALPHA,[jv]:n.ONE_MINUS_DST_COLOR,[Kv]:n.ONE_MINUS_DST_ALPHA,[Qv]:n.CONSTANT_COLOR,[ew]:n.ONE_MINUS_CONSTANT_COLOR,[tw]:n.CONSTANT_ALPHA,[nw]:n.ONE_MINUS_CONSTANT_ALPHA};function an(P,j,q,le,re,oe,Te,He,ie,Pe){if(P===xs){p===!0&&(Be(n.BLEND),p=!1);return}if(p===!1&&(ge(n.BLEND),p=!0),P!==Bv){if(P!==g||Pe!==I){if((w!==bs||C!==bs)&&(n.blendEquation(n.FUNC_ADD),w=bs,C=bs),Pe)switch(P){case ko:n.blendFuncSeparate(n.ONE,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case Xm:n.blendFunc(n.ONE,n.ONE);break;case $m:n.blendFuncSeparate(n.ZERO,n.ONE_MINUS_SRC_COLOR,n.ZERO,n.ONE);break;case qm:n.blendFuncSeparate(n.DST_COLOR,n.ONE_MINUS_SRC_ALPHA,n.ZERO,n.ONE);break;default:De("WebGLState: Invalid blending: ",P);break}else switch(P){case ko:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case Xm:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE,n.ONE,n.ONE);break;case $m:De("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case qm:De("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:De("WebGLState: Invalid blending: ",P);break}M=null,v=null,T=null,_=null,S.set(0,0,0),D=0,g=P,I=Pe}return}re=re||j,oe=oe||q,Te=Te||le,(j!==w||re!==C)&&(n.blendEquationSeparate(bt[j],bt[re]),w=j,C=re),(q!==M||le!==v||oe!==T||Te!==_)&&(n.blendFuncSeparate(Ke[q],Ke[le],Ke[oe],Ke[Te]),M=q,v=le,T=oe,_=Te),(He.equals(S)===!1||ie!==D)&&(n.blendColor(He.r,He.g,He.b,ie),S.copy(He),D=ie),g=P,I=!1}function qt(P,j){P.side===xn?Be(n.CULL_FACE):ge(n.CULL_FACE);let q=P.side===In;j&&(q=!q),Nn(q),P.blending===ko&&P.transparent===!1?an(xs):an(P.blending,P.blendEquation,P.blendSrc,P.blendDst,P.blendEquationAlpha,P.blendSrcAlpha,P.blendDstAlpha,P.blendColor,P.blendAlpha,P.premultipliedAlpha),o.setFunc(P.depthFunc),o.setTest(P.depthTest),o.setMask(P.depthWrite),s.setMask(P.colorWrite);let le=P.stencilWrite;a.setTest(le),le&&(a.setMask(P.stencilWriteMask),a.setFunc(P.stencilFunc,P.stencilRef,P.stencilFuncMask),a.setOp(P.stencilFail,P.stencilZFail,P.stencilZPass)),nn(P.polygonOffset,P.polygonOffsetFactor,P.polygonOffsetUnits),P.alphaToCoverage===!0?ge(n.SAMPLE_ALPHA_TO_COVERAGE):Be(n.SAMPLE_ALPHA_TO_COVERAGE)}function Nn(P){N!==P&&(P?n.frontFace(n.CW):n.frontFace(n.CCW),N=P)}function Lt(P){P!==Ov?(ge(n.CULL_FACE),P!==V&&(P===Wm?n.cullFace(n.BACK):P===Fv?n.cullFace(n.FRONT):n.cullFace(n.FRONT_AND_BACK))):Be(n.CULL_FACE),V=P}function vi(P){P!==W&&(z&&n.lineWidth(P),W=P)}function nn(P,j,q){P?(ge(n.POLYGON_OFFSET_FILL),(R!==j||L!==q)&&(R=j,L=q,o.getReversed()&&(j=-j,q=-q),n.polygonOffset(j,q))):Be(n.POLYGON_OFFSET_FILL)}function qn(P){P?ge(n.SCISSOR_TEST):Be(n.SCISSOR_TEST)}function Yn(P){P===void 0&&(P=n.TEXTURE0+G-1),Q!==P&&(n.activeTexture(P),Q=P)}function Kn(P,j,q){q===void 0&&(Q===null?q=n.TEXTURE0+G-1:q=Q);let le=ee[q];le===void 0&&(le={type:void 0,texture:void 0},ee[q]=le),(le.type!==P||le.texture!==j)&&(Q!==q&&(n.activeTexture(q),Q=q),n.bindTexture(P,j||Le[P]),le.type=P,le.texture=j)}function O(){let P=ee[Q];P!==void 0&&P.type!==void 0&&(n.bindTexture(P.type,null),P.type=void 0,P.texture=void 0)}function Zn(){try{n.compressedTexImage2D(...arguments)}catch(P){De("WebGLState:",P)}}function At(){try{n.compressedTexImage3D(...arguments)}catch(P){De("WebGLState:",P)}}function Ct(){try{n.texSubImage2D(...arguments)}catch(P){De("WebGLState:",P)}}function fe(){try{n.texSubImage3D(...arguments)}catch(P){De("WebGLState:",P)}}function Yt(){try{n.compressedTexSubImage2D(...arguments)}catch(P){De("WebGLState:",P)}}function Ie(){try{n.compressedTexSubImage3D(...arguments)}catch(P){De("WebGLState:",P)}}function Fe(){try{n.texStorage2D(...arguments)}catch(P){De("WebGLState:",P)}}function A(){try{n.texStorage3D(...arguments)}catch(P){De("WebGLState:",P)}}function x(){try{n.texImage2D(...arguments)}catch(P){De("WebGLState:",P)}}function U(){try{n.texImage3D(...arguments)}catch(P){De("WebGLState:",P)}}function ne(P){return h[P]!==void 0?h[P]:n.getParameter(P)}function J(P,j){h[P]!==j&&(n.pixelStorei(P,j),h[P]=j)}function se(P){Y.equals(P)===!1&&(n.scissor(P.x,P.y,P.z,P.w),Y.copy(P))}function he(P){ue.equals(P)===!1&&(n.viewport(P.x,P.y,P.z,P.w),ue.copy(P))}function K(P,j){let q=c.get(j);q===void 0&&(q=new WeakMap,c.set(j,q));let le=q.get(P);le===void 0&&(le=n.getUniformBlockIndex(j,P.name),n.uniformBlockBinding(j,le,le),q.set(P,le))}function Z(P,j,q){let re=c.get(j).get(P);l[re]!==q&&(n.bindBufferBase(n.UNIFORM_BUFFER,re,q),l[re]=q)}function ae(){n.disable(n.BLEND),n.disable(n.CULL_FACE),n.disable(n.DEPTH_TEST),n.disable(n.POLYGON_OFFSET_FILL),n.disable(n.SCISSOR_TEST),n.disable(n.STENCIL_TEST),n.disable(n.SAMPLE_ALPHA_TO_COVERAGE),n.blendEquation(n.FUNC_ADD),n.blendFunc(n.ONE,n.ZERO),n.blendFuncSeparate(n.ONE,n.ZERO,n.ONE,n.ZERO),n.blendColor(0,0,0,0),n.colorMask(!0,!0,!0,!0),n.clearColor(0,0,0,0),n.depthMask(!0),n.depthFunc(n.LESS),o.setReversed(!1),n.clearDepth(1),n.stencilMask(4294967295),n.stencilFunc(n.ALWAYS,0,4294967295),n.stencilOp(n.KEEP,n.KEEP,n.KEEP),n.clearStencil(0),n.cullFace(n.BACK),n.frontFace(n.CCW),n.polygonOffset(0,0),n.activeTexture(n.TEXTURE0),n.bindFramebuffer(n.FRAMEBUFFER,null),n.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),n.bindFramebuffer(n.READ_FRAMEBUFFER,null),n.useProgram(null),n.lineWidth(1),n.scissor(0,0,n.canvas.width,n.canvas.height),n.viewport(0,0,n.canvas.width,n.canvas.height),n.pixelStorei(n.PACK_ALIGNMENT,4),n.pixelStorei(n.UNPACK_ALIGNMENT,4),n.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,!1),n.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),n.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,n.BROWSER_DEFAULT_WEBGL),n.pixelStorei(n.PACK_ROW_LENGTH,0),n.pixelStorei(n.PACK_SKIP_PIXELS,0),n.pixelStorei(n.PACK_SKIP_ROWS,0),n.pixelStorei(n.UNPACK_ROW_LENGTH,0),n.pixelStorei(n.UNPACK_IMAGE_HEIGHT,0),n.pixelStorei(n.UNPACK_SKIP_PIXELS,0),n.pixelStorei(n.UNPACK_SKIP_ROWS,0),n.pixelStorei(n.UNPACK_SKIP_IMAGES,0),u={},h={},Q=null,ee={},d={},l={},f=new WeakMap,m=[],y=null,p=!1,g=null,w=null,M=null,v=null,C=null,T=null,_=null,S=new Ye(0,0,0),D=0,I=!1,N=null,V=null,W=null,R=null,L=null,Y.set(0,0,n.canvas.width,n.canvas.height),ue.set(0,0,n.canvas.width,n.canvas.height),s.reset(),o.reset(),a.reset()}return{buffers:{color:s,depth:o,stencil:a},enable:ge,disable:Be,bindFramebuffer:zt,drawBuffers:ke,useProgram:gt,setBlending:an,setMaterial:qt,setFlipSided:Nn,setCullFace:Lt,setLineWidth:vi,setPolygonOffset:nn,setScissorTest:qn,activeTexture:Yn,bindTexture:Kn,unbindTexture:O,compressedTexImage2D:Zn,compressedTexImage3D:At,texImage2D:x,texImage3D:U,pixelStorei:J,getParameter:ne,updateUBOMapping:K,uniformBlockBinding:Z,texStorage2D:Fe,texStorage3D:A,texSubImage2D:Ct,texSubImage3D:fe,compressedTexSubImage2D:Yt,compressedTexSubImage3D:Ie,scissor:se,viewport:he,reset:ae}}function Y3(n,e,t,i,r,s,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new ot,u=new WeakMap,h=new Set,d,f=new WeakMap,m=new Set,y=new FinalizationRegistry(A=>m.delete(A)),p=!1;try{p=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function g(A,x){return p?new OffscreenCanvas(A,x):Fa("canvas")}function w(A,x,U){let ne=1,J=Fe(A);if((J.width>U||J.height>U)&&(ne=U/Math.max(J.width,J.height)),ne<1)if(typeof HTMLImageElement<"u"&&A instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&A instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&A instanceof ImageBitmap||typeof VideoFrame<"u"&&A instanceof VideoFrame){let se=Math.floor(ne*J.width),he=Math.floor(ne*J.height);d===void 0&&(d=g(se,he));let K=x?g(se,he):d;return K.width=se,K.height=he,K.getContext("2d").drawImage(A,0,0,se,he),Ne("WebGLRenderer: Texture has been resized from ("+J.width+"x"+J.height+") to ("+se+"x"+he+")."),K}else return"data"in A&&Ne("WebGLRenderer: Image in DataTexture is too big ("+J.width+"x"+J.height+")."),A;return A}function M(A){return A.generateMipmaps}function v(A){n.generateMipmap(A)}function C(A){return A.isWebGLCubeRenderTarget?n.TEXTURE_CUBE_MAP:A.isWebGL3DRenderTarget?n.TEXTURE_3D:A.isWebGLArrayRenderTarget||A.isCompressedArrayTexture?n.TEXTURE_2D_ARRAY:n.TEXTURE_2D}function T(A,x,U,ne,J,se=!1){if(A!==null){if(n[A]!==void 0)return n[A];Ne("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+A+"'")}let he;ne&&(he=e.get("EXT_texture_norm16"),he||Ne("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let K=x;if(x===n.RED&&(U===n.FLOAT&&(K=n.R32F),U===n.HALF_FLOAT&&(K=n.R16F),U===n.UNSIGNED_BYTE&&(K=n.R8),U===n.UNSIGNED_SHORT&&he&&(K=he.R16_EXT),U===n.SHORT&&he&&(K=he.R16_SNORM_EXT)),x===n.RED_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.R8UI),U===n.UNSIGNED_SHORT&&(K=n.R16UI),U===n.UNSIGNED_INT&&(K=n.R32UI),U===n.BYTE&&(K=n.R8I),U===n.SHORT&&(K=n.R16I),U===n.INT&&(K=n.R32I)),x===n.RG&&(U===n.FLOAT&&(K=n.RG32F),U===n.HALF_FLOAT&&(K=n.RG16F),U===n.UNSIGNED_BYTE&&(K=n.RG8),U===n.UNSIGNED_SHORT&&he&&(K=he.RG16_EXT),U===n.SHORT&&he&&(K=he.RG16_SNORM_EXT)),x===n.RG_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.RG8UI),U===n.UNSIGNED_SHORT&&(K=n.RG16UI),U===n.UNSIGNED_INT&&(K=n.RG32UI),U===n.BYTE&&(K=n.RG8I),U===n.SHORT&&(K=n.RG16I),U===n.INT&&(K=n.RG32I)),x===n.RGB_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.RGB8UI),U===n.UNSIGNED_SHORT&&(K=n.RGB16UI),U===n.UNSIGNED_INT&&(K=n.RGB32UI),U===n.BYTE&&(K=n.RGB8I),U===n.SHORT&&(K=n.RGB16I),U===n.INT&&(K=n.RGB32I)),x===n.RGBA_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.RGBA8UI),U===n.UNSIGNED_SHORT&&(K=n.RGBA16UI),U===n.UNSIGNED_INT&&(K=n.RGBA32UI),U===n.BYTE&&(K=n.RGBA8I),U===n.SHORT&&(K=n.RGBA16I),U===n.INT&&(K=n.RGBA32I)),x===n.RGB&&(U===n.UNSIGNED_SHORT&&he&&(K=he.RGB16_EXT),U===n.SHORT&&he&&(K=he.RGB16_SNORM_EXT),U===n.UNSIGNED_INT_5_9_9_9_REV&&(K=n.RGB9_E5),U===n.UNSIGNED_INT_10F_11F_11F_REV&&(K=n.R11F_G11F_B10F)),x===n.RGBA){let Z=se?Da:et.getTransfer(J);U===n.FLOAT&&(K=n.RGBA32F),U===n.HALF_FLOAT&&(K=n.RGBA16F),U===n.UNSIGNED_BYTE&&(K=Z===mt?n.SRGB8_ALPHA8:n.RGBA8),U===n.UNSIGNED_SHORT&&he&&(K=he.RGBA16_EXT),U===n.SHORT&&he&&(K=he.RGBA16_SNORM_EXT),U===n.UNSIGNED_SHORT_4_4_4_4&&(K=n.RGBA4),U===n.UNSIGNED_SHORT_5_5_5_1&&(K=n.RGB5_A1)}return(K===n.R16F||K===n.R32F||K===n.RG16F||K===n.RG32F||K===n.RGBA16F||K===n.RGBA32F)&&e.get("EXT_color_buffer_float"),K}function _(A,x){let U;return A?x===null||x===_i||x===ws?U=n.DEPTH24_STENCIL8:x===yi?U=n.DEPTH32F_STENCIL8:x===Oo&&(U=n.DEPTH24_STENCIL8,Ne("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):x===null||x===_i||x===ws?U=n.DEPTH_COMPONENT24:x===yi?U=n.DEPTH_COMPONENT32F:x===Oo&&(U=n.DEPTH_COMPONENT16),U}function S(A,x){return M(A)===!0||A.isFramebufferTexture&&A.minFilter!==Xt&&A.minFilter!==Pn?Math.log2(Math.max(x.width,x.height))+1:A.mipmaps.length>0?A.mipmaps.length:A.isCompressedTexture&&Array.isArray(A.image)?x.mipmaps.length:1}function D(A){let x=new WeakRef(A);i.get(A).__ref=x,m.add(x),y.register(A,x,x)}function I(A){let x=i.get(A).__ref;x!==void 0&&(m.delete(x),y.unregister(x))}function N(A){W(A.target)}function V(A){R(A.target)}function W(A){A.removeEventListener("dispose",N),I(A),G(A),A.isVideoTexture&&u.delete(A),A.isHTMLTexture&&h.delete(A)}function R(A){A.removeEventListener("dispose",V),I(A),te(A)}function L(){for(let A of m){let x=A.deref();x!==void 0&&(x.isRenderTarget===!0?R(x):W(x))}m.clear(),h.clear()}function G(A){let x=i.get(A);if(x.__webglInit===void 0)return;let U=A.source,ne=f.get(U);if(ne){let J=ne[x.__cacheKey];J.usedTimes--,J.usedTimes===0&&z(A),Object.keys(ne).length===0&&f.delete(U)}i.remove(A)}function z(A){let x=i.get(A);n.deleteTexture(x.__webglTexture);let U=A.source,ne=f.get(U);delete ne[x.__cacheKey],o.memory.textures--}function te(A){let x=i.get(A);x.__depthDisposeCallback&&x.__depthDisposeCallback();let U=A.depthTexture;if(U&&U.renderTarget===A&&W(U),A.isWebGLCubeRenderTarget)for(let J=0;J<6;J++){if(Array.isArray(x.__webglFramebuffer[J]))for(let se=0;se<x.__webglFramebuffer[J].length;se++)n.deleteFramebuffer(x.__webglFramebuffer[J][se]);else n.deleteFramebuffer(x.__webglFramebuffer[J]);x.__webglDepthbuffer&&n.deleteRenderbuffer(x.__webglDepthbuffer[J])}else{if(Array.isArray(x.__webglFramebuffer))for(let J=0;J<x.__webglFramebuffer.length;J++)n.deleteFramebuffer(x.__webglFramebuffer[J]);else n.deleteFramebuffer(x.__webglFramebuffer);if(x.__webglDepthbuffer&&n.deleteRenderbuffer(x.__webglDepthbuffer),x.__webglMultisampledFramebuffer&&n.deleteFramebuffer(x.__webglMultisampledFramebuffer),x.__webglColorRenderbuffer)for(let J=0;J<x.__webglColorRenderbuffer.length;J++)x.__webglColorRenderbuffer[J]&&n.deleteRenderbuffer(x.__webglColorRenderbuffer[J]);x.__webglDepthRenderbuffer&&n.deleteRenderbuffer(x.__webglDepthRenderbuffer)}let ne=A.textures;for(let J=0,se=ne.length;J<se;J++){let he=i.get(ne[J]);he.__webglTexture&&(n.deleteTexture(he.__webglTexture),o.memory.textures--),i.remove(ne[J])}i.remove(A)}let X=0;function Q(){X=0}function ee(){return X}function xe(A){X=A}function Re(){let A=X;return A>=r.maxTextures&&Ne("WebGLTextures: Trying to use "+(A+1)+" texture units while this GPU supports only "+r.maxTextures),X+=1,A}function Y(A){let x=[];return x.push(A.wrapS),x.push(A.wrapT),x.push(A.wrapR||0),x.push(A.magFilter),x.push(A.minFilter),x.push(A.anisotropy),x.push(A.internalFormat),x.push(A.format),x.push(A.type),x.push(A.generateMipmaps),x.push(A.mipmapsAutoUpdate),x.push(A.premultiplyAlpha),x.push(A.flipY),x.push(A.unpackAlignment),x.push(A.colorSpace),x.join()}function ue(A,x){let U=i.get(A);if(A.isVideoTexture&&Yt(A),A.isRenderTargetTexture===!1&&A.isExternalTexture!==!0&&A.version>0&&U.__version!==A.version){let ne=A.image;if(ne===null)Ne("WebGLRenderer: Texture marked for update but no image data found.");else if(ne.complete===!1)Ne("WebGLRenderer: Texture marked for update but image is incomplete");else{qt(U,A,x);return}}else A.isExternalTexture&&(U.__webglTexture=A.sourceTexture?A.sourceTexture:null);t.bindTexture(n.TEXTURE_2D,U.__webglTexture,n.TEXTURE0+x)}function we(A,x){let U=i.get(A);if(A.isRenderTargetTexture===!1&&A.version>0&&U.__version!==A.version){qt(U,A,x);return}else A.isExternalTexture&&(U.__webglTexture=A.sourceTexture?A.sourceTexture:null);t.bindTexture(n.TEXTURE_2D_ARRAY,U.__webglTexture,n.TEXTURE0+x)}function Le(A,x){let U=i.get(A);if(A.isRenderTargetTexture===!1&&A.version>0&&U.__version!==A.version){qt(U,A,x);return}t.bindTexture(n.TEXTURE_3D,U.__webglTexture,n.TEXTURE0+x)}function ge(A,x){let U=i.get(A);if(A.version>0&&U.__version!==A.version){Nn(U,A,x);return}t.bindTexture(n.TEXTURE_CUBE_MAP,U.__webglTexture,n.TEXTURE0+x)}let Be={[ph]:n.REPEAT,[Fi]:n.CLAMP_TO_EDGE,[mh]:n.MIRRORED_REPEAT},zt={[Xt]:n.NEAREST,[sw]:n.NEAREST_MIPMAP_NEAREST,[il]:n.NEAREST_MIPMAP_LINEAR,[Pn]:n.LINEAR,[$h]:n.LINEAR_MIPMAP_NEAREST,[_r]:n.LINEAR_MIPMAP_LINEAR},ke={[cw]:n.NEVER,[mg]:n.ALWAYS,[uw]:n.LESS,[fg]:n.LEQUAL,[hw]:n.EQUAL,[pg]:n.GEQUAL,[dw]:n.GREATER,[fw]:n.NOTEQUAL};function gt(A,x){if(x.type===yi&&e.has("OES_texture_float_linear")===!1&&(x.magFilter===Pn||x.magFilter===$h||x.magFilter===il||x.magFilter===_r||x.minFilter===Pn||x.minFilter===$h||x.minFilter===il||x.minFilter===_r)&&Ne("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),n.texParameteri(A,n.TEXTURE_WRAP_S,Be[x.wrapS]),n.texParameteri(A,n.TEXTURE_WRAP_T,Be[x.wrapT]),(A===n.TEXTURE_3D||A===n.TEXTURE_2D_ARRAY)&&n.texParameteri(A,n.TEXTURE_WRAP_R,Be[x.wrapR]),n.texParameteri(A,n.TEXTURE_MAG_FILTER,zt[x.magFilter]),n.texParameteri(A,n.TEXTURE_MIN_FILTER,zt[x.minFilter]),x.compareFunction&&(n.texParameteri(A,n.TEXTURE_COMPARE_MODE,n.COMPARE_REF_TO_TEXTURE),n.texParameteri(A,n.TEXTURE_COMPARE_FUNC,ke[x.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(x.magFilter===Xt||x.minFilter!==il&&x.minFilter!==_r||x.type===yi&&e.has("OES_texture_float_linear")===!1)return;if(x.anisotropy>1||i.get(x).__currentAnisotropy){let U=e.get("EXT_texture_filter_anisotropic");n.texParameterf(A,U.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(x.anisotropy,r.getMaxAnisotropy())),i.get(x).__currentAnisotropy=x.anisotropy}}}function bt(A,x){let U=!1;A.__webglInit===void 0&&(A.__webglInit=!0,x.addEventListener("dispose",N),D(x));let ne=x.source,J=f.get(ne);J===void 0&&(J={},f.set(ne,J));let se=Y(x);if(se!==A.__cacheKey){J[se]===void 0&&(J[se]={texture:n.createTexture(),usedTimes:0},o.memory.textures++,U=!0),J[se].usedTimes++;let he=J[A.__cacheKey];he!==void 0&&(J[A.__cacheKey].usedTimes--,he.usedTimes===0&&z(x)),A.__cacheKey=se,A.__webglTexture=J[se].texture}return U}function Ke(A,x,U){return Math.floor(Math.floor(A/U)/x)}function an(A,x,U,ne){let se=A.updateRanges;if(se.length===0)t.texSubImage2D(n.TEXTURE_2D,0,0,0,x.width,x.height,U,ne,x.data);else{se.sort((P,j)=>P.start-j.start);let he=0;for(let P=1;P<se.length;P++){let j=se[he],q=se[P],le=j.start+j.count,re=Ke(q.start,x.width,4),oe=Ke(j.start,x.width,4);q.start<=le+1&&re===oe&&Ke(q.start+q.count-1,x.width,4)===re?j.count=Math.max(j.count,q.start+q.count-j.start):(++he,se[he]=q)}se.length=he+1;let K=t.getParameter(n.UNPACK_ROW_LENGTH),Z=t.getParameter(n.UNPACK_SKIP_PIXELS),ae=t.getParameter(n.UNPACK_SKIP_ROWS);t.pixelStorei(n.UNPACK_ROW_LENGTH,x.width);for(let P=0,j=se.length;P<j;P++){let q=se[P],le=Math.floor(q.start/4),re=Math.ceil(q.count/4),oe=le%x.width,Te=Math.floor(le/x.width),He=re,ie=1;t.pixelStorei(n.UNPACK_SKIP_PIXELS,oe),t.pixelStorei(n.UNPACK_SKIP_ROWS,Te),t.texSubImage2D(n.TEXTURE_2D,0,oe,Te,He,ie,U,ne,x.data)}A.clearUpdateRanges(),t.pixelStorei(n.UNPACK_ROW_LENGTH,K),t.pixelStorei(n.UNPACK_SKIP_PIXELS,Z),t.pixelStorei(n.UNPACK_SKIP_ROWS,ae)}}function qt(A,x,U){let ne=n.TEXTURE_2D;(x.isDataArrayTexture||x.isCompressedArrayTexture)&&(ne=n.TEXTURE_2D_ARRAY),x.isData3DTexture&&(ne=n.TEXTURE_3D);let J=bt(A,x),se=x.source;t.bindTexture(ne,A.__webglTexture,n.TEXTURE0+U);let he=i.get(se);if(se.version!==he.__version||J===!0){if(t.activeTexture(n.TEXTURE0+U),(typeof ImageBitmap<"u"&&x.image instanceof ImageBitmap)===!1){let ie=et.getPrimaries(et.workingColorSpace),Pe=x.colorSpace===xr?null:et.getPrimaries(x.colorSpace),Ve=x.colorSpace===xr||ie===Pe?n.NONE:n.BROWSER_DEFAULT_WEBGL;t.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,x.flipY),t.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,x.premultiplyAlpha),t.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,Ve)}t.pixelStorei(n.UNPACK_ALIGNMENT,x.unpackAlignment);let Z=w(x.image,!1,r.maxTextureSize);Z=Ie(x,Z);let ae=s.convert(x.format,x.colorSpace),P=s.convert(x.type),j=T(x.internalFormat,ae,P,x.normalized,x.colorSpace,x.isVideoTexture);gt(ne,x);let q,le=x.mipmaps,re=x.isVideoTexture!==!0,oe=he.__version===void 0||J===!0,Te=se.dataReady,He=S(x,Z);if(x.isDepthTexture)j=_(x.format===yr,x.type),oe&&(re?t.texStorage2D(n.TEXTURE_2D,1,j,Z.width,Z.height):t.texImage2D(n.TEXTURE_2D,0,j,Z.width,Z.height,0,ae,P,null));else if(x.isDataTexture)if(le.length>0){re&&oe&&t.texStorage2D(n.TEXTURE_2D,He,j,le[0].width,le[0].height);for(let ie=0,Pe=le.length;ie<Pe;ie++)q=le[ie],re?Te&&t.texSubImage2D(n.TEXTURE_2D,ie,0,0,q.width,q.height,ae,P,q.data):t.texImage2D(n.TEXTURE_2D,ie,j,q.width,q.height,0,ae,P,q.data);x.generateMipmaps=!1}else re?(oe&&t.texStorage2D(n.TEXTURE_2D,He,j,Z.width,Z.height),Te&&an(x,Z,ae,P)):t.texImage2D(n.TEXTURE_2D,0,j,Z.width,Z.height,0,ae,P,Z.data);else if(x.isCompressedTexture)if(x.isCompressedArrayTexture){re&&oe&&t.texStorage3D(n.TEXTURE_2D_ARRAY,He,j,le[0].width,le[0].height,Z.depth);for(let ie=0,Pe=le.length;ie<Pe;ie++)if(q=le[ie],x.format!==bi)if(ae!==null)if(re){if(Te)if(x.layerUpdates.size>0){let Ve=wg(q.width,q.height,x.format,x.type);for(let pe of x.layerUpdates){let _t=q.data.subarray(pe*Ve/q.data.BYTES_PER_ELEMENT,(pe+1)*Ve/q.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,ie,0,0,pe,q.width,q.height,1,ae,_t)}}else t.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,ie,0,0,0,q.width,q.height,Z.depth,ae,q.data)}else t.compressedTexImage3D(n.TEXTURE_2D_ARRAY,ie,j,q.width,q.height,Z.depth,0,q.data,0,0);else Ne("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else re?Te&&t.texSubImage3D(n.TEXTURE_2D_ARRAY,ie,0,0,0,q.width,q.height,Z.depth,ae,P,q.data):t.texImage3D(n.TEXTURE_2D_ARRAY,ie,j,q.width,q.height,Z.depth,0,ae,P,q.data);x.layerUpdates.size>0&&x.clearLayerUpdates()}else{re&&oe&&t.texStorage2D(n.TEXTURE_2D,He,j,le[0].width,le[0].height);for(let ie=0,Pe=le.length;ie<Pe;ie++)q=le[ie],x.format!==bi?ae!==null?re?Te&&t.compressedTexSubImage2D(n.TEXTURE_2D,ie,0,0,q.width,q.height,ae,q.data):t.compressedTexImage2D(n.TEXTURE_2D,ie,j,q.width,q.height,0,q.data):Ne("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):re?Te&&t.texSubImage2D(n.TEXTURE_2D,ie,0,0,q.width,q.height,ae,P,q.data):t.texImage2D(n.TEXTURE_2D,ie,j,q.width,q.height,0,ae,P,q.data)}else if(x.isDataArrayTexture)if(re){if(oe&&t.texStorage3D(n.TEXTURE_2D_ARRAY,He,j,Z.width,Z.height,Z.depth),Te)if(x.layerUpdates.size>0){let ie=wg(Z.width,Z.height,x.format,x.type);for(let Pe of x.layerUpdates){let Ve=Z.data.subarray(Pe*ie/Z.data.BYTES_PER_ELEMENT,(Pe+1)*ie/Z.data.BYTES_PER_ELEMENT);t.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,Pe,Z.width,Z.height,1,ae,P,Ve)}x.clearLayerUpdates()}else t.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,0,Z.width,Z.height,Z.depth,ae,P,Z.data)}else t.texImage3D(n.TEXTURE_2D_ARRAY,0,j,Z.width,Z.height,Z.depth,0,ae,P,Z.data);else if(x.isData3DTexture)re?(oe&&t.texStorage3D(n.TEXTURE_3D,He,j,Z.width,Z.height,Z.depth),Te&&t.texSubImage3D(n.TEXTURE_3D,0,0,0,0,Z.width,Z.height,Z.depth,ae,P,Z.data)):t.texImage3D(n.TEXTURE_3D,0,j,Z.width,Z.height,Z.depth,0,ae,P,Z.data);else if(x.isFramebufferTexture){if(oe)if(re)t.texStorage2D(n.TEXTURE_2D,He,j,Z.width,Z.height);else{let ie=Z.width,Pe=Z.height;for(let Ve=0;Ve<He;Ve++)t.texImage2D(n.TEXTURE_2D,Ve,j,ie,Pe,0,ae,P,null),ie>>=1,Pe>>=1}}else if(x.isHTMLTexture){if("texElementImage2D"in n){let ie=n.canvas;if(ie.hasAttribute("layoutsubtree")||ie.setAttribute("layoutsubtree","true"),Z.parentNode!==ie){ie.appendChild(Z),h.add(x),ie.onpaint=Pe=>{let Ve=Pe.changedElements;for(let pe of h)Ve.includes(pe.image)&&(pe.needsUpdate=!0)},ie.requestPaint();return}if(n.texElementImage2D.length===3)n.texElementImage2D(n.TEXTURE_2D,n.RGBA8,Z);else{let Ve=n.RGBA,pe=n.RGBA,_t=n.UNSIGNED_BYTE;n.texElementImage2D(n.TEXTURE_2D,0,Ve,pe,_t,Z)}n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MIN_FILTER,n.LINEAR),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_S,n.CLAMP_TO_EDGE),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_T,n.CLAMP_TO_EDGE)}}else if(le.length>0){if(re&&oe){let ie=Fe(le[0]);t.texStorage2D(n.TEXTURE_2D,He,j,ie.width,ie.height)}for(let ie=0,Pe=le.length;ie<Pe;ie++)q=le[ie],re?Te&&t.texSubImage2D(n.TEXTURE_2D,ie,0,0,ae,P,q):t.texImage2D(n.TEXTURE_2D,ie,j,ae,P,q);x.generateMipmaps=!1}else if(re){if(oe){let ie=Fe(Z);t.texStorage2D(n.TEXTURE_2D,He,j,ie.width,ie.height)}Te&&t.texSubImage2D(n.TEXTURE_2D,0,0,0,ae,P,Z)}else t.texImage2D(n.TEXTURE_2D,0,j,ae,P,Z);M(x)&&x.mipmapsAutoUpdate===!0&&v(ne),he.__version=se.version,x.onUpdate&&x.onUpdate(x)}A.__version=x.version}function Nn(A,x,U){if(x.image.length!==6)return;let ne=bt(A,x),J=x.source;t.bindTexture(n.TEXTURE_CUBE_MAP,A.__webglTexture,n.TEXTURE0+U);let se=i.get(J);if(J.version!==se.__version||ne===!0){t.activeTexture(n.TEXTURE0+U);let he=et.getPrimaries(et.workingColorSpace),K=x.colorSpace===xr?null:et.getPrimaries(x.colorSpace),Z=x.colorSpace===xr||he===K?n.NONE:n.BROWSER_DEFAULT_WEBGL;t.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,x.flipY),t.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,x.premultiplyAlpha),t.pixelStorei(n.UNPACK_ALIGNMENT,x.unpackAlignment),t.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,Z);let ae=x.isCompressedTexture||x.image[0].isCompressedTexture,P=x.image[0]&&x.image[0].isDataTexture,j=[];for(let pe=0;pe<6;pe++)!ae&&!P?j[pe]=w(x.image[pe],!0,r.maxCubemapSize):j[pe]=P?x.image[pe].image:x.image[pe],j[pe]=Ie(x,j[pe]);let q=j[0],le=s.convert(x.format,x.colorSpace),re=s.convert(x.type),oe=T(x.internalFormat,le,re,x.normalized,x.colorSpace),Te=x.isVideoTexture!==!0,He=se.__version===void 0||ne===!0,ie=J.dataReady,Pe=S(x,q);gt(n.TEXTURE_CUBE_MAP,x);let Ve;if(x.isDepthTexture){if(oe=_(x.format===yr,x.type),He)if(Te)t.texStorage2D(n.TEXTURE_CUBE_MAP,1,oe,q.width,q.height);else for(let pe=0;pe<6;pe++)t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,0,oe,q.width,q.height,0,le,re,null)}else if(ae){Te&&He&&t.texStorage2D(n.TEXTURE_CUBE_MAP,Pe,oe,q.width,q.height);for(let pe=0;pe<6;pe++){Ve=j[pe].mipmaps;for(let _t=0;_t<Ve.length;_t++){let rn=Ve[_t];x.format!==bi?le!==null?Te?ie&&t.compressedTexSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,_t,0,0,rn.width,rn.height,le,rn.data):t.compressedTexImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,_t,oe,rn.width,rn.height,0,rn.data):Ne("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Te?ie&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,_t,0,0,rn.width,rn.height,le,re,rn.data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,_t,oe,rn.width,rn.height,0,le,re,rn.data)}}}else{if(Ve=x.mipmaps,Te&&He){Ve.length>0&&Pe++;let pe=Fe(j[0]);t.texStorage2D(n.TEXTURE_CUBE_MAP,Pe,oe,pe.width,pe.height)}for(let pe=0;pe<6;pe++)if(P){Te?ie&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,0,0,0,j[pe].width,j[pe].height,le,re,j[pe].data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,0,oe,j[pe].width,j[pe].height,0,le,re,j[pe].data);for(let _t=0;_t<Ve.length;_t++){let br=Ve[_t].image[pe].image;Te?ie&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,_t+1,0,0,br.width,br.height,le,re,br.data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,_t+1,oe,br.width,br.height,0,le,re,br.data)}}else{Te?ie&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,0,0,0,le,re,j[pe]):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,0,oe,le,re,j[pe]);for(let _t=0;_t<Ve.length;_t++){let rn=Ve[_t];Te?ie&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,_t+1,0,0,le,re,rn.image[pe]):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+pe,_t+1,oe,le,re,rn.image[pe])}}}M(x)&&x.mipmapsAutoUpdate===!0&&v(n.TEXTURE_CUBE_MAP),se.__version=J.version,x.onUpdate&&x.onUpdate(x)}A.__version=x.version}function Lt(A,x,U,ne,J,se){let he=s.convert(U.format,U.colorSpace),K=s.convert(U.type),Z=T(U.internalFormat,he,K,U.normalized,U.colorSpace),ae=i.get(x),P=i.get(U);if(P.__renderTarget=x,!ae.__hasExternalTextures){let j=Math.max(1,x.width>>se),q=Math.max(1,x.height>>se);J===n.TEXTURE_3D||J===n.TEXTURE_2D_ARRAY?t.texImage3D(J,se,Z,j,q,x.depth,0,he,K,null):t.texImage2D(J,se,Z,j,q,0,he,K,null)}t.bindFramebuffer(n.FRAMEBUFFER,A),fe(x)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,ne,J,P.__webglTexture,0,Ct(x)):(J===n.TEXTURE_2D||J>=n.TEXTURE_CUBE_MAP_POSITIVE_X&&J<=n.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&n.framebufferTexture2D(n.FRAMEBUFFER,ne,J,P.__webglTexture,se),t.bindFramebuffer(n.FRAMEBUFFER,null)}function vi(A,x,U){if(n.bindRenderbuffer(n.RENDERBUFFER,A),x.depthBuffer){let ne=x.depthTexture,J=ne&&ne.isDepthTexture?ne.type:null,se=_(x.stencilBuffer,J),he=x.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;fe(x)?a.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,Ct(x),se,x.width,x.height):U?n.renderbufferStorageMultisample(n.RENDERBUFFER,Ct(x),se,x.width,x.height):n.renderbufferStorage(n.RENDERBUFFER,se,x.width,x.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,he,n.RENDERBUFFER,A)}else{let ne=x.textures;for(let J=0;J<ne.length;J++){let se=ne[J],he=s.convert(se.format,se.colorSpace),K=s.convert(se.type),Z=T(se.internalFormat,he,K,se.normalized,se.colorSpace);fe(x)?a.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,Ct(x),Z,x.width,x.height):U?n.renderbufferStorageMultisample(n.RENDERBUFFER,Ct(x),Z,x.width,x.height):n.renderbufferStorage(n.RENDERBUFFER,Z,x.width,x.height)}}n.bindRenderbuffer(n.RENDERBUFFER,null)}function nn(A,x,U){let ne=x.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(n.FRAMEBUFFER,A),!(x.depthTexture&&x.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let J=i.get(x.depthTexture);J.__renderTarget=x;let se=ne?x.depthTexture.image[0]:x.depthTexture.image;(!J.__webglTexture||se.width!==x.width||se.height!==x.height)&&(se.width=x.width,se.height=x.height,x.depthTexture.needsUpdate=!0),ne?ge(x.depthTexture,0):ue(x.depthTexture,0);let he=J.__webglTexture,K=Ct(x),Z=ne?n.TEXTURE_CUBE_MAP_POSITIVE_X+U:n.TEXTURE_2D,ae=x.depthTexture.format===yr?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;if(x.depthTexture.format===dr)fe(x)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,ae,Z,he,0,K):n.framebufferTexture2D(n.FRAMEBUFFER,ae,Z,he,0);else if(x.depthTexture.format===yr)fe(x)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,ae,Z,he,0,K):n.framebufferTexture2D(n.FRAMEBUFFER,ae,Z,he,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function qn(A){let x=i.get(A),U=A.isWebGLCubeRenderTarget===!0;if(x.__boundDepthTexture!==A.depthTexture){let ne=A.depthTexture;if(x.__depthDisposeCallback&&x.__depthDisposeCallback(),ne){let J=()=>{delete x.__boundDepthTexture,delete x.__depthDisposeCallback,ne.removeEventListener("dispose",J)};ne.addEventListener("dispose",J),x.__depthDisposeCallback=J}x.__boundDepthTexture=ne}if(A.depthTexture&&!x.__autoAllocateDepthBuffer)if(U)for(let ne=0;ne<6;ne++)nn(x.__webglFramebuffer[ne],A,ne);else A.texture.mipmaps.length>0?nn(x.__webglFramebuffer[0],A,0):nn(x.__webglFramebuffer,A,0);else if(U){x.__webglDepthbuffer=[];for(let ne=0;ne<6;ne++)if(t.bindFramebuffer(n.FRAMEBUFFER,x.__webglFramebuffer[ne]),x.__webglDepthbuffer[ne]===void 0)x.__webglDepthbuffer[ne]=n.createRenderbuffer(),vi(x.__webglDepthbuffer[ne],A,!1);else{let J=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,se=x.__webglDepthbuffer[ne];n.bindRenderbuffer(n.RENDERBUFFER,se),n.framebufferRenderbuffer(n.FRAMEBUFFER,J,n.RENDERBUFFER,se)}}else if(A.texture.mipmaps.length>0?t.bindFramebuffer(n.FRAMEBUFFER,x.__webglFramebuffer[0]):t.bindFramebuffer(n.FRAMEBUFFER,x.__webglFramebuffer),x.__webglDepthbuffer===void 0)x.__webglDepthbuffer=n.createRenderbuffer(),vi(x.__webglDepthbuffer,A,!1);else{let J=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,se=x.__webglDepthbuffer;n.bindRenderbuffer(n.RENDERBUFFER,se),n.framebufferRenderbuffer(n.FRAMEBUFFER,J,n.RENDERBUFFER,se)}t.bindFramebuffer(n.FRAMEBUFFER,null)}function Yn(A,x,U){let ne=i.get(A);x!==void 0&&Lt(ne.__webglFramebuffer,A,A.texture,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,0),U!==void 0&&qn(A)}function Kn(A){let x=A.texture,U=i.get(A),ne=i.get(x);A.addEventListener("dispose",V),D(A);let J=A.textures,se=A.isWebGLCubeRenderTarget===!0,he=J.length>1;if(he||(ne.__webglTexture===void 0&&(ne.__webglTexture=n.createTexture()),ne.__version=x.version,o.memory.textures++),se){U.__webglFramebuffer=[];for(let K=0;K<6;K++)if(x.mipmaps.length>0){U.__webglFramebuffer[K]=[];for(let Z=0;Z<x.mipmaps.length;Z++)U.__webglFramebuffer[K][Z]=n.createFramebuffer()}else U.__webglFramebuffer[K]=n.createFramebuffer()}else{if(x.mipmaps.length>0){U.__webglFramebuffer=[];for(let K=0;K<x.mipmaps.length;K++)U.__webglFramebuffer[K]=n.createFramebuffer()}else U.__webglFramebuffer=n.createFramebuffer();if(he)for(let K=0,Z=J.length;K<Z;K++){let ae=i.get(J[K]);ae.__webglTexture===void 0&&(ae.__webglTexture=n.createTexture(),o.memory.textures++)}if(A.samples>0&&fe(A)===!1){U.__webglMultisampledFramebuffer=n.createFramebuffer(),U.__webglColorRenderbuffer=[],t.bindFramebuffer(n.FRAMEBUFFER,U.__webglMultisampledFramebuffer);for(let K=0;K<J.length;K++){let Z=J[K];U.__webglColorRenderbuffer[K]=n.createRenderbuffer(),n.bindRenderbuffer(n.RENDERBUFFER,U.__webglColorRenderbuffer[K]);let ae=s.convert(Z.format,Z.colorSpace),P=s.convert(Z.type),j=T(Z.internalFormat,ae,P,Z.normalized,Z.colorSpace,A.isXRRenderTarget===!0),q=Ct(A);n.renderbufferStorageMultisample(n.RENDERBUFFER,q,j,A.width,A.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+K,n.RENDERBUFFER,U.__webglColorRenderbuffer[K])}n.bindRenderbuffer(n.RENDERBUFFER,null),A.depthBuffer&&(U.__webglDepthRenderbuffer=n.createRenderbuffer(),vi(U.__webglDepthRenderbuffer,A,!0)),t.bindFramebuffer(n.FRAMEBUFFER,null)}}if(se){t.bindTexture(n.TEXTURE_CUBE_MAP,ne.__webglTexture),gt(n.TEXTURE_CUBE_MAP,x);for(let K=0;K<6;K++)if(x.mipmaps.length>0)for(let Z=0;Z<x.mipmaps.length;Z++)Lt(U.__webglFramebuffer[K][Z],A,x,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+K,Z);else Lt(U.__webglFramebuffer[K],A,x,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+K,0);M(x)?v(n.TEXTURE_CUBE_MAP):x.mipmaps.length>0&&n.texParameteri(n.TEXTURE_CUBE_MAP,n.TEXTURE_MAX_LEVEL,x.mipmaps.length-1),t.unbindTexture()}else if(he){for(let K=0,Z=J.length;K<Z;K++){let ae=J[K],P=i.get(ae),j=n.TEXTURE_2D;(A.isWebGL3DRenderTarget||A.isWebGLArrayRenderTarget)&&(j=A.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),t.bindTexture(j,P.__webglTexture),gt(j,ae),Lt(U.__webglFramebuffer,A,ae,n.COLOR_ATTACHMENT0+K,j,0),M(ae)&&v(j)}t.unbindTexture()}else{let K=n.TEXTURE_2D;if((A.isWebGL3DRenderTarget||A.isWebGLArrayRenderTarget)&&(K=A.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),t.bindTexture(K,ne.__webglTexture),gt(K,x),x.mipmaps.length>0)for(let Z=0;Z<x.mipmaps.length;Z++)Lt(U.__webglFramebuffer[Z],A,x,n.COLOR_ATTACHMENT0,K,Z);else Lt(U.__webglFramebuffer,A,x,n.COLOR_ATTACHMENT0,K,0);M(x)?v(K):x.mipmaps.length>0&&n.texParameteri(K,n.TEXTURE_MAX_LEVEL,x.mipmaps.length-1),t.unbindTexture()}A.depthBuffer&&qn(A)}function O(A){let x=A.textures;for(let U=0,ne=x.length;U<ne;U++){let J=x[U];if(M(J)&&J.mipmapsAutoUpdate===!0){let se=C(A),he=i.get(J).__webglTexture;t.bindTexture(se,he),v(se),t.unbindTexture()}}}let Zn=[];function At(A){if(A.samples>0){if(fe(A)===!1){let x=A.textures,U=A.width,ne=A.height,J=n.COLOR_BUFFER_BIT,se=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,he=i.get(A),K=x.length>1;if(K)for(let ae=0;ae<x.length;ae++)t.bindFramebuffer(n.FRAMEBUFFER,he.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+ae,n.RENDERBUFFER,null),t.bindFramebuffer(n.FRAMEBUFFER,he.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+ae,n.TEXTURE_2D,null,0);t.bindFramebuffer(n.READ_FRAMEBUFFER,he.__webglMultisampledFramebuffer),A.texture.mipmaps.length>0?t.bindFramebuffer(n.DRAW_FRAMEBUFFER,he.__webglFramebuffer[0]):t.bindFramebuffer(n.DRAW_FRAMEBUFFER,he.__webglFramebuffer);for(let ae=0;ae<x.length;ae++){if(A.resolveDepthBuffer&&(A.depthBuffer&&(J|=n.DEPTH_BUFFER_BIT),A.stencilBuffer&&A.resolveStencilBuffer&&(J|=n.STENCIL_BUFFER_BIT)),K){n.framebufferRenderbuffer(n.READ_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.RENDERBUFFER,he.__webglColorRenderbuffer[ae]);let P=i.get(x[ae]).__webglTexture;n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,P,0)}n.blitFramebuffer(0,0,U,ne,0,0,U,ne,J,n.NEAREST),l===!0&&(Zn.length=0,Zn.push(n.COLOR_ATTACHMENT0+ae),A.depthBuffer&&A.storeMultisampledDepthBuffer===!1&&Zn.push(se),n.invalidateFramebuffer(n.READ_FRAMEBUFFER,Zn))}if(t.bindFramebuffer(n.READ_FRAMEBUFFER,null),t.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),K)for(let ae=0;ae<x.length;ae++){t.bindFramebuffer(n.FRAMEBUFFER,he.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+ae,n.RENDERBUFFER,he.__webglColorRenderbuffer[ae]);let P=i.get(x[ae]).__webglTexture;t.bindFramebuffer(n.FRAMEBUFFER,he.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+ae,n.TEXTURE_2D,P,0)}t.bindFramebuffer(n.DRAW_FRAMEBUFFER,he.__webglMultisampledFramebuffer)}else if(A.depthBuffer&&A.storeMultisampledDepthBuffer===!1&&l){let x=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;n.invalidateFramebuffer(n.DRAW_FRAMEBUFFER,[x])}}}function Ct(A){return Math.min(r.maxSamples,A.samples)}function fe(A){let x=i.get(A);return A.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&x.__useRenderToTexture!==!1}function Yt(A){let x=o.render.frame;u.get(A)!==x&&(u.set(A,x),A.update())}function Ie(A,x){let U=A.colorSpace,ne=A.format,J=A.type;return A.isCompressedTexture===!0||A.isVideoTexture===!0||U!==ka&&U!==xr&&(et.getTransfer(U)===mt?(ne!==bi||J!==$n)&&Ne("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):De("WebGLTextures: Unsupported texture color space:",U)),x}function Fe(A){return typeof HTMLImageElement<"u"&&A instanceof HTMLImageElement?(c.width=A.naturalWidth||A.width,c.height=A.naturalHeight||A.height):typeof VideoFrame<"u"&&A instanceof VideoFrame?(c.width=A.displayWidth,c.height=A.displayHeight):(c.width=A.width,c.height=A.height),c}this.allocateTextureUnit=Re,this.resetTextureUnits=Q,this.getTextureUnits=ee,this.setTextureUnits=xe,this.setTexture2D=ue,this.setTexture2DArray=we,this.setTexture3D=Le,this.setTextureCube=ge,this.rebindTextures=Yn,this.setupRenderTarget=Kn,this.updateRenderTargetMipmap=O,this.updateMultisampleRenderTarget=At,this.setupDepthRenderbuffer=qn,this.setupFrameBufferTexture=Lt,this.useMultisampledRTT=fe,this.dispose=L}function K3(n,e){function t(i,r=xr){let s,o=et.getTransfer(r);if(i===$n)return n.UNSIGNED_BYTE;if(i===Yh)return n.UNSIGNED_SHORT_4_4_4_4;if(i===Kh)return n.UNSIGNED_SHORT_5_5_5_1;if(i===ag)return n.UNSIGNED_INT_5_9_9_9_REV;if(i===lg)return n.UNSIGNED_INT_10F_11F_11F_REV;if(i===sg)return n.BYTE;if(i===og)return n.SHORT;if(i===Oo)return n.UNSIGNED_SHORT;if(i===qh)return n.INT;if(i===_i)return n.UNSIGNED_INT;if(i===yi)return n.FLOAT;if(i===xi)return n.HALF_FLOAT;if(i===cg)return n.ALPHA;if(i===ug)return n.RGB;if(i===bi)return n.RGBA;if(i===dr)return n.DEPTH_COMPONENT;if(i===yr)return n.DEPTH_STENCIL;if(i===hg)return n.RED;if(i===Zh)return n.RED_INTEGER;if(i===qr)return n.RG;if(i===jh)return n.RG_INTEGER;if(i===Jh)return n.RGBA_INTEGER;if(i===rl||i===sl||i===ol||i===al)if(o===mt)if(s=e.get("WEBGL_compressed_texture_s3tc_srgb"),s!==null){if(i===rl)return s.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(i===sl)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(i===ol)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(i===al)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(s=e.get("WEBGL_compressed_texture_s3tc"),s!==null){if(i===rl)return s.COMPRESSED_RGB_S3TC_DXT1_EXT;if(i===sl)return s.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(i===ol)return s.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(i===al)return s.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(i===Qh||i===ed||i===td||i===nd)if(s=e.get("WEBGL_compressed_texture_pvrtc"),s!==null){if(i===Qh)return s.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(i===ed)return s.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(i===td)return s.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(i===nd)return s.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(i===id||i===rd||i===sd||i===od||i===ad||i===ll||i===ld)if(s=e.get("WEBGL_compressed_texture_etc"),s!==null){if(i===id||i===rd)return o===mt?s.COMPRESSED_SRGB8_ETC2:s.COMPRESSED_RGB8_ETC2;if(i===sd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:s.COMPRESSED_RGBA8_ETC2_EAC;if(i===od)return s.COMPRESSED_R11_EAC;if(i===ad)return s.COMPRESSED_SIGNED_R11_EAC;if(i===ll)return s.COMPRESSED_RG11_EAC;if(i===ld)return s.COMPRESSED_SIGNED_RG11_EAC}else return null;if(i===cd||i===ud||i===hd||i===dd||i===fd||i===pd||i===md||i===gd||i===_d||i===yd||i===xd||i===bd||i===vd||i===wd)if(s=e.get("WEBGL_compressed_texture_astc"),s!==null){if(i===cd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:s.COMPRESSED_RGBA_ASTC_4x4_KHR;if(i===ud)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:s.COMPRESSED_RGBA_ASTC_5x4_KHR;if(i===hd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:s.COMPRESSED_RGBA_ASTC_5x5_KHR;if(i===dd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:s.COMPRESSED_RGBA_ASTC_6x5_KHR;if(i===fd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:s.COMPRESSED_RGBA_ASTC_6x6_KHR;if(i===pd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:s.COMPRESSED_RGBA_ASTC_8x5_KHR;if(i===md)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:s.COMPRESSED_RGBA_ASTC_8x6_KHR;if(i===gd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:s.COMPRESSED_RGBA_ASTC_8x8_KHR;if(i===_d)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:s.COMPRESSED_RGBA_ASTC_10x5_KHR;if(i===yd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:s.COMPRESSED_RGBA_ASTC_10x6_KHR;if(i===xd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:s.COMPRESSED_RGBA_ASTC_10x8_KHR;if(i===bd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:s.COMPRESSED_RGBA_ASTC_10x10_KHR;if(i===vd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:s.COMPRESSED_RGBA_ASTC_12x10_KHR;if(i===wd)return o===mt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:s.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(i===Sd||i===Md||i===Ed)if(s=e.get("EXT_texture_compression_bptc"),s!==null){if(i===Sd)return o===mt?s.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:s.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(i===Md)return s.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(i===Ed)return s.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(i===Td||i===Ad||i===cl||i===Cd)if(s=e.get("EXT_texture_compression_rgtc"),s!==null){if(i===Td)return s.COMPRESSED_RED_RGTC1_EXT;if(i===Ad)return s.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(i===cl)return s.COMPRESSED_RED_GREEN_RGTC2_EXT;if(i===Cd)return s.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return i===ws?n.UNSIGNED_INT_24_8:n[i]!==void 0?n[i]:null}return{convert:t}}var Z3=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,j3=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,Lg=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let i=new $a(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=i}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,i=new Ot({vertexShader:Z3,fragmentShader:j3,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new Pt(new ja(20,20),i)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Ig=class extends Ui{constructor(e,t){super();let i=this,r=null,s=1,o=null,a="local-floor",l=1,c=null,u=null,h=null,d=null,f=null,m=null,y=typeof XRWebGLBinding<"u",p=new Lg,g={},w=t.getContextAttributes(),M=null,v=null,C=[],T=[],_=new ot,S=null,D=null,I=new Rn;I.viewport=new kt;let N=new Rn;N.viewport=new kt;let V=[I,N],W=new Hh,R=null,L=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(Y){let ue=C[Y];return ue===void 0&&(ue=new Ao,C[Y]=ue),ue.getTargetRaySpace()},this.getControllerGrip=function(Y){let ue=C[Y];return ue===void 0&&(ue=new Ao,C[Y]=ue),ue.getGripSpace()},this.getHand=function(Y){let ue=C[Y];return ue===void 0&&(ue=new Ao,C[Y]=ue),ue.getHandSpace()};function G(Y){let ue=T.indexOf(Y.inputSource);if(ue===-1)return;let we=C[ue];we!==void 0&&(we.update(Y.inputSource,Y.frame,c||o),we.dispatchEvent({type:Y.type,data:Y.inputSource}))}function z(){r.removeEventListener("select",G),r.removeEventListener("selectstart",G),r.removeEventListener("selectend",G),r.removeEventListener("squeeze",G),r.removeEventListener("squeezestart",G),r.removeEventListener("squeezeend",G),r.removeEventListener("end",z),r.removeEventListener("inputsourceschange",te);for(let Y=0;Y<C.length;Y++){let ue=T[Y];ue!==null&&(T[Y]=null,C[Y].disconnect(ue))}R=null,L=null,p.reset();for(let Y in g)delete g[Y];if(e.setRenderTarget(M),f=null,d=null,h=null,r=null,v=null,Re.stop(),i.isPresenting=!1,e.setPixelRatio(S),e.setSize(_.width,_.height,!1),D!==null){let Y=D.camera;Y.fov=D.fov,Y.zoom=D.zoom,Y.updateProjectionMatrix(),D=null}i.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(Y){s=Y,i.isPresenting===!0&&Ne("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(Y){a=Y,i.isPresenting===!0&&Ne("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||o},this.setReferenceSpace=function(Y){c=Y},this.getBaseLayer=function(){return d!==null?d:f},this.getBinding=function(){return h===null&&y&&(h=new XRWebGLBinding(r,t)),h},this.getFrame=function(){return m},this.getSession=function(){return r},this.setSession=async function(Y){if(r=Y,r!==null){if(M=e.getRenderTarget(),r.addEventListener("select",G),r.addEventListener("selectstart",G),r.addEventListener("selectend",G),r.addEventListener("squeeze",G),r.addEventListener("squeezestart",G),r.addEventListener("squeezeend",G),r.addEventListener("end",z),r.addEventListener("inputsourceschange",te),w.xrCompatible!==!0&&await t.makeXRCompatible(),S=e.getPixelRatio(),e.getSize(_),y&&"createProjectionLayer"in XRWebGLBinding.prototype){let we=null,Le=null,ge=null;w.depth&&(ge=w.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,we=w.stencil?yr:dr,Le=w.stencil?ws:_i);let Be={colorFormat:t.RGBA8,depthFormat:ge,scaleFactor:s};h=this.getBinding(),d=h.createProjectionLayer(Be),r.updateRenderState({layers:[d]}),e.setPixelRatio(1),e.setSize(d.textureWidth,d.textureHeight,!1),v=new Wn(d.textureWidth,d.textureHeight,{format:bi,type:$n,depthTexture:new gr(d.textureWidth,d.textureHeight,Le,void 0,void 0,void 0,void 0,void 0,void 0,we),stencilBuffer:w.stencil,colorSpace:e.outputColorSpace,samples:w.antialias?4:0,resolveDepthBuffer:d.ignoreDepthValues===!1,resolveStencilBuffer:d.ignoreDepthValues===!1,storeMultisampledDepthBuffer:d.ignoreDepthValues===!1,storeMultisampledStencilBuffer:d.ignoreDepthValues===!1})}else{let we={antialias:w.antialias,alpha:!0,depth:w.depth,stencil:w.stencil,framebufferScaleFactor:s};f=new XRWebGLLayer(r,t,we),r.updateRenderState({baseLayer:f}),e.setPixelRatio(1),e.setSize(f.framebufferWidth,f.framebufferHeight,!1),v=new Wn(f.framebufferWidth,f.framebufferHeight,{format:bi,type:$n,colorSpace:e.outputColorSpace,stencilBuffer:w.stencil,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}v.isXRRenderTarget=!0,this.setFoveation(l),c=null,o=await r.requestReferenceSpace(a),Re.setContext(r),Re.start(),i.isPresenting=!0,i.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(r!==null)return r.environmentBlendMode},this.getDepthTexture=function(){return p.getDepthTexture()};function te(Y){for(let ue=0;ue<Y.removed.length;ue++){let we=Y.removed[ue],Le=T.indexOf(we);Le>=0&&(T[Le]=null,C[Le].disconnect(we))}for(let ue=0;ue<Y.added.length;ue++){let we=Y.added[ue],Le=T.indexOf(we);if(Le===-1){for(let Be=0;Be<C.length;Be++)if(Be>=T.length){T.push(we),Le=Be;break}else if(T[Be]===null){T[Be]=we,Le=Be;break}if(Le===-1)break}let ge=C[Le];ge&&ge.connect(we)}}function X(Y,ue){ue===null?Y.matrixWorld.copy(Y.matrix):Y.matrixWorld.multiplyMatrices(ue.matrixWorld,Y.matrix),Y.matrixWorldInverse.copy(Y.matrixWorld).invert()}this.updateCamera=function(Y){if(r===null)return;let ue=Y.near,we=Y.far;p.texture!==null&&(p.depthNear>0&&(ue=p.depthNear),p.depthFar>0&&(we=p.depthFar)),W.near=N.near=I.near=ue,W.far=N.far=I.far=we,(R!==W.near||L!==W.far)&&(r.updateRenderState({depthNear:W.near,depthFar:W.far}),R=W.near,L=W.far),W.layers.mask=Y.layers.mask|6,I.layers.mask=W.layers.mask&-5,N.layers.mask=W.layers.mask&-3;let Le=Y.parent,ge=W.cameras;X(W,Le);for(let Be=0;Be<ge.length;Be++)X(ge[Be],Le);W.projectionMatrix.copy(I.projectionMatrix),W.projectionMatrixInverse.copy(I.projectionMatrixInverse),D===null&&Y.isPerspectiveCamera&&(D={camera:Y,fov:Y.fov,zoom:Y.zoom}),Q(Y,W,Le)};function Q(Y,ue,we){we===null?Y.matrix.copy(ue.matrixWorld):(Y.matrix.copy(we.matrixWorld),Y.matrix.invert(),Y.matrix.multiply(ue.matrixWorld)),Y.matrix.decompose(Y.position,Y.quaternion,Y.scale),Y.updateMatrixWorld(!0),Y.projectionMatrix.copy(ue.projectionMatrix),Y.projectionMatrixInverse.copy(ue.projectionMatrixInverse),Y.isPerspectiveCamera&&(Y.fov=_h*2*Math.atan(1/Y.projectionMatrix.elements[5]),Y.zoom=1)}this.getCamera=function(){return W},this.getFoveation=function(){if(!(d===null&&f===null))return l},this.setFoveation=function(Y){l=Y,d!==null&&(d.fixedFoveation=Y),f!==null&&f.fixedFoveation!==void 0&&(f.fixedFoveation=Y)},this.hasDepthSensing=function(){return p.texture!==null},this.getDepthSensingMesh=function(){return p.getMesh(W)},this.getCameraTexture=function(Y){return g[Y]};let ee=null;function xe(Y,ue){if(u=ue.getViewerPose(c||o),m=ue,u!==null){let we=u.views;f!==null&&(e.setRenderTargetFramebuffer(v,f.framebuffer),e.setRenderTarget(v));let Le=!1;we.length!==W.cameras.length&&(W.cameras.length=0,Le=!0);for(let ke=0;ke<we.length;ke++){let gt=we[ke],bt=null;if(f!==null)bt=f.getViewport(gt);else{let an=h.getViewSubImage(d,gt);bt=an.viewport,ke===0&&(e.setRenderTargetTextures(v,an.colorTexture,an.depthStencilTexture),e.setRenderTarget(v))}let Ke=V[ke];Ke===void 0&&(Ke=new Rn,Ke.layers.enable(ke),Ke.viewport=new kt,V[ke]=Ke),Ke.matrix.fromArray(gt.transform.matrix),Ke.matrix.decompose(Ke.position,Ke.quaternion,Ke.scale),Ke.projectionMatrix.fromArray(gt.projectionMatrix),Ke.projectionMatrixInverse.copy(Ke.projectionMatrix).invert(),Ke.viewport.set(bt.x,bt.y,bt.width,bt.height),ke===0&&(W.matrix.copy(Ke.matrix),W.matrix.decompose(W.position,W.quaternion,W.scale)),Le===!0&&W.cameras.push(Ke)}let ge=r.enabledFeatures;if(ge&&ge.includes("depth-sensing")&&r.depthUsage=="gpu-optimized"&&y){h=i.getBinding();let ke=h.getDepthInformation(we[0]);ke&&ke.isValid&&ke.texture&&p.init(ke,r.renderState)}if(ge&&ge.includes("camera-access")&&y){e.state.unbindTexture(),h=i.getBinding();for(let ke=0;ke<we.length;ke++){let gt=we[ke].camera;if(gt){let bt=g[gt];bt||(bt=new $a,g[gt]=bt);let Ke=h.getCameraImage(gt);bt.sourceTexture=Ke}}}}for(let we=0;we<C.length;we++){let Le=T[we],ge=C[we];Le!==null&&ge!==void 0&&ge.update(Le,ue,c||o)}ee&&ee(Y,ue),ue.detectedPlanes&&i.dispatchEvent({type:"planesdetected",data:ue}),m=null}let Re=new Kw;Re.setAnimationLoop(xe),this.setAnimationLoop=function(Y){ee=Y},this.dispose=function(){}}},J3=new Rt,sS=new Oe;sS.set(-1,0,0,0,1,0,0,0,1);function Q3(n,e){function t(p,g){p.matrixAutoUpdate===!0&&p.updateMatrix(),g.value.copy(p.matrix)}function i(p,g){g.color.getRGB(p.fogColor.value,xg(n)),g.isFog?(p.fogNear.value=g.near,p.fogFar.value=g.far):g.isFogExp2&&(p.fogDensity.value=g.density)}function r(p,g,w,M,v){g.isNodeMaterial?g.uniformsNeedUpdate=!1:g.isMeshBasicMaterial?s(p,g):g.isMeshLambertMaterial?(s(p,g),g.envMap&&(p.envMapIntensity.value=g.envMapIntensity)):g.isMeshToonMaterial?(s(p,g),h(p,g)):g.isMeshPhongMaterial?(s(p,g),u(p,g),g.envMap&&(p.envMapIntensity.value=g.envMapIntensity)):g.isMeshStandardMaterial?(s(p,g),d(p,g),g.isMeshPhysicalMaterial&&f(p,g,v)):g.isMeshMatcapMaterial?(s(p,g),m(p,g)):g.isMeshDepthMaterial?s(p,g):g.isMeshDistanceMaterial?(s(p,g),y(p,g)):g.isMeshNormalMaterial?s(p,g):g.isLineBasicMaterial?(o(p,g),g.isLineDashedMaterial&&a(p,g)):g.isPointsMaterial?l(p,g,w,M):g.isSpriteMaterial?c(p,g):g.isShadowMaterial?(p.color.value.copy(g.color),p.opacity.value=g.opacity):g.isShaderMaterial&&(g.uniformsNeedUpdate=!1)}function s(p,g){p.opacity.value=g.opacity,g.color&&p.diffuse.value.copy(g.color),g.emissive&&p.emissive.value.copy(g.emissive).multiplyScalar(g.emissiveIntensity),g.map&&(p.map.value=g.map,t(g.map,p.mapTransform)),g.alphaMap&&(p.alphaMap.value=g.alphaMap,t(g.alphaMap,p.alphaMapTransform)),g.bumpMap&&(p.bumpMap.value=g.bumpMap,t(g.bumpMap,p.bumpMapTransform),p.bumpScale.value=g.bumpScale,g.side===In&&(p.bumpScale.value*=-1)),g.normalMap&&(p.normalMap.value=g.normalMap,t(g.normalMap,p.normalMapTransform),p.normalScale.value.copy(g.normalScale),g.side===In&&p.normalScale.value.negate()),g.displacementMap&&(p.displacementMap.value=g.displacementMap,t(g.displacementMap,p.displacementMapTransform),p.displacementScale.value=g.displacementScale,p.displacementBias.value=g.displacementBias),g.emissiveMap&&(p.emissiveMap.value=g.emissiveMap,t(g.emissiveMap,p.emissiveMapTransform)),g.specularMap&&(p.specularMap.value=g.specularMap,t(g.specularMap,p.specularMapTransform)),g.alphaTest>0&&(p.alphaTest.value=g.alphaTest);let w=e.get(g),M=w.envMap,v=w.envMapRotation;M&&(p.envMap.value=M,p.envMapRotation.value.setFromMatrix4(J3.makeRotationFromEuler(v)).transpose(),M.isCubeTexture&&M.isRenderTargetTexture===!1&&p.envMapRotation.value.premultiply(sS),p.reflectivity.value=g.reflectivity,p.ior.value=g.ior,p.refractionRatio.value=g.refractionRatio),g.lightMap&&(p.lightMap.value=g.lightMap,p.lightMapIntensity.value=g.lightMapIntensity,t(g.lightMap,p.lightMapTransform)),g.aoMap&&(p.aoMap.value=g.aoMap,p.aoMapIntensity.value=g.aoMapIntensity,t(g.aoMap,p.aoMapTransform))}function o(p,g){p.diffuse.value.copy(g.color),p.opacity.value=g.opacity,g.map&&(p.map.value=g.map,t(g.map,p.mapTransform))}function a(p,g){p.dashSize.value=g.dashSize,p.totalSize.value=g.dashSize+g.gapSize,p.scale.value=g.scale}function l(p,g,w,M){p.diffuse.value.copy(g.color),p.opacity.value=g.opacity,p.size.value=g.size*w,p.scale.value=M*.5,g.map&&(p.map.value=g.map,t(g.map,p.uvTransform)),g.alphaMap&&(p.alphaMap.value=g.alphaMap,t(g.alphaMap,p.alphaMapTransform)),g.alphaTest>0&&(p.alphaTest.value=g.alphaTest)}function c(p,g){p.diffuse.value.copy(g.color),p.opacity.value=g.opacity,p.rotation.value=g.rotation,g.map&&(p.map.value=g.map,t(g.map,p.mapTransform)),g.alphaMap&&(p.alphaMap.value=g.alphaMap,t(g.alphaMap,p.alphaMapTransform)),g.alphaTest>0&&(p.alphaTest.value=g.alphaTest)}function u(p,g){p.specular.value.copy(g.specular),p.shininess.value=Math.max(g.shininess,1e-4)}function h(p,g){g.gradientMap&&(p.gradientMap.value=g.gradientMap)}function d(p,g){p.metalness.value=g.metalness,g.metalnessMap&&(p.metalnessMap.value=g.metalnessMap,t(g.metalnessMap,p.metalnessMapTransform)),p.roughness.value=g.roughness,g.roughnessMap&&(p.roughnessMap.value=g.roughnessMap,t(g.roughnessMap,p.roughnessMapTransform)),g.envMap&&(p.envMapIntensity.value=g.envMapIntensity)}function f(p,g,w){p.ior.value=g.ior,g.diffuseRoughness>0&&(p.diffuseRoughness.value=g.diffuseRoughness,g.diffuseRoughnessMap&&(p.diffuseRoughnessMap.value=g.diffuseRoughnessMap,t(g.diffuseRoughnessMap,p.diffuseRoughnessMapTransform))),g.sheen>0&&(p.sheenColor.value.copy(g.sheenColor).multiplyScalar(g.sheen),p.sheenRoughness.value=g.sheenRoughness,g.sheenColorMap&&(p.sheenColorMap.value=g.sheenColorMap,t(g.sheenColorMap,p.sheenColorMapTransform)),g.sheenRoughnessMap&&(p.sheenRoughnessMap.value=g.sheenRoughnessMap,t(g.sheenRoughnessMap,p.sheenRoughnessMapTransform))),g.clearcoat>0&&(p.clearcoat.value=g.clearcoat,p.clearcoatRoughness.value=g.clearcoatRoughness,g.clearcoatMap&&(p.clearcoatMap.value=g.clearcoatMap,t(g.clearcoatMap,p.clearcoatMapTransform)),g.clearcoatRoughnessMap&&(p.clearcoatRoughnessMap.value=g.clearcoatRoughnessMap,t(g.clearcoatRoughnessMap,p.clearcoatRoughnessMapTransform)),g.clearcoatNormalMap&&(p.clearcoatNormalMap.value=g.clearcoatNormalMap,t(g.clearcoatNormalMap,p.clearcoatNormalMapTransform),p.clearcoatNormalScale.value.copy(g.clearcoatNormalScale),g.side===In&&p.clearcoatNormalScale.value.negate())),g.dispersion>0&&(p.dispersion.value=g.dispersion),g.retroreflectivity>0&&(p.retroreflectivity.value=g.retroreflectivity),g.iridescence>0&&(p.iridescence.value=g.iridescence,p.iridescenceIOR.value=g.iridescenceIOR,p.iridescenceThicknessMinimum.value=g.iridescenceThicknessMinimum,p.iridescenceThicknessMaximum.value=g.iridescenceThicknessMaximum,g.iridescenceMap&&(p.iridescenceMap.value=g.iridescenceMap,t(g.iridescenceMap,p.iridescenceMapTransform)),g.iridescenceThicknessMap&&(p.iridescenceThicknessMap.value=g.iridescenceThicknessMap,t(g.iridescenceThicknessMap,p.iridescenceThicknessMapTransform))),g.transmission>0&&(p.transmission.value=g.transmission,p.transmissionSamplerMap.value=w.texture,p.transmissionSamplerSize.value.set(w.width,w.height),g.transmissionMap&&(p.transmissionMap.value=g.transmissionMap,t(g.transmissionMap,p.transmissionMapTransform)),p.thickness.value=g.thickness,g.thicknessMap&&(p.thicknessMap.value=g.thicknessMap,t(g.thicknessMap,p.thicknessMapTransform)),p.attenuationDistance.value=g.attenuationDistance,p.attenuationColor.value.copy(g.attenuationColor)),g.anisotropy>0&&(p.anisotropyVector.value.set(g.anisotropy*Math.cos(g.anisotropyRotation),g.anisotropy*Math.sin(g.anisotropyRotation)),g.anisotropyMap&&(p.anisotropyMap.value=g.anisotropyMap,t(g.anisotropyMap,p.anisotropyMapTransform))),p.specularIntensity.value=g.specularIntensity,p.specularColor.value.copy(g.specularColor),g.specularColorMap&&(p.specularColorMap.value=g.specularColorMap,t(g.specularColorMap,p.specularColorMapTransform)),g.specularIntensityMap&&(p.specularIntensityMap.value=g.specularIntensityMap,t(g.specularIntensityMap,p.specularIntensityMapTransform))}function m(p,g){g.matcap&&(p.matcap.value=g.matcap)}function y(p,g){let w=e.get(g).light;p.referencePosition.value.setFromMatrixPosition(w.matrixWorld),p.nearDistance.value=w.shadow.camera.near,p.farDistance.value=w.shadow.camera.far}return{refreshFogUniforms:i,refreshMaterialUniforms:r}}function ek(n,e,t,i){let r={},s={};function o(w,M){let v=M.program;i.uniformBlockBinding(w,v,r[w.id])}function a(w,M){let v=r[w.id];v===void 0&&(m(w),v=l(w),r[w.id]=v,w.addEventListener("dispose",p));let C=M.program;i.updateUBOMapping(w,C);let T=e.render.frame;s[w.id]!==T&&(c(w),s[w.id]=T)}function l(w){let M=n.createBuffer(),v=w.__size,C=w.usage;return n.bindBuffer(n.UNIFORM_BUFFER,M),n.bufferData(n.UNIFORM_BUFFER,v,C),n.bindBuffer(n.UNIFORM_BUFFER,null),M}function c(w){let M=r[w.id],v=w.uniforms,C=w.__cache;n.bindBuffer(n.UNIFORM_BUFFER,M);for(let T=0,_=v.length;T<_;T++){let S=v[T];if(Array.isArray(S))for(let D=0,I=S.length;D<I;D++)u(S[D],T,D,C);else u(S,T,0,C)}n.bindBuffer(n.UNIFORM_BUFFER,null)}function u(w,M,v,C){if(d(w,M,v,C)===!0){let T=w.__offset,_=w.value;if(Array.isArray(_)){let S=0;for(let D=0;D<_.length;D++){let I=_[D],N=y(I,!0);h(I,w.__data,S),S+=N.storage/Float32Array.BYTES_PER_ELEMENT}}else h(_,w.__data,0);n.bufferSubData(n.UNIFORM_BUFFER,T,w.__data)}}function h(w,M,v){typeof w=="number"||typeof w=="boolean"?M[v]=w:w.isMatrix3?(M[v]=w.elements[0],M[v+1]=w.elements[1],M[v+2]=w.elements[2],M[v+3]=0,M[v+4]=w.elements[3],M[v+5]=w.elements[4],M[v+6]=w.elements[5],M[v+7]=0,M[v+8]=w.elements[6],M[v+9]=w.elements[7],M[v+10]=w.elements[8],M[v+11]=0):ArrayBuffer.isView(w)?M.set(w.subarray(0,M.length-v),v):w.toArray(M,v)}function d(w,M,v,C){let T=w.value,_=M+"_"+v;if(Array.isArray(T)){C[_]===void 0&&(C[_]=[]);let S=C[_],D=!1;for(let I=0;I<T.length;I++)f(T[I],S,I)===!0&&(D=!0);return D}return f(T,C,_)}function f(w,M,v){if(M[v]===void 0)return typeof w=="number"||typeof w=="boolean"?M[v]=w:ArrayBuffer.isView(w)?M[v]=w.slice():M[v]=w.clone(),!0;{let C=M[v];if(typeof w=="number"||typeof w=="boolean"){if(C!==w)return M[v]=w,!0}else{if(ArrayBuffer.isView(w))return!0;if(C.equals(w)===!1)return C.copy(w),!0}}return!1}function m(w){let M=w.uniforms,v=0,C=16;for(let _=0,S=M.length;_<S;_++){let D=Array.isArray(M[_])?M[_]:[M[_]];for(let I=0,N=D.length;I<N;I++){let V=D[I],W=Array.isArray(V.value)?V.value:[V.value],R=Array.isArray(M[_])||Array.isArray(V.value),L=v;for(let z=0,te=W.length;z<te;z++){let X=W[z],Q=y(X,R),ee=v%C,xe=ee%Q.boundary,Re=ee+xe;v+=xe,Re!==0&&C-Re<Q.storage&&(v+=C-Re),z===0&&(L=v),v+=Q.storage}let G=V.type==="int"?Int32Array:V.type==="uint"?Uint32Array:Float32Array;V.__data=new G((v-L)/Float32Array.BYTES_PER_ELEMENT),V.__offset=L}}let T=v%C;return T>0&&(v+=C-T),w.__size=v,w.__cache={},this}function y(w,M){let v={boundary:0,storage:0};return typeof w=="number"||typeof w=="boolean"?(v.boundary=4,v.storage=4):w.isVector2?(v.boundary=8,v.storage=8):w.isVector3||w.isColor?(v.boundary=16,v.storage=12):w.isVector4?(v.boundary=16,v.storage=16):w.isMatrix3?(v.boundary=16,v.storage=48):w.isMatrix4?(v.boundary=16,v.storage=64):w.isTexture?Ne("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(w)?(v.boundary=16,v.storage=w.byteLength):Ne("WebGLRenderer: Unsupported uniform value type.",w),M===!0&&(v.boundary=16,v.storage=Math.ceil(v.storage/16)*16),v}function p(w){let M=w.target;M.removeEventListener("dispose",p),n.deleteBuffer(r[M.id]),delete r[M.id],delete s[M.id]}function g(){for(let w in r)n.deleteBuffer(r[w]);r={},s={}}return{bind:o,update:a,dispose:g}}var tk=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),Vi=null;function nk(){return Vi===null&&(Vi=new wh(tk,16,16,qr,xi),Vi.name="DFG_LUT",Vi.minFilter=Pn,Vi.magFilter=Pn,Vi.wrapS=Fi,Vi.wrapT=Fi,Vi.generateMipmaps=!1,Vi.needsUpdate=!0),Vi}var Id=class{constructor(e={}){let{canvas:t=mw(),context:i=null,depth:r=!0,stencil:s=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:u="default",failIfMajorPerformanceCaveat:h=!1,reversedDepthBuffer:d=!1,outputBufferType:f=$n}=e;this.isWebGLRenderer=!0;let m;if(i!==null){if(typeof WebGLRenderingContext<"u"&&i instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");m=i.getContextAttributes().alpha}else m=o;let y=f,p=new Set([Jh,jh,Zh]),g=new Set([$n,_i,Oo,ws,Yh,Kh]),w=new Uint32Array(4),M=new Int32Array(4),v={textures:[],min:[],max:[],resolution:[]},C=null,T=null,_=[],S=[],D=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=zi,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let I=this,N=!1,V=null,W=null,R=null,L=null;this._outputColorSpace=Cn;let G=0,z=0,te=null,X=-1,Q=null,ee=new kt,xe=new kt,Re=null,Y=new Ye(0),ue=0,we=t.width,Le=t.height,ge=1,Be=null,zt=null,ke=new kt(0,0,we,Le),gt=new kt(0,0,we,Le),bt=!1,Ke=new _s,an=new Sh,qt=!1,Nn=!1,Lt=new Rt,vi=new H,nn=new kt,qn={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},Yn=!1;function Kn(){return te===null?ge:1}let O=i;function Zn(b,k){return t.getContext(b,k)}let At,Ct,fe,Yt,Ie,Fe,A,x,U,ne,J,se,he,K,Z,ae,P,j,q,le,re,oe,Te;try{let b={alpha:!0,depth:r,stencil:s,antialias:a,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:u,failIfMajorPerformanceCaveat:h};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",Pe,!1),t.addEventListener("webglcontextrestored",Ve,!1),t.addEventListener("webglcontextcreationerror",pe,!1),O===null){let k="webgl2";if(O=Zn(k,b),O===null)throw Zn(k)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}He()}catch(b){throw t.removeEventListener("webglcontextlost",Pe,!1),t.removeEventListener("webglcontextrestored",Ve,!1),t.removeEventListener("webglcontextcreationerror",pe,!1),De("WebGLRenderer: "+b.message),b}function He(){At=new f2(O),At.init(),re=new K3(O,At),Ct=new n2(O,At,e,re),fe=new q3(O,At),Ct.reversedDepthBuffer&&d&&fe.buffers.depth.setReversed(!0),W=O.createFramebuffer(),R=O.createFramebuffer(),L=O.createFramebuffer(),Yt=new g2(O),Ie=new N3,Fe=new Y3(O,At,fe,Ie,Ct,re,Yt),A=new d2(I),x=new yL(O),oe=new e2(O,x),U=new p2(O,x,Yt,oe),ne=new y2(O,U,x,oe,Yt),j=new _2(O,Ct,Fe),Z=new i2(Ie),J=new I3(I,A,At,Ct,oe,Z),se=new Q3(I,Ie),he=new D3,K=new V3(At),P=new QN(I,A,fe,ne,m,l),ae=new $3(I,ne,Ct),Te=new ek(O,Yt,Ct,fe),q=new t2(O,At,Yt),le=new m2(O,At,Yt),Yt.programs=J.programs,I.capabilities=Ct,I.extensions=At,I.properties=Ie,I.renderLists=he,I.shadowMap=ae,I.state=fe,I.info=Yt}y!==$n&&(D=new b2(y,t.width,t.height,a,r,s));let ie=new Ig(I,O);this.xr=ie,this.getContext=function(){return O},this.getContextAttributes=function(){return O.getContextAttributes()},this.forceContextLoss=function(){let b=At.get("WEBGL_lose_context");b&&b.loseContext()},this.forceContextRestore=function(){let b=At.get("WEBGL_lose_context");b&&b.restoreContext()},this.getPixelRatio=function(){return ge},this.setPixelRatio=function(b){b!==void 0&&(ge=b,this.setSize(we,Le,!1))},this.getSize=function(b){return b.set(we,Le)},this.setSize=function(b,k,$=!0){if(ie.isPresenting){Ne("WebGLRenderer: Can't change size while VR device is presenting.");return}we=b,Le=k,t.width=Math.floor(b*ge),t.height=Math.floor(k*ge),$===!0&&(t.style.width=b+"px",t.style.height=k+"px"),D!==null&&D.setSize(t.width,t.height),this.setViewport(0,0,b,k)},this.getDrawingBufferSize=function(b){return b.set(we*ge,Le*ge).floor()},this.setDrawingBufferSize=function(b,k,$){we=b,Le=k,ge=$,t.width=Math.floor(b*$),t.height=Math.floor(k*$),this.setViewport(0,0,b,k)},this.setEffects=function(b){if(y===$n){De("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(b){for(let k=0;k<b.length;k++)if(b[k].isOutputPass===!0){Ne("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}D.setEffects(b||[])},this.getCurrentViewport=function(b){return b.copy(ee)},this.getViewport=function(b){return b.copy(ke)},this.setViewport=function(b,k,$,F){b.isVector4?ke.set(b.x,b.y,b.z,b.w):ke.set(b,k,$,F),fe.viewport(ee.copy(ke).multiplyScalar(Kn()).round())},this.getScissor=function(b){return b.copy(gt)},this.setScissor=function(b,k,$,F){b.isVector4?gt.set(b.x,b.y,b.z,b.w):gt.set(b,k,$,F),fe.scissor(xe.copy(gt).multiplyScalar(Kn()).round())},this.getScissorTest=function(){return bt},this.setScissorTest=function(b){fe.setScissorTest(bt=b)},this.setOpaqueSort=function(b){Be=b},this.setTransparentSort=function(b){zt=b},this.getClearColor=function(b){return b.copy(P.getClearColor())},this.setClearColor=function(){P.setClearColor(...arguments)},this.getClearAlpha=function(){return P.getClearAlpha()},this.setClearAlpha=function(){P.setClearAlpha(...arguments)},this.clear=function(b=!0,k=!0,$=!0){let F=0;if(b){let B=!1;if(te!==null){let de=te.texture.format;B=p.has(de)}if(B){let de=te.texture.type,ve=g.has(de),ce=P.getClearColor(),_e=P.getClearAlpha(),Ee=ce.r,Ue=ce.g,Ze=ce.b;ve?(w[0]=Ee,w[1]=Ue,w[2]=Ze,w[3]=_e,O.clearBufferuiv(O.COLOR,0,w)):(M[0]=Ee,M[1]=Ue,M[2]=Ze,M[3]=_e,O.clearBufferiv(O.COLOR,0,M))}else F|=O.COLOR_BUFFER_BIT}k&&(F|=O.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),$&&(F|=O.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),F!==0&&O.clear(F)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(b){b.setRenderer(this),V=b},this.dispose=function(){t.removeEventListener("webglcontextlost",Pe,!1),t.removeEventListener("webglcontextrestored",Ve,!1),t.removeEventListener("webglcontextcreationerror",pe,!1),P.dispose(),he.dispose(),K.dispose(),Fe.dispose(),Ie.dispose(),A.dispose(),ne.dispose(),U.dispose(),oe.dispose(),Te.dispose(),J.dispose(),ie.dispose(),ie.removeEventListener("sessionstart",Hg),ie.removeEventListener("sessionend",Wg),Yr.stop()};function Pe(b){b.preventDefault(),_g("WebGLRenderer: Context Lost."),N=!0}function Ve(){_g("WebGLRenderer: Context Restored."),N=!1;let b=Yt.autoReset,k=ae.enabled,$=ae.autoUpdate,F=ae.needsUpdate,B=ae.type;He(),Yt.autoReset=b,ae.enabled=k,ae.autoUpdate=$,ae.needsUpdate=F,ae.type=B}function pe(b){De("WebGLRenderer: A WebGL context could not be created. Reason: ",b.statusMessage)}function _t(b){let k=b.target;k.removeEventListener("dispose",_t),rn(k)}function rn(b){br(b),Ie.remove(b)}function br(b){let k=Ie.get(b).programs;k!==void 0&&(k.forEach(function($){J.releaseProgram($)}),b.isShaderMaterial&&J.releaseShaderCache(b))}this.renderBufferDirect=function(b,k,$,F,B,de){k===null&&(k=qn);let ve=B.isMesh&&B.matrixWorld.determinantAffine()<0,ce=IS(b,k,$,F,B);fe.setMaterial(F,ve);let _e=$.index,Ee=1;if(F.wireframe===!0){if(_e=U.getWireframeAttribute($),_e===void 0)return;Ee=2}let Ue=$.drawRange,Ze=$.attributes.position,Se=Ue.start*Ee,je=(Ue.start+Ue.count)*Ee;de!==null&&(Se=Math.max(Se,de.start*Ee),je=Math.min(je,(de.start+de.count)*Ee)),_e!==null?(Se=Math.max(Se,0),je=Math.min(je,_e.count)):Ze!=null&&(Se=Math.max(Se,0),je=Math.min(je,Ze.count));let Vt=je-Se;if(Vt<0||Vt===1/0)return;oe.setup(B,F,ce,$,_e);let St,vt=q;if(_e!==null&&(St=x.get(_e),vt=le,vt.setIndex(St)),B.isMesh)F.wireframe===!0?(fe.setLineWidth(F.wireframeLinewidth*Kn()),vt.setMode(O.LINES)):vt.setMode(O.TRIANGLES);else if(B.isLine){let hn=F.linewidth;hn===void 0&&(hn=1),fe.setLineWidth(hn*Kn()),B.isLineSegments?vt.setMode(O.LINES):B.isLineLoop?vt.setMode(O.LINE_LOOP):vt.setMode(O.LINE_STRIP)}else B.isPoints?vt.setMode(O.POINTS):B.isSprite&&vt.setMode(O.TRIANGLES);if(B.isBatchedMesh)if(At.get("WEBGL_multi_draw"))vt.renderMultiDraw(B._multiDrawStarts,B._multiDrawCounts,B._multiDrawCount);else{let hn=B._multiDrawStarts,Me=B._multiDrawCounts,wn=B._multiDrawCount,ut=_e?x.get(_e).bytesPerElement:1,Kr=Ie.get(F).currentProgram.getUniforms();for(let dn=0;dn<wn;dn++)Kr.setValue(O,"_gl_DrawID",dn),vt.render(hn[dn]/ut,Me[dn])}else if(B.isInstancedMesh)vt.renderInstances(Se,Vt,B.count);else if($.isInstancedBufferGeometry){let hn=$._maxInstanceCount!==void 0?$._maxInstanceCount:1/0,Me=Math.min($.instanceCount,hn);vt.renderInstances(Se,Vt,Me)}else vt.render(Se,Vt)};function Gg(b,k,$,F){V!==null&&b.isNodeMaterial&&V.setObject(F,b),qt===!0&&Z.setState(b,$,!1),b.transparent===!0&&b.side===xn&&b.forceSinglePass===!1?(b.side=In,b.needsUpdate=!0,zo(b,k,F),b.side=gi,b.needsUpdate=!0,zo(b,k,F),b.side=xn):zo(b,k,F)}this.compile=function(b,k,$=null){$===null&&($=b),V!==null&&V.renderStart(b,k,$),T=K.get($),T.init(k),S.push(T),$.traverseVisible(function(B){B.isLight&&B.layers.test(k.layers)&&(T.pushLight(B),B.castShadow&&T.pushShadow(B))}),b!==$&&b.traverseVisible(function(B){B.isLight&&B.layers.test(k.layers)&&(T.pushLight(B),B.castShadow&&T.pushShadow(B))}),T.setupLights(),V!==null&&V.updateLights(T.state.lightsArray),Nn=this.localClippingEnabled,qt=Z.init(this.clippingPlanes,Nn),qt===!0&&Z.setGlobalState(this.clippingPlanes,k),V!==null&&ae.render(T.state.shadowsArray,$,k);let F=new Set;return b.traverse(function(B){if(!(B.isMesh||B.isPoints||B.isLine||B.isSprite))return;let de=B.material;if(de)if(Array.isArray(de))for(let ve=0;ve<de.length;ve++){let ce=de[ve];Gg(ce,$,k,B),F.add(ce)}else Gg(de,$,k,B),F.add(de)}),T=S.pop(),V!==null&&V.renderEnd(),F},this.compileAsync=function(b,k,$=null){let F=this.compile(b,k,$);return new Promise(B=>{function de(){if(F.forEach(function(ve){let _e=Ie.get(ve).currentProgram;(_e===void 0||_e.isReady())&&F.delete(ve)}),F.size===0){B(b);return}setTimeout(de,10)}At.get("KHR_parallel_shader_compile")!==null?de():setTimeout(de,10)})};let Gd=null;function PS(b){Gd&&Gd(b)}function Hg(){Yr.stop()}function Wg(){Yr.start()}let Yr=new Kw;Yr.setAnimationLoop(PS),typeof self<"u"&&Yr.setContext(self),this.setAnimationLoop=function(b){Gd=b,ie.setAnimationLoop(b),b===null?Yr.stop():Yr.start()},ie.addEventListener("sessionstart",Hg),ie.addEventListener("sessionend",Wg),this.render=function(b,k){if(k!==void 0&&k.isCamera!==!0){De("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(N===!0)return;V!==null&&V.renderStart(b,k);let $=ie.enabled===!0&&ie.isPresenting===!0,F=D!==null&&(te===null||$)&&D.begin(I,te);if(b.matrixWorldAutoUpdate===!0&&b.updateMatrixWorld(),k.parent===null&&k.matrixWorldAutoUpdate===!0&&k.updateMatrixWorld(),ie.enabled===!0&&ie.isPresenting===!0&&(D===null||D.isCompositing()===!1)&&(ie.cameraAutoUpdate===!0&&ie.updateCamera(k),k=ie.getCamera()),b.isScene===!0&&b.onBeforeRender(I,b,k,te),T=K.get(b,S.length),T.init(k),T.state.textureUnits=Fe.getTextureUnits(),S.push(T),Lt.multiplyMatrices(k.projectionMatrix,k.matrixWorldInverse),k.isArrayCamera?an.setFromArrayCamera(k):Ke.setFromProjectionMatrix(Lt,ri,k.reversedDepth),Nn=this.localClippingEnabled,qt=Z.init(this.clippingPlanes,Nn),C=he.get(b,_.length),C.init(),_.push(C),this.info.render.frame++,ie.enabled===!0&&ie.isPresenting===!0){let ve=I.xr.getDepthSensingMesh();ve!==null&&Hd(ve,k,-1/0,I.sortObjects)}Hd(b,k,0,I.sortObjects),C.finish(),V!==null&&V.updateLights(T.state.lightsArray),I.sortObjects===!0&&C.sort(Be,zt),Yn=ie.enabled===!1||ie.isPresenting===!1||ie.hasDepthSensing()===!1,Yn&&P.addToRenderList(C,b),this.info.autoReset===!0&&this.info.reset(),qt===!0&&Z.beginShadows();let B=T.state.shadowsArray;if(ae.render(B,b,k),qt===!0&&Z.endShadows(),(F&&D.hasRenderPass())===!1){let ve=C.opaque,ce=C.transmissive;if(T.setupLights(),k.isArrayCamera){let _e=k.cameras;if(ce.length>0)for(let Ee=0,Ue=_e.length;Ee<Ue;Ee++){let Ze=_e[Ee];$g(ve,ce,b,Ze)}Yn&&P.render(b);for(let Ee=0,Ue=_e.length;Ee<Ue;Ee++){let Ze=_e[Ee];Xg(C,b,Ze,Ze.viewport)}}else ce.length>0&&$g(ve,ce,b,k),Yn&&P.render(b),Xg(C,b,k)}te!==null&&z===0&&(Fe.updateMultisampleRenderTarget(te),Fe.updateRenderTargetMipmap(te)),F&&D.end(I),b.isScene===!0&&b.onAfterRender(I,b,k),oe.resetDefaultState(),X=-1,Q=null,S.pop(),S.length>0?(T=S[S.length-1],Fe.setTextureUnits(T.state.textureUnits),qt===!0&&Z.setGlobalState(I.clippingPlanes,T.state.camera)):T=null,_.pop(),_.length>0?C=_[_.length-1]:C=null,V!==null&&V.renderEnd()};function Hd(b,k,$,F){if(b.visible===!1)return;if(b.layers.test(k.layers)){if(b.isGroup)$=b.renderOrder;else if(b.isLOD)b.autoUpdate===!0&&b.update(k);else if(b.isLight)T.pushLight(b),b.castShadow&&T.pushShadow(b);else if(b.isSprite){let ve=k.isArrayCamera?an:Ke;if(!b.frustumCulled||b.intersectsFrustum(ve)){F&&nn.setFromMatrixPosition(b.matrixWorld).applyMatrix4(Lt);let ce=ne.update(b),_e=b.material;_e.visible&&C.push(b,ce,_e,$,nn.z,null,k)}}else if(b.isMesh||b.isLine||b.isPoints){let ve=k.isArrayCamera?an:Ke;if(!b.frustumCulled||b.intersectsFrustum(ve)){let ce=ne.update(b),_e=b.material;if(F&&(b.boundingSphere!==void 0?(b.boundingSphere===null&&b.computeBoundingSphere(),nn.copy(b.boundingSphere.center)):(ce.boundingSphere===null&&ce.computeBoundingSphere(),nn.copy(ce.boundingSphere.center)),nn.applyMatrix4(b.matrixWorld).applyMatrix4(Lt)),Array.isArray(_e)){let Ee=ce.groups;for(let Ue=0,Ze=Ee.length;Ue<Ze;Ue++){let Se=Ee[Ue],je=_e[Se.materialIndex];je&&je.visible&&C.push(b,ce,je,$,nn.z,Se,k)}}else _e.visible&&C.push(b,ce,_e,$,nn.z,null,k)}}}let de=b.children;for(let ve=0,ce=de.length;ve<ce;ve++)Hd(de[ve],k,$,F)}function Xg(b,k,$,F){let{opaque:B,transmissive:de,transparent:ve}=b;T.setupLightsView($),qt===!0&&Z.setGlobalState(I.clippingPlanes,$),F&&fe.viewport(ee.copy(F)),B.length>0&&gl(B,k,$),de.length>0&&gl(de,k,$),ve.length>0&&gl(ve,k,$),fe.buffers.depth.setTest(!0),fe.buffers.depth.setMask(!0),fe.buffers.color.setMask(!0),fe.setPolygonOffset(!1)}function $g(b,k,$,F){if(($.isScene===!0?$.overrideMaterial:null)!==null)return;if(T.state.transmissionRenderTarget[F.id]===void 0){let Se=At.has("EXT_color_buffer_half_float")||At.has("EXT_color_buffer_float");T.state.transmissionRenderTarget[F.id]=new Wn(1,1,{generateMipmaps:!0,type:Se?xi:$n,minFilter:_r,samples:Math.max(4,Ct.samples),stencilBuffer:s,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:et.workingColorSpace})}let de=T.state.transmissionRenderTarget[F.id],ve=F.viewport||ee;de.setSize(ve.z*I.transmissionResolutionScale,ve.w*I.transmissionResolutionScale);let ce=I.getRenderTarget(),_e=I.getActiveCubeFace(),Ee=I.getActiveMipmapLevel();I.setRenderTarget(de),I.getClearColor(Y),ue=I.getClearAlpha(),ue<1&&I.setClearColor(16777215,.5),I.clear(),Yn&&P.render($);let Ue=I.toneMapping;I.toneMapping=zi;let Ze=F.viewport;if(F.viewport!==void 0&&(F.viewport=void 0),T.setupLightsView(F),qt===!0&&Z.setGlobalState(I.clippingPlanes,F),gl(b,$,F),Fe.updateMultisampleRenderTarget(de),Fe.updateRenderTargetMipmap(de),At.has("WEBGL_multisampled_render_to_texture")===!1){let Se=!1;for(let je=0,Vt=k.length;je<Vt;je++){let St=k[je],{object:vt,geometry:hn,material:Me,group:wn}=St;if(Me.side===xn&&vt.layers.test(F.layers)){let ut=Me.side;Me.side=In,Me.needsUpdate=!0,qg(vt,$,F,hn,Me,wn),Me.side=ut,Me.needsUpdate=!0,Se=!0}}Se===!0&&(Fe.updateMultisampleRenderTarget(de),Fe.updateRenderTargetMipmap(de))}I.setRenderTarget(ce,_e,Ee),I.setClearColor(Y,ue),Ze!==void 0&&(F.viewport=Ze),I.toneMapping=Ue}function gl(b,k,$){let F=k.isScene===!0?k.overrideMaterial:null;for(let B=0,de=b.length;B<de;B++){let ve=b[B],{object:ce,geometry:_e,group:Ee}=ve,Ue=ve.material;Ue.allowOverride===!0&&F!==null&&(Ue=F),ce.layers.test($.layers)&&qg(ce,k,$,_e,Ue,Ee)}}function qg(b,k,$,F,B,de){V!==null&&B.isNodeMaterial&&V.setObject(b,B),b.onBeforeRender(I,k,$,F,B,de),b.modelViewMatrix.multiplyMatrices($.matrixWorldInverse,b.matrixWorld),b.normalMatrix.getNormalMatrix(b.modelViewMatrix),B.onBeforeRender(I,k,$,F,b,de),B.transparent===!0&&B.side===xn&&B.forceSinglePass===!1?(B.side=In,B.needsUpdate=!0,I.renderBufferDirect($,k,F,B,b,de),B.side=gi,B.needsUpdate=!0,I.renderBufferDirect($,k,F,B,b,de),B.side=xn):I.renderBufferDirect($,k,F,B,b,de),b.onAfterRender(I,k,$,F,B,de)}function Yg(b){let k=0;for(let $ of b)$.texture!==null&&k++;return k}function zo(b,k,$){k.isScene!==!0&&(k=qn);let F=Ie.get(b),B=T.state.lights,de=T.state.shadowsArray,ve=B.state.version,ce=J.getParameters(b,B.state,de,k,$,T.state.lightProbeGridArray),_e=J.getProgramCacheKey(ce),Ee=F.programs;F.environment=b.isMeshStandardMaterial||b.isMeshLambertMaterial||b.isMeshPhongMaterial?k.environment:null,F.fog=k.fog;let Ue=b.isMeshStandardMaterial||b.isMeshLambertMaterial&&!b.envMap||b.isMeshPhongMaterial&&!b.envMap;F.envMap=A.get(b.envMap||F.environment,Ue),F.envMapRotation=F.environment!==null&&b.envMap===null?k.environmentRotation:b.envMapRotation,Ee===void 0&&(b.addEventListener("dispose",_t),Ee=new Map,F.programs=Ee,F.programVariants=new Map);let Ze=Ee.get(_e);if(Ze!==void 0){if(F.currentProgram===Ze&&F.lightsStateVersion===ve)return Zg(b,ce),Ze}else ce.uniforms=J.getUniforms(b),V!==null&&b.isNodeMaterial&&V.build(b,$,ce),b.onBeforeCompile(ce,I),Ze=J.acquireProgram(ce,_e),Ee.set(_e,Ze),F.uniforms=ce.uniforms;let Se=F.uniforms;return(!b.isShaderMaterial&&!b.isRawShaderMaterial||b.clipping===!0)&&(Se.clippingPlanes=Z.uniform),Zg(b,ce),F.needsLights=kS(b),F.lightsStateVersion=ve,F.needsLights&&(Se.ambientLightColor.value=B.state.ambient,Se.lightProbe.value=B.state.probe,Se.sunLights.value=B.state.sun,Se.sunLightShadows.value=B.state.sunShadow,Se.directionalLights.value=B.state.directional,Se.directionalLightShadows.value=B.state.directionalShadow,Se.spotLights.value=B.state.spot,Se.spotLightShadows.value=B.state.spotShadow,Se.rectAreaLights.value=B.state.rectArea,Se.ltc_1.value=B.state.rectAreaLTC1,Se.ltc_2.value=B.state.rectAreaLTC2,Se.pointLights.value=B.state.point,Se.pointLightShadows.value=B.state.pointShadow,Se.hemisphereLights.value=B.state.hemi,Se.sunShadowMatrix.value=B.state.sunShadowMatrix,Se.sunShadowCascade.value=B.state.sunShadowCascade,Se.directionalShadowMatrix.value=B.state.directionalShadowMatrix,Se.spotLightMatrix.value=B.state.spotLightMatrix,Se.spotLightMap.value=B.state.spotLightMap,Se.pointShadowMatrix.value=B.state.pointShadowMatrix),F.numLightProbeGrids=Yg(T.state.lightProbeGridArray),F.currentProgram=Ze,F.uniformsList=null,Ze}function LS(b,k,$,F,B){let de=Ie.get(b),ve=de.currentProgram.id+","+F+","+B,ce=de.programVariants.get(ve);return ce===void 0?(ce=zo(b,k,$),de.programVariants.set(ve,ce)):(de.currentProgram=ce,de.uniformsList=null,de.outputColorSpace=F,de.toneMapping=B),ce}function Kg(b){if(b.uniformsList===null){let k=b.currentProgram.getUniforms();b.uniformsList=Fo.seqWithValue(k.seq,b.uniforms)}return b.uniformsList}function Zg(b,k){let $=Ie.get(b);$.outputColorSpace=k.outputColorSpace,$.batching=k.batching,$.batchingColor=k.batchingColor,$.instancing=k.instancing,$.instancingColor=k.instancingColor,$.instancingMorph=k.instancingMorph,$.skinning=k.skinning,$.morphTargets=k.morphTargets,$.morphNormals=k.morphNormals,$.morphColors=k.morphColors,$.morphTargetsCount=k.morphTargetsCount,$.numClippingPlanes=k.numClippingPlanes,$.numIntersection=k.numClipIntersection,$.vertexAlphas=k.vertexAlphas,$.vertexTangents=k.vertexTangents,$.toneMapping=k.toneMapping}function IS(b,k,$,F,B){k.isScene!==!0&&(k=qn),Fe.resetTextureUnits();let de=k.fog,ve=F.isMeshStandardMaterial||F.isMeshLambertMaterial||F.isMeshPhongMaterial?k.environment:null,ce=te===null?I.outputColorSpace:te.isXRRenderTarget===!0?te.texture.colorSpace:et.workingColorSpace,_e=F.isMeshStandardMaterial||F.isMeshLambertMaterial&&!F.envMap||F.isMeshPhongMaterial&&!F.envMap,Ee=A.get(F.envMap||ve,_e),Ue=F.vertexColors===!0&&!!$.attributes.color&&$.attributes.color.itemSize===4,Ze=!!$.attributes.tangent&&(!!F.normalMap||F.anisotropy>0),Se=!!$.morphAttributes.position,je=!!$.morphAttributes.normal,Vt=!!$.morphAttributes.color,St=zi;F.toneMapped&&(te===null||te.isXRRenderTarget===!0)&&(St=I.toneMapping);let vt=$.morphAttributes.position||$.morphAttributes.normal||$.morphAttributes.color,hn=vt!==void 0?vt.length:0,Me=Ie.get(F),wn=T.state.lights;if(qt===!0&&(Nn===!0||b!==Q)){let It=b===Q&&F.id===X;Z.setState(F,b,It)}let ut=!1,Kr=!1;F.version===Me.__version?Me.needsLights&&Me.lightsStateVersion!==wn.state.version||B.isBatchedMesh&&Me.batching===!1||!B.isBatchedMesh&&Me.batching===!0||B.isBatchedMesh&&Me.batchingColor===!0&&B._colorsTexture===null||B.isBatchedMesh&&Me.batchingColor===!1&&B._colorsTexture!==null||B.isInstancedMesh&&Me.instancing===!1||!B.isInstancedMesh&&Me.instancing===!0||B.isSkinnedMesh&&Me.skinning===!1||!B.isSkinnedMesh&&Me.skinning===!0||B.isInstancedMesh&&Me.instancingColor===!0&&B.instanceColor===null||B.isInstancedMesh&&Me.instancingColor===!1&&B.instanceColor!==null||B.isInstancedMesh&&Me.instancingMorph===!0&&B.morphTexture===null||B.isInstancedMesh&&Me.instancingMorph===!1&&B.morphTexture!==null||Me.envMap!==Ee||F.fog===!0&&Me.fog!==de||Me.numClippingPlanes!==void 0&&(Me.numClippingPlanes!==Z.numPlanes||Me.numIntersection!==Z.numIntersection)||Me.vertexAlphas!==Ue||Me.vertexTangents!==Ze||Me.morphTargets!==Se||Me.morphNormals!==je||Me.morphColors!==Vt||Me.morphTargetsCount!==hn||Me.numLightProbeGrids!==Yg(T.state.lightProbeGridArray)?ut=!0:(Me.outputColorSpace!==ce||Me.toneMapping!==St)&&(Kr=!0):(ut=!0,Me.__version=F.version);let dn=Me.currentProgram;(ut===!0||Kr===!0)&&(dn=Kr===!0?LS(F,k,B,ce,St):zo(F,k,B),V&&F.isNodeMaterial&&V.onUpdateProgram(F,dn,Me));let _l=!1,vr=!1,Zr=!1,at=dn.getUniforms(),ln=Me.uniforms;if(fe.useProgram(dn.program)&&(_l=!0,vr=!0,Zr=!0),F.id!==X&&(X=F.id,vr=!0),_l||Q!==b){fe.buffers.depth.getReversed()&&b.reversedDepth!==!0&&(b._reversedDepth=!0,b.updateProjectionMatrix()),at.setValue(O,"projectionMatrix",b.projectionMatrix),at.setValue(O,"viewMatrix",b.matrixWorldInverse);let sn=at.map.cameraPosition;sn!==void 0&&sn.setValue(O,vi.setFromMatrixPosition(b.matrixWorld)),Ct.logarithmicDepthBuffer&&at.setValue(O,"logDepthBufFC",2/(Math.log(b.far+1)/Math.LN2)),(F.isMeshPhongMaterial||F.isMeshToonMaterial||F.isMeshLambertMaterial||F.isMeshBasicMaterial||F.isMeshStandardMaterial||F.isShaderMaterial)&&at.setValue(O,"isOrthographic",b.isOrthographicCamera===!0),Q!==b&&(Q=b,vr=!0,Zr=!0)}if(Me.needsLights&&(wn.state.sunShadowMap.length>0&&at.setValue(O,"sunShadowMap",wn.state.sunShadowMap,Fe),wn.state.directionalShadowMap.length>0&&at.setValue(O,"directionalShadowMap",wn.state.directionalShadowMap,Fe),wn.state.spotShadowMap.length>0&&at.setValue(O,"spotShadowMap",wn.state.spotShadowMap,Fe),wn.state.pointShadowMap.length>0&&at.setValue(O,"pointShadowMap",wn.state.pointShadowMap,Fe)),B.isSkinnedMesh){at.setOptional(O,B,"bindMatrix"),at.setOptional(O,B,"bindMatrixInverse");let It=B.skeleton;It&&(It.boneTexture===null&&It.computeBoneTexture(),at.setValue(O,"boneTexture",It.boneTexture,Fe))}B.isBatchedMesh&&(at.setOptional(O,B,"batchingTexture"),at.setValue(O,"batchingTexture",B._matricesTexture,Fe),at.setOptional(O,B,"batchingIdTexture"),at.setValue(O,"batchingIdTexture",B._indirectTexture,Fe),at.setOptional(O,B,"batchingColorTexture"),B._colorsTexture!==null&&at.setValue(O,"batchingColorTexture",B._colorsTexture,Fe));let si=$.morphAttributes;if((si.position!==void 0||si.normal!==void 0||si.color!==void 0)&&j.update(B,$,dn),(vr||Me.receiveShadow!==B.receiveShadow)&&(Me.receiveShadow=B.receiveShadow,at.setValue(O,"receiveShadow",B.receiveShadow)),(F.isMeshStandardMaterial||F.isMeshLambertMaterial||F.isMeshPhongMaterial)&&F.envMap===null&&k.environment!==null&&(ln.envMapIntensity.value=k.environmentIntensity),ln.dfgLUT!==void 0&&(ln.dfgLUT.value=nk()),vr){if(at.setValue(O,"toneMappingExposure",I.toneMappingExposure),Me.needsLights&&NS(ln,Zr),de&&F.fog===!0&&se.refreshFogUniforms(ln,de),se.refreshMaterialUniforms(ln,F,ge,Le,T.state.transmissionRenderTarget[b.id]),Me.needsLights&&Me.numLightProbeGrids>0){let It=v,sn=0;for(let Hi of T.state.lightProbeGridArray)Hi.texture!==null&&(It.textures[sn]=Hi.texture,It.min[sn]=Hi.boundingBox.min,It.max[sn]=Hi.boundingBox.max,It.resolution[sn]=Hi.resolution,sn++);for(let Hi in It)It[Hi].length=sn;ln.probesSH.value=It.textures,ln.probesMin.value=It.min,ln.probesMax.value=It.max,ln.probesResolution.value=It.resolution}Fo.upload(O,Kg(Me),ln,Fe)}if(F.isShaderMaterial&&F.uniformsNeedUpdate===!0&&(Fo.upload(O,Kg(Me),ln,Fe),F.uniformsNeedUpdate=!1),F.isSpriteMaterial&&at.setValue(O,"center",B.center),at.setValue(O,"modelViewMatrix",B.modelViewMatrix),at.setValue(O,"normalMatrix",B.normalMatrix),at.setValue(O,"modelMatrix",B.matrixWorld),F.uniformsGroups!==void 0){let It=F.uniformsGroups;for(let sn=0,Hi=It.length;sn<Hi;sn++){let Jg=It[sn];Te.update(Jg,dn),Te.bind(Jg,dn)}}return dn}function NS(b,k){b.ambientLightColor.needsUpdate=k,b.lightProbe.needsUpdate=k,b.sunLights.needsUpdate=k,b.sunLightShadows.needsUpdate=k,b.directionalLights.needsUpdate=k,b.directionalLightShadows.needsUpdate=k,b.pointLights.needsUpdate=k,b.pointLightShadows.needsUpdate=k,b.spotLights.needsUpdate=k,b.spotLightShadows.needsUpdate=k,b.rectAreaLights.needsUpdate=k,b.hemisphereLights.needsUpdate=k}function kS(b){return b.isMeshLambertMaterial||b.isMeshToonMaterial||b.isMeshPhongMaterial||b.isMeshStandardMaterial||b.isShadowMaterial||b.isShaderMaterial&&b.lights===!0}this.getActiveCubeFace=function(){return G},this.getActiveMipmapLevel=function(){return z},this.getRenderTarget=function(){return te},this.setRenderTargetTextures=function(b,k,$){let F=Ie.get(b);F.__autoAllocateDepthBuffer=b.resolveDepthBuffer===!1,F.__autoAllocateDepthBuffer===!1&&(F.__useRenderToTexture=!1),Ie.get(b.texture).__webglTexture=k,Ie.get(b.depthTexture).__webglTexture=F.__autoAllocateDepthBuffer?void 0:$,F.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(b,k){let $=Ie.get(b);$.__webglFramebuffer=k,$.__useDefaultFramebuffer=k===void 0},this.setRenderTarget=function(b,k=0,$=0){te=b,G=k,z=$;let F=null,B=!1,de=!1;if(b){let ce=Ie.get(b);if(ce.__useDefaultFramebuffer!==void 0){fe.bindFramebuffer(O.FRAMEBUFFER,ce.__webglFramebuffer),ee.copy(b.viewport),xe.copy(b.scissor),Re=b.scissorTest,fe.viewport(ee),fe.scissor(xe),fe.setScissorTest(Re),X=-1;return}else if(ce.__webglFramebuffer===void 0)Fe.setupRenderTarget(b);else if(ce.__hasExternalTextures)Fe.rebindTextures(b,Ie.get(b.texture).__webglTexture,Ie.get(b.depthTexture).__webglTexture);else if(b.depthBuffer){let Ue=b.depthTexture;if(ce.__boundDepthTexture!==Ue){if(Ue!==null&&Ie.has(Ue)&&(b.width!==Ue.image.width||b.height!==Ue.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Fe.setupDepthRenderbuffer(b)}}let _e=b.texture;(_e.isData3DTexture||_e.isDataArrayTexture||_e.isCompressedArrayTexture)&&(de=!0);let Ee=Ie.get(b).__webglFramebuffer;b.isWebGLCubeRenderTarget?(Array.isArray(Ee[k])?F=Ee[k][$]:F=Ee[k],B=!0):b.samples>0&&Fe.useMultisampledRTT(b)===!1?F=Ie.get(b).__webglMultisampledFramebuffer:Array.isArray(Ee)?F=Ee[$]:F=Ee,ee.copy(b.viewport),xe.copy(b.scissor),Re=b.scissorTest}else ee.copy(ke).multiplyScalar(ge).floor(),xe.copy(gt).multiplyScalar(ge).floor(),Re=bt;if($!==0&&(F=W),fe.bindFramebuffer(O.FRAMEBUFFER,F)&&fe.drawBuffers(b,F),fe.viewport(ee),fe.scissor(xe),fe.setScissorTest(Re),B){let ce=Ie.get(b.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_CUBE_MAP_POSITIVE_X+k,ce.__webglTexture,$)}else if(de){let ce=k;for(let _e=0;_e<b.textures.length;_e++){let Ee=Ie.get(b.textures[_e]);O.framebufferTextureLayer(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0+_e,Ee.__webglTexture,$,ce)}}else if(b!==null&&$!==0){let ce=Ie.get(b.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,ce.__webglTexture,$)}X=-1};function jg(b){let k=Ie.get(b);return(k.__readFormat!==b.format||k.__readType!==b.type)&&(k.__readFormat=b.format,k.__readType=b.type,k.__formatReadable=Ct.textureFormatReadable(b.format),k.__typeReadable=Ct.textureTypeReadable(b.type)),k}this.readRenderTargetPixels=function(b,k,$,F,B,de,ve,ce=0){if(!(b&&b.isWebGLRenderTarget)){De("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let _e=Ie.get(b).__webglFramebuffer;if(b.isWebGLCubeRenderTarget&&ve!==void 0&&(_e=_e[ve],Array.isArray(_e)&&(_e=_e[0])),_e){fe.bindFramebuffer(O.FRAMEBUFFER,_e);try{let Ee=b.textures[ce],Ue=Ee.format,Ze=Ee.type;b.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+ce);let Se=jg(Ee);if(Se.__formatReadable===!1){De("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Se.__typeReadable===!1){De("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}k>=0&&k<=b.width-F&&$>=0&&$<=b.height-B&&O.readPixels(k,$,F,B,re.convert(Ue),re.convert(Ze),de)}finally{let Ee=te!==null?Ie.get(te).__webglFramebuffer:null;fe.bindFramebuffer(O.FRAMEBUFFER,Ee)}}},this.readRenderTargetPixelsAsync=async function(b,k,$,F,B,de,ve,ce=0){if(!(b&&b.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let _e=Ie.get(b).__webglFramebuffer;if(b.isWebGLCubeRenderTarget&&ve!==void 0&&(_e=_e[ve],Array.isArray(_e)&&(_e=_e[0])),_e)if(k>=0&&k<=b.width-F&&$>=0&&$<=b.height-B){fe.bindFramebuffer(O.FRAMEBUFFER,_e);let Ee=b.textures[ce],Ue=Ee.format,Ze=Ee.type;b.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+ce);let Se=jg(Ee);if(Se.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Se.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let je=O.createBuffer();O.bindBuffer(O.PIXEL_PACK_BUFFER,je),O.bufferData(O.PIXEL_PACK_BUFFER,de.byteLength,O.STREAM_READ),O.readPixels(k,$,F,B,re.convert(Ue),re.convert(Ze),0),O.bindBuffer(O.PIXEL_PACK_BUFFER,null);let Vt=te!==null?Ie.get(te).__webglFramebuffer:null;fe.bindFramebuffer(O.FRAMEBUFFER,Vt);let St=O.fenceSync(O.SYNC_GPU_COMMANDS_COMPLETE,0);return O.flush(),await _w(O,St,4),O.bindBuffer(O.PIXEL_PACK_BUFFER,je),O.getBufferSubData(O.PIXEL_PACK_BUFFER,0,de),O.bindBuffer(O.PIXEL_PACK_BUFFER,null),O.deleteBuffer(je),O.deleteSync(St),de}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(b,k=null,$=0){let F=Math.pow(2,-$),B=Math.floor(b.image.width*F),de=Math.floor(b.image.height*F),ve=k!==null?k.x:0,ce=k!==null?k.y:0;Fe.setTexture2D(b,0),O.copyTexSubImage2D(O.TEXTURE_2D,$,0,0,ve,ce,B,de),fe.unbindTexture()},this.copyTextureToTexture=function(b,k,$=null,F=null,B=0,de=0){let ve,ce,_e,Ee,Ue,Ze,Se,je,Vt,St=b.isCompressedTexture?b.mipmaps[de]:b.image;if($!==null)ve=$.max.x-$.min.x,ce=$.max.y-$.min.y,_e=$.isBox3?$.max.z-$.min.z:1,Ee=$.min.x,Ue=$.min.y,Ze=$.isBox3?$.min.z:0;else{let at=Math.pow(2,-B);ve=Math.floor(St.width*at),ce=Math.floor(St.height*at),b.isDataArrayTexture?_e=St.depth:b.isData3DTexture?_e=Math.floor(St.depth*at):_e=1,Ee=0,Ue=0,Ze=0}F!==null?(Se=F.x,je=F.y,Vt=F.z):(Se=0,je=0,Vt=0);let vt=re.convert(k.format),hn=re.convert(k.type),Me;k.isData3DTexture?(Fe.setTexture3D(k,0),Me=O.TEXTURE_3D):k.isDataArrayTexture||k.isCompressedArrayTexture?(Fe.setTexture2DArray(k,0),Me=O.TEXTURE_2D_ARRAY):(Fe.setTexture2D(k,0),Me=O.TEXTURE_2D),fe.activeTexture(O.TEXTURE0),fe.pixelStorei(O.UNPACK_FLIP_Y_WEBGL,k.flipY),fe.pixelStorei(O.UNPACK_PREMULTIPLY_ALPHA_WEBGL,k.premultiplyAlpha),fe.pixelStorei(O.UNPACK_ALIGNMENT,k.unpackAlignment);let wn=fe.getParameter(O.UNPACK_ROW_LENGTH),ut=fe.getParameter(O.UNPACK_IMAGE_HEIGHT),Kr=fe.getParameter(O.UNPACK_SKIP_PIXELS),dn=fe.getParameter(O.UNPACK_SKIP_ROWS),_l=fe.getParameter(O.UNPACK_SKIP_IMAGES);fe.pixelStorei(O.UNPACK_ROW_LENGTH,St.width),fe.pixelStorei(O.UNPACK_IMAGE_HEIGHT,St.height),fe.pixelStorei(O.UNPACK_SKIP_PIXELS,Ee),fe.pixelStorei(O.UNPACK_SKIP_ROWS,Ue),fe.pixelStorei(O.UNPACK_SKIP_IMAGES,Ze);let vr=b.isDataArrayTexture||b.isData3DTexture,Zr=k.isDataArrayTexture||k.isData3DTexture;if(b.isDepthTexture){let at=Ie.get(b),ln=Ie.get(k),si=Ie.get(at.__renderTarget),It=Ie.get(ln.__renderTarget);fe.bindFramebuffer(O.READ_FRAMEBUFFER,si.__webglFramebuffer),fe.bindFramebuffer(O.DRAW_FRAMEBUFFER,It.__webglFramebuffer);for(let sn=0;sn<_e;sn++)vr&&(O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Ie.get(b).__webglTexture,B,Ze+sn),O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Ie.get(k).__webglTexture,de,Vt+sn)),O.blitFramebuffer(Ee,Ue,Ee+ve,Ue+ce,Se,je,Se+ve,je+ce,O.DEPTH_BUFFER_BIT,O.NEAREST);fe.bindFramebuffer(O.READ_FRAMEBUFFER,null),fe.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else if(B!==0||b.isRenderTargetTexture||Ie.has(b)){let at=Ie.get(b),ln=Ie.get(k);fe.bindFramebuffer(O.READ_FRAMEBUFFER,R),fe.bindFramebuffer(O.DRAW_FRAMEBUFFER,L);for(let si=0;si<_e;si++)vr?O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,at.__webglTexture,B,Ze+si):O.framebufferTexture2D(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,at.__webglTexture,B),Zr?O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,ln.__webglTexture,de,Vt+si):O.framebufferTexture2D(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,ln.__webglTexture,de),B!==0?O.blitFramebuffer(Ee,Ue,Ee+ve,Ue+ce,Se,je,Se+ve,je+ce,O.COLOR_BUFFER_BIT,O.NEAREST):Zr?O.copyTexSubImage3D(Me,de,Se,je,Vt+si,Ee,Ue,ve,ce):O.copyTexSubImage2D(Me,de,Se,je,Ee,Ue,ve,ce);fe.bindFramebuffer(O.READ_FRAMEBUFFER,null),fe.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else Zr?b.isDataTexture||b.isData3DTexture?O.texSubImage3D(Me,de,Se,je,Vt,ve,ce,_e,vt,hn,St.data):k.isCompressedArrayTexture?O.compressedTexSubImage3D(Me,de,Se,je,Vt,ve,ce,_e,vt,St.data):O.texSubImage3D(Me,de,Se,je,Vt,ve,ce,_e,vt,hn,St):b.isDataTexture?O.texSubImage2D(O.TEXTURE_2D,de,Se,je,ve,ce,vt,hn,St.data):b.isCompressedTexture?O.compressedTexSubImage2D(O.TEXTURE_2D,de,Se,je,St.width,St.height,vt,St.data):O.texSubImage2D(O.TEXTURE_2D,de,Se,je,ve,ce,vt,hn,St);fe.pixelStorei(O.UNPACK_ROW_LENGTH,wn),fe.pixelStorei(O.UNPACK_IMAGE_HEIGHT,ut),fe.pixelStorei(O.UNPACK_SKIP_PIXELS,Kr),fe.pixelStorei(O.UNPACK_SKIP_ROWS,dn),fe.pixelStorei(O.UNPACK_SKIP_IMAGES,_l),de===0&&k.generateMipmaps===!0&&k.mipmapsAutoUpdate===!0&&O.generateMipmap(Me),fe.unbindTexture()},this.initRenderTarget=function(b){Ie.get(b).__webglFramebuffer===void 0&&Fe.setupRenderTarget(b)},this.initTexture=function(b){b.isCubeTexture?Fe.setTextureCube(b,0):b.isData3DTexture?Fe.setTexture3D(b,0):b.isDataArrayTexture||b.isCompressedArrayTexture?Fe.setTexture2DArray(b,0):Fe.setTexture2D(b,0),fe.unbindTexture()},this.resetState=function(){G=0,z=0,te=null,fe.reset(),oe.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return ri}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=et._getDrawingBufferColorSpace(e),t.unpackColorSpace=et._getUnpackColorSpace()}};var ik=`
  void main() { gl_Position = vec4(position.xy, 1.0, 1.0); }
`,rk=`
  uniform sampler2D u_picture;
  out vec4 colour;
  void main() { colour = vec4(texelFetch(u_picture, ivec2(gl_FragCoord.xy), 0).rgb, 1.0); }
`,Dd=class{mesh;#e=null;constructor(){let e=new Dt,t=Float32Array.from([-1,-1,0,3,-1,0,-1,3,0]);e.setAttribute("position",new wt(t,3));let i=new Ot({glslVersion:bn,vertexShader:ik,fragmentShader:rk,depthTest:!1,depthWrite:!1,uniforms:{u_picture:{value:null}}});this.mesh=new Pt(e,i),this.mesh.frustumCulled=!1,this.mesh.renderOrder=-2}take(e,t,i){let{width:r,height:s}=this.#e?.image??{};(this.#e===null||r!==t||s!==i)&&(this.#e?.dispose(),this.#e=new Ha(t,i),this.mesh.material.uniforms.u_picture.value=this.#e),e.copyFramebufferToTexture(this.#e)}dispose(){this.#e?.dispose(),this.mesh.geometry.dispose(),this.mesh.material.dispose()}};var sk=Ce(2),ok=2e5,ak=2**26;function oS(n){let e={corners:[],indices:[]};for(let t of n)lk(e,t);return e}function lk({corners:n,indices:e},t){let i=t.map(u=>ck(u).map(([h,d])=>mk(h,d))).filter(u=>u.length>=3),[r,...s]=i;if(r===void 0)return;let o=uk(r),a=Za.triangulateShape(r.map(o),s.map(u=>u.map(o))),l=n.length;for(let u of i.flat())n.push(u);let c=a.flatMap(u=>hk(n,u.map(h=>l+h)));for(let u of dk(n,c))e.push(u)}function ck(n){return n.filter(([e,t],i)=>{let[r,s]=n[(i+1)%n.length];return e!==r||t!==s})}function uk(n){let e=n.reduce((a,l)=>yt(a,l),[0,0,0]),t=fn(e)>1e-9?ct(e,1/fn(e)):n[0],i=Math.abs(t[2])<.9?[0,0,1]:[1,0,0],r=Sr(i,t),s=ct(r,1/fn(r)),o=Sr(t,s);return a=>{let l=Math.sqrt(2/Math.max(1+Mt(a,t),1e-9));return new ot(Mt(a,s)*l,Mt(a,o)*l)}}function hk(n,[e=0,t=0,i=0]){return Mt(Sr(n[e],n[t]),n[i])>=0?[e,t,i]:[e,i,t]}function dk(n,e){let t=[...e],i=[],r=new Map,s=(o,a)=>{let l=Math.min(o,a)*ak+Math.max(o,a),c=r.get(l);if(c!==void 0)return c;let u=yt(n[o],n[a]);return n.push(ct(u,1/fn(u))),r.set(l,n.length-1),n.length-1};for(let o=0;t.length>0;o++){let a=[t.pop(),t.pop(),t.pop()].reverse(),l=pk(n,a);if(l===null||o>ok){i.push(...a);continue}let[c,u,h]=[a[l],a[(l+1)%3],a[(l+2)%3]],d=s(c,u);t.push(c,d,h,d,u,h)}return i}var fk=2*Math.sin(sk/2);function pk(n,e){let[t,i]=[null,fk];for(let r=0;r<3;r++){let[s,o]=[n[e[r]],n[e[(r+1)%3]]],a=Math.hypot(s[0]-o[0],s[1]-o[1],s[2]-o[2]);a>i&&([t,i]=[r,a])}return t}function mk(n,e){return Bn({lat_rad:Ce(e),lon_rad:Ce(n)})}var Ng=1e6,$t=1/Ng;function Bo(n,e,t){let[i,r,s]=cn(Ce(e),Ce(n),t);return[i*$t,r*$t,s*$t]}var gk=.9985,_k=["plain","rising","falling","crossed","dotted"],yk=`
  out vec3 v_normal;
  out vec3 v_toward;
  void main() {
    vec4 place = modelMatrix * vec4(position, 1.0);
    v_normal = normalize(place.xyz);
    v_toward = cameraPosition - place.xyz;
    gl_Position = projectionMatrix * viewMatrix * place;
  }
`,xk=`
  uniform vec3 u_fill;
  uniform float u_opacity;
  uniform vec3 u_mark;
  uniform int u_pattern;
  uniform float u_ratio;
  uniform float u_limb;
  in vec3 v_normal;
  in vec3 v_toward;
  out vec4 colour;

  float stripe(float along, float period, float width) {
    float from_middle = abs(mod(along, period) - 0.5 * period);
    return 1.0 - smoothstep(0.5 * width - 0.4, 0.5 * width + 0.4, from_middle);
  }

  float marked(vec2 pixel) {
    float rising = (pixel.x - pixel.y) * 0.7071;
    float falling = (pixel.x + pixel.y) * 0.7071;
    if (u_pattern == 1) return stripe(rising, 6.0, 1.5);
    if (u_pattern == 2) return stripe(falling, 6.0, 1.5);
    if (u_pattern == 3) return max(stripe(rising, 8.0, 1.2), stripe(falling, 8.0, 1.2));
    if (u_pattern == 4) {
      vec2 inside = mod(pixel, 7.0) - 3.5;
      return 1.0 - smoothstep(0.5, 1.3, length(inside));
    }
    return 0.0;
  }

  void main() {
    float facing = max(dot(normalize(v_normal), normalize(v_toward)), 0.0);
    float shade = mix(1.0 - u_limb, 1.0, smoothstep(0.0, 0.7, facing));
    float mark = marked(gl_FragCoord.xy / u_ratio);
    vec3 mixed = mix(u_fill * shade, u_mark, mark);
    colour = vec4(mixed, mix(u_opacity, max(u_opacity, 0.9), mark));
  }
`;function Od(n,e,t=0,i=1){return new Ot({glslVersion:bn,vertexShader:yk,fragmentShader:xk,transparent:!0,depthWrite:!1,side:gi,uniforms:{u_fill:{value:Qt(n.fill??"#000000").map(r=>r*i)},u_opacity:{value:n.fill_opacity},u_mark:{value:[...Qt(n.stroke??n.fill??"#000000")]},u_pattern:{value:_k.indexOf(n.pattern)},u_ratio:e.u_ratio,u_limb:{value:t}}})}function aS(n,e,t=1){let i=new Pt(cS(1,180),Od(n,e,lS,t));return[kg(e),i]}function kg(n){let e=new Pt(cS(gk,96),Od(bk,n));return e.material.colorWrite=!1,e.material.depthWrite=!0,e.material.transparent=!1,e.renderOrder=-1,e}var bk=pt("light","sea"),lS=.2;function Fd(n){return n==="light"?.93:1}function cS(n,e){let t=new Ja(1,e,e/2);t.rotateX(Math.PI/2);let i=6378137*$t*n;return t.scale(i,i,Xi*$t*n),t}function uS(n,e,t,i=1){let{corners:r,indices:s}=oS(n.polygons),o=new Float32Array(3*r.length);r.forEach((u,h)=>o.set(vk(u),3*h));let a=n.look==="land"||n.look==="lake",l=n.look==="lake",c=Od(e,t,a?lS:0,l?i:1);return c.side=a?gi:xn,dS(o,Uint32Array.from(s),c)}function hS(n,e,t){let i=n.indices.length,r=new Float32Array(12*i),s=new Uint32Array(6*i);for(let o=0;o<i;o++){let[a,l,c,u]=n.bounds_deg.subarray(4*o,4*o+4);[[a,l],[c,l],[c,u],[a,u]].forEach(([d,f],m)=>r.set(Bo(d,f,0),12*o+3*m)),s.set([0,1,2,0,2,3].map(d=>4*o+d),6*o)}return dS(r,s,Od(e,t))}function dS(n,e,t){let i=new Dt;return i.setAttribute("position",new wt(n,3)),i.setIndex(new wt(e,1)),new Pt(i,t)}function vk(n){let{lat_rad:e,lon_rad:t}=jn(n),[i,r,s]=cn(e,t,0);return[i*$t,r*$t,s*$t]}var wk={faint:.4,normal:1,strong:1},Sk={faint:.8,normal:1,strong:1.9},Mk=`
  in vec3 a_start;
  in vec3 a_end;
  in vec4 a_colour;
  in vec4 a_dash;
  in vec2 a_extent;
  uniform vec2 u_size;
  uniform float u_ratio;
  uniform float u_pixels_a_unit;
  uniform float u_near;
  out vec4 v_colour;
  out float v_side;
  out float v_half;
  out float v_along;
  flat out vec4 v_dash;

  vec4 kept(vec4 point, vec4 other) {
    if (point.z <= -u_near) return point;
    return mix(other, point, (-u_near - other.z) / (point.z - other.z));
  }

  void main() {
    vec4 start = modelViewMatrix * vec4(a_start, 1.0);
    vec4 end = modelViewMatrix * vec4(a_end, 1.0);
    if (min(start.z, end.z) > -u_near) {
      gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
      return;
    }
    vec4 from = projectionMatrix * kept(start, end);
    vec4 to = projectionMatrix * kept(end, start);
    vec2 way = (to.xy / to.w - from.xy / from.w) * u_size;
    vec2 toward = length(way) > 1e-5 ? normalize(way) : vec2(1.0, 0.0);
    vec2 aside = vec2(-toward.y, toward.x);
    v_half = 0.5 * max(a_extent.x * u_ratio, 1.0);
    v_side = position.y * (v_half + 1.0);
    v_along = (a_extent.y + position.x * distance(a_start, a_end)) * u_pixels_a_unit;
    v_colour = a_colour;
    v_dash = a_dash;
    vec4 point = position.x < 0.5 ? from : to;
    gl_Position = point + vec4(2.0 * aside * v_side / u_size * point.w, 0.0, 0.0);
  }
`,Ek=`
  in vec4 v_colour;
  in float v_side;
  in float v_half;
  in float v_along;
  flat in vec4 v_dash;
  out vec4 colour;

  void main() {
    float period = v_dash.x + v_dash.y + v_dash.z + v_dash.w;
    if (period > 0.0) {
      float at = mod(v_along, period);
      float second = v_dash.x + v_dash.y;
      if (at > v_dash.x && (at < second || at > second + v_dash.z)) discard;
    }
    float edge = clamp(v_half + 0.5 - abs(v_side), 0.0, 1.0);
    colour = vec4(v_colour.rgb, v_colour.a * edge);
  }
`;function pS(n){return new Ot({glslVersion:bn,vertexShader:Mk,fragmentShader:Ek,transparent:!0,depthWrite:!1,side:xn,uniforms:{...n}})}function mS(n,e){let t=n.reduce((a,{courses:l})=>a+Dg(l),0);if(t===0)return null;let i={a_start:new Float32Array(3*t),a_end:new Float32Array(3*t),a_colour:new Uint8Array(4*t),a_dash:new Float32Array(4*t),a_extent:new Float32Array(2*t)},r=0;for(let a of n)for(let l of a.courses)r=Tk(i,r,a,l);let s=Ck(t);s.setAttribute("a_start",new pr(i.a_start,3)),s.setAttribute("a_end",new pr(i.a_end,3)),s.setAttribute("a_colour",new pr(i.a_colour,4,!0)),s.setAttribute("a_dash",new pr(i.a_dash,4)),s.setAttribute("a_extent",new pr(i.a_extent,2));let o=new Pt(s,e);return o.frustumCulled=!1,o}function Tk(n,e,t,i){let{look:r,strength:s}=t,[o,a,l]=Qt(r.stroke??"#000000"),c=r.stroke_opacity*wk[s],u=[o,a,l,c].map(p=>Math.round(255*p)),h=Ak(r.dash_px),d=r.width_px*Sk[s],[f,m]=[e,0],y=fS(i,0);for(let p=1;p<i.lon_deg.length;p++){let g=fS(i,p);n.a_start.set(y,3*f),n.a_end.set(g,3*f),n.a_colour.set(u,4*f),n.a_dash.set(h,4*f),n.a_extent.set([d,m],2*f),m+=Math.hypot(g[0]-y[0],g[1]-y[1],g[2]-y[2]),y=g,f+=1}return f}function Ak([n=0,e=0,t=n,i=e]){return[n,e,t,i]}function fS(n,e){return Bo(n.lon_deg[e],n.lat_deg[e],n.height_m[e])}function Dg(n){return n.reduce((e,{lon_deg:t})=>e+Math.max(0,t.length-1),0)}function Ck(n){let e=new tl,t=Float32Array.from([0,-1,0,1,-1,0,1,1,0,0,1,0]);return e.setAttribute("position",new wt(t,3)),e.setIndex([0,1,2,0,2,3]),e.instanceCount=n,e}var Rk=`
  in vec4 a_colour;
  out vec4 v_colour;
  void main() {
    v_colour = a_colour;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`,Pk=`
  in vec4 v_colour;
  out vec4 colour;
  void main() { colour = v_colour; }
`;function Og({look:n,strength:e}){return e==="normal"&&n.width_px<=1&&n.dash_px.length===0}function gS(n){let e=n.reduce((l,{courses:c})=>l+Dg(c),0);if(e===0)return null;let t=new Float32Array(6*e),i=new Uint8Array(8*e),r=0;for(let{courses:l,look:c}of n){let h=[...Qt(c.stroke??"#000000"),c.stroke_opacity].map(d=>Math.round(255*d));for(let{lon_deg:d,lat_deg:f,height_m:m}of l)for(let y=1;y<d.length;y++,r++)for(let p of[0,1]){let g=y-1+p;t.set(Bo(d[g],f[g],m[g]),6*r+3*p),i.set(h,8*r+4*p)}}let s=new Dt;s.setAttribute("position",new wt(t,3)),s.setAttribute("a_colour",new wt(i,4,!0));let o=new Ot({glslVersion:bn,vertexShader:Rk,fragmentShader:Pk,transparent:!0,depthWrite:!1}),a=new mr(s,o);return a.frustumCulled=!1,a}var Lk={faint:.4,normal:1,strong:3},Ik=`
  out vec3 v_place;
  void main() {
    v_place = position;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`,Nk=`
  uniform vec3 u_fill;
  uniform float u_opacity;
  uniform float u_ceiling;
  in vec3 v_place;
  out vec4 colour;
  void main() {
    if (length(v_place) > u_ceiling) discard;
    vec3 normal = normalize(cross(dFdx(v_place), dFdy(v_place)));
    float facing = abs(dot(normal, normalize(cameraPosition - v_place)));
    colour = vec4(u_fill, min(u_opacity * (0.6 + 2.2 * pow(1.0 - facing, 2.0)), 1.0));
  }
`;function _S(n,e){let t=new Dt,i=Float32Array.from(n.positions_ecef_m,a=>a*$t);t.setAttribute("position",new wt(i,3)),t.setIndex(new wt(n.triangles,1));let r=Math.min((Je+n.ceiling_m)*$t,1e6),s=e.fill_opacity*Lk[n.strength],o=new Ot({glslVersion:bn,vertexShader:Ik,fragmentShader:Nk,transparent:!0,depthWrite:!1,side:xn,uniforms:{u_fill:{value:[...Qt(e.fill??"#000000")]},u_opacity:{value:s},u_ceiling:{value:r}}});return new Pt(t,o)}var kk={graticule:3,defended:2,borders:1,covariances:6,impacts:6,notices:6,observers:6,reach:6,fans:6,disputed:7,flights:8},Dk=4,Ok=1,Ud=class{constructor(e,t,i){this.name=e;this.lines=t;this.shared=i}name;lines;shared;group=new ur;marks=[];#e=[];#t=[];show(e,t){if(e===this.#e)return!1;this.#e=e,this.marks=e.filter(r=>r.shape==="mark");let i=e.filter(r=>r.shape!=="mark");return Uk(i,this.#t)||(this.#t=i,this.#n(t)),!0}recolour(e){this.#n(e)}dispose(){for(let e of[...this.group.children])this.group.remove(e),(e instanceof Pt||e instanceof mr)&&(e.geometry.dispose(),e.material!==this.lines&&e.material.dispose())}#n(e){this.dispose();let t=kk[this.name]??6;for(let o of this.#t){let a=this.#i(o,e);a!==null&&(a.renderOrder=t,a.frustumCulled=!1,this.group.add(a))}let i=Fk(this.#t,e),r=i.filter(o=>!Og(o)),s=(this.name==="borders"?Dk:t)+Ok;for(let o of[gS(i.filter(Og)),mS(r,this.lines)])o!==null&&(o.renderOrder=s,this.group.add(o))}#i(e,t){switch(e.shape){case"area":return uS(e,pt(t,e.look),this.shared,Fd(t));case"cells":return hS(e,pt(t,e.look),this.shared);case"surface":return _S(e,pt(t,e.look));default:return null}}};function Fk(n,e){return[...n].sort((i,r)=>yS[i.strength]-yS[r.strength]).flatMap(i=>{let{strength:r}=i,s=pt(e,i.look);return s.stroke===null?[]:i.shape==="line"?[{courses:i.courses,look:s,strength:r}]:i.shape==="surface"?[{courses:i.edges,look:s,strength:r}]:i.shape!=="area"?[]:[{courses:i.polygons.flat().map(a=>({lon_deg:a.map(([l])=>l),lat_deg:a.map(([,l])=>l),height_m:a.map(()=>0)})),look:s,strength:r}]})}var yS={faint:0,normal:1,strong:2};function Uk(n,e){return n.length===e.length&&n.every((t,i)=>t===e[i])}var Bd=class{constructor(e,t,i){this.width_px=t;this.height_px=i;this.eye=Pb(e);let r=Mi(this.eye.middle_ecef_m,this.eye.position_ecef_m);this.#e=ct(r,1/fn(r)),this.#n=this.eye.up,this.#t=Sr(this.#e,this.#n),this.#i=.5*i}width_px;height_px;eye;#e;#t;#n;#i;project(e){let t=Mi(e,this.eye.position_ecef_m),i=Mt(t,this.#e);if(i<=0)return null;let r=this.#i/(Math.tan(eo/2)*i);return[.5*this.width_px+Mt(t,this.#t)*r,this.#i-Mt(t,this.#n)*r]}visible(e){let t=this.project(e);return t===null||Ib(this.eye.position_ecef_m,e)?null:t}visibleAt(e,t,i){return this.visible(cn(Ce(t),Ce(e),i))}place(e,t){let i=Math.tan(eo/2)/this.#i,r=ct(this.#t,(e-.5*this.width_px)*i),s=ct(this.#n,(this.#i-t)*i),o=yt(this.#e,yt(r,s)),a=nm(this.eye.position_ecef_m,o);if(a===null)return null;let{lat_rad:l,lon_rad:c}=Ft(a);return{lat_rad:l,lon_rad:c}}};var[vS,Bk]=[13,7],zk=400,Vk=1.6,Gk=["track-boost","track-coast","track-entry","track-unknown"],Hk=`
  in float a_kind;
  uniform float u_ratio;
  uniform float u_size;
  uniform vec3 u_phases[4];
  flat out int v_class;
  flat out int v_coasted;
  flat out vec3 v_colour;
  void main() {
    int kind = int(a_kind + 0.5);
    v_class = kind & 7;
    v_colour = u_phases[(kind >> 3) & 3];
    v_coasted = (kind >> 5) & 1;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
    if (kind >= 64) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = u_size * u_ratio;
  }
`,Wk=`
  uniform vec3 u_halo;
  uniform float u_size;
  flat in int v_class;
  flat in int v_coasted;
  flat in vec3 v_colour;
  out vec4 colour;

  float away(vec2 at) {
    vec2 side = abs(at);
    if (v_class == 0) return max(side.x, side.y) - 0.62;
    if (v_class == 1) return max(side.x * 0.87 + at.y * 0.5, -at.y) - 0.5;
    if (v_class == 2) return (side.x + side.y) - 0.9;
    if (v_class == 3) return length(at) - 0.72;
    if (v_class == 4) return min(max(side.x, side.y * 3.5), max(side.y, side.x * 3.5)) - 0.8;
    return max(side.x * 0.87 - at.y * 0.5, at.y) - 0.5;
  }

  void main() {
    vec2 at = (gl_PointCoord * 2.0 - 1.0) * vec2(1.0, -1.0);
    float pixel = 2.0 / u_size;
    float from_edge = away(at);
    if (from_edge > 1.6 * pixel) discard;
    bool is_halo = from_edge > 0.0;
    bool is_hollow = v_coasted == 1 && from_edge < -2.0 * pixel;
    colour = vec4(is_halo || is_hollow ? u_halo : v_colour, 1.0);
  }
`,Xk=`
  in float a_age;
  uniform float u_newest;
  uniform float u_steps;
  out float v_left;
  void main() {
    float steps_ago = mod(u_newest - a_age + u_steps, u_steps);
    v_left = 1.0 - steps_ago / u_steps;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`,$k=`
  uniform vec3 u_colour;
  in float v_left;
  out vec4 colour;
  void main() { colour = vec4(u_colour, 0.75 * v_left); }
`,zd=class{points;trails;#e;#t;#n;#i;#r;#s=-1;constructor(e,t,i){this.#e=e,this.#t=Fg(new Float32Array(3*e),3),this.#n=Fg(new Float32Array(e),1),this.#i=Fg(new Float32Array(6*e*Bt),3),this.#r=new wt(qk(e),1),this.points=new Ga(new Dt,xS(t,i)),this.points.geometry.setAttribute("position",this.#t),this.points.geometry.setAttribute("a_kind",this.#n),this.trails=new mr(new Dt,bS(t)),this.trails.geometry.setAttribute("position",this.#i),this.trails.geometry.setAttribute("a_age",this.#r),this.points.frustumCulled=!1,this.trails.frustumCulled=!1,this.points.renderOrder=9,this.trails.renderOrder=8,this.points.geometry.setDrawRange(0,0),this.trails.geometry.setDrawRange(0,0)}get capacity(){return this.#e}update(e){this.#o(e),this.#s!==e.trail_step&&this.#a(e)}recolour(e,t){this.points.material.dispose(),this.trails.material.dispose();let[i,r]=[this.#s,ml(this.points.material,"u_size").value];this.points.material=xS(e,t),this.trails.material=bS(e),ml(this.trails.material,"u_newest").value=i,ml(this.points.material,"u_size").value=r}dispose(){for(let e of[this.points,this.trails])e.geometry.dispose(),e.material.dispose()}#o(e){let[t,i]=[this.#t.array,this.#n.array];for(let s=0;s<3*e.rows;s++)t[s]=e.position_ecef_m[s]*$t;for(let s=0;s<e.rows;s++){let o=e.is_alive[s]===1&&e.is_hidden[s]===0;i[s]=e.class_index[s]+8*e.phase[s]+32*e.is_coasted[s]+(o?0:64)}Ug(this.#t,0,3*e.rows),Ug(this.#n,0,e.rows),this.points.geometry.setDrawRange(0,e.rows);let r=vS-Vk*Math.log2(Math.max(e.count/zk,1));ml(this.points.material,"u_size").value=Math.max(r,Bk)}#a(e){let t=(this.#s+1)%Bt===e.trail_step;for(let i=t?0:Bt-1;i>=0;i--)this.#l(e,(e.trail_step-i+Bt)%Bt,i);this.#s=e.trail_step,ml(this.trails.material,"u_newest").value=e.trail_step,this.trails.geometry.setDrawRange(0,2*this.#e*Bt)}#l(e,t,i){let r=3*((t-1+Bt)%Bt)*e.capacity,s=3*t*e.capacity,o=6*t*this.#e,a=this.#i.array;for(let l=0;l<e.rows;l++){let u=e.is_alive[l]===1&&e.trail_length[l]>i+1&&e.is_hidden[l]===0?r:s;for(let h=0;h<3;h++)a[o+6*l+h]=e.trail_ecef_m[u+3*l+h]*$t,a[o+6*l+3+h]=e.trail_ecef_m[s+3*l+h]*$t}Ug(this.#i,o,6*e.rows)}};function qk(n){let e=new Float32Array(2*n*Bt);for(let t=0;t<Bt;t++)e.fill(t,2*t*n,2*(t+1)*n);return e}function Fg(n,e){let t=new wt(n,e);return t.setUsage(gg),t}function Ug(n,e,t){n.addUpdateRange(e,t),n.needsUpdate=!0}function xS(n,e){return new Ot({glslVersion:bn,vertexShader:Hk,fragmentShader:Wk,depthWrite:!1,transparent:!0,uniforms:{u_ratio:e.u_ratio,u_size:{value:vS},u_phases:{value:Gk.flatMap(t=>[...Qt(pt(n,t).fill??"#000000")])},u_halo:{value:[...Qt(st(n,"halo"))]}}})}function bS(n){return new Ot({glslVersion:bn,vertexShader:Xk,fragmentShader:$k,depthWrite:!1,transparent:!0,uniforms:{u_newest:{value:0},u_steps:{value:Bt},u_colour:{value:[...Qt(pt(n,"trail").stroke??"#000000")]}}})}function ml(n,e){return n.uniforms[e]}var Yk=2,Kk=Object.fromEntries(Ei.map(n=>[n,[]]));function wS(n,e){let t=document.createElement("canvas"),i=t.getContext("webgl2",{alpha:!0,antialias:!0,depth:!0,stencil:!1,powerPreference:"low-power",preserveDrawingBuffer:!1});if(i===null)return{renderer:null,reason:"no-webgl2"};try{return{renderer:new Bg(n,t,i,e),reason:null}}catch(r){return i.getExtension("WEBGL_lose_context")?.loseContext(),{renderer:null,reason:r instanceof Error?r.message:String(r)}}}function Zk(n){return n.shape==="line"?n.courses:n.shape==="surface"?n.edges:[]}var Bg=class{kind="webgl";#e;#t;#n;#i=new Co;#r=new Co;#s=new Dd;#o=new Rn(ye(eo));#a=new io;#l;#c={u_ratio:{value:1}};#u;#h;#p;#m;#f=new AbortController;#_=[];#y=null;#d=null;#v=null;#w=Kk;#x;#S;#g;#A=null;#T=1;#M=1;#E=null;#b=null;#C=!0;#L=!0;#R=!1;constructor(e,t,i,r){this.#e=e,this.#t=r,this.#x=gn(r.camera),this.#S=r.projection,this.#g=r.shade,this.#n=new Id({canvas:t,context:i}),this.#n.sortObjects=!0,this.#u={u_size:{value:[1,1]},u_ratio:this.#c.u_ratio,u_pixels_a_unit:{value:1},u_near:{value:.01}},this.#p=pS(this.#u),this.#h=new Map(Ei.map(o=>[o,new Ud(o,this.#p,this.#c)]));for(let{group:o}of this.#h.values())this.#i.add(o);this.#r.add(this.#s.mesh),this.#P(),this.#N(t),this.#l=new to(t,this.#V()),this.#m=new ResizeObserver(()=>this.resize()),this.#m.observe(e);let{signal:s}=this.#f;t.addEventListener("webglcontextlost",o=>this.#H(o),{signal:s}),this.resize()}get camera(){return this.#x}set camera(e){pu(e,this.#x)||(this.#b=null,this.#x=gn(e),this.invalidate())}get projection(){return this.#S}set projection(e){this.#S=e}get shade(){return this.#g}set shade(e){if(e!==this.#g){this.#g=e,this.#P();for(let t of this.#h.values())t.recolour(e);this.#d?.recolour(e,this.#c),this.invalidate()}}get selected(){return this.#A}set selected(e){this.#A=e,this.#F()}get description(){return this.#n.domElement.getAttribute("aria-label")??""}set description(e){this.#n.domElement.setAttribute("aria-label",e)}show(e){this.#w=e;let t=!1;for(let[i,r]of this.#h)t=r.show(e[i],this.#g)||t;t&&this.invalidate()}showTracks(e,t=!0){this.#v=e,this.#k(),e!==null&&(this.#d=new zd(e.capacity,this.#g,this.#c),this.#r.add(this.#d.points,this.#d.trails),this.#d.trails.visible=t,this.#d.update(e)),this.invalidate()}moved(){this.#v!==null&&this.#d?.update(this.#v),this.#F()}flyTo(e){let t=gn(e);_u()?this.#x=t:this.#b=new no(this.#x,t,performance.now()),this.#C=!1,this.invalidate()}pick(e,t){let i={sight:this.#O(),drawn:this.#w,placed:this.#a.placed,live:this.#v,coursesOf:Zk,torn_px:Number.POSITIVE_INFINITY};return bu(i,[e,t])}placeAt(e,t){return this.#O().place(e,t)}pixelOf(e,t){return this.#O().visibleAt(ye(e.lon_rad),ye(e.lat_rad),t)}resize(){let{clientWidth:e,clientHeight:t}=this.#e;this.#T=Math.max(1,e),this.#M=Math.max(1,t);let i=Math.min(devicePixelRatio,Yk);this.#c.u_ratio.value=i,this.#n.setPixelRatio(i),this.#n.setSize(this.#T,this.#M,!1),this.#a.resize(this.#T,this.#M,i),this.#u.u_size.value=[this.#T*i,this.#M*i],this.#o.aspect=this.#T/this.#M,this.invalidate()}invalidate(){this.#L=!0,this.#F()}#F(){this.#E!==null||this.#R||(this.#E=requestAnimationFrame(e=>{this.#E=null,this.#U(e)}))}sheet(){return this.#U(performance.now()),Oc([this.#n.domElement,this.#a.canvas])}snapshot(){return Fc(this.sheet())}dispose(){if(!this.#R){this.#R=!0,this.#E!==null&&cancelAnimationFrame(this.#E),this.#m.disconnect(),this.#f.abort(),this.#l.dispose(),this.#k();for(let e of this.#h.values())e.dispose();this.#G(),this.#p.dispose(),this.#s.dispose(),this.#n.dispose(),this.#n.forceContextLoss(),this.#n.domElement.remove(),Ni(this.#a.canvas)}}#U(e){this.#z(e);let t=this.#O();this.#D(t),this.#B();let i=[...this.#h.values()].flatMap(r=>r.marks);this.#a.draw(i,t,this.#g,this.#I(t)),this.#C||(this.#C=this.#b===null,this.#t.onCamera(this.#x))}#B(){let e=this.#d,t=this.#L||e===null;if(this.#L=!1,t&&this.#n.render(this.#i,this.#o),e===null)return;let{width:i,height:r}=this.#n.domElement;t&&this.#s.take(this.#n,i,r),this.#n.render(this.#r,this.#o)}#z(e){if(this.#b===null)return;let{camera:t,is_there:i}=this.#b.at(e);this.#x=t,i?this.#b=null:this.invalidate()}#D(e){let{position_ecef_m:t,middle_ecef_m:i,up:r}=e.eye,s=this.#x.range_m*$t,o=t.map(a=>a*$t);this.#o.near=Math.max(.01*s,5e-4),this.#o.far=Math.hypot(...o)+jk,this.#o.position.set(...o),this.#o.up.set(...r),this.#o.lookAt(...i.map(a=>a*$t)),this.#o.updateProjectionMatrix(),this.#u.u_near.value=this.#o.near,this.#u.u_pixels_a_unit.value=Ng/Ea(this.#x,this.#M)}#O(){return new Bd(this.#x,this.#T,this.#M)}#I(e){let t=this.#v;if(t===null||this.#A?.kind!=="track")return null;for(let i=0;i<t.rows;i++){if(t.is_alive[i]===0||An(t.picture[i],t.number[i])!==this.#A.id)continue;let r=t.position_ecef_m;return e.visible([r[3*i],r[3*i+1],r[3*i+2]])}return null}#V(){let e=this;return{get camera(){return e.#b?.to??e.#x},dragged:(t,i,r)=>du(t,i,r,e.#M),zoomed:(t,i)=>kr(t,i),turned:fu,moved(t){e.#b=null,e.#x=t,e.#C=!1,e.invalidate()},clicked(t,i){e.#t.onSelect(e.pick(t,i))},home(){e.flyTo(e.#t.camera)}}}#N(e){e.setAttribute("role","img"),e.setAttribute("aria-label",this.#t.description),e.tabIndex=0,getComputedStyle(this.#e).position==="static"&&(this.#e.style.position="relative");for(let t of[e,this.#a.canvas])Object.assign(t.style,{position:"absolute",inset:"0",width:"100%",height:"100%"}),this.#e.append(t);this.#a.canvas.style.pointerEvents="none",this.#a.canvas.setAttribute("aria-hidden","true")}#P(){this.#G(),this.#y=kg(this.#c),this.#r.add(this.#y),this.#_=aS(pt(this.#g,"sea"),this.#c,Fd(this.#g)),this.#i.add(...this.#_);let[e,t,i]=Qt(st(this.#g,"paper"));this.#n.setClearColor(new Ye().setRGB(e,t,i,Cn),1)}#G(){for(let e of[...this.#_,...this.#y===null?[]:[this.#y]])e.removeFromParent(),e instanceof Pt&&(e.geometry.dispose(),e.material.dispose());this.#_=[],this.#y=null}#k(){this.#d!==null&&(this.#r.remove(this.#d.points,this.#d.trails),this.#d.dispose(),this.#d=null)}#H(e){e.preventDefault(),this.#R||this.#t.onLost()}},jk=10;var SS={webgl:wS,canvas:sv};var Jk={true:"light",false:"dark","vscode-light":"light","vscode-high-contrast-light":"light","vscode-dark":"dark","vscode-high-contrast":"dark"},MS="data-lm-suppress-shortcuts";function zg(){let{jpThemeLight:n,vscodeThemeKind:e}=document.body.dataset;return Jk[n??e??""]??"auto"}function ES(n){let e=new MutationObserver(()=>n(zg())),t=["data-jp-theme-light","data-vscode-theme-kind"];return e.observe(document.body,{attributes:!0,attributeFilter:t}),()=>e.disconnect()}function TS(n){let e=({target:t,ctrlKey:i,metaKey:r,altKey:s})=>{!(t instanceof Element)||!n.contains(t)||(i||r||s?t.removeAttribute(MS):t.setAttribute(MS,"true"))};return window.addEventListener("keydown",e,{capture:!0}),()=>window.removeEventListener("keydown",e,{capture:!0})}function Vg(n,e={}){let t=iD(e.language??document.documentElement.lang),i=r=>rD(n,t,Qk(r,t));try{let r=eD(n,e,t,s=>{r.dispose(),r=i(s)});return{setTheme:s=>r.setTheme(s),dispose:()=>r.dispose()}}catch(r){return i(r)}}function Qk(n,e){if(n instanceof wi)return n;if(!(n instanceof TypeError||n instanceof RangeError))throw n;return console.info(n),new wi("not-a-view",Kt(e,"web.document.inside"))}function eD(n,e,t,i){let r=e.view??CS("glasshield-view"),s=r===null?null:Qg(r);if(s===null&&e.live===void 0)return sD(n,t);let o=new qc(n,{view:s,world:nD(e.world??CS("glasshield-world")),initial:{...tD(s,t),theme:e.theme??Ti.theme},renderers:SS,live:e.live??null,is_addressed:e.is_addressed??!0,owns_page:n.hasAttribute("data-page"),onUnreadable:i});return{setTheme:a=>o.store.set({theme:a}),dispose:()=>o.dispose()}}var AS={...ss,lat_rad:Ce(60),lon_rad:Ce(16),range_m:85e5};function tD(n,e){let t={...Ti,language:e,camera:AS};if(n===null)return{...t,subject:"live"};let{timeline:i}=n,[r]=n.plans;if(n.phases.length===0&&r!==void 0)return{...t,camera:{...AS,...v_(r)},selected:{kind:"plan",id:r.id}};if(i===null)return t;let s={...t.setting,phase:i.phase},o={...t,setting:s,flight:i.flight},a=is(n,o,i.flight),l=i.events.find(u=>u.event==="window-opens"),c=a.find(u=>u.kind==="apogee");return{...o,time_s:(l??c)?.time_s??null}}function nD(n){return n===null||n.trim()===""?null:Cy(Wd(n))}function CS(n){let e=document.getElementById(n)?.textContent??"";return e.trim()===""?null:e}function iD(n){return rs.find(e=>n.toLowerCase().startsWith(e))??"en"}function rD(n,e,{fault:t,detail:i}){let r={"not-json":"web.document.not_json","not-a-view":"web.document.not_a_view","other-form":"web.document.other_form"}[t];return RS(n,e,Kt(e,r,{detail:i}))}function sD(n,e){return RS(n,e,Kt(e,"web.missing.view"))}function RS(n,e,t){return n.replaceChildren(E("p",{class:"gs-refused",role:"alert",lang:e},t)),{setTheme:()=>{},dispose:()=>n.replaceChildren()}}var m$={render({model:n,el:e}){let t=o=>String(n.get(o)??""),i={view:t("view"),world:t("world"),language:t("language")},r=Vg(e,{...i,theme:zg(),is_addressed:!1}),s=[ES(o=>r.setTheme(o)),TS(e)];return()=>{for(let o of s)o();r.dispose()}}};async function oD(n){let{documents:e,failed:t}=await Qx(n);Vg(n,{...e,live:Ab(t)})}var Vd=typeof document>"u"?null:document.getElementById("glasshield-globe");Vd!==null&&(Vd.dataset.live===void 0?Vg(Vd):oD(Vd));export{m$ as default,Vg as mount};
