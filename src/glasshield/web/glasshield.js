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
var mS="glasshield-view/1",Mi=class extends Error{constructor(t,i){super(`the document cannot be shown: ${t}: ${i}`);this.fault=t;this.detail=i}fault;detail;name="DocumentError"},gS={title:"table",mark:"text",names:"table",phases:"list",sensors:"list",batteries:"list",places:"list",flights:"list",sees:"table",reaches:"table",meets:"table",defends:"table",cells:"table",claims:"list",arguments:"list",plans:"list",assumptions:"list",sources:"list",disclaimer:"table"},yS=["phases","sensors","batteries","places","flights","claims","plans","sources"];function Xg(n){let e=Gd(n);if(!$g(e))throw new Mi("not-a-view","no object");if(e.form!==mS)throw new Mi("other-form",xS(e.form));let t=Object.entries(gS).find(([i,r])=>qg(e[i])!==r);if(t!==void 0)throw new Mi("not-a-view",t[0]);for(let i of yS){let r=e[i].findIndex(s=>!_S(s));if(r>=0)throw new Mi("not-a-view",`${i}[${r}]`)}return e}function Gd(n){try{return JSON.parse(n)}catch(e){throw new Mi("not-json",e instanceof Error?e.message:"")}}function $g(n){return qg(n)==="table"}function _S(n){return $g(n)&&typeof n.id=="string"}function qg(n){return typeof n=="string"?"text":Array.isArray(n)?"list":typeof n=="object"&&n!==null?"table":null}function xS(n){return typeof n=="string"?n.slice(0,100):""}var $r=.0033528106647474805;var bs=6378137*(1-$r),fr=$r*(2-$r),ct=(2*6378137+bs)/3,bS=fr/(1-fr),vS=3;function De(n){return n*(Math.PI/180)}function ve(n){return n*(180/Math.PI)}function qr(n){let e=n%(2*Math.PI);return e<0?e+2*Math.PI:e}function Bo(n){return qr(n+Math.PI)-Math.PI}function cn(n,e,t){let i=Math.sin(n),r=6378137/Math.sqrt(1-fr*i**2),s=(r+t)*Math.cos(n),o=(r*(1-fr)+t)*i;return[s*Math.cos(e),s*Math.sin(e),o]}function Bt([n,e,t]){let i=Math.hypot(n,e),[r,s]=Wd(t,i*(1-$r)),o=t,a=i;for(let h=0;h<vS;h++)o=t+bS*bs*r**3,a=i-fr*6378137*s**3,[r,s]=Wd((1-$r)*o,a);let[l,c]=Wd(o,a),u=i*c+t*l-6378137*Math.sqrt(1-fr*l**2);return{lat_rad:Math.atan2(o,a),lon_rad:Math.atan2(e,n),height_m:u}}function Ei(n,e){let[t,i]=[Math.sin(n),Math.cos(n)],[r,s]=[Math.sin(e),Math.cos(e)];return[[-r,s,0],[-t*s,-t*r,i],[i*s,i*r,t]]}function xl([n,e,t],[i,r,s]){return[n[0]*i+e[0]*r+t[0]*s,n[1]*i+e[1]*r+t[1]*s,n[2]*i+e[2]*r+t[2]*s]}function St(n,e){return n[0]*e[0]+n[1]*e[1]+n[2]*e[2]}function pr(n,e){return[n[1]*e[2]-n[2]*e[1],n[2]*e[0]-n[0]*e[2],n[0]*e[1]-n[1]*e[0]]}function Ct(n,e){return[n[0]+e[0],n[1]+e[1],n[2]+e[2]]}function Ti(n,e){return[n[0]-e[0],n[1]-e[1],n[2]-e[2]]}function ot(n,e){return[n[0]*e,n[1]*e,n[2]*e]}function mn(n){return Math.hypot(n[0],n[1],n[2])}function Wd(n,e){let t=Math.hypot(n,e);return[n/t,e/t]}function bt(n,e,t=e.setting){let i=n.phases.findIndex(r=>r.id===t.phase);return i>=0?i:0}function gn(n,e,t){return bl(e,n.names[t])??t}function vs(n,e,t){return bl(e,n.short[t]??n.names[t])??t}function bl(n,e){return e===void 0?null:e[n.language]}function ws(n,e){let t=n.phases[bt(n,e)]?.id??"",{parties:i,sensors:r}=e.filters;return n.sensors.filter(s=>s.phases.includes(t)&&!i.includes(s.party)&&!r.includes(s.id))}function zo(n,e){let t=n.phases[bt(n,e)]?.id??"";return n.batteries.filter(i=>i.deployed.some(r=>r.phase===t&&r.count>0)&&!e.filters.parties.includes(i.party))}function Kg(n,e){return n.claims.find(t=>t.id===e.claim)??null}function ai(n,e){let t=Kg(n,e),i=n.flights.filter(s=>s.role==="disputed");if(t===null)return i;let r=new Set(t.flights.map(s=>mr(s.id)));return i.filter(s=>r.has(s.id))}function Wi(n,e){let t=bt(n,e),i=new Set(n.cells.layers.filter(r=>r.phase===t).map(r=>`${r.launch}.${r.missile}`));return n.flights.filter(r=>r.role==="threat"&&i.has(`${r.launch}.${r.missile}`))}function mr(n){let[e="",t="",i=""]=n.split(":");return`${t}.${i}.${e}`}function Yr(n,e,t){if(t!==null)return t;let i=MS(n,e);if(i!==null)return i;let r=bt(n,e),o=[...new Set(n.reaches.by.filter((l,c)=>n.reaches.phase[c]===r))].map(l=>wS(n,r,l)),a={};return n.flights.forEach((l,c)=>{if(l.role!=="disputed")return;let u=new Set(o.map(d=>d.get(c)??"no")),[h="no"]=u;a[l.id]=u.size>1?"depends":h}),a}function wS(n,e,t){let{reaches:i}=n,r=i.phase.flatMap((l,c)=>l===e?[c]:[]),s=new Set(r.filter(l=>i.by[l]===t).map(l=>i.battery[l])),o=new Map,a=new Set;for(let l of r){let[c,u]=[i.flight[l],i.battery[l]],h=`${c}/${u}`;(s.has(u)?i.by[l]!==t:a.has(h))||(a.add(h),o.set(c,SS(o.get(c)??"no",i.verdict[l])))}return o}var Yg=["yes","depends","no"];function SS(n,e){return Yg.indexOf(n)<=Yg.indexOf(e)?n:e}function MS(n,e){let t=Kg(n,e),{party:i}=e.setting;if(t===null||i===null)return null;let r=t.verdicts.find(l=>l.assumptions===i||l.party===i);if(r===void 0)return null;let[s,o]=t.denied?["yes","no"]:["no","yes"],a={holds:s,fails:o,undecided:"depends"};return Object.fromEntries(t.flights.map(l=>{let c=l.verdict[r.assumptions]??"undecided";return[mr(l.id),a[c]]}))}function Kr(n,e,t=e.setting){let i=bt(n,e,t),r=n.cells.layers.filter(a=>a.phase===i),s=n.flights.find(a=>a.id===e.flight),o=r.filter(a=>a.launch===s?.launch&&a.missile===s.missile);return o.length>0?o:r}function Vo(n,e){let t=new Uint8Array(e);for(let i of n)for(let r=0;r<e;r++){let s=i.state.charCodeAt(r)-48;s>0&&(t[r]=t[r]===0?s:Math.min(t[r],s))}return t}function jr(n){return n.cells.bands.reduce((e,{count:t})=>e+t.reduce((i,r)=>i+r,0),0)}function kn(n,e,t){return n.selected?.kind===e&&n.selected.id===t}function gt(n,e){return{kind:n,id:e}}function wl(n,e){let t=n.time_s,i=t.findIndex(l=>l>=e);if(i<=0)return vl(n,i<0?t.length-1:0);let[r,s]=[t[i-1],t[i]],o=(e-r)/(s-r),a=ot(vl(n,i-1),1-o);return Ct(a,ot(vl(n,i),o))}function Ho(n,e,t){let i=n.time_s.flatMap((r,s)=>r>e&&r<t?[s]:[]);return Xd([wl(n,e),...i.map(r=>vl(n,r)),wl(n,t)])}function Xd(n){let e=n.map(Bt);return{lon_deg:Float64Array.from(e,t=>ve(t.lon_rad)),lat_deg:Float64Array.from(e,t=>ve(t.lat_rad)),height_m:Float64Array.from(e,t=>t.height_m)}}function $d(n,e=0){return{lon_deg:Float64Array.from(n,t=>ve(t.lon_rad)),lat_deg:Float64Array.from(n,t=>ve(t.lat_rad)),height_m:new Float64Array(n.length).fill(e)}}function qd(n){return{lon_deg:Float64Array.from(n,e=>e[0]??0),lat_deg:Float64Array.from(n,e=>e[1]??0),height_m:new Float64Array(n.length)}}function Ss(n){return n.map(e=>[ve(e.lon_rad),ve(e.lat_rad)])}function Yd(n,e){return{lat_rad:De(n),lon_rad:De(e)}}function vl(n,e){return cn(De(n.lat_deg[e]),De(n.lon_deg[e]),1e3*n.height_km[e])}function Zg(n,e){return Wi(n,e).flatMap(t=>Qg(t,e,"flights",null))}function Jg(n,e,t){let i=Yr(n,e,t);return ai(n,e).flatMap(r=>Qg(r,e,"disputed",`disputed-${i[r.id]??"no"}`))}function Qg(n,e,t,i){let r=n.flight_time_s,s=n.burnout_s??0,o=n.reentry_s??r,a=t==="flights"?"threat":"disputed",l=[[`${a}-boost`,0,s],[i??"threat-coast",s,o],[`${a}-entry`,o,r]],c={shape:"line",layer:t,target:gt("flight",n.id),strength:ES(n,e)};return l.filter(([,u,h])=>h>u).map(([u,h,d])=>({...c,look:u,courses:[Ho(n,h,d)]}))}function ES(n,e){let t=e.flight??(e.selected?.kind==="flight"?e.selected.id:null);return n.id===t||kn(e,"flight",n.id)?"strong":t===null?"normal":"faint"}function ey(n,e,t){let i=t==="flights"?Wi(n,e):ai(n,e),r=new Set(i.flatMap(s=>[s.launch,s.target]));return n.places.filter(s=>r.has(s.id)).map(s=>({shape:"mark",layer:t,target:gt("place",s.id),look:s.kind,glyph:s.kind,strength:kn(e,"place",s.id)?"strong":"normal",lon_deg:s.lon_deg,lat_deg:s.lat_deg,height_m:0,label:vs(n,e,s.id),weight:s.kind==="launch"?60:40}))}function ty(n,e,t){let i=t==="flights"?Wi(n,e):ai(n,e),{time_s:r}=e,s=i.find(l=>l.id===e.flight),o=e.flight===null?i:s===void 0?[]:[s];return[...(r===null?[]:o.filter(l=>r>=0&&r<=l.flight_time_s)).map(l=>ry(l,r??0,t,"missile",e)),...s===void 0?[]:TS(n,e,s,t)]}function ny(n,e,t){let r=(t==="flights"?Wi(n,e):ai(n,e)).find(a=>a.id===e.flight);if(r===void 0)return[];let s=bt(n,e),o=n.flights.indexOf(r);return[n.meets,n.reaches].flatMap(a=>a.phase.flatMap((l,c)=>{let[u,h]=[a.opens_s[c],a.closes_s[c]];return l!==s||a.flight[c]!==o||u==null?[]:[{shape:"line",layer:t,target:gt("flight",r.id),look:"window",strength:"normal",courses:[Ho(r,u,h??u)]}]}))}function TS(n,e,t,i){return Jr(n,e,t.id).filter(r=>r.glyph!==null).map(r=>({...ry(t,r.time_s,i,r.glyph??"missile",e),target:gt("event",`${t.id}@${r.kind}@${r.by}`),strength:"normal",label:r.glyph==="first-seen"?vs(n,e,r.by):null,weight:30}))}function Jr(n,e,t){let i=n.flights.findIndex(c=>c.id===t),r=n.flights[i];if(r===void 0)return[];let s=bt(n,e),o=r.events.map(({event:c,time_s:u})=>iy(c,u,"")),a=jg(n,n.meets,s,i),l=jg(n,n.reaches,s,i);return[...o,...AS(n,s,i),...a,...l,...CS(n,s,i)].sort((c,u)=>c.time_s-u.time_s)}function AS({sees:n,sensors:e},t,i){return n.phase.flatMap((r,s)=>{if(r!==t||n.flight[s]!==i)return[];let o=e[n.sensor[s]]?.id??"";return[...Zr("first-seen",n.first_seen_s[s],o,"first-seen"),...Zr("last-seen",n.last_seen_s[s],o)]})}function jg({batteries:n},e,t,i){return e.phase.flatMap((r,s)=>{if(r!==t||e.flight[s]!==i)return[];let o=n[e.battery[s]]?.id??"";return[...Zr("launch-window-opens",e.launch_opens_s[s],o),...Zr("launch-window-closes",e.launch_closes_s[s],o),...Zr("window-opens",e.opens_s[s],o),...Zr("window-closes",e.closes_s[s],o)]})}function CS({reaches:n,batteries:e},t,i){return n.phase.flatMap((r,s)=>r!==t||n.flight[s]!==i?[]:Zr("meeting",n.meeting_s[s],e[n.battery[s]]?.id??"","meeting"))}function Zr(n,e,t,i=null){return e==null?[]:[iy(n,e,t,i)]}function iy(n,e,t,i=null){return{kind:n,time_s:e,by:t,glyph:i}}function ry(n,e,t,i,r){let{lat_rad:s,lon_rad:o,height_m:a}=Bt(wl(n,e));return{shape:"mark",layer:t,target:gt("flight",n.id),look:i,glyph:i,strength:r.flight===n.id?"strong":"normal",lon_deg:ve(o),lat_deg:ve(s),height_m:a,label:null,weight:20}}var Qr=["en","ru"],Go=["auto","light","dark"],sy=["auto","webgl","canvas"],oy=["globe","polar","flat"],ay=["assessment","live"],Ai=["borders","graticule","labels","sites","fans","reach","flights","defended","disputed","tracks","trails","covariances","impacts","observers"],Ms={phase:null,party:null,speed_m_s:null,delay_s:null,cap_m:null},Wo={parties:[],sensors:[],classes:[]},es={lat_rad:55*Math.PI/180,lon_rad:30*Math.PI/180,range_m:12e6,tilt_rad:0,heading_rad:0},Xi={language:"en",theme:"auto",renderer:"auto",projection:"globe",subject:"assessment",camera:es,hidden:[],claim:null,setting:Ms,compared:null,flight:null,time_s:null,rate:1,playing:!1,selected:null,table:null,filters:Wo,viewer:null,picture:null};function Sl(n,e){return n==null||e==null?NaN:n<e?-1:n>e?1:n>=e?0:NaN}function RS(n,e){return n==null||e==null?NaN:e<n?-1:e>n?1:e>=n?0:NaN}function ly(n){let e,t,i;n.length!==2?(e=Sl,t=(a,l)=>Sl(n(a),l),i=(a,l)=>n(a)-l):(e=n===Sl||n===RS?n:PS,t=n,i=n);function r(a,l,c=0,u=a.length){if(c<u){if(e(l,l)!==0)return u;do{let h=c+u>>>1;t(a[h],l)<0?c=h+1:u=h}while(c<u)}return c}function s(a,l,c=0,u=a.length){if(c<u){if(e(l,l)!==0)return u;do{let h=c+u>>>1;t(a[h],l)<=0?c=h+1:u=h}while(c<u)}return c}function o(a,l,c=0,u=a.length){let h=r(a,l,c,u-1);return h>c&&i(a[h-1],l)>-i(a[h],l)?h-1:h}return{left:r,center:o,right:s}}function PS(){return 0}function LS(n){return n===null?NaN:+n}var cy=ly(Sl),gk=cy.right,yk=cy.left,_k=ly(LS).center;var xk=uy(hy),bk=uy(IS);function uy(n){return function(e,t,i=t){if(!((t=+t)>=0))throw new RangeError("invalid rx");if(!((i=+i)>=0))throw new RangeError("invalid ry");let{data:r,width:s,height:o}=e;if(!((s=Math.floor(s))>=0))throw new RangeError("invalid width");if(!((o=Math.floor(o!==void 0?o:r.length/s))>=0))throw new RangeError("invalid height");if(!s||!o||!t&&!i)return e;let a=t&&n(t),l=i&&n(i),c=r.slice();return a&&l?(Es(a,c,r,s,o),Es(a,r,c,s,o),Es(a,c,r,s,o),Ts(l,r,c,s,o),Ts(l,c,r,s,o),Ts(l,r,c,s,o)):a?(Es(a,r,c,s,o),Es(a,c,r,s,o),Es(a,r,c,s,o)):l&&(Ts(l,r,c,s,o),Ts(l,c,r,s,o),Ts(l,r,c,s,o)),e}}function Es(n,e,t,i,r){for(let s=0,o=i*r;s<o;)n(e,t,s,s+=i,1)}function Ts(n,e,t,i,r){for(let s=0,o=i*r;s<i;++s)n(e,t,s,s+o,i)}function IS(n){let e=hy(n);return(t,i,r,s,o)=>{r<<=2,s<<=2,o<<=2,e(t,i,r+0,s+0,o),e(t,i,r+1,s+1,o),e(t,i,r+2,s+2,o),e(t,i,r+3,s+3,o)}}function hy(n){let e=Math.floor(n);if(e===n)return NS(n);let t=n-e,i=2*n+1;return(r,s,o,a,l)=>{if(!((a-=l)>=o))return;let c=e*s[o],u=l*e,h=u+l;for(let d=o,f=o+u;d<f;d+=l)c+=s[Math.min(a,d)];for(let d=o,f=a;d<=f;d+=l)c+=s[Math.min(a,d+u)],r[d]=(c+t*(s[Math.max(o,d-h)]+s[Math.min(a,d+h)]))/i,c-=s[Math.max(o,d-u)]}}function NS(n){let e=2*n+1;return(t,i,r,s,o)=>{if(!((s-=o)>=r))return;let a=n*i[r],l=o*n;for(let c=r,u=r+l;c<u;c+=o)a+=i[Math.min(s,c)];for(let c=r,u=s;c<=u;c+=o)a+=i[Math.min(s,c+l)],t[c]=a/e,a-=i[Math.max(r,c-l)]}}var Kt=class{constructor(){this._partials=new Float64Array(32),this._n=0}add(e){let t=this._partials,i=0;for(let r=0;r<this._n&&r<32;r++){let s=t[r],o=e+s,a=Math.abs(e)<Math.abs(s)?e-(o-s):s-(o-e);a&&(t[i++]=a),e=o}return t[i]=e,this._n=i+1,this}valueOf(){let e=this._partials,t=this._n,i,r,s,o=0;if(t>0){for(o=e[--t];t>0&&(i=o,r=e[--t],o=i+r,s=r-(o-i),!s););t>0&&(s<0&&e[t-1]<0||s>0&&e[t-1]>0)&&(r=s*2,i=o+r,r==i-o&&(o=i))}return o}};var kS=Array.prototype,vk=kS.slice;var wk=Math.sqrt(50),Sk=Math.sqrt(10),Mk=Math.sqrt(2);function*DS(n){for(let e of n)yield*e}function Ml(n){return Array.from(DS(n))}var Ek=OS(Math.random);function OS(n){return function(t,i=0,r=t.length){let s=r-(i=+i);for(;s;){let o=n()*s--|0,a=t[s+i];t[s+i]=t[o+i],t[o+i]=a}return t}}var Ye=1e-6,El=1e-12,Ke=Math.PI,En=Ke/2,As=Ke/4,jt=Ke*2,ei=180/Ke,ut=Ke/180,tt=Math.abs,dy=Math.atan,Tn=Math.atan2,Ge=Math.cos;var qe=Math.sin,fy=Math.sign||function(n){return n>0?1:n<0?-1:0},Zt=Math.sqrt;function py(n){return n>1?0:n<-1?Ke:Math.acos(n)}function Hn(n){return n>1?En:n<-1?-En:Math.asin(n)}function ht(){}function Tl(n,e){n&&gy.hasOwnProperty(n.type)&&gy[n.type](n,e)}var my={Feature:function(n,e){Tl(n.geometry,e)},FeatureCollection:function(n,e){for(var t=n.features,i=-1,r=t.length;++i<r;)Tl(t[i].geometry,e)}},gy={Sphere:function(n,e){e.sphere()},Point:function(n,e){n=n.coordinates,e.point(n[0],n[1],n[2])},MultiPoint:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)n=t[i],e.point(n[0],n[1],n[2])},LineString:function(n,e){Kd(n.coordinates,e,0)},MultiLineString:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)Kd(t[i],e,0)},Polygon:function(n,e){yy(n.coordinates,e)},MultiPolygon:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)yy(t[i],e)},GeometryCollection:function(n,e){for(var t=n.geometries,i=-1,r=t.length;++i<r;)Tl(t[i],e)}};function Kd(n,e,t){var i=-1,r=n.length-t,s;for(e.lineStart();++i<r;)s=n[i],e.point(s[0],s[1],s[2]);e.lineEnd()}function yy(n,e){var t=-1,i=n.length;for(e.polygonStart();++t<i;)Kd(n[t],e,1);e.polygonEnd()}function ti(n,e){n&&my.hasOwnProperty(n.type)?my[n.type](n,e):Tl(n,e)}var jd=new Kt,Al=new Kt,_y,xy,Zd,Jd,Qd,Xo={point:ht,lineStart:ht,lineEnd:ht,polygonStart:function(){jd=new Kt,Xo.lineStart=FS,Xo.lineEnd=US},polygonEnd:function(){var n=+jd;Al.add(n<0?jt+n:n),this.lineStart=this.lineEnd=this.point=ht},sphere:function(){Al.add(jt)}};function FS(){Xo.point=BS}function US(){by(_y,xy)}function BS(n,e){Xo.point=by,_y=n,xy=e,n*=ut,e*=ut,Zd=n,Jd=Ge(e=e/2+As),Qd=qe(e)}function by(n,e){n*=ut,e*=ut,e=e/2+As;var t=n-Zd,i=t>=0?1:-1,r=i*t,s=Ge(e),o=qe(e),a=Qd*o,l=Jd*s+a*Ge(r),c=a*i*qe(r);jd.add(Tn(c,l)),Zd=n,Jd=s,Qd=o}function ef(n){return Al=new Kt,ti(n,Xo),Al*2}function $o(n){return[Tn(n[1],n[0]),Hn(n[2])]}function Ci(n){var e=n[0],t=n[1],i=Ge(t);return[i*Ge(e),i*qe(e),qe(t)]}function qo(n,e){return n[0]*e[0]+n[1]*e[1]+n[2]*e[2]}function Cs(n,e){return[n[1]*e[2]-n[2]*e[1],n[2]*e[0]-n[0]*e[2],n[0]*e[1]-n[1]*e[0]]}function Cl(n,e){n[0]+=e[0],n[1]+=e[1],n[2]+=e[2]}function Yo(n,e){return[n[0]*e,n[1]*e,n[2]*e]}function Ko(n){var e=Zt(n[0]*n[0]+n[1]*n[1]+n[2]*n[2]);n[0]/=e,n[1]/=e,n[2]/=e}function jo(n,e){function t(i,r){return i=n(i,r),e(i[0],i[1])}return n.invert&&e.invert&&(t.invert=function(i,r){return i=e.invert(i,r),i&&n.invert(i[0],i[1])}),t}function tf(n,e){return tt(n)>Ke&&(n-=Math.round(n/jt)*jt),[n,e]}tf.invert=tf;function My(n,e,t){return(n%=jt)?e||t?jo(wy(n),Sy(e,t)):wy(n):e||t?Sy(e,t):tf}function vy(n){return function(e,t){return e+=n,tt(e)>Ke&&(e-=Math.round(e/jt)*jt),[e,t]}}function wy(n){var e=vy(n);return e.invert=vy(-n),e}function Sy(n,e){var t=Ge(n),i=qe(n),r=Ge(e),s=qe(e);function o(a,l){var c=Ge(l),u=Ge(a)*c,h=qe(a)*c,d=qe(l),f=d*t+u*i;return[Tn(h*r-f*s,u*t-d*i),Hn(f*r+h*s)]}return o.invert=function(a,l){var c=Ge(l),u=Ge(a)*c,h=qe(a)*c,d=qe(l),f=d*r-h*s;return[Tn(h*r+d*s,u*t+f*i),Hn(f*t-u*i)]},o}function Ty(n,e,t,i,r,s){if(t){var o=Ge(e),a=qe(e),l=i*t;r==null?(r=e+i*jt,s=e-l/2):(r=Ey(o,r),s=Ey(o,s),(i>0?r<s:r>s)&&(r+=i*jt));for(var c,u=r;i>0?u>s:u<s;u-=l)c=$o([o,-a*Ge(u),-a*qe(u)]),n.point(c[0],c[1])}}function Ey(n,e){e=Ci(e),e[0]-=n,Ko(e);var t=py(-e[1]);return((-e[2]<0?-t:t)+jt-Ye)%jt}function Rl(){var n=[],e;return{point:function(t,i,r){e.push([t,i,r])},lineStart:function(){n.push(e=[])},lineEnd:ht,rejoin:function(){n.length>1&&n.push(n.pop().concat(n.shift()))},result:function(){var t=n;return n=[],e=null,t}}}function Rs(n,e){return tt(n[0]-e[0])<Ye&&tt(n[1]-e[1])<Ye}function Pl(n,e,t,i){this.x=n,this.z=e,this.o=t,this.e=i,this.v=!1,this.n=this.p=null}function Ll(n,e,t,i,r){var s=[],o=[],a,l;if(n.forEach(function(m){if(!((b=m.length-1)<=0)){var b,p=m[0],g=m[b],S;if(Rs(p,g)){if(!p[2]&&!g[2]){for(r.lineStart(),a=0;a<b;++a)r.point((p=m[a])[0],p[1]);r.lineEnd();return}g[0]+=2*Ye}s.push(S=new Pl(p,m,null,!0)),o.push(S.o=new Pl(p,null,S,!1)),s.push(S=new Pl(g,m,null,!1)),o.push(S.o=new Pl(g,null,S,!0))}}),!!s.length){for(o.sort(e),Ay(s),Ay(o),a=0,l=o.length;a<l;++a)o[a].e=t=!t;for(var c=s[0],u,h;;){for(var d=c,f=!0;d.v;)if((d=d.n)===c)return;u=d.z,r.lineStart();do{if(d.v=d.o.v=!0,d.e){if(f)for(a=0,l=u.length;a<l;++a)r.point((h=u[a])[0],h[1]);else i(d.x,d.n.x,1,r);d=d.n}else{if(f)for(u=d.p.z,a=u.length-1;a>=0;--a)r.point((h=u[a])[0],h[1]);else i(d.x,d.p.x,-1,r);d=d.p}d=d.o,u=d.z,f=!f}while(!d.v);r.lineEnd()}}}function Ay(n){if(e=n.length){for(var e,t=0,i=n[0],r;++t<e;)i.n=r=n[t],r.p=i,i=r;i.n=r=n[0],r.p=i}}function nf(n){return tt(n[0])<=Ke?n[0]:fy(n[0])*((tt(n[0])+Ke)%jt-Ke)}function Il(n,e){var t=nf(e),i=e[1],r=qe(i),s=[qe(t),-Ge(t),0],o=0,a=0,l=new Kt;r===1?i=En+Ye:r===-1&&(i=-En-Ye);for(var c=0,u=n.length;c<u;++c)if(d=(h=n[c]).length)for(var h,d,f=h[d-1],m=nf(f),b=f[1]/2+As,p=qe(b),g=Ge(b),S=0;S<d;++S,m=w,p=T,g=y,f=E){var E=h[S],w=nf(E),C=E[1]/2+As,T=qe(C),y=Ge(C),M=w-m,D=M>=0?1:-1,I=D*M,N=I>Ke,V=p*T;if(l.add(Tn(V*D*qe(I),g*y+V*Ge(I))),o+=N?M+D*jt:M,N^m>=t^w>=t){var W=Cs(Ci(f),Ci(E));Ko(W);var R=Cs(s,W);Ko(R);var L=(N^M>=0?-1:1)*Hn(R[2]);(i>L||i===L&&(W[0]||W[1]))&&(a+=N^M>=0?1:-1)}}return(o<-Ye||o<Ye&&l<-El)^a&1}function Nl(n,e,t,i){return function(r){var s=e(r),o=Rl(),a=e(o),l=!1,c,u,h,d={point:f,lineStart:b,lineEnd:p,polygonStart:function(){d.point=g,d.lineStart=S,d.lineEnd=E,u=[],c=[]},polygonEnd:function(){d.point=f,d.lineStart=b,d.lineEnd=p,u=Ml(u);var w=Il(c,i);u.length?(l||(r.polygonStart(),l=!0),Ll(u,VS,w,t,r)):w&&(l||(r.polygonStart(),l=!0),r.lineStart(),t(null,null,1,r),r.lineEnd()),l&&(r.polygonEnd(),l=!1),u=c=null},sphere:function(){r.polygonStart(),r.lineStart(),t(null,null,1,r),r.lineEnd(),r.polygonEnd()}};function f(w,C){n(w,C)&&r.point(w,C)}function m(w,C){s.point(w,C)}function b(){d.point=m,s.lineStart()}function p(){d.point=f,s.lineEnd()}function g(w,C){h.push([w,C]),a.point(w,C)}function S(){a.lineStart(),h=[]}function E(){g(h[0][0],h[0][1]),a.lineEnd();var w=a.clean(),C=o.result(),T,y=C.length,M,D,I;if(h.pop(),c.push(h),h=null,!!y){if(w&1){if(D=C[0],(M=D.length-1)>0){for(l||(r.polygonStart(),l=!0),r.lineStart(),T=0;T<M;++T)r.point((I=D[T])[0],I[1]);r.lineEnd()}return}y>1&&w&2&&C.push(C.pop().concat(C.shift())),u.push(C.filter(zS))}}return d}}function zS(n){return n.length>1}function VS(n,e){return((n=n.x)[0]<0?n[1]-En-Ye:En-n[1])-((e=e.x)[0]<0?e[1]-En-Ye:En-e[1])}var rf=Nl(function(){return!0},HS,WS,[-Ke,-En]);function HS(n){var e=NaN,t=NaN,i=NaN,r;return{lineStart:function(){n.lineStart(),r=1},point:function(s,o){var a=s>0?Ke:-Ke,l=tt(s-e);tt(l-Ke)<Ye?(n.point(e,t=(t+o)/2>0?En:-En),n.point(i,t),n.lineEnd(),n.lineStart(),n.point(a,t),n.point(s,t),r=0):i!==a&&l>=Ke&&(tt(e-i)<Ye&&(e-=i*Ye),tt(s-a)<Ye&&(s-=a*Ye),t=GS(e,t,s,o),n.point(i,t),n.lineEnd(),n.lineStart(),n.point(a,t),r=0),n.point(e=s,t=o),i=a},lineEnd:function(){n.lineEnd(),e=t=NaN},clean:function(){return 2-r}}}function GS(n,e,t,i){var r,s,o=qe(n-t);return tt(o)>Ye?dy((qe(e)*(s=Ge(i))*qe(t)-qe(i)*(r=Ge(e))*qe(n))/(r*s*o)):(e+i)/2}function WS(n,e,t,i){var r;if(n==null)r=t*En,i.point(-Ke,r),i.point(0,r),i.point(Ke,r),i.point(Ke,0),i.point(Ke,-r),i.point(0,-r),i.point(-Ke,-r),i.point(-Ke,0),i.point(-Ke,r);else if(tt(n[0]-e[0])>Ye){var s=n[0]<e[0]?Ke:-Ke;r=t*s/2,i.point(-s,r),i.point(0,r),i.point(s,r)}else i.point(e[0],e[1])}function Cy(n){var e=Ge(n),t=2*ut,i=e>0,r=tt(e)>Ye;function s(u,h,d,f){Ty(f,n,t,d,u,h)}function o(u,h){return Ge(u)*Ge(h)>e}function a(u){var h,d,f,m,b;return{lineStart:function(){m=f=!1,b=1},point:function(p,g){var S=[p,g],E,w=o(p,g),C=i?w?0:c(p,g):w?c(p+(p<0?Ke:-Ke),g):0;if(!h&&(m=f=w)&&u.lineStart(),w!==f&&(E=l(h,S),(!E||Rs(h,E)||Rs(S,E))&&(S[2]=1)),w!==f)b=0,w?(u.lineStart(),E=l(S,h),u.point(E[0],E[1])):(E=l(h,S),u.point(E[0],E[1],2),u.lineEnd()),h=E;else if(r&&h&&i^w){var T;!(C&d)&&(T=l(S,h,!0))&&(b=0,i?(u.lineStart(),u.point(T[0][0],T[0][1]),u.point(T[1][0],T[1][1]),u.lineEnd()):(u.point(T[1][0],T[1][1]),u.lineEnd(),u.lineStart(),u.point(T[0][0],T[0][1],3)))}w&&(!h||!Rs(h,S))&&u.point(S[0],S[1]),h=S,f=w,d=C},lineEnd:function(){f&&u.lineEnd(),h=null},clean:function(){return b|(m&&f)<<1}}}function l(u,h,d){var f=Ci(u),m=Ci(h),b=[1,0,0],p=Cs(f,m),g=qo(p,p),S=p[0],E=g-S*S;if(!E)return!d&&u;var w=e*g/E,C=-e*S/E,T=Cs(b,p),y=Yo(b,w),M=Yo(p,C);Cl(y,M);var D=T,I=qo(y,D),N=qo(D,D),V=I*I-N*(qo(y,y)-1);if(!(V<0)){var W=Zt(V),R=Yo(D,(-I-W)/N);if(Cl(R,y),R=$o(R),!d)return R;var L=u[0],H=h[0],z=u[1],ne=h[1],X;H<L&&(X=L,L=H,H=X);var Q=H-L,ee=tt(Q-Ke)<Ye,xe=ee||Q<Ye;if(!ee&&ne<z&&(X=z,z=ne,ne=X),xe?ee?z+ne>0^R[1]<(tt(R[0]-L)<Ye?z:ne):z<=R[1]&&R[1]<=ne:Q>Ke^(L<=R[0]&&R[0]<=H)){var Ce=Yo(D,(-I+W)/N);return Cl(Ce,y),[R,$o(Ce)]}}}function c(u,h){var d=i?n:Ke-n,f=0;return u<-d?f|=1:u>d&&(f|=2),h<-d?f|=4:h>d&&(f|=8),f}return Nl(o,a,s,i?[0,-n]:[-Ke,n-Ke])}function Ry(n,e,t,i,r,s){var o=n[0],a=n[1],l=e[0],c=e[1],u=0,h=1,d=l-o,f=c-a,m;if(m=t-o,!(!d&&m>0)){if(m/=d,d<0){if(m<u)return;m<h&&(h=m)}else if(d>0){if(m>h)return;m>u&&(u=m)}if(m=r-o,!(!d&&m<0)){if(m/=d,d<0){if(m>h)return;m>u&&(u=m)}else if(d>0){if(m<u)return;m<h&&(h=m)}if(m=i-a,!(!f&&m>0)){if(m/=f,f<0){if(m<u)return;m<h&&(h=m)}else if(f>0){if(m>h)return;m>u&&(u=m)}if(m=s-a,!(!f&&m<0)){if(m/=f,f<0){if(m>h)return;m>u&&(u=m)}else if(f>0){if(m<u)return;m<h&&(h=m)}return u>0&&(n[0]=o+u*d,n[1]=a+u*f),h<1&&(e[0]=o+h*d,e[1]=a+h*f),!0}}}}}var Zo=1e9,kl=-Zo;function sf(n,e,t,i){function r(c,u){return n<=c&&c<=t&&e<=u&&u<=i}function s(c,u,h,d){var f=0,m=0;if(c==null||(f=o(c,h))!==(m=o(u,h))||l(c,u)<0^h>0)do d.point(f===0||f===3?n:t,f>1?i:e);while((f=(f+h+4)%4)!==m);else d.point(u[0],u[1])}function o(c,u){return tt(c[0]-n)<Ye?u>0?0:3:tt(c[0]-t)<Ye?u>0?2:1:tt(c[1]-e)<Ye?u>0?1:0:u>0?3:2}function a(c,u){return l(c.x,u.x)}function l(c,u){var h=o(c,1),d=o(u,1);return h!==d?h-d:h===0?u[1]-c[1]:h===1?c[0]-u[0]:h===2?c[1]-u[1]:u[0]-c[0]}return function(c){var u=c,h=Rl(),d,f,m,b,p,g,S,E,w,C,T,y={point:M,lineStart:V,lineEnd:W,polygonStart:I,polygonEnd:N};function M(L,H){r(L,H)&&u.point(L,H)}function D(){for(var L=0,H=0,z=f.length;H<z;++H)for(var ne=f[H],X=1,Q=ne.length,ee=ne[0],xe,Ce,Y=ee[0],he=ee[1];X<Q;++X)xe=Y,Ce=he,ee=ne[X],Y=ee[0],he=ee[1],Ce<=i?he>i&&(Y-xe)*(i-Ce)>(he-Ce)*(n-xe)&&++L:he<=i&&(Y-xe)*(i-Ce)<(he-Ce)*(n-xe)&&--L;return L}function I(){u=h,d=[],f=[],T=!0}function N(){var L=D(),H=T&&L,z=(d=Ml(d)).length;(H||z)&&(c.polygonStart(),H&&(c.lineStart(),s(null,null,1,c),c.lineEnd()),z&&Ll(d,a,L,s,c),c.polygonEnd()),u=c,d=f=m=null}function V(){y.point=R,f&&f.push(m=[]),C=!0,w=!1,S=E=NaN}function W(){d&&(R(b,p),g&&w&&h.rejoin(),d.push(h.result())),y.point=M,w&&u.lineEnd()}function R(L,H){var z=r(L,H);if(f&&m.push([L,H]),C)b=L,p=H,g=z,C=!1,z&&(u.lineStart(),u.point(L,H));else if(z&&w)u.point(L,H);else{var ne=[S=Math.max(kl,Math.min(Zo,S)),E=Math.max(kl,Math.min(Zo,E))],X=[L=Math.max(kl,Math.min(Zo,L)),H=Math.max(kl,Math.min(Zo,H))];Ry(ne,X,n,e,t,i)?(w||(u.lineStart(),u.point(ne[0],ne[1])),u.point(X[0],X[1]),z||u.lineEnd(),T=!1):z&&(u.lineStart(),u.point(L,H),T=!1)}S=L,E=H,w=z}return y}}var of,af,Dl,Ol,Ps={sphere:ht,point:ht,lineStart:XS,lineEnd:ht,polygonStart:ht,polygonEnd:ht};function XS(){Ps.point=qS,Ps.lineEnd=$S}function $S(){Ps.point=Ps.lineEnd=ht}function qS(n,e){n*=ut,e*=ut,af=n,Dl=qe(e),Ol=Ge(e),Ps.point=YS}function YS(n,e){n*=ut,e*=ut;var t=qe(e),i=Ge(e),r=tt(n-af),s=Ge(r),o=qe(r),a=i*o,l=Ol*t-Dl*i*s,c=Dl*t+Ol*i*s;of.add(Tn(Zt(a*a+l*l),c)),af=n,Dl=t,Ol=i}function Py(n){return of=new Kt,ti(n,Ps),+of}var lf=[null,null],KS={type:"LineString",coordinates:lf};function Fl(n,e){return lf[0]=n,lf[1]=e,Py(KS)}var Ly={Feature:function(n,e){return Ul(n.geometry,e)},FeatureCollection:function(n,e){for(var t=n.features,i=-1,r=t.length;++i<r;)if(Ul(t[i].geometry,e))return!0;return!1}},Iy={Sphere:function(){return!0},Point:function(n,e){return Ny(n.coordinates,e)},MultiPoint:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)if(Ny(t[i],e))return!0;return!1},LineString:function(n,e){return ky(n.coordinates,e)},MultiLineString:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)if(ky(t[i],e))return!0;return!1},Polygon:function(n,e){return Dy(n.coordinates,e)},MultiPolygon:function(n,e){for(var t=n.coordinates,i=-1,r=t.length;++i<r;)if(Dy(t[i],e))return!0;return!1},GeometryCollection:function(n,e){for(var t=n.geometries,i=-1,r=t.length;++i<r;)if(Ul(t[i],e))return!0;return!1}};function Ul(n,e){return n&&Iy.hasOwnProperty(n.type)?Iy[n.type](n,e):!1}function Ny(n,e){return Fl(n,e)===0}function ky(n,e){for(var t,i,r,s=0,o=n.length;s<o;s++){if(i=Fl(n[s],e),i===0||s>0&&(r=Fl(n[s],n[s-1]),r>0&&t<=r&&i<=r&&(t+i-r)*(1-Math.pow((t-i)/r,2))<El*r))return!0;t=i}return!1}function Dy(n,e){return!!Il(n.map(jS),Oy(e))}function jS(n){return n=n.map(Oy),n.pop(),n}function Oy(n){return[n[0]*ut,n[1]*ut]}function cf(n,e){return(n&&Ly.hasOwnProperty(n.type)?Ly[n.type]:Ul)(n,e)}var Jo=n=>n;var uf=new Kt,hf=new Kt,Fy,Uy,df,ff,gr={point:ht,lineStart:ht,lineEnd:ht,polygonStart:function(){gr.lineStart=ZS,gr.lineEnd=QS},polygonEnd:function(){gr.lineStart=gr.lineEnd=gr.point=ht,uf.add(tt(hf)),hf=new Kt},result:function(){var n=uf/2;return uf=new Kt,n}};function ZS(){gr.point=JS}function JS(n,e){gr.point=By,Fy=df=n,Uy=ff=e}function By(n,e){hf.add(ff*n-df*e),df=n,ff=e}function QS(){By(Fy,Uy)}var pf=gr;var Ls=1/0,Bl=Ls,Qo=-Ls,zl=Qo,eM={point:tM,lineStart:ht,lineEnd:ht,polygonStart:ht,polygonEnd:ht,result:function(){var n=[[Ls,Bl],[Qo,zl]];return Qo=zl=-(Bl=Ls=1/0),n}};function tM(n,e){n<Ls&&(Ls=n),n>Qo&&(Qo=n),e<Bl&&(Bl=e),e>zl&&(zl=e)}var Is=eM;var mf=0,gf=0,ea=0,Vl=0,Hl=0,Ns=0,yf=0,_f=0,ta=0,Hy,Gy,Ri,Pi,li={point:ts,lineStart:zy,lineEnd:Vy,polygonStart:function(){li.lineStart=rM,li.lineEnd=sM},polygonEnd:function(){li.point=ts,li.lineStart=zy,li.lineEnd=Vy},result:function(){var n=ta?[yf/ta,_f/ta]:Ns?[Vl/Ns,Hl/Ns]:ea?[mf/ea,gf/ea]:[NaN,NaN];return mf=gf=ea=Vl=Hl=Ns=yf=_f=ta=0,n}};function ts(n,e){mf+=n,gf+=e,++ea}function zy(){li.point=nM}function nM(n,e){li.point=iM,ts(Ri=n,Pi=e)}function iM(n,e){var t=n-Ri,i=e-Pi,r=Zt(t*t+i*i);Vl+=r*(Ri+n)/2,Hl+=r*(Pi+e)/2,Ns+=r,ts(Ri=n,Pi=e)}function Vy(){li.point=ts}function rM(){li.point=oM}function sM(){Wy(Hy,Gy)}function oM(n,e){li.point=Wy,ts(Hy=Ri=n,Gy=Pi=e)}function Wy(n,e){var t=n-Ri,i=e-Pi,r=Zt(t*t+i*i);Vl+=r*(Ri+n)/2,Hl+=r*(Pi+e)/2,Ns+=r,r=Pi*n-Ri*e,yf+=r*(Ri+n),_f+=r*(Pi+e),ta+=r*3,ts(Ri=n,Pi=e)}var xf=li;function Gl(n){this._context=n}Gl.prototype={_radius:4.5,pointRadius:function(n){return this._radius=n,this},polygonStart:function(){this._line=0},polygonEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){this._line===0&&this._context.closePath(),this._point=NaN},point:function(n,e){switch(this._point){case 0:{this._context.moveTo(n,e),this._point=1;break}case 1:{this._context.lineTo(n,e);break}default:{this._context.moveTo(n+this._radius,e),this._context.arc(n,e,this._radius,0,jt);break}}},result:ht};var vf=new Kt,bf,Xy,$y,na,ia,Wl={point:ht,lineStart:function(){Wl.point=aM},lineEnd:function(){bf&&qy(Xy,$y),Wl.point=ht},polygonStart:function(){bf=!0},polygonEnd:function(){bf=null},result:function(){var n=+vf;return vf=new Kt,n}};function aM(n,e){Wl.point=qy,Xy=na=n,$y=ia=e}function qy(n,e){na-=n,ia-=e,vf.add(Zt(na*na+ia*ia)),na=n,ia=e}var wf=Wl;var Yy,Xl,Ky,jy,ks=class{constructor(e){this._append=e==null?Zy:lM(e),this._radius=4.5,this._=""}pointRadius(e){return this._radius=+e,this}polygonStart(){this._line=0}polygonEnd(){this._line=NaN}lineStart(){this._point=0}lineEnd(){this._line===0&&(this._+="Z"),this._point=NaN}point(e,t){switch(this._point){case 0:{this._append`M${e},${t}`,this._point=1;break}case 1:{this._append`L${e},${t}`;break}default:{if(this._append`M${e},${t}`,this._radius!==Ky||this._append!==Xl){let i=this._radius,r=this._;this._="",this._append`m0,${i}a${i},${i} 0 1,1 0,${-2*i}a${i},${i} 0 1,1 0,${2*i}z`,Ky=i,Xl=this._append,jy=this._,this._=r}this._+=jy;break}}}result(){let e=this._;return this._="",e.length?e:null}};function Zy(n){let e=1;this._+=n[0];for(let t=n.length;e<t;++e)this._+=arguments[e]+n[e]}function lM(n){let e=Math.floor(n);if(!(e>=0))throw new RangeError(`invalid digits: ${n}`);if(e>15)return Zy;if(e!==Yy){let t=10**e;Yy=e,Xl=function(r){let s=1;this._+=r[0];for(let o=r.length;s<o;++s)this._+=Math.round(arguments[s]*t)/t+r[s]}}return Xl}function ra(n,e){let t=3,i=4.5,r,s;function o(a){return a&&(typeof i=="function"&&s.pointRadius(+i.apply(this,arguments)),ti(a,r(s))),s.result()}return o.area=function(a){return ti(a,r(pf)),pf.result()},o.measure=function(a){return ti(a,r(wf)),wf.result()},o.bounds=function(a){return ti(a,r(Is)),Is.result()},o.centroid=function(a){return ti(a,r(xf)),xf.result()},o.projection=function(a){return arguments.length?(r=a==null?(n=null,Jo):(n=a).stream,o):n},o.context=function(a){return arguments.length?(s=a==null?(e=null,new ks(t)):new Gl(e=a),typeof i!="function"&&s.pointRadius(i),o):e},o.pointRadius=function(a){return arguments.length?(i=typeof a=="function"?a:(s.pointRadius(+a),+a),o):i},o.digits=function(a){if(!arguments.length)return t;if(a==null)t=null;else{let l=Math.floor(a);if(!(l>=0))throw new RangeError(`invalid digits: ${a}`);t=l}return e===null&&(s=new ks(t)),o},o.projection(n).digits(t).context(e)}function sa(n){return function(e){var t=new Sf;for(var i in n)t[i]=n[i];return t.stream=e,t}}function Sf(){}Sf.prototype={constructor:Sf,point:function(n,e){this.stream.point(n,e)},sphere:function(){this.stream.sphere()},lineStart:function(){this.stream.lineStart()},lineEnd:function(){this.stream.lineEnd()},polygonStart:function(){this.stream.polygonStart()},polygonEnd:function(){this.stream.polygonEnd()}};function Mf(n,e,t){var i=n.clipExtent&&n.clipExtent();return n.scale(150).translate([0,0]),i!=null&&n.clipExtent(null),ti(t,n.stream(Is)),e(Is.result()),i!=null&&n.clipExtent(i),n}function Ef(n,e,t){return Mf(n,function(i){var r=e[1][0]-e[0][0],s=e[1][1]-e[0][1],o=Math.min(r/(i[1][0]-i[0][0]),s/(i[1][1]-i[0][1])),a=+e[0][0]+(r-o*(i[1][0]+i[0][0]))/2,l=+e[0][1]+(s-o*(i[1][1]+i[0][1]))/2;n.scale(150*o).translate([a,l])},t)}function Jy(n,e,t){return Ef(n,[[0,0],e],t)}function Qy(n,e,t){return Mf(n,function(i){var r=+e,s=r/(i[1][0]-i[0][0]),o=(r-s*(i[1][0]+i[0][0]))/2,a=-s*i[0][1];n.scale(150*s).translate([o,a])},t)}function e_(n,e,t){return Mf(n,function(i){var r=+e,s=r/(i[1][1]-i[0][1]),o=-s*i[0][0],a=(r-s*(i[1][1]+i[0][1]))/2;n.scale(150*s).translate([o,a])},t)}var t_=16,cM=Ge(30*ut);function Tf(n,e){return+e?hM(n,e):uM(n)}function uM(n){return sa({point:function(e,t){e=n(e,t),this.stream.point(e[0],e[1])}})}function hM(n,e){function t(i,r,s,o,a,l,c,u,h,d,f,m,b,p){var g=c-i,S=u-r,E=g*g+S*S;if(E>4*e&&b--){var w=o+d,C=a+f,T=l+m,y=Zt(w*w+C*C+T*T),M=Hn(T/=y),D=tt(tt(T)-1)<Ye||tt(s-h)<Ye?(s+h)/2:Tn(C,w),I=n(D,M),N=I[0],V=I[1],W=N-i,R=V-r,L=S*W-g*R;(L*L/E>e||tt((g*W+S*R)/E-.5)>.3||o*d+a*f+l*m<cM)&&(t(i,r,s,o,a,l,N,V,D,w/=y,C/=y,T,b,p),p.point(N,V),t(N,V,D,w,C,T,c,u,h,d,f,m,b,p))}}return function(i){var r,s,o,a,l,c,u,h,d,f,m,b,p={point:g,lineStart:S,lineEnd:w,polygonStart:function(){i.polygonStart(),p.lineStart=C},polygonEnd:function(){i.polygonEnd(),p.lineStart=S}};function g(M,D){M=n(M,D),i.point(M[0],M[1])}function S(){h=NaN,p.point=E,i.lineStart()}function E(M,D){var I=Ci([M,D]),N=n(M,D);t(h,d,u,f,m,b,h=N[0],d=N[1],u=M,f=I[0],m=I[1],b=I[2],t_,i),i.point(h,d)}function w(){p.point=g,i.lineEnd()}function C(){S(),p.point=T,p.lineEnd=y}function T(M,D){E(r=M,D),s=h,o=d,a=f,l=m,c=b,p.point=E}function y(){t(h,d,u,f,m,b,s,o,r,a,l,c,t_,i),p.lineEnd=w,w()}return p}}var dM=sa({point:function(n,e){this.stream.point(n*ut,e*ut)}});function fM(n){return sa({point:function(e,t){var i=n(e,t);return this.stream.point(i[0],i[1])}})}function pM(n,e,t,i,r){function s(o,a){return o*=i,a*=r,[e+n*o,t-n*a]}return s.invert=function(o,a){return[(o-e)/n*i,(t-a)/n*r]},s}function n_(n,e,t,i,r,s){if(!s)return pM(n,e,t,i,r);var o=Ge(s),a=qe(s),l=o*n,c=a*n,u=o/n,h=a/n,d=(a*t-o*e)/n,f=(a*e+o*t)/n;function m(b,p){return b*=i,p*=r,[l*b-c*p+e,t-c*b-l*p]}return m.invert=function(b,p){return[i*(u*b-h*p+d),r*(f-h*b-u*p)]},m}function yr(n){return i_(function(){return n})()}function i_(n){var e,t=150,i=480,r=250,s=0,o=0,a=0,l=0,c=0,u,h=0,d=1,f=1,m=null,b=rf,p=null,g,S,E,w=Jo,C=.5,T,y,M,D,I;function N(L){return M(L[0]*ut,L[1]*ut)}function V(L){return L=M.invert(L[0],L[1]),L&&[L[0]*ei,L[1]*ei]}N.stream=function(L){return D&&I===L?D:D=dM(fM(u)(b(T(w(I=L)))))},N.preclip=function(L){return arguments.length?(b=L,m=void 0,R()):b},N.postclip=function(L){return arguments.length?(w=L,p=g=S=E=null,R()):w},N.clipAngle=function(L){return arguments.length?(b=+L?Cy(m=L*ut):(m=null,rf),R()):m*ei},N.clipExtent=function(L){return arguments.length?(w=L==null?(p=g=S=E=null,Jo):sf(p=+L[0][0],g=+L[0][1],S=+L[1][0],E=+L[1][1]),R()):p==null?null:[[p,g],[S,E]]},N.scale=function(L){return arguments.length?(t=+L,W()):t},N.translate=function(L){return arguments.length?(i=+L[0],r=+L[1],W()):[i,r]},N.center=function(L){return arguments.length?(s=L[0]%360*ut,o=L[1]%360*ut,W()):[s*ei,o*ei]},N.rotate=function(L){return arguments.length?(a=L[0]%360*ut,l=L[1]%360*ut,c=L.length>2?L[2]%360*ut:0,W()):[a*ei,l*ei,c*ei]},N.angle=function(L){return arguments.length?(h=L%360*ut,W()):h*ei},N.reflectX=function(L){return arguments.length?(d=L?-1:1,W()):d<0},N.reflectY=function(L){return arguments.length?(f=L?-1:1,W()):f<0},N.precision=function(L){return arguments.length?(T=Tf(y,C=L*L),R()):Zt(C)},N.fitExtent=function(L,H){return Ef(N,L,H)},N.fitSize=function(L,H){return Jy(N,L,H)},N.fitWidth=function(L,H){return Qy(N,L,H)},N.fitHeight=function(L,H){return e_(N,L,H)};function W(){var L=n_(t,0,0,d,f,h).apply(null,e(s,o)),H=n_(t,i-L[0],r-L[1],d,f,h);return u=My(a,l,c),y=jo(e,H),M=jo(u,y),T=Tf(y,C),R()}function R(){return D=I=null,N}return function(){return e=n.apply(this,arguments),N.invert=e.invert&&V,W()}}function r_(n){return function(e,t){var i=Ge(e),r=Ge(t),s=n(i*r);return s===1/0?[2,0]:[s*r*qe(e),s*qe(t)]}}function s_(n){return function(e,t){var i=Zt(e*e+t*t),r=n(i),s=qe(r),o=Ge(r);return[Tn(e*s,i*o),Hn(i&&t*s/i)]}}var Af=r_(function(n){return Zt(2/(1+n))});Af.invert=s_(function(n){return 2*Hn(n/2)});function Cf(){return yr(Af).scale(124.75).clipAngle(180-.001)}function Rf(n,e){var t=e*e,i=t*t;return[n*(.8707-.131979*t+i*(-.013791+i*(.003971*t-.001529*i))),e*(1.007226+t*(.015085+i*(-.044475+.028874*t-.005916*i)))]}Rf.invert=function(n,e){var t=e,i=25,r;do{var s=t*t,o=s*s;t-=r=(t*(1.007226+s*(.015085+o*(-.044475+.028874*s-.005916*o)))-e)/(1.007226+s*(.015085*3+o*(-.044475*7+.028874*9*s-.005916*11*o)))}while(tt(r)>Ye&&--i>0);return[n/(.8707+(s=t*t)*(-.131979+s*(-.013791+s*s*s*(.003971-.001529*s)))),t]};function Pf(){return yr(Rf).scale(175.295)}function Lf(n){return n}function $l(n){if(n==null)return Lf;var e,t,i=n.scale[0],r=n.scale[1],s=n.translate[0],o=n.translate[1];return function(a,l){l||(e=t=0);var c=2,u=a.length,h=new Array(u);for(h[0]=(e+=a[0])*i+s,h[1]=(t+=a[1])*r+o;c<u;)h[c]=a[c],++c;return h}}function o_(n,e){for(var t,i=n.length,r=i-e;r<--i;)t=n[r],n[r++]=n[i],n[i]=t}function If(n,e){return typeof e=="string"&&(e=n.objects[e]),e.type==="GeometryCollection"?{type:"FeatureCollection",features:e.geometries.map(function(t){return a_(n,t)})}:a_(n,e)}function a_(n,e){var t=e.id,i=e.bbox,r=e.properties==null?{}:e.properties,s=oa(n,e);return t==null&&i==null?{type:"Feature",properties:r,geometry:s}:i==null?{type:"Feature",id:t,properties:r,geometry:s}:{type:"Feature",id:t,bbox:i,properties:r,geometry:s}}function oa(n,e){var t=$l(n.transform),i=n.arcs;function r(u,h){h.length&&h.pop();for(var d=i[u<0?~u:u],f=0,m=d.length;f<m;++f)h.push(t(d[f],f));u<0&&o_(h,m)}function s(u){return t(u)}function o(u){for(var h=[],d=0,f=u.length;d<f;++d)r(u[d],h);return h.length<2&&h.push(h[0]),h}function a(u){for(var h=o(u);h.length<4;)h.push(h[0]);return h}function l(u){return u.map(a)}function c(u){var h=u.type,d;switch(h){case"GeometryCollection":return{type:h,geometries:u.geometries.map(c)};case"Point":d=s(u.coordinates);break;case"MultiPoint":d=u.coordinates.map(s);break;case"LineString":d=o(u.arcs);break;case"MultiLineString":d=u.arcs.map(o);break;case"Polygon":d=l(u.arcs);break;case"MultiPolygon":d=u.arcs.map(l);break;default:return null}return{type:h,coordinates:d}}return c(e)}function Nf(n,e){var t={},i={},r={},s=[],o=-1;e.forEach(function(c,u){var h=n.arcs[c<0?~c:c],d;h.length<3&&!h[1][0]&&!h[1][1]&&(d=e[++o],e[o]=c,e[u]=d)}),e.forEach(function(c){var u=a(c),h=u[0],d=u[1],f,m;if(f=r[h])if(delete r[f.end],f.push(c),f.end=d,m=i[d]){delete i[m.start];var b=m===f?f:f.concat(m);i[b.start=f.start]=r[b.end=m.end]=b}else i[f.start]=r[f.end]=f;else if(f=i[d])if(delete i[f.start],f.unshift(c),f.start=h,m=r[h]){delete r[m.end];var p=m===f?f:m.concat(f);i[p.start=m.start]=r[p.end=f.end]=p}else i[f.start]=r[f.end]=f;else f=[c],i[f.start=h]=r[f.end=d]=f});function a(c){var u=n.arcs[c<0?~c:c],h=u[0],d;return n.transform?(d=[0,0],u.forEach(function(f){d[0]+=f[0],d[1]+=f[1]})):d=u[u.length-1],c<0?[d,h]:[h,d]}function l(c,u){for(var h in c){var d=c[h];delete u[d.start],delete d.start,delete d.end,d.forEach(function(f){t[f<0?~f:f]=1}),s.push(d)}}return l(r,i),l(i,r),e.forEach(function(c){t[c<0?~c:c]||s.push([c])}),s}function mM(n){for(var e=-1,t=n.length,i,r=n[t-1],s=0;++e<t;)i=r,r=n[e],s+=i[0]*r[1]-i[1]*r[0];return Math.abs(s)}function kf(n){return oa(n,l_.apply(this,arguments))}function l_(n,e){var t={},i=[],r=[];e.forEach(s);function s(l){switch(l.type){case"GeometryCollection":l.geometries.forEach(s);break;case"Polygon":o(l.arcs);break;case"MultiPolygon":l.arcs.forEach(o);break}}function o(l){l.forEach(function(c){c.forEach(function(u){(t[u=u<0?~u:u]||(t[u]=[])).push(l)})}),i.push(l)}function a(l){return mM(oa(n,{type:"Polygon",arcs:[l]}).coordinates[0])}return i.forEach(function(l){if(!l._){var c=[],u=[l];for(l._=1,r.push(c);l=u.pop();)c.push(l),l.forEach(function(h){h.forEach(function(d){t[d<0?~d:d].forEach(function(f){f._||(f._=1,u.push(f))})})})}}),i.forEach(function(l){delete l._}),{type:"MultiPolygon",arcs:r.map(function(l){var c=[],u;if(l.forEach(function(b){b.forEach(function(p){p.forEach(function(g){t[g<0?~g:g].length<2&&c.push(g)})})}),c=Nf(n,c),(u=c.length)>1)for(var h=1,d=a(c[0]),f,m;h<u;++h)(f=a(c[h]))>d&&(m=c[0],c[0]=c[h],c[h]=m,d=f);return c}).filter(function(l){return l.length>0})}}var _M={coastline:"solid",international:"solid",undetermined:"dashed",special:"dotted"},c_=["countries","international","undetermined","coastline","special","lakes"];function u_(n){if(!wM(n))throw new TypeError(`not the packaged borders: a topology with ${c_.join(", ")} is expected`);let{objects:e}=n,t=e.special.geometries;return{countries:e.countries.geometries.map(i=>xM(n,i)),land:Df(kf(n,e.countries.geometries.filter(vM))),lakes:h_(n,e.lakes),borders:[ql("coastline",Yl(n,e.coastline).coordinates),ql("international",Yl(n,e.international).coordinates),ql("undetermined",Yl(n,e.undetermined).coordinates),ql("special",t.flatMap(i=>Yl(n,i).coordinates))]}}function ql(n,e){return{kind:n,stroke:_M[n],lines:e}}function xM(n,e){return{code:String(e.id),polygons:h_(n,e).coordinates}}function h_(n,e){let t=d_(n,e);if(t.type==="MultiPolygon")return Df(t);if(t.type==="Polygon")return Df({type:"MultiPolygon",coordinates:[t.coordinates]});throw new TypeError(`an area of the packaged borders is a ${t.type}`)}function Df({coordinates:n}){return{type:"MultiPolygon",coordinates:n.flatMap(t=>{let i=ef({type:"Polygon",coordinates:t});return i<bM?[]:i>2*Math.PI?[t.map(r=>[...r].reverse())]:[t]})}}var bM=1e-12;function Yl(n,e){let t=d_(n,e);if(t.type==="MultiLineString")return t;if(t.type==="LineString")return{type:"MultiLineString",coordinates:[t.coordinates]};throw new TypeError(`a line of the packaged borders is a ${t.type}`)}function d_(n,e){let t=If(n,e);if(t.type==="Feature")return t.geometry;throw new TypeError("a shape of the packaged borders is a collection")}function vM(n){return n.type==="Polygon"||n.type==="MultiPolygon"}function wM(n){if(typeof n!="object"||n===null)return!1;let{type:e,objects:t}=n;return e!=="Topology"||typeof t!="object"||t===null?!1:c_.every(i=>i in t)}var f_={"legend.cell_depends":{en:"defended or not, depending on uncertain values",ru:"прикрыто или нет — зависит от неопределённых значений"},"legend.cell_no":{en:"within the missile’s range, not defended",ru:"в пределах дальности ракеты, не прикрыто"},"legend.cell_yes":{en:"defended at both ends of the uncertain values",ru:"прикрыто при любых из неопределённых значений"},"legend.circle":{en:"greatest ground range counted for the interceptor",ru:"наибольшая учтённая дальность перехватчика"},"legend.dot_depends":{en:"reached at one stated speed, or too close to call",ru:"возможен лишь при одной из скоростей или на грани"},"legend.dot_no":{en:"reached at none",ru:"невозможен ни при одной"},"legend.dot_yes":{en:"reached at every stated speed",ru:"перехват возможен при любой из названных скоростей"},"legend.fan":{en:"radar coverage",ru:"зона обзора РЛС"},"legend.flight_depends":{en:"depends on a disputed or uncertain value",ru:"зависит от спорного или неопределённого значения"},"legend.flight_no":{en:"not reached",ru:"перехват невозможен"},"legend.flight_yes":{en:"reached",ru:"перехват возможен"},"legend.launch":{en:"launch area",ru:"район пуска"},"legend.radar":{en:"radar",ru:"РЛС"},"legend.seen":{en:"flight, seen by a radar",ru:"траектория, видимая РЛС"},"legend.site":{en:"interceptors",ru:"перехватчики"},"legend.target":{en:"aim",ru:"цель"},"legend.unseen":{en:"flight, not seen by a radar",ru:"траектория, не видимая РЛС"},"page.mark":{en:"Analysis · simulated from published figures",ru:"Анализ · расчёт по опубликованным данным"},"page.mark_full":{en:"Analysis. Everything here was computed from published figures; nothing was measured, and nothing commands any hardware.",ru:"Анализ. Всё приведённое рассчитано по опубликованным данным; ничто не измерено, и никакой техникой программа не управляет."},"page.mark_short":{en:"ANALYSIS · SIMULATED",ru:"АНАЛИЗ · РАСЧЁТ"},"plot.boost":{en:"boost",ru:"активный участок"},"plot.coast":{en:"coast",ru:"пассивный участок"},"plot.entry":{en:"entry",ru:"вход в атмосферу"},"release.class.ICBM":{en:"ICBM",ru:"МБР"},"release.class.IRBM":{en:"IRBM",ru:"БР промежуточной дальности"},"release.class.MRBM":{en:"MRBM",ru:"БР средней дальности"},"release.class.SRBM":{en:"SRBM",ru:"БР малой дальности"},"release.class.orbital":{en:"an object in orbit",ru:"объект на орбите"},"release.class.unknown":{en:"an object of unknown class",ru:"объект неизвестного класса"},"release.event.confirmed":{en:"confirmed by a second sensor",ru:"подтверждено вторым средством"},"release.event.ended":{en:"ended",ru:"завершён"},"release.event.impact-predicted":{en:"impact predicted",ru:"предсказано место падения"},"release.event.inside-notice":{en:"as its notice says",ru:"соответствует уведомлению"},"release.event.launch-detected":{en:"launch detected",ru:"обнаружен пуск"},"release.event.lost":{en:"lost",ru:"потерян"},"release.event.outside-notice":{en:"outside its notice",ru:"не соответствует уведомлению"},"rule.commit_delay":{en:"it would have to start before the decision to launch",ru:"пуск потребовался бы раньше решения на пуск"},"rule.latest_intercept":{en:"the target would be met too late before its re-entry",ru:"встреча слишком поздно, перед самым входом в атмосферу"},"rule.launch_in_boost":{en:"it would have to start before the target’s burnout",ru:"пуск потребовался бы до конца активного участка цели"},"rule.max_ground_range":{en:"the target stays beyond the greatest ground range",ru:"цель остаётся дальше наибольшей дальности"},"rule.max_intercept_height":{en:"the target flies above the greatest intercept height",ru:"цель летит выше наибольшей высоты перехвата"},"rule.min_intercept_height":{en:"the target never flies above the least intercept height",ru:"цель не поднимается выше наименьшей высоты перехвата"},"rule.not-seen":{en:"no sensor gives the cue",ru:"нет обнаружения, по которому начинают перехват"},"rule.out-of-reach":{en:"the interceptor cannot reach the target’s path in time",ru:"перехватчик не успевает к траектории цели"},"rule.sensor_at_intercept":{en:"no sensor sees the target where it could be met",ru:"там, где возможна встреча, цель не видит ни одно средство"},"status.assumed":{en:"assumed",ru:"принято"},"status.computed":{en:"computed",ru:"рассчитано"},"status.disputed":{en:"disputed",ru:"спорно"},"status.general":{en:"general knowledge",ru:"общеизвестно"},"status.read":{en:"read in the source",ru:"прочитано в источнике"},"status.second-hand":{en:"second-hand",ru:"из вторых рук"},"unseen.below-clouds":{en:"the motor stops below the clouds",ru:"двигатель отработал ниже облаков"},"unseen.below-horizon":{en:"below the horizon",ru:"ниже горизонта"},"unseen.beyond-range":{en:"beyond range",ru:"дальше дальности обнаружения"},"unseen.not-cued":{en:"not pointed there by another sensor",ru:"нет целеуказания от другого средства"},"unseen.outside-sector":{en:"outside the sector",ru:"вне сектора обзора"},"verdict.depends":{en:"depends",ru:"зависит"},"verdict.no":{en:"no",ru:"нет"},"verdict.yes":{en:"yes",ru:"да"},"warning.open-sea":{en:"open sea",ru:"открытое море"},"warning.sea-off":{en:"sea off {country}",ru:"море у берегов: {country}"},"web.address.bad_value":{en:"The link gives {key} a value that cannot be, and it was left out: {value}.",ru:"Недопустимое значение {key} в ссылке, оно пропущено: {value}."},"web.address.other_version":{en:"This link was made by another version ({version}). What it says is not shown; you see the beginning.",ru:"Эта ссылка создана другой версией ({version}). Её содержание не показано: вы видите начальный вид."},"web.address.unknown_key":{en:"The link names something that this version does not know, and it was left out: {key}.",ru:"В ссылке есть то, чего эта версия не знает; это пропущено: {key}."},"web.argument.assumptions":{en:"Assumptions side by side",ru:"Допущения сторон рядом"},"web.argument.back":{en:"All claims",ru:"Все утверждения"},"web.argument.found":{en:"What the assessment found",ru:"Что установила оценка"},"web.argument.none":{en:"This claim hangs on no speed, delay or range that could be moved here.",ru:"Это утверждение не зависит от скорости, задержки или дальности, которые можно менять здесь."},"web.argument.other_phase":{en:"What is argued is {phase}, whichever phase the map shows.",ru:"Спор идёт о варианте «{phase}», какой бы этап ни был на карте."},"web.argument.title":{en:"The argument",ru:"Спор"},"web.argument.whose":{en:"Under whose assumptions?",ru:"При чьих допущениях?"},"web.argument.wording":{en:"In their words",ru:"Их словами"},"web.cell.unthreatened":{en:"not within the missile’s range",ru:"вне дальности ракеты"},"web.changed.more":{en:{one:"and {n} more",other:"and {n} more"},ru:{one:"и ещё {n}",few:"и ещё {n}",many:"и ещё {n}"}},"web.changed.title":{en:{one:"{n} flight of {all} changes",other:"{n} flights of {all} change"},ru:{one:"{n} полёт из {all} меняется",few:"{n} полёта из {all} меняются",many:"{n} полётов из {all} меняются"}},"web.changed.to":{en:"becomes",ru:"становится"},"web.claims.lead":{en:"Each claim was judged under each side’s assumptions. Open one to argue over it.",ru:"Каждое утверждение проверено при допущениях каждой стороны. Откройте одно, чтобы спорить о нём."},"web.claims.title":{en:"What the parties claim",ru:"Что утверждают стороны"},"web.column.apogee":{en:"Apogee",ru:"Апогей"},"web.column.area":{en:"Area",ru:"Площадь"},"web.column.at_height":{en:"At height",ru:"На высоте"},"web.column.at_least":{en:"At least",ru:"Не менее"},"web.column.at_most":{en:"At most",ru:"Не более"},"web.column.battery":{en:"Battery",ru:"Батарея"},"web.column.best":{en:"Among the best",ru:"Среди лучших"},"web.column.burnout":{en:"Burnout",ru:"Конец активного участка"},"web.column.by":{en:"Stated by",ru:"Кем названо"},"web.column.class":{en:"Class",ru:"Класс"},"web.column.closes":{en:"Window closes",ru:"Окно закрывается"},"web.column.coasted":{en:"Coasted",ru:"По прогнозу"},"web.column.contributors":{en:"Contributors",ru:"Источники данных"},"web.column.count":{en:"Number",ru:"Число"},"web.column.defended":{en:"Defended",ru:"Прикрыто"},"web.column.first_seen":{en:"First seen",ru:"Впервые видна"},"web.column.flight":{en:"Flight",ru:"Траектория"},"web.column.flight_phase":{en:"Phase of flight",ru:"Участок полёта"},"web.column.flight_time":{en:"Flight time",ru:"Время полёта"},"web.column.ground_range":{en:"Ground range",ru:"Дальность по земле"},"web.column.height":{en:"Height",ru:"Высота"},"web.column.interceptor":{en:"Interceptor",ru:"Перехватчик"},"web.column.last_seen":{en:"Last seen",ru:"Видна до"},"web.column.lat":{en:"Latitude",ru:"Широта"},"web.column.launch":{en:"Launch area",ru:"Район пуска"},"web.column.least_speed":{en:"Least speed needed",ru:"Наименьшая нужная скорость"},"web.column.lon":{en:"Longitude",ru:"Долгота"},"web.column.missile":{en:"Missile",ru:"Ракета"},"web.column.name":{en:"Name",ru:"Название"},"web.column.number":{en:"Track",ru:"Трасса"},"web.column.observer":{en:"Observer",ru:"Наблюдатель"},"web.column.opens":{en:"Window opens",ru:"Окно открывается"},"web.column.party":{en:"Party",ru:"Сторона"},"web.column.people":{en:"People",ru:"Население"},"web.column.power":{en:"Power of the test",ru:"Мощность критерия"},"web.column.range":{en:"Range",ru:"Дальность"},"web.column.reached":{en:"Reached",ru:"Перехват возможен"},"web.column.reentry":{en:"Re-entry",ru:"Вход в атмосферу"},"web.column.region":{en:"Region",ru:"Район"},"web.column.role":{en:"Role",ru:"Роль"},"web.column.sensor":{en:"Sensor",ru:"Датчик"},"web.column.sigma":{en:"Burnout speed known within",ru:"Скорость в конце разгона известна с точностью"},"web.column.site":{en:"Site",ru:"Объект"},"web.column.source":{en:"Source",ru:"Источник"},"web.column.speed":{en:"Speed",ru:"Скорость"},"web.column.speed_to":{en:"Burnout speed, up to",ru:"Скорость в конце разгона, до"},"web.column.status":{en:"Status",ru:"Статус"},"web.column.target":{en:"Aim",ru:"Цель"},"web.column.visible":{en:"Sees the flight for",ru:"Видит полёт"},"web.column.why_not":{en:"Why not",ru:"Почему нет"},"web.compare.area":{en:"Defended area",ru:"Прикрытая территория"},"web.compare.better":{en:"better in the second: {area}",ru:"лучше во втором: {area}"},"web.compare.close":{en:"End",ru:"Завершить"},"web.compare.first":{en:"First",ru:"Первый"},"web.compare.flights":{en:{one:"{n} flight of {all} differs",other:"{n} flights of {all} differ"},ru:{one:"{n} полёт из {all} различается",few:"{n} полёта из {all} различаются",many:"{n} полётов из {all} различаются"}},"web.compare.open":{en:"Compare with another setting",ru:"Сравнить с другим вариантом"},"web.compare.party":{en:"Assumptions of the second setting",ru:"Допущения второго варианта"},"web.compare.phase":{en:"Phase of the second setting",ru:"Этап второго варианта"},"web.compare.same":{en:"no difference: {area}",ru:"без различий: {area}"},"web.compare.second":{en:"Second",ru:"Второй"},"web.compare.swap":{en:"Exchange the two",ru:"Поменять местами"},"web.compare.title":{en:"Two settings compared",ru:"Сравнение двух вариантов"},"web.compare.worse":{en:"worse in the second: {area}",ru:"хуже во втором: {area}"},"web.crux.above":{en:"It turns at {value} of {name}: above that a flight comes within reach.",ru:"Поворот: {name} {value}; если больше, полёт становится досягаемым."},"web.crux.below":{en:"It turns at {value} of {name}: below that a flight comes within reach.",ru:"Поворот: {name} {value}; если меньше, полёт становится досягаемым."},"web.crux.between":{en:"a value between {low} and {high}",ru:"между {low} и {high}"},"web.crux.cap":{en:"greatest ground range",ru:"наибольшая дальность"},"web.crux.delay":{en:"delay until launch",ru:"задержка до пуска"},"web.crux.how":{en:"One number moved at a time, all others as they are set. Within {band} of the border nothing is called decided.",ru:"Меняется одно число, остальные – как заданы. Ближе {band} к границе вывод не считается определённым."},"web.crux.never":{en:"No {name} from {low} to {high} turns it.",ru:"Не меняет вывода: {name} от {low} до {high}."},"web.crux.speed":{en:"burnout speed",ru:"скорость в конце активного участка"},"web.crux.title":{en:"On what it hangs",ru:"От чего это зависит"},"web.disclaimer":{en:"Borders in the United Nations’ view; no endorsement implied.",ru:"Границы в представлении ООН; не означает одобрения."},"web.document.inside":{en:"its parts are not of the form that it names",ru:"её части не той формы, которая в ней названа"},"web.document.not_a_view":{en:"The document on this page is no assessment that can be shown: {detail}.",ru:"Документ на этой странице – не оценка, которую можно показать: {detail}."},"web.document.not_json":{en:"The document on this page is damaged: {detail}.",ru:"Документ на этой странице повреждён: {detail}."},"web.document.other_form":{en:"The document was written by another version ({detail}). Make it again with this one.",ru:"Документ записан другой версией ({detail}). Создайте его заново этой версией."},"web.event.apogee":{en:"highest point",ru:"вершина"},"web.event.burnout":{en:"burnout",ru:"конец активного участка"},"web.event.first-seen":{en:"first seen by",ru:"впервые видит"},"web.event.impact":{en:"impact",ru:"падение"},"web.event.last-seen":{en:"last seen by",ru:"последний раз видит"},"web.event.launch":{en:"launch",ru:"пуск"},"web.event.launch-window-closes":{en:"too late to leave",ru:"пускать поздно"},"web.event.launch-window-opens":{en:"interceptor may leave",ru:"пуск перехватчика возможен"},"web.event.meeting":{en:"a meeting could be here",ru:"возможная встреча"},"web.event.reentry":{en:"re-entry",ru:"вход в атмосферу"},"web.event.window-closes":{en:"window closes",ru:"окно закрывается"},"web.event.window-opens":{en:"window opens",ru:"окно открывается"},"web.explain.argued":{en:"As the argument is set",ru:"Как задано в споре"},"web.explain.at_sea":{en:"at sea",ru:"в море"},"web.explain.battery":{en:"Interceptors",ru:"Перехватчики"},"web.explain.cell":{en:"Piece of ground",ru:"Участок земли"},"web.explain.close":{en:"Close",ru:"Закрыть"},"web.explain.could_meet":{en:"Who could meet it",ru:"Кто мог бы его встретить"},"web.explain.defended_against":{en:"Defended against",ru:"Прикрыто от"},"web.explain.disputed":{en:"Disputed flight",ru:"Спорный полёт"},"web.explain.event":{en:"Event of a flight",ru:"Событие полёта"},"web.explain.flights":{en:"Flights",ru:"Полёты"},"web.explain.in_orbit":{en:"in orbit",ru:"на орбите"},"web.explain.infrared":{en:"Infrared sensors in orbit",ru:"Инфракрасные датчики на орбите"},"web.explain.moved":{en:"with numbers moved",ru:"с изменёнными числами"},"web.explain.observer":{en:"Place for an observer",ru:"Место для наблюдателя"},"web.explain.plan":{en:"Announced flight test",ru:"Объявленное лётное испытание"},"web.explain.radar":{en:"Radar",ru:"РЛС"},"web.explain.range_of":{en:"{range} for {area} m²",ru:"{range} для {area} м²"},"web.explain.reaches":{en:"Disputed flights in this phase",ru:"Спорные полёты на этом этапе"},"web.explain.sector":{en:"azimuth {azimuth}, elevation {elevation}",ru:"азимут {azimuth}, угол места {elevation}"},"web.explain.seen":{en:"Who sees it",ru:"Кто его видит"},"web.explain.seen_from":{en:"from {from} to {to}",ru:"с {from} до {to}"},"web.explain.sees":{en:"What it sees in this phase",ru:"Что видит на этом этапе"},"web.explain.shots":{en:{one:"{n} attempt",other:"{n} attempts"},ru:{one:"{n} попытка",few:"{n} попытки",many:"{n} попыток"}},"web.explain.speed_margin":{en:"speed to spare: {margin}",ru:"запас скорости: {margin}"},"web.explain.speeds":{en:"Burnout speed, and who states it",ru:"Скорость и кто её называет"},"web.explain.threat":{en:"Flight against which the phase is built",ru:"Полёт, против которого создан этап"},"web.explain.title":{en:"What was chosen",ru:"Что выбрано"},"web.explain.told":{en:"Who says so",ru:"Кто это говорит"},"web.explain.unknown":{en:"Nothing is known of this here",ru:"Об этом здесь ничего не известно"},"web.explain.warnings":{en:"To be heeded",ru:"На что обратить внимание"},"web.explain.window":{en:"window from {from} to {to}",ru:"окно с {from} до {to}"},"web.fact.apogee":{en:"Highest point",ru:"Вершина"},"web.fact.burnout":{en:"Burnout",ru:"Конец активного участка"},"web.fact.by":{en:"By",ru:"Кем"},"web.fact.cap":{en:"Greatest ground range",ru:"Наибольшая дальность"},"web.fact.cells":{en:"Size",ru:"Размер"},"web.fact.count":{en:"Count",ru:"Число"},"web.fact.duration":{en:"Duration",ru:"Длительность"},"web.fact.ground":{en:"Ground range",ru:"Дальность"},"web.fact.heights":{en:"Heights",ru:"Высоты"},"web.fact.interceptor":{en:"Interceptor",ru:"Перехватчик"},"web.fact.missile":{en:"Missile",ru:"Ракета"},"web.fact.party":{en:"Party",ru:"Сторона"},"web.fact.phases":{en:"Phase",ru:"Этап"},"web.fact.place":{en:"Place",ru:"Место"},"web.fact.power":{en:"Power",ru:"Мощность критерия"},"web.fact.range":{en:"Range",ru:"Дальность"},"web.fact.search":{en:"Search",ru:"Поиск"},"web.fact.sectors":{en:"Sector",ru:"Сектор"},"web.fact.sigma":{en:"Accuracy of the speed",ru:"Точность скорости"},"web.fact.time":{en:"Time",ru:"Время"},"web.fact.visible":{en:"Seen for",ru:"Видно в течение"},"web.figure.failed":{en:"The figure could not be made: nothing is drawn, or this browser gives no canvas.",ru:"Рисунок не создан: ничего не показано или браузер не даёт холста."},"web.figure.png":{en:"Figure PNG",ru:"Рисунок PNG"},"web.figure.svg":{en:"Figure SVG",ru:"Рисунок SVG"},"web.keys.close":{en:"Close",ru:"Закрыть"},"web.keys.escape":{en:"close what was chosen",ru:"закрыть выбранное"},"web.keys.events":{en:"event before, next event",ru:"предыдущее и следующее событие"},"web.keys.globe":{en:"to the globe",ru:"к глобусу"},"web.keys.help":{en:"this list",ru:"этот список"},"web.keys.home":{en:"where it began",ru:"к началу"},"web.keys.move":{en:"move the globe (when it has the focus)",ru:"двигать глобус (когда он в фокусе)"},"web.keys.on":{en:"Single keys do this anywhere on the globe’s page",ru:"Одиночные клавиши действуют на всей странице глобуса"},"web.keys.phases":{en:"choose a phase",ru:"выбрать этап"},"web.keys.play":{en:"let time run or stop",ru:"запустить или остановить время"},"web.keys.tables":{en:"open or close the tables",ru:"открыть или закрыть таблицы"},"web.keys.title":{en:"Keys",ru:"Клавиши"},"web.keys.turn":{en:"turn and tilt it",ru:"повернуть и наклонить"},"web.keys.zoom":{en:"nearer, farther",ru:"ближе, дальше"},"web.knob.cap":{en:"Greatest ground range",ru:"Наибольшая дальность"},"web.knob.delay":{en:"Delay until launch",ru:"Задержка до пуска"},"web.knob.reset":{en:"back",ru:"вернуть"},"web.knob.speed":{en:"Burnout speed",ru:"Скорость в конце активного участка"},"web.lane.flight":{en:"Flight",ru:"Полёт"},"web.lane.launch-window":{en:"interceptor may leave",ru:"возможен пуск перехватчика"},"web.lane.seen":{en:"seen",ru:"видит"},"web.lane.window":{en:"could meet it",ru:"возможна встреча"},"web.layer.borders":{en:"Coasts and borders",ru:"Берега и границы"},"web.layer.covariances":{en:"Where tracks may be",ru:"Где могут быть цели"},"web.layer.defended":{en:"Defended area",ru:"Прикрытая территория"},"web.layer.disputed":{en:"Disputed flights",ru:"Спорные полёты"},"web.layer.fans":{en:"What radars see",ru:"Что видят РЛС"},"web.layer.flights":{en:"Flights against which it is built",ru:"Полёты, против которых он создан"},"web.layer.graticule":{en:"Grid",ru:"Сетка"},"web.layer.impacts":{en:"Predicted areas",ru:"Предсказанные районы"},"web.layer.labels":{en:"Names",ru:"Названия"},"web.layer.observers":{en:"Places for observers",ru:"Места для наблюдателей"},"web.layer.reach":{en:"Interceptor reach",ru:"Досягаемость перехватчиков"},"web.layer.sites":{en:"Sites and ships",ru:"Объекты и корабли"},"web.layer.tracks":{en:"Tracks",ru:"Трассы"},"web.layer.trails":{en:"Trails",ru:"Следы"},"web.layers.title":{en:"What is shown",ru:"Что показано"},"web.lead":{en:"A missile shield in Europe as published figures make it. Choose a phase, let a flight run, or move an assumption and see whether the answer turns.",ru:"Противоракетный щит в Европе по опубликованным данным. Выберите этап, запустите полёт или измените допущение – и посмотрите, изменится ли ответ."},"web.least.more":{en:"from more than {speed} km/s",ru:"при скорости больше {speed} км/с"},"web.least.never":{en:"no speed up to 12 km/s",ru:"ни при какой скорости до 12 км/с"},"web.least.value":{en:"from {speed} km/s",ru:"от {speed} км/с"},"web.legend.border":{en:"border",ru:"граница"},"web.legend.cell_better":{en:"better defended in the second",ru:"лучше прикрыто во втором"},"web.legend.cell_same":{en:"no difference",ru:"без различий"},"web.legend.cell_worse":{en:"worse defended in the second",ru:"хуже прикрыто во втором"},"web.legend.contested":{en:"contested or undetermined border",ru:"спорная или неопределённая граница"},"web.legend.covariance":{en:"where it is with 95 % probability",ru:"где она с вероятностью 95 %"},"web.legend.hazard":{en:"area of the notice",ru:"район уведомления"},"web.legend.impact":{en:"predicted impact, 95 %",ru:"предсказанное падение, 95 %"},"web.legend.launch_area":{en:"estimated launch, 95 %",ru:"оценка места пуска, 95 %"},"web.legend.missile":{en:"where the missile is",ru:"где находится ракета"},"web.legend.observer":{en:"other places",ru:"другие места"},"web.legend.observer_best":{en:"best places together",ru:"лучшие места вместе"},"web.legend.reach":{en:"how high and far an interceptor reaches",ru:"высота и дальность полёта перехватчика"},"web.legend.ship":{en:"interceptors on a ship",ru:"перехватчики на корабле"},"web.legend.special":{en:"other line of separation",ru:"иная линия разделения"},"web.legend.trail":{en:"the last two minutes",ru:"последние две минуты"},"web.legend.unknown":{en:"phase not known",ru:"участок неизвестен"},"web.link.copied":{en:"Copied",ru:"Скопировано"},"web.link.copy":{en:"Copy link",ru:"Копировать ссылку"},"web.link.in_address":{en:"The link stands in the address",ru:"Ссылка – в адресной строке"},"web.live.advice.none":{en:"You know of no sensor that has anything in view.",ru:"Вам не известно средство, в обзоре которого что-либо есть."},"web.live.advice.nothing":{en:"Advice, made of what you see alone. It commands nothing.",ru:"Совет, основанный лишь на том, что вы видите. Он ничем не командует."},"web.live.advice.title":{en:"Advice: who should look where",ru:"Совет: кому куда смотреть"},"web.live.advice.total":{en:"Where they come down with 95 %: {before} without looks, {turn} looking in turn, {after} as advised",ru:"Где они упадут с вероятностью 95 %: {before} без наблюдений, {turn} при наблюдении по очереди, {after} по совету"},"web.live.age.lost":{en:"what is seen is {age} old",ru:"показанному {age}"},"web.live.age.none":{en:"no picture yet: no rule grants one, or nobody sends",ru:"картины ещё нет: ни одно правило её не даёт или никто не передаёт данных"},"web.live.age.now":{en:"the picture is of now",ru:"картина на настоящий момент"},"web.live.age.old":{en:"nothing new for {age}",ru:"нет изменений {age}"},"web.live.alarms.about":{en:"notice {notice}",ru:"уведомление {notice}"},"web.live.alarms.after":{en:"{latency} after the first detection",ru:"через {latency} после первой отметки"},"web.live.alarms.again":{en:"found once more",ru:"найдено повторно"},"web.live.alarms.alarm":{en:"ALARM",ru:"ТРЕВОГА"},"web.live.alarms.more":{en:"All events",ru:"Все события"},"web.live.alarms.newest":{en:"Newest alarm",ru:"Последняя тревога"},"web.live.alarms.none":{en:"Nothing has happened.",ru:"Ничего не произошло."},"web.live.alarms.title":{en:"Alarms and events",ru:"Тревоги и события"},"web.live.behind.behind":{en:"BEHIND LIVE by {age}",ru:"ОТСТАЁТ на {age}"},"web.live.behind.nothing":{en:"The last minutes are kept while the picture comes.",ru:"Последние минуты хранятся, пока картина поступает."},"web.live.behind.now":{en:"Live",ru:"Сейчас"},"web.live.behind.return":{en:"Return to live",ru:"Вернуться к настоящему"},"web.live.behind.slider":{en:"Time, back to {from}",ru:"Время, назад до {from}"},"web.live.behind.title":{en:"Time of the picture",ru:"Время картины"},"web.live.event.against":{en:"Contradicts",ru:"Противоречит"},"web.live.event.detections":{en:"Detections",ru:"Отметок"},"web.live.event.ellipse":{en:"Ellipse, 95 %",ru:"Эллипс, 95 %"},"web.live.event.expected":{en:"Expected",ru:"Ожидается"},"web.live.event.kind":{en:"Event of the live picture",ru:"Событие картины"},"web.live.event.latency":{en:"After the first detection",ru:"После первой отметки"},"web.live.event.notice":{en:"Notice",ru:"Уведомление"},"web.live.event.object":{en:"Object",ru:"Объект"},"web.live.event.place":{en:"Where",ru:"Где"},"web.live.event.region":{en:"Region",ru:"Район"},"web.live.event.time":{en:"When",ru:"Когда"},"web.live.event.told":{en:"Told",ru:"Сообщено"},"web.live.filters.all":{en:"Show everything",ru:"Показать всё"},"web.live.filters.classes":{en:"Classes",ru:"Классы"},"web.live.filters.help":{en:"What is not ticked is left out. A track stays as long as somebody who is ticked has seen it.",ru:"Не отмеченное не показывается. Трасса видна, пока её видел кто-либо из отмеченных."},"web.live.filters.parties":{en:"Parties",ru:"Стороны"},"web.live.filters.sensors":{en:"Sensors",ru:"Средства"},"web.live.filters.title":{en:"What is left out",ru:"Что не показано"},"web.live.link.live":{en:"Live",ru:"На связи"},"web.live.link.lost":{en:"Not live",ru:"Нет связи"},"web.live.link.off":{en:"No centre is asked yet",ru:"Центр ещё не запрошен"},"web.live.link.opening":{en:"Opening the line",ru:"Соединение открывается"},"web.live.link.refused":{en:"Refused",ru:"Отказано"},"web.live.lost.again":{en:"The next attempt is in {wait}.",ru:"Следующая попытка через {wait}."},"web.live.lost.away":{en:"The centre does not answer.",ru:"Центр не отвечает."},"web.live.lost.broken":{en:"What came was no picture.",ru:"Пришло то, что не является картиной."},"web.live.lost.busy":{en:"The centre has more to do than it can.",ru:"Центр перегружен."},"web.live.lost.ended":{en:"The centre ended the line.",ru:"Центр закрыл соединение."},"web.live.lost.retry":{en:"Try now",ru:"Попробовать сейчас"},"web.live.lost.silent":{en:"Nothing comes any more, and the centre does not answer.",ru:"Данных больше нет, и центр не отвечает."},"web.live.notices.by":{en:"by {party}, received {time}",ru:"от {party}, принято {time}"},"web.live.notices.none":{en:"Nobody has announced a launch.",ru:"О пусках никто не уведомлял."},"web.live.notices.title":{en:"Notices of launches",ru:"Уведомления о пусках"},"web.live.notices.window":{en:"from {begin} to {end}",ru:"с {begin} до {end}"},"web.live.objects":{en:{one:"{n} object",other:"{n} objects"},ru:{one:"{n} объект",few:"{n} объекта",many:"{n} объектов"}},"web.live.picture.all":{en:"All of them at once",ru:"Все сразу"},"web.live.picture.best":{en:"The earliest and finest (now {number})",ru:"Самая ранняя и точная (сейчас {number})"},"web.live.picture.down":{en:"This picture rests after a failure: nothing is in it, whatever flies.",ru:"Эта картина остановлена после сбоя: в ней ничего нет, что бы ни летело."},"web.live.picture.none":{en:"none",ru:"нет"},"web.live.picture.one":{en:"{number}: {parties}",ru:"{number}: {parties}"},"web.live.picture.title":{en:"Which picture",ru:"Какая картина"},"web.live.place.first-seen":{en:"first seen",ru:"впервые обнаружен"},"web.live.place.impact":{en:"impact",ru:"падение"},"web.live.place.last-seen":{en:"last seen",ru:"последний раз обнаружен"},"web.live.place.launch":{en:"launch",ru:"пуск"},"web.live.place.none":{en:"no place",ru:"место неизвестно"},"web.live.refused.not-allowed":{en:"Whoever has this token is shown no picture.",ru:"Владельцу этого токена картина не показывается."},"web.live.refused.not-known":{en:"The centre does not know this token, or it has ended.",ru:"Центр не знает этого токена, или его срок истёк."},"web.live.rules.ask":{en:"Add",ru:"Добавить"},"web.live.rules.asking":{en:"The centre is asked.",ru:"Запрос к центру."},"web.live.rules.failed":{en:"The centre did not say.",ru:"Центр не ответил."},"web.live.rules.name":{en:"Another party or viewer",ru:"Другая сторона или зритель"},"web.live.rules.not-allowed":{en:"Only a party is told what others would see of its own data.",ru:"Только стороне сообщается, что другие увидели бы из её собственных данных."},"web.live.rules.other":{en:"What {party} would see of it",ru:"Что от него увидела бы сторона {party}"},"web.live.rules.own":{en:"Why this picture shows it",ru:"Почему он есть в этой картине"},"web.live.rules.title":{en:"Under which rules",ru:"По каким правилам"},"web.live.rules.unnamed":{en:"The terms do not name the sensors, so that nobody can be asked about them.",ru:"Условия не называют средства, поэтому о них нельзя спросить."},"web.live.served.no_view":{en:"The assessment did not come from the server.",ru:"Сервер не передал оценку."},"web.live.served.no_world":{en:"Land and borders did not come from the server.",ru:"Сервер не передал сушу и границы."},"web.live.terms.at_once":{en:"at once",ru:"сразу"},"web.live.terms.classes":{en:"only while taken for {classes}",ru:"только пока принят за: {classes}"},"web.live.terms.delay":{en:"{delay} after arrival",ru:"через {delay} после приёма"},"web.live.terms.exact":{en:"numbers as they are",ru:"без округления"},"web.live.terms.factor":{en:"covariances times {factor}",ru:"ковариации, умноженные на {factor}"},"web.live.terms.position":{en:"positions to {step}",ru:"положения до {step}"},"web.live.terms.time":{en:"times to {step}",ru:"моменты времени до {step}"},"web.live.terms.unnamed":{en:"sensors not named",ru:"без названия средств"},"web.live.terms.velocity":{en:"velocities to {step}",ru:"скорости до {step}"},"web.live.time":{en:"{time} UTC",ru:"{time} всемирного времени"},"web.live.title":{en:"The picture of a centre",ru:"Картина центра"},"web.live.token.add":{en:"Another viewer’s token",ru:"Токен другого зрителя"},"web.live.token.bad":{en:"This can be no token: tokens are letters, digits and signs without spaces.",ru:"Это не может быть токеном: токен состоит из букв, цифр и знаков без пробелов."},"web.live.token.help":{en:"From the operator of the centre. It stays in this page and never stands in an address.",ru:"Его выдаёт оператор центра. Он остаётся на этой странице и никогда не стоит в адресе."},"web.live.token.keep":{en:"Keep it until this tab is closed",ru:"Хранить, пока открыта эта вкладка"},"web.live.token.label":{en:"Token",ru:"Токен"},"web.live.token.leave":{en:"Forget this token",ru:"Забыть этот токен"},"web.live.token.open":{en:"Show the picture",ru:"Показать картину"},"web.live.token.wanted":{en:"This link shows the picture of {viewer}: it needs that viewer’s token.",ru:"Эта ссылка показывает картину для {viewer}: нужен токен этого зрителя."},"web.live.track.ago":{en:"{time}, {age} ago",ru:"{time}, {age} назад"},"web.live.track.axes":{en:"± {longer} along, ± {shorter} across",ru:"± {longer} вдоль, ± {shorter} поперёк"},"web.live.track.by":{en:"Who has seen it",ru:"Кто его обнаружил"},"web.live.track.class":{en:"Taken for",ru:"Принят за"},"web.live.track.coasted":{en:"Coasted",ru:"Сопровождение"},"web.live.track.coasted_since":{en:"not found since {time} ({age}): where it is was computed",ru:"не обнаружен с {time} ({age}): положение рассчитано"},"web.live.track.first_seen":{en:"First seen",ru:"Впервые обнаружен"},"web.live.track.gone":{en:"This object is no longer in the picture.",ru:"Этого объекта в картине больше нет."},"web.live.track.height":{en:"Height",ru:"Высота"},"web.live.track.kind":{en:"Track",ru:"Трасса"},"web.live.track.last_seen":{en:"Last seen",ru:"Последний раз обнаружен"},"web.live.track.phase":{en:"Phase",ru:"Участок"},"web.live.track.phases":{en:"boost {boost}, coast {coast}, entry {entry}",ru:"активный {boost}, пассивный {coast}, вход {entry}"},"web.live.track.place":{en:"Above",ru:"Над"},"web.live.track.speed":{en:"Speed",ru:"Скорость"},"web.live.track.terms":{en:"Released",ru:"Выдаётся"},"web.live.track.title":{en:"Object {number} of picture {picture}",ru:"Объект {number} картины {picture}"},"web.live.track.uncertainty":{en:"Where it is, 95 %",ru:"Где находится, 95 %"},"web.live.track.unnamed":{en:"sensor not named",ru:"средство не названо"},"web.live.track.waiting":{en:"Who has seen it and how well is asked for.",ru:"Кто и насколько точно его обнаружил, запрашивается."},"web.live.viewer":{en:"Whose picture",ru:"Чья картина"},"web.margin.counts":{en:"Of {all} flights {reached} can be reached and {open} are too close to call.",ru:"Полётов: {all}; досягаемы: {reached}; на грани: {open}."},"web.margin.ends":{en:"By how much the nearest flight stays out of reach is uncertain: {ends} of burnout speed.",ru:"Насколько недосягаем ближайший полёт, не определено: {ends} по скорости."},"web.margin.from":{en:"from {low}, without an upper end",ru:"от {low}, сверху не ограничена"},"web.margin.in":{en:"The nearest flight is within reach by {margin} of burnout speed (uncertainty: {ends}).",ru:"Ближайший полёт досягаем с запасом {margin} по скорости (неопределённость: {ends})."},"web.margin.never":{en:"No speed up to 12 km/s would reach any of the flights.",ru:"Ни при какой скорости до 12 км/с не достижим ни один полёт."},"web.margin.out":{en:"The nearest flight stays out of reach by {margin} of burnout speed (uncertainty: {ends}).",ru:"Ближайшему полёту до досягаемости не хватает {margin} скорости (неопределённость: {ends})."},"web.margin.up_to":{en:"up to {high}, without a lower end",ru:"до {high}, снизу не ограничена"},"web.mark.exercise":{en:"EXERCISE",ru:"УЧЕНИЕ"},"web.mark.simulated":{en:"SIMULATED",ru:"МОДЕЛИРОВАНИЕ"},"web.missing.parts":{en:"Nothing is drawn: this bundle holds no globe and no map.",ru:"Ничего не показано: в этой сборке нет ни глобуса, ни карты."},"web.missing.view":{en:"There is no assessment on this page.",ru:"На этой странице нет оценки."},"web.notice.close":{en:"Put this notice away",ru:"Убрать это сообщение"},"web.notice.failed":{en:"A part of this page could not be shown: an error of the program or of the document. The rest goes on.",ru:"Часть страницы не удалось показать: ошибка программы или документа. Остальное работает."},"web.phase.unknown":{en:"not known",ru:"неизвестно"},"web.phases.title":{en:"The shield, phase by phase",ru:"Щит по этапам"},"web.picture.assessment":{en:"The Earth with sensors, interceptors, flights and what is defended; phase: {phase}. The tables below hold the same.",ru:"Земля с датчиками, перехватчиками, траекториями и прикрытой территорией; этап: {phase}. Таблицы ниже содержат то же."},"web.picture.live":{en:"The Earth with the tracks of the centre. The table below holds the same.",ru:"Земля с трассами центра. Таблица ниже содержит то же."},"web.picture.no_webgl":{en:"This browser shows no WebGL here, so that a map is drawn instead of the globe.",ru:"В этом браузере нет WebGL, поэтому вместо глобуса показана карта."},"web.reached.depends":{en:"too close to call",ru:"на грани"},"web.reached.no":{en:"out of reach",ru:"недосягаем"},"web.reached.yes":{en:"can be reached",ru:"досягаем"},"web.region.all":{en:"All that is to be defended",ru:"Всё, что должно быть прикрыто"},"web.role.disputed":{en:"disputed",ru:"спорная"},"web.role.threat":{en:"threat",ru:"угроза"},"web.room.ask.late":{en:"time is up",ru:"время вышло"},"web.room.ask.left":{en:"{left} left",ru:"осталось {left}"},"web.room.ask.none":{en:"Nothing is asked of you now.",ru:"Сейчас вас ни о чём не спрашивают."},"web.room.ask.scripted":{en:"A script answers for this cell; an answer from here counts where it comes first.",ru:"За эту группу отвечает сценарий; ответ отсюда засчитывается, если он пришёл раньше."},"web.room.ask.title":{en:"You are asked",ru:"Вас спрашивают"},"web.room.ask.why":{en:"The proposal behind it",ru:"Предложение, о котором речь"},"web.room.ask.words":{en:"Words with the answer",ru:"Слова к ответу"},"web.room.centre":{en:"The centre",ru:"Центр"},"web.room.clock.branched":{en:"A branch: up to {moment} as the run before it",ru:"Ветвь: до {moment} совпадает с прежним прогоном"},"web.room.clock.ended":{en:"The exercise is over",ru:"Учение окончено"},"web.room.clock.failed":{en:"The exercise failed: whoever runs it finds the reason in what it wrote",ru:"Сбой учения: причина записана там, где оно запущено"},"web.room.clock.of":{en:"{now} of {length}",ru:"{now} из {length}"},"web.room.clock.paused":{en:"Paused",ru:"Остановлено"},"web.room.clock.rewinding":{en:"Going back",ru:"Возврат назад"},"web.room.clock.running":{en:"Running at {speed}×",ru:"Идёт, {speed}×"},"web.room.clock.slower":{en:"Running at {real}×; {speed}× is wanted",ru:"Идёт, {real}×; нужно {speed}×"},"web.room.clock.title":{en:"Clock of the exercise",ru:"Часы учения"},"web.room.consulting.title":{en:"Consultations and keys",ru:"Консультации и ключи"},"web.room.control.back":{en:"Back to",ru:"Назад, к моменту"},"web.room.control.go":{en:"Go",ru:"Продолжить"},"web.room.control.kept":{en:"The run up to now stays in its folder; what comes after is another run.",ru:"Нынешний прогон останется в своей папке; дальше пойдёт другой прогон."},"web.room.control.pause":{en:"Pause",ru:"Пауза"},"web.room.control.rewind":{en:"Go back to {moment} and branch",ru:"Вернуться к {moment} и пойти иначе"},"web.room.control.speed":{en:"Speed",ru:"Скорость"},"web.room.control.step":{en:"One step",ru:"Один шаг"},"web.room.control.title":{en:"The controller",ru:"Управление"},"web.room.controller":{en:"Controller",ru:"Руководитель"},"web.room.done":{en:"Written down; it takes effect at {moment}.",ru:"Записано; действует с {moment}."},"web.room.earlier":{en:"Earlier ones ({count})",ru:"Прежние ({count})"},"web.room.enter":{en:"Each room of this exercise has a token. It lies in the folder of the exercise, as {file}; paste it below.",ru:"У каждой комнаты этого учения есть токен. Он лежит в папке учения: {file}; вставьте его ниже."},"web.room.failed":{en:"The server of the exercise does not answer: nothing was done.",ru:"Сервер учения не отвечает: ничего не сделано."},"web.room.folder":{en:"Written into: {folder}",ru:"Записывается в папку: {folder}"},"web.room.inject.do":{en:"Make it happen",ru:"Ввести"},"web.room.inject.launch":{en:"A simulated flight is launched",ru:"Начинается моделируемый полёт"},"web.room.inject.link-cut":{en:"A line is cut",ru:"Линия прерывается"},"web.room.inject.link-restored":{en:"A line holds again",ru:"Линия восстанавливается"},"web.room.inject.name":{en:"To what",ru:"С кем или с чем"},"web.room.inject.notice":{en:"A notice is given",ru:"Даётся уведомление"},"web.room.inject.releases":{en:"A party releases its data again",ru:"Сторона снова передаёт данные"},"web.room.inject.sensor-fails":{en:"A sensor fails",ru:"Датчик выходит из строя"},"web.room.inject.sensor-returns":{en:"A sensor works again",ru:"Датчик снова работает"},"web.room.inject.title":{en:"Make something happen",ru:"Ввести событие"},"web.room.inject.what":{en:"What",ru:"Что"},"web.room.inject.withholds":{en:"A party withholds its data",ru:"Сторона не передаёт данные"},"web.room.lesson":{en:"What this exercise teaches",ru:"Чему учит это учение"},"web.room.log.none":{en:"Nothing yet.",ru:"Пока ничего."},"web.room.log.title":{en:"What this room was told",ru:"Что сообщено этой комнате"},"web.room.of_party":{en:"Room of {party}",ru:"Комната стороны {party}"},"web.room.off":{en:"No room is open yet",ru:"Ни одна комната ещё не открыта"},"web.room.picture":{en:"The picture of this room",ru:"Картина этой комнаты"},"web.room.procedures":{en:"What is agreed",ru:"О чём договорено"},"web.room.proposals.lies":{en:"It would come down: {region}.",ru:"Падение ожидается: {region}."},"web.room.proposals.none":{en:"Nobody would act against anything yet.",ru:"Пока никто ни против чего не действует."},"web.room.proposals.title":{en:"Proposals and decisions",ru:"Предложения и решения"},"web.room.refused.answered":{en:"This has been answered already.",ru:"На это уже дан ответ."},"web.room.refused.controller":{en:"The controller alone does this.",ru:"Это делает только руководитель."},"web.room.refused.late":{en:"Too late: the time for this answer is over.",ru:"Слишком поздно: время для этого ответа вышло."},"web.room.refused.not-yours":{en:"This is not for this room to do.",ru:"Это дело не этой комнаты."},"web.room.refused.other":{en:"It was not taken.",ru:"Не принято."},"web.room.refused.over":{en:"The exercise is over.",ru:"Учение окончено."},"web.room.refused.unknown":{en:"There is nothing of this name or number.",ru:"Нет ничего с таким именем или номером."},"web.room.say.do":{en:"Write",ru:"Записать"},"web.room.say.label":{en:"Words for the log, which all rooms read",ru:"Слова в журнал, его читают во всех комнатах"},"web.room.says.consultation.no":{en:"Object",ru:"Возражаем"},"web.room.says.consultation.yes":{en:"Agree",ru:"Согласны"},"web.room.says.decision.no":{en:"Hold",ru:"Не действовать"},"web.room.says.decision.yes":{en:"Engage (simulated)",ru:"Перехватить (в модели)"},"web.room.says.key.no":{en:"Keep the key",ru:"Не поворачивать"},"web.room.says.key.yes":{en:"Turn the key",ru:"Повернуть ключ"},"web.room.shots.flying":{en:"under way",ru:"в пути"},"web.room.shots.hit":{en:"hit",ru:"поражён"},"web.room.shots.missed":{en:"missed",ru:"промах"},"web.room.shots.title":{en:"Simulated engagements",ru:"Моделируемые перехваты"},"web.room.shots.wasted":{en:"for nothing",ru:"напрасно"},"web.room.state.no":{en:"no",ru:"нет"},"web.room.state.open":{en:"open",ru:"ждёт ответа"},"web.room.state.over":{en:"decided without it",ru:"решено без ответа"},"web.room.state.timed-out":{en:"not answered in time",ru:"нет ответа в срок"},"web.room.state.yes":{en:"yes",ru:"да"},"web.room.tasks.none":{en:"No sensor has a task yet.",ru:"Задач у датчиков пока нет."},"web.room.tasks.title":{en:"Tasks of sensors (advice)",ru:"Задачи датчиков (советы)"},"web.room.title":{en:"Room",ru:"Комната"},"web.room.token_help":{en:"It stays in this page and never stands in an address.",ru:"Он остаётся на этой странице и никогда не стоит в адресе."},"web.search.cued":{en:"pointed by another sensor",ru:"по целеуказанию"},"web.search.fence":{en:"searches a fence",ru:"ищет в барьерной зоне"},"web.search.volume":{en:"searches by itself",ru:"ищет самостоятельно"},"web.sides.caption":{en:"What each side states; where it states nothing, the catalogue counts.",ru:"Что заявляет каждая сторона; где она молчит, действует каталог."},"web.sides.catalogue":{en:"as in the catalogue",ru:"как в каталоге"},"web.sides.parameter":{en:"Number or rule",ru:"Число или правило"},"web.source.general-knowledge":{en:"general knowledge",ru:"общеизвестно"},"web.source.glasshield":{en:"chosen or computed by this program",ru:"выбрано или рассчитано этой программой"},"web.subject.assessment":{en:"Assessment",ru:"Оценка"},"web.subject.live":{en:"Live",ru:"Сейчас"},"web.table.batteries":{en:"Interceptors",ru:"Перехватчики"},"web.table.cells":{en:"Cells of the map",ru:"Ячейки карты"},"web.table.flights":{en:"Flights",ru:"Траектории"},"web.table.observers":{en:"Places for observers",ru:"Места наблюдателей"},"web.table.reached":{en:"Which interceptors reach which flight",ru:"Какие перехватчики достают какую траекторию"},"web.table.seen":{en:"What sees which flight",ru:"Что видит какую траекторию"},"web.table.sensors":{en:"Radars and sensors",ru:"РЛС и датчики"},"web.table.shares":{en:"How much is defended",ru:"Сколько прикрыто"},"web.table.tracks":{en:"Tracks",ru:"Трассы"},"web.tables.csv":{en:"The open table as it is sorted",ru:"Открытая таблица, как она отсортирована"},"web.tables.more":{en:"More rows",ru:"Ещё строки"},"web.tables.picture_file":{en:"What the picture shows",ru:"То, что показано на картинке"},"web.tables.rows":{en:{one:"{n} row",other:"{n} rows"},ru:{one:"{n} строка",few:"{n} строки",many:"{n} строк"}},"web.tables.save":{en:"Save:",ru:"Сохранить:"},"web.tables.title":{en:"Tables",ru:"Таблицы"},"web.theme.auto":{en:"Colours: as the system",ru:"Цвета: как в системе"},"web.theme.dark":{en:"Colours: dark",ru:"Цвета: тёмные"},"web.theme.light":{en:"Colours: light",ru:"Цвета: светлые"},"web.theme.title":{en:"Colours",ru:"Цвета"},"web.time.back":{en:"Event before",ru:"Предыдущее событие"},"web.time.on":{en:"Next event",ru:"Следующее событие"},"web.time.pause":{en:"Stop time",ru:"Остановить время"},"web.time.play":{en:"Let time run",ru:"Запустить время"},"web.time.rate":{en:"How fast time runs",ru:"Скорость времени"},"web.time.slider":{en:"Time since launch",ru:"Время с пуска"},"web.time.title":{en:"Time of the flight",ru:"Время полёта"},"web.title":{en:"Glasshield: the globe",ru:"Glasshield: глобус"},"web.verdict.as_stated":{en:"All numbers are as the party states them.",ru:"Все числа – как заявляет сторона."},"web.verdict.fails":{en:"the claim fails",ru:"утверждение неверно"},"web.verdict.holds":{en:"the claim holds",ru:"утверждение верно"},"web.verdict.undecided":{en:"undecided",ru:"не определено"},"web.verdict.was":{en:"As the party states it: {verdict}.",ru:"Как заявляет сторона: {verdict}."},"web.view.flat":{en:"Flat map",ru:"Плоская карта"},"web.view.globe":{en:"Globe",ru:"Глобус"},"web.view.map":{en:"Map as a globe",ru:"Карта-глобус"},"web.view.polar":{en:"Polar map",ru:"Полярная карта"},"web.view.title":{en:"How the Earth is drawn",ru:"Как показана Земля"}},p_={en:{m:"m",km:"km",km2:"km²",m2:"m²","km/s":"km/s","m/s":"m/s","m/s2":"m/s²",s:"s",min:"min",h:"h",d:"d",deg:"°",kg:"kg",t:"t",Hz:"Hz","%":"%",1:""},ru:{m:"м",km:"км",km2:"км²",m2:"м²","km/s":"км/с","m/s":"м/с","m/s2":"м/с²",s:"с",min:"мин",h:"ч",d:"сут",deg:"°",kg:"кг",t:"т",Hz:"Гц","%":"%",1:""}};var ci=" ",Of=" ",aa="−",SM="–",Ff=25,MM=`5${"0".repeat(Ff-1)}`,EM=p_;function Ut(n,e,t=0){let i=Bf(Math.abs(e),t),r=Number(i)===0,s=e<0&&!r?aa:"",[o="",a]=i.split("."),l=Number(i)>=1e4?o.replace(/\B(?=(\d{3})+$)/g,Of):o;return s+(a===void 0?l:l+(n==="ru"?",":".")+a)}function m_(n,e){let t=e.replaceAll("-",aa);return n==="ru"?t.replaceAll(".",","):t}function Uf(n,e){return EM[n][e]??e}function nt(n,e,t,i=0){return Ds(n,Ut(n,e,i),t)}function ns(n,e,t,i="1",r=0){let[s,o]=[Ut(n,e,r),Ut(n,t,r)];if(s===o)return Ds(n,s,i);let a=(s+o).includes(aa)?" … ":SM;return Ds(n,s+a+o,i)}function Os(n,e){let t=100*e;return t>0&&t<.5?`<${Of}1${ci}%`:t>=99.5&&t<100?`>${Of}99${ci}%`:`${Ut(n,t)}${ci}%`}function $i(n,e){let t=Number(Bf(Math.abs(e),0)),i=e<0&&t>0?aa:"",[r,s]=[Math.floor(t/60),t%60];if(r===0)return i+Ds(n,String(s),"s");let o=Ds(n,String(s).padStart(2,"0"),"s");return i+Ds(n,String(r),"min")+ci+o}function un(n){let e=Number(Bf(Math.abs(n),0));return`${n<0&&e>0?aa:""}${Math.floor(e/60)}:${String(e%60).padStart(2,"0")}`}function ui(n,e,t){let[i,r,s,o]=n==="ru"?[`с.${ci}ш.`,`ю.${ci}ш.`,`в.${ci}д.`,`з.${ci}д.`]:["N","S","E","W"],a=`${Ut(n,Math.abs(e),2)}°${ci}${e>=0?i:r}`,l=`${Ut(n,Math.abs(t),2)}°${ci}${t>=0?s:o}`;return`${a}, ${l}`}function Ds(n,e,t){let i=Uf(n,t);return i===""?e:e+(i.startsWith("°")?"":ci)+i}function Bf(n,e){let t=n.toFixed(e+Ff);if(!t.endsWith(MM))return n.toFixed(e);let i=t.slice(0,-Ff).replace(/\.$/,"");return Number(i.at(-1))%2===0?i:n.toFixed(e)}var g_=f_;function Dn(n,e,t={}){let i=g_[e][n],r=typeof i=="string"?i:i[AM(n,t)];if(r===void 0)throw new RangeError(`${e} has no form for ${String(t.n)}`);return r.replace(/\{(\w+)\}|\{\{|\}\}/g,(s,o)=>o===void 0?s.charAt(0):TM(n,e,o,t))}function Gn(n){return Object.hasOwn(g_,n)}function TM(n,e,t,i){let r=i[t];if(r===void 0)throw new RangeError(`${e} needs ${t}`);return typeof r=="string"?r:m_(n,String(r))}function AM(n,e){let t=Number(e.n);if(n==="en")return t===1?"one":"other";let[i,r]=[t%10,t%100];return i===1&&r!==11?"one":i>=2&&i<=4&&!(r>=12&&r<=14)?"few":"many"}var x_="1";function la(n){return`#${new URLSearchParams([["v",x_],...CM(n).map(i=>[...i])]).toString().replaceAll("%2C",",").replaceAll("%3A",":").replaceAll("%2F","/")}`}function b_(n,e=Xi){let t=new URLSearchParams(n.replace(/^#/,""));if([...t.keys()].length===0)return{state:e,notes:[]};let i=t.get("v")??"";if(i!==x_)return{state:e,notes:[{kind:"other-version",version:i}]};let r=new zf(t);return{state:PM(r,e),notes:r.notes()}}function CM(n){let e=(t,i,r)=>i===null||i===r?[]:[[t,i]];return[...e("lang",n.language,null),...e("theme",n.theme,Xi.theme),...e("draw",n.renderer,Xi.renderer),...e("view",n.projection,Xi.projection),...e("show",n.subject,Xi.subject),...e("at",__(n.camera),__(es)),...n.hidden.map(t=>["hide",t]),...e("claim",n.claim,null),...y_("",n.setting),...n.compared===null?[]:[["compare","1"]],...n.compared===null?[]:y_("c-",n.compared),...e("flight",n.flight,null),...e("t",ni(n.time_s,1),null),...e("rate",ni(n.rate,3),ni(Xi.rate,3)),...n.selected===null?[]:[["sel",`${n.selected.kind}:${n.selected.id}`]],...RM(n.table),...n.filters.parties.map(t=>["no-party",t]),...n.filters.sensors.map(t=>["no-sensor",t]),...n.filters.classes.map(t=>["no-class",t]),...e("viewer",n.viewer,null),...e("picture",ni(n.picture,0),null)]}function y_(n,e){return[["phase",e.phase],["party",e.party],["speed",ni(Kl(e.speed_m_s,1e3),3)],["delay",ni(e.delay_s,1)],["cap",ni(Kl(e.cap_m,1e3),1)]].flatMap(([i,r])=>r===null?[]:[[n+i,r]])}function RM(n){if(n===null)return[];let e=n.sort===null?[]:[["sort",n.sort]];return[["table",n.name],...e,...n.descending?[["desc","1"]]:[]]}function __({lat_rad:n,lon_rad:e,range_m:t,tilt_rad:i,heading_rad:r}){let s=[ni(ve(n),3),ni(ve(e),3),ni(t/1e3,1),ni(ve(i),1),ni(ve(r),1)];for(;s.length>3&&s.at(-1)==="0";)s.pop();return s.join(",")}function PM(n,e){return{...e,language:n.among("lang",Qr)??e.language,theme:n.among("theme",Go)??e.theme,renderer:n.among("draw",sy)??e.renderer,projection:n.among("view",oy)??e.projection,subject:n.among("show",ay)??e.subject,camera:n.taken("at",UM)??e.camera,hidden:n.every("hide",DM),claim:n.taken("claim",hi),setting:v_(n,""),compared:LM(n),flight:n.taken("flight",hi),time_s:n.taken("t",Li(-1e6,1e11)),rate:n.taken("rate",Li(.1,60))??e.rate,playing:!1,selected:n.taken("sel",OM),table:IM(n),filters:NM(n),viewer:n.taken("viewer",hi),picture:n.taken("picture",FM)}}function v_(n,e){let t=n.taken(`${e}speed`,Li(0,20)),i=n.taken(`${e}cap`,Li(0,20100));return{phase:n.taken(`${e}phase`,hi),party:n.taken(`${e}party`,hi),speed_m_s:Kl(t,.001),delay_s:n.taken(`${e}delay`,Li(0,3600)),cap_m:Kl(i,.001)}}function LM(n){return n.taken("compare",w_)===!0?v_(n,"c-"):null}function IM(n){let e=n.taken("table",hi);if(e===null)return null;let t=n.taken("desc",w_)??!1;return{name:e,sort:n.taken("sort",hi),descending:t}}function NM(n){return{parties:n.every("no-party",hi),sensors:n.every("no-sensor",hi),classes:n.every("no-class",hi)}}var zf=class{#e;#t=new Set(["v"]);#n=[];constructor(e){this.#e=e}taken(e,t){return this.every(e,t)[0]??null}among(e,t){return this.taken(e,i=>t.find(r=>r===i)??null)}every(e,t){return this.#t.add(e),[...new Set(this.#e.getAll(e))].flatMap(i=>{let r=t(i);return r===null&&this.#n.push({kind:"bad-value",key:e,value:i}),r===null?[]:[r]})}notes(){let e=[...new Set(this.#e.keys())].filter(t=>!this.#t.has(t));return[...this.#n,...e.map(t=>({kind:"unknown-key",key:t}))]}},kM=200;function hi(n){return n!==""&&n.length<=kM&&!/\p{Cc}/u.test(n)?n:null}function DM(n){return Ai.find(e=>e===n)??null}function w_(n){return n==="1"?!0:null}function OM(n){let[,e,t]=/^([a-z-]+):(.+)$/s.exec(n)??[];return e===void 0||t===void 0||hi(t)===null?null:{kind:e,id:t}}function FM(n){return/^\d{1,9}$/.test(n)?Number(n):null}function Li(n,e){return t=>{let i=/^-?\d+(\.\d+)?$/.test(t)?Number(t):Number.NaN;return i>=n&&i<=e?i:null}}function UM(n){let[e,t,i,r="0",s="0",...o]=n.split(",");if(e===void 0||t===void 0||i===void 0||o.length>0)return null;let a=[Li(-90,90)(e),Li(-180,180)(t),Li(1,4e5)(i),Li(0,90)(r),Li(-360,360)(s)],[l,c,u,h,d]=a.map(f=>f??Number.NaN);return a.includes(null)?null:{lat_rad:De(l),lon_rad:De(c),range_m:u*1e3,tilt_rad:De(h),heading_rad:De(d)}}function Kl(n,e){return n===null?null:n/e}function ni(n,e){if(n===null)return null;let t=n.toFixed(e).replace(/(\.\d*?)0+$/,"$1").replace(/\.$/,"");return t==="-0"?"0":t}var Vf={value_m_s:1/0,low_m_s:1/0,high_m_s:1/0};function ca(n,e,t,i){if(n===null)return Vf;let[r,s]=[S_(e.delay_s,t),S_(e.cap_km,i)],o=e.cap_km.length,a=(d,f)=>n[d*o+f]??1/0,[l,c]=[a(r.before,s.after),a(r.after,s.before)];if(l===c)return{value_m_s:l,low_m_s:l,high_m_s:c};if(c===1/0)return{value_m_s:null,low_m_s:l,high_m_s:c};let u=d=>M_(a(d,s.before),a(d,s.after),s.share);return{value_m_s:M_(u(r.before),u(r.after),r.share),low_m_s:l,high_m_s:c}}function S_(n,e){let t=n.findIndex(s=>s>=e);if(t<0)return{before:n.length-1,after:n.length-1,share:0};if(t===0||n[t]===e)return{before:t,after:t,share:0};let[i,r]=[n[t-1],n[t]];return{before:t-1,after:t,share:(e-i)/(r-i)}}function M_(n,e,t){return t===0?n:n+t*(e-n)}var jl=["speed","delay","cap"],qi=1e3,BM=20;function Zl(n,e){return n.sides.find(i=>i.assumptions===e||i.party===e)??n.sides[0]}function Gf(n){let e=n.sides.flatMap(t=>t.interceptors);return(e.find(t=>t.speed.own)??e[0])?.interceptor??""}function Fs(n,e){if(e==="delay")return T_(n.delay_s);let t=n.caps.find(i=>i.interceptor===Gf(n));return t===void 0?[0,0]:e==="cap"?T_(t.cap_km):t.speed_km_s}function Jl(n,e,t){if(t==="delay")return e.delay;let i=Gf(n),r=e.interceptors.find(s=>s.interceptor===i);return r===void 0?null:t==="speed"?r.speed:r.ground_range}function Wf(n,e,t){let{speed_m_s:i,delay_s:r,cap_m:s}=e,o={speed:A_(i,qi),delay:r,cap:A_(s,qi)}[t];if(o===null)return null;let[a,l]=Fs(n,t);return Math.min(Math.max(o,a),l)}function Xf(n,e,t){if(e==="delay")return{...n,delay_s:t};let i=t===null?null:t*qi;return e==="speed"?{...n,speed_m_s:i}:{...n,cap_m:i}}function C_(n,e){let t=Zl(n,e.party),i=n.flights.map((o,a)=>VM(n,t,e,o,a)),r=i.map(o=>o.margin).reduce(D_,N_),s=n.band_km_s*qi;return{side:t,verdict:k_(r,s),margin:r,flights:i}}function Ql(n,e){let t=new Map(e.flights.map(i=>[i.id,i]));return n.flights.flatMap(i=>{let r=t.get(i.id);return r===void 0||r.verdict===i.verdict?[]:[[i,r]]})}function R_(n,e,t){let[i,r]=Fs(n,t),s=Zl(n,e.party),o=p=>zM(n,s,Xf(e,t,p)),[a,l]=[o(i),o(r)];if(a===l&&a!==null)return null;let c=t!=="delay",[u,h]=c?[i,r]:[r,i],[d,f]=c?[a,l]:[l,a],m=d===!1?E_(u,h,p=>o(p)===!1):u,b=f===!0?E_(h,u,p=>o(p)===!0):h;return{from:Math.min(m,b),to:Math.max(m,b),reached_above:c}}function P_(n){return{holds:"fails",fails:"holds",undecided:"undecided"}[n]}function zM(n,e,t){let i=!1;for(let[r,s]of e.batteries.entries()){let o=$f(n,e,s,t,"speed").value*qi;for(let a=0;a<n.flights.length;a++){let l=L_(n,e,r,t,a);if(!((l.value_m_s??l.low_m_s)>o)){if(l.value_m_s!==null||l.high_m_s<=o)return!0;i=!0}}}return i?null:!1}function VM(n,e,t,i,r){let s=N_,o=Vf,a=null;for(let l of e.batteries.keys()){let c=HM(n,e,l,t,r);(c.low_m_s<s.low_m_s||(c.value_m_s??1/0)<Hf(s))&&([o,a]=[L_(n,e,l,t,r),l]),s=D_(s,c)}return{id:i,verdict:k_(s,n.band_km_s*qi),margin:s,least:o,battery:a}}function HM(n,e,t,i,r){let s=e.batteries[t],o=m=>$f(n,e,s,i,m),[a,l,c]=[o("speed"),o("delay"),o("cap")],u=I_(n,s),h=ca(s.optimistic[r]??null,u,l.low,c.high),d=ca(s.pessimistic[r]??null,u,l.high,c.low),f=ca(s.stated[r]??null,u,l.value,c.value);return{value_m_s:f.value_m_s===null?null:f.value_m_s-a.value*qi,low_m_s:h.low_m_s-a.high*qi,high_m_s:d.high_m_s-a.low*qi}}function L_(n,e,t,i,r){let s=e.batteries[t],o=l=>$f(n,e,s,i,l).value,a=s.stated[r]??null;return ca(a,I_(n,s),o("delay"),o("cap"))}function $f(n,e,t,i,r){let o=r==="delay"||t.interceptor===Gf(n)?Wf(n,i,r):null;if(o!==null)return{value:o,low:o,high:o};if(r==="delay")return e.delay;let a=e.interceptors.find(l=>l.interceptor===t.interceptor);return a===void 0?{value:0,low:0,high:0}:r==="speed"?a.speed:a.ground_range}function I_(n,e){let t=n.caps.find(i=>i.interceptor===e.interceptor);return{delay_s:n.delay_s,cap_km:t?.cap_km??[]}}var N_={value_m_s:1/0,low_m_s:1/0,high_m_s:1/0};function k_(n,e){return n.low_m_s>e?"holds":n.high_m_s<-e?"fails":"undecided"}function D_(n,e){return{value_m_s:n.value_m_s!==null&&e.value_m_s!==null?Math.min(Hf(n),Hf(e)):null,low_m_s:Math.min(n.low_m_s,e.low_m_s),high_m_s:Math.min(n.high_m_s,e.high_m_s)}}function Hf(n){return n.value_m_s??1/0}function E_(n,e,t){if(t(e))return e;let[i,r]=[n,e];for(let s=0;s<BM;s++){let o=.5*(i+r);t(o)?i=o:r=o}return i}function T_(n){return[n[0]??0,n.at(-1)??0]}function A_(n,e){return n===null?null:n/e}var GM=8,Us={holds:"no",fails:"yes",undecided:"depends"},ec=class{#e;#t=new Map;#n=new WeakMap;constructor(e){this.#e=e}argument(e){let t=this.#e?.claims.find(i=>i.id===e.claim);return t===void 0||t.argument===null?null:this.#e?.arguments.find(i=>i.claim===t.argument)??null}finding(e,t){let{party:i,speed_m_s:r,delay_s:s,cap_m:o}=t,a=JSON.stringify([e.claim,i,r,s,o]),l=this.#t.get(a);if(l!==void 0)return l;let c=C_(e,t);return this.#t.size>=GM&&this.#t.delete(this.#t.keys().next().value??""),this.#t.set(a,c),c}unmoved(e,t){return this.finding(e,{...Ms,party:t.party})}changes(e,t){return Ql(this.finding(e,t),this.unmoved(e,t))}verdicts(e){let t=this.argument(e);if(t===null)return null;let i=this.finding(t,e.setting),r=this.#n.get(i);if(r!==void 0)return r;let s={};for(let{id:o,verdict:a}of i.flights)s[mr(o)]=Us[a];return this.#n.set(i,s),s}};function ua({speed_m_s:n,delay_s:e,cap_m:t}){return n!==null||e!==null||t!==null}var qf={paper:"#ffffff",panel:"#f5f4f0",ink:"#16202a",soft:"#4d5863",rule:"#d8d5cc",hair:"#e8e6df",sea:"#e9eef1",land:"#fbfaf7",coast:"#97a1a8",border:"#b4babd",grid:"#d5dde2",sees:"#1f5fa8","sees-wash":"#1f5fa8",defends:"#0b7568","defends-wash":"#7fc0b4",reaches:"#b23c17",depends:"#8a6100","depends-wash":"#f0d58c",unseen:"#8b939a",threatened:"#d9cfc3",halo:"#ffffff"},O_={paper:"#11171d",panel:"#1a222a",ink:"#e9ecee",soft:"#a9b3bc",rule:"#36414b",hair:"#28323b",sea:"#18222b",land:"#28313a",coast:"#5b6873",border:"#46515b",grid:"#24303a",sees:"#7db4f0","sees-wash":"#5c9be0",defends:"#52c3b0","defends-wash":"#2f7d72",reaches:"#f08a62",depends:"#e2b64a","depends-wash":"#7a611f",unseen:"#7d8892",threatened:"#4a4640",halo:"#11171d"},F_={sea:{fill:"sea"},land:{fill:"land",rule:"evenodd"},coast:{fill:null,stroke:"coast",width:.6,join:"round"},border:{fill:null,stroke:"border",width:.5},contested:{fill:null,stroke:"border",width:.6,dash:[2,1.6]},special:{fill:null,stroke:"border",width:.7,dash:[.6,1.4],cap:"round"},grid:{fill:null,stroke:"grid",width:.5},frame:{fill:null,stroke:"coast",width:.8},fan:{fill:"sees-wash",fillOpacity:.09,stroke:"sees",width:.7,strokeOpacity:.75},seen:{fill:null,stroke:"sees",width:1.4,cap:"round"},band:{fill:"sees-wash",fillOpacity:.2},unseen:{fill:null,stroke:"unseen",width:1,dash:[2.5,2]},"cell-yes":{fill:"defends",fillOpacity:.72,rule:"evenodd"},"cell-depends":{fill:"hatch",rule:"evenodd"},"hatch-ground":{fill:"defends-wash",fillOpacity:.35},"hatch-line":{stroke:"defends",width:1.1},"cell-no":{fill:"threatened",fillOpacity:.85,rule:"evenodd"},"flight-yes":{fill:null,stroke:"reaches",width:1.6,cap:"round"},"flight-depends":{fill:null,stroke:"depends",width:1.1,dash:[5,3]},"flight-no":{fill:null,stroke:"unseen",width:.8,dash:[1.5,2.5]},"flight-holds":{fill:null,stroke:"defends",width:1.4,cap:"round"},"flight-disputed":{fill:null,stroke:"reaches",width:1.8,dash:[9,3]},"flight-disputed-2":{fill:null,stroke:"depends",width:1.5,dash:[5,3]},"flight-disputed-3":{fill:null,stroke:"sees",width:1.2,dash:[2.5,2.5]},"flight-disputed-4":{fill:null,stroke:"defends",width:1.1,dash:[7,2,1,2]},"flight-disputed-5":{fill:null,stroke:"soft",width:1,dash:[1,2.5]},circle:{fill:null,stroke:"soft",width:.8,dash:[4,2.5]},site:{fill:"ink",stroke:"halo",width:1},radar:{fill:"sees",stroke:"halo",width:1},launch:{fill:"reaches",stroke:"halo",width:1},target:{fill:"halo",stroke:"ink",width:1.1},halo:{fill:null,stroke:"halo",width:2.6,join:"round"},axis:{fill:null,stroke:"coast",width:1},rule:{fill:null,stroke:"hair",width:1},curve:{fill:null,stroke:"ink",width:1.8,join:"round"},"under-curve":{fill:"panel"},"bar-sees":{fill:"sees"},"bar-defends":{fill:"defends"},"bar-reaches":{fill:"reaches"},"bar-soft":{fill:"unseen"},"wash-defends":{fill:"defends-wash",fillOpacity:.55},"wash-holds":{fill:"defends-wash",fillOpacity:.16},"wash-band":{fill:"soft",fillOpacity:.14},"wash-depends":{fill:"depends-wash",fillOpacity:.6},"wash-reaches":{fill:"reaches",fillOpacity:.13},"line-declared":{fill:null,stroke:"ink",width:1.6},"line-rival":{fill:null,stroke:"reaches",width:1.6,dash:[5,3]},"line-third":{fill:null,stroke:"sees",width:1.6,dash:[2,2]},"line-fourth":{fill:null,stroke:"depends",width:1.6,dash:[9,2,2,2]},"line-margin":{fill:null,stroke:"soft",width:2.4,cap:"round",strokeOpacity:.55},"line-event":{fill:null,stroke:"soft",width:.8,dash:[2,2]},"dot-yes":{fill:"reaches",stroke:"reaches",width:1.4},"dot-depends":{fill:"depends-wash",stroke:"depends",width:1.6},"dot-half":{fill:"depends"},"dot-holds":{fill:"defends",stroke:"defends",width:1.4},"dot-no":{fill:"paper",stroke:"soft",width:1.4},dot:{fill:"ink",stroke:"paper",width:1.2},track:{fill:"hair"},"ellipse-impact":{fill:"reaches",fillOpacity:.18,stroke:"reaches",width:1.2},"ellipse-launch":{fill:"depends-wash",fillOpacity:.5,stroke:"depends",width:1.2},"learned-1":{fill:"sees",fillOpacity:.85},"learned-2":{fill:"sees",fillOpacity:.62},"learned-3":{fill:"sees",fillOpacity:.43},"learned-4":{fill:"sees",fillOpacity:.27},"learned-5":{fill:"sees",fillOpacity:.14},"learned-nothing":{fill:"unseen",fillOpacity:.22},"learned-edge":{fill:null,stroke:"ink",width:1,dash:[1.5,2],cap:"round"},hazard:{fill:"reaches",fillOpacity:.12,stroke:"reaches",width:1,dash:[6,2.5]},"impact-area":{fill:"depends-wash",fillOpacity:.45,stroke:"depends",width:1},text:{fill:"ink"},"text-soft":{fill:"soft"},"text-sees":{fill:"sees"},"text-defends":{fill:"defends"},"text-reaches":{fill:"reaches"},"text-halo":{fill:"halo",stroke:"halo",width:3,join:"round"}},U_={assumed:[{element:"path",d:"M6 .9L11.1 6L6 11.1L.9 6Z",fill:"none",stroke:"ink","stroke-width":"1.1"}],computed:[{element:"path",d:"M6 1.6L10.8 10.2H1.2Z",fill:"none",stroke:"ink","stroke-width":"1.1"}],depends:[{element:"circle",cx:"6",cy:"6",r:"4.4",fill:"none",stroke:"ink","stroke-width":"1.2"},{element:"path",d:"M6 1.6A4.4 4.4 0 0 1 6 10.4Z",fill:"ink"}],disputed:[{element:"path",d:"M1 4.2H9.4M7 1.8L9.6 4.2L7 6.6M11 8.4H2.6M5 6L2.4 8.4L5 10.8",fill:"none",stroke:"ink","stroke-width":"1.1"}],general:[{element:"rect",x:"2",y:"2",width:"8",height:"8",fill:"none",stroke:"ink"}],no:[{element:"circle",cx:"6",cy:"6",r:"4.4",fill:"none",stroke:"ink","stroke-width":"1.2"}],read:[{element:"rect",x:"1.5",y:"1.5",width:"9",height:"9",fill:"ink"}],"second-hand":[{element:"rect",x:"2",y:"2",width:"8",height:"8",fill:"none",stroke:"ink"},{element:"rect",x:"2",y:"2",width:"4",height:"8",fill:"ink"}],yes:[{element:"circle",cx:"6",cy:"6",r:"5",fill:"ink"}]};var WM={light:qf,dark:O_},XM=F_,$M=Object.keys(qf);function at(n,e){return WM[n][e]}function Jt(n){let e=Number.parseInt(n.slice(1),16);return[(e>>16)/255,(e>>8&255)/255,(e&255)/255]}function B_(n,e){let{fill:t,stroke:i,...r}=XM[e];return{fill:t==="hatch"||t==null?t??null:at(n,t),fill_opacity:r.fillOpacity??1,stroke:i==null?null:at(n,i),stroke_opacity:r.strokeOpacity??1,width_px:r.width??1,dash_px:r.dash??[],is_round:r.cap==="round"||r.join==="round"}}function z_(n){return U_[n].map(({element:e,...t})=>({element:e,attributes:t}))}function V_(n){return $M.map(e=>[`--${e}`,at(n,e)])}var tc=class{#e;#t;#n=new Set;#i=!1;constructor(e){this.#e=e,this.#t=e}get state(){return this.#e}set(e){let t=typeof e=="function"?e(this.#e):e;Object.keys(t).every(r=>Object.is(t[r],this.#e[r]))||(this.#e={...this.#e,...t},this.#r())}subscribe(e){return this.#n.add(e),()=>this.#n.delete(e)}watch(e,t){return this.subscribe((i,r)=>{let[s,o]=[e(i),e(r)];Object.is(s,o)||t(s,o)})}#r(){if(this.#i)return;this.#i=!0;let e=[];for(;this.#t!==this.#e;){let[t,i]=[this.#t,this.#e];this.#t=i;for(let r of[...this.#n])qM(()=>r(i,t),e)}if(this.#i=!1,e.length>0)throw new AggregateError(e,"a listener of the state failed")}};function qM(n,e){try{n()}catch(t){e.push(t)}}var H_={sea:{of:"sea"},land:{of:"land"},lake:{of:"sea"},coastline:{of:"coast",width_px:1},international:{of:"border",width_px:1},undetermined:{of:"contested",width_px:1,dash_px:[4,3]},special:{of:"special",width_px:1.3,dash_px:[1.3,2.8]},graticule:{of:"grid",stroke:"coast",stroke_opacity:.3,width_px:1},fan:{of:"fan",width_px:1.2},"fan-cued":{of:"fan",width_px:1.2,dash_px:[6,3]},reach:{of:"circle",fill:"defends",fill_opacity:.03,stroke:"defends",width_px:1.2},"reach-limit":{of:"circle",stroke:"defends",width_px:1.4,dash_px:[5,3]},"threat-boost":{of:"flight-yes",width_px:3},"threat-coast":{of:"curve",width_px:1.5,stroke_opacity:.75},"threat-entry":{of:"flight-yes",stroke:"depends",width_px:2.4},"disputed-boost":{of:"flight-yes",width_px:3},"disputed-yes":{of:"flight-yes",width_px:2.2},"disputed-depends":{of:"flight-depends",width_px:1.5,dash_px:[8,5],stroke_opacity:.8},"disputed-no":{of:"flight-no",width_px:1.3,dash_px:[2,4],stroke_opacity:.8},"disputed-entry":{of:"flight-yes",stroke:"depends",width_px:2.4},window:{of:"flight-holds",width_px:8,stroke_opacity:.45},announced:{of:"line-declared",width_px:1.8,dash_px:[7,3,2,3]},"cell-yes":{of:"cell-yes",fill_opacity:.62,pattern:"plain"},"cell-depends":{of:"hatch-ground",fill_opacity:.45,stroke:"defends",pattern:"rising"},"cell-no":{of:"cell-no",fill_opacity:.8,stroke:"unseen",pattern:"dotted"},"cell-better":{of:"cell-yes",fill_opacity:.62,stroke:"paper",pattern:"crossed"},"cell-worse":{of:"dot-yes",fill_opacity:.4,pattern:"falling"},"cell-same":{of:"cell-no",fill_opacity:.5,pattern:"plain"},radar:{of:"radar"},interceptors:{of:"site",fill:"defends"},ship:{of:"site",fill:"defends"},launch:{of:"launch"},target:{of:"target",width_px:1.4},missile:{of:"dot-yes",stroke:"halo",width_px:1.4},meeting:{of:"dot-holds",stroke:"halo",width_px:1.2},"first-seen":{of:"radar"},observer:{of:"dot-depends",width_px:1.6},"observer-best":{of:"dot-half",stroke:"halo",width_px:1.4},"hazard-area":{of:"hazard",width_px:1.2,pattern:"plain"},"ellipse-impact":{of:"ellipse-impact",width_px:1.6,pattern:"plain"},"ellipse-launch":{of:"ellipse-launch",width_px:1.6,pattern:"plain"},"ellipse-track":{of:"band",stroke:"sees",width_px:1.3,pattern:"plain"},"track-boost":{of:"dot-yes",stroke:"halo",width_px:1},"track-coast":{of:"dot",stroke:"halo",width_px:1},"track-entry":{of:"dot-half",stroke:"halo",width_px:1},"track-unknown":{of:"bar-soft",stroke:"halo",width_px:1},trail:{of:"curve",stroke:"soft",width_px:1,stroke_opacity:.8}},YM=H_,KF=Object.keys(H_);function dt(n,e){let{of:t,fill:i,stroke:r,pattern:s,...o}=YM[e];return{...B_(n,t),...o,...i===void 0?{}:{fill:at(n,i)},...r===void 0?{}:{stroke:at(n,r)},pattern:s??"plain"}}var ha={radar:"M2 2H10V10H2Z",interceptors:"M6 .6L11.2 10H.8Z",ship:"M6 .2V6.2M6 .6L10 6H6ZM.6 7H11.4L9.4 11H2.6Z",launch:"M6 .8L11.2 6L6 11.2L.8 6Z",target:"M6 1.8A4.2 4.2 0 1 1 6 10.2A4.2 4.2 0 1 1 6 1.8Z",missile:"M6 1A5 5 0 1 1 6 11A5 5 0 1 1 6 1Z",meeting:"M4.4 1H7.6V4.4H11V7.6H7.6V11H4.4V7.6H1V4.4H4.4Z","first-seen":"M.8 6L6 2L11.2 6L6 10Z",observer:"M6 .8L7.6 4.4L11.4 4.8L8.6 7.4L9.4 11.2L6 9.3L2.6 11.2L3.4 7.4L.6 4.8L4.4 4.4Z"};var KM="http://www.w3.org/2000/svg";function _(n,e={},...t){return G_(document.createElement(n),e,t)}function Qt(n,e={},...t){return G_(document.createElementNS(KM,n),e,t)}function Te(n,e,...t){let i=_("button",{type:"button",...n},...t);return i.addEventListener("click",e),i}function On(n,e,t,i){let r=e.map(({value:o,label:a})=>_("option",{value:o},a)),s=_("select",n,...r);return s.value=t,s.addEventListener("change",()=>i(s.value)),s}function te(n,e,t){if(t===null||t===!1)n.removeAttribute(e);else{let i=t===!0?"":String(t);n.getAttribute(e)!==i&&n.setAttribute(e,i)}}function Fe(n,e){n.textContent!==e&&(n.textContent=e)}function Pe(n,...e){let t=Yf(n),i=n.scrollTop;n.replaceChildren(...e.filter(r=>r!==null)),n.scrollTop=i,Kf(n,t)}function Yf(n){let e=n.ownerDocument.activeElement;return e!==null&&n.contains(e)?e.getAttribute("data-key"):null}function Kf(n,e){if(e===null)return;let t=n.querySelector(`[data-key="${CSS.escape(e)}"]`);t instanceof HTMLElement&&t.focus({preventScroll:!0})}var Bs=class{#e=[];add(e){this.#e.push(e)}listen(e,t,i){let r=i;e.addEventListener(t,r),this.add(()=>e.removeEventListener(t,r))}undo(){for(let e of this.#e.splice(0).reverse())e()}};function nc(...n){return Qt("svg",{viewBox:"0 0 12 12",class:"gs-sign","aria-hidden":"true"},...n)}function G_(n,e,t){for(let[i,r]of Object.entries(e))te(n,i,r);return n.append(...t.filter(i=>i!==null)),n}function ic(n,e){let t=n.phases.filter(r=>r.architecture===e.architecture);return(t.find(({id:r,number:s})=>e.phases.includes(r)||e.phases.includes(String(s??1)))??t[0])?.id??null}var W_={speed:.05,delay:5,cap:50},jM={speed:"km/s",delay:"s",cap:"km"},X_={speed:2,delay:0,cap:0};function ii(n,e,t){return nt(n.language,t,jM[e],X_[e])}var rc=class{root;#e;#t;#n;#i;#r=_("output",{});#s;constructor(e,t,i){[this.#e,this.#t,this.#n]=[e,t,i];let[r,s]=ZM(Fs(t,i),W_[i]),o=`gs-knob-${i}`;this.#i=_("input",{type:"range",id:o,min:r,max:s,"data-key":o}),this.#i.step=String(W_[i]),this.#i.addEventListener("input",()=>this.#o()),this.#s=Te({class:"gs-quiet","data-key":`${o}-reset`},()=>this.#a(null),e.text("web.knob.reset")),this.root=_("div",{class:"gs-knob"},_("div",{class:"gs-knob-head"},_("label",{for:o},e.text(`web.knob.${i}`)),this.#r,this.#s),_("div",{class:"gs-knob-track"},_("span",{class:"gs-knob-marks","aria-hidden":"true"},...this.#l(r,s)),this.#i),_("ul",{class:"gs-knob-sides"},...this.#c()))}update(e){let t=Wf(this.#t,e.setting,this.#n),i=Zl(this.#t,e.setting.party),r=Jl(this.#t,i,this.#n),s=t??r?.value??0;Number(this.#i.value)!==s&&(this.#i.value=String(s));let o=ii(this.#e,this.#n,s);Fe(this.#r,o),te(this.#i,"aria-valuetext",o),te(this.root,"data-moved",t!==null),te(this.#s,"hidden",t===null)}#o(){let e=X_[this.#n];this.#a(Number(Number(this.#i.value).toFixed(e)))}#a(e){e===null&&this.#i.focus({preventScroll:!0});let t=this.#n;this.#e.store.set(({setting:i})=>({setting:Xf(i,t,e)}))}#l(e,t){return this.#t.sides.flatMap((i,r)=>{let s=Jl(this.#t,i,this.#n);if(s===null)return[];let o=_("span",{class:"gs-mark-at","data-side":r});o.style.left=jf(s.value,e,t);let a=_("span",{class:"gs-mark-span","data-side":r});return a.style.left=jf(s.low,e,t),a.style.right=jf(t-s.high+e,e,t),[a,o]})}#c(){return this.#t.sides.flatMap((e,t)=>{let i=Jl(this.#t,e,this.#n);if(i===null)return[];let r=ii(this.#e,this.#n,i.value);return[_("li",{"data-side":t},this.#u(e,t,i.value,r))]})}#u(e,t,i,r){let s=this.#e.short(e.assumptions);return Te({class:"gs-quiet","data-key":`gs-knob-${this.#n}-side-${t}`},()=>this.#a(i),`${s}: `,_("b",{},r))}};function ZM([n,e],t){let i=r=>Number((r*t).toFixed(6));return[i(Math.floor(n/t+1e-9)),i(Math.ceil(e/t-1e-9))]}function jf(n,e,t){return`${100*(n-e)/(t-e||1)}%`}var JM={holds:"yes",fails:"no",undecided:"depends"},QM=["read","second-hand","general","computed","assumed"];function _r(n,e,t=!1){let i=t?P_(e):e;return Zf(JM[i],i,n.text(`web.verdict.${i}`))}function Yi(n,e){return Zf(e,e,n.text(`web.reached.${e}`))}function $_(n,e){let t=`status.${e}`,i=Gn(t)?n.text(t):e,r=QM.find(s=>s===e);return Zf(r??null,"status",i)}function Zf(n,e,t){let i=n===null?[]:z_(n).map(eE);return _("span",{class:"gs-chip","data-kind":e},nc(...i),t)}function eE({element:n,attributes:e}){let t=Object.entries(e).map(([r,s])=>[r,s==="ink"?"currentColor":s]),i=Object.fromEntries(t);return n==="circle"?Qt("circle",i):n==="rect"?Qt("rect",i):Qt("path",i)}var da=1e3,tE=.001,nE=12;function q_(n,e,t,i){let r=n.arguing.finding(t,i.setting),s=n.arguing.unmoved(t,i.setting),o=ua(i.setting)?n.text("web.verdict.was",{verdict:iE(n,e,s)}):n.text("web.verdict.as_stated");return[_("p",{class:"gs-verdict-now"},_r(n,r.verdict,e.denied)),_("p",{},rE(n,r.margin)," ",sE(n,r)),_("p",{class:"gs-soft"},o),...sc(n,e,i)]}function sc(n,e,{setting:t}){let{view:i}=n,r=i===null?null:ic(i,e);if(i===null||r===null||r===(t.phase??i.phases[0]?.id))return[];let s=i.phases.find(a=>a.id===r),o={phase:n.said(s?.short)};return[_("p",{class:"gs-soft"},n.text("web.argument.other_phase",o))]}function iE(n,e,t){return _r(n,t.verdict,e.denied).textContent??""}function rE(n,{value_m_s:e,low_m_s:t,high_m_s:i}){if(t===1/0)return n.text("web.margin.never");if(e===null||e===1/0)return n.text("web.margin.ends",{ends:Jf(n,t,i)});let r=nt(n.language,Math.abs(e)/da,"km/s",2),s=e>0,o=s?Jf(n,t,i):Jf(n,-i,-t);return n.text(s?"web.margin.out":"web.margin.in",{margin:r,ends:o})}function Jf(n,e,t){let{language:i}=n,r=s=>nt(i,s/da,"km/s",2);return t===1/0?n.text("web.margin.from",{low:r(e)}):e===-1/0?n.text("web.margin.up_to",{high:r(t)}):ns(i,e/da,t/da,"km/s",2)}function sE(n,e){let t=i=>e.flights.filter(r=>r.verdict===i).length;return n.text("web.margin.counts",{all:e.flights.length,reached:t("fails"),open:t("undecided")})}function Y_(n,e,t){let i=jl.map(r=>_("li",{},aE(n,e,t,r)));return[_("h4",{},n.text("web.crux.title")),_("ul",{},...i),_("p",{class:"gs-soft"},n.text("web.crux.how",oE(n,e)))]}function oE(n,e){return{band:nt(n.language,e.band_km_s,"km/s",1)}}function aE(n,e,t,i){let r=R_(e,t.setting,i),[s,o]=Fs(e,i),a=n.text(`web.crux.${i}`);if(r===null){let u={low:ii(n,i,s),high:ii(n,i,o)};return n.text("web.crux.never",{name:a,...u})}let l=lE(n,i,r,o-s),c=r.reached_above?"web.crux.above":"web.crux.below";return n.text(c,{name:a,value:l})}function lE(n,e,{from:t,to:i},r){if(i-t<=tE*r)return ii(n,e,.5*(t+i));let o={low:ii(n,e,t),high:ii(n,e,i)};return n.text("web.crux.between",o)}function K_(n,e,t){if(!ua(t.setting))return[];let i=n.arguing.changes(e,t.setting),r=n.text("web.changed.title",{n:i.length,all:e.flights.length});return[_("h4",{},r),ep(n,i.map(Qf(n)))]}function Qf(n){return([e,t])=>({id:e.id,from:Us[t.verdict],to:Us[e.verdict],soft:cE(n,e)})}function ep(n,e){let t=e.slice(0,nE).map(({id:s,from:o,to:a,soft:l})=>_("li",{},uE(n,s),_("span",{class:"gs-from-to"},Yi(n,o),_("span",{role:"img","aria-label":n.text("web.changed.to")},"→"),Yi(n,a)),_("span",{class:"gs-soft"},l))),i=e.length-t.length,r=i>0?_("li",{},n.text("web.changed.more",{n:i})):null;return _("ul",{},...t,r)}function cE(n,{least:e}){let{value_m_s:t,low_m_s:i}=e;if(i===1/0)return n.text("web.least.never");let r=t??i,s=t===null?"web.least.more":"web.least.value";return n.text(s,{speed:Ut(n.language,r/da,2)})}function uE(n,e){let t=mr(e),[i="",r="",s=""]=e.split(":"),o=`${n.short(r)} → ${n.short(s)}`;return n.view?.flights.some(l=>l.id===t)??!1?Te({class:"gs-quiet","data-key":`flight-${e}`,title:n.name(i)},()=>n.store.set({flight:t,selected:{kind:"flight",id:t}}),o):_("span",{},o)}function zs(n,{source:e,status:t,note:i,by:r}){let s=[];t!==void 0&&t!==""&&s.push($_(n,t)),r!==void 0&&r!==""&&s.push(_("span",{},n.name(r)));let o=(e??[]).map(a=>hE(n,a));return o.length>0&&s.push(_("span",{},o.join("; "))),i!==void 0&&i!==""&&s.push(_("span",{lang:"en"},i)),s.length===0?null:_("p",{class:"gs-provenance"},...dE(s))}function hE(n,e){if(e==="glasshield"||e==="general-knowledge")return n.text(`web.source.${e}`);let t=n.view?.sources.find(i=>i.id===e);return t===void 0?n.name(e):`${t.title} (${t.where})`}function dE(n){return n.flatMap((e,t)=>t===0?[e]:[" · ",e])}function j_(n,e){let t=e.verdicts.map(l=>l.assumptions),i=[...new Set(e.held.map(l=>l.parameter))],r=t.map(l=>_("th",{scope:"col"},n.short(l))),s=i.map(l=>{let c=e.held.filter(d=>d.parameter===l),u=t.map(d=>fE(n,c,d)),h=_("th",{scope:"row"},n.said(c[0]?.name));return _("tr",{},h,...u)}),o=_("caption",{},n.text("web.sides.caption")),a=_("th",{scope:"col"},n.text("web.sides.parameter"));return _("div",{class:"gs-scroll",tabindex:0,role:"region","aria-label":o.textContent},_("table",{class:"gs-table"},o,_("thead",{},_("tr",{},a,...r)),_("tbody",{},...s)))}function fE(n,e,t){let i=e.find(o=>o.assumptions===t);if(i!==void 0)return _("td",{},i.states,zs(n,i));let r=e[0]?.catalogue??"",s=_("p",{class:"gs-provenance"},n.text("web.sides.catalogue"));return _("td",{class:"gs-soft"},r,s)}var oc=class{root;#e;constructor(e){this.#e=e;let t=e.view?.claims??[];this.root=_("section",{class:"gs-part gs-claims","aria-label":e.text("web.claims.title")},_("h3",{},e.text("web.claims.title")),_("p",{class:"gs-soft"},e.text("web.claims.lead")),_("ul",{},...t.map(i=>this.#t(i))))}update(e){let t=(this.#e.view?.claims.length??0)>0;te(this.root,"hidden",!t||e.claim!==null||e.subject==="live")}dispose(){this.root.remove()}#t(e){let t=this.#e,i=e.verdicts.map(s=>_("li",{},_("span",{class:"gs-soft"},t.short(s.assumptions)),_r(t,s.verdict))),r=Te({class:"gs-claim","data-key":`claim-${e.id}`},()=>this.#n(e),_("b",{},t.said(e.name)),_("span",{class:"gs-soft"},tp(t,e)));return _("li",{},r,_("ul",{class:"gs-verdicts"},...i))}#n(e){let{store:t,view:i}=this.#e,r=i===null?null:ic(i,e);t.set(({setting:s})=>({claim:e.id,setting:{phase:r??s.phase,party:e.verdicts[0]?.assumptions??null,speed_m_s:null,delay_s:null,cap_m:null}}))}};function tp(n,e){return[...e.by.map(t=>n.name(t)),e.date].join(" · ")}var ac=class{root;#e;#t=_("div",{class:"gs-verdict",role:"status"});#n=_("div",{class:"gs-crux"});#i=_("div",{class:"gs-changed"});#r=null;#s=null;#o=[];#a=[];constructor(e){this.#e=e,this.root=_("section",{class:"gs-part gs-argument","aria-label":e.text("web.argument.title")})}update(e){let t=this.#e.view?.claims.find(i=>i.id===e.claim)??null;if(te(this.root,"hidden",t===null||e.subject==="live"),t!==this.#r&&this.#c(t,e),t!==null){for(let[i,r]of this.#o.entries()){let s=t.verdicts[i]?.assumptions===this.#l(e,t);te(r,"aria-pressed",String(s))}for(let i of this.#a)i.update(e);e.setting!==this.#s&&(this.#s=e.setting,this.#u(t,e))}}dispose(){this.root.remove()}#l(e,t){let{party:i}=e.setting;return(t.verdicts.find(s=>s.assumptions===i||s.party===i)??t.verdicts[0])?.assumptions??null}#c(e,t){if([this.#r,this.#s]=[e,null],[this.#o,this.#a]=[[],[]],e===null)return this.root.replaceChildren();let i=this.#e,r=i.arguing.argument(t);this.#o=e.verdicts.map((s,o)=>this.#d(e,o)),r!==null&&(this.#a=jl.map(s=>new rc(i,r,s))),Pe(this.root,this.#h(),_("h3",{},i.said(e.name)),_("p",{class:"gs-soft"},tp(i,e)),_("h4",{},i.text("web.argument.whose")),_("div",{class:"gs-sides",role:"group"},...this.#o),this.#t,...r===null?[this.#p()]:this.#a.map(s=>s.root),this.#n,this.#i,this.#y("web.argument.wording",this.#m(e)),this.#y("web.argument.found",_("p",{},i.said(e.answer))),this.#y("web.argument.assumptions",j_(i,e)),...e.comment.map(s=>_("p",{class:"gs-soft"},i.said(s))))}#u(e,t){let i=this.#e.arguing.argument(t);if(i===null){let r=e.verdicts.find(o=>o.assumptions===this.#l(t,e)),s=r===void 0?null:_r(this.#e,r.verdict);return Pe(this.#t,s)}Pe(this.#t,...q_(this.#e,e,i,t)),Pe(this.#n,...Y_(this.#e,i,t)),Pe(this.#i,...K_(this.#e,i,t))}#h(){let{store:e}=this.#e;return Te({class:"gs-quiet gs-back","data-key":"claim-back"},()=>{e.set(({setting:t})=>({claim:null,compared:null,setting:{...Ms,phase:t.phase}}))},"← ",this.#e.text("web.argument.back"))}#d(e,t){let i=this.#e,{assumptions:r,verdict:s}=e.verdicts[t];return Te({class:"gs-side","data-key":`side-${r}`,"data-side":t},()=>i.store.set(({setting:o})=>({setting:{...Ms,phase:o.phase,party:r}})),_("span",{},i.short(r)),_r(i,s))}#m(e){let t=e.wording.flatMap(i=>[_("blockquote",{},this.#e.said(i.text)),zs(this.#e,i)]);return _("div",{class:"gs-wording"},...t)}#p(){return _("p",{class:"gs-soft"},this.#e.text("web.argument.none"))}#y(e,t){let i=_("summary",{"data-key":e},this.#e.text(e));return _("details",{},i,t)}};var pE=[-60,-30,0,30,60],mE=Array.from({length:12},(n,e)=>30*e-180),Z_=2,J_=80;function t0(n){let e=n.borders.map(t=>{let i={coastline:"coastline",international:"international",undetermined:"undetermined",special:"special"},r=t.lines.map(qd);return{...cc,shape:"line",layer:"borders",look:i[t.kind],courses:r}});return[Q_("land",n.land.coordinates),Q_("lake",n.lakes.coordinates),...e]}function n0(){let n=mE.map(i=>e0(-J_,J_).map(r=>[i,r])),e=pE.map(i=>e0(-180,180).map(r=>[r,i])),t=[...n,...e].map(qd);return[{...cc,shape:"line",layer:"graticule",look:"graticule",courses:t}]}function lc(n,e){let t=jr(n),i=Vo(Kr(n,e),t),r=e.compared===null?null:Vo(Kr(n,e,e.compared),t),s=new Map;for(let a=0;a<t;a++){let l=r===null?gE[i[a]]:yE(i[a],r[a]);if(l==null)continue;let c=s.get(l);c===void 0?s.set(l,[a]):c.push(a)}let o=fa(n.cells.bands,t);return[...s].map(([a,l])=>_E(a,l,o))}function fa(n,e){let t=new Float64Array(4*e),i=0;for(let r of n)r.count.forEach((s,o)=>{let[a,l]=[r.west_deg[o],r.east_deg[o]],c=(l<a?l+360-a:l-a)/s;for(let u=0;u<s;u++)t.set([a+u*c,r.south_deg,a+(u+1)*c,r.north_deg],4*i++)});return t}var cc={target:null,strength:"normal"},gE=[null,"cell-no","cell-depends","cell-yes"];function yE(n,e){if(n===0&&e===0)return null;let[t,i]=[n===0?3:n,e===0?3:e];return t===i?"cell-same":i>t?"cell-better":"cell-worse"}function _E(n,e,t){let i=new Float64Array(4*e.length);return e.forEach((r,s)=>i.set(t.subarray(4*r,4*r+4),4*s)),{...cc,shape:"cells",layer:"defended",look:n,bounds_deg:i,indices:Uint32Array.from(e)}}function Q_(n,e){return{...cc,shape:"area",layer:"borders",look:n,polygons:e}}function e0(n,e){let t=Math.round((e-n)/Z_);return Array.from({length:t+1},(i,r)=>n+r*Z_)}function i0(n,e){if(e.compared===null)return null;let t=lc(n,e),i=r=>t.filter(s=>s.shape==="cells"&&s.look===r).reduce((s,o)=>s+(o.shape==="cells"?o.indices.length:0),0)*n.cells.cell_km**2;return{better_km2:i("cell-better"),worse_km2:i("cell-worse"),same_km2:i("cell-same")}}var uc=class{root;#e;#t;#n=_("div",{});#i=[];constructor(e){this.#e=e,this.#t=Te({"data-key":"compare"},()=>e.store.set(t=>({compared:vE(e,t)})),e.text("web.compare.open")),this.root=_("section",{class:"gs-part gs-compare","aria-label":e.text("web.compare.title")},_("h3",{},e.text("web.compare.title")),this.#t,this.#n)}update(e){let t=(this.#e.view?.phases.length??0)>0;te(this.root,"hidden",!t||e.subject==="live"),te(this.#t,"hidden",e.compared!==null);let i=[e.setting,e.compared,e.claim,e.flight];i.every((r,s)=>Object.is(r,this.#i[s]))&&this.#i.length>0||(this.#i=i,Pe(this.#n,...e.compared===null?[]:this.#r(e,e.compared)))}dispose(){this.root.remove()}#r(e,t){let i=this.#e;return[_("dl",{class:"gs-facts"},...this.#s("web.compare.first",e.setting),...this.#s("web.compare.second",t)),this.#o(e,t),...this.#a(e),...this.#l(e,t),_("div",{class:"gs-row"},Te({"data-key":"compare-swap"},()=>i.store.set({setting:t,compared:e.setting}),i.text("web.compare.swap")),Te({"data-key":"compare-close"},()=>i.store.set({compared:null}),i.text("web.compare.close")))]}#s(e,t){let i=this.#e;return[_("dt",{},i.text(e)),_("dd",{},np(i,t))]}#o(e,t){let i=this.#e,{store:r,view:s}=i,o=(s?.phases??[]).map(f=>({value:f.id,label:i.said(f.short)})),l=(i.arguing.argument(e)?.sides??[]).map(f=>({value:f.assumptions,label:i.short(f.assumptions)})),c=f=>r.set({compared:{...t,...f}}),u=f=>i.text(f),h=On({"data-key":"compare-phase","aria-label":u("web.compare.phase")},o,t.phase??o[0]?.value??"",f=>c({phase:f})),d=On({"data-key":"compare-party","aria-label":u("web.compare.party")},l,t.party??l[0]?.value??"",f=>c({party:f,speed_m_s:null,delay_s:null,cap_m:null}));return _("div",{class:"gs-row"},h,l.length>0?d:null)}#a(e){let t=this.#e,i=t.view===null?null:i0(t.view,e);if(i===null)return[];let r=c=>nt(t.language,Math.round(c/1e3)*1e3,"km2"),{better_km2:s,worse_km2:o,same_km2:a}=i,l=[t.text("web.compare.better",{area:r(s)}),t.text("web.compare.worse",{area:r(o)}),t.text("web.compare.same",{area:r(a)})];return[_("h4",{},t.text("web.compare.area")),_("ul",{},...l.map(c=>_("li",{},c)))]}#l(e,t){let i=this.#e,r=i.arguing.argument(e),s=i.view?.claims.find(c=>c.id===e.claim),{changes:o,all:a}=r===null?bE(i,e,t):xE(i,r,e,t);if(a===0)return[];let l={n:o.length,all:a};return[_("h4",{},i.text("web.compare.flights",l)),...s===void 0||r===null?[]:this.#c(s,e,t),ep(i,o)]}#c(e,t,i){let r={...t,setting:i},s=sc(this.#e,e,t);return s.length>0?s:sc(this.#e,e,r)}};function xE(n,e,t,i){let r=n.arguing.finding(e,t.setting);return{changes:Ql(n.arguing.finding(e,i),r).map(Qf(n)),all:e.flights.length}}function bE({view:n},e,t){if(n===null)return{changes:[],all:0};let i=ai(n,e),r=Yr(n,e,null),s=Yr(n,{...e,setting:t},null);return{changes:i.flatMap(({id:a,missile:l,launch:c,target:u})=>{let[h,d]=[r[a]??"no",s[a]??"no"];return h===d?[]:[{id:`${l}:${c}:${u}`,from:h,to:d,soft:""}]}),all:i.length}}function np(n,e){let{view:t}=n,i=t?.phases.find(l=>l.id===e.phase)??t?.phases[0],{speed_m_s:r,delay_s:s,cap_m:o}=e;return[n.said(i?.short),e.party===null?"":n.short(e.party),r===null?"":ii(n,"speed",r/1e3),s===null?"":ii(n,"delay",s),o===null?"":ii(n,"cap",o/1e3)].filter(l=>l!=="").join(" · ")}function vE({view:n,arguing:e},t){let i=e.argument(t);if(i!==null){let o=i.sides.findIndex(c=>c.assumptions===t.setting.party),a=i.sides[(o+1)%i.sides.length],l={speed_m_s:null,delay_s:null,cap_m:null};return{...t.setting,...l,party:a?.assumptions??null}}let r=n?.phases??[],s=Math.max(0,r.findIndex(o=>o.id===t.setting.phase));return{...t.setting,phase:r[(s+1)%r.length]?.id??null}}var wE=40;function r0(n,e){let{kind:t,title:i,facts:r,lists:s,told:o}=e,a=r.flatMap(({term:l,text:c})=>[_("dt",{},l),_("dd",{},c)]);return[_("p",{class:"gs-kicker"},t),_("h3",{},i),a.length>0?_("dl",{class:"gs-facts"},...a):null,...s.flatMap(l=>ME(n,l)),...SE(n,o)]}function SE(n,e){let t=e.map(i=>zs(n,i)).filter(i=>i!==null);return t.length===0?[]:[_("h4",{},n.text("web.explain.told")),...t]}function ME(n,{heading:e,entries:t}){if(t.length===0)return[];let i=t.slice(0,wE).map((r,s)=>EE(n,e,r,s));return[_("h4",{},e),_("ul",{},...i)]}function EE(n,e,t,i){let{text:r,chip:s=null,soft:o,target:a}=t,l=a===void 0?_("span",{},r):Te({class:"gs-quiet","data-key":`explain-${e}-${i}`},()=>n.store.set(pa(a)),r),c=o===void 0?null:_("span",{class:"gs-soft"},o);return _("li",{},l,s,c)}function pa(n){return n.kind==="flight"?{selected:n,flight:n.id}:{selected:n}}function s0(n,e,t){let i=n.view,r=i?.sensors.find(s=>s.id===t);return i==null||r===void 0?null:{kind:n.text(`web.explain.${r.kind}`),title:n.name(t),facts:TE(n,r),lists:[{heading:n.text("web.explain.sees"),entries:CE(n,i,e,t)}],told:[r,...r.sectors]}}function TE(n,e){let{language:t}=n,i=e.range_km===null?null:n.text("web.explain.range_of",{range:nt(t,e.range_km,"km"),area:Ut(t,e.reference_cross_section_m2??1,2)}),r=e.sectors.map(s=>n.text("web.explain.sector",{azimuth:ns(t,s.azimuth_from_deg,s.azimuth_to_deg,"deg"),elevation:ns(t,s.elevation_min_deg,s.elevation_max_deg,"deg")}));return Ii(n,[["party",n.name(e.party)],["place",l0(n,e)],["range",i],["sectors",r.join("; ")],["search",e.search===null?null:AE(n,e.search)],["phases",e.phases.map(s=>n.short(s)).join(", ")]])}function AE(n,e){let t=`web.search.${e}`;return Gn(t)?n.text(t):e}function CE(n,{sees:e,sensors:t,flights:i},r,s){let o=n.view===null?0:bt(n.view,r),a=t.findIndex(h=>h.id===s),l=e.phase.flatMap((h,d)=>h===o&&e.sensor[d]===a?[d]:[]),c=l.filter(h=>e.first_seen_s[h]!=null);c.sort((h,d)=>(e.first_seen_s[h]??0)-(e.first_seen_s[d]??0));let u=l.filter(h=>e.first_seen_s[h]==null);return[...c,...u].map(h=>({...rp(n,i[e.flight[h]]),soft:ip(n,e.first_seen_s[h],e.last_seen_s[h],e.why_not[h])}))}function ip(n,e,t,i){if(e==null)return hc(n,"unseen",i);let r={from:un(e),to:un(t??e)};return n.text("web.explain.seen_from",r)}function hc(n,e,t){if(t==null)return"";let i=`${e}.${t}`;return Gn(i)?n.text(i):t}function o0(n,e,t){let i=n.view,r=i?.batteries.find(s=>s.id===t);return i==null||r===void 0?null:{kind:n.text("web.explain.battery"),title:n.name(t),facts:RE(n,r),lists:[{heading:n.text("web.explain.speeds"),entries:PE(n,r)},{heading:n.text("web.explain.reaches"),entries:LE(n,i,e,t)}],told:[r,...r.speeds.map(s=>({...s,by:s.by}))]}}function RE(n,e){let{language:t}=n,{ground_range_km:i,min_height_km:r,max_height_km:s}=e,o=r===null||s===null?null:ns(t,r,s,"km"),a=e.deployed.map(l=>`${n.short(l.phase)}: ${Ut(t,l.count)}`);return Ii(n,[["party",n.name(e.party)],["interceptor",n.name(e.interceptor)],["place",l0(n,e)],["count",a.join("; ")],["cap",i===null?null:nt(t,i,"km")],["heights",o]])}function PE(n,{speeds:e}){return e.map(({by:t,value_km_s:i,low_km_s:r,high_km_s:s})=>({text:n.name(t),soft:r===s?nt(n.language,i,"km/s",1):`${nt(n.language,i,"km/s",1)} (${ns(n.language,r,s,"km/s",1)})`}))}function LE(n,e,t,i){let{reaches:r,batteries:s,flights:o}=e,a=bt(e,t),l=s.findIndex(u=>u.id===i);return r.phase.flatMap((u,h)=>u===a&&r.battery[h]===l?[h]:[]).map(u=>({...rp(n,o[r.flight[u]]),chip:Yi(n,r.verdict[u]),soft:[n.short(r.by[u]),nt(n.language,r.burnout_speed_km_s[u],"km/s",1),hc(n,"rule",r.why_not[u])].filter(h=>h!=="").join(" · ")}))}function a0(n,e,t){let i=n.view?.places.find(s=>s.id===t);if(i===void 0)return null;let r=(n.view?.flights??[]).filter(s=>s.launch===t||s.target===t);return{kind:n.text(i.kind==="launch"?"legend.launch":"legend.target"),title:n.name(t),facts:Ii(n,[["place",ui(n.language,i.lat_deg,i.lon_deg)]]),lists:[{heading:n.text("web.explain.flights"),entries:r.map(s=>rp(n,s))}],told:[]}}function rp(n,e){return e===void 0?{text:""}:{text:Vs(n,e),target:{kind:"flight",id:e.id}}}function Vs(n,{launch:e,target:t,missile:i}){return`${n.short(e)} → ${n.short(t)}, ${n.short(i)}`}function Ii(n,e){return e.flatMap(([t,i])=>i===null||i===""?[]:[{term:n.text(`web.fact.${t}`),text:i}])}function l0(n,{lat_deg:e,lon_deg:t,at_sea:i}){if(e===null||t===null)return n.text("web.explain.in_orbit");let r=ui(n.language,e,t);return i?`${r} (${n.text("web.explain.at_sea")})`:r}function op(n,e,t){let i=n.view,r=i?.flights.findIndex(a=>a.id===t)??-1,s=i?.flights[r];if(i==null||s===void 0)return null;let{language:o}=n;return{kind:n.text(`web.explain.${s.role}`),title:Vs(n,s),facts:Ii(n,[["missile",n.name(s.missile)],["ground",s.range_km===null?null:nt(o,s.range_km,"km")],["apogee",nt(o,s.apogee_km,"km")],["burnout",s.burnout_s===null?null:un(s.burnout_s)],["duration",$i(o,s.flight_time_s)]]),lists:[...IE(n,e,s),{heading:n.text("web.explain.seen"),entries:NE(n,i,e,r)},{heading:n.text("web.explain.could_meet"),entries:kE(n,i,e,r)}],told:[{status:"computed",note:"",source:["glasshield"]}]}}function IE(n,e,t){let i=n.arguing.argument(e);if(i===null)return[];let r=n.arguing.finding(i,e.setting),s=r.flights.find(f=>mr(f.id)===t.id);if(s===void 0)return[];let{value_m_s:o,low_m_s:a}=s.least,l=Ut(n.language,(o??a)/1e3,2),c=a===1/0?n.text("web.least.never"):n.text(o===null?"web.least.more":"web.least.value",{speed:l}),u=Yi(n,Us[s.verdict]),h=n.short(r.side.assumptions),d=ua(e.setting)?` · ${n.text("web.explain.moved")}`:"";return[{heading:n.text("web.explain.argued"),entries:[{text:h,chip:u,soft:`${c}${d}`}]}]}function NE(n,{sees:e,sensors:t},i,r){let s=sp(n,i,e,r),o=a=>e.first_seen_s[a]??1/0;return s.sort((a,l)=>o(a)===o(l)?a-l:o(a)-o(l)),s.map(a=>{let l=t[e.sensor[a]]?.id??"",c=ip(n,e.first_seen_s[a],e.last_seen_s[a],e.why_not[a]);return{text:n.short(l),soft:c,target:{kind:"sensor",id:l}}})}function kE(n,e,t,i){let{reaches:r,meets:s,batteries:o}=e,a=sp(n,t,r,i).map(c=>{let u=nt(n.language,r.burnout_speed_km_s[c],"km/s",1);return{...u0(n,o[r.battery[c]]?.id??""),chip:Yi(n,r.verdict[c]),soft:h0([`${n.short(r.by[c])}, ${u}`,c0(n,r,c),DE(n,r.speed_margin_km_s[c]??null)])}});return[...sp(n,t,s,i).map(c=>({...u0(n,o[s.battery[c]]?.id??""),chip:Yi(n,s.opens_s[c]==null?"no":"yes"),soft:h0([c0(n,s,c),OE(n,s.shots[c]??0)])})),...a]}function c0(n,e,t){let[i,r]=[e.opens_s[t],e.closes_s[t]];if(i==null||r==null)return hc(n,"rule",e.why_not[t]);let s={from:un(i),to:un(r)};return n.text("web.explain.window",s)}function DE(n,e){if(e===null)return"";let t=nt(n.language,e,"km/s",2);return n.text("web.explain.speed_margin",{margin:t})}function OE(n,e){return e>0?n.text("web.explain.shots",{n:e}):""}function u0(n,e){return{text:n.short(e),target:{kind:"battery",id:e}}}function sp(n,e,t,i){let r=n.view===null?0:bt(n.view,e);return t.phase.flatMap((s,o)=>s===r&&t.flight[o]===i?[o]:[])}function d0(n,e,t){let[i="",r="",s=""]=t.split("@"),o=n.view,a=o?.flights.find(u=>u.id===i);if(o==null||a===void 0)return null;let l=Jr(o,e,i).find(u=>u.kind===r&&u.by===s);if(l===void 0)return null;let c=op(n,e,i);return{kind:n.text("web.explain.event"),title:n.text(`web.event.${l.kind}`),facts:Ii(n,[["time",`T+${un(l.time_s)}`],["by",s===""?null:n.name(s)]]),lists:[{heading:n.text("web.explain.flights"),entries:[{text:Vs(n,a),target:{kind:"flight",id:i}}]},...c?.lists??[]],told:c?.told??[]}}function h0(n){return n.filter(e=>e!=="").join(" · ")}var f0=["web.cell.unthreatened","legend.cell_no","legend.cell_depends","legend.cell_yes"],FE=35;function p0(n,e,t){let i=n.view,r=Number(t);if(i===null||!Number.isInteger(r)||r<0||r>=jr(i))return null;let s=i.cells.layers.filter(o=>o.phase===bt(i,e));return{kind:n.text("web.explain.cell"),title:zE(n,i,r),facts:Ii(n,[["cells",nt(n.language,i.cells.cell_km,"km")],["phases",n.said(i.phases[bt(i,e)]?.name)]]),lists:[{heading:n.text("web.explain.defended_against"),entries:UE(s,Kr(i,e)).map(o=>BE(n,o,r))}],told:[{status:"computed",source:["glasshield"]}]}}function UE(n,e){return[...e,...n.filter(t=>!e.includes(t))]}function BE(n,{missile:e,launch:t,state:i,shots:r},s){let o=f0[i.charCodeAt(s)-48]??f0[0],a=Number.parseInt(r.charAt(s),36),l=a>0?` · ${n.text("web.explain.shots",{n:Math.min(a,FE)})}`:"";return{text:`${n.short(e)}, ${n.short(t)}`,soft:`${n.text(o)}${l}`}}function zE(n,e,t){let i=fa(e.cells.bands,jr(e)),[r=0,s=0,o=0,a=0]=i.subarray(4*t,4*t+4),l=.5*(r+o);return ui(n.language,.5*(s+a),l>180?l-360:l)}function m0(n,e,t){let[i,r]=[t.slice(0,t.lastIndexOf("/")),Number(t.slice(t.lastIndexOf("/")+1))],s=n.view?.plans.find(c=>c.id===i),o=s?.stations[r];if(s===void 0||o===void 0)return null;let{language:a}=n,l=o.burnout_speed_sigma_m_s;return{kind:n.text("web.explain.observer"),title:n.name(o.observer),facts:Ii(n,[["place",ui(a,o.lat_deg,o.lon_deg)],["visible",$i(a,o.visible_s)],["sigma",l===null?null:nt(a,l,"m/s",1)],["power",Os(a,o.power)]]),lists:[g0(n,s)],told:[{status:"computed",source:["glasshield"]}]}}function ap(n,e,t){let i=n.view?.plans.find(r=>r.id===t.split("/")[0]);return i===void 0?null:{kind:n.text("web.explain.plan"),title:n.said(i.name),facts:Ii(n,[["party",n.name(i.host)],["place",ui(n.language,i.site_lat_deg,i.site_lon_deg)]]),lists:[g0(n,i)],told:[]}}function g0(n,e){let t=e.warnings.map(i=>({text:n.said(i)}));return{heading:n.text("web.explain.warnings"),entries:t}}var y0={sensor:s0,battery:o0,place:a0,flight:op,event:d0,cell:p0,observer:m0,plan:ap,area:ap},dc=class{root;#e;#t;#n=_("div",{role:"status"});#i=[];constructor(e,t={}){[this.#e,this.#t]=[e,t];let i=Te({class:"gs-quiet gs-close","data-key":"explain-close","aria-label":e.text("web.explain.close")},()=>e.store.set({selected:null}),"✕");this.root=_("section",{class:"gs-part gs-explain","aria-label":e.text("web.explain.title")},i,this.#n)}update(e){te(this.root,"hidden",e.selected===null);let t=[e.selected,e.setting,e.claim,e.flight];this.#i.length>0&&t.every((i,r)=>Object.is(i,this.#i[r]))||(this.refresh(e),this.#i=t)}refresh(e){let{selected:t}=e;if(t===null)return Pe(this.#n);let{kind:i,id:r}=t,s=Object.hasOwn(this.#t,i)?this.#t[i]:void 0,o=Object.hasOwn(y0,i)?y0[i]:void 0,a=s?.(this.#e,e,r)??o?.(this.#e,e,r)??this.#r(i,r);Pe(this.#n,...r0(this.#e,a))}dispose(){this.root.remove()}#r(e,t){return{...{kind:e,title:t,facts:[],lists:[],told:[]},kind:this.#e.text("web.explain.unknown")}}};function xr(n,e,t){let i=URL.createObjectURL(new Blob([t],{type:e})),r=document.createElement("a");r.href=i,r.download=n,r.click(),setTimeout(()=>URL.revokeObjectURL(i),3e4)}function lp(n,e,t=null){if(e.subject==="live"&&t!==null)return[t.is_exercise?n.text("web.mark.exercise"):"",t.is_simulated?n.text("web.mark.simulated"):""].filter(s=>s!=="").join(" · ");let i=n.view?.mark??"analysis";return i==="analysis"?n.text("page.mark_short"):n.text(`web.mark.${i}`)}var fc=class{root=_("p",{class:"gs-mark"});#e;#t;#n=_("b",{});#i=_("span",{});constructor(e,t){[this.#e,this.#t]=[e,t],this.root.append(this.#n," ",this.#i)}update(e){let t=lp(this.#e,e,this.#t());Fe(this.#n,t);let i=e.subject==="assessment";Fe(this.#i,i?this.#e.said(this.#e.view?.mark_text):""),this.root.hidden=t===""}dispose(){this.root.remove()}};function ma(n,e){let{view:t}=n,i=t===null?"":` ${n.said(t.mark_text)}`;return{title:t===null?n.text("web.title"):n.said(t.title),mark:`${lp(n,e)}.${i}`,disclaimer:n.said(t?.disclaimer),link:cp(e),nameOf:r=>VE(n,r)}}function cp(n){return`${location.href.split("#")[0]??""}${la(n)}`}function VE(n,{kind:e,id:t}){let i=e==="flight"?n.view?.flights.find(r=>r.id===t):null;return i==null?n.name(t):Vs(n,i)}var _0="'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",[br,pc]=[16,20];async function x0(n,e,t,i){let r=await createImageBitmap(t),s=HE(n,e);if(i==="svg"){let o=await XE(r,t,s,n.shade);return xr("glasshield-figure.svg","image/svg+xml",o)}xr("glasshield-figure.png","image/png",await GE(r,s,n.shade))}function HE(n,e){let{title:t,mark:i,disclaimer:r,link:s}=ma(n,e),o=n.view?.claims.find(l=>l.id===e.claim),a=[n.said(o?.name),np(n,e.setting)];return[{text:i,size:13,is_bold:!0},{text:t,size:15,is_bold:!0},{text:a.filter(l=>l!=="").join(" · "),size:13,is_bold:!1},{text:r,size:11,is_bold:!1},{text:s,size:11,is_bold:!1}].filter(l=>l.text!=="")}async function GE(n,e,t){let i=Math.max(1,n.width/1e3),r=document.createElement("canvas"),s=r.getContext("2d");if(s===null)throw new Error("this browser gives no canvas to draw a figure on");let o=e.flatMap(a=>b0(s,a,n.width/i-2*br));return r.width=n.width,r.height=n.height+i*(o.length*pc+2*br),s.fillStyle=at(t,"paper"),s.fillRect(0,0,r.width,r.height),s.drawImage(n,0,0),s.fillStyle=at(t,"ink"),s.setTransform(i,0,0,i,0,n.height),o.forEach((a,l)=>{s.font=v0(a),s.fillText(a.text,br,br+pc*(l+.7))}),WE(r)}function b0(n,e,t){n.font=v0(e);let i=[];for(let r of e.text.split(" ")){let s=i.length===0?r:`${i.at(-1)} ${r}`;i.length>0&&n.measureText(s).width<=t?i[i.length-1]=s:i.push(r)}return i.map(r=>({...e,text:r}))}function v0({size:n,is_bold:e}){return`${e?600:400} ${n}px ${_0}`}function WE(n){return new Promise((e,t)=>{n.toBlob(i=>{i===null?t(new Error("this browser could not write the figure")):e(i)},"image/png")})}async function XE(n,e,t,i){let r=Math.min(n.width,1e3),s=Math.round(n.height*r/n.width),o=document.createElement("canvas").getContext("2d"),a=o===null?t:t.flatMap(h=>b0(o,h,r-2*br)),l=s+a.length*pc+2*br,c=a.map((h,d)=>Qt("text",{x:br,y:s+br+pc*(d+.7),"font-size":h.size,"font-weight":h.is_bold?600:400,"font-family":_0,fill:at(i,"ink")},h.text)),u=Qt("svg",{viewBox:`0 0 ${r} ${l}`,width:r,height:l,role:"img"},Qt("title",{},t[1]?.text??""),Qt("rect",{width:r,height:l,fill:at(i,"paper")}),Qt("image",{href:await $E(e),width:r,height:s}),...c);return new XMLSerializer().serializeToString(u)}function $E(n){return new Promise((e,t)=>{let i=new FileReader;i.onload=()=>e(String(i.result)),i.onerror=()=>t(new Error("the picture could not be read")),i.readAsDataURL(n)})}var mc=class{root;constructor(e){let{view:t}=e,{name:i,version:r,input_hash:s}=t?.program??{name:"glasshield",version:"",input_hash:""},o=`${i} ${r}`.trim(),a=s===""?"":` · ${s.slice(0,12)}`;this.root=_("div",{class:"gs-footer"},_("span",{},t===null?e.text("web.disclaimer"):e.said(t.disclaimer)),_("span",{},o+a))}update(e){}dispose(){this.root.remove()}};var qE=2e7,YE=27e6,KE=De(10);function w0(n,e){let t={...es,lon_rad:e.lon_rad},i=e.lat_rad<0?-Math.PI/2:Math.PI/2;switch(n){case"polar":return{...t,lat_rad:i,range_m:qE};case"flat":return{...t,lat_rad:KE,range_m:YE};default:return t}}var jE={en:"English",ru:"Русский"},S0=["globe","map","polar","flat"],gc=class{root;#e;#t;#n;#i;#r;#s=_("span",{role:"status",class:"gs-soft"});constructor(e,t){this.#e=e,this.#t=Qr.map(i=>this.#a(i)),this.#n=this.#l(),this.#i=this.#c(),this.#r=["assessment","live"].map(i=>Te({class:"gs-tab","data-key":`subject-${i}`},()=>e.store.set({subject:i,playing:!1,time_s:null}),e.text(`web.subject.${i}`))),this.root=_("header",{class:"gs-header"},this.#o(t.owns_page),_("div",{class:"gs-row gs-controls"},...t.has_live?this.#r:[],this.#i,this.#n,_("span",{class:"gs-languages"},...this.#t),...this.#u(t),this.#s))}update(e){this.#t.forEach((t,i)=>{te(t,"aria-pressed",String(Qr[i]===e.language))}),this.#n.value=e.theme,this.#i.value=ZE(e),this.#r.forEach((t,i)=>{te(t,"aria-pressed",String(i===1==(e.subject==="live")))})}dispose(){this.root.remove()}#o(e){let t=this.#e,{view:i}=t,r=i===null?t.text("web.title"):t.said(i.title);return _("div",{class:"gs-title"},_(e?"h1":"p",{class:"gs-name"},r),i===null?null:_("p",{class:"gs-lead"},t.text("web.lead")))}#a(e){return Te({class:"gs-tab",lang:e,"data-key":`language-${e}`},()=>this.#e.store.set({language:e}),jE[e])}#l(){let{store:e}=this.#e,t=Go.map(r=>({value:r,label:this.#e.text(`web.theme.${r}`)})),i={"data-key":"theme","aria-label":this.#e.text("web.theme.title")};return On(i,t,"auto",r=>{let s=Go.find(o=>o===r)??"auto";e.set({theme:s})})}#c(){let{store:e}=this.#e,t=S0.map(r=>({value:r,label:this.#e.text(`web.view.${r}`)})),i={"data-key":"view","aria-label":this.#e.text("web.view.title")};return On(i,t,"globe",r=>{let s=S0.find(a=>a===r)??"globe",o=s==="map"?"globe":s;e.set(a=>({projection:o,renderer:s==="globe"?"auto":"canvas",camera:o===a.projection?a.camera:w0(o,a.camera)}))})}#u({save:e,help:t}){let i=this.#e;return[Te({"data-key":"link"},()=>this.#h(),i.text("web.link.copy")),Te({"data-key":"png"},()=>e("png"),i.text("web.figure.png")),Te({"data-key":"svg"},()=>e("svg"),i.text("web.figure.svg")),Te({"data-key":"help","aria-label":i.text("web.keys.title")},t,"?")]}#h(){let e=cp(this.#e.store.state);(navigator.clipboard?.writeText(e)??Promise.reject(new Error("none"))).then(()=>Fe(this.#s,this.#e.text("web.link.copied")),()=>Fe(this.#s,this.#e.text("web.link.in_address")))}};function ZE({projection:n,renderer:e}){return n!=="globe"?n:e==="canvas"?"map":"globe"}var[_c,yc]=[26,12];function M0(n,e){let{stroke:t,stroke_opacity:i,width_px:r,dash_px:s}=dt(n,e),o=Qt("line",{x1:0,y1:yc/2,x2:_c,y2:yc/2,stroke:t??"none","stroke-opacity":i,"stroke-width":r,"stroke-dasharray":s.length>0?s.join(" "):null});return up(o)}function E0(n,e){let t=dt(n,e),i=Qt("rect",{x:.5,y:.5,width:_c-1,height:yc-1,fill:t.fill==="hatch"?"none":t.fill??"none","fill-opacity":t.fill_opacity,stroke:t.stroke??t.fill??"none","stroke-width":1});return up(i,...QE(t))}function T0(n,e,t){let{fill:i,stroke:r,width_px:s}=dt(n,e),o=Qt("path",{d:ha[t],transform:`translate(${(_c-12)/2} 0)`,fill:i===null||i==="hatch"?"none":i,stroke:r??"none","stroke-width":s});return up(o)}var JE={plain:"",rising:"M0 12L12 0M7 12L19 0M14 12L26 0",falling:"M0 0L12 12M7 0L19 12M14 0L26 12",crossed:"M0 12L12 0M7 12L19 0M14 12L26 0M0 0L12 12M7 0L19 12M14 0L26 12",dotted:"M4 4h1M10 4h1M16 4h1M22 4h1M7 8h1M13 8h1M19 8h1"};function QE({pattern:n,stroke:e,fill:t}){return n==="plain"?[]:[Qt("path",{d:JE[n],stroke:e??t??"none",fill:"none"})]}function up(...n){let e={viewBox:`0 0 ${_c} ${yc}`,class:"gs-swatch","aria-hidden":"true"};return Qt("svg",e,...n)}var eT=[Fn("flights","assessment",[["line","threat-boost","plot.boost"],["line","threat-coast","plot.coast"],["line","threat-entry","plot.entry"],["launch","launch","legend.launch"],["target","target","legend.target"],["missile","missile","web.legend.missile"]]),Fn("disputed","assessment",[["line","disputed-yes","legend.flight_yes"],["line","disputed-depends","legend.flight_depends"],["line","disputed-no","legend.flight_no"]]),Fn("sites","both",[["radar","radar","legend.radar"],["interceptors","interceptors","legend.site"],["ship","ship","web.legend.ship"]]),Fn("fans","both",[["area","fan","legend.fan"]]),Fn("reach","assessment",[["area","reach","web.legend.reach"],["line","reach-limit","legend.circle"]]),Fn("defended","assessment",[["area","cell-yes","legend.cell_yes"],["area","cell-depends","legend.cell_depends"],["area","cell-no","legend.cell_no"]]),Fn("observers","assessment",[["observer","observer-best","web.legend.observer_best"],["observer","observer","web.legend.observer"],["area","hazard-area","web.legend.hazard"]]),Fn("tracks","live",[["missile","track-boost","plot.boost"],["missile","track-coast","plot.coast"],["missile","track-entry","plot.entry"],["missile","track-unknown","web.legend.unknown"]]),Fn("trails","live",[["line","trail","web.legend.trail"]]),Fn("covariances","live",[["area","ellipse-track","web.legend.covariance"]]),Fn("impacts","live",[["area","ellipse-impact","web.legend.impact"],["area","ellipse-launch","web.legend.launch_area"]]),Fn("borders","both",[["line","international","web.legend.border"],["line","undetermined","web.legend.contested"],["line","special","web.legend.special"]]),Fn("graticule","both",[]),Fn("labels","both",[])],tT=[["area","cell-better","web.legend.cell_better"],["area","cell-worse","web.legend.cell_worse"],["area","cell-same","web.legend.cell_same"]],xc=class{root;#e;#t;#n=!1;constructor(e){this.#e=e,this.#t=eT.filter(t=>this.#i(t.name)).map(t=>this.#r(t)),this.root=_("section",{class:"gs-part gs-layers","aria-label":e.text("web.layers.title")},_("h3",{},e.text("web.layers.title")),_("ul",{},...this.#t.map(t=>t.root)))}update(e){for(let{layer:r,root:s,box:o}of this.#t)te(s,"hidden",r.of!=="both"&&r.of!==e.subject),o.checked=!e.hidden.includes(r.name);let t=e.compared!==null;if(t===this.#n)return;this.#n=t;let i=this.#t.find(r=>r.layer.name==="defended");i?.samples.replaceChildren(...this.#s(t?tT:i.layer.samples))}dispose(){this.root.remove()}#i(e){return e!=="observers"||(this.#e.view?.plans.length??0)>0}#r(e){let t=_("input",{type:"checkbox","data-key":`layer-${e.name}`});t.addEventListener("change",()=>this.#o(e.name,t.checked));let i=_("label",{},t,this.#e.text(e.text)),r=_("ul",{class:"gs-samples"},...this.#s(e.samples)),s=_("li",{},i,e.samples.length>0?r:null);return{layer:e,root:s,box:t,samples:r}}#s(e){let{shade:t}=this.#e;return e.map(([i,r,s])=>{let o=i==="line"?M0(t,r):i==="area"?E0(t,r):T0(t,r,i);return _("li",{},o,_("span",{},this.#e.text(s)))})}#o(e,t){this.#e.store.set(({hidden:i})=>({hidden:t?i.filter(r=>r!==e):[...i,e]}))}};function Fn(n,e,t){return{name:n,text:`web.layer.${n}`,samples:t,of:e}}var bc=class{#e=new Map;#t=()=>{};put(e,t){t===null?this.#e.delete(e):this.#e.set(e,t),this.#t()}get all(){return[...this.#e]}shownBy(e){this.#t=e}},vc=class{root=_("div",{class:"gs-notices",role:"alert"});#e;#t;constructor(e,t){[this.#e,this.#t]=[e,t],t.shownBy(()=>this.#n()),this.#n()}update(e){}dispose(){this.#t.shownBy(()=>{}),this.root.remove()}#n(){let e=this.#e,t=this.#t.all.map(([i,r])=>_("p",{},r(e)," ",Te({class:"gs-quiet","data-key":`notice-${i}`,"aria-label":e.text("web.notice.close")},()=>this.#t.put(i,null),"✕")));Pe(this.root,...t)}};var wc=class{constructor(e,t,i,r){this.view=e;this.store=t;this.arguing=i;this.shade=r;this.language=t.state.language}view;store;arguing;shade;language;text(e,t={}){return nT(Dn(this.language,e,t))}said(e){return e?.[this.language]??""}name(e){return this.said(A0(this.view?.names,e))||e}short(e){return this.said(A0(this.view?.short,e))||this.name(e)}};function nT(n){return n.replace(/(км|km|м|m)\/(?=[сs](?![\p{L}]))/gu,"$1/⁠")}function A0(n,e){return n!==void 0&&Object.hasOwn(n,e)?n[e]:void 0}var Sc=class{root;#e;#t;#n=_("p",{});#i=_("p",{class:"gs-soft"});constructor(e){this.#e=e;let t=e.view?.phases??[];this.#t=t.map(r=>this.#r(r));let i=this.#t.map(r=>_("li",{},r));this.root=_("section",{class:"gs-part gs-phases","aria-label":e.text("web.phases.title")},_("h3",{},e.text("web.phases.title")),_("ol",{},...i),this.#n,this.#i)}update(e){let{view:t}=this.#e;if(te(this.root,"hidden",t===null||e.subject==="live"),t===null)return;let i=bt(t,e);this.#t.forEach((s,o)=>{te(s,"aria-current",o===i?"step":null)});let r=t.phases[i];Fe(this.#n,this.#e.said(r?.planned)),Fe(this.#i,this.#e.said(r?.outcome))}dispose(){this.root.remove()}#r(e){let{store:t}=this.#e;return Te({"data-key":`phase-${e.id}`},()=>t.set(({setting:i})=>({setting:{...i,phase:e.id}})),_("span",{},this.#e.said(e.short)),_("span",{class:"gs-soft"},e.date))}};function Mc(n){return Math.sqrt(-2*Math.log1p(-n))}function C0(n){let[e,t,i,,,,r,s,,,,o]=n;if(n.length!==21||e===void 0||t===void 0||i===void 0)throw new RangeError(`a covariance has 21 numbers, not ${n.length}`);if(r===void 0||s===void 0||o===void 0)throw new RangeError("not 21 numbers");return[[e,t,i],[t,r,s],[i,s,o]]}function Ec(n,e){let[t,i]=Ei(e.lat_rad,e.lon_rad);return{east_m2:hp(n,t,t),mixed_m2:hp(n,t,i),north_m2:hp(n,i,i)}}function ga({east_m2:n,mixed_m2:e,north_m2:t},i){let r=.5*(n+t),s=Math.hypot(.5*(t-n),e),o=.5*Math.atan2(2*e,t-n);return{longer_m:i*Math.sqrt(r+s),shorter_m:i*Math.sqrt(Math.max(r-s,0)),azimuth_rad:o<0?o+Math.PI:o}}function dp(n,e,t=72){let i=Ei(n.lat_rad,n.lon_rad),[r,s]=[Math.sin(e.azimuth_rad),Math.cos(e.azimuth_rad)];return Array.from({length:t},(o,a)=>{let l=2*Math.PI*a/(t-1),c=e.longer_m*Math.cos(l),u=e.shorter_m*Math.sin(l);return iT(n,i,c*r+u*s,c*s-u*r)})}function iT(n,e,t,i){let r=Math.hypot(t,i),s=ot(xl(e,[t,i,0]),1/Math.max(r,1e-9)),o=r/ct,a=cn(n.lat_rad,n.lon_rad,0),l=Ct(a,ot(s,ct*Math.sin(o))),c=ot(e[2],ct*(1-Math.cos(o))),{lat_rad:u,lon_rad:h}=Bt(Ti(l,c));return{lat_rad:u,lon_rad:h}}function hp(n,e,t){return St(e,[St(n[0],t),St(n[1],t),St(n[2],t)])}var R0="glasshield.frames.v1",P0="glasshield.bearer.",Ni=["SRBM","MRBM","IRBM","ICBM","orbital","unknown"],ya=["boost","coast","entry","unknown"],vr=class extends Error{constructor(t,i){super(`this is no frame of a picture: byte ${i}: expected ${t}`);this.expected=t;this.at=i}expected;at;name="FrameError"},rT=826692423,fp=24,pp=16,sT=31,[oT,aT]=[1,2],[lT,cT,uT,hT,dT]=[7,3,3,5,6];function Tc(n){let e=new DataView(n),t=[],i=0;for(;i<e.byteLength;){let r=fT(e,i);t.push(r),i+=fp+pp*r.count}return t}function fT(n,e){if(n.byteLength-e<fp)throw new vr("the end of its header",e);let[t,i]=[n.getUint8(e+5),n.getUint8(e+6)];if(!(n.getUint32(e,!0)===rT)||Math.max(t,i)>sT)throw new vr("GSF1 and steps",e);let s=n.getUint32(e+20,!0),o=e+fp;if(n.byteLength-o<pp*s)throw new vr(`${s} tracks`,e);let a={is_exercise:(n.getUint8(e+4)&oT)!==0,is_simulated:(n.getUint8(e+4)&aT)!==0,time_us:Number(n.getBigInt64(e+8,!0)),picture:n.getUint32(e+16,!0),count:s,number:new Uint32Array(s),position_ecef_m:new Float64Array(3*s),velocity_ecef_m_s:new Float64Array(3*s),class_index:new Uint8Array(s),phase:new Uint8Array(s),is_coasted:new Uint8Array(s),is_shared:new Uint8Array(s)};return pT(a,n,o,2**t,2**i),a}function pT(n,e,t,i,r){for(let s=0;s<n.count;s++){let o=t+pp*s,a=e.getUint32(o,!0),l=a>>>24,c=l&lT;if(c>=Ni.length)throw new vr("classes of objects",o);n.number[s]=a&16777215,n.class_index[s]=c,n.phase[s]=l>>>cT&uT,n.is_coasted[s]=l>>>hT&1,n.is_shared[s]=l>>>dT&1;for(let u=0;u<3;u++){let h=e.getInt32(o+4+4*u,!0);n.position_ecef_m[3*s+u]=(h<<8>>8)*i,n.velocity_ecef_m_s[3*s+u]=(h>>24)*r}}}var zt=24;function An(n,e){return`${n}/${e}`}var wr=class{constructor(e,t=5e6){this.capacity=e;this.trail_interval_us=t;this.is_alive=new Uint8Array(e),this.is_hidden=new Uint8Array(e),this.picture=new Uint32Array(e),this.number=new Uint32Array(e),this.position_ecef_m=new Float64Array(3*e),this.velocity_ecef_m_s=new Float64Array(3*e),this.class_index=new Uint8Array(e),this.phase=new Uint8Array(e),this.is_coasted=new Uint8Array(e),this.is_shared=new Uint8Array(e),this.trail_ecef_m=new Float32Array(3*e*zt),this.trail_length=new Uint8Array(e),this.#n=new Uint32Array(e)}capacity;trail_interval_us;is_alive;is_hidden;picture;number;position_ecef_m;velocity_ecef_m_s;class_index;phase;is_coasted;is_shared;trail_ecef_m;trail_length;covariances=new Map;contributors=new Map;rows=0;count=0;time_us=0;is_exercise=!1;is_simulated=!1;trail_step=0;#e=new Map;#t=[];#n;#i=0;#r=Number.NEGATIVE_INFINITY;apply(e){this.#i+=1,this.time_us=Math.max(this.time_us,e.time_us),this.is_exercise=e.is_exercise,this.is_simulated=e.is_simulated;for(let t=0;t<e.count;t++)this.#s(e.picture,e.number[t]);this.#l(e.picture);for(let t=0;t<e.count;t++)this.#a(this.#o(e,t),e,t);this.time_us-this.#r>=this.trail_interval_us&&this.#c()}drop(e){this.#i+=1,this.#l(e)}setCovariance(e,t){t===null?this.covariances.delete(e):this.covariances.set(e,C0(t))}rowOf(e,t){return this.#e.get(Ac(e,t))??null}#s(e,t){let i=this.#e.get(Ac(e,t));i!==void 0&&(this.#n[i]=this.#i)}#o(e,t){let i=Ac(e.picture,e.number[t]),r=this.#e.get(i);if(r!==void 0)return r;let s=this.#t.pop()??this.rows;if(s>=this.capacity)throw new RangeError(`more than ${this.capacity} tracks`);return this.rows=Math.max(this.rows,s+1),this.count+=1,this.#e.set(i,s),this.is_alive[s]=1,this.is_hidden[s]=0,this.picture[s]=e.picture,this.number[s]=e.number[t],this.trail_length[s]=0,s}#a(e,t,i){this.#n[e]=this.#i;for(let r=0;r<3;r++)this.position_ecef_m[3*e+r]=t.position_ecef_m[3*i+r],this.velocity_ecef_m_s[3*e+r]=t.velocity_ecef_m_s[3*i+r];this.class_index[e]=t.class_index[i],this.phase[e]=t.phase[i],this.is_coasted[e]=t.is_coasted[i],this.is_shared[e]=t.is_shared[i]}#l(e){for(let t=0;t<this.rows;t++){if(this.is_alive[t]===0||this.picture[t]!==e||this.#n[t]===this.#i)continue;let i=An(e,this.number[t]);this.#e.delete(Ac(e,this.number[t])),this.covariances.delete(i),this.contributors.delete(i),this.is_alive[t]=0,this.#t.push(t),this.count-=1}}#c(){this.#r=this.time_us,this.trail_step=(this.trail_step+1)%zt;let e=3*this.trail_step*this.capacity;for(let t=0;t<3*this.rows;t++)this.trail_ecef_m[e+t]=this.position_ecef_m[t];for(let t=0;t<this.rows;t++)this.trail_length[t]=Math.min(this.trail_length[t]+1,zt)}};function _a(n,e){let t=An(n.picture[e],n.number[e]);return{id:t,number:n.number[e],position_ecef_m:L0(n.position_ecef_m,e),velocity_ecef_m_s:L0(n.velocity_ecef_m_s,e),object_class:Ni[n.class_index[e]],phase:ya[n.phase[e]],is_coasted:n.is_coasted[e]===1,is_shared:n.is_shared[e]===1,contributors:n.contributors.get(t)??[]}}function Cc(n){let e=[];for(let t=0;t<n.rows;t++)n.is_alive[t]===1&&n.is_hidden[t]===0&&e.push(_a(n,t));return e}function L0(n,e){return[n[3*e],n[3*e+1],n[3*e+2]]}function Ac(n,e){return n*2**24+e}var mT=.95;function I0(n,e){let t=[];for(let i=0;i<n.rows;i++){if(n.is_alive[i]===0||n.is_hidden[i]===1)continue;let r=An(n.picture[i],n.number[i]),s=n.covariances.get(r);if(s===void 0)continue;let o=Bt(_a(n,i).position_ecef_m),a=ga(Ec(s,o),Mc(mT));t.push({shape:"area",layer:"covariances",target:gt("track",r),look:"ellipse-track",strength:kn(e,"track",r)?"strong":"normal",polygons:[[Ss(dp(o,a))]]})}return t}function N0(n,e){return n.flatMap(t=>[...gT(t,e),yT(t,e)])}function gT(n,e){let{covariance:t,place:i,radius:r}=n;return t===null?[]:[{shape:"area",layer:"impacts",target:gt("event",n.id),look:n.kind==="impact"?"ellipse-impact":"ellipse-launch",strength:kn(e,"event",n.id)?"strong":"normal",polygons:[[Ss(dp(i,ga(t,r)))]]}]}function yT(n,e){let t=n.kind==="impact"?"target":"launch";return{shape:"mark",layer:"impacts",target:gt("event",n.id),look:t,glyph:t,strength:kn(e,"event",n.id)?"strong":"normal",lon_deg:ve(n.place.lon_rad),lat_deg:ve(n.place.lat_rad),height_m:0,label:n.label,weight:65}}function k0(n,e){return n.plans.flatMap(t=>[...t.areas.map(i=>bT(t,i)),...t.paths.map(i=>vT(t,i)),...t.stations.map((i,r)=>_T(t,i,r,e)),xT(t,e)])}function mp(n,e){return`${n.id}/${e}`}function gp(n,e){let[t]=n.best;return t===void 0?!1:t.observer.some((i,r)=>i===e.observer&&t.lat_deg[r]===e.lat_deg&&t.lon_deg[r]===e.lon_deg)}function _T(n,e,t,i){let r=mp(n,t),s=gp(n,e);return{shape:"mark",layer:"observers",target:gt("observer",r),look:s?"observer-best":"observer",glyph:"observer",strength:kn(i,"observer",r)?"strong":s?"normal":"faint",lon_deg:e.lon_deg,lat_deg:e.lat_deg,height_m:0,label:s?e.observer:null,weight:s?70:10}}function xT(n,e){return{shape:"mark",layer:"observers",target:gt("plan",n.id),look:"launch",glyph:"launch",strength:kn(e,"plan",n.id)?"strong":"normal",lon_deg:n.site_lon_deg,lat_deg:n.site_lat_deg,height_m:0,label:bl(e,n.name),weight:75}}function bT(n,e){let t=e.lon_deg.map((s,o)=>[s,e.lat_deg[o]??0]),[i]=t,r=i===void 0?[]:wT([...t,i]);return{shape:"area",layer:"observers",target:gt("area",`${n.id}/${e.id}`),look:"hazard-area",strength:"normal",polygons:[[r]]}}function vT(n,e){let t=e.time_s[e.time_s.length-1]??0;return{shape:"line",layer:"observers",target:gt("path",`${n.id}/${e.id}`),look:"announced",strength:"normal",courses:[Ho(e,e.time_s[0]??0,t)]}}function wT(n){let e=0;for(let t=0;t+1<n.length;t++){let[[i,r],[s,o]]=[n[t],n[t+1]],a=((s-i)%360+540)%360-180;e+=a*(r+o)}return e>=0?[...n]:[...n].reverse()}var yp=4/3,ST=313e-6,_p=ST*ct/(1-1/yp);function MT(n,e,t){let i=yp*ct,r=Math.max(e,_p),s=Math.min(Math.max(t,e),r),[o,a]=D0(n,i+e,i+s),[l]=D0(a,ct+s,ct+t);return yp*o+l}function Hs(n,e,t){let i=Math.max(t,e+.001),r=MT(n,e,i),[s,o]=[ct+e,ct+i];return[o*Math.sin(r),o*Math.cos(r)-s]}function D0(n,e,t){let i=e/t*Math.cos(n),r=Math.atan2(Math.sqrt(Math.max(1-i**2,0)),i);return[r-n,r]}var O0=Math.PI/2-1e-9;var z0=Math.PI/60,F0=6,ET=60,TT=2*Math.PI-1e-9;function V0({site:n,sector:e,range_m:t}){let i=Rc(e.elevation_min_rad,n.height_m,t),r=wp(e)?[[0,t]]:Rc(e.elevation_max_rad,n.height_m,t),[s,o]=[B0(xa(i)),B0(xa(r))],a=Math.max(1,Math.ceil((o-s)/z0)),l=Array.from({length:a-1},(c,u)=>{let h=s+(o-s)*(u+1)/a;return[t*Math.cos(h),t*Math.sin(h)]});return[[0,0],...i,...l,...r.reverse(),[0,0]]}function Rc(n,e,t){let i=AT(n,e,t),r=Math.min(i,Math.max(_p,e))-e,s=[];for(let o=1;o<=F0;o++){let a=e+r*(o/F0)**2;a>e&&a<i&&s.push(Hs(n,e,a))}return[...s,Hs(n,e,i)]}function H0(n){let e=V0(n),t=bp(n.sector),i=t.flatMap(r=>W0(n.site,e,r)).flat();return{positions_ecef_m:Float64Array.from(i),triangles:Uint32Array.from(PT(e.length,t.length,Sp(n.sector)))}}function G0(n){let e=V0(n),t=bp(n.sector),i=Sp(n.sector)?[]:[t[0],xa(t)],r=RT(n).map(s=>t.map(o=>vp(n.site,s,o)));return[...i.map(s=>W0(n.site,e,s)),...r]}function xp(n,e){let{site:t,sector:i,range_m:r}=n;if(e<=t.height_m||e-t.height_m>r)return[];let s=Hs(i.elevation_min_rad,t.height_m,e),o=CT(s,n,e),a=wp(i)?null:Hs(i.elevation_max_rad,t.height_m,e);if(a!==null&&a[0]>=o[0])return[];let l=bp(i),c=l.map(d=>U0(t,o,d)),u=a===null?[]:l.map(d=>U0(t,a,d)).reverse();if(Sp(i))return u.length>0?[c,u]:[c];let h=u.length>0?u:[{lat_rad:t.lat_rad,lon_rad:t.lon_rad}];return[[...c,...h,c[0]]]}function AT(n,e,t){let[i,r]=[e,e+t];for(let s=0;s<ET;s++){let o=.5*(i+r),[a,l]=Hs(n,e,o);Math.hypot(a,l)<t?i=o:r=o}return .5*(i+r)}function CT(n,{site:e,range_m:t},i){if(Math.hypot(...n)<=t)return n;let[r,s]=[ct+e.height_m,ct+i],o=Math.sqrt((t**2-(s-r)**2)/(4*r*s)),a=2*Math.asin(Math.min(o,1));return[s*Math.sin(a),s*Math.cos(a)-r]}function RT({site:n,sector:e,range_m:t}){let i=xa(Rc(e.elevation_min_rad,n.height_m,t));return wp(e)?[i]:[i,xa(Rc(e.elevation_max_rad,n.height_m,t))]}function bp({azimuth_from_rad:n,azimuth_width_rad:e}){let t=Math.max(1,Math.ceil(e/z0));return Array.from({length:t+1},(i,r)=>n+e*r/t)}function W0(n,e,t){return e.map(i=>vp(n,i,t))}function vp(n,[e,t],i){let r=Ei(n.lat_rad,n.lon_rad),s=[e*Math.sin(i),e*Math.cos(i),t];return Ct(cn(n.lat_rad,n.lon_rad,n.height_m),xl(r,s))}function U0(n,e,t){let{lat_rad:i,lon_rad:r}=Bt(vp(n,e,t));return{lat_rad:i,lon_rad:r}}function PT(n,e,t){let i=[];for(let s=0;s+1<e;s++)for(let o=0;o+1<n;o++){let[a,l]=[s*n+o,(s+1)*n+o];i.push(a,l+1,l,a,a+1,l+1)}if(t)return i;let r=(e-1)*n;for(let s=1;s+2<n;s++)i.push(0,s+1,s,r,r+s,r+s+1);return i}function wp(n){return n.elevation_max_rad>=O0}function Sp(n){return n.azimuth_width_rad>=TT}function B0([n,e]){return Math.atan2(e,n)}function xa(n){return n[n.length-1]}function is({lat_rad:n,lon_rad:e}){let t=Math.cos(n);return[t*Math.cos(e),t*Math.sin(e),Math.sin(n)]}function Sr([n,e,t]){return{lat_rad:Math.atan2(t,Math.hypot(n,e)),lon_rad:Math.atan2(e,n)}}function Mp(n,e){return Math.atan2(mn(pr(n,e)),St(n,e))}function ba(n,e,t){let[i,r]=[Math.sin(n.lat_rad),Math.cos(n.lat_rad)],[s,o]=[Math.sin(t),Math.cos(t)],a=r*o-i*s*Math.cos(e),l=s*Math.sin(e),c=i*o+r*s*Math.cos(e);return{lat_rad:Math.atan2(c,Math.hypot(a,l)),lon_rad:Bo(n.lon_rad+Math.atan2(l,a))}}function X0(n,e,t){let i=Mp(n,e);if(i<1e-9)return n;let r=Math.sin(i);return Ct(ot(n,Math.sin((1-t)*i)/r),ot(e,Math.sin(t*i)/r))}var rs=72,Ep=16;function q0(n,e){let[t]=n.reach;if(t===void 0||e===null)return t??null;let i=r=>Math.abs(1e3*r.burnout_speed_km_s-e);return n.reach.reduce((r,s)=>i(s)<i(r)?s:r,t)}function Y0(n,e,t){let{low:i,high:r,share:s}=J0(n,e),o=a=>IT(n,a)*1e3;return Math.min(t.cap_m,(1-s)*o(i)+s*o(r))}function K0(n,e,t){return Array.from({length:rs+1},(i,r)=>{let s=2*Math.PI*(r%rs)/rs;return ba(e,s,Y0(n,s,t)/ct)})}function j0(n,e,t){let i=[];for(let o=0;o<=rs;o++){let a=2*Math.PI*(o%rs)/rs,l=Y0(n,a,t);for(let c=0;c<=Ep;c++)i.push(LT(n,e,a,l*c/Ep,t));i.push(Z0(e,a,l,t.floor_m))}let r=Ep+2,s=[];for(let o=0;o<rs;o++)for(let a=0;a+1<r;a++){let[l,c]=[o*r+a,(o+1)*r+a];s.push(l,l+1,c,l+1,c+1,c)}return{positions_ecef_m:Float64Array.from(i.flat()),triangles:Uint32Array.from(s)}}function LT(n,e,t,i,r){let{low:s,high:o,share:a}=J0(n,t),l=(1-a)*$0(n,s,i)+a*$0(n,o,i),c=Math.max(r.floor_m,Math.min(r.top_m,l));return Z0(e,t,i,c)}function Z0(n,e,t,i){let{lat_rad:r,lon_rad:s}=ba(n,e,t/ct);return cn(r,s,i)}function $0(n,e,t){let i=n.top_km[e],r=n.ground_km.findIndex(l=>1e3*l>=t);if(r<=0)return r<0?0:1e3*(i[0]??0);let[s,o]=[1e3*n.ground_km[r-1],1e3*n.ground_km[r]],a=(t-s)/(o-s);return 1e3*((1-a)*(i[r-1]??0)+a*(i[r]??0))}function IT(n,e){let t=n.top_km[e],i=t.findIndex(r=>r===null);return n.ground_km[i<0?t.length-1:Math.max(0,i-1)]}function J0(n,e){let t=n.bearing_deg.length,i=qr(e-De(n.bearing_deg[0]))/(2*Math.PI/t),r=Math.floor(i)%t;return{low:r,high:(r+1)%t,share:i-Math.floor(i)}}var NT=3e5,kT=1.1,DT=4e5;function Q0(n){let e=Math.max(0,...n.flights.map(t=>t.apogee_km));return Math.max(DT,kT*1e3*e)}function ex(n,e){let t=zo(n,e),i=new Set(t.map(s=>s.site));return[...ws(n,e).flatMap(s=>OT(n,e,s,i)),...UT(t).map(s=>FT(n,e,s))]}function OT(n,e,t,i){let{lat_deg:r,lon_deg:s,height_m:o}=t;if(r===null||s===null)return[];let a=t.site===null||!i.has(t.site);return[{shape:"mark",layer:"sites",target:gt("sensor",t.id),look:"radar",glyph:"radar",strength:kn(e,"sensor",t.id)?"strong":"normal",lon_deg:s,lat_deg:r,height_m:o??0,label:a?vs(n,e,t.site??t.id):null,weight:80}]}function FT(n,e,t){return{shape:"mark",layer:"sites",target:gt("battery",t.id),look:t.at_sea?"ship":"interceptors",glyph:t.at_sea?"ship":"interceptors",strength:kn(e,"battery",t.id)?"strong":"normal",lon_deg:t.lon_deg,lat_deg:t.lat_deg,height_m:t.height_m,label:vs(n,e,t.site),weight:90}}function UT(n){let e=new Set;return n.filter(({site:t})=>!e.has(t)&&e.add(t))}function tx(n,e){let t=Q0(n);return ws(n,e).flatMap(i=>BT(i,Tp(n,e,i)).map(r=>VT(r,i,t,ix(e,"sensor",i.id))))}function Tp(n,e,t){let[i,r]=[bt(n,e),n.flights.findIndex(c=>c.id===e.flight)],s=n.sensors.indexOf(t),{sees:o}=n,a=o.sensor.findIndex((c,u)=>c===s&&o.phase[u]===i&&o.flight[u]===r),l=o.detection_range_km[a]??t.range_km;return l===null?null:1e3*l}function BT(n,e){let{lat_deg:t,lon_deg:i,height_m:r}=n;if(t===null||i===null||e===null)return[];let s={...Yd(t,i),height_m:r??0};return n.sectors.map(o=>({site:s,range_m:e,sector:{azimuth_from_rad:De(o.azimuth_from_deg),azimuth_width_rad:De(zT(o.azimuth_from_deg,o.azimuth_to_deg)),elevation_min_rad:De(o.elevation_min_deg),elevation_max_rad:De(o.elevation_max_deg)}}))}function zT(n,e){let t=e-n;return t>0?t:t+360}function VT(n,e,t,i){let{positions_ecef_m:r,triangles:s}=H0(n),[o]=xp(n,t),a=o===void 0?[]:[$d(o,t)];return{shape:"surface",layer:"fans",target:gt("sensor",e.id),look:e.search==="cued"?"fan-cued":"fan",strength:i,positions_ecef_m:r,triangles:s,ceiling_m:t,edges:[...G0(n).flatMap(l=>HT(l,t)),...a],ground:[xp(n,Math.min(NT,t)).map(Ss)].filter(l=>l.length>0)}}function HT(n,e){let t=[[]];for(let i of n)mn(i)<=ct+e?t[t.length-1].push(i):t[t.length-1].length>0&&t.push([]);return t.filter(i=>i.length>1).map(Xd)}function nx(n,e){let t=Q0(n);return zo(n,e).flatMap(i=>GT(i,e,t))}function GT(n,e,t){let i=q0(n,e.setting.speed_m_s);if(i===null)return[];let{cap_m:r}=e.setting,s={cap_m:r??1e3*(n.ground_range_km??Number.POSITIVE_INFINITY),floor_m:1e3*(n.min_height_km??0),top_m:Math.min(1e3*(n.max_height_km??Number.POSITIVE_INFINITY),t)},o=Yd(n.lat_deg,n.lon_deg),a=K0(i,o,s),l={layer:"reach",target:gt("battery",n.id),strength:ix(e,"battery",n.id)};return[{...l,shape:"line",look:"reach-limit",courses:[$d(a)]},{...l,shape:"surface",look:"reach",...j0(i,o,s),ceiling_m:Number.POSITIVE_INFINITY,edges:[],ground:[[Ss(a)]]}]}function ix(n,e,t){return kn(n,e,t)?"strong":n.selected?.kind===e?"faint":"normal"}var WT={verdicts:null,live:null,live_version:0,predicted:[]},va=[],XT=new Set(["reach","flights","defended","disputed","observers"]),$T=new Set(["tracks","trails","covariances","impacts"]),Pc=class{#e;#t;#n=new Map;constructor(e,t){this.#e=e,this.#t=t}drawn(e,t=WT){let i=Ai.map(r=>[r,this.#i(r,e,t)]);return Object.fromEntries(i)}#i(e,t,i){if((t.subject==="live"?XT.has(e):$T.has(e))||t.hidden.includes(e))return va;let s=!t.hidden.includes("labels"),o=this.#r(e,t,i);return s?o:this.#l(`${e} unnamed`,[o],()=>o.map(YT))}#r(e,t,i){let r=this.#t;switch(e){case"borders":return r===null?va:this.#l(e,[r],()=>t0(r));case"graticule":return this.#l(e,[],n0);case"covariances":return this.#a(t,i);case"impacts":return this.#l(e,[i.predicted,t.selected],()=>N0(i.predicted,t));default:return this.#e===null?va:this.#s(e,this.#e,t,i)}}#s(e,t,i,r){let{selected:s,flight:o,setting:a,filters:l,language:c,compared:u,claim:h}=i,d=a.phase;switch(e){case"sites":return this.#l(e,[d,l,c,s],()=>ex(t,i));case"fans":return this.#l(e,[d,l,o,s],()=>tx(t,i));case"reach":return this.#l(e,[d,l,a.speed_m_s,a.cap_m,s],()=>nx(t,i));case"defended":return this.#l(e,[d,u?.phase,u===null,o],()=>lc(t,i));case"observers":return this.#l(e,[c,s],()=>k0(t,i));case"flights":return this.#o(e,t,i,[d,o,s],()=>Zg(t,i));case"disputed":return this.#o(e,t,i,[d,o,s,h,a.party,r.verdicts],()=>Jg(t,i,r.verdicts));default:return va}}#o(e,t,i,r,s){let{language:o,time_s:a}=i,l=this.#l(`${e} arcs`,r,()=>[...ny(t,i,e),...s()]),c=this.#l(`${e} ends`,[...r,o],()=>ey(t,i,e));return this.#l(e,[l,c,a],()=>[...l,...c,...ty(t,i,e)])}#a(e,{live:t,live_version:i}){return t===null?va:this.#l("covariances",[t,i,e.selected],()=>I0(t,e))}#l(e,t,i){let r=this.#n.get(e);if(r!==void 0&&qT(r.inputs,t))return r.drawables;let s=i();return this.#n.set(e,{inputs:t,drawables:s}),s}};function qT(n,e){return n.length===e.length&&n.every((t,i)=>Object.is(t,e[i]))}function YT(n){return n.shape==="mark"?{...n,label:null}:n}var rx={picture:null,version:0,predicted:[]},Lc=class{root=_("div",{class:"gs-picture"});#e;#t;#n=null;#i=null;#r=!1;#s=null;#o=[];constructor(e){this.#e=e,this.#t=new Pc(e.view,e.world)}update(e,t,i){this.#l(e,t,i);let r=this.#n;r!==null&&(r.shade!==t&&(r.shade=t),r.description!==i&&(r.description=i),r.projection!==e.projection&&(r.projection=e.projection),e.camera!==this.#s&&(r.camera=e.camera),this.#s=e.camera,r.selected!==e.selected&&(r.selected=e.selected),r.show(this.drawn()),this.#a(e,r))}moved(e){let{state:t}=this.#e.store;this.#n===null||t.subject!=="live"||(e==="changed"&&this.#n.show(this.drawn()),this.#a(t,this.#n),this.#n.moved())}beside(){let{store:e,arguing:t,live:i}=this.#e,{picture:r,version:s,predicted:o}=i();return{verdicts:t.verdicts(e.state),live:r,live_version:s,predicted:o}}drawn(){return this.#t.drawn(this.#e.store.state,this.beside())}snapshot(){return this.#n===null?Promise.reject(new Error("nothing is drawn")):this.#n.snapshot()}focus(){this.root.querySelector("[tabindex]")?.focus()}resize(){this.#n?.resize()}dispose(){this.#n?.dispose(),this.#n=null,this.root.remove()}#a(e,t){let{picture:i}=this.#e.live(),s=e.subject==="live"&&!e.hidden.includes("tracks")?i:null,o=[s,e.filters,e.hidden];o.every((a,l)=>Object.is(a,this.#o[l]))||(this.#o=o,t.showTracks(s,!e.hidden.includes("trails")))}#l(e,t,i){let s=e.projection!=="globe"||e.renderer==="canvas"||this.#r&&e.renderer!=="webgl"?"canvas":"webgl";if(s===this.#i)return;this.#i=s,this.#n?.dispose(),[this.#n,this.#o]=[null,[]];let{renderers:o,onFallBack:a}=this.#e,l=this.#c(e,t,i),c=o[s](this.root,l),u=c.renderer===null&&s==="webgl",h=u?o.canvas(this.root,l):c;this.#n=h.renderer,a(u?c.reason:h.reason)}#c(e,t,i){let{store:r}=this.#e;return{shade:t,description:i,camera:e.camera,projection:e.projection,onCamera:s=>r.set({camera:s}),onSelect:s=>r.set(s===null?{selected:null}:pa(s)),onLost:()=>this.#u()}}#u(){this.#r=!0,this.#i=null;let{store:e,onFallBack:t}=this.#e;t("lost"),e.set({renderer:"auto",camera:{...e.state.camera}})}};function Ic(n,e){let t=e.flight??n.timeline?.flight??null;return n.flights.find(i=>i.id===t)??n.flights[0]??null}function lx(n,e,t){let i=n.flights.indexOf(t),r=bt(n,e),{sensors:s}=e.filters,o=KT(n,r,i).filter(a=>!s.includes(a.id));return[...ax(o),...ax(jT(n,r,i))]}function KT({sees:n,sensors:e},t,i){return n.phase.flatMap((r,s)=>{let[o,a]=[n.first_seen_s[s],n.last_seen_s[s]];return r!==t||n.flight[s]!==i||o==null?[]:[{kind:"sensor",id:e[n.sensor[s]]?.id??"",by:"",spans:[{kind:"seen",from_s:o,to_s:a??o}]}]})}function jT(n,e,t){let{meets:i,reaches:r}=n,s=sx(n,i,e,t,()=>"");return s.length>0?s:sx(n,r,e,t,o=>r.by[o]??"")}function sx({batteries:n},e,t,i,r){return e.phase.flatMap((s,o)=>{if(s!==t||e.flight[o]!==i)return[];let[a,l]=[n[e.battery[o]]?.id??"",r(o)],c=[...ox("window",e.opens_s[o],e.closes_s[o]),...ox("launch-window",e.launch_opens_s[o],e.launch_closes_s[o])];return c.length===0?[]:[{kind:"battery",id:a,by:l,spans:c}]})}function ox(n,e,t){return e==null||t==null?[]:[{kind:n,from_s:e,to_s:t}]}function ax(n){let e=({spans:t})=>Math.min(...t.map(i=>i.from_s));return[...n].sort((t,i)=>e(t)-e(i))}var ZT=.25,Nc=class{#e;#t;#n;#i=null;#r=null;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=t.watch(i=>i.playing,()=>this.#s())}dispose(){this.#n(),this.#a()}#s(){let{playing:e,subject:t}=this.#t.state;!e||t==="live"?this.#a():this.#i===null&&this.#o()}#o(){this.#i=requestAnimationFrame(e=>this.#l(e))}#a(){this.#i!==null&&cancelAnimationFrame(this.#i),[this.#i,this.#r]=[null,null]}#l(e){let{state:t}=this.#t,{playing:i,rate:r,time_s:s,subject:o}=t;if(this.#i=null,!i||o==="live")return;let a=Math.min((e-(this.#r??e))/1e3,ZT);this.#r=e;let l=Ic(this.#e,t)?.flight_time_s??0,u=(s===null||s>=l?0:s)+a*r;if(u>=l)return this.#t.set({time_s:l,playing:!1});this.#t.set({time_s:u}),this.#o()}};var JT=[["p","web.keys.play"],[", .","web.keys.events"],["1 … 9","web.keys.phases"],["t","web.keys.tables"],["g","web.keys.globe"],["← → ↑ ↓","web.keys.move"],["Shift + ← → ↑ ↓","web.keys.turn"],["+ −","web.keys.zoom"],["Home","web.keys.home"],["Esc","web.keys.escape"],["?","web.keys.help"]],kc=class{root;#e;#t;#n;#i=new Bs;constructor(e,t,i,r){[this.#e,this.#t,this.#n]=[e,i,r];let s=_("input",{type:"checkbox","data-key":"keys-on"});s.checked=r.are_on,s.addEventListener("change",()=>r.are_on=s.checked);let o=e.text("web.keys.title");this.root=_("dialog",{class:"gs-dialog","aria-label":o},_("h3",{},o),_("dl",{class:"gs-facts"},...this.#r()),_("label",{},s,e.text("web.keys.on")),Te({"data-key":"keys-close"},()=>this.root.close(),e.text("web.keys.close"))),this.#i.listen(t,"keydown",a=>this.#s(a))}update(e){}open(){this.root.open||this.root.showModal()}dispose(){this.#i.undo(),this.root.remove()}#r(){return JT.flatMap(([e,t])=>[_("dt",{},_("kbd",{},e)),_("dd",{},this.#e.text(t))])}#s(e){if(!(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey)&&!(this.root.open||QT(e.target))){if(e.key==="Escape")return this.#o();!this.#n.are_on||!this.#a(e.key)||e.preventDefault()}}#o(){let{store:e}=this.#e;e.state.selected!==null&&e.set({selected:null})}#a(e){let{store:t,view:i}=this.#e,r=/^[1-9]$/.test(e)?i?.phases[Number(e)-1]:void 0;if(r!==void 0)return t.set(({setting:o})=>({setting:{...o,phase:r.id}})),!0;let s={p:()=>t.set(({playing:o})=>({playing:!o})),",":()=>this.#t.stepEvent(-1),".":()=>this.#t.stepEvent(1),t:()=>this.#l(),g:()=>this.#t.toGlobe(),"?":()=>this.open()}[e];return s?.(),s!==void 0}#l(){let e={name:"flights",sort:null,descending:!1};this.#e.store.set(({table:t})=>({table:t===null?e:null}))}};function QT(n){return n instanceof HTMLElement?n instanceof HTMLSelectElement||n.isContentEditable||n instanceof HTMLTextAreaElement?!0:n instanceof HTMLInputElement&&!["range","checkbox","radio"].includes(n.type):!1}var Dc="2000-01-01T00:00:00Z",eA=Date.UTC(2e3,0,1),tA=60;function cx(n,e,t,i){let r=[...Wi(n,e).map(l=>[l,"ink"]),...ai(n,e).map(l=>[l,"depends"])],s=Math.max(tA,...r.map(([l])=>l.flight_time_s)),o=t.flatMap((l,c)=>iA(l,c,i));return`[
${[nA(s,i),...o,...r.map(([l,c])=>rA(l,c,s,i))].map(l=>JSON.stringify(l)).join(`,
`)}
]
`}function nA(n,{title:e,mark:t,disclaimer:i,link:r}){return{id:"document",version:"1.0",name:`${e} – ${t}`,description:`${t} ${i} ${r}`,clock:{interval:`${Dc}/${ux(n)}`,currentTime:Dc,multiplier:30,range:"LOOP_STOP",step:"SYSTEM_CLOCK_MULTIPLIER"}}}function iA(n,e,t){let{geometry:i,target:r,label:s}=n;if(i.type!=="Point"||r===null||n.layer==="flights")return[];let{fill:o,stroke:a}=dt("light",n.look),l=o===null||o==="hatch"?a:o;return[{id:`${r.kind}.${r.id}.${e}`,name:s??t.nameOf(r),description:t.mark,properties:{mark:t.mark,kind:r.kind},position:{cartographicDegrees:i.coordinates},point:{pixelSize:9,color:Ap(l??at("light","ink"),255)}}]}function rA(n,e,t,i){let r=n.time_s.flatMap((o,a)=>[o,n.lon_deg[a],n.lat_deg[a],Number((1e3*n.height_km[a]).toFixed(1))]),s=at("light",e);return{id:n.id,name:i.nameOf({kind:"flight",id:n.id}),description:i.mark,availability:`${Dc}/${ux(t)}`,properties:{mark:i.mark,role:n.role,missile:n.missile},position:{epoch:Dc,interpolationAlgorithm:"LAGRANGE",interpolationDegree:3,forwardExtrapolationType:"HOLD",cartographicDegrees:r},point:{pixelSize:7,color:Ap(s,255)},path:{width:2,resolution:10,leadTime:t,trailTime:t,material:{solidColor:{color:Ap(s,200)}}}}}function ux(n){return new Date(eA+1e3*Math.round(n)).toISOString().replace(".000Z","Z")}function Ap(n,e){return{rgba:[...Jt(n).map(t=>Math.round(255*t)),e]}}function hx(n){let e=[],t=[],i=0;for(let{name:l,bytes:c}of n){let u=new TextEncoder().encode(l),h=oA(u,c),d=Oc([Gs([67324752,4]),h,u,c]);t.push(Oc([Gs([33639248,4],[20,2]),h,Gs([0,2],[0,2],[0,2],[0,4],[i,4]),u])),e.push(d),i+=d.length}let r=Oc(t),s=n.length,o=Gs([101010256,4],[0,2],[0,2],[s,2],[s,2]),a=Gs([r.length,4],[i,4],[0,2]);return Oc([...e,r,o,a])}function sA(n){let e=4294967295;for(let t of n){e^=t;for(let i=0;i<8;i++)e=e>>>1^(e&1?3988292384:0)}return(e^4294967295)>>>0}function oA(n,e){let t=e.length,i=sA(e);return Gs([20,2],[0,2],[0,2],[0,2],[33,2],[i,4],[t,4],[t,4],[n.length,2],[0,2])}function Gs(...n){let e=n.flatMap(([t,i])=>Array.from({length:i},(r,s)=>t>>>8*s&255));return Uint8Array.from(e)}function Oc(n){let e=new Uint8Array(n.reduce((i,r)=>i+r.length,0)),t=0;for(let i of n)e.set(i,t),t+=i.length;return e}function gx(n,e,{mark:t,link:i}){let r=[...n,"mark","link"].map(o=>dx(o)),s=e.map((o,a)=>[...o,t,a===0?i:""].map(dx).join(","));return`\uFEFF${[r.join(","),...s].join(`\r
`)}\r
`}function dx(n){if(n===null)return"";if(typeof n=="number")return Number.isFinite(n)?String(n):"";let e=/^[=+\-@\t\r]/.test(n)?`'${n}`:n;return/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e}function yx(n,e){let t=n.map(a=>({type:"Feature",properties:{layer:a.layer,sign:a.look,kind:a.target?.kind??null,id:a.target?.id??null,name:xx(a,e),mark:e.mark},geometry:a.geometry})),{title:i,mark:r,disclaimer:s,link:o}=e;return JSON.stringify({type:"FeatureCollection",title:i,mark:r,disclaimer:s,link:o,features:t})}function _x(n,e){let t=new TextEncoder().encode(aA(n,e));return hx([{name:"doc.kml",bytes:t}])}function aA(n,e){let t=[...new Set(n.map(c=>c.look))],r=[...new Set(n.map(c=>c.layer))].map(c=>{let h=n.filter(d=>d.layer===c).map(d=>cA(d,e)).join("");return Mt("Folder",Mt("name",wa(c))+h)}),s=Mt("name",wa(`${e.title} – ${e.mark}`)),o=Mt("description",wa(`${e.mark}
${e.disclaimer}
${e.link}`)),a=[s,o,...t.map(hA),...r].join("");return`<?xml version="1.0" encoding="UTF-8"?>
${Mt("kml",Mt("Document",a),` xmlns="${lA}"`)}
`}var lA="http://www.opengis.net/kml/2.2",fx=Mt("altitudeMode","absolute");function Mt(n,e,t=""){return`<${n}${t}>${e}</${n}>`}function cA(n,e){let t=xx(n,e),i=[t===null?"":Mt("name",wa(t)),Mt("description",wa(e.mark)),Mt("styleUrl",`#${n.look}`),uA(n.geometry)];return Mt("Placemark",i.join(""))}function uA(n){if(n.type==="Point")return Mt("Point",fx+Cp([n.coordinates]));if(n.type==="MultiLineString"){let t=n.coordinates.map(i=>Mt("LineString",fx+Cp(i)));return Mt("MultiGeometry",t.join(""))}let e=n.coordinates.map(([t=[],...i])=>{let r=i.map(s=>Mt("innerBoundaryIs",px(s)));return Mt("Polygon",Mt("outerBoundaryIs",px(t))+r.join(""))});return Mt("MultiGeometry",e.join(""))}function px(n){return Mt("LinearRing",Cp(n))}function Cp(n){return Mt("coordinates",n.map(e=>e.join(",")).join(" "))}function hA(n){let{stroke:e,stroke_opacity:t,width_px:i,fill:r,fill_opacity:s}=dt("light",n),o=r===null||r==="hatch"?e??at("light","soft"):r,a=Mt("color",mx(e??o,t))+Mt("width",String(i)),l=Mt("color",mx(o,s));return Mt("Style",Mt("LineStyle",a)+Mt("PolyStyle",l),` id="${n}"`)}function mx(n,e){let[t,i,r]=Jt(n),s=o=>Math.round(255*o).toString(16).padStart(2,"0");return s(e)+s(r)+s(i)+s(t)}function xx({label:n,target:e},t){return n??(e===null?null:t.nameOf(e))}function wa(n){return n.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"").replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}var dA=new Set(["borders","graticule","trails"]);function vx(n){return Object.entries(n).filter(([t])=>!dA.has(t)).flatMap(([,t])=>t.map(fA)).filter(t=>t.geometry.coordinates.length>0)}function fA(n){let{layer:e,look:t,target:i}=n,r=n.shape==="mark"?n.label:null;return{layer:e,look:t,target:i,label:r,geometry:pA(n)}}function pA(n){switch(n.shape){case"mark":{let{lon_deg:e,lat_deg:t,height_m:i}=n;return{type:"Point",coordinates:Ws([e,t,i])}}case"line":return{type:"MultiLineString",coordinates:n.courses.flatMap(mA)};case"area":return{type:"MultiPolygon",coordinates:n.polygons.map(bx)};case"surface":return{type:"MultiPolygon",coordinates:n.ground.map(bx)};case"cells":return{type:"MultiPolygon",coordinates:_A(n)}}}function mA({lon_deg:n,lat_deg:e,height_m:t}){let i=[],r=[];for(let s=0;s<n.length;s++){let o=[xA(n[s]),e[s],t[s]],a=r.at(-1);if(a!==void 0&&Math.abs(o[0]-a[0])>180){let[l,c]=gA(a,o);i.push([...r,l]),r=[c]}r.push(Ws(o))}return[...i,r].filter(s=>s.length>1)}function gA(n,e){let t=n[0]>0?180:-180,i=360-Math.abs(e[0]-n[0]),r=i===0?0:Math.abs(t-n[0])/i,s=[1,2].map(o=>n[o]+r*(e[o]-n[o]));return[Ws([t,...s]),Ws([-t,...s])]}function bx(n){return n.map(e=>[...yA(e)].reverse().map(([t,i])=>Ws([t,i])))}function yA(n){let[e,t]=[n[0],n.at(-1)];return e===void 0||t===void 0||e[0]===t[0]&&e[1]===t[1]?n:[...n,e]}function _A({bounds_deg:n,indices:e}){return Array.from(e,(t,i)=>{let[r=0,s=0,o=0,a=0]=n.subarray(4*i,4*i+4);return[[[r,s],[o,s],[o,a],[r,a],[r,s]].map(([c,u])=>Ws([c,u]))]})}function xA(n){return n>180?n-360:n<-180?n+360:n}function Ws([n=0,e=0,t]){let i=[Number(n.toFixed(5)),Number(e.toFixed(5))];return t===void 0?i:[...i,Number(t.toFixed(1))]}function Rp({columns:n,rows:e},t,i,r){let s=n.findIndex(l=>l.key===i);if(s<0)return e;let o=new Intl.Collator(t,{numeric:!0}),a=r?-1:1;return[...e].sort((l,c)=>{let[u,h]=[l.values[s]??null,c.values[s]??null];return u===null||h===null?+(u===null)-+(h===null):a*bA(u,h,o)})}function bA(n,e,t){return typeof n=="number"&&typeof e=="number"?n-e:t.compare(String(n),String(e))}var Lp=["sensors","batteries","flights","seen","reached","shares","cells","observers","tracks"];function Ip(n){return n.subject==="live"?["tracks","sensors"]:Lp.filter(e=>e!=="tracks")}function Np(n,e,t,i){let r=n==="tracks"?PA(t,i):null;return r!==null?r:e===null?ki(n,"sites",[],[],()=>null):vA(n,e,t,i)}function vA(n,e,t,i){switch(n){case"sensors":return wA(e,t);case"batteries":return SA(e,t);case"flights":return MA(e,t,i);case"seen":return EA(e,t);case"reached":return TA(e,t);case"shares":return AA(e,t);case"cells":return CA(e,t);default:return RA(e)}}function wA(n,e){let t=[yt("name","web.column.name",i=>gn(n,e,i.id)),yt("party","web.column.party",i=>gn(n,e,i.party)),Xe("lat_deg","web.column.lat","deg",2,i=>i.lat_deg),Xe("lon_deg","web.column.lon","deg",2,i=>i.lon_deg),Xe("range_km","web.column.range","km",0,i=>kA(Tp(n,e,i))),...wx(e)];return ki("sensors","fans",ws(n,e),t,i=>gt("sensor",i.id))}function SA(n,e){let t=n.phases[bt(n,e)]?.id,i=o=>o.deployed.find(a=>a.phase===t)?.count??null,r=o=>o.speeds.length===0?null:Math.max(...o.speeds.map(a=>a.value_km_s)),s=[yt("name","web.column.site",o=>gn(n,e,o.site)),yt("interceptor","web.column.interceptor",o=>gn(n,e,o.interceptor)),yt("party","web.column.party",o=>gn(n,e,o.party)),Xe("lat_deg","web.column.lat","deg",2,o=>o.lat_deg),Xe("lon_deg","web.column.lon","deg",2,o=>o.lon_deg),Xe("count","web.column.count","1",0,i),Xe("speed_km_s","web.column.speed_to","km/s",2,r),Xe("ground_range_km","web.column.ground_range","km",0,o=>o.ground_range_km),...wx(e)];return ki("batteries","sites",zo(n,e),s,o=>gt("battery",o.id))}function MA(n,e,t){let i=Yr(n,e,t.verdicts),r=[yt("launch","web.column.launch",s=>gn(n,e,s.launch)),yt("target","web.column.target",s=>gn(n,e,s.target)),yt("missile","web.column.missile",s=>gn(n,e,s.missile)),yt("role","web.column.role",s=>Dn(e.language,`web.role.${s.role}`)),yt("reached","web.column.reached",s=>s.role==="disputed"?Dn(e.language,`verdict.${i[s.id]??"no"}`):null),Xe("range_km","web.column.range","km",0,s=>s.range_km),Xe("apogee_km","web.column.apogee","km",0,s=>s.apogee_km),Xe("burnout_s","web.column.burnout","s",0,s=>s.burnout_s),Xe("reentry_s","web.column.reentry","s",0,s=>s.reentry_s),Xe("flight_time_s","web.column.flight_time","s",0,s=>s.flight_time_s)];return ki("flights","flights",kp(n,e),r,s=>gt("flight",s.id))}function kp(n,e){let t=e.hidden.includes("flights")?[]:Wi(n,e),i=e.hidden.includes("disputed")?[]:ai(n,e);return[...t,...i]}function EA(n,e){let{sees:t}=n,[i,r]=[bt(n,e),Pp(n.flights,kp(n,e))],s=Pp(n.sensors,ws(n,e)),o=t.phase.flatMap((l,c)=>l===i&&r.has(t.flight[c])&&s.has(t.sensor[c])?[c]:[]),a=[yt("flight","web.column.flight",l=>Sx(n,e,n.flights[t.flight[l]])),yt("sensor","web.column.sensor",l=>NA(n,e,t.sensor[l])),Xe("first_seen_s","web.column.first_seen","s",0,l=>t.first_seen_s[l]),Xe("height_km","web.column.at_height","km",0,l=>t.first_seen_height_km[l]),Xe("last_seen_s","web.column.last_seen","s",0,l=>t.last_seen_s[l]),yt("why_not","web.column.why_not",l=>Dp(e,"unseen",t.why_not[l]))];return ki("seen","fans",o,a,l=>gt("flight",n.flights[t.flight[l]]?.id??""))}function TA(n,e){let{reaches:t}=n,[i,r]=[bt(n,e),Pp(n.flights,kp(n,e))],s=t.phase.flatMap((a,l)=>a===i&&r.has(t.flight[l])?[l]:[]),o=[yt("flight","web.column.flight",a=>Sx(n,e,n.flights[t.flight[a]])),yt("battery","web.column.battery",a=>gn(n,e,n.batteries[t.battery[a]]?.id??"")),Xe("speed_km_s","web.column.speed","km/s",2,a=>t.burnout_speed_km_s[a]),yt("by","web.column.by",a=>gn(n,e,t.by[a])),yt("reached","web.column.reached",a=>Dn(e.language,`verdict.${t.verdict[a]}`)),Xe("opens_s","web.column.opens","s",0,a=>t.opens_s[a]),Xe("closes_s","web.column.closes","s",0,a=>t.closes_s[a]),Xe("least_km_s","web.column.least_speed","km/s",2,a=>t.least_speed_km_s[a]),yt("why_not","web.column.why_not",a=>Dp(e,"rule",t.why_not[a]))];return ki("reached","disputed",s,o,a=>gt("flight",n.flights[t.flight[a]]?.id??""))}function AA(n,e){let{defends:t}=n,i=bt(n,e),r=t.phase.flatMap((a,l)=>a===i?[l]:[]),s=a=>l=>100*a[l],o=[yt("missile","web.column.missile",a=>gn(n,e,t.missile[a])),yt("launch","web.column.launch",a=>gn(n,e,t.launch[a])),yt("region","web.column.region",a=>IA(n,e,t.region[a])),Xe("area_percent","web.column.area","%",0,s(t.area)),Xe("area_low_percent","web.column.at_least","%",0,s(t.area_low)),Xe("area_high_percent","web.column.at_most","%",0,s(t.area_high)),Xe("people_percent","web.column.people","%",0,s(t.population)),Xe("people_low_percent","web.column.at_least","%",0,s(t.population_low)),Xe("people_high_percent","web.column.at_most","%",0,s(t.population_high))];return ki("shares","defended",r,o,()=>null)}function CA(n,e){let t=jr(n),i=Vo(Kr(n,e),t),r=fa(n.cells.bands,t),s=Array.from(i.keys()).filter(c=>i[c]!==0),o=(c,u)=>.5*(r[4*c+u]+r[4*c+u+2]),a=["","legend.cell_no","legend.cell_depends","legend.cell_yes"],l=[Xe("lat_deg","web.column.lat","deg",2,c=>o(c,1)),Xe("lon_deg","web.column.lon","deg",2,c=>o(c,0)),yt("defended","web.column.defended",c=>{let u=a[i[c]]??"";return u===""?null:Dn(e.language,u)})];return ki("cells","defended",s,l,c=>gt("cell",String(c)))}function RA(n){let e=n.plans.flatMap(i=>i.stations.map((r,s)=>({plan:i,station:r,number:s}))),t=[yt("observer","web.column.observer",({station:i})=>i.observer),Xe("lat_deg","web.column.lat","deg",2,({station:i})=>i.lat_deg),Xe("lon_deg","web.column.lon","deg",2,({station:i})=>i.lon_deg),Xe("visible_s","web.column.visible","s",0,({station:i})=>i.visible_s),Xe("sigma_m_s","web.column.sigma","m/s",0,i=>i.station.burnout_speed_sigma_m_s),Xe("power","web.column.power","1",2,({station:i})=>i.power),Xe("best","web.column.best","1",0,({plan:i,station:r})=>gp(i,r)?1:0)];return ki("observers","observers",e,t,({plan:i,number:r})=>gt("observer",mp(i,r)))}function PA(n,{live:e}){let t=s=>Bt(s.position_ecef_m),i=[Xe("number","web.column.number","1",0,s=>s.number),yt("class","web.column.class",s=>s.object_class),yt("phase","web.column.flight_phase",s=>LA(n,s.phase)),Xe("lat_deg","web.column.lat","deg",2,s=>ve(t(s).lat_rad)),Xe("lon_deg","web.column.lon","deg",2,s=>ve(t(s).lon_rad)),Xe("height_km","web.column.height","km",0,s=>t(s).height_m/1e3),Xe("speed_km_s","web.column.speed","km/s",2,s=>mn(s.velocity_ecef_m_s)/1e3),Xe("coasted","web.column.coasted","1",0,s=>s.is_coasted?1:0),yt("contributors","web.column.contributors",s=>s.contributors.join(", "))],r=e===null?[]:Cc(e);return ki("tracks","tracks",r,i,s=>gt("track",s.id))}function ki(n,e,t,i,r){return{name:n,title:`web.table.${n}`,layer:e,columns:i.map(({key:s,title:o,unit:a,decimals:l})=>({key:s,title:o,unit:a,decimals:l})),rows:t.map(s=>({target:r(s),values:i.map(o=>o.of(s))}))}}function yt(n,e,t){return{key:n,title:e,unit:"",decimals:0,of:t}}function Xe(n,e,t,i,r){return{key:n,title:e,unit:t,decimals:i,of:r}}function wx(n){return[yt("status","web.column.status",({status:e=""})=>Dp(n,"status",e)),yt("source","web.column.source",({source:e=[]})=>e.join(", "))]}function Dp(n,e,t){if(t==null||t==="")return null;let i=`${e}.${t}`;return Gn(i)?Dn(n.language,i):t}function LA(n,e){return Dn(n.language,e==="unknown"?"web.phase.unknown":`plot.${e}`)}function IA(n,e,t){return t==="all"?Dn(e.language,"web.region.all"):gn(n,e,t)}function NA(n,e,t){return gn(n,e,n.sensors[t]?.id??"")}function Sx(n,e,t){if(t===void 0)return"";let[i,r,s]=[t.launch,t.target,t.missile].map(o=>gn(n,e,o));return`${i} – ${r}, ${s}`}function kA(n){return n===null?null:n/1e3}function Pp(n,e){return new Set(e.map(t=>n.indexOf(t)))}var Op=150,Fc=class{root;#e;#t;#n;#i=_("div",{class:"gs-table-box"});#r=[];#s=null;#o=Op;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=new Map(Lp.map(r=>[r,this.#c(r)]));let i=e.text("web.tables.title");this.root=_("section",{class:"gs-tables","aria-label":i},_("div",{class:"gs-row"},_("h3",{},i),...this.#n.values(),_("span",{class:"gs-push"}),...this.#_()),this.#i)}update(e){let t=Ip(e),i=t.find(p=>p===e.table?.name)??null;for(let[p,g]of this.#n)te(g,"hidden",!t.includes(p)||this.#l(p)),te(g,"aria-expanded",String(p===i));if(te(this.#i,"hidden",i===null),i===null||e.table===null)return this.#a();let r=this.#t.beside(),{setting:s,compared:o,claim:a,flight:l,filters:c,hidden:u,selected:h,table:d,subject:f}=e,b=[...[s,o,a,l,c,u,h,d,f],r.verdicts,r.live_version];this.#r.length>0&&b.every((p,g)=>Object.is(p,this.#r[g]))||(this.#s!==d&&(this.#o=Op),[this.#r,this.#s]=[b,d],this.#u(Np(i,this.#e.view,e,r),e,e.table))}refresh(e){this.#r=[],this.update(e)}dispose(){this.root.remove()}#a(){this.#r=[],this.#i.replaceChildren()}#l(e){return e==="observers"&&(this.#e.view?.plans.length??0)===0}#c(e){let{store:t}=this.#e;return Te({class:"gs-tab","data-key":`table-${e}`},()=>{t.set(({table:i})=>({table:i?.name===e?null:{name:e,sort:null,descending:!1}}))},this.#e.text(`web.table.${e}`))}#u(e,t,i){let{language:r}=this.#e,s=Rp(e,r,i.sort,i.descending),o=e.columns.map(m=>this.#d(m,i)),a=s.slice(0,this.#o).map((m,b)=>this.#m(e,m,b,t)),l=this.#e.text(e.title),c=this.#e.text("web.tables.rows",{n:s.length}),u=_("caption",{},_("b",{},l),` · ${c}`),h=_("table",{class:"gs-table"},u,_("thead",{},_("tr",{},...o)),_("tbody",{},...a)),d=_("div",{class:"gs-scroll",tabindex:0,role:"region","aria-label":l,"data-key":"rows"},h,s.length>this.#o?this.#h(t):null),f=this.#i.firstElementChild?.scrollTop??0;Pe(this.#i,d),d.scrollTop=f}#h(e){return Te({"data-key":"more-rows"},()=>{this.#o+=10*Op,this.refresh(e)},this.#e.text("web.tables.more"))}#d({key:e,title:t,unit:i},r){let{store:s,language:o}=this.#e,a=r.sort===e,l=r.descending?"descending":"ascending",c=Te({class:"gs-quiet","data-key":`sort-${e}`},()=>{s.set({table:{...r,sort:e,descending:a&&!r.descending}})},this.#e.text(t)),u=Uf(o,i),h=u===""||Mx(i)?null:_("span",{class:"gs-soft"},` ${u}`),f=_("th",{scope:"col","aria-sort":a?l:null},c,h);return te(f,"class",i===""?null:"gs-right"),f}#m(e,{target:t,values:i},r,s){let o=t!==null&&s.selected?.kind===t.kind&&s.selected.id===t.id,a=i.map((l,c)=>{let u=e.columns[c],h=this.#y(l,u);return c===0?_("th",{scope:"row"},this.#p(h,t,r)):_("td",{class:u.unit===""?null:"gs-right"},h)});return _("tr",{"aria-current":o?"true":null},...a)}#p(e,t,i){let{store:r}=this.#e;if(t===null)return document.createTextNode(e);let s=`row-${t.kind}-${t.id}-${i}`;return Te({class:"gs-quiet","data-key":s},()=>r.set(pa(t)),e)}#y(e,{unit:t,decimals:i}){return e===null?"–":typeof e=="string"?e:Mx(t)?un(e):Ut(this.#e.language,e,i)}#_(){let e=(i,r,s)=>Te({class:"gs-tab","data-key":`export-${i}`,title:r},s,i),t=this.#e.text("web.tables.picture_file");return[_("span",{class:"gs-soft"},this.#e.text("web.tables.save")),e("CSV",this.#e.text("web.tables.csv"),()=>this.#f()),e("GeoJSON",t,()=>this.#b("geojson")),e("CZML",t,()=>this.#b("czml")),e("KMZ",t,()=>this.#b("kmz"))]}#f(){let{store:e,view:t,language:i}=this.#e,{state:r}=e,s=Ip(r).find(h=>h===r.table?.name)??"flights",o=Np(s,t,r,this.#t.beside()),a=r.table??{sort:null,descending:!1},l=Rp(o,i,a.sort,a.descending),c=o.columns.map(h=>h.key),u=l.map(h=>h.values);xr(`glasshield-${s}.csv`,"text/csv",gx(c,u,ma(this.#e,r)))}#b(e){let{store:t,view:i}=this.#e,r=ma(this.#e,t.state),s=vx(this.#t.drawn());if(e==="geojson")xr("glasshield.geojson","application/geo+json",yx(s,r));else if(e==="kmz")xr("glasshield.kmz","application/vnd.google-earth.kmz",_x(s,r));else if(i!==null){let o=cx(i,t.state,s,r);xr("glasshield.czml","application/json",o)}}};function Mx(n){return n==="s"}var Ex=[1,2,5,10,30,60],Uc=class{root;#e;#t;#n;#i=_("output",{class:"gs-clock"});#r;#s=_("span",{});#o=_("div",{class:"gs-lanes"});#a=_("ol",{class:"gs-events"});#l=_("span",{class:"gs-cursor"});#c=[];#u=[];#h=0;#d=null;constructor(e){this.#e=e,this.#t=Te({class:"gs-play","data-key":"play"},()=>this.#m()),this.#n=this.#p(),this.#r=this.#y();let t=(i,r,s)=>Te({"data-key":`event-${i}`,"aria-label":e.text(`web.time.${i}`)},()=>this.stepEvent(r),Tx(s));this.root=_("section",{class:"gs-timeline","aria-label":e.text("web.time.title")},_("div",{class:"gs-row gs-time-head"},this.#t,t("back",-1,"M3 2V10M10 2L4.5 6L10 10Z"),t("on",1,"M9 2V10M2 2L7.5 6L2 10Z"),this.#r,this.#i,this.#s),_("div",{class:"gs-time-track"},this.#o,this.#n),this.#a)}update(e){let{view:t}=this.#e,i=t===null?null:Ic(t,e);if(te(this.root,"hidden",i===null||e.subject==="live"),t===null||i===null)return;let r=[i,e.setting.phase,e.filters];(!r.every((s,o)=>Object.is(s,this.#c[o]))||this.#c.length===0)&&(this.#c=r,this.#_(e,i)),this.#f(e)}dispose(){this.root.remove()}stepEvent(e){let t=this.#e.store.state.time_s??this.#h,i=e>0?this.#u.find(r=>r>t+.05):this.#u.filter(r=>r<t-.05).at(-1);i!==void 0&&this.#e.store.set({time_s:i,playing:!1})}#m(){this.#e.store.set(({playing:e})=>({playing:!e}))}#p(){let e=this.#e.text("web.time.slider"),t=_("input",{type:"range",min:0,"data-key":"time"});return t.setAttribute("aria-label",e),t.addEventListener("input",()=>{this.#e.store.set({time_s:Number(t.value),playing:!1})}),t}#y(){let e=Ex.map(i=>({value:String(i),label:`${i}×`})),t={"data-key":"rate","aria-label":this.#e.text("web.time.rate")};return On(t,e,"1",i=>{this.#e.store.set({rate:Number(i)})})}#_(e,t){let{view:i}=this.#e;if(i===null)return;this.#h=t.flight_time_s,this.#n.max=String(Math.ceil(this.#h)),Fe(this.#s,this.#w(t));let r=lx(i,e,t);Pe(this.#o,this.#x(t),...r.map(o=>this.#S(o)));let s=Jr(i,e,t.id);this.#u=s.map(o=>o.time_s),Pe(this.#a,...s.map((o,a)=>this.#M(o,a)))}#f({time_s:e,playing:t,rate:i}){let r=e??this.#h,s=un(r);Number(this.#n.value)!==Math.round(r)&&(this.#n.value=String(r)),te(this.#n,"aria-valuetext",s),Fe(this.#i,`T+${s}`),t!==this.#d&&this.#b(t),this.#l.style.left=`${100*r/this.#h}%`,this.#r.value=String(Ex.find(a=>a>=i)??60);let o=this.#u.filter(a=>a<=r+.05).length-1;for(let[a,l]of[...this.#a.children].entries())te(l,"data-past",a<=o)}#b(e){this.#d=e,this.#t.replaceChildren(Tx(e?"M2.5 2H5V10H2.5ZM7 2H9.5V10H7Z":"M3 1.5L10.5 6L3 10.5Z"));let t=this.#e.text(e?"web.time.pause":"web.time.play");te(this.#t,"aria-label",t)}#w({missile:e,launch:t,target:i}){let r=this.#e;return`${r.short(e)}: ${r.short(t)} → ${r.short(i)}`}#x({burnout_s:e,reentry_s:t,flight_time_s:i}){let r=this.#e,[s,o]=[e??0,t??i],a=[this.#g("boost",0,s,r.text("plot.boost")),this.#g("coast",s,o,r.text("plot.coast")),this.#g("entry",o,i,r.text("plot.entry"))],l=_("span",{class:"gs-lane-name"},r.text("web.lane.flight")),c=_("span",{class:"gs-lane-bars"},...a,this.#l);return _("div",{class:"gs-lane"},l,c)}#S({kind:e,id:t,by:i,spans:r}){let s=this.#e,o=`${s.short(t)}${i===""?"":` (${s.short(i)})`}`,a=r.map(h=>{let d=`${un(h.from_s)}–${un(h.to_s)}`;return`${s.text(`web.lane.${h.kind}`)} ${d}`}),l=r.map((h,d)=>this.#g(h.kind,h.from_s,h.to_s,a[d])),c=Te({class:"gs-quiet gs-lane-name","data-key":`lane-${t}-${i}`,title:`${o}: ${a.join("; ")}`},()=>s.store.set({selected:{kind:e,id:t}}),o,_("span",{class:"gs-hidden"},`: ${a.join("; ")}`)),u=_("span",{class:"gs-lane-bars"},...l);return _("div",{class:"gs-lane"},c,u)}#g(e,t,i,r){let s=_("span",{class:"gs-bar","data-kind":e,title:r});return s.style.left=`${100*t/this.#h}%`,s.style.width=`${100*Math.max(i-t,0)/this.#h}%`,s}#M({kind:e,time_s:t,by:i},r){let s=this.#e,o=i===""?null:_("span",{class:"gs-soft"},s.short(i)),a=Te({class:"gs-quiet","data-key":`event-${r}`},()=>s.store.set({time_s:t,playing:!1}),_("span",{class:"gs-clock"},un(t)),_("span",{},s.text(`web.event.${e}`)),o);return _("li",{},a)}};function Tx(n){return nc(Qt("path",{d:n,fill:"currentColor",stroke:"currentColor"}))}var DA=300,OA=1e3,Bc=class{store;#e;#t;#n;#i=new bc;#r={are_on:!0};#s;#o;#a;#l=new Bs;#c=matchMedia("(prefers-color-scheme: dark)");#u=null;#h=!1;#d=!1;#m=!1;#p=!1;#y=null;#_=null;#f=null;constructor(e,t){[this.#e,this.#t]=[e,t];let{state:i,notes:r}=this.#V();this.store=new tc(i),this.#n=new ec(t.view),this.#o=this.#b(),this.#a=t.view===null?null:new Nc(t.view,this.store),this.#s=t.live?.(this.store)??null,this.#U(r),e.classList.add("gs");try{this.#g();for(let s of this.#u?.panels??[])s.update(i)}catch(s){throw this.dispose(),s}this.#w(),this.#C()}dispose(){this.#l.undo();for(let e of[this.#y,this.#_])e!==null&&clearTimeout(e);this.#f!==null&&cancelAnimationFrame(this.#f),this.#a?.dispose();for(let e of this.#u?.panels??[])e.dispose();this.#o.dispose(),this.#s?.dispose(),this.#e.classList.remove("gs"),this.#e.replaceChildren()}#b(){let{view:e,world:t,renderers:i}=this.#t;return new Lc({view:e,world:t,renderers:i,store:this.store,arguing:this.#n,live:()=>this.#s?.input()??rx,onFallBack:r=>this.#O(r)})}#w(){this.#l.add(this.store.subscribe((i,r)=>this.#E(i,r)));let e=()=>this.#S();this.#c.addEventListener("change",e),this.#l.add(()=>this.#c.removeEventListener("change",e)),this.#l.listen(window,"beforeprint",()=>this.#L(!0)),this.#l.listen(window,"afterprint",()=>this.#L(!1)),this.#t.is_addressed&&this.#l.listen(window,"hashchange",()=>this.#I());let t=this.#s?.subscribe(i=>this.#H(i));t!==void 0&&this.#l.add(t)}#x(){if(this.#h)return"light";let{theme:e}=this.store.state;return e!=="auto"?e:this.#c.matches?"dark":"light"}#S(){try{this.#g()}catch(e){this.#t.onUnreadable(e);return}this.#T(this.store.state)}#g(){let e=Yf(this.#e);for(let s of this.#u?.panels??[])s.dispose();let t=this.#x(),{state:i}=this.store;for(let[s,o]of V_(t))this.#e.style.setProperty(s,o);this.#e.style.colorScheme=t,this.#e.dataset.shade=t,this.#e.lang=i.language,this.#t.owns_page&&(document.documentElement.lang=i.language);let r=new wc(this.#t.view,this.store,this.#n,t);this.#u=this.#M(r),Kf(this.#e,e)}#M(e){let{view:t}=e,i=new gc(e,{save:g=>this.#D(g),help:()=>s.open(),has_live:this.#s!==null&&t!==null,owns_page:this.#t.owns_page}),r=new Uc(e),s=new kc(e,this.#e,{stepEvent:g=>r.stepEvent(g),toGlobe:()=>this.#o.focus()},this.#r),o=new fc(e,()=>this.#s?.mark()??null),a=new vc(e,this.#i),l=new Fc(e,{beside:()=>this.#o.beside(),drawn:()=>this.#o.drawn()}),c=new dc(e,this.#s?.explainers??{}),u=[...this.#s===null?[]:[this.#s.panel(e)],new Sc(e),new xc(e)],h=[r,...this.#s===null?[]:[this.#s.timeline(e)]],d=this.#s?.desk?.(e),f=[...d===void 0?[]:[d],c,new oc(e),new ac(e),new uc(e)],m=new mc(e);this.#A([o,i,a],{left:u,right:f,middle:h},[l,m,s]);let p=[...[o,i,a,l,m,s],...u,...h,...f];return{context:e,panels:p,timeline:r,tables:l,explain:c,mark:o}}#A(e,t,i){let r=s=>s.map(o=>o.root);Pe(this.#e,_("div",{class:"gs-grid"},...r(e),_("div",{class:"gs-left"},...r(t.left)),_("div",{class:"gs-middle"},this.#o.root,...r(t.middle)),_("div",{class:"gs-right"},...r(t.right)),...r(i)))}#E(e,t){e.language!==t.language||e.theme!==t.theme?this.#S():this.#T(e),this.#t.is_addressed&&!e.playing&&this.#N()}#T(e){let t=this.#u;if(t!==null){for(let i of t.panels)this.#v(()=>i.update(e));this.#C()}}#v(e){try{e()}catch(t){this.#i.put("failed",i=>i.text("web.notice.failed")),this.#p||console.error(t),this.#p=!0}}#C(){this.#f??=requestAnimationFrame(()=>this.#P())}#P(){if(this.#d)return this.#R();this.#d=!0,this.#f=requestAnimationFrame(()=>this.#R())}#R(){this.#f!==null&&cancelAnimationFrame(this.#f),this.#f=null;let{context:e}=this.#u??{};if(e===void 0)return;let{state:t}=this.store;if(!this.#F())return;let i=this.#B(e,t);this.#v(()=>this.#o.update(t,e.shade,i))}#F(){if(this.#m)return!0;try{this.#o.drawn(),this.#m=!0}catch(e){this.#t.onUnreadable(e)}return this.#m}#B(e,t){if(t.subject==="live")return e.text("web.picture.live");let i=e.view?.phases.find(s=>s.id===t.setting.phase),r=e.said((i??e.view?.phases[0])?.name);return e.text("web.picture.assessment",{phase:r})}#H(e){this.#v(()=>this.#o.moved(e)),e==="changed"?this.#z():this.#_??=window.setTimeout(()=>this.#z(),OA)}#z(){this.#_!==null&&clearTimeout(this.#_),this.#_=null;let{state:e}=this.store;if(e.subject!=="live")return;let{mark:t,tables:i,explain:r}=this.#u??{};this.#v(()=>t?.update(e)),this.#v(()=>i?.refresh(e)),e.selected!==null&&this.#v(()=>r?.refresh(e))}#L(e){this.#h=e,this.#S(),this.#R()}#D(e){let{context:t}=this.#u??{};t!==void 0&&this.#o.snapshot().then(i=>x0(t,this.store.state,i,e)).catch(()=>this.#i.put("figure",i=>i.text("web.figure.failed")))}#O(e){let t=e===null?null:i=>i.text("web.picture.no_webgl");this.#i.put("webgl",t)}#V(){let{initial:e,is_addressed:t}=this.#t;return t&&new URLSearchParams(location.hash.slice(1)).has("v")?b_(location.hash,e):{state:e,notes:[]}}#I(){if(location.hash===la(this.store.state))return;let{state:e,notes:t}=this.#V();this.#U(t),t.every(i=>i.kind!=="other-version")&&this.store.set(e)}#N(){this.#y!==null&&clearTimeout(this.#y),this.#y=window.setTimeout(()=>{this.#y=null;let e=la(this.store.state);location.hash!==e&&history.replaceState(history.state,"",e)},DA)}#U(e){for(let t of e){let i=t.kind==="other-version"?t.kind:`${t.kind}-${t.key}`;this.#i.put(i,r=>FA(r,t))}}};function FA(n,e){switch(e.kind){case"other-version":return n.text("web.address.other_version",{version:e.version});case"unknown-key":return n.text("web.address.unknown_key",{key:e.key});case"bad-value":return n.text("web.address.bad_value",{key:e.key,value:e.value})}}async function Ax({dataset:n}){let e=["view","world"].filter(r=>n[r]!==void 0),t=await Promise.all(e.map(r=>UA(n[r]??""))),i=e.map((r,s)=>[r,t[s]??null]);return{documents:Object.fromEntries(i.filter(([,r])=>r!==null)),failed:i.filter(([,r])=>r===null).map(([r])=>r)}}async function UA(n){try{let e=await fetch(n,{credentials:"omit",redirect:"error"});return e.ok?await e.text():null}catch{return null}}var BA=/^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)?(Z|[+-]\d{2}:?\d{2})$/;function di(n){let e=BA.exec(n.trim());if(e===null)throw new RangeError(`${n} is not a date and time in ISO 8601 with a zone`);let[,t,i,r,s,o,a="0",l="",c="Z"]=e,u=Date.UTC(Number(t),Number(i)-1,Number(r)),h=new Date(u),d=h.getUTCMonth()+1===Number(i)&&h.getUTCDate()===Number(r),f=Number(s)<24&&Number(o)<60&&Number(a)<60;if(!d||!f)throw new RangeError(`${n} is a date and time that there is not`);let m=(Number(s)*60+Number(o))*60+Number(a);return u*1e3+m*1e6+Number(l.padEnd(6,"0"))-zA(c)*60*1e6}function fi(n){let e=Math.floor(VA(n,864e8)[1]/1e6);return[e/3600,e/60%60,e%60].map(t=>String(Math.floor(t)).padStart(2,"0")).join(":")}function Mr(n){return n/1e6}function Di(n){return Math.round(n*1e6)}function zA(n){return n==="Z"?0:(n.startsWith("-")?-1:1)*(Number(n.slice(1,3))*60+Number(n.slice(-2)))}function VA(n,e){let t=(n%e+e)%e;return[n-t,t]}var Er=class extends Error{name="MessageError"},HA=["room","clock","desk","records"];function Cx(n){return HA.includes(n.type)}function Rx(n){let e=Bn(Vc(n),"a message");switch(e.type){case"hello":for(let t of["mode","run","viewer","notice"])Un(e,t);break;case"events":for(let t of yn(e,"events"))Dx(t);break;case"gone":for(let t of yn(e,"pictures"))Vt(hn(t),"numbers of pictures");break;case"goodbye":Un(e,"why");break;case"room":for(let t of["run","room","party","begins"])Un(e,t);for(let t of["parties","cells","procedures","injects"])yn(e,t);zc(e.name),zc(e.title);break;case"clock":Vt(hn(e.second)&&hn(e.speed),"seconds and speed"),Un(e,"state");break;case"desk":for(let t of["questions","proposals","shots","tasks"])for(let i of yn(e,t))zc(Bn(i,t).said);break;case"records":for(let t of yn(e,"records")){let i=Bn(t,"a record");Vt(hn(i.number)&&hn(i.second),"numbers of records"),Un(i,"kind"),zc(i.said)}break;default:throw new Er("this is no message of a live picture in frames")}return e}function Px(n){let e=Sa(n,"glasshield-pictures/1");for(let t of yn(e,"pictures"))GA(t);return e}function Lx(n){let e=Sa(n,"glasshield-events/1");for(let t of yn(e,"events"))Dx(t);return e}function Ix(n){let e=Sa(n,"glasshield-notices/1");for(let t of yn(e,"notices")){let i=Bn(t,"a notice");Un(i,"party"),Un(i,"received"),Bn(i.notice,"what a notice says")}return e.notices}function Nx(n){let e=Sa(n,"glasshield-advice/1"),t=yn(e,"sensors");for(let i of t)Un(Bn(i,"a sensor"),"sensor");for(let i of yn(e,"looks")){let{step:r,sensor:s,objects:o}=Bn(i,"looks");Vt(hn(r)&&hn(s)&&s>=0&&s<t.length,"looks"),Vt(Array.isArray(o)&&o.every(hn),"objects")}for(let i of["picture","step_s","before_km2","after_km2","in_turn_km2"])Vt(hn(e[i]),i);return e}function kx(n){let e=Sa(n,"glasshield-explanation/1");Un(e,"to");for(let t of yn(e,"text"))Vt(typeof t=="string","lines of text");return e}function Vc(n){try{return JSON.parse(n)}catch{throw new Er("this is no JSON")}}function Dx(n){let e=Bn(n,"an event");for(let r of["number","picture","object"])Vt(hn(e[r]),r);for(let r of["kind","object_class","time","at","place","region","notice"])Un(e,r);for(let r of["lat_rad","lon_rad","latency_s"])Vt(e[r]===null||hn(e[r]),r);Ox(e);for(let r of yn(e,"against"))Vt(typeof r=="string","against");let t=yn(e,"radii");Vt(t.length===2&&t.every(hn),"two radii");let i=e.covariance_m2;Vt(i===null||XA(i),"a covariance in the plane")}function zc(n){let e=Bn(n,"words in both languages");Un(e,"en"),Un(e,"ru")}function GA(n){let e=Bn(n,"a picture");Vt(hn(e.picture),"the number of a picture"),Un(e,"at"),Un(e,"epoch");let t=Bn(e.terms,"terms");for(let r of["delay_s","position_m","velocity_m_s","time_s","covariance_factor"])Vt(hn(t[r]),r);let i=Ox(e);for(let r of yn(e,"tracks"))WA(r,i)}function WA(n,e){let t=Bn(n,"a track");Vt(hn(t.number),"the number of a track");let i=t.covariance,r=Array.isArray(i)&&i.length===21;Vt(i===null||r,"a covariance");for(let s of yn(t,"contributors"))Vt(hn(s)&&s>=0&&s<e,"places of contributors")}function Ox(n){let e=yn(n,"contributors");for(let t of e){let{party:i,sensor:r}=Bn(t,"a contributor");Vt(typeof i=="string"&&typeof r=="string","party and sensor")}return e.length}function Sa(n,e){let t=Bn(n,e);return Vt(t.schema===e,e),t}function Bn(n,e){return Vt(typeof n=="object"&&n!==null&&!Array.isArray(n),e),n}function yn(n,e){let t=n[e];if(!Array.isArray(t))throw new Er(`expected a list: ${e}`);return t}function Un(n,e){Vt(typeof n[e]=="string",e)}function hn(n){return typeof n=="number"&&Number.isFinite(n)}function XA(n){let e=t=>Array.isArray(t)&&t.length===2&&t.every(hn);return Array.isArray(n)&&n.length===2&&n.every(e)}function Vt(n,e){if(!n)throw new Er(`expected ${e}`)}var Wn=class extends Error{constructor(t,i=0){super(t);this.fault=t;this.retry_after_s=i}fault;retry_after_s;name="AskError"},$A=8e3,qA=6e4;function Fx(n){return async e=>{let{response:t,text:i}=await Bx(e,n,{},$A);if(!t.ok)throw new Wn(zx(t.status),Number(t.headers.get("Retry-After"))||0);return Vc(i)}}function Ux(n){return async(e,t)=>{let{response:i,text:r}=await Bx(e,n,{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify(t)},qA),s=zx(i.status);if(!i.ok&&(s==="not-known"||i.status>=500))throw new Wn(s);return{is_done:i.ok,said:Vc(r)}}}async function Bx(n,e,t,i){let r=()=>{throw new Wn("away")},s=await fetch(n,{...t,headers:{...t.headers,Authorization:`Bearer ${e}`},cache:"no-store",credentials:"omit",redirect:"error",signal:AbortSignal.timeout(i)}).catch(r);return{response:s,text:await s.text().catch(r)}}function zx(n){switch(n){case 401:return"not-known";case 403:return"not-allowed";case 404:return"not-found";case 429:case 503:return"busy";default:return"broken"}}var Vx="/v1/live",YA=500,KA=15e3,Hx=1e4,Hc=class{#e;#t;#n;#i={kind:"off"};#r=null;#s=0;#o=0;#a=0;#l=null;#c=0;constructor(e,t,i){[this.#e,this.#t,this.#n]=[e,t,i]}get link(){return this.#i}open(){this.#S();let e=++this.#c;this.#s=this.#t.now_ms(),this.#i.kind!=="lost"&&this.#g({kind:"opening"});let t=i=>()=>{e===this.#c&&i()};this.#r=this.#t.open(this.#u(),this.#h(),{text:i=>t(()=>this.#d(i))(),bytes:i=>t(()=>this.#m(i))(),closed:t(()=>this.#y())}),this.#_()}close(){this.#S(),this.#c+=1,this.#g({kind:"off"})}#u(){let{run:e,event:t,record:i}=this.#n.known();if(e==="")return Vx;let r=i===0?"":`&record=${i}`;return`${Vx}?after=${t}&run=${encodeURIComponent(e)}${r}`}#h(){return[R0,P0+this.#e]}#d(e){this.#s=this.#t.now_ms(),this.#p(()=>{let t=Rx(e);if(Cx(t))return this.#n.room(t);switch(t.type){case"hello":return this.#n.hello(t),this.#g({kind:"live"});case"events":return this.#n.events(t.events);case"gone":return this.#n.gone(t.pictures);case"goodbye":return this.#w("ended");case"pictures":return}})}#m(e){this.#s=this.#t.now_ms(),this.#p(()=>{this.#n.frames(Tc(e),e),this.#a=0})}#p(e){try{e()}catch(t){if(!(t instanceof Er||t instanceof vr))throw t;this.#w("broken")}}#y(){this.#r=null,this.#i.kind==="live"?this.#w("away"):this.#f("away")}#_(){let e=this.#s+Hx-this.#t.now_ms();this.#x(Math.max(e,1e3),()=>{this.#t.now_ms()-this.#s>=Hx?this.#f("silent"):this.#_()})}async#f(e){let t=this.#c,i=await this.#t.probe().then(()=>null,r=>r instanceof Wn?r.fault:"broken");t===this.#c&&(i==="not-known"||i==="not-allowed"?this.#b(i):i===null&&e==="silent"&&this.#r!==null?(this.#s=this.#t.now_ms(),this.#a=0,this.#_()):this.#w(i==="busy"||i==="broken"?i:e))}#b(e){this.#S(),this.#c+=1,this.#g({kind:"refused",why:e})}#w(e){this.#S(),this.#c+=1;let t=this.#t.now_ms();this.#i.kind!=="lost"&&(this.#o=t);let i=Math.min(YA*2**this.#a,KA);this.#a+=1;let r=i*(.75+.5*this.#t.chance());this.#g({kind:"lost",why:e,since_ms:this.#o,again_ms:t+r}),this.#x(r,()=>this.open())}#x(e,t){this.#l?.(),this.#l=this.#t.later(e,t)}#S(){this.#l?.(),this.#l=null;let e=this.#r;this.#r=null,e?.close()}#g(e){this.#i=e,this.#n.link(e)}};function Gx(n){return{open:(e,t,i)=>jA(e,t,i),probe:n,now_ms:()=>performance.now(),later:(e,t)=>{let i=setTimeout(t,e);return()=>clearTimeout(i)},chance:()=>Math.random()}}function jA(n,e,t){let i=new URL(n,location.href);i.protocol=i.protocol==="https:"?"wss:":"ws:",i.hash="";let r=new WebSocket(i,[...e]);return r.binaryType="arraybuffer",r.addEventListener("message",({data:s})=>{typeof s=="string"?t.text(s):s instanceof ArrayBuffer&&t.bytes(s)}),r.addEventListener("close",()=>t.closed()),{close:()=>r.close()}}var Fp=24,Xx=16,Up=1e6,ZA=64,JA=120*Up,QA={keep_s:300,every_s:1,most_bytes:48<<20},Gc=class{#e;#t=new Map;#n=[];#i=0;#r=0;#s=null;#o=-1;constructor(e=QA){this.#e=e}get span_us(){let[e,t]=[this.#n[0],this.#n.at(-1)];return e===void 0||t===void 0?null:[e.time_us,t.time_us]}take(e,t){for(let[s,o]of t1(e))this.#t.set(s,o),this.#r+=o.byteLength;let i=this.#n.at(-1);t-(i?.time_us??Number.NEGATIVE_INFINITY)<this.#e.every_s*Up||(this.#n.push({time_us:t,frames:[...this.#t.values()],bytes:this.#r}),this.#i+=this.#r,this.#r=0,this.#c(t))}drop(e){this.#t.delete(e)}clear(){this.#t.clear(),[this.#n,this.#i,this.#r]=[[],0,0],[this.#s,this.#o]=[null,-1]}at(e){let t=this.#a(e);if(t<0)return null;let r=2*Wx(this.#n[t])>(this.#s?.capacity??0)||t<this.#o?this.#l(t):this.#s;for(;r!==null&&this.#o<t;)this.#o+=1,e1(r,this.#n[this.#o]);return r}#a(e){let t=this.#n.findIndex(i=>i.time_us>e);return t<0?this.#n.length-1:Math.max(t-1,0)}#l(e){let t=this.#n.reduce((r,s)=>Math.max(r,Wx(s)),0);this.#s=new wr(Math.max(2*t,ZA));let i=this.#n[e].time_us-JA;return this.#o=this.#n.findIndex(r=>r.time_us>=i)-1,this.#s}#c(e){let t=e-this.#e.keep_s*Up,i=0;for(let{time_us:r,bytes:s}of this.#n.slice(0,-1)){if(r>=t&&this.#i<=this.#e.most_bytes)break;this.#i-=s,i+=1}i!==0&&(this.#n=this.#n.slice(i),this.#o-=i,this.#o<-1&&([this.#s,this.#o]=[null,-1]))}};function e1(n,{frames:e}){let t=e.flatMap(Tc),i=new Set(t.map(r=>r.picture));for(let r=0;r<n.rows;r++){let s=n.picture[r];n.is_alive[r]===1&&!i.has(s)&&n.drop(s)}for(let r of t)n.apply(r)}function t1(n){let e=new DataView(n),t=[],i=0;for(;i+Fp<=e.byteLength;){let r=i+Fp+Xx*e.getUint32(i+20,!0);t.push([e.getUint32(i+16,!0),n.slice(i,r)]),i=r}return t}function Wx({frames:n}){return n.reduce((e,t)=>e+Math.floor((t.byteLength-Fp)/Xx),0)}var Bp={at_us:0,pictures:new Map,tracks:new Map};function $x(n){let e=new Map,t=new Map;for(let i of n.pictures){let r=n1(i);e.set(r.number,r);let s=di(i.epoch);for(let o of i.tracks){let a=i1(o,r,s);t.set(a.id,a)}}return{at_us:di(n.at),pictures:e,tracks:t}}function n1(n){return{number:n.picture,terms:n.terms,contributors:n.contributors,is_simulated:n.simulated,is_down:n.is_down??!1,tracks:n.tracks.length}}function i1(n,e,t){let i=r=>r===null?null:t+Di(r);return{id:An(e.number,n.number),picture:e,object_class:n.object_class,phases:n.phases,covariance:n.covariance,first_seen_us:i(n.first_seen_s),last_seen_us:i(n.last_seen_s),is_coasted:n.is_coasted,contributors:n.contributors.map(r=>e.contributors[r])}}function qx(n){let e=[...n].map(t=>[r1(t),t.number]);return e.sort(([t],[i])=>t.reduce((r,s,o)=>r||s-i[o],0)),e[0]?.[1]??null}function r1({is_down:n,terms:e,contributors:t,number:i}){let r=new Set(t.map(s=>s.party)).size;return[n?1:0,e.delay_s,e.position_m,-r,i]}function Tr({party:n,sensor:e}){return e===""?n:`${n}/${e}`}var s1=["launch-detected","impact-predicted","outside-notice"];function Xs(n){return s1.includes(n.kind)}function $s({number:n}){return`live-${n}`}function Yx(n,e){let t=new Map;for(let r of n){let s=An(r.picture,r.object),o=t.get(s)??new Map;t.set(s,o),r.kind==="ended"?o.clear():Xs(r)&&(e.size===0||e.has(r.picture))&&o.set(r.kind,r)}return[...t.values()].flatMap(r=>[...r.values()]).sort((r,s)=>s.number-r.number)}var Wc=class{#e=null;#t=null;#n=null;#i=[];get room(){return this.#e}get clock(){return this.#t}get desk(){return this.#n}get records(){return this.#i}take(e){switch(e.type){case"room":this.#e=e;return;case"clock":this.#t=e;return;case"desk":this.#n=e;return;case"records":this.#r(e.records);return}}clear(){[this.#e,this.#t,this.#n,this.#i]=[null,null,null,[]]}#r(e){let t=this.#i.at(-1)?.number??0,i=e.filter(r=>r.number>t);i.length>0&&(this.#i=[...this.#i,...i].slice(-5e3))}};var Kx=4096,o1=1<<17,zp=1e3,a1=3e4,l1=5e3,c1=["inside-notice","outside-notice"],u1=2**53-1;async function jx(n){Lx(await n(`/v1/events?after=${u1}`))}var Xc=class{behind=new Gc;room=new Wc;#e;#t;#n=new wr(Kx);#i=new Map;#r=null;#s=Bp;#o=[];#a=[];#l=null;#c=0;#u=[];#h=!1;#d=!1;#m=0;#p=0;constructor(e){this.#e=e,this.#t=new Hc(e.token,e.around,this.#y())}get link(){return this.#t.link}get picture(){return this.#n}get viewer(){return this.#r?.viewer??null}get mode(){return this.#r?.mode??null}get details(){return this.#s}get events(){return this.#o}get notices(){return this.#a}get version(){return this.#c}age_s(){return this.#l===null?null:(this.#e.around.now_ms()-this.#l)/1e3}open(){this.#t.open(),this.#g()}close(){for(let e of this.#u.splice(0))e();this.#t.close()}retry(){this.#t.open()}#y(){return{hello:e=>this.#_(e),frames:(e,t)=>this.#f(e,t),events:e=>this.#b(e),gone:e=>{for(let t of e)this.#x(t);this.#e.told("changed")},room:e=>{this.room.take(e),this.#e.room?.()},link:()=>this.#e.told("changed"),known:()=>({run:this.#r?.run??"",event:this.#o.at(-1)?.number??0,record:this.room.records.at(-1)?.number??0})}}#_(e){this.#r!==null&&this.#r.run!==e.run&&this.#w(),this.#r=e,this.#d=!0,this.#p=0,this.#A()}#f(e,t){this.#l=this.#e.around.now_ms();for(let i of e)this.#i.set(i.picture,i),this.#s.pictures.has(i.picture)||(this.#d=!0),this.#S(i);this.behind.take(t,this.#n.time_us),this.#d&&this.#A(),this.#e.told("moved")}#b(e){let t=this.#o.at(-1)?.number??0,i=e.filter(r=>r.number>t);this.#o=[...this.#o,...i].slice(-l1),i.some(r=>c1.includes(r.kind))&&(this.#p=0),this.#e.told("changed")}#w(){this.#n=new wr(Kx),this.#i=new Map,[this.#s,this.#o,this.#c]=[Bp,[],this.#c+1],this.behind.clear(),this.room.clear()}#x(e){this.#i.delete(e),this.#n.drop(e),this.behind.drop(e)}#S(e){for(;this.#n.count+e.count>this.#n.capacity;){if(2*this.#n.capacity>o1)return;let t=new wr(2*this.#n.capacity);for(let i of this.#i.values())i!==e&&t.apply(i);this.#n=t,this.#c+=1}this.#n.apply(e)}#g(){this.#M(zp,()=>{this.#A(),this.#g()})}#M(e,t){let i=this.#e.around.later(e,()=>{this.#u=this.#u.filter(r=>r!==i),t()});this.#u.push(i)}#A(){if(this.#h||this.link.kind==="lost"||this.link.kind==="refused"||this.#r===null)return;let e=this.#e.around.now_ms();(this.#d||this.#e.needed())&&e>=this.#m?this.#E(()=>this.#T()):e>=this.#p&&this.#E(()=>this.#C())}async#E(e){this.#h=!0;try{await e(),this.#e.told("changed")}catch(t){let i=t instanceof Wn?t.retry_after_s:0,r=this.#e.around.now_ms()+Math.max(1e3*i,2*zp);this.#m=Math.max(this.#m,r),this.#p=Math.max(this.#p,r)}finally{this.#h=!1}}async#T(){let e=this.#r,t=this.#e.around.now_ms(),i=Px(await this.#e.ask("/v1/pictures")),r=this.#e.around.now_ms()-t;if(this.#m=t+Math.max(.9*zp,4*r),!(e!==this.#r||i.run!==e?.run)){this.#d=!1,this.#s=$x(i);for(let s of[...this.#i.keys()])this.#s.pictures.has(s)||this.#x(s);this.#v()}}#v(){let e=this.#n;for(let[t,i]of this.#s.tracks){let[r,s]=t.split("/").map(Number);e.rowOf(r,s)!==null&&(e.setCovariance(t,i.covariance),e.contributors.set(t,i.contributors.map(Tr)))}this.#c+=1}async#C(){this.#p=this.#e.around.now_ms()+a1,this.#a=Ix(await this.#e.ask("/v1/notices"))}};function Zx(n,{picture:e,filters:t}){let i=Ni.map(o=>t.classes.includes(o)),r=t.parties.length>0||t.sensors.length>0,s=!1;for(let o=0;o<n.rows;o++){if(n.is_alive[o]===0)continue;let l=e!==null&&n.picture[o]!==e||i[n.class_index[o]]===!0||r&&h1(n,o,t)?1:0;s||=n.is_hidden[o]!==l,n.is_hidden[o]=l}return s}function h1(n,e,{parties:t,sensors:i}){let r=n.contributors.get(An(n.picture[e],n.number[e]))??[];return r.length===0?!1:r.every(s=>{let o=s.split("/",1)[0]??s;return t.includes(o)||i.includes(s)})}var Vp="glasshield-tokens",d1=/^[A-Za-z0-9._~-]{8,512}$/;function Hp(n){let e=n.trim().replace(/^Bearer\s+/i,"");return d1.test(e)?e:null}var $c=class{#e;#t=new Map;#n=new Set;constructor(e){this.#e=e;for(let[t,i]of f1(e.read()))this.#t.set(t,i),this.#n.add(t)}get viewers(){return[...this.#t.keys()]}of(e){return this.#t.get(e)??null}put(e,t,i){this.#t.set(e,t),i?this.#n.add(e):this.#n.delete(e),this.#i()}forget(e){this.#t.delete(e),this.#n.delete(e),this.#i()}#i(){let e=[...this.#t].filter(([t])=>this.#n.has(t));this.#e.write(e.length===0?null:JSON.stringify(e))}};function f1(n){let e=null;try{e=JSON.parse(n??"null")}catch{return[]}return Array.isArray(e)?e.slice(0,16).flatMap(t=>{if(!Array.isArray(t))return[];let[i,r]=t;return typeof i=="string"&&typeof r=="string"&&Hp(r)===r?[[i,r]]:[]}):[]}function Qx(){return{read:()=>Jx(()=>sessionStorage.getItem(Vp)),write:n=>{Jx(()=>(n===null?sessionStorage.removeItem(Vp):sessionStorage.setItem(Vp,n),null))}}}function Jx(n){try{return n()}catch(e){if(e instanceof DOMException)return null;throw e}}var Ma={kept:Qx(),ask:Fx,tell:Ux,around:n=>Gx(()=>jx(n)),is_seen:()=>!document.hidden},qs=class{#e;#t;#n;#i=new Set;#r=new Set;#s=null;#o="";#a=null;#l=0;constructor(e,t=Ma){[this.#t,this.#e]=[e,t],this.#n=new $c(t.kept)}get feed(){return this.#s}get ask(){return this.#o===""?null:this.#e.ask(this.#o)}get tell(){return this.#o===""?null:this.#e.tell(this.#o)}get link(){return this.#s?.link??{kind:"off"}}get viewers(){return this.#n.viewers}get viewer(){return this.#s?.viewer??null}get version(){return this.#l+(this.#s?.version??0)}subscribe(e){return this.#i.add(e),()=>this.#i.delete(e)}subscribeRoom(e){return this.#r.add(e),()=>this.#r.delete(e)}enter(e,t){let i=Hp(e);return i===null?!1:(this.#a={token:i,is_for_tab:t},this.#c(i),!0)}choose(e){let t=this.#n.of(e);t===null||t===this.#o&&this.link.kind!=="refused"||(this.#a=null,this.#c(t))}leave(){let{viewer:e}=this;e!==null&&this.#n.forget(e),this.#u(),this.#d("changed")}retry(){this.#s?.retry()}dispose(){this.#u(),this.#i.clear(),this.#r.clear()}shown(e){let t=this.#s;if(t===null)return null;let i=e.time_s===null?null:Di(e.time_s),r=i===null?t.picture:t.behind.at(i);if(r===null)return t.picture;i!==null&&g1(t.picture,r);let s={picture:this.pictureOf(e),filters:e.filters};return Zx(r,s)&&(this.#l+=1),r}pictureOf({picture:e}){return e===0?null:e??qx(this.#s?.details.pictures.values()??[])}predicted(e){let t=e.time_s===null?1/0:Di(e.time_s),i=(this.#s?.events??[]).filter(s=>di(s.at)<=t),r=this.pictureOf(e);return p1(i.filter(s=>r===null||s.picture===r))}#c(e){this.#u();let t=this.#e.ask(e);this.#o=e,this.#s=new Xc({token:e,ask:t,around:this.#e.around(t),told:i=>this.#h(i),room:()=>{for(let i of[...this.#r])i()},needed:()=>this.#m()}),this.#s.open()}#u(){let e=this.#s;[this.#s,this.#o]=[null,""],e?.close(),this.#l+=1+(e?.version??0)}#h(e){let t=this.viewer;t!==null&&this.#a!==null&&(this.#n.put(t,this.#a.token,this.#a.is_for_tab),this.#a=null),this.#d(e)}#d(e){for(let t of[...this.#i])t(e)}#m(){let{subject:e,selected:t,hidden:i,filters:r,table:s}=this.#t();return e!=="live"||!this.#e.is_seen()?!1:!i.includes("covariances")||t?.kind==="track"||r.parties.length+r.sensors.length>0||s!==null}};function p1(n){let e=new Map;for(let t of n){let i=`${t.picture}/${t.object}`,r=e.get(i)??new Map;e.set(i,r);let{place:s}=t;t.kind==="ended"?r.clear():(s==="launch"||s==="impact")&&m1(r,s,t)}return[...e.values()].flatMap(t=>[...t.values()])}function m1(n,e,t){let{lat_rad:i,lon_rad:r,covariance_m2:s,radii:o}=t;i===null||r===null||n.set(e,{id:$s(t),kind:e,place:{lat_rad:i,lon_rad:r},covariance:s===null?null:{east_m2:s[0][0],mixed_m2:s[0][1],north_m2:s[1][1]},radius:o[1],label:null})}function g1(n,e){let t=e.contributors;for(let[i,r]of n.contributors)t.set(i,r)}var y1=.95;function qc(n,e){let{language:t}=n,{delay_s:i,position_m:r,velocity_m_s:s,time_s:o,covariance_factor:a,classes:l}=e,c=r+s+o===0&&a===1;return[i>0?n.text("web.live.terms.delay",{delay:$i(t,i)}):n.text("web.live.terms.at_once"),c?n.text("web.live.terms.exact"):"",r>0?n.text("web.live.terms.position",{step:Ea(n,r)}):"",s>0?n.text("web.live.terms.velocity",{step:nt(t,s,"m/s")}):"",o>0?n.text("web.live.terms.time",{step:nt(t,o,"s",1)}):"",a!==1?n.text("web.live.terms.factor",{factor:Ut(t,a,1)}):"",l!==null?n.text("web.live.terms.classes",{classes:l.map(h=>Ar(n,h)).join(", ")}):"",e.names_sensors?"":n.text("web.live.terms.unnamed")].filter(h=>h!=="").join(", ")}function Ar(n,e){let t=`release.class.${e}`;return Gn(t)?n.text(t):e}function Yc(n,e){let t=`release.event.${e}`;return Gn(t)?n.text(t):e}function Ea({language:n},e){return e<1e3?nt(n,e,"m"):nt(n,e/1e3,"km",e<1e4?1:0)}function eb(n,{contributors:e}){let t=[...new Set(e.map(i=>i.party))];return t.length>0?t.join(", "):n.text("web.live.picture.none")}function Ys(n){return fi(di(n))}function Kc(n,e){let{lat_rad:t,lon_rad:i,region:r,place:s}=e;if(t===null||i===null)return"";let o=`web.live.place.${s}`,a=Gn(o)?`${n.text(o)}: `:"",l=ui(n.language,ve(t),ve(i));return`${a}${l}${r===""?"":` (${_1(n,r)})`}`}function _1(n,e){if(e==="sea")return n.text("warning.open-sea");let t=e.slice(e.lastIndexOf("/")+1);return e.startsWith("sea/")?n.text("warning.sea-off",{country:t}):t}function tb({contributors:n}){return n.map(Tr).join(", ")}function Gp(n,e,t){let{longer_m:i,shorter_m:r}=ga(e,t);return!Number.isFinite(i)||!Number.isFinite(r)?null:n.text("web.live.track.axes",{longer:Ea(n,i),shorter:Ea(n,r)})}function nb(n,e,t){return Gp(n,Ec(e,t),Mc(y1))}function ss({language:n},e){return $i(n,Math.max(Math.round(e),0))}var x1=1e6,b1={boost:"plot.boost",coast:"plot.coast",entry:"plot.entry",unknown:"web.phase.unknown"};function rb(n,e){return{track:(t,i,r)=>v1(t,i,r,n,e),event:(t,i,r)=>T1(t,r,n)}}function v1(n,e,t,i,r){let{feed:s}=i,[o,a]=t.split("/").map(Number);if(s===null||o===void 0||a===void 0)return null;let l=i.shown(e)??s.picture,c=C1(l,o,a),u=s.details.tracks.get(t)??null,h=c===null?null:_a(l,c),d={number:String(a),picture:String(o)};return{kind:n.text("web.live.track.kind"),title:n.text("web.live.track.title",d),facts:[...h===null?[{term:"",text:n.text("web.live.track.gone")}]:w1(n,h,u),...u===null?[]:S1(n,u,l,h)],lists:[{heading:n.text("web.live.track.by"),entries:u===null?[{text:n.text("web.live.track.waiting")}]:M1(n,u)},...u===null||h===null?[]:r.lists(n,u,h.position_ecef_m)],told:[]}}function w1(n,e,t){let{language:i}=n,{lat_rad:r,lon_rad:s,height_m:o}=Bt(e.position_ecef_m),a=R1(e.velocity_ecef_m_s)/1e3,l=n.text(b1[e.phase]),c=t?.phases??null;return Wp(n,[["web.live.track.class",Ar(n,e.object_class)],["web.live.track.phase",c===null?l:`${l} (${E1(n,c)})`],["web.live.track.place",ui(i,ve(r),ve(s))],["web.live.track.height",Ea(n,o)],["web.live.track.speed",nt(i,a,"km/s",2)]])}function S1(n,e,t,i){let r=t.covariances.get(e.id),s=i===null?null:Bt(i.position_ecef_m),a=r!==void 0&&s!==null?nb(n,r,s):null,l=h=>h===null?null:n.text("web.live.track.ago",ib(n,t.time_us,h)),{last_seen_us:c}=e,u=e.is_coasted&&c!==null?n.text("web.live.track.coasted_since",ib(n,t.time_us,c)):null;return Wp(n,[["web.live.track.uncertainty",a],["web.live.track.first_seen",l(e.first_seen_us)],["web.live.track.last_seen",l(c)],["web.live.track.coasted",u],["web.live.track.terms",qc(n,e.picture.terms)]])}function ib(n,e,t){let i=(e-t)/x1;return{time:fi(t),age:ss(n,i)}}function M1(n,{contributors:e}){return e.map(({party:t,sensor:i})=>({text:t,soft:` ${i===""?n.text("web.live.track.unnamed"):i}`}))}function E1(n,{boost:e,coast:t,entry:i}){let{language:r}=n;return n.text("web.live.track.phases",{boost:Os(r,e),coast:Os(r,t),entry:Os(r,i)})}function T1(n,e,{feed:t}){let i=t?.events.find(o=>$s(o)===e);if(i===void 0)return null;let r={kind:"track",id:`${i.picture}/${i.object}`},s={text:`${i.picture}/${i.object}`,target:r};return{kind:n.text("web.live.event.kind"),title:Yc(n,i.kind),facts:A1(n,i),lists:[{heading:n.text("web.live.event.object"),entries:[s]},{heading:n.text("web.live.track.by"),entries:i.contributors.map(o=>({text:Tr(o)}))}],told:[]}}function A1(n,e){let{language:t}=n,{covariance_m2:i,radii:r,latency_s:s,detections:o,expected:a}=e,l=i===null?null:Gp(n,{east_m2:i[0][0],mixed_m2:i[0][1],north_m2:i[1][1]},r[1]);return Wp(n,[["web.live.track.class",Ar(n,e.object_class)],["web.live.event.time",Ys(e.time)],["web.live.event.told",Ys(e.at)],["web.live.event.place",Kc(n,e)],["web.live.event.ellipse",l],["web.live.event.expected",a===null?null:Ys(a)],["web.live.event.latency",s===null?null:nt(t,s,"s",1)],["web.live.event.detections",o===null?null:Ut(t,o)],["web.live.event.notice",e.notice],["web.live.event.against",e.against.join(", ")]])}function Wp(n,e){return e.flatMap(([t,i])=>i===null||i===""?[]:[{term:n.text(t),text:i}])}function C1(n,e,t){for(let i=0;i<n.rows;i++){let r=n.picture[i]===e&&n.number[i]===t;if(n.is_alive[i]===1&&r)return i}return null}function R1(n){return Math.hypot(...n)}var P1=10,jc=class{root;#e;#t;#n=_("div",{});#i=0;#r=null;#s=!0;constructor(e,t){[this.#e,this.#t]=[e,t],this.root=_("details",{class:"gs-live-notices gs-live-advice"},_("summary",{"data-key":"live-advice"},e.text("web.live.advice.title")),this.#n),this.root.addEventListener("toggle",()=>{this.#i=0,this.tick()})}show(){let{viewer:e}=this.#t;e!==this.#r&&([this.#r,this.#i,this.#s]=[e,0,!0],Pe(this.#n)),te(this.root,"hidden",e===null||!this.#s)}tick(){let{ask:e}=this.#t;if(!this.root.open||this.root.closest("[hidden]")!==null||e===null||(this.#i-=1,this.#i>0))return;this.#i=P1;let t=this.#r;e("/v1/advice").then(i=>{t===this.#r&&this.#o(Nx(i))},i=>{!(i instanceof Wn)||t!==this.#r||(this.#s=i.fault!=="not-found"||this.#n.childElementCount>0,this.show())}).catch(()=>Pe(this.#n))}#o(e){let t=this.#e,i=s=>nt(t.language,s,"km2"),r=t.text("web.live.advice.total",{before:i(e.before_km2),after:i(e.after_km2),turn:i(e.in_turn_km2)});Pe(this.#n,_("p",{class:"gs-soft"},t.text("web.live.advice.nothing")),_("ul",{},...e.sensors.map((s,o)=>this.#a(e,o))),e.looks.length===0?_("p",{class:"gs-soft"},t.text("web.live.advice.none")):null,_("p",{},r))}#a(e,t){let i=this.#e,r=e.looks.filter(o=>o.sensor===t).map(o=>({at_s:o.step*e.step_s,objects:o.objects.join(", ")})).filter((o,a,l)=>a===0||o.objects!==l[a-1]?.objects).map(({at_s:o,objects:a})=>`+${nt(i.language,o,"s")}: ${a}`),s=_("b",{},e.sensors[t]?.sensor??"");return _("li",{},s,` ${r.length===0?"–":r.join("; ")}`)}};var L1=60,I1=5e6,Zc=class{newest=_("div",{class:"gs-alarm",role:"alert",hidden:!0});root;#e;#t;#n;#i=_("ol",{class:"gs-live-events"});#r=null;#s="";#o=-1;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=_("p",{class:"gs-soft"},e.text("web.live.alarms.none")),this.root=_("div",{},_("h4",{},e.text("web.live.alarms.title")),this.#n,this.#i)}get has_alarm(){return!this.newest.hidden}show(e){let t=this.#t.feed?.events??[];te(this.root,"hidden",e.subject!=="live"||this.#t.feed===null);let i=this.#t.feed?.details.pictures??new Map,r=[...i.keys()].join();if(t===this.#r&&r===this.#s)return;[this.#r,this.#s]=[t,r];let s=Yx(t,i);this.#a(s[0]??null),te(this.#n,"hidden",t.length>0);let o=new Set(s.map(l=>l.number)),a=[...t].reverse().slice(0,L1);Pe(this.#i,...a.map(l=>this.#l(l,o.has(l.number))))}#a(e){te(this.newest,"hidden",e===null),!(e===null||e.number===this.#o)&&(this.#o=e.number,Pe(this.newest,_("span",{class:"gs-alarm-sign","aria-hidden":"true"},"▲"),_("b",{},this.#e.text("web.live.alarms.alarm"))," ",...this.#c(e,"newest")))}#l(e,t){let i=Xs(e)?_("b",{class:"gs-alarm-word"},`▲ ${this.#e.text("web.live.alarms.alarm")} `):null;return _("li",{"data-alarm":Xs(e),"data-held":t},i,...this.#c(e,"event"))}#c(e,t){let i=this.#e,r=`${e.picture}/${e.object}`,s=[Ar(i,e.object_class),r,Kc(i,e),tb(e),e.latency_s===null||e.again?"":i.text("web.live.alarms.after",{latency:nt(i.language,e.latency_s,"s",1)}),e.again?i.text("web.live.alarms.again"):"",e.notice===""?"":i.text("web.live.alarms.about",{notice:e.notice})].filter(o=>o!=="");return[_("time",{datetime:e.time},Ys(e.time))," ",Te({class:"gs-quiet","data-key":`live-${t}-${e.number}`},()=>this.#u(e),Yc(i,e.kind)),_("span",{class:"gs-soft"},` ${s.join(" · ")}`)]}#u(e){let{lat_rad:t,lon_rad:i}=e,r={kind:"event",id:$s(e)},s="live";if(t===null||i===null)return this.#e.store.set({selected:r,subject:s});this.#e.store.set(({camera:o})=>({selected:r,subject:s,camera:{...o,lat_rad:t,lon_rad:i,range_m:Math.min(o.range_m,I1)}}))}};var N1=3,Xp={title:"web.live.title",off:"web.live.link.off",help:"web.live.token.help"},Jc=class{root;#e;#t;#n;#i=_("b",{});#r=_("span",{class:"gs-link-sign","aria-hidden":"true"});#s=_("p",{role:"status"});#o=_("p",{class:"gs-soft gs-live-age"});#a;#l=_("div",{});#c;#u;#h;#d=_("p",{class:"gs-live-bad",role:"alert",hidden:!0});#m=[];constructor(e,t,i=Xp){[this.#e,this.#t,this.#n]=[e,t,i],this.#a=Te({"data-key":"live-retry"},()=>t.retry(),e.text("web.live.lost.retry")),this.#h=_("input",{type:"password",id:"gs-live-token","data-key":"live-token",autocomplete:"off",spellcheck:"false","aria-describedby":"gs-live-token-help"}),this.#c=this.#b(),this.#u=_("details",{},_("summary",{"data-key":"live-add"},e.text("web.live.token.add"))),this.root=_("div",{class:"gs-live-entrance"},_("p",{class:"gs-live-link"},this.#r," ",this.#i),this.#s,this.#o,this.#a,this.#l,this.#u)}show(e){let{link:t,viewers:i,viewer:r}=this.#t;te(this.root,"data-link",t.kind);let s=t.kind==="off"?this.#n.off:`web.live.link.${t.kind}`;Fe(this.#i,this.#e.text(s)),Fe(this.#s,this.#y(e)),te(this.#s,"hidden",this.#s.textContent===""),te(this.#a,"hidden",t.kind!=="lost"),this.#f(i.length>0);let o=[r,i.join(`
`)];o.some((a,l)=>a!==this.#m[l])&&this.#_(i,r),this.#m=o,this.tick()}tick(){let{link:e,feed:t}=this.#t;Fe(this.#r,{off:"○",opening:"◌",live:"●",lost:"✕",refused:"✕"}[e.kind]),Fe(this.#o,this.#p()),te(this.#o,"hidden",t===null),e.kind==="lost"&&Fe(this.#s,this.#y(null))}#p(){let{link:e,feed:t}=this.#t;if(t===null)return"";let i=t.age_s(),r=e.kind==="live";if(i===null)return r?this.#e.text("web.live.age.none"):"";let s=this.#e.text("web.live.time",{time:fi(t.picture.time_us)}),o=ss(this.#e,i);if(!r)return`${s}: ${this.#e.text("web.live.age.lost",{age:o})}`;let l=i<N1?this.#e.text("web.live.age.now"):this.#e.text("web.live.age.old",{age:o});return`${s}: ${l}`}#y(e){let t=this.#e,{link:i,viewers:r}=this.#t;if(i.kind==="refused")return t.text(`web.live.refused.${i.why}`);if(i.kind==="lost"){let a=ss(t,Math.max((i.again_ms-performance.now())/1e3,0)),l=t.text("web.live.lost.again",{wait:a});return`${t.text(`web.live.lost.${i.why}`)} ${l}`}let s=e?.viewer??null;return s!==null&&!r.includes(s)&&i.kind==="off"?t.text("web.live.token.wanted",{viewer:s}):""}#_(e,t){let i=this.#e;if(e.length===0)return Pe(this.#l);let r=e.map(a=>({value:a,label:a})),s=t??e[0]??"",o=On({"data-key":"live-viewer",id:"gs-live-viewer"},r,s,a=>this.#t.choose(a));Pe(this.#l,_("label",{for:"gs-live-viewer"},i.text("web.live.viewer")),_("div",{class:"gs-row"},o,Te({class:"gs-quiet","data-key":"live-leave"},()=>this.#t.leave(),i.text("web.live.token.leave"))))}#f(e){te(this.#u,"hidden",!e);let t=e?this.#u:this.root;this.#c.parentElement!==t&&t.append(this.#c)}#b(){let e=this.#e,t=_("input",{type:"checkbox","data-key":"live-keep"}),i=_("button",{type:"submit","data-key":"live-open"},e.text("web.live.token.open")),r=_("form",{class:"gs-live-form"},_("label",{for:"gs-live-token"},e.text("web.live.token.label")),this.#h,_("p",{class:"gs-soft",id:"gs-live-token-help"},e.text(this.#n.help)),_("label",{class:"gs-check"},t," ",e.text("web.live.token.keep")),this.#d,i);return r.addEventListener("submit",s=>{s.preventDefault(),this.#w(t.checked)}),r}#w(e){let t=this.#t.enter(this.#h.value,e);Fe(this.#d,t?"":this.#e.text("web.live.token.bad")),te(this.#d,"hidden",t),te(this.#h,"aria-invalid",t?null:"true"),t&&(this.#h.value="",this.#u.open=!1)}};var k1=["classes","parties","sensors"],Qc=class{root;#e;#t;#n=_("div",{});#i="";constructor(e,t){[this.#e,this.#t]=[e,t],this.root=_("details",{class:"gs-live-filters"},_("summary",{"data-key":"live-filters"},e.text("web.live.filters.title")),this.#n)}show(e){te(this.root,"hidden",this.#t.feed===null);let t=this.#r(e.filters),i=JSON.stringify([e.filters,t]);if(i===this.#i)return;this.#i=i;let r=this.#e;Pe(this.#n,_("p",{class:"gs-soft"},r.text("web.live.filters.help")),...k1.filter(s=>t[s].length>0).map(s=>this.#s(s,t[s],e.filters)),Te({"data-key":"live-unfiltered"},()=>r.store.set({filters:Wo}),r.text("web.live.filters.all")))}#r(e){let i=[...this.#t.feed?.details.pictures.values()??[]].flatMap(s=>s.contributors),r=s=>[...new Set(s)].sort();return{classes:[...Ni],parties:r([...e.parties,...i.map(s=>s.party)]),sensors:r([...e.sensors,...i.filter(s=>s.sensor!=="").map(Tr)])}}#s(e,t,i){let r=this.#e,s=t.map(o=>{let a=_("input",{type:"checkbox","data-key":`live-no-${e}-${o}`});a.checked=!i[e].includes(o),a.addEventListener("change",()=>this.#o(e,o,a.checked));let l=e==="classes"?Ar(r,o):o;return _("label",{class:"gs-check"},a," ",l)});return _("fieldset",{},_("legend",{},r.text(`web.live.filters.${e}`)),...s)}#o(e,t,i){this.#e.store.set(({filters:r})=>{let s=r[e].filter(o=>o!==t);return{filters:{...r,[e]:i?s:[...s,t]}}})}};var D1=20,eu=class{root;#e;#t;#n=_("div",{});#i=null;constructor(e,t){[this.#e,this.#t]=[e,t],this.root=_("details",{class:"gs-live-notices"},_("summary",{"data-key":"live-notices"},e.text("web.live.notices.title")),this.#n)}show(){let{feed:e}=this.#t;te(this.root,"hidden",e===null);let t=e?.notices??[];if(t===this.#i)return;this.#i=t;let i=_("p",{class:"gs-soft"},this.#e.text("web.live.notices.none")),r=[...t].reverse().slice(0,D1),s=_("ul",{},...r.map(o=>this.#r(o)));Pe(this.#n,t.length===0?i:s)}#r({party:e,received:t,notice:i}){let r=this.#e,s=[i.reference,i.missile_class,i.standing],o=Array.isArray(i.windows)?i.windows:[];return _("li",{},_("b",{},s.filter(a=>typeof a=="string"&&a!=="").join(" · ")),...o.map(a=>_("span",{},` ${this.#s(a)}`)),_("span",{class:"gs-soft"},` ${r.text("web.live.notices.by",{party:e,time:t})}`))}#s(e){if(typeof e!="object"||e===null)return"";let{begin:t="",end:i=""}=e,r={begin:String(t),end:String(i)};return this.#e.text("web.live.notices.window",r)}};var $p="best",tu=class{root=_("div",{class:"gs-live-pictures"});#e;#t;#n="";constructor(e,t){[this.#e,this.#t]=[e,t]}show(e){let t=[...this.#t.feed?.details.pictures.values()??[]];te(this.root,"hidden",t.length===0);let i=this.#t.pictureOf(e),r=JSON.stringify([e.picture,i,t]);r!==this.#n&&(this.#n=r,Pe(this.root,_("label",{for:"gs-live-picture"},this.#e.text("web.live.picture.title")),this.#i(e,i,t),...this.#r(i,t)))}#i(e,t,i){let r=this.#e,s=[{value:$p,label:r.text("web.live.picture.best",{number:e.picture===0?"–":String(t??"–")})},...i.map(l=>({value:String(l.number),label:r.text("web.live.picture.one",{number:String(l.number),parties:eb(r,l)})})),{value:"0",label:r.text("web.live.picture.all")}],o=e.picture===null?$p:String(e.picture);return On({"data-key":"live-picture",id:"gs-live-picture"},s,o,l=>r.store.set({picture:l===$p?null:Number(l)}))}#r(e,t){let i=this.#e;return t.filter(r=>e===null||r.number===e).map(r=>{let s=i.text("web.live.objects",{n:r.tracks}),o=r.is_down?` ${i.text("web.live.picture.down")}`:"",a=`${r.number}: ${qc(i,r.terms)}; ${s}.${o}`;return _("p",{class:"gs-soft gs-live-terms"},a)})}};var O1=1e3,Ks=class{root;#e;#t;#n;#i;#r;#s;#o;#a;#l;constructor(e,t,i,r=Xp){this.#e=new Zc(e,t),this.#t=new Jc(e,t,r),this.#n=new tu(e,t),this.#i=new Qc(e,t),this.#r=new eu(e,t),this.#s=new jc(e,t),this.#o=_("div",{class:"gs-live-rest"},this.#t.root,this.#n.root,this.#i.root,this.#e.root,this.#r.root,this.#s.root),this.root=_("section",{class:"gs-part gs-live","aria-label":e.text(r.title)},_("h3",{},e.text(r.title)),...i.map(s=>_("p",{class:"gs-live-bad"},e.text(`web.live.served.no_${s}`))),this.#e.newest,this.#o),this.#a=t.subscribe(s=>{s==="changed"&&this.update(e.store.state)}),this.#l=window.setInterval(()=>{this.#t.tick(),this.#s.tick()},O1)}update(e){let t=e.subject==="live";this.#e.show(e),te(this.root,"hidden",!t&&!this.#e.has_alarm),te(this.#o,"hidden",!t),t&&(this.#t.show(e),this.#n.show(e),this.#i.show(e),this.#r.show(),this.#s.show())}dispose(){clearInterval(this.#l),this.#a(),this.root.remove()}};var F1=40,nu=class{#e;#t;#n=new Map;#i=new Map;#r="";constructor(e,t){[this.#e,this.#t]=[e,t]}lists(e,t,i){let r=e.text("web.live.rules.title");if(!t.contributors.some(o=>o.sensor!==""))return[{heading:r,entries:[{text:e.text("web.live.rules.unnamed")}]}];let s=this.#o(t).flatMap(o=>{let a=o===""?e.text("web.live.rules.own"):e.text("web.live.rules.other",{party:o}),l=[t.id,o,e.language].join(`
`);return[{text:"",chip:Te({class:"gs-quiet","data-key":`live-rules-${o}`},()=>{this.#l(e,l,t,i,o)},a)},...this.#a(e,l).map(u=>({text:u}))]});return[{heading:r,entries:[...s,{text:"",chip:this.#s(e,t)}]}]}#s(e,t){let i=_("input",{type:"text",maxlength:64,value:this.#r,"data-key":"live-rules-name","aria-label":e.text("web.live.rules.name"),placeholder:e.text("web.live.rules.name")}),r=_("form",{class:"gs-row gs-live-asker"},i);return r.append(_("button",{type:"submit","data-key":"live-rules-more"},e.text("web.live.rules.ask"))),i.addEventListener("input",()=>this.#r=i.value),r.addEventListener("submit",s=>{s.preventDefault();let o=i.value.trim();o!==""&&this.#i.set(t.id,new Set([...this.#i.get(t.id)??[],o])),this.#r="",this.#t()}),r}#o({id:e,picture:t}){let{feed:i,viewer:r}=this.#e,o=[...i?.details.pictures.values()??[t]].flatMap(u=>u.contributors.map(({party:h})=>h)),a=this.#i.get(e)??[],c=[...o,...this.#e.viewers,...a].filter(u=>u!==r);return["",...new Set(c.sort())]}#a(e,t){let i=this.#n.get(t);switch(i?.kind){case void 0:return[];case"asking":return[e.text("web.live.rules.asking")];case"lines":return i.lines;case"not-allowed":return[e.text("web.live.rules.not-allowed")];case"failed":return[e.text("web.live.rules.failed")]}}async#l(e,t,i,r,s){let o=this.#e.ask;if(o===null)return;this.#c(t,{kind:"asking"});let a=`/v1/rules/explain?${U1(i,r,s,e.language)}`,l=await o(a).then(c=>({kind:"lines",lines:kx(c).text}),c=>({kind:c instanceof Wn&&c.fault==="not-allowed"?"not-allowed":"failed"}));this.#c(t,l)}#c(e,t){this.#n.delete(e),this.#n.set(e,t);let[i]=this.#n.keys();this.#n.size>F1&&i!==void 0&&this.#n.delete(i),this.#t()}};function U1(n,e,t,i){let{lat_rad:r,lon_rad:s}=Bt(e),o=n.contributors.filter(a=>a.sensor!=="");return new URLSearchParams({seen:o.map(a=>`${a.party}/${a.sensor}`).join(","),...t===""?{}:{to:t},lat_deg:ve(r).toFixed(4),lon_deg:ve(s).toFixed(4),object_class:n.object_class,lang:i}).toString()}var sb=200,B1=1e3,js=class{root;#e;#t;#n;#i;#r;#s=_("output",{class:"gs-clock"});#o=_("b",{role:"status"});#a=_("div",{class:"gs-behind-marks","aria-hidden":"true"});#l;#c;#u=null;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=Te({class:"gs-play","data-key":"live-play"},()=>this.#p()),this.#i=Te({"data-key":"live-return"},()=>e.store.set({time_s:null,playing:!1}),e.text("web.live.behind.return")),this.#r=this.#f(),this.root=_("section",{class:"gs-timeline gs-behind","aria-label":e.text("web.live.behind.title")},_("div",{class:"gs-row gs-time-head"},this.#n,this.#s,this.#o,this.#i),_("div",{class:"gs-behind-track"},this.#a,this.#r)),this.#l=t.subscribe(i=>{i==="changed"&&this.update(e.store.state)}),this.#c=window.setInterval(()=>this.#h(e.store.state),B1)}update(e){te(this.root,"hidden",e.subject!=="live"||this.#t.feed===null),this.#h(e),this.#y(e)}dispose(){clearInterval(this.#c),this.#u!==null&&clearInterval(this.#u),this.#l(),this.root.remove()}#h(e){if(this.root.hidden)return;let t=this.#t.feed?.behind.span_us??null;if(te(this.#r,"disabled",t===null),te(this.#n,"disabled",t===null),t===null)return Fe(this.#o,this.#e.text("web.live.behind.nothing"));let[i,r]=t.map(Mr),s=Math.min(Math.max(e.time_s??r,i),r);te(this.#r,"min",Math.floor(i)),te(this.#r,"max",Math.ceil(r)),this.#r.value=String(e.time_s===null?Math.ceil(r):s),this.#d(e,i,r,s),this.#m(i,r)}#d(e,t,i,r){let s=this.#e,o=fi(Di(r)),a=e.time_s===null;Fe(this.#s,s.text("web.live.time",{time:o}));let l=s.text("web.live.behind.behind",{age:ss(s,i-r)});Fe(this.#o,a?s.text("web.live.behind.now"):l),te(this.root,"data-behind",!a),te(this.#i,"hidden",a);let c=fi(Di(t));te(this.#r,"aria-label",s.text("web.live.behind.slider",{from:c})),te(this.#r,"aria-valuetext",`${o}, ${this.#o.textContent??""}`);let u=a||e.playing;Fe(this.#n,u?"❚❚":"▶");let h=u?"web.time.pause":"web.time.play";te(this.#n,"aria-label",s.text(h))}#m(e,t){let r=(this.#t.feed?.events??[]).filter(Xs).map(s=>(Mr(di(s.at))-e)/Math.max(t-e,1)).filter(s=>s>=0&&s<=1);Pe(this.#a,...r.map(s=>{let o=_("span",{},"▲");return o.style.left=`${100*s}%`,o}))}#p(){let{store:e}=this.#e,{time_s:t,playing:i}=e.state,r=this.#t.feed?.behind.span_us;r!=null&&(t===null?e.set({time_s:Mr(r[1]),playing:!1}):e.set({playing:!i}))}#y({subject:e,playing:t,time_s:i}){e==="live"&&t&&i!==null?this.#u??=window.setInterval(()=>this.#_(),sb):this.#u!==null&&(clearInterval(this.#u),this.#u=null)}#_(){let{store:e}=this.#e,{time_s:t,rate:i}=e.state,r=this.#t.feed?.behind.span_us??null;if(t===null||r===null)return;let s=Math.max(t,Mr(r[0]))+i*sb/1e3,o=s>=Mr(r[1]);e.set(o?{time_s:null,playing:!1}:{time_s:s})}#f(){let e=_("input",{type:"range",step:1,"data-key":"live-time"});return e.addEventListener("input",()=>{let i=Number(e.value)>=Number(e.max)?null:Number(e.value);this.#e.store.set({time_s:i,playing:!1})}),e}};function ob(n=[],e=Ma){return t=>qp(t,new qs(()=>t.state,e),n)}function qp(n,e,t,i=null){let r=new Set,s=l=>{for(let c of[...r])c(l)},o=new nu(e,()=>s("changed")),a=[e.subscribe(l=>{G1(n,e),s(l)}),n.watch(l=>l.viewer,l=>l!==null&&e.choose(l)),n.subscribe((l,c)=>{["filters","picture","time_s","subject"].some(h=>l[h]!==c[h])&&s("changed")})];return z1(n,e),a.push(V1(n,e,i)),{panel:l=>new Ks(l,e,t),timeline:l=>new js(l,e),explainers:rb(e,o),input:()=>({picture:e.shown(n.state),version:e.version,predicted:e.predicted(n.state)}),mark:()=>W1(e),subscribe:l=>(r.add(l),()=>r.delete(l)),dispose:()=>{for(let l of a)l();e.dispose()}}}function z1({state:n},e){let[t]=e.viewers,i=n.viewer??t;i!==void 0&&e.viewers.includes(i)&&e.choose(i)}function V1(n,e,t){let{camera:i}=n.state;if(new URLSearchParams(location.hash.slice(1)).has("at"))return()=>{};let s=e.subscribe(()=>{let{state:o}=n;if(o.subject!=="live")return;let a=H1(e.shown(o));if(a===null)return;s();let l=t===null?{}:{range_m:t};o.camera===i&&n.set({camera:{...i,...a,...l}})});return s}function H1(n){let e=n===null?[]:Cc(n);if(e.length===0)return null;let t=e.reduce((s,o)=>Ct(s,o.position_ecef_m),[0,0,0]),{lat_rad:i,lon_rad:r}=Bt(t);return{lat_rad:i,lon_rad:r}}function G1(n,e){let{viewer:t}=e;if(t===null||t===n.state.viewer)return;let r=n.state.viewer===null?{}:{filters:Wo,picture:null,selected:null,time_s:null};n.set({viewer:t,...r})}function W1(n){let{feed:e}=n;if(e===null||e.mode===null)return null;let{is_simulated:t}=e.picture;return{is_exercise:e.mode==="exercise",is_simulated:t}}var Zs=45*Math.PI/180,X1=6e4,$1=6e7,q1=80*Math.PI/180,Y1=6378137/bs;function cb(n){let{lat_rad:e,lon_rad:t,range_m:i,tilt_rad:r,heading_rad:s}=n,[o,a,l]=Ei(e,t),c=cn(e,t,0),u=Ct(ot(o,Math.sin(s)),ot(a,Math.cos(s))),h=Ti(ot(l,Math.cos(r)),ot(u,Math.sin(r)));return{position_ecef_m:Ct(c,ot(h,i)),middle_ecef_m:c,up:Ct(ot(u,Math.cos(r)),ot(l,Math.sin(r)))}}function _n(n){let e=Math.PI/2;return{lat_rad:Yp(n.lat_rad,-e,e),lon_rad:Bo(n.lon_rad),range_m:Yp(n.range_m,X1,$1),tilt_rad:Yp(n.tilt_rad,0,q1),heading_rad:qr(n.heading_rad)}}function Ta(n,e){return 2*n.range_m*Math.tan(Zs/2)/Math.max(e,1)}function iu(n,e,t,i){let r=Math.hypot(e,t)*Ta(n,i);if(r===0)return n;let s=Math.atan2(-e,t)+n.heading_rad,{lat_rad:o,lon_rad:a}=ba(n,s,r/ct);return _n({...n,lat_rad:o,lon_rad:a})}function ru(n,e,t){return _n({...n,heading_rad:n.heading_rad+e,tilt_rad:n.tilt_rad+t})}function Cr(n,e){return _n({...n,range_m:n.range_m*e})}function ub(n,e,t){let i=t*t*(3-2*t),[r,s]=[is(n),is(e)],{lat_rad:o,lon_rad:a}=Sr(X0(r,s,i)),l=Mp(r,s)*ct,c=Math.exp(lb(Math.log(n.range_m),Math.log(e.range_m),i)),u=Bo(e.heading_rad-n.heading_rad);return _n({lat_rad:o,lon_rad:a,range_m:c+.5*l*Math.sin(Math.PI*i),tilt_rad:lb(n.tilt_rad,e.tilt_rad,i),heading_rad:n.heading_rad+u*i})}function su(n,e){return n.lat_rad===e.lat_rad&&n.lon_rad===e.lon_rad&&n.range_m===e.range_m&&n.tilt_rad===e.tilt_rad&&n.heading_rad===e.heading_rad}function Kp(n,e){let[t,i]=[ab(n),ab(e)],r=St(i,i),s=St(t,i),o=St(t,t)-6378137**2,a=s*s-r*o;if(a<0)return null;let l=(-s-Math.sqrt(a))/r;return l>0?Ct(n,ot(e,l)):null}function hb(n,e){let t=Ti(e,n),i=Kp(n,t);if(i===null)return!1;let[r,s]=[Ti(i,n),t];return St(r,r)<St(s,s)*K1}var K1=.998;function ab([n,e,t]){return[n,e,t*Y1]}function lb(n,e,t){return n+(e-n)*t}function Yp(n,e,t){return Math.min(Math.max(n,e),t)}var j1=4,Z1=.0011,J1=18,db=60,jp=1.25,au=Math.PI/24,fb=.005,Js=class{#e;#t;#n=new AbortController;#i=new Map;#r=0;constructor(e,t){this.#e=e,this.#t=t;let{signal:i}=this.#n;e.addEventListener("pointerdown",r=>this.#s(r),{signal:i}),e.addEventListener("pointermove",r=>this.#o(r),{signal:i}),e.addEventListener("pointerup",r=>this.#a(r,!0),{signal:i}),e.addEventListener("pointercancel",r=>this.#a(r,!1),{signal:i}),e.addEventListener("wheel",r=>this.#h(r),{signal:i,passive:!1}),e.addEventListener("keydown",r=>this.#m(r),{signal:i}),e.addEventListener("contextmenu",r=>r.preventDefault(),{signal:i}),e.style.touchAction="none"}dispose(){this.#n.abort(),this.#i.clear()}#s(e){this.#i.size===0&&(this.#r=0),this.#i.set(e.pointerId,pb(e)),this.#e.setPointerCapture(e.pointerId),this.#e.focus({preventScroll:!0})}#o(e){let t=this.#i.get(e.pointerId);if(t===void 0)return;let i=pb(e),[r,s]=[i.x_px-t.x_px,i.y_px-t.y_px];this.#r+=Math.hypot(r,s),this.#i.size>1?this.#u(e.pointerId,t,i):e.shiftKey||(e.buttons&2)!==0?this.#c(r,s):this.#l(r,s),this.#i.set(e.pointerId,i)}#a(e,t){let i=this.#i.get(e.pointerId);if(this.#i.delete(e.pointerId),!(i===void 0||!t||this.#r>j1)&&this.#i.size===0&&e.button===0){let r=this.#e.getBoundingClientRect();this.#t.clicked(e.clientX-r.left,e.clientY-r.top)}}#l(e,t){let{camera:i}=this.#t;this.#t.moved(this.#t.dragged(i,e,t))}#c(e,t){let[i,r]=[e*fb,-t*fb],{camera:s}=this.#t;this.#t.moved(this.#t.turned(s,i,r))}#u(e,t,i){let[,r]=[...this.#i].find(([a])=>a!==e)??[];if(r===void 0)return;let s=a=>Math.max(Math.hypot(a.x_px-r.x_px,a.y_px-r.y_px),1),o={x_px:.5*(i.x_px+r.x_px),y_px:.5*(i.y_px+r.y_px)};this.#d(s(t)/s(i),o)}#h(e){e.preventDefault();let t=e.deltaMode===WheelEvent.DOM_DELTA_PIXEL?1:J1,i={x_px:e.clientX,y_px:e.clientY};this.#d(Math.exp(e.deltaY*t*Z1),i)}#d(e,{x_px:t,y_px:i}){let r=this.#e.getBoundingClientRect(),[s,o]=[t-r.left,i-r.top];this.#t.moved(this.#t.zoomed(this.#t.camera,e,s,o))}#m(e){if(e.ctrlKey||e.metaKey||e.altKey)return;if(e.key==="Home"){e.preventDefault(),this.#t.home();return}let t=Q1[e.key];t!==void 0&&(e.preventDefault(),this.#t.moved(t(this.#t,e.shiftKey)))}};function ou(n,e){return(t,i)=>i?t.turned(t.camera,n*au,-e*au):t.dragged(t.camera,-n*db,-e*db)}var Q1={ArrowLeft:ou(-1,0),ArrowRight:ou(1,0),ArrowUp:ou(0,-1),ArrowDown:ou(0,1),"+":({camera:n})=>Cr(n,1/jp),"=":({camera:n})=>Cr(n,1/jp),"-":({camera:n})=>Cr(n,jp),PageUp:n=>n.turned(n.camera,0,au),PageDown:n=>n.turned(n.camera,0,-au)};function pb(n){return{x_px:n.clientX,y_px:n.clientY}}var eC=900,Qs=class{constructor(e,t,i){this.from=e;this.to=t;this.since_ms=i}from;to;since_ms;at(e){let t=Math.min(Math.max((e-this.since_ms)/eC,0),1);return t>=1?{camera:this.to,is_there:!0}:{camera:ub(this.from,this.to,t),is_there:!1}}};function lu(){return matchMedia("(prefers-reduced-motion: reduce)").matches}function mb(n,e){let t=n.map(({pixel:i,half_px:r})=>nC(i,r));return n.map((i,r)=>{let s=tC(i,e.font_px).find(o=>o.left>0&&o.right<e.width_px&&t.every((a,l)=>l===r||!iC(o,a)));return s===void 0?null:(t.push(s),s)})}function tC({pixel:[n,e],half_px:t,name_px:i},r){if(i===null)return[];let s=t+4,o=.6*r,a=(l,c)=>({left:l,top:c-o,right:l+i,bottom:c+o});return[a(n+s,e),a(n-s-i,e),a(n-.5*i,e+s+o),a(n-.5*i,e-s-o),a(n+.7*s,e+s+.4*o),a(n+.7*s,e-s-.4*o)]}function nC([n,e],t){return{left:n-t,top:e-t,right:n+t,bottom:e+t}}function iC(n,e){return n.left<e.right&&e.left<n.right&&n.top<e.bottom&&e.top<n.bottom}var rC='"IBM Plex Sans", "Segoe UI", system-ui, sans-serif',gb=12.5,Zp=12,sC=15,oC=10,aC=1.35,lC=3.5,cC=11,cu=20,uC=2e3,eo=class{canvas;#e;#t=new Map;#n=new Map;#i=[];constructor(){this.canvas=document.createElement("canvas");let e=this.canvas.getContext("2d");if(e===null)throw new Error("this browser draws on no canvas");this.#e=e;for(let[t,i]of Object.entries(ha))this.#t.set(t,new Path2D(i))}get placed(){return this.#i}resize(e,t,i){this.canvas.width=Math.max(1,Math.round(e*i)),this.canvas.height=Math.max(1,Math.round(t*i)),this.#e.setTransform(i,0,0,i,0,0)}draw(e,t,i,r){let s=this.#e;s.clearRect(0,0,t.width_px,t.height_px),this.#i=hC(e,t);for(let o of[...this.#i].reverse())this.#o(o,i);r!==null&&uu(s,r,i),this.#r(t,i)}#r({width_px:e},t){this.#e.font=`500 ${gb}px ${rC}`,this.#e.textBaseline="middle";let i=this.#i.map(({mark:r,pixel:s})=>({pixel:s,half_px:_b(r),name_px:r.label===null?null:this.#a(r.label)}));mb(i,{width_px:e,font_px:gb}).forEach((r,s)=>{r!==null&&this.#s(this.#i[s].mark,r,t)})}#s({label:e,weight:t},{left:i,top:r,bottom:s},o){let a=this.#e,l=.5*(r+s);a.lineJoin="round",a.strokeStyle=at(o,"halo"),a.lineWidth=lC,a.strokeText(e??"",i,l),a.fillStyle=at(o,t>=60?"ink":"soft"),a.fillText(e??"",i,l)}#o({mark:e,pixel:[t,i]},r){let s=this.#e,{fill:o,stroke:a,width_px:l}=dt(r,e.look),c=this.#t.get(e.glyph);if(c===void 0)return;let u=2*_b(e)/Zp;s.save(),s.translate(t-.5*Zp*u,i-.5*Zp*u),s.scale(u,u),s.globalAlpha=e.strength==="faint"?.55:1,s.lineJoin="round",a!==null&&(s.strokeStyle=a,s.lineWidth=2*l,s.stroke(c)),o!==null&&(s.fillStyle=o,s.fill(c)),s.restore(),e.strength==="strong"&&uu(s,[t,i],r)}#a(e){let t=this.#n.get(e);if(t!==void 0)return t;this.#n.size>uC&&this.#n.clear();let{width:i}=this.#e.measureText(e);return this.#n.set(e,i),i}};function uu(n,[e,t],i){n.beginPath(),n.arc(e,t,cC,0,2*Math.PI),n.strokeStyle=at(i,"ink"),n.lineWidth=2,n.stroke()}function hC(n,e){let t=[];for(let i of n){let r=e.visibleAt(i.lon_deg,i.lat_deg,i.height_m);r!==null&&dC(r,e)&&t.push({mark:i,pixel:r})}return t.sort((i,r)=>yb(r.mark)-yb(i.mark))}function yb(n){return n.weight+(n.strength==="strong"?1e3:0)}function _b(n){return .5*(n.glyph==="missile"&&n.strength!=="strong"?oC:sC)*(n.strength==="strong"?aC:1)}function dC([n,e],{width_px:t,height_px:i}){return n>-cu&&e>-cu&&n<t+cu&&e<i+cu}function to([n,e],[t,i]){return Math.hypot(n-t,e-i)}var xb=13,fC=8;function hu(n,e){let t=n.sight.place(...e),i=Object.values(n.drawn).flat();return pC(n.placed,e)??mC(n,e)??gC(i,n,e)??(t===null?null:xC(i,t)??bC(i,t))}function pC(n,e){let[t,i]=[null,xb];for(let{mark:r,pixel:s}of n){let o=to(s,e);r.target!==null&&o<i&&([t,i]=[r.target,o])}return t}function mC({live:n,sight:e},t){if(n===null)return null;let[i,r]=[null,xb];for(let s=0;s<n.rows;s++){if(n.is_alive[s]===0||n.is_hidden[s]===1)continue;let o=e.visible(wC(n,s)),a=o===null?Number.POSITIVE_INFINITY:to(o,t);a<r&&([i,r]=[s,a])}return i===null?null:{kind:"track",id:An(n.picture[i],n.number[i])}}function gC(n,e,t){let[i,r]=[null,fC];for(let s of n)if(s.target!==null)for(let o of e.coursesOf(s)){let a=yC(o,e,t);a<r&&([i,r]=[s.target,a])}return i}function yC(n,{sight:e,torn_px:t},i){let r=Number.POSITIVE_INFINITY,s=null;for(let o=0;o<n.lon_deg.length;o++){let a=e.visibleAt(n.lon_deg[o],n.lat_deg[o],n.height_m[o]);a!==null&&s!==null&&to(s,a)<t&&(r=Math.min(r,_C(i,s,a))),s=a}return r}function _C([n,e],[t,i],[r,s]){let[o,a]=[r-t,s-i],l=o*o+a*a,c=l===0?0:((n-t)*o+(e-i)*a)/l,u=Math.min(Math.max(c,0),1);return Math.hypot(n-t-u*o,e-i-u*a)}function xC(n,e){let t=[ve(e.lon_rad),ve(e.lat_rad)],i=s=>cf({type:"MultiPolygon",coordinates:s.polygons},t);return n.filter(s=>s.shape==="area"&&s.target!==null&&i(s)).at(-1)?.target??null}function bC(n,e){for(let t of n){if(t.shape!=="cells")continue;let i=vC(t,ve(e.lon_rad),ve(e.lat_rad));if(i!==null)return{kind:"cell",id:String(i)}}return null}function vC(n,e,t){let i=n.bounds_deg;for(let r=0;r<n.indices.length;r++){let[s,o,a,l]=i.subarray(4*r,4*r+4);if(t<o||t>=l)continue;if(((e-s)%360+360)%360<a-s)return n.indices[r]}return null}function wC(n,e){let t=n.position_ecef_m;return[t[3*e],t[3*e+1],t[3*e+2]]}var du=40,no=.6;function io(n,{height_px:e}){return ct/Ta(n,e)}function ro({width_px:n,height_px:e}){return[[-du,-du],[n+du,e+du]]}function fu(n,e){return ru(n,e,0)}function pu(n,[e,t]){return _n({...n,lon_rad:De(e),lat_rad:De(t)})}function so(n){let[e,t,i]=n,r=mn(n),s=fr*6378137/r,o=i/(1-s),a=Math.hypot(e,t,o),l=o/a,c=6378137*(1-$r*l*l);return{unit:[e/a,t/a,l],height_m:r-c}}var bb=85,mu=class{has_heights=!1;torn_px;geo;width_px;height_px;#e;#t;constructor(e,t){this.#e=e,this.width_px=t.width_px,this.height_px=t.height_px;let i=io(e,t),r=()=>Pf().scale(i).translate([0,0]).precision(no);this.#t=r();let[,s]=this.#t([0,ve(e.lat_rad)])??[0,0],[o]=this.#t([180,0])??[0,0];this.torn_px=o,this.#t.translate([.5*t.width_px,.5*t.height_px-s]),this.geo=r().rotate([-ve(e.lon_rad),0]).translate(this.#t.translate()).clipExtent(ro(t))}visible(e){let{lat_rad:t,lon_rad:i}=Sr(so(e).unit);return this.visibleAt(ve(i),ve(t))}visibleAt(e,t){return this.geo([e,t])}place(e,t){let i=this.#t.invert?.([e,t])??null;if(i===null||Math.abs(i[0])>180||Math.abs(i[1])>90)return null;let s=this.#e.lon_rad+De(i[0]);return{lon_rad:Math.atan2(Math.sin(s),Math.cos(s)),lat_rad:De(i[1])}}dragged(e,t){let i=[.5*this.width_px,.5*this.height_px-t],[,r]=this.#t.invert?.(i)??[0,ve(this.#e.lat_rad)],s=Math.min(Math.max(r,-bb),bb),[o=0]=this.#t([1,s])??[],a=o-.5*this.width_px;return pu(this.#e,[ve(this.#e.lon_rad)-e/a,s])}turned(){return this.#e}};var SC=1e-4,gu=class{has_heights=!0;torn_px=Number.POSITIVE_INFINITY;geo;width_px;height_px;#e;#t;#n;#i;#r;#s;#o;constructor(e,t){let{lat_rad:i,lon_rad:r,heading_rad:s,range_m:o}=e;this.#e=e,this.width_px=t.width_px,this.height_px=t.height_px,this.#t=1+o/ct,this.#n=io(e,t),this.#i=this.#n*Math.sqrt((this.#t-1)/(this.#t+1));let[a,l,c]=Ei(i,r),[u,h]=[Math.sin(s),Math.cos(s)];this.#r=c,this.#s=Ct(ot(a,h),ot(l,-u)),this.#o=Ct(ot(a,u),ot(l,h)),this.geo=yr(MC(this.#t)).rotate([-ve(r),-ve(i),ve(s)]).scale(this.#n).translate([.5*t.width_px,.5*t.height_px]).clipAngle(ve(Math.acos(1/this.#t))-SC).clipExtent(ro(t)).precision(no)}visible(e){let{unit:t,height_m:i}=so(e);return this.#a(t,i)}visibleAt(e,t,i){return this.#a(is({lat_rad:De(t),lon_rad:De(e)}),i)}place(e,t){let r=Math.hypot(e-.5*this.width_px,t-.5*this.height_px)<this.#i?this.geo.invert?.([e,t]):null;return r==null?null:{lon_rad:De(r[0]),lat_rad:De(r[1])}}dragged(e,t){return iu(this.#e,e,t,this.height_px)}turned(e){return fu(this.#e,e)}#a(e,t){let i=1+t/ct,r=i*St(e,this.#r);if(r>=this.#t)return null;let s=i*this.#n*(this.#t-1)/(this.#t-r),[o,a]=[St(e,this.#s)*s,St(e,this.#o)*s];return r<1/this.#t&&Math.hypot(o,a)<this.#i?null:[.5*this.width_px+o,.5*this.height_px-a]}};function MC(n){return Object.assign((i,r)=>{let s=Math.cos(r),o=(n-1)/(n-s*Math.cos(i));return[o*s*Math.sin(i),o*Math.sin(r)]},{invert:(i,r)=>{let s=Math.hypot(i,r);if(s===0)return[0,0];let o=Math.sqrt(1-s*s*(n+1)/(n-1)),a=(n-o)/((n-1)/s+s/(n-1)),l=Math.sqrt(1-a*a);return[Math.atan2(i*a,s*l),Math.asin(r*a/s)]}})}var Jp=140,yu=class{has_heights=!1;torn_px=Number.POSITIVE_INFINITY;geo;width_px;height_px;#e;#t;#n;#i;constructor(e,t){let{lat_rad:i,lon_rad:r,heading_rad:s}=e;this.#e=e,this.width_px=t.width_px,this.height_px=t.height_px,this.#t=i>=0,this.#n=this.#t?r-s:r+s;let o=io(e,t);this.#i=2*Math.sin(De(Jp)/2)*o,this.geo=Cf().rotate([-ve(this.#n),this.#t?-90:90]).scale(o).translate([0,0]).clipAngle(Jp).precision(no);let[a,l]=this.geo([ve(r),ve(i)])??[0,0];this.geo.translate([.5*t.width_px-a,.5*t.height_px-l]).clipExtent(ro(t))}visible(e){let{lat_rad:t,lon_rad:i}=Sr(so(e).unit);return this.visibleAt(ve(i),ve(t))}visibleAt(e,t){return(this.#t?90-t:90+t)>Jp?null:this.geo([e,t])}place(e,t){let[i,r]=this.geo.translate();if(Math.hypot(e-i,t-r)>this.#i)return null;let s=this.geo.invert?.([e,t])??null;return s===null?null:{lon_rad:De(s[0]),lat_rad:De(s[1])}}dragged(e,t){let i=this.place(.5*this.width_px-e,.5*this.height_px-t);if(i===null||i.lat_rad>=0!==this.#t)return this.#e;let r=i.lon_rad-this.#n,s=pu(this.#e,[ve(i.lon_rad),ve(i.lat_rad)]);return _n({...s,heading_rad:this.#t?r:-r})}turned(e){return fu(this.#e,e)}};function Qp(n,e,t){switch(n){case"globe":return new gu(e,t);case"polar":return new yu(e,t);case"flat":return new mu(e,t)}}var _u=[],xu=class{#e=new Map;#t=new Map;#n=new Map;#i=null;get drawn(){return this.#i}take(e){this.#i=e;let t=new Set,i=!1;for(let r of Ai){if(e[r]===this.#e.get(r))continue;this.#e.set(r,e[r]);let s=e[r].filter(a=>a.shape==="mark");i=!vb(s,this.#n.get(r)??_u)||i,this.#n.set(r,s);let o=e[r].filter(a=>a.shape!=="mark");vb(o,this.#t.get(r)??_u)||t.add(r),this.#t.set(r,o)}return{solid:t,has_marks:i}}solid(e){return this.#t.get(e)??_u}get marks(){return Ai.flatMap(e=>this.#n.get(e)??_u)}};function vb(n,e){return n.length===e.length&&n.every((t,i)=>t===e[i])}var vu=class{#e=new Map;of(e,t,i,r){if(t==="plain")return null;let s=`${t} ${i} ${r}`,o=this.#e.get(s);if(o!==void 0)return o;let a=EC(e,t,i,r);return this.#e.set(s,a),a}};function EC(n,e,t,i){let r=document.createElement("canvas"),s=Math.round(8*i);[r.width,r.height]=[s,s];let o=r.getContext("2d");if(o===null)return null;o.scale(s/8,s/8),[o.strokeStyle,o.fillStyle,o.lineWidth]=[t,t,1.3],TC[e](o);let a=n.createPattern(r,"repeat");return a?.setTransform(new DOMMatrix().scale(8/s)),[r.width,r.height]=[0,0],a}var TC={rising:n=>bu(n,-1),falling:n=>bu(n,1),crossed:n=>{bu(n,1),bu(n,-1)},dotted:n=>{for(let e of[.25*8,.75*8])AC(n,e,e)}};function bu(n,e){let t=e>0?0:8;n.beginPath();for(let i of[-8,0,8])n.moveTo(-8+i,t-e*8),n.lineTo(16+i,t+e*2*8);n.stroke()}function AC(n,e,t){n.beginPath(),n.arc(e,t,1.1,0,2*Math.PI),n.fill()}var wb=new WeakMap;function em(n){let e=wb.get(n);if(e!==void 0)return e;let t=CC(n);return wb.set(n,t),t}var Sb=new WeakMap;function Ab(n,e){let t=2**Math.ceil(Math.log2(e)),i=Sb.get(n);if(i?.[0]===t)return i[1];let r=nm(NC(n,t));return Sb.set(n,[t,r]),r}function Cb(n){return n.shape==="line"?n.courses:n.shape==="surface"&&Rb(n)?IC(n):[]}function CC(n){switch(n.shape){case"line":return RC(n);case"area":return PC(n);case"surface":return LC(n);default:return tm}}var Mb={type:"MultiLineString",coordinates:[]},tm={polygons:null,ground:Mb,tracks:Mb,aloft:[]};function RC({courses:n}){let e=n.filter(Eb),t=n.filter(i=>!Eb(i));return{polygons:null,ground:Tb(t),tracks:Tb(e),aloft:e}}function PC({polygons:n}){let e=n,t={type:"MultiLineString",coordinates:e.flat()};return{...tm,polygons:nm(e),ground:t}}function LC(n){let e=n.ground,t=Rb(n)?e.flat():[];return{...tm,polygons:nm(e),ground:{type:"MultiLineString",coordinates:t}}}function Rb(n){return n.edges.length>0}function Eb({height_m:n}){for(let e=0;e<n.length;e++)if(n[e]>1e3)return!0;return!1}function nm(n){return{type:"MultiPolygon",coordinates:n}}function Tb(n){return{type:"MultiLineString",coordinates:n.map(({lon_deg:t,lat_deg:i})=>Array.from(t,(r,s)=>[r,i[s]]))}}function IC(n){return n.ground.flat().map(e=>({lon_deg:e.map(([t])=>t),lat_deg:e.map(([,t])=>t),height_m:e.map(()=>0)}))}function NC({bounds_deg:n,indices:e},t){let i=[];for(let r=0;r<e.length;){let s=r+1;for(;s<e.length&&kC(n,s);)s+=1;i.push([DC(n,r,s,t)]),r=s}return i}function kC(n,e){let[t,i]=[n[4*e],n[4*e+1]];return i===n[4*e-3]&&Math.abs(t-n[4*e-2])<1e-9}function DC(n,e,t,i){let[r,s]=[n[4*e],n[4*e+1]],o=Math.min(90,n[4*e+3]+i),a=Array.from({length:t-e},(c,u)=>n[4*(e+u)+2]),l=[r,...a];return[[r,s],...l.map(c=>[c,o]),...l.reverse().map(c=>[c,s])]}var Pb={faint:0,normal:1,strong:2},Ib={faint:.4,normal:1,strong:1},OC={faint:.8,normal:1,strong:1.9},FC={faint:.4,normal:1,strong:2},UC=.5,wu=class{#e=new vu;ground({sheet:{context:e},chart:t,shade:i}){e.fillStyle=at(i,"paper"),e.fillRect(0,0,t.width_px,t.height_px),e.beginPath(),ra(t.geo,e)({type:"Sphere"}),e.fillStyle=dt(i,"sea").fill??at(i,"sea"),e.fill(),e.strokeStyle=at(i,"coast"),e.lineWidth=1,e.setLineDash([]),e.stroke()}paint(e,t){this.areas(e,t),this.lines(e,t)}areas(e,t){for(let i of Lb(e))this.#t(i,t)}lines(e,t){for(let i of Lb(e))zC(i,t);t.sheet.context.setLineDash([])}#t(e,{sheet:{context:t},chart:i,shade:r,ratio:s}){let o=BC(e,i),a=dt(r,e.look);if(o===null||a.fill===null)return;t.beginPath(),ra(i.geo,t)(o),t.globalAlpha=Math.min(1,a.fill_opacity*FC[e.strength]),t.fillStyle=a.fill,t.fill();let{pattern:l,stroke:c,fill:u}=a,h=this.#e.of(t,l,c??u,s);t.globalAlpha=a.stroke_opacity*Ib[e.strength],h!==null&&(t.fillStyle=h,t.fill()),t.globalAlpha=1}};function BC(n,e){return n.shape!=="cells"?em(n).polygons:Ab(n,ve(UC/e.geo.scale()))}function zC(n,{sheet:{context:e},chart:t,shade:i}){let r=dt(i,n.look);if(n.shape==="cells"||r.stroke===null)return;let{ground:s,tracks:o,aloft:a}=em(n),l=ra(t.geo,e);if(e.beginPath(),l(s),t.has_heights)for(let c of a)HC(e,t,c);else l(o);VC(e,r,n.strength),e.stroke(),e.globalAlpha=1}function VC(n,e,t){n.strokeStyle=e.stroke??"transparent",n.globalAlpha=e.stroke_opacity*Ib[t],n.lineWidth=e.width_px*OC[t],n.lineCap=e.is_round&&e.dash_px.length===0?"round":"butt",n.lineJoin="round",n.setLineDash([...e.dash_px])}function HC(n,e,t){let i=null;for(let r=0;r<t.lon_deg.length;r++){let s=e.visibleAt(t.lon_deg[r],t.lat_deg[r],t.height_m[r]);s!==null&&(i===null?n.moveTo(...s):n.lineTo(...s)),i=s}}function Lb(n){return[...n].sort((e,t)=>Pb[e.strength]-Pb[t.strength])}var Rr=class{canvas;context;is_stale=!0;constructor(){this.canvas=document.createElement("canvas");let e=this.canvas.getContext("2d");if(e===null)throw new Error("this browser draws on no canvas");this.context=e}resize(e,t,i){this.canvas.width=Math.max(1,Math.round(e*i)),this.canvas.height=Math.max(1,Math.round(t*i)),this.context.setTransform(i,0,0,i,0,0),this.is_stale=!0}clear(){let{width:e,height:t}=this.canvas;this.context.save(),this.context.setTransform(1,0,0,1,0,0),this.context.clearRect(0,0,e,t),this.context.restore()}dispose(){as(this.canvas)}};function as(n){n.remove(),[n.width,n.height]=[0,0]}async function Su(n){let e=new Rr;try{e.resize(n[0]?.width??1,n[0]?.height??1,1);for(let t of n)e.context.drawImage(t,0,0);return await GC(e.canvas)}finally{e.dispose()}}function GC(n){return new Promise((e,t)=>{n.toBlob(i=>{i===null?t(new Error("the picture cannot be written")):e(i)},"image/png")})}var oo=14,Nb=4.6,WC=1.2,kb=.5,XC=1500,$C=.66,qC=["track-boost","track-coast","track-entry","track-unknown"],im=4,YC=.75,Mu=class{#e=null;#t=[];points(e,t){let{sheet:{context:i},chart:r,ratio:s}=t,o=Math.ceil(oo*s*(e.count>XC?$C:1)),a=this.#n(o,t.shade),l=o/s,c=u=>Math.round(u*s)/s;for(let u=0;u<e.rows;u++){if(e.is_alive[u]===0||e.is_hidden[u]===1)continue;let h=r.visible(Db(e.position_ecef_m,3*u));if(h===null||!eR(h,t))continue;let d=o*(2*e.phase[u]+e.is_coasted[u]),f=o*e.class_index[u],[m,b]=[c(h[0]-l/2),c(h[1]-l/2)];i.drawImage(a,d,f,o,o,m,b,l,l)}}trails(e,{sheet:{context:t},chart:i,shade:r}){let{stroke:s,stroke_opacity:o,width_px:a}=dt(r,"trail");t.strokeStyle=s??at(r,"soft"),t.lineWidth=a;for(let l=0;l<zt-1;l+=im){let c=Math.min(l+im,zt-1),u=1-(l+.5*im)/zt;t.beginPath();for(let h=0;h<e.rows;h++){if(e.is_alive[h]===0||e.is_hidden[h]===1)continue;let d=Math.min(c,e.trail_length[h]-1);d>l&&QC(t,i,e,h,[l,d])}t.globalAlpha=Math.min(1,YC*o*u),t.stroke()}t.globalAlpha=1}dispose(){this.#e!==null&&as(this.#e),this.#e=null,this.#t=[]}#n(e,t){let i=[e,t];if(this.#e!==null&&i.every((o,a)=>o===this.#t[a]))return this.#e;this.dispose();let r=document.createElement("canvas");[r.width,r.height]=[2*ya.length*e,Ni.length*e];let s=r.getContext("2d");return s!==null&&KC(s,e,t),[this.#e,this.#t]=[r,i],r}};function KC(n,e,t){for(let i=0;i<Ni.length;i++)for(let r=0;r<2*ya.length;r++){let s=dt(t,qC[r>>1]).fill??at(t,"ink"),o=e/oo;n.setTransform(o,0,0,o,(r+.5)*e,(i+.5)*e),jC(n,i,s,at(t,"halo"),r%2===1)}}function jC(n,e,t,i,r){let s=ZC(e);n.lineJoin="round",[n.strokeStyle,n.lineWidth,n.fillStyle]=[i,2*WC,t],n.stroke(s),n.fill(s),r&&(n.scale(kb,kb),n.fillStyle=i,n.fill(s))}function ZC(n){let e=new Path2D,[t,i]=[.62*Nb,Nb],s=[[[-t,-t],[t,-t],[t,t],[-t,t]],[[0,-i],[i,.7*i],[-i,.7*i]],[[0,-i],[i,0],[0,i],[-i,0]],[],JC(i,.32*i),[[0,i],[i,-.7*i],[-i,-.7*i]]][n]??[];return s.length===0&&e.arc(0,0,.8*i,0,2*Math.PI),s.forEach(([o,a],l)=>l===0?e.moveTo(o,a):e.lineTo(o,a)),e.closePath(),e}function JC(n,e){return[[-e,-n],[e,-n],[e,-e],[n,-e],[n,e],[e,e],[e,n],[-e,n],[-e,e],[-n,e],[-n,-e],[-e,-e]]}function QC(n,e,t,i,[r,s]){let o=null;for(let a=r;a<=s;a++){let l=(t.trail_step-a+zt)%zt,c=e.visible(Db(t.trail_ecef_m,3*(l*t.capacity+i)));c!==null&&(o===null||to(o,c)>e.torn_px?n.moveTo(...c):n.lineTo(...c)),o=c}}function eR([n,e],{chart:{width_px:t,height_px:i}}){return n>-oo&&e>-oo&&n<t+oo&&e<i+oo}function Db(n,e){return[n[e],n[e+1],n[e+2]]}var tR=2,nR=2e4,iR=180,rR=["borders","graticule","defended"],Ob=["reach","fans","observers","impacts","covariances","disputed","flights"];function Ub(n,e){try{return{renderer:new rm(n,e),reason:null}}catch(t){return{renderer:null,reason:t instanceof Error?t.message:String(t)}}}var rm=class{kind="canvas";#e;#t;#n=new wu;#i=new Mu;#r=new xu;#s=new Rr;#o=new Rr;#a=new Rr;#l=new Rr;#c=new eo;#u;#h;#d=new AbortController;#m=!0;#p=null;#y=!0;#_=-1;#f;#b;#w;#x=null;#S=null;#g=1;#M=1;#A=1;#E=null;#T=null;#v=null;#C=!0;#P=!1;constructor(e,t){this.#e=e,this.#t=t,this.#f=_n(t.camera),this.#b=t.projection,this.#w=t.shade,this.#G(),this.#u=new Js(this.#c.canvas,this.#W()),this.#h=new ResizeObserver(()=>this.resize()),this.#h.observe(e);let{signal:i}=this.#d;for(let{canvas:r}of this.#k())r.addEventListener("contextrestored",()=>this.#I(),{signal:i});this.resize()}get camera(){return this.#f}set camera(e){su(e,this.#f)||(this.#v=null,this.#O(_n(e)))}get projection(){return this.#b}set projection(e){e!==this.#b&&(this.#b=e,this.#I())}get shade(){return this.#w}set shade(e){e!==this.#w&&(this.#w=e,this.#I())}get selected(){return this.#x}set selected(e){this.#x=e,this.#l.is_stale=!0,this.invalidate()}get description(){return this.#c.canvas.getAttribute("aria-label")??""}set description(e){this.#c.canvas.setAttribute("aria-label",e)}show(e){let{solid:t,has_marks:i}=this.#r.take(e);rR.some(r=>t.has(r))&&(this.#s.is_stale=!0),Ob.some(r=>t.has(r))&&(this.#o.is_stale=!0),i&&(this.#m=!0),(t.size>0||i)&&this.invalidate()}showTracks(e,t=!0){[this.#p,this.#y]=[e,t],[this.#l.is_stale,this.#a.is_stale]=[!0,!0],this.invalidate()}moved(){this.#l.is_stale=!0,this.#p?.trail_step!==this.#_&&(this.#a.is_stale=!0),this.invalidate()}flyTo(e){let t=_n(e);this.#C=!1,lu()?this.#O(t):this.#v=new Qs(this.#f,t,performance.now()),this.invalidate()}pick(e,t){let{drawn:i}=this.#r;if(i===null)return null;let r=this.#N(),{placed:s}=this.#c,o={sight:r,drawn:i,placed:s,live:this.#p,coursesOf:Cb,torn_px:r.torn_px};return hu(o,[e,t])}placeAt(e,t){return this.#N().place(e,t)}pixelOf({lon_rad:e,lat_rad:t},i){return this.#N().visibleAt(ve(e),ve(t),i)}resize(){let{clientWidth:e,clientHeight:t}=this.#e;this.#g=Math.max(1,e),this.#M=Math.max(1,t),this.#A=Fb();for(let i of[...this.#k(),this.#c])i.resize(this.#g,this.#M,this.#A);this.#I()}invalidate(){this.#E!==null||this.#P||(this.#E=requestAnimationFrame(e=>{this.#E=null,this.#R(e)}))}snapshot(){return this.#R(performance.now()),Su([...this.#k().map(({canvas:e})=>e),this.#c.canvas])}dispose(){if(!this.#P){this.#P=!0,this.#E!==null&&cancelAnimationFrame(this.#E),this.#T!==null&&clearTimeout(this.#T),this.#h.disconnect(),this.#d.abort(),this.#u.dispose(),this.#i.dispose();for(let e of this.#k())e.dispose();as(this.#c.canvas),this.#p=null}}#R(e){this.#A!==Fb()&&this.resize(),this.#D(e);let t=this.#N();this.#s.is_stale&&this.#F(this.#L(this.#s,t)),this.#o.is_stale&&this.#B(this.#L(this.#o,t)),this.#a.is_stale&&this.#H(this.#L(this.#a,t)),this.#l.is_stale&&this.#z(this.#L(this.#l,t)),this.#m&&this.#c.draw(this.#r.marks,t,this.#w,null),this.#m=!1,this.#C||(this.#C=this.#v===null,this.#t.onCamera(this.#f))}#F(e){this.#s.is_stale=!1;let t=this.#r.solid("borders");this.#n.ground(e),this.#n.areas(t,e),this.#n.paint(this.#r.solid("graticule"),e),this.#n.paint(this.#r.solid("defended"),e),this.#n.lines(t,e)}#B(e){this.#o.is_stale=!1,this.#o.clear();for(let t of Ob)this.#n.paint(this.#r.solid(t),e)}#H(e){this.#a.is_stale=!1,this.#a.clear();let t=this.#y?this.#p:null;this.#_=this.#p?.trail_step??-1,t!==null&&this.#T===null&&this.#i.trails(t,e)}#z(e){if(this.#l.is_stale=!1,this.#l.clear(),this.#p===null)return;this.#i.points(this.#p,e);let t=this.#U(e.chart);t!==null&&uu(e.sheet.context,t,this.#w)}#L(e,t){return{sheet:e,chart:t,shade:this.#w,ratio:this.#A}}#D(e){if(this.#v===null)return;let{camera:t,is_there:i}=this.#v.at(e);this.#O(t),i?this.#v=null:this.invalidate()}#O(e){this.#f=e;let{count:t=0,trail_length:i}=this.#p??{};this.#y&&t*(i?.[0]??0)>nR&&this.#V(),this.#I()}#V(){this.#T!==null&&clearTimeout(this.#T),this.#T=setTimeout(()=>{this.#T=null,this.#a.is_stale=!0,this.invalidate()},iR)}#I(){this.#S=null;for(let e of this.#k())e.is_stale=!0;this.#m=!0,this.invalidate()}#N(){let e={width_px:this.#g,height_px:this.#M};return this.#S??=Qp(this.#b,this.#f,e),this.#S}#U(e){let t=this.#p;if(t===null||this.#x?.kind!=="track")return null;for(let i=0;i<t.rows;i++){if(t.is_alive[i]===0||An(t.picture[i],t.number[i])!==this.#x.id)continue;let r=t.position_ecef_m.subarray(3*i,3*i+3);return e.visible(r)}return null}#k(){return[this.#s,this.#o,this.#a,this.#l]}#G(){let{canvas:e}=this.#c;getComputedStyle(this.#e).position==="static"&&(this.#e.style.position="relative");for(let t of[...this.#k(),this.#c]){let{canvas:i}=t;Object.assign(i.style,{position:"absolute",inset:"0",width:"100%",height:"100%"}),i!==e&&i.setAttribute("aria-hidden","true"),this.#e.append(i)}e.setAttribute("role","img"),e.setAttribute("aria-label",this.#t.description),e.tabIndex=0}#W(){let e=this,t=i=>Qp(e.#b,i,{width_px:e.#g,height_px:e.#M});return{get camera(){return e.#v?.to??e.#f},dragged:(i,r,s)=>t(i).dragged(r,s),turned:(i,r)=>t(i).turned(r),zoomed(i,r,s,o){let a=Cr(i,r),l=1-i.range_m/a.range_m,[c,u]=[s-.5*e.#g,o-.5*e.#M];return t(a).dragged(c*l,u*l)},moved(i){e.#v=null,e.#C=!1,e.#O(i)},clicked:(i,r)=>e.#t.onSelect(e.pick(i,r)),home:()=>e.flyTo(e.#t.camera)}}};function Fb(){return Math.min(devicePixelRatio,tR)}var mv=0,Fm=1,gv=2;var il=1,yv=2,Po=3,_i=0,In=1,vn=2,ms=0,Lo=1,Um=2,Bm=3,zm=4,_v=5;var gs=100,xv=101,bv=102,vv=103,wv=104,Sv=200,Mv=201,Ev=202,Tv=203,Vm=204,Hm=205,Av=206,Cv=207,Rv=208,Pv=209,Lv=210,Iv=211,Nv=212,kv=213,Dv=214,Qu=0,eh=1,th=2,wo=3,nh=4,ih=5,rh=6,sh=7,Gm=0,Ov=1,Fv=2,zi=0,Wm=1,Xm=2,$m=3,qm=4,Ym=5,Km=6,jm=7;var Zm=300,ys=301,Io=302,Oh=303,Fh=304,oh=1e3,Fi=1001,ah=1002,Xt=1003,Uv=1004;var rl=1005;var Pn=1006,Uh=1007;var ar=1008;var Kn=1009,Jm=1010,Qm=1011,No=1012,Bh=1013,xi=1014,bi=1015,vi=1016,zh=1017,Vh=1018,_s=1020,eg=35902,tg=35899,ng=1021,ig=1022,wi=1023,nr=1026,lr=1027,rg=1028,Hh=1029,Hr=1030,Gh=1031;var Wh=1033,sl=33776,ol=33777,al=33778,ll=33779,Xh=35840,$h=35841,qh=35842,Yh=35843,Kh=36196,jh=37492,Zh=37496,Jh=37488,Qh=37489,cl=37490,ed=37491,td=37808,nd=37809,id=37810,rd=37811,sd=37812,od=37813,ad=37814,ld=37815,cd=37816,ud=37817,hd=37818,dd=37819,fd=37820,pd=37821,md=36492,gd=36494,yd=36495,_d=36283,xd=36284,ul=36285,bd=36286;var ka=2300,lh=2301,Zu=2302,Am=2303,Cm=2400,Rm=2401,Pm=2402;var Bv=3200;var sg=0,zv=1,cr="",Cn="srgb",Da="srgb-linear",Oa="linear",ft="srgb";var Ju=7680;var Vv=519,Hv=512,Gv=513,Wv=514,og=515,Xv=516,$v=517,ag=518,lg=519,qv=35044,cg=35048;var wn="300 es",si=2e3,Fa=2001;function sR(n){for(let e=n.length-1;e>=0;--e)if(n[e]>=65535)return!0;return!1}function oR(n){return ArrayBuffer.isView(n)&&!(n instanceof DataView)}function Ua(n){return document.createElementNS("http://www.w3.org/1999/xhtml",n)}function Yv(){let n=Ua("canvas");return n.style.display="block",n}var Bb={},So=null;function ug(...n){let e="THREE."+n.shift();So?So("log",e,...n):console.log(e,...n)}function Kv(n){let e=n[0];if(typeof e=="string"&&e.startsWith("TSL:")){let t=n[1];t&&t.isStackTrace?n[0]+=" "+t.getLocation():n[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return n}function Ne(...n){n=Kv(n);let e="THREE."+n.shift();if(So)So("warn",e,...n);else{let t=n[0];t&&t.isStackTrace?console.warn(t.getError(e)):console.warn(e,...n)}}function Oe(...n){n=Kv(n);let e="THREE."+n.shift();if(So)So("error",e,...n);else{let t=n[0];t&&t.isStackTrace?console.error(t.getError(e)):console.error(e,...n)}}function Na(...n){let e=n.join(" ");e in Bb||(Bb[e]=!0,Ne(...n))}function jv(n,e,t){return new Promise(function(i,r){function s(){switch(n.clientWaitSync(e,n.SYNC_FLUSH_COMMANDS_BIT,0)){case n.WAIT_FAILED:r();break;case n.TIMEOUT_EXPIRED:setTimeout(s,t);break;default:i()}}setTimeout(s,t)})}var Zv={[Qu]:Qu,[th]:rh,[nh]:nh,[wo]:ih,[eh]:eh,[rh]:th,[sh]:sh,[ih]:wo},Ui=class{addEventListener(e,t){this._listeners===void 0&&(this._listeners={});let i=this._listeners;i[e]===void 0&&(i[e]=[]),i[e].indexOf(t)===-1&&i[e].push(t)}hasEventListener(e,t){let i=this._listeners;return i===void 0?!1:i[e]!==void 0&&i[e].indexOf(t)!==-1}removeEventListener(e,t){let i=this._listeners;if(i===void 0)return;let r=i[e];if(r!==void 0){let s=r.indexOf(t);s!==-1&&r.splice(s,1)}}dispatchEvent(e){let t=this._listeners;if(t===void 0)return;let i=t[e.type];if(i!==void 0){e.target=this;let r=i.slice(0);for(let s=0,o=r.length;s<o;s++)r[s].call(this,e);e.target=null}}},xn=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"];var sm=Math.PI/180,ch=180/Math.PI;function hl(){let n=Math.random()*4294967295|0,e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,i=Math.random()*4294967295|0;return(xn[n&255]+xn[n>>8&255]+xn[n>>16&255]+xn[n>>24&255]+"-"+xn[e&255]+xn[e>>8&255]+"-"+xn[e>>16&15|64]+xn[e>>24&255]+"-"+xn[t&63|128]+xn[t>>8&255]+"-"+xn[t>>16&255]+xn[t>>24&255]+xn[i&255]+xn[i>>8&255]+xn[i>>16&255]+xn[i>>24&255]).toLowerCase()}function it(n,e,t){return Math.max(e,Math.min(t,n))}function aR(n,e){return(n%e+e)%e}function om(n,e,t){return(1-t)*n+t*e}function Jv(n){return Math.pow(2,Math.floor(Math.log(n)/Math.LN2))}function hg(n){switch(n.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function lR(n,e){if(e.constructor===Float32Array)return n;let t=hg(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(n/t,-1)}function cR(n,e){if(e.constructor===Float32Array)return n;let t=hg(e);if(t===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(n*t)}var rt=class{static{this.prototype.isVector2=!0}constructor(e=0,t=0){this.x=e,this.y=t}get width(){return this.x}set width(e){this.x=e}get height(){return this.y}set height(e){this.y=e}set(e,t){return this.x=e,this.y=t,this}setScalar(e){return this.x=e,this.y=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;default:throw new Error("THREE.Vector2: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y)}copy(e){return this.x=e.x,this.y=e.y,this}add(e){return this.x+=e.x,this.y+=e.y,this}addScalar(e){return this.x+=e,this.y+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this}subScalar(e){return this.x-=e,this.y-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this}multiply(e){return this.x*=e.x,this.y*=e.y,this}multiplyScalar(e){return this.x*=e,this.y*=e,this}divide(e){return this.x/=e.x,this.y/=e.y,this}divideScalar(e){return this.multiplyScalar(1/e)}applyMatrix3(e){let t=this.x,i=this.y,r=e.elements;return this.x=r[0]*t+r[3]*i+r[6],this.y=r[1]*t+r[4]*i+r[7],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this}clamp(e,t){return this.x=it(this.x,e.x,t.x),this.y=it(this.y,e.y,t.y),this}clampScalar(e,t){return this.x=it(this.x,e,t),this.y=it(this.y,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(it(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(e){return this.x*e.x+this.y*e.y}cross(e){return this.x*e.y-this.y*e.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let i=this.dot(e)/t;return Math.acos(it(i,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,i=this.y-e.y;return t*t+i*i}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this}equals(e){return e.x===this.x&&e.y===this.y}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this}rotateAround(e,t){let i=Math.cos(t),r=Math.sin(t),s=this.x-e.x,o=this.y-e.y;return this.x=s*i-o*r+e.x,this.y=s*r+o*i+e.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},Bi=class{constructor(e=0,t=0,i=0,r=1){this.isQuaternion=!0,this._x=e,this._y=t,this._z=i,this._w=r}static slerpFlat(e,t,i,r,s,o,a){let l=i[r+0],c=i[r+1],u=i[r+2],h=i[r+3],d=s[o+0],f=s[o+1],m=s[o+2],b=s[o+3];if(h!==b||l!==d||c!==f||u!==m){let p=l*d+c*f+u*m+h*b;p<0&&(d=-d,f=-f,m=-m,b=-b,p=-p);let g=1-a;if(p<.9995){let S=Math.acos(p),E=Math.sin(S);g=Math.sin(g*S)/E,a=Math.sin(a*S)/E,l=l*g+d*a,c=c*g+f*a,u=u*g+m*a,h=h*g+b*a}else{l=l*g+d*a,c=c*g+f*a,u=u*g+m*a,h=h*g+b*a;let S=1/Math.sqrt(l*l+c*c+u*u+h*h);l*=S,c*=S,u*=S,h*=S}}e[t]=l,e[t+1]=c,e[t+2]=u,e[t+3]=h}static multiplyQuaternionsFlat(e,t,i,r,s,o){let a=i[r],l=i[r+1],c=i[r+2],u=i[r+3],h=s[o],d=s[o+1],f=s[o+2],m=s[o+3];return e[t]=a*m+u*h+l*f-c*d,e[t+1]=l*m+u*d+c*h-a*f,e[t+2]=c*m+u*f+a*d-l*h,e[t+3]=u*m-a*h-l*d-c*f,e}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get w(){return this._w}set w(e){this._w=e,this._onChangeCallback()}set(e,t,i,r){return this._x=e,this._y=t,this._z=i,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(e){return this._x=e.x,this._y=e.y,this._z=e.z,this._w=e.w,this._onChangeCallback(),this}setFromEuler(e,t=!0){let i=e._x,r=e._y,s=e._z,o=e._order,a=Math.cos,l=Math.sin,c=a(i/2),u=a(r/2),h=a(s/2),d=l(i/2),f=l(r/2),m=l(s/2);switch(o){case"XYZ":this._x=d*u*h+c*f*m,this._y=c*f*h-d*u*m,this._z=c*u*m+d*f*h,this._w=c*u*h-d*f*m;break;case"YXZ":this._x=d*u*h+c*f*m,this._y=c*f*h-d*u*m,this._z=c*u*m-d*f*h,this._w=c*u*h+d*f*m;break;case"ZXY":this._x=d*u*h-c*f*m,this._y=c*f*h+d*u*m,this._z=c*u*m+d*f*h,this._w=c*u*h-d*f*m;break;case"ZYX":this._x=d*u*h-c*f*m,this._y=c*f*h+d*u*m,this._z=c*u*m-d*f*h,this._w=c*u*h+d*f*m;break;case"YZX":this._x=d*u*h+c*f*m,this._y=c*f*h+d*u*m,this._z=c*u*m-d*f*h,this._w=c*u*h-d*f*m;break;case"XZY":this._x=d*u*h-c*f*m,this._y=c*f*h-d*u*m,this._z=c*u*m+d*f*h,this._w=c*u*h+d*f*m;break;default:Ne("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return t===!0&&this._onChangeCallback(),this}setFromAxisAngle(e,t){let i=t/2,r=Math.sin(i);return this._x=e.x*r,this._y=e.y*r,this._z=e.z*r,this._w=Math.cos(i),this._onChangeCallback(),this}setFromRotationMatrix(e){let t=e.elements,i=t[0],r=t[4],s=t[8],o=t[1],a=t[5],l=t[9],c=t[2],u=t[6],h=t[10],d=i+a+h;if(d>0){let f=.5/Math.sqrt(d+1);this._w=.25/f,this._x=(u-l)*f,this._y=(s-c)*f,this._z=(o-r)*f}else if(i>a&&i>h){let f=2*Math.sqrt(1+i-a-h);this._w=(u-l)/f,this._x=.25*f,this._y=(r+o)/f,this._z=(s+c)/f}else if(a>h){let f=2*Math.sqrt(1+a-i-h);this._w=(s-c)/f,this._x=(r+o)/f,this._y=.25*f,this._z=(l+u)/f}else{let f=2*Math.sqrt(1+h-i-a);this._w=(o-r)/f,this._x=(s+c)/f,this._y=(l+u)/f,this._z=.25*f}return this._onChangeCallback(),this}setFromUnitVectors(e,t){let i=e.dot(t)+1;return i<1e-8?(i=0,Math.abs(e.x)>Math.abs(e.z)?(this._x=-e.y,this._y=e.x,this._z=0,this._w=i):(this._x=0,this._y=-e.z,this._z=e.y,this._w=i)):(this._x=e.y*t.z-e.z*t.y,this._y=e.z*t.x-e.x*t.z,this._z=e.x*t.y-e.y*t.x,this._w=i),this.normalize()}angleTo(e){return 2*Math.acos(Math.abs(it(this.dot(e),-1,1)))}rotateTowards(e,t){let i=this.angleTo(e);if(i===0)return this;let r=Math.min(1,t/i);return this.slerp(e,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(e){return this._x*e._x+this._y*e._y+this._z*e._z+this._w*e._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let e=this.length();return e===0?(this._x=0,this._y=0,this._z=0,this._w=1):(e=1/e,this._x=this._x*e,this._y=this._y*e,this._z=this._z*e,this._w=this._w*e),this._onChangeCallback(),this}multiply(e){return this.multiplyQuaternions(this,e)}premultiply(e){return this.multiplyQuaternions(e,this)}multiplyQuaternions(e,t){let i=e._x,r=e._y,s=e._z,o=e._w,a=t._x,l=t._y,c=t._z,u=t._w;return this._x=i*u+o*a+r*c-s*l,this._y=r*u+o*l+s*a-i*c,this._z=s*u+o*c+i*l-r*a,this._w=o*u-i*a-r*l-s*c,this._onChangeCallback(),this}slerp(e,t){let i=e._x,r=e._y,s=e._z,o=e._w,a=this.dot(e);a<0&&(i=-i,r=-r,s=-s,o=-o,a=-a);let l=1-t;if(a<.9995){let c=Math.acos(a),u=Math.sin(c);l=Math.sin(l*c)/u,t=Math.sin(t*c)/u,this._x=this._x*l+i*t,this._y=this._y*l+r*t,this._z=this._z*l+s*t,this._w=this._w*l+o*t,this._onChangeCallback()}else this._x=this._x*l+i*t,this._y=this._y*l+r*t,this._z=this._z*l+s*t,this._w=this._w*l+o*t,this.normalize();return this}slerpQuaternions(e,t,i){return this.copy(e).slerp(t,i)}random(){let e=2*Math.PI*Math.random(),t=2*Math.PI*Math.random(),i=Math.random(),r=Math.sqrt(1-i),s=Math.sqrt(i);return this.set(r*Math.sin(e),r*Math.cos(e),s*Math.sin(t),s*Math.cos(t))}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._w===this._w}fromArray(e,t=0){return this._x=e[t],this._y=e[t+1],this._z=e[t+2],this._w=e[t+3],this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._w,e}fromBufferAttribute(e,t){return this._x=e.getX(t),this._y=e.getY(t),this._z=e.getZ(t),this._w=e.getW(t),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},G=class{static{this.prototype.isVector3=!0}constructor(e=0,t=0,i=0){this.x=e,this.y=t,this.z=i}set(e,t,i){return i===void 0&&(i=this.z),this.x=e,this.y=t,this.z=i,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;default:throw new Error("THREE.Vector3: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this}multiplyVectors(e,t){return this.x=e.x*t.x,this.y=e.y*t.y,this.z=e.z*t.z,this}applyEuler(e){return this.applyQuaternion(zb.setFromEuler(e))}applyAxisAngle(e,t){return this.applyQuaternion(zb.setFromAxisAngle(e,t))}applyMatrix3(e){let t=this.x,i=this.y,r=this.z,s=e.elements;return this.x=s[0]*t+s[3]*i+s[6]*r,this.y=s[1]*t+s[4]*i+s[7]*r,this.z=s[2]*t+s[5]*i+s[8]*r,this}applyNormalMatrix(e){return this.applyMatrix3(e).normalize()}applyMatrix4(e){let t=this.x,i=this.y,r=this.z,s=e.elements,o=1/(s[3]*t+s[7]*i+s[11]*r+s[15]);return this.x=(s[0]*t+s[4]*i+s[8]*r+s[12])*o,this.y=(s[1]*t+s[5]*i+s[9]*r+s[13])*o,this.z=(s[2]*t+s[6]*i+s[10]*r+s[14])*o,this}applyQuaternion(e){let t=this.x,i=this.y,r=this.z,s=e.x,o=e.y,a=e.z,l=e.w,c=2*(o*r-a*i),u=2*(a*t-s*r),h=2*(s*i-o*t);return this.x=t+l*c+o*h-a*u,this.y=i+l*u+a*c-s*h,this.z=r+l*h+s*u-o*c,this}project(e){return this.applyMatrix4(e.matrixWorldInverse).applyMatrix4(e.projectionMatrix)}unproject(e){return this.applyMatrix4(e.projectionMatrixInverse).applyMatrix4(e.matrixWorld)}transformDirection(e){let t=this.x,i=this.y,r=this.z,s=e.elements;return this.x=s[0]*t+s[4]*i+s[8]*r,this.y=s[1]*t+s[5]*i+s[9]*r,this.z=s[2]*t+s[6]*i+s[10]*r,this.normalize()}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this}divideScalar(e){return this.multiplyScalar(1/e)}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this}clamp(e,t){return this.x=it(this.x,e.x,t.x),this.y=it(this.y,e.y,t.y),this.z=it(this.z,e.z,t.z),this}clampScalar(e,t){return this.x=it(this.x,e,t),this.y=it(this.y,e,t),this.z=it(this.z,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(it(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this.z=e.z+(t.z-e.z)*i,this}cross(e){return this.crossVectors(this,e)}crossVectors(e,t){let i=e.x,r=e.y,s=e.z,o=t.x,a=t.y,l=t.z;return this.x=r*l-s*a,this.y=s*o-i*l,this.z=i*a-r*o,this}projectOnVector(e){let t=e.lengthSq();if(t===0)return this.set(0,0,0);let i=e.dot(this)/t;return this.copy(e).multiplyScalar(i)}projectOnPlane(e){return am.copy(this).projectOnVector(e),this.sub(am)}reflect(e){return this.sub(am.copy(e).multiplyScalar(2*this.dot(e)))}angleTo(e){let t=Math.sqrt(this.lengthSq()*e.lengthSq());if(t===0)return Math.PI/2;let i=this.dot(e)/t;return Math.acos(it(i,-1,1))}distanceTo(e){return Math.sqrt(this.distanceToSquared(e))}distanceToSquared(e){let t=this.x-e.x,i=this.y-e.y,r=this.z-e.z;return t*t+i*i+r*r}manhattanDistanceTo(e){return Math.abs(this.x-e.x)+Math.abs(this.y-e.y)+Math.abs(this.z-e.z)}setFromSpherical(e){return this.setFromSphericalCoords(e.radius,e.phi,e.theta)}setFromSphericalCoords(e,t,i){let r=Math.sin(t)*e;return this.x=r*Math.sin(i),this.y=Math.cos(t)*e,this.z=r*Math.cos(i),this}setFromCylindrical(e){return this.setFromCylindricalCoords(e.radius,e.theta,e.y)}setFromCylindricalCoords(e,t,i){return this.x=e*Math.sin(t),this.y=i,this.z=e*Math.cos(t),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this}setFromMatrixScale(e){let t=this.setFromMatrixColumn(e,0).length(),i=this.setFromMatrixColumn(e,1).length(),r=this.setFromMatrixColumn(e,2).length();return this.x=t,this.y=i,this.z=r,this}setFromMatrixColumn(e,t){return this.fromArray(e.elements,t*4)}setFromMatrix3Column(e,t){return this.fromArray(e.elements,t*3)}setFromEuler(e){return this.x=e._x,this.y=e._y,this.z=e._z,this}setFromColor(e){return this.x=e.r,this.y=e.g,this.z=e.b,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let e=Math.random()*Math.PI*2,t=Math.random()*2-1,i=Math.sqrt(1-t*t);return this.x=i*Math.cos(e),this.y=t,this.z=i*Math.sin(e),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},am=new G,zb=new Bi,Ue=class{static{this.prototype.isMatrix3=!0}constructor(e,t,i,r,s,o,a,l,c){this.elements=[1,0,0,0,1,0,0,0,1],e!==void 0&&this.set(e,t,i,r,s,o,a,l,c)}set(e,t,i,r,s,o,a,l,c){let u=this.elements;return u[0]=e,u[1]=r,u[2]=a,u[3]=t,u[4]=s,u[5]=l,u[6]=i,u[7]=o,u[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(e){let t=this.elements,i=e.elements;return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],this}extractBasis(e,t,i){return e.setFromMatrix3Column(this,0),t.setFromMatrix3Column(this,1),i.setFromMatrix3Column(this,2),this}setFromMatrix4(e){let t=e.elements;return this.set(t[0],t[4],t[8],t[1],t[5],t[9],t[2],t[6],t[10]),this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let i=e.elements,r=t.elements,s=this.elements,o=i[0],a=i[3],l=i[6],c=i[1],u=i[4],h=i[7],d=i[2],f=i[5],m=i[8],b=r[0],p=r[3],g=r[6],S=r[1],E=r[4],w=r[7],C=r[2],T=r[5],y=r[8];return s[0]=o*b+a*S+l*C,s[3]=o*p+a*E+l*T,s[6]=o*g+a*w+l*y,s[1]=c*b+u*S+h*C,s[4]=c*p+u*E+h*T,s[7]=c*g+u*w+h*y,s[2]=d*b+f*S+m*C,s[5]=d*p+f*E+m*T,s[8]=d*g+f*w+m*y,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[3]*=e,t[6]*=e,t[1]*=e,t[4]*=e,t[7]*=e,t[2]*=e,t[5]*=e,t[8]*=e,this}determinant(){let e=this.elements,t=e[0],i=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],u=e[8];return t*o*u-t*a*c-i*s*u+i*a*l+r*s*c-r*o*l}invert(){let e=this.elements,t=e[0],i=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],u=e[8],h=u*o-a*c,d=a*l-u*s,f=c*s-o*l,m=t*h+i*d+r*f;if(m===0)return this.set(0,0,0,0,0,0,0,0,0);let b=1/m;return e[0]=h*b,e[1]=(r*c-u*i)*b,e[2]=(a*i-r*o)*b,e[3]=d*b,e[4]=(u*t-r*l)*b,e[5]=(r*s-a*t)*b,e[6]=f*b,e[7]=(i*l-c*t)*b,e[8]=(o*t-i*s)*b,this}transpose(){let e,t=this.elements;return e=t[1],t[1]=t[3],t[3]=e,e=t[2],t[2]=t[6],t[6]=e,e=t[5],t[5]=t[7],t[7]=e,this}getNormalMatrix(e){return this.setFromMatrix4(e).invert().transpose()}transposeIntoArray(e){let t=this.elements;return e[0]=t[0],e[1]=t[3],e[2]=t[6],e[3]=t[1],e[4]=t[4],e[5]=t[7],e[6]=t[2],e[7]=t[5],e[8]=t[8],this}setUvTransform(e,t,i,r,s,o,a){let l=Math.cos(s),c=Math.sin(s);return this.set(i*l,i*c,-i*(l*o+c*a)+o+e,-r*c,r*l,-r*(-c*o+l*a)+a+t,0,0,1),this}scale(e,t){return Na("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(lm.makeScale(e,t)),this}rotate(e){return Na("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(lm.makeRotation(-e)),this}translate(e,t){return Na("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(lm.makeTranslation(e,t)),this}makeTranslation(e,t){return e.isVector2?this.set(1,0,e.x,0,1,e.y,0,0,1):this.set(1,0,e,0,1,t,0,0,1),this}makeRotation(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,-i,0,i,t,0,0,0,1),this}makeScale(e,t){return this.set(e,0,0,0,t,0,0,0,1),this}equals(e){let t=this.elements,i=e.elements;for(let r=0;r<9;r++)if(t[r]!==i[r])return!1;return!0}fromArray(e,t=0){for(let i=0;i<9;i++)this.elements[i]=e[i+t];return this}toArray(e=[],t=0){let i=this.elements;return e[t]=i[0],e[t+1]=i[1],e[t+2]=i[2],e[t+3]=i[3],e[t+4]=i[4],e[t+5]=i[5],e[t+6]=i[6],e[t+7]=i[7],e[t+8]=i[8],e}clone(){return new this.constructor().fromArray(this.elements)}},lm=new Ue,Vb=new Ue().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Hb=new Ue().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function uR(){let n={enabled:!0,workingColorSpace:Da,spaces:{},convert:function(r,s,o){return this.enabled===!1||s===o||!s||!o||(this.spaces[s].transfer===ft&&(r.r=tr(r.r),r.g=tr(r.g),r.b=tr(r.b)),this.spaces[s].primaries!==this.spaces[o].primaries&&(r.applyMatrix3(this.spaces[s].toXYZ),r.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===ft&&(r.r=vo(r.r),r.g=vo(r.g),r.b=vo(r.b))),r},workingToColorSpace:function(r,s){return this.convert(r,this.workingColorSpace,s)},colorSpaceToWorking:function(r,s){return this.convert(r,s,this.workingColorSpace)},getPrimaries:function(r){return this.spaces[r].primaries},getTransfer:function(r){return r===cr?Oa:this.spaces[r].transfer},getToneMappingMode:function(r){return this.spaces[r].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(r,s=this.workingColorSpace){return r.fromArray(this.spaces[s].luminanceCoefficients)},define:function(r){Object.assign(this.spaces,r)},_getMatrix:function(r,s,o){return r.copy(this.spaces[o].fromXYZ).multiply(this.spaces[s].toXYZ)},_getDrawingBufferColorSpace:function(r){return this.spaces[r].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(r=this.workingColorSpace){return this.spaces[r].workingColorSpaceConfig.unpackColorSpace}},e=[.64,.33,.3,.6,.15,.06],t=[.2126,.7152,.0722],i=[.3127,.329];return n.define({[Da]:{primaries:e,whitePoint:i,transfer:Oa,toXYZ:Vb,fromXYZ:Hb,luminanceCoefficients:t,workingColorSpaceConfig:{unpackColorSpace:Cn},outputColorSpaceConfig:{drawingBufferColorSpace:Cn}},[Cn]:{primaries:e,whitePoint:i,transfer:ft,toXYZ:Vb,fromXYZ:Hb,luminanceCoefficients:t,outputColorSpaceConfig:{drawingBufferColorSpace:Cn}}}),n}var et=uR();function tr(n){return n<.04045?n*.0773993808:Math.pow(n*.9478672986+.0521327014,2.4)}function vo(n){return n<.0031308?n*12.92:1.055*Math.pow(n,.41666)-.055}var ao,uh=class{static getDataURL(e,t="image/png"){if(/^data:/i.test(e.src)||typeof HTMLCanvasElement>"u")return e.src;let i;if(e instanceof HTMLCanvasElement)i=e;else{ao===void 0&&(ao=Ua("canvas")),ao.width=e.width,ao.height=e.height;let r=ao.getContext("2d");e instanceof ImageData?r.putImageData(e,0,0):r.drawImage(e,0,0,e.width,e.height),i=ao}return i.toDataURL(t)}static sRGBToLinear(e){if(typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap){let t=Ua("canvas");t.width=e.width,t.height=e.height;let i=t.getContext("2d");i.drawImage(e,0,0,e.width,e.height);let r=i.getImageData(0,0,e.width,e.height),s=r.data;for(let o=0;o<s.length;o++)s[o]=tr(s[o]/255)*255;return i.putImageData(r,0,0),t}else if(e.data){let t=e.data.slice(0);for(let i=0;i<t.length;i++)t instanceof Uint8Array||t instanceof Uint8ClampedArray?t[i]=Math.floor(tr(t[i]/255)*255):t[i]=tr(t[i]);return{data:t,width:e.width,height:e.height}}else return Ne("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),e}},hR=0,ds=class{constructor(e=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:hR++}),this.uuid=hl(),this.data=e,this.dataReady=!0,this.version=0}getSize(e){let t=this.data;return typeof HTMLVideoElement<"u"&&t instanceof HTMLVideoElement?e.set(t.videoWidth,t.videoHeight,0):typeof VideoFrame<"u"&&t instanceof VideoFrame?e.set(t.displayWidth,t.displayHeight,0):t!==null?e.set(t.width||0,t.height||0,t.depth||0):e.set(0,0,0),e}set needsUpdate(e){e===!0&&this.version++}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.images[this.uuid]!==void 0)return e.images[this.uuid];let i={uuid:this.uuid,url:""},r=this.data;if(r!==null){let s;if(Array.isArray(r)){s=[];for(let o=0,a=r.length;o<a;o++)r[o].isDataTexture?s.push(cm(r[o].image)):s.push(cm(r[o]))}else s=cm(r);i.url=s}return t||(e.images[this.uuid]=i),i}};function cm(n){return typeof HTMLImageElement<"u"&&n instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&n instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&n instanceof ImageBitmap?uh.getDataURL(n):n.data?{data:Array.from(n.data),width:n.width,height:n.height,type:n.data.constructor.name}:(Ne("Texture: Unable to serialize Texture."),{})}var dR=0,um=new G,Ln=class n extends Ui{constructor(e=n.DEFAULT_IMAGE,t=n.DEFAULT_MAPPING,i=Fi,r=Fi,s=Pn,o=ar,a=wi,l=Kn,c=n.DEFAULT_ANISOTROPY,u=cr){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:dR++}),this.uuid=hl(),this.name="",this.source=new ds(e),this.mipmaps=[],this.mapping=t,this.channel=0,this.wrapS=i,this.wrapT=r,this.magFilter=s,this.minFilter=o,this.anisotropy=c,this.format=a,this.internalFormat=null,this.type=l,this.offset=new rt(0,0),this.repeat=new rt(1,1),this.center=new rt(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new Ue,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=u,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(e&&e.depth&&e.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(um).x}get height(){return this.source.getSize(um).y}get depth(){return this.source.getSize(um).z}get image(){return this.source.data}set image(e){this.source.data=e}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(e){return this.name=e.name,this.source=e.source,this.mipmaps=e.mipmaps.slice(0),this.mapping=e.mapping,this.channel=e.channel,this.wrapS=e.wrapS,this.wrapT=e.wrapT,this.magFilter=e.magFilter,this.minFilter=e.minFilter,this.anisotropy=e.anisotropy,this.format=e.format,this.internalFormat=e.internalFormat,this.type=e.type,this.normalized=e.normalized,this.offset.copy(e.offset),this.repeat.copy(e.repeat),this.center.copy(e.center),this.rotation=e.rotation,this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrix.copy(e.matrix),this.generateMipmaps=e.generateMipmaps,this.mipmapsAutoUpdate=e.mipmapsAutoUpdate,this.premultiplyAlpha=e.premultiplyAlpha,this.flipY=e.flipY,this.unpackAlignment=e.unpackAlignment,this.colorSpace=e.colorSpace,this.renderTarget=e.renderTarget,this.isRenderTargetTexture=e.isRenderTargetTexture,this.isPMREMTexture=e.isPMREMTexture,this.isArrayTexture=e.isArrayTexture,this.userData=JSON.parse(JSON.stringify(e.userData)),this.needsUpdate=!0,this}setValues(e){for(let t in e){let i=e[t];if(i===void 0){Ne(`Texture.setValues(): parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){Ne(`Texture.setValues(): property '${t}' does not exist.`);continue}r&&i&&r.isVector2&&i.isVector2||r&&i&&r.isVector3&&i.isVector3||r&&i&&r.isMatrix3&&i.isMatrix3?r.copy(i):this[t]=i}}toJSON(e){let t=e===void 0||typeof e=="string";if(!t&&e.textures[this.uuid]!==void 0)return e.textures[this.uuid];let i={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(e).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(i.userData=this.userData),t||(e.textures[this.uuid]=i),i}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(e){if(this.mapping!==Zm)return e;if(e.applyMatrix3(this.matrix),e.x<0||e.x>1)switch(this.wrapS){case oh:e.x=e.x-Math.floor(e.x);break;case Fi:e.x=e.x<0?0:1;break;case ah:Math.abs(Math.floor(e.x)%2)===1?e.x=Math.ceil(e.x)-e.x:e.x=e.x-Math.floor(e.x);break}if(e.y<0||e.y>1)switch(this.wrapT){case oh:e.y=e.y-Math.floor(e.y);break;case Fi:e.y=e.y<0?0:1;break;case ah:Math.abs(Math.floor(e.y)%2)===1?e.y=Math.ceil(e.y)-e.y:e.y=e.y-Math.floor(e.y);break}return this.flipY&&(e.y=1-e.y),e}set needsUpdate(e){e===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(e){e===!0&&this.pmremVersion++}};Ln.DEFAULT_IMAGE=null;Ln.DEFAULT_MAPPING=Zm;Ln.DEFAULT_ANISOTROPY=1;var kt=class{static{this.prototype.isVector4=!0}constructor(e=0,t=0,i=0,r=1){this.x=e,this.y=t,this.z=i,this.w=r}get width(){return this.z}set width(e){this.z=e}get height(){return this.w}set height(e){this.w=e}set(e,t,i,r){return this.x=e,this.y=t,this.z=i,this.w=r,this}setScalar(e){return this.x=e,this.y=e,this.z=e,this.w=e,this}setX(e){return this.x=e,this}setY(e){return this.y=e,this}setZ(e){return this.z=e,this}setW(e){return this.w=e,this}setComponent(e,t){switch(e){case 0:this.x=t;break;case 1:this.y=t;break;case 2:this.z=t;break;case 3:this.w=t;break;default:throw new Error("THREE.Vector4: index is out of range: "+e)}return this}getComponent(e){switch(e){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+e)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(e){return this.x=e.x,this.y=e.y,this.z=e.z,this.w=e.w!==void 0?e.w:1,this}add(e){return this.x+=e.x,this.y+=e.y,this.z+=e.z,this.w+=e.w,this}addScalar(e){return this.x+=e,this.y+=e,this.z+=e,this.w+=e,this}addVectors(e,t){return this.x=e.x+t.x,this.y=e.y+t.y,this.z=e.z+t.z,this.w=e.w+t.w,this}addScaledVector(e,t){return this.x+=e.x*t,this.y+=e.y*t,this.z+=e.z*t,this.w+=e.w*t,this}sub(e){return this.x-=e.x,this.y-=e.y,this.z-=e.z,this.w-=e.w,this}subScalar(e){return this.x-=e,this.y-=e,this.z-=e,this.w-=e,this}subVectors(e,t){return this.x=e.x-t.x,this.y=e.y-t.y,this.z=e.z-t.z,this.w=e.w-t.w,this}multiply(e){return this.x*=e.x,this.y*=e.y,this.z*=e.z,this.w*=e.w,this}multiplyScalar(e){return this.x*=e,this.y*=e,this.z*=e,this.w*=e,this}applyMatrix4(e){let t=this.x,i=this.y,r=this.z,s=this.w,o=e.elements;return this.x=o[0]*t+o[4]*i+o[8]*r+o[12]*s,this.y=o[1]*t+o[5]*i+o[9]*r+o[13]*s,this.z=o[2]*t+o[6]*i+o[10]*r+o[14]*s,this.w=o[3]*t+o[7]*i+o[11]*r+o[15]*s,this}divide(e){return this.x/=e.x,this.y/=e.y,this.z/=e.z,this.w/=e.w,this}divideScalar(e){return this.multiplyScalar(1/e)}setAxisAngleFromQuaternion(e){this.w=2*Math.acos(e.w);let t=Math.sqrt(1-e.w*e.w);return t<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=e.x/t,this.y=e.y/t,this.z=e.z/t),this}setAxisAngleFromRotationMatrix(e){let t,i,r,s,l=e.elements,c=l[0],u=l[4],h=l[8],d=l[1],f=l[5],m=l[9],b=l[2],p=l[6],g=l[10];if(Math.abs(u-d)<.01&&Math.abs(h-b)<.01&&Math.abs(m-p)<.01){if(Math.abs(u+d)<.1&&Math.abs(h+b)<.1&&Math.abs(m+p)<.1&&Math.abs(c+f+g-3)<.1)return this.set(1,0,0,0),this;t=Math.PI;let E=(c+1)/2,w=(f+1)/2,C=(g+1)/2,T=(u+d)/4,y=(h+b)/4,M=(m+p)/4;return E>w&&E>C?E<.01?(i=0,r=.707106781,s=.707106781):(i=Math.sqrt(E),r=T/i,s=y/i):w>C?w<.01?(i=.707106781,r=0,s=.707106781):(r=Math.sqrt(w),i=T/r,s=M/r):C<.01?(i=.707106781,r=.707106781,s=0):(s=Math.sqrt(C),i=y/s,r=M/s),this.set(i,r,s,t),this}let S=Math.sqrt((p-m)*(p-m)+(h-b)*(h-b)+(d-u)*(d-u));return Math.abs(S)<.001&&(S=1),this.x=(p-m)/S,this.y=(h-b)/S,this.z=(d-u)/S,this.w=Math.acos((c+f+g-1)/2),this}setFromMatrixPosition(e){let t=e.elements;return this.x=t[12],this.y=t[13],this.z=t[14],this.w=t[15],this}min(e){return this.x=Math.min(this.x,e.x),this.y=Math.min(this.y,e.y),this.z=Math.min(this.z,e.z),this.w=Math.min(this.w,e.w),this}max(e){return this.x=Math.max(this.x,e.x),this.y=Math.max(this.y,e.y),this.z=Math.max(this.z,e.z),this.w=Math.max(this.w,e.w),this}clamp(e,t){return this.x=it(this.x,e.x,t.x),this.y=it(this.y,e.y,t.y),this.z=it(this.z,e.z,t.z),this.w=it(this.w,e.w,t.w),this}clampScalar(e,t){return this.x=it(this.x,e,t),this.y=it(this.y,e,t),this.z=it(this.z,e,t),this.w=it(this.w,e,t),this}clampLength(e,t){let i=this.length();return this.divideScalar(i||1).multiplyScalar(it(i,e,t))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(e){return this.x*e.x+this.y*e.y+this.z*e.z+this.w*e.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(e){return this.normalize().multiplyScalar(e)}lerp(e,t){return this.x+=(e.x-this.x)*t,this.y+=(e.y-this.y)*t,this.z+=(e.z-this.z)*t,this.w+=(e.w-this.w)*t,this}lerpVectors(e,t,i){return this.x=e.x+(t.x-e.x)*i,this.y=e.y+(t.y-e.y)*i,this.z=e.z+(t.z-e.z)*i,this.w=e.w+(t.w-e.w)*i,this}equals(e){return e.x===this.x&&e.y===this.y&&e.z===this.z&&e.w===this.w}fromArray(e,t=0){return this.x=e[t],this.y=e[t+1],this.z=e[t+2],this.w=e[t+3],this}toArray(e=[],t=0){return e[t]=this.x,e[t+1]=this.y,e[t+2]=this.z,e[t+3]=this.w,e}fromBufferAttribute(e,t){return this.x=e.getX(t),this.y=e.getY(t),this.z=e.getZ(t),this.w=e.getW(t),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},hh=class extends Ui{constructor(e=1,t=1,i={}){super(),i=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Pn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},i),this.isRenderTarget=!0,this.width=e,this.height=t,this.depth=i.depth,this.scissor=new kt(0,0,e,t),this.scissorTest=!1,this.viewport=new kt(0,0,e,t),this.textures=[];let r=i.count;for(let s=0;s<r;s++)this.textures[s]=new Ln({width:e,height:t,depth:i.depth}),this.textures[s].isRenderTargetTexture=!0,this.textures[s].renderTarget=this;this._setTextureOptions(i),this.depthBuffer=i.depthBuffer,this.stencilBuffer=i.stencilBuffer,this.resolveColorBuffer=i.resolveColorBuffer,this.resolveDepthBuffer=i.resolveDepthBuffer,this.resolveStencilBuffer=i.resolveStencilBuffer,this.storeMultisampledColorBuffer=i.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=i.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=i.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=i.depthTexture,this.samples=i.samples,this.multiview=i.multiview,this.useArrayDepthTexture=i.useArrayDepthTexture}_setTextureOptions(e={}){let t={minFilter:Pn,generateMipmaps:!1,flipY:!1,internalFormat:null};e.mapping!==void 0&&(t.mapping=e.mapping),e.wrapS!==void 0&&(t.wrapS=e.wrapS),e.wrapT!==void 0&&(t.wrapT=e.wrapT),e.wrapR!==void 0&&(t.wrapR=e.wrapR),e.magFilter!==void 0&&(t.magFilter=e.magFilter),e.minFilter!==void 0&&(t.minFilter=e.minFilter),e.format!==void 0&&(t.format=e.format),e.type!==void 0&&(t.type=e.type),e.anisotropy!==void 0&&(t.anisotropy=e.anisotropy),e.colorSpace!==void 0&&(t.colorSpace=e.colorSpace),e.flipY!==void 0&&(t.flipY=e.flipY),e.generateMipmaps!==void 0&&(t.generateMipmaps=e.generateMipmaps),e.mipmapsAutoUpdate!==void 0&&(t.mipmapsAutoUpdate=e.mipmapsAutoUpdate),e.internalFormat!==void 0&&(t.internalFormat=e.internalFormat);for(let i=0;i<this.textures.length;i++)this.textures[i].setValues(t)}get texture(){return this.textures[0]}set texture(e){this.textures[0]=e}set depthTexture(e){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),e!==null&&e.renderTarget===null&&(e.renderTarget=this),this._depthTexture=e}get depthTexture(){return this._depthTexture}setSize(e,t,i=1){if(this.width!==e||this.height!==t||this.depth!==i){this.width=e,this.height=t,this.depth=i;for(let r=0,s=this.textures.length;r<s;r++)this.textures[r].image.width=e,this.textures[r].image.height=t,this.textures[r].image.depth=i,this.textures[r].isData3DTexture!==!0&&(this.textures[r].isArrayTexture=this.textures[r].image.depth>1);this.dispose()}this.viewport.set(0,0,e,t),this.scissor.set(0,0,e,t)}clone(){return new this.constructor().copy(this)}copy(e){this.width=e.width,this.height=e.height,this.depth=e.depth,this.scissor.copy(e.scissor),this.scissorTest=e.scissorTest,this.viewport.copy(e.viewport),this.textures.length=0;for(let t=0,i=e.textures.length;t<i;t++){this.textures[t]=e.textures[t].clone(),this.textures[t].isRenderTargetTexture=!0,this.textures[t].renderTarget=this;let r=Object.assign({},e.textures[t].image);this.textures[t].source=new ds(r)}if(this.depthBuffer=e.depthBuffer,this.stencilBuffer=e.stencilBuffer,this.resolveColorBuffer=e.resolveColorBuffer,this.resolveDepthBuffer=e.resolveDepthBuffer,this.resolveStencilBuffer=e.resolveStencilBuffer,this.storeMultisampledColorBuffer=e.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=e.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=e.storeMultisampledStencilBuffer,e.depthTexture!==null)if(e.depthTexture.renderTarget===e){let t=e.depthTexture.clone();t.renderTarget=null,this.depthTexture=t}else this.depthTexture=e.depthTexture;else this.depthTexture=null;return this.samples=e.samples,this.multiview=e.multiview,this.useArrayDepthTexture=e.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},qn=class extends hh{constructor(e=1,t=1,i={}){super(e,t,i),this.isWebGLRenderTarget=!0}},Ba=class extends Ln{constructor(e=null,t=1,i=1,r=1){super(null),this.isDataArrayTexture=!0,this.image={data:e,width:t,height:i,depth:r},this.magFilter=Xt,this.minFilter=Xt,this.wrapR=Fi,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}addLayerUpdate(e){this.layerUpdates.add(e)}clearLayerUpdates(){this.layerUpdates.clear()}};var dh=class extends Ln{constructor(e=null,t=1,i=1,r=1){super(null),this.isData3DTexture=!0,this.image={data:e,width:t,height:i,depth:r},this.magFilter=Xt,this.minFilter=Xt,this.wrapR=Fi,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(e){return super.copy(e),this.wrapR=e.wrapR,this}};var Rt=class n{static{this.prototype.isMatrix4=!0}constructor(e,t,i,r,s,o,a,l,c,u,h,d,f,m,b,p){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],e!==void 0&&this.set(e,t,i,r,s,o,a,l,c,u,h,d,f,m,b,p)}set(e,t,i,r,s,o,a,l,c,u,h,d,f,m,b,p){let g=this.elements;return g[0]=e,g[4]=t,g[8]=i,g[12]=r,g[1]=s,g[5]=o,g[9]=a,g[13]=l,g[2]=c,g[6]=u,g[10]=h,g[14]=d,g[3]=f,g[7]=m,g[11]=b,g[15]=p,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new n().fromArray(this.elements)}copy(e){let t=this.elements,i=e.elements;return t[0]=i[0],t[1]=i[1],t[2]=i[2],t[3]=i[3],t[4]=i[4],t[5]=i[5],t[6]=i[6],t[7]=i[7],t[8]=i[8],t[9]=i[9],t[10]=i[10],t[11]=i[11],t[12]=i[12],t[13]=i[13],t[14]=i[14],t[15]=i[15],this}copyPosition(e){let t=this.elements,i=e.elements;return t[12]=i[12],t[13]=i[13],t[14]=i[14],this}setFromMatrix3(e){let t=e.elements;return this.set(t[0],t[3],t[6],0,t[1],t[4],t[7],0,t[2],t[5],t[8],0,0,0,0,1),this}extractBasis(e,t,i){return this.determinantAffine()===0?(e.set(1,0,0),t.set(0,1,0),i.set(0,0,1),this):(e.setFromMatrixColumn(this,0),t.setFromMatrixColumn(this,1),i.setFromMatrixColumn(this,2),this)}makeBasis(e,t,i){return this.set(e.x,t.x,i.x,0,e.y,t.y,i.y,0,e.z,t.z,i.z,0,0,0,0,1),this}extractRotation(e){if(e.determinantAffine()===0)return this.identity();let t=this.elements,i=e.elements,r=1/lo.setFromMatrixColumn(e,0).length(),s=1/lo.setFromMatrixColumn(e,1).length(),o=1/lo.setFromMatrixColumn(e,2).length();return t[0]=i[0]*r,t[1]=i[1]*r,t[2]=i[2]*r,t[3]=0,t[4]=i[4]*s,t[5]=i[5]*s,t[6]=i[6]*s,t[7]=0,t[8]=i[8]*o,t[9]=i[9]*o,t[10]=i[10]*o,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromEuler(e){let t=this.elements,i=e.x,r=e.y,s=e.z,o=Math.cos(i),a=Math.sin(i),l=Math.cos(r),c=Math.sin(r),u=Math.cos(s),h=Math.sin(s);if(e.order==="XYZ"){let d=o*u,f=o*h,m=a*u,b=a*h;t[0]=l*u,t[4]=-l*h,t[8]=c,t[1]=f+m*c,t[5]=d-b*c,t[9]=-a*l,t[2]=b-d*c,t[6]=m+f*c,t[10]=o*l}else if(e.order==="YXZ"){let d=l*u,f=l*h,m=c*u,b=c*h;t[0]=d+b*a,t[4]=m*a-f,t[8]=o*c,t[1]=o*h,t[5]=o*u,t[9]=-a,t[2]=f*a-m,t[6]=b+d*a,t[10]=o*l}else if(e.order==="ZXY"){let d=l*u,f=l*h,m=c*u,b=c*h;t[0]=d-b*a,t[4]=-o*h,t[8]=m+f*a,t[1]=f+m*a,t[5]=o*u,t[9]=b-d*a,t[2]=-o*c,t[6]=a,t[10]=o*l}else if(e.order==="ZYX"){let d=o*u,f=o*h,m=a*u,b=a*h;t[0]=l*u,t[4]=m*c-f,t[8]=d*c+b,t[1]=l*h,t[5]=b*c+d,t[9]=f*c-m,t[2]=-c,t[6]=a*l,t[10]=o*l}else if(e.order==="YZX"){let d=o*l,f=o*c,m=a*l,b=a*c;t[0]=l*u,t[4]=b-d*h,t[8]=m*h+f,t[1]=h,t[5]=o*u,t[9]=-a*u,t[2]=-c*u,t[6]=f*h+m,t[10]=d-b*h}else if(e.order==="XZY"){let d=o*l,f=o*c,m=a*l,b=a*c;t[0]=l*u,t[4]=-h,t[8]=c*u,t[1]=d*h+b,t[5]=o*u,t[9]=f*h-m,t[2]=m*h-f,t[6]=a*u,t[10]=b*h+d}return t[3]=0,t[7]=0,t[11]=0,t[12]=0,t[13]=0,t[14]=0,t[15]=1,this}makeRotationFromQuaternion(e){return this.compose(fR,e,pR)}lookAt(e,t,i){let r=this.elements;return Xn.subVectors(e,t),Xn.lengthSq()===0&&(Xn.z=1),Xn.normalize(),Pr.crossVectors(i,Xn),Pr.lengthSq()===0&&(Math.abs(i.z)===1?Xn.x+=1e-4:Xn.z+=1e-4,Xn.normalize(),Pr.crossVectors(i,Xn)),Pr.normalize(),Eu.crossVectors(Xn,Pr),r[0]=Pr.x,r[4]=Eu.x,r[8]=Xn.x,r[1]=Pr.y,r[5]=Eu.y,r[9]=Xn.y,r[2]=Pr.z,r[6]=Eu.z,r[10]=Xn.z,this}multiply(e){return this.multiplyMatrices(this,e)}premultiply(e){return this.multiplyMatrices(e,this)}multiplyMatrices(e,t){let i=e.elements,r=t.elements,s=this.elements,o=i[0],a=i[4],l=i[8],c=i[12],u=i[1],h=i[5],d=i[9],f=i[13],m=i[2],b=i[6],p=i[10],g=i[14],S=i[3],E=i[7],w=i[11],C=i[15],T=r[0],y=r[4],M=r[8],D=r[12],I=r[1],N=r[5],V=r[9],W=r[13],R=r[2],L=r[6],H=r[10],z=r[14],ne=r[3],X=r[7],Q=r[11],ee=r[15];return s[0]=o*T+a*I+l*R+c*ne,s[4]=o*y+a*N+l*L+c*X,s[8]=o*M+a*V+l*H+c*Q,s[12]=o*D+a*W+l*z+c*ee,s[1]=u*T+h*I+d*R+f*ne,s[5]=u*y+h*N+d*L+f*X,s[9]=u*M+h*V+d*H+f*Q,s[13]=u*D+h*W+d*z+f*ee,s[2]=m*T+b*I+p*R+g*ne,s[6]=m*y+b*N+p*L+g*X,s[10]=m*M+b*V+p*H+g*Q,s[14]=m*D+b*W+p*z+g*ee,s[3]=S*T+E*I+w*R+C*ne,s[7]=S*y+E*N+w*L+C*X,s[11]=S*M+E*V+w*H+C*Q,s[15]=S*D+E*W+w*z+C*ee,this}multiplyScalar(e){let t=this.elements;return t[0]*=e,t[4]*=e,t[8]*=e,t[12]*=e,t[1]*=e,t[5]*=e,t[9]*=e,t[13]*=e,t[2]*=e,t[6]*=e,t[10]*=e,t[14]*=e,t[3]*=e,t[7]*=e,t[11]*=e,t[15]*=e,this}determinant(){let e=this.elements,t=e[0],i=e[4],r=e[8],s=e[12],o=e[1],a=e[5],l=e[9],c=e[13],u=e[2],h=e[6],d=e[10],f=e[14],m=e[3],b=e[7],p=e[11],g=e[15],S=l*f-c*d,E=a*f-c*h,w=a*d-l*h,C=o*f-c*u,T=o*d-l*u,y=o*h-a*u;return t*(b*S-p*E+g*w)-i*(m*S-p*C+g*T)+r*(m*E-b*C+g*y)-s*(m*w-b*T+p*y)}determinantAffine(){let e=this.elements,t=e[0],i=e[4],r=e[8],s=e[1],o=e[5],a=e[9],l=e[2],c=e[6],u=e[10];return t*(o*u-a*c)-i*(s*u-a*l)+r*(s*c-o*l)}transpose(){let e=this.elements,t;return t=e[1],e[1]=e[4],e[4]=t,t=e[2],e[2]=e[8],e[8]=t,t=e[6],e[6]=e[9],e[9]=t,t=e[3],e[3]=e[12],e[12]=t,t=e[7],e[7]=e[13],e[13]=t,t=e[11],e[11]=e[14],e[14]=t,this}setPosition(e,t,i){let r=this.elements;return e.isVector3?(r[12]=e.x,r[13]=e.y,r[14]=e.z):(r[12]=e,r[13]=t,r[14]=i),this}invert(){let e=this.elements,t=e[0],i=e[1],r=e[2],s=e[3],o=e[4],a=e[5],l=e[6],c=e[7],u=e[8],h=e[9],d=e[10],f=e[11],m=e[12],b=e[13],p=e[14],g=e[15],S=t*a-i*o,E=t*l-r*o,w=t*c-s*o,C=i*l-r*a,T=i*c-s*a,y=r*c-s*l,M=u*b-h*m,D=u*p-d*m,I=u*g-f*m,N=h*p-d*b,V=h*g-f*b,W=d*g-f*p,R=S*W-E*V+w*N+C*I-T*D+y*M;if(R===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let L=1/R;return e[0]=(a*W-l*V+c*N)*L,e[1]=(r*V-i*W-s*N)*L,e[2]=(b*y-p*T+g*C)*L,e[3]=(d*T-h*y-f*C)*L,e[4]=(l*I-o*W-c*D)*L,e[5]=(t*W-r*I+s*D)*L,e[6]=(p*w-m*y-g*E)*L,e[7]=(u*y-d*w+f*E)*L,e[8]=(o*V-a*I+c*M)*L,e[9]=(i*I-t*V-s*M)*L,e[10]=(m*T-b*w+g*S)*L,e[11]=(h*w-u*T-f*S)*L,e[12]=(a*D-o*N-l*M)*L,e[13]=(t*N-i*D+r*M)*L,e[14]=(b*E-m*C-p*S)*L,e[15]=(u*C-h*E+d*S)*L,this}scale(e){let t=this.elements,i=e.x,r=e.y,s=e.z;return t[0]*=i,t[4]*=r,t[8]*=s,t[1]*=i,t[5]*=r,t[9]*=s,t[2]*=i,t[6]*=r,t[10]*=s,t[3]*=i,t[7]*=r,t[11]*=s,this}getMaxScaleOnAxis(){let e=this.elements,t=e[0]*e[0]+e[1]*e[1]+e[2]*e[2],i=e[4]*e[4]+e[5]*e[5]+e[6]*e[6],r=e[8]*e[8]+e[9]*e[9]+e[10]*e[10];return Math.sqrt(Math.max(t,i,r))}makeTranslation(e,t,i){return e.isVector3?this.set(1,0,0,e.x,0,1,0,e.y,0,0,1,e.z,0,0,0,1):this.set(1,0,0,e,0,1,0,t,0,0,1,i,0,0,0,1),this}makeRotationX(e){let t=Math.cos(e),i=Math.sin(e);return this.set(1,0,0,0,0,t,-i,0,0,i,t,0,0,0,0,1),this}makeRotationY(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,0,i,0,0,1,0,0,-i,0,t,0,0,0,0,1),this}makeRotationZ(e){let t=Math.cos(e),i=Math.sin(e);return this.set(t,-i,0,0,i,t,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(e,t){let i=Math.cos(t),r=Math.sin(t),s=1-i,o=e.x,a=e.y,l=e.z,c=s*o,u=s*a;return this.set(c*o+i,c*a-r*l,c*l+r*a,0,c*a+r*l,u*a+i,u*l-r*o,0,c*l-r*a,u*l+r*o,s*l*l+i,0,0,0,0,1),this}makeScale(e,t,i){return this.set(e,0,0,0,0,t,0,0,0,0,i,0,0,0,0,1),this}makeShear(e,t,i,r,s,o){return this.set(1,i,s,0,e,1,o,0,t,r,1,0,0,0,0,1),this}compose(e,t,i){let r=this.elements,s=t._x,o=t._y,a=t._z,l=t._w,c=s+s,u=o+o,h=a+a,d=s*c,f=s*u,m=s*h,b=o*u,p=o*h,g=a*h,S=l*c,E=l*u,w=l*h,C=i.x,T=i.y,y=i.z;return r[0]=(1-(b+g))*C,r[1]=(f+w)*C,r[2]=(m-E)*C,r[3]=0,r[4]=(f-w)*T,r[5]=(1-(d+g))*T,r[6]=(p+S)*T,r[7]=0,r[8]=(m+E)*y,r[9]=(p-S)*y,r[10]=(1-(d+b))*y,r[11]=0,r[12]=e.x,r[13]=e.y,r[14]=e.z,r[15]=1,this}decompose(e,t,i){let r=this.elements;e.x=r[12],e.y=r[13],e.z=r[14];let s=this.determinantAffine();if(s===0)return i.set(1,1,1),t.identity(),this;let o=lo.set(r[0],r[1],r[2]).length(),a=lo.set(r[4],r[5],r[6]).length(),l=lo.set(r[8],r[9],r[10]).length();s<0&&(o=-o),pi.copy(this);let c=1/o,u=1/a,h=1/l;return pi.elements[0]*=c,pi.elements[1]*=c,pi.elements[2]*=c,pi.elements[4]*=u,pi.elements[5]*=u,pi.elements[6]*=u,pi.elements[8]*=h,pi.elements[9]*=h,pi.elements[10]*=h,t.setFromRotationMatrix(pi),i.x=o,i.y=a,i.z=l,this}makePerspective(e,t,i,r,s,o,a=si,l=!1){let c=this.elements,u=2*s/(t-e),h=2*s/(i-r),d=(t+e)/(t-e),f=(i+r)/(i-r),m,b;if(l)m=s/(o-s),b=o*s/(o-s);else if(a===si)m=-(o+s)/(o-s),b=-2*o*s/(o-s);else if(a===Fa)m=-o/(o-s),b=-o*s/(o-s);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return c[0]=u,c[4]=0,c[8]=d,c[12]=0,c[1]=0,c[5]=h,c[9]=f,c[13]=0,c[2]=0,c[6]=0,c[10]=m,c[14]=b,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(e,t,i,r,s,o,a=si,l=!1){let c=this.elements,u=2/(t-e),h=2/(i-r),d=-(t+e)/(t-e),f=-(i+r)/(i-r),m,b;if(l)m=1/(o-s),b=o/(o-s);else if(a===si)m=-2/(o-s),b=-(o+s)/(o-s);else if(a===Fa)m=-1/(o-s),b=-s/(o-s);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return c[0]=u,c[4]=0,c[8]=0,c[12]=d,c[1]=0,c[5]=h,c[9]=0,c[13]=f,c[2]=0,c[6]=0,c[10]=m,c[14]=b,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(e){let t=this.elements,i=e.elements;for(let r=0;r<16;r++)if(t[r]!==i[r])return!1;return!0}fromArray(e,t=0){for(let i=0;i<16;i++)this.elements[i]=e[i+t];return this}toArray(e=[],t=0){let i=this.elements;return e[t]=i[0],e[t+1]=i[1],e[t+2]=i[2],e[t+3]=i[3],e[t+4]=i[4],e[t+5]=i[5],e[t+6]=i[6],e[t+7]=i[7],e[t+8]=i[8],e[t+9]=i[9],e[t+10]=i[10],e[t+11]=i[11],e[t+12]=i[12],e[t+13]=i[13],e[t+14]=i[14],e[t+15]=i[15],e}},lo=new G,pi=new Rt,fR=new G(0,0,0),pR=new G(1,1,1),Pr=new G,Eu=new G,Xn=new G,Gb=new Rt,Wb=new Bi,Or=class n{constructor(e=0,t=0,i=0,r=n.DEFAULT_ORDER){this.isEuler=!0,this._x=e,this._y=t,this._z=i,this._order=r}get x(){return this._x}set x(e){this._x=e,this._onChangeCallback()}get y(){return this._y}set y(e){this._y=e,this._onChangeCallback()}get z(){return this._z}set z(e){this._z=e,this._onChangeCallback()}get order(){return this._order}set order(e){this._order=e,this._onChangeCallback()}set(e,t,i,r=this._order){return this._x=e,this._y=t,this._z=i,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(e){return this._x=e._x,this._y=e._y,this._z=e._z,this._order=e._order,this._onChangeCallback(),this}setFromRotationMatrix(e,t=this._order,i=!0){let r=e.elements,s=r[0],o=r[4],a=r[8],l=r[1],c=r[5],u=r[9],h=r[2],d=r[6],f=r[10];switch(t){case"XYZ":this._y=Math.asin(it(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-u,f),this._z=Math.atan2(-o,s)):(this._x=Math.atan2(d,c),this._z=0);break;case"YXZ":this._x=Math.asin(-it(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(a,f),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-h,s),this._z=0);break;case"ZXY":this._x=Math.asin(it(d,-1,1)),Math.abs(d)<.9999999?(this._y=Math.atan2(-h,f),this._z=Math.atan2(-o,c)):(this._y=0,this._z=Math.atan2(l,s));break;case"ZYX":this._y=Math.asin(-it(h,-1,1)),Math.abs(h)<.9999999?(this._x=Math.atan2(d,f),this._z=Math.atan2(l,s)):(this._x=0,this._z=Math.atan2(-o,c));break;case"YZX":this._z=Math.asin(it(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-u,c),this._y=Math.atan2(-h,s)):(this._x=0,this._y=Math.atan2(a,f));break;case"XZY":this._z=Math.asin(-it(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(d,c),this._y=Math.atan2(a,s)):(this._x=Math.atan2(-u,f),this._y=0);break;default:Ne("Euler: .setFromRotationMatrix() encountered an unknown order: "+t)}return this._order=t,i===!0&&this._onChangeCallback(),this}setFromQuaternion(e,t,i){return Gb.makeRotationFromQuaternion(e),this.setFromRotationMatrix(Gb,t,i)}setFromVector3(e,t=this._order){return this.set(e.x,e.y,e.z,t)}reorder(e){return Wb.setFromEuler(this),this.setFromQuaternion(Wb,e)}equals(e){return e._x===this._x&&e._y===this._y&&e._z===this._z&&e._order===this._order}fromArray(e){return this._x=e[0],this._y=e[1],this._z=e[2],e[3]!==void 0&&(this._order=e[3]),this._onChangeCallback(),this}toArray(e=[],t=0){return e[t]=this._x,e[t+1]=this._y,e[t+2]=this._z,e[t+3]=this._order,e}_onChange(e){return this._onChangeCallback=e,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Or.DEFAULT_ORDER="XYZ";var za=class{constructor(){this.mask=1}set(e){this.mask=(1<<e|0)>>>0}enable(e){this.mask|=1<<e|0}enableAll(){this.mask=-1}toggle(e){this.mask^=1<<e|0}disable(e){this.mask&=~(1<<e|0)}disableAll(){this.mask=0}test(e){return(this.mask&e.mask)!==0}isEnabled(e){return(this.mask&(1<<e|0))!==0}},mR=0,Xb=new G,co=new Bi,Ki=new Rt,Tu=new G,Aa=new G,gR=new G,yR=new Bi,$b=new G(1,0,0),qb=new G(0,1,0),Yb=new G(0,0,1),Kb={type:"added"},_R={type:"removed"},uo={type:"childadded",child:null},hm={type:"childremoved",child:null},zn=class n extends Ui{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:mR++}),this.uuid=hl(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=n.DEFAULT_UP.clone();let e=new G,t=new Or,i=new Bi,r=new G(1,1,1);function s(){i.setFromEuler(t,!1)}function o(){t.setFromQuaternion(i,void 0,!1)}t._onChange(s),i._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:e},rotation:{configurable:!0,enumerable:!0,value:t},quaternion:{configurable:!0,enumerable:!0,value:i},scale:{configurable:!0,enumerable:!0,value:r},modelViewMatrix:{value:new Rt},normalMatrix:{value:new Ue}}),this.matrix=new Rt,this.matrixWorld=new Rt,this.matrixAutoUpdate=n.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=n.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new za,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(e){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(e),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(e){return this.quaternion.premultiply(e),this}setRotationFromAxisAngle(e,t){this.quaternion.setFromAxisAngle(e,t)}setRotationFromEuler(e){this.quaternion.setFromEuler(e,!0)}setRotationFromMatrix(e){this.quaternion.setFromRotationMatrix(e)}setRotationFromQuaternion(e){this.quaternion.copy(e)}rotateOnAxis(e,t){return co.setFromAxisAngle(e,t),this.quaternion.multiply(co),this}rotateOnWorldAxis(e,t){return co.setFromAxisAngle(e,t),this.quaternion.premultiply(co),this}rotateX(e){return this.rotateOnAxis($b,e)}rotateY(e){return this.rotateOnAxis(qb,e)}rotateZ(e){return this.rotateOnAxis(Yb,e)}translateOnAxis(e,t){return Xb.copy(e).applyQuaternion(this.quaternion),this.position.add(Xb.multiplyScalar(t)),this}translateX(e){return this.translateOnAxis($b,e)}translateY(e){return this.translateOnAxis(qb,e)}translateZ(e){return this.translateOnAxis(Yb,e)}localToWorld(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(this.matrixWorld)}worldToLocal(e){return this.updateWorldMatrix(!0,!1),e.applyMatrix4(Ki.copy(this.matrixWorld).invert())}lookAt(e,t,i){e.isVector3?Tu.copy(e):Tu.set(e,t,i);let r=this.parent;this.updateWorldMatrix(!0,!1),Aa.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?Ki.lookAt(Aa,Tu,this.up):Ki.lookAt(Tu,Aa,this.up),this.quaternion.setFromRotationMatrix(Ki),r&&(Ki.extractRotation(r.matrixWorld),co.setFromRotationMatrix(Ki),this.quaternion.premultiply(co.invert()))}add(e){if(arguments.length>1){for(let t=0;t<arguments.length;t++)this.add(arguments[t]);return this}return e===this?(Oe("Object3D.add: object can't be added as a child of itself.",e),this):(e&&e.isObject3D?(e.removeFromParent(),e.parent=this,this.children.push(e),e.dispatchEvent(Kb),uo.child=e,this.dispatchEvent(uo),uo.child=null):Oe("Object3D.add: object not an instance of THREE.Object3D.",e),this)}remove(e){if(arguments.length>1){for(let i=0;i<arguments.length;i++)this.remove(arguments[i]);return this}let t=this.children.indexOf(e);return t!==-1&&(e.parent=null,this.children.splice(t,1),e.dispatchEvent(_R),hm.child=e,this.dispatchEvent(hm),hm.child=null),this}removeFromParent(){let e=this.parent;return e!==null&&e.remove(this),this}clear(){return this.remove(...this.children)}attach(e){return this.updateWorldMatrix(!0,!1),Ki.copy(this.matrixWorld).invert(),e.parent!==null&&(e.parent.updateWorldMatrix(!0,!1),Ki.multiply(e.parent.matrixWorld)),e.applyMatrix4(Ki),e.removeFromParent(),e.parent=this,this.children.push(e),e.updateWorldMatrix(!1,!0),e.dispatchEvent(Kb),uo.child=e,this.dispatchEvent(uo),uo.child=null,this}getObjectById(e){return this.getObjectByProperty("id",e)}getObjectByName(e){return this.getObjectByProperty("name",e)}getObjectByProperty(e,t){if(this[e]===t)return this;for(let i=0,r=this.children.length;i<r;i++){let o=this.children[i].getObjectByProperty(e,t);if(o!==void 0)return o}}getObjectsByProperty(e,t,i=[]){this[e]===t&&i.push(this);let r=this.children;for(let s=0,o=r.length;s<o;s++)r[s].getObjectsByProperty(e,t,i);return i}getWorldPosition(e){return this.updateWorldMatrix(!0,!1),e.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Aa,e,gR),e}getWorldScale(e){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(Aa,yR,e),e}getWorldDirection(e){this.updateWorldMatrix(!0,!1);let t=this.matrixWorld.elements;return e.set(t[8],t[9],t[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(e){e(this);let t=this.children;for(let i=0,r=t.length;i<r;i++)t[i].traverse(e)}traverseVisible(e){if(this.visible===!1)return;e(this);let t=this.children;for(let i=0,r=t.length;i<r;i++)t[i].traverseVisible(e)}traverseAncestors(e){let t=this.parent;t!==null&&(e(t),t.traverseAncestors(e))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let e=this.pivot;if(e!==null){let t=e.x,i=e.y,r=e.z,s=this.matrix.elements;s[12]+=t-s[0]*t-s[4]*i-s[8]*r,s[13]+=i-s[1]*t-s[5]*i-s[9]*r,s[14]+=r-s[2]*t-s[6]*i-s[10]*r}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(e){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||e)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,e=!0);let t=this.children;for(let i=0,r=t.length;i<r;i++)t[i].updateMatrixWorld(e)}updateWorldMatrix(e,t,i=!1){let r=this.parent;if(e===!0&&r!==null&&r.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||i)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,i=!0),t===!0){let s=this.children;for(let o=0,a=s.length;o<a;o++)s[o].updateWorldMatrix(!1,!0,i)}}toJSON(e){let t=e===void 0||typeof e=="string",i={};t&&(e={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},i.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let r={};r.uuid=this.uuid,r.type=this.type,r.name=this.name,r.castShadow=this.castShadow,r.receiveShadow=this.receiveShadow,r.visible=this.visible,r.frustumCulled=this.frustumCulled,r.renderOrder=this.renderOrder,r.static=this.static,r.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.pivot!==null&&(r.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(r.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(r.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(r.type="InstancedMesh",r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type="BatchedMesh",r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(a=>({...a})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(e),r.indirectTexture=this._indirectTexture.toJSON(e),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(e)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function s(a,l){return a[l.uuid]===void 0&&(a[l.uuid]=l.toJSON(e)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(e).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(e).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=s(e.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let l=a.shapes;if(Array.isArray(l))for(let c=0,u=l.length;c<u;c++){let h=l[c];s(e.shapes,h)}else s(e.shapes,l)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(s(e.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let l=0,c=this.material.length;l<c;l++)a.push(s(e.materials,this.material[l]));r.material=a}else r.material=s(e.materials,this.material);if(this.children.length>0){r.children=[];for(let a=0;a<this.children.length;a++)r.children.push(this.children[a].toJSON(e).object)}if(this.animations.length>0){r.animations=[];for(let a=0;a<this.animations.length;a++){let l=this.animations[a];r.animations.push(s(e.animations,l))}}if(t){let a=o(e.geometries),l=o(e.materials),c=o(e.textures),u=o(e.images),h=o(e.shapes),d=o(e.skeletons),f=o(e.animations),m=o(e.nodes);a.length>0&&(i.geometries=a),l.length>0&&(i.materials=l),c.length>0&&(i.textures=c),u.length>0&&(i.images=u),h.length>0&&(i.shapes=h),d.length>0&&(i.skeletons=d),f.length>0&&(i.animations=f),m.length>0&&(i.nodes=m)}return i.object=r,i;function o(a){let l=[];for(let c in a){let u=a[c];delete u.metadata,l.push(u)}return l}}clone(e){return new this.constructor().copy(this,e)}copy(e,t=!0){if(this.name=e.name,this.up.copy(e.up),this.position.copy(e.position),this.rotation.order=e.rotation.order,this.quaternion.copy(e.quaternion),this.scale.copy(e.scale),this.pivot=e.pivot!==null?e.pivot.clone():null,this.matrix.copy(e.matrix),this.matrixWorld.copy(e.matrixWorld),this.matrixAutoUpdate=e.matrixAutoUpdate,this.matrixWorldAutoUpdate=e.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=e.matrixWorldNeedsUpdate,this.layers.mask=e.layers.mask,this.visible=e.visible,this.castShadow=e.castShadow,this.receiveShadow=e.receiveShadow,this.frustumCulled=e.frustumCulled,this.renderOrder=e.renderOrder,this.static=e.static,this.animations=e.animations.slice(),this.userData=JSON.parse(JSON.stringify(e.userData)),t===!0)for(let i=0;i<e.children.length;i++){let r=e.children[i];this.add(r.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};zn.DEFAULT_UP=new G(0,1,0);zn.DEFAULT_MATRIX_AUTO_UPDATE=!0;zn.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var er=class extends zn{constructor(){super(),this.isGroup=!0,this.type="Group"}},xR={type:"move"},Mo=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new er,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new er,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new G,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new G),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new er,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new G,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new G,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(e){return this._targetRay!==null&&this._targetRay.dispatchEvent(e),this._grip!==null&&this._grip.dispatchEvent(e),this._hand!==null&&this._hand.dispatchEvent(e),this}connect(e){if(e&&e.hand){let t=this._hand;if(t)for(let i of e.hand.values())this._getHandJoint(t,i)}return this.dispatchEvent({type:"connected",data:e}),this}disconnect(e){return this.dispatchEvent({type:"disconnected",data:e}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(e,t,i){let r=null,s=null,o=null,a=this._targetRay,l=this._grip,c=this._hand;if(e&&t.session.visibilityState!=="visible-blurred"){if(c&&e.hand){o=!0;for(let b of e.hand.values()){let p=t.getJointPose(b,i),g=this._getHandJoint(c,b);p!==null&&(g.matrix.fromArray(p.transform.matrix),g.matrix.decompose(g.position,g.quaternion,g.scale),g.matrixWorldNeedsUpdate=!0,g.jointRadius=p.radius),g.visible=p!==null}let u=c.joints["index-finger-tip"],h=c.joints["thumb-tip"],d=u.position.distanceTo(h.position),f=.02,m=.005;c.inputState.pinching&&d>f+m?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:e.handedness,target:this})):!c.inputState.pinching&&d<=f-m&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:e.handedness,target:this}))}else l!==null&&e.gripSpace&&(s=t.getPose(e.gripSpace,i),s!==null&&(l.matrix.fromArray(s.transform.matrix),l.matrix.decompose(l.position,l.quaternion,l.scale),l.matrixWorldNeedsUpdate=!0,s.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(s.linearVelocity)):l.hasLinearVelocity=!1,s.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(s.angularVelocity)):l.hasAngularVelocity=!1,l.eventsEnabled&&l.dispatchEvent({type:"gripUpdated",data:e,target:this})));a!==null&&(r=t.getPose(e.targetRaySpace,i),r===null&&s!==null&&(r=s),r!==null&&(a.matrix.fromArray(r.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,r.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(r.linearVelocity)):a.hasLinearVelocity=!1,r.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(r.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(xR)))}return a!==null&&(a.visible=r!==null),l!==null&&(l.visible=s!==null),c!==null&&(c.visible=o!==null),this}_getHandJoint(e,t){if(e.joints[t.jointName]===void 0){let i=new er;i.matrixAutoUpdate=!1,i.visible=!1,e.joints[t.jointName]=i,e.add(i)}return e.joints[t.jointName]}},Qv={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Lr={h:0,s:0,l:0},Au={h:0,s:0,l:0};function dm(n,e,t){return t<0&&(t+=1),t>1&&(t-=1),t<1/6?n+(e-n)*6*t:t<1/2?e:t<2/3?n+(e-n)*6*(2/3-t):n}var je=class{constructor(e,t,i){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(e,t,i)}set(e,t,i){if(t===void 0&&i===void 0){let r=e;r&&r.isColor?this.copy(r):typeof r=="number"?this.setHex(r):typeof r=="string"&&this.setStyle(r)}else this.setRGB(e,t,i);return this}setScalar(e){return this.r=e,this.g=e,this.b=e,this}setHex(e,t=Cn){return e=Math.floor(e),this.r=(e>>16&255)/255,this.g=(e>>8&255)/255,this.b=(e&255)/255,et.colorSpaceToWorking(this,t),this}setRGB(e,t,i,r=et.workingColorSpace){return this.r=e,this.g=t,this.b=i,et.colorSpaceToWorking(this,r),this}setHSL(e,t,i,r=et.workingColorSpace){if(e=aR(e,1),t=it(t,0,1),i=it(i,0,1),t===0)this.r=this.g=this.b=i;else{let s=i<=.5?i*(1+t):i+t-i*t,o=2*i-s;this.r=dm(o,s,e+1/3),this.g=dm(o,s,e),this.b=dm(o,s,e-1/3)}return et.colorSpaceToWorking(this,r),this}setStyle(e,t=Cn){function i(s){s!==void 0&&parseFloat(s)<1&&Ne("Color: Alpha component of "+e+" will be ignored.")}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(e)){let s,o=r[1],a=r[2];switch(o){case"rgb":case"rgba":if(s=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(255,parseInt(s[1],10))/255,Math.min(255,parseInt(s[2],10))/255,Math.min(255,parseInt(s[3],10))/255,t);if(s=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(100,parseFloat(s[1]))/100,Math.min(100,parseFloat(s[2]))/100,Math.min(100,parseFloat(s[3]))/100,t);break;case"hsl":case"hsla":if(s=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setHSL(parseFloat(s[1])/360,parseFloat(s[2])/100,parseFloat(s[3])/100,t);break;default:Ne("Color: Unknown color model "+e)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(e)){let s=r[1],o=s.length;if(o===3)return this.setRGB(parseInt(s.charAt(0),16)/15,parseInt(s.charAt(1),16)/15,parseInt(s.charAt(2),16)/15,t);if(o===6)return this.setHex(parseInt(s,16),t);Ne("Color: Invalid hex color "+e)}else if(e&&e.length>0)return this.setColorName(e,t);return this}setColorName(e,t=Cn){let i=Qv[e.toLowerCase()];return i!==void 0?this.setHex(i,t):Ne("Color: Unknown color "+e),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(e){return this.r=e.r,this.g=e.g,this.b=e.b,this}copySRGBToLinear(e){return this.r=tr(e.r),this.g=tr(e.g),this.b=tr(e.b),this}copyLinearToSRGB(e){return this.r=vo(e.r),this.g=vo(e.g),this.b=vo(e.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(e=Cn){return et.workingToColorSpace(bn.copy(this),e),Math.round(it(bn.r*255,0,255))*65536+Math.round(it(bn.g*255,0,255))*256+Math.round(it(bn.b*255,0,255))}getHexString(e=Cn){return("000000"+this.getHex(e).toString(16)).slice(-6)}getHSL(e,t=et.workingColorSpace){et.workingToColorSpace(bn.copy(this),t);let i=bn.r,r=bn.g,s=bn.b,o=Math.max(i,r,s),a=Math.min(i,r,s),l,c,u=(a+o)/2;if(a===o)l=0,c=0;else{let h=o-a;switch(c=u<=.5?h/(o+a):h/(2-o-a),o){case i:l=(r-s)/h+(r<s?6:0);break;case r:l=(s-i)/h+2;break;case s:l=(i-r)/h+4;break}l/=6}return e.h=l,e.s=c,e.l=u,e}getRGB(e,t=et.workingColorSpace){return et.workingToColorSpace(bn.copy(this),t),e.r=bn.r,e.g=bn.g,e.b=bn.b,e}getStyle(e=Cn){et.workingToColorSpace(bn.copy(this),e);let t=bn.r,i=bn.g,r=bn.b;return e!==Cn?`color(${e} ${t.toFixed(3)} ${i.toFixed(3)} ${r.toFixed(3)})`:`rgb(${Math.round(t*255)},${Math.round(i*255)},${Math.round(r*255)})`}offsetHSL(e,t,i){return this.getHSL(Lr),this.setHSL(Lr.h+e,Lr.s+t,Lr.l+i)}add(e){return this.r+=e.r,this.g+=e.g,this.b+=e.b,this}addColors(e,t){return this.r=e.r+t.r,this.g=e.g+t.g,this.b=e.b+t.b,this}addScalar(e){return this.r+=e,this.g+=e,this.b+=e,this}sub(e){return this.r=Math.max(0,this.r-e.r),this.g=Math.max(0,this.g-e.g),this.b=Math.max(0,this.b-e.b),this}multiply(e){return this.r*=e.r,this.g*=e.g,this.b*=e.b,this}multiplyScalar(e){return this.r*=e,this.g*=e,this.b*=e,this}lerp(e,t){return this.r+=(e.r-this.r)*t,this.g+=(e.g-this.g)*t,this.b+=(e.b-this.b)*t,this}lerpColors(e,t,i){return this.r=e.r+(t.r-e.r)*i,this.g=e.g+(t.g-e.g)*i,this.b=e.b+(t.b-e.b)*i,this}lerpHSL(e,t){this.getHSL(Lr),e.getHSL(Au);let i=om(Lr.h,Au.h,t),r=om(Lr.s,Au.s,t),s=om(Lr.l,Au.l,t);return this.setHSL(i,r,s),this}setFromVector3(e){return this.r=e.x,this.g=e.y,this.b=e.z,this}applyMatrix3(e){let t=this.r,i=this.g,r=this.b,s=e.elements;return this.r=s[0]*t+s[3]*i+s[6]*r,this.g=s[1]*t+s[4]*i+s[7]*r,this.b=s[2]*t+s[5]*i+s[8]*r,this}equals(e){return e.r===this.r&&e.g===this.g&&e.b===this.b}fromArray(e,t=0){return this.r=e[t],this.g=e[t+1],this.b=e[t+2],this}toArray(e=[],t=0){return e[t]=this.r,e[t+1]=this.g,e[t+2]=this.b,e}fromBufferAttribute(e,t){return this.r=e.getX(t),this.g=e.getY(t),this.b=e.getZ(t),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},bn=new je;je.NAMES=Qv;var Eo=class extends zn{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Or,this.environmentIntensity=1,this.environmentRotation=new Or,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(e,t){return super.copy(e,t),this.background=e.background!==null?e.background.clone():null,this.environment=e.environment!==null?e.environment.clone():null,this.fog=e.fog!==null?e.fog.clone():null,this.backgroundBlurriness=e.backgroundBlurriness,this.backgroundIntensity=e.backgroundIntensity,this.backgroundRotation.copy(e.backgroundRotation),this.environmentIntensity=e.environmentIntensity,this.environmentRotation.copy(e.environmentRotation),this.overrideMaterial=e.overrideMaterial!==null?e.overrideMaterial.clone():null,this.matrixAutoUpdate=e.matrixAutoUpdate,this}toJSON(e){let t=super.toJSON(e);return this.fog!==null&&(t.object.fog=this.fog.toJSON()),t.object.backgroundBlurriness=this.backgroundBlurriness,t.object.backgroundIntensity=this.backgroundIntensity,t.object.backgroundRotation=this.backgroundRotation.toArray(),t.object.environmentIntensity=this.environmentIntensity,t.object.environmentRotation=this.environmentRotation.toArray(),t}},mi=new G,ji=new G,fm=new G,Zi=new G,ho=new G,fo=new G,jb=new G,pm=new G,mm=new G,gm=new G,ym=new kt,_m=new kt,xm=new kt,Dr=class n{constructor(e=new G,t=new G,i=new G){this.a=e,this.b=t,this.c=i}static getNormal(e,t,i,r){r.subVectors(i,t),mi.subVectors(e,t),r.cross(mi);let s=r.lengthSq();return s>0?r.multiplyScalar(1/Math.sqrt(s)):r.set(0,0,0)}static getBarycoord(e,t,i,r,s){mi.subVectors(r,t),ji.subVectors(i,t),fm.subVectors(e,t);let o=mi.dot(mi),a=mi.dot(ji),l=mi.dot(fm),c=ji.dot(ji),u=ji.dot(fm),h=o*c-a*a;if(h===0)return s.set(0,0,0),null;let d=1/h,f=(c*l-a*u)*d,m=(o*u-a*l)*d;return s.set(1-f-m,m,f)}static containsPoint(e,t,i,r){return this.getBarycoord(e,t,i,r,Zi)===null?!1:Zi.x>=0&&Zi.y>=0&&Zi.x+Zi.y<=1}static getInterpolation(e,t,i,r,s,o,a,l){return this.getBarycoord(e,t,i,r,Zi)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(s,Zi.x),l.addScaledVector(o,Zi.y),l.addScaledVector(a,Zi.z),l)}static getInterpolatedAttribute(e,t,i,r,s,o){return ym.setScalar(0),_m.setScalar(0),xm.setScalar(0),ym.fromBufferAttribute(e,t),_m.fromBufferAttribute(e,i),xm.fromBufferAttribute(e,r),o.setScalar(0),o.addScaledVector(ym,s.x),o.addScaledVector(_m,s.y),o.addScaledVector(xm,s.z),o}static isFrontFacing(e,t,i,r){return mi.subVectors(i,t),ji.subVectors(e,t),mi.cross(ji).dot(r)<0}set(e,t,i){return this.a.copy(e),this.b.copy(t),this.c.copy(i),this}setFromPointsAndIndices(e,t,i,r){return this.a.copy(e[t]),this.b.copy(e[i]),this.c.copy(e[r]),this}setFromAttributeAndIndices(e,t,i,r){return this.a.fromBufferAttribute(e,t),this.b.fromBufferAttribute(e,i),this.c.fromBufferAttribute(e,r),this}clone(){return new this.constructor().copy(this)}copy(e){return this.a.copy(e.a),this.b.copy(e.b),this.c.copy(e.c),this}getArea(){return mi.subVectors(this.c,this.b),ji.subVectors(this.a,this.b),mi.cross(ji).length()*.5}getMidpoint(e){return e.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(e){return n.getNormal(this.a,this.b,this.c,e)}getPlane(e){return e.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(e,t){return n.getBarycoord(e,this.a,this.b,this.c,t)}getInterpolation(e,t,i,r,s){return n.getInterpolation(e,this.a,this.b,this.c,t,i,r,s)}containsPoint(e){return n.containsPoint(e,this.a,this.b,this.c)}isFrontFacing(e){return n.isFrontFacing(this.a,this.b,this.c,e)}intersectsBox(e){return e.intersectsTriangle(this)}closestPointToPoint(e,t){let i=this.a,r=this.b,s=this.c,o,a;ho.subVectors(r,i),fo.subVectors(s,i),pm.subVectors(e,i);let l=ho.dot(pm),c=fo.dot(pm);if(l<=0&&c<=0)return t.copy(i);mm.subVectors(e,r);let u=ho.dot(mm),h=fo.dot(mm);if(u>=0&&h<=u)return t.copy(r);let d=l*h-u*c;if(d<=0&&l>=0&&u<=0&&l-u>0)return o=l/(l-u),t.copy(i).addScaledVector(ho,o);gm.subVectors(e,s);let f=ho.dot(gm),m=fo.dot(gm);if(m>=0&&f<=m)return t.copy(s);let b=f*c-l*m;if(b<=0&&c>=0&&m<=0)return a=c/(c-m),t.copy(i).addScaledVector(fo,a);let p=u*m-f*h;if(p<=0&&h-u>=0&&f-m>=0)return jb.subVectors(s,r),a=(h-u)/(h-u+(f-m)),t.copy(r).addScaledVector(jb,a);let g=1/(p+b+d);return o=b*g,a=d*g,t.copy(i).addScaledVector(ho,o).addScaledVector(fo,a)}equals(e){return e.a.equals(this.a)&&e.b.equals(this.b)&&e.c.equals(this.c)}},Fr=class{constructor(e=new G(1/0,1/0,1/0),t=new G(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=e,this.max=t}set(e,t){return this.min.copy(e),this.max.copy(t),this}setFromArray(e){this.makeEmpty();for(let t=0,i=e.length;t<i;t+=3)this.expandByPoint(gi.fromArray(e,t));return this}setFromBufferAttribute(e){this.makeEmpty();for(let t=0,i=e.count;t<i;t++)this.expandByPoint(gi.fromBufferAttribute(e,t));return this}setFromPoints(e){this.makeEmpty();for(let t=0,i=e.length;t<i;t++)this.expandByPoint(e[t]);return this}setFromCenterAndSize(e,t){let i=gi.copy(t).multiplyScalar(.5);return this.min.copy(e).sub(i),this.max.copy(e).add(i),this}setFromObject(e,t=!1){return this.makeEmpty(),this.expandByObject(e,t)}clone(){return new this.constructor().copy(this)}copy(e){return this.min.copy(e.min),this.max.copy(e.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(e){return this.isEmpty()?e.set(0,0,0):e.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(e){return this.isEmpty()?e.set(0,0,0):e.subVectors(this.max,this.min)}expandByPoint(e){return this.min.min(e),this.max.max(e),this}expandByVector(e){return this.min.sub(e),this.max.add(e),this}expandByScalar(e){return this.min.addScalar(-e),this.max.addScalar(e),this}expandByObject(e,t=!1){e.updateWorldMatrix(!1,!1);let i=e.geometry;if(i!==void 0){let s=i.getAttribute("position");if(t===!0&&s!==void 0&&e.isInstancedMesh!==!0&&e.isBatchedMesh!==!0)for(let o=0,a=s.count;o<a;o++)e.isMesh===!0?e.getVertexPosition(o,gi):gi.fromBufferAttribute(s,o),gi.applyMatrix4(e.matrixWorld),this.expandByPoint(gi);else e.boundingBox!==void 0?(e.boundingBox===null&&e.computeBoundingBox(),Cu.copy(e.boundingBox)):(i.boundingBox===null&&i.computeBoundingBox(),Cu.copy(i.boundingBox)),Cu.applyMatrix4(e.matrixWorld),this.union(Cu)}let r=e.children;for(let s=0,o=r.length;s<o;s++)this.expandByObject(r[s],t);return this}containsPoint(e){return e.x>=this.min.x&&e.x<=this.max.x&&e.y>=this.min.y&&e.y<=this.max.y&&e.z>=this.min.z&&e.z<=this.max.z}containsBox(e){return this.min.x<=e.min.x&&e.max.x<=this.max.x&&this.min.y<=e.min.y&&e.max.y<=this.max.y&&this.min.z<=e.min.z&&e.max.z<=this.max.z}getParameter(e,t){return t.set((e.x-this.min.x)/(this.max.x-this.min.x),(e.y-this.min.y)/(this.max.y-this.min.y),(e.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(e){return e.max.x>=this.min.x&&e.min.x<=this.max.x&&e.max.y>=this.min.y&&e.min.y<=this.max.y&&e.max.z>=this.min.z&&e.min.z<=this.max.z}intersectsSphere(e){return this.clampPoint(e.center,gi),gi.distanceToSquared(e.center)<=e.radius*e.radius}intersectsPlane(e){let t,i;return e.normal.x>0?(t=e.normal.x*this.min.x,i=e.normal.x*this.max.x):(t=e.normal.x*this.max.x,i=e.normal.x*this.min.x),e.normal.y>0?(t+=e.normal.y*this.min.y,i+=e.normal.y*this.max.y):(t+=e.normal.y*this.max.y,i+=e.normal.y*this.min.y),e.normal.z>0?(t+=e.normal.z*this.min.z,i+=e.normal.z*this.max.z):(t+=e.normal.z*this.max.z,i+=e.normal.z*this.min.z),t<=-e.constant&&i>=-e.constant}intersectsTriangle(e){if(this.isEmpty())return!1;this.getCenter(Ca),Ru.subVectors(this.max,Ca),po.subVectors(e.a,Ca),mo.subVectors(e.b,Ca),go.subVectors(e.c,Ca),Ir.subVectors(mo,po),Nr.subVectors(go,mo),ls.subVectors(po,go);let t=[0,-Ir.z,Ir.y,0,-Nr.z,Nr.y,0,-ls.z,ls.y,Ir.z,0,-Ir.x,Nr.z,0,-Nr.x,ls.z,0,-ls.x,-Ir.y,Ir.x,0,-Nr.y,Nr.x,0,-ls.y,ls.x,0];return!bm(t,po,mo,go,Ru)||(t=[1,0,0,0,1,0,0,0,1],!bm(t,po,mo,go,Ru))?!1:(Pu.crossVectors(Ir,Nr),t=[Pu.x,Pu.y,Pu.z],bm(t,po,mo,go,Ru))}clampPoint(e,t){return t.copy(e).clamp(this.min,this.max)}distanceToPoint(e){return this.clampPoint(e,gi).distanceTo(e)}getBoundingSphere(e){return this.isEmpty()?e.makeEmpty():(this.getCenter(e.center),e.radius=this.getSize(gi).length()*.5),e}intersect(e){return this.min.max(e.min),this.max.min(e.max),this.isEmpty()&&this.makeEmpty(),this}union(e){return this.min.min(e.min),this.max.max(e.max),this}applyMatrix4(e){return this.isEmpty()?this:(Ji[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(e),Ji[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(e),Ji[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(e),Ji[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(e),Ji[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(e),Ji[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(e),Ji[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(e),Ji[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(e),this.setFromPoints(Ji),this)}translate(e){return this.min.add(e),this.max.add(e),this}equals(e){return e.min.equals(this.min)&&e.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(e){return this.min.fromArray(e.min),this.max.fromArray(e.max),this}},Ji=[new G,new G,new G,new G,new G,new G,new G,new G],gi=new G,Cu=new Fr,po=new G,mo=new G,go=new G,Ir=new G,Nr=new G,ls=new G,Ca=new G,Ru=new G,Pu=new G,cs=new G;function bm(n,e,t,i,r){for(let s=0,o=n.length-3;s<=o;s+=3){cs.fromArray(n,s);let a=r.x*Math.abs(cs.x)+r.y*Math.abs(cs.y)+r.z*Math.abs(cs.z),l=e.dot(cs),c=t.dot(cs),u=i.dot(cs);if(Math.max(-Math.max(l,c,u),Math.min(l,c,u))>a)return!1}return!0}var Wt=new G,Lu=new rt,bR=0,vt=class extends Ui{constructor(e,t,i=!1){if(super(),Array.isArray(e))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:bR++}),this.name="",this.array=e,this.itemSize=t,this.count=e!==void 0?e.length/t:0,this.normalized=i,this.usage=qv,this.updateRanges=[],this.gpuType=bi,this.version=0,this._normalizationScale=e!==void 0?hg(e):void 0}onUploadCallback(){}set needsUpdate(e){e===!0&&this.version++}setUsage(e){return this.usage=e,this}addUpdateRange(e,t){this.updateRanges.push({start:e,count:t})}clearUpdateRanges(){this.updateRanges.length=0}copy(e){return this.name=e.name,this.array=new e.array.constructor(e.array),this.itemSize=e.itemSize,this.count=e.count,this.normalized=e.normalized,this.usage=e.usage,this.gpuType=e.gpuType,this._normalizationScale=e._normalizationScale,this}copyAt(e,t,i){e*=this.itemSize,i*=t.itemSize;for(let r=0,s=this.itemSize;r<s;r++)this.array[e+r]=t.array[i+r];return this}copyArray(e){return this.array.set(e),this}applyMatrix3(e){if(this.itemSize===2)for(let t=0,i=this.count;t<i;t++)Lu.fromBufferAttribute(this,t),Lu.applyMatrix3(e),this.setXY(t,Lu.x,Lu.y);else if(this.itemSize===3)for(let t=0,i=this.count;t<i;t++)Wt.fromBufferAttribute(this,t),Wt.applyMatrix3(e),this.setXYZ(t,Wt.x,Wt.y,Wt.z);return this}applyMatrix4(e){for(let t=0,i=this.count;t<i;t++)Wt.fromBufferAttribute(this,t),Wt.applyMatrix4(e),this.setXYZ(t,Wt.x,Wt.y,Wt.z);return this}applyNormalMatrix(e){for(let t=0,i=this.count;t<i;t++)Wt.fromBufferAttribute(this,t),Wt.applyNormalMatrix(e),this.setXYZ(t,Wt.x,Wt.y,Wt.z);return this}transformDirection(e){for(let t=0,i=this.count;t<i;t++)Wt.fromBufferAttribute(this,t),Wt.transformDirection(e),this.setXYZ(t,Wt.x,Wt.y,Wt.z);return this}set(e,t=0){return this.array.set(e,t),this}getComponent(e,t){let i=this.array[e*this.itemSize+t];return this.normalized&&(i=this._denormalize(i)),i}setComponent(e,t,i){return this.normalized&&(i=this._normalize(i)),this.array[e*this.itemSize+t]=i,this}getX(e){let t=this.array[e*this.itemSize];return this.normalized&&(t=this._denormalize(t)),t}setX(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize]=t,this}getY(e){let t=this.array[e*this.itemSize+1];return this.normalized&&(t=this._denormalize(t)),t}setY(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+1]=t,this}getZ(e){let t=this.array[e*this.itemSize+2];return this.normalized&&(t=this._denormalize(t)),t}setZ(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+2]=t,this}getW(e){let t=this.array[e*this.itemSize+3];return this.normalized&&(t=this._denormalize(t)),t}setW(e,t){return this.normalized&&(t=this._normalize(t)),this.array[e*this.itemSize+3]=t,this}setXY(e,t,i){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i)),this.array[e+0]=t,this.array[e+1]=i,this}setXYZ(e,t,i,r){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i),r=this._normalize(r)),this.array[e+0]=t,this.array[e+1]=i,this.array[e+2]=r,this}setXYZW(e,t,i,r,s){return e*=this.itemSize,this.normalized&&(t=this._normalize(t),i=this._normalize(i),r=this._normalize(r),s=this._normalize(s)),this.array[e+0]=t,this.array[e+1]=i,this.array[e+2]=r,this.array[e+3]=s,this}onUpload(e){return this.onUploadCallback=e,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let e={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return e.name=this.name,e.usage=this.usage,e.gpuType=this.gpuType,e}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(e){let t=this._normalizationScale;return t!==void 0?Math.max(e/t,-1):lR(e,this.array)}_normalize(e){let t=this._normalizationScale;return t!==void 0?Math.round(e*t):cR(e,this.array)}};var Va=class extends vt{constructor(e,t,i){super(new Uint16Array(e),t,i)}};var Ha=class extends vt{constructor(e,t,i){super(new Uint32Array(e),t,i)}};var dn=class extends vt{constructor(e,t,i){super(new Float32Array(e),t,i)}},vR=new Fr,Ra=new G,vm=new G,Ur=class{constructor(e=new G,t=-1){this.isSphere=!0,this.center=e,this.radius=t}set(e,t){return this.center.copy(e),this.radius=t,this}setFromPoints(e,t){let i=this.center;t!==void 0?i.copy(t):vR.setFromPoints(e).getCenter(i);let r=0;for(let s=0,o=e.length;s<o;s++)r=Math.max(r,i.distanceToSquared(e[s]));return this.radius=Math.sqrt(r),this}copy(e){return this.center.copy(e.center),this.radius=e.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(e){return e.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(e){return e.distanceTo(this.center)-this.radius}intersectsSphere(e){let t=this.radius+e.radius;return e.center.distanceToSquared(this.center)<=t*t}intersectsBox(e){return e.intersectsSphere(this)}intersectsPlane(e){return Math.abs(e.distanceToPoint(this.center))<=this.radius}clampPoint(e,t){let i=this.center.distanceToSquared(e);return t.copy(e),i>this.radius*this.radius&&(t.sub(this.center).normalize(),t.multiplyScalar(this.radius).add(this.center)),t}getBoundingBox(e){return this.isEmpty()?(e.makeEmpty(),e):(e.set(this.center,this.center),e.expandByScalar(this.radius),e)}applyMatrix4(e){return this.center.applyMatrix4(e),this.radius=this.radius*e.getMaxScaleOnAxis(),this}translate(e){return this.center.add(e),this}expandByPoint(e){if(this.isEmpty())return this.center.copy(e),this.radius=0,this;Ra.subVectors(e,this.center);let t=Ra.lengthSq();if(t>this.radius*this.radius){let i=Math.sqrt(t),r=(i-this.radius)*.5;this.center.addScaledVector(Ra,r/i),this.radius+=r}return this}union(e){return e.isEmpty()?this:this.isEmpty()?(this.copy(e),this):(this.center.equals(e.center)===!0?this.radius=Math.max(this.radius,e.radius):(vm.subVectors(e.center,this.center).setLength(e.radius),this.expandByPoint(Ra.copy(e.center).add(vm)),this.expandByPoint(Ra.copy(e.center).sub(vm))),this)}equals(e){return e.center.equals(this.center)&&e.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(e){return this.radius=e.radius,this.center.fromArray(e.center),this}},wR=0,ri=new Rt,wm=new zn,yo=new G,$n=new Fr,Pa=new Fr,on=new G,Dt=class n extends Ui{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:wR++}),this.uuid=hl(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(e){return Array.isArray(e)?this.index=new(sR(e)?Ha:Va)(e,1):this.index=e,this}setIndirect(e,t=0){return this.indirect=e,this.indirectOffset=t,this}getIndirect(){return this.indirect}getAttribute(e){return this.attributes[e]}setAttribute(e,t){return this.attributes[e]=t,this}deleteAttribute(e){return delete this.attributes[e],this}hasAttribute(e){return this.attributes[e]!==void 0}addGroup(e,t,i=0){this.groups.push({start:e,count:t,materialIndex:i})}clearGroups(){this.groups=[]}setDrawRange(e,t){this.drawRange.start=e,this.drawRange.count=t}applyMatrix4(e){let t=this.attributes.position;t!==void 0&&(t.applyMatrix4(e),t.needsUpdate=!0);let i=this.attributes.normal;if(i!==void 0){let s=new Ue().getNormalMatrix(e);i.applyNormalMatrix(s),i.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(e),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(e){return ri.makeRotationFromQuaternion(e),this.applyMatrix4(ri),this}rotateX(e){return ri.makeRotationX(e),this.applyMatrix4(ri),this}rotateY(e){return ri.makeRotationY(e),this.applyMatrix4(ri),this}rotateZ(e){return ri.makeRotationZ(e),this.applyMatrix4(ri),this}translate(e,t,i){return ri.makeTranslation(e,t,i),this.applyMatrix4(ri),this}scale(e,t,i){return ri.makeScale(e,t,i),this.applyMatrix4(ri),this}lookAt(e){return wm.lookAt(e),wm.updateMatrix(),this.applyMatrix4(wm.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(yo).negate(),this.translate(yo.x,yo.y,yo.z),this}setFromPoints(e){let t=this.getAttribute("position");if(t===void 0){let i=[];for(let r=0,s=e.length;r<s;r++){let o=e[r];i.push(o.x,o.y,o.z||0)}this.setAttribute("position",new dn(i,3))}else{let i=Math.min(e.length,t.count);for(let r=0;r<i;r++){let s=e[r];t.setXYZ(r,s.x,s.y,s.z||0)}e.length>t.count&&Ne("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),t.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new Fr);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Oe("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new G(-1/0,-1/0,-1/0),new G(1/0,1/0,1/0));return}if(e!==void 0){if(this.boundingBox.setFromBufferAttribute(e),t)for(let i=0,r=t.length;i<r;i++){let s=t[i];$n.setFromBufferAttribute(s),this.morphTargetsRelative?(on.addVectors(this.boundingBox.min,$n.min),this.boundingBox.expandByPoint(on),on.addVectors(this.boundingBox.max,$n.max),this.boundingBox.expandByPoint(on)):(this.boundingBox.expandByPoint($n.min),this.boundingBox.expandByPoint($n.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&Oe('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Ur);let e=this.attributes.position,t=this.morphAttributes.position;if(e&&e.isGLBufferAttribute){Oe("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new G,1/0);return}if(e){let i=this.boundingSphere.center;if($n.setFromBufferAttribute(e),t)for(let s=0,o=t.length;s<o;s++){let a=t[s];Pa.setFromBufferAttribute(a),this.morphTargetsRelative?(on.addVectors($n.min,Pa.min),$n.expandByPoint(on),on.addVectors($n.max,Pa.max),$n.expandByPoint(on)):($n.expandByPoint(Pa.min),$n.expandByPoint(Pa.max))}$n.getCenter(i);let r=0;for(let s=0,o=e.count;s<o;s++)on.fromBufferAttribute(e,s),r=Math.max(r,i.distanceToSquared(on));if(t)for(let s=0,o=t.length;s<o;s++){let a=t[s],l=this.morphTargetsRelative;for(let c=0,u=a.count;c<u;c++)on.fromBufferAttribute(a,c),l&&(yo.fromBufferAttribute(e,c),on.add(yo)),r=Math.max(r,i.distanceToSquared(on))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&Oe('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let e=this.index,t=this.attributes;if(e===null||t.position===void 0||t.normal===void 0||t.uv===void 0){Oe("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let i=t.position,r=t.normal,s=t.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==i.count)&&(o=new vt(new Float32Array(4*i.count),4),this.setAttribute("tangent",o));let a=[],l=[],c=new Uint8Array(i.count);for(let D=0;D<i.count;D++)a[D]=new G,l[D]=new G;let u=new G,h=new G,d=new G,f=new rt,m=new rt,b=new rt,p=new G,g=new G;function S(D,I,N){c[D]=c[I]=c[N]=1,u.fromBufferAttribute(i,D),h.fromBufferAttribute(i,I),d.fromBufferAttribute(i,N),f.fromBufferAttribute(s,D),m.fromBufferAttribute(s,I),b.fromBufferAttribute(s,N),h.sub(u),d.sub(u),m.sub(f),b.sub(f);let V=1/(m.x*b.y-b.x*m.y);isFinite(V)&&(p.copy(h).multiplyScalar(b.y).addScaledVector(d,-m.y).multiplyScalar(V),g.copy(d).multiplyScalar(m.x).addScaledVector(h,-b.x).multiplyScalar(V),a[D].add(p),a[I].add(p),a[N].add(p),l[D].add(g),l[I].add(g),l[N].add(g))}let E=this.groups;E.length===0&&(E=[{start:0,count:e.count}]);for(let D=0,I=E.length;D<I;++D){let N=E[D],V=N.start,W=N.count;for(let R=V,L=V+W;R<L;R+=3)S(e.getX(R+0),e.getX(R+1),e.getX(R+2))}let w=new G,C=new G,T=new G,y=new G;function M(D){T.fromBufferAttribute(r,D),y.copy(T);let I=a[D];w.copy(I),w.sub(T.multiplyScalar(T.dot(I))).normalize(),C.crossVectors(y,I);let V=C.dot(l[D])<0?-1:1;o.setXYZW(D,w.x,w.y,w.z,V)}for(let D=0,I=i.count;D<I;++D)c[D]&&M(D);this._transformed=!0}computeVertexNormals(){let e=this.index,t=this.getAttribute("position");if(t!==void 0){let i=this.getAttribute("normal");if(i===void 0||i.count!==t.count)i=new vt(new Float32Array(t.count*3),3),this.setAttribute("normal",i);else for(let d=0,f=i.count;d<f;d++)i.setXYZ(d,0,0,0);let r=new G,s=new G,o=new G,a=new G,l=new G,c=new G,u=new G,h=new G;if(e)for(let d=0,f=e.count;d<f;d+=3){let m=e.getX(d+0),b=e.getX(d+1),p=e.getX(d+2);r.fromBufferAttribute(t,m),s.fromBufferAttribute(t,b),o.fromBufferAttribute(t,p),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),a.fromBufferAttribute(i,m),l.fromBufferAttribute(i,b),c.fromBufferAttribute(i,p),a.add(u),l.add(u),c.add(u),i.setXYZ(m,a.x,a.y,a.z),i.setXYZ(b,l.x,l.y,l.z),i.setXYZ(p,c.x,c.y,c.z)}else for(let d=0,f=t.count;d<f;d+=3)r.fromBufferAttribute(t,d+0),s.fromBufferAttribute(t,d+1),o.fromBufferAttribute(t,d+2),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),i.setXYZ(d+0,u.x,u.y,u.z),i.setXYZ(d+1,u.x,u.y,u.z),i.setXYZ(d+2,u.x,u.y,u.z);this.normalizeNormals(),i.needsUpdate=!0}}normalizeNormals(){let e=this.attributes.normal;for(let t=0,i=e.count;t<i;t++)on.fromBufferAttribute(e,t),on.normalize(),e.setXYZ(t,on.x,on.y,on.z)}toNonIndexed(){function e(a,l){let c=a.array,u=a.itemSize,h=a.normalized,d=new c.constructor(l.length*u),f=0,m=0;for(let b=0,p=l.length;b<p;b++){a.isInterleavedBufferAttribute?f=l[b]*a.data.stride+a.offset:f=l[b]*u;for(let g=0;g<u;g++)d[m++]=c[f++]}return new vt(d,u,h)}if(this.index===null)return Ne("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let t=new n,i=this.index.array,r=this.attributes;for(let a in r){let l=r[a],c=e(l,i);t.setAttribute(a,c)}let s=this.morphAttributes;for(let a in s){let l=[],c=s[a];for(let u=0,h=c.length;u<h;u++){let d=c[u],f=e(d,i);l.push(f)}t.morphAttributes[a]=l}t.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,l=o.length;a<l;a++){let c=o[a];t.addGroup(c.start,c.count,c.materialIndex)}return t}toJSON(){let e={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(e.uuid=this.uuid,e.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,e.name=this.name,Object.keys(this.userData).length>0&&(e.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(e[c]=l[c]);return e}e.data={attributes:{}};let t=this.index;t!==null&&(e.data.index={type:t.array.constructor.name,array:Array.prototype.slice.call(t.array)});let i=this.attributes;for(let l in i){let c=i[l];e.data.attributes[l]=c.toJSON(e.data)}let r={},s=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],u=[];for(let h=0,d=c.length;h<d;h++){let f=c[h];u.push(f.toJSON(e.data))}u.length>0&&(r[l]=u,s=!0)}s&&(e.data.morphAttributes=r,e.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(e.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(e.data.boundingSphere=a.toJSON()),e}clone(){return new this.constructor().copy(this)}copy(e){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let t={};this.name=e.name;let i=e.index;i!==null&&this.setIndex(i.clone());let r=e.attributes;for(let c in r){let u=r[c];this.setAttribute(c,u.clone(t))}let s=e.morphAttributes;for(let c in s){let u=[],h=s[c];for(let d=0,f=h.length;d<f;d++)u.push(h[d].clone(t));this.morphAttributes[c]=u}this.morphTargetsRelative=e.morphTargetsRelative;let o=e.groups;for(let c=0,u=o.length;c<u;c++){let h=o[c];this.addGroup(h.start,h.count,h.materialIndex)}let a=e.boundingBox;a!==null&&(this.boundingBox=a.clone());let l=e.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=e.drawRange.start,this.drawRange.count=e.drawRange.count,this.userData=e.userData,this._transformed=e._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}};var Sm=new G,SR=new G,MR=new Ue,yi=class{constructor(e=new G(1,0,0),t=0){this.isPlane=!0,this.normal=e,this.constant=t}set(e,t){return this.normal.copy(e),this.constant=t,this}setComponents(e,t,i,r){return this.normal.set(e,t,i),this.constant=r,this}setFromNormalAndCoplanarPoint(e,t){return this.normal.copy(e),this.constant=-t.dot(this.normal),this}setFromCoplanarPoints(e,t,i){let r=Sm.subVectors(i,t).cross(SR.subVectors(e,t)).normalize();return this.setFromNormalAndCoplanarPoint(r,e),this}copy(e){return this.normal.copy(e.normal),this.constant=e.constant,this}normalize(){let e=1/this.normal.length();return this.normal.multiplyScalar(e),this.constant*=e,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(e){return this.normal.dot(e)+this.constant}distanceToSphere(e){return this.distanceToPoint(e.center)-e.radius}projectPoint(e,t){return t.copy(e).addScaledVector(this.normal,-this.distanceToPoint(e))}intersectLine(e,t,i=!0){let r=e.delta(Sm),s=this.normal.dot(r);if(s===0)return this.distanceToPoint(e.start)===0?t.copy(e.start):null;let o=-(e.start.dot(this.normal)+this.constant)/s;return i===!0&&(o<0||o>1)?null:t.copy(e.start).addScaledVector(r,o)}intersectsLine(e){let t=this.distanceToPoint(e.start),i=this.distanceToPoint(e.end);return t<0&&i>0||i<0&&t>0}intersectsBox(e){return e.intersectsPlane(this)}intersectsSphere(e){return e.intersectsPlane(this)}coplanarPoint(e){return e.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(e,t){let i=t||MR.getNormalMatrix(e),r=this.coplanarPoint(Sm).applyMatrix4(e),s=this.normal.applyMatrix3(i).normalize();return this.constant=-r.dot(s),this}translate(e){return this.constant-=e.dot(this.normal),this}equals(e){return e.normal.equals(this.normal)&&e.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(e){return this.normal.fromArray(e.normal),this.constant=e.constant,this}},ER=0,ir=class extends Ui{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:ER++}),this.uuid=hl(),this.name="",this.type="Material",this.blending=Lo,this.side=_i,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=Vm,this.blendDst=Hm,this.blendEquation=gs,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new je(0,0,0),this.blendAlpha=0,this.depthFunc=wo,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Vv,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=Ju,this.stencilZFail=Ju,this.stencilZPass=Ju,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(e){this._alphaTest>0!=e>0&&this.version++,this._alphaTest=e}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(e){if(e!==void 0)for(let t in e){let i=e[t];if(i===void 0){Ne(`Material: parameter '${t}' has value of undefined.`);continue}let r=this[t];if(r===void 0){Ne(`Material: '${t}' is not a property of THREE.${this.type}.`);continue}r&&r.isColor?r.set(i):r&&r.isVector2&&i&&i.isVector2||r&&r.isEuler&&i&&i.isEuler||r&&r.isVector3&&i&&i.isVector3?r.copy(i):this[t]=i}}toJSON(e){let t=e===void 0||typeof e=="string";t&&(e={textures:{},images:{}});let i={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};i.uuid=this.uuid,i.type=this.type,i.blending=this.blending,i.side=this.side,i.shadowSide=this.shadowSide,i.vertexColors=this.vertexColors,i.opacity=this.opacity,i.transparent=this.transparent,i.blendSrc=this.blendSrc,i.blendDst=this.blendDst,i.blendEquation=this.blendEquation,i.blendSrcAlpha=this.blendSrcAlpha,i.blendDstAlpha=this.blendDstAlpha,i.blendEquationAlpha=this.blendEquationAlpha,i.blendColor=this.blendColor.getHex(),i.blendAlpha=this.blendAlpha,i.depthFunc=this.depthFunc,i.depthTest=this.depthTest,i.depthWrite=this.depthWrite,i.colorWrite=this.colorWrite,i.clipIntersection=this.clipIntersection,i.clipShadows=this.clipShadows,i.stencilWriteMask=this.stencilWriteMask,i.stencilFunc=this.stencilFunc,i.stencilRef=this.stencilRef,i.stencilFuncMask=this.stencilFuncMask,i.stencilFail=this.stencilFail,i.stencilZFail=this.stencilZFail,i.stencilZPass=this.stencilZPass,i.stencilWrite=this.stencilWrite,i.polygonOffset=this.polygonOffset,i.polygonOffsetFactor=this.polygonOffsetFactor,i.polygonOffsetUnits=this.polygonOffsetUnits,i.dithering=this.dithering,i.alphaTest=this.alphaTest,i.alphaHash=this.alphaHash,i.alphaToCoverage=this.alphaToCoverage,i.premultipliedAlpha=this.premultipliedAlpha,i.forceSinglePass=this.forceSinglePass,i.allowOverride=this.allowOverride,i.visible=this.visible,i.toneMapped=this.toneMapped,i.name=this.name,this.color&&this.color.isColor&&(i.color=this.color.getHex()),this.roughness!==void 0&&(i.roughness=this.roughness),this.metalness!==void 0&&(i.metalness=this.metalness),this.sheen!==void 0&&(i.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(i.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(i.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(i.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(i.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(i.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(i.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(i.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(i.shininess=this.shininess),this.clearcoat!==void 0&&(i.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(i.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(i.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(i.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(e).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(i.clearcoatMap=this.clearcoatMap.toJSON(e).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(i.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(e).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(i.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(e).uuid,i.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(i.sheenColorMap=this.sheenColorMap.toJSON(e).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(i.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(e).uuid),this.dispersion!==void 0&&(i.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(i.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(i.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(i.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(i.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(i.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(i.iridescenceMap=this.iridescenceMap.toJSON(e).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(i.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(e).uuid),this.anisotropy!==void 0&&(i.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(i.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(i.anisotropyMap=this.anisotropyMap.toJSON(e).uuid),this.map&&this.map.isTexture&&(i.map=this.map.toJSON(e).uuid),this.matcap&&this.matcap.isTexture&&(i.matcap=this.matcap.toJSON(e).uuid),this.alphaMap&&this.alphaMap.isTexture&&(i.alphaMap=this.alphaMap.toJSON(e).uuid),this.lightMap&&this.lightMap.isTexture&&(i.lightMap=this.lightMap.toJSON(e).uuid,i.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(i.aoMap=this.aoMap.toJSON(e).uuid,i.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(i.bumpMap=this.bumpMap.toJSON(e).uuid,i.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(i.normalMap=this.normalMap.toJSON(e).uuid,i.normalMapType=this.normalMapType,i.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(i.displacementMap=this.displacementMap.toJSON(e).uuid,i.displacementScale=this.displacementScale,i.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(i.roughnessMap=this.roughnessMap.toJSON(e).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(i.metalnessMap=this.metalnessMap.toJSON(e).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(i.emissiveMap=this.emissiveMap.toJSON(e).uuid),this.specularMap&&this.specularMap.isTexture&&(i.specularMap=this.specularMap.toJSON(e).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(i.specularIntensityMap=this.specularIntensityMap.toJSON(e).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(i.specularColorMap=this.specularColorMap.toJSON(e).uuid),this.envMap&&this.envMap.isTexture&&(i.envMap=this.envMap.toJSON(e).uuid,this.combine!==void 0&&(i.combine=this.combine)),this.envMapRotation!==void 0&&(i.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(i.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(i.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(i.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(i.gradientMap=this.gradientMap.toJSON(e).uuid),this.transmission!==void 0&&(i.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(i.transmissionMap=this.transmissionMap.toJSON(e).uuid),this.thickness!==void 0&&(i.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(i.thicknessMap=this.thicknessMap.toJSON(e).uuid),this.attenuationDistance!==void 0&&(i.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(i.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(i.size=this.size),this.sizeAttenuation!==void 0&&(i.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(i.clippingPlanes=this.clippingPlanes.map(s=>s.toJSON())),this.rotation!==void 0&&(i.rotation=this.rotation),this.depthPacking!==void 0&&(i.depthPacking=this.depthPacking),this.linewidth!==void 0&&(i.linewidth=this.linewidth),this.linecap!==void 0&&(i.linecap=this.linecap),this.linejoin!==void 0&&(i.linejoin=this.linejoin),this.dashSize!==void 0&&(i.dashSize=this.dashSize),this.gapSize!==void 0&&(i.gapSize=this.gapSize),this.scale!==void 0&&(i.scale=this.scale),this.wireframe!==void 0&&(i.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(i.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(i.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(i.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(i.flatShading=this.flatShading),this.fog!==void 0&&(i.fog=this.fog),Object.keys(this.userData).length>0&&(i.userData=this.userData);function r(s){let o=[];for(let a in s){let l=s[a];delete l.metadata,o.push(l)}return o}if(t){let s=r(e.textures),o=r(e.images);s.length>0&&(i.textures=s),o.length>0&&(i.images=o)}return i}fromJSON(e,t){if(e.uuid!==void 0&&(this.uuid=e.uuid),e.name!==void 0&&(this.name=e.name),e.color!==void 0&&this.color!==void 0&&this.color.setHex(e.color),e.roughness!==void 0&&(this.roughness=e.roughness),e.metalness!==void 0&&(this.metalness=e.metalness),e.sheen!==void 0&&(this.sheen=e.sheen),e.sheenColor!==void 0&&(this.sheenColor=new je().setHex(e.sheenColor)),e.sheenRoughness!==void 0&&(this.sheenRoughness=e.sheenRoughness),e.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(e.emissive),e.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(e.specular),e.specularIntensity!==void 0&&(this.specularIntensity=e.specularIntensity),e.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(e.specularColor),e.shininess!==void 0&&(this.shininess=e.shininess),e.clearcoat!==void 0&&(this.clearcoat=e.clearcoat),e.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=e.clearcoatRoughness),e.diffuseRoughness!==void 0&&(this.diffuseRoughness=e.diffuseRoughness),e.dispersion!==void 0&&(this.dispersion=e.dispersion),e.retroreflectivity!==void 0&&(this.retroreflectivity=e.retroreflectivity),e.iridescence!==void 0&&(this.iridescence=e.iridescence),e.iridescenceIOR!==void 0&&(this.iridescenceIOR=e.iridescenceIOR),e.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessMinimum),e.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=e.iridescenceThicknessMaximum),e.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=e.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=e.iridescenceThicknessRange[1]),e.transmission!==void 0&&(this.transmission=e.transmission),e.thickness!==void 0&&(this.thickness=e.thickness),e.attenuationDistance!==void 0&&(this.attenuationDistance=e.attenuationDistance),e.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(e.attenuationColor),e.anisotropy!==void 0&&(this.anisotropy=e.anisotropy),e.anisotropyRotation!==void 0&&(this.anisotropyRotation=e.anisotropyRotation),e.fog!==void 0&&(this.fog=e.fog),e.flatShading!==void 0&&(this.flatShading=e.flatShading),e.blending!==void 0&&(this.blending=e.blending),e.combine!==void 0&&(this.combine=e.combine),e.side!==void 0&&(this.side=e.side),e.shadowSide!==void 0&&(this.shadowSide=e.shadowSide),e.opacity!==void 0&&(this.opacity=e.opacity),e.transparent!==void 0&&(this.transparent=e.transparent),e.alphaTest!==void 0&&(this.alphaTest=e.alphaTest),e.alphaHash!==void 0&&(this.alphaHash=e.alphaHash),e.depthFunc!==void 0&&(this.depthFunc=e.depthFunc),e.depthTest!==void 0&&(this.depthTest=e.depthTest),e.depthWrite!==void 0&&(this.depthWrite=e.depthWrite),e.colorWrite!==void 0&&(this.colorWrite=e.colorWrite),e.clippingPlanes!==void 0&&(this.clippingPlanes=e.clippingPlanes.map(i=>new yi().fromJSON(i))),e.clipIntersection!==void 0&&(this.clipIntersection=e.clipIntersection),e.clipShadows!==void 0&&(this.clipShadows=e.clipShadows),e.depthPacking!==void 0&&(this.depthPacking=e.depthPacking),e.blendSrc!==void 0&&(this.blendSrc=e.blendSrc),e.blendDst!==void 0&&(this.blendDst=e.blendDst),e.blendEquation!==void 0&&(this.blendEquation=e.blendEquation),e.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=e.blendSrcAlpha),e.blendDstAlpha!==void 0&&(this.blendDstAlpha=e.blendDstAlpha),e.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=e.blendEquationAlpha),e.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(e.blendColor),e.blendAlpha!==void 0&&(this.blendAlpha=e.blendAlpha),e.stencilWriteMask!==void 0&&(this.stencilWriteMask=e.stencilWriteMask),e.stencilFunc!==void 0&&(this.stencilFunc=e.stencilFunc),e.stencilRef!==void 0&&(this.stencilRef=e.stencilRef),e.stencilFuncMask!==void 0&&(this.stencilFuncMask=e.stencilFuncMask),e.stencilFail!==void 0&&(this.stencilFail=e.stencilFail),e.stencilZFail!==void 0&&(this.stencilZFail=e.stencilZFail),e.stencilZPass!==void 0&&(this.stencilZPass=e.stencilZPass),e.stencilWrite!==void 0&&(this.stencilWrite=e.stencilWrite),e.wireframe!==void 0&&(this.wireframe=e.wireframe),e.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=e.wireframeLinewidth),e.wireframeLinecap!==void 0&&(this.wireframeLinecap=e.wireframeLinecap),e.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=e.wireframeLinejoin),e.rotation!==void 0&&(this.rotation=e.rotation),e.linewidth!==void 0&&(this.linewidth=e.linewidth),e.linecap!==void 0&&(this.linecap=e.linecap),e.linejoin!==void 0&&(this.linejoin=e.linejoin),e.dashSize!==void 0&&(this.dashSize=e.dashSize),e.gapSize!==void 0&&(this.gapSize=e.gapSize),e.scale!==void 0&&(this.scale=e.scale),e.polygonOffset!==void 0&&(this.polygonOffset=e.polygonOffset),e.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=e.polygonOffsetFactor),e.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=e.polygonOffsetUnits),e.dithering!==void 0&&(this.dithering=e.dithering),e.alphaToCoverage!==void 0&&(this.alphaToCoverage=e.alphaToCoverage),e.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=e.premultipliedAlpha),e.forceSinglePass!==void 0&&(this.forceSinglePass=e.forceSinglePass),e.allowOverride!==void 0&&(this.allowOverride=e.allowOverride),e.visible!==void 0&&(this.visible=e.visible),e.toneMapped!==void 0&&(this.toneMapped=e.toneMapped),e.userData!==void 0&&(this.userData=e.userData),e.vertexColors!==void 0&&(typeof e.vertexColors=="number"?this.vertexColors=e.vertexColors>0:this.vertexColors=e.vertexColors),e.size!==void 0&&(this.size=e.size),e.sizeAttenuation!==void 0&&(this.sizeAttenuation=e.sizeAttenuation),e.map!==void 0&&(this.map=t[e.map]||null),e.matcap!==void 0&&(this.matcap=t[e.matcap]||null),e.alphaMap!==void 0&&(this.alphaMap=t[e.alphaMap]||null),e.bumpMap!==void 0&&(this.bumpMap=t[e.bumpMap]||null),e.bumpScale!==void 0&&(this.bumpScale=e.bumpScale),e.normalMap!==void 0&&(this.normalMap=t[e.normalMap]||null),e.normalMapType!==void 0&&(this.normalMapType=e.normalMapType),e.normalScale!==void 0){let i=e.normalScale;Array.isArray(i)===!1&&(i=[i,i]),this.normalScale=new rt().fromArray(i)}return e.displacementMap!==void 0&&(this.displacementMap=t[e.displacementMap]||null),e.displacementScale!==void 0&&(this.displacementScale=e.displacementScale),e.displacementBias!==void 0&&(this.displacementBias=e.displacementBias),e.roughnessMap!==void 0&&(this.roughnessMap=t[e.roughnessMap]||null),e.metalnessMap!==void 0&&(this.metalnessMap=t[e.metalnessMap]||null),e.emissiveMap!==void 0&&(this.emissiveMap=t[e.emissiveMap]||null),e.emissiveIntensity!==void 0&&(this.emissiveIntensity=e.emissiveIntensity),e.specularMap!==void 0&&(this.specularMap=t[e.specularMap]||null),e.specularIntensityMap!==void 0&&(this.specularIntensityMap=t[e.specularIntensityMap]||null),e.specularColorMap!==void 0&&(this.specularColorMap=t[e.specularColorMap]||null),e.envMap!==void 0&&(this.envMap=t[e.envMap]||null),e.envMapRotation!==void 0&&this.envMapRotation.fromArray(e.envMapRotation),e.envMapIntensity!==void 0&&(this.envMapIntensity=e.envMapIntensity),e.reflectivity!==void 0&&(this.reflectivity=e.reflectivity),e.refractionRatio!==void 0&&(this.refractionRatio=e.refractionRatio),e.lightMap!==void 0&&(this.lightMap=t[e.lightMap]||null),e.lightMapIntensity!==void 0&&(this.lightMapIntensity=e.lightMapIntensity),e.aoMap!==void 0&&(this.aoMap=t[e.aoMap]||null),e.aoMapIntensity!==void 0&&(this.aoMapIntensity=e.aoMapIntensity),e.gradientMap!==void 0&&(this.gradientMap=t[e.gradientMap]||null),e.clearcoatMap!==void 0&&(this.clearcoatMap=t[e.clearcoatMap]||null),e.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=t[e.clearcoatRoughnessMap]||null),e.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=t[e.clearcoatNormalMap]||null),e.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new rt().fromArray(e.clearcoatNormalScale)),e.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=t[e.diffuseRoughnessMap]||null),e.iridescenceMap!==void 0&&(this.iridescenceMap=t[e.iridescenceMap]||null),e.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=t[e.iridescenceThicknessMap]||null),e.transmissionMap!==void 0&&(this.transmissionMap=t[e.transmissionMap]||null),e.thicknessMap!==void 0&&(this.thicknessMap=t[e.thicknessMap]||null),e.anisotropyMap!==void 0&&(this.anisotropyMap=t[e.anisotropyMap]||null),e.sheenColorMap!==void 0&&(this.sheenColorMap=t[e.sheenColorMap]||null),e.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=t[e.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(e){this.name=e.name,this.blending=e.blending,this.side=e.side,this.vertexColors=e.vertexColors,this.opacity=e.opacity,this.transparent=e.transparent,this.blendSrc=e.blendSrc,this.blendDst=e.blendDst,this.blendEquation=e.blendEquation,this.blendSrcAlpha=e.blendSrcAlpha,this.blendDstAlpha=e.blendDstAlpha,this.blendEquationAlpha=e.blendEquationAlpha,this.blendColor.copy(e.blendColor),this.blendAlpha=e.blendAlpha,this.depthFunc=e.depthFunc,this.depthTest=e.depthTest,this.depthWrite=e.depthWrite,this.stencilWriteMask=e.stencilWriteMask,this.stencilFunc=e.stencilFunc,this.stencilRef=e.stencilRef,this.stencilFuncMask=e.stencilFuncMask,this.stencilFail=e.stencilFail,this.stencilZFail=e.stencilZFail,this.stencilZPass=e.stencilZPass,this.stencilWrite=e.stencilWrite;let t=e.clippingPlanes,i=null;if(t!==null){let r=t.length;i=new Array(r);for(let s=0;s!==r;++s)i[s]=t[s].clone()}return this.clippingPlanes=i,this.clipIntersection=e.clipIntersection,this.clipShadows=e.clipShadows,this.shadowSide=e.shadowSide,this.colorWrite=e.colorWrite,this.precision=e.precision,this.polygonOffset=e.polygonOffset,this.polygonOffsetFactor=e.polygonOffsetFactor,this.polygonOffsetUnits=e.polygonOffsetUnits,this.dithering=e.dithering,this.alphaTest=e.alphaTest,this.alphaHash=e.alphaHash,this.alphaToCoverage=e.alphaToCoverage,this.premultipliedAlpha=e.premultipliedAlpha,this.forceSinglePass=e.forceSinglePass,this.allowOverride=e.allowOverride,this.visible=e.visible,this.toneMapped=e.toneMapped,this.userData=JSON.parse(JSON.stringify(e.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(e){e===!0&&this.version++}};var Qi=new G,Mm=new G,Iu=new G,Nu=new G,To=class{constructor(e=new G,t=new G(0,0,-1)){this.origin=e,this.direction=t}set(e,t){return this.origin.copy(e),this.direction.copy(t),this}copy(e){return this.origin.copy(e.origin),this.direction.copy(e.direction),this}at(e,t){return t.copy(this.origin).addScaledVector(this.direction,e)}lookAt(e){return this.direction.copy(e).sub(this.origin).normalize(),this}recast(e){return this.origin.copy(this.at(e,Qi)),this}closestPointToPoint(e,t){t.subVectors(e,this.origin);let i=t.dot(this.direction);return i<0?t.copy(this.origin):t.copy(this.origin).addScaledVector(this.direction,i)}distanceToPoint(e){return Math.sqrt(this.distanceSqToPoint(e))}distanceSqToPoint(e){let t=Qi.subVectors(e,this.origin).dot(this.direction);return t<0?this.origin.distanceToSquared(e):(Qi.copy(this.origin).addScaledVector(this.direction,t),Qi.distanceToSquared(e))}distanceSqToSegment(e,t,i,r){Mm.copy(e).add(t).multiplyScalar(.5),Iu.copy(t).sub(e).normalize(),Nu.copy(this.origin).sub(Mm);let s=e.distanceTo(t)*.5,o=-this.direction.dot(Iu),a=Nu.dot(this.direction),l=-Nu.dot(Iu),c=Nu.lengthSq(),u=Math.abs(1-o*o),h,d,f,m;if(u>0)if(h=o*l-a,d=o*a-l,m=s*u,h>=0)if(d>=-m)if(d<=m){let b=1/u;h*=b,d*=b,f=h*(h+o*d+2*a)+d*(o*h+d+2*l)+c}else d=s,h=Math.max(0,-(o*d+a)),f=-h*h+d*(d+2*l)+c;else d=-s,h=Math.max(0,-(o*d+a)),f=-h*h+d*(d+2*l)+c;else d<=-m?(h=Math.max(0,-(-o*s+a)),d=h>0?-s:Math.min(Math.max(-s,-l),s),f=-h*h+d*(d+2*l)+c):d<=m?(h=0,d=Math.min(Math.max(-s,-l),s),f=d*(d+2*l)+c):(h=Math.max(0,-(o*s+a)),d=h>0?s:Math.min(Math.max(-s,-l),s),f=-h*h+d*(d+2*l)+c);else d=o>0?-s:s,h=Math.max(0,-(o*d+a)),f=-h*h+d*(d+2*l)+c;return i&&i.copy(this.origin).addScaledVector(this.direction,h),r&&r.copy(Mm).addScaledVector(Iu,d),f}intersectSphere(e,t){if(e.radius<0)return null;Qi.subVectors(e.center,this.origin);let i=Qi.dot(this.direction),r=Qi.dot(Qi)-i*i,s=e.radius*e.radius;if(r>s)return null;let o=Math.sqrt(s-r),a=i-o,l=i+o;return l<0?null:a<0?this.at(l,t):this.at(a,t)}intersectsSphere(e){return e.radius<0?!1:this.distanceSqToPoint(e.center)<=e.radius*e.radius}distanceToPlane(e){let t=e.normal.dot(this.direction);if(t===0)return e.distanceToPoint(this.origin)===0?0:null;let i=-(this.origin.dot(e.normal)+e.constant)/t;return i>=0?i:null}intersectPlane(e,t){let i=this.distanceToPlane(e);return i===null?null:this.at(i,t)}intersectsPlane(e){let t=e.distanceToPoint(this.origin);return t===0||e.normal.dot(this.direction)*t<0}intersectBox(e,t){let i,r,s,o,a,l,c=1/this.direction.x,u=1/this.direction.y,h=1/this.direction.z,d=this.origin;return c>=0?(i=(e.min.x-d.x)*c,r=(e.max.x-d.x)*c):(i=(e.max.x-d.x)*c,r=(e.min.x-d.x)*c),u>=0?(s=(e.min.y-d.y)*u,o=(e.max.y-d.y)*u):(s=(e.max.y-d.y)*u,o=(e.min.y-d.y)*u),i>o||s>r||((s>i||isNaN(i))&&(i=s),(o<r||isNaN(r))&&(r=o),h>=0?(a=(e.min.z-d.z)*h,l=(e.max.z-d.z)*h):(a=(e.max.z-d.z)*h,l=(e.min.z-d.z)*h),i>l||a>r)||((a>i||i!==i)&&(i=a),(l<r||r!==r)&&(r=l),r<0)?null:this.at(i>=0?i:r,t)}intersectsBox(e){return this.intersectBox(e,Qi)!==null}intersectTriangle(e,t,i,r,s){let o=this.origin,a=this.direction,l=a.x,c=a.y,u=a.z,h=e.x-o.x,d=e.y-o.y,f=e.z-o.z,m=t.x-o.x,b=t.y-o.y,p=t.z-o.z,g=i.x-o.x,S=i.y-o.y,E=i.z-o.z,w=Math.abs(l),C=Math.abs(c),T=Math.abs(u),y,M,D,I,N,V,W,R,L,H,z,ne;if(w>=C&&w>=T?(D=l,V=h,L=m,ne=g,l>=0?(y=c,M=u,I=d,N=f,W=b,R=p,H=S,z=E):(y=u,M=c,I=f,N=d,W=p,R=b,H=E,z=S)):C>=T?(D=c,V=d,L=b,ne=S,c>=0?(y=u,M=l,I=f,N=h,W=p,R=m,H=E,z=g):(y=l,M=u,I=h,N=f,W=m,R=p,H=g,z=E)):(D=u,V=f,L=p,ne=E,u>=0?(y=l,M=c,I=h,N=d,W=m,R=b,H=g,z=S):(y=c,M=l,I=d,N=h,W=b,R=m,H=S,z=g)),D===0)return null;let X=y/D,Q=M/D,ee=1/D,xe=I-X*V,Ce=N-Q*V,Y=W-X*L,he=R-Q*L,we=H-X*ne,Le=z-Q*ne,ye=we*he-Le*Y,Ve=xe*Le-Ce*we,Ht=Y*Ce-he*xe;if(r){if(ye<0||Ve<0||Ht<0)return null}else if((ye<0||Ve<0||Ht<0)&&(ye>0||Ve>0||Ht>0))return null;let ke=ye+Ve+Ht;if(ke===0)return null;let pt=ee*(ye*V+Ve*L+Ht*ne);return(ke>0?pt<0:pt>0)?null:this.at(pt/ke,s)}applyMatrix4(e){return this.origin.applyMatrix4(e),this.direction.transformDirection(e),this}equals(e){return e.origin.equals(this.origin)&&e.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},fh=class extends ir{constructor(e){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new je(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Or,this.combine=Gm,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.lightMap=e.lightMap,this.lightMapIntensity=e.lightMapIntensity,this.aoMap=e.aoMap,this.aoMapIntensity=e.aoMapIntensity,this.specularMap=e.specularMap,this.alphaMap=e.alphaMap,this.envMap=e.envMap,this.envMapRotation.copy(e.envMapRotation),this.combine=e.combine,this.reflectivity=e.reflectivity,this.refractionRatio=e.refractionRatio,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.wireframeLinecap=e.wireframeLinecap,this.wireframeLinejoin=e.wireframeLinejoin,this.fog=e.fog,this}},Zb=new Rt,us=new To,ku=new Ur,Jb=new G,Du=new G,Ou=new G,Fu=new G,Em=new G,Uu=new G,Qb=new G,Bu=new G,Pt=class extends zn{constructor(e=new Dt,t=new fh){super(),this.isMesh=!0,this.type="Mesh",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let r=t[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}getVertexPosition(e,t){let i=this.geometry,r=i.attributes.position,s=i.morphAttributes.position,o=i.morphTargetsRelative;t.fromBufferAttribute(r,e);let a=this.morphTargetInfluences;if(s&&a){Uu.set(0,0,0);for(let l=0,c=s.length;l<c;l++){let u=a[l],h=s[l];u!==0&&(Em.fromBufferAttribute(h,e),o?Uu.addScaledVector(Em,u):Uu.addScaledVector(Em.sub(t),u))}t.add(Uu)}return t}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,r=this.material,s=this.matrixWorld;r!==void 0&&(i.boundingSphere===null&&i.computeBoundingSphere(),ku.copy(i.boundingSphere),ku.applyMatrix4(s),us.copy(e.ray).recast(e.near),!(ku.containsPoint(us.origin)===!1&&(us.intersectSphere(ku,Jb)===null||us.origin.distanceToSquared(Jb)>(e.far-e.near)**2))&&(Zb.copy(s).invert(),us.copy(e.ray).applyMatrix4(Zb),!(i.boundingBox!==null&&us.intersectsBox(i.boundingBox)===!1)&&this._computeIntersections(e,t,us)))}_computeIntersections(e,t,i){let r,s=this.geometry,o=this.material,a=s.index,l=s.attributes.position,c=s.attributes.uv,u=s.attributes.uv1,h=s.attributes.normal,d=s.groups,f=s.drawRange;if(a!==null)if(Array.isArray(o))for(let m=0,b=d.length;m<b;m++){let p=d[m],g=o[p.materialIndex],S=Math.max(p.start,f.start),E=Math.min(a.count,Math.min(p.start+p.count,f.start+f.count));for(let w=S,C=E;w<C;w+=3){let T=a.getX(w),y=a.getX(w+1),M=a.getX(w+2);r=zu(this,g,e,i,c,u,h,T,y,M),r&&(r.faceIndex=Math.floor(w/3),r.face.materialIndex=p.materialIndex,t.push(r))}}else{let m=Math.max(0,f.start),b=Math.min(a.count,f.start+f.count);for(let p=m,g=b;p<g;p+=3){let S=a.getX(p),E=a.getX(p+1),w=a.getX(p+2);r=zu(this,o,e,i,c,u,h,S,E,w),r&&(r.faceIndex=Math.floor(p/3),t.push(r))}}else if(l!==void 0)if(Array.isArray(o))for(let m=0,b=d.length;m<b;m++){let p=d[m],g=o[p.materialIndex],S=Math.max(p.start,f.start),E=Math.min(l.count,Math.min(p.start+p.count,f.start+f.count));for(let w=S,C=E;w<C;w+=3){let T=w,y=w+1,M=w+2;r=zu(this,g,e,i,c,u,h,T,y,M),r&&(r.faceIndex=Math.floor(w/3),r.face.materialIndex=p.materialIndex,t.push(r))}}else{let m=Math.max(0,f.start),b=Math.min(l.count,f.start+f.count);for(let p=m,g=b;p<g;p+=3){let S=p,E=p+1,w=p+2;r=zu(this,o,e,i,c,u,h,S,E,w),r&&(r.faceIndex=Math.floor(p/3),t.push(r))}}}};function TR(n,e,t,i,r,s,o,a){let l;if(e.side===In?l=i.intersectTriangle(o,s,r,!0,a):l=i.intersectTriangle(r,s,o,e.side===_i,a),l===null)return null;Bu.copy(a),Bu.applyMatrix4(n.matrixWorld);let c=t.ray.origin.distanceTo(Bu);return c<t.near||c>t.far?null:{distance:c,point:Bu.clone(),object:n}}function zu(n,e,t,i,r,s,o,a,l,c){n.getVertexPosition(a,Du),n.getVertexPosition(l,Ou),n.getVertexPosition(c,Fu);let u=TR(n,e,t,i,Du,Ou,Fu,Qb);if(u){let h=new G;Dr.getBarycoord(Qb,Du,Ou,Fu,h),r&&(u.uv=Dr.getInterpolatedAttribute(r,a,l,c,h,new rt)),s&&(u.uv1=Dr.getInterpolatedAttribute(s,a,l,c,h,new rt)),o&&(u.normal=Dr.getInterpolatedAttribute(o,a,l,c,h,new G),u.normal.dot(i.direction)>0&&u.normal.multiplyScalar(-1));let d={a,b:l,c,normal:new G,materialIndex:0};Dr.getNormal(Du,Ou,Fu,d.normal),u.face=d,u.barycoord=h}return u}var ph=class extends Ln{constructor(e=null,t=1,i=1,r,s,o,a,l,c=Xt,u=Xt,h,d){super(null,o,a,l,c,u,r,s,h,d),this.isDataTexture=!0,this.image={data:e,width:t,height:i},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var rr=class extends vt{constructor(e,t,i,r=1){super(e,t,i),this.isInstancedBufferAttribute=!0,this.meshPerAttribute=r}copy(e){return super.copy(e),this.meshPerAttribute=e.meshPerAttribute,this}toJSON(){let e=super.toJSON();return e.meshPerAttribute=this.meshPerAttribute,e.isInstancedBufferAttribute=!0,e}};var hs=new Ur,AR=new rt(.5,.5),Vu=new G,fs=class{constructor(e=new yi,t=new yi,i=new yi,r=new yi,s=new yi,o=new yi){this.planes=[e,t,i,r,s,o]}set(e,t,i,r,s,o){let a=this.planes;return a[0].copy(e),a[1].copy(t),a[2].copy(i),a[3].copy(r),a[4].copy(s),a[5].copy(o),this}copy(e){let t=this.planes;for(let i=0;i<6;i++)t[i].copy(e.planes[i]);return this}setFromProjectionMatrix(e,t=si,i=!1){let r=this.planes,s=e.elements,o=s[0],a=s[1],l=s[2],c=s[3],u=s[4],h=s[5],d=s[6],f=s[7],m=s[8],b=s[9],p=s[10],g=s[11],S=s[12],E=s[13],w=s[14],C=s[15];if(r[0].setComponents(c-o,f-u,g-m,C-S).normalize(),r[1].setComponents(c+o,f+u,g+m,C+S).normalize(),r[2].setComponents(c+a,f+h,g+b,C+E).normalize(),r[3].setComponents(c-a,f-h,g-b,C-E).normalize(),i)r[4].setComponents(l,d,p,w).normalize(),r[5].setComponents(c-l,f-d,g-p,C-w).normalize();else if(r[4].setComponents(c-l,f-d,g-p,C-w).normalize(),t===si)r[5].setComponents(c+l,f+d,g+p,C+w).normalize();else if(t===Fa)r[5].setComponents(l,d,p,w).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+t);return this}intersectsObject(e){if(e.boundingSphere!==void 0)e.boundingSphere===null&&e.computeBoundingSphere(),hs.copy(e.boundingSphere).applyMatrix4(e.matrixWorld);else{let t=e.geometry;t.boundingSphere===null&&t.computeBoundingSphere(),hs.copy(t.boundingSphere).applyMatrix4(e.matrixWorld)}return this.intersectsSphere(hs)}intersectsSprite(e){hs.center.set(0,0,0);let t=AR.distanceTo(e.center);return hs.radius=.7071067811865476+t,hs.applyMatrix4(e.matrixWorld),this.intersectsSphere(hs)}intersectsSphere(e){let t=this.planes,i=e.center,r=-e.radius;for(let s=0;s<6;s++)if(t[s].distanceToPoint(i)<r)return!1;return!0}intersectsBox(e){let t=this.planes;for(let i=0;i<6;i++){let r=t[i];if(Vu.x=r.normal.x>0?e.max.x:e.min.x,Vu.y=r.normal.y>0?e.max.y:e.min.y,Vu.z=r.normal.z>0?e.max.z:e.min.z,r.distanceToPoint(Vu)<0)return!1}return!0}containsPoint(e){let t=this.planes;for(let i=0;i<6;i++)if(t[i].distanceToPoint(e)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},ev=new Rt,mh=class n{constructor(){this.coordinateSystem=si,this._frustums=[],this._count=0}setFromArrayCamera(e){let t=e.cameras,i=this._frustums;for(let r=0;r<t.length;r++){let s=t[r];ev.multiplyMatrices(s.projectionMatrix,s.matrixWorldInverse),i[r]===void 0&&(i[r]=new fs),i[r].setFromProjectionMatrix(ev,s.coordinateSystem,s.reversedDepth)}return this._count=t.length,this}getFrustum(e){return this._frustums[e]}intersectsObject(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsObject(e))return!0;return!1}intersectsSprite(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsSprite(e))return!0;return!1}intersectsSphere(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsSphere(e))return!0;return!1}intersectsBox(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].intersectsBox(e))return!0;return!1}containsPoint(e){let t=this._frustums;for(let i=0;i<this._count;i++)if(t[i].containsPoint(e))return!0;return!1}copy(e){this.coordinateSystem=e.coordinateSystem;let t=this._frustums,i=e._frustums;for(let r=0;r<e._count;r++)t[r]===void 0&&(t[r]=new fs),t[r].copy(i[r]);return this._count=e._count,this}clone(){return new n().copy(this)}};var gh=class extends ir{constructor(e){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new je(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.linewidth=e.linewidth,this.linecap=e.linecap,this.linejoin=e.linejoin,this.fog=e.fog,this}},yh=new G,_h=new G,tv=new Rt,La=new To,Hu=new Ur,Tm=new G,nv=new G,xh=class extends zn{constructor(e=new Dt,t=new gh){super(),this.isLine=!0,this.type="Line",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,i=[0];for(let r=1,s=t.count;r<s;r++)yh.fromBufferAttribute(t,r-1),_h.fromBufferAttribute(t,r),i[r]=i[r-1],i[r]+=yh.distanceTo(_h);e.setAttribute("lineDistance",new dn(i,1))}else Ne("Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,r=this.matrixWorld,s=e.params.Line.threshold,o=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),Hu.copy(i.boundingSphere),Hu.applyMatrix4(r),Hu.radius+=s,e.ray.intersectsSphere(Hu)===!1)return;tv.copy(r).invert(),La.copy(e.ray).applyMatrix4(tv);let a=s/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=this.isLineSegments?2:1,u=i.index,d=i.attributes.position;if(u!==null){let f=Math.max(0,o.start),m=Math.min(u.count,o.start+o.count);for(let b=f,p=m-1;b<p;b+=c){let g=u.getX(b),S=u.getX(b+1),E=Gu(this,e,La,l,g,S,b);E&&t.push(E)}if(this.isLineLoop){let b=u.getX(m-1),p=u.getX(f),g=Gu(this,e,La,l,b,p,m-1);g&&t.push(g)}}else{let f=Math.max(0,o.start),m=Math.min(d.count,o.start+o.count);for(let b=f,p=m-1;b<p;b+=c){let g=Gu(this,e,La,l,b,b+1,b);g&&t.push(g)}if(this.isLineLoop){let b=Gu(this,e,La,l,m-1,f,m-1);b&&t.push(b)}}}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let r=t[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}};function Gu(n,e,t,i,r,s,o){let a=n.geometry.attributes.position;if(yh.fromBufferAttribute(a,r),_h.fromBufferAttribute(a,s),t.distanceSqToSegment(yh,_h,Tm,nv)>i)return;Tm.applyMatrix4(n.matrixWorld);let c=e.ray.origin.distanceTo(Tm);if(!(c<e.near||c>e.far))return{distance:c,point:nv.clone().applyMatrix4(n.matrixWorld),index:o,face:null,faceIndex:null,barycoord:null,object:n}}var iv=new G,rv=new G,sr=class extends xh{constructor(e,t){super(e,t),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let e=this.geometry;if(e.index===null){let t=e.attributes.position,i=[];for(let r=0,s=t.count;r<s;r+=2)iv.fromBufferAttribute(t,r),rv.fromBufferAttribute(t,r+1),i[r]=r===0?0:i[r-1],i[r+1]=i[r]+iv.distanceTo(rv);e.setAttribute("lineDistance",new dn(i,1))}else Ne("LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var bh=class extends ir{constructor(e){super(),this.isPointsMaterial=!0,this.type="PointsMaterial",this.color=new je(16777215),this.map=null,this.alphaMap=null,this.size=1,this.sizeAttenuation=!0,this.fog=!0,this.setValues(e)}copy(e){return super.copy(e),this.color.copy(e.color),this.map=e.map,this.alphaMap=e.alphaMap,this.size=e.size,this.sizeAttenuation=e.sizeAttenuation,this.fog=e.fog,this}},sv=new Rt,Lm=new To,Wu=new Ur,Xu=new G,Ga=class extends zn{constructor(e=new Dt,t=new bh){super(),this.isPoints=!0,this.type="Points",this.geometry=e,this.material=t,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(e,t){return super.copy(e,t),e.morphTargetInfluences!==void 0?this.morphTargetInfluences=e.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,e.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},e.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(e.material)?e.material.slice():e.material,this.geometry=e.geometry,this}intersectsFrustum(e){return e.intersectsObject(this)}raycast(e,t){let i=this.geometry,r=this.matrixWorld,s=e.params.Points.threshold,o=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),Wu.copy(i.boundingSphere),Wu.applyMatrix4(r),Wu.radius+=s,e.ray.intersectsSphere(Wu)===!1)return;sv.copy(r).invert(),Lm.copy(e.ray).applyMatrix4(sv);let a=s/((this.scale.x+this.scale.y+this.scale.z)/3),l=a*a,c=i.index,h=i.attributes.position;if(c!==null){let d=Math.max(0,o.start),f=Math.min(c.count,o.start+o.count);for(let m=d,b=f;m<b;m++){let p=c.getX(m);Xu.fromBufferAttribute(h,p),ov(Xu,p,l,r,e,t,this)}}else{let d=Math.max(0,o.start),f=Math.min(h.count,o.start+o.count);for(let m=d,b=f;m<b;m++)Xu.fromBufferAttribute(h,m),ov(Xu,m,l,r,e,t,this)}}updateMorphTargets(){let t=this.geometry.morphAttributes,i=Object.keys(t);if(i.length>0){let r=t[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}};function ov(n,e,t,i,r,s,o){let a=Lm.distanceSqToPoint(n);if(a<t){let l=new G;Lm.closestPointToPoint(n,l),l.applyMatrix4(i);let c=r.ray.origin.distanceTo(l);if(c<r.near||c>r.far)return;s.push({distance:c,distanceToRay:Math.sqrt(a),point:l,index:e,face:null,faceIndex:null,barycoord:null,object:o})}}var Wa=class extends Ln{constructor(e,t){super({width:e,height:t}),this.isFramebufferTexture=!0,this.magFilter=Xt,this.minFilter=Xt,this.generateMipmaps=!1,this.needsUpdate=!0}copy(e){return super.copy(e),this.source=new ds(Object.assign({},e.image)),this}};var Xa=class extends Ln{constructor(e=[],t=ys,i,r,s,o,a,l,c,u){super(e,t,i,r,s,o,a,l,c,u),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(e){this.image=e}};var or=class extends Ln{constructor(e,t,i=xi,r,s,o,a=Xt,l=Xt,c,u=nr,h=1){if(u!==nr&&u!==lr)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let d={width:e,height:t,depth:h};super(d,r,s,o,a,l,u,i,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(e){return super.copy(e),this.source=new ds(Object.assign({},e.image)),this.compareFunction=e.compareFunction,this}toJSON(e){let t=super.toJSON(e);return t.compareFunction=this.compareFunction,t}},$a=class extends or{constructor(e,t=xi,i=ys,r,s,o=Xt,a=Xt,l,c=nr){let u={width:e,height:e,depth:1},h=[u,u,u,u,u,u];super(e,e,t,i,r,s,o,a,l,c),this.image=h,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(e){this.image=e}},qa=class extends Ln{constructor(e=null){super(),this.sourceTexture=e,this.isExternalTexture=!0}copy(e){return super.copy(e),this.sourceTexture=e.sourceTexture,this}},Ao=class n extends Dt{constructor(e=1,t=1,i=1,r=1,s=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:e,height:t,depth:i,widthSegments:r,heightSegments:s,depthSegments:o};let a=this;r=Math.floor(r),s=Math.floor(s),o=Math.floor(o);let l=[],c=[],u=[],h=[],d=0,f=0;m("z","y","x",-1,-1,i,t,e,o,s,0),m("z","y","x",1,-1,i,t,-e,o,s,1),m("x","z","y",1,1,e,i,t,r,o,2),m("x","z","y",1,-1,e,i,-t,r,o,3),m("x","y","z",1,-1,e,t,i,r,s,4),m("x","y","z",-1,-1,e,t,-i,r,s,5),this.setIndex(l),this.setAttribute("position",new dn(c,3)),this.setAttribute("normal",new dn(u,3)),this.setAttribute("uv",new dn(h,2));function m(b,p,g,S,E,w,C,T,y,M,D){let I=w/y,N=C/M,V=w/2,W=C/2,R=T/2,L=y+1,H=M+1,z=0,ne=0,X=new G;for(let Q=0;Q<H;Q++){let ee=Q*N-W;for(let xe=0;xe<L;xe++){let Ce=xe*I-V;X[b]=Ce*S,X[p]=ee*E,X[g]=R,c.push(X.x,X.y,X.z),X[b]=0,X[p]=0,X[g]=T>0?1:-1,u.push(X.x,X.y,X.z),h.push(xe/y),h.push(1-Q/M),z+=1}}for(let Q=0;Q<M;Q++)for(let ee=0;ee<y;ee++){let xe=d+ee+L*Q,Ce=d+ee+L*(Q+1),Y=d+(ee+1)+L*(Q+1),he=d+(ee+1)+L*Q;l.push(xe,Ce,he),l.push(Ce,Y,he),ne+=6}a.addGroup(f,ne,D),f+=ne,d+=z}}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.width,e.height,e.depth,e.widthSegments,e.heightSegments,e.depthSegments)}};function CR(n,e,t=2){let i=e&&e.length,r=i?e[0]*t:n.length,s=ew(n,0,r,t,!0),o=[];if(!s||s.next===s.prev)return o;let a,l,c;if(i&&(s=NR(n,e,s,t)),n.length>80*t){a=n[0],l=n[1];let u=a,h=l;for(let d=t;d<r;d+=t){let f=n[d],m=n[d+1];f<a&&(a=f),m<l&&(l=m),f>u&&(u=f),m>h&&(h=m)}c=Math.max(u-a,h-l),c=c!==0?32767/c:0}return Ya(s,o,t,a,l,c,0),o}function ew(n,e,t,i,r){let s;if(r===WR(n,e,t,i)>0)for(let o=e;o<t;o+=i)s=av(o/i|0,n[o],n[o+1],s);else for(let o=t-i;o>=e;o-=i)s=av(o/i|0,n[o],n[o+1],s);return s&&Co(s,s.next)&&(ja(s),s=s.next),s}function ps(n,e){if(!n)return n;e||(e=n);let t=n,i;do if(i=!1,!t.steiner&&(Co(t,t.next)||Nt(t.prev,t,t.next)===0)){if(ja(t),t=e=t.prev,t===t.next)break;i=!0}else t=t.next;while(i||t!==e);return e}function Ya(n,e,t,i,r,s,o){if(!n)return;!o&&s&&UR(n,i,r,s);let a=n;for(;n.prev!==n.next;){let l=n.prev,c=n.next;if(s?PR(n,i,r,s):RR(n)){e.push(l.i,n.i,c.i),ja(n),n=c.next,a=c.next;continue}if(n=c,n===a){o?o===1?(n=LR(ps(n),e),Ya(n,e,t,i,r,s,2)):o===2&&IR(n,e,t,i,r,s):Ya(ps(n),e,t,i,r,s,1);break}}}function RR(n){let e=n.prev,t=n,i=n.next;if(Nt(e,t,i)>=0)return!1;let r=e.x,s=t.x,o=i.x,a=e.y,l=t.y,c=i.y,u=Math.min(r,s,o),h=Math.min(a,l,c),d=Math.max(r,s,o),f=Math.max(a,l,c),m=i.next;for(;m!==e;){if(m.x>=u&&m.x<=d&&m.y>=h&&m.y<=f&&Ia(r,a,s,l,o,c,m.x,m.y)&&Nt(m.prev,m,m.next)>=0)return!1;m=m.next}return!0}function PR(n,e,t,i){let r=n.prev,s=n,o=n.next;if(Nt(r,s,o)>=0)return!1;let a=r.x,l=s.x,c=o.x,u=r.y,h=s.y,d=o.y,f=Math.min(a,l,c),m=Math.min(u,h,d),b=Math.max(a,l,c),p=Math.max(u,h,d),g=Im(f,m,e,t,i),S=Im(b,p,e,t,i),E=n.prevZ,w=n.nextZ;for(;E&&E.z>=g&&w&&w.z<=S;){if(E.x>=f&&E.x<=b&&E.y>=m&&E.y<=p&&E!==r&&E!==o&&Ia(a,u,l,h,c,d,E.x,E.y)&&Nt(E.prev,E,E.next)>=0||(E=E.prevZ,w.x>=f&&w.x<=b&&w.y>=m&&w.y<=p&&w!==r&&w!==o&&Ia(a,u,l,h,c,d,w.x,w.y)&&Nt(w.prev,w,w.next)>=0))return!1;w=w.nextZ}for(;E&&E.z>=g;){if(E.x>=f&&E.x<=b&&E.y>=m&&E.y<=p&&E!==r&&E!==o&&Ia(a,u,l,h,c,d,E.x,E.y)&&Nt(E.prev,E,E.next)>=0)return!1;E=E.prevZ}for(;w&&w.z<=S;){if(w.x>=f&&w.x<=b&&w.y>=m&&w.y<=p&&w!==r&&w!==o&&Ia(a,u,l,h,c,d,w.x,w.y)&&Nt(w.prev,w,w.next)>=0)return!1;w=w.nextZ}return!0}function LR(n,e){let t=n;do{let i=t.prev,r=t.next.next;!Co(i,r)&&nw(i,t,t.next,r)&&Ka(i,r)&&Ka(r,i)&&(e.push(i.i,t.i,r.i),ja(t),ja(t.next),t=n=r),t=t.next}while(t!==n);return ps(t)}function IR(n,e,t,i,r,s){let o=n;do{let a=o.next.next;for(;a!==o.prev;){if(o.i!==a.i&&VR(o,a)){let l=iw(o,a);o=ps(o,o.next),l=ps(l,l.next),Ya(o,e,t,i,r,s,0),Ya(l,e,t,i,r,s,0);return}a=a.next}o=o.next}while(o!==n)}function NR(n,e,t,i){let r=[];for(let s=0,o=e.length;s<o;s++){let a=e[s]*i,l=s<o-1?e[s+1]*i:n.length,c=ew(n,a,l,i,!1);c===c.next&&(c.steiner=!0),r.push(zR(c))}r.sort(kR);for(let s=0;s<r.length;s++)t=DR(r[s],t);return t}function kR(n,e){let t=n.x-e.x;if(t===0&&(t=n.y-e.y,t===0)){let i=(n.next.y-n.y)/(n.next.x-n.x),r=(e.next.y-e.y)/(e.next.x-e.x);t=i-r}return t}function DR(n,e){let t=OR(n,e);if(!t)return e;let i=iw(t,n);return ps(i,i.next),ps(t,t.next)}function OR(n,e){let t=e,i=n.x,r=n.y,s=-1/0,o;if(Co(n,t))return t;do{if(Co(n,t.next))return t.next;if(r<=t.y&&r>=t.next.y&&t.next.y!==t.y){let h=t.x+(r-t.y)*(t.next.x-t.x)/(t.next.y-t.y);if(h<=i&&h>s&&(s=h,o=t.x<t.next.x?t:t.next,h===i))return o}t=t.next}while(t!==e);if(!o)return null;let a=o,l=o.x,c=o.y,u=1/0;t=o;do{if(i>=t.x&&t.x>=l&&i!==t.x&&tw(r<c?i:s,r,l,c,r<c?s:i,r,t.x,t.y)){let h=Math.abs(r-t.y)/(i-t.x);Ka(t,n)&&(h<u||h===u&&(t.x>o.x||t.x===o.x&&FR(o,t)))&&(o=t,u=h)}t=t.next}while(t!==a);return o}function FR(n,e){return Nt(n.prev,n,e.prev)<0&&Nt(e.next,n,n.next)<0}function UR(n,e,t,i){let r=n;do r.z===0&&(r.z=Im(r.x,r.y,e,t,i)),r.prevZ=r.prev,r.nextZ=r.next,r=r.next;while(r!==n);r.prevZ.nextZ=null,r.prevZ=null,BR(r)}function BR(n){let e,t=1;do{let i=n,r;n=null;let s=null;for(e=0;i;){e++;let o=i,a=0;for(let c=0;c<t&&(a++,o=o.nextZ,!!o);c++);let l=t;for(;a>0||l>0&&o;)a!==0&&(l===0||!o||i.z<=o.z)?(r=i,i=i.nextZ,a--):(r=o,o=o.nextZ,l--),s?s.nextZ=r:n=r,r.prevZ=s,s=r;i=o}s.nextZ=null,t*=2}while(e>1);return n}function Im(n,e,t,i,r){return n=(n-t)*r|0,e=(e-i)*r|0,n=(n|n<<8)&16711935,n=(n|n<<4)&252645135,n=(n|n<<2)&858993459,n=(n|n<<1)&1431655765,e=(e|e<<8)&16711935,e=(e|e<<4)&252645135,e=(e|e<<2)&858993459,e=(e|e<<1)&1431655765,n|e<<1}function zR(n){let e=n,t=n;do(e.x<t.x||e.x===t.x&&e.y<t.y)&&(t=e),e=e.next;while(e!==n);return t}function tw(n,e,t,i,r,s,o,a){return(r-o)*(e-a)>=(n-o)*(s-a)&&(n-o)*(i-a)>=(t-o)*(e-a)&&(t-o)*(s-a)>=(r-o)*(i-a)}function Ia(n,e,t,i,r,s,o,a){return!(n===o&&e===a)&&tw(n,e,t,i,r,s,o,a)}function VR(n,e){return n.next.i!==e.i&&n.prev.i!==e.i&&!HR(n,e)&&(Ka(n,e)&&Ka(e,n)&&GR(n,e)&&(Nt(n.prev,n,e.prev)||Nt(n,e.prev,e))||Co(n,e)&&Nt(n.prev,n,n.next)>0&&Nt(e.prev,e,e.next)>0)}function Nt(n,e,t){return(e.y-n.y)*(t.x-e.x)-(e.x-n.x)*(t.y-e.y)}function Co(n,e){return n.x===e.x&&n.y===e.y}function nw(n,e,t,i){let r=qu(Nt(n,e,t)),s=qu(Nt(n,e,i)),o=qu(Nt(t,i,n)),a=qu(Nt(t,i,e));return!!(r!==s&&o!==a||r===0&&$u(n,t,e)||s===0&&$u(n,i,e)||o===0&&$u(t,n,i)||a===0&&$u(t,e,i))}function $u(n,e,t){return e.x<=Math.max(n.x,t.x)&&e.x>=Math.min(n.x,t.x)&&e.y<=Math.max(n.y,t.y)&&e.y>=Math.min(n.y,t.y)}function qu(n){return n>0?1:n<0?-1:0}function HR(n,e){let t=n;do{if(t.i!==n.i&&t.next.i!==n.i&&t.i!==e.i&&t.next.i!==e.i&&nw(t,t.next,n,e))return!0;t=t.next}while(t!==n);return!1}function Ka(n,e){return Nt(n.prev,n,n.next)<0?Nt(n,e,n.next)>=0&&Nt(n,n.prev,e)>=0:Nt(n,e,n.prev)<0||Nt(n,n.next,e)<0}function GR(n,e){let t=n,i=!1,r=(n.x+e.x)/2,s=(n.y+e.y)/2;do t.y>s!=t.next.y>s&&t.next.y!==t.y&&r<(t.next.x-t.x)*(s-t.y)/(t.next.y-t.y)+t.x&&(i=!i),t=t.next;while(t!==n);return i}function iw(n,e){let t=Nm(n.i,n.x,n.y),i=Nm(e.i,e.x,e.y),r=n.next,s=e.prev;return n.next=e,e.prev=n,t.next=r,r.prev=t,i.next=t,t.prev=i,s.next=i,i.prev=s,i}function av(n,e,t,i){let r=Nm(n,e,t);return i?(r.next=i.next,r.prev=i,i.next.prev=r,i.next=r):(r.prev=r,r.next=r),r}function ja(n){n.next.prev=n.prev,n.prev.next=n.next,n.prevZ&&(n.prevZ.nextZ=n.nextZ),n.nextZ&&(n.nextZ.prevZ=n.prevZ)}function Nm(n,e,t){return{i:n,x:e,y:t,prev:null,next:null,z:0,prevZ:null,nextZ:null,steiner:!1}}function WR(n,e,t,i){let r=0;for(let s=e,o=t-i;s<t;s+=i)r+=(n[o]-n[s])*(n[s+1]+n[o+1]),o=s;return r}var km=class{static triangulate(e,t,i=2){return CR(e,t,i)}},Za=class n{static area(e){let t=e.length,i=0;for(let r=t-1,s=0;s<t;r=s++)i+=e[r].x*e[s].y-e[s].x*e[r].y;return i*.5}static isClockWise(e){return n.area(e)<0}static triangulateShape(e,t){let i=[],r=[],s=[];lv(e),cv(i,e);let o=e.length;t.forEach(lv);for(let l=0;l<t.length;l++)r.push(o),o+=t[l].length,cv(i,t[l]);let a=km.triangulate(i,r);for(let l=0;l<a.length;l+=3)s.push(a.slice(l,l+3));return s}};function lv(n){let e=n.length;e>2&&n[e-1].equals(n[0])&&n.pop()}function cv(n,e){for(let t=0;t<e.length;t++)n.push(e[t].x),n.push(e[t].y)}var Ja=class n extends Dt{constructor(e=1,t=1,i=1,r=1){super(),this.type="PlaneGeometry",this.parameters={width:e,height:t,widthSegments:i,heightSegments:r};let s=e/2,o=t/2,a=Math.floor(i),l=Math.floor(r),c=a+1,u=l+1,h=e/a,d=t/l,f=[],m=[],b=[],p=[];for(let g=0;g<u;g++){let S=g*d-o;for(let E=0;E<c;E++){let w=E*h-s;m.push(w,-S,0),b.push(0,0,1),p.push(E/a),p.push(1-g/l)}}for(let g=0;g<l;g++)for(let S=0;S<a;S++){let E=S+c*g,w=S+c*(g+1),C=S+1+c*(g+1),T=S+1+c*g;f.push(E,w,T),f.push(w,C,T)}this.setIndex(f),this.setAttribute("position",new dn(m,3)),this.setAttribute("normal",new dn(b,3)),this.setAttribute("uv",new dn(p,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.width,e.height,e.widthSegments,e.heightSegments)}};var Qa=class n extends Dt{constructor(e=1,t=32,i=16,r=0,s=Math.PI*2,o=0,a=Math.PI){super(),this.type="SphereGeometry",this.parameters={radius:e,widthSegments:t,heightSegments:i,phiStart:r,phiLength:s,thetaStart:o,thetaLength:a},t=Math.max(3,Math.floor(t)),i=Math.max(2,Math.floor(i));let l=Math.min(o+a,Math.PI),c=0,u=[],h=new G,d=new G,f=[],m=[],b=[],p=[];for(let g=0;g<=i;g++){let S=[],E=g/i,w=o+E*a,C=e*Math.cos(w),T=Math.sqrt(e*e-C*C),y=0;g===0&&o===0?y=.5/t:g===i&&l===Math.PI&&(y=-.5/t);for(let M=0;M<=t;M++){let D=M/t,I=r+D*s;h.x=-T*Math.cos(I),h.y=C,h.z=T*Math.sin(I),m.push(h.x,h.y,h.z),d.copy(h).normalize(),b.push(d.x,d.y,d.z),p.push(D+y,1-E),S.push(c++)}u.push(S)}for(let g=0;g<i;g++)for(let S=0;S<t;S++){let E=u[g][S+1],w=u[g][S],C=u[g+1][S],T=u[g+1][S+1];(g!==0||o>0)&&f.push(E,w,T),(g!==i-1||l<Math.PI)&&f.push(w,C,T)}this.setIndex(f),this.setAttribute("position",new dn(m,3)),this.setAttribute("normal",new dn(b,3)),this.setAttribute("uv",new dn(p,2))}copy(e){return super.copy(e),this.parameters=Object.assign({},e.parameters),this}static fromJSON(e){return new n(e.radius,e.widthSegments,e.heightSegments,e.phiStart,e.phiLength,e.thetaStart,e.thetaLength)}};function xs(n){let e={};for(let t in n){e[t]={};for(let i in n[t]){let r=n[t][i];if(uv(r))r.isRenderTargetTexture?(Ne("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),e[t][i]=null):e[t][i]=r.clone();else if(Array.isArray(r))if(uv(r[0])){let s=[];for(let o=0,a=r.length;o<a;o++)s[o]=r[o].clone();e[t][i]=s}else e[t][i]=r.slice();else e[t][i]=r}}return e}function Sn(n){let e={};for(let t=0;t<n.length;t++){let i=xs(n[t]);for(let r in i)e[r]=i[r]}return e}function uv(n){return n&&(n.isColor||n.isMatrix3||n.isMatrix4||n.isVector2||n.isVector3||n.isVector4||n.isTexture||n.isQuaternion)}function XR(n){let e=[];for(let t=0;t<n.length;t++)e.push(n[t].clone());return e}function dg(n){let e=n.getRenderTarget();return e===null?n.outputColorSpace:e.isXRRenderTarget===!0?e.texture.colorSpace:et.workingColorSpace}var rw={clone:xs,merge:Sn},$R=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,qR=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,Ot=class extends ir{constructor(e){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=$R,this.fragmentShader=qR,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,e!==void 0&&this.setValues(e)}copy(e){return super.copy(e),this.fragmentShader=e.fragmentShader,this.vertexShader=e.vertexShader,this.uniforms=xs(e.uniforms),this.uniformsGroups=XR(e.uniformsGroups),this.defines=Object.assign({},e.defines),this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this.fog=e.fog,this.lights=e.lights,this.clipping=e.clipping,this.extensions=Object.assign({},e.extensions),this.glslVersion=e.glslVersion,this.defaultAttributeValues=Object.assign({},e.defaultAttributeValues),this.index0AttributeName=e.index0AttributeName,this.uniformsNeedUpdate=e.uniformsNeedUpdate,this}toJSON(e){let t=super.toJSON(e);t.glslVersion=this.glslVersion,t.uniforms={};for(let r in this.uniforms){let o=this.uniforms[r].value;o&&o.isTexture?t.uniforms[r]={type:"t",value:o.toJSON(e).uuid}:o&&o.isColor?t.uniforms[r]={type:"c",value:o.getHex()}:o&&o.isVector2?t.uniforms[r]={type:"v2",value:o.toArray()}:o&&o.isVector3?t.uniforms[r]={type:"v3",value:o.toArray()}:o&&o.isVector4?t.uniforms[r]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?t.uniforms[r]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?t.uniforms[r]={type:"m4",value:o.toArray()}:t.uniforms[r]={value:o}}Object.keys(this.defines).length>0&&(t.defines=this.defines),t.vertexShader=this.vertexShader,t.fragmentShader=this.fragmentShader,t.lights=this.lights,t.clipping=this.clipping;let i={};for(let r in this.extensions)this.extensions[r]===!0&&(i[r]=!0);return Object.keys(i).length>0&&(t.extensions=i),t}fromJSON(e,t){if(super.fromJSON(e,t),e.uniforms!==void 0)for(let i in e.uniforms){let r=e.uniforms[i];switch(this.uniforms[i]={},r.type){case"t":this.uniforms[i].value=t[r.value]||null;break;case"c":this.uniforms[i].value=new je().setHex(r.value);break;case"v2":this.uniforms[i].value=new rt().fromArray(r.value);break;case"v3":this.uniforms[i].value=new G().fromArray(r.value);break;case"v4":this.uniforms[i].value=new kt().fromArray(r.value);break;case"m3":this.uniforms[i].value=new Ue().fromArray(r.value);break;case"m4":this.uniforms[i].value=new Rt().fromArray(r.value);break;default:this.uniforms[i].value=r.value}}if(e.defines!==void 0&&(this.defines=e.defines),e.vertexShader!==void 0&&(this.vertexShader=e.vertexShader),e.fragmentShader!==void 0&&(this.fragmentShader=e.fragmentShader),e.glslVersion!==void 0&&(this.glslVersion=e.glslVersion),e.extensions!==void 0)for(let i in e.extensions)this.extensions[i]=e.extensions[i];return e.lights!==void 0&&(this.lights=e.lights),e.clipping!==void 0&&(this.clipping=e.clipping),this}},vh=class extends Ot{constructor(e){super(e),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var wh=class extends ir{constructor(e){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=Bv,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(e)}copy(e){return super.copy(e),this.depthPacking=e.depthPacking,this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this.wireframe=e.wireframe,this.wireframeLinewidth=e.wireframeLinewidth,this}},Sh=class extends ir{constructor(e){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(e)}copy(e){return super.copy(e),this.map=e.map,this.alphaMap=e.alphaMap,this.displacementMap=e.displacementMap,this.displacementScale=e.displacementScale,this.displacementBias=e.displacementBias,this}};function _o(n,e){return!n||n.constructor===e?n:typeof e.BYTES_PER_ELEMENT=="number"?new e(n):Array.prototype.slice.call(n)}function Yu(n){return n!==void 0&&n.inTangents!==void 0&&n.outTangents!==void 0}var Br=class{constructor(e,t,i,r){this.parameterPositions=e,this._cachedIndex=0,this.resultBuffer=r!==void 0?r:new t.constructor(i),this.sampleValues=t,this.valueSize=i,this.settings=null,this.DefaultSettings_={}}evaluate(e){let t=this.parameterPositions,i=this._cachedIndex,r=t[i],s=t[i-1];n:{e:{let o;t:{i:if(!(e<r)){for(let a=i+2;;){if(r===void 0){if(e<s)break i;return i=t.length,this._cachedIndex=i,this.copySampleValue_(i-1)}if(i===a)break;if(s=r,r=t[++i],e<r)break e}o=t.length;break t}if(!(e>=s)){let a=t[1];e<a&&(i=2,s=a);for(let l=i-2;;){if(s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(i===l)break;if(r=s,s=t[--i-1],e>=s)break e}o=i,i=0;break t}break n}for(;i<o;){let a=i+o>>>1;e<t[a]?o=a:i=a+1}if(r=t[i],s=t[i-1],s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return i=t.length,this._cachedIndex=i,this.copySampleValue_(i-1)}this._cachedIndex=i,this.intervalChanged_(i,s,r)}return this.interpolate_(i,s,e,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(e){let t=this.resultBuffer,i=this.sampleValues,r=this.valueSize,s=e*r;for(let o=0;o!==r;++o)t[o]=i[s+o];return t}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},Mh=class extends Br{constructor(e,t,i,r){super(e,t,i,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:Cm,endingEnd:Cm}}intervalChanged_(e,t,i){let r=this.parameterPositions,s=e-2,o=e+1,a=r[s],l=r[o];if(a===void 0)switch(this.getSettings_().endingStart){case Rm:s=e,a=2*t-i;break;case Pm:s=r.length-2,a=t+r[s]-r[s+1];break;default:s=e,a=i}if(l===void 0)switch(this.getSettings_().endingEnd){case Rm:o=e,l=2*i-t;break;case Pm:o=1,l=i+r[1]-r[0];break;default:o=e-1,l=t}let c=(i-t)*.5,u=this.valueSize;this._weightPrev=c/(t-a),this._weightNext=c/(l-i),this._offsetPrev=s*u,this._offsetNext=o*u}interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,u=this._offsetPrev,h=this._offsetNext,d=this._weightPrev,f=this._weightNext,m=(i-t)/(r-t),b=m*m,p=b*m,g=-d*p+2*d*b-d*m,S=(1+d)*p+(-1.5-2*d)*b+(-.5+d)*m+1,E=(-1-f)*p+(1.5+f)*b+.5*m,w=f*p-f*b;for(let C=0;C!==a;++C)s[C]=g*o[u+C]+S*o[c+C]+E*o[l+C]+w*o[h+C];return s}},Eh=class extends Br{constructor(e,t,i,r){super(e,t,i,r)}interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,u=(i-t)/(r-t),h=1-u;for(let d=0;d!==a;++d)s[d]=o[c+d]*h+o[l+d]*u;return s}},Th=class extends Br{constructor(e,t,i,r){super(e,t,i,r)}interpolate_(e){return this.copySampleValue_(e-1)}},Ah=class extends Br{interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=e*a,c=l-a,u=this.inTangents,h=this.outTangents;if(!u||!h){let m=(i-t)/(r-t),b=1-m;for(let p=0;p!==a;++p)s[p]=o[c+p]*b+o[l+p]*m;return s}let d=a*2,f=e-1;for(let m=0;m!==a;++m){let b=o[c+m],p=o[l+m],g=f*d+m*2,S=h[g],E=h[g+1],w=e*d+m*2,C=u[w],T=u[w+1],y=KR(i,t,S,C,r);s[m]=sw(y,b,E,T,p)}return s}};function sw(n,e,t,i,r){let s=1-n;return s*s*s*e+3*s*s*n*t+3*s*n*n*i+n*n*n*r}function YR(n,e,t,i,r){let s=1-n;return 3*s*s*(t-e)+6*s*n*(i-t)+3*n*n*(r-i)}function KR(n,e,t,i,r){let s=(n-e)/(r-e);for(let o=0;o<8;o++){let a=sw(s,e,t,i,r)-n;if(Math.abs(a)<1e-10)break;let l=YR(s,e,t,i,r);if(Math.abs(l)<1e-10)break;s=Math.max(0,Math.min(1,s-a/l))}return s}var Yn=class{constructor(e,t,i,r){if(e===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(t===void 0||t.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+e);this.name=e,this.times=_o(t,this.TimeBufferType),this.values=_o(i,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(e){let t=e.constructor,i;if(t.toJSON!==this.toJSON)i=t.toJSON(e);else{i={name:e.name,times:_o(e.times,Array),values:_o(e.values,Array)};let r=e.getInterpolation();r!==e.DefaultInterpolation&&(i.interpolation=r),Yu(e.settings)&&(i.settings={inTangents:_o(e.settings.inTangents,Array),outTangents:_o(e.settings.outTangents,Array)})}return i.type=e.ValueTypeName,i}InterpolantFactoryMethodDiscrete(e){return new Th(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodLinear(e){return new Eh(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodSmooth(e){return new Mh(this.times,this.values,this.getValueSize(),e)}InterpolantFactoryMethodBezier(e){let t=new Ah(this.times,this.values,this.getValueSize(),e);return this.settings&&(t.inTangents=this.settings.inTangents,t.outTangents=this.settings.outTangents),t}setInterpolation(e){let t;switch(e){case ka:t=this.InterpolantFactoryMethodDiscrete;break;case lh:t=this.InterpolantFactoryMethodLinear;break;case Zu:t=this.InterpolantFactoryMethodSmooth;break;case Am:t=this.InterpolantFactoryMethodBezier;break}if(t===void 0){let i="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(e!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(i);return Ne("KeyframeTrack:",i),this}return this.createInterpolant=t,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return ka;case this.InterpolantFactoryMethodLinear:return lh;case this.InterpolantFactoryMethodSmooth:return Zu;case this.InterpolantFactoryMethodBezier:return Am}}getValueSize(){return this.values.length/this.times.length}shift(e){if(e!==0){let t=this.times;for(let i=0,r=t.length;i!==r;++i)t[i]+=e;Yu(this.settings)&&(hv(this.settings.inTangents,e),hv(this.settings.outTangents,e))}return this}scale(e){if(e!==1){let t=this.times;for(let i=0,r=t.length;i!==r;++i)t[i]*=e;Yu(this.settings)&&(dv(this.settings.inTangents,e),dv(this.settings.outTangents,e))}return this}trim(e,t){let i=this.times,r=i.length,s=0,o=r-1;for(;s!==r&&i[s]<e;)++s;for(;o!==-1&&i[o]>t;)--o;if(++o,s!==0||o!==r){s>=o&&(o=Math.max(o,1),s=o-1);let a=this.getValueSize();this.times=i.slice(s,o),this.values=this.values.slice(s*a,o*a)}return this}validate(){let e=!0,t=this.getValueSize();t-Math.floor(t)!==0&&(Oe("KeyframeTrack: Invalid value size in track.",this),e=!1);let i=this.times,r=this.values,s=i.length;s===0&&(Oe("KeyframeTrack: Track is empty.",this),e=!1);let o=null;for(let a=0;a!==s;a++){let l=i[a];if(typeof l=="number"&&isNaN(l)){Oe("KeyframeTrack: Time is not a valid number.",this,a,l),e=!1;break}if(o!==null&&o>l){Oe("KeyframeTrack: Out of order keys.",this,a,l,o),e=!1;break}o=l}if(r!==void 0&&oR(r))for(let a=0,l=r.length;a!==l;++a){let c=r[a];if(isNaN(c)){Oe("KeyframeTrack: Value is not a valid number.",this,a,c),e=!1;break}}return e}optimize(){let e=this.times.slice(),t=this.values.slice(),i=this.getValueSize(),r=this.getInterpolation()===Zu,s=e.length-1,o=1;for(let a=1;a<s;++a){let l=!1,c=e[a],u=e[a+1];if(c!==u&&(a!==1||c!==e[0]))if(r)l=!0;else{let h=a*i,d=h-i,f=h+i;for(let m=0;m!==i;++m){let b=t[h+m];if(b!==t[d+m]||b!==t[f+m]){l=!0;break}}}if(l){if(a!==o){e[o]=e[a];let h=a*i,d=o*i;for(let f=0;f!==i;++f)t[d+f]=t[h+f]}++o}}if(s>0){e[o]=e[s];for(let a=s*i,l=o*i,c=0;c!==i;++c)t[l+c]=t[a+c];++o}return o!==e.length?(this.times=e.slice(0,o),this.values=t.slice(0,o*i)):(this.times=e,this.values=t),this}clone(){let e=this.times.slice(),t=this.values.slice(),i=this.constructor,r=new i(this.name,e,t);return r.createInterpolant=this.createInterpolant,Yu(this.settings)&&(r.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),r}};function hv(n,e){for(let t=0,i=n.length;t!==i;t+=2)n[t]+=e}function dv(n,e){for(let t=0,i=n.length;t!==i;t+=2)n[t]*=e}Yn.prototype.ValueTypeName="";Yn.prototype.TimeBufferType=Float32Array;Yn.prototype.ValueBufferType=Float32Array;Yn.prototype.DefaultInterpolation=lh;var zr=class extends Yn{constructor(e,t,i){super(e,t,i)}};zr.prototype.ValueTypeName="bool";zr.prototype.ValueBufferType=Array;zr.prototype.DefaultInterpolation=ka;zr.prototype.InterpolantFactoryMethodLinear=void 0;zr.prototype.InterpolantFactoryMethodSmooth=void 0;var Ch=class extends Yn{constructor(e,t,i,r){super(e,t,i,r)}};Ch.prototype.ValueTypeName="color";var Rh=class extends Yn{constructor(e,t,i,r){super(e,t,i,r)}};Rh.prototype.ValueTypeName="number";var Ph=class extends Br{constructor(e,t,i,r){super(e,t,i,r)}interpolate_(e,t,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,l=(i-t)/(r-t),c=e*a;for(let u=c+a;c!==u;c+=4)Bi.slerpFlat(s,0,o,c-a,o,c,l);return s}},el=class extends Yn{constructor(e,t,i,r){super(e,t,i,r)}InterpolantFactoryMethodLinear(e){return new Ph(this.times,this.values,this.getValueSize(),e)}};el.prototype.ValueTypeName="quaternion";el.prototype.InterpolantFactoryMethodSmooth=void 0;var Vr=class extends Yn{constructor(e,t,i){super(e,t,i)}};Vr.prototype.ValueTypeName="string";Vr.prototype.ValueBufferType=Array;Vr.prototype.DefaultInterpolation=ka;Vr.prototype.InterpolantFactoryMethodLinear=void 0;Vr.prototype.InterpolantFactoryMethodSmooth=void 0;var Lh=class extends Yn{constructor(e,t,i,r){super(e,t,i,r)}};Lh.prototype.ValueTypeName="vector";var Ih=class{constructor(e,t,i){let r=this,s=!1,o=0,a=0,l,c=[];this.onStart=void 0,this.onLoad=e,this.onProgress=t,this.onError=i,this._abortController=null,this.itemStart=function(u){a++,s===!1&&r.onStart!==void 0&&r.onStart(u,o,a),s=!0},this.itemEnd=function(u){o++,r.onProgress!==void 0&&r.onProgress(u,o,a),o===a&&(s=!1,r.onLoad!==void 0&&r.onLoad())},this.itemError=function(u){r.onError!==void 0&&r.onError(u)},this.resolveURL=function(u){return u=u.normalize("NFC"),l?l(u):u},this.setURLModifier=function(u){return l=u,this},this.addHandler=function(u,h){return c.push(u,h),this},this.removeHandler=function(u){let h=c.indexOf(u);return h!==-1&&c.splice(h,2),this},this.getHandler=function(u){for(let h=0,d=c.length;h<d;h+=2){let f=c[h],m=c[h+1];if(f.global&&(f.lastIndex=0),f.test(u))return m}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},ow=new Ih,Nh=class{constructor(e){this.manager=e!==void 0?e:ow,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(e,t){let i=this;return new Promise(function(r,s){i.load(e,r,t,s)})}parse(){}setCrossOrigin(e){return this.crossOrigin=e,this}setWithCredentials(e){return this.withCredentials=e,this}setPath(e){return this.path=e,this}setResourcePath(e){return this.resourcePath=e,this}setRequestHeader(e){return this.requestHeader=e,this}setPriority(e){return this.priority=e,this}setCache(e){return this.cache=e,this}abort(){return this}};Nh.DEFAULT_MATERIAL_NAME="__DEFAULT";var Ku=new G,ju=new Bi,Oi=new G,tl=class extends zn{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new Rt,this.projectionMatrix=new Rt,this.projectionMatrixInverse=new Rt,this.coordinateSystem=si,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(e,t){return super.copy(e,t),this.matrixWorldInverse.copy(e.matrixWorldInverse),this.projectionMatrix.copy(e.projectionMatrix),this.projectionMatrixInverse.copy(e.projectionMatrixInverse),this.coordinateSystem=e.coordinateSystem,this}getWorldDirection(e){return super.getWorldDirection(e).negate()}updateMatrixWorld(e){super.updateMatrixWorld(e),this.matrixWorld.decompose(Ku,ju,Oi),Oi.x===1&&Oi.y===1&&Oi.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Ku,ju,Oi.set(1,1,1)).invert()}updateWorldMatrix(e,t,i=!1){super.updateWorldMatrix(e,t,i),this.matrixWorld.decompose(Ku,ju,Oi),Oi.x===1&&Oi.y===1&&Oi.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Ku,ju,Oi.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},kr=new G,fv=new rt,pv=new rt,Rn=class extends tl{constructor(e=50,t=1,i=.1,r=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=e,this.zoom=1,this.near=i,this.far=r,this.focus=10,this.aspect=t,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.fov=e.fov,this.zoom=e.zoom,this.near=e.near,this.far=e.far,this.focus=e.focus,this.aspect=e.aspect,this.view=e.view===null?null:Object.assign({},e.view),this.filmGauge=e.filmGauge,this.filmOffset=e.filmOffset,this}setFocalLength(e){let t=.5*this.getFilmHeight()/e;this.fov=ch*2*Math.atan(t),this.updateProjectionMatrix()}getFocalLength(){let e=Math.tan(sm*.5*this.fov);return .5*this.getFilmHeight()/e}getEffectiveFOV(){return ch*2*Math.atan(Math.tan(sm*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(e,t,i){kr.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),t.set(kr.x,kr.y).multiplyScalar(-e/kr.z),kr.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),i.set(kr.x,kr.y).multiplyScalar(-e/kr.z)}getViewSize(e,t){return this.getViewBounds(e,fv,pv),t.subVectors(pv,fv)}setViewOffset(e,t,i,r,s,o){this.aspect=e/t,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=this.near,t=e*Math.tan(sm*.5*this.fov)/this.zoom,i=2*t,r=this.aspect*i,s=-.5*r,o=this.view;if(this.view!==null&&this.view.enabled){let l=o.fullWidth,c=o.fullHeight;s+=o.offsetX*r/l,t-=o.offsetY*i/c,r*=o.width/l,i*=o.height/c}let a=this.filmOffset;a!==0&&(s+=e*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(s,s+r,t,t-i,e,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.fov=this.fov,t.object.zoom=this.zoom,t.object.near=this.near,t.object.far=this.far,t.object.focus=this.focus,t.object.aspect=this.aspect,this.view!==null&&(t.object.view=Object.assign({},this.view)),t.object.filmGauge=this.filmGauge,t.object.filmOffset=this.filmOffset,t}};var kh=class extends tl{constructor(e=-1,t=1,i=1,r=-1,s=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=e,this.right=t,this.top=i,this.bottom=r,this.near=s,this.far=o,this.updateProjectionMatrix()}copy(e,t){return super.copy(e,t),this.left=e.left,this.right=e.right,this.top=e.top,this.bottom=e.bottom,this.near=e.near,this.far=e.far,this.zoom=e.zoom,this.view=e.view===null?null:Object.assign({},e.view),this}setViewOffset(e,t,i,r,s,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=e,this.view.fullHeight=t,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let e=(this.right-this.left)/(2*this.zoom),t=(this.top-this.bottom)/(2*this.zoom),i=(this.right+this.left)/2,r=(this.top+this.bottom)/2,s=i-e,o=i+e,a=r+t,l=r-t;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,u=(this.top-this.bottom)/this.view.fullHeight/this.zoom;s+=c*this.view.offsetX,o=s+c*this.view.width,a-=u*this.view.offsetY,l=a-u*this.view.height}this.projectionMatrix.makeOrthographic(s,o,a,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(e){let t=super.toJSON(e);return t.object.zoom=this.zoom,t.object.left=this.left,t.object.right=this.right,t.object.top=this.top,t.object.bottom=this.bottom,t.object.near=this.near,t.object.far=this.far,this.view!==null&&(t.object.view=Object.assign({},this.view)),t}};var nl=class extends Dt{constructor(){super(),this.isInstancedBufferGeometry=!0,this.type="InstancedBufferGeometry",this.instanceCount=1/0}copy(e){return super.copy(e),this.instanceCount=e.instanceCount,this}toJSON(){let e=super.toJSON();return e.instanceCount=this.instanceCount,e.isInstancedBufferGeometry=!0,e}};var xo=-90,bo=1,Ro=class extends zn{constructor(e,t,i){super(),this.type="CubeCamera",this.renderTarget=i,this.coordinateSystem=null,this.activeMipmapLevel=0;let r=new Rn(xo,bo,e,t);r.layers=this.layers,this.add(r);let s=new Rn(xo,bo,e,t);s.layers=this.layers,this.add(s);let o=new Rn(xo,bo,e,t);o.layers=this.layers,this.add(o);let a=new Rn(xo,bo,e,t);a.layers=this.layers,this.add(a);let l=new Rn(xo,bo,e,t);l.layers=this.layers,this.add(l);let c=new Rn(xo,bo,e,t);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let e=this.coordinateSystem,t=this.children.concat(),[i,r,s,o,a,l]=t;for(let c of t)this.remove(c);if(e===si)i.up.set(0,1,0),i.lookAt(1,0,0),r.up.set(0,1,0),r.lookAt(-1,0,0),s.up.set(0,0,-1),s.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(e===Fa)i.up.set(0,-1,0),i.lookAt(-1,0,0),r.up.set(0,-1,0),r.lookAt(1,0,0),s.up.set(0,0,1),s.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+e);for(let c of t)this.add(c),c.updateMatrixWorld()}update(e,t){this.parent===null&&this.updateMatrixWorld();let{renderTarget:i,activeMipmapLevel:r}=this;this.coordinateSystem!==e.coordinateSystem&&(this.coordinateSystem=e.coordinateSystem,this.updateCoordinateSystem());let[s,o,a,l,c,u]=this.children,h=e.getRenderTarget(),d=e.getActiveCubeFace(),f=e.getActiveMipmapLevel(),m=e.xr.enabled;e.xr.enabled=!1;let b=i.texture.mipmapsAutoUpdate;i.texture.mipmapsAutoUpdate=!1;let p=!1;e.isWebGLRenderer===!0?p=e.state.buffers.depth.getReversed():p=e.reversedDepthBuffer,e.setRenderTarget(i,0,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,s),e.setRenderTarget(i,1,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,o),e.setRenderTarget(i,2,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,a),e.setRenderTarget(i,3,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,l),e.setRenderTarget(i,4,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,c),i.texture.mipmapsAutoUpdate=b,e.setRenderTarget(i,5,r),p&&e.autoClear===!1&&e.clearDepth(),e.render(t,u),e.setRenderTarget(h,d,f),e.xr.enabled=m,i.texture.needsPMREMUpdate=!0}},Dh=class extends Rn{constructor(e=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=e,this.perCameraFrustumCulled=!1}};var fg="\\[\\]\\.:\\/",jR=new RegExp("["+fg+"]","g"),pg="[^"+fg+"]",ZR="[^"+fg.replace("\\.","")+"]",JR=/((?:WC+[\/:])*)/.source.replace("WC",pg),QR=/(WCOD+)?/.source.replace("WCOD",ZR),eP=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",pg),tP=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",pg),nP=new RegExp("^"+JR+QR+eP+tP+"$"),iP=["material","materials","bones","map"],Dm=class{constructor(e,t,i){let r=i||Et.parseTrackName(t);this._targetGroup=e,this._bindings=e.subscribe_(t,r)}getValue(e,t){this.bind();let i=this._targetGroup.nCachedObjects_,r=this._bindings[i];r!==void 0&&r.getValue(e,t)}setValue(e,t){let i=this._bindings;for(let r=this._targetGroup.nCachedObjects_,s=i.length;r!==s;++r)i[r].setValue(e,t)}bind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,i=e.length;t!==i;++t)e[t].bind()}unbind(){let e=this._bindings;for(let t=this._targetGroup.nCachedObjects_,i=e.length;t!==i;++t)e[t].unbind()}},Et=class n{constructor(e,t,i){this.path=t,this.parsedPath=i||n.parseTrackName(t),this.node=n.findNode(e,this.parsedPath.nodeName),this.rootNode=e,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(e,t,i){return e&&e.isAnimationObjectGroup?new n.Composite(e,t,i):new n(e,t,i)}static sanitizeNodeName(e){return e.replace(/\s/g,"_").replace(jR,"")}static parseTrackName(e){let t=nP.exec(e);if(t===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+e);let i={nodeName:t[2],objectName:t[3],objectIndex:t[4],propertyName:t[5],propertyIndex:t[6]},r=i.nodeName&&i.nodeName.lastIndexOf(".");if(r!==void 0&&r!==-1){let s=i.nodeName.substring(r+1);iP.indexOf(s)!==-1&&(i.nodeName=i.nodeName.substring(0,r),i.objectName=s)}if(i.propertyName===null||i.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+e);return i}static findNode(e,t){if(t===void 0||t===""||t==="."||t===-1||t===e.name||t===e.uuid)return e;if(e.skeleton){let i=e.skeleton.getBoneByName(t);if(i!==void 0)return i}if(e.children){let i=function(s){for(let o=0;o<s.length;o++){let a=s[o];if(a.name===t||a.uuid===t)return a;let l=i(a.children);if(l)return l}return null},r=i(e.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(e,t){e[t]=this.targetObject[this.propertyName]}_getValue_array(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)e[t++]=i[r]}_getValue_arrayElement(e,t){e[t]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(e,t){this.resolvedProperty.toArray(e,t)}_setValue_direct(e,t){this.targetObject[this.propertyName]=e[t]}_setValue_direct_setNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(e,t){this.targetObject[this.propertyName]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=e[t++]}_setValue_array_setNeedsUpdate(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=e[t++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(e,t){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=e[t++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(e,t){this.resolvedProperty[this.propertyIndex]=e[t]}_setValue_arrayElement_setNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty[this.propertyIndex]=e[t],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(e,t){this.resolvedProperty.fromArray(e,t)}_setValue_fromArray_setNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(e,t){this.resolvedProperty.fromArray(e,t),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(e,t){this.bind(),this.getValue(e,t)}_setValue_unbound(e,t){this.bind(),this.setValue(e,t)}bind(){let e=this.node,t=this.parsedPath,i=t.objectName,r=t.propertyName,s=t.propertyIndex;if(e||(e=n.findNode(this.rootNode,t.nodeName),this.node=e),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!e){Ne("PropertyBinding: No target node found for track: "+this.path+".");return}if(i){let c=t.objectIndex;switch(i){case"materials":if(!e.material){Oe("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.materials){Oe("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}e=e.material.materials;break;case"bones":if(!e.skeleton){Oe("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}e=e.skeleton.bones;for(let u=0;u<e.length;u++)if(e[u].name===c){c=u;break}break;case"map":if("map"in e){e=e.map;break}if(!e.material){Oe("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!e.material.map){Oe("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}e=e.material.map;break;default:if(e[i]===void 0){Oe("PropertyBinding: Can not bind to objectName of node undefined.",this);return}e=e[i]}if(c!==void 0){if(e[c]===void 0){Oe("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,e);return}e=e[c]}}let o=e[r];if(o===void 0){let c=t.nodeName;Oe("PropertyBinding: Trying to update property for track: "+c+"."+r+" but it wasn't found.",e);return}let a=this.Versioning.None;this.targetObject=e,e.isMaterial===!0?a=this.Versioning.NeedsUpdate:e.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(s!==void 0){if(r==="morphTargetInfluences"){if(!e.geometry){Oe("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!e.geometry.morphAttributes){Oe("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}e.morphTargetDictionary[s]!==void 0&&(s=e.morphTargetDictionary[s])}l=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=s}else o.fromArray!==void 0&&o.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(l=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=r;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};Et.Composite=Dm;Et.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};Et.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};Et.prototype.GetterByBindingType=[Et.prototype._getValue_direct,Et.prototype._getValue_array,Et.prototype._getValue_arrayElement,Et.prototype._getValue_toArray];Et.prototype.SetterByBindingTypeAndVersioning=[[Et.prototype._setValue_direct,Et.prototype._setValue_direct_setNeedsUpdate,Et.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[Et.prototype._setValue_array,Et.prototype._setValue_array_setNeedsUpdate,Et.prototype._setValue_array_setMatrixWorldNeedsUpdate],[Et.prototype._setValue_arrayElement,Et.prototype._setValue_arrayElement_setNeedsUpdate,Et.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[Et.prototype._setValue_fromArray,Et.prototype._setValue_fromArray_setNeedsUpdate,Et.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var T5=new Float32Array(1);var Om=class{static{this.prototype.isMatrix2=!0}constructor(e,t,i,r){this.elements=[1,0,0,1],e!==void 0&&this.set(e,t,i,r)}identity(){return this.set(1,0,0,1),this}fromArray(e,t=0){for(let i=0;i<4;i++)this.elements[i]=e[i+t];return this}set(e,t,i,r){let s=this.elements;return s[0]=e,s[2]=t,s[1]=i,s[3]=r,this}};function mg(n,e,t,i){let r=rP(i);switch(t){case ng:return n*e;case rg:return n*e/r.components*r.byteLength;case Hh:return n*e/r.components*r.byteLength;case Hr:return n*e*2/r.components*r.byteLength;case Gh:return n*e*2/r.components*r.byteLength;case ig:return n*e*3/r.components*r.byteLength;case wi:return n*e*4/r.components*r.byteLength;case Wh:return n*e*4/r.components*r.byteLength;case sl:case ol:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*8;case al:case ll:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case $h:case Yh:return Math.max(n,16)*Math.max(e,8)/4;case Xh:case qh:return Math.max(n,8)*Math.max(e,8)/2;case Kh:case jh:case Jh:case Qh:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*8;case Zh:case cl:case ed:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case td:return Math.floor((n+3)/4)*Math.floor((e+3)/4)*16;case nd:return Math.floor((n+4)/5)*Math.floor((e+3)/4)*16;case id:return Math.floor((n+4)/5)*Math.floor((e+4)/5)*16;case rd:return Math.floor((n+5)/6)*Math.floor((e+4)/5)*16;case sd:return Math.floor((n+5)/6)*Math.floor((e+5)/6)*16;case od:return Math.floor((n+7)/8)*Math.floor((e+4)/5)*16;case ad:return Math.floor((n+7)/8)*Math.floor((e+5)/6)*16;case ld:return Math.floor((n+7)/8)*Math.floor((e+7)/8)*16;case cd:return Math.floor((n+9)/10)*Math.floor((e+4)/5)*16;case ud:return Math.floor((n+9)/10)*Math.floor((e+5)/6)*16;case hd:return Math.floor((n+9)/10)*Math.floor((e+7)/8)*16;case dd:return Math.floor((n+9)/10)*Math.floor((e+9)/10)*16;case fd:return Math.floor((n+11)/12)*Math.floor((e+9)/10)*16;case pd:return Math.floor((n+11)/12)*Math.floor((e+11)/12)*16;case md:case gd:case yd:return Math.ceil(n/4)*Math.ceil(e/4)*16;case _d:case xd:return Math.ceil(n/4)*Math.ceil(e/4)*8;case ul:case bd:return Math.ceil(n/4)*Math.ceil(e/4)*16}throw new Error(`Unable to determine texture byte length for ${t} format.`)}function rP(n){switch(n){case Kn:case Jm:return{byteLength:1,components:1};case No:case Qm:case vi:return{byteLength:2,components:1};case zh:case Vh:return{byteLength:2,components:4};case xi:case Bh:case bi:return{byteLength:4,components:1};case eg:case tg:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${n}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ne("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function Cw(){let n=null,e=!1,t=null,i=null;function r(s,o){i=n.requestAnimationFrame(r),t(s,o)}return{start:function(){e!==!0&&t!==null&&n!==null&&(i=n.requestAnimationFrame(r),e=!0)},stop:function(){n!==null&&n.cancelAnimationFrame(i),e=!1},setAnimationLoop:function(s){t=s},setContext:function(s){n=s}}}function oP(n){let e=new WeakMap;function t(a,l){let c=a.array,u=a.usage,h=c.byteLength,d=n.createBuffer();n.bindBuffer(l,d),n.bufferData(l,c,u),a.onUploadCallback();let f;if(c instanceof Float32Array)f=n.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)f=n.HALF_FLOAT;else if(c instanceof Uint16Array)a.isFloat16BufferAttribute?f=n.HALF_FLOAT:f=n.UNSIGNED_SHORT;else if(c instanceof Int16Array)f=n.SHORT;else if(c instanceof Uint32Array)f=n.UNSIGNED_INT;else if(c instanceof Int32Array)f=n.INT;else if(c instanceof Int8Array)f=n.BYTE;else if(c instanceof Uint8Array)f=n.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)f=n.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:d,type:f,bytesPerElement:c.BYTES_PER_ELEMENT,version:a.version,size:h}}function i(a,l,c){let u=l.array,h=l.updateRanges;if(n.bindBuffer(c,a),h.length===0)n.bufferSubData(c,0,u);else{h.sort((f,m)=>f.start-m.start);let d=0;for(let f=1;f<h.length;f++){let m=h[d],b=h[f];b.start<=m.start+m.count+1?m.count=Math.max(m.count,b.start+b.count-m.start):(++d,h[d]=b)}h.length=d+1;for(let f=0,m=h.length;f<m;f++){let b=h[f];n.bufferSubData(c,b.start*u.BYTES_PER_ELEMENT,u,b.start,b.count)}l.clearUpdateRanges()}l.onUploadCallback()}function r(a){return a.isInterleavedBufferAttribute&&(a=a.data),e.get(a)}function s(a){a.isInterleavedBufferAttribute&&(a=a.data);let l=e.get(a);l&&(n.deleteBuffer(l.buffer),e.delete(a))}function o(a,l){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let u=e.get(a);(!u||u.version<a.version)&&e.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let c=e.get(a);if(c===void 0)e.set(a,t(a,l));else if(c.version<a.version){if(c.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");i(c.buffer,a,l),c.version=a.version}}return{get:r,remove:s,update:o}}var aP=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,lP=`#ifdef USE_ALPHAHASH
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
#endif`,cP=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,uP=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,hP=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,dP=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,fP=`#ifdef USE_AOMAP
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
#endif`,pP=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,mP=`#ifdef USE_BATCHING
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
#endif`,gP=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,yP=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,_P=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,xP=`float G_BlinnPhong_Implicit( ) {
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
} // validated`,bP=`#ifdef USE_IRIDESCENCE
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
#endif`,vP=`#ifdef USE_BUMPMAP
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
#endif`,wP=`#if NUM_CLIPPING_PLANES > 0
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
#endif`,SP=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,MP=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,EP=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,TP=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,AP=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,CP=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,RP=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
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
#endif`,PP=`#define PI 3.141592653589793
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
} // validated`,LP=`vec3 transformedNormal = objectNormal;
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
#endif`,IP=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,NP=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,kP=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,DP=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,OP="gl_FragColor = linearToOutputTexel( gl_FragColor );",FP=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,UP=`#ifdef USE_ENVMAP
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
#endif`,BP=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,zP=`#ifdef USE_ENVMAP
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
#endif`,VP=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,HP=`#ifdef USE_ENVMAP
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
#endif`,GP=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,WP=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,XP=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,$P=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,qP=`#ifdef USE_GRADIENTMAP
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
}`,YP=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,KP=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,jP=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,ZP=`uniform bool receiveShadow;
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
#include <lightprobes_pars_fragment>`,JP=`#ifdef USE_ENVMAP
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
#endif`,QP=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,eL=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,tL=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,nL=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,iL=`PhysicalMaterial material;
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
#endif`,rL=`uniform sampler2D dfgLUT;
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
}`,sL=`
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
#endif`,oL=`#if defined( RE_IndirectDiffuse )
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
#endif`,aL=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,lL=`#if NUM_LIGHT_PROBE_GRIDS > 0
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
#endif`,cL=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,uL=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,hL=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,dL=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,fL=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,pL=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,mL=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
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
#endif`,gL=`#if defined( USE_POINTS_UV )
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
#endif`,yL=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,_L=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,xL=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,bL=`#if defined( USE_MORPHCOLORS )
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
#endif`,vL=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,wL=`#ifdef USE_MORPHTARGETS
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
#endif`,SL=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,ML=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
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
vec3 nonPerturbedNormal = normal;`,EL=`#ifdef USE_NORMALMAP_OBJECTSPACE
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
#endif`,TL=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,AL=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,CL=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,RL=`#ifdef USE_NORMALMAP
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
#endif`,PL=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,LL=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,IL=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,NL=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,kL=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,DL=`vec3 packNormalToRGB( const in vec3 normal ) {
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
}`,OL=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,FL=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,UL=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,BL=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,zL=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,VL=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,HL=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,GL=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,WL=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
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
#endif`,XL=`float getShadowMask() {
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
}`,$L=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,qL=`#ifdef USE_SKINNING
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
#endif`,YL=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,KL=`#ifdef USE_SKINNING
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
#endif`,jL=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,ZL=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,JL=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,QL=`#ifndef saturate
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
vec3 CustomToneMapping( vec3 color ) { return color; }`,eI=`#ifdef USE_TRANSMISSION
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
#endif`,tI=`#ifdef USE_TRANSMISSION
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
#endif`,nI=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,iI=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,rI=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,sI=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,oI=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,aI=`uniform sampler2D t2D;
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
}`,lI=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,cI=`uniform float backgroundBlurriness;
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
}`,uI=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,hI=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,dI=`#include <common>
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
}`,fI=`#if DEPTH_PACKING == 3200
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
}`,pI=`#define DISTANCE
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
}`,mI=`#define DISTANCE
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
}`,gI=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,yI=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,_I=`uniform float scale;
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
}`,xI=`uniform vec3 diffuse;
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
}`,bI=`#include <common>
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
}`,vI=`uniform vec3 diffuse;
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
}`,wI=`#define LAMBERT
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
}`,SI=`#define LAMBERT
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
}`,MI=`#define MATCAP
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
}`,EI=`#define MATCAP
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
}`,TI=`#define NORMAL
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
}`,AI=`#define NORMAL
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
}`,CI=`#define PHONG
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
}`,RI=`#define PHONG
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
}`,PI=`#define STANDARD
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
}`,LI=`#define STANDARD
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
}`,II=`#define TOON
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
}`,NI=`#define TOON
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
}`,kI=`uniform float size;
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
}`,DI=`uniform vec3 diffuse;
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
}`,OI=`#include <common>
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
}`,FI=`uniform vec3 color;
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
}`,UI=`uniform float rotation;
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
}`,BI=`uniform vec3 diffuse;
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
}`,$e={alphahash_fragment:aP,alphahash_pars_fragment:lP,alphamap_fragment:cP,alphamap_pars_fragment:uP,alphatest_fragment:hP,alphatest_pars_fragment:dP,aomap_fragment:fP,aomap_pars_fragment:pP,batching_pars_vertex:mP,batching_vertex:gP,begin_vertex:yP,beginnormal_vertex:_P,bsdfs:xP,iridescence_fragment:bP,bumpmap_pars_fragment:vP,clipping_planes_fragment:wP,clipping_planes_pars_fragment:SP,clipping_planes_pars_vertex:MP,clipping_planes_vertex:EP,color_fragment:TP,color_pars_fragment:AP,color_pars_vertex:CP,color_vertex:RP,common:PP,defaultnormal_vertex:LP,displacementmap_pars_vertex:IP,displacementmap_vertex:NP,emissivemap_fragment:kP,emissivemap_pars_fragment:DP,colorspace_fragment:OP,colorspace_pars_fragment:FP,envmap_fragment:UP,envmap_common_pars_fragment:BP,envmap_pars_fragment:zP,envmap_pars_vertex:VP,envmap_physical_pars_fragment:JP,envmap_vertex:HP,fog_vertex:GP,fog_pars_vertex:WP,fog_fragment:XP,fog_pars_fragment:$P,gradientmap_pars_fragment:qP,lightmap_pars_fragment:YP,lights_lambert_fragment:KP,lights_lambert_pars_fragment:jP,lights_pars_begin:ZP,lights_toon_fragment:QP,lights_toon_pars_fragment:eL,lights_phong_fragment:tL,lights_phong_pars_fragment:nL,lights_physical_fragment:iL,lights_physical_pars_fragment:rL,lights_fragment_begin:sL,lights_fragment_maps:oL,lights_fragment_end:aL,lightprobes_pars_fragment:lL,logdepthbuf_fragment:cL,logdepthbuf_pars_fragment:uL,logdepthbuf_pars_vertex:hL,logdepthbuf_vertex:dL,map_fragment:fL,map_pars_fragment:pL,map_particle_fragment:mL,map_particle_pars_fragment:gL,metalnessmap_fragment:yL,metalnessmap_pars_fragment:_L,morphinstance_vertex:xL,morphcolor_vertex:bL,morphnormal_vertex:vL,morphtarget_pars_vertex:wL,morphtarget_vertex:SL,normal_fragment_begin:ML,normal_fragment_maps:EL,normal_pars_fragment:TL,normal_pars_vertex:AL,normal_vertex:CL,normalmap_pars_fragment:RL,clearcoat_normal_fragment_begin:PL,clearcoat_normal_fragment_maps:LL,clearcoat_pars_fragment:IL,iridescence_pars_fragment:NL,opaque_fragment:kL,packing:DL,premultiplied_alpha_fragment:OL,project_vertex:FL,dithering_fragment:UL,dithering_pars_fragment:BL,roughnessmap_fragment:zL,roughnessmap_pars_fragment:VL,shadowmap_pars_fragment:HL,shadowmap_pars_vertex:GL,shadowmap_vertex:WL,shadowmask_pars_fragment:XL,skinbase_vertex:$L,skinning_pars_vertex:qL,skinning_vertex:YL,skinnormal_vertex:KL,specularmap_fragment:jL,specularmap_pars_fragment:ZL,tonemapping_fragment:JL,tonemapping_pars_fragment:QL,transmission_fragment:eI,transmission_pars_fragment:tI,uv_pars_fragment:nI,uv_pars_vertex:iI,uv_vertex:rI,worldpos_vertex:sI,background_vert:oI,background_frag:aI,backgroundCube_vert:lI,backgroundCube_frag:cI,cube_vert:uI,cube_frag:hI,depth_vert:dI,depth_frag:fI,distance_vert:pI,distance_frag:mI,equirect_vert:gI,equirect_frag:yI,linedashed_vert:_I,linedashed_frag:xI,meshbasic_vert:bI,meshbasic_frag:vI,meshlambert_vert:wI,meshlambert_frag:SI,meshmatcap_vert:MI,meshmatcap_frag:EI,meshnormal_vert:TI,meshnormal_frag:AI,meshphong_vert:CI,meshphong_frag:RI,meshphysical_vert:PI,meshphysical_frag:LI,meshtoon_vert:II,meshtoon_frag:NI,points_vert:kI,points_frag:DI,shadow_vert:OI,shadow_frag:FI,sprite_vert:UI,sprite_frag:BI},ge={common:{diffuse:{value:new je(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new Ue},alphaMap:{value:null},alphaMapTransform:{value:new Ue},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new Ue}},envmap:{envMap:{value:null},envMapRotation:{value:new Ue},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new Ue}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new Ue}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new Ue},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new Ue},normalScale:{value:new rt(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new Ue},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new Ue}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new Ue}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new Ue}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new je(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new je(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new Ue},alphaTest:{value:0},uvTransform:{value:new Ue}},sprite:{diffuse:{value:new je(16777215)},opacity:{value:1},center:{value:new rt(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new Ue},alphaMap:{value:null},alphaMapTransform:{value:new Ue},alphaTest:{value:0}}},Hi={basic:{uniforms:Sn([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.fog]),vertexShader:$e.meshbasic_vert,fragmentShader:$e.meshbasic_frag},lambert:{uniforms:Sn([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,ge.lights,{emissive:{value:new je(0)},envMapIntensity:{value:1}}]),vertexShader:$e.meshlambert_vert,fragmentShader:$e.meshlambert_frag},phong:{uniforms:Sn([ge.common,ge.specularmap,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,ge.lights,{emissive:{value:new je(0)},specular:{value:new je(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:$e.meshphong_vert,fragmentShader:$e.meshphong_frag},standard:{uniforms:Sn([ge.common,ge.envmap,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.roughnessmap,ge.metalnessmap,ge.fog,ge.lights,{emissive:{value:new je(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:$e.meshphysical_vert,fragmentShader:$e.meshphysical_frag},toon:{uniforms:Sn([ge.common,ge.aomap,ge.lightmap,ge.emissivemap,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.gradientmap,ge.fog,ge.lights,{emissive:{value:new je(0)}}]),vertexShader:$e.meshtoon_vert,fragmentShader:$e.meshtoon_frag},matcap:{uniforms:Sn([ge.common,ge.bumpmap,ge.normalmap,ge.displacementmap,ge.fog,{matcap:{value:null}}]),vertexShader:$e.meshmatcap_vert,fragmentShader:$e.meshmatcap_frag},points:{uniforms:Sn([ge.points,ge.fog]),vertexShader:$e.points_vert,fragmentShader:$e.points_frag},dashed:{uniforms:Sn([ge.common,ge.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:$e.linedashed_vert,fragmentShader:$e.linedashed_frag},depth:{uniforms:Sn([ge.common,ge.displacementmap]),vertexShader:$e.depth_vert,fragmentShader:$e.depth_frag},normal:{uniforms:Sn([ge.common,ge.bumpmap,ge.normalmap,ge.displacementmap,{opacity:{value:1}}]),vertexShader:$e.meshnormal_vert,fragmentShader:$e.meshnormal_frag},sprite:{uniforms:Sn([ge.sprite,ge.fog]),vertexShader:$e.sprite_vert,fragmentShader:$e.sprite_frag},background:{uniforms:{uvTransform:{value:new Ue},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:$e.background_vert,fragmentShader:$e.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new Ue}},vertexShader:$e.backgroundCube_vert,fragmentShader:$e.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:$e.cube_vert,fragmentShader:$e.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:$e.equirect_vert,fragmentShader:$e.equirect_frag},distance:{uniforms:Sn([ge.common,ge.displacementmap,{referencePosition:{value:new G},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:$e.distance_vert,fragmentShader:$e.distance_frag},shadow:{uniforms:Sn([ge.lights,ge.fog,{color:{value:new je(0)},opacity:{value:1}}]),vertexShader:$e.shadow_vert,fragmentShader:$e.shadow_frag}};Hi.physical={uniforms:Sn([Hi.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new Ue},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new Ue},clearcoatNormalScale:{value:new rt(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new Ue},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new Ue},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new Ue},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new Ue},sheen:{value:0},sheenColor:{value:new je(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new Ue},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new Ue},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new Ue},transmissionSamplerSize:{value:new rt},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new Ue},attenuationDistance:{value:0},attenuationColor:{value:new je(0)},specularColor:{value:new je(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new Ue},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new Ue},anisotropyVector:{value:new rt},anisotropyMap:{value:null},anisotropyMapTransform:{value:new Ue}}]),vertexShader:$e.meshphysical_vert,fragmentShader:$e.meshphysical_frag};var vd={r:0,b:0,g:0},zI=new Rt,Rw=new Ue;Rw.set(-1,0,0,0,1,0,0,0,1);function VI(n,e,t,i,r,s){let o=new je(0),a=r===!0?0:1,l,c,u=null,h=0,d=null;function f(S){let E=S.isScene===!0?S.background:null;if(E&&E.isTexture){let w=S.backgroundBlurriness>0;E=e.get(E,w)}return E}function m(S){let E=!1,w=f(S);w===null?p(o,a):w&&w.isColor&&(p(w,1),E=!0);let C=n.xr.getEnvironmentBlendMode();C==="additive"?t.buffers.color.setClear(0,0,0,1,s):C==="alpha-blend"&&t.buffers.color.setClear(0,0,0,0,s),(n.autoClear||E)&&(t.buffers.depth.setTest(!0),t.buffers.depth.setMask(!0),t.buffers.color.setMask(!0),n.clear(n.autoClearColor,n.autoClearDepth,n.autoClearStencil))}function b(S,E){let w=f(E);w&&w.isCubeTexture?(c===void 0&&(c=new Pt(new Ao(1,1,1),new Ot({name:"BackgroundCubeMaterial",uniforms:xs(Hi.backgroundCube.uniforms),vertexShader:Hi.backgroundCube.vertexShader,fragmentShader:Hi.backgroundCube.fragmentShader,side:In,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),c.geometry.deleteAttribute("uv"),c.onBeforeRender=function(C,T,y){this.matrixWorld.copyPosition(y.matrixWorld)},Object.defineProperty(c.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),i.update(c)),c.material.uniforms.envMap.value=w,c.material.uniforms.backgroundBlurriness.value=E.backgroundBlurriness,c.material.uniforms.backgroundIntensity.value=E.backgroundIntensity,c.material.uniforms.backgroundRotation.value.setFromMatrix4(zI.makeRotationFromEuler(E.backgroundRotation)).transpose(),w.isRenderTargetTexture===!1&&c.material.uniforms.backgroundRotation.value.premultiply(Rw),c.material.toneMapped=et.getTransfer(w.colorSpace)!==ft,(u!==w||h!==w.version||d!==n.toneMapping)&&(c.material.needsUpdate=!0,u=w,h=w.version,d=n.toneMapping),c.layers.enableAll(),S.unshift(c,c.geometry,c.material,0,0,null)):w&&w.isTexture&&(l===void 0&&(l=new Pt(new Ja(2,2),new Ot({name:"BackgroundMaterial",uniforms:xs(Hi.background.uniforms),vertexShader:Hi.background.vertexShader,fragmentShader:Hi.background.fragmentShader,side:_i,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),Object.defineProperty(l.material,"map",{get:function(){return this.uniforms.t2D.value}}),i.update(l)),l.material.uniforms.t2D.value=w,l.material.uniforms.backgroundIntensity.value=E.backgroundIntensity,l.material.toneMapped=et.getTransfer(w.colorSpace)!==ft,w.matrixAutoUpdate===!0&&w.updateMatrix(),l.material.uniforms.uvTransform.value.copy(w.matrix),(u!==w||h!==w.version||d!==n.toneMapping)&&(l.material.needsUpdate=!0,u=w,h=w.version,d=n.toneMapping),l.layers.enableAll(),S.unshift(l,l.geometry,l.material,0,0,null))}function p(S,E){S.getRGB(vd,dg(n)),t.buffers.color.setClear(vd.r,vd.g,vd.b,E,s)}function g(){c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0),l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0)}return{getClearColor:function(){return o},setClearColor:function(S,E=1){o.set(S),a=E,p(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(S){a=S,p(o,a)},render:m,addToRenderList:b,dispose:g}}function HI(n,e){let t=n.getParameter(n.MAX_VERTEX_ATTRIBS),i={},r=d(null),s=r,o=!1;function a(N,V,W,R,L){let H=!1,z=h(N,R,W,V);s!==z&&(s=z,c(s.object)),H=f(N,R,W,L),H&&m(N,R,W,L),L!==null&&e.update(L,n.ELEMENT_ARRAY_BUFFER),(H||o)&&(o=!1,w(N,V,W,R),L!==null&&n.bindBuffer(n.ELEMENT_ARRAY_BUFFER,e.get(L).buffer))}function l(){return n.createVertexArray()}function c(N){return n.bindVertexArray(N)}function u(N){return n.deleteVertexArray(N)}function h(N,V,W,R){let L=R.wireframe===!0,H=i[V.id];H===void 0&&(H={},i[V.id]=H);let z=N.isInstancedMesh===!0?N.id:0,ne=H[z];ne===void 0&&(ne={},H[z]=ne);let X=ne[W.id];X===void 0&&(X={},ne[W.id]=X);let Q=X[L];return Q===void 0&&(Q=d(l()),X[L]=Q),Q}function d(N){let V=[],W=[],R=[];for(let L=0;L<t;L++)V[L]=0,W[L]=0,R[L]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:V,enabledAttributes:W,attributeDivisors:R,object:N,attributes:{},index:null}}function f(N,V,W,R){let L=s.attributes,H=V.attributes,z=0,ne=W.getAttributes();for(let X in ne)if(ne[X].location>=0){let ee=L[X],xe=H[X];if(xe===void 0&&(X==="instanceMatrix"&&N.instanceMatrix&&(xe=N.instanceMatrix),X==="instanceColor"&&N.instanceColor&&(xe=N.instanceColor)),ee===void 0||ee.attribute!==xe||xe&&ee.data!==xe.data)return!0;z++}return s.attributesNum!==z||s.index!==R}function m(N,V,W,R){let L={},H=V.attributes,z=0,ne=W.getAttributes();for(let X in ne)if(ne[X].location>=0){let ee=H[X];ee===void 0&&(X==="instanceMatrix"&&N.instanceMatrix&&(ee=N.instanceMatrix),X==="instanceColor"&&N.instanceColor&&(ee=N.instanceColor));let xe={};xe.attribute=ee,ee&&ee.data&&(xe.data=ee.data),L[X]=xe,z++}s.attributes=L,s.attributesNum=z,s.index=R}function b(){let N=s.newAttributes;for(let V=0,W=N.length;V<W;V++)N[V]=0}function p(N){g(N,0)}function g(N,V){let W=s.newAttributes,R=s.enabledAttributes,L=s.attributeDivisors;W[N]=1,R[N]===0&&(n.enableVertexAttribArray(N),R[N]=1),L[N]!==V&&(n.vertexAttribDivisor(N,V),L[N]=V)}function S(){let N=s.newAttributes,V=s.enabledAttributes;for(let W=0,R=V.length;W<R;W++)V[W]!==N[W]&&(n.disableVertexAttribArray(W),V[W]=0)}function E(N,V,W,R,L,H,z){z===!0?n.vertexAttribIPointer(N,V,W,L,H):n.vertexAttribPointer(N,V,W,R,L,H)}function w(N,V,W,R){b();let L=R.attributes,H=W.getAttributes(),z=V.defaultAttributeValues;for(let ne in H){let X=H[ne];if(X.location>=0){let Q=L[ne];if(Q===void 0&&(ne==="instanceMatrix"&&N.instanceMatrix&&(Q=N.instanceMatrix),ne==="instanceColor"&&N.instanceColor&&(Q=N.instanceColor)),Q!==void 0){let ee=Q.normalized,xe=Q.itemSize,Ce=e.get(Q);if(Ce===void 0)continue;let Y=Ce.buffer,he=Ce.type,we=Ce.bytesPerElement,Le=he===n.INT||he===n.UNSIGNED_INT||Q.gpuType===Bh;if(Q.isInterleavedBufferAttribute){let ye=Q.data,Ve=ye.isInterleavedBuffer===!0?ye.stride:ye.itemSize,Ht=Q.offset;if(ye.isInstancedInterleavedBuffer||ye.isInstancedBufferAttribute){for(let ke=0;ke<X.locationSize;ke++)g(X.location+ke,ye.meshPerAttribute);N.isInstancedMesh!==!0&&R._maxInstanceCount===void 0&&(R._maxInstanceCount=ye.meshPerAttribute*ye.count)}else for(let ke=0;ke<X.locationSize;ke++)p(X.location+ke);n.bindBuffer(n.ARRAY_BUFFER,Y);for(let ke=0;ke<X.locationSize;ke++)E(X.location+ke,xe/X.locationSize,he,ee,Ve*we,(Ht+xe/X.locationSize*ke)*we,Le)}else{if(Q.isInstancedBufferAttribute){for(let ye=0;ye<X.locationSize;ye++)g(X.location+ye,Q.meshPerAttribute);N.isInstancedMesh!==!0&&R._maxInstanceCount===void 0&&(R._maxInstanceCount=Q.meshPerAttribute*Q.count)}else for(let ye=0;ye<X.locationSize;ye++)p(X.location+ye);n.bindBuffer(n.ARRAY_BUFFER,Y);for(let ye=0;ye<X.locationSize;ye++)E(X.location+ye,xe/X.locationSize,he,ee,xe*we,xe/X.locationSize*ye*we,Le)}}else if(z!==void 0){let ee=z[ne];if(ee!==void 0)switch(ee.length){case 2:n.vertexAttrib2fv(X.location,ee);break;case 3:n.vertexAttrib3fv(X.location,ee);break;case 4:n.vertexAttrib4fv(X.location,ee);break;default:n.vertexAttrib1fv(X.location,ee)}}}}S()}function C(){D();for(let N in i){let V=i[N];for(let W in V){let R=V[W];for(let L in R){let H=R[L];for(let z in H)u(H[z].object),delete H[z];delete R[L]}}delete i[N]}}function T(N){if(i[N.id]===void 0)return;let V=i[N.id];for(let W in V){let R=V[W];for(let L in R){let H=R[L];for(let z in H)u(H[z].object),delete H[z];delete R[L]}}delete i[N.id]}function y(N){for(let V in i){let W=i[V];for(let R in W){let L=W[R];if(L[N.id]===void 0)continue;let H=L[N.id];for(let z in H)u(H[z].object),delete H[z];delete L[N.id]}}}function M(N){for(let V in i){let W=i[V],R=N.isInstancedMesh===!0?N.id:0,L=W[R];if(L!==void 0){for(let H in L){let z=L[H];for(let ne in z)u(z[ne].object),delete z[ne];delete L[H]}delete W[R],Object.keys(W).length===0&&delete i[V]}}}function D(){I(),o=!0,s!==r&&(s=r,c(s.object))}function I(){r.geometry=null,r.program=null,r.wireframe=!1}return{setup:a,reset:D,resetDefaultState:I,dispose:C,releaseStatesOfGeometry:T,releaseStatesOfObject:M,releaseStatesOfProgram:y,initAttributes:b,enableAttribute:p,disableUnusedAttributes:S}}function GI(n,e,t){let i;function r(l){i=l}function s(l,c){n.drawArrays(i,l,c),t.update(c,i,1)}function o(l,c,u){u!==0&&(n.drawArraysInstanced(i,l,c,u),t.update(c,i,u))}function a(l,c,u){if(u===0)return;e.get("WEBGL_multi_draw").multiDrawArraysWEBGL(i,l,0,c,0,u);let d=0;for(let f=0;f<u;f++)d+=c[f];t.update(d,i,1)}this.setMode=r,this.render=s,this.renderInstances=o,this.renderMultiDraw=a}function WI(n,e,t,i){let r;function s(){if(r!==void 0)return r;if(e.has("EXT_texture_filter_anisotropic")===!0){let y=e.get("EXT_texture_filter_anisotropic");r=n.getParameter(y.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else r=0;return r}function o(y){return!(y!==wi&&i.convert(y)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(y){let M=y===vi&&(e.has("EXT_color_buffer_half_float")||e.has("EXT_color_buffer_float"));return!(y!==Kn&&y!==bi&&!M&&i.convert(y)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_TYPE))}function l(y){if(y==="highp"){if(n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.HIGH_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.HIGH_FLOAT).precision>0)return"highp";y="mediump"}return y==="mediump"&&n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.MEDIUM_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=t.precision!==void 0?t.precision:"highp",u=l(c);u!==c&&(Ne("WebGLRenderer:",c,"not supported, using",u,"instead."),c=u);let h=t.reversedDepthBuffer===!0&&e.has("EXT_clip_control"),d=t.logarithmicDepthBuffer===!0&&h===!1;t.reversedDepthBuffer===!0&&h===!1&&Ne("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),t.logarithmicDepthBuffer===!0&&h===!0&&Ne("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let f=n.getParameter(n.MAX_TEXTURE_IMAGE_UNITS),m=n.getParameter(n.MAX_VERTEX_TEXTURE_IMAGE_UNITS),b=n.getParameter(n.MAX_TEXTURE_SIZE),p=n.getParameter(n.MAX_CUBE_MAP_TEXTURE_SIZE),g=n.getParameter(n.MAX_VERTEX_ATTRIBS),S=n.getParameter(n.MAX_VERTEX_UNIFORM_VECTORS),E=n.getParameter(n.MAX_VARYING_VECTORS),w=n.getParameter(n.MAX_FRAGMENT_UNIFORM_VECTORS),C=n.getParameter(n.MAX_SAMPLES),T=n.getParameter(n.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:s,getMaxPrecision:l,textureFormatReadable:o,textureTypeReadable:a,precision:c,logarithmicDepthBuffer:d,reversedDepthBuffer:h,maxTextures:f,maxVertexTextures:m,maxTextureSize:b,maxCubemapSize:p,maxAttributes:g,maxVertexUniforms:S,maxVaryings:E,maxFragmentUniforms:w,maxSamples:C,samples:T}}function XI(n){let e=this,t=null,i=0,r=!1,s=!1,o=new yi,a=new Ue,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(h,d){let f=h.length!==0||d||i!==0||r;return r=d,i=h.length,f},this.beginShadows=function(){s=!0,u(null)},this.endShadows=function(){s=!1},this.setGlobalState=function(h,d){t=u(h,d,0)},this.setState=function(h,d,f){let m=h.clippingPlanes,b=h.clipIntersection,p=h.clipShadows,g=n.get(h);if(!r||m===null||m.length===0||s&&!p)s?u(null):c();else{let S=s?0:i,E=S*4,w=g.clippingState||null;l.value=w,w=u(m,d,E,f);for(let C=0;C!==E;++C)w[C]=t[C];g.clippingState=w,this.numIntersection=b?this.numPlanes:0,this.numPlanes+=S}};function c(){l.value!==t&&(l.value=t,l.needsUpdate=i>0),e.numPlanes=i,e.numIntersection=0}function u(h,d,f,m){let b=h!==null?h.length:0,p=null;if(b!==0){if(p=l.value,m!==!0||p===null){let g=f+b*4,S=d.matrixWorldInverse;a.getNormalMatrix(S),(p===null||p.length<g)&&(p=new Float32Array(g));for(let E=0,w=f;E!==b;++E,w+=4)o.copy(h[E]).applyMatrix4(S,a),o.normal.toArray(p,w),p[w+3]=o.constant}l.value=p,l.needsUpdate=!0}return e.numPlanes=b,e.numIntersection=0,p}}var pl=class extends qn{constructor(e=1,t={}){super(e,e,t),this.isWebGLCubeRenderTarget=!0;let i={width:e,height:e,depth:1},r=[i,i,i,i,i,i];this.texture=new Xa(r),this._setTextureOptions(t),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(e,t){this.texture.type=t.type,this.texture.colorSpace=t.colorSpace,this.texture.generateMipmaps=t.generateMipmaps,this.texture.minFilter=t.minFilter,this.texture.magFilter=t.magFilter;let i={uniforms:{tEquirect:{value:null}},vertexShader:`

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
			`},r=new Ao(5,5,5),s=new Ot({name:"CubemapFromEquirect",uniforms:xs(i.uniforms),vertexShader:i.vertexShader,fragmentShader:i.fragmentShader,side:In,blending:ms});s.uniforms.tEquirect.value=t;let o=new Pt(r,s),a=t.minFilter;return t.minFilter===ar&&(t.minFilter=Pn),new Ro(1,10,this).update(e,o),t.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(e,t=!0,i=!0,r=!0){let s=e.getRenderTarget();for(let o=0;o<6;o++)e.setRenderTarget(this,o),e.clear(t,i,r);e.setRenderTarget(s)}},aw=256,$I=3,qI=20,Pw=256,Lw=16,YI=3,KI=new G,jI=new je,Sd=class n{constructor(e){this._renderer=e,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new Ro(1,10,null),this._boxMesh=new Pt(new Ao(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(e,t=0,i=.1,r=100,s={}){let{size:o=256,position:a=KI}=s,l=this._renderer;this._setSize(o);let c=this._allocateTarget(),u=this._getSourceTarget(!0);t>0&&(u.texture.mipmapsAutoUpdate=!1);let h=l.autoClear,d=l.autoClearColor,f=l.autoClearDepth,m=l.autoClearStencil,b=e.background;l.autoClear=!0,l.autoClearColor=!0,l.autoClearDepth=!0,l.autoClearStencil=!0,b===null&&(e.background=l.getClearColor(jI));let p=new Ro(i,r,u);return p.position.copy(a),p.update(l,e),l.autoClear=h,l.autoClearColor=d,l.autoClearDepth=f,l.autoClearStencil=m,e.background=b,t>0&&(u.texture.mipmapsAutoUpdate=!0,this._blur(c,t)),this._applyPMREM(c),c}fromEquirectangular(e,t=null){return this._fromTexture(e,t)}fromCubemap(e,t=null){return this._fromTexture(e,t)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=uw(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=cw(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(e,t){return t>0?1-Math.sqrt(1-e/t):0}_setSize(e){this._cubeSize=Math.max(aw,Jv(e))}_fromTexture(e,t){e.mapping===ys||e.mapping===Io?this._setSize(e.image.length===0?aw:e.image[0].width||e.image[0].image.width):this._setSize(e.image.width/4);let i=t||this._allocateTarget();return this._textureToCubemap(e),this._applyPMREM(i),i}_allocateTarget(){let e=this._cubeSize,t=lw(e,!1,!1),i=Math.log2(e)-$I;for(let r=0;r<=i;r++)t.texture.mipmaps.push({width:e>>r,height:e>>r});return t.texture.name="PMREM",t.texture.isPMREMTexture=!0,t}_getSourceTarget(e=!1){let t=this._cubeSize,i=this._sourceTarget;return(i===null||i.width!==t||e&&i.depthBuffer===!1)&&(i!==null&&i.dispose(),this._sourceTarget=lw(t,!0,e)),this._sourceTarget}_compileMaterial(e){this._boxMesh.material=e,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(e,t,i){let r=this._boxMesh,s=this._cubeCamera;r.material=i,s.renderTarget=e,s.activeMipmapLevel=t;let o=e.width>>t;e.viewport.set(0,0,o,o),s.update(this._renderer,r),e.viewport.set(0,0,e.width,e.height)}_textureToCubemap(e){let t;e.mapping===ys||e.mapping===Io?(this._cubemapMaterial===null&&(this._cubemapMaterial=uw()),t=this._cubemapMaterial,t.uniforms.flipEnvMap.value=e.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=cw()),t=this._equirectMaterial),t.uniforms.envMap.value=e,this._renderCube(this._getSourceTarget(),0,t)}_applyPMREM(e){this._ggxMaterial===null&&(this._ggxMaterial=ZI(),this._integrationMaterial=JI());let t=this._cubeSize,i=e.texture.mipmaps.length-1,r=this._ggxMaterial.uniforms;r.envMap.value=this._sourceTarget.texture;let s=this._integrationMaterial.uniforms;s.envMap.value=this._sourceTarget.texture,s.sourceLod.value=Math.log2(t/Lw);for(let o=0;o<=i;o++){let a=n.lodToRoughness(o,i);if(o>i-YI)s.roughness.value=a,this._renderCube(e,o,this._integrationMaterial);else{let l=a>0?Math.log2(t)+.5*Math.log2(6/(Pw*Math.pow(a,4)))+.5:0;r.roughness.value=a,r.lodBias.value=l,this._renderCube(e,o,this._ggxMaterial)}}}_blur(e,t){this._blurMaterial===null&&(this._blurMaterial=QI());let i=this._blurMaterial,r=i.uniforms,s=this._sourceTarget;r.sigma.value=Math.min(t,Math.PI)/Math.SQRT2,r.envMap.value=s.texture,this._renderCube(e,0,i),r.envMap.value=e.texture,this._renderCube(s,0,i)}};function lw(n,e,t){return new pl(n,{minFilter:ar,generateMipmaps:e,type:vi,colorSpace:Da,depthBuffer:t})}function ml(n,e,t){return new Ot({name:n,uniforms:e,vertexShader:$e.cube_vert,fragmentShader:t,side:In,blending:ms,depthTest:!1,depthWrite:!1})}function ZI(){return ml("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${Pw}u

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
	`)}function JI(){return ml("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:Lw}},`

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
	`)}function QI(){return ml("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${qI}
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
	`)}function cw(){return ml("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

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
	`)}function uw(){return ml("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function e2(n){let e=new WeakMap,t=new WeakMap,i=null;function r(d,f=!1){return d==null?null:f?o(d):s(d)}function s(d){if(d&&d.isTexture){let f=d.mapping;if(f===Oh||f===Fh)if(e.has(d)){let m=e.get(d).texture;return a(m,d.mapping)}else{let m=d.image;if(m&&m.height>0){let b=new pl(m.height);return b.fromEquirectangularTexture(n,d),e.set(d,b),d.addEventListener("dispose",c),a(b.texture,d.mapping)}else return null}}return d}function o(d){if(d&&d.isTexture&&d.isPMREMTexture!==!0){let f=d.mapping,m=f===Oh||f===Fh,b=f===ys||f===Io;if(m||b){let p=t.get(d),g=p!==void 0?p.texture.pmremVersion:0;if(d.isRenderTargetTexture&&d.pmremVersion!==g)return i===null&&(i=new Sd(n)),p=m?i.fromEquirectangular(d,p):i.fromCubemap(d,p),p.texture.pmremVersion=d.pmremVersion,t.set(d,p),p.texture;if(p!==void 0)return p.texture;{let S=d.image;return m&&S&&S.height>0||b&&S&&l(S)?(i===null&&(i=new Sd(n)),p=m?i.fromEquirectangular(d):i.fromCubemap(d),p.texture.pmremVersion=d.pmremVersion,t.set(d,p),d.addEventListener("dispose",u),p.texture):null}}}return d}function a(d,f){return f===Oh?d.mapping=ys:f===Fh&&(d.mapping=Io),d}function l(d){let f=0,m=6;for(let b=0;b<m;b++)d[b]!==void 0&&f++;return f===m}function c(d){let f=d.target;f.removeEventListener("dispose",c);let m=e.get(f);m!==void 0&&(e.delete(f),m.dispose())}function u(d){let f=d.target;f.removeEventListener("dispose",u);let m=t.get(f);m!==void 0&&(t.delete(f),m.dispose())}function h(){e=new WeakMap,t=new WeakMap,i!==null&&(i.dispose(),i=null)}return{get:r,dispose:h}}function t2(n){let e={};function t(i){if(e[i]!==void 0)return e[i];let r=n.getExtension(i);return e[i]=r,r}return{has:function(i){return t(i)!==null},init:function(){t("EXT_color_buffer_float"),t("WEBGL_clip_cull_distance"),t("OES_texture_float_linear"),t("EXT_color_buffer_half_float"),t("WEBGL_multisampled_render_to_texture"),t("WEBGL_render_shared_exponent")},get:function(i){let r=t(i);return r===null&&Na("WebGLRenderer: "+i+" extension not supported."),r}}}function n2(n,e,t,i){let r={},s=new WeakMap,o=new FinalizationRegistry(m=>delete r[m]);function a(m){l(m.target)}function l(m){m.index!==null&&e.remove(m.index);for(let p in m.attributes)e.remove(m.attributes[p]);m.removeEventListener("dispose",a),delete r[m.id],o.unregister(m);let b=s.get(m);b&&(e.remove(b),s.delete(m)),i.releaseStatesOfGeometry(m),m.isInstancedBufferGeometry===!0&&delete m._maxInstanceCount,t.memory.geometries--}function c(m,b){return r[b.id]!==void 0||(b.addEventListener("dispose",a),r[b.id]=new WeakRef(b),o.register(b,b.id,b),t.memory.geometries++),b}function u(m){let b=m.attributes;for(let p in b)e.update(b[p],n.ARRAY_BUFFER)}function h(m){let b=m.index,p=m.attributes.position,g=0;if(p===void 0)return;let S=b!==null?b.array.length:p.array.length/3-1,E=p.count>=65535?Ha:Va,w=new E(Math.ceil(S/3)*6,1),C=w.array;if(b!==null){let y=b.array;g=b.version;for(let M=0,D=0;M<S;M+=3){let I=y[M+0],N=y[M+1],V=y[M+2];C[D++]=I,C[D++]=N,C[D++]=N,C[D++]=V,C[D++]=V,C[D++]=I}}else{g=p.version;for(let y=0,M=0;y<S;y+=3){let D=y+0,I=y+1,N=y+2;C[M++]=D,C[M++]=I,C[M++]=I,C[M++]=N,C[M++]=N,C[M++]=D}}w.version=g;let T=s.get(m);T&&e.remove(T),s.set(m,w)}function d(m){let b=s.get(m);if(b){let p=m.index;p!==null&&b.version<p.version&&h(m)}else h(m);return s.get(m)}function f(){for(let m in r){let b=r[m].deref();b!==void 0&&l(b)}}return{get:c,update:u,getWireframeAttribute:d,dispose:f}}function i2(n,e,t){let i;function r(h){i=h}let s,o;function a(h){s=h.type,o=h.bytesPerElement}function l(h,d){n.drawElements(i,d,s,h*o),t.update(d,i,1)}function c(h,d,f){f!==0&&(n.drawElementsInstanced(i,d,s,h*o,f),t.update(d,i,f))}function u(h,d,f){if(f===0)return;e.get("WEBGL_multi_draw").multiDrawElementsWEBGL(i,d,0,s,h,0,f);let b=0;for(let p=0;p<f;p++)b+=d[p];t.update(b,i,1)}this.setMode=r,this.setIndex=a,this.render=l,this.renderInstances=c,this.renderMultiDraw=u}function r2(n){let e={geometries:0,textures:0},t={frame:0,calls:0,triangles:0,points:0,lines:0};function i(s,o,a){switch(t.calls++,o){case n.TRIANGLES:t.triangles+=a*(s/3);break;case n.LINES:t.lines+=a*(s/2);break;case n.LINE_STRIP:t.lines+=a*(s-1);break;case n.LINE_LOOP:t.lines+=a*s;break;case n.POINTS:t.points+=a*s;break;default:Oe("WebGLInfo: Unknown draw mode:",o);break}}function r(){t.calls=0,t.triangles=0,t.points=0,t.lines=0}return{memory:e,render:t,programs:null,autoReset:!0,reset:r,update:i}}function s2(n,e,t){let i=new WeakMap,r=new kt;function s(o,a,l){let c=o.morphTargetInfluences,u=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,h=u!==void 0?u.length:0,d=i.get(a);if(d===void 0||d.count!==h){let D=function(){y.dispose(),i.delete(a),a.removeEventListener("dispose",D)};d!==void 0&&d.texture.dispose();let f=a.morphAttributes.position!==void 0,m=a.morphAttributes.normal!==void 0,b=a.morphAttributes.color!==void 0,p=a.morphAttributes.position||[],g=a.morphAttributes.normal||[],S=a.morphAttributes.color||[],E=0;f===!0&&(E=1),m===!0&&(E=2),b===!0&&(E=3);let w=a.attributes.position.count*E,C=1;w>e.maxTextureSize&&(C=Math.ceil(w/e.maxTextureSize),w=e.maxTextureSize);let T=new Float32Array(w*C*4*h),y=new Ba(T,w,C,h);y.type=bi,y.needsUpdate=!0;let M=E*4;for(let I=0;I<h;I++){let N=p[I],V=g[I],W=S[I],R=w*C*4*I;for(let L=0;L<N.count;L++){let H=L*M;f===!0&&(r.fromBufferAttribute(N,L),T[R+H+0]=r.x,T[R+H+1]=r.y,T[R+H+2]=r.z,T[R+H+3]=0),m===!0&&(r.fromBufferAttribute(V,L),T[R+H+4]=r.x,T[R+H+5]=r.y,T[R+H+6]=r.z,T[R+H+7]=0),b===!0&&(r.fromBufferAttribute(W,L),T[R+H+8]=r.x,T[R+H+9]=r.y,T[R+H+10]=r.z,T[R+H+11]=W.itemSize===4?r.w:1)}}d={count:h,texture:y,size:new rt(w,C)},i.set(a,d),a.addEventListener("dispose",D)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)l.getUniforms().setValue(n,"morphTexture",o.morphTexture,t);else{let f=0;for(let b=0;b<c.length;b++)f+=c[b];let m=a.morphTargetsRelative?1:1-f;l.getUniforms().setValue(n,"morphTargetBaseInfluence",m),l.getUniforms().setValue(n,"morphTargetInfluences",c)}l.getUniforms().setValue(n,"morphTargetsTexture",d.texture,t),l.getUniforms().setValue(n,"morphTargetsTextureSize",d.size)}return{update:s}}function o2(n,e,t,i,r){let s=new WeakMap;function o(c){let u=r.render.frame,h=c.geometry,d=e.get(c,h);if(s.get(d)!==u&&(e.update(d),s.set(d,u)),c.isInstancedMesh&&(c.hasEventListener("dispose",l)===!1&&c.addEventListener("dispose",l),s.get(c)!==u&&(t.update(c.instanceMatrix,n.ARRAY_BUFFER),c.instanceColor!==null&&t.update(c.instanceColor,n.ARRAY_BUFFER),s.set(c,u))),c.isSkinnedMesh){let f=c.skeleton;s.get(f)!==u&&(f.update(),s.set(f,u))}return d}function a(){s=new WeakMap}function l(c){let u=c.target;u.removeEventListener("dispose",l),i.releaseStatesOfObject(u),t.remove(u.instanceMatrix),u.instanceColor!==null&&t.remove(u.instanceColor)}return{update:o,dispose:a}}var a2={[Wm]:"LINEAR_TONE_MAPPING",[Xm]:"REINHARD_TONE_MAPPING",[$m]:"CINEON_TONE_MAPPING",[qm]:"ACES_FILMIC_TONE_MAPPING",[Km]:"AGX_TONE_MAPPING",[jm]:"NEUTRAL_TONE_MAPPING",[Ym]:"CUSTOM_TONE_MAPPING"};function l2(n,e,t,i,r,s){let o=new qn(e,t,{type:n,depthBuffer:r,stencilBuffer:s,samples:i?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,l=null,c=null,u=new Dt;u.setAttribute("position",new dn([-1,3,0,-1,-1,0,3,-1,0],3)),u.setAttribute("uv",new dn([0,2,0,0,2,0],2));let h=new vh({uniforms:{tDiffuse:{value:null}},vertexShader:`
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
			}`,depthTest:!1,depthWrite:!1}),d=new Pt(u,h),f=new kh(-1,1,1,-1,0,1),m=null,b=null,p=!1,g,S=null,E=[],w=!1;this.setSize=function(C,T){o.setSize(C,T),a!==null&&a.setSize(C,T),l!==null&&l.setSize(C,T);for(let y=0;y<E.length;y++){let M=E[y];M.setSize&&M.setSize(C,T)}},this.setEffects=function(C){E=C,w=E.length>0&&E[0].isRenderPass===!0;let T=o.width,y=o.height;E.length>0&&a===null&&(a=new qn(T,y,{type:vi,depthBuffer:!1,stencilBuffer:!1}),l=new qn(T,y,{type:vi,depthBuffer:!1,stencilBuffer:!1}));let M=r===!0&&E.some(D=>D.needsDepthTexture===!0);M!==(o.depthTexture!==null)&&(M===!0&&c===null&&(c=new or(T,y),s===!0&&(c.format=lr,c.type=_s)),o.dispose(),o.depthTexture=M?c:null,o.resolveDepthBuffer=M,o.storeMultisampledDepthBuffer=M);for(let D=0;D<E.length;D++){let I=E[D];I.setSize&&I.setSize(T,y),M&&I.needsDepthTexture===!0&&I.setDepthTexture&&I.setDepthTexture(c)}},this.begin=function(C,T){if(p||C.toneMapping===zi&&E.length===0)return!1;if(S=T,T!==null){let y=T.width,M=T.height;(o.width!==y||o.height!==M)&&this.setSize(y,M)}return w===!1&&C.setRenderTarget(o),g=C.toneMapping,C.toneMapping=zi,!0},this.hasRenderPass=function(){return w},this.end=function(C,T){C.toneMapping=g,p=!0;let y=o,M=a;for(let D=0;D<E.length;D++){let I=E[D];I.enabled!==!1&&(I.render(C,M,y,T),I.needsSwap!==!1&&(y=M,M=M===a?l:a))}if(m!==C.outputColorSpace||b!==C.toneMapping){m=C.outputColorSpace,b=C.toneMapping,h.defines={},et.getTransfer(m)===ft&&(h.defines.SRGB_TRANSFER="");let D=a2[b];D&&(h.defines[D]=""),h.needsUpdate=!0}h.uniforms.tDiffuse.value=y.texture,C.setRenderTarget(S),C.render(d,f),S=null,p=!1},this.isCompositing=function(){return p},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),l!==null&&l.dispose(),u.dispose(),h.dispose()}}var Iw=new Ln,Nw=new or(1,1),kw=new $a(1),Dw=new Ba,Ow=new dh,Fw=new Xa,hw=[],dw=[],fw=new Float32Array(16),pw=new Float32Array(9),mw=new Float32Array(4);function Do(n,e,t){let i=n[0];if(i<=0||i>0)return n;let r=e*t,s=hw[r];if(s===void 0&&(s=new Float32Array(r),hw[r]=s),e!==0){i.toArray(s,0);for(let o=1,a=0;o!==e;++o)a+=t,n[o].toArray(s,a)}return s}function en(n,e){if(n.length!==e.length)return!1;for(let t=0,i=n.length;t<i;t++)if(n[t]!==e[t])return!1;return!0}function tn(n,e){for(let t=0,i=e.length;t<i;t++)n[t]=e[t]}function Ed(n,e){let t=dw[e];t===void 0&&(t=new Int32Array(e),dw[e]=t);for(let i=0;i!==e;++i)t[i]=n.allocateTextureUnit();return t}function c2(n,e){let t=this.cache;t[0]!==e&&(n.uniform1f(this.addr,e),t[0]=e)}function u2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2f(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(en(t,e))return;n.uniform2fv(this.addr,e),tn(t,e)}}function h2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3f(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else if(e.r!==void 0)(t[0]!==e.r||t[1]!==e.g||t[2]!==e.b)&&(n.uniform3f(this.addr,e.r,e.g,e.b),t[0]=e.r,t[1]=e.g,t[2]=e.b);else{if(en(t,e))return;n.uniform3fv(this.addr,e),tn(t,e)}}function d2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4f(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(en(t,e))return;n.uniform4fv(this.addr,e),tn(t,e)}}function f2(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(en(t,e))return;n.uniformMatrix2fv(this.addr,!1,e),tn(t,e)}else{if(en(t,i))return;mw.set(i),n.uniformMatrix2fv(this.addr,!1,mw),tn(t,i)}}function p2(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(en(t,e))return;n.uniformMatrix3fv(this.addr,!1,e),tn(t,e)}else{if(en(t,i))return;pw.set(i),n.uniformMatrix3fv(this.addr,!1,pw),tn(t,i)}}function m2(n,e){let t=this.cache,i=e.elements;if(i===void 0){if(en(t,e))return;n.uniformMatrix4fv(this.addr,!1,e),tn(t,e)}else{if(en(t,i))return;fw.set(i),n.uniformMatrix4fv(this.addr,!1,fw),tn(t,i)}}function g2(n,e){let t=this.cache;t[0]!==e&&(n.uniform1i(this.addr,e),t[0]=e)}function y2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2i(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(en(t,e))return;n.uniform2iv(this.addr,e),tn(t,e)}}function _2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3i(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(en(t,e))return;n.uniform3iv(this.addr,e),tn(t,e)}}function x2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4i(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(en(t,e))return;n.uniform4iv(this.addr,e),tn(t,e)}}function b2(n,e){let t=this.cache;t[0]!==e&&(n.uniform1ui(this.addr,e),t[0]=e)}function v2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y)&&(n.uniform2ui(this.addr,e.x,e.y),t[0]=e.x,t[1]=e.y);else{if(en(t,e))return;n.uniform2uiv(this.addr,e),tn(t,e)}}function w2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z)&&(n.uniform3ui(this.addr,e.x,e.y,e.z),t[0]=e.x,t[1]=e.y,t[2]=e.z);else{if(en(t,e))return;n.uniform3uiv(this.addr,e),tn(t,e)}}function S2(n,e){let t=this.cache;if(e.x!==void 0)(t[0]!==e.x||t[1]!==e.y||t[2]!==e.z||t[3]!==e.w)&&(n.uniform4ui(this.addr,e.x,e.y,e.z,e.w),t[0]=e.x,t[1]=e.y,t[2]=e.z,t[3]=e.w);else{if(en(t,e))return;n.uniform4uiv(this.addr,e),tn(t,e)}}function Td(n){return n.version===0&&(n.compareFunction=lg,n.needsUpdate=!0),n}function M2(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r);let s;this.type===n.SAMPLER_2D_SHADOW?s=Td(Nw):s=Iw,t.setTexture2D(e||s,r)}function E2(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r),t.setTexture3D(e||Ow,r)}function T2(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r);let s;this.type===n.SAMPLER_CUBE_SHADOW?s=Td(kw):s=Fw,t.setTextureCube(e||s,r)}function A2(n,e,t){let i=this.cache,r=t.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r),t.setTexture2DArray(e||Dw,r)}function C2(n){switch(n){case 5126:return c2;case 35664:return u2;case 35665:return h2;case 35666:return d2;case 35674:return f2;case 35675:return p2;case 35676:return m2;case 5124:case 35670:return g2;case 35667:case 35671:return y2;case 35668:case 35672:return _2;case 35669:case 35673:return x2;case 5125:return b2;case 36294:return v2;case 36295:return w2;case 36296:return S2;case 35678:case 36198:case 36298:case 36306:case 35682:return M2;case 35679:case 36299:case 36307:return E2;case 35680:case 36300:case 36308:case 36293:return T2;case 36289:case 36303:case 36311:case 36292:return A2}}function R2(n,e){n.uniform1fv(this.addr,e)}function P2(n,e){let t=Do(e,this.size,2);n.uniform2fv(this.addr,t)}function L2(n,e){let t=Do(e,this.size,3);n.uniform3fv(this.addr,t)}function I2(n,e){let t=Do(e,this.size,4);n.uniform4fv(this.addr,t)}function N2(n,e){let t=Do(e,this.size,4);n.uniformMatrix2fv(this.addr,!1,t)}function k2(n,e){let t=Do(e,this.size,9);n.uniformMatrix3fv(this.addr,!1,t)}function D2(n,e){let t=Do(e,this.size,16);n.uniformMatrix4fv(this.addr,!1,t)}function O2(n,e){n.uniform1iv(this.addr,e)}function F2(n,e){n.uniform2iv(this.addr,e)}function U2(n,e){n.uniform3iv(this.addr,e)}function B2(n,e){n.uniform4iv(this.addr,e)}function z2(n,e){n.uniform1uiv(this.addr,e)}function V2(n,e){n.uniform2uiv(this.addr,e)}function H2(n,e){n.uniform3uiv(this.addr,e)}function G2(n,e){n.uniform4uiv(this.addr,e)}function W2(n,e,t){let i=this.cache,r=e.length,s=Ed(t,r);en(i,s)||(n.uniform1iv(this.addr,s),tn(i,s));let o;this.type===n.SAMPLER_2D_SHADOW?o=Td(Nw):o=Iw;for(let a=0;a!==r;++a)t.setTexture2D(e[a]||o,s[a])}function X2(n,e,t){let i=this.cache,r=e.length,s=Ed(t,r);en(i,s)||(n.uniform1iv(this.addr,s),tn(i,s));for(let o=0;o!==r;++o)t.setTexture3D(e[o]||Ow,s[o])}function $2(n,e,t){let i=this.cache,r=e.length,s=Ed(t,r);en(i,s)||(n.uniform1iv(this.addr,s),tn(i,s));let o;this.type===n.SAMPLER_CUBE_SHADOW?o=Td(kw):o=Fw;for(let a=0;a!==r;++a)t.setTextureCube(e[a]||o,s[a])}function q2(n,e,t){let i=this.cache,r=e.length,s=Ed(t,r);en(i,s)||(n.uniform1iv(this.addr,s),tn(i,s));for(let o=0;o!==r;++o)t.setTexture2DArray(e[o]||Dw,s[o])}function Y2(n){switch(n){case 5126:return R2;case 35664:return P2;case 35665:return L2;case 35666:return I2;case 35674:return N2;case 35675:return k2;case 35676:return D2;case 5124:case 35670:return O2;case 35667:case 35671:return F2;case 35668:case 35672:return U2;case 35669:case 35673:return B2;case 5125:return z2;case 36294:return V2;case 36295:return H2;case 36296:return G2;case 35678:case 36198:case 36298:case 36306:case 35682:return W2;case 35679:case 36299:case 36307:return X2;case 35680:case 36300:case 36308:case 36293:return $2;case 36289:case 36303:case 36311:case 36292:return q2}}var _g=class{constructor(e,t,i){this.id=e,this.addr=i,this.cache=[],this.type=t.type,this.setValue=C2(t.type)}},xg=class{constructor(e,t,i){this.id=e,this.addr=i,this.cache=[],this.type=t.type,this.size=t.size,this.setValue=Y2(t.type)}},bg=class{constructor(e){this.id=e,this.seq=[],this.map={}}setValue(e,t,i){let r=this.seq;for(let s=0,o=r.length;s!==o;++s){let a=r[s];a.setValue(e,t[a.id],i)}}},gg=/(\w+)(\])?(\[|\.)?/g;function gw(n,e){n.seq.push(e),n.map[e.id]=e}function K2(n,e,t){let i=n.name,r=i.length;for(gg.lastIndex=0;;){let s=gg.exec(i),o=gg.lastIndex,a=s[1],l=s[2]==="]",c=s[3];if(l&&(a=a|0),c===void 0||c==="["&&o+2===r){gw(t,c===void 0?new _g(a,n,e):new xg(a,n,e));break}else{let h=t.map[a];h===void 0&&(h=new bg(a),gw(t,h)),t=h}}}var ko=class{constructor(e,t){this.seq=[],this.map={};let i=e.getProgramParameter(t,e.ACTIVE_UNIFORMS);for(let o=0;o<i;++o){let a=e.getActiveUniform(t,o),l=e.getUniformLocation(t,a.name);K2(a,l,this)}let r=[],s=[];for(let o of this.seq)o.type===e.SAMPLER_2D_SHADOW||o.type===e.SAMPLER_CUBE_SHADOW||o.type===e.SAMPLER_2D_ARRAY_SHADOW?r.push(o):s.push(o);r.length>0&&(this.seq=r.concat(s))}setValue(e,t,i,r){let s=this.map[t];s!==void 0&&s.setValue(e,i,r)}setOptional(e,t,i){let r=t[i];r!==void 0&&this.setValue(e,i,r)}static upload(e,t,i,r){for(let s=0,o=t.length;s!==o;++s){let a=t[s],l=i[a.id];l.needsUpdate!==!1&&a.setValue(e,l.value,r)}}static seqWithValue(e,t){let i=[];for(let r=0,s=e.length;r!==s;++r){let o=e[r];o.id in t&&i.push(o)}return i}};function yw(n,e,t){let i=n.createShader(e);return n.shaderSource(i,t),n.compileShader(i),i}var j2=37297,Z2=0;function J2(n,e){let t=n.split(`
`),i=[],r=Math.max(e-6,0),s=Math.min(e+6,t.length);for(let o=r;o<s;o++){let a=o+1;i.push(`${a===e?">":" "} ${a}: ${t[o]}`)}return i.join(`
`)}var _w=new Ue;function Q2(n){et._getMatrix(_w,et.workingColorSpace,n);let e=`mat3( ${_w.elements.map(t=>t.toFixed(4))} )`;switch(et.getTransfer(n)){case Oa:return[e,"LinearTransferOETF"];case ft:return[e,"sRGBTransferOETF"];default:return Ne("WebGLProgram: Unsupported color space: ",n),[e,"LinearTransferOETF"]}}function xw(n,e,t){let i=n.getShaderParameter(e,n.COMPILE_STATUS),s=(n.getShaderInfoLog(e)||"").trim();if(i&&s==="")return"";let o=/ERROR: 0:(\d+)/.exec(s);if(o){let a=parseInt(o[1]);return t.toUpperCase()+`

`+s+`

`+J2(n.getShaderSource(e),a)}else return s}function e3(n,e){let t=Q2(e);return[`vec4 ${n}( vec4 value ) {`,`	return ${t[1]}( vec4( ${t[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var t3={[Wm]:"Linear",[Xm]:"Reinhard",[$m]:"Cineon",[qm]:"ACESFilmic",[Km]:"AgX",[jm]:"Neutral",[Ym]:"Custom"};function n3(n,e){let t=t3[e];return t===void 0?(Ne("WebGLProgram: Unsupported toneMapping:",e),"vec3 "+n+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+n+"( vec3 color ) { return "+t+"ToneMapping( color ); }"}var wd=new G;function i3(){et.getLuminanceCoefficients(wd);let n=wd.x.toFixed(4),e=wd.y.toFixed(4),t=wd.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${n}, ${e}, ${t} );`,"	return dot( weights, rgb );","}"].join(`
`)}function r3(n){return[n.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",n.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(fl).join(`
`)}function s3(n){let e=[];for(let t in n){let i=n[t];i!==!1&&e.push("#define "+t+" "+i)}return e.join(`
`)}function o3(n,e){let t={},i=n.getProgramParameter(e,n.ACTIVE_ATTRIBUTES);for(let r=0;r<i;r++){let s=n.getActiveAttrib(e,r),o=s.name,a=1;s.type===n.FLOAT_MAT2&&(a=2),s.type===n.FLOAT_MAT3&&(a=3),s.type===n.FLOAT_MAT4&&(a=4),t[o]={type:s.type,location:n.getAttribLocation(e,o),locationSize:a}}return t}function fl(n){return n!==""}function bw(n,e){let t=e.numSpotLightShadows+e.numSpotLightMaps-e.numSpotLightShadowsWithMaps;return n.replace(/NUM_SUN_LIGHTS/g,e.numSunLights).replace(/NUM_DIR_LIGHTS/g,e.numDirLights).replace(/NUM_SPOT_LIGHTS/g,e.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,e.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,t).replace(/NUM_RECT_AREA_LIGHTS/g,e.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,e.numPointLights).replace(/NUM_HEMI_LIGHTS/g,e.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,e.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,e.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,e.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,e.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,e.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,e.numLightProbeGrids)}function vw(n,e){return n.replace(/NUM_CLIPPING_PLANES/g,e.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,e.numClippingPlanes-e.numClipIntersection)}var a3=/^[ \t]*#include +<([\w\d./]+)>/gm;function vg(n){return n.replace(a3,l3)}function l3(n,e){let t=$e[e];if(t===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+e+">");return vg(t)}var c3=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function ww(n){return n.replace(c3,u3)}function u3(n,e,t,i){let r="";for(let s=parseInt(e);s<parseInt(t);s++)r+=i.replace(/\[\s*i\s*\]/g,"[ "+s+" ]").replace(/UNROLLED_LOOP_INDEX/g,s);return r}function Sw(n){let e=`precision ${n.precision} float;
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
#define LOW_PRECISION`),e}var h3={[il]:"SHADOWMAP_TYPE_PCF",[Po]:"SHADOWMAP_TYPE_VSM"};function d3(n){return h3[n.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var f3={[Io]:"ENVMAP_MODE_REFRACTION"};function p3(n){return n.envMap===!1?"ENVMAP_MODE_REFLECTION":f3[n.envMapMode]||"ENVMAP_MODE_REFLECTION"}var m3={[Gm]:"ENVMAP_BLENDING_MULTIPLY",[Ov]:"ENVMAP_BLENDING_MIX",[Fv]:"ENVMAP_BLENDING_ADD"};function g3(n){return n.envMap===!1?"ENVMAP_BLENDING_NONE":m3[n.combine]||"ENVMAP_BLENDING_NONE"}function y3(n,e,t,i){let r=n.getContext(),s=t.defines,o=t.vertexShader,a=t.fragmentShader,l=d3(t),c=t.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",u=p3(t),h=g3(t),d=r3(t),f=s3(s),m=r.createProgram(),b,p,g=t.glslVersion?"#version "+t.glslVersion+`
`:"";t.isRawShaderMaterial?(b=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(fl).join(`
`),b.length>0&&(b+=`
`),p=["#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f].filter(fl).join(`
`),p.length>0&&(p+=`
`)):(b=[Sw(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",t.batching?"#define USE_BATCHING":"",t.batchingColor?"#define USE_BATCHING_COLOR":"",t.instancing?"#define USE_INSTANCING":"",t.instancingColor?"#define USE_INSTANCING_COLOR":"",t.instancingMorph?"#define USE_INSTANCING_MORPH":"",t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.map?"#define USE_MAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+u:"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.displacementMap?"#define USE_DISPLACEMENTMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.mapUv?"#define MAP_UV "+t.mapUv:"",t.alphaMapUv?"#define ALPHAMAP_UV "+t.alphaMapUv:"",t.lightMapUv?"#define LIGHTMAP_UV "+t.lightMapUv:"",t.aoMapUv?"#define AOMAP_UV "+t.aoMapUv:"",t.emissiveMapUv?"#define EMISSIVEMAP_UV "+t.emissiveMapUv:"",t.bumpMapUv?"#define BUMPMAP_UV "+t.bumpMapUv:"",t.normalMapUv?"#define NORMALMAP_UV "+t.normalMapUv:"",t.displacementMapUv?"#define DISPLACEMENTMAP_UV "+t.displacementMapUv:"",t.metalnessMapUv?"#define METALNESSMAP_UV "+t.metalnessMapUv:"",t.roughnessMapUv?"#define ROUGHNESSMAP_UV "+t.roughnessMapUv:"",t.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+t.anisotropyMapUv:"",t.clearcoatMapUv?"#define CLEARCOATMAP_UV "+t.clearcoatMapUv:"",t.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+t.clearcoatNormalMapUv:"",t.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+t.clearcoatRoughnessMapUv:"",t.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+t.diffuseRoughnessMapUv:"",t.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+t.iridescenceMapUv:"",t.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+t.iridescenceThicknessMapUv:"",t.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+t.sheenColorMapUv:"",t.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+t.sheenRoughnessMapUv:"",t.specularMapUv?"#define SPECULARMAP_UV "+t.specularMapUv:"",t.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+t.specularColorMapUv:"",t.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+t.specularIntensityMapUv:"",t.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+t.transmissionMapUv:"",t.thicknessMapUv?"#define THICKNESSMAP_UV "+t.thicknessMapUv:"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexNormals?"#define HAS_NORMAL":"",t.vertexColors?"#define USE_COLOR":"",t.vertexAlphas?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.flatShading?"#define FLAT_SHADED":"",t.skinning?"#define USE_SKINNING":"",t.morphTargets?"#define USE_MORPHTARGETS":"",t.morphNormals&&t.flatShading===!1?"#define USE_MORPHNORMALS":"",t.morphColors?"#define USE_MORPHCOLORS":"",t.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+t.morphTextureStride:"",t.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+t.morphTargetsCount:"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.sizeAttenuation?"#define USE_SIZEATTENUATION":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(fl).join(`
`),p=[Sw(t),"#define SHADER_TYPE "+t.shaderType,"#define SHADER_NAME "+t.shaderName,f,t.useFog&&t.fog?"#define USE_FOG":"",t.useFog&&t.fogExp2?"#define FOG_EXP2":"",t.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",t.map?"#define USE_MAP":"",t.matcap?"#define USE_MATCAP":"",t.envMap?"#define USE_ENVMAP":"",t.envMap?"#define "+c:"",t.envMap?"#define "+u:"",t.envMap?"#define "+h:"",t.envMapPMREM?"#define ENVMAP_MAX_LOD "+t.envMapMaxLod+".0":"",t.envMapPMREM?"#define ENVMAP_SIZE "+t.envMapSize+".0":"",t.lightMap?"#define USE_LIGHTMAP":"",t.aoMap?"#define USE_AOMAP":"",t.bumpMap?"#define USE_BUMPMAP":"",t.normalMap?"#define USE_NORMALMAP":"",t.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",t.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",t.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",t.emissiveMap?"#define USE_EMISSIVEMAP":"",t.anisotropy?"#define USE_ANISOTROPY":"",t.anisotropyMap?"#define USE_ANISOTROPYMAP":"",t.clearcoat?"#define USE_CLEARCOAT":"",t.clearcoatMap?"#define USE_CLEARCOATMAP":"",t.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",t.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",t.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",t.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",t.dispersion?"#define USE_DISPERSION":"",t.retroreflection?"#define USE_RETROREFLECTION":"",t.iridescence?"#define USE_IRIDESCENCE":"",t.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",t.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",t.specularMap?"#define USE_SPECULARMAP":"",t.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",t.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",t.roughnessMap?"#define USE_ROUGHNESSMAP":"",t.metalnessMap?"#define USE_METALNESSMAP":"",t.alphaMap?"#define USE_ALPHAMAP":"",t.alphaTest?"#define USE_ALPHATEST":"",t.alphaHash?"#define USE_ALPHAHASH":"",t.sheen?"#define USE_SHEEN":"",t.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",t.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",t.transmission?"#define USE_TRANSMISSION":"",t.transmissionMap?"#define USE_TRANSMISSIONMAP":"",t.thicknessMap?"#define USE_THICKNESSMAP":"",t.vertexTangents&&t.flatShading===!1?"#define USE_TANGENT":"",t.vertexColors||t.instancingColor?"#define USE_COLOR":"",t.vertexAlphas||t.batchingColor?"#define USE_COLOR_ALPHA":"",t.vertexUv1s?"#define USE_UV1":"",t.vertexUv2s?"#define USE_UV2":"",t.vertexUv3s?"#define USE_UV3":"",t.pointsUvs?"#define USE_POINTS_UV":"",t.gradientMap?"#define USE_GRADIENTMAP":"",t.flatShading?"#define FLAT_SHADED":"",t.doubleSided?"#define DOUBLE_SIDED":"",t.flipSided?"#define FLIP_SIDED":"",t.shadowMapEnabled?"#define USE_SHADOWMAP":"",t.shadowMapEnabled?"#define "+l:"",t.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",t.numLightProbes>0?"#define USE_LIGHT_PROBES":"",t.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",t.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",t.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",t.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",t.toneMapping!==zi?"#define TONE_MAPPING":"",t.toneMapping!==zi?$e.tonemapping_pars_fragment:"",t.toneMapping!==zi?n3("toneMapping",t.toneMapping):"",t.dithering?"#define DITHERING":"",t.opaque?"#define OPAQUE":"",$e.colorspace_pars_fragment,e3("linearToOutputTexel",t.outputColorSpace),i3(),t.useDepthPacking?"#define DEPTH_PACKING "+t.depthPacking:"",`
`].filter(fl).join(`
`)),o=vg(o),o=bw(o,t),o=vw(o,t),a=vg(a),a=bw(a,t),a=vw(a,t),o=ww(o),a=ww(a),t.isRawShaderMaterial!==!0&&(g=`#version 300 es
`,b=[d,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+b,p=["#define varying in",t.glslVersion===wn?"":"layout(location = 0) out highp vec4 pc_fragColor;",t.glslVersion===wn?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+p);let S=g+b+o,E=g+p+a,w=yw(r,r.VERTEX_SHADER,S),C=yw(r,r.FRAGMENT_SHADER,E);r.attachShader(m,w),r.attachShader(m,C),t.index0AttributeName!==void 0?r.bindAttribLocation(m,0,t.index0AttributeName):t.hasPositionAttribute===!0&&r.bindAttribLocation(m,0,"position"),r.linkProgram(m);function T(I){if(n.debug.checkShaderErrors){let N=r.getProgramInfoLog(m)||"",V=r.getShaderInfoLog(w)||"",W=r.getShaderInfoLog(C)||"",R=N.trim(),L=V.trim(),H=W.trim(),z=!0,ne=!0;if(r.getProgramParameter(m,r.LINK_STATUS)===!1)if(z=!1,typeof n.debug.onShaderError=="function")n.debug.onShaderError(r,m,w,C);else{let X=xw(r,w,"vertex"),Q=xw(r,C,"fragment");Oe("WebGLProgram: Shader Error "+r.getError()+" - VALIDATE_STATUS "+r.getProgramParameter(m,r.VALIDATE_STATUS)+`

Material Name: `+I.name+`
Material Type: `+I.type+`

Program Info Log: `+R+`
`+X+`
`+Q)}else R!==""?Ne("WebGLProgram: Program Info Log:",R):(L===""||H==="")&&(ne=!1);ne&&(I.diagnostics={runnable:z,programLog:R,vertexShader:{log:L,prefix:b},fragmentShader:{log:H,prefix:p}})}r.deleteShader(w),r.deleteShader(C),y=new ko(r,m),M=o3(r,m)}let y;this.getUniforms=function(){return y===void 0&&T(this),y};let M;this.getAttributes=function(){return M===void 0&&T(this),M};let D=t.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return D===!1&&(D=r.getProgramParameter(m,j2)),D},this.destroy=function(){i.releaseStatesOfProgram(this),r.deleteProgram(m),this.program=void 0},this.type=t.shaderType,this.name=t.shaderName,this.id=Z2++,this.cacheKey=e,this.usedTimes=1,this.program=m,this.vertexShader=w,this.fragmentShader=C,this}var _3=0,wg=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(e,t,i){let r=this._getShaderCacheForMaterial(e);return r.has(t)===!1&&(r.add(t),t.usedTimes++),r.has(i)===!1&&(r.add(i),i.usedTimes++),this}remove(e){let t=this.materialCache.get(e);for(let i of t)i.usedTimes--,i.usedTimes===0&&this.shaderCache.delete(i.code);return this.materialCache.delete(e),this}getVertexShaderStage(e){return this._getShaderStage(e.vertexShader)}getFragmentShaderStage(e){return this._getShaderStage(e.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(e){let t=this.materialCache,i=t.get(e);return i===void 0&&(i=new Set,t.set(e,i)),i}_getShaderStage(e){let t=this.shaderCache,i=t.get(e);return i===void 0&&(i=new Sg(e),t.set(e,i)),i}},Sg=class{constructor(e){this.id=_3++,this.code=e,this.usedTimes=0}};function x3(n){return n===Hr||n===cl||n===ul}function b3(n,e,t,i,r,s){let o=new za,a=new wg,l=new Set,c=[],u=new Map,h=i.logarithmicDepthBuffer,d={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function f(y){return l.add(y),y===0?"uv":`uv${y}`}function m(y,M,D,I,N,V){let W=I.fog,R=N.geometry,L=y.isMeshStandardMaterial||y.isMeshLambertMaterial||y.isMeshPhongMaterial?I.environment:null,H=y.isMeshStandardMaterial||y.isMeshLambertMaterial&&!y.envMap||y.isMeshPhongMaterial&&!y.envMap,z=e.get(y.envMap||L,H),ne=d[y.type],X=i.precision;y.precision!==null&&(X=i.getMaxPrecision(y.precision),X!==y.precision&&Ne("WebGLProgram.getParameters:",y.precision,"not supported, using",X,"instead."));let Q=R.morphAttributes.position||R.morphAttributes.normal||R.morphAttributes.color,ee=Q!==void 0?Q.length:0,xe=0;R.morphAttributes.position!==void 0&&(xe=1),R.morphAttributes.normal!==void 0&&(xe=2),R.morphAttributes.color!==void 0&&(xe=3);let Ce,Y,he,we;if(ne){let me=Hi[ne];Ce=me.vertexShader,Y=me.fragmentShader}else{Ce=y.vertexShader,Y=y.fragmentShader;let me=a.getVertexShaderStage(y),mt=a.getFragmentShaderStage(y);a.update(y,me,mt),he=me.id,we=mt.id}let Le=n.getRenderTarget(),ye=n.state.buffers.depth.getReversed(),Ve=N.isInstancedMesh===!0,Ht=N.isBatchedMesh===!0,ke=!!y.map,pt=!!y.matcap,_t=!!z,Ze=_t&&z.isPMREMTexture===!0,an=!!y.aoMap,qt=!!y.lightMap,Nn=!!y.bumpMap&&y.wireframe===!1,Lt=!!y.normalMap,Si=!!y.displacementMap,nn=!!y.emissiveMap,jn=!!y.metalnessMap,Zn=!!y.roughnessMap,Jn=y.anisotropy>0,O=y.clearcoat>0,Qn=y.diffuseRoughness>0,Tt=y.dispersion>0,At=y.retroreflectivity>0,pe=y.iridescence>0,Yt=y.sheen>0,Ie=y.transmission>0,Be=Jn&&!!y.anisotropyMap,A=O&&!!y.clearcoatMap,x=O&&!!y.clearcoatNormalMap,U=O&&!!y.clearcoatRoughnessMap,ie=Qn&&!!y.diffuseRoughnessMap,J=pe&&!!y.iridescenceMap,oe=pe&&!!y.iridescenceThicknessMap,de=Yt&&!!y.sheenColorMap,K=Yt&&!!y.sheenRoughnessMap,j=!!y.specularMap,le=!!y.specularColorMap,P=!!y.specularIntensityMap,Z=Ie&&!!y.transmissionMap,q=Ie&&!!y.thicknessMap,ce=!!y.gradientMap,se=!!y.alphaMap,ae=y.alphaTest>0,Ae=!!y.alphaHash,We=!!y.extensions,re=zi;y.toneMapped&&(Le===null||Le.isXRRenderTarget===!0)&&(re=n.toneMapping);let Re=Ze?z.isCompressedCubeTexture?z.image[0].mipmaps:z.mipmaps:null,He={shaderID:ne,shaderType:y.type,shaderName:y.name,vertexShader:Ce,fragmentShader:Y,defines:y.defines,customVertexShaderID:he,customFragmentShaderID:we,isRawShaderMaterial:y.isRawShaderMaterial===!0,glslVersion:y.glslVersion,precision:X,batching:Ht,batchingColor:Ht&&N._colorsTexture!==null,instancing:Ve,instancingColor:Ve&&N.instanceColor!==null,instancingMorph:Ve&&N.morphTexture!==null,outputColorSpace:Le===null?n.outputColorSpace:Le.isXRRenderTarget===!0?Le.texture.colorSpace:et.workingColorSpace,alphaToCoverage:!!y.alphaToCoverage,map:ke,matcap:pt,envMap:_t,envMapMode:_t&&z.mapping,envMapPMREM:Ze,envMapMaxLod:Ze?Re.length-1:null,envMapSize:Ze?Re[0].width:null,aoMap:an,lightMap:qt,bumpMap:Nn,normalMap:Lt,displacementMap:Si,emissiveMap:nn,normalMapObjectSpace:Lt&&y.normalMapType===zv,normalMapTangentSpace:Lt&&y.normalMapType===sg,packedNormalMap:Lt&&y.normalMapType===sg&&x3(y.normalMap.format),metalnessMap:jn,roughnessMap:Zn,anisotropy:Jn,anisotropyMap:Be,clearcoat:O,clearcoatMap:A,clearcoatNormalMap:x,clearcoatRoughnessMap:U,diffuseRoughness:Qn,diffuseRoughnessMap:ie,dispersion:Tt,retroreflection:At,iridescence:pe,iridescenceMap:J,iridescenceThicknessMap:oe,sheen:Yt,sheenColorMap:de,sheenRoughnessMap:K,specularMap:j,specularColorMap:le,specularIntensityMap:P,transmission:Ie,transmissionMap:Z,thicknessMap:q,gradientMap:ce,opaque:y.transparent===!1&&y.blending===Lo&&y.alphaToCoverage===!1,alphaMap:se,alphaTest:ae,alphaHash:Ae,combine:y.combine,mapUv:ke&&f(y.map.channel),aoMapUv:an&&f(y.aoMap.channel),lightMapUv:qt&&f(y.lightMap.channel),bumpMapUv:Nn&&f(y.bumpMap.channel),normalMapUv:Lt&&f(y.normalMap.channel),displacementMapUv:Si&&f(y.displacementMap.channel),emissiveMapUv:nn&&f(y.emissiveMap.channel),metalnessMapUv:jn&&f(y.metalnessMap.channel),roughnessMapUv:Zn&&f(y.roughnessMap.channel),anisotropyMapUv:Be&&f(y.anisotropyMap.channel),clearcoatMapUv:A&&f(y.clearcoatMap.channel),clearcoatNormalMapUv:x&&f(y.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:U&&f(y.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:ie&&f(y.diffuseRoughnessMap.channel),iridescenceMapUv:J&&f(y.iridescenceMap.channel),iridescenceThicknessMapUv:oe&&f(y.iridescenceThicknessMap.channel),sheenColorMapUv:de&&f(y.sheenColorMap.channel),sheenRoughnessMapUv:K&&f(y.sheenRoughnessMap.channel),specularMapUv:j&&f(y.specularMap.channel),specularColorMapUv:le&&f(y.specularColorMap.channel),specularIntensityMapUv:P&&f(y.specularIntensityMap.channel),transmissionMapUv:Z&&f(y.transmissionMap.channel),thicknessMapUv:q&&f(y.thicknessMap.channel),alphaMapUv:se&&f(y.alphaMap.channel),vertexTangents:!!R.attributes.tangent&&(Lt||Jn),vertexNormals:!!R.attributes.normal,vertexColors:y.vertexColors,vertexAlphas:y.vertexColors===!0&&!!R.attributes.color&&R.attributes.color.itemSize===4,pointsUvs:N.isPoints===!0&&!!R.attributes.uv&&(ke||se),fog:!!W,useFog:y.fog===!0,fogExp2:!!W&&W.isFogExp2,flatShading:y.wireframe===!1&&(y.flatShading===!0||R.attributes.normal===void 0&&Lt===!1&&(y.isMeshLambertMaterial||y.isMeshPhongMaterial||y.isMeshStandardMaterial||y.isMeshPhysicalMaterial)),sizeAttenuation:y.sizeAttenuation===!0,logarithmicDepthBuffer:h,reversedDepthBuffer:ye,skinning:N.isSkinnedMesh===!0,hasPositionAttribute:R.attributes.position!==void 0,morphTargets:R.morphAttributes.position!==void 0,morphNormals:R.morphAttributes.normal!==void 0,morphColors:R.morphAttributes.color!==void 0,morphTargetsCount:ee,morphTextureStride:xe,numSunLights:M.sun.length,numDirLights:M.directional.length,numPointLights:M.point.length,numSpotLights:M.spot.length,numSpotLightMaps:M.spotLightMap.length,numRectAreaLights:M.rectArea.length,numHemiLights:M.hemi.length,numSunLightShadows:M.sunShadowMap.length,numDirLightShadows:M.directionalShadowMap.length,numPointLightShadows:M.pointShadowMap.length,numSpotLightShadows:M.spotShadowMap.length,numSpotLightShadowsWithMaps:M.numSpotLightShadowsWithMaps,numLightProbes:M.numLightProbes,numLightProbeGrids:V.filter(me=>me.texture!==null).length,numClippingPlanes:s.numPlanes,numClipIntersection:s.numIntersection,dithering:y.dithering,shadowMapEnabled:n.shadowMap.enabled&&D.length>0,shadowMapType:n.shadowMap.type,toneMapping:re,decodeVideoTexture:ke&&y.map.isVideoTexture===!0&&et.getTransfer(y.map.colorSpace)===ft,decodeVideoTextureEmissive:nn&&y.emissiveMap.isVideoTexture===!0&&et.getTransfer(y.emissiveMap.colorSpace)===ft,premultipliedAlpha:y.premultipliedAlpha,doubleSided:y.side===vn,flipSided:y.side===In,useDepthPacking:y.depthPacking>=0,depthPacking:y.depthPacking||0,index0AttributeName:y.index0AttributeName,extensionClipCullDistance:We&&y.extensions.clipCullDistance===!0&&t.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(We&&y.extensions.multiDraw===!0||Ht)&&t.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:t.has("KHR_parallel_shader_compile"),customProgramCacheKey:y.customProgramCacheKey()};return He.vertexUv1s=l.has(1),He.vertexUv2s=l.has(2),He.vertexUv3s=l.has(3),l.clear(),He}function b(y){let M=[];if(y.shaderID?M.push(y.shaderID):(M.push(y.customVertexShaderID),M.push(y.customFragmentShaderID)),y.defines!==void 0)for(let D in y.defines)M.push(D),M.push(y.defines[D]);return y.isRawShaderMaterial===!1&&(p(M,y),g(M,y),M.push(n.outputColorSpace)),M.push(y.customProgramCacheKey),M.join()}function p(y,M){y.push(M.precision),y.push(M.outputColorSpace),y.push(M.envMapMode),y.push(M.envMapPMREM),y.push(M.envMapMaxLod),y.push(M.envMapSize),y.push(M.mapUv),y.push(M.alphaMapUv),y.push(M.lightMapUv),y.push(M.aoMapUv),y.push(M.bumpMapUv),y.push(M.normalMapUv),y.push(M.displacementMapUv),y.push(M.emissiveMapUv),y.push(M.metalnessMapUv),y.push(M.roughnessMapUv),y.push(M.anisotropyMapUv),y.push(M.clearcoatMapUv),y.push(M.clearcoatNormalMapUv),y.push(M.clearcoatRoughnessMapUv),y.push(M.diffuseRoughnessMapUv),y.push(M.iridescenceMapUv),y.push(M.iridescenceThicknessMapUv),y.push(M.sheenColorMapUv),y.push(M.sheenRoughnessMapUv),y.push(M.specularMapUv),y.push(M.specularColorMapUv),y.push(M.specularIntensityMapUv),y.push(M.transmissionMapUv),y.push(M.thicknessMapUv),y.push(M.combine),y.push(M.fogExp2),y.push(M.sizeAttenuation),y.push(M.morphTargetsCount),y.push(M.numSunLights),y.push(M.numDirLights),y.push(M.numPointLights),y.push(M.numSpotLights),y.push(M.numSpotLightMaps),y.push(M.numHemiLights),y.push(M.numRectAreaLights),y.push(M.numSunLightShadows),y.push(M.numDirLightShadows),y.push(M.numPointLightShadows),y.push(M.numSpotLightShadows),y.push(M.numSpotLightShadowsWithMaps),y.push(M.numLightProbes),y.push(M.numLightProbeGrids),y.push(M.shadowMapType),y.push(M.toneMapping),y.push(M.numClippingPlanes),y.push(M.numClipIntersection),y.push(M.depthPacking)}function g(y,M){o.disableAll(),M.instancing&&o.enable(0),M.instancingColor&&o.enable(1),M.instancingMorph&&o.enable(2),M.matcap&&o.enable(3),M.envMap&&o.enable(4),M.normalMapObjectSpace&&o.enable(5),M.normalMapTangentSpace&&o.enable(6),M.clearcoat&&o.enable(7),M.iridescence&&o.enable(8),M.alphaTest&&o.enable(9),M.vertexColors&&o.enable(10),M.vertexAlphas&&o.enable(11),M.vertexUv1s&&o.enable(12),M.vertexUv2s&&o.enable(13),M.vertexUv3s&&o.enable(14),M.vertexTangents&&o.enable(15),M.anisotropy&&o.enable(16),M.alphaHash&&o.enable(17),M.batching&&o.enable(18),M.dispersion&&o.enable(19),M.retroreflection&&o.enable(24),M.diffuseRoughness&&o.enable(25),M.batchingColor&&o.enable(20),M.gradientMap&&o.enable(21),M.packedNormalMap&&o.enable(22),M.vertexNormals&&o.enable(23),y.push(o.mask),o.disableAll(),M.fog&&o.enable(0),M.useFog&&o.enable(1),M.flatShading&&o.enable(2),M.logarithmicDepthBuffer&&o.enable(3),M.reversedDepthBuffer&&o.enable(4),M.skinning&&o.enable(5),M.morphTargets&&o.enable(6),M.morphNormals&&o.enable(7),M.morphColors&&o.enable(8),M.premultipliedAlpha&&o.enable(9),M.shadowMapEnabled&&o.enable(10),M.doubleSided&&o.enable(11),M.flipSided&&o.enable(12),M.useDepthPacking&&o.enable(13),M.dithering&&o.enable(14),M.transmission&&o.enable(15),M.sheen&&o.enable(16),M.opaque&&o.enable(17),M.pointsUvs&&o.enable(18),M.decodeVideoTexture&&o.enable(19),M.decodeVideoTextureEmissive&&o.enable(20),M.alphaToCoverage&&o.enable(21),M.numLightProbeGrids>0&&o.enable(22),M.hasPositionAttribute&&o.enable(23),y.push(o.mask)}function S(y){let M=d[y.type],D;if(M){let I=Hi[M];D=rw.clone(I.uniforms)}else D=y.uniforms;return D}function E(y,M){let D=u.get(M);return D!==void 0?++D.usedTimes:(D=new y3(n,M,y,r),c.push(D),u.set(M,D)),D}function w(y){if(--y.usedTimes===0){let M=c.indexOf(y);c[M]=c[c.length-1],c.pop(),u.delete(y.cacheKey),y.destroy()}}function C(y){a.remove(y)}function T(){a.dispose()}return{getParameters:m,getProgramCacheKey:b,getUniforms:S,acquireProgram:E,releaseProgram:w,releaseShaderCache:C,programs:c,dispose:T}}function v3(){let n=new WeakMap;function e(o){return n.has(o)}function t(o){let a=n.get(o);return a===void 0&&(a={},n.set(o,a)),a}function i(o){n.delete(o)}function r(o,a,l){n.get(o)[a]=l}function s(){n=new WeakMap}return{has:e,get:t,remove:i,update:r,dispose:s}}function w3(n,e){return n.groupOrder!==e.groupOrder?n.groupOrder-e.groupOrder:n.renderOrder!==e.renderOrder?n.renderOrder-e.renderOrder:n.material.id!==e.material.id?n.material.id-e.material.id:n.materialVariant!==e.materialVariant?n.materialVariant-e.materialVariant:n.z!==e.z?n.z-e.z:n.id-e.id}function Mw(n,e){return n.groupOrder!==e.groupOrder?n.groupOrder-e.groupOrder:n.renderOrder!==e.renderOrder?n.renderOrder-e.renderOrder:n.z!==e.z?e.z-n.z:n.id-e.id}function Ew(){let n=[],e=0,t=[],i=[],r=[];function s(){e=0,t.length=0,i.length=0,r.length=0}function o(d){let f=0;return d.isInstancedMesh&&(f+=2),d.isSkinnedMesh&&(f+=1),f}function a(d,f,m,b,p,g){let S=n[e];return S===void 0?(S={id:d.id,object:d,geometry:f,material:m,materialVariant:o(d),groupOrder:b,renderOrder:d.renderOrder,z:p,group:g},n[e]=S):(S.id=d.id,S.object=d,S.geometry=f,S.material=m,S.materialVariant=o(d),S.groupOrder=b,S.renderOrder=d.renderOrder,S.z=p,S.group=g),e++,S}function l(d,f,m,b,p,g,S){S.reversedDepth===!0&&(p=-p);let E=a(d,f,m,b,p,g);m.transmission>0?i.push(E):m.transparent===!0?r.push(E):t.push(E)}function c(d,f,m,b,p,g){let S=a(d,f,m,b,p,g);m.transmission>0?i.unshift(S):m.transparent===!0?r.unshift(S):t.unshift(S)}function u(d,f){t.length>1&&t.sort(d||w3),i.length>1&&i.sort(f||Mw),r.length>1&&r.sort(f||Mw)}function h(){for(let d=e,f=n.length;d<f;d++){let m=n[d];if(m.id===null)break;m.id=null,m.object=null,m.geometry=null,m.material=null,m.group=null}}return{opaque:t,transmissive:i,transparent:r,init:s,push:l,unshift:c,finish:h,sort:u}}function S3(){let n=new WeakMap;function e(i,r){let s=n.get(i),o;return s===void 0?(o=new Ew,n.set(i,[o])):r>=s.length?(o=new Ew,s.push(o)):o=s[r],o}function t(){n=new WeakMap}return{get:e,dispose:t}}function M3(){let n={};return{get:function(e){if(n[e.id]!==void 0)return n[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={direction:new G,color:new je};break;case"SpotLight":t={position:new G,direction:new G,color:new je,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":t={position:new G,color:new je,distance:0,decay:0};break;case"HemisphereLight":t={direction:new G,skyColor:new je,groundColor:new je};break;case"RectAreaLight":t={color:new je,position:new G,halfWidth:new G,halfHeight:new G};break}return n[e.id]=t,t}}}function E3(){let n={};return{get:function(e){if(n[e.id]!==void 0)return n[e.id];let t;switch(e.type){case"SunLight":case"DirectionalLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new rt};break;case"SpotLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new rt};break;case"PointLight":t={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new rt,shadowCameraNear:1,shadowCameraFar:1e3};break}return n[e.id]=t,t}}}var T3=0;function A3(n,e){return(e.castShadow?2:0)-(n.castShadow?2:0)+(e.map?1:0)-(n.map?1:0)}function C3(n){let e=new M3,t=E3(),i={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)i.probe.push(new G);let r=new G,s=new Rt,o=new Rt;function a(c){let u=0,h=0,d=0;for(let V=0;V<9;V++)i.probe[V].set(0,0,0);let f=0,m=0,b=0,p=0,g=0,S=0,E=0,w=0,C=0,T=0,y=0,M=0,D=0,I=0;c.sort(A3);for(let V=0,W=c.length;V<W;V++){let R=c[V],L=R.color,H=R.intensity,z=R.distance,ne=null;if(R.shadow&&R.shadow.map&&(R.shadow.map.texture.format===Hr?ne=R.shadow.map.texture:ne=R.shadow.map.depthTexture||R.shadow.map.texture),R.isAmbientLight)u+=L.r*H,h+=L.g*H,d+=L.b*H;else if(R.isLightProbe){for(let X=0;X<9;X++)i.probe[X].addScaledVector(R.sh.coefficients[X],H);I++}else if(R.isSunLight){let X=e.get(R);if(X.color.copy(R.color).multiplyScalar(R.intensity),R.castShadow){let Q=R.shadow,ee=t.get(R);ee.shadowIntensity=Q.intensity,ee.shadowBias=Q.bias,ee.shadowNormalBias=Q.normalBias,ee.shadowRadius=Q.radius,ee.shadowMapSize.copy(Q.mapSize).multiply(Q.getFrameExtents()),i.sunShadow[m]=ee,i.sunShadowMap[m]=ne;let xe=Q.getViewportCount();for(let Ce=0;Ce<xe;Ce++)i.sunShadowMatrix[b+Ce]=Q.getMatrix(Ce),i.sunShadowCascade[b+Ce]=Q._cascadeData[Ce];b+=xe,m++}i.sun[f]=X,f++}else if(R.isDirectionalLight){let X=e.get(R);if(X.color.copy(R.color).multiplyScalar(R.intensity),R.castShadow){let Q=R.shadow,ee=t.get(R);ee.shadowIntensity=Q.intensity,ee.shadowBias=Q.bias,ee.shadowNormalBias=Q.normalBias,ee.shadowRadius=Q.radius,ee.shadowMapSize=Q.mapSize,i.directionalShadow[p]=ee,i.directionalShadowMap[p]=ne,i.directionalShadowMatrix[p]=R.shadow.matrix,C++}i.directional[p]=X,p++}else if(R.isSpotLight){let X=e.get(R);X.position.setFromMatrixPosition(R.matrixWorld),X.color.copy(L).multiplyScalar(H),X.distance=z,X.coneCos=Math.cos(R.angle),X.penumbraCos=Math.cos(R.angle*(1-R.penumbra)),X.decay=R.decay,i.spot[S]=X;let Q=R.shadow;if(R.map&&(i.spotLightMap[M]=R.map,M++,Q.updateMatrices(R),R.castShadow&&D++),i.spotLightMatrix[S]=Q.matrix,R.castShadow){let ee=t.get(R);ee.shadowIntensity=Q.intensity,ee.shadowBias=Q.bias,ee.shadowNormalBias=Q.normalBias,ee.shadowRadius=Q.radius,ee.shadowMapSize=Q.mapSize,i.spotShadow[S]=ee,i.spotShadowMap[S]=ne,y++}S++}else if(R.isRectAreaLight){let X=e.get(R);X.color.copy(L).multiplyScalar(H),X.halfWidth.set(R.width*.5,0,0),X.halfHeight.set(0,R.height*.5,0),i.rectArea[E]=X,E++}else if(R.isPointLight){let X=e.get(R);if(X.color.copy(R.color).multiplyScalar(R.intensity),X.distance=R.distance,X.decay=R.decay,R.castShadow){let Q=R.shadow,ee=t.get(R);ee.shadowIntensity=Q.intensity,ee.shadowBias=Q.bias,ee.shadowNormalBias=Q.normalBias,ee.shadowRadius=Q.radius,ee.shadowMapSize=Q.mapSize,ee.shadowCameraNear=Q.camera.near,ee.shadowCameraFar=Q.camera.far,i.pointShadow[g]=ee,i.pointShadowMap[g]=ne,i.pointShadowMatrix[g]=R.shadow.matrix,T++}i.point[g]=X,g++}else if(R.isHemisphereLight){let X=e.get(R);X.skyColor.copy(R.color).multiplyScalar(H),X.groundColor.copy(R.groundColor).multiplyScalar(H),i.hemi[w]=X,w++}}E>0&&(n.has("OES_texture_float_linear")===!0?(i.rectAreaLTC1=ge.LTC_FLOAT_1,i.rectAreaLTC2=ge.LTC_FLOAT_2):(i.rectAreaLTC1=ge.LTC_HALF_1,i.rectAreaLTC2=ge.LTC_HALF_2)),i.ambient[0]=u,i.ambient[1]=h,i.ambient[2]=d;let N=i.hash;(N.sunLength!==f||N.directionalLength!==p||N.pointLength!==g||N.spotLength!==S||N.rectAreaLength!==E||N.hemiLength!==w||N.numSunShadows!==m||N.numDirectionalShadows!==C||N.numPointShadows!==T||N.numSpotShadows!==y||N.numSpotMaps!==M||N.numLightProbes!==I)&&(i.sun.length=f,i.directional.length=p,i.spot.length=S,i.rectArea.length=E,i.point.length=g,i.hemi.length=w,i.sunShadow.length=m,i.sunShadowMap.length=m,i.sunShadowMatrix.length=b,i.sunShadowCascade.length=b,i.directionalShadow.length=C,i.directionalShadowMap.length=C,i.directionalShadowMatrix.length=C,i.pointShadow.length=T,i.pointShadowMap.length=T,i.pointShadowMatrix.length=T,i.spotShadow.length=y,i.spotShadowMap.length=y,i.spotLightMatrix.length=y+M-D,i.spotLightMap.length=M,i.numSpotLightShadowsWithMaps=D,i.numLightProbes=I,N.sunLength=f,N.directionalLength=p,N.pointLength=g,N.spotLength=S,N.rectAreaLength=E,N.hemiLength=w,N.numSunShadows=m,N.numDirectionalShadows=C,N.numPointShadows=T,N.numSpotShadows=y,N.numSpotMaps=M,N.numLightProbes=I,i.version=T3++)}function l(c,u){let h=0,d=0,f=0,m=0,b=0,p=0,g=u.matrixWorldInverse;for(let S=0,E=c.length;S<E;S++){let w=c[S];if(w.isSunLight){let C=i.sun[h];C.direction.setFromMatrixPosition(w.matrixWorld),C.direction.transformDirection(g),h++}else if(w.isDirectionalLight){let C=i.directional[d];C.direction.setFromMatrixPosition(w.matrixWorld),r.setFromMatrixPosition(w.target.matrixWorld),C.direction.sub(r),C.direction.transformDirection(g),d++}else if(w.isSpotLight){let C=i.spot[m];C.position.setFromMatrixPosition(w.matrixWorld),C.position.applyMatrix4(g),C.direction.setFromMatrixPosition(w.matrixWorld),r.setFromMatrixPosition(w.target.matrixWorld),C.direction.sub(r),C.direction.transformDirection(g),m++}else if(w.isRectAreaLight){let C=i.rectArea[b];C.position.setFromMatrixPosition(w.matrixWorld),C.position.applyMatrix4(g),o.identity(),s.copy(w.matrixWorld),s.premultiply(g),o.extractRotation(s),C.halfWidth.set(w.width*.5,0,0),C.halfHeight.set(0,w.height*.5,0),C.halfWidth.applyMatrix4(o),C.halfHeight.applyMatrix4(o),b++}else if(w.isPointLight){let C=i.point[f];C.position.setFromMatrixPosition(w.matrixWorld),C.position.applyMatrix4(g),f++}else if(w.isHemisphereLight){let C=i.hemi[p];C.direction.setFromMatrixPosition(w.matrixWorld),C.direction.transformDirection(g),p++}}}return{setup:a,setupView:l,state:i}}function Tw(n){let e=new C3(n),t=[],i=[],r=[];function s(h){u.camera=h,t.length=0,i.length=0,r.length=0}function o(h){h.isLightProbeGrid?r.push(h):t.push(h)}function a(h){i.push(h)}function l(){e.setup(t),r.sort((h,d)=>h.priority-d.priority||h.id-d.id)}function c(h){e.setupView(t,h)}let u={lightsArray:t,shadowsArray:i,lightProbeGridArray:r,camera:null,lights:e,transmissionRenderTarget:{},textureUnits:0};return{init:s,state:u,setupLights:l,setupLightsView:c,pushLight:o,pushShadow:a}}function R3(n){let e=new WeakMap;function t(r,s=0){let o=e.get(r),a;return o===void 0?(a=new Tw(n),e.set(r,[a])):s>=o.length?(a=new Tw(n),o.push(a)):a=o[s],a}function i(){e=new WeakMap}return{get:t,dispose:i}}var P3=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,L3=`uniform sampler2D shadow_pass;
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
}`,I3=[new G(1,0,0),new G(-1,0,0),new G(0,1,0),new G(0,-1,0),new G(0,0,1),new G(0,0,-1)],N3=[new G(0,-1,0),new G(0,-1,0),new G(0,0,1),new G(0,0,-1),new G(0,-1,0),new G(0,-1,0)],Aw=new Rt,dl=new G,yg=new G;function k3(n,e,t){let i=new fs,r=new rt,s=new rt,o=new kt,a=new wh,l=new Sh,c={},u=t.maxTextureSize,h={[_i]:In,[In]:_i,[vn]:vn},d=new Ot({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new rt},radius:{value:4}},vertexShader:P3,fragmentShader:L3}),f=d.clone();f.defines.HORIZONTAL_PASS=1;let m=new Dt;m.setAttribute("position",new vt(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let b=new Pt(m,d),p=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=il;let g=this.type;this.render=function(T,y,M){if(p.enabled===!1||p.autoUpdate===!1&&p.needsUpdate===!1||T.length===0)return;this.type===yv&&(Ne("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=il);let D=n.getRenderTarget(),I=n.getActiveCubeFace(),N=n.getActiveMipmapLevel(),V=n.state;V.setBlending(ms),V.buffers.depth.getReversed()===!0?V.buffers.color.setClear(0,0,0,0):V.buffers.color.setClear(1,1,1,1),V.buffers.depth.setTest(!0),V.setScissorTest(!1);let W=g!==this.type;W&&y.traverse(function(R){R.material&&(Array.isArray(R.material)?R.material.forEach(L=>L.needsUpdate=!0):R.material.needsUpdate=!0)});for(let R=0,L=T.length;R<L;R++){let H=T[R],z=H.shadow;if(z===void 0){Ne("WebGLShadowMap:",H,"has no shadow.");continue}if(z.autoUpdate===!1&&z.needsUpdate===!1)continue;r.copy(z.mapSize);let ne=z.getFrameExtents();r.multiply(ne),s.copy(z.mapSize),(r.x>u||r.y>u)&&(r.x>u&&(s.x=Math.floor(u/ne.x),r.x=s.x*ne.x,z.mapSize.x=s.x),r.y>u&&(s.y=Math.floor(u/ne.y),r.y=s.y*ne.y,z.mapSize.y=s.y));let X=n.state.buffers.depth.getReversed();if(z.camera._reversedDepth=X,z.map===null||W===!0){if(z.map!==null&&(z.map.depthTexture!==null&&(z.map.depthTexture.dispose(),z.map.depthTexture=null),z.map.dispose()),this.type===Po){if(H.isPointLight){Ne("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}z.map=new qn(r.x,r.y,{format:Hr,type:vi,minFilter:Pn,magFilter:Pn,generateMipmaps:!1}),z.map.texture.name=H.name+".shadowMap",z.map.depthTexture=new or(r.x,r.y,bi),z.map.depthTexture.name=H.name+".shadowMapDepth",z.map.depthTexture.format=nr,z.map.depthTexture.compareFunction=null,z.map.depthTexture.minFilter=Xt,z.map.depthTexture.magFilter=Xt}else H.isPointLight?(z.map=new pl(r.x),z.map.depthTexture=new $a(r.x,xi)):(z.map=new qn(r.x,r.y),z.map.depthTexture=new or(r.x,r.y,xi)),z.map.depthTexture.name=H.name+".shadowMap",z.map.depthTexture.format=nr,this.type===il?(z.map.depthTexture.compareFunction=X?ag:og,z.map.depthTexture.minFilter=Pn,z.map.depthTexture.magFilter=Pn):(z.map.depthTexture.compareFunction=null,z.map.depthTexture.minFilter=Xt,z.map.depthTexture.magFilter=Xt);z.camera.updateProjectionMatrix()}z.map.isWebGLCubeRenderTarget!==!0&&(z.map.width!==r.x||z.map.height!==r.y)&&z.map.setSize(r.x,r.y);let Q=z.map.isWebGLCubeRenderTarget?6:z.getViewportCount();H.isPointLight!==!0&&z.updateMatrices(H,M);let ee=(z.camera.layers.mask&4294967294)!==0?z.camera.layers:M.layers;for(let xe=0;xe<Q;xe++){let Ce=z.getCamera(xe);if(H.isPointLight){let Y=z.camera,he=z.matrix,we=H.distance||Y.far;we!==Y.far&&(Y.far=we,Y.updateProjectionMatrix()),dl.setFromMatrixPosition(H.matrixWorld),Y.position.copy(dl),yg.copy(Y.position),yg.add(I3[xe]),Y.up.copy(N3[xe]),Y.lookAt(yg),Y.updateMatrixWorld(),he.makeTranslation(-dl.x,-dl.y,-dl.z),Aw.multiplyMatrices(Y.projectionMatrix,Y.matrixWorldInverse),z._frustum.setFromProjectionMatrix(Aw,Y.coordinateSystem,Y.reversedDepth)}if(z.map.isWebGLCubeRenderTarget)n.setRenderTarget(z.map,xe),n.clear();else{xe===0&&(n.setRenderTarget(z.map),n.clear());let Y=z.getViewport(xe);o.set(s.x*Y.x,s.y*Y.y,s.x*Y.z,s.y*Y.w),V.viewport(o)}i=z.getFrustum(xe),w(y,M,Ce,H,ee,this.type)}z.isPointLightShadow!==!0&&this.type===Po&&S(z,M),z.needsUpdate=!1}g=this.type,p.needsUpdate=!1,n.setRenderTarget(D,I,N)};function S(T,y){let M=e.update(b);d.defines.VSM_SAMPLES!==T.blurSamples&&(d.defines.VSM_SAMPLES=T.blurSamples,f.defines.VSM_SAMPLES=T.blurSamples,d.needsUpdate=!0,f.needsUpdate=!0),T.mapPass===null?T.mapPass=new qn(r.x,r.y,{format:Hr,type:vi}):(T.mapPass.width!==T.map.width||T.mapPass.height!==T.map.height)&&T.mapPass.setSize(T.map.width,T.map.height),d.uniforms.shadow_pass.value=T.map.depthTexture,d.uniforms.resolution.value.set(T.map.width,T.map.height),d.uniforms.radius.value=T.radius,n.setRenderTarget(T.mapPass),n.clear(),n.renderBufferDirect(y,null,M,d,b,null),f.uniforms.shadow_pass.value=T.mapPass.texture,f.uniforms.resolution.value.set(T.map.width,T.map.height),f.uniforms.radius.value=T.radius,n.setRenderTarget(T.map),n.clear(),n.renderBufferDirect(y,null,M,f,b,null)}function E(T,y,M,D){let I=null,N=M.isPointLight===!0?T.customDistanceMaterial:T.customDepthMaterial;if(N!==void 0)I=N;else if(I=M.isPointLight===!0?l:a,n.localClippingEnabled&&y.clipShadows===!0&&Array.isArray(y.clippingPlanes)&&y.clippingPlanes.length!==0||y.displacementMap&&y.displacementScale!==0||y.alphaMap&&y.alphaTest>0||y.map&&y.alphaTest>0||y.alphaToCoverage===!0){let V=I.uuid,W=y.uuid,R=c[V];R===void 0&&(R={},c[V]=R);let L=R[W];L===void 0&&(L=I.clone(),R[W]=L,y.addEventListener("dispose",C)),I=L}if(I.visible=y.visible,I.wireframe=y.wireframe,D===Po?I.side=y.shadowSide!==null?y.shadowSide:y.side:I.side=y.shadowSide!==null?y.shadowSide:h[y.side],I.alphaMap=y.alphaMap,I.alphaTest=y.alphaToCoverage===!0?.5:y.alphaTest,I.map=y.map,I.clipShadows=y.clipShadows,I.clippingPlanes=y.clippingPlanes,I.clipIntersection=y.clipIntersection,I.displacementMap=y.displacementMap,I.displacementScale=y.displacementScale,I.displacementBias=y.displacementBias,I.wireframeLinewidth=y.wireframeLinewidth,I.linewidth=y.linewidth,M.isPointLight===!0&&I.isMeshDistanceMaterial===!0){let V=n.properties.get(I);V.light=M}return I}function w(T,y,M,D,I,N){if(T.visible===!1)return;if(T.layers.test(I)&&(T.isMesh||T.isLine||T.isPoints)&&(T.castShadow||T.receiveShadow&&N===Po)&&(!T.frustumCulled||T.intersectsFrustum(i))){T.modelViewMatrix.multiplyMatrices(M.matrixWorldInverse,T.matrixWorld);let R=e.update(T),L=T.material;if(Array.isArray(L)){let H=R.groups;for(let z=0,ne=H.length;z<ne;z++){let X=H[z],Q=L[X.materialIndex];if(Q&&Q.visible){let ee=E(T,Q,D,N);T.onBeforeShadow(n,T,y,M,R,ee,X),n.renderBufferDirect(M,null,R,ee,T,X),T.onAfterShadow(n,T,y,M,R,ee,X)}}}else if(L.visible){let H=E(T,L,D,N);T.onBeforeShadow(n,T,y,M,R,H,null),n.renderBufferDirect(M,null,R,H,T,null),T.onAfterShadow(n,T,y,M,R,H,null)}}let W=T.children;for(let R=0,L=W.length;R<L;R++)w(W[R],y,M,D,I,N)}function C(T){T.target.removeEventListener("dispose",C);for(let M in c){let D=c[M],I=T.target.uuid;I in D&&(D[I].dispose(),delete D[I])}}}function D3(n,e){function t(){let P=!1,Z=new kt,q=null,ce=new kt(0,0,0,0);return{setMask:function(se){q!==se&&!P&&(n.colorMask(se,se,se,se),q=se)},setLocked:function(se){P=se},setClear:function(se,ae,Ae,We,re){re===!0&&(se*=We,ae*=We,Ae*=We),Z.set(se,ae,Ae,We),ce.equals(Z)===!1&&(n.clearColor(se,ae,Ae,We),ce.copy(Z))},reset:function(){P=!1,q=null,ce.set(-1,0,0,0)}}}function i(){let P=!1,Z=!1,q=null,ce=null,se=null;return{setReversed:function(ae){if(Z!==ae){let Ae=e.get("EXT_clip_control");ae?Ae.clipControlEXT(Ae.LOWER_LEFT_EXT,Ae.ZERO_TO_ONE_EXT):Ae.clipControlEXT(Ae.LOWER_LEFT_EXT,Ae.NEGATIVE_ONE_TO_ONE_EXT),Z=ae;let We=se;se=null,this.setClear(We)}},getReversed:function(){return Z},setTest:function(ae){ae?ye(n.DEPTH_TEST):Ve(n.DEPTH_TEST)},setMask:function(ae){q!==ae&&!P&&(n.depthMask(ae),q=ae)},setFunc:function(ae){if(Z&&(ae=Zv[ae]),ce!==ae){switch(ae){case Qu:n.depthFunc(n.NEVER);break;case eh:n.depthFunc(n.ALWAYS);break;case th:n.depthFunc(n.LESS);break;case wo:n.depthFunc(n.LEQUAL);break;case nh:n.depthFunc(n.EQUAL);break;case ih:n.depthFunc(n.GEQUAL);break;case rh:n.depthFunc(n.GREATER);break;case sh:n.depthFunc(n.NOTEQUAL);break;default:n.depthFunc(n.LEQUAL)}ce=ae}},setLocked:function(ae){P=ae},setClear:function(ae){se!==ae&&(se=ae,Z&&(ae=1-ae),n.clearDepth(ae))},reset:function(){P=!1,q=null,ce=null,se=null,Z=!1}}}function r(){let P=!1,Z=null,q=null,ce=null,se=null,ae=null,Ae=null,We=null,re=null;return{setTest:function(Re){P||(Re?ye(n.STENCIL_TEST):Ve(n.STENCIL_TEST))},setMask:function(Re){Z!==Re&&!P&&(n.stencilMask(Re),Z=Re)},setFunc:function(Re,He,me){(q!==Re||ce!==He||se!==me)&&(n.stencilFunc(Re,He,me),q=Re,ce=He,se=me)},setOp:function(Re,He,me){(ae!==Re||Ae!==He||We!==me)&&(n.stencilOp(Re,He,me),ae=Re,Ae=He,We=me)},setLocked:function(Re){P=Re},setClear:function(Re){re!==Re&&(n.clearStencil(Re),re=Re)},reset:function(){P=!1,Z=null,q=null,ce=null,se=null,ae=null,Ae=null,We=null,re=null}}}let s=new t,o=new i,a=new r,l={},c=new WeakMap,u={},h={},d={},f=new WeakMap,m=[],b=null,p=!1,g=null,S=null,E=null,w=null,C=null,T=null,y=null,M=new je(0,0,0),D=0,I=!1,N=null,V=null,W=null,R=null,L=null,H=n.getParameter(n.MAX_COMBINED_TEXTURE_IMAGE_UNITS),z=!1,ne=0,X=n.getParameter(n.VERSION);X.indexOf("WebGL")!==-1?(ne=parseFloat(/^WebGL (\d)/.exec(X)[1]),z=ne>=1):X.indexOf("OpenGL ES")!==-1&&(ne=parseFloat(/^OpenGL ES (\d)/.exec(X)[1]),z=ne>=2);let Q=null,ee={},xe=n.getParameter(n.SCISSOR_BOX),Ce=n.getParameter(n.VIEWPORT),Y=new kt().fromArray(xe),he=new kt().fromArray(Ce);function we(P,Z,q,ce){let se=new Uint8Array(4),ae=n.createTexture();n.bindTexture(P,ae),n.texParameteri(P,n.TEXTURE_MIN_FILTER,n.NEAREST),n.texParameteri(P,n.TEXTURE_MAG_FILTER,n.NEAREST);for(let Ae=0;Ae<q;Ae++)P===n.TEXTURE_3D||P===n.TEXTURE_2D_ARRAY?n.texImage3D(Z,0,n.RGBA,1,1,ce,0,n.RGBA,n.UNSIGNED_BYTE,se):n.texImage2D(Z+Ae,0,n.RGBA,1,1,0,n.RGBA,n.UNSIGNED_BYTE,se);return ae}let Le={};Le[n.TEXTURE_2D]=we(n.TEXTURE_2D,n.TEXTURE_2D,1),Le[n.TEXTURE_CUBE_MAP]=we(n.TEXTURE_CUBE_MAP,n.TEXTURE_CUBE_MAP_POSITIVE_X,6),Le[n.TEXTURE_2D_ARRAY]=we(n.TEXTURE_2D_ARRAY,n.TEXTURE_2D_ARRAY,1,1),Le[n.TEXTURE_3D]=we(n.TEXTURE_3D,n.TEXTURE_3D,1,1),s.setClear(0,0,0,1),o.setClear(1),a.setClear(0),ye(n.DEPTH_TEST),o.setFunc(wo),Nn(!1),Lt(Fm),ye(n.CULL_FACE),an(ms);function ye(P){u[P]!==!0&&(n.enable(P),u[P]=!0)}function Ve(P){u[P]!==!1&&(n.disable(P),u[P]=!1)}function Ht(P,Z){return d[P]!==Z?(n.bindFramebuffer(P,Z),d[P]=Z,P===n.DRAW_FRAMEBUFFER&&(d[n.FRAMEBUFFER]=Z),P===n.FRAMEBUFFER&&(d[n.DRAW_FRAMEBUFFER]=Z),!0):!1}function ke(P,Z){let q=m,ce=!1;if(P){q=f.get(Z),q===void 0&&(q=[],f.set(Z,q));let se=P.textures;if(q.length!==se.length||q[0]!==n.COLOR_ATTACHMENT0){for(let ae=0,Ae=se.length;ae<Ae;ae++)q[ae]=n.COLOR_ATTACHMENT0+ae;q.length=se.length,ce=!0}}else q[0]!==n.BACK&&(q[0]=n.BACK,ce=!0);ce&&n.drawBuffers(q)}function pt(P){return b!==P?(n.useProgram(P),b=P,!0):!1}let _t={[gs]:n.FUNC_ADD,[xv]:n.FUNC_SUBTRACT,[bv]:n.FUNC_REVERSE_SUBTRACT};_t[vv]=n.MIN,_t[wv]=n.MAX;let Ze={[Sv]:n.ZERO,[Mv]:n.ONE,[Ev]:n.SRC_COLOR,[Vm]:n.SRC_ALPHA,[Lv]:n.SRC_ALPHA_SATURATE,[Rv]:n.DST_COLOR,[Av]:n.DST_ALPHA,[Tv]:n.ONE_MINUS_SRC_COLOR,[Hm]:n.ONE_MINUS_SRC_ALPHA,[Pv]:n.ONE_MINUS_DST_COLOR,[Cv]:n.ONE_MINUS_DST_ALPHA,[Iv]:n.CONSTANT_COLOR,[Nv]:n.ONE_MINUS_CONSTANT_COLOR,[kv]:n.CONSTANT_ALPHA,[Dv]:n.ONE_MINUS_CONSTANT_ALPHA};function an(P,Z,q,ce,se,ae,Ae,We,re,Re){if(P===ms){p===!0&&(Ve(n.BLEND),p=!1);return}if(p===!1&&(ye(n.BLEND),p=!0),P!==_v){if(P!==g||Re!==I){if((S!==gs||C!==gs)&&(n.blendEquation(n.FUNC_ADD),S=gs,C=gs),Re)switch(P){case Lo:n.blendFuncSeparate(n.ONE,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case Um:n.blendFunc(n.ONE,n.ONE);break;case Bm:n.blendFuncSeparate(n.ZERO,n.ONE_MINUS_SRC_COLOR,n.ZERO,n.ONE);break;case zm:n.blendFuncSeparate(n.DST_COLOR,n.ONE_MINUS_SRC_ALPHA,n.ZERO,n.ONE);break;default:Oe("WebGLState: Invalid blending: ",P);break}else switch(P){case Lo:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case Um:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE,n.ONE,n.ONE);break;case Bm:Oe("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case zm:Oe("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:Oe("WebGLState: Invalid blending: ",P);break}E=null,w=null,T=null,y=null,M.set(0,0,0),D=0,g=P,I=Re}return}se=se||Z,ae=ae||q,Ae=Ae||ce,(Z!==S||se!==C)&&(n.blendEquationSeparate(_t[Z],_t[se]),S=Z,C=se),(q!==E||ce!==w||ae!==T||Ae!==y)&&(n.blendFuncSeparate(Ze[q],Ze[ce],Ze[ae],Ze[Ae]),E=q,w=ce,T=ae,y=Ae),(We.equals(M)===!1||re!==D)&&(n.blendColor(We.r,We.g,We.b,re),M.copy(We),D=re),g=P,I=!1}function qt(P,Z){P.side===vn?Ve(n.CULL_FACE):ye(n.CULL_FACE);let q=P.side===In;Z&&(q=!q),Nn(q),P.blending===Lo&&P.transparent===!1?an(ms):an(P.blending,P.blendEquation,P.blendSrc,P.blendDst,P.blendEquationAlpha,P.blendSrcAlpha,P.blendDstAlpha,P.blendColor,P.blendAlpha,P.premultipliedAlpha),o.setFunc(P.depthFunc),o.setTest(P.depthTest),o.setMask(P.depthWrite),s.setMask(P.colorWrite);let ce=P.stencilWrite;a.setTest(ce),ce&&(a.setMask(P.stencilWriteMask),a.setFunc(P.stencilFunc,P.stencilRef,P.stencilFuncMask),a.setOp(P.stencilFail,P.stencilZFail,P.stencilZPass)),nn(P.polygonOffset,P.polygonOffsetFactor,P.polygonOffsetUnits),P.alphaToCoverage===!0?ye(n.SAMPLE_ALPHA_TO_COVERAGE):Ve(n.SAMPLE_ALPHA_TO_COVERAGE)}function Nn(P){N!==P&&(P?n.frontFace(n.CW):n.frontFace(n.CCW),N=P)}function Lt(P){P!==mv?(ye(n.CULL_FACE),P!==V&&(P===Fm?n.cullFace(n.BACK):P===gv?n.cullFace(n.FRONT):n.cullFace(n.FRONT_AND_BACK))):Ve(n.CULL_FACE),V=P}function Si(P){P!==W&&(z&&n.lineWidth(P),W=P)}function nn(P,Z,q){P?(ye(n.POLYGON_OFFSET_FILL),(R!==Z||L!==q)&&(R=Z,L=q,o.getReversed()&&(Z=-Z,q=-q),n.polygonOffset(Z,q))):Ve(n.POLYGON_OFFSET_FILL)}function jn(P){P?ye(n.SCISSOR_TEST):Ve(n.SCISSOR_TEST)}function Zn(P){P===void 0&&(P=n.TEXTURE0+H-1),Q!==P&&(n.activeTexture(P),Q=P)}function Jn(P,Z,q){q===void 0&&(Q===null?q=n.TEXTURE0+H-1:q=Q);let ce=ee[q];ce===void 0&&(ce={type:void 0,texture:void 0},ee[q]=ce),(ce.type!==P||ce.texture!==Z)&&(Q!==q&&(n.activeTexture(q),Q=q),n.bindTexture(P,Z||Le[P]),ce.type=P,ce.texture=Z)}function O(){let P=ee[Q];P!==void 0&&P.type!==void 0&&(n.bindTexture(P.type,null),P.type=void 0,P.texture=void 0)}function Qn(){try{n.compressedTexImage2D(...arguments)}catch(P){Oe("WebGLState:",P)}}function Tt(){try{n.compressedTexImage3D(...arguments)}catch(P){Oe("WebGLState:",P)}}function At(){try{n.texSubImage2D(...arguments)}catch(P){Oe("WebGLState:",P)}}function pe(){try{n.texSubImage3D(...arguments)}catch(P){Oe("WebGLState:",P)}}function Yt(){try{n.compressedTexSubImage2D(...arguments)}catch(P){Oe("WebGLState:",P)}}function Ie(){try{n.compressedTexSubImage3D(...arguments)}catch(P){Oe("WebGLState:",P)}}function Be(){try{n.texStorage2D(...arguments)}catch(P){Oe("WebGLState:",P)}}function A(){try{n.texStorage3D(...arguments)}catch(P){Oe("WebGLState:",P)}}function x(){try{n.texImage2D(...arguments)}catch(P){Oe("WebGLState:",P)}}function U(){try{n.texImage3D(...arguments)}catch(P){Oe("WebGLState:",P)}}function ie(P){return h[P]!==void 0?h[P]:n.getParameter(P)}function J(P,Z){h[P]!==Z&&(n.pixelStorei(P,Z),h[P]=Z)}function oe(P){Y.equals(P)===!1&&(n.scissor(P.x,P.y,P.z,P.w),Y.copy(P))}function de(P){he.equals(P)===!1&&(n.viewport(P.x,P.y,P.z,P.w),he.copy(P))}function K(P,Z){let q=c.get(Z);q===void 0&&(q=new WeakMap,c.set(Z,q));let ce=q.get(P);ce===void 0&&(ce=n.getUniformBlockIndex(Z,P.name),n.uniformBlockBinding(Z,ce,ce),q.set(P,ce))}function j(P,Z,q){let se=c.get(Z).get(P);l[se]!==q&&(n.bindBufferBase(n.UNIFORM_BUFFER,se,q),l[se]=q)}function le(){n.disable(n.BLEND),n.disable(n.CULL_FACE),n.disable(n.DEPTH_TEST),n.disable(n.POLYGON_OFFSET_FILL),n.disable(n.SCISSOR_TEST),n.disable(n.STENCIL_TEST),n.disable(n.SAMPLE_ALPHA_TO_COVERAGE),n.blendEquation(n.FUNC_ADD),n.blendFunc(n.ONE,n.ZERO),n.blendFuncSeparate(n.ONE,n.ZERO,n.ONE,n.ZERO),n.blendColor(0,0,0,0),n.colorMask(!0,!0,!0,!0),n.clearColor(0,0,0,0),n.depthMask(!0),n.depthFunc(n.LESS),o.setReversed(!1),n.clearDepth(1),n.stencilMask(4294967295),n.stencilFunc(n.ALWAYS,0,4294967295),n.stencilOp(n.KEEP,n.KEEP,n.KEEP),n.clearStencil(0),n.cullFace(n.BACK),n.frontFace(n.CCW),n.polygonOffset(0,0),n.activeTexture(n.TEXTURE0),n.bindFramebuffer(n.FRAMEBUFFER,null),n.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),n.bindFramebuffer(n.READ_FRAMEBUFFER,null),n.useProgram(null),n.lineWidth(1),n.scissor(0,0,n.canvas.width,n.canvas.height),n.viewport(0,0,n.canvas.width,n.canvas.height),n.pixelStorei(n.PACK_ALIGNMENT,4),n.pixelStorei(n.UNPACK_ALIGNMENT,4),n.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,!1),n.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),n.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,n.BROWSER_DEFAULT_WEBGL),n.pixelStorei(n.PACK_ROW_LENGTH,0),n.pixelStorei(n.PACK_SKIP_PIXELS,0),n.pixelStorei(n.PACK_SKIP_ROWS,0),n.pixelStorei(n.UNPACK_ROW_LENGTH,0),n.pixelStorei(n.UNPACK_IMAGE_HEIGHT,0),n.pixelStorei(n.UNPACK_SKIP_PIXELS,0),n.pixelStorei(n.UNPACK_SKIP_ROWS,0),n.pixelStorei(n.UNPACK_SKIP_IMAGES,0),u={},h={},Q=null,ee={},d={},l={},f=new WeakMap,m=[],b=null,p=!1,g=null,S=null,E=null,w=null,C=null,T=null,y=null,M=new je(0,0,0),D=0,I=!1,N=null,V=null,W=null,R=null,L=null,Y.set(0,0,n.canvas.width,n.canvas.height),he.set(0,0,n.canvas.width,n.canvas.height),s.reset(),o.reset(),a.reset()}return{buffers:{color:s,depth:o,stencil:a},enable:ye,disable:Ve,bindFramebuffer:Ht,drawBuffers:ke,useProgram:pt,setBlending:an,setMaterial:qt,setFlipSided:Nn,setCullFace:Lt,setLineWidth:Si,setPolygonOffset:nn,setScissorTest:jn,activeTexture:Zn,bindTexture:Jn,unbindTexture:O,compressedTexImage2D:Qn,compressedTexImage3D:Tt,texImage2D:x,texImage3D:U,pixelStorei:J,getParameter:ie,updateUBOMapping:K,uniformBlockBinding:j,texStorage2D:Be,texStorage3D:A,texSubImage2D:At,texSubImage3D:pe,compressedTexSubImage2D:Yt,compressedTexSubImage3D:Ie,scissor:oe,viewport:de,reset:le}}function O3(n,e,t,i,r,s,o){let a=e.has("WEBGL_multisampled_render_to_texture")?e.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new rt,u=new WeakMap,h=new Set,d,f=new WeakMap,m=new Set,b=new FinalizationRegistry(A=>m.delete(A)),p=!1;try{p=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function g(A,x){return p?new OffscreenCanvas(A,x):Ua("canvas")}function S(A,x,U){let ie=1,J=Be(A);if((J.width>U||J.height>U)&&(ie=U/Math.max(J.width,J.height)),ie<1)if(typeof HTMLImageElement<"u"&&A instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&A instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&A instanceof ImageBitmap||typeof VideoFrame<"u"&&A instanceof VideoFrame){let oe=Math.floor(ie*J.width),de=Math.floor(ie*J.height);d===void 0&&(d=g(oe,de));let K=x?g(oe,de):d;return K.width=oe,K.height=de,K.getContext("2d").drawImage(A,0,0,oe,de),Ne("WebGLRenderer: Texture has been resized from ("+J.width+"x"+J.height+") to ("+oe+"x"+de+")."),K}else return"data"in A&&Ne("WebGLRenderer: Image in DataTexture is too big ("+J.width+"x"+J.height+")."),A;return A}function E(A){return A.generateMipmaps}function w(A){n.generateMipmap(A)}function C(A){return A.isWebGLCubeRenderTarget?n.TEXTURE_CUBE_MAP:A.isWebGL3DRenderTarget?n.TEXTURE_3D:A.isWebGLArrayRenderTarget||A.isCompressedArrayTexture?n.TEXTURE_2D_ARRAY:n.TEXTURE_2D}function T(A,x,U,ie,J,oe=!1){if(A!==null){if(n[A]!==void 0)return n[A];Ne("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+A+"'")}let de;ie&&(de=e.get("EXT_texture_norm16"),de||Ne("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let K=x;if(x===n.RED&&(U===n.FLOAT&&(K=n.R32F),U===n.HALF_FLOAT&&(K=n.R16F),U===n.UNSIGNED_BYTE&&(K=n.R8),U===n.UNSIGNED_SHORT&&de&&(K=de.R16_EXT),U===n.SHORT&&de&&(K=de.R16_SNORM_EXT)),x===n.RED_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.R8UI),U===n.UNSIGNED_SHORT&&(K=n.R16UI),U===n.UNSIGNED_INT&&(K=n.R32UI),U===n.BYTE&&(K=n.R8I),U===n.SHORT&&(K=n.R16I),U===n.INT&&(K=n.R32I)),x===n.RG&&(U===n.FLOAT&&(K=n.RG32F),U===n.HALF_FLOAT&&(K=n.RG16F),U===n.UNSIGNED_BYTE&&(K=n.RG8),U===n.UNSIGNED_SHORT&&de&&(K=de.RG16_EXT),U===n.SHORT&&de&&(K=de.RG16_SNORM_EXT)),x===n.RG_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.RG8UI),U===n.UNSIGNED_SHORT&&(K=n.RG16UI),U===n.UNSIGNED_INT&&(K=n.RG32UI),U===n.BYTE&&(K=n.RG8I),U===n.SHORT&&(K=n.RG16I),U===n.INT&&(K=n.RG32I)),x===n.RGB_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.RGB8UI),U===n.UNSIGNED_SHORT&&(K=n.RGB16UI),U===n.UNSIGNED_INT&&(K=n.RGB32UI),U===n.BYTE&&(K=n.RGB8I),U===n.SHORT&&(K=n.RGB16I),U===n.INT&&(K=n.RGB32I)),x===n.RGBA_INTEGER&&(U===n.UNSIGNED_BYTE&&(K=n.RGBA8UI),U===n.UNSIGNED_SHORT&&(K=n.RGBA16UI),U===n.UNSIGNED_INT&&(K=n.RGBA32UI),U===n.BYTE&&(K=n.RGBA8I),U===n.SHORT&&(K=n.RGBA16I),U===n.INT&&(K=n.RGBA32I)),x===n.RGB&&(U===n.UNSIGNED_SHORT&&de&&(K=de.RGB16_EXT),U===n.SHORT&&de&&(K=de.RGB16_SNORM_EXT),U===n.UNSIGNED_INT_5_9_9_9_REV&&(K=n.RGB9_E5),U===n.UNSIGNED_INT_10F_11F_11F_REV&&(K=n.R11F_G11F_B10F)),x===n.RGBA){let j=oe?Oa:et.getTransfer(J);U===n.FLOAT&&(K=n.RGBA32F),U===n.HALF_FLOAT&&(K=n.RGBA16F),U===n.UNSIGNED_BYTE&&(K=j===ft?n.SRGB8_ALPHA8:n.RGBA8),U===n.UNSIGNED_SHORT&&de&&(K=de.RGBA16_EXT),U===n.SHORT&&de&&(K=de.RGBA16_SNORM_EXT),U===n.UNSIGNED_SHORT_4_4_4_4&&(K=n.RGBA4),U===n.UNSIGNED_SHORT_5_5_5_1&&(K=n.RGB5_A1)}return(K===n.R16F||K===n.R32F||K===n.RG16F||K===n.RG32F||K===n.RGBA16F||K===n.RGBA32F)&&e.get("EXT_color_buffer_float"),K}function y(A,x){let U;return A?x===null||x===xi||x===_s?U=n.DEPTH24_STENCIL8:x===bi?U=n.DEPTH32F_STENCIL8:x===No&&(U=n.DEPTH24_STENCIL8,Ne("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):x===null||x===xi||x===_s?U=n.DEPTH_COMPONENT24:x===bi?U=n.DEPTH_COMPONENT32F:x===No&&(U=n.DEPTH_COMPONENT16),U}function M(A,x){return E(A)===!0||A.isFramebufferTexture&&A.minFilter!==Xt&&A.minFilter!==Pn?Math.log2(Math.max(x.width,x.height))+1:A.mipmaps.length>0?A.mipmaps.length:A.isCompressedTexture&&Array.isArray(A.image)?x.mipmaps.length:1}function D(A){let x=new WeakRef(A);i.get(A).__ref=x,m.add(x),b.register(A,x,x)}function I(A){let x=i.get(A).__ref;x!==void 0&&(m.delete(x),b.unregister(x))}function N(A){W(A.target)}function V(A){R(A.target)}function W(A){A.removeEventListener("dispose",N),I(A),H(A),A.isVideoTexture&&u.delete(A),A.isHTMLTexture&&h.delete(A)}function R(A){A.removeEventListener("dispose",V),I(A),ne(A)}function L(){for(let A of m){let x=A.deref();x!==void 0&&(x.isRenderTarget===!0?R(x):W(x))}m.clear(),h.clear()}function H(A){let x=i.get(A);if(x.__webglInit===void 0)return;let U=A.source,ie=f.get(U);if(ie){let J=ie[x.__cacheKey];J.usedTimes--,J.usedTimes===0&&z(A),Object.keys(ie).length===0&&f.delete(U)}i.remove(A)}function z(A){let x=i.get(A);n.deleteTexture(x.__webglTexture);let U=A.source,ie=f.get(U);delete ie[x.__cacheKey],o.memory.textures--}function ne(A){let x=i.get(A);x.__depthDisposeCallback&&x.__depthDisposeCallback();let U=A.depthTexture;if(U&&U.renderTarget===A&&W(U),A.isWebGLCubeRenderTarget)for(let J=0;J<6;J++){if(Array.isArray(x.__webglFramebuffer[J]))for(let oe=0;oe<x.__webglFramebuffer[J].length;oe++)n.deleteFramebuffer(x.__webglFramebuffer[J][oe]);else n.deleteFramebuffer(x.__webglFramebuffer[J]);x.__webglDepthbuffer&&n.deleteRenderbuffer(x.__webglDepthbuffer[J])}else{if(Array.isArray(x.__webglFramebuffer))for(let J=0;J<x.__webglFramebuffer.length;J++)n.deleteFramebuffer(x.__webglFramebuffer[J]);else n.deleteFramebuffer(x.__webglFramebuffer);if(x.__webglDepthbuffer&&n.deleteRenderbuffer(x.__webglDepthbuffer),x.__webglMultisampledFramebuffer&&n.deleteFramebuffer(x.__webglMultisampledFramebuffer),x.__webglColorRenderbuffer)for(let J=0;J<x.__webglColorRenderbuffer.length;J++)x.__webglColorRenderbuffer[J]&&n.deleteRenderbuffer(x.__webglColorRenderbuffer[J]);x.__webglDepthRenderbuffer&&n.deleteRenderbuffer(x.__webglDepthRenderbuffer)}let ie=A.textures;for(let J=0,oe=ie.length;J<oe;J++){let de=i.get(ie[J]);de.__webglTexture&&(n.deleteTexture(de.__webglTexture),o.memory.textures--),i.remove(ie[J])}i.remove(A)}let X=0;function Q(){X=0}function ee(){return X}function xe(A){X=A}function Ce(){let A=X;return A>=r.maxTextures&&Ne("WebGLTextures: Trying to use "+(A+1)+" texture units while this GPU supports only "+r.maxTextures),X+=1,A}function Y(A){let x=[];return x.push(A.wrapS),x.push(A.wrapT),x.push(A.wrapR||0),x.push(A.magFilter),x.push(A.minFilter),x.push(A.anisotropy),x.push(A.internalFormat),x.push(A.format),x.push(A.type),x.push(A.generateMipmaps),x.push(A.mipmapsAutoUpdate),x.push(A.premultiplyAlpha),x.push(A.flipY),x.push(A.unpackAlignment),x.push(A.colorSpace),x.join()}function he(A,x){let U=i.get(A);if(A.isVideoTexture&&Yt(A),A.isRenderTargetTexture===!1&&A.isExternalTexture!==!0&&A.version>0&&U.__version!==A.version){let ie=A.image;if(ie===null)Ne("WebGLRenderer: Texture marked for update but no image data found.");else if(ie.complete===!1)Ne("WebGLRenderer: Texture marked for update but image is incomplete");else{qt(U,A,x);return}}else A.isExternalTexture&&(U.__webglTexture=A.sourceTexture?A.sourceTexture:null);t.bindTexture(n.TEXTURE_2D,U.__webglTexture,n.TEXTURE0+x)}function we(A,x){let U=i.get(A);if(A.isRenderTargetTexture===!1&&A.version>0&&U.__version!==A.version){qt(U,A,x);return}else A.isExternalTexture&&(U.__webglTexture=A.sourceTexture?A.sourceTexture:null);t.bindTexture(n.TEXTURE_2D_ARRAY,U.__webglTexture,n.TEXTURE0+x)}function Le(A,x){let U=i.get(A);if(A.isRenderTargetTexture===!1&&A.version>0&&U.__version!==A.version){qt(U,A,x);return}t.bindTexture(n.TEXTURE_3D,U.__webglTexture,n.TEXTURE0+x)}function ye(A,x){let U=i.get(A);if(A.version>0&&U.__version!==A.version){Nn(U,A,x);return}t.bindTexture(n.TEXTURE_CUBE_MAP,U.__webglTexture,n.TEXTURE0+x)}let Ve={[oh]:n.REPEAT,[Fi]:n.CLAMP_TO_EDGE,[ah]:n.MIRRORED_REPEAT},Ht={[Xt]:n.NEAREST,[Uv]:n.NEAREST_MIPMAP_NEAREST,[rl]:n.NEAREST_MIPMAP_LINEAR,[Pn]:n.LINEAR,[Uh]:n.LINEAR_MIPMAP_NEAREST,[ar]:n.LINEAR_MIPMAP_LINEAR},ke={[Hv]:n.NEVER,[lg]:n.ALWAYS,[Gv]:n.LESS,[og]:n.LEQUAL,[Wv]:n.EQUAL,[ag]:n.GEQUAL,[Xv]:n.GREATER,[$v]:n.NOTEQUAL};function pt(A,x){if(x.type===bi&&e.has("OES_texture_float_linear")===!1&&(x.magFilter===Pn||x.magFilter===Uh||x.magFilter===rl||x.magFilter===ar||x.minFilter===Pn||x.minFilter===Uh||x.minFilter===rl||x.minFilter===ar)&&Ne("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),n.texParameteri(A,n.TEXTURE_WRAP_S,Ve[x.wrapS]),n.texParameteri(A,n.TEXTURE_WRAP_T,Ve[x.wrapT]),(A===n.TEXTURE_3D||A===n.TEXTURE_2D_ARRAY)&&n.texParameteri(A,n.TEXTURE_WRAP_R,Ve[x.wrapR]),n.texParameteri(A,n.TEXTURE_MAG_FILTER,Ht[x.magFilter]),n.texParameteri(A,n.TEXTURE_MIN_FILTER,Ht[x.minFilter]),x.compareFunction&&(n.texParameteri(A,n.TEXTURE_COMPARE_MODE,n.COMPARE_REF_TO_TEXTURE),n.texParameteri(A,n.TEXTURE_COMPARE_FUNC,ke[x.compareFunction])),e.has("EXT_texture_filter_anisotropic")===!0){if(x.magFilter===Xt||x.minFilter!==rl&&x.minFilter!==ar||x.type===bi&&e.has("OES_texture_float_linear")===!1)return;if(x.anisotropy>1||i.get(x).__currentAnisotropy){let U=e.get("EXT_texture_filter_anisotropic");n.texParameterf(A,U.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(x.anisotropy,r.getMaxAnisotropy())),i.get(x).__currentAnisotropy=x.anisotropy}}}function _t(A,x){let U=!1;A.__webglInit===void 0&&(A.__webglInit=!0,x.addEventListener("dispose",N),D(x));let ie=x.source,J=f.get(ie);J===void 0&&(J={},f.set(ie,J));let oe=Y(x);if(oe!==A.__cacheKey){J[oe]===void 0&&(J[oe]={texture:n.createTexture(),usedTimes:0},o.memory.textures++,U=!0),J[oe].usedTimes++;let de=J[A.__cacheKey];de!==void 0&&(J[A.__cacheKey].usedTimes--,de.usedTimes===0&&z(x)),A.__cacheKey=oe,A.__webglTexture=J[oe].texture}return U}function Ze(A,x,U){return Math.floor(Math.floor(A/U)/x)}function an(A,x,U,ie){let oe=A.updateRanges;if(oe.length===0)t.texSubImage2D(n.TEXTURE_2D,0,0,0,x.width,x.height,U,ie,x.data);else{oe.sort((P,Z)=>P.start-Z.start);let de=0;for(let P=1;P<oe.length;P++){let Z=oe[de],q=oe[P],ce=Z.start+Z.count,se=Ze(q.start,x.width,4),ae=Ze(Z.start,x.width,4);q.start<=ce+1&&se===ae&&Ze(q.start+q.count-1,x.width,4)===se?Z.count=Math.max(Z.count,q.start+q.count-Z.start):(++de,oe[de]=q)}oe.length=de+1;let K=t.getParameter(n.UNPACK_ROW_LENGTH),j=t.getParameter(n.UNPACK_SKIP_PIXELS),le=t.getParameter(n.UNPACK_SKIP_ROWS);t.pixelStorei(n.UNPACK_ROW_LENGTH,x.width);for(let P=0,Z=oe.length;P<Z;P++){let q=oe[P],ce=Math.floor(q.start/4),se=Math.ceil(q.count/4),ae=ce%x.width,Ae=Math.floor(ce/x.width),We=se,re=1;t.pixelStorei(n.UNPACK_SKIP_PIXELS,ae),t.pixelStorei(n.UNPACK_SKIP_ROWS,Ae),t.texSubImage2D(n.TEXTURE_2D,0,ae,Ae,We,re,U,ie,x.data)}A.clearUpdateRanges(),t.pixelStorei(n.UNPACK_ROW_LENGTH,K),t.pixelStorei(n.UNPACK_SKIP_PIXELS,j),t.pixelStorei(n.UNPACK_SKIP_ROWS,le)}}function qt(A,x,U){let ie=n.TEXTURE_2D;(x.isDataArrayTexture||x.isCompressedArrayTexture)&&(ie=n.TEXTURE_2D_ARRAY),x.isData3DTexture&&(ie=n.TEXTURE_3D);let J=_t(A,x),oe=x.source;t.bindTexture(ie,A.__webglTexture,n.TEXTURE0+U);let de=i.get(oe);if(oe.version!==de.__version||J===!0){if(t.activeTexture(n.TEXTURE0+U),(typeof ImageBitmap<"u"&&x.image instanceof ImageBitmap)===!1){let re=et.getPrimaries(et.workingColorSpace),Re=x.colorSpace===cr?null:et.getPrimaries(x.colorSpace),He=x.colorSpace===cr||re===Re?n.NONE:n.BROWSER_DEFAULT_WEBGL;t.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,x.flipY),t.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,x.premultiplyAlpha),t.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,He)}t.pixelStorei(n.UNPACK_ALIGNMENT,x.unpackAlignment);let j=S(x.image,!1,r.maxTextureSize);j=Ie(x,j);let le=s.convert(x.format,x.colorSpace),P=s.convert(x.type),Z=T(x.internalFormat,le,P,x.normalized,x.colorSpace,x.isVideoTexture);pt(ie,x);let q,ce=x.mipmaps,se=x.isVideoTexture!==!0,ae=de.__version===void 0||J===!0,Ae=oe.dataReady,We=M(x,j);if(x.isDepthTexture)Z=y(x.format===lr,x.type),ae&&(se?t.texStorage2D(n.TEXTURE_2D,1,Z,j.width,j.height):t.texImage2D(n.TEXTURE_2D,0,Z,j.width,j.height,0,le,P,null));else if(x.isDataTexture)if(ce.length>0){se&&ae&&t.texStorage2D(n.TEXTURE_2D,We,Z,ce[0].width,ce[0].height);for(let re=0,Re=ce.length;re<Re;re++)q=ce[re],se?Ae&&t.texSubImage2D(n.TEXTURE_2D,re,0,0,q.width,q.height,le,P,q.data):t.texImage2D(n.TEXTURE_2D,re,Z,q.width,q.height,0,le,P,q.data);x.generateMipmaps=!1}else se?(ae&&t.texStorage2D(n.TEXTURE_2D,We,Z,j.width,j.height),Ae&&an(x,j,le,P)):t.texImage2D(n.TEXTURE_2D,0,Z,j.width,j.height,0,le,P,j.data);else if(x.isCompressedTexture)if(x.isCompressedArrayTexture){se&&ae&&t.texStorage3D(n.TEXTURE_2D_ARRAY,We,Z,ce[0].width,ce[0].height,j.depth);for(let re=0,Re=ce.length;re<Re;re++)if(q=ce[re],x.format!==wi)if(le!==null)if(se){if(Ae)if(x.layerUpdates.size>0){let He=mg(q.width,q.height,x.format,x.type);for(let me of x.layerUpdates){let mt=q.data.subarray(me*He/q.data.BYTES_PER_ELEMENT,(me+1)*He/q.data.BYTES_PER_ELEMENT);t.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,re,0,0,me,q.width,q.height,1,le,mt)}}else t.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,re,0,0,0,q.width,q.height,j.depth,le,q.data)}else t.compressedTexImage3D(n.TEXTURE_2D_ARRAY,re,Z,q.width,q.height,j.depth,0,q.data,0,0);else Ne("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else se?Ae&&t.texSubImage3D(n.TEXTURE_2D_ARRAY,re,0,0,0,q.width,q.height,j.depth,le,P,q.data):t.texImage3D(n.TEXTURE_2D_ARRAY,re,Z,q.width,q.height,j.depth,0,le,P,q.data);x.layerUpdates.size>0&&x.clearLayerUpdates()}else{se&&ae&&t.texStorage2D(n.TEXTURE_2D,We,Z,ce[0].width,ce[0].height);for(let re=0,Re=ce.length;re<Re;re++)q=ce[re],x.format!==wi?le!==null?se?Ae&&t.compressedTexSubImage2D(n.TEXTURE_2D,re,0,0,q.width,q.height,le,q.data):t.compressedTexImage2D(n.TEXTURE_2D,re,Z,q.width,q.height,0,q.data):Ne("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):se?Ae&&t.texSubImage2D(n.TEXTURE_2D,re,0,0,q.width,q.height,le,P,q.data):t.texImage2D(n.TEXTURE_2D,re,Z,q.width,q.height,0,le,P,q.data)}else if(x.isDataArrayTexture)if(se){if(ae&&t.texStorage3D(n.TEXTURE_2D_ARRAY,We,Z,j.width,j.height,j.depth),Ae)if(x.layerUpdates.size>0){let re=mg(j.width,j.height,x.format,x.type);for(let Re of x.layerUpdates){let He=j.data.subarray(Re*re/j.data.BYTES_PER_ELEMENT,(Re+1)*re/j.data.BYTES_PER_ELEMENT);t.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,Re,j.width,j.height,1,le,P,He)}x.clearLayerUpdates()}else t.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,0,j.width,j.height,j.depth,le,P,j.data)}else t.texImage3D(n.TEXTURE_2D_ARRAY,0,Z,j.width,j.height,j.depth,0,le,P,j.data);else if(x.isData3DTexture)se?(ae&&t.texStorage3D(n.TEXTURE_3D,We,Z,j.width,j.height,j.depth),Ae&&t.texSubImage3D(n.TEXTURE_3D,0,0,0,0,j.width,j.height,j.depth,le,P,j.data)):t.texImage3D(n.TEXTURE_3D,0,Z,j.width,j.height,j.depth,0,le,P,j.data);else if(x.isFramebufferTexture){if(ae)if(se)t.texStorage2D(n.TEXTURE_2D,We,Z,j.width,j.height);else{let re=j.width,Re=j.height;for(let He=0;He<We;He++)t.texImage2D(n.TEXTURE_2D,He,Z,re,Re,0,le,P,null),re>>=1,Re>>=1}}else if(x.isHTMLTexture){if("texElementImage2D"in n){let re=n.canvas;if(re.hasAttribute("layoutsubtree")||re.setAttribute("layoutsubtree","true"),j.parentNode!==re){re.appendChild(j),h.add(x),re.onpaint=Re=>{let He=Re.changedElements;for(let me of h)He.includes(me.image)&&(me.needsUpdate=!0)},re.requestPaint();return}if(n.texElementImage2D.length===3)n.texElementImage2D(n.TEXTURE_2D,n.RGBA8,j);else{let He=n.RGBA,me=n.RGBA,mt=n.UNSIGNED_BYTE;n.texElementImage2D(n.TEXTURE_2D,0,He,me,mt,j)}n.texParameteri(n.TEXTURE_2D,n.TEXTURE_MIN_FILTER,n.LINEAR),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_S,n.CLAMP_TO_EDGE),n.texParameteri(n.TEXTURE_2D,n.TEXTURE_WRAP_T,n.CLAMP_TO_EDGE)}}else if(ce.length>0){if(se&&ae){let re=Be(ce[0]);t.texStorage2D(n.TEXTURE_2D,We,Z,re.width,re.height)}for(let re=0,Re=ce.length;re<Re;re++)q=ce[re],se?Ae&&t.texSubImage2D(n.TEXTURE_2D,re,0,0,le,P,q):t.texImage2D(n.TEXTURE_2D,re,Z,le,P,q);x.generateMipmaps=!1}else if(se){if(ae){let re=Be(j);t.texStorage2D(n.TEXTURE_2D,We,Z,re.width,re.height)}Ae&&t.texSubImage2D(n.TEXTURE_2D,0,0,0,le,P,j)}else t.texImage2D(n.TEXTURE_2D,0,Z,le,P,j);E(x)&&x.mipmapsAutoUpdate===!0&&w(ie),de.__version=oe.version,x.onUpdate&&x.onUpdate(x)}A.__version=x.version}function Nn(A,x,U){if(x.image.length!==6)return;let ie=_t(A,x),J=x.source;t.bindTexture(n.TEXTURE_CUBE_MAP,A.__webglTexture,n.TEXTURE0+U);let oe=i.get(J);if(J.version!==oe.__version||ie===!0){t.activeTexture(n.TEXTURE0+U);let de=et.getPrimaries(et.workingColorSpace),K=x.colorSpace===cr?null:et.getPrimaries(x.colorSpace),j=x.colorSpace===cr||de===K?n.NONE:n.BROWSER_DEFAULT_WEBGL;t.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,x.flipY),t.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,x.premultiplyAlpha),t.pixelStorei(n.UNPACK_ALIGNMENT,x.unpackAlignment),t.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,j);let le=x.isCompressedTexture||x.image[0].isCompressedTexture,P=x.image[0]&&x.image[0].isDataTexture,Z=[];for(let me=0;me<6;me++)!le&&!P?Z[me]=S(x.image[me],!0,r.maxCubemapSize):Z[me]=P?x.image[me].image:x.image[me],Z[me]=Ie(x,Z[me]);let q=Z[0],ce=s.convert(x.format,x.colorSpace),se=s.convert(x.type),ae=T(x.internalFormat,ce,se,x.normalized,x.colorSpace),Ae=x.isVideoTexture!==!0,We=oe.__version===void 0||ie===!0,re=J.dataReady,Re=M(x,q);pt(n.TEXTURE_CUBE_MAP,x);let He;if(x.isDepthTexture){if(ae=y(x.format===lr,x.type),We)if(Ae)t.texStorage2D(n.TEXTURE_CUBE_MAP,1,ae,q.width,q.height);else for(let me=0;me<6;me++)t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,q.width,q.height,0,ce,se,null)}else if(le){Ae&&We&&t.texStorage2D(n.TEXTURE_CUBE_MAP,Re,ae,q.width,q.height);for(let me=0;me<6;me++){He=Z[me].mipmaps;for(let mt=0;mt<He.length;mt++){let rn=He[mt];x.format!==wi?ce!==null?Ae?re&&t.compressedTexSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,mt,0,0,rn.width,rn.height,ce,rn.data):t.compressedTexImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,mt,ae,rn.width,rn.height,0,rn.data):Ne("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Ae?re&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,mt,0,0,rn.width,rn.height,ce,se,rn.data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,mt,ae,rn.width,rn.height,0,ce,se,rn.data)}}}else{if(He=x.mipmaps,Ae&&We){He.length>0&&Re++;let me=Be(Z[0]);t.texStorage2D(n.TEXTURE_CUBE_MAP,Re,ae,me.width,me.height)}for(let me=0;me<6;me++)if(P){Ae?re&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,0,0,Z[me].width,Z[me].height,ce,se,Z[me].data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,Z[me].width,Z[me].height,0,ce,se,Z[me].data);for(let mt=0;mt<He.length;mt++){let hr=He[mt].image[me].image;Ae?re&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,mt+1,0,0,hr.width,hr.height,ce,se,hr.data):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,mt+1,ae,hr.width,hr.height,0,ce,se,hr.data)}}else{Ae?re&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,0,0,ce,se,Z[me]):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,0,ae,ce,se,Z[me]);for(let mt=0;mt<He.length;mt++){let rn=He[mt];Ae?re&&t.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,mt+1,0,0,ce,se,rn.image[me]):t.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+me,mt+1,ae,ce,se,rn.image[me])}}}E(x)&&x.mipmapsAutoUpdate===!0&&w(n.TEXTURE_CUBE_MAP),oe.__version=J.version,x.onUpdate&&x.onUpdate(x)}A.__version=x.version}function Lt(A,x,U,ie,J,oe){let de=s.convert(U.format,U.colorSpace),K=s.convert(U.type),j=T(U.internalFormat,de,K,U.normalized,U.colorSpace),le=i.get(x),P=i.get(U);if(P.__renderTarget=x,!le.__hasExternalTextures){let Z=Math.max(1,x.width>>oe),q=Math.max(1,x.height>>oe);J===n.TEXTURE_3D||J===n.TEXTURE_2D_ARRAY?t.texImage3D(J,oe,j,Z,q,x.depth,0,de,K,null):t.texImage2D(J,oe,j,Z,q,0,de,K,null)}t.bindFramebuffer(n.FRAMEBUFFER,A),pe(x)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,ie,J,P.__webglTexture,0,At(x)):(J===n.TEXTURE_2D||J>=n.TEXTURE_CUBE_MAP_POSITIVE_X&&J<=n.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&n.framebufferTexture2D(n.FRAMEBUFFER,ie,J,P.__webglTexture,oe),t.bindFramebuffer(n.FRAMEBUFFER,null)}function Si(A,x,U){if(n.bindRenderbuffer(n.RENDERBUFFER,A),x.depthBuffer){let ie=x.depthTexture,J=ie&&ie.isDepthTexture?ie.type:null,oe=y(x.stencilBuffer,J),de=x.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;pe(x)?a.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,At(x),oe,x.width,x.height):U?n.renderbufferStorageMultisample(n.RENDERBUFFER,At(x),oe,x.width,x.height):n.renderbufferStorage(n.RENDERBUFFER,oe,x.width,x.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,de,n.RENDERBUFFER,A)}else{let ie=x.textures;for(let J=0;J<ie.length;J++){let oe=ie[J],de=s.convert(oe.format,oe.colorSpace),K=s.convert(oe.type),j=T(oe.internalFormat,de,K,oe.normalized,oe.colorSpace);pe(x)?a.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,At(x),j,x.width,x.height):U?n.renderbufferStorageMultisample(n.RENDERBUFFER,At(x),j,x.width,x.height):n.renderbufferStorage(n.RENDERBUFFER,j,x.width,x.height)}}n.bindRenderbuffer(n.RENDERBUFFER,null)}function nn(A,x,U){let ie=x.isWebGLCubeRenderTarget===!0;if(t.bindFramebuffer(n.FRAMEBUFFER,A),!(x.depthTexture&&x.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let J=i.get(x.depthTexture);J.__renderTarget=x;let oe=ie?x.depthTexture.image[0]:x.depthTexture.image;(!J.__webglTexture||oe.width!==x.width||oe.height!==x.height)&&(oe.width=x.width,oe.height=x.height,x.depthTexture.needsUpdate=!0),ie?ye(x.depthTexture,0):he(x.depthTexture,0);let de=J.__webglTexture,K=At(x),j=ie?n.TEXTURE_CUBE_MAP_POSITIVE_X+U:n.TEXTURE_2D,le=x.depthTexture.format===lr?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;if(x.depthTexture.format===nr)pe(x)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,le,j,de,0,K):n.framebufferTexture2D(n.FRAMEBUFFER,le,j,de,0);else if(x.depthTexture.format===lr)pe(x)?a.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,le,j,de,0,K):n.framebufferTexture2D(n.FRAMEBUFFER,le,j,de,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function jn(A){let x=i.get(A),U=A.isWebGLCubeRenderTarget===!0;if(x.__boundDepthTexture!==A.depthTexture){let ie=A.depthTexture;if(x.__depthDisposeCallback&&x.__depthDisposeCallback(),ie){let J=()=>{delete x.__boundDepthTexture,delete x.__depthDisposeCallback,ie.removeEventListener("dispose",J)};ie.addEventListener("dispose",J),x.__depthDisposeCallback=J}x.__boundDepthTexture=ie}if(A.depthTexture&&!x.__autoAllocateDepthBuffer)if(U)for(let ie=0;ie<6;ie++)nn(x.__webglFramebuffer[ie],A,ie);else A.texture.mipmaps.length>0?nn(x.__webglFramebuffer[0],A,0):nn(x.__webglFramebuffer,A,0);else if(U){x.__webglDepthbuffer=[];for(let ie=0;ie<6;ie++)if(t.bindFramebuffer(n.FRAMEBUFFER,x.__webglFramebuffer[ie]),x.__webglDepthbuffer[ie]===void 0)x.__webglDepthbuffer[ie]=n.createRenderbuffer(),Si(x.__webglDepthbuffer[ie],A,!1);else{let J=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,oe=x.__webglDepthbuffer[ie];n.bindRenderbuffer(n.RENDERBUFFER,oe),n.framebufferRenderbuffer(n.FRAMEBUFFER,J,n.RENDERBUFFER,oe)}}else if(A.texture.mipmaps.length>0?t.bindFramebuffer(n.FRAMEBUFFER,x.__webglFramebuffer[0]):t.bindFramebuffer(n.FRAMEBUFFER,x.__webglFramebuffer),x.__webglDepthbuffer===void 0)x.__webglDepthbuffer=n.createRenderbuffer(),Si(x.__webglDepthbuffer,A,!1);else{let J=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,oe=x.__webglDepthbuffer;n.bindRenderbuffer(n.RENDERBUFFER,oe),n.framebufferRenderbuffer(n.FRAMEBUFFER,J,n.RENDERBUFFER,oe)}t.bindFramebuffer(n.FRAMEBUFFER,null)}function Zn(A,x,U){let ie=i.get(A);x!==void 0&&Lt(ie.__webglFramebuffer,A,A.texture,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,0),U!==void 0&&jn(A)}function Jn(A){let x=A.texture,U=i.get(A),ie=i.get(x);A.addEventListener("dispose",V),D(A);let J=A.textures,oe=A.isWebGLCubeRenderTarget===!0,de=J.length>1;if(de||(ie.__webglTexture===void 0&&(ie.__webglTexture=n.createTexture()),ie.__version=x.version,o.memory.textures++),oe){U.__webglFramebuffer=[];for(let K=0;K<6;K++)if(x.mipmaps.length>0){U.__webglFramebuffer[K]=[];for(let j=0;j<x.mipmaps.length;j++)U.__webglFramebuffer[K][j]=n.createFramebuffer()}else U.__webglFramebuffer[K]=n.createFramebuffer()}else{if(x.mipmaps.length>0){U.__webglFramebuffer=[];for(let K=0;K<x.mipmaps.length;K++)U.__webglFramebuffer[K]=n.createFramebuffer()}else U.__webglFramebuffer=n.createFramebuffer();if(de)for(let K=0,j=J.length;K<j;K++){let le=i.get(J[K]);le.__webglTexture===void 0&&(le.__webglTexture=n.createTexture(),o.memory.textures++)}if(A.samples>0&&pe(A)===!1){U.__webglMultisampledFramebuffer=n.createFramebuffer(),U.__webglColorRenderbuffer=[],t.bindFramebuffer(n.FRAMEBUFFER,U.__webglMultisampledFramebuffer);for(let K=0;K<J.length;K++){let j=J[K];U.__webglColorRenderbuffer[K]=n.createRenderbuffer(),n.bindRenderbuffer(n.RENDERBUFFER,U.__webglColorRenderbuffer[K]);let le=s.convert(j.format,j.colorSpace),P=s.convert(j.type),Z=T(j.internalFormat,le,P,j.normalized,j.colorSpace,A.isXRRenderTarget===!0),q=At(A);n.renderbufferStorageMultisample(n.RENDERBUFFER,q,Z,A.width,A.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+K,n.RENDERBUFFER,U.__webglColorRenderbuffer[K])}n.bindRenderbuffer(n.RENDERBUFFER,null),A.depthBuffer&&(U.__webglDepthRenderbuffer=n.createRenderbuffer(),Si(U.__webglDepthRenderbuffer,A,!0)),t.bindFramebuffer(n.FRAMEBUFFER,null)}}if(oe){t.bindTexture(n.TEXTURE_CUBE_MAP,ie.__webglTexture),pt(n.TEXTURE_CUBE_MAP,x);for(let K=0;K<6;K++)if(x.mipmaps.length>0)for(let j=0;j<x.mipmaps.length;j++)Lt(U.__webglFramebuffer[K][j],A,x,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+K,j);else Lt(U.__webglFramebuffer[K],A,x,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+K,0);E(x)?w(n.TEXTURE_CUBE_MAP):x.mipmaps.length>0&&n.texParameteri(n.TEXTURE_CUBE_MAP,n.TEXTURE_MAX_LEVEL,x.mipmaps.length-1),t.unbindTexture()}else if(de){for(let K=0,j=J.length;K<j;K++){let le=J[K],P=i.get(le),Z=n.TEXTURE_2D;(A.isWebGL3DRenderTarget||A.isWebGLArrayRenderTarget)&&(Z=A.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),t.bindTexture(Z,P.__webglTexture),pt(Z,le),Lt(U.__webglFramebuffer,A,le,n.COLOR_ATTACHMENT0+K,Z,0),E(le)&&w(Z)}t.unbindTexture()}else{let K=n.TEXTURE_2D;if((A.isWebGL3DRenderTarget||A.isWebGLArrayRenderTarget)&&(K=A.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),t.bindTexture(K,ie.__webglTexture),pt(K,x),x.mipmaps.length>0)for(let j=0;j<x.mipmaps.length;j++)Lt(U.__webglFramebuffer[j],A,x,n.COLOR_ATTACHMENT0,K,j);else Lt(U.__webglFramebuffer,A,x,n.COLOR_ATTACHMENT0,K,0);E(x)?w(K):x.mipmaps.length>0&&n.texParameteri(K,n.TEXTURE_MAX_LEVEL,x.mipmaps.length-1),t.unbindTexture()}A.depthBuffer&&jn(A)}function O(A){let x=A.textures;for(let U=0,ie=x.length;U<ie;U++){let J=x[U];if(E(J)&&J.mipmapsAutoUpdate===!0){let oe=C(A),de=i.get(J).__webglTexture;t.bindTexture(oe,de),w(oe),t.unbindTexture()}}}let Qn=[];function Tt(A){if(A.samples>0){if(pe(A)===!1){let x=A.textures,U=A.width,ie=A.height,J=n.COLOR_BUFFER_BIT,oe=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,de=i.get(A),K=x.length>1;if(K)for(let le=0;le<x.length;le++)t.bindFramebuffer(n.FRAMEBUFFER,de.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.RENDERBUFFER,null),t.bindFramebuffer(n.FRAMEBUFFER,de.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.TEXTURE_2D,null,0);t.bindFramebuffer(n.READ_FRAMEBUFFER,de.__webglMultisampledFramebuffer),A.texture.mipmaps.length>0?t.bindFramebuffer(n.DRAW_FRAMEBUFFER,de.__webglFramebuffer[0]):t.bindFramebuffer(n.DRAW_FRAMEBUFFER,de.__webglFramebuffer);for(let le=0;le<x.length;le++){if(A.resolveDepthBuffer&&(A.depthBuffer&&(J|=n.DEPTH_BUFFER_BIT),A.stencilBuffer&&A.resolveStencilBuffer&&(J|=n.STENCIL_BUFFER_BIT)),K){n.framebufferRenderbuffer(n.READ_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.RENDERBUFFER,de.__webglColorRenderbuffer[le]);let P=i.get(x[le]).__webglTexture;n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,P,0)}n.blitFramebuffer(0,0,U,ie,0,0,U,ie,J,n.NEAREST),l===!0&&(Qn.length=0,Qn.push(n.COLOR_ATTACHMENT0+le),A.depthBuffer&&A.storeMultisampledDepthBuffer===!1&&Qn.push(oe),n.invalidateFramebuffer(n.READ_FRAMEBUFFER,Qn))}if(t.bindFramebuffer(n.READ_FRAMEBUFFER,null),t.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),K)for(let le=0;le<x.length;le++){t.bindFramebuffer(n.FRAMEBUFFER,de.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.RENDERBUFFER,de.__webglColorRenderbuffer[le]);let P=i.get(x[le]).__webglTexture;t.bindFramebuffer(n.FRAMEBUFFER,de.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+le,n.TEXTURE_2D,P,0)}t.bindFramebuffer(n.DRAW_FRAMEBUFFER,de.__webglMultisampledFramebuffer)}else if(A.depthBuffer&&A.storeMultisampledDepthBuffer===!1&&l){let x=A.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;n.invalidateFramebuffer(n.DRAW_FRAMEBUFFER,[x])}}}function At(A){return Math.min(r.maxSamples,A.samples)}function pe(A){let x=i.get(A);return A.samples>0&&e.has("WEBGL_multisampled_render_to_texture")===!0&&x.__useRenderToTexture!==!1}function Yt(A){let x=o.render.frame;u.get(A)!==x&&(u.set(A,x),A.update())}function Ie(A,x){let U=A.colorSpace,ie=A.format,J=A.type;return A.isCompressedTexture===!0||A.isVideoTexture===!0||U!==Da&&U!==cr&&(et.getTransfer(U)===ft?(ie!==wi||J!==Kn)&&Ne("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):Oe("WebGLTextures: Unsupported texture color space:",U)),x}function Be(A){return typeof HTMLImageElement<"u"&&A instanceof HTMLImageElement?(c.width=A.naturalWidth||A.width,c.height=A.naturalHeight||A.height):typeof VideoFrame<"u"&&A instanceof VideoFrame?(c.width=A.displayWidth,c.height=A.displayHeight):(c.width=A.width,c.height=A.height),c}this.allocateTextureUnit=Ce,this.resetTextureUnits=Q,this.getTextureUnits=ee,this.setTextureUnits=xe,this.setTexture2D=he,this.setTexture2DArray=we,this.setTexture3D=Le,this.setTextureCube=ye,this.rebindTextures=Zn,this.setupRenderTarget=Jn,this.updateRenderTargetMipmap=O,this.updateMultisampleRenderTarget=Tt,this.setupDepthRenderbuffer=jn,this.setupFrameBufferTexture=Lt,this.useMultisampledRTT=pe,this.dispose=L}function F3(n,e){function t(i,r=cr){let s,o=et.getTransfer(r);if(i===Kn)return n.UNSIGNED_BYTE;if(i===zh)return n.UNSIGNED_SHORT_4_4_4_4;if(i===Vh)return n.UNSIGNED_SHORT_5_5_5_1;if(i===eg)return n.UNSIGNED_INT_5_9_9_9_REV;if(i===tg)return n.UNSIGNED_INT_10F_11F_11F_REV;if(i===Jm)return n.BYTE;if(i===Qm)return n.SHORT;if(i===No)return n.UNSIGNED_SHORT;if(i===Bh)return n.INT;if(i===xi)return n.UNSIGNED_INT;if(i===bi)return n.FLOAT;if(i===vi)return n.HALF_FLOAT;if(i===ng)return n.ALPHA;if(i===ig)return n.RGB;if(i===wi)return n.RGBA;if(i===nr)return n.DEPTH_COMPONENT;if(i===lr)return n.DEPTH_STENCIL;if(i===rg)return n.RED;if(i===Hh)return n.RED_INTEGER;if(i===Hr)return n.RG;if(i===Gh)return n.RG_INTEGER;if(i===Wh)return n.RGBA_INTEGER;if(i===sl||i===ol||i===al||i===ll)if(o===ft)if(s=e.get("WEBGL_compressed_texture_s3tc_srgb"),s!==null){if(i===sl)return s.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(i===ol)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(i===al)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(i===ll)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(s=e.get("WEBGL_compressed_texture_s3tc"),s!==null){if(i===sl)return s.COMPRESSED_RGB_S3TC_DXT1_EXT;if(i===ol)return s.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(i===al)return s.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(i===ll)return s.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(i===Xh||i===$h||i===qh||i===Yh)if(s=e.get("WEBGL_compressed_texture_pvrtc"),s!==null){if(i===Xh)return s.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(i===$h)return s.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(i===qh)return s.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(i===Yh)return s.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(i===Kh||i===jh||i===Zh||i===Jh||i===Qh||i===cl||i===ed)if(s=e.get("WEBGL_compressed_texture_etc"),s!==null){if(i===Kh||i===jh)return o===ft?s.COMPRESSED_SRGB8_ETC2:s.COMPRESSED_RGB8_ETC2;if(i===Zh)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:s.COMPRESSED_RGBA8_ETC2_EAC;if(i===Jh)return s.COMPRESSED_R11_EAC;if(i===Qh)return s.COMPRESSED_SIGNED_R11_EAC;if(i===cl)return s.COMPRESSED_RG11_EAC;if(i===ed)return s.COMPRESSED_SIGNED_RG11_EAC}else return null;if(i===td||i===nd||i===id||i===rd||i===sd||i===od||i===ad||i===ld||i===cd||i===ud||i===hd||i===dd||i===fd||i===pd)if(s=e.get("WEBGL_compressed_texture_astc"),s!==null){if(i===td)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:s.COMPRESSED_RGBA_ASTC_4x4_KHR;if(i===nd)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:s.COMPRESSED_RGBA_ASTC_5x4_KHR;if(i===id)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:s.COMPRESSED_RGBA_ASTC_5x5_KHR;if(i===rd)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:s.COMPRESSED_RGBA_ASTC_6x5_KHR;if(i===sd)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:s.COMPRESSED_RGBA_ASTC_6x6_KHR;if(i===od)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:s.COMPRESSED_RGBA_ASTC_8x5_KHR;if(i===ad)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:s.COMPRESSED_RGBA_ASTC_8x6_KHR;if(i===ld)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:s.COMPRESSED_RGBA_ASTC_8x8_KHR;if(i===cd)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:s.COMPRESSED_RGBA_ASTC_10x5_KHR;if(i===ud)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:s.COMPRESSED_RGBA_ASTC_10x6_KHR;if(i===hd)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:s.COMPRESSED_RGBA_ASTC_10x8_KHR;if(i===dd)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:s.COMPRESSED_RGBA_ASTC_10x10_KHR;if(i===fd)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:s.COMPRESSED_RGBA_ASTC_12x10_KHR;if(i===pd)return o===ft?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:s.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(i===md||i===gd||i===yd)if(s=e.get("EXT_texture_compression_bptc"),s!==null){if(i===md)return o===ft?s.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:s.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(i===gd)return s.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(i===yd)return s.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(i===_d||i===xd||i===ul||i===bd)if(s=e.get("EXT_texture_compression_rgtc"),s!==null){if(i===_d)return s.COMPRESSED_RED_RGTC1_EXT;if(i===xd)return s.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(i===ul)return s.COMPRESSED_RED_GREEN_RGTC2_EXT;if(i===bd)return s.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return i===_s?n.UNSIGNED_INT_24_8:n[i]!==void 0?n[i]:null}return{convert:t}}var U3=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,B3=`
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

}`,Mg=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(e,t){if(this.texture===null){let i=new qa(e.texture);(e.depthNear!==t.depthNear||e.depthFar!==t.depthFar)&&(this.depthNear=e.depthNear,this.depthFar=e.depthFar),this.texture=i}}getMesh(e){if(this.texture!==null&&this.mesh===null){let t=e.cameras[0].viewport,i=new Ot({vertexShader:U3,fragmentShader:B3,uniforms:{depthColor:{value:this.texture},depthWidth:{value:t.z},depthHeight:{value:t.w}}});this.mesh=new Pt(new Ja(20,20),i)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Eg=class extends Ui{constructor(e,t){super();let i=this,r=null,s=1,o=null,a="local-floor",l=1,c=null,u=null,h=null,d=null,f=null,m=null,b=typeof XRWebGLBinding<"u",p=new Mg,g={},S=t.getContextAttributes(),E=null,w=null,C=[],T=[],y=new rt,M=null,D=null,I=new Rn;I.viewport=new kt;let N=new Rn;N.viewport=new kt;let V=[I,N],W=new Dh,R=null,L=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(Y){let he=C[Y];return he===void 0&&(he=new Mo,C[Y]=he),he.getTargetRaySpace()},this.getControllerGrip=function(Y){let he=C[Y];return he===void 0&&(he=new Mo,C[Y]=he),he.getGripSpace()},this.getHand=function(Y){let he=C[Y];return he===void 0&&(he=new Mo,C[Y]=he),he.getHandSpace()};function H(Y){let he=T.indexOf(Y.inputSource);if(he===-1)return;let we=C[he];we!==void 0&&(we.update(Y.inputSource,Y.frame,c||o),we.dispatchEvent({type:Y.type,data:Y.inputSource}))}function z(){r.removeEventListener("select",H),r.removeEventListener("selectstart",H),r.removeEventListener("selectend",H),r.removeEventListener("squeeze",H),r.removeEventListener("squeezestart",H),r.removeEventListener("squeezeend",H),r.removeEventListener("end",z),r.removeEventListener("inputsourceschange",ne);for(let Y=0;Y<C.length;Y++){let he=T[Y];he!==null&&(T[Y]=null,C[Y].disconnect(he))}R=null,L=null,p.reset();for(let Y in g)delete g[Y];if(e.setRenderTarget(E),f=null,d=null,h=null,r=null,w=null,Ce.stop(),i.isPresenting=!1,e.setPixelRatio(M),e.setSize(y.width,y.height,!1),D!==null){let Y=D.camera;Y.fov=D.fov,Y.zoom=D.zoom,Y.updateProjectionMatrix(),D=null}i.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(Y){s=Y,i.isPresenting===!0&&Ne("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(Y){a=Y,i.isPresenting===!0&&Ne("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||o},this.setReferenceSpace=function(Y){c=Y},this.getBaseLayer=function(){return d!==null?d:f},this.getBinding=function(){return h===null&&b&&(h=new XRWebGLBinding(r,t)),h},this.getFrame=function(){return m},this.getSession=function(){return r},this.setSession=async function(Y){if(r=Y,r!==null){if(E=e.getRenderTarget(),r.addEventListener("select",H),r.addEventListener("selectstart",H),r.addEventListener("selectend",H),r.addEventListener("squeeze",H),r.addEventListener("squeezestart",H),r.addEventListener("squeezeend",H),r.addEventListener("end",z),r.addEventListener("inputsourceschange",ne),S.xrCompatible!==!0&&await t.makeXRCompatible(),M=e.getPixelRatio(),e.getSize(y),b&&"createProjectionLayer"in XRWebGLBinding.prototype){let we=null,Le=null,ye=null;S.depth&&(ye=S.stencil?t.DEPTH24_STENCIL8:t.DEPTH_COMPONENT24,we=S.stencil?lr:nr,Le=S.stencil?_s:xi);let Ve={colorFormat:t.RGBA8,depthFormat:ye,scaleFactor:s};h=this.getBinding(),d=h.createProjectionLayer(Ve),r.updateRenderState({layers:[d]}),e.setPixelRatio(1),e.setSize(d.textureWidth,d.textureHeight,!1),w=new qn(d.textureWidth,d.textureHeight,{format:wi,type:Kn,depthTexture:new or(d.textureWidth,d.textureHeight,Le,void 0,void 0,void 0,void 0,void 0,void 0,we),stencilBuffer:S.stencil,colorSpace:e.outputColorSpace,samples:S.antialias?4:0,resolveDepthBuffer:d.ignoreDepthValues===!1,resolveStencilBuffer:d.ignoreDepthValues===!1,storeMultisampledDepthBuffer:d.ignoreDepthValues===!1,storeMultisampledStencilBuffer:d.ignoreDepthValues===!1})}else{let we={antialias:S.antialias,alpha:!0,depth:S.depth,stencil:S.stencil,framebufferScaleFactor:s};f=new XRWebGLLayer(r,t,we),r.updateRenderState({baseLayer:f}),e.setPixelRatio(1),e.setSize(f.framebufferWidth,f.framebufferHeight,!1),w=new qn(f.framebufferWidth,f.framebufferHeight,{format:wi,type:Kn,colorSpace:e.outputColorSpace,stencilBuffer:S.stencil,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}w.isXRRenderTarget=!0,this.setFoveation(l),c=null,o=await r.requestReferenceSpace(a),Ce.setContext(r),Ce.start(),i.isPresenting=!0,i.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(r!==null)return r.environmentBlendMode},this.getDepthTexture=function(){return p.getDepthTexture()};function ne(Y){for(let he=0;he<Y.removed.length;he++){let we=Y.removed[he],Le=T.indexOf(we);Le>=0&&(T[Le]=null,C[Le].disconnect(we))}for(let he=0;he<Y.added.length;he++){let we=Y.added[he],Le=T.indexOf(we);if(Le===-1){for(let Ve=0;Ve<C.length;Ve++)if(Ve>=T.length){T.push(we),Le=Ve;break}else if(T[Ve]===null){T[Ve]=we,Le=Ve;break}if(Le===-1)break}let ye=C[Le];ye&&ye.connect(we)}}function X(Y,he){he===null?Y.matrixWorld.copy(Y.matrix):Y.matrixWorld.multiplyMatrices(he.matrixWorld,Y.matrix),Y.matrixWorldInverse.copy(Y.matrixWorld).invert()}this.updateCamera=function(Y){if(r===null)return;let he=Y.near,we=Y.far;p.texture!==null&&(p.depthNear>0&&(he=p.depthNear),p.depthFar>0&&(we=p.depthFar)),W.near=N.near=I.near=he,W.far=N.far=I.far=we,(R!==W.near||L!==W.far)&&(r.updateRenderState({depthNear:W.near,depthFar:W.far}),R=W.near,L=W.far),W.layers.mask=Y.layers.mask|6,I.layers.mask=W.layers.mask&-5,N.layers.mask=W.layers.mask&-3;let Le=Y.parent,ye=W.cameras;X(W,Le);for(let Ve=0;Ve<ye.length;Ve++)X(ye[Ve],Le);W.projectionMatrix.copy(I.projectionMatrix),W.projectionMatrixInverse.copy(I.projectionMatrixInverse),D===null&&Y.isPerspectiveCamera&&(D={camera:Y,fov:Y.fov,zoom:Y.zoom}),Q(Y,W,Le)};function Q(Y,he,we){we===null?Y.matrix.copy(he.matrixWorld):(Y.matrix.copy(we.matrixWorld),Y.matrix.invert(),Y.matrix.multiply(he.matrixWorld)),Y.matrix.decompose(Y.position,Y.quaternion,Y.scale),Y.updateMatrixWorld(!0),Y.projectionMatrix.copy(he.projectionMatrix),Y.projectionMatrixInverse.copy(he.projectionMatrixInverse),Y.isPerspectiveCamera&&(Y.fov=ch*2*Math.atan(1/Y.projectionMatrix.elements[5]),Y.zoom=1)}this.getCamera=function(){return W},this.getFoveation=function(){if(!(d===null&&f===null))return l},this.setFoveation=function(Y){l=Y,d!==null&&(d.fixedFoveation=Y),f!==null&&f.fixedFoveation!==void 0&&(f.fixedFoveation=Y)},this.hasDepthSensing=function(){return p.texture!==null},this.getDepthSensingMesh=function(){return p.getMesh(W)},this.getCameraTexture=function(Y){return g[Y]};let ee=null;function xe(Y,he){if(u=he.getViewerPose(c||o),m=he,u!==null){let we=u.views;f!==null&&(e.setRenderTargetFramebuffer(w,f.framebuffer),e.setRenderTarget(w));let Le=!1;we.length!==W.cameras.length&&(W.cameras.length=0,Le=!0);for(let ke=0;ke<we.length;ke++){let pt=we[ke],_t=null;if(f!==null)_t=f.getViewport(pt);else{let an=h.getViewSubImage(d,pt);_t=an.viewport,ke===0&&(e.setRenderTargetTextures(w,an.colorTexture,an.depthStencilTexture),e.setRenderTarget(w))}let Ze=V[ke];Ze===void 0&&(Ze=new Rn,Ze.layers.enable(ke),Ze.viewport=new kt,V[ke]=Ze),Ze.matrix.fromArray(pt.transform.matrix),Ze.matrix.decompose(Ze.position,Ze.quaternion,Ze.scale),Ze.projectionMatrix.fromArray(pt.projectionMatrix),Ze.projectionMatrixInverse.copy(Ze.projectionMatrix).invert(),Ze.viewport.set(_t.x,_t.y,_t.width,_t.height),ke===0&&(W.matrix.copy(Ze.matrix),W.matrix.decompose(W.position,W.quaternion,W.scale)),Le===!0&&W.cameras.push(Ze)}let ye=r.enabledFeatures;if(ye&&ye.includes("depth-sensing")&&r.depthUsage=="gpu-optimized"&&b){h=i.getBinding();let ke=h.getDepthInformation(we[0]);ke&&ke.isValid&&ke.texture&&p.init(ke,r.renderState)}if(ye&&ye.includes("camera-access")&&b){e.state.unbindTexture(),h=i.getBinding();for(let ke=0;ke<we.length;ke++){let pt=we[ke].camera;if(pt){let _t=g[pt];_t||(_t=new qa,g[pt]=_t);let Ze=h.getCameraImage(pt);_t.sourceTexture=Ze}}}}for(let we=0;we<C.length;we++){let Le=T[we],ye=C[we];Le!==null&&ye!==void 0&&ye.update(Le,he,c||o)}ee&&ee(Y,he),he.detectedPlanes&&i.dispatchEvent({type:"planesdetected",data:he}),m=null}let Ce=new Cw;Ce.setAnimationLoop(xe),this.setAnimationLoop=function(Y){ee=Y},this.dispose=function(){}}},z3=new Rt,Uw=new Ue;Uw.set(-1,0,0,0,1,0,0,0,1);function V3(n,e){function t(p,g){p.matrixAutoUpdate===!0&&p.updateMatrix(),g.value.copy(p.matrix)}function i(p,g){g.color.getRGB(p.fogColor.value,dg(n)),g.isFog?(p.fogNear.value=g.near,p.fogFar.value=g.far):g.isFogExp2&&(p.fogDensity.value=g.density)}function r(p,g,S,E,w){g.isNodeMaterial?g.uniformsNeedUpdate=!1:g.isMeshBasicMaterial?s(p,g):g.isMeshLambertMaterial?(s(p,g),g.envMap&&(p.envMapIntensity.value=g.envMapIntensity)):g.isMeshToonMaterial?(s(p,g),h(p,g)):g.isMeshPhongMaterial?(s(p,g),u(p,g),g.envMap&&(p.envMapIntensity.value=g.envMapIntensity)):g.isMeshStandardMaterial?(s(p,g),d(p,g),g.isMeshPhysicalMaterial&&f(p,g,w)):g.isMeshMatcapMaterial?(s(p,g),m(p,g)):g.isMeshDepthMaterial?s(p,g):g.isMeshDistanceMaterial?(s(p,g),b(p,g)):g.isMeshNormalMaterial?s(p,g):g.isLineBasicMaterial?(o(p,g),g.isLineDashedMaterial&&a(p,g)):g.isPointsMaterial?l(p,g,S,E):g.isSpriteMaterial?c(p,g):g.isShadowMaterial?(p.color.value.copy(g.color),p.opacity.value=g.opacity):g.isShaderMaterial&&(g.uniformsNeedUpdate=!1)}function s(p,g){p.opacity.value=g.opacity,g.color&&p.diffuse.value.copy(g.color),g.emissive&&p.emissive.value.copy(g.emissive).multiplyScalar(g.emissiveIntensity),g.map&&(p.map.value=g.map,t(g.map,p.mapTransform)),g.alphaMap&&(p.alphaMap.value=g.alphaMap,t(g.alphaMap,p.alphaMapTransform)),g.bumpMap&&(p.bumpMap.value=g.bumpMap,t(g.bumpMap,p.bumpMapTransform),p.bumpScale.value=g.bumpScale,g.side===In&&(p.bumpScale.value*=-1)),g.normalMap&&(p.normalMap.value=g.normalMap,t(g.normalMap,p.normalMapTransform),p.normalScale.value.copy(g.normalScale),g.side===In&&p.normalScale.value.negate()),g.displacementMap&&(p.displacementMap.value=g.displacementMap,t(g.displacementMap,p.displacementMapTransform),p.displacementScale.value=g.displacementScale,p.displacementBias.value=g.displacementBias),g.emissiveMap&&(p.emissiveMap.value=g.emissiveMap,t(g.emissiveMap,p.emissiveMapTransform)),g.specularMap&&(p.specularMap.value=g.specularMap,t(g.specularMap,p.specularMapTransform)),g.alphaTest>0&&(p.alphaTest.value=g.alphaTest);let S=e.get(g),E=S.envMap,w=S.envMapRotation;E&&(p.envMap.value=E,p.envMapRotation.value.setFromMatrix4(z3.makeRotationFromEuler(w)).transpose(),E.isCubeTexture&&E.isRenderTargetTexture===!1&&p.envMapRotation.value.premultiply(Uw),p.reflectivity.value=g.reflectivity,p.ior.value=g.ior,p.refractionRatio.value=g.refractionRatio),g.lightMap&&(p.lightMap.value=g.lightMap,p.lightMapIntensity.value=g.lightMapIntensity,t(g.lightMap,p.lightMapTransform)),g.aoMap&&(p.aoMap.value=g.aoMap,p.aoMapIntensity.value=g.aoMapIntensity,t(g.aoMap,p.aoMapTransform))}function o(p,g){p.diffuse.value.copy(g.color),p.opacity.value=g.opacity,g.map&&(p.map.value=g.map,t(g.map,p.mapTransform))}function a(p,g){p.dashSize.value=g.dashSize,p.totalSize.value=g.dashSize+g.gapSize,p.scale.value=g.scale}function l(p,g,S,E){p.diffuse.value.copy(g.color),p.opacity.value=g.opacity,p.size.value=g.size*S,p.scale.value=E*.5,g.map&&(p.map.value=g.map,t(g.map,p.uvTransform)),g.alphaMap&&(p.alphaMap.value=g.alphaMap,t(g.alphaMap,p.alphaMapTransform)),g.alphaTest>0&&(p.alphaTest.value=g.alphaTest)}function c(p,g){p.diffuse.value.copy(g.color),p.opacity.value=g.opacity,p.rotation.value=g.rotation,g.map&&(p.map.value=g.map,t(g.map,p.mapTransform)),g.alphaMap&&(p.alphaMap.value=g.alphaMap,t(g.alphaMap,p.alphaMapTransform)),g.alphaTest>0&&(p.alphaTest.value=g.alphaTest)}function u(p,g){p.specular.value.copy(g.specular),p.shininess.value=Math.max(g.shininess,1e-4)}function h(p,g){g.gradientMap&&(p.gradientMap.value=g.gradientMap)}function d(p,g){p.metalness.value=g.metalness,g.metalnessMap&&(p.metalnessMap.value=g.metalnessMap,t(g.metalnessMap,p.metalnessMapTransform)),p.roughness.value=g.roughness,g.roughnessMap&&(p.roughnessMap.value=g.roughnessMap,t(g.roughnessMap,p.roughnessMapTransform)),g.envMap&&(p.envMapIntensity.value=g.envMapIntensity)}function f(p,g,S){p.ior.value=g.ior,g.diffuseRoughness>0&&(p.diffuseRoughness.value=g.diffuseRoughness,g.diffuseRoughnessMap&&(p.diffuseRoughnessMap.value=g.diffuseRoughnessMap,t(g.diffuseRoughnessMap,p.diffuseRoughnessMapTransform))),g.sheen>0&&(p.sheenColor.value.copy(g.sheenColor).multiplyScalar(g.sheen),p.sheenRoughness.value=g.sheenRoughness,g.sheenColorMap&&(p.sheenColorMap.value=g.sheenColorMap,t(g.sheenColorMap,p.sheenColorMapTransform)),g.sheenRoughnessMap&&(p.sheenRoughnessMap.value=g.sheenRoughnessMap,t(g.sheenRoughnessMap,p.sheenRoughnessMapTransform))),g.clearcoat>0&&(p.clearcoat.value=g.clearcoat,p.clearcoatRoughness.value=g.clearcoatRoughness,g.clearcoatMap&&(p.clearcoatMap.value=g.clearcoatMap,t(g.clearcoatMap,p.clearcoatMapTransform)),g.clearcoatRoughnessMap&&(p.clearcoatRoughnessMap.value=g.clearcoatRoughnessMap,t(g.clearcoatRoughnessMap,p.clearcoatRoughnessMapTransform)),g.clearcoatNormalMap&&(p.clearcoatNormalMap.value=g.clearcoatNormalMap,t(g.clearcoatNormalMap,p.clearcoatNormalMapTransform),p.clearcoatNormalScale.value.copy(g.clearcoatNormalScale),g.side===In&&p.clearcoatNormalScale.value.negate())),g.dispersion>0&&(p.dispersion.value=g.dispersion),g.retroreflectivity>0&&(p.retroreflectivity.value=g.retroreflectivity),g.iridescence>0&&(p.iridescence.value=g.iridescence,p.iridescenceIOR.value=g.iridescenceIOR,p.iridescenceThicknessMinimum.value=g.iridescenceThicknessMinimum,p.iridescenceThicknessMaximum.value=g.iridescenceThicknessMaximum,g.iridescenceMap&&(p.iridescenceMap.value=g.iridescenceMap,t(g.iridescenceMap,p.iridescenceMapTransform)),g.iridescenceThicknessMap&&(p.iridescenceThicknessMap.value=g.iridescenceThicknessMap,t(g.iridescenceThicknessMap,p.iridescenceThicknessMapTransform))),g.transmission>0&&(p.transmission.value=g.transmission,p.transmissionSamplerMap.value=S.texture,p.transmissionSamplerSize.value.set(S.width,S.height),g.transmissionMap&&(p.transmissionMap.value=g.transmissionMap,t(g.transmissionMap,p.transmissionMapTransform)),p.thickness.value=g.thickness,g.thicknessMap&&(p.thicknessMap.value=g.thicknessMap,t(g.thicknessMap,p.thicknessMapTransform)),p.attenuationDistance.value=g.attenuationDistance,p.attenuationColor.value.copy(g.attenuationColor)),g.anisotropy>0&&(p.anisotropyVector.value.set(g.anisotropy*Math.cos(g.anisotropyRotation),g.anisotropy*Math.sin(g.anisotropyRotation)),g.anisotropyMap&&(p.anisotropyMap.value=g.anisotropyMap,t(g.anisotropyMap,p.anisotropyMapTransform))),p.specularIntensity.value=g.specularIntensity,p.specularColor.value.copy(g.specularColor),g.specularColorMap&&(p.specularColorMap.value=g.specularColorMap,t(g.specularColorMap,p.specularColorMapTransform)),g.specularIntensityMap&&(p.specularIntensityMap.value=g.specularIntensityMap,t(g.specularIntensityMap,p.specularIntensityMapTransform))}function m(p,g){g.matcap&&(p.matcap.value=g.matcap)}function b(p,g){let S=e.get(g).light;p.referencePosition.value.setFromMatrixPosition(S.matrixWorld),p.nearDistance.value=S.shadow.camera.near,p.farDistance.value=S.shadow.camera.far}return{refreshFogUniforms:i,refreshMaterialUniforms:r}}function H3(n,e,t,i){let r={},s={};function o(S,E){let w=E.program;i.uniformBlockBinding(S,w,r[S.id])}function a(S,E){let w=r[S.id];w===void 0&&(m(S),w=l(S),r[S.id]=w,S.addEventListener("dispose",p));let C=E.program;i.updateUBOMapping(S,C);let T=e.render.frame;s[S.id]!==T&&(c(S),s[S.id]=T)}function l(S){let E=n.createBuffer(),w=S.__size,C=S.usage;return n.bindBuffer(n.UNIFORM_BUFFER,E),n.bufferData(n.UNIFORM_BUFFER,w,C),n.bindBuffer(n.UNIFORM_BUFFER,null),E}function c(S){let E=r[S.id],w=S.uniforms,C=S.__cache;n.bindBuffer(n.UNIFORM_BUFFER,E);for(let T=0,y=w.length;T<y;T++){let M=w[T];if(Array.isArray(M))for(let D=0,I=M.length;D<I;D++)u(M[D],T,D,C);else u(M,T,0,C)}n.bindBuffer(n.UNIFORM_BUFFER,null)}function u(S,E,w,C){if(d(S,E,w,C)===!0){let T=S.__offset,y=S.value;if(Array.isArray(y)){let M=0;for(let D=0;D<y.length;D++){let I=y[D],N=b(I,!0);h(I,S.__data,M),M+=N.storage/Float32Array.BYTES_PER_ELEMENT}}else h(y,S.__data,0);n.bufferSubData(n.UNIFORM_BUFFER,T,S.__data)}}function h(S,E,w){typeof S=="number"||typeof S=="boolean"?E[w]=S:S.isMatrix3?(E[w]=S.elements[0],E[w+1]=S.elements[1],E[w+2]=S.elements[2],E[w+3]=0,E[w+4]=S.elements[3],E[w+5]=S.elements[4],E[w+6]=S.elements[5],E[w+7]=0,E[w+8]=S.elements[6],E[w+9]=S.elements[7],E[w+10]=S.elements[8],E[w+11]=0):ArrayBuffer.isView(S)?E.set(S.subarray(0,E.length-w),w):S.toArray(E,w)}function d(S,E,w,C){let T=S.value,y=E+"_"+w;if(Array.isArray(T)){C[y]===void 0&&(C[y]=[]);let M=C[y],D=!1;for(let I=0;I<T.length;I++)f(T[I],M,I)===!0&&(D=!0);return D}return f(T,C,y)}function f(S,E,w){if(E[w]===void 0)return typeof S=="number"||typeof S=="boolean"?E[w]=S:ArrayBuffer.isView(S)?E[w]=S.slice():E[w]=S.clone(),!0;{let C=E[w];if(typeof S=="number"||typeof S=="boolean"){if(C!==S)return E[w]=S,!0}else{if(ArrayBuffer.isView(S))return!0;if(C.equals(S)===!1)return C.copy(S),!0}}return!1}function m(S){let E=S.uniforms,w=0,C=16;for(let y=0,M=E.length;y<M;y++){let D=Array.isArray(E[y])?E[y]:[E[y]];for(let I=0,N=D.length;I<N;I++){let V=D[I],W=Array.isArray(V.value)?V.value:[V.value],R=Array.isArray(E[y])||Array.isArray(V.value),L=w;for(let z=0,ne=W.length;z<ne;z++){let X=W[z],Q=b(X,R),ee=w%C,xe=ee%Q.boundary,Ce=ee+xe;w+=xe,Ce!==0&&C-Ce<Q.storage&&(w+=C-Ce),z===0&&(L=w),w+=Q.storage}let H=V.type==="int"?Int32Array:V.type==="uint"?Uint32Array:Float32Array;V.__data=new H((w-L)/Float32Array.BYTES_PER_ELEMENT),V.__offset=L}}let T=w%C;return T>0&&(w+=C-T),S.__size=w,S.__cache={},this}function b(S,E){let w={boundary:0,storage:0};return typeof S=="number"||typeof S=="boolean"?(w.boundary=4,w.storage=4):S.isVector2?(w.boundary=8,w.storage=8):S.isVector3||S.isColor?(w.boundary=16,w.storage=12):S.isVector4?(w.boundary=16,w.storage=16):S.isMatrix3?(w.boundary=16,w.storage=48):S.isMatrix4?(w.boundary=16,w.storage=64):S.isTexture?Ne("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(S)?(w.boundary=16,w.storage=S.byteLength):Ne("WebGLRenderer: Unsupported uniform value type.",S),E===!0&&(w.boundary=16,w.storage=Math.ceil(w.storage/16)*16),w}function p(S){let E=S.target;E.removeEventListener("dispose",p),n.deleteBuffer(r[E.id]),delete r[E.id],delete s[E.id]}function g(){for(let S in r)n.deleteBuffer(r[S]);r={},s={}}return{bind:o,update:a,dispose:g}}var G3=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),Vi=null;function W3(){return Vi===null&&(Vi=new ph(G3,16,16,Hr,vi),Vi.name="DFG_LUT",Vi.minFilter=Pn,Vi.magFilter=Pn,Vi.wrapS=Fi,Vi.wrapT=Fi,Vi.generateMipmaps=!1,Vi.needsUpdate=!0),Vi}var Md=class{constructor(e={}){let{canvas:t=Yv(),context:i=null,depth:r=!0,stencil:s=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:u="default",failIfMajorPerformanceCaveat:h=!1,reversedDepthBuffer:d=!1,outputBufferType:f=Kn}=e;this.isWebGLRenderer=!0;let m;if(i!==null){if(typeof WebGLRenderingContext<"u"&&i instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");m=i.getContextAttributes().alpha}else m=o;let b=f,p=new Set([Wh,Gh,Hh]),g=new Set([Kn,xi,No,_s,zh,Vh]),S=new Uint32Array(4),E=new Int32Array(4),w={textures:[],min:[],max:[],resolution:[]},C=null,T=null,y=[],M=[],D=null;this.domElement=t,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=zi,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let I=this,N=!1,V=null,W=null,R=null,L=null;this._outputColorSpace=Cn;let H=0,z=0,ne=null,X=-1,Q=null,ee=new kt,xe=new kt,Ce=null,Y=new je(0),he=0,we=t.width,Le=t.height,ye=1,Ve=null,Ht=null,ke=new kt(0,0,we,Le),pt=new kt(0,0,we,Le),_t=!1,Ze=new fs,an=new mh,qt=!1,Nn=!1,Lt=new Rt,Si=new G,nn=new kt,jn={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},Zn=!1;function Jn(){return ne===null?ye:1}let O=i;function Qn(v,k){return t.getContext(v,k)}let Tt,At,pe,Yt,Ie,Be,A,x,U,ie,J,oe,de,K,j,le,P,Z,q,ce,se,ae,Ae;try{let v={alpha:!0,depth:r,stencil:s,antialias:a,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:u,failIfMajorPerformanceCaveat:h};if("setAttribute"in t&&t.setAttribute("data-engine",`three.js r${"187"}`),t.addEventListener("webglcontextlost",Re,!1),t.addEventListener("webglcontextrestored",He,!1),t.addEventListener("webglcontextcreationerror",me,!1),O===null){let k="webgl2";if(O=Qn(k,v),O===null)throw Qn(k)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}We()}catch(v){throw t.removeEventListener("webglcontextlost",Re,!1),t.removeEventListener("webglcontextrestored",He,!1),t.removeEventListener("webglcontextcreationerror",me,!1),Oe("WebGLRenderer: "+v.message),v}function We(){Tt=new t2(O),Tt.init(),se=new F3(O,Tt),At=new WI(O,Tt,e,se),pe=new D3(O,Tt),At.reversedDepthBuffer&&d&&pe.buffers.depth.setReversed(!0),W=O.createFramebuffer(),R=O.createFramebuffer(),L=O.createFramebuffer(),Yt=new r2(O),Ie=new v3,Be=new O3(O,Tt,pe,Ie,At,se,Yt),A=new e2(I),x=new oP(O),ae=new HI(O,x),U=new n2(O,x,Yt,ae),ie=new o2(O,U,x,ae,Yt),Z=new s2(O,At,Be),j=new XI(Ie),J=new b3(I,A,Tt,At,ae,j),oe=new V3(I,Ie),de=new S3,K=new R3(Tt),P=new VI(I,A,pe,ie,m,l),le=new k3(I,ie,At),Ae=new H3(O,Yt,At,pe),q=new GI(O,Tt,Yt),ce=new i2(O,Tt,Yt),Yt.programs=J.programs,I.capabilities=At,I.extensions=Tt,I.properties=Ie,I.renderLists=de,I.shadowMap=le,I.state=pe,I.info=Yt}b!==Kn&&(D=new l2(b,t.width,t.height,a,r,s));let re=new Eg(I,O);this.xr=re,this.getContext=function(){return O},this.getContextAttributes=function(){return O.getContextAttributes()},this.forceContextLoss=function(){let v=Tt.get("WEBGL_lose_context");v&&v.loseContext()},this.forceContextRestore=function(){let v=Tt.get("WEBGL_lose_context");v&&v.restoreContext()},this.getPixelRatio=function(){return ye},this.setPixelRatio=function(v){v!==void 0&&(ye=v,this.setSize(we,Le,!1))},this.getSize=function(v){return v.set(we,Le)},this.setSize=function(v,k,$=!0){if(re.isPresenting){Ne("WebGLRenderer: Can't change size while VR device is presenting.");return}we=v,Le=k,t.width=Math.floor(v*ye),t.height=Math.floor(k*ye),$===!0&&(t.style.width=v+"px",t.style.height=k+"px"),D!==null&&D.setSize(t.width,t.height),this.setViewport(0,0,v,k)},this.getDrawingBufferSize=function(v){return v.set(we*ye,Le*ye).floor()},this.setDrawingBufferSize=function(v,k,$){we=v,Le=k,ye=$,t.width=Math.floor(v*$),t.height=Math.floor(k*$),this.setViewport(0,0,v,k)},this.setEffects=function(v){if(b===Kn){Oe("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(v){for(let k=0;k<v.length;k++)if(v[k].isOutputPass===!0){Ne("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}D.setEffects(v||[])},this.getCurrentViewport=function(v){return v.copy(ee)},this.getViewport=function(v){return v.copy(ke)},this.setViewport=function(v,k,$,F){v.isVector4?ke.set(v.x,v.y,v.z,v.w):ke.set(v,k,$,F),pe.viewport(ee.copy(ke).multiplyScalar(Jn()).round())},this.getScissor=function(v){return v.copy(pt)},this.setScissor=function(v,k,$,F){v.isVector4?pt.set(v.x,v.y,v.z,v.w):pt.set(v,k,$,F),pe.scissor(xe.copy(pt).multiplyScalar(Jn()).round())},this.getScissorTest=function(){return _t},this.setScissorTest=function(v){pe.setScissorTest(_t=v)},this.setOpaqueSort=function(v){Ve=v},this.setTransparentSort=function(v){Ht=v},this.getClearColor=function(v){return v.copy(P.getClearColor())},this.setClearColor=function(){P.setClearColor(...arguments)},this.getClearAlpha=function(){return P.getClearAlpha()},this.setClearAlpha=function(){P.setClearAlpha(...arguments)},this.clear=function(v=!0,k=!0,$=!0){let F=0;if(v){let B=!1;if(ne!==null){let fe=ne.texture.format;B=p.has(fe)}if(B){let fe=ne.texture.type,be=g.has(fe),ue=P.getClearColor(),_e=P.getClearAlpha(),Ee=ue.r,ze=ue.g,Je=ue.b;be?(S[0]=Ee,S[1]=ze,S[2]=Je,S[3]=_e,O.clearBufferuiv(O.COLOR,0,S)):(E[0]=Ee,E[1]=ze,E[2]=Je,E[3]=_e,O.clearBufferiv(O.COLOR,0,E))}else F|=O.COLOR_BUFFER_BIT}k&&(F|=O.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),$&&(F|=O.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),F!==0&&O.clear(F)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(v){v.setRenderer(this),V=v},this.dispose=function(){t.removeEventListener("webglcontextlost",Re,!1),t.removeEventListener("webglcontextrestored",He,!1),t.removeEventListener("webglcontextcreationerror",me,!1),P.dispose(),de.dispose(),K.dispose(),Be.dispose(),Ie.dispose(),A.dispose(),ie.dispose(),U.dispose(),ae.dispose(),Ae.dispose(),J.dispose(),re.dispose(),re.removeEventListener("sessionstart",Dg),re.removeEventListener("sessionend",Og),Gr.stop()};function Re(v){v.preventDefault(),ug("WebGLRenderer: Context Lost."),N=!0}function He(){ug("WebGLRenderer: Context Restored."),N=!1;let v=Yt.autoReset,k=le.enabled,$=le.autoUpdate,F=le.needsUpdate,B=le.type;We(),Yt.autoReset=v,le.enabled=k,le.autoUpdate=$,le.needsUpdate=F,le.type=B}function me(v){Oe("WebGLRenderer: A WebGL context could not be created. Reason: ",v.statusMessage)}function mt(v){let k=v.target;k.removeEventListener("dispose",mt),rn(k)}function rn(v){hr(v),Ie.remove(v)}function hr(v){let k=Ie.get(v).programs;k!==void 0&&(k.forEach(function($){J.releaseProgram($)}),v.isShaderMaterial&&J.releaseShaderCache(v))}this.renderBufferDirect=function(v,k,$,F,B,fe){k===null&&(k=jn);let be=B.isMesh&&B.matrixWorld.determinantAffine()<0,ue=dS(v,k,$,F,B);pe.setMaterial(F,be);let _e=$.index,Ee=1;if(F.wireframe===!0){if(_e=U.getWireframeAttribute($),_e===void 0)return;Ee=2}let ze=$.drawRange,Je=$.attributes.position,Se=ze.start*Ee,Qe=(ze.start+ze.count)*Ee;fe!==null&&(Se=Math.max(Se,fe.start*Ee),Qe=Math.min(Qe,(fe.start+fe.count)*Ee)),_e!==null?(Se=Math.max(Se,0),Qe=Math.min(Qe,_e.count)):Je!=null&&(Se=Math.max(Se,0),Qe=Math.min(Qe,Je.count));let Gt=Qe-Se;if(Gt<0||Gt===1/0)return;ae.setup(B,F,ue,$,_e);let wt,xt=q;if(_e!==null&&(wt=x.get(_e),xt=ce,xt.setIndex(wt)),B.isMesh)F.wireframe===!0?(pe.setLineWidth(F.wireframeLinewidth*Jn()),xt.setMode(O.LINES)):xt.setMode(O.TRIANGLES);else if(B.isLine){let fn=F.linewidth;fn===void 0&&(fn=1),pe.setLineWidth(fn*Jn()),B.isLineSegments?xt.setMode(O.LINES):B.isLineLoop?xt.setMode(O.LINE_LOOP):xt.setMode(O.LINE_STRIP)}else B.isPoints?xt.setMode(O.POINTS):B.isSprite&&xt.setMode(O.TRIANGLES);if(B.isBatchedMesh)if(Tt.get("WEBGL_multi_draw"))xt.renderMultiDraw(B._multiDrawStarts,B._multiDrawCounts,B._multiDrawCount);else{let fn=B._multiDrawStarts,Me=B._multiDrawCounts,Mn=B._multiDrawCount,lt=_e?x.get(_e).bytesPerElement:1,Wr=Ie.get(F).currentProgram.getUniforms();for(let pn=0;pn<Mn;pn++)Wr.setValue(O,"_gl_DrawID",pn),xt.render(fn[pn]/lt,Me[pn])}else if(B.isInstancedMesh)xt.renderInstances(Se,Gt,B.count);else if($.isInstancedBufferGeometry){let fn=$._maxInstanceCount!==void 0?$._maxInstanceCount:1/0,Me=Math.min($.instanceCount,fn);xt.renderInstances(Se,Gt,Me)}else xt.render(Se,Gt)};function kg(v,k,$,F){V!==null&&v.isNodeMaterial&&V.setObject(F,v),qt===!0&&j.setState(v,$,!1),v.transparent===!0&&v.side===vn&&v.forceSinglePass===!1?(v.side=In,v.needsUpdate=!0,Uo(v,k,F),v.side=_i,v.needsUpdate=!0,Uo(v,k,F),v.side=vn):Uo(v,k,F)}this.compile=function(v,k,$=null){$===null&&($=v),V!==null&&V.renderStart(v,k,$),T=K.get($),T.init(k),M.push(T),$.traverseVisible(function(B){B.isLight&&B.layers.test(k.layers)&&(T.pushLight(B),B.castShadow&&T.pushShadow(B))}),v!==$&&v.traverseVisible(function(B){B.isLight&&B.layers.test(k.layers)&&(T.pushLight(B),B.castShadow&&T.pushShadow(B))}),T.setupLights(),V!==null&&V.updateLights(T.state.lightsArray),Nn=this.localClippingEnabled,qt=j.init(this.clippingPlanes,Nn),qt===!0&&j.setGlobalState(this.clippingPlanes,k),V!==null&&le.render(T.state.shadowsArray,$,k);let F=new Set;return v.traverse(function(B){if(!(B.isMesh||B.isPoints||B.isLine||B.isSprite))return;let fe=B.material;if(fe)if(Array.isArray(fe))for(let be=0;be<fe.length;be++){let ue=fe[be];kg(ue,$,k,B),F.add(ue)}else kg(fe,$,k,B),F.add(fe)}),T=M.pop(),V!==null&&V.renderEnd(),F},this.compileAsync=function(v,k,$=null){let F=this.compile(v,k,$);return new Promise(B=>{function fe(){if(F.forEach(function(be){let _e=Ie.get(be).currentProgram;(_e===void 0||_e.isReady())&&F.delete(be)}),F.size===0){B(v);return}setTimeout(fe,10)}Tt.get("KHR_parallel_shader_compile")!==null?fe():setTimeout(fe,10)})};let Vd=null;function uS(v){Vd&&Vd(v)}function Dg(){Gr.stop()}function Og(){Gr.start()}let Gr=new Cw;Gr.setAnimationLoop(uS),typeof self<"u"&&Gr.setContext(self),this.setAnimationLoop=function(v){Vd=v,re.setAnimationLoop(v),v===null?Gr.stop():Gr.start()},re.addEventListener("sessionstart",Dg),re.addEventListener("sessionend",Og),this.render=function(v,k){if(k!==void 0&&k.isCamera!==!0){Oe("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(N===!0)return;V!==null&&V.renderStart(v,k);let $=re.enabled===!0&&re.isPresenting===!0,F=D!==null&&(ne===null||$)&&D.begin(I,ne);if(v.matrixWorldAutoUpdate===!0&&v.updateMatrixWorld(),k.parent===null&&k.matrixWorldAutoUpdate===!0&&k.updateMatrixWorld(),re.enabled===!0&&re.isPresenting===!0&&(D===null||D.isCompositing()===!1)&&(re.cameraAutoUpdate===!0&&re.updateCamera(k),k=re.getCamera()),v.isScene===!0&&v.onBeforeRender(I,v,k,ne),T=K.get(v,M.length),T.init(k),T.state.textureUnits=Be.getTextureUnits(),M.push(T),Lt.multiplyMatrices(k.projectionMatrix,k.matrixWorldInverse),k.isArrayCamera?an.setFromArrayCamera(k):Ze.setFromProjectionMatrix(Lt,si,k.reversedDepth),Nn=this.localClippingEnabled,qt=j.init(this.clippingPlanes,Nn),C=de.get(v,y.length),C.init(),y.push(C),this.info.render.frame++,re.enabled===!0&&re.isPresenting===!0){let be=I.xr.getDepthSensingMesh();be!==null&&Hd(be,k,-1/0,I.sortObjects)}Hd(v,k,0,I.sortObjects),C.finish(),V!==null&&V.updateLights(T.state.lightsArray),I.sortObjects===!0&&C.sort(Ve,Ht),Zn=re.enabled===!1||re.isPresenting===!1||re.hasDepthSensing()===!1,Zn&&P.addToRenderList(C,v),this.info.autoReset===!0&&this.info.reset(),qt===!0&&j.beginShadows();let B=T.state.shadowsArray;if(le.render(B,v,k),qt===!0&&j.endShadows(),(F&&D.hasRenderPass())===!1){let be=C.opaque,ue=C.transmissive;if(T.setupLights(),k.isArrayCamera){let _e=k.cameras;if(ue.length>0)for(let Ee=0,ze=_e.length;Ee<ze;Ee++){let Je=_e[Ee];Ug(be,ue,v,Je)}Zn&&P.render(v);for(let Ee=0,ze=_e.length;Ee<ze;Ee++){let Je=_e[Ee];Fg(C,v,Je,Je.viewport)}}else ue.length>0&&Ug(be,ue,v,k),Zn&&P.render(v),Fg(C,v,k)}ne!==null&&z===0&&(Be.updateMultisampleRenderTarget(ne),Be.updateRenderTargetMipmap(ne)),F&&D.end(I),v.isScene===!0&&v.onAfterRender(I,v,k),ae.resetDefaultState(),X=-1,Q=null,M.pop(),M.length>0?(T=M[M.length-1],Be.setTextureUnits(T.state.textureUnits),qt===!0&&j.setGlobalState(I.clippingPlanes,T.state.camera)):T=null,y.pop(),y.length>0?C=y[y.length-1]:C=null,V!==null&&V.renderEnd()};function Hd(v,k,$,F){if(v.visible===!1)return;if(v.layers.test(k.layers)){if(v.isGroup)$=v.renderOrder;else if(v.isLOD)v.autoUpdate===!0&&v.update(k);else if(v.isLight)T.pushLight(v),v.castShadow&&T.pushShadow(v);else if(v.isSprite){let be=k.isArrayCamera?an:Ze;if(!v.frustumCulled||v.intersectsFrustum(be)){F&&nn.setFromMatrixPosition(v.matrixWorld).applyMatrix4(Lt);let ue=ie.update(v),_e=v.material;_e.visible&&C.push(v,ue,_e,$,nn.z,null,k)}}else if(v.isMesh||v.isLine||v.isPoints){let be=k.isArrayCamera?an:Ze;if(!v.frustumCulled||v.intersectsFrustum(be)){let ue=ie.update(v),_e=v.material;if(F&&(v.boundingSphere!==void 0?(v.boundingSphere===null&&v.computeBoundingSphere(),nn.copy(v.boundingSphere.center)):(ue.boundingSphere===null&&ue.computeBoundingSphere(),nn.copy(ue.boundingSphere.center)),nn.applyMatrix4(v.matrixWorld).applyMatrix4(Lt)),Array.isArray(_e)){let Ee=ue.groups;for(let ze=0,Je=Ee.length;ze<Je;ze++){let Se=Ee[ze],Qe=_e[Se.materialIndex];Qe&&Qe.visible&&C.push(v,ue,Qe,$,nn.z,Se,k)}}else _e.visible&&C.push(v,ue,_e,$,nn.z,null,k)}}}let fe=v.children;for(let be=0,ue=fe.length;be<ue;be++)Hd(fe[be],k,$,F)}function Fg(v,k,$,F){let{opaque:B,transmissive:fe,transparent:be}=v;T.setupLightsView($),qt===!0&&j.setGlobalState(I.clippingPlanes,$),F&&pe.viewport(ee.copy(F)),B.length>0&&yl(B,k,$),fe.length>0&&yl(fe,k,$),be.length>0&&yl(be,k,$),pe.buffers.depth.setTest(!0),pe.buffers.depth.setMask(!0),pe.buffers.color.setMask(!0),pe.setPolygonOffset(!1)}function Ug(v,k,$,F){if(($.isScene===!0?$.overrideMaterial:null)!==null)return;if(T.state.transmissionRenderTarget[F.id]===void 0){let Se=Tt.has("EXT_color_buffer_half_float")||Tt.has("EXT_color_buffer_float");T.state.transmissionRenderTarget[F.id]=new qn(1,1,{generateMipmaps:!0,type:Se?vi:Kn,minFilter:ar,samples:Math.max(4,At.samples),stencilBuffer:s,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:et.workingColorSpace})}let fe=T.state.transmissionRenderTarget[F.id],be=F.viewport||ee;fe.setSize(be.z*I.transmissionResolutionScale,be.w*I.transmissionResolutionScale);let ue=I.getRenderTarget(),_e=I.getActiveCubeFace(),Ee=I.getActiveMipmapLevel();I.setRenderTarget(fe),I.getClearColor(Y),he=I.getClearAlpha(),he<1&&I.setClearColor(16777215,.5),I.clear(),Zn&&P.render($);let ze=I.toneMapping;I.toneMapping=zi;let Je=F.viewport;if(F.viewport!==void 0&&(F.viewport=void 0),T.setupLightsView(F),qt===!0&&j.setGlobalState(I.clippingPlanes,F),yl(v,$,F),Be.updateMultisampleRenderTarget(fe),Be.updateRenderTargetMipmap(fe),Tt.has("WEBGL_multisampled_render_to_texture")===!1){let Se=!1;for(let Qe=0,Gt=k.length;Qe<Gt;Qe++){let wt=k[Qe],{object:xt,geometry:fn,material:Me,group:Mn}=wt;if(Me.side===vn&&xt.layers.test(F.layers)){let lt=Me.side;Me.side=In,Me.needsUpdate=!0,Bg(xt,$,F,fn,Me,Mn),Me.side=lt,Me.needsUpdate=!0,Se=!0}}Se===!0&&(Be.updateMultisampleRenderTarget(fe),Be.updateRenderTargetMipmap(fe))}I.setRenderTarget(ue,_e,Ee),I.setClearColor(Y,he),Je!==void 0&&(F.viewport=Je),I.toneMapping=ze}function yl(v,k,$){let F=k.isScene===!0?k.overrideMaterial:null;for(let B=0,fe=v.length;B<fe;B++){let be=v[B],{object:ue,geometry:_e,group:Ee}=be,ze=be.material;ze.allowOverride===!0&&F!==null&&(ze=F),ue.layers.test($.layers)&&Bg(ue,k,$,_e,ze,Ee)}}function Bg(v,k,$,F,B,fe){V!==null&&B.isNodeMaterial&&V.setObject(v,B),v.onBeforeRender(I,k,$,F,B,fe),v.modelViewMatrix.multiplyMatrices($.matrixWorldInverse,v.matrixWorld),v.normalMatrix.getNormalMatrix(v.modelViewMatrix),B.onBeforeRender(I,k,$,F,v,fe),B.transparent===!0&&B.side===vn&&B.forceSinglePass===!1?(B.side=In,B.needsUpdate=!0,I.renderBufferDirect($,k,F,B,v,fe),B.side=_i,B.needsUpdate=!0,I.renderBufferDirect($,k,F,B,v,fe),B.side=vn):I.renderBufferDirect($,k,F,B,v,fe),v.onAfterRender(I,k,$,F,B,fe)}function zg(v){let k=0;for(let $ of v)$.texture!==null&&k++;return k}function Uo(v,k,$){k.isScene!==!0&&(k=jn);let F=Ie.get(v),B=T.state.lights,fe=T.state.shadowsArray,be=B.state.version,ue=J.getParameters(v,B.state,fe,k,$,T.state.lightProbeGridArray),_e=J.getProgramCacheKey(ue),Ee=F.programs;F.environment=v.isMeshStandardMaterial||v.isMeshLambertMaterial||v.isMeshPhongMaterial?k.environment:null,F.fog=k.fog;let ze=v.isMeshStandardMaterial||v.isMeshLambertMaterial&&!v.envMap||v.isMeshPhongMaterial&&!v.envMap;F.envMap=A.get(v.envMap||F.environment,ze),F.envMapRotation=F.environment!==null&&v.envMap===null?k.environmentRotation:v.envMapRotation,Ee===void 0&&(v.addEventListener("dispose",mt),Ee=new Map,F.programs=Ee,F.programVariants=new Map);let Je=Ee.get(_e);if(Je!==void 0){if(F.currentProgram===Je&&F.lightsStateVersion===be)return Hg(v,ue),Je}else ue.uniforms=J.getUniforms(v),V!==null&&v.isNodeMaterial&&V.build(v,$,ue),v.onBeforeCompile(ue,I),Je=J.acquireProgram(ue,_e),Ee.set(_e,Je),F.uniforms=ue.uniforms;let Se=F.uniforms;return(!v.isShaderMaterial&&!v.isRawShaderMaterial||v.clipping===!0)&&(Se.clippingPlanes=j.uniform),Hg(v,ue),F.needsLights=pS(v),F.lightsStateVersion=be,F.needsLights&&(Se.ambientLightColor.value=B.state.ambient,Se.lightProbe.value=B.state.probe,Se.sunLights.value=B.state.sun,Se.sunLightShadows.value=B.state.sunShadow,Se.directionalLights.value=B.state.directional,Se.directionalLightShadows.value=B.state.directionalShadow,Se.spotLights.value=B.state.spot,Se.spotLightShadows.value=B.state.spotShadow,Se.rectAreaLights.value=B.state.rectArea,Se.ltc_1.value=B.state.rectAreaLTC1,Se.ltc_2.value=B.state.rectAreaLTC2,Se.pointLights.value=B.state.point,Se.pointLightShadows.value=B.state.pointShadow,Se.hemisphereLights.value=B.state.hemi,Se.sunShadowMatrix.value=B.state.sunShadowMatrix,Se.sunShadowCascade.value=B.state.sunShadowCascade,Se.directionalShadowMatrix.value=B.state.directionalShadowMatrix,Se.spotLightMatrix.value=B.state.spotLightMatrix,Se.spotLightMap.value=B.state.spotLightMap,Se.pointShadowMatrix.value=B.state.pointShadowMatrix),F.numLightProbeGrids=zg(T.state.lightProbeGridArray),F.currentProgram=Je,F.uniformsList=null,Je}function hS(v,k,$,F,B){let fe=Ie.get(v),be=fe.currentProgram.id+","+F+","+B,ue=fe.programVariants.get(be);return ue===void 0?(ue=Uo(v,k,$),fe.programVariants.set(be,ue)):(fe.currentProgram=ue,fe.uniformsList=null,fe.outputColorSpace=F,fe.toneMapping=B),ue}function Vg(v){if(v.uniformsList===null){let k=v.currentProgram.getUniforms();v.uniformsList=ko.seqWithValue(k.seq,v.uniforms)}return v.uniformsList}function Hg(v,k){let $=Ie.get(v);$.outputColorSpace=k.outputColorSpace,$.batching=k.batching,$.batchingColor=k.batchingColor,$.instancing=k.instancing,$.instancingColor=k.instancingColor,$.instancingMorph=k.instancingMorph,$.skinning=k.skinning,$.morphTargets=k.morphTargets,$.morphNormals=k.morphNormals,$.morphColors=k.morphColors,$.morphTargetsCount=k.morphTargetsCount,$.numClippingPlanes=k.numClippingPlanes,$.numIntersection=k.numClipIntersection,$.vertexAlphas=k.vertexAlphas,$.vertexTangents=k.vertexTangents,$.toneMapping=k.toneMapping}function dS(v,k,$,F,B){k.isScene!==!0&&(k=jn),Be.resetTextureUnits();let fe=k.fog,be=F.isMeshStandardMaterial||F.isMeshLambertMaterial||F.isMeshPhongMaterial?k.environment:null,ue=ne===null?I.outputColorSpace:ne.isXRRenderTarget===!0?ne.texture.colorSpace:et.workingColorSpace,_e=F.isMeshStandardMaterial||F.isMeshLambertMaterial&&!F.envMap||F.isMeshPhongMaterial&&!F.envMap,Ee=A.get(F.envMap||be,_e),ze=F.vertexColors===!0&&!!$.attributes.color&&$.attributes.color.itemSize===4,Je=!!$.attributes.tangent&&(!!F.normalMap||F.anisotropy>0),Se=!!$.morphAttributes.position,Qe=!!$.morphAttributes.normal,Gt=!!$.morphAttributes.color,wt=zi;F.toneMapped&&(ne===null||ne.isXRRenderTarget===!0)&&(wt=I.toneMapping);let xt=$.morphAttributes.position||$.morphAttributes.normal||$.morphAttributes.color,fn=xt!==void 0?xt.length:0,Me=Ie.get(F),Mn=T.state.lights;if(qt===!0&&(Nn===!0||v!==Q)){let It=v===Q&&F.id===X;j.setState(F,v,It)}let lt=!1,Wr=!1;F.version===Me.__version?Me.needsLights&&Me.lightsStateVersion!==Mn.state.version||B.isBatchedMesh&&Me.batching===!1||!B.isBatchedMesh&&Me.batching===!0||B.isBatchedMesh&&Me.batchingColor===!0&&B._colorsTexture===null||B.isBatchedMesh&&Me.batchingColor===!1&&B._colorsTexture!==null||B.isInstancedMesh&&Me.instancing===!1||!B.isInstancedMesh&&Me.instancing===!0||B.isSkinnedMesh&&Me.skinning===!1||!B.isSkinnedMesh&&Me.skinning===!0||B.isInstancedMesh&&Me.instancingColor===!0&&B.instanceColor===null||B.isInstancedMesh&&Me.instancingColor===!1&&B.instanceColor!==null||B.isInstancedMesh&&Me.instancingMorph===!0&&B.morphTexture===null||B.isInstancedMesh&&Me.instancingMorph===!1&&B.morphTexture!==null||Me.envMap!==Ee||F.fog===!0&&Me.fog!==fe||Me.numClippingPlanes!==void 0&&(Me.numClippingPlanes!==j.numPlanes||Me.numIntersection!==j.numIntersection)||Me.vertexAlphas!==ze||Me.vertexTangents!==Je||Me.morphTargets!==Se||Me.morphNormals!==Qe||Me.morphColors!==Gt||Me.morphTargetsCount!==fn||Me.numLightProbeGrids!==zg(T.state.lightProbeGridArray)?lt=!0:(Me.outputColorSpace!==ue||Me.toneMapping!==wt)&&(Wr=!0):(lt=!0,Me.__version=F.version);let pn=Me.currentProgram;(lt===!0||Wr===!0)&&(pn=Wr===!0?hS(F,k,B,ue,wt):Uo(F,k,B),V&&F.isNodeMaterial&&V.onUpdateProgram(F,pn,Me));let _l=!1,dr=!1,Xr=!1,st=pn.getUniforms(),ln=Me.uniforms;if(pe.useProgram(pn.program)&&(_l=!0,dr=!0,Xr=!0),F.id!==X&&(X=F.id,dr=!0),_l||Q!==v){pe.buffers.depth.getReversed()&&v.reversedDepth!==!0&&(v._reversedDepth=!0,v.updateProjectionMatrix()),st.setValue(O,"projectionMatrix",v.projectionMatrix),st.setValue(O,"viewMatrix",v.matrixWorldInverse);let sn=st.map.cameraPosition;sn!==void 0&&sn.setValue(O,Si.setFromMatrixPosition(v.matrixWorld)),At.logarithmicDepthBuffer&&st.setValue(O,"logDepthBufFC",2/(Math.log(v.far+1)/Math.LN2)),(F.isMeshPhongMaterial||F.isMeshToonMaterial||F.isMeshLambertMaterial||F.isMeshBasicMaterial||F.isMeshStandardMaterial||F.isShaderMaterial)&&st.setValue(O,"isOrthographic",v.isOrthographicCamera===!0),Q!==v&&(Q=v,dr=!0,Xr=!0)}if(Me.needsLights&&(Mn.state.sunShadowMap.length>0&&st.setValue(O,"sunShadowMap",Mn.state.sunShadowMap,Be),Mn.state.directionalShadowMap.length>0&&st.setValue(O,"directionalShadowMap",Mn.state.directionalShadowMap,Be),Mn.state.spotShadowMap.length>0&&st.setValue(O,"spotShadowMap",Mn.state.spotShadowMap,Be),Mn.state.pointShadowMap.length>0&&st.setValue(O,"pointShadowMap",Mn.state.pointShadowMap,Be)),B.isSkinnedMesh){st.setOptional(O,B,"bindMatrix"),st.setOptional(O,B,"bindMatrixInverse");let It=B.skeleton;It&&(It.boneTexture===null&&It.computeBoneTexture(),st.setValue(O,"boneTexture",It.boneTexture,Be))}B.isBatchedMesh&&(st.setOptional(O,B,"batchingTexture"),st.setValue(O,"batchingTexture",B._matricesTexture,Be),st.setOptional(O,B,"batchingIdTexture"),st.setValue(O,"batchingIdTexture",B._indirectTexture,Be),st.setOptional(O,B,"batchingColorTexture"),B._colorsTexture!==null&&st.setValue(O,"batchingColorTexture",B._colorsTexture,Be));let oi=$.morphAttributes;if((oi.position!==void 0||oi.normal!==void 0||oi.color!==void 0)&&Z.update(B,$,pn),(dr||Me.receiveShadow!==B.receiveShadow)&&(Me.receiveShadow=B.receiveShadow,st.setValue(O,"receiveShadow",B.receiveShadow)),(F.isMeshStandardMaterial||F.isMeshLambertMaterial||F.isMeshPhongMaterial)&&F.envMap===null&&k.environment!==null&&(ln.envMapIntensity.value=k.environmentIntensity),ln.dfgLUT!==void 0&&(ln.dfgLUT.value=W3()),dr){if(st.setValue(O,"toneMappingExposure",I.toneMappingExposure),Me.needsLights&&fS(ln,Xr),fe&&F.fog===!0&&oe.refreshFogUniforms(ln,fe),oe.refreshMaterialUniforms(ln,F,ye,Le,T.state.transmissionRenderTarget[v.id]),Me.needsLights&&Me.numLightProbeGrids>0){let It=w,sn=0;for(let Gi of T.state.lightProbeGridArray)Gi.texture!==null&&(It.textures[sn]=Gi.texture,It.min[sn]=Gi.boundingBox.min,It.max[sn]=Gi.boundingBox.max,It.resolution[sn]=Gi.resolution,sn++);for(let Gi in It)It[Gi].length=sn;ln.probesSH.value=It.textures,ln.probesMin.value=It.min,ln.probesMax.value=It.max,ln.probesResolution.value=It.resolution}ko.upload(O,Vg(Me),ln,Be)}if(F.isShaderMaterial&&F.uniformsNeedUpdate===!0&&(ko.upload(O,Vg(Me),ln,Be),F.uniformsNeedUpdate=!1),F.isSpriteMaterial&&st.setValue(O,"center",B.center),st.setValue(O,"modelViewMatrix",B.modelViewMatrix),st.setValue(O,"normalMatrix",B.normalMatrix),st.setValue(O,"modelMatrix",B.matrixWorld),F.uniformsGroups!==void 0){let It=F.uniformsGroups;for(let sn=0,Gi=It.length;sn<Gi;sn++){let Wg=It[sn];Ae.update(Wg,pn),Ae.bind(Wg,pn)}}return pn}function fS(v,k){v.ambientLightColor.needsUpdate=k,v.lightProbe.needsUpdate=k,v.sunLights.needsUpdate=k,v.sunLightShadows.needsUpdate=k,v.directionalLights.needsUpdate=k,v.directionalLightShadows.needsUpdate=k,v.pointLights.needsUpdate=k,v.pointLightShadows.needsUpdate=k,v.spotLights.needsUpdate=k,v.spotLightShadows.needsUpdate=k,v.rectAreaLights.needsUpdate=k,v.hemisphereLights.needsUpdate=k}function pS(v){return v.isMeshLambertMaterial||v.isMeshToonMaterial||v.isMeshPhongMaterial||v.isMeshStandardMaterial||v.isShadowMaterial||v.isShaderMaterial&&v.lights===!0}this.getActiveCubeFace=function(){return H},this.getActiveMipmapLevel=function(){return z},this.getRenderTarget=function(){return ne},this.setRenderTargetTextures=function(v,k,$){let F=Ie.get(v);F.__autoAllocateDepthBuffer=v.resolveDepthBuffer===!1,F.__autoAllocateDepthBuffer===!1&&(F.__useRenderToTexture=!1),Ie.get(v.texture).__webglTexture=k,Ie.get(v.depthTexture).__webglTexture=F.__autoAllocateDepthBuffer?void 0:$,F.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(v,k){let $=Ie.get(v);$.__webglFramebuffer=k,$.__useDefaultFramebuffer=k===void 0},this.setRenderTarget=function(v,k=0,$=0){ne=v,H=k,z=$;let F=null,B=!1,fe=!1;if(v){let ue=Ie.get(v);if(ue.__useDefaultFramebuffer!==void 0){pe.bindFramebuffer(O.FRAMEBUFFER,ue.__webglFramebuffer),ee.copy(v.viewport),xe.copy(v.scissor),Ce=v.scissorTest,pe.viewport(ee),pe.scissor(xe),pe.setScissorTest(Ce),X=-1;return}else if(ue.__webglFramebuffer===void 0)Be.setupRenderTarget(v);else if(ue.__hasExternalTextures)Be.rebindTextures(v,Ie.get(v.texture).__webglTexture,Ie.get(v.depthTexture).__webglTexture);else if(v.depthBuffer){let ze=v.depthTexture;if(ue.__boundDepthTexture!==ze){if(ze!==null&&Ie.has(ze)&&(v.width!==ze.image.width||v.height!==ze.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Be.setupDepthRenderbuffer(v)}}let _e=v.texture;(_e.isData3DTexture||_e.isDataArrayTexture||_e.isCompressedArrayTexture)&&(fe=!0);let Ee=Ie.get(v).__webglFramebuffer;v.isWebGLCubeRenderTarget?(Array.isArray(Ee[k])?F=Ee[k][$]:F=Ee[k],B=!0):v.samples>0&&Be.useMultisampledRTT(v)===!1?F=Ie.get(v).__webglMultisampledFramebuffer:Array.isArray(Ee)?F=Ee[$]:F=Ee,ee.copy(v.viewport),xe.copy(v.scissor),Ce=v.scissorTest}else ee.copy(ke).multiplyScalar(ye).floor(),xe.copy(pt).multiplyScalar(ye).floor(),Ce=_t;if($!==0&&(F=W),pe.bindFramebuffer(O.FRAMEBUFFER,F)&&pe.drawBuffers(v,F),pe.viewport(ee),pe.scissor(xe),pe.setScissorTest(Ce),B){let ue=Ie.get(v.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_CUBE_MAP_POSITIVE_X+k,ue.__webglTexture,$)}else if(fe){let ue=k;for(let _e=0;_e<v.textures.length;_e++){let Ee=Ie.get(v.textures[_e]);O.framebufferTextureLayer(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0+_e,Ee.__webglTexture,$,ue)}}else if(v!==null&&$!==0){let ue=Ie.get(v.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,ue.__webglTexture,$)}X=-1};function Gg(v){let k=Ie.get(v);return(k.__readFormat!==v.format||k.__readType!==v.type)&&(k.__readFormat=v.format,k.__readType=v.type,k.__formatReadable=At.textureFormatReadable(v.format),k.__typeReadable=At.textureTypeReadable(v.type)),k}this.readRenderTargetPixels=function(v,k,$,F,B,fe,be,ue=0){if(!(v&&v.isWebGLRenderTarget)){Oe("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let _e=Ie.get(v).__webglFramebuffer;if(v.isWebGLCubeRenderTarget&&be!==void 0&&(_e=_e[be],Array.isArray(_e)&&(_e=_e[0])),_e){pe.bindFramebuffer(O.FRAMEBUFFER,_e);try{let Ee=v.textures[ue],ze=Ee.format,Je=Ee.type;v.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+ue);let Se=Gg(Ee);if(Se.__formatReadable===!1){Oe("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Se.__typeReadable===!1){Oe("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}k>=0&&k<=v.width-F&&$>=0&&$<=v.height-B&&O.readPixels(k,$,F,B,se.convert(ze),se.convert(Je),fe)}finally{let Ee=ne!==null?Ie.get(ne).__webglFramebuffer:null;pe.bindFramebuffer(O.FRAMEBUFFER,Ee)}}},this.readRenderTargetPixelsAsync=async function(v,k,$,F,B,fe,be,ue=0){if(!(v&&v.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let _e=Ie.get(v).__webglFramebuffer;if(v.isWebGLCubeRenderTarget&&be!==void 0&&(_e=_e[be],Array.isArray(_e)&&(_e=_e[0])),_e)if(k>=0&&k<=v.width-F&&$>=0&&$<=v.height-B){pe.bindFramebuffer(O.FRAMEBUFFER,_e);let Ee=v.textures[ue],ze=Ee.format,Je=Ee.type;v.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+ue);let Se=Gg(Ee);if(Se.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Se.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let Qe=O.createBuffer();O.bindBuffer(O.PIXEL_PACK_BUFFER,Qe),O.bufferData(O.PIXEL_PACK_BUFFER,fe.byteLength,O.STREAM_READ),O.readPixels(k,$,F,B,se.convert(ze),se.convert(Je),0),O.bindBuffer(O.PIXEL_PACK_BUFFER,null);let Gt=ne!==null?Ie.get(ne).__webglFramebuffer:null;pe.bindFramebuffer(O.FRAMEBUFFER,Gt);let wt=O.fenceSync(O.SYNC_GPU_COMMANDS_COMPLETE,0);return O.flush(),await jv(O,wt,4),O.bindBuffer(O.PIXEL_PACK_BUFFER,Qe),O.getBufferSubData(O.PIXEL_PACK_BUFFER,0,fe),O.bindBuffer(O.PIXEL_PACK_BUFFER,null),O.deleteBuffer(Qe),O.deleteSync(wt),fe}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(v,k=null,$=0){let F=Math.pow(2,-$),B=Math.floor(v.image.width*F),fe=Math.floor(v.image.height*F),be=k!==null?k.x:0,ue=k!==null?k.y:0;Be.setTexture2D(v,0),O.copyTexSubImage2D(O.TEXTURE_2D,$,0,0,be,ue,B,fe),pe.unbindTexture()},this.copyTextureToTexture=function(v,k,$=null,F=null,B=0,fe=0){let be,ue,_e,Ee,ze,Je,Se,Qe,Gt,wt=v.isCompressedTexture?v.mipmaps[fe]:v.image;if($!==null)be=$.max.x-$.min.x,ue=$.max.y-$.min.y,_e=$.isBox3?$.max.z-$.min.z:1,Ee=$.min.x,ze=$.min.y,Je=$.isBox3?$.min.z:0;else{let st=Math.pow(2,-B);be=Math.floor(wt.width*st),ue=Math.floor(wt.height*st),v.isDataArrayTexture?_e=wt.depth:v.isData3DTexture?_e=Math.floor(wt.depth*st):_e=1,Ee=0,ze=0,Je=0}F!==null?(Se=F.x,Qe=F.y,Gt=F.z):(Se=0,Qe=0,Gt=0);let xt=se.convert(k.format),fn=se.convert(k.type),Me;k.isData3DTexture?(Be.setTexture3D(k,0),Me=O.TEXTURE_3D):k.isDataArrayTexture||k.isCompressedArrayTexture?(Be.setTexture2DArray(k,0),Me=O.TEXTURE_2D_ARRAY):(Be.setTexture2D(k,0),Me=O.TEXTURE_2D),pe.activeTexture(O.TEXTURE0),pe.pixelStorei(O.UNPACK_FLIP_Y_WEBGL,k.flipY),pe.pixelStorei(O.UNPACK_PREMULTIPLY_ALPHA_WEBGL,k.premultiplyAlpha),pe.pixelStorei(O.UNPACK_ALIGNMENT,k.unpackAlignment);let Mn=pe.getParameter(O.UNPACK_ROW_LENGTH),lt=pe.getParameter(O.UNPACK_IMAGE_HEIGHT),Wr=pe.getParameter(O.UNPACK_SKIP_PIXELS),pn=pe.getParameter(O.UNPACK_SKIP_ROWS),_l=pe.getParameter(O.UNPACK_SKIP_IMAGES);pe.pixelStorei(O.UNPACK_ROW_LENGTH,wt.width),pe.pixelStorei(O.UNPACK_IMAGE_HEIGHT,wt.height),pe.pixelStorei(O.UNPACK_SKIP_PIXELS,Ee),pe.pixelStorei(O.UNPACK_SKIP_ROWS,ze),pe.pixelStorei(O.UNPACK_SKIP_IMAGES,Je);let dr=v.isDataArrayTexture||v.isData3DTexture,Xr=k.isDataArrayTexture||k.isData3DTexture;if(v.isDepthTexture){let st=Ie.get(v),ln=Ie.get(k),oi=Ie.get(st.__renderTarget),It=Ie.get(ln.__renderTarget);pe.bindFramebuffer(O.READ_FRAMEBUFFER,oi.__webglFramebuffer),pe.bindFramebuffer(O.DRAW_FRAMEBUFFER,It.__webglFramebuffer);for(let sn=0;sn<_e;sn++)dr&&(O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Ie.get(v).__webglTexture,B,Je+sn),O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Ie.get(k).__webglTexture,fe,Gt+sn)),O.blitFramebuffer(Ee,ze,Ee+be,ze+ue,Se,Qe,Se+be,Qe+ue,O.DEPTH_BUFFER_BIT,O.NEAREST);pe.bindFramebuffer(O.READ_FRAMEBUFFER,null),pe.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else if(B!==0||v.isRenderTargetTexture||Ie.has(v)){let st=Ie.get(v),ln=Ie.get(k);pe.bindFramebuffer(O.READ_FRAMEBUFFER,R),pe.bindFramebuffer(O.DRAW_FRAMEBUFFER,L);for(let oi=0;oi<_e;oi++)dr?O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,st.__webglTexture,B,Je+oi):O.framebufferTexture2D(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,st.__webglTexture,B),Xr?O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,ln.__webglTexture,fe,Gt+oi):O.framebufferTexture2D(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,ln.__webglTexture,fe),B!==0?O.blitFramebuffer(Ee,ze,Ee+be,ze+ue,Se,Qe,Se+be,Qe+ue,O.COLOR_BUFFER_BIT,O.NEAREST):Xr?O.copyTexSubImage3D(Me,fe,Se,Qe,Gt+oi,Ee,ze,be,ue):O.copyTexSubImage2D(Me,fe,Se,Qe,Ee,ze,be,ue);pe.bindFramebuffer(O.READ_FRAMEBUFFER,null),pe.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else Xr?v.isDataTexture||v.isData3DTexture?O.texSubImage3D(Me,fe,Se,Qe,Gt,be,ue,_e,xt,fn,wt.data):k.isCompressedArrayTexture?O.compressedTexSubImage3D(Me,fe,Se,Qe,Gt,be,ue,_e,xt,wt.data):O.texSubImage3D(Me,fe,Se,Qe,Gt,be,ue,_e,xt,fn,wt):v.isDataTexture?O.texSubImage2D(O.TEXTURE_2D,fe,Se,Qe,be,ue,xt,fn,wt.data):v.isCompressedTexture?O.compressedTexSubImage2D(O.TEXTURE_2D,fe,Se,Qe,wt.width,wt.height,xt,wt.data):O.texSubImage2D(O.TEXTURE_2D,fe,Se,Qe,be,ue,xt,fn,wt);pe.pixelStorei(O.UNPACK_ROW_LENGTH,Mn),pe.pixelStorei(O.UNPACK_IMAGE_HEIGHT,lt),pe.pixelStorei(O.UNPACK_SKIP_PIXELS,Wr),pe.pixelStorei(O.UNPACK_SKIP_ROWS,pn),pe.pixelStorei(O.UNPACK_SKIP_IMAGES,_l),fe===0&&k.generateMipmaps===!0&&k.mipmapsAutoUpdate===!0&&O.generateMipmap(Me),pe.unbindTexture()},this.initRenderTarget=function(v){Ie.get(v).__webglFramebuffer===void 0&&Be.setupRenderTarget(v)},this.initTexture=function(v){v.isCubeTexture?Be.setTextureCube(v,0):v.isData3DTexture?Be.setTexture3D(v,0):v.isDataArrayTexture||v.isCompressedArrayTexture?Be.setTexture2DArray(v,0):Be.setTexture2D(v,0),pe.unbindTexture()},this.resetState=function(){H=0,z=0,ne=null,pe.reset(),ae.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return si}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(e){this._outputColorSpace=e;let t=this.getContext();t.drawingBufferColorSpace=et._getDrawingBufferColorSpace(e),t.unpackColorSpace=et._getUnpackColorSpace()}};var X3=`
  void main() { gl_Position = vec4(position.xy, 1.0, 1.0); }
`,$3=`
  uniform sampler2D u_picture;
  out vec4 colour;
  void main() { colour = vec4(texelFetch(u_picture, ivec2(gl_FragCoord.xy), 0).rgb, 1.0); }
`,Ad=class{mesh;#e=null;constructor(){let e=new Dt,t=Float32Array.from([-1,-1,0,3,-1,0,-1,3,0]);e.setAttribute("position",new vt(t,3));let i=new Ot({glslVersion:wn,vertexShader:X3,fragmentShader:$3,depthTest:!1,depthWrite:!1,uniforms:{u_picture:{value:null}}});this.mesh=new Pt(e,i),this.mesh.frustumCulled=!1,this.mesh.renderOrder=-2}take(e,t,i){let{width:r,height:s}=this.#e?.image??{};(this.#e===null||r!==t||s!==i)&&(this.#e?.dispose(),this.#e=new Wa(t,i),this.mesh.material.uniforms.u_picture.value=this.#e),e.copyFramebufferToTexture(this.#e)}dispose(){this.#e?.dispose(),this.mesh.geometry.dispose(),this.mesh.material.dispose()}};var q3=De(2),Y3=2e5,K3=2**26;function Bw(n){let e={corners:[],indices:[]};for(let t of n)j3(e,t);return e}function j3({corners:n,indices:e},t){let i=t.map(u=>Z3(u).map(([h,d])=>iN(h,d))).filter(u=>u.length>=3),[r,...s]=i;if(r===void 0)return;let o=J3(r),a=Za.triangulateShape(r.map(o),s.map(u=>u.map(o))),l=n.length;for(let u of i.flat())n.push(u);let c=a.flatMap(u=>Q3(n,u.map(h=>l+h)));for(let u of eN(n,c))e.push(u)}function Z3(n){return n.filter(([e,t],i)=>{let[r,s]=n[(i+1)%n.length];return e!==r||t!==s})}function J3(n){let e=n.reduce((a,l)=>Ct(a,l),[0,0,0]),t=mn(e)>1e-9?ot(e,1/mn(e)):n[0],i=Math.abs(t[2])<.9?[0,0,1]:[1,0,0],r=pr(i,t),s=ot(r,1/mn(r)),o=pr(t,s);return a=>{let l=Math.sqrt(2/Math.max(1+St(a,t),1e-9));return new rt(St(a,s)*l,St(a,o)*l)}}function Q3(n,[e=0,t=0,i=0]){return St(pr(n[e],n[t]),n[i])>=0?[e,t,i]:[e,i,t]}function eN(n,e){let t=[...e],i=[],r=new Map,s=(o,a)=>{let l=Math.min(o,a)*K3+Math.max(o,a),c=r.get(l);if(c!==void 0)return c;let u=Ct(n[o],n[a]);return n.push(ot(u,1/mn(u))),r.set(l,n.length-1),n.length-1};for(let o=0;t.length>0;o++){let a=[t.pop(),t.pop(),t.pop()].reverse(),l=nN(n,a);if(l===null||o>Y3){i.push(...a);continue}let[c,u,h]=[a[l],a[(l+1)%3],a[(l+2)%3]],d=s(c,u);t.push(c,d,h,d,u,h)}return i}var tN=2*Math.sin(q3/2);function nN(n,e){let[t,i]=[null,tN];for(let r=0;r<3;r++){let[s,o]=[n[e[r]],n[e[(r+1)%3]]],a=Math.hypot(s[0]-o[0],s[1]-o[1],s[2]-o[2]);a>i&&([t,i]=[r,a])}return t}function iN(n,e){return is({lat_rad:De(e),lon_rad:De(n)})}var Tg=1e6,$t=1/Tg;function Oo(n,e,t){let[i,r,s]=cn(De(e),De(n),t);return[i*$t,r*$t,s*$t]}var rN=.9985,sN=["plain","rising","falling","crossed","dotted"],oN=`
  out vec3 v_normal;
  out vec3 v_toward;
  void main() {
    vec4 place = modelMatrix * vec4(position, 1.0);
    v_normal = normalize(place.xyz);
    v_toward = cameraPosition - place.xyz;
    gl_Position = projectionMatrix * viewMatrix * place;
  }
`,aN=`
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
`;function Cd(n,e,t=0,i=1){return new Ot({glslVersion:wn,vertexShader:oN,fragmentShader:aN,transparent:!0,depthWrite:!1,side:_i,uniforms:{u_fill:{value:Jt(n.fill??"#000000").map(r=>r*i)},u_opacity:{value:n.fill_opacity},u_mark:{value:[...Jt(n.stroke??n.fill??"#000000")]},u_pattern:{value:sN.indexOf(n.pattern)},u_ratio:e.u_ratio,u_limb:{value:t}}})}function zw(n,e,t=1){let i=new Pt(Hw(1,180),Cd(n,e,Vw,t));return[Ag(e),i]}function Ag(n){let e=new Pt(Hw(rN,96),Cd(lN,n));return e.material.colorWrite=!1,e.material.depthWrite=!0,e.material.transparent=!1,e.renderOrder=-1,e}var lN=dt("light","sea"),Vw=.2;function Rd(n){return n==="light"?.93:1}function Hw(n,e){let t=new Qa(1,e,e/2);t.rotateX(Math.PI/2);let i=6378137*$t*n;return t.scale(i,i,bs*$t*n),t}function Gw(n,e,t,i=1){let{corners:r,indices:s}=Bw(n.polygons),o=new Float32Array(3*r.length);r.forEach((u,h)=>o.set(cN(u),3*h));let a=n.look==="land"||n.look==="lake",l=n.look==="lake",c=Cd(e,t,a?Vw:0,l?i:1);return c.side=a?_i:vn,Xw(o,Uint32Array.from(s),c)}function Ww(n,e,t){let i=n.indices.length,r=new Float32Array(12*i),s=new Uint32Array(6*i);for(let o=0;o<i;o++){let[a,l,c,u]=n.bounds_deg.subarray(4*o,4*o+4);[[a,l],[c,l],[c,u],[a,u]].forEach(([d,f],m)=>r.set(Oo(d,f,0),12*o+3*m)),s.set([0,1,2,0,2,3].map(d=>4*o+d),6*o)}return Xw(r,s,Cd(e,t))}function Xw(n,e,t){let i=new Dt;return i.setAttribute("position",new vt(n,3)),i.setIndex(new vt(e,1)),new Pt(i,t)}function cN(n){let{lat_rad:e,lon_rad:t}=Sr(n),[i,r,s]=cn(e,t,0);return[i*$t,r*$t,s*$t]}var uN={faint:.4,normal:1,strong:1},hN={faint:.8,normal:1,strong:1.9},dN=`
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
`,fN=`
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
`;function qw(n){return new Ot({glslVersion:wn,vertexShader:dN,fragmentShader:fN,transparent:!0,depthWrite:!1,side:vn,uniforms:{...n}})}function Yw(n,e){let t=n.reduce((a,{courses:l})=>a+Cg(l),0);if(t===0)return null;let i={a_start:new Float32Array(3*t),a_end:new Float32Array(3*t),a_colour:new Uint8Array(4*t),a_dash:new Float32Array(4*t),a_extent:new Float32Array(2*t)},r=0;for(let a of n)for(let l of a.courses)r=pN(i,r,a,l);let s=gN(t);s.setAttribute("a_start",new rr(i.a_start,3)),s.setAttribute("a_end",new rr(i.a_end,3)),s.setAttribute("a_colour",new rr(i.a_colour,4,!0)),s.setAttribute("a_dash",new rr(i.a_dash,4)),s.setAttribute("a_extent",new rr(i.a_extent,2));let o=new Pt(s,e);return o.frustumCulled=!1,o}function pN(n,e,t,i){let{look:r,strength:s}=t,[o,a,l]=Jt(r.stroke??"#000000"),c=r.stroke_opacity*uN[s],u=[o,a,l,c].map(p=>Math.round(255*p)),h=mN(r.dash_px),d=r.width_px*hN[s],[f,m]=[e,0],b=$w(i,0);for(let p=1;p<i.lon_deg.length;p++){let g=$w(i,p);n.a_start.set(b,3*f),n.a_end.set(g,3*f),n.a_colour.set(u,4*f),n.a_dash.set(h,4*f),n.a_extent.set([d,m],2*f),m+=Math.hypot(g[0]-b[0],g[1]-b[1],g[2]-b[2]),b=g,f+=1}return f}function mN([n=0,e=0,t=n,i=e]){return[n,e,t,i]}function $w(n,e){return Oo(n.lon_deg[e],n.lat_deg[e],n.height_m[e])}function Cg(n){return n.reduce((e,{lon_deg:t})=>e+Math.max(0,t.length-1),0)}function gN(n){let e=new nl,t=Float32Array.from([0,-1,0,1,-1,0,1,1,0,0,1,0]);return e.setAttribute("position",new vt(t,3)),e.setIndex([0,1,2,0,2,3]),e.instanceCount=n,e}var yN=`
  in vec4 a_colour;
  out vec4 v_colour;
  void main() {
    v_colour = a_colour;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`,_N=`
  in vec4 v_colour;
  out vec4 colour;
  void main() { colour = v_colour; }
`;function Rg({look:n,strength:e}){return e==="normal"&&n.width_px<=1&&n.dash_px.length===0}function Kw(n){let e=n.reduce((l,{courses:c})=>l+Cg(c),0);if(e===0)return null;let t=new Float32Array(6*e),i=new Uint8Array(8*e),r=0;for(let{courses:l,look:c}of n){let h=[...Jt(c.stroke??"#000000"),c.stroke_opacity].map(d=>Math.round(255*d));for(let{lon_deg:d,lat_deg:f,height_m:m}of l)for(let b=1;b<d.length;b++,r++)for(let p of[0,1]){let g=b-1+p;t.set(Oo(d[g],f[g],m[g]),6*r+3*p),i.set(h,8*r+4*p)}}let s=new Dt;s.setAttribute("position",new vt(t,3)),s.setAttribute("a_colour",new vt(i,4,!0));let o=new Ot({glslVersion:wn,vertexShader:yN,fragmentShader:_N,transparent:!0,depthWrite:!1}),a=new sr(s,o);return a.frustumCulled=!1,a}var xN={faint:.4,normal:1,strong:3},bN=`
  out vec3 v_place;
  void main() {
    v_place = position;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`,vN=`
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
`;function jw(n,e){let t=new Dt,i=Float32Array.from(n.positions_ecef_m,a=>a*$t);t.setAttribute("position",new vt(i,3)),t.setIndex(new vt(n.triangles,1));let r=Math.min((ct+n.ceiling_m)*$t,1e6),s=e.fill_opacity*xN[n.strength],o=new Ot({glslVersion:wn,vertexShader:bN,fragmentShader:vN,transparent:!0,depthWrite:!1,side:vn,uniforms:{u_fill:{value:[...Jt(e.fill??"#000000")]},u_opacity:{value:s},u_ceiling:{value:r}}});return new Pt(t,o)}var wN={graticule:3,defended:2,borders:1,covariances:6,impacts:6,observers:6,reach:6,fans:6,disputed:7,flights:8},SN=4,MN=1,Pd=class{constructor(e,t,i){this.name=e;this.lines=t;this.shared=i}name;lines;shared;group=new er;marks=[];#e=[];#t=[];show(e,t){if(e===this.#e)return!1;this.#e=e,this.marks=e.filter(r=>r.shape==="mark");let i=e.filter(r=>r.shape!=="mark");return TN(i,this.#t)||(this.#t=i,this.#n(t)),!0}recolour(e){this.#n(e)}dispose(){for(let e of[...this.group.children])this.group.remove(e),(e instanceof Pt||e instanceof sr)&&(e.geometry.dispose(),e.material!==this.lines&&e.material.dispose())}#n(e){this.dispose();let t=wN[this.name]??6;for(let o of this.#t){let a=this.#i(o,e);a!==null&&(a.renderOrder=t,a.frustumCulled=!1,this.group.add(a))}let i=EN(this.#t,e),r=i.filter(o=>!Rg(o)),s=(this.name==="borders"?SN:t)+MN;for(let o of[Kw(i.filter(Rg)),Yw(r,this.lines)])o!==null&&(o.renderOrder=s,this.group.add(o))}#i(e,t){switch(e.shape){case"area":return Gw(e,dt(t,e.look),this.shared,Rd(t));case"cells":return Ww(e,dt(t,e.look),this.shared);case"surface":return jw(e,dt(t,e.look));default:return null}}};function EN(n,e){return[...n].sort((i,r)=>Zw[i.strength]-Zw[r.strength]).flatMap(i=>{let{strength:r}=i,s=dt(e,i.look);return s.stroke===null?[]:i.shape==="line"?[{courses:i.courses,look:s,strength:r}]:i.shape==="surface"?[{courses:i.edges,look:s,strength:r}]:i.shape!=="area"?[]:[{courses:i.polygons.flat().map(a=>({lon_deg:a.map(([l])=>l),lat_deg:a.map(([,l])=>l),height_m:a.map(()=>0)})),look:s,strength:r}]})}var Zw={faint:0,normal:1,strong:2};function TN(n,e){return n.length===e.length&&n.every((t,i)=>t===e[i])}var Ld=class{constructor(e,t,i){this.width_px=t;this.height_px=i;this.eye=cb(e);let r=Ti(this.eye.middle_ecef_m,this.eye.position_ecef_m);this.#e=ot(r,1/mn(r)),this.#n=this.eye.up,this.#t=pr(this.#e,this.#n),this.#i=.5*i}width_px;height_px;eye;#e;#t;#n;#i;project(e){let t=Ti(e,this.eye.position_ecef_m),i=St(t,this.#e);if(i<=0)return null;let r=this.#i/(Math.tan(Zs/2)*i);return[.5*this.width_px+St(t,this.#t)*r,this.#i-St(t,this.#n)*r]}visible(e){let t=this.project(e);return t===null||hb(this.eye.position_ecef_m,e)?null:t}visibleAt(e,t,i){return this.visible(cn(De(t),De(e),i))}place(e,t){let i=Math.tan(Zs/2)/this.#i,r=ot(this.#t,(e-.5*this.width_px)*i),s=ot(this.#n,(this.#i-t)*i),o=Ct(this.#e,Ct(r,s)),a=Kp(this.eye.position_ecef_m,o);if(a===null)return null;let{lat_rad:l,lon_rad:c}=Bt(a);return{lat_rad:l,lon_rad:c}}};var[eS,AN]=[13,7],CN=400,RN=1.6,PN=["track-boost","track-coast","track-entry","track-unknown"],LN=`
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
`,IN=`
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
`,NN=`
  in float a_age;
  uniform float u_newest;
  uniform float u_steps;
  out float v_left;
  void main() {
    float steps_ago = mod(u_newest - a_age + u_steps, u_steps);
    v_left = 1.0 - steps_ago / u_steps;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`,kN=`
  uniform vec3 u_colour;
  in float v_left;
  out vec4 colour;
  void main() { colour = vec4(u_colour, 0.75 * v_left); }
`,Id=class{points;trails;#e;#t;#n;#i;#r;#s=-1;constructor(e,t,i){this.#e=e,this.#t=Pg(new Float32Array(3*e),3),this.#n=Pg(new Float32Array(e),1),this.#i=Pg(new Float32Array(6*e*zt),3),this.#r=new vt(DN(e),1),this.points=new Ga(new Dt,Jw(t,i)),this.points.geometry.setAttribute("position",this.#t),this.points.geometry.setAttribute("a_kind",this.#n),this.trails=new sr(new Dt,Qw(t)),this.trails.geometry.setAttribute("position",this.#i),this.trails.geometry.setAttribute("a_age",this.#r),this.points.frustumCulled=!1,this.trails.frustumCulled=!1,this.points.renderOrder=9,this.trails.renderOrder=8,this.points.geometry.setDrawRange(0,0),this.trails.geometry.setDrawRange(0,0)}get capacity(){return this.#e}update(e){this.#o(e),this.#s!==e.trail_step&&this.#a(e)}recolour(e,t){this.points.material.dispose(),this.trails.material.dispose();let[i,r]=[this.#s,gl(this.points.material,"u_size").value];this.points.material=Jw(e,t),this.trails.material=Qw(e),gl(this.trails.material,"u_newest").value=i,gl(this.points.material,"u_size").value=r}dispose(){for(let e of[this.points,this.trails])e.geometry.dispose(),e.material.dispose()}#o(e){let[t,i]=[this.#t.array,this.#n.array];for(let s=0;s<3*e.rows;s++)t[s]=e.position_ecef_m[s]*$t;for(let s=0;s<e.rows;s++){let o=e.is_alive[s]===1&&e.is_hidden[s]===0;i[s]=e.class_index[s]+8*e.phase[s]+32*e.is_coasted[s]+(o?0:64)}Lg(this.#t,0,3*e.rows),Lg(this.#n,0,e.rows),this.points.geometry.setDrawRange(0,e.rows);let r=eS-RN*Math.log2(Math.max(e.count/CN,1));gl(this.points.material,"u_size").value=Math.max(r,AN)}#a(e){let t=(this.#s+1)%zt===e.trail_step;for(let i=t?0:zt-1;i>=0;i--)this.#l(e,(e.trail_step-i+zt)%zt,i);this.#s=e.trail_step,gl(this.trails.material,"u_newest").value=e.trail_step,this.trails.geometry.setDrawRange(0,2*this.#e*zt)}#l(e,t,i){let r=3*((t-1+zt)%zt)*e.capacity,s=3*t*e.capacity,o=6*t*this.#e,a=this.#i.array;for(let l=0;l<e.rows;l++){let u=e.is_alive[l]===1&&e.trail_length[l]>i+1&&e.is_hidden[l]===0?r:s;for(let h=0;h<3;h++)a[o+6*l+h]=e.trail_ecef_m[u+3*l+h]*$t,a[o+6*l+3+h]=e.trail_ecef_m[s+3*l+h]*$t}Lg(this.#i,o,6*e.rows)}};function DN(n){let e=new Float32Array(2*n*zt);for(let t=0;t<zt;t++)e.fill(t,2*t*n,2*(t+1)*n);return e}function Pg(n,e){let t=new vt(n,e);return t.setUsage(cg),t}function Lg(n,e,t){n.addUpdateRange(e,t),n.needsUpdate=!0}function Jw(n,e){return new Ot({glslVersion:wn,vertexShader:LN,fragmentShader:IN,depthWrite:!1,transparent:!0,uniforms:{u_ratio:e.u_ratio,u_size:{value:eS},u_phases:{value:PN.flatMap(t=>[...Jt(dt(n,t).fill??"#000000")])},u_halo:{value:[...Jt(at(n,"halo"))]}}})}function Qw(n){return new Ot({glslVersion:wn,vertexShader:NN,fragmentShader:kN,depthWrite:!1,transparent:!0,uniforms:{u_newest:{value:0},u_steps:{value:zt},u_colour:{value:[...Jt(dt(n,"trail").stroke??"#000000")]}}})}function gl(n,e){return n.uniforms[e]}var ON=2,FN=Object.fromEntries(Ai.map(n=>[n,[]]));function tS(n,e){let t=document.createElement("canvas"),i=t.getContext("webgl2",{alpha:!0,antialias:!0,depth:!0,stencil:!1,powerPreference:"low-power",preserveDrawingBuffer:!1});if(i===null)return{renderer:null,reason:"no-webgl2"};try{return{renderer:new Ig(n,t,i,e),reason:null}}catch(r){return i.getExtension("WEBGL_lose_context")?.loseContext(),{renderer:null,reason:r instanceof Error?r.message:String(r)}}}function UN(n){return n.shape==="line"?n.courses:n.shape==="surface"?n.edges:[]}var Ig=class{kind="webgl";#e;#t;#n;#i=new Eo;#r=new Eo;#s=new Ad;#o=new Rn(ve(Zs));#a=new eo;#l;#c={u_ratio:{value:1}};#u;#h;#d;#m;#p=new AbortController;#y=[];#_=null;#f=null;#b=null;#w=FN;#x;#S;#g;#M=null;#A=1;#E=1;#T=null;#v=null;#C=!0;#P=!0;#R=!1;constructor(e,t,i,r){this.#e=e,this.#t=r,this.#x=_n(r.camera),this.#S=r.projection,this.#g=r.shade,this.#n=new Md({canvas:t,context:i}),this.#n.sortObjects=!0,this.#u={u_size:{value:[1,1]},u_ratio:this.#c.u_ratio,u_pixels_a_unit:{value:1},u_near:{value:.01}},this.#d=qw(this.#u),this.#h=new Map(Ai.map(o=>[o,new Pd(o,this.#d,this.#c)]));for(let{group:o}of this.#h.values())this.#i.add(o);this.#r.add(this.#s.mesh),this.#N(),this.#I(t),this.#l=new Js(t,this.#V()),this.#m=new ResizeObserver(()=>this.resize()),this.#m.observe(e);let{signal:s}=this.#p;t.addEventListener("webglcontextlost",o=>this.#G(o),{signal:s}),this.resize()}get camera(){return this.#x}set camera(e){su(e,this.#x)||(this.#v=null,this.#x=_n(e),this.invalidate())}get projection(){return this.#S}set projection(e){this.#S=e}get shade(){return this.#g}set shade(e){if(e!==this.#g){this.#g=e,this.#N();for(let t of this.#h.values())t.recolour(e);this.#f?.recolour(e,this.#c),this.invalidate()}}get selected(){return this.#M}set selected(e){this.#M=e,this.#F()}get description(){return this.#n.domElement.getAttribute("aria-label")??""}set description(e){this.#n.domElement.setAttribute("aria-label",e)}show(e){this.#w=e;let t=!1;for(let[i,r]of this.#h)t=r.show(e[i],this.#g)||t;t&&this.invalidate()}showTracks(e,t=!0){this.#b=e,this.#k(),e!==null&&(this.#f=new Id(e.capacity,this.#g,this.#c),this.#r.add(this.#f.points,this.#f.trails),this.#f.trails.visible=t,this.#f.update(e)),this.invalidate()}moved(){this.#b!==null&&this.#f?.update(this.#b),this.#F()}flyTo(e){let t=_n(e);lu()?this.#x=t:this.#v=new Qs(this.#x,t,performance.now()),this.#C=!1,this.invalidate()}pick(e,t){let i={sight:this.#D(),drawn:this.#w,placed:this.#a.placed,live:this.#b,coursesOf:UN,torn_px:Number.POSITIVE_INFINITY};return hu(i,[e,t])}placeAt(e,t){return this.#D().place(e,t)}pixelOf(e,t){return this.#D().visibleAt(ve(e.lon_rad),ve(e.lat_rad),t)}resize(){let{clientWidth:e,clientHeight:t}=this.#e;this.#A=Math.max(1,e),this.#E=Math.max(1,t);let i=Math.min(devicePixelRatio,ON);this.#c.u_ratio.value=i,this.#n.setPixelRatio(i),this.#n.setSize(this.#A,this.#E,!1),this.#a.resize(this.#A,this.#E,i),this.#u.u_size.value=[this.#A*i,this.#E*i],this.#o.aspect=this.#A/this.#E,this.invalidate()}invalidate(){this.#P=!0,this.#F()}#F(){this.#T!==null||this.#R||(this.#T=requestAnimationFrame(e=>{this.#T=null,this.#B(e)}))}snapshot(){return this.#B(performance.now()),Su([this.#n.domElement,this.#a.canvas])}dispose(){if(!this.#R){this.#R=!0,this.#T!==null&&cancelAnimationFrame(this.#T),this.#m.disconnect(),this.#p.abort(),this.#l.dispose(),this.#k();for(let e of this.#h.values())e.dispose();this.#U(),this.#d.dispose(),this.#s.dispose(),this.#n.dispose(),this.#n.forceContextLoss(),this.#n.domElement.remove(),as(this.#a.canvas)}}#B(e){this.#z(e);let t=this.#D();this.#L(t),this.#H();let i=[...this.#h.values()].flatMap(r=>r.marks);this.#a.draw(i,t,this.#g,this.#O(t)),this.#C||(this.#C=this.#v===null,this.#t.onCamera(this.#x))}#H(){let e=this.#f,t=this.#P||e===null;if(this.#P=!1,t&&this.#n.render(this.#i,this.#o),e===null)return;let{width:i,height:r}=this.#n.domElement;t&&this.#s.take(this.#n,i,r),this.#n.render(this.#r,this.#o)}#z(e){if(this.#v===null)return;let{camera:t,is_there:i}=this.#v.at(e);this.#x=t,i?this.#v=null:this.invalidate()}#L(e){let{position_ecef_m:t,middle_ecef_m:i,up:r}=e.eye,s=this.#x.range_m*$t,o=t.map(a=>a*$t);this.#o.near=Math.max(.01*s,5e-4),this.#o.far=Math.hypot(...o)+BN,this.#o.position.set(...o),this.#o.up.set(...r),this.#o.lookAt(...i.map(a=>a*$t)),this.#o.updateProjectionMatrix(),this.#u.u_near.value=this.#o.near,this.#u.u_pixels_a_unit.value=Tg/Ta(this.#x,this.#E)}#D(){return new Ld(this.#x,this.#A,this.#E)}#O(e){let t=this.#b;if(t===null||this.#M?.kind!=="track")return null;for(let i=0;i<t.rows;i++){if(t.is_alive[i]===0||An(t.picture[i],t.number[i])!==this.#M.id)continue;let r=t.position_ecef_m;return e.visible([r[3*i],r[3*i+1],r[3*i+2]])}return null}#V(){let e=this;return{get camera(){return e.#v?.to??e.#x},dragged:(t,i,r)=>iu(t,i,r,e.#E),zoomed:(t,i)=>Cr(t,i),turned:ru,moved(t){e.#v=null,e.#x=t,e.#C=!1,e.invalidate()},clicked(t,i){e.#t.onSelect(e.pick(t,i))},home(){e.flyTo(e.#t.camera)}}}#I(e){e.setAttribute("role","img"),e.setAttribute("aria-label",this.#t.description),e.tabIndex=0,getComputedStyle(this.#e).position==="static"&&(this.#e.style.position="relative");for(let t of[e,this.#a.canvas])Object.assign(t.style,{position:"absolute",inset:"0",width:"100%",height:"100%"}),this.#e.append(t);this.#a.canvas.style.pointerEvents="none",this.#a.canvas.setAttribute("aria-hidden","true")}#N(){this.#U(),this.#_=Ag(this.#c),this.#r.add(this.#_),this.#y=zw(dt(this.#g,"sea"),this.#c,Rd(this.#g)),this.#i.add(...this.#y);let[e,t,i]=Jt(at(this.#g,"paper"));this.#n.setClearColor(new je().setRGB(e,t,i,Cn),1)}#U(){for(let e of[...this.#y,...this.#_===null?[]:[this.#_]])e.removeFromParent(),e instanceof Pt&&(e.geometry.dispose(),e.material.dispose());this.#y=[],this.#_=null}#k(){this.#f!==null&&(this.#r.remove(this.#f.points,this.#f.trails),this.#f.dispose(),this.#f=null)}#G(e){e.preventDefault(),this.#R||this.#t.onLost()}},BN=10;var nS={webgl:tS,canvas:Ub};function Ft(n,e){return e[n.language]}function iS(n,e,t){let i=e.find(r=>r.id===t);return i===void 0?t:Ft(n,i.name)}function Vn(n){return un(n)}function rS(n,{what:e,state:t}){return t==="yes"||t==="no"?n.text(`web.room.says.${e}.${t}`):n.text(`web.room.state.${t}`)}var sS={open:"◔",yes:"✓",no:"✕","timed-out":"◌",over:"–"};var zN="/v1/acts",VN=["go","pause","step","rewind"],ur=class{line=_("p",{class:"gs-room-line",role:"status",hidden:!0});#e;#t;constructor(e,t){[this.#e,this.#t]=[e,t]}async do(e){let t=this.#t.tell;if(t===null)return!1;try{let{is_done:i,said:r}=await t(zN,e);return i?this.#r(this.#n(e,r),!0):this.#r(this.#i(r),!1),i}catch{return this.#r(this.#e.text("web.room.failed"),!1),!1}}#n(e,t){return VN.includes(e.do)?"":this.#e.text("web.room.done",{moment:Vn(t.second)})}#i({error:e}){let t=`web.room.refused.${e.why}`,i=Gn(t)?t:"web.room.refused.other",r=this.#e.text(i);return i!=="web.room.refused.other"||this.#e.language!=="en"?r:`${r} ${[e.what,e.expected,e.do].filter(s=>s!=="").join("; ")}.`}#r(e,t){te(this.line,"hidden",e===""),te(this.line,"data-refused",!t),Fe(this.line,e===""?"":`${t?"✓":"✕"} ${e}`)}};var Nd=class{root=_("div",{class:"gs-room-asked"});#e;#t;#n;#i=_("div",{role:"alert"});#r=new Map;#s="";constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=_("p",{class:"gs-soft"},e.text("web.room.ask.none")),this.root.append(_("h3",{},e.text("web.room.ask.title")),this.#n,this.#i)}show(e,t){t!==this.#s&&this.#r.clear(),this.#s=t;let i=e.questions.filter(o=>o.is_mine&&o.state==="open");te(this.#n,"hidden",i.length>0),te(this.root,"data-asked",i.length>0);let r=new Set(i.map(o=>o.number));if(!(i.every(o=>this.#r.has(o.number))&&r.size===this.#r.size&&r.size===this.#i.childElementCount)){for(let o of[...this.#r.keys()])r.has(o)||this.#r.delete(o);for(let o of i){let a=e.proposals.find(l=>l.number===o.proposal)??null;this.#r.has(o.number)||this.#r.set(o.number,this.#o(o,a))}Pe(this.#i,...i.map(o=>this.#r.get(o.number).root))}}tick(e){for(let{left:t,until:i}of this.#r.values()){let r=i-e.second,s=r<0?this.#e.text("web.room.ask.late"):this.#e.text("web.room.ask.left",{left:$i(this.#e.language,r)});Fe(t,`◔ ${s}`)}}#o(e,t){let i=this.#e,r=_("b",{class:"gs-room-left","aria-live":"off"}),s=_("input",{type:"text",maxlength:2e3,"data-key":`room-words-${e.number}`,"aria-label":i.text("web.room.ask.words"),placeholder:i.text("web.room.ask.words")}),o=["yes","no"].map(l=>Te({class:`gs-room-${l}`,"data-key":`room-${l}-${e.number}`},()=>{let c=s.value.trim();this.#t.do({do:"answer",question:e.number,says:l,text:c}).then(u=>{for(let h of o)te(h,"disabled",u)})},`${l==="yes"?"✓":"✕"} ${i.text(`web.room.says.${e.what}.${l}`)}`));return{root:_("div",{class:"gs-room-card"},_("p",{},_("span",{"aria-hidden":"true"},"▲ "),Ft(i,e.said)),t===null?null:this.#a(t),r,_("div",{class:"gs-row"},...o),s),left:r,until:e.until}}#a(e){let t=this.#e;return _("details",{class:"gs-soft"},_("summary",{},t.text("web.room.ask.why")),_("p",{},Ft(t,e.said)),_("p",{},Ft(t,e.why)))}};var kd=class{root;#e;#t=_("select",{"data-key":"room-inject-what"});#n=_("select",{"data-key":"room-inject-name"});#i=null;constructor(e,t){this.#e=e,this.root=_("form",{class:"gs-room-form"},_("label",{},e.text("web.room.inject.what"),this.#t),_("label",{},e.text("web.room.inject.name"),this.#n),_("button",{type:"submit","data-key":"room-inject"},e.text("web.room.inject.do"))),this.#t.addEventListener("change",()=>this.#s()),this.root.addEventListener("submit",i=>{i.preventDefault();let r=this.#r();r!==null&&t.do({do:"inject",what:r.what,name:this.#n.value})})}show(e){let t=e?.injects??[];if(te(this.root,"hidden",t.length===0),t===this.#i)return;this.#i=t;let i=t.map(({what:r})=>_("option",{value:r},this.#e.text(`web.room.inject.${r}`)));Pe(this.#t,...i),this.#s()}#r(){return this.#i?.find(({what:e})=>e===this.#t.value)??null}#s(){let t=(this.#r()?.names??[]).map(({id:i,name:r})=>_("option",{value:i},Ft(this.#e,r)));Pe(this.#n,...t)}};var HN=6,Fo=class{root;#e;#t=_("ol",{class:"gs-room-list"});#n=_("ol",{class:"gs-room-list"});#i;#r;constructor(e,t){this.#e=e,this.#i=_("summary",{"data-key":`room-earlier-${t}`}),this.#r=_("details",{},this.#i,this.#n),this.root=_("div",{},this.#t,this.#r)}show(e,t=0){let i=Math.max(e.length-HN,t);Pe(this.#t,...e.slice(i).reverse()),Pe(this.#n,...e.slice(0,i).reverse()),te(this.#r,"hidden",i===0),Fe(this.#i,this.#e.text("web.room.earlier",{count:String(i)}))}};var GN={hit:"✓",missed:"✕",wasted:"⊘"},Dd=class{root;#e;#t;#n;#i;#r;#s;#o;#a;#l;#c;#u;#h=_("ul",{class:"gs-room-list"});#d;#m;#p;#y=null;constructor(e,t){[this.#e,this.#t]=[e,t];let i=new ur(e,t);this.#n=new Nd(e,i);let r=new ur(e,t);this.#i=new kd(e,r),this.#r=this.#M("web.room.ask.scripted"),this.#s=new Fo(e,"questions"),this.#o=this.#g("web.room.consulting.title",this.#s.root),this.#l=this.#M("web.room.proposals.none"),this.#a=new Fo(e,"proposals"),this.#c=new Fo(e,"shots"),this.#u=this.#g("web.room.shots.title",this.#c.root),this.#d=this.#M("web.room.tasks.none"),this.#m=this.#g("web.room.inject.title",this.#i.root,r.line),this.root=_("section",{class:"gs-part gs-room-desk","aria-label":e.text("web.room.title")},this.#n.root,this.#r,i.line,this.#g("web.room.proposals.title",this.#l,this.#a.root),this.#o,this.#u,this.#g("web.room.tasks.title",this.#d,this.#h),this.#m),this.#p=t.subscribeRoom(()=>this.#_())}update(e){this.#_()}dispose(){this.#p(),this.root.remove()}#_(){let{room:e,desk:t,clock:i}=this.#t.feed?.room??{room:null,desk:null,clock:null};if(te(this.root,"hidden",e===null||t===null),e===null||t===null)return;te(this.#n.root,"hidden",e.is_controller);let r=e.cells.find(({id:s})=>s===e.room)?.is_person??!0;te(this.#r,"hidden",r),this.#i.show(e),te(this.#m,"hidden",e.injects.length===0),t!==this.#y&&this.#f(t,e.run),this.#y=t,i!==null&&this.#n.tick(i)}#f(e,t){this.#n.show(e,t);let{questions:i,proposals:r,shots:s,tasks:o}=e;te(this.#o,"hidden",i.length===0),this.#s.show(i.map(c=>this.#b(c))),te(this.#l,"hidden",r.length>0);let[a,l]=[!0,!1].map(c=>r.filter(u=>u.is_old===c).map(u=>this.#w(u)));this.#a.show([...a,...l],a.length),te(this.#u,"hidden",s.length===0),this.#c.show(s.map(c=>this.#x(c))),te(this.#d,"hidden",o.length>0),Pe(this.#h,...o.map(c=>this.#S(c)))}#b(e){let t=this.#e;return _("li",{"data-state":e.state},`${sS[e.state]} `,_("b",{},rS(t,e)),` ${Ft(t,e.said)}`,e.text===""?null:_("q",{},e.text))}#w(e){let t=this.#e,{decision:i,decided:r,impact:s}=e,o=s===null?"":` ${t.text("web.room.proposals.lies",{region:Ft(t,s)})}`;return _("li",{"data-decision":i??"none"},`${Ft(t,e.said)}${o}`,_("p",{class:"gs-soft"},Ft(t,e.why)),r===null?null:_("p",{},_("b",{},`${i==="engage"?"◎":"○"} ${Ft(t,r)}`)))}#x(e){let t=this.#e,{result:i}=e,r=i===null?`… ${t.text("web.room.shots.flying")}, ${Vn(e.meets)}`:`${GN[i]} ${t.text(`web.room.shots.${i}`)}`;return _("li",{},_("b",{},r),` ${Ft(t,e.said)}`)}#S(e){let t=this.#e;return _("li",{},_("time",{},Vn(e.since)),` ${Ft(t,e.said)}`,...e.why.map(i=>_("p",{class:"gs-soft"},Ft(t,i))))}#g(e,...t){return _("div",{},_("h4",{},this.#e.text(e)),...t)}#M(e){return _("p",{class:"gs-soft"},this.#e.text(e))}};var WN=120,Od=class{root;#e;#t;#n;#i;#r;#s;#o;#a=null;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=new js(e,t);let i=e.text("web.room.log.title");this.#r=_("p",{class:"gs-soft"},e.text("web.room.log.none")),this.#s=_("ol",{class:"gs-room-log",tabindex:0,"aria-label":i}),this.#i=_("section",{class:"gs-room-told","aria-label":i},_("h4",{},i),this.#r,this.#s,...this.#u()),this.root=_("div",{class:"gs-room-below"},this.#n.root,this.#i),this.#o=t.subscribeRoom(()=>this.#l())}update(e){this.#n.update(e),this.#l()}dispose(){this.#o(),this.#n.dispose(),this.root.remove()}#l(){let e=this.#t.feed?.room??null;if(te(this.#i,"hidden",e===null||e.room===null),e===null||e.records===this.#a)return;this.#a=e.records,te(this.#r,"hidden",e.records.length>0);let t=e.records.slice(-WN).reverse();Pe(this.#s,...t.map(i=>this.#c(i)))}#c(e){return _("li",{"data-kind":e.kind},_("time",{},Vn(e.second)),` ${Ft(this.#e,e.said)}`)}#u(){let e=this.#e,t=new ur(e,this.#t),i=e.text("web.room.say.label"),r=_("input",{type:"text",maxlength:2e3,"data-key":"room-say","aria-label":i,placeholder:i}),s=_("form",{class:"gs-row gs-room-say"},r,_("button",{type:"submit","data-key":"room-say-do"},e.text("web.room.say.do")));return s.addEventListener("submit",o=>{o.preventDefault();let a=r.value.trim();a!==""&&t.do({do:"say",text:a}).then(l=>{l&&(r.value="")})}),[s,t.line]}};var XN=.9,$N={running:"▶",paused:"❚❚",rewinding:"↶",ended:"■",failed:"✕"},Fd=class{root;#e;#t=_("output",{class:"gs-room-time"});#n=_("p",{class:"gs-soft"});#i=_("b",{role:"status"});#r=_("span",{"aria-hidden":"true"});#s=_("p",{class:"gs-soft",hidden:!0});#o=_("p",{class:"gs-soft",hidden:!0});constructor(e){this.#e=e,te(this.#t,"aria-label",e.text("web.room.clock.title")),this.root=_("div",{class:"gs-room-clock"},this.#t,_("p",{},this.#r," ",this.#i),this.#n,this.#s,this.#o)}show(e,t){if(te(this.root,"hidden",e===null||t===null),e===null||t===null)return;let i=this.#e;Fe(this.#t,Vn(t.second)),te(this.root,"data-state",t.state),Fe(this.#r,$N[t.state]),Fe(this.#i,this.#a(t));let r=Mr(di(e.begins)),s=fi(Di(r+t.second)),o=i.text("web.room.clock.of",{now:Vn(t.second),length:Vn(e.length_s)});Fe(this.#n,`${o} · ${i.text("web.live.time",{time:s})}`),te(this.#s,"hidden",e.branched_s===null);let a=Vn(e.branched_s??0);te(this.#o,"hidden",e.folder===""),Fe(this.#o,i.text("web.room.folder",{folder:e.folder})),Fe(this.#s,i.text("web.room.clock.branched",{moment:a}))}#a({state:e,speed:t,real_speed:i}){let r=this.#e;if(e!=="running")return r.text(`web.room.clock.${e}`);let s=Ut(r.language,t,Number.isInteger(t)?0:1);if(i===null||i>=XN*t)return r.text("web.room.clock.running",{speed:s});let o=Ut(r.language,i,1);return r.text("web.room.clock.slower",{speed:s,real:o})}};var qN=[1,2,5,10,20,30,60],Ud=class{root;#e;#t;#n;#i;#r;#s;#o;#a=null;#l=!1;constructor(e,t){[this.#e,this.#t]=[e,t],this.#n=Te({"data-key":"room-go"},()=>this.#h()),this.#i=Te({"data-key":"room-step"},()=>{t.do({do:"step"})},e.text("web.room.control.step")),this.#r=this.#m(),this.#s=this.#p(),this.#o=Te({"data-key":"room-rewind"},()=>this.#d()),this.root=_("div",{class:"gs-room-control",role:"group","aria-label":e.text("web.room.control.title")},_("div",{class:"gs-row"},this.#n,this.#i),_("label",{},e.text("web.room.control.speed")," ",this.#r),_("label",{},e.text("web.room.control.back"),this.#s),this.#o,_("p",{class:"gs-soft"},e.text("web.room.control.kept")))}show(e,t){if(te(this.root,"hidden",e===null||!e.is_controller),this.#a=t,e===null||t===null)return;let{state:i,second:r,speed:s}=t,o=i==="running",a=o?"web.room.control.pause":"web.room.control.go";Fe(this.#n,`${o?"❚❚":"▶"} ${this.#e.text(a)}`),te(this.#n,"disabled",!o&&i!=="paused"),te(this.#i,"disabled",i!=="paused"),document.activeElement!==this.#r&&this.#u(s),te(this.#s,"max",r),te(this.#s,"disabled",r===0),this.#l||(this.#s.value=String(r)),this.#c()}#c(){let e=Vn(Number(this.#s.value));te(this.#s,"aria-valuetext",e),Fe(this.#o,`↶ ${this.#e.text("web.room.control.rewind",{moment:e})}`);let t=this.#a?.second??0;te(this.#o,"disabled",!this.#l||Number(this.#s.value)>=t)}#u(e){let t=String(e);[...this.#r.options].some(i=>i.value===t)||this.#r.append(_("option",{value:t},`${t}×`)),this.#r.value=t}#h(){this.#t.do({do:this.#a?.state==="running"?"pause":"go"})}#d(){let e=Number(this.#s.value);this.#t.do({do:"rewind",second:e}).then(()=>this.#l=!1)}#m(){let e=qN.map(t=>({value:String(t),label:`${t}×`}));return On({"data-key":"room-speed"},e,"1",t=>{this.#t.do({do:"speed",speed:Number(t)})})}#p(){let e=_("input",{type:"range",min:0,max:0,step:1,"data-key":"room-back"});return e.addEventListener("input",()=>{this.#l=!0,this.#c()}),e}};var YN="tokens/….token",KN={title:"web.room.picture",off:"web.room.off",help:"web.room.token_help"},Bd=class{root;#e;#t;#n;#i;#r;#s=_("p",{class:"gs-soft"});#o=_("h3",{});#a;#l=_("ul",{});#c=_("p",{});#u;#h;#d;#m=null;constructor(e,t,i){[this.#e,this.#t]=[e,t],this.#n=new Fd(e);let r=new ur(e,t);this.#i=new Ud(e,r),this.#r=new Ks(e,t,i,KN),this.#a=_("p",{},e.text("web.room.enter",{file:YN})),this.#u=oS(e.text("web.room.procedures"),"room-agreed",this.#l),this.#h=oS(e.text("web.room.lesson"),"room-lesson",this.#c),this.root=_("div",{class:"gs-room-side"},_("section",{class:"gs-part gs-room","aria-label":e.text("web.room.title")},this.#o,this.#s,this.#a,this.#n.root,this.#i.root,r.line,this.#u,this.#h),this.#r.root),this.#d=t.subscribeRoom(()=>this.#p())}update(e){this.#r.update(e),this.#p()}dispose(){this.#d(),this.#r.dispose(),this.root.remove()}#p(){let{room:e,clock:t}=this.#t.feed?.room??{room:null,clock:null};te(this.#a,"hidden",e!==null),(e!==this.#m||e===null)&&this.#y(e),this.#m=e,this.#n.show(e,t),this.#i.show(e,t)}#y(e){let t=this.#e;if(te(this.#u,"hidden",e===null||e.procedures.length===0),te(this.#h,"hidden",e===null||e.lesson===null),te(this.#s,"hidden",e===null),Fe(this.#o,e===null?t.text("web.room.title"):Ft(t,e.name)),e===null)return;let i=iS(t,e.parties,e.party),r=e.is_controller?"":` · ${t.text("web.room.of_party",{party:i})}`;Fe(this.#s,`${Ft(t,e.title)}${r}`),Fe(this.#c,e.lesson===null?"":Ft(t,e.lesson)),Pe(this.#l,...e.procedures.map(s=>_("li",{},Ft(t,s))))}};function oS(n,e,t){return _("details",{},_("summary",{"data-key":e},n),t)}var jN=45e5;function aS(n=[],e=Ma){return t=>{let i=new qs(()=>t.state,e),r=qp(t,i,n,jN);return{...r,panel:s=>new Bd(s,i,n),desk:s=>new Dd(s,i),timeline:s=>new Od(s,i),mark:()=>({is_exercise:!0,is_simulated:r.mark()?.is_simulated??!0})}}}function Ng(n,e={}){let t=nk(e.language??document.documentElement.lang),i=r=>ik(n,t,ZN(r,t));try{let r=JN(n,e,t,s=>{r.dispose(),r=i(s)});return{dispose:()=>r.dispose()}}catch(r){return i(r)}}function ZN(n,e){if(n instanceof Mi)return n;if(!(n instanceof TypeError||n instanceof RangeError))throw n;return console.info(n),new Mi("not-a-view",Dn(e,"web.document.inside"))}function JN(n,e,t,i){let r=e.view??lS("glasshield-view"),s=r===null?null:Xg(r);return s===null&&e.live===void 0?rk(n,t):new Bc(n,{view:s,world:tk(e.world??lS("glasshield-world")),initial:ek(s,t),renderers:nS,live:e.live??null,is_addressed:e.is_addressed??!0,owns_page:n.hasAttribute("data-page"),onUnreadable:i})}var QN={...es,lat_rad:De(60),lon_rad:De(16),range_m:85e5};function ek(n,e){let t={...Xi,language:e,camera:QN};if(n===null)return{...t,subject:"live"};let{timeline:i}=n;if(i===null)return t;let r={...t.setting,phase:i.phase},s={...t,setting:r,flight:i.flight},o=Jr(n,s,i.flight),a=i.events.find(c=>c.event==="window-opens"),l=o.find(c=>c.kind==="apogee");return{...s,time_s:(a??l)?.time_s??null}}function tk(n){return n===null||n.trim()===""?null:u_(Gd(n))}function lS(n){let e=document.getElementById(n)?.textContent??"";return e.trim()===""?null:e}function nk(n){return Qr.find(e=>n.toLowerCase().startsWith(e))??"en"}function ik(n,e,{fault:t,detail:i}){let r={"not-json":"web.document.not_json","not-a-view":"web.document.not_a_view","other-form":"web.document.other_form"}[t];return cS(n,e,Dn(e,r,{detail:i}))}function rk(n,e){return cS(n,e,Dn(e,"web.missing.view"))}function cS(n,e,t){return n.replaceChildren(_("p",{class:"gs-refused",role:"alert",lang:e},t)),{dispose:()=>n.replaceChildren()}}var A7={render({model:n,el:e}){let t=s=>String(n.get(s)??""),i={view:t("view"),world:t("world"),language:t("language")},{dispose:r}=Ng(e,{...i,is_addressed:!1});return()=>r()}};async function sk(n){let{documents:e,failed:t}=await Ax(n),i=n.dataset.room===void 0?ob:aS;Ng(n,{...e,live:i(t)})}var zd=typeof document>"u"?null:document.getElementById("glasshield-globe");zd!==null&&(zd.dataset.live===void 0?Ng(zd):sk(zd));export{A7 as default,Ng as mount};
