/** What stands still, kept as a picture, so that moving tracks cost no more than themselves. */

import {
  BufferAttribute,
  BufferGeometry,
  FramebufferTexture,
  GLSL3,
  Mesh,
  ShaderMaterial,
  type WebGLRenderer,
} from "three";

const VERTEX = /* glsl */ `
  void main() { gl_Position = vec4(position.xy, 1.0, 1.0); }
`;
const FRAGMENT = /* glsl */ `
  uniform sampler2D u_picture;
  out vec4 colour;
  void main() { colour = vec4(texelFetch(u_picture, ivec2(gl_FragCoord.xy), 0).rgb, 1.0); }
`;

export class Backdrop {
  /** One triangle over the whole picture, behind all else. */
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  #picture: FramebufferTexture | null = null;

  constructor() {
    const geometry = new BufferGeometry();
    const corners = Float32Array.from([-1, -1, 0, 3, -1, 0, -1, 3, 0]);
    geometry.setAttribute("position", new BufferAttribute(corners, 3));
    const material = new ShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      depthTest: false,
      depthWrite: false,
      uniforms: { u_picture: { value: null } },
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = -2;
  }

  /** Keeps what has just been drawn. */
  take(gpu: WebGLRenderer, width: number, height: number): void {
    const { width: old_width, height: old_height } = this.#picture?.image ?? {};
    if (this.#picture === null || old_width !== width || old_height !== height) {
      this.#picture?.dispose();
      this.#picture = new FramebufferTexture(width, height);
      this.mesh.material.uniforms["u_picture"]!.value = this.#picture;
    }
    gpu.copyFramebufferToTexture(this.#picture);
  }

  dispose(): void {
    this.#picture?.dispose();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
