import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/desk.css';
import { App } from './app.tsx';

const place = document.getElementById('desk');
if (place === null) throw new Error('index.html has no #desk');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
