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
var AM="glasshield-view/1",Pi=class extends Error{constructor(t,i){super(`the document cannot be shown: ${t}: ${i}`);this.fault=t;this.detail=i}fault;detail;name="DocumentError"},CM={title:"table",mark:"text",names:"table",phases:"list",sensors:"list",batteries:"list",places:"list",flights:"list",sees:"table",reaches:"table",meets:"table",defends:"table",cells:"table",claims:"list",arguments:"list",plans:"list",assumptions:"list",sources:"list",disclaimer:"table"},RM=["phases","sensors","batteries","places","flights","claims","plans","sources"];function Ty(n){return yf(_f(n))}function yf(n){if(!Ay(n))throw new Pi("not-a-view","no object");if(n.form!==AM)throw new Pi("other-form",LM(n.form));let e=Object.entries(CM).find(([t,i])=>Cy(n[t])!==i);if(e!==void 0)throw new Pi("not-a-view",e[0]);for(let t of RM){let i=n[t].findIndex(r=>!PM(r));if(i>=0)throw new Pi("not-a-view",`${t}[${i}]`)}return n}function _f(n){try{return JSON.parse(n)}catch(e){throw new Pi("not-json",e instanceof Error?e.message:"")}}function Ay(n){return Cy(n)==="table"}function PM(n){return Ay(n)&&typeof n.id=="string"}function Cy(n){return typeof n=="string"?"text":Array.isArray(n)?"list":typeof n=="object"&&n!==null?"table":null}function LM(n){return typeof n=="string"?n.slice(0,100):""}var Qi=.0033528106647474805;var er=6378137*(1-Qi),Lr=Qi*(2-Qi),Ze=(2*6378137+er)/3,IM=Lr/(1-Lr),NM=3;function Ce(n){return n*(Math.PI/180)}function be(n){return n*(180/Math.PI)}function tr(n){let e=n%(2*Math.PI);return e<0?e+2*Math.PI:e}function ls(n){return tr(n+Math.PI)-Math.PI}function dn(n,e,t){let i=Math.sin(n),r=6378137/Math.sqrt(1-Lr*i**2),s=(r+t)*Math.cos(n),o=(r*(1-Lr)+t)*i;return[s*Math.cos(e),s*Math.sin(e),o]}function Vt([n,e,t]){let i=Math.hypot(n,e),[r,s]=bf(t,i*(1-Qi)),o=t,a=i;for(let h=0;h<NM;h++)o=t+IM*er*r**3,a=i-Lr*6378137*s**3,[r,s]=bf((1-Qi)*o,a);let[l,c]=bf(o,a),u=i*c+t*l-6378137*Math.sqrt(1-Lr*l**2);return{lat_rad:Math.atan2(o,a),lon_rad:Math.atan2(e,n),height_m:u}}function Li(n,e){let[t,i]=[Math.sin(n),Math.cos(n)],[r,s]=[Math.sin(e),Math.cos(e)];return[[-r,s,0],[-t*s,-t*r,i],[i*s,i*r,t]]}function Ol([n,e,t],[i,r,s]){return[n[0]*i+e[0]*r+t[0]*s,n[1]*i+e[1]*r+t[1]*s,n[2]*i+e[2]*r+t[2]*s]}function Et(n,e){return n[0]*e[0]+n[1]*e[1]+n[2]*e[2]}function Ir(n,e){return[n[1]*e[2]-n[2]*e[1],n[2]*e[0]-n[0]*e[2],n[0]*e[1]-n[1]*e[0]]}function bt(n,e){return[n[0]+e[0],n[1]+e[1],n[2]+e[2]]}function Ii(n,e){return[n[0]-e[0],n[1]-e[1],n[2]-e[2]]}function ut(n,e){return[n[0]*e,n[1]*e,n[2]*e]}function bn(n){return Math.hypot(n[0],n[1],n[2])}function bf(n,e){let t=Math.hypot(n,e);return[n/t,e/t]}function dt(n,e,t=e.setting){let i=n.phases.findIndex(r=>r.id===t.phase);return i>=0?i:0}function zt(n,e,t){return ks(e,n.names[t])??t}function Nr(n,e,t){return ks(e,n.short[t]??n.names[t])??t}function ks(n,e){return e===void 0?null:e[n.language]}function Ds(n,e){let t=n.phases[dt(n,e)]?.id??"",{parties:i,sensors:r}=e.filters;return n.sensors.filter(s=>s.phases.includes(t)&&!i.includes(s.party)&&!r.includes(s.id))}function cs(n,e){let t=n.phases[dt(n,e)]?.id??"";return n.batteries.filter(i=>i.deployed.some(r=>r.phase===t&&r.count>0)&&!e.filters.parties.includes(i.party))}function Py(n,e){return n.claims.find(t=>t.id===e.claim)??null}function Wn(n,e){let t=Py(n,e),i=n.flights.filter(s=>s.role==="disputed");if(t===null)return i;let r=new Set(t.flights.map(s=>kr(s.id)));return i.filter(s=>r.has(s.id))}function Xn(n,e){let t=dt(n,e),i=new Set(n.cells.layers.filter(r=>r.phase===t).map(r=>`${r.launch}.${r.missile}`));return n.flights.filter(r=>r.role==="threat"&&i.has(`${r.launch}.${r.missile}`))}function kr(n){let[e="",t="",i=""]=n.split(":");return`${t}.${i}.${e}`}function nr(n,e,t){if(t!==null)return t;let i=OM(n,e);if(i!==null)return i;let r=dt(n,e),o=[...new Set(n.reaches.by.filter((l,c)=>n.reaches.phase[c]===r))].map(l=>kM(n,r,l)),a={};return n.flights.forEach((l,c)=>{if(l.role!=="disputed")return;let u=new Set(o.map(d=>d.get(c)??"no")),[h="no"]=u;a[l.id]=u.size>1?"depends":h}),a}function kM(n,e,t){let{reaches:i}=n,r=i.phase.flatMap((l,c)=>l===e?[c]:[]),s=new Set(r.filter(l=>i.by[l]===t).map(l=>i.battery[l])),o=new Map,a=new Set;for(let l of r){let[c,u]=[i.flight[l],i.battery[l]],h=`${c}/${u}`;(s.has(u)?i.by[l]!==t:a.has(h))||(a.add(h),o.set(c,DM(o.get(c)??"no",i.verdict[l])))}return o}var Ry=["yes","depends","no"];function DM(n,e){return Ry.indexOf(n)<=Ry.indexOf(e)?n:e}function OM(n,e){let t=Py(n,e),{party:i}=e.setting;if(t===null||i===null)return null;let r=t.verdicts.find(l=>l.assumptions===i||l.party===i);if(r===void 0)return null;let[s,o]=t.denied?["yes","no"]:["no","yes"],a={holds:s,fails:o,undecided:"depends"};return Object.fromEntries(t.flights.map(l=>{let c=l.verdict[r.assumptions]??"undecided";return[kr(l.id),a[c]]}))}function us(n,e,t=e.setting){let i=dt(n,e,t),r=n.cells.layers.filter(a=>a.phase===i),s=n.flights.find(a=>a.id===e.flight),o=r.filter(a=>a.launch===s?.launch&&a.missile===s.missile);return o.length>0?o:r}function hs(n,e){let t=new Uint8Array(e);for(let i of n)for(let r=0;r<e;r++){let s=i.state.charCodeAt(r)-48;s>0&&(t[r]=t[r]===0?s:Math.min(t[r],s))}return t}function Dr(n){return n.cells.bands.reduce((e,{count:t})=>e+t.reduce((i,r)=>i+r,0),0)}function Gt(n,e,t){return n.selected?.kind===e&&n.selected.id===t}function Ke(n,e){return{kind:n,id:e}}function Ul(n,e){let t=n.time_s,i=t.findIndex(l=>l>=e);if(i<=0)return Fl(n,i<0?t.length-1:0);let[r,s]=[t[i-1],t[i]],o=(e-r)/(s-r),a=ut(Fl(n,i-1),1-o);return bt(a,ut(Fl(n,i),o))}function na(n,e,t){let i=n.time_s.flatMap((r,s)=>r>e&&r<t?[s]:[]);return xf([Ul(n,e),...i.map(r=>Fl(n,r)),Ul(n,t)])}function xf(n){let e=n.map(Vt);return{lon_deg:Float64Array.from(e,t=>be(t.lon_rad)),lat_deg:Float64Array.from(e,t=>be(t.lat_rad)),height_m:Float64Array.from(e,t=>t.height_m)}}function vf(n,e=0){return{lon_deg:Float64Array.from(n,t=>be(t.lon_rad)),lat_deg:Float64Array.from(n,t=>be(t.lat_rad)),height_m:new Float64Array(n.length).fill(e)}}function Os(n){return{lon_deg:Float64Array.from(n,e=>e[0]??0),lat_deg:Float64Array.from(n,e=>e[1]??0),height_m:new Float64Array(n.length)}}function ir(n){return n.map(e=>[be(e.lon_rad),be(e.lat_rad)])}function rr(n,e){return{lat_rad:Ce(n),lon_rad:Ce(e)}}function Fl(n,e){return dn(Ce(n.lat_deg[e]),Ce(n.lon_deg[e]),1e3*n.height_km[e])}var Ly={"legend.cell_depends":{en:"defended or not, depending on uncertain values",ru:"прикрыто или нет — зависит от неопределённых значений"},"legend.cell_no":{en:"within the missile’s range, not defended",ru:"в пределах дальности ракеты, не прикрыто"},"legend.cell_yes":{en:"defended at both ends of the uncertain values",ru:"прикрыто при любых из неопределённых значений"},"legend.circle":{en:"greatest ground range counted for the interceptor",ru:"наибольшая учтённая дальность перехватчика"},"legend.dot_depends":{en:"reached at one stated speed, or too close to call",ru:"возможен лишь при одной из скоростей или на грани"},"legend.dot_no":{en:"reached at none",ru:"невозможен ни при одной"},"legend.dot_yes":{en:"reached at every stated speed",ru:"перехват возможен при любой из названных скоростей"},"legend.fan":{en:"radar coverage",ru:"зона обзора РЛС"},"legend.flight_depends":{en:"depends on a disputed or uncertain value",ru:"зависит от спорного или неопределённого значения"},"legend.flight_no":{en:"not reached",ru:"перехват невозможен"},"legend.flight_yes":{en:"reached",ru:"перехват возможен"},"legend.launch":{en:"launch area",ru:"район пуска"},"legend.radar":{en:"radar",ru:"РЛС"},"legend.seen":{en:"flight, seen by a radar",ru:"траектория, видимая РЛС"},"legend.site":{en:"interceptors",ru:"перехватчики"},"legend.target":{en:"aim",ru:"цель"},"legend.unseen":{en:"flight, not seen by a radar",ru:"траектория, не видимая РЛС"},"page.mark":{en:"Analysis · simulated from published figures",ru:"Анализ · расчёт по опубликованным данным"},"page.mark_full":{en:"Analysis. Everything here was computed from published figures; nothing was measured, and nothing commands any hardware.",ru:"Анализ. Всё приведённое рассчитано по опубликованным данным; ничто не измерено, и никакой техникой программа не управляет."},"page.mark_short":{en:"ANALYSIS · SIMULATED",ru:"АНАЛИЗ · РАСЧЁТ"},"plot.boost":{en:"boost",ru:"активный участок"},"plot.coast":{en:"coast",ru:"пассивный участок"},"plot.entry":{en:"entry",ru:"вход в атмосферу"},"release.class.ICBM":{en:"ICBM",ru:"МБР"},"release.class.IRBM":{en:"IRBM",ru:"БР промежуточной дальности"},"release.class.MRBM":{en:"MRBM",ru:"БР средней дальности"},"release.class.SRBM":{en:"SRBM",ru:"БР малой дальности"},"release.class.orbital":{en:"an object in orbit",ru:"объект на орбите"},"release.class.unknown":{en:"an object of unknown class",ru:"объект неизвестного класса"},"release.event.confirmed":{en:"confirmed by a second sensor",ru:"подтверждено вторым средством"},"release.event.ended":{en:"ended",ru:"завершён"},"release.event.impact-predicted":{en:"impact predicted",ru:"предсказано место падения"},"release.event.inside-notice":{en:"as its notice says",ru:"соответствует уведомлению"},"release.event.launch-detected":{en:"launch detected",ru:"обнаружен пуск"},"release.event.lost":{en:"lost",ru:"потерян"},"release.event.outside-notice":{en:"outside its notice",ru:"не соответствует уведомлению"},"rule.commit_delay":{en:"it would have to start before the decision to launch",ru:"пуск потребовался бы раньше решения на пуск"},"rule.latest_intercept":{en:"the target would be met too late before its re-entry",ru:"встреча слишком поздно, перед самым входом в атмосферу"},"rule.launch_in_boost":{en:"it would have to start before the target’s burnout",ru:"пуск потребовался бы до конца активного участка цели"},"rule.max_ground_range":{en:"the target stays beyond the greatest ground range",ru:"цель остаётся дальше наибольшей дальности"},"rule.max_intercept_height":{en:"the target flies above the greatest intercept height",ru:"цель летит выше наибольшей высоты перехвата"},"rule.min_intercept_height":{en:"the target never flies above the least intercept height",ru:"цель не поднимается выше наименьшей высоты перехвата"},"rule.not-seen":{en:"no sensor gives the cue",ru:"нет обнаружения, по которому начинают перехват"},"rule.out-of-reach":{en:"the interceptor cannot reach the target’s path in time",ru:"перехватчик не успевает к траектории цели"},"rule.sensor_at_intercept":{en:"no sensor sees the target where it could be met",ru:"там, где возможна встреча, цель не видит ни одно средство"},"status.assumed":{en:"assumed",ru:"принято"},"status.computed":{en:"computed",ru:"рассчитано"},"status.disputed":{en:"disputed",ru:"спорно"},"status.general":{en:"general knowledge",ru:"общеизвестно"},"status.read":{en:"read in the source",ru:"прочитано в источнике"},"status.second-hand":{en:"second-hand",ru:"из вторых рук"},"unseen.below-clouds":{en:"the motor stops below the clouds",ru:"двигатель отработал ниже облаков"},"unseen.below-horizon":{en:"below the horizon",ru:"ниже горизонта"},"unseen.beyond-range":{en:"beyond range",ru:"дальше дальности обнаружения"},"unseen.not-cued":{en:"not pointed there by another sensor",ru:"нет целеуказания от другого средства"},"unseen.outside-sector":{en:"outside the sector",ru:"вне сектора обзора"},"verdict.depends":{en:"depends",ru:"зависит"},"verdict.no":{en:"no",ru:"нет"},"verdict.yes":{en:"yes",ru:"да"},"warning.open-sea":{en:"open sea",ru:"открытое море"},"warning.sea-off":{en:"sea off {country}",ru:"море у берегов: {country}"},"web.address.bad_value":{en:"The link gives {key} a value that cannot be, and it was left out: {value}.",ru:"Недопустимое значение {key} в ссылке, оно пропущено: {value}."},"web.address.other_version":{en:"This link was made by another version ({version}). What it says is not shown; you see the beginning.",ru:"Эта ссылка создана другой версией ({version}). Её содержание не показано: вы видите начальный вид."},"web.address.unknown_key":{en:"The link names something that this version does not know, and it was left out: {key}.",ru:"В ссылке есть то, чего эта версия не знает; это пропущено: {key}."},"web.answers.defends":{en:"It defends",ru:"Прикрывает"},"web.answers.defends_text":{en:"{share} of the people in range, depending on the missile and on uncertain values ({region})",ru:"{share} населения в пределах дальности ракет, смотря по ракете и неопределённым значениям ({region})"},"web.answers.open_text":{en:"; {open} more depend on disputed or uncertain values",ru:"; ещё {open} – смотря по спорным или неопределённым значениям"},"web.answers.reaches":{en:"It reaches",ru:"Достаёт"},"web.answers.reaches_text":{en:"{n} of {all} disputed flights",ru:"{n} из {all} спорных траекторий"},"web.answers.sees":{en:"It sees",ru:"Видит"},"web.answers.sees_text":{en:"{n} of {all} flights against which it is built, by radar",ru:"{n} из {all} траекторий, против которых создан (РЛС)"},"web.argument.assumptions":{en:"Assumptions side by side",ru:"Допущения сторон рядом"},"web.argument.back":{en:"All claims",ru:"Все утверждения"},"web.argument.found":{en:"What the assessment found",ru:"Что установила оценка"},"web.argument.none":{en:"This claim hangs on no speed, delay or range that could be moved here.",ru:"Это утверждение не зависит от скорости, задержки или дальности, которые можно менять здесь."},"web.argument.other_phase":{en:"What is argued is {phase}, whichever phase the map shows.",ru:"Спор идёт о варианте «{phase}», какой бы этап ни был на карте."},"web.argument.title":{en:"The argument",ru:"Спор"},"web.argument.whose":{en:"Under whose assumptions?",ru:"При чьих допущениях?"},"web.argument.wording":{en:"In their words",ru:"Их словами"},"web.cell.unthreatened":{en:"not within the missile’s range",ru:"вне дальности ракеты"},"web.changed.more":{en:{one:"and {n} more",other:"and {n} more"},ru:{one:"и ещё {n}",few:"и ещё {n}",many:"и ещё {n}"}},"web.changed.title":{en:{one:"{n} flight of {all} changes",other:"{n} flights of {all} change"},ru:{one:"{n} полёт из {all} меняется",few:"{n} полёта из {all} меняются",many:"{n} полётов из {all} меняются"}},"web.changed.to":{en:"becomes",ru:"становится"},"web.claims.lead":{en:"Each claim was judged under each side’s assumptions. Open one to argue over it.",ru:"Каждое утверждение проверено при допущениях каждой стороны. Откройте одно, чтобы спорить о нём."},"web.claims.title":{en:"What the parties claim",ru:"Что утверждают стороны"},"web.column.answers":{en:"Answers for it",ru:"Отвечает"},"web.column.apogee":{en:"Apogee",ru:"Апогей"},"web.column.area":{en:"Area",ru:"Площадь"},"web.column.asked":{en:"Is consulted",ru:"Консультируют"},"web.column.at_height":{en:"At height",ru:"На высоте"},"web.column.at_least":{en:"At least",ru:"Не менее"},"web.column.at_most":{en:"At most",ru:"Не более"},"web.column.battery":{en:"Battery",ru:"Батарея"},"web.column.begins":{en:"Begins",ru:"Начало"},"web.column.best":{en:"Among the best",ru:"Среди лучших"},"web.column.burnout":{en:"Burnout",ru:"Конец активного участка"},"web.column.by":{en:"Stated by",ru:"Кем названо"},"web.column.class":{en:"Class",ru:"Класс"},"web.column.closes":{en:"Window closes",ru:"Окно закрывается"},"web.column.coasted":{en:"Coasted",ru:"По прогнозу"},"web.column.contributors":{en:"Contributors",ru:"Источники данных"},"web.column.count":{en:"Number",ru:"Число"},"web.column.defended":{en:"Defended",ru:"Прикрыто"},"web.column.defended_by":{en:"Defended by",ru:"Обороняет"},"web.column.ends":{en:"Ends",ru:"Конец"},"web.column.first_seen":{en:"First seen",ru:"Впервые видна"},"web.column.flight":{en:"Flight",ru:"Траектория"},"web.column.flight_phase":{en:"Phase of flight",ru:"Участок полёта"},"web.column.flight_time":{en:"Flight time",ru:"Время полёта"},"web.column.forces":{en:"Acts for it, too",ru:"Действует также"},"web.column.ground_range":{en:"Ground range",ru:"Дальность по земле"},"web.column.height":{en:"Height",ru:"Высота"},"web.column.interceptor":{en:"Interceptor",ru:"Перехватчик"},"web.column.last_seen":{en:"Last seen",ru:"Видна до"},"web.column.lat":{en:"Latitude",ru:"Широта"},"web.column.launch":{en:"Launch area",ru:"Район пуска"},"web.column.least_speed":{en:"Least speed needed",ru:"Наименьшая нужная скорость"},"web.column.lon":{en:"Longitude",ru:"Долгота"},"web.column.missile":{en:"Missile",ru:"Ракета"},"web.column.name":{en:"Name",ru:"Название"},"web.column.notice_area":{en:"Area",ru:"Район"},"web.column.notice_time":{en:"When",ru:"Когда"},"web.column.number":{en:"Track",ru:"Трасса"},"web.column.observer":{en:"Observer",ru:"Наблюдатель"},"web.column.opens":{en:"Window opens",ru:"Окно открывается"},"web.column.party":{en:"Party",ru:"Сторона"},"web.column.people":{en:"People",ru:"Население"},"web.column.power":{en:"Power of the test",ru:"Мощность критерия"},"web.column.radius":{en:"Radius",ru:"Радиус"},"web.column.range":{en:"Range",ru:"Дальность"},"web.column.reached":{en:"Reached",ru:"Перехват возможен"},"web.column.reentry":{en:"Re-entry",ru:"Вход в атмосферу"},"web.column.reference":{en:"Notice",ru:"Уведомление"},"web.column.region":{en:"Region",ru:"Район"},"web.column.role":{en:"Role",ru:"Роль"},"web.column.sensor":{en:"Sensor",ru:"Датчик"},"web.column.sigma":{en:"Burnout speed known within",ru:"Скорость в конце разгона известна с точностью"},"web.column.site":{en:"Site",ru:"Объект"},"web.column.source":{en:"Source",ru:"Источник"},"web.column.speed":{en:"Speed",ru:"Скорость"},"web.column.speed_to":{en:"Burnout speed, up to",ru:"Скорость в конце разгона, до"},"web.column.state":{en:"State",ru:"Состояние"},"web.column.status":{en:"Status",ru:"Статус"},"web.column.target":{en:"Aim",ru:"Цель"},"web.column.visible":{en:"Sees the flight for",ru:"Видит полёт"},"web.column.why_not":{en:"Why not",ru:"Почему нет"},"web.compare.area":{en:"Defended area",ru:"Прикрытая территория"},"web.compare.better":{en:"better in the second: {area}",ru:"лучше во втором: {area}"},"web.compare.close":{en:"End",ru:"Завершить"},"web.compare.first":{en:"First",ru:"Первый"},"web.compare.flights":{en:{one:"{n} flight of {all} differs",other:"{n} flights of {all} differ"},ru:{one:"{n} полёт из {all} различается",few:"{n} полёта из {all} различаются",many:"{n} полётов из {all} различаются"}},"web.compare.open":{en:"Compare with another setting",ru:"Сравнить с другим вариантом"},"web.compare.party":{en:"Assumptions of the second setting",ru:"Допущения второго варианта"},"web.compare.phase":{en:"Phase of the second setting",ru:"Этап второго варианта"},"web.compare.same":{en:"no difference: {area}",ru:"без различий: {area}"},"web.compare.second":{en:"Second",ru:"Второй"},"web.compare.swap":{en:"Exchange the two",ru:"Поменять местами"},"web.compare.title":{en:"Two settings compared",ru:"Сравнение двух вариантов"},"web.compare.worse":{en:"worse in the second: {area}",ru:"хуже во втором: {area}"},"web.crux.above":{en:"It turns at {value} of {name}: above that a flight comes within reach.",ru:"Поворот: {name} {value}; если больше, полёт становится досягаемым."},"web.crux.below":{en:"It turns at {value} of {name}: below that a flight comes within reach.",ru:"Поворот: {name} {value}; если меньше, полёт становится досягаемым."},"web.crux.between":{en:"a value between {low} and {high}",ru:"между {low} и {high}"},"web.crux.cap":{en:"greatest ground range",ru:"наибольшая дальность"},"web.crux.delay":{en:"delay until launch",ru:"задержка до пуска"},"web.crux.how":{en:"One number moved at a time, all others as they are set. Within {band} of the border nothing is called decided.",ru:"Меняется одно число, остальные – как заданы. Ближе {band} к границе вывод не считается определённым."},"web.crux.never":{en:"No {name} from {low} to {high} turns it.",ru:"Не меняет вывода: {name} от {low} до {high}."},"web.crux.speed":{en:"burnout speed",ru:"скорость в конце активного участка"},"web.crux.title":{en:"On what it hangs",ru:"От чего это зависит"},"web.disclaimer":{en:"Borders in the United Nations’ view; no endorsement implied.",ru:"Границы в представлении ООН; не означает одобрения."},"web.document.inside":{en:"its parts are not of the form that it names",ru:"её части не той формы, которая в ней названа"},"web.document.not_a_view":{en:"The document on this page is no assessment that can be shown: {detail}.",ru:"Документ на этой странице – не оценка, которую можно показать: {detail}."},"web.document.not_json":{en:"The document on this page is damaged: {detail}.",ru:"Документ на этой странице повреждён: {detail}."},"web.document.other_form":{en:"The document was written by another version ({detail}). Make it again with this one.",ru:"Документ записан другой версией ({detail}). Создайте его заново этой версией."},"web.event.apogee":{en:"highest point",ru:"вершина"},"web.event.burnout":{en:"burnout",ru:"конец активного участка"},"web.event.first-seen":{en:"first seen by",ru:"впервые видит"},"web.event.impact":{en:"impact",ru:"падение"},"web.event.last-seen":{en:"last seen by",ru:"последний раз видит"},"web.event.launch":{en:"launch",ru:"пуск"},"web.event.launch-window-closes":{en:"too late to leave",ru:"пускать поздно"},"web.event.launch-window-opens":{en:"interceptor may leave",ru:"пуск перехватчика возможен"},"web.event.meeting":{en:"a meeting could be here",ru:"возможная встреча"},"web.event.reentry":{en:"re-entry",ru:"вход в атмосферу"},"web.event.window-closes":{en:"window closes",ru:"окно закрывается"},"web.event.window-opens":{en:"window opens",ru:"окно открывается"},"web.explain.argued":{en:"As the argument is set",ru:"Как задано в споре"},"web.explain.at_first":{en:"{n} at the beginning",ru:"в начале {n}"},"web.explain.at_sea":{en:"at sea",ru:"в море"},"web.explain.away":{en:"{distance} away",ru:"в {distance} отсюда"},"web.explain.battery":{en:"Interceptors",ru:"Перехватчики"},"web.explain.best":{en:"Where most is learned",ru:"Где узнать больше всего"},"web.explain.cell":{en:"Piece of ground",ru:"Участок земли"},"web.explain.close":{en:"Close",ru:"Закрыть"},"web.explain.could_meet":{en:"Who could meet it",ru:"Кто мог бы его встретить"},"web.explain.defended_against":{en:"Defended against",ru:"Прикрыто от"},"web.explain.defended_by":{en:"What stands there in this phase",ru:"Что для этого стоит на этом этапе"},"web.explain.disputed":{en:"Disputed flight",ru:"Спорный полёт"},"web.explain.event":{en:"Event of a flight",ru:"Событие полёта"},"web.explain.flights":{en:"Flights",ru:"Полёты"},"web.explain.in_hazard":{en:"inside an area of the notice: nobody is told to stand there",ru:"внутри района из уведомления: вставать здесь не предлагается"},"web.explain.in_orbit":{en:"in orbit",ru:"на орбите"},"web.explain.infrared":{en:"Infrared sensors in orbit",ru:"Инфракрасные датчики на орбите"},"web.explain.live_hint":{en:"Click a track, an alarm or an area: what it is, who sees it, since when, and under which rules it is shown.",ru:"Нажмите на трассу, тревогу или область: что это, кто это видит, с какого времени и по каким правилам показано."},"web.explain.moved":{en:"with numbers moved",ru:"с изменёнными числами"},"web.explain.observer":{en:"Place for an observer",ru:"Место для наблюдателя"},"web.explain.plan":{en:"Announced flight test",ru:"Объявленное лётное испытание"},"web.explain.radar":{en:"Radar",ru:"РЛС"},"web.explain.range_of":{en:"{range} for {area} m²",ru:"{range} для {area} м²"},"web.explain.reaches":{en:"Disputed flights in this phase",ru:"Спорные полёты на этом этапе"},"web.explain.region":{en:"Region",ru:"Район"},"web.explain.regions":{en:"Regions in it",ru:"Районы в нём"},"web.explain.sector":{en:"azimuth {azimuth}, elevation {elevation}",ru:"азимут {azimuth}, угол места {elevation}"},"web.explain.sector_kind":{en:"Sector",ru:"Сектор"},"web.explain.seen":{en:"Who sees it",ru:"Кто его видит"},"web.explain.seen_from":{en:"from {from} to {to}",ru:"с {from} до {to}"},"web.explain.sees":{en:"What it sees in this phase",ru:"Что видит на этом этапе"},"web.explain.shots":{en:{one:"{n} attempt",other:"{n} attempts"},ru:{one:"{n} попытка",few:"{n} попытки",many:"{n} попыток"}},"web.explain.speed_margin":{en:"speed to spare: {margin}",ru:"запас скорости: {margin}"},"web.explain.speeds":{en:"Burnout speed, and who states it",ru:"Скорость и кто её называет"},"web.explain.standing":{en:"What stands for it",ru:"Что для него стоит"},"web.explain.threat":{en:"Flight against which the phase is built",ru:"Полёт, против которого создан этап"},"web.explain.title":{en:"What was chosen",ru:"Что выбрано"},"web.explain.told":{en:"Who says so",ru:"Кто это говорит"},"web.explain.troubles":{en:"What is contradictory",ru:"Что здесь противоречиво"},"web.explain.unknown":{en:"Nothing is known of this here",ru:"Об этом здесь ничего не известно"},"web.explain.warnings":{en:"To be heeded",ru:"На что обратить внимание"},"web.explain.window":{en:"window from {from} to {to}",ru:"окно с {from} до {to}"},"web.fact.apogee":{en:"Highest point",ru:"Вершина"},"web.fact.area":{en:"Area",ru:"Площадь"},"web.fact.burnout":{en:"Burnout",ru:"Конец активного участка"},"web.fact.by":{en:"By",ru:"Кем"},"web.fact.cap":{en:"Greatest ground range",ru:"Наибольшая дальность"},"web.fact.cells":{en:"Size",ru:"Размер"},"web.fact.count":{en:"Count",ru:"Число"},"web.fact.duration":{en:"Duration",ru:"Длительность"},"web.fact.ground":{en:"Ground range",ru:"Дальность"},"web.fact.heights":{en:"Heights",ru:"Высоты"},"web.fact.interceptor":{en:"Interceptor",ru:"Перехватчик"},"web.fact.lattice":{en:"Looked at every",ru:"Проверено через"},"web.fact.left":{en:"Left",ru:"Осталось"},"web.fact.missile":{en:"Missile",ru:"Ракета"},"web.fact.note":{en:"Note",ru:"Примечание"},"web.fact.party":{en:"Party",ru:"Сторона"},"web.fact.phases":{en:"Phase",ru:"Этап"},"web.fact.place":{en:"Place",ru:"Место"},"web.fact.power":{en:"Power",ru:"Мощность критерия"},"web.fact.range":{en:"Range",ru:"Дальность"},"web.fact.search":{en:"Search",ru:"Поиск"},"web.fact.sectors":{en:"Sector",ru:"Сектор"},"web.fact.shown":{en:"On the map",ru:"На карте"},"web.fact.sigma":{en:"Accuracy of the speed",ru:"Точность скорости"},"web.fact.state":{en:"State",ru:"Состояние"},"web.fact.time":{en:"Time",ru:"Время"},"web.fact.visible":{en:"Seen for",ru:"Видно в течение"},"web.figure.failed":{en:"The figure could not be made: nothing is drawn, or this browser gives no canvas.",ru:"Рисунок не создан: ничего не показано или браузер не даёт холста."},"web.figure.png":{en:"Figure PNG",ru:"Рисунок PNG"},"web.figure.svg":{en:"SVG",ru:"SVG"},"web.keys.close":{en:"Close",ru:"Закрыть"},"web.keys.escape":{en:"close what was chosen",ru:"закрыть выбранное"},"web.keys.events":{en:"event before, next event",ru:"предыдущее и следующее событие"},"web.keys.globe":{en:"to the globe",ru:"к глобусу"},"web.keys.help":{en:"this list",ru:"этот список"},"web.keys.home":{en:"where it began",ru:"к началу"},"web.keys.move":{en:"move the globe (when it has the focus)",ru:"двигать глобус (когда он в фокусе)"},"web.keys.on":{en:"Single keys do this anywhere on the globe’s page",ru:"Одиночные клавиши действуют на всей странице глобуса"},"web.keys.phases":{en:"choose a phase",ru:"выбрать этап"},"web.keys.play":{en:"let time run or stop",ru:"запустить или остановить время"},"web.keys.tables":{en:"open or close the tables",ru:"открыть или закрыть таблицы"},"web.keys.title":{en:"Keys",ru:"Клавиши"},"web.keys.turn":{en:"turn and tilt it",ru:"повернуть и наклонить"},"web.keys.zoom":{en:"nearer, farther",ru:"ближе, дальше"},"web.knob.cap":{en:"Greatest ground range",ru:"Наибольшая дальность"},"web.knob.delay":{en:"Delay until launch",ru:"Задержка до пуска"},"web.knob.reset":{en:"back",ru:"вернуть"},"web.knob.speed":{en:"Burnout speed",ru:"Скорость в конце активного участка"},"web.lane.flight":{en:"Flight",ru:"Полёт"},"web.lane.launch-window":{en:"interceptor may leave",ru:"возможен пуск перехватчика"},"web.lane.seen":{en:"seen",ru:"видит"},"web.lane.window":{en:"could meet it",ru:"возможна встреча"},"web.layer.borders":{en:"Coasts and borders",ru:"Берега и границы"},"web.layer.covariances":{en:"Where tracks may be",ru:"Где могут быть цели"},"web.layer.defended":{en:"Defended area",ru:"Прикрытая территория"},"web.layer.disputed":{en:"Disputed flights",ru:"Спорные полёты"},"web.layer.fans":{en:"What radars see",ru:"Что видят РЛС"},"web.layer.flights":{en:"Flights against which it is built",ru:"Полёты, против которых он создан"},"web.layer.graticule":{en:"Grid",ru:"Сетка"},"web.layer.impacts":{en:"Predicted areas",ru:"Предсказанные районы"},"web.layer.labels":{en:"Names",ru:"Названия"},"web.layer.notices":{en:"Announced launches",ru:"Объявленные пуски"},"web.layer.observers":{en:"Places for observers",ru:"Места для наблюдателей"},"web.layer.reach":{en:"Interceptor reach",ru:"Досягаемость перехватчиков"},"web.layer.regions":{en:"Regions",ru:"Районы"},"web.layer.sectors":{en:"Sectors",ru:"Секторы"},"web.layer.sites":{en:"Sites and ships",ru:"Объекты и корабли"},"web.layer.tracks":{en:"Tracks",ru:"Трассы"},"web.layer.trails":{en:"Trails",ru:"Следы"},"web.layers.title":{en:"What is shown",ru:"Что показано"},"web.lead":{en:"A missile shield in Europe, computed from published figures. Choose a phase, let a flight run, or move an assumption and see whether the answer turns.",ru:"Европейская ПРО, рассчитанная по опубликованным данным. Выберите этап, запустите полёт или измените допущение – и посмотрите, изменится ли ответ."},"web.least.more":{en:"from more than {speed} km/s",ru:"при скорости больше {speed} км/с"},"web.least.never":{en:"no speed up to 12 km/s",ru:"ни при какой скорости до 12 км/с"},"web.least.value":{en:"from {speed} km/s",ru:"от {speed} км/с"},"web.legend.border":{en:"border",ru:"граница"},"web.legend.cell_better":{en:"better defended in the second",ru:"лучше прикрыто во втором"},"web.legend.cell_same":{en:"no difference",ru:"без различий"},"web.legend.cell_worse":{en:"worse defended in the second",ru:"хуже прикрыто во втором"},"web.legend.contested":{en:"contested or undetermined border",ru:"спорная или неопределённая граница"},"web.legend.covariance":{en:"where it is with 95 % probability",ru:"где она с вероятностью 95 %"},"web.legend.fan_failed":{en:"what it would see",ru:"что она видела бы"},"web.legend.gap":{en:"nobody answers: dashed",ru:"никто не отвечает: пунктир"},"web.legend.hazard":{en:"area of the notice",ru:"район уведомления"},"web.legend.impact":{en:"predicted impact, 95 %",ru:"предсказанное падение, 95 %"},"web.legend.launch_area":{en:"estimated launch, 95 %",ru:"оценка места пуска, 95 %"},"web.legend.missile":{en:"where the missile is",ru:"где находится ракета"},"web.legend.notice_impact":{en:"announced impact",ru:"объявленное падение"},"web.legend.notice_launch":{en:"announced launch",ru:"объявленный пуск"},"web.legend.observer":{en:"other places",ru:"другие места"},"web.legend.observer_best":{en:"best places together",ru:"лучшие места вместе"},"web.legend.overlap":{en:"several answer: dashed",ru:"отвечают несколько: пунктир"},"web.legend.place_least":{en:"less well",ru:"хуже"},"web.legend.place_most":{en:"speed known there to within twice the least deviation",ru:"СКО скорости там не более двух наименьших"},"web.legend.place_none":{en:"nothing learned there",ru:"там ничего не узнать"},"web.legend.place_some":{en:"to within five times",ru:"не более пяти наименьших"},"web.legend.radar_failed":{en:"radar that has failed",ru:"РЛС не работает"},"web.legend.reach":{en:"how high and far an interceptor reaches",ru:"высота и дальность полёта перехватчика"},"web.legend.sector":{en:"border of a sector",ru:"граница сектора"},"web.legend.sector_flag":{en:"who answers there",ru:"кто там отвечает"},"web.legend.ship":{en:"interceptors on a ship",ru:"перехватчики на корабле"},"web.legend.special":{en:"other line of separation",ru:"иная линия разделения"},"web.legend.territory":{en:"territory: is consulted",ru:"территория: консультируют"},"web.legend.to_defend":{en:"is to be defended",ru:"подлежит обороне"},"web.legend.trail":{en:"the last two minutes",ru:"последние две минуты"},"web.legend.unknown":{en:"phase not known",ru:"участок неизвестен"},"web.link.copied":{en:"Copied",ru:"Скопировано"},"web.link.copy":{en:"Copy link",ru:"Ссылка"},"web.link.in_address":{en:"The link stands in the address",ru:"Ссылка – в адресной строке"},"web.live.advice.none":{en:"You know of no sensor that has anything in view.",ru:"Вам не известно средство, в обзоре которого что-либо есть."},"web.live.advice.nothing":{en:"Advice, made of what you see alone. It commands nothing.",ru:"Совет, основанный лишь на том, что вы видите. Он ничем не командует."},"web.live.advice.title":{en:"Advice: who should look where",ru:"Совет: кому куда смотреть"},"web.live.advice.total":{en:"Where they come down with 95 %: {before} without looks, {turn} looking in turn, {after} as advised",ru:"Где они упадут с вероятностью 95 %: {before} без наблюдений, {turn} при наблюдении по очереди, {after} по совету"},"web.live.age.lost":{en:"what is seen is {age} old",ru:"показанному {age}"},"web.live.age.none":{en:"no picture yet: no rule grants one, or nobody sends",ru:"картины ещё нет: ни одно правило её не даёт или никто не передаёт данных"},"web.live.age.now":{en:"the picture is of now",ru:"картина на настоящий момент"},"web.live.age.old":{en:"nothing new for {age}",ru:"нет изменений {age}"},"web.live.alarms.about":{en:"notice {notice}",ru:"уведомление {notice}"},"web.live.alarms.after":{en:"{latency} after the first detection",ru:"через {latency} после первой отметки"},"web.live.alarms.again":{en:"found once more",ru:"найдено повторно"},"web.live.alarms.alarm":{en:"ALARM",ru:"ТРЕВОГА"},"web.live.alarms.more":{en:"All events",ru:"Все события"},"web.live.alarms.newest":{en:"Newest alarm",ru:"Последняя тревога"},"web.live.alarms.none":{en:"Nothing has happened.",ru:"Ничего не произошло."},"web.live.alarms.title":{en:"Alarms and events",ru:"Тревоги и события"},"web.live.behind.behind":{en:"BEHIND LIVE by {age}",ru:"ОТСТАЁТ на {age}"},"web.live.behind.nothing":{en:"The last minutes are kept while the picture comes.",ru:"Последние минуты хранятся, пока картина поступает."},"web.live.behind.now":{en:"Live",ru:"Сейчас"},"web.live.behind.return":{en:"Return to live",ru:"Вернуться к настоящему"},"web.live.behind.slider":{en:"Time, back to {from}",ru:"Время, назад до {from}"},"web.live.behind.title":{en:"Time of the picture",ru:"Время картины"},"web.live.event.against":{en:"Contradicts",ru:"Противоречит"},"web.live.event.detections":{en:"Detections",ru:"Отметок"},"web.live.event.ellipse":{en:"Ellipse, 95 %",ru:"Эллипс, 95 %"},"web.live.event.expected":{en:"Expected",ru:"Ожидается"},"web.live.event.kind":{en:"Event of the live picture",ru:"Событие картины"},"web.live.event.latency":{en:"After the first detection",ru:"После первой отметки"},"web.live.event.notice":{en:"Notice",ru:"Уведомление"},"web.live.event.object":{en:"Object",ru:"Объект"},"web.live.event.place":{en:"Where",ru:"Где"},"web.live.event.region":{en:"Region",ru:"Район"},"web.live.event.time":{en:"When",ru:"Когда"},"web.live.event.told":{en:"Told",ru:"Сообщено"},"web.live.filters.all":{en:"Show everything",ru:"Показать всё"},"web.live.filters.classes":{en:"Classes",ru:"Классы"},"web.live.filters.help":{en:"What is not ticked is left out. A track stays as long as somebody who is ticked has seen it.",ru:"Не отмеченное не показывается. Трасса видна, пока её видел кто-либо из отмеченных."},"web.live.filters.parties":{en:"Parties",ru:"Стороны"},"web.live.filters.sensors":{en:"Sensors",ru:"Средства"},"web.live.filters.title":{en:"What is left out",ru:"Что не показано"},"web.live.link.live":{en:"Live",ru:"На связи"},"web.live.link.lost":{en:"Not live",ru:"Нет связи"},"web.live.link.off":{en:"No centre is asked yet",ru:"Центр ещё не запрошен"},"web.live.link.opening":{en:"Opening the line",ru:"Соединение открывается"},"web.live.link.refused":{en:"Refused",ru:"Отказано"},"web.live.lost.again":{en:"The next attempt is in {wait}.",ru:"Следующая попытка через {wait}."},"web.live.lost.away":{en:"The centre does not answer.",ru:"Центр не отвечает."},"web.live.lost.broken":{en:"What came was no picture.",ru:"Пришло то, что не является картиной."},"web.live.lost.busy":{en:"The centre has more to do than it can.",ru:"Центр перегружен."},"web.live.lost.ended":{en:"The centre ended the line.",ru:"Центр закрыл соединение."},"web.live.lost.retry":{en:"Try now",ru:"Попробовать сейчас"},"web.live.lost.silent":{en:"Nothing comes any more, and the centre does not answer.",ru:"Данных больше нет, и центр не отвечает."},"web.live.lost.unopened":{en:"The centre answers, but opens no line for this page. Perhaps it is of another version: load the page anew.",ru:"Центр отвечает, но не открывает линию для этой страницы. Возможно, у него другая версия: загрузите страницу заново."},"web.live.notices.by":{en:"by {party}, received {time}",ru:"от {party}, принято {time}"},"web.live.notices.none":{en:"Nobody has announced a launch.",ru:"О пусках никто не уведомлял."},"web.live.notices.title":{en:"Notices of launches",ru:"Уведомления о пусках"},"web.live.notices.window":{en:"from {begin} to {end}",ru:"с {begin} до {end}"},"web.live.objects":{en:{one:"{n} object",other:"{n} objects"},ru:{one:"{n} объект",few:"{n} объекта",many:"{n} объектов"}},"web.live.picture.all":{en:"All of them at once",ru:"Все сразу"},"web.live.picture.best":{en:"The earliest and finest (now {number})",ru:"Самая ранняя и точная (сейчас {number})"},"web.live.picture.down":{en:"This picture rests after a failure: nothing is in it, whatever flies.",ru:"Эта картина остановлена после сбоя: в ней ничего нет, что бы ни летело."},"web.live.picture.none":{en:"none",ru:"нет"},"web.live.picture.one":{en:"{number}: {parties}",ru:"{number}: {parties}"},"web.live.picture.title":{en:"Which picture",ru:"Какая картина"},"web.live.place.first-seen":{en:"first seen",ru:"впервые обнаружен"},"web.live.place.impact":{en:"impact",ru:"падение"},"web.live.place.last-seen":{en:"last seen",ru:"последний раз обнаружен"},"web.live.place.launch":{en:"launch",ru:"пуск"},"web.live.place.none":{en:"no place",ru:"место неизвестно"},"web.live.refused.not-allowed":{en:"Whoever has this token is shown no picture.",ru:"Владельцу этого токена картина не показывается."},"web.live.refused.not-known":{en:"The centre does not know this token, or it has ended.",ru:"Центр не знает этого токена, или его срок истёк."},"web.live.rules.ask":{en:"Add",ru:"Добавить"},"web.live.rules.asking":{en:"The centre is asked.",ru:"Запрос к центру."},"web.live.rules.failed":{en:"The centre did not say.",ru:"Центр не ответил."},"web.live.rules.name":{en:"Another party or viewer",ru:"Другая сторона или зритель"},"web.live.rules.not-allowed":{en:"Only a party is told what others would see of its own data.",ru:"Только стороне сообщается, что другие увидели бы из её собственных данных."},"web.live.rules.other":{en:"What {party} would see of it",ru:"Что от него увидела бы сторона {party}"},"web.live.rules.own":{en:"Why this picture shows it",ru:"Почему он есть в этой картине"},"web.live.rules.title":{en:"Under which rules",ru:"По каким правилам"},"web.live.rules.unnamed":{en:"The terms do not name the sensors, so that nobody can be asked about them.",ru:"Условия не называют средства, поэтому о них нельзя спросить."},"web.live.served.no_view":{en:"The assessment did not come from the server.",ru:"Сервер не передал оценку."},"web.live.served.no_world":{en:"Land and borders did not come from the server.",ru:"Сервер не передал сушу и границы."},"web.live.terms.at_once":{en:"at once",ru:"сразу"},"web.live.terms.classes":{en:"only while taken for {classes}",ru:"только пока принят за: {classes}"},"web.live.terms.delay":{en:"{delay} after arrival",ru:"через {delay} после приёма"},"web.live.terms.exact":{en:"numbers as they are",ru:"без округления"},"web.live.terms.factor":{en:"covariances times {factor}",ru:"ковариации, умноженные на {factor}"},"web.live.terms.position":{en:"positions to {step}",ru:"положения до {step}"},"web.live.terms.time":{en:"times to {step}",ru:"моменты времени до {step}"},"web.live.terms.unnamed":{en:"sensors not named",ru:"без названия средств"},"web.live.terms.velocity":{en:"velocities to {step}",ru:"скорости до {step}"},"web.live.time":{en:"{time} UTC",ru:"{time} всемирного времени"},"web.live.title":{en:"The picture of a centre",ru:"Картина центра"},"web.live.token.add":{en:"Another viewer’s token",ru:"Токен другого зрителя"},"web.live.token.bad":{en:"This can be no token: tokens are letters, digits and signs without spaces.",ru:"Это не может быть токеном: токен состоит из букв, цифр и знаков без пробелов."},"web.live.token.help":{en:"From the operator of the centre. It stays in this page and never stands in an address.",ru:"Его выдаёт оператор центра. Он остаётся на этой странице и никогда не стоит в адресе."},"web.live.token.keep":{en:"Keep it until this tab is closed",ru:"Хранить, пока открыта эта вкладка"},"web.live.token.label":{en:"Token",ru:"Токен"},"web.live.token.leave":{en:"Forget this token",ru:"Забыть этот токен"},"web.live.token.open":{en:"Show the picture",ru:"Показать картину"},"web.live.token.wanted":{en:"This link shows the picture of {viewer}: it needs that viewer’s token.",ru:"Эта ссылка показывает картину для {viewer}: нужен токен этого зрителя."},"web.live.track.ago":{en:"{time}, {age} ago",ru:"{time}, {age} назад"},"web.live.track.axes":{en:"± {longer} along, ± {shorter} across",ru:"± {longer} вдоль, ± {shorter} поперёк"},"web.live.track.by":{en:"Who has seen it",ru:"Кто его обнаружил"},"web.live.track.class":{en:"Taken for",ru:"Принят за"},"web.live.track.coasted":{en:"Coasted",ru:"Сопровождение"},"web.live.track.coasted_since":{en:"not found since {time} ({age}): where it is was computed",ru:"не обнаружен с {time} ({age}): положение рассчитано"},"web.live.track.first_seen":{en:"First seen",ru:"Впервые обнаружен"},"web.live.track.gone":{en:"This object is no longer in the picture.",ru:"Этого объекта в картине больше нет."},"web.live.track.height":{en:"Height",ru:"Высота"},"web.live.track.kind":{en:"Track",ru:"Трасса"},"web.live.track.last_seen":{en:"Last seen",ru:"Последний раз обнаружен"},"web.live.track.phase":{en:"Phase",ru:"Участок"},"web.live.track.phases":{en:"boost {boost}, coast {coast}, entry {entry}",ru:"активный {boost}, пассивный {coast}, вход {entry}"},"web.live.track.place":{en:"Above",ru:"Над"},"web.live.track.speed":{en:"Speed",ru:"Скорость"},"web.live.track.terms":{en:"Released",ru:"Выдаётся"},"web.live.track.title":{en:"Object {number} of picture {picture}",ru:"Объект {number} картины {picture}"},"web.live.track.uncertainty":{en:"Where it is, 95 %",ru:"Где находится, 95 %"},"web.live.track.unnamed":{en:"sensor not named",ru:"средство не названо"},"web.live.track.waiting":{en:"Who has seen it and how well is asked for.",ru:"Кто и насколько точно его обнаружил, запрашивается."},"web.live.viewer":{en:"Whose picture",ru:"Чья картина"},"web.live_lead":{en:"What the parties’ sensors see together, as their rules release it to you. Nothing is commanded from here.",ru:"Что датчики сторон видят вместе – в том виде, в каком правила сторон это вам открывают. Отсюда ничем не управляют."},"web.live_title":{en:"A joint centre: the picture of now",ru:"Совместный центр: картина на сейчас"},"web.margin.counts":{en:"Of {all} flights {reached} can be reached and {open} are too close to call.",ru:"Полётов: {all}; досягаемы: {reached}; на грани: {open}."},"web.margin.ends":{en:"By how much the nearest flight stays out of reach is uncertain: {ends} of burnout speed.",ru:"Насколько недосягаем ближайший полёт, не определено: {ends} по скорости."},"web.margin.from":{en:"from {low}, without an upper end",ru:"от {low}, сверху не ограничена"},"web.margin.in":{en:"The nearest flight is within reach by {margin} of burnout speed (uncertainty: {ends}).",ru:"Ближайший полёт досягаем с запасом {margin} по скорости (неопределённость: {ends})."},"web.margin.never":{en:"No speed up to 12 km/s would reach any of the flights.",ru:"Ни при какой скорости до 12 км/с не достижим ни один полёт."},"web.margin.out":{en:"The nearest flight stays out of reach by {margin} of burnout speed (uncertainty: {ends}).",ru:"Ближайшему полёту до досягаемости не хватает {margin} скорости (неопределённость: {ends})."},"web.margin.up_to":{en:"up to {high}, without a lower end",ru:"до {high}, снизу не ограничена"},"web.mark.exercise":{en:"EXERCISE",ru:"УЧЕНИЕ"},"web.mark.live":{en:"LIVE PICTURE",ru:"ТЕКУЩАЯ КАРТИНА"},"web.mark.simulated":{en:"SIMULATED",ru:"МОДЕЛИРОВАНИЕ"},"web.missing.parts":{en:"Nothing is drawn: this bundle holds no globe and no map.",ru:"Ничего не показано: в этой сборке нет ни глобуса, ни карты."},"web.missing.view":{en:"There is no assessment on this page.",ru:"На этой странице нет оценки."},"web.notice.areas":{en:"Areas",ru:"Районы"},"web.notice.azimuth":{en:"Direction",ru:"Направление"},"web.notice.azimuth_text":{en:"{value} ({low} to {high})",ru:"{value} (от {low} до {high})"},"web.notice.circle":{en:"{radius} around {place}",ru:"{radius} вокруг {place}"},"web.notice.class":{en:"Class",ru:"Класс"},"web.notice.close":{en:"Put this notice away",ru:"Убрать это сообщение"},"web.notice.events":{en:"What flew against it",ru:"Что летело и как оно с ним сходится"},"web.notice.failed":{en:"A part of this page could not be shown: an error of the program or of the document. The rest goes on.",ru:"Часть страницы не удалось показать: ошибка программы или документа. Остальное работает."},"web.notice.impact_time":{en:"Impact expected",ru:"Ожидаемое падение"},"web.notice.kind":{en:"Notice of a launch",ru:"Уведомление о пуске"},"web.notice.party":{en:"Given by",ru:"Уведомила"},"web.notice.polygon":{en:"polygon around {place}",ru:"многоугольник вокруг {place}"},"web.notice.received":{en:"Received",ru:"Принято"},"web.notice.role.hazard":{en:"danger",ru:"опасный"},"web.notice.role.impact":{en:"impact",ru:"падение"},"web.notice.role.launch":{en:"launch",ru:"пуск"},"web.notice.standing":{en:"Standing",ru:"Статус"},"web.notice.stands.exercise":{en:"exercise",ru:"учебное"},"web.notice.stands.genuine":{en:"genuine",ru:"действительное"},"web.notice.time.open":{en:"its time runs",ru:"время идёт"},"web.notice.time.over":{en:"over",ru:"прошло"},"web.notice.time.to-come":{en:"to come",ru:"предстоит"},"web.notice.when":{en:"When",ru:"Когда"},"web.notice.window":{en:"Window",ru:"Окно"},"web.phase.unknown":{en:"not known",ru:"неизвестно"},"web.phases.title":{en:"The shield, phase by phase",ru:"Щит по этапам"},"web.picture.assessment":{en:"The Earth with sensors, interceptors, flights and what is defended; phase: {phase}. The tables below hold the same.",ru:"Земля с датчиками, перехватчиками, траекториями и прикрытой территорией; этап: {phase}. Таблицы ниже содержат то же."},"web.picture.live":{en:"The Earth with the tracks of the centre. The table below holds the same.",ru:"Земля с трассами центра. Таблица ниже содержит то же."},"web.picture.no_webgl":{en:"This browser shows no WebGL here, so that a map is drawn instead of the globe.",ru:"В этом браузере нет WebGL, поэтому вместо глобуса показана карта."},"web.picture.plan":{en:"The Earth with the places from which a flight test could be watched, the areas of its notice and its announced path: {test}. The tables below hold the same.",ru:"Земля с местами, откуда можно наблюдать испытательный пуск, районами из уведомления и объявленной трассой: {test}. Таблицы ниже содержат то же."},"web.reached.depends":{en:"too close to call",ru:"на грани"},"web.reached.no":{en:"out of reach",ru:"недосягаем"},"web.reached.yes":{en:"can be reached",ru:"досягаем"},"web.region.all":{en:"All that is to be defended",ru:"Всё, что должно быть прикрыто"},"web.region.sector_of":{en:"Sector: {parties}",ru:"Сектор: {parties}"},"web.region.territory_of":{en:"Territory: {parties}",ru:"Территория: {parties}"},"web.role.disputed":{en:"disputed",ru:"спорная"},"web.role.threat":{en:"threat",ru:"угроза"},"web.room.ask.late":{en:"time is up",ru:"время вышло"},"web.room.ask.left":{en:"{left} left",ru:"осталось {left}"},"web.room.ask.none":{en:"Nothing is asked of you now.",ru:"Сейчас вас ни о чём не спрашивают."},"web.room.ask.scripted":{en:"A script answers for this cell; an answer from here counts where it comes first.",ru:"За эту группу отвечает сценарий; ответ отсюда засчитывается, если он пришёл раньше."},"web.room.ask.title":{en:"You are asked",ru:"Вас спрашивают"},"web.room.ask.why":{en:"The proposal behind it",ru:"Предложение, о котором речь"},"web.room.ask.words":{en:"Words with the answer",ru:"Слова к ответу"},"web.room.centre":{en:"The centre",ru:"Центр"},"web.room.clock.branched":{en:"A branch: up to {moment} as the run before it",ru:"Ветвь: до {moment} совпадает с прежним прогоном"},"web.room.clock.ended":{en:"The exercise is over",ru:"Учение окончено"},"web.room.clock.failed":{en:"The exercise failed: whoever runs it finds the reason in what it wrote",ru:"Сбой учения: причина записана там, где оно запущено"},"web.room.clock.of":{en:"{now} of {length}",ru:"{now} из {length}"},"web.room.clock.paused":{en:"Paused",ru:"Остановлено"},"web.room.clock.rewinding":{en:"Going back",ru:"Возврат назад"},"web.room.clock.running":{en:"Running at {speed}×",ru:"Идёт, {speed}×"},"web.room.clock.slower":{en:"Running at {real}×; {speed}× is wanted",ru:"Идёт, {real}×; нужно {speed}×"},"web.room.clock.title":{en:"Clock of the exercise",ru:"Часы учения"},"web.room.consulting.title":{en:"Consultations and keys",ru:"Консультации и ключи"},"web.room.control.back":{en:"Back to",ru:"Назад, к моменту"},"web.room.control.go":{en:"Go",ru:"Продолжить"},"web.room.control.kept":{en:"The run up to now stays in its folder; what comes after is another run.",ru:"Нынешний прогон останется в своей папке; дальше пойдёт другой прогон."},"web.room.control.pause":{en:"Pause",ru:"Пауза"},"web.room.control.rewind":{en:"Go back to {moment} and branch",ru:"Вернуться к {moment} и пойти иначе"},"web.room.control.speed":{en:"Speed",ru:"Скорость"},"web.room.control.step":{en:"One step",ru:"Один шаг"},"web.room.control.title":{en:"The controller",ru:"Управление"},"web.room.controller":{en:"Controller",ru:"Руководитель"},"web.room.done":{en:"Written down; it takes effect at {moment}.",ru:"Записано; действует с {moment}."},"web.room.earlier":{en:"Earlier ones ({count})",ru:"Прежние ({count})"},"web.room.enter":{en:"Each room of this exercise has a token. It lies in the folder of the exercise, as {file}; paste it below.",ru:"У каждой комнаты этого учения есть токен. Он лежит в папке учения: {file}; вставьте его ниже."},"web.room.failed":{en:"The server of the exercise does not answer: nothing was done.",ru:"Сервер учения не отвечает: ничего не сделано."},"web.room.folder":{en:"Written into: {folder}",ru:"Записывается в папку: {folder}"},"web.room.inject.do":{en:"Make it happen",ru:"Ввести"},"web.room.inject.launch":{en:"A simulated flight is launched",ru:"Начинается моделируемый полёт"},"web.room.inject.link-cut":{en:"A line is cut",ru:"Линия прерывается"},"web.room.inject.link-restored":{en:"A line holds again",ru:"Линия восстанавливается"},"web.room.inject.name":{en:"To what",ru:"С кем или с чем"},"web.room.inject.notice":{en:"A notice is given",ru:"Даётся уведомление"},"web.room.inject.releases":{en:"A party releases its data again",ru:"Сторона снова передаёт данные"},"web.room.inject.sensor-fails":{en:"A sensor fails",ru:"Датчик выходит из строя"},"web.room.inject.sensor-returns":{en:"A sensor works again",ru:"Датчик снова работает"},"web.room.inject.title":{en:"Make something happen",ru:"Ввести событие"},"web.room.inject.what":{en:"What",ru:"Что"},"web.room.inject.withholds":{en:"A party withholds its data",ru:"Сторона не передаёт данные"},"web.room.lesson":{en:"What this exercise teaches",ru:"Чему учит это учение"},"web.room.log.none":{en:"Nothing yet.",ru:"Пока ничего."},"web.room.log.title":{en:"What this room was told",ru:"Что сообщено этой комнате"},"web.room.of_party":{en:"Room of {party}",ru:"Комната стороны {party}"},"web.room.off":{en:"No room is open yet",ru:"Ни одна комната ещё не открыта"},"web.room.picture":{en:"The picture of this room",ru:"Картина этой комнаты"},"web.room.procedures":{en:"What is agreed",ru:"О чём договорено"},"web.room.proposals.lies":{en:"It would come down: {region}.",ru:"Падение ожидается: {region}."},"web.room.proposals.none":{en:"Nobody would act against anything yet.",ru:"Пока никто ни против чего не действует."},"web.room.proposals.title":{en:"Proposals and decisions",ru:"Предложения и решения"},"web.room.refused.answered":{en:"This has been answered already.",ru:"На это уже дан ответ."},"web.room.refused.controller":{en:"The controller alone does this.",ru:"Это делает только руководитель."},"web.room.refused.late":{en:"Too late: the time for this answer is over.",ru:"Слишком поздно: время для этого ответа вышло."},"web.room.refused.not-yours":{en:"This is not for this room to do.",ru:"Это дело не этой комнаты."},"web.room.refused.other":{en:"It was not taken.",ru:"Не принято."},"web.room.refused.over":{en:"The exercise is over.",ru:"Учение окончено."},"web.room.refused.unknown":{en:"There is nothing of this name or number.",ru:"Нет ничего с таким именем или номером."},"web.room.say.do":{en:"Write",ru:"Записать"},"web.room.say.label":{en:"Words for the log, which all rooms read",ru:"Слова в журнал, его читают во всех комнатах"},"web.room.says.consultation.no":{en:"Object",ru:"Возражаем"},"web.room.says.consultation.yes":{en:"Agree",ru:"Согласны"},"web.room.says.decision.no":{en:"Hold",ru:"Не действовать"},"web.room.says.decision.yes":{en:"Engage (simulated)",ru:"Перехватить (в модели)"},"web.room.says.key.no":{en:"Keep the key",ru:"Не поворачивать"},"web.room.says.key.yes":{en:"Turn the key",ru:"Повернуть ключ"},"web.room.setting.missing":{en:"The setting of the exercise has not come yet: sensors, batteries and sectors are not drawn.",ru:"Обстановка учения ещё не получена: датчики, батареи и секторы не показаны."},"web.room.setting.subtitle":{en:"The setting of the exercise, as its parties have agreed on it",ru:"Обстановка учения, о которой стороны договорились"},"web.room.shots.flying":{en:"under way",ru:"в пути"},"web.room.shots.hit":{en:"hit",ru:"поражён"},"web.room.shots.missed":{en:"missed",ru:"промах"},"web.room.shots.title":{en:"Simulated engagements",ru:"Моделируемые перехваты"},"web.room.shots.wasted":{en:"for nothing",ru:"напрасно"},"web.room.state.no":{en:"no",ru:"нет"},"web.room.state.open":{en:"open",ru:"ждёт ответа"},"web.room.state.over":{en:"decided without it",ru:"решено без ответа"},"web.room.state.timed-out":{en:"not answered in time",ru:"нет ответа в срок"},"web.room.state.yes":{en:"yes",ru:"да"},"web.room.tasks.none":{en:"No sensor has a task yet.",ru:"Задач у датчиков пока нет."},"web.room.tasks.title":{en:"Tasks of sensors (advice)",ru:"Задачи датчиков (советы)"},"web.room.title":{en:"Room",ru:"Комната"},"web.room.token_help":{en:"It stays in this page and never stands in an address.",ru:"Он остаётся на этой странице и никогда не стоит в адресе."},"web.search.cued":{en:"pointed by another sensor",ru:"по целеуказанию"},"web.search.fence":{en:"searches a fence",ru:"ищет в барьерной зоне"},"web.search.volume":{en:"searches by itself",ru:"ищет самостоятельно"},"web.sensor.failed":{en:"failed",ru:"не работает"},"web.sensor.failed_label":{en:"{name}: failed",ru:"{name}: не работает"},"web.sensor.failed_since":{en:"failed since {moment}",ru:"не работает с {moment}"},"web.sensor.works":{en:"no failure is known",ru:"об отказе не известно"},"web.sides.caption":{en:"What each side states; where it states nothing, the catalogue counts.",ru:"Что заявляет каждая сторона; где она молчит, действует каталог."},"web.sides.catalogue":{en:"as in the catalogue",ru:"как в каталоге"},"web.sides.parameter":{en:"Number or rule",ru:"Число или правило"},"web.source.exercise":{en:"The exercise’s own file",ru:"Файл самого учения"},"web.source.general-knowledge":{en:"general knowledge",ru:"общеизвестно"},"web.source.glasshield":{en:"chosen or computed by this program",ru:"выбрано или рассчитано этой программой"},"web.subject.assessment":{en:"Assessment",ru:"Оценка"},"web.subject.live":{en:"Live",ru:"Сейчас"},"web.table.batteries":{en:"Interceptors",ru:"Перехватчики"},"web.table.cells":{en:"Cells of the map",ru:"Ячейки карты"},"web.table.flights":{en:"Flights",ru:"Полёты"},"web.table.notices":{en:"Announced launches",ru:"Объявленные пуски"},"web.table.observers":{en:"Places for observers",ru:"Места наблюдателей"},"web.table.reached":{en:"Who reaches what",ru:"Досягаемость"},"web.table.sectors":{en:"Sectors and regions",ru:"Секторы и районы"},"web.table.seen":{en:"Who sees what",ru:"Видимость"},"web.table.sensors":{en:"Radars and sensors",ru:"РЛС и датчики"},"web.table.shares":{en:"How much is defended",ru:"Прикрытие"},"web.table.tracks":{en:"Tracks",ru:"Трассы"},"web.tables.csv":{en:"The open table as it is sorted",ru:"Открытая таблица, как она отсортирована"},"web.tables.more":{en:"More rows",ru:"Ещё строки"},"web.tables.picture_file":{en:"What the picture shows",ru:"То, что показано на картинке"},"web.tables.rows":{en:{one:"{n} row",other:"{n} rows"},ru:{one:"{n} строка",few:"{n} строки",many:"{n} строк"}},"web.tables.save":{en:"Save:",ru:"Сохранить:"},"web.tables.title":{en:"Tables",ru:"Таблицы"},"web.theme.auto":{en:"Colours: auto",ru:"Цвета: авто"},"web.theme.dark":{en:"Colours: dark",ru:"Цвета: тёмные"},"web.theme.light":{en:"Colours: light",ru:"Цвета: светлые"},"web.theme.title":{en:"Colours",ru:"Цвета"},"web.time.back":{en:"Event before",ru:"Предыдущее событие"},"web.time.on":{en:"Next event",ru:"Следующее событие"},"web.time.pause":{en:"Stop time",ru:"Остановить время"},"web.time.play":{en:"Let time run",ru:"Запустить время"},"web.time.rate":{en:"How fast time runs",ru:"Скорость времени"},"web.time.slider":{en:"Time since launch",ru:"Время с пуска"},"web.time.title":{en:"Time of the flight",ru:"Время полёта"},"web.title":{en:"Glasshield: the globe",ru:"Glasshield: глобус"},"web.trouble.gap.said":{en:"Nobody answers for this part of what is defended",ru:"За эту часть обороняемого никто не отвечает"},"web.trouble.gap.short":{en:"Gap",ru:"Разрыв"},"web.trouble.overlap.said":{en:"{parties} answer for the same place",ru:"За одно место отвечают: {parties}"},"web.trouble.overlap.short":{en:"Overlap",ru:"Перекрытие"},"web.verdict.as_stated":{en:"All numbers are as the party states them.",ru:"Все числа – как заявляет сторона."},"web.verdict.fails":{en:"the claim fails",ru:"утверждение неверно"},"web.verdict.holds":{en:"the claim holds",ru:"утверждение верно"},"web.verdict.undecided":{en:"undecided",ru:"не определено"},"web.verdict.was":{en:"As the party states it: {verdict}.",ru:"Как заявляет сторона: {verdict}."},"web.view.flat":{en:"Flat map",ru:"Плоская карта"},"web.view.globe":{en:"Globe",ru:"Глобус"},"web.view.map":{en:"Map as a globe",ru:"Карта-глобус"},"web.view.polar":{en:"Polar map",ru:"Полярная карта"},"web.view.title":{en:"How the Earth is drawn",ru:"Как показана Земля"}},Iy={en:{m:"m",km:"km",km2:"km²",m2:"m²","km/s":"km/s","m/s":"m/s","m/s2":"m/s²",s:"s",min:"min",h:"h",d:"d",deg:"°",kg:"kg",t:"t",Hz:"Hz","%":"%",1:""},ru:{m:"м",km:"км",km2:"км²",m2:"м²","km/s":"км/с","m/s":"м/с","m/s2":"м/с²",s:"с",min:"мин",h:"ч",d:"сут",deg:"°",kg:"кг",t:"т",Hz:"Гц","%":"%",1:""}};var fi=" ",wf=" ",ia="−",FM="–",Sf=25,UM=`5${"0".repeat(Sf-1)}`,BM=Iy;function Ct(n,e,t=0){let i=Ef(Math.abs(e),t),r=Number(i)===0,s=e<0&&!r?ia:"",[o="",a]=i.split("."),l=Number(i)>=1e4?o.replace(/\B(?=(\d{3})+$)/g,wf):o;return s+(a===void 0?l:l+(n==="ru"?",":".")+a)}function Ny(n,e){let t=e.replaceAll("-",ia);return n==="ru"?t.replaceAll(".",","):t}function Mf(n,e){return BM[n][e]??e}function qe(n,e,t,i=0){return Fs(n,Ct(n,e,i),t)}function sr(n,e,t,i="1",r=0){let[s,o]=[Ct(n,e,r),Ct(n,t,r)];if(s===o)return Fs(n,s,i);let a=(s+o).includes(ia)?" … ":FM;return Fs(n,s+a+o,i)}function Us(n,e){let t=100*e;return t>0&&t<.5?`<${wf}1${fi}%`:t>=99.5&&t<100?`>${wf}99${fi}%`:`${Ct(n,t)}${fi}%`}function or(n,e){let t=Number(Ef(Math.abs(e),0)),i=e<0&&t>0?ia:"",[r,s]=[Math.floor(t/60),t%60];if(r===0)return i+Fs(n,String(s),"s");let o=Fs(n,String(s).padStart(2,"0"),"s");return i+Fs(n,String(r),"min")+fi+o}function fn(n){let e=Number(Ef(Math.abs(n),0));return`${n<0&&e>0?ia:""}${Math.floor(e/60)}:${String(e%60).padStart(2,"0")}`}function Pn(n,e,t){let[i,r,s,o]=n==="ru"?[`с.${fi}ш.`,`ю.${fi}ш.`,`в.${fi}д.`,`з.${fi}д.`]:["N","S","E","W"],a=`${Ct(n,Math.abs(e),2)}°${fi}${e>=0?i:r}`,l=`${Ct(n,Math.abs(t),2)}°${fi}${t>=0?s:o}`;return`${a}, ${l}`}function Fs(n,e,t){let i=Mf(n,t);return i===""?e:e+(i.startsWith("°")?"":fi)+i}function Ef(n,e){let t=n.toFixed(e+Sf);if(!t.endsWith(UM))return n.toFixed(e);let i=t.slice(0,-Sf).replace(/\.$/,"");return Number(i.at(-1))%2===0?i:n.toFixed(e)}var ky=Ly;function Tt(n,e,t={}){let i=ky[e][n],r=typeof i=="string"?i:i[zM(n,t)];if(r===void 0)throw new RangeError(`${e} has no form for ${String(t.n)}`);return r.replace(/\{(\w+)\}|\{\{|\}\}/g,(s,o)=>o===void 0?s.charAt(0):VM(n,e,o,t))}function xn(n){return Object.hasOwn(ky,n)}function VM(n,e,t,i){let r=i[t];if(r===void 0)throw new RangeError(`${e} needs ${t}`);return typeof r=="string"?r:Ny(n,String(r))}function zM(n,e){let t=Number(e.n);if(n==="en")return t===1?"one":"other";let[i,r]=[t%10,t%100];return i===1&&r!==11?"one":i>=2&&i<=4&&!(r>=12&&r<=14)?"few":"many"}function Oy(n,e){return Xn(n,e).flatMap(t=>Uy(t,e,"flights",null))}function Fy(n,e,t){let i=nr(n,e,t);return Wn(n,e).flatMap(r=>Uy(r,e,"disputed",`disputed-${i[r.id]??"no"}`))}function Uy(n,e,t,i){let r=n.flight_time_s,s=n.burnout_s??0,o=n.reentry_s??r,a=t==="flights"?"threat":"disputed",l=[[`${a}-boost`,0,s],[i??"threat-coast",s,o],[`${a}-entry`,o,r]],c={shape:"line",layer:t,target:Ke("flight",n.id),strength:GM(n,e)};return l.filter(([,u,h])=>h>u).map(([u,h,d])=>({...c,look:u,courses:[na(n,h,d)]}))}function GM(n,e){let t=e.flight??(e.selected?.kind==="flight"?e.selected.id:null);return n.id===t||Gt(e,"flight",n.id)?"strong":t===null?"normal":"faint"}function By(n,e,t){let i=t==="flights"?Xn(n,e):Wn(n,e),r=new Set(i.flatMap(s=>[s.launch,s.target]));return n.places.filter(s=>r.has(s.id)).map(s=>({shape:"mark",layer:t,target:Ke("place",s.id),look:s.kind,glyph:s.kind,strength:Gt(e,"place",s.id)?"strong":"normal",lon_deg:s.lon_deg,lat_deg:s.lat_deg,height_m:0,label:Nr(n,e,s.id),weight:s.kind==="launch"?60:40}))}function Vy(n,e,t){let i=t==="flights"?Xn(n,e):Wn(n,e),{time_s:r}=e,s=i.find(l=>l.id===e.flight),o=e.flight===null?i:s===void 0?[]:[s];return[...(r===null?[]:o.filter(l=>r>=0&&r<=l.flight_time_s)).map(l=>Hy(l,r??0,t,"missile",e)),...s===void 0?[]:HM(n,e,s,t)]}function zy(n,e,t){let r=(t==="flights"?Xn(n,e):Wn(n,e)).find(a=>a.id===e.flight);if(r===void 0)return[];let s=dt(n,e),o=n.flights.indexOf(r);return[n.meets,n.reaches].flatMap(a=>a.phase.flatMap((l,c)=>{let[u,h]=[a.opens_s[c],a.closes_s[c]];return l!==s||a.flight[c]!==o||u==null?[]:[{shape:"line",layer:t,target:Ke("flight",r.id),look:"window",strength:"normal",courses:[na(r,u,h??u)]}]}))}function HM(n,e,t,i){return fs(n,e,t.id).filter(r=>r.glyph!==null).map(r=>({...Hy(t,r.time_s,i,r.glyph??"missile",e),target:Ke("event",`${t.id}@${r.kind}@${r.by}`),strength:"normal",label:r.glyph==="first-seen"?WM(n,e,r.by):null,weight:30}))}function WM(n,e,t){return`${Tt(e.language,"web.event.first-seen")} ${Nr(n,e,t)}`}function fs(n,e,t){let i=n.flights.findIndex(c=>c.id===t),r=n.flights[i];if(r===void 0)return[];let s=dt(n,e),o=r.events.map(({event:c,time_s:u})=>Gy(c,u,"")),a=Dy(n,n.meets,s,i),l=Dy(n,n.reaches,s,i);return[...o,...XM(n,s,i),...a,...l,...$M(n,s,i)].sort((c,u)=>c.time_s-u.time_s)}function XM({sees:n,sensors:e},t,i){return n.phase.flatMap((r,s)=>{if(r!==t||n.flight[s]!==i)return[];let o=e[n.sensor[s]]?.id??"";return[...ds("first-seen",n.first_seen_s[s],o,"first-seen"),...ds("last-seen",n.last_seen_s[s],o)]})}function Dy({batteries:n},e,t,i){return e.phase.flatMap((r,s)=>{if(r!==t||e.flight[s]!==i)return[];let o=n[e.battery[s]]?.id??"";return[...ds("launch-window-opens",e.launch_opens_s[s],o),...ds("launch-window-closes",e.launch_closes_s[s],o),...ds("window-opens",e.opens_s[s],o),...ds("window-closes",e.closes_s[s],o)]})}function $M({reaches:n,batteries:e},t,i){return n.phase.flatMap((r,s)=>r!==t||n.flight[s]!==i?[]:ds("meeting",n.meeting_s[s],e[n.battery[s]]?.id??"","meeting"))}function ds(n,e,t,i=null){return e==null?[]:[Gy(n,e,t,i)]}function Gy(n,e,t,i=null){return{kind:n,time_s:e,by:t,glyph:i}}function Hy(n,e,t,i,r){let{lat_rad:s,lon_rad:o,height_m:a}=Vt(Ul(n,e));return{shape:"mark",layer:t,target:Ke("flight",n.id),look:i,glyph:i,strength:r.flight===n.id?"strong":"normal",lon_deg:be(o),lat_deg:be(s),height_m:a,label:null,weight:20}}function Xy(n,e){let t=n.stations.flatMap((s,o)=>s.observer===e?[o]:[]),i=qM(n,t);if(t.length<16||i.length*2>t.length)return null;let r=.5*Wy(i.map(([s])=>s*.001));return i.flatMap(([,s])=>{let o=.5*Wy(s.map(a=>n.stations[a].lon_deg));return s.map(a=>{let{lon_deg:l,lat_deg:c}=n.stations[a],[u,h]=[c-r,c+r];return{number:a,bounds_deg:[l-o,u,l+o,h]}})})}function qM(n,e){let t=new Map;for(let i of e){let r=Math.round(n.stations[i].lat_deg/.001);t.set(r,[...t.get(r)??[],i])}return[...t].sort(([i],[r])=>i-r).map(([i,r])=>[i,r.sort((s,o)=>n.stations[s].lon_deg-n.stations[o].lon_deg)])}function Wy(n){let e=n.slice(1).map((t,i)=>t-n[i]);return e.length===0?.25:Math.min(...e)}function $n({lat_rad:n,lon_rad:e}){let t=Math.cos(n);return[t*Math.cos(e),t*Math.sin(e),Math.sin(n)]}function ri([n,e,t]){return{lat_rad:Math.atan2(t,Math.hypot(n,e)),lon_rad:Math.atan2(e,n)}}function Bs(n,e){return Bl($n(n),$n(e))}function Bl(n,e){return Math.atan2(bn(Ir(n,e)),Et(n,e))}function ps(n,e,t){let[i,r]=[Math.sin(n.lat_rad),Math.cos(n.lat_rad)],[s,o]=[Math.sin(t),Math.cos(t)],a=r*o-i*s*Math.cos(e),l=s*Math.sin(e),c=i*o+r*s*Math.cos(e);return{lat_rad:Math.atan2(c,Math.hypot(a,l)),lon_rad:ls(n.lon_rad+Math.atan2(l,a))}}function $y(n,e,t){let i=Bl(n,e);if(i<1e-9)return n;let r=Math.sin(i);return bt(ut(n,Math.sin((1-t)*i)/r),ut(e,Math.sin(t*i)/r))}var KM=2.7,jM=12e5;function qy(n,e){return n.plans.flatMap(t=>[...t.areas.map(i=>sE(t,i)),...t.paths.map(i=>oE(t,i)),...ZM(n,t,e),rE(t,e)])}function ZM(n,e,t){let i=Xy(e,QM(e,t)),r=e.stations.flatMap((s,o)=>i===null||zs(e,s)||JM(e,o,t)?[iE(n,e,s,o,t)]:[]);return i===null?r:[...nE(e,i),...r]}function JM(n,e,t){return Gt(t,"observer",Vs(n,e))}function QM(n,{selected:e}){let i=e?.kind==="observer"&&e.id.startsWith(`${n.id}/`)?Number(e.id.slice(n.id.length+1)):-1;return(n.stations[i]??n.stations[eE(n)])?.observer??""}function eE(n){let[e]=n.best;return n.stations.findIndex(t=>e!==void 0&&Ky(e,t))}var tE=["place-most","place-some","place-least","place-none"];function nE(n,e){let t=s=>n.stations[s].burnout_speed_sigma_m_s,i=e.reduce((s,o)=>Math.min(s,t(o.number)??s),1/0),r=s=>{let o=(t(s)??1/0)/i;return Number.isFinite(o)?o<=2?"place-most":o<=5?"place-some":"place-least":"place-none"};return tE.flatMap(s=>{let o=e.filter(a=>r(a.number)===s);return o.length===0?[]:[{shape:"cells",layer:"observers",target:Ke("observer",n.id),look:s,strength:"normal",bounds_deg:Float64Array.from(o.flatMap(a=>[...a.bounds_deg])),indices:Uint32Array.from(o.map(a=>a.number))}]})}function Yy(n){return ra([{lat_rad:Ce(n.site_lat_deg),lon_rad:Ce(n.site_lon_deg)},...n.stations.map(e=>({lat_rad:Ce(e.lat_deg),lon_rad:Ce(e.lon_deg)}))])}function ra(n){let e=n.map($n).reduce(bt,[0,0,0]),t=ri(e),i=n.reduce((s,o)=>Math.max(s,Bs(t,o)),0),r=KM*i*Ze;return{...t,range_m:Math.max(r,jM)}}function Vs(n,e){return`${n.id}/${e}`}function zs(n,e){let t=n.best.at(-1);return t!==void 0&&Ky(t,e)}function Ky({observer:n,lat_deg:e,lon_deg:t},i){return n.some((r,s)=>r===i.observer&&e[s]===i.lat_deg&&t[s]===i.lon_deg)}function iE(n,e,t,i,r){let s=Vs(e,i),o=zs(e,t);return{shape:"mark",layer:"observers",target:Ke("observer",s),look:o?"observer-best":"observer",glyph:"observer",strength:Gt(r,"observer",s)?"strong":o?"normal":"faint",lon_deg:t.lon_deg,lat_deg:t.lat_deg,height_m:0,label:o?zt(n,r,t.observer):null,weight:o?70:10}}function rE(n,e){return{shape:"mark",layer:"observers",target:Ke("plan",n.id),look:"launch",glyph:"launch",strength:Gt(e,"plan",n.id)?"strong":"normal",lon_deg:n.site_lon_deg,lat_deg:n.site_lat_deg,height_m:0,label:ks(e,n.name),weight:75}}function sE(n,e){let t=e.lon_deg.map((s,o)=>[s,e.lat_deg[o]??0]),[i]=t,r=i===void 0?[]:Tf([...t,i]);return{shape:"area",layer:"observers",target:Ke("area",`${n.id}/${e.id}`),look:"hazard-area",strength:"normal",polygons:[[r]]}}function oE(n,e){let t=e.time_s[e.time_s.length-1]??0;return{shape:"line",layer:"observers",target:Ke("path",`${n.id}/${e.id}`),look:"announced",strength:"normal",courses:[na(e,e.time_s[0]??0,t)]}}function Tf(n){let e=0;for(let t=0;t+1<n.length;t++){let[[i,r],[s,o]]=[n[t],n[t+1]],a=((s-i)%360+540)%360-180;e+=a*(r+o)}return e>=0?[...n]:[...n].reverse()}var ms=["en","ru"],sa=["auto","light","dark"],jy=["auto","webgl","canvas"],Zy=["globe","polar","flat"],Jy=["assessment","live"],Ni=["borders","graticule","labels","regions","sectors","sites","fans","reach","flights","defended","disputed","tracks","trails","covariances","impacts","notices","observers"],Gs={phase:null,party:null,speed_m_s:null,delay_s:null,cap_m:null},oa={parties:[],sensors:[],classes:[]},ar={lat_rad:55*Math.PI/180,lon_rad:30*Math.PI/180,range_m:12e6,tilt_rad:0,heading_rad:0},ki={language:"en",theme:"auto",renderer:"auto",projection:"globe",subject:"assessment",camera:ar,hidden:[],claim:null,setting:Gs,compared:null,flight:null,time_s:null,rate:1,playing:!1,selected:null,table:null,filters:oa,viewer:null,picture:null};function Vl(n,e){return n==null||e==null?NaN:n<e?-1:n>e?1:n>=e?0:NaN}function aE(n,e){return n==null||e==null?NaN:e<n?-1:e>n?1:e>=n?0:NaN}function Qy(n){let e,t,i;n.length!==2?(e=Vl,t=(a,l)=>Vl(n(a),l),i=(a,l)=>n(a)-l):(e=n===Vl||n===aE?n:lE,t=n,i=n);function r(a,l,c=0,u=a.length){if(c<u){if(e(l,l)!==0)return u;do{let h=c+u>>>1;t(a[h],l)<0?c=h+1:u=h}while(c<u)}return c}function s(a,l,c=0,u=a.length){if(c<u){if(e(l,l)!==0)return u;do{let h=c+u>>>1;t(a[h],l)<=0?c=h+1:u=h}while(c<u)}return c}function o(a,l,c=0,u=a.length){let h=r(a,l,c,u-1);return h>c&&i(a[h-1],l)>-i(a[h],l)?h-1:h}return{left:r,center:o,right:s}}function lE(){return 0}function cE(n){return n===null?NaN:+n}var e_=Qy(Vl),sF=e_.right,oF=e_.left,aF=Qy(cE).center;var lF=t_(n_),cF=t_(uE);function t_(n){return function(e,t,i=t){if(!((t=+t)>=0))throw new RangeError("invalid rx");if(!((i=+i)>=0))throw new RangeError("invalid ry");let{data:r,width:s,height:o}=e;if(!((s=Math.floor(s))>=0))throw new RangeError("invalid width");if(!((o=Math.floor(o!==void 0?o:r.length/s))>=0))throw new RangeError("invalid height");if(!s||!o||!t&&!i)return e;let a=t&&n(t),l=i&&n(i),c=r.slice();return a&&l?(Hs(a,c,r,s,o),Hs(a,r,c,s,o),Hs(a,c,r,s,o),Ws(l,r,c,s,o),Ws(l,c,r,s,o),Ws(l,r,c,s,o)):a?(Hs(a,r,c,s,o),Hs(a,c,r,s,o),Hs(a,r,c,s,o)):l&&(Ws(l,r,c,s,o),Ws(l,c,r,s,o),Ws(l,r,c,s,o)),e}}function Hs(n,e,t,i,r){for(let s=0,o=i*r;s<o;)n(e,t,s,s+=i,1)}function Ws(n,e,t,i,r){for(let s=0,o=i*r;s<i;++s)n(e,t,s,s+o,i)}function uE(n){let e=n_(n);return(t,i,r,s,o)=>{r<<=2,s<<=2,o<<=2,e(t,i,r+0,s+0,o),e(t,i,r+1,s+1,o),e(t,i,r+2,s+2,o),e(t,i,r+3,s+3,o)}}function n_(n){let e=Math.floor(n);if(e===n)return hE(n);let t=n-e,i=2*n+1;return(r,s,o,a,l)=>{if(!((a-=l)>=o))return;let c=e*s[o],u=l*e,h=u+l;for(let d=o,f=o+u;d<f;d+=l)c+=s[Math.min(a,d)];for(let d=o,f=a;d<=f;d+=l)c+=s[Math.min(a,d+u)],r[d]=(c+t*(s[Math.max(o,d-h)]+s[Math.min(a,d+h)]))/i,c-=s[Math.max(o,d-u)]}}function hE(n){let e=2*n+1;return(t,i,r,s,o)=>{if(!((s-=o)>=r))return;let a=n*i[r],l=o*n;for(let c=r,u=r+l;c<u;c+=o)a+=i[Math.min(s,c)];for(let c=r,u=s;c<=u;c+=o)a+=i[Math.min(s,c+l)],t[c]=a/e,a-=i[Math.max(r,c-l)]}}var Qt=class{constructor(){this._partials=new Float64Array(32),this._n=0}add(e){let t=this._partials,i=0;for(let r=0;r<this._n&&r<32;r++){let s=t[r],o=e+s,a=Math.abs(e)<Math.abs(s)?e-(o-s):s-(o-e);a&&(t[i++]=a),e=o}return t[i]=e,this._n=i+1,this}valueOf(){let e=this._partials,t=this._n,i,r,s,o=0;if(t>0){for(o=e[--t];t>0&&(i=o,r=e[--t],o=i+r,s=r-(o-i),!s););t>0&&(s<0&&e[t-1]<0||s>0&&e[t-1]>0)&&(r=s*2,i=o+r,r==i-o&&(o=i))}return o}};var dE=Array.prototype,uF=dE.slice;var hF=Math.sqrt(50),dF=Math.sqrt(10),fF=Math.sqrt(2);function*fE(n){for(let e of n)yield*e}function zl(n){return Array.from(fE(n))}var pF=pE(Math.random);function pE(n){return function(t,i=0,r=t.length){let s=r-(i=+i);for(;s;){let o=n()*s--|0,a=t[s+i];t[s+i]=t[o+i],t[o+i]=a}return t}}var Je=1e-6,Gl=1e-12,Qe=Math.PI,Ln=Qe/2,Xs=Qe/4,en=Qe*2,si=180/Qe,ft=Qe/180,st=Math.abs,i_=Math.atan,In=Math.atan2,We=Math.cos;var je=Math.sin,r_=Math.sign||function(n){return n>0?1:n<0?-1:0},tn=Math.sqrt;function s_(n){return n>1?0:n<-1?Qe:Math.acos(n)}function qn(n){return n>1?Ln:n<-1?-Ln:Math.asin(n)}function pt(){}function Hl(n,e){n&&a_.hasOwnProperty(n.type)&&a_[n.type](n,e)}var o_={Feature:function(n,e){Hl(n.geometry,e)},FeatureCollection:function(n,e){for(var t=n.features,i=-1,r=t.length;++i<r;)Hl(t[i].geometry,e)}},a_={Sphere:function(n,e){e.sphere()},Point:function(n,e){n=n.coordinates,e.point(n[0],n[1],n[2])},MultiPoint:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)n=t[i],e.point(n[0],n[1],n[2])},LineString:function(n,e){Af(n.coordinates,e,0)},MultiLineString:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)Af(t[i],e,0)},Polygon:function(n,e){l_(n.coordinates,e)},MultiPolygon:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)l_(t[i],e)},GeometryCollection:function(n,e){for(var t=n.geometries,i=-1,r=t.length;++i<r;)Hl(t[i],e)}};function Af(n,e,t){var i=-1,r=n.length-t,s;for(e.lineStart();++i<r;)s=n[i],e.point(s[0],s[1],s[2]);e.lineEnd()}function l_(n,e){var t=-1,i=n.length;for(e.polygonStart();++t<i;)Af(n[t],e,1);e.polygonEnd()}function oi(n,e){n&&o_.hasOwnProperty(n.type)?o_[n.type](n,e):Hl(n,e)}var Cf=new Qt,Wl=new Qt,c_,u_,Rf,Pf,Lf,aa={point:pt,lineStart:pt,lineEnd:pt,polygonStart:function(){Cf=new Qt,aa.lineStart=mE,aa.lineEnd=gE},polygonEnd:function(){var n=+Cf;Wl.add(n<0?en+n:n),this.lineStart=this.lineEnd=this.point=pt},sphere:function(){Wl.add(en)}};function mE(){aa.point=yE}function gE(){h_(c_,u_)}function yE(n,e){aa.point=h_,c_=n,u_=e,n*=ft,e*=ft,Rf=n,Pf=We(e=e/2+Xs),Lf=je(e)}function h_(n,e){n*=ft,e*=ft,e=e/2+Xs;var t=n-Rf,i=t>=0?1:-1,r=i*t,s=We(e),o=je(e),a=Lf*o,l=Pf*s+a*We(r),c=a*i*je(r);Cf.add(In(c,l)),Rf=n,Pf=s,Lf=o}function If(n){return Wl=new Qt,oi(n,aa),Wl*2}function la(n){return[In(n[1],n[0]),qn(n[2])]}function Di(n){var e=n[0],t=n[1],i=We(t);return[i*We(e),i*je(e),je(t)]}function ca(n,e){return n[0]*e[0]+n[1]*e[1]+n[2]*e[2]}function $s(n,e){return[n[1]*e[2]-n[2]*e[1],n[2]*e[0]-n[0]*e[2],n[0]*e[1]-n[1]*e[0]]}function Xl(n,e){n[0]+=e[0],n[1]+=e[1],n[2]+=e[2]}function ua(n,e){return[n[0]*e,n[1]*e,n[2]*e]}function ha(n){var e=tn(n[0]*n[0]+n[1]*n[1]+n[2]*n[2]);n[0]/=e,n[1]/=e,n[2]/=e}function da(n,e){function t(i,r){return i=n(i,r),e(i[0],i[1])}return n.invert&&e.invert&&(t.invert=function(i,r){return i=e.invert(i,r),i&&n.invert(i[0],i[1])}),t}function Nf(n,e){return st(n)>Qe&&(n-=Math.round(n/en)*en),[n,e]}Nf.invert=Nf;function m_(n,e,t){return(n%=en)?e||t?da(f_(n),p_(e,t)):f_(n):e||t?p_(e,t):Nf}function d_(n){return function(e,t){return e+=n,st(e)>Qe&&(e-=Math.round(e/en)*en),[e,t]}}function f_(n){var e=d_(n);return e.invert=d_(-n),e}function p_(n,e){var t=We(n),i=je(n),r=We(e),s=je(e);function o(a,l){var c=We(l),u=We(a)*c,h=je(a)*c,d=je(l),f=d*t+u*i;return[In(h*r-f*s,u*t-d*i),qn(f*r+h*s)]}return o.invert=function(a,l){var c=We(l),u=We(a)*c,h=je(a)*c,d=je(l),f=d*r-h*s;return[In(h*r+d*s,u*t+f*i),qn(f*t-u*i)]},o}function y_(n,e,t,i,r,s){if(t){var o=We(e),a=je(e),l=i*t;r==null?(r=e+i*en,s=e-l/2):(r=g_(o,r),s=g_(o,s),(i>0?r<s:r>s)&&(r+=i*en));for(var c,u=r;i>0?u>s:u<s;u-=l)c=la([o,-a*We(u),-a*je(u)]),n.point(c[0],c[1])}}function g_(n,e){e=Di(e),e[0]-=n,ha(e);var t=s_(-e[1]);return((-e[2]<0?-t:t)+en-Je)%en}function $l(){var n=[],e;return{point:function(t,i,r){e.push([t,i,r])},lineStart:function(){n.push(e=[])},lineEnd:pt,rejoin:function(){n.length>1&&n.push(n.pop().concat(n.shift()))},result:function(){var t=n;return n=[],e=null,t}}}function qs(n,e){return st(n[0]-e[0])<Je&&st(n[1]-e[1])<Je}function ql(n,e,t,i){this.x=n,this.z=e,this.o=t,this.e=i,this.v=!1,this.n=this.p=null}function Yl(n,e,t,i,r){var s=[],o=[],a,l;if(n.forEach(function(m){if(!((x=m.length-1)<=0)){var x,p=m[0],g=m[x],S;if(qs(p,g)){if(!p[2]&&!g[2]){for(r.lineStart(),a=0;a<x;++a)r.point((p=m[a])[0],p[1]);r.lineEnd();return}g[0]+=2*Je}s.push(S=new ql(p,m,null,!0)),o.push(S.o=new ql(p,null,S,!1)),s.push(S=new ql(g,m,null,!1)),o.push(S.o=new ql(g,null,S,!0))}}),!!s.length){for(o.sort(e),__(s),__(o),a=0,l=o.length;a<l;++a)o[a].e=t=!t;for(var c=s[0],u,h;;){for(var d=c,f=!0;d.v;)if((d=d.n)===c)return;u=d.z,r.lineStart();do{if(d.v=d.o.v=!0,d.e){if(f)for(a=0,l=u.length;a<l;++a)r.point((h=u[a])[0],h[1]);else i(d.x,d.n.x,1,r);d=d.n}else{if(f)for(u=d.p.z,a=u.length-1;a>=0;--a)r.point((h=u[a])[0],h[1]);else i(d.x,d.p.x,-1,r);d=d.p}d=d.o,u=d.z,f=!f}while(!d.v);r.lineEnd()}}}function __(n){if(e=n.length){for(var e,t=0,i=n[0],r;++t<e;)i.n=r=n[t],r.p=i,i=r;i.n=r=n[0],r.p=i}}function kf(n){return st(n[0])<=Qe?n[0]:r_(n[0])*((st(n[0])+Qe)%en-Qe)}function Kl(n,e){var t=kf(e),i=e[1],r=je(i),s=[je(t),-We(t),0],o=0,a=0,l=new Qt;r===1?i=Ln+Je:r===-1&&(i=-Ln-Je);for(var c=0,u=n.length;c<u;++c)if(d=(h=n[c]).length)for(var h,d,f=h[d-1],m=kf(f),x=f[1]/2+Xs,p=je(x),g=We(x),S=0;S<d;++S,m=w,p=T,g=y,f=E){var E=h[S],w=kf(E),C=E[1]/2+Xs,T=je(C),y=We(C),M=w-m,D=M>=0?1:-1,I=D*M,N=I>Qe,z=p*T;if(l.add(In(z*D*je(I),g*y+z*We(I))),o+=N?M+D*en:M,N^m>=t^w>=t){var W=$s(Di(f),Di(E));ha(W);var R=$s(s,W);ha(R);var L=(N^M>=0?-1:1)*qn(R[2]);(i>L||i===L&&(W[0]||W[1]))&&(a+=N^M>=0?1:-1)}}return(o<-Je||o<Je&&l<-Gl)^a&1}function jl(n,e,t,i){return function(r){var s=e(r),o=$l(),a=e(o),l=!1,c,u,h,d={point:f,lineStart:x,lineEnd:p,polygonStart:function(){d.point=g,d.lineStart=S,d.lineEnd=E,u=[],c=[]},polygonEnd:function(){d.point=f,d.lineStart=x,d.lineEnd=p,u=zl(u);var w=Kl(c,i);u.length?(l||(r.polygonStart(),l=!0),Yl(u,bE,w,t,r)):w&&(l||(r.polygonStart(),l=!0),r.lineStart(),t(null,null,1,r),r.lineEnd()),l&&(r.polygonEnd(),l=!1),u=c=null},sphere:function(){r.polygonStart(),r.lineStart(),t(null,null,1,r),r.lineEnd(),r.polygonEnd()}};function f(w,C){n(w,C)&&r.point(w,C)}function m(w,C){s.point(w,C)}function x(){d.point=m,s.lineStart()}function p(){d.point=f,s.lineEnd()}function g(w,C){h.push([w,C]),a.point(w,C)}function S(){a.lineStart(),h=[]}function E(){g(h[0][0],h[0][1]),a.lineEnd();var w=a.clean(),C=o.result(),T,y=C.length,M,D,I;if(h.pop(),c.push(h),h=null,!!y){if(w&1){if(D=C[0],(M=D.length-1)>0){for(l||(r.polygonStart(),l=!0),r.lineStart(),T=0;T<M;++T)r.point((I=D[T])[0],I[1]);r.lineEnd()}return}y>1&&w&2&&C.push(C.pop().concat(C.shift())),u.push(C.filter(_E))}}return d}}function _E(n){return n.length>1}function bE(n,e){return((n=n.x)[0]<0?n[1]-Ln-Je:Ln-n[1])-((e=e.x)[0]<0?e[1]-Ln-Je:Ln-e[1])}var Df=jl(function(){return!0},xE,wE,[-Qe,-Ln]);function xE(n){var e=NaN,t=NaN,i=NaN,r;return{lineStart:function(){n.lineStart(),r=1},point:function(s,o){var a=s>0?Qe:-Qe,l=st(s-e);st(l-Qe)<Je?(n.point(e,t=(t+o)/2>0?Ln:-Ln),n.point(i,t),n.lineEnd(),n.lineStart(),n.point(a,t),n.point(s,t),r=0):i!==a&&l>=Qe&&(st(e-i)<Je&&(e-=i*Je),st(s-a)<Je&&(s-=a*Je),t=vE(e,t,s,o),n.point(i,t),n.lineEnd(),n.lineStart(),n.point(a,t),r=0),n.point(e=s,t=o),i=a},lineEnd:function(){n.lineEnd(),e=t=NaN},clean:function(){return 2-r}}}function vE(n,e,t,i){var r,s,o=je(n-t);return st(o)>Je?i_((je(e)*(s=We(i))*je(t)-je(i)*(r=We(e))*je(n))/(r*s*o)):(e+i)/2}function wE(n,e,t,i){var r;if(n==null)r=t*Ln,i.point(-Qe,r),i.point(0,r),i.point(Qe,r),i.point(Qe,0),i.point(Qe,-r),i.point(0,-r),i.point(-Qe,-r),i.point(-Qe,0),i.point(-Qe,r);else if(st(n[0]-e[0])>Je){var s=n[0]<e[0]?Qe:-Qe;r=t*s/2,i.point(-s,r),i.point(0,r),i.point(s,r)}else i.point(e[0],e[1])}function b_(n){var e=We(n),t=2*ft,i=e>0,r=st(e)>Je;function s(u,h,d,f){y_(f,n,t,d,u,h)}function o(u,h){return We(u)*We(h)>e}function a(u){var h,d,f,m,x;return{lineStart:function(){m=f=!1,x=1},point:function(p,g){var S=[p,g],E,w=o(p,g),C=i?w?0:c(p,g):w?c(p+(p<0?Qe:-Qe),g):0;if(!h&&(m=f=w)&&u.lineStart(),w!==f&&(E=l(h,S),(!E||qs(h,E)||qs(S,E))&&(S[2]=1)),w!==f)x=0,w?(u.lineStart(),E=l(S,h),u.point(E[0],E[1])):(E=l(h,S),u.point(E[0],E[1],2),u.lineEnd()),h=E;else if(r&&h&&i^w){var T;!(C&d)&&(T=l(S,h,!0))&&(x=0,i?(u.lineStart(),u.point(T[0][0],T[0][1]),u.point(T[1][0],T[1][1]),u.lineEnd()):(u.point(T[1][0],T[1][1]),u.lineEnd(),u.lineStart(),u.point(T[0][0],T[0][1],3)))}w&&(!h||!qs(h,S))&&u.point(S[0],S[1]),h=S,f=w,d=C},lineEnd:function(){f&&u.lineEnd(),h=null},clean:function(){return x|(m&&f)<<1}}}function l(u,h,d){var f=Di(u),m=Di(h),x=[1,0,0],p=$s(f,m),g=ca(p,p),S=p[0],E=g-S*S;if(!E)return!d&&u;var w=e*g/E,C=-e*S/E,T=$s(x,p),y=ua(x,w),M=ua(p,C);Xl(y,M);var D=T,I=ca(y,D),N=ca(D,D),z=I*I-N*(ca(y,y)-1);if(!(z<0)){var W=tn(z),R=ua(D,(-I-W)/N);if(Xl(R,y),R=la(R),!d)return R;var L=u[0],G=h[0],V=u[1],ne=h[1],X;G<L&&(X=L,L=G,G=X);var Q=G-L,te=st(Q-Qe)<Je,xe=te||Q<Je;if(!te&&ne<V&&(X=V,V=ne,ne=X),xe?te?V+ne>0^R[1]<(st(R[0]-L)<Je?V:ne):V<=R[1]&&R[1]<=ne:Q>Qe^(L<=R[0]&&R[0]<=G)){var Re=ua(D,(-I+W)/N);return Xl(Re,y),[R,la(Re)]}}}function c(u,h){var d=i?n:Qe-n,f=0;return u<-d?f|=1:u>d&&(f|=2),h<-d?f|=4:h>d&&(f|=8),f}return jl(o,a,s,i?[0,-n]:[-Qe,n-Qe])}function x_(n,e,t,i,r,s){var o=n[0],a=n[1],l=e[0],c=e[1],u=0,h=1,d=l-o,f=c-a,m;if(m=t-o,!(!d&&m>0)){if(m/=d,d<0){if(m<u)return;m<h&&(h=m)}else if(d>0){if(m>h)return;m>u&&(u=m)}if(m=r-o,!(!d&&m<0)){if(m/=d,d<0){if(m>h)return;m>u&&(u=m)}else if(d>0){if(m<u)return;m<h&&(h=m)}if(m=i-a,!(!f&&m>0)){if(m/=f,f<0){if(m<u)return;m<h&&(h=m)}else if(f>0){if(m>h)return;m>u&&(u=m)}if(m=s-a,!(!f&&m<0)){if(m/=f,f<0){if(m>h)return;m>u&&(u=m)}else if(f>0){if(m<u)return;m<h&&(h=m)}return u>0&&(n[0]=o+u*d,n[1]=a+u*f),h<1&&(e[0]=o+h*d,e[1]=a+h*f),!0}}}}}var fa=1e9,Zl=-fa;function Of(n,e,t,i){function r(c,u){return n<=c&&c<=t&&e<=u&&u<=i}function s(c,u,h,d){var f=0,m=0;if(c==null||(f=o(c,h))!==(m=o(u,h))||l(c,u)<0^h>0)do d.point(f===0||f===3?n:t,f>1?i:e);while((f=(f+h+4)%4)!==m);else d.point(u[0],u[1])}function o(c,u){return st(c[0]-n)<Je?u>0?0:3:st(c[0]-t)<Je?u>0?2:1:st(c[1]-e)<Je?u>0?1:0:u>0?3:2}function a(c,u){return l(c.x,u.x)}function l(c,u){var h=o(c,1),d=o(u,1);return h!==d?h-d:h===0?u[1]-c[1]:h===1?c[0]-u[0]:h===2?c[1]-u[1]:u[0]-c[0]}return function(c){var u=c,h=$l(),d,f,m,x,p,g,S,E,w,C,T,y={point:M,lineStart:z,lineEnd:W,polygonStart:I,polygonEnd:N};function M(L,G){r(L,G)&&u.point(L,G)}function D(){for(var L=0,G=0,V=f.length;G<V;++G)for(var ne=f[G],X=1,Q=ne.length,te=ne[0],xe,Re,Y=te[0],he=te[1];X<Q;++X)xe=Y,Re=he,te=ne[X],Y=te[0],he=te[1],Re<=i?he>i&&(Y-xe)*(i-Re)>(he-Re)*(n-xe)&&++L:he<=i&&(Y-xe)*(i-Re)<(he-Re)*(n-xe)&&--L;return L}function I(){u=h,d=[],f=[],T=!0}function N(){var L=D(),G=T&&L,V=(d=zl(d)).length;(G||V)&&(c.polygonStart(),G&&(c.lineStart(),s(null,null,1,c),c.lineEnd()),V&&Yl(d,a,L,s,c),c.polygonEnd()),u=c,d=f=m=null}function z(){y.point=R,f&&f.push(m=[]),C=!0,w=!1,S=E=NaN}function W(){d&&(R(x,p),g&&w&&h.rejoin(),d.push(h.result())),y.point=M,w&&u.lineEnd()}function R(L,G){var V=r(L,G);if(f&&m.push([L,G]),C)x=L,p=G,g=V,C=!1,V&&(u.lineStart(),u.point(L,G));else if(V&&w)u.point(L,G);else{var ne=[S=Math.max(Zl,Math.min(fa,S)),E=Math.max(Zl,Math.min(fa,E))],X=[L=Math.max(Zl,Math.min(fa,L)),G=Math.max(Zl,Math.min(fa,G))];x_(ne,X,n,e,t,i)?(w||(u.lineStart(),u.point(ne[0],ne[1])),u.point(X[0],X[1]),V||u.lineEnd(),T=!1):V&&(u.lineStart(),u.point(L,G),T=!1)}S=L,E=G,w=V}return y}}var Ff,Uf,Jl,Ql,Ys={sphere:pt,point:pt,lineStart:SE,lineEnd:pt,polygonStart:pt,polygonEnd:pt};function SE(){Ys.point=EE,Ys.lineEnd=ME}function ME(){Ys.point=Ys.lineEnd=pt}function EE(n,e){n*=ft,e*=ft,Uf=n,Jl=je(e),Ql=We(e),Ys.point=TE}function TE(n,e){n*=ft,e*=ft;var t=je(e),i=We(e),r=st(n-Uf),s=We(r),o=je(r),a=i*o,l=Ql*t-Jl*i*s,c=Jl*t+Ql*i*s;Ff.add(In(tn(a*a+l*l),c)),Uf=n,Jl=t,Ql=i}function v_(n){return Ff=new Qt,oi(n,Ys),+Ff}var Bf=[null,null],AE={type:"LineString",coordinates:Bf};function ec(n,e){return Bf[0]=n,Bf[1]=e,v_(AE)}var w_={Feature:function(n,e){return tc(n.geometry,e)},FeatureCollection:function(n,e){for(var t=n.features,i=-1,r=t.length;++i<r;)if(tc(t[i].geometry,e))return!0;return!1}},S_={Sphere:function(){return!0},Point:function(n,e){return M_(n.coordinates,e)},MultiPoint:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)if(M_(t[i],e))return!0;return!1},LineString:function(n,e){return E_(n.coordinates,e)},MultiLineString:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)if(E_(t[i],e))return!0;return!1},Polygon:function(n,e){return T_(n.coordinates,e)},MultiPolygon:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)if(T_(t[i],e))return!0;return!1},GeometryCollection:function(n,e){for(var t=n.geometries,i=-1,r=t.length;++i<r;)if(tc(t[i],e))return!0;return!1}};function tc(n,e){return n&&S_.hasOwnProperty(n.type)?S_[n.type](n,e):!1}function M_(n,e){return ec(n,e)===0}function E_(n,e){for(var t,i,r,s=0,o=n.length;s<o;s++){if(i=ec(n[s],e),i===0||s>0&&(r=ec(n[s],n[s-1]),r>0&&t<=r&&i<=r&&(t+i-r)*(1-Math.pow((t-i)/r,2))<Gl*r))return!0;t=i}return!1}function T_(n,e){return!!Kl(n.map(CE),A_(e))}function CE(n){return n=n.map(A_),n.pop(),n}function A_(n){return[n[0]*ft,n[1]*ft]}function Vf(n,e){return(n&&w_.hasOwnProperty(n.type)?w_[n.type]:tc)(n,e)}var pa=n=>n;var zf=new Qt,Gf=new Qt,C_,R_,Hf,Wf,Or={point:pt,lineStart:pt,lineEnd:pt,polygonStart:function(){Or.lineStart=RE,Or.lineEnd=LE},polygonEnd:function(){Or.lineStart=Or.lineEnd=Or.point=pt,zf.add(st(Gf)),Gf=new Qt},result:function(){var n=zf/2;return zf=new Qt,n}};function RE(){Or.point=PE}function PE(n,e){Or.point=P_,C_=Hf=n,R_=Wf=e}function P_(n,e){Gf.add(Wf*n-Hf*e),Hf=n,Wf=e}function LE(){P_(C_,R_)}var Xf=Or;var Ks=1/0,nc=Ks,ma=-Ks,ic=ma,IE={point:NE,lineStart:pt,lineEnd:pt,polygonStart:pt,polygonEnd:pt,result:function(){var n=[[Ks,nc],[ma,ic]];return ma=ic=-(nc=Ks=1/0),n}};function NE(n,e){n<Ks&&(Ks=n),n>ma&&(ma=n),e<nc&&(nc=e),e>ic&&(ic=e)}var js=IE;var $f=0,qf=0,ga=0,rc=0,sc=0,Zs=0,Yf=0,Kf=0,ya=0,N_,k_,Oi,Fi,pi={point:gs,lineStart:L_,lineEnd:I_,polygonStart:function(){pi.lineStart=OE,pi.lineEnd=FE},polygonEnd:function(){pi.point=gs,pi.lineStart=L_,pi.lineEnd=I_},result:function(){var n=ya?[Yf/ya,Kf/ya]:Zs?[rc/Zs,sc/Zs]:ga?[$f/ga,qf/ga]:[NaN,NaN];return $f=qf=ga=rc=sc=Zs=Yf=Kf=ya=0,n}};function gs(n,e){$f+=n,qf+=e,++ga}function L_(){pi.point=kE}function kE(n,e){pi.point=DE,gs(Oi=n,Fi=e)}function DE(n,e){var t=n-Oi,i=e-Fi,r=tn(t*t+i*i);rc+=r*(Oi+n)/2,sc+=r*(Fi+e)/2,Zs+=r,gs(Oi=n,Fi=e)}function I_(){pi.point=gs}function OE(){pi.point=UE}function FE(){D_(N_,k_)}function UE(n,e){pi.point=D_,gs(N_=Oi=n,k_=Fi=e)}function D_(n,e){var t=n-Oi,i=e-Fi,r=tn(t*t+i*i);rc+=r*(Oi+n)/2,sc+=r*(Fi+e)/2,Zs+=r,r=Fi*n-Oi*e,Yf+=r*(Oi+n),Kf+=r*(Fi+e),ya+=r*3,gs(Oi=n,Fi=e)}var jf=pi;function oc(n){this._context=n}oc.prototype={_radius:4.5,pointRadius:function(n){return this._radius=n,this},polygonStart:function(){this._line=0},polygonEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){this._line===0&&this._context.closePath(),this._point=NaN},point:function(n,e){switch(this._point){case 0:{this._context.moveTo(n,e),this._point=1;break}case 1:{this._context.lineTo(n,e);break}default:{this._context.moveTo(n+this._radius,e),this._context.arc(n,e,this._radius,0,en);break}}},result:pt};var Jf=new Qt,Zf,O_,F_,_a,ba,ac={point:pt,lineStart:function(){ac.point=BE},lineEnd:function(){Zf&&U_(O_,F_),ac.point=pt},polygonStart:function(){Zf=!0},polygonEnd:function(){Zf=null},result:function(){var n=+Jf;return Jf=new Qt,n}};function BE(n,e){ac.point=U_,O_=_a=n,F_=ba=e}function U_(n,e){_a-=n,ba-=e,Jf.add(tn(_a*_a+ba*ba)),_a=n,ba=e}var Qf=ac;var B_,lc,V_,z_,Js=class{constructor(e){this._append=e==null?G_:VE(e),this._radius=4.5,this._=""}pointRadius(e){return this._radius=+e,this}polygonStart(){this._line=0}polygonEnd(){this._line=NaN}lineStart(){this._point=0}lineEnd(){this._line===0&&(this._+="Z"),this._point=NaN}point(e,t){switch(this._point){case 0:{this._append`M${e},${t}`,this._point=1;break}case 1:{this._append`L${e},${t}`;break}default:{if(this._append`M${e},${t}`,this._radius!==V_||this._append!==lc){let i=this._radius,r=this._;this._="",this._append`m0,${i}a${i},${i} 0 1,1 0,${-2*i}a${i},${i} 0 1,1 0,${2*i}z`,V_=i,lc=this._append,z_=this._,this._=r}this._+=z_;break}}}result(){let e=this._;return this._="",e.length?e:null}};function G_(n){let e=1;this._+=n[0];for(let t=n.length;e<t;++e)this._+=arguments[e]+n[e]}function VE(n){let e=Math.floor(n);if(!(e>=0))throw new RangeError(`invalid digits: ${n}`);if(e>15)return G_;if(e!==B_){let t=10**e;B_=e,lc=function(r){let s=1;this._+=r[0];for(let o=r.length;s<o;++s)this._+=Math.round(arguments[s]*t)/t+r[s]}}return lc}function xa(n,e){let t=3,i=4.5,r,s;function o(a){return a&&(typeof i=="function"&&s.pointRadius(+i.apply(this,arguments)),oi(a,r(s))),s.result()}return o.area=function(a){return oi(a,r(Xf)),Xf.result()},o.measure=function(a){return oi(a,r(Qf)),Qf.result()},o.bounds=function(a){return oi(a,r(js)),js.result()},o.centroid=function(a){return oi(a,r(jf)),jf.result()},o.projection=function(a){return arguments.length?(r=a==null?(n=null,pa):(n=a).stream,o):n},o.context=function(a){return arguments.length?(s=a==null?(e=null,new Js(t)):new oc(e=a),typeof i!="function"&&s.pointRadius(i),o):e},o.pointRadius=function(a){return arguments.length?(i=typeof a=="function"?a:(s.pointRadius(+a),+a),o):i},o.digits=function(a){if(!arguments.length)return t;if(a==null)t=null;else{let l=Math.floor(a);if(!(l>=0))throw new RangeError(`invalid digits: ${a}`);t=l}return e===null&&(s=new Js(t)),o},o.projection(n).digits(t).context(e)}function va(n){return function(e){var t=new ep;for(var i in n)t[i]=n[i];return t.stream=e,t}}function ep(){}ep.prototype={constructor:ep,point:function(n,e){this.stream.point(n,e)},sphere:function(){this.stream.sphere()},lineStart:function(){this.stream.lineStart()},lineEnd:function(){this.stream.lineEnd()},polygonStart:function(){this.stream.polygonStart()},polygonEnd:function(){this.stream.polygonEnd()}};function tp(n,e,t){var i=n.clipExtent&&n.clipExtent();return n.scale(150).translate([0,0]),i!=null&&n.clipExtent(null),oi(t,n.stream(js)),e(js.result()),i!=null&&n.clipExtent(i),n}function np(n,e,t){return tp(n,function(i){var r=e[1][0]-e[0][0],s=e[1][1]-e[0][1],o=Math.min(r/(i[1][0]-i[0][0]),s/(i[1][1]-i[0][1])),a=+e[0][0]+(r-o*(i[1][0]+i[0][0]))/2,l=+e[0][1]+(s-o*(i[1][1]+i[0][1]))/2;n.scale(150*o).translate([a,l])},t)}function H_(n,e,t){return np(n,[[0,0],e],t)}function W_(n,e,t){return tp(n,function(i){var r=+e,s=r/(i[1][0]-i[0][0]),o=(r-s*(i[1][0]+i[0][0]))/2,a=-s*i[0][1];n.scale(150*s).translate([o,a])},t)}function X_(n,e,t){return tp(n,function(i){var r=+e,s=r/(i[1][1]-i[0][1]),o=-s*i[0][0],a=(r-s*(i[1][1]+i[0][1]))/2;n.scale(150*s).translate([o,a])},t)}var $_=16,zE=We(30*ft);function ip(n,e){return+e?HE(n,e):GE(n)}function GE(n){return va({point:function(e,t){e=n(e,t),this.stream.point(e[0],e[1])}})}function HE(n,e){function t(i,r,s,o,a,l,c,u,h,d,f,m,x,p){var g=c-i,S=u-r,E=g*g+S*S;if(E>4*e&&x--){var w=o+d,C=a+f,T=l+m,y=tn(w*w+C*C+T*T),M=qn(T/=y),D=st(st(T)-1)<Je||st(s-h)<Je?(s+h)/2:In(C,w),I=n(D,M),N=I[0],z=I[1],W=N-i,R=z-r,L=S*W-g*R;(L*L/E>e||st((g*W+S*R)/E-.5)>.3||o*d+a*f+l*m<zE)&&(t(i,r,s,o,a,l,N,z,D,w/=y,C/=y,T,x,p),p.point(N,z),t(N,z,D,w,C,T,c,u,h,d,f,m,x,p))}}return function(i){var r,s,o,a,l,c,u,h,d,f,m,x,p={point:g,lineStart:S,lineEnd:w,polygonStart:function(){i.polygonStart(),p.lineStart=C},polygonEnd:function(){i.polygonEnd(),p.lineStart=S}};function g(M,D){M=n(M,D),i.point(M[0],M[1])}function S(){h=NaN,p.point=E,i.lineStart()}function E(M,D){var I=Di([M,D]),N=n(M,D);t(h,d,u,f,m,x,h=N[0],d=N[1],u=M,f=I[0],m=I[1],x=I[2],$_,i),i.point(h,d)}function w(){p.point=g,i.lineEnd()}function C(){S(),p.point=T,p.lineEnd=y}function T(M,D){E(r=M,D),s=h,o=d,a=f,l=m,c=x,p.point=E}function y(){t(h,d,u,f,m,x,s,o,r,a,l,c,$_,i),p.lineEnd=w,w()}return p}}var WE=va({point:function(n,e){this.stream.point(n*ft,e*ft)}});function XE(n){return va({point:function(e,t){var i=n(e,t);return this.stream.point(i[0],i[1])}})}function $E(n,e,t,i,r){function s(o,a){return o*=i,a*=r,[e+n*o,t-n*a]}return s.invert=function(o,a){return[(o-e)/n*i,(t-a)/n*r]},s}function q_(n,e,t,i,r,s){if(!s)return $E(n,e,t,i,r);var o=We(s),a=je(s),l=o*n,c=a*n,u=o/n,h=a/n,d=(a*t-o*e)/n,f=(a*e+o*t)/n;function m(x,p){return x*=i,p*=r,[l*x-c*p+e,t-c*x-l*p]}return m.invert=function(x,p){return[i*(u*x-h*p+d),r*(f-h*x-u*p)]},m}function Fr(n){return Y_(function(){return n})()}function Y_(n){var e,t=150,i=480,r=250,s=0,o=0,a=0,l=0,c=0,u,h=0,d=1,f=1,m=null,x=Df,p=null,g,S,E,w=pa,C=.5,T,y,M,D,I;function N(L){return M(L[0]*ft,L[1]*ft)}function z(L){return L=M.invert(L[0],L[1]),L&&[L[0]*si,L[1]*si]}N.stream=function(L){return D&&I===L?D:D=WE(XE(u)(x(T(w(I=L)))))},N.preclip=function(L){return arguments.length?(x=L,m=void 0,R()):x},N.postclip=function(L){return arguments.length?(w=L,p=g=S=E=null,R()):w},N.clipAngle=function(L){return arguments.length?(x=+L?b_(m=L*ft):(m=null,Df),R()):m*si},N.clipExtent=function(L){return arguments.length?(w=L==null?(p=g=S=E=null,pa):Of(p=+L[0][0],g=+L[0][1],S=+L[1][0],E=+L[1][1]),R()):p==null?null:[[p,g],[S,E]]},N.scale=function(L){return arguments.length?(t=+L,W()):t},N.translate=function(L){return arguments.length?(i=+L[0],r=+L[1],W()):[i,r]},N.center=function(L){return arguments.length?(s=L[0]%360*ft,o=L[1]%360*ft,W()):[s*si,o*si]},N.rotate=function(L){return arguments.length?(a=L[0]%360*ft,l=L[1]%360*ft,c=L.length>2?L[2]%360*ft:0,W()):[a*si,l*si,c*si]},N.angle=function(L){return arguments.length?(h=L%360*ft,W()):h*si},N.reflectX=function(L){return arguments.length?(d=L?-1:1,W()):d<0},N.reflectY=function(L){return arguments.length?(f=L?-1:1,W()):f<0},N.precision=function(L){return arguments.length?(T=ip(y,C=L*L),R()):tn(C)},N.fitExtent=function(L,G){return np(N,L,G)},N.fitSize=function(L,G){return H_(N,L,G)},N.fitWidth=function(L,G){return W_(N,L,G)},N.fitHeight=function(L,G){return X_(N,L,G)};function W(){var L=q_(t,0,0,d,f,h).apply(null,e(s,o)),G=q_(t,i-L[0],r-L[1],d,f,h);return u=m_(a,l,c),y=da(e,G),M=da(u,y),T=ip(y,C),R()}function R(){return D=I=null,N}return function(){return e=n.apply(this,arguments),N.invert=e.invert&&z,W()}}function K_(n){return function(e,t){var i=We(e),r=We(t),s=n(i*r);return s===1/0?[2,0]:[s*r*je(e),s*je(t)]}}function j_(n){return function(e,t){var i=tn(e*e+t*t),r=n(i),s=je(r),o=We(r);return[In(e*s,i*o),qn(i&&t*s/i)]}}var rp=K_(function(n){return tn(2/(1+n))});rp.invert=j_(function(n){return 2*qn(n/2)});function sp(){return Fr(rp).scale(124.75).clipAngle(180-.001)}function op(n,e){var t=e*e,i=t*t;return[n*(.8707-.131979*t+i*(-.013791+i*(.003971*t-.001529*i))),e*(1.007226+t*(.015085+i*(-.044475+.028874*t-.005916*i)))]}op.invert=function(n,e){var t=e,i=25,r;do{var s=t*t,o=s*s;t-=r=(t*(1.007226+s*(.015085+o*(-.044475+.028874*s-.005916*o)))-e)/(1.007226+s*(.015085*3+o*(-.044475*7+.028874*9*s-.005916*11*o)))}while(st(r)>Je&&--i>0);return[n/(.8707+(s=t*t)*(-.131979+s*(-.013791+s*s*s*(.003971-.001529*s)))),t]};function ap(){return Fr(op).scale(175.295)}function lp(n){return n}function cc(n){if(n==null)return lp;var e,t,i=n.scale[0],r=n.scale[1],s=n.translate[0],o=n.translate[1];return function(a,l){l||(e=t=0);var c=2,u=a.length,h=new Array(u);for(h[0]=(e+=a[0])*i+s,h[1]=(t+=a[1])*r+o;c<u;)h[c]=a[c],++c;return h}}function Z_(n,e){for(var t,i=n.length,r=i-e;r<--i;)t=n[r],n[r++]=n[i],n[i]=t}function cp(n,e){return typeof e=="string"&&(e=n.objects[e]),e.type==="GeometryCollection"?{type:"FeatureCollection",features:e.geometries.map(function(t){return J_(n,t)})}:J_(n,e)}function J_(n,e){var t=e.id,i=e.bbox,r=e.properties==null?{}:e.properties,s=wa(n,e);return t==null&&i==null?{type:"Feature",properties:r,geometry:s}:i==null?{type:"Feature",id:t,properties:r,geometry:s}:{type:"Feature",id:t,bbox:i,properties:r,geometry:s}}function wa(n,e){var t=cc(n.transform),i=n.arcs;function r(u,h){h.length&&h.pop();for(var d=i[u<0?~u:u],f=0,m=d.length;f<m;++f)h.push(t(d[f],f));u<0&&Z_(h,m)}function s(u){return t(u)}function o(u){for(var h=[],d=0,f=u.length;d<f;++d)r(u[d],h);return h.length<2&&h.push(h[0]),h}function a(u){for(var h=o(u);h.length<4;)h.push(h[0]);return h}function l(u){return u.map(a)}function c(u){var h=u.type,d;switch(h){case"GeometryCollection":return{type:h,geometries:u.geometries.map(c)};case"Point":d=s(u.coordinates);break;case"MultiPoint":d=u.coordinates.map(s);break;case"LineString":d=o(u.arcs);break;case"MultiLineString":d=u.arcs.map(o);break;case"Polygon":d=l(u.arcs);break;case"MultiPolygon":d=u.arcs.map(l);break;default:return null}return{type:h,coordinates:d}}return c(e)}function up(n,e){var t={},i={},r={},s=[],o=-1;e.forEach(function(c,u){var h=n.arcs[c<0?~c:c],d;h.length<3&&!h[1][0]&&!h[1][1]&&(d=e[++o],e[o]=c,e[u]=d)}),e.forEach(function(c){var u=a(c),h=u[0],d=u[1],f,m;if(f=r[h])if(delete r[f.end],f.push(c),f.end=d,m=i[d]){delete i[m.start];var x=m===f?f:f.concat(m);i[x.start=f.start]=r[x.end=m.end]=x}else i[f.start]=r[f.end]=f;else if(f=i[d])if(delete i[f.start],f.unshift(c),f.start=h,m=r[h]){delete r[m.end];var p=m===f?f:m.concat(f);i[p.start=m.start]=r[p.end=f.end]=p}else i[f.start]=r[f.end]=f;else f=[c],i[f.start=h]=r[f.end=d]=f});function a(c){var u=n.arcs[c<0?~c:c],h=u[0],d;return n.transform?(d=[0,0],u.forEach(function(f){d[0]+=f[0],d[1]+=f[1]})):d=u[u.length-1],c<0?[d,h]:[h,d]}function l(c,u){for(var h in c){var d=c[h];delete u[d.start],delete d.start,delete d.end,d.forEach(function(f){t[f<0?~f:f]=1}),s.push(d)}}return l(r,i),l(i,r),e.forEach(function(c){t[c<0?~c:c]||s.push([c])}),s}function qE(n){for(var e=-1,t=n.length,i,r=n[t-1],s=0;++e<t;)i=r,r=n[e],s+=i[0]*r[1]-i[1]*r[0];return Math.abs(s)}function hp(n){return wa(n,Q_.apply(this,arguments))}function Q_(n,e){var t={},i=[],r=[];e.forEach(s);function s(l){switch(l.type){case"GeometryCollection":l.geometries.forEach(s);break;case"Polygon":o(l.arcs);break;case"MultiPolygon":l.arcs.forEach(o);break}}function o(l){l.forEach(function(c){c.forEach(function(u){(t[u=u<0?~u:u]||(t[u]=[])).push(l)})}),i.push(l)}function a(l){return qE(wa(n,{type:"Polygon",arcs:[l]}).coordinates[0])}return i.forEach(function(l){if(!l._){var c=[],u=[l];for(l._=1,r.push(c);l=u.pop();)c.push(l),l.forEach(function(h){h.forEach(function(d){t[d<0?~d:d].forEach(function(f){f._||(f._=1,u.push(f))})})})}}),i.forEach(function(l){delete l._}),{type:"MultiPolygon",arcs:r.map(function(l){var c=[],u;if(l.forEach(function(x){x.forEach(function(p){p.forEach(function(g){t[g<0?~g:g].length<2&&c.push(g)})})}),c=up(n,c),(u=c.length)>1)for(var h=1,d=a(c[0]),f,m;h<u;++h)(f=a(c[h]))>d&&(m=c[0],c[0]=c[h],c[h]=m,d=f);return c}).filter(function(l){return l.length>0})}}var jE={coastline:"solid",international:"solid",undetermined:"dashed",special:"dotted"},e0=["countries","international","undetermined","coastline","special","lakes"];function t0(n){if(!eT(n))throw new TypeError(`not the packaged borders: a topology with ${e0.join(", ")} is expected`);let{objects:e}=n,t=e.special.geometries;return{countries:e.countries.geometries.map(i=>ZE(n,i)),land:dp(hp(n,e.countries.geometries.filter(QE))),lakes:n0(n,e.lakes),borders:[uc("coastline",hc(n,e.coastline).coordinates),uc("international",hc(n,e.international).coordinates),uc("undetermined",hc(n,e.undetermined).coordinates),uc("special",t.flatMap(i=>hc(n,i).coordinates))]}}function uc(n,e){return{kind:n,stroke:jE[n],lines:e}}function ZE(n,e){return{code:String(e.id),polygons:n0(n,e).coordinates}}function n0(n,e){let t=i0(n,e);if(t.type==="MultiPolygon")return dp(t);if(t.type==="Polygon")return dp({type:"MultiPolygon",coordinates:[t.coordinates]});throw new TypeError(`an area of the packaged borders is a ${t.type}`)}function dp({coordinates:n}){return{type:"MultiPolygon",coordinates:n.flatMap(t=>{let i=If({type:"Polygon",coordinates:t});return i<JE?[]:i>2*Math.PI?[t.map(r=>[...r].reverse())]:[t]})}}var JE=1e-12;function hc(n,e){let t=i0(n,e);if(t.type==="MultiLineString")return t;if(t.type==="LineString")return{type:"MultiLineString",coordinates:[t.coordinates]};throw new TypeError(`a line of the packaged borders is a ${t.type}`)}function i0(n,e){let t=cp(n,e);if(t.type==="Feature")return t.geometry;throw new TypeError("a shape of the packaged borders is a collection")}function QE(n){return n.type==="Polygon"||n.type==="MultiPolygon"}function eT(n){if(typeof n!="object"||n===null)return!1;let{type:e,objects:t}=n;return e!=="Topology"||typeof t!="object"||t===null?!1:e0.every(i=>i in t)}var o0="1";function ys(n){return`#${new URLSearchParams([["v",o0],...tT(n).map(i=>[...i])]).toString().replaceAll("%2C",",").replaceAll("%3A",":").replaceAll("%2F","/")}`}function a0(n,e=ki){let t=new URLSearchParams(n.replace(/^#/,""));if([...t.keys()].length===0)return{state:e,notes:[]};let i=t.get("v")??"";if(i!==o0)return{state:e,notes:[{kind:"other-version",version:i}]};let r=new fp(t);return{state:iT(r,e),notes:r.notes()}}function tT(n){let e=(t,i,r)=>i===null||i===r?[]:[[t,i]];return[...e("lang",n.language,null),...e("theme",n.theme,ki.theme),...e("draw",n.renderer,ki.renderer),...e("view",n.projection,ki.projection),...e("show",n.subject,ki.subject),...e("at",s0(n.camera),s0(ar)),...n.hidden.map(t=>["hide",t]),...e("claim",n.claim,null),...r0("",n.setting),...n.compared===null?[]:[["compare","1"]],...n.compared===null?[]:r0("c-",n.compared),...e("flight",n.flight,null),...e("t",ai(n.time_s,1),null),...e("rate",ai(n.rate,3),ai(ki.rate,3)),...n.selected===null?[]:[["sel",`${n.selected.kind}:${n.selected.id}`]],...nT(n.table),...n.filters.parties.map(t=>["no-party",t]),...n.filters.sensors.map(t=>["no-sensor",t]),...n.filters.classes.map(t=>["no-class",t]),...e("viewer",n.viewer,null),...e("picture",ai(n.picture,0),null)]}function r0(n,e){return[["phase",e.phase],["party",e.party],["speed",ai(dc(e.speed_m_s,1e3),3)],["delay",ai(e.delay_s,1)],["cap",ai(dc(e.cap_m,1e3),1)]].flatMap(([i,r])=>r===null?[]:[[n+i,r]])}function nT(n){if(n===null)return[];let e=n.sort===null?[]:[["sort",n.sort]];return[["table",n.name],...e,...n.descending?[["desc","1"]]:[]]}function s0({lat_rad:n,lon_rad:e,range_m:t,tilt_rad:i,heading_rad:r}){let s=[ai(be(n),3),ai(be(e),3),ai(t/1e3,1),ai(be(i),1),ai(be(r),1)];for(;s.length>3&&s.at(-1)==="0";)s.pop();return s.join(",")}function iT(n,e){return{...e,language:n.among("lang",ms)??e.language,theme:n.among("theme",sa)??e.theme,renderer:n.among("draw",jy)??e.renderer,projection:n.among("view",Zy)??e.projection,subject:n.among("show",Jy)??e.subject,camera:n.taken("at",hT)??e.camera,hidden:n.every("hide",lT),claim:n.taken("claim",mi),setting:l0(n,""),compared:rT(n),flight:n.taken("flight",mi),time_s:n.taken("t",Ui(-1e6,1e11)),rate:n.taken("rate",Ui(.1,60))??e.rate,playing:!1,selected:n.taken("sel",cT),table:sT(n),filters:oT(n),viewer:n.taken("viewer",mi),picture:n.taken("picture",uT)}}function l0(n,e){let t=n.taken(`${e}speed`,Ui(0,20)),i=n.taken(`${e}cap`,Ui(0,20100));return{phase:n.taken(`${e}phase`,mi),party:n.taken(`${e}party`,mi),speed_m_s:dc(t,.001),delay_s:n.taken(`${e}delay`,Ui(0,3600)),cap_m:dc(i,.001)}}function rT(n){return n.taken("compare",c0)===!0?l0(n,"c-"):null}function sT(n){let e=n.taken("table",mi);if(e===null)return null;let t=n.taken("desc",c0)??!1;return{name:e,sort:n.taken("sort",mi),descending:t}}function oT(n){return{parties:n.every("no-party",mi),sensors:n.every("no-sensor",mi),classes:n.every("no-class",mi)}}var fp=class{#e;#t=new Set(["v"]);#n=[];constructor(e){this.#e=e}taken(e,t){return this.every(e,t)[0]??null}among(e,t){return this.taken(e,i=>t.find(r=>r===i)??null)}every(e,t){return this.#t.add(e),[...new Set(this.#e.getAll(e))].flatMap(i=>{let r=t(i);return r===null&&this.#n.push({kind:"bad-value",key:e,value:i}),r===null?[]:[r]})}notes(){let e=[...new Set(this.#e.keys())].filter(t=>!this.#t.has(t));return[...this.#n,...e.map(t=>({kind:"unknown-key",key:t}))]}},aT=200;function mi(n){return n!==""&&n.length<=aT&&!/\p{Cc}/u.test(n)?n:null}function lT(n){return Ni.find(e=>e===n)??null}function c0(n){return n==="1"?!0:null}function cT(n){let[,e,t]=/^([a-z-]+):(.+)$/s.exec(n)??[];return e===void 0||t===void 0||mi(t)===null?null:{kind:e,id:t}}function uT(n){return/^\d{1,9}$/.test(n)?Number(n):null}function Ui(n,e){return t=>{let i=/^-?\d+(\.\d+)?$/.test(t)?Number(t):Number.NaN;return i>=n&&i<=e?i:null}}function hT(n){let[e,t,i,r="0",s="0",...o]=n.split(",");if(e===void 0||t===void 0||i===void 0||o.length>0)return null;let a=[Ui(-90,90)(e),Ui(-180,180)(t),Ui(1,4e5)(i),Ui(0,90)(r),Ui(-360,360)(s)],[l,c,u,h,d]=a.map(f=>f??Number.NaN);return a.includes(null)?null:{lat_rad:Ce(l),lon_rad:Ce(c),range_m:u*1e3,tilt_rad:Ce(h),heading_rad:Ce(d)}}function dc(n,e){return n===null?null:n/e}function ai(n,e){if(n===null)return null;let t=n.toFixed(e).replace(/(\.\d*?)0+$/,"$1").replace(/\.$/,"");return t==="-0"?"0":t}var pp={value_m_s:1/0,low_m_s:1/0,high_m_s:1/0};function Sa(n,e,t,i){if(n===null)return pp;let[r,s]=[u0(e.delay_s,t),u0(e.cap_km,i)],o=e.cap_km.length,a=(d,f)=>n[d*o+f]??1/0,[l,c]=[a(r.before,s.after),a(r.after,s.before)];if(l===c)return{value_m_s:l,low_m_s:l,high_m_s:c};if(c===1/0)return{value_m_s:null,low_m_s:l,high_m_s:c};let u=d=>h0(a(d,s.before),a(d,s.after),s.share);return{value_m_s:h0(u(r.before),u(r.after),r.share),low_m_s:l,high_m_s:c}}function u0(n,e){let t=n.findIndex(s=>s>=e);if(t<0)return{before:n.length-1,after:n.length-1,share:0};if(t===0||n[t]===e)return{before:t,after:t,share:0};let[i,r]=[n[t-1],n[t]];return{before:t-1,after:t,share:(e-i)/(r-i)}}function h0(n,e,t){return t===0?n:n+t*(e-n)}var fc=["speed","delay","cap"],lr=1e3,dT=20;function pc(n,e){return n.sides.find(i=>i.assumptions===e||i.party===e)??n.sides[0]}function gp(n){let e=n.sides.flatMap(t=>t.interceptors);return(e.find(t=>t.speed.own)??e[0])?.interceptor??""}function Qs(n,e){if(e==="delay")return f0(n.delay_s);let t=n.caps.find(i=>i.interceptor===gp(n));return t===void 0?[0,0]:e==="cap"?f0(t.cap_km):t.speed_km_s}function mc(n,e,t){if(t==="delay")return e.delay;let i=gp(n),r=e.interceptors.find(s=>s.interceptor===i);return r===void 0?null:t==="speed"?r.speed:r.ground_range}function yp(n,e,t){let{speed_m_s:i,delay_s:r,cap_m:s}=e,o={speed:p0(i,lr),delay:r,cap:p0(s,lr)}[t];if(o===null)return null;let[a,l]=Qs(n,t);return Math.min(Math.max(o,a),l)}function _p(n,e,t){if(e==="delay")return{...n,delay_s:t};let i=t===null?null:t*lr;return e==="speed"?{...n,speed_m_s:i}:{...n,cap_m:i}}function m0(n,e){let t=pc(n,e.party),i=n.flights.map((o,a)=>pT(n,t,e,o,a)),r=i.map(o=>o.margin).reduce(w0,x0),s=n.band_km_s*lr;return{side:t,verdict:v0(r,s),margin:r,flights:i}}function gc(n,e){let t=new Map(e.flights.map(i=>[i.id,i]));return n.flights.flatMap(i=>{let r=t.get(i.id);return r===void 0||r.verdict===i.verdict?[]:[[i,r]]})}function g0(n,e,t){let[i,r]=Qs(n,t),s=pc(n,e.party),o=p=>fT(n,s,_p(e,t,p)),[a,l]=[o(i),o(r)];if(a===l&&a!==null)return null;let c=t!=="delay",[u,h]=c?[i,r]:[r,i],[d,f]=c?[a,l]:[l,a],m=d===!1?d0(u,h,p=>o(p)===!1):u,x=f===!0?d0(h,u,p=>o(p)===!0):h;return{from:Math.min(m,x),to:Math.max(m,x),reached_above:c}}function y0(n){return{holds:"fails",fails:"holds",undecided:"undecided"}[n]}function fT(n,e,t){let i=!1;for(let[r,s]of e.batteries.entries()){let o=bp(n,e,s,t,"speed").value*lr;for(let a=0;a<n.flights.length;a++){let l=_0(n,e,r,t,a);if(!((l.value_m_s??l.low_m_s)>o)){if(l.value_m_s!==null||l.high_m_s<=o)return!0;i=!0}}}return i?null:!1}function pT(n,e,t,i,r){let s=x0,o=pp,a=null;for(let l of e.batteries.keys()){let c=mT(n,e,l,t,r);(c.low_m_s<s.low_m_s||(c.value_m_s??1/0)<mp(s))&&([o,a]=[_0(n,e,l,t,r),l]),s=w0(s,c)}return{id:i,verdict:v0(s,n.band_km_s*lr),margin:s,least:o,battery:a}}function mT(n,e,t,i,r){let s=e.batteries[t],o=m=>bp(n,e,s,i,m),[a,l,c]=[o("speed"),o("delay"),o("cap")],u=b0(n,s),h=Sa(s.optimistic[r]??null,u,l.low,c.high),d=Sa(s.pessimistic[r]??null,u,l.high,c.low),f=Sa(s.stated[r]??null,u,l.value,c.value);return{value_m_s:f.value_m_s===null?null:f.value_m_s-a.value*lr,low_m_s:h.low_m_s-a.high*lr,high_m_s:d.high_m_s-a.low*lr}}function _0(n,e,t,i,r){let s=e.batteries[t],o=l=>bp(n,e,s,i,l).value,a=s.stated[r]??null;return Sa(a,b0(n,s),o("delay"),o("cap"))}function bp(n,e,t,i,r){let o=r==="delay"||t.interceptor===gp(n)?yp(n,i,r):null;if(o!==null)return{value:o,low:o,high:o};if(r==="delay")return e.delay;let a=e.interceptors.find(l=>l.interceptor===t.interceptor);return a===void 0?{value:0,low:0,high:0}:r==="speed"?a.speed:a.ground_range}function b0(n,e){let t=n.caps.find(i=>i.interceptor===e.interceptor);return{delay_s:n.delay_s,cap_km:t?.cap_km??[]}}var x0={value_m_s:1/0,low_m_s:1/0,high_m_s:1/0};function v0(n,e){return n.low_m_s>e?"holds":n.high_m_s<-e?"fails":"undecided"}function w0(n,e){return{value_m_s:n.value_m_s!==null&&e.value_m_s!==null?Math.min(mp(n),mp(e)):null,low_m_s:Math.min(n.low_m_s,e.low_m_s),high_m_s:Math.min(n.high_m_s,e.high_m_s)}}function mp(n){return n.value_m_s??1/0}function d0(n,e,t){if(t(e))return e;let[i,r]=[n,e];for(let s=0;s<dT;s++){let o=.5*(i+r);t(o)?i=o:r=o}return i}function f0(n){return[n[0]??0,n.at(-1)??0]}function p0(n,e){return n===null?null:n/e}var gT=8,eo={holds:"no",fails:"yes",undecided:"depends"},yc=class{#e;#t=new Map;#n=new WeakMap;constructor(e){this.#e=e}argument(e){let t=this.#e?.claims.find(i=>i.id===e.claim);return t===void 0||t.argument===null?null:this.#e?.arguments.find(i=>i.claim===t.argument)??null}finding(e,t){let{party:i,speed_m_s:r,delay_s:s,cap_m:o}=t,a=JSON.stringify([e.claim,i,r,s,o]),l=this.#t.get(a);if(l!==void 0)return l;let c=m0(e,t);return this.#t.size>=gT&&this.#t.delete(this.#t.keys().next().value??""),this.#t.set(a,c),c}unmoved(e,t){return this.finding(e,{...Gs,party:t.party})}changes(e,t){return gc(this.finding(e,t),this.unmoved(e,t))}verdicts(e){let t=this.argument(e);if(t===null)return null;let i=this.finding(t,e.setting),r=this.#n.get(i);if(r!==void 0)return r;let s={};for(let{id:o,verdict:a}of i.flights)s[kr(o)]=eo[a];return this.#n.set(i,s),s}};function Ma({speed_m_s:n,delay_s:e,cap_m:t}){return n!==null||e!==null||t!==null}var xp={paper:"#ffffff",panel:"#f5f4f0",ink:"#16202a",soft:"#4d5863",rule:"#d8d5cc",hair:"#e8e6df",sea:"#e9eef1",land:"#fbfaf7",coast:"#97a1a8",border:"#b4babd",grid:"#d5dde2",sees:"#1f5fa8","sees-wash":"#1f5fa8",defends:"#0b7568","defends-wash":"#7fc0b4",reaches:"#b23c17",depends:"#8a6100","depends-wash":"#f0d58c",unseen:"#8b939a",threatened:"#d9cfc3",halo:"#ffffff"},S0={paper:"#11171d",panel:"#1a222a",ink:"#e9ecee",soft:"#a9b3bc",rule:"#36414b",hair:"#28323b",sea:"#18222b",land:"#28313a",coast:"#5b6873",border:"#46515b",grid:"#24303a",sees:"#7db4f0","sees-wash":"#5c9be0",defends:"#52c3b0","defends-wash":"#2f7d72",reaches:"#f08a62",depends:"#e2b64a","depends-wash":"#7a611f",unseen:"#7d8892",threatened:"#4a4640",halo:"#11171d"},M0={sea:{fill:"sea"},land:{fill:"land",rule:"evenodd"},coast:{fill:null,stroke:"coast",width:.6,join:"round"},border:{fill:null,stroke:"border",width:.5},contested:{fill:null,stroke:"border",width:.6,dash:[2,1.6]},special:{fill:null,stroke:"border",width:.7,dash:[.6,1.4],cap:"round"},grid:{fill:null,stroke:"grid",width:.5},frame:{fill:null,stroke:"coast",width:.8},fan:{fill:"sees-wash",fillOpacity:.09,stroke:"sees",width:.7,strokeOpacity:.75},seen:{fill:null,stroke:"sees",width:1.4,cap:"round"},band:{fill:"sees-wash",fillOpacity:.2},unseen:{fill:null,stroke:"unseen",width:1,dash:[2.5,2]},"cell-yes":{fill:"defends",fillOpacity:.72,rule:"evenodd"},"cell-depends":{fill:"hatch",rule:"evenodd"},"hatch-ground":{fill:"defends-wash",fillOpacity:.35},"hatch-line":{stroke:"defends",width:1.1},"cell-no":{fill:"threatened",fillOpacity:.85,rule:"evenodd"},"flight-yes":{fill:null,stroke:"reaches",width:1.6,cap:"round"},"flight-depends":{fill:null,stroke:"depends",width:1.1,dash:[5,3]},"flight-no":{fill:null,stroke:"unseen",width:.8,dash:[1.5,2.5]},"flight-holds":{fill:null,stroke:"defends",width:1.4,cap:"round"},"flight-disputed":{fill:null,stroke:"reaches",width:1.8,dash:[9,3]},"flight-disputed-2":{fill:null,stroke:"depends",width:1.5,dash:[5,3]},"flight-disputed-3":{fill:null,stroke:"sees",width:1.2,dash:[2.5,2.5]},"flight-disputed-4":{fill:null,stroke:"defends",width:1.1,dash:[7,2,1,2]},"flight-disputed-5":{fill:null,stroke:"soft",width:1,dash:[1,2.5]},circle:{fill:null,stroke:"soft",width:.8,dash:[4,2.5]},site:{fill:"ink",stroke:"halo",width:1},radar:{fill:"sees",stroke:"halo",width:1},launch:{fill:"reaches",stroke:"halo",width:1},target:{fill:"halo",stroke:"ink",width:1.1},halo:{fill:null,stroke:"halo",width:2.6,join:"round"},axis:{fill:null,stroke:"coast",width:1},rule:{fill:null,stroke:"hair",width:1},curve:{fill:null,stroke:"ink",width:1.8,join:"round"},"under-curve":{fill:"panel"},"bar-sees":{fill:"sees"},"bar-defends":{fill:"defends"},"bar-reaches":{fill:"reaches"},"bar-soft":{fill:"unseen"},"wash-defends":{fill:"defends-wash",fillOpacity:.55},"wash-holds":{fill:"defends-wash",fillOpacity:.16},"wash-band":{fill:"soft",fillOpacity:.14},"wash-depends":{fill:"depends-wash",fillOpacity:.6},"wash-reaches":{fill:"reaches",fillOpacity:.13},"line-declared":{fill:null,stroke:"ink",width:1.6},"line-rival":{fill:null,stroke:"reaches",width:1.6,dash:[5,3]},"line-third":{fill:null,stroke:"sees",width:1.6,dash:[2,2]},"line-fourth":{fill:null,stroke:"depends",width:1.6,dash:[9,2,2,2]},"line-margin":{fill:null,stroke:"soft",width:2.4,cap:"round",strokeOpacity:.55},"line-event":{fill:null,stroke:"soft",width:.8,dash:[2,2]},"dot-yes":{fill:"reaches",stroke:"reaches",width:1.4},"dot-depends":{fill:"depends-wash",stroke:"depends",width:1.6},"dot-half":{fill:"depends"},"dot-holds":{fill:"defends",stroke:"defends",width:1.4},"dot-no":{fill:"paper",stroke:"soft",width:1.4},dot:{fill:"ink",stroke:"paper",width:1.2},track:{fill:"hair"},"ellipse-impact":{fill:"reaches",fillOpacity:.18,stroke:"reaches",width:1.2},"ellipse-launch":{fill:"depends-wash",fillOpacity:.5,stroke:"depends",width:1.2},"learned-1":{fill:"sees",fillOpacity:.85},"learned-2":{fill:"sees",fillOpacity:.62},"learned-3":{fill:"sees",fillOpacity:.43},"learned-4":{fill:"sees",fillOpacity:.27},"learned-5":{fill:"sees",fillOpacity:.14},"learned-nothing":{fill:"unseen",fillOpacity:.22},"learned-edge":{fill:null,stroke:"ink",width:1,dash:[1.5,2],cap:"round"},hazard:{fill:"reaches",fillOpacity:.12,stroke:"reaches",width:1,dash:[6,2.5]},"impact-area":{fill:"depends-wash",fillOpacity:.45,stroke:"depends",width:1},text:{fill:"ink"},"text-soft":{fill:"soft"},"text-sees":{fill:"sees"},"text-defends":{fill:"defends"},"text-reaches":{fill:"reaches"},"text-halo":{fill:"halo",stroke:"halo",width:3,join:"round"}},E0={assumed:[{element:"path",d:"M6 .9L11.1 6L6 11.1L.9 6Z",fill:"none",stroke:"ink","stroke-width":"1.1"}],computed:[{element:"path",d:"M6 1.6L10.8 10.2H1.2Z",fill:"none",stroke:"ink","stroke-width":"1.1"}],depends:[{element:"circle",cx:"6",cy:"6",r:"4.4",fill:"none",stroke:"ink","stroke-width":"1.2"},{element:"path",d:"M6 1.6A4.4 4.4 0 0 1 6 10.4Z",fill:"ink"}],disputed:[{element:"path",d:"M1 4.2H9.4M7 1.8L9.6 4.2L7 6.6M11 8.4H2.6M5 6L2.4 8.4L5 10.8",fill:"none",stroke:"ink","stroke-width":"1.1"}],general:[{element:"rect",x:"2",y:"2",width:"8",height:"8",fill:"none",stroke:"ink"}],no:[{element:"circle",cx:"6",cy:"6",r:"4.4",fill:"none",stroke:"ink","stroke-width":"1.2"}],read:[{element:"rect",x:"1.5",y:"1.5",width:"9",height:"9",fill:"ink"}],"second-hand":[{element:"rect",x:"2",y:"2",width:"8",height:"8",fill:"none",stroke:"ink"},{element:"rect",x:"2",y:"2",width:"4",height:"8",fill:"ink"}],yes:[{element:"circle",cx:"6",cy:"6",r:"5",fill:"ink"}]};var yT={light:xp,dark:S0},_T=M0,bT=Object.keys(xp);function at(n,e){return yT[n][e]}function nn(n){let e=Number.parseInt(n.slice(1),16);return[(e>>16)/255,(e>>8&255)/255,(e&255)/255]}function T0(n,e){let{fill:t,stroke:i,...r}=_T[e];return{fill:t==="hatch"||t==null?t??null:at(n,t),fill_opacity:r.fillOpacity??1,stroke:i==null?null:at(n,i),stroke_opacity:r.strokeOpacity??1,width_px:r.width??1,dash_px:r.dash??[],is_round:r.cap==="round"||r.join==="round"}}function A0(n){return E0[n].map(({element:e,...t})=>({element:e,attributes:t}))}function C0(n){return bT.map(e=>[`--${e}`,at(n,e)])}var _c=class{#e;#t;#n=new Set;#i=!1;constructor(e){this.#e=e,this.#t=e}get state(){return this.#e}set(e){let t=typeof e=="function"?e(this.#e):e;Object.keys(t).every(r=>Object.is(t[r],this.#e[r]))||(this.#e={...this.#e,...t},this.#r())}subscribe(e){return this.#n.add(e),()=>this.#n.delete(e)}watch(e,t){return this.subscribe((i,r)=>{let[s,o]=[e(i),e(r)];Object.is(s,o)||t(s,o)})}#r(){if(this.#i)return;this.#i=!0;let e=[];for(;this.#t!==this.#e;){let[t,i]=[this.#t,this.#e];this.#t=i;for(let r of[...this.#n])xT(()=>r(i,t),e)}if(this.#i=!1,e.length>0)throw new AggregateError(e,"a listener of the state failed")}};function xT(n,e){try{n()}catch(t){e.push(t)}}var R0={sea:{of:"sea"},land:{of:"land"},lake:{of:"sea"},coastline:{of:"coast",width_px:1},international:{of:"border",width_px:1},undetermined:{of:"contested",width_px:1,dash_px:[4,3]},special:{of:"special",width_px:1.3,dash_px:[1.3,2.8]},graticule:{of:"grid",stroke:"coast",stroke_opacity:.3,width_px:1},fan:{of:"fan",width_px:1.2},"fan-cued":{of:"fan",width_px:1.2,dash_px:[6,3]},reach:{of:"circle",fill:"defends",fill_opacity:.03,stroke:"defends",width_px:1.2},"reach-limit":{of:"circle",stroke:"defends",width_px:1.4,dash_px:[5,3]},"threat-boost":{of:"flight-yes",width_px:3},"threat-coast":{of:"curve",width_px:1.5,stroke_opacity:.75},"threat-entry":{of:"flight-yes",stroke:"depends",width_px:2.4},"disputed-boost":{of:"flight-yes",width_px:3},"disputed-yes":{of:"flight-yes",width_px:2.2},"disputed-depends":{of:"flight-depends",width_px:1.5,dash_px:[8,5],stroke_opacity:.8},"disputed-no":{of:"flight-no",width_px:1.3,dash_px:[2,4],stroke_opacity:.8},"disputed-entry":{of:"flight-yes",stroke:"depends",width_px:2.4},window:{of:"flight-holds",width_px:8,stroke_opacity:.45},announced:{of:"line-declared",width_px:1.8,dash_px:[7,3,2,3]},"cell-chosen":{of:"curve",stroke:"ink",width_px:2.5},"cell-yes":{of:"cell-yes",fill_opacity:.62,pattern:"plain"},"cell-depends":{of:"hatch-ground",fill_opacity:.45,stroke:"defends",pattern:"rising"},"cell-no":{of:"cell-no",fill_opacity:.8,stroke:"unseen",pattern:"dotted"},"cell-better":{of:"cell-yes",fill_opacity:.62,stroke:"paper",pattern:"crossed"},"cell-worse":{of:"dot-yes",fill_opacity:.4,pattern:"falling"},"cell-same":{of:"cell-no",fill_opacity:.5,pattern:"plain"},radar:{of:"radar"},interceptors:{of:"site",fill:"defends"},ship:{of:"site",fill:"defends"},launch:{of:"launch"},target:{of:"target",width_px:1.4},missile:{of:"dot-yes",stroke:"halo",width_px:1.4},meeting:{of:"dot-holds",stroke:"halo",width_px:1.2},"first-seen":{of:"radar"},observer:{of:"dot-depends",width_px:1.6},"observer-best":{of:"dot-half",stroke:"halo",width_px:1.4},"place-most":{of:"cell-yes",fill:"depends",fill_opacity:.75,pattern:"plain"},"place-some":{of:"cell-yes",fill:"depends",fill_opacity:.45,pattern:"plain"},"place-least":{of:"cell-yes",fill:"depends",fill_opacity:.2,pattern:"plain"},"place-none":{of:"cell-no",fill_opacity:.6,stroke:"unseen",pattern:"dotted"},sector:{of:"curve",stroke:"ink",stroke_opacity:.7,width_px:1.8},territory:{of:"curve",stroke:"soft",width_px:1.4,dash_px:[1.5,3.5]},"to-defend":{of:"hatch-ground",fill_opacity:.16,stroke:"defends",pattern:"rising"},"sector-overlap":{of:"wash-depends",fill_opacity:.45,stroke:"depends",width_px:2,dash_px:[7,4],pattern:"crossed"},"sector-gap":{of:"wash-reaches",fill_opacity:.2,stroke:"reaches",width_px:2,dash_px:[7,4],pattern:"dotted"},flag:{of:"site"},"territory-flag":{of:"site",fill:"soft"},question:{of:"site",fill:"depends"},"gap-sign":{of:"site",fill:"reaches"},failed:{of:"launch"},"fan-failed":{of:"fan",fill_opacity:.03,stroke:"unseen",width_px:1.2,dash_px:[2,4]},"hazard-area":{of:"hazard",width_px:1.2,pattern:"plain"},"ellipse-impact":{of:"ellipse-impact",width_px:1.6,pattern:"plain"},"ellipse-launch":{of:"ellipse-launch",width_px:1.6,pattern:"plain"},"ellipse-track":{of:"band",stroke:"sees",width_px:1.3,pattern:"plain"},"track-boost":{of:"dot-yes",stroke:"halo",width_px:1},"track-coast":{of:"dot",stroke:"halo",width_px:1},"track-entry":{of:"dot-half",stroke:"halo",width_px:1},"track-unknown":{of:"bar-soft",stroke:"halo",width_px:1},trail:{of:"curve",stroke:"soft",width_px:1,stroke_opacity:.8}},vT=R0,IV=Object.keys(R0);function mt(n,e){let{of:t,fill:i,stroke:r,pattern:s,...o}=vT[e];return{...T0(n,t),...o,...i===void 0?{}:{fill:at(n,i)},...r===void 0?{}:{stroke:at(n,r)},pattern:s??"plain"}}var Ea={radar:"M2 2H10V10H2Z",interceptors:"M6 .6L11.2 10H.8Z",ship:"M6 .2V6.2M6 .6L10 6H6ZM.6 7H11.4L9.4 11H2.6Z",launch:"M6 .8L11.2 6L6 11.2L.8 6Z",target:"M6 1.8A4.2 4.2 0 1 1 6 10.2A4.2 4.2 0 1 1 6 1.8Z",missile:"M6 1A5 5 0 1 1 6 11A5 5 0 1 1 6 1Z",meeting:"M4.4 1H7.6V4.4H11V7.6H7.6V11H4.4V7.6H1V4.4H4.4Z","first-seen":"M.8 6L6 2L11.2 6L6 10Z",flag:"M3 .8H4.4V1.4L10.6 3.9L4.4 6.4V11.2H3Z",question:"M.8 6L6 .8L11.2 6L6 11.2ZM5.3 3V6.8H6.7V3ZM5.3 7.8V9.2H6.7V7.8Z",failed:"M3 .8L6 3.8L9 .8L11.2 3L8.2 6L11.2 9L9 11.2L6 8.2L3 11.2L.8 9L3.8 6L.8 3Z",observer:"M6 .8L7.6 4.4L11.4 4.8L8.6 7.4L9.4 11.2L6 9.3L2.6 11.2L3.4 7.4L.6 4.8L4.4 4.4Z"};var wT="http://www.w3.org/2000/svg";function _(n,e={},...t){return P0(document.createElement(n),e,t)}function qt(n,e={},...t){return P0(document.createElementNS(wT,n),e,t)}function Ee(n,e,...t){let i=_("button",{type:"button",...n},...t);return i.addEventListener("click",e),i}function zn(n,e,t,i){let r=e.map(({value:o,label:a})=>_("option",{value:o},a)),s=_("select",n,...r);return s.value=t,s.addEventListener("change",()=>i(s.value)),s}function ee(n,e,t){if(t===null||t===!1)n.removeAttribute(e);else{let i=t===!0?"":String(t);n.getAttribute(e)!==i&&n.setAttribute(e,i)}}function Oe(n,e){n.textContent!==e&&(n.textContent=e)}function Le(n,...e){let t=vp(n),i=n.scrollTop;n.replaceChildren(...e.filter(r=>r!==null)),n.scrollTop=i,wp(n,t)}function vp(n){let e=n.ownerDocument.activeElement;return e!==null&&n.contains(e)?e.getAttribute("data-key"):null}function wp(n,e){if(e===null)return;let t=n.querySelector(`[data-key="${CSS.escape(e)}"]`);t instanceof HTMLElement&&t.focus({preventScroll:!0})}var to=class{#e=[];add(e){this.#e.push(e)}listen(e,t,i){let r=i;e.addEventListener(t,r),this.add(()=>e.removeEventListener(t,r))}undo(){for(let e of this.#e.splice(0).reverse())e()}};function bc(...n){return qt("svg",{viewBox:"0 0 12 12",class:"gs-sign","aria-hidden":"true"},...n)}function P0(n,e,t){for(let[i,r]of Object.entries(e))ee(n,i,r);return n.append(...t.filter(i=>i!==null)),n}function xc(n,e){let t=n.phases.filter(r=>r.architecture===e.architecture);return(t.find(({id:r,number:s})=>e.phases.includes(r)||e.phases.includes(String(s??1)))??t[0])?.id??null}var L0={speed:.05,delay:5,cap:50},ST={speed:"km/s",delay:"s",cap:"km"},I0={speed:2,delay:0,cap:0};function li(n,e,t){return qe(n.language,t,ST[e],I0[e])}var vc=class{root;#e;#t;#n;#i;#r=_("output",{});#s;constructor(e,t,i){[this.#e,this.#t,this.#n]=[e,t,i];let[r,s]=MT(Qs(t,i),L0[i]),o=`gs-knob-${i}`;this.#i=_("input",{type:"range",id:o,min:r,max:s,"data-key":o}),this.#i.step=String(L0[i]),this.#i.addEventListener("input",()=>this.#o()),this.#s=Ee({class:"gs-quiet","data-key":`${o}-reset`},()=>this.#a(null),e.text("web.knob.reset")),this.root=_("div",{class:"gs-knob"},_("div",{class:"gs-knob-head"},_("label",{for:o},e.text(`web.knob.${i}`)),this.#r,this.#s),_("div",{class:"gs-knob-track"},_("span",{class:"gs-knob-marks","aria-hidden":"true"},...this.#l(r,s)),this.#i),_("ul",{class:"gs-knob-sides"},...this.#c()))}update(e){let t=yp(this.#t,e.setting,this.#n),i=pc(this.#t,e.setting.party),r=mc(this.#t,i,this.#n),s=t??r?.value??0;Number(this.#i.value)!==s&&(this.#i.value=String(s));let o=li(this.#e,this.#n,s);Oe(this.#r,o),ee(this.#i,"aria-valuetext",o),ee(this.root,"data-moved",t!==null),ee(this.#s,"hidden",t===null)}#o(){let e=I0[this.#n];this.#a(Number(Number(this.#i.value).toFixed(e)))}#a(e){e===null&&this.#i.focus({preventScroll:!0});let t=this.#n;this.#e.store.set(({setting:i})=>({setting:_p(i,t,e)}))}#l(e,t){return this.#t.sides.flatMap((i,r)=>{let s=mc(this.#t,i,this.#n);if(s===null)return[];let o=_("span",{class:"gs-mark-at","data-side":r});o.style.left=Sp(s.value,e,t);let a=_("span",{class:"gs-mark-span","data-side":r});return a.style.left=Sp(s.low,e,t),a.style.right=Sp(t-s.high+e,e,t),[a,o]})}#c(){return this.#t.sides.flatMap((e,t)=>{let i=mc(this.#t,e,this.#n);if(i===null)return[];let r=li(this.#e,this.#n,i.value);return[_("li",{"data-side":t},this.#u(e,t,i.value,r))]})}#u(e,t,i,r){let s=this.#e.short(e.assumptions);return Ee({class:"gs-quiet","data-key":`gs-knob-${this.#n}-side-${t}`},()=>this.#a(i),`${s}: `,_("b",{},r))}};function MT([n,e],t){let i=r=>Number((r*t).toFixed(6));return[i(Math.floor(n/t+1e-9)),i(Math.ceil(e/t-1e-9))]}function Sp(n,e,t){return`${100*(n-e)/(t-e||1)}%`}var ET={holds:"yes",fails:"no",undecided:"depends"},TT=["read","second-hand","general","computed","assumed"];function Ur(n,e,t=!1){let i=t?y0(e):e;return Mp(ET[i],i,n.text(`web.verdict.${i}`))}function cr(n,e){return Mp(e,e,n.text(`web.reached.${e}`))}function N0(n,e){let t=`status.${e}`,i=xn(t)?n.text(t):e,r=TT.find(s=>s===e);return Mp(r??null,"status",i)}function Mp(n,e,t){let i=n===null?[]:A0(n).map(AT);return _("span",{class:"gs-chip","data-kind":e},bc(...i),t)}function AT({element:n,attributes:e}){let t=Object.entries(e).map(([r,s])=>[r,s==="ink"?"currentColor":s]),i=Object.fromEntries(t);return n==="circle"?qt("circle",i):n==="rect"?qt("rect",i):qt("path",i)}var Ta=1e3,CT=.001,RT=12;function k0(n,e,t,i){let r=n.arguing.finding(t,i.setting),s=n.arguing.unmoved(t,i.setting),o=Ma(i.setting)?n.text("web.verdict.was",{verdict:PT(n,e,s)}):n.text("web.verdict.as_stated");return[_("p",{class:"gs-verdict-now"},Ur(n,r.verdict,e.denied)),_("p",{},LT(n,r.margin)," ",IT(n,r)),_("p",{class:"gs-soft"},o),...wc(n,e,i)]}function wc(n,e,{setting:t}){let{view:i}=n,r=i===null?null:xc(i,e);if(i===null||r===null||r===(t.phase??i.phases[0]?.id))return[];let s=i.phases.find(a=>a.id===r),o={phase:n.said(s?.short)};return[_("p",{class:"gs-soft"},n.text("web.argument.other_phase",o))]}function PT(n,e,t){return Ur(n,t.verdict,e.denied).textContent??""}function LT(n,{value_m_s:e,low_m_s:t,high_m_s:i}){if(t===1/0)return n.text("web.margin.never");if(e===null||e===1/0)return n.text("web.margin.ends",{ends:Ep(n,t,i)});let r=qe(n.language,Math.abs(e)/Ta,"km/s",2),s=e>0,o=s?Ep(n,t,i):Ep(n,-i,-t);return n.text(s?"web.margin.out":"web.margin.in",{margin:r,ends:o})}function Ep(n,e,t){let{language:i}=n,r=s=>qe(i,s/Ta,"km/s",2);return t===1/0?n.text("web.margin.from",{low:r(e)}):e===-1/0?n.text("web.margin.up_to",{high:r(t)}):sr(i,e/Ta,t/Ta,"km/s",2)}function IT(n,e){let t=i=>e.flights.filter(r=>r.verdict===i).length;return n.text("web.margin.counts",{all:e.flights.length,reached:t("fails"),open:t("undecided")})}function D0(n,e,t){let i=fc.map(r=>_("li",{},kT(n,e,t,r)));return[_("h4",{},n.text("web.crux.title")),_("ul",{},...i),_("p",{class:"gs-soft"},n.text("web.crux.how",NT(n,e)))]}function NT(n,e){return{band:qe(n.language,e.band_km_s,"km/s",1)}}function kT(n,e,t,i){let r=g0(e,t.setting,i),[s,o]=Qs(e,i),a=n.text(`web.crux.${i}`);if(r===null){let u={low:li(n,i,s),high:li(n,i,o)};return n.text("web.crux.never",{name:a,...u})}let l=DT(n,i,r,o-s),c=r.reached_above?"web.crux.above":"web.crux.below";return n.text(c,{name:a,value:l})}function DT(n,e,{from:t,to:i},r){if(i-t<=CT*r)return li(n,e,.5*(t+i));let o={low:li(n,e,t),high:li(n,e,i)};return n.text("web.crux.between",o)}function O0(n,e,t){if(!Ma(t.setting))return[];let i=n.arguing.changes(e,t.setting),r=n.text("web.changed.title",{n:i.length,all:e.flights.length});return[_("h4",{},r),Ap(n,i.map(Tp(n)))]}function Tp(n){return([e,t])=>({id:e.id,from:eo[t.verdict],to:eo[e.verdict],soft:OT(n,e)})}function Ap(n,e){let t=e.slice(0,RT).map(({id:s,from:o,to:a,soft:l})=>_("li",{},FT(n,s),_("span",{class:"gs-from-to"},cr(n,o),_("span",{role:"img","aria-label":n.text("web.changed.to")},"→"),cr(n,a)),_("span",{class:"gs-soft"},l))),i=e.length-t.length,r=i>0?_("li",{},n.text("web.changed.more",{n:i})):null;return _("ul",{},...t,r)}function OT(n,{least:e}){let{value_m_s:t,low_m_s:i}=e;if(i===1/0)return n.text("web.least.never");let r=t??i,s=t===null?"web.least.more":"web.least.value";return n.text(s,{speed:Ct(n.language,r/Ta,2)})}function FT(n,e){let t=kr(e),[i="",r="",s=""]=e.split(":"),o=`${n.short(r)} → ${n.short(s)}`;return n.view?.flights.some(l=>l.id===t)??!1?Ee({class:"gs-quiet","data-key":`flight-${e}`,title:n.name(i)},()=>n.store.set({flight:t,selected:{kind:"flight",id:t}}),o):_("span",{},o)}function no(n,{source:e,status:t,note:i,by:r}){let s=[];t!==void 0&&t!==""&&s.push(N0(n,t)),r!==void 0&&r!==""&&s.push(_("span",{},n.name(r)));let o=(e??[]).map(a=>UT(n,a));return o.length>0&&s.push(_("span",{},o.join("; "))),i!==void 0&&i!==""&&s.push(_("span",{lang:"en"},i)),s.length===0?null:_("p",{class:"gs-provenance"},...BT(s))}function UT(n,e){if(e==="glasshield"||e==="general-knowledge")return n.text(`web.source.${e}`);let t=n.view?.sources.find(i=>i.id===e);return t===void 0?n.name(e):`${t.title} (${t.where})`}function BT(n){return n.flatMap((e,t)=>t===0?[e]:[" · ",e])}function F0(n,e){let t=e.verdicts.map(l=>l.assumptions),i=[...new Set(e.held.map(l=>l.parameter))],r=t.map(l=>_("th",{scope:"col"},n.short(l))),s=i.map(l=>{let c=e.held.filter(d=>d.parameter===l),u=t.map(d=>VT(n,c,d)),h=_("th",{scope:"row"},n.said(c[0]?.name));return _("tr",{},h,...u)}),o=_("caption",{},n.text("web.sides.caption")),a=_("th",{scope:"col"},n.text("web.sides.parameter"));return _("div",{class:"gs-scroll",tabindex:0,role:"region","aria-label":o.textContent},_("table",{class:"gs-table"},o,_("thead",{},_("tr",{},a,...r)),_("tbody",{},...s)))}function VT(n,e,t){let i=e.find(o=>o.assumptions===t);if(i!==void 0)return _("td",{},i.states,no(n,i));let r=e[0]?.catalogue??"",s=_("p",{class:"gs-provenance"},n.text("web.sides.catalogue"));return _("td",{class:"gs-soft"},r,s)}var Sc=class{root;#e;constructor(e){this.#e=e;let t=e.view?.claims??[];this.root=_("section",{class:"gs-part gs-claims","aria-label":e.text("web.claims.title")},_("h3",{},e.text("web.claims.title")),_("p",{class:"gs-soft"},e.text("web.claims.lead")),_("ul",{},...t.map(i=>this.#t(i))))}update(e){let t=(this.#e.view?.claims.length??0)>0;ee(this.root,"hidden",!t||e.claim!==null||e.subject==="live")}dispose(){this.root.remove()}#t(e){let t=this.#e,i=e.verdicts.map(s=>_("li",{},_("span",{class:"gs-soft"},t.short(s.assumptions)),Ur(t,s.verdict))),r=Ee({class:"gs-claim","data-key":`claim-${e.id}`},()=>this.#n(e),_("b",{},t.said(e.name)),_("span",{class:"gs-soft"},Cp(t,e)));return _("li",{},r,_("ul",{class:"gs-verdicts"},...i))}#n(e){let{store:t,view:i}=this.#e,r=i===null?null:xc(i,e);t.set(({setting:s})=>({claim:e.id,setting:{phase:r??s.phase,party:e.verdicts[0]?.assumptions??null,speed_m_s:null,delay_s:null,cap_m:null}}))}};function Cp(n,e){return[...e.by.map(t=>n.name(t)),e.date].join(" · ")}var Mc=class{root;#e;#t=_("div",{class:"gs-verdict",role:"status"});#n=_("div",{class:"gs-crux"});#i=_("div",{class:"gs-changed"});#r=null;#s=null;#o=[];#a=[];constructor(e){this.#e=e,this.root=_("section",{class:"gs-part gs-argument","aria-label":e.text("web.argument.title")})}update(e){let t=this.#e.view?.claims.find(i=>i.id===e.claim)??null;if(ee(this.root,"hidden",t===null||e.subject==="live"),t!==this.#r&&this.#c(t,e),t!==null){for(let[i,r]of this.#o.entries()){let s=t.verdicts[i]?.assumptions===this.#l(e,t);ee(r,"aria-pressed",String(s))}for(let i of this.#a)i.update(e);e.setting!==this.#s&&(this.#s=e.setting,this.#u(t,e))}}dispose(){this.root.remove()}#l(e,t){let{party:i}=e.setting;return(t.verdicts.find(s=>s.assumptions===i||s.party===i)??t.verdicts[0])?.assumptions??null}#c(e,t){if([this.#r,this.#s]=[e,null],[this.#o,this.#a]=[[],[]],e===null)return this.root.replaceChildren();let i=this.#e,r=i.arguing.argument(t);this.#o=e.verdicts.map((s,o)=>this.#f(e,o)),r!==null&&(this.#a=fc.map(s=>new vc(i,r,s))),Le(this.root,this.#h(),_("h3",{},i.said(e.name)),_("p",{class:"gs-soft"},Cp(i,e)),_("h4",{},i.text("web.argument.whose")),_("div",{class:"gs-sides",role:"group"},...this.#o),this.#t,...r===null?[this.#d()]:this.#a.map(s=>s.root),this.#n,this.#i,this.#g("web.argument.wording",this.#p(e)),this.#g("web.argument.found",_("p",{},i.said(e.answer))),this.#g("web.argument.assumptions",F0(i,e)),...e.comment.map(s=>_("p",{class:"gs-soft"},i.said(s))))}#u(e,t){let i=this.#e.arguing.argument(t);if(i===null){let r=e.verdicts.find(o=>o.assumptions===this.#l(t,e)),s=r===void 0?null:Ur(this.#e,r.verdict);return Le(this.#t,s)}Le(this.#t,...k0(this.#e,e,i,t)),Le(this.#n,...D0(this.#e,i,t)),Le(this.#i,...O0(this.#e,i,t))}#h(){let{store:e}=this.#e;return Ee({class:"gs-quiet gs-back","data-key":"claim-back"},()=>{e.set(({setting:t})=>({claim:null,compared:null,setting:{...Gs,phase:t.phase}}))},"← ",this.#e.text("web.argument.back"))}#f(e,t){let i=this.#e,{assumptions:r,verdict:s}=e.verdicts[t];return Ee({class:"gs-side","data-key":`side-${r}`,"data-side":t},()=>i.store.set(({setting:o})=>({setting:{...Gs,phase:o.phase,party:r}})),_("span",{},i.short(r)),Ur(i,s))}#p(e){let t=e.wording.flatMap(i=>[_("blockquote",{},this.#e.said(i.text)),no(this.#e,i)]);return _("div",{class:"gs-wording"},...t)}#d(){return _("p",{class:"gs-soft"},this.#e.text("web.argument.none"))}#g(e,t){let i=_("summary",{"data-key":e},this.#e.text(e));return _("details",{},i,t)}};var zT=[-60,-30,0,30,60],GT=Array.from({length:12},(n,e)=>30*e-180),U0=2,B0=80;function G0(n){let e=n.borders.map(t=>{let i={coastline:"coastline",international:"international",undetermined:"undetermined",special:"special"},r=t.lines.map(Os);return{...Ca,shape:"line",layer:"borders",look:i[t.kind],courses:r}});return[V0("land",n.land.coordinates),V0("lake",n.lakes.coordinates),...e]}function H0(){let n=GT.map(i=>z0(-B0,B0).map(r=>[i,r])),e=zT.map(i=>z0(-180,180).map(r=>[r,i])),t=[...n,...e].map(Os);return[{...Ca,shape:"line",layer:"graticule",look:"graticule",courses:t}]}function Ec(n,e){let t=Dr(n),i=hs(us(n,e),t),r=e.compared===null?null:hs(us(n,e,e.compared),t),s=new Map;for(let c=0;c<t;c++){let u=r===null?WT[i[c]]:XT(i[c],r[c]);if(u==null)continue;let h=s.get(u);h===void 0?s.set(u,[c]):h.push(c)}let o=Aa(n.cells.bands,t),a=Rp(e),l=a===null||a>=t?[]:[HT(o,a)];return[...[...s].map(([c,u])=>$T(c,u,o)),...l]}function Rp({selected:n}){let e=n?.kind==="cell"?Number(n.id):NaN;return Number.isInteger(e)&&e>=0?e:null}function HT(n,e){let[t,i,r,s]=n.subarray(4*e,4*e+4),a=[Os([[t,i],[r,i],[r,s],[t,s],[t,i]])];return{...Ca,shape:"line",layer:"defended",look:"cell-chosen",courses:a}}function Aa(n,e){let t=new Float64Array(4*e),i=0;for(let r of n)r.count.forEach((s,o)=>{let[a,l]=[r.west_deg[o],r.east_deg[o]],c=(l<a?l+360-a:l-a)/s;for(let u=0;u<s;u++)t.set([a+u*c,r.south_deg,a+(u+1)*c,r.north_deg],4*i++)});return t}var Ca={target:null,strength:"normal"},WT=[null,"cell-no","cell-depends","cell-yes"];function XT(n,e){if(n===0&&e===0)return null;let[t,i]=[n===0?3:n,e===0?3:e];return t===i?"cell-same":i>t?"cell-better":"cell-worse"}function $T(n,e,t){let i=new Float64Array(4*e.length);return e.forEach((r,s)=>i.set(t.subarray(4*r,4*r+4),4*s)),{...Ca,shape:"cells",layer:"defended",look:n,bounds_deg:i,indices:Uint32Array.from(e)}}function V0(n,e){return{...Ca,shape:"area",layer:"borders",look:n,polygons:e}}function z0(n,e){let t=Math.round((e-n)/U0);return Array.from({length:t+1},(i,r)=>n+r*U0)}function W0(n,e){if(e.compared===null)return null;let t=Ec(n,e),i=r=>t.filter(s=>s.shape==="cells"&&s.look===r).reduce((s,o)=>s+(o.shape==="cells"?o.indices.length:0),0)*n.cells.cell_km**2;return{better_km2:i("cell-better"),worse_km2:i("cell-worse"),same_km2:i("cell-same")}}var Tc=class{root;#e;#t;#n=_("div",{});#i=[];constructor(e){this.#e=e,this.#t=Ee({"data-key":"compare"},()=>e.store.set(t=>({compared:KT(e,t)})),e.text("web.compare.open")),this.root=_("section",{class:"gs-part gs-compare","aria-label":e.text("web.compare.title")},_("h3",{},e.text("web.compare.title")),this.#t,this.#n)}update(e){let t=(this.#e.view?.phases.length??0)>0;ee(this.root,"hidden",!t||e.subject==="live"),ee(this.#t,"hidden",e.compared!==null);let i=[e.setting,e.compared,e.claim,e.flight];i.every((r,s)=>Object.is(r,this.#i[s]))&&this.#i.length>0||(this.#i=i,Le(this.#n,...e.compared===null?[]:this.#r(e,e.compared)))}dispose(){this.root.remove()}#r(e,t){let i=this.#e;return[_("dl",{class:"gs-facts"},...this.#s("web.compare.first",e.setting),...this.#s("web.compare.second",t)),this.#o(e,t),...this.#a(e),...this.#l(e,t),_("div",{class:"gs-row"},Ee({"data-key":"compare-swap"},()=>i.store.set({setting:t,compared:e.setting}),i.text("web.compare.swap")),Ee({"data-key":"compare-close"},()=>i.store.set({compared:null}),i.text("web.compare.close")))]}#s(e,t){let i=this.#e;return[_("dt",{},i.text(e)),_("dd",{},Pp(i,t))]}#o(e,t){let i=this.#e,{store:r,view:s}=i,o=(s?.phases??[]).map(f=>({value:f.id,label:i.said(f.short)})),l=(i.arguing.argument(e)?.sides??[]).map(f=>({value:f.assumptions,label:i.short(f.assumptions)})),c=f=>r.set({compared:{...t,...f}}),u=f=>i.text(f),h=zn({"data-key":"compare-phase","aria-label":u("web.compare.phase")},o,t.phase??o[0]?.value??"",f=>c({phase:f})),d=zn({"data-key":"compare-party","aria-label":u("web.compare.party")},l,t.party??l[0]?.value??"",f=>c({party:f,speed_m_s:null,delay_s:null,cap_m:null}));return _("div",{class:"gs-row"},h,l.length>0?d:null)}#a(e){let t=this.#e,i=t.view===null?null:W0(t.view,e);if(i===null)return[];let r=c=>qe(t.language,Math.round(c/1e3)*1e3,"km2"),{better_km2:s,worse_km2:o,same_km2:a}=i,l=[t.text("web.compare.better",{area:r(s)}),t.text("web.compare.worse",{area:r(o)}),t.text("web.compare.same",{area:r(a)})];return[_("h4",{},t.text("web.compare.area")),_("ul",{},...l.map(c=>_("li",{},c)))]}#l(e,t){let i=this.#e,r=i.arguing.argument(e),s=i.view?.claims.find(c=>c.id===e.claim),{changes:o,all:a}=r===null?YT(i,e,t):qT(i,r,e,t);if(a===0)return[];let l={n:o.length,all:a};return[_("h4",{},i.text("web.compare.flights",l)),...s===void 0||r===null?[]:this.#c(s,e,t),Ap(i,o)]}#c(e,t,i){let r={...t,setting:i},s=wc(this.#e,e,t);return s.length>0?s:wc(this.#e,e,r)}};function qT(n,e,t,i){let r=n.arguing.finding(e,t.setting);return{changes:gc(n.arguing.finding(e,i),r).map(Tp(n)),all:e.flights.length}}function YT({view:n},e,t){if(n===null)return{changes:[],all:0};let i=Wn(n,e),r=nr(n,e,null),s=nr(n,{...e,setting:t},null);return{changes:i.flatMap(({id:a,missile:l,launch:c,target:u})=>{let[h,d]=[r[a]??"no",s[a]??"no"];return h===d?[]:[{id:`${l}:${c}:${u}`,from:h,to:d,soft:""}]}),all:i.length}}function Pp(n,e){let{view:t}=n,i=t?.phases.find(l=>l.id===e.phase)??t?.phases[0],{speed_m_s:r,delay_s:s,cap_m:o}=e;return[n.said(i?.short),e.party===null?"":n.short(e.party),r===null?"":li(n,"speed",r/1e3),s===null?"":li(n,"delay",s),o===null?"":li(n,"cap",o/1e3)].filter(l=>l!=="").join(" · ")}function KT({view:n,arguing:e},t){let i=e.argument(t);if(i!==null){let o=i.sides.findIndex(c=>c.assumptions===t.setting.party),a=i.sides[(o+1)%i.sides.length],l={speed_m_s:null,delay_s:null,cap_m:null};return{...t.setting,...l,party:a?.assumptions??null}}let r=n?.phases??[],s=Math.max(0,r.findIndex(o=>o.id===t.setting.phase));return{...t.setting,phase:r[(s+1)%r.length]?.id??null}}var jT=40;function X0(n,e){let{kind:t,title:i,facts:r,lists:s,told:o}=e,a=r.flatMap(({term:l,text:c})=>[_("dt",{},l),_("dd",{},c)]);return[_("p",{class:"gs-kicker"},t),_("h3",{},i),a.length>0?_("dl",{class:"gs-facts"},...a):null,...s.flatMap(l=>JT(n,l)),...ZT(n,o)]}function ZT(n,e){let t=e.map(i=>no(n,i)).filter(i=>i!==null);return t.length===0?[]:[_("h4",{},n.text("web.explain.told")),...t]}function JT(n,{heading:e,entries:t}){if(t.length===0)return[];let i=t.slice(0,jT).map((r,s)=>QT(n,e,r,s));return[_("h4",{},e),_("ul",{},...i)]}function QT(n,e,t,i){let{text:r,chip:s=null,soft:o,target:a}=t,l=a===void 0?r===""?null:_("span",{},r):Ee({class:"gs-quiet","data-key":`explain-${e}-${i}`},()=>n.store.set(_s(a)),r),c=o===void 0?null:_("span",{class:"gs-soft"},o);return _("li",{"data-more":r===""},l,s,c)}function _s(n){return n.kind==="flight"?{selected:n,flight:n.id}:{selected:n}}var eA=.6,tA=12e5;function Bi(n){return n?.mark==="exercise"}function gi(n){return n.regions??[]}function io(n){return n.troubles??[]}function $0(n,e){return[...gi(n).filter(i=>i.sector.length>0).flatMap(i=>[Y0(i,"sector","sectors",e),K0(n,i,e)]),...io(n).flatMap(i=>rA(i,e))]}function q0(n,e){return gi(n).flatMap(t=>[...t.defended.length>0?[nA(t,e)]:[],...t.territory.length>0&&t.sector.length===0?[Y0(t,"territory","regions",e),K0(n,t,e)]:[]])}function Y0(n,e,t,i){return{shape:"line",layer:t,target:Ke("region",n.id),look:e,strength:oA(i,"region",n.id),courses:n.edges.map(r=>Os(Z0(r)))}}function nA(n,e){return{shape:"area",layer:"regions",target:Ke("region",n.id),look:"to-defend",strength:Gt(e,"region",n.id)?"strong":"normal",polygons:j0(n.edges)}}function K0(n,e,t){let i=e.sector.length>0,r=(i?e.sector:e.territory).map(o=>Nr(n,t,o)).join(", "),s=i?"web.region.sector_of":"web.region.territory_of";return{shape:"mark",layer:i?"sectors":"regions",target:Ke("region",e.id),look:i?"flag":"territory-flag",glyph:"flag",strength:Gt(t,"region",e.id)?"strong":"normal",...iA(e),height_m:0,label:Tt(t.language,s,{parties:r}),weight:i?70:50}}function iA({edges:n,...e}){let t={lon_deg:e.lon_deg,lat_deg:e.lat_deg};for(let{lon_deg:i,lat_deg:r}of n)r.forEach((s,o)=>{s>t.lat_deg&&(t={lon_deg:i[o]??0,lat_deg:s})});return t}function rA(n,e){let t={layer:"sectors",target:Ke("trouble",n.id),look:n.kind==="gap"?"sector-gap":"sector-overlap",strength:Gt(e,"trouble",n.id)?"strong":"normal"};return[{...t,shape:"area",polygons:j0(n.edges)},{...t,shape:"mark",glyph:"question",look:n.kind==="gap"?"gap-sign":"question",lon_deg:n.lon_deg,lat_deg:n.lat_deg,height_m:0,label:Tt(e.language,`web.trouble.${n.kind}.short`),weight:72}]}function j0(n){let e=[];for(let t of n){let i=Z0(t),r=e.at(-1);r!==void 0&&sA(i)?r.push(i):e.push([i])}return e}function Z0({lon_deg:n,lat_deg:e}){return n.map((t,i)=>[t,e[i]??0])}function sA(n){let e=0;for(let t=0;t+1<n.length;t++){let[[i,r],[s,o]]=[n[t],n[t+1]];e+=(((s-i)%360+540)%360-180)*(r+o)}return e<0}function oA(n,e,t){return Gt(n,e,t)?"strong":"normal"}function Ra(n,e){return ks(n,e.name)??e.id}function J0(n){let e=[...n.sensors.flatMap(aA),...n.batteries.map(({lat_deg:t,lon_deg:i})=>rr(t,i)),...gi(n).flatMap(({edges:t})=>t.flatMap(({lat_deg:i,lon_deg:r})=>i.map((s,o)=>rr(s,r[o]??0))))];return e.length===0?null:ra(e)}function aA({lat_deg:n,lon_deg:e,range_km:t,sectors:i}){if(n===null||e===null)return[];let r=rr(n,e),s=Math.min(1e3*eA*(t??0),tA)/Ze,o=i.flatMap(({azimuth_from_deg:a,azimuth_to_deg:l})=>{let c=l>a?l-a:l-a+360;return[0,.25,.5,.75,1].map(u=>Ce(a+u*c))});return[r,...o.map(a=>ps(r,a,s))]}function Ac(n,e,t){let i=n.view,r=i?.sensors.find(s=>s.id===t);return i==null||r===void 0?null:{kind:n.text(`web.explain.${r.kind}`),title:n.name(t),facts:lA(n,r),lists:[{heading:n.text("web.explain.sees"),entries:hA(n,i,e,t)}],told:[r,...r.sectors]}}function lA(n,e){let{language:t}=n,i=e.range_km===null?null:cA(n,e.range_km,e.reference_cross_section_m2),r=e.sectors.map(s=>n.text("web.explain.sector",{azimuth:sr(t,s.azimuth_from_deg,s.azimuth_to_deg,"deg"),elevation:sr(t,s.elevation_min_deg,s.elevation_max_deg,"deg")}));return Vi(n,[["party",n.name(e.party)],["place",tb(n,e)],["range",i],["sectors",r.join("; ")],["search",e.search===null?null:uA(n,e.search)],["phases",Bi(n.view)?null:e.phases.map(s=>Q0(n,s)).join(", ")]])}function cA(n,e,t){let i=qe(n.language,e,"km");if(t===null)return i;let r=Ct(n.language,t,t<.01?4:2);return n.text("web.explain.range_of",{range:i,area:r})}function Q0(n,e){let t=n.view?.phases.find(i=>i.id===e);return n.said(t?.short)||n.short(e)}function uA(n,e){let t=`web.search.${e}`;return xn(t)?n.text(t):e}function hA(n,{sees:e,sensors:t,flights:i},r,s){let o=n.view===null?0:dt(n.view,r),a=t.findIndex(h=>h.id===s),l=e.phase.flatMap((h,d)=>h===o&&e.sensor[d]===a?[d]:[]),c=l.filter(h=>e.first_seen_s[h]!=null);c.sort((h,d)=>(e.first_seen_s[h]??0)-(e.first_seen_s[d]??0));let u=l.filter(h=>e.first_seen_s[h]==null);return[...c,...u].map(h=>({...Ip(n,i[e.flight[h]]),soft:Lp(n,e.first_seen_s[h],e.last_seen_s[h],e.why_not[h])}))}function Lp(n,e,t,i){if(e==null)return Cc(n,"unseen",i);let r={from:fn(e),to:fn(t??e)};return n.text("web.explain.seen_from",r)}function Cc(n,e,t){if(t==null)return"";let i=`${e}.${t}`;return xn(i)?n.text(i):t}function Rc(n,e,t){let i=n.view,r=i?.batteries.find(s=>s.id===t);return i==null||r===void 0?null:{kind:n.text("web.explain.battery"),title:n.name(t),facts:dA(n,r),lists:[{heading:n.text("web.explain.speeds"),entries:fA(n,r)},{heading:n.text("web.explain.reaches"),entries:pA(n,i,e,t)}],told:[r,...r.speeds.map(s=>({...s,by:s.by}))]}}function dA(n,e){let{language:t}=n,{ground_range_km:i,min_height_km:r,max_height_km:s}=e,o=r===null||s===null?null:sr(t,r,s,"km"),a=e.deployed.map(({phase:l,count:c})=>Bi(n.view)?n.text("web.explain.at_first",{n:Ct(t,c)}):`${Q0(n,l)}: ${Ct(t,c)}`);return Vi(n,[["party",n.name(e.party)],["interceptor",n.name(e.interceptor)],["place",tb(n,e)],["count",a.join("; ")],["cap",i===null?null:qe(t,i,"km")],["heights",o]])}function fA(n,{speeds:e}){return e.map(({by:t,value_km_s:i,low_km_s:r,high_km_s:s})=>({text:n.name(t),soft:r===s?qe(n.language,i,"km/s",1):`${qe(n.language,i,"km/s",1)} (${sr(n.language,r,s,"km/s",1)})`}))}function pA(n,e,t,i){let{reaches:r,batteries:s,flights:o}=e,a=dt(e,t),l=s.findIndex(u=>u.id===i),c=r.phase.flatMap((u,h)=>u===a&&r.battery[h]===l?[h]:[]);return c.map((u,h)=>({...r.flight[c[h-1]??-1]===r.flight[u]?{text:""}:Ip(n,o[r.flight[u]]),chip:cr(n,r.verdict[u]),soft:[n.short(r.by[u]),qe(n.language,r.burnout_speed_km_s[u],"km/s",1),Cc(n,"rule",r.why_not[u])].filter(d=>d!=="").join(" · ")}))}function eb(n,e,t){let i=n.view?.places.find(s=>s.id===t);if(i===void 0)return null;let r=(n.view?.flights??[]).filter(s=>s.launch===t||s.target===t);return{kind:n.text(i.kind==="launch"?"legend.launch":"legend.target"),title:n.name(t),facts:Vi(n,[["place",Pn(n.language,i.lat_deg,i.lon_deg)]]),lists:[{heading:n.text("web.explain.flights"),entries:r.map(s=>Ip(n,s))}],told:[]}}function Ip(n,e){return e===void 0?{text:""}:{text:ro(n,e),target:{kind:"flight",id:e.id}}}function ro(n,{launch:e,target:t,missile:i}){return`${n.short(e)} → ${n.short(t)}, ${n.short(i)}`}function Vi(n,e){return e.flatMap(([t,i])=>i===null||i===""?[]:[{term:n.text(`web.fact.${t}`),text:i}])}function tb(n,{lat_deg:e,lon_deg:t,at_sea:i}){if(e===null||t===null)return n.text("web.explain.in_orbit");let r=Pn(n.language,e,t);return i?`${r} (${n.text("web.explain.at_sea")})`:r}function kp(n,e,t){let i=n.view,r=i?.flights.findIndex(a=>a.id===t)??-1,s=i?.flights[r];if(i==null||s===void 0)return null;let{language:o}=n;return{kind:n.text(`web.explain.${s.role}`),title:ro(n,s),facts:Vi(n,[["missile",n.name(s.missile)],["ground",s.range_km===null?null:qe(o,s.range_km,"km")],["apogee",qe(o,s.apogee_km,"km")],["burnout",s.burnout_s===null?null:fn(s.burnout_s)],["duration",or(o,s.flight_time_s)]]),lists:[...mA(n,e,s),{heading:n.text("web.explain.seen"),entries:gA(n,i,e,r)},{heading:n.text("web.explain.could_meet"),entries:yA(n,i,e,r)}],told:[{status:"computed",note:"",source:["glasshield"]}]}}function mA(n,e,t){let i=n.arguing.argument(e);if(i===null)return[];let r=n.arguing.finding(i,e.setting),s=r.flights.find(f=>kr(f.id)===t.id);if(s===void 0)return[];let{value_m_s:o,low_m_s:a}=s.least,l=Ct(n.language,(o??a)/1e3,2),c=a===1/0?n.text("web.least.never"):n.text(o===null?"web.least.more":"web.least.value",{speed:l}),u=cr(n,eo[s.verdict]),h=n.short(r.side.assumptions),d=Ma(e.setting)?` · ${n.text("web.explain.moved")}`:"";return[{heading:n.text("web.explain.argued"),entries:[{text:h,chip:u,soft:`${c}${d}`}]}]}function gA(n,{sees:e,sensors:t},i,r){let s=Np(n,i,e,r),o=a=>e.first_seen_s[a]??1/0;return s.sort((a,l)=>o(a)===o(l)?a-l:o(a)-o(l)),s.map(a=>{let l=t[e.sensor[a]]?.id??"",c=Lp(n,e.first_seen_s[a],e.last_seen_s[a],e.why_not[a]);return{text:n.short(l),soft:c,target:{kind:"sensor",id:l}}})}function yA(n,e,t,i){let{reaches:r,meets:s,batteries:o}=e,a=Np(n,t,r,i).map(c=>{let u=qe(n.language,r.burnout_speed_km_s[c],"km/s",1);return{...ib(n,o[r.battery[c]]?.id??""),chip:cr(n,r.verdict[c]),soft:rb([`${n.short(r.by[c])}, ${u}`,nb(n,r,c),_A(n,r.speed_margin_km_s[c]??null)])}});return[...Np(n,t,s,i).map(c=>({...ib(n,o[s.battery[c]]?.id??""),chip:cr(n,s.opens_s[c]==null?"no":"yes"),soft:rb([nb(n,s,c),bA(n,s.shots[c]??0)])})),...a]}function nb(n,e,t){let[i,r]=[e.opens_s[t],e.closes_s[t]];if(i==null||r==null)return Cc(n,"rule",e.why_not[t]);let s={from:fn(i),to:fn(r)};return n.text("web.explain.window",s)}function _A(n,e){if(e===null)return"";let t=qe(n.language,e,"km/s",2);return n.text("web.explain.speed_margin",{margin:t})}function bA(n,e){return e>0?n.text("web.explain.shots",{n:e}):""}function ib(n,e){return{text:n.short(e),target:{kind:"battery",id:e}}}function Np(n,e,t,i){let r=n.view===null?0:dt(n.view,e);return t.phase.flatMap((s,o)=>s===r&&t.flight[o]===i?[o]:[])}function sb(n,e,t){let[i="",r="",s=""]=t.split("@"),o=n.view,a=o?.flights.find(u=>u.id===i);if(o==null||a===void 0)return null;let l=fs(o,e,i).find(u=>u.kind===r&&u.by===s);if(l===void 0)return null;let c=kp(n,e,i);return{kind:n.text("web.explain.event"),title:n.text(`web.event.${l.kind}`),facts:Vi(n,[["time",`T+${fn(l.time_s)}`],["by",s===""?null:n.name(s)]]),lists:[{heading:n.text("web.explain.flights"),entries:[{text:ro(n,a),target:{kind:"flight",id:i}}]},...c?.lists??[]],told:c?.told??[]}}function rb(n){return n.filter(e=>e!=="").join(" · ")}var[Lc,Pc]=[26,12];function ob(n,e){let{stroke:t,stroke_opacity:i,width_px:r,dash_px:s}=mt(n,e),o=qt("line",{x1:0,y1:Pc/2,x2:Lc,y2:Pc/2,stroke:t??"none","stroke-opacity":i,"stroke-width":r,"stroke-dasharray":s.length>0?s.join(" "):null});return Dp(o)}function Ic(n,e){let t=mt(n,e),i=qt("rect",{x:.5,y:.5,width:Lc-1,height:Pc-1,fill:t.fill==="hatch"?"none":t.fill??"none","fill-opacity":t.fill_opacity,stroke:t.stroke??t.fill??"none","stroke-width":1});return Dp(i,...vA(t))}function ab(n,e,t){let{fill:i,stroke:r,width_px:s}=mt(n,e),o=qt("path",{d:Ea[t],transform:`translate(${(Lc-12)/2} 0)`,fill:i===null||i==="hatch"?"none":i,stroke:r??"none","stroke-width":s});return Dp(o)}var xA={plain:"",rising:"M0 12L12 0M7 12L19 0M14 12L26 0",falling:"M0 0L12 12M7 0L19 12M14 0L26 12",crossed:"M0 12L12 0M7 12L19 0M14 12L26 0M0 0L12 12M7 0L19 12M14 0L26 12",dotted:"M4 4h1M10 4h1M16 4h1M22 4h1M7 8h1M13 8h1M19 8h1"};function vA({pattern:n,stroke:e,fill:t}){return n==="plain"?[]:[qt("path",{d:xA[n],stroke:e??t??"none",fill:"none"})]}function Dp(...n){let e={viewBox:`0 0 ${Lc} ${Pc}`,class:"gs-swatch","aria-hidden":"true"};return qt("svg",e,...n)}var lb=["web.cell.unthreatened","legend.cell_no","legend.cell_depends","legend.cell_yes"],wA=[null,"cell-no","cell-depends","cell-yes"],SA=35;function cb(n,e,t){let i=n.view,r=Number(t);if(i===null||!Number.isInteger(r)||r<0||r>=Dr(i))return null;let s=i.cells.layers.filter(l=>l.phase===dt(i,e)),o=us(i,e),a=CA(i,r);return{kind:n.text("web.explain.cell"),title:Pn(n.language,a.lat_deg,a.lon_deg),facts:Vi(n,[["shown",n.text(ub(hs(o,Dr(i))[r]))],["cells",qe(n.language,i.cells.cell_km,"km")],["phases",n.said(i.phases[dt(i,e)]?.name)]]),lists:[{heading:n.text("web.explain.defended_against"),entries:MA(s,o,r).map(l=>EA(n,e,l,{cell:r,...a}))},{heading:n.text("web.explain.defended_by"),entries:cs(i,e).map(l=>AA(n,e,l,a))}],told:[{status:"computed",source:["glasshield"]}]}}function MA(n,e,t){let i=s=>s.state[t]==="0"?1:0;return[...[...e].sort((s,o)=>i(s)-i(o)),...n.filter(s=>!e.includes(s))]}function ub(n){return lb[n??0]??lb[0]}function EA(n,e,{missile:t,launch:i,state:r,shots:s},{cell:o,...a}){let l=r.charCodeAt(o)-48,c=Number.parseInt(s.charAt(o),36),u=c>0?` · ${n.text("web.explain.shots",{n:Math.min(c,SA)})}`:"",h=wA[l]??null,d=TA(n,e,{missile:t,launch:i},a);return{text:`${n.short(t)}, ${n.short(i)}`,...h===null?{}:{chip:_("span",{},Ic(n.shade,h))},soft:`${n.text(ub(l))}${u}`,...d===null?{}:{target:{kind:"flight",id:d}}}}function TA({view:n},e,{missile:t,launch:i},r){if(n===null)return null;let s=a=>{let l=n.places.find(c=>c.id===a);return l===void 0?1/0:Bs(Nc(r),Nc(l))};return Xn(n,e).filter(a=>a.missile===t&&a.launch===i).sort((a,l)=>s(a.target)-s(l.target))[0]?.id??null}function AA(n,e,t,i){let{view:r,language:s}=n,o=r===null?void 0:r.phases[dt(r,e)]?.id,a=t.deployed.find(u=>u.phase===o)?.count??0,l=Ze*Bs(Nc(i),Nc(t)),c=qe(s,l/1e3,"km");return{text:n.short(t.site),soft:[`${n.short(t.interceptor)} × ${Ct(s,a)}`,n.text("web.explain.away",{distance:c})].join(" · "),target:{kind:"battery",id:t.id}}}function Nc({lat_deg:n,lon_deg:e}){return{lat_rad:Ce(n),lon_rad:Ce(e)}}function CA(n,e){let t=Aa(n.cells.bands,Dr(n)),[i=0,r=0,s=0,o=0]=t.subarray(4*e,4*e+4),a=.5*(i+s);return{lat_deg:.5*(r+o),lon_deg:a>180?a-360:a}}function hb(n,e,t){let[i,r]=[t.slice(0,t.lastIndexOf("/")),Number(t.slice(t.lastIndexOf("/")+1))],s=n.view?.plans.find(c=>c.id===i),o=s?.stations[r];if(s===void 0||o===void 0)return null;let{language:a}=n,l=o.burnout_speed_sigma_m_s;return{kind:n.text("web.explain.observer"),title:n.name(o.observer),facts:Vi(n,[["place",Pn(a,o.lat_deg,o.lon_deg)],["visible",or(a,o.visible_s)],["sigma",l===null?null:qe(a,l,"m/s",1)],["power",Us(a,o.power)],["note",o.in_hazard_area?n.text("web.explain.in_hazard"):null]]),lists:[db(n,s)],told:[{status:"computed",source:["glasshield"]}]}}function Op(n,e,t){let i=n.view?.plans.find(r=>r.id===t.split("/")[0]);return i===void 0?null:{kind:n.text("web.explain.plan"),title:n.said(i.name),facts:Vi(n,[["party",n.name(i.host)],["place",Pn(n.language,i.site_lat_deg,i.site_lon_deg)]]),lists:[RA(n,i),db(n,i)],told:[]}}function RA(n,e){let t=e.stations.flatMap((i,r)=>{if(!zs(e,i))return[];let s={kind:"observer",id:Vs(e,r)},o=Pn(n.language,i.lat_deg,i.lon_deg);return[{text:n.name(i.observer),soft:o,target:s}]});return{heading:n.text("web.explain.best"),entries:t}}function db(n,e){let t=e.warnings.map(i=>({text:n.said(i)}));return{heading:n.text("web.explain.warnings"),entries:t}}function fb(n,e,t){let{view:i}=n,r=i===null?void 0:gi(i).find(o=>o.id===t);if(i===null||r===void 0)return null;let s=io(i).filter(o=>LA(o,r));return{kind:n.text(r.sector.length>0?"web.explain.sector_kind":"web.explain.region"),title:Ra(e,r),facts:[...Pa(n,"web.column.answers",r.sector),...Pa(n,"web.column.forces",r.forces),...Pa(n,"web.column.defended_by",r.defended),...Pa(n,"web.column.asked",r.territory)],lists:[PA(n,r),{heading:n.text("web.explain.troubles"),entries:s.map(o=>({text:mb(n,o),target:{kind:"trouble",id:o.id}}))}],told:[{status:"assumed",source:["exercise"]}]}}function pb(n,e,t){let{view:i}=n,r=i===null?void 0:io(i).find(a=>a.id===t);if(i===null||r===void 0)return null;let{language:s}=n,o=gi(i).filter(a=>r.regions.includes(a.id));return{kind:n.text(`web.trouble.${r.kind}.short`),title:mb(n,r),facts:[...Pa(n,"web.column.answers",r.parties),{term:n.text("web.fact.place"),text:Pn(s,r.lat_deg,r.lon_deg)},{term:n.text("web.fact.area"),text:qe(s,r.area_km2,"km2")},{term:n.text("web.fact.lattice"),text:qe(s,r.step_km,"km")}],lists:[{heading:n.text("web.explain.regions"),entries:o.map(a=>({text:Ra(e,a),target:{kind:"region",id:a.id}}))}],told:[{status:"computed",source:["glasshield"]}]}}function PA(n,e){let t=new Set([...e.sector,...e.forces,...e.defended]),i=r=>(n.view?.[r]??[]).filter(s=>t.has(s.party)).map(({id:s,party:o})=>({text:n.short(s),soft:` ${n.name(o)}`,target:{kind:r==="sensors"?"sensor":"battery",id:s}}));return{heading:n.text("web.explain.standing"),entries:[...i("sensors"),...i("batteries")]}}function LA({regions:n,parties:e},{id:t,sector:i}){return n.includes(t)||i.some(r=>e.includes(r))}function mb(n,{kind:e,parties:t}){let i=t.map(r=>n.name(r)).join(", ");return n.text(`web.trouble.${e}.said`,e==="overlap"?{parties:i}:{})}function Pa(n,e,t){let i=t.map(r=>n.name(r)).join(", ");return i===""?[]:[{term:n.text(e),text:i}]}var gb={sensor:Ac,battery:Rc,place:eb,flight:kp,event:sb,cell:cb,observer:hb,plan:Op,area:Op,region:fb,trouble:pb},kc=class{root;#e;#t;#n=_("div",{role:"status"});#i;#r=[];constructor(e,t={}){[this.#e,this.#t]=[e,t],this.#i=Ee({class:"gs-quiet gs-close","data-key":"explain-close","aria-label":e.text("web.explain.close")},()=>e.store.set({selected:null}),"✕"),this.root=_("section",{class:"gs-part gs-explain","aria-label":e.text("web.explain.title")},this.#i,this.#n)}update(e){let t=e.selected===null&&e.subject==="live";ee(this.root,"hidden",e.selected===null&&!t),ee(this.#i,"hidden",t);let i=[e.selected,e.setting,e.claim,e.flight,e.subject];this.#r.length>0&&i.every((r,s)=>Object.is(r,this.#r[s]))||(this.refresh(e),this.#r=i)}refresh(e){let{selected:t}=e;if(t===null)return Le(this.#n,...this.#s(e));let{kind:i,id:r}=t,s=Object.hasOwn(this.#t,i)?this.#t[i]:void 0,o=Object.hasOwn(gb,i)?gb[i]:void 0,a=s?.(this.#e,e,r)??o?.(this.#e,e,r)??this.#o(i,r);Le(this.#n,...X0(this.#e,a))}#s({subject:e}){return e!=="live"?[]:[_("p",{class:"gs-soft"},this.#e.text("web.explain.live_hint"))]}dispose(){this.root.remove()}#o(e,t){return{...{kind:e,title:t,facts:[],lists:[],told:[]},kind:this.#e.text("web.explain.unknown")}}};function yb(n){let e=[],t=[],i=0;for(let{name:l,bytes:c}of n){let u=new TextEncoder().encode(l),h=IA(u,c),d=Dc([so([67324752,4]),h,u,c]);t.push(Dc([so([33639248,4],[20,2]),h,so([0,2],[0,2],[0,2],[0,4],[i,4]),u])),e.push(d),i+=d.length}let r=Dc(t),s=n.length,o=so([101010256,4],[0,2],[0,2],[s,2],[s,2]),a=so([r.length,4],[i,4],[0,2]);return Dc([...e,r,o,a])}function Fp(n){let e=4294967295;for(let t of n){e^=t;for(let i=0;i<8;i++)e=e>>>1^(e&1?3988292384:0)}return(e^4294967295)>>>0}function IA(n,e){let t=e.length,i=Fp(e);return so([20,2],[0,2],[0,2],[0,2],[33,2],[i,4],[t,4],[t,4],[n.length,2],[0,2])}function so(...n){let e=n.flatMap(([t,i])=>Array.from({length:i},(r,s)=>t>>>8*s&255));return Uint8Array.from(e)}function Dc(n){let e=new Uint8Array(n.reduce((i,r)=>i+r.length,0)),t=0;for(let i of n)e.set(i,t),t+=i.length;return e}var Oc=33;function _b(n,e,t){let i=new TextEncoder,[r,s]=[i.encode(e),i.encode(t)],o=new Uint8Array(r.length+5+s.length);o.set(r),o.set(s,r.length+5);let a=NA("iTXt",o),l=new Uint8Array(n.length+a.length);return l.set(n.subarray(0,Oc)),l.set(a,Oc),l.set(n.subarray(Oc),Oc+a.length),l}function NA(n,e){let t=new Uint8Array(12+e.length),i=new DataView(t.buffer);return i.setUint32(0,e.length),t.set(new TextEncoder().encode(n),4),t.set(e,8),i.setUint32(8+e.length,Fp(t.subarray(4,8+e.length))),t}var kA=/^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)?(Z|[+-]\d{2}:?\d{2})$/;function Nn(n){let e=kA.exec(n.trim());if(e===null)throw new RangeError(`${n} is not a date and time in ISO 8601 with a zone`);let[,t,i,r,s,o,a="0",l="",c="Z"]=e,u=Date.UTC(Number(t),Number(i)-1,Number(r)),h=new Date(u),d=h.getUTCMonth()+1===Number(i)&&h.getUTCDate()===Number(r),f=Number(s)<24&&Number(o)<60&&Number(a)<60;if(!d||!f)throw new RangeError(`${n} is a date and time that there is not`);let m=(Number(s)*60+Number(o))*60+Number(a);return u*1e3+m*1e6+Number(l.padEnd(6,"0"))-DA(c)*60*1e6}function bb(n){let[e,t]=xb(n,1e6),i=new Date(e/1e3).toISOString().slice(0,19);return t===0?`${i}Z`:`${i}.${String(t).padStart(6,"0")}Z`}function yi(n){let e=Math.floor(xb(n,864e8)[1]/1e6);return[e/3600,e/60%60,e%60].map(t=>String(Math.floor(t)).padStart(2,"0")).join(":")}function Br(n){return n/1e6}function _i(n){return Math.round(n*1e6)}function DA(n){return n==="Z"?0:(n.startsWith("-")?-1:1)*(Number(n.slice(1,3))*60+Number(n.slice(-2)))}function xb(n,e){let t=(n%e+e)%e;return[n-t,t]}function Vr(n,e,t){let i=URL.createObjectURL(new Blob([t],{type:e})),r=document.createElement("a");r.href=i,r.download=n,r.click(),setTimeout(()=>URL.revokeObjectURL(i),3e4)}function Up(n,e){let t=n.liveMark();return e.subject==="live"&&t!==null?[...t.is_exercise?["exercise"]:[],...t.is_simulated?["simulated"]:[]]:[n.view?.mark??"analysis"]}function Bp(n,e){return n.text(e==="analysis"?"page.mark_short":`web.mark.${e}`)}function Vp(n,e){return Up(n,e).map(t=>Bp(n,t)).join(" · ")}function OA(n,e){let[t=""]=n.split(". ",1),i=e.toLowerCase().startsWith(t.toLowerCase());return t!==""&&i?n.slice(t.length+2):n}var Fc=class{root=_("p",{class:"gs-mark"});#e;#t=_("b",{});#n=_("span",{});constructor(e){this.#e=e,this.root.append(this.#t," ",this.#n)}update(e){let t=Vp(this.#e,e);Oe(this.#t,t);let r=e.subject==="assessment"?this.#e.said(this.#e.view?.mark_text):"";Oe(this.#n,OA(r,t)),this.root.hidden=t===""}dispose(){this.root.remove()}};function oo(n,e){let{view:t}=n,i=e.subject==="live",r=Vp(n,e),s=t===null||i?"":` ${n.said(t.mark_text)}`;return{title:i?n.text("web.live.title"):FA(n),mark:r===""?n.text("web.mark.live"):`${r}.${s}`,disclaimer:n.said(t?.disclaimer),link:zp(e),nameOf:o=>UA(n,o)}}function FA(n){return n.view===null?n.text("web.title"):n.said(n.view.title)}function Uc(n,e){let{view:t}=n;if(e.subject==="live")return n.text("web.picture.live");if(t!==null&&t.phases.length===0&&t.plans.length>0)return n.text("web.picture.plan",{test:n.said(t.plans[0]?.name)});let i=t?.phases.find(s=>s.id===e.setting.phase),r=n.said((i??t?.phases[0])?.name);return n.text("web.picture.assessment",{phase:r})}function zp(n){return`${location.href.split("#")[0]??""}${ys(n)}`}function UA(n,{kind:e,id:t}){let i=e==="flight"?n.view?.flights.find(r=>r.id===t):null;return i==null?n.name(t):ro(n,i)}var vb="'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",[ur,Bc,BA]=[16,20,28],VA="glasshield-figure",zA="glasshield-figure/1";async function wb(n,e,t,i,r=null){let s=WA(n,e,await createImageBitmap(t)),o=GA(n,e,s.height,r),a=HA(n,e,o);if(i==="svg"){let u=await qA(s,o,a,n.shade);return Vr("glasshield-figure.svg","image/svg+xml",u)}let l=await Tb(XA(s,a,n.shade)),c=new Uint8Array(await l.arrayBuffer());Vr("glasshield-figure.png","image/png",_b(c,VA,JSON.stringify(o)))}function GA(n,e,t,i){let{view:r}=n,s=e.subject==="live",o=r?.claims.find(c=>c.id===e.claim),a=s?[e.viewer??"",i===null?"":bb(i)]:[n.said(o?.name),Pp(n,e.setting)],l=s?null:r;return{form:zA,language:n.language,marks:Sb(n,e),title:oo(n,e).title,setting:a.filter(c=>c!=="").join(" · "),shown:Uc(n,e),link:ys(e),disclaimer:n.said(r?.disclaimer),picture_height_px:t,document:l===null?null:{title:n.said(l.title),program:l.program.name,version:l.program.version,input_hash:l.program.input_hash}}}function Sb(n,e){let t=Up(n,e);return t.length===0?["live"]:t}function HA(n,e,t){let{mark:i,link:r}=oo(n,e);return[{text:i,size:13,is_bold:!0},{text:t.title,size:15,is_bold:!0},{text:t.setting,size:13,is_bold:!1},{text:t.disclaimer,size:11,is_bold:!1},{text:r,size:11,is_bold:!1}].filter(s=>s.text!=="")}function WA(n,e,t){let i=Mb(t.width),r=Math.round(BA*i),[s,o]=Gp(t.width,t.height+r);o.fillStyle=at(n.shade,"ink"),o.fillRect(0,0,s.width,r),o.drawImage(t,0,r),o.fillStyle=at(n.shade,"paper"),o.font=Hp({text:"",size:14*i,is_bold:!0}),o.textBaseline="middle";let a=Sb(n,e).map(l=>Bp(n,l));return o.fillText(a.join(" · "),ur*i,r/2),s}function Mb(n){return Math.max(1,n/1e3)}function Gp(n,e){let t=document.createElement("canvas");[t.width,t.height]=[n,e];let i=t.getContext("2d");if(i===null)throw new Error("this browser gives no canvas to draw a figure on");return[t,i]}function XA(n,e,t){let{width:i,height:r}=n,s=Mb(i),o=Eb(e,i/s-2*ur),[a,l]=Gp(i,r+Math.ceil(s*(o.length*Bc+2*ur)));return l.fillStyle=at(t,"paper"),l.fillRect(0,0,a.width,a.height),l.drawImage(n,0,0),l.fillStyle=at(t,"ink"),l.setTransform(s,0,0,s,0,r),o.forEach((c,u)=>{l.font=Hp(c),l.fillText(c.text,ur,ur+Bc*(u+.7))}),a}function Eb(n,e){let[,t]=Gp(1,1);return n.flatMap(i=>$A(t,i,e))}function $A(n,e,t){n.font=Hp(e);let i=[];for(let r of e.text.split(" ")){let s=i.length===0?r:`${i.at(-1)} ${r}`;i.length>0&&n.measureText(s).width<=t?i[i.length-1]=s:i.push(r)}return i.map(r=>({...e,text:r}))}function Hp({size:n,is_bold:e}){return`${e?600:400} ${n}px ${vb}`}function Tb(n){return new Promise((e,t)=>{n.toBlob(i=>{i===null?t(new Error("this browser could not write the figure")):e(i)},"image/png")})}async function qA(n,e,t,i){let r=Math.min(n.width,1e3),s=Math.round(n.height*r/n.width),o=Eb(t,r-2*ur),a=s+o.length*Bc+2*ur,l=o.map((u,h)=>qt("text",{x:ur,y:s+ur+Bc*(h+.7),"font-size":u.size,"font-weight":u.is_bold?600:400,"font-family":vb,fill:at(i,"ink")},u.text)),c=qt("svg",{viewBox:`0 0 ${r} ${a}`,width:r,height:a,role:"img"},qt("title",{},e.title),qt("metadata",{},JSON.stringify(e)),qt("rect",{width:r,height:a,fill:at(i,"paper")}),qt("image",{href:await YA(await Tb(n)),width:r,height:s}),...l);return new XMLSerializer().serializeToString(c)}function YA(n){return new Promise((e,t)=>{let i=new FileReader;i.onload=()=>e(String(i.result)),i.onerror=()=>t(new Error("the picture could not be read")),i.readAsDataURL(n)})}var Vc=class{root;constructor(e){let{view:t}=e,{name:i,version:r,input_hash:s}=t?.program??{name:"glasshield",version:"",input_hash:""},o=`${i} ${r}`.trim(),a=s===""?"":` · ${s.slice(0,12)}`;this.root=_("div",{class:"gs-footer"},_("span",{},t===null?e.text("web.disclaimer"):e.said(t.disclaimer)),_("span",{class:"gs-made"},o+a))}update(e){}dispose(){this.root.remove()}};var KA=2e7,jA=27e6,ZA=Ce(10);function Ab(n,e){let t={...ar,lon_rad:e.lon_rad},i=e.lat_rad<0?-Math.PI/2:Math.PI/2;switch(n){case"polar":return{...t,lat_rad:i,range_m:KA};case"flat":return{...t,lat_rad:ZA,range_m:jA};default:return t}}var JA={en:"English",ru:"Русский"},Cb=["globe","map","polar","flat"],zc=class{root;#e;#t;#n;#i;#r=_("p",{class:"gs-lead"});#s;#o;#a;#l;#c=_("span",{role:"status",class:"gs-soft"});constructor(e,t){this.#e=e,this.#t=t.owns_page,this.#n=t.exercise,this.#i=_(t.owns_page?"h1":"p",{class:"gs-name"}),this.#s=ms.map(i=>this.#h(i)),this.#o=this.#f(),this.#a=this.#p(),this.#l=["assessment","live"].map(i=>Ee({class:"gs-tab","data-key":`subject-${i}`},()=>e.store.set({subject:i,playing:!1,time_s:null}),e.text(`web.subject.${i}`))),this.root=_("header",{class:"gs-header"},this.#i,_("div",{class:"gs-row gs-controls"},...t.has_live?this.#l:[],this.#a,this.#o,_("span",{class:"gs-joined"},...this.#s),...this.#d(t),this.#c),this.#r)}update(e){this.#u(e),this.#s.forEach((t,i)=>{ee(t,"aria-pressed",String(ms[i]===e.language))}),this.#o.value=e.theme,this.#a.value=QA(e),this.#l.forEach((t,i)=>{ee(t,"aria-pressed",String(i===1==(e.subject==="live")))})}dispose(){this.root.remove()}#u(e){let t=this.#e,{view:i}=t,r=e.subject==="live",s=i===null?t.text("web.title"):t.said(i.title),o=r?t.text("web.live_title"):s,a=this.#n===void 0?o:t.said(this.#n);Oe(this.#i,a);let c=i===null||i.phases.length>0?t.text("web.lead"):t.said(i.subtitle);Oe(this.#r,r?t.text("web.live_lead"):c),ee(this.#r,"hidden",i===null&&!r);let u=this.#n===void 0?"":`${t.text("web.mark.exercise")}: `;this.#t&&(document.title=`${u}${a} – Glasshield`)}#h(e){return Ee({class:"gs-tab",lang:e,"data-key":`language-${e}`},()=>this.#e.store.set({language:e}),JA[e])}#f(){let{store:e}=this.#e,t=sa.map(r=>({value:r,label:this.#e.text(`web.theme.${r}`)})),i={"data-key":"theme","aria-label":this.#e.text("web.theme.title")};return zn(i,t,"auto",r=>{let s=sa.find(o=>o===r)??"auto";e.set({theme:s})})}#p(){let{store:e}=this.#e,t=Cb.map(r=>({value:r,label:this.#e.text(`web.view.${r}`)})),i={"data-key":"view","aria-label":this.#e.text("web.view.title")};return zn(i,t,"globe",r=>{let s=Cb.find(a=>a===r)??"globe",o=s==="map"?"globe":s;e.set(a=>({projection:o,renderer:s==="globe"?"auto":"canvas",camera:o===a.projection?a.camera:Ab(o,a.camera)}))})}#d({save:e,help:t,is_addressed:i}){let r=this.#e;return[...i?[Ee({"data-key":"link"},()=>this.#g(),r.text("web.link.copy"))]:[],_("span",{class:"gs-joined"},Ee({"data-key":"png"},()=>e("png"),r.text("web.figure.png")),Ee({"data-key":"svg"},()=>e("svg"),r.text("web.figure.svg"))),Ee({"data-key":"help","aria-label":r.text("web.keys.title")},t,"?")]}#g(){let e=zp(this.#e.store.state);(navigator.clipboard?.writeText(e)??Promise.reject(new Error("none"))).then(()=>Oe(this.#c,this.#e.text("web.link.copied")),()=>Oe(this.#c,this.#e.text("web.link.in_address")))}};function QA({projection:n,renderer:e}){return n!=="globe"?n:e==="canvas"?"map":"globe"}var e1=[pn("flights","assessment",[["line","threat-boost","plot.boost"],["line","threat-coast","plot.coast"],["line","threat-entry","plot.entry"],["launch","launch","legend.launch"],["target","target","legend.target"],["missile","missile","web.legend.missile"]]),pn("disputed","assessment",[["line","disputed-yes","legend.flight_yes"],["line","disputed-depends","legend.flight_depends"],["line","disputed-no","legend.flight_no"]]),pn("sites","both",[["radar","radar","legend.radar"],["interceptors","interceptors","legend.site"],["ship","ship","web.legend.ship"]]),pn("fans","both",[["area","fan","legend.fan"]]),{...pn("reach","assessment",[["area","reach","web.legend.reach"],["line","reach-limit","legend.circle"]]),is_set:!0},pn("sectors","both",[["flag","flag","web.legend.sector_flag"],["line","sector","web.legend.sector"],["area","sector-overlap","web.legend.overlap"],["area","sector-gap","web.legend.gap"]]),pn("regions","both",[["area","to-defend","web.legend.to_defend"],["line","territory","web.legend.territory"]]),pn("defended","assessment",[["area","cell-yes","legend.cell_yes"],["area","cell-depends","legend.cell_depends"],["area","cell-no","legend.cell_no"]]),pn("observers","assessment",[["observer","observer-best","web.legend.observer_best"],["observer","observer","web.legend.observer"],["area","place-most","web.legend.place_most"],["area","place-some","web.legend.place_some"],["area","place-least","web.legend.place_least"],["area","place-none","web.legend.place_none"],["area","hazard-area","web.legend.hazard"]]),pn("tracks","live",[["missile","track-boost","plot.boost"],["missile","track-coast","plot.coast"],["missile","track-entry","plot.entry"],["missile","track-unknown","web.legend.unknown"]]),pn("trails","live",[["line","trail","web.legend.trail"]]),pn("covariances","live",[["area","ellipse-track","web.legend.covariance"]]),pn("impacts","live",[["area","ellipse-impact","web.legend.impact"],["area","ellipse-launch","web.legend.launch_area"]]),pn("notices","live",[["area","hazard-area","web.legend.hazard"],["launch","launch","web.legend.notice_launch"],["target","target","web.legend.notice_impact"]]),pn("borders","both",[["line","international","web.legend.border"],["line","undetermined","web.legend.contested"],["line","special","web.legend.special"]]),pn("graticule","both",[]),pn("labels","both",[])],t1={flights:n=>n.flights.some(e=>e.role==="threat"),disputed:n=>n.flights.some(e=>e.role==="disputed"),sites:n=>n.sensors.length+n.batteries.length>0,fans:n=>n.sensors.length>0,reach:n=>n.batteries.length>0,defended:n=>n.cells.layers.length>0,observers:n=>n.plans.length>0,sectors:n=>gi(n).some(e=>e.sector.length>0),regions:n=>gi(n).length>0},n1={sites:[["failed","failed","web.legend.radar_failed"]],fans:[["area","fan-failed","web.legend.fan_failed"]]},i1=[["area","cell-better","web.legend.cell_better"],["area","cell-worse","web.legend.cell_worse"],["area","cell-same","web.legend.cell_same"]],Gc=class{root;#e;#t;#n=!1;constructor(e){this.#e=e;let t=Bi(e.view);this.#t=e1.filter(i=>this.#i(i.name)).map(i=>t?r1(i):{...i,is_set:!1}).map(i=>this.#r(i)),this.root=_("section",{class:"gs-part gs-layers","aria-label":e.text("web.layers.title")},_("h3",{},e.text("web.layers.title")),_("ul",{},...this.#t.map(i=>i.root)))}update(e){for(let{layer:r,root:s,box:o}of this.#t){let a=r.of==="both"||r.of===e.subject||r.is_set===!0;ee(s,"hidden",!a),o.checked=!e.hidden.includes(r.name)}let t=e.compared!==null;if(t===this.#n)return;this.#n=t;let i=this.#t.find(r=>r.layer.name==="defended");i?.samples.replaceChildren(...this.#s(t?i1:i.layer.samples))}dispose(){this.root.remove()}#i(e){let{view:t}=this.#e;return t===null?!["observers","sectors","regions"].includes(e):t1[e]?.(t)??!0}#r(e){let t=_("input",{type:"checkbox","data-key":`layer-${e.name}`});t.addEventListener("change",()=>this.#o(e.name,t.checked));let i=_("label",{},t,this.#e.text(e.text)),r=_("ul",{class:"gs-samples"},...this.#s(e.samples)),s=_("li",{},i,e.samples.length>0?r:null);return{layer:e,root:s,box:t,samples:r}}#s(e){let{shade:t}=this.#e;return e.map(([i,r,s])=>{let o=i==="line"?ob(t,r):i==="area"?Ic(t,r):ab(t,r,i);return _("li",{},o,_("span",{},this.#e.text(s)))})}#o(e,t){this.#e.store.set(({hidden:i})=>({hidden:t?i.filter(r=>r!==e):[...i,e]}))}};function r1(n){return{...n,samples:[...n.samples,...n1[n.name]??[]]}}function pn(n,e,t){return{name:n,text:`web.layer.${n}`,samples:t,of:e}}var Hc=class{#e=new Map;#t=()=>{};put(e,t){t===null?this.#e.delete(e):this.#e.set(e,t),this.#t()}get all(){return[...this.#e]}shownBy(e){this.#t=e}},Wc=class{root=_("div",{class:"gs-notices",role:"alert"});#e;#t;constructor(e,t){[this.#e,this.#t]=[e,t],t.shownBy(()=>this.#n()),this.#n()}update(e){}dispose(){this.#t.shownBy(()=>{}),this.root.remove()}#n(){let e=this.#e,t=this.#t.all.map(([i,r])=>_("p",{},r(e)," ",Ee({class:"gs-quiet","data-key":`notice-${i}`,"aria-label":e.text("web.notice.close")},()=>this.#t.put(i,null),"✕")));Le(this.root,...t)}};var Xc=class{constructor(e,t,i,r,s=()=>null){this.view=e;this.store=t;this.arguing=i;this.shade=r;this.liveMark=s;this.language=t.state.language}view;store;arguing;shade;liveMark;language;text(e,t={}){return s1(Tt(this.language,e,t))}said(e){return e?.[this.language]??""}name(e){return this.said(Rb(this.view?.names,e))||e}short(e){return this.said(Rb(this.view?.short,e))||this.name(e)}};function s1(n){return n.replace(/(км|km|м|m)\/(?=[сs](?![\p{L}]))/gu,"$1/⁠")}function Rb(n,e){return n!==void 0&&Object.hasOwn(n,e)?n[e]:void 0}function Pb(n,e,t){let i=Xn(n,e),r=Wn(n,e),s=nr(n,e,t),o=a=>r.filter(l=>(s[l.id]??"no")===a).length;return{threats:i.length,seen:o1(n,dt(n,e),i),people:a1(n,dt(n,e)),disputed:r.length,reached:o("yes"),open:o("depends")}}function o1({sees:n,sensors:e,flights:t},i,r){let s=new Set;return n.phase.forEach((o,a)=>{let l=e[n.sensor[a]]?.kind==="radar";o===i&&l&&n.first_seen_s[a]!=null&&s.add(t[n.flight[a]])}),r.filter(o=>s.has(o)).length}function a1({defends:n,phases:e},t){let i=e[t]?.defended[0],r=n.phase.flatMap((s,o)=>s===t&&n.region[o]===i?[o]:[]);return i===void 0||r.length===0?null:{region:i,low:Math.min(...r.map(s=>n.population_low[s])),high:Math.max(...r.map(s=>n.population_high[s]))}}var $c=class{root;#e;#t;#n=_("dl",{class:"gs-answers"});#i=[];#r=_("p",{});#s=_("p",{class:"gs-soft"});constructor(e){this.#e=e;let t=e.view?.phases??[];this.#t=t.map(r=>this.#l(r));let i=this.#t.map(r=>_("li",{},r));this.root=_("section",{class:"gs-part gs-phases","aria-label":e.text("web.phases.title")},_("h3",{},e.text("web.phases.title")),_("ol",{},...i),this.#n,this.#r,this.#s)}update(e){let{view:t}=this.#e,i=t===null||t.phases.length===0;if(ee(this.root,"hidden",i||e.subject==="live"),t===null)return;let r=dt(t,e);this.#t.forEach((o,a)=>{ee(o,"aria-current",a===r?"step":null)}),this.#o(t,e);let s=t.phases[r];Oe(this.#r,this.#e.said(s?.planned)),Oe(this.#s,this.#e.said(s?.outcome))}dispose(){this.root.remove()}#o(e,t){let i=[t.setting,t.claim,t.filters];i.every((s,o)=>Object.is(s,this.#i[o]))&&this.#i.length>0||(this.#i=i,Le(this.#n,...this.#a(e,t)))}#a(e,t){let i=this.#e,{threats:r,seen:s,people:o,disputed:a,reached:l,open:c}=Pb(e,t,i.arguing.verdicts(t)),u=o===null?"":i.text("web.answers.defends_text",{share:sr(i.language,100*o.low,100*o.high,"%"),region:i.short(o.region)});return[["sees",r===0?"":i.text("web.answers.sees_text",{n:s,all:r})],["defends",u],["reaches",a===0?"":i.text("web.answers.reaches_text",{n:l,all:a})+(c===0?"":i.text("web.answers.open_text",{open:c}))]].flatMap(([d,f])=>f===""?[]:[_("dt",{"data-kind":d},i.text(`web.answers.${d}`)),_("dd",{},f)])}#l(e){let{store:t}=this.#e;return Ee({"data-key":`phase-${e.id}`},()=>t.set(({setting:i})=>({setting:{...i,phase:e.id}})),_("span",{},this.#e.said(e.short)),_("span",{class:"gs-soft"},e.date))}};function qc(n){return Math.sqrt(-2*Math.log1p(-n))}function Lb(n){let[e,t,i,,,,r,s,,,,o]=n;if(n.length!==21||e===void 0||t===void 0||i===void 0)throw new RangeError(`a covariance has 21 numbers, not ${n.length}`);if(r===void 0||s===void 0||o===void 0)throw new RangeError("not 21 numbers");return[[e,t,i],[t,r,s],[i,s,o]]}function Yc(n,e){let[t,i]=Li(e.lat_rad,e.lon_rad);return{east_m2:Wp(n,t,t),mixed_m2:Wp(n,t,i),north_m2:Wp(n,i,i)}}function La({east_m2:n,mixed_m2:e,north_m2:t},i){let r=.5*(n+t),s=Math.hypot(.5*(t-n),e),o=.5*Math.atan2(2*e,t-n);return{longer_m:i*Math.sqrt(r+s),shorter_m:i*Math.sqrt(Math.max(r-s,0)),azimuth_rad:o<0?o+Math.PI:o}}function Xp(n,e,t=72){let i=Li(n.lat_rad,n.lon_rad),[r,s]=[Math.sin(e.azimuth_rad),Math.cos(e.azimuth_rad)];return Array.from({length:t},(o,a)=>{let l=2*Math.PI*a/(t-1),c=e.longer_m*Math.cos(l),u=e.shorter_m*Math.sin(l);return l1(n,i,c*r+u*s,c*s-u*r)})}function l1(n,e,t,i){let r=Math.hypot(t,i),s=ut(Ol(e,[t,i,0]),1/Math.max(r,1e-9)),o=r/Ze,a=dn(n.lat_rad,n.lon_rad,0),l=bt(a,ut(s,Ze*Math.sin(o))),c=ut(e[2],Ze*(1-Math.cos(o))),{lat_rad:u,lon_rad:h}=Vt(Ii(l,c));return{lat_rad:u,lon_rad:h}}function Wp(n,e,t){return Et(e,[Et(n[0],t),Et(n[1],t),Et(n[2],t)])}var Ib="glasshield.frames.v1",Nb="glasshield.bearer.",zi=["SRBM","MRBM","IRBM","ICBM","orbital","unknown"],Ia=["boost","coast","entry","unknown"],hr=class extends Error{constructor(t,i){super(`this is no frame of a picture: byte ${i}: expected ${t}`);this.expected=t;this.at=i}expected;at;name="FrameError"},c1=826692423,$p=24,qp=16,u1=31,h1=253402300799e6,[d1,f1]=[1,2],[p1,m1,g1,y1,_1]=[7,3,3,5,6];function Kc(n){let e=new DataView(n),t=[],i=0;for(;i<e.byteLength;){let r=b1(e,i);t.push(r),i+=$p+qp*r.count}return t}function b1(n,e){if(n.byteLength-e<$p)throw new hr("the end of its header",e);let[t,i]=[n.getUint8(e+5),n.getUint8(e+6)];if(!(n.getUint32(e,!0)===c1)||Math.max(t,i)>u1)throw new hr("GSF1 and steps",e);let s=Number(n.getBigInt64(e+8,!0));if(s<0||s>h1)throw new hr("a time of this age",e+8);let o=n.getUint32(e+20,!0),a=e+$p;if(n.byteLength-a<qp*o)throw new hr(`${o} tracks`,e);let l={is_exercise:(n.getUint8(e+4)&d1)!==0,is_simulated:(n.getUint8(e+4)&f1)!==0,time_us:s,picture:n.getUint32(e+16,!0),count:o,number:new Uint32Array(o),position_ecef_m:new Float64Array(3*o),velocity_ecef_m_s:new Float64Array(3*o),class_index:new Uint8Array(o),phase:new Uint8Array(o),is_coasted:new Uint8Array(o),is_shared:new Uint8Array(o)};return x1(l,n,a,2**t,2**i),l}function x1(n,e,t,i,r){for(let s=0;s<n.count;s++){let o=t+qp*s,a=e.getUint32(o,!0),l=a>>>24,c=l&p1;if(c>=zi.length)throw new hr("classes of objects",o);n.number[s]=a&16777215,n.class_index[s]=c,n.phase[s]=l>>>m1&g1,n.is_coasted[s]=l>>>y1&1,n.is_shared[s]=l>>>_1&1;for(let u=0;u<3;u++){let h=e.getInt32(o+4+4*u,!0);n.position_ecef_m[3*s+u]=(h<<8>>8)*i,n.velocity_ecef_m_s[3*s+u]=(h>>24)*r}}}var Ht=24;function kn(n,e){return`${n}/${e}`}var zr=class{constructor(e,t=5e6){this.capacity=e;this.trail_interval_us=t;this.is_alive=new Uint8Array(e),this.is_hidden=new Uint8Array(e),this.picture=new Uint32Array(e),this.number=new Uint32Array(e),this.position_ecef_m=new Float64Array(3*e),this.velocity_ecef_m_s=new Float64Array(3*e),this.class_index=new Uint8Array(e),this.phase=new Uint8Array(e),this.is_coasted=new Uint8Array(e),this.is_shared=new Uint8Array(e),this.trail_ecef_m=new Float32Array(3*e*Ht),this.trail_length=new Uint8Array(e),this.#n=new Uint32Array(e)}capacity;trail_interval_us;is_alive;is_hidden;picture;number;position_ecef_m;velocity_ecef_m_s;class_index;phase;is_coasted;is_shared;trail_ecef_m;trail_length;covariances=new Map;contributors=new Map;rows=0;count=0;time_us=0;is_exercise=!1;is_simulated=!1;trail_step=0;#e=new Map;#t=[];#n;#i=0;#r=Number.NEGATIVE_INFINITY;apply(e){this.#i+=1,this.time_us=Math.max(this.time_us,e.time_us),this.is_exercise=e.is_exercise,this.is_simulated=e.is_simulated;for(let t=0;t<e.count;t++)this.#s(e.picture,e.number[t]);this.#l(e.picture);for(let t=0;t<e.count;t++)this.#a(this.#o(e,t),e,t);this.time_us-this.#r>=this.trail_interval_us&&this.#c()}drop(e){this.#i+=1,this.#l(e)}setCovariance(e,t){t===null?this.covariances.delete(e):this.covariances.set(e,Lb(t))}rowOf(e,t){return this.#e.get(jc(e,t))??null}#s(e,t){let i=this.#e.get(jc(e,t));i!==void 0&&(this.#n[i]=this.#i)}#o(e,t){let i=jc(e.picture,e.number[t]),r=this.#e.get(i);if(r!==void 0)return r;let s=this.#t.pop()??this.rows;if(s>=this.capacity)throw new RangeError(`more than ${this.capacity} tracks`);return this.rows=Math.max(this.rows,s+1),this.count+=1,this.#e.set(i,s),this.is_alive[s]=1,this.is_hidden[s]=0,this.picture[s]=e.picture,this.number[s]=e.number[t],this.trail_length[s]=0,s}#a(e,t,i){this.#n[e]=this.#i;for(let r=0;r<3;r++)this.position_ecef_m[3*e+r]=t.position_ecef_m[3*i+r],this.velocity_ecef_m_s[3*e+r]=t.velocity_ecef_m_s[3*i+r];this.class_index[e]=t.class_index[i],this.phase[e]=t.phase[i],this.is_coasted[e]=t.is_coasted[i],this.is_shared[e]=t.is_shared[i]}#l(e){for(let t=0;t<this.rows;t++){if(this.is_alive[t]===0||this.picture[t]!==e||this.#n[t]===this.#i)continue;let i=kn(e,this.number[t]);this.#e.delete(jc(e,this.number[t])),this.covariances.delete(i),this.contributors.delete(i),this.is_alive[t]=0,this.#t.push(t),this.count-=1}}#c(){this.#r=this.time_us,this.trail_step=(this.trail_step+1)%Ht;let e=3*this.trail_step*this.capacity;for(let t=0;t<3*this.rows;t++)this.trail_ecef_m[e+t]=this.position_ecef_m[t];for(let t=0;t<this.rows;t++)this.trail_length[t]=Math.min(this.trail_length[t]+1,Ht)}};function Na(n,e){let t=kn(n.picture[e],n.number[e]);return{id:t,number:n.number[e],position_ecef_m:kb(n.position_ecef_m,e),velocity_ecef_m_s:kb(n.velocity_ecef_m_s,e),object_class:zi[n.class_index[e]],phase:Ia[n.phase[e]],is_coasted:n.is_coasted[e]===1,is_shared:n.is_shared[e]===1,contributors:n.contributors.get(t)??[]}}function Zc(n){let e=[];for(let t=0;t<n.rows;t++)n.is_alive[t]===1&&n.is_hidden[t]===0&&e.push(Na(n,t));return e}function kb(n,e){return[n[3*e],n[3*e+1],n[3*e+2]]}function jc(n,e){return n*2**24+e}var v1=.95;function Db(n,e){let t=[];for(let i=0;i<n.rows;i++){if(n.is_alive[i]===0||n.is_hidden[i]===1)continue;let r=kn(n.picture[i],n.number[i]),s=n.covariances.get(r);if(s===void 0)continue;let o=Vt(Na(n,i).position_ecef_m),a=La(Yc(s,o),qc(v1));t.push({shape:"area",layer:"covariances",target:Ke("track",r),look:"ellipse-track",strength:Gt(e,"track",r)?"strong":"normal",polygons:[[ir(Xp(o,a))]]})}return t}function Ob(n,e){return n.flatMap(t=>[...S1(t,e),M1(t,e)])}function Fb(n,e){return n.filter(t=>t.time!=="over").flatMap(t=>t.areas.flatMap(i=>[{shape:"area",layer:"notices",target:Ke("notice",t.id),look:"hazard-area",strength:Ub(t,e),polygons:[[i.ring]]},...w1(t,i,e)]))}function Ub({id:n,time:e},t){return Gt(t,"notice",n)?"strong":e==="open"?"normal":"faint"}function w1(n,{role:e,middle:t},i){if(e==="hazard")return[];let r=e==="launch"?"launch":"target";return[{shape:"mark",layer:"notices",target:Ke("notice",n.id),look:r,glyph:r,strength:Ub(n,i),lon_deg:be(t.lon_rad),lat_deg:be(t.lat_rad),height_m:0,label:e==="launch"?n.reference:null,weight:60}]}function S1(n,e){let{covariance:t,place:i,radius:r}=n;return t===null?[]:[{shape:"area",layer:"impacts",target:Ke("event",n.id),look:n.kind==="impact"?"ellipse-impact":"ellipse-launch",strength:Gt(e,"event",n.id)?"strong":"normal",polygons:[[ir(Xp(i,La(t,r)))]]}]}function M1(n,e){let t=n.kind==="impact"?"target":"launch";return{shape:"mark",layer:"impacts",target:Ke("event",n.id),look:t,glyph:t,strength:Gt(e,"event",n.id)?"strong":"normal",lon_deg:be(n.place.lon_rad),lat_deg:be(n.place.lat_rad),height_m:0,label:n.label,weight:65}}var Yp=4/3,E1=313e-6,Kp=E1*Ze/(1-1/Yp);function T1(n,e,t){let i=Yp*Ze,r=Math.max(e,Kp),s=Math.min(Math.max(t,e),r),[o,a]=Bb(n,i+e,i+s),[l]=Bb(a,Ze+s,Ze+t);return Yp*o+l}function ao(n,e,t){let i=Math.max(t,e+.001),r=T1(n,e,i),[s,o]=[Ze+e,Ze+i];return[o*Math.sin(r),o*Math.cos(r)-s]}function Bb(n,e,t){let i=e/t*Math.cos(n),r=Math.atan2(Math.sqrt(Math.max(1-i**2,0)),i);return[r-n,r]}var Vb=Math.PI/2-1e-9;var Wb=Math.PI/60,zb=6,A1=60,C1=2*Math.PI-1e-9;function Xb({site:n,sector:e,range_m:t}){let i=Jc(e.elevation_min_rad,n.height_m,t),r=Qp(e)?[[0,t]]:Jc(e.elevation_max_rad,n.height_m,t),[s,o]=[Hb(ka(i)),Hb(ka(r))],a=Math.max(1,Math.ceil((o-s)/Wb)),l=Array.from({length:a-1},(c,u)=>{let h=s+(o-s)*(u+1)/a;return[t*Math.cos(h),t*Math.sin(h)]});return[[0,0],...i,...l,...r.reverse(),[0,0]]}function Jc(n,e,t){let i=R1(n,e,t),r=Math.min(i,Math.max(Kp,e))-e,s=[];for(let o=1;o<=zb;o++){let a=e+r*(o/zb)**2;a>e&&a<i&&s.push(ao(n,e,a))}return[...s,ao(n,e,i)]}function $b(n){let e=Xb(n),t=Zp(n.sector),i=t.flatMap(r=>Yb(n.site,e,r)).flat();return{positions_ecef_m:Float64Array.from(i),triangles:Uint32Array.from(I1(e.length,t.length,em(n.sector)))}}function qb(n){let e=Xb(n),t=Zp(n.sector),i=em(n.sector)?[]:[t[0],ka(t)],r=L1(n).map(s=>t.map(o=>Jp(n.site,s,o)));return[...i.map(s=>Yb(n.site,e,s)),...r]}function jp(n,e){let{site:t,sector:i,range_m:r}=n;if(e<=t.height_m||e-t.height_m>r)return[];let s=ao(i.elevation_min_rad,t.height_m,e),o=P1(s,n,e),a=Qp(i)?null:ao(i.elevation_max_rad,t.height_m,e);if(a!==null&&a[0]>=o[0])return[];let l=Zp(i),c=l.map(d=>Gb(t,o,d)),u=a===null?[]:l.map(d=>Gb(t,a,d)).reverse();if(em(i))return u.length>0?[c,u]:[c];let h=u.length>0?u:[{lat_rad:t.lat_rad,lon_rad:t.lon_rad}];return[[...c,...h,c[0]]]}function R1(n,e,t){let[i,r]=[e,e+t];for(let s=0;s<A1;s++){let o=.5*(i+r),[a,l]=ao(n,e,o);Math.hypot(a,l)<t?i=o:r=o}return .5*(i+r)}function P1(n,{site:e,range_m:t},i){if(Math.hypot(...n)<=t)return n;let[r,s]=[Ze+e.height_m,Ze+i],o=Math.sqrt((t**2-(s-r)**2)/(4*r*s)),a=2*Math.asin(Math.min(o,1));return[s*Math.sin(a),s*Math.cos(a)-r]}function L1({site:n,sector:e,range_m:t}){let i=ka(Jc(e.elevation_min_rad,n.height_m,t));return Qp(e)?[i]:[i,ka(Jc(e.elevation_max_rad,n.height_m,t))]}function Zp({azimuth_from_rad:n,azimuth_width_rad:e}){let t=Math.max(1,Math.ceil(e/Wb));return Array.from({length:t+1},(i,r)=>n+e*r/t)}function Yb(n,e,t){return e.map(i=>Jp(n,i,t))}function Jp(n,[e,t],i){let r=Li(n.lat_rad,n.lon_rad),s=[e*Math.sin(i),e*Math.cos(i),t];return bt(dn(n.lat_rad,n.lon_rad,n.height_m),Ol(r,s))}function Gb(n,e,t){let{lat_rad:i,lon_rad:r}=Vt(Jp(n,e,t));return{lat_rad:i,lon_rad:r}}function I1(n,e,t){let i=[];for(let s=0;s+1<e;s++)for(let o=0;o+1<n;o++){let[a,l]=[s*n+o,(s+1)*n+o];i.push(a,l+1,l,a,a+1,l+1)}if(t)return i;let r=(e-1)*n;for(let s=1;s+2<n;s++)i.push(0,s+1,s,r,r+s,r+s+1);return i}function Qp(n){return n.elevation_max_rad>=Vb}function em(n){return n.azimuth_width_rad>=C1}function Hb([n,e]){return Math.atan2(e,n)}function ka(n){return n[n.length-1]}var bs=72,tm=16;function jb(n,e){let[t]=n.reach;if(t===void 0||e===null)return t??null;let i=r=>Math.abs(1e3*r.burnout_speed_km_s-e);return n.reach.reduce((r,s)=>i(s)<i(r)?s:r,t)}function Zb(n,e,t){let{low:i,high:r,share:s}=tx(n,e),o=a=>k1(n,a)*1e3;return Math.min(t.cap_m,(1-s)*o(i)+s*o(r))}function Jb(n,e,t){return Array.from({length:bs+1},(i,r)=>{let s=2*Math.PI*(r%bs)/bs;return ps(e,s,Zb(n,s,t)/Ze)})}function Qb(n,e,t){let i=[];for(let o=0;o<=bs;o++){let a=2*Math.PI*(o%bs)/bs,l=Zb(n,a,t);for(let c=0;c<=tm;c++)i.push(N1(n,e,a,l*c/tm,t));i.push(ex(e,a,l,t.floor_m))}let r=tm+2,s=[];for(let o=0;o<bs;o++)for(let a=0;a+1<r;a++){let[l,c]=[o*r+a,(o+1)*r+a];s.push(l,l+1,c,l+1,c+1,c)}return{positions_ecef_m:Float64Array.from(i.flat()),triangles:Uint32Array.from(s)}}function N1(n,e,t,i,r){let{low:s,high:o,share:a}=tx(n,t),l=(1-a)*Kb(n,s,i)+a*Kb(n,o,i),c=Math.max(r.floor_m,Math.min(r.top_m,l));return ex(e,t,i,c)}function ex(n,e,t,i){let{lat_rad:r,lon_rad:s}=ps(n,e,t/Ze);return dn(r,s,i)}function Kb(n,e,t){let i=n.top_km[e],r=n.ground_km.findIndex(l=>1e3*l>=t);if(r<=0)return r<0?0:1e3*(i[0]??0);let[s,o]=[1e3*n.ground_km[r-1],1e3*n.ground_km[r]],a=(t-s)/(o-s);return 1e3*((1-a)*(i[r-1]??0)+a*(i[r]??0))}function k1(n,e){let t=n.top_km[e],i=t.findIndex(r=>r===null);return n.ground_km[i<0?t.length-1:Math.max(0,i-1)]}function tx(n,e){let t=n.bearing_deg.length,i=tr(e-Ce(n.bearing_deg[0]))/(2*Math.PI/t),r=Math.floor(i)%t;return{low:r,high:(r+1)%t,share:i-Math.floor(i)}}var D1=3e5,O1=1.1,F1=4e5;function nx(n){let e=Math.max(0,...n.flights.map(t=>t.apogee_km));return Math.max(F1,O1*1e3*e)}var ix=new Set;function rx(n,e,t=ix){let i=cs(n,e),r=new Set(i.map(o=>o.site));return[...Ds(n,e).flatMap(o=>U1(n,e,o,r).map(a=>t.has(o.id)?B1(a,e):a)),...z1(i).map(o=>V1(n,e,o))]}function U1(n,e,t,i){let{lat_deg:r,lon_deg:s,height_m:o}=t;if(r===null||s===null)return[];let a=t.site===null||!i.has(t.site);return[{shape:"mark",layer:"sites",target:Ke("sensor",t.id),look:"radar",glyph:"radar",strength:Gt(e,"sensor",t.id)?"strong":"normal",lon_deg:s,lat_deg:r,height_m:o??0,label:a?Nr(n,e,t.site??t.id):null,weight:80}]}function B1(n,{language:e}){let t=n.label===null?null:Tt(e,"web.sensor.failed_label",{name:n.label});return{...n,look:"failed",glyph:"failed",label:t,weight:n.weight+12}}function V1(n,e,t){return{shape:"mark",layer:"sites",target:Ke("battery",t.id),look:t.at_sea?"ship":"interceptors",glyph:t.at_sea?"ship":"interceptors",strength:Gt(e,"battery",t.id)?"strong":"normal",lon_deg:t.lon_deg,lat_deg:t.lat_deg,height_m:t.height_m,label:Nr(n,e,t.site),weight:90}}function z1(n){let e=new Set;return n.filter(({site:t})=>!e.has(t)&&e.add(t))}function sx(n,e,t=ix){let i=nx(n);return Ds(n,e).flatMap(r=>G1(r,nm(n,e,r)).map(s=>W1(s,r,{ceiling_m:i,strength:ax(e,"sensor",r.id),look:t.has(r.id)?"fan-failed":r.search==="cued"?"fan-cued":"fan"})))}function nm(n,e,t){let[i,r]=[dt(n,e),n.flights.findIndex(c=>c.id===e.flight)],s=n.sensors.indexOf(t),{sees:o}=n,a=o.sensor.findIndex((c,u)=>c===s&&o.phase[u]===i&&o.flight[u]===r),l=o.detection_range_km[a]??t.range_km;return l===null?null:1e3*l}function G1(n,e){let{lat_deg:t,lon_deg:i,height_m:r}=n;if(t===null||i===null||e===null)return[];let s={...rr(t,i),height_m:r??0};return n.sectors.map(o=>({site:s,range_m:e,sector:{azimuth_from_rad:Ce(o.azimuth_from_deg),azimuth_width_rad:Ce(H1(o.azimuth_from_deg,o.azimuth_to_deg)),elevation_min_rad:Ce(o.elevation_min_deg),elevation_max_rad:Ce(o.elevation_max_deg)}}))}function H1(n,e){let t=e-n;return t>0?t:t+360}function W1(n,e,{ceiling_m:t,strength:i,look:r}){let{positions_ecef_m:s,triangles:o}=$b(n),[a]=jp(n,t),l=a===void 0?[]:[vf(a,t)];return{shape:"surface",layer:"fans",target:Ke("sensor",e.id),look:r,strength:i,positions_ecef_m:s,triangles:o,ceiling_m:t,edges:[...qb(n).flatMap(c=>X1(c,t)),...l],ground:[jp(n,Math.min(D1,t)).map(ir)].filter(c=>c.length>0)}}function X1(n,e){let t=[[]];for(let i of n)bn(i)<=Ze+e?t[t.length-1].push(i):t[t.length-1].length>0&&t.push([]);return t.filter(i=>i.length>1).map(xf)}function ox(n,e){let t=nx(n);return cs(n,e).flatMap(i=>$1(i,e,t))}function $1(n,e,t){let i=jb(n,e.setting.speed_m_s);if(i===null)return[];let{cap_m:r}=e.setting,s={cap_m:r??1e3*(n.ground_range_km??Number.POSITIVE_INFINITY),floor_m:1e3*(n.min_height_km??0),top_m:Math.min(1e3*(n.max_height_km??Number.POSITIVE_INFINITY),t)},o=rr(n.lat_deg,n.lon_deg),a=Jb(i,o,s),l={layer:"reach",target:Ke("battery",n.id),strength:ax(e,"battery",n.id)};return[{...l,shape:"line",look:"reach-limit",courses:[vf(a)]},{...l,shape:"surface",look:"reach",...Qb(i,o,s),ceiling_m:Number.POSITIVE_INFINITY,edges:[],ground:[[ir(a)]]}]}function ax(n,e,t){return Gt(n,e,t)?"strong":n.selected?.kind===e?"faint":"normal"}var q1=new Set,Y1={verdicts:null,live:null,live_version:0,predicted:[],notices:[],failed:q1},Da=[],K1=new Set(["reach","flights","defended","disputed","observers"]),j1=new Set(["reach"]),Z1=new Set(["tracks","trails","covariances","impacts","notices"]),Oa=class{#e;#t;#n=new Map;constructor(e,t){this.#e=e,this.#t=t}drawn(e,t=Y1){let i=Ni.map(r=>[r,this.#i(r,e,t)]);return Object.fromEntries(i)}#i(e,t,i){let r=K1.has(e)&&!(Bi(this.#e)&&j1.has(e));if((t.subject==="live"?r:Z1.has(e))||t.hidden.includes(e))return Da;let o=!t.hidden.includes("labels"),a=this.#r(e,t,i);return o?a:this.#l(`${e} unnamed`,[a],()=>a.map(Q1))}#r(e,t,i){let r=this.#t;switch(e){case"borders":return r===null?Da:this.#l(e,[r],()=>G0(r));case"graticule":return this.#l(e,[],H0);case"covariances":return this.#a(t,i);case"impacts":return this.#l(e,[i.predicted,t.selected],()=>Ob(i.predicted,t));case"notices":return this.#l(e,[i.notices,t.selected],()=>Fb(i.notices,t));default:return this.#e===null?Da:this.#s(e,this.#e,t,i)}}#s(e,t,i,r){let{selected:s,flight:o,setting:a,filters:l,language:c,compared:u,claim:h}=i,d=a.phase;switch(e){case"sites":return this.#l(e,[d,l,c,s,r.failed],()=>rx(t,i,r.failed));case"fans":return this.#l(e,[d,l,o,s,r.failed],()=>sx(t,i,r.failed));case"sectors":return this.#l(e,[c,s],()=>$0(t,i));case"regions":return this.#l(e,[c,s],()=>q0(t,i));case"reach":return this.#l(e,[d,l,a.speed_m_s,a.cap_m,s],()=>ox(t,i));case"defended":return this.#l(e,[d,u?.phase,u===null,o,Rp(i)],()=>Ec(t,i));case"observers":return this.#l(e,[c,s],()=>qy(t,i));case"flights":return this.#o(e,t,i,[d,o,s],()=>Oy(t,i));case"disputed":return this.#o(e,t,i,[d,o,s,h,a.party,r.verdicts],()=>Fy(t,i,r.verdicts));default:return Da}}#o(e,t,i,r,s){let{language:o,time_s:a}=i,l=this.#l(`${e} arcs`,r,()=>[...zy(t,i,e),...s()]),c=this.#l(`${e} ends`,[...r,o],()=>By(t,i,e));return this.#l(e,[l,c,a],()=>[...l,...c,...Vy(t,i,e)])}#a(e,{live:t,live_version:i}){return t===null?Da:this.#l("covariances",[t,i,e.selected],()=>Db(t,e))}#l(e,t,i){let r=this.#n.get(e);if(r!==void 0&&J1(r.inputs,t))return r.drawables;let s=i();return this.#n.set(e,{inputs:t,drawables:s}),s}};function J1(n,e){return n.length===e.length&&n.every((t,i)=>Object.is(t,e[i]))}function Q1(n){return n.shape==="mark"?{...n,label:null}:n}var Gr=class{canvas;context;is_stale=!0;constructor(){this.canvas=document.createElement("canvas");let e=this.canvas.getContext("2d");if(e===null)throw new Error("this browser draws on no canvas");this.context=e}resize(e,t,i){this.canvas.width=Math.max(1,Math.round(e*i)),this.canvas.height=Math.max(1,Math.round(t*i)),this.context.setTransform(i,0,0,i,0,0),this.is_stale=!0}clear(){let{width:e,height:t}=this.canvas;this.context.save(),this.context.setTransform(1,0,0,1,0,0),this.context.clearRect(0,0,e,t),this.context.restore()}dispose(){Gi(this.canvas)}};function Gi(n){n.remove(),[n.width,n.height]=[0,0]}function Qc(n){let e=new Gr;e.resize(n[0]?.width??1,n[0]?.height??1,1);for(let t of n)e.context.drawImage(t,0,0);return e.canvas}async function eu(n){try{return await eC(n)}finally{Gi(n)}}function eC(n){return new Promise((e,t)=>{n.toBlob(i=>{i===null?t(new Error("the picture cannot be written")):e(i)},"image/png")})}var nu={picture:null,version:0,predicted:[],notices:[],failed:new Set},tu=class{root=_("div",{class:"gs-picture"});#e;#t;#n=null;#i=null;#r=!1;#s=null;#o=null;#a=[];constructor(e){this.#e=e,this.#t=new Oa(e.view,e.world)}set view(e){this.#t=new Oa(e,this.#e.world)}update(e,t,i){this.#c(e,t,i);let r=this.#n;r!==null&&(r.shade!==t&&(r.shade=t),r.description!==i&&(r.description=i),r.projection!==e.projection&&(r.projection=e.projection),e.camera!==this.#o&&(r.camera=e.camera),this.#o=e.camera,r.selected!==e.selected&&(r.selected=e.selected),r.show(this.drawn()),this.#l(e,r))}moved(e){let{state:t}=this.#e.store;this.#n===null||t.subject!=="live"||(e==="changed"&&this.#n.show(this.drawn()),this.#l(t,this.#n),this.#n.moved())}beside(){let{store:e,arguing:t,live:i}=this.#e,{picture:r,version:s,predicted:o,notices:a,failed:l}=i();return{verdicts:t.verdicts(e.state),live:r,live_version:s,predicted:o,notices:a,failed:l}}drawn(){return this.#t.drawn(this.#e.store.state,this.beside())}snapshot(){return this.#n===null?Promise.reject(new Error("nothing is drawn")):this.#n.snapshot()}printed(e){this.#s!==null&&Gi(this.#s),this.#s=e?this.#n?.sheet()??null:null,this.#s!==null&&(this.#s.className="gs-sheet",this.root.append(this.#s))}focus(){this.root.querySelector("[tabindex]")?.focus()}resize(){this.#n?.resize()}dispose(){this.#n?.dispose(),this.#n=null,this.root.remove()}#l(e,t){let{picture:i}=this.#e.live(),s=e.subject==="live"&&!e.hidden.includes("tracks")?i:null,o=[s,e.filters,e.hidden];o.every((a,l)=>Object.is(a,this.#a[l]))||(this.#a=o,t.showTracks(s,!e.hidden.includes("trails")))}#c(e,t,i){let s=e.projection!=="globe"||e.renderer==="canvas"||this.#r&&e.renderer!=="webgl"?"canvas":"webgl";if(s===this.#i)return;this.#i=s,this.#n?.dispose(),[this.#n,this.#a]=[null,[]];let{renderers:o,onFallBack:a}=this.#e,l=this.#u(e,t,i),c=o[s](this.root,l),u=c.renderer===null&&s==="webgl",h=u?o.canvas(this.root,l):c;this.#n=h.renderer,a(u?c.reason:h.reason)}#u(e,t,i){let{store:r}=this.#e;return{shade:t,description:i,camera:e.camera,projection:e.projection,onCamera:s=>r.set({camera:s}),onSelect:s=>r.set(s===null?{selected:null}:_s(s)),onLost:()=>this.#h()}}#h(){this.#r=!0,this.#i=null;let{store:e,onFallBack:t}=this.#e;t("lost"),e.set({renderer:"auto",camera:{...e.state.camera}})}};function iu(n,e){let t=e.flight??n.timeline?.flight??null;return n.flights.find(i=>i.id===t)??n.flights[0]??null}function hx(n,e,t){let i=n.flights.indexOf(t),r=dt(n,e),{sensors:s}=e.filters,o=tC(n,r,i).filter(a=>!s.includes(a.id));return[...ux(o),...ux(nC(n,r,i))]}function tC({sees:n,sensors:e},t,i){return n.phase.flatMap((r,s)=>{let[o,a]=[n.first_seen_s[s],n.last_seen_s[s]];return r!==t||n.flight[s]!==i||o==null?[]:[{kind:"sensor",id:e[n.sensor[s]]?.id??"",by:"",spans:[{kind:"seen",from_s:o,to_s:a??o}]}]})}function nC(n,e,t){let{meets:i,reaches:r}=n,s=lx(n,i,e,t,()=>"");return s.length>0?s:lx(n,r,e,t,o=>r.by[o]??"")}function lx({batteries:n},e,t,i,r){return e.phase.flatMap((s,o)=>{if(s!==t||e.flight[o]!==i)return[];let[a,l]=[n[e.battery[o]]?.id??"",r(o)],c=[...cx("window",e.opens_s[o],e.closes_s[o]),...cx("launch-window",e.launch_opens_s[o],e.launch_closes_s[o])];return c.length===0?[]:[{kind:"battery",id:a,by:l,spans:c}]})}function cx(n,e,t){return e==null||t==null?[]:[{kind:n,from_s:e,to_s:t}]}function ux(n){let e=({spans:t})=>Math.min(...t.map(i=>i.from_s));return[...n].sort((t,i)=>e(t)-e(i))}var iC=.25,ru=class{#e;#t;#n;#i=null;#r=null;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=t.watch(i=>i.playing,()=>this.#s())}dispose(){this.#n(),this.#a()}#s(){let{playing:e,subject:t}=this.#t.state;!e||t==="live"?this.#a():this.#i===null&&this.#o()}#o(){this.#i=requestAnimationFrame(e=>this.#l(e))}#a(){this.#i!==null&&cancelAnimationFrame(this.#i),[this.#i,this.#r]=[null,null]}#l(e){let{state:t}=this.#t,{playing:i,rate:r,time_s:s,subject:o}=t;if(this.#i=null,!i||o==="live")return;let a=Math.min((e-(this.#r??e))/1e3,iC);this.#r=e;let l=iu(this.#e,t)?.flight_time_s??0,u=(s===null||s>=l?0:s)+a*r;if(u>=l)return this.#t.set({time_s:l,playing:!1});this.#t.set({time_s:u}),this.#o()}};var rC=[["p","web.keys.play"],[", .","web.keys.events"],["1 … 9","web.keys.phases"],["t","web.keys.tables"],["g","web.keys.globe"],["← → ↑ ↓","web.keys.move"],["Shift + ← → ↑ ↓","web.keys.turn"],["+ −","web.keys.zoom"],["Home","web.keys.home"],["Esc","web.keys.escape"],["?","web.keys.help"]],su=class{root;#e;#t;#n;#i=new to;constructor(e,t,i,r){[this.#e,this.#t,this.#n]=[e,i,r];let s=_("input",{type:"checkbox","data-key":"keys-on"});s.checked=r.are_on,s.addEventListener("change",()=>r.are_on=s.checked);let o=e.text("web.keys.title");this.root=_("dialog",{class:"gs-dialog","aria-label":o},_("h3",{},o),_("dl",{class:"gs-facts"},...this.#r()),_("label",{},s,e.text("web.keys.on")),Ee({"data-key":"keys-close"},()=>this.root.close(),e.text("web.keys.close"))),this.#i.listen(t,"keydown",a=>this.#s(a))}update(e){}open(){this.root.open||this.root.showModal()}dispose(){this.#i.undo(),this.root.remove()}#r(){return rC.flatMap(([e,t])=>[_("dt",{},_("kbd",{},e)),_("dd",{},this.#e.text(t))])}#s(e){if(!(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey)&&!(this.root.open||sC(e.target))){if(e.key==="Escape")return this.#o();!this.#n.are_on||!this.#a(e.key)||e.preventDefault()}}#o(){let{store:e}=this.#e;e.state.selected!==null&&e.set({selected:null})}#a(e){let{store:t,view:i}=this.#e,r=/^[1-9]$/.test(e)?i?.phases[Number(e)-1]:void 0;if(r!==void 0)return t.set(({setting:o})=>({setting:{...o,phase:r.id}})),!0;let s={p:()=>t.set(({playing:o})=>({playing:!o})),",":()=>this.#t.stepEvent(-1),".":()=>this.#t.stepEvent(1),t:()=>this.#l(),g:()=>this.#t.toGlobe(),"?":()=>this.open()}[e];return s?.(),s!==void 0}#l(){let e={name:"flights",sort:null,descending:!1};this.#e.store.set(({table:t})=>({table:t===null?e:null}))}};function sC(n){return n instanceof HTMLElement?n instanceof HTMLSelectElement||n.isContentEditable||n instanceof HTMLTextAreaElement?!0:n instanceof HTMLInputElement&&!["range","checkbox","radio"].includes(n.type):!1}var ou="2000-01-01T00:00:00Z",oC=Date.UTC(2e3,0,1),aC=60;function dx(n,e,t,i){let r=[...Xn(n,e).map(l=>[l,"ink"]),...Wn(n,e).map(l=>[l,"depends"])],s=Math.max(aC,...r.map(([l])=>l.flight_time_s)),o=t.flatMap((l,c)=>cC(l,c,i));return`[
${[lC(s,i),...o,...r.map(([l,c])=>uC(l,c,s,i))].map(l=>JSON.stringify(l)).join(`,
`)}
]
`}function lC(n,{title:e,mark:t,disclaimer:i,link:r}){return{id:"document",version:"1.0",name:`${e} – ${t}`,description:`${t} ${i} ${r}`,clock:{interval:`${ou}/${fx(n)}`,currentTime:ou,multiplier:30,range:"LOOP_STOP",step:"SYSTEM_CLOCK_MULTIPLIER"}}}function cC(n,e,t){let{geometry:i,target:r,label:s}=n;if(i.type!=="Point"||r===null||n.layer==="flights")return[];let{fill:o,stroke:a}=mt("light",n.look),l=o===null||o==="hatch"?a:o;return[{id:`${r.kind}.${r.id}.${e}`,name:s??t.nameOf(r),description:t.mark,properties:{mark:t.mark,kind:r.kind},position:{cartographicDegrees:i.coordinates},point:{pixelSize:9,color:im(l??at("light","ink"),255)}}]}function uC(n,e,t,i){let r=n.time_s.flatMap((o,a)=>[o,n.lon_deg[a],n.lat_deg[a],Number((1e3*n.height_km[a]).toFixed(1))]),s=at("light",e);return{id:n.id,name:i.nameOf({kind:"flight",id:n.id}),description:i.mark,availability:`${ou}/${fx(t)}`,properties:{mark:i.mark,role:n.role,missile:n.missile},position:{epoch:ou,interpolationAlgorithm:"LAGRANGE",interpolationDegree:3,forwardExtrapolationType:"HOLD",cartographicDegrees:r},point:{pixelSize:7,color:im(s,255)},path:{width:2,resolution:10,leadTime:t,trailTime:t,material:{solidColor:{color:im(s,200)}}}}}function fx(n){return new Date(oC+1e3*Math.round(n)).toISOString().replace(".000Z","Z")}function im(n,e){return{rgba:[...nn(n).map(t=>Math.round(255*t)),e]}}function _x(n,e,{mark:t,link:i}){let r=[...n,"mark","link"].map(o=>px(o)),s=e.map((o,a)=>[...o,t,a===0?i:""].map(px).join(","));return`\uFEFF${[r.join(","),...s].join(`\r
`)}\r
`}function px(n){if(n===null)return"";if(typeof n=="number")return Number.isFinite(n)?String(n):"";let e=/^[=+\-@\t\r]/.test(n)?`'${n}`:n;return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function bx(n,e){let t=n.map(a=>({type:"Feature",properties:{layer:a.layer,sign:a.look,kind:a.target?.kind??null,id:a.target?.id??null,name:vx(a,e),mark:e.mark},geometry:a.geometry})),{title:i,mark:r,disclaimer:s,link:o}=e;return JSON.stringify({type:"FeatureCollection",title:i,mark:r,disclaimer:s,link:o,features:t})}function xx(n,e){let t=new TextEncoder().encode(hC(n,e));return yb([{name:"doc.kml",bytes:t}])}function hC(n,e){let t=[...new Set(n.map(c=>c.look))],r=[...new Set(n.map(c=>c.layer))].map(c=>{let h=n.filter(d=>d.layer===c).map(d=>fC(d,e)).join("");return At("Folder",At("name",Fa(c))+h)}),s=At("name",Fa(`${e.title} – ${e.mark}`)),o=At("description",Fa(`${e.mark}
${e.disclaimer}
${e.link}`)),a=[s,o,...t.map(mC),...r].join("");return`<?xml version="1.0" encoding="UTF-8"?>
${At("kml",At("Document",a),` xmlns="${dC}"`)}
`}var dC="http://www.opengis.net/kml/2.2",mx=At("altitudeMode","absolute");function At(n,e,t=""){return`<${n}${t}>${e}</${n}>`}function fC(n,e){let t=vx(n,e),i=[t===null?"":At("name",Fa(t)),At("description",Fa(e.mark)),At("styleUrl",`#${n.look}`),pC(n.geometry)];return At("Placemark",i.join(""))}function pC(n){if(n.type==="Point")return At("Point",mx+rm([n.coordinates]));if(n.type==="MultiLineString"){let t=n.coordinates.map(i=>At("LineString",mx+rm(i)));return At("MultiGeometry",t.join(""))}let e=n.coordinates.map(([t=[],...i])=>{let r=i.map(s=>At("innerBoundaryIs",gx(s)));return At("Polygon",At("outerBoundaryIs",gx(t))+r.join(""))});return At("MultiGeometry",e.join(""))}function gx(n){return At("LinearRing",rm(n))}function rm(n){return At("coordinates",n.map(e=>e.join(",")).join(" "))}function mC(n){let{stroke:e,stroke_opacity:t,width_px:i,fill:r,fill_opacity:s}=mt("light",n),o=r===null||r==="hatch"?e??at("light","soft"):r,a=At("color",yx(e??o,t))+At("width",String(i)),l=At("color",yx(o,s));return At("Style",At("LineStyle",a)+At("PolyStyle",l),` id="${n}"`)}function yx(n,e){let[t,i,r]=nn(n),s=o=>Math.round(255*o).toString(16).padStart(2,"0");return s(e)+s(r)+s(i)+s(t)}function vx({label:n,target:e},t){return n??(e===null?null:t.nameOf(e))}function Fa(n){return n.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"").replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}var gC=new Set(["borders","graticule","trails"]);function Sx(n){return Object.entries(n).filter(([t])=>!gC.has(t)).flatMap(([,t])=>t.map(yC)).filter(t=>t.geometry.coordinates.length>0)}function yC(n){let{layer:e,look:t,target:i}=n,r=n.shape==="mark"?n.label:null;return{layer:e,look:t,target:i,label:r,geometry:_C(n)}}function _C(n){switch(n.shape){case"mark":{let{lon_deg:e,lat_deg:t,height_m:i}=n;return{type:"Point",coordinates:lo([e,t,i])}}case"line":return{type:"MultiLineString",coordinates:n.courses.flatMap(bC)};case"area":return{type:"MultiPolygon",coordinates:n.polygons.map(wx)};case"surface":return{type:"MultiPolygon",coordinates:n.ground.map(wx)};case"cells":return{type:"MultiPolygon",coordinates:wC(n)}}}function bC({lon_deg:n,lat_deg:e,height_m:t}){let i=[],r=[];for(let s=0;s<n.length;s++){let o=[SC(n[s]),e[s],t[s]],a=r.at(-1);if(a!==void 0&&Math.abs(o[0]-a[0])>180){let[l,c]=xC(a,o);i.push([...r,l]),r=[c]}r.push(lo(o))}return[...i,r].filter(s=>s.length>1)}function xC(n,e){let t=n[0]>0?180:-180,i=360-Math.abs(e[0]-n[0]),r=i===0?0:Math.abs(t-n[0])/i,s=[1,2].map(o=>n[o]+r*(e[o]-n[o]));return[lo([t,...s]),lo([-t,...s])]}function wx(n){return n.map(e=>[...vC(e)].reverse().map(([t,i])=>lo([t,i])))}function vC(n){let[e,t]=[n[0],n.at(-1)];return e===void 0||t===void 0||e[0]===t[0]&&e[1]===t[1]?n:[...n,e]}function wC({bounds_deg:n,indices:e}){return Array.from(e,(t,i)=>{let[r=0,s=0,o=0,a=0]=n.subarray(4*i,4*i+4);return[[[r,s],[o,s],[o,a],[r,a],[r,s]].map(([c,u])=>lo([c,u]))]})}function SC(n){return n>180?n-360:n<-180?n+360:n}function lo([n=0,e=0,t]){let i=[Number(n.toFixed(5)),Number(e.toFixed(5))];return t===void 0?i:[...i,Number(t.toFixed(1))]}function sm({columns:n,rows:e},t,i,r){let s=n.findIndex(l=>l.key===i);if(s<0)return e;let o=new Intl.Collator(t,{numeric:!0}),a=r?-1:1;return[...e].sort((l,c)=>{let[u,h]=[l.values[s]??null,c.values[s]??null];return u===null||h===null?+(u===null)-+(h===null):a*MC(u,h,o)})}function MC(n,e,t){return typeof n=="number"&&typeof e=="number"?n-e:t.compare(String(n),String(e))}var Ua=Qi,EC=100,TC=1e-13;function AC(n,e,t){let i=CC(n.lat_rad),[r,s]=[Math.sin(e),Math.cos(e)],o=Math.atan2(i.sin,i.cos*s),a=i.cos*r,l=1-a**2,c=PC(l),u=t/(er*c.a),h=u;for(let S=0;S<EC;S++){let E=u+LC(c.b,h,Math.cos(2*o+h)),w=Math.abs(E-h)<TC;if(h=E,w)break}let[d,f]=[Math.sin(h),Math.cos(h)],m=i.sin*d-i.cos*f*s,x=Math.atan2(d*r,i.cos*f-i.sin*d*s),p=Math.cos(2*o+h),g=RC({sin_sigma:d,cos_sigma:f,sigma:h,sin_alpha:a,cos2_alpha:l,cos_2m:p});return{lat_rad:Math.atan2(i.sin*f+i.cos*d*s,(1-Ua)*Math.hypot(a,m)),lon_rad:ls(n.lon_rad+x-g),azimuth_rad:tr(Math.atan2(a,-m))}}function Mx(n,e,t=73){return Array.from({length:t},(i,r)=>AC(n,2*Math.PI*(r%(t-1))/(t-1),e))}function CC(n){let[e,t]=[(1-Ua)*Math.sin(n),Math.cos(n)],i=Math.hypot(e,t);return{sin:e/i,cos:t/i}}function RC({sin_sigma:n,cos_sigma:e,sigma:t,sin_alpha:i,cos2_alpha:r,cos_2m:s}){let o=Ua/16*r*(4+Ua*(4-3*r)),a=s+o*e*(2*s**2-1);return(1-o)*Ua*i*(t+o*n*a)}function PC(n){let e=n*((6378137/er)**2-1),t=(Math.sqrt(1+e)-1)/(Math.sqrt(1+e)+1);return{a:(1+t**2/4)/(1-t),b:t*(1-3/8*t**2)}}function LC(n,e,t){let[i,r]=[Math.sin(e),Math.cos(e)],s=n/6*t*(4*i**2-3)*(4*t**2-3);return n*i*(t+n/4*(r*(2*t**2-1)-s))}var IC=["launch","impact","hazard"],NC={km:1e3,nmi:1852},kC=1e7,DC=864e8;function Tx(n){let e=new Map;for(let t of n){let i=FC(t);e.delete(i.id),e.set(i.id,i)}return[...e.values()]}function Ax(n,e){return n.map(t=>({...t,time:OC(t,e)}))}function OC({windows:n},e){let t=n.flatMap(({begin:i,end:r})=>{let[s,o]=[om(i),om(r)];return s===null||o===null?[]:[[s,o]]});return t.length===0||e<Math.min(...t.map(([i])=>i))?"to-come":e<=Math.max(...t.map(([,i])=>i))?"open":"over"}function om(n){try{return Nn(n)}catch(e){if(e instanceof RangeError)return null;throw e}}function FC({party:n,received:e,notice:t}){let i=o=>Ba(t[o]),r=am(t.azimuth_deg),s=[r.value,r.low,r.high];return{id:`${n}/${i("reference")}`,party:n,reference:i("reference"),missile_class:i("missile_class"),standing:i("standing"),received:e,windows:UC(t),areas:lu(t.areas).flatMap(o=>BC(am(o))),azimuth_deg:s.every(lm)?s:null,impact_time:i("impact_time")}}function UC(n){let e=lu(n.windows).flatMap(r=>{let{begin:s,end:o}=am(r);return typeof s=="string"&&typeof o=="string"?[{begin:s,end:o}]:[]}),t=om(`${Ba(n.planned_date)}T00:00:00Z`);if(e.length>0||t===null)return e;let i=new Date((t+DC)/1e3).toISOString();return[{begin:`${Ba(n.planned_date)}T00:00:00Z`,end:`${i.slice(0,19)}Z`}]}function BC(n){let e=IC.find(c=>c===n.role),t=Ba(n.id);if(e===void 0)return[];let i=Ex(n.centre_deg),r=Number(n.radius)*(NC[Ba(n.radius_unit)]??Number.NaN);if(i!==null&&r>0&&r<=kC)return[{id:t,role:e,middle:i,radius_m:r,ring:ir(Mx(i,r))}];let s=lu(n.polygon_deg).map(Ex);if(s.length<3||s.some(c=>c===null))return[];let o=s,a=o.map($n).reduce(bt,[0,0,0]),l=Tf(ir([...o,o[0]]));return[{id:t,role:e,middle:ri(a),radius_m:null,ring:l}]}function Ex(n){let[e,t]=lu(n);return!lm(e)||!lm(t)||Math.abs(e)>90||Math.abs(t)>360?null:rr(e,t)}function au({lat_rad:n,lon_rad:e}){return[be(n),be(e)]}function am(n){return typeof n=="object"&&n!==null?n:{}}function lu(n){return Array.isArray(n)?n:[]}function Ba(n){return typeof n=="string"?n:""}function lm(n){return typeof n=="number"&&Number.isFinite(n)}var um=["sensors","batteries","flights","seen","reached","shares","cells","observers","tracks","notices","sectors"];function hm(n,e=null){if(n.subject!=="live")return um.filter(i=>!VC.has(i));let t=["tracks","notices","sensors"];return Bi(e)?[...t,"batteries","sectors"]:t}var VC=new Set(["tracks","notices","sectors"]);function dm(n,e,t,i){return n==="tracks"?JC(t,i):n==="notices"?ZC(t,i):e===null?ci(n,"sites",[],[],()=>null):zC(n,e,t,i)}function zC(n,e,t,i){switch(n){case"sensors":return GC(e,t,i);case"sectors":return WC(e,t);case"batteries":return HC(e,t);case"flights":return XC(e,t,i);case"seen":return $C(e,t);case"reached":return qC(e,t);case"shares":return YC(e,t);case"cells":return KC(e,t);default:return jC(e,t)}}function GC(n,e,{failed:t}){let i=s=>Tt(e.language,t.has(s.id)?"web.sensor.failed":"web.sensor.works"),r=[Xe("name","web.column.name",s=>zt(n,e,s.id)),Xe("party","web.column.party",s=>zt(n,e,s.party)),Ve("lat_deg","web.column.lat","deg",2,s=>s.lat_deg),Ve("lon_deg","web.column.lon","deg",2,s=>s.lon_deg),Ve("range_km","web.column.range","km",0,s=>Px(nm(n,e,s))),...Bi(n)?[Xe("state","web.column.state",i)]:[],...Cx(n,e)];return ci("sensors","fans",Ds(n,e),r,s=>Ke("sensor",s.id))}function HC(n,e){let t=n.phases[dt(n,e)]?.id,i=o=>o.deployed.find(a=>a.phase===t)?.count??null,r=o=>o.speeds.length===0?null:Math.max(...o.speeds.map(a=>a.value_km_s)),s=[Xe("name","web.column.site",o=>zt(n,e,o.site)),Xe("interceptor","web.column.interceptor",o=>zt(n,e,o.interceptor)),Xe("party","web.column.party",o=>zt(n,e,o.party)),Ve("lat_deg","web.column.lat","deg",2,o=>o.lat_deg),Ve("lon_deg","web.column.lon","deg",2,o=>o.lon_deg),Ve("count","web.column.count","1",0,i),Ve("speed_km_s","web.column.speed_to","km/s",2,r),Ve("ground_range_km","web.column.ground_range","km",0,o=>o.ground_range_km),...Cx(n,e)];return ci("batteries","sites",cs(n,e),s,o=>Ke("battery",o.id))}function WC(n,e){let t=o=>o.length===0?null:o.map(a=>zt(n,e,a)).join(", "),i=o=>"sector"in o,r=[Xe("name","web.column.name",o=>i(o)?Ra(e,o):Tt(e.language,`web.trouble.${o.kind}.short`)),Xe("answers","web.column.answers",o=>t(i(o)?o.sector:o.parties)),Xe("forces","web.column.forces",o=>i(o)?t(o.forces):null),Xe("defended","web.column.defended_by",o=>i(o)?t(o.defended):null),Xe("asked","web.column.asked",o=>i(o)?t(o.territory):null),Ve("lat_deg","web.column.lat","deg",2,o=>o.lat_deg),Ve("lon_deg","web.column.lon","deg",2,o=>o.lon_deg)],s=[...gi(n),...io(n)];return ci("sectors","sectors",s,r,o=>Ke(i(o)?"region":"trouble",o.id))}function XC(n,e,t){let i=nr(n,e,t.verdicts),r=[Xe("launch","web.column.launch",s=>zt(n,e,s.launch)),Xe("target","web.column.target",s=>zt(n,e,s.target)),Xe("missile","web.column.missile",s=>zt(n,e,s.missile)),Xe("role","web.column.role",s=>Tt(e.language,`web.role.${s.role}`)),Xe("reached","web.column.reached",s=>s.role==="disputed"?Tt(e.language,`verdict.${i[s.id]??"no"}`):null),Ve("range_km","web.column.range","km",0,s=>s.range_km),Ve("apogee_km","web.column.apogee","km",0,s=>s.apogee_km),Ve("burnout_s","web.column.burnout","s",0,s=>s.burnout_s),Ve("reentry_s","web.column.reentry","s",0,s=>s.reentry_s),Ve("flight_time_s","web.column.flight_time","s",0,s=>s.flight_time_s)];return ci("flights","flights",fm(n,e),r,s=>Ke("flight",s.id))}function fm(n,e){let t=e.hidden.includes("flights")?[]:Xn(n,e),i=e.hidden.includes("disputed")?[]:Wn(n,e);return[...t,...i]}function $C(n,e){let{sees:t}=n,[i,r]=[dt(n,e),cm(n.flights,fm(n,e))],s=cm(n.sensors,Ds(n,e)),o=t.phase.flatMap((l,c)=>l===i&&r.has(t.flight[c])&&s.has(t.sensor[c])?[c]:[]),a=[Xe("flight","web.column.flight",l=>Rx(n,e,n.flights[t.flight[l]])),Xe("sensor","web.column.sensor",l=>nR(n,e,t.sensor[l])),Ve("first_seen_s","web.column.first_seen","s",0,l=>t.first_seen_s[l]),Ve("height_km","web.column.at_height","km",0,l=>t.first_seen_height_km[l]),Ve("last_seen_s","web.column.last_seen","s",0,l=>t.last_seen_s[l]),Xe("why_not","web.column.why_not",l=>pm(e,"unseen",t.why_not[l]))];return ci("seen","fans",o,a,l=>Ke("flight",n.flights[t.flight[l]]?.id??""))}function qC(n,e){let{reaches:t}=n,[i,r]=[dt(n,e),cm(n.flights,fm(n,e))],s=t.phase.flatMap((a,l)=>a===i&&r.has(t.flight[l])?[l]:[]),o=[Xe("flight","web.column.flight",a=>Rx(n,e,n.flights[t.flight[a]])),Xe("battery","web.column.battery",a=>zt(n,e,n.batteries[t.battery[a]]?.id??"")),Ve("speed_km_s","web.column.speed","km/s",2,a=>t.burnout_speed_km_s[a]),Xe("by","web.column.by",a=>zt(n,e,t.by[a])),Xe("reached","web.column.reached",a=>Tt(e.language,`verdict.${t.verdict[a]}`)),Ve("opens_s","web.column.opens","s",0,a=>t.opens_s[a]),Ve("closes_s","web.column.closes","s",0,a=>t.closes_s[a]),Ve("least_km_s","web.column.least_speed","km/s",2,a=>t.least_speed_km_s[a]),Xe("why_not","web.column.why_not",a=>pm(e,"rule",t.why_not[a]))];return ci("reached","disputed",s,o,a=>Ke("flight",n.flights[t.flight[a]]?.id??""))}function YC(n,e){let{defends:t}=n,i=dt(n,e),r=t.phase.flatMap((a,l)=>a===i?[l]:[]),s=a=>l=>100*a[l],o=[Xe("missile","web.column.missile",a=>zt(n,e,t.missile[a])),Xe("launch","web.column.launch",a=>zt(n,e,t.launch[a])),Xe("region","web.column.region",a=>tR(n,e,t.region[a])),Ve("area_percent","web.column.area","%",0,s(t.area)),Ve("area_low_percent","web.column.at_least","%",0,s(t.area_low)),Ve("area_high_percent","web.column.at_most","%",0,s(t.area_high)),Ve("people_percent","web.column.people","%",0,s(t.population)),Ve("people_low_percent","web.column.at_least","%",0,s(t.population_low)),Ve("people_high_percent","web.column.at_most","%",0,s(t.population_high))];return ci("shares","defended",r,o,()=>null)}function KC(n,e){let t=Dr(n),i=hs(us(n,e),t),r=Aa(n.cells.bands,t),s=Array.from(i.keys()).filter(c=>i[c]!==0),o=(c,u)=>.5*(r[4*c+u]+r[4*c+u+2]),a=["","legend.cell_no","legend.cell_depends","legend.cell_yes"],l=[Ve("lat_deg","web.column.lat","deg",2,c=>o(c,1)),Ve("lon_deg","web.column.lon","deg",2,c=>o(c,0)),Xe("defended","web.column.defended",c=>{let u=a[i[c]]??"";return u===""?null:Tt(e.language,u)})];return ci("cells","defended",s,l,c=>Ke("cell",String(c)))}function jC(n,e){let t=n.plans.flatMap(r=>r.stations.map((s,o)=>({plan:r,station:s,number:o}))),i=[Xe("observer","web.column.observer",({station:r})=>zt(n,e,r.observer)),Ve("lat_deg","web.column.lat","deg",2,({station:r})=>r.lat_deg),Ve("lon_deg","web.column.lon","deg",2,({station:r})=>r.lon_deg),Ve("visible_s","web.column.visible","s",0,({station:r})=>r.visible_s),Ve("sigma_m_s","web.column.sigma","m/s",0,r=>r.station.burnout_speed_sigma_m_s),Ve("power","web.column.power","1",2,({station:r})=>r.power),Ve("best","web.column.best","1",0,({plan:r,station:s})=>zs(r,s)?1:0)];return ci("observers","observers",t,i,({plan:r,number:s})=>Ke("observer",Vs(r,s)))}function ZC(n,{notices:e}){let t=e.filter(s=>s.time!=="over").flatMap(s=>s.areas.length===0?[{notice:s,area:null}]:s.areas.map(o=>({notice:s,area:o}))),i=({area:s},o)=>s===null?null:au(s.middle)[o],r=[Xe("reference","web.column.reference",({notice:s})=>s.reference||s.party),Xe("party","web.column.party",({notice:s})=>s.party),Xe("class","web.column.class",({notice:s})=>s.missile_class),Xe("time","web.column.notice_time",({notice:s})=>Tt(n.language,`web.notice.time.${s.time}`)),Xe("begins","web.column.begins",({notice:s})=>s.windows[0]?.begin??null),Xe("ends","web.column.ends",({notice:s})=>s.windows.at(-1)?.end??null),Xe("area","web.column.notice_area",({area:s})=>s===null?null:Tt(n.language,`web.notice.role.${s.role}`)),Ve("lat_deg","web.column.lat","deg",2,s=>i(s,0)),Ve("lon_deg","web.column.lon","deg",2,s=>i(s,1)),Ve("radius_km","web.column.radius","km",0,({area:s})=>Px(s?.radius_m??null))];return ci("notices","notices",t,r,({notice:s})=>Ke("notice",s.id))}function JC(n,{live:e}){let t=s=>Vt(s.position_ecef_m),i=[Ve("number","web.column.number","1",0,s=>s.number),Xe("class","web.column.class",s=>s.object_class),Xe("phase","web.column.flight_phase",s=>eR(n,s.phase)),Ve("lat_deg","web.column.lat","deg",2,s=>be(t(s).lat_rad)),Ve("lon_deg","web.column.lon","deg",2,s=>be(t(s).lon_rad)),Ve("height_km","web.column.height","km",0,s=>t(s).height_m/1e3),Ve("speed_km_s","web.column.speed","km/s",2,s=>bn(s.velocity_ecef_m_s)/1e3),Ve("coasted","web.column.coasted","1",0,s=>s.is_coasted?1:0),Xe("contributors","web.column.contributors",s=>s.contributors.join(", "))],r=e===null?[]:Zc(e);return ci("tracks","tracks",r,i,s=>Ke("track",s.id))}function ci(n,e,t,i,r){return{name:n,title:`web.table.${n}`,layer:e,columns:i.map(({key:s,title:o,unit:a,decimals:l})=>({key:s,title:o,unit:a,decimals:l})),rows:t.map(s=>({target:r(s),values:i.map(o=>o.of(s))}))}}function Xe(n,e,t){return{key:n,title:e,unit:"",decimals:0,of:t}}function Ve(n,e,t,i,r){return{key:n,title:e,unit:t,decimals:i,of:r}}function Cx(n,e){return[Xe("status","web.column.status",({status:t=""})=>pm(e,"status",t)),Xe("source","web.column.source",({source:t=[]})=>t.map(i=>QC(n,e,i)).join("; "))]}function QC(n,e,t){let i=`web.source.${t}`;return xn(i)?Tt(e.language,i):n.sources.find(r=>r.id===t)?.title??zt(n,e,t)}function pm(n,e,t){if(t==null||t==="")return null;let i=`${e}.${t}`;return xn(i)?Tt(n.language,i):t}function eR(n,e){return Tt(n.language,e==="unknown"?"web.phase.unknown":`plot.${e}`)}function tR(n,e,t){return t==="all"?Tt(e.language,"web.region.all"):zt(n,e,t)}function nR(n,e,t){return zt(n,e,n.sensors[t]?.id??"")}function Rx(n,e,t){if(t===void 0)return"";let[i,r,s]=[t.launch,t.target,t.missile].map(o=>zt(n,e,o));return`${i} – ${r}, ${s}`}function Px(n){return n===null?null:n/1e3}function cm(n,e){return new Set(e.map(t=>n.indexOf(t)))}var mm=150,cu=class{root;#e;#t;#n;#i=_("div",{class:"gs-table-box"});#r=[];#s=null;#o=mm;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=new Map(um.map(r=>[r,this.#c(r)]));let i=e.text("web.tables.title");this.root=_("section",{class:"gs-tables","aria-label":i},_("div",{class:"gs-row"},_("h3",{},i),...this.#n.values(),_("span",{class:"gs-push"}),_("span",{class:"gs-row gs-saves"},...this.#_())),this.#i)}update(e){let t=hm(e,this.#e.view),i=t.find(p=>p===e.table?.name)??null;for(let[p,g]of this.#n)ee(g,"hidden",!t.includes(p)||this.#l(p)),ee(g,"aria-expanded",String(p===i));if(ee(this.#i,"hidden",i===null),i===null||e.table===null)return this.#a();let r=this.#t.beside(),{setting:s,compared:o,claim:a,flight:l,filters:c,hidden:u,selected:h,table:d,subject:f}=e,x=[...[s,o,a,l,c,u,h,d,f],r.verdicts,r.live_version,r.failed];this.#r.length>0&&x.every((p,g)=>Object.is(p,this.#r[g]))||(this.#s!==d&&(this.#o=mm),[this.#r,this.#s]=[x,d],this.#u(dm(i,this.#e.view,e,r),e,e.table))}refresh(e){this.#r=[],this.update(e)}dispose(){this.root.remove()}#a(){this.#r=[],this.#i.replaceChildren()}#l(e){let{view:t}=this.#e,{phases:i,plans:r}=t??{phases:[],plans:[]};return e==="observers"?r.length===0:e!=="tracks"&&e!=="notices"&&i.length===0&&r.length>0}#c(e){let{store:t}=this.#e;return Ee({class:"gs-tab","data-key":`table-${e}`},()=>{t.set(({table:i})=>({table:i?.name===e?null:{name:e,sort:null,descending:!1}}))},this.#e.text(`web.table.${e}`))}#u(e,t,i){let{language:r}=this.#e,s=sm(e,r,i.sort,i.descending),o=e.columns.map(m=>this.#f(m,i)),a=s.slice(0,this.#o).map((m,x)=>this.#p(e,m,x,t)),l=this.#e.text(e.title),c=this.#e.text("web.tables.rows",{n:s.length}),u=_("caption",{},_("b",{},l),` · ${c}`),h=_("table",{class:"gs-table"},u,_("thead",{},_("tr",{},...o)),_("tbody",{},...a)),d=_("div",{class:"gs-scroll",tabindex:0,role:"region","aria-label":l,"data-key":"rows"},h,s.length>this.#o?this.#h(t):null),f=this.#i.firstElementChild?.scrollTop??0;Le(this.#i,d),d.scrollTop=f}#h(e){return Ee({"data-key":"more-rows"},()=>{this.#o+=10*mm,this.refresh(e)},this.#e.text("web.tables.more"))}#f({key:e,title:t,unit:i},r){let{store:s,language:o}=this.#e,a=r.sort===e,l=r.descending?"descending":"ascending",c=Ee({class:"gs-quiet","data-key":`sort-${e}`},()=>{s.set({table:{...r,sort:e,descending:a&&!r.descending}})},this.#e.text(t)),u=Mf(o,i),h=u===""||Lx(i)?null:_("span",{class:"gs-soft"},` ${u}`),f=_("th",{scope:"col","aria-sort":a?l:null},c,h);return ee(f,"class",i===""?null:"gs-right"),f}#p(e,{target:t,values:i},r,s){let o=t!==null&&s.selected?.kind===t.kind&&s.selected.id===t.id,a=i.map((l,c)=>{let u=e.columns[c],h=this.#g(l,u);return c===0?_("th",{scope:"row"},this.#d(h,t,r)):_("td",{class:u.unit===""?null:"gs-right"},h)});return _("tr",{"aria-current":o?"true":null},...a)}#d(e,t,i){let{store:r}=this.#e;if(t===null)return document.createTextNode(e);let s=`row-${t.kind}-${t.id}-${i}`;return Ee({class:"gs-quiet","data-key":s},()=>r.set(_s(t)),e)}#g(e,{unit:t,decimals:i}){return e===null?"–":typeof e=="string"?e:Lx(t)?fn(e):Ct(this.#e.language,e,i)}#_(){let e=(i,r,s)=>Ee({class:"gs-tab","data-key":`export-${i}`,title:r},s,i),t=this.#e.text("web.tables.picture_file");return[_("span",{class:"gs-soft"},this.#e.text("web.tables.save")),e("CSV",this.#e.text("web.tables.csv"),()=>this.#m()),e("GeoJSON",t,()=>this.#b("geojson")),e("CZML",t,()=>this.#b("czml")),e("KMZ",t,()=>this.#b("kmz"))]}#m(){let{store:e,view:t,language:i}=this.#e,{state:r}=e,s=hm(r,t).find(h=>h===r.table?.name)??"flights",o=dm(s,t,r,this.#t.beside()),a=r.table??{sort:null,descending:!1},l=sm(o,i,a.sort,a.descending),c=o.columns.map(h=>h.key),u=l.map(h=>h.values);Vr(`glasshield-${s}.csv`,"text/csv",_x(c,u,oo(this.#e,r)))}#b(e){let{store:t,view:i}=this.#e,r=oo(this.#e,t.state),s=Sx(this.#t.drawn());if(e==="geojson")Vr("glasshield.geojson","application/geo+json",bx(s,r));else if(e==="kmz")Vr("glasshield.kmz","application/vnd.google-earth.kmz",xx(s,r));else if(i!==null){let o=dx(i,t.state,s,r);Vr("glasshield.czml","application/json",o)}}};function Lx(n){return n==="s"}var Ix=[1,2,5,10,30,60],uu=class{root;#e;#t;#n;#i=_("output",{class:"gs-clock"});#r;#s=_("span",{});#o=_("div",{class:"gs-lanes"});#a=_("ol",{class:"gs-events"});#l=_("span",{class:"gs-cursor"});#c=[];#u=[];#h=0;#f=null;constructor(e){this.#e=e,this.#t=Ee({class:"gs-play","data-key":"play"},()=>this.#p()),this.#n=this.#d(),this.#r=this.#g();let t=(i,r,s)=>Ee({"data-key":`event-${i}`,"aria-label":e.text(`web.time.${i}`)},()=>this.stepEvent(r),Nx(s));this.root=_("section",{class:"gs-timeline","aria-label":e.text("web.time.title")},_("div",{class:"gs-row gs-time-head"},this.#t,t("back",-1,"M3 2V10M10 2L4.5 6L10 10Z"),t("on",1,"M9 2V10M2 2L7.5 6L2 10Z"),this.#r,this.#i,this.#s),_("div",{class:"gs-time-track"},this.#o,this.#n),this.#a)}update(e){let{view:t}=this.#e,i=t===null?null:iu(t,e);if(ee(this.root,"hidden",i===null||e.subject==="live"),t===null||i===null)return;let r=[i,e.setting.phase,e.filters];(!r.every((s,o)=>Object.is(s,this.#c[o]))||this.#c.length===0)&&(this.#c=r,this.#_(e,i)),this.#m(e)}dispose(){this.root.remove()}stepEvent(e){let t=this.#e.store.state.time_s??this.#h,i=e>0?this.#u.find(r=>r>t+.05):this.#u.filter(r=>r<t-.05).at(-1);i!==void 0&&this.#e.store.set({time_s:i,playing:!1})}#p(){this.#e.store.set(({playing:e})=>({playing:!e}))}#d(){let e=this.#e.text("web.time.slider"),t=_("input",{type:"range",min:0,"data-key":"time"});return t.setAttribute("aria-label",e),t.addEventListener("input",()=>{this.#e.store.set({time_s:Number(t.value),playing:!1})}),t}#g(){let e=Ix.map(i=>({value:String(i),label:`${i}×`})),t={"data-key":"rate","aria-label":this.#e.text("web.time.rate")};return zn(t,e,"1",i=>{this.#e.store.set({rate:Number(i)})})}#_(e,t){let{view:i}=this.#e;if(i===null)return;this.#h=t.flight_time_s,this.#n.max=String(Math.ceil(this.#h)),Oe(this.#s,this.#v(t));let r=hx(i,e,t);Le(this.#o,this.#x(t),...r.map(o=>this.#M(o)));let s=fs(i,e,t.id);this.#u=s.map(o=>o.time_s),Le(this.#a,...s.map((o,a)=>this.#w(o,a)))}#m({time_s:e,playing:t,rate:i}){let r=e??this.#h,s=fn(r);Number(this.#n.value)!==Math.round(r)&&(this.#n.value=String(r)),ee(this.#n,"aria-valuetext",s),Oe(this.#i,`T+${s}`),t!==this.#f&&this.#b(t),this.#l.style.left=`${100*r/this.#h}%`,this.#r.value=String(Ix.find(a=>a>=i)??60);let o=this.#u.filter(a=>a<=r+.05).length-1;for(let[a,l]of[...this.#a.children].entries())ee(l,"data-past",a<=o)}#b(e){this.#f=e,this.#t.replaceChildren(Nx(e?"M2.5 2H5V10H2.5ZM7 2H9.5V10H7Z":"M3 1.5L10.5 6L3 10.5Z"));let t=this.#e.text(e?"web.time.pause":"web.time.play");ee(this.#t,"aria-label",t)}#v({missile:e,launch:t,target:i}){let r=this.#e;return`${r.short(e)}: ${r.short(t)} → ${r.short(i)}`}#x({burnout_s:e,reentry_s:t,flight_time_s:i}){let r=this.#e,[s,o]=[e??0,t??i],a=[this.#y("boost",0,s,r.text("plot.boost")),this.#y("coast",s,o,r.text("plot.coast")),this.#y("entry",o,i,r.text("plot.entry"))],l=_("span",{class:"gs-lane-name"},r.text("web.lane.flight")),c=_("span",{class:"gs-lane-bars"},...a,this.#l);return _("div",{class:"gs-lane"},l,c)}#M({kind:e,id:t,by:i,spans:r}){let s=this.#e,o=`${s.short(t)}${i===""?"":` (${s.short(i)})`}`,a=r.map(h=>{let d=`${fn(h.from_s)}–${fn(h.to_s)}`;return`${s.text(`web.lane.${h.kind}`)} ${d}`}),l=r.map((h,d)=>this.#y(h.kind,h.from_s,h.to_s,a[d])),c=Ee({class:"gs-quiet gs-lane-name","data-key":`lane-${t}-${i}`,title:`${o}: ${a.join("; ")}`},()=>s.store.set({selected:{kind:e,id:t}}),o,_("span",{class:"gs-hidden"},`: ${a.join("; ")}`)),u=_("span",{class:"gs-lane-bars"},...l);return _("div",{class:"gs-lane"},c,u)}#y(e,t,i,r){let s=_("span",{class:"gs-bar","data-kind":e,title:r});return s.style.left=`${100*t/this.#h}%`,s.style.width=`${100*Math.max(i-t,0)/this.#h}%`,s}#w({kind:e,time_s:t,by:i},r){let s=this.#e,o=i===""?null:_("span",{class:"gs-soft"},s.short(i)),a=Ee({class:"gs-quiet","data-key":`event-${r}`},()=>s.store.set({time_s:t,playing:!1}),_("span",{class:"gs-clock"},fn(t)),_("span",{},s.text(`web.event.${e}`)),o);return _("li",{},a)}};function Nx(n){return bc(qt("path",{d:n,fill:"currentColor",stroke:"currentColor"}))}var iR=300,rR=1e3,hu=class{store;#e;#t;#n;#i;#r=new Hc;#s={are_on:!0};#o;#a;#l;#c=new to;#u=matchMedia("(prefers-color-scheme: dark)");#h=null;#f=!1;#p=!1;#d=!1;#g=!1;#_=null;#m=null;#b=null;constructor(e,t){[this.#e,this.#t]=[e,t];let{state:i,notes:r}=this.#I();this.store=new _c(i),this.#i=t.view,this.#n=new yc(t.view),this.#a=this.#v(),this.#l=t.view===null?null:new ru(t.view,this.store),this.#o=t.live?.(this.store)??null,this.#P(r),e.classList.add("gs");try{this.#T();for(let s of this.#h?.panels??[])s.update(i)}catch(s){throw this.dispose(),s}this.#x(),this.#L()}dispose(){this.#c.undo();for(let e of[this.#_,this.#m])e!==null&&clearTimeout(e);this.#b!==null&&cancelAnimationFrame(this.#b),this.#l?.dispose();for(let e of this.#h?.panels??[])e.dispose();this.#a.dispose(),this.#o?.dispose(),this.#e.classList.remove("gs"),this.#e.replaceChildren()}#v(){let{view:e,world:t,renderers:i}=this.#t;return new tu({view:e,world:t,renderers:i,store:this.store,arguing:this.#n,live:()=>this.#o?.input()??nu,onFallBack:r=>this.#G(r)})}#x(){this.#c.add(this.store.subscribe((r,s)=>this.#S(r,s)));let e=()=>this.#w();this.#u.addEventListener("change",e),this.#c.add(()=>this.#u.removeEventListener("change",e)),this.#c.listen(window,"beforeprint",()=>this.#k(!0)),this.#c.listen(window,"afterprint",()=>this.#k(!1)),this.#t.is_addressed&&this.#c.listen(window,"hashchange",()=>this.#D());let t=this.#o?.subscribe(r=>this.#z(r));t!==void 0&&this.#c.add(t);let i=this.#o?.setting?.(r=>this.#y(r));i!==void 0&&this.#c.add(i)}#M(){if(this.#f)return"light";let{theme:e}=this.store.state;return e!=="auto"?e:this.#u.matches?"dark":"light"}#y(e){this.#i=this.#a.view=e,this.#w()}#w(){try{this.#T()}catch(e){this.#t.onUnreadable(e);return}this.#R(this.store.state)}#T(){let e=vp(this.#e);for(let s of this.#h?.panels??[])s.dispose();let t=this.#M(),{state:i}=this.store;for(let[s,o]of C0(t))this.#e.style.setProperty(s,o);this.#e.style.colorScheme=t,this.#e.dataset.shade=t,this.#e.lang=i.language,this.#t.owns_page&&(document.documentElement.lang=i.language);let r=new Xc(this.#i,this.store,this.#n,t,()=>this.#o?.mark()??null);this.#h=this.#E(r),wp(this.#e,e)}#E(e){let{view:t}=e,i=new zc(e,{save:g=>this.#F(g),help:()=>s.open(),has_live:this.#o!==null&&t!==null&&this.#o.exercise===void 0,is_addressed:this.#t.is_addressed,owns_page:this.#t.owns_page,exercise:this.#o?.exercise}),r=new uu(e),s=new su(e,this.#t.owns_page?document.body:this.#e,{stepEvent:g=>r.stepEvent(g),toGlobe:()=>this.#a.focus()},this.#s),o=new Fc(e),a=new Wc(e,this.#r),l=new cu(e,{beside:()=>this.#a.beside(),drawn:()=>this.#a.drawn()}),c=new kc(e,this.#o?.explainers??{}),u=[...this.#o===null?[]:[this.#o.panel(e)],new $c(e),new Gc(e)],h=[r,...this.#o===null?[]:[this.#o.timeline(e)]],d=this.#o?.desk?.(e),f=[...d===void 0?[]:[d],c,new Sc(e),new Mc(e),new Tc(e)],m=new Vc(e);this.#A([o,i,a],{left:u,right:f,middle:h},[l,m,s]);let p=[...[o,i,a,l,m,s],...u,...h,...f];return{context:e,panels:p,timeline:r,tables:l,explain:c,mark:o}}#A(e,t,i){let r=s=>s.map(o=>o.root);Le(this.#e,_("div",{class:"gs-grid"},...r(e),_("div",{class:"gs-left"},...r(t.left)),_("div",{class:"gs-middle"},this.#a.root,...r(t.middle)),_("div",{class:"gs-right"},...r(t.right)),...r(i)))}#S(e,t){e.language!==t.language||e.theme!==t.theme?this.#w():this.#R(e),this.#t.is_addressed&&!e.playing&&this.#B()}#R(e){let t=this.#h;if(t!==null){for(let i of t.panels)this.#C(()=>i.update(e));this.#L()}}#C(e){try{e()}catch(t){this.#r.put("failed",i=>i.text("web.notice.failed")),this.#g||console.error(t),this.#g=!0}}#L(){this.#b??=requestAnimationFrame(()=>this.#U())}#U(){if(this.#p)return this.#O();this.#p=!0,this.#b=requestAnimationFrame(()=>this.#O())}#O(){this.#b!==null&&cancelAnimationFrame(this.#b),this.#b=null;let{context:e}=this.#h??{};if(e===void 0)return;let{state:t}=this.store;if(!this.#V())return;let i=Uc(e,t);this.#C(()=>this.#a.update(t,e.shade,i))}#V(){if(this.#d)return!0;try{this.#a.drawn(),this.#d=!0}catch(e){this.#t.onUnreadable(e)}return this.#d}#z(e){this.#C(()=>this.#a.moved(e)),e==="changed"?this.#N():this.#m??=window.setTimeout(()=>this.#N(),rR)}#N(){this.#m!==null&&clearTimeout(this.#m),this.#m=null;let{state:e}=this.store;if(e.subject!=="live")return;let{mark:t,tables:i,explain:r}=this.#h??{};this.#C(()=>t?.update(e)),this.#C(()=>i?.refresh(e)),e.selected!==null&&this.#C(()=>r?.refresh(e))}#k(e){this.#f=e,this.#w(),this.#O(),this.#C(()=>this.#a.printed(e))}#F(e){let{context:t}=this.#h??{};t!==void 0&&this.#a.snapshot().then(i=>{let r=this.#o?.input().picture?.time_us??null;return wb(t,this.store.state,i,e,r)}).catch(()=>this.#r.put("figure",i=>i.text("web.figure.failed")))}#G(e){let t=e===null?null:i=>i.text("web.picture.no_webgl");this.#r.put("webgl",t)}#I(){let{initial:e,is_addressed:t}=this.#t;return t&&new URLSearchParams(location.hash.slice(1)).has("v")?a0(location.hash,e):{state:e,notes:[]}}#D(){if(location.hash===ys(this.store.state))return;let{state:e,notes:t}=this.#I();this.#P(t),!t.some(i=>i.kind==="other-version")&&(this.store.set(e),this.#t.owns_page||this.#e.scrollIntoView())}#B(){this.#_!==null&&clearTimeout(this.#_),this.#_=window.setTimeout(()=>{this.#_=null;let e=ys(this.store.state);location.hash!==e&&history.replaceState(history.state,"",e)},iR)}#P(e){for(let t of e){let i=t.kind==="other-version"?t.kind:`${t.kind}-${t.key}`;this.#r.put(i,r=>sR(r,t))}}};function sR(n,e){switch(e.kind){case"other-version":return n.text("web.address.other_version",{version:e.version});case"unknown-key":return n.text("web.address.unknown_key",{key:e.key});case"bad-value":return n.text("web.address.bad_value",{key:e.key,value:e.value})}}async function kx({dataset:n}){let e=["view","world"].filter(r=>n[r]!==void 0),t=await Promise.all(e.map(r=>oR(n[r]??""))),i=e.map((r,s)=>[r,t[s]??null]);return{documents:Object.fromEntries(i.filter(([,r])=>r!==null)),failed:i.filter(([,r])=>r===null).map(([r])=>r)}}async function oR(n){try{let e=await fetch(n,{credentials:"omit",redirect:"error"});return e.ok?await e.text():null}catch{return null}}var Hi=class extends Error{name="MessageError"},aR=["room","clock","desk","records"];function Dx(n){return aR.includes(n.type)}function Ox(n){let e=Gn(pu(n),"a message");switch(e.type){case"hello":for(let t of["mode","run","viewer","notice"])bi(e,t);break;case"events":for(let t of vn(e,"events"))Gx(t);break;case"gone":for(let t of vn(e,"pictures"))Wt(mn(t),"numbers of pictures");break;case"goodbye":bi(e,"why");break;case"room":for(let t of["run","room","party","begins"])bi(e,t);for(let t of["parties","cells","procedures","injects"])vn(e,t);du(e.name),du(e.title);break;case"clock":Wt(mn(e.second)&&mn(e.speed),"seconds and speed"),bi(e,"state");break;case"desk":for(let t of["questions","proposals","shots","tasks"])for(let i of vn(e,t))du(Gn(i,t).said);break;case"records":for(let t of vn(e,"records")){let i=Gn(t,"a record");Wt(mn(i.number)&&mn(i.second),"numbers of records"),bi(i,"kind"),du(i.said)}break;default:throw new Hi("this is no message of a live picture in frames")}return e}function Fx(n){let e=Va(n,"glasshield-pictures/1");for(let t of vn(e,"pictures"))lR(t);return e}function Ux(n){let e=Va(n,"glasshield-events/1");for(let t of vn(e,"events"))Gx(t);return e}function Bx(n){let e=Va(n,"glasshield-notices/1");for(let t of vn(e,"notices")){let i=Gn(t,"a notice");bi(i,"party"),fu(i,"received"),Gn(i.notice,"what a notice says")}return e.notices}function Vx(n){let e=Va(n,"glasshield-advice/1"),t=vn(e,"sensors");for(let i of t)bi(Gn(i,"a sensor"),"sensor");for(let i of vn(e,"looks")){let{step:r,sensor:s,objects:o}=Gn(i,"looks");Wt(mn(r)&&mn(s)&&s>=0&&s<t.length,"looks"),Wt(Array.isArray(o)&&o.every(mn),"objects")}for(let i of["picture","step_s","before_km2","after_km2","in_turn_km2"])Wt(mn(e[i]),i);return e}function zx(n){let e=Va(n,"glasshield-explanation/1");bi(e,"to");for(let t of vn(e,"text"))Wt(typeof t=="string","lines of text");return e}function pu(n){try{return JSON.parse(n)}catch{throw new Hi("this is no JSON")}}function Gx(n){let e=Gn(n,"an event");for(let r of["number","picture","object"])Wt(mn(e[r]),r);for(let r of["kind","object_class","place","region","notice"])bi(e,r);for(let r of["time","at"])fu(e,r);e.expected!==null&&fu(e,"expected");for(let r of["lat_rad","lon_rad","latency_s"])Wt(e[r]===null||mn(e[r]),r);Hx(e);for(let r of vn(e,"against"))Wt(typeof r=="string","against");let t=vn(e,"radii");Wt(t.length===2&&t.every(mn),"two radii");let i=e.covariance_m2;Wt(i===null||uR(i),"a covariance in the plane")}function du(n){let e=Gn(n,"words in both languages");bi(e,"en"),bi(e,"ru")}function lR(n){let e=Gn(n,"a picture");Wt(mn(e.picture),"the number of a picture");for(let r of["at","epoch"])fu(e,r);let t=Gn(e.terms,"terms");for(let r of["delay_s","position_m","velocity_m_s","time_s","covariance_factor"])Wt(mn(t[r]),r);let i=Hx(e);for(let r of vn(e,"tracks"))cR(r,i)}function cR(n,e){let t=Gn(n,"a track");Wt(mn(t.number),"the number of a track");let i=t.covariance,r=Array.isArray(i)&&i.length===21;Wt(i===null||r,"a covariance");for(let s of vn(t,"contributors"))Wt(mn(s)&&s>=0&&s<e,"places of contributors")}function Hx(n){let e=vn(n,"contributors");for(let t of e){let{party:i,sensor:r}=Gn(t,"a contributor");Wt(typeof i=="string"&&typeof r=="string","party and sensor")}return e.length}function Va(n,e){let t=Gn(n,e);return Wt(t.schema===e,e),t}function Gn(n,e){return Wt(typeof n=="object"&&n!==null&&!Array.isArray(n),e),n}function vn(n,e){let t=n[e];if(!Array.isArray(t))throw new Hi(`expected a list: ${e}`);return t}function bi(n,e){Wt(typeof n[e]=="string",e)}function fu(n,e){let t=n[e];if(typeof t!="string")throw new Hi(`expected an instant: ${e}`);try{Nn(t)}catch{throw new Hi(`expected an instant: ${e}`)}}function mn(n){return typeof n=="number"&&Number.isFinite(n)}function uR(n){let e=t=>Array.isArray(t)&&t.length===2&&t.every(mn);return Array.isArray(n)&&n.length===2&&n.every(e)}function Wt(n,e){if(!n)throw new Hi(`expected ${e}`)}var Yn=class extends Error{constructor(t,i=0){super(t);this.fault=t;this.retry_after_s=i}fault;retry_after_s;name="AskError"},hR=8e3,dR=6e4;function Wx(n){return async e=>{let{response:t,text:i}=await $x(e,n,{},hR);if(!t.ok)throw new Yn(qx(t.status),Number(t.headers.get("Retry-After"))||0);return pu(i)}}function Xx(n){return async(e,t)=>{let{response:i,text:r}=await $x(e,n,{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(t)},dR),s=qx(i.status);if(!i.ok&&(s==="not-known"||i.status>=500))throw new Yn(s);return{is_done:i.ok,said:pu(r)}}}async function $x(n,e,t,i){let r=()=>{throw new Yn("away")},s=await fetch(n,{...t,headers:{...t.headers,Authorization:`Bearer ${e}`},cache:"no-store",credentials:"omit",redirect:"error",signal:AbortSignal.timeout(i)}).catch(r);return{response:s,text:await s.text().catch(r)}}function qx(n){switch(n){case 401:return"not-known";case 403:return"not-allowed";case 404:return"not-found";case 429:case 503:return"busy";default:return"broken"}}var Yx="/v1/live",fR=500,pR=15e3,Kx=1e4,mu=class{#e;#t;#n;#i={kind:"off"};#r=null;#s=0;#o=0;#a=0;#l=null;#c=0;constructor(e,t,i){[this.#e,this.#t,this.#n]=[e,t,i]}get link(){return this.#i}open(){this.#M();let e=++this.#c;this.#s=this.#t.now_ms(),this.#i.kind!=="lost"&&this.#y({kind:"opening"});let t=i=>()=>{e===this.#c&&i()};this.#r=this.#t.open(this.#u(),this.#h(),{text:i=>t(()=>this.#f(i))(),bytes:i=>t(()=>this.#p(i))(),closed:t(()=>this.#g())}),this.#_()}close(){this.#M(),this.#c+=1,this.#y({kind:"off"})}#u(){let{run:e,event:t,record:i}=this.#n.known();if(e==="")return Yx;let r=i===0?"":`&record=${i}`;return`${Yx}?after=${t}&run=${encodeURIComponent(e)}${r}`}#h(){return[Ib,Nb+this.#e]}#f(e){this.#s=this.#t.now_ms(),this.#d(()=>{let t=Ox(e);if(Dx(t))return this.#n.room(t);switch(t.type){case"hello":return this.#n.hello(t),this.#y({kind:"live"});case"events":return this.#n.events(t.events);case"gone":return this.#n.gone(t.pictures);case"goodbye":return this.#v("ended");case"pictures":return}})}#p(e){this.#s=this.#t.now_ms(),this.#d(()=>{this.#n.frames(Kc(e),e),this.#a=0})}#d(e){try{e()}catch(t){if(!(t instanceof Hi||t instanceof hr))throw t;this.#v("broken")}}#g(){this.#r=null,this.#i.kind==="live"?this.#v("away"):this.#m("unopened")}#_(){let e=this.#s+Kx-this.#t.now_ms();this.#x(Math.max(e,1e3),()=>{this.#t.now_ms()-this.#s>=Kx?this.#m("silent"):this.#_()})}async#m(e){let t=this.#c,i=await this.#t.probe().then(()=>null,r=>r instanceof Yn?r.fault:"broken");t===this.#c&&(i==="not-known"||i==="not-allowed"?this.#b(i):i===null&&e==="silent"&&this.#r!==null?(this.#s=this.#t.now_ms(),this.#a=0,this.#_()):this.#v(mR(i,e)))}#b(e){this.#M(),this.#c+=1,this.#y({kind:"refused",why:e})}#v(e){this.#M(),this.#c+=1;let t=this.#t.now_ms();this.#i.kind!=="lost"&&(this.#o=t);let i=Math.min(fR*2**this.#a,pR);this.#a+=1;let r=i*(.75+.5*this.#t.chance());this.#y({kind:"lost",why:e,since_ms:this.#o,again_ms:t+r}),this.#x(r,()=>this.open())}#x(e,t){this.#l?.(),this.#l=this.#t.later(e,t)}#M(){this.#l?.(),this.#l=null;let e=this.#r;this.#r=null,e?.close()}#y(e){this.#i=e,this.#n.link(e)}};function mR(n,e){return n==="busy"||n==="broken"?n:n!==null&&e==="unopened"?"away":e}function jx(n){return{open:(e,t,i)=>gR(e,t,i),probe:n,now_ms:()=>performance.now(),later:(e,t)=>{let i=setTimeout(t,e);return()=>clearTimeout(i)},chance:()=>Math.random()}}function gR(n,e,t){let i=new URL(n,location.href);i.protocol=i.protocol==="https:"?"wss:":"ws:",i.hash="";let r=new WebSocket(i,[...e]);return r.binaryType="arraybuffer",r.addEventListener("message",({data:s})=>{typeof s=="string"?t.text(s):s instanceof ArrayBuffer&&t.bytes(s)}),r.addEventListener("close",()=>t.closed()),{close:()=>r.close()}}var gm=24,Jx=16,ym=1e6,yR=64,_R=120*ym,bR={keep_s:300,every_s:1,most_bytes:48<<20},gu=class{#e;#t=new Map;#n=[];#i=0;#r=0;#s=null;#o=-1;constructor(e=bR){this.#e=e}get span_us(){let[e,t]=[this.#n[0],this.#n.at(-1)];return e===void 0||t===void 0?null:[e.time_us,t.time_us]}take(e,t){for(let[s,o]of vR(e))this.#t.set(s,o),this.#r+=o.byteLength;let i=this.#n.at(-1);t-(i?.time_us??Number.NEGATIVE_INFINITY)<this.#e.every_s*ym||(this.#n.push({time_us:t,frames:[...this.#t.values()],bytes:this.#r}),this.#i+=this.#r,this.#r=0,this.#c(t))}drop(e){this.#t.delete(e)}clear(){this.#t.clear(),[this.#n,this.#i,this.#r]=[[],0,0],[this.#s,this.#o]=[null,-1]}at(e){let t=this.#a(e);if(t<0)return null;let r=2*Zx(this.#n[t])>(this.#s?.capacity??0)||t<this.#o?this.#l(t):this.#s;for(;r!==null&&this.#o<t;)this.#o+=1,xR(r,this.#n[this.#o]);return r}#a(e){let t=this.#n.findIndex(i=>i.time_us>e);return t<0?this.#n.length-1:Math.max(t-1,0)}#l(e){let t=this.#n.reduce((r,s)=>Math.max(r,Zx(s)),0);this.#s=new zr(Math.max(2*t,yR));let i=this.#n[e].time_us-_R;return this.#o=this.#n.findIndex(r=>r.time_us>=i)-1,this.#s}#c(e){let t=e-this.#e.keep_s*ym,i=0;for(let{time_us:r,bytes:s}of this.#n.slice(0,-1)){if(r>=t&&this.#i<=this.#e.most_bytes)break;this.#i-=s,i+=1}i!==0&&(this.#n=this.#n.slice(i),this.#o-=i,this.#o<-1&&([this.#s,this.#o]=[null,-1]))}};function xR(n,{frames:e}){let t=e.flatMap(Kc),i=new Set(t.map(r=>r.picture));for(let r=0;r<n.rows;r++){let s=n.picture[r];n.is_alive[r]===1&&!i.has(s)&&n.drop(s)}for(let r of t)n.apply(r)}function vR(n){let e=new DataView(n),t=[],i=0;for(;i+gm<=e.byteLength;){let r=i+gm+Jx*e.getUint32(i+20,!0);t.push([e.getUint32(i+16,!0),n.slice(i,r)]),i=r}return t}function Zx({frames:n}){return n.reduce((e,t)=>e+Math.floor((t.byteLength-gm)/Jx),0)}var _m={at_us:0,pictures:new Map,tracks:new Map};function Qx(n){let e=new Map,t=new Map;for(let i of n.pictures){let r=wR(i);e.set(r.number,r);let s=Nn(i.epoch);for(let o of i.tracks){let a=SR(o,r,s);t.set(a.id,a)}}return{at_us:Nn(n.at),pictures:e,tracks:t}}function wR(n){return{number:n.picture,terms:n.terms,contributors:n.contributors,is_simulated:n.simulated,is_down:n.is_down??!1,tracks:n.tracks.length}}function SR(n,e,t){let i=r=>r===null?null:t+_i(r);return{id:kn(e.number,n.number),picture:e,object_class:n.object_class,phases:n.phases,covariance:n.covariance,first_seen_us:i(n.first_seen_s),last_seen_us:i(n.last_seen_s),is_coasted:n.is_coasted,contributors:n.contributors.map(r=>e.contributors[r])}}function ev(n){let e=[...n].map(t=>[MR(t),t.number]);return e.sort(([t],[i])=>t.reduce((r,s,o)=>r||s-i[o],0)),e[0]?.[1]??null}function MR({is_down:n,terms:e,contributors:t,number:i}){let r=new Set(t.map(s=>s.party)).size;return[n?1:0,e.delay_s,e.position_m,-r,i]}function Hr({party:n,sensor:e}){return e===""?n:`${n}/${e}`}var ER=["launch-detected","impact-predicted","outside-notice"];function co(n){return ER.includes(n.kind)}function xs({number:n}){return`live-${n}`}function tv(n,e){let t=new Map;for(let r of n){let s=kn(r.picture,r.object),o=t.get(s)??new Map;t.set(s,o),r.kind==="ended"?o.clear():co(r)&&(e.size===0||e.has(r.picture))&&o.set(r.kind,r)}return[...t.values()].flatMap(r=>[...r.values()]).sort((r,s)=>s.number-r.number)}var yu=class{#e=null;#t=null;#n=null;#i=[];get room(){return this.#e}get clock(){return this.#t}get desk(){return this.#n}get records(){return this.#i}take(e){switch(e.type){case"room":this.#e=e;return;case"clock":this.#t=e;return;case"desk":this.#n=e;return;case"records":this.#r(e.records);return}}clear(){[this.#e,this.#t,this.#n,this.#i]=[null,null,null,[]]}#r(e){let t=this.#i.at(-1)?.number??0,i=e.filter(r=>r.number>t);i.length>0&&(this.#i=[...this.#i,...i].slice(-5e3))}};var nv=4096,TR=1<<17,bm=1e3,AR=1e4,CR=5e3,RR=["inside-notice","outside-notice"],PR=2**53-1;async function iv(n){Ux(await n(`/v1/events?after=${PR}`))}var _u=class{behind=new gu;room=new yu;#e;#t;#n=new zr(nv);#i=new Map;#r=null;#s=_m;#o=[];#a=[];#l=null;#c=0;#u=[];#h=!1;#f=!1;#p=0;#d=0;constructor(e){this.#e=e,this.#t=new mu(e.token,e.around,this.#g())}get link(){return this.#t.link}get picture(){return this.#n}get viewer(){return this.#r?.viewer??null}get mode(){return this.#r?.mode??null}get details(){return this.#s}get events(){return this.#o}get notices(){return this.#a}get version(){return this.#c}age_s(){return this.#l===null?null:(this.#e.around.now_ms()-this.#l)/1e3}open(){this.#t.open(),this.#y()}close(){for(let e of this.#u.splice(0))e();this.#t.close()}retry(){this.#t.open()}#g(){return{hello:e=>this.#_(e),frames:(e,t)=>this.#m(e,t),events:e=>this.#b(e),gone:e=>{for(let t of e)this.#x(t);this.#e.told("changed")},room:e=>{this.room.take(e),this.#e.room?.()},link:()=>this.#e.told("changed"),known:()=>({run:this.#r?.run??"",event:this.#o.at(-1)?.number??0,record:this.room.records.at(-1)?.number??0})}}#_(e){this.#r!==null&&this.#r.run!==e.run&&this.#v(),this.#r=e,this.#f=!0,this.#d=0,this.#T()}#m(e,t){this.#l=this.#e.around.now_ms();for(let i of e)this.#i.set(i.picture,i),this.#s.pictures.has(i.picture)||(this.#f=!0),this.#M(i);this.behind.take(t,this.#n.time_us),this.#f&&this.#T(),this.#e.told("moved")}#b(e){let t=this.#o.at(-1)?.number??0,i=e.filter(r=>r.number>t);this.#o=[...this.#o,...i].slice(-CR),i.some(r=>RR.includes(r.kind))&&(this.#d=0),this.#e.told("changed")}#v(){this.#n=new zr(nv),this.#i=new Map,[this.#s,this.#o,this.#c]=[_m,[],this.#c+1],this.behind.clear(),this.room.clear()}#x(e){this.#i.delete(e),this.#n.drop(e),this.behind.drop(e)}#M(e){for(;this.#n.count+e.count>this.#n.capacity;){if(2*this.#n.capacity>TR)return;let t=new zr(2*this.#n.capacity);for(let i of this.#i.values())i!==e&&t.apply(i);this.#n=t,this.#c+=1}this.#n.apply(e)}#y(){this.#w(bm,()=>{this.#T(),this.#y()})}#w(e,t){let i=this.#e.around.later(e,()=>{this.#u=this.#u.filter(r=>r!==i),t()});this.#u.push(i)}#T(){if(this.#h||this.link.kind==="lost"||this.link.kind==="refused"||this.#r===null)return;let e=this.#e.around.now_ms(),t=e>=this.#p;this.#f&&t?this.#E(()=>this.#A()):e>=this.#d?this.#E(()=>this.#R()):this.#e.needed()&&t&&this.#E(()=>this.#A())}async#E(e){this.#h=!0;try{await e(),this.#e.told("changed")}catch(t){let i=t instanceof Yn?t.retry_after_s:0,r=this.#e.around.now_ms()+Math.max(1e3*i,2*bm);this.#p=Math.max(this.#p,r),this.#d=Math.max(this.#d,r)}finally{this.#h=!1}}async#A(){let e=this.#r,t=this.#e.around.now_ms(),i=Fx(await this.#e.ask("/v1/pictures")),r=this.#e.around.now_ms()-t;if(this.#p=t+Math.max(.9*bm,4*r),!(e!==this.#r||i.run!==e?.run)){this.#f=!1,this.#s=Qx(i);for(let s of[...this.#i.keys()])this.#s.pictures.has(s)||this.#x(s);this.#S()}}#S(){let e=this.#n;for(let[t,i]of this.#s.tracks){let[r,s]=t.split("/").map(Number);e.rowOf(r,s)!==null&&(e.setCovariance(t,i.covariance),e.contributors.set(t,i.contributors.map(Hr)))}this.#c+=1}async#R(){this.#d=this.#e.around.now_ms()+AR,this.#a=Bx(await this.#e.ask("/v1/notices"))}};function rv(n,{picture:e,filters:t}){let i=zi.map(o=>t.classes.includes(o)),r=t.parties.length>0||t.sensors.length>0,s=!1;for(let o=0;o<n.rows;o++){if(n.is_alive[o]===0)continue;let l=e!==null&&n.picture[o]!==e||i[n.class_index[o]]===!0||r&&LR(n,o,t)?1:0;s||=n.is_hidden[o]!==l,n.is_hidden[o]=l}return s}function LR(n,e,{parties:t,sensors:i}){let r=n.contributors.get(kn(n.picture[e],n.number[e]))??[];return r.length===0?!1:r.every(s=>{let o=s.split("/",1)[0]??s;return t.includes(o)||i.includes(s)})}var xm="glasshield-tokens",IR=/^[A-Za-z0-9._~-]{8,512}$/;function vm(n){let e=n.trim().replace(/^Bearer\s+/i,"");return IR.test(e)?e:null}var bu=class{#e;#t=new Map;#n=new Set;constructor(e){this.#e=e;for(let[t,i]of NR(e.read()))this.#t.set(t,i),this.#n.add(t)}get viewers(){return[...this.#t.keys()]}of(e){return this.#t.get(e)??null}put(e,t,i){this.#t.set(e,t),i?this.#n.add(e):this.#n.delete(e),this.#i()}forget(e){this.#t.delete(e),this.#n.delete(e),this.#i()}#i(){let e=[...this.#t].filter(([t])=>this.#n.has(t));this.#e.write(e.length===0?null:JSON.stringify(e))}};function NR(n){let e=null;try{e=JSON.parse(n??"null")}catch{return[]}return Array.isArray(e)?e.slice(0,16).flatMap(t=>{if(!Array.isArray(t))return[];let[i,r]=t;return typeof i=="string"&&typeof r=="string"&&vm(r)===r?[[i,r]]:[]}):[]}function ov(){return{read:()=>sv(()=>sessionStorage.getItem(xm)),write:n=>{sv(()=>(n===null?sessionStorage.removeItem(xm):sessionStorage.setItem(xm,n),null))}}}function sv(n){try{return n()}catch(e){if(e instanceof DOMException)return null;throw e}}var za={kept:ov(),ask:Wx,tell:Xx,around:n=>jx(()=>iv(n)),is_seen:()=>!document.hidden},uo=class{#e;#t;#n;#i=new Set;#r=new Set;#s=null;#o="";#a=null;#l=0;#c=[];#u=[];#h=[];constructor(e,t=za){[this.#t,this.#e]=[e,t],this.#n=new bu(t.kept)}get feed(){return this.#s}get ask(){return this.#o===""?null:this.#e.ask(this.#o)}get tell(){return this.#o===""?null:this.#e.tell(this.#o)}get link(){return this.#s?.link??{kind:"off"}}get viewers(){return this.#n.viewers}get viewer(){return this.#s?.viewer??null}get version(){return this.#l+(this.#s?.version??0)}subscribe(e){return this.#i.add(e),()=>this.#i.delete(e)}subscribeRoom(e){return this.#r.add(e),()=>this.#r.delete(e)}enter(e,t){let i=vm(e);return i===null?!1:(this.#a={token:i,is_for_tab:t},this.#f(i),!0)}choose(e){let t=this.#n.of(e);t===null||t===this.#o&&this.link.kind!=="refused"||(this.#a=null,this.#f(t))}leave(){let{viewer:e}=this;e!==null&&this.#n.forget(e),this.#p(),this.#g("changed")}retry(){this.#s?.retry()}dispose(){this.#p(),this.#i.clear(),this.#r.clear()}shown(e){let t=this.#s;if(t===null)return null;let i=e.time_s===null?null:_i(e.time_s),r=i===null?t.picture:t.behind.at(i);if(r===null)return t.picture;i!==null&&OR(t.picture,r);let s={picture:this.pictureOf(e),filters:e.filters};return rv(r,s)&&(this.#l+=1),r}pictureOf({picture:e}){return e===0?null:e??ev(this.#s?.details.pictures.values()??[])}predicted(e){let t=e.time_s===null?1/0:_i(e.time_s),i=(this.#s?.events??[]).filter(s=>Nn(s.at)<=t),r=this.pictureOf(e);return kR(i.filter(s=>r===null||s.picture===r))}notices(e){let{notices:t=[],picture:i}=this.#s??{},r=e.time_s===null?i?.time_us:_i(e.time_s);t!==this.#c&&(this.#u=Tx(t));let s=Ax(this.#u,r??0),o=t===this.#c&&s.every((a,l)=>a.time===this.#h[l]?.time);return this.#c=t,o||(this.#h=s),this.#h}#f(e){this.#p();let t=this.#e.ask(e);this.#o=e,this.#s=new _u({token:e,ask:t,around:this.#e.around(t),told:i=>this.#d(i),room:()=>{for(let i of[...this.#r])i()},needed:()=>this.#_()}),this.#s.open()}#p(){let e=this.#s;[this.#s,this.#o]=[null,""],e?.close(),this.#l+=1+(e?.version??0)}#d(e){let t=this.viewer;t!==null&&this.#a!==null&&(this.#n.put(t,this.#a.token,this.#a.is_for_tab),this.#a=null),this.#g(e)}#g(e){for(let t of[...this.#i])t(e)}#_(){let{subject:e,selected:t,hidden:i,filters:r,table:s}=this.#t();return e!=="live"||!this.#e.is_seen()?!1:!i.includes("covariances")||t?.kind==="track"||r.parties.length+r.sensors.length>0||s!==null}};function kR(n){let e=new Map;for(let t of n){let i=`${t.picture}/${t.object}`,r=e.get(i)??new Map;e.set(i,r);let{place:s}=t;t.kind==="ended"?r.clear():(s==="launch"||s==="impact")&&DR(r,s,t)}return[...e.values()].flatMap(t=>[...t.values()])}function DR(n,e,t){let{lat_rad:i,lon_rad:r,covariance_m2:s,radii:o}=t;i===null||r===null||n.set(e,{id:xs(t),kind:e,place:{lat_rad:i,lon_rad:r},covariance:s===null?null:{east_m2:s[0][0],mixed_m2:s[0][1],north_m2:s[1][1]},radius:o[1],label:null})}function OR(n,e){let t=e.contributors;for(let[i,r]of n.contributors)t.set(i,r)}var wm={ABW:["Aruba","Аруба"],AFG:["Afghanistan","Афганистан"],AGO:["Angola","Ангола"],AIA:["Anguilla","Ангилья"],ALA:["Åland Islands","Аландские о-ва"],ALB:["Albania","Албания"],AND:["Andorra","Андорра"],ARE:["United Arab Emirates","ОАЭ"],ARG:["Argentina","Аргентина"],ARM:["Armenia","Армения"],ASM:["American Samoa","Американское Самоа"],ATA:["Antarctica","Антарктида"],ATF:["French Southern Territories","Французские Южные территории"],ATG:["Antigua and Barbuda","Антигуа и Барбуда"],AUS:["Australia","Австралия"],AUT:["Austria","Австрия"],AZE:["Azerbaijan","Азербайджан"],BDI:["Burundi","Бурунди"],BEL:["Belgium","Бельгия"],BEN:["Benin","Бенин"],BES:["Caribbean Netherlands","Бонэйр, Синт-Эстатиус и Саба"],BFA:["Burkina Faso","Буркина-Фасо"],BGD:["Bangladesh","Бангладеш"],BGR:["Bulgaria","Болгария"],BHR:["Bahrain","Бахрейн"],BHS:["Bahamas","Багамы"],BIH:["Bosnia and Herzegovina","Босния и Герцеговина"],BLM:["St. Barthélemy","Сен-Бартелеми"],BLR:["Belarus","Беларусь"],BLZ:["Belize","Белиз"],BMU:["Bermuda","Бермудские о-ва"],BOL:["Bolivia","Боливия"],BRA:["Brazil","Бразилия"],BRB:["Barbados","Барбадос"],BRN:["Brunei","Бруней"],BTN:["Bhutan","Бутан"],BVT:["Bouvet Island","о-в Буве"],BWA:["Botswana","Ботсвана"],CAF:["Central African Republic","Центрально-Африканская Республика"],CAN:["Canada","Канада"],CCK:["Cocos (Keeling) Islands","Кокосовые о-ва"],CHE:["Switzerland","Швейцария"],CHL:["Chile","Чили"],CHN:["China","Китай"],CIV:["Côte d’Ivoire","Кот-д’Ивуар"],CMR:["Cameroon","Камерун"],COD:["Democratic Republic of the Congo","Демократическая Республика Конго"],COG:["Congo","Конго"],COK:["Cook Islands","о-ва Кука"],COL:["Colombia","Колумбия"],COM:["Comoros","Коморы"],CPV:["Cape Verde","Кабо-Верде"],CRI:["Costa Rica","Коста-Рика"],CUB:["Cuba","Куба"],CUW:["Curaçao","Кюрасао"],CXR:["Christmas Island","о-в Рождества"],CYM:["Cayman Islands","о-ва Кайман"],CYP:["Cyprus","Кипр"],CZE:["Czechia","Чехия"],DEU:["Germany","Германия"],DJI:["Djibouti","Джибути"],DMA:["Dominica","Доминика"],DNK:["Denmark","Дания"],DOM:["Dominican Republic","Доминиканская Республика"],DZA:["Algeria","Алжир"],ECU:["Ecuador","Эквадор"],EGY:["Egypt","Египет"],ERI:["Eritrea","Эритрея"],ESH:["Western Sahara","Западная Сахара"],ESP:["Spain","Испания"],EST:["Estonia","Эстония"],ETH:["Ethiopia","Эфиопия"],FIN:["Finland","Финляндия"],FJI:["Fiji","Фиджи"],FLK:["Falkland Islands (Malvinas)","Фолклендские (Мальвинские) острова"],FRA:["France","Франция"],FRO:["Faroe Islands","Фарерские о-ва"],FSM:["Micronesia","Федеративные Штаты Микронезии"],GAB:["Gabon","Габон"],GBR:["United Kingdom","Великобритания"],GEO:["Georgia","Грузия"],GGY:["Guernsey","Гернси"],GHA:["Ghana","Гана"],GIB:["Gibraltar","Гибралтар"],GIN:["Guinea","Гвинея"],GLP:["Guadeloupe","Гваделупа"],GMB:["Gambia","Гамбия"],GNB:["Guinea-Bissau","Гвинея-Бисау"],GNQ:["Equatorial Guinea","Экваториальная Гвинея"],GRC:["Greece","Греция"],GRD:["Grenada","Гренада"],GRL:["Greenland","Гренландия"],GTM:["Guatemala","Гватемала"],GUF:["French Guiana","Французская Гвиана"],GUM:["Guam","Гуам"],GUY:["Guyana","Гайана"],HKG:["Hong Kong","Гонконг"],HMD:["Heard and McDonald Islands","о-ва Херд и Макдональд"],HND:["Honduras","Гондурас"],HRV:["Croatia","Хорватия"],HTI:["Haiti","Гаити"],HUN:["Hungary","Венгрия"],IDN:["Indonesia","Индонезия"],IMN:["Isle of Man","о-в Мэн"],IND:["India","Индия"],IRL:["Ireland","Ирландия"],IRN:["Iran","Иран"],IRQ:["Iraq","Ирак"],ISL:["Iceland","Исландия"],ISR:["Israel","Израиль"],ITA:["Italy","Италия"],JAM:["Jamaica","Ямайка"],JEY:["Jersey","Джерси"],JOR:["Jordan","Иордания"],JPN:["Japan","Япония"],KAZ:["Kazakhstan","Казахстан"],KEN:["Kenya","Кения"],KGZ:["Kyrgyzstan","Киргизия"],KHM:["Cambodia","Камбоджа"],KIR:["Kiribati","Кирибати"],KNA:["St. Kitts and Nevis","Сент-Китс и Невис"],KOR:["South Korea","Республика Корея"],KWT:["Kuwait","Кувейт"],LAO:["Laos","Лаос"],LBN:["Lebanon","Ливан"],LBR:["Liberia","Либерия"],LBY:["Libya","Ливия"],LCA:["St. Lucia","Сент-Люсия"],LIE:["Liechtenstein","Лихтенштейн"],LKA:["Sri Lanka","Шри-Ланка"],LSO:["Lesotho","Лесото"],LTU:["Lithuania","Литва"],LUX:["Luxembourg","Люксембург"],LVA:["Latvia","Латвия"],MAC:["Macao","Макао"],MAF:["St. Martin","Сен-Мартен"],MAR:["Morocco","Марокко"],MCO:["Monaco","Монако"],MDA:["Moldova","Молдова"],MDG:["Madagascar","Мадагаскар"],MDV:["Maldives","Мальдивы"],MEX:["Mexico","Мексика"],MHL:["Marshall Islands","Маршалловы о-ва"],MKD:["North Macedonia","Северная Македония"],MLI:["Mali","Мали"],MLT:["Malta","Мальта"],MMR:["Myanmar (Burma)","Мьянма (Бирма)"],MNE:["Montenegro","Черногория"],MNG:["Mongolia","Монголия"],MNP:["Northern Mariana Islands","Северные Марианские о-ва"],MOZ:["Mozambique","Мозамбик"],MRT:["Mauritania","Мавритания"],MSR:["Montserrat","Монтсеррат"],MTQ:["Martinique","Мартиника"],MUS:["Mauritius","Маврикий"],MWI:["Malawi","Малави"],MYS:["Malaysia","Малайзия"],MYT:["Mayotte","Майотта"],NAM:["Namibia","Намибия"],NCL:["New Caledonia","Новая Каледония"],NER:["Niger","Нигер"],NFK:["Norfolk Island","о-в Норфолк"],NGA:["Nigeria","Нигерия"],NIC:["Nicaragua","Никарагуа"],NIU:["Niue","Ниуэ"],NLD:["Netherlands","Нидерланды"],NOR:["Norway","Норвегия"],NPL:["Nepal","Непал"],NRU:["Nauru","Науру"],NZL:["New Zealand","Новая Зеландия"],OMN:["Oman","Оман"],PAK:["Pakistan","Пакистан"],PAN:["Panama","Панама"],PCN:["Pitcairn Islands","о-ва Питкэрн"],PER:["Peru","Перу"],PHL:["Philippines","Филиппины"],PLW:["Palau","Палау"],PNG:["Papua New Guinea","Папуа — Новая Гвинея"],POL:["Poland","Польша"],PRI:["Puerto Rico","Пуэрто-Рико"],PRK:["North Korea","КНДР"],PRT:["Portugal","Португалия"],PRY:["Paraguay","Парагвай"],PSE:["State of Palestine","Государство Палестина"],PYF:["French Polynesia","Французская Полинезия"],QAT:["Qatar","Катар"],REU:["Réunion","Реюньон"],ROU:["Romania","Румыния"],RUS:["Russia","Россия"],RWA:["Rwanda","Руанда"],SAU:["Saudi Arabia","Саудовская Аравия"],SDN:["Sudan","Судан"],SEN:["Senegal","Сенегал"],SGP:["Singapore","Сингапур"],SGS:["South Georgia and South Sandwich Islands","Южная Георгия и Южные Сандвичевы о-ва"],SHN:["St. Helena","о-в Св. Елены"],SJM:["Svalbard and Jan Mayen","Шпицберген и Ян-Майен"],SLB:["Solomon Islands","Соломоновы о-ва"],SLE:["Sierra Leone","Сьерра-Леоне"],SLV:["El Salvador","Сальвадор"],SMR:["San Marino","Сан-Марино"],SOM:["Somalia","Сомали"],SPM:["St. Pierre and Miquelon","Сен-Пьер и Микелон"],SRB:["Serbia","Сербия"],SSD:["South Sudan","Южный Судан"],STP:["São Tomé and Príncipe","Сан-Томе и Принсипи"],SUR:["Suriname","Суринам"],SVK:["Slovakia","Словакия"],SVN:["Slovenia","Словения"],SWE:["Sweden","Швеция"],SWZ:["Eswatini","Эсватини"],SXM:["Sint Maarten","Синт-Мартен"],SYC:["Seychelles","Сейшельские о-ва"],SYR:["Syria","Сирия"],TCA:["Turks and Caicos Islands","Тёркс и Кайкос"],TCD:["Chad","Чад"],TGO:["Togo","Того"],THA:["Thailand","Таиланд"],TJK:["Tajikistan","Таджикистан"],TKL:["Tokelau","Токелау"],TKM:["Turkmenistan","Туркменистан"],TLS:["Timor-Leste","Восточный Тимор"],TON:["Tonga","Тонга"],TTO:["Trinidad and Tobago","Тринидад и Тобаго"],TUN:["Tunisia","Тунис"],TUR:["Türkiye","Турция"],TUV:["Tuvalu","Тувалу"],TWN:["Taiwan Province of China","Тайвань (провинция Китая)"],TZA:["Tanzania","Танзания"],UGA:["Uganda","Уганда"],UKR:["Ukraine","Украина"],URY:["Uruguay","Уругвай"],USA:["United States","Соединенные Штаты"],UZB:["Uzbekistan","Узбекистан"],VCT:["St. Vincent and Grenadines","Сент-Винсент и Гренадины"],VEN:["Venezuela","Венесуэла"],VGB:["British Virgin Islands","Виргинские о-ва (Великобритания)"],VIR:["U.S. Virgin Islands","Виргинские о-ва (США)"],VNM:["Vietnam","Вьетнам"],VUT:["Vanuatu","Вануату"],WSM:["Samoa","Самоа"],XAC:["Aksai Chin","Аксайчин"],XAP:["Arunachal Pradesh","Аруначал-Прадеш"],XBT:["Bir Tawil","Бир-Тавиль"],XHT:["Halaib Triangle","Халаибский треугольник"],XIT:["Ilemi Triangle","Треугольник Илеми"],XJK:["Jammu and Kashmir","Джамму и Кашмир"],YEM:["Yemen","Йемен"],ZAF:["South Africa","Южно-Африканская Республика"],ZMB:["Zambia","Замбия"],ZWE:["Zimbabwe","Зимбабве"]};var FR=.95;function xu(n,e){let{language:t}=n,{delay_s:i,position_m:r,velocity_m_s:s,time_s:o,covariance_factor:a,classes:l}=e,c=r+s+o===0&&a===1;return[i>0?n.text("web.live.terms.delay",{delay:or(t,i)}):n.text("web.live.terms.at_once"),c?n.text("web.live.terms.exact"):"",r>0?n.text("web.live.terms.position",{step:ho(n,r)}):"",s>0?n.text("web.live.terms.velocity",{step:qe(t,s,"m/s")}):"",o>0?n.text("web.live.terms.time",{step:qe(t,o,"s",1)}):"",a!==1?n.text("web.live.terms.factor",{factor:Ct(t,a,1)}):"",l!==null?n.text("web.live.terms.classes",{classes:l.map(h=>Wr(n,h)).join(", ")}):"",e.names_sensors?"":n.text("web.live.terms.unnamed")].filter(h=>h!=="").join(", ")}function Wr(n,e){let t=`release.class.${e}`;return xn(t)?n.text(t):e}function Ga(n,e){let t=`release.event.${e}`;return xn(t)?n.text(t):e}function ho({language:n},e){return e<1e3?qe(n,e,"m"):qe(n,e/1e3,"km",e<1e4?1:0)}function av(n,{contributors:e}){let t=[...new Set(e.map(i=>i.party))];return t.length>0?t.join(", "):n.text("web.live.picture.none")}function Wi(n){return yi(Nn(n))}function vu(n,e){let{lat_rad:t,lon_rad:i,region:r,place:s}=e;if(t===null||i===null)return"";let o=`web.live.place.${s}`,a=xn(o)?`${n.text(o)}: `:"",l=Pn(n.language,be(t),be(i));return`${a}${l}${r===""?"":` (${UR(n,r)})`}`}function UR(n,e){if(e==="sea")return n.text("warning.open-sea");let t=BR(n,e.slice(e.lastIndexOf("/")+1));return e.startsWith("sea/")?n.text("warning.sea-off",{country:t}):t}function BR({language:n},e){return(Object.hasOwn(wm,e)?wm[e]:void 0)?.[n==="ru"?1:0]??e}function lv({contributors:n}){return n.map(Hr).join(", ")}function Sm(n,e,t){let{longer_m:i,shorter_m:r}=La(e,t);return!Number.isFinite(i)||!Number.isFinite(r)?null:n.text("web.live.track.axes",{longer:ho(n,i),shorter:ho(n,r)})}function cv(n,e,t){return Sm(n,Yc(e,t),qc(FR))}function vs({language:n},e){return or(n,Math.max(Math.round(e),0))}var VR=1e6,zR={boost:"plot.boost",coast:"plot.coast",entry:"plot.entry",unknown:"web.phase.unknown"};function hv(n,e){return{track:(t,i,r)=>GR(t,i,r,n,e),event:(t,i,r)=>qR(t,r,n),notice:(t,i,r)=>KR(t,i,r,n)}}function GR(n,e,t,i,r){let{feed:s}=i,[o,a]=t.split("/").map(Number);if(s===null||o===void 0||a===void 0)return null;let l=i.shown(e)??s.picture,c=JR(l,o,a),u=s.details.tracks.get(t)??null,h=c===null?null:Na(l,c),d={number:String(a),picture:String(o)};return{kind:n.text("web.live.track.kind"),title:n.text("web.live.track.title",d),facts:[...h===null?[{term:"",text:n.text("web.live.track.gone")}]:HR(n,h,u),...u===null?[]:WR(n,u,l,h)],lists:[{heading:n.text("web.live.track.by"),entries:u===null?[{text:n.text("web.live.track.waiting")}]:XR(n,u)},...u===null||h===null?[]:r.lists(n,u,h.position_ecef_m)],told:[]}}function HR(n,e,t){let{language:i}=n,{lat_rad:r,lon_rad:s,height_m:o}=Vt(e.position_ecef_m),a=QR(e.velocity_ecef_m_s)/1e3,l=n.text(zR[e.phase]),c=t?.phases??null;return wu(n,[["web.live.track.class",Wr(n,e.object_class)],["web.live.track.phase",c===null?l:`${l} (${$R(n,c)})`],["web.live.track.place",Pn(i,be(r),be(s))],["web.live.track.height",ho(n,o)],["web.live.track.speed",qe(i,a,"km/s",2)]])}function WR(n,e,t,i){let r=t.covariances.get(e.id),s=i===null?null:Vt(i.position_ecef_m),a=r!==void 0&&s!==null?cv(n,r,s):null,l=h=>h===null?null:n.text("web.live.track.ago",uv(n,t.time_us,h)),{last_seen_us:c}=e,u=e.is_coasted&&c!==null?n.text("web.live.track.coasted_since",uv(n,t.time_us,c)):null;return wu(n,[["web.live.track.uncertainty",a],["web.live.track.first_seen",l(e.first_seen_us)],["web.live.track.last_seen",l(c)],["web.live.track.coasted",u],["web.live.track.terms",xu(n,e.picture.terms)]])}function uv(n,e,t){let i=(e-t)/VR;return{time:yi(t),age:vs(n,i)}}function XR(n,{contributors:e}){return e.map(({party:t,sensor:i})=>({text:t,soft:` ${i===""?n.text("web.live.track.unnamed"):i}`}))}function $R(n,{boost:e,coast:t,entry:i}){let{language:r}=n;return n.text("web.live.track.phases",{boost:Us(r,e),coast:Us(r,t),entry:Us(r,i)})}function qR(n,e,{feed:t}){let i=t?.events.find(o=>xs(o)===e);if(i===void 0)return null;let r={kind:"track",id:`${i.picture}/${i.object}`},s={text:`${i.picture}/${i.object}`,target:r};return{kind:n.text("web.live.event.kind"),title:Ga(n,i.kind),facts:YR(n,i),lists:[{heading:n.text("web.live.event.object"),entries:[s]},{heading:n.text("web.live.track.by"),entries:i.contributors.map(o=>({text:Hr(o)}))}],told:[]}}function YR(n,e){let{language:t}=n,{covariance_m2:i,radii:r,latency_s:s,detections:o,expected:a}=e,l=i===null?null:Sm(n,{east_m2:i[0][0],mixed_m2:i[0][1],north_m2:i[1][1]},r[1]);return wu(n,[["web.live.track.class",Wr(n,e.object_class)],["web.live.event.time",Wi(e.time)],["web.live.event.told",Wi(e.at)],["web.live.event.place",vu(n,e)],["web.live.event.ellipse",l],["web.live.event.expected",a===null?null:Wi(a)],["web.live.event.latency",s===null?null:qe(t,s,"s",1)],["web.live.event.detections",o===null?null:Ct(t,o)],["web.live.event.notice",e.notice],["web.live.event.against",e.against.join(", ")]])}function KR(n,e,t,i){let r=i.notices(e).find(f=>f.id===t);if(r===void 0)return null;let{reference:s,party:o,missile_class:a,standing:l,time:c,azimuth_deg:u}=r,h=`web.notice.stands.${l}`,d=i.feed?.events.filter(f=>s!==""&&f.notice===s);return{kind:n.text("web.notice.kind"),title:s||o,facts:wu(n,[["web.notice.party",o],["web.notice.standing",xn(h)?n.text(h):l],["web.notice.class",a],["web.notice.when",n.text(`web.notice.time.${c}`)],...r.windows.map(f=>["web.notice.window",n.text("web.live.notices.window",{...f})]),["web.notice.azimuth",u===null?null:jR(n,u)],["web.notice.impact_time",r.impact_time],["web.notice.received",Wi(r.received)]]),lists:[{heading:n.text("web.notice.areas"),entries:r.areas.map(f=>ZR(n,f))},{heading:n.text("web.notice.events"),entries:(d??[]).map(f=>({text:Ga(n,f.kind),soft:` ${Wi(f.time)}`,target:{kind:"event",id:xs(f)}}))}],told:[]}}function jR(n,[e,t,i]){let r=o=>qe(n.language,o,"deg"),s={value:r(e),low:r(t),high:r(i)};return t===i?s.value:n.text("web.notice.azimuth_text",s)}function ZR(n,{role:e,middle:t,radius_m:i}){let r=Pn(n.language,...au(t)),s=i===null?n.text("web.notice.polygon",{place:r}):n.text("web.notice.circle",{place:r,radius:ho(n,i)});return{text:n.text(`web.notice.role.${e}`),soft:` ${s}`}}function wu(n,e){return e.flatMap(([t,i])=>i===null||i===""?[]:[{term:n.text(t),text:i}])}function JR(n,e,t){for(let i=0;i<n.rows;i++){let r=n.picture[i]===e&&n.number[i]===t;if(n.is_alive[i]===1&&r)return i}return null}function QR(n){return Math.hypot(...n)}var eP=10,Su=class{root;#e;#t;#n=_("div",{});#i=0;#r=null;#s=!0;constructor(e,t){[this.#e,this.#t]=[e,t],this.root=_("details",{class:"gs-live-notices gs-live-advice"},_("summary",{"data-key":"live-advice"},e.text("web.live.advice.title")),this.#n),this.root.addEventListener("toggle",()=>{this.#i=0,this.tick()})}show(){let{viewer:e}=this.#t;e!==this.#r&&([this.#r,this.#i,this.#s]=[e,0,!0],Le(this.#n)),ee(this.root,"hidden",e===null||!this.#s)}tick(){let{ask:e}=this.#t;if(!this.root.open||this.root.closest("[hidden]")!==null||e===null||(this.#i-=1,this.#i>0))return;this.#i=eP;let t=this.#r;e("/v1/advice").then(i=>{t===this.#r&&this.#o(Vx(i))},i=>{!(i instanceof Yn)||t!==this.#r||(this.#s=i.fault!=="not-found"||this.#n.childElementCount>0,this.show())}).catch(()=>Le(this.#n))}#o(e){let t=this.#e,i=s=>qe(t.language,s,"km2"),r=t.text("web.live.advice.total",{before:i(e.before_km2),after:i(e.after_km2),turn:i(e.in_turn_km2)});Le(this.#n,_("p",{class:"gs-soft"},t.text("web.live.advice.nothing")),_("ul",{},...e.sensors.map((s,o)=>this.#a(e,o))),e.looks.length===0?_("p",{class:"gs-soft"},t.text("web.live.advice.none")):null,_("p",{},r))}#a(e,t){let i=this.#e,r=e.looks.filter(o=>o.sensor===t).map(o=>({at_s:o.step*e.step_s,objects:o.objects.join(", ")})).filter((o,a,l)=>a===0||o.objects!==l[a-1]?.objects).map(({at_s:o,objects:a})=>`+${qe(i.language,o,"s")}: ${a}`),s=_("b",{},e.sensors[t]?.sensor??"");return _("li",{},s,` ${r.length===0?"–":r.join("; ")}`)}};var tP=60,nP=5e6,Mu=class{newest=_("div",{class:"gs-alarm",role:"alert",hidden:!0});root;#e;#t;#n;#i=_("ol",{class:"gs-live-events"});#r=null;#s="";#o=-1;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=_("p",{class:"gs-soft"},e.text("web.live.alarms.none")),this.root=_("div",{},_("h4",{},e.text("web.live.alarms.title")),this.#n,this.#i)}get has_alarm(){return!this.newest.hidden}show(e){let t=this.#t.feed?.events??[];ee(this.root,"hidden",e.subject!=="live"||this.#t.feed===null);let i=this.#t.feed?.details.pictures??new Map,r=[...i.keys()].join();if(t===this.#r&&r===this.#s)return;[this.#r,this.#s]=[t,r];let s=tv(t,i);this.#a(s[0]??null),ee(this.#n,"hidden",t.length>0);let o=new Set(s.map(l=>l.number)),a=[...t].reverse().slice(0,tP);Le(this.#i,...a.map(l=>this.#l(l,o.has(l.number))))}#a(e){ee(this.newest,"hidden",e===null),!(e===null||e.number===this.#o)&&(this.#o=e.number,Le(this.newest,_("span",{class:"gs-alarm-sign","aria-hidden":"true"},"▲"),_("b",{},this.#e.text("web.live.alarms.alarm"))," ",...this.#c(e,"newest")))}#l(e,t){let i=co(e)?_("b",{class:"gs-alarm-word"},`▲ ${this.#e.text("web.live.alarms.alarm")} `):null;return _("li",{"data-alarm":co(e),"data-held":t},i,...this.#c(e,"event"))}#c(e,t){let i=this.#e,r=`${e.picture}/${e.object}`,s=[Wr(i,e.object_class),r,vu(i,e),lv(e),e.latency_s===null||e.again?"":i.text("web.live.alarms.after",{latency:qe(i.language,e.latency_s,"s",1)}),e.again?i.text("web.live.alarms.again"):"",e.notice===""?"":i.text("web.live.alarms.about",{notice:e.notice})].filter(o=>o!=="");return[_("time",{datetime:e.time},Wi(e.time))," ",Ee({class:"gs-quiet","data-key":`live-${t}-${e.number}`},()=>this.#u(e),Ga(i,e.kind)),_("span",{class:"gs-soft"},` ${s.join(" · ")}`)]}#u(e){let{lat_rad:t,lon_rad:i}=e,r={kind:"event",id:xs(e)},s="live";if(t===null||i===null)return this.#e.store.set({selected:r,subject:s});this.#e.store.set(({camera:o})=>({selected:r,subject:s,camera:{...o,lat_rad:t,lon_rad:i,range_m:Math.min(o.range_m,nP)}}))}};var iP=3,Mm={title:"web.live.title",off:"web.live.link.off",help:"web.live.token.help"},Eu=class{root;#e;#t;#n;#i=_("b",{});#r=_("span",{class:"gs-link-sign","aria-hidden":"true"});#s=_("p",{role:"status"});#o=_("p",{class:"gs-soft gs-live-age"});#a;#l=_("div",{});#c;#u;#h;#f=_("p",{class:"gs-live-bad",role:"alert",hidden:!0});#p=[];constructor(e,t,i=Mm){[this.#e,this.#t,this.#n]=[e,t,i],this.#a=Ee({"data-key":"live-retry"},()=>t.retry(),e.text("web.live.lost.retry")),this.#h=_("input",{type:"password",id:"gs-live-token","data-key":"live-token",autocomplete:"off",spellcheck:"false","aria-describedby":"gs-live-token-help"}),this.#c=this.#b(),this.#u=_("details",{},_("summary",{"data-key":"live-add"},e.text("web.live.token.add"))),this.root=_("div",{class:"gs-live-entrance"},_("p",{class:"gs-live-link"},this.#r," ",this.#i),this.#s,this.#o,this.#a,this.#l,this.#u)}show(e){let{link:t,viewers:i,viewer:r}=this.#t;ee(this.root,"data-link",t.kind);let s=t.kind==="off"?this.#n.off:`web.live.link.${t.kind}`;Oe(this.#i,this.#e.text(s)),Oe(this.#s,this.#g(e)),ee(this.#s,"hidden",this.#s.textContent===""),ee(this.#a,"hidden",t.kind!=="lost"),this.#m(i.length>0);let o=[r,i.join(`
`)];o.some((a,l)=>a!==this.#p[l])&&this.#_(i,r),this.#p=o,this.tick()}tick(){let{link:e,feed:t}=this.#t;Oe(this.#r,{off:"○",opening:"◌",live:"●",lost:"✕",refused:"✕"}[e.kind]),Oe(this.#o,this.#d()),ee(this.#o,"hidden",t===null),e.kind==="lost"&&Oe(this.#s,this.#g(null))}#d(){let{link:e,feed:t}=this.#t;if(t===null)return"";let i=t.age_s(),r=e.kind==="live";if(i===null)return r?this.#e.text("web.live.age.none"):"";let s=this.#e.text("web.live.time",{time:yi(t.picture.time_us)}),o=vs(this.#e,i);if(!r)return`${s}: ${this.#e.text("web.live.age.lost",{age:o})}`;let l=i<iP?this.#e.text("web.live.age.now"):this.#e.text("web.live.age.old",{age:o});return`${s}: ${l}`}#g(e){let t=this.#e,{link:i,viewers:r}=this.#t;if(i.kind==="refused")return t.text(`web.live.refused.${i.why}`);if(i.kind==="lost"){let a=vs(t,Math.max((i.again_ms-performance.now())/1e3,0)),l=t.text("web.live.lost.again",{wait:a});return`${t.text(`web.live.lost.${i.why}`)} ${l}`}let s=e?.viewer??null;return s!==null&&!r.includes(s)&&i.kind==="off"?t.text("web.live.token.wanted",{viewer:s}):""}#_(e,t){let i=this.#e;if(e.length===0)return Le(this.#l);let r=e.map(a=>({value:a,label:a})),s=t??e[0]??"",o=zn({"data-key":"live-viewer",id:"gs-live-viewer"},r,s,a=>this.#t.choose(a));Le(this.#l,_("label",{for:"gs-live-viewer"},i.text("web.live.viewer")),_("div",{class:"gs-row"},o,Ee({class:"gs-quiet","data-key":"live-leave"},()=>this.#t.leave(),i.text("web.live.token.leave"))))}#m(e){ee(this.#u,"hidden",!e);let t=e?this.#u:this.root;this.#c.parentElement!==t&&t.append(this.#c)}#b(){let e=this.#e,t=_("input",{type:"checkbox","data-key":"live-keep"}),i=_("button",{type:"submit","data-key":"live-open"},e.text("web.live.token.open")),r=_("form",{class:"gs-live-form"},_("label",{for:"gs-live-token"},e.text("web.live.token.label")),this.#h,_("p",{class:"gs-soft",id:"gs-live-token-help"},e.text(this.#n.help)),_("label",{class:"gs-check"},t," ",e.text("web.live.token.keep")),this.#f,i);return r.addEventListener("submit",s=>{s.preventDefault(),this.#v(t.checked)}),r}#v(e){let t=this.#t.enter(this.#h.value,e);Oe(this.#f,t?"":this.#e.text("web.live.token.bad")),ee(this.#f,"hidden",t),ee(this.#h,"aria-invalid",t?null:"true"),t&&(this.#h.value="",this.#u.open=!1)}};var rP=["classes","parties","sensors"],Tu=class{root;#e;#t;#n=_("div",{});#i="";constructor(e,t){[this.#e,this.#t]=[e,t],this.root=_("details",{class:"gs-live-filters"},_("summary",{"data-key":"live-filters"},e.text("web.live.filters.title")),this.#n)}show(e){ee(this.root,"hidden",this.#t.feed===null);let t=this.#r(e.filters),i=JSON.stringify([e.filters,t]);if(i===this.#i)return;this.#i=i;let r=this.#e;Le(this.#n,_("p",{class:"gs-soft"},r.text("web.live.filters.help")),...rP.filter(s=>t[s].length>0).map(s=>this.#s(s,t[s],e.filters)),Ee({"data-key":"live-unfiltered"},()=>r.store.set({filters:oa}),r.text("web.live.filters.all")))}#r(e){let i=[...this.#t.feed?.details.pictures.values()??[]].flatMap(s=>s.contributors),r=s=>[...new Set(s)].sort();return{classes:[...zi],parties:r([...e.parties,...i.map(s=>s.party)]),sensors:r([...e.sensors,...i.filter(s=>s.sensor!=="").map(Hr)])}}#s(e,t,i){let r=this.#e,s=t.map(o=>{let a=_("input",{type:"checkbox","data-key":`live-no-${e}-${o}`});a.checked=!i[e].includes(o),a.addEventListener("change",()=>this.#o(e,o,a.checked));let l=e==="classes"?Wr(r,o):o;return _("label",{class:"gs-check"},a," ",l)});return _("fieldset",{},_("legend",{},r.text(`web.live.filters.${e}`)),...s)}#o(e,t,i){this.#e.store.set(({filters:r})=>{let s=r[e].filter(o=>o!==t);return{filters:{...r,[e]:i?s:[...s,t]}}})}};var sP=20,Au=class{root;#e;#t;#n=_("div",{});#i=null;constructor(e,t){[this.#e,this.#t]=[e,t],this.root=_("details",{class:"gs-live-notices"},_("summary",{"data-key":"live-notices"},e.text("web.live.notices.title")),this.#n)}show(){ee(this.root,"hidden",this.#t.feed===null);let e=this.#t.notices(this.#e.store.state);if(e===this.#i)return;this.#i=e;let t=_("p",{class:"gs-soft"},this.#e.text("web.live.notices.none")),i=[...e].reverse().slice(0,sP),r=_("ul",{},...i.map(s=>this.#r(s)));Le(this.#n,e.length===0?t:r)}#r(e){let t=this.#e,{party:i,reference:r,missile_class:s,received:o}=e,a=[r||i,s].filter(l=>l!=="").join(" · ");return _("li",{},Ee({class:"gs-quiet","data-key":`notice-${e.id}`},()=>this.#s(e),a),_("b",{},` ${t.text(`web.notice.time.${e.time}`)}`),...e.windows.map(l=>_("span",{},` ${t.text("web.live.notices.window",{...l})}`)),_("span",{class:"gs-soft"},` ${t.text("web.live.notices.by",{party:i,time:Wi(o)})}`))}#s({id:e,areas:t}){let{store:i}=this.#e,r=t.map(s=>s.middle);i.set(s=>({..._s({kind:"notice",id:e}),...t.length===0?{}:{camera:{...s.camera,...ra(r)}}}))}};var Em="best",Cu=class{root=_("div",{class:"gs-live-pictures"});#e;#t;#n="";constructor(e,t){[this.#e,this.#t]=[e,t]}show(e){let t=[...this.#t.feed?.details.pictures.values()??[]];ee(this.root,"hidden",t.length===0);let i=this.#t.pictureOf(e),r=JSON.stringify([e.picture,i,t]);r!==this.#n&&(this.#n=r,Le(this.root,_("label",{for:"gs-live-picture"},this.#e.text("web.live.picture.title")),this.#i(e,i,t),...this.#r(i,t)))}#i(e,t,i){let r=this.#e,s=[{value:Em,label:r.text("web.live.picture.best",{number:e.picture===0?"–":String(t??"–")})},...i.map(l=>({value:String(l.number),label:r.text("web.live.picture.one",{number:String(l.number),parties:av(r,l)})})),{value:"0",label:r.text("web.live.picture.all")}],o=e.picture===null?Em:String(e.picture);return zn({"data-key":"live-picture",id:"gs-live-picture"},s,o,l=>r.store.set({picture:l===Em?null:Number(l)}))}#r(e,t){let i=this.#e;return t.filter(r=>e===null||r.number===e).map(r=>{let s=i.text("web.live.objects",{n:r.tracks}),o=r.is_down?` ${i.text("web.live.picture.down")}`:"",a=`${r.number}: ${xu(i,r.terms)}; ${s}.${o}`;return _("p",{class:"gs-soft gs-live-terms"},a)})}};var oP=1e3,fo=class{root;#e;#t;#n;#i;#r;#s;#o;#a;#l;constructor(e,t,i,r=Mm){this.#e=new Mu(e,t),this.#t=new Eu(e,t,r),this.#n=new Cu(e,t),this.#i=new Tu(e,t),this.#r=new Au(e,t),this.#s=new Su(e,t),this.#o=_("div",{class:"gs-live-rest"},this.#t.root,this.#n.root,this.#i.root,this.#e.root,this.#r.root,this.#s.root),this.root=_("section",{class:"gs-part gs-live","aria-label":e.text(r.title)},_("h3",{},e.text(r.title)),...i.map(s=>_("p",{class:"gs-live-bad"},e.text(`web.live.served.no_${s}`))),this.#e.newest,this.#o),this.#a=t.subscribe(s=>{s==="changed"&&this.update(e.store.state)}),this.#l=window.setInterval(()=>{this.#t.tick(),this.#s.tick()},oP)}update(e){let t=e.subject==="live";this.#e.show(e),ee(this.root,"hidden",!t&&!this.#e.has_alarm),ee(this.#o,"hidden",!t),t&&(this.#t.show(e),this.#n.show(e),this.#i.show(e),this.#r.show(),this.#s.show())}dispose(){clearInterval(this.#l),this.#a(),this.root.remove()}};var aP=40,Ru=class{#e;#t;#n=new Map;#i=new Map;#r="";constructor(e,t){[this.#e,this.#t]=[e,t]}lists(e,t,i){let r=e.text("web.live.rules.title");if(!t.contributors.some(o=>o.sensor!==""))return[{heading:r,entries:[{text:e.text("web.live.rules.unnamed")}]}];let s=this.#o(t).flatMap(o=>{let a=o===""?e.text("web.live.rules.own"):e.text("web.live.rules.other",{party:o}),l=[t.id,o,e.language].join(`
`);return[{text:"",chip:Ee({class:"gs-quiet","data-key":`live-rules-${o}`},()=>{this.#l(e,l,t,i,o)},a)},...this.#a(e,l).map(u=>({text:u}))]});return[{heading:r,entries:[...s,{text:"",chip:this.#s(e,t)}]}]}#s(e,t){let i=_("input",{type:"text",maxlength:64,value:this.#r,"data-key":"live-rules-name","aria-label":e.text("web.live.rules.name"),placeholder:e.text("web.live.rules.name")}),r=_("form",{class:"gs-row gs-live-asker"},i);return r.append(_("button",{type:"submit","data-key":"live-rules-more"},e.text("web.live.rules.ask"))),i.addEventListener("input",()=>this.#r=i.value),r.addEventListener("submit",s=>{s.preventDefault();let o=i.value.trim();o!==""&&this.#i.set(t.id,new Set([...this.#i.get(t.id)??[],o])),this.#r="",this.#t()}),r}#o({id:e,picture:t}){let{feed:i,viewer:r}=this.#e,o=[...i?.details.pictures.values()??[t]].flatMap(u=>u.contributors.map(({party:h})=>h)),a=this.#i.get(e)??[],c=[...o,...this.#e.viewers,...a].filter(u=>u!==r);return["",...new Set(c.sort())]}#a(e,t){let i=this.#n.get(t);switch(i?.kind){case void 0:return[];case"asking":return[e.text("web.live.rules.asking")];case"lines":return i.lines;case"not-allowed":return[e.text("web.live.rules.not-allowed")];case"failed":return[e.text("web.live.rules.failed")]}}async#l(e,t,i,r,s){let o=this.#e.ask;if(o===null)return;this.#c(t,{kind:"asking"});let a=`/v1/rules/explain?${lP(i,r,s,e.language)}`,l=await o(a).then(c=>({kind:"lines",lines:zx(c).text}),c=>({kind:c instanceof Yn&&c.fault==="not-allowed"?"not-allowed":"failed"}));this.#c(t,l)}#c(e,t){this.#n.delete(e),this.#n.set(e,t);let[i]=this.#n.keys();this.#n.size>aP&&i!==void 0&&this.#n.delete(i),this.#t()}};function lP(n,e,t,i){let{lat_rad:r,lon_rad:s}=Vt(e),o=n.contributors.filter(a=>a.sensor!=="");return new URLSearchParams({seen:o.map(a=>`${a.party}/${a.sensor}`).join(","),...t===""?{}:{to:t},lat_deg:be(r).toFixed(4),lon_deg:be(s).toFixed(4),object_class:n.object_class,lang:i}).toString()}var dv=200,cP=1e3,po=class{root;#e;#t;#n;#i;#r;#s=_("output",{class:"gs-clock"});#o=_("b",{role:"status"});#a=_("div",{class:"gs-behind-marks","aria-hidden":"true"});#l;#c;#u=null;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=Ee({class:"gs-play","data-key":"live-play"},()=>this.#d()),this.#i=Ee({"data-key":"live-return"},()=>e.store.set({time_s:null,playing:!1}),e.text("web.live.behind.return")),this.#r=this.#m(),this.root=_("section",{class:"gs-timeline gs-behind","aria-label":e.text("web.live.behind.title")},_("div",{class:"gs-row gs-time-head"},this.#n,this.#s,this.#o,this.#i),_("div",{class:"gs-behind-track"},this.#a,this.#r)),this.#l=t.subscribe(i=>{i==="changed"&&this.update(e.store.state)}),this.#c=window.setInterval(()=>this.#h(e.store.state),cP)}update(e){ee(this.root,"hidden",e.subject!=="live"||this.#t.feed===null),this.#h(e),this.#g(e)}dispose(){clearInterval(this.#c),this.#u!==null&&clearInterval(this.#u),this.#l(),this.root.remove()}#h(e){if(this.root.hidden)return;let t=this.#t.feed?.behind.span_us??null;if(ee(this.#r,"disabled",t===null),ee(this.#n,"disabled",t===null),t===null)return Oe(this.#o,this.#e.text("web.live.behind.nothing"));let[i,r]=t.map(Br),s=Math.min(Math.max(e.time_s??r,i),r);ee(this.#r,"min",Math.floor(i)),ee(this.#r,"max",Math.ceil(r)),this.#r.value=String(e.time_s===null?Math.ceil(r):s),this.#f(e,i,r,s),this.#p(i,r)}#f(e,t,i,r){let s=this.#e,o=yi(_i(r)),a=e.time_s===null;Oe(this.#s,s.text("web.live.time",{time:o}));let l=s.text("web.live.behind.behind",{age:vs(s,i-r)});Oe(this.#o,a?s.text("web.live.behind.now"):l),ee(this.root,"data-behind",!a),ee(this.#i,"hidden",a);let c=yi(_i(t));ee(this.#r,"aria-label",s.text("web.live.behind.slider",{from:c})),ee(this.#r,"aria-valuetext",`${o}, ${this.#o.textContent??""}`);let u=a||e.playing;Oe(this.#n,u?"❚❚":"▶");let h=u?"web.time.pause":"web.time.play";ee(this.#n,"aria-label",s.text(h))}#p(e,t){let r=(this.#t.feed?.events??[]).filter(co).map(s=>(Br(Nn(s.at))-e)/Math.max(t-e,1)).filter(s=>s>=0&&s<=1);Le(this.#a,...r.map(s=>{let o=_("span",{},"▲");return o.style.left=`${100*s}%`,o}))}#d(){let{store:e}=this.#e,{time_s:t,playing:i}=e.state,r=this.#t.feed?.behind.span_us;r!=null&&(t===null?e.set({time_s:Br(r[1]),playing:!1}):e.set({playing:!i}))}#g({subject:e,playing:t,time_s:i}){e==="live"&&t&&i!==null?this.#u??=window.setInterval(()=>this.#_(),dv):this.#u!==null&&(clearInterval(this.#u),this.#u=null)}#_(){let{store:e}=this.#e,{time_s:t,rate:i}=e.state,r=this.#t.feed?.behind.span_us??null;if(t===null||r===null)return;let s=Math.max(t,Br(r[0]))+i*dv/1e3,o=s>=Br(r[1]);e.set(o?{time_s:null,playing:!1}:{time_s:s})}#m(){let e=_("input",{type:"range",step:1,"data-key":"live-time"});return e.addEventListener("input",()=>{let i=Number(e.value)>=Number(e.max)?null:Number(e.value);this.#e.store.set({time_s:i,playing:!1})}),e}};function fv(n=[],e=za){return t=>Tm(t,new uo(()=>t.state,e),n)}function Tm(n,e,t,i=!0){let r=new Set,s=l=>{for(let c of[...r])c(l)},o=new Ru(e,()=>s("changed")),a=[e.subscribe(l=>{fP(n,e),s(l)}),n.watch(l=>l.viewer,l=>l!==null&&e.choose(l)),n.subscribe((l,c)=>{["filters","picture","time_s","subject"].some(h=>l[h]!==c[h])&&s("changed")})];return uP(n,e),i&&a.push(hP(n,e)),{panel:l=>new fo(l,e,t),timeline:l=>new po(l,e),explainers:hv(e,o),input:()=>({picture:e.shown(n.state),version:e.version,predicted:e.predicted(n.state),notices:e.notices(n.state),failed:nu.failed}),mark:()=>pP(e),subscribe:l=>(r.add(l),()=>r.delete(l)),dispose:()=>{for(let l of a)l();e.dispose()}}}function uP({state:n},e){let[t]=e.viewers,i=n.viewer??t;i!==void 0&&e.viewers.includes(i)&&e.choose(i)}function hP(n,e){let{camera:t}=n.state;if(new URLSearchParams(location.hash.slice(1)).has("at"))return()=>{};let r=e.subscribe(()=>{let{state:s}=n;if(s.subject!=="live")return;let o=dP(e.shown(s));o!==null&&(r(),s.camera===t&&n.set({camera:{...t,...o}}))});return r}function dP(n){let e=n===null?[]:Zc(n);if(e.length===0)return null;let t=e.reduce((s,o)=>bt(s,o.position_ecef_m),[0,0,0]),{lat_rad:i,lon_rad:r}=Vt(t);return{lat_rad:i,lon_rad:r}}function fP(n,e){let{viewer:t}=e;if(t===null||t===n.state.viewer)return;let r=n.state.viewer===null?{}:{filters:oa,picture:null,selected:null,time_s:null};n.set({viewer:t,...r})}function pP(n){let{feed:e}=n;if(e===null||e.mode===null)return null;let{is_simulated:t}=e.picture;return{is_exercise:e.mode==="exercise",is_simulated:t}}var mo=45*Math.PI/180,mP=6e4,gP=6e7,yP=80*Math.PI/180,_P=6378137/er;function gv(n){let{lat_rad:e,lon_rad:t,range_m:i,tilt_rad:r,heading_rad:s}=n,[o,a,l]=Li(e,t),c=dn(e,t,0),u=bt(ut(o,Math.sin(s)),ut(a,Math.cos(s))),h=Ii(ut(l,Math.cos(r)),ut(u,Math.sin(r)));return{position_ecef_m:bt(c,ut(h,i)),middle_ecef_m:c,up:bt(ut(u,Math.cos(r)),ut(l,Math.sin(r)))}}function wn(n){let e=Math.PI/2;return{lat_rad:Am(n.lat_rad,-e,e),lon_rad:ls(n.lon_rad),range_m:Am(n.range_m,mP,gP),tilt_rad:Am(n.tilt_rad,0,yP),heading_rad:tr(n.heading_rad)}}function Ha(n,e){return 2*n.range_m*Math.tan(mo/2)/Math.max(e,1)}function Pu(n,e,t,i){let r=Math.hypot(e,t)*Ha(n,i);if(r===0)return n;let s=Math.atan2(-e,t)+n.heading_rad,{lat_rad:o,lon_rad:a}=ps(n,s,r/Ze);return wn({...n,lat_rad:o,lon_rad:a})}function Lu(n,e,t){return wn({...n,heading_rad:n.heading_rad+e,tilt_rad:n.tilt_rad+t})}function Xr(n,e){return wn({...n,range_m:n.range_m*e})}function yv(n,e,t){let i=t*t*(3-2*t),[r,s]=[$n(n),$n(e)],{lat_rad:o,lon_rad:a}=ri($y(r,s,i)),l=Bl(r,s)*Ze,c=Math.exp(mv(Math.log(n.range_m),Math.log(e.range_m),i)),u=ls(e.heading_rad-n.heading_rad);return wn({lat_rad:o,lon_rad:a,range_m:c+.5*l*Math.sin(Math.PI*i),tilt_rad:mv(n.tilt_rad,e.tilt_rad,i),heading_rad:n.heading_rad+u*i})}function Iu(n,e){return n.lat_rad===e.lat_rad&&n.lon_rad===e.lon_rad&&n.range_m===e.range_m&&n.tilt_rad===e.tilt_rad&&n.heading_rad===e.heading_rad}function Cm(n,e){let[t,i]=[pv(n),pv(e)],r=Et(i,i),s=Et(t,i),o=Et(t,t)-6378137**2,a=s*s-r*o;if(a<0)return null;let l=(-s-Math.sqrt(a))/r;return l>0?bt(n,ut(e,l)):null}function _v(n,e){let t=Ii(e,n),i=Cm(n,t);if(i===null)return!1;let[r,s]=[Ii(i,n),t];return Et(r,r)<Et(s,s)*bP}var bP=.998;function pv([n,e,t]){return[n,e,t*_P]}function mv(n,e,t){return n+(e-n)*t}function Am(n,e,t){return Math.min(Math.max(n,e),t)}var xP=4,vP=.0011,wP=18,bv=60,Rm=1.25,ku=Math.PI/24,xv=.005,go=class{#e;#t;#n=new AbortController;#i=new Map;#r=0;constructor(e,t){this.#e=e,this.#t=t;let{signal:i}=this.#n;e.addEventListener("pointerdown",r=>this.#s(r),{signal:i}),e.addEventListener("pointermove",r=>this.#o(r),{signal:i}),e.addEventListener("pointerup",r=>this.#a(r,!0),{signal:i}),e.addEventListener("pointercancel",r=>this.#a(r,!1),{signal:i}),e.addEventListener("wheel",r=>this.#h(r),{signal:i,passive:!1}),e.addEventListener("keydown",r=>this.#p(r),{signal:i}),e.addEventListener("contextmenu",r=>r.preventDefault(),{signal:i}),e.style.touchAction="none"}dispose(){this.#n.abort(),this.#i.clear()}#s(e){this.#i.size===0&&(this.#r=0),this.#i.set(e.pointerId,vv(e)),this.#e.setPointerCapture(e.pointerId),this.#e.focus({preventScroll:!0})}#o(e){let t=this.#i.get(e.pointerId);if(t===void 0)return;let i=vv(e),[r,s]=[i.x_px-t.x_px,i.y_px-t.y_px];this.#r+=Math.hypot(r,s),this.#i.size>1?this.#u(e.pointerId,t,i):e.shiftKey||(e.buttons&2)!==0?this.#c(r,s):this.#l(r,s),this.#i.set(e.pointerId,i)}#a(e,t){let i=this.#i.get(e.pointerId);if(this.#i.delete(e.pointerId),!(i===void 0||!t||this.#r>xP)&&this.#i.size===0&&e.button===0){let r=this.#e.getBoundingClientRect();this.#t.clicked(e.clientX-r.left,e.clientY-r.top)}}#l(e,t){let{camera:i}=this.#t;this.#t.moved(this.#t.dragged(i,e,t))}#c(e,t){let[i,r]=[e*xv,-t*xv],{camera:s}=this.#t;this.#t.moved(this.#t.turned(s,i,r))}#u(e,t,i){let[,r]=[...this.#i].find(([a])=>a!==e)??[];if(r===void 0)return;let s=a=>Math.max(Math.hypot(a.x_px-r.x_px,a.y_px-r.y_px),1),o={x_px:.5*(i.x_px+r.x_px),y_px:.5*(i.y_px+r.y_px)};this.#f(s(t)/s(i),o)}#h(e){e.preventDefault();let t=e.deltaMode===WheelEvent.DOM_DELTA_PIXEL?1:wP,i={x_px:e.clientX,y_px:e.clientY};this.#f(Math.exp(e.deltaY*t*vP),i)}#f(e,{x_px:t,y_px:i}){let r=this.#e.getBoundingClientRect(),[s,o]=[t-r.left,i-r.top];this.#t.moved(this.#t.zoomed(this.#t.camera,e,s,o))}#p(e){if(e.ctrlKey||e.metaKey||e.altKey)return;if(e.key==="Home"){e.preventDefault(),this.#t.home();return}let t=SP[e.key];t!==void 0&&(e.preventDefault(),this.#t.moved(t(this.#t,e.shiftKey)))}};function Nu(n,e){return(t,i)=>i?t.turned(t.camera,n*ku,-e*ku):t.dragged(t.camera,-n*bv,-e*bv)}var SP={ArrowLeft:Nu(-1,0),ArrowRight:Nu(1,0),ArrowUp:Nu(0,-1),ArrowDown:Nu(0,1),"+":({camera:n})=>Xr(n,1/Rm),"=":({camera:n})=>Xr(n,1/Rm),"-":({camera:n})=>Xr(n,Rm),PageUp:n=>n.turned(n.camera,0,ku),PageDown:n=>n.turned(n.camera,0,-ku)};function vv(n){return{x_px:n.clientX,y_px:n.clientY}}var MP=900,yo=class{constructor(e,t,i){this.from=e;this.to=t;this.since_ms=i}from;to;since_ms;at(e){let t=Math.min(Math.max((e-this.since_ms)/MP,0),1);return t>=1?{camera:this.to,is_there:!0}:{camera:yv(this.from,this.to,t),is_there:!1}}};function Du(){return matchMedia("(prefers-reduced-motion: reduce)").matches}function wv(n,e){let t=n.map(({pixel:i,half_px:r})=>TP(i,r));return n.map((i,r)=>{let s=EP(i,e.font_px).find(o=>o.left>0&&o.right<e.width_px&&t.every((a,l)=>l===r||!AP(o,a)));return s===void 0?null:(t.push(s),s)})}function EP({pixel:[n,e],half_px:t,name_px:i},r){if(i===null)return[];let s=t+4,o=.6*r,a=(l,c)=>({left:l,top:c-o,right:l+i,bottom:c+o});return[a(n+s,e),a(n-s-i,e),a(n-.5*i,e+s+o),a(n-.5*i,e-s-o),a(n+.7*s,e+s+.4*o),a(n+.7*s,e-s-.4*o)]}function TP([n,e],t){return{left:n-t,top:e-t,right:n+t,bottom:e+t}}function AP(n,e){return n.left<e.right&&e.left<n.right&&n.top<e.bottom&&e.top<n.bottom}var CP='"IBM Plex Sans", "Segoe UI", system-ui, sans-serif',Sv=12.5,Pm=12,RP=15,PP=10,LP=1.35,IP=3.5,NP=11,Ou=20,kP=2e3,_o=class{canvas;#e;#t=new Map;#n=new Map;#i=[];constructor(){this.canvas=document.createElement("canvas");let e=this.canvas.getContext("2d");if(e===null)throw new Error("this browser draws on no canvas");this.#e=e;for(let[t,i]of Object.entries(Ea))this.#t.set(t,new Path2D(i))}get placed(){return this.#i}resize(e,t,i){this.canvas.width=Math.max(1,Math.round(e*i)),this.canvas.height=Math.max(1,Math.round(t*i)),this.#e.setTransform(i,0,0,i,0,0)}draw(e,t,i,r){let s=this.#e;s.clearRect(0,0,t.width_px,t.height_px),this.#i=DP(e,t);for(let o of[...this.#i].reverse())this.#o(o,i);r!==null&&Fu(s,r,i),this.#r(t,i)}#r({width_px:e},t){this.#e.font=`500 ${Sv}px ${CP}`,this.#e.textBaseline="middle";let i=this.#i.map(({mark:r,pixel:s})=>({pixel:s,half_px:Ev(r),name_px:r.label===null?null:this.#a(r.label)}));wv(i,{width_px:e,font_px:Sv}).forEach((r,s)=>{r!==null&&this.#s(this.#i[s].mark,r,t)})}#s({label:e,weight:t},{left:i,top:r,bottom:s},o){let a=this.#e,l=.5*(r+s);a.lineJoin="round",a.strokeStyle=at(o,"halo"),a.lineWidth=IP,a.strokeText(e??"",i,l),a.fillStyle=at(o,t>=60?"ink":"soft"),a.fillText(e??"",i,l)}#o({mark:e,pixel:[t,i]},r){let s=this.#e,{fill:o,stroke:a,width_px:l}=mt(r,e.look),c=this.#t.get(e.glyph);if(c===void 0)return;let u=2*Ev(e)/Pm;s.save(),s.translate(t-.5*Pm*u,i-.5*Pm*u),s.scale(u,u),s.globalAlpha=e.strength==="faint"?.55:1,s.lineJoin="round",a!==null&&(s.strokeStyle=a,s.lineWidth=2*l,s.stroke(c)),o!==null&&(s.fillStyle=o,s.fill(c)),s.restore(),e.strength==="strong"&&Fu(s,[t,i],r)}#a(e){let t=this.#n.get(e);if(t!==void 0)return t;this.#n.size>kP&&this.#n.clear();let{width:i}=this.#e.measureText(e);return this.#n.set(e,i),i}};function Fu(n,[e,t],i){n.beginPath(),n.arc(e,t,NP,0,2*Math.PI),n.strokeStyle=at(i,"ink"),n.lineWidth=2,n.stroke()}function DP(n,e){let t=[];for(let i of n){let r=e.visibleAt(i.lon_deg,i.lat_deg,i.height_m);r!==null&&OP(r,e)&&t.push({mark:i,pixel:r})}return t.sort((i,r)=>Mv(r.mark)-Mv(i.mark))}function Mv(n){return n.weight+(n.strength==="strong"?1e3:0)}function Ev(n){return .5*(n.glyph==="missile"&&n.strength!=="strong"?PP:RP)*(n.strength==="strong"?LP:1)}function OP([n,e],{width_px:t,height_px:i}){return n>-Ou&&e>-Ou&&n<t+Ou&&e<i+Ou}function bo([n,e],[t,i]){return Math.hypot(n-t,e-i)}var Tv=13,FP=8;function Uu(n,e){let t=n.sight.place(...e),i=Object.values(n.drawn).flat();return UP(n.placed,e)??BP(n,e)??VP(i,n,e)??(t===null?null:HP(i,t)??WP(i,t))}function UP(n,e){let[t,i]=[null,Tv];for(let{mark:r,pixel:s}of n){let o=bo(s,e);r.target!==null&&o<i&&([t,i]=[r.target,o])}return t}function BP({live:n,sight:e},t){if(n===null)return null;let[i,r]=[null,Tv];for(let s=0;s<n.rows;s++){if(n.is_alive[s]===0||n.is_hidden[s]===1)continue;let o=e.visible($P(n,s)),a=o===null?Number.POSITIVE_INFINITY:bo(o,t);a<r&&([i,r]=[s,a])}return i===null?null:{kind:"track",id:kn(n.picture[i],n.number[i])}}function VP(n,e,t){let[i,r]=[null,FP];for(let s of n)if(s.target!==null)for(let o of e.coursesOf(s)){let a=zP(o,e,t);a<r&&([i,r]=[s.target,a])}return i}function zP(n,{sight:e,torn_px:t},i){let r=Number.POSITIVE_INFINITY,s=null;for(let o=0;o<n.lon_deg.length;o++){let a=e.visibleAt(n.lon_deg[o],n.lat_deg[o],n.height_m[o]);a!==null&&s!==null&&bo(s,a)<t&&(r=Math.min(r,GP(i,s,a))),s=a}return r}function GP([n,e],[t,i],[r,s]){let[o,a]=[r-t,s-i],l=o*o+a*a,c=l===0?0:((n-t)*o+(e-i)*a)/l,u=Math.min(Math.max(c,0),1);return Math.hypot(n-t-u*o,e-i-u*a)}function HP(n,e){let t=[be(e.lon_rad),be(e.lat_rad)],i=s=>Vf({type:"MultiPolygon",coordinates:s.polygons},t);return n.filter(s=>s.shape==="area"&&s.target!==null&&i(s)).at(-1)?.target??null}function WP(n,e){for(let t of[...n].reverse()){if(t.shape!=="cells")continue;let i=XP(t,be(e.lon_rad),be(e.lat_rad));if(i!==null)return t.target===null?{kind:"cell",id:String(i)}:{kind:t.target.kind,id:`${t.target.id}/${i}`}}return null}function XP(n,e,t){let i=n.bounds_deg;for(let r=0;r<n.indices.length;r++){let[s,o,a,l]=i.subarray(4*r,4*r+4);if(t<o||t>=l)continue;if(((e-s)%360+360)%360<a-s)return n.indices[r]}return null}function $P(n,e){let t=n.position_ecef_m;return[t[3*e],t[3*e+1],t[3*e+2]]}var Bu=40,xo=.6;function vo(n,{height_px:e}){return Ze/Ha(n,e)}function wo({width_px:n,height_px:e}){return[[-Bu,-Bu],[n+Bu,e+Bu]]}function Vu(n,e){return Lu(n,e,0)}function zu(n,[e,t]){return wn({...n,lon_rad:Ce(e),lat_rad:Ce(t)})}function So(n){let[e,t,i]=n,r=bn(n),s=Lr*6378137/r,o=i/(1-s),a=Math.hypot(e,t,o),l=o/a,c=6378137*(1-Qi*l*l);return{unit:[e/a,t/a,l],height_m:r-c}}var Av=85,Gu=class{has_heights=!1;torn_px;geo;width_px;height_px;#e;#t;constructor(e,t){this.#e=e,this.width_px=t.width_px,this.height_px=t.height_px;let i=vo(e,t),r=()=>ap().scale(i).translate([0,0]).precision(xo);this.#t=r();let[,s]=this.#t([0,be(e.lat_rad)])??[0,0],[o]=this.#t([180,0])??[0,0];this.torn_px=o,this.#t.translate([.5*t.width_px,.5*t.height_px-s]),this.geo=r().rotate([-be(e.lon_rad),0]).translate(this.#t.translate()).clipExtent(wo(t))}visible(e){let{lat_rad:t,lon_rad:i}=ri(So(e).unit);return this.visibleAt(be(i),be(t))}visibleAt(e,t){return this.geo([e,t])}place(e,t){let i=this.#t.invert?.([e,t])??null;if(i===null||Math.abs(i[0])>180||Math.abs(i[1])>90)return null;let s=this.#e.lon_rad+Ce(i[0]);return{lon_rad:Math.atan2(Math.sin(s),Math.cos(s)),lat_rad:Ce(i[1])}}dragged(e,t){let i=[.5*this.width_px,.5*this.height_px-t],[,r]=this.#t.invert?.(i)??[0,be(this.#e.lat_rad)],s=Math.min(Math.max(r,-Av),Av),[o=0]=this.#t([1,s])??[],a=o-.5*this.width_px;return zu(this.#e,[be(this.#e.lon_rad)-e/a,s])}turned(){return this.#e}};var qP=1e-4,Hu=class{has_heights=!0;torn_px=Number.POSITIVE_INFINITY;geo;width_px;height_px;#e;#t;#n;#i;#r;#s;#o;constructor(e,t){let{lat_rad:i,lon_rad:r,heading_rad:s,range_m:o}=e;this.#e=e,this.width_px=t.width_px,this.height_px=t.height_px,this.#t=1+o/Ze,this.#n=vo(e,t),this.#i=this.#n*Math.sqrt((this.#t-1)/(this.#t+1));let[a,l,c]=Li(i,r),[u,h]=[Math.sin(s),Math.cos(s)];this.#r=c,this.#s=bt(ut(a,h),ut(l,-u)),this.#o=bt(ut(a,u),ut(l,h)),this.geo=Fr(YP(this.#t)).rotate([-be(r),-be(i),be(s)]).scale(this.#n).translate([.5*t.width_px,.5*t.height_px]).clipAngle(be(Math.acos(1/this.#t))-qP).clipExtent(wo(t)).precision(xo)}visible(e){let{unit:t,height_m:i}=So(e);return this.#a(t,i)}visibleAt(e,t,i){return this.#a($n({lat_rad:Ce(t),lon_rad:Ce(e)}),i)}place(e,t){let r=Math.hypot(e-.5*this.width_px,t-.5*this.height_px)<this.#i?this.geo.invert?.([e,t]):null;return r==null?null:{lon_rad:Ce(r[0]),lat_rad:Ce(r[1])}}dragged(e,t){return Pu(this.#e,e,t,this.height_px)}turned(e){return Vu(this.#e,e)}#a(e,t){let i=1+t/Ze,r=i*Et(e,this.#r);if(r>=this.#t)return null;let s=i*this.#n*(this.#t-1)/(this.#t-r),[o,a]=[Et(e,this.#s)*s,Et(e,this.#o)*s];return r<1/this.#t&&Math.hypot(o,a)<this.#i?null:[.5*this.width_px+o,.5*this.height_px-a]}};function YP(n){return Object.assign((i,r)=>{let s=Math.cos(r),o=(n-1)/(n-s*Math.cos(i));return[o*s*Math.sin(i),o*Math.sin(r)]},{invert:(i,r)=>{let s=Math.hypot(i,r);if(s===0)return[0,0];let o=Math.sqrt(1-s*s*(n+1)/(n-1)),a=(n-o)/((n-1)/s+s/(n-1)),l=Math.sqrt(1-a*a);return[Math.atan2(i*a,s*l),Math.asin(r*a/s)]}})}var Lm=140,Wu=class{has_heights=!1;torn_px=Number.POSITIVE_INFINITY;geo;width_px;height_px;#e;#t;#n;#i;constructor(e,t){let{lat_rad:i,lon_rad:r,heading_rad:s}=e;this.#e=e,this.width_px=t.width_px,this.height_px=t.height_px,this.#t=i>=0,this.#n=this.#t?r-s:r+s;let o=vo(e,t);this.#i=2*Math.sin(Ce(Lm)/2)*o,this.geo=sp().rotate([-be(this.#n),this.#t?-90:90]).scale(o).translate([0,0]).clipAngle(Lm).precision(xo);let[a,l]=this.geo([be(r),be(i)])??[0,0];this.geo.translate([.5*t.width_px-a,.5*t.height_px-l]).clipExtent(wo(t))}visible(e){let{lat_rad:t,lon_rad:i}=ri(So(e).unit);return this.visibleAt(be(i),be(t))}visibleAt(e,t){return(this.#t?90-t:90+t)>Lm?null:this.geo([e,t])}place(e,t){let[i,r]=this.geo.translate();if(Math.hypot(e-i,t-r)>this.#i)return null;let s=this.geo.invert?.([e,t])??null;return s===null?null:{lon_rad:Ce(s[0]),lat_rad:Ce(s[1])}}dragged(e,t){let i=this.place(.5*this.width_px-e,.5*this.height_px-t);if(i===null||i.lat_rad>=0!==this.#t)return this.#e;let r=i.lon_rad-this.#n,s=zu(this.#e,[be(i.lon_rad),be(i.lat_rad)]);return wn({...s,heading_rad:this.#t?r:-r})}turned(e){return Vu(this.#e,e)}};function Im(n,e,t){switch(n){case"globe":return new Hu(e,t);case"polar":return new Wu(e,t);case"flat":return new Gu(e,t)}}var Xu=[],$u=class{#e=new Map;#t=new Map;#n=new Map;#i=null;get drawn(){return this.#i}take(e){this.#i=e;let t=new Set,i=!1;for(let r of Ni){if(e[r]===this.#e.get(r))continue;this.#e.set(r,e[r]);let s=e[r].filter(a=>a.shape==="mark");i=!Cv(s,this.#n.get(r)??Xu)||i,this.#n.set(r,s);let o=e[r].filter(a=>a.shape!=="mark");Cv(o,this.#t.get(r)??Xu)||t.add(r),this.#t.set(r,o)}return{solid:t,has_marks:i}}solid(e){return this.#t.get(e)??Xu}get marks(){return Ni.flatMap(e=>this.#n.get(e)??Xu)}};function Cv(n,e){return n.length===e.length&&n.every((t,i)=>t===e[i])}var Yu=class{#e=new Map;of(e,t,i,r){if(t==="plain")return null;let s=`${t} ${i} ${r}`,o=this.#e.get(s);if(o!==void 0)return o;let a=KP(e,t,i,r);return this.#e.set(s,a),a}};function KP(n,e,t,i){let r=document.createElement("canvas"),s=Math.round(8*i);[r.width,r.height]=[s,s];let o=r.getContext("2d");if(o===null)return null;o.scale(s/8,s/8),[o.strokeStyle,o.fillStyle,o.lineWidth]=[t,t,1.3],jP[e](o);let a=n.createPattern(r,"repeat");return a?.setTransform(new DOMMatrix().scale(8/s)),[r.width,r.height]=[0,0],a}var jP={rising:n=>qu(n,-1),falling:n=>qu(n,1),crossed:n=>{qu(n,1),qu(n,-1)},dotted:n=>{for(let e of[.25*8,.75*8])ZP(n,e,e)}};function qu(n,e){let t=e>0?0:8;n.beginPath();for(let i of[-8,0,8])n.moveTo(-8+i,t-e*8),n.lineTo(16+i,t+e*2*8);n.stroke()}function ZP(n,e,t){n.beginPath(),n.arc(e,t,1.1,0,2*Math.PI),n.fill()}var Rv=new WeakMap;function Nm(n){let e=Rv.get(n);if(e!==void 0)return e;let t=JP(n);return Rv.set(n,t),t}var Pv=new WeakMap;function kv(n,e){let t=2**Math.ceil(Math.log2(e)),i=Pv.get(n);if(i?.[0]===t)return i[1];let r=Dm(iL(n,t));return Pv.set(n,[t,r]),r}function Dv(n){return n.shape==="line"?n.courses:n.shape==="surface"&&Ov(n)?nL(n):[]}function JP(n){switch(n.shape){case"line":return QP(n);case"area":return eL(n);case"surface":return tL(n);default:return km}}var Lv={type:"MultiLineString",coordinates:[]},km={polygons:null,ground:Lv,tracks:Lv,aloft:[]};function QP({courses:n}){let e=n.filter(Iv),t=n.filter(i=>!Iv(i));return{polygons:null,ground:Nv(t),tracks:Nv(e),aloft:e}}function eL({polygons:n}){let e=n,t={type:"MultiLineString",coordinates:e.flat()};return{...km,polygons:Dm(e),ground:t}}function tL(n){let e=n.ground,t=Ov(n)?e.flat():[];return{...km,polygons:Dm(e),ground:{type:"MultiLineString",coordinates:t}}}function Ov(n){return n.edges.length>0}function Iv({height_m:n}){for(let e=0;e<n.length;e++)if(n[e]>1e3)return!0;return!1}function Dm(n){return{type:"MultiPolygon",coordinates:n}}function Nv(n){return{type:"MultiLineString",coordinates:n.map(({lon_deg:t,lat_deg:i})=>Array.from(t,(r,s)=>[r,i[s]]))}}function nL(n){return n.ground.flat().map(e=>({lon_deg:e.map(([t])=>t),lat_deg:e.map(([,t])=>t),height_m:e.map(()=>0)}))}function iL({bounds_deg:n,indices:e},t){let i=[];for(let r=0;r<e.length;){let s=r+1;for(;s<e.length&&rL(n,s);)s+=1;i.push([sL(n,r,s,t)]),r=s}return i}function rL(n,e){let[t,i]=[n[4*e],n[4*e+1]];return i===n[4*e-3]&&Math.abs(t-n[4*e-2])<1e-9}function sL(n,e,t,i){let[r,s]=[n[4*e],n[4*e+1]],o=Math.min(90,n[4*e+3]+i),a=Array.from({length:t-e},(c,u)=>n[4*(e+u)+2]),l=[r,...a];return[[r,s],...l.map(c=>[c,o]),...l.reverse().map(c=>[c,s])]}var Fv={faint:0,normal:1,strong:2},Bv={faint:.4,normal:1,strong:1},oL={faint:.8,normal:1,strong:1.9},aL={faint:.4,normal:1,strong:2},lL=.5,Ku=class{#e=new Yu;ground({sheet:{context:e},chart:t,shade:i}){e.fillStyle=at(i,"paper"),e.fillRect(0,0,t.width_px,t.height_px),e.beginPath(),xa(t.geo,e)({type:"Sphere"}),e.fillStyle=mt(i,"sea").fill??at(i,"sea"),e.fill(),e.strokeStyle=at(i,"coast"),e.lineWidth=1,e.setLineDash([]),e.stroke()}paint(e,t){this.areas(e,t),this.lines(e,t)}areas(e,t){for(let i of Uv(e))this.#t(i,t)}lines(e,t){for(let i of Uv(e))uL(i,t);t.sheet.context.setLineDash([])}#t(e,{sheet:{context:t},chart:i,shade:r,ratio:s}){let o=cL(e,i),a=mt(r,e.look);if(o===null||a.fill===null)return;t.beginPath(),xa(i.geo,t)(o),t.globalAlpha=Math.min(1,a.fill_opacity*aL[e.strength]),t.fillStyle=a.fill,t.fill();let{pattern:l,stroke:c,fill:u}=a,h=this.#e.of(t,l,c??u,s);t.globalAlpha=a.stroke_opacity*Bv[e.strength],h!==null&&(t.fillStyle=h,t.fill()),t.globalAlpha=1}};function cL(n,e){return n.shape!=="cells"?Nm(n).polygons:kv(n,be(lL/e.geo.scale()))}function uL(n,{sheet:{context:e},chart:t,shade:i}){let r=mt(i,n.look);if(n.shape==="cells"||r.stroke===null)return;let{ground:s,tracks:o,aloft:a}=Nm(n),l=xa(t.geo,e);if(e.beginPath(),l(s),t.has_heights)for(let c of a)dL(e,t,c);else l(o);hL(e,r,n.strength),e.stroke(),e.globalAlpha=1}function hL(n,e,t){n.strokeStyle=e.stroke??"transparent",n.globalAlpha=e.stroke_opacity*Bv[t],n.lineWidth=e.width_px*oL[t],n.lineCap=e.is_round&&e.dash_px.length===0?"round":"butt",n.lineJoin="round",n.setLineDash([...e.dash_px])}function dL(n,e,t){let i=null;for(let r=0;r<t.lon_deg.length;r++){let s=e.visibleAt(t.lon_deg[r],t.lat_deg[r],t.height_m[r]);s!==null&&(i===null?n.moveTo(...s):n.lineTo(...s)),i=s}}function Uv(n){return[...n].sort((e,t)=>Fv[e.strength]-Fv[t.strength])}var Mo=14,Vv=4.6,fL=1.2,zv=.5,pL=1500,mL=.66,gL=["track-boost","track-coast","track-entry","track-unknown"],Om=4,yL=.75,ju=class{#e=null;#t=[];points(e,t){let{sheet:{context:i},chart:r,ratio:s}=t,o=Math.ceil(Mo*s*(e.count>pL?mL:1)),a=this.#n(o,t.shade),l=o/s,c=u=>Math.round(u*s)/s;for(let u=0;u<e.rows;u++){if(e.is_alive[u]===0||e.is_hidden[u]===1)continue;let h=r.visible(Gv(e.position_ecef_m,3*u));if(h===null||!SL(h,t))continue;let d=o*(2*e.phase[u]+e.is_coasted[u]),f=o*e.class_index[u],[m,x]=[c(h[0]-l/2),c(h[1]-l/2)];i.drawImage(a,d,f,o,o,m,x,l,l)}}trails(e,{sheet:{context:t},chart:i,shade:r}){let{stroke:s,stroke_opacity:o,width_px:a}=mt(r,"trail");t.strokeStyle=s??at(r,"soft"),t.lineWidth=a;for(let l=0;l<Ht-1;l+=Om){let c=Math.min(l+Om,Ht-1),u=1-(l+.5*Om)/Ht;t.beginPath();for(let h=0;h<e.rows;h++){if(e.is_alive[h]===0||e.is_hidden[h]===1)continue;let d=Math.min(c,e.trail_length[h]-1);d>l&&wL(t,i,e,h,[l,d])}t.globalAlpha=Math.min(1,yL*o*u),t.stroke()}t.globalAlpha=1}dispose(){this.#e!==null&&Gi(this.#e),this.#e=null,this.#t=[]}#n(e,t){let i=[e,t];if(this.#e!==null&&i.every((o,a)=>o===this.#t[a]))return this.#e;this.dispose();let r=document.createElement("canvas");[r.width,r.height]=[2*Ia.length*e,zi.length*e];let s=r.getContext("2d");return s!==null&&_L(s,e,t),[this.#e,this.#t]=[r,i],r}};function _L(n,e,t){for(let i=0;i<zi.length;i++)for(let r=0;r<2*Ia.length;r++){let s=mt(t,gL[r>>1]).fill??at(t,"ink"),o=e/Mo;n.setTransform(o,0,0,o,(r+.5)*e,(i+.5)*e),bL(n,i,s,at(t,"halo"),r%2===1)}}function bL(n,e,t,i,r){let s=xL(e);n.lineJoin="round",[n.strokeStyle,n.lineWidth,n.fillStyle]=[i,2*fL,t],n.stroke(s),n.fill(s),r&&(n.scale(zv,zv),n.fillStyle=i,n.fill(s))}function xL(n){let e=new Path2D,[t,i]=[.62*Vv,Vv],s=[[[-t,-t],[t,-t],[t,t],[-t,t]],[[0,-i],[i,.7*i],[-i,.7*i]],[[0,-i],[i,0],[0,i],[-i,0]],[],vL(i,.32*i),[[0,i],[i,-.7*i],[-i,-.7*i]]][n]??[];return s.length===0&&e.arc(0,0,.8*i,0,2*Math.PI),s.forEach(([o,a],l)=>l===0?e.moveTo(o,a):e.lineTo(o,a)),e.closePath(),e}function vL(n,e){return[[-e,-n],[e,-n],[e,-e],[n,-e],[n,e],[e,e],[e,n],[-e,n],[-e,e],[-n,e],[-n,-e],[-e,-e]]}function wL(n,e,t,i,[r,s]){let o=null;for(let a=r;a<=s;a++){let l=(t.trail_step-a+Ht)%Ht,c=e.visible(Gv(t.trail_ecef_m,3*(l*t.capacity+i)));c!==null&&(o===null||bo(o,c)>e.torn_px?n.moveTo(...c):n.lineTo(...c)),o=c}}function SL([n,e],{chart:{width_px:t,height_px:i}}){return n>-Mo&&e>-Mo&&n<t+Mo&&e<i+Mo}function Gv(n,e){return[n[e],n[e+1],n[e+2]]}var ML=2,EL=2e4,TL=180,AL=["borders","graticule","defended","regions","sectors"],Hv=["reach","fans","observers","notices","impacts","covariances","disputed","flights"];function Xv(n,e){try{return{renderer:new Fm(n,e),reason:null}}catch(t){return{renderer:null,reason:t instanceof Error?t.message:String(t)}}}var Fm=class{kind="canvas";#e;#t;#n=new Ku;#i=new ju;#r=new $u;#s=new Gr;#o=new Gr;#a=new Gr;#l=new Gr;#c=new _o;#u;#h;#f=new AbortController;#p=!0;#d=null;#g=!0;#_=-1;#m;#b;#v;#x=null;#M=null;#y=1;#w=1;#T=1;#E=null;#A=null;#S=null;#R=!0;#C=!1;constructor(e,t){this.#e=e,this.#t=t,this.#m=wn(t.camera),this.#b=t.projection,this.#v=t.shade,this.#H(),this.#u=new go(this.#c.canvas,this.#W()),this.#h=new ResizeObserver(()=>this.resize()),this.#h.observe(e);let{signal:i}=this.#f;for(let{canvas:r}of this.#P())r.addEventListener("contextrestored",()=>this.#I(),{signal:i});this.resize()}get camera(){return this.#m}set camera(e){Iu(e,this.#m)||(this.#S=null,this.#F(wn(e)))}get projection(){return this.#b}set projection(e){e!==this.#b&&(this.#b=e,this.#I())}get shade(){return this.#v}set shade(e){e!==this.#v&&(this.#v=e,this.#I())}get selected(){return this.#x}set selected(e){this.#x=e,this.#l.is_stale=!0,this.invalidate()}get description(){return this.#c.canvas.getAttribute("aria-label")??""}set description(e){this.#c.canvas.setAttribute("aria-label",e)}show(e){let{solid:t,has_marks:i}=this.#r.take(e);AL.some(r=>t.has(r))&&(this.#s.is_stale=!0),Hv.some(r=>t.has(r))&&(this.#o.is_stale=!0),i&&(this.#p=!0),(t.size>0||i)&&this.invalidate()}showTracks(e,t=!0){[this.#d,this.#g]=[e,t],[this.#l.is_stale,this.#a.is_stale]=[!0,!0],this.invalidate()}moved(){this.#l.is_stale=!0,this.#d?.trail_step!==this.#_&&(this.#a.is_stale=!0),this.invalidate()}flyTo(e){let t=wn(e);this.#R=!1,Du()?this.#F(t):this.#S=new yo(this.#m,t,performance.now()),this.invalidate()}pick(e,t){let{drawn:i}=this.#r;if(i===null)return null;let r=this.#D(),{placed:s}=this.#c,o={sight:r,drawn:i,placed:s,live:this.#d,coursesOf:Dv,torn_px:r.torn_px};return Uu(o,[e,t])}placeAt(e,t){return this.#D().place(e,t)}pixelOf({lon_rad:e,lat_rad:t},i){return this.#D().visibleAt(be(e),be(t),i)}resize(){let{clientWidth:e,clientHeight:t}=this.#e;this.#y=Math.max(1,e),this.#w=Math.max(1,t),this.#T=Wv();for(let i of[...this.#P(),this.#c])i.resize(this.#y,this.#w,this.#T);this.#I()}invalidate(){this.#E!==null||this.#C||(this.#E=requestAnimationFrame(e=>{this.#E=null,this.#L(e)}))}sheet(){return this.#L(performance.now()),Qc([...this.#P().map(({canvas:e})=>e),this.#c.canvas])}snapshot(){return eu(this.sheet())}dispose(){if(!this.#C){this.#C=!0,this.#E!==null&&cancelAnimationFrame(this.#E),this.#A!==null&&clearTimeout(this.#A),this.#h.disconnect(),this.#f.abort(),this.#u.dispose(),this.#i.dispose();for(let e of this.#P())e.dispose();Gi(this.#c.canvas),this.#d=null}}#L(e){this.#T!==Wv()&&this.resize(),this.#k(e);let t=this.#D();this.#s.is_stale&&this.#U(this.#N(this.#s,t)),this.#o.is_stale&&this.#O(this.#N(this.#o,t)),this.#a.is_stale&&this.#V(this.#N(this.#a,t)),this.#l.is_stale&&this.#z(this.#N(this.#l,t)),this.#p&&this.#c.draw(this.#r.marks,t,this.#v,null),this.#p=!1,this.#R||(this.#R=this.#S===null,this.#t.onCamera(this.#m))}#U(e){this.#s.is_stale=!1;let t=this.#r.solid("borders");this.#n.ground(e),this.#n.areas(t,e),this.#n.paint(this.#r.solid("graticule"),e),this.#n.paint(this.#r.solid("defended"),e),this.#n.lines(t,e)}#O(e){this.#o.is_stale=!1,this.#o.clear();for(let t of Hv)this.#n.paint(this.#r.solid(t),e)}#V(e){this.#a.is_stale=!1,this.#a.clear();let t=this.#g?this.#d:null;this.#_=this.#d?.trail_step??-1,t!==null&&this.#A===null&&this.#i.trails(t,e)}#z(e){if(this.#l.is_stale=!1,this.#l.clear(),this.#d===null)return;this.#i.points(this.#d,e);let t=this.#B(e.chart);t!==null&&Fu(e.sheet.context,t,this.#v)}#N(e,t){return{sheet:e,chart:t,shade:this.#v,ratio:this.#T}}#k(e){if(this.#S===null)return;let{camera:t,is_there:i}=this.#S.at(e);this.#F(t),i?this.#S=null:this.invalidate()}#F(e){this.#m=e;let{count:t=0,trail_length:i}=this.#d??{};this.#g&&t*(i?.[0]??0)>EL&&this.#G(),this.#I()}#G(){this.#A!==null&&clearTimeout(this.#A),this.#A=setTimeout(()=>{this.#A=null,this.#a.is_stale=!0,this.invalidate()},TL)}#I(){this.#M=null;for(let e of this.#P())e.is_stale=!0;this.#p=!0,this.invalidate()}#D(){let e={width_px:this.#y,height_px:this.#w};return this.#M??=Im(this.#b,this.#m,e),this.#M}#B(e){let t=this.#d;if(t===null||this.#x?.kind!=="track")return null;for(let i=0;i<t.rows;i++){if(t.is_alive[i]===0||kn(t.picture[i],t.number[i])!==this.#x.id)continue;let r=t.position_ecef_m.subarray(3*i,3*i+3);return e.visible(r)}return null}#P(){return[this.#s,this.#o,this.#a,this.#l]}#H(){let{canvas:e}=this.#c;getComputedStyle(this.#e).position==="static"&&(this.#e.style.position="relative");for(let t of[...this.#P(),this.#c]){let{canvas:i}=t;Object.assign(i.style,{position:"absolute",inset:"0",width:"100%",height:"100%"}),i!==e&&i.setAttribute("aria-hidden","true"),this.#e.append(i)}e.setAttribute("role","img"),e.setAttribute("aria-label",this.#t.description),e.tabIndex=0}#W(){let e=this,t=i=>Im(e.#b,i,{width_px:e.#y,height_px:e.#w});return{get camera(){return e.#S?.to??e.#m},dragged:(i,r,s)=>t(i).dragged(r,s),turned:(i,r)=>t(i).turned(r),zoomed(i,r,s,o){let a=Xr(i,r),l=1-i.range_m/a.range_m,[c,u]=[s-.5*e.#y,o-.5*e.#w];return t(a).dragged(c*l,u*l)},moved(i){e.#S=null,e.#R=!1,e.#F(i)},clicked:(i,r)=>e.#t.onSelect(e.pick(i,r)),home:()=>e.flyTo(e.#t.camera)}}};function Wv(){return Math.min(devicePixelRatio,ML)}var ww=0,gg=1,Sw=2;var xl=1,Mw=2,qo=3,Mi=0,Bn=1,En=2,Rs=0,Yo=1,yg=2,_g=3,bg=4,Ew=5;var Ps=100,Tw=101,Aw=102,Cw=103,Rw=104,Pw=200,Lw=201,Iw=202,Nw=203,xg=204,vg=205,kw=206,Dw=207,Ow=208,Fw=209,Uw=210,Bw=211,Vw=212,zw=213,Gw=214,Eh=0,Th=1,Ah=2,Bo=3,Ch=4,Rh=5,Ph=6,Lh=7,wg=0,Hw=1,Ww=2,Ki=0,Sg=1,Mg=2,Eg=3,Tg=4,Ag=5,Cg=6,Rg=7;var Pg=300,Ls=301,Ko=302,ld=303,cd=304,Ih=1e3,$i=1001,Nh=1002,Kt=1003,Xw=1004;var vl=1005;var Fn=1006,ud=1007;var Er=1008;var Qn=1009,Lg=1010,Ig=1011,jo=1012,hd=1013,Ei=1014,Ti=1015,Ai=1016,dd=1017,fd=1018,Is=1020,Ng=35902,kg=35899,Dg=1021,Og=1022,Ci=1023,xr=1026,Tr=1027,Fg=1028,pd=1029,rs=1030,md=1031;var gd=1033,wl=33776,Sl=33777,Ml=33778,El=33779,yd=35840,_d=35841,bd=35842,xd=35843,vd=36196,wd=37492,Sd=37496,Md=37488,Ed=37489,Tl=37490,Td=37491,Ad=37808,Cd=37809,Rd=37810,Pd=37811,Ld=37812,Id=37813,Nd=37814,kd=37815,Dd=37816,Od=37817,Fd=37818,Ud=37819,Bd=37820,Vd=37821,zd=36492,Gd=36494,Hd=36495,Wd=36283,Xd=36284,Al=36285,$d=36286;var Za=2300,kh=2301,Sh=2302,og=2303,ag=2400,lg=2401,cg=2402;var $w=3200;var Ug=0,qw=1,Ar="",Dn="srgb",Ja="srgb-linear",Qa="linear",gt="srgb";var Mh=7680;var Yw=519,Kw=512,jw=513,Zw=514,Bg=515,Jw=516,Qw=517,Vg=518,zg=519,eS=35044,Gg=35048;var Tn="300 es",hi=2e3,el=2001;function CL(n){for(let e=n.length-1;e>=0;--e)if(n[e]>=65535)return!0;return!1}function RL(n){return ArrayBuffer.isView(n)&&!(n instanceof DataView)}function tl(n){return document.createElementNS("http://www.w3.org/1999/xhtml",n)}function tS(){let n=tl("canvas");return n.style.display="block",n}var $v={},Vo=null;function Hg(...n){let e="THREE."+n.shift();Vo?Vo("log",e,...n):console.log(e,...n)}function nS(n){let e=n[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=n[1];t&&t.isStackTrace?n[0]+=" "+t.getLocation():n[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return n}function ke(...n){n=nS(n);let e="THREE."+n.shift();if(Vo)Vo("warn",e,...n);else{let t=n[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...n)}}function Fe(...n){n=nS(n);let e="THREE."+n.shift();if(Vo)Vo("error",e,...n);else{let t=n[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...n)}}function ja(...n){let e=n.join(" ");e in $v||($v[e]=!0,ke(...n))}function iS(n,e,t){return new Promise(function(i,r){function s(){switch(n.clientWaitSync(e,n.SYNC_FLUSH_COMMANDS_BIT,0)){case n.WAIT_FAILED:r();break;case n.TIMEOUT_EXPIRED:setTimeout(s,t);break;default:i()}}setTimeout(s,t)})}var rS={[Eh]:Eh,[Ah]:Ph,[Ch]:Ch,[Bo]:Rh,[Th]:Th,[Ph]:Ah,[Lh]:Lh,[Rh]:Bo},qi=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let i=this._listeners;i[e]===void 0&&(i[e]=[]),i[e].indexOf(t)===-1&&i[e].push(t)}hasEventListener(e,t){let i=this._listeners;return i===void 0?!1:i[e]!==void 0&&i[e].indexOf(t)!==-1}removeEventListener(e,t){let i=this._listeners;if(i===void 0)return;let r=i[e];if(r!==void 0){let s=r.indexOf(t);s!==-1&&r.splice(s,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let i=t[e.type];if(i!==void 0){e.target=this;let r=i.slice(0);for(let s=0,o=r.length;s<o;s++)r[s].call(this,e);e.target=null}}},Sn=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var Um=Math.PI/180,Dh=180/Math.PI;function Cl(){let n=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,i=Math.random()*4294967295|0;return(Sn[n&255]+Sn[n>>8&255]+Sn[n>>16&255]+Sn[n>>24&255]+"-"+Sn[e&255]+Sn[e>>8&255]+"-"+Sn[e>>16&15|64]+Sn[e>>24&255]+"-"+Sn[t&63|128]+Sn[t>>8&255]+"-"+Sn[t>>16&255]+Sn[t>>24&255]+Sn[i&255]+Sn[i>>8&255]+Sn[i>>16&255]+Sn[i>>24&255]).toLowerCase()}function ot(n,e,t){return Math.max(e,Math.min(t,n))}function PL(n,e){return(n%e+e)%e}function Bm(n,e,t){return(1-t)*n+t*e}function sS(n){return Math.pow(2,Math.floor(Math.log(n)/Math.LN2))}function Wg(n){switch(n.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function LL(n,e){if(e.constructor===Float32Array)return n;let t=Wg(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(n/t,-1)}function IL(n,e){if(e.constructor===Float32Array)return n;let t=Wg(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(n*t)}var lt=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,i=this.y,r=e.elements;return this.x=r[0]*t+r[3]*i+r[6],this.y=r[1]*t+r[4]*i+r[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=ot(this.x,e.x,t.x),this.y=ot(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=ot(this.x,e,t),this.y=ot(this.y,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(ot(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let i=this.dot(e)/t;return Math.acos(ot(i,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,i=this.y-e.y;return t*t+i*i}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let i=Math.cos(t),r=Math.sin(t),s=this.x-e.x,o=this.y-e.y;return this.x=s*i-o*r+e.x,this.y=s*r+o*i+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},Yi=class{constructor(e=0,t=0,i=0,r=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=i,this._w=r}static slerpFlat(e,t,i,r,s,o,a){let l=i[r+0],c=i[r+1],u=i[r+2],h=i[r+3],d=s[o+0],f=s[o+1],m=s[o+2],x=s[o+3];if(h!==x||l!==d||c!==f||u!==m){let p=l*d+c*f+u*m+h*x;p<0&&(d=-d,f=-f,m=-m,x=-x,p=-p);let g=1-a;if(p<.9995){let S=Math.acos(p),E=Math.sin(S);g=Math.sin(g*S)/E,a=Math.sin(a*S)/E,l=l*g+d*a,c=c*g+f*a,u=u*g+m*a,h=h*g+x*a}else{l=l*g+d*a,c=c*g+f*a,u=u*g+m*a,h=h*g+x*a;let S=1/Math.sqrt(l*l+c*c+u*u+h*h);l*=S,c*=S,u*=S,h*=S}}e[t]=l,e[t+1]=c,e[t+2]=u,e[t+3]=h}static multiplyQuaternionsFlat(e,t,i,r,s,o){let a=i[r],l=i[r+1],c=i[r+2],u=i[r+3],h=s[o],d=s[o+1],f=s[o+2],m=s[o+3];return e[t]=a*m+u*h+l*f-c*d,e[t+1]=l*m+u*d+c*h-a*f,e[t+2]=c*m+u*f+a*d-l*h,e[t+3]=u*m-a*h-l*d-c*f,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,i,r){return this._x=e,this._y=t,this._z=i,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let i=e._x,r=e._y,s=e._z,o=e._order,a=Math.cos,l=Math.sin,c=a(i/2),u=a(r/2),h=a(s/2),d=l(i/2),f=l(r/2),m=l(s/2);switch(o){case"XYZ":this._x=d*u*h+c*f*m,this._y=c*f*h-d*u*m,this._z=c*u*m+d*f*h,this._w=c*u*h-d*f*m;break;case"YXZ":this._x=d*u*h+c*f*m,this._y=c*f*h-d*u*m,this._z=c*u*m-d*f*h,this._w=c*u*h+d*f*m;break;case"ZXY":this._x=d*u*h-c*f*m,this._y=c*f*h+d*u*m,this._z=c*u*m+d*f*h,this._w=c*u*h-d*f*m;break;case"ZYX":this._x=d*u*h-c*f*m,this._y=c*f*h+d*u*m,this._z=c*u*m-d*f*h,this._w=c*u*h+d*f*m;break;case"YZX":this._x=d*u*h+c*f*m,this._y=c*f*h+d*u*m,this._z=c*u*m-d*f*h,this._w=c*u*h-d*f*m;break;case"XZY":this._x=d*u*h-c*f*m,this._y=c*f*h-d*u*m,this._z=c*u*m+d*f*h,this._w=c*u*h+d*f*m;break;default:ke("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let i=t/2,r=Math.sin(i);return this._x=e.x*r,this._y=e.y*r,this._z=e.z*r,this._w=Math.cos(i),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,i=t[0],r=t[4],s=t[8],o=t[1],a=t[5],l=t[9],c=t[2],u=t[6],h=t[10],d=i+a+h;if(d>0){let f=.5/Math.sqrt(d+1);this._w=.25/f,this._x=(u-l)*f,this._y=(s-c)*f,this._z=(o-r)*f}else if(i>a&&i>h){let f=2*Math.sqrt(1+i-a-h);this._w=(u-l)/f,this._x=.25*f,this._y=(r+o)/f,this._z=(s+c)/f}else if(a>h){let f=2*Math.sqrt(1+a-i-h);this._w=(s-c)/f,this._x=(r+o)/f,this._y=.25*f,this._z=(l+u)/f}else{let f=2*Math.sqrt(1+h-i-a);this._w=(o-r)/f,this._x=(s+c)/f,this._y=(l+u)/f,this._z=.25*f}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let i=e.dot(t)+1;return i<1e-8?(i=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=i):(this._x=0,this._y=-e.z,this._z=e.y,this._w=i)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=i),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(ot(this.dot(e),-1,1)))}rotateTowards(e,t){let i=this.angleTo(e);if(i===0)return this;let r=Math.min(1,t/i);return this.slerp(e,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let i=e._x,r=e._y,s=e._z,o=e._w,a=t._x,l=t._y,c=t._z,u=t._w;return this._x=i*u+o*a+r*c-s*l,this._y=r*u+o*l+s*a-i*c,this._z=s*u+o*c+i*l-r*a,this._w=o*u-i*a-r*l-s*c,this._onChangeCallback(),this}slerp(e,t){let i=e._x,r=e._y,s=e._z,o=e._w,a=this.dot(e);a<0&&(i=-i,r=-r,s=-s,o=-o,a=-a);let l=1-t;if(a<.9995){let c=Math.acos(a),u=Math.sin(c);l=Math.sin(l*c)/u,t=Math.sin(t*c)/u,this._x=this._x*l+i*t,this._y=this._y*l+r*t,this._z=this._z*l+s*t,this._w=this._w*l+o*t,this._onChangeCallback()}else this._x=this._x*l+i*t,this._y=this._y*l+r*t,this._z=this._z*l+s*t,this._w=this._w*l+o*t,this.normalize();return this}slerpQuaternions(e,t,i){return this.copy(e).slerp(t,i)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),i=Math.random(),r=Math.sqrt(1-i),s=Math.sqrt(i);return this.set(r*Math.sin(e),r*Math.cos(e),s*Math.sin(t),s*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},H=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,i=0){this.x=e,this.y=t,this.z=i}set(e,t,i){return i===void 0&&(i=this.z),this.x=e,this.y=t,this.z=i,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(qv.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(qv.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,i=this.y,r=this.z,s=e.elements;return this.x=s[0]*t+s[3]*i+s[6]*r,this.y=s[1]*t+s[4]*i+s[7]*r,this.z=s[2]*t+s[5]*i+s[8]*r,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,i=this.y,r=this.z,s=e.elements,o=1/(s[3]*t+s[7]*i+s[11]*r+s[15]);return this.x=(s[0]*t+s[4]*i+s[8]*r+s[12])*o,this.y=(s[1]*t+s[5]*i+s[9]*r+s[13])*o,this.z=(s[2]*t+s[6]*i+s[10]*r+s[14])*o,this}applyQuaternion(e){let t=this.x,i=this.y,r=this.z,s=e.x,o=e.y,a=e.z,l=e.w,c=2*(o*r-a*i),u=2*(a*t-s*r),h=2*(s*i-o*t);return this.x=t+l*c+o*h-a*u,this.y=i+l*u+a*c-s*h,this.z=r+l*h+s*u-o*c,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,i=this.y,r=this.z,s=e.elements;return this.x=s[0]*t+s[4]*i+s[8]*r,this.y=s[1]*t+s[5]*i+s[9]*r,this.z=s[2]*t+s[6]*i+s[10]*r,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=ot(this.x,e.x,t.x),this.y=ot(this.y,e.y,t.y),this.z=ot(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=ot(this.x,e,t),this.y=ot(this.y,e,t),this.z=ot(this.z,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(ot(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this.z=e.z+(t.z-e.z)*i,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let i=e.x,r=e.y,s=e.z,o=t.x,a=t.y,l=t.z;return this.x=r*l-s*a,this.y=s*o-i*l,this.z=i*a-r*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let i=e.dot(this)/t;return this.copy(e).multiplyScalar(i)}projectOnPlane(e){return Vm.copy(this).projectOnVector(e),this.sub(Vm)}reflect(e){return this.sub(Vm.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let i=this.dot(e)/t;return Math.acos(ot(i,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,i=this.y-e.y,r=this.z-e.z;return t*t+i*i+r*r}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,i){let r=Math.sin(t)*e;return this.x=r*Math.sin(i),this.y=Math.cos(t)*e,this.z=r*Math.cos(i),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,i){return this.x=e*Math.sin(t),this.y=i,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),i=this.setFromMatrixColumn(e,1).length(),r=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=i,this.z=r,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,i=Math.sqrt(1-t*t);return this.x=i*Math.cos(e),this.y=t,this.z=i*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Vm=new H,qv=new Yi,Ue=class{static{this.prototype.isMatrix3=!0}constructor(e,t,i,r,s,o,a,l,c){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,i,r,s,o,a,l,c)}set(e,t,i,r,s,o,a,l,c){let u=this.elements;return u[0]=e,u[1]=r,u[2]=a,u[3]=t,u[4]=s,u[5]=l,u[6]=i,u[7]=o,u[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,i=e.elements;return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],this}extractBasis(e,t,i){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),i.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let i=e.elements,r=t.elements,s=this.elements,o=i[0],a=i[3],l=i[6],c=i[1],u=i[4],h=i[7],d=i[2],f=i[5],m=i[8],x=r[0],p=r[3],g=r[6],S=r[1],E=r[4],w=r[7],C=r[2],T=r[5],y=r[8];return s[0]=o*x+a*S+l*C,s[3]=o*p+a*E+l*T,s[6]=o*g+a*w+l*y,s[1]=c*x+u*S+h*C,s[4]=c*p+u*E+h*T,s[7]=c*g+u*w+h*y,s[2]=d*x+f*S+m*C,s[5]=d*p+f*E+m*T,s[8]=d*g+f*w+m*y,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],i=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],u=e[8];return t*o*u-t*a*c-i*s*u+i*a*l+r*s*c-r*o*l}invert(){let e=this.elements,t=e[0],i=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],u=e[8],h=u*o-a*c,d=a*l-u*s,f=c*s-o*l,m=t*h+i*d+r*f;if(m===0)return this.set(0,0,0,0,0,0,0,0,0);let x=1/m;return e[0]=h*x,e[1]=(r*c-u*i)*x,e[2]=(a*i-r*o)*x,e[3]=d*x,e[4]=(u*t-r*l)*x,e[5]=(r*s-a*t)*x,e[6]=f*x,e[7]=(i*l-c*t)*x,e[8]=(o*t-i*s)*x,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,i,r,s,o,a){let l=Math.cos(s),c=Math.sin(s);return this.set(i*l,i*c,-i*(l*o+c*a)+o+e,-r*c,r*l,-r*(-c*o+l*a)+a+t,0,0,1),this}scale(e,t){return ja("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(zm.makeScale(e,t)),this}rotate(e){return ja("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(zm.makeRotation(-e)),this}translate(e,t){return ja("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(zm.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,-i,0,i,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,i=e.elements;for(let r=0;r<9;r++)if(t[r]!==i[r])return!1;return!0}fromArray(e,t=0){for(let i=0;i<9;i++)this.elements[i]=e[i+t];return this}toArray(e=[],t=0){let i=this.elements;return e[t]=i[0],e[t+1]=i[1],e[t+2]=i[2],e[t+3]=i[3],e[t+4]=i[4],e[t+5]=i[5],e[t+6]=i[6],e[t+7]=i[7],e[t+8]=i[8],e}clone(){return new this.constructor().fromArray(this.elements)}},zm=new Ue,Yv=new Ue().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Kv=new Ue().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function NL(){let n={enabled:!0,workingColorSpace:Ja,spaces:{},convert:function(r,s,o){return this.enabled===!1||s===o||!s||!o||(this.spaces[s].transfer===gt&&(r.r=br(r.r),r.g=br(r.g),r.b=br(r.b)),this.spaces[s].primaries!==this.spaces[o].primaries&&(r.applyMatrix3(this.spaces[s].toXYZ),r.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===gt&&(r.r=Uo(r.r),r.g=Uo(r.g),r.b=Uo(r.b))),r},workingToColorSpace:function(r,s){return this.convert(r,this.workingColorSpace,s)},colorSpaceToWorking:function(r,s){return this.convert(r,s,this.workingColorSpace)},getPrimaries:function(r){return this.spaces[r].primaries},getTransfer:function(r){return r===Ar?Qa:this.spaces[r].transfer},getToneMappingMode:function(r){return this.spaces[r].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(r,s=this.workingColorSpace){return r.fromArray(this.spaces[s].luminanceCoefficients)},define:function(r){Object.assign(this.spaces,r)},_getMatrix:function(r,s,o){return r.copy(this.spaces[o].fromXYZ).multiply(this.spaces[s].toXYZ)},_getDrawingBufferColorSpace:function(r){return this.spaces[r].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(r=this.workingColorSpace){return this.spaces[r].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],i=[.3127,.329];return n.define({[Ja]:{primaries:e,whitePoint:i,transfer:Qa,toXYZ:Yv,fromXYZ:Kv,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:Dn},outputColorSpaceConfig:{drawingBufferColorSpace:Dn}},[Dn]:{primaries:e,whitePoint:i,transfer:gt,toXYZ:Yv,fromXYZ:Kv,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:Dn}}}),n}var rt=NL();function br(n){return n<.04045?n*.0773993808:Math.pow(n*.9478672986+.0521327014,2.4)}function Uo(n){return n<.0031308?n*12.92:1.055*Math.pow(n,.41666)-.055}var Eo,Oh=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let i;if(e instanceof HTMLCanvasElement)i=e;else{Eo===void 0&&(Eo=tl("canvas")),Eo.width=e.width,Eo.height=e.height;let r=Eo.getContext("2d");e instanceof ImageData?r.putImageData(e,0,0):r.drawImage(e,0,0,e.width,e.height),i=Eo}return i.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=tl("canvas");t.width=e.width,t.height=e.height;let i=t.getContext("2d");i.drawImage(e,0,0,e.width,e.height);let r=i.getImageData(0,0,e.width,e.height),s=r.data;for(let o=0;o<s.length;o++)s[o]=br(s[o]/255)*255;return i.putImageData(r,0,0),t}else if(e.data){let t=e.data.slice(0);for(let i=0;i<t.length;i++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[i]=Math.floor(br(t[i]/255)*255):t[i]=br(t[i]);return{data:t,width:e.width,height:e.height}}else return ke("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},kL=0,Ts=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:kL++}),this.uuid=Cl(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let i={uuid:this.uuid,url:""},r=this.data;if(r!==null){let s;if(Array.isArray(r)){s=[];for(let o=0,a=r.length;o<a;o++)r[o].isDataTexture?s.push(Gm(r[o].image)):s.push(Gm(r[o]))}else s=Gm(r);i.url=s}return t||(e.images[this.uuid]=i),i}};function Gm(n){return typeof HTMLImageElement<"u"&&n instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&n instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&n instanceof ImageBitmap?Oh.getDataURL(n):n.data?{data:Array.from(n.data),width:n.width,height:n.height,type:n.data.constructor.name}:(ke("Texture: Unable to serialize Texture."),{})}var DL=0,Hm=new H,Un=class n extends qi{constructor(e=n.DEFAULT_IMAGE,t=n.DEFAULT_MAPPING,i=$i,r=$i,s=Fn,o=Er,a=Ci,l=Qn,c=n.DEFAULT_ANISOTROPY,u=Ar){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:DL++}),this.uuid=Cl(),this.name="",this.source=new Ts(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=i,this.wrapT=r,this.magFilter=s,this.minFilter=o,this.anisotropy=c,this.format=a,this.internalFormat=null,this.type=l,this.offset=new lt(0,0),this.repeat=new lt(1,1),this.center=new lt(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new Ue,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=u,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(Hm).x}get height(){return this.source.getSize(Hm).y}get depth(){return this.source.getSize(Hm).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let i=e[t];if(i===void 0){ke(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){ke(`Texture.setValues(): property '${t}' does not exist.`);continue}r&&i&&r.isVector2&&i.isVector2||r&&i&&r.isVector3&&i.isVector3||r&&i&&r.isMatrix3&&i.isMatrix3?r.copy(i):this[t]=i}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let i={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(i.userData=this.userData),t||(e.textures[this.uuid]=i),i}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==Pg)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case Ih:e.x=e.x-Math.floor(e.x);break;case $i:e.x=e.x<0?0:1;break;case Nh:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case Ih:e.y=e.y-Math.floor(e.y);break;case $i:e.y=e.y<0?0:1;break;case Nh:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};Un.DEFAULT_IMAGE=null;Un.DEFAULT_MAPPING=Pg;Un.DEFAULT_ANISOTROPY=1;var Ft=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,i=0,r=1){this.x=e,this.y=t,this.z=i,this.w=r}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,i,r){return this.x=e,this.y=t,this.z=i,this.w=r,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,i=this.y,r=this.z,s=this.w,o=e.elements;return this.x=o[0]*t+o[4]*i+o[8]*r+o[12]*s,this.y=o[1]*t+o[5]*i+o[9]*r+o[13]*s,this.z=o[2]*t+o[6]*i+o[10]*r+o[14]*s,this.w=o[3]*t+o[7]*i+o[11]*r+o[15]*s,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,i,r,s,l=e.elements,c=l[0],u=l[4],h=l[8],d=l[1],f=l[5],m=l[9],x=l[2],p=l[6],g=l[10];if(Math.abs(u-d)<.01&&Math.abs(h-x)<.01&&Math.abs(m-p)<.01){if(Math.abs(u+d)<.1&&Math.abs(h+x)<.1&&Math.abs(m+p)<.1&&Math.abs(c+f+g-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let E=(c+1)/2,w=(f+1)/2,C=(g+1)/2,T=(u+d)/4,y=(h+x)/4,M=(m+p)/4;return E>w&&E>C?E<.01?(i=0,r=.707106781,s=.707106781):(i=Math.sqrt(E),r=T/i,s=y/i):w>C?w<.01?(i=.707106781,r=0,s=.707106781):(r=Math.sqrt(w),i=T/r,s=M/r):C<.01?(i=.707106781,r=.707106781,s=0):(s=Math.sqrt(C),i=y/s,r=M/s),this.set(i,r,s,t),this}let S=Math.sqrt((p-m)*(p-m)+(h-x)*(h-x)+(d-u)*(d-u));return Math.abs(S)<.001&&(S=1),this.x=(p-m)/S,this.y=(h-x)/S,this.z=(d-u)/S,this.w=Math.acos((c+f+g-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=ot(this.x,e.x,t.x),this.y=ot(this.y,e.y,t.y),this.z=ot(this.z,e.z,t.z),this.w=ot(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=ot(this.x,e,t),this.y=ot(this.y,e,t),this.z=ot(this.z,e,t),this.w=ot(this.w,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(ot(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this.z=e.z+(t.z-e.z)*i,this.w=e.w+(t.w-e.w)*i,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Fh=class extends qi{constructor(e=1,t=1,i={}){super(),i=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Fn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},i),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=i.depth,this.scissor=new Ft(0,0,e,t),this.scissorTest=!1,this.viewport=new Ft(0,0,e,t),this.textures=[];let r=i.count;for(let s=0;s<r;s++)this.textures[s]=new Un({width:e,height:t,depth:i.depth}),this.textures[s].isRenderTargetTexture=!0,this.textures[s].renderTarget=this;this._setTextureOptions(i),this.depthBuffer=i.depthBuffer,this.stencilBuffer=i.stencilBuffer,this.resolveColorBuffer=i.resolveColorBuffer,this.resolveDepthBuffer=i.resolveDepthBuffer,this.resolveStencilBuffer=i.resolveStencilBuffer,this.storeMultisampledColorBuffer=i.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=i.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=i.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=i.depthTexture,this.samples=i.samples,this.multiview=i.multiview,this.useArrayDepthTexture=i.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:Fn,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let i=0;i<this.textures.length;i++)this.textures[i].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,i=1){if(this.width!==e||this.height!==t||this.depth!==i){this.width=e,this.height=t,this.depth=i;for(let r=0,s=this.textures.length;r<s;r++)this.textures[r].image.width=e,this.textures[r].image.height=t,this.textures[r].image.depth=i,this.textures[r].isData3DTexture!==!0&&(this.textures[r].isArrayTexture=this.textures[r].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,i=e.textures.length;t<i;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let r=Object.assign({},e.textures[t].image);this.textures[t].source=new Ts(r)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},Zn=class extends Fh{constructor(e=1,t=1,i={}){super(e,t,i),this.isWebGLRenderTarget=!0}},nl=class extends Un{constructor(e=null,t=1,i=1,r=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:i,depth:r},this.magFilter=Kt,this.minFilter=Kt,this.wrapR=$i,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var Uh=class extends Un{constructor(e=null,t=1,i=1,r=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:i,depth:r},this.magFilter=Kt,this.minFilter=Kt,this.wrapR=$i,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var It=class n{static{this.prototype.isMatrix4=!0}constructor(e,t,i,r,s,o,a,l,c,u,h,d,f,m,x,p){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,i,r,s,o,a,l,c,u,h,d,f,m,x,p)}set(e,t,i,r,s,o,a,l,c,u,h,d,f,m,x,p){let g=this.elements;return g[0]=e,g[4]=t,g[8]=i,g[12]=r,g[1]=s,g[5]=o,g[9]=a,g[13]=l,g[2]=c,g[6]=u,g[10]=h,g[14]=d,g[3]=f,g[7]=m,g[11]=x,g[15]=p,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new n().fromArray(this.elements)}copy(e){let t=this.elements,i=e.elements;return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],t[9]=i[9],t[10]=i[10],t[11]=i[11],t[12]=i[12],t[13]=i[13],t[14]=i[14],t[15]=i[15],this}copyPosition(e){let t=this.elements,i=e.elements;return t[12]=i[12],t[13]=i[13],t[14]=i[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,i){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),i.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),i.setFromMatrixColumn(this,2),this)}makeBasis(e,t,i){return this.set(e.x,t.x,i.x,0,e.y,t.y,i.y,0,e.z,t.z,i.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,i=e.elements,r=1/To.setFromMatrixColumn(e,0).length(),s=1/To.setFromMatrixColumn(e,1).length(),o=1/To.setFromMatrixColumn(e,2).length();return t[0]=i[0]*r,t[1]=i[1]*r,t[2]=i[2]*r,t[3]=0,t[4]=i[4]*s,t[5]=i[5]*s,t[6]=i[6]*s,t[7]=0,t[8]=i[8]*o,t[9]=i[9]*o,t[10]=i[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,i=e.x,r=e.y,s=e.z,o=Math.cos(i),a=Math.sin(i),l=Math.cos(r),c=Math.sin(r),u=Math.cos(s),h=Math.sin(s);if(e.order==="XYZ"){let d=o*u,f=o*h,m=a*u,x=a*h;t[0]=l*u,t[4]=-l*h,t[8]=c,t[1]=f+m*c,t[5]=d-x*c,t[9]=-a*l,t[2]=x-d*c,t[6]=m+f*c,t[10]=o*l}else if(e.order==="YXZ"){let d=l*u,f=l*h,m=c*u,x=c*h;t[0]=d+x*a,t[4]=m*a-f,t[8]=o*c,t[1]=o*h,t[5]=o*u,t[9]=-a,t[2]=f*a-m,t[6]=x+d*a,t[10]=o*l}else if(e.order==="ZXY"){let d=l*u,f=l*h,m=c*u,x=c*h;t[0]=d-x*a,t[4]=-o*h,t[8]=m+f*a,t[1]=f+m*a,t[5]=o*u,t[9]=x-d*a,t[2]=-o*c,t[6]=a,t[10]=o*l}else if(e.order==="ZYX"){let d=o*u,f=o*h,m=a*u,x=a*h;t[0]=l*u,t[4]=m*c-f,t[8]=d*c+x,t[1]=l*h,t[5]=x*c+d,t[9]=f*c-m,t[2]=-c,t[6]=a*l,t[10]=o*l}else if(e.order==="YZX"){let d=o*l,f=o*c,m=a*l,x=a*c;t[0]=l*u,t[4]=x-d*h,t[8]=m*h+f,t[1]=h,t[5]=o*u,t[9]=-a*u,t[2]=-c*u,t[6]=f*h+m,t[10]=d-x*h}else if(e.order==="XZY"){let d=o*l,f=o*c,m=a*l,x=a*c;t[0]=l*u,t[4]=-h,t[8]=c*u,t[1]=d*h+x,t[5]=o*u,t[9]=f*h-m,t[2]=m*h-f,t[6]=a*u,t[10]=x*h+d}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(OL,e,FL)}lookAt(e,t,i){let r=this.elements;return Kn.subVectors(e,t),Kn.lengthSq()===0&&(Kn.z=1),Kn.normalize(),$r.crossVectors(i,Kn),$r.lengthSq()===0&&(Math.abs(i.z)===1?Kn.x+=1e-4:Kn.z+=1e-4,Kn.normalize(),$r.crossVectors(i,Kn)),$r.normalize(),Zu.crossVectors(Kn,$r),r[0]=$r.x,r[4]=Zu.x,r[8]=Kn.x,r[1]=$r.y,r[5]=Zu.y,r[9]=Kn.y,r[2]=$r.z,r[6]=Zu.z,r[10]=Kn.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let i=e.elements,r=t.elements,s=this.elements,o=i[0],a=i[4],l=i[8],c=i[12],u=i[1],h=i[5],d=i[9],f=i[13],m=i[2],x=i[6],p=i[10],g=i[14],S=i[3],E=i[7],w=i[11],C=i[15],T=r[0],y=r[4],M=r[8],D=r[12],I=r[1],N=r[5],z=r[9],W=r[13],R=r[2],L=r[6],G=r[10],V=r[14],ne=r[3],X=r[7],Q=r[11],te=r[15];return s[0]=o*T+a*I+l*R+c*ne,s[4]=o*y+a*N+l*L+c*X,s[8]=o*M+a*z+l*G+c*Q,s[12]=o*D+a*W+l*V+c*te,s[1]=u*T+h*I+d*R+f*ne,s[5]=u*y+h*N+d*L+f*X,s[9]=u*M+h*z+d*G+f*Q,s[13]=u*D+h*W+d*V+f*te,s[2]=m*T+x*I+p*R+g*ne,s[6]=m*y+x*N+p*L+g*X,s[10]=m*M+x*z+p*G+g*Q,s[14]=m*D+x*W+p*V+g*te,s[3]=S*T+E*I+w*R+C*ne,s[7]=S*y+E*N+w*L+C*X,s[11]=S*M+E*z+w*G+C*Q,s[15]=S*D+E*W+w*V+C*te,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],i=e[4],r=e[8],s=e[12],o=e[1],a=e[5],l=e[9],c=e[13],u=e[2],h=e[6],d=e[10],f=e[14],m=e[3],x=e[7],p=e[11],g=e[15],S=l*f-c*d,E=a*f-c*h,w=a*d-l*h,C=o*f-c*u,T=o*d-l*u,y=o*h-a*u;return t*(x*S-p*E+g*w)-i*(m*S-p*C+g*T)+r*(m*E-x*C+g*y)-s*(m*w-x*T+p*y)}determinantAffine(){let e=this.elements,t=e[0],i=e[4],r=e[8],s=e[1],o=e[5],a=e[9],l=e[2],c=e[6],u=e[10];return t*(o*u-a*c)-i*(s*u-a*l)+r*(s*c-o*l)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,i){let r=this.elements;return e.isVector3?(r[12]=e.x,r[13]=e.y,r[14]=e.z):(r[12]=e,r[13]=t,r[14]=i),this}invert(){let e=this.elements,t=e[0],i=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],u=e[8],h=e[9],d=e[10],f=e[11],m=e[12],x=e[13],p=e[14],g=e[15],S=t*a-i*o,E=t*l-r*o,w=t*c-s*o,C=i*l-r*a,T=i*c-s*a,y=r*c-s*l,M=u*x-h*m,D=u*p-d*m,I=u*g-f*m,N=h*p-d*x,z=h*g-f*x,W=d*g-f*p,R=S*W-E*z+w*N+C*I-T*D+y*M;if(R===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let L=1/R;return e[0]=(a*W-l*z+c*N)*L,e[1]=(r*z-i*W-s*N)*L,e[2]=(x*y-p*T+g*C)*L,e[3]=(d*T-h*y-f*C)*L,e[4]=(l*I-o*W-c*D)*L,e[5]=(t*W-r*I+s*D)*L,e[6]=(p*w-m*y-g*E)*L,e[7]=(u*y-d*w+f*E)*L,e[8]=(o*z-a*I+c*M)*L,e[9]=(i*I-t*z-s*M)*L,e[10]=(m*T-x*w+g*S)*L,e[11]=(h*w-u*T-f*S)*L,e[12]=(a*D-o*N-l*M)*L,e[13]=(t*N-i*D+r*M)*L,e[14]=(x*E-m*C-p*S)*L,e[15]=(u*C-h*E+d*S)*L,this}scale(e){let t=this.elements,i=e.x,r=e.y,s=e.z;return t[0]*=i,t[4]*=r,t[8]*=s,t[1]*=i,t[5]*=r,t[9]*=s,t[2]*=i,t[6]*=r,t[10]*=s,t[3]*=i,t[7]*=r,t[11]*=s,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],i=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],r=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,i,r))}makeTranslation(e,t,i){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,i,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),i=Math.sin(e);return this.set(1,0,0,0,0,t,-i,0,0,i,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,0,i,0,0,1,0,0,-i,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,-i,0,0,i,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let i=Math.cos(t),r=Math.sin(t),s=1-i,o=e.x,a=e.y,l=e.z,c=s*o,u=s*a;return this.set(c*o+i,c*a-r*l,c*l+r*a,0,c*a+r*l,u*a+i,u*l-r*o,0,c*l-r*a,u*l+r*o,s*l*l+i,0,0,0,0,1),this}makeScale(e,t,i){return this.set(e,0,0,0,0,t,0,0,0,0,i,0,0,0,0,1),this}makeShear(e,t,i,r,s,o){return this.set(1,i,s,0,e,1,o,0,t,r,1,0,0,0,0,1),this}compose(e,t,i){let r=this.elements,s=t._x,o=t._y,a=t._z,l=t._w,c=s+s,u=o+o,h=a+a,d=s*c,f=s*u,m=s*h,x=o*u,p=o*h,g=a*h,S=l*c,E=l*u,w=l*h,C=i.x,T=i.y,y=i.z;return r[0]=(1-(x+g))*C,r[1]=(f+w)*C,r[2]=(m-E)*C,r[3]=0,r[4]=(f-w)*T,r[5]=(1-(d+g))*T,r[6]=(p+S)*T,r[7]=0,r[8]=(m+E)*y,r[9]=(p-S)*y,r[10]=(1-(d+x))*y,r[11]=0,r[12]=e.x,r[13]=e.y,r[14]=e.z,r[15]=1,this}decompose(e,t,i){let r=this.elements;e.x=r[12],e.y=r[13],e.z=r[14];let s=this.determinantAffine();if(s===0)return i.set(1,1,1),t.identity(),this;let o=To.set(r[0],r[1],r[2]).length(),a=To.set(r[4],r[5],r[6]).length(),l=To.set(r[8],r[9],r[10]).length();s<0&&(o=-o),xi.copy(this);let c=1/o,u=1/a,h=1/l;return xi.elements[0]*=c,xi.elements[1]*=c,xi.elements[2]*=c,xi.elements[4]*=u,xi.elements[5]*=u,xi.elements[6]*=u,xi.elements[8]*=h,xi.elements[9]*=h,xi.elements[10]*=h,t.setFromRotationMatrix(xi),i.x=o,i.y=a,i.z=l,this}makePerspective(e,t,i,r,s,o,a=hi,l=!1){let c=this.elements,u=2*s/(t-e),h=2*s/(i-r),d=(t+e)/(t-e),f=(i+r)/(i-r),m,x;if(l)m=s/(o-s),x=o*s/(o-s);else if(a===hi)m=-(o+s)/(o-s),x=-2*o*s/(o-s);else if(a===el)m=-o/(o-s),x=-o*s/(o-s);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return c[0]=u,c[4]=0,c[8]=d,c[12]=0,c[1]=0,c[5]=h,c[9]=f,c[13]=0,c[2]=0,c[6]=0,c[10]=m,c[14]=x,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(e,t,i,r,s,o,a=hi,l=!1){let c=this.elements,u=2/(t-e),h=2/(i-r),d=-(t+e)/(t-e),f=-(i+r)/(i-r),m,x;if(l)m=1/(o-s),x=o/(o-s);else if(a===hi)m=-2/(o-s),x=-(o+s)/(o-s);else if(a===el)m=-1/(o-s),x=-s/(o-s);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return c[0]=u,c[4]=0,c[8]=0,c[12]=d,c[1]=0,c[5]=h,c[9]=0,c[13]=f,c[2]=0,c[6]=0,c[10]=m,c[14]=x,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(e){let t=this.elements,i=e.elements;for(let r=0;r<16;r++)if(t[r]!==i[r])return!1;return!0}fromArray(e,t=0){for(let i=0;i<16;i++)this.elements[i]=e[i+t];return this}toArray(e=[],t=0){let i=this.elements;return e[t]=i[0],e[t+1]=i[1],e[t+2]=i[2],e[t+3]=i[3],e[t+4]=i[4],e[t+5]=i[5],e[t+6]=i[6],e[t+7]=i[7],e[t+8]=i[8],e[t+9]=i[9],e[t+10]=i[10],e[t+11]=i[11],e[t+12]=i[12],e[t+13]=i[13],e[t+14]=i[14],e[t+15]=i[15],e}},To=new H,xi=new It,OL=new H(0,0,0),FL=new H(1,1,1),$r=new H,Zu=new H,Kn=new H,jv=new It,Zv=new Yi,Jr=class n{constructor(e=0,t=0,i=0,r=n.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=i,this._order=r}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,i,r=this._order){return this._x=e,this._y=t,this._z=i,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,i=!0){let r=e.elements,s=r[0],o=r[4],a=r[8],l=r[1],c=r[5],u=r[9],h=r[2],d=r[6],f=r[10];switch(t){case"XYZ":this._y=Math.asin(ot(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-u,f),this._z=Math.atan2(-o,s)):(this._x=Math.atan2(d,c),this._z=0);break;case"YXZ":this._x=Math.asin(-ot(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(a,f),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-h,s),this._z=0);break;case"ZXY":this._x=Math.asin(ot(d,-1,1)),Math.abs(d)<.9999999?(this._y=Math.atan2(-h,f),this._z=Math.atan2(-o,c)):(this._y=0,this._z=Math.atan2(l,s));break;case"ZYX":this._y=Math.asin(-ot(h,-1,1)),Math.abs(h)<.9999999?(this._x=Math.atan2(d,f),this._z=Math.atan2(l,s)):(this._x=0,this._z=Math.atan2(-o,c));break;case"YZX":this._z=Math.asin(ot(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-u,c),this._y=Math.atan2(-h,s)):(this._x=0,this._y=Math.atan2(a,f));break;case"XZY":this._z=Math.asin(-ot(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(d,c),this._y=Math.atan2(a,s)):(this._x=Math.atan2(-u,f),this._y=0);break;default:ke("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,i===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,i){return jv.makeRotationFromQuaternion(e),this.setFromRotationMatrix(jv,t,i)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Zv.setFromEuler(this),this.setFromQuaternion(Zv,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Jr.DEFAULT_ORDER="XYZ";var il=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},UL=0,Jv=new H,Ao=new Yi,fr=new It,Ju=new H,Wa=new H,BL=new H,VL=new Yi,Qv=new H(1,0,0),ew=new H(0,1,0),tw=new H(0,0,1),nw={type:"added"},zL={type:"removed"},Co={type:"childadded",child:null},Wm={type:"childremoved",child:null},Hn=class n extends qi{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:UL++}),this.uuid=Cl(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=n.DEFAULT_UP.clone();let e=new H,t=new Jr,i=new Yi,r=new H(1,1,1);function s(){i.setFromEuler(t,!1)}function o(){t.setFromQuaternion(i,void 0,!1)}t._onChange(s),i._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:i},scale:{configurable:!0,enumerable:!0,value:r},modelViewMatrix:{value:new It},normalMatrix:{value:new Ue}}),this.matrix=new It,this.matrixWorld=new It,this.matrixAutoUpdate=n.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=n.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new il,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return Ao.setFromAxisAngle(e,t),this.quaternion.multiply(Ao),this}rotateOnWorldAxis(e,t){return Ao.setFromAxisAngle(e,t),this.quaternion.premultiply(Ao),this}rotateX(e){return this.rotateOnAxis(Qv,e)}rotateY(e){return this.rotateOnAxis(ew,e)}rotateZ(e){return this.rotateOnAxis(tw,e)}translateOnAxis(e,t){return Jv.copy(e).applyQuaternion(this.quaternion),this.position.add(Jv.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis(Qv,e)}translateY(e){return this.translateOnAxis(ew,e)}translateZ(e){return this.translateOnAxis(tw,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(fr.copy(this.matrixWorld).invert())}lookAt(e,t,i){e.isVector3?Ju.copy(e):Ju.set(e,t,i);let r=this.parent;this.updateWorldMatrix(!0,!1),Wa.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?fr.lookAt(Wa,Ju,this.up):fr.lookAt(Ju,Wa,this.up),this.quaternion.setFromRotationMatrix(fr),r&&(fr.extractRotation(r.matrixWorld),Ao.setFromRotationMatrix(fr),this.quaternion.premultiply(Ao.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(Fe("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(nw),Co.child=e,this.dispatchEvent(Co),Co.child=null):Fe("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let i=0;i<arguments.length;i++)this.remove(arguments[i]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(zL),Wm.child=e,this.dispatchEvent(Wm),Wm.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),fr.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),fr.multiply(e.parent.matrixWorld)),e.applyMatrix4(fr),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(nw),Co.child=e,this.dispatchEvent(Co),Co.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let i=0,r=this.children.length;i<r;i++){let o=this.children[i].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,i=[]){this[e]===t&&i.push(this);let r=this.children;for(let s=0,o=r.length;s<o;s++)r[s].getObjectsByProperty(e,t,i);return i}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Wa,e,BL),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Wa,VL,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let i=0,r=t.length;i<r;i++)t[i].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let i=0,r=t.length;i<r;i++)t[i].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,i=e.y,r=e.z,s=this.matrix.elements;s[12]+=t-s[0]*t-s[4]*i-s[8]*r,s[13]+=i-s[1]*t-s[5]*i-s[9]*r,s[14]+=r-s[2]*t-s[6]*i-s[10]*r}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let i=0,r=t.length;i<r;i++)t[i].updateMatrixWorld(e)}updateWorldMatrix(e,t,i=!1){let r=this.parent;if(e===!0&&r!==null&&r.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||i)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,i=!0),t===!0){let s=this.children;for(let o=0,a=s.length;o<a;o++)s[o].updateWorldMatrix(!1,!0,i)}}toJSON(e){let t=e===void 0||typeof e=="string",i={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},i.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let r={};r.uuid=this.uuid,r.type=this.type,r.name=this.name,r.castShadow=this.castShadow,r.receiveShadow=this.receiveShadow,r.visible=this.visible,r.frustumCulled=this.frustumCulled,r.renderOrder=this.renderOrder,r.static=this.static,r.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.pivot!==null&&(r.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(r.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(r.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(r.type="InstancedMesh",r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type="BatchedMesh",r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(a=>({...a})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(e),r.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function s(a,l){return a[l.uuid]===void 0&&(a[l.uuid]=l.toJSON(e)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=s(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let l=a.shapes;if(Array.isArray(l))for(let c=0,u=l.length;c<u;c++){let h=l[c];s(e.shapes,h)}else s(e.shapes,l)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(s(e.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let l=0,c=this.material.length;l<c;l++)a.push(s(e.materials,this.material[l]));r.material=a}else r.material=s(e.materials,this.material);if(this.children.length>0){r.children=[];for(let a=0;a<this.children.length;a++)r.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){r.animations=[];for(let a=0;a<this.animations.length;a++){let l=this.animations[a];r.animations.push(s(e.animations,l))}}if(t){let a=o(e.geometries),l=o(e.materials),c=o(e.textures),u=o(e.images),h=o(e.shapes),d=o(e.skeletons),f=o(e.animations),m=o(e.nodes);a.length>0&&(i.geometries=a),l.length>0&&(i.materials=l),c.length>0&&(i.textures=c),u.length>0&&(i.images=u),h.length>0&&(i.shapes=h),d.length>0&&(i.skeletons=d),f.length>0&&(i.animations=f),m.length>0&&(i.nodes=m)}return i.object=r,i;function o(a){let l=[];for(let c in a){let u=a[c];delete u.metadata,l.push(u)}return l}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let i=0;i<e.children.length;i++){let r=e.children[i];this.add(r.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};Hn.DEFAULT_UP=new H(0,1,0);Hn.DEFAULT_MATRIX_AUTO_UPDATE=!0;Hn.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var _r=class extends Hn{constructor(){super(),this.isGroup=!0,this.type="Group"}},GL={type:"move"},zo=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new _r,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new _r,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new H,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new H),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new _r,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new H,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new H,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let i of e.hand.values())this._getHandJoint(t,i)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,i){let r=null,s=null,o=null,a=this._targetRay,l=this._grip,c=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(c&&e.hand){o=!0;for(let x of e.hand.values()){let p=t.getJointPose(x,i),g=this._getHandJoint(c,x);p!==null&&(g.matrix.fromArray(p.transform.matrix),g.matrix.decompose(g.position,g.quaternion,g.scale),g.matrixWorldNeedsUpdate=!0,g.jointRadius=p.radius),g.visible=p!==null}let u=c.joints["index-finger-tip"],h=c.joints["thumb-tip"],d=u.position.distanceTo(h.position),f=.02,m=.005;c.inputState.pinching&&d>f+m?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!c.inputState.pinching&&d<=f-m&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else l!==null&&e.gripSpace&&(s=t.getPose(e.gripSpace,i),s!==null&&(l.matrix.fromArray(s.transform.matrix),l.matrix.decompose(l.position,l.quaternion,l.scale),l.matrixWorldNeedsUpdate=!0,s.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(s.linearVelocity)):l.hasLinearVelocity=!1,s.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(s.angularVelocity)):l.hasAngularVelocity=!1,l.eventsEnabled&&l.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(r=t.getPose(e.targetRaySpace,i),r===null&&s!==null&&(r=s),r!==null&&(a.matrix.fromArray(r.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,r.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(r.linearVelocity)):a.hasLinearVelocity=!1,r.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(r.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(GL)))}return a!==null&&(a.visible=r!==null),l!==null&&(l.visible=s!==null),c!==null&&(c.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let i=new _r;i.matrixAutoUpdate=!1,i.visible=!1,e.joints[t.jointName]=i,e.add(i)}return e.joints[t.jointName]}},oS={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},qr={h:0,s:0,l:0},Qu={h:0,s:0,l:0};function Xm(n,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?n+(e-n)*6*t:t<1/2?e:t<2/3?n+(e-n)*6*(2/3-t):n}var et=class{constructor(e,t,i){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,i)}set(e,t,i){if(t===void 0&&i===void 0){let r=e;r&&r.isColor?this.copy(r):typeof r=="number"?this.setHex(r):typeof r=="string"&&this.setStyle(r)}else this.setRGB(e,t,i);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=Dn){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,rt.colorSpaceToWorking(this,t),this}setRGB(e,t,i,r=rt.workingColorSpace){return this.r=e,this.g=t,this.b=i,rt.colorSpaceToWorking(this,r),this}setHSL(e,t,i,r=rt.workingColorSpace){if(e=PL(e,1),t=ot(t,0,1),i=ot(i,0,1),t===0)this.r=this.g=this.b=i;else{let s=i<=.5?i*(1+t):i+t-i*t,o=2*i-s;this.r=Xm(o,s,e+1/3),this.g=Xm(o,s,e),this.b=Xm(o,s,e-1/3)}return rt.colorSpaceToWorking(this,r),this}setStyle(e,t=Dn){function i(s){s!==void 0&&parseFloat(s)<1&&ke("Color: Alpha component of "+e+" will be ignored.")}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(e)){let s,o=r[1],a=r[2];switch(o){case"rgb":case"rgba":if(s=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(255,parseInt(s[1],10))/255,Math.min(255,parseInt(s[2],10))/255,Math.min(255,parseInt(s[3],10))/255,t);if(s=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(100,parseFloat(s[1]))/100,Math.min(100,parseFloat(s[2]))/100,Math.min(100,parseFloat(s[3]))/100,t);break;case"hsl":case"hsla":if(s=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setHSL(parseFloat(s[1])/360,parseFloat(s[2])/100,parseFloat(s[3])/100,t);break;default:ke("Color: Unknown color model "+e)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(e)){let s=r[1],o=s.length;if(o===3)return this.setRGB(parseInt(s.charAt(0),16)/15,parseInt(s.charAt(1),16)/15,parseInt(s.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(s,16),t);ke("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=Dn){let i=oS[e.toLowerCase()];return i!==void 0?this.setHex(i,t):ke("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=br(e.r),this.g=br(e.g),this.b=br(e.b),this}copyLinearToSRGB(e){return this.r=Uo(e.r),this.g=Uo(e.g),this.b=Uo(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=Dn){return rt.workingToColorSpace(Mn.copy(this),e),Math.round(ot(Mn.r*255,0,255))*65536+Math.round(ot(Mn.g*255,0,255))*256+Math.round(ot(Mn.b*255,0,255))}getHexString(e=Dn){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=rt.workingColorSpace){rt.workingToColorSpace(Mn.copy(this),t);let i=Mn.r,r=Mn.g,s=Mn.b,o=Math.max(i,r,s),a=Math.min(i,r,s),l,c,u=(a+o)/2;if(a===o)l=0,c=0;else{let h=o-a;switch(c=u<=.5?h/(o+a):h/(2-o-a),o){case i:l=(r-s)/h+(r<s?6:0);break;case r:l=(s-i)/h+2;break;case s:l=(i-r)/h+4;break}l/=6}return e.h=l,e.s=c,e.l=u,e}getRGB(e,t=rt.workingColorSpace){return rt.workingToColorSpace(Mn.copy(this),t),e.r=Mn.r,e.g=Mn.g,e.b=Mn.b,e}getStyle(e=Dn){rt.workingToColorSpace(Mn.copy(this),e);let t=Mn.r,i=Mn.g,r=Mn.b;return e!==Dn?`color(${e} ${t.toFixed(3)} ${i.toFixed(3)} ${r.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(i*255)},${Math.round(r*255)})`}offsetHSL(e,t,i){return this.getHSL(qr),this.setHSL(qr.h+e,qr.s+t,qr.l+i)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,i){return this.r=e.r+(t.r-e.r)*i,this.g=e.g+(t.g-e.g)*i,this.b=e.b+(t.b-e.b)*i,this}lerpHSL(e,t){this.getHSL(qr),e.getHSL(Qu);let i=Bm(qr.h,Qu.h,t),r=Bm(qr.s,Qu.s,t),s=Bm(qr.l,Qu.l,t);return this.setHSL(i,r,s),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,i=this.g,r=this.b,s=e.elements;return this.r=s[0]*t+s[3]*i+s[6]*r,this.g=s[1]*t+s[4]*i+s[7]*r,this.b=s[2]*t+s[5]*i+s[8]*r,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Mn=new et;et.NAMES=oS;var Go=class extends Hn{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Jr,this.environmentIntensity=1,this.environmentRotation=new Jr,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},vi=new H,pr=new H,$m=new H,mr=new H,Ro=new H,Po=new H,iw=new H,qm=new H,Ym=new H,Km=new H,jm=new Ft,Zm=new Ft,Jm=new Ft,Zr=class n{constructor(e=new H,t=new H,i=new H){this.a=e,this.b=t,this.c=i}static getNormal(e,t,i,r){r.subVectors(i,t),vi.subVectors(e,t),r.cross(vi);let s=r.lengthSq();return s>0?r.multiplyScalar(1/Math.sqrt(s)):r.set(0,0,0)}static getBarycoord(e,t,i,r,s){vi.subVectors(r,t),pr.subVectors(i,t),$m.subVectors(e,t);let o=vi.dot(vi),a=vi.dot(pr),l=vi.dot($m),c=pr.dot(pr),u=pr.dot($m),h=o*c-a*a;if(h===0)return s.set(0,0,0),null;let d=1/h,f=(c*l-a*u)*d,m=(o*u-a*l)*d;return s.set(1-f-m,m,f)}static containsPoint(e,t,i,r){return this.getBarycoord(e,t,i,r,mr)===null?!1:mr.x>=0&&mr.y>=0&&mr.x+mr.y<=1}static getInterpolation(e,t,i,r,s,o,a,l){return this.getBarycoord(e,t,i,r,mr)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(s,mr.x),l.addScaledVector(o,mr.y),l.addScaledVector(a,mr.z),l)}static getInterpolatedAttribute(e,t,i,r,s,o){return jm.setScalar(0),Zm.setScalar(0),Jm.setScalar(0),jm.fromBufferAttribute(e,t),Zm.fromBufferAttribute(e,i),Jm.fromBufferAttribute(e,r),o.setScalar(0),o.addScaledVector(jm,s.x),o.addScaledVector(Zm,s.y),o.addScaledVector(Jm,s.z),o}static isFrontFacing(e,t,i,r){return vi.subVectors(i,t),pr.subVectors(e,t),vi.cross(pr).dot(r)<0}set(e,t,i){return this.a.copy(e),this.b.copy(t),this.c.copy(i),this}setFromPointsAndIndices(e,t,i,r){return this.a.copy(e[t]),this.b.copy(e[i]),this.c.copy(e[r]),this}setFromAttributeAndIndices(e,t,i,r){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,i),this.c.fromBufferAttribute(e,r),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return vi.subVectors(this.c,this.b),pr.subVectors(this.a,this.b),vi.cross(pr).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return n.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return n.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,i,r,s){return n.getInterpolation(e,this.a,this.b,this.c,t,i,r,s)}containsPoint(e){return n.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return n.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let i=this.a,r=this.b,s=this.c,o,a;Ro.subVectors(r,i),Po.subVectors(s,i),qm.subVectors(e,i);let l=Ro.dot(qm),c=Po.dot(qm);if(l<=0&&c<=0)return t.copy(i);Ym.subVectors(e,r);let u=Ro.dot(Ym),h=Po.dot(Ym);if(u>=0&&h<=u)return t.copy(r);let d=l*h-u*c;if(d<=0&&l>=0&&u<=0&&l-u>0)return o=l/(l-u),t.copy(i).addScaledVector(Ro,o);Km.subVectors(e,s);let f=Ro.dot(Km),m=Po.dot(Km);if(m>=0&&f<=m)return t.copy(s);let x=f*c-l*m;if(x<=0&&c>=0&&m<=0)return a=c/(c-m),t.copy(i).addScaledVector(Po,a);let p=u*m-f*h;if(p<=0&&h-u>=0&&f-m>=0)return iw.subVectors(s,r),a=(h-u)/(h-u+(f-m)),t.copy(r).addScaledVector(iw,a);let g=1/(p+x+d);return o=x*g,a=d*g,t.copy(i).addScaledVector(Ro,o).addScaledVector(Po,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},Qr=class{constructor(e=new H(1/0,1/0,1/0),t=new H(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,i=e.length;t<i;t+=3)this.expandByPoint(wi.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,i=e.count;t<i;t++)this.expandByPoint(wi.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,i=e.length;t<i;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let i=wi.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(i),this.max.copy(e).add(i),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let i=e.geometry;if(i!==void 0){let s=i.getAttribute("position");if(t===!0&&s!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=s.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,wi):wi.fromBufferAttribute(s,o),wi.applyMatrix4(e.matrixWorld),this.expandByPoint(wi);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),eh.copy(e.boundingBox)):(i.boundingBox===null&&i.computeBoundingBox(),eh.copy(i.boundingBox)),eh.applyMatrix4(e.matrixWorld),this.union(eh)}let r=e.children;for(let s=0,o=r.length;s<o;s++)this.expandByObject(r[s],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,wi),wi.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,i;return e.normal.x>0?(t=e.normal.x*this.min.x,i=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,i=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,i+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,i+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,i+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,i+=e.normal.z*this.min.z),t<=-e.constant&&i>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(Xa),th.subVectors(this.max,Xa),Lo.subVectors(e.a,Xa),Io.subVectors(e.b,Xa),No.subVectors(e.c,Xa),Yr.subVectors(Io,Lo),Kr.subVectors(No,Io),ws.subVectors(Lo,No);let t=[0,-Yr.z,Yr.y,0,-Kr.z,Kr.y,0,-ws.z,ws.y,Yr.z,0,-Yr.x,Kr.z,0,-Kr.x,ws.z,0,-ws.x,-Yr.y,Yr.x,0,-Kr.y,Kr.x,0,-ws.y,ws.x,0];return!Qm(t,Lo,Io,No,th)||(t=[1,0,0,0,1,0,0,0,1],!Qm(t,Lo,Io,No,th))?!1:(nh.crossVectors(Yr,Kr),t=[nh.x,nh.y,nh.z],Qm(t,Lo,Io,No,th))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,wi).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(wi).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(gr[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),gr[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),gr[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),gr[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),gr[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),gr[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),gr[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),gr[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(gr),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},gr=[new H,new H,new H,new H,new H,new H,new H,new H],wi=new H,eh=new Qr,Lo=new H,Io=new H,No=new H,Yr=new H,Kr=new H,ws=new H,Xa=new H,th=new H,nh=new H,Ss=new H;function Qm(n,e,t,i,r){for(let s=0,o=n.length-3;s<=o;s+=3){Ss.fromArray(n,s);let a=r.x*Math.abs(Ss.x)+r.y*Math.abs(Ss.y)+r.z*Math.abs(Ss.z),l=e.dot(Ss),c=t.dot(Ss),u=i.dot(Ss);if(Math.max(-Math.max(l,c,u),Math.min(l,c,u))>a)return!1}return!0}var Yt=new H,ih=new lt,HL=0,wt=class extends qi{constructor(e,t,i=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:HL++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=i,this.usage=eS,this.updateRanges=[],this.gpuType=Ti,this.version=0,this._normalizationScale=e!==void 0?Wg(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,i){e*=this.itemSize,i*=t.itemSize;for(let r=0,s=this.itemSize;r<s;r++)this.array[e+r]=t.array[i+r];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,i=this.count;t<i;t++)ih.fromBufferAttribute(this,t),ih.applyMatrix3(e),this.setXY(t,ih.x,ih.y);else if(this.itemSize===3)for(let t=0,i=this.count;t<i;t++)Yt.fromBufferAttribute(this,t),Yt.applyMatrix3(e),this.setXYZ(t,Yt.x,Yt.y,Yt.z);return this}applyMatrix4(e){for(let t=0,i=this.count;t<i;t++)Yt.fromBufferAttribute(this,t),Yt.applyMatrix4(e),this.setXYZ(t,Yt.x,Yt.y,Yt.z);return this}applyNormalMatrix(e){for(let t=0,i=this.count;t<i;t++)Yt.fromBufferAttribute(this,t),Yt.applyNormalMatrix(e),this.setXYZ(t,Yt.x,Yt.y,Yt.z);return this}transformDirection(e){for(let t=0,i=this.count;t<i;t++)Yt.fromBufferAttribute(this,t),Yt.transformDirection(e),this.setXYZ(t,Yt.x,Yt.y,Yt.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let i=this.array[e*this.itemSize+t];return this.normalized&&(i=this._denormalize(i)),i}setComponent(e,t,i){return this.normalized&&(i=this._normalize(i)),this.array[e*this.itemSize+t]=i,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,i){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i)),this.array[e+0]=t,this.array[e+1]=i,this}setXYZ(e,t,i,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=i,this.array[e+2]=r,this}setXYZW(e,t,i,r,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i),r=this._normalize(r),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=i,this.array[e+2]=r,this.array[e+3]=s,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):LL(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):IL(e,this.array)}};var rl=class extends wt{constructor(e,t,i){super(new Uint16Array(e),t,i)}};var sl=class extends wt{constructor(e,t,i){super(new Uint32Array(e),t,i)}};var gn=class extends wt{constructor(e,t,i){super(new Float32Array(e),t,i)}},WL=new Qr,$a=new H,eg=new H,es=class{constructor(e=new H,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let i=this.center;t!==void 0?i.copy(t):WL.setFromPoints(e).getCenter(i);let r=0;for(let s=0,o=e.length;s<o;s++)r=Math.max(r,i.distanceToSquared(e[s]));return this.radius=Math.sqrt(r),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let i=this.center.distanceToSquared(e);return t.copy(e),i>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;$a.subVectors(e,this.center);let t=$a.lengthSq();if(t>this.radius*this.radius){let i=Math.sqrt(t),r=(i-this.radius)*.5;this.center.addScaledVector($a,r/i),this.radius+=r}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(eg.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint($a.copy(e.center).add(eg)),this.expandByPoint($a.copy(e.center).sub(eg))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},XL=0,ui=new It,tg=new Hn,ko=new H,jn=new Qr,qa=new Qr,cn=new H,Ut=class n extends qi{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:XL++}),this.uuid=Cl(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(CL(e)?sl:rl)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,i=0){this.groups.push({start:e,count:t,materialIndex:i})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let i=this.attributes.normal;if(i!==void 0){let s=new Ue().getNormalMatrix(e);i.applyNormalMatrix(s),i.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(e),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return ui.makeRotationFromQuaternion(e),this.applyMatrix4(ui),this}rotateX(e){return ui.makeRotationX(e),this.applyMatrix4(ui),this}rotateY(e){return ui.makeRotationY(e),this.applyMatrix4(ui),this}rotateZ(e){return ui.makeRotationZ(e),this.applyMatrix4(ui),this}translate(e,t,i){return ui.makeTranslation(e,t,i),this.applyMatrix4(ui),this}scale(e,t,i){return ui.makeScale(e,t,i),this.applyMatrix4(ui),this}lookAt(e){return tg.lookAt(e),tg.updateMatrix(),this.applyMatrix4(tg.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(ko).negate(),this.translate(ko.x,ko.y,ko.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let i=[];for(let r=0,s=e.length;r<s;r++){let o=e[r];i.push(o.x,o.y,o.z||0)}this.setAttribute("position",new gn(i,3))}else{let i=Math.min(e.length,t.count);for(let r=0;r<i;r++){let s=e[r];t.setXYZ(r,s.x,s.y,s.z||0)}e.length>t.count&&ke("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new Qr);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Fe("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new H(-1/0,-1/0,-1/0),new H(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let i=0,r=t.length;i<r;i++){let s=t[i];jn.setFromBufferAttribute(s),this.morphTargetsRelative?(cn.addVectors(this.boundingBox.min,jn.min),this.boundingBox.expandByPoint(cn),cn.addVectors(this.boundingBox.max,jn.max),this.boundingBox.expandByPoint(cn)):(this.boundingBox.expandByPoint(jn.min),this.boundingBox.expandByPoint(jn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&Fe('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new es);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Fe("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new H,1/0);return}if(e){let i=this.boundingSphere.center;if(jn.setFromBufferAttribute(e),t)for(let s=0,o=t.length;s<o;s++){let a=t[s];qa.setFromBufferAttribute(a),this.morphTargetsRelative?(cn.addVectors(jn.min,qa.min),jn.expandByPoint(cn),cn.addVectors(jn.max,qa.max),jn.expandByPoint(cn)):(jn.expandByPoint(qa.min),jn.expandByPoint(qa.max))}jn.getCenter(i);let r=0;for(let s=0,o=e.count;s<o;s++)cn.fromBufferAttribute(e,s),r=Math.max(r,i.distanceToSquared(cn));if(t)for(let s=0,o=t.length;s<o;s++){let a=t[s],l=this.morphTargetsRelative;for(let c=0,u=a.count;c<u;c++)cn.fromBufferAttribute(a,c),l&&(ko.fromBufferAttribute(e,c),cn.add(ko)),r=Math.max(r,i.distanceToSquared(cn))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&Fe('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){Fe("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let i=t.position,r=t.normal,s=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==i.count)&&(o=new wt(new Float32Array(4*i.count),4),this.setAttribute("tangent",o));let a=[],l=[],c=new Uint8Array(i.count);for(let D=0;D<i.count;D++)a[D]=new H,l[D]=new H;let u=new H,h=new H,d=new H,f=new lt,m=new lt,x=new lt,p=new H,g=new H;function S(D,I,N){c[D]=c[I]=c[N]=1,u.fromBufferAttribute(i,D),h.fromBufferAttribute(i,I),d.fromBufferAttribute(i,N),f.fromBufferAttribute(s,D),m.fromBufferAttribute(s,I),x.fromBufferAttribute(s,N),h.sub(u),d.sub(u),m.sub(f),x.sub(f);let z=1/(m.x*x.y-x.x*m.y);isFinite(z)&&(p.copy(h).multiplyScalar(x.y).addScaledVector(d,-m.y).multiplyScalar(z),g.copy(d).multiplyScalar(m.x).addScaledVector(h,-x.x).multiplyScalar(z),a[D].add(p),a[I].add(p),a[N].add(p),l[D].add(g),l[I].add(g),l[N].add(g))}let E=this.groups;E.length===0&&(E=[{start:0,count:e.count}]);for(let D=0,I=E.length;D<I;++D){let N=E[D],z=N.start,W=N.count;for(let R=z,L=z+W;R<L;R+=3)S(e.getX(R+0),e.getX(R+1),e.getX(R+2))}let w=new H,C=new H,T=new H,y=new H;function M(D){T.fromBufferAttribute(r,D),y.copy(T);let I=a[D];w.copy(I),w.sub(T.multiplyScalar(T.dot(I))).normalize(),C.crossVectors(y,I);let z=C.dot(l[D])<0?-1:1;o.setXYZW(D,w.x,w.y,w.z,z)}for(let D=0,I=i.count;D<I;++D)c[D]&&M(D);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let i=this.getAttribute("normal");if(i===void 0||i.count!==t.count)i=new wt(new Float32Array(t.count*3),3),this.setAttribute("normal",i);else for(let d=0,f=i.count;d<f;d++)i.setXYZ(d,0,0,0);let r=new H,s=new H,o=new H,a=new H,l=new H,c=new H,u=new H,h=new H;if(e)for(let d=0,f=e.count;d<f;d+=3){let m=e.getX(d+0),x=e.getX(d+1),p=e.getX(d+2);r.fromBufferAttribute(t,m),s.fromBufferAttribute(t,x),o.fromBufferAttribute(t,p),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),a.fromBufferAttribute(i,m),l.fromBufferAttribute(i,x),c.fromBufferAttribute(i,p),a.add(u),l.add(u),c.add(u),i.setXYZ(m,a.x,a.y,a.z),i.setXYZ(x,l.x,l.y,l.z),i.setXYZ(p,c.x,c.y,c.z)}else for(let d=0,f=t.count;d<f;d+=3)r.fromBufferAttribute(t,d+0),s.fromBufferAttribute(t,d+1),o.fromBufferAttribute(t,d+2),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),i.setXYZ(d+0,u.x,u.y,u.z),i.setXYZ(d+1,u.x,u.y,u.z),i.setXYZ(d+2,u.x,u.y,u.z);this.normalizeNormals(),i.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,i=e.count;t<i;t++)cn.fromBufferAttribute(e,t),cn.normalize(),e.setXYZ(t,cn.x,cn.y,cn.z)}toNonIndexed(){function e(a,l){let c=a.array,u=a.itemSize,h=a.normalized,d=new c.constructor(l.length*u),f=0,m=0;for(let x=0,p=l.length;x<p;x++){a.isInterleavedBufferAttribute?f=l[x]*a.data.stride+a.offset:f=l[x]*u;for(let g=0;g<u;g++)d[m++]=c[f++]}return new wt(d,u,h)}if(this.index===null)return ke("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new n,i=this.index.array,r=this.attributes;for(let a in r){let l=r[a],c=e(l,i);t.setAttribute(a,c)}let s=this.morphAttributes;for(let a in s){let l=[],c=s[a];for(let u=0,h=c.length;u<h;u++){let d=c[u],f=e(d,i);l.push(f)}t.morphAttributes[a]=l}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,l=o.length;a<l;a++){let c=o[a];t.addGroup(c.start,c.count,c.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(e[c]=l[c]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let i=this.attributes;for(let l in i){let c=i[l];e.data.attributes[l]=c.toJSON(e.data)}let r={},s=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],u=[];for(let h=0,d=c.length;h<d;h++){let f=c[h];u.push(f.toJSON(e.data))}u.length>0&&(r[l]=u,s=!0)}s&&(e.data.morphAttributes=r,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let i=e.index;i!==null&&this.setIndex(i.clone());let r=e.attributes;for(let c in r){let u=r[c];this.setAttribute(c,u.clone(t))}let s=e.morphAttributes;for(let c in s){let u=[],h=s[c];for(let d=0,f=h.length;d<f;d++)u.push(h[d].clone(t));this.morphAttributes[c]=u}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let c=0,u=o.length;c<u;c++){let h=o[c];this.addGroup(h.start,h.count,h.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let l=e.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var ng=new H,$L=new H,qL=new Ue,Si=class{constructor(e=new H(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,i,r){return this.normal.set(e,t,i),this.constant=r,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,i){let r=ng.subVectors(i,t).cross($L.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(r,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,i=!0){let r=e.delta(ng),s=this.normal.dot(r);if(s===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/s;return i===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(r,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),i=this.distanceToPoint(e.end);return t<0&&i>0||i<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let i=t||qL.getNormalMatrix(e),r=this.coplanarPoint(ng).applyMatrix4(e),s=this.normal.applyMatrix3(i).normalize();return this.constant=-r.dot(s),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},YL=0,vr=class extends qi{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:YL++}),this.uuid=Cl(),this.name="",this.type="Material",this.blending=Yo,this.side=Mi,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=xg,this.blendDst=vg,this.blendEquation=Ps,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new et(0,0,0),this.blendAlpha=0,this.depthFunc=Bo,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Yw,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=Mh,this.stencilZFail=Mh,this.stencilZPass=Mh,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let i=e[t];if(i===void 0){ke(`Material: parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){ke(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}r&&r.isColor?r.set(i):r&&r.isVector2&&i&&i.isVector2||r&&r.isEuler&&i&&i.isEuler||r&&r.isVector3&&i&&i.isVector3?r.copy(i):this[t]=i}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let i={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};i.uuid=this.uuid,i.type=this.type,i.blending=this.blending,i.side=this.side,i.shadowSide=this.shadowSide,i.vertexColors=this.vertexColors,i.opacity=this.opacity,i.transparent=this.transparent,i.blendSrc=this.blendSrc,i.blendDst=this.blendDst,i.blendEquation=this.blendEquation,i.blendSrcAlpha=this.blendSrcAlpha,i.blendDstAlpha=this.blendDstAlpha,i.blendEquationAlpha=this.blendEquationAlpha,i.blendColor=this.blendColor.getHex(),i.blendAlpha=this.blendAlpha,i.depthFunc=this.depthFunc,i.depthTest=this.depthTest,i.depthWrite=this.depthWrite,i.colorWrite=this.colorWrite,i.clipIntersection=this.clipIntersection,i.clipShadows=this.clipShadows,i.stencilWriteMask=this.stencilWriteMask,i.stencilFunc=this.stencilFunc,i.stencilRef=this.stencilRef,i.stencilFuncMask=this.stencilFuncMask,i.stencilFail=this.stencilFail,i.stencilZFail=this.stencilZFail,i.stencilZPass=this.stencilZPass,i.stencilWrite=this.stencilWrite,i.polygonOffset=this.polygonOffset,i.polygonOffsetFactor=this.polygonOffsetFactor,i.polygonOffsetUnits=this.polygonOffsetUnits,i.dithering=this.dithering,i.alphaTest=this.alphaTest,i.alphaHash=this.alphaHash,i.alphaToCoverage=this.alphaToCoverage,i.premultipliedAlpha=this.premultipliedAlpha,i.forceSinglePass=this.forceSinglePass,i.allowOverride=this.allowOverride,i.visible=this.visible,i.toneMapped=this.toneMapped,i.name=this.name,this.color&&this.color.isColor&&(i.color=this.color.getHex()),this.roughness!==void 0&&(i.roughness=this.roughness),this.metalness!==void 0&&(i.metalness=this.metalness),this.sheen!==void 0&&(i.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(i.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(i.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(i.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(i.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(i.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(i.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(i.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(i.shininess=this.shininess),this.clearcoat!==void 0&&(i.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(i.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(i.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(i.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(i.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(i.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(i.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,i.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(i.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(i.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(i.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(i.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(i.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(i.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(i.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(i.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(i.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(i.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(i.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(i.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(i.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(i.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(i.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(i.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(i.lightMap=this.lightMap.toJSON(e).uuid,i.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(i.aoMap=this.aoMap.toJSON(e).uuid,i.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(i.bumpMap=this.bumpMap.toJSON(e).uuid,i.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(i.normalMap=this.normalMap.toJSON(e).uuid,i.normalMapType=this.normalMapType,i.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(i.displacementMap=this.displacementMap.toJSON(e).uuid,i.displacementScale=this.displacementScale,i.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(i.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(i.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(i.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(i.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(i.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(i.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(i.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(i.combine=this.combine)),this.envMapRotation!==void 0&&(i.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(i.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(i.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(i.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(i.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(i.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(i.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(i.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(i.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(i.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(i.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(i.size=this.size),this.sizeAttenuation!==void 0&&(i.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(i.clippingPlanes=this.clippingPlanes.map(s=>s.toJSON())),this.rotation!==void 0&&(i.rotation=this.rotation),this.depthPacking!==void 0&&(i.depthPacking=this.depthPacking),this.linewidth!==void 0&&(i.linewidth=this.linewidth),this.linecap!==void 0&&(i.linecap=this.linecap),this.linejoin!==void 0&&(i.linejoin=this.linejoin),this.dashSize!==void 0&&(i.dashSize=this.dashSize),this.gapSize!==void 0&&(i.gapSize=this.gapSize),this.scale!==void 0&&(i.scale=this.scale),this.wireframe!==void 0&&(i.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(i.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(i.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(i.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(i.flatShading=this.flatShading),this.fog!==void 0&&(i.fog=this.fog),Object.keys(this.userData).length>0&&(i.userData=this.userData);function r(s){let o=[];for(let a in s){let l=s[a];delete l.metadata,o.push(l)}return o}if(t){let s=r(e.textures),o=r(e.images);s.length>0&&(i.textures=s),o.length>0&&(i.images=o)}return i}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new et().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(i=>new Si().fromJSON(i))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let i=e.normalScale;Array.isArray(i)===!1&&(i=[i,i]),this.normalScale=new lt().fromArray(i)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new lt().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,i=null;if(t!==null){let r=t.length;i=new Array(r);for(let s=0;s!==r;++s)i[s]=t[s].clone()}return this.clippingPlanes=i,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var yr=new H,ig=new H,rh=new H,sh=new H,Ho=class{constructor(e=new H,t=new H(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,yr)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let i=t.dot(this.direction);return i<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,i)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=yr.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(yr.copy(this.origin).addScaledVector(this.direction,t),yr.distanceToSquared(e))}distanceSqToSegment(e,t,i,r){ig.copy(e).add(t).multiplyScalar(.5),rh.copy(t).sub(e).normalize(),sh.copy(this.origin).sub(ig);let s=e.distanceTo(t)*.5,o=-this.direction.dot(rh),a=sh.dot(this.direction),l=-sh.dot(rh),c=sh.lengthSq(),u=Math.abs(1-o*o),h,d,f,m;if(u>0)if(h=o*l-a,d=o*a-l,m=s*u,h>=0)if(d>=-m)if(d<=m){let x=1/u;h*=x,d*=x,f=h*(h+o*d+2*a)+d*(o*h+d+2*l)+c}else d=s,h=Math.max(0,-(o*d+a)),f=-h*h+d*(d+2*l)+c;else d=-s,h=Math.max(0,-(o*d+a)),f=-h*h+d*(d+2*l)+c;else d<=-m?(h=Math.max(0,-(-o*s+a)),d=h>0?-s:Math.min(Math.max(-s,-l),s),f=-h*h+d*(d+2*l)+c):d<=m?(h=0,d=Math.min(Math.max(-s,-l),s),f=d*(d+2*l)+c):(h=Math.max(0,-(o*s+a)),d=h>0?s:Math.min(Math.max(-s,-l),s),f=-h*h+d*(d+2*l)+c);else d=o>0?-s:s,h=Math.max(0,-(o*d+a)),f=-h*h+d*(d+2*l)+c;return i&&i.copy(this.origin).addScaledVector(this.direction,h),r&&r.copy(ig).addScaledVector(rh,d),f}intersectSphere(e,t){if(e.radius<0)return null;yr.subVectors(e.center,this.origin);let i=yr.dot(this.direction),r=yr.dot(yr)-i*i,s=e.radius*e.radius;if(r>s)return null;let o=Math.sqrt(s-r),a=i-o,l=i+o;return l<0?null:a<0?this.at(l,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let i=-(this.origin.dot(e.normal)+e.constant)/t;return i>=0?i:null}intersectPlane(e,t){let i=this.distanceToPlane(e);return i===null?null:this.at(i,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let i,r,s,o,a,l,c=1/this.direction.x,u=1/this.direction.y,h=1/this.direction.z,d=this.origin;return c>=0?(i=(e.min.x-d.x)*c,r=(e.max.x-d.x)*c):(i=(e.max.x-d.x)*c,r=(e.min.x-d.x)*c),u>=0?(s=(e.min.y-d.y)*u,o=(e.max.y-d.y)*u):(s=(e.max.y-d.y)*u,o=(e.min.y-d.y)*u),i>o||s>r||((s>i||isNaN(i))&&(i=s),(o<r||isNaN(r))&&(r=o),h>=0?(a=(e.min.z-d.z)*h,l=(e.max.z-d.z)*h):(a=(e.max.z-d.z)*h,l=(e.min.z-d.z)*h),i>l||a>r)||((a>i||i!==i)&&(i=a),(l<r||r!==r)&&(r=l),r<0)?null:this.at(i>=0?i:r,t)}intersectsBox(e){return this.intersectBox(e,yr)!==null}intersectTriangle(e,t,i,r,s){let o=this.origin,a=this.direction,l=a.x,c=a.y,u=a.z,h=e.x-o.x,d=e.y-o.y,f=e.z-o.z,m=t.x-o.x,x=t.y-o.y,p=t.z-o.z,g=i.x-o.x,S=i.y-o.y,E=i.z-o.z,w=Math.abs(l),C=Math.abs(c),T=Math.abs(u),y,M,D,I,N,z,W,R,L,G,V,ne;if(w>=C&&w>=T?(D=l,z=h,L=m,ne=g,l>=0?(y=c,M=u,I=d,N=f,W=x,R=p,G=S,V=E):(y=u,M=c,I=f,N=d,W=p,R=x,G=E,V=S)):C>=T?(D=c,z=d,L=x,ne=S,c>=0?(y=u,M=l,I=f,N=h,W=p,R=m,G=E,V=g):(y=l,M=u,I=h,N=f,W=m,R=p,G=g,V=E)):(D=u,z=f,L=p,ne=E,u>=0?(y=l,M=c,I=h,N=d,W=m,R=x,G=g,V=S):(y=c,M=l,I=d,N=h,W=x,R=m,G=S,V=g)),D===0)return null;let X=y/D,Q=M/D,te=1/D,xe=I-X*z,Re=N-Q*z,Y=W-X*L,he=R-Q*L,we=G-X*ne,Ie=V-Q*ne,ye=we*he-Ie*Y,Ge=xe*Ie-Re*we,Xt=Y*Re-he*xe;if(r){if(ye<0||Ge<0||Xt<0)return null}else if((ye<0||Ge<0||Xt<0)&&(ye>0||Ge>0||Xt>0))return null;let De=ye+Ge+Xt;if(De===0)return null;let yt=te*(ye*z+Ge*L+Xt*ne);return(De>0?yt<0:yt>0)?null:this.at(yt/De,s)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},Bh=class extends vr{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new et(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Jr,this.combine=wg,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},rw=new It,Ms=new Ho,oh=new es,sw=new H,ah=new H,lh=new H,ch=new H,rg=new H,uh=new H,ow=new H,hh=new H,Nt=class extends Hn{constructor(e=new Ut,t=new Bh){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let r=t[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}getVertexPosition(e,t){let i=this.geometry,r=i.attributes.position,s=i.morphAttributes.position,o=i.morphTargetsRelative;t.fromBufferAttribute(r,e);let a=this.morphTargetInfluences;if(s&&a){uh.set(0,0,0);for(let l=0,c=s.length;l<c;l++){let u=a[l],h=s[l];u!==0&&(rg.fromBufferAttribute(h,e),o?uh.addScaledVector(rg,u):uh.addScaledVector(rg.sub(t),u))}t.add(uh)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,r=this.material,s=this.matrixWorld;r!==void 0&&(i.boundingSphere===null&&i.computeBoundingSphere(),oh.copy(i.boundingSphere),oh.applyMatrix4(s),Ms.copy(e.ray).recast(e.near),!(oh.containsPoint(Ms.origin)===!1&&(Ms.intersectSphere(oh,sw)===null||Ms.origin.distanceToSquared(sw)>(e.far-e.near)**2))&&(rw.copy(s).invert(),Ms.copy(e.ray).applyMatrix4(rw),!(i.boundingBox!==null&&Ms.intersectsBox(i.boundingBox)===!1)&&this._computeIntersections(e,t,Ms)))}_computeIntersections(e,t,i){let r,s=this.geometry,o=this.material,a=s.index,l=s.attributes.position,c=s.attributes.uv,u=s.attributes.uv1,h=s.attributes.normal,d=s.groups,f=s.drawRange;if(a!==null)if(Array.isArray(o))for(let m=0,x=d.length;m<x;m++){let p=d[m],g=o[p.materialIndex],S=Math.max(p.start,f.start),E=Math.min(a.count,Math.min(p.start+p.count,f.start+f.count));for(let w=S,C=E;w<C;w+=3){let T=a.getX(w),y=a.getX(w+1),M=a.getX(w+2);r=dh(this,g,e,i,c,u,h,T,y,M),r&&(r.faceIndex=Math.floor(w/3),r.face.materialIndex=p.materialIndex,t.push(r))}}else{let m=Math.max(0,f.start),x=Math.min(a.count,f.start+f.count);for(let p=m,g=x;p<g;p+=3){let S=a.getX(p),E=a.getX(p+1),w=a.getX(p+2);r=dh(this,o,e,i,c,u,h,S,E,w),r&&(r.faceIndex=Math.floor(p/3),t.push(r))}}else if(l!==void 0)if(Array.isArray(o))for(let m=0,x=d.length;m<x;m++){let p=d[m],g=o[p.materialIndex],S=Math.max(p.start,f.start),E=Math.min(l.count,Math.min(p.start+p.count,f.start+f.count));for(let w=S,C=E;w<C;w+=3){let T=w,y=w+1,M=w+2;r=dh(this,g,e,i,c,u,h,T,y,M),r&&(r.faceIndex=Math.floor(w/3),r.face.materialIndex=p.materialIndex,t.push(r))}}else{let m=Math.max(0,f.start),x=Math.min(l.count,f.start+f.count);for(let p=m,g=x;p<g;p+=3){let S=p,E=p+1,w=p+2;r=dh(this,o,e,i,c,u,h,S,E,w),r&&(r.faceIndex=Math.floor(p/3),t.push(r))}}}};function KL(n,e,t,i,r,s,o,a){let l;if(e.side===Bn?l=i.intersectTriangle(o,s,r,!0,a):l=i.intersectTriangle(r,s,o,e.side===Mi,a),l===null)return null;hh.copy(a),hh.applyMatrix4(n.matrixWorld);let c=t.ray.origin.distanceTo(hh);return c<t.near||c>t.far?null:{distance:c,point:hh.clone(),object:n}}function dh(n,e,t,i,r,s,o,a,l,c){n.getVertexPosition(a,ah),n.getVertexPosition(l,lh),n.getVertexPosition(c,ch);let u=KL(n,e,t,i,ah,lh,ch,ow);if(u){let h=new H;Zr.getBarycoord(ow,ah,lh,ch,h),r&&(u.uv=Zr.getInterpolatedAttribute(r,a,l,c,h,new lt)),s&&(u.uv1=Zr.getInterpolatedAttribute(s,a,l,c,h,new lt)),o&&(u.normal=Zr.getInterpolatedAttribute(o,a,l,c,h,new H),u.normal.dot(i.direction)>0&&u.normal.multiplyScalar(-1));let d={a,b:l,c,normal:new H,materialIndex:0};Zr.getNormal(ah,lh,ch,d.normal),u.face=d,u.barycoord=h}return u}var Vh=class extends Un{constructor(e=null,t=1,i=1,r,s,o,a,l,c=Kt,u=Kt,h,d){super(null,o,a,l,c,u,r,s,h,d),this.isDataTexture=!0,this.image={data:e,width:t,height:i},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var wr=class extends wt{constructor(e,t,i,r=1){super(e,t,i),this.isInstancedBufferAttribute=!0,this.meshPerAttribute=r}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}toJSON(){let e=super.toJSON();return e.meshPerAttribute=this.meshPerAttribute,e.isInstancedBufferAttribute=!0,e}};var Es=new es,jL=new lt(.5,.5),fh=new H,As=class{constructor(e=new Si,t=new Si,i=new Si,r=new Si,s=new Si,o=new Si){this.planes=[e,t,i,r,s,o]}set(e,t,i,r,s,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(i),a[3].copy(r),a[4].copy(s),a[5].copy(o),this}copy(e){let t=this.planes;for(let i=0;i<6;i++)t[i].copy(e.planes[i]);return this}setFromProjectionMatrix(e,t=hi,i=!1){let r=this.planes,s=e.elements,o=s[0],a=s[1],l=s[2],c=s[3],u=s[4],h=s[5],d=s[6],f=s[7],m=s[8],x=s[9],p=s[10],g=s[11],S=s[12],E=s[13],w=s[14],C=s[15];if(r[0].setComponents(c-o,f-u,g-m,C-S).normalize(),r[1].setComponents(c+o,f+u,g+m,C+S).normalize(),r[2].setComponents(c+a,f+h,g+x,C+E).normalize(),r[3].setComponents(c-a,f-h,g-x,C-E).normalize(),i)r[4].setComponents(l,d,p,w).normalize(),r[5].setComponents(c-l,f-d,g-p,C-w).normalize();else if(r[4].setComponents(c-l,f-d,g-p,C-w).normalize(),t===hi)r[5].setComponents(c+l,f+d,g+p,C+w).normalize();else if(t===el)r[5].setComponents(l,d,p,w).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),Es.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),Es.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(Es)}intersectsSprite(e){Es.center.set(0,0,0);let t=jL.distanceTo(e.center);return Es.radius=.7071067811865476+t,Es.applyMatrix4(e.matrixWorld),this.intersectsSphere(Es)}intersectsSphere(e){let t=this.planes,i=e.center,r=-e.radius;for(let s=0;s<6;s++)if(t[s].distanceToPoint(i)<r)return!1;return!0}intersectsBox(e){let t=this.planes;for(let i=0;i<6;i++){let r=t[i];if(fh.x=r.normal.x>0?e.max.x:e.min.x,fh.y=r.normal.y>0?e.max.y:e.min.y,fh.z=r.normal.z>0?e.max.z:e.min.z,r.distanceToPoint(fh)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let i=0;i<6;i++)if(t[i].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},aw=new It,zh=class n{constructor(){this.coordinateSystem=hi,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,i=this._frustums;for(let r=0;r<t.length;r++){let s=t[r];aw.multiplyMatrices(s.projectionMatrix,s.matrixWorldInverse),i[r]===void 0&&(i[r]=new As),i[r].setFromProjectionMatrix(aw,s.coordinateSystem,s.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,i=e._frustums;for(let r=0;r<e._count;r++)t[r]===void 0&&(t[r]=new As),t[r].copy(i[r]);return this._count=e._count,this}clone(){return new n().copy(this)}};var Gh=class extends vr{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new et(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},Hh=new H,Wh=new H,lw=new It,Ya=new Ho,ph=new es,sg=new H,cw=new H,Xh=class extends Hn{constructor(e=new Ut,t=new Gh){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,i=[0];for(let r=1,s=t.count;r<s;r++)Hh.fromBufferAttribute(t,r-1),Wh.fromBufferAttribute(t,r),i[r]=i[r-1],i[r]+=Hh.distanceTo(Wh);e.setAttribute("lineDistance",new gn(i,1))}else ke("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,r=this.matrixWorld,s=e.params.Line.threshold,o=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),ph.copy(i.boundingSphere),ph.applyMatrix4(r),ph.radius+=s,e.ray.intersectsSphere(ph)===!1)return;lw.copy(r).invert(),Ya.copy(e.ray).applyMatrix4(lw);let a=s/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=this.isLineSegments?2:1,u=i.index,d=i.attributes.position;if(u!==null){let f=Math.max(0,o.start),m=Math.min(u.count,o.start+o.count);for(let x=f,p=m-1;x<p;x+=c){let g=u.getX(x),S=u.getX(x+1),E=mh(this,e,Ya,l,g,S,x);E&&t.push(E)}if(this.isLineLoop){let x=u.getX(m-1),p=u.getX(f),g=mh(this,e,Ya,l,x,p,m-1);g&&t.push(g)}}else{let f=Math.max(0,o.start),m=Math.min(d.count,o.start+o.count);for(let x=f,p=m-1;x<p;x+=c){let g=mh(this,e,Ya,l,x,x+1,x);g&&t.push(g)}if(this.isLineLoop){let x=mh(this,e,Ya,l,m-1,f,m-1);x&&t.push(x)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let r=t[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}};function mh(n,e,t,i,r,s,o){let a=n.geometry.attributes.position;if(Hh.fromBufferAttribute(a,r),Wh.fromBufferAttribute(a,s),t.distanceSqToSegment(Hh,Wh,sg,cw)>i)return;sg.applyMatrix4(n.matrixWorld);let c=e.ray.origin.distanceTo(sg);if(!(c<e.near||c>e.far))return{distance:c,point:cw.clone().applyMatrix4(n.matrixWorld),index:o,face:null,faceIndex:null,barycoord:null,object:n}}var uw=new H,hw=new H,Sr=class extends Xh{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,i=[];for(let r=0,s=t.count;r<s;r+=2)uw.fromBufferAttribute(t,r),hw.fromBufferAttribute(t,r+1),i[r]=r===0?0:i[r-1],i[r+1]=i[r]+uw.distanceTo(hw);e.setAttribute("lineDistance",new gn(i,1))}else ke("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var $h=class extends vr{constructor(e){super(),this.isPointsMaterial=!0,this.type="PointsMaterial",this.color=new et(16777215),this.map=null,this.alphaMap=null,this.size=1,this.sizeAttenuation=!0,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.alphaMap=e.alphaMap,this.size=e.size,this.sizeAttenuation=e.sizeAttenuation,this.fog=e.fog,this}},dw=new It,ug=new Ho,gh=new es,yh=new H,ol=class extends Hn{constructor(e=new Ut,t=new $h){super(),this.isPoints=!0,this.type="Points",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,r=this.matrixWorld,s=e.params.Points.threshold,o=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),gh.copy(i.boundingSphere),gh.applyMatrix4(r),gh.radius+=s,e.ray.intersectsSphere(gh)===!1)return;dw.copy(r).invert(),ug.copy(e.ray).applyMatrix4(dw);let a=s/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=i.index,h=i.attributes.position;if(c!==null){let d=Math.max(0,o.start),f=Math.min(c.count,o.start+o.count);for(let m=d,x=f;m<x;m++){let p=c.getX(m);yh.fromBufferAttribute(h,p),fw(yh,p,l,r,e,t,this)}}else{let d=Math.max(0,o.start),f=Math.min(h.count,o.start+o.count);for(let m=d,x=f;m<x;m++)yh.fromBufferAttribute(h,m),fw(yh,m,l,r,e,t,this)}}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let r=t[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}};function fw(n,e,t,i,r,s,o){let a=ug.distanceSqToPoint(n);if(a<t){let l=new H;ug.closestPointToPoint(n,l),l.applyMatrix4(i);let c=r.ray.origin.distanceTo(l);if(c<r.near||c>r.far)return;s.push({distance:c,distanceToRay:Math.sqrt(a),point:l,index:e,face:null,faceIndex:null,barycoord:null,object:o})}}var al=class extends Un{constructor(e,t){super({width:e,height:t}),this.isFramebufferTexture=!0,this.magFilter=Kt,this.minFilter=Kt,this.generateMipmaps=!1,this.needsUpdate=!0}copy(e){return super.copy(e),this.source=new Ts(Object.assign({},e.image)),this}};var ll=class extends Un{constructor(e=[],t=Ls,i,r,s,o,a,l,c,u){super(e,t,i,r,s,o,a,l,c,u),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var Mr=class extends Un{constructor(e,t,i=Ei,r,s,o,a=Kt,l=Kt,c,u=xr,h=1){if(u!==xr&&u!==Tr)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let d={width:e,height:t,depth:h};super(d,r,s,o,a,l,u,i,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new Ts(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},cl=class extends Mr{constructor(e,t=Ei,i=Ls,r,s,o=Kt,a=Kt,l,c=xr){let u={width:e,height:e,depth:1},h=[u,u,u,u,u,u];super(e,e,t,i,r,s,o,a,l,c),this.image=h,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},ul=class extends Un{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},Wo=class n extends Ut{constructor(e=1,t=1,i=1,r=1,s=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:i,widthSegments:r,heightSegments:s,depthSegments:o};let a=this;r=Math.floor(r),s=Math.floor(s),o=Math.floor(o);let l=[],c=[],u=[],h=[],d=0,f=0;m("z","y","x",-1,-1,i,t,e,o,s,0),m("z","y","x",1,-1,i,t,-e,o,s,1),m("x","z","y",1,1,e,i,t,r,o,2),m("x","z","y",1,-1,e,i,-t,r,o,3),m("x","y","z",1,-1,e,t,i,r,s,4),m("x","y","z",-1,-1,e,t,-i,r,s,5),this.setIndex(l),this.setAttribute("position",new gn(c,3)),this.setAttribute("normal",new gn(u,3)),this.setAttribute("uv",new gn(h,2));function m(x,p,g,S,E,w,C,T,y,M,D){let I=w/y,N=C/M,z=w/2,W=C/2,R=T/2,L=y+1,G=M+1,V=0,ne=0,X=new H;for(let Q=0;Q<G;Q++){let te=Q*N-W;for(let xe=0;xe<L;xe++){let Re=xe*I-z;X[x]=Re*S,X[p]=te*E,X[g]=R,c.push(X.x,X.y,X.z),X[x]=0,X[p]=0,X[g]=T>0?1:-1,u.push(X.x,X.y,X.z),h.push(xe/y),h.push(1-Q/M),V+=1}}for(let Q=0;Q<M;Q++)for(let te=0;te<y;te++){let xe=d+te+L*Q,Re=d+te+L*(Q+1),Y=d+(te+1)+L*(Q+1),he=d+(te+1)+L*Q;l.push(xe,Re,he),l.push(Re,Y,he),ne+=6}a.addGroup(f,ne,D),f+=ne,d+=V}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};function ZL(n,e,t=2){let i=e&&e.length,r=i?e[0]*t:n.length,s=aS(n,0,r,t,!0),o=[];if(!s||s.next===s.prev)return o;let a,l,c;if(i&&(s=nI(n,e,s,t)),n.length>80*t){a=n[0],l=n[1];let u=a,h=l;for(let d=t;d<r;d+=t){let f=n[d],m=n[d+1];f<a&&(a=f),m<l&&(l=m),f>u&&(u=f),m>h&&(h=m)}c=Math.max(u-a,h-l),c=c!==0?32767/c:0}return hl(s,o,t,a,l,c,0),o}function aS(n,e,t,i,r){let s;if(r===fI(n,e,t,i)>0)for(let o=e;o<t;o+=i)s=pw(o/i|0,n[o],n[o+1],s);else for(let o=t-i;o>=e;o-=i)s=pw(o/i|0,n[o],n[o+1],s);return s&&Xo(s,s.next)&&(fl(s),s=s.next),s}function Cs(n,e){if(!n)return n;e||(e=n);let t=n,i;do if(i=!1,!t.steiner&&(Xo(t,t.next)||Ot(t.prev,t,t.next)===0)){if(fl(t),t=e=t.prev,t===t.next)break;i=!0}else t=t.next;while(i||t!==e);return e}function hl(n,e,t,i,r,s,o){if(!n)return;!o&&s&&aI(n,i,r,s);let a=n;for(;n.prev!==n.next;){let l=n.prev,c=n.next;if(s?QL(n,i,r,s):JL(n)){e.push(l.i,n.i,c.i),fl(n),n=c.next,a=c.next;continue}if(n=c,n===a){o?o===1?(n=eI(Cs(n),e),hl(n,e,t,i,r,s,2)):o===2&&tI(n,e,t,i,r,s):hl(Cs(n),e,t,i,r,s,1);break}}}function JL(n){let e=n.prev,t=n,i=n.next;if(Ot(e,t,i)>=0)return!1;let r=e.x,s=t.x,o=i.x,a=e.y,l=t.y,c=i.y,u=Math.min(r,s,o),h=Math.min(a,l,c),d=Math.max(r,s,o),f=Math.max(a,l,c),m=i.next;for(;m!==e;){if(m.x>=u&&m.x<=d&&m.y>=h&&m.y<=f&&Ka(r,a,s,l,o,c,m.x,m.y)&&Ot(m.prev,m,m.next)>=0)return!1;m=m.next}return!0}function QL(n,e,t,i){let r=n.prev,s=n,o=n.next;if(Ot(r,s,o)>=0)return!1;let a=r.x,l=s.x,c=o.x,u=r.y,h=s.y,d=o.y,f=Math.min(a,l,c),m=Math.min(u,h,d),x=Math.max(a,l,c),p=Math.max(u,h,d),g=hg(f,m,e,t,i),S=hg(x,p,e,t,i),E=n.prevZ,w=n.nextZ;for(;E&&E.z>=g&&w&&w.z<=S;){if(E.x>=f&&E.x<=x&&E.y>=m&&E.y<=p&&E!==r&&E!==o&&Ka(a,u,l,h,c,d,E.x,E.y)&&Ot(E.prev,E,E.next)>=0||(E=E.prevZ,w.x>=f&&w.x<=x&&w.y>=m&&w.y<=p&&w!==r&&w!==o&&Ka(a,u,l,h,c,d,w.x,w.y)&&Ot(w.prev,w,w.next)>=0))return!1;w=w.nextZ}for(;E&&E.z>=g;){if(E.x>=f&&E.x<=x&&E.y>=m&&E.y<=p&&E!==r&&E!==o&&Ka(a,u,l,h,c,d,E.x,E.y)&&Ot(E.prev,E,E.next)>=0)return!1;E=E.prevZ}for(;w&&w.z<=S;){if(w.x>=f&&w.x<=x&&w.y>=m&&w.y<=p&&w!==r&&w!==o&&Ka(a,u,l,h,c,d,w.x,w.y)&&Ot(w.prev,w,w.next)>=0)return!1;w=w.nextZ}return!0}function eI(n,e){let t=n;do{let i=t.prev,r=t.next.next;!Xo(i,r)&&cS(i,t,t.next,r)&&dl(i,r)&&dl(r,i)&&(e.push(i.i,t.i,r.i),fl(t),fl(t.next),t=n=r),t=t.next}while(t!==n);return Cs(t)}function tI(n,e,t,i,r,s){let o=n;do{let a=o.next.next;for(;a!==o.prev;){if(o.i!==a.i&&uI(o,a)){let l=uS(o,a);o=Cs(o,o.next),l=Cs(l,l.next),hl(o,e,t,i,r,s,0),hl(l,e,t,i,r,s,0);return}a=a.next}o=o.next}while(o!==n)}function nI(n,e,t,i){let r=[];for(let s=0,o=e.length;s<o;s++){let a=e[s]*i,l=s<o-1?e[s+1]*i:n.length,c=aS(n,a,l,i,!1);c===c.next&&(c.steiner=!0),r.push(cI(c))}r.sort(iI);for(let s=0;s<r.length;s++)t=rI(r[s],t);return t}function iI(n,e){let t=n.x-e.x;if(t===0&&(t=n.y-e.y,t===0)){let i=(n.next.y-n.y)/(n.next.x-n.x),r=(e.next.y-e.y)/(e.next.x-e.x);t=i-r}return t}function rI(n,e){let t=sI(n,e);if(!t)return e;let i=uS(t,n);return Cs(i,i.next),Cs(t,t.next)}function sI(n,e){let t=e,i=n.x,r=n.y,s=-1/0,o;if(Xo(n,t))return t;do{if(Xo(n,t.next))return t.next;if(r<=t.y&&r>=t.next.y&&t.next.y!==t.y){let h=t.x+(r-t.y)*(t.next.x-t.x)/(t.next.y-t.y);if(h<=i&&h>s&&(s=h,o=t.x<t.next.x?t:t.next,h===i))return o}t=t.next}while(t!==e);if(!o)return null;let a=o,l=o.x,c=o.y,u=1/0;t=o;do{if(i>=t.x&&t.x>=l&&i!==t.x&&lS(r<c?i:s,r,l,c,r<c?s:i,r,t.x,t.y)){let h=Math.abs(r-t.y)/(i-t.x);dl(t,n)&&(h<u||h===u&&(t.x>o.x||t.x===o.x&&oI(o,t)))&&(o=t,u=h)}t=t.next}while(t!==a);return o}function oI(n,e){return Ot(n.prev,n,e.prev)<0&&Ot(e.next,n,n.next)<0}function aI(n,e,t,i){let r=n;do r.z===0&&(r.z=hg(r.x,r.y,e,t,i)),r.prevZ=r.prev,r.nextZ=r.next,r=r.next;while(r!==n);r.prevZ.nextZ=null,r.prevZ=null,lI(r)}function lI(n){let e,t=1;do{let i=n,r;n=null;let s=null;for(e=0;i;){e++;let o=i,a=0;for(let c=0;c<t&&(a++,o=o.nextZ,!!o);c++);let l=t;for(;a>0||l>0&&o;)a!==0&&(l===0||!o||i.z<=o.z)?(r=i,i=i.nextZ,a--):(r=o,o=o.nextZ,l--),s?s.nextZ=r:n=r,r.prevZ=s,s=r;i=o}s.nextZ=null,t*=2}while(e>1);return n}function hg(n,e,t,i,r){return n=(n-t)*r|0,e=(e-i)*r|0,n=(n|n<<8)&16711935,n=(n|n<<4)&252645135,n=(n|n<<2)&858993459,n=(n|n<<1)&1431655765,e=(e|e<<8)&16711935,e=(e|e<<4)&252645135,e=(e|e<<2)&858993459,e=(e|e<<1)&1431655765,n|e<<1}function cI(n){let e=n,t=n;do(e.x<t.x||e.x===t.x&&e.y<t.y)&&(t=e),e=e.next;while(e!==n);return t}function lS(n,e,t,i,r,s,o,a){return(r-o)*(e-a)>=(n-o)*(s-a)&&(n-o)*(i-a)>=(t-o)*(e-a)&&(t-o)*(s-a)>=(r-o)*(i-a)}function Ka(n,e,t,i,r,s,o,a){return!(n===o&&e===a)&&lS(n,e,t,i,r,s,o,a)}function uI(n,e){return n.next.i!==e.i&&n.prev.i!==e.i&&!hI(n,e)&&(dl(n,e)&&dl(e,n)&&dI(n,e)&&(Ot(n.prev,n,e.prev)||Ot(n,e.prev,e))||Xo(n,e)&&Ot(n.prev,n,n.next)>0&&Ot(e.prev,e,e.next)>0)}function Ot(n,e,t){return(e.y-n.y)*(t.x-e.x)-(e.x-n.x)*(t.y-e.y)}function Xo(n,e){return n.x===e.x&&n.y===e.y}function cS(n,e,t,i){let r=bh(Ot(n,e,t)),s=bh(Ot(n,e,i)),o=bh(Ot(t,i,n)),a=bh(Ot(t,i,e));return!!(r!==s&&o!==a||r===0&&_h(n,t,e)||s===0&&_h(n,i,e)||o===0&&_h(t,n,i)||a===0&&_h(t,e,i))}function _h(n,e,t){return e.x<=Math.max(n.x,t.x)&&e.x>=Math.min(n.x,t.x)&&e.y<=Math.max(n.y,t.y)&&e.y>=Math.min(n.y,t.y)}function bh(n){return n>0?1:n<0?-1:0}function hI(n,e){let t=n;do{if(t.i!==n.i&&t.next.i!==n.i&&t.i!==e.i&&t.next.i!==e.i&&cS(t,t.next,n,e))return!0;t=t.next}while(t!==n);return!1}function dl(n,e){return Ot(n.prev,n,n.next)<0?Ot(n,e,n.next)>=0&&Ot(n,n.prev,e)>=0:Ot(n,e,n.prev)<0||Ot(n,n.next,e)<0}function dI(n,e){let t=n,i=!1,r=(n.x+e.x)/2,s=(n.y+e.y)/2;do t.y>s!=t.next.y>s&&t.next.y!==t.y&&r<(t.next.x-t.x)*(s-t.y)/(t.next.y-t.y)+t.x&&(i=!i),t=t.next;while(t!==n);return i}function uS(n,e){let t=dg(n.i,n.x,n.y),i=dg(e.i,e.x,e.y),r=n.next,s=e.prev;return n.next=e,e.prev=n,t.next=r,r.prev=t,i.next=t,t.prev=i,s.next=i,i.prev=s,i}function pw(n,e,t,i){let r=dg(n,e,t);return i?(r.next=i.next,r.prev=i,i.next.prev=r,i.next=r):(r.prev=r,r.next=r),r}function fl(n){n.next.prev=n.prev,n.prev.next=n.next,n.prevZ&&(n.prevZ.nextZ=n.nextZ),n.nextZ&&(n.nextZ.prevZ=n.prevZ)}function dg(n,e,t){return{i:n,x:e,y:t,prev:null,next:null,z:0,prevZ:null,nextZ:null,steiner:!1}}function fI(n,e,t,i){let r=0;for(let s=e,o=t-i;s<t;s+=i)r+=(n[o]-n[s])*(n[s+1]+n[o+1]),o=s;return r}var fg=class{static triangulate(e,t,i=2){return ZL(e,t,i)}},pl=class n{static area(e){let t=e.length,i=0;for(let r=t-1,s=0;s<t;r=s++)i+=e[r].x*e[s].y-e[s].x*e[r].y;return i*.5}static isClockWise(e){return n.area(e)<0}static triangulateShape(e,t){let i=[],r=[],s=[];mw(e),gw(i,e);let o=e.length;t.forEach(mw);for(let l=0;l<t.length;l++)r.push(o),o+=t[l].length,gw(i,t[l]);let a=fg.triangulate(i,r);for(let l=0;l<a.length;l+=3)s.push(a.slice(l,l+3));return s}};function mw(n){let e=n.length;e>2&&n[e-1].equals(n[0])&&n.pop()}function gw(n,e){for(let t=0;t<e.length;t++)n.push(e[t].x),n.push(e[t].y)}var ml=class n extends Ut{constructor(e=1,t=1,i=1,r=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:i,heightSegments:r};let s=e/2,o=t/2,a=Math.floor(i),l=Math.floor(r),c=a+1,u=l+1,h=e/a,d=t/l,f=[],m=[],x=[],p=[];for(let g=0;g<u;g++){let S=g*d-o;for(let E=0;E<c;E++){let w=E*h-s;m.push(w,-S,0),x.push(0,0,1),p.push(E/a),p.push(1-g/l)}}for(let g=0;g<l;g++)for(let S=0;S<a;S++){let E=S+c*g,w=S+c*(g+1),C=S+1+c*(g+1),T=S+1+c*g;f.push(E,w,T),f.push(w,C,T)}this.setIndex(f),this.setAttribute("position",new gn(m,3)),this.setAttribute("normal",new gn(x,3)),this.setAttribute("uv",new gn(p,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.width,e.height,e.widthSegments,e.heightSegments)}};var gl=class n extends Ut{constructor(e=1,t=32,i=16,r=0,s=Math.PI*2,o=0,a=Math.PI){super(),this.type="SphereGeometry",this.parameters={radius:e,widthSegments:t,heightSegments:i,phiStart:r,phiLength:s,thetaStart:o,thetaLength:a},t=Math.max(3,Math.floor(t)),i=Math.max(2,Math.floor(i));let l=Math.min(o+a,Math.PI),c=0,u=[],h=new H,d=new H,f=[],m=[],x=[],p=[];for(let g=0;g<=i;g++){let S=[],E=g/i,w=o+E*a,C=e*Math.cos(w),T=Math.sqrt(e*e-C*C),y=0;g===0&&o===0?y=.5/t:g===i&&l===Math.PI&&(y=-.5/t);for(let M=0;M<=t;M++){let D=M/t,I=r+D*s;h.x=-T*Math.cos(I),h.y=C,h.z=T*Math.sin(I),m.push(h.x,h.y,h.z),d.copy(h).normalize(),x.push(d.x,d.y,d.z),p.push(D+y,1-E),S.push(c++)}u.push(S)}for(let g=0;g<i;g++)for(let S=0;S<t;S++){let E=u[g][S+1],w=u[g][S],C=u[g+1][S],T=u[g+1][S+1];(g!==0||o>0)&&f.push(E,w,T),(g!==i-1||l<Math.PI)&&f.push(w,C,T)}this.setIndex(f),this.setAttribute("position",new gn(m,3)),this.setAttribute("normal",new gn(x,3)),this.setAttribute("uv",new gn(p,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.radius,e.widthSegments,e.heightSegments,e.phiStart,e.phiLength,e.thetaStart,e.thetaLength)}};function Ns(n){let e={};for(let t in n){e[t]={};for(let i in n[t]){let r=n[t][i];if(yw(r))r.isRenderTargetTexture?(ke("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][i]=null):e[t][i]=r.clone();else if(Array.isArray(r))if(yw(r[0])){let s=[];for(let o=0,a=r.length;o<a;o++)s[o]=r[o].clone();e[t][i]=s}else e[t][i]=r.slice();else e[t][i]=r}}return e}function An(n){let e={};for(let t=0;t<n.length;t++){let i=Ns(n[t]);for(let r in i)e[r]=i[r]}return e}function yw(n){return n&&(n.isColor||n.isMatrix3||n.isMatrix4||n.isVector2||n.isVector3||n.isVector4||n.isTexture||n.isQuaternion)}function pI(n){let e=[];for(let t=0;t<n.length;t++)e.push(n[t].clone());return e}function Xg(n){let e=n.getRenderTarget();return e===null?n.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:rt.workingColorSpace}var hS={clone:Ns,merge:An},mI=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,gI=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,Bt=class extends vr{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=mI,this.fragmentShader=gI,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=Ns(e.uniforms),this.uniformsGroups=pI(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let r in this.uniforms){let o=this.uniforms[r].value;o&&o.isTexture?t.uniforms[r]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[r]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[r]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[r]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[r]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[r]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[r]={type:"m4",value:o.toArray()}:t.uniforms[r]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let i={};for(let r in this.extensions)this.extensions[r]===!0&&(i[r]=!0);return Object.keys(i).length>0&&(t.extensions=i),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let i in e.uniforms){let r=e.uniforms[i];switch(this.uniforms[i]={},r.type){case"t":this.uniforms[i].value=t[r.value]||null;break;case"c":this.uniforms[i].value=new et().setHex(r.value);break;case"v2":this.uniforms[i].value=new lt().fromArray(r.value);break;case"v3":this.uniforms[i].value=new H().fromArray(r.value);break;case"v4":this.uniforms[i].value=new Ft().fromArray(r.value);break;case"m3":this.uniforms[i].value=new Ue().fromArray(r.value);break;case"m4":this.uniforms[i].value=new It().fromArray(r.value);break;default:this.uniforms[i].value=r.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let i in e.extensions)this.extensions[i]=e.extensions[i];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},qh=class extends Bt{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var Yh=class extends vr{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=$w,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Kh=class extends vr{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function Do(n,e){return!n||n.constructor===e?n:typeof e.BYTES_PER_ELEMENT=="number"?new e(n):Array.prototype.slice.call(n)}function xh(n){return n!==void 0&&n.inTangents!==void 0&&n.outTangents!==void 0}var ts=class{constructor(e,t,i,r){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=r!==void 0?r:new t.constructor(i),this.sampleValues=t,this.valueSize=i,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,i=this._cachedIndex,r=t[i],s=t[i-1];n:{e:{let o;t:{i:if(!(e<r)){for(let a=i+2;;){if(r===void 0){if(e<s)break i;return i=t.length,this._cachedIndex=i,this.copySampleValue_(i-1)}if(i===a)break;if(s=r,r=t[++i],e<r)break e}o=t.length;break t}if(!(e>=s)){let a=t[1];e<a&&(i=2,s=a);for(let l=i-2;;){if(s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(i===l)break;if(r=s,s=t[--i-1],e>=s)break e}o=i,i=0;break t}break n}for(;i<o;){let a=i+o>>>1;e<t[a]?o=a:i=a+1}if(r=t[i],s=t[i-1],s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return i=t.length,this._cachedIndex=i,this.copySampleValue_(i-1)}this._cachedIndex=i,this.intervalChanged_(i,s,r)}return this.interpolate_(i,s,e,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,i=this.sampleValues,r=this.valueSize,s=e*r;for(let o=0;o!==r;++o)t[o]=i[s+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},jh=class extends ts{constructor(e,t,i,r){super(e,t,i,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:ag,endingEnd:ag}}intervalChanged_(e,t,i){let r=this.parameterPositions,s=e-2,o=e+1,a=r[s],l=r[o];if(a===void 0)switch(this.getSettings_().endingStart){case lg:s=e,a=2*t-i;break;case cg:s=r.length-2,a=t+r[s]-r[s+1];break;default:s=e,a=i}if(l===void 0)switch(this.getSettings_().endingEnd){case lg:o=e,l=2*i-t;break;case cg:o=1,l=i+r[1]-r[0];break;default:o=e-1,l=t}let c=(i-t)*.5,u=this.valueSize;this._weightPrev=c/(t-a),this._weightNext=c/(l-i),this._offsetPrev=s*u,this._offsetNext=o*u}interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,u=this._offsetPrev,h=this._offsetNext,d=this._weightPrev,f=this._weightNext,m=(i-t)/(r-t),x=m*m,p=x*m,g=-d*p+2*d*x-d*m,S=(1+d)*p+(-1.5-2*d)*x+(-.5+d)*m+1,E=(-1-f)*p+(1.5+f)*x+.5*m,w=f*p-f*x;for(let C=0;C!==a;++C)s[C]=g*o[u+C]+S*o[c+C]+E*o[l+C]+w*o[h+C];return s}},Zh=class extends ts{constructor(e,t,i,r){super(e,t,i,r)}interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,u=(i-t)/(r-t),h=1-u;for(let d=0;d!==a;++d)s[d]=o[c+d]*h+o[l+d]*u;return s}},Jh=class extends ts{constructor(e,t,i,r){super(e,t,i,r)}interpolate_(e){return this.copySampleValue_(e-1)}},Qh=class extends ts{interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,u=this.inTangents,h=this.outTangents;if(!u||!h){let m=(i-t)/(r-t),x=1-m;for(let p=0;p!==a;++p)s[p]=o[c+p]*x+o[l+p]*m;return s}let d=a*2,f=e-1;for(let m=0;m!==a;++m){let x=o[c+m],p=o[l+m],g=f*d+m*2,S=h[g],E=h[g+1],w=e*d+m*2,C=u[w],T=u[w+1],y=_I(i,t,S,C,r);s[m]=dS(y,x,E,T,p)}return s}};function dS(n,e,t,i,r){let s=1-n;return s*s*s*e+3*s*s*n*t+3*s*n*n*i+n*n*n*r}function yI(n,e,t,i,r){let s=1-n;return 3*s*s*(t-e)+6*s*n*(i-t)+3*n*n*(r-i)}function _I(n,e,t,i,r){let s=(n-e)/(r-e);for(let o=0;o<8;o++){let a=dS(s,e,t,i,r)-n;if(Math.abs(a)<1e-10)break;let l=yI(s,e,t,i,r);if(Math.abs(l)<1e-10)break;s=Math.max(0,Math.min(1,s-a/l))}return s}var Jn=class{constructor(e,t,i,r){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=Do(t,this.TimeBufferType),this.values=Do(i,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,i;if(t.toJSON!==this.toJSON)i=t.toJSON(e);else{i={name:e.name,times:Do(e.times,Array),values:Do(e.values,Array)};let r=e.getInterpolation();r!==e.DefaultInterpolation&&(i.interpolation=r),xh(e.settings)&&(i.settings={inTangents:Do(e.settings.inTangents,Array),outTangents:Do(e.settings.outTangents,Array)})}return i.type=e.ValueTypeName,i}InterpolantFactoryMethodDiscrete(e){return new Jh(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new Zh(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new jh(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new Qh(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case Za:t=this.InterpolantFactoryMethodDiscrete;break;case kh:t=this.InterpolantFactoryMethodLinear;break;case Sh:t=this.InterpolantFactoryMethodSmooth;break;case og:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let i="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(i);return ke("KeyframeTrack:",i),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return Za;case this.InterpolantFactoryMethodLinear:return kh;case this.InterpolantFactoryMethodSmooth:return Sh;case this.InterpolantFactoryMethodBezier:return og}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let i=0,r=t.length;i!==r;++i)t[i]+=e;xh(this.settings)&&(_w(this.settings.inTangents,e),_w(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let i=0,r=t.length;i!==r;++i)t[i]*=e;xh(this.settings)&&(bw(this.settings.inTangents,e),bw(this.settings.outTangents,e))}return this}trim(e,t){let i=this.times,r=i.length,s=0,o=r-1;for(;s!==r&&i[s]<e;)++s;for(;o!==-1&&i[o]>t;)--o;if(++o,s!==0||o!==r){s>=o&&(o=Math.max(o,1),s=o-1);let a=this.getValueSize();this.times=i.slice(s,o),this.values=this.values.slice(s*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(Fe("KeyframeTrack: Invalid value size in track.",this),e=!1);let i=this.times,r=this.values,s=i.length;s===0&&(Fe("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==s;a++){let l=i[a];if(typeof l=="number"&&isNaN(l)){Fe("KeyframeTrack: Time is not a valid number.",this,a,l),e=!1;break}if(o!==null&&o>l){Fe("KeyframeTrack: Out of order keys.",this,a,l,o),e=!1;break}o=l}if(r!==void 0&&RL(r))for(let a=0,l=r.length;a!==l;++a){let c=r[a];if(isNaN(c)){Fe("KeyframeTrack: Value is not a valid number.",this,a,c),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),i=this.getValueSize(),r=this.getInterpolation()===Sh,s=e.length-1,o=1;for(let a=1;a<s;++a){let l=!1,c=e[a],u=e[a+1];if(c!==u&&(a!==1||c!==e[0]))if(r)l=!0;else{let h=a*i,d=h-i,f=h+i;for(let m=0;m!==i;++m){let x=t[h+m];if(x!==t[d+m]||x!==t[f+m]){l=!0;break}}}if(l){if(a!==o){e[o]=e[a];let h=a*i,d=o*i;for(let f=0;f!==i;++f)t[d+f]=t[h+f]}++o}}if(s>0){e[o]=e[s];for(let a=s*i,l=o*i,c=0;c!==i;++c)t[l+c]=t[a+c];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*i)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),i=this.constructor,r=new i(this.name,e,t);return r.createInterpolant=this.createInterpolant,xh(this.settings)&&(r.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),r}};function _w(n,e){for(let t=0,i=n.length;t!==i;t+=2)n[t]+=e}function bw(n,e){for(let t=0,i=n.length;t!==i;t+=2)n[t]*=e}Jn.prototype.ValueTypeName="";Jn.prototype.TimeBufferType=Float32Array;Jn.prototype.ValueBufferType=Float32Array;Jn.prototype.DefaultInterpolation=kh;var ns=class extends Jn{constructor(e,t,i){super(e,t,i)}};ns.prototype.ValueTypeName="bool";ns.prototype.ValueBufferType=Array;ns.prototype.DefaultInterpolation=Za;ns.prototype.InterpolantFactoryMethodLinear=void 0;ns.prototype.InterpolantFactoryMethodSmooth=void 0;var ed=class extends Jn{constructor(e,t,i,r){super(e,t,i,r)}};ed.prototype.ValueTypeName="color";var td=class extends Jn{constructor(e,t,i,r){super(e,t,i,r)}};td.prototype.ValueTypeName="number";var nd=class extends ts{constructor(e,t,i,r){super(e,t,i,r)}interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=(i-t)/(r-t),c=e*a;for(let u=c+a;c!==u;c+=4)Yi.slerpFlat(s,0,o,c-a,o,c,l);return s}},yl=class extends Jn{constructor(e,t,i,r){super(e,t,i,r)}InterpolantFactoryMethodLinear(e){return new nd(this.times,this.values,this.getValueSize(),e)}};yl.prototype.ValueTypeName="quaternion";yl.prototype.InterpolantFactoryMethodSmooth=void 0;var is=class extends Jn{constructor(e,t,i){super(e,t,i)}};is.prototype.ValueTypeName="string";is.prototype.ValueBufferType=Array;is.prototype.DefaultInterpolation=Za;is.prototype.InterpolantFactoryMethodLinear=void 0;is.prototype.InterpolantFactoryMethodSmooth=void 0;var id=class extends Jn{constructor(e,t,i,r){super(e,t,i,r)}};id.prototype.ValueTypeName="vector";var rd=class{constructor(e,t,i){let r=this,s=!1,o=0,a=0,l,c=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=i,this._abortController=null,this.itemStart=function(u){a++,s===!1&&r.onStart!==void 0&&r.onStart(u,o,a),s=!0},this.itemEnd=function(u){o++,r.onProgress!==void 0&&r.onProgress(u,o,a),o===a&&(s=!1,r.onLoad!==void 0&&r.onLoad())},this.itemError=function(u){r.onError!==void 0&&r.onError(u)},this.resolveURL=function(u){return u=u.normalize("NFC"),l?l(u):u},this.setURLModifier=function(u){return l=u,this},this.addHandler=function(u,h){return c.push(u,h),this},this.removeHandler=function(u){let h=c.indexOf(u);return h!==-1&&c.splice(h,2),this},this.getHandler=function(u){for(let h=0,d=c.length;h<d;h+=2){let f=c[h],m=c[h+1];if(f.global&&(f.lastIndex=0),f.test(u))return m}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},fS=new rd,sd=class{constructor(e){this.manager=e!==void 0?e:fS,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let i=this;return new Promise(function(r,s){i.load(e,r,t,s)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};sd.DEFAULT_MATERIAL_NAME="__DEFAULT";var vh=new H,wh=new Yi,Xi=new H,_l=class extends Hn{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new It,this.projectionMatrix=new It,this.projectionMatrixInverse=new It,this.coordinateSystem=hi,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(vh,wh,Xi),Xi.x===1&&Xi.y===1&&Xi.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(vh,wh,Xi.set(1,1,1)).invert()}updateWorldMatrix(e,t,i=!1){super.updateWorldMatrix(e,t,i),this.matrixWorld.decompose(vh,wh,Xi),Xi.x===1&&Xi.y===1&&Xi.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(vh,wh,Xi.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},jr=new H,xw=new lt,vw=new lt,On=class extends _l{constructor(e=50,t=1,i=.1,r=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=i,this.far=r,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=Dh*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(Um*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return Dh*2*Math.atan(Math.tan(Um*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,i){jr.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(jr.x,jr.y).multiplyScalar(-e/jr.z),jr.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),i.set(jr.x,jr.y).multiplyScalar(-e/jr.z)}getViewSize(e,t){return this.getViewBounds(e,xw,vw),t.subVectors(vw,xw)}setViewOffset(e,t,i,r,s,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(Um*.5*this.fov)/this.zoom,i=2*t,r=this.aspect*i,s=-.5*r,o=this.view;if(this.view!==null&&this.view.enabled){let l=o.fullWidth,c=o.fullHeight;s+=o.offsetX*r/l,t-=o.offsetY*i/c,r*=o.width/l,i*=o.height/c}let a=this.filmOffset;a!==0&&(s+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(s,s+r,t,t-i,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var od=class extends _l{constructor(e=-1,t=1,i=1,r=-1,s=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=i,this.bottom=r,this.near=s,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,i,r,s,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),i=(this.right+this.left)/2,r=(this.top+this.bottom)/2,s=i-e,o=i+e,a=r+t,l=r-t;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,u=(this.top-this.bottom)/this.view.fullHeight/this.zoom;s+=c*this.view.offsetX,o=s+c*this.view.width,a-=u*this.view.offsetY,l=a-u*this.view.height}this.projectionMatrix.makeOrthographic(s,o,a,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}};var bl=class extends Ut{constructor(){super(),this.isInstancedBufferGeometry=!0,this.type="InstancedBufferGeometry",this.instanceCount=1/0}copy(e){return super.copy(e),this.instanceCount=e.instanceCount,this}toJSON(){let e=super.toJSON();return e.instanceCount=this.instanceCount,e.isInstancedBufferGeometry=!0,e}};var Oo=-90,Fo=1,$o=class extends Hn{constructor(e,t,i){super(),this.type="CubeCamera",this.renderTarget=i,this.coordinateSystem=null,this.activeMipmapLevel=0;let r=new On(Oo,Fo,e,t);r.layers=this.layers,this.add(r);let s=new On(Oo,Fo,e,t);s.layers=this.layers,this.add(s);let o=new On(Oo,Fo,e,t);o.layers=this.layers,this.add(o);let a=new On(Oo,Fo,e,t);a.layers=this.layers,this.add(a);let l=new On(Oo,Fo,e,t);l.layers=this.layers,this.add(l);let c=new On(Oo,Fo,e,t);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[i,r,s,o,a,l]=t;for(let c of t)this.remove(c);if(e===hi)i.up.set(0,1,0),i.lookAt(1,0,0),r.up.set(0,1,0),r.lookAt(-1,0,0),s.up.set(0,0,-1),s.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(e===el)i.up.set(0,-1,0),i.lookAt(-1,0,0),r.up.set(0,-1,0),r.lookAt(1,0,0),s.up.set(0,0,1),s.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let c of t)this.add(c),c.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:i,activeMipmapLevel:r}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[s,o,a,l,c,u]=this.children,h=e.getRenderTarget(),d=e.getActiveCubeFace(),f=e.getActiveMipmapLevel(),m=e.xr.enabled;e.xr.enabled=!1;let x=i.texture.mipmapsAutoUpdate;i.texture.mipmapsAutoUpdate=!1;let p=!1;e.isWebGLRenderer===!0?p=e.state.buffers.depth.getReversed():p=e.reversedDepthBuffer,e.setRenderTarget(i,0,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,s),e.setRenderTarget(i,1,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(i,2,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(i,3,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(i,4,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),i.texture.mipmapsAutoUpdate=x,e.setRenderTarget(i,5,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,u),e.setRenderTarget(h,d,f),e.xr.enabled=m,i.texture.needsPMREMUpdate=!0}},ad=class extends On{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var $g="\\[\\]\\.:\\/",bI=new RegExp("["+$g+"]","g"),qg="[^"+$g+"]",xI="[^"+$g.replace("\\.","")+"]",vI=/((?:WC+[\/:])*)/.source.replace("WC",qg),wI=/(WCOD+)?/.source.replace("WCOD",xI),SI=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",qg),MI=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",qg),EI=new RegExp("^"+vI+wI+SI+MI+"$"),TI=["material","materials","bones","map"],pg=class{constructor(e,t,i){let r=i||Rt.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,r)}getValue(e,t){this.bind();let i=this._targetGroup.nCachedObjects_,r=this._bindings[i];r!==void 0&&r.getValue(e,t)}setValue(e,t){let i=this._bindings;for(let r=this._targetGroup.nCachedObjects_,s=i.length;r!==s;++r)i[r].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,i=e.length;t!==i;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,i=e.length;t!==i;++t)e[t].unbind()}},Rt=class n{constructor(e,t,i){this.path=t,this.parsedPath=i||n.parseTrackName(t),this.node=n.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,i){return e&&e.isAnimationObjectGroup?new n.Composite(e,t,i):new n(e,t,i)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(bI,"")}static parseTrackName(e){let t=EI.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let i={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},r=i.nodeName&&i.nodeName.lastIndexOf(".");if(r!==void 0&&r!==-1){let s=i.nodeName.substring(r+1);TI.indexOf(s)!==-1&&(i.nodeName=i.nodeName.substring(0,r),i.objectName=s)}if(i.propertyName===null||i.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return i}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let i=e.skeleton.getBoneByName(t);if(i!==void 0)return i}if(e.children){let i=function(s){for(let o=0;o<s.length;o++){let a=s[o];if(a.name===t||a.uuid===t)return a;let l=i(a.children);if(l)return l}return null},r=i(e.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)e[t++]=i[r]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,i=t.objectName,r=t.propertyName,s=t.propertyIndex;if(e||(e=n.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){ke("PropertyBinding: No target node found for track: "+this.path+".");return}if(i){let c=t.objectIndex;switch(i){case"materials":if(!e.material){Fe("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){Fe("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){Fe("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let u=0;u<e.length;u++)if(e[u].name===c){c=u;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){Fe("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){Fe("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[i]===void 0){Fe("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[i]}if(c!==void 0){if(e[c]===void 0){Fe("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[c]}}let o=e[r];if(o===void 0){let c=t.nodeName;Fe("PropertyBinding: Trying to update property for track: "+c+"."+r+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(s!==void 0){if(r==="morphTargetInfluences"){if(!e.geometry){Fe("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){Fe("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[s]!==void 0&&(s=e.morphTargetDictionary[s])}l=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=s}else o.fromArray!==void 0&&o.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(l=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=r;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};Rt.Composite=pg;Rt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};Rt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};Rt.prototype.GetterByBindingType=[Rt.prototype._getValue_direct,Rt.prototype._getValue_array,Rt.prototype._getValue_arrayElement,Rt.prototype._getValue_toArray];Rt.prototype.SetterByBindingTypeAndVersioning=[[Rt.prototype._setValue_direct,Rt.prototype._setValue_direct_setNeedsUpdate,Rt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[Rt.prototype._setValue_array,Rt.prototype._setValue_array_setNeedsUpdate,Rt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[Rt.prototype._setValue_arrayElement,Rt.prototype._setValue_arrayElement_setNeedsUpdate,Rt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[Rt.prototype._setValue_fromArray,Rt.prototype._setValue_fromArray_setNeedsUpdate,Rt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var r9=new Float32Array(1);var mg=class{static{this.prototype.isMatrix2=!0}constructor(e,t,i,r){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,i,r)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let i=0;i<4;i++)this.elements[i]=e[i+t];return this}set(e,t,i,r){let s=this.elements;return s[0]=e,s[2]=t,s[1]=i,s[3]=r,this}};function Yg(n,e,t,i){let r=AI(i);switch(t){case Dg:return n*e;case Fg:return n*e/r.components*r.byteLength;case pd:return n*e/r.components*r.byteLength;case rs:return n*e*2/r.components*r.byteLength;case md:return n*e*2/r.components*r.byteLength;case Og:return n*e*3/r.components*r.byteLength;case Ci:return n*e*4/r.components*r.byteLength;case gd:return n*e*4/r.components*r.byteLength;case wl:case Sl:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*8;case Ml:case El:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case _d:case xd:return Math.max(n,16)*Math.max(e,8)/4;case yd:case bd:return Math.max(n,8)*Math.max(e,8)/2;case vd:case wd:case Md:case Ed:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*8;case Sd:case Tl:case Td:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case Ad:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case Cd:return Math.floor((n+4)/5)*Math.floor((e+3)/4)*16;case Rd:return Math.floor((n+4)/5)*Math.floor((e+4)/5)*16;case Pd:return Math.floor((n+5)/6)*Math.floor((e+4)/5)*16;case Ld:return Math.floor((n+5)/6)*Math.floor((e+5)/6)*16;case Id:return Math.floor((n+7)/8)*Math.floor((e+4)/5)*16;case Nd:return Math.floor((n+7)/8)*Math.floor((e+5)/6)*16;case kd:return Math.floor((n+7)/8)*Math.floor((e+7)/8)*16;case Dd:return Math.floor((n+9)/10)*Math.floor((e+4)/5)*16;case Od:return Math.floor((n+9)/10)*Math.floor((e+5)/6)*16;case Fd:return Math.floor((n+9)/10)*Math.floor((e+7)/8)*16;case Ud:return Math.floor((n+9)/10)*Math.floor((e+9)/10)*16;case Bd:return Math.floor((n+11)/12)*Math.floor((e+9)/10)*16;case Vd:return Math.floor((n+11)/12)*Math.floor((e+11)/12)*16;case zd:case Gd:case Hd:return Math.ceil(n/4)*Math.ceil(e/4)*16;case Wd:case Xd:return Math.ceil(n/4)*Math.ceil(e/4)*8;case Al:case $d:return Math.ceil(n/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function AI(n){switch(n){case Qn:case Lg:return{byteLength:1,components:1};case jo:case Ig:case Ai:return{byteLength:2,components:1};case dd:case fd:return{byteLength:2,components:4};case Ei:case hd:case Ti:return{byteLength:4,components:1};case Ng:case kg:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${n}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?ke("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function DS(){let n=null,e=!1,t=null,i=null;function r(s,o){i=n.requestAnimationFrame(r),t(s,o)}return{start:function(){e!==!0&&t!==null&&n!==null&&(i=n.requestAnimationFrame(r),e=!0)},stop:function(){n!==null&&n.cancelAnimationFrame(i),e=!1},setAnimationLoop:function(s){t=s},setContext:function(s){n=s}}}function RI(n){let e=new WeakMap;function t(a,l){let c=a.array,u=a.usage,h=c.byteLength,d=n.createBuffer();n.bindBuffer(l,d),n.bufferData(l,c,u),a.onUploadCallback();let f;if(c instanceof Float32Array)f=n.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)f=n.HALF_FLOAT;else if(c instanceof Uint16Array)a.isFloat16BufferAttribute?f=n.HALF_FLOAT:f=n.UNSIGNED_SHORT;else if(c instanceof Int16Array)f=n.SHORT;else if(c instanceof Uint32Array)f=n.UNSIGNED_INT;else if(c instanceof Int32Array)f=n.INT;else if(c instanceof Int8Array)f=n.BYTE;else if(c instanceof Uint8Array)f=n.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)f=n.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:d,type:f,bytesPerElement:c.BYTES_PER_ELEMENT,version:a.version,size:h}}function i(a,l,c){let u=l.array,h=l.updateRanges;if(n.bindBuffer(c,a),h.length===0)n.bufferSubData(c,0,u);else{h.sort((f,m)=>f.start-m.start);let d=0;for(let f=1;f<h.length;f++){let m=h[d],x=h[f];x.start<=m.start+m.count+1?m.count=Math.max(m.count,x.start+x.count-m.start):(++d,h[d]=x)}h.length=d+1;for(let f=0,m=h.length;f<m;f++){let x=h[f];n.bufferSubData(c,x.start*u.BYTES_PER_ELEMENT,u,x.start,x.count)}l.clearUpdateRanges()}l.onUploadCallback()}function r(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function s(a){a.isInterleavedBufferAttribute&&(a=a.data);let l=e.get(a);l&&(n.deleteBuffer(l.buffer),e.delete(a))}function o(a,l){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let u=e.get(a);(!u||u.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let c=e.get(a);if(c===void 0)e.set(a,t(a,l));else if(c.version<a.version){if(c.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");i(c.buffer,a,l),c.version=a.version}}return{get:r,remove:s,update:o}}var PI=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,LI=`#ifdef USE_ALPHAHASH
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
#endif`,II=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,NI=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,kI=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,DI=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,OI=`#ifdef USE_AOMAP
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
#endif`,FI=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,UI=`#ifdef USE_BATCHING
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
#endif`,BI=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,VI=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,zI=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,GI=`float G_BlinnPhong_Implicit( ) {
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
} // validated`,HI=`#ifdef USE_IRIDESCENCE
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
#endif`,WI=`#ifdef USE_BUMPMAP
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
#endif`,XI=`#if NUM_CLIPPING_PLANES > 0
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
#endif`,$I=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,qI=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,YI=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,KI=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,jI=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,ZI=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,JI=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
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
#endif`,QI=`#define PI 3.141592653589793
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
} // validated`,eN=`vec3 transformedNormal = objectNormal;
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
#endif`,tN=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,nN=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,iN=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,rN=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,sN="gl_FragColor = linearToOutputTexel( gl_FragColor );",oN=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,aN=`#ifdef USE_ENVMAP
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
#endif`,lN=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,cN=`#ifdef USE_ENVMAP
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
#endif`,uN=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,hN=`#ifdef USE_ENVMAP
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
#endif`,dN=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,fN=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,pN=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,mN=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,gN=`#ifdef USE_GRADIENTMAP
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
}`,yN=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,_N=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,bN=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,xN=`uniform bool receiveShadow;
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
#include <lightprobes_pars_fragment>`,vN=`#ifdef USE_ENVMAP
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
#endif`,wN=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,SN=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,MN=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,EN=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,TN=`PhysicalMaterial material;
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
#endif`,AN=`uniform sampler2D dfgLUT;
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
}`,CN=`
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
#endif`,RN=`#if defined( RE_IndirectDiffuse )
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
#endif`,PN=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,LN=`#if NUM_LIGHT_PROBE_GRIDS > 0
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
#endif`,IN=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,NN=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,kN=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,DN=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,ON=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,FN=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,UN=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
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
#endif`,BN=`#if defined( USE_POINTS_UV )
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
#endif`,VN=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,zN=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,GN=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,HN=`#if defined( USE_MORPHCOLORS )
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
#endif`,WN=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,XN=`#ifdef USE_MORPHTARGETS
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
#endif`,$N=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,qN=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
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
vec3 nonPerturbedNormal = normal;`,YN=`#ifdef USE_NORMALMAP_OBJECTSPACE
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
#endif`,KN=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,jN=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,ZN=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,JN=`#ifdef USE_NORMALMAP
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
#endif`,QN=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,e2=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,t2=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,n2=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,i2=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,r2=`vec3 packNormalToRGB( const in vec3 normal ) {
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
}`,s2=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,o2=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,a2=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,l2=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,c2=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,u2=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,h2=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,d2=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,f2=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
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
#endif`,p2=`float getShadowMask() {
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
}`,m2=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,g2=`#ifdef USE_SKINNING
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
#endif`,y2=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,_2=`#ifdef USE_SKINNING
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
#endif`,b2=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,x2=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,v2=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,w2=`#ifndef saturate
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
vec3 CustomToneMapping( vec3 color ) { return color; }`,S2=`#ifdef USE_TRANSMISSION
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
#endif`,M2=`#ifdef USE_TRANSMISSION
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
#endif`,E2=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,T2=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,A2=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,C2=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,R2=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,P2=`uniform sampler2D t2D;
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
}`,L2=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,I2=`uniform float backgroundBlurriness;
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
}`,N2=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,k2=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,D2=`#include <common>
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
}`,O2=`#if DEPTH_PACKING == 3200
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
}`,F2=`#define DISTANCE
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
}`,U2=`#define DISTANCE
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
}`,B2=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,V2=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,z2=`uniform float scale;
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
}`,G2=`uniform vec3 diffuse;
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
}`,H2=`#include <common>
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
}`,W2=`uniform vec3 diffuse;
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
}`,X2=`#define LAMBERT
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
}`,$2=`#define LAMBERT
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
}`,q2=`#define MATCAP
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
}`,Y2=`#define MATCAP
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
}`,K2=`#define NORMAL
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
}`,j2=`#define NORMAL
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
}`,Z2=`#define PHONG
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
}`,J2=`#define PHONG
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
}`,Q2=`#define STANDARD
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
}`,ek=`#define STANDARD
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
}`,tk=`#define TOON
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
}`,nk=`#define TOON
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
}`,ik=`uniform float size;
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
}`,rk=`uniform vec3 diffuse;
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
}`,sk=`#include <common>
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
}`,ok=`uniform vec3 color;
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
}`,ak=`uniform float rotation;
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
}`,lk=`uniform vec3 diffuse;
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
}`,Ye={alphahash_fragment:PI,alphahash_pars_fragment:LI,alphamap_fragment:II,alphamap_pars_fragment:NI,alphatest_fragment:kI,alphatest_pars_fragment:DI,aomap_fragment:OI,aomap_pars_fragment:FI,batching_pars_vertex:UI,batching_vertex:BI,begin_vertex:VI,beginnormal_vertex:zI,bsdfs:GI,iridescence_fragment:HI,bumpmap_pars_fragment:WI,clipping_planes_fragment:XI,clipping_planes_pars_fragment:$I,clipping_planes_pars_vertex:qI,clipping_planes_vertex:YI,color_fragment:KI,color_pars_fragment:jI,color_pars_vertex:ZI,color_vertex:JI,common:QI,defaultnormal_vertex:eN,displacementmap_pars_vertex:tN,displacementmap_vertex:nN,emissivemap_fragment:iN,emissivemap_pars_fragment:rN,colorspace_fragment:sN,colorspace_pars_fragment:oN,envmap_fragment:aN,envmap_common_pars_fragment:lN,envmap_pars_fragment:cN,envmap_pars_vertex:uN,envmap_physical_pars_fragment:vN,envmap_vertex:hN,fog_vertex:dN,fog_pars_vertex:fN,fog_fragment:pN,fog_pars_fragment:mN,gradientmap_pars_fragment:gN,lightmap_pars_fragment:yN,lights_lambert_fragment:_N,lights_lambert_pars_fragment:bN,lights_pars_begin:xN,lights_toon_fragment:wN,lights_toon_pars_fragment:SN,lights_phong_fragment:MN,lights_phong_pars_fragment:EN,lights_physical_fragment:TN,lights_physical_pars_fragment:AN,lights_fragment_begin:CN,lights_fragment_maps:RN,lights_fragment_end:PN,lightprobes_pars_fragment:LN,logdepthbuf_fragment:IN,logdepthbuf_pars_fragment:NN,logdepthbuf_pars_vertex:kN,logdepthbuf_vertex:DN,map_fragment:ON,map_pars_fragment:FN,map_particle_fragment:UN,map_particle_pars_fragment:BN,metalnessmap_fragment:VN,metalnessmap_pars_fragment:zN,morphinstance_vertex:GN,morphcolor_vertex:HN,morphnormal_vertex:WN,morphtarget_pars_vertex:XN,morphtarget_vertex:$N,normal_fragment_begin:qN,normal_fragment_maps:YN,normal_pars_fragment:KN,normal_pars_vertex:jN,normal_vertex:ZN,normalmap_pars_fragment:JN,clearcoat_normal_fragment_begin:QN,clearcoat_normal_fragment_maps:e2,clearcoat_pars_fragment:t2,iridescence_pars_fragment:n2,opaque_fragment:i2,packing:r2,premultiplied_alpha_fragment:s2,project_vertex:o2,dithering_fragment:a2,dithering_pars_fragment:l2,roughnessmap_fragment:c2,roughnessmap_pars_fragment:u2,shadowmap_pars_fragment:h2,shadowmap_pars_vertex:d2,shadowmap_vertex:f2,shadowmask_pars_fragment:p2,skinbase_vertex:m2,skinning_pars_vertex:g2,skinning_vertex:y2,skinnormal_vertex:_2,specularmap_fragment:b2,specularmap_pars_fragment:x2,tonemapping_fragment:v2,tonemapping_pars_fragment:w2,transmission_fragment:S2,transmission_pars_fragment:M2,uv_pars_fragment:E2,uv_pars_vertex:T2,uv_vertex:A2,worldpos_vertex:C2,background_vert:R2,background_frag:P2,backgroundCube_vert:L2,backgroundCube_frag:I2,cube_vert:N2,cube_frag:k2,depth_vert:D2,depth_frag:O2,distance_vert:F2,distance_frag:U2,equirect_vert:B2,equirect_frag:V2,linedashed_vert:z2,linedashed_frag:G2,meshbasic_vert:H2,meshbasic_frag:W2,meshlambert_vert:X2,meshlambert_frag:$2,meshmatcap_vert:q2,meshmatcap_frag:Y2,meshnormal_vert:K2,meshnormal_frag:j2,meshphong_vert:Z2,meshphong_frag:J2,meshphysical_vert:Q2,meshphysical_frag:ek,meshtoon_vert:tk,meshtoon_frag:nk,points_vert:ik,points_frag:rk,shadow_vert:sk,shadow_frag:ok,sprite_vert:ak,sprite_frag:lk},ge={common:{diffuse:{value:new et(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new Ue},alphaMap:{value:null},alphaMapTransform:{value:new Ue},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new Ue}},envmap:{envMap:{value:null},envMapRotation:{value:new Ue},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new Ue}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new Ue}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new Ue},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new Ue},normalScale:{value:new lt(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new Ue},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new Ue}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new Ue}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new Ue}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new et(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new et(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new Ue},alphaTest:{value:0},uvTransform:{value:new Ue}},sprite:{diffuse:{value:new et(16777215)},opacity:{value:1},center:{value:new lt(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new Ue},alphaMap:{value:null},alphaMapTransform:{value:new Ue},alphaTest:{value:0}}},Zi={basic:{uniforms:An([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.fog]),vertexShader:Ye.meshbasic_vert,fragmentShader:Ye.meshbasic_frag},lambert:{uniforms:An([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,ge.lights,{emissive:{value:new et(0)},envMapIntensity:{value:1}}]),vertexShader:Ye.meshlambert_vert,fragmentShader:Ye.meshlambert_frag},phong:{uniforms:An([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,ge.lights,{emissive:{value:new et(0)},specular:{value:new et(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:Ye.meshphong_vert,fragmentShader:Ye.meshphong_frag},standard:{uniforms:An([ge.common,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.roughnessmap,ge.metalnessmap,ge.fog,ge.lights,{emissive:{value:new et(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:Ye.meshphysical_vert,fragmentShader:Ye.meshphysical_frag},toon:{uniforms:An([ge.common,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.gradientmap,ge.fog,ge.lights,{emissive:{value:new et(0)}}]),vertexShader:Ye.meshtoon_vert,fragmentShader:Ye.meshtoon_frag},matcap:{uniforms:An([ge.common,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,{matcap:{value:null}}]),vertexShader:Ye.meshmatcap_vert,fragmentShader:Ye.meshmatcap_frag},points:{uniforms:An([ge.points,ge.fog]),vertexShader:Ye.points_vert,fragmentShader:Ye.points_frag},dashed:{uniforms:An([ge.common,ge.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:Ye.linedashed_vert,fragmentShader:Ye.linedashed_frag},depth:{uniforms:An([ge.common,ge.displacementmap]),vertexShader:Ye.depth_vert,fragmentShader:Ye.depth_frag},normal:{uniforms:An([ge.common,ge.bumpmap,ge.normalmap,ge.displacementmap,{opacity:{value:1}}]),vertexShader:Ye.meshnormal_vert,fragmentShader:Ye.meshnormal_frag},sprite:{uniforms:An([ge.sprite,ge.fog]),vertexShader:Ye.sprite_vert,fragmentShader:Ye.sprite_frag},background:{uniforms:{uvTransform:{value:new Ue},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:Ye.background_vert,fragmentShader:Ye.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new Ue}},vertexShader:Ye.backgroundCube_vert,fragmentShader:Ye.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:Ye.cube_vert,fragmentShader:Ye.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:Ye.equirect_vert,fragmentShader:Ye.equirect_frag},distance:{uniforms:An([ge.common,ge.displacementmap,{referencePosition:{value:new H},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:Ye.distance_vert,fragmentShader:Ye.distance_frag},shadow:{uniforms:An([ge.lights,ge.fog,{color:{value:new et(0)},opacity:{value:1}}]),vertexShader:Ye.shadow_vert,fragmentShader:Ye.shadow_frag}};Zi.physical={uniforms:An([Zi.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new Ue},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new Ue},clearcoatNormalScale:{value:new lt(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new Ue},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new Ue},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new Ue},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new Ue},sheen:{value:0},sheenColor:{value:new et(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new Ue},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new Ue},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new Ue},transmissionSamplerSize:{value:new lt},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new Ue},attenuationDistance:{value:0},attenuationColor:{value:new et(0)},specularColor:{value:new et(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new Ue},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new Ue},anisotropyVector:{value:new lt},anisotropyMap:{value:null},anisotropyMapTransform:{value:new Ue}}]),vertexShader:Ye.meshphysical_vert,fragmentShader:Ye.meshphysical_frag};var qd={r:0,b:0,g:0},ck=new It,OS=new Ue;OS.set(-1,0,0,0,1,0,0,0,1);function uk(n,e,t,i,r,s){let o=new et(0),a=r===!0?0:1,l,c,u=null,h=0,d=null;function f(S){let E=S.isScene===!0?S.background:null;if(E&&E.isTexture){let w=S.backgroundBlurriness>0;E=e.get(E,w)}return E}function m(S){let E=!1,w=f(S);w===null?p(o,a):w&&w.isColor&&(p(w,1),E=!0);let C=n.xr.getEnvironmentBlendMode();C==="additive"?t.buffers.color.setClear(0,0,0,1,s):C==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,s),(n.autoClear||E)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),n.clear(n.autoClearColor,n.autoClearDepth,n.autoClearStencil))}function x(S,E){let w=f(E);w&&w.isCubeTexture?(c===void 0&&(c=new Nt(new Wo(1,1,1),new Bt({name:"BackgroundCubeMaterial",uniforms:Ns(Zi.backgroundCube.uniforms),vertexShader:Zi.backgroundCube.vertexShader,fragmentShader:Zi.backgroundCube.fragmentShader,side:Bn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),c.geometry.deleteAttribute("uv"),c.onBeforeRender=function(C,T,y){this.matrixWorld.copyPosition(y.matrixWorld)},Object.defineProperty(c.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),i.update(c)),c.material.uniforms.envMap.value=w,c.material.uniforms.backgroundBlurriness.value=E.backgroundBlurriness,c.material.uniforms.backgroundIntensity.value=E.backgroundIntensity,c.material.uniforms.backgroundRotation.value.setFromMatrix4(ck.makeRotationFromEuler(E.backgroundRotation)).transpose(),w.isRenderTargetTexture===!1&&c.material.uniforms.backgroundRotation.value.premultiply(OS),c.material.toneMapped=rt.getTransfer(w.colorSpace)!==gt,(u!==w||h!==w.version||d!==n.toneMapping)&&(c.material.needsUpdate=!0,u=w,h=w.version,d=n.toneMapping),c.layers.enableAll(),S.unshift(c,c.geometry,c.material,0,0,null)):w&&w.isTexture&&(l===void 0&&(l=new Nt(new ml(2,2),new Bt({name:"BackgroundMaterial",uniforms:Ns(Zi.background.uniforms),vertexShader:Zi.background.vertexShader,fragmentShader:Zi.background.fragmentShader,side:Mi,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),Object.defineProperty(l.material,"map",{get:function(){return this.uniforms.t2D.value}}),i.update(l)),l.material.uniforms.t2D.value=w,l.material.uniforms.backgroundIntensity.value=E.backgroundIntensity,l.material.toneMapped=rt.getTransfer(w.colorSpace)!==gt,w.matrixAutoUpdate===!0&&w.updateMatrix(),l.material.uniforms.uvTransform.value.copy(w.matrix),(u!==w||h!==w.version||d!==n.toneMapping)&&(l.material.needsUpdate=!0,u=w,h=w.version,d=n.toneMapping),l.layers.enableAll(),S.unshift(l,l.geometry,l.material,0,0,null))}function p(S,E){S.getRGB(qd,Xg(n)),t.buffers.color.setClear(qd.r,qd.g,qd.b,E,s)}function g(){c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0),l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0)}return{getClearColor:function(){return o},setClearColor:function(S,E=1){o.set(S),a=E,p(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(S){a=S,p(o,a)},render:m,addToRenderList:x,dispose:g}}function hk(n,e){let t=n.getParameter(n.MAX_VERTEX_ATTRIBS),i={},r=d(null),s=r,o=!1;function a(N,z,W,R,L){let G=!1,V=h(N,R,W,z);s!==V&&(s=V,c(s.object)),G=f(N,R,W,L),G&&m(N,R,W,L),L!==null&&e.update(L,n.ELEMENT_ARRAY_BUFFER),(G||o)&&(o=!1,w(N,z,W,R),L!==null&&n.bindBuffer(n.ELEMENT_ARRAY_BUFFER,e.get(L).buffer))}function l(){return n.createVertexArray()}function c(N){return n.bindVertexArray(N)}function u(N){return n.deleteVertexArray(N)}function h(N,z,W,R){let L=R.wireframe===!0,G=i[z.id];G===void 0&&(G={},i[z.id]=G);let V=N.isInstancedMesh===!0?N.id:0,ne=G[V];ne===void 0&&(ne={},G[V]=ne);let X=ne[W.id];X===void 0&&(X={},ne[W.id]=X);let Q=X[L];return Q===void 0&&(Q=d(l()),X[L]=Q),Q}function d(N){let z=[],W=[],R=[];for(let L=0;L<t;L++)z[L]=0,W[L]=0,R[L]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:z,enabledAttributes:W,attributeDivisors:R,object:N,attributes:{},index:null}}function f(N,z,W,R){let L=s.attributes,G=z.attributes,V=0,ne=W.getAttributes();for(let X in ne)if(ne[X].location>=0){let te=L[X],xe=G[X];if(xe===void 0&&(X==="instanceMatrix"&&N.instanceMatrix&&(xe=N.instanceMatrix),X==="instanceColor"&&N.instanceColor&&(xe=N.instanceColor)),te===void 0||te.attribute!==xe||xe&&te.data!==xe.data)return!0;V++}return s.attributesNum!==V||s.index!==R}function m(N,z,W,R){let L={},G=z.attributes,V=0,ne=W.getAttributes();for(let X in ne)if(ne[X].location>=0){let te=G[X];te===void 0&&(X==="instanceMatrix"&&N.instanceMatrix&&(te=N.instanceMatrix),X==="instanceColor"&&N.instanceColor&&(te=N.instanceColor));let xe={};xe.attribute=te,te&&te.data&&(xe.data=te.data),L[X]=xe,V++}s.attributes=L,s.attributesNum=V,s.index=R}function x(){let N=s.newAttributes;for(let z=0,W=N.length;z<W;z++)N[z]=0}function p(N){g(N,0)}function g(N,z){let W=s.newAttributes,R=s.enabledAttributes,L=s.attributeDivisors;W[N]=1,R[N]===0&&(n.enableVertexAttribArray(N),R[N]=1),L[N]!==z&&(n.vertexAttribDivisor(N,z),L[N]=z)}function S(){let N=s.newAttributes,z=s.enabledAttributes;for(let W=0,R=z.length;W<R;W++)z[W]!==N[W]&&(n.disableVertexAttribArray(W),z[W]=0)}function E(N,z,W,R,L,G,V){V===!0?n.vertexAttribIPointer(N,z,W,L,G):n.vertexAttribPointer(N,z,W,R,L,G)}function w(N,z,W,R){x();let L=R.attributes,G=W.getAttributes(),V=z.defaultAttributeValues;for(let ne in G){let X=G[ne];if(X.location>=0){let Q=L[ne];if(Q===void 0&&(ne==="instanceMatrix"&&N.instanceMatrix&&(Q=N.instanceMatrix),ne==="instanceColor"&&N.instanceColor&&(Q=N.instanceColor)),Q!==void 0){let te=Q.normalized,xe=Q.itemSize,Re=e.get(Q);if(Re===void 0)continue;let Y=Re.buffer,he=Re.type,we=Re.bytesPerElement,Ie=he===n.INT||he===n.UNSIGNED_INT||Q.gpuType===hd;if(Q.isInterleavedBufferAttribute){let ye=Q.data,Ge=ye.isInterleavedBuffer===!0?ye.stride:ye.itemSize,Xt=Q.offset;if(ye.isInstancedInterleavedBuffer||ye.isInstancedBufferAttribute){for(let De=0;De<X.locationSize;De++)g(X.location+De,ye.meshPerAttribute);N.isInstancedMesh!==!0&&R._maxInstanceCount===void 0&&(R._maxInstanceCount=ye.meshPerAttribute*ye.count)}else for(let De=0;De<X.locationSize;De++)p(X.location+De);n.bindBuffer(n.ARRAY_BUFFER,Y);for(let De=0;De<X.locationSize;De++)E(X.location+De,xe/X.locationSize,he,te,Ge*we,(Xt+xe/X.locationSize*De)*we,Ie)}else{if(Q.isInstancedBufferAttribute){for(let ye=0;ye<X.locationSize;ye++)g(X.location+ye,Q.meshPerAttribute);N.isInstancedMesh!==!0&&R._maxInstanceCount===void 0&&(R._maxInstanceCount=Q.meshPerAttribute*Q.count)}else for(let ye=0;ye<X.locationSize;ye++)p(X.location+ye);n.bindBuffer(n.ARRAY_BUFFER,Y);for(let ye=0;ye<X.locationSize;ye++)E(X.location+ye,xe/X.locationSize,he,te,xe*we,xe/X.locationSize*ye*we,Ie)}}else if(V!==void 0){let te=V[ne];if(te!==void 0)switch(te.length){case 2:n.vertexAttrib2fv(X.location,te);break;case 3:n.vertexAttrib3fv(X.location,te);break;case 4:n.vertexAttrib4fv(X.location,te);break;default:n.vertexAttrib1fv(X.location,te)}}}}S()}function C(){D();for(let N in i){let z=i[N];for(let W in z){let R=z[W];for(let L in R){let G=R[L];for(let V in G)u(G[V].object),delete G[V];delete R[L]}}delete i[N]}}function T(N){if(i[N.id]===void 0)return;let z=i[N.id];for(let W in z){let R=z[W];for(let L in R){let G=R[L];for(let V in G)u(G[V].object),delete G[V];delete R[L]}}delete i[N.id]}function y(N){for(let z in i){let W=i[z];for(let R in W){let L=W[R];if(L[N.id]===void 0)continue;let G=L[N.id];for(let V in G)u(G[V].object),delete G[V];delete L[N.id]}}}function M(N){for(let z in i){let W=i[z],R=N.isInstancedMesh===!0?N.id:0,L=W[R];if(L!==void 0){for(let G in L){let V=L[G];for(let ne in V)u(V[ne].object),delete V[ne];delete L[G]}delete W[R],Object.keys(W).length===0&&delete i[z]}}}function D(){I(),o=!0,s!==r&&(s=r,c(s.object))}function I(){r.geometry=null,r.program=null,r.wireframe=!1}return{setup:a,reset:D,resetDefaultState:I,dispose:C,releaseStatesOfGeometry:T,releaseStatesOfObject:M,releaseStatesOfProgram:y,initAttributes:x,enableAttribute:p,disableUnusedAttributes:S}}function dk(n,e,t){let i;function r(l){i=l}function s(l,c){n.drawArrays(i,l,c),t.update(c,i,1)}function o(l,c,u){u!==0&&(n.drawArraysInstanced(i,l,c,u),t.update(c,i,u))}function a(l,c,u){if(u===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(i,l,0,c,0,u);let d=0;for(let f=0;f<u;f++)d+=c[f];t.update(d,i,1)}this.setMode=r,this.render=s,this.renderInstances=o,this.renderMultiDraw=a}function fk(n,e,t,i){let r;function s(){if(r!==void 0)return r;if(e.has("EXT_texture_filter_anisotropic")===!0){let y=e.get("EXT_texture_filter_anisotropic");r=n.getParameter(y.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else r=0;return r}function o(y){return!(y!==Ci&&i.convert(y)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(y){let M=y===Ai&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(y!==Qn&&y!==Ti&&!M&&i.convert(y)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_TYPE))}function l(y){if(y==="highp"){if(n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.HIGH_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.HIGH_FLOAT).precision>0)return"highp";y="mediump"}return y==="mediump"&&n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.MEDIUM_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=t.precision!==void 0?t.precision:"highp",u=l(c);u!==c&&(ke("WebGLRenderer:",c,"not supported, using",u,"instead."),c=u);let h=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),d=t.logarithmicDepthBuffer===!0&&h===!1;t.reversedDepthBuffer===!0&&h===!1&&ke("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&h===!0&&ke("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let f=n.getParameter(n.MAX_TEXTURE_IMAGE_UNITS),m=n.getParameter(n.MAX_VERTEX_TEXTURE_IMAGE_UNITS),x=n.getParameter(n.MAX_TEXTURE_SIZE),p=n.getParameter(n.MAX_CUBE_MAP_TEXTURE_SIZE),g=n.getParameter(n.MAX_VERTEX_ATTRIBS),S=n.getParameter(n.MAX_VERTEX_UNIFORM_VECTORS),E=n.getParameter(n.MAX_VARYING_VECTORS),w=n.getParameter(n.MAX_FRAGMENT_UNIFORM_VECTORS),C=n.getParameter(n.MAX_SAMPLES),T=n.getParameter(n.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:s,getMaxPrecision:l,textureFormatReadable:o,textureTypeReadable:a,precision:c,logarithmicDepthBuffer:d,reversedDepthBuffer:h,maxTextures:f,maxVertexTextures:m,maxTextureSize:x,maxCubemapSize:p,maxAttributes:g,maxVertexUniforms:S,maxVaryings:E,maxFragmentUniforms:w,maxSamples:C,samples:T}}function pk(n){let e=this,t=null,i=0,r=!1,s=!1,o=new Si,a=new Ue,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(h,d){let f=h.length!==0||d||i!==0||r;return r=d,i=h.length,f},this.beginShadows=function(){s=!0,u(null)},this.endShadows=function(){s=!1},this.setGlobalState=function(h,d){t=u(h,d,0)},this.setState=function(h,d,f){let m=h.clippingPlanes,x=h.clipIntersection,p=h.clipShadows,g=n.get(h);if(!r||m===null||m.length===0||s&&!p)s?u(null):c();else{let S=s?0:i,E=S*4,w=g.clippingState||null;l.value=w,w=u(m,d,E,f);for(let C=0;C!==E;++C)w[C]=t[C];g.clippingState=w,this.numIntersection=x?this.numPlanes:0,this.numPlanes+=S}};function c(){l.value!==t&&(l.value=t,l.needsUpdate=i>0),e.numPlanes=i,e.numIntersection=0}function u(h,d,f,m){let x=h!==null?h.length:0,p=null;if(x!==0){if(p=l.value,m!==!0||p===null){let g=f+x*4,S=d.matrixWorldInverse;a.getNormalMatrix(S),(p===null||p.length<g)&&(p=new Float32Array(g));for(let E=0,w=f;E!==x;++E,w+=4)o.copy(h[E]).applyMatrix4(S,a),o.normal.toArray(p,w),p[w+3]=o.constant}l.value=p,l.needsUpdate=!0}return e.numPlanes=x,e.numIntersection=0,p}}var Ll=class extends Zn{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let i={width:e,height:e,depth:1},r=[i,i,i,i,i,i];this.texture=new ll(r),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let i={uniforms:{tEquirect:{value:null}},vertexShader:`

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
			`},r=new Wo(5,5,5),s=new Bt({name:"CubemapFromEquirect",uniforms:Ns(i.uniforms),vertexShader:i.vertexShader,fragmentShader:i.fragmentShader,side:Bn,blending:Rs});s.uniforms.tEquirect.value=t;let o=new Nt(r,s),a=t.minFilter;return t.minFilter===Er&&(t.minFilter=Fn),new $o(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,i=!0,r=!0){let s=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,i,r);e.setRenderTarget(s)}},pS=256,mk=3,gk=20,FS=256,US=16,yk=3,_k=new H,bk=new et,Kd=class n{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new $o(1,10,null),this._boxMesh=new Nt(new Wo(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,i=.1,r=100,s={}){let{size:o=256,position:a=_k}=s,l=this._renderer;this._setSize(o);let c=this._allocateTarget(),u=this._getSourceTarget(!0);t>0&&(u.texture.mipmapsAutoUpdate=!1);let h=l.autoClear,d=l.autoClearColor,f=l.autoClearDepth,m=l.autoClearStencil,x=e.background;l.autoClear=!0,l.autoClearColor=!0,l.autoClearDepth=!0,l.autoClearStencil=!0,x===null&&(e.background=l.getClearColor(bk));let p=new $o(i,r,u);return p.position.copy(a),p.update(l,e),l.autoClear=h,l.autoClearColor=d,l.autoClearDepth=f,l.autoClearStencil=m,e.background=x,t>0&&(u.texture.mipmapsAutoUpdate=!0,this._blur(c,t)),this._applyPMREM(c),c}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=yS(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=gS(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(pS,sS(e))}_fromTexture(e,t){e.mapping===Ls||e.mapping===Ko?this._setSize(e.image.length===0?pS:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let i=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(i),i}_allocateTarget(){let e=this._cubeSize,t=mS(e,!1,!1),i=Math.log2(e)-mk;for(let r=0;r<=i;r++)t.texture.mipmaps.push({width:e>>r,height:e>>r});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,i=this._sourceTarget;return(i===null||i.width!==t||e&&i.depthBuffer===!1)&&(i!==null&&i.dispose(),this._sourceTarget=mS(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,i){let r=this._boxMesh,s=this._cubeCamera;r.material=i,s.renderTarget=e,s.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),s.update(this._renderer,r),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===Ls||e.mapping===Ko?(this._cubemapMaterial===null&&(this._cubemapMaterial=yS()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=gS()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=xk(),this._integrationMaterial=vk());let t=this._cubeSize,i=e.texture.mipmaps.length-1,r=this._ggxMaterial.uniforms;r.envMap.value=this._sourceTarget.texture;let s=this._integrationMaterial.uniforms;s.envMap.value=this._sourceTarget.texture,s.sourceLod.value=Math.log2(t/US);for(let o=0;o<=i;o++){let a=n.lodToRoughness(o,i);if(o>i-yk)s.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let l=a>0?Math.log2(t)+.5*Math.log2(6/(FS*Math.pow(a,4)))+.5:0;r.roughness.value=a,r.lodBias.value=l,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=wk());let i=this._blurMaterial,r=i.uniforms,s=this._sourceTarget;r.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,r.envMap.value=s.texture,this._renderCube(e,0,i),r.envMap.value=e.texture,this._renderCube(s,0,i)}};function mS(n,e,t){return new Ll(n,{minFilter:Er,generateMipmaps:e,type:Ai,colorSpace:Ja,depthBuffer:t})}function Il(n,e,t){return new Bt({name:n,uniforms:e,vertexShader:Ye.cube_vert,fragmentShader:t,side:Bn,blending:Rs,depthTest:!1,depthWrite:!1})}function xk(){return Il("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${FS}u

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
	`)}function vk(){return Il("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:US}},`

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
	`)}function wk(){return Il("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${gk}
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
	`)}function gS(){return Il("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

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
	`)}function yS(){return Il("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function Sk(n){let e=new WeakMap,t=new WeakMap,i=null;function r(d,f=!1){return d==null?null:f?o(d):s(d)}function s(d){if(d&&d.isTexture){let f=d.mapping;if(f===ld||f===cd)if(e.has(d)){let m=e.get(d).texture;return a(m,d.mapping)}else{let m=d.image;if(m&&m.height>0){let x=new Ll(m.height);return x.fromEquirectangularTexture(n,d),e.set(d,x),d.addEventListener("dispose",c),a(x.texture,d.mapping)}else return null}}return d}function o(d){if(d&&d.isTexture&&d.isPMREMTexture!==!0){let f=d.mapping,m=f===ld||f===cd,x=f===Ls||f===Ko;if(m||x){let p=t.get(d),g=p!==void 0?p.texture.pmremVersion:0;if(d.isRenderTargetTexture&&d.pmremVersion!==g)return i===null&&(i=new Kd(n)),p=m?i.fromEquirectangular(d,p):i.fromCubemap(d,p),p.texture.pmremVersion=d.pmremVersion,t.set(d,p),p.texture;if(p!==void 0)return p.texture;{let S=d.image;return m&&S&&S.height>0||x&&S&&l(S)?(i===null&&(i=new Kd(n)),p=m?i.fromEquirectangular(d):i.fromCubemap(d),p.texture.pmremVersion=d.pmremVersion,t.set(d,p),d.addEventListener("dispose",u),p.texture):null}}}return d}function a(d,f){return f===ld?d.mapping=Ls:f===cd&&(d.mapping=Ko),d}function l(d){let f=0,m=6;for(let x=0;x<m;x++)d[x]!==void 0&&f++;return f===m}function c(d){let f=d.target;f.removeEventListener("dispose",c);let m=e.get(f);m!==void 0&&(e.delete(f),m.dispose())}function u(d){let f=d.target;f.removeEventListener("dispose",u);let m=t.get(f);m!==void 0&&(t.delete(f),m.dispose())}function h(){e=new WeakMap,t=new WeakMap,i!==null&&(i.dispose(),i=null)}return{get:r,dispose:h}}function Mk(n){let e={};function t(i){if(e[i]!==void 0)return e[i];let r=n.getExtension(i);return e[i]=r,r}return{has:function(i){return t(i)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(i){let r=t(i);return r===null&&ja("WebGLRenderer: "+i+" extension not supported."),r}}}function Ek(n,e,t,i){let r={},s=new WeakMap,o=new FinalizationRegistry(m=>delete r[m]);function a(m){l(m.target)}function l(m){m.index!==null&&e.remove(m.index);for(let p in m.attributes)e.remove(m.attributes[p]);m.removeEventListener("dispose",a),delete r[m.id],o.unregister(m);let x=s.get(m);x&&(e.remove(x),s.delete(m)),i.releaseStatesOfGeometry(m),m.isInstancedBufferGeometry===!0&&delete m._maxInstanceCount,t.memory.geometries--}function c(m,x){return r[x.id]!==void 0||(x.addEventListener("dispose",a),r[x.id]=new WeakRef(x),o.register(x,x.id,x),t.memory.geometries++),x}function u(m){let x=m.attributes;for(let p in x)e.update(x[p],n.ARRAY_BUFFER)}function h(m){let x=m.index,p=m.attributes.position,g=0;if(p===void 0)return;let S=x!==null?x.array.length:p.array.length/3-1,E=p.count>=65535?sl:rl,w=new E(Math.ceil(S/3)*6,1),C=w.array;if(x!==null){let y=x.array;g=x.version;for(let M=0,D=0;M<S;M+=3){let I=y[M+0],N=y[M+1],z=y[M+2];C[D++]=I,C[D++]=N,C[D++]=N,C[D++]=z,C[D++]=z,C[D++]=I}}else{g=p.version;for(let y=0,M=0;y<S;y+=3){let D=y+0,I=y+1,N=y+2;C[M++]=D,C[M++]=I,C[M++]=I,C[M++]=N,C[M++]=N,C[M++]=D}}w.version=g;let T=s.get(m);T&&e.remove(T),s.set(m,w)}function d(m){let x=s.get(m);if(x){let p=m.index;p!==null&&x.version<p.version&&h(m)}else h(m);return s.get(m)}function f(){for(let m in r){let x=r[m].deref();x!==void 0&&l(x)}}return{get:c,update:u,getWireframeAttribute:d,dispose:f}}function Tk(n,e,t){let i;function r(h){i=h}let s,o;function a(h){s=h.type,o=h.bytesPerElement}function l(h,d){n.drawElements(i,d,s,h*o),t.update(d,i,1)}function c(h,d,f){f!==0&&(n.drawElementsInstanced(i,d,s,h*o,f),t.update(d,i,f))}function u(h,d,f){if(f===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(i,d,0,s,h,0,f);let x=0;for(let p=0;p<f;p++)x+=d[p];t.update(x,i,1)}this.setMode=r,this.setIndex=a,this.render=l,this.renderInstances=c,this.renderMultiDraw=u}function Ak(n){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function i(s,o,a){switch(t.calls++,o){case n.TRIANGLES:t.triangles+=a*(s/3);break;case n.LINES:t.lines+=a*(s/2);break;case n.LINE_STRIP:t.lines+=a*(s-1);break;case n.LINE_LOOP:t.lines+=a*s;break;case n.POINTS:t.points+=a*s;break;default:Fe("WebGLInfo: Unknown draw mode:",o);break}}function r(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:r,update:i}}function Ck(n,e,t){let i=new WeakMap,r=new Ft;function s(o,a,l){let c=o.morphTargetInfluences,u=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,h=u!==void 0?u.length:0,d=i.get(a);if(d===void 0||d.count!==h){let D=function(){y.dispose(),i.delete(a),a.removeEventListener("dispose",D)};d!==void 0&&d.texture.dispose();let f=a.morphAttributes.position!==void 0,m=a.morphAttributes.normal!==void 0,x=a.morphAttributes.color!==void 0,p=a.morphAttributes.position||[],g=a.morphAttributes.normal||[],S=a.morphAttributes.color||[],E=0;f===!0&&(E=1),m===!0&&(E=2),x===!0&&(E=3);let w=a.attributes.position.count*E,C=1;w>e.maxTextureSize&&(C=Math.ceil(w/e.maxTextureSize),w=e.maxTextureSize);let T=new Float32Array(w*C*4*h),y=new nl(T,w,C,h);y.type=Ti,y.needsUpdate=!0;let M=E*4;for(let I=0;I<h;I++){let N=p[I],z=g[I],W=S[I],R=w*C*4*I;for(let L=0;L<N.count;L++){let G=L*M;f===!0&&(r.fromBufferAttribute(N,L),T[R+G+0]=r.x,T[R+G+1]=r.y,T[R+G+2]=r.z,T[R+G+3]=0),m===!0&&(r.fromBufferAttribute(z,L),T[R+G+4]=r.x,T[R+G+5]=r.y,T[R+G+6]=r.z,T[R+G+7]=0),x===!0&&(r.fromBufferAttribute(W,L),T[R+G+8]=r.x,T[R+G+9]=r.y,T[R+G+10]=r.z,T[R+G+11]=W.itemSize===4?r.w:1)}}d={count:h,texture:y,size:new lt(w,C)},i.set(a,d),a.addEventListener("dispose",D)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)l.getUniforms().setValue(n,"morphTexture",o.morphTexture,t);else{let f=0;for(let x=0;x<c.length;x++)f+=c[x];let m=a.morphTargetsRelative?1:1-f;l.getUniforms().setValue(n,"morphTargetBaseInfluence",m),l.getUniforms().setValue(n,"morphTargetInfluences",c)}l.getUniforms().setValue(n,"morphTargetsTexture",d.texture,t),l.getUniforms().setValue(n,"morphTargetsTextureSize",d.size)}return{update:s}}function Rk(n,e,t,i,r){let s=new WeakMap;function o(c){let u=r.render.frame,h=c.geometry,d=e.get(c,h);if(s.get(d)!==u&&(e.update(d),s.set(d,u)),c.isInstancedMesh&&(c.hasEventListener("dispose",l)===!1&&c.addEventListener("dispose",l),s.get(c)!==u&&(t.update(c.instanceMatrix,n.ARRAY_BUFFER),c.instanceColor!==null&&t.update(c.instanceColor,n.ARRAY_BUFFER),s.set(c,u))),c.isSkinnedMesh){let f=c.skeleton;s.get(f)!==u&&(f.update(),s.set(f,u))}return d}function a(){s=new WeakMap}function l(c){let u=c.target;u.removeEventListener("dispose",l),i.releaseStatesOfObject(u),t.remove(u.instanceMatrix),u.instanceColor!==null&&t.remove(u.instanceColor)}return{update:o,dispose:a}}var Pk={[Sg]:"LINEAR_TONE_MAPPING",[Mg]:"REINHARD_TONE_MAPPING",[Eg]:"CINEON_TONE_MAPPING",[Tg]:"ACES_FILMIC_TONE_MAPPING",[Cg]:"AGX_TONE_MAPPING",[Rg]:"NEUTRAL_TONE_MAPPING",[Ag]:"CUSTOM_TONE_MAPPING"};function Lk(n,e,t,i,r,s){let o=new Zn(e,t,{type:n,depthBuffer:r,stencilBuffer:s,samples:i?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,l=null,c=null,u=new Ut;u.setAttribute("position",new gn([-1,3,0,-1,-1,0,3,-1,0],3)),u.setAttribute("uv",new gn([0,2,0,0,2,0],2));let h=new qh({uniforms:{tDiffuse:{value:null}},vertexShader:`
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
			}`,depthTest:!1,depthWrite:!1}),d=new Nt(u,h),f=new od(-1,1,1,-1,0,1),m=null,x=null,p=!1,g,S=null,E=[],w=!1;this.setSize=function(C,T){o.setSize(C,T),a!==null&&a.setSize(C,T),l!==null&&l.setSize(C,T);for(let y=0;y<E.length;y++){let M=E[y];M.setSize&&M.setSize(C,T)}},this.setEffects=function(C){E=C,w=E.length>0&&E[0].isRenderPass===!0;let T=o.width,y=o.height;E.length>0&&a===null&&(a=new Zn(T,y,{type:Ai,depthBuffer:!1,stencilBuffer:!1}),l=new Zn(T,y,{type:Ai,depthBuffer:!1,stencilBuffer:!1}));let M=r===!0&&E.some(D=>D.needsDepthTexture===!0);M!==(o.depthTexture!==null)&&(M===!0&&c===null&&(c=new Mr(T,y),s===!0&&(c.format=Tr,c.type=Is)),o.dispose(),o.depthTexture=M?c:null,o.resolveDepthBuffer=M,o.storeMultisampledDepthBuffer=M);for(let D=0;D<E.length;D++){let I=E[D];I.setSize&&I.setSize(T,y),M&&I.needsDepthTexture===!0&&I.setDepthTexture&&I.setDepthTexture(c)}},this.begin=function(C,T){if(p||C.toneMapping===Ki&&E.length===0)return!1;if(S=T,T!==null){let y=T.width,M=T.height;(o.width!==y||o.height!==M)&&this.setSize(y,M)}return w===!1&&C.setRenderTarget(o),g=C.toneMapping,C.toneMapping=Ki,!0},this.hasRenderPass=function(){return w},this.end=function(C,T){C.toneMapping=g,p=!0;let y=o,M=a;for(let D=0;D<E.length;D++){let I=E[D];I.enabled!==!1&&(I.render(C,M,y,T),I.needsSwap!==!1&&(y=M,M=M===a?l:a))}if(m!==C.outputColorSpace||x!==C.toneMapping){m=C.outputColorSpace,x=C.toneMapping,h.defines={},rt.getTransfer(m)===gt&&(h.defines.SRGB_TRANSFER="");let D=Pk[x];D&&(h.defines[D]=""),h.needsUpdate=!0}h.uniforms.tDiffuse.value=y.texture,C.setRenderTarget(S),C.render(d,f),S=null,p=!1},this.isCompositing=function(){return p},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),l!==null&&l.dispose(),u.dispose(),h.dispose()}}var BS=new Un,VS=new Mr(1,1),zS=new cl(1),GS=new nl,HS=new Uh,WS=new ll,_S=[],bS=[],xS=new Float32Array(16),vS=new Float32Array(9),wS=new Float32Array(4);function Jo(n,e,t){let i=n[0];if(i<=0||i>0)return n;let r=e*t,s=_S[r];if(s===void 0&&(s=new Float32Array(r),_S[r]=s),e!==0){i.toArray(s,0);for(let o=1,a=0;o!==e;++o)a+=t,n[o].toArray(s,a)}return s}function rn(n,e){if(n.length!==e.length)return!1;for(let t=0,i=n.length;t<i;t++)if(n[t]!==e[t])return!1;return!0}function sn(n,e){for(let t=0,i=e.length;t<i;t++)n[t]=e[t]}function Zd(n,e){let t=bS[e];t===void 0&&(t=new Int32Array(e),bS[e]=t);for(let i=0;i!==e;++i)t[i]=n.allocateTextureUnit();return t}function Ik(n,e){let t=this.cache;t[0]!==e&&(n.uniform1f(this.addr,e),t[0]=e)}function Nk(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(rn(t,e))return;n.uniform2fv(this.addr,e),sn(t,e)}}function kk(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(n.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(rn(t,e))return;n.uniform3fv(this.addr,e),sn(t,e)}}function Dk(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(rn(t,e))return;n.uniform4fv(this.addr,e),sn(t,e)}}function Ok(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(rn(t,e))return;n.uniformMatrix2fv(this.addr,!1,e),sn(t,e)}else{if(rn(t,i))return;wS.set(i),n.uniformMatrix2fv(this.addr,!1,wS),sn(t,i)}}function Fk(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(rn(t,e))return;n.uniformMatrix3fv(this.addr,!1,e),sn(t,e)}else{if(rn(t,i))return;vS.set(i),n.uniformMatrix3fv(this.addr,!1,vS),sn(t,i)}}function Uk(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(rn(t,e))return;n.uniformMatrix4fv(this.addr,!1,e),sn(t,e)}else{if(rn(t,i))return;xS.set(i),n.uniformMatrix4fv(this.addr,!1,xS),sn(t,i)}}function Bk(n,e){let t=this.cache;t[0]!==e&&(n.uniform1i(this.addr,e),t[0]=e)}function Vk(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(rn(t,e))return;n.uniform2iv(this.addr,e),sn(t,e)}}function zk(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(rn(t,e))return;n.uniform3iv(this.addr,e),sn(t,e)}}function Gk(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(rn(t,e))return;n.uniform4iv(this.addr,e),sn(t,e)}}function Hk(n,e){let t=this.cache;t[0]!==e&&(n.uniform1ui(this.addr,e),t[0]=e)}function Wk(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(rn(t,e))return;n.uniform2uiv(this.addr,e),sn(t,e)}}function Xk(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(rn(t,e))return;n.uniform3uiv(this.addr,e),sn(t,e)}}function $k(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(rn(t,e))return;n.uniform4uiv(this.addr,e),sn(t,e)}}function Jd(n){return n.version===0&&(n.compareFunction=zg,n.needsUpdate=!0),n}function qk(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r);let s;this.type===n.SAMPLER_2D_SHADOW?s=Jd(VS):s=BS,t.setTexture2D(e||s,r)}function Yk(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r),t.setTexture3D(e||HS,r)}function Kk(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r);let s;this.type===n.SAMPLER_CUBE_SHADOW?s=Jd(zS):s=WS,t.setTextureCube(e||s,r)}function jk(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r),t.setTexture2DArray(e||GS,r)}function Zk(n){switch(n){case 5126:return Ik;case 35664:return Nk;case 35665:return kk;case 35666:return Dk;case 35674:return Ok;case 35675:return Fk;case 35676:return Uk;case 5124:case 35670:return Bk;case 35667:case 35671:return Vk;case 35668:case 35672:return zk;case 35669:case 35673:return Gk;case 5125:return Hk;case 36294:return Wk;case 36295:return Xk;case 36296:return $k;case 35678:case 36198:case 36298:case 36306:case 35682:return qk;case 35679:case 36299:case 36307:return Yk;case 35680:case 36300:case 36308:case 36293:return Kk;case 36289:case 36303:case 36311:case 36292:return jk}}function Jk(n,e){n.uniform1fv(this.addr,e)}function Qk(n,e){let t=Jo(e,this.size,2);n.uniform2fv(this.addr,t)}function e3(n,e){let t=Jo(e,this.size,3);n.uniform3fv(this.addr,t)}function t3(n,e){let t=Jo(e,this.size,4);n.uniform4fv(this.addr,t)}function n3(n,e){let t=Jo(e,this.size,4);n.uniformMatrix2fv(this.addr,!1,t)}function i3(n,e){let t=Jo(e,this.size,9);n.uniformMatrix3fv(this.addr,!1,t)}function r3(n,e){let t=Jo(e,this.size,16);n.uniformMatrix4fv(this.addr,!1,t)}function s3(n,e){n.uniform1iv(this.addr,e)}function o3(n,e){n.uniform2iv(this.addr,e)}function a3(n,e){n.uniform3iv(this.addr,e)}function l3(n,e){n.uniform4iv(this.addr,e)}function c3(n,e){n.uniform1uiv(this.addr,e)}function u3(n,e){n.uniform2uiv(this.addr,e)}function h3(n,e){n.uniform3uiv(this.addr,e)}function d3(n,e){n.uniform4uiv(this.addr,e)}function f3(n,e,t){let i=this.cache,r=e.length,s=Zd(t,r);rn(i,s)||(n.uniform1iv(this.addr,s),sn(i,s));let o;this.type===n.SAMPLER_2D_SHADOW?o=Jd(VS):o=BS;for(let a=0;a!==r;++a)t.setTexture2D(e[a]||o,s[a])}function p3(n,e,t){let i=this.cache,r=e.length,s=Zd(t,r);rn(i,s)||(n.uniform1iv(this.addr,s),sn(i,s));for(let o=0;o!==r;++o)t.setTexture3D(e[o]||HS,s[o])}function m3(n,e,t){let i=this.cache,r=e.length,s=Zd(t,r);rn(i,s)||(n.uniform1iv(this.addr,s),sn(i,s));let o;this.type===n.SAMPLER_CUBE_SHADOW?o=Jd(zS):o=WS;for(let a=0;a!==r;++a)t.setTextureCube(e[a]||o,s[a])}function g3(n,e,t){let i=this.cache,r=e.length,s=Zd(t,r);rn(i,s)||(n.uniform1iv(this.addr,s),sn(i,s));for(let o=0;o!==r;++o)t.setTexture2DArray(e[o]||GS,s[o])}function y3(n){switch(n){case 5126:return Jk;case 35664:return Qk;case 35665:return e3;case 35666:return t3;case 35674:return n3;case 35675:return i3;case 35676:return r3;case 5124:case 35670:return s3;case 35667:case 35671:return o3;case 35668:case 35672:return a3;case 35669:case 35673:return l3;case 5125:return c3;case 36294:return u3;case 36295:return h3;case 36296:return d3;case 35678:case 36198:case 36298:case 36306:case 35682:return f3;case 35679:case 36299:case 36307:return p3;case 35680:case 36300:case 36308:case 36293:return m3;case 36289:case 36303:case 36311:case 36292:return g3}}var Zg=class{constructor(e,t,i){this.id=e,this.addr=i,this.cache=[],this.type=t.type,this.setValue=Zk(t.type)}},Jg=class{constructor(e,t,i){this.id=e,this.addr=i,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=y3(t.type)}},Qg=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,i){let r=this.seq;for(let s=0,o=r.length;s!==o;++s){let a=r[s];a.setValue(e,t[a.id],i)}}},Kg=/(\w+)(\])?(\[|\.)?/g;function SS(n,e){n.seq.push(e),n.map[e.id]=e}function _3(n,e,t){let i=n.name,r=i.length;for(Kg.lastIndex=0;;){let s=Kg.exec(i),o=Kg.lastIndex,a=s[1],l=s[2]==="]",c=s[3];if(l&&(a=a|0),c===void 0||c==="["&&o+2===r){SS(t,c===void 0?new Zg(a,n,e):new Jg(a,n,e));break}else{let h=t.map[a];h===void 0&&(h=new Qg(a),SS(t,h)),t=h}}}var Zo=class{constructor(e,t){this.seq=[],this.map={};let i=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<i;++o){let a=e.getActiveUniform(t,o),l=e.getUniformLocation(t,a.name);_3(a,l,this)}let r=[],s=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?r.push(o):s.push(o);r.length>0&&(this.seq=r.concat(s))}setValue(e,t,i,r){let s=this.map[t];s!==void 0&&s.setValue(e,i,r)}setOptional(e,t,i){let r=t[i];r!==void 0&&this.setValue(e,i,r)}static upload(e,t,i,r){for(let s=0,o=t.length;s!==o;++s){let a=t[s],l=i[a.id];l.needsUpdate!==!1&&a.setValue(e,l.value,r)}}static seqWithValue(e,t){let i=[];for(let r=0,s=e.length;r!==s;++r){let o=e[r];o.id in t&&i.push(o)}return i}};function MS(n,e,t){let i=n.createShader(e);return n.shaderSource(i,t),n.compileShader(i),i}var b3=37297,x3=0;function v3(n,e){let t=n.split(`
`),i=[],r=Math.max(e-6,0),s=Math.min(e+6,t.length);for(let o=r;o<s;o++){let a=o+1;i.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return i.join(`
`)}var ES=new Ue;function w3(n){rt._getMatrix(ES,rt.workingColorSpace,n);let e=`mat3( ${ES.elements.map(t=>t.toFixed(4))} )`;switch(rt.getTransfer(n)){case Qa:return[e,"LinearTransferOETF"];case gt:return[e,"sRGBTransferOETF"];default:return ke("WebGLProgram: Unsupported color space: ",n),[e,"LinearTransferOETF"]}}function TS(n,e,t){let i=n.getShaderParameter(e,n.COMPILE_STATUS),s=(n.getShaderInfoLog(e)||"").trim();if(i&&s==="")return"";let o=/ERROR: 0:(\d+)/.exec(s);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+s+`

`+v3(n.getShaderSource(e),a)}else return s}function S3(n,e){let t=w3(e);return[`vec4 ${n}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var M3={[Sg]:"Linear",[Mg]:"Reinhard",[Eg]:"Cineon",[Tg]:"ACESFilmic",[Cg]:"AgX",[Rg]:"Neutral",[Ag]:"Custom"};function E3(n,e){let t=M3[e];return t===void 0?(ke("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+n+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+n+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var Yd=new H;function T3(){rt.getLuminanceCoefficients(Yd);let n=Yd.x.toFixed(4),e=Yd.y.toFixed(4),t=Yd.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${n}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function A3(n){return[n.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",n.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(Pl).join(`
`)}function C3(n){let e=[];for(let t in n){let i=n[t];i!==!1&&e.push("#define "+t+" "+i)}return e.join(`
`)}function R3(n,e){let t={},i=n.getProgramParameter(e,n.ACTIVE_ATTRIBUTES);for(let r=0;r<i;r++){let s=n.getActiveAttrib(e,r),o=s.name,a=1;s.type===n.FLOAT_MAT2&&(a=2),s.type===n.FLOAT_MAT3&&(a=3),s.type===n.FLOAT_MAT4&&(a=4),t[o]={type:s.type,location:n.getAttribLocation(e,o),locationSize:a}}return t}function Pl(n){return n!==""}function AS(n,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return n.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function CS(n,e){return n.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var P3=/^[ \t]*#include +<([\w\d./]+)>/gm;function ey(n){return n.replace(P3,L3)}function L3(n,e){let t=Ye[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return ey(t)}var I3=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function RS(n){return n.replace(I3,N3)}function N3(n,e,t,i){let r="";for(let s=parseInt(e);s<parseInt(t);s++)r+=i.replace(/\[\s*i\s*\]/g,"[ "+s+" ]").replace(/UNROLLED_LOOP_INDEX/g,s);return r}function PS(n){let e=`precision ${n.precision} float;
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
#define LOW_PRECISION`),e}var k3={[xl]:"SHADOWMAP_TYPE_PCF",[qo]:"SHADOWMAP_TYPE_VSM"};function D3(n){return k3[n.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var O3={[Ko]:"ENVMAP_MODE_REFRACTION"};function F3(n){return n.envMap===!1?"ENVMAP_MODE_REFLECTION":O3[n.envMapMode]||"ENVMAP_MODE_REFLECTION"}var U3={[wg]:"ENVMAP_BLENDING_MULTIPLY",[Hw]:"ENVMAP_BLENDING_MIX",[Ww]:"ENVMAP_BLENDING_ADD"};function B3(n){return n.envMap===!1?"ENVMAP_BLENDING_NONE":U3[n.combine]||"ENVMAP_BLENDING_NONE"}function V3(n,e,t,i){let r=n.getContext(),s=t.defines,o=t.vertexShader,a=t.fragmentShader,l=D3(t),c=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",u=F3(t),h=B3(t),d=A3(t),f=C3(s),m=r.createProgram(),x,p,g=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(x=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(Pl).join(`
`),x.length>0&&(x+=`
`),p=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(Pl).join(`
`),p.length>0&&(p+=`
`)):(x=[PS(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+u:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(Pl).join(`
`),p=[PS(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+c:"",t.envMap?"#define "+u:"",t.envMap?"#define "+h:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==Ki?"#define TONE_MAPPING":"",t.toneMapping!==Ki?Ye.tonemapping_pars_fragment:"",t.toneMapping!==Ki?E3("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",Ye.colorspace_pars_fragment,S3("linearToOutputTexel",t.outputColorSpace),T3(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(Pl).join(`
`)),o=ey(o),o=AS(o,t),o=CS(o,t),a=ey(a),a=AS(a,t),a=CS(a,t),o=RS(o),a=RS(a),t.isRawShaderMaterial!==!0&&(g=`#version 300 es
`,x=[d,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+x,p=["#define varying in",t.glslVersion===Tn?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===Tn?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+p);let S=g+x+o,E=g+p+a,w=MS(r,r.VERTEX_SHADER,S),C=MS(r,r.FRAGMENT_SHADER,E);r.attachShader(m,w),r.attachShader(m,C),t.index0AttributeName!==void 0?r.bindAttribLocation(m,0,t.index0AttributeName):t.hasPositionAttribute===!0&&r.bindAttribLocation(m,0,"position"),r.linkProgram(m);function T(I){if(n.debug.checkShaderErrors){let N=r.getProgramInfoLog(m)||"",z=r.getShaderInfoLog(w)||"",W=r.getShaderInfoLog(C)||"",R=N.trim(),L=z.trim(),G=W.trim(),V=!0,ne=!0;if(r.getProgramParameter(m,r.LINK_STATUS)===!1)if(V=!1,typeof n.debug.onShaderError=="function")n.debug.onShaderError(r,m,w,C);else{let X=TS(r,w,"vertex"),Q=TS(r,C,"fragment");Fe("WebGLProgram: Shader Error "+r.getError()+" - VALIDATE_STATUS "+r.getProgramParameter(m,r.VALIDATE_STATUS)+`

Material Name: `+I.name+`
Material Type: `+I.type+`

Program Info Log: `+R+`
`+X+`
`+Q)}else R!==""?ke("WebGLProgram: Program Info Log:",R):(L===""||G==="")&&(ne=!1);ne&&(I.diagnostics={runnable:V,programLog:R,vertexShader:{log:L,prefix:x},fragmentShader:{log:G,prefix:p}})}r.deleteShader(w),r.deleteShader(C),y=new Zo(r,m),M=R3(r,m)}let y;this.getUniforms=function(){return y===void 0&&T(this),y};let M;this.getAttributes=function(){return M===void 0&&T(this),M};let D=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return D===!1&&(D=r.getProgramParameter(m,b3)),D},this.destroy=function(){i.releaseStatesOfProgram(this),r.deleteProgram(m),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=x3++,this.cacheKey=e,this.usedTimes=1,this.program=m,this.vertexShader=w,this.fragmentShader=C,this}var z3=0,ty=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,i){let r=this._getShaderCacheForMaterial(e);return r.has(t)===!1&&(r.add(t),t.usedTimes++),r.has(i)===!1&&(r.add(i),i.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let i of t)i.usedTimes--,i.usedTimes===0&&this.shaderCache.delete(i.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,i=t.get(e);return i===void 0&&(i=new Set,t.set(e,i)),i}_getShaderStage(e){let t=this.shaderCache,i=t.get(e);return i===void 0&&(i=new ny(e),t.set(e,i)),i}},ny=class{constructor(e){this.id=z3++,this.code=e,this.usedTimes=0}};function G3(n){return n===rs||n===Tl||n===Al}function H3(n,e,t,i,r,s){let o=new il,a=new ty,l=new Set,c=[],u=new Map,h=i.logarithmicDepthBuffer,d={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function f(y){return l.add(y),y===0?"uv":`uv${y}`}function m(y,M,D,I,N,z){let W=I.fog,R=N.geometry,L=y.isMeshStandardMaterial||y.isMeshLambertMaterial||y.isMeshPhongMaterial?I.environment:null,G=y.isMeshStandardMaterial||y.isMeshLambertMaterial&&!y.envMap||y.isMeshPhongMaterial&&!y.envMap,V=e.get(y.envMap||L,G),ne=d[y.type],X=i.precision;y.precision!==null&&(X=i.getMaxPrecision(y.precision),X!==y.precision&&ke("WebGLProgram.getParameters:",y.precision,"not supported, using",X,"instead."));let Q=R.morphAttributes.position||R.morphAttributes.normal||R.morphAttributes.color,te=Q!==void 0?Q.length:0,xe=0;R.morphAttributes.position!==void 0&&(xe=1),R.morphAttributes.normal!==void 0&&(xe=2),R.morphAttributes.color!==void 0&&(xe=3);let Re,Y,he,we;if(ne){let me=Zi[ne];Re=me.vertexShader,Y=me.fragmentShader}else{Re=y.vertexShader,Y=y.fragmentShader;let me=a.getVertexShaderStage(y),_t=a.getFragmentShaderStage(y);a.update(y,me,_t),he=me.id,we=_t.id}let Ie=n.getRenderTarget(),ye=n.state.buffers.depth.getReversed(),Ge=N.isInstancedMesh===!0,Xt=N.isBatchedMesh===!0,De=!!y.map,yt=!!y.matcap,xt=!!V,tt=xt&&V.isPMREMTexture===!0,un=!!y.aoMap,Zt=!!y.lightMap,Vn=!!y.bumpMap&&y.wireframe===!1,kt=!!y.normalMap,Ri=!!y.displacementMap,on=!!y.emissiveMap,ei=!!y.metalnessMap,ti=!!y.roughnessMap,ni=y.anisotropy>0,O=y.clearcoat>0,ii=y.diffuseRoughness>0,Pt=y.dispersion>0,Lt=y.retroreflectivity>0,pe=y.iridescence>0,Jt=y.sheen>0,Ne=y.transmission>0,Be=ni&&!!y.anisotropyMap,A=O&&!!y.clearcoatMap,b=O&&!!y.clearcoatNormalMap,U=O&&!!y.clearcoatRoughnessMap,ie=ii&&!!y.diffuseRoughnessMap,J=pe&&!!y.iridescenceMap,oe=pe&&!!y.iridescenceThicknessMap,de=Jt&&!!y.sheenColorMap,K=Jt&&!!y.sheenRoughnessMap,j=!!y.specularMap,le=!!y.specularColorMap,P=!!y.specularIntensityMap,Z=Ne&&!!y.transmissionMap,q=Ne&&!!y.thicknessMap,ce=!!y.gradientMap,se=!!y.alphaMap,ae=y.alphaTest>0,Ae=!!y.alphaHash,$e=!!y.extensions,re=Ki;y.toneMapped&&(Ie===null||Ie.isXRRenderTarget===!0)&&(re=n.toneMapping);let Pe=tt?V.isCompressedCubeTexture?V.image[0].mipmaps:V.mipmaps:null,He={shaderID:ne,shaderType:y.type,shaderName:y.name,vertexShader:Re,fragmentShader:Y,defines:y.defines,customVertexShaderID:he,customFragmentShaderID:we,isRawShaderMaterial:y.isRawShaderMaterial===!0,glslVersion:y.glslVersion,precision:X,batching:Xt,batchingColor:Xt&&N._colorsTexture!==null,instancing:Ge,instancingColor:Ge&&N.instanceColor!==null,instancingMorph:Ge&&N.morphTexture!==null,outputColorSpace:Ie===null?n.outputColorSpace:Ie.isXRRenderTarget===!0?Ie.texture.colorSpace:rt.workingColorSpace,alphaToCoverage:!!y.alphaToCoverage,map:De,matcap:yt,envMap:xt,envMapMode:xt&&V.mapping,envMapPMREM:tt,envMapMaxLod:tt?Pe.length-1:null,envMapSize:tt?Pe[0].width:null,aoMap:un,lightMap:Zt,bumpMap:Vn,normalMap:kt,displacementMap:Ri,emissiveMap:on,normalMapObjectSpace:kt&&y.normalMapType===qw,normalMapTangentSpace:kt&&y.normalMapType===Ug,packedNormalMap:kt&&y.normalMapType===Ug&&G3(y.normalMap.format),metalnessMap:ei,roughnessMap:ti,anisotropy:ni,anisotropyMap:Be,clearcoat:O,clearcoatMap:A,clearcoatNormalMap:b,clearcoatRoughnessMap:U,diffuseRoughness:ii,diffuseRoughnessMap:ie,dispersion:Pt,retroreflection:Lt,iridescence:pe,iridescenceMap:J,iridescenceThicknessMap:oe,sheen:Jt,sheenColorMap:de,sheenRoughnessMap:K,specularMap:j,specularColorMap:le,specularIntensityMap:P,transmission:Ne,transmissionMap:Z,thicknessMap:q,gradientMap:ce,opaque:y.transparent===!1&&y.blending===Yo&&y.alphaToCoverage===!1,alphaMap:se,alphaTest:ae,alphaHash:Ae,combine:y.combine,mapUv:De&&f(y.map.channel),aoMapUv:un&&f(y.aoMap.channel),lightMapUv:Zt&&f(y.lightMap.channel),bumpMapUv:Vn&&f(y.bumpMap.channel),normalMapUv:kt&&f(y.normalMap.channel),displacementMapUv:Ri&&f(y.displacementMap.channel),emissiveMapUv:on&&f(y.emissiveMap.channel),metalnessMapUv:ei&&f(y.metalnessMap.channel),roughnessMapUv:ti&&f(y.roughnessMap.channel),anisotropyMapUv:Be&&f(y.anisotropyMap.channel),clearcoatMapUv:A&&f(y.clearcoatMap.channel),clearcoatNormalMapUv:b&&f(y.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:U&&f(y.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:ie&&f(y.diffuseRoughnessMap.channel),iridescenceMapUv:J&&f(y.iridescenceMap.channel),iridescenceThicknessMapUv:oe&&f(y.iridescenceThicknessMap.channel),sheenColorMapUv:de&&f(y.sheenColorMap.channel),sheenRoughnessMapUv:K&&f(y.sheenRoughnessMap.channel),specularMapUv:j&&f(y.specularMap.channel),specularColorMapUv:le&&f(y.specularColorMap.channel),specularIntensityMapUv:P&&f(y.specularIntensityMap.channel),transmissionMapUv:Z&&f(y.transmissionMap.channel),thicknessMapUv:q&&f(y.thicknessMap.channel),alphaMapUv:se&&f(y.alphaMap.channel),vertexTangents:!!R.attributes.tangent&&(kt||ni),vertexNormals:!!R.attributes.normal,vertexColors:y.vertexColors,vertexAlphas:y.vertexColors===!0&&!!R.attributes.color&&R.attributes.color.itemSize===4,pointsUvs:N.isPoints===!0&&!!R.attributes.uv&&(De||se),fog:!!W,useFog:y.fog===!0,fogExp2:!!W&&W.isFogExp2,flatShading:y.wireframe===!1&&(y.flatShading===!0||R.attributes.normal===void 0&&kt===!1&&(y.isMeshLambertMaterial||y.isMeshPhongMaterial||y.isMeshStandardMaterial||y.isMeshPhysicalMaterial)),sizeAttenuation:y.sizeAttenuation===!0,logarithmicDepthBuffer:h,reversedDepthBuffer:ye,skinning:N.isSkinnedMesh===!0,hasPositionAttribute:R.attributes.position!==void 0,morphTargets:R.morphAttributes.position!==void 0,morphNormals:R.morphAttributes.normal!==void 0,morphColors:R.morphAttributes.color!==void 0,morphTargetsCount:te,morphTextureStride:xe,numSunLights:M.sun.length,numDirLights:M.directional.length,numPointLights:M.point.length,numSpotLights:M.spot.length,numSpotLightMaps:M.spotLightMap.length,numRectAreaLights:M.rectArea.length,numHemiLights:M.hemi.length,numSunLightShadows:M.sunShadowMap.length,numDirLightShadows:M.directionalShadowMap.length,numPointLightShadows:M.pointShadowMap.length,numSpotLightShadows:M.spotShadowMap.length,numSpotLightShadowsWithMaps:M.numSpotLightShadowsWithMaps,numLightProbes:M.numLightProbes,numLightProbeGrids:z.filter(me=>me.texture!==null).length,numClippingPlanes:s.numPlanes,numClipIntersection:s.numIntersection,dithering:y.dithering,shadowMapEnabled:n.shadowMap.enabled&&D.length>0,shadowMapType:n.shadowMap.type,toneMapping:re,decodeVideoTexture:De&&y.map.isVideoTexture===!0&&rt.getTransfer(y.map.colorSpace)===gt,decodeVideoTextureEmissive:on&&y.emissiveMap.isVideoTexture===!0&&rt.getTransfer(y.emissiveMap.colorSpace)===gt,premultipliedAlpha:y.premultipliedAlpha,doubleSided:y.side===En,flipSided:y.side===Bn,useDepthPacking:y.depthPacking>=0,depthPacking:y.depthPacking||0,index0AttributeName:y.index0AttributeName,extensionClipCullDistance:$e&&y.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:($e&&y.extensions.multiDraw===!0||Xt)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:y.customProgramCacheKey()};return He.vertexUv1s=l.has(1),He.vertexUv2s=l.has(2),He.vertexUv3s=l.has(3),l.clear(),He}function x(y){let M=[];if(y.shaderID?M.push(y.shaderID):(M.push(y.customVertexShaderID),M.push(y.customFragmentShaderID)),y.defines!==void 0)for(let D in y.defines)M.push(D),M.push(y.defines[D]);return y.isRawShaderMaterial===!1&&(p(M,y),g(M,y),M.push(n.outputColorSpace)),M.push(y.customProgramCacheKey),M.join()}function p(y,M){y.push(M.precision),y.push(M.outputColorSpace),y.push(M.envMapMode),y.push(M.envMapPMREM),y.push(M.envMapMaxLod),y.push(M.envMapSize),y.push(M.mapUv),y.push(M.alphaMapUv),y.push(M.lightMapUv),y.push(M.aoMapUv),y.push(M.bumpMapUv),y.push(M.normalMapUv),y.push(M.displacementMapUv),y.push(M.emissiveMapUv),y.push(M.metalnessMapUv),y.push(M.roughnessMapUv),y.push(M.anisotropyMapUv),y.push(M.clearcoatMapUv),y.push(M.clearcoatNormalMapUv),y.push(M.clearcoatRoughnessMapUv),y.push(M.diffuseRoughnessMapUv),y.push(M.iridescenceMapUv),y.push(M.iridescenceThicknessMapUv),y.push(M.sheenColorMapUv),y.push(M.sheenRoughnessMapUv),y.push(M.specularMapUv),y.push(M.specularColorMapUv),y.push(M.specularIntensityMapUv),y.push(M.transmissionMapUv),y.push(M.thicknessMapUv),y.push(M.combine),y.push(M.fogExp2),y.push(M.sizeAttenuation),y.push(M.morphTargetsCount),y.push(M.numSunLights),y.push(M.numDirLights),y.push(M.numPointLights),y.push(M.numSpotLights),y.push(M.numSpotLightMaps),y.push(M.numHemiLights),y.push(M.numRectAreaLights),y.push(M.numSunLightShadows),y.push(M.numDirLightShadows),y.push(M.numPointLightShadows),y.push(M.numSpotLightShadows),y.push(M.numSpotLightShadowsWithMaps),y.push(M.numLightProbes),y.push(M.numLightProbeGrids),y.push(M.shadowMapType),y.push(M.toneMapping),y.push(M.numClippingPlanes),y.push(M.numClipIntersection),y.push(M.depthPacking)}function g(y,M){o.disableAll(),M.instancing&&o.enable(0),M.instancingColor&&o.enable(1),M.instancingMorph&&o.enable(2),M.matcap&&o.enable(3),M.envMap&&o.enable(4),M.normalMapObjectSpace&&o.enable(5),M.normalMapTangentSpace&&o.enable(6),M.clearcoat&&o.enable(7),M.iridescence&&o.enable(8),M.alphaTest&&o.enable(9),M.vertexColors&&o.enable(10),M.vertexAlphas&&o.enable(11),M.vertexUv1s&&o.enable(12),M.vertexUv2s&&o.enable(13),M.vertexUv3s&&o.enable(14),M.vertexTangents&&o.enable(15),M.anisotropy&&o.enable(16),M.alphaHash&&o.enable(17),M.batching&&o.enable(18),M.dispersion&&o.enable(19),M.retroreflection&&o.enable(24),M.diffuseRoughness&&o.enable(25),M.batchingColor&&o.enable(20),M.gradientMap&&o.enable(21),M.packedNormalMap&&o.enable(22),M.vertexNormals&&o.enable(23),y.push(o.mask),o.disableAll(),M.fog&&o.enable(0),M.useFog&&o.enable(1),M.flatShading&&o.enable(2),M.logarithmicDepthBuffer&&o.enable(3),M.reversedDepthBuffer&&o.enable(4),M.skinning&&o.enable(5),M.morphTargets&&o.enable(6),M.morphNormals&&o.enable(7),M.morphColors&&o.enable(8),M.premultipliedAlpha&&o.enable(9),M.shadowMapEnabled&&o.enable(10),M.doubleSided&&o.enable(11),M.flipSided&&o.enable(12),M.useDepthPacking&&o.enable(13),M.dithering&&o.enable(14),M.transmission&&o.enable(15),M.sheen&&o.enable(16),M.opaque&&o.enable(17),M.pointsUvs&&o.enable(18),M.decodeVideoTexture&&o.enable(19),M.decodeVideoTextureEmissive&&o.enable(20),M.alphaToCoverage&&o.enable(21),M.numLightProbeGrids>0&&o.enable(22),M.hasPositionAttribute&&o.enable(23),y.push(o.mask)}function S(y){let M=d[y.type],D;if(M){let I=Zi[M];D=hS.clone(I.uniforms)}else D=y.uniforms;return D}function E(y,M){let D=u.get(M);return D!==void 0?++D.usedTimes:(D=new V3(n,M,y,r),c.push(D),u.set(M,D)),D}function w(y){if(--y.usedTimes===0){let M=c.indexOf(y);c[M]=c[c.length-1],c.pop(),u.delete(y.cacheKey),y.destroy()}}function C(y){a.remove(y)}function T(){a.dispose()}return{getParameters:m,getProgramCacheKey:x,getUniforms:S,acquireProgram:E,releaseProgram:w,releaseShaderCache:C,programs:c,dispose:T}}function W3(){let n=new WeakMap;function e(o){return n.has(o)}function t(o){let a=n.get(o);return a===void 0&&(a={},n.set(o,a)),a}function i(o){n.delete(o)}function r(o,a,l){n.get(o)[a]=l}function s(){n=new WeakMap}return{has:e,get:t,remove:i,update:r,dispose:s}}function X3(n,e){return n.groupOrder!==e.groupOrder?n.groupOrder-e.groupOrder:n.renderOrder!==e.renderOrder?n.renderOrder-e.renderOrder:n.material.id!==e.material.id?n.material.id-e.material.id:n.materialVariant!==e.materialVariant?n.materialVariant-e.materialVariant:n.z!==e.z?n.z-e.z:n.id-e.id}function LS(n,e){return n.groupOrder!==e.groupOrder?n.groupOrder-e.groupOrder:n.renderOrder!==e.renderOrder?n.renderOrder-e.renderOrder:n.z!==e.z?e.z-n.z:n.id-e.id}function IS(){let n=[],e=0,t=[],i=[],r=[];function s(){e=0,t.length=0,i.length=0,r.length=0}function o(d){let f=0;return d.isInstancedMesh&&(f+=2),d.isSkinnedMesh&&(f+=1),f}function a(d,f,m,x,p,g){let S=n[e];return S===void 0?(S={id:d.id,object:d,geometry:f,material:m,materialVariant:o(d),groupOrder:x,renderOrder:d.renderOrder,z:p,group:g},n[e]=S):(S.id=d.id,S.object=d,S.geometry=f,S.material=m,S.materialVariant=o(d),S.groupOrder=x,S.renderOrder=d.renderOrder,S.z=p,S.group=g),e++,S}function l(d,f,m,x,p,g,S){S.reversedDepth===!0&&(p=-p);let E=a(d,f,m,x,p,g);m.transmission>0?i.push(E):m.transparent===!0?r.push(E):t.push(E)}function c(d,f,m,x,p,g){let S=a(d,f,m,x,p,g);m.transmission>0?i.unshift(S):m.transparent===!0?r.unshift(S):t.unshift(S)}function u(d,f){t.length>1&&t.sort(d||X3),i.length>1&&i.sort(f||LS),r.length>1&&r.sort(f||LS)}function h(){for(let d=e,f=n.length;d<f;d++){let m=n[d];if(m.id===null)break;m.id=null,m.object=null,m.geometry=null,m.material=null,m.group=null}}return{opaque:t,transmissive:i,transparent:r,init:s,push:l,unshift:c,finish:h,sort:u}}function $3(){let n=new WeakMap;function e(i,r){let s=n.get(i),o;return s===void 0?(o=new IS,n.set(i,[o])):r>=s.length?(o=new IS,s.push(o)):o=s[r],o}function t(){n=new WeakMap}return{get:e,dispose:t}}function q3(){let n={};return{get:function(e){if(n[e.id]!==void 0)return n[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new H,color:new et};break;case"SpotLight":t={position:new H,direction:new H,color:new et,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new H,color:new et,distance:0,decay:0};break;case"HemisphereLight":t={direction:new H,skyColor:new et,groundColor:new et};break;case"RectAreaLight":t={color:new et,position:new H,halfWidth:new H,halfHeight:new H};break}return n[e.id]=t,t}}}function Y3(){let n={};return{get:function(e){if(n[e.id]!==void 0)return n[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new lt};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new lt};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new lt,shadowCameraNear:1,shadowCameraFar:1e3};break}return n[e.id]=t,t}}}var K3=0;function j3(n,e){return(e.castShadow?2:0)-(n.castShadow?2:0)+(e.map?1:0)-(n.map?1:0)}function Z3(n){let e=new q3,t=Y3(),i={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)i.probe.push(new H);let r=new H,s=new It,o=new It;function a(c){let u=0,h=0,d=0;for(let z=0;z<9;z++)i.probe[z].set(0,0,0);let f=0,m=0,x=0,p=0,g=0,S=0,E=0,w=0,C=0,T=0,y=0,M=0,D=0,I=0;c.sort(j3);for(let z=0,W=c.length;z<W;z++){let R=c[z],L=R.color,G=R.intensity,V=R.distance,ne=null;if(R.shadow&&R.shadow.map&&(R.shadow.map.texture.format===rs?ne=R.shadow.map.texture:ne=R.shadow.map.depthTexture||R.shadow.map.texture),R.isAmbientLight)u+=L.r*G,h+=L.g*G,d+=L.b*G;else if(R.isLightProbe){for(let X=0;X<9;X++)i.probe[X].addScaledVector(R.sh.coefficients[X],G);I++}else if(R.isSunLight){let X=e.get(R);if(X.color.copy(R.color).multiplyScalar(R.intensity),R.castShadow){let Q=R.shadow,te=t.get(R);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize.copy(Q.mapSize).multiply(Q.getFrameExtents()),i.sunShadow[m]=te,i.sunShadowMap[m]=ne;let xe=Q.getViewportCount();for(let Re=0;Re<xe;Re++)i.sunShadowMatrix[x+Re]=Q.getMatrix(Re),i.sunShadowCascade[x+Re]=Q._cascadeData[Re];x+=xe,m++}i.sun[f]=X,f++}else if(R.isDirectionalLight){let X=e.get(R);if(X.color.copy(R.color).multiplyScalar(R.intensity),R.castShadow){let Q=R.shadow,te=t.get(R);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize=Q.mapSize,i.directionalShadow[p]=te,i.directionalShadowMap[p]=ne,i.directionalShadowMatrix[p]=R.shadow.matrix,C++}i.directional[p]=X,p++}else if(R.isSpotLight){let X=e.get(R);X.position.setFromMatrixPosition(R.matrixWorld),X.color.copy(L).multiplyScalar(G),X.distance=V,X.coneCos=Math.cos(R.angle),X.penumbraCos=Math.cos(R.angle*(1-R.penumbra)),X.decay=R.decay,i.spot[S]=X;let Q=R.shadow;if(R.map&&(i.spotLightMap[M]=R.map,M++,Q.updateMatrices(R),R.castShadow&&D++),i.spotLightMatrix[S]=Q.matrix,R.castShadow){let te=t.get(R);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize=Q.mapSize,i.spotShadow[S]=te,i.spotShadowMap[S]=ne,y++}S++}else if(R.isRectAreaLight){let X=e.get(R);X.color.copy(L).multiplyScalar(G),X.halfWidth.set(R.width*.5,0,0),X.halfHeight.set(0,R.height*.5,0),i.rectArea[E]=X,E++}else if(R.isPointLight){let X=e.get(R);if(X.color.copy(R.color).multiplyScalar(R.intensity),X.distance=R.distance,X.decay=R.decay,R.castShadow){let Q=R.shadow,te=t.get(R);te.shadowIntensity=Q.intensity,te.shadowBias=Q.bias,te.shadowNormalBias=Q.normalBias,te.shadowRadius=Q.radius,te.shadowMapSize=Q.mapSize,te.shadowCameraNear=Q.camera.near,te.shadowCameraFar=Q.camera.far,i.pointShadow[g]=te,i.pointShadowMap[g]=ne,i.pointShadowMatrix[g]=R.shadow.matrix,T++}i.point[g]=X,g++}else if(R.isHemisphereLight){let X=e.get(R);X.skyColor.copy(R.color).multiplyScalar(G),X.groundColor.copy(R.groundColor).multiplyScalar(G),i.hemi[w]=X,w++}}E>0&&(n.has("OES_texture_float_linear")===!0?(i.rectAreaLTC1=ge.LTC_FLOAT_1,i.rectAreaLTC2=ge.LTC_FLOAT_2):(i.rectAreaLTC1=ge.LTC_HALF_1,i.rectAreaLTC2=ge.LTC_HALF_2)),i.ambient[0]=u,i.ambient[1]=h,i.ambient[2]=d;let N=i.hash;(N.sunLength!==f||N.directionalLength!==p||N.pointLength!==g||N.spotLength!==S||N.rectAreaLength!==E||N.hemiLength!==w||N.numSunShadows!==m||N.numDirectionalShadows!==C||N.numPointShadows!==T||N.numSpotShadows!==y||N.numSpotMaps!==M||N.numLightProbes!==I)&&(i.sun.length=f,i.directional.length=p,i.spot.length=S,i.rectArea.length=E,i.point.length=g,i.hemi.length=w,i.sunShadow.length=m,i.sunShadowMap.length=m,i.sunShadowMatrix.length=x,i.sunShadowCascade.length=x,i.directionalShadow.length=C,i.directionalShadowMap.length=C,i.directionalShadowMatrix.length=C,i.pointShadow.length=T,i.pointShadowMap.length=T,i.pointShadowMatrix.length=T,i.spotShadow.length=y,i.spotShadowMap.length=y,i.spotLightMatrix.length=y+M-D,i.spotLightMap.length=M,i.numSpotLightShadowsWithMaps=D,i.numLightProbes=I,N.sunLength=f,N.directionalLength=p,N.pointLength=g,N.spotLength=S,N.rectAreaLength=E,N.hemiLength=w,N.numSunShadows=m,N.numDirectionalShadows=C,N.numPointShadows=T,N.numSpotShadows=y,N.numSpotMaps=M,N.numLightProbes=I,i.version=K3++)}function l(c,u){let h=0,d=0,f=0,m=0,x=0,p=0,g=u.matrixWorldInverse;for(let S=0,E=c.length;S<E;S++){let w=c[S];if(w.isSunLight){let C=i.sun[h];C.direction.setFromMatrixPosition(w.matrixWorld),C.direction.transformDirection(g),h++}else if(w.isDirectionalLight){let C=i.directional[d];C.direction.setFromMatrixPosition(w.matrixWorld),r.setFromMatrixPosition(w.target.matrixWorld),C.direction.sub(r),C.direction.transformDirection(g),d++}else if(w.isSpotLight){let C=i.spot[m];C.position.setFromMatrixPosition(w.matrixWorld),C.position.applyMatrix4(g),C.direction.setFromMatrixPosition(w.matrixWorld),r.setFromMatrixPosition(w.target.matrixWorld),C.direction.sub(r),C.direction.transformDirection(g),m++}else if(w.isRectAreaLight){let C=i.rectArea[x];C.position.setFromMatrixPosition(w.matrixWorld),C.position.applyMatrix4(g),o.identity(),s.copy(w.matrixWorld),s.premultiply(g),o.extractRotation(s),C.halfWidth.set(w.width*.5,0,0),C.halfHeight.set(0,w.height*.5,0),C.halfWidth.applyMatrix4(o),C.halfHeight.applyMatrix4(o),x++}else if(w.isPointLight){let C=i.point[f];C.position.setFromMatrixPosition(w.matrixWorld),C.position.applyMatrix4(g),f++}else if(w.isHemisphereLight){let C=i.hemi[p];C.direction.setFromMatrixPosition(w.matrixWorld),C.direction.transformDirection(g),p++}}}return{setup:a,setupView:l,state:i}}function NS(n){let e=new Z3(n),t=[],i=[],r=[];function s(h){u.camera=h,t.length=0,i.length=0,r.length=0}function o(h){h.isLightProbeGrid?r.push(h):t.push(h)}function a(h){i.push(h)}function l(){e.setup(t),r.sort((h,d)=>h.priority-d.priority||h.id-d.id)}function c(h){e.setupView(t,h)}let u={lightsArray:t,shadowsArray:i,lightProbeGridArray:r,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:s,state:u,setupLights:l,setupLightsView:c,pushLight:o,pushShadow:a}}function J3(n){let e=new WeakMap;function t(r,s=0){let o=e.get(r),a;return o===void 0?(a=new NS(n),e.set(r,[a])):s>=o.length?(a=new NS(n),o.push(a)):a=o[s],a}function i(){e=new WeakMap}return{get:t,dispose:i}}var Q3=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,eD=`uniform sampler2D shadow_pass;
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
}`,tD=[new H(1,0,0),new H(-1,0,0),new H(0,1,0),new H(0,-1,0),new H(0,0,1),new H(0,0,-1)],nD=[new H(0,-1,0),new H(0,-1,0),new H(0,0,1),new H(0,0,-1),new H(0,-1,0),new H(0,-1,0)],kS=new It,Rl=new H,jg=new H;function iD(n,e,t){let i=new As,r=new lt,s=new lt,o=new Ft,a=new Yh,l=new Kh,c={},u=t.maxTextureSize,h={[Mi]:Bn,[Bn]:Mi,[En]:En},d=new Bt({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new lt},radius:{value:4}},vertexShader:Q3,fragmentShader:eD}),f=d.clone();f.defines.HORIZONTAL_PASS=1;let m=new Ut;m.setAttribute("position",new wt(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let x=new Nt(m,d),p=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=xl;let g=this.type;this.render=function(T,y,M){if(p.enabled===!1||p.autoUpdate===!1&&p.needsUpdate===!1||T.length===0)return;this.type===Mw&&(ke("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=xl);let D=n.getRenderTarget(),I=n.getActiveCubeFace(),N=n.getActiveMipmapLevel(),z=n.state;z.setBlending(Rs),z.buffers.depth.getReversed()===!0?z.buffers.color.setClear(0,0,0,0):z.buffers.color.setClear(1,1,1,1),z.buffers.depth.setTest(!0),z.setScissorTest(!1);let W=g!==this.type;W&&y.traverse(function(R){R.material&&(Array.isArray(R.material)?R.material.forEach(L=>L.needsUpdate=!0):R.material.needsUpdate=!0)});for(let R=0,L=T.length;R<L;R++){let G=T[R],V=G.shadow;if(V===void 0){ke("WebGLShadowMap:",G,"has no shadow.");continue}if(V.autoUpdate===!1&&V.needsUpdate===!1)continue;r.copy(V.mapSize);let ne=V.getFrameExtents();r.multiply(ne),s.copy(V.mapSize),(r.x>u||r.y>u)&&(r.x>u&&(s.x=Math.floor(u/ne.x),r.x=s.x*ne.x,V.mapSize.x=s.x),r.y>u&&(s.y=Math.floor(u/ne.y),r.y=s.y*ne.y,V.mapSize.y=s.y));let X=n.state.buffers.depth.getReversed();if(V.camera._reversedDepth=X,V.map===null||W===!0){if(V.map!==null&&(V.map.depthTexture!==null&&(V.map.depthTexture.dispose(),V.map.depthTexture=null),V.map.dispose()),this.type===qo){if(G.isPointLight){ke("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}V.map=new Zn(r.x,r.y,{format:rs,type:Ai,minFilter:Fn,magFilter:Fn,generateMipmaps:!1}),V.map.texture.name=G.name+".shadowMap",V.map.depthTexture=new Mr(r.x,r.y,Ti),V.map.depthTexture.name=G.name+".shadowMapDepth",V.map.depthTexture.format=xr,V.map.depthTexture.compareFunction=null,V.map.depthTexture.minFilter=Kt,V.map.depthTexture.magFilter=Kt}else G.isPointLight?(V.map=new Ll(r.x),V.map.depthTexture=new cl(r.x,Ei)):(V.map=new Zn(r.x,r.y),V.map.depthTexture=new Mr(r.x,r.y,Ei)),V.map.depthTexture.name=G.name+".shadowMap",V.map.depthTexture.format=xr,this.type===xl?(V.map.depthTexture.compareFunction=X?Vg:Bg,V.map.depthTexture.minFilter=Fn,V.map.depthTexture.magFilter=Fn):(V.map.depthTexture.compareFunction=null,V.map.depthTexture.minFilter=Kt,V.map.depthTexture.magFilter=Kt);V.camera.updateProjectionMatrix()}V.map.isWebGLCubeRenderTarget!==!0&&(V.map.width!==r.x||V.map.height!==r.y)&&V.map.setSize(r.x,r.y);let Q=V.map.isWebGLCubeRenderTarget?6:V.getViewportCount();G.isPointLight!==!0&&V.updateMatrices(G,M);let te=(V.camera.layers.mask&4294967294)!==0?V.camera.layers:M.layers;for(let xe=0;xe<Q;xe++){let Re=V.getCamera(xe);if(G.isPointLight){let Y=V.camera,he=V.matrix,we=G.distance||Y.far;we!==Y.far&&(Y.far=we,Y.updateProjectionMatrix()),Rl.setFromMatrixPosition(G.matrixWorld),Y.position.copy(Rl),jg.copy(Y.position),jg.add(tD[xe]),Y.up.copy(nD[xe]),Y.lookAt(jg),Y.updateMatrixWorld(),he.makeTranslation(-Rl.x,-Rl.y,-Rl.z),kS.multiplyMatrices(Y.projectionMatrix,Y.matrixWorldInverse),V._frustum.setFromProjectionMatrix(kS,Y.coordinateSystem,Y.reversedDepth)}if(V.map.isWebGLCubeRenderTarget)n.setRenderTarget(V.map,xe),n.clear();else{xe===0&&(n.setRenderTarget(V.map),n.clear());let Y=V.getViewport(xe);o.set(s.x*Y.x,s.y*Y.y,s.x*Y.z,s.y*Y.w),z.viewport(o)}i=V.getFrustum(xe),w(y,M,Re,G,te,this.type)}V.isPointLightShadow!==!0&&this.type===qo&&S(V,M),V.needsUpdate=!1}g=this.type,p.needsUpdate=!1,n.setRenderTarget(D,I,N)};function S(T,y){let M=e.update(x);d.defines.VSM_SAMPLES!==T.blurSamples&&(d.defines.VSM_SAMPLES=T.blurSamples,f.defines.VSM_SAMPLES=T.blurSamples,d.needsUpdate=!0,f.needsUpdate=!0),T.mapPass===null?T.mapPass=new Zn(r.x,r.y,{format:rs,type:Ai}):(T.mapPass.width!==T.map.width||T.mapPass.height!==T.map.height)&&T.mapPass.setSize(T.map.width,T.map.height),d.uniforms.shadow_pass.value=T.map.depthTexture,d.uniforms.resolution.value.set(T.map.width,T.map.height),d.uniforms.radius.value=T.radius,n.setRenderTarget(T.mapPass),n.clear(),n.renderBufferDirect(y,null,M,d,x,null),f.uniforms.shadow_pass.value=T.mapPass.texture,f.uniforms.resolution.value.set(T.map.width,T.map.height),f.uniforms.radius.value=T.radius,n.setRenderTarget(T.map),n.clear(),n.renderBufferDirect(y,null,M,f,x,null)}function E(T,y,M,D){let I=null,N=M.isPointLight===!0?T.customDistanceMaterial:T.customDepthMaterial;if(N!==void 0)I=N;else if(I=M.isPointLight===!0?l:a,n.localClippingEnabled&&y.clipShadows===!0&&Array.isArray(y.clippingPlanes)&&y.clippingPlanes.length!==0||y.displacementMap&&y.displacementScale!==0||y.alphaMap&&y.alphaTest>0||y.map&&y.alphaTest>0||y.alphaToCoverage===!0){let z=I.uuid,W=y.uuid,R=c[z];R===void 0&&(R={},c[z]=R);let L=R[W];L===void 0&&(L=I.clone(),R[W]=L,y.addEventListener("dispose",C)),I=L}if(I.visible=y.visible,I.wireframe=y.wireframe,D===qo?I.side=y.shadowSide!==null?y.shadowSide:y.side:I.side=y.shadowSide!==null?y.shadowSide:h[y.side],I.alphaMap=y.alphaMap,I.alphaTest=y.alphaToCoverage===!0?.5:y.alphaTest,I.map=y.map,I.clipShadows=y.clipShadows,I.clippingPlanes=y.clippingPlanes,I.clipIntersection=y.clipIntersection,I.displacementMap=y.displacementMap,I.displacementScale=y.displacementScale,I.displacementBias=y.displacementBias,I.wireframeLinewidth=y.wireframeLinewidth,I.linewidth=y.linewidth,M.isPointLight===!0&&I.isMeshDistanceMaterial===!0){let z=n.properties.get(I);z.light=M}return I}function w(T,y,M,D,I,N){if(T.visible===!1)return;if(T.layers.test(I)&&(T.isMesh||T.isLine||T.isPoints)&&(T.castShadow||T.receiveShadow&&N===qo)&&(!T.frustumCulled||T.intersectsFrustum(i))){T.modelViewMatrix.multiplyMatrices(M.matrixWorldInverse,T.matrixWorld);let R=e.update(T),L=T.material;if(Array.isArray(L)){let G=R.groups;for(let V=0,ne=G.length;V<ne;V++){let X=G[V],Q=L[X.materialIndex];if(Q&&Q.visible){let te=E(T,Q,D,N);T.onBeforeShadow(n,T,y,M,R,te,X),n.renderBufferDirect(M,null,R,te,T,X),T.onAfterShadow(n,T,y,M,R,te,X)}}}else if(L.visible){let G=E(T,L,D,N);T.onBeforeShadow(n,T,y,M,R,G,null),n.renderBufferDirect(M,null,R,G,T,null),T.onAfterShadow(n,T,y,M,R,G,null)}}let W=T.children;for(let R=0,L=W.length;R<L;R++)w(W[R],y,M,D,I,N)}function C(T){T.target.removeEventListener("dispose",C);for(let M in c){let D=c[M],I=T.target.uuid;I in D&&(D[I].dispose(),delete D[I])}}}function rD(n,e){function t(){let P=!1,Z=new Ft,q=null,ce=new Ft(0,0,0,0);return{setMask:function(se){q!==se&&!P&&(n.colorMask(se,se,se,se),q=se)},setLocked:function(se){P=se},setClear:function(se,ae,Ae,$e,re){re===!0&&(se*=$e,ae*=$e,Ae*=$e),Z.set(se,ae,Ae,$e),ce.equals(Z)===!1&&(n.clearColor(se,ae,Ae,$e),ce.copy(Z))},reset:function(){P=!1,q=null,ce.set(-1,0,0,0)}}}function i(){let P=!1,Z=!1,q=null,ce=null,se=null;return{setReversed:function(ae){if(Z!==ae){let Ae=e.get("EXT_clip_control");ae?Ae.clipControlEXT(Ae.LOWER_LEFT_EXT,Ae.ZERO_TO_ONE_EXT):Ae.clipControlEXT(Ae.LOWER_LEFT_EXT,Ae.NEGATIVE_ONE_TO_ONE_EXT),Z=ae;let $e=se;se=null,this.setClear($e)}},getReversed:function(){return Z},setTest:function(ae){ae?ye(n.DEPTH_TEST):Ge(n.DEPTH_TEST)},setMask:function(ae){q!==ae&&!P&&(n.depthMask(ae),q=ae)},setFunc:function(ae){if(Z&&(ae=rS[ae]),ce!==ae){switch(ae){case Eh:n.depthFunc(n.NEVER);break;case Th:n.depthFunc(n.ALWAYS);break;case Ah:n.depthFunc(n.LESS);break;case Bo:n.depthFunc(n.LEQUAL);break;case Ch:n.depthFunc(n.EQUAL);break;case Rh:n.depthFunc(n.GEQUAL);break;case Ph:n.depthFunc(n.GREATER);break;case Lh:n.depthFunc(n.NOTEQUAL);break;default:n.depthFunc(n.LEQUAL)}ce=ae}},setLocked:function(ae){P=ae},setClear:function(ae){se!==ae&&(se=ae,Z&&(ae=1-ae),n.clearDepth(ae))},reset:function(){P=!1,q=null,ce=null,se=null,Z=!1}}}function r(){let P=!1,Z=null,q=null,ce=null,se=null,ae=null,Ae=null,$e=null,re=null;return{setTest:function(Pe){P||(Pe?ye(n.STENCIL_TEST):Ge(n.STENCIL_TEST))},setMask:function(Pe){Z!==Pe&&!P&&(n.stencilMask(Pe),Z=Pe)},setFunc:function(Pe,He,me){(q!==Pe||ce!==He||se!==me)&&(n.stencilFunc(Pe,He,me),q=Pe,ce=He,se=me)},setOp:function(Pe,He,me){(ae!==Pe||Ae!==He||$e!==me)&&(n.stencilOp(Pe,He,me),ae=Pe,Ae=He,$e=me)},setLocked:function(Pe){P=Pe},setClear:function(Pe){re!==Pe&&(n.clearStencil(Pe),re=Pe)},reset:function(){P=!1,Z=null,q=null,ce=null,se=null,ae=null,Ae=null,$e=null,re=null}}}let s=new t,o=new i,a=new r,l={},c=new WeakMap,u={},h={},d={},f=new WeakMap,m=[],x=null,p=!1,g=null,S=null,E=null,w=null,C=null,T=null,y=null,M=new et(0,0,0),D=0,I=!1,N=null,z=null,W=null,R=null,L=null,G=n.getParameter(n.MAX_COMBINED_TEXTURE_IMAGE_UNITS),V=!1,ne=0,X=n.getParameter(n.VERSION);X.indexOf("WebGL")!==-1?(ne=parseFloat(/^WebGL (\d)/.exec(X)[1]),V=ne>=1):X.indexOf("OpenGL ES")!==-1&&(ne=parseFloat(/^OpenGL ES (\d)/.exec(X)[1]),V=ne>=2);let Q=null,te={},xe=n.getParameter(n.SCISSOR_BOX),Re=n.getParameter(n.VIEWPORT),Y=new Ft().fromArray(xe),he=new Ft().fromArray(Re);function we(P,Z,q,ce){let se=new Uint8Array(4),ae=n.createTexture();n.bindTexture(P,ae),n.texParameteri(P,n.TEXTURE_MIN_FILTER,n.NEAREST),n.texParameteri(P,n.TEXTURE_MAG_FILTER,n.NEAREST);for(let Ae=0;Ae<q;Ae++)P===n.TEXTURE_3D||P===n.TEXTURE_2D_ARRAY?n.texImage3D(Z,0,n.RGBA,1,1,ce,0,n.RGBA,n.UNSIGNED_BYTE,se):n.texImage2D(Z+Ae,0,n.RGBA,1,1,0,n.RGBA,n.UNSIGNED_BYTE,se);return ae}let Ie={};Ie[n.TEXTURE_2D]=we(n.TEXTURE_2D,n.TEXTURE_2D,1),Ie[n.TEXTURE_CUBE_MAP]=we(n.TEXTURE_CUBE_MAP,n.TEXTURE_CUBE_MAP_POSITIVE_X,6),Ie[n.TEXTURE_2D_ARRAY]=we(n.TEXTURE_2D_ARRAY,n.TEXTURE_2D_ARRAY,1,1),Ie[n.TEXTURE_3D]=we(n.TEXTURE_3D,n.TEXTURE_3D,1,1),s.setClear(0,0,0,1),o.setClear(1),a.setClear(0),ye(n.DEPTH_TEST),o.setFunc(Bo),Vn(!1),kt(gg),ye(n.CULL_FACE),un(Rs);function ye(P){u[P]!==!0&&(n.enable(P),u[P]=!0)}function Ge(P){u[P]!==!1&&(n.disable(P),u[P]=!1)}function Xt(P,Z){return d[P]!==Z?(n.bindFramebuffer(P,Z),d[P]=Z,P===n.DRAW_FRAMEBUFFER&&(d[n.FRAMEBUFFER]=Z),P===n.FRAMEBUFFER&&(d[n.DRAW_FRAMEBUFFER]=Z),!0):!1}function De(P,Z){let q=m,ce=!1;if(P){q=f.get(Z),q===void 0&&(q=[],f.set(Z,q));let se=P.textures;if(q.length!==se.length||q[0]!==n.COLOR_ATTACHMENT0){for(let ae=0,Ae=se.length;ae<Ae;ae++)q[ae]=n.COLOR_ATTACHMENT0+ae;q.length=se.length,ce=!0}}else q[0]!==n.BACK&&(q[0]=n.BACK,ce=!0);ce&&n.drawBuffers(q)}function yt(P){return x!==P?(n.useProgram(P),x=P,!0):!1}let xt={[Ps]:n.FUNC_ADD,[Tw]:n.FUNC_SUBTRACT,[Aw]:n.FUNC_REVERSE_SUBTRACT};xt[Cw]=n.MIN,xt[Rw]=n.MAX;let tt={[Pw]:n.ZERO,[Lw]:n.ONE,[Iw]:n.SRC_COLOR,[xg]:n.SRC_ALPHA,[Uw]:n.SRC_ALPHA_SATURATE,[Ow]:n.DST_COLOR,[kw]:n.DST_ALPHA,[Nw]:n.ONE_MINUS_SRC_COLOR,[vg]:n.ONE_MINUS_SRC_ALPHA,[Fw]:n.ONE_MINUS_DST_COLOR,[Dw]:n.ONE_MINUS_DST_ALPHA,[Bw]:n.CONSTANT_COLOR,[Vw]:n.ONE_MINUS_CONSTANT_COLOR,[zw]:n.CONSTANT_ALPHA,[Gw]:n.ONE_MINUS_CONSTANT_ALPHA};function un(P,Z,q,ce,se,ae,Ae,$e,re,Pe){if(P===Rs){p===!0&&(Ge(n.BLEND),p=!1);return}if(p===!1&&(ye(n.BLEND),p=!0),P!==Ew){if(P!==g||Pe!==I){if((S!==Ps||C!==Ps)&&(n.blendEquation(n.FUNC_ADD),S=Ps,C=Ps),Pe)switch(P){case Yo:n.blendFuncSeparate(n.ONE,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case yg:n.blendFunc(n.ONE,n.ONE);break;case _g:n.blendFuncSeparate(n.ZERO,n.ONE_MINUS_SRC_COLOR,n.ZERO,n.ONE);break;case bg:n.blendFuncSeparate(n.DST_COLOR,n.ONE_MINUS_SRC_ALPHA,n.ZERO,n.ONE);break;default:Fe("WebGLState: Invalid blending: ",P);break}else switch(P){case Yo:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case yg:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE,n.ONE,n.ONE);break;case _g:Fe("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case bg:Fe("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:Fe("WebGLState: Invalid blending: ",P);break}E=null,w=null,T=null,y=null,M.set(0,0,0),D=0,g=P,I=Pe}return}se=se||Z,ae=ae||q,Ae=Ae||ce,(Z!==S||se!==C)&&(n.blendEquationSeparate(xt[Z],xt[se]),S=Z,C=se),(q!==E||ce!==w||ae!==T||Ae!==y)&&(n.blendFuncSeparate(tt[q],tt[ce],tt[ae],tt[Ae]),E=q,w=ce,T=ae,y=Ae),($e.equals(M)===!1||re!==D)&&(n.blendColor($e.r,$e.g,$e.b,re),M.copy($e),D=re),g=P,I=!1}function Zt(P,Z){P.side===En?Ge(n.CULL_FACE):ye(n.CULL_FACE);let q=P.side===Bn;Z&&(q=!q),Vn(q),P.blending===Yo&&P.transparent===!1?un(Rs):un(P.blending,P.blendEquation,P.blendSrc,P.blendDst,P.blendEquationAlpha,P.blendSrcAlpha,P.blendDstAlpha,P.blendColor,P.blendAlpha,P.premultipliedAlpha),o.setFunc(P.depthFunc),o.setTest(P.depthTest),o.setMask(P.depthWrite),s.setMask(P.colorWrite);let ce=P.stencilWrite;a.setTest(ce),ce&&(a.setMask(P.stencilWriteMask),a.setFunc(P.stencilFunc,P.stencilRef,P.stencilFuncMask),a.setOp(P.stencilFail,P.stencilZFail,P.stencilZPass)),on(P.polygonOffset,P.polygonOffsetFactor,P.polygonOffsetUnits),P.alphaToCoverage===!0?ye(n.SAMPLE_ALPHA_TO_COVERAGE):Ge(n.SAMPLE_ALPHA_TO_COVERAGE)}function Vn(P){N!==P&&(P?n.frontFace(n.CW):n.frontFace(n.CCW),N=P)}function kt(P){P!==ww?(ye(n.CULL_FACE),P!==z&&(P===gg?n.cullFace(n.BACK):P===Sw?n.cullFace(n.FRONT):n.cullFace(n.FRONT_AND_BACK))):Ge(n.CULL_FACE),z=P}function Ri(P){P!==W&&(V&&n.lineWidth(P),W=P)}function on(P,Z,q){P?(ye(n.POLYGON_OFFSET_FILL),(R!==Z||L!==q)&&(R=Z,L=q,o.getReversed()&&(Z=-Z,q=-q),n.polygonOffset(Z,q))):Ge(n.POLYGON_OFFSET_FILL)}function ei(P){P?ye(n.SCISSOR_TEST):Ge(n.SCISSOR_TEST)}function ti(P){P===void 0&&(P=n.TEXTURE0+G-1),Q!==P&&(n.activeTexture(P),Q=P)}function ni(P,Z,q){q===void 0&&(Q===null?q=n.TEXTURE0+G-1:q=Q);let ce=te[q];ce===void 0&&(ce={type:void 0,texture:void 0},te[q]=ce),(ce.type!==P||ce.texture!==Z)&&(Q!==q&&(n.activeTexture(q),Q=q),n.bindTexture(P,Z||Ie[P]),ce.type=P,ce.texture=Z)}function O(){let P=te[Q];P!==void 0&&P.type!==void 0&&(n.bindTexture(P.type,null),P.type=void 0,P.texture=void 0)}function ii(){try{n.compressedTexImage2D(...arguments)}catch(P){Fe("WebGLState:",P)}}function Pt(){try{n.compressedTexImage3D(...arguments)}catch(P){Fe("WebGLState:",P)}}function Lt(){try{n.texSubImage2D(...arguments)}catch(P){Fe("WebGLState:",P)}}function pe(){try{n.texSubImage3D(...arguments)}catch(P){Fe("WebGLState:",P)}}function Jt(){try{n.compressedTexSubImage2D(...arguments)}catch(P){Fe("WebGLState:",P)}}function Ne(){try{n.compressedTexSubImage3D(...arguments)}catch(P){Fe("WebGLState:",P)}}function Be(){try{n.texStorage2D(...arguments)}catch(P){Fe("WebGLState:",P)}}function A(){try{n.texStorage3D(...arguments)}catch(P){Fe("WebGLState:",P)}}function b(){try{n.texImage2D(...arguments)}catch(P){Fe("WebGLState:",P)}}function U(){try{n.texImage3D(...arguments)}catch(P){Fe("WebGLState:",P)}}function ie(P){return h[P]!==void 0?h[P]:n.getParameter(P)}function J(P,Z){h[P]!==Z&&(n.pixelStorei(P,Z),h[P]=Z)}function oe(P){Y.equals(P)===!1&&(n.scissor(P.x,P.y,P.z,P.w),Y.copy(P))}function de(P){he.equals(P)===!1&&(n.viewport(P.x,P.y,P.z,P.w),he.copy(P))}function K(P,Z){let q=c.get(Z);q===void 0&&(q=new WeakMap,c.set(Z,q));let ce=q.get(P);ce===void 0&&(ce=n.getUniformBlockIndex(Z,P.name),n.uniformBlockBinding(Z,ce,ce),q.set(P,ce))}function j(P,Z,q){let se=c.get(Z).get(P);l[se]!==q&&(n.bindBufferBase(n.UNIFORM_BUFFER,se,q),l[se]=q)}function le(){n.disable(n.BLEND),n.disable(n.CULL_FACE),n.disable(n.DEPTH_TEST),n.disable(n.POLYGON_OFFSET_FILL),n.disable(n.SCISSOR_TEST),n.disable(n.STENCIL_TEST),n.disable(n.SAMPLE_ALPHA_TO_COVERAGE),n.blendEquation(n.FUNC_ADD),n.blendFunc(n.ONE,n.ZERO),n.blendFuncSeparate(n.ONE,n.ZERO,n.ONE,n.ZERO),n.blendColor(0,0,0,0),n.colorMask(!0,!0,!0,!0),n.clearColor(0,0,0,0),n.depthMask(!0),n.depthFunc(n.LESS),o.setReversed(!1),n.clearDepth(1),n.stencilMask(4294967295),n.stencilFunc(n.ALWAYS,0,4294967295),n.stencilOp(n.KEEP,n.KEEP,n.KEEP),n.clearStencil(0),n.cullFace(n.BACK),n.frontFace(n.CCW),n.polygonOffset(0,0),n.activeTexture(n.TEXTURE0),n.bindFramebuffer(n.FRAMEBUFFER,null),n.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),n.bindFramebuffer(n.READ_FRAMEBUFFER,null),n.useProgram(null),n.lineWidth(1),n.scissor(0,0,n.canvas.width,n.canvas.height),n.viewport(0,0,n.canvas.width,n.canvas.height),n.pixelStorei(n.PACK_ALIGNMENT,4),n.pixelStorei(n.UNPACK_ALIGNMENT,4),n.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,!1),n.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),n.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,n.BROWSER_DEFAULT_WEBGL),n.pixelStorei(n.PACK_ROW_LENGTH,0),n.pixelStorei(n.PACK_SKIP_PIXELS,0),n.pixelStorei(n.PACK_SKIP_ROWS,0),n.pixelStorei(n.UNPACK_ROW_LENGTH,0),n.pixelStorei(n.UNPACK_IMAGE_HEIGHT,0),n.pixelStorei(n.UNPACK_SKIP_PIXELS,0),n.pixelStorei(n.UNPACK_SKIP_ROWS,0),n.pixelStorei(n.UNPACK_SKIP_IMAGES,0),u={},h={},Q=null,te={},d={},l={},f=new WeakMap,m=[],x=null,p=!1,g=null,S=null,E=null,w=null,C=null,T=null,y=null,M=new et(0,0,0),D=0,I=!1,N=null,z=null,W=null,R=null,L=null,Y.set(0,0,n.canvas.width,n.canvas.height),he.set(0,0,n.canvas.width,n.canvas.height),s.reset(),o.reset(),a.reset()}return{buffers:{color:s,depth:o,stencil:a},enable:ye,disable:Ge,bindFramebuffer:Xt,drawBuffers:De,useProgram:yt,setBlending:un,setMaterial:Zt,setFlipSided:Vn,setCullFace:kt,setLineWidth:Ri,setPolygonOffset:on,setScissorTest:ei,activeTexture:ti,bindTexture:ni,unbindTexture:O,compressedTexImage2D:ii,compressedTexImage3D:Pt,texImage2D:b,texImage3D:U,pixelStorei:J,getParameter:ie,updateUBOMapping:K,uniformBlockBinding:j,texStorage2D:Be,texStorage3D:A,texSubImage2D:Lt,texSubImage3D:pe,compressedTexSubImage2D:Jt,compressedTexSubImage3D:Ne,scissor:oe,viewport:de,reset:le}}function sD(n,e,t,i,r,s,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new lt,u=new WeakMap,h=new Set,d,f=new WeakMap,m=new Set,x=new FinalizationRegistry(A=>m.delete(A)),p=!1;try{p=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function g(A,b){return p?new OffscreenCanvas(A,b):tl("canvas")}function S(A,b,U){let ie=1,J=Be(A);if((J.width>U||J.height>U)&&(ie=U/Math.max(J.width,J.height)),ie<1)if(typeof HTMLImageElement<"u"&&A instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&A instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&A instanceof ImageBitmap||typeof VideoFrame<"u"&&A instanceof VideoFrame){let oe=Math.floor(ie*J.width),de=Math.floor(ie*J.height);d===void 0&&(d=g(oe,de));let K=b?g(oe,de):d;return K.width=oe,K.height=de,K.getContext("2d").drawImage(A,0,0,oe,de),ke("WebGLRenderer: Texture has been resized from ("+J.width+"x"+J.height+") to ("+oe+"x"+de+")."),K}else return"data"in A&&ke("WebGLRenderer: Image in DataTexture is too big ("+J.width+"x"+J.height+")."),A;return A}function E(A){return A.generateMipmaps}function w(A){n.generateMipmap(A)}function C(A){return A.isWebGLCubeRenderTarget?n.TEXTURE_CUBE_MAP:A.isWebGL3DRenderTarget?n.TEXTURE_3D:A.isWebGLArrayRenderTarget||A.isCompressedArrayTexture?n.TEXTURE_2D_ARRAY:n.TEXTURE_2D}function T(A,b,U,ie,J,oe=!1){if(A!==null){if(n[A]!==void 0)return n[A];ke("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+A+"'")}let de;ie&&(de=e.get("EXT_texture_norm16"),de||ke("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let K=b;if(b===n.RED&&(U===n.FLOAT&&(K=n.R32F),U===n.HALF_FLOAT&&(K=n.R16F),U===n.UNSIGNED_BYTE&&(K=n.R8),U===n.UNSIGNED_SHORT&&de&&(K=de.R16_EXT),U===n.SHORT&&de&&(K=de.R16_SNORM_EXT)),b===n.RED_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.R8UI),U===n.UNSIGNED_SHORT&&(K=n.R16UI),U===n.UNSIGNED_INT&&(K=n.R32UI),U===n.BYTE&&(K=n.R8I),U===n.SHORT&&(K=n.R16I),U===n.INT&&(K=n.R32I)),b===n.RG&&(U===n.FLOAT&&(K=n.RG32F),U===n.HALF_FLOAT&&(K=n.RG16F),U===n.UNSIGNED_BYTE&&(K=n.RG8),U===n.UNSIGNED_SHORT&&de&&(K=de.RG16_EXT),U===n.SHORT&&de&&(K=de.RG16_SNORM_EXT)),b===n.RG_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.RG8UI),U===n.UNSIGNED_SHORT&&(K=n.RG16UI),U===n.UNSIGNED_INT&&(K=n.RG32UI),U===n.BYTE&&(K=n.RG8I),U===n.SHORT&&(K=n.RG16I),U===n.INT&&(K=n.RG32I)),b===n.RGB_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.RGB8UI),U===n.UNSIGNED_SHORT&&(K=n.RGB16UI),U===n.UNSIGNED_INT&&(K=n.RGB32UI),U===n.BYTE&&(K=n.RGB8I),U===n.SHORT&&(K=n.RGB16I),U===n.INT&&(K=n.RGB32I)),b===n.RGBA_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.RGBA8UI),U===n.UNSIGNED_SHORT&&(K=n.RGBA16UI),U===n.UNSIGNED_INT&&(K=n.RGBA32UI),U===n.BYTE&&(K=n.RGBA8I),U===n.SHORT&&(K=n.RGBA16I),U===n.INT&&(K=n.RGBA32I)),b===n.RGB&&(U===n.UNSIGNED_SHORT&&de&&(K=de.RGB16_EXT),U===n.SHORT&&de&&(K=de.RGB16_SNORM_EXT),U===n.UNSIGNED_INT_5_9_9_9_REV&&(K=n.RGB9_E5),U===n.UNSIGNED_INT_10F_11F_11F_REV&&(K=n.R11F_G11F_B10F)),b===n.RGBA){let j=oe?Qa:rt.getTransfer(J);U===n.FLOAT&&(K=n.RGBA32F),U===n.HALF_FLOAT&&(K=n.RGBA16F),U===n.UNSIGNED_BYTE&&(K=j===gt?n.SRGB8_ALPHA8:n.RGBA8),U===n.UNSIGNED_SHORT&&de&&(K=de.RGBA16_EXT),U===n.SHORT&&de&&(K=de.RGBA16_SNORM_EXT),U===n.UNSIGNED_SHORT_4_4_4_4&&(K=n.RGBA4),U===n.UNSIGNED_SHORT_5_5_5_1&&(K=n.RGB5_A1)}return(K===n.R16F||K===n.R32F||K===n.RG16F||K===n.RG32F||K===n.RGBA16F||K===n.RGBA32F)&&e.get("EXT_color_buffer_float"),K}function y(A,b){let U;return A?b===null||b===Ei||b===Is?U=n.DEPTH24_STENCIL8:b===Ti?U=n.DEPTH32F_STENCIL8:b===jo&&(U=n.DEPTH24_STENCIL8,ke("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):b===null||b===Ei||b===Is?U=n.DEPTH_COMPONENT24:b===Ti?U=n.DEPTH_COMPONENT32F:b===jo&&(U=n.DEPTH_COMPONENT16),U}function M(A,b){return E(A)===!0||A.isFramebufferTexture&&A.minFilter!==Kt&&A.minFilter!==Fn?Math.log2(Math.max(b.width,b.height))+1:A.mipmaps.length>0?A.mipmaps.length:A.isCompressedTexture&&Array.isArray(A.image)?b.mipmaps.length:1}function D(A){let b=new WeakRef(A);i.get(A).__ref=b,m.add(b),x.register(A,b,b)}function I(A){let b=i.get(A).__ref;b!==void 0&&(m.delete(b),x.unregister(b))}function N(A){W(A.target)}function z(A){R(A.target)}function W(A){A.removeEventListener("dispose",N),I(A),G(A),A.isVideoTexture&&u.delete(A),A.isHTMLTexture&&h.delete(A)}function R(A){A.removeEventListener("dispose",z),I(A),ne(A)}function L(){for(let A of m){let b=A.deref();b!==void 0&&(b.isRenderTarget===!0?R(b):W(b))}m.clear(),h.clear()}function G(A){let b=i.get(A);if(b.__webglInit===void 0)return;let U=A.source,ie=f.get(U);if(ie){let J=ie[b.__cacheKey];J.usedTimes--,J.usedTimes===0&&V(A),Object.keys(ie).length===0&&f.delete(U)}i.remove(A)}function V(A){let b=i.get(A);n.deleteTexture(b.__webglTexture);let U=A.source,ie=f.get(U);delete ie[b.__cacheKey],o.memory.textures--}function ne(A){let b=i.get(A);b.__depthDisposeCallback&&b.__depthDisposeCallback();let U=A.depthTexture;if(U&&U.renderTarget===A&&W(U),A.isWebGLCubeRenderTarget)for(let J=0;J<6;J++){if(Array.isArray(b.__webglFramebuffer[J]))for(let oe=0;oe<b.__webglFramebuffer[J].length;oe++)n.deleteFramebuffer(b.__webglFramebuffer[J][oe]);else n.deleteFramebuffer(b.__webglFramebuffer[J]);b.__webglDepthbuffer&&n.deleteRenderbuffer(b.__webglDepthbuffer[J])}else{if(Array.isArray(b.__webglFramebuffer))for(let J=0;J<b.__webglFramebuffer.length;J++)n.deleteFramebuffer(b.__webglFramebuffer[J]);else n.deleteFramebuffer(b.__webglFramebuffer);if(b.__webglDepthbuffer&&n.deleteRenderbuffer(b.__webglDepthbuffer),b.__webglMultisampledFramebuffer&&n.deleteFramebuffer(b.__webglMultisampledFramebuffer),b.__webglColorRenderbuffer)for(let J=0;J<b.__webglColorRenderbuffer.length;J++)b.__webglColorRenderbuffer[J]&&n.deleteRenderbuffer(b.__webglColorRenderbuffer[J]);b.__webglDepthRenderbuffer&&n.deleteRenderbuffer(b.__webglDepthRenderbuffer)}let ie=A.textures;for(let J=0,oe=ie.length;J<oe;J++){let de=i.get(ie[J]);de.__webglTexture&&(n.deleteTexture(de.__webglTexture),o.memory.textures--),i.remove(ie[J])}i.remove(A)}let X=0;function Q(){X=0}function te(){return X}function xe(A){X=A}function Re(){let A=X;return A>=r.maxTextures&&ke("WebGLTextures: Trying to use "+(A+1)+" texture units while this GPU supports only "+r.maxTextures),X+=1,A}function Y(A){let b=[];return b.push(A.wrapS),b.push(A.wrapT),b.push(A.wrapR||0),b.push(A.magFilter),b.push(A.minFilter),b.push(A.anisotropy),b.push(A.internalFormat),b.push(A.format),b.push(A.type),b.push(A.generateMipmaps),b.push(A.mipmapsAutoUpdate),b.push(A.premultiplyAlpha),b.push(A.flipY),b.push(A.unpackAlignment),b.push(A.colorSpace),b.join()}function he(A,b){let U=i.get(A);if(A.isVideoTexture&&Jt(A),A.isRenderTargetTexture===!1&&A.isExternalTexture!==!0&&A.version>0&&U.__version!==A.version){let ie=A.image;if(ie===null)ke("WebGLRenderer: Texture marked for update but no image data found.");else if(ie.complete===!1)ke("WebGLRenderer: Texture marked for update but image is incomplete");else{Zt(U,A,b);return}}else A.isExternalTexture&&(U.__webglTexture=A.sourceTexture?A.sourceTexture:null);t.bindTexture(n.TEXTURE_2D,U.__webglTexture,n.TEXTURE0+b)}function we(A,b){let U=i.get(A);if(A.isRenderTargetTexture===!1&&A.version>0&&U.__version!==A.version){Zt(U,A,b);return}else A.isExternalTexture&&(U.__webglTexture=A.sourceTexture?A.sourceTexture:null);t.bindTexture(n.TEXTURE_2D_ARRAY,U.__webglTexture,n.TEXTURE0+b)}function Ie(A,b){let U=i.get(A);if(A.isRenderTargetTexture===!1&&A.version>0&&U.__version!==A.version){Zt(U,A,b);return}t.bindTexture(n.TEXTURE_3D,U.__webglTexture,n.TEXTURE0+b)}function ye(A,b){let U=i.get(A);if(A.version>0&&U.__version!==A.version){Vn(U,A,b);return}t.bindTexture(n.TEXTURE_CUBE_MAP,U.__webglTexture,n.TEXTURE0+b)}let Ge={[Ih]:n.REPEAT,[$i]:n.CLAMP_TO_EDGE,[Nh]:n.MIRRORED_REPEAT},Xt={[Kt]:n.NEAREST,[Xw]:n.NEAREST_MIPMAP_NEAREST,[vl]:n.NEAREST_MIPMAP_LINEAR,[Fn]:n.LINEAR,[ud]:n.LINEAR_MIPMAP_NEAREST,[Er]:n.LINEAR_MIPMAP_LINEAR},De={[Kw]:n.NEVER,[zg]:n.ALWAYS,[jw]:n.LESS,[Bg]:n.LEQUAL,[Zw]:n.EQUAL,[Vg]:n.GEQUAL,[Jw]:n.GREATER,[Qw]:n.NOTEQUAL};function yt(A,b){if(b.type===Ti&&e.has("OES_texture_float_linear")===!1&&(b.magFilter===Fn||b.magFilter===ud||b.magFilter===vl||b.magFilter===Er||b.minFilter===Fn||b.minFilter===ud||b.minFilter===vl||b.minFilter===Er)&&ke("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),n.texParameteri(A,n.TEXTURE_WRAP_S,Ge[b.wrapS]),n.texParameteri(A,n.TEXTURE_WRAP_T,Ge[b.wrapT]),(A===n.TEXTURE_3D||A===n.TEXTURE_2D_ARRAY)&&n.texParameteri(A,n.TEXTURE_WRAP_R,Ge[b.wrapR]),n.texParameteri(A,n.TEXTURE_MAG_FILTER,Xt[b.magFilter]),n.texParameteri(A,n.TEXTURE_MIN_FILTER,Xt[b.minFilter]),b.compareFunction&&(n.texParameteri(A,n.TEXTURE_COMPARE_MODE,n.COMPARE_REF_TO_TEXTURE),n.texParameteri(A,n.TEXTURE_COMPARE_FUNC,De[b.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(b.magFilter===Kt||b.minFilter!==vl&&b.minFilter!==Er||b.type===Ti&&e.has("OES_texture_float_linear")===!1)return;if(b.anisotropy>1||i.get(b).__currentAnisotropy){let U=e.get("EXT_texture_filter_anisotropic");n.texParameterf(A,U.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(b.anisotropy,r.getMaxAnisotropy())),i.get(b).__currentAnisotropy=b.anisotropy}}}function xt(A,b){let U=!1;A.__webglInit===void 0&&(A.__webglInit=!0,b.addEventListener("dispose",N),D(b));let ie=b.source,J=f.get(ie);J===void 0&&(J={},f.set(ie,J));let oe=Y(b);if(oe!==A.__cacheKey){J[oe]===void 0&&(J[oe]={texture:n.createTexture(),usedTimes:0},o.memory.textures++,U=!0),J[oe].usedTimes++;let de=J[A.__cacheKey];de!==void 0&&(J[A.__cacheKey].usedTimes--,de.usedTimes===0&&V(b)),A.__cacheKey=oe,A.__webglTexture=J[oe].texture}return U}function tt(A,b,U){return Math.floor(Math.floor(A/U)/b)}function un(A,b,U,ie){let oe=A.updateRanges;if(oe.length===0)t.texSubImage2D(n.TEXTURE_2D,0,0,0,b.width,b.height,U,ie,b.data);else{oe.sort((P,Z)=>P.start-Z.start);let de=0;for(let P=1;P<oe.length;P++){let Z=oe[de],q=oe[P],ce=Z.start+Z.count,se=tt(q.start,b.width,4),ae=tt(Z.start,b.width,4);q.start<=ce+1&&se===ae&&tt(q.start+q.count-1,b.width,4)===se?Z.count=Math.max(Z.count,q.start+q.count-Z.start):(++de,oe[de]=q)}oe.length=de+1;let K=t.getParameter(n.UNPACK_ROW_LENGTH),j=t.getParameter(n.UNPACK_SKIP_PIXELS),le=t.getParameter(n.UNPACK_SKIP_ROWS);t.pixelStorei(n.UNPACK_ROW_LENGTH,b.width);for(let P=0,Z=oe.length;P<Z;P++){let q=oe[P],ce=Math.floor(q.start/4),se=Math.ceil(q.count/4),ae=ce%b.width,Ae=Math.floor(ce/b.width),$e=se,re=1;t.pixelStorei(n.UNPACK_SKIP_PIXELS,ae),t.pixelStorei(n.UNPACK_SKIP_ROWS,Ae),t.texSubImage2D(n.TEXTURE_2D,0,ae,Ae,$e,re,U,ie,b.data)}A.clearUpdateRanges(),t.pixelStorei(n.UNPACK_ROW_LENGTH,K),t.pixelStorei(n.UNPACK_SKIP_PIXELS,j),t.pixelStorei(n.UNPACK_SKIP_ROWS,le)}}function Zt(A,b,U){let ie=n.TEXTURE_2D;(b.isDataArrayTexture||b.isCompressedArrayTexture)&&(ie=n.TEXTURE_2D_ARRAY),b.isData3DTexture&&(ie=n.TEXTURE_3D);let J=xt(A,b),oe=b.source;t.bindTexture(ie,A.__webglTexture,n.TEXTURE0+U);let de=i.get(oe);if(oe.version!==de.__version||J===!0){if(t.activeTexture(n.TEXTURE0+U),(typeof ImageBitmap<"u"&&b.image instanceof ImageBitmap)===!1){let re=rt.getPrimaries(rt.workingColorSpace),Pe=b.colorSpace===Ar?null:rt.getPrimaries(b.colorSpace),He=b.colorSpace===Ar||re===Pe?n.NONE:n.BROWSER_DEFAULT_WEBGL;t.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,b.flipY),t.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,b.premultiplyAlpha),t.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,He)}t.pixelStorei(n.UNPACK_ALIGNMENT,b.unpackAlignment);let j=S(b.image,!1,r.maxTextureSize);j=Ne(b,j);let le=s.convert(b.format,b.colorSpace),P=s.convert(b.type),Z=T(b.internalFormat,le,P,b.normalized,b.colorSpace,b.isVideoTexture);yt(ie,b);let q,ce=b.mipmaps,se=b.isVideoTexture!==!0,ae=de.__version===void 0||J===!0,Ae=oe.dataReady,$e=M(b,j);if(b.isDepthTexture)Z=y(b.format===Tr,b.type),ae&&(se?t.texStorage2D(n.TEXTURE_2D,1,Z,j.width,j.height):t.texImage2D(n.TEXTURE_2D,0,Z,j.width,j.height,0,le,P,null));else if(b.isDataTexture)if(ce.length>0){se&&ae&&t.texStorage2D(n.TEXTURE_2D,$e,Z,ce[0].width,ce[0].height);for(let re=0,Pe=ce.length;re<Pe;re++)q=ce[re],se?Ae&&t.texSubImage2D(n.TEXTURE_2D,re,0,0,q.width,q.height,le,P,q.data):t.texImage2D(n.TEXTURE_2D,re,Z,q.width,q.height,0,le,P,q.data);b.generateMipmaps=!1}else se?(ae&&t.texStorage2D(n.TEXTURE_2D,$e,Z,j.width,j.height),Ae&&un(b,j,le,P)):t.texImage2D(n.TEXTURE_2D,0,Z,j.width,j.height,0,le,P,j.data);else if(b.isCompressedTexture)if(b.isCompressedArrayTexture){se&&ae&&t.texStorage3D(n.TEXTURE_2D_ARRAY,$e,Z,ce[0].width,ce[0].height,j.depth);for(let re=0,Pe=ce.length;re<Pe;re++)if(q=ce[re],b.format!==Ci)if(le!==null)if(se){if(Ae)if(b.layerUpdates.size>0){let He=Yg(q.width,q.height,b.format,b.type);for(let me of b.layerUpdates){let _t=q.data.subarray(me*He/q.data.BYTES_PER_ELEMENT,(me+1)*He/q.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,re,0,0,me,q.width,q.height,1,le,_t)}}else t.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,re,0,0,0,q.width,q.height,j.depth,le,q.data)}else t.compressedTexImage3D(n.TEXTURE_2D_ARRAY,re,Z,q.width,q.height,j.depth,0,q.data,0,0);else ke("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else se?Ae&&t.texSubImage3D(n.TEXTURE_2D_ARRAY,re,0,0,0,q.width,q.height,j.depth,le,P,q.data):t.texImage3D(n.TEXTURE_2D_ARRAY,re,Z,q.width,q.height,j.depth,0,le,P,q.data);b.layerUpdates.size>0&&b.clearLayerUpdates()}else{se&&ae&&t.texStorage2D(n.TEXTURE_2D,$e,Z,ce[0].width,ce[0].height);for(let re=0,Pe=ce.length;re<Pe;re++)q=ce[re],b.format!==Ci?le!==null?se?Ae&&t.compressedTexSubImage2D(n.TEXTURE_2D,re,0,0,q.width,q.height,le,q.data):t.compressedTexImage2D(n.TEXTURE_2D,re,Z,q.width,q.height,0,q.data):ke("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):se?Ae&&t.texSubImage2D(n.TEXTURE_2D,re,0,0,q.width,q.height,le,P,q.data):t.texImage2D(n.TEXTURE_2D,re,Z,q.width,q.height,0,le,P,q.data)}else if(b.isDataArrayTexture)if(se){if(ae&&t.texStorage3D(n.TEXTURE_2D_ARRAY,$e,Z,j.width,j.height,j.depth),Ae)if(b.layerUpdates.size>0){let re=Yg(j.width,j.height,b.format,b.type);for(let Pe of b.layerUpdates){let He=j.data.subarray(Pe*re/j.data.BYTES_PER_ELEMENT,(Pe+1)*re/j.data.BYTES_PER_ELEMENT);t.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,Pe,j.width,j.height,1,le,P,He)}b.clearLayerUpdates()}else t.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,0,j.width,j.height,j.depth,le,P,j.data)}else t.texImage3D(n.TEXTURE_2D_ARRAY,0,Z,j.width,j.height,j.depth,0,le,P,j.data);else if(b.isData3DTexture)se?(ae&&t.texStorage3D(n.TEXTURE_3D,$e,Z,j.width,j.height,j.depth),Ae&&t.texSubImage3D(n.TEXTURE_3D,0,0,0,0,j.width,j.height,j.depth,le,P,j.data)):t.texImage3D(n.TEXTURE_3D,0,Z,j.width,j.height,j.depth,0,le,P,j.data);else if(b.isFramebufferTexture){if(ae)if(se)t.texStorage2D(n.TEXTURE_2D,$e,Z,j.width,j.height);else{let re=j.width,Pe=j.height;for(let He=0;He<$e;He++)t.texImage2D(n.TEXTURE_2D,He,Z,re,Pe,0,le,P,null),re>>=1,Pe>>=1}}else if(b.isHTMLTexture){if("texElementImage2D"in n){let re=n.canvas;if(re.hasAttribute("layoutsubtree")||re.setAttribute("layoutsubtree","true"),j.parentNode!==re){re.appendChild(j),h.add(b),re.onpaint=Pe=>{let He=Pe.changedElements;for(let me of h)He.includes(me.image)&&(me.needsUpdate=!0)},re.requestPaint();return}if(n.texElementImage2D.length===3)n.texElementImage2D(n.TEXTURE_2D,n.RGBA8,j);else{let He=n.RGBA,me=n.RGBA,_t=n.UNSIGNED_BYTE;n.texElementImage2D(n.TEXTURE_2D,0,He,me,_t,j)}n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MIN_FILTER,n.LINEAR),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_S,n.CLAMP_TO_EDGE),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_T,n.CLAMP_TO_EDGE)}}else if(ce.length>0){if(se&&ae){let re=Be(ce[0]);t.texStorage2D(n.TEXTURE_2D,$e,Z,re.width,re.height)}for(let re=0,Pe=ce.length;re<Pe;re++)q=ce[re],se?Ae&&t.texSubImage2D(n.TEXTURE_2D,re,0,0,le,P,q):t.texImage2D(n.TEXTURE_2D,re,Z,le,P,q);b.generateMipmaps=!1}else if(se){if(ae){let re=Be(j);t.texStorage2D(n.TEXTURE_2D,$e,Z,re.width,re.height)}Ae&&t.texSubImage2D(n.TEXTURE_2D,0,0,0,le,P,j)}else t.texImage2D(n.TEXTURE_2D,0,Z,le,P,j);E(b)&&b.mipmapsAutoUpdate===!0&&w(ie),de.__version=oe.version,b.onUpdate&&b.onUpdate(b)}A.__version=b.version}function Vn(A,b,U){if(b.image.length!==6)return;let ie=xt(A,b),J=b.source;t.bindTexture(n.TEXTURE_CUBE_MAP,A.__webglTexture,n.TEXTURE0+U);let oe=i.get(J);if(J.version!==oe.__version||ie===!0){t.activeTexture(n.TEXTURE0+U);let de=rt.getPrimaries(rt.workingColorSpace),K=b.colorSpace===Ar?null:rt.getPrimaries(b.colorSpace),j=b.colorSpace===Ar||de===K?n.NONE:n.BROWSER_DEFAULT_WEBGL;t.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,b.flipY),t.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,b.premultiplyAlpha),t.pixelStorei(n.UNPACK_ALIGNMENT,b.unpackAlignment),t.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,j);let le=b.isCompressedTexture||b.image[0].isCompressedTexture,P=b.image[0]&&b.image[0].isDataTexture,Z=[];for(let me=0;me<6;me++)!le&&!P?Z[me]=S(b.image[me],!0,r.maxCubemapSize):Z[me]=P?b.image[me].image:b.image[me],Z[me]=Ne(b,Z[me]);let q=Z[0],ce=s.convert(b.format,b.colorSpace),se=s.convert(b.type),ae=T(b.internalFormat,ce,se,b.normalized,b.colorSpace),Ae=b.isVideoTexture!==!0,$e=oe.__version===void 0||ie===!0,re=J.dataReady,Pe=M(b,q);yt(n.TEXTURE_CUBE_MAP,b);let He;if(b.isDepthTexture){if(ae=y(b.format===Tr,b.type),$e)if(Ae)t.texStorage2D(n.TEXTURE_CUBE_MAP,1,ae,q.width,q.height);else for(let me=0;me<6;me++)t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,q.width,q.height,0,ce,se,null)}else if(le){Ae&&$e&&t.texStorage2D(n.TEXTURE_CUBE_MAP,Pe,ae,q.width,q.height);for(let me=0;me<6;me++){He=Z[me].mipmaps;for(let _t=0;_t<He.length;_t++){let an=He[_t];b.format!==Ci?ce!==null?Ae?re&&t.compressedTexSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,_t,0,0,an.width,an.height,ce,an.data):t.compressedTexImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,_t,ae,an.width,an.height,0,an.data):ke("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Ae?re&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,_t,0,0,an.width,an.height,ce,se,an.data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,_t,ae,an.width,an.height,0,ce,se,an.data)}}}else{if(He=b.mipmaps,Ae&&$e){He.length>0&&Pe++;let me=Be(Z[0]);t.texStorage2D(n.TEXTURE_CUBE_MAP,Pe,ae,me.width,me.height)}for(let me=0;me<6;me++)if(P){Ae?re&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,0,0,Z[me].width,Z[me].height,ce,se,Z[me].data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,Z[me].width,Z[me].height,0,ce,se,Z[me].data);for(let _t=0;_t<He.length;_t++){let Rr=He[_t].image[me].image;Ae?re&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,_t+1,0,0,Rr.width,Rr.height,ce,se,Rr.data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,_t+1,ae,Rr.width,Rr.height,0,ce,se,Rr.data)}}else{Ae?re&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,0,0,ce,se,Z[me]):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,ce,se,Z[me]);for(let _t=0;_t<He.length;_t++){let an=He[_t];Ae?re&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,_t+1,0,0,ce,se,an.image[me]):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,_t+1,ae,ce,se,an.image[me])}}}E(b)&&b.mipmapsAutoUpdate===!0&&w(n.TEXTURE_CUBE_MAP),oe.__version=J.version,b.onUpdate&&b.onUpdate(b)}A.__version=b.version}function kt(A,b,U,ie,J,oe){let de=s.convert(U.format,U.colorSpace),K=s.convert(U.type),j=T(U.internalFormat,de,K,U.normalized,U.colorSpace),le=i.get(b),P=i.get(U);if(P.__renderTarget=b,!le.__hasExternalTextures){let Z=Math.max(1,b.width>>oe),q=Math.max(1,b.height>>oe);J===n.TEXTURE_3D||J===n.TEXTURE_2D_ARRAY?t.texImage3D(J,oe,j,Z,q,b.depth,0,de,K,null):t.texImage2D(J,oe,j,Z,q,0,de,K,null)}t.bindFramebuffer(n.FRAMEBUFFER,A),pe(b)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,ie,J,P.__webglTexture,0,Lt(b)):(J===n.TEXTURE_2D||J>=n.TEXTURE_CUBE_MAP_POSITIVE_X&&J<=n.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&n.framebufferTexture2D(n.FRAMEBUFFER,ie,J,P.__webglTexture,oe),t.bindFramebuffer(n.FRAMEBUFFER,null)}function Ri(A,b,U){if(n.bindRenderbuffer(n.RENDERBUFFER,A),b.depthBuffer){let ie=b.depthTexture,J=ie&&ie.isDepthTexture?ie.type:null,oe=y(b.stencilBuffer,J),de=b.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;pe(b)?a.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,Lt(b),oe,b.width,b.height):U?n.renderbufferStorageMultisample(n.RENDERBUFFER,Lt(b),oe,b.width,b.height):n.renderbufferStorage(n.RENDERBUFFER,oe,b.width,b.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,de,n.RENDERBUFFER,A)}else{let ie=b.textures;for(let J=0;J<ie.length;J++){let oe=ie[J],de=s.convert(oe.format,oe.colorSpace),K=s.convert(oe.type),j=T(oe.internalFormat,de,K,oe.normalized,oe.colorSpace);pe(b)?a.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,Lt(b),j,b.width,b.height):U?n.renderbufferStorageMultisample(n.RENDERBUFFER,Lt(b),j,b.width,b.height):n.renderbufferStorage(n.RENDERBUFFER,j,b.width,b.height)}}n.bindRenderbuffer(n.RENDERBUFFER,null)}function on(A,b,U){let ie=b.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(n.FRAMEBUFFER,A),!(b.depthTexture&&b.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let J=i.get(b.depthTexture);J.__renderTarget=b;let oe=ie?b.depthTexture.image[0]:b.depthTexture.image;(!J.__webglTexture||oe.width!==b.width||oe.height!==b.height)&&(oe.width=b.width,oe.height=b.height,b.depthTexture.needsUpdate=!0),ie?ye(b.depthTexture,0):he(b.depthTexture,0);let de=J.__webglTexture,K=Lt(b),j=ie?n.TEXTURE_CUBE_MAP_POSITIVE_X+U:n.TEXTURE_2D,le=b.depthTexture.format===Tr?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;if(b.depthTexture.format===xr)pe(b)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,le,j,de,0,K):n.framebufferTexture2D(n.FRAMEBUFFER,le,j,de,0);else if(b.depthTexture.format===Tr)pe(b)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,le,j,de,0,K):n.framebufferTexture2D(n.FRAMEBUFFER,le,j,de,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function ei(A){let b=i.get(A),U=A.isWebGLCubeRenderTarget===!0;if(b.__boundDepthTexture!==A.depthTexture){let ie=A.depthTexture;if(b.__depthDisposeCallback&&b.__depthDisposeCallback(),ie){let J=()=>{delete b.__boundDepthTexture,delete b.__depthDisposeCallback,ie.removeEventListener("dispose",J)};ie.addEventListener("dispose",J),b.__depthDisposeCallback=J}b.__boundDepthTexture=ie}if(A.depthTexture&&!b.__autoAllocateDepthBuffer)if(U)for(let ie=0;ie<6;ie++)on(b.__webglFramebuffer[ie],A,ie);else A.texture.mipmaps.length>0?on(b.__webglFramebuffer[0],A,0):on(b.__webglFramebuffer,A,0);else if(U){b.__webglDepthbuffer=[];for(let ie=0;ie<6;ie++)if(t.bindFramebuffer(n.FRAMEBUFFER,b.__webglFramebuffer[ie]),b.__webglDepthbuffer[ie]===void 0)b.__webglDepthbuffer[ie]=n.createRenderbuffer(),Ri(b.__webglDepthbuffer[ie],A,!1);else{let J=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,oe=b.__webglDepthbuffer[ie];n.bindRenderbuffer(n.RENDERBUFFER,oe),n.framebufferRenderbuffer(n.FRAMEBUFFER,J,n.RENDERBUFFER,oe)}}else if(A.texture.mipmaps.length>0?t.bindFramebuffer(n.FRAMEBUFFER,b.__webglFramebuffer[0]):t.bindFramebuffer(n.FRAMEBUFFER,b.__webglFramebuffer),b.__webglDepthbuffer===void 0)b.__webglDepthbuffer=n.createRenderbuffer(),Ri(b.__webglDepthbuffer,A,!1);else{let J=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,oe=b.__webglDepthbuffer;n.bindRenderbuffer(n.RENDERBUFFER,oe),n.framebufferRenderbuffer(n.FRAMEBUFFER,J,n.RENDERBUFFER,oe)}t.bindFramebuffer(n.FRAMEBUFFER,null)}function ti(A,b,U){let ie=i.get(A);b!==void 0&&kt(ie.__webglFramebuffer,A,A.texture,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,0),U!==void 0&&ei(A)}function ni(A){let b=A.texture,U=i.get(A),ie=i.get(b);A.addEventListener("dispose",z),D(A);let J=A.textures,oe=A.isWebGLCubeRenderTarget===!0,de=J.length>1;if(de||(ie.__webglTexture===void 0&&(ie.__webglTexture=n.createTexture()),ie.__version=b.version,o.memory.textures++),oe){U.__webglFramebuffer=[];for(let K=0;K<6;K++)if(b.mipmaps.length>0){U.__webglFramebuffer[K]=[];for(let j=0;j<b.mipmaps.length;j++)U.__webglFramebuffer[K][j]=n.createFramebuffer()}else U.__webglFramebuffer[K]=n.createFramebuffer()}else{if(b.mipmaps.length>0){U.__webglFramebuffer=[];for(let K=0;K<b.mipmaps.length;K++)U.__webglFramebuffer[K]=n.createFramebuffer()}else U.__webglFramebuffer=n.createFramebuffer();if(de)for(let K=0,j=J.length;K<j;K++){let le=i.get(J[K]);le.__webglTexture===void 0&&(le.__webglTexture=n.createTexture(),o.memory.textures++)}if(A.samples>0&&pe(A)===!1){U.__webglMultisampledFramebuffer=n.createFramebuffer(),U.__webglColorRenderbuffer=[],t.bindFramebuffer(n.FRAMEBUFFER,U.__webglMultisampledFramebuffer);for(let K=0;K<J.length;K++){let j=J[K];U.__webglColorRenderbuffer[K]=n.createRenderbuffer(),n.bindRenderbuffer(n.RENDERBUFFER,U.__webglColorRenderbuffer[K]);let le=s.convert(j.format,j.colorSpace),P=s.convert(j.type),Z=T(j.internalFormat,le,P,j.normalized,j.colorSpace,A.isXRRenderTarget===!0),q=Lt(A);n.renderbufferStorageMultisample(n.RENDERBUFFER,q,Z,A.width,A.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+K,n.RENDERBUFFER,U.__webglColorRenderbuffer[K])}n.bindRenderbuffer(n.RENDERBUFFER,null),A.depthBuffer&&(U.__webglDepthRenderbuffer=n.createRenderbuffer(),Ri(U.__webglDepthRenderbuffer,A,!0)),t.bindFramebuffer(n.FRAMEBUFFER,null)}}if(oe){t.bindTexture(n.TEXTURE_CUBE_MAP,ie.__webglTexture),yt(n.TEXTURE_CUBE_MAP,b);for(let K=0;K<6;K++)if(b.mipmaps.length>0)for(let j=0;j<b.mipmaps.length;j++)kt(U.__webglFramebuffer[K][j],A,b,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+K,j);else kt(U.__webglFramebuffer[K],A,b,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+K,0);E(b)?w(n.TEXTURE_CUBE_MAP):b.mipmaps.length>0&&n.texParameteri(n.TEXTURE_CUBE_MAP,n.TEXTURE_MAX_LEVEL,b.mipmaps.length-1),t.unbindTexture()}else if(de){for(let K=0,j=J.length;K<j;K++){let le=J[K],P=i.get(le),Z=n.TEXTURE_2D;(A.isWebGL3DRenderTarget||A.isWebGLArrayRenderTarget)&&(Z=A.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),t.bindTexture(Z,P.__webglTexture),yt(Z,le),kt(U.__webglFramebuffer,A,le,n.COLOR_ATTACHMENT0+K,Z,0),E(le)&&w(Z)}t.unbindTexture()}else{let K=n.TEXTURE_2D;if((A.isWebGL3DRenderTarget||A.isWebGLArrayRenderTarget)&&(K=A.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),t.bindTexture(K,ie.__webglTexture),yt(K,b),b.mipmaps.length>0)for(let j=0;j<b.mipmaps.length;j++)kt(U.__webglFramebuffer[j],A,b,n.COLOR_ATTACHMENT0,K,j);else kt(U.__webglFramebuffer,A,b,n.COLOR_ATTACHMENT0,K,0);E(b)?w(K):b.mipmaps.length>0&&n.texParameteri(K,n.TEXTURE_MAX_LEVEL,b.mipmaps.length-1),t.unbindTexture()}A.depthBuffer&&ei(A)}function O(A){let b=A.textures;for(let U=0,ie=b.length;U<ie;U++){let J=b[U];if(E(J)&&J.mipmapsAutoUpdate===!0){let oe=C(A),de=i.get(J).__webglTexture;t.bindTexture(oe,de),w(oe),t.unbindTexture()}}}let ii=[];function Pt(A){if(A.samples>0){if(pe(A)===!1){let b=A.textures,U=A.width,ie=A.height,J=n.COLOR_BUFFER_BIT,oe=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,de=i.get(A),K=b.length>1;if(K)for(let le=0;le<b.length;le++)t.bindFramebuffer(n.FRAMEBUFFER,de.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.RENDERBUFFER,null),t.bindFramebuffer(n.FRAMEBUFFER,de.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.TEXTURE_2D,null,0);t.bindFramebuffer(n.READ_FRAMEBUFFER,de.__webglMultisampledFramebuffer),A.texture.mipmaps.length>0?t.bindFramebuffer(n.DRAW_FRAMEBUFFER,de.__webglFramebuffer[0]):t.bindFramebuffer(n.DRAW_FRAMEBUFFER,de.__webglFramebuffer);for(let le=0;le<b.length;le++){if(A.resolveDepthBuffer&&(A.depthBuffer&&(J|=n.DEPTH_BUFFER_BIT),A.stencilBuffer&&A.resolveStencilBuffer&&(J|=n.STENCIL_BUFFER_BIT)),K){n.framebufferRenderbuffer(n.READ_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.RENDERBUFFER,de.__webglColorRenderbuffer[le]);let P=i.get(b[le]).__webglTexture;n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,P,0)}n.blitFramebuffer(0,0,U,ie,0,0,U,ie,J,n.NEAREST),l===!0&&(ii.length=0,ii.push(n.COLOR_ATTACHMENT0+le),A.depthBuffer&&A.storeMultisampledDepthBuffer===!1&&ii.push(oe),n.invalidateFramebuffer(n.READ_FRAMEBUFFER,ii))}if(t.bindFramebuffer(n.READ_FRAMEBUFFER,null),t.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),K)for(let le=0;le<b.length;le++){t.bindFramebuffer(n.FRAMEBUFFER,de.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.RENDERBUFFER,de.__webglColorRenderbuffer[le]);let P=i.get(b[le]).__webglTexture;t.bindFramebuffer(n.FRAMEBUFFER,de.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.TEXTURE_2D,P,0)}t.bindFramebuffer(n.DRAW_FRAMEBUFFER,de.__webglMultisampledFramebuffer)}else if(A.depthBuffer&&A.storeMultisampledDepthBuffer===!1&&l){let b=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;n.invalidateFramebuffer(n.DRAW_FRAMEBUFFER,[b])}}}function Lt(A){return Math.min(r.maxSamples,A.samples)}function pe(A){let b=i.get(A);return A.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&b.__useRenderToTexture!==!1}function Jt(A){let b=o.render.frame;u.get(A)!==b&&(u.set(A,b),A.update())}function Ne(A,b){let U=A.colorSpace,ie=A.format,J=A.type;return A.isCompressedTexture===!0||A.isVideoTexture===!0||U!==Ja&&U!==Ar&&(rt.getTransfer(U)===gt?(ie!==Ci||J!==Qn)&&ke("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):Fe("WebGLTextures: Unsupported texture color space:",U)),b}function Be(A){return typeof HTMLImageElement<"u"&&A instanceof HTMLImageElement?(c.width=A.naturalWidth||A.width,c.height=A.naturalHeight||A.height):typeof VideoFrame<"u"&&A instanceof VideoFrame?(c.width=A.displayWidth,c.height=A.displayHeight):(c.width=A.width,c.height=A.height),c}this.allocateTextureUnit=Re,this.resetTextureUnits=Q,this.getTextureUnits=te,this.setTextureUnits=xe,this.setTexture2D=he,this.setTexture2DArray=we,this.setTexture3D=Ie,this.setTextureCube=ye,this.rebindTextures=ti,this.setupRenderTarget=ni,this.updateRenderTargetMipmap=O,this.updateMultisampleRenderTarget=Pt,this.setupDepthRenderbuffer=ei,this.setupFrameBufferTexture=kt,this.useMultisampledRTT=pe,this.dispose=L}function oD(n,e){function t(i,r=Ar){let s,o=rt.getTransfer(r);if(i===Qn)return n.UNSIGNED_BYTE;if(i===dd)return n.UNSIGNED_SHORT_4_4_4_4;if(i===fd)return n.UNSIGNED_SHORT_5_5_5_1;if(i===Ng)return n.UNSIGNED_INT_5_9_9_9_REV;if(i===kg)return n.UNSIGNED_INT_10F_11F_11F_REV;if(i===Lg)return n.BYTE;if(i===Ig)return n.SHORT;if(i===jo)return n.UNSIGNED_SHORT;if(i===hd)return n.INT;if(i===Ei)return n.UNSIGNED_INT;if(i===Ti)return n.FLOAT;if(i===Ai)return n.HALF_FLOAT;if(i===Dg)return n.ALPHA;if(i===Og)return n.RGB;if(i===Ci)return n.RGBA;if(i===xr)return n.DEPTH_COMPONENT;if(i===Tr)return n.DEPTH_STENCIL;if(i===Fg)return n.RED;if(i===pd)return n.RED_INTEGER;if(i===rs)return n.RG;if(i===md)return n.RG_INTEGER;if(i===gd)return n.RGBA_INTEGER;if(i===wl||i===Sl||i===Ml||i===El)if(o===gt)if(s=e.get("WEBGL_compressed_texture_s3tc_srgb"),s!==null){if(i===wl)return s.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(i===Sl)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(i===Ml)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(i===El)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(s=e.get("WEBGL_compressed_texture_s3tc"),s!==null){if(i===wl)return s.COMPRESSED_RGB_S3TC_DXT1_EXT;if(i===Sl)return s.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(i===Ml)return s.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(i===El)return s.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(i===yd||i===_d||i===bd||i===xd)if(s=e.get("WEBGL_compressed_texture_pvrtc"),s!==null){if(i===yd)return s.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(i===_d)return s.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(i===bd)return s.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(i===xd)return s.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(i===vd||i===wd||i===Sd||i===Md||i===Ed||i===Tl||i===Td)if(s=e.get("WEBGL_compressed_texture_etc"),s!==null){if(i===vd||i===wd)return o===gt?s.COMPRESSED_SRGB8_ETC2:s.COMPRESSED_RGB8_ETC2;if(i===Sd)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:s.COMPRESSED_RGBA8_ETC2_EAC;if(i===Md)return s.COMPRESSED_R11_EAC;if(i===Ed)return s.COMPRESSED_SIGNED_R11_EAC;if(i===Tl)return s.COMPRESSED_RG11_EAC;if(i===Td)return s.COMPRESSED_SIGNED_RG11_EAC}else return null;if(i===Ad||i===Cd||i===Rd||i===Pd||i===Ld||i===Id||i===Nd||i===kd||i===Dd||i===Od||i===Fd||i===Ud||i===Bd||i===Vd)if(s=e.get("WEBGL_compressed_texture_astc"),s!==null){if(i===Ad)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:s.COMPRESSED_RGBA_ASTC_4x4_KHR;if(i===Cd)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:s.COMPRESSED_RGBA_ASTC_5x4_KHR;if(i===Rd)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:s.COMPRESSED_RGBA_ASTC_5x5_KHR;if(i===Pd)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:s.COMPRESSED_RGBA_ASTC_6x5_KHR;if(i===Ld)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:s.COMPRESSED_RGBA_ASTC_6x6_KHR;if(i===Id)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:s.COMPRESSED_RGBA_ASTC_8x5_KHR;if(i===Nd)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:s.COMPRESSED_RGBA_ASTC_8x6_KHR;if(i===kd)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:s.COMPRESSED_RGBA_ASTC_8x8_KHR;if(i===Dd)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:s.COMPRESSED_RGBA_ASTC_10x5_KHR;if(i===Od)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:s.COMPRESSED_RGBA_ASTC_10x6_KHR;if(i===Fd)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:s.COMPRESSED_RGBA_ASTC_10x8_KHR;if(i===Ud)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:s.COMPRESSED_RGBA_ASTC_10x10_KHR;if(i===Bd)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:s.COMPRESSED_RGBA_ASTC_12x10_KHR;if(i===Vd)return o===gt?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:s.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(i===zd||i===Gd||i===Hd)if(s=e.get("EXT_texture_compression_bptc"),s!==null){if(i===zd)return o===gt?s.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:s.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(i===Gd)return s.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(i===Hd)return s.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(i===Wd||i===Xd||i===Al||i===$d)if(s=e.get("EXT_texture_compression_rgtc"),s!==null){if(i===Wd)return s.COMPRESSED_RED_RGTC1_EXT;if(i===Xd)return s.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(i===Al)return s.COMPRESSED_RED_GREEN_RGTC2_EXT;if(i===$d)return s.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return i===Is?n.UNSIGNED_INT_24_8:n[i]!==void 0?n[i]:null}return{convert:t}}var aD=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,lD=`
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

}`,iy=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let i=new ul(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=i}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,i=new Bt({vertexShader:aD,fragmentShader:lD,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new Nt(new ml(20,20),i)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},ry=class extends qi{constructor(e,t){super();let i=this,r=null,s=1,o=null,a="local-floor",l=1,c=null,u=null,h=null,d=null,f=null,m=null,x=typeof XRWebGLBinding<"u",p=new iy,g={},S=t.getContextAttributes(),E=null,w=null,C=[],T=[],y=new lt,M=null,D=null,I=new On;I.viewport=new Ft;let N=new On;N.viewport=new Ft;let z=[I,N],W=new ad,R=null,L=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(Y){let he=C[Y];return he===void 0&&(he=new zo,C[Y]=he),he.getTargetRaySpace()},this.getControllerGrip=function(Y){let he=C[Y];return he===void 0&&(he=new zo,C[Y]=he),he.getGripSpace()},this.getHand=function(Y){let he=C[Y];return he===void 0&&(he=new zo,C[Y]=he),he.getHandSpace()};function G(Y){let he=T.indexOf(Y.inputSource);if(he===-1)return;let we=C[he];we!==void 0&&(we.update(Y.inputSource,Y.frame,c||o),we.dispatchEvent({type:Y.type,data:Y.inputSource}))}function V(){r.removeEventListener("select",G),r.removeEventListener("selectstart",G),r.removeEventListener("selectend",G),r.removeEventListener("squeeze",G),r.removeEventListener("squeezestart",G),r.removeEventListener("squeezeend",G),r.removeEventListener("end",V),r.removeEventListener("inputsourceschange",ne);for(let Y=0;Y<C.length;Y++){let he=T[Y];he!==null&&(T[Y]=null,C[Y].disconnect(he))}R=null,L=null,p.reset();for(let Y in g)delete g[Y];if(e.setRenderTarget(E),f=null,d=null,h=null,r=null,w=null,Re.stop(),i.isPresenting=!1,e.setPixelRatio(M),e.setSize(y.width,y.height,!1),D!==null){let Y=D.camera;Y.fov=D.fov,Y.zoom=D.zoom,Y.updateProjectionMatrix(),D=null}i.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(Y){s=Y,i.isPresenting===!0&&ke("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(Y){a=Y,i.isPresenting===!0&&ke("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||o},this.setReferenceSpace=function(Y){c=Y},this.getBaseLayer=function(){return d!==null?d:f},this.getBinding=function(){return h===null&&x&&(h=new XRWebGLBinding(r,t)),h},this.getFrame=function(){return m},this.getSession=function(){return r},this.setSession=async function(Y){if(r=Y,r!==null){if(E=e.getRenderTarget(),r.addEventListener("select",G),r.addEventListener("selectstart",G),r.addEventListener("selectend",G),r.addEventListener("squeeze",G),r.addEventListener("squeezestart",G),r.addEventListener("squeezeend",G),r.addEventListener("end",V),r.addEventListener("inputsourceschange",ne),S.xrCompatible!==!0&&await t.makeXRCompatible(),M=e.getPixelRatio(),e.getSize(y),x&&"createProjectionLayer"in XRWebGLBinding.prototype){let we=null,Ie=null,ye=null;S.depth&&(ye=S.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,we=S.stencil?Tr:xr,Ie=S.stencil?Is:Ei);let Ge={colorFormat:t.RGBA8,depthFormat:ye,scaleFactor:s};h=this.getBinding(),d=h.createProjectionLayer(Ge),r.updateRenderState({layers:[d]}),e.setPixelRatio(1),e.setSize(d.textureWidth,d.textureHeight,!1),w=new Zn(d.textureWidth,d.textureHeight,{format:Ci,type:Qn,depthTexture:new Mr(d.textureWidth,d.textureHeight,Ie,void 0,void 0,void 0,void 0,void 0,void 0,we),stencilBuffer:S.stencil,colorSpace:e.outputColorSpace,samples:S.antialias?4:0,resolveDepthBuffer:d.ignoreDepthValues===!1,resolveStencilBuffer:d.ignoreDepthValues===!1,storeMultisampledDepthBuffer:d.ignoreDepthValues===!1,storeMultisampledStencilBuffer:d.ignoreDepthValues===!1})}else{let we={antialias:S.antialias,alpha:!0,depth:S.depth,stencil:S.stencil,framebufferScaleFactor:s};f=new XRWebGLLayer(r,t,we),r.updateRenderState({baseLayer:f}),e.setPixelRatio(1),e.setSize(f.framebufferWidth,f.framebufferHeight,!1),w=new Zn(f.framebufferWidth,f.framebufferHeight,{format:Ci,type:Qn,colorSpace:e.outputColorSpace,stencilBuffer:S.stencil,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}w.isXRRenderTarget=!0,this.setFoveation(l),c=null,o=await r.requestReferenceSpace(a),Re.setContext(r),Re.start(),i.isPresenting=!0,i.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(r!==null)return r.environmentBlendMode},this.getDepthTexture=function(){return p.getDepthTexture()};function ne(Y){for(let he=0;he<Y.removed.length;he++){let we=Y.removed[he],Ie=T.indexOf(we);Ie>=0&&(T[Ie]=null,C[Ie].disconnect(we))}for(let he=0;he<Y.added.length;he++){let we=Y.added[he],Ie=T.indexOf(we);if(Ie===-1){for(let Ge=0;Ge<C.length;Ge++)if(Ge>=T.length){T.push(we),Ie=Ge;break}else if(T[Ge]===null){T[Ge]=we,Ie=Ge;break}if(Ie===-1)break}let ye=C[Ie];ye&&ye.connect(we)}}function X(Y,he){he===null?Y.matrixWorld.copy(Y.matrix):Y.matrixWorld.multiplyMatrices(he.matrixWorld,Y.matrix),Y.matrixWorldInverse.copy(Y.matrixWorld).invert()}this.updateCamera=function(Y){if(r===null)return;let he=Y.near,we=Y.far;p.texture!==null&&(p.depthNear>0&&(he=p.depthNear),p.depthFar>0&&(we=p.depthFar)),W.near=N.near=I.near=he,W.far=N.far=I.far=we,(R!==W.near||L!==W.far)&&(r.updateRenderState({depthNear:W.near,depthFar:W.far}),R=W.near,L=W.far),W.layers.mask=Y.layers.mask|6,I.layers.mask=W.layers.mask&-5,N.layers.mask=W.layers.mask&-3;let Ie=Y.parent,ye=W.cameras;X(W,Ie);for(let Ge=0;Ge<ye.length;Ge++)X(ye[Ge],Ie);W.projectionMatrix.copy(I.projectionMatrix),W.projectionMatrixInverse.copy(I.projectionMatrixInverse),D===null&&Y.isPerspectiveCamera&&(D={camera:Y,fov:Y.fov,zoom:Y.zoom}),Q(Y,W,Ie)};function Q(Y,he,we){we===null?Y.matrix.copy(he.matrixWorld):(Y.matrix.copy(we.matrixWorld),Y.matrix.invert(),Y.matrix.multiply(he.matrixWorld)),Y.matrix.decompose(Y.position,Y.quaternion,Y.scale),Y.updateMatrixWorld(!0),Y.projectionMatrix.copy(he.projectionMatrix),Y.projectionMatrixInverse.copy(he.projectionMatrixInverse),Y.isPerspectiveCamera&&(Y.fov=Dh*2*Math.atan(1/Y.projectionMatrix.elements[5]),Y.zoom=1)}this.getCamera=function(){return W},this.getFoveation=function(){if(!(d===null&&f===null))return l},this.setFoveation=function(Y){l=Y,d!==null&&(d.fixedFoveation=Y),f!==null&&f.fixedFoveation!==void 0&&(f.fixedFoveation=Y)},this.hasDepthSensing=function(){return p.texture!==null},this.getDepthSensingMesh=function(){return p.getMesh(W)},this.getCameraTexture=function(Y){return g[Y]};let te=null;function xe(Y,he){if(u=he.getViewerPose(c||o),m=he,u!==null){let we=u.views;f!==null&&(e.setRenderTargetFramebuffer(w,f.framebuffer),e.setRenderTarget(w));let Ie=!1;we.length!==W.cameras.length&&(W.cameras.length=0,Ie=!0);for(let De=0;De<we.length;De++){let yt=we[De],xt=null;if(f!==null)xt=f.getViewport(yt);else{let un=h.getViewSubImage(d,yt);xt=un.viewport,De===0&&(e.setRenderTargetTextures(w,un.colorTexture,un.depthStencilTexture),e.setRenderTarget(w))}let tt=z[De];tt===void 0&&(tt=new On,tt.layers.enable(De),tt.viewport=new Ft,z[De]=tt),tt.matrix.fromArray(yt.transform.matrix),tt.matrix.decompose(tt.position,tt.quaternion,tt.scale),tt.projectionMatrix.fromArray(yt.projectionMatrix),tt.projectionMatrixInverse.copy(tt.projectionMatrix).invert(),tt.viewport.set(xt.x,xt.y,xt.width,xt.height),De===0&&(W.matrix.copy(tt.matrix),W.matrix.decompose(W.position,W.quaternion,W.scale)),Ie===!0&&W.cameras.push(tt)}let ye=r.enabledFeatures;if(ye&&ye.includes("depth-sensing")&&r.depthUsage=="gpu-optimized"&&x){h=i.getBinding();let De=h.getDepthInformation(we[0]);De&&De.isValid&&De.texture&&p.init(De,r.renderState)}if(ye&&ye.includes("camera-access")&&x){e.state.unbindTexture(),h=i.getBinding();for(let De=0;De<we.length;De++){let yt=we[De].camera;if(yt){let xt=g[yt];xt||(xt=new ul,g[yt]=xt);let tt=h.getCameraImage(yt);xt.sourceTexture=tt}}}}for(let we=0;we<C.length;we++){let Ie=T[we],ye=C[we];Ie!==null&&ye!==void 0&&ye.update(Ie,he,c||o)}te&&te(Y,he),he.detectedPlanes&&i.dispatchEvent({type:"planesdetected",data:he}),m=null}let Re=new DS;Re.setAnimationLoop(xe),this.setAnimationLoop=function(Y){te=Y},this.dispose=function(){}}},cD=new It,XS=new Ue;XS.set(-1,0,0,0,1,0,0,0,1);function uD(n,e){function t(p,g){p.matrixAutoUpdate===!0&&p.updateMatrix(),g.value.copy(p.matrix)}function i(p,g){g.color.getRGB(p.fogColor.value,Xg(n)),g.isFog?(p.fogNear.value=g.near,p.fogFar.value=g.far):g.isFogExp2&&(p.fogDensity.value=g.density)}function r(p,g,S,E,w){g.isNodeMaterial?g.uniformsNeedUpdate=!1:g.isMeshBasicMaterial?s(p,g):g.isMeshLambertMaterial?(s(p,g),g.envMap&&(p.envMapIntensity.value=g.envMapIntensity)):g.isMeshToonMaterial?(s(p,g),h(p,g)):g.isMeshPhongMaterial?(s(p,g),u(p,g),g.envMap&&(p.envMapIntensity.value=g.envMapIntensity)):g.isMeshStandardMaterial?(s(p,g),d(p,g),g.isMeshPhysicalMaterial&&f(p,g,w)):g.isMeshMatcapMaterial?(s(p,g),m(p,g)):g.isMeshDepthMaterial?s(p,g):g.isMeshDistanceMaterial?(s(p,g),x(p,g)):g.isMeshNormalMaterial?s(p,g):g.isLineBasicMaterial?(o(p,g),g.isLineDashedMaterial&&a(p,g)):g.isPointsMaterial?l(p,g,S,E):g.isSpriteMaterial?c(p,g):g.isShadowMaterial?(p.color.value.copy(g.color),p.opacity.value=g.opacity):g.isShaderMaterial&&(g.uniformsNeedUpdate=!1)}function s(p,g){p.opacity.value=g.opacity,g.color&&p.diffuse.value.copy(g.color),g.emissive&&p.emissive.value.copy(g.emissive).multiplyScalar(g.emissiveIntensity),g.map&&(p.map.value=g.map,t(g.map,p.mapTransform)),g.alphaMap&&(p.alphaMap.value=g.alphaMap,t(g.alphaMap,p.alphaMapTransform)),g.bumpMap&&(p.bumpMap.value=g.bumpMap,t(g.bumpMap,p.bumpMapTransform),p.bumpScale.value=g.bumpScale,g.side===Bn&&(p.bumpScale.value*=-1)),g.normalMap&&(p.normalMap.value=g.normalMap,t(g.normalMap,p.normalMapTransform),p.normalScale.value.copy(g.normalScale),g.side===Bn&&p.normalScale.value.negate()),g.displacementMap&&(p.displacementMap.value=g.displacementMap,t(g.displacementMap,p.displacementMapTransform),p.displacementScale.value=g.displacementScale,p.displacementBias.value=g.displacementBias),g.emissiveMap&&(p.emissiveMap.value=g.emissiveMap,t(g.emissiveMap,p.emissiveMapTransform)),g.specularMap&&(p.specularMap.value=g.specularMap,t(g.specularMap,p.specularMapTransform)),g.alphaTest>0&&(p.alphaTest.value=g.alphaTest);let S=e.get(g),E=S.envMap,w=S.envMapRotation;E&&(p.envMap.value=E,p.envMapRotation.value.setFromMatrix4(cD.makeRotationFromEuler(w)).transpose(),E.isCubeTexture&&E.isRenderTargetTexture===!1&&p.envMapRotation.value.premultiply(XS),p.reflectivity.value=g.reflectivity,p.ior.value=g.ior,p.refractionRatio.value=g.refractionRatio),g.lightMap&&(p.lightMap.value=g.lightMap,p.lightMapIntensity.value=g.lightMapIntensity,t(g.lightMap,p.lightMapTransform)),g.aoMap&&(p.aoMap.value=g.aoMap,p.aoMapIntensity.value=g.aoMapIntensity,t(g.aoMap,p.aoMapTransform))}function o(p,g){p.diffuse.value.copy(g.color),p.opacity.value=g.opacity,g.map&&(p.map.value=g.map,t(g.map,p.mapTransform))}function a(p,g){p.dashSize.value=g.dashSize,p.totalSize.value=g.dashSize+g.gapSize,p.scale.value=g.scale}function l(p,g,S,E){p.diffuse.value.copy(g.color),p.opacity.value=g.opacity,p.size.value=g.size*S,p.scale.value=E*.5,g.map&&(p.map.value=g.map,t(g.map,p.uvTransform)),g.alphaMap&&(p.alphaMap.value=g.alphaMap,t(g.alphaMap,p.alphaMapTransform)),g.alphaTest>0&&(p.alphaTest.value=g.alphaTest)}function c(p,g){p.diffuse.value.copy(g.color),p.opacity.value=g.opacity,p.rotation.value=g.rotation,g.map&&(p.map.value=g.map,t(g.map,p.mapTransform)),g.alphaMap&&(p.alphaMap.value=g.alphaMap,t(g.alphaMap,p.alphaMapTransform)),g.alphaTest>0&&(p.alphaTest.value=g.alphaTest)}function u(p,g){p.specular.value.copy(g.specular),p.shininess.value=Math.max(g.shininess,1e-4)}function h(p,g){g.gradientMap&&(p.gradientMap.value=g.gradientMap)}function d(p,g){p.metalness.value=g.metalness,g.metalnessMap&&(p.metalnessMap.value=g.metalnessMap,t(g.metalnessMap,p.metalnessMapTransform)),p.roughness.value=g.roughness,g.roughnessMap&&(p.roughnessMap.value=g.roughnessMap,t(g.roughnessMap,p.roughnessMapTransform)),g.envMap&&(p.envMapIntensity.value=g.envMapIntensity)}function f(p,g,S){p.ior.value=g.ior,g.diffuseRoughness>0&&(p.diffuseRoughness.value=g.diffuseRoughness,g.diffuseRoughnessMap&&(p.diffuseRoughnessMap.value=g.diffuseRoughnessMap,t(g.diffuseRoughnessMap,p.diffuseRoughnessMapTransform))),g.sheen>0&&(p.sheenColor.value.copy(g.sheenColor).multiplyScalar(g.sheen),p.sheenRoughness.value=g.sheenRoughness,g.sheenColorMap&&(p.sheenColorMap.value=g.sheenColorMap,t(g.sheenColorMap,p.sheenColorMapTransform)),g.sheenRoughnessMap&&(p.sheenRoughnessMap.value=g.sheenRoughnessMap,t(g.sheenRoughnessMap,p.sheenRoughnessMapTransform))),g.clearcoat>0&&(p.clearcoat.value=g.clearcoat,p.clearcoatRoughness.value=g.clearcoatRoughness,g.clearcoatMap&&(p.clearcoatMap.value=g.clearcoatMap,t(g.clearcoatMap,p.clearcoatMapTransform)),g.clearcoatRoughnessMap&&(p.clearcoatRoughnessMap.value=g.clearcoatRoughnessMap,t(g.clearcoatRoughnessMap,p.clearcoatRoughnessMapTransform)),g.clearcoatNormalMap&&(p.clearcoatNormalMap.value=g.clearcoatNormalMap,t(g.clearcoatNormalMap,p.clearcoatNormalMapTransform),p.clearcoatNormalScale.value.copy(g.clearcoatNormalScale),g.side===Bn&&p.clearcoatNormalScale.value.negate())),g.dispersion>0&&(p.dispersion.value=g.dispersion),g.retroreflectivity>0&&(p.retroreflectivity.value=g.retroreflectivity),g.iridescence>0&&(p.iridescence.value=g.iridescence,p.iridescenceIOR.value=g.iridescenceIOR,p.iridescenceThicknessMinimum.value=g.iridescenceThicknessMinimum,p.iridescenceThicknessMaximum.value=g.iridescenceThicknessMaximum,g.iridescenceMap&&(p.iridescenceMap.value=g.iridescenceMap,t(g.iridescenceMap,p.iridescenceMapTransform)),g.iridescenceThicknessMap&&(p.iridescenceThicknessMap.value=g.iridescenceThicknessMap,t(g.iridescenceThicknessMap,p.iridescenceThicknessMapTransform))),g.transmission>0&&(p.transmission.value=g.transmission,p.transmissionSamplerMap.value=S.texture,p.transmissionSamplerSize.value.set(S.width,S.height),g.transmissionMap&&(p.transmissionMap.value=g.transmissionMap,t(g.transmissionMap,p.transmissionMapTransform)),p.thickness.value=g.thickness,g.thicknessMap&&(p.thicknessMap.value=g.thicknessMap,t(g.thicknessMap,p.thicknessMapTransform)),p.attenuationDistance.value=g.attenuationDistance,p.attenuationColor.value.copy(g.attenuationColor)),g.anisotropy>0&&(p.anisotropyVector.value.set(g.anisotropy*Math.cos(g.anisotropyRotation),g.anisotropy*Math.sin(g.anisotropyRotation)),g.anisotropyMap&&(p.anisotropyMap.value=g.anisotropyMap,t(g.anisotropyMap,p.anisotropyMapTransform))),p.specularIntensity.value=g.specularIntensity,p.specularColor.value.copy(g.specularColor),g.specularColorMap&&(p.specularColorMap.value=g.specularColorMap,t(g.specularColorMap,p.specularColorMapTransform)),g.specularIntensityMap&&(p.specularIntensityMap.value=g.specularIntensityMap,t(g.specularIntensityMap,p.specularIntensityMapTransform))}function m(p,g){g.matcap&&(p.matcap.value=g.matcap)}function x(p,g){let S=e.get(g).light;p.referencePosition.value.setFromMatrixPosition(S.matrixWorld),p.nearDistance.value=S.shadow.camera.near,p.farDistance.value=S.shadow.camera.far}return{refreshFogUniforms:i,refreshMaterialUniforms:r}}function hD(n,e,t,i){let r={},s={};function o(S,E){let w=E.program;i.uniformBlockBinding(S,w,r[S.id])}function a(S,E){let w=r[S.id];w===void 0&&(m(S),w=l(S),r[S.id]=w,S.addEventListener("dispose",p));let C=E.program;i.updateUBOMapping(S,C);let T=e.render.frame;s[S.id]!==T&&(c(S),s[S.id]=T)}function l(S){let E=n.createBuffer(),w=S.__size,C=S.usage;return n.bindBuffer(n.UNIFORM_BUFFER,E),n.bufferData(n.UNIFORM_BUFFER,w,C),n.bindBuffer(n.UNIFORM_BUFFER,null),E}function c(S){let E=r[S.id],w=S.uniforms,C=S.__cache;n.bindBuffer(n.UNIFORM_BUFFER,E);for(let T=0,y=w.length;T<y;T++){let M=w[T];if(Array.isArray(M))for(let D=0,I=M.length;D<I;D++)u(M[D],T,D,C);else u(M,T,0,C)}n.bindBuffer(n.UNIFORM_BUFFER,null)}function u(S,E,w,C){if(d(S,E,w,C)===!0){let T=S.__offset,y=S.value;if(Array.isArray(y)){let M=0;for(let D=0;D<y.length;D++){let I=y[D],N=x(I,!0);h(I,S.__data,M),M+=N.storage/Float32Array.BYTES_PER_ELEMENT}}else h(y,S.__data,0);n.bufferSubData(n.UNIFORM_BUFFER,T,S.__data)}}function h(S,E,w){typeof S=="number"||typeof S=="boolean"?E[w]=S:S.isMatrix3?(E[w]=S.elements[0],E[w+1]=S.elements[1],E[w+2]=S.elements[2],E[w+3]=0,E[w+4]=S.elements[3],E[w+5]=S.elements[4],E[w+6]=S.elements[5],E[w+7]=0,E[w+8]=S.elements[6],E[w+9]=S.elements[7],E[w+10]=S.elements[8],E[w+11]=0):ArrayBuffer.isView(S)?E.set(S.subarray(0,E.length-w),w):S.toArray(E,w)}function d(S,E,w,C){let T=S.value,y=E+"_"+w;if(Array.isArray(T)){C[y]===void 0&&(C[y]=[]);let M=C[y],D=!1;for(let I=0;I<T.length;I++)f(T[I],M,I)===!0&&(D=!0);return D}return f(T,C,y)}function f(S,E,w){if(E[w]===void 0)return typeof S=="number"||typeof S=="boolean"?E[w]=S:ArrayBuffer.isView(S)?E[w]=S.slice():E[w]=S.clone(),!0;{let C=E[w];if(typeof S=="number"||typeof S=="boolean"){if(C!==S)return E[w]=S,!0}else{if(ArrayBuffer.isView(S))return!0;if(C.equals(S)===!1)return C.copy(S),!0}}return!1}function m(S){let E=S.uniforms,w=0,C=16;for(let y=0,M=E.length;y<M;y++){let D=Array.isArray(E[y])?E[y]:[E[y]];for(let I=0,N=D.length;I<N;I++){let z=D[I],W=Array.isArray(z.value)?z.value:[z.value],R=Array.isArray(E[y])||Array.isArray(z.value),L=w;for(let V=0,ne=W.length;V<ne;V++){let X=W[V],Q=x(X,R),te=w%C,xe=te%Q.boundary,Re=te+xe;w+=xe,Re!==0&&C-Re<Q.storage&&(w+=C-Re),V===0&&(L=w),w+=Q.storage}let G=z.type==="int"?Int32Array:z.type==="uint"?Uint32Array:Float32Array;z.__data=new G((w-L)/Float32Array.BYTES_PER_ELEMENT),z.__offset=L}}let T=w%C;return T>0&&(w+=C-T),S.__size=w,S.__cache={},this}function x(S,E){let w={boundary:0,storage:0};return typeof S=="number"||typeof S=="boolean"?(w.boundary=4,w.storage=4):S.isVector2?(w.boundary=8,w.storage=8):S.isVector3||S.isColor?(w.boundary=16,w.storage=12):S.isVector4?(w.boundary=16,w.storage=16):S.isMatrix3?(w.boundary=16,w.storage=48):S.isMatrix4?(w.boundary=16,w.storage=64):S.isTexture?ke("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(S)?(w.boundary=16,w.storage=S.byteLength):ke("WebGLRenderer: Unsupported uniform value type.",S),E===!0&&(w.boundary=16,w.storage=Math.ceil(w.storage/16)*16),w}function p(S){let E=S.target;E.removeEventListener("dispose",p),n.deleteBuffer(r[E.id]),delete r[E.id],delete s[E.id]}function g(){for(let S in r)n.deleteBuffer(r[S]);r={},s={}}return{bind:o,update:a,dispose:g}}var dD=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),ji=null;function fD(){return ji===null&&(ji=new Vh(dD,16,16,rs,Ai),ji.name="DFG_LUT",ji.minFilter=Fn,ji.magFilter=Fn,ji.wrapS=$i,ji.wrapT=$i,ji.generateMipmaps=!1,ji.needsUpdate=!0),ji}var jd=class{constructor(e={}){let{canvas:t=tS(),context:i=null,depth:r=!0,stencil:s=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:u="default",failIfMajorPerformanceCaveat:h=!1,reversedDepthBuffer:d=!1,outputBufferType:f=Qn}=e;this.isWebGLRenderer=!0;let m;if(i!==null){if(typeof WebGLRenderingContext<"u"&&i instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");m=i.getContextAttributes().alpha}else m=o;let x=f,p=new Set([gd,md,pd]),g=new Set([Qn,Ei,jo,Is,dd,fd]),S=new Uint32Array(4),E=new Int32Array(4),w={textures:[],min:[],max:[],resolution:[]},C=null,T=null,y=[],M=[],D=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=Ki,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let I=this,N=!1,z=null,W=null,R=null,L=null;this._outputColorSpace=Dn;let G=0,V=0,ne=null,X=-1,Q=null,te=new Ft,xe=new Ft,Re=null,Y=new et(0),he=0,we=t.width,Ie=t.height,ye=1,Ge=null,Xt=null,De=new Ft(0,0,we,Ie),yt=new Ft(0,0,we,Ie),xt=!1,tt=new As,un=new zh,Zt=!1,Vn=!1,kt=new It,Ri=new H,on=new Ft,ei={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},ti=!1;function ni(){return ne===null?ye:1}let O=i;function ii(v,k){return t.getContext(v,k)}let Pt,Lt,pe,Jt,Ne,Be,A,b,U,ie,J,oe,de,K,j,le,P,Z,q,ce,se,ae,Ae;try{let v={alpha:!0,depth:r,stencil:s,antialias:a,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:u,failIfMajorPerformanceCaveat:h};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",Pe,!1),t.addEventListener("webglcontextrestored",He,!1),t.addEventListener("webglcontextcreationerror",me,!1),O===null){let k="webgl2";if(O=ii(k,v),O===null)throw ii(k)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}$e()}catch(v){throw t.removeEventListener("webglcontextlost",Pe,!1),t.removeEventListener("webglcontextrestored",He,!1),t.removeEventListener("webglcontextcreationerror",me,!1),Fe("WebGLRenderer: "+v.message),v}function $e(){Pt=new Mk(O),Pt.init(),se=new oD(O,Pt),Lt=new fk(O,Pt,e,se),pe=new rD(O,Pt),Lt.reversedDepthBuffer&&d&&pe.buffers.depth.setReversed(!0),W=O.createFramebuffer(),R=O.createFramebuffer(),L=O.createFramebuffer(),Jt=new Ak(O),Ne=new W3,Be=new sD(O,Pt,pe,Ne,Lt,se,Jt),A=new Sk(I),b=new RI(O),ae=new hk(O,b),U=new Ek(O,b,Jt,ae),ie=new Rk(O,U,b,ae,Jt),Z=new Ck(O,Lt,Be),j=new pk(Ne),J=new H3(I,A,Pt,Lt,ae,j),oe=new uD(I,Ne),de=new $3,K=new J3(Pt),P=new uk(I,A,pe,ie,m,l),le=new iD(I,ie,Lt),Ae=new hD(O,Jt,Lt,pe),q=new dk(O,Pt,Jt),ce=new Tk(O,Pt,Jt),Jt.programs=J.programs,I.capabilities=Lt,I.extensions=Pt,I.properties=Ne,I.renderLists=de,I.shadowMap=le,I.state=pe,I.info=Jt}x!==Qn&&(D=new Lk(x,t.width,t.height,a,r,s));let re=new ry(I,O);this.xr=re,this.getContext=function(){return O},this.getContextAttributes=function(){return O.getContextAttributes()},this.forceContextLoss=function(){let v=Pt.get("WEBGL_lose_context");v&&v.loseContext()},this.forceContextRestore=function(){let v=Pt.get("WEBGL_lose_context");v&&v.restoreContext()},this.getPixelRatio=function(){return ye},this.setPixelRatio=function(v){v!==void 0&&(ye=v,this.setSize(we,Ie,!1))},this.getSize=function(v){return v.set(we,Ie)},this.setSize=function(v,k,$=!0){if(re.isPresenting){ke("WebGLRenderer: Can't change size while VR device is presenting.");return}we=v,Ie=k,t.width=Math.floor(v*ye),t.height=Math.floor(k*ye),$===!0&&(t.style.width=v+"px",t.style.height=k+"px"),D!==null&&D.setSize(t.width,t.height),this.setViewport(0,0,v,k)},this.getDrawingBufferSize=function(v){return v.set(we*ye,Ie*ye).floor()},this.setDrawingBufferSize=function(v,k,$){we=v,Ie=k,ye=$,t.width=Math.floor(v*$),t.height=Math.floor(k*$),this.setViewport(0,0,v,k)},this.setEffects=function(v){if(x===Qn){Fe("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(v){for(let k=0;k<v.length;k++)if(v[k].isOutputPass===!0){ke("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}D.setEffects(v||[])},this.getCurrentViewport=function(v){return v.copy(te)},this.getViewport=function(v){return v.copy(De)},this.setViewport=function(v,k,$,F){v.isVector4?De.set(v.x,v.y,v.z,v.w):De.set(v,k,$,F),pe.viewport(te.copy(De).multiplyScalar(ni()).round())},this.getScissor=function(v){return v.copy(yt)},this.setScissor=function(v,k,$,F){v.isVector4?yt.set(v.x,v.y,v.z,v.w):yt.set(v,k,$,F),pe.scissor(xe.copy(yt).multiplyScalar(ni()).round())},this.getScissorTest=function(){return xt},this.setScissorTest=function(v){pe.setScissorTest(xt=v)},this.setOpaqueSort=function(v){Ge=v},this.setTransparentSort=function(v){Xt=v},this.getClearColor=function(v){return v.copy(P.getClearColor())},this.setClearColor=function(){P.setClearColor(...arguments)},this.getClearAlpha=function(){return P.getClearAlpha()},this.setClearAlpha=function(){P.setClearAlpha(...arguments)},this.clear=function(v=!0,k=!0,$=!0){let F=0;if(v){let B=!1;if(ne!==null){let fe=ne.texture.format;B=p.has(fe)}if(B){let fe=ne.texture.type,ve=g.has(fe),ue=P.getClearColor(),_e=P.getClearAlpha(),Te=ue.r,ze=ue.g,nt=ue.b;ve?(S[0]=Te,S[1]=ze,S[2]=nt,S[3]=_e,O.clearBufferuiv(O.COLOR,0,S)):(E[0]=Te,E[1]=ze,E[2]=nt,E[3]=_e,O.clearBufferiv(O.COLOR,0,E))}else F|=O.COLOR_BUFFER_BIT}k&&(F|=O.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),$&&(F|=O.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),F!==0&&O.clear(F)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(v){v.setRenderer(this),z=v},this.dispose=function(){t.removeEventListener("webglcontextlost",Pe,!1),t.removeEventListener("webglcontextrestored",He,!1),t.removeEventListener("webglcontextcreationerror",me,!1),P.dispose(),de.dispose(),K.dispose(),Be.dispose(),Ne.dispose(),A.dispose(),ie.dispose(),U.dispose(),ae.dispose(),Ae.dispose(),J.dispose(),re.dispose(),re.removeEventListener("sessionstart",gy),re.removeEventListener("sessionend",yy),ss.stop()};function Pe(v){v.preventDefault(),Hg("WebGLRenderer: Context Lost."),N=!0}function He(){Hg("WebGLRenderer: Context Restored."),N=!1;let v=Jt.autoReset,k=le.enabled,$=le.autoUpdate,F=le.needsUpdate,B=le.type;$e(),Jt.autoReset=v,le.enabled=k,le.autoUpdate=$,le.needsUpdate=F,le.type=B}function me(v){Fe("WebGLRenderer: A WebGL context could not be created. Reason: ",v.statusMessage)}function _t(v){let k=v.target;k.removeEventListener("dispose",_t),an(k)}function an(v){Rr(v),Ne.remove(v)}function Rr(v){let k=Ne.get(v).programs;k!==void 0&&(k.forEach(function($){J.releaseProgram($)}),v.isShaderMaterial&&J.releaseShaderCache(v))}this.renderBufferDirect=function(v,k,$,F,B,fe){k===null&&(k=ei);let ve=B.isMesh&&B.matrixWorld.determinantAffine()<0,ue=MM(v,k,$,F,B);pe.setMaterial(F,ve);let _e=$.index,Te=1;if(F.wireframe===!0){if(_e=U.getWireframeAttribute($),_e===void 0)return;Te=2}let ze=$.drawRange,nt=$.attributes.position,Se=ze.start*Te,it=(ze.start+ze.count)*Te;fe!==null&&(Se=Math.max(Se,fe.start*Te),it=Math.min(it,(fe.start+fe.count)*Te)),_e!==null?(Se=Math.max(Se,0),it=Math.min(it,_e.count)):nt!=null&&(Se=Math.max(Se,0),it=Math.min(it,nt.count));let $t=it-Se;if($t<0||$t===1/0)return;ae.setup(B,F,ue,$,_e);let Mt,vt=q;if(_e!==null&&(Mt=b.get(_e),vt=ce,vt.setIndex(Mt)),B.isMesh)F.wireframe===!0?(pe.setLineWidth(F.wireframeLinewidth*ni()),vt.setMode(O.LINES)):vt.setMode(O.TRIANGLES);else if(B.isLine){let yn=F.linewidth;yn===void 0&&(yn=1),pe.setLineWidth(yn*ni()),B.isLineSegments?vt.setMode(O.LINES):B.isLineLoop?vt.setMode(O.LINE_LOOP):vt.setMode(O.LINE_STRIP)}else B.isPoints?vt.setMode(O.POINTS):B.isSprite&&vt.setMode(O.TRIANGLES);if(B.isBatchedMesh)if(Pt.get("WEBGL_multi_draw"))vt.renderMultiDraw(B._multiDrawStarts,B._multiDrawCounts,B._multiDrawCount);else{let yn=B._multiDrawStarts,Me=B._multiDrawCounts,Rn=B._multiDrawCount,ht=_e?b.get(_e).bytesPerElement:1,os=Ne.get(F).currentProgram.getUniforms();for(let _n=0;_n<Rn;_n++)os.setValue(O,"_gl_DrawID",_n),vt.render(yn[_n]/ht,Me[_n])}else if(B.isInstancedMesh)vt.renderInstances(Se,$t,B.count);else if($.isInstancedBufferGeometry){let yn=$._maxInstanceCount!==void 0?$._maxInstanceCount:1/0,Me=Math.min($.instanceCount,yn);vt.renderInstances(Se,$t,Me)}else vt.render(Se,$t)};function my(v,k,$,F){z!==null&&v.isNodeMaterial&&z.setObject(F,v),Zt===!0&&j.setState(v,$,!1),v.transparent===!0&&v.side===En&&v.forceSinglePass===!1?(v.side=Bn,v.needsUpdate=!0,ta(v,k,F),v.side=Mi,v.needsUpdate=!0,ta(v,k,F),v.side=En):ta(v,k,F)}this.compile=function(v,k,$=null){$===null&&($=v),z!==null&&z.renderStart(v,k,$),T=K.get($),T.init(k),M.push(T),$.traverseVisible(function(B){B.isLight&&B.layers.test(k.layers)&&(T.pushLight(B),B.castShadow&&T.pushShadow(B))}),v!==$&&v.traverseVisible(function(B){B.isLight&&B.layers.test(k.layers)&&(T.pushLight(B),B.castShadow&&T.pushShadow(B))}),T.setupLights(),z!==null&&z.updateLights(T.state.lightsArray),Vn=this.localClippingEnabled,Zt=j.init(this.clippingPlanes,Vn),Zt===!0&&j.setGlobalState(this.clippingPlanes,k),z!==null&&le.render(T.state.shadowsArray,$,k);let F=new Set;return v.traverse(function(B){if(!(B.isMesh||B.isPoints||B.isLine||B.isSprite))return;let fe=B.material;if(fe)if(Array.isArray(fe))for(let ve=0;ve<fe.length;ve++){let ue=fe[ve];my(ue,$,k,B),F.add(ue)}else my(fe,$,k,B),F.add(fe)}),T=M.pop(),z!==null&&z.renderEnd(),F},this.compileAsync=function(v,k,$=null){let F=this.compile(v,k,$);return new Promise(B=>{function fe(){if(F.forEach(function(ve){let _e=Ne.get(ve).currentProgram;(_e===void 0||_e.isReady())&&F.delete(ve)}),F.size===0){B(v);return}setTimeout(fe,10)}Pt.get("KHR_parallel_shader_compile")!==null?fe():setTimeout(fe,10)})};let mf=null;function wM(v){mf&&mf(v)}function gy(){ss.stop()}function yy(){ss.start()}let ss=new DS;ss.setAnimationLoop(wM),typeof self<"u"&&ss.setContext(self),this.setAnimationLoop=function(v){mf=v,re.setAnimationLoop(v),v===null?ss.stop():ss.start()},re.addEventListener("sessionstart",gy),re.addEventListener("sessionend",yy),this.render=function(v,k){if(k!==void 0&&k.isCamera!==!0){Fe("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(N===!0)return;z!==null&&z.renderStart(v,k);let $=re.enabled===!0&&re.isPresenting===!0,F=D!==null&&(ne===null||$)&&D.begin(I,ne);if(v.matrixWorldAutoUpdate===!0&&v.updateMatrixWorld(),k.parent===null&&k.matrixWorldAutoUpdate===!0&&k.updateMatrixWorld(),re.enabled===!0&&re.isPresenting===!0&&(D===null||D.isCompositing()===!1)&&(re.cameraAutoUpdate===!0&&re.updateCamera(k),k=re.getCamera()),v.isScene===!0&&v.onBeforeRender(I,v,k,ne),T=K.get(v,M.length),T.init(k),T.state.textureUnits=Be.getTextureUnits(),M.push(T),kt.multiplyMatrices(k.projectionMatrix,k.matrixWorldInverse),k.isArrayCamera?un.setFromArrayCamera(k):tt.setFromProjectionMatrix(kt,hi,k.reversedDepth),Vn=this.localClippingEnabled,Zt=j.init(this.clippingPlanes,Vn),C=de.get(v,y.length),C.init(),y.push(C),this.info.render.frame++,re.enabled===!0&&re.isPresenting===!0){let ve=I.xr.getDepthSensingMesh();ve!==null&&gf(ve,k,-1/0,I.sortObjects)}gf(v,k,0,I.sortObjects),C.finish(),z!==null&&z.updateLights(T.state.lightsArray),I.sortObjects===!0&&C.sort(Ge,Xt),ti=re.enabled===!1||re.isPresenting===!1||re.hasDepthSensing()===!1,ti&&P.addToRenderList(C,v),this.info.autoReset===!0&&this.info.reset(),Zt===!0&&j.beginShadows();let B=T.state.shadowsArray;if(le.render(B,v,k),Zt===!0&&j.endShadows(),(F&&D.hasRenderPass())===!1){let ve=C.opaque,ue=C.transmissive;if(T.setupLights(),k.isArrayCamera){let _e=k.cameras;if(ue.length>0)for(let Te=0,ze=_e.length;Te<ze;Te++){let nt=_e[Te];by(ve,ue,v,nt)}ti&&P.render(v);for(let Te=0,ze=_e.length;Te<ze;Te++){let nt=_e[Te];_y(C,v,nt,nt.viewport)}}else ue.length>0&&by(ve,ue,v,k),ti&&P.render(v),_y(C,v,k)}ne!==null&&V===0&&(Be.updateMultisampleRenderTarget(ne),Be.updateRenderTargetMipmap(ne)),F&&D.end(I),v.isScene===!0&&v.onAfterRender(I,v,k),ae.resetDefaultState(),X=-1,Q=null,M.pop(),M.length>0?(T=M[M.length-1],Be.setTextureUnits(T.state.textureUnits),Zt===!0&&j.setGlobalState(I.clippingPlanes,T.state.camera)):T=null,y.pop(),y.length>0?C=y[y.length-1]:C=null,z!==null&&z.renderEnd()};function gf(v,k,$,F){if(v.visible===!1)return;if(v.layers.test(k.layers)){if(v.isGroup)$=v.renderOrder;else if(v.isLOD)v.autoUpdate===!0&&v.update(k);else if(v.isLight)T.pushLight(v),v.castShadow&&T.pushShadow(v);else if(v.isSprite){let ve=k.isArrayCamera?un:tt;if(!v.frustumCulled||v.intersectsFrustum(ve)){F&&on.setFromMatrixPosition(v.matrixWorld).applyMatrix4(kt);let ue=ie.update(v),_e=v.material;_e.visible&&C.push(v,ue,_e,$,on.z,null,k)}}else if(v.isMesh||v.isLine||v.isPoints){let ve=k.isArrayCamera?un:tt;if(!v.frustumCulled||v.intersectsFrustum(ve)){let ue=ie.update(v),_e=v.material;if(F&&(v.boundingSphere!==void 0?(v.boundingSphere===null&&v.computeBoundingSphere(),on.copy(v.boundingSphere.center)):(ue.boundingSphere===null&&ue.computeBoundingSphere(),on.copy(ue.boundingSphere.center)),on.applyMatrix4(v.matrixWorld).applyMatrix4(kt)),Array.isArray(_e)){let Te=ue.groups;for(let ze=0,nt=Te.length;ze<nt;ze++){let Se=Te[ze],it=_e[Se.materialIndex];it&&it.visible&&C.push(v,ue,it,$,on.z,Se,k)}}else _e.visible&&C.push(v,ue,_e,$,on.z,null,k)}}}let fe=v.children;for(let ve=0,ue=fe.length;ve<ue;ve++)gf(fe[ve],k,$,F)}function _y(v,k,$,F){let{opaque:B,transmissive:fe,transparent:ve}=v;T.setupLightsView($),Zt===!0&&j.setGlobalState(I.clippingPlanes,$),F&&pe.viewport(te.copy(F)),B.length>0&&kl(B,k,$),fe.length>0&&kl(fe,k,$),ve.length>0&&kl(ve,k,$),pe.buffers.depth.setTest(!0),pe.buffers.depth.setMask(!0),pe.buffers.color.setMask(!0),pe.setPolygonOffset(!1)}function by(v,k,$,F){if(($.isScene===!0?$.overrideMaterial:null)!==null)return;if(T.state.transmissionRenderTarget[F.id]===void 0){let Se=Pt.has("EXT_color_buffer_half_float")||Pt.has("EXT_color_buffer_float");T.state.transmissionRenderTarget[F.id]=new Zn(1,1,{generateMipmaps:!0,type:Se?Ai:Qn,minFilter:Er,samples:Math.max(4,Lt.samples),stencilBuffer:s,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:rt.workingColorSpace})}let fe=T.state.transmissionRenderTarget[F.id],ve=F.viewport||te;fe.setSize(ve.z*I.transmissionResolutionScale,ve.w*I.transmissionResolutionScale);let ue=I.getRenderTarget(),_e=I.getActiveCubeFace(),Te=I.getActiveMipmapLevel();I.setRenderTarget(fe),I.getClearColor(Y),he=I.getClearAlpha(),he<1&&I.setClearColor(16777215,.5),I.clear(),ti&&P.render($);let ze=I.toneMapping;I.toneMapping=Ki;let nt=F.viewport;if(F.viewport!==void 0&&(F.viewport=void 0),T.setupLightsView(F),Zt===!0&&j.setGlobalState(I.clippingPlanes,F),kl(v,$,F),Be.updateMultisampleRenderTarget(fe),Be.updateRenderTargetMipmap(fe),Pt.has("WEBGL_multisampled_render_to_texture")===!1){let Se=!1;for(let it=0,$t=k.length;it<$t;it++){let Mt=k[it],{object:vt,geometry:yn,material:Me,group:Rn}=Mt;if(Me.side===En&&vt.layers.test(F.layers)){let ht=Me.side;Me.side=Bn,Me.needsUpdate=!0,xy(vt,$,F,yn,Me,Rn),Me.side=ht,Me.needsUpdate=!0,Se=!0}}Se===!0&&(Be.updateMultisampleRenderTarget(fe),Be.updateRenderTargetMipmap(fe))}I.setRenderTarget(ue,_e,Te),I.setClearColor(Y,he),nt!==void 0&&(F.viewport=nt),I.toneMapping=ze}function kl(v,k,$){let F=k.isScene===!0?k.overrideMaterial:null;for(let B=0,fe=v.length;B<fe;B++){let ve=v[B],{object:ue,geometry:_e,group:Te}=ve,ze=ve.material;ze.allowOverride===!0&&F!==null&&(ze=F),ue.layers.test($.layers)&&xy(ue,k,$,_e,ze,Te)}}function xy(v,k,$,F,B,fe){z!==null&&B.isNodeMaterial&&z.setObject(v,B),v.onBeforeRender(I,k,$,F,B,fe),v.modelViewMatrix.multiplyMatrices($.matrixWorldInverse,v.matrixWorld),v.normalMatrix.getNormalMatrix(v.modelViewMatrix),B.onBeforeRender(I,k,$,F,v,fe),B.transparent===!0&&B.side===En&&B.forceSinglePass===!1?(B.side=Bn,B.needsUpdate=!0,I.renderBufferDirect($,k,F,B,v,fe),B.side=Mi,B.needsUpdate=!0,I.renderBufferDirect($,k,F,B,v,fe),B.side=En):I.renderBufferDirect($,k,F,B,v,fe),v.onAfterRender(I,k,$,F,B,fe)}function vy(v){let k=0;for(let $ of v)$.texture!==null&&k++;return k}function ta(v,k,$){k.isScene!==!0&&(k=ei);let F=Ne.get(v),B=T.state.lights,fe=T.state.shadowsArray,ve=B.state.version,ue=J.getParameters(v,B.state,fe,k,$,T.state.lightProbeGridArray),_e=J.getProgramCacheKey(ue),Te=F.programs;F.environment=v.isMeshStandardMaterial||v.isMeshLambertMaterial||v.isMeshPhongMaterial?k.environment:null,F.fog=k.fog;let ze=v.isMeshStandardMaterial||v.isMeshLambertMaterial&&!v.envMap||v.isMeshPhongMaterial&&!v.envMap;F.envMap=A.get(v.envMap||F.environment,ze),F.envMapRotation=F.environment!==null&&v.envMap===null?k.environmentRotation:v.envMapRotation,Te===void 0&&(v.addEventListener("dispose",_t),Te=new Map,F.programs=Te,F.programVariants=new Map);let nt=Te.get(_e);if(nt!==void 0){if(F.currentProgram===nt&&F.lightsStateVersion===ve)return Sy(v,ue),nt}else ue.uniforms=J.getUniforms(v),z!==null&&v.isNodeMaterial&&z.build(v,$,ue),v.onBeforeCompile(ue,I),nt=J.acquireProgram(ue,_e),Te.set(_e,nt),F.uniforms=ue.uniforms;let Se=F.uniforms;return(!v.isShaderMaterial&&!v.isRawShaderMaterial||v.clipping===!0)&&(Se.clippingPlanes=j.uniform),Sy(v,ue),F.needsLights=TM(v),F.lightsStateVersion=ve,F.needsLights&&(Se.ambientLightColor.value=B.state.ambient,Se.lightProbe.value=B.state.probe,Se.sunLights.value=B.state.sun,Se.sunLightShadows.value=B.state.sunShadow,Se.directionalLights.value=B.state.directional,Se.directionalLightShadows.value=B.state.directionalShadow,Se.spotLights.value=B.state.spot,Se.spotLightShadows.value=B.state.spotShadow,Se.rectAreaLights.value=B.state.rectArea,Se.ltc_1.value=B.state.rectAreaLTC1,Se.ltc_2.value=B.state.rectAreaLTC2,Se.pointLights.value=B.state.point,Se.pointLightShadows.value=B.state.pointShadow,Se.hemisphereLights.value=B.state.hemi,Se.sunShadowMatrix.value=B.state.sunShadowMatrix,Se.sunShadowCascade.value=B.state.sunShadowCascade,Se.directionalShadowMatrix.value=B.state.directionalShadowMatrix,Se.spotLightMatrix.value=B.state.spotLightMatrix,Se.spotLightMap.value=B.state.spotLightMap,Se.pointShadowMatrix.value=B.state.pointShadowMatrix),F.numLightProbeGrids=vy(T.state.lightProbeGridArray),F.currentProgram=nt,F.uniformsList=null,nt}function SM(v,k,$,F,B){let fe=Ne.get(v),ve=fe.currentProgram.id+","+F+","+B,ue=fe.programVariants.get(ve);return ue===void 0?(ue=ta(v,k,$),fe.programVariants.set(ve,ue)):(fe.currentProgram=ue,fe.uniformsList=null,fe.outputColorSpace=F,fe.toneMapping=B),ue}function wy(v){if(v.uniformsList===null){let k=v.currentProgram.getUniforms();v.uniformsList=Zo.seqWithValue(k.seq,v.uniforms)}return v.uniformsList}function Sy(v,k){let $=Ne.get(v);$.outputColorSpace=k.outputColorSpace,$.batching=k.batching,$.batchingColor=k.batchingColor,$.instancing=k.instancing,$.instancingColor=k.instancingColor,$.instancingMorph=k.instancingMorph,$.skinning=k.skinning,$.morphTargets=k.morphTargets,$.morphNormals=k.morphNormals,$.morphColors=k.morphColors,$.morphTargetsCount=k.morphTargetsCount,$.numClippingPlanes=k.numClippingPlanes,$.numIntersection=k.numClipIntersection,$.vertexAlphas=k.vertexAlphas,$.vertexTangents=k.vertexTangents,$.toneMapping=k.toneMapping}function MM(v,k,$,F,B){k.isScene!==!0&&(k=ei),Be.resetTextureUnits();let fe=k.fog,ve=F.isMeshStandardMaterial||F.isMeshLambertMaterial||F.isMeshPhongMaterial?k.environment:null,ue=ne===null?I.outputColorSpace:ne.isXRRenderTarget===!0?ne.texture.colorSpace:rt.workingColorSpace,_e=F.isMeshStandardMaterial||F.isMeshLambertMaterial&&!F.envMap||F.isMeshPhongMaterial&&!F.envMap,Te=A.get(F.envMap||ve,_e),ze=F.vertexColors===!0&&!!$.attributes.color&&$.attributes.color.itemSize===4,nt=!!$.attributes.tangent&&(!!F.normalMap||F.anisotropy>0),Se=!!$.morphAttributes.position,it=!!$.morphAttributes.normal,$t=!!$.morphAttributes.color,Mt=Ki;F.toneMapped&&(ne===null||ne.isXRRenderTarget===!0)&&(Mt=I.toneMapping);let vt=$.morphAttributes.position||$.morphAttributes.normal||$.morphAttributes.color,yn=vt!==void 0?vt.length:0,Me=Ne.get(F),Rn=T.state.lights;if(Zt===!0&&(Vn===!0||v!==Q)){let Dt=v===Q&&F.id===X;j.setState(F,v,Dt)}let ht=!1,os=!1;F.version===Me.__version?Me.needsLights&&Me.lightsStateVersion!==Rn.state.version||B.isBatchedMesh&&Me.batching===!1||!B.isBatchedMesh&&Me.batching===!0||B.isBatchedMesh&&Me.batchingColor===!0&&B._colorsTexture===null||B.isBatchedMesh&&Me.batchingColor===!1&&B._colorsTexture!==null||B.isInstancedMesh&&Me.instancing===!1||!B.isInstancedMesh&&Me.instancing===!0||B.isSkinnedMesh&&Me.skinning===!1||!B.isSkinnedMesh&&Me.skinning===!0||B.isInstancedMesh&&Me.instancingColor===!0&&B.instanceColor===null||B.isInstancedMesh&&Me.instancingColor===!1&&B.instanceColor!==null||B.isInstancedMesh&&Me.instancingMorph===!0&&B.morphTexture===null||B.isInstancedMesh&&Me.instancingMorph===!1&&B.morphTexture!==null||Me.envMap!==Te||F.fog===!0&&Me.fog!==fe||Me.numClippingPlanes!==void 0&&(Me.numClippingPlanes!==j.numPlanes||Me.numIntersection!==j.numIntersection)||Me.vertexAlphas!==ze||Me.vertexTangents!==nt||Me.morphTargets!==Se||Me.morphNormals!==it||Me.morphColors!==$t||Me.morphTargetsCount!==yn||Me.numLightProbeGrids!==vy(T.state.lightProbeGridArray)?ht=!0:(Me.outputColorSpace!==ue||Me.toneMapping!==Mt)&&(os=!0):(ht=!0,Me.__version=F.version);let _n=Me.currentProgram;(ht===!0||os===!0)&&(_n=os===!0?SM(F,k,B,ue,Mt):ta(F,k,B),z&&F.isNodeMaterial&&z.onUpdateProgram(F,_n,Me));let Dl=!1,Pr=!1,as=!1,ct=_n.getUniforms(),hn=Me.uniforms;if(pe.useProgram(_n.program)&&(Dl=!0,Pr=!0,as=!0),F.id!==X&&(X=F.id,Pr=!0),Dl||Q!==v){pe.buffers.depth.getReversed()&&v.reversedDepth!==!0&&(v._reversedDepth=!0,v.updateProjectionMatrix()),ct.setValue(O,"projectionMatrix",v.projectionMatrix),ct.setValue(O,"viewMatrix",v.matrixWorldInverse);let ln=ct.map.cameraPosition;ln!==void 0&&ln.setValue(O,Ri.setFromMatrixPosition(v.matrixWorld)),Lt.logarithmicDepthBuffer&&ct.setValue(O,"logDepthBufFC",2/(Math.log(v.far+1)/Math.LN2)),(F.isMeshPhongMaterial||F.isMeshToonMaterial||F.isMeshLambertMaterial||F.isMeshBasicMaterial||F.isMeshStandardMaterial||F.isShaderMaterial)&&ct.setValue(O,"isOrthographic",v.isOrthographicCamera===!0),Q!==v&&(Q=v,Pr=!0,as=!0)}if(Me.needsLights&&(Rn.state.sunShadowMap.length>0&&ct.setValue(O,"sunShadowMap",Rn.state.sunShadowMap,Be),Rn.state.directionalShadowMap.length>0&&ct.setValue(O,"directionalShadowMap",Rn.state.directionalShadowMap,Be),Rn.state.spotShadowMap.length>0&&ct.setValue(O,"spotShadowMap",Rn.state.spotShadowMap,Be),Rn.state.pointShadowMap.length>0&&ct.setValue(O,"pointShadowMap",Rn.state.pointShadowMap,Be)),B.isSkinnedMesh){ct.setOptional(O,B,"bindMatrix"),ct.setOptional(O,B,"bindMatrixInverse");let Dt=B.skeleton;Dt&&(Dt.boneTexture===null&&Dt.computeBoneTexture(),ct.setValue(O,"boneTexture",Dt.boneTexture,Be))}B.isBatchedMesh&&(ct.setOptional(O,B,"batchingTexture"),ct.setValue(O,"batchingTexture",B._matricesTexture,Be),ct.setOptional(O,B,"batchingIdTexture"),ct.setValue(O,"batchingIdTexture",B._indirectTexture,Be),ct.setOptional(O,B,"batchingColorTexture"),B._colorsTexture!==null&&ct.setValue(O,"batchingColorTexture",B._colorsTexture,Be));let di=$.morphAttributes;if((di.position!==void 0||di.normal!==void 0||di.color!==void 0)&&Z.update(B,$,_n),(Pr||Me.receiveShadow!==B.receiveShadow)&&(Me.receiveShadow=B.receiveShadow,ct.setValue(O,"receiveShadow",B.receiveShadow)),(F.isMeshStandardMaterial||F.isMeshLambertMaterial||F.isMeshPhongMaterial)&&F.envMap===null&&k.environment!==null&&(hn.envMapIntensity.value=k.environmentIntensity),hn.dfgLUT!==void 0&&(hn.dfgLUT.value=fD()),Pr){if(ct.setValue(O,"toneMappingExposure",I.toneMappingExposure),Me.needsLights&&EM(hn,as),fe&&F.fog===!0&&oe.refreshFogUniforms(hn,fe),oe.refreshMaterialUniforms(hn,F,ye,Ie,T.state.transmissionRenderTarget[v.id]),Me.needsLights&&Me.numLightProbeGrids>0){let Dt=w,ln=0;for(let Ji of T.state.lightProbeGridArray)Ji.texture!==null&&(Dt.textures[ln]=Ji.texture,Dt.min[ln]=Ji.boundingBox.min,Dt.max[ln]=Ji.boundingBox.max,Dt.resolution[ln]=Ji.resolution,ln++);for(let Ji in Dt)Dt[Ji].length=ln;hn.probesSH.value=Dt.textures,hn.probesMin.value=Dt.min,hn.probesMax.value=Dt.max,hn.probesResolution.value=Dt.resolution}Zo.upload(O,wy(Me),hn,Be)}if(F.isShaderMaterial&&F.uniformsNeedUpdate===!0&&(Zo.upload(O,wy(Me),hn,Be),F.uniformsNeedUpdate=!1),F.isSpriteMaterial&&ct.setValue(O,"center",B.center),ct.setValue(O,"modelViewMatrix",B.modelViewMatrix),ct.setValue(O,"normalMatrix",B.normalMatrix),ct.setValue(O,"modelMatrix",B.matrixWorld),F.uniformsGroups!==void 0){let Dt=F.uniformsGroups;for(let ln=0,Ji=Dt.length;ln<Ji;ln++){let Ey=Dt[ln];Ae.update(Ey,_n),Ae.bind(Ey,_n)}}return _n}function EM(v,k){v.ambientLightColor.needsUpdate=k,v.lightProbe.needsUpdate=k,v.sunLights.needsUpdate=k,v.sunLightShadows.needsUpdate=k,v.directionalLights.needsUpdate=k,v.directionalLightShadows.needsUpdate=k,v.pointLights.needsUpdate=k,v.pointLightShadows.needsUpdate=k,v.spotLights.needsUpdate=k,v.spotLightShadows.needsUpdate=k,v.rectAreaLights.needsUpdate=k,v.hemisphereLights.needsUpdate=k}function TM(v){return v.isMeshLambertMaterial||v.isMeshToonMaterial||v.isMeshPhongMaterial||v.isMeshStandardMaterial||v.isShadowMaterial||v.isShaderMaterial&&v.lights===!0}this.getActiveCubeFace=function(){return G},this.getActiveMipmapLevel=function(){return V},this.getRenderTarget=function(){return ne},this.setRenderTargetTextures=function(v,k,$){let F=Ne.get(v);F.__autoAllocateDepthBuffer=v.resolveDepthBuffer===!1,F.__autoAllocateDepthBuffer===!1&&(F.__useRenderToTexture=!1),Ne.get(v.texture).__webglTexture=k,Ne.get(v.depthTexture).__webglTexture=F.__autoAllocateDepthBuffer?void 0:$,F.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(v,k){let $=Ne.get(v);$.__webglFramebuffer=k,$.__useDefaultFramebuffer=k===void 0},this.setRenderTarget=function(v,k=0,$=0){ne=v,G=k,V=$;let F=null,B=!1,fe=!1;if(v){let ue=Ne.get(v);if(ue.__useDefaultFramebuffer!==void 0){pe.bindFramebuffer(O.FRAMEBUFFER,ue.__webglFramebuffer),te.copy(v.viewport),xe.copy(v.scissor),Re=v.scissorTest,pe.viewport(te),pe.scissor(xe),pe.setScissorTest(Re),X=-1;return}else if(ue.__webglFramebuffer===void 0)Be.setupRenderTarget(v);else if(ue.__hasExternalTextures)Be.rebindTextures(v,Ne.get(v.texture).__webglTexture,Ne.get(v.depthTexture).__webglTexture);else if(v.depthBuffer){let ze=v.depthTexture;if(ue.__boundDepthTexture!==ze){if(ze!==null&&Ne.has(ze)&&(v.width!==ze.image.width||v.height!==ze.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Be.setupDepthRenderbuffer(v)}}let _e=v.texture;(_e.isData3DTexture||_e.isDataArrayTexture||_e.isCompressedArrayTexture)&&(fe=!0);let Te=Ne.get(v).__webglFramebuffer;v.isWebGLCubeRenderTarget?(Array.isArray(Te[k])?F=Te[k][$]:F=Te[k],B=!0):v.samples>0&&Be.useMultisampledRTT(v)===!1?F=Ne.get(v).__webglMultisampledFramebuffer:Array.isArray(Te)?F=Te[$]:F=Te,te.copy(v.viewport),xe.copy(v.scissor),Re=v.scissorTest}else te.copy(De).multiplyScalar(ye).floor(),xe.copy(yt).multiplyScalar(ye).floor(),Re=xt;if($!==0&&(F=W),pe.bindFramebuffer(O.FRAMEBUFFER,F)&&pe.drawBuffers(v,F),pe.viewport(te),pe.scissor(xe),pe.setScissorTest(Re),B){let ue=Ne.get(v.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_CUBE_MAP_POSITIVE_X+k,ue.__webglTexture,$)}else if(fe){let ue=k;for(let _e=0;_e<v.textures.length;_e++){let Te=Ne.get(v.textures[_e]);O.framebufferTextureLayer(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0+_e,Te.__webglTexture,$,ue)}}else if(v!==null&&$!==0){let ue=Ne.get(v.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,ue.__webglTexture,$)}X=-1};function My(v){let k=Ne.get(v);return(k.__readFormat!==v.format||k.__readType!==v.type)&&(k.__readFormat=v.format,k.__readType=v.type,k.__formatReadable=Lt.textureFormatReadable(v.format),k.__typeReadable=Lt.textureTypeReadable(v.type)),k}this.readRenderTargetPixels=function(v,k,$,F,B,fe,ve,ue=0){if(!(v&&v.isWebGLRenderTarget)){Fe("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let _e=Ne.get(v).__webglFramebuffer;if(v.isWebGLCubeRenderTarget&&ve!==void 0&&(_e=_e[ve],Array.isArray(_e)&&(_e=_e[0])),_e){pe.bindFramebuffer(O.FRAMEBUFFER,_e);try{let Te=v.textures[ue],ze=Te.format,nt=Te.type;v.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+ue);let Se=My(Te);if(Se.__formatReadable===!1){Fe("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Se.__typeReadable===!1){Fe("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}k>=0&&k<=v.width-F&&$>=0&&$<=v.height-B&&O.readPixels(k,$,F,B,se.convert(ze),se.convert(nt),fe)}finally{let Te=ne!==null?Ne.get(ne).__webglFramebuffer:null;pe.bindFramebuffer(O.FRAMEBUFFER,Te)}}},this.readRenderTargetPixelsAsync=async function(v,k,$,F,B,fe,ve,ue=0){if(!(v&&v.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let _e=Ne.get(v).__webglFramebuffer;if(v.isWebGLCubeRenderTarget&&ve!==void 0&&(_e=_e[ve],Array.isArray(_e)&&(_e=_e[0])),_e)if(k>=0&&k<=v.width-F&&$>=0&&$<=v.height-B){pe.bindFramebuffer(O.FRAMEBUFFER,_e);let Te=v.textures[ue],ze=Te.format,nt=Te.type;v.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+ue);let Se=My(Te);if(Se.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Se.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let it=O.createBuffer();O.bindBuffer(O.PIXEL_PACK_BUFFER,it),O.bufferData(O.PIXEL_PACK_BUFFER,fe.byteLength,O.STREAM_READ),O.readPixels(k,$,F,B,se.convert(ze),se.convert(nt),0),O.bindBuffer(O.PIXEL_PACK_BUFFER,null);let $t=ne!==null?Ne.get(ne).__webglFramebuffer:null;pe.bindFramebuffer(O.FRAMEBUFFER,$t);let Mt=O.fenceSync(O.SYNC_GPU_COMMANDS_COMPLETE,0);return O.flush(),await iS(O,Mt,4),O.bindBuffer(O.PIXEL_PACK_BUFFER,it),O.getBufferSubData(O.PIXEL_PACK_BUFFER,0,fe),O.bindBuffer(O.PIXEL_PACK_BUFFER,null),O.deleteBuffer(it),O.deleteSync(Mt),fe}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(v,k=null,$=0){let F=Math.pow(2,-$),B=Math.floor(v.image.width*F),fe=Math.floor(v.image.height*F),ve=k!==null?k.x:0,ue=k!==null?k.y:0;Be.setTexture2D(v,0),O.copyTexSubImage2D(O.TEXTURE_2D,$,0,0,ve,ue,B,fe),pe.unbindTexture()},this.copyTextureToTexture=function(v,k,$=null,F=null,B=0,fe=0){let ve,ue,_e,Te,ze,nt,Se,it,$t,Mt=v.isCompressedTexture?v.mipmaps[fe]:v.image;if($!==null)ve=$.max.x-$.min.x,ue=$.max.y-$.min.y,_e=$.isBox3?$.max.z-$.min.z:1,Te=$.min.x,ze=$.min.y,nt=$.isBox3?$.min.z:0;else{let ct=Math.pow(2,-B);ve=Math.floor(Mt.width*ct),ue=Math.floor(Mt.height*ct),v.isDataArrayTexture?_e=Mt.depth:v.isData3DTexture?_e=Math.floor(Mt.depth*ct):_e=1,Te=0,ze=0,nt=0}F!==null?(Se=F.x,it=F.y,$t=F.z):(Se=0,it=0,$t=0);let vt=se.convert(k.format),yn=se.convert(k.type),Me;k.isData3DTexture?(Be.setTexture3D(k,0),Me=O.TEXTURE_3D):k.isDataArrayTexture||k.isCompressedArrayTexture?(Be.setTexture2DArray(k,0),Me=O.TEXTURE_2D_ARRAY):(Be.setTexture2D(k,0),Me=O.TEXTURE_2D),pe.activeTexture(O.TEXTURE0),pe.pixelStorei(O.UNPACK_FLIP_Y_WEBGL,k.flipY),pe.pixelStorei(O.UNPACK_PREMULTIPLY_ALPHA_WEBGL,k.premultiplyAlpha),pe.pixelStorei(O.UNPACK_ALIGNMENT,k.unpackAlignment);let Rn=pe.getParameter(O.UNPACK_ROW_LENGTH),ht=pe.getParameter(O.UNPACK_IMAGE_HEIGHT),os=pe.getParameter(O.UNPACK_SKIP_PIXELS),_n=pe.getParameter(O.UNPACK_SKIP_ROWS),Dl=pe.getParameter(O.UNPACK_SKIP_IMAGES);pe.pixelStorei(O.UNPACK_ROW_LENGTH,Mt.width),pe.pixelStorei(O.UNPACK_IMAGE_HEIGHT,Mt.height),pe.pixelStorei(O.UNPACK_SKIP_PIXELS,Te),pe.pixelStorei(O.UNPACK_SKIP_ROWS,ze),pe.pixelStorei(O.UNPACK_SKIP_IMAGES,nt);let Pr=v.isDataArrayTexture||v.isData3DTexture,as=k.isDataArrayTexture||k.isData3DTexture;if(v.isDepthTexture){let ct=Ne.get(v),hn=Ne.get(k),di=Ne.get(ct.__renderTarget),Dt=Ne.get(hn.__renderTarget);pe.bindFramebuffer(O.READ_FRAMEBUFFER,di.__webglFramebuffer),pe.bindFramebuffer(O.DRAW_FRAMEBUFFER,Dt.__webglFramebuffer);for(let ln=0;ln<_e;ln++)Pr&&(O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Ne.get(v).__webglTexture,B,nt+ln),O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Ne.get(k).__webglTexture,fe,$t+ln)),O.blitFramebuffer(Te,ze,Te+ve,ze+ue,Se,it,Se+ve,it+ue,O.DEPTH_BUFFER_BIT,O.NEAREST);pe.bindFramebuffer(O.READ_FRAMEBUFFER,null),pe.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else if(B!==0||v.isRenderTargetTexture||Ne.has(v)){let ct=Ne.get(v),hn=Ne.get(k);pe.bindFramebuffer(O.READ_FRAMEBUFFER,R),pe.bindFramebuffer(O.DRAW_FRAMEBUFFER,L);for(let di=0;di<_e;di++)Pr?O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,ct.__webglTexture,B,nt+di):O.framebufferTexture2D(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,ct.__webglTexture,B),as?O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,hn.__webglTexture,fe,$t+di):O.framebufferTexture2D(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,hn.__webglTexture,fe),B!==0?O.blitFramebuffer(Te,ze,Te+ve,ze+ue,Se,it,Se+ve,it+ue,O.COLOR_BUFFER_BIT,O.NEAREST):as?O.copyTexSubImage3D(Me,fe,Se,it,$t+di,Te,ze,ve,ue):O.copyTexSubImage2D(Me,fe,Se,it,Te,ze,ve,ue);pe.bindFramebuffer(O.READ_FRAMEBUFFER,null),pe.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else as?v.isDataTexture||v.isData3DTexture?O.texSubImage3D(Me,fe,Se,it,$t,ve,ue,_e,vt,yn,Mt.data):k.isCompressedArrayTexture?O.compressedTexSubImage3D(Me,fe,Se,it,$t,ve,ue,_e,vt,Mt.data):O.texSubImage3D(Me,fe,Se,it,$t,ve,ue,_e,vt,yn,Mt):v.isDataTexture?O.texSubImage2D(O.TEXTURE_2D,fe,Se,it,ve,ue,vt,yn,Mt.data):v.isCompressedTexture?O.compressedTexSubImage2D(O.TEXTURE_2D,fe,Se,it,Mt.width,Mt.height,vt,Mt.data):O.texSubImage2D(O.TEXTURE_2D,fe,Se,it,ve,ue,vt,yn,Mt);pe.pixelStorei(O.UNPACK_ROW_LENGTH,Rn),pe.pixelStorei(O.UNPACK_IMAGE_HEIGHT,ht),pe.pixelStorei(O.UNPACK_SKIP_PIXELS,os),pe.pixelStorei(O.UNPACK_SKIP_ROWS,_n),pe.pixelStorei(O.UNPACK_SKIP_IMAGES,Dl),fe===0&&k.generateMipmaps===!0&&k.mipmapsAutoUpdate===!0&&O.generateMipmap(Me),pe.unbindTexture()},this.initRenderTarget=function(v){Ne.get(v).__webglFramebuffer===void 0&&Be.setupRenderTarget(v)},this.initTexture=function(v){v.isCubeTexture?Be.setTextureCube(v,0):v.isData3DTexture?Be.setTexture3D(v,0):v.isDataArrayTexture||v.isCompressedArrayTexture?Be.setTexture2DArray(v,0):Be.setTexture2D(v,0),pe.unbindTexture()},this.resetState=function(){G=0,V=0,ne=null,pe.reset(),ae.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return hi}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=rt._getDrawingBufferColorSpace(e),t.unpackColorSpace=rt._getUnpackColorSpace()}};var pD=`
  void main() { gl_Position = vec4(position.xy, 1.0, 1.0); }
`,mD=`
  uniform sampler2D u_picture;
  out vec4 colour;
  void main() { colour = vec4(texelFetch(u_picture, ivec2(gl_FragCoord.xy), 0).rgb, 1.0); }
`,Qd=class{mesh;#e=null;constructor(){let e=new Ut,t=Float32Array.from([-1,-1,0,3,-1,0,-1,3,0]);e.setAttribute("position",new wt(t,3));let i=new Bt({glslVersion:Tn,vertexShader:pD,fragmentShader:mD,depthTest:!1,depthWrite:!1,uniforms:{u_picture:{value:null}}});this.mesh=new Nt(e,i),this.mesh.frustumCulled=!1,this.mesh.renderOrder=-2}take(e,t,i){let{width:r,height:s}=this.#e?.image??{};(this.#e===null||r!==t||s!==i)&&(this.#e?.dispose(),this.#e=new al(t,i),this.mesh.material.uniforms.u_picture.value=this.#e),e.copyFramebufferToTexture(this.#e)}dispose(){this.#e?.dispose(),this.mesh.geometry.dispose(),this.mesh.material.dispose()}};var gD=Ce(2),yD=2e5,_D=2**26;function $S(n){let e={corners:[],indices:[]};for(let t of n)bD(e,t);return e}function bD({corners:n,indices:e},t){let i=t.map(u=>xD(u).map(([h,d])=>TD(h,d))).filter(u=>u.length>=3),[r,...s]=i;if(r===void 0)return;let o=vD(r),a=pl.triangulateShape(r.map(o),s.map(u=>u.map(o))),l=n.length;for(let u of i.flat())n.push(u);let c=a.flatMap(u=>wD(n,u.map(h=>l+h)));for(let u of SD(n,c))e.push(u)}function xD(n){return n.filter(([e,t],i)=>{let[r,s]=n[(i+1)%n.length];return e!==r||t!==s})}function vD(n){let e=n.reduce((a,l)=>bt(a,l),[0,0,0]),t=bn(e)>1e-9?ut(e,1/bn(e)):n[0],i=Math.abs(t[2])<.9?[0,0,1]:[1,0,0],r=Ir(i,t),s=ut(r,1/bn(r)),o=Ir(t,s);return a=>{let l=Math.sqrt(2/Math.max(1+Et(a,t),1e-9));return new lt(Et(a,s)*l,Et(a,o)*l)}}function wD(n,[e=0,t=0,i=0]){return Et(Ir(n[e],n[t]),n[i])>=0?[e,t,i]:[e,i,t]}function SD(n,e){let t=[...e],i=[],r=new Map,s=(o,a)=>{let l=Math.min(o,a)*_D+Math.max(o,a),c=r.get(l);if(c!==void 0)return c;let u=bt(n[o],n[a]);return n.push(ut(u,1/bn(u))),r.set(l,n.length-1),n.length-1};for(let o=0;t.length>0;o++){let a=[t.pop(),t.pop(),t.pop()].reverse(),l=ED(n,a);if(l===null||o>yD){i.push(...a);continue}let[c,u,h]=[a[l],a[(l+1)%3],a[(l+2)%3]],d=s(c,u);t.push(c,d,h,d,u,h)}return i}var MD=2*Math.sin(gD/2);function ED(n,e){let[t,i]=[null,MD];for(let r=0;r<3;r++){let[s,o]=[n[e[r]],n[e[(r+1)%3]]],a=Math.hypot(s[0]-o[0],s[1]-o[1],s[2]-o[2]);a>i&&([t,i]=[r,a])}return t}function TD(n,e){return $n({lat_rad:Ce(e),lon_rad:Ce(n)})}var sy=1e6,jt=1/sy;function Qo(n,e,t){let[i,r,s]=dn(Ce(e),Ce(n),t);return[i*jt,r*jt,s*jt]}var AD=.9985,CD=["plain","rising","falling","crossed","dotted"],RD=`
  out vec3 v_normal;
  out vec3 v_toward;
  void main() {
    vec4 place = modelMatrix * vec4(position, 1.0);
    v_normal = normalize(place.xyz);
    v_toward = cameraPosition - place.xyz;
    gl_Position = projectionMatrix * viewMatrix * place;
  }
`,PD=`
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
`;function ef(n,e,t=0,i=1){return new Bt({glslVersion:Tn,vertexShader:RD,fragmentShader:PD,transparent:!0,depthWrite:!1,side:Mi,uniforms:{u_fill:{value:nn(n.fill??"#000000").map(r=>r*i)},u_opacity:{value:n.fill_opacity},u_mark:{value:[...nn(n.stroke??n.fill??"#000000")]},u_pattern:{value:CD.indexOf(n.pattern)},u_ratio:e.u_ratio,u_limb:{value:t}}})}function qS(n,e,t=1){let i=new Nt(KS(1,180),ef(n,e,YS,t));return[oy(e),i]}function oy(n){let e=new Nt(KS(AD,96),ef(LD,n));return e.material.colorWrite=!1,e.material.depthWrite=!0,e.material.transparent=!1,e.renderOrder=-1,e}var LD=mt("light","sea"),YS=.2;function tf(n){return n==="light"?.93:1}function KS(n,e){let t=new gl(1,e,e/2);t.rotateX(Math.PI/2);let i=6378137*jt*n;return t.scale(i,i,er*jt*n),t}function jS(n,e,t,i=1){let{corners:r,indices:s}=$S(n.polygons),o=new Float32Array(3*r.length);r.forEach((u,h)=>o.set(ID(u),3*h));let a=n.look==="land"||n.look==="lake",l=n.look==="lake",c=ef(e,t,a?YS:0,l?i:1);return c.side=a?Mi:En,JS(o,Uint32Array.from(s),c)}function ZS(n,e,t){let i=n.indices.length,r=new Float32Array(12*i),s=new Uint32Array(6*i);for(let o=0;o<i;o++){let[a,l,c,u]=n.bounds_deg.subarray(4*o,4*o+4);[[a,l],[c,l],[c,u],[a,u]].forEach(([d,f],m)=>r.set(Qo(d,f,0),12*o+3*m)),s.set([0,1,2,0,2,3].map(d=>4*o+d),6*o)}return JS(r,s,ef(e,t))}function JS(n,e,t){let i=new Ut;return i.setAttribute("position",new wt(n,3)),i.setIndex(new wt(e,1)),new Nt(i,t)}function ID(n){let{lat_rad:e,lon_rad:t}=ri(n),[i,r,s]=dn(e,t,0);return[i*jt,r*jt,s*jt]}var ND={faint:.4,normal:1,strong:1},kD={faint:.8,normal:1,strong:1.9},DD=`
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
`,OD=`
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
`;function eM(n){return new Bt({glslVersion:Tn,vertexShader:DD,fragmentShader:OD,transparent:!0,depthWrite:!1,side:En,uniforms:{...n}})}function tM(n,e){let t=n.reduce((a,{courses:l})=>a+ay(l),0);if(t===0)return null;let i={a_start:new Float32Array(3*t),a_end:new Float32Array(3*t),a_colour:new Uint8Array(4*t),a_dash:new Float32Array(4*t),a_extent:new Float32Array(2*t)},r=0;for(let a of n)for(let l of a.courses)r=FD(i,r,a,l);let s=BD(t);s.setAttribute("a_start",new wr(i.a_start,3)),s.setAttribute("a_end",new wr(i.a_end,3)),s.setAttribute("a_colour",new wr(i.a_colour,4,!0)),s.setAttribute("a_dash",new wr(i.a_dash,4)),s.setAttribute("a_extent",new wr(i.a_extent,2));let o=new Nt(s,e);return o.frustumCulled=!1,o}function FD(n,e,t,i){let{look:r,strength:s}=t,[o,a,l]=nn(r.stroke??"#000000"),c=r.stroke_opacity*ND[s],u=[o,a,l,c].map(p=>Math.round(255*p)),h=UD(r.dash_px),d=r.width_px*kD[s],[f,m]=[e,0],x=QS(i,0);for(let p=1;p<i.lon_deg.length;p++){let g=QS(i,p);n.a_start.set(x,3*f),n.a_end.set(g,3*f),n.a_colour.set(u,4*f),n.a_dash.set(h,4*f),n.a_extent.set([d,m],2*f),m+=Math.hypot(g[0]-x[0],g[1]-x[1],g[2]-x[2]),x=g,f+=1}return f}function UD([n=0,e=0,t=n,i=e]){return[n,e,t,i]}function QS(n,e){return Qo(n.lon_deg[e],n.lat_deg[e],n.height_m[e])}function ay(n){return n.reduce((e,{lon_deg:t})=>e+Math.max(0,t.length-1),0)}function BD(n){let e=new bl,t=Float32Array.from([0,-1,0,1,-1,0,1,1,0,0,1,0]);return e.setAttribute("position",new wt(t,3)),e.setIndex([0,1,2,0,2,3]),e.instanceCount=n,e}var VD=`
  in vec4 a_colour;
  out vec4 v_colour;
  void main() {
    v_colour = a_colour;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`,zD=`
  in vec4 v_colour;
  out vec4 colour;
  void main() { colour = v_colour; }
`;function ly({look:n,strength:e}){return e==="normal"&&n.width_px<=1&&n.dash_px.length===0}function nM(n){let e=n.reduce((l,{courses:c})=>l+ay(c),0);if(e===0)return null;let t=new Float32Array(6*e),i=new Uint8Array(8*e),r=0;for(let{courses:l,look:c}of n){let h=[...nn(c.stroke??"#000000"),c.stroke_opacity].map(d=>Math.round(255*d));for(let{lon_deg:d,lat_deg:f,height_m:m}of l)for(let x=1;x<d.length;x++,r++)for(let p of[0,1]){let g=x-1+p;t.set(Qo(d[g],f[g],m[g]),6*r+3*p),i.set(h,8*r+4*p)}}let s=new Ut;s.setAttribute("position",new wt(t,3)),s.setAttribute("a_colour",new wt(i,4,!0));let o=new Bt({glslVersion:Tn,vertexShader:VD,fragmentShader:zD,transparent:!0,depthWrite:!1}),a=new Sr(s,o);return a.frustumCulled=!1,a}var GD={faint:.4,normal:1,strong:3},HD=`
  out vec3 v_place;
  void main() {
    v_place = position;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`,WD=`
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
`;function iM(n,e){let t=new Ut,i=Float32Array.from(n.positions_ecef_m,a=>a*jt);t.setAttribute("position",new wt(i,3)),t.setIndex(new wt(n.triangles,1));let r=Math.min((Ze+n.ceiling_m)*jt,1e6),s=e.fill_opacity*GD[n.strength],o=new Bt({glslVersion:Tn,vertexShader:HD,fragmentShader:WD,transparent:!0,depthWrite:!1,side:En,uniforms:{u_fill:{value:[...nn(e.fill??"#000000")]},u_opacity:{value:s},u_ceiling:{value:r}}});return new Nt(t,o)}var XD={graticule:3,defended:2,borders:1,covariances:6,impacts:6,notices:6,observers:6,regions:2,sectors:3,reach:6,fans:6,disputed:7,flights:8},$D=4,qD=1,nf=class{constructor(e,t,i){this.name=e;this.lines=t;this.shared=i}name;lines;shared;group=new _r;marks=[];#e=[];#t=[];show(e,t){if(e===this.#e)return!1;this.#e=e,this.marks=e.filter(r=>r.shape==="mark");let i=e.filter(r=>r.shape!=="mark");return KD(i,this.#t)||(this.#t=i,this.#n(t)),!0}recolour(e){this.#n(e)}dispose(){for(let e of[...this.group.children])this.group.remove(e),(e instanceof Nt||e instanceof Sr)&&(e.geometry.dispose(),e.material!==this.lines&&e.material.dispose())}#n(e){this.dispose();let t=XD[this.name]??6;for(let o of this.#t){let a=this.#i(o,e);a!==null&&(a.renderOrder=t,a.frustumCulled=!1,this.group.add(a))}let i=YD(this.#t,e),r=i.filter(o=>!ly(o)),s=(this.name==="borders"?$D:t)+qD;for(let o of[nM(i.filter(ly)),tM(r,this.lines)])o!==null&&(o.renderOrder=s,this.group.add(o))}#i(e,t){switch(e.shape){case"area":return jS(e,mt(t,e.look),this.shared,tf(t));case"cells":return ZS(e,mt(t,e.look),this.shared);case"surface":return iM(e,mt(t,e.look));default:return null}}};function YD(n,e){return[...n].sort((i,r)=>rM[i.strength]-rM[r.strength]).flatMap(i=>{let{strength:r}=i,s=mt(e,i.look);return s.stroke===null?[]:i.shape==="line"?[{courses:i.courses,look:s,strength:r}]:i.shape==="surface"?[{courses:i.edges,look:s,strength:r}]:i.shape!=="area"?[]:[{courses:i.polygons.flat().map(a=>({lon_deg:a.map(([l])=>l),lat_deg:a.map(([,l])=>l),height_m:a.map(()=>0)})),look:s,strength:r}]})}var rM={faint:0,normal:1,strong:2};function KD(n,e){return n.length===e.length&&n.every((t,i)=>t===e[i])}var rf=class{constructor(e,t,i){this.width_px=t;this.height_px=i;this.eye=gv(e);let r=Ii(this.eye.middle_ecef_m,this.eye.position_ecef_m);this.#e=ut(r,1/bn(r)),this.#n=this.eye.up,this.#t=Ir(this.#e,this.#n),this.#i=.5*i}width_px;height_px;eye;#e;#t;#n;#i;project(e){let t=Ii(e,this.eye.position_ecef_m),i=Et(t,this.#e);if(i<=0)return null;let r=this.#i/(Math.tan(mo/2)*i);return[.5*this.width_px+Et(t,this.#t)*r,this.#i-Et(t,this.#n)*r]}visible(e){let t=this.project(e);return t===null||_v(this.eye.position_ecef_m,e)?null:t}visibleAt(e,t,i){return this.visible(dn(Ce(t),Ce(e),i))}place(e,t){let i=Math.tan(mo/2)/this.#i,r=ut(this.#t,(e-.5*this.width_px)*i),s=ut(this.#n,(this.#i-t)*i),o=bt(this.#e,bt(r,s)),a=Cm(this.eye.position_ecef_m,o);if(a===null)return null;let{lat_rad:l,lon_rad:c}=Vt(a);return{lat_rad:l,lon_rad:c}}};var[aM,jD]=[13,7],ZD=400,JD=1.6,QD=["track-boost","track-coast","track-entry","track-unknown"],eO=`
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
`,tO=`
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
`,nO=`
  in float a_age;
  uniform float u_newest;
  uniform float u_steps;
  out float v_left;
  void main() {
    float steps_ago = mod(u_newest - a_age + u_steps, u_steps);
    v_left = 1.0 - steps_ago / u_steps;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`,iO=`
  uniform vec3 u_colour;
  in float v_left;
  out vec4 colour;
  void main() { colour = vec4(u_colour, 0.75 * v_left); }
`,sf=class{points;trails;#e;#t;#n;#i;#r;#s=-1;constructor(e,t,i){this.#e=e,this.#t=cy(new Float32Array(3*e),3),this.#n=cy(new Float32Array(e),1),this.#i=cy(new Float32Array(6*e*Ht),3),this.#r=new wt(rO(e),1),this.points=new ol(new Ut,sM(t,i)),this.points.geometry.setAttribute("position",this.#t),this.points.geometry.setAttribute("a_kind",this.#n),this.trails=new Sr(new Ut,oM(t)),this.trails.geometry.setAttribute("position",this.#i),this.trails.geometry.setAttribute("a_age",this.#r),this.points.frustumCulled=!1,this.trails.frustumCulled=!1,this.points.renderOrder=9,this.trails.renderOrder=8,this.points.geometry.setDrawRange(0,0),this.trails.geometry.setDrawRange(0,0)}get capacity(){return this.#e}update(e){this.#o(e),this.#s!==e.trail_step&&this.#a(e)}recolour(e,t){this.points.material.dispose(),this.trails.material.dispose();let[i,r]=[this.#s,Nl(this.points.material,"u_size").value];this.points.material=sM(e,t),this.trails.material=oM(e),Nl(this.trails.material,"u_newest").value=i,Nl(this.points.material,"u_size").value=r}dispose(){for(let e of[this.points,this.trails])e.geometry.dispose(),e.material.dispose()}#o(e){let[t,i]=[this.#t.array,this.#n.array];for(let s=0;s<3*e.rows;s++)t[s]=e.position_ecef_m[s]*jt;for(let s=0;s<e.rows;s++){let o=e.is_alive[s]===1&&e.is_hidden[s]===0;i[s]=e.class_index[s]+8*e.phase[s]+32*e.is_coasted[s]+(o?0:64)}uy(this.#t,0,3*e.rows),uy(this.#n,0,e.rows),this.points.geometry.setDrawRange(0,e.rows);let r=aM-JD*Math.log2(Math.max(e.count/ZD,1));Nl(this.points.material,"u_size").value=Math.max(r,jD)}#a(e){let t=(this.#s+1)%Ht===e.trail_step;for(let i=t?0:Ht-1;i>=0;i--)this.#l(e,(e.trail_step-i+Ht)%Ht,i);this.#s=e.trail_step,Nl(this.trails.material,"u_newest").value=e.trail_step,this.trails.geometry.setDrawRange(0,2*this.#e*Ht)}#l(e,t,i){let r=3*((t-1+Ht)%Ht)*e.capacity,s=3*t*e.capacity,o=6*t*this.#e,a=this.#i.array;for(let l=0;l<e.rows;l++){let u=e.is_alive[l]===1&&e.trail_length[l]>i+1&&e.is_hidden[l]===0?r:s;for(let h=0;h<3;h++)a[o+6*l+h]=e.trail_ecef_m[u+3*l+h]*jt,a[o+6*l+3+h]=e.trail_ecef_m[s+3*l+h]*jt}uy(this.#i,o,6*e.rows)}};function rO(n){let e=new Float32Array(2*n*Ht);for(let t=0;t<Ht;t++)e.fill(t,2*t*n,2*(t+1)*n);return e}function cy(n,e){let t=new wt(n,e);return t.setUsage(Gg),t}function uy(n,e,t){n.addUpdateRange(e,t),n.needsUpdate=!0}function sM(n,e){return new Bt({glslVersion:Tn,vertexShader:eO,fragmentShader:tO,depthWrite:!1,transparent:!0,uniforms:{u_ratio:e.u_ratio,u_size:{value:aM},u_phases:{value:QD.flatMap(t=>[...nn(mt(n,t).fill??"#000000")])},u_halo:{value:[...nn(at(n,"halo"))]}}})}function oM(n){return new Bt({glslVersion:Tn,vertexShader:nO,fragmentShader:iO,depthWrite:!1,transparent:!0,uniforms:{u_newest:{value:0},u_steps:{value:Ht},u_colour:{value:[...nn(mt(n,"trail").stroke??"#000000")]}}})}function Nl(n,e){return n.uniforms[e]}var sO=2,oO=Object.fromEntries(Ni.map(n=>[n,[]]));function lM(n,e){let t=document.createElement("canvas"),i=t.getContext("webgl2",{alpha:!0,antialias:!0,depth:!0,stencil:!1,powerPreference:"low-power",preserveDrawingBuffer:!1});if(i===null)return{renderer:null,reason:"no-webgl2"};try{return{renderer:new hy(n,t,i,e),reason:null}}catch(r){return i.getExtension("WEBGL_lose_context")?.loseContext(),{renderer:null,reason:r instanceof Error?r.message:String(r)}}}function aO(n){return n.shape==="line"?n.courses:n.shape==="surface"?n.edges:[]}var hy=class{kind="webgl";#e;#t;#n;#i=new Go;#r=new Go;#s=new Qd;#o=new On(be(mo));#a=new _o;#l;#c={u_ratio:{value:1}};#u;#h;#f;#p;#d=new AbortController;#g=[];#_=null;#m=null;#b=null;#v=oO;#x;#M;#y;#w=null;#T=1;#E=1;#A=null;#S=null;#R=!0;#C=!0;#L=!1;constructor(e,t,i,r){this.#e=e,this.#t=r,this.#x=wn(r.camera),this.#M=r.projection,this.#y=r.shade,this.#n=new jd({canvas:t,context:i}),this.#n.sortObjects=!0,this.#u={u_size:{value:[1,1]},u_ratio:this.#c.u_ratio,u_pixels_a_unit:{value:1},u_near:{value:.01}},this.#f=eM(this.#u),this.#h=new Map(Ni.map(o=>[o,new nf(o,this.#f,this.#c)]));for(let{group:o}of this.#h.values())this.#i.add(o);this.#r.add(this.#s.mesh),this.#D(),this.#I(t),this.#l=new go(t,this.#G()),this.#p=new ResizeObserver(()=>this.resize()),this.#p.observe(e);let{signal:s}=this.#d;t.addEventListener("webglcontextlost",o=>this.#H(o),{signal:s}),this.resize()}get camera(){return this.#x}set camera(e){Iu(e,this.#x)||(this.#S=null,this.#x=wn(e),this.invalidate())}get projection(){return this.#M}set projection(e){this.#M=e}get shade(){return this.#y}set shade(e){if(e!==this.#y){this.#y=e,this.#D();for(let t of this.#h.values())t.recolour(e);this.#m?.recolour(e,this.#c),this.invalidate()}}get selected(){return this.#w}set selected(e){this.#w=e,this.#U()}get description(){return this.#n.domElement.getAttribute("aria-label")??""}set description(e){this.#n.domElement.setAttribute("aria-label",e)}show(e){this.#v=e;let t=!1;for(let[i,r]of this.#h)t=r.show(e[i],this.#y)||t;t&&this.invalidate()}showTracks(e,t=!0){this.#b=e,this.#P(),e!==null&&(this.#m=new sf(e.capacity,this.#y,this.#c),this.#r.add(this.#m.points,this.#m.trails),this.#m.trails.visible=t,this.#m.update(e)),this.invalidate()}moved(){this.#b!==null&&this.#m?.update(this.#b),this.#U()}flyTo(e){let t=wn(e);Du()?this.#x=t:this.#S=new yo(this.#x,t,performance.now()),this.#R=!1,this.invalidate()}pick(e,t){let i={sight:this.#k(),drawn:this.#v,placed:this.#a.placed,live:this.#b,coursesOf:aO,torn_px:Number.POSITIVE_INFINITY};return Uu(i,[e,t])}placeAt(e,t){return this.#k().place(e,t)}pixelOf(e,t){return this.#k().visibleAt(be(e.lon_rad),be(e.lat_rad),t)}resize(){let{clientWidth:e,clientHeight:t}=this.#e;this.#T=Math.max(1,e),this.#E=Math.max(1,t);let i=Math.min(devicePixelRatio,sO);this.#c.u_ratio.value=i,this.#n.setPixelRatio(i),this.#n.setSize(this.#T,this.#E,!1),this.#a.resize(this.#T,this.#E,i),this.#u.u_size.value=[this.#T*i,this.#E*i],this.#o.aspect=this.#T/this.#E,this.invalidate()}invalidate(){this.#C=!0,this.#U()}#U(){this.#A!==null||this.#L||(this.#A=requestAnimationFrame(e=>{this.#A=null,this.#O(e)}))}sheet(){return this.#O(performance.now()),Qc([this.#n.domElement,this.#a.canvas])}snapshot(){return eu(this.sheet())}dispose(){if(!this.#L){this.#L=!0,this.#A!==null&&cancelAnimationFrame(this.#A),this.#p.disconnect(),this.#d.abort(),this.#l.dispose(),this.#P();for(let e of this.#h.values())e.dispose();this.#B(),this.#f.dispose(),this.#s.dispose(),this.#n.dispose(),this.#n.forceContextLoss(),this.#n.domElement.remove(),Gi(this.#a.canvas)}}#O(e){this.#z(e);let t=this.#k();this.#N(t),this.#V();let i=[...this.#h.values()].flatMap(r=>r.marks);this.#a.draw(i,t,this.#y,this.#F(t)),this.#R||(this.#R=this.#S===null,this.#t.onCamera(this.#x))}#V(){let e=this.#m,t=this.#C||e===null;if(this.#C=!1,t&&this.#n.render(this.#i,this.#o),e===null)return;let{width:i,height:r}=this.#n.domElement;t&&this.#s.take(this.#n,i,r),this.#n.render(this.#r,this.#o)}#z(e){if(this.#S===null)return;let{camera:t,is_there:i}=this.#S.at(e);this.#x=t,i?this.#S=null:this.invalidate()}#N(e){let{position_ecef_m:t,middle_ecef_m:i,up:r}=e.eye,s=this.#x.range_m*jt,o=t.map(a=>a*jt);this.#o.near=Math.max(.01*s,5e-4),this.#o.far=Math.hypot(...o)+lO,this.#o.position.set(...o),this.#o.up.set(...r),this.#o.lookAt(...i.map(a=>a*jt)),this.#o.updateProjectionMatrix(),this.#u.u_near.value=this.#o.near,this.#u.u_pixels_a_unit.value=sy/Ha(this.#x,this.#E)}#k(){return new rf(this.#x,this.#T,this.#E)}#F(e){let t=this.#b;if(t===null||this.#w?.kind!=="track")return null;for(let i=0;i<t.rows;i++){if(t.is_alive[i]===0||kn(t.picture[i],t.number[i])!==this.#w.id)continue;let r=t.position_ecef_m;return e.visible([r[3*i],r[3*i+1],r[3*i+2]])}return null}#G(){let e=this;return{get camera(){return e.#S?.to??e.#x},dragged:(t,i,r)=>Pu(t,i,r,e.#E),zoomed:(t,i)=>Xr(t,i),turned:Lu,moved(t){e.#S=null,e.#x=t,e.#R=!1,e.invalidate()},clicked(t,i){e.#t.onSelect(e.pick(t,i))},home(){e.flyTo(e.#t.camera)}}}#I(e){e.setAttribute("role","img"),e.setAttribute("aria-label",this.#t.description),e.tabIndex=0,getComputedStyle(this.#e).position==="static"&&(this.#e.style.position="relative");for(let t of[e,this.#a.canvas])Object.assign(t.style,{position:"absolute",inset:"0",width:"100%",height:"100%"}),this.#e.append(t);this.#a.canvas.style.pointerEvents="none",this.#a.canvas.setAttribute("aria-hidden","true")}#D(){this.#B(),this.#_=oy(this.#c),this.#r.add(this.#_),this.#g=qS(mt(this.#y,"sea"),this.#c,tf(this.#y)),this.#i.add(...this.#g);let[e,t,i]=nn(at(this.#y,"paper"));this.#n.setClearColor(new et().setRGB(e,t,i,Dn),1)}#B(){for(let e of[...this.#g,...this.#_===null?[]:[this.#_]])e.removeFromParent(),e instanceof Nt&&(e.geometry.dispose(),e.material.dispose());this.#g=[],this.#_=null}#P(){this.#m!==null&&(this.#r.remove(this.#m.points,this.#m.trails),this.#m.dispose(),this.#m=null)}#H(e){e.preventDefault(),this.#L||this.#t.onLost()}},lO=10;var cM={webgl:lM,canvas:Xv};var cO={true:"light",false:"dark","vscode-light":"light","vscode-high-contrast-light":"light","vscode-dark":"dark","vscode-high-contrast":"dark"},uM="data-lm-suppress-shortcuts";function dy(){let{jpThemeLight:n,vscodeThemeKind:e}=document.body.dataset;return cO[n??e??""]??"auto"}function hM(n){let e=new MutationObserver(()=>n(dy())),t=["data-jp-theme-light","data-vscode-theme-kind"];return e.observe(document.body,{attributes:!0,attributeFilter:t}),()=>e.disconnect()}function dM(n){let e=({target:t,ctrlKey:i,metaKey:r,altKey:s})=>{!(t instanceof Element)||!n.contains(t)||(i||r||s?t.removeAttribute(uM):t.setAttribute(uM,"true"))};return window.addEventListener("keydown",e,{capture:!0}),()=>window.removeEventListener("keydown",e,{capture:!0})}function St(n,e){return e[n.language]}function fM(n,e,t){let i=e.find(r=>r.id===t);return i===void 0?t:St(n,i.name)}function Cn(n){return fn(n)}function pM(n,{what:e,state:t}){return t==="yes"||t==="no"?n.text(`web.room.says.${e}.${t}`):n.text(`web.room.state.${t}`)}var mM={open:"◔",yes:"✓",no:"✕","timed-out":"◌",over:"–"};var uO="/v1/acts",hO=["go","pause","step","rewind"],Cr=class{line=_("p",{class:"gs-room-line",role:"status",hidden:!0});#e;#t;constructor(e,t){[this.#e,this.#t]=[e,t]}async do(e){let t=this.#t.tell;if(t===null)return!1;try{let{is_done:i,said:r}=await t(uO,e);return i?this.#r(this.#n(e,r),!0):this.#r(this.#i(r),!1),i}catch{return this.#r(this.#e.text("web.room.failed"),!1),!1}}#n(e,t){return hO.includes(e.do)?"":this.#e.text("web.room.done",{moment:Cn(t.second)})}#i({error:e}){let t=`web.room.refused.${e.why}`,i=xn(t)?t:"web.room.refused.other",r=this.#e.text(i);return i!=="web.room.refused.other"||this.#e.language!=="en"?r:`${r} ${[e.what,e.expected,e.do].filter(s=>s!=="").join("; ")}.`}#r(e,t){ee(this.line,"hidden",e===""),ee(this.line,"data-refused",!t),Oe(this.line,e===""?"":`${t?"✓":"✕"} ${e}`)}};var of=class{root=_("div",{class:"gs-room-asked"});#e;#t;#n;#i=_("div",{role:"alert"});#r=new Map;#s="";constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=_("p",{class:"gs-soft"},e.text("web.room.ask.none")),this.root.append(_("h3",{},e.text("web.room.ask.title")),this.#n,this.#i)}show(e,t){t!==this.#s&&this.#r.clear(),this.#s=t;let i=e.questions.filter(o=>o.is_mine&&o.state==="open");ee(this.#n,"hidden",i.length>0),ee(this.root,"data-asked",i.length>0);let r=new Set(i.map(o=>o.number));if(!(i.every(o=>this.#r.has(o.number))&&r.size===this.#r.size&&r.size===this.#i.childElementCount)){for(let o of[...this.#r.keys()])r.has(o)||this.#r.delete(o);for(let o of i){let a=e.proposals.find(l=>l.number===o.proposal)??null;this.#r.has(o.number)||this.#r.set(o.number,this.#o(o,a))}Le(this.#i,...i.map(o=>this.#r.get(o.number).root))}}tick(e){for(let{left:t,until:i}of this.#r.values()){let r=i-e.second,s=r<0?this.#e.text("web.room.ask.late"):this.#e.text("web.room.ask.left",{left:or(this.#e.language,r)});Oe(t,`◔ ${s}`)}}#o(e,t){let i=this.#e,r=_("b",{class:"gs-room-left","aria-live":"off"}),s=_("input",{type:"text",maxlength:2e3,"data-key":`room-words-${e.number}`,"aria-label":i.text("web.room.ask.words"),placeholder:i.text("web.room.ask.words")}),o=["yes","no"].map(l=>Ee({class:`gs-room-${l}`,"data-key":`room-${l}-${e.number}`},()=>{let c=s.value.trim();this.#t.do({do:"answer",question:e.number,says:l,text:c}).then(u=>{for(let h of o)ee(h,"disabled",u)})},`${l==="yes"?"✓":"✕"} ${i.text(`web.room.says.${e.what}.${l}`)}`));return{root:_("div",{class:"gs-room-card"},_("p",{},_("span",{"aria-hidden":"true"},"▲ "),St(i,e.said)),t===null?null:this.#a(t),r,_("div",{class:"gs-row"},...o),s),left:r,until:e.until}}#a(e){let t=this.#e;return _("details",{class:"gs-soft"},_("summary",{},t.text("web.room.ask.why")),_("p",{},St(t,e.said)),_("p",{},St(t,e.why)))}};var af=class{root;#e;#t=_("select",{"data-key":"room-inject-what"});#n=_("select",{"data-key":"room-inject-name"});#i=null;constructor(e,t){this.#e=e,this.root=_("form",{class:"gs-room-form"},_("label",{},e.text("web.room.inject.what"),this.#t),_("label",{},e.text("web.room.inject.name"),this.#n),_("button",{type:"submit","data-key":"room-inject"},e.text("web.room.inject.do"))),this.#t.addEventListener("change",()=>this.#s()),this.root.addEventListener("submit",i=>{i.preventDefault();let r=this.#r();r!==null&&t.do({do:"inject",what:r.what,name:this.#n.value})})}show(e){let t=e?.injects??[];if(ee(this.root,"hidden",t.length===0),t===this.#i)return;this.#i=t;let i=t.map(({what:r})=>_("option",{value:r},this.#e.text(`web.room.inject.${r}`)));Le(this.#t,...i),this.#s()}#r(){return this.#i?.find(({what:e})=>e===this.#t.value)??null}#s(){let t=(this.#r()?.names??[]).map(({id:i,name:r})=>_("option",{value:i},St(this.#e,r)));Le(this.#n,...t)}};var dO=6,ea=class{root;#e;#t=_("ol",{class:"gs-room-list"});#n=_("ol",{class:"gs-room-list"});#i;#r;constructor(e,t){this.#e=e,this.#i=_("summary",{"data-key":`room-earlier-${t}`}),this.#r=_("details",{},this.#i,this.#n),this.root=_("div",{},this.#t,this.#r)}show(e,t=0){let i=Math.max(e.length-dO,t);Le(this.#t,...e.slice(i).reverse()),Le(this.#n,...e.slice(0,i).reverse()),ee(this.#r,"hidden",i===0),Oe(this.#i,this.#e.text("web.room.earlier",{count:String(i)}))}};var fO={hit:"✓",missed:"✕",wasted:"⊘"},lf=class{root;#e;#t;#n;#i;#r;#s;#o;#a;#l;#c;#u;#h=_("ul",{class:"gs-room-list"});#f;#p;#d;#g=null;constructor(e,t){[this.#e,this.#t]=[e,t];let i=new Cr(e,t);this.#n=new of(e,i);let r=new Cr(e,t);this.#i=new af(e,r),this.#r=this.#w("web.room.ask.scripted"),this.#s=new ea(e,"questions"),this.#o=this.#y("web.room.consulting.title",this.#s.root),this.#l=this.#w("web.room.proposals.none"),this.#a=new ea(e,"proposals"),this.#c=new ea(e,"shots"),this.#u=this.#y("web.room.shots.title",this.#c.root),this.#f=this.#w("web.room.tasks.none"),this.#p=this.#y("web.room.inject.title",this.#i.root,r.line),this.root=_("section",{class:"gs-part gs-room-desk","aria-label":e.text("web.room.title")},this.#n.root,this.#r,i.line,this.#y("web.room.proposals.title",this.#l,this.#a.root),this.#o,this.#u,this.#y("web.room.tasks.title",this.#f,this.#h),this.#p),this.#d=t.subscribeRoom(()=>this.#_())}update(e){this.#_()}dispose(){this.#d(),this.root.remove()}#_(){let{room:e,desk:t,clock:i}=this.#t.feed?.room??{room:null,desk:null,clock:null};if(ee(this.root,"hidden",e===null||t===null),e===null||t===null)return;ee(this.#n.root,"hidden",e.is_controller);let r=e.cells.find(({id:s})=>s===e.room)?.is_person??!0;ee(this.#r,"hidden",r),this.#i.show(e),ee(this.#p,"hidden",e.injects.length===0),t!==this.#g&&this.#m(t,e.run),this.#g=t,i!==null&&this.#n.tick(i)}#m(e,t){this.#n.show(e,t);let{questions:i,proposals:r,shots:s,tasks:o}=e;ee(this.#o,"hidden",i.length===0),this.#s.show(i.map(c=>this.#b(c))),ee(this.#l,"hidden",r.length>0);let[a,l]=[!0,!1].map(c=>r.filter(u=>u.is_old===c).map(u=>this.#v(u)));this.#a.show([...a,...l],a.length),ee(this.#u,"hidden",s.length===0),this.#c.show(s.map(c=>this.#x(c))),ee(this.#f,"hidden",o.length>0),Le(this.#h,...o.map(c=>this.#M(c)))}#b(e){let t=this.#e;return _("li",{"data-state":e.state},`${mM[e.state]} `,_("b",{},pM(t,e)),` ${St(t,e.said)}`,e.text===""?null:_("q",{},e.text))}#v(e){let t=this.#e,{decision:i,decided:r,impact:s}=e,o=s===null?"":` ${t.text("web.room.proposals.lies",{region:St(t,s)})}`;return _("li",{"data-decision":i??"none"},`${St(t,e.said)}${o}`,_("p",{class:"gs-soft"},St(t,e.why)),r===null?null:_("p",{},_("b",{},`${i==="engage"?"◎":"○"} ${St(t,r)}`)))}#x(e){let t=this.#e,{result:i}=e,r=i===null?`… ${t.text("web.room.shots.flying")}, ${Cn(e.meets)}`:`${fO[i]} ${t.text(`web.room.shots.${i}`)}`;return _("li",{},_("b",{},r),` ${St(t,e.said)}`)}#M(e){let t=this.#e;return _("li",{},_("time",{},Cn(e.since)),` ${St(t,e.said)}`,...e.why.map(i=>_("p",{class:"gs-soft"},St(t,i))))}#y(e,...t){return _("div",{},_("h4",{},this.#e.text(e)),...t)}#w(e){return _("p",{class:"gs-soft"},this.#e.text(e))}};function gM(n,e,t){let i=()=>n.feed?.room.desk??null;return{...t,sensor:(r,s,o)=>pO(r,s,o,i(),e),battery:(r,s,o)=>mO(r,s,o,i())}}function pO(n,e,t,i,r){let s=Ac(n,e,t);if(s===null)return null;let o=i?.failures.find(c=>c.what==="sensor-fails"&&c.name===t),a=o===void 0?n.text(r.failed.has(t)?"web.sensor.failed":"web.sensor.works"):n.text("web.sensor.failed_since",{moment:Cn(o.since)}),l=(i?.tasks??[]).filter(c=>c.sensor===t);return{...s,facts:[{term:n.text("web.fact.state"),text:a},...s.facts],lists:[...s.lists,fy(n.text("web.room.tasks.title"),l.map(c=>({text:St(n,c.said)})))]}}function mO(n,e,t,i){let r=Rc(n,e,t);if(r===null)return null;let s=(i?.shots??[]).filter(c=>c.battery===t),o=s.reduce((c,u)=>Math.min(c??u.left,u.left),null),a=o===null?[]:[{term:n.text("web.fact.left"),text:String(o)}],l=(i?.proposals??[]).filter(c=>c.battery===t&&!c.is_old);return{...r,facts:[...r.facts,...a],lists:[...r.lists,fy(n.text("web.room.proposals.title"),l.map(c=>({text:St(n,c.said)}))),fy(n.text("web.room.shots.title"),s.map(c=>({text:St(n,c.said)})))]}}function fy(n,e){return{heading:n,entries:e}}var gO=120,cf=class{root;#e;#t;#n;#i;#r;#s;#o;#a=null;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=new po(e,t);let i=e.text("web.room.log.title");this.#r=_("p",{class:"gs-soft"},e.text("web.room.log.none")),this.#s=_("ol",{class:"gs-room-log",tabindex:0,"aria-label":i}),this.#i=_("section",{class:"gs-room-told","aria-label":i},_("h4",{},i),this.#r,this.#s,...this.#u()),this.root=_("div",{class:"gs-room-below"},this.#n.root,this.#i),this.#o=t.subscribeRoom(()=>this.#l())}update(e){this.#n.update(e),this.#l()}dispose(){this.#o(),this.#n.dispose(),this.root.remove()}#l(){let e=this.#t.feed?.room??null;if(ee(this.#i,"hidden",e===null||e.room===null),e===null||e.records===this.#a)return;this.#a=e.records,ee(this.#r,"hidden",e.records.length>0);let t=e.records.slice(-gO).reverse();Le(this.#s,...t.map(i=>this.#c(i)))}#c(e){return _("li",{"data-kind":e.kind},_("time",{},Cn(e.second)),` ${St(this.#e,e.said)}`)}#u(){let e=this.#e,t=new Cr(e,this.#t),i=e.text("web.room.say.label"),r=_("input",{type:"text",maxlength:2e3,"data-key":"room-say","aria-label":i,placeholder:i}),s=_("form",{class:"gs-row gs-room-say"},r,_("button",{type:"submit","data-key":"room-say-do"},e.text("web.room.say.do")));return s.addEventListener("submit",o=>{o.preventDefault();let a=r.value.trim();a!==""&&t.do({do:"say",text:a}).then(l=>{l&&(r.value="")})}),[s,t.line]}};var yO="/v1/setting",_O=5e3,bO=new Set,uf=class{#e;#t=new Set;#n=new Set;#i;#r=null;#s=!1;#o=0;#a=!1;#l=null;#c=bO;constructor(e){this.#e=e,this.#i=e.subscribeRoom(()=>this.#u())}get is_missing(){return this.#r===null&&this.#a}get failed(){return this.#c}onView(e){return this.#t.add(e),()=>this.#t.delete(e)}onChange(e){return this.#n.add(e),()=>this.#n.delete(e)}dispose(){this.#i()}#u(){let e=this.#e.feed?.room??null,t=e?.desk??null;if(e?.room!=null&&this.#r===null&&this.#h(),t===this.#l)return;this.#l=t;let r=(t?.failures??[]).filter(({what:o})=>o==="sensor-fails").map(({name:o})=>o);r.length===this.#c.size&&r.every(o=>this.#c.has(o))||(this.#c=new Set(r));for(let o of[...this.#n])o()}async#h(){let{ask:e}=this.#e;if(!(e===null||this.#s||performance.now()<this.#o)){this.#s=!0;try{let t=yf(await e(yO));this.#r=t;for(let i of[...this.#t])i(t)}catch{this.#o=performance.now()+_O,this.#a=!0}finally{this.#s=!1}}}};var xO=.9,vO={running:"▶",paused:"❚❚",rewinding:"↶",ended:"■",failed:"✕"},hf=class{root;#e;#t=_("output",{class:"gs-room-time"});#n=_("p",{class:"gs-soft"});#i=_("b",{role:"status"});#r=_("span",{"aria-hidden":"true"});#s=_("p",{class:"gs-soft",hidden:!0});#o=_("p",{class:"gs-soft",hidden:!0});constructor(e){this.#e=e,ee(this.#t,"aria-label",e.text("web.room.clock.title")),this.root=_("div",{class:"gs-room-clock"},this.#t,_("p",{},this.#r," ",this.#i),this.#n,this.#s,this.#o)}show(e,t){if(ee(this.root,"hidden",e===null||t===null),e===null||t===null)return;let i=this.#e;Oe(this.#t,Cn(t.second)),ee(this.root,"data-state",t.state),Oe(this.#r,vO[t.state]),Oe(this.#i,this.#a(t));let r=Br(Nn(e.begins)),s=yi(_i(r+t.second)),o=i.text("web.room.clock.of",{now:Cn(t.second),length:Cn(e.length_s)});Oe(this.#n,`${o} · ${i.text("web.live.time",{time:s})}`),ee(this.#s,"hidden",e.branched_s===null);let a=Cn(e.branched_s??0);ee(this.#o,"hidden",e.folder===""),Oe(this.#o,i.text("web.room.folder",{folder:e.folder})),Oe(this.#s,i.text("web.room.clock.branched",{moment:a}))}#a({state:e,speed:t,real_speed:i}){let r=this.#e;if(e!=="running")return r.text(`web.room.clock.${e}`);let s=Ct(r.language,t,Number.isInteger(t)?0:1);if(i===null||i>=xO*t)return r.text("web.room.clock.running",{speed:s});let o=Ct(r.language,i,1);return r.text("web.room.clock.slower",{speed:s,real:o})}};var wO=[1,2,5,10,20,30,60],df=class{root;#e;#t;#n;#i;#r;#s;#o;#a=null;#l=!1;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=Ee({"data-key":"room-go"},()=>this.#h()),this.#i=Ee({"data-key":"room-step"},()=>{t.do({do:"step"})},e.text("web.room.control.step")),this.#r=this.#p(),this.#s=this.#d(),this.#o=Ee({"data-key":"room-rewind"},()=>this.#f()),this.root=_("div",{class:"gs-room-control",role:"group","aria-label":e.text("web.room.control.title")},_("div",{class:"gs-row"},this.#n,this.#i),_("label",{},e.text("web.room.control.speed")," ",this.#r),_("label",{},e.text("web.room.control.back"),this.#s),this.#o,_("p",{class:"gs-soft"},e.text("web.room.control.kept")))}show(e,t){if(ee(this.root,"hidden",e===null||!e.is_controller),this.#a=t,e===null||t===null)return;let{state:i,second:r,speed:s}=t,o=i==="running",a=o?"web.room.control.pause":"web.room.control.go";Oe(this.#n,`${o?"❚❚":"▶"} ${this.#e.text(a)}`),ee(this.#n,"disabled",!o&&i!=="paused"),ee(this.#i,"disabled",i!=="paused"),document.activeElement!==this.#r&&this.#u(s),ee(this.#s,"max",r),ee(this.#s,"disabled",r===0),this.#l||(this.#s.value=String(r)),this.#c()}#c(){let e=Cn(Number(this.#s.value));ee(this.#s,"aria-valuetext",e),Oe(this.#o,`↶ ${this.#e.text("web.room.control.rewind",{moment:e})}`);let t=this.#a?.second??0;ee(this.#o,"disabled",!this.#l||Number(this.#s.value)>=t)}#u(e){let t=String(e);[...this.#r.options].some(i=>i.value===t)||this.#r.append(_("option",{value:t},`${t}×`)),this.#r.value=t}#h(){this.#t.do({do:this.#a?.state==="running"?"pause":"go"})}#f(){let e=Number(this.#s.value);this.#t.do({do:"rewind",second:e}).then(()=>this.#l=!1)}#p(){let e=wO.map(t=>({value:String(t),label:`${t}×`}));return zn({"data-key":"room-speed"},e,"1",t=>{this.#t.do({do:"speed",speed:Number(t)})})}#d(){let e=_("input",{type:"range",min:0,max:0,step:1,"data-key":"room-back"});return e.addEventListener("input",()=>{this.#l=!0,this.#c()}),e}};var SO="tokens/….token",MO={title:"web.room.picture",off:"web.room.off",help:"web.room.token_help"},ff=class{root;#e;#t;#n;#i;#r;#s;#o;#a=_("p",{class:"gs-soft"});#l=_("h3",{});#c;#u=_("ul",{});#h=_("p",{});#f;#p;#d;#g=null;constructor(e,t,i,r){[this.#e,this.#t,this.#n]=[e,t,i],this.#r=new hf(e);let s=new Cr(e,t);this.#s=new df(e,s),this.#o=new fo(e,t,r,MO),this.#i=_("p",{class:"gs-live-bad"},e.text("web.room.setting.missing")),this.#c=_("p",{},e.text("web.room.enter",{file:SO})),this.#f=yM(e.text("web.room.procedures"),"room-agreed",this.#u),this.#p=yM(e.text("web.room.lesson"),"room-lesson",this.#h),this.root=_("div",{class:"gs-room-side"},_("section",{class:"gs-part gs-room","aria-label":e.text("web.room.title")},this.#l,this.#a,this.#c,this.#i,this.#r.root,this.#s.root,s.line,this.#f,this.#p),this.#o.root),this.#d=t.subscribeRoom(()=>this.#_())}update(e){this.#o.update(e),this.#_()}dispose(){this.#d(),this.#o.dispose(),this.root.remove()}#_(){let{room:e,clock:t}=this.#t.feed?.room??{room:null,clock:null};ee(this.#c,"hidden",e!==null),ee(this.#i,"hidden",!this.#n.is_missing),(e!==this.#g||e===null)&&this.#m(e),this.#g=e,this.#r.show(e,t),this.#s.show(e,t)}#m(e){let t=this.#e;if(ee(this.#f,"hidden",e===null||e.procedures.length===0),ee(this.#p,"hidden",e===null||e.lesson===null),ee(this.#a,"hidden",e===null),Oe(this.#l,e===null?t.text("web.room.title"):St(t,e.name)),e===null)return;let i=fM(t,e.parties,e.party),r=e.is_controller?"":` · ${t.text("web.room.of_party",{party:i})}`;Oe(this.#a,`${St(t,e.title)}${r}`),Oe(this.#h,e.lesson===null?"":St(t,e.lesson)),Le(this.#u,...e.procedures.map(s=>_("li",{},St(t,s))))}};function yM(n,e,t){return _("details",{},_("summary",{"data-key":e},n),t)}function _M(n=[],e,t=za){return i=>{let r=new uo(()=>i.state,t),s=new uf(r),{camera:o}=i.state,a=new URLSearchParams(location.hash.slice(1)).has("at"),l=Tm(i,r,n,!1);return{...l,exercise:e,setting:c=>s.onView(u=>{c(u);let h=J0(u);!a&&EO(i.state.camera,o)&&h!==null&&i.set({camera:{...ar,...h}})}),panel:c=>new ff(c,r,s,n),desk:c=>new lf(c,r),timeline:c=>new cf(c,r),explainers:gM(r,s,l.explainers),input:()=>({...l.input(),failed:s.failed}),subscribe:c=>{let u=[l.subscribe(c),s.onChange(()=>c("changed"))];return()=>u.forEach(h=>h())},mark:()=>({is_exercise:!0,is_simulated:l.mark()?.is_simulated??!0}),dispose:()=>{s.dispose(),l.dispose()}}}}function EO(n,e){return Object.keys(n).every(t=>n[t]===e[t])}function py(n,e={}){let t=PO(e.language??document.documentElement.lang),i=r=>LO(n,t,TO(r,t));try{let r=AO(n,e,t,s=>{r.dispose(),r=i(s)});return{setTheme:s=>r.setTheme(s),dispose:()=>r.dispose()}}catch(r){return i(r)}}function TO(n,e){if(n instanceof Pi)return n;if(!(n instanceof TypeError||n instanceof RangeError))throw n;return console.info(n),new Pi("not-a-view",Tt(e,"web.document.inside"))}function AO(n,e,t,i){let r=e.view??xM("glasshield-view"),s=r===null?null:Ty(r);if(s===null&&e.live===void 0)return IO(n,t);let o=new hu(n,{view:s,world:RO(e.world??xM("glasshield-world")),initial:{...CO(s,t),theme:e.theme??ki.theme},renderers:cM,live:e.live??null,is_addressed:e.is_addressed??!0,owns_page:n.hasAttribute("data-page"),onUnreadable:i});return{setTheme:a=>o.store.set({theme:a}),dispose:()=>o.dispose()}}var bM={...ar,lat_rad:Ce(60),lon_rad:Ce(16),range_m:85e5};function CO(n,e){let t={...ki,language:e,camera:bM};if(n===null)return{...t,subject:"live"};let{timeline:i}=n,[r]=n.plans;if(n.phases.length===0&&r!==void 0)return{...t,camera:{...bM,...Yy(r)},selected:{kind:"plan",id:r.id}};if(i===null)return t;let s={...t.setting,phase:i.phase},o={...t,setting:s,flight:i.flight},a=fs(n,o,i.flight),l=i.events.find(u=>u.event==="window-opens"),c=a.find(u=>u.kind==="apogee");return{...o,time_s:(l??c)?.time_s??null}}function RO(n){return n===null||n.trim()===""?null:t0(_f(n))}function xM(n){let e=document.getElementById(n)?.textContent??"";return e.trim()===""?null:e}function PO(n){return ms.find(e=>n.toLowerCase().startsWith(e))??"en"}function LO(n,e,{fault:t,detail:i}){let r={"not-json":"web.document.not_json","not-a-view":"web.document.not_a_view","other-form":"web.document.other_form"}[t];return vM(n,e,Tt(e,r,{detail:i}))}function IO(n,e){return vM(n,e,Tt(e,"web.missing.view"))}function vM(n,e,t){return n.replaceChildren(_("p",{class:"gs-refused",role:"alert",lang:e},t)),{setTheme:()=>{},dispose:()=>n.replaceChildren()}}var yK={render({model:n,el:e}){let t=o=>String(n.get(o)??""),i={view:t("view"),world:t("world"),language:t("language")},r=py(e,{...i,theme:dy(),is_addressed:!1}),s=[hM(o=>r.setTheme(o)),dM(e)];return()=>{for(let o of s)o();r.dispose()}}};async function NO(n){let{documents:e,failed:t}=await kx(n),{room:i,titleEn:r,titleRu:s}=n.dataset,a=i===void 0?fv(t):_M(t,{en:r??"",ru:s??r??""});py(n,{...e,live:a})}var pf=typeof document>"u"?null:document.getElementById("glasshield-globe");pf!==null&&(pf.dataset.live===void 0?py(pf):NO(pf));export{yK as default,py as mount};
